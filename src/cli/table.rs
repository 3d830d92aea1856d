//! The claims of a file as a table, with columns as wide as their widest cell.

use std::fmt::Write as _;
use std::io::{self, Write};

use factlint::explain::Record;

/// Place, kind, words, value, what it was compared with.
const COLUMNS: usize = 5;

/// Widest column of words and values; longer ones are cut.
const WIDEST: usize = 40;

/// The rows of a document. A file can have a million claims: all cells stand in one text.
#[derive(Default)]
pub(super) struct Rows {
    text: String,
    /// Where each cell of a row ends in the text, as each begins where the one before ends.
    ends: Vec<[usize; COLUMNS]>,
    /// The widest cell of each column, in code points.
    widths: [usize; COLUMNS],
}

impl Rows {
    /// Adds the row of a claim.
    pub(super) fn push(&mut self, record: &Record<'_>) {
        let mut ends = [0; COLUMNS];
        let mut start = self.text.len();
        for (column, end) in ends.iter_mut().enumerate() {
            let text = &mut self.text;
            // A text takes all that is written to it.
            let _ = match column {
                0 => place(text, record),
                1 => text.write_str(record.kind),
                2 => words(text, record.text),
                3 => value(text, record),
                _ => compared(text, record),
            };
            if matches!(column, 2 | 3) {
                cut(text, start);
            }
            let wide = text.get(start..).map_or(0, width);
            self.widths[column] = self.widths[column].max(wide);
            start = text.len();
            *end = start;
        }
        self.ends.push(ends);
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
    for rows in documents {
        let mut start = 0;
        for ends in &rows.ends {
            // Blanks are written in front of the next cell that has something, so that none end a line.
            let mut blanks = 0;
            for (end, widest) in ends.iter().zip(widths) {
                let cell = rows.text.get(start..*end).unwrap_or_default();
                start = *end;
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

fn place(text: &mut String, record: &Record<'_>) -> std::fmt::Result {
    text.push_str(record.path);
    if let Some(doc) = record.doc {
        text.push('#');
        text.push_str(doc);
    }
    write!(text, ":{}:{}", record.line, record.column)
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
