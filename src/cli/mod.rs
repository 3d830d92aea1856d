//! Arguments, files, terminal, exit codes. One file per subcommand.

mod args;
mod check;
mod claims;
mod each;
mod explain;
mod facts;
mod files;
mod line;
mod schema;
mod terminal;
mod test;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use factlint::checks::CHECKS;
use factlint::diagnostic::Diagnostic;
use factlint::error::Error;
use factlint::facts::FactBook;
use factlint::language::{Language, SHIPPED};
use factlint::pipeline::Linter;
use factlint::report::{self, Run};
use factlint::selection::Selection;
use factlint::source::Source;

use args::{Cli, Command, FactArgs};
use terminal::Terminal;

/// What a run ended with. The numbers are those of linters everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing at or above the level that fails.
    Clean = 0,
    /// Findings.
    Findings = 1,
    /// Bad usage, a bad fact file, unreadable input. Wins over findings.
    Failed = 2,
}

/// Reads the arguments, runs the command and says how it ended.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal::new(cli.global.color);
    let result = match &cli.command {
        Command::Check(args) => check::run(args, &mut terminal),
        Command::Claims(args) => claims::run(args, &mut terminal),
        Command::Explain(args) => explain::run(args, &mut terminal),
        Command::Test(args) => test::run(args, &mut terminal),
        Command::Facts(args) => facts::run(args, &mut terminal),
        Command::Schema => schema::run(&terminal),
    };
    let status = result.unwrap_or_else(|error| {
        terminal.error(&error);
        Status::Failed
    });
    ExitCode::from(status as u8)
}

/// A linter with the shipped facts and those of the user; what is wrong in a fact file is printed.
///
/// # Errors
/// A fact file that cannot be read, or one with mistakes; with `--keep-going` those only make the run fail.
fn linter(args: &FactArgs, selection: Selection, terminal: &mut Terminal) -> Result<(Linter, Status), Error> {
    let language = language(&args.language)?;
    let (facts, problems) = load_facts(args, &language)?;
    print_problems(&problems, terminal);
    let broken = problems.iter().any(|problem| problem.severity == factlint::diagnostic::Severity::Error);
    if broken && !args.keep_going {
        let message = "the fact files have mistakes; nothing was checked".into();
        return Err(Error::Usage { message });
    }
    let status = if broken { Status::Failed } else { Status::Clean };
    let today = args.today.as_deref().and_then(factlint::document::iso_day);
    Ok((Linter::new(language, facts).with_selection(selection).with_today(today), status))
}

fn language(code: &str) -> Result<Language, Error> {
    Language::shipped(code).ok_or_else(|| {
        let codes: Vec<&str> =
            SHIPPED.iter().filter_map(|(path, _)| path.split(['/', '.']).nth_back(1)).collect();
        Error::Usage { message: format!("no language is called {code}; there are {}", codes.join(", ")) }
    })
}

fn load_facts(args: &FactArgs, language: &Language) -> Result<(FactBook, Vec<Diagnostic>), Error> {
    // The values of the shipped facts are English words.
    let shipped = !args.no_shipped_facts && language.code == "en";
    let mut facts = if shipped { FactBook::shipped(language) } else { FactBook::default() };
    let mut problems = Vec::new();
    for path in &args.facts {
        problems.extend(load(&mut facts, &files::read_facts(path)?, language));
    }
    Ok((facts, problems))
}

/// Loads a fact file, with the tables beside it.
fn load(facts: &mut FactBook, source: &Source, language: &Language) -> Vec<Diagnostic> {
    facts.load_with(source, language, &|path| files::read_facts(Path::new(path)))
}

/// Prints what is wrong in fact files where errors go, so that machine output stays pure.
fn print_problems(problems: &[Diagnostic], terminal: &mut Terminal) {
    if problems.is_empty() {
        return;
    }
    let style = terminal.error_style();
    let run = Run { diagnostics: problems, files: 0, failed: 0, quiet: true };
    let mut text = Vec::new();
    if report::full(&run, &style, &mut text).is_ok() {
        terminal.to_stderr(&text);
    }
}

/// The ids of all rules: the checks, then the facts.
fn rules(facts: &FactBook) -> impl Iterator<Item = &str> {
    CHECKS.iter().map(|check| check.id).chain(facts.facts.iter().map(|fact| &*fact.rule))
}

/// What is said of a rule that does not exist, with the name that was probably meant.
fn unknown_rule(facts: &FactBook, wanted: &str) -> Error {
    /// Less alike than this, and it is another word.
    const ALIKE: f64 = 0.8;
    let scored = rules(facts).map(|rule| (strsim::jaro_winkler(rule, wanted), rule));
    let nearest = scored.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(score, _)| *score > ALIKE);
    let hint = nearest.map_or_else(String::new, |(_, rule)| format!("; did you mean {rule}?"));
    Error::Usage { message: format!("no rule and no fact file is called {wanted}{hint}") }
}
