//! Names, descriptions and cues of all facts, found by their first word: a text's words are looked up
//! once each, however many facts there are.

use rustc_hash::FxHashMap;

use super::keys::Keys;
use super::stem::stem;
use super::words::{Case, Word, words};
use crate::facts::FactBook;
use crate::language::Language;

/// A word of some name or cue, as a number.
pub(super) type Id = u32;

/// What is looked for in sentences.
#[derive(Debug, Default)]
pub struct Index {
    /// Words without which a sentence speaks of no subject.
    pub(super) keys: Keys,
    /// Words of names, in lower case.
    words: FxHashMap<Box<str>, Id>,
    /// Words of cues and descriptions, without their endings.
    stems: FxHashMap<Box<str>, Id>,
    /// By the first word.
    names: FxHashMap<Id, Vec<Name>>,
    /// By the first word's stem.
    phrases: FxHashMap<Id, Vec<Phrase>>,
    phrase_count: u32,
    known_phrases: FxHashMap<Box<[(Id, bool)]>, u32>,
    /// By subject: its facts.
    pub(super) facts_of: Vec<Vec<usize>>,
    /// By fact: its cues, as numbers of phrases.
    pub(super) cues_of: Vec<Vec<u32>>,
    /// By fact: the phrases beside which its cues mean something else.
    pub(super) unless_of: Vec<Vec<u32>>,
    /// By phrase: the subjects that it helps to describe.
    described_by: FxHashMap<u32, Vec<usize>>,
    /// By subject: sets of phrases that together mean it.
    descriptions_of: Vec<Vec<Vec<u32>>>,
}

#[derive(Debug)]
struct Name {
    rest: Box<[Id]>,
    cases: Box<[Case]>,
    subject: usize,
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
    /// An index of these facts; cues are matched by this language's endings.
    pub fn new(facts: &FactBook, language: &Language) -> Self {
        let mut index = Self { facts_of: vec![Vec::new(); facts.subjects.len()], ..Self::default() };
        for (number, subject) in facts.subjects.iter().enumerate() {
            for name in std::iter::once(&subject.name).chain(&subject.names) {
                index.add_name(name, number);
            }
            let mut sets = Vec::new();
            for set in &subject.described {
                index.keys.add_description(set, language);
                let phrases: Vec<u32> =
                    set.iter().filter_map(|phrase| index.add_phrase(phrase, true, language)).collect();
                for phrase in &phrases {
                    index.described_by.entry(*phrase).or_default().push(number);
                }
                sets.push(phrases);
            }
            index.descriptions_of.push(sets);
        }
        for (number, fact) in facts.facts.iter().enumerate() {
            index.facts_of[fact.subject].push(number);
            let cues = fact.cues.iter().filter_map(|cue| index.add_phrase(cue, false, language)).collect();
            index.cues_of.push(cues);
            let unless =
                fact.unless.iter().filter_map(|word| index.add_phrase(word, false, language)).collect();
            index.unless_of.push(unless);
        }
        index
    }

    fn add_name(&mut self, name: &str, subject: usize) {
        let words = words(name);
        self.keys.add_name(&words);
        let mut ids = words.iter().map(|word| intern(&mut self.words, &word.text.to_lowercase()));
        let Some(first) = ids.next() else { return };
        let rest = ids.collect();
        let cases = words.iter().map(|word| word.case).collect();
        self.names.entry(first).or_default().push(Name { rest, cases, subject });
    }

    fn add_phrase(&mut self, phrase: &str, cased: bool, language: &Language) -> Option<u32> {
        let words = words(phrase);
        let ids: Box<[(Id, bool)]> = words
            .iter()
            .map(|word| {
                let id = intern(&mut self.stems, &stem(word.text, &language.endings));
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
        let ids: Vec<Id> = words
            .iter()
            .map(|word| self.stems.get(stem(word.text, &language.endings).as_str()).copied().unwrap_or(0))
            .collect();
        let mut found: FxHashMap<u32, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, first) in ids.iter().enumerate() {
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
            let Some(set) = self.descriptions_of[subject].iter().find(whole) else { continue };
            let place = set.first().and_then(|phrase| phrases.get(phrase)?.first().copied());
            mentions.push(Mention { subject, words: place.unwrap_or((0, 0)), by: By::Description });
        }
        mentions
    }

    /// The subjects that a sentence names. Of names that overlap the longest counts.
    pub(super) fn names_in(&self, words: &[Word<'_>]) -> Vec<Mention> {
        let ids: Vec<Id> = words.iter().map(|word| self.id_of(word)).collect();
        let mut mentions: Vec<Mention> = Vec::new();
        for (at, first) in ids.iter().enumerate() {
            let names = self.names.get(first).into_iter().flatten();
            let fitting = names.filter(|name| {
                let length = name.rest.len() + 1;
                ids.get(at + 1..at + length).is_some_and(|ids| *ids == *name.rest)
                    && name.cases.iter().zip(&words[at..]).all(|(case, word)| case.allows(word.case))
            });
            for name in fitting {
                let words = (at, at + name.rest.len() + 1);
                mentions.push(Mention { subject: name.subject, words, by: By::Name });
            }
        }
        let longer = |one: &Mention, other: &Mention| {
            let overlap = one.words.0 < other.words.1 && other.words.0 < one.words.1;
            overlap && other.words.1 - other.words.0 > one.words.1 - one.words.0
        };
        let all = mentions.clone();
        mentions.retain(|mention| !all.iter().any(|other| longer(mention, other)));
        mentions.dedup();
        mentions
    }

    fn id_of(&self, word: &Word<'_>) -> Id {
        if word.case == Case::Lower && !word.text.chars().any(char::is_uppercase) {
            return self.words.get(word.text).copied().unwrap_or(0);
        }
        self.words.get(word.text.to_lowercase().as_str()).copied().unwrap_or(0)
    }
}

/// The number of a word, from 1; 0 is every word that no fact has.
fn intern(ids: &mut FxHashMap<Box<str>, Id>, word: &str) -> Id {
    if let Some(&id) = ids.get(word) {
        return id;
    }
    let id = Id::try_from(ids.len() + 1).unwrap_or(0);
    ids.insert(word.into(), id);
    id
}
