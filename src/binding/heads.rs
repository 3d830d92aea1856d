//! The first letters of words that are looked for: nearly every word of a text is refused by them alone.

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
}

impl Default for Heads {
    /// No words; what is no ASCII has to be looked at all the same.
    fn default() -> Self {
        Self { bits: Box::new(NO_ASCII) }
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
    /// Adds all words that begin with these letters.
    pub(super) fn add_prefix(&mut self, prefix: &[u8]) {
        let codes = || prefix.iter().copied().map(code).take(LETTERS);
        // Behind a shorter beginning anything may stand.
        let free = BITS * (LETTERS - codes().count());
        let head = codes().fold(0, |head, code| head * CODES + code) << free;
        for head in head..head + (1 << free) {
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

    #[test]
    fn only_words_that_begin_so_are_let_pass() {
        let mut heads = Heads::default();
        for prefix in ["treaty", "un", "11"] {
            heads.add_prefix(prefix.as_bytes());
        }
        for text in ["Treaty", "tre", "un", "UN", "under", "11th", "112"] {
            assert!(heads.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["tr", "tray", "u", "u.n", "1", "", "plain"] {
            assert!(!heads.may_begin(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_is_no_ascii_is_let_pass() {
        // The sign for kelvin is a capital K to Unicode.
        let heads = Heads::default();
        assert!(heads.may_begin("\u{212a}elvin".as_bytes()));
        assert!(heads.may_begin("\u{e9}t\u{e9}".as_bytes()));
        assert!(!heads.may_begin(b"plain"));
    }
}
