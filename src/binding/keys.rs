//! The words without which a sentence speaks of no subject: its tokens tell of them, so that most sentences are passed
//! over.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::stem::{certain_letters, stem};
use super::words::{Case, Word, fold, words};
use crate::language::{Class, Language, Starts, Token, Watched, first_piece};

/// A word of each description; one of each name is watched for by the lexicon.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// The first token of these words, without its ending: of words that may have a small letter, and of those that need
    /// a capital.
    stems: [FxHashSet<Box<str>>; 2],
}

/// What may be in a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    pub(super) name: bool,
    pub(super) description: bool,
}

impl Signs {
    /// Whether there may be anything.
    pub(super) const fn any(self) -> bool {
        self.name || self.description
    }
}

/// A name is found by its longest word, which is seldom a frequent one.
pub(super) fn add_name(words: &[Word<'_>], watched: &mut Watched) {
    let Some(longest) = words.iter().max_by_key(|word| word.text.len()) else { return };
    let (token, class) = first_token(longest.text);
    watched.add_name(&fold(token), class);
}

impl Keys {
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

    /// Which of the words stand in a text: without one of them it has no name, or no description.
    pub(super) fn signs_in(&self, text: &str, tokens: &[Token], language: &Language) -> Signs {
        let mut signs = Signs::default();
        for token in tokens.iter().filter(|token| token.uses.marks.meets(Starts::SUBJECT)) {
            let piece = &text[token.start as usize..token.end as usize];
            let marks = token.uses.marks;
            signs.name = signs.name || marks.meets(Starts::NAME) && is_of_name(piece, token.class, language);
            signs.description =
                signs.description || marks.meets(Starts::DESCRIPTION) && self.has(piece, token, language);
        }
        signs
    }

    fn has(&self, piece: &str, token: &Token, language: &Language) -> bool {
        let stem = stem(piece, &language.endings);
        self.stems[0].contains(&*stem) || token.capital && self.stems[1].contains(&*stem)
    }
}

fn is_of_name(piece: &str, class: Class, language: &Language) -> bool {
    let plain = if piece.is_ascii() { Cow::Borrowed(piece) } else { fold(piece) };
    language.lexicon.watches_for(&plain, class)
}

/// A word but for “U.S.”, which is one word to a name: its first letter.
fn first_token(word: &str) -> (&str, Class) {
    first_piece(word).unwrap_or((word, Class::Mark))
}
