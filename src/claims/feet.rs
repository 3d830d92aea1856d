//! Sizes whose marks have other uses as well: 5’10” · 6'2 · six-foot-two · 45°30′15″.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::Kind;
use super::amount::Amount;
use super::draft::Draft;
use super::figure::Figure;
use super::grammar::{NO, Parsed, Tokens, digits, glued, hyphen, mark};
use super::quantity::exact_figure;
use crate::language::{Class, Meaning, Told};
use crate::value::{Measure, Number, Unit};

/// Feet that a person is high.
const FEET: std::ops::RangeInclusive<i64> = 3..=8;

/// Stones that a person weighs.
const STONES: std::ops::RangeInclusive<i64> = 5..=40;

/// “5’10”” and “6'2”: marks that close quotations as well, so that both figures must be a person's.
pub(super) fn feet_and_inches(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, feet) = digits(i)?;
    // Most figures have no mark behind them.
    if !rest.is_glued() {
        return Err(NO);
    }
    if rest.sees("ft") {
        return feet_glued(i, feet, rest.skip(1));
    }
    let (rest, ()) = glued(alt((mark("’"), mark("'"), mark("′")))).parse(rest)?;
    let (rest, inches) = digits(rest)?;
    let spaced = !rest.before(1).is_some_and(|token| token.glued);
    let (rest, half) = opt(glued(mark("½"))).parse(rest)?;
    let (rest, closed) =
        opt(glued(alt((mark("”"), mark("\""), mark("″"), mark("''"), mark("’’"))))).parse(rest)?;
    // “5’000” is a number.
    let short = [feet, inches].iter().all(|text| text.len() <= 2);
    let (feet, inches): (i64, i64) = (feet.parse().map_err(|_| NO)?, inches.parse().map_err(|_| NO)?);
    let goes_on = rest.is_glued()
        && rest.first().is_some_and(|next| {
            next.class != Class::Mark
                || rest.skip(1).is_glued() && rest.skip(1).sees_digits()
                || rest.sees("'")
        });
    let sure = closed.is_some() || !spaced && FEET.contains(&feet);
    if goes_on || !sure || !short || !(1..=99).contains(&feet) || !(0..12).contains(&inches) {
        return Err(NO);
    }
    let twelfths = Number::ratio(inches, 12) + Number::ratio(i64::from(half.is_some()), 24);
    Ok((rest, draft(i, rest, feet, twelfths)?))
}

/// “5ft10” and “6ft2in”: without the name of the inches “5ft2” may be an area.
fn feet_glued<'a>(i: Tokens<'a>, feet: &str, rest: Tokens<'a>) -> Parsed<'a, Draft> {
    let (rest, inches) = glued(digits).parse(rest)?;
    let (rest, named) = opt(glued(alt((mark("in"), mark("ins"))))).parse(rest)?;
    let (feet, inches): (i64, i64) = (feet.parse().map_err(|_| NO)?, inches.parse().map_err(|_| NO)?);
    let sized = rest.means(|meaning| *meaning == Meaning::Told(Told::Size));
    let sure = named.is_some() || sized || !matches!(inches, 2 | 3);
    let goes_on = rest.first().is_some_and(|next| next.glued && next.class != Class::Mark);
    if goes_on || !sure || !FEET.contains(&feet) || !(0..12).contains(&inches) {
        return Err(NO);
    }
    Ok((rest, draft(i, rest, feet, Number::ratio(inches, 12))?))
}

fn draft(i: Tokens<'_>, rest: Tokens<'_>, feet: i64, twelfths: Number) -> Result<Draft, nom::Err<()>> {
    let unit = i.sentence.language.units.get("foot").ok_or(NO)?;
    let mut low = Figure::whole(feet);
    low.value = low.value + twelfths;
    low.half = Number::ratio(1, 24);
    low.round_half = low.half.clone();
    let amount =
        Amount { low, high: None, hedge: None, mark: unit, tokens: (i.at, rest.at), open: [false; 2] };
    Ok(Draft::of_amount(Kind::Quantity, amount, Measure::Unit))
}

/// “6-foot-2”, “five foot ten”, “12 stone 4”: inches behind a person's feet and pounds behind stones need no name.
pub(super) fn bare_inches<'a>(i: Tokens<'a>, amount: &mut Amount<Arc<Unit>>) -> Parsed<'a, ()> {
    let (usual, parts) = match amount.mark.name.as_str() {
        "foot" => (FEET, 12),
        "stone" => (STONES, 14),
        _ => return Err(NO),
    };
    let usual = amount.low.value.to_i64().is_some_and(|larger| usual.contains(&larger));
    if !usual || amount.high.is_some() || amount.low.decimal {
        return Err(NO);
    }
    let (rest, joined) = opt(glued(hyphen)).parse(i)?;
    if rest.is_glued() != joined.is_some() {
        return Err(NO);
    }
    let (rest, figure) = exact_figure(rest)?;
    let goes_on = rest.first().is_some_and(|next| next.glued && next.class != Class::Mark)
        || rest.is_glued() && rest.skip(1).is_glued() && (rest.skip(1).sees_digits() || hyphen(rest).is_ok());
    // “six feet two men had dug”, “five feet 10 percent”: behind a space they end what is counted.
    let size = |meaning: &Meaning| matches!(meaning, Meaning::Told(Told::Size));
    let apart = joined.is_none()
        && !rest.means(size)
        && rest.first().is_some_and(|next| next.class == Class::Word || !rest.is_glued() || rest.sees("%"));
    if goes_on || apart || figure.value.is_negative() || figure.value >= Number::from(parts) {
        return Err(NO);
    }
    amount.low.value = &amount.low.value + &(figure.value / Number::from(parts));
    amount.low.half = Number::ratio(1, 2 * parts);
    amount.low.round_half = amount.low.half.clone();
    amount.tokens.1 = rest.at;
    Ok((rest, ()))
}

/// The minutes and seconds of “45°30′15″”, whose marks are feet and inches elsewhere.
pub(super) fn arc<'a>(i: Tokens<'a>, larger: &Unit) -> Parsed<'a, Arc<Unit>> {
    if larger.name != "degree" {
        return Err(NO);
    }
    let minute = alt((mark("′"), mark("'"), mark("’"))).map(|()| "arcminute");
    let second = alt((mark("″"), mark("\""), mark("”"), mark("′′"), mark("''"))).map(|()| "arcsecond");
    let (rest, name) = glued(alt((second, minute))).parse(i)?;
    Ok((rest, i.sentence.language.units.get(name).ok_or(NO)?))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn feet_and_inches_are_read() {
        reads(&[
            ("a 5’9” keeper", "5’9”", "quantity 5.75 foot [5.708333333333, 5.791666666667)"),
            ("The goalkeeper is 6'3 and quick.", "6'3", "quantity 6.25 foot"),
            ("a 6′6″ door", "6′6″", "quantity 6.5 foot"),
            ("a 5-foot-9 keeper", "5-foot-9", "quantity 5.75 foot"),
            ("the six-foot-three keeper", "six-foot-three", "quantity 6.25 foot"),
            ("He is 6-foot-3.", "6-foot-3", "quantity 6.25 foot"),
            ("A 6-foot-3 guard came.", "6-foot-3", "quantity 6.25 foot"),
            ("It weighs 2 kg·m-3 there.", "2 kg·m-3", "quantity 2 kilogram_per_cubic_metre"),
            ("She is five foot nine.", "five foot nine", "quantity 5.75 foot"),
            ("He is 6 feet 3 tall.", "6 feet 3", "quantity 6.25 foot"),
            ("a 6-foot-3-inch keeper", "6-foot-3-inch", "quantity 6.25 foot"),
            ("the six-foot-three-inch keeper", "six-foot-three-inch", "quantity 6.25 foot"),
            ("He is 5ft9 tall.", "5ft9", "quantity 5.75 foot"),
            ("He is 6ft3 tall.", "6ft3", "quantity 6.25 foot"),
            ("He is 6ft3in now.", "6ft3in", "quantity 6.25 foot"),
            ("He is 5ft 9in now.", "5ft 9in", "quantity 5.75 foot"),
            ("an 8-pound-4-ounce boy", "8-pound-4-ounce", "quantity 8.25 pound"),
            ("He weighs 10 stone 7.", "10 stone 7", "quantity 10.5 stone"),
            ("a floor of 6ft2 lay bare", "6ft2", "quantity 6 square_foot"),
        ]);
    }

    #[test]
    fn degrees_have_minutes_and_seconds() {
        reads(&[
            ("at 52°30′ north", "52°30′", "quantity 52.5 degree"),
            ("at 52° 30′ 36″ N", "52° 30′ 36″", "quantity 52.51 degree"),
        ]);
    }

    #[test]
    fn other_marks_and_numbers_are_no_inches() {
        ignores_kind("quantity", &["class of ’9", "he said ‘5’ and “6”", "the ’90s", "at 12’20 of play"]);
        reads(&[
            ("six feet two men had dug", "six feet", "quantity 6 foot"),
            ("at 40 feet 5 birds", "40 feet", "quantity 40 foot"),
            ("He lost 10 stone 7 people saw it.", "10 stone", "quantity 10 stone"),
            ("A 5-foot wall, 9 men", "5-foot", "quantity 5 foot"),
            ("five feet 10 percent", "five feet", "quantity 5 foot"),
        ]);
    }
}
