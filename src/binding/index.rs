//! Names, descriptions and cues of all facts, found by their first word: a text's words are looked up
//! once each, however many facts there are.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::heads::Heads;
use super::keys::Keys;
use super::kinds::Kinds;
use super::names::Names;
use super::stem::{certain_letters, stem, write_stem};
use super::words::{Case, Word, words};
use crate::facts::FactBook;
use crate::language::{Language, Watched};

/// A word of some name or cue, as a number.
pub(super) type Id = u32;

/// What is looked for in sentences.
#[derive(Debug, Default)]
pub struct Index {
    /// Words without which a sentence speaks of no subject.
    pub(super) keys: Keys,
    /// The names of all subjects.
    pub(super) names: Names,
    /// Words of cues and descriptions, without their endings.
    stems: FxHashMap<Box<str>, Id>,
    /// How they begin.
    stem_heads: Heads,
    /// By the first word's stem.
    phrases: FxHashMap<Id, Vec<Phrase>>,
    phrase_count: u32,
    known_phrases: FxHashMap<Box<[(Id, bool)]>, u32>,
    /// The facts, by subject.
    facts: Vec<u32>,
    /// By subject: where its facts begin in that list; one more than there are subjects.
    facts_of: Vec<u32>,
    /// By fact: its cues, and the phrases beside which they mean something else.
    phrases_of: Vec<[u32; 2]>,
    /// By fact: what its values measure.
    kinds: Vec<Kinds>,
    /// Sets of phrases; the facts that a table's rows make share theirs.
    sets: Vec<Vec<u32>>,
    /// By phrase: the subjects that it helps to describe.
    described_by: FxHashMap<u32, Vec<usize>>,
    /// By subject, if it has any: sets of phrases that together mean it.
    descriptions_of: FxHashMap<usize, Vec<Vec<u32>>>,
}

#[derive(Debug)]
struct Phrase {
    rest: Box<[(Id, bool)]>,
    /// The first word must have a capital, since it has one in the fact file.
    capital: bool,
    number: u32,
}

/// A subject named or described in a sentence: the words that do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) subject: usize,
    /// First word and the one past the last; of a description the first word of its first phrase.
    pub(super) words: (usize, usize),
    /// What speaks of the subject.
    pub(super) by: By,
}

/// How a sentence speaks of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// By one of its names.
    Name,
    /// By all words of a description.
    Description,
    /// By a word that stands for what was named before: “it”, “the agreement”.
    Topic,
    /// By the heading above.
    Heading,
}

impl Mention {
    /// Whether a name stands there.
    pub(super) fn is_named(&self) -> bool {
        self.by == By::Name
    }
}

impl Index {
    /// An index of these facts; cues are matched by this language's endings, and its lexicon watches for the subjects
    /// from now on.
    pub fn new(facts: &FactBook, language: &mut Language) -> Self {
        let mut watched = Watched::default();
        let index = Self::with_watched(facts, language, &mut watched);
        language.lexicon.watch(watched);
        index
    }

    fn with_watched(facts: &FactBook, language: &Language, watched: &mut Watched) -> Self {
        let mut index = Self::default();
        for (number, subject) in facts.subjects.iter().enumerate() {
            for name in std::iter::once(&subject.name).chain(&subject.names) {
                let words = words(name);
                index.keys.add_name(&words, watched);
                index.names.add(&words, number);
            }
            index.add_descriptions(number, &subject.described, language, watched);
        }
        index.names.finish();
        (index.facts, index.facts_of) = by_subject(facts);
        // Lists that are shared stand in one place of memory.
        let mut known: FxHashMap<*const String, u32> = FxHashMap::default();
        for fact in &facts.facts {
            let sets = [&fact.cues, &fact.unless].map(|phrases| {
                let place = Arc::as_ptr(phrases).cast::<String>();
                if let (Some(&set), false) = (known.get(&place), phrases.is_empty()) {
                    return set;
                }
                let set = index.add_set(phrases, language);
                known.insert(place, set);
                set
            });
            index.phrases_of.push(sets);
            index.kinds.push(Kinds::of_fact(fact));
        }
        index
    }

    fn add_descriptions(
        &mut self,
        subject: usize,
        described: &[Vec<String>],
        language: &Language,
        watched: &mut Watched,
    ) {
        for set in described {
            self.keys.add_description(set, language, watched);
            let phrases: Vec<u32> =
                set.iter().filter_map(|phrase| self.add_phrase(phrase, true, language)).collect();
            for phrase in &phrases {
                self.described_by.entry(*phrase).or_default().push(subject);
            }
            self.descriptions_of.entry(subject).or_default().push(phrases);
        }
    }

    fn add_set(&mut self, phrases: &[String], language: &Language) -> u32 {
        let set = phrases.iter().filter_map(|phrase| self.add_phrase(phrase, false, language)).collect();
        // The empty set is everybody's.
        if self.sets.is_empty() {
            self.sets.push(Vec::new());
        }
        if phrases.is_empty() {
            return 0;
        }
        self.sets.push(set);
        u32::try_from(self.sets.len() - 1).unwrap_or(0)
    }

    /// The facts of a subject, as indices into the fact book's facts.
    pub(super) fn facts_of(&self, subject: usize) -> impl Iterator<Item = usize> {
        let ends = self.facts_of.get(subject).zip(self.facts_of.get(subject + 1));
        let own = ends.and_then(|(first, end)| self.facts.get(*first as usize..*end as usize));
        own.unwrap_or_default().iter().map(|fact| *fact as usize)
    }

    /// What a fact's values measure.
    pub(super) fn kinds_of(&self, fact: usize) -> Kinds {
        self.kinds.get(fact).copied().unwrap_or_default()
    }

    /// What the facts of a subject measure.
    pub(super) fn kinds_of_subject(&self, subject: usize) -> Kinds {
        self.facts_of(subject).map(|fact| self.kinds_of(fact)).fold(Kinds::NONE, Kinds::or)
    }

    /// A fact's cues, as numbers of phrases.
    pub(super) fn cues_of(&self, fact: usize) -> &[u32] {
        self.set(fact, 0)
    }

    /// The phrases beside which a fact's cues mean something else.
    pub(super) fn unless_of(&self, fact: usize) -> &[u32] {
        self.set(fact, 1)
    }

    fn set(&self, fact: usize, which: usize) -> &[u32] {
        self.phrases_of
            .get(fact)
            .and_then(|sets| self.sets.get(sets[which] as usize))
            .map_or(&[], Vec::as_slice)
    }

    fn add_phrase(&mut self, phrase: &str, cased: bool, language: &Language) -> Option<u32> {
        let words = words(phrase);
        let ids: Box<[(Id, bool)]> = words
            .iter()
            .map(|word| {
                let stem = stem(word.text, &language.endings);
                let known = self.stems.len();
                let id = intern(&mut self.stems, &stem);
                if self.stems.len() > known {
                    let certain = certain_letters(&stem, &language.endings);
                    self.stem_heads.add_prefix(&stem.as_bytes()[..certain]);
                }
                (id, cased && word.case != Case::Lower)
            })
            .collect();
        if let Some(&number) = self.known_phrases.get(&ids) {
            return Some(number);
        }
        let (&(first, capital), rest) = ids.split_first()?;
        let number = self.phrase_count;
        self.phrase_count += 1;
        self.phrases.entry(first).or_default().push(Phrase { rest: rest.into(), capital, number });
        self.known_phrases.insert(ids, number);
        Some(number)
    }

    /// Cues and parts of descriptions in a sentence: by phrase, the words where each begins and ends.
    pub(super) fn phrases_in(
        &self,
        words: &[Word<'_>],
        language: &Language,
    ) -> FxHashMap<u32, Vec<(usize, usize)>> {
        let mut stem = String::new();
        let id = |word: &Word<'_>| {
            if !self.stem_heads.may_begin(word.text.as_bytes()) {
                return 0;
            }
            write_stem(word.text, &language.endings, &mut stem);
            self.stems.get(stem.as_str()).copied().unwrap_or(0)
        };
        let ids: Vec<Id> = words.iter().map(id).collect();
        let mut found: FxHashMap<u32, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, first) in ids.iter().enumerate().filter(|(_, first)| **first > 0) {
            for phrase in self.phrases.get(first).into_iter().flatten() {
                let length = phrase.rest.len() + 1;
                let fits = |place: usize, capital: bool| !capital || words[place].case != Case::Lower;
                let rest = ids.get(at + 1..at + length).is_some_and(|ids| {
                    ids.iter()
                        .zip(&phrase.rest)
                        .zip(at + 1..)
                        .all(|((id, (wanted, capital)), place)| id == wanted && fits(place, *capital))
                });
                if rest && fits(at, phrase.capital) {
                    found.entry(phrase.number).or_default().push((at, at + length));
                }
            }
        }
        found
    }

    /// The subjects that a sentence names or describes, where its names are found already.
    pub(super) fn mentions_in(
        &self,
        names: Vec<Mention>,
        phrases: &FxHashMap<u32, Vec<(usize, usize)>>,
    ) -> Vec<Mention> {
        let mut mentions = names;
        let mut candidates: Vec<usize> =
            phrases.keys().filter_map(|phrase| self.described_by.get(phrase)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        for subject in candidates {
            if mentions.iter().any(|mention| mention.subject == subject) {
                continue;
            }
            let whole = |set: &&Vec<u32>| set.iter().all(|phrase| phrases.contains_key(phrase));
            let sets = self.descriptions_of.get(&subject).into_iter().flatten();
            let Some(set) = sets.into_iter().find(whole) else { continue };
            let place = set.first().and_then(|phrase| phrases.get(phrase)?.first().copied());
            mentions.push(Mention { subject, words: place.unwrap_or((0, 0)), by: By::Description });
        }
        mentions
    }
}

/// The facts by subject, and where those of each begin.
fn by_subject(facts: &FactBook) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; facts.subjects.len() + 1];
    for fact in &facts.facts {
        if let Some(start) = starts.get_mut(fact.subject + 1) {
            *start += 1;
        }
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut sorted = vec![0; facts.facts.len()];
    for (number, fact) in (0_u32..).zip(&facts.facts) {
        let place = next[fact.subject] as usize;
        sorted[place] = number;
        next[fact.subject] += 1;
    }
    (sorted, starts)
}

/// The number of a word, from 1; 0 is every word that no fact has.
pub(super) fn intern(ids: &mut FxHashMap<Box<str>, Id>, word: &str) -> Id {
    if let Some(&id) = ids.get(word) {
        return id;
    }
    let id = Id::try_from(ids.len() + 1).unwrap_or(0);
    ids.insert(word.into(), id);
    id
}
