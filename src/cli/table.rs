//! The claims of a file as a table, with columns as wide as their widest cell.

use std::io::{self, Write};

use factlint::explain::Record;
use factlint::value::write_whole;

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
    text: Vec<u8>,
    /// The widest cell of each column, in code points.
    widths: [usize; COLUMNS],
}

struct Row {
    line: u32,
    column: u32,
    /// How many bytes of the text what it was compared with has.
    compared: u32,
    words: Cell,
    value: Cell,
    /// Which of the kinds.
    kind: u8,
}

/// A cell that was cut: no code point has more than four bytes, and so many are fewer than a byte counts.
#[derive(Clone, Copy)]
struct Cell {
    /// How many bytes of the text it has.
    bytes: u8,
    /// How many code points.
    wide: u8,
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
        let place = place_wide(width(self.place.as_bytes()), record.line, record.column);
        let wide = [place, record.kind.len(), words.wide.into(), value.wide.into(), width(compared)];
        for (widest, wide) in self.widths.iter_mut().zip(wide) {
            *widest = wide.max(*widest);
        }
        self.all.push(Row {
            line: record.line,
            column: record.column,
            compared: u32::try_from(compared.len()).unwrap_or(u32::MAX),
            words,
            value,
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
    let mut lines = Vec::with_capacity(AT_ONCE + AT_ONCE / 8);
    for Rows { place, kinds, all, text, .. } in documents {
        let (place, mut rest) = (place.as_bytes(), &**text);
        let source = width(place);
        for row in all {
            lines.extend_from_slice(place);
            for number in [row.line, row.column] {
                lines.push(b':');
                // A text takes all that is written to it.
                let _ = write_whole(&mut lines, number.into());
            }
            // Blanks are written in front of the next cell that has something, so that none end a line.
            let mut blanks = widths[0] - place_wide(source, row.line, row.column) + 2;
            let kind = kinds.get(usize::from(row.kind)).copied().unwrap_or_default().as_bytes();
            let (words, behind) = rest.split_at(row.words.bytes.into());
            let (value, behind) = behind.split_at(row.value.bytes.into());
            let (compared, behind) = behind.split_at(row.compared as usize);
            rest = behind;
            let wide = [kind.len(), row.words.wide.into(), row.value.wide.into(), 0];
            for ((cell, wide), widest) in
                [kind, words, value, compared].into_iter().zip(wide).zip(&widths[1..])
            {
                if !cell.is_empty() {
                    blank(&mut lines, blanks);
                    lines.extend_from_slice(cell);
                    blanks = 0;
                }
                blanks += widest - wide + 2;
            }
            lines.push(b'\n');
            if lines.len() >= AT_ONCE {
                out.write_all(&lines)?;
                lines.clear();
            }
        }
    }
    out.write_all(&lines)
}

/// Writes a cell and cuts it to the widest that it may be.
fn cell(text: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) -> Cell {
    let start = text.len();
    write(text);
    cut(text, start);
    let cell = text.get(start..).unwrap_or_default();
    let short = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    Cell { bytes: short(cell.len()), wide: short(width(cell)) }
}

/// How wide a place is behind a path that is so wide: two colons, line and column.
fn place_wide(path: usize, line: u32, column: u32) -> usize {
    path + 2 + digits(line) + digits(column)
}

/// How many digits a number has.
fn digits(number: u32) -> usize {
    number.checked_ilog10().map_or(1, |more| more as usize + 1)
}

/// How many code points a cell has: one for each byte that one begins with.
fn width(cell: &[u8]) -> usize {
    // Nearly all cells are ASCII.
    if cell.is_ascii() { cell.len() } else { cell.iter().filter(|byte| begins(**byte)).count() }
}

/// Whether a code point begins with a byte of UTF-8.
const fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn blank(line: &mut Vec<u8>, blanks: usize) {
    line.resize(line.len() + blanks, b' ');
}

fn place(record: &Record<'_>) -> String {
    record.doc.map_or_else(|| record.path.to_owned(), |doc| format!("{}#{doc}", record.path))
}

/// The words of a claim on one line.
fn words(text: &mut Vec<u8>, words: &str) {
    if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.extend_from_slice(words.as_bytes());
    }
    let one_line: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.extend_from_slice(one_line.as_bytes());
}

fn value(text: &mut Vec<u8>, record: &Record<'_>) {
    if let Some(hedge) = record.hedge {
        text.extend_from_slice(hedge.as_bytes());
        text.push(b' ');
    }
    // A text takes all that is written to it.
    let _ = record.value.write_to(text);
}

fn compared(text: &mut Vec<u8>, record: &Record<'_>) -> io::Result<()> {
    let mut between = "";
    for compared in &record.compared {
        write!(text, "{between}{} {}", compared.verdict, compared.rule)?;
        between = ", ";
    }
    Ok(())
}

/// Cuts the cell that begins at `start` to the widest that it may be.
fn cut(text: &mut Vec<u8>, start: usize) {
    let cell = text.get(start..).unwrap_or_default();
    if cell.len() <= WIDEST {
        return;
    }
    let mut last = cell.iter().enumerate().filter(|(_, byte)| begins(**byte)).skip(WIDEST - 1);
    if let (Some((at, _)), Some(_)) = (last.next(), last.next()) {
        text.truncate(start + at);
        text.extend_from_slice("…".as_bytes());
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
        let mut text = b"in front".to_vec();
        let start = text.len();
        words(&mut text, &format!("é\n{}", "x".repeat(WIDEST)));
        cut(&mut text, start);
        assert_eq!(format!("in fronté {}…", "x".repeat(WIDEST - 3)), String::from_utf8_lossy(&text));
        text.truncate(start);
        text.extend_from_slice("é".repeat(WIDEST).as_bytes());
        cut(&mut text, start);
        assert_eq!(format!("in front{}", "é".repeat(WIDEST)), String::from_utf8_lossy(&text));
    }
}
