//! Lengths of time as people write them: months stay months, since they have no fixed number of days.

use std::fmt;
use std::num::NonZeroU32;

use super::decimal::Ascii;
use super::{Interval, Number};

/// A length of time in months and seconds, with the unit that it was written in kept for printing.
///
/// ISO 8601 writes 14 months as `P14M`; how many days that is depends on where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    /// So many of each unit, largest unit first, as written: `[(2, Year), (3, Month)]`.
    parts: Box<[(Number, TimeUnit)]>,
}

/// Units of time that a duration is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    /// Length in months, for units that are a whole number of them.
    pub const fn months(self) -> Option<i64> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Decade => Some(120),
            Self::Century => Some(1_200),
            Self::Millennium => Some(12_000),
            _ => None,
        }
    }

    /// Length in seconds, for units that have one.
    pub const fn seconds(self) -> Option<i64> {
        match self {
            Self::Second => Some(1),
            Self::Minute => Some(60),
            Self::Hour => Some(3_600),
            Self::Day => Some(86_400),
            Self::Week => Some(604_800),
            Self::Fortnight => Some(1_209_600),
            _ => None,
        }
    }

    /// Mean length in days; a month of the Gregorian calendar is 146,097 days in 4,800 months.
    const fn days(self) -> Number {
        const fn days(above: i64, below: u32) -> Number {
            Number::in_lowest_terms(above, NonZeroU32::new(below).expect("no zero stands below"))
        }
        match self {
            Self::Second => const { days(1, 86_400) },
            Self::Minute => const { days(1, 1_440) },
            Self::Hour => const { days(1, 24) },
            Self::Day => const { days(1, 1) },
            Self::Week => const { days(7, 1) },
            Self::Fortnight => const { days(14, 1) },
            Self::Month => const { days(48_699, 1_600) },
            Self::Quarter => const { days(146_097, 1_600) },
            Self::Year => const { days(146_097, 400) },
            Self::Decade => const { days(146_097, 40) },
            Self::Century => const { days(146_097, 4) },
            Self::Millennium => const { days(730_485, 2) },
        }
    }

    /// The designator of ISO 8601 and how many of it one unit is: a decade is `(10, 'Y')`.
    const fn designator(self) -> (i64, u8) {
        match self {
            Self::Second => (1, b'S'),
            Self::Minute | Self::Month => (1, b'M'),
            Self::Hour => (1, b'H'),
            Self::Day => (1, b'D'),
            Self::Week => (1, b'W'),
            Self::Fortnight => (2, b'W'),
            Self::Quarter => (3, b'M'),
            Self::Year => (1, b'Y'),
            Self::Decade => (10, b'Y'),
            Self::Century => (100, b'Y'),
            Self::Millennium => (1_000, b'Y'),
        }
    }
}

impl Duration {
    /// So many of one unit.
    pub fn new(amount: Number, unit: TimeUnit) -> Self {
        Self { parts: Box::new([(amount, unit)]) }
    }

    /// The duration with some of a smaller unit behind: 2 years *and 3 months*.
    #[must_use]
    pub fn and(self, amount: Number, unit: TimeUnit) -> Self {
        let mut parts = self.parts.into_vec();
        parts.push((amount, unit));
        Self { parts: parts.into() }
    }

    /// The parts, as written.
    pub fn parts(&self) -> &[(Number, TimeUnit)] {
        &self.parts
    }

    /// The length in months, if it is written in units that are whole months.
    pub fn months(&self) -> Option<Number> {
        self.sum(TimeUnit::months)
    }

    /// The days that it may last. Months have 28 to 31 days, so that a duration in months is two days
    /// longer or shorter than the mean.
    pub fn days(&self) -> Interval<Number> {
        let mut days = Number::zero();
        let mut in_months = false;
        for (amount, unit) in &self.parts {
            days = days + amount * &unit.days();
            in_months |= unit.months().is_some();
        }
        if !in_months {
            return Interval::exactly(days);
        }
        let slack = Number::from(2);
        Interval::between(&days - &slack, days + slack)
    }

    fn sum(&self, measure: impl Fn(TimeUnit) -> Option<i64>) -> Option<Number> {
        self.parts.iter().try_fold(Number::zero(), |sum, (amount, unit)| {
            measure(*unit).map(|size| sum + amount * &Number::from(size))
        })
    }
}

impl Duration {
    /// Writes what [`Display`](fmt::Display) prints, without its detour.
    pub fn write_to(&self, out: &mut impl Ascii) -> fmt::Result {
        out.fixed(b"P")?;
        let mut in_time = false;
        for (amount, unit) in &self.parts {
            if *unit < TimeUnit::Day && !in_time {
                in_time = true;
                out.fixed(b"T")?;
            }
            let (factor, designator) = unit.designator();
            if factor == 1 {
                amount.write_to(out)?;
            } else {
                (amount * &Number::from(factor)).write_to(out)?;
            }
            out.fixed(&[designator])?;
        }
        Ok(())
    }
}

impl fmt::Display for Duration {
    /// ISO 8601: `P14M`, `P2Y3M`, `PT90M`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_print_as_iso_8601() {
        let years = Duration::new(2.into(), TimeUnit::Year).and(3.into(), TimeUnit::Month);
        assert_eq!("P2Y3M", years.to_string());
        assert_eq!("P20Y", Duration::new(2.into(), TimeUnit::Decade).to_string());
        let hours = Duration::new(1.into(), TimeUnit::Day).and(12.into(), TimeUnit::Hour);
        assert_eq!("P1DT12H", hours.to_string());
        assert_eq!("PT90M", Duration::new(90.into(), TimeUnit::Minute).to_string());
    }

    #[test]
    fn days_are_those_of_seconds_or_months() {
        use TimeUnit::*;
        let all =
            [Second, Minute, Hour, Day, Week, Fortnight, Month, Quarter, Year, Decade, Century, Millennium];
        for unit in all {
            let days = match (unit.seconds(), unit.months()) {
                (Some(seconds), _) => Number::ratio(seconds, 86_400),
                (None, months) => Number::ratio(months.expect("either") * 146_097, 4_800),
            };
            assert_eq!(days, unit.days(), "{unit:?}");
        }
    }

    #[test]
    fn a_year_is_twelve_months_and_about_365_days() {
        let year = Duration::new(1.into(), TimeUnit::Year);
        assert_eq!(Some(Number::from(12)), year.months());
        assert!(year.days().contains(&Interval::between(365.into(), 366.into())));
        assert_eq!(None, Duration::new(1.into(), TimeUnit::Week).months());
    }
}
