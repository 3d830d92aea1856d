//! Lengths of time: “14 months”, “a four-year term”, “two years and three months”, “half an hour”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::amount::{Form, amount, hedge_before, joint, same};
use super::draft::Draft;
use super::figure::figure;
use super::grammar::{NO, Parsed, Tokens, glued, mark, meaning, role};
use crate::language::{Class, Meaning, Role};
use crate::value::{Duration, Number, TimeUnit};

const FORM: Form<TimeUnit> = Form { figure, before: None, after: Some(unit_behind), join: same };

pub(super) fn duration(i: Tokens<'_>) -> Parsed<'_, Draft> {
    alt((counted, one)).parse(i)
}

fn counted(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (mut i, amount) = amount(i, &FORM)?;
    let low = Duration::new(amount.low.value.clone(), amount.mark);
    let Some(high) = &amount.high else {
        let mut length = low;
        let mut unit = amount.mark;
        let mut half = amount.low.half.clone();
        while let (rest, Some((count, smaller))) = opt(smaller_than(unit)).parse(i)? {
            length = length.and(count, smaller);
            (i, unit, half) = (rest, smaller, Number::zero());
        }
        let days = Duration::new(half, amount.mark).days();
        return Ok((i, Draft::of_duration(length, None, amount.hedge, days.hi.value().cloned())));
    };
    let high = Duration::new(high.value.clone(), amount.mark);
    Ok((i, Draft::of_duration(low, Some(high), amount.hedge, None)))
}

/// “a decade”, “half an hour”, “an hour and a half”.
fn one(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (i, hedge) = opt(hedge_before).parse(i)?;
    let half = (role(Role::Half), opt(role(Role::A))).map(|_| Number::ratio(1, 2));
    let (i, count) = alt((half, role(Role::A).map(|()| Number::from(1)))).parse(i)?;
    let (i, unit) = unit_behind(i)?;
    let and_a_half = (role(Role::And), opt(role(Role::A)), role(Role::Half));
    let (i, half) = opt(and_a_half).parse(i)?;
    let count = if half.is_some() { count + Number::ratio(1, 2) } else { count };
    Ok((i, Draft::of_duration(Duration::new(count, unit), None, hedge, None)))
}

/// A smaller unit behind: two years *and three months*.
fn smaller_than<'a>(than: TimeUnit) -> impl Parser<Tokens<'a>, Output = (Number, TimeUnit), Error = ()> {
    move |i: Tokens<'a>| {
        let (i, _) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
        let (i, _) = opt(role(Role::And)).parse(i)?;
        let (i, (count, unit)) = (figure, unit_behind).parse(i)?;
        if unit < than { Ok((i, (count.value, unit))) } else { Err(NO) }
    }
}

fn unit_behind(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let word = meaning(|meaning| match meaning {
        Meaning::Time(unit) => Some(*unit),
        _ => None,
    });
    let (i, ((), unit)) = (joint, word).parse(i)?;
    let goes_on = i.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((i, unit)) }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn durations_are_read() {
        reads(&[
            ("within 14 months", "14 months", "duration P14M"),
            ("a four-year term", "four-year", "duration P4Y"),
            ("two years and three months", "two years and three months", "duration P2Y3M"),
            ("half an hour", "half an hour", "duration PT0.5H"),
            ("a decade of war", "a decade", "duration P10Y"),
            ("more than 20 years", "more than 20 years", "duration P20Y over"),
            ("5 to 7 days", "5 to 7 days", "duration P5D..P7D"),
            ("an hour and a half", "an hour and a half", "duration PT1.5H"),
            ("1 hour, 20 minutes", "1 hour, 20 minutes", "duration PT1H20M"),
        ]);
    }

    #[test]
    fn near_misses_are_no_durations() {
        ignores_kind(
            "duration",
            &["for years", "the year 2020", "the 1990s", "second place", "the third day"],
        );
    }
}
