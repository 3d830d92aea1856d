//! Percentages: “5 %”, “5.2 per cent”, “between 10 and 20 percent”.

use nom::Parser;
use nom::branch::alt;

use super::Kind;
use super::amount::{Form, amount, joint, same};
use super::draft::Draft;
use super::figure::{below_hundred, figure};
use super::frame::ends_in_part;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, role, worded};
use super::number::{goes_on, noun};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{Measure, Number, Value};

/// What is counted, and how many of it make one.
#[derive(Debug, Clone, PartialEq)]
struct Sign {
    measure: Measure,
    parts: i64,
}

const FORM: Form<Sign> = Form { figure, before: None, after: Some(sign), marks: Starts::PERCENT, join: same };

pub(super) fn percent(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if i.marks().meets(Starts::PERCENT) {
        let without_figure = alt((in_front, step_of_rate)).parse(i);
        // “half a percent”, “three percent”.
        if without_figure.is_ok() {
            return without_figure;
        }
    }
    if let Ok(read) = quarters_of_point(i) {
        return Ok(read);
    }
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

/// “per cent of twenty”: the word in front of a number that counts nothing.
fn in_front(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let percent = worded(Starts::PERCENT, |meaning| (*meaning == Meaning::Percent).then_some(()));
    let (number, ((), ())) = (percent, role(Role::Of)).parse(i)?;
    let (rest, figure) = figure(number)?;
    // “ten per cent of 30”, “what percent of 30”, “the percent of 30 voters”.
    let free = i.before(1).is_none_or(|before| before.class == Class::Mark && !i.is_glued());
    let ends = !goes_on(rest) && noun(rest).is_none() && !rest.means(|meaning| *meaning == Meaning::Stop);
    if !free || !ends || !figure.value.is_integer() {
        return Err(NO);
    }
    let value = Value::Amount { low: figure.value, high: None, measure: Measure::Percent };
    Ok((rest, Draft::new(Kind::Percent, value, None)))
}

/// “three-quarter-point”: the steps of a quarter are counted with a hyphen, the cuts in “three quarter-point cuts” are not.
fn quarters_of_point(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// A count and a hyphen.
    const COUNTED: usize = 2;
    if !i.skip(COUNTED).is_glued() || !i.skip(COUNTED).marks().meets(Starts::PERCENT) {
        return Err(NO);
    }
    let (step, (count, ())) = (below_hundred, hyphen).parse(i)?;
    let (rest, step) = glued(rate_points).parse(step)?;
    if count == 3 { step_of(i, rest, &step * &Number::from(count)) } else { Err(NO) }
}

/// “a quarter-point cut”: so much of a percentage point, where the sentence speaks of rates.
fn step_of_rate(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, step) = rate_points(i)?;
    step_of(i, rest, step)
}

fn rate_points(i: Tokens<'_>) -> Parsed<'_, Number> {
    worded(Starts::PERCENT, |meaning| match meaning {
        Meaning::RatePoints(hundredths) => Some(Number::ratio(i64::from(*hundredths), 100)),
        _ => None,
    })
    .parse(i)
}

/// A step of a rate that begins here, with what is behind it.
fn step_of<'a>(i: Tokens<'a>, rest: Tokens<'a>, low: Number) -> Parsed<'a, Draft> {
    let glued = rest.first().is_some_and(|next| next.glued && next.class != Class::Mark);
    let spoken_of = || {
        let mut places = 0..i.at + i.rest().len();
        places.any(|at| Tokens { at, ..i }.means(|meaning| *meaning == Meaning::RateCue))
    };
    if glued || !spoken_of() {
        return Err(NO);
    }
    let value = Value::Amount { low, high: None, measure: Measure::PercentagePoint };
    Ok((rest, Draft::new(Kind::Percent, value, None)))
}

fn sign(i: Tokens<'_>) -> Parsed<'_, Sign> {
    alt((sign_behind, sign_of_one)).parse(i)
}

/// The “of 1 percent” of “half of 1 percent”, the “of a percentage point” of “a quarter of a percentage point”.
fn sign_of_one(i: Tokens<'_>) -> Parsed<'_, Sign> {
    // Only a part is said to be of one.
    if !i.marks().meets(Starts::JOINT) || !ends_in_part(i) {
        return Err(NO);
    }
    let (rest, ()) = role(Role::Of).parse(i)?;
    let one = worded(Starts::CARDINAL, |meaning| (*meaning == Meaning::Cardinal(1)).then_some(()));
    let (rest, ()) = alt((role(Role::A), one, mark("1"))).parse(rest)?;
    sign_behind(rest)
}

fn sign_behind(i: Tokens<'_>) -> Parsed<'_, Sign> {
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
            ("half a percent less", "half a percent", "percent 0.5"),
            ("rose half of 1 percent", "half of 1 percent", "percent 0.5"),
            ("three-quarters of a percentage point", "three-quarters of a percentage point", "percent 0.75"),
            ("up 1/4 of 1%", "1/4 of 1%", "percent 0.25"),
            ("a quarter percentage point", "a quarter percentage point", "percent 0.25"),
            ("fell 0.4 of a percentage point", "0.4 of a percentage point", "percent 0.4"),
            ("a 75-basis-point rise", "75-basis-point", "percent 0.75"),
            ("sixty-odd percent of them", "sixty-odd percent", "percent 60 about"),
            ("40-plus per cent of it", "40-plus per cent", "percent 40 at_least"),
            ("6 - 12% of it", "6 - 12%", "percent 6..12"),
            ("-6% to -12% on the year", "-6% to -12%", "percent -12..-6 [-12, -6]"),
            ("three to four per cent", "three to four per cent", "percent 3..4"),
            ("per cent of thirty-one", "per cent of thirty-one", "percent 31"),
            ("The Fed made a quarter-point cut.", "quarter-point", "percent 0.25 [0.25, 0.25]"),
            ("a half-point rise in interest rates", "half-point", "percent 0.5"),
            ("Rates rose by a three-quarter-point.", "three-quarter-point", "percent 0.75"),
            ("a quarter-point cut in rates", "quarter-point", "percent 0.25"),
            ("half percentage point", "half percentage point", "percent 0.5"),
            ("rose three percent", "three percent", "percent 3"),
            ("fell 3 percentage points", "3 percentage points", "percent 3 [2.5, 3.5)"),
        ]);
    }

    #[test]
    fn near_misses_are_no_percentages() {
        ignores_kind(
            "percent",
            &[
                "per cent of all",
                "5 people",
                "percentages of 4",
                "q=30%25x",
                "what percent of 30 is 6",
                "percent of 40 voters",
                "two of one kind",
                "half of 1 pint",
                "She leads by a half-point with two games left.",
                "the second half of the quarter",
                "a quarter pointed at it, as rates fell",
            ],
        );
    }
}
