//! Words that are looked for, by their first eight letters: what is refused needs no table of words.

use super::starts::letters_at_head;

/// So many bits, and so many of them in each machine word. All together stay near the processor; a fact book of a
/// million names sets most of them.
const COUNT: usize = 1 << 15;
const WIDTH: usize = 64;

/// The first letters of some words, a bit for their hash.
#[derive(Debug)]
pub(super) struct Prefixes {
    any_case: Box<[u64; COUNT / WIDTH]>,
    with_capital: Box<[u64; COUNT / WIDTH]>,
}

impl Default for Prefixes {
    fn default() -> Self {
        Self { any_case: Box::new([0; _]), with_capital: Box::new([0; _]) }
    }
}

impl Prefixes {
    /// Adds a word in small letters without accents, which may need a capital in the text.
    pub(super) fn add(&mut self, word: &str, capital: bool) {
        // Letters of other alphabets are let pass, since they may be these with an accent.
        let (place, bit) = bit(letters_at_head(word.as_bytes()).unwrap_or_default());
        let bits = if capital { &mut self.with_capital } else { &mut self.any_case };
        bits[place] |= bit;
    }

    /// Whether one of the words may stand at the head of a text.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let Some(letters) = letters_at_head(text) else { return true };
        let (place, bit) = bit(letters);
        let capital = text.first().is_some_and(u8::is_ascii_uppercase);
        self.any_case[place] & bit != 0 || capital && self.with_capital[place] & bit != 0
    }
}

/// Where the bit of some letters stands.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "any bits of the product will do")]
const fn bit(letters: u64) -> (usize, u64) {
    let hash = letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    let at = hash as usize % COUNT;
    (at / WIDTH, 1 << (at % WIDTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_otherwise_is_refused() {
        let mut prefixes = Prefixes::default();
        for word in ["harlow", "confederation", "11", "u.s.", "sao", "\u{436}"] {
            prefixes.add(word, false);
        }
        prefixes.add("bridge", true);
        for text in [
            "Harlow Bridge",
            "CONFEDERACY",
            "11th",
            "U.S.",
            "S\u{e3}o Tom\u{e9}",
            "\u{416}",
            "\u{e9}t\u{e9}",
            "Bridge",
        ] {
            assert!(prefixes.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["Harlows", "confeder", "111", "us", "sa", "x", "bridge", ""] {
            assert!(!prefixes.may_begin(text.as_bytes()), "{text}");
        }
    }
}
