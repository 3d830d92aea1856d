//! Quantities with a unit: “8,849 m”, “a 26-mile race”, “5 ft 10 in”, “30 km/h”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::Kind;
use super::amount::{Amount, Form, amount, hedge_before, joint, same};
use super::dimensions::listed;
use super::draft::Draft;
use super::feet::{arc, bare_inches, feet_and_inches};
use super::figure::{Figure, below_hundred, couple, figure, proper};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, role, worded};
use super::unit::{is_time, unit, unit_behind};
use crate::language::{Class, Cue, Meaning, Role, Starts};
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
    let listed = |i| if may_be_listed(start, behind) { listed(i) } else { Err(NO) };
    if start.marks().meets(Starts::A) { alt((one, listed)).parse(i) } else { listed(i) }
}

/// Whether a figure may have others behind it, of which the last has the unit: “3, 4 and 5 km”, “3 by 4 m”,
/// “3-by-4-metre”.
fn may_be_listed(start: Tokens<'_>, behind: Tokens<'_>) -> bool {
    let and_or_by = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::And) | Meaning::Cue(Cue::By));
    let joins = |i: Tokens<'_>| i.marks().meets(Starts::JOINT.or(Starts::CUE)) && i.means(and_or_by);
    if behind.is_glued() && behind.sees(",") {
        let next = behind.skip(1);
        let figure =
            if start.sees_digits() { next.sees_digits() } else { next.starts().meets(Starts::FIGURE) };
        return figure || joins(next);
    }
    joins(hyphen(behind).map_or(behind, |(rest, ())| rest))
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
    let hour = (!amount.low.decimal || is_clock(Tokens { at: amount.tokens.0, ..i }))
        && Tokens { at: unit_at, ..i }
            .means_marked(Starts::NO_CLAIM, |meaning| *meaning == Meaning::NotClaim);
    if is_time(&amount.mark) || hour || is_pay(i, &amount) {
        return Err(NO);
    }
    if let (rest, Some(())) = opt(below_zero).parse(i)? {
        amount.low.negate();
        i = rest;
    }
    Ok((i, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)))
}

/// “4.38 pm”: an hour and minutes with a point between.
fn is_clock(i: Tokens<'_>) -> bool {
    const HOURS: u8 = 12;
    const MINUTES: u8 = 60;
    let below = |place: usize, limit: u8| {
        let token = i.skip(place).first().filter(|token| token.class == Class::Digits);
        token.and_then(|token| i.text_of(token).parse::<u8>().ok()).is_some_and(|number| number < limit)
    };
    let two_digits = i.skip(2).first().is_some_and(|token| token.glued && token.end - token.start == 2);
    below(0, HOURS + 1) && i.skip(1).sees(".") && two_digits && below(2, MINUTES)
}

/// “300 pounds a week” is pay, unless something weighs so much.
fn is_pay(behind: Tokens<'_>, amount: &Amount<Arc<Unit>>) -> bool {
    /// Cues stand near.
    const NEAR: usize = 8;
    if !amount.mark.name.starts_with("pound_per_") {
        return false;
    }
    let times = ["hour", "day", "week", "month", "year"];
    let a_time = times.iter().any(|time| amount.mark.name.ends_with(time));
    let (first, last) = amount.tokens;
    let at = |at| Tokens { at, ..behind };
    let currency = (first..last).any(|place| at(place).marks().meets(Starts::CURRENCY));
    let cue = |place| at(place).means(|meaning| *meaning == Meaning::WeightCue);
    a_time && currency && !(first.saturating_sub(NEAR)..first).chain(last..last + NEAR / 2).any(cue)
}

pub(super) fn exact_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, figure) = alt((figure, couple)).parse(i)?;
    if figure.too_long { Err(NO) } else { Ok((rest, figure)) }
}

/// “a kilogram”, “an ml”: a unit that is no other word, with an article.
fn one(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// A unit, “and” and the part.
    const NEAR: usize = 6;
    let (rest, hedge) = opt(hedge_before).parse(i)?;
    let (rest, ()) = role(Role::A).parse(rest)?;
    if !rest.marks().meets(UNIT) {
        return Err(NO);
    }
    // “an A and a B” are marks of a school.
    let letter = rest.first().is_some_and(|token| token.end - token.start == 1);
    let sure = !letter && rest.means(|meaning| matches!(meaning, Meaning::Unit { sure: true, .. }));
    // “an inch and a half” is a length, “an inch” a figure of speech. A pound may be money.
    let halved = || {
        const OTHER: Starts = Starts::CURRENCY.or(Starts::TIME);
        !rest.marks().meets(OTHER)
            && rest.sees_near(NEAR, Starts::HALF.or(Starts::FRACTION))
            && unit(rest, false).is_ok_and(|(rest, _)| and_a_part(rest).is_ok())
    };
    if !sure && !halved() {
        return Err(NO);
    }
    // “$3 a gallon”, “5 cents a mile” are rates.
    let rate = i.at.checked_sub(1).is_some_and(|at| {
        let before = Tokens { at, ..i };
        let measured = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Currency(_)
                    | Meaning::Unit { .. }
                    | Meaning::Scale(_)
                    | Meaning::Percent
                    | Meaning::Time(_)
            )
        };
        // “1,600 SDRs a tonne”: whatever is counted in front.
        let counted = i.back(2).is_some_and(Tokens::sees_digits);
        before.sees_digits() || counted || before.means(measured)
    });
    let (rest, unit) = unit(rest, false)?;
    if rate || is_time(&unit) {
        return Err(NO);
    }
    if let Ok((rest, two)) = or_two(rest) {
        let (high, one) = (Some(two), Figure::whole(1));
        let amount = Amount { low: one, high, hedge, mark: unit, tokens: (i.at, rest.at), open: [false; 2] };
        return Ok((rest, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)));
    }
    if let Ok((rest, part)) = and_a_part(rest) {
        let amount =
            Amount { low: part, high: None, hedge, mark: unit, tokens: (i.at, rest.at), open: [false; 2] };
        return Ok((rest, Draft::of_amount(Kind::Quantity, amount, Measure::Unit)));
    }
    let value = Value::Amount { low: Number::from(1), high: None, measure: Measure::Unit(unit) };
    Ok((rest, Draft::new(Kind::Quantity, value, hedge)))
}

/// The “or two” of “a mile or two”; “a mile or two pints” are two amounts.
fn or_two(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, ((), two)) = (role(Role::Or), below_hundred).parse(i)?;
    let goes_on =
        |meaning: &Meaning| matches!(meaning, Meaning::Unit { .. } | Meaning::Time(_) | Meaning::Scale(_));
    let hyphened = rest.is_glued() && hyphen(rest).is_ok();
    if two != 2 || hyphened || rest.means(goes_on) { Err(NO) } else { Ok((rest, Figure::whole(two))) }
}

/// The “and a half” of “a mile and a half”; “a mile and half a gallon” are two amounts.
fn and_a_part(i: Tokens<'_>) -> Parsed<'_, Figure> {
    if !i.marks().meets(Starts::JOINT) {
        return Err(NO);
    }
    let (rest, ((), (above, below))) = (role(Role::And), proper).parse(i)?;
    let goes_on = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Unit { .. }
                | Meaning::Time(_)
                | Meaning::Scale(_)
                | Meaning::Group(_)
                | Meaning::Role(Role::A | Role::The)
        )
    };
    // “a cup and a half of milk”, but “a mile and a third of the way”.
    let of = below > 4 || below == 3 || !i.skip(1).marks().meets(Starts::A);
    let of_other = of && rest.means(|meaning| *meaning == Meaning::Role(Role::Of));
    if rest.is_glued() && hyphen(rest).is_ok() || of_other || rest.means(goes_on) {
        return Err(NO);
    }
    Ok((rest, Figure::fraction(Number::from(1) + Number::ratio(above, below), below)))
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
    worded(Starts::UNIT, |meaning| (*meaning == Meaning::BelowZero).then_some(())).parse(i)
}

/// A smaller unit of the same dimension behind: 5 ft *10 in*, 6 pounds *3 ounces*.
fn smaller<'a>(i: Tokens<'a>, amount: &mut Amount<Arc<Unit>>) -> Parsed<'a, ()> {
    let larger = &amount.mark;
    if amount.high.is_some() || amount.low.decimal || larger.name.contains("_per_") {
        return Err(NO);
    }
    let comma = i.sees(",");
    // “a 6-foot-2-inch man”.
    let hyphened = i.before(2).is_some_and(|token| matches!(i.text_of(token), "-" | "‐" | "‑"));
    let (i, joined) = if hyphened { opt(hyphen).parse(i)? } else { (i, None) };
    if joined.is_some() && !i.is_glued() {
        return Err(NO);
    }
    let (i, _) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
    let (i, figure) = exact_figure(i)?;
    let (i, unit) = alt((|i| arc(i, larger), preceded(joint, |i| unit(i, true)))).parse(i)?;
    if !unit.comparable(larger) || unit.factor >= larger.factor || !larger.offset.is_zero() {
        return Err(NO);
    }
    // “62 miles, 5 m” are two lengths: no unit has a whole number of another system's.
    if comma && !(larger.factor.clone() / unit.factor.clone()).is_integer() {
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
            (
                "three-quarters of an inch deep",
                "three-quarters of an inch",
                "quantity 0.75 inch [0.6875, 0.8125)",
            ),
            ("a third of a mile", "a third of a mile", "quantity 0.333333333333 mile"),
            ("3/8 of an inch", "3/8 of an inch", "quantity 0.375 inch"),
            ("0.4 of a mile off", "0.4 of a mile", "quantity 0.4 mile"),
            ("a mile and a half off", "a mile and a half", "quantity 1.5 mile [1.375, 1.625)"),
            ("an inch and a quarter deep", "an inch and a quarter", "quantity 1.25 inch"),
            ("a mile or two off", "a mile or two", "quantity 1..2 mile [1, 2]"),
            ("a quarter mile off", "a quarter mile", "quantity 0.25 mile"),
            ("40 miles/64 km off", "40 miles", "quantity 40 mile"),
            ("7 L/100 km", "7 L/100 km", "quantity 7 litre_per_100_kilometre"),
            ("at 52.5°N", "52.5°", "quantity 52.5 degree"),
            ("7m km of road", "7m km", "quantity 7000000 kilometre"),
            ("a 7m bar of it", "7m", "quantity 7 metre"),
            ("a cup and a half of milk", "a cup and a half", "quantity 1.5 cup"),
            ("a mile and a third of the way", "a mile", "quantity 1 mile"),
            ("7 kg ± 0.5 kg", "7 kg ± 0.5 kg", "quantity 7 kilogram [6.5, 7.5)"),
            ("7 plus or minus 0.5 kg", "7 plus or minus 0.5 kg", "quantity 7 kilogram [6.5, 7.5)"),
            ("from 2-1/4 inches up", "2-1/4 inches", "quantity 2.25 inch"),
            ("−9 to −14 °C at night", "−9 to −14 °C", "quantity -14..-9 degree_celsius [-14, -9]"),
            ("a dozen-odd and 40-odd miles", "a dozen-odd", "number 12 about"),
            ("40-odd miles off", "40-odd miles", "quantity 40 mile about"),
            ("40+ km off", "40+ km", "quantity 40 kilometre at_least"),
            ("40 or so feet off", "40 or so feet", "quantity 40 foot about"),
            ("a 24V lamp", "24V", "quantity 24 volt"),
            ("a 60W bulb", "60W", "quantity 60 watt"),
            ("minus 14C at dawn", "minus 14C", "quantity -14 degree_celsius"),
            ("a 7in screen", "7in", "quantity 7 inch"),
            ("a 250-pound, 6-foot-8 man", "250-pound", "quantity 250 pound"),
            ("is 4in across", "4in", "quantity 4 inch"),
            ("was 7 in. deep", "7 in.", "quantity 7 inch"),
            ("a 12st man", "12st", "quantity 12 stone"),
            ("70 Kg of rice", "70 Kg", "quantity 70 kilogram"),
            ("70 KM off", "70 KM", "quantity 70 kilometre"),
            ("6 mmol/L samples", "6 mmol/L", "quantity 6 millimole_per_litre"),
            ("800 MWe of power", "800 MWe", "quantity 800 megawatt"),
            ("40 bushels an acre", "40 bushels an acre", "quantity 40 bushel_per_acre"),
            ("40 miles to the gallon", "40 miles to the gallon", "quantity 40 mile_per_gallon"),
            ("40m barrels a day", "40m barrels a day", "quantity 40000000 barrel_per_day"),
            ("He lost 3 pounds a week.", "3 pounds a week", "quantity 3 pound_per_week"),
            ("3‰ of salt", "3‰", "quantity 3 per_mille"),
            ("70 bcm of gas", "70 bcm", "quantity 70 billion_cubic_metres"),
            ("at a pH of 7.4 and 37 °C", "7.4", "number 7.4"),
            ("a force of 7.4 and 37 N", "7.4", "quantity 7.4 newton"),
            ("62 miles, 5 m off", "62 miles", "quantity 62 mile"),
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
                "at 4.38 pm, from 9.30am",
                "Flat 3C, Item 1A",
                "a 10-K or a 20-F",
                "a 250K budget",
                "between 20 and 30 days",
                "two men and a dog",
                "He got three A's and a B.",
                "in 1990 and 5 of them",
                "won 4 by 6 goals",
                "20 [see below]",
                "11 st 4 people",
                "born 5in Rome",
                "the 21st man",
                "a payout of 14.7C/share",
                "a 3-in-1 tool",
                "two-thirds of a century",
                "She earned 400 pounds a week.",
            ],
        );
    }
}
