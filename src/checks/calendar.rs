//! Arithmetic on stretches of days: how long from one to another, and how many birthdays lie between.

use jiff::civil::Date;

use crate::value::{DateUnit, Days, Interval, PartialDate, Value, day_from_number, day_number};

/// The first and the last day that a date may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: i64,
    pub(super) last: i64,
}

impl Stretch {
    pub(super) fn of(date: &PartialDate) -> Option<Self> {
        Self::new(&date.days()?)
    }

    pub(super) fn of_value(value: &Value) -> Option<Self> {
        match value {
            Value::Date(date) => Self::of(date),
            _ => None,
        }
    }

    pub(super) fn of_day(day: Date) -> Self {
        Self { first: day_number(day), last: day_number(day) }
    }

    fn new(days: &Days) -> Option<Self> {
        Some(Self { first: *days.lo.value()?, last: *days.hi.value()? })
    }

    /// The year that all of it lies in.
    pub(super) fn year(self) -> Option<i64> {
        let year = |day: i64| day_from_number(day).map(|day| i64::from(day.year()));
        let first = year(self.first)?;
        (year(self.last)? == first).then_some(first)
    }

    /// How many days lie between two stretches: at least, and at most with both ends counted.
    pub(super) fn days_to(self, end: Self) -> (i64, i64) {
        (end.first - self.last, end.last - self.first + 1)
    }

    /// The ages that somebody born in this stretch may have in another: the youngest and the oldest.
    pub(super) fn ages_in(self, at: Self) -> Option<(i64, i64)> {
        Some((birthdays(self.last, at.first)?, birthdays(self.first, at.last)?))
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.interval().meets(&other.interval())
    }

    pub(super) fn widened(self, days: i64) -> Self {
        Self { first: self.first - days, last: self.last + days }
    }

    fn interval(self) -> Days {
        Interval::between(self.first, self.last)
    }
}

/// Full years from a day of birth to another day.
fn birthdays(born: i64, at: i64) -> Option<i64> {
    let (born, at) = (day_from_number(born)?, day_from_number(at)?);
    let years = i64::from(at.year()) - i64::from(born.year());
    let had = (at.month(), at.day()) >= (born.month(), born.day());
    Some(if had { years } else { years - 1 })
}

/// The two ends of a range, where both can be told. Without a year both are put into one, or into two
/// that follow each other.
pub(super) fn ends(value: &Value) -> Option<(Stretch, Stretch)> {
    let Value::DateRange { start: Some(start), end: Some(end) } = value else { return None };
    if let (Some(start), Some(end)) = (Stretch::of(start), Stretch::of(end)) {
        return Some((start, end));
    }
    let yearless = |date: &PartialDate| {
        matches!(date.unit, DateUnit::Day { year: None, .. } | DateUnit::Month { year: None, .. })
    };
    if !yearless(start) || !yearless(end) {
        return None;
    }
    let start = Stretch::of(&start.in_year(SOME_YEAR))?;
    [SOME_YEAR, SOME_YEAR + 1]
        .into_iter()
        .filter_map(|year| Stretch::of(&end.in_year(year)))
        .find_map(|end| (end.last >= start.first).then_some((start, end)))
}

/// A year without a leap day, with another behind it.
const SOME_YEAR: i16 = 2001;

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i16) -> Stretch {
        Stretch::of(&DateUnit::Year(year).into()).expect("a year")
    }

    #[test]
    fn a_year_of_birth_leaves_two_ages() {
        assert_eq!(Some((68, 69)), year(1951).ages_in(year(2020)));
        let day = |y, m, d| Stretch::of_day(jiff::civil::date(y, m, d));
        assert_eq!(Some((69, 69)), day(1951, 3, 12).ages_in(day(2020, 5, 4)));
        assert_eq!(Some((68, 68)), day(1951, 5, 5).ages_in(day(2020, 5, 4)));
    }

    #[test]
    fn lengths_count_both_ends_or_none() {
        let day = |d| Stretch::of_day(jiff::civil::date(2020, 3, d));
        assert_eq!((9, 10), day(3).days_to(day(12)));
        let (least, most) = year(2010).days_to(year(2015));
        assert_eq!((1462, 2191), (least, most));
    }
}
