//! “three months ago”, “two days after the vote”, “the past three weeks”: a length of time from a date.

use jiff::civil::Date;

use super::super::when::{Origin, When};
use super::cycle::moved;
use super::{Context, UNRESOLVED, at, first_day, last_day, plus_days};
use crate::value::{Duration, Number, PartialDate, TimeUnit, Value};

impl Context<'_> {
    /// A date so long before or behind another, as precise as the less precise of the two.
    pub(super) fn shifted(
        &self,
        from: &Origin,
        by: &[(Number, TimeUnit)],
        forward: bool,
    ) -> Option<PartialDate> {
        let (count, unit) = by.last()?;
        // “half a year later” is a month.
        let finest = match unit {
            unit if count.is_integer() => *unit,
            TimeUnit::Quarter | TimeUnit::Year => TimeUnit::Month,
            TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => TimeUnit::Year,
            _ => TimeUnit::Day,
        };
        // A report that compares quarters means last year's quarter by “a year earlier”.
        let a_year = matches!(by, [(count, TimeUnit::Year)] if *count == Number::from(1)) && !forward;
        if a_year && let (Origin::Spoken | Origin::Today, Some(quarter)) = (from, self.quarter()) {
            return at(add(first_day(quarter)?, by, forward)?, TimeUnit::Quarter);
        }
        let origin = match from {
            Origin::Today => None,
            Origin::Spoken => self.spoken(),
            Origin::Date(when) => Some(self.date(when)?.first),
        };
        let Some(origin) = origin else { return at(add(self.today?, by, forward)?, finest) };
        let day = add(first_day(origin)?, by, forward)?;
        let own = origin.granularity().unwrap_or(TimeUnit::Month);
        // “two weeks after 3 May” is a day; “two years later” than one is a year.
        let precise = matches!(from, Origin::Date(_)) && own <= TimeUnit::Day;
        at(day, if precise { TimeUnit::Day } else { own.max(finest) })
    }

    /// A length of time from today, to the day.
    pub(super) fn to_the_day(&self, when: &When) -> Option<Date> {
        let When::Shift { from: Origin::Today, by, forward } = when else { return None };
        add(self.today?, by, *forward)
    }

    /// “the past three months”: a length of time, as ISO 24617-1 has it; calendar
    /// quarters are counted whole.
    pub(super) fn around(&self, by: &[(Number, TimeUnit)], forward: bool) -> Value {
        let quarters = match (by, self.today) {
            ([(count, TimeUnit::Quarter)], Some(today)) => count.to_i64().and_then(|count| {
                let (near, far) = if forward { (1, count) } else { (-count, -1) };
                Some((moved(today, TimeUnit::Quarter, near)?, moved(today, TimeUnit::Quarter, far)?))
            }),
            _ => None,
        };
        match quarters {
            Some((start, end)) => Value::DateRange { start: Some(start), end: Some(end) },
            None => length(by),
        }
    }

    pub(super) fn edge(&self, of: &When, by: &[(Number, TimeUnit)], first: bool) -> Value {
        let whole = self.date(of).map(|date| date.first);
        let ends = whole.and_then(|whole| {
            Some(if first {
                let start = first_day(whole)?;
                (start, plus_days(add(start, by, true)?, -1)?)
            } else {
                let end = last_day(whole)?;
                (add(plus_days(end, 1)?, by, false)?, end)
            })
        });
        let (start, end) = ends.unzip();
        let date = |day: Option<Date>| Some(day.map_or(UNRESOLVED, PartialDate::from));
        Value::DateRange { start: date(start), end: date(end) }
    }

    pub(super) fn lasting(&self, from: &When, by: &[(Number, TimeUnit)]) -> Value {
        let start = self.date(from).and_then(|date| first_day(date.first));
        let end = start.and_then(|start| plus_days(add(start, by, true)?, -1));
        let date = |day: Option<Date>| Some(day.map_or(UNRESOLVED, PartialDate::from));
        Value::DateRange { start: date(start), end: date(end) }
    }
}

fn length(by: &[(Number, TimeUnit)]) -> Value {
    let mut parts = by.iter().cloned();
    let (count, unit) = parts.next().unwrap_or((Number::zero(), TimeUnit::Day));
    let low = parts.fold(Duration::new(count, unit), |length, (count, unit)| length.and(count, unit));
    Value::Duration { low, high: None }
}

/// A day so long before or behind another. Months end where the calendar has them end: a month behind 31 January
/// is 28 February.
fn add(day: Date, by: &[(Number, TimeUnit)], forward: bool) -> Option<Date> {
    let sign = if forward { 1 } else { -1 };
    let (mut months, mut seconds) = (Number::zero(), Number::zero());
    for (count, unit) in by {
        match (unit.months(), unit.seconds()) {
            (Some(size), _) => months = months + count * &Number::from(size),
            (None, Some(size)) => seconds = seconds + count * &Number::from(size),
            (None, None) => return None,
        }
    }
    let months = months.floor()?.checked_mul(sign)?;
    let days = (seconds / Number::from(86_400)).floor()?.checked_mul(sign)?;
    let day = day.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
    plus_days(day, days)
}
