//! Words that somebody wants to know of while a text is cut into tokens: most sentences have none of them, and need not
//! be looked at again.

use super::starts::Starts;
use super::token::{Class, ShortWord};

/// Words that names have, and beginnings of words that descriptions have; what is no ASCII may be either.
///
/// ```
/// use factlint::language::{Class, Language, Starts, Watched};
///
/// let mut watched = Watched::default();
/// watched.add_name("harlow", Class::Word);
/// watched.add_description("bridg", false);
/// let mut language = Language::english();
/// language.lexicon.watch(watched);
/// let present = |text: &str| language.lexicon.tokenize(text, &mut Vec::new());
/// assert!(present("In Harlow it rained.").meets(Starts::NAME));
/// assert!(present("Both bridges are closed.").meets(Starts::DESCRIPTION));
/// assert!(!present("It rained in both.").meets(Starts::SUBJECT));
/// ```
#[derive(Debug, Default)]
pub struct Watched {
    /// Words that names have.
    pub(super) names: Vec<(Box<str>, Class)>,
    /// How words of descriptions begin: those that may have a small letter, and all.
    heads: [Option<Box<Heads>>; 2],
    /// Whether a name may have something that is neither a word nor figures.
    marks: bool,
    /// Whether a description may have something that is no word.
    described_otherwise: bool,
}

/// A bit for each three letters that a word may begin with.
type Heads = [u64; HEADS / 64];

/// So many bits has a letter without regard to case; what is no letter is 0.
const BITS: usize = 5;
const LETTERS: usize = 3;
const HEADS: usize = 1 << (BITS * LETTERS);

impl Watched {
    /// Watches for a word that a name has, in small letters without accents.
    pub fn add_name(&mut self, word: &str, class: Class) {
        self.names.push((word.into(), class));
        self.marks |= class == Class::Mark;
    }

    /// Watches for all words of a description that begin with these small letters; they may need a capital.
    pub fn add_description(&mut self, prefix: &str, capital: bool) {
        let letters: Vec<u8> = prefix.bytes().take(LETTERS).collect();
        // A word that begins so is no ASCII, and let pass without being known.
        if letters.iter().any(|letter| !letter.is_ascii()) {
            return;
        }
        let word = letters.iter().all(u8::is_ascii_alphabetic);
        self.described_otherwise |= !word || letters.is_empty();
        if !word {
            return;
        }
        let number = letters.iter().rev().fold(0, |number, letter| number << 8 | u64::from(*letter));
        // Behind a shorter beginning anything may stand.
        let free = BITS * (LETTERS - letters.len());
        for which in if capital { 1..2 } else { 0..2 } {
            let heads = self.heads[which].get_or_insert_with(|| Box::new([0; HEADS / 64]));
            for behind in 0..1 << free {
                let head = head(number) | behind << (BITS * letters.len());
                heads[head / 64] |= 1 << (head % 64);
            }
        }
    }

    /// Whether a description may have any other piece of a text, or a name has it in other letters.
    pub(super) fn other(&self, piece: &str, class: Class, capital: bool) -> Starts {
        match (class, &self.heads[usize::from(capital)]) {
            (Class::Word, _) if !piece.is_ascii() => Starts::SUBJECT,
            (Class::Word, Some(heads)) => {
                let letters = piece.bytes().take(LETTERS).rev();
                let letters = letters.fold(0, |letters, letter| letters << 8 | u64::from(letter));
                if described(heads, letters) { Starts::DESCRIPTION } else { Starts::NONE }
            }
            (Class::Mark, _) if self.marks && !piece.is_ascii() => Starts::SUBJECT,
            (Class::Mark | Class::Digits, _) if self.described_otherwise => Starts::DESCRIPTION,
            _ => Starts::NONE,
        }
    }

    /// What short words are looked up in.
    pub(super) fn descriptions(&self) -> Descriptions<'_> {
        static NONE: Heads = [0; HEADS / 64];
        Descriptions([0, 1].map(|capital| self.heads[capital].as_deref().unwrap_or(&NONE)))
    }
}

/// The heads of words that descriptions have, in small letters and with a capital.
#[derive(Clone, Copy)]
pub(super) struct Descriptions<'w>([&'w Heads; 2]);

impl Descriptions<'_> {
    /// Whether a description may have a short word.
    #[inline]
    pub(super) fn may_have(self, word: ShortWord, capital: bool) -> bool {
        described(self.0[usize::from(capital)], word.head)
    }
}

/// Whether a description may have a word that begins with these letters, first in the lowest byte.
#[inline]
const fn described(heads: &Heads, letters: u64) -> bool {
    let head = head(letters);
    heads[head / 64] >> (head % 64) & 1 != 0
}

/// The first letters of a word, close together.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "fifteen bits are left")]
const fn head(letters: u64) -> usize {
    (letters & 0x1f | letters >> 3 & 0x3e0 | letters >> 6 & 0x7c00) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn nothing_that_is_watched_for_is_overlooked() {
        const BOTH: Starts = Starts::SUBJECT;
        let mut watched = Watched::default();
        for (word, class) in [("harlow", Class::Word), ("11", Class::Digits), ("e", Class::Word)] {
            watched.add_name(word, class);
        }
        watched.add_description("quill", true);
        watched.add_description("ox", false);
        watched.add_description("été", false);
        let mut language = Language::english();
        language.lexicon.watch(watched);
        for (expected, text) in [
            (Starts::NAME, "HARLOW’s"),
            (Starts::NAME, "e.g."),
            (Starts::NAME, "9/11"),
            (Starts::DESCRIPTION, "the Quilts"),
            (Starts::DESCRIPTION, "oxen, an ox"),
            (Starts::DESCRIPTION, "Oxidation-of-internationalisation"),
            (BOTH, "Quillharlow by Harlow"),
            (BOTH, "S\u{e3}o"),
            (BOTH, "\u{212a}elvin"),
            (Starts::DESCRIPTION, "“Quill”"),
            (Starts::NONE, "Harlows quilt “quill” – 111, 2011 $5 o-x, internationalisation"),
            (Starts::NONE, ""),
        ] {
            assert_eq!(expected, present(&language, text), "{text}");
        }
    }

    #[test]
    fn what_is_no_word_is_watched_for_as_well() {
        let mut watched = Watched::default();
        watched.add_name("=", Class::Mark);
        watched.add_description("7", false);
        let mut language = Language::english();
        language.lexicon.watch(watched);
        assert!(present(&language, "a = b").meets(Starts::NAME));
        assert!(present(&language, "a \u{2260} b").meets(Starts::NAME));
        assert!(present(&language, "the 7s").meets(Starts::DESCRIPTION));
        assert_eq!(Starts::NONE, present(&language, "a word"));
    }

    fn present(language: &Language, text: &str) -> Starts {
        language.lexicon.tokenize(text, &mut Vec::new()).and(Starts::SUBJECT)
    }
}
