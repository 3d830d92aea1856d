//! Articles that say something else about the same thing: “Harlow Bridge was opened in 1932” where all others say 1931.
//!
//! What each article states of things with a name is kept, without its text, and compared when all are read.

use super::statement::{Statement, majority};
use super::{Check, Run};
use crate::claims::Claim;
use crate::document::Document;
use crate::span::Span;
use crate::value::Number;

pub(super) const CHECK: Check = Check {
    id: ID,
    file: ("rules/checks/cross-document.yaml", include_str!("../../rules/checks/cross-document.yaml")),
    // One article has nothing to be compared with.
    run: Run::Document(|_| Vec::new()),
};

/// The check's id.
pub const ID: &str = "cross-document";

/// What an article states of a named thing, and where.
#[derive(Debug, Clone)]
pub struct Stated {
    /// The source's path.
    pub path: String,
    /// The document's id in a corpus.
    pub doc: Option<String>,
    /// Where in the source.
    pub span: Span,
    /// The words of the claim.
    pub text: String,
    /// Of what: “Harlow Bridge opened”.
    pub words: String,
    about: String,
    ends: (Number, Number),
}

/// A statement that does not go with what most articles say.
#[derive(Debug, Clone)]
pub struct Disagreement {
    /// The statement.
    pub one: Stated,
    /// Some of those that it does not go with, the first by path and place.
    pub others: Vec<Stated>,
    /// How many articles say what `others` do.
    pub count: usize,
}

/// What an article states of things with a name, without its text.
pub fn stated(document: &Document, claims: &[Claim], statements: &[Statement]) -> Vec<Stated> {
    let source = &document.source;
    let stated = |one: &Statement| {
        let claim = &claims[one.claim];
        let block = &document.blocks[claim.block as usize];
        Stated {
            path: source.path().to_owned(),
            doc: source.doc().map(str::to_owned),
            span: block.text.to_source(claim.span),
            text: block.text[claim.span.range()].to_owned(),
            words: one.words.clone(),
            about: one.about.clone(),
            ends: one.ends.clone(),
        }
    };
    statements.iter().map(stated).collect()
}

/// The statements that most articles contradict, in the order of path and place.
pub fn disagreements(mut all: Vec<Stated>) -> Vec<Disagreement> {
    all.sort_by(|one, other| one.order().cmp(&other.order()));
    let mut found: Vec<Disagreement> = all
        .chunk_by(|one, other| one.about == other.about)
        .filter(|same| same.len() > 1)
        .flat_map(disagreements_on)
        .collect();
    found.sort_by(|one, other| one.one.place().cmp(&other.one.place()));
    found
}

fn disagreements_on(same: &[Stated]) -> Vec<Disagreement> {
    /// So many of the others are pointed at.
    const SHOWN: usize = 3;
    // An article that says a thing twice is one voice.
    let mut voices: Vec<&Stated> = Vec::new();
    for stated in same {
        if voices.last().is_none_or(|last| last.article() != stated.article() || last.ends != stated.ends) {
            voices.push(stated);
        }
    }
    let statements: Vec<Statement> = voices.iter().map(|one| one.as_statement()).collect();
    let Some(value) = majority(&statements.iter().collect::<Vec<_>>()) else { return Vec::new() };
    let covers = |one: &Stated| one.ends.0 <= value && value <= one.ends.1;
    let (most, rest): (Vec<&Stated>, Vec<&Stated>) = voices.into_iter().partition(|one| covers(one));
    // What an article says against itself is another check's.
    let others = |one: &Stated| most.iter().filter(|other| other.article() != one.article()).count();
    let disagreement = |one: &Stated| Disagreement {
        one: one.clone(),
        others: most.iter().take(SHOWN).map(|other| (*other).clone()).collect(),
        count: others(one),
    };
    let apart = |one: &&Stated| most.iter().take(SHOWN).any(|other| other.article() != one.article());
    rest.into_iter().filter(apart).map(disagreement).collect()
}

impl Stated {
    fn article(&self) -> (&str, Option<&str>) {
        (&self.path, self.doc.as_deref())
    }

    fn place(&self) -> (&str, Option<&str>, Span) {
        (&self.path, self.doc.as_deref(), self.span)
    }

    fn order(&self) -> (&str, &str, Option<&str>, Span) {
        (&self.about, &self.path, self.doc.as_deref(), self.span)
    }

    fn as_statement(&self) -> Statement {
        Statement { about: String::new(), words: String::new(), claim: 0, ends: self.ends.clone() }
    }
}
