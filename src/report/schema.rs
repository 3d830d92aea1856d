//! The shape of JSON output, version 1.
//!
//! Columns count code points from 1, spans count bytes of the source (in a corpus: of the document), and
//! ends are exclusive. New fields may be added within a version; a field is never renamed or removed.

use serde::Serialize;

use super::Run;
use crate::diagnostic::{Diagnostic, Label, Severity, Suggestion};
use crate::source::Source;
use crate::span::Span;

/// The version of this shape.
pub const SCHEMA_VERSION: u32 = 1;

/// What `--output-format json` writes.
#[derive(Debug, Serialize)]
pub struct Output {
    /// [`SCHEMA_VERSION`].
    pub version: u32,
    /// The findings, by path and place.
    pub diagnostics: Vec<Finding>,
    /// How many there are.
    pub summary: Totals,
}

/// Counts of a run.
#[derive(Debug, Serialize)]
pub struct Totals {
    /// Files that were checked.
    pub files: usize,
    /// Files that could not be checked.
    pub failed: usize,
    /// Findings of severity `error`.
    pub errors: usize,
    /// Findings of severity `warning`.
    pub warnings: usize,
    /// Findings of severity `info`.
    pub infos: usize,
}

/// One finding; `--output-format jsonl` writes one a line.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// One line in plain words.
    pub message: String,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// Other places that explain it.
    pub related: Vec<Place>,
    /// Further lines of explanation.
    pub notes: Vec<String>,
    /// Corrections; more than one where it is not known which part is wrong.
    pub suggestions: Vec<Proposal>,
}

/// Words in a source.
#[derive(Debug, Serialize)]
pub struct Place {
    /// The source's path.
    pub path: String,
    /// The document's id inside a corpus, else null.
    pub doc: Option<String>,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte, from 1.
    pub column: u32,
    /// Line of the end, from 1.
    pub end_line: u32,
    /// Column of the end, from 1, exclusive.
    pub end_column: u32,
    /// The words.
    pub text: String,
    /// What is said of them; may be empty.
    pub label: String,
}

/// A correction: `replacement` goes to the bytes from `start` to `end` of the finding's source.
#[derive(Debug, Serialize)]
pub struct Proposal {
    /// In words.
    pub message: String,
    /// What stands there instead.
    pub replacement: String,
    /// First byte that is replaced.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Output {
    /// A run as data.
    pub fn new(run: &Run<'_>) -> Self {
        let count = |severity| run.diagnostics.iter().filter(|found| found.severity == severity).count();
        Self {
            version: SCHEMA_VERSION,
            diagnostics: run.diagnostics.iter().map(Finding::from).collect(),
            summary: Totals {
                files: run.files,
                failed: run.failed,
                errors: count(Severity::Error),
                warnings: count(Severity::Warning),
                infos: count(Severity::Info),
            },
        }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(found: &Diagnostic) -> Self {
        Self {
            rule: found.rule.clone(),
            severity: found.severity.name(),
            message: found.message.clone(),
            place: Place::from(&found.primary),
            related: found.related.iter().map(Place::from).collect(),
            notes: found.notes.clone(),
            suggestions: found.suggestions.iter().map(Proposal::from).collect(),
        }
    }
}

impl From<&Label> for Place {
    fn from(label: &Label) -> Self {
        place(&label.source, label.span, label.message.clone())
    }
}

impl From<&Suggestion> for Proposal {
    fn from(suggestion: &Suggestion) -> Self {
        Self {
            message: suggestion.message.clone(),
            replacement: suggestion.replacement.clone(),
            start: suggestion.span.start,
            end: suggestion.span.end,
        }
    }
}

fn place(source: &Source, span: Span, label: String) -> Place {
    let (from, to) = (source.position(span.start), source.position(span.end));
    Place {
        path: source.path().to_owned(),
        doc: source.doc().map(str::to_owned),
        start: span.start,
        end: span.end,
        line: from.line,
        column: from.column,
        end_line: to.line,
        end_column: to.column,
        text: source.slice(span).to_owned(),
        label,
    }
}
