//! `factlint claims`: what was understood.

use std::io::{self, Write};
use std::sync::Arc;

use factlint::error::Error;
use factlint::explain::Lines;
use factlint::pipeline::{Linter, Reading};
use factlint::source::Source;

use super::Status;
use super::args::{ClaimsArgs, ClaimsFormat};
use super::configs::Configs;
use super::each::{Workers, each, each_in_turn};
use super::files;
use super::flags::Setup;
use super::setup::{Articles, Setups};
use super::table::{self, Rows};
use super::terminal::Terminal;

/// Prints every claim of every file.
pub(crate) fn run(args: &ClaimsArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let configs = Configs::new(&args.config)?;
    let files = files::collect(&args.input, &configs, terminal)?;
    let articles = Setups::new(&configs, args.into()).articles(&files, terminal)?;
    let mut errors = files.errors;
    match args.format {
        ClaimsFormat::Table => {
            let tables = each(&articles, &args.input, |source, setup| {
                let reading = setup.linter.read_for_records(source);
                let mut rows = Rows::default();
                setup.linter.records(&reading).for_each(|record| rows.push(&record));
                done_with(reading, &articles);
                rows
            })?;
            terminal
                .to_stdout(|out| tables.iter().try_for_each(|(documents, _)| table::write(documents, out)))?;
            errors.extend(tables.into_iter().flat_map(|(_, wrong)| wrong));
        }
        // Lines need nothing of each other: they are written as they come.
        ClaimsFormat::Jsonl => {
            let workers = Workers::new(&args.input)?;
            terminal.to_stdout(|out| {
                let wrong = if workers.are_one() {
                    // Nobody waits: a long document need not be in memory once more, as lines.
                    let read = |source: &Source, setup: &Arc<Setup>| {
                        (Arc::clone(setup), setup.linter.read_for_records(source))
                    };
                    let write = |(setup, reading): (Arc<Setup>, Reading)| {
                        write_lines(&setup.linter, &reading, out)?;
                        done_with(reading, &articles);
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

/// Of a single text nothing is given back piece by piece: the process ends soon.
fn done_with(reading: Reading, articles: &Articles) {
    if articles.are_one() && reading.document.source.doc().is_none() {
        std::mem::forget(reading);
    }
}

fn lines(linter: &Linter, source: &Source) -> Vec<u8> {
    let mut lines = Lines::of(source);
    linter.records(&linter.read_for_records(source)).for_each(|record| lines.push(&record));
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
