//! Days in fact files: `2026-11-02`, `2026-11`, `2026`, and whatever the grammar reads as a date.

use jiff::civil::Date;

use crate::claims::read_value;
use crate::language::Language;
use crate::value::{Bound, Days, Value, day_from_number};

/// The first and the last day of a date as somebody wrote it; `None` if it is none.
pub(super) fn days(text: &str, language: &Language) -> Option<(Date, Date)> {
    let text = text.trim();
    iso(text).or_else(|| written(text, language))
}

/// A bare year is a number to the grammar, so that the ISO forms are read here.
fn iso(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let part = |part: &str| i8::try_from(digits(part, 2)?).ok();
    match (month, day) {
        (Some(month), Some(day)) => {
            let day = Date::new(year, part(month)?, part(day)?).ok()?;
            Some((day, day))
        }
        (Some(month), None) => {
            let first = Date::new(year, part(month)?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
    }
}

fn digits(text: &str, count: usize) -> Option<i16> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

fn written(text: &str, language: &Language) -> Option<(Date, Date)> {
    let claim = read_value(language, text)?;
    let Value::Date(date) = claim.value else { return None };
    let Days { lo: Bound::Included(first), hi: Bound::Included(last) } = date.days()? else { return None };
    Some((day_from_number(first)?, day_from_number(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_their_granularity() {
        for (expected, text) in [
            ("2026-11-02 2026-11-02", "2026-11-02"),
            ("2026-11-02 2026-11-02", " 2 November 2026 "),
            ("2024-02-01 2024-02-29", "2024-02"),
            ("2024-01-01 2024-12-31", "2024"),
        ] {
            let (first, last) = days(text, &Language::english()).expect(text);
            assert_eq!(expected, format!("{first} {last}"));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "2026-13-01", "2026-02-30", "31 April 2020", "soon", "20260101", "+026", "2026-1-2-3"]
        {
            assert_eq!(None, days(text, &Language::english()), "{text}");
        }
    }
}
