//! Cells of tables: what a row is about stands in its first cell, what a column measures in its header.

use std::ops::Range;

use crate::claims::Claim;
use crate::document::{Block, BlockKind};
use crate::value::Days;

use super::time;

/// The cells of the table that is being read which say what its others mean.
#[derive(Debug, Default)]
pub(super) struct Table {
    number: Option<u32>,
    row: u32,
    /// Headers, in the order of their columns.
    headers: Vec<(u32, Cell)>,
    /// The first cell of the row.
    label: Option<Cell>,
}

#[derive(Debug, Clone)]
struct Cell {
    text: String,
    days: Option<Days>,
}

/// What the table says in front of a cell.
#[derive(Debug, Default)]
pub(super) struct Label {
    /// “Kenya, Population: ”.
    pub(super) text: String,
    /// The days that the header or the row speaks of.
    pub(super) days: Option<Days>,
}

/// A cell with more words is prose.
const LONGEST: usize = 60;

impl Table {
    /// Notes a cell; what stands for it in its row and column, if it is one that has a value.
    pub(super) fn enter(&mut self, block: &Block, claims: &[Claim]) -> Option<Label> {
        let BlockKind::TableCell { table, row, column } = block.kind else { return None };
        if self.number != Some(table) {
            *self = Self { number: Some(table), row, ..Self::default() };
        }
        if self.row != row {
            (self.row, self.label) = (row, None);
        }
        let days = claims.iter().filter(|claim| time::is_date(claim)).find_map(time::days_of);
        // A text would be read again for each cell that it stands in front of.
        if block.text.len() > LONGEST {
            return None;
        }
        if row == 0 || column == 0 {
            let own = Cell { text: block.text.to_string(), days };
            if row == 0 {
                self.headers.push((column, own));
            } else {
                self.label = Some(own);
            }
            return None;
        }
        let header = self.headers.binary_search_by_key(&column, |(at, _)| *at).ok();
        let header = header.map(|at| &self.headers[at].1);
        let parts: Vec<&Cell> = [self.label.as_ref(), header].into_iter().flatten().collect();
        let texts: Vec<&str> = parts.iter().map(|cell| cell.text.as_str()).collect();
        let days = parts.iter().rev().find_map(|cell| cell.days.clone());
        Some(Label { text: format!("{}: ", texts.join(", ")), days })
    }
}

/// The claims of a block.
pub(super) fn claims_of(claims: &[Claim], first: usize, block: u32) -> Range<usize> {
    let count = claims[first..].iter().take_while(|claim| claim.block == block).count();
    first..first + count
}
