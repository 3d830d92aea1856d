//! The reference side: subjects, their facts, and where in which file each stands.
//!
//! A fact file is read in three steps: [`crate::yaml`] makes a tree whose nodes know their places and holds it
//! against the [`schema`], [`subject`] and [`fact`] make rules of it that [`load`] fills, once or for each row of
//! a [`table`], and [`conflict`] holds the facts against each other. Every step says all that is wrong and goes
//! on with the rest.

mod common;
mod conflict;
mod fact;
pub mod import;
mod is;
mod json_schema;
mod life;
mod lint;
mod load;
mod part;
mod pattern;
pub mod schema;
mod shipped;
mod subject;
mod table;
mod template;
mod tolerance;
mod when;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claims::Claim;
use crate::diagnostic::{Label, Severity};
use crate::source::Source;
use crate::span::Span;
use crate::value::Extent;

pub use json_schema::json_schema;
pub use life::{Derived, Event, Life};
pub use lint::Look;
pub use load::{MAX_BYTES, Open};
pub use pattern::Pattern;
pub use shipped::SHIPPED;
pub use tolerance::Tolerance;

/// The rule id of everything that is said about fact files.
pub const RULE: &str = "fact-file";

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
    /// The facts, in the order of their files; those of a table row by row.
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
    pub called: Arc<[String]>,
    /// The days of its life, if the file gives some.
    pub life: Option<Box<Life>>,
    /// The file's name without folder and ending: the first half of a rule's id.
    pub pack: Arc<str>,
}

/// A claim that somebody vouched for. The facts that a table's rows make share what is the same in all.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The subject, as an index into [`FactBook::subjects`].
    pub subject: usize,
    /// The id, its own in the file but for the rows of a table: `signed`.
    pub id: Arc<str>,
    /// The whole rule id: `us-taliban-agreement/signed`.
    pub rule: Arc<str>,
    /// Words of which one must stand beside the value; inflected forms count.
    pub cues: Arc<[String]>,
    /// The day of a life that it is, if it is one.
    pub event: Option<Event>,
    /// Words near a cue that make it another measure.
    pub unless: Arc<[String]>,
    /// A regular expression over the sentence; its group `value` marks the claim.
    pub pattern: Option<Pattern>,
    /// The value, read by the grammar that reads articles; its spans count in [`Fact::text`]. Of values
    /// through the years it is the latest, of disputed values the first.
    pub is: Claim,
    /// The value as the fact file writes it, with its `hedge` in front.
    pub text: Box<str>,
    /// The value of each time, by time, [`Fact::is`] last; nothing if the fact has one value.
    pub dated: Box<[Dated]>,
    /// Other values that are accepted as well as [`Fact::is`].
    pub also: Box<[Accepted]>,
    /// How far off a claim may be.
    pub tolerance: Option<Tolerance>,
    /// First day on which the fact holds.
    pub from: Option<Date>,
    /// Last day on which the fact holds.
    pub until: Option<Date>,
    /// Who says so.
    pub source: Option<Arc<str>>,
    /// When somebody last looked.
    pub checked: Option<Date>,
    /// Anything a reader of a finding should know.
    pub note: Option<Arc<str>>,
    /// How much a contradiction matters.
    pub severity: Severity,
    /// The value's place in the fact file, or its cell in a table.
    pub place: Place,
}

/// The value of a fact at one time.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The first day of the time.
    pub first: Date,
    /// The last day of the time.
    pub last: Date,
    /// The value; its spans count in [`Dated::text`].
    pub is: Claim,
    /// The value as the fact file writes it, with its `hedge` in front.
    pub text: Box<str>,
    /// Where it stands.
    pub place: Place,
}

/// One of the values of a disputed fact.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The value; its spans count in [`Accepted::text`].
    pub is: Claim,
    /// The value as the fact file writes it, with its `hedge` in front.
    pub text: Box<str>,
    /// Who says so.
    pub source: Box<str>,
    /// Where it stands.
    pub place: Place,
}

/// A place in a fact file or in a table.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub source: Source,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// The place with a few words.
    pub fn label(&self, message: String) -> Label {
        Label { source: self.source.clone(), span: self.span, message }
    }
}

impl FactBook {
    /// The facts that stand beside one in its file: those of its subject, and at most as many others.
    pub fn beside(&self, fact: &Fact) -> &[Fact] {
        /// More facts of one subject are no neighbours.
        const FAR: usize = 64;
        let at = self.facts.partition_point(|other| other.subject < fact.subject);
        let end = self.facts.partition_point(|other| other.subject <= fact.subject);
        self.facts.get(at..end.min(at + FAR)).unwrap_or_default()
    }
}

impl Fact {
    /// The values that agree with the fact: its extent, widened by its tolerance.
    pub fn accepted(&self) -> Option<Extent> {
        self.around(&self.is)
    }

    /// The values that agree with one of the fact's values ([`Fact::is`], one of [`Fact::dated`] or of
    /// [`Fact::also`]): its extent, widened by the fact's tolerance.
    pub fn around(&self, is: &Claim) -> Option<Extent> {
        let extent = is.extent.as_ref()?;
        Some(self.tolerance.as_ref().map_or_else(|| extent.clone(), |tolerance| tolerance.widen(extent)))
    }

    /// The value's place with what a finding says there: `signed (source: state.gov, checked 2026-11-02)`.
    pub fn label(&self) -> Label {
        let source = self
            .source
            .as_ref()
            .map_or("no source".to_owned(), |source| format!("source: {}", short(source)));
        let checked = self.checked.map_or(String::new(), |checked| format!(", checked {checked}"));
        self.place.label(format!("{} ({source}{checked})", self.id))
    }

    /// The fact with the value of one of its times as its value.
    pub fn at(&self, dated: Option<usize>) -> Cow<'_, Self> {
        let Some(value) = dated.and_then(|dated| self.dated.get(dated)) else { return Cow::Borrowed(self) };
        let (is, text, place) = (value.is.clone(), value.text.clone(), value.place.clone());
        Cow::Owned(Self { is, text, place, ..self.clone() })
    }

    /// The places of all values that are accepted, each with its source.
    pub fn labels(&self) -> Vec<Label> {
        let also = self
            .also
            .iter()
            .map(|other| other.place.label(format!("{} (source: {})", self.id, short(&other.source))));
        std::iter::once(self.label()).chain(also).collect()
    }
}

/// The host of an address; anything else as it is.
fn short(source: &str) -> &str {
    let Some((_, rest)) = source.split_once("://") else { return source };
    let host = rest.split(['/', '?', '#', ' ']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// A sentence that a rule file gives as an example, and what must come of it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The file's pack (see [`Subject::pack`]).
    pub pack: Arc<str>,
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
