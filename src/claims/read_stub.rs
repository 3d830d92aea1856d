//! Stand-in for the grammar until it is merged: whole numbers with a noun, “D Month YYYY”, ISO days, “N months”.
use super::{Claim, Kind, Parts};
use crate::language::Language;
use crate::span::Span;
use crate::value::{DateUnit, Duration, Extent, Interval, Measure, Number, PartialDate, TimeUnit, Value};

/// Reads a value as the grammar reads it in articles; `None` if the text is not one value.
pub fn read_value(_language: &Language, text: &str) -> Option<Claim> {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let iso: Vec<&str> = text.split('-').collect();
    let date = |y: &str, m: u8, d: &str| -> Option<PartialDate> {
        Some(DateUnit::Day { year: Some(y.parse().ok()?), month: m, day: d.parse().ok()? }.into())
    };
    let claim = |kind, value, extent| Claim {
        kind,
        block: 0,
        sentence: 0,
        span: Span::new(0, text.len() as u32),
        value,
        hedge: None,
        extent,
        parts: Parts::default(),
    };
    if let [d, m, y] = words[..] {
        if let Some(m) = months.iter().position(|name| *name == m) {
            let date = date(y, m as u8 + 1, d)?;
            return Some(claim(Kind::Date, Value::Date(date), date.days().map(Extent::Days)));
        }
    }
    if let [y, m, d] = iso[..] {
        let date = date(y, m.parse().ok()?, d)?;
        return Some(claim(Kind::Date, Value::Date(date), date.days().map(Extent::Days)));
    }
    let number = Number::decimal(&words.first()?.replace(',', ""))?;
    if words.get(1) == Some(&"months") {
        let value = Duration::new(number, TimeUnit::Month);
        let days = value.days();
        return Some(claim(Kind::Duration, Value::Duration(value), Some(Extent::Amount(days))));
    }
    let value = Value::Amount { low: number.clone(), high: None, measure: Measure::Count };
    Some(claim(Kind::Number, value, Some(Extent::Amount(Interval::exactly(number)))))
}
