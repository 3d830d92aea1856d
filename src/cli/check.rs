//! `factlint check`: the main job.

use factlint::diagnostic::{Diagnostic, Severity};
use factlint::error::Error;
use factlint::pipeline::Linter;
use factlint::report::{self, Run};
use factlint::selection::Selection;

use super::Status;
use super::args::{CheckArgs, FailOn, RuleArgs};
use super::each::each;
use super::files;
use super::terminal::{Terminal, written};

/// Lints all files and prints what was found.
pub(crate) fn run(args: &CheckArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let selection = Selection { select: args.rules.select.clone(), ignore: args.rules.ignore.clone() };
    let (linter, loaded) = super::linter(&args.facts, selection, terminal)?;
    known_rules(&args.rules, &linter)?;
    let files = files::collect(&args.input, terminal)?;
    let mut errors = files.errors.clone();
    let mut diagnostics = Vec::new();
    let mut count = 0;
    for (found, mut wrong) in each(&files, &args.input, |source| linter.lint(source))? {
        count += usize::from(wrong.is_empty() || !found.is_empty());
        diagnostics.extend(found.into_iter().flatten());
        errors.append(&mut wrong);
    }
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

/// A rule that does not exist is probably a misspelt one, and selects nothing.
///
/// # Errors
/// The first name that no rule and no fact file has.
pub(crate) fn known_rules(args: &RuleArgs, linter: &Linter) -> Result<(), Error> {
    for wanted in args.select.iter().chain(&args.ignore) {
        let only = Selection { select: vec![wanted.clone()], ignore: Vec::new() };
        if !super::rules(linter.facts()).any(|rule| only.has(rule)) {
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
