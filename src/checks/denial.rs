//! Dates that a sentence names and denies: “not Friday, 3 April 2020”, “wrongly dated 31 April”, “in the novel”.

use super::Article;
use super::prose::words;
use crate::claims::Claim;
use crate::language::{Beside, Meaning, Role};

/// So much of a sentence is read to either side, in bytes.
const REACH: usize = 400;

/// Words between what denies a date and the date.
const FAR: usize = 8;

/// Words between a date and what says that it is wrong.
const NEAR: usize = 2;

impl<'a> Article<'a> {
    /// Whether the sentence does not say that something was on a date, but that it was not.
    pub(super) fn is_denied(&self, claim: &Claim) -> bool {
        let Some((before, behind)) = self.around(claim) else { return false };
        let beside = |own| Meaning::Beside(own);
        let denied = self.last(before, &beside(Beside::Denied)).is_some_and(|word| {
            let gap = before.get(word.end as usize..).unwrap_or_default();
            self.goes_on(gap, FAR)
        });
        let mistaken = || {
            let end = behind.match_indices(' ').nth(FAR).map_or(behind.len(), |(at, _)| at);
            let near = behind.get(..end).unwrap_or_default();
            self.last(near, &beside(Beside::Mistaken)).is_some_and(|word| {
                let gap = near.get(..word.start as usize).unwrap_or_default();
                words(gap).count() <= NEAR && !gap.contains([';', '.'])
            })
        };
        let elsewhere = || [before, behind].iter().any(|text| self.means(text, &beside(Beside::Elsewhere)));
        denied || mistaken() || elsewhere()
    }

    /// Whether no other clause begins in a text of few words.
    fn goes_on(&self, gap: &str, most: usize) -> bool {
        let breaks =
            |word: &str| self.is(word, &Meaning::ClauseBreak) || self.is(word, &Meaning::Role(Role::And));
        words(gap).count() <= most
            && !words(gap).any(breaks)
            && !gap.contains([',', ';', ':', '(', '“', '"', '—'])
    }

    /// What the sentence says in front of a claim and behind it, as far as it can matter.
    fn around(&self, claim: &Claim) -> Option<(&'a str, &'a str)> {
        let document = self.document;
        let block = document.blocks.get(claim.block as usize)?;
        let sentence = document.sentences(block).get(claim.sentence as usize)?.range();
        let own = claim.span.range();
        let start = block.text.ceil_char_boundary(sentence.start.max(own.start.saturating_sub(REACH)));
        let end = block.text.floor_char_boundary(sentence.end.min(own.end.saturating_add(REACH)));
        Some((block.text.get(start..own.start)?, block.text.get(own.end..end)?))
    }
}
