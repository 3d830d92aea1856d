//! Cuts a text into words, runs of digits and single marks. Articles and vocabulary go through the
//! same function, so that what the language file writes is what is found.

use std::borrow::Cow;

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
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut glued = false;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let class = if byte.is_ascii_alphabetic() {
            Class::Word
        } else if byte.is_ascii_digit() {
            Class::Digits
        } else if byte == b' ' {
            at += 1;
            glued = false;
            continue;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_whitespace() => {
                    at += c.len_utf8();
                    glued = false;
                    continue;
                }
                Some(c) if c.is_alphabetic() => Class::Word,
                Some(c) => {
                    at += c.len_utf8();
                    Class::Mark
                }
                None => break,
            }
        };
        match class {
            Class::Word => at = word_end(text, at),
            Class::Digits => at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
            Class::Mark => {}
        }
        let piece = &text[start..at];
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let capital = class == Class::Word && piece.starts_with(char::is_uppercase);
        let id = id_of(piece, class);
        tokens.push(Token { start: cut(start), end: cut(at), id, class, glued, capital });
        glued = true;
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        match text[at..].chars().next() {
            Some(c) if !c.is_ascii() && is_letter(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
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
