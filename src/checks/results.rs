//! Games won, lost and drawn, which are all that were played: “Of their 16 games they won 9, lost 5 and drew 2.”

use super::Said;
use super::figure::Side;
use super::items::{What, text_of};
use super::sum::{Sum, judge};
use super::sum_mismatch::Line;
use crate::language::{Cue, Meaning};
use crate::value::Measure;

/// Words between “of” and how many were played, and between “won” and how many.
const NEAR: usize = 2;

impl Line<'_> {
    /// The games of one team: all three results, each with its number, and nothing else that is counted.
    pub(super) fn results(&self) -> Option<Said> {
        // Few sentences have a word for the third.
        let drawn = self.behind(Cue::Drawn)?;
        let (won, lost) = (self.behind(Cue::Won)?, self.behind(Cue::Lost)?);
        let total = self.played()?;
        let amounts = self.items.iter().filter(|item| matches!(item.what, What::Amount(_))).count();
        let parts = [won, lost, drawn];
        let counted = parts.iter().chain([&total]).all(|side| side.measure == Measure::Count);
        let apart = parts.iter().all(|part| part.claim != total.claim);
        if amounts != parts.len() + 1 || !counted || !apart {
            return None;
        }
        judge(self.article, &Sum { total: Some(&total), parts: &parts }, true)
    }

    /// The number right behind the one cue of a kind.
    fn behind(&self, cue: Cue) -> Option<Side> {
        // “Lost” is a fall, too: the word is asked, not what the item was taken for.
        let text = text_of(self.article, self.items)?;
        let is = |at: &usize| {
            let item = &self.items[*at];
            matches!(item.what, What::Cue(_))
                && text.get(item.span.range()).is_some_and(|word| self.article.is(word, &Meaning::Cue(cue)))
        };
        let mut places = (0..self.items.len()).filter(is);
        let (at, None) = (places.next()?, places.next()) else { return None };
        self.number_from(at + 1)
    }

    /// “Of the 16 games”, “of their 16”, “played 16”.
    fn played(&self) -> Option<Side> {
        let played = self.behind(Cue::Played);
        let of = || (0..self.items.len()).find(|at| self.what(*at) == Some(What::Of));
        played.or_else(|| self.number_from(of()? + 1))
    }

    fn number_from(&self, at: usize) -> Option<Side> {
        let between = (at..=at + NEAR).take_while(|at| self.what(*at) == Some(What::Function)).count();
        self.side(at + between)
    }
}
