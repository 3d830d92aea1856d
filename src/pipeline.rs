//! The road, from a source to its diagnostics: one call per arrow.

use crate::claims::{self, Claim};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document};
use crate::facts::FactBook;
use crate::language::Language;
use crate::source::Source;
use crate::verdict::Verdict;
use crate::{binding, checks, explain};

/// Reads articles and says what in them cannot be true. Built once, shared by threads, no I/O.
///
/// ```
/// use factlint::pipeline::Linter;
/// use factlint::source::Source;
///
/// let linter = Linter::shipped();
/// let draft = Source::new("draft.md", "They met on Tuesday, 3 April 2020.");
/// let findings = linter.lint(&draft);
/// assert_eq!("weekday-mismatch", findings[0].rule);
/// ```
pub struct Linter {
    language: Language,
    facts: FactBook,
    index: binding::Index,
    checks: checks::Checks,
}

/// A source, read: what was understood, and what was held against what.
pub struct Reading {
    /// The text.
    pub document: Document,
    /// Every number and date in it, in order.
    pub claims: Vec<Claim>,
    /// What each comparison came to, by claim.
    pub verdicts: Vec<Verdict>,
}

impl Linter {
    /// A linter for English with these facts and all checks.
    pub fn new(language: Language, facts: FactBook) -> Self {
        let index = binding::Index::new(&facts);
        Self { language, facts, index, checks: checks::Checks::all() }
    }

    /// A linter for English with the fact packs and checks that ship with factlint.
    pub fn shipped() -> Self {
        let language = Language::english();
        let facts = FactBook::shipped(&language);
        Self::new(language, facts)
    }

    /// What in the source cannot be true, in the order of the text.
    pub fn lint(&self, source: &Source) -> Vec<Diagnostic> {
        explain::diagnose(&self.read(source), &self.facts)
    }

    /// The source with its claims and what they were compared with.
    pub fn read(&self, source: &Source) -> Reading {
        let document = document::read(source, &self.language);
        let claims = claims::extract(&document, &self.language);
        let bindings = binding::bind(&document, &claims, &self.facts, &self.index);
        let mut verdicts = binding::judge(&bindings, &claims, &self.facts);
        verdicts.extend(checks::run(&document, &claims, &self.checks));
        verdicts.sort_by_key(|verdict| verdict.claim);
        Reading { document, claims, verdicts }
    }

    /// The facts that texts are held against.
    pub fn facts(&self) -> &FactBook {
        &self.facts
    }

    /// The language that texts are read in.
    pub fn language(&self) -> &Language {
        &self.language
    }
}
