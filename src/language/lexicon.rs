//! What the words of a language mean, found by their first word.

use std::cmp::Reverse;

use super::meaning::Meaning;
use super::starts::Starts;
use super::token::{Class, Token, WordId, tokenize};
use super::words::Words;

/// Phrases and their meanings.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Words,
    /// By the id of the first word: phrases by their second word, longer ones first, then single words.
    entries: Vec<Vec<Entry>>,
    /// By id: how a claim may begin with this word.
    heads: Vec<Head>,
}

/// How a claim may begin with a word.
#[derive(Debug, Clone, Default)]
struct Head {
    /// With the word alone.
    alone: Starts,
    /// With the word and one of these behind it, sorted.
    seconds: Vec<(WordId, Starts)>,
    /// What a claim needs this word for, wherever it stands in it.
    marks: Starts,
}

impl Head {
    fn opens(&mut self, second: Option<WordId>, starts: Starts) {
        let Some(second) = second else {
            self.alone = self.alone.or(starts);
            return;
        };
        match self.seconds.binary_search_by_key(&second, |(id, _)| *id) {
            Ok(at) => self.seconds[at].1 = self.seconds[at].1.or(starts),
            Err(at) => self.seconds.insert(at, (second, starts)),
        }
    }
}

#[derive(Debug)]
struct Entry {
    /// The words behind the first.
    rest: Box<[WordId]>,
    /// The whole phrase, for symbols that are read as written.
    exact: Option<Box<str>>,
    meaning: Meaning,
}

impl Lexicon {
    /// Adds a phrase. An `exact` phrase is read as written, any other without regard to case.
    pub(super) fn add(&mut self, phrase: &str, exact: bool, meaning: Meaning) {
        let mut ids = Vec::new();
        let mut tokens = Vec::new();
        tokenize(phrase, |piece, class| self.intern(piece, class), &mut tokens);
        ids.extend(tokens.iter().map(|token| token.id));
        let Some((&first, rest)) = ids.split_first() else { return };
        let starts = meaning.starts();
        let head = &mut self.heads[first as usize];
        head.marks = head.marks.or(meaning.marks());
        if !starts.is_empty() {
            head.opens(rest.first().copied(), starts);
        }
        let entry = Entry { rest: rest.into(), exact: exact.then(|| phrase.into()), meaning };
        let entries = &mut self.entries[first as usize];
        let order = |entry: &Entry| (entry.rest.is_empty(), entry.rest.first().copied(), Reverse(entry.rest.len()));
        let place = entries.partition_point(|other| order(other) <= order(&entry));
        entries.insert(place, entry);
    }

    /// Adds phrases of one meaning, read without regard to case.
    pub(super) fn add_all<'a>(&mut self, phrases: impl IntoIterator<Item = &'a String>, meaning: &Meaning) {
        for phrase in phrases {
            self.add(phrase, false, meaning.clone());
        }
    }

    /// The number of a word, which becomes part of the vocabulary without a meaning.
    pub(super) fn learn(&mut self, piece: &str, class: Class) -> WordId {
        self.intern(piece, class)
    }

    /// Lets a pattern begin with a word, alone or in front of a second.
    pub(super) fn opens_pattern(&mut self, first: WordId, second: Option<WordId>) {
        self.heads[first as usize].opens(second, Starts::PATTERN);
    }

    fn intern(&mut self, piece: &str, class: Class) -> WordId {
        let id = self.words.intern(piece, class);
        self.entries.resize_with(self.words.count(), Vec::new);
        self.heads.resize_with(self.words.count(), Head::default);
        id
    }

    /// The number of a word; 0 if the language does not know it.
    pub fn id(&self, piece: &str, class: Class) -> WordId {
        self.words.get(piece, class)
    }

    /// How a claim may begin with these tokens: with the first word alone, and with a phrase of several, as
    /// far as their first two words say it. What is not in a set is no beginning, what is may turn out to
    /// be none.
    pub fn starts(&self, tokens: &[Token]) -> (Starts, Starts) {
        let Some((first, rest)) = tokens.split_first() else { return Default::default() };
        let Some(head) = self.heads.get(first.id as usize) else { return Default::default() };
        let phrase = rest.first().filter(|_| !head.seconds.is_empty()).and_then(|second| {
            let at = head.seconds.binary_search_by_key(&second.id, |(id, _)| *id).ok()?;
            Some(head.seconds[at].1)
        });
        (head.alone, phrase.unwrap_or_default())
    }

    /// What a claim may need a word for, wherever it stands in it.
    pub fn marks(&self, id: WordId) -> Starts {
        self.heads.get(id as usize).map_or(Starts::NONE, |head| head.marks)
    }

    /// Whether a single word has a meaning.
    pub fn has(&self, word: &str, meaning: &Meaning) -> bool {
        let entries = self.entries.get(self.id(word, Class::Word) as usize);
        entries.into_iter().flatten().any(|entry| entry.rest.is_empty() && entry.meaning == *meaning)
    }

    /// The meaning of a single word that `pick` wants.
    pub fn meaning_of<T>(&self, word: &str, pick: impl FnMut(&Meaning) -> Option<T>) -> Option<T> {
        let entries = self.entries.get(self.id(word, Class::Word) as usize)?;
        entries.iter().filter(|entry| entry.rest.is_empty()).map(|entry| &entry.meaning).find_map(pick)
    }

    /// The longest phrase at the head of `tokens` whose meaning `pick` wants, with its length in tokens.
    pub fn find<T>(
        &self,
        text: &str,
        tokens: &[Token],
        mut pick: impl FnMut(&Meaning) -> Option<T>,
    ) -> Option<(usize, T)> {
        let (first, rest) = tokens.split_first()?;
        let entries = self.entries.get(first.id as usize)?;
        // Phrases of several words stand first, ordered by the second.
        let phrases = entries.partition_point(|entry| !entry.rest.is_empty());
        let with_second = rest.first().map_or(0..0, |second| {
            let from = entries[..phrases].partition_point(|entry| entry.rest[0] < second.id);
            let length = entries[from..phrases].iter().take_while(|entry| entry.rest[0] == second.id).count();
            from..from + length
        });
        entries[with_second].iter().chain(&entries[phrases..]).find_map(|entry| {
            let length = entry.rest.len() + 1;
            let same = tokens.len() >= length && entry.rest.iter().zip(rest).all(|(id, token)| *id == token.id);
            // Few meanings are wanted, and comparing text costs more than asking.
            let found = if same { pick(&entry.meaning)? } else { return None };
            entry.is_written(text, &tokens[..length]).then_some((length, found))
        })
    }
}

impl Entry {
    fn is_written(&self, text: &str, tokens: &[Token]) -> bool {
        let Some(exact) = &self.exact else { return true };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let written = &text[first.start as usize..last.end as usize];
        written == &**exact || (!exact.is_ascii() && written.replace('\u{a0}', " ") == **exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::meaning::Role;

    #[test]
    fn the_longest_phrase_wins_and_symbols_are_read_as_written() {
        let mut lexicon = Lexicon::default();
        lexicon.add("per", false, Meaning::Role(Role::Per));
        lexicon.add("per cent", false, Meaning::Percent);
        lexicon.add("Mt", true, Meaning::Role(Role::Of));
        let find = |text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, |piece, class| lexicon.id(piece, class), &mut tokens);
            lexicon.find(text, &tokens, |meaning| Some(meaning.clone()))
        };
        assert_eq!(Some((2, Meaning::Percent)), find("Per Cent of"));
        assert_eq!(Some((1, Meaning::Role(Role::Per))), find("per head"));
        assert_eq!(Some((1, Meaning::Role(Role::Of))), find("Mt"));
        assert_eq!(None, find("mt"));
        assert_eq!(None, find("unknown"));
    }
}
