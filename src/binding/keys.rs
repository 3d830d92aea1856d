//! Which sentences may speak of a subject: a name or description is looked for by one of its words, so
//! that a sentence without any of those words costs no more than cutting it into tokens.

use rustc_hash::FxHashSet;

use super::stem::stem;
use super::words::{Case, Word, words};
use crate::language::{Class, Language, Words, any_piece, tokenize};

/// One word of each name and of each description.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Words of names, in lower case.
    words: Words,
    /// Words of descriptions, without their endings, by whether they need a capital.
    stems: [FxHashSet<Box<str>>; 2],
    /// The first letters of those words, as bits.
    initials: [u32; 2],
}

impl Keys {
    /// A name is found by its longest word, which is seldom a frequent one.
    pub(super) fn add_name(&mut self, words: &[Word<'_>]) {
        let Some(longest) = words.iter().max_by_key(|word| word.text.len()) else { return };
        let (token, class) = first_token(longest.text);
        self.words.intern(token, class);
    }

    /// A description is found by its longest word, and rather by one with a capital.
    pub(super) fn add_description(&mut self, phrases: &[String], language: &Language) {
        let all = phrases.iter().flat_map(|phrase| words(phrase));
        let Some(key) = all.max_by_key(|word| (word.case != Case::Lower, word.text.len())) else { return };
        let stem = stem(first_token(key.text).0, &language.endings);
        let cased = usize::from(key.case != Case::Lower);
        self.initials[cased] |= initial(&stem);
        self.stems[cased].insert(stem.into());
    }

    /// Whether one of the words stands in the text.
    pub(super) fn are_in(&self, text: &str, language: &Language) -> bool {
        any_piece(text, |piece, class| {
            self.words.get(piece, class) > 0 || self.has_stem(piece, class, language)
        })
    }

    fn has_stem(&self, piece: &str, class: Class, language: &Language) -> bool {
        let initial = initial(piece);
        let may = |cased: usize| self.initials[cased] & initial != 0;
        let capital = may(1) && class == Class::Word && piece.starts_with(char::is_uppercase);
        if !(may(0) || capital) {
            return false;
        }
        let stem = stem(piece, &language.endings);
        self.stems[0].contains(&*stem) || capital && self.stems[1].contains(&*stem)
    }
}

/// A word but for “U.S.”, which is one word to a name: its first letter.
fn first_token(word: &str) -> (&str, Class) {
    let mut tokens = Vec::new();
    tokenize(word, |_, _| 0, &mut tokens);
    tokens.first().map_or((word, Class::Mark), |token| (&word[..token.end as usize], token.class))
}

/// The first letter as a bit; all bits for what is no ASCII, since its small letter may be anything.
fn initial(word: &str) -> u32 {
    match word.as_bytes().first() {
        None => 0,
        Some(byte) if byte.is_ascii() => 1 << (byte & 0x1f),
        Some(_) => u32::MAX,
    }
}
