//! Texts with `{column}` in them, which each row of a table fills.

use std::borrow::Cow;

use super::part::Part;
use super::table::{Row, Table};
use crate::yaml::Problems;

/// A text of the fact file, as each row of a table says it.
#[derive(Debug, Clone)]
pub(super) struct Template<'a> {
    own: Part<'a>,
    /// What it is put together from; nothing if it is the same for all rows.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    /// A column, by its number from 0.
    Column(usize),
}

impl<'a> Template<'a> {
    /// Reads a text; without a table braces are braces. `None` if a column is wrong, which is said.
    pub(super) fn read(own: Part<'a>, table: Option<&Table>, problems: &mut Problems<'_>) -> Option<Self> {
        let Some(table) = table.filter(|_| own.text.contains('{')) else {
            return Some(Self { own, pieces: Vec::new() });
        };
        let mut pieces = Vec::new();
        let mut sound = true;
        let mut at = 0;
        while let Some(open) = own.text[at..].find('{').map(|open| at + open) {
            let Some(close) = own.text[open..].find('}').map(|close| open + close) else {
                let span = own.within(open, own.text.len());
                problems.error_at(own.source, span, "a column's name begins here and has no `}` behind it");
                return None;
            };
            if open > at {
                pieces.push(Piece::Text(own.text[at..open].to_owned()));
            }
            let column = column(&own, (open + 1, close), table, problems);
            sound &= column.is_some();
            pieces.extend(column.map(Piece::Column));
            at = close + 1;
        }
        if at < own.text.len() {
            pieces.push(Piece::Text(own.text[at..].to_owned()));
        }
        sound.then_some(Self { own, pieces })
    }

    /// Whether rows differ in it.
    pub(super) fn varies(&self) -> bool {
        !self.pieces.is_empty()
    }

    /// The text for a row, at the place of its first cell; `None` if one of its cells is empty.
    pub(super) fn fill<'r>(&'r self, row: Option<&'r Row<'r>>) -> Option<Part<'r>> {
        let Some(row) = row.filter(|_| self.varies()) else {
            let text = Cow::Borrowed(self.own.text.as_ref());
            return Some(Part { text, source: self.own.source, span: self.own.span });
        };
        let mut text = Cow::Borrowed("");
        let mut span = None;
        for piece in &self.pieces {
            match piece {
                Piece::Text(piece) => text += piece.as_str(),
                Piece::Column(number) => {
                    let cell = row.cells.get(*number).filter(|cell| !cell.text.is_empty())?;
                    span = span.or(Some(cell.span));
                    text += cell.text.as_ref();
                }
            }
        }
        Some(Part { text, source: row.source, span: span.unwrap_or_default() })
    }

    /// The cell that a row would fill the text from, be it empty or not; the text's own place without one.
    pub(super) fn place<'r>(&'r self, row: Option<&'r Row<'r>>) -> Part<'r> {
        let first = self.pieces.iter().find_map(|piece| match piece {
            Piece::Column(number) => Some(*number),
            Piece::Text(_) => None,
        });
        match row.and_then(|row| Some((row.source, row.cells.get(first?)?))) {
            Some((source, cell)) => Part { text: Cow::Borrowed(&cell.text), source, span: cell.span },
            None => {
                Part { text: Cow::Borrowed(&self.own.text), source: self.own.source, span: self.own.span }
            }
        }
    }
}

fn column(
    own: &Part<'_>,
    (start, end): (usize, usize),
    table: &Table,
    problems: &mut Problems<'_>,
) -> Option<usize> {
    let name = own.text[start..end].trim();
    let span = own.within(start, end);
    let mut named = table.named(name);
    let Some(number) = named.next() else {
        problems.unknown(span, "column", name, &table.columns());
        return None;
    };
    if named.next().is_some() {
        let message = format!("{} has two columns `{name}`; rename one of them", table.source.path());
        problems.error_at(own.source, span, message);
        return None;
    }
    Some(number)
}
