//! Digits with groups and decimals: 5,000 · 5 000 · 5'000 · 12,34,567 · 3.75 · .5

use std::borrow::Cow;

use nom::Parser;
use nom::combinator::opt;

use super::{Figure, round_half};
use crate::claims::grammar::{NO, Parsed, Tokens, digits, glued};
use crate::language::{Class, Meaning};
use crate::value::{MAX_DIGITS, Number};

/// Digits, with groups and decimals.
pub(in crate::claims) fn numeral(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (i, whole) = opt(whole).parse(i)?;
    // “.5” behind a letter or digit is the end of a version.
    let begins_with_mark = whole.is_none() && (i.is_glued() && !follows_sign(i));
    let (i, fraction) = if begins_with_mark { (i, None) } else { opt(fraction).parse(i)? };
    let (text, grouped) = whole.unwrap_or_default();
    // “1.250,50”: full stops in front of a comma and two figures are group marks, whatever the language.
    if let (Some(thousands), false) = (fraction, grouped)
        && let Ok((rest, decimals)) = decimals_behind_groups(i, &text, thousands)
    {
        let place = Number::power_of_ten(-i32::try_from(decimals.len()).map_err(|_| NO)?);
        let value = Number::decimal(&format!("{text}{thousands}.{decimals}")).ok_or(NO)?;
        let figure = Figure { decimal: true, ..Figure::new(value, place * Number::half()) };
        return Ok((rest, figure));
    }
    if text.is_empty() && fraction.is_none() {
        return Err(NO);
    }
    let fraction = fraction.unwrap_or_default();
    if text.len() > MAX_DIGITS {
        return Ok((i, too_long()));
    }
    let kept = fraction.len().min(MAX_DIGITS - text.len());
    let (value, half) = if kept == 0 {
        (Number::decimal(&text), Number::half())
    } else {
        let place = Number::power_of_ten(-i32::try_from(kept).map_err(|_| NO)?);
        (Number::decimal(&format!("{text}.{}", &fraction[..kept])), place * Number::half())
    };
    let value = value.ok_or(NO)?;
    let mut figure = Figure::new(value, half);
    figure.bare = !grouped && fraction.is_empty();
    figure.decimal = !fraction.is_empty();
    figure.too_long = kept < fraction.len();
    if fraction.is_empty() {
        figure.round_half = round_half(&figure, &text);
    }
    Ok((i, figure))
}

/// The “,50” of “1.250,50”.
fn decimals_behind_groups<'a>(i: Tokens<'a>, first: &str, thousands: &str) -> Parsed<'a, &'a str> {
    if !(1..=3).contains(&first.len()) || thousands.len() != 3 || !is_mark(i) {
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

/// Whole digits without their group marks, and whether there were any.
fn whole(i: Tokens<'_>) -> Parsed<'_, (Cow<'_, str>, bool)> {
    let start = i;
    let (mut i, first) = digits(i)?;
    let mut text = Cow::Borrowed(first);
    let mut gap = None;
    while let Ok((rest, (digits, mark))) = group(i, first, gap) {
        // What is too long is read to its end, but not kept.
        if text.len() <= MAX_DIGITS {
            text.to_mut().push_str(digits);
        }
        gap = Some(mark);
        i = rest;
    }
    // “555 123 4567” and “March 12 500” are no groups.
    if gap == Some(Gap::Space) && !spaces_group(start, i) {
        return Ok((start.skip(1), (first.into(), false)));
    }
    Ok((i, (text, gap.is_some())))
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
fn group<'a>(i: Tokens<'a>, first: &str, before: Option<Gap>) -> Parsed<'a, (&'a str, Gap)> {
    let token = i.first().ok_or(NO)?;
    if first.len() > 3 {
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
    if group.len() == 3 || indian { Ok((rest, (group, gap))) } else { Err(NO) }
}

fn gap(i: Tokens<'_>, token: crate::language::Token) -> Option<Gap> {
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
fn fraction(i: Tokens<'_>) -> Parsed<'_, &str> {
    let token = i.first().ok_or(NO)?;
    if !i.text_of(token).starts_with(i.sentence.language.decimal) {
        return Err(NO);
    }
    let (rest, digits) = glued(digits).parse(i.skip(1))?;
    let before = i.before(1);
    let glued_to_figure = token.glued && before.is_some_and(|t| t.class == Class::Digits);
    let stands_alone = !token.glued || !before.is_some_and(|t| t.class != Class::Mark);
    if glued_to_figure || stands_alone { Ok((rest, digits)) } else { Err(NO) }
}
