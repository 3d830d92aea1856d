//! The road, from a source to its diagnostics: one call per arrow.

use crate::checks::{self, Article, Checks};
use crate::claims::{self, Claim};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document};
use crate::explain::{self, Explainer, Record};
use crate::facts::FactBook;
use crate::language::Language;
use crate::source::Source;
use crate::verdict::{Against, Verdict};
use crate::{binding, selection::Selection};

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
/// assert_eq!("the text says Tuesday, but 3 April 2020 is a Friday", findings[0].message);
/// ```
pub struct Linter {
    language: Language,
    facts: FactBook,
    index: binding::Index,
    checks: Checks,
    selection: Selection,
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
    /// A linter for a language with these facts and all checks.
    pub fn new(language: Language, facts: FactBook) -> Self {
        let index = binding::Index::new(&facts, &language);
        Self { language, facts, index, checks: Checks::all(), selection: Selection::default() }
    }

    /// A linter for English with the fact packs and checks that ship with factlint.
    pub fn shipped() -> Self {
        let language = Language::english();
        let facts = FactBook::shipped(&language);
        Self::new(language, facts)
    }

    /// The same linter with some of the rules only.
    #[must_use]
    pub fn with_selection(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// What in the source cannot be true, in the order of the text.
    pub fn lint(&self, source: &Source) -> Vec<Diagnostic> {
        let reading = self.read(source);
        self.explainer(&reading).diagnose(&reading.verdicts)
    }

    /// The source with its claims and what they were compared with.
    pub fn read(&self, source: &Source) -> Reading {
        let document = document::read(source, &self.language.abbreviations);
        let claims = claims::extract(&document, &self.language);
        let bindings = binding::bind(&document, &claims, &self.facts, &self.index, &self.language);
        let mut verdicts = binding::judge(bindings);
        let article = Article { document: &document, claims: &claims, language: &self.language };
        verdicts.extend(checks::run(&article));
        verdicts.retain(|verdict| self.selection.has(self.rule(verdict)));
        verdicts.sort_by_key(|verdict| verdict.claim);
        Reading { document, claims, verdicts }
    }

    /// What was understood, as data: one record a claim.
    ///
    /// ```
    /// use factlint::pipeline::Linter;
    /// use factlint::source::Source;
    ///
    /// let linter = Linter::shipped();
    /// let reading = linter.read(&Source::new("draft.md", "They met 193 members."));
    /// let found: Vec<_> = linter.records(&reading).map(|record| (record.column, record.text)).collect();
    /// assert_eq!(vec![(10, "193")], found);
    /// ```
    pub fn records<'r>(&'r self, reading: &'r Reading) -> impl Iterator<Item = Record<'r>> {
        explain::records(self.explainer(reading), &reading.verdicts)
    }

    /// The facts that texts are held against.
    pub fn facts(&self) -> &FactBook {
        &self.facts
    }

    /// The language that texts are read in.
    pub fn language(&self) -> &Language {
        &self.language
    }

    fn rule<'v>(&'v self, verdict: &'v Verdict) -> &'v str {
        match &verdict.against {
            Against::Fact { fact, .. } => &self.facts.facts[*fact].rule,
            Against::Check(finding) => finding.rule,
        }
    }

    fn explainer<'r>(&'r self, reading: &'r Reading) -> Explainer<'r> {
        Explainer {
            document: &reading.document,
            claims: &reading.claims,
            facts: &self.facts,
            checks: &self.checks,
            language: &self.language,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_linter_is_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Linter>();
    }
}
