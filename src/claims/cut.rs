//! The tokens of the sentences that have claims or may speak of a subject: who reads such a sentence after the grammars
//! need not cut it again.

use std::ops::Range;

use crate::language::{Starts, Token};

/// The tokens of sentences of a part of a text.
#[derive(Debug, Default)]
pub struct Cut {
    tokens: Vec<Token>,
    /// What the words of each sentence of the part may be good for.
    present: Vec<Starts>,
    kept: Vec<Kept>,
}

/// A sentence that has claims or may speak of a subject.
#[derive(Debug)]
pub struct CutSentence {
    /// The sentence, counted from the beginning of its part.
    pub number: usize,
    /// The indices of its claims.
    pub claims: Range<usize>,
    /// Its place among those that are kept.
    at: usize,
}

#[derive(Debug)]
struct Kept {
    /// The sentence, counted from the beginning of the part.
    number: usize,
    /// The index of the next claim, and whether the sentence has it.
    claim: (usize, bool),
    /// Past its last token.
    end: usize,
    /// Whether its tokens are kept, not only what its words may be good for.
    whole: bool,
}

/// So many tokens are kept at once, so that they stay near the processor; what has more is cut again where it is
/// needed.
const MOST: usize = 1 << 15;

impl Cut {
    /// Nothing is kept: every sentence is cut again.
    pub const fn new() -> Self {
        Self { tokens: Vec::new(), present: Vec::new(), kept: Vec::new() }
    }

    /// The tokens of the sentence whose first claim has this index; their spans count in the sentence.
    pub fn of(&self, first: usize) -> Option<&[Token]> {
        self.tokens_of(self.kept.binary_search_by_key(&(first, true), |kept| kept.claim).ok()?)
    }

    /// The sentences that have claims or may speak of a subject, in order; `claims` is one past the last claim so far.
    pub fn sentences(&self, claims: usize) -> impl Iterator<Item = CutSentence> {
        self.kept.iter().enumerate().map(move |(at, kept)| CutSentence {
            number: kept.number,
            claims: kept.claim.0..self.kept.get(at + 1).map_or(claims, |next| next.claim.0),
            at,
        })
    }

    /// The tokens of one of these sentences, if they were kept; their spans count in the sentence.
    pub fn of_sentence(&self, sentence: &CutSentence) -> Option<&[Token]> {
        self.tokens_of(sentence.at)
    }

    fn tokens_of(&self, at: usize) -> Option<&[Token]> {
        if !self.kept.get(at)?.whole {
            return None;
        }
        let start = at.checked_sub(1).map_or(0, |before| self.kept[before].end);
        self.tokens.get(start..self.kept[at].end)
    }

    /// What the words of the sentence with this number in its part may be good for, if that is known.
    pub fn present(&self, number: usize) -> Option<Starts> {
        self.present.get(number).copied()
    }

    /// What the words of each sentence with claims may be good for, by its first claim, in order.
    pub fn words(&self) -> impl Iterator<Item = (usize, Starts)> {
        let told = self.kept.iter().filter(|kept| kept.claim.1);
        told.map(|kept| (kept.claim.0, self.present.get(kept.number).copied().unwrap_or(Starts::ALL)))
    }

    pub(super) fn clear(&mut self) {
        self.tokens.clear();
        self.present.clear();
        self.kept.clear();
    }

    /// Where the next sentence is cut to.
    pub(super) const fn next(&mut self) -> &mut Vec<Token> {
        &mut self.tokens
    }

    /// Goes on behind the sentence that was cut last; the next claim, if the sentence has it, has this index.
    pub(super) fn go_on(&mut self, claim: (usize, bool), present: Starts) {
        let (number, end) = (self.present.len(), self.tokens.len());
        self.present.push(present);
        if claim.1 || present.meets(Starts::SUBJECT) {
            let whole = end <= MOST;
            let end = if whole { end } else { self.kept.last().map_or(0, |kept| kept.end) };
            self.kept.push(Kept { number, claim, end, whole });
        }
        self.tokens.truncate(self.kept.last().map_or(0, |kept| kept.end));
    }
}
