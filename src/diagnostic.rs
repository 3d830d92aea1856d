//! What factlint says about a place: plain data, with no colour, no width and no format.

use crate::source::Source;
use crate::span::Span;

/// How much a finding matters. Ordered: [`Severity::Error`] is the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably wrong, or wrong in a place that an editor must not change (a quotation).
    Warning,
    /// Cannot be true.
    Error,
}

impl Severity {
    /// The word that is printed and written in rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place in a source with a few words about it.
#[derive(Debug, Clone)]
pub struct Label {
    /// Where `span` points into: the linted text, the fact file, another article.
    pub source: Source,
    /// The words that are marked.
    pub span: Span,
    /// What is said of them; may be empty.
    pub message: String,
}

/// A change of the text that would make it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What is replaced, in the linted source.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// In words: `write “February 29, 2020”`.
    pub message: String,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule's id: `us-taliban-agreement/signed`, `weekday-mismatch`.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// One line: “the text says X, the fact says Y”.
    pub message: String,
    /// The words in the linted text that cannot be true.
    pub primary: Label,
    /// Other places that explain it: the fact's line, the other claim.
    pub related: Vec<Label>,
    /// Further lines that help a reader judge it: what was compared with what, and why.
    pub notes: Vec<String>,
    /// Corrections; more than one where either of two parts may be wrong.
    pub suggestions: Vec<Suggestion>,
}

impl Diagnostic {
    /// The order in which findings are printed: by path, document, place, rule.
    pub fn order(&self) -> (&str, Option<&str>, Span, &str) {
        let source = &self.primary.source;
        (source.path(), source.doc(), self.primary.span, &self.rule)
    }
}
