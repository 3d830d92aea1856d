//! A table as a fact file that names it: the first column is the subject, each column of values a fact.

use std::fmt::Write as _;

use super::{Importer, comment, list, nothing, quoted, slug};
use crate::claims::read_value;
use crate::error::Error;
use crate::facts::is::grouped;
use crate::facts::table::{Row, Table};
use crate::facts::when;
use crate::language::Language;
use crate::source::Source;

pub(super) const IMPORTER: Importer =
    Importer { name: "csv", description: "a CSV or TSV file with a header", import };

/// So many rows tell what is in a column.
const LOOKED_AT: usize = 200;

/// Columns that are no facts by their names.
const NAMES: [&str; 4] = ["alias", "aliases", "names", "also known as"];

fn import(source: &Source, language: &Language) -> Result<String, Error> {
    let table = Table::read(source.clone())
        .map_err(|message| Error::Usage { message: format!("{} {message}", source.path()) })?;
    let columns: Vec<String> = table.columns().iter().map(|name| (*name).to_owned()).collect();
    let rows: Vec<Row<'_>> = table.rows().filter_map(Result::ok).take(LOOKED_AT).collect();
    let name = source.path().rsplit(['/', '\\']).next().unwrap_or_default();
    let mut out = String::new();
    comment(&mut out, &format!("From {name}, which is to stand beside this file. Look over cues and units."));
    let _ = writeln!(out, "table: {}", quoted(name));
    let _ = writeln!(out, "subject: {}", quoted(&format!("{{{}}}", columns[0])));
    let is =
        |number: usize, names: &[&str]| names.iter().any(|name| columns[number].eq_ignore_ascii_case(name));
    let find = |names: &[&str]| (1..columns.len()).find(|number| is(*number, names));
    if let Some(number) = find(&NAMES) {
        let _ = writeln!(out, "names: [{}]", quoted(&format!("{{{}}}", columns[number])));
        let cells = || rows.iter().map(|row| &row.cells[number].text);
        let separator = [";", "|"].into_iter().find(|mark| cells().any(|cell| cell.contains(mark)));
        let _ = writeln!(out, "separator: {}", quoted(separator.unwrap_or(";")));
    }
    let year = find(&["year", "date"])
        .filter(|number| most(&rows, *number, |cell| when::days(cell, language).is_some()));
    let from_column = find(&["source"]).map(|number| format!("{{{}}}", columns[number]));
    let said = from_column.unwrap_or_else(|| name.to_owned());
    let mut facts = 0;
    let mut left_out = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    out.push_str("facts:\n");
    for (number, column) in columns.iter().enumerate().skip(1) {
        if is(number, &NAMES) || is(number, &["source"]) || Some(number) == year || column.is_empty() {
            continue;
        }
        let twice = columns.iter().filter(|other| *other == column).count() > 1;
        let Some((label, unit)) = unit_of(&rows, number, column, language).filter(|_| !twice) else {
            left_out.push(column.as_str());
            continue;
        };
        let mut id = slug(&label);
        if ids.contains(&id) {
            let _ = write!(id, "-{number}");
        }
        facts += 1;
        let words = label.replace(['_', '-'], " ").to_lowercase();
        let _ = writeln!(out, "  - id: {}\n    cues: {}", quoted(&id), list([words.as_str()]));
        let _ = writeln!(out, "    is: {}", quoted(format!("{{{column}}} {unit}").trim_end()));
        if let Some(year) = year {
            let when = quoted(&format!("{{{}}}", columns[year]));
            let _ = writeln!(out, "    from: {when}\n    until: {when}");
        }
        let _ = writeln!(out, "    source: {}", quoted(&said));
        ids.push(id);
    }
    if facts == 0 {
        return Err(nothing(source, "column of values"));
    }
    for column in left_out {
        comment(&mut out, &format!("left out, since its cells are no values: {column}"));
    }
    Ok(out)
}

/// Whether most cells of a column fit; the loader tells of the others.
fn most(rows: &[Row<'_>], number: usize, fits: impl Fn(&str) -> bool) -> bool {
    let cells = || rows.iter().map(|row| &*row.cells[number].text).filter(|cell| !cell.is_empty());
    2 * cells().filter(|cell| fits(cell)).count() > cells().count()
}

/// A column's name without its unit, and the unit that the values have: “Height (m)”.
fn unit_of(rows: &[Row<'_>], number: usize, column: &str, language: &Language) -> Option<(String, String)> {
    let with = |unit: &str| {
        most(rows, number, |cell| {
            let text = grouped(format!("{cell} {unit}").trim_end(), language.group, 5);
            read_value(language, &text).is_some()
        })
    };
    let bracketed = column.strip_suffix(')').and_then(|rest| rest.split_once('('));
    if let Some((label, unit)) = bracketed
        && with(unit.trim())
    {
        return Some((label.trim().to_owned(), unit.trim().to_owned()));
    }
    with("").then(|| (column.to_owned(), String::new()))
}
