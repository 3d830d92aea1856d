//! Numbers that are seen to be whole at a glance: a run of bytes, or one word, with nothing behind that belongs to them.
//!
//! Nearly every number of prose is one, and most places where a number is looked for are seen to have none.

use super::words::{is_article, lone, scale, sees_hyphen};
use super::{Figure, digits, stands_alone};
use crate::claims::grammar::{Found, Tokens};
use crate::language::{Class, Meaning, Role, Starts, Token};

/// The number that begins here, or that none does; `None` where it must be looked at more closely.
pub(super) fn glance(i: Tokens<'_>) -> Option<Found> {
    let first = i.first()?;
    match first.class {
        Class::Digits => figures(i),
        Class::Word => word(i),
        Class::Mark => is_no_sign(i, first).then_some(None),
    }
}

/// Digits, with one scale word or none: “5,000 men”, “5.2 million”.
fn figures(i: Tokens<'_>) -> Option<Found> {
    /// What a scale may go on with: “5 million two hundred”.
    const GOES_ON: Starts = Starts::CARDINAL;
    /// What makes a word behind digits more than a scale: “dozen” is a group, “m” a suffix.
    const OTHER: Starts =
        Starts::SUFFIX.or(Starts::GROUP).or(Starts::COUNT_WORD).or(Starts::JOINT).or(Starts::FRACTION);
    let (rest, mut figure) = digits::glance(i)?;
    if stands_alone(rest) {
        return Some(Some((rest.at, figure)));
    }
    let word = rest.first().filter(|next| next.class == Class::Word && !next.glued)?;
    if !word.uses.marks.meets(Starts::SCALE) || word.uses.marks.meets(OTHER) {
        return None;
    }
    let (rest, power) = scale(rest).ok()?;
    if !stands_alone(rest) || rest.marks().meets(GOES_ON) {
        return None;
    }
    figure.scale_by(power);
    Some(Some((rest.at, figure)))
}

fn word(i: Tokens<'_>) -> Option<Found> {
    let starts = i.starts().and(Starts::FIGURE);
    if starts == Starts::CARDINAL {
        let (rest, count) = lone(i)?;
        return (!rest.sees("(")).then(|| Some((rest.at, Figure::spelled(count.into()))));
    }
    // “a year”, “the third time”, “the third-quarter loss”, “hundreds of men”.
    let of_unit = |next: Tokens<'_>| sees_hyphen(next) && next.skip(1).marks().meets(Starts::UNIT);
    let number = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Minus | Role::Point));
    let none = starts == Starts::A && is_article(i)
        || starts == Starts::COUNT_WORD && !i.means(number)
        || starts == Starts::FRACTION && is_one_word(i) && !of_unit(i.skip(1));
    none.then_some(None)
}

/// Whether no phrase of several words begins a number here.
fn is_one_word(i: Tokens<'_>) -> bool {
    i.word_starts().1.and(Starts::FIGURE).is_empty()
}

/// A mark of one byte that is no sign or decimal mark with figures right behind; a part of a whole such as ½ has two.
fn is_no_sign(i: Tokens<'_>, mark: Token) -> bool {
    let next = i.skip(1);
    let [byte] = i.text_of(mark).as_bytes() else { return false };
    let signs = matches!(byte, b'-' | b'+') || char::from(*byte) == i.sentence.language.decimal;
    !signs || !(next.is_glued() && (next.sees_digits() || next.sees(".")))
}
