//! Dates in figures: 2020-01-29 · 29.01.2020 · 1/29/2020 · 9-18-15 · 9/2012 · 2014-10 · 4/22.

use nom::Parser;
use nom::branch::alt;

use super::super::grammar::{NO, Parsed, Tokens, digits, glued, hyphen, mark, role};
use super::year::century_of;
use crate::language::{Class, Meaning, NumericOrder, Role, Starts};
use crate::value::{DateUnit, PartialDate};

/// A date, and a second one that the writing allows as well.
pub(super) type Readings = (PartialDate, Option<PartialDate>);

pub(super) fn figures(i: Tokens<'_>) -> Parsed<'_, Readings> {
    let (rest, readings) = alt((three, two)).parse(i)?;
    let between = i.skip(1).first().map(|token| i.text_of(token));
    // 1/2/3/4 and 10.11.12.13 are something else; behind another mark a second date may follow.
    let goes_on = rest.first().is_some_and(|token| {
        let same =
            Some(rest.text_of(token)) == between && rest.skip(1).is_glued() && rest.skip(1).sees_digits();
        token.glued && (token.class != Class::Mark || same)
    });
    if goes_on { Err(NO) } else { Ok((rest, readings)) }
}

fn separator(i: Tokens<'_>) -> Parsed<'_, char> {
    glued(alt((hyphen.map(|()| '-'), mark("/").map(|()| '/'), mark(".").map(|()| '.')))).parse(i)
}

/// Two or three numbers with one sort of mark between, no spaces.
fn three(i: Tokens<'_>) -> Parsed<'_, Readings> {
    let (rest, (first, one, second, two, third)) =
        (digits, separator, glued(digits), separator, glued(digits)).parse(i)?;
    if one != two || second.len() > 2 {
        return Err(NO);
    }
    let number = |text: &str| text.parse::<i16>().map_err(|_| NO);
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    let readings = match (first.len(), third.len()) {
        // The year in front: the month follows (ISO 8601).
        (4, 1 | 2) => day(a, b, c).map(|date| (date, None)),
        (1 | 2, 4) => ordered(i, one, day(c, a, b), day(c, b, a)),
        // 1.2.3 and 10.11.12 are versions.
        (1 | 2, 2) if one != '.' => ordered(i, one, day(century_of(c), a, b), day(century_of(c), b, a)),
        _ => None,
    };
    Ok((rest, readings.ok_or(NO)?))
}

fn day(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let sound = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
    sound.then(|| DateUnit::Day { year: Some(year), month, day }.into())
}

/// The reading that the language prefers, and the other if both are possible. With full stops the day is first.
fn ordered(
    i: Tokens<'_>,
    mark: char,
    month_first: Option<PartialDate>,
    day_first: Option<PartialDate>,
) -> Option<Readings> {
    let (first, second) = match i.sentence.language.numeric_order {
        NumericOrder::MonthFirst if mark != '.' => (month_first, day_first),
        _ => (day_first, month_first),
    };
    match (first, second) {
        (Some(first), Some(second)) if first != second && mark != '.' => Some((first, Some(second))),
        (Some(date), _) | (None, Some(date)) => Some((date, None)),
        (None, None) => None,
    }
}

/// Month and year, or month and day where words or figures make it sure.
fn two(i: Tokens<'_>) -> Parsed<'_, Readings> {
    alt((month_and_year, month_and_day)).parse(i)
}

fn month_and_year(i: Tokens<'_>) -> Parsed<'_, Readings> {
    let spaced = mark("/").map(|()| '/');
    let (rest, (first, mark, second)) = (digits, alt((separator, spaced)), digits).parse(i)?;
    let number = |text: &str| text.parse::<i16>().map_err(|_| NO);
    let (year, month) = match (first.len(), second.len()) {
        (4, 1..=2) if mark != '.' => (number(first)?, number(second)?),
        (1..=2, 4) if mark != '.' => (number(second)?, number(first)?),
        _ => return Err(NO),
    };
    let month = u8::try_from(month).map_err(|_| NO)?;
    if !(1..=12).contains(&month) || !(1900..2100).contains(&year) {
        return Err(NO);
    }
    Ok((rest, (DateUnit::Month { year: Some(year), month }.into(), None)))
}

/// 4/22 is a date behind “on” or a weekday, or where it can be no fraction.
fn month_and_day(i: Tokens<'_>) -> Parsed<'_, Readings> {
    let (rest, (first, mark, second)) = (digits, separator, glued(digits)).parse(i)?;
    if first.len() > 2 || second.len() > 2 {
        return Err(NO);
    }
    let number = |text: &str| text.parse::<u8>().map_err(|_| NO);
    let (a, b) = (number(first)?, number(second)?);
    let first_of_list = first_of_list(i);
    let before = |wanted: fn(&Meaning) -> bool| {
        [1, 2].into_iter().any(|places| {
            let before = first_of_list.at.checked_sub(places);
            before.is_some_and(|at| Tokens { at, ..i }.means(wanted))
        })
    };
    let behind_weekday = before(|meaning| matches!(meaning, Meaning::Weekday(_)));
    let cued = behind_weekday || before(|meaning| *meaning == Meaning::DayCue);
    // “The 20/1 favourite won”, “at 20/1”; “on 20/1” is a day.
    let on = || {
        let on = |meaning: &Meaning| *meaning == Meaning::DayCue;
        let year = |meaning: &Meaning| *meaning == Meaning::YearCue;
        let before = first_of_list.at.checked_sub(1).map(|at| Tokens { at, ..i });
        before.is_some_and(|before| before.means(on) && !before.means(year))
    };
    if mark == '/'
        && !behind_weekday
        && !first.starts_with('0')
        && (b == 1 && !cued && !is_first_end(rest) && !goes_to(rest) || !on() && speaks_of_odds(i))
    {
        return Err(NO);
    }
    let no_fraction = first.starts_with('0') || second.starts_with('0') || a >= b;
    let sure = match mark {
        '/' => cued || no_fraction && a > 12 || is_first_end(rest),
        // “beat them on Sunday 4-2” is a score.
        '-' => behind_weekday && a.max(b) > 12,
        _ => behind_weekday,
    };
    let date = |month: u8, day: u8| {
        let sound = (1..=12).contains(&month) && (1..=31).contains(&day);
        sound.then(|| DateUnit::Day { year: None, month, day }.into())
    };
    let readings = ordered(i, '/', date(a, b), date(b, a)).filter(|_| sure).ok_or(NO)?;
    Ok((rest, readings))
}

/// “10/1-11/2/2017”: the other end of a range says what both are.
fn is_first_end(rest: Tokens<'_>) -> bool {
    hyphen(rest).is_ok_and(|(rest, ())| glued(three).parse(rest).is_ok())
}

/// “15/1 to 14/7”.
fn goes_to(rest: Tokens<'_>) -> bool {
    let day = |(rest, ())| (digits, glued(mark("/")), glued(digits)).parse(rest).is_ok();
    role(Role::To).parse(rest).is_ok_and(day)
}

/// Whether the words around speak of odds.
fn speaks_of_odds(i: Tokens<'_>) -> bool {
    const REACH: usize = 24;
    let odds = |at| {
        Tokens { at, ..i }.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Role(Role::Odds))
    };
    (i.at.saturating_sub(REACH)..(i.at + REACH).min(i.sentence.tokens.len())).any(odds)
}

/// Where a list of days in figures begins: “on 11/20, 11/22 and 11/25” has one cue for all of them.
fn first_of_list(i: Tokens<'_>) -> Tokens<'_> {
    /// No list is longer.
    const LONGEST: usize = 8;
    /// A joint, and two numbers with their mark.
    const BACK: usize = 4;
    let mut first = i;
    for _ in 0..LONGEST {
        let Some(at) = first.at.checked_sub(BACK) else { break };
        let other = Tokens { at, ..i };
        let joint = other.skip(BACK - 1);
        let joined = joint.sees(",") || joint.means(|m| matches!(m, Meaning::Role(Role::And | Role::Or)));
        let day = (digits, glued(mark("/")), glued(digits)).parse(other).is_ok();
        if !joined || !day || other.is_glued() {
            break;
        }
        first = other;
    }
    first
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads_among};

    #[test]
    fn odds_are_no_dates() {
        ignores_kind(
            "date",
            &[
                "The horse won at 20/1.",
                "The 13/8 favourite came in last.",
                "She was backed at 100/30 and 14/1.",
                "The price came down to 13/2 by 15/8 with the bookmakers.",
            ],
        );
        for (text, words, expected) in [
            ("He laid the bet on 4/22.", "4/22", "date 2024-04-22"),
            ("The bets of Friday 4/22 were lost.", "Friday 4/22", "date 2024-04-22"),
            ("The lease runs from 15/1 to 14/7.", "from 15/1 to 14/7", "date_range 2024-01-15/2024-07-14"),
            ("It came on 20/1.", "20/1", "date 2024-01-20"),
            ("It came in two parts, 23/11 being the last.", "23/11", "date 2023-11-23"),
        ] {
            reads_among("2024-05-14", text, words, expected);
        }
    }
}
