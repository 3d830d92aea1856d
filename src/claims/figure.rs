//! Numbers as they are written: in digits with groups and decimals, in words, with a scale behind.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use super::grammar::{LastFigure, NO, Parsed, Tokens, digits, glued, hyphen, mark, meaning, role};
use crate::language::{Meaning, Role};
use crate::value::Number;

/// A number, and how precisely it is written.
#[derive(Debug, Clone, PartialEq)]
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
    /// Written as digits with decimals.
    pub(super) decimal: bool,
}

/// A number below a million million in digits or words, with its scale.
pub(super) fn figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let mut last = i.sentence.last_figure.borrow_mut();
    let known = match &*last {
        Some(last) if last.at == i.at => last.found.clone(),
        _ => {
            let found = alt((scaled_numeral, words)).parse(i).ok().map(|(rest, figure)| (rest.at, figure));
            *last = Some(LastFigure { at: i.at, found: found.clone() });
            found
        }
    };
    let (end, figure) = known.ok_or(NO)?;
    Ok((Tokens { at: end, ..i }, figure))
}

/// A number beside a currency, where “m” and “b” are scales, too: £5m.
pub(super) fn money_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let suffix = meaning(|meaning| match meaning {
        Meaning::Suffix { power, .. } => Some(*power),
        _ => None,
    });
    let (rest, (mut figure, power)) = (numeral, glued(suffix)).parse(i)?;
    if rest.first().is_some_and(|token| token.glued && token.class == crate::language::Class::Word) {
        return Err(NO);
    }
    figure.scale_by(power);
    Ok((rest, figure))
}

impl Figure {
    /// The figure times ten to the power of `power`, as a scale word does it.
    pub(super) fn scale_by(&mut self, power: u8) {
        let factor = Number::power_of_ten(power.into());
        for number in [&mut self.value, &mut self.half, &mut self.round_half] {
            *number = &*number * &factor;
        }
        self.round_half = self.half.clone();
        self.scale = Some(self.scale.unwrap_or(0) + power);
        self.bare = false;
    }

    fn new(value: Number, half: Number) -> Self {
        let round_half = half.clone();
        Self { value, half, round_half, scale: None, bare: false, in_words: false, decimal: false }
    }
}

/// Digits and a scale: “5.2 million”, “3bn”, “six hundred thousand” is words.
fn scaled_numeral(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (mut i, mut figure) = alt((mixed_fraction, numeral)).parse(i)?;
    let suffix = meaning(|meaning| match meaning {
        Meaning::Suffix { power, money: false } => Some(*power),
        _ => None,
    });
    if let (rest, Some(power)) = opt(terminated(glued(suffix), word_ends)).parse(i)? {
        figure.scale_by(power);
        return Ok((rest, figure));
    }
    while let (rest, Some(power)) = opt(preceded(opt(hyphen), scale)).parse(i)? {
        figure.scale_by(power);
        i = rest;
    }
    Ok((i, figure))
}

/// Nothing glued follows that would make it another word: 5k, but not 5kg.
fn word_ends(i: Tokens<'_>) -> Parsed<'_, ()> {
    let goes_on = i.first().is_some_and(|token| token.glued && token.class != crate::language::Class::Mark);
    if goes_on { Err(NO) } else { Ok((i, ())) }
}

fn scale(i: Tokens<'_>) -> Parsed<'_, u8> {
    meaning(|meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        _ => None,
    })
    .parse(i)
}

/// Digits, with groups and decimals: 5,000 · 5 000 · 12,34,567 · 3.75 · .5
pub(super) fn numeral(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (i, negative) = opt(sign).parse(i)?;
    let (mut i, whole) = opt(whole).parse(i)?;
    let mut text = whole.clone().map(|(text, _)| text).unwrap_or_default();
    let bare = whole.as_ref().is_some_and(|(_, grouped)| !grouped) && negative.is_none();
    let mut decimals = 0;
    if let (rest, Some(fraction)) = opt(fraction).parse(i)? {
        let goes_on = whole.is_none() && i.is_glued();
        if !goes_on {
            text.push('.');
            text.push_str(fraction);
            decimals = i32::try_from(fraction.len()).map_err(|_| NO)?;
            i = rest;
        }
    }
    if text.is_empty() {
        return Err(NO);
    }
    let value = Number::decimal(&text).ok_or(NO)?;
    let half = Number::power_of_ten(-decimals) * Number::ratio(1, 2);
    let mut figure = Figure::new(value, half);
    figure.bare = bare && decimals == 0;
    figure.decimal = decimals > 0;
    if decimals == 0 {
        figure.round_half = round_half(&figure, &text);
    }
    if negative == Some(true) {
        figure.value = -figure.value;
    }
    Ok((i, figure))
}

/// Zeros at the end of a whole number may be rounding: 2,400 is 2,350 to 2,450. Numbers below a hundred
/// are counted, and nobody means 500 to 1,500 by “1,000”: the width stops at a twentieth.
fn round_half(figure: &Figure, digits: &str) -> Number {
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if digits.len() < 3 || zeros == 0 {
        return figure.half.clone();
    }
    let place = Number::power_of_ten(i32::try_from(zeros).unwrap_or(0)) * Number::ratio(1, 2);
    place.min(&figure.value * &Number::ratio(1, 20))
}

/// A plus or minus sign right before digits: `Some(true)` is minus.
fn sign(i: Tokens<'_>) -> Parsed<'_, bool> {
    let (rest, negative) =
        alt((mark("-").map(|()| true), mark("−").map(|()| true), mark("+").map(|()| false))).parse(i)?;
    let free = !i.is_glued() || i.before(1).is_some_and(|token| matches!(i.text_of(token), "(" | "[" | "–"));
    if free && rest.is_glued() && rest.sees_digits() { Ok((rest, negative)) } else { Err(NO) }
}

/// Whole digits without their group marks, and whether there were any.
fn whole(i: Tokens<'_>) -> Parsed<'_, (String, bool)> {
    let (mut i, first) = digits(i)?;
    let mut text = first.to_owned();
    let mut grouped = false;
    while text.len() <= crate::value::MAX_DIGITS {
        let Ok((rest, group)) = group(i, first.len()) else { break };
        text.push_str(group);
        grouped = true;
        i = rest;
    }
    Ok((i, (text, grouped)))
}

/// A group mark and three digits, or two in Indian grouping, where three must follow at the end.
fn group<'a>(i: Tokens<'a>, first: usize) -> Parsed<'a, &'a str> {
    let token = i.first().ok_or(NO)?;
    let language = i.sentence.language;
    if first > 3 {
        return Err(NO);
    }
    let in_group = |i: Tokens<'a>| {
        let (rest, digits) = glued(digits).parse(i)?;
        let indian = digits.len() == 2
            && rest.is_glued()
            && rest.first().is_some_and(|next| {
                i.text_of(next).starts_with(language.group)
                    && rest.skip(1).is_glued()
                    && rest.skip(1).sees_digits()
            });
        if digits.len() == 3 || indian { Ok((rest, digits)) } else { Err(NO) }
    };
    if token.glued && (i.text_of(token).starts_with(language.group) || matches!(i.text_of(token), "'" | "’"))
    {
        return in_group(i.skip(1));
    }
    // Thin and no-break spaces group; an ordinary space does not: “in 2019 500 people”.
    let before = i.before(1).ok_or(NO)?;
    let gap = &i.sentence.text[before.end as usize..token.start as usize];
    if matches!(gap, "\u{a0}" | "\u{2009}" | "\u{202f}") {
        let (rest, digits) = digits(i)?;
        if digits.len() == 3 {
            return Ok((rest, digits));
        }
    }
    Err(NO)
}

/// The decimal mark and digits behind it.
fn fraction(i: Tokens<'_>) -> Parsed<'_, &str> {
    let token = i.first().ok_or(NO)?;
    if !i.text_of(token).starts_with(i.sentence.language.decimal) {
        return Err(NO);
    }
    let (rest, digits) = glued(digits).parse(i.skip(1))?;
    let glued_to_figure =
        token.glued && i.before(1).is_some_and(|t| t.class == crate::language::Class::Digits);
    let stands_alone = !token.glued || !i.before(1).is_some_and(|t| t.class != crate::language::Class::Mark);
    if glued_to_figure || stands_alone { Ok((rest, digits)) } else { Err(NO) }
}

/// “10 1/2”, “10½”, “1/2” alone is a fraction.
fn mixed_fraction(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, mut figure) = numeral(i)?;
    if !figure.bare {
        return Err(NO);
    }
    let (rest, part) = alt((vulgar, slashed)).parse(rest)?;
    figure.value = figure.value + part;
    figure.bare = false;
    figure.decimal = true;
    figure.half = Number::ratio(1, 8);
    figure.round_half = figure.half.clone();
    Ok((rest, figure))
}

/// ½ and its like.
fn vulgar(i: Tokens<'_>) -> Parsed<'_, Number> {
    let token = i.first().ok_or(NO)?;
    let (above, below) = match i.text_of(token) {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return Err(NO),
    };
    Ok((i.skip(1), Number::ratio(above, below)))
}

/// 1/2 behind a whole number.
fn slashed(i: Tokens<'_>) -> Parsed<'_, Number> {
    if i.is_glued() {
        return Err(NO);
    }
    let (rest, (above, (), below)) = (digits, glued(mark("/")), glued(digits)).parse(i)?;
    let (above, below): (i64, i64) = (above.parse().map_err(|_| NO)?, below.parse().map_err(|_| NO)?);
    let proper = 0 < above && above < below && below <= 100;
    if proper { Ok((rest, Number::ratio(above, below))) } else { Err(NO) }
}

/// “forty-five thousand three hundred and two”, “a hundred”, “half a million”, “two dozen”.
fn words(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (i, value) = alt((half_a_scale, dozens, vulgar, whole_words)).parse(i)?;
    let mut figure = Figure::new(value, Number::ratio(1, 2));
    figure.in_words = true;
    if figure.value.is_integer() {
        figure.round_half = round_half(&figure, &figure.value.to_string());
    } else {
        figure.half = Number::ratio(1, 8);
        figure.round_half = figure.half.clone();
    }
    Ok((i, figure))
}

/// “half a million”, “a half million”.
fn half_a_scale(i: Tokens<'_>) -> Parsed<'_, Number> {
    let article = || opt(role(Role::A));
    let (i, (_, (), _, power)) = (article(), role(Role::Half), article(), scale).parse(i)?;
    Ok((i, Number::power_of_ten(power.into()) * Number::ratio(1, 2)))
}

/// “a dozen”, “three dozen”.
fn dozens(i: Tokens<'_>) -> Parsed<'_, Number> {
    let group = meaning(|meaning| match meaning {
        Meaning::Group(size) => Some(i64::from(*size)),
        _ => None,
    });
    let count = alt((role(Role::A).map(|()| 1), below_hundred));
    let (i, (count, size)) = (opt(count), group).parse(i)?;
    Ok((i, Number::from(count.unwrap_or(1) * size)))
}

/// Words up to the largest scale, largest first: “two million three hundred thousand and five”.
fn whole_words(i: Tokens<'_>) -> Parsed<'_, Number> {
    let (mut i, (count, mut power)) = word_group(i)?;
    let mut sum = &count * &Number::power_of_ten(power.into());
    while power > 0 {
        let joined = preceded(opt(alt((role(Role::And), glued(mark(","))))), word_group);
        let (rest, Some((count, next))) = opt(joined).parse(i)? else { break };
        if next >= power {
            break;
        }
        sum = sum + &count * &Number::power_of_ten(next.into());
        (i, power) = (rest, next);
    }
    Ok((i, sum))
}

/// A count and its scale: “three hundred”, “forty-five thousand”, “two and a half million”, “seven”.
fn word_group<'a>(i: Tokens<'a>) -> Parsed<'a, (Number, u8)> {
    let counted = |i: Tokens<'a>| {
        let (i, count) = below_thousand(i)?;
        let and_a_half = (role(Role::And), opt(role(Role::A)), role(Role::Half));
        let (i, half) = opt(and_a_half).parse(i)?;
        let count = Number::from(count) + if half.is_some() { Number::ratio(1, 2) } else { Number::zero() };
        let (i, power) = opt(preceded(opt(hyphen), large_scale)).parse(i)?;
        match (half, power) {
            (Some(_), None) => Ok((i, (count, 0))),
            (_, power) => Ok((i, (count, power.unwrap_or(0)))),
        }
    };
    let article = |i: Tokens<'a>| {
        let (i, ((), power)) = (role(Role::A), large_scale).parse(i)?;
        Ok((i, (Number::from(1), power)))
    };
    alt((counted, article)).parse(i)
}

fn large_scale(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (i, power) = scale(i)?;
    if power > 2 { Ok((i, power)) } else { Err(NO) }
}

/// “three hundred and two”, “a hundred”, “nineteen hundred”.
fn below_thousand<'a>(i: Tokens<'a>) -> Parsed<'a, i64> {
    let hundred = |i: Tokens<'a>| {
        let (i, power) = preceded(opt(hyphen), scale).parse(i)?;
        if power == 2 { Ok((i, ())) } else { Err(NO) }
    };
    let hundreds = |i: Tokens<'a>| {
        let (i, (count, ())) = (alt((below_hundred, role(Role::A).map(|()| 1))), hundred).parse(i)?;
        let (i, rest) = opt(preceded(opt(role(Role::And)), below_hundred)).parse(i)?;
        Ok((i, 100 * count + rest.unwrap_or(0)))
    };
    alt((hundreds, below_hundred)).parse(i)
}

/// “forty-five”, “forty five”, “seven”.
pub(super) fn below_hundred<'a>(i: Tokens<'a>) -> Parsed<'a, i64> {
    let (i, first) = cardinal(i)?;
    if first >= 20 && first % 10 == 0 {
        let unit = |i: Tokens<'a>| {
            let (i, unit) = preceded(opt(hyphen), cardinal).parse(i)?;
            if (1..10).contains(&unit) { Ok((i, unit)) } else { Err(NO) }
        };
        let (i, unit) = opt(unit).parse(i)?;
        return Ok((i, first + unit.unwrap_or(0)));
    }
    Ok((i, first))
}

fn cardinal(i: Tokens<'_>) -> Parsed<'_, i64> {
    meaning(|meaning| match meaning {
        Meaning::Cardinal(value) => Some(i64::from(*value)),
        _ => None,
    })
    .parse(i)
}
