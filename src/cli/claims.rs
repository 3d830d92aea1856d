//! `factlint claims`: what was understood.

use std::io::{self, Write};

use factlint::error::Error;
use factlint::explain::Record;
use factlint::selection::Selection;

use super::Status;
use super::args::{ClaimsArgs, ClaimsFormat};
use super::terminal::Terminal;
use super::{check, files};

/// Prints every claim of every file.
pub(crate) fn run(args: &ClaimsArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let selection = Selection { select: args.rules.select.clone(), ignore: args.rules.ignore.clone() };
    let linter = super::linter(&args.facts, selection, terminal)?;
    check::known_rules(&args.rules, &linter)?;
    let files = files::collect(&args.input, terminal)?;
    let mut errors = files.errors.clone();
    // A table is as wide as a file's widest claim; lines need nothing of each other.
    let (tables, lines) = match args.format {
        ClaimsFormat::Table => {
            (check::each(&files, &args.input, |source| linter.claims(source))?, Vec::new())
        }
        ClaimsFormat::Jsonl => {
            (Vec::new(), check::each(&files, &args.input, |source| lines(&linter.claims(source)))?)
        }
    };
    terminal.to_stdout(|out| {
        for (records, _) in &tables {
            write_table(&records.concat(), out)?;
        }
        lines.iter().flat_map(|(texts, _)| texts).try_for_each(|text| out.write_all(text))
    })?;
    errors.extend(tables.into_iter().flat_map(|(_, wrong)| wrong));
    errors.extend(lines.into_iter().flat_map(|(_, wrong)| wrong));
    terminal.errors(&errors);
    Ok(if errors.is_empty() { Status::Clean } else { Status::Failed })
}

fn lines(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    for record in records {
        // A record is strings and numbers; there is nothing in it that JSON cannot hold.
        if serde_json::to_writer(&mut out, record).is_ok() {
            out.push(b'\n');
        }
    }
    out
}

/// Widest column of words and values; longer ones are cut.
const WIDEST: usize = 40;

fn write_table(records: &[Record], out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[String; 5]> = records.iter().map(row).collect();
    let mut widths = [0; 5];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn row(record: &Record) -> [String; 5] {
    let place = match &record.doc {
        Some(doc) => format!("{}#{doc}:{}:{}", record.path, record.line, record.column),
        None => format!("{}:{}:{}", record.path, record.line, record.column),
    };
    let value = match &record.value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Object(parts) => {
            let parts =
                parts.values().map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
            parts.filter(|part| part != "null").collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    };
    let hedge = record.hedge.map_or_else(String::new, |hedge| format!("{hedge} "));
    let compared: Vec<String> =
        record.compared.iter().map(|compared| format!("{} {}", compared.verdict, compared.rule)).collect();
    [
        place,
        record.kind.to_owned(),
        cut(&one_line(&record.text)),
        cut(&format!("{hedge}{value}")),
        compared.join(", "),
    ]
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST {
        return text.to_owned();
    }
    text.chars().take(WIDEST - 1).chain(['…']).collect()
}
