//! Numbers as they are written: in digits with groups and decimals, in words, as a fraction, as a power of
//! ten, with a scale behind.

mod digits;
mod fraction;
mod glance;
mod scientific;
mod words;

use nom::Parser;
use nom::branch::alt;

use super::grammar::{NO, Parsed, Tokens, glued, mark, meaning, role};
use super::memory::{Found, LastFigure};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::Number;

pub(super) use digits::numeral;
pub(super) use fraction::{proper, spaced_hyphen};
pub(super) use words::{below_hundred, couple, many, whole_words};

/// A number, and how precisely it is written.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says how the figure is written, none depends on another"
)]
pub(super) struct Figure {
    pub(super) value: Number,
    /// Half the place of the last digit written: 0.05 for “5.2”, 0.05 million for “5.2 million”.
    pub(super) half: Number,
    /// Half the place of the last digit that is not a zero at the end, for round numbers: 50 for “2,400”.
    pub(super) round_half: Number,
    /// The scale word behind, as a power of ten; “5-10 million” gives its scale to both.
    pub(super) scale: Option<u8>,
    /// Digits only, without group marks, decimals, words or scale: may be a year.
    pub(super) bare: bool,
    /// Written in words.
    pub(super) in_words: bool,
    /// Written as digits with decimals, or as a fraction.
    pub(super) decimal: bool,
    /// More digits than a number is held to: the value is the nearest bound that can be held.
    pub(super) too_long: bool,
}

/// A number in digits or words, with its sign and scale.
pub(super) fn figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let found = |found: &Found| found.as_ref().map(|(end, figure)| (*end, figure.clone()));
    let (end, figure) = read(i, found).ok_or(NO)?;
    Ok((Tokens { at: end, ..i }, figure))
}

/// Where the number that begins here ends.
pub(super) fn figure_end(i: Tokens<'_>) -> Option<usize> {
    read(i, |found| found.as_ref().map(|(end, _)| *end))
}

/// What `look` makes of the number that begins here, which is read only once.
fn read<T>(i: Tokens<'_>, look: impl FnOnce(&Found) -> Option<T>) -> Option<T> {
    if !i.starts().meets(Starts::FIGURE) {
        return None;
    }
    let mut figures = i.sentence.memory.figures.borrow_mut();
    let places = figures.len();
    let last = &mut figures[i.at % places];
    if last.key != i.key() {
        *last = LastFigure { key: i.key(), found: glance::glance(i).unwrap_or_else(|| closely(i)) };
    }
    look(&last.found)
}

/// What is not seen at a glance.
#[inline(never)]
fn closely(i: Tokens<'_>) -> Found {
    signed(i).ok().map(|(rest, figure)| (rest.at, figure))
}

/// A number that stops in front of an “and”: the first end of “between one hundred and one thousand”.
pub(super) fn figure_before_and(i: Tokens<'_>) -> Parsed<'_, Figure> {
    words::without_and(i)
}

/// A number beside a currency, where “m” and “b” are scales, too: £5m.
pub(super) fn money_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    /// No number has more tokens.
    const LONGEST: usize = 32;
    let word = i.rest().iter().take(LONGEST).find(|token| token.class == Class::Word);
    if word.is_some_and(|word| !((word.glued || word.capital) && word.uses.marks.meets(Starts::SUFFIX))) {
        return Err(NO);
    }
    let mut suffix = meaning(|meaning| match meaning {
        Meaning::Suffix { power, .. } => Some(*power),
        _ => None,
    });
    let (behind, mut figure) = digits::numeral(i)?;
    let (rest, power) = if is_capitals(behind) { suffix.parse(behind) } else { glued(suffix).parse(behind) }?;
    let (rest, ()) = word_ends(rest)?;
    // “$5 B Corps”, “$5 M&Ms”.
    let named = rest.first().is_some_and(|next| next.capital || next.glued && rest.text_of(next) == "&");
    if named && !behind.is_glued() {
        return Err(NO);
    }
    figure.scale_by(power);
    Ok((rest, figure))
}

/// “$3 B”, “$1.2 MM”: in capitals it may stand apart.
fn is_capitals(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|token| i.text_of(token).bytes().all(|byte| byte.is_ascii_uppercase()))
}

impl Figure {
    /// The figure times ten to the power of `power`, as a scale word does it.
    pub(super) fn scale_by(&mut self, power: u8) {
        let power_of_ten = Number::power_of_ten(power.into());
        self.value = &self.value * &power_of_ten;
        self.half = &self.half * &power_of_ten;
        self.round_half = self.half.clone();
        self.scale = Some(self.scale.unwrap_or(0).saturating_add(power));
        self.bare = false;
    }

    /// The figure times a factor, its width with it.
    pub(super) fn multiply(&mut self, factor: &Number) {
        for number in [&mut self.value, &mut self.half, &mut self.round_half] {
            *number = &*number * factor;
        }
    }

    pub(super) fn negate(&mut self) {
        self.value = -self.value.clone();
    }

    /// A whole number.
    pub(super) fn whole(count: i64) -> Self {
        Self::new(Number::from(count), Number::half())
    }

    fn new(value: Number, half: Number) -> Self {
        let round_half = half.clone();
        Self {
            value,
            half,
            round_half,
            scale: None,
            bare: false,
            in_words: false,
            decimal: false,
            too_long: false,
        }
    }

    /// So many parts of a whole. Fractions are round: “two-thirds” reaches a quarter of a third both ways.
    pub(super) fn fraction(value: Number, parts: i64) -> Self {
        let half = Number::ratio(1, parts.max(1).saturating_mul(4));
        Self { decimal: true, ..Self::new(value, half) }
    }

    /// The powers of ten in which a number in words may end, largest first: 6 for “four million”, 5 and 3 for “two
    /// hundred thousand”.
    pub(super) fn scales_in_words(&self) -> impl Iterator<Item = u8> {
        const SCALES: [u8; 8] = [12, 11, 9, 8, 6, 5, 3, 2];
        let value = self.value.to_i64().unwrap_or(1);
        // “twelve hundred”, but nobody says ten hundred.
        let hundreds = value % 1000 != 0;
        SCALES
            .into_iter()
            .filter(move |power| value % 10_i64.pow((*power).into()) == 0 && (*power > 2 || hundreds))
    }

    /// A whole number in words.
    fn spelled(value: Number) -> Self {
        Self { in_words: true, ..Self::new(value, Number::half()) }.rounded()
    }

    /// The figure with the width that its digits say: 2,500,000 for “two and a half million”.
    fn rounded(mut self) -> Self {
        if self.value.is_integer() {
            self.half = Number::half();
            self.round_half = if let Some(whole) = self.value.to_i64() {
                round_half(&self, digits_of(whole), || zeros_of(whole))
            } else {
                let digits = self.value.abs().to_string();
                round_half(&self, digits.len(), || digits.len() - digits.trim_end_matches('0').len())
            };
        }
        self
    }
}

/// A figure with the sign in front: “−40”, “minus five”, “negative two”.
fn signed(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let minus = |i| {
        let (rest, ()) = role(Role::Minus).parse(i)?;
        // “10 minus 5” is a difference, “plus or minus 5” both ways.
        let behind_number = i.before(1).is_some_and(|token| token.class == Class::Digits);
        let both = || {
            let both = |meaning: &Meaning| (*meaning == Meaning::Role(Role::PlusMinus)).then_some(());
            i.back(2).is_some_and(|word| word.find(both).is_some_and(|(end, ())| end.at == rest.at))
        };
        if behind_number || both() { Err(NO) } else { Ok((rest, true)) }
    };
    let negative = match i.first() {
        Some(first) if first.class == Class::Mark => sign(i),
        Some(first) if first.uses.marks.meets(Starts::COUNT_WORD) => minus(i),
        _ => Err(NO),
    };
    let (i, negative) = negative.map_or((i, None), |(rest, negative)| (rest, Some(negative)));
    let (i, mut figure) = unsigned(i)?;
    let i = said_twice(i, &figure);
    if let Some(negative) = negative {
        figure.bare = false;
        if negative {
            figure.negate();
        }
    }
    Ok((i, figure))
}

/// “thirty (30) days”, “30 (thirty) days”: contracts say a number in words and in figures.
fn said_twice<'a>(i: Tokens<'a>, figure: &Figure) -> Tokens<'a> {
    if !i.sees("(") || i.is_glued() {
        return i;
    }
    let again = unsigned(i.skip(1)).ok().filter(|(rest, again)| {
        again.value == figure.value && again.in_words != figure.in_words && rest.is_glued() && rest.sees(")")
    });
    again.map_or(i, |(rest, _)| rest.skip(1))
}

fn unsigned(i: Tokens<'_>) -> Parsed<'_, Figure> {
    match i.first().map(|token| token.class) {
        Some(Class::Digits) => in_digits(i),
        Some(Class::Word) => words::words(i),
        Some(Class::Mark) => alt((fraction::vulgar_alone, in_digits)).parse(i),
        None => Err(NO),
    }
}

/// Digits, and what stands behind them and belongs to them.
fn in_digits(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, numeral) = digits::numeral(i)?;
    let (rest, numeral) = digits::comma_decimals(rest, numeral);
    if numeral.too_long || stands_alone(rest) {
        return Ok((rest, numeral));
    }
    let found = alt((
        |rest| scientific::behind(rest, &numeral),
        |rest| fraction::behind_digits(i, rest, &numeral),
        |rest| words::scale_behind(rest, &numeral),
    ))
    .parse(rest);
    found.or(Ok((rest, numeral)))
}

/// Whether it is seen at a glance that nothing behind digits belongs to them: nearly every count stands in
/// front of a word that is none of numbers, or a mark of prose.
fn stands_alone(rest: Tokens<'_>) -> bool {
    const SCALES: Starts = Starts::SCALE.or(Starts::COUNT_WORD);
    const GOES_ON: Starts = Starts::SUFFIX.or(Starts::GROUP).or(Starts::FRACTION).or(SCALES);
    rest.first().is_none_or(|next| match next.class {
        // “1e6”, “5 x 10³”
        Class::Word => {
            let letter =
                next.end - next.start == 1 && (next.glued || matches!(rest.text_of(next), "x" | "X"));
            !letter && !next.uses.marks.meets(GOES_ON) && !joins(rest)
        }
        Class::Mark => match rest.text_of(next) {
            "." | "," | ";" | ":" | "?" | "!" | ")" | "%" | "\"" => true,
            // “10-mile”, but “2-1/2”, “5-million” and “1-in-10”
            "-" => {
                let behind = rest.skip(1);
                behind.first().is_none_or(|other| {
                    other.class == Class::Word && !other.uses.marks.meets(SCALES) && !joins(behind)
                })
            }
            _ => false,
        },
        Class::Digits => false,
    })
}

/// Whether a word stands here that joins a number with what is behind it: “one in ten”, “five and a half”.
fn joins(i: Tokens<'_>) -> bool {
    const NEXT: Starts = Starts::FIGURE.without(Starts::MARK).or(Starts::JOINT);
    let joint = |meaning: &Meaning| {
        let Meaning::Role(role) = meaning else { return None };
        matches!(role, Role::And | Role::TensAnd | Role::In | Role::OutOf | Role::DividedBy).then_some(())
    };
    i.marks().meets(Starts::JOINT)
        && i.find(joint).is_some_and(|(rest, ())| {
            rest.sees_digits() || rest.marks().meets(NEXT) || words::sees_hyphen(rest)
        })
}

/// A plus or minus sign right before digits: `true` is minus.
fn sign(i: Tokens<'_>) -> Parsed<'_, bool> {
    let (rest, negative) =
        alt((mark("-").map(|()| true), mark("−").map(|()| true), mark("+").map(|()| false))).parse(i)?;
    let before = i.before(1);
    let free = !i.is_glued()
        || before.is_some_and(|token| matches!(i.text_of(token), "(" | "[" | "–" | "$" | "€" | "£" | "¥"));
    // “75 -300mm” is a range.
    let behind_number = before.is_some_and(|token| token.class == Class::Digits);
    let figure_follows = rest.is_glued() && (rest.sees_digits() || rest.sees("."));
    if free && figure_follows && !behind_number { Ok((rest, negative)) } else { Err(NO) }
}

/// Zeros at the end of a whole number may be rounding: 2,400 is 2,350 to 2,450. Numbers below a hundred
/// are counted, and nobody means 500 to 1,500 by “1,000”: the width stops at a twentieth.
fn round_half(figure: &Figure, digits: usize, zeros: impl FnOnce() -> usize) -> Number {
    /// Of numbers with so many digits or more.
    const ROUND: usize = 3;
    const PART: i64 = 20;
    let zeros = if digits < ROUND { 0 } else { zeros() };
    if zeros == 0 {
        return figure.half.clone();
    }
    let zeros = i32::try_from(zeros).unwrap_or(0);
    let place = Number::power_of_ten(zeros) * Number::half();
    let widest = match figure.value.to_i64() {
        Some(whole) => Number::ratio(whole, PART),
        None => &figure.value * &Number::ratio(1, PART),
    };
    place.min(widest)
}

/// How many digits a whole number is written with.
fn digits_of(whole: i64) -> usize {
    whole.unsigned_abs().checked_ilog10().map_or(1, |digits| digits as usize + 1)
}

/// How many zeros stand at its end.
fn zeros_of(whole: i64) -> usize {
    let mut rest = whole;
    let mut zeros = 0;
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
    }
    zeros
}

/// Nothing glued follows that would make it another word: 5k, but not 5kg.
fn word_ends(i: Tokens<'_>) -> Parsed<'_, ()> {
    let goes_on = i.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((i, ())) }
}
