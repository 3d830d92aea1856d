//! Numbers that are seen to be whole at a glance: a run of bytes, or one word, with nothing behind that belongs to them.
//!
//! Nearly every number of prose is one, and most places where a number is looked for are seen to have none.

use super::words::{is_article, lone, scale, sees_hyphen};
use super::{Figure, digits, stands_alone};
use crate::claims::grammar::Tokens;
use crate::claims::memory::Found;
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
    /// “quarter-mile”, “quarter-million”.
    const DIVIDED: Starts = Starts::UNIT.or(Starts::SCALE).or(Starts::COUNT_WORD).or(Starts::GROUP);
    let starts = i.starts().and(Starts::FIGURE);
    if starts == Starts::CARDINAL {
        let (rest, count) = lone(i)?;
        return (!rest.sees("(")).then(|| Some((rest.at, Figure::spelled(count.into()))));
    }
    // “a year”, “the third time”, “the third-quarter loss”, “hundreds of men”.
    let is_divided = |next: Tokens<'_>| sees_hyphen(next) && next.skip(1).marks().meets(DIVIDED);
    let number = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Minus | Role::Point));
    let none = starts == Starts::A && is_article(i)
        || starts == Starts::COUNT_WORD && !i.means(number)
        || starts == Starts::FRACTION && is_one_word(i) && !is_divided(i.skip(1));
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

#[cfg(test)]
mod tests {
    use super::super::closely;
    use super::{digits, glance};
    use crate::claims::testing::look_from_each;
    use crate::language::Starts;
    use proptest::prelude::*;

    /// What numbers are made of, and what stands around them.
    const PIECES: &[&str] = &[
        "5",
        "12",
        "345",
        "0",
        "000",
        "2000",
        "1234567890123456789",
        "1,234",
        "12,345,678",
        "1.5",
        "0.25",
        ",",
        ".",
        "'",
        "-",
        "+",
        "/",
        "(",
        ")",
        "%",
        "$",
        "½",
        "–",
        "³",
        "\u{a0}",
        "x",
        "X",
        "e",
        "K",
        "m",
        "th",
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "millions",
        "hundreds",
        "dozen",
        "a",
        "half",
        "third",
        "thirds",
        "quarter",
        "few",
        "couple",
        "and",
        "in",
        "to",
        "out",
        "of",
        "every",
        "over",
        "point",
        "minus",
        "or",
        "so",
        "mile",
        "years",
        "men",
    ];

    /// Pieces, with or without a space in front.
    fn text() -> impl Strategy<Value = String> {
        let piece = (any::<bool>(), prop::sample::select(PIECES));
        let piece = piece.prop_map(|(apart, piece)| format!("{}{piece}", if apart { " " } else { "" }));
        prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
    }

    /// Places where a text and what is seen in it at a glance differ from what is read there closely.
    fn compare(text: &str) {
        look_from_each(text, |i| {
            if let (Some(seen), true) = (glance(i), i.starts().meets(Starts::FIGURE)) {
                assert_eq!(closely(i), seen, "from token {} of {text:?}", i.at);
            }
            if let Some((rest, figure)) = digits::glance(i) {
                let read = digits::closely(i).ok().map(|(rest, figure)| (rest.at, figure));
                assert_eq!(read, Some((rest.at, figure)), "digits from token {} of {text:?}", i.at);
            }
        });
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_seen_at_a_glance_is_what_is_read(text in text()) {
            compare(&text);
        }
    }

    #[test]
    fn most_numbers_are_seen_at_a_glance() {
        for (text, length) in [
            ("5,000 men", 3),
            ("5.2 million in May", 4),
            ("12 years", 1),
            ("seven men", 1),
            ("10-mile", 1),
            ("3 to 1", 1),
        ] {
            look_from_each(text, |i| {
                let seen = (i.at == 0).then(|| glance(i).flatten().map(|(end, _)| end));
                assert!(seen.is_none_or(|end| end == Some(length)), "{text:?}: {seen:?}");
            });
        }
    }

    #[test]
    fn what_goes_on_is_looked_at_more_closely() {
        for text in [
            "1 in 5",
            "5 and a half",
            "1'000",
            "12,34,567",
            "1.250,50",
            "2-1/2",
            "1e6",
            "30 (thirty)",
            "quarter-million",
        ] {
            look_from_each(text, |i| assert!(i.at > 0 || glance(i).is_none(), "{text:?}"));
        }
    }
}
