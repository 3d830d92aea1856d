//! Places in an order: “45th”, “the twenty-first”, “one hundred and first”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::Kind;
use super::draft::Draft;
use super::figure::{numeral, whole_words};
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, meaning, role, worded};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{Measure, Number, Value};

pub(super) fn ordinal(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let spelled = |i| {
        let (rest, place) = alt((counted, in_words)).parse(i)?;
        // “frames per second”
        let per = |meaning: &Meaning| *meaning == Meaning::Role(Role::Per);
        let rate = i.back(1).is_some_and(|word| word.means_marked(Starts::JOINT, per));
        if is_name(i) || is_pause(i, rest) || rate { Err(NO) } else { Ok((rest, place)) }
    };
    let (rest, place) = alt((in_figures, spelled.map(number))).parse(i)?;
    if rest.first().is_some_and(|token| token.glued && token.class != Class::Mark) {
        return Err(NO);
    }
    let value = Value::Amount { low: place, high: None, measure: Measure::Ordinal };
    Ok((rest, Draft::new(Kind::Ordinal, value, None)))
}

/// A place, in figures with an ending or in words.
pub(super) fn place(i: Tokens<'_>) -> Parsed<'_, Number> {
    alt((in_figures, in_words.map(number))).parse(i)
}

fn number(place: u64) -> Number {
    i64::try_from(place).map_or_else(|_| Number::zero(), Number::from)
}

/// “45th”, “1,000th”.
fn in_figures(i: Tokens<'_>) -> Parsed<'_, Number> {
    if !i.sentence.ahead(i.at).meets(Starts::ORDINAL_SUFFIX) {
        return Err(NO);
    }
    let ending = meaning(|meaning| (*meaning == Meaning::OrdinalSuffix).then_some(()));
    let (behind, figure) = numeral(i)?;
    let (rest, ()) = glued(ending).parse(behind)?;
    // “12st” is a weight, “22th” a slip of the pen.
    let last = behind.before(1).map_or("", |token| i.text_of(token));
    let stones = behind.sees("st") && (!last.ends_with('1') || last.ends_with("11"));
    if figure.decimal || stones { Err(NO) } else { Ok((rest, figure.value)) }
}

/// “third”, “twenty-first”.
pub(super) fn in_words(i: Tokens<'_>) -> Parsed<'_, u64> {
    let compound = |i| {
        let (i, tens) = tens(i)?;
        let (i, unit) = preceded_by_hyphen(i)?;
        if unit < 10 { Ok((i, tens + unit)) } else { Err(NO) }
    };
    alt((compound, word)).parse(i)
}

/// A number and an ordinal behind: “one hundred and first”, “two hundredth”, “a hundred trillionth”.
fn counted(i: Tokens<'_>) -> Parsed<'_, u64> {
    let (rest, count) = alt((|i| whole_words(i, false), the_hundred)).parse(i)?;
    let count = count.to_i64().and_then(|count| u64::try_from(count).ok()).ok_or(NO)?;
    let (rest, and) = opt(role(Role::And)).parse(rest)?;
    let (rest, place) = alt((in_words, preceded_by_hyphen)).parse(rest)?;
    let place = match place {
        // Powers of ten are multiplied.
        100 | 1_000 | 1_000_000.. if and.is_none() && count > 0 => count.checked_mul(place).ok_or(NO)?,
        1..100 if count.is_multiple_of(100) && count > 0 => count + place,
        1..10 if and.is_none() && count.is_multiple_of(10) && !count.is_multiple_of(100) && count > 100 => {
            count + place
        }
        _ => return Err(NO),
    };
    Ok((rest, place))
}

/// The hundred of “the hundred and first”, where nothing counts it.
fn the_hundred(i: Tokens<'_>) -> Parsed<'_, Number> {
    let the = i.at.checked_sub(1).is_some_and(|at| role(Role::The).parse(Tokens { at, ..i }).is_ok());
    let hundred =
        worded(Starts::SCALE, |meaning| (*meaning == Meaning::Scale(2)).then_some(Number::from(100)));
    let mut hundred = hundred;
    if the { hundred.parse(i) } else { Err(NO) }
}

fn preceded_by_hyphen(i: Tokens<'_>) -> Parsed<'_, u64> {
    let (i, _) = opt(hyphen).parse(i)?;
    word(i)
}

/// “the Second World War”: a capital inside a sentence makes it a name.
fn is_name(i: Tokens<'_>) -> bool {
    let shouted = |token| i.text_of(token).chars().nth(1).is_some_and(char::is_uppercase);
    i.first().is_some_and(|token| token.capital && !shouted(token))
        && i.before(1).is_some_and(|before| before.class == Class::Word)
}

/// “a forty-second pause”: behind an article the second is a length of time.
fn is_pause(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let article = i.at.checked_sub(1).is_some_and(|at| {
        Tokens { at, ..i }.means_marked(Starts::A, |meaning| *meaning == Meaning::Role(Role::A))
    });
    let last = Tokens { at: rest.at.saturating_sub(1), ..i };
    article && rest.at > i.at + 1 && last.means(|meaning| matches!(meaning, Meaning::Time(_)))
}

fn tens(i: Tokens<'_>) -> Parsed<'_, u64> {
    worded(Starts::CARDINAL, |meaning| match meaning {
        Meaning::Cardinal(value) if *value >= 20 && *value % 10 == 0 => Some(u64::from(*value)),
        _ => None,
    })
    .parse(i)
}

fn word(i: Tokens<'_>) -> Parsed<'_, u64> {
    worded(Starts::ORDINAL, |meaning| match meaning {
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
            ("the one hundred and first", "one hundred and first", "ordinal 101"),
            ("the one hundred twenty-fifth page", "one hundred twenty-fifth", "ordinal 125"),
            ("its two hundredth year", "two hundredth", "ordinal 200"),
            ("the hundred and first boat", "hundred and first", "ordinal 101"),
            ("his 11th and 12th goals", "11th", "ordinal 11"),
            ("the 31st of them", "31st", "ordinal 31"),
            ("the 1,000th goal", "1,000th", "ordinal 1000"),
            ("the thirtyfirst member", "thirtyfirst", "ordinal 31"),
            ("the forty-second president", "forty-second", "ordinal 42"),
        ]);
    }

    #[test]
    fn near_misses_are_no_ordinals() {
        ignores_kind(
            "ordinal",
            &[
                "45 presidents",
                "the stand",
                "St. Louis",
                "two seconds",
                "the Second World War",
                "a forty-second pause",
                "He weighs 12st and runs.",
                "He weighs 11st 4lb.",
                "a second chance",
                "120 frames per second",
                "the split second",
            ],
        );
    }
}
