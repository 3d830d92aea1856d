//! The claims of a file as a table, with columns as wide as their widest cell.

use std::fmt::Write as _;
use std::io::{self, Write};

use factlint::explain::Record;

/// Place, kind, words, value, what it was compared with.
const COLUMNS: usize = 5;

/// Widest column of words and values; longer ones are cut.
const WIDEST: usize = 40;

/// The rows of a document. A file can have a million claims, and all of them wait for the widest cell: what rows share is
/// kept once, and what they have of their own stands in one text.
#[derive(Default)]
pub(super) struct Rows {
    /// The path, and the document's id inside a corpus.
    place: String,
    kinds: Vec<&'static str>,
    all: Vec<Row>,
    /// Words, value and what it was compared with of each row.
    text: String,
    /// The widest cell of each column, in code points.
    widths: [usize; COLUMNS],
}

struct Row {
    line: u32,
    column: u32,
    /// How many bytes of the text the cells have.
    compared: u32,
    words: u8,
    value: u8,
    /// Which of the kinds.
    kind: u8,
}

impl Rows {
    /// Adds the row of a claim.
    pub(super) fn push(&mut self, record: &Record<'_>) {
        if self.all.is_empty() {
            self.place = place(record);
        }
        let kind = self.kinds.iter().position(|kind| *kind == record.kind).unwrap_or_else(|| {
            self.kinds.push(record.kind);
            self.kinds.len() - 1
        });
        let text = &mut self.text;
        let words = cell(text, |text| words(text, record.text));
        let value = cell(text, |text| value(text, record));
        let start = text.len();
        // A text takes all that is written to it.
        let _ = compared(text, record);
        let compared = text.get(start..).unwrap_or_default();
        let place = place_wide(width(&self.place), record.line, record.column);
        let wide = [place, width(record.kind), words.1, value.1, width(compared)];
        for (widest, wide) in self.widths.iter_mut().zip(wide) {
            *widest = wide.max(*widest);
        }
        self.all.push(Row {
            line: record.line,
            column: record.column,
            compared: u32::try_from(compared.len()).unwrap_or(u32::MAX),
            words: words.0,
            value: value.0,
            kind: u8::try_from(kind).unwrap_or(u8::MAX),
        });
    }
}

/// Writes the rows of a file, which are those of its documents.
pub(super) fn write(documents: &[Rows], out: &mut dyn Write) -> io::Result<()> {
    /// So many bytes are written at once.
    const AT_ONCE: usize = 1 << 16;
    let mut widths = [0; COLUMNS];
    for rows in documents {
        widths.iter_mut().zip(rows.widths).for_each(|(widest, wide)| *widest = wide.max(*widest));
    }
    let mut lines = String::with_capacity(AT_ONCE + AT_ONCE / 8);
    for Rows { place, kinds, all, text, .. } in documents {
        let (source, mut rest) = (width(place), text.as_str());
        for row in all {
            let _ = write!(lines, "{place}:{}:{}", row.line, row.column);
            // Blanks are written in front of the next cell that has something, so that none end a line.
            let mut blanks = widths[0] - place_wide(source, row.line, row.column) + 2;
            let kind = kinds.get(usize::from(row.kind)).copied().unwrap_or_default();
            let (words, behind) = rest.split_at(usize::from(row.words));
            let (value, behind) = behind.split_at(usize::from(row.value));
            let (compared, behind) = behind.split_at(row.compared as usize);
            rest = behind;
            for (cell, widest) in [kind, words, value, compared].into_iter().zip(&widths[1..]) {
                if !cell.is_empty() {
                    blank(&mut lines, blanks);
                    lines.push_str(cell);
                    blanks = 0;
                }
                blanks += widest - width(cell) + 2;
            }
            lines.push('\n');
            if lines.len() >= AT_ONCE {
                out.write_all(lines.as_bytes())?;
                lines.clear();
            }
        }
    }
    out.write_all(lines.as_bytes())
}

/// Writes a cell and cuts it to the widest that it may be; how many bytes and code points it has.
fn cell(text: &mut String, write: impl FnOnce(&mut String) -> std::fmt::Result) -> (u8, usize) {
    let start = text.len();
    // A text takes all that is written to it.
    let _ = write(text);
    cut(text, start);
    let cell = text.get(start..).unwrap_or_default();
    // No code point has more than four bytes, and so many are fewer than a byte counts.
    (u8::try_from(cell.len()).unwrap_or(u8::MAX), width(cell))
}

/// How wide a place is behind a path that is so wide: two colons, line and column.
fn place_wide(path: usize, line: u32, column: u32) -> usize {
    path + 2 + digits(line) + digits(column)
}

/// How many digits a number has.
fn digits(number: u32) -> usize {
    number.checked_ilog10().map_or(1, |more| more as usize + 1)
}

fn width(cell: &str) -> usize {
    cell.chars().count()
}

fn blank(line: &mut String, mut blanks: usize) {
    const SOME: &str = "                                                                ";
    while blanks > 0 {
        let now = blanks.min(SOME.len());
        line.push_str(SOME.get(..now).unwrap_or(SOME));
        blanks -= now;
    }
}

fn place(record: &Record<'_>) -> String {
    record.doc.map_or_else(|| record.path.to_owned(), |doc| format!("{}#{doc}", record.path))
}

/// The words of a claim on one line.
fn words(text: &mut String, words: &str) -> std::fmt::Result {
    if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.write_str(words);
    }
    text.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
    Ok(())
}

fn value(text: &mut String, record: &Record<'_>) -> std::fmt::Result {
    if let Some(hedge) = record.hedge {
        text.push_str(hedge);
        text.push(' ');
    }
    write!(text, "{}", record.value)
}

fn compared(text: &mut String, record: &Record<'_>) -> std::fmt::Result {
    let mut between = "";
    for compared in &record.compared {
        write!(text, "{between}{} {}", compared.verdict, compared.rule)?;
        between = ", ";
    }
    Ok(())
}

/// Cuts the cell that begins at `start` to the widest that it may be.
fn cut(text: &mut String, start: usize) {
    if text.len() - start <= WIDEST {
        return;
    }
    let mut last = text.get(start..).unwrap_or_default().char_indices().skip(WIDEST - 1);
    if let (Some((at, _)), Some(_)) = (last.next(), last.next()) {
        text.truncate(start + at);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use factlint::pipeline::Linter;
    use factlint::source::Source;

    use super::*;

    #[test]
    fn columns_are_as_wide_as_the_widest_cell_of_all_documents() {
        let linter = Linter::shipped();
        let rows = |path: &str, text: &str| {
            let reading = linter.read(&Source::new(path, text));
            let mut rows = Rows::default();
            linter.records(&reading).for_each(|record| rows.push(&record));
            rows
        };
        let documents =
            [rows("é.md", "They met 193\u{a0}members."), rows("other.md", "On Tuesday, 3 April 2020.")];
        let mut out = Vec::new();
        write(&documents, &mut out).expect("a vector takes all");
        let expected = "\
é.md:1:10     number  193                    193
other.md:1:4  date    Tuesday, 3 April 2020  2020-04-03  contradicts weekday-mismatch
";
        assert_eq!(expected, String::from_utf8_lossy(&out));
    }

    #[test]
    fn a_long_cell_is_cut_and_stays_on_one_line() {
        let mut text = "in front".to_owned();
        let start = text.len();
        words(&mut text, &format!("é\n{}", "x".repeat(WIDEST))).expect("a text takes all");
        cut(&mut text, start);
        assert_eq!(format!("in fronté {}…", "x".repeat(WIDEST - 3)), text);
        text.truncate(start);
        text.push_str(&"é".repeat(WIDEST));
        cut(&mut text, start);
        assert_eq!(format!("in front{}", "é".repeat(WIDEST)), text);
    }
}
