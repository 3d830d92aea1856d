//! Cuts a text into words, runs of digits and single marks. Articles and vocabulary go through the
//! same function, so that what the language file writes is what is found.

use std::borrow::Cow;
use std::cell::RefCell;
use std::hint::select_unpredictable;
use std::ops::Range;

use super::eight::{HIGH, SMALL, STEP, digits_in, eight, letters_in};
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
    let mut find = |piece: &Piece| (id_of(&text[piece.range()], piece.class), Uses::default());
    let find = RefCell::new(&mut find);
    let find = |piece: &Piece| find.borrow_mut()(piece);
    tokenize_with(text, |_, piece| find(piece), find, tokens);
}

/// Cuts `text` into tokens; `short` finds what a short word or an ASCII mark is in a vocabulary, and `other` any other piece.
/// Gives what the words may be needed for.
pub(super) fn tokenize_with(
    text: &str,
    short: impl Fn(ShortWord, &Piece) -> (WordId, Uses),
    other: impl Fn(&Piece) -> (WordId, Uses),
    tokens: &mut Vec<Token>,
) -> Starts {
    let bytes = text.as_bytes();
    // No source is longer than its positions count.
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    // The last bytes with zeros behind: there is no other end to look out for.
    let mut padded = [0; 2 * WINDOW];
    let rest = bytes.len().saturating_sub(WINDOW);
    padded[..bytes.len() - rest].copy_from_slice(&bytes[rest..]);
    let (mut at, mut present, first) = (0, Starts::NONE, tokens.len());
    while at < length {
        let start = at as usize;
        let window =
            bytes[start..].first_chunk().or_else(|| padded[start.saturating_sub(rest)..].first_chunk());
        // Nearly every piece is a short word or an ASCII mark, and what is known of it stays in registers.
        if let Some((piece, word)) = window.and_then(|window| short_piece(window, at)) {
            at = piece.end;
            present = present.or(push(&piece, short(word, &piece), tokens));
        } else if let Some(piece) = any(text, at) {
            at = piece.end;
            present = present.or(push(&piece, other(&piece), tokens));
        } else {
            break;
        }
    }
    // In front of the first there is nothing.
    if let Some(first) = tokens.get_mut(first) {
        first.glued = false;
    }
    present
}

#[inline(always)]
#[allow(clippy::inline_always, reason = "called for every word")]
fn push(piece: &Piece, (id, uses): (WordId, Uses), tokens: &mut Vec<Token>) -> Starts {
    let &Piece { start, end, class, glued, capital, .. } = piece;
    tokens.push(Token { start, end, id, class, glued, capital, uses });
    uses.marks
}

/// The first token of a text.
pub(crate) fn first_piece(text: &str) -> Option<(&str, Class)> {
    any(text, 0).map(|piece| (&text[piece.range()], piece.class))
}

/// What is cut off a text.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    /// First byte in the text.
    start: u32,
    /// One past the last byte.
    end: u32,
    pub(super) class: Class,
    /// Whether no white space stands in front of it.
    glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The word or the figures, if there are few and of ASCII only, and not known otherwise.
    pub(super) short: Option<ShortWord>,
}

impl Piece {
    /// Its bytes in the text.
    pub(super) const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it has the look of a code of ISO 4217 with its scale in front.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "a branch would be mispredicted at many capitals")]
    pub(super) const fn may_be_code(&self) -> bool {
        self.capital & (self.end - self.start == 4)
    }
}

/// A short word, a space in front of it and what stands behind it fit so many bytes.
const WINDOW: usize = 2 * STEP + 2;

/// A short word of ASCII or an ASCII mark behind a space at most, `at` so many bytes in a text: nearly every piece is one.
/// Which of both it is cannot be foretold, and is no branch.
#[inline(always)]
#[allow(clippy::inline_always, reason = "what is written to memory for every word is read too soon")]
#[allow(clippy::needless_bitwise_bool, reason = "a branch would be mispredicted at many marks")]
fn short_piece(window: &[u8; WINDOW], at: u32) -> Option<(Piece, ShortWord)> {
    let space = window[0] == b' ';
    let window = &window[usize::from(space)..];
    let (first, letters) = (window[0], ShortWord::at_head(window));
    let mark = MARKS[usize::from(first)];
    let whole = letters.is_whole() & window.get(letters.length as usize).is_some_and(u8::is_ascii);
    // A figure, or what is no ASCII.
    if !(whole & (letters.length > 0) | mark) {
        return None;
    }
    let word = select_unpredictable(mark, ShortWord { head: first.into(), tail: 0, length: 1 }, letters);
    let start = at + u32::from(space);
    let piece = Piece {
        start,
        end: start + word.length,
        class: select_unpredictable(mark, Class::Mark, Class::Word),
        glued: !space,
        capital: first.is_ascii_uppercase(),
        short: None,
    };
    Some((piece, word))
}

/// By byte: whether it is an ASCII mark.
static MARKS: [bool; 256] = {
    let (mut marks, mut byte) = ([false; 256], 0);
    while byte < marks.len() {
        #[allow(clippy::cast_possible_truncation, reason = "it is a byte")]
        let is = (byte as u8).is_ascii_punctuation();
        marks[byte] = is;
        byte += 1;
    }
    marks
};

/// The next piece behind `at`, whatever it is.
#[inline(never)]
fn any(text: &str, from: u32) -> Option<Piece> {
    let at = from as usize;
    let space = usize::from(text.as_bytes().get(at) == Some(&b' '));
    let start = match text.as_bytes().get(at + space)? {
        byte if byte.is_ascii_graphic() => at + space,
        _ => at + text[at..].find(|c: char| !c.is_whitespace())?,
    };
    let bytes = &text.as_bytes()[start..];
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let piece = |end: usize, class: Class| Piece {
        start: number(start),
        end: number(end),
        class,
        glued: start == at,
        capital: false,
        short: None,
    };
    if bytes[0].is_ascii_punctuation() {
        return Some(piece(start + 1, Class::Mark));
    }
    if bytes[0].is_ascii_digit() {
        let short = ShortWord::of_digits(bytes);
        let count = || bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = start + short.map_or_else(count, |digits| digits.length as usize);
        return Some(Piece { short, ..piece(end, Class::Digits) });
    }
    let c = text[start..].chars().next()?;
    // Quotation marks and dashes of typesetting are no letters, which is slow to look up.
    if matches!(c, '\u{2010}'..='\u{205e}') || !c.is_alphabetic() {
        return Some(piece(start + c.len_utf8(), Class::Mark));
    }
    let word = ShortWord::at_head(bytes);
    let ascii = start + word.length as usize;
    let whole = word.is_whole() && text.as_bytes().get(ascii).is_none_or(u8::is_ascii);
    let end = if whole { ascii } else { word_end(text, ascii) };
    Some(Piece { capital: c.is_uppercase(), short: whole.then_some(word), ..piece(end, Class::Word) })
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

/// The ASCII letters or figures that a text begins with, sixteen at most, in lower case and as numbers; or an ASCII mark.
///
/// Eight bytes are looked at together, and most words are no longer: a loop over bytes would be mispredicted
/// once a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShortWord {
    /// The first eight letters, first in the lowest byte, with zeros behind.
    pub(super) head: u64,
    /// The letters behind those.
    pub(super) tail: u64,
    length: u32,
}

impl ShortWord {
    #[allow(clippy::cast_possible_truncation, reason = "it is eight")]
    const STEP: u32 = STEP as u32;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "called for every word")]
    fn at_head(bytes: &[u8]) -> Self {
        let (head, length) = first_letters(eight(bytes));
        let (tail, more) = first_letters(eight(bytes.get(STEP..).unwrap_or_default()));
        // A fifth of all words are longer than eight letters, and which cannot be foretold.
        let none = length < Self::STEP;
        let (tail, more) = (select_unpredictable(none, 0, tail), select_unpredictable(none, 0, more));
        Self { head, tail, length: length + more }
    }

    /// The figures that a text begins with; `None` for many.
    #[inline]
    fn of_digits(bytes: &[u8]) -> Option<Self> {
        let eight = eight(bytes);
        let (before, length) = before_other(digits_in(eight));
        (length < Self::STEP).then_some(Self { head: eight & before, tail: 0, length })
    }

    /// Whether no further letter may follow.
    const fn is_whole(self) -> bool {
        self.length < 2 * Self::STEP
    }
}

/// The ASCII letters at the head of eight bytes in lower case, and how many there are.
#[inline]
const fn first_letters(eight: u64) -> (u64, u32) {
    let (before, length) = before_other(letters_in(eight));
    ((eight | SMALL) & before, length)
}

/// All bytes before the first that is not `wanted`, or all eight, and how many there are.
#[inline]
const fn before_other(wanted: u64) -> (u64, u32) {
    let others = !wanted & HIGH;
    (((others & others.wrapping_neg()) >> 7).wrapping_sub(1), others.trailing_zeros() / u8::BITS)
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
                let length = read.length as usize;
                assert_eq!(expected.min(16), length, "{byte} at {place}");
                let folded = word[..length].to_ascii_lowercase();
                let number =
                    |bytes: &[u8]| bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
                let (head, tail) = folded.split_at(length.min(8));
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
