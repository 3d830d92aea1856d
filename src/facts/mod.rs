//! The reference side: subjects, their facts, and where in which file each stands.

use jiff::civil::Date;

use crate::claims::Claim;
use crate::diagnostic::{Label, Severity};
use crate::value::Number;

/// Everything that is held against a text.
#[derive(Debug, Default)]
pub struct FactBook {
    /// Whom or what the facts are about.
    pub subjects: Vec<Subject>,
    /// The facts, by subject in the order of their files.
    pub facts: Vec<Fact>,
    /// The examples that the fact files carry.
    pub examples: Vec<Example>,
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
    /// The file's name without folder and ending: the first half of a rule's id.
    pub pack: String,
}

/// A claim that somebody vouched for.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The subject, as an index into [`FactBook::subjects`].
    pub subject: usize,
    /// The id inside its subject: `signed`.
    pub id: String,
    /// The whole rule id: `us-taliban-agreement/signed`.
    pub rule: String,
    /// Words of which one must stand beside the value; inflected forms count.
    pub cues: Vec<String>,
    /// A regular expression over the sentence; its group `value` marks the claim.
    pub pattern: Option<regex::Regex>,
    /// The value, read by the grammar that reads articles; its spans count in the text of `is`.
    pub is: Claim,
    /// The value as the fact file writes it.
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

/// How far a claim may be from the fact before the two contradict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tolerance {
    /// Share of the fact's value, in per cent.
    Percent(Number),
    /// In the fact's own unit.
    Absolute(Number),
    /// In days, for dates.
    Days(i64),
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
