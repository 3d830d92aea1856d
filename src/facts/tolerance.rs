//! How far off a claim may be: `5%`, `± 2 days`, `0.5 m`, `0.5`.

use crate::claims::{Claim, read_value};
use crate::language::Language;
use crate::value::{Bound, Duration, Extent, Interval, Measure, Number, TimeUnit, Value};

/// How far a claim may be from the fact before the two contradict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tolerance {
    /// Share of the fact's value, in per cent.
    Percent(Number),
    /// In the unit of the fact's extent: its own, for durations days.
    Absolute(Number),
    /// In days, for dates.
    Days(i64),
}

impl Tolerance {
    /// Reads a tolerance for a fact with this value.
    ///
    /// # Errors
    /// What is wrong with it, in words that follow “`tolerance`”.
    pub(super) fn read(text: &str, is: &Claim, language: &Language) -> Result<Self, String> {
        let bare = ["±", "+/-", "+-", "+/−"].iter().find_map(|sign| text.trim().strip_prefix(sign));
        let bare = bare.unwrap_or(text).trim();
        let dated = matches!(is.extent, Some(Extent::Days(_)));
        if let Some(number) = bare.strip_suffix('%').and_then(|number| plain(number.trim_end())) {
            return if dated {
                Err("is in per cent, but a date has no size; write days, such as `2 days`".into())
            } else {
                Ok(Self::Percent(number))
            };
        }
        if let Some(number) = plain(bare) {
            return if dated { whole_days(&number) } else { Ok(Self::Absolute(in_own_unit(number, is))) };
        }
        let claim = read_value(language, bare).ok_or_else(|| {
            format!("cannot be read from `{text}`; write it as `5%`, `± 2 days`, `0.5 m` or a bare number")
        })?;
        match &claim.value {
            Value::Duration { low: length, high: None } if dated => whole_days(&longest(length)),
            Value::Duration { low: length, high: None } if matches!(is.value, Value::Duration { .. }) => {
                Ok(Self::Absolute(longest(length)))
            }
            Value::Amount { low, .. } if low.is_negative() => Err(format!("`{text}` is below zero")),
            Value::Amount { low, high: None, measure: Measure::Percent } if !dated => {
                Ok(Self::Percent(low.clone()))
            }
            Value::Amount { low, high: None, measure } => same_unit(low, measure, &is.value)
                .map(Self::Absolute)
                .ok_or_else(|| format!("`{text}` measures something else than the value")),
            _ => Err(format!("`{text}` measures something else than the value")),
        }
    }

    /// An extent with the tolerance on both sides.
    ///
    /// ```
    /// use factlint::facts::Tolerance;
    /// use factlint::value::{Extent, Interval, Number};
    ///
    /// let exact = Extent::Amount(Interval::exactly(Number::from(200)));
    /// let wide = Extent::Amount(Interval::between(Number::from(190), Number::from(210)));
    /// assert_eq!(wide, Tolerance::Percent(Number::from(5)).widen(&exact));
    /// ```
    #[must_use]
    pub fn widen(&self, extent: &Extent) -> Extent {
        match (extent, self) {
            (Extent::Days(days), Self::Days(slack)) => Extent::Days(Interval {
                lo: days.lo.clone().map(|day| day.saturating_sub(*slack)),
                hi: days.hi.clone().map(|day| day.saturating_add(*slack)),
            }),
            (Extent::Days(_), _) => extent.clone(),
            (Extent::Amount(amounts), _) => Extent::Amount(Interval {
                lo: self.moved(&amounts.lo, |amount, slack| amount - slack),
                hi: self.moved(&amounts.hi, |amount, slack| amount + slack),
            }),
        }
    }

    fn moved(&self, end: &Bound<Number>, by: impl Fn(Number, Number) -> Number) -> Bound<Number> {
        end.clone().map(|amount| {
            let slack = match self {
                Self::Percent(share) => &amount.abs() * share * Number::ratio(1, 100),
                Self::Absolute(slack) => slack.clone(),
                Self::Days(days) => Number::from(*days),
            };
            by(amount, slack)
        })
    }
}

fn plain(text: &str) -> Option<Number> {
    Number::decimal(&text.replace(',', ""))
}

fn whole_days(days: &Number) -> Result<Tolerance, String> {
    days.floor().map(Tolerance::Days).ok_or_else(|| "is longer than any calendar".into())
}

/// A bare number beside `14 months` means months.
fn in_own_unit(number: Number, is: &Claim) -> Number {
    match &is.value {
        Value::Duration { low: length, .. } => {
            let unit = length.parts().last().map_or(TimeUnit::Day, |(_, unit)| *unit);
            longest(&Duration::new(number, unit))
        }
        _ => number,
    }
}

fn longest(length: &Duration) -> Number {
    length.days().hi.value().cloned().unwrap_or_else(Number::zero)
}

fn same_unit(slack: &Number, measure: &Measure, is: &Value) -> Option<Number> {
    let Value::Amount { measure: own, .. } = is else { return None };
    match (measure, own) {
        // A slack is a difference, so that the unit's zero has no part in it.
        (Measure::Unit(unit), Measure::Unit(own)) | (Measure::Age(unit), Measure::Age(own)) => {
            unit.comparable(own).then(|| slack * &unit.factor / own.factor.clone())
        }
        (measure, own) => measure.is_same(own).then(|| slack.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(is: &str, tolerance: &str) -> Result<Tolerance, String> {
        let language = Language::english();
        Tolerance::read(tolerance, &read_value(&language, is).expect(is), &language)
    }

    #[test]
    fn tolerances_are_read_in_the_facts_own_terms() {
        let number = |text: &str| Number::decimal(text).expect(text);
        for (expected, is, tolerance) in [
            (Tolerance::Percent(number("5")), "5,000 prisoners", "5%"),
            (Tolerance::Percent(number("2.5")), "5,000 prisoners", "± 2.5 %"),
            (Tolerance::Absolute(number("1500")), "5,000 prisoners", "1,500"),
            (Tolerance::Absolute(number("200")), "5,000 prisoners", "200 prisoners"),
            (Tolerance::Absolute(number("0.5")), "5,000", "+/- 0.5"),
            (Tolerance::Days(2), "29 February 2020", "2"),
            (Tolerance::Days(32), "29 February 2020", "± 1 months"),
        ] {
            assert_eq!(Ok(expected), read(is, tolerance), "{tolerance}");
        }
        let month = read("14 months", "1");
        assert_eq!(read("14 months", "1 months"), month);
        assert!(matches!(month, Ok(Tolerance::Absolute(days)) if days > Number::from(31)));
    }

    #[test]
    fn tolerances_of_another_kind_are_refused() {
        for (is, tolerance) in [
            ("29 February 2020", "5%"),
            ("29 February 2020", "2 prisoners"),
            ("5,000 prisoners", "1 months"),
            ("5,000 prisoners", "29 February 2020"),
            ("5,000 prisoners", "some"),
            ("5,000 prisoners", ""),
            ("5,000 prisoners", "-5"),
        ] {
            assert!(read(is, tolerance).is_err(), "{tolerance}");
        }
    }
}
