//! Days that share what is written once: “May 5 and 19, 1998”, “5, 12 and 19 May 1998”, “5 May and 19 June 1998”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::super::grammar::{Tokens, dash};
use super::super::when::Cycle;
use super::fields::{day_in_figures, month, number_goes_on, part, weekday};
use super::sense::noun_follows;
use super::year;
use crate::language::{Class, Meaning, Role, Slot, Starts, Token};
use crate::value::{DateUnit, PartialDate};

/// No list has more.
const LONGEST: usize = 6;

/// The date with the year that stands behind the last of a list which it begins.
pub(super) fn with_year(date: PartialDate, end: Tokens<'_>) -> PartialDate {
    if date.year().is_some() {
        return date;
    }
    year_behind(end).map_or(date, |year| date.in_year(year))
}

/// “the summer and autumn of 2008”, “Q1 and Q2 2008”.
pub(super) fn cycle_with_year(cycle: Cycle, end: Tokens<'_>) -> Option<PartialDate> {
    let (rest, true) = joint(end)? else { return None };
    let slot = match cycle {
        Cycle::Season(_) => Slot::Season,
        Cycle::Quarter(_) => Slot::Quarter,
        Cycle::Half(_) => Slot::Half,
        _ => return None,
    };
    let (rest, _) = part(rest, slot).ok()?;
    let year = Some(year_at(behind_of(rest))?);
    let unit = match (cycle, year) {
        (Cycle::Season(season), year) => DateUnit::Season { year, season },
        (Cycle::Quarter(quarter), Some(year)) => DateUnit::Quarter { year, quarter },
        (Cycle::Half(half), Some(year)) => DateUnit::Half { year, half },
        _ => return None,
    };
    Some(unit.into())
}

/// The year behind the last of a list of which the first ends here.
fn year_behind(end: Tokens<'_>) -> Option<i16> {
    let mut i = end;
    for place in 0..LONGEST {
        let comma = i.sees(",");
        let (next, last) = joint(i)?;
        // “on 5 May, and June 1998 saw”.
        if comma && last && place == 0 {
            return None;
        }
        i = behind_day_or_month(next)?;
        if last {
            return year_at(i);
        }
    }
    None
}

/// What joins two days of a list, and whether the one behind it is the last: a comma, “and”, or both.
fn joint(i: Tokens<'_>) -> Option<(Tokens<'_>, bool)> {
    let comma = i.sees(",");
    let word = if comma { i.skip(1) } else { i };
    if is_and(word) {
        let rest = word.skip(1);
        let the = rest.means(|meaning| *meaning == Meaning::Role(Role::The));
        return Some((if the { rest.skip(1) } else { rest }, true));
    }
    comma.then_some((word, false))
}

fn is_and(i: Tokens<'_>) -> bool {
    i.marks().meets(Starts::JOINT)
        && i.means(|meaning| matches!(meaning, Meaning::Role(Role::And | Role::Or)))
}

/// “19”, “June 19”, “19 June”, “June”, perhaps with the weekday in front.
fn behind_day_or_month(i: Tokens<'_>) -> Option<Tokens<'_>> {
    let (i, named) = opt(weekday).parse(i).ok()?;
    let i = if named.is_some() && i.sees(",") { i.skip(1) } else { i };
    let with_month = |i| {
        let (rest, _) = month(i)?;
        opt(day_in_figures).parse(rest).map(|(rest, _)| (rest, ()))
    };
    let with_day = |i| {
        let (rest, _) = day_in_figures(i)?;
        let (rest, _) = opt(month).parse(behind_of(rest))?;
        Ok((rest, ()))
    };
    alt((with_month, with_day)).parse(i).ok().map(|(rest, ())| rest)
}

fn behind_of(i: Tokens<'_>) -> Tokens<'_> {
    if i.means(|meaning| *meaning == Meaning::Role(Role::Of)) { i.skip(1) } else { i }
}

/// “1998”, “, 1998”.
fn year_at(i: Tokens<'_>) -> Option<i16> {
    behind_year(i).map(|(_, year)| year)
}

fn behind_year(i: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    year::written(if i.sees(",") { i.skip(1) } else { i }).ok()
}

/// A day that has its month, and perhaps its year, from the list that it stands in.
pub(super) fn day(i: Tokens<'_>) -> Option<(Tokens<'_>, PartialDate)> {
    // Most numbers are in no list.
    let ahead = |places: usize| i.skip(places).sees(",") || i.skip(places).marks().meets(Starts::JOINT);
    if !i.sees_digits() || !(is_behind_day(i) || ahead(1) || ahead(2)) {
        return None;
    }
    let (rest, day) = day_in_figures(i).ok()?;
    if number_goes_on(rest) || rest.is_glued() && dash(rest).is_ok() {
        return None;
    }
    if is_behind_day(i)
        && let Some(month) = month_in_front(i, day)
    {
        let unit = |year| DateUnit::Day { year, month, day }.into();
        let last = is_and(Tokens { at: i.at - 1, ..i });
        return match behind_year(rest) {
            Some((rest, year)) if last => Some((rest, unit(Some(year)))),
            _ if last => (!noun_follows(rest) && behind_of(rest).at == rest.at).then(|| (rest, unit(None))),
            // “on May 5, 19 of them”.
            _ => ends_with_day(rest).then(|| (rest, unit(year_behind(rest)))),
        };
    }
    let (month, year) = month_behind(rest)?;
    Some((rest, DateUnit::Day { year, month, day }.into()))
}

/// Whether a list goes on with bare days to its last.
fn ends_with_day(end: Tokens<'_>) -> bool {
    let mut i = end;
    for _ in 0..LONGEST {
        let Some((next, last)) = joint(i) else { return false };
        let Ok((rest, _)) = day_in_figures(next) else { return false };
        if last {
            return !noun_follows(rest) && !number_goes_on(rest);
        }
        i = rest;
    }
    false
}

/// Month and year behind the last of a list of days of which the first ends here: “5, 12 and 19 May 1998”.
fn month_behind(end: Tokens<'_>) -> Option<(u8, Option<i16>)> {
    let mut i = end;
    for _ in 0..LONGEST {
        let (next, last) = joint(i)?;
        let (rest, _) = day_in_figures(next).ok()?;
        if last {
            let (rest, month) = month(behind_of(rest)).ok()?;
            return Some((month, year_at(rest)));
        }
        i = rest;
    }
    None
}

/// Whether figures and a joint stand in front, as in “May 5 and 19”.
pub(super) fn is_behind_day(i: Tokens<'_>) -> bool {
    let joined = i.before(1).is_some_and(|joint| {
        joint.uses.marks.meets(Starts::JOINT) || joint.class == Class::Mark && i.text_of(joint) == ","
    });
    joined && !i.is_glued() && i.sees_digits() && (2..=4).any(|places| is_digits(i.before(places)))
}

fn is_digits(token: Option<Token>) -> bool {
    token.is_some_and(|token| token.class == Class::Digits)
}

/// The month in front of the first day of the list, whose days follow each other: “May 5, 12 and”.
fn month_in_front(i: Tokens<'_>, day: u8) -> Option<u8> {
    let (mut at, mut later) = (i.at, day);
    let back = |at: usize| at.checked_sub(1).map(|at| Tokens { at, ..i });
    for _ in 0..LONGEST {
        let mut joint = back(at)?;
        if is_and(joint) && back(joint.at)?.sees(",") {
            joint = back(joint.at)?;
        } else if !is_and(joint) && !joint.sees(",") {
            return None;
        }
        let mut figures = back(joint.at)?;
        if figures.is_glued() && figures.means(|meaning| *meaning == Meaning::OrdinalSuffix) {
            figures = back(figures.at)?;
        }
        let (_, day) = day_in_figures(figures).ok().filter(|(_, day)| *day < later)?;
        later = day;
        let mut name = back(figures.at)?;
        if name.is_glued() && name.sees(".") {
            name = back(name.at)?;
        }
        if let Ok((_, month)) = month(name) {
            return Some(month);
        }
        at = figures.at;
    }
    None
}
/// A comma, “and” or “or” between the days of a list.
pub(super) fn is_joint(word: Tokens<'_>) -> bool {
    let joint = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::And | Role::Or));
    word.sees(",") || word.means_marked(Starts::JOINT, joint)
}
