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

impl Amount<'_> {
    fn write_to(&self, out: &mut Vec<u8>) -> fmt::Result {
        let Self(amount, measure) = self;
        amount.write_to(out)?;
        let what = match measure {
            Measure::Money(Currency::One(code)) => &**code,
            Measure::Unit(unit) | Measure::Age(unit) => &*unit.name,
            _ => return Ok(()),
        };
        out.push(b' ');
        out.extend_from_slice(what.as_bytes());
        Ok(())
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

impl Written<'_> {
    /// Adds what is printed to a text, without the detour over [`Display`].
    pub fn write_to(&self, out: &mut Vec<u8>) -> fmt::Result {
        match self.0 {
            Value::Amount { low, high, measure } => {
                Amount(low, measure).write_to(out)?;
                and(out, high.as_ref(), |out, high| Amount(high, measure).write_to(out))
            }
            Value::Date(date) => plain(date, out),
            Value::DateRange { start: Some(start), end } => {
                plain(start, out)?;
                and(out, end.as_ref(), |out, end| plain(end, out))
            }
            Value::DateRange { start: None, end } => end.as_ref().map_or(Ok(()), |end| plain(end, out)),
            Value::Duration { low, high } => {
                low.write_to(out)?;
                and(out, high.as_ref(), |out, high| high.write_to(out))
            }
        }
    }
}

/// Adds a blank and what there is beside the first part.
fn and<T>(
    out: &mut Vec<u8>,
    other: Option<T>,
    write: impl FnOnce(&mut Vec<u8>, T) -> fmt::Result,
) -> fmt::Result {
    let Some(other) = other else { return Ok(()) };
    out.push(b' ');
    write(out, other)
}

impl Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::new();
        self.write_to(&mut text)?;
        f.write_str(&String::from_utf8_lossy(&text))
    }
}

/// Adds a date for people, to whom `199` is a number: `1990s`, `20th century`.
fn plain(date: &PartialDate, out: &mut Vec<u8>) -> fmt::Result {
    match date.unit {
        DateUnit::Decade(tens) => out.extend_from_slice(format!("{tens}0s").as_bytes()),
        DateUnit::Century(hundreds) => out.extend_from_slice(century_in_words(hundreds).as_bytes()),
        DateUnit::Unresolved => out.extend_from_slice(b"not known"),
        _ => return date.write_to(out),
    }
    Ok(())
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
