//! How far a value is from a cue and from a subject: words and clauses between them, rivals, appositions and
//! comparisons.

use super::candidate::Scene;
use super::fit::Said;
use super::index::Mention;
use super::sentence::{Run, Shape};
use super::time;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::language::{Beside, Meaning, Role};

/// Another subject's name between the two costs as many words.
const RIVAL: u32 = 6;

/// More than as many rivals or values make no difference.
const MANY: u32 = 20;

/// A name that stands in an apposition costs as many words.
const ASIDE: u32 = 20;

/// A subject behind the value belongs to it if a preposition stands in front; else it costs as many words.
const LOOSE: u32 = 8;

impl Scene<'_, '_> {
    /// From a cue to the value, past other values. A number in front of a cue is the cue's only if it touches it:
    /// “a GDP of 218 billion and a population of …”.
    pub(super) fn to_cue(&self, cue: Run, said: &Said<'_>) -> u32 {
        const OTHER_VALUE: u32 = 4;
        /// A measure that is named says more than the noun behind a number: “a population of 20 million, with 2 million
        /// people in the capital”.
        const NOUN: u32 = 12;
        let distance = self.sentence.distance(cue, said.here);
        let behind = cue.0 >= said.end;
        let (from, to) = if behind { (said.end, cue.0) } else { (cue.1, said.here.0) };
        let values = self.place.claims.iter().filter(|claim| {
            let at = self.sentence.place_of(claim.span).0;
            !time::is_date(claim) && from <= at && at < to
        });
        if said.here.0 < cue.0 && cue.0 < said.end {
            return NOUN;
        }
        let loose = if behind && to > from && said.is_bare_number() { LOOSE } else { 0 };
        distance + loose + OTHER_VALUE * u32::try_from(values.count()).unwrap_or(MANY).min(MANY)
    }

    /// From the subject to its cue or the value, whichever is nearer.
    pub(super) fn to_subject(&self, mention: &Mention, cue: Run, said: &Said<'_>) -> u32 {
        let sentence = self.sentence;
        let near = if sentence.distance(mention.words, cue) <= sentence.distance(mention.words, said.here) {
            cue
        } else {
            said.here
        };
        let mut cost = sentence.distance(mention.words, near) / 2;
        if mention.words.0 >= cue.1.max(said.here.1) && !self.is_linked(mention, near) {
            cost += LOOSE;
        }
        if self.is_aside(mention, near) {
            cost += ASIDE;
        }
        if self.is_owned(mention, cue) {
            cost += LOOSE;
        }
        let (from, to) =
            if mention.words.0 < near.0 { (mention.words.1, near.0) } else { (near.1, mention.words.0) };
        let rivals = self.mentions.iter().filter(|other| {
            let between = from <= other.words.0 && other.words.0 < to;
            other.is_named() && other.subject != mention.subject && between && !self.is_aside(other, near)
        });
        cost + RIVAL * u32::try_from(rivals.count()).unwrap_or(MANY).min(MANY)
    }

    /// “8.9 % of GDP in Slovenia”: a preposition leads from the value or cue to the subject, and no comma stands between.
    fn is_linked(&self, mention: &Mention, near: Run) -> bool {
        const FEW: usize = 5;
        let sentence = self.sentence;
        let Some(before) = mention.words.0.checked_sub(1) else { return false };
        let preposition = sentence.shape(before) == Shape::Stop;
        let and = sentence.language.lexicon.has(sentence.text(before), &Meaning::Role(Role::And));
        let bracket = sentence.text(before) == "(" && before == near.1;
        let against = sentence.beside(Beside::Against, near.1..before + 1).next().is_some();
        let straight =
            !against && before < near.1 + FEW && !sentence.has_mark(near.1..before, &[",", ";", "("]);
        bracket || preposition && straight && !and
    }

    /// “Belarus, a country between Poland and Russia, has …”: a name between the commas behind the sentence's first words
    /// is not what has.
    fn is_aside(&self, mention: &Mention, near: Run) -> bool {
        let sentence = self.sentence;
        let Some(first) = self.mentions.iter().find(|other| other.is_named()) else { return false };
        if sentence.text(first.words.1) != "," || mention.words.0 <= first.words.1 || near.0 < mention.words.1
        {
            return false;
        }
        first.subject != mention.subject && self.ends_aside(mention.words.1, near.0)
    }

    /// Whether an apposition ends in a range of words: a comma and a verb.
    fn ends_aside(&self, from: usize, to: usize) -> bool {
        let verb = |at: usize| self.sentence.beside(Beside::Link, at..at + 1).next().is_some();
        (from..to).any(|at| self.sentence.text(at) == "," && verb(at + 1))
    }

    /// Whether the subject belongs to another cue: “compared to the UAE’s population of 5 million”.
    fn is_owned(&self, mention: &Mention, cue: Run) -> bool {
        /// “the population of the”, “’s current”.
        const FEW: usize = 3;
        let sentence = self.sentence;
        self.cues.all().any(|(own, _)| {
            let possessive = own.0 >= mention.words.1
                && own.0 <= mention.words.1 + FEW
                && matches!(sentence.text(mention.words.1), "'" | "’");
            let of = mention.words.0 >= own.1
                && mention.words.0 < own.1 + FEW
                && sentence.shape(own.1) == Shape::Stop;
            (possessive || of) && own != cue
        })
    }

    /// “less than the 9 % of its neighbour”: what stands behind a comparison is another's, unless the comparison is the
    /// value's own hedge.
    pub(super) fn is_compared_with(&self, mention: &Mention, cue: Run, said: &Said<'_>, fact: &Fact) -> bool {
        let sentence = self.sentence;
        let from = mention.words.1.min(said.here.0);
        let hedged = said.claim.hedge.is_some();
        let to = said
            .here
            .0
            .checked_sub(1)
            .is_some_and(|at| sentence.language.lexicon.has(sentence.text(at), &Meaning::Role(Role::To)));
        let compared = sentence.beside(Beside::Against, from..said.here.0).any(|run| {
            let own_hedge = hedged && run.1 >= said.here.0;
            let over = to && self.values_in(run.1, said.here.0)
                || sentence.has_mark(run.1..said.here.0, &[";"])
                || self.ends_aside(run.1, said.here.0);
            !own_hedge && !over
        });
        // “Up from 620,000 in 2018” is of the same subject at another time, whose value must be known.
        let begins_at = |claim: &Claim| sentence.place_of(claim.span).0;
        let origin = |run: Run| {
            let follows = |claim: &Claim| (run.1..run.1 + 2).contains(&begins_at(claim));
            self.place.claims.iter().any(follows) && !to && !sentence.has_mark(run.1..said.here.0, &[";"])
        };
        let known = !fact.dated.is_empty() && time::of_claim(sentence, self.place.claims, said).is_some();
        let before =
            !known && sentence.beside(Beside::Origin, cue.1.min(said.here.0)..said.here.0).any(origin);
        compared && mention.is_named() || before
    }

    /// “Unlike Chad, Kenya has …”: what is said behind the comma is not said of what another is held against. “Like Chad,
    /// which has …” is.
    pub(super) fn is_set_aside(&self, mention: &Mention, said: &Said<'_>) -> bool {
        let sentence = self.sentence;
        let (first, end) = mention.words;
        first > 0
            && said.here.0 > end
            && sentence.text(end) == ","
            && !sentence.breaks.contains(&(end + 1))
            && sentence.ends_at(Beside::Against, first).is_some()
    }

    /// Whether a value that is no date begins in a range of words.
    fn values_in(&self, from: usize, to: usize) -> bool {
        self.place.claims.iter().any(|claim| {
            let at = self.sentence.place_of(claim.span).0;
            !time::is_date(claim) && from <= at && at < to
        })
    }
}
