//! `factlint claims`: what was understood.

use std::io::{self, Write};
use std::sync::Arc;

use factlint::error::Error;
use factlint::explain::{Lines, Record};
use factlint::pipeline::{Linter, Reading};
use factlint::source::Source;

use super::Status;
use super::args::{ClaimsArgs, ClaimsFormat};
use super::configs::Configs;
use super::each::{Workers, each, each_in_turn};
use super::files;
use super::flags::Setup;
use super::setup::Setups;
use super::terminal::Terminal;

/// Prints every claim of every file.
pub(crate) fn run(args: &ClaimsArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let configs = Configs::new(&args.config)?;
    let files = files::collect(&args.input, &configs, terminal)?;
    let articles = Setups::new(&configs, args.into()).articles(&files, terminal)?;
    let mut errors = files.errors;
    match args.format {
        ClaimsFormat::Table => {
            let tables = each(&articles, &args.input, |source, setup| rows(&setup.linter, source))?;
            terminal.to_stdout(|out| {
                tables.iter().try_for_each(|(documents, _)| write_table(&documents.concat(), out))
            })?;
            errors.extend(tables.into_iter().flat_map(|(_, wrong)| wrong));
        }
        // Lines need nothing of each other: they are written as they come.
        ClaimsFormat::Jsonl => {
            let workers = Workers::new(&args.input)?;
            terminal.to_stdout(|out| {
                let wrong = if workers.are_one() {
                    // Nobody waits: a long document need not be in memory once more, as lines.
                    let read =
                        |source: &Source, setup: &Arc<Setup>| (Arc::clone(setup), setup.linter.read(source));
                    let write = |(setup, reading): (Arc<Setup>, Reading)| {
                        write_lines(&setup.linter, &reading, out)?;
                        // The process ends soon: what was read need not be given back piece by piece.
                        if articles.are_one() && reading.document.source.doc().is_none() {
                            std::mem::forget(reading);
                        }
                        Ok(())
                    };
                    each_in_turn(&workers, &articles, read, write)
                } else {
                    let work = |source: &Source, setup: &Arc<Setup>| lines(&setup.linter, source);
                    each_in_turn(&workers, &articles, work, |lines| out.write_all(&lines))
                };
                errors.extend(wrong?);
                Ok(())
            })?;
        }
    }
    // The process ends soon; giving back a million facts one by one would take a second.
    let status = articles.status;
    std::mem::forget(articles);
    terminal.errors(&errors);
    Ok(if errors.is_empty() { status } else { Status::Failed })
}

fn lines(linter: &Linter, source: &Source) -> Vec<u8> {
    let mut lines = Lines::of(source);
    linter.records(&linter.read(source)).for_each(|record| lines.push(&record));
    lines.into_bytes()
}

fn write_lines(linter: &Linter, reading: &Reading, out: &mut dyn Write) -> io::Result<()> {
    /// So many bytes are written at once.
    const AT_ONCE: usize = 1 << 16;
    let mut lines = Lines::of(&reading.document.source);
    for record in linter.records(reading) {
        lines.push(&record);
        if lines.written().len() >= AT_ONCE {
            out.write_all(lines.written())?;
            lines.clear();
        }
    }
    out.write_all(lines.written())
}

fn rows(linter: &Linter, source: &Source) -> Vec<[String; 5]> {
    linter.records(&linter.read(source)).map(|record| row(&record)).collect()
}

/// Widest column of words and values; longer ones are cut.
const WIDEST: usize = 40;

fn write_table(rows: &[[String; 5]], out: &mut dyn Write) -> io::Result<()> {
    let mut widths = [0; 5];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn row(record: &Record<'_>) -> [String; 5] {
    let place = match &record.doc {
        Some(doc) => format!("{}#{doc}:{}:{}", record.path, record.line, record.column),
        None => format!("{}:{}:{}", record.path, record.line, record.column),
    };
    let value = record.value;
    let hedge = record.hedge.map_or_else(String::new, |hedge| format!("{hedge} "));
    let compared: Vec<String> =
        record.compared.iter().map(|compared| format!("{} {}", compared.verdict, compared.rule)).collect();
    [
        place,
        record.kind.to_owned(),
        cut(&one_line(record.text)),
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
