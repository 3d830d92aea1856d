//! How many of a number of things a sentence speaks of: “nine of the eleven members”, “most of the 20 passengers”.

use super::figure::Side;
use super::items::{What, text_of};
use super::sum_mismatch::Line;
use crate::language::Cue;
use crate::value::Measure;

/// How many of a number of things are meant.
pub(super) enum Chosen {
    /// All: nothing says otherwise.
    All,
    /// So many: “nine of the eleven”.
    Some(Side),
    /// Some, it is not said how many: “most of the eleven”, “all but two of the eleven”.
    Unknown,
    /// “Of the eleven, …”: what follows may be all or some.
    Alone,
}

impl Line<'_> {
    /// How many of a number of things the sentence speaks of: the “nine of the” in front of “eleven members”.
    pub(super) fn chosen(&self, at: usize) -> Chosen {
        let before = |at: usize| at.checked_sub(1);
        let text = text_of(self.article, self.items).unwrap_or_default();
        let owner = |at: usize| {
            let word = || text.get(self.items[at].span.range()).unwrap_or_default();
            self.what(at) == Some(What::Function)
                || self.what(at) == Some(What::Word) && word().contains(['\'', '’'])
        };
        let mut of = before(at);
        while let Some(place) = of.filter(|place| owner(*place)) {
            of = before(place);
        }
        let Some(of) = of.filter(|place| self.what(*place) == Some(What::Of)) else { return Chosen::All };
        let Some(mut last) = before(of) else { return Chosen::Alone };
        // “Out of the eleven”.
        let amount = |place: &usize| matches!(self.what(*place), Some(What::Amount(_)));
        if self.what(last) == Some(What::Function)
            && let Some(place) = before(last).filter(amount)
        {
            last = place;
        }
        match self.what(last) {
            Some(What::Amount(_)) => {
                let but = before(last).is_some_and(|place| self.what(place) == Some(What::Break));
                let some =
                    self.side(last).filter(|side| side.measure == Measure::Count && side.value.is_integer());
                some.filter(|_| !but).map_or(Chosen::Unknown, Chosen::Some)
            }
            Some(What::Cue(Cue::SomeOf)) => Chosen::Unknown,
            Some(What::Mark(_) | What::And | What::Break) => Chosen::Alone,
            _ => Chosen::All,
        }
    }
}
