//! The words without which a sentence speaks of no subject: its tokens tell of them, so that most sentences are passed
//! over.

use rustc_hash::FxHashSet;

use super::pairs::Pairs;
use super::stem::{certain_letters, stem, write_stem};
use super::words::{Case, Word, fold, words};
use crate::language::{Class, Language, Starts, Token, Watched, first_piece};

/// A word of each description, and one of each name, for which the lexicon watches.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Those of names, with the words beside them.
    names: Pairs,
    /// The first token of these words, without its ending: of words that may have a small letter, and of those that need
    /// a capital.
    stems: [FxHashSet<Box<str>>; 2],
}

/// What may be in a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    /// A word of a name, which may stand there for something else.
    pub(super) key: bool,
    /// A name.
    pub(super) name: bool,
    /// A word of a description.
    pub(super) description: bool,
}

impl Keys {
    /// A name is found by its rarest word: the longest, and rather one with a capital than the “agreement” of the “Doha
    /// agreement”, but not the “US” of “US dollar”, which may be anybody’s “us”, nor the letters of “U.S.”.
    pub(super) fn add_name(&mut self, words: &[Word<'_>], watched: &mut Watched) {
        const SHORT: usize = 3;
        let rareness = |word: &Word<'_>| {
            let (name, length) = (word.case != Case::Lower, first_token(word.text).0.len());
            (name && length > SHORT, length, name)
        };
        let rarest = words.iter().enumerate().max_by_key(|(_, word)| rareness(word));
        let Some((key, word)) = rarest else { return };
        let (token, class) = first_token(word.text);
        watched.add_name(&fold(token), class);
        self.names.add_name(words, key);
    }

    /// A description is found by its longest word, and rather by one with a capital.
    pub(super) fn add_description(&mut self, phrases: &[String], language: &Language, watched: &mut Watched) {
        let all = phrases.iter().flat_map(|phrase| words(phrase));
        let Some(key) = all.max_by_key(|word| (word.case != Case::Lower, word.text.len())) else { return };
        let stem = stem(first_token(key.text).0, &language.endings);
        let certain = certain_letters(&stem, &language.endings);
        let capital = key.case != Case::Lower;
        watched.add_description(&stem[..stem.floor_char_boundary(certain)], capital);
        self.stems[usize::from(capital)].insert(stem.into());
    }

    /// What may be in a text, by those of its tokens that are such words.
    pub(super) fn signs_in(&self, text: &str, tokens: &[Token], language: &Language) -> Signs {
        let mut signs = Signs::default();
        let mut stem = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let marks = token.uses.marks;
            if !marks.meets(Starts::SUBJECT) {
                continue;
            }
            let piece = &text[token.start as usize..token.end as usize];
            if !signs.name && marks.meets(Starts::NAME) && is_of_name(piece, token.class, language) {
                signs.key = true;
                signs.name = self.names.may_be_at(text, tokens, at);
            }
            signs.description = signs.description
                || marks.meets(Starts::DESCRIPTION) && self.has(piece, token, language, &mut stem);
        }
        signs
    }

    fn has(&self, piece: &str, token: &Token, language: &Language, stem: &mut String) -> bool {
        write_stem(piece, &language.endings, stem);
        self.stems[0].contains(stem.as_str()) || token.capital && self.stems[1].contains(stem.as_str())
    }
}

/// Whether names have a word that may be one of theirs: what is no ASCII is not looked up when a text is cut.
fn is_of_name(piece: &str, class: Class, language: &Language) -> bool {
    piece.is_ascii() || language.lexicon.watches_for(&fold(piece), class)
}

/// A word but for “U.S.”, which is one word to a name: its first letter.
fn first_token(word: &str) -> (&str, Class) {
    first_piece(word).unwrap_or((word, Class::Mark))
}
