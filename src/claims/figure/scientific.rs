//! Powers of ten and of other numbers: 1e6 · 4.5E-3 · 6.02 × 10^23 · 10²³ · 2^10

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::digits::{numeral, too_long};
use super::{Figure, word_ends};
use crate::claims::grammar::{NO, Parsed, Tokens, digits, glued, mark};
use crate::language::Class;
use crate::value::{MAX_DIGITS, Number};

/// The exponent behind a numeral.
pub(super) fn behind<'a>(rest: Tokens<'a>, figure: &Figure) -> Parsed<'a, Figure> {
    let next = rest.first().ok_or(NO)?;
    // Nearly every number ends here.
    let may_follow = next.class == Class::Word && (next.end - next.start == 1)
        || next.class == Class::Mark && !matches!(rest.text_of(next), "," | "." | "%" | ")" | "-" | "/");
    if !may_follow {
        return Err(NO);
    }
    let (rest, figure) =
        alt((|i| letter_e(i, figure), |i| times_ten(i, figure), |i| raised(i, figure))).parse(rest)?;
    let (rest, ()) = word_ends(rest)?;
    Ok((rest, figure))
}

/// The “e6” of “1e6”.
fn letter_e<'a>(i: Tokens<'a>, figure: &Figure) -> Parsed<'a, Figure> {
    if !(i.is_glued() && (i.sees("e") || i.sees("E"))) {
        return Err(NO);
    }
    let (i, exponent) = exponent_digits(i.skip(1))?;
    Ok((i, times_power(figure, exponent)))
}

/// The “× 10^23” of “6.02 × 10^23”.
fn times_ten<'a>(i: Tokens<'a>, figure: &Figure) -> Parsed<'a, Figure> {
    let times = i.first().is_some_and(|token| matches!(i.text_of(token), "×" | "x" | "X" | "*" | "·" | "⋅"));
    if !times {
        return Err(NO);
    }
    let (i, base) = numeral(i.skip(1))?;
    let (i, exponent) = if base.value == Number::from(10) {
        alt((caret, superscript, |i| lost_exponent(i, figure))).parse(i)?
    } else {
        let (i, exponent) = caret(i)?;
        let power = power(&base.value, exponent).ok_or(NO)?;
        let mut product = figure.clone();
        product.multiply(&power);
        product.bare = false;
        return Ok((i, product));
    };
    Ok((i, times_power(figure, exponent)))
}

/// The “^10” of “2^10”, the “²³” of “10²³”.
fn raised<'a>(i: Tokens<'a>, figure: &Figure) -> Parsed<'a, Figure> {
    // Small figures behind any other number are footnotes.
    let ten = figure.bare && figure.value == Number::from(10);
    let (i, exponent) = if ten { alt((caret, superscript)).parse(i)? } else { caret(i)? };
    if ten {
        let one = Figure::new(Number::from(1), Number::zero());
        return Ok((i, times_power(&one, exponent)));
    }
    let value = power(&figure.value, exponent).ok_or(NO)?;
    Ok((i, Figure { decimal: true, ..Figure::new(value, Number::zero()) }))
}

fn caret(i: Tokens<'_>) -> Parsed<'_, i32> {
    let (i, ()) = glued(mark("^")).parse(i)?;
    exponent_digits(i)
}

/// The “−19” of “1.6 × 10−19”, which was raised until the text was copied. “3 x 10-12” may be three times ten to twelve.
fn lost_exponent<'a>(i: Tokens<'a>, figure: &Figure) -> Parsed<'a, i32> {
    let minus = i.sees("−") || figure.decimal && (i.sees("-") || i.sees("–"));
    let (rest, text) = glued(digits).parse(i.skip(1))?;
    if minus && i.is_glued() && text.len() <= 2 {
        Ok((rest, -text.parse().map_err(|_| NO)?))
    } else {
        Err(NO)
    }
}

/// Glued digits with or without a sign.
fn exponent_digits(i: Tokens<'_>) -> Parsed<'_, i32> {
    let sign = alt((mark("-").map(|()| -1), mark("−").map(|()| -1), mark("+").map(|()| 1)));
    let (i, (sign, text)) = (opt(glued(sign)), glued(digits)).parse(i)?;
    let size = text.parse::<i32>().unwrap_or(i32::MAX);
    Ok((i, sign.unwrap_or(1) * size))
}

/// Small raised figures: ²³, ⁻³.
fn superscript(i: Tokens<'_>) -> Parsed<'_, i32> {
    /// No exponent that means anything is longer.
    const LONGEST: usize = 4;
    let mut text = String::new();
    let mut rest = i;
    while let Some(token) = rest.first().filter(|token| token.glued) {
        let Some(raised) = rest.text_of(token).chars().next().and_then(lowered) else { break };
        if text.len() == LONGEST {
            return Err(NO);
        }
        text.push(raised);
        rest = rest.skip(1);
    }
    Ok((rest, text.parse().map_err(|_| NO)?))
}

fn lowered(raised: char) -> Option<char> {
    Some(match raised {
        '⁻' => '-',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(u32::from(raised) - u32::from('⁰'), 10)?,
        _ => return None,
    })
}

fn times_power(figure: &Figure, exponent: i32) -> Figure {
    let limit = i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX);
    if exponent > limit {
        return too_long();
    }
    let power = Number::power_of_ten(exponent);
    if exponent < -limit {
        return Figure { too_long: true, decimal: true, ..Figure::new(power.clone(), power) };
    }
    let mut product = figure.clone();
    product.multiply(&power);
    if exponent > 0 && product.value >= Number::power_of_ten(limit) {
        return too_long();
    }
    product.round_half = product.half.clone();
    product.bare = false;
    product.decimal = true;
    product
}

/// A power with no more than [`MAX_DIGITS`] digits.
fn power(base: &Number, exponent: i32) -> Option<Number> {
    let steps = exponent.unsigned_abs() as usize;
    let digits = base.to_string().len();
    if steps == 0 || steps.checked_mul(digits)? > MAX_DIGITS {
        return None;
    }
    let product = (1..steps).fold(base.clone(), |product, _| &product * base);
    Some(if exponent < 0 { Number::from(1) / product } else { product })
}
