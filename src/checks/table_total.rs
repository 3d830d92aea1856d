//! A row or column of totals in a table that is not the sum of the others.
//!
//! Which figures are to be added is not written in a table, so the table itself must show it: a total is
//! held against the sum only where it is no mean of the figures and near their sum, and a column of totals
//! only where most of its rows are sums.

use std::collections::BTreeMap;

use super::figure::{Side, extent_of};
use super::{Article, Check, Run, Said, slip};
use crate::claims::Claim;
use crate::document::BlockKind;
use crate::language::{Cue, Meaning, Told};
use crate::value::{Bound, Interval, Measure, Number, amount_in_words};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "table-total",
    file: ("rules/checks/table-total.yaml", include_str!("../../rules/checks/table-total.yaml")),
    run: Run::Document(run),
};

fn run(article: &Article<'_>) -> Vec<Said> {
    let mut tables: BTreeMap<u32, Table<'_>> = BTreeMap::new();
    for (index, block) in (0_u32..).zip(&article.document.blocks) {
        if let BlockKind::TableCell { table, row, column } = block.kind {
            let claims = article.claims_in(index..index + 1);
            let cell = Cell { text: &block.text, amount: amount(article, &block.text, claims) };
            tables.entry(table).or_default().add(row as usize, column as usize, cell);
        }
    }
    tables.values().flat_map(|table| table.look(article)).collect()
}

/// The amount that a cell is; `None` for words, dates, ranges, and for more than one amount.
fn amount(article: &Article<'_>, text: &str, claims: std::ops::Range<usize>) -> Option<Side> {
    let [claim] = &article.claims[claims.clone()] else { return None };
    let whole = claim.span.len() as usize + 2 >= text.trim().len();
    let side = Side::of(article, claims.start)?;
    let sums =
        matches!(side.measure, Measure::Count | Measure::Money(_) | Measure::Unit(_) | Measure::Percent);
    (whole && sums && !side.value.is_negative() && claim.kind.is_amount()).then_some(side)
}

struct Cell<'a> {
    text: &'a str,
    amount: Option<Side>,
}

impl Cell<'_> {
    /// A dash or nothing stands for none.
    fn is_blank(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }

    /// “Average”, “Percent”, “of which”: what cannot be added up.
    fn is_unsummed(&self, article: &Article<'_>) -> bool {
        const LONG: usize = 200;
        self.text.len() > LONG || article.tells(self.text, Told::Unsummed) || self.text.contains(['%', '‰'])
    }

    fn is_total(&self, article: &Article<'_>) -> bool {
        let mut words = self.text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let no_digits = !self.text.contains(|c: char| c.is_ascii_digit());
        no_digits
            && words.clone().count() <= 3
            && words.any(|word| article.language.lexicon.has(word, &Meaning::Cue(Cue::Total)))
    }
}

/// The cells of a table, by row and column; row 0 is the header.
#[derive(Default)]
struct Table<'a> {
    rows: Vec<Vec<Option<Cell<'a>>>>,
}

/// More rows than this are data for machines.
const MANY: usize = 10_000;

impl<'a> Table<'a> {
    fn add(&mut self, row: usize, column: usize, cell: Cell<'a>) {
        if row >= MANY || column >= MANY {
            return;
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, || None);
        }
        cells[column] = Some(cell);
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell<'a>> {
        self.rows.get(row)?.get(column)?.as_ref()
    }

    fn look(&self, article: &Article<'_>) -> Vec<Said> {
        let mut found = self.total_row(article);
        found.extend(self.total_column(article));
        found
    }

    /// The cell that says what a row is.
    fn label(&self, row: usize) -> Option<&Cell<'a>> {
        (0..2).find_map(|column| self.cell(row, column).filter(|cell| !cell.is_blank()))
    }

    /// Whether a row is no part of a sum by its label: “of which islands”, “Discount”, “– city”.
    fn is_unsummed_row(&self, article: &Article<'_>, row: usize) -> bool {
        self.label(row).is_some_and(|cell| {
            let inset = cell.text.trim_start().starts_with(['-', '–', '—', '•', '·', '*', '(']);
            inset || cell.is_unsummed(article)
        })
    }

    /// The last row, if it is called a total and no other is.
    fn total_row(&self, article: &Article<'_>) -> Vec<Said> {
        let is_total = |row: usize| self.label(row).is_some_and(|cell| cell.is_total(article));
        let mut totals = (1..self.rows.len()).filter(|&row| is_total(row));
        let (Some(last), None) = (totals.next(), totals.next()) else { return Vec::new() };
        if last + 1 != self.rows.len() || last < 3 {
            return Vec::new();
        }
        if (1..=last).any(|row| self.is_unsummed_row(article, row)) {
            return Vec::new();
        }
        let hundred = Number::from(100);
        let columns = 1..self.rows[last].len();
        columns
            .filter_map(|column| {
                let total = self.cell(last, column)?.amount.as_ref()?;
                let unsummed = self.cell(0, column).is_some_and(|header| header.is_unsummed(article));
                // Shares are added up to a hundred, other rates are not added.
                if unsummed && total.value != hundred {
                    return None;
                }
                let parts = parts((1..last).map(|row| self.cell(row, column)))?;
                judge(article, total, &parts)
            })
            .collect()
    }

    /// A last column that is called a total, in rows of which most are sums.
    fn total_column(&self, article: &Article<'_>) -> Vec<Said> {
        let Some(header) = self.rows.first() else { return Vec::new() };
        let Some(last) = header.len().checked_sub(1) else { return Vec::new() };
        if last < 3 || !self.cell(0, last).is_some_and(|cell| cell.is_total(article)) {
            return Vec::new();
        }
        // What stands in front of the last column of names is no part: a rank, a year.
        let is_name = |column: &usize| {
            (1..self.rows.len()).any(|row| {
                self.cell(row, *column).is_some_and(|cell| cell.amount.is_none() && !cell.is_blank())
            })
        };
        let Some(names) = (0..last).rev().find(is_name) else { return Vec::new() };
        let mut headers = (names + 1..=last).filter_map(|column| self.cell(0, column));
        if last < names + 3 || headers.any(|header| header.is_unsummed(article)) {
            return Vec::new();
        }
        let rows = 1..self.rows.len();
        let judged: Vec<Said> = rows
            .filter_map(|row| {
                let total = self.cell(row, last)?.amount.as_ref()?;
                if self.is_unsummed_row(article, row) {
                    return None;
                }
                let parts = parts((names + 1..last).map(|column| self.cell(row, column)))?;
                judge(article, total, &parts)
            })
            .collect();
        let wrong = judged.iter().filter(|said| said.outcome == Outcome::Contradicts).count();
        if wrong > 0 && judged.len() < 3 * wrong { Vec::new() } else { judged }
    }
}

/// The amounts of some cells; `None` if there are words among them.
fn parts<'t>(cells: impl Iterator<Item = Option<&'t Cell<'t>>>) -> Option<Vec<&'t Side>> {
    let mut parts = Vec::new();
    for cell in cells.flatten() {
        match &cell.amount {
            Some(side) => parts.push(side),
            None if cell.is_blank() => {}
            None => return None,
        }
    }
    let like = parts.windows(2).all(|pair| same_unit(pair[0], pair[1]));
    (parts.len() >= 2 && like).then_some(parts)
}

fn same_unit(one: &Side, other: &Side) -> bool {
    match (&one.measure, &other.measure) {
        (Measure::Unit(unit), Measure::Unit(own)) => unit.name == own.name,
        _ => one.is_like(other),
    }
}

/// What an amount in a table may mean: figures with no digits behind the point are counted, not rounded.
fn extent(claim: &Claim, side: &Side) -> Interval<Number> {
    if claim.hedge.is_none() && side.value.is_integer() && side.value < Number::from(100_000) {
        let half = if side.measure == Measure::Count { Number::zero() } else { Number::half() };
        return Interval::between(&side.value - &half, &side.value + &half);
    }
    extent_of(claim).cloned().unwrap_or_else(|| Interval::exactly(side.value.clone()))
}

/// Whether the total is exact without some figures, or with one taken off: a row that is part of another, a subtotal,
/// a discount. Shares that are more than a hundred by far are those of several answers.
fn leaves_out(parts: &[&Side], sum: &Number, total: &Side) -> bool {
    let excess = sum - &total.value;
    if excess.is_negative() {
        return false;
    }
    let several = total.measure == Measure::Percent && &excess * &Number::from(20) > total.value;
    let halved = &excess * &Number::half();
    let taken_off = parts.iter().any(|part| part.value == halved);
    // Figures in a row that come to the excess; none is below zero.
    let (mut first, mut run) = (0, Number::zero());
    let left_out = parts.iter().any(|part| {
        run = &run + &part.value;
        while run > excess && first < parts.len() {
            run = &run - &parts[first].value;
            first += 1;
        }
        run == excess
    });
    several || taken_off || left_out
}

fn judge(article: &Article<'_>, total: &Side, parts: &[&Side]) -> Option<Said> {
    if !same_unit(total, parts.first()?) {
        return None;
    }
    let percent = total.measure == Measure::Percent;
    if percent && total.value != Number::from(100) {
        return None;
    }
    let mut sum = Interval::exactly(Number::zero());
    let mut value = Number::zero();
    for part in parts {
        let own = extent(&article.claims[part.claim], part);
        let add = |sum: &Bound<Number>, end: &Bound<Number>| match (sum.value(), end.value()) {
            (Some(sum), Some(end)) => Bound::Included(sum + end),
            _ => Bound::Open,
        };
        sum = Interval { lo: add(&sum.lo, &own.lo), hi: add(&sum.hi, &own.hi) };
        value = &value + &part.value;
    }
    let agrees = sum.meets(&super::figure::closed(&extent(&article.claims[total.claim], total)));
    // A mean of the column lies among its figures; a sum of some lies far from theirs.
    let greatest = parts.iter().map(|part| &part.value).max()?;
    let near = (&value - &total.value).abs() <= &total.value * &Number::ratio(1, 4);
    if !agrees && (!near || total.value <= *greatest || value.is_zero() || leaves_out(parts, &value, total)) {
        return None;
    }
    let claim = &article.claims[total.claim];
    let said = article.said(claim);
    // As the total is written, with its unit and scale.
    let is = article.exactly(claim, &value).unwrap_or_else(|| amount_in_words(&value));
    let message = if agrees {
        format!("the figures add up to {said}")
    } else {
        format!("the text says {said} in all, but the figures add up to {is}")
    };
    let text = article.rewritten(claim, &value).filter(|text| !agrees && text != article.text_of(claim));
    let corrections = text.map(|text| {
        let offer = format!("write “{text}” if the other figures are right");
        (claim.span, text, offer)
    });
    let slip = || {
        let claims = parts.iter().map(|part| part.claim).chain([total.claim]);
        slip::hint(article, claims, |place, other| match parts.iter().find(|part| part.claim == place) {
            Some(part) => other - &part.value == &total.value - &value,
            None => *other == value,
        })
    };
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(value.to_string()),
        message,
        labels: vec![(claim.span, format!("the figures add up to {is}"))],
        notes: (!agrees).then(slip).flatten().into_iter().collect(),
        corrections: corrections.into_iter().collect(),
        ..Finding::default()
    };
    let outcome = if agrees { Outcome::Agrees } else { Outcome::Contradicts };
    Some(Said { claim: total.claim, outcome, finding })
}
