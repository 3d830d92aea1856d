//! The tokens of the sentences that have claims: who reads such a sentence after the grammars need not cut it again.

use crate::language::{Starts, Token};

/// The tokens of sentences, by the first claim of each.
#[derive(Debug, Default)]
pub struct Cut {
    tokens: Vec<Token>,
    sentences: Vec<Kept>,
}

#[derive(Debug)]
struct Kept {
    /// The index of the sentence's first claim.
    first: usize,
    /// Past its last token.
    end: usize,
    /// What all of them may be good for.
    present: Starts,
}

/// So many tokens are kept at once, so that they stay near the processor; what has more is cut again.
const MOST: usize = 1 << 15;

impl Cut {
    /// Nothing is kept: every sentence is cut again.
    pub const fn new() -> Self {
        Self { tokens: Vec::new(), sentences: Vec::new() }
    }

    /// The tokens of the sentence whose first claim has this index; their spans count in the sentence.
    pub fn of(&self, first: usize) -> Option<&[Token]> {
        let at = self.sentences.binary_search_by_key(&first, |kept| kept.first).ok()?;
        let start = at.checked_sub(1).map_or(0, |before| self.sentences[before].end);
        self.tokens.get(start..self.sentences[at].end)
    }

    /// What the words of each sentence that is kept may be good for, by its first claim, in order.
    pub fn words(&self) -> impl Iterator<Item = (usize, Starts)> {
        self.sentences.iter().map(|kept| (kept.first, kept.present))
    }

    pub(super) fn clear(&mut self) {
        self.tokens.clear();
        self.sentences.clear();
    }

    /// Where the next sentence is cut to.
    pub(super) const fn next(&mut self) -> &mut Vec<Token> {
        &mut self.tokens
    }

    /// Keeps the sentence that was cut last, and whose first claim has this index.
    pub(super) fn keep(&mut self, first: usize, present: Starts) {
        if self.tokens.len() <= MOST {
            self.sentences.push(Kept { first, end: self.tokens.len(), present });
        }
    }

    /// Forgets what was cut and is not kept.
    pub(super) fn forget(&mut self) {
        let end = self.sentences.last().map_or(0, |kept| kept.end);
        self.tokens.truncate(end);
    }
}
