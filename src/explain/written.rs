//! Values and intervals as `factlint claims` writes them, straight from the claim into the output.

use std::fmt::{self, Display};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::language::century_in_words;
use crate::value::{
    Bound, Currency, DateUnit, Extent, Interval, Measure, Number, PartialDate, Value, day_from_number,
};

/// A value: a string, or an object of strings where it has parts. In print the parts stand side by side.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a>(pub &'a Value);

/// An interval: `{lo, lo_closed, hi, hi_closed}`.
#[derive(Debug, Clone, Copy)]
pub struct Ends<'a>(pub &'a Extent);

/// What prints, as a string.
struct Text<T>(T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// An object of two parts.
fn pair<S: Serializer>(
    to: S,
    (one, first): (&'static str, impl Serialize),
    (other, second): (&'static str, impl Serialize),
) -> Result<S::Ok, S::Error> {
    let mut object = to.serialize_struct("", 2)?;
    object.serialize_field(one, &first)?;
    object.serialize_field(other, &second)?;
    object.end()
}

/// One end of a range of amounts, or an amount alone.
#[derive(Clone, Copy)]
struct Amount<'a>(&'a Number, &'a Measure);

impl Serialize for Amount<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(amount, measure) = *self;
        let amount = Text(amount);
        match measure {
            Measure::Money(currency) => {
                pair(to, ("amount", amount), ("currency", currency.code().map(|code| &**code)))
            }
            Measure::Unit(unit) | Measure::Age(unit) => pair(to, ("amount", amount), ("unit", &unit.name)),
            _ => amount.serialize(to),
        }
    }
}

impl Display for Amount<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(amount, measure) = self;
        match measure {
            Measure::Money(Currency::One(code)) => write!(f, "{amount} {code}"),
            Measure::Unit(unit) | Measure::Age(unit) => write!(f, "{amount} {}", unit.name),
            _ => amount.fmt(f),
        }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Amount { low, high: Some(high), measure } => {
                pair(to, ("low", Amount(low, measure)), ("high", Amount(high, measure)))
            }
            Value::Amount { low, high: None, measure } => Amount(low, measure).serialize(to),
            Value::Date(date) => to.collect_str(date),
            Value::DateRange { start, end } => {
                pair(to, ("start", start.as_ref().map(Text)), ("end", end.as_ref().map(Text)))
            }
            Value::Duration { low, high: Some(high) } => pair(to, ("low", Text(low)), ("high", Text(high))),
            Value::Duration { low, high: None } => to.collect_str(low),
        }
    }
}

impl Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Amount { low, high, measure } => {
                Amount(low, measure).fmt(f)?;
                high.as_ref().map_or(Ok(()), |high| write!(f, " {}", Amount(high, measure)))
            }
            Value::Date(date) => Plain(date).fmt(f),
            Value::DateRange { start: Some(start), end: Some(end) } => {
                write!(f, "{} {}", Plain(start), Plain(end))
            }
            Value::DateRange { start, end } => start.or(*end).map_or(Ok(()), |date| Plain(&date).fmt(f)),
            Value::Duration { low, high } => {
                low.fmt(f)?;
                high.as_ref().map_or(Ok(()), |high| write!(f, " {high}"))
            }
        }
    }
}

/// A date for people, to whom `199` is a number: `1990s`, `20th century`.
struct Plain<'a>(&'a PartialDate);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.unit {
            DateUnit::Decade(tens) => write!(f, "{tens}0s"),
            DateUnit::Century(hundreds) => f.write_str(&century_in_words(hundreds)),
            DateUnit::Unresolved => f.write_str("not known"),
            _ => self.0.fmt(f),
        }
    }
}

impl Serialize for Ends<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Extent::Amount(amounts) => ends(to, amounts, |number| number),
            Extent::Days(days) => ends(to, days, Day),
        }
    }
}

/// A day by its number since 1 January 1970; one outside the calendar prints as the number.
pub(super) struct Day<'a>(pub(super) &'a i64);

impl Display for Day<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match day_from_number(*self.0) {
            Some(day) => day.fmt(f),
            None => self.0.fmt(f),
        }
    }
}

fn ends<'a, T, P: Display + 'a, S: Serializer>(
    to: S,
    interval: &'a Interval<T>,
    print: impl Fn(&'a T) -> P,
) -> Result<S::Ok, S::Error> {
    let text = |bound: &'a Bound<T>| bound.value().map(|value| Text(print(value)));
    let mut object = to.serialize_struct("", 4)?;
    object.serialize_field("lo", &text(&interval.lo))?;
    object.serialize_field("lo_closed", &interval.lo.is_closed())?;
    object.serialize_field("hi", &text(&interval.hi))?;
    object.serialize_field("hi_closed", &interval.hi.is_closed())?;
    object.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_are_given_dates_in_their_own_manner() {
        for (expected, json, unit) in [
            ("1890s", "189", DateUnit::Decade(189)),
            ("20th century", "19", DateUnit::Century(19)),
            ("1912", "1912", DateUnit::Year(1912)),
            // “yesterday” in a text without a date.
            ("not known", "XXXX-XX-XX", DateUnit::Unresolved),
        ] {
            let value = Value::Date(unit.into());
            assert_eq!(expected, Written(&value).to_string());
            assert_eq!(Some(format!("{json:?}")), serde_json::to_string(&Written(&value)).ok());
        }
    }
}
