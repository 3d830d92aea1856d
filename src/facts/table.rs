//! A table: CSV or TSV with a header, read cell by cell, so that every cell knows its bytes in the file.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::source::Source;
use crate::span::Span;

/// No spreadsheet has more columns; a wider file is no table.
const MOST_COLUMNS: usize = 16_384;

/// A table whose header has been read.
#[derive(Debug)]
pub(super) struct Table {
    /// The file.
    pub(super) source: Source,
    /// The names of the columns.
    columns: Vec<String>,
    delimiter: u8,
    /// Where the rows begin.
    body: usize,
}

/// A row: as many cells as the table has columns.
#[derive(Debug)]
pub(super) struct Row<'t> {
    /// The table's file.
    pub(super) source: &'t Source,
    /// The cells, in the order of the columns.
    pub(super) cells: Vec<Cell<'t>>,
}

/// A cell.
#[derive(Debug, Clone)]
pub(super) struct Cell<'t> {
    /// What it says, without quotation marks and without white space around it.
    pub(super) text: Cow<'t, str>,
    /// Where that stands.
    pub(super) span: Span,
}

/// A row that cannot be used: where, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadRow {
    /// The row's first cell.
    pub(super) span: Span,
    /// What is wrong.
    pub(super) message: String,
}

impl Table {
    /// Reads the header. The ending of the path says what stands between cells.
    ///
    /// # Errors
    /// What is wrong with the table as a whole, in words that follow its path.
    pub(super) fn read(source: Source) -> Result<Self, String> {
        let delimiter = delimiter(&source);
        let begin = if source.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut cells = Cells::new(source.text(), begin, delimiter);
        let mut columns = Vec::new();
        while let Some((cell, last)) = cells.next() {
            if columns.len() == MOST_COLUMNS {
                return Err(format!("has more than {MOST_COLUMNS} columns, which no table has"));
            }
            columns.push(cell.text.into_owned());
            if last {
                break;
            }
        }
        let body = cells.at;
        if columns.is_empty() {
            return Err("is empty; its first row names the columns".into());
        }
        Ok(Self { source, columns, delimiter, body })
    }

    /// The names of the columns.
    pub(super) fn columns(&self) -> Vec<&str> {
        self.columns.iter().map(String::as_str).collect()
    }

    /// The columns of a name, by their number from 0.
    pub(super) fn named<'n>(&'n self, name: &'n str) -> impl Iterator<Item = usize> + 'n {
        self.columns.iter().enumerate().filter(move |(_, column)| *column == name).map(|(number, _)| number)
    }

    /// The rows below the header; those without any text are passed over.
    pub(super) fn rows(&self) -> impl Iterator<Item = Result<Row<'_>, BadRow>> {
        let mut cells = Cells::new(self.source.text(), self.body, self.delimiter);
        std::iter::from_fn(move || self.row(&mut cells))
            .filter(|row| !matches!(row, Ok(row) if row.cells.iter().all(|cell| cell.text.is_empty())))
    }

    fn row<'t>(&'t self, cells: &mut Cells<'t>) -> Option<Result<Row<'t>, BadRow>> {
        let mut row: Vec<Cell<'t>> = Vec::with_capacity(self.columns.len());
        let (mut count, mut filled) = (0_usize, 0_usize);
        let mut first = None;
        while let Some((cell, last)) = cells.next() {
            first = first.or(Some(cell.span));
            count += 1;
            if !cell.text.is_empty() {
                filled = count;
            }
            // What is wider than the header is counted, and not kept.
            if count <= self.columns.len() {
                row.push(cell);
            }
            if last {
                break;
            }
        }
        let span = first?;
        let bad = |message| Some(Err(BadRow { span, message }));
        if cells.unclosed {
            return bad(
                "a quotation mark opens here and never closes; the rest of the table is not read".into()
            );
        }
        let columns = self.columns.len();
        if filled > columns || count < columns && filled > 0 {
            let cells = if count == 1 { "1 cell".into() } else { format!("{count} cells") };
            return bad(format!("this row has {cells}, the header has {columns}"));
        }
        row.resize(columns, Cell { text: Cow::Borrowed(""), span });
        Some(Ok(Row { source: &self.source, cells: row }))
    }
}

/// Tabulators in `.tsv` and `.tab`; else commas, or semicolons where spreadsheets write those.
fn delimiter(source: &Source) -> u8 {
    let ending = source.path().rsplit('.').next().unwrap_or_default();
    if ["tsv", "tab"].iter().any(|tabbed| ending.eq_ignore_ascii_case(tabbed)) {
        return b'\t';
    }
    let header = source.text().lines().next().unwrap_or_default();
    if header.contains(';') && !header.contains(',') { b';' } else { b',' }
}

/// The cells of a text, one after another.
struct Cells<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    reader: Reader,
    /// What a cell says, while it is read.
    out: Vec<u8>,
    /// Whether the text ended within quotation marks.
    unclosed: bool,
}

impl<'t> Cells<'t> {
    fn new(text: &'t str, at: usize, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { text, at, delimiter, reader, out: vec![0; 256], unclosed: false }
    }

    /// The next cell, and whether it is the last of its row.
    fn next(&mut self) -> Option<(Cell<'t>, bool)> {
        let bytes = self.text.as_bytes();
        let begin = self.at;
        let mut written = 0;
        let last = loop {
            let (result, read, wrote) =
                self.reader.read_field(bytes.get(self.at..).unwrap_or_default(), &mut self.out[written..]);
            self.at += read;
            written += wrote;
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadFieldResult::Field { record_end } => break record_end,
                ReadFieldResult::End => return None,
            }
        };
        let raw = self.raw(begin);
        let quoted = bytes.get(raw.start as usize) == Some(&b'"');
        if !quoted {
            return Some((self.cell(raw), last));
        }
        let marks = self.text.get(raw.range()).map_or(0, |raw| raw.matches('"').count());
        self.unclosed |= self.at == bytes.len() && marks % 2 == 1;
        let said = String::from_utf8_lossy(&self.out[..written]);
        let inner = Span::new(raw.start + 1, if raw.len() >= 2 { raw.end - 1 } else { raw.end });
        let mut cell = self.cell(inner);
        if cell.text != said.trim() {
            cell.text = Cow::Owned(said.trim().to_owned());
        }
        Some((cell, last))
    }

    /// The bytes of a cell: what was read without the line break before it and the mark behind it.
    fn raw(&self, begin: usize) -> Span {
        let read = self.text.get(begin..self.at).unwrap_or_default();
        let start = begin + (read.len() - read.trim_start_matches(['\r', '\n']).len());
        let end = [self.delimiter, b'\r', b'\n']
            .iter()
            .find_map(|mark| read.as_bytes().strip_suffix(&[*mark]))
            .map_or(self.at, |rest| begin + rest.len());
        Span::of(&(start..end.max(start)))
    }

    fn cell(&self, span: Span) -> Cell<'t> {
        let raw = self.text.get(span.range()).unwrap_or_default();
        let blank = raw.len() - raw.trim_start().len();
        let text = raw.trim();
        let start = span.start as usize + if text.is_empty() { 0 } else { blank };
        Cell { text: Cow::Borrowed(text), span: Span::of(&(start..start + text.len())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(path: &str, text: &str) -> Table {
        Table::read(Source::new(path, text)).expect(text)
    }

    /// Each cell with the bytes that its span marks.
    fn cells(path: &str, text: &str) -> Vec<Vec<(String, String)>> {
        let table = table(path, text);
        let rows = table.rows().map(|row| {
            let row = row.expect(text);
            row.cells.iter().map(|cell| (cell.text.to_string(), text[cell.span.range()].to_owned())).collect()
        });
        rows.collect()
    }

    #[test]
    fn cells_know_what_they_say_and_where() {
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        for (expected, path, text) in [
            (vec![pair("1", "1"), pair("x y", "x y")], "t.csv", "a,b\n1, x y \n"),
            (vec![pair("1", "1"), pair("x", "x")], "t.csv", "\u{feff}a,b\r\n\r\n1,x\r\n"),
            (vec![pair("1", "1"), pair("x,y", "x,y")], "t.csv", "a,b\n1,\"x,y\""),
            (vec![pair("1", "1"), pair("x\"y", "x\"\"y")], "t.csv", "a,b\n1,\" x\"\"y \"\n"),
            (vec![pair("1\n2", "1\n2"), pair("", "")], "t.csv", "a,b\n\"1\n2\",\n"),
            (vec![pair("1,5", "1,5"), pair("é", "é")], "t.tsv", "a\tb\n1,5\té\n"),
            (vec![pair("1,5", "1,5"), pair("é", "é")], "t.csv", "a;b\n1,5;é\n"),
            (vec![pair("1", "1"), pair("2", "2")], "t.csv", "a,b\n,\n1,2,,\n"),
        ] {
            assert_eq!(vec![expected], cells(path, text), "{text:?}");
        }
        assert_eq!(2, cells("t.csv", "a\n1\n\n2").len());
    }

    #[test]
    fn bad_rows_do_not_stop_the_others() {
        let text = "a,b\n1\n1,2\n1,2,3\n3,\"4\n5,6\n";
        let table = table("t.csv", text);
        let told: Vec<String> = table
            .rows()
            .map(|row| match row {
                Ok(row) => row.cells.iter().map(|cell| cell.text.as_ref()).collect::<Vec<_>>().join("|"),
                Err(bad) => format!("{}: {}", bad.span.start, bad.message),
            })
            .collect();
        let expected = vec![
            "4: this row has 1 cell, the header has 2",
            "1|2",
            "10: this row has 3 cells, the header has 2",
            "16: a quotation mark opens here and never closes; the rest of the table is not read",
        ];
        assert_eq!(expected, told);
    }

    #[test]
    fn texts_that_are_no_table() {
        let told = |text: &str| Table::read(Source::new("t.csv", text)).map(|_| ()).expect_err("no table");
        assert_eq!("is empty; its first row names the columns", told(""));
        assert_eq!("is empty; its first row names the columns", told("\u{feff}\n\n"));
        assert_eq!("has more than 16384 columns, which no table has", told(&"a,".repeat(1_000_000)));
    }
}
