//! Dates with the granularity that they were written in.

use std::fmt;

use calendrical_calculations::gregorian;
use jiff::Span as JiffSpan;
use jiff::civil::Date;

use super::decimal::{Ascii, iso_day, padded};
use super::{Days, Interval, TimeUnit};

pub use jiff::civil::Weekday;

/// A stretch of the calendar, as precisely as somebody wrote it, and no more precisely.
///
/// ```
/// use factlint::value::{DateUnit, PartialDate};
///
/// let leap_day = PartialDate::from(DateUnit::Day { year: Some(2020), month: 2, day: 29 });
/// let february = PartialDate::from(DateUnit::Month { year: Some(2020), month: 2 });
/// assert_eq!("2020-02", february.to_string());
/// assert!(february.days().expect("a year").contains(&leap_day.days().expect("a day")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// Which day, month, year …
    pub unit: DateUnit,
    /// “early”, “mid”, “late”.
    pub part: Option<PartOf>,
}

/// A unit of the calendar. Years are astronomical: 1 BC is year 0, 44 BC is year −43.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields' names say it")]
pub enum DateUnit {
    /// A day; it may be one that no calendar has (30 February).
    Day {
        year: Option<i16>,
        month: u8,
        day: u8,
    },
    /// A week of ISO 8601.
    Week {
        year: i16,
        week: u8,
    },
    /// Saturday and Sunday of a week of ISO 8601.
    Weekend {
        year: i16,
        week: u8,
    },
    Month {
        year: Option<i16>,
        month: u8,
    },
    Quarter {
        year: i16,
        quarter: u8,
    },
    Half {
        year: i16,
        half: u8,
    },
    Season {
        year: Option<i16>,
        season: Season,
    },
    Year(i16),
    /// The decade's years divided by ten: 199 for the 1990s.
    Decade(i16),
    /// The century's years divided by a hundred: 18 for the 19th century, 1800 to 1899.
    Century(i16),
    /// A date that cannot be told from its text: “yesterday” in a text without a date.
    Unresolved,
}

/// A season of the northern half of the world, as TIMEX3 names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A third of a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PartOf {
    Early,
    Mid,
    Late,
}

impl From<DateUnit> for PartialDate {
    fn from(unit: DateUnit) -> Self {
        Self { unit, part: None }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::from(DateUnit::Day {
            year: Some(date.year()),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        })
    }
}

impl PartialDate {
    /// The day of the calendar, if this is one.
    pub fn day(&self) -> Option<Date> {
        match self.unit {
            DateUnit::Day { year, month, day } => civil(year?, month, day),
            _ => None,
        }
    }

    /// Whether no calendar has this day, in the year given or, without one, in any.
    pub fn is_impossible(&self) -> bool {
        match self.unit {
            DateUnit::Day { year: Some(year), month, day } => civil(year, month, day).is_none(),
            DateUnit::Day { year: None, month, day } => civil(LEAP_YEAR, month, day).is_none(),
            _ => false,
        }
    }

    /// Whether it is a date of some year: a day, a month or a season.
    pub const fn wants_year(&self) -> bool {
        matches!(self.unit, DateUnit::Day { .. } | DateUnit::Month { .. } | DateUnit::Season { .. })
    }

    /// The unit of time that it is one of; `None` for weekends, halves, seasons and the unknown.
    pub const fn granularity(&self) -> Option<TimeUnit> {
        Some(match self.unit {
            DateUnit::Day { .. } => TimeUnit::Day,
            DateUnit::Week { .. } => TimeUnit::Week,
            DateUnit::Month { .. } => TimeUnit::Month,
            DateUnit::Quarter { .. } => TimeUnit::Quarter,
            DateUnit::Year(_) => TimeUnit::Year,
            DateUnit::Decade(_) => TimeUnit::Decade,
            DateUnit::Century(_) => TimeUnit::Century,
            DateUnit::Weekend { .. }
            | DateUnit::Half { .. }
            | DateUnit::Season { .. }
            | DateUnit::Unresolved => return None,
        })
    }

    /// The year that the date lies in; `None` for decades, centuries and dates without one.
    pub const fn year(&self) -> Option<i16> {
        match self.unit {
            DateUnit::Day { year, .. } | DateUnit::Month { year, .. } | DateUnit::Season { year, .. } => year,
            DateUnit::Week { year, .. }
            | DateUnit::Weekend { year, .. }
            | DateUnit::Quarter { year, .. }
            | DateUnit::Half { year, .. }
            | DateUnit::Year(year) => Some(year),
            DateUnit::Decade(_) | DateUnit::Century(_) | DateUnit::Unresolved => None,
        }
    }

    /// The date with a year put in where it has none.
    #[must_use]
    pub fn in_year(mut self, new: i16) -> Self {
        if let DateUnit::Day { year, .. } | DateUnit::Month { year, .. } | DateUnit::Season { year, .. } =
            &mut self.unit
        {
            *year = year.or(Some(new));
        }
        self
    }

    /// The days it stands for; `None` without a year and for days that no calendar has.
    pub fn days(&self) -> Option<Days> {
        let (first, last) = self.first_and_last()?;
        let (first, last) = (day_number(first), day_number(last));
        let length = last - first + 1;
        // “early”, “mid” and “late” are read widely: a writer's early May may end on the 15th.
        let (first, last) = match self.part {
            None => (first, last),
            Some(PartOf::Early) => (first, last - length / 2),
            Some(PartOf::Mid) => (first + length / 4, last - length / 4),
            Some(PartOf::Late) => (first + length / 2, last),
        };
        Some(Interval::between(first, last))
    }

    fn first_and_last(&self) -> Option<(Date, Date)> {
        match self.unit {
            DateUnit::Day { .. } => self.day().map(|day| (day, day)),
            DateUnit::Month { year, month } => months(year?, month, 1),
            DateUnit::Quarter { year, quarter } => months(year, quarter.checked_mul(3)?.checked_sub(2)?, 3),
            DateUnit::Half { year, half } => months(year, half.checked_mul(6)?.checked_sub(5)?, 6),
            // Meteorological seasons and astronomical ones together, northern and widely read.
            DateUnit::Season { year, season } => match season {
                Season::Spring => months(year?, 3, 4),
                Season::Summer => months(year?, 6, 4),
                Season::Autumn => months(year?, 9, 4),
                Season::Winter => {
                    Some((civil(year?.checked_sub(1)?, 12, 1)?, civil(year?.checked_add(1)?, 3, 31)?))
                }
            },
            DateUnit::Week { year, week } => week_days(year, week, 0, 6),
            DateUnit::Weekend { year, week } => week_days(year, week, 5, 6),
            DateUnit::Year(year) => months(year, 1, 12),
            DateUnit::Decade(decade) => years(decade.checked_mul(10)?, 10),
            DateUnit::Century(century) => years(century.checked_mul(100)?, 100),
            DateUnit::Unresolved => None,
        }
    }
}

/// A year that has a 29 February.
const LEAP_YEAR: i16 = 2000;

fn civil(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn months(year: i16, month: u8, count: i64) -> Option<(Date, Date)> {
    let past = i64::from(month) + count - 1;
    let (years, last) = ((past - 1).div_euclid(12), (past - 1).rem_euclid(12) + 1);
    let last_year = year.checked_add(i16::try_from(years).ok()?)?;
    Some((civil(year, month, 1)?, civil(last_year, u8::try_from(last).ok()?, 1)?.last_of_month()))
}

fn years(first: i16, count: i16) -> Option<(Date, Date)> {
    Some((civil(first, 1, 1)?, civil(first.checked_add(count - 1)?, 12, 31)?))
}

fn week_days(year: i16, week: u8, from: i64, to: i64) -> Option<(Date, Date)> {
    let monday = jiff::civil::ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?.date();
    let after = |days: i64| monday.checked_add(JiffSpan::new().try_days(days).ok()?).ok();
    Some((after(from)?, after(to)?))
}

/// The first day of 1970, counted as Reingold and Dershowitz do in *Calendrical Calculations*.
const EPOCH: i64 = gregorian::fixed_from_gregorian(1970, 1, 1).to_i64_date();

/// Days from 1 January 1970 to a day.
pub fn day_number(date: Date) -> i64 {
    let [month, day] = [date.month(), date.day()].map(i8::unsigned_abs);
    gregorian::fixed_from_gregorian(date.year().into(), month, day).to_i64_date() - EPOCH
}

/// The day that lies so many days after 1 January 1970; `None` outside the years ±9999.
pub fn day_from_number(number: i64) -> Option<Date> {
    /// More days than any year that a date can have is away.
    const FARTHEST: i64 = 12_000 * 366;
    /// Howard Hinnant's way: years begin in March, so that the day that not all have is their last; four hundred of them
    /// have always as many days.
    const CYCLE: i64 = 146_097;
    const MARCH_OF_YEAR_ZERO: i64 = -719_468;
    if !(-FARTHEST..=FARTHEST).contains(&number) {
        return None;
    }
    let past = number - MARCH_OF_YEAR_ZERO;
    let (cycle, day) = (past.div_euclid(CYCLE), u32::try_from(past.rem_euclid(CYCLE)).ok()?);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = i64::from(year) + 400 * cycle + later;
    civil(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

impl PartialDate {
    /// Writes what [`Display`](fmt::Display) prints, without its detour.
    pub fn write_to(&self, out: &mut impl Ascii) -> fmt::Result {
        let (year, tag, last) = match self.unit {
            // Nearly all dates.
            DateUnit::Day { year: Some(year @ 1..=9999), month: month @ ..=99, day: day @ ..=99 } => {
                let bytes = iso_day(u32::from(year.unsigned_abs()), month.into(), day.into());
                return out.fixed(&bytes);
            }
            DateUnit::Day { year, month, day } => {
                write_year(out, year)?;
                out.fixed(b"-")?;
                padded(out, month.into(), 2)?;
                out.fixed(b"-")?;
                return padded(out, day.into(), 2);
            }
            DateUnit::Week { year, week } => (Some(year), "-W", Some((week, 2))),
            DateUnit::Weekend { year, week } => {
                PartialDate::from(DateUnit::Week { year, week }).write_to(out)?;
                return out.fixed(b"-WE");
            }
            DateUnit::Month { year, month } => (year, "-", Some((month, 2))),
            DateUnit::Quarter { year, quarter } => (Some(year), "-Q", Some((quarter, 1))),
            DateUnit::Half { year, half } => (Some(year), "-H", Some((half, 1))),
            DateUnit::Season { year, season } => {
                let name = match season {
                    Season::Spring => "-SP",
                    Season::Summer => "-SU",
                    Season::Autumn => "-FA",
                    Season::Winter => "-WI",
                };
                (year, name, None)
            }
            DateUnit::Year(year) => (Some(year), "", None),
            DateUnit::Decade(decade) => return out.ascii(format!("{decade:03}").as_bytes()),
            DateUnit::Century(century) if century < 0 => {
                return out.ascii(format!("BC{:02}", -1 - century).as_bytes());
            }
            DateUnit::Century(century) => return out.ascii(format!("{century:02}").as_bytes()),
            DateUnit::Unresolved => return out.fixed(b"XXXX-XX-XX"),
        };
        write_year(out, year)?;
        out.ascii(tag.as_bytes())?;
        last.map_or(Ok(()), |(number, digits)| padded(out, number.into(), digits))
    }
}

/// A year of four digits; TIMEX3 writes `BC0044` for 44 BC and `XXXX` for a year that is not said.
fn write_year(out: &mut impl Ascii, year: Option<i16>) -> fmt::Result {
    match year {
        None => out.fixed(b"XXXX"),
        Some(year @ 1..) => padded(out, year.unsigned_abs().into(), 4),
        Some(year) => {
            out.fixed(b"BC")?;
            padded(out, 1 + u32::from(year.unsigned_abs()), 4)
        }
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 where it has a form, TIMEX3 where not: `2020-01-29`, `2020-Q1`, `XXXX-03-05`, `199`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: u8, day: u8) -> PartialDate {
        DateUnit::Day { year: Some(year), month, day }.into()
    }

    #[test]
    fn a_number_is_the_day_that_has_it() {
        use calendrical_calculations::rata_die::RataDie;
        // A prime, so that all months and days come up.
        for number in (-4_400_000..4_400_000).step_by(97).chain(-800..800) {
            let expected = gregorian::gregorian_from_fixed(RataDie::new(EPOCH + number)).ok();
            let expected =
                expected.and_then(|(year, month, day)| civil(i16::try_from(year).ok()?, month, day));
            assert_eq!(expected, day_from_number(number), "{number}");
            assert!(expected.is_none_or(|day| day_number(day) == number));
        }
    }

    #[test]
    fn dates_keep_their_granularity_in_print() {
        let cases: [(&str, PartialDate); 9] = [
            ("2020-01-29", day(2020, 1, 29)),
            ("XXXX-03-05", DateUnit::Day { year: None, month: 3, day: 5 }.into()),
            ("2020-01", DateUnit::Month { year: Some(2020), month: 1 }.into()),
            ("2020-Q1", DateUnit::Quarter { year: 2020, quarter: 1 }.into()),
            ("2020-W05", DateUnit::Week { year: 2020, week: 5 }.into()),
            ("2020-SU", DateUnit::Season { year: Some(2020), season: Season::Summer }.into()),
            ("199", DateUnit::Decade(199).into()),
            ("18", DateUnit::Century(18).into()),
            ("BC0044", DateUnit::Year(-43).into()),
        ];
        for (expected, date) in cases {
            assert_eq!(expected, date.to_string());
        }
    }

    #[test]
    fn a_month_is_its_days() {
        let january = PartialDate::from(DateUnit::Month { year: Some(2020), month: 1 }).days().expect("days");
        assert!(january.contains(&day(2020, 1, 31).days().expect("a day")));
        assert!(!january.meets(&day(2020, 2, 1).days().expect("a day")));
        let nineties = PartialDate::from(DateUnit::Decade(199)).days().expect("days");
        assert!(nineties.meets(&day(1999, 12, 31).days().expect("a day")));
        assert!(!nineties.meets(&day(2000, 1, 1).days().expect("a day")));
    }

    #[test]
    fn days_that_no_calendar_has_are_impossible() {
        for (impossible, date) in [
            (true, day(2019, 2, 29)),
            (true, day(1900, 2, 29)),
            (false, day(2000, 2, 29)),
            (true, day(2020, 4, 31)),
            (true, DateUnit::Day { year: None, month: 2, day: 30 }.into()),
            (false, DateUnit::Day { year: None, month: 2, day: 29 }.into()),
        ] {
            assert_eq!(impossible, date.is_impossible(), "{date}");
            assert!(!impossible || date.days().is_none(), "{date}");
        }
    }

    #[test]
    fn day_numbers_go_both_ways() {
        let date = jiff::civil::date(2020, 2, 29);
        assert_eq!(18_321, day_number(date));
        assert_eq!(Some(date), day_from_number(18_321));
        assert_eq!(None, day_from_number(i64::MAX));
        assert_eq!(-1, day_number(jiff::civil::date(1969, 12, 31)));
    }

    #[test]
    fn day_numbers_are_those_of_another_calendar() {
        let mut day = Date::MIN;
        let mut number = Date::MIN.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24;
        assert_eq!(None, day_from_number(number - 1));
        loop {
            assert_eq!((number, Some(day)), (day_number(day), day_from_number(number)));
            number += 97;
            let Ok(next) = day.checked_add(JiffSpan::new().days(97)) else { break };
            day = next;
        }
        let last = day_number(Date::MAX);
        assert_eq!((Some(Date::MAX), None), (day_from_number(last), day_from_number(last + 1)));
    }

    #[test]
    fn absurd_dates_do_not_panic() {
        for unit in [
            DateUnit::Month { year: Some(9999), month: 13 },
            DateUnit::Decade(i16::MAX),
            DateUnit::Quarter { year: 2020, quarter: 255 },
            DateUnit::Week { year: 2020, week: 60 },
        ] {
            assert_eq!(None, PartialDate::from(unit).days());
        }
    }
}
