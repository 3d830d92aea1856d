//! Which sentences may speak of a subject: a name or description is looked for by one of its words, so
//! that a sentence without any of those words costs no more than a look at its letters.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::heads::Heads;
use super::stem::{certain_letters, stem};
use super::words::{Case, Word, fold, words};
use crate::language::{Class, Language, Words, first_piece};

/// One word of each name and of each description.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Words of names, in lower case.
    words: Words,
    /// Words of descriptions, without their endings, by whether they need a capital.
    stems: [FxHashSet<Box<str>>; 2],
    /// How they begin.
    stem_heads: [Heads; 2],
    /// How all those words begin.
    heads: Heads,
}

impl Keys {
    /// A name is found by its longest word, which is seldom a frequent one.
    pub(super) fn add_name(&mut self, words: &[Word<'_>]) {
        let Some(longest) = words.iter().max_by_key(|word| word.text.len()) else { return };
        let (token, class) = first_token(longest.text);
        let token = fold(token);
        self.words.intern(&token, class);
        self.heads.add_word(&token);
    }

    /// A description is found by its longest word, and rather by one with a capital.
    pub(super) fn add_description(&mut self, phrases: &[String], language: &Language) {
        let all = phrases.iter().flat_map(|phrase| words(phrase));
        let Some(key) = all.max_by_key(|word| (word.case != Case::Lower, word.text.len())) else { return };
        let stem = stem(first_token(key.text).0, &language.endings);
        let certain = certain_letters(&language.endings).min(stem.len());
        let cased = usize::from(key.case != Case::Lower);
        for heads in [&mut self.heads, &mut self.stem_heads[cased]] {
            heads.add_prefix(&stem.as_bytes()[..certain]);
        }
        self.stems[cased].insert(stem.into());
    }

    /// Whether one of the words stands in the text.
    pub(super) fn are_in(&self, text: &str, language: &Language) -> bool {
        self.heads.any(text, |rest| {
            let (piece, class) = first_token(rest);
            let capital = class == Class::Word && piece.starts_with(char::is_uppercase);
            let plain = if piece.is_ascii() { Cow::Borrowed(piece) } else { fold(piece) };
            self.words.get(&plain, class) > 0 || self.has_stem(piece, capital, language)
        })
    }

    /// Whether one of the words of descriptions stands among these: without it there is no description.
    pub(super) fn describe(&self, words: &[Word<'_>], language: &Language) -> bool {
        words.iter().any(|word| self.has_stem(word.text, word.case != Case::Lower, language))
    }

    fn has_stem(&self, piece: &str, capital: bool, language: &Language) -> bool {
        let [small, cased] = &self.stem_heads;
        if !(small.may_have(piece) || capital && cased.may_have(piece)) {
            return false;
        }
        let stem = stem(piece, &language.endings);
        self.stems[0].contains(&*stem) || capital && self.stems[1].contains(&*stem)
    }
}

/// A word but for “U.S.”, which is one word to a name: its first letter.
fn first_token(word: &str) -> (&str, Class) {
    first_piece(word).unwrap_or((word, Class::Mark))
}
