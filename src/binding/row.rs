//! The words of a sentence, of which one is looked up when it is asked for: to tell whether a sentence speaks of a subject,
//! a few are enough.

use super::sentence::{Run, Shape};
use super::words::Word;
use crate::language::{Beside, Language, Meaning, Starts, Token};

/// A sentence, cut into words.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) text: &'a str,
    /// The words; their spans count in the sentence.
    pub(super) words: &'a [Word<'a>],
    /// The tokens that the words are made of.
    pub(super) tokens: &'a [Token],
    pub(super) language: &'a Language,
}

impl<'a> Row<'a> {
    /// The text of a word; nothing beyond the ends.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.text)
    }

    /// What a word is; beyond the ends there are marks.
    pub(super) fn shape(&self, at: usize) -> Shape {
        let shape = self.words.get(at).map_or(Shape::Mark, Shape::of);
        // No meaning makes a word of a mark.
        if shape == Shape::Mark {
            return shape;
        }
        self.meanings(at).fold(shape, |shape, (_, meaning)| shape.with(meaning))
    }

    /// The phrase of a kind that begins with a word.
    pub(super) fn beside(&self, kind: Beside, at: usize) -> Option<Run> {
        let mut lengths = self.meanings(at).filter(|(_, meaning)| **meaning == Meaning::Beside(kind));
        lengths.next().map(|(length, _)| (at, at + length))
    }

    /// Whether a word is the ending of a possessive: the s of “Kenya’s”.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.beside(Beside::Possessive, at).is_some()
    }

    /// The words that may stand for what was spoken of before.
    pub(super) fn carrying(&self) -> impl Iterator<Item = usize> {
        let tokens = self.tokens.iter().filter(|token| token.uses.marks.meets(Starts::CARRIES));
        tokens.filter_map(|token| self.words.binary_search_by_key(&token.start, |word| word.span.start).ok())
    }

    /// What the phrases mean that begin with a word, longer ones first, with their lengths.
    fn meanings(&self, at: usize) -> impl Iterator<Item = (usize, &'a Meaning)> {
        let rest = self.words.get(at).map_or(&[][..], |word| {
            &self.tokens[self.tokens.partition_point(|token| token.start < word.span.start)..]
        });
        self.language.lexicon.meanings(self.text, rest)
    }
}
