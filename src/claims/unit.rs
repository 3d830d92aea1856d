//! Units as they are written, plain or made of others: “km”, “square miles”, “km/h”, “kg m⁻³”, “l/100 km”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::amount::joint;
use super::figure::figure;
use super::frame::ends_in_part;
use super::grammar::{NO, Parsed, Tokens, glued, mark, role, worded};
use crate::language::{Class, Cue, Meaning, Role, Starts, Token, Told};
use crate::value::{Number, Unit};

pub(super) fn unit_behind(i: Tokens<'_>) -> Parsed<'_, Arc<Unit>> {
    // “250K” is a number of thousands, “300 K” a temperature.
    let scale = i.is_glued() && i.means(|meaning| matches!(meaning, Meaning::Suffix { money: false, .. }));
    if scale {
        return Err(NO);
    }
    alt((preceded(joint, |i| unit(i, false)), bracketed, of_one)).parse(i)
}

/// The “of an inch” of “three-quarters of an inch”: only a part is said to be of one.
fn of_one(i: Tokens<'_>) -> Parsed<'_, Arc<Unit>> {
    if !i.marks().meets(Starts::JOINT) || !ends_in_part(i) {
        return Err(NO);
    }
    preceded((role(Role::Of), role(Role::A)), |i| unit(i, false)).parse(i)
}

/// “20 \[kg\]”: engineers put units between brackets.
fn bracketed(i: Tokens<'_>) -> Parsed<'_, Arc<Unit>> {
    let (open, close) =
        match i.first().filter(|token| token.class == Class::Mark).map(|token| i.text_of(token)) {
            Some("[") => ("[", "]"),
            Some("{") => ("{", "}"),
            Some("<") => ("<", ">"),
            _ => return Err(NO),
        };
    let (rest, ((), unit, ())) = (mark(open), glued(|i| unit(i, false)), glued(mark(close))).parse(i)?;
    Ok((rest, unit))
}

/// A unit, plain or made of others: km, square miles, km², km/h, litres per hour, miles an hour, l/100 km.
pub(super) fn unit(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    // “5e14 s⁻¹”.
    if let (rest, Some((unit, power))) = opt(inverse).parse(i)? {
        let below = if power > 1 { Arc::new(unit.to_the(power)) } else { unit };
        return Ok((rest, Arc::new(below.inverse())));
    }
    let (i, above) = powered(i, in_compound)?;
    let below = alt((
        preceded(role(Role::Per), |i| powered(i, true)),
        // “litres a day”, “miles a gallon”, but “a mile a minute” only behind a number.
        preceded(role(Role::A), |i| if is_long_ago(i) { Err(NO) } else { one_of_rate(i) }),
    ));
    if let (rest, Some(below)) = opt(below).parse(i)? {
        let unit = above.per(&below);
        // “km/h²” and “m/s/s”.
        let again = opt(preceded(glued(mark("/")), |i| powered(i, true))).parse(rest)?;
        return Ok(match again {
            (rest, Some(below)) => (rest, Arc::new(unit.per(&below))),
            (rest, None) => (rest, Arc::new(unit)),
        });
    }
    // “300 km s⁻¹”, “kg·m-3”.
    if let (rest, Some((below, power))) = opt(preceded(opt(alt((mark("·"), mark("⋅")))), inverse)).parse(i)?
    {
        let below = if power > 1 { Arc::new(below.to_the(power)) } else { below };
        return Ok((rest, Arc::new(above.per(&below))));
    }
    if let (rest, Some(product)) = opt(|i| times(i, &above)).parse(i)? {
        return Ok((rest, product));
    }
    // “50 miles/80 km” are one distance.
    let per_hundred = opt(per_hundred).parse(i)?;
    if let (rest, Some((count, below))) = per_hundred
        && !above.comparable(&below)
    {
        let mut unit = above.per(&below);
        unit.name = format!("{}_per_{count}_{}", above.name, below.name);
        unit.factor = unit.factor / count;
        return Ok((rest, Arc::new(unit)));
    }
    Ok((i, above))
}

/// “6.8 million tonnes a year earlier”; “a year before 2030” may be either.
fn is_long_ago(i: Tokens<'_>) -> bool {
    i.means(|meaning| *meaning == Meaning::Told(Told::OtherYear))
        && !i.skip(1).means(|meaning| *meaning == Meaning::ClauseBreak)
}

/// The “·m/s” of “5 kg·m/s”: a product of units, and what it is counted per.
fn times<'a>(i: Tokens<'a>, one: &Unit) -> Parsed<'a, Arc<Unit>> {
    let dot = alt((mark("·"), mark("⋅"), mark("∙"), mark("*")));
    let (rest, ((), other)) = (glued(dot), glued(|i| powered(i, true))).parse(i)?;
    let product = one.times(&other);
    let below = opt(preceded(glued(mark("/")), |i| powered(i, true))).parse(rest)?;
    Ok(match below {
        (rest, Some(below)) => (rest, Arc::new(product.per(&below))),
        (rest, None) => (rest, Arc::new(product)),
    })
}

/// The “s⁻¹” of “km s⁻¹”: a unit with an exponent below zero, and that exponent without its sign.
fn inverse(i: Tokens<'_>) -> Parsed<'_, (Arc<Unit>, i8)> {
    /// Symbols that are written with an exponent have no more letters: “5 mol-1”, but “6-foot-2”.
    const SYMBOL: u32 = 3;
    let symbol = i.first().is_some_and(|token| token.end - token.start <= SYMBOL);
    let joined = i.before(1).is_some_and(|token| matches!(i.text_of(token), "-" | "‐" | "‑"));
    let (i, unit) = simple(i, true)?;
    let minus = alt((mark("⁻"), mark("−"), mark("-")));
    if i.sees("-") && (!symbol || joined) {
        return Err(NO);
    }
    let one = alt((mark("¹"), mark("1"))).map(|()| 1);
    let two = alt((mark("²"), mark("2"))).map(|()| 2);
    let three = alt((mark("³"), mark("3"))).map(|()| 3);
    let (i, ((), power)) = (glued(minus), glued(alt((one, two, three)))).parse(i)?;
    if word_goes_on(i) { Err(NO) } else { Ok((i, (unit, power))) }
}

/// The “/100 km” of fuel economy.
fn per_hundred(i: Tokens<'_>) -> Parsed<'_, (Number, Arc<Unit>)> {
    let (i, ((), count, below)) = (role(Role::Per), figure, |i| powered(i, true)).parse(i)?;
    if count.value > Number::zero() && count.value.is_integer() {
        Ok((i, (count.value, below)))
    } else {
        Err(NO)
    }
}

/// A time, an area or a volume: what rates are told by.
fn one_of_rate(i: Tokens<'_>) -> Parsed<'_, Arc<Unit>> {
    let (rest, unit) = powered(i, true)?;
    let sized = ["acre", "litre"].iter().any(|name| {
        i.sentence.language.units.get(name).is_some_and(|other| other.dimension == unit.dimension)
    });
    if is_time(&unit) || sized { Ok((rest, unit)) } else { Err(NO) }
}

fn powered(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    let power_before = alt((role(Role::Square).map(|()| 2), role(Role::Cubic).map(|()| 3)));
    let (i, before) = opt((power_before, joint).map(|(power, ())| power)).parse(i)?;
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
    // “6'2"” are feet and inches.
    if i.before(1).is_some_and(|unit| unit.class == Class::Mark) {
        return Err(NO);
    }
    let (i, _) = opt(mark("^")).parse(i)?;
    match i.first() {
        Some(token) if token.glued && i.text_of(token) == "2" => Ok((i.skip(1), 2)),
        Some(token) if token.glued && i.text_of(token) == "3" => Ok((i.skip(1), 3)),
        _ => Err(NO),
    }
}

fn simple(i: Tokens<'_>, in_compound: bool) -> Parsed<'_, Arc<Unit>> {
    let (rest, (unit, weak)) = worded(Starts::UNIT.or(Starts::WEAK_UNIT), |meaning| match meaning {
        Meaning::Unit { unit, weak, .. } => Some((Arc::clone(unit), *weak)),
        _ => None,
    })
    .parse(i)?;
    // “5 in the morning” is no length; “5 in)” and “5 ft 10 in” are.
    let ends = rest.first().is_none_or(|token| token.class == Class::Mark && !hyphen_goes_on(rest));
    // “5 A grades” are no current, “15 F-16 jets” no temperature.
    let letter =
        i.first().is_some_and(|token| token.capital && token.end - token.start == 1) && rest.at == i.at + 1;
    let word_behind = || !ends && !rest.means(|meaning| *meaning == Meaning::Stop);
    // “14.7C/share”.
    let slashed = || {
        let behind = rest.skip(1);
        let word = behind.first().is_some_and(|next| next.class == Class::Word);
        let unit = behind.marks().meets(Starts::UNIT.or(Starts::WEAK_UNIT));
        rest.is_glued() && rest.sees("/") && (!behind.is_glued() || word && !unit)
    };
    let sure_letter =
        || i.is_glued() && is_told_by_letter(&unit) && rest.first().is_some_and(|next| !next.capital);
    let names = letter
        && !in_compound
        && (word_behind() && !sure_letter()
            || hyphen_goes_on(rest)
            || slashed()
            || is_numbered(i)
            || is_form(i, &unit));
    // “11 st 4 lb”: a smaller unit behind makes it sure.
    let in_two = || {
        rest.sees_digits()
            && !i.means(|meaning| *meaning == Meaning::Role(Role::In))
            && {
                let smaller = |meaning: &Meaning| matches!(meaning, Meaning::Unit { unit: other, .. } if other.comparable(&unit));
                rest.skip(1).means(smaller)
            }
    };
    let weak_here = || !(in_compound || ends || in_two() || is_sure_by_look(i, rest));
    if names || weak && weak_here() || closes_quotation(i) { Err(NO) } else { Ok((rest, unit)) }
}

/// “Flat 3C”, “Item 1A”: a small number with a letter behind a name.
fn is_numbered(i: Tokens<'_>) -> bool {
    /// Houses and lists seldom have more.
    const MOST: u8 = 20;
    let number = i.before(1).filter(|number| number.class == Class::Digits && !number.glued);
    let small =
        number.is_some_and(|number| i.text_of(number).parse::<u8>().is_ok_and(|number| number < MOST));
    let named = |name: Token| {
        name.class == Class::Word
            && name.capital
            && name.end - name.start > 1
            && !name.uses.marks.meets(Starts::HEDGE.or(Starts::STOP).or(Starts::DATE_WORD))
    };
    i.is_glued() && small && i.before(2).is_some_and(named)
}

/// “a 10-K”, “20-F”: forms have a hyphen in front of their letter, and temperatures have none.
fn is_form(i: Tokens<'_>, unit: &Unit) -> bool {
    let hyphen = i.before(1).is_some_and(|mark| mark.class == Class::Mark && mark.glued);
    hyphen && i.is_glued() && matches!(unit.name.as_str(), "kelvin" | "degree_celsius" | "degree_fahrenheit")
}

/// A capital letter glued to its figure, with a common word behind: “a 12V battery”, “35C heat”, but “seat 12A”.
fn is_told_by_letter(unit: &Unit) -> bool {
    matches!(unit.name.as_str(), "volt" | "watt" | "litre" | "degree_celsius" | "degree_fahrenheit")
}

/// Whether a symbol that is a common word as well is seen to be a unit: “a 5in screen”, “8 in. deep”, “12st”.
fn is_sure_by_look(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|next| next.class == Class::Word && !next.glued && !next.capital)
    else {
        return false;
    };
    if i.means(|meaning| *meaning == Meaning::Role(Role::In)) {
        let stopped = rest.at > i.at + 1;
        // “born 5in 1990”, “a 3-in-1 tool”.
        let free = |meaning: &Meaning| *meaning == Meaning::Stop;
        let of = |meaning: &Meaning| *meaning == Meaning::Role(Role::Of);
        let by = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::By);
        // “4in across”
        let extent = |meaning: &Meaning| *meaning == Meaning::Extent;
        let goes_on = || rest.means(of) || rest.means(by) || rest.means(extent);
        return stopped || i.is_glued() && (!rest.means(free) || goes_on());
    }
    // “12st” is no place in an order as “21st” is.
    let figures = i.before(1).filter(|token| token.class == Class::Digits).map(|token| i.text_of(token));
    i.is_glued()
        && figures.is_some_and(|text| !text.ends_with('1') || text.ends_with("11"))
        && i.means(|meaning| *meaning == Meaning::OrdinalSuffix)
        && !next.uses.marks.meets(Starts::TIME)
}

/// The mark behind the year in “"as in 1989"” closes a quotation, which may have opened in another sentence; it is
/// no inch.
fn closes_quotation(i: Tokens<'_>) -> bool {
    /// So many tokens back a quotation may have opened.
    const REACH: usize = 80;
    let quote = |token: &crate::language::Token| i.text_of(*token) == "\"";
    let start = i.at.saturating_sub(REACH);
    let year = i.before(1).is_some_and(|token| token.class == Class::Digits && token.end - token.start == 4);
    // “8.5" x 11"” has inches twice: what stands behind digits closes only what is open.
    let opened = || {
        let places = (start..i.at).filter(|at| quote(&i.sentence.tokens[*at]));
        places.fold(false, |open, at| {
            let token = i.sentence.tokens[at];
            let behind_digits = at > 0 && i.sentence.tokens[at - 1].class == Class::Digits;
            !(open || token.glued && behind_digits)
        })
    };
    i.first().is_some_and(|token| quote(&token)) && (year || opened())
}

/// “F-16”, “A’s”.
fn hyphen_goes_on(i: Tokens<'_>) -> bool {
    i.is_glued() && i.skip(1).is_glued() && (i.sees("-") || i.sees("'") || i.sees("’"))
}

/// A letter or digit glued behind makes it another word: “5 mA”, “3 months'” are read by longer phrases.
fn word_goes_on(i: Tokens<'_>) -> bool {
    // “6'2"”: inches may be glued to the mark of the feet.
    let inches = || {
        let mark_behind =
            i.skip(1).is_glued() && ["\"", "″", "”", "'", "′"].iter().any(|text| i.skip(1).sees(text));
        i.sees_digits() && mark_behind && i.before(1).is_some_and(|feet| feet.class == Class::Mark)
    };
    // “45.5°N”.
    let compass = || {
        ["N", "S", "E", "W"].iter().any(|letter| i.sees(letter))
            && i.before(1).is_some_and(|sign| matches!(i.text_of(sign), "°" | "º" | "′" | "″" | "'" | "\""))
    };
    !inches() && !compass() && i.first().is_some_and(|token| token.glued && token.class != Class::Mark)
}

/// Whether it measures time, which a length of time has and no quantity.
pub(super) fn is_time(unit: &Unit) -> bool {
    matches!(unit.name.as_str(), "second" | "minute" | "hour" | "day" | "week" | "month" | "year")
}
