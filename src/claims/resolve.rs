//! What a document adds to what its claims say: the year that a writer left out.

use jiff::civil::Date;

use crate::value::{PartialDate, Value, day_number};

/// Puts the year into a date without one: the year that brings it nearest to the document's date.
pub(super) fn resolve(value: &mut Value, document: Option<Date>) {
    let Some(today) = document else { return };
    match value {
        Value::Date(date) => *date = nearest(*date, today),
        Value::DateRange { start, end } => {
            for date in [start, end].into_iter().flatten() {
                *date = nearest(*date, today);
            }
        }
        Value::Amount { .. } | Value::Duration { .. } => {}
    }
}

fn nearest(date: PartialDate, today: Date) -> PartialDate {
    if date.year().is_some() {
        return date;
    }
    let distance = |date: &PartialDate| {
        let first = date.days().and_then(|days| days.lo.value().copied())?;
        Some((first - day_number(today)).abs())
    };
    let years = [today.year(), today.year() - 1, today.year() + 1];
    let candidates = years.map(|year| date.in_year(year));
    // 29 February has a date in few years: one that has is nearer than one that has not.
    let best = candidates.into_iter().min_by_key(|date| distance(date).unwrap_or(i64::MAX));
    best.filter(|best| best.year() != date.year()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::DateUnit;

    #[test]
    fn the_nearest_year_is_taken() {
        let today = jiff::civil::date(2020, 1, 10);
        for (expected, month, day) in [("2019-12-24", 12, 24), ("2020-02-29", 2, 29), ("2020-03-05", 3, 5)] {
            let date = DateUnit::Day { year: None, month, day }.into();
            assert_eq!(expected, nearest(date, today).to_string());
        }
        let written = DateUnit::Day { year: Some(1999), month: 3, day: 5 }.into();
        assert_eq!("1999-03-05", nearest(written, today).to_string());
    }
}
