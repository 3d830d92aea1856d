//! Ranges: from one date to another, or with one end open.

use std::rc::Rc;

use super::super::grammar::Tokens;
use super::super::when::{Cycle, Length, Moment, Origin, Tense, When, Which};
use super::fields::Fields;
use super::sense::{is_plural, noun_follows, one, written};
use super::tense::tense;
use super::year;
use crate::language::{AgeCue, Meaning, Role, Sense, Starts};
use crate::value::{DateUnit, PartialDate, TimeUnit};

/// What the parts of a range mean together; `None` where they do not belong together.
pub(super) fn range(sense: Sense, fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<Moment> {
    let owned = |date: &Option<Rc<When>>| date.as_deref().cloned();
    let date = || owned(&fields.date);
    Some(match sense {
        Sense::Range => return ends(fields, start, end),
        Sense::Days => return in_a_row(fields, start, end),
        Sense::SplitYear => return split_year(fields, start),
        Sense::Since => Moment::Range(Some(date()?), None),
        Sense::Until => Moment::Range(None, Some(date()?)),
        Sense::UpTo => Moment::UpTo(shifted(fields, false)?),
        Sense::Beyond if !is_name(start) => Moment::Beyond(shifted(fields, true)?),
        Sense::Past if !is_verb(start) => Moment::Around(fields.length.clone()?, false),
        Sense::Coming if is_age(fields, start, end) => return None,
        Sense::Coming => Moment::Around(counted(fields)?, true),
        Sense::Rest => {
            Moment::Rest(date().or_else(|| {
                Some(When::Which(Cycle::Unit(fields.unit?), Which { offset: 0, spoken: false }))
            })?)
        }
        // “in June for a second tour” is in order, and lasts no second.
        Sense::Lasting => {
            let days = |length: &Length| length.last().is_some_and(|(_, unit)| *unit >= TimeUnit::Day);
            Moment::Lasting(date()?, fields.length.clone().filter(days)?)
        }
        Sense::Edge => Moment::Edge(date()?, fields.length.clone()?, edge(fields.nth?)?),
        _ => return None,
    })
}

/// “named after the 25th of April” says nothing about the time.
fn is_name(after: Tokens<'_>) -> bool {
    after.at.checked_sub(1).is_some_and(|at| {
        Tokens { at, ..after }.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Named))
    })
}

/// “was to last five years”: behind “to” and “will”, “last” is a verb.
fn is_verb(start: Tokens<'_>) -> bool {
    start.at.checked_sub(1).is_some_and(|at| {
        let verb = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::To) | Meaning::Tense(true));
        Tokens { at, ..start }.means(verb)
    })
}

/// Whether it is the first (`true`) or the last of a stretch of time.
const fn edge(nth: i8) -> Option<bool> {
    match nth {
        1 => Some(true),
        -1 => Some(false),
        _ => None,
    }
}

/// The date of “before {date}”, or of “more than two weeks before {date}”.
pub(super) fn shifted(fields: &Fields, forward: bool) -> Option<When> {
    let date = fields.date.clone()?;
    let by = fields.length.clone().or_else(|| fields.unit.map(one));
    Some(match by {
        Some(by) => When::Shift { from: Origin::Date(date), by, forward },
        None => (*date).clone(),
    })
}

/// The “80 next month” of “She turns 80 next month”, which counts no months.
fn is_age(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> bool {
    /// Nobody counts so many units of one.
    const FEW: u8 = 12;
    let turned = || {
        let turned = |meaning: &Meaning| *meaning == Meaning::Age(AgeCue::Turned);
        start.back(1).is_some_and(|word| word.means_marked(Starts::BESIDE_TIME, turned))
    };
    fields.number.is_some_and(|number| (number > FEW || turned()) && !is_plural(end))
}

fn counted(fields: &Fields) -> Option<Length> {
    fields.length.clone().or_else(|| Some(Rc::from([(i64::from(fields.number?).into(), fields.unit?)])))
}

/// Both ends of a range; one that lacks its year or month takes the other's.
fn ends(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<Moment> {
    if let (Some(start), Some(end)) = (&fields.date, &fields.end_date) {
        // “the quarter to June” ends there.
        if matches!(&**start, When::Which(Cycle::Unit(_), Which { spoken: true, .. })) {
            return None;
        }
        // “the January-March quarter” has its months for both ends.
        let quarter = matches!(&**end, When::Period(Cycle::Quarter(_), _))
            || matches!(&**end, When::Written { date, .. } if matches!(date.unit, DateUnit::Quarter { .. }));
        let month =
            matches!(&**start, When::Written { date, .. } if matches!(date.unit, DateUnit::Month { .. }));
        if month && quarter {
            return None;
        }
        return Some(Moment::Range(Some((**start).clone()), Some((**end).clone())));
    }
    // “the first and second quarters of 2008”.
    if let (Some((day, _)), Some(Cycle::Quarter(last))) = (fields.day, fields.cycle) {
        let quarter = |quarter| match fields.year {
            Some(year) => written(start, DateUnit::Quarter { year, quarter }.into()),
            None => When::Period(Cycle::Quarter(quarter), tense(start)),
        };
        // “the second and fourth quarters” lie apart.
        let and = |at| Tokens { at, ..start }.means(|meaning| *meaning == Meaning::Role(Role::And));
        let apart = last != day + 1 && (start.at..end.at).any(and);
        return (day < last && !apart).then(|| Moment::Range(Some(quarter(day)), Some(quarter(last))));
    }
    if let (Some(first), Some(year)) =
        (fields.date.clone().or_else(|| year_of(fields, start)), fields.end_year)
    {
        let both = is_between(start);
        return short_year_range(&first, year)
            .filter(|_| if both { is_year(year, end) } else { !is_choice(end) || is_near(fields, end) });
    }
    if fields.whole.is_some() && fields.end_date.is_none() && fields.day.is_some() {
        return centuries(fields, start);
    }
    if let (Some(which), Some((day, _)), Some((end, _))) = (fields.which, fields.day, fields.end_day) {
        let month = Rc::new(When::Which(Cycle::Unit(TimeUnit::Month), which));
        let inside = |day| When::Inside {
            inner: Rc::new(When::DayOfMonth(day, None, Tense::Unsaid)),
            outer: Rc::clone(&month),
        };
        return (day < end).then(|| Moment::Range(Some(inside(day)), Some(inside(end))));
    }
    if let Some(date) = &fields.date {
        // “between January 2019 and now”.
        return Some(Moment::Range(Some((**date).clone()), Some(When::Day(0))));
    }
    let (mut from, to) = (fields.written()?, fields.end_written()?);
    // “December to May 2022” begins in 2021.
    if let (Some(year), None, Some(month), Some(end)) =
        (fields.year, fields.end_year, fields.month, fields.end_month)
        && month > end
        && fields.day.is_none()
    {
        from = DateUnit::Month { year: Some(year - 1), month }.into();
    }
    Some(Moment::Range(Some(written(start, from)), Some(written(start, to))))
}

fn is_between(start: Tokens<'_>) -> bool {
    start.means_marked(Starts::BETWEEN, |meaning| *meaning == Meaning::Role(Role::Between))
}

/// “between 1283 and 1289”, but “between 1200 and 1250 were killed”, “between 1283 and 1289 men”, “… 1289 kg”.
fn is_year(year: i16, end: Tokens<'_>) -> bool {
    let counts = || noun_follows(end) && !end.first().is_some_and(|name| name.capital);
    let of = || end.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Of));
    year % 50 != 0 && !counts() && !of() && !year::measured(end)
}

/// “1850 or 1851”.
fn is_choice(end: Tokens<'_>) -> bool {
    end.back(2).is_some_and(|word| word.means(|m| *m == Meaning::Role(Role::Or)))
}

/// Two years between which somebody is in doubt; “1200 or 1500 people” are counted.
fn is_near(fields: &Fields, end: Tokens<'_>) -> bool {
    /// So many years apart.
    const NEAR: i16 = 10;
    !noun_follows(end) && fields.year.zip(fields.end_year).is_some_and(|(from, to)| to - from <= NEAR)
}

/// “May 5 and 6”, “5, 6 and 7 May”, “March and April 2019”: what lies apart is no stretch of time.
fn in_a_row(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<Moment> {
    // “on May 5 and 6 people”.
    if fields.year.is_none() && noun_follows(end) {
        return None;
    }
    let (from, to) = (fields.written()?, fields.end_written()?);
    let next = match (fields.day, fields.end_day) {
        (Some((day, own)), Some((last, other))) => {
            let between = start.sentence.text.get(own.end as usize..other.start as usize)?;
            fields.end_month.is_none() && last == day + 1 + u8::from(between.contains(','))
        }
        (None, None) => fields.end_month? == fields.month? + 1,
        _ => false,
    };
    next.then(|| Moment::Range(Some(written(start, from)), Some(written(start, to))))
}

/// “2018/19”: the second is the year behind the first, else it is a number of something.
fn split_year(fields: &Fields, start: Tokens<'_>) -> Option<Moment> {
    let (year, end) = (fields.year?, fields.end_year?);
    let next = if end < 100 { (year + 1).rem_euclid(100) } else { year + 1 };
    let date = |year: i16| Some(written(start, DateUnit::Year(year).into()));
    if end == next {
        return Some(Moment::Range(date(year), date(year + 1)));
    }
    // “the war of 1914/18”
    let years = end - year.rem_euclid(100);
    let is_short = end < 100 && (1..=LONGEST_SPLIT).contains(&years) && is_time(start);
    is_short.then(|| Moment::Range(date(year), date(year + years)))
}

/// The most years that somebody writes with a slash between the first and the last.
const LONGEST_SPLIT: i16 = 7;

/// Whether what stands in front of two years with a slash between says that they are no number of something: “in
/// 1914/18”, “the 1914/18 war”.
fn is_time(years: Tokens<'_>) -> bool {
    let cue = |meaning: &Meaning| {
        matches!(meaning, Meaning::YearCue | Meaning::Role(Role::The) | Meaning::Time(TimeUnit::Year))
    };
    let the = years.means(|meaning| *meaning == Meaning::Role(Role::The));
    the || years.back(1).is_some_and(|word| word.means(cue))
}

/// “the late 18th and early 19th centuries”: both ends have the era of the last.
fn centuries(fields: &Fields, start: Tokens<'_>) -> Option<Moment> {
    let (first, _) = fields.day?;
    let (last, _) = fields.whole?;
    let DateUnit::Century(end) = last.unit else { return None };
    let from = if end < 0 { -i16::from(first) } else { i16::from(first) - 1 };
    let date = |century: i16| Some(written(start, DateUnit::Century(century).into()));
    (from < end).then(|| Moment::Range(date(from), date(end)))
}

fn year_of(fields: &Fields, start: Tokens<'_>) -> Option<Rc<When>> {
    fields
        .year
        .filter(|_| fields.month.is_none())
        .map(|year| Rc::new(written(start, DateUnit::Year(year).into())))
}

/// 2010–15: two figures stand for the same century's year, which must be a later one.
fn short_year_range(first: &Rc<When>, end: i16) -> Option<Moment> {
    let When::Written { date, tense } = &**first else { return None };
    let DateUnit::Year(from) = date.unit else { return None };
    let to = if end < 100 { from - from.rem_euclid(100) + end } else { end };
    let end = When::Written { date: DateUnit::Year(to).into(), tense: *tense };
    (from < to).then(|| Moment::Range(Some((**first).clone()), Some(end)))
}

impl Fields {
    /// The day or month at the other end; what is not written there is the first end's.
    fn end_written(&self) -> Option<PartialDate> {
        let (year, month) = (self.end_year.or(self.year), self.end_month.or(self.month)?);
        Some(match self.end_day {
            Some((day, _)) => DateUnit::Day { year, month, day }.into(),
            None => DateUnit::Month { year, month }.into(),
        })
    }
}
