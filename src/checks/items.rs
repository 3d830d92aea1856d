//! A sentence as checks read it: its claims, and between them the words that say how two claims belong
//! together.

use std::hint::select_unpredictable;

use super::Article;
use super::prose::Sentence;
use crate::claims::Claim;
use crate::language::{Class, Cue, Meaning, Role, Starts, Token};
use crate::span::Span;

/// A claim, a phrase, a word or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) what: What,
    /// In the text of the block.
    pub(super) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A number, percentage, quantity, sum of money or ratio: an index into the article's claims.
    Amount(usize),
    /// A date, length of time, age or place in an order.
    Time,
    /// A phrase that says how two numbers belong together.
    Cue(Cue),
    Of,
    And,
    Or,
    /// Begins another clause.
    Break,
    /// Another function word.
    Function,
    /// Another word, or several with hyphens between.
    Word,
    Mark(char),
}

/// More tokens than any phrase has: a bound on the time for a sentence without end.
const LONGEST: usize = 16;

impl Article<'_> {
    /// The items of a sentence; of the cues only those that are wanted.
    pub(super) fn items(&self, sentence: Sentence<'_>, wanted: fn(Cue) -> bool) -> Vec<Item> {
        let own = sentence.span;
        let text = &sentence.text[own.range()];
        let tokens: &[Token] = &sentence.tokens();
        let mut items = Vec::with_capacity(tokens.len());
        let mut claims = (sentence.first..).zip(sentence.claims).peekable();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let start = token.start + own.start;
            if let Some((index, claim)) = claims.next_if(|(_, claim)| claim.span.start <= start) {
                let end = claim.span.end;
                items.push(Item { what: kind_of(claim, index), span: claim.span });
                let inside = tokens[at..].iter().take_while(|token| token.start + own.start < end);
                at += inside.count().max(usize::from(start < end));
                continue;
            }
            let until = claims.peek().map_or(own.end, |(_, claim)| claim.span.start);
            let free = tokens[at..].partition_point(|token| token.end + own.start <= until).max(1);
            let free = &tokens[at..at + free];
            at += free.len();
            let mut next = 0;
            while let Some((token, behind)) = free.get(next..).and_then(<[Token]>::split_first) {
                let alone = behind.first().is_none_or(|behind| !behind.glued);
                let (length, what) = plain(token, alone).map_or_else(
                    || self.phrase(text, &free[next..free.len().min(next + LONGEST)], alone, wanted),
                    |what| (1, what),
                );
                next += length;
                let end = if length == 1 { token.end } else { free[next - 1].end };
                items.push(Item { what, span: Span::new(token.start, end).shifted(own.start) });
            }
        }
        items
    }

    /// The longest phrase that means something here, else a word with all that hyphens tie to it.
    fn phrase(&self, text: &str, tokens: &[Token], alone: bool, wanted: fn(Cue) -> bool) -> (usize, What) {
        let lexicon = &self.language.lexicon;
        let (token, marks) = (&tokens[0], tokens[0].uses.marks);
        let (meant, stop) = (marks.meets(MEANT), marks.meets(Starts::STOP));
        let pick = |meaning: &Meaning| match meaning {
            Meaning::Cue(cue) if wanted(*cue) => Some(What::Cue(*cue)),
            Meaning::Role(Role::Of) => Some(What::Of),
            Meaning::Role(Role::And) => Some(What::And),
            Meaning::Role(Role::Or) => Some(What::Or),
            Meaning::ClauseBreak => Some(What::Break),
            _ => None,
        };
        let found = if meant { lexicon.find(text, tokens, pick) } else { None };
        let tied = if alone { 1 } else { tied(text, tokens) };
        if let Some((length, what)) = found
            && length >= tied
        {
            return (length, what);
        }
        // “last month's 4 million”
        if !alone
            && let [mark, ending, ..] = tokens
            && is_hyphen(text, mark)
            && ending.glued
            && ending.class == Class::Word
        {
            return (2, What::Function);
        }
        match token.class {
            Class::Mark => (1, What::Mark(text[token.start as usize..].chars().next().unwrap_or(' '))),
            Class::Word if tied == 1 && stop => (1, What::Function),
            _ => (tied, What::Word),
        }
    }
}

/// What the words of a phrase that means something here are marked with.
const MEANT: Starts = Starts::CUE.or(Starts::JOINT);

/// What a word is that means nothing here and stands alone, as most do.
#[inline]
fn plain(token: &Token, alone: bool) -> Option<What> {
    let marks = token.uses.marks;
    // None of the three can be foretold, so all are asked at once.
    let other = select_unpredictable(alone && token.class != Class::Mark, Starts::NONE, MEANT);
    if marks.or(other).meets(MEANT) {
        return None;
    }
    Some(if marks.meets(Starts::STOP) && token.class == Class::Word { What::Function } else { What::Word })
}

/// The text of the block that items stand in, which their spans count in.
pub(super) fn text_of<'a>(article: &Article<'a>, items: &[Item]) -> Option<&'a str> {
    let claim = items.iter().find_map(|item| match item.what {
        What::Amount(claim) => Some(claim),
        _ => None,
    })?;
    Some(&article.document.blocks[article.claims[claim].block as usize].text)
}

fn kind_of(claim: &Claim, index: usize) -> What {
    if claim.kind.is_amount() { What::Amount(index) } else { What::Time }
}

/// How many tokens hyphens make one word of: 3 in “year-end”.
fn tied(text: &str, tokens: &[Token]) -> usize {
    if tokens[0].class == Class::Mark {
        return 1;
    }
    let mut length = 1;
    while let [hyphen, word, ..] = tokens.get(length..).unwrap_or_default()
        && is_hyphen(text, hyphen)
        && word.glued
        && word.class != Class::Mark
    {
        length += 2;
    }
    length
}

fn is_hyphen(text: &str, token: &Token) -> bool {
    token.glued && matches!(&text[token.start as usize..token.end as usize], "-" | "‐" | "‑" | "'" | "’")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_begins_a_function_phrase_is_a_function_word() {
        let lexicon = Language::english().lexicon;
        // Every word that the language knows stands in its file.
        let vocabulary = include_str!("../../rules/languages/en.yaml");
        let mut tokens = Vec::new();
        lexicon.tokenize(vocabulary, &mut tokens);
        let marked = tokens.iter().filter(|token| token.uses.marks.meets(Starts::STOP));
        let words = marked.map(|token| &vocabulary[token.start as usize..token.end as usize]);
        let all: Vec<&str> = words.collect();
        assert!(all.contains(&"who") && all.contains(&"according"));
        for word in all {
            assert!(lexicon.has(word, &Meaning::Stop), "{word}");
        }
    }
}
