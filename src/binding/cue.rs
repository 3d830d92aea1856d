//! Where a sentence speaks of what a fact measures: its cues, and whether a word in front makes them another
//! measure: “the prison population”.

use rustc_hash::FxHashMap;

use super::index::{Index, Mention};
use super::sentence::{Run, Sentence, Shape};
use super::words::Case;
use crate::language::Beside;

/// The cues in a sentence, by phrase.
pub(super) type Phrases = FxHashMap<u32, Vec<Run>>;

/// The cues of the subjects that a sentence mentions, the longest where they overlap: “population growth” is
/// no “population”.
pub(super) struct Cues {
    places: Phrases,
}

impl Cues {
    /// The cues of all facts of these subjects.
    pub(super) fn new(index: &Index, phrases: &Phrases, mentions: &[Mention]) -> Self {
        let facts = mentions.iter().flat_map(|mention| index.facts_of(mention.subject));
        let mut numbers: Vec<u32> = facts.flat_map(|fact| index.cues_of(fact)).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut all: Vec<(Run, u32)> = Vec::new();
        for number in numbers {
            let places = phrases.get(&number).into_iter().flatten();
            all.extend(places.map(|run| (*run, number)));
        }
        let longest = |(run, _): &(Run, u32)| {
            let inside = |(other, _): &(Run, u32)| {
                other.0 <= run.0 && run.1 <= other.1 && other.1 - other.0 > run.1 - run.0
            };
            !all.iter().any(inside)
        };
        let named = |run: &Run| {
            mentions
                .iter()
                .any(|mention| mention.is_named() && mention.words.0 <= run.0 && run.1 <= mention.words.1)
        };
        let mut places = Phrases::default();
        for (run, number) in all.iter().filter(|cue| longest(cue) && !named(&cue.0)) {
            places.entry(*number).or_default().push(*run);
        }
        Self { places }
    }

    /// Where cues stand, with their phrases.
    pub(super) fn all(&self) -> impl Iterator<Item = (Run, u32)> + '_ {
        self.places.iter().flat_map(|(number, runs)| runs.iter().map(|run| (*run, *number)))
    }

    /// Where one of a fact's cues stands.
    pub(super) fn of<'c>(&'c self, cues: &'c [u32]) -> impl Iterator<Item = Run> + 'c {
        cues.iter().filter_map(|cue| self.places.get(cue)).flatten().copied()
    }
}

/// Whether a word in front of a cue makes it something else: “the urban population”, “the average
/// population”. Only words that are known to leave a measure as it is are let pass, since nobody can list the others.
pub(super) fn is_qualified(sentence: &Sentence<'_>, cue: Run, mentions: &[Mention]) -> bool {
    let named = |at: usize| {
        mentions.iter().any(|mention| mention.is_named() && mention.words.0 <= at && at < mention.words.1)
    };
    if sentence.ends_at(Beside::Part, cue.0).is_some() {
        return true;
    }
    let mut at = cue.0;
    // A phrase of two words in front is looked at as one.
    while let Some(before) = at.checked_sub(1) {
        if let Some(run) = sentence.ends_at(Beside::Neutral, at) {
            at = run.0;
            continue;
        }
        return match sentence.shape(before) {
            Shape::Mark if sentence.text(before) == "'" || sentence.text(before) == "’" => false,
            Shape::Mark | Shape::Stop | Shape::Per => false,
            Shape::Content if named(before) || is_number(sentence.text(before)) => false,
            // The s of “Kenya’s”.
            Shape::Content if sentence.is_possessive(before) => false,
            Shape::Content if sentence.language.has_adverb_ending(sentence.text(before)) => false,
            Shape::Content => is_adjective_or_noun(sentence, before),
        };
    }
    false
}

/// Whether a word belongs to the cue's noun phrase: one behind an article, a preposition or a possessive does, a verb
/// behind a name does not.
fn is_adjective_or_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let small = |at: usize| {
        sentence.words[at].case == Case::Lower && !sentence.is_possessive(at) && !is_number(sentence.text(at))
    };
    if !small(at) {
        return true;
    }
    let first = (0..at)
        .rev()
        .take_while(|at| sentence.shape(*at) == Shape::Content && small(*at))
        .last()
        .unwrap_or(at);
    first.checked_sub(1).is_some_and(|before| {
        sentence.shape(before) == Shape::Stop
            || sentence.is_possessive(before)
            || sentence.text(before) == "’"
    })
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}
