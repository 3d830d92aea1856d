//! `factlint facts`: looking after the fact base.

use factlint::diagnostic::Severity;
use factlint::error::Error;
use factlint::facts::{FactBook, SHIPPED};
use factlint::language::Language;
use factlint::report::{self, Run};
use factlint::source::Source;

use super::Status;
use super::args::{FactsArgs, FactsCommand};
use super::files;
use super::terminal::Terminal;

/// Runs a subcommand.
pub(crate) fn run(args: &FactsArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    match &args.command {
        FactsCommand::Lint { files } => lint(files, terminal),
    }
}

/// Loads the files and says everything that is wrong with them. A mistake is exit code 2, as it would be
/// for `check`; a weakness is 1.
fn lint(paths: &[std::path::PathBuf], terminal: &Terminal) -> Result<Status, Error> {
    let language = Language::english();
    let mut errors = Vec::new();
    let mut diagnostics = Vec::new();
    let mut facts = FactBook::default();
    let sources: Vec<Result<Source, Error>> = if paths.is_empty() {
        SHIPPED.iter().map(|(path, text)| Ok(Source::new(*path, *text))).collect()
    } else {
        paths.iter().map(|path| files::read_source(path)).collect()
    };
    let mut count = 0;
    for source in sources {
        match source {
            Ok(source) => {
                diagnostics.extend(super::load(&mut facts, &source, &language));
                count += 1;
            }
            Err(error) => errors.push(error),
        }
    }
    let told: Vec<_> = diagnostics.iter().map(|known| (known.primary.span, known.message.clone())).collect();
    let weak = facts.lint();
    diagnostics.extend(
        weak.into_iter().filter(|found| !told.contains(&(found.primary.span, found.message.clone()))),
    );
    diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
    terminal.errors(&errors);
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
