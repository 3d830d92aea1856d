//! `factlint schema`: what editors complete fact files with.

use factlint::error::Error;
use factlint::facts;

use super::Status;
use super::terminal::Terminal;

/// Prints the JSON Schema of fact files.
pub(crate) fn run(terminal: &Terminal) -> Result<Status, Error> {
    terminal.to_stdout(|out| writeln!(out, "{:#}", facts::json_schema()))?;
    Ok(Status::Clean)
}
