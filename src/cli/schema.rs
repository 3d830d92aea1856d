//! `factlint schema`: what editors complete fact files and configurations with.

use factlint::error::Error;
use factlint::{config, facts};

use super::Status;
use super::args::{SchemaArgs, SchemaOf};
use super::terminal::Terminal;

/// Prints the JSON Schema of a kind of files.
pub(crate) fn run(args: &SchemaArgs, terminal: &Terminal) -> Result<Status, Error> {
    let schema = match args.files {
        SchemaOf::Facts => facts::json_schema(),
        SchemaOf::Config => config::json_schema(),
    };
    terminal.to_stdout(|out| writeln!(out, "{schema:#}"))?;
    Ok(Status::Clean)
}
