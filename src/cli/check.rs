//! `factlint check`: the main job.

use std::collections::{BTreeMap, BTreeSet};

use factlint::checks::{Stated, disagreements};
use factlint::diagnostic::{Diagnostic, Severity};
use factlint::error::Error;
use factlint::pipeline::Linter;
use factlint::report::{self, Run};
use factlint::selection::Selection;
use factlint::source::Source;

use super::Status;
use super::args::{CheckArgs, FailOn, RuleArgs};
use super::each::each;
use super::files::{self, Files};
use super::terminal::{Terminal, written};

/// Lints all files and prints what was found.
pub(crate) fn run(args: &CheckArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let (linter, loaded) = super::linter(&args.facts, args.rules.selection(), terminal)?;
    known_rules(&args.rules, &linter)?;
    let files = files::collect(&args.input, terminal)?;
    let mut errors = files.errors.clone();
    let mut diagnostics = Vec::new();
    let mut count = 0;
    let mut stated = Vec::new();
    let lint = |source: &Source| {
        if args.cross_document { linter.lint_and_state(source) } else { (linter.lint(source), Vec::new()) }
    };
    for (found, mut wrong) in each(&files, &args.input, lint)? {
        count += usize::from(wrong.is_empty() || !found.is_empty());
        for (found, said) in found {
            diagnostics.extend(found);
            stated.extend(said);
        }
        errors.append(&mut wrong);
    }
    diagnostics.extend(across(&linter, stated, (&files, args))?);
    diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
    // The process ends soon; giving back a million facts one by one would take a second.
    std::mem::forget(linter);
    diagnostics.retain(|diagnostic| diagnostic.severity >= args.min_severity.severity());
    terminal.errors(&errors);
    print(
        args,
        &Run { diagnostics: &diagnostics, files: count, failed: errors.len(), quiet: args.quiet },
        terminal,
    )?;
    Ok(loaded.max(status(args, &diagnostics, !errors.is_empty())))
}

/// What the articles say against each other. The texts of those that do are read once more: only what
/// articles state is held until all are read.
fn across(
    linter: &Linter,
    stated: Vec<Stated>,
    (files, args): (&Files, &CheckArgs),
) -> Result<Vec<Diagnostic>, Error> {
    let found = disagreements(stated);
    let named = found.iter().flat_map(|found| found.others.iter().chain([&found.one]));
    let wanted: BTreeSet<(&str, Option<&str>)> =
        named.map(|stated| (stated.path.as_str(), stated.doc.as_deref())).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let keep = |source: &Source| wanted.contains(&(source.path(), source.doc())).then(|| source.clone());
    let read = each(files, &args.input, keep)?;
    let sources: Vec<Source> = read.into_iter().flat_map(|(sources, _)| sources).flatten().collect();
    let by_name: BTreeMap<(&str, Option<&str>), &Source> =
        sources.iter().map(|source| ((source.path(), source.doc()), source)).collect();
    let source = |path: &str, doc: Option<&str>| by_name.get(&(path, doc)).map(|source| (*source).clone());
    Ok(found.iter().filter_map(|found| linter.across(found, source)).collect())
}

/// A rule that does not exist is probably a misspelt one, and selects nothing.
///
/// # Errors
/// The first name that no rule and no fact file has.
pub(crate) fn known_rules(args: &RuleArgs, linter: &Linter) -> Result<(), Error> {
    for wanted in args.select.iter().chain(&args.extend_select).chain(&args.ignore) {
        let only = Selection { select: vec![wanted.clone()], ..Selection::default() };
        if !super::rules(linter.facts()).any(|rule| only.has(rule, true)) {
            return Err(super::unknown_rule(linter.facts(), wanted));
        }
    }
    Ok(())
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

fn status(args: &CheckArgs, diagnostics: &[Diagnostic], failed: bool) -> Status {
    let fail_on: Option<Severity> = if args.exit_zero { None } else { FailOn::severity(args.fail_on) };
    let found =
        fail_on.is_some_and(|least| diagnostics.iter().any(|diagnostic| diagnostic.severity >= least));
    match (failed, found) {
        (true, _) => Status::Failed,
        (false, true) => Status::Findings,
        (false, false) => Status::Clean,
    }
}
