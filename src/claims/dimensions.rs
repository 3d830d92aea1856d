//! Figures whose unit stands behind the last of them: “45 and 50 mg”, “3 by 4 m”, “10x12 feet”.

use nom::Parser;
use nom::combinator::opt;

use super::Kind;
use super::amount::{Amount, hedge_before};
use super::draft::Draft;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, role};
use super::quantity::exact_figure;
use super::unit::{is_time, unit_behind};
use crate::language::{Cue, Meaning, Role, Starts};
use crate::value::{Measure, Number, Unit};

/// The “45” of “45 and 50 mg”: the unit behind the last of a list is that of all.
pub(super) fn listed(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// No list is longer, nor are the largest and the smallest further apart.
    const LONGEST: usize = 8;
    const APART: i64 = 100;
    /// “4 x 100 m” is a relay.
    const SIDES: i64 = 12;
    let (first, hedge) = opt(hedge_before).parse(i)?;
    let (rest, figure) = exact_figure(first)?;
    let in_figures = first.sees_digits();
    let (mut next, mut crossed) = (rest, false);
    for _ in 0..LONGEST {
        let (behind, comma) = opt(glued(mark(","))).parse(next)?;
        let (behind, and) = opt(role(Role::And)).parse(behind)?;
        // “3 by 4 m”, “a 3-by-4-metre room”.
        let (behind, by) = opt(by).parse(behind)?;
        let joined = comma.is_some() || and.is_some() || by.is_some();
        if !joined || by.is_none() && behind.is_glued() || behind.sees_digits() != in_figures {
            break;
        }
        crossed |= by == Some(By::Sign);
        let (behind, other) = exact_figure(behind)?;
        let apart = if by == Some(By::Sign) { SIDES } else { APART };
        let near = |a: &Number, b: &Number| a <= &(b * &Number::from(apart));
        if !near(&figure.value, &other.value)
            || !near(&other.value, &figure.value)
            || figure.value.is_negative()
        {
            break;
        }
        let last = and.is_some() || by.is_some() && unit_behind(behind).is_ok();
        if last {
            let (_, unit) = unit_behind(behind)?;
            // “2 x 500 mg” are two pills.
            if is_time(&unit) || crossed && !is_side(i, &unit) || is_unitless(i) {
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

/// “a pH of 7.4 and 37 °C”, “of magnitude 6.1 and 10 km deep”: the unit is the second's alone.
fn is_unitless(i: Tokens<'_>) -> bool {
    /// “a pH value of 7.4”.
    const NEAR: usize = 3;
    let said = |at: usize| Tokens { at, ..i }.means(|meaning| *meaning == Meaning::Unitless);
    (i.at.saturating_sub(NEAR)..i.at).any(said)
}

/// What stands between two sizes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum By {
    Word,
    Sign,
}

/// Whether the sides of a thing are measured so.
fn is_side(i: Tokens<'_>, unit: &Unit) -> bool {
    let like = |name: &str| i.sentence.language.units.get(name).is_some_and(|other| other.comparable(unit));
    like("metre") || like("pixel")
}

/// The “by” of “3 by 4 m”, with spaces or hyphens around it, and the “x” of “3x4 m”.
fn by(i: Tokens<'_>) -> Parsed<'_, By> {
    // Most figures of a list have a comma or “and” behind them.
    if !i.marks().meets(Starts::CUE) && !i.is_glued() {
        return Err(NO);
    }
    let (rest, before) = opt(hyphen).parse(i)?;
    let sign = before.is_none() && ["x", "X", "×"].iter().any(|sign| rest.sees(sign));
    let glued_sign = sign && rest.is_glued();
    // “a 12- by 8-foot shed”.
    let suspended = before.is_some() && !rest.is_glued();
    if !glued_sign && !suspended && rest.is_glued() != before.is_some() {
        return Err(NO);
    }
    let word = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::By);
    if !rest.means(word) {
        return Err(NO);
    }
    let (rest, behind) = opt(hyphen).parse(rest.skip(1))?;
    if sign {
        let fits = behind.is_none() && rest.is_glued() == glued_sign;
        return if fits { Ok((rest, By::Sign)) } else { Err(NO) };
    }
    let hyphened = before.is_some() && !suspended;
    if behind.is_some() == hyphened && rest.is_glued() == hyphened { Ok((rest, By::Word)) } else { Err(NO) }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads, reads_among};

    #[test]
    fn the_unit_behind_the_last_is_that_of_all() {
        reads(&[
            ("a 9x12 foot rug", "9", "quantity 9 foot"),
            ("a 9x12-foot rug", "9", "quantity 9 foot"),
            ("a screen of 1920x1080 pixels", "1920", "quantity 1920 pixel"),
            ("a 3×5 m shed", "3", "quantity 3 metre"),
            ("a 9 x 12 foot rug", "9", "quantity 9 foot"),
            ("a 2 by 20 ft strip", "2", "quantity 2 foot"),
            ("8½ by 11 inches", "8½", "quantity 8.5 inch"),
            ("a 9- by 12-foot rug", "9", "quantity 9 foot"),
            ("2 x 500 mg of it", "2", "number 2"),
        ]);
        for (text, words, expected) in [
            ("a 9x12 foot rug", "12 foot", "quantity 12 foot"),
            ("a screen of 1920x1080 pixels", "1080 pixels", "quantity 1080 pixel"),
            ("paper of 8.5\" x 11\" lay there", "11\"", "quantity 11 inch"),
            ("6 cm x 4 cm x 2 cm", "2 cm", "quantity 2 centimetre"),
            ("a 9-by-12-foot rug", "12-foot", "quantity 12 foot"),
        ] {
            reads_among("2020-01-01", text, words, expected);
        }
    }

    #[test]
    fn other_products_have_no_sides() {
        ignores_kind(
            "quantity",
            &["a 4x4 car", "a 6x6 grid", "ran 3x a week", "He said \"it was 19\", and \"I was 20\" too."],
        );
        reads(&[("the 4 x 100 m relay", "4", "number 4")]);
    }
}
