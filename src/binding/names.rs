//! Names of subjects, found by their first two words. A fact book may have a million of them: they are kept in one
//! sorted list, and their words as numbers.

use super::heads::Heads;
use super::index::{By, Id, Mention};
use super::words::{Case, Word, fold};
use crate::language::{Class, Words};

/// Marks are words as well: of one class they stay as they are.
const WORD: Class = Class::Word;

/// All names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Words of names, in lower case and without accents.
    words: Words,
    /// The names, by their first two words.
    sorted: Vec<Name>,
    /// How those begin that may have no capital.
    small: Heads,
    /// By word: where those begin in that list that begin with it; one more than there are words.
    starts: Vec<u32>,
    /// Words of names behind the second.
    rest: Vec<Id>,
    /// How the words of names are written.
    cases: Vec<Case>,
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
    /// Adds a name, which is cut into these words; [`Names::finish`] must follow the last.
    pub(super) fn add(&mut self, words: &[Word<'_>], subject: usize) {
        if let Some(first) = words.first().filter(|word| word.case == Case::Lower) {
            self.small.add_prefix(fold(first.text).as_bytes());
        }
        let mut ids = words.iter().map(|word| self.words.intern(&fold(word.text), WORD));
        let Some(first) = ids.next() else { return };
        let head = (first, ids.next().unwrap_or(0));
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (rest, cases) = (number(self.rest.len()), number(self.cases.len()));
        self.rest.extend(ids);
        self.cases.extend(words.iter().map(|word| word.case));
        let (words, subject) = (number(words.len()), number(subject));
        self.sorted.push(Name { head, rest, cases, words, subject });
    }

    /// Makes names findable.
    pub(super) fn finish(&mut self) {
        self.sorted.sort_by_key(|name| name.head);
        self.sorted.shrink_to_fit();
        let last = self.sorted.last().map_or(0, |name| name.head.0 as usize);
        self.starts = vec![0; last + 2];
        for name in &self.sorted {
            self.starts[name.head.0 as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
    }

    /// The subjects that a sentence names. Of names that overlap the longest counts.
    pub(super) fn find(&self, words: &[Word<'_>]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut ids = Vec::new();
        for at in 0..words.len() {
            let words = &words[at..];
            if !self.may_begin(&words[0]) {
                continue;
            }
            let all = self.with_first(self.id(&words[0]));
            let second = if all.is_empty() { 0 } else { words.get(1).map_or(0, |word| self.id(word)) };
            let alone = with_second(all, 0);
            let longer = if second > 0 { with_second(all, second) } else { &[] };
            ids.clear();
            for name in alone.iter().chain(longer).filter(|name| self.stands(name, &mut ids, words)) {
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

    /// Whether a name may begin with a word: most have a small letter, and most names a capital.
    fn may_begin(&self, word: &Word<'_>) -> bool {
        word.case != Case::Lower || self.small.may_begin(word.text.as_bytes())
    }

    fn id(&self, word: &Word<'_>) -> Id {
        let ascii = word.text.is_ascii();
        if ascii { self.words.get(word.text, WORD) } else { self.words.get(&fold(word.text), WORD) }
    }

    /// The names that begin with a word.
    fn with_first(&self, first: Id) -> &[Name] {
        let ends = self.starts.get(first as usize).zip(self.starts.get(first as usize + 1));
        ends.map_or(&[], |(start, end)| &self.sorted[*start as usize..*end as usize])
    }

    /// Whether a name stands at the head of words whose first two are its own; `ids` are those of the words behind them, as
    /// far as they were needed.
    fn stands(&self, name: &Name, ids: &mut Vec<Id>, words: &[Word<'_>]) -> bool {
        let length = name.words as usize;
        let more = length.saturating_sub(2);
        let rest = &self.rest[name.rest as usize..name.rest as usize + more];
        let cases = &self.cases[name.cases as usize..name.cases as usize + length];
        if words.len() < length || !cases.iter().zip(words).all(|(case, word)| case.allows(word.case)) {
            return false;
        }
        rest.iter().enumerate().all(|(at, id)| {
            if ids.len() == at {
                ids.push(self.id(&words[2 + at]));
            }
            ids.get(at) == Some(id)
        })
    }
}

/// Of names that begin with the same word those whose second word is this.
fn with_second(names: &[Name], second: Id) -> &[Name] {
    let first = names.partition_point(|name| name.head.1 < second);
    let count = names[first..].partition_point(|name| name.head.1 == second);
    &names[first..first + count]
}
