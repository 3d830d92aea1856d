//! Cuts a text into words, runs of digits and single marks. Articles and vocabulary go through the
//! same function, so that what the language file writes is what is found.

use std::borrow::Cow;

use super::eight::{HIGH, SMALL, STEP, eight, letters_in};
use super::starts::Starts;

/// A word, a run of digits, or one other character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is in the language's vocabulary; 0 if the language does not know it.
    pub id: WordId,
    /// Word, digits or mark.
    pub class: Class,
    /// Whether it follows the token before without white space between.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// What it may be good for, as far as the one who cut the text knows.
    pub uses: Uses,
}

/// What a word may be good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uses {
    /// How a claim may begin with the word, alone or as the first of several.
    pub begins: Starts,
    /// What a claim may need the word for, wherever it stands in it.
    pub marks: Starts,
}

/// A word of the vocabulary, as a number; 0 is every unknown word.
pub type WordId = u32;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Letters.
    Word,
    /// ASCII digits.
    Digits,
    /// One character that is neither.
    Mark,
}

/// Cuts `text` into tokens; `id_of` gives each its number in the vocabulary.
pub fn tokenize(text: &str, mut id_of: impl FnMut(&str, Class) -> WordId, tokens: &mut Vec<Token>) {
    tokenize_with(text, |piece| (id_of(&text[piece.start..piece.end], piece.class), Uses::default()), tokens);
}

/// Cuts `text` into tokens; `look_up` finds what a piece is in a vocabulary.
pub(super) fn tokenize_with(
    text: &str,
    mut look_up: impl FnMut(&Piece) -> (WordId, Uses),
    tokens: &mut Vec<Token>,
) {
    let mut pieces = Pieces { text, at: 0 };
    while let Some(piece) = pieces.next() {
        let (id, uses) = look_up(&piece);
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let Piece { start, end, class, glued, capital, .. } = piece;
        tokens.push(Token { start: cut(start), end: cut(end), id, class, glued, capital, uses });
    }
}

/// The first token of a text.
pub(crate) fn first_piece(text: &str) -> Option<(&str, Class)> {
    Pieces { text, at: 0 }.next().map(|Piece { start, end, class, .. }| (&text[start..end], class))
}

/// What is cut off a text.
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
    /// Whether another piece ends right in front of it.
    glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The word, if it is short and of ASCII letters only.
    pub(super) short: Option<ShortWord>,
}

/// A text that is being cut.
struct Pieces<'t> {
    text: &'t str,
    /// One past the last byte that has been cut off.
    at: usize,
}

impl Pieces<'_> {
    /// The next piece. Nearly every one is a short word of ASCII with one space in front and ASCII behind.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "what is written to memory for every word is read too soon")]
    fn next(&mut self) -> Option<Piece> {
        let bytes = self.text.as_bytes();
        let start = self.at + usize::from(bytes.get(self.at) == Some(&b' '));
        if let Some(window) = bytes[start..].first_chunk::<{ ShortWord::WINDOW }>()
            && window[0].is_ascii_alphabetic()
        {
            let word = ShortWord::at_head(window);
            if word.is_whole() && window[word.length].is_ascii() {
                let glued = start == self.at && start > 0;
                self.at = start + word.length;
                let capital = window[0].is_ascii_uppercase();
                return Some(Piece {
                    start,
                    end: self.at,
                    class: Class::Word,
                    glued,
                    capital,
                    short: Some(word),
                });
            }
        }
        self.any()
    }

    /// The next piece, whatever it is.
    #[inline(never)]
    fn any(&mut self) -> Option<Piece> {
        let behind = self.at;
        let mut chars = self.text[behind..].char_indices();
        let (start, c) = chars.find(|(_, c)| !c.is_whitespace())?;
        let start = behind + start;
        let (class, end, short) = if c.is_ascii_digit() {
            let digits = self.text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit());
            (Class::Digits, start + digits.count(), None)
        } else if c.is_alphabetic() {
            let word = ShortWord::at_head(&self.text.as_bytes()[start..]);
            let end = start + word.length;
            let whole = word.is_whole() && self.text.as_bytes().get(end).is_none_or(u8::is_ascii);
            if whole { (Class::Word, end, Some(word)) } else { (Class::Word, word_end(self.text, end), None) }
        } else {
            (Class::Mark, start + c.len_utf8(), None)
        };
        self.at = end;
        let glued = start == behind && start > 0;
        let capital = class == Class::Word && c.is_uppercase();
        Some(Piece { start, end, class, glued, capital, short })
    }
}

/// Where the word ends that goes on at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        at += text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        match text[at..].chars().next() {
            Some(c) if !c.is_ascii() && is_letter(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// The ASCII letters that a text begins with, sixteen at most, in lower case and as numbers.
///
/// Eight bytes are looked at together, and most words are no longer: a loop over bytes would be mispredicted
/// once a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShortWord {
    /// The first eight letters, first in the lowest byte, with zeros behind.
    pub(super) head: u64,
    /// The letters behind those.
    pub(super) tail: u64,
    length: usize,
}

impl ShortWord {
    /// A word and what stands behind it fit so many bytes.
    const WINDOW: usize = 2 * STEP + 1;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "called for every word")]
    fn at_head(bytes: &[u8]) -> Self {
        let (head, length) = first_letters(eight(bytes));
        if length < STEP {
            return Self { head, tail: 0, length };
        }
        let (tail, more) = first_letters(eight(&bytes[STEP..]));
        Self { head, tail, length: length + more }
    }

    /// Whether no further letter may follow.
    const fn is_whole(self) -> bool {
        self.length < 2 * STEP
    }
}

/// The ASCII letters at the head of eight bytes in lower case, and how many there are.
#[inline]
const fn first_letters(eight: u64) -> (u64, usize) {
    let others = !letters_in(eight) & HIGH;
    // All bytes before the first other one; all eight if there is none.
    let before = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    ((eight | SMALL) & before, others.trailing_zeros() as usize / STEP)
}

/// Letters and the marks that combine with them; CJK characters count as letters, too.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// A word as the vocabulary knows it: lower case, apostrophes and hyphens of one kind.
pub(super) fn fold(piece: &str, class: Class) -> Cow<'_, str> {
    match class {
        Class::Digits => Cow::Borrowed(piece),
        Class::Mark => Cow::Borrowed(match piece {
            "’" | "‘" | "ʼ" | "`" | "´" => "'",
            "‐" | "‑" => "-",
            "″" | "“" | "”" => "\"",
            other => other,
        }),
        Class::Word if piece.bytes().all(|byte| byte.is_ascii_lowercase()) => Cow::Borrowed(piece),
        Class::Word => Cow::Owned(piece.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_like_one_by_one() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut word = *b"abcdefghijXYZmnopqrst";
                word[place] = byte;
                let expected = word.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                let read = ShortWord::at_head(&word);
                assert_eq!(expected.min(16), read.length, "{byte} at {place}");
                let folded = word[..read.length].to_ascii_lowercase();
                let number =
                    |bytes: &[u8]| bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
                let (head, tail) = folded.split_at(read.length.min(8));
                assert_eq!((number(head), number(tail)), (read.head, read.tail), "{byte} at {place}");
            }
        }
    }

    fn pieces(text: &str) -> Vec<(&str, bool)> {
        let mut tokens = Vec::new();
        tokenize(text, |_, _| 0, &mut tokens);
        tokens.iter().map(|token| (&text[token.start as usize..token.end as usize], token.glued)).collect()
    }

    #[test]
    fn words_digits_and_marks_are_apart() {
        let expected = [("5", false), (",", true), ("000", true), ("km", false), ("²", true), (".", true)];
        assert_eq!(expected.to_vec(), pieces("5,000 km²."));
        let expected = [("22", false), ("april", true), ("O", false), ("’", true), ("Clock", true)];
        assert_eq!(expected.to_vec(), pieces("22april O’Clock"));
        assert_eq!(vec![("Ärger", false), ("€", false), ("5", true)], pieces("Ärger\u{a0}€5"));
    }

    #[test]
    fn apostrophes_are_one() {
        assert_eq!("'", fold("’", Class::Mark));
        assert_eq!("été", fold("ÉTÉ", Class::Word));
    }
}
