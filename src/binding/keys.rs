//! Which sentences may speak of a subject: a name or description is looked for by one of its words, so
//! that a sentence without any of those words costs no more than a look at its letters.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::heads::Heads;
use super::prefixes::Prefixes;
use super::stem::{certain_letters, stem};
use super::words::{Case, Word, fold, words};
use crate::language::{Class, Language, Token, Words, first_piece};

/// One word of each name and of each description.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Words of names, in lower case.
    words: Words,
    /// Words of descriptions, without their endings, by whether they need a capital.
    stems: [FxHashSet<Box<str>>; 2],
    /// How they begin.
    stem_heads: Heads,
    /// How the words of names begin.
    prefixes: Prefixes,
    /// How all those words begin.
    heads: Heads,
}

/// What may be in a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    pub(super) name: bool,
    pub(super) description: bool,
}

impl Signs {
    /// Whether the text may speak of a subject by itself.
    pub(super) const fn any(self) -> bool {
        self.name || self.description
    }
}

impl Keys {
    /// A name is found by its longest word, which is seldom a frequent one.
    pub(super) fn add_name(&mut self, words: &[Word<'_>]) {
        let Some(longest) = words.iter().max_by_key(|word| word.text.len()) else { return };
        let (token, class) = first_token(longest.text);
        let token = fold(token);
        self.words.intern(&token, class);
        self.heads.add_word(&token);
        self.prefixes.add_word(&token);
    }

    /// A description is found by its longest word, and rather by one with a capital.
    pub(super) fn add_description(&mut self, phrases: &[String], language: &Language) {
        let all = phrases.iter().flat_map(|phrase| words(phrase));
        let Some(key) = all.max_by_key(|word| (word.case != Case::Lower, word.text.len())) else { return };
        let stem = stem(first_token(key.text).0, &language.endings);
        let certain = certain_letters(&stem, &language.endings);
        let cased = usize::from(key.case != Case::Lower);
        for heads in [&mut self.heads, &mut self.stem_heads] {
            heads.add_prefix(&stem.as_bytes()[..certain]);
        }
        self.stems[cased].insert(stem.into());
    }

    /// Which of the words stand in a text: without one of them it has no name, or no description.
    pub(super) fn signs_in(&self, text: &str, tokens: Option<&[Token]>, language: &Language) -> Signs {
        let mut signs = Signs::default();
        self.heads.any(text, tokens, |rest| {
            signs.name = signs.name || self.begins_with_name(rest);
            signs.description = signs.description || self.begins_with_stem(rest, language);
            signs.name && signs.description
        });
        signs
    }

    fn begins_with_name(&self, text: &str) -> bool {
        if !self.prefixes.may_begin(text.as_bytes()) {
            return false;
        }
        let (piece, class) = first_token(text);
        let plain = if piece.is_ascii() { Cow::Borrowed(piece) } else { fold(piece) };
        self.words.get(&plain, class) > 0
    }

    fn begins_with_stem(&self, text: &str, language: &Language) -> bool {
        if !self.stem_heads.may_begin(text.as_bytes()) {
            return false;
        }
        let (piece, class) = first_token(text);
        let stem = stem(piece, &language.endings);
        let capital = class == Class::Word && piece.starts_with(char::is_uppercase);
        self.stems[0].contains(&*stem) || capital && self.stems[1].contains(&*stem)
    }
}

/// A word but for “U.S.”, which is one word to a name: its first letter.
fn first_token(word: &str) -> (&str, Class) {
    first_piece(word).unwrap_or((word, Class::Mark))
}
