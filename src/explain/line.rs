//! A record as one line of JSON, byte for byte what its `Serialize` gives.
//!
//! An archive has millions of claims. The names of a record's fields need no escapes, nor do its numbers and
//! dates, and looking for some in each of them was the larger part of writing.

use std::io::{self, Write};

use serde::Serialize;

use super::record::Record;
use super::written::{Day, Ends, Written};
use crate::value::{Bound, Extent, Measure, Value};

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
    let alone = match written.0 {
        Value::Amount { high: None, measure, .. } => {
            !matches!(measure, Measure::Money(_) | Measure::Unit(_) | Measure::Age(_))
        }
        Value::Date(_) | Value::Duration { high: None, .. } => true,
        Value::Amount { .. } | Value::DateRange { .. } | Value::Duration { .. } => false,
    };
    if alone { write!(out, "\"{written}\"") } else { other(out, &written) }
}

fn ends(out: &mut Vec<u8>, interval: Ends<'_>) -> io::Result<()> {
    match interval.0 {
        Extent::Amount(amounts) => {
            end(out, ["{\"lo\":", ",\"lo_closed\":"], &amounts.lo, |number| number)?;
            end(out, [",\"hi\":", ",\"hi_closed\":"], &amounts.hi, |number| number)?;
        }
        Extent::Days(days) => {
            end(out, ["{\"lo\":", ",\"lo_closed\":"], &days.lo, Day)?;
            end(out, [",\"hi\":", ",\"hi_closed\":"], &days.hi, Day)?;
        }
    }
    field(out, "}");
    Ok(())
}

fn end<'a, T, P: std::fmt::Display>(
    out: &mut Vec<u8>,
    [name, closed]: [&str; 2],
    bound: &'a Bound<T>,
    print: impl Fn(&'a T) -> P,
) -> io::Result<()> {
    field(out, name);
    match bound.value() {
        Some(value) => write!(out, "\"{}\"", print(value))?,
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
