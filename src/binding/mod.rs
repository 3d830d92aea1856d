//! Which fact a claim speaks of, and why; then what the comparison comes to.
//!
//! A claim binds to a fact when one sentence has the fact's subject (a name, or all words of a
//! description), a cue, and a claim that measures the same thing. Where several claims compete for a fact
//! or several facts for a claim, distance in words and clauses decides, or nothing is bound.

mod candidate;
mod doubt;
mod index;
mod keys;
mod sentence;
mod stem;
mod words;

pub use index::Index;
pub(crate) use stem::stem;

use crate::claims::Claim;
use crate::document::Document;
use crate::facts::FactBook;
use crate::language::Language;
use crate::verdict::{Against, Outcome, Verdict};

/// A claim and the fact that it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The claim, as an index into the document's claims.
    pub claim: usize,
    /// The fact, as an index into the fact book's facts.
    pub fact: usize,
    /// How far apart claim, cue and subject stand: words, and more for each clause between.
    pub distance: u32,
    /// Whether the two can both be true.
    pub agrees: bool,
    /// Why a contradiction could not be told from something else, if so.
    pub doubt: Option<String>,
    /// What brought the two together.
    pub why: Vec<String>,
}

/// Brings claims and facts together, sentence by sentence.
pub fn bind(
    document: &Document,
    claims: &[Claim],
    facts: &FactBook,
    index: &Index,
    language: &Language,
) -> Vec<Binding> {
    let mut bindings = Vec::new();
    let mut first = 0;
    for sentence in claims.chunk_by(|one, next| (one.block, one.sentence) == (next.block, next.sentence)) {
        let place = sentence::Place { document, claims: sentence, first, facts, index, language };
        bindings.extend(candidate::bind(&place));
        first += sentence.len();
    }
    bindings
}

/// What each binding comes to.
pub fn judge(bindings: Vec<Binding>) -> Vec<Verdict> {
    bindings
        .into_iter()
        .map(|binding| {
            let outcome = match (binding.agrees, binding.doubt) {
                (true, _) => Outcome::Agrees,
                (false, None) => Outcome::Contradicts,
                (false, Some(doubt)) => Outcome::Ambiguous(doubt),
            };
            Verdict { claim: binding.claim, against: Against::Fact(binding.fact), outcome, why: binding.why }
        })
        .collect()
}
