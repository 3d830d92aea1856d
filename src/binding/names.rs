//! Names of subjects, found by their first two words. A fact book may have a million of them: they are kept in one
//! sorted list, and their words as numbers.

use rustc_hash::FxHashMap;

use super::index::{By, Id, Mention, intern};
use super::keys::key_of;
use super::prefixes::Prefixes;
use super::starts::{Places, any_start};
use super::words::{Case, Word, fold};

/// All names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Words of names, in lower case and without accents.
    words: FxHashMap<Box<str>, Id>,
    /// The names, by their first two words.
    sorted: Vec<Name>,
    /// Words of names behind the second.
    rest: Vec<Id>,
    /// How the words of names are written.
    cases: Vec<Case>,
    /// Their first words.
    firsts: Prefixes,
    /// The longest word of each, but for the one by which it is looked for.
    others: Prefixes,
    /// Where one of those may begin.
    places: Places,
}

#[derive(Debug)]
struct Name {
    /// The first word and the second, which is 0 if there is none.
    head: (Id, Id),
    /// Where its other words begin in the list of all.
    rest: u32,
    /// Where its cases begin in the list of all.
    cases: u32,
    words: u32,
    subject: u32,
}

impl Names {
    /// Adds a name; [`Names::finish`] must follow the last.
    pub(super) fn add(&mut self, words: &[Word<'_>], subject: usize) {
        self.add_prefixes(words);
        let mut ids = words.iter().map(|word| intern(&mut self.words, &fold(word.text)));
        let Some(first) = ids.next() else { return };
        let head = (first, ids.next().unwrap_or(0));
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (rest, cases) = (number(self.rest.len()), number(self.cases.len()));
        self.rest.extend(ids);
        self.cases.extend(words.iter().map(|word| word.case));
        let (words, subject) = (number(words.len()), number(subject));
        self.sorted.push(Name { head, rest, cases, words, subject });
    }

    fn add_prefixes(&mut self, words: &[Word<'_>]) {
        if let Some(first) = words.first() {
            self.firsts.add(&fold(first.text), first.case != Case::Lower);
        }
        let key = key_of(words);
        let others = words.iter().enumerate().filter(|(at, _)| words.len() == 1 || Some(*at) != key);
        if let Some((_, other)) = others.max_by_key(|(_, word)| word.text.len()) {
            self.others.add(&fold(other.text), other.case != Case::Lower);
            if !other.text.starts_with(|c: char| c.is_alphanumeric() || !c.is_ascii()) {
                self.places = Places::All;
            }
        }
    }

    /// Makes names findable.
    pub(super) fn finish(&mut self) {
        self.sorted.sort_by_key(|name| name.head);
        self.sorted.shrink_to_fit();
    }

    /// Whether a text that has the word by which some name is looked for may have another of its words, too.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        any_start(text, self.places, |rest| self.others.may_begin(rest))
    }

    fn id(&self, word: &Word<'_>) -> Id {
        self.words.get(&*fold(word.text)).copied().unwrap_or(0)
    }

    /// The subjects that a text names, which is cut into these words. Of names that overlap the longest counts.
    pub(super) fn find(&self, text: &str, words: &[Word<'_>]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        // Where no name begins the words are not looked up.
        let mut all = None;
        for (at, word) in words.iter().enumerate() {
            if !self.firsts.may_begin(&text.as_bytes()[word.span.start as usize..]) {
                continue;
            }
            let first = self.id(word);
            let second = words.get(at + 1).map_or(0, |word| self.id(word));
            let alone = self.with_head((first, 0));
            let longer = if second > 0 { self.with_head((first, second)) } else { &[] };
            if first == 0 || alone.is_empty() && longer.is_empty() {
                continue;
            }
            let ids: &Vec<Id> = all.get_or_insert_with(|| words.iter().map(|word| self.id(word)).collect());
            for name in alone.iter().chain(longer).filter(|name| self.stands(name, &ids[at..], &words[at..]))
            {
                let words = (at, at + name.words as usize);
                mentions.push(Mention { subject: name.subject as usize, words, by: By::Name });
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

    fn with_head(&self, head: (Id, Id)) -> &[Name] {
        let first = self.sorted.partition_point(|name| name.head < head);
        let count = self.sorted[first..].partition_point(|name| name.head == head);
        &self.sorted[first..first + count]
    }

    /// Whether a name stands at the head of words whose first two are its own.
    fn stands(&self, name: &Name, ids: &[Id], words: &[Word<'_>]) -> bool {
        let length = name.words as usize;
        let rest = name.rest as usize..name.rest as usize + length.saturating_sub(2);
        let cases = &self.cases[name.cases as usize..name.cases as usize + length];
        let behind = ids.get(2.min(length)..length);
        behind.is_some_and(|behind| *behind == self.rest[rest])
            && cases.iter().zip(words).all(|(case, word)| case.allows(word.case))
    }
}
