//! Names that are looked for, by the first eight letters of their rarest word and of a word beside it: what is refused
//! needs no table of words.

use super::words::{Case, Word, fold};
use crate::language::eight::{HIGH, SMALL, STEP, digits_in, eight, letters_in};
use crate::language::{Class, Token, first_piece};

/// So many bits, and so many of them in each machine word. All together stay near the processor; a fact book of a
/// million names sets most of them.
const COUNT: usize = 1 << 15;
const WIDTH: usize = 64;

/// The letters of some words, a bit for their hash.
#[derive(Debug)]
pub(super) struct Pairs {
    any_case: Box<[u64; COUNT / WIDTH]>,
    with_capital: Box<[u64; COUNT / WIDTH]>,
    /// Whether one has no letter that can be looked for.
    all: bool,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { any_case: Box::new([0; _]), with_capital: Box::new([0; _]), all: false }
    }
}

/// What a text has in place of letters of ASCII may be these with an accent.
type Letters = Option<u64>;

/// No letter and no figure.
const NOTHING: Letters = Some(0);

impl Pairs {
    /// Adds a name, which is cut into these words: its word with this number, and the next one or else the one before.
    pub(super) fn add_name(&mut self, words: &[Word<'_>], key: usize) {
        let (before, rest) = words.split_at(key);
        let Some((word, behind)) = rest.split_first() else { return };
        let mut own = pieces(word.text);
        let first = own.next().map_or(NOTHING, letters);
        let next = first_word(own.chain(behind.iter().flat_map(|word| pieces(word.text))).map(letters));
        let last = || first_word(before.iter().rev().flat_map(|word| pieces(word.text).rev()).map(letters));
        let capital = word.case != Case::Lower;
        match (first, next) {
            (NOTHING, _) => self.all = true,
            (Some(first), NOTHING) => {
                if let Some(last) = last() {
                    let words = if last == 0 { [first, 0] } else { [last, first] };
                    self.add(words, capital);
                }
            }
            (Some(first), Some(next)) => self.add([first, next], capital),
            // A text has such letters, too, and is let pass.
            (None, _) | (_, None) => {}
        }
    }

    fn add(&mut self, words: [u64; 2], capital: bool) {
        let (place, bit) = bit(words);
        let bits = if capital { &mut self.with_capital } else { &mut self.any_case };
        bits[place] |= bit;
    }

    /// Whether a name may stand around one of the tokens of a text, which is its rarest word.
    pub(super) fn may_be_at(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let Some((before, [token, behind @ ..])) = tokens.split_at_checked(at) else { return false };
        let Some(own) = letters_of(text, token) else { return true };
        let has = |words| self.has(words, token.capital);
        let beside = |other: Letters, pair: fn(u64, u64) -> [u64; 2]| match other {
            NOTHING => false,
            Some(other) => has(pair(own, other)),
            None => true,
        };
        let letters = |token| letters_of(text, token);
        self.all
            || has([own, 0])
            || beside(first_word(behind.iter().map(letters)), |own, other| [own, other])
            || beside(first_word(before.iter().rev().map(letters)), |own, other| [other, own])
    }

    #[inline]
    fn has(&self, words: [u64; 2], capital: bool) -> bool {
        let (place, bit) = bit(words);
        self.any_case[place] & bit != 0 || capital && self.with_capital[place] & bit != 0
    }
}

/// The first of these that is not nothing.
fn first_word(mut words: impl Iterator<Item = Letters>) -> Letters {
    words.find(|letters| *letters != NOTHING).unwrap_or(NOTHING)
}

/// A word as it is cut in texts: the letters of “U.S.” stand alone there.
fn pieces(word: &str) -> impl DoubleEndedIterator<Item = &str> {
    let alone = first_piece(word).is_none_or(|(first, _)| first.len() == word.len());
    let (whole, letters) = if alone { (Some(word), "") } else { (None, word) };
    whole.into_iter().chain(letters.split('.').filter(|letter| !letter.is_empty()))
}

/// The letters of a piece of a name.
fn letters(piece: &str) -> Letters {
    if piece.is_ascii() { letters_at_head(piece.as_bytes()) } else { letters_at_head(fold(piece).as_bytes()) }
}

/// The letters of a token. Nearly all marks are of one byte, and no name's word.
fn letters_of(text: &str, token: &Token) -> Letters {
    if token.class == Class::Mark && token.end - token.start == 1 {
        return NOTHING;
    }
    letters_at_head(text.as_bytes().get(token.start as usize..).unwrap_or_default())
}

/// The letters or the figures at the head in lower case, eight at most, as a number: first in the lowest byte, with
/// zeros behind; 0 if there are none. `None` if what is no ASCII follows, which may be a letter.
#[inline]
fn letters_at_head(text: &[u8]) -> Letters {
    /// Dashes, quotation marks and spaces begin with these bytes.
    const PUNCTUATION: &[u8] = b"\xe2\x80";
    let eight = eight(text);
    let letters = letters_in(eight);
    let own = if letters & 0x80 == 0 { digits_in(eight) } else { letters };
    let others = !own & HIGH;
    // All bytes before the first other one; all eight if there is none.
    let first_other = others & others.wrapping_neg();
    let before = (first_other >> (STEP - 1)).wrapping_sub(1);
    let letter = first_other & eight != 0
        && !text[first_other.trailing_zeros() as usize / STEP..].starts_with(PUNCTUATION);
    (!letter).then_some((eight | SMALL) & before)
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
    use crate::binding::words::words;
    use crate::language::tokenize;

    fn pairs(names: &[(&str, usize)]) -> Pairs {
        let mut pairs = Pairs::default();
        for (name, key) in names {
            pairs.add_name(&words(name), *key);
        }
        pairs
    }

    /// Whether a name may stand around one of the words of a text.
    fn may_be_in(pairs: &Pairs, text: &str) -> bool {
        let mut tokens = Vec::new();
        tokenize(text, |_, _| 0, &mut tokens);
        (0..tokens.len()).any(|at| pairs.may_be_at(text, &tokens, at))
    }

    #[test]
    fn names_are_seen_by_two_words() {
        let names = pairs(&[
            ("Harlow Bridge over the Quill", 1),
            ("U.S. Mint", 1),
            ("U.S.", 0),
            ("S\u{e3}o Tom\u{e9} and Principe", 3),
            ("the works", 1),
            ("9/11", 2),
            ("NATO", 0),
        ]);
        for text in [
            "It crosses Harlow Bridge over",
            "the Bridge\u{2013}over the Quill",
            "Bridge\u{2019}s over, Bridge-Over",
            "\u{201c}U.S. Mint\u{201d}",
            "U.S.",
            "the U-S",
            "S\u{e3}o Tom\u{e9} and Principe",
            "Tom\u{e9}",
            "Sao Tome and Principe",
            "of the Works",
            "of 9/11",
            "(NATO)",
        ] {
            assert!(may_be_in(&names, text), "{text}");
        }
        for text in [
            "Harlow Bridge has a bridge over it",
            "harlow bridge over",
            "S. U. is the US mint",
            "Bridge",
            "nato",
            "a Principe",
            "Works the",
            "11/9",
            "",
        ] {
            assert!(!may_be_in(&names, text), "{text}");
        }
    }

    #[test]
    fn a_name_without_letters_may_stand_anywhere() {
        assert!(may_be_in(&pairs(&[("+", 0)]), "a word"));
        assert!(!may_be_in(&pairs(&[("+ plus", 1)]), "a word"));
        // A text has the same letters where a name has them.
        assert!(may_be_in(&pairs(&[("\u{416}\u{418} Works", 0)]), "\u{416}\u{418} Works"));
        assert!(may_be_in(&pairs(&[("Works \u{416}\u{418}", 0)]), "Works \u{416}\u{418}"));
    }

    #[test]
    fn letters_are_read_up_to_the_first_other_byte() {
        let number = |text: &str| text.bytes().rev().fold(0, |sum, byte| sum << 8 | u64::from(byte));
        for (text, letters) in [
            ("Harlow Bridge", "harlow"),
            ("Harlowbridge", "harlowbr"),
            ("1931a", "1931"),
            ("b2", "b"),
            ("x", "x"),
            ("", ""),
            ("$ 5", ""),
            ("abcdefgh\u{e9}", "abcdefgh"),
            ("Harlow\u{2019}s", "harlow"),
            ("\u{2014}a", ""),
        ] {
            assert_eq!(Some(number(letters)), letters_at_head(text.as_bytes()), "{text}");
        }
        assert_eq!(None, letters_at_head("S\u{e3}o".as_bytes()));
        assert_eq!(None, letters_at_head("\u{e9}t\u{e9}".as_bytes()));
    }
}
