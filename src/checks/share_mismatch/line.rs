//! Where a sentence tells a share beside a percentage: a part and its whole, or a fraction.

use super::super::Article;
use super::super::figure::{Side, amount_of, as_written, in_common, quotient};
use super::super::items::{Item, What};
use super::Share;
use crate::claims::{Hedge, Kind};
use crate::language::Cue;
use crate::value::{Bound, Interval, Measure, Number};

/// Most items between the start of a sentence, where the whole is told, and its part.
const FAR: usize = 24;

/// The items of a sentence.
pub(super) struct Line<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) items: &'a [Item],
}

impl Line<'_> {
    fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    /// The claim here, if it is a percentage.
    pub(super) fn percentage(&self, at: usize) -> Option<usize> {
        let What::Amount(index) = self.what(at)? else { return None };
        let (_, measure) = amount_of(&self.article.claims[index])?;
        (*measure == Measure::Percent).then_some(index)
    }

    /// “250 of 1,000 voters, or 20 percent”, “one in four (20 %)”, “Of the 1,000 voters, 250 (20 percent)”.
    pub(super) fn share_ahead(&self, at: usize) -> Option<Share> {
        // “20 percent of the men” is a share of something else.
        if self.is_of(at + 1) {
            return self.share_of_total(at);
        }
        let end = self.set_beside(at)?;
        let (last, index) = self.amount_back(end, 5)?;
        if let Some(share) = self.fraction(index) {
            return (last + 1 == end).then_some(share);
        }
        let whole_first = self.whole_of_sentence(last);
        if let Some((whole, sure)) = whole_first {
            return self.share(index, whole, sure);
        }
        let (part, _) = self.part_ahead(last)?;
        self.share(part, index, true)
    }

    /// “48 of the 120 seats, 40 percent of the total”.
    fn share_of_total(&self, at: usize) -> Option<Share> {
        let comma = at.checked_sub(1).filter(|&comma| self.what(comma) == Some(What::Mark(',')))?;
        let article = usize::from(self.what(at + 2) == Some(What::Function));
        let total = self.what(at + 2 + article)? == What::Cue(Cue::Total);
        let ends = matches!(self.what(at + 3 + article), None | Some(What::Mark(',' | '.' | ';')));
        // “Of the 120 contested seats” leaves others.
        let (last, whole) = self.amount_back(comma, 1)?;
        let (part, _) = self.part_ahead(last).filter(|_| total && ends)?;
        self.share(part, whole, true)
    }

    /// “20 percent, or 250 of 1,000”, “20 percent (one in five)”.
    pub(super) fn share_behind(&self, at: usize) -> Option<Share> {
        let mut next = at + 1;
        let opened = self.what(next) == Some(What::Mark('('));
        match self.what(next)? {
            What::Mark('(') | What::Or => next += 1,
            What::Mark(',') => {
                next += 1;
                if !matches!(self.what(next), Some(What::Or | What::Cue(Cue::SameAs))) {
                    return None;
                }
                next += 1;
            }
            _ => return None,
        }
        let What::Amount(part) = self.what(next)? else { return None };
        if let Some(share) = self.fraction(part) {
            let closes = matches!(self.what(next + 1), None | Some(What::Mark(')' | ',' | '.')));
            return closes.then_some(share);
        }
        let mut of = next + 1;
        while self.what(of) == Some(What::Word) && of < next + 3 {
            of += 1;
        }
        if !self.is_of(of) {
            return None;
        }
        let skip = usize::from(self.what(of + 1) == Some(What::Function));
        let What::Amount(whole) = self.what(of + 1 + skip)? else { return None };
        let behind = self.items[of + 2 + skip..].iter().take(6);
        let closes = behind.map(|item| item.what).find(|what| !matches!(what, What::Word | What::Function));
        let ends = matches!(closes, None | Some(What::Mark(')' | ',' | '.')));
        (!opened || ends).then(|| self.share(part, whole, true)).flatten()
    }

    fn is_of(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Of | What::Cue(Cue::OutOf)))
    }

    /// Where what a percentage repeats ends: in front of “(”, “, or”, “, that is,”.
    fn set_beside(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let closes = |marks: &[char]| match self.what(at + 1) {
            None => true,
            Some(What::Mark(mark)) => marks.contains(&mark),
            _ => false,
        };
        match self.what(before)? {
            What::Mark('(') if closes(&[')', ';', ',']) => Some(before),
            What::Mark('–' | '—') if closes(&['–', '—', '.', ',']) => Some(before),
            What::Or | What::Cue(Cue::SameAs) if closes(&[',', '.', ';', ')', '–', '—']) => {
                let comma = before.checked_sub(1)?;
                match self.what(comma)? {
                    What::Mark(',' | '–' | '—') => Some(comma),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The nearest amount in front, behind at most so many words.
    fn amount_back(&self, end: usize, words: usize) -> Option<(usize, usize)> {
        for at in (end.saturating_sub(words + 1)..end).rev() {
            match self.items[at].what {
                What::Amount(index) => return Some((at, index)),
                What::Word | What::Function => {}
                _ => return None,
            }
        }
        None
    }

    /// “250 of the 1,000”: the part in front of a whole.
    fn part_ahead(&self, whole: usize) -> Option<(usize, usize)> {
        let mut of = whole.checked_sub(1)?;
        while matches!(self.what(of), Some(What::Function | What::Word)) && of + 2 >= whole {
            of = of.checked_sub(1)?;
        }
        if !self.is_of(of) {
            return None;
        }
        let (at, part) = self.amount_back(of, 2)?;
        // “Two of every five of the 500 members”.
        let is_whole = (1..=2).any(|back| at.checked_sub(back).is_some_and(|before| self.is_of(before)));
        (!is_whole).then_some((part, at))
    }

    /// “Of the 1,000 voters, 250”: the whole that the sentence begins with, and whether the part at `part` is
    /// the first that is told.
    fn whole_of_sentence(&self, part: usize) -> Option<(usize, bool)> {
        if !self.is_of(0) || !(2..FAR).contains(&part) {
            return None;
        }
        let amounts: Vec<usize> = self.items[..part]
            .iter()
            .filter_map(|item| match item.what {
                What::Amount(index) => Some(index),
                _ => None,
            })
            .collect();
        let whole = *amounts.first()?;
        let comma = self.items[..part].iter().any(|item| item.what == What::Mark(','));
        let near = self.items.iter().position(|item| item.what == What::Amount(whole))? <= 3;
        (comma && near).then_some((whole, amounts.len() == 1))
    }

    fn share(&self, part: usize, whole: usize, sure: bool) -> Option<Share> {
        let (part, whole) = (Side::of(self.article, part)?, Side::of(self.article, whole)?);
        // “A quarter of the 400 members (25 percent)”: the part is a share itself.
        let is_share = part.measure == Measure::Count && part.value < Number::from(1);
        if part.measure == Measure::Percent
            || is_share
            || part.value > whole.value
            || !whole.value.is_integer() && part.measure != whole.measure
        {
            return None;
        }
        let [above, below] = in_common(&part, &whole)?;
        let hundred = |ratio: Number| ratio * Number::from(100);
        let extent = quotient(&above, &below)?.map(hundred);
        let same_unit = above == part.extent && below == whole.extent;
        let value = hundred(part.value.clone() / whole.value.clone());
        same_unit.then(|| Share { claims: vec![part.claim, whole.claim], value, extent, sure })
    }

    /// “Two-thirds”, “one in four”, “37 out of 120”.
    fn fraction(&self, index: usize) -> Option<Share> {
        let claim = &self.article.claims[index];
        let (value, measure) = amount_of(claim)?;
        let is_part = *value > Number::zero() && *value < Number::from(1);
        if claim.kind != Kind::Number || *measure != Measure::Count || !is_part {
            return None;
        }
        let text = self.article.text_of(claim);
        // “0.25 (25 percent)” is no share.
        if text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(' ') {
            return None;
        }
        let percent = value * &Number::from(100);
        let extent = match figures(text, self.article.language.group).as_slice() {
            [part, whole] if *whole >= Number::from(20) => {
                let hundred = |ratio: Number| ratio * Number::from(100);
                quotient(&as_written(part, true), &as_written(whole, true))?.map(hundred)
            }
            _ => in_words(&percent, claim.hedge),
        };
        Some(Share { claims: vec![index], value: percent, extent, sure: true })
    }
}

/// The whole numbers in a text.
fn figures(text: &str, group: char) -> Vec<Number> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != group);
    let plain = runs.map(|run| run.replace(group, ""));
    plain.filter_map(|digits| Number::decimal(&digits)).collect()
}

/// What a fraction in words may mean, in percent: a tenth of it more or less, but no more than five points.
fn in_words(percent: &Number, hedge: Option<Hedge>) -> Interval<Number> {
    let reach = (percent * &Number::ratio(1, 10)).min(Number::from(5));
    let reach = if hedge.is_some() { &reach + &reach } else { reach };
    let (lo, hi) = (percent - &reach, percent + &reach);
    match hedge.and_then(Hedge::direction) {
        Some(std::cmp::Ordering::Greater) => Interval { lo: Bound::Included(lo), hi: Bound::Open },
        Some(_) => Interval { lo: Bound::Open, hi: Bound::Included(hi) },
        None => Interval::between(lo, hi),
    }
}
