//! Numbers for words: every word of a text is looked up, so that a look-up costs a few instructions.

use rustc_hash::FxHashMap;

use super::known::{Known, Word};
use super::token::{Class, ShortWord, Uses, WordId, fold};

/// The words of a vocabulary and their numbers, from 1; 0 is every other word.
///
/// ```
/// use factlint::language::{Class, Words};
///
/// let mut words = Words::default();
/// let treaty = words.intern("treaty", Class::Word);
/// assert_eq!(treaty, words.get("Treaty", Class::Word));
/// assert_eq!(0, words.get("pact", Class::Word));
/// ```
#[derive(Debug, Default)]
pub struct Words {
    /// Short words.
    short: FxHashMap<Key, WordId>,
    /// The same, with what they may be good for, once that is told.
    known: Known,
    /// How many words there are, with the unknown word.
    count: usize,
    /// Words that are long or no ASCII, folded.
    others: FxHashMap<Box<str>, WordId>,
    /// ASCII characters that are a token of their own.
    marks: Vec<WordId>,
}

/// A word of up to sixteen ASCII letters or digits in lower case: the first eight, first in the lowest byte,
/// and the others; zeros behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Key {
    head: u64,
    tail: u64,
}

impl Words {
    /// How many words there are, with the unknown word.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The number of a word; 0 if the vocabulary has it not.
    pub fn get(&self, piece: &str, class: Class) -> WordId {
        match (class, piece.as_bytes()) {
            (Class::Mark, [mark]) => self.get_mark(*mark),
            (Class::Mark, _) => self.other(piece, class),
            (Class::Word | Class::Digits, bytes) => {
                Key::of(bytes).map_or_else(|| self.other(piece, class), |key| self.id(key))
            }
        }
    }

    /// The number of a short word or ASCII mark that is read already, 0 for one that is only watched for, and what it may be
    /// good for.
    #[inline]
    pub(super) fn get_short(&self, word: ShortWord) -> (WordId, Uses) {
        self.known.get(Key::new(word.head, word.tail))
    }

    /// Takes in what all words may be good for, by their numbers, how many of them are not only watched for, and the same
    /// of ASCII marks.
    pub(super) fn tell(&mut self, uses: &[Uses], known: usize, marks: &[(u8, WordId, Uses)]) {
        let word = |(key, id): (&Key, &WordId)| {
            let uses = uses.get(*id as usize).copied().unwrap_or_default();
            Word { key: *key, uses, id: if (*id as usize) < known { *id } else { 0 } }
        };
        let mark = |(byte, id, uses): &(u8, WordId, Uses)| Word {
            key: Key::new((*byte).into(), 0),
            uses: *uses,
            id: *id,
        };
        let marks = marks.iter().map(mark);
        let all: Vec<Word> = self.short.iter().map(word).chain(marks).collect();
        self.known = Known::of(&all);
    }

    /// The number of an ASCII character that is a token of its own.
    pub(super) fn get_mark(&self, mark: u8) -> WordId {
        self.marks.get(usize::from(mark)).copied().unwrap_or(0)
    }

    fn other(&self, piece: &str, class: Class) -> WordId {
        // No word of a vocabulary is longer; a text's may be.
        const LONGEST: usize = 64;
        if piece.len() > LONGEST {
            return 0;
        }
        let folded = fold(piece, class);
        match (class, folded.as_bytes()) {
            (Class::Mark, [mark]) => self.get_mark(*mark),
            // Small letters may be ASCII where the capital was not: the sign for kelvin.
            (_, bytes) => match Key::of(bytes) {
                Some(key) if class != Class::Mark => self.id(key),
                _ => self.others.get(&*folded).copied().unwrap_or(0),
            },
        }
    }

    /// The number of a word, a new one if need be.
    pub fn intern(&mut self, piece: &str, class: Class) -> WordId {
        self.count = self.count.max(1);
        let known = self.get(piece, class);
        if known > 0 {
            return known;
        }
        let id = WordId::try_from(self.count).unwrap_or(0);
        self.count += 1;
        let folded = fold(piece, class);
        let key = Key::of(folded.as_bytes()).filter(|_| class != Class::Mark);
        match (folded.as_bytes(), key) {
            ([mark], _) if class == Class::Mark && mark.is_ascii() => {
                self.marks.resize(128, 0);
                self.marks[usize::from(*mark)] = id;
                if *mark == b'\'' {
                    self.marks[usize::from(b'`')] = id;
                }
            }
            (_, Some(key)) => {
                self.short.insert(key, id);
            }
            (_, None) => {
                self.others.insert(folded.into(), id);
            }
        }
        id
    }

    /// The number of a short word; 0 if the vocabulary has it not.
    fn id(&self, key: Key) -> WordId {
        self.short.get(&key).copied().unwrap_or(0)
    }
}

impl Key {
    /// Of no word.
    pub(super) const EMPTY: Self = Self::new(0, 0);

    /// Of the first eight letters, and of those behind.
    #[inline]
    pub(super) const fn new(head: u64, tail: u64) -> Self {
        Self { head, tail }
    }

    /// Whether it is the same, without a branch.
    #[inline]
    pub(super) const fn is(self, other: Self) -> bool {
        (self.head ^ other.head) | (self.tail ^ other.tail) == 0
    }

    /// `None` for a word that is longer or has other characters.
    fn of(word: &[u8]) -> Option<Self> {
        /// Sets the bit that small letters and digits have, and capitals have not.
        const SMALL: u128 = u128::MAX / 0xff * 0x20;
        let unused = 16_usize.checked_sub(word.len()).filter(|unused| *unused < 16)?;
        // Both ends of the word, which may overlap: then they are the same there.
        let letters = match word.len() {
            length @ 0..4 => {
                let at = |place: usize| u128::from(word[place]) << (8 * place);
                at(0) | at(length / 2) | at(length - 1)
            }
            length @ 4..8 => {
                let (head, tail) =
                    (u32::from_le_bytes(*word.first_chunk()?), u32::from_le_bytes(*word.last_chunk()?));
                u128::from(head) | u128::from(tail) << (8 * (length - 4))
            }
            length => {
                let (head, tail) =
                    (u64::from_le_bytes(*word.first_chunk()?), u64::from_le_bytes(*word.last_chunk()?));
                u128::from(head) | u128::from(tail) << (8 * (length - 8))
            }
        };
        let [head, tail] = halves(letters | SMALL >> (8 * unused));
        word.is_ascii().then_some(Self { head, tail })
    }

    /// Mixed from all letters: the upper bits of both products are, and are mixed into the lower.
    #[inline]
    pub(super) const fn hash(self) -> u64 {
        let mixed =
            self.head.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.tail.wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ mixed >> 29
    }
}

/// The lower and the upper half.
#[allow(clippy::cast_possible_truncation, reason = "each half is cut from the other")]
const fn halves(number: u128) -> [u64; 2] {
    [number as u64, (number >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_lengths_are_told_apart() {
        let mut words = Words::default();
        let texts: Vec<String> =
            (1..40).flat_map(|length| ["a", "b", "é"].map(|letter| letter.repeat(length))).collect();
        let ids: Vec<WordId> = texts.iter().map(|text| words.intern(text, Class::Word)).collect();
        for (text, id) in texts.iter().zip(&ids) {
            if text.len() > 64 {
                continue;
            }
            assert_eq!(*id, words.get(text, Class::Word), "{text}");
            assert_eq!(*id, words.get(&text.to_uppercase(), Class::Word), "{text}");
        }
        let mut different = ids.clone();
        different.dedup();
        assert_eq!(ids.len(), different.len());
        assert_eq!(0, words.get("c", Class::Word));
        assert_eq!(0, words.get(&"x".repeat(90), Class::Word));
    }

    #[test]
    fn marks_are_no_words() {
        let mut words = Words::default();
        assert_eq!(0, words.get("'", Class::Mark));
        let apostrophe = words.intern("'", Class::Mark);
        for other in ["’", "`", "‘"] {
            assert_eq!(apostrophe, words.get(other, Class::Mark), "{other}");
        }
        assert_eq!(0, words.get("@", Class::Mark));
        assert_eq!(0, words.get("`", Class::Word));
    }
}
