//! Arguments, files, terminal, exit codes. One file per subcommand.

mod args;
mod check;
mod claims;
mod configs;
mod each;
mod explain;
mod fact_files;
mod facts;
mod files;
mod flags;
mod line;
mod schema;
mod setup;
mod show;
mod table;
mod terminal;
mod test;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use factlint::diagnostic::Diagnostic;
use factlint::error::Error;
use factlint::facts::FactBook;
use factlint::language::{Language, SHIPPED, Shipped};
use factlint::report::{self, Run};
use factlint::source::Source;

use args::{Cli, Command};
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
        Command::Schema(args) => schema::run(args, &terminal),
    };
    let status = result.unwrap_or_else(|error| {
        terminal.error(&error);
        Status::Failed
    });
    ExitCode::from(status as u8)
}

/// A language by its code.
fn language(code: &str) -> Result<Language, Error> {
    Language::shipped(code).ok_or_else(|| {
        let codes: Vec<&str> = SHIPPED.iter().map(Shipped::code).collect();
        Error::Usage { message: format!("no language is called {code}; there are {}", codes.join(", ")) }
    })
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
