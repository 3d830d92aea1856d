//! Which day of the calendar a date expression is: what the document, and what was said before, add to it.

mod cycle;
mod day_of_month;
mod shift;

use jiff::civil::Date;

use super::when::{Moment, Tense, When};
use crate::claims::Claim;
use crate::language::Language;
use crate::value::{
    DateUnit, Days, PartOf, PartialDate, TimeUnit, Value, Weekday, day_from_number, day_number,
};

/// What a date expression is held against.
#[derive(Debug, Clone)]
pub(super) struct Context<'a> {
    pub(super) language: &'a Language,
    /// The document's date.
    pub(super) today: Option<Date>,
    /// The date last spoken of, and the sentence.
    spoken: Option<(PartialDate, Place)>,
    /// The month or day that was last named, and the sentence.
    named: Option<(PartialDate, Place)>,
    /// The quarter that a report is about, and the sentence where it says so.
    quarter: Option<(PartialDate, Place)>,
    /// The sentence that is being read.
    here: Place,
}

/// A sentence, counted from the beginning of the document, and its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Place {
    block: u32,
    sentence: u32,
}

/// Days that no date without a year is away from the nearest of its kind.
const MORE_THAN_A_YEAR: i64 = 400;

/// A tense may be another verb's: a day ahead that is near is meant all the same, one that is further away by so many
/// days than the last is not.
const FAR: i64 = 200;

/// A date is remembered for so many sentences.
const MEMORY: u32 = 10;

/// A date, or two for what has no unit of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: PartialDate,
    pub(super) last: Option<PartialDate>,
}

impl From<PartialDate> for Stretch {
    fn from(first: PartialDate) -> Self {
        Self { first, last: None }
    }
}

impl Stretch {
    fn end(self) -> PartialDate {
        self.last.unwrap_or(self.first)
    }

    pub(super) fn value(self) -> Value {
        match self.last {
            Some(last) => Value::DateRange { start: Some(self.first), end: Some(last) },
            None => Value::Date(self.first),
        }
    }
}

const UNRESOLVED: PartialDate = PartialDate { unit: DateUnit::Unresolved, part: None };

impl<'a> Context<'a> {
    pub(super) const fn new(language: &'a Language, today: Option<Date>) -> Self {
        let here = Place { block: 0, sentence: 0 };
        Self { language, today, spoken: None, named: None, quarter: None, here }
    }

    /// Goes on to a sentence of a block.
    pub(super) const fn go_on_to(&mut self, block: u32) {
        self.here = Place { block, sentence: self.here.sentence + 1 };
    }

    /// The date last spoken of, if it is not long ago.
    fn spoken(&self) -> Option<PartialDate> {
        self.spoken.filter(|(_, place)| self.here.sentence - place.sentence <= MEMORY).map(|(date, _)| date)
    }

    fn quarter(&self) -> Option<PartialDate> {
        self.quarter.filter(|(_, place)| self.here.sentence - place.sentence <= MEMORY).map(|(date, _)| date)
    }

    /// The year of the date that the same or the last sentence of the paragraph speaks of.
    fn year_at_hand(&self) -> Option<i16> {
        self.spoken.filter(|(_, place)| self.is_near(*place))?.0.year()
    }

    /// Whether a sentence is this one or the last of the paragraph.
    const fn is_near(&self, place: Place) -> bool {
        self.is_among_last(place, 1)
    }

    /// Whether a sentence is so many before this one at most, and in its paragraph.
    const fn is_among_last(&self, place: Place, count: u32) -> bool {
        place.block == self.here.block && self.here.sentence - place.sentence <= count
    }

    /// Remembers a date that was spoken of.
    pub(super) fn speak_of(&mut self, claim: &Claim) {
        let date = match &claim.value {
            Value::Date(date)
            | Value::DateRange { start: None, end: Some(date) }
            | Value::DateRange { start: Some(date), .. } => *date,
            _ => return,
        };
        if date.days().is_none() {
            return;
        }
        self.spoken = Some((date, self.here));
        // “Yesterday” names no month, and goes on in one that was named.
        let goes_on = || {
            let month = |date| first_day(date).map(|day| (day.year(), day.month()));
            self.named.is_some_and(|(named, place)| self.is_near(place) && month(named) == month(date))
        };
        let named = match date.unit {
            DateUnit::Month { year, .. } => year.is_some(),
            DateUnit::Day { year: Some(_), .. } => claim.days().next().is_some() || goes_on(),
            _ => false,
        };
        if named {
            self.named = Some((date, self.here));
        }
        // A report goes on about the quarter that is over, whatever it says of the one to come.
        let over =
            |date: PartialDate| last_day(date).zip(self.today).is_none_or(|(last, today)| last < today);
        if matches!(date.unit, DateUnit::Quarter { .. }) && (over(date) || !self.quarter().is_some_and(over))
        {
            self.quarter = Some((date, self.here));
        }
    }

    /// The value of a moment; what cannot be known is unresolved.
    pub(super) fn value(&self, moment: &Moment) -> Value {
        match moment {
            Moment::Date(when) => self.date(when).map_or(Value::Date(UNRESOLVED), Stretch::value),
            Moment::Range(Some(start), Some(end)) => self.range(start, end),
            Moment::Range(start, end) => Value::DateRange {
                start: start.as_ref().map(|when| self.date(when).map_or(UNRESOLVED, |date| date.first)),
                end: end.as_ref().map(|when| self.date(when).map_or(UNRESOLVED, Stretch::end)),
            },
            Moment::UpTo(when) => Value::DateRange { start: None, end: Some(self.beside(when, false)) },
            Moment::Beyond(when) => Value::DateRange { start: Some(self.beside(when, true)), end: None },
            Moment::Around(length, forward) => self.around(length, *forward),
            Moment::Lasting(from, length) => self.lasting(from, length),
            Moment::Edge(of, length, first) => self.edge(of, length, *first),
            Moment::Rest(when) => {
                let start = self.today.map_or(UNRESOLVED, PartialDate::from);
                let end = self
                    .date(when)
                    .and_then(|date| last_day(date.end()))
                    .map_or(UNRESOLVED, PartialDate::from);
                Value::DateRange { start: Some(start), end: Some(end) }
            }
        }
    }

    /// The day right before (`false`) or behind a date; what is coarser than a month keeps its unit.
    fn beside(&self, when: &When, behind: bool) -> PartialDate {
        // “before the end of May” is in May.
        if let When::Part(part, whole) = when
            && let Some(whole) = self.date(whole)
        {
            let day = match (part, behind) {
                (PartOf::Late, false) => last_day(whole.end()),
                (PartOf::Early, true) => first_day(whole.first),
                _ => None,
            };
            if let Some(day) = day {
                return day.into();
            }
        }
        let Some(date) = self.date(when) else { return UNRESOLVED };
        let day = if behind {
            last_day(date.end()).and_then(|day| day.tomorrow().ok())
        } else {
            first_day(date.first).and_then(|day| day.yesterday().ok())
        };
        day.map_or(UNRESOLVED, PartialDate::from)
    }

    pub(super) fn date(&self, when: &When) -> Option<Stretch> {
        let date: PartialDate = match when {
            When::Written { date, tense } => self.written(*date, *tense)?,
            When::Weekday(weekday, tense) => self.weekday(*weekday, *tense)?.into(),
            When::DayOfMonth(day, weekday, tense) => self.day_of_month(*day, *weekday, *tense)?.into(),
            When::Day(days) => plus_days(self.today?, i64::from(*days))?.into(),
            When::Period(cycle, tense) => self.period(*cycle, *tense)?,
            When::Which(cycle, which) => self.which(*cycle, *which)?,
            When::Shift { from, by, forward } => self.shifted(from, by, *forward)?,
            When::WeekdaysOn(weekday, count) => {
                let first = match count {
                    ..=0 => next_on(self.today?, *weekday)?,
                    _ => plus_days(next_on(self.today?.tomorrow().ok()?, *weekday)?, -7)?,
                };
                plus_days(first, 7 * i64::from(*count))?.into()
            }
            When::Nth { nth, what, of } => self.nth(*nth, *what, of.as_deref())?,
            When::Beside { nth, weekday, day, behind } => {
                self.weekday_beside(*nth, *weekday, day, *behind)?.into()
            }
            When::Week { week, year } => {
                let year = year.or_else(|| self.today.map(Date::year))?;
                DateUnit::Week { year, week: *week }.into()
            }
            When::WeekOf(when) => week_of(first_day(self.date(when)?.first)?),
            When::Inside { inner, outer } => match **inner {
                When::Holiday { .. } => {
                    let year = self.date(outer)?.first.year()?;
                    return self.holiday(inner, Some(year));
                }
                _ => self.inside(inner, outer)?,
            },
            When::Part(part, when) => {
                let date = self.date(when)?.first;
                // There is nothing to tell apart in a day.
                let part = (!matches!(date.unit, DateUnit::Day { .. })).then_some(*part);
                PartialDate { part, ..date }
            }
            When::Holiday { year, .. } => return self.holiday(when, *year),
        };
        Some(date.into())
    }

    /// A date without a year takes the one that brings it nearest to the document's date, or that was spoken of.
    fn written(&self, date: PartialDate, tense: Tense) -> Option<PartialDate> {
        if date.year().is_some() || !date.wants_year() || tense == Tense::EveryYear {
            return Some(date);
        }
        let Some(today) = self.today else {
            return Some(self.year_at_hand().map_or(date, |year| date.in_year(year)));
        };
        let is_month = matches!(date.unit, DateUnit::Month { .. });
        let past = matches!(tense, Tense::Past | Tense::JustPast);
        let now = day_number(today);
        let distance = |date: &PartialDate| {
            let days = date.days()?;
            let (first, last) = (*days.lo.value()?, *days.hi.value()?);
            let (behind, ahead) = ((now - last).max(0), (first - now).max(0));
            // “said it rose in December” is the last one, “will open in March” the next.
            let wrong = past && ahead > 0 || tense == Tense::Future && behind > 0;
            let penalty = if is_month || tense == Tense::JustPast { MORE_THAN_A_YEAR } else { FAR };
            Some(behind + ahead + if wrong { penalty } else { 0 })
        };
        let years = [today.year(), today.year() - 1, today.year() + 1];
        // 29 February has a date in few years: one that has is nearer than one that has not.
        years.map(|year| date.in_year(year)).into_iter().min_by_key(|date| distance(date).unwrap_or(i64::MAX))
    }

    /// The nearest such weekday, in the past if nothing says otherwise: news tells what has happened.
    fn weekday(&self, weekday: Weekday, tense: Tense) -> Option<Date> {
        let today = self.today?;
        let next = next_on(today, weekday)?;
        if tense == Tense::Future || next == today { Some(next) } else { plus_days(next, -7) }
    }

    /// “will be open from August to October” goes on in September.
    fn running(&self, start: &When, end: &When) -> Option<Value> {
        let untold = |when: &When| match when {
            When::Written { date, tense: Tense::Future } if date.year().is_none() => {
                Some(When::Written { date: *date, tense: Tense::Unsaid })
            }
            _ => None,
        };
        let value = self.range(&untold(start)?, &untold(end)?);
        let Value::DateRange { start: Some(first), end: Some(last) } = &value else { return None };
        (first_day(*first)?..=last_day(*last)?).contains(&self.today?).then_some(value)
    }

    fn range(&self, start: &When, end: &When) -> Value {
        if let Some(running) = self.running(start, end) {
            return running;
        }
        let (mut first, mut last) = match (self.date(start), self.date(end)) {
            (Some(first), Some(last)) => (first.first, last.end()),
            (first, last) => {
                return Value::DateRange {
                    start: Some(first.map_or(UNRESOLVED, |first| first.first)),
                    end: Some(last.map_or(UNRESOLVED, Stretch::end)),
                };
            }
        };
        // An end that has no year takes the other's, and is the year before or after it where it must be.
        match (start.wants_year(), end.wants_year()) {
            (true, false) => first = turned(start, first, last, true),
            (_, true) => last = turned(end, last, first, false),
            (false, false) => {}
        }
        // “in the second and third quarters” of one year.
        if let (DateUnit::Quarter { quarter, .. }, DateUnit::Quarter { year, quarter: end }) =
            (first.unit, last.unit)
            && matches!(start, When::Period(..))
            && quarter < end
        {
            first = DateUnit::Quarter { year, quarter }.into();
        }
        // “from next Monday to Friday”: the Friday behind it.
        let near = matches!(start, When::Which(..) | When::Weekday(..) | When::Day(_));
        if let (true, When::Weekday(weekday, _), Some(from)) = (near, end, last_day(first)) {
            last = next_on(from, *weekday).map_or(last, PartialDate::from);
        }
        // “lasted from Monday to Wednesday” is over.
        let past = matches!(start, When::Weekday(_, Tense::Past | Tense::JustPast));
        if past && last_day(last).zip(self.today).is_some_and(|(last, today)| last > today) {
            let week = |date: PartialDate| Some(plus_days(first_day(date)?, -7)?.into());
            (first, last) = (week(first).unwrap_or(first), week(last).unwrap_or(last));
        }
        Value::DateRange { start: Some(first), end: Some(last) }
    }

    /// A holiday of a year, else the nearest that the tense allows.
    fn holiday(&self, when: &When, year: Option<i16>) -> Option<Stretch> {
        let When::Holiday { number, which, weekend, tense, .. } = *when else { return None };
        let holiday = self.language.holidays.get(number)?;
        let kept = match (year, self.today) {
            (Some(year), _) => holiday.kept(year)?,
            (None, Some(today)) => {
                let mut around = (today.year() - 1..=today.year() + 1).filter_map(|year| holiday.kept(year));
                match which.map(|which| which.offset) {
                    Some(..=-1) => around.rfind(|kept| kept.day < today)?,
                    Some(1..) => around.find(|kept| kept.day > today)?,
                    Some(0) => around.find(|kept| kept.day.year() == today.year())?,
                    _ => around.min_by_key(|kept| {
                        let ahead = day_number(kept.day) - day_number(today);
                        // “will meet at Easter”, “met at Easter”.
                        let wrong = match tense {
                            Tense::Future if ahead < 0 => MORE_THAN_A_YEAR,
                            Tense::Past | Tense::JustPast if ahead > 0 => FAR,
                            _ => 0,
                        };
                        ahead.abs() + wrong
                    })?,
                }
            }
            (None, None) => return None,
        };
        if weekend {
            let weekend = weekend_at(kept.day)?;
            return (weekend_at(kept.latest)? == weekend).then(|| weekend.into());
        }
        Some(Stretch { first: kept.first.into(), last: (kept.first < kept.last).then(|| kept.last.into()) })
    }
}

/// A date of the year of another, so that a range from one to the other goes forward.
fn turned(when: &When, date: PartialDate, other: PartialDate, before: bool) -> PartialDate {
    let When::Written { date: written, .. } = when else { return date };
    let Some(year) = other.year() else { return date };
    let lo = |date: PartialDate| date.days().and_then(|days| days.lo.value().copied());
    let same = written.in_year(year);
    match (lo(same), lo(other)) {
        (Some(this), Some(that)) if before && this > that => written.in_year(year - 1),
        (Some(this), Some(that)) if !before && this < that => written.in_year(year + 1),
        _ => same,
    }
}

pub(super) fn first_day(date: PartialDate) -> Option<Date> {
    let Days { lo, .. } = date.days()?;
    day_from_number(*lo.value()?)
}

pub(super) fn last_day(date: PartialDate) -> Option<Date> {
    let Days { hi, .. } = date.days()?;
    day_from_number(*hi.value()?)
}

pub(super) fn plus_days(day: Date, days: i64) -> Option<Date> {
    day_from_number(day_number(day).checked_add(days)?)
}

/// The first such weekday that is not before a day.
pub(super) fn next_on(day: Date, weekday: Weekday) -> Option<Date> {
    plus_days(day, i64::from(day.weekday().until(weekday)))
}

/// The week of ISO 8601 that a day lies in.
pub(super) fn week_of(day: Date) -> PartialDate {
    let week = day.iso_week_date();
    DateUnit::Week { year: week.year(), week: week.week().unsigned_abs() }.into()
}

/// The weekend of the week of ISO 8601 that a day lies in; a Monday's is the one before it.
fn weekend_at(day: Date) -> Option<PartialDate> {
    let day = if day.weekday() == Weekday::Monday { day.yesterday().ok()? } else { day };
    let week = day.iso_week_date();
    Some(DateUnit::Weekend { year: week.year(), week: week.week().unsigned_abs() }.into())
}

/// The date as one of a coarser unit: the month that a day lies in.
pub(super) fn at(day: Date, unit: TimeUnit) -> Option<PartialDate> {
    let (year, month) = (day.year(), day.month().unsigned_abs());
    Some(
        match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => return Some(day.into()),
            TimeUnit::Week | TimeUnit::Fortnight => return Some(week_of(day)),
            TimeUnit::Month => DateUnit::Month { year: Some(year), month },
            TimeUnit::Quarter => DateUnit::Quarter { year, quarter: month.div_ceil(3) },
            TimeUnit::Year => DateUnit::Year(year),
            TimeUnit::Decade => DateUnit::Decade(year.div_euclid(10)),
            TimeUnit::Century => DateUnit::Century(year.div_euclid(100)),
            TimeUnit::Millennium => return None,
        }
        .into(),
    )
}
