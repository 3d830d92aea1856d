//! What the parts of a pattern mean together.

use std::rc::Rc;

use super::super::grammar::{Tokens, hyphen};
use super::super::when::{Cycle, Length, Moment, Origin, Tense, When, Which};
use super::alone::{day_of_month, holiday, month_alone, period};
use super::apposed::{is_told_of_date, spoken_again};
use super::fields::Fields;
use super::list;
use super::name::{is_conjunction, is_no_month, is_the, is_title, year_of_name};
use super::range::{range, shifted};
use super::tense::{is_counted, is_past, is_told, tense};
use super::weekday::{from_weekday, is_from_rate, week_on, weekday_alone, weekday_beside};
use crate::language::{Class, Cue, Meaning, Role, Sense, Starts, Token};
use crate::value::{DateUnit, Number, PartOf, PartialDate, TimeUnit};

/// The moment that a pattern's parts name; `None` where they do not belong together.
pub(super) fn moment(sense: Sense, fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<Moment> {
    if sense.is_range() {
        return range(sense, fields, start, end);
    }
    // “the past decade” is ten years, not the one that the calendar has.
    if let (Sense::Cycle, Some(unit), Some(Which { offset, spoken: false })) =
        (sense, fields.unit, fields.which)
        && unit >= TimeUnit::Decade
        && offset < 0
        && start.means(|meaning| *meaning == Meaning::Role(Role::The))
        && !is_plural(end)
    {
        return Some(Moment::Around(one(unit), false));
    }
    // “the past fortnight” is two weeks, and no week of the calendar.
    if let (Sense::Cycle, Some(TimeUnit::Fortnight), Some(Which { offset, spoken: false })) =
        (sense, fields.unit, fields.which)
        && offset != 0
    {
        return Some(Moment::Around(one(TimeUnit::Fortnight), offset > 0));
    }
    date(sense, fields, start, end).map(Moment::Date)
}

fn date(sense: Sense, fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let shift = |from: Origin, forward: bool| {
        // “year-ago” has its length in its name.
        let by = fields.length.clone().unwrap_or_else(|| one(TimeUnit::Year));
        // “half an hour later” is the same day, and no news.
        let days = by.last().is_some_and(|(_, unit)| *unit >= TimeUnit::Day);
        days.then_some(When::Shift { from, by, forward })
    };
    let last = end.first().is_none_or(|token| token.class == Class::Mark);
    match sense {
        Sense::Date if fields.weekday.is_some() => beside_weekday(fields, start, end),
        Sense::Date if is_no_month(start, end) => None,
        Sense::Date => fields.written().map(|date| {
            // “the 20 July plot of 1944”
            let before = start.back(1);
            let name = || end.first().is_some_and(|name| name.capital) && before.is_some_and(is_the);
            let named = date.year().is_none() && (is_the(start) || name());
            let year = named.then(|| year_of_name(end)).flatten();
            written(start, year.map_or_else(|| list::with_year(date, end), |year| date.in_year(year)))
        }),
        // “USA Today”, “the Today programme”.
        Sense::Day if is_title(start) => None,
        Sense::Day => Some(When::Day(fields.day_word.unwrap_or(0))),
        Sense::Weekday => weekday_alone(fields, start, end),
        Sense::DayOfMonth => day_of_month(fields, start, end),
        Sense::Month => month_alone(fields, start, end),
        Sense::Period => period(fields, start, end),
        Sense::Holiday => holiday(fields, start, end),
        Sense::Cycle => which(fields, fields.which, start, end),
        Sense::Last => which(fields, Some(steps(-1)), start, end),
        Sense::Next => which(fields, Some(steps(1)), start, end),
        Sense::AfterNext => which(fields, Some(steps(2)), start, end),
        Sense::BeforeLast => which(fields, Some(steps(-2)), start, end),
        Sense::Spoken => spoken(fields, 0, start, end),
        Sense::SpokenYear if fields.unit == Some(TimeUnit::Year) => {
            (!noun_follows(end) || is_past(end)).then(|| spoken_unit(TimeUnit::Year, 0))
        }
        Sense::SpokenIn => {
            let quarter = Rc::new(When::Which(quarter_or(fields.unit)?, Which { offset: 0, spoken: true }));
            let outer = Rc::new(written(start, DateUnit::Year(fields.year?).into()));
            Some(When::Inside { inner: quarter, outer })
        }
        Sense::SpokenBefore => spoken(fields, -1, start, end),
        Sense::SpokenAfter => spoken(fields, 1, start, end),
        // “the year-ago third quarter”.
        Sense::Ago => match fields.cycle {
            Some(quarter) => shift(Origin::Today, false).map(|year| When::Inside {
                inner: Rc::new(When::Period(quarter, Tense::Unsaid)),
                outer: Rc::new(year),
            }),
            None => shift(Origin::Today, false),
        },
        Sense::Hence => shift(Origin::Today, true).filter(|_| is_hence(start)),
        Sense::Earlier | Sense::Later if is_told_of_date(start, end) => spoken_again(fields),
        Sense::Earlier => shift(Origin::Spoken, false),
        Sense::Later => shift(Origin::Spoken, true),
        Sense::Beforehand | Sense::Afterwards if last && is_told_of_date(start, end) => spoken_again(fields),
        Sense::Beforehand if last => shift(Origin::Spoken, false),
        Sense::Afterwards if last => shift(Origin::Spoken, true),
        Sense::Before if fields.weekday.is_some() => weekday_beside(fields, false),
        Sense::After if fields.weekday.is_some() => weekday_beside(fields, true),
        Sense::Before => shifted(fields, false).filter(|when| matches!(when, When::Shift { .. })),
        // “£50 a day from Friday” is a rate, and begins then.
        Sense::After if is_from_rate(fields, start, end) => None,
        Sense::After => from_weekday(fields, start, end)
            .or_else(|| shifted(fields, true))
            .filter(|when| matches!(when, When::Shift { .. })),
        Sense::WeekdaysOn | Sense::WeekdaysAgo => {
            let count = i8::try_from(fields.number.unwrap_or(1)).ok()?;
            let count = if sense == Sense::WeekdaysAgo { -count } else { count };
            // “two summers ago”
            if let Some(season @ Cycle::Season(_)) = fields.cycle {
                return Some(When::Which(season, steps(count)));
            }
            Some(When::WeekdaysOn(fields.weekday?.0, count))
        }
        Sense::WeekOn => week_on(fields, start, end),
        // “the last days of May” are no one day.
        Sense::NthOf if is_of_many(start, end) => None,
        Sense::NthOf => nth(fields, start),
        Sense::WeekNumber => week_number(fields),
        Sense::WeekOf => week_of(fields, start),
        Sense::Inside => inside(fields, start, end),
        Sense::Part => {
            // “by the end of the year and”.
            let whole = fields.date.clone().or_else(|| {
                let unit = fields.unit.filter(|unit| *unit >= TimeUnit::Week)?;
                let of_follows = end.means(|meaning| *meaning == Meaning::Role(Role::Of));
                let joined = end.is_glued() && hyphen(end).is_ok();
                (!of_follows && !joined && !noun_follows(end)).then(|| Rc::new(spoken_unit(unit, 0)))
            });
            // “end of month” and “EOY” name no part of their own, “EOY” no unit either.
            let year = || match (fields.part, fields.unit, fields.year) {
                (None, None, Some(year)) => Some(Rc::new(written(start, DateUnit::Year(year).into()))),
                (None, None, None) => Some(Rc::new(spoken_unit(TimeUnit::Year, 0))),
                _ => None,
            };
            Some(When::Part(fields.part.unwrap_or(PartOf::Late), whole.or_else(year)?))
        }
        Sense::YearEnd => {
            let date = DateUnit::Day { year: fields.year, month: 12, day: 31 };
            Some(When::Written { date: date.into(), tense: by_then(start) })
        }
        _ => None,
    }
}

/// Whether several units are spoken of between two places.
fn is_of_many(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    /// “the last”, and the unit.
    const UNIT: usize = 3;
    (start.at..end.at.min(start.at + UNIT)).any(|at| {
        let word = Tokens { at, ..start };
        word.marks().meets(Starts::TIME) && word.means(|meaning| *meaning == Meaning::Role(Role::Plural))
    })
}

pub(super) fn is_day(when: &When) -> bool {
    match when {
        When::Holiday { weekend, .. } => !weekend,
        When::Nth { what, .. } => matches!(what, Cycle::Weekday(_)),
        When::Written { date, .. } => matches!(date.unit, DateUnit::Day { .. }),
        When::Beside { .. } | When::Day(_) => true,
        _ => false,
    }
}

pub(super) fn one(unit: TimeUnit) -> Length {
    Rc::from([(1.into(), unit)])
}

impl Fields {
    /// Day, month and year, as far as they are there.
    pub(super) fn written(&self) -> Option<PartialDate> {
        if let Some((date, _)) = self.whole {
            return Some(date);
        }
        let (year, month) = (self.year, self.month?);
        let unit = match self.day {
            Some((day, _)) => DateUnit::Day { year, month, day },
            None => DateUnit::Month { year, month },
        };
        Some(unit.into())
    }

    pub(super) fn cycle(&self) -> Option<Cycle> {
        self.cycle
            .or_else(|| self.weekend.then_some(Cycle::Weekend))
            .or_else(|| self.month.map(Cycle::Month))
            .or_else(|| self.weekday.map(|(weekday, _)| Cycle::Weekday(weekday)))
            .or_else(|| self.unit.map(Cycle::Unit))
    }
}

pub(super) fn written(start: Tokens<'_>, date: PartialDate) -> When {
    // The tense is asked for only where it can matter.
    let tense = if date.year().is_none() { tense(start) } else { Tense::Unsaid };
    When::Written { date, tense }
}

/// Beside a weekday the nearest date is meant, whatever is told; what will be lies ahead.
fn beside_weekday(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let date = list::with_year(fields.written()?, end);
    let ahead = date.year().is_none() && tense(start) == Tense::Future;
    Some(When::Written { date, tense: if ahead { Tense::Future } else { Tense::Unsaid } })
}

/// “cuts by year-end” lie ahead, where nothing says that they do not.
fn by_then(start: Tokens<'_>) -> Tense {
    let by = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::By);
    match tense(start) {
        Tense::Unsaid if start.back(1).is_some_and(|word| word.means(by)) => Tense::Future,
        tense => tense,
    }
}

/// “in a year” may say how long it took, or how often it comes; “a year from now” does not.
fn is_hence(start: Tokens<'_>) -> bool {
    !is_in(start) || !is_told(start) && !is_counted(start) && !is_how_often(start) && !is_course(start)
}

/// “up 2,900% *in ten years*”: in the course of them, where nothing says that it is to come.
fn is_course(start: Tokens<'_>) -> bool {
    let percent = |last: Token| last.uses.marks.meets(Starts::PERCENT);
    start.before(1).is_some_and(percent) && tense(start) == Tense::Unsaid
}

/// “once *in a decade*”, “three times in a week”: how often, and not when.
fn is_how_often(start: Tokens<'_>) -> bool {
    start.at.checked_sub(1).is_some_and(|at| {
        let often = |meaning: &Meaning| *meaning == Meaning::Role(Role::HowOften);
        Tokens { at, ..start }.means_marked(Starts::BESIDE_TIME, often)
    })
}

/// Whether a word stands right behind that is no function word.
pub(super) fn noun_follows(end: Tokens<'_>) -> bool {
    const NO_NOUN: Starts = Starts::STOP.or(Starts::DAY_PART).or(Starts::WHICH);
    let is_none =
        |meaning: &Meaning| matches!(meaning, Meaning::Stop | Meaning::DayPart | Meaning::Which { .. });
    end.first().is_some_and(|token| token.class == Class::Word && !token.glued)
        && !end.means_marked(NO_NOUN, is_none)
}

fn which(fields: &Fields, which: Option<Which>, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let cycle = fields.cycle()?;
    // “this may”, “that march”: a verb and a noun.
    let last = Tokens { at: end.at.saturating_sub(1), ..start };
    let verb = matches!(cycle, Cycle::Month(_))
        && last.first().is_some_and(|token| !token.capital)
        && last.means(|meaning| *meaning == Meaning::CommonWord);
    // “said that third-quarter profit fell”; “on ABC's This Week”.
    let joined = end.before(2).is_some_and(|token| matches!(end.text_of(token), "-" | "‐" | "‑"));
    let conjunction = matches!(cycle, Cycle::Quarter(_)) && joined && which.is_some_and(|which| which.spoken);
    let says = is_conjunction(start, end, cycle, which);
    let capital = |token: Option<Token>| token.is_some_and(|token| token.capital);
    let title =
        matches!(cycle, Cycle::Unit(_)) && start.at > 0 && capital(start.first()) && capital(last.first());
    // “this Saturday” is to come, unless it was.
    if let (Cycle::Weekday(weekday), Some(Which { offset: 0, spoken: false })) = (cycle, which)
        && !is_told(start)
    {
        return Some(When::Weekday(weekday, Tense::Future));
    }
    let verb = verb || conjunction || says || title || matches!(cycle, Cycle::Unit(_)) && is_plural(end);
    // “They fell on Monday and rose *the next day*.”
    let next = cycle == Cycle::Unit(TimeUnit::Day) && which == Some(steps(1)) && is_the(start);
    let which = if next { Some(Which { offset: 1, spoken: true }) } else { which };
    (!verb).then_some(When::Which(cycle, which?))
}

/// “the coming years” are no one year.
pub(super) fn is_plural(end: Tokens<'_>) -> bool {
    let last = end.back(1);
    last.is_some_and(|last| {
        last.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Plural))
    })
}

const fn steps(offset: i8) -> Which {
    Which { offset, spoken: false }
}

/// “the week”, “the quarter”: only what nearly always means one of the calendar.
fn spoken(fields: &Fields, offset: i8, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    /// “the” and the unit.
    const PLAIN: usize = 2;
    let unit = fields.unit.unwrap_or(TimeUnit::Quarter);
    let of_follows = end.means(|meaning| *meaning == Meaning::Role(Role::Of));
    // “the day he died”, “the year of the flood” and “the week before he came” are other stretches of time.
    // “the year-earlier quarter” is another's.
    let joined = end.is_glued() && hyphen(end).is_ok();
    let ends = !joined && end.first().is_none_or(|token| token.class == Class::Mark);
    // “the latest quarter covering costs of”.
    let plain_quarter = unit == TimeUnit::Quarter
        && (!noun_follows(end) || is_past(end) || offset == 0 && end.at - start.at > PLAIN)
        && end.at - start.at >= PLAIN;
    let sure = !of_follows && (ends || plain_quarter);
    sure.then(|| spoken_unit(unit, offset))
}

const fn spoken_unit(unit: TimeUnit, offset: i8) -> When {
    When::Which(Cycle::Unit(unit), Which { offset, spoken: true })
}

/// “period” is the quarter that is spoken of.
fn quarter_or(unit: Option<TimeUnit>) -> Option<Cycle> {
    let unit = unit.unwrap_or(TimeUnit::Quarter);
    (unit == TimeUnit::Quarter).then_some(Cycle::Unit(unit))
}

fn nth(fields: &Fields, start: Tokens<'_>) -> Option<When> {
    let what = fields.cycle()?;
    let of = fields.date.clone();
    // “the first fiscal quarter”, of a year or of the one at hand.
    if let (None, Cycle::Unit(TimeUnit::Quarter)) = (&of, what) {
        let quarter = u8::try_from(fields.nth?).ok().filter(|nth| (1..=4).contains(nth))?;
        return Some(match fields.year {
            Some(year) => {
                When::Written { date: DateUnit::Quarter { year, quarter }.into(), tense: Tense::Unsaid }
            }
            None => When::Period(Cycle::Quarter(quarter), tense(start)),
        });
    }
    let wide = of.as_ref().and_then(|of| of.unit());
    let fits = match (what, wide) {
        (_, None) => of.is_none() && matches!(what, Cycle::Weekday(_)),
        // “the first quarter of the 20th century” is a part of it.
        (Cycle::Unit(unit), Some(wide)) => unit < wide && (unit >= TimeUnit::Year || wide <= TimeUnit::Year),
        (_, Some(wide)) => wide > TimeUnit::Week,
    };
    fits.then_some(When::Nth { nth: fields.nth?, what, of })
}

fn week_number(fields: &Fields) -> Option<When> {
    let week = fields.number.filter(|week| (1..=53).contains(week))?;
    let inner = When::Week { week, year: fields.year };
    match &fields.date {
        Some(outer) => (outer.unit()? == TimeUnit::Year)
            .then(|| When::Inside { inner: Rc::new(inner), outer: Rc::clone(outer) }),
        None => Some(inner),
    }
}

/// “the week of 3 May”, “the weekend of May 3-4”.
fn week_of(fields: &Fields, start: Tokens<'_>) -> Option<When> {
    let day = fields.date.clone().or_else(|| fields.written().map(|date| Rc::new(written(start, date))))?;
    if !fields.weekend {
        // “Easter week of 1916” is no week of the year.
        let long = day.unit().is_some_and(|unit| unit >= TimeUnit::Year);
        return (!long).then_some(When::WeekOf(day));
    }
    let week = is_day(&day).then(|| Rc::new(When::WeekOf(day)))?;
    Some(When::Nth { nth: 1, what: Cycle::Weekend, of: Some(week) })
}

/// The smaller of two dates inside the larger; `None` if they do not fit into each other.
fn inside(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    // “a week ago on Monday”; “a week ago on Monday, 2 May” has a date of its own behind.
    if let (Some(by), Some((weekday, _))) = (&fields.length, fields.weekday) {
        let weeks = matches!(by[..], [(_, TimeUnit::Week | TimeUnit::Fortnight)]);
        let outer = When::Shift { from: Origin::Today, by: Rc::clone(by), forward: false };
        let inner = When::Weekday(weekday, Tense::Past);
        return (weeks && !day_follows(end))
            .then(|| When::Inside { inner: Rc::new(inner), outer: Rc::new(outer) });
    }
    // “in spring last year”, but “prices fall last year”.
    let season = matches!(fields.cycle, Some(Cycle::Season(_)));
    if season && !start.before(1).is_some_and(|_| is_in(Tokens { at: start.at - 1, ..start })) {
        return None;
    }
    let outer = || fields.which.zip(fields.unit).map(|(which, unit)| When::Which(Cycle::Unit(unit), which));
    let spoken = || fields.unit.map(|unit| When::Which(Cycle::Unit(unit), Which { offset: 0, spoken: true }));
    let day = fields.day.map(|(day, _)| Rc::new(When::DayOfMonth(day, None, Tense::Unsaid)));
    let half = fields.cycle.map(|half| Rc::new(When::Period(half, Tense::Unsaid)));
    let mut dates = [fields.date.clone(), fields.end_date.clone(), day, half].into_iter().flatten();
    let first = dates.next()?;
    let second = dates.next().or_else(|| outer().or_else(spoken).map(Rc::new))?;
    // “the second half of the 19th century” is a part of it, and no half year.
    if let Some((part, whole)) = part_of_long(&first, &second).or_else(|| part_of_long(&second, &first)) {
        return Some(When::Part(part, whole));
    }
    let fit = |inner: &Rc<When>, outer: &Rc<When>| {
        (fits_in(inner, outer)).then(|| When::Inside { inner: Rc::clone(inner), outer: Rc::clone(outer) })
    };
    fit(&first, &second).or_else(|| fit(&second, &first))
}

/// “, 2 May”, “(May 2”.
fn day_follows(end: Tokens<'_>) -> bool {
    const DAY: Starts = Starts::MONTH.or(Starts::THE).or(Starts::ORDINAL);
    let marked = end.sees(",") || end.sees("(");
    let day = if marked { end.skip(1) } else { end };
    day.sees_digits() || day.marks().meets(DAY)
}

fn is_in(word: Tokens<'_>) -> bool {
    word.means(|meaning| *meaning == Meaning::Role(Role::In))
}

/// Whole years, which end where the calendar's do.
fn is_years(length: &[(Number, TimeUnit)]) -> bool {
    matches!(length, [(count, TimeUnit::Year)] if count.is_integer())
}

/// The half or quarter of a decade or century, as far as it has a name.
fn part_of_long(part: &When, whole: &Rc<When>) -> Option<(PartOf, Rc<When>)> {
    // “the first half of May”.
    let halved = matches!(part, When::Period(Cycle::Half(_), _));
    let long = whole.unit().is_some_and(|unit| unit >= TimeUnit::Decade || halved && unit == TimeUnit::Month);
    let part = match part {
        When::Period(Cycle::Half(1) | Cycle::Quarter(1), _) => PartOf::Early,
        When::Period(Cycle::Half(2) | Cycle::Quarter(4), _) => PartOf::Late,
        When::Period(Cycle::Quarter(_), _) => PartOf::Mid,
        _ => return None,
    };
    long.then(|| (part, Rc::clone(whole)))
}

fn fits_in(inner: &When, outer: &When) -> bool {
    match outer.unit() {
        Some(TimeUnit::Year) => inner.wants_year(),
        Some(TimeUnit::Week) => matches!(inner, When::Weekday(..)),
        Some(TimeUnit::Month) => matches!(inner, When::DayOfMonth(_, None, _)),
        Some(TimeUnit::Day) => matches!(inner, When::Weekday(..)) && matches!(outer, When::Shift { .. }),
        // “Thanksgiving two years ago”, “in March a year later”.
        None => {
            let When::Shift { by, .. } = outer else { return false };
            // “six months ago today”.
            is_years(by) && inner.wants_year() || matches!(inner, When::Day(0))
        }
        _ => false,
    }
}
