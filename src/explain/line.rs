//! A record as one line of JSON, byte for byte what its `Serialize` gives.
//!
//! An archive has millions of claims. The names of a record's fields need no escapes, nor do its numbers and
//! dates, and looking for some in each of them was the larger part of writing.

use std::io::{self, Write};

use serde::Serialize;

use super::record::Record;
use super::written::{Day, Ends, Written};
use crate::value::{Bound, DateUnit, Extent, Measure, Number, PartialDate, Value, day_from_number};

impl Record<'_> {
    /// Writes the record as JSON, without a line feed.
    ///
    /// ```
    /// use factlint::pipeline::Linter;
    /// use factlint::source::Source;
    ///
    /// let linter = Linter::shipped();
    /// let reading = linter.read(&Source::new("draft.md", "They met 193 members."));
    /// let mut line = Vec::new();
    /// for record in linter.records(&reading) {
    ///     record.write_json(&mut line)?;
    /// }
    /// assert!(line.starts_with(b"{\"path\":\"draft.md\",\"doc\":null,\"line\":1,\"column\":10,"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write_json(&self, out: &mut Vec<u8>) -> io::Result<()> {
        field(out, "{\"path\":");
        string(out, self.path)?;
        field(out, ",\"doc\":");
        string_or_null(out, self.doc)?;
        for (name, number) in [
            (",\"line\":", self.line),
            (",\"column\":", self.column),
            (",\"start\":", self.start),
            (",\"end\":", self.end),
        ] {
            field(out, name);
            other(out, &number)?;
        }
        field(out, ",\"text\":");
        string(out, self.text)?;
        field(out, ",\"kind\":");
        string(out, self.kind)?;
        field(out, ",\"value\":");
        value(out, self.value)?;
        field(out, ",\"hedge\":");
        string_or_null(out, self.hedge)?;
        field(out, ",\"interval\":");
        match self.interval {
            Some(interval) => ends(out, interval)?,
            None => field(out, "null"),
        }
        field(out, ",\"compared\":");
        if self.compared.is_empty() {
            field(out, "[]");
        } else {
            other(out, &self.compared)?;
        }
        field(out, "}");
        Ok(())
    }
}

fn field(out: &mut Vec<u8>, name: &str) {
    out.extend_from_slice(name.as_bytes());
}

fn other(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    Ok(serde_json::to_writer(out, value)?)
}

fn string(out: &mut Vec<u8>, text: &str) -> io::Result<()> {
    // Without a branch for each byte the compiler looks at many at a time.
    let escapes = |byte: u8| u8::from(byte < b' ') | u8::from(byte == b'"') | u8::from(byte == b'\\');
    if text.bytes().fold(0, |found, byte| found | escapes(byte)) > 0 {
        return other(out, &text);
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
    Ok(())
}

fn string_or_null(out: &mut Vec<u8>, text: Option<&str>) -> io::Result<()> {
    if let Some(text) = text {
        return string(out, text);
    }
    field(out, "null");
    Ok(())
}

/// What has no parts prints as its string.
fn value(out: &mut Vec<u8>, written: Written<'_>) -> io::Result<()> {
    match written.0 {
        Value::Amount { low, high: None, measure }
            if !matches!(measure, Measure::Money(_) | Measure::Unit(_) | Measure::Age(_)) =>
        {
            number(out, low)
        }
        Value::Date(date) => partial_date(out, date),
        Value::Duration { high: None, .. } => write!(out, "\"{written}\""),
        Value::Amount { .. } | Value::DateRange { .. } | Value::Duration { .. } => other(out, &written),
    }
}

/// Nearly all numbers are whole and short, and need no formatter.
fn number(out: &mut Vec<u8>, number: &Number) -> io::Result<()> {
    let Some(whole) = number.to_i64() else { return write!(out, "\"{number}\"") };
    out.push(b'"');
    other(out, &whole)?;
    out.push(b'"');
    Ok(())
}

/// Days and years of our era, which nearly all dates are, need none either.
fn partial_date(out: &mut Vec<u8>, date: &PartialDate) -> io::Result<()> {
    match date.unit {
        DateUnit::Day { year: Some(year @ 1..=9999), month, day } => {
            out.push(b'"');
            digits(out, year.unsigned_abs(), 4);
            for part in [month, day] {
                out.push(b'-');
                digits(out, part.into(), 2);
            }
            out.push(b'"');
            Ok(())
        }
        DateUnit::Year(year @ 1..=9999) => {
            out.push(b'"');
            digits(out, year.unsigned_abs(), 4);
            out.push(b'"');
            Ok(())
        }
        _ => write!(out, "\"{date}\""),
    }
}

/// A day by its number; one outside the calendar or before our era prints as it does elsewhere.
fn day(out: &mut Vec<u8>, number: i64) -> io::Result<()> {
    match day_from_number(number) {
        Some(day) if day.year() > 0 => partial_date(out, &day.into()),
        _ => write!(out, "\"{}\"", Day(&number)),
    }
}

/// A number with so many digits at least, zeros in front.
fn digits(out: &mut Vec<u8>, number: u16, count: u32) {
    for place in (0..count.max(number.checked_ilog10().map_or(1, |last| last + 1))).rev() {
        // A digit is below ten.
        out.push(b'0' + u8::try_from(number / 10_u16.pow(place) % 10).unwrap_or(0));
    }
}

fn ends(out: &mut Vec<u8>, interval: Ends<'_>) -> io::Result<()> {
    match interval.0 {
        Extent::Amount(amounts) => {
            end(out, ["{\"lo\":", ",\"lo_closed\":"], &amounts.lo, number)?;
            end(out, [",\"hi\":", ",\"hi_closed\":"], &amounts.hi, number)?;
        }
        Extent::Days(days) => {
            end(out, ["{\"lo\":", ",\"lo_closed\":"], &days.lo, |out, number| day(out, *number))?;
            end(out, [",\"hi\":", ",\"hi_closed\":"], &days.hi, |out, number| day(out, *number))?;
        }
    }
    field(out, "}");
    Ok(())
}

fn end<T>(
    out: &mut Vec<u8>,
    [name, closed]: [&str; 2],
    bound: &Bound<T>,
    print: fn(&mut Vec<u8>, &T) -> io::Result<()>,
) -> io::Result<()> {
    field(out, name);
    match bound.value() {
        Some(value) => print(out, value)?,
        None => field(out, "null"),
    }
    field(out, closed);
    field(out, if bound.is_closed() { "true" } else { "false" });
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::pipeline::Linter;
    use crate::source::Source;

    #[test]
    fn a_line_is_what_serde_writes() {
        let linter = Linter::shipped();
        let text = "On 29 February 2020, a Monday, some 5,000 men, 12.5% of \u{201c}them\u{201d}, met at \"the 45th\" hour. \
                    It cost $5-10 million, two euros and 5 km in three days or 5 to 7 weeks, since May 2019. \
                    More than 20 people aged 69 came between 2010 and 2012, and a third of them left in spring. \
                    The United Nations has 194 member states. The US-Taliban agreement of 3 March 2020 was signed.";
        let source = Source::new("a \"b\"\\c.txt", text);
        let reading = linter.read(&source);
        let mut compared = 0;
        for record in linter.records(&reading) {
            let mut line = Vec::new();
            record.write_json(&mut line).expect("a vector takes all");
            let expected = serde_json::to_string(&record).expect("no map in it");
            assert_eq!(expected, String::from_utf8_lossy(&line));
            compared += record.compared.len();
        }
        assert!(compared > 0 && reading.claims.len() > 12);
    }
}
