//! Names that are looked for, by the first eight letters of a word or two: what is refused needs no table of words.

use super::starts::{any_start, letters_at_head};
use crate::language::{Class, Token};

/// So many bits, and so many of them in each machine word. All together stay near the processor; a fact book of a
/// million names sets most of them.
const COUNT: usize = 1 << 15;
const WIDTH: usize = 64;

/// The first letters of some words, a bit for their hash.
#[derive(Debug)]
pub(super) struct Prefixes {
    any_case: Box<[u64; COUNT / WIDTH]>,
    with_capital: Box<[u64; COUNT / WIDTH]>,
    /// Whether one has no letter that can be looked for.
    all: bool,
}

impl Default for Prefixes {
    fn default() -> Self {
        Self { any_case: Box::new([0; _]), with_capital: Box::new([0; _]), all: false }
    }
}

impl Prefixes {
    /// Adds a name in small letters without accents, which may need a capital in the text: the beginnings of its first
    /// two words.
    pub(super) fn add_name(&mut self, name: &str, capital: bool) {
        let (mut words, mut foreign) = (Vec::new(), false);
        any_start(name, |rest| {
            let letters = letters_at_head(rest);
            foreign |= letters.is_none();
            words.extend(letters.filter(|letters| *letters > 0));
            words.len() == 2
        });
        match words[..] {
            [] => self.all |= !foreign,
            [only] => self.add([only, 0], capital),
            [first, second, ..] => self.add([first, second], capital),
        }
    }

    fn add(&mut self, words: [u64; 2], capital: bool) {
        let (place, bit) = bit(words);
        let bits = if capital { &mut self.with_capital } else { &mut self.any_case };
        bits[place] |= bit;
    }

    /// Whether one of the names may stand in a text.
    pub(super) fn may_be_in(&self, text: &str, tokens: &[Token]) -> bool {
        let mut before = (0, false);
        // Nearly all marks are of one byte, and end no name's word.
        let mut words =
            tokens.iter().filter(|token| token.class != Class::Mark || token.end - token.start > 1);
        self.all
            || words.any(|token| {
                let rest = text.as_bytes().get(token.start as usize..).unwrap_or_default();
                // Letters of other alphabets may be these with an accent.
                let Some(letters) = letters_at_head(rest) else { return true };
                if letters == 0 {
                    return false;
                }
                let found = self.has([letters, 0], token.capital) || self.has([before.0, letters], before.1);
                before = (letters, token.capital);
                found
            })
    }

    #[inline]
    fn has(&self, words: [u64; 2], capital: bool) -> bool {
        let (place, bit) = bit(words);
        self.any_case[place] & bit != 0 || capital && self.with_capital[place] & bit != 0
    }
}

/// Where the bit of one word or two stands.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "any bits of the product will do")]
const fn bit([first, second]: [u64; 2]) -> (usize, u64) {
    let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ second.wrapping_mul(0xd6e8_feb8_6659_fd93);
    // Only the highest bits depend on all letters.
    let at = (mixed >> (u64::BITS - COUNT.trailing_zeros())) as usize;
    (at / WIDTH, 1 << (at % WIDTH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokenize;

    #[test]
    fn names_are_seen_by_two_words() {
        let mut names = Prefixes::default();
        names.add_name("harlow bridge over the quill", true);
        names.add_name("u.s. mint", true);
        names.add_name("tome and principe", true);
        names.add_name("the works", false);
        names.add_name("nato", true);
        for text in [
            "It crosses Harlow Bridge.",
            "a Harlow\u{2013}bridge",
            "Harlow\u{2019}s way, Harlow-Bridge",
            "\u{201c}U.S. Mint\u{201d}",
            "in Tom\u{e9} and",
            "of the Works",
            "(NATO)",
        ] {
            assert!(names.may_be_in(text, &cut(text)), "{text}");
        }
        for text in
            ["Harlow has a bridge", "harlow bridge", "the US mint", "Bridge", "nato", "Tom\u{2019}s", ""]
        {
            assert!(!names.may_be_in(text, &cut(text)), "{text}");
        }
    }

    fn cut(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenize(text, |_, _| 0, &mut tokens);
        tokens
    }
}
