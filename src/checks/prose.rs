//! What stands around claims: the sentence, the words between two claims, and what those words tell.

use std::borrow::Cow;
use std::ops::Range;

use super::Article;
use super::signs::Signs;
use crate::claims::Claim;
use crate::language::{Class, Meaning, Starts, Token, Told};
use crate::span::Span;
use crate::value::Value;

/// A sentence with its claims.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) article: &'a Article<'a>,
    /// The index of its first claim among the article's.
    pub(super) first: usize,
    pub(super) claims: &'a [Claim],
    /// The text of its block, which all spans count in.
    pub(super) text: &'a str,
    /// Where the sentence stands in it.
    pub(super) span: Span,
    /// What its words may be good for, and what its claims show.
    words: Starts,
    pub(super) signs: Signs,
}

/// How far around a claim words are looked at, in bytes: a bound on the time for a text that is one sentence.
const REACH: usize = 400;

/// How much of a sentence is read, in bytes.
const LONGEST: usize = 2_000;

impl<'a> Article<'a> {
    /// The sentences of some blocks that have claims.
    pub(super) fn sentences_in(&'a self, blocks: Range<u32>) -> impl Iterator<Item = Sentence<'a>> {
        let claims = self.claims_in(blocks);
        let mut next = claims.start;
        self.claims[claims].chunk_by(share_a_sentence).filter_map(move |claims| {
            let first = next;
            next += claims.len();
            Sentence::of(self, first, claims, (Starts::ALL, Signs::ALL))
        })
    }

    /// The claims of some blocks, as indices.
    pub(super) fn claims_in(&self, blocks: Range<u32>) -> Range<usize> {
        let first = self.claims.partition_point(|claim| claim.block < blocks.start);
        let length = self.claims[first..].iter().take_while(|claim| claim.block < blocks.end).count();
        first..first + length
    }

    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.language.lexicon.tokenize(text, &mut tokens);
        tokens
    }

    /// Whether a word or phrase in a text tells this.
    pub(super) fn tells(&self, text: &str, told: Told) -> bool {
        self.means(text, &Meaning::Told(told))
    }

    /// Whether a word or phrase in a text means this.
    pub(super) fn means(&self, text: &str, meaning: &Meaning) -> bool {
        self.last(text, meaning).is_some()
    }

    /// The last word or phrase of a text that means this.
    pub(super) fn last(&self, text: &str, meaning: &Meaning) -> Option<Span> {
        self.last_of(text, |own| own == meaning)
    }

    /// The last word or phrase of a text whose meaning is wanted.
    fn last_of(&self, text: &str, wanted: impl Fn(&Meaning) -> bool) -> Option<Span> {
        self.last_among(text, &self.tokens(text), wanted)
    }

    /// The same among tokens of the text.
    fn last_among(&self, text: &str, tokens: &[Token], wanted: impl Fn(&Meaning) -> bool) -> Option<Span> {
        (0..tokens.len()).rev().filter(|at| tokens[*at].id > 0).find_map(|at| {
            let pick = |own: &Meaning| wanted(own).then_some(());
            let (length, ()) = self.language.lexicon.find(text, &tokens[at..], pick)?;
            Some(Span::new(tokens[at].start, tokens[at + length - 1].end))
        })
    }

    /// Whether a single word has a meaning.
    pub(super) fn is(&self, word: &str, meaning: &Meaning) -> bool {
        self.language.lexicon.has(word, meaning)
    }

    /// Whether nothing stands in a text but function words, names with a capital, marks and what `also` takes.
    pub(super) fn is_thin_with(&self, text: &str, also: impl Fn(&str) -> bool) -> bool {
        let stop = |word: &str| self.is(word, &Meaning::Stop) && !self.is(word, &Meaning::ClauseBreak);
        let whose = |word: &str| self.is(word, &Meaning::Age(crate::language::AgeCue::Whose));
        words(text)
            .all(|word| word.starts_with(char::is_uppercase) || stop(word) && !whose(word) || also(word))
            && !text.contains([';', ':', '"', '“', '?', '!'])
    }
}

/// Whether the figures of a year stand in a text.
pub(super) fn is_written(year: i16, text: &str) -> bool {
    let figures = [1000, 100, 10, 1].map(|place| (year / place).rem_euclid(10));
    let digit = |(byte, figure): (&u8, &i16)| i16::from(*byte) == i16::from(b'0') + figure;
    match year {
        1000..=9999 => text.as_bytes().windows(4).any(|four| four.iter().zip(&figures).all(digit)),
        _ => text.contains(&year.to_string()),
    }
}

/// Whether two claims stand in one sentence.
pub(super) fn share_a_sentence(one: &Claim, other: &Claim) -> bool {
    (one.block, one.sentence) == (other.block, other.sentence)
}

impl<'a> Sentence<'a> {
    /// The sentence of some claims, the first of which has that index.
    pub(super) fn of(
        article: &'a Article<'a>,
        first: usize,
        claims: &'a [Claim],
        (words, signs): (Starts, Signs),
    ) -> Option<Self> {
        let claim = claims.first()?;
        let block = article.document.blocks.get(claim.block as usize)?;
        let span = *article.document.sentences(block).get(claim.sentence as usize)?;
        Some(Self { article, first, claims, text: &block.text, span, words, signs })
    }

    /// Whether one of its words may be good for this.
    pub(super) const fn may_have(&self, words: Starts) -> bool {
        self.words.meets(words)
    }

    /// Whether one of these marks stands in front of one of its amounts, behind another claim and with few words between.
    pub(super) fn opens_with(&self, marks: &[char]) -> bool {
        /// The mark, and two words with what is glued to them: “: the club's 5”.
        const NEAR: usize = 5;
        let text = self.text.get(self.span.range()).unwrap_or_default();
        let mut pairs = self.claims.windows(2).filter(|pair| pair[1].kind.is_amount());
        let Some(tokens) = self.article.cut.of(self.first) else {
            return pairs.any(|pair| self.between(&pair[0], &pair[1]).contains(marks));
        };
        pairs.any(|pair| {
            let [from, to] = [pair[0].span.end, pair[1].span.start].map(|at| at - self.span.start);
            let before = &tokens[..tokens.partition_point(|token| token.start < to)];
            before.iter().rev().take(NEAR).take_while(|token| token.start >= from).any(|token| {
                let own = || text.get(token.start as usize..).unwrap_or_default();
                token.class == Class::Mark && own().starts_with(marks)
            })
        })
    }

    /// Its tokens, whose spans count in it: those that were kept, or else cut again.
    pub(super) fn tokens(&self) -> Cow<'a, [Token]> {
        let again = || self.article.tokens(self.text.get(self.span.range()).unwrap_or_default());
        self.article.cut.of(self.first).map_or_else(|| Cow::Owned(again()), Cow::Borrowed)
    }

    /// Whether it is the next in its block behind another.
    pub(super) fn follows(&self, other: &Self) -> bool {
        let (Some(one), Some(next)) = (other.claims.first(), self.claims.first()) else { return false };
        (one.block, one.sentence + 1) == (next.block, next.sentence)
    }

    /// From the sentence's beginning to a claim, as far as it can matter.
    pub(super) fn before(&self, claim: &Claim) -> &'a str {
        self.text_before(claim.span.start)
    }

    pub(super) fn text_before(&self, end: u32) -> &'a str {
        let far = (end as usize).saturating_sub(REACH);
        let start = self.text.ceil_char_boundary(far.max(self.span.start as usize));
        self.text.get(start..end as usize).unwrap_or_default()
    }

    /// From a claim to the sentence's end, as far as it can matter.
    pub(super) fn behind(&self, claim: &Claim) -> &'a str {
        let far = (claim.span.end as usize).saturating_add(REACH);
        let end = self.text.floor_char_boundary(far.min(self.span.end as usize));
        self.text.get(claim.span.end as usize..end).unwrap_or_default()
    }

    /// Between two claims, the first of which ends before the second.
    pub(super) fn between(&self, one: &Claim, other: &Claim) -> &'a str {
        self.text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default()
    }

    pub(super) fn text_of(&self, claim: &Claim) -> &'a str {
        self.text.get(claim.span.range()).unwrap_or_default()
    }

    /// Whether the year of a date is written in its claim, and not added from elsewhere.
    pub(super) fn has_year(&self, claim: &Claim) -> bool {
        let year = match &claim.value {
            Value::Date(date) => date.year(),
            _ => None,
        };
        year.is_some_and(|year| is_written(year, self.text_of(claim)))
    }

    /// The whole sentence, as far as one is read.
    pub(super) fn whole(&self) -> &'a str {
        let far = (self.span.start as usize).saturating_add(LONGEST);
        let end = self.text.floor_char_boundary(far.min(self.span.end as usize));
        self.text.get(self.span.start as usize..end).unwrap_or_default()
    }

    /// The word behind which a date says when: the “born” of “born in the village of Ely in 1951”. Other claims,
    /// another clause or many words between make it another's date.
    pub(super) fn dated_by(&self, number: usize, told: Told) -> Option<Span> {
        self.dated_by_any(number, &[told])
    }

    /// The same with any of several things that a word may tell.
    pub(super) fn dated_by_any(&self, number: usize, told: &[Told]) -> Option<Span> {
        const FARTHEST: usize = 9;
        /// More bytes than so many words have.
        const REACH: u32 = 200;
        let date = self.claims.get(number)?;
        let marks = told.iter().fold(Starts::NONE, |marks, told| marks.or(Meaning::Told(*told).tells()));
        if !self.words.meets(marks) {
            return None;
        }
        let from = self.previous(number).map_or(self.span.start, |claim| claim.span.end);
        let from = from.max(date.span.start.saturating_sub(REACH));
        let wanted = |own: &Meaning| matches!(own, Meaning::Told(own) if told.contains(own));
        let word = if let Some(tokens) = self.tokens_between(from..date.span.start) {
            if !tokens.iter().any(|token| token.uses.marks.meets(marks)) {
                return None;
            }
            let own = self.text.get(self.span.range())?;
            self.article.last_among(own, tokens, wanted)?.shifted(self.span.start)
        } else {
            let from = self.text.ceil_char_boundary(from as usize);
            let before = self.text.get(from..date.span.start as usize)?;
            self.article.last_of(before, wanted)?.shifted(u32::try_from(from).unwrap_or(0))
        };
        let between = self.text.get(word.end as usize..date.span.start as usize)?;
        let breaks = words(between).any(|word| self.article.is(word, &Meaning::ClauseBreak));
        let near =
            words(between).count() <= FARTHEST && !breaks && !between.contains([';', ':', ')', '"', '”']);
        near.then_some(word)
    }

    /// The tokens between two places of the block, if they were kept.
    fn tokens_between(&self, place: Range<u32>) -> Option<&'a [Token]> {
        let tokens = self.article.cut.of(self.first)?;
        let (start, end) = (place.start - self.span.start, place.end - self.span.start);
        let first = tokens.partition_point(|token| token.end <= start);
        let behind = &tokens[first..];
        Some(&behind[..behind.partition_point(|token| token.start < end)])
    }

    /// Whether a claim stands in quotation marks that were opened in its paragraph: who said it may have said it on
    /// another day.
    pub(super) fn is_quoted(&self, claim: &Claim) -> bool {
        let far = (claim.span.start as usize).saturating_sub(LONGEST);
        let start = self.text.ceil_char_boundary(far);
        let before = self.text.get(start..claim.span.start as usize).unwrap_or_default();
        let straight = before.bytes().filter(|byte| *byte == b'"').count();
        let (opened, closed) = (before.rfind(['“', '„', '«']), before.rfind(['”', '»']));
        straight % 2 == 1 || opened.is_some() && closed < opened
    }

    /// The nearest claim in front of one; `None` if it is the sentence's first.
    pub(super) fn previous(&self, number: usize) -> Option<&'a Claim> {
        self.claims.get(number.checked_sub(1)?)
    }
}

/// The words of a text, without marks and figures.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-')))
        .map(|word| word.trim_matches(['\'', '’', '-']))
        .filter(|word| !word.is_empty())
}

/// The first word of a text and what stands behind it.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(text.len());
    text.split_at(end)
}

/// A claim's text with the number in it changed to another, in figures or words as it stands.
pub(super) fn with_number(article: &Article<'_>, text: &str, number: i64) -> Option<(Span, String)> {
    let tokens = article.tokens(text);
    let spans = |token: &Token| Span::new(token.start, token.end);
    let figures = tokens.iter().filter(|token| token.class == Class::Digits);
    let figures: Vec<Span> = figures.map(spans).collect();
    if let [figure] = figures[..] {
        return Some((figure, number.to_string()));
    }
    let cardinal = |token: &&Token| {
        let word = &text[token.start as usize..token.end as usize];
        article
            .language
            .lexicon
            .meaning_of(word, |own| matches!(own, Meaning::Cardinal(_)).then_some(()))
            .is_some()
    };
    let mut cardinals = tokens.iter().filter(cardinal);
    let (first, more) = (cardinals.next()?, cardinals.next());
    let name = article.language.number_name(u8::try_from(number).ok()?)?;
    let capital = first.capital;
    let name = if capital { capitalised(name) } else { name.to_owned() };
    more.is_none().then(|| (spans(first), name))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_written_in_its_figures() {
        for (expected, year, text) in [
            (true, 1998, "May 1998"),
            (true, 2005, "2005"),
            (true, 79, "AD 79"),
            (true, 12_000, "12000"),
            (false, 1998, "May 1989"),
            (false, 1998, "May ’98"),
            (false, 2005, ""),
        ] {
            assert_eq!(expected, is_written(year, text), "{text}");
        }
    }
}
