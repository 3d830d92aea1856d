//! Digits with groups and decimals: 5,000 · 5 000 · 5'000 · 12,34,567 · 3.75 · .5

use nom::Parser;

use super::{Figure, round_half, zeros_of};
use crate::claims::grammar::{NO, Parsed, Tokens, digits, glued};
use crate::language::{Class, Language, Meaning, Starts, Token};
use crate::value::{MAX_DIGITS, Number};

/// Digits, with groups and decimals.
pub(in crate::claims) fn numeral(i: Tokens<'_>) -> Parsed<'_, Figure> {
    glance(i).map_or_else(|| closely(i), Ok)
}

/// What is not seen by the bytes alone.
#[inline(never)]
pub(super) fn closely(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let start = i;
    let (end, grouped) = whole(start).unwrap_or((start, false));
    let written = Written { text: i.sentence.text, tokens: &start.rest()[..end.at - start.at] };
    // “.5” behind a letter or digit is the end of a version.
    let begins_with_mark = written.tokens.is_empty() && start.is_glued() && !follows_sign(start);
    let decimals = if begins_with_mark { None } else { decimals(end) };
    // “1.250,50”: full stops in front of a comma and two figures are group marks, whatever the language.
    if let (Some((i, first)), false) = (decimals, grouped)
        && let (i, thousands) = more_groups(i, first)
        && let Ok((rest, decimals)) = decimals_behind_groups(i, written.length(), first)
    {
        let place = Number::power_of_ten(-i32::try_from(decimals.len()).map_err(|_| NO)?);
        let value = Number::decimal(&format!("{}{thousands}.{decimals}", written.digits())).ok_or(NO)?;
        let figure = Figure { decimal: true, ..Figure::new(value, place * Number::half()) };
        return Ok((rest, figure));
    }
    if written.tokens.is_empty() && decimals.is_none() {
        return Err(NO);
    }
    let (rest, fraction) = decimals.unwrap_or((end, ""));
    let length = written.length();
    if length > MAX_DIGITS {
        return Ok((rest, too_long()));
    }
    let kept = fraction.len().min(MAX_DIGITS - length);
    let (value, half) = written.value(&fraction[..kept]).ok_or(NO)?;
    let mut figure = Figure::new(value, half);
    figure.bare = !grouped && fraction.is_empty();
    figure.decimal = !fraction.is_empty();
    figure.too_long = kept < fraction.len();
    if fraction.is_empty() {
        figure.round_half = round_half(&figure, length, || written.zeros());
    }
    Ok((rest, figure))
}

/// “1,3 million”, “5,00”: a comma that can be no group mark is a decimal mark.
pub(super) fn comma_decimals(rest: Tokens<'_>, figure: Figure) -> (Tokens<'_>, Figure) {
    let [comma, decimals, behind @ ..] = rest.rest() else { return (rest, figure) };
    let figures = decimals.class == Class::Digits && decimals.end - decimals.start <= 2;
    let group = || rest.text_of(*comma).starts_with(rest.sentence.language.group);
    if !(figures && decimals.glued && comma.glued && figure.bare && group()) {
        return (rest, figure);
    }
    let text = rest.text_of(*decimals);
    let goes_on = match behind {
        [next, ..] if next.glued && next.class != Class::Mark => true,
        [next, other, ..] => next.glued && other.glued && other.class == Class::Digits,
        _ => false,
    };
    let scaled = behind.first().is_some_and(|next| next.uses.marks.meets(Starts::SCALE));
    let decimal = scaled || text.len() == 2 && text.starts_with('0');
    if goes_on || !decimal {
        return (rest, figure);
    }
    let place = 10_i64.pow(u32::try_from(text.len()).unwrap_or(0));
    let decimals = Number::ratio(add_digits(0, text.as_bytes()), place);
    let value = &figure.value + &decimals;
    (rest.skip(2), Figure { decimal: true, ..Figure::new(value, Number::ratio(1, 2 * place)) })
}

/// Digits with groups and decimals, by their bytes alone: in front of a letter, a space and a letter, or a mark that goes
/// on in no number. Nearly every number of prose is seen so.
pub(super) fn glance(i: Tokens<'_>) -> Option<(Tokens<'_>, Figure)> {
    let first = i.first().filter(|token| token.class == Class::Digits)?;
    let bytes = &i.sentence.text.as_bytes()[first.start as usize..];
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let Language { group, decimal, .. } = i.sentence.language;
    let goes_on = |at: usize, marks: [char; 2]| {
        bytes.get(at).is_some_and(|byte| marks.contains(&char::from(*byte))) && is_digit(at + 1)
    };
    let (mut value, whole) = run(bytes, 0, 0);
    let (mut end, mut groups, mut places) = (whole, 0, 0);
    while whole <= GROUP && goes_on(end, [*group; 2]) {
        let (more, length) = run(bytes, end + 1, value);
        if length != GROUP {
            return None;
        }
        (value, end, groups) = (more, end + 1 + length, groups + 1);
    }
    if goes_on(end, [*decimal; 2]) {
        (value, places) = run(bytes, end + 1, value);
        end += 1 + places;
    }
    let ends = match &bytes[end..] {
        [] => true,
        [b' ', behind @ ..] => behind.first().is_some_and(u8::is_ascii_alphabetic),
        // “1'000”
        [b'\'', ..] => !is_digit(end + 1),
        [next, ..] => next.is_ascii_graphic() && !goes_on(end, [*group, *decimal]),
    };
    let length = whole + GROUP * groups;
    // Zeros only are no number that is rounded.
    if !ends || length + places > SHORT || value == 0 {
        return None;
    }
    let tokens = 1 + 2 * groups + 2 * usize::from(places > 0);
    Some((i.skip(tokens), read(value, length, places, groups > 0)?))
}

/// The figures of a group.
const GROUP: usize = 3;

/// A number with more digits behind it, as long as there are any, and how many those are. Whether it fits is for the
/// caller to see.
fn run(bytes: &[u8], at: usize, before: i64) -> (i64, usize) {
    let (mut value, mut end) = (before, at);
    while let Some(digit) = bytes.get(end).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        value = value.wrapping_mul(10).wrapping_add(digit.into());
        end += 1;
    }
    (value, end - at)
}

fn read(value: i64, length: usize, places: usize, grouped: bool) -> Option<Figure> {
    if places > 0 {
        let place = 10_i64.checked_pow(u32::try_from(places).ok()?)?;
        let figure = Figure::new(Number::ratio(value, place), Number::ratio(1, 2 * place));
        return Some(Figure { decimal: true, ..figure });
    }
    let mut figure = Figure { bare: !grouped, ..Figure::new(value.into(), Number::half()) };
    figure.round_half = round_half(&figure, length, || zeros_of(value));
    Some(figure)
}

/// So many digits fit a machine word whatever they are, and so does twice the power of ten that they are parts of.
const SHORT: usize = 18;

/// A number with more digits behind it, together no more than [`SHORT`].
fn add_digits(before: i64, digits: &[u8]) -> i64 {
    digits.iter().fold(before, |sum, digit| 10 * sum + i64::from(digit.wrapping_sub(b'0')))
}

fn zeros_behind(digits: &[u8]) -> usize {
    digits.iter().rev().take_while(|digit| **digit == b'0').count()
}

/// The digits of a whole number, with the marks between their groups.
#[derive(Clone, Copy)]
struct Written<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Written<'a> {
    fn groups(self) -> impl DoubleEndedIterator<Item = &'a [u8]> {
        let digits = self.tokens.iter().filter(|token| token.class == Class::Digits);
        digits.map(move |token| &self.text.as_bytes()[token.start as usize..token.end as usize])
    }

    fn digits(self) -> String {
        self.groups().flatten().map(|digit| char::from(*digit)).collect()
    }

    fn length(self) -> usize {
        self.groups().map(<[u8]>::len).sum()
    }

    /// How many zeros stand at the end.
    fn zeros(self) -> usize {
        let mut zeros = 0;
        for group in self.groups().rev() {
            let here = zeros_behind(group);
            zeros += here;
            if here < group.len() {
                break;
            }
        }
        zeros
    }

    /// The number with these decimals, and half of the last digit's place.
    fn value(self, decimals: &str) -> Option<(Number, Number)> {
        if self.length() + decimals.len() <= SHORT {
            let value = add_digits(self.groups().fold(0, add_digits), decimals.as_bytes());
            if decimals.is_empty() {
                return Some((Number::from(value), Number::half()));
            }
            let place = 10_i64.pow(u32::try_from(decimals.len()).ok()?);
            return Some((Number::ratio(value, place), Number::ratio(1, 2 * place)));
        }
        let mut text = self.digits();
        if decimals.is_empty() {
            return Some((Number::decimal(&text)?, Number::half()));
        }
        text.push('.');
        text.push_str(decimals);
        let place = Number::power_of_ten(-i32::try_from(decimals.len()).ok()?);
        Some((Number::decimal(&text)?, place * Number::half()))
    }
}

/// The groups behind the first of “1.250.300,50”, with that.
fn more_groups<'a>(mut i: Tokens<'a>, first: &str) -> (Tokens<'a>, String) {
    let mut groups = first.to_owned();
    while let Some((rest, group)) = decimals(i).filter(|(_, group)| i.is_glued() && group.len() == GROUP)
        && groups.len() <= SHORT
    {
        groups.push_str(group);
        i = rest;
    }
    (i, groups)
}

/// The “,50” of “1.250,50”.
fn decimals_behind_groups<'a>(i: Tokens<'a>, first: usize, thousands: &str) -> Parsed<'a, &'a str> {
    if !(1..=3).contains(&first) || thousands.len() != 3 || !is_mark(i) {
        return Err(NO);
    }
    let (rest, decimals) = glued(digits).parse(i.skip(1))?;
    let goes_on = rest.is_glued() && rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    if decimals.len() <= 2 && !goes_on { Ok((rest, decimals)) } else { Err(NO) }
}

/// What stands for a number that is too long to hold: the largest power of ten that can be held.
pub(super) fn too_long() -> Figure {
    let limit = i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX);
    Figure { too_long: true, ..Figure::new(Number::power_of_ten(limit), Number::zero()) }
}

fn follows_sign(i: Tokens<'_>) -> bool {
    i.before(1).is_some_and(|token| {
        token.class == Class::Mark && !matches!(i.text_of(token), "." | ":" | "/" | "_" | ")" | "]")
    })
}

/// Where whole digits with their group marks end, and whether there are any of those.
fn whole(start: Tokens<'_>) -> Parsed<'_, bool> {
    let (mut i, first) = digits(start)?;
    let mut gap = None;
    while let Ok((rest, mark)) = group(i, first, gap) {
        gap = Some(mark);
        i = rest;
    }
    // “555 123 4567” and “March 12 500” are no groups, nor is a list that ends in two figures: “22,24,26,31”.
    let short = gap == Some(Gap::Mark) && i.before(1).is_some_and(|last| last.end - last.start < 3);
    if short || gap == Some(Gap::Space) && !spaces_group(start, i) {
        return Ok((start.skip(1), false));
    }
    Ok((i, gap.is_some()))
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// A comma or apostrophe.
    Mark,
    /// A comma with spaces around it, as corpora of single words have it.
    SpacedMark,
    /// A thin or no-break space.
    NoBreak,
    /// A common space.
    Space,
}

/// A group mark and three digits, or two in Indian grouping, where three must follow at the end.
fn group<'a>(i: Tokens<'a>, first: &str, before: Option<Gap>) -> Parsed<'a, Gap> {
    let token = i.first().ok_or(NO)?;
    if first.len() > 3 || token.class == Class::Word {
        return Err(NO);
    }
    let gap = gap(i, token).ok_or(NO)?;
    if before.is_some_and(|before| before != gap) {
        return Err(NO);
    }
    let behind = if matches!(gap, Gap::Mark | Gap::SpacedMark) { i.skip(1) } else { i };
    let (rest, group) = digits(behind)?;
    let indian = group.len() == 2 && gap == Gap::Mark && is_mark(rest) && rest.skip(1).is_glued() && {
        let next = rest.skip(1).first();
        next.is_some_and(|next| next.class == Class::Digits && matches!(next.end - next.start, 2 | 3))
    };
    if group.len() == 3 || indian { Ok((rest, gap)) } else { Err(NO) }
}

fn gap(i: Tokens<'_>, token: Token) -> Option<Gap> {
    if is_mark(i) {
        return i.skip(1).is_glued().then_some(Gap::Mark);
    }
    if token.class == Class::Mark {
        let spaced =
            !token.glued && !i.skip(1).is_glued() && i.text_of(token).starts_with(i.sentence.language.group);
        return spaced.then_some(Gap::SpacedMark);
    }
    let before = i.before(1)?;
    match &i.sentence.text[before.end as usize..token.start as usize] {
        "\u{a0}" | "\u{2009}" | "\u{202f}" => Some(Gap::NoBreak),
        " " => Some(Gap::Space),
        _ => None,
    }
}

/// A group mark right behind what stands before it.
fn is_mark(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|token| {
        let text = i.text_of(token);
        token.glued && (text.starts_with(i.sentence.language.group) || matches!(text, "'" | "’"))
    })
}

/// Whether common spaces between `start` and `end` can be group marks.
fn spaces_group(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let zero = start.first().is_some_and(|token| start.text_of(token).starts_with('0'));
    let behind_date_or_number = start.at.checked_sub(1).is_some_and(|at| {
        let before = Tokens { at, ..start };
        before.sees_digits() || before.means(|meaning| matches!(meaning, Meaning::Month(_) | Meaning::Label))
    });
    let goes_on = end.sees_digits() || end.is_glued() && end.skip(1).is_glued() && end.skip(1).sees_digits();
    !zero && !behind_date_or_number && !goes_on
}

/// The decimal mark and digits behind it.
fn decimals(i: Tokens<'_>) -> Option<(Tokens<'_>, &str)> {
    let token = i.first().filter(|token| token.class == Class::Mark)?;
    let digits = i.skip(1).first().filter(|digits| digits.glued && digits.class == Class::Digits)?;
    if !i.text_of(token).starts_with(i.sentence.language.decimal) {
        return None;
    }
    let before = i.before(1);
    let glued_to_figure = token.glued && before.is_some_and(|t| t.class == Class::Digits);
    let stands_alone = !token.glued || !before.is_some_and(|t| t.class != Class::Mark);
    (glued_to_figure || stands_alone).then(|| (i.skip(2), i.text_of(digits)))
}
