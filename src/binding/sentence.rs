//! A sentence with claims: its words, and how far it is from each to the next.

use super::index::Index;
use super::words::{Word, words_of};
use crate::claims::Claim;
use crate::document::Document;
use crate::facts::FactBook;
use crate::language::{Language, Meaning, tokenize};
use crate::span::Span;

/// A sentence with claims, and everything that they may be held against.
pub(super) struct Place<'a> {
    pub(super) document: &'a Document,
    /// The claims of one sentence.
    pub(super) claims: &'a [Claim],
    /// The index of the first of them among the document's claims.
    pub(super) first: usize,
    pub(super) facts: &'a FactBook,
    pub(super) index: &'a Index,
    pub(super) language: &'a Language,
}

/// A cue further from its claim than this says nothing about it.
pub(super) const FARTHEST: u32 = 40;

/// A sentence, cut into words, with the cost of going from each to the next.
pub(super) struct Sentence<'a> {
    pub(super) words: Vec<Word<'a>>,
    /// Words and clause breaks from the sentence's beginning.
    way: Vec<u32>,
    /// Words that make the sentence something else than an assertion.
    pub(super) unasserted: Vec<(usize, usize)>,
    /// Words that begin another clause.
    pub(super) breaks: Vec<usize>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(text: &'a str, start: u32, language: &Language) -> Self {
        let mut tokens = Vec::new();
        tokenize(text, |piece, class| language.lexicon.id(piece, class), &mut tokens);
        let mut words = words_of(text, &tokens);
        let mut unasserted = Vec::new();
        let mut breaks = Vec::new();
        let mut way = Vec::with_capacity(words.len());
        let mut sum = 0;
        for (at, word) in words.iter().enumerate() {
            let token = tokens.partition_point(|token| token.start < word.span.start);
            let rest = &tokens[token.min(tokens.len())..];
            let find = |wanted: &Meaning| {
                language
                    .lexicon
                    .find(text, rest, |meaning| (meaning == wanted).then_some(()))
                    .map(|(n, ())| n)
            };
            if let Some(length) = find(&Meaning::Unasserted) {
                unasserted.push((at, at + length));
            }
            let begins_clause = find(&Meaning::ClauseBreak).is_some();
            if begins_clause {
                breaks.push(at);
            }
            sum += 1 + cost(word.text) + if begins_clause { CLAUSE } else { 0 };
            way.push(sum);
        }
        for word in &mut words {
            word.span = word.span.shifted(start);
        }
        Self { words, way, unasserted, breaks }
    }

    /// The words that a span covers: the first, and the one past the last.
    pub(super) fn place_of(&self, span: Span) -> (usize, usize) {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        let last = self.words.partition_point(|word| word.span.start < span.end);
        (first, last.max(first + 1))
    }

    /// Words and clause breaks between two runs of words; 0 if they touch.
    pub(super) fn distance(&self, one: (usize, usize), other: (usize, usize)) -> u32 {
        let (left, right) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let at =
            |place: usize| self.way.get(place.min(self.way.len().saturating_sub(1))).copied().unwrap_or(0);
        if right.0 < left.1 { 0 } else { at(right.0).saturating_sub(at(left.1.saturating_sub(1))) }
    }
}

/// What a clause break costs, in words.
const CLAUSE: u32 = 6;

/// What a mark or joining word costs beyond its place, in words.
fn cost(word: &str) -> u32 {
    match word {
        ";" | ":" | "•" => 2 * CLAUSE,
        "(" | ")" => 2,
        "," | "and" => 1,
        _ => 0,
    }
}

/// A claim that measures what the fact does, and how near it stands.
pub(super) struct Near {
    pub(super) distance: u32,
    /// Its place among the sentence's claims.
    pub(super) offset: usize,
    /// The words of the nearest cue.
    pub(super) cue: Option<(usize, usize)>,
    pub(super) agrees: bool,
}
