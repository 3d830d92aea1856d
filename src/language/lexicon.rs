//! What the words of a language mean, found by their first word.

use rustc_hash::FxHashMap;

use super::meaning::Meaning;
use super::token::{Class, Token, WordId, fold, tokenize};

/// Phrases and their meanings.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    /// By the id of the first word; longer phrases first.
    entries: Vec<Vec<Entry>>,
    /// By id: whether a claim may begin with this word.
    begins: Vec<bool>,
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
        let begins = meaning.begins_claim();
        let entry = Entry { rest: rest.into(), exact: exact.then(|| phrase.into()), meaning };
        let entries = &mut self.entries[first as usize];
        let place = entries.partition_point(|other| other.rest.len() >= entry.rest.len());
        entries.insert(place, entry);
        self.begins[first as usize] |= begins;
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

    fn intern(&mut self, piece: &str, class: Class) -> WordId {
        if self.entries.is_empty() {
            // Id 0 stands for every unknown word.
            self.entries.push(Vec::new());
            self.begins.push(false);
        }
        let folded = fold(piece, class);
        if let Some(&id) = self.ids.get(&*folded) {
            return id;
        }
        let id = WordId::try_from(self.entries.len()).unwrap_or(0);
        self.ids.insert(folded.into(), id);
        self.entries.push(Vec::new());
        self.begins.push(false);
        id
    }

    /// The number of a word; 0 if the language does not know it.
    pub fn id(&self, piece: &str, class: Class) -> WordId {
        // No word of a vocabulary is longer; a text's may be.
        const LONGEST: usize = 32;
        if piece.len() > LONGEST {
            return 0;
        }
        if piece.is_ascii() {
            let mut folded = [0; LONGEST];
            let folded = &mut folded[..piece.len()];
            folded.copy_from_slice(piece.as_bytes());
            folded.make_ascii_lowercase();
            let folded = if folded == b"`" { "'" } else { std::str::from_utf8(folded).unwrap_or("") };
            return self.ids.get(folded).copied().unwrap_or(0);
        }
        self.ids.get(&*fold(piece, class)).copied().unwrap_or(0)
    }

    /// Whether a claim may begin with this word.
    pub fn begins_claim(&self, id: WordId) -> bool {
        self.begins.get(id as usize).copied().unwrap_or(false)
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
        let first = tokens.first()?;
        self.entries.get(first.id as usize)?.iter().find_map(|entry| {
            let length = entry.rest.len() + 1;
            let same = tokens.len() >= length
                && entry.rest.iter().zip(&tokens[1..]).all(|(id, token)| *id == token.id);
            if !same || !entry.is_written(text, &tokens[..length]) {
                return None;
            }
            pick(&entry.meaning).map(|found| (length, found))
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
