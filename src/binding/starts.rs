//! Where words begin in a text, and with which letters: eight bytes are looked at together, since every text goes
//! through it.

use crate::language::eight::{HIGH, SMALL, STEP, digits_in, eight, letters_in};

/// Whether `wanted` wants what begins at one of the places of a text where a word, figures, or something that is no
/// ASCII begins; it gets everything from there on. Behind what is no ASCII a word may begin that does not.
#[inline]
pub(super) fn any_start(text: &str, mut wanted: impl FnMut(&[u8]) -> bool) -> bool {
    let bytes = text.as_bytes();
    let mut before = (0, 0);
    let (steps, tail) = bytes.as_chunks();
    for step in 0..=steps.len() {
        let eight = steps.get(step).map_or_else(|| eight(tail), |bytes| u64::from_le_bytes(*bytes));
        let (letters, digits) = (letters_in(eight), digits_in(eight));
        // Two bits tell the first byte of a character from the others.
        let others = eight & eight << 1 & HIGH;
        let mut starts = starting(letters, before.0) | starting(digits, before.1) | others;
        before = (letters, digits);
        while starts != 0 {
            let place = step * STEP + starts.trailing_zeros() as usize / STEP;
            starts &= starts - 1;
            if bytes.get(place..).is_some_and(&mut wanted) {
                return true;
            }
        }
    }
    false
}

/// The letters or the figures at the head in lower case, eight at most, as a number: first in the lowest byte, with
/// zeros behind; 0 if there are none. `None` if what is no ASCII follows, which may be a letter.
#[inline]
pub(super) fn letters_at_head(text: &[u8]) -> Option<u64> {
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

/// Those bytes of a kind that none of their kind stands in front of; `before` are those of the step before.
#[inline]
const fn starting(bytes: u64, before: u64) -> u64 {
    bytes & !(bytes << 8 | before >> 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        any_start(text, |rest| {
            found.push(text.len() - rest.len());
            false
        });
        found
    }

    /// The same, byte by byte.
    fn one_by_one(text: &str) -> Vec<usize> {
        let kind = |byte: u8| (byte.is_ascii_alphabetic(), byte.is_ascii_digit());
        let bytes = text.as_bytes();
        let goes_on = |at: usize| at > 0 && kind(bytes[at - 1]) == kind(bytes[at]);
        let word = |at: &usize| bytes[*at].is_ascii_alphanumeric() && !goes_on(*at);
        (0..bytes.len())
            .filter(|at| text.is_char_boundary(*at) && (word(at) || !bytes[*at].is_ascii()))
            .collect()
    }

    #[test]
    fn words_and_figures_begin_behind_what_they_are_not() {
        assert_eq!(vec![1, 8, 10, 12, 14, 17], starts("(Harlow's 3 km2: a"));
        for text in ["", "a", "Harlow", "(Harlow’s 3 km2: a", "harlowbridge 1234ab9", "@AZ[`az{/09:\u{7f}"]
        {
            for length in 0..20 {
                let text = format!("{}{text}{text}", " ".repeat(length));
                assert_eq!(one_by_one(&text), starts(&text), "{text}");
            }
        }
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
