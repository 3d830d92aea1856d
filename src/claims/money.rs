//! Money: “$5 million”, “US$2.3bn”, “20 euros”, “EUR 300”, “50 cents”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;

use super::Kind;
use super::amount::{Form, amount, joint};
use super::draft::Draft;
use super::figure::{Figure, figure, money_figure};
use super::grammar::{NO, Parsed, Tokens, meaning};
use crate::language::{Class, Meaning};
use crate::value::{Measure, Number};

/// A currency, and how many of the thing named make one of it.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    code: Option<Arc<str>>,
    parts: u8,
}

const FORM: Form<Mark> = Form { figure: any_figure, before: Some(sign), after: Some(word) };

pub(super) fn money(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, mut amount) = amount(i, &FORM)?;
    let parts = Number::from(i64::from(amount.mark.parts));
    if amount.mark.parts > 1 {
        for figure in [Some(&mut amount.low), amount.high.as_mut()].into_iter().flatten() {
            for number in [&mut figure.value, &mut figure.half, &mut figure.round_half] {
                *number = number.clone() / parts.clone();
            }
        }
    }
    Ok((rest, Draft::of_amount(Kind::Money, amount, |mark| Measure::Money(mark.code))))
}

fn any_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let beside_sign = i.before(1).is_some_and(|token| token.class == Class::Mark);
    if beside_sign { alt((money_figure, figure)).parse(i) } else { alt((figure, money_figure)).parse(i) }
}

fn currency(i: Tokens<'_>) -> Parsed<'_, Mark> {
    meaning(|meaning| match meaning {
        Meaning::Currency { code, parts } => Some(Mark { code: code.clone(), parts: *parts }),
        _ => None,
    })
    .parse(i)
}

/// A sign or code in front: $5, EUR 300. A currency's word stands behind only.
fn sign(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (rest, mark) = currency(i)?;
    let written = &i.sentence.text[i.span_to(rest).range()];
    let is_word = written.chars().any(char::is_lowercase);
    if is_word || mark.parts > 1 { Err(NO) } else { Ok((rest, mark)) }
}

/// A sign, code or word behind: 5 $, 300 EUR, 20 euros, a 20-euro note.
fn word(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (i, ((), mark)) = (joint, currency).parse(i)?;
    Ok((i, mark))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn money_is_read() {
        reads(&[
            ("It cost $5 million.", "$5 million", "money 5000000 [4500000, 5500000)"),
            ("US$2.3bn", "US$2.3bn", "money 2300000000 USD [2250000000, 2350000000)"),
            ("for 20 euros", "20 euros", "money 20 EUR [19.5, 20.5)"),
            ("EUR 300", "EUR 300", "money 300 EUR [285, 315)"),
            ("£5m", "£5m", "money 5000000 [4500000, 5500000)"),
            ("$5-10 million", "$5-10 million", "money 5000000..10000000 [5000000, 10000000]"),
            ("about $40", "about $40", "money 40 about [36, 44]"),
            ("50 cents", "50 cents", "money 0.5 [0.495, 0.505)"),
            ("a 20-euro note", "20-euro", "money 20 EUR [19.5, 20.5)"),
            ("$1.50", "$1.50", "money 1.5 [1.495, 1.505)"),
        ]);
    }

    #[test]
    fn near_misses_are_no_money() {
        ignores_kind(
            "money",
            &["dollars alone", "5 people in dollars", "the $ sign", "5m away", "the euro in 1999"],
        );
    }
}
