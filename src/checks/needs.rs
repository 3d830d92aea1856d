//! What a sentence must have for a check to find anything in it: that is asked of an outline, before anything is read.

use super::prose::{Sentence, share_a_sentence};
use super::signs::Signs;
use super::{Article, signs};
use crate::claims::{Claim, Kind};
use crate::language::Starts;

/// What a check looks for in a sentence; of several needs, one that is met is enough.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// All of these.
    signs: Signs,
    /// One of these words, if any is needed.
    words: Starts,
    /// From so many amounts to so many.
    amounts: (usize, usize),
    /// In front of one of its claims one of these marks, if any is needed.
    marks: &'static [char],
}

impl Need {
    /// A claim of a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        Self::shown_by(Signs::of(kind))
    }

    /// All of these signs.
    pub(super) const fn shown_by(signs: Signs) -> Self {
        Self { signs, words: Starts::ALL, amounts: (0, usize::MAX), marks: &[] }
    }

    /// From so many amounts to so many.
    pub(super) const fn amounts(least: usize, most: usize) -> Self {
        let signs = match least {
            0 | 1 => Signs::NONE,
            2 => Signs::TWO_AMOUNTS,
            _ => Signs::THREE_AMOUNTS,
        };
        Self { amounts: (least, most), ..Self::shown_by(signs) }
    }

    /// All of these signs as well.
    pub(super) const fn and(self, signs: Signs) -> Self {
        Self { signs: self.signs.or(signs), ..self }
    }

    /// One of these words as well.
    pub(super) const fn with(self, words: Starts) -> Self {
        Self { words, ..self }
    }

    /// One of these marks in front of one of its claims as well.
    pub(super) const fn marked(self, marks: &'static [char]) -> Self {
        Self { marks, ..self }
    }

    /// Whether a sentence has all of it, as far as its outline tells.
    const fn is_met(&self, outline: &Outline) -> bool {
        self.signs.is_within(outline.signs)
            && self.words.meets(outline.words)
            && self.amounts.0 <= outline.amounts
            && outline.amounts <= self.amounts.1
    }
}

/// All that some checks need, as far as signs and words tell. Every sentence is held against all, four at a time.
#[derive(Debug, Default)]
pub(super) struct Needs {
    fours: Vec<Four>,
    count: usize,
}

/// So many needs are asked for at once.
const FOUR: usize = 4;

/// Four needs in short, field by field, and the checks that have them as bits; no check has what is not filled.
#[derive(Debug, Default)]
struct Four {
    words: [Starts; FOUR],
    signs: [Signs; FOUR],
    checks: [u32; FOUR],
}

impl Needs {
    pub(super) fn add(&mut self, check: usize, needs: &[Need]) {
        for need in needs {
            let at = self.count % FOUR;
            if at == 0 {
                self.fours.push(Four::default());
            }
            if let Some(four) = self.fours.last_mut() {
                (four.words[at], four.signs[at], four.checks[at]) = (need.words, need.signs, bit(check));
            }
            self.count += 1;
        }
    }

    /// The checks that may have a need which a sentence meets.
    fn met_by(&self, signs: Signs, words: Starts) -> u32 {
        let mut met = [0; FOUR];
        for four in &self.fours {
            for (at, met) in met.iter_mut().enumerate() {
                // No one can be foretold, so none is a branch of its own.
                let is_met = four.signs[at].is_within(signs) & four.words[at].meets(words);
                *met |= four.checks[at] & u32::from(is_met).wrapping_neg();
            }
        }
        met.iter().fold(0, |all, own| all | own)
    }
}

/// A check, as a bit.
pub(super) const fn bit(check: usize) -> u32 {
    1 << check
}

/// What is known of a sentence before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    /// Its first claim, as an index into the article's claims.
    first: usize,
    claims: usize,
    amounts: usize,
    signs: Signs,
    /// What its words may be good for.
    words: Starts,
    /// The checks that may find something in it, by their bits.
    checks: u32,
}

impl Outline {
    /// Those of all sentences of a part that have claims.
    pub(super) fn all(article: &Article<'_>, needs: &Needs) -> Vec<Self> {
        let mut words = article.cut.words().peekable();
        let mut first = article.from;
        let mut last = None;
        let sentences = article.claims[article.from..].chunk_by(share_a_sentence);
        let outline = |claims: &[Claim]| {
            // Of words that were not kept nothing is known; and what has a claim has a word that makes it.
            let known = words.next_if(|(own, _)| *own == first).map_or(Starts::ALL, |(_, words)| words);
            let (own, amounts) = signs::shown(article, claims);
            let place = claims.first().map(|claim| (claim.block, claim.sentence));
            let behind_one = place == last;
            let next = place.map(|(block, sentence)| (block, sentence + 1));
            last = next.filter(|_| amounts == 1);
            let own = if behind_one { own.or(Signs::BEHIND_ONE) } else { own };
            let words = known.or(Starts::CORE);
            let checks = needs.met_by(own, words);
            let outline = Self { first, claims: claims.len(), amounts, signs: own, words, checks };
            first += claims.len();
            outline
        };
        sentences.map(outline).collect()
    }

    /// The checks that may find something in some of these, by their bits.
    pub(super) fn checks(all: &[Self]) -> u32 {
        all.iter().fold(0, |all, outline| all | outline.checks)
    }
}

/// The sentences of a part of a text that have what a check needs.
#[derive(Clone, Copy)]
pub(super) struct Sentences<'a> {
    pub(super) article: &'a Article<'a>,
    outlines: &'a [Outline],
    check: usize,
    needs: &'a [Need],
}

impl<'a> Sentences<'a> {
    pub(super) const fn new(
        article: &'a Article<'a>,
        outlines: &'a [Outline],
        (check, needs): (usize, &'a [Need]),
    ) -> Self {
        Self { article, outlines, check, needs }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Sentence<'a>> {
        // Most sentences have nothing of what is needed: that is seen first.
        let is_for = move |outline: &&Outline| outline.checks & bit(self.check) != 0;
        self.outlines.iter().filter(is_for).filter_map(move |outline| {
            let sentence = self.sentence(outline)?;
            let mut met = self.needs.iter().filter(|need| need.is_met(outline));
            met.any(|need| need.marks.is_empty() || sentence.opens_with(need.marks)).then_some(sentence)
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
        let Outline { first, claims, words, signs, .. } = *outline;
        Sentence::of(self.article, first, self.article.claims.get(first..first + claims)?, (words, signs))
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
        Article { document, claims, language, from: 0, cut, stated: &[], in_full: true }
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
            (
                1,
                &[Need::of(Kind::Duration).and(Signs::of(Kind::DateRange))],
                "It took five years, from 2010 to 2015.",
            ),
            (
                0,
                &[Need::of(Kind::Duration).and(Signs::of(Kind::DateRange))],
                "It took five years and ended in 2015.",
            ),
            (1, &[Need::shown_by(Signs::RANGE)], "Between 40 and 50 people came."),
            (0, &[Need::of(Kind::Date).and(Signs::TWO)], "It rained in 2010."),
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
            let mut asked = Needs::default();
            asked.add(7, needs);
            let count = |article: &Article<'_>| {
                let outlines = Outline::all(article, &asked);
                let count = Sentences::new(article, &outlines, (7, needs)).iter().count();
                assert!(count == 0 || Outline::checks(&outlines) == bit(7), "{text}");
                count
            };
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
        let mut needs = Needs::default();
        needs.add(0, NUMBERS);
        let outlines = Outline::all(&article, &needs);
        let all = Sentences::new(&article, &outlines, (0, NUMBERS));
        let first = all.iter().next().expect("a sentence with a number");
        let (before, behind) =
            (all.before(&first).expect("one before"), all.behind(&first).expect("one behind"));
        assert_eq!(["It rained in 2010.", "He was 40."], [before, behind].map(|own| own.whole()));
        assert!(first.follows(&before) && !behind.follows(&first));
        assert!(all.before(&before).is_none() && all.behind(&behind).is_none());
    }
}
