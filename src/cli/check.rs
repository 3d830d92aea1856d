//! `factlint check`: the main job.

use std::collections::{BTreeMap, BTreeSet};

use factlint::checks::{Stated, disagreements};
use factlint::diagnostic::Diagnostic;
use factlint::document;
use factlint::error::Error;
use factlint::report::{self, Run};
use factlint::source::Source;

use super::args::CheckArgs;
use super::configs::Configs;
use super::each::each;
use super::flags::{Flags, Setup};
use super::setup::{Articles, Setups};
use super::terminal::{Terminal, written};
use super::{Status, files, show};

/// Lints all files and prints what was found.
pub(crate) fn run(args: &CheckArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let configs = Configs::new(&args.config)?;
    let flags = Flags::from(args);
    if args.show_settings {
        return show::run(&args.input, &configs, &flags, terminal);
    }
    let files = files::collect(&args.input, &configs, terminal)?;
    let articles = Setups::new(&configs, flags).articles(&files, terminal)?;
    let mut errors = files.errors;
    let mut all = Findings::default();
    let mut count = 0;
    let mut stated = Vec::new();
    let lint = |source: &Source, setup: &Setup| {
        let (found, said) = if setup.cross_document {
            setup.linter.lint_and_state(source)
        } else {
            (setup.linter.lint(source), Vec::new())
        };
        (Findings::of(found, setup), said, unread_date(source))
    };
    for (found, mut wrong) in each(&articles, &args.input, lint)? {
        count += usize::from(wrong.is_empty() || !found.is_empty());
        for (found, said, warning) in found {
            if let Some(warning) = warning {
                terminal.warn(&warning);
            }
            all.add(found);
            stated.extend(said);
        }
        errors.append(&mut wrong);
    }
    all.add(across(stated, (&articles, args))?);
    all.diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
    let (failed, status) = (files_of(&errors) + articles.left_out, articles.status);
    // The process ends soon; giving back a million facts one by one would take a second.
    std::mem::forget(articles);
    terminal.errors(&errors);
    print(args, &Run { diagnostics: &all.diagnostics, files: count, failed, quiet: args.quiet }, terminal)?;
    Ok(match (errors.is_empty(), all.fail && !args.exit_zero) {
        (false, _) => Status::Failed,
        (true, true) => status.max(Status::Findings),
        (true, false) => status,
    })
}

/// The date of an article that nobody can read, with its place: `draft.md:2:7: “2024-13-45” is not understood …`, or with
/// that of its document: `news.jsonl#7: …`.
fn unread_date(source: &Source) -> Option<String> {
    if let (Some(doc), Some(date)) = (source.doc(), source.date()) {
        let unread = !date.trim().is_empty() && document::iso_day(date).is_none();
        return unread.then(|| {
            let path = source.path();
            format!("{path}#{doc}: “{date}” is not understood as the date of the document; write it as in 2024-02-29")
        });
    }
    let (span, message) = document::unread_date(source)?;
    let place = source.position(span.start);
    Some(format!("{}:{}:{}: {message}", source.path(), place.line, place.column))
}

/// How many files some errors are about: each line of a corpus may have one.
fn files_of(errors: &[Error]) -> usize {
    let paths: BTreeSet<&str> = errors.iter().filter_map(Error::path).collect();
    paths.len() + errors.iter().filter(|error| error.path().is_none()).count()
}

/// Findings that are printed, and whether the run fails for them.
#[derive(Default)]
struct Findings {
    diagnostics: Vec<Diagnostic>,
    fail: bool,
}

impl Findings {
    /// As much of what was found in an article as its configuration wants to hear of.
    fn of(mut found: Vec<Diagnostic>, setup: &Setup) -> Self {
        found.retain(|diagnostic| diagnostic.severity >= setup.min_severity);
        let least = setup.fail_on.severity();
        let fail = least.is_some_and(|least| found.iter().any(|diagnostic| diagnostic.severity >= least));
        Self { diagnostics: found, fail }
    }

    fn add(&mut self, more: Self) {
        self.diagnostics.extend(more.diagnostics);
        self.fail |= more.fail;
    }
}

/// What the articles say against each other. The texts of those that do are read once more: only what
/// articles state is held until all are read.
fn across(stated: Vec<Stated>, (articles, args): (&Articles, &CheckArgs)) -> Result<Findings, Error> {
    let found = disagreements(stated);
    let named = found.iter().flat_map(|found| found.others.iter().chain([&found.one]));
    let wanted: BTreeSet<(&str, Option<&str>)> =
        named.map(|stated| (stated.path.as_str(), stated.doc.as_deref())).collect();
    if wanted.is_empty() {
        return Ok(Findings::default());
    }
    let keep =
        |source: &Source, _: &Setup| wanted.contains(&(source.path(), source.doc())).then(|| source.clone());
    let read = each(articles, &args.input, keep)?;
    let sources: Vec<Source> = read.into_iter().flat_map(|(sources, _)| sources).flatten().collect();
    let by_name: BTreeMap<(&str, Option<&str>), &Source> =
        sources.iter().map(|source| ((source.path(), source.doc()), source)).collect();
    let source = |path: &str, doc: Option<&str>| by_name.get(&(path, doc)).map(|source| (*source).clone());
    let from_paths = articles.paths.iter().map(|(path, setup)| (files::shown(path), &**setup));
    let from_stdin = articles.stdin.iter().map(|(source, setup)| (source.path().to_owned(), &**setup));
    let setups: BTreeMap<String, &Setup> = from_paths.chain(from_stdin).collect();
    let mut all = Findings::default();
    for found in &found {
        let Some(setup) = setups.get(&found.one.path) else { continue };
        all.add(Findings::of(setup.linter.across(found, source).into_iter().collect(), setup));
    }
    Ok(all)
}

fn print(args: &CheckArgs, run: &Run<'_>, terminal: &Terminal) -> Result<(), Error> {
    let report = report::find(&args.output_format)
        .ok_or_else(|| Error::Usage { message: format!("no format is called {}", args.output_format) })?;
    let Some(path) = &args.output_file else {
        return terminal.to_stdout(|out| (report.write)(run, &terminal.style(), out));
    };
    let mut text = Vec::new();
    let plain = report::Style { color: false, ..terminal.style() };
    let result = (report.write)(run, &plain, &mut text).and_then(|()| std::fs::write(path, text));
    written(&files::shown(path), result)
}
