//! A sentence with claims: its words, what some of them do, and how far it is from each to the next.

use std::ops::Range;

use super::row::Row;
use super::words::Word;
use crate::language::{Beside, Language, Meaning, Role, Token};
use crate::span::Span;

/// A run of words: the first, and the one past the last.
pub(super) type Run = (usize, usize);

/// A sentence, cut into words, with the cost of going from each to the next.
pub(super) struct Sentence<'a> {
    text: &'a str,
    /// How much further on a place is in the block than in the sentence.
    shift: i64,
    /// The words; their spans count in the sentence.
    pub(super) words: &'a [Word<'a>],
    pub(super) language: &'a Language,
    /// Words and clause breaks from the sentence's beginning.
    way: Vec<u32>,
    /// Words that make the sentence something else than an assertion.
    pub(super) unasserted: Vec<Run>,
    /// Words that begin another clause.
    pub(super) breaks: Vec<usize>,
    /// Words for an anniversary with its number; 0 where an ordinal says it.
    pub(super) anniversaries: Vec<(Run, u16)>,
    /// Phrases that say how a value belongs to what is spoken of, by their first word.
    beside: Vec<(Beside, Run)>,
    /// By word: what the grammar of noun phrases needs of it.
    shapes: Vec<Shape>,
}

/// What a word is to a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A comma, bracket or other mark.
    Mark,
    /// A function word: “the”, “was”.
    Stop,
    /// “per”.
    Per,
    /// Any other word or a number.
    Content,
}

impl Shape {
    /// What a word is that means nothing.
    pub(super) fn of(word: &Word<'_>) -> Self {
        if word.text.starts_with(char::is_alphanumeric) { Self::Content } else { Self::Mark }
    }

    /// What a word is that means this as well.
    pub(super) const fn with(self, meaning: &Meaning) -> Self {
        match (self, meaning) {
            (Self::Mark, _) => Self::Mark,
            (_, Meaning::Role(Role::Per)) => Self::Per,
            (Self::Content, Meaning::Stop) => Self::Stop,
            _ => self,
        }
    }
}

impl<'a> Sentence<'a> {
    /// A sentence whose first byte is `shift` bytes into its block's text; less than none, if the sentence begins with
    /// what the header of a table says.
    pub(super) fn new(row: &Row<'a>, shift: i64) -> Self {
        let Row { text, words, tokens, language } = *row;
        let mut sentence = Self {
            text,
            shift,
            way: Vec::with_capacity(words.len()),
            shapes: Vec::with_capacity(words.len()),
            words,
            language,
            unasserted: Vec::new(),
            breaks: Vec::new(),
            anniversaries: Vec::new(),
            beside: Vec::new(),
        };
        let mut sum = 0;
        let mut rest = tokens;
        for at in 0..sentence.words.len() {
            let word = sentence.words[at];
            while let [first, behind @ ..] = rest
                && first.start < word.span.start
            {
                rest = behind;
            }
            let clause = sentence.look(at, rest);
            sum += 1 + cost(word.text) + if clause { CLAUSE } else { 0 };
            sentence.way.push(sum);
        }
        sentence
    }

    /// Notes what begins with a word; whether that is another clause.
    fn look(&mut self, at: usize, rest: &[Token]) -> bool {
        let mut shape = Shape::of(&self.words[at]);
        // What the language does not know begins nothing.
        if rest.first().is_none_or(|first| first.id == 0) {
            self.shapes.push(shape);
            return false;
        }
        let (mut unasserted, mut clause) = (None, false);
        let known = self.beside.len();
        for (length, meaning) in self.language.lexicon.meanings(self.text, rest) {
            shape = shape.with(meaning);
            match meaning {
                Meaning::Unasserted => unasserted = unasserted.or(Some((at, at + length))),
                Meaning::ClauseBreak => clause = true,
                Meaning::Anniversary(years) => self.anniversaries.push(((at, at + length), *years)),
                Meaning::Beside(kind) if self.beside[known..].iter().all(|(own, _)| own != kind) => {
                    self.beside.push((*kind, (at, at + length)));
                }
                _ => {}
            }
        }
        self.shapes.push(shape);
        self.unasserted.extend(unasserted);
        if clause {
            self.breaks.push(at);
        }
        clause
    }

    /// The words that a span of the block's text covers.
    pub(super) fn place_of(&self, span: Span) -> Run {
        let (start, end) = (i64::from(span.start) - self.shift, i64::from(span.end) - self.shift);
        let first = self.words.partition_point(|word| i64::from(word.span.end) <= start);
        let last = self.words.partition_point(|word| i64::from(word.span.start) < end);
        (first, last.max(first + 1))
    }

    /// Words and clause breaks between two runs of words; 0 if they touch.
    pub(super) fn distance(&self, one: Run, other: Run) -> u32 {
        let (left, right) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let at =
            |place: usize| self.way.get(place.min(self.way.len().saturating_sub(1))).copied().unwrap_or(0);
        if right.0 < left.1 { 0 } else { at(right.0).saturating_sub(at(left.1.saturating_sub(1))) }
    }

    /// The text of a word; nothing beyond the ends.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.text)
    }

    /// The text of a run of words.
    pub(super) fn text_of(&self, (first, end): Run) -> &'a str {
        let ends = self.words.get(first).zip(self.words.get(end.saturating_sub(1)));
        ends.map_or("", |(first, last)| &self.text[first.span.to(last.span).range()])
    }

    /// What a word is; beyond the ends there are marks.
    pub(super) fn shape(&self, at: usize) -> Shape {
        self.shapes.get(at).copied().unwrap_or(Shape::Mark)
    }

    /// The phrases of a kind that begin in a range of words.
    pub(super) fn beside(&self, kind: Beside, within: Range<usize>) -> impl Iterator<Item = Run> {
        let from = self.beside.partition_point(|(_, run)| run.0 < within.start);
        let rest = self.beside[from..].iter().take_while(move |(_, run)| run.0 < within.end);
        rest.filter(move |(own, _)| *own == kind).map(|(_, run)| *run)
    }

    /// Whether a phrase of a kind ends right in front of a word.
    pub(super) fn ends_at(&self, kind: Beside, at: usize) -> Option<Run> {
        /// The longest of those phrases, in words.
        const LONGEST: usize = 6;
        self.beside(kind, at.saturating_sub(LONGEST)..at).find(|run| run.1 == at)
    }

    /// Whether a word is the ending of a possessive: the s of “Kenya’s”.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.beside(Beside::Possessive, at..at + 1).next().is_some()
    }

    /// Whether a mark of these stands in a range of words.
    pub(super) fn has_mark(&self, within: Range<usize>, marks: &[&str]) -> bool {
        within.start < within.end && (within.start..within.end).any(|at| marks.contains(&self.text(at)))
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
