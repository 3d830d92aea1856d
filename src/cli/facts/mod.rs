//! `factlint facts`: looking after the fact base.

mod list;

use std::path::PathBuf;

use factlint::diagnostic::{Diagnostic, Severity};
use factlint::document;
use factlint::error::Error;
use factlint::facts::import::IMPORTERS;
use factlint::facts::{FactBook, Look, SHIPPED};
use factlint::language::Language;
use factlint::report::{self, Run};
use factlint::source::Source;

use super::Status;
use super::args::{FactsArgs, FactsCommand, ImportArgs, LintArgs};
use super::files;
use super::terminal::Terminal;

/// Runs a subcommand.
pub(crate) fn run(args: &FactsArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    match &args.command {
        FactsCommand::List(args) => list::run(args, terminal),
        FactsCommand::Lint(args) => lint(args, terminal),
        FactsCommand::Import(args) => import(args, terminal),
    }
}

/// Fact files with all that is wrong with them.
struct Loaded {
    facts: FactBook,
    problems: Vec<Diagnostic>,
    errors: Vec<Error>,
    files: usize,
}

impl Loaded {
    /// Whether a file has a mistake or cannot be read.
    fn failed(&self) -> bool {
        !self.errors.is_empty() || self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Loads the files, without any the shipped ones; what cannot be read is printed.
fn load(paths: &[PathBuf], terminal: &Terminal) -> Loaded {
    let language = Language::english();
    let sources: Vec<Result<Source, Error>> = if paths.is_empty() {
        SHIPPED.iter().map(|(path, text)| Ok(Source::new(*path, *text))).collect()
    } else {
        paths.iter().map(|path| files::read_facts(path)).collect()
    };
    let mut loaded =
        Loaded { facts: FactBook::default(), problems: Vec::new(), errors: Vec::new(), files: 0 };
    for source in sources {
        match source {
            Ok(source) => {
                loaded.problems.extend(super::load(&mut loaded.facts, &source, &language));
                loaded.files += 1;
            }
            Err(error) => loaded.errors.push(error),
        }
    }
    terminal.errors(&loaded.errors);
    loaded
}

/// Loads the files and says everything that is wrong with them. A mistake is exit code 2, as it would be
/// for `check`; a weakness is 1.
fn lint(args: &LintArgs, terminal: &Terminal) -> Result<Status, Error> {
    let Loaded { facts, problems: mut diagnostics, errors, files: count } = load(&args.files, terminal);
    let language = Language::english();
    let today = args.today.as_deref().and_then(document::iso_day);
    let told: Vec<_> = diagnostics.iter().map(|known| (known.primary.span, known.message.clone())).collect();
    let weak = facts.lint(&Look { language: &language, today, stale_after: args.stale_after });
    diagnostics.extend(
        weak.into_iter().filter(|found| !told.contains(&(found.primary.span, found.message.clone()))),
    );
    diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
    let run = Run { diagnostics: &diagnostics, files: count, failed: errors.len(), quiet: false };
    terminal.to_stdout(|out| report::full(&run, &terminal.style(), out))?;
    let worst = diagnostics.iter().map(|found| found.severity).max();
    Ok(match worst {
        _ if !errors.is_empty() => Status::Failed,
        Some(Severity::Error) => Status::Failed,
        Some(Severity::Warning) => Status::Findings,
        _ => Status::Clean,
    })
}

/// Writes a fact file out of what others hold.
fn import(args: &ImportArgs, terminal: &Terminal) -> Result<Status, Error> {
    let importer = IMPORTERS.iter().find(|importer| importer.name == args.form);
    let importer =
        importer.ok_or_else(|| Error::Usage { message: format!("no importer is called {}", args.form) })?;
    let text = (importer.import)(&files::read_facts(&args.file)?, &Language::english())?;
    terminal.to_stdout(|out| out.write_all(text.as_bytes()))?;
    Ok(Status::Clean)
}
