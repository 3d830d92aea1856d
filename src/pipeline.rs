//! The road, from a source to its diagnostics: one call per arrow.

use std::sync::Arc;

use jiff::civil::Date;

use crate::binding::{self, Binder, Refused, Walk};
use crate::checks::{self, Article, Asked, Checks, Disagreement, Stated, Statement};
use crate::claims::{Claim, Cut, Extractor};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Document};
use crate::explain::{self, Explainer, Record};
use crate::facts::FactBook;
use crate::language::Language;
use crate::policy::{Policy, Wishes};
use crate::selection::Selection;
use crate::source::Source;
use crate::verdict::{Against, Verdict};

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
///
/// A clone shares the facts and the language; with another policy it lints other files by the same facts.
#[derive(Clone)]
pub struct Linter {
    language: Arc<Language>,
    facts: Arc<FactBook>,
    index: Arc<binding::Index>,
    checks: Arc<Checks>,
    policy: Arc<Policy>,
    today: Option<Date>,
}

/// A source, read: what was understood, and what was held against what.
pub struct Reading {
    /// The text.
    pub document: Document,
    /// Every number and date in it, in order.
    pub claims: Vec<Claim>,
    /// What each comparison came to, by claim.
    pub verdicts: Vec<Verdict>,
    /// What it states of named things, which other texts may state differently.
    pub stated: Vec<Statement>,
}

impl Linter {
    /// A linter for a language with these facts and all checks.
    pub fn new(mut language: Language, facts: FactBook) -> Self {
        let index = binding::Index::new(&facts, &mut language);
        let (language, facts, index) = (Arc::new(language), Arc::new(facts), Arc::new(index));
        Self { language, facts, index, checks: Arc::new(Checks::all()), policy: Arc::default(), today: None }
    }

    /// A linter for English with the fact packs and checks that ship with factlint.
    pub fn shipped() -> Self {
        let language = Language::english();
        let facts = FactBook::shipped(&language);
        Self::new(language, facts)
    }

    /// The same linter with some of the rules only.
    #[must_use]
    pub fn with_selection(self, selection: Selection) -> Self {
        self.with_policy(Policy::new([Wishes::from(selection)]))
    }

    /// The same linter with rules on and off, and severities, as somebody wants them.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = Arc::new(policy);
        self
    }

    /// The same linter, for a day on which it is asked whether what a text says still holds; see the rule `outdated`.
    #[must_use]
    pub fn with_today(mut self, today: Option<Date>) -> Self {
        self.today = today;
        self
    }

    /// What in the source cannot be true, in the order of the text.
    pub fn lint(&self, source: &Source) -> Vec<Diagnostic> {
        let reading = self.read(source);
        self.explainer(&reading).diagnose(&reading.verdicts)
    }

    /// What in the sources cannot be true, and what they say against each other.
    ///
    /// ```
    /// use factlint::pipeline::Linter;
    /// use factlint::source::Source;
    ///
    /// let linter = Linter::shipped();
    /// let one = Source::new("one.md", "Harlow Bridge was opened on 14 May 1931.");
    /// let other = Source::new("other.md", "Harlow Bridge was opened on 14 May 1932.");
    /// let findings = linter.lint_together(&[one, other]);
    /// assert_eq!("cross-document", findings[0].rule);
    /// ```
    pub fn lint_together(&self, sources: &[Source]) -> Vec<Diagnostic> {
        let all = sources.iter().map(|source| self.lint_and_state(source));
        let (found, stated): (Vec<_>, Vec<_>) = all.unzip();
        let disagreements = checks::disagreements(stated.concat());
        let source = |path: &str, doc: Option<&str>| {
            sources.iter().find(|source| (source.path(), source.doc()) == (path, doc)).cloned()
        };
        let across = disagreements.iter().filter_map(|found| self.across(found, source));
        found.into_iter().flatten().chain(across).collect()
    }

    /// What in the source cannot be true, and what it states that other sources may state differently: the
    /// statements do not hold on to its text.
    pub fn lint_and_state(&self, source: &Source) -> (Vec<Diagnostic>, Vec<Stated>) {
        let reading = self.read(source);
        let diagnostics = self.explainer(&reading).diagnose(&reading.verdicts);
        let wanted = self.policy.has(checks::CROSS_DOCUMENT, true);
        let Reading { document, claims, stated, .. } = &reading;
        let stated = || checks::stated(document, claims, stated);
        (diagnostics, if wanted { stated() } else { Vec::new() })
    }

    /// What two sources say against each other, as a diagnostic; `source` gives a source by its path and its
    /// id in a corpus.
    pub fn across(
        &self,
        found: &Disagreement,
        source: impl Fn(&str, Option<&str>) -> Option<Source>,
    ) -> Option<Diagnostic> {
        let own = self.checks.severity(checks::CROSS_DOCUMENT);
        explain::across(found, self.policy.severity(checks::CROSS_DOCUMENT, own), source)
    }

    /// The source with its claims and what they were compared with.
    pub fn read(&self, source: &Source) -> Reading {
        self.read_to(source, true)
    }

    /// The same, with what [`Linter::records`] tells: the findings may lack the notes and corrections of a diagnostic,
    /// which take longer than to find them.
    pub fn read_for_records(&self, source: &Source) -> Reading {
        self.read_to(source, false)
    }

    fn read_to(&self, source: &Source, in_full: bool) -> Reading {
        let document = document::read(source, &self.language.abbreviations);
        let (mut claims, mut cut, mut walk) = (Vec::new(), Cut::new(), Walk::default());
        let mut extractor = Extractor::new(&document, &self.language);
        let (mut verdicts, mut stated) = (Vec::new(), Vec::new());
        let asked = Asked::of(|check| self.policy.has(check, self.checks.is_on(check)));
        loop {
            let from = claims.len();
            let Some(part) = extractor.next_part(&mut claims, &mut cut) else { break };
            let binder = self.binder(&document, &claims, &cut);
            verdicts.extend(binding::judge(binder.bind(&mut walk, part)));
            let article = Article { from, cut: &cut, ..self.article(&document, &claims, &stated, in_full) };
            let (found, told) = checks::run_on_part(&article, &asked);
            verdicts.extend(found);
            stated.extend(told);
        }
        verdicts.extend(checks::run_on_all(&self.article(&document, &claims, &stated, in_full), &asked));
        verdicts.retain(|verdict| {
            let rule = self.rule(verdict);
            self.policy.has(rule, self.checks.is_on(rule))
        });
        verdicts.sort_by_key(|verdict| verdict.claim);
        Reading { document, claims, verdicts, stated }
    }

    /// What was understood, as data: one record a claim.
    ///
    /// ```
    /// use factlint::pipeline::Linter;
    /// use factlint::source::Source;
    ///
    /// let linter = Linter::shipped();
    /// let reading = linter.read_for_records(&Source::new("draft.md", "They met 193 members."));
    /// let found: Vec<_> = linter.records(&reading).map(|record| (record.column, record.text)).collect();
    /// assert_eq!(vec![(10, "193")], found);
    /// ```
    pub fn records<'r>(&'r self, reading: &'r Reading) -> impl Iterator<Item = Record<'r>> {
        explain::records(self.explainer(reading), &reading.verdicts)
    }

    /// Why claims of a reading were not held against facts whose subject stands beside them.
    pub fn refusals(&self, reading: &Reading) -> Vec<Refused> {
        self.binder(&reading.document, &reading.claims, &Cut::new()).refusals()
    }

    /// How much a contradiction of a reading matters; `None` if it is no finding.
    pub fn severity(&self, reading: &Reading, verdict: &Verdict) -> Option<Severity> {
        self.explainer(reading).severity(verdict)
    }

    /// The facts that texts are held against.
    pub fn facts(&self) -> &FactBook {
        &self.facts
    }

    /// How much findings matter.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The language that texts are read in.
    pub fn language(&self) -> &Language {
        &self.language
    }

    fn binder<'r>(&'r self, document: &'r Document, claims: &'r [Claim], cut: &'r Cut) -> Binder<'r> {
        let Self { facts, index, language, today, .. } = self;
        Binder { document, claims, facts, index, language, cut, today: *today }
    }

    fn article<'r>(
        &'r self,
        document: &'r Document,
        claims: &'r [Claim],
        stated: &'r [Statement],
        in_full: bool,
    ) -> Article<'r> {
        const NOTHING: &Cut = &Cut::new();
        Article { document, claims, language: &self.language, from: 0, cut: NOTHING, stated, in_full }
    }

    fn rule<'v>(&'v self, verdict: &'v Verdict) -> &'v str {
        match &verdict.against {
            Against::Fact { fact, .. } => &self.facts.facts[*fact].rule,
            Against::Later(_) => checks::OUTDATED,
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
            policy: &self.policy,
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

    #[test]
    fn records_need_no_notes() {
        let linter = Linter::shipped();
        let text = "Sales rose 52 percent to $5.0 million from $4.0 million. It won 48 of the 120 seats (45 percent).";
        let source = Source::new("draft.md", text);
        let (full, short) = (linter.read(&source), linter.read_for_records(&source));
        let records = |reading: &Reading| -> Vec<String> {
            linter.records(reading).filter_map(|record| serde_json::to_string(&record).ok()).collect()
        };
        assert_eq!(records(&full), records(&short));
        let noted = |reading: &Reading| {
            let finding = |verdict: &Verdict| match &verdict.against {
                Against::Check(finding) => !finding.notes.is_empty() && !finding.corrections.is_empty(),
                _ => false,
            };
            reading.verdicts.iter().filter(|verdict| finding(verdict)).count()
        };
        assert_eq!((2, 0), (noted(&full), noted(&short)));
    }

    #[test]
    fn a_long_text_is_read_like_each_of_its_sentences() {
        const TIMES: usize = 1_200;
        let linter = Linter::shipped();
        let once = "They met on Tuesday, 3 April 2020. The Treaty of Versailles was signed on 28 June 1918. \
                    Sales rose 20 percent to 5.0 million from 4.0 million.";
        let sequel = "Nobody had thought so. Sales were 4.0 million. They rose 20 percent to 5.0 million.";
        let rules = |text: String| -> Vec<String> {
            linter.lint(&Source::new("long.md", text)).into_iter().map(|found| found.rule).collect()
        };
        let expected = ["weekday-mismatch", "treaties/versailles-signed", "percent-change"];
        assert_eq!(expected.to_vec(), rules(once.to_owned()));
        // Paragraphs of several parts, and one that has more tokens than are kept.
        for between in ["\n\n", " "] {
            let found = rules(vec![once; TIMES].join(between));
            assert_eq!(expected.len() * TIMES, found.len());
            assert!(found.chunks(expected.len()).all(|own| own == expected), "{between:?}");
            // What two sentences say together is found, wherever a part ends.
            let found = rules(vec![sequel; TIMES].join(between));
            assert_eq!(TIMES, found.iter().filter(|rule| *rule == "percent-change").count(), "{between:?}");
        }
    }
}
