//! “last week”, “next March”, “the third Monday of the month”: one of what follows each other.

use jiff::civil::Date;

use super::super::when::{Cycle, Tense, When, Which};
use super::{Context, at, first_day, last_day, next_on, plus_days, week_of};
use crate::value::{DateUnit, PartialDate, Season, TimeUnit, Weekday, day_number};

impl Context<'_> {
    /// Where “the following” and “that” are counted from: the date last spoken of, else today.
    fn origin(&self, which: Which) -> Option<Date> {
        let spoken = self.spoken().filter(|_| which.spoken).and_then(first_day);
        spoken.or(self.today)
    }

    pub(super) fn which(&self, cycle: Cycle, which: Which) -> Option<PartialDate> {
        let day = self.origin(which)?;
        let offset = i64::from(which.offset);
        Some(match cycle {
            Cycle::Unit(TimeUnit::Quarter) if which.spoken && which.offset == 0 => {
                // A report is about the last one that is over.
                return self.quarter().or_else(|| moved(day, TimeUnit::Quarter, -1));
            }
            // “that day” is no day of a year that was spoken of, “the year” none of a century.
            Cycle::Unit(unit) => {
                let coarse = |spoken: PartialDate| spoken.granularity().is_some_and(|own| own > unit);
                if which.spoken && self.spoken().is_some_and(coarse) {
                    return None;
                }
                // “the full year” is none that is still to come, whatever was said of it.
                let full_year = which.spoken && unit == TimeUnit::Year && offset == 0;
                let day = if full_year { self.today.map_or(day, |today| day.min(today)) } else { day };
                return moved(day, unit, offset);
            }
            // Of the week of that number, as most people count: on a Thursday, “last Wednesday” is no yesterday.
            Cycle::Weekday(weekday) => {
                let monday = plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))?;
                plus_days(monday, 7 * offset + i64::from(weekday.to_monday_zero_offset()))?.into()
            }
            Cycle::Weekend => {
                let week = plus_days(day, 7 * offset)?.iso_week_date();
                DateUnit::Weekend { year: week.year(), week: week.week().unsigned_abs() }.into()
            }
            Cycle::Month(month) => {
                let this = day.month().unsigned_abs();
                let year = nearest_year(day.year(), offset, month.cmp(&this));
                DateUnit::Month { year: Some(year), month }.into()
            }
            Cycle::Season(season) => {
                let this = season_of(day);
                let year =
                    season_year(day) + year_step(offset, season_order(season).cmp(&season_order(this)));
                DateUnit::Season { year: Some(year), season }.into()
            }
            Cycle::Quarter(quarter) => {
                let this = day.month().unsigned_abs().div_ceil(3);
                DateUnit::Quarter { year: nearest_year(day.year(), offset, quarter.cmp(&this)), quarter }
                    .into()
            }
            Cycle::Half(half) => {
                let this = day.month().unsigned_abs().div_ceil(6);
                DateUnit::Half { year: nearest_year(day.year(), offset, half.cmp(&this)), half }.into()
            }
        })
    }

    /// A quarter, half, season or weekend without a year: the latest that has begun, unless it lies ahead.
    pub(super) fn period(&self, cycle: Cycle, tense: Tense) -> Option<PartialDate> {
        /// So much nearer is what is over, or it would have been “last year's”.
        const OVER: i64 = 60;
        let Some(today) = self.today else {
            return in_year(cycle, self.year_at_hand()?);
        };
        let ahead = tense == Tense::Future;
        let told = matches!(tense, Tense::Past | Tense::JustPast);
        if cycle == Cycle::Weekend {
            // On a Monday the weekend is the one that is over.
            let over = match today.weekday() {
                Weekday::Saturday | Weekday::Sunday => false,
                Weekday::Monday => !ahead,
                _ => told,
            };
            let week = if over { plus_days(today, -7)? } else { today }.iso_week_date();
            return Some(DateUnit::Weekend { year: week.year(), week: week.week().unsigned_abs() }.into());
        }
        let mut years = (today.year() - 1..=today.year() + 1).filter_map(|year| in_year(cycle, year));
        match cycle {
            Cycle::Season(_) if ahead => years.find(|date| last_day(*date).is_some_and(|last| last >= today)),
            // In May, who expects something “in the first quarter” means the one that is over.
            _ if ahead => years.min_by_key(|date| {
                let over = last_day(*date).is_some_and(|last| last < today);
                distance(*date, today).map(|days| days + if over { OVER } else { 0 })
            }),
            _ => years.rfind(|date| begin(*date, told).is_some_and(|first| first <= today)),
        }
    }

    pub(super) fn nth(&self, nth: i8, what: Cycle, of: Option<&When>) -> Option<PartialDate> {
        let whole = match of {
            Some(of) => self.date(of)?.first,
            None => at(self.today?, TimeUnit::Month)?,
        };
        let (first, last) = (first_day(whole)?, last_day(whole)?);
        let back = i64::from(nth) + 1;
        let on = i64::from(nth) - 1;
        let found = match what {
            Cycle::Weekday(weekday) => nth_weekday(first, last, weekday, nth)?.into(),
            Cycle::Unit(TimeUnit::Day) => {
                PartialDate::from(if nth > 0 { plus_days(first, on)? } else { plus_days(last, back)? })
            }
            // Weeks of a year are numbered by ISO 8601; a month's first is that of its first Monday.
            Cycle::Unit(TimeUnit::Week) => match whole.unit {
                DateUnit::Year(year) if nth > 0 => DateUnit::Week { year, week: nth.unsigned_abs() }.into(),
                _ => week_of(nth_weekday(first, last, Weekday::Monday, nth)?),
            },
            Cycle::Weekend => {
                let week = nth_weekday(first, last, Weekday::Saturday, nth)?.iso_week_date();
                DateUnit::Weekend { year: week.year(), week: week.week().unsigned_abs() }.into()
            }
            Cycle::Unit(unit) => {
                if nth > 0 {
                    moved(first, unit, on)?
                } else {
                    moved(last, unit, back)?
                }
            }
            _ => return None,
        };
        let day = first_day(found)?;
        let about = 7;
        (day >= plus_days(first, -about)? && day <= plus_days(last, about)?).then_some(found)
    }

    /// The nth such weekday before or behind a day.
    pub(super) fn weekday_beside(&self, nth: i8, weekday: Weekday, day: &When, behind: bool) -> Option<Date> {
        let date = self.date(day)?;
        let weeks = 7 * (i64::from(nth) - 1);
        if behind {
            plus_days(next_on(last_day(date.end())?.tomorrow().ok()?, weekday)?, weeks)
        } else {
            let eve = first_day(date.first)?.yesterday().ok()?;
            plus_days(eve, -weeks - i64::from(weekday.until(eve.weekday())))
        }
    }

    /// A date inside a longer one.
    pub(super) fn inside(&self, inner: &When, outer_when: &When) -> Option<PartialDate> {
        let outer = self.date(outer_when)?.first;
        let (first, last) = (first_day(outer)?, last_day(outer)?);
        match inner {
            When::Weekday(weekday, _) => Some(next_on(first, *weekday)?.into()),
            When::DayOfMonth(day, ..) => {
                let day = plus_days(first, i64::from(*day) - 1)?;
                (day <= last).then(|| day.into())
            }
            When::Written { date, .. } => Some(date.in_year(outer.year()?)),
            // “fifty years ago today”.
            When::Day(_) => self.to_the_day(outer_when).map(PartialDate::from),
            When::Week { week, .. } => Some(DateUnit::Week { year: outer.year()?, week: *week }.into()),
            When::Period(Cycle::Quarter(quarter), _) => {
                Some(DateUnit::Quarter { year: outer.year()?, quarter: *quarter }.into())
            }
            When::Period(Cycle::Half(half), _) => {
                Some(DateUnit::Half { year: outer.year()?, half: *half }.into())
            }
            When::Period(Cycle::Season(season), _) => {
                Some(DateUnit::Season { year: Some(outer.year()?), season: *season }.into())
            }
            When::Which(Cycle::Unit(TimeUnit::Quarter), _) => match self.date(inner)?.first.unit {
                DateUnit::Quarter { quarter, .. } => {
                    Some(DateUnit::Quarter { year: outer.year()?, quarter }.into())
                }
                _ => None,
            },
            When::Nth { nth, what, of: None } => {
                let year = When::Written { date: outer, tense: Tense::Unsaid };
                self.nth(*nth, *what, Some(&year))
            }
            _ => None,
        }
    }
}

/// A quarter, half or season of a year.
fn in_year(cycle: Cycle, year: i16) -> Option<PartialDate> {
    Some(match cycle {
        Cycle::Quarter(quarter) => DateUnit::Quarter { year, quarter }.into(),
        Cycle::Half(half) => DateUnit::Half { year, half }.into(),
        Cycle::Season(season) => DateUnit::Season { year: Some(year), season }.into(),
        _ => return None,
    })
}

/// The first day; of a winter that is told of that of its last.
fn begin(date: PartialDate, told: bool) -> Option<Date> {
    match date.unit {
        DateUnit::Season { year: Some(year), season: Season::Winter } if told => Date::new(year, 12, 1).ok(),
        _ => first_day(date),
    }
}

/// How many days lie between a day and a stretch of time.
fn distance(date: PartialDate, day: Date) -> Option<i64> {
    let (first, last) = (day_number(first_day(date)?), day_number(last_day(date)?));
    let day = day_number(day);
    Some((first - day).max(0) + (day - last).max(0))
}

/// The unit of time that a day lies in, so many units on.
pub(super) fn moved(day: Date, unit: TimeUnit, by: i64) -> Option<PartialDate> {
    let span = jiff::Span::new();
    let to = match (unit.months(), unit.seconds()) {
        (Some(months), _) => {
            day.first_of_month().checked_add(span.try_months(months.checked_mul(by)?).ok()?).ok()?
        }
        (None, Some(seconds)) => plus_days(day, seconds.checked_mul(by)? / 86_400)?,
        (None, None) => return None,
    };
    at(to, unit)
}

/// The nth such weekday between two days, from the end if negative.
fn nth_weekday(first: Date, last: Date, weekday: Weekday, nth: i8) -> Option<Date> {
    let day = if nth > 0 {
        plus_days(next_on(first, weekday)?, 7 * (i64::from(nth) - 1))?
    } else {
        let back = i64::from(weekday.until(last.weekday()));
        plus_days(last, 7 * (i64::from(nth) + 1) - back)?
    };
    (day_number(first)..=day_number(last)).contains(&day_number(day)).then_some(day)
}

/// The year of the last, this or next month of a name, by how it stands to the month of today.
fn nearest_year(this: i16, offset: i64, order: std::cmp::Ordering) -> i16 {
    this + year_step(offset, order)
}

fn year_step(offset: i64, order: std::cmp::Ordering) -> i16 {
    let step = match offset {
        ..0 => offset + i64::from(order.is_lt()),
        0 => 0,
        _ => offset - i64::from(order.is_gt()),
    };
    i16::try_from(step).unwrap_or(0)
}

/// The season of the northern half of the world.
fn season_of(day: Date) -> Season {
    match day.month() {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    }
}

/// A winter has the year that it begins in.
fn season_year(day: Date) -> i16 {
    day.year() - i16::from(day.month() <= 2)
}

const fn season_order(season: Season) -> u8 {
    season as u8
}
