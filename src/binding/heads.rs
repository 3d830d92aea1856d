//! The first letters of words that are looked for: nearly every word of a text is refused by them alone.

use super::starts::any_start;
use crate::language::Token;

/// So many letters are looked at together.
const LETTERS: usize = 3;

/// So many bits for what a byte is, and so many things that it may be.
const BITS: usize = 5;
const CODES: usize = 1 << BITS;

/// So many heads there are: all that so many letters may be.
const HEADS: usize = 1 << (LETTERS * BITS);

/// What ends a word: white space and marks. The letters of ASCII follow, without regard to case.
const END: usize = 0;

const DIGIT: usize = 27;

/// A byte of what is no ASCII: perhaps a letter, and perhaps the capital of one that is looked for.
const OTHER: usize = 28;

/// The first letters of some words, a bit for each three of them.
#[derive(Debug)]
pub(super) struct Heads {
    bits: Box<[u64; HEADS / 64]>,
    /// Whether one of them begins with a mark, where no word begins: then every place is looked at.
    marks: bool,
}

impl Default for Heads {
    /// No words; what is no ASCII has to be looked at all the same.
    fn default() -> Self {
        Self { bits: Box::new(NO_ASCII), marks: false }
    }
}

/// All that has a byte of what is no ASCII, and begins with a letter otherwise.
static NO_ASCII: [u64; HEADS / 64] = {
    let mut bits = [0; HEADS / 64];
    let mut head = 0;
    while head < HEADS {
        let (first, second, third) = (head / CODES / CODES, head / CODES % CODES, head % CODES);
        let after_letter = is_letter(first) && (second == OTHER || is_letter(second) && third == OTHER);
        if first == OTHER || after_letter {
            bits[head / 64] |= 1 << (head % 64);
        }
        head += 1;
    }
    bits
};

impl Heads {
    /// Adds a word that is looked for as it is.
    pub(super) fn add_word(&mut self, word: &str) {
        let codes: Vec<usize> = word.bytes().map(code).take(LETTERS).collect();
        self.add(&codes, true);
    }

    /// Adds all words that begin with these letters.
    pub(super) fn add_prefix(&mut self, prefix: &[u8]) {
        let codes: Vec<usize> = prefix.iter().copied().map(code).take(LETTERS).collect();
        self.add(&codes, false);
    }

    fn add(&mut self, codes: &[usize], whole: bool) {
        self.marks |= codes.first() == Some(&END);
        if let [first, second, third] = *codes {
            self.set((first * CODES + second) * CODES + third);
            return;
        }
        let mut found = vec![0];
        for place in 0..LETTERS {
            let next: Vec<usize> = match codes.get(place) {
                Some(code) => vec![*code],
                None if whole && place == codes.len() => (0..CODES)
                    .filter(|next| !codes.last().is_some_and(|last| goes_on(*last, *next)))
                    .collect(),
                None => (0..CODES).collect(),
            };
            found = found.iter().flat_map(|head| next.iter().map(move |code| head * CODES + code)).collect();
        }
        for head in found {
            self.set(head);
        }
    }

    fn set(&mut self, head: usize) {
        self.bits[head / 64] |= 1 << (head % 64);
    }

    /// Whether one of these words, or a word that begins so, may stand at the head of a text.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let [first, second, third] = match *text {
            [first, second, third, ..] => [code(first), code(second), code(third)],
            [first, second] => [code(first), code(second), END],
            [first] => [code(first), END, END],
            [] => [END; LETTERS],
        };
        let head = (first * CODES + second) * CODES + third;
        self.bits[head / 64] >> (head % 64) & 1 != 0
    }

    /// Whether `wanted` wants what stands at one of the places in a text where such a word may begin; it gets
    /// the text from there on. Where the text is cut into tokens it begins at one of them.
    pub(super) fn any<'t>(
        &self,
        text: &'t str,
        tokens: Option<&[Token]>,
        mut wanted: impl FnMut(&'t str) -> bool,
    ) -> bool {
        let bytes = text.as_bytes();
        let mut at = |rest: &[u8]| text.get(bytes.len() - rest.len()..).is_some_and(&mut wanted);
        // Nearly all places are refused, with no call for any of them.
        match tokens {
            Some(tokens) => {
                let mut places = tokens.iter().filter_map(|token| bytes.get(token.start as usize..));
                places.any(|rest| self.may_begin(rest) && at(rest))
            }
            None if self.marks => {
                (0..bytes.len()).any(|start| self.may_begin(&bytes[start..]) && at(&bytes[start..]))
            }
            None => any_start(text, |rest| self.may_begin(rest) && at(rest)),
        }
    }
}

/// Whether what is a word so far goes on.
const fn goes_on(last: usize, next: usize) -> bool {
    is_letter(last) && is_letter(next) || last == DIGIT && next == DIGIT
}

const fn is_letter(code: usize) -> bool {
    END < code && code < DIGIT
}

/// What a byte is to a word.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "all codes and all bytes fit in a byte")]
fn code(byte: u8) -> usize {
    static CODE: [u8; 256] = {
        let mut codes = [END as u8; 256];
        let mut byte = 0;
        while byte < codes.len() {
            codes[byte] = match byte as u8 {
                letter if letter.is_ascii_alphabetic() => letter & 0x1f,
                digit if digit.is_ascii_digit() => DIGIT as u8,
                0x80.. => OTHER as u8,
                _ => END as u8,
            };
            byte += 1;
        }
        codes
    };
    usize::from(CODE[usize::from(byte)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places<'t>(heads: &Heads, text: &'t str) -> Vec<&'t str> {
        let mut places = Vec::new();
        heads.any(text, None, |rest| {
            places.push(rest);
            false
        });
        places
    }

    #[test]
    fn only_words_that_begin_so_are_looked_at() {
        let mut heads = Heads::default();
        heads.add_word("treaty");
        heads.add_word("un");
        heads.add_prefix(b"mo");
        assert_eq!(vec!["Treaty"], places(&heads, "The entreated Treaty"));
        assert_eq!(
            vec!["UN under", "un-American"],
            places(&heads, "UN under").into_iter().chain(places(&heads, "un-American")).collect::<Vec<_>>()
        );
        assert_eq!(vec!["un"], places(&heads, "begun under un"));
        assert_eq!(vec!["Moon", "mo"], ["the Moon", "mo"].map(|text| places(&heads, text)).concat());
    }

    #[test]
    fn figures_are_words_of_their_own() {
        let mut heads = Heads::default();
        heads.add_word("11");
        assert_eq!(vec!["11th"], places(&heads, "1117 11th"));
        assert_eq!(vec!["11"], places(&heads, "a11"));
    }

    #[test]
    fn what_is_no_ascii_is_looked_at() {
        // The sign for kelvin is a capital K to Unicode.
        let heads = Heads::default();
        assert!(!places(&heads, "\u{212a}elvin").is_empty());
        assert!(!places(&heads, "\u{e9}t\u{e9}").is_empty());
        assert_eq!(Vec::<&str>::new(), places(&heads, "plain words"));
    }
}
