//! The amounts that something changed from and to: “to 5 million from 4 million”, “from 40 to 50”, “(2021: €397 million)”.

use std::ops::Range;

use super::change::{Line, REACH};
use super::figure::Side;
use super::items::What;
use crate::language::Cue;
use crate::value::Measure;

/// So many items are “(2021: €397 million)”.
const YEAR_BEFORE: usize = 5;

/// Ends found behind a rate.
#[derive(Default)]
pub(super) struct Ends {
    pub(super) after: Option<Side>,
    pub(super) before: Option<Side>,
    /// Behind the last of them.
    pub(super) end: usize,
}

impl Line<'_> {
    pub(super) fn skip_amount(&self, behind: usize) -> Option<usize> {
        let at = behind.checked_sub(1)?;
        matches!(self.what(at), Some(What::Amount(_))).then_some(at)
    }

    /// “to 5 million from 4 million”, “from 4 to 5 million”, “from 4 million”; `None` if it is a rate of
    /// something else.
    pub(super) fn ends_behind(&self, tail: usize) -> Option<Ends> {
        let mut ends = Ends { end: tail, ..Ends::default() };
        let mut at = tail;
        // “38 percent below the 168 million”, “5 percent more than”
        if at > 0
            && self.is_way(at - 1)
            && !matches!(self.what(at), Some(What::Cue(_)))
            && let Some((side, next)) = self.end_at(at, 1).or_else(|| self.rate_at(at))
        {
            return Some(Ends { after: None, before: Some(side), end: next });
        }
        while matches!(self.what(at), Some(What::Mark(',' | ')' | '(') | What::Cue(Cue::Aside))) {
            at += 1;
        }
        // “99.5 percent purity” is no rate.
        if matches!(self.what(at), Some(What::Word)) {
            return None;
        }
        while at < self.items.len().min(tail + REACH) && (ends.after.is_none() || ends.before.is_none()) {
            if ends.after.is_some()
                && let Some(before) = self.year_before(at)
            {
                (ends.before, ends.end) = (Some(before), at + YEAR_BEFORE);
                break;
            }
            match self.items[at].what {
                What::Cue(Cue::OtherBase) => return None,
                What::Cue(cue @ (Cue::After | Cue::Before)) => {
                    let place = if cue == Cue::After { &mut ends.after } else { &mut ends.before };
                    if let (None, Some((side, next))) = (&place, self.end_at(at + 1, 5)) {
                        *place = Some(side);
                        (at, ends.end) = (next, next);
                        continue;
                    }
                }
                What::Amount(claim) if ends.after.is_none() && ends.before.is_none() => {
                    let Some([low, high]) = Side::both(self.article, claim) else { break };
                    // “between 4 and 5 million” tells no change.
                    if !self.article.begins_with_cue(claim, Cue::Before) {
                        break;
                    }
                    (ends.before, ends.after, ends.end) = (Some(low), Some(high), at + 1);
                }
                What::Amount(_) => {
                    let aside = at > 0 && matches!(self.items[at - 1].what, What::Or | What::Mark('('));
                    if !aside {
                        break;
                    }
                }
                What::Break
                | What::And
                | What::Cue(Cue::Up | Cue::Down | Cue::Clause)
                | What::Mark(';' | ':' | '—' | '–') => break,
                _ => {}
            }
            at += 1;
        }
        // “from 4 million on a comparable basis”, but not “from 4 million in 1985, with same-store sales flat”.
        let behind = self.items[ends.end.min(self.items.len())..].iter().take(4);
        let mut behind = behind
            .take_while(|item| !matches!(item.what, What::Mark(_) | What::Break | What::And | What::Time));
        if behind.any(|item| item.what == What::Cue(Cue::OtherBase)) {
            return None;
        }
        Some(ends)
    }

    /// “€412 million (2021: €397 million)”: what it was in the year before, in brackets right behind.
    fn year_before(&self, at: usize) -> Option<Side> {
        let Some([open, year, colon, amount, close]) = self.items.get(at..at + YEAR_BEFORE) else {
            return None;
        };
        let marks =
            [open.what, colon.what, close.what] == [What::Mark('('), What::Mark(':'), What::Mark(')')];
        let behind = at.checked_sub(1).map(|before| self.items[before].what);
        let (true, Some(What::Amount(_)), What::Amount(claim)) =
            (marks && year.what == What::Time, behind, amount.what)
        else {
            return None;
        };
        let document = self.article.document;
        let text = &document.blocks[self.article.claims[claim].block as usize].text;
        let year: i16 = text.get(year.span.range())?.parse().ok()?;
        // A year still to come is a forecast.
        let past = document.date.is_none_or(|date| year < date.year());
        past.then(|| Side::of(self.article, claim)).flatten()
    }

    /// The amount that a preposition belongs to, with at most so many words between, and where it goes on.
    fn end_at(&self, from: usize, words: usize) -> Option<(Side, usize)> {
        for at in from..=from + words {
            match self.what(at)? {
                What::Amount(claim) => return Some((Side::of(self.article, claim)?, at + 1)),
                // “from year-earlier 4 million”, “from last year's 4 million”
                What::Time if at == from && words > 1 => {}
                What::Word | What::Function | What::Of | What::Cue(Cue::OtherBase | Cue::Aside) => {}
                // “rose to $45, from a low of $21”: the rise to $45 began elsewhere.
                What::Cue(Cue::Extreme) if from < 2 || self.what(from - 2) != Some(What::Mark(',')) => {}
                _ => return None,
            }
        }
        None
    }

    /// “9.1 points above the pre-war rate of 19.3 percent”: what lies between is named in a few words.
    fn rate_at(&self, from: usize) -> Option<(Side, usize)> {
        let (side, next) = self.end_at(from, 5)?;
        let named = next >= 2 && self.what(next - 2) == Some(What::Of);
        (named && side.measure == Measure::Percent).then_some((side, next))
    }

    /// Whether a phrase is set off from what stands before it: “, up”, “(down”, “, or up”, “, a rise of”.
    pub(super) fn is_set_off(&self, head: usize) -> bool {
        let mut before = self.items[..head].iter().rev().map(|item| item.what);
        let first = before.find(|what| !matches!(what, What::Or | What::Function));
        matches!(first, Some(What::Mark(',' | '(' | '-' | '–' | '—')))
    }

    /// Whether nothing follows that could say what a rate is counted from.
    pub(super) fn ends_here(&self, tail: usize) -> bool {
        matches!(self.what(tail), None | Some(What::Mark(_) | What::Break | What::And))
    }

    /// The nearest amount in front that can be held against the other end.
    pub(super) fn amount_ahead(&self, head: usize, before: &Side) -> Option<Side> {
        let start = self.start(head);
        let nearer = self.items[start..head].iter().rev().take(REACH);
        let clause = nearer.take_while(|item| !matches!(item.what, What::Break | What::Mark(';')));
        let places = clause.enumerate().map(|(back, item)| (head - 1 - back, item.what));
        let mut amounts = places.filter_map(|(at, what)| match what {
            What::Amount(claim) => Some((at, self.comparable(claim, before)?)),
            _ => None,
        });
        let (at, nearest) = amounts.next()?;
        // “$254 million, or $5.94 a share,” is told by its first sum.
        let in_other_words = at > start && matches!(self.items[at - 1].what, What::Or | What::Mark('('));
        let first = in_other_words.then(|| amounts.next()).flatten();
        Some(first.map_or(nearest, |(_, first)| first))
    }

    pub(super) fn comparable(&self, claim: usize, other: &Side) -> Option<Side> {
        let side = Side::of(self.article, claim)?;
        side.is_like(other).then_some(side)
    }

    /// “From $5 million to $4 million as 200 stores opened, up 5 percent”: the rate is that of the amount behind the ends.
    fn has_another(&self, place: Range<usize>, ends: [Option<usize>; 2]) -> bool {
        let end = |at: &usize| match self.what(*at) {
            Some(What::Amount(claim)) => ends.contains(&Some(claim)),
            _ => false,
        };
        let last = place.clone().rev().find(end).unwrap_or(place.start);
        // “To $5 million from $4 million in 12 shops, up 25 percent” goes on with the same.
        let sets_off =
            |at: &usize| matches!(self.what(*at), Some(What::Cue(Cue::Clause) | What::Mark(',') | What::And));
        let Some(next) = (last + 1..place.end).find(sets_off) else { return false };
        (next + 1..place.end).any(|at| {
            let aside = matches!(self.what(at - 1), Some(What::Or | What::Mark('(')));
            matches!(self.what(at), Some(What::Amount(_))) && !aside
        })
    }

    /// Both ends in front of a rate: “to 5 million from 4 million, up 25 percent”.
    pub(super) fn ends_ahead(&self, head: usize) -> Option<(Side, Side)> {
        let start = self.start(head);
        let clause_start = self.items[start..head]
            .iter()
            .rposition(|item| matches!(item.what, What::Break | What::Mark(';')))
            .map_or(start, |at| start + at + 1);
        let mut after: Option<Side> = None;
        let mut before: Option<(Side, usize)> = None;
        let mut reached = None;
        for at in clause_start..head {
            match self.items[at].what {
                What::Cue(Cue::After) => {
                    let Some((side, _)) = self.end_at(at + 1, 5) else { continue };
                    // “From $80 to $100 and back to $80”: the change may be from either.
                    let begun = before.as_ref().map(|(_, place)| *place);
                    if after.as_ref().is_some_and(|other| other.is_like(&side)) && reached == Some(begun) {
                        return None;
                    }
                    reached = Some(begun);
                    after = Some(side);
                }
                What::Cue(Cue::Before) => {
                    before = self.end_at(at + 1, 5).map(|(side, _)| (side, at)).or(before);
                }
                What::Amount(claim) => {
                    if let Some([low, high]) = Side::both(self.article, claim)
                        && self.article.begins_with_cue(claim, Cue::Before)
                    {
                        (after, before, reached) = (Some(high), Some((low, at)), Some(Some(at)));
                    }
                }
                _ => {}
            }
        }
        let (before, place) = before?;
        let after_claim = after.as_ref().map(|after| after.claim);
        if self.has_another(clause_start.max(place)..head, [Some(before.claim), after_claim]) {
            return None;
        }
        let after = match after {
            Some(after) => after,
            // “was 5 million, compared with 4 million, a rise of”
            None if place > 0 && self.what(place - 1) != Some(What::Mark(',')) => return None,
            None => {
                let mut ahead = self.items[clause_start..place].iter().rev();
                ahead.find_map(|item| match item.what {
                    What::Amount(claim) => self.comparable(claim, &before),
                    _ => None,
                })?
            }
        };
        Some((after, before))
    }
}
