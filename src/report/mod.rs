//! Findings as text: one file per output format, and one line in [`REPORTS`].

mod concise;
mod full;
mod json;
mod paint;
mod schema;
mod summary;
#[cfg(test)]
mod tests;

pub use full::full;
pub use paint::{Tone, paint};
pub use schema::{Finding, Output, Place, Proposal, SCHEMA_VERSION, Totals};

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;

/// What is reported.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The findings, in the order in which they are printed.
    pub diagnostics: &'a [Diagnostic],
    /// Files that were checked.
    pub files: usize,
    /// Files that could not be checked.
    pub failed: usize,
    /// Whether the closing line is left out.
    pub quiet: bool,
}

/// How it looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether there is colour.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// An output format.
pub struct Report {
    /// What the user calls it.
    pub name: &'static str,
    /// One line for the help.
    pub description: &'static str,
    /// Writes a run in this format.
    pub write: fn(&Run<'_>, &Style, &mut dyn Write) -> io::Result<()>,
}

/// Every format, the default first.
pub const REPORTS: &[Report] = &[
    Report {
        name: "full",
        description: "The lines of the text with the words marked, and the fact beside",
        write: full::full,
    },
    Report { name: "concise", description: "One line a finding", write: concise::concise },
    Report { name: "json", description: "One JSON object", write: json::json },
    Report { name: "jsonl", description: "One JSON object a finding, one a line", write: json::jsonl },
];

/// The format that users call `name`.
pub fn find(name: &str) -> Option<&'static Report> {
    REPORTS.iter().find(|report| report.name == name)
}
