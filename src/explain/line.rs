//! A record as one line of JSON, byte for byte what its `Serialize` gives.
//!
//! An archive has millions of claims. The names of a record's fields need no escapes, nor do its numbers and
//! dates, and looking for some in each of them was the larger part of writing.

use std::fmt;

use serde::Serialize;

use super::record::Record;
use super::written::{Day, Ends, Written};
use crate::source::Source;
use crate::value::{
    Ascii, Bound, Extent, Interval, Measure, Number, PartialDate, Value, day_from_number, write_whole,
};

/// Writes the records of a source as lines of JSON.
///
/// ```
/// use factlint::explain::Lines;
/// use factlint::pipeline::Linter;
/// use factlint::source::Source;
///
/// let linter = Linter::shipped();
/// let reading = linter.read(&Source::new("draft.md", "They met 193 members."));
/// let (lines, mut out) = (Lines::of(&reading.document.source), Vec::new());
/// for record in linter.records(&reading) {
///     lines.push(&record, &mut out);
/// }
/// assert!(out.starts_with(b"{\"path\":\"draft.md\",\"doc\":null,\"line\":1,\"column\":10,"));
/// ```
pub struct Lines {
    /// What all of them begin with, up to the number of the line.
    head: Vec<u8>,
}

impl Lines {
    /// For the records of this source.
    pub fn of(source: &Source) -> Self {
        let mut head = Vec::new();
        put(&mut head, b"{\"path\":");
        string(&mut head, source.path());
        put(&mut head, b",\"doc\":");
        string_or_null(&mut head, source.doc());
        put(&mut head, b",\"line\":");
        Self { head }
    }

    /// Adds the line of a record, with its line feed.
    pub fn push(&self, record: &Record<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.head);
        whole(out, record.line);
        put(out, b",\"column\":");
        whole(out, record.column);
        put(out, b",\"start\":");
        whole(out, record.start);
        put(out, b",\"end\":");
        whole(out, record.end);
        put(out, b",\"text\":");
        string(out, record.text);
        put(out, b",\"kind\":\"");
        out.extend_from_slice(record.kind.as_bytes());
        put(out, b"\",\"value\":");
        value(out, record.value);
        put(out, b",\"hedge\":");
        string_or_null(out, record.hedge);
        put(out, b",\"interval\":");
        match record.interval {
            Some(interval) => ends(out, interval),
            None => put(out, b"null"),
        }
        put(out, b",\"compared\":");
        if record.compared.is_empty() {
            put(out, b"[]}\n");
        } else {
            json(out, &record.compared);
            put(out, b"}\n");
        }
    }
}

/// Adds what there is no shorter way for. It is strings and numbers: there is nothing in it that JSON cannot hold.
fn json(out: &mut Vec<u8>, what: &(impl Serialize + ?Sized)) {
    let _ = serde_json::to_writer(out, what);
}

/// Adds bytes whose number the compiler knows, so that it moves them in one go.
#[inline]
fn put<const N: usize>(out: &mut Vec<u8>, bytes: &[u8; N]) {
    out.extend_from_slice(bytes);
}

/// Adds in quotation marks what needs no escapes.
#[inline]
fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>) -> fmt::Result) {
    out.push(b'"');
    // A vector takes all.
    let _ = write(out);
    out.push(b'"');
}

fn whole(out: &mut Vec<u8>, number: u32) {
    let _ = write_whole(out, number.into());
}

/// Whether a byte needs no escape in a string of JSON.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut byte = 0;
    while byte < 0x20 {
        plain[byte] = false;
        byte += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain
};

fn string(out: &mut Vec<u8>, text: &str) {
    if !text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return json(out, text);
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

fn string_or_null(out: &mut Vec<u8>, text: Option<&str>) {
    match text {
        Some(text) => string(out, text),
        None => put(out, b"null"),
    }
}

/// What has no parts is a string, else an object of strings.
fn value(out: &mut Vec<u8>, written: Written<'_>) {
    match written.0 {
        Value::Amount { low, high: None, measure } => amount(out, low, measure),
        Value::Amount { low, high: Some(high), measure } => {
            put(out, b"{\"low\":");
            amount(out, low, measure);
            put(out, b",\"high\":");
            amount(out, high, measure);
            put(out, b"}");
        }
        Value::Date(date) => quoted(out, |out| date.write_to(out)),
        Value::DateRange { start, end } => {
            put(out, b"{\"start\":");
            date_or_null(out, start.as_ref());
            put(out, b",\"end\":");
            date_or_null(out, end.as_ref());
            put(out, b"}");
        }
        Value::Duration { low, high: None } => quoted(out, |out| low.write_to(out)),
        Value::Duration { low, high: Some(high) } => {
            put(out, b"{\"low\":");
            quoted(out, |out| low.write_to(out));
            put(out, b",\"high\":");
            quoted(out, |out| high.write_to(out));
            put(out, b"}");
        }
    }
}

fn amount(out: &mut Vec<u8>, amount: &Number, measure: &Measure) {
    match measure {
        Measure::Money(code) => {
            put(out, b"{\"amount\":");
            number(out, amount);
            put(out, b",\"currency\":");
            string_or_null(out, code.as_deref());
            put(out, b"}");
        }
        Measure::Unit(unit) | Measure::Age(unit) => {
            put(out, b"{\"amount\":");
            number(out, amount);
            put(out, b",\"unit\":");
            string(out, &unit.name);
            put(out, b"}");
        }
        Measure::Count | Measure::Ordinal | Measure::Percent | Measure::PercentagePoint | Measure::Ratio => {
            number(out, amount);
        }
    }
}

fn number(out: &mut Vec<u8>, number: &Number) {
    quoted(out, |out| number.write_to(out));
}

fn date_or_null(out: &mut Vec<u8>, date: Option<&PartialDate>) {
    match date {
        Some(date) => quoted(out, |out| date.write_to(out)),
        None => put(out, b"null"),
    }
}

/// A day by its number; one outside the calendar or before our era prints as it does elsewhere.
fn day(out: &mut Vec<u8>, number: i64) {
    quoted(out, |out| match day_from_number(number) {
        Some(day) if day.year() > 0 => PartialDate::from(day).write_to(out),
        _ => out.ascii(Day(&number).to_string().as_bytes()),
    });
}

fn ends(out: &mut Vec<u8>, interval: Ends<'_>) {
    match interval.0 {
        Extent::Amount(amounts) => both(out, amounts, number),
        Extent::Days(days) => both(out, days, |out, number| day(out, *number)),
    }
}

fn both<T>(out: &mut Vec<u8>, Interval { lo, hi }: &Interval<T>, write: impl Fn(&mut Vec<u8>, &T)) {
    put(out, b"{\"lo\":");
    end(out, lo, &write);
    put(out, b",\"lo_closed\":");
    closed(out, lo);
    put(out, b",\"hi\":");
    end(out, hi, &write);
    put(out, b",\"hi_closed\":");
    closed(out, hi);
    out.push(b'}');
}

fn end<T>(out: &mut Vec<u8>, bound: &Bound<T>, write: impl Fn(&mut Vec<u8>, &T)) {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => write(out, value),
        Bound::Open => put(out, b"null"),
    }
}

fn closed<T>(out: &mut Vec<u8>, bound: &Bound<T>) {
    match bound {
        Bound::Included(_) => put(out, b"true"),
        Bound::Excluded(_) | Bound::Open => put(out, b"false"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::Linter;

    #[test]
    fn a_line_is_what_serde_writes() {
        let linter = Linter::shipped();
        let text = "On 29 February 2020, a Monday, some 5,000 men, 12.5% of \u{201c}them\u{201d}, met at \"the 45th\" hour. \
                    It cost $5-10 million, two euros and 5 km in three days or 5 to 7 weeks, since May 2019. \
                    More than 20 people aged 69 came between 2010 and 2012, and a third of them left in spring. \
                    The United Nations has 194 member states. The US-Taliban agreement of 3 March 2020 was signed.";
        let source = Source::new("a \"b\"\\c.txt", text);
        let reading = linter.read(&source);
        let (lines, mut compared) = (Lines::of(&source), 0);
        for record in linter.records(&reading) {
            let mut line = Vec::new();
            lines.push(&record, &mut line);
            let expected = serde_json::to_string(&record).expect("no map in it");
            assert_eq!(format!("{expected}\n"), String::from_utf8_lossy(&line));
            compared += record.compared.len();
        }
        assert!(compared > 0 && reading.claims.len() > 12);
    }
}
