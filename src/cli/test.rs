//! `factlint test`: the examples in rule files.

use factlint::error::Error;
use factlint::examples::{self, Tally};
use factlint::facts::FactBook;
use factlint::language::Language;
use factlint::pipeline::Linter;
use factlint::report::{self, Run};
use factlint::selection::Selection;

use super::Status;
use super::args::TestArgs;
use super::files;
use super::terminal::Terminal;

/// Runs the examples of the given fact files, or of everything that ships.
pub(crate) fn run(args: &TestArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let tally = if args.rules.is_empty() { shipped() } else { given(args, terminal)? };
    let run = Run { diagnostics: &tally.failures, files: 0, failed: 0, quiet: true };
    terminal.to_stdout(|out| {
        report::full(&run, &terminal.style(), out)?;
        writeln!(out, "{} examples passed, {} failed.", tally.passed, tally.failures.len())
    })?;
    Ok(if tally.failures.is_empty() { Status::Clean } else { Status::Findings })
}

fn shipped() -> Tally {
    let linter = Linter::shipped().with_selection(Selection::pedantic());
    examples::facts(&linter).and(examples::checks(&linter)).and(examples::languages())
}

fn given(args: &TestArgs, terminal: &mut Terminal) -> Result<Tally, Error> {
    let language = Language::english();
    let mut facts = FactBook::default();
    let mut problems = Vec::new();
    for path in &args.rules {
        let source = files::read_facts(path)?;
        problems.extend(super::load(&mut facts, &source, &language));
    }
    super::print_problems(&problems, terminal);
    if problems.iter().any(|problem| problem.severity == factlint::diagnostic::Severity::Error) {
        return Err(Error::Usage {
            message: "the fact files have mistakes; their examples were not run".into(),
        });
    }
    Ok(examples::facts(&Linter::new(language, facts)))
}
