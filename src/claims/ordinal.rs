//! Places in an order: “45th”, “the twenty-first”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::Kind;
use super::draft::Draft;
use super::grammar::{NO, Parsed, Tokens, digits, glued, hyphen, meaning};
use crate::language::{Class, Meaning};
use crate::value::{Measure, Number, Value};

pub(super) fn ordinal(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, place) = place(i)?;
    if rest.first().is_some_and(|token| token.glued && token.class != Class::Mark) {
        return Err(NO);
    }
    let value = Value::Amount { low: place, high: None, measure: Measure::Ordinal };
    Ok((rest, Draft::new(Kind::Ordinal, value, None)))
}

/// A place, in figures with an ending or in words.
pub(super) fn place(i: Tokens<'_>) -> Parsed<'_, Number> {
    alt((in_figures, in_words.map(|place| Number::from(i64::from(place))))).parse(i)
}

fn in_figures(i: Tokens<'_>) -> Parsed<'_, Number> {
    let ending = meaning(|meaning| (*meaning == Meaning::OrdinalSuffix).then_some(()));
    let (rest, (text, ())) = (digits, glued(ending)).parse(i)?;
    Ok((rest, Number::decimal(text).ok_or(NO)?))
}

/// “third”, “twenty-first”.
pub(super) fn in_words(i: Tokens<'_>) -> Parsed<'_, u32> {
    let compound = |i| {
        let (i, tens) = tens(i)?;
        let (i, unit) = preceded(opt(hyphen), word).parse(i)?;
        if unit < 10 { Ok((i, tens + unit)) } else { Err(NO) }
    };
    alt((compound, word)).parse(i)
}

fn tens(i: Tokens<'_>) -> Parsed<'_, u32> {
    meaning(|meaning| match meaning {
        Meaning::Cardinal(value) if *value >= 20 && *value % 10 == 0 => Some(u32::from(*value)),
        _ => None,
    })
    .parse(i)
}

fn word(i: Tokens<'_>) -> Parsed<'_, u32> {
    meaning(|meaning| match meaning {
        Meaning::Ordinal(value) => Some(*value),
        _ => None,
    })
    .parse(i)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn ordinals_are_read() {
        reads(&[
            ("the 45th president", "45th", "ordinal 45 [45, 45]"),
            ("his twenty-first novel", "twenty-first", "ordinal 21 [21, 21]"),
            ("came third", "third", "ordinal 3 [3, 3]"),
        ]);
    }

    #[test]
    fn near_misses_are_no_ordinals() {
        ignores_kind("ordinal", &["45 presidents", "the stand", "St. Louis", "two seconds"]);
    }
}
