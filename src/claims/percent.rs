//! Percentages: “5 %”, “5.2 per cent”, “between 10 and 20 percent”.

use nom::Parser;

use super::Kind;
use super::amount::{Form, amount, joint};
use super::draft::Draft;
use super::figure::figure;
use super::grammar::{Parsed, Tokens, meaning};
use crate::language::Meaning;
use crate::value::Measure;

const FORM: Form<Measure> = Form { figure, before: None, after: Some(sign) };

pub(super) fn percent(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, amount) = amount(i, &FORM)?;
    Ok((rest, Draft::of_amount(Kind::Percent, amount, |measure| measure)))
}

fn sign(i: Tokens<'_>) -> Parsed<'_, Measure> {
    let word = meaning(|meaning| match meaning {
        Meaning::Percent => Some(Measure::Percent),
        Meaning::PercentagePoint => Some(Measure::PercentagePoint),
        _ => None,
    });
    let (i, ((), measure)) = (joint, word).parse(i)?;
    Ok((i, measure))
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
            ("fell 3 percentage points", "3 percentage points", "percent 3 [2.5, 3.5)"),
        ]);
    }

    #[test]
    fn near_misses_are_no_percentages() {
        ignores_kind("percent", &["per cent of all", "5 people", "percentages of 4"]);
    }
}
