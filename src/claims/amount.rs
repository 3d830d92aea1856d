//! What all amounts have in common: a hedge, one figure or a range of two, and the mark that says what
//! is counted or measured, in front of a figure or behind it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::figure::Figure;
use super::grammar::{NO, Parsed, Tokens, dash, glued, hyphen, meaning, role};
use crate::language::{Class, Hedge, Meaning, Role};
use crate::value::Number;

/// A hedged figure or range with its mark.
#[derive(Debug, Clone)]
pub(super) struct Amount<M> {
    pub(super) low: Figure,
    pub(super) high: Option<Figure>,
    pub(super) hedge: Option<Hedge>,
    pub(super) mark: M,
    /// Tokens of the figures and marks, without the hedge: the first and the one past the last.
    pub(super) tokens: (usize, usize),
}

/// How a kind of amount is written.
pub(super) struct Form<M: 'static> {
    /// The figure.
    pub(super) figure: for<'a> fn(Tokens<'a>) -> Parsed<'a, Figure>,
    /// The mark in front of it, if the kind has one there.
    pub(super) before: Option<for<'a> fn(Tokens<'a>) -> Parsed<'a, M>>,
    /// The mark behind it, if the kind has one there.
    pub(super) after: Option<for<'a> fn(Tokens<'a>) -> Parsed<'a, M>>,
}

/// An amount: hedge, opening of a range, figures, marks, hedge behind.
pub(super) fn amount<'a, M: Clone + PartialEq>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let (i, hedge) = opt(hedge_before).parse(i)?;
    let start = i.at;
    let (i, opening) =
        opt(alt((role(Role::Between).map(|()| Role::Between), role(Role::From).map(|()| Role::From))))
            .parse(i)?;
    let (i, (mut low, first)) = marked(i, form)?;
    let (rest, second) = opt(|i| second(i, opening, form)).parse(i)?;
    if opening.is_some() && second.is_none() {
        return Err(NO);
    }
    let i = if second.is_some() { rest } else { i };
    let (high, last) = second.map_or((None, None), |(figure, mark)| (Some(figure), mark));
    if let Some(high) = &high {
        share_scale(&mut low, high);
        if opening.is_none() && low.value >= high.value {
            return Err(NO);
        }
    }
    let mark = match (first, last) {
        (Some(first), Some(last)) if first != last => return Err(NO),
        (first, last) => last.or(first).ok_or(NO)?,
    };
    let end = i.at;
    let (i, behind) = opt(hedge_after).parse(i)?;
    Ok((i, Amount { low, high, hedge: hedge.or(behind), mark, tokens: (start, end) }))
}

/// A figure with its mark, in front or behind.
fn marked<'a, M: Clone + PartialEq>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, (Figure, Option<M>)> {
    let (i, before) = match form.before {
        Some(before) => opt(before).parse(i)?,
        None => (i, None),
    };
    let (i, figure) = (form.figure)(i)?;
    let (i, after) = match form.after {
        Some(after) => opt(after).parse(i)?,
        None => (i, None),
    };
    match (before, after) {
        (Some(before), Some(after)) if before != after => Err(NO),
        (before, after) => Ok((i, (figure, before.or(after)))),
    }
}

/// “and 5,000”, “to 5,000”, “–5,000”: the other end of a range.
fn second<'a, M: Clone + PartialEq>(
    i: Tokens<'a>,
    opening: Option<Role>,
    form: &Form<M>,
) -> Parsed<'a, (Figure, Option<M>)> {
    let (i, ()) = match opening {
        Some(Role::Between) => alt((role(Role::And), role(Role::To), dash)).parse(i)?,
        Some(_) => alt((role(Role::To), dash)).parse(i)?,
        None => alt((role(Role::To), role(Role::Or), range_dash)).parse(i)?,
    };
    marked(i, form)
}

/// A dash with no space, or one on both sides; a hyphen with one space is a minus sign or a dash of prose.
pub(super) fn range_dash(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = dash(i)?;
    let glued_here = i.is_glued();
    let hyphen_free = !i.sees("-") || glued_here;
    if rest.is_glued() == glued_here && hyphen_free { Ok((rest, ())) } else { Err(NO) }
}

/// “5-10 million”: a scale behind the second figure belongs to both, if that keeps their order.
fn share_scale(low: &mut Figure, high: &Figure) {
    if let (None, Some(power)) = (low.scale, high.scale) {
        let scaled = &low.value * &Number::power_of_ten(power.into());
        if scaled <= high.value {
            low.scale_by(power);
        }
    }
}

/// “about”, “more than”, “up to”.
pub(super) fn hedge_before<'a>(i: Tokens<'a>) -> Parsed<'a, Hedge> {
    let hedge = |i: Tokens<'a>| {
        meaning(|meaning| match meaning {
            Meaning::Hedge { hedge, after: false } => Some(*hedge),
            _ => None,
        })
        .parse(i)
    };
    let (i, first) = hedge(i)?;
    // “up to about 5,000”: the first hedge says which way.
    let (i, _) = opt(hedge).parse(i)?;
    Ok((i, first))
}

/// “or so”, “or more”, “+”.
pub(super) fn hedge_after(i: Tokens<'_>) -> Parsed<'_, Hedge> {
    meaning(|meaning| match meaning {
        Meaning::Hedge { hedge, after: true } => Some(*hedge),
        _ => None,
    })
    .parse(i)
}

/// A space or a hyphen between a figure and its mark: “5 km”, “26-mile”, “5km”.
pub(super) fn joint<'a>(i: Tokens<'a>) -> Parsed<'a, ()> {
    let hyphenated = |i: Tokens<'a>| {
        let (rest, ()) = hyphen(i)?;
        let word_follows = rest.first().is_some_and(|token| token.glued && token.class == Class::Word);
        if word_follows { Ok((rest, ())) } else { Err(NO) }
    };
    opt(glued(hyphenated)).map(|_| ()).parse(i)
}
