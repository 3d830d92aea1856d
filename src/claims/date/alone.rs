//! Parts of a date that stand without the others: a holiday, a day of the month, a month, a period of the year.

use std::rc::Rc;

use super::super::grammar::{Tokens, hyphen};
use super::super::when::{Cycle, Tense, When};
use super::apposed::year_beside;
use super::fields::Fields;
use super::list;
use super::name::{is_of_another, is_of_game, is_the, year_of_name};
use super::sense::{noun_follows, written};
use super::tense::tense;
use super::year;
use crate::language::{Beside, Class, Meaning, Role, Starts, Told};
use crate::span::Span;
use crate::value::{DateUnit, PartOf, PartialDate, Season};

pub(super) fn holiday(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let named = || is_the(start).then(|| year_of_name(end)).flatten();
    let year = fields.year.or_else(named);
    let year = year.or_else(|| if fields.which.is_none() { year_beside(start, end) } else { None });
    let which = fields.which;
    // The tense is asked for only where it can matter.
    let tense = if year.or(which.map(|_| 0)).is_none() { tense(start) } else { Tense::Unsaid };
    Some(When::Holiday { number: fields.holiday?, year, which, weekend: fields.weekend, tense })
}

pub(super) fn day_of_month(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let (day, span) = fields.day?;
    let weekday = fields.weekday.map(|(weekday, _)| weekday);
    let in_figures = start.sentence.text[span.range()].starts_with(|c: char| c.is_ascii_digit());
    let ends = end.first().is_none_or(|token| {
        // “on the first £20,000”, “on the first “open” day”
        let opens =
            token.uses.marks.meets(Starts::CURRENCY) || matches!(end.text_of(token), "“" | "\"" | "‘");
        token.class == Class::Mark && !token.glued && !opens
            || matches!(end.text_of(token), "." | "," | ";" | ":" | "!" | "?" | ")")
    });
    let behind_preposition = start.at > 0
        && Tokens { at: start.at - 1, ..start }.means(|meaning| *meaning == Meaning::DayCue)
        || start.means(|meaning| *meaning == Meaning::DayCue);
    // “Friday 17” ends there: “on Friday 17 people came”, “Friday one of them”.
    let last = end.before(1).filter(|_| !behind_the(start, span));
    let plain = last.is_some_and(|last| {
        last.class == Class::Digits || !last.uses.marks.meets(Starts::ORDINAL.or(Starts::ORDINAL_SUFFIX))
    });
    let sure = if plain {
        ends && in_figures
    } else if weekday.is_some() {
        in_figures || !noun_follows(end)
    } else if behind_preposition && in_figures && clause_follows(end) {
        true
    } else {
        // “the twenty-second” is a day as sure as “the 22nd”.
        let compound = day > 20 && day != 30;
        ends && (in_figures || compound || behind_preposition)
    };
    sure.then(|| When::DayOfMonth(day, weekday, tense(start)))
}

/// “On the 5th *they* met”, “on the 5th *the* talks broke up”: no noun that is counted, as in “on the 5th floor”.
fn clause_follows(end: Tokens<'_>) -> bool {
    let subject = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Told(Told::Pronoun)
                | Meaning::Beside(Beside::Pronoun)
                | Meaning::Role(Role::They | Role::The)
        )
    };
    end.first().is_some_and(|word| word.class == Class::Word && !word.glued) && end.means(subject)
}

/// A month without day and year: “in January”. “May” and “March” need more than a capital letter.
pub(super) fn month_alone(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let month = fields.month?;
    let first = start.first()?;
    let name = start.text_of(first);
    let cue = |meaning: &Meaning| *meaning == Meaning::MonthCue;
    let before = |places: usize| start.back(places);
    // “mid-March”.
    let joined = start.is_glued() && before(1).is_some_and(|before| hyphen(before).is_ok());
    let cued = before(if joined { 2 } else { 1 }).is_some_and(|before| before.means(cue));
    let common = start.sentence.language.lexicon.has(name, &Meaning::CommonWord);
    let full = start.sentence.language.month_name(month).len() == name.len();
    let stop = end.at > start.at + 1;
    let alone = start.at == 0 && end.first().is_none();
    // “May’s book” is a person’s.
    let owns = end.is_glued()
        && end.skip(1).is_glued()
        && matches!(end.first().map(|token| end.text_of(token)), Some("'" | "’"));
    let sure = match (first.capital, common) {
        (_, _) if alone => full && first.capital,
        (true, true) => cued && !owns,
        (true, false) => full || stop || cued,
        (false, true) => false,
        (false, false) => full || cued,
    };
    let date: PartialDate = DateUnit::Month { year: None, month }.into();
    sure.then(|| {
        let date = list::with_year(date, end);
        let name = before(1).is_some_and(is_the) && end.first().is_some_and(|name| name.capital);
        let year = name.then(|| year_of_name(end)).flatten();
        // “July delivery”, “the July contract”
        let ahead = |meaning: &Meaning| *meaning == Meaning::Role(Role::Delivery);
        if date.year().is_none() && year.is_none() && end.means_marked(Starts::BESIDE_TIME, ahead) {
            return When::Written { date, tense: Tense::Future };
        }
        written(start, year.map_or(date, |year| date.in_year(year)))
    })
}

/// Whether an article stands in front of a day behind its weekday.
fn behind_the(start: Tokens<'_>, day: Span) -> bool {
    let the = start.skip(1);
    the.means(|meaning| *meaning == Meaning::Role(Role::The))
        && the.skip(1).first().is_some_and(|token| token.start == day.start)
}

pub(super) fn period(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    // “the third-quarter loss”: the article is the loss's.
    let hyphenated = end.before(2).is_some_and(|token| matches!(end.text_of(token), "-" | "‐" | "‑"));
    if hyphenated && fields.year.is_none() && start.means(|meaning| *meaning == Meaning::Role(Role::The)) {
        return None;
    }
    // “the third quarter of the game”
    if fields.year.is_none() && fields.whole.is_none() && is_of_another(fields, end) {
        return None;
    }
    if fields.year.is_none() && matches!(fields.cycle, Some(Cycle::Quarter(_))) && is_of_game(start) {
        return None;
    }
    // “Q3 2023/24” is one of a year that is none of the calendar's.
    if matches!(fields.cycle, Some(Cycle::Quarter(_) | Cycle::Half(_))) && fields.year.is_none() {
        let of = if end.means(|meaning| *meaning == Meaning::Role(Role::Of)) { end.skip(1) } else { end };
        if year::is_split(of) {
            return None;
        }
    }
    // “in the winter” of “in the winter of 2010” has its year behind it.
    let of = if end.means(|meaning| *meaning == Meaning::Role(Role::Of)) { end.skip(1) } else { end };
    if matches!(fields.cycle, Some(Cycle::Season(_))) && fields.year.is_none() && year::written(of).is_ok() {
        return None;
    }
    // “the winter of 2010–11” is that of 2010.
    if let Some(last) = fields.end_year {
        let year = fields.year?;
        let next = last == year + 1 || last < 100 && last == (year + 1).rem_euclid(100);
        if !next || fields.cycle != Some(Cycle::Season(Season::Winter)) {
            return None;
        }
    }
    let when = match (fields.whole, fields.cycle(), fields.year) {
        (Some((date, _)), _, _) => written(start, date),
        // “the March quarter” ends with March.
        (_, Some(Cycle::Month(month)), year) => {
            let quarter = (month % 3 == 0).then_some(month / 3)?;
            match year {
                Some(year) => written(start, DateUnit::Quarter { year, quarter }.into()),
                None => When::Period(Cycle::Quarter(quarter), tense(start)),
            }
        }
        (_, Some(Cycle::Quarter(quarter)), Some(year)) => {
            written(start, DateUnit::Quarter { year, quarter }.into())
        }
        (_, Some(Cycle::Half(half)), Some(year)) => written(start, DateUnit::Half { year, half }.into()),
        (_, Some(Cycle::Season(season)), year @ Some(_)) => {
            written(start, DateUnit::Season { year, season }.into())
        }
        (_, Some(cycle), _) => match list::cycle_with_year(cycle, end) {
            Some(date) => written(start, date),
            None => When::Period(cycle, tense_of(cycle, start)),
        },
        (None, None, Some(year)) => written(start, DateUnit::Year(year).into()),
        (None, None, None) => return None,
    };
    // Of the two winters that a year has, “1944-45” means the later.
    let part = fields.part.or_else(|| fields.end_year.map(|_| PartOf::Late));
    Some(match part {
        Some(part) => When::Part(part, Rc::new(when)),
        None => when,
    })
}

/// “met over the weekend”; “ahead of a weekend election” says nothing of when that is.
fn tense_of(cycle: Cycle, start: Tokens<'_>) -> Tense {
    let of = |meaning: &Meaning| *meaning == Meaning::Role(Role::Of);
    let sure = || is_the(start) && !start.back(1).is_some_and(|word| word.means(of));
    match tense(start) {
        Tense::Past | Tense::JustPast if cycle == Cycle::Weekend && !sure() => Tense::Unsaid,
        tense => tense,
    }
}
