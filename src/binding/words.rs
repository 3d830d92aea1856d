//! The words of a sentence as names and cues see them: no dashes, dotted capitals as one word.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::{Class, Token, tokenize};
use crate::span::Span;

/// A word or a mark of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
    pub(super) case: Case,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Small letters, digits, a mark.
    Lower,
    /// A capital in front.
    Capital,
    /// Two capitals or more and no small letter: an acronym, or a word of a headline.
    Upper,
}

impl Case {
    /// Whether a word of a name, written so, may be written like `written` in a text: acronyms only as
    /// they are, names with their capital.
    pub(super) const fn allows(self, written: Self) -> bool {
        match self {
            Self::Lower => true,
            Self::Capital => !matches!(written, Self::Lower),
            Self::Upper => matches!(written, Self::Upper),
        }
    }
}

/// A word in small letters without accents: “São” is “sao”, since many write it so.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let plain = word.nfd().filter(|c| !is_combining_mark(*c));
    Cow::Owned(plain.flat_map(char::to_lowercase).collect())
}

/// Cuts a text into words; dashes are left out, so that “US–Taliban” and “US-Taliban” are one name.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut tokens = Vec::new();
    tokenize(text, |_, _| 0, &mut tokens);
    words_of(text, &tokens)
}

/// The words of a text that is cut into tokens already.
pub(super) fn words_of<'t>(text: &'t str, tokens: &[Token]) -> Vec<Word<'t>> {
    let mut words = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        let dotted = dotted_letters(text, rest);
        if dotted > 0 {
            let span = Span::new(first.start, rest[dotted - 1].end);
            words.push(Word { text: &text[span.range()], span, case: Case::Upper });
            rest = &rest[dotted..];
            continue;
        }
        rest = after;
        let span = Span::new(first.start, first.end);
        let written = &text[span.range()];
        if first.class != Class::Mark || !is_dash(written) {
            words.push(Word { text: written, span, case: case(written, first) });
        }
    }
    words
}

/// Whether a mark is left out between words.
pub(super) fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "‐" | "‑" | "–" | "—")
}

fn case(written: &str, token: &Token) -> Case {
    if !token.capital {
        return Case::Lower;
    }
    // The second letter of nearly all is small.
    let acronym = !written.chars().any(char::is_lowercase) && written.chars().nth(1).is_some();
    if acronym { Case::Upper } else { Case::Capital }
}

/// How many tokens at the head are letters with full stops: “U.S.” is 4.
fn dotted_letters(text: &str, tokens: &[Token]) -> usize {
    let letter = |token: &Token| token.class == Class::Word && token.capital && token.end - token.start == 1;
    let stop = |token: &Token| token.glued && &text[token.start as usize..token.end as usize] == ".";
    let mut pairs = 0;
    while let [first, second, ..] = &tokens[2 * pairs..] {
        if !(letter(first) && stop(second) && (pairs == 0 || first.glued)) {
            break;
        }
        pairs += 1;
    }
    if pairs > 1 { 2 * pairs } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_and_dotted_letters_are_a_word() {
        let texts: Vec<&str> = words("The U.S.–Taliban deal of NATO").iter().map(|word| word.text).collect();
        assert_eq!(vec!["The", "U.S.", "Taliban", "deal", "of", "NATO"], texts);
        assert_eq!(Case::Upper, words("NATO")[0].case);
        assert_eq!(Case::Capital, words("A b")[0].case);
    }
}
