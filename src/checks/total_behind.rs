//! A total behind its parts: “5 men and 8 women, a total of 13”, “212 passengers and 31 crew, 243 people in all”.

use super::Said;
use super::figure::Side;
use super::items::{What, text_of};
use super::sum::{Sum, judge};
use super::sum_mismatch::{Line, Parts};
use crate::language::{Cue, Told};
use crate::value::Number;

impl Line<'_> {
    /// “5 men and 8 women, a total of 13”.
    pub(super) fn total_last(&self, at: usize) -> Option<Said> {
        let What::Amount(_) = self.what(at)? else { return None };
        let mut before = at.checked_sub(1)?;
        while matches!(self.what(before), Some(What::Of | What::Function)) {
            before = before.checked_sub(1)?;
        }
        if self.what(before)? != What::Cue(Cue::Total) {
            return None;
        }
        let mut comma = before.checked_sub(1)?;
        while self.what(comma) == Some(What::Function) {
            comma = comma.checked_sub(1)?;
        }
        if !matches!(self.what(comma)?, What::Mark(',' | '–' | '—')) {
            return None;
        }
        let total = self.side(at)?;
        let parts = self.parts_before(comma, &total)?;
        judge(self.article, &Sum { total: Some(&total), parts: &parts.sides }, true)
    }

    /// “212 passengers and 31 crew, 243 people in all”.
    pub(super) fn total_behind(&self, at: usize) -> Option<Said> {
        /// Words between the number and “in all”.
        const FEW: usize = 2;
        let What::Amount(_) = self.what(at)? else { return None };
        let comma = at.checked_sub(1)?;
        let set_off = matches!(self.what(comma)?, What::Mark(',' | '–' | '—'));
        let named = |at: &usize| matches!(self.what(*at), Some(What::Cue(Cue::People | Cue::Children)));
        let cue = at + 1 + (at + 1..).take(FEW).take_while(named).count();
        let text = text_of(self.article, self.items)?;
        let in_all = self.what(cue)? == What::Cue(Cue::Total)
            && self.article.tells(text.get(self.items[cue].span.range())?, Told::InAll);
        let ends = matches!(self.what(cue + 1), None | Some(What::Mark('.' | ',' | ';' | '–' | '—')));
        if !set_off || !in_all || !ends {
            return None;
        }
        let total = self.side(at)?;
        let parts = self.parts_before(comma, &total)?;
        let sum = Sum { total: Some(&total), parts: &parts.sides };
        // What is far off counts something else.
        let off = (&sum.value() - &total.value).abs();
        let near = off <= Number::from(2).max(&total.value * &Number::ratio(1, 10));
        near.then(|| judge(self.article, &sum, false)).flatten()
    }

    /// The list that ends at a comma. It goes back to the start of its clause: whichever start makes it come out is the
    /// right one.
    fn parts_before(&self, comma: usize, total: &Side) -> Option<Parts> {
        let starts = (0..comma).rev().filter(|&start| self.side(start).is_some());
        let lists = starts.filter_map(|start| self.parts(start).filter(|parts| parts.end == comma));
        let mut lists: Vec<Parts> = lists.collect();
        let right = lists.iter().position(|parts| Sum { total: Some(total), parts: &parts.sides }.agrees());
        let chosen = right.or(lists.len().checked_sub(1))?;
        Some(lists.swap_remove(chosen))
    }
}
