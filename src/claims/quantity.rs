//! Quantities with a unit: “8,849 m”, “a 26-mile race”, “5 ft 10 in”, “30 km/h”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::Kind;
use super::amount::{Amount, Form, amount, hedge_before, joint, same};
use super::draft::Draft;
use super::feet::{arc, bare_inches, feet_and_inches};
use super::figure::{Figure, couple, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, meaning, role};
use super::unit::{is_time, unit, unit_behind};
use crate::language::{Cue, Meaning, Role, Starts};
use crate::value::{Measure, Number, Unit, Value};

const UNIT: Starts = Starts::UNIT.or(Starts::WEAK_UNIT);

const FORM: Form<Arc<Unit>> =
    Form { figure: exact_figure, before: None, after: Some(unit_behind), marks: UNIT, join: same };

pub(super) fn quantity(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if let Ok(read) = feet_and_inches(i) {
        return Ok(read);
    }
    let frame = Frame::of(i);
    if frame.may_have(UNIT) {
        return alt((counted, one, degrees_below_zero, listed)).parse(i);
    }
    let (start, behind) = frame.inputs(i);
    // “3, 4 and 5 km”, “3 by 4 m”, “3-by-4-metre”.
    let goes_on = behind.is_glued() || behind.marks().meets(Starts::JOINT.or(Starts::CUE));
    let listed = |i| if goes_on { listed(i) } else { Err(NO) };
    if start.marks().meets(Starts::A) { alt((one, listed)).parse(i) } else { listed(i) }
}

fn counted(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (mut i, mut amount) = amount(i, &FORM)?;
    while let (rest, Some(())) = opt(|i| smaller(i, &mut amount)).parse(i)? {
        i = rest;
    }
    if let (rest, Some(())) = opt(|i| bare_inches(i, &mut amount)).parse(i)? {
        i = rest;
    }
    // Lengths of time are durations, and “6 pm” is an hour of the day.
    let unit_at = i.at.saturating_sub(1);
    let hour =
        !amount.low.decimal && Tokens { at: unit_at, ..i }.means(|meaning| *meaning == Meaning::NotClaim);
    if is_time(&amount.mark) || hour {
        return Err(NO);
    }
    if let (rest, Some(())) = opt(below_zero).parse(i)? {
        amount.low.negate();
        i = rest;
    }
    Ok((i, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)))
}

pub(super) fn exact_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, figure) = alt((figure, couple)).parse(i)?;
    if figure.too_long { Err(NO) } else { Ok((rest, figure)) }
}

/// The “45” of “45 and 50 mg”: the unit behind the last of a list is that of all.
fn listed(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// No list is longer, nor are the largest and the smallest further apart.
    const LONGEST: usize = 8;
    const APART: i64 = 100;
    let (first, hedge) = opt(hedge_before).parse(i)?;
    let (rest, figure) = exact_figure(first)?;
    let in_figures = first.sees_digits();
    let mut next = rest;
    for _ in 0..LONGEST {
        let (behind, comma) = opt(glued(mark(","))).parse(next)?;
        let (behind, and) = opt(role(Role::And)).parse(behind)?;
        // “3 by 4 m”, “a 3-by-4-metre room”.
        let (behind, by) = opt(by).parse(behind)?;
        let joined = comma.is_some() || and.is_some() || by.is_some();
        if !joined || by.is_none() && behind.is_glued() || behind.sees_digits() != in_figures {
            break;
        }
        let (behind, other) = exact_figure(behind)?;
        let near = |a: &Number, b: &Number| a <= &(b * &Number::from(APART));
        if !near(&figure.value, &other.value)
            || !near(&other.value, &figure.value)
            || figure.value.is_negative()
        {
            break;
        }
        let last = and.is_some() || by.is_some() && unit_behind(behind).is_ok();
        if last {
            let (_, unit) = unit_behind(behind)?;
            if is_time(&unit) {
                break;
            }
            let amount = Amount {
                low: figure,
                high: None,
                hedge,
                mark: unit,
                tokens: (i.at, rest.at),
                open: [false; 2],
            };
            return Ok((rest, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)));
        }
        next = behind;
    }
    Err(NO)
}

/// The “by” of “3 by 4 m”, with spaces or hyphens around it.
fn by(i: Tokens<'_>) -> Parsed<'_, ()> {
    // Most figures of a list have a comma or “and” behind them.
    if !i.marks().meets(Starts::CUE) && !i.is_glued() {
        return Err(NO);
    }
    let (rest, before) = opt(hyphen).parse(i)?;
    let word = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::By);
    if rest.is_glued() != before.is_some() || !rest.means(word) {
        return Err(NO);
    }
    let (rest, behind) = opt(hyphen).parse(rest.skip(1))?;
    if behind.is_some() == before.is_some() && rest.is_glued() == before.is_some() {
        Ok((rest, ()))
    } else {
        Err(NO)
    }
}

/// “a kilogram”, “an ml”: a unit that is no other word, with an article.
fn one(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, hedge) = opt(hedge_before).parse(i)?;
    let (rest, ()) = role(Role::A).parse(rest)?;
    let sure =
        rest.marks().meets(UNIT) && rest.means(|meaning| matches!(meaning, Meaning::Unit { sure: true, .. }));
    if !sure {
        return Err(NO);
    }
    // “$3 a gallon”, “5 cents a mile” are rates.
    let rate = i.at.checked_sub(1).is_some_and(|at| {
        let before = Tokens { at, ..i };
        let measured = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Currency { .. }
                    | Meaning::Unit { .. }
                    | Meaning::Scale(_)
                    | Meaning::Percent
                    | Meaning::Time(_)
            )
        };
        // “1,600 SDRs a tonne”: whatever is counted in front.
        let counted = i.at.checked_sub(2).is_some_and(|at| Tokens { at, ..i }.sees_digits());
        before.sees_digits() || counted || before.means(measured)
    });
    let (rest, unit) = unit(rest, false)?;
    if rate || is_time(&unit) {
        return Err(NO);
    }
    let value = Value::Amount { low: Number::from(1), high: None, measure: Measure::Unit(unit) };
    Ok((rest, Draft::new(Kind::Quantity, value, hedge)))
}

/// “20 below zero” without its degrees.
fn degrees_below_zero(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, hedge) = opt(hedge_before).parse(i)?;
    let (rest, (mut figure, ())) = (exact_figure, below_zero).parse(rest)?;
    figure.negate();
    let unit = i.sentence.language.units.get("degree").ok_or(NO)?;
    let value = Value::Amount { low: figure.value, high: None, measure: Measure::Unit(unit) };
    Ok((rest, Draft::new(Kind::Quantity, value, hedge)))
}

/// “20 degrees *below zero*”.
fn below_zero(i: Tokens<'_>) -> Parsed<'_, ()> {
    meaning(|meaning| (*meaning == Meaning::BelowZero).then_some(())).parse(i)
}

/// A smaller unit of the same dimension behind: 5 ft *10 in*, 6 pounds *3 ounces*.
fn smaller<'a>(i: Tokens<'a>, amount: &mut Amount<Arc<Unit>>) -> Parsed<'a, ()> {
    let larger = &amount.mark;
    if amount.high.is_some() || amount.low.decimal || larger.name.contains("_per_") {
        return Err(NO);
    }
    let comma = i.sees(",");
    let (i, _) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
    let (i, figure) = exact_figure(i)?;
    let (i, unit) = alt((|i| arc(i, larger), preceded(joint, |i| unit(i, true)))).parse(i)?;
    if !unit.comparable(larger) || unit.factor >= larger.factor || !larger.offset.is_zero() {
        return Err(NO);
    }
    let in_larger = |n: &Number| n * &(unit.factor.clone() / larger.factor.clone());
    let more = in_larger(&figure.value);
    // “5 km, 7,000 m” are two lengths, “2 yards and 7 feet” is one.
    if more.is_negative() || more >= Number::from(if comma { 1 } else { 10 }) {
        return Err(NO);
    }
    amount.low.value = &amount.low.value + &more;
    amount.low.half = in_larger(&figure.half);
    amount.low.round_half = amount.low.half.clone();
    amount.tokens.1 = i.at;
    Ok((i, ()))
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
            ("at 30 miles an hour", "30 miles an hour", "quantity 30 mile_per_hour"),
            ("7,200 tonnes a year", "7,200 tonnes a year", "quantity 7200 tonne_per_year"),
            ("from 7,200 tonnes a year earlier", "7,200 tonnes", "quantity 7200 tonne [7150, 7250)"),
            ("6.5 litres per 100 km", "6.5 litres per 100 km", "quantity 6.5 litre_per_100_kilometre"),
            ("-1e-3 W/min", "-1e-3 W/min", "quantity -0.001 watt_per_minute"),
            ("9.8 m/s²", "9.8 m/s²", "quantity 9.8 metre_per_square_second"),
            ("a kilogram of rice", "a kilogram", "quantity 1 kilogram [1, 1]"),
            ("half a litre", "half a litre", "quantity 0.5 litre"),
            ("3/4 cup of milk", "3/4 cup", "quantity 0.75 cup"),
            ("10 kms 8 metres", "10 kms 8 metres", "quantity 10.008 kilometre"),
            ("a three-quarter-mile track", "three-quarter-mile", "quantity 0.75 mile"),
            ("20 degrees below zero", "20 degrees below zero", "quantity -20 degree"),
            ("44 ml to 50 mg", "44 ml", "quantity 44 millilitre"),
            ("by 25 % to 34,500 tonnes", "25 %", "percent 25"),
            ("at 300 km s⁻¹", "300 km s⁻¹", "quantity 300 kilometre_per_second"),
            ("1.2 kg m-3", "1.2 kg m-3", "quantity 1.2 kilogram_per_cubic_metre"),
            ("a quarter-mile sprint", "a quarter-mile", "quantity 0.25 mile"),
            ("fell to 12 below zero", "12 below zero", "quantity -12 degree"),
            ("70 ° Fahrenheit", "70 ° Fahrenheit", "quantity 70 degree_fahrenheit"),
            ("a dose of 45 and 50 mg", "45", "quantity 45 milligram [44.5, 45.5)"),
            ("boats of 6, 8 and 12 m", "6", "quantity 6 metre"),
            ("at 5e14 s-1", "5e14 s-1", "quantity 500000000000000 inverse_second"),
            ("a 6'2\" man", "6'2\"", "quantity 6.166666666667 foot"),
            ("a 4-by-6-metre room", "4", "quantity 4 metre"),
            ("4 by 6 metres", "4", "quantity 4 metre"),
            ("4 x 6 × 8 cm", "4", "quantity 4 centimetre"),
            ("12 st 3 lb", "12 st 3 lb", "quantity 12.214285714286 stone"),
            ("8 kg·m/s", "8 kg·m/s", "quantity 8 kilogram_metre_per_second"),
            ("8 N·s of it", "8 N·s", "quantity 8 newton_second"),
            ("a weight of 30 [kg]", "30 [kg]", "quantity 30 kilogram"),
            ("weighs over two pounds", "over two pounds", "quantity 2 pound over"),
        ]);
    }

    #[test]
    fn near_misses_are_no_quantities() {
        ignores_kind(
            "quantity",
            &[
                "5 in the morning",
                "our goals for 1989\". He said",
                "he said \"it was 19\" and left",
                "5 metric",
                "5 minutes",
                "in 1990 in Rome",
                "20 Germans",
                "5 Ks",
                "a foot in the door",
                "$3 a gallon",
                "5 cents a mile",
                "the second degree",
                "500 SDRs a tonne",
                "15 F-16 jets",
                "5 A grades",
                "by 6 pm",
                "a 250K budget",
                "between 20 and 30 days",
                "two men and a dog",
                "in 1990 and 5 of them",
                "won 4 by 6 goals",
                "20 [see below]",
                "11 st 4 people",
            ],
        );
    }
}
