//! Percentages: “5 %”, “5.2 per cent”, “between 10 and 20 percent”.

use nom::Parser;

use super::Kind;
use super::amount::{Form, amount, joint, same};
use super::draft::Draft;
use super::figure::figure;
use super::grammar::{NO, Parsed, Tokens, worded};
use crate::language::{Class, Meaning, Starts};
use crate::value::{Measure, Number};

/// What is counted, and how many of it make one.
#[derive(Debug, Clone, PartialEq)]
struct Sign {
    measure: Measure,
    parts: i64,
}

const FORM: Form<Sign> = Form { figure, before: None, after: Some(sign), marks: Starts::PERCENT, join: same };

pub(super) fn percent(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, mut amount) = amount(i, &FORM)?;
    if amount.mark.parts != 1 {
        let share = Number::ratio(1, amount.mark.parts);
        amount.low.multiply(&share);
        if let Some(high) = &mut amount.high {
            high.multiply(&share);
        }
    }
    Ok((rest, Draft::of_amount(Kind::Percent, amount, |sign| sign.measure)))
}

fn sign(i: Tokens<'_>) -> Parsed<'_, Sign> {
    let word = worded(Starts::PERCENT, |meaning| match meaning {
        Meaning::Percent => Some(Sign { measure: Measure::Percent, parts: 1 }),
        Meaning::PercentagePoint => Some(Sign { measure: Measure::PercentagePoint, parts: 1 }),
        Meaning::BasisPoint => Some(Sign { measure: Measure::PercentagePoint, parts: 100 }),
        _ => None,
    });
    let (rest, ((), sign)) = (joint, word).parse(i)?;
    // “30%25” is an address.
    let goes_on = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((rest, sign)) }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn percentages_are_read() {
        reads(&[
            ("It rose 5%.", "5%", "percent 5 [4.5, 5.5)"),
            ("5.2 per cent", "5.2 per cent", "percent 5.2 [5.15, 5.25)"),
            ("between 10 and 20 percent", "between 10 and 20 percent", "percent 10..20 [10, 20]"),
            ("10%-20%", "10%-20%", "percent 10..20 [10, 20]"),
            ("more than twenty percent", "more than twenty percent", "percent 20 over (20, ∞)"),
            ("a 12-percent rise", "12-percent", "percent 12 [11.5, 12.5)"),
            ("cut by 25 basis points", "25 basis points", "percent 0.25 [0.245, 0.255)"),
            ("minus five per cent", "minus five per cent", "percent -5"),
            ("at 3.5 ± 0.2 %", "3.5 ± 0.2 %", "percent 3.5 [3.3, 3.7)"),
            ("fell 3 percentage points", "3 percentage points", "percent 3 [2.5, 3.5)"),
        ]);
    }

    #[test]
    fn near_misses_are_no_percentages() {
        ignores_kind("percent", &["per cent of all", "5 people", "percentages of 4", "q=30%25x"]);
    }
}
