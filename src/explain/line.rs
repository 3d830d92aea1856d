//! A record as one line of JSON, byte for byte what its `Serialize` gives.
//!
//! An archive has millions of claims. The names of a record's fields need no escapes, nor do its numbers and
//! dates, and looking for some in each of them was the larger part of writing.

use std::fmt;

use super::record::{Compared, Record};
use super::room::Room;
use super::written::{Day, Ends, Written};
use crate::source::Source;
use crate::value::{Ascii, Bound, Extent, Interval, Measure, Number, PartialDate, Value, day_from_number};

/// Writes the records of a source as lines of JSON.
///
/// ```
/// use factlint::explain::Lines;
/// use factlint::pipeline::Linter;
/// use factlint::source::Source;
///
/// let linter = Linter::shipped();
/// let reading = linter.read(&Source::new("draft.md", "They met 193 members."));
/// let mut lines = Lines::of(&reading.document.source);
/// for record in linter.records(&reading) {
///     lines.push(&record);
/// }
/// assert!(lines.written().starts_with(b"{\"path\":\"draft.md\",\"doc\":null,\"line\":1,\"column\":10,"));
/// ```
pub struct Lines {
    /// What all of them begin with, up to the number of the line.
    head: Vec<u8>,
    room: Room,
}

impl Lines {
    /// For the records of this source.
    pub fn of(source: &Source) -> Self {
        let mut head = Room::default();
        head.put(b"{\"path\":");
        string(&mut head, source.path());
        head.put(b",\"doc\":");
        string_or_null(&mut head, source.doc());
        head.put(b",\"line\":");
        Self { head: head.into_bytes(), room: Room::default() }
    }

    /// The lines that were added, or those since they were cleared.
    pub fn written(&self) -> &[u8] {
        self.room.bytes()
    }

    /// Forgets what was written, and keeps the room for more.
    pub fn clear(&mut self) {
        self.room.clear();
    }

    /// The lines that were added.
    pub fn into_bytes(self) -> Vec<u8> {
        self.room.into_bytes()
    }

    /// Adds the line of a record, with its line feed.
    pub fn push(&mut self, record: &Record<'_>) {
        let out = &mut self.room;
        out.add(&self.head);
        out.put_whole(record.line, b",\"column\":");
        out.put_whole(record.column, b",\"start\":");
        out.put_whole(record.start, b",\"end\":");
        out.put_whole(record.end, b",\"text\":");
        string(out, record.text);
        out.put(b",\"kind\":\"");
        out.add(record.kind.as_bytes());
        out.put(b"\",\"value\":");
        value(out, record.value);
        match record.hedge {
            None => out.put(b",\"hedge\":null,\"interval\":"),
            Some(hedge) => {
                out.put(b",\"hedge\":");
                string(out, hedge);
                out.put(b",\"interval\":");
            }
        }
        match record.interval {
            Some(interval) => ends(out, interval),
            None => out.put(b"null"),
        }
        match record.compared.as_slice() {
            [] => out.put(b",\"compared\":[]}\n"),
            [first, others @ ..] => {
                out.put(b",\"compared\":[");
                compared(out, first);
                for other in others {
                    out.put(b",");
                    compared(out, other);
                }
                out.put(b"]}\n");
            }
        }
    }
}

fn compared(out: &mut Room, compared: &Compared<'_>) {
    out.put(b"{\"rule\":");
    string(out, compared.rule);
    out.put(b",\"subject\":");
    string_or_null(out, compared.subject);
    out.put(b",\"fact\":");
    string_or_null(out, compared.fact);
    out.put(b",\"verdict\":");
    string(out, compared.verdict);
    out.put(b",\"expected\":");
    string_or_null(out, compared.expected);
    out.put(b",\"why\":");
    string(out, &compared.why);
    out.put(b"}");
}

fn string(out: &mut Room, text: &str) {
    out.put(b"\"");
    if out.add_if_plain(text.as_bytes()) {
        out.put(b"\"");
        return;
    }
    // A string is nothing that JSON cannot hold; the quotation mark is there already.
    let escaped = serde_json::to_vec(text).unwrap_or_default();
    out.add(escaped.get(1..).unwrap_or_default());
}

fn string_or_null(out: &mut Room, text: Option<&str>) {
    match text {
        Some(text) => string(out, text),
        None => out.put(b"null"),
    }
}

/// What has no parts is a string, else an object of strings.
fn value(out: &mut Room, written: Written<'_>) {
    match written.0 {
        Value::Amount { low, high: None, measure } => amount(out, low, measure),
        Value::Amount { low, high: Some(high), measure } => {
            out.put(b"{\"low\":");
            amount(out, low, measure);
            out.put(b",\"high\":");
            amount(out, high, measure);
            out.put(b"}");
        }
        Value::Date(written) => date(out, written),
        Value::DateRange { start, end } => {
            out.put(b"{\"start\":");
            date_or_null(out, start.as_ref());
            out.put(b",\"end\":");
            date_or_null(out, end.as_ref());
            out.put(b"}");
        }
        Value::Duration { low, high: None } => quoted(out, |out| low.write_to(out)),
        Value::Duration { low, high: Some(high) } => {
            out.put(b"{\"low\":");
            quoted(out, |out| low.write_to(out));
            out.put(b",\"high\":");
            quoted(out, |out| high.write_to(out));
            out.put(b"}");
        }
    }
}

/// Adds in quotation marks what needs no escapes.
#[inline]
fn quoted(out: &mut Room, write: impl FnOnce(&mut Room) -> fmt::Result) {
    out.put(b"\"");
    // There is room for all.
    let _ = write(out);
    out.put(b"\"");
}

fn amount(out: &mut Room, amount: &Number, measure: &Measure) {
    match measure {
        Measure::Money(currency) => {
            out.put(b"{\"amount\":");
            number(out, amount);
            out.put(b",\"currency\":");
            string_or_null(out, currency.code().map(|code| &**code));
            out.put(b"}");
        }
        Measure::Unit(unit) | Measure::Age(unit) => {
            out.put(b"{\"amount\":");
            number(out, amount);
            out.put(b",\"unit\":");
            string(out, &unit.name);
            out.put(b"}");
        }
        Measure::Count | Measure::Ordinal | Measure::Percent | Measure::PercentagePoint | Measure::Ratio => {
            number(out, amount);
        }
    }
}

fn number(out: &mut Room, number: &Number) {
    // Most numbers are whole.
    let Some(whole) = number.short_whole() else { return quoted(out, |out| number.write_to(out)) };
    out.put(b"\"");
    out.put_whole(whole, b"\"");
}

fn date(out: &mut Room, date: &PartialDate) {
    quoted(out, |out| date.write_to(out));
}

fn date_or_null(out: &mut Room, written: Option<&PartialDate>) {
    match written {
        Some(written) => date(out, written),
        None => out.put(b"null"),
    }
}

/// A day by its number; one outside the calendar or before our era prints as it does elsewhere.
fn day(out: &mut Room, number: i64) {
    quoted(out, |out| match day_from_number(number) {
        Some(day) if day.year() > 0 => PartialDate::from(day).write_to(out),
        _ => out.ascii(Day(&number).to_string().as_bytes()),
    });
}

fn ends(out: &mut Room, interval: Ends<'_>) {
    match interval.0 {
        Extent::Amount(amounts) => both(out, amounts, number),
        Extent::Days(days) => both(out, days, |out, number| day(out, *number)),
    }
}

fn both<T: PartialEq>(out: &mut Room, Interval { lo, hi }: &Interval<T>, write: impl Fn(&mut Room, &T)) {
    out.put(b"{\"lo\":");
    let place = out.place();
    end(out, lo, &write);
    // What is exact has one value at both ends.
    let exact = lo.value().is_some() && lo.value() == hi.value();
    let length = out.place() - place;
    if lo.is_closed() {
        out.put(b",\"lo_closed\":true,\"hi\":");
    } else {
        out.put(b",\"lo_closed\":false,\"hi\":");
    }
    if !exact || !out.repeat(place, length) {
        end(out, hi, &write);
    }
    if hi.is_closed() {
        out.put(b",\"hi_closed\":true}");
    } else {
        out.put(b",\"hi_closed\":false}");
    }
}

#[inline]
fn end<T>(out: &mut Room, bound: &Bound<T>, write: impl Fn(&mut Room, &T)) {
    match bound.value() {
        Some(value) => write(out, value),
        None => out.put(b"null"),
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
        let (mut lines, mut compared) = (Lines::of(&source), 0);
        for record in linter.records(&reading) {
            lines.clear();
            lines.push(&record);
            let expected = serde_json::to_string(&record).expect("no map in it");
            assert_eq!(format!("{expected}\n"), String::from_utf8_lossy(lines.written()));
            compared += record.compared.len();
        }
        assert!(compared > 0 && reading.claims.len() > 12);
    }
}
