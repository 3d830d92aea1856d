//! What a sentence must have for a check to find anything in it: that is asked of an outline, before anything is read.

use super::Article;
use super::prose::{Sentence, share_a_sentence};
use crate::claims::{Claim, Kind};
use crate::language::Starts;
use crate::value::Value;

/// What a check looks for in a sentence; of several needs, one that is met is enough.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// Of each of these at least one.
    kinds: Kinds,
    /// At least so many claims.
    claims: usize,
    /// From so many amounts to so many.
    amounts: (usize, usize),
    /// One of these words, if any is needed.
    words: Starts,
    /// One of these marks between its claims, if any is needed.
    marks: &'static [char],
}

impl Need {
    /// A claim of a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        Self { kinds: Kinds::of(kind), ..Self::claims(1) }
    }

    /// So many claims of any kind.
    pub(super) const fn claims(claims: usize) -> Self {
        Self { kinds: Kinds(0), claims, amounts: (0, usize::MAX), words: Starts::NONE, marks: &[] }
    }

    /// From so many amounts to so many.
    pub(super) const fn amounts(least: usize, most: usize) -> Self {
        Self { amounts: (least, most), ..Self::claims(least) }
    }

    /// A range of amounts.
    pub(super) const fn range() -> Self {
        Self { kinds: Kinds::RANGE, ..Self::claims(1) }
    }

    /// A claim of a kind as well.
    pub(super) const fn and(self, kind: Kind) -> Self {
        Self { kinds: Kinds(self.kinds.0 | Kinds::of(kind).0), ..self }
    }

    /// In all so many claims.
    pub(super) const fn in_all(self, claims: usize) -> Self {
        Self { claims, ..self }
    }

    /// One of these words as well.
    pub(super) const fn with(self, words: Starts) -> Self {
        Self { words, ..self }
    }

    /// One of these marks between its claims as well.
    pub(super) const fn marked(self, marks: &'static [char]) -> Self {
        Self { marks, ..self }
    }

    /// Whether a sentence has all of it, as far as its outline tells.
    #[inline]
    const fn is_met(&self, outline: &Outline) -> bool {
        self.kinds.0 & !outline.kinds.0 == 0
            && self.claims <= outline.claims
            && self.amounts.0 <= outline.amounts
            && outline.amounts <= self.amounts.1
            && (self.words.is_empty() || self.words.meets(outline.words))
    }
}

/// Kinds of claims, and whether one is a range of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kinds(u16);

impl Kinds {
    const RANGE: Self = Self(1 << 15);

    const fn of(kind: Kind) -> Self {
        Self(1 << kind as u16)
    }
}

/// What is known of a sentence before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    /// Its first claim, as an index into the article's claims.
    first: usize,
    claims: usize,
    amounts: usize,
    kinds: Kinds,
    /// What its words may be good for.
    words: Starts,
}

impl Outline {
    /// Those of all sentences of a part that have claims.
    pub(super) fn all(article: &Article<'_>) -> Vec<Self> {
        let mut words = article.cut.words().peekable();
        let mut first = article.from;
        let sentences = article.claims[article.from..].chunk_by(share_a_sentence);
        let outline = |claims: &[Claim]| {
            // Of words that were not kept nothing is known.
            let known = words.next_if(|(own, _)| *own == first).map_or(Starts::ALL, |(_, words)| words);
            let outline = Self::of(first, claims, known);
            first += claims.len();
            outline
        };
        sentences.map(outline).collect()
    }

    fn of(first: usize, claims: &[Claim], words: Starts) -> Self {
        let (mut kinds, mut amounts) = (0, 0);
        for claim in claims {
            kinds |= Kinds::of(claim.kind).0;
            amounts += usize::from(claim.kind.is_amount());
            if let Value::Amount { high: Some(_), .. } = claim.value {
                kinds |= Kinds::RANGE.0;
            }
        }
        Self { first, claims: claims.len(), amounts, kinds: Kinds(kinds), words }
    }
}

/// The sentences of a part of a text that have what a check needs.
#[derive(Clone, Copy)]
pub(super) struct Sentences<'a> {
    pub(super) article: &'a Article<'a>,
    outlines: &'a [Outline],
    needs: &'a [Need],
}

impl<'a> Sentences<'a> {
    pub(super) const fn new(article: &'a Article<'a>, outlines: &'a [Outline], needs: &'a [Need]) -> Self {
        Self { article, outlines, needs }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Sentence<'a>> {
        // Most sentences have nothing of what is needed: that is seen first.
        let has_some = move |outline: &&Outline| self.needs.iter().any(|need| need.is_met(outline));
        self.outlines.iter().filter(has_some).filter_map(move |outline| {
            let sentence = self.sentence(outline)?;
            let mut met = self.needs.iter().filter(|need| need.is_met(outline));
            met.any(|need| need.marks.is_empty() || sentence.holds(need.marks)).then_some(sentence)
        })
    }

    /// The sentence with claims in front of one, whatever it has.
    pub(super) fn before(self, sentence: &Sentence<'_>) -> Option<Sentence<'a>> {
        self.sentence(self.outlines.get(self.place_of(sentence)?.checked_sub(1)?)?)
    }

    /// The sentence with claims behind one, whatever it has.
    pub(super) fn behind(self, sentence: &Sentence<'_>) -> Option<Sentence<'a>> {
        self.sentence(self.outlines.get(self.place_of(sentence)? + 1)?)
    }

    fn place_of(self, sentence: &Sentence<'_>) -> Option<usize> {
        self.outlines.binary_search_by_key(&sentence.first, |outline| outline.first).ok()
    }

    fn sentence(self, outline: &Outline) -> Option<Sentence<'a>> {
        let Outline { first, claims, words, .. } = *outline;
        Sentence::of(self.article, first, self.article.claims.get(first..first + claims)?, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Cut, Extractor};
    use crate::document;
    use crate::language::Language;
    use crate::source::Source;

    fn article<'a>(
        document: &'a document::Document,
        claims: &'a [Claim],
        language: &'a Language,
        cut: &'a Cut,
    ) -> Article<'a> {
        Article { document, claims, language, from: 0, cut, stated: &[] }
    }

    #[test]
    fn only_sentences_with_all_of_a_need_are_looked_at() {
        const MEN: Need = Need::amounts(3, 9).with(Starts::SUM);
        const LISTED: Need = Need::amounts(3, 9).marked(&[':']);
        let language = Language::english();
        for (expected, needs, text) in [
            (1, &[MEN][..], "Of 12 members, 5 were men and 7 came late."),
            (0, &[MEN], "Of 12 members, 5 were old and 7 came late."),
            (0, &[MEN], "Of 12 members, 5 were men."),
            (1, &[MEN, LISTED], "There were 12 votes: 5 for it and 7 against."),
            (0, &[MEN, LISTED], "The result: of 12 votes 5 were for it and 7 against."),
            (1, &[Need::of(Kind::Duration).and(Kind::DateRange)], "It took five years, from 2010 to 2015."),
            (0, &[Need::of(Kind::Duration).and(Kind::DateRange)], "It took five years and ended in 2015."),
            (1, &[Need::range()], "Between 40 and 50 people came."),
            (0, &[Need::of(Kind::Date).in_all(2)], "It rained in 2010."),
            (
                2,
                &[Need::of(Kind::Date), Need::of(Kind::Money)],
                "It rained in 2010. It cost $5. They were 12.",
            ),
        ] {
            let document = document::read(&Source::new("draft.md", text), &language.abbreviations);
            let (mut claims, mut cut) = (Vec::new(), Cut::new());
            Extractor::new(&document, &language).next_part(&mut claims, &mut cut);
            let nothing = Cut::new();
            let mut article = article(&document, &claims, &language, &cut);
            let count =
                |article: &Article<'_>| Sentences::new(article, &Outline::all(article), needs).iter().count();
            assert_eq!(expected, count(&article), "{text}");
            // Words that are not known may be there.
            article.cut = &nothing;
            assert!(expected <= count(&article), "{text}");
        }
    }

    #[test]
    fn sentences_know_their_neighbours() {
        const NUMBERS: &[Need] = &[Need::of(Kind::Number)];
        let language = Language::english();
        let text = "It rained in 2010. They were 12. It was warm. He was 40.";
        let document = document::read(&Source::new("draft.md", text), &language.abbreviations);
        let claims = crate::claims::extract(&document, &language);
        let cut = Cut::new();
        let article = article(&document, &claims, &language, &cut);
        let outlines = Outline::all(&article);
        let all = Sentences::new(&article, &outlines, NUMBERS);
        let first = all.iter().next().expect("a sentence with a number");
        let (before, behind) =
            (all.before(&first).expect("one before"), all.behind(&first).expect("one behind"));
        assert_eq!(["It rained in 2010.", "He was 40."], [before, behind].map(|own| own.whole()));
        assert!(first.follows(&before) && !behind.follows(&first));
        assert!(all.before(&before).is_none() && all.behind(&behind).is_none());
    }
}
