//! The `factlint` command: arguments, terminal and exit codes around the library.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
