//! Quantities with a unit: “8,849 m”, “a 26-mile race”, “5 ft 10 in”, “30 km/h”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::Kind;
use super::amount::{Amount, Form, amount, joint};
use super::draft::Draft;
use super::figure::figure;
use super::grammar::{NO, Parsed, Tokens, glued, meaning, role};
use crate::language::{Class, Meaning, Role};
use crate::value::{Measure, Number, Unit};

const FORM: Form<Arc<Unit>> = Form { figure, before: None, after: Some(unit_behind) };

pub(super) fn quantity(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (mut i, mut amount) = amount(i, &FORM)?;
    while let (rest, Some(())) = opt(|i| smaller(i, &mut amount)).parse(i)? {
        i = rest;
    }
    // Lengths of time are durations.
    if is_time(&amount.mark) {
        return Err(NO);
    }
    Ok((i, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)))
}

fn is_time(unit: &Unit) -> bool {
    matches!(unit.name.as_str(), "second" | "minute" | "hour" | "day" | "week" | "month" | "year")
}

/// A smaller unit of the same dimension behind: 5 ft *10 in*, 6 pounds *3 ounces*.
fn smaller<'a>(i: Tokens<'a>, amount: &mut Amount<Arc<Unit>>) -> Parsed<'a, ()> {
    if amount.high.is_some() {
        return Err(NO);
    }
    let (i, _) = opt(alt((role(Role::And), glued(super::grammar::mark(","))))).parse(i)?;
    let (i, figure) = figure(i)?;
    let (i, unit) = preceded(joint, |i| unit(i, true)).parse(i)?;
    let larger = &amount.mark;
    if !unit.comparable(larger)
        || unit.factor >= larger.factor
        || !larger.offset.is_zero()
        || figure.decimal && unit.factor == larger.factor
    {
        return Err(NO);
    }
    let in_larger = |n: &Number| n * &(unit.factor.clone() / larger.factor.clone());
    amount.low.value = &amount.low.value + &in_larger(&figure.value);
    amount.low.half = in_larger(&figure.half);
    amount.low.round_half = amount.low.half.clone();
    amount.tokens.1 = i.at;
    Ok((i, ()))
}

fn unit_behind(i: Tokens<'_>) -> Parsed<'_, Arc<Unit>> {
    preceded(joint, |i| unit(i, false)).parse(i)
}

/// A unit, plain or made of others: km, square miles, km², km/h, litres per hour.
fn unit(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    let (i, above) = powered(i, in_compound)?;
    let below = preceded(role(Role::Per), |i| powered(i, true));
    match opt(below).parse(i)? {
        (rest, Some(below)) if !word_goes_on(rest) => Ok((rest, Arc::new(above.per(&below)))),
        _ => Ok((i, above)),
    }
}

fn powered(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    let power_before = alt((role(Role::Square).map(|()| 2), role(Role::Cubic).map(|()| 3)));
    let (i, before) = opt(power_before).parse(i)?;
    let (i, unit) = simple(i, in_compound || before.is_some())?;
    let power_behind =
        alt((role(Role::Squared).map(|()| 2), role(Role::Cubed).map(|()| 3), glued(superscript)));
    let (i, behind) = opt(power_behind).parse(i)?;
    if word_goes_on(i) {
        return Err(NO);
    }
    Ok((i, before.or(behind).map_or(Arc::clone(&unit), |power| Arc::new(unit.to_the(power)))))
}

/// The 2 of “km2” and “m^2”.
fn superscript(i: Tokens<'_>) -> Parsed<'_, i8> {
    let (i, _) = opt(super::grammar::mark("^")).parse(i)?;
    match i.first() {
        Some(token) if token.glued && i.text_of(token) == "2" => Ok((i.skip(1), 2)),
        Some(token) if token.glued && i.text_of(token) == "3" => Ok((i.skip(1), 3)),
        _ => Err(NO),
    }
}

fn simple(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    let (rest, (unit, weak)) = meaning(|meaning| match meaning {
        Meaning::Unit { unit, weak } => Some((Arc::clone(unit), *weak)),
        _ => None,
    })
    .parse(i)?;
    // “5 in the morning” is no length; “5 in)” and “5 ft 10 in” are.
    let ends = rest.first().is_none_or(|token| token.class == Class::Mark);
    if weak && !(in_compound || ends) { Err(NO) } else { Ok((rest, unit)) }
}

/// A letter or digit glued behind makes it another word: “5 mA”, “3 months'” are read by longer phrases.
fn word_goes_on(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|token| token.glued && token.class != Class::Mark)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn quantities_are_read() {
        reads(&[
            ("It is 8,849 m high.", "8,849 m", "quantity 8849 metre [8848.5, 8849.5)"),
            ("a 26-mile race", "26-mile", "quantity 26 mile [25.5, 26.5)"),
            ("5km away", "5km", "quantity 5 kilometre [4.5, 5.5)"),
            ("30 square miles", "30 square miles", "quantity 30 square_mile [29.5, 30.5)"),
            ("12.5 km² of forest", "12.5 km²", "quantity 12.5 square_kilometre [12.45, 12.55)"),
            ("at 90 km/h", "90 km/h", "quantity 90 kilometre_per_hour [89.5, 90.5)"),
            ("60 miles per hour", "60 miles per hour", "quantity 60 mile_per_hour [59.5, 60.5)"),
            ("18 °C", "18 °C", "quantity 18 degree_celsius [17.5, 18.5)"),
            (
                "over 299,792,458 m/s",
                "over 299,792,458 m/s",
                "quantity 299792458 metre_per_second over (299792458, ∞)",
            ),
            ("10 to 15 kilograms", "10 to 15 kilograms", "quantity 10..15 kilogram [10, 15]"),
            ("He is 5 ft 10 in tall.", "5 ft 10 in", "quantity 5.833333333333 foot [5.791666666667, 5.875)"),
            ("6 pounds 3 ounces", "6 pounds 3 ounces", "quantity 6.1875 pound [6.15625, 6.21875)"),
            ("3.5 kWh", "3.5 kWh", "quantity 3.5 kilowatt_hour [3.45, 3.55)"),
        ]);
    }

    #[test]
    fn near_misses_are_no_quantities() {
        ignores_kind(
            "quantity",
            &["5 in the morning", "5 metric", "5 minutes", "in 1990 in Rome", "20 Germans", "5 Ks"],
        );
    }
}
