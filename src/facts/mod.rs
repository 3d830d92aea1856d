//! The reference side: subjects, their facts, and where in which file each stands.
//!
//! A fact file is read in four steps: [`yaml`] makes a tree whose nodes know their places, [`schema`]
//! checks the tree's shape and lets `serde_yaml` decode what fits, [`load`] and [`fact`] make facts of it,
//! and [`conflict`] holds them against each other. Every step says all that is wrong and goes on with the rest.

mod conflict;
mod fact;
mod is;
mod lint;
mod load;
mod problem;
pub mod schema;
mod shipped;
mod tolerance;
mod when;
mod yaml;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claims::Claim;
use crate::diagnostic::{Label, Severity};
use crate::source::Source;
use crate::value::Extent;

pub use problem::RULE;
pub use shipped::SHIPPED;
pub use tolerance::Tolerance;

/// Everything that is held against a text.
///
/// ```
/// use factlint::facts::FactBook;
/// use factlint::language::Language;
/// use factlint::source::Source;
///
/// let file = "\
/// subject: US–Taliban agreement
/// facts:
///   - id: signed
///     cue: [signed]
///     is: 29 February 2020
///     source: https://www.state.gov/
/// ";
/// let mut book = FactBook::default();
/// let problems = book.load(&Source::new("doha.yaml", file), &Language::english());
/// assert_eq!("unknown key `cue`; did you mean `cues`?", problems[0].message);
/// ```
#[derive(Debug, Default)]
pub struct FactBook {
    /// Whom or what the facts are about.
    pub subjects: Vec<Subject>,
    /// The facts, by subject in the order of their files.
    pub facts: Vec<Fact>,
    /// The examples that the fact files carry.
    pub examples: Vec<Example>,
    /// The files that have been loaded, by pack.
    packs: FxHashMap<String, Source>,
}

/// Somebody or something that facts are about.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The name as the fact file writes it.
    pub name: String,
    /// Other names.
    pub names: Vec<String>,
    /// Sets of words; all of one set in one sentence mean the subject.
    pub described: Vec<Vec<String>>,
    /// What a text calls it once it has been named: “agreement” for “the agreement”.
    pub called: Vec<String>,
    /// The file's name without folder and ending: the first half of a rule's id.
    pub pack: String,
}

/// A claim that somebody vouched for.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The subject, as an index into [`FactBook::subjects`].
    pub subject: usize,
    /// The id, its own in the file: `signed`.
    pub id: String,
    /// The whole rule id: `us-taliban-agreement/signed`.
    pub rule: String,
    /// Words of which one must stand beside the value; inflected forms count.
    pub cues: Vec<String>,
    /// Words near a cue that make it another measure.
    pub unless: Vec<String>,
    /// A regular expression over the sentence; its group `value` marks the claim.
    pub pattern: Option<regex::Regex>,
    /// The value, read by the grammar that reads articles; its spans count in [`Fact::text`].
    pub is: Claim,
    /// The value as the fact file writes it, with its `hedge` in front.
    pub text: String,
    /// How far off a claim may be.
    pub tolerance: Option<Tolerance>,
    /// First day on which the fact holds.
    pub from: Option<Date>,
    /// Last day on which the fact holds.
    pub until: Option<Date>,
    /// Who says so.
    pub source: Option<String>,
    /// When somebody last looked.
    pub checked: Option<Date>,
    /// Anything a reader of a finding should know.
    pub note: Option<String>,
    /// How much a contradiction matters.
    pub severity: Severity,
    /// The value's place in the fact file, with the label that a finding shows there.
    pub place: Label,
}

impl Fact {
    /// The values that agree with the fact: its extent, widened by its tolerance.
    pub fn accepted(&self) -> Option<Extent> {
        let extent = self.is.extent.as_ref()?;
        Some(self.tolerance.as_ref().map_or_else(|| extent.clone(), |tolerance| tolerance.widen(extent)))
    }
}

/// A sentence that a rule file gives as an example, and what must come of it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The file's pack (see [`Subject::pack`]).
    pub pack: String,
    /// The sentence.
    pub text: String,
    /// The fact's id; for a silent example `None`.
    pub fact: Option<String>,
    /// What must come of it.
    pub expected: Expectation,
    /// The date of the document that the sentence stands in.
    pub date: Option<Date>,
    /// The place in the rule file.
    pub place: Label,
}

/// What must come of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expectation {
    /// A contradiction with the named fact.
    Contradicts,
    /// The named fact binds and agrees.
    Agrees,
    /// Nothing binds.
    Silent,
}
