//! What must stand somewhere ahead for a pattern to come to its end: “two” is no date without “ago”, “May” or the like.

use super::lexicon::Lexicon;
use super::sense::Slot;
use super::starts::Starts;
use super::token::{Class, Token, WordId};

/// Marks and words of which one must be there; or those that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What a word is good for.
    marks: Starts,
    /// The last bits of the numbers of words and marks that patterns have.
    words: u64,
    /// How common all that is in texts.
    weight: u32,
}

/// What may stand between two dates, alone.
const DASHES: [&str; 5] = ["-", "–", "—", "−", "~"];

/// Numbers and places in an order stand everywhere.
const COMMON: Starts = Starts::DIGITS.or(Starts::CARDINAL).or(Starts::ORDINAL).or(Starts::WHICH);

impl Wanted {
    /// Met by every text. No word is marked to open a pattern, since it is its beginning that does.
    pub(super) const ANYTHING: Self = Self { marks: Starts::ALL, words: 0, weight: u32::MAX };

    pub(super) const NOTHING: Self = Self { marks: Starts::NONE, words: 0, weight: 0 };

    /// What no tokens have: all that asks for nothing.
    pub const EMPTY: Self = Self { marks: Starts::PATTERN, ..Self::NOTHING };

    /// What one more token has as well.
    #[inline]
    #[must_use]
    pub const fn with(self, token: &Token) -> Self {
        let marks = token.uses.marks;
        let word = if marks.meets(Starts::LITERAL) { Self::bit(token.id) } else { 0 };
        Self { marks: self.marks.or(marks), words: self.words | word, weight: 0 }
    }

    /// Whether something of it is there.
    #[inline]
    pub const fn is_among(self, there: Self) -> bool {
        // One question, since neither half can be foretold.
        self.marks.and(there.marks).bits() | self.words & there.words != 0
    }

    /// A word of a pattern, which has so many bytes. Long ones are rarer.
    pub(super) const fn word(id: WordId, length: usize) -> Self {
        /// “to”, “of”, a comma.
        const SHORT: usize = 3;
        let weight = if length <= SHORT { 20 } else { 5 };
        Self { marks: Starts::NONE, words: Self::bit(id), weight }
    }

    /// What a part has in it that is no dash.
    pub(super) const fn part(slot: Slot) -> Self {
        let marks = match slot {
            // Every date would be one.
            Slot::Date | Slot::EndDate => return Self::ANYTHING,
            Slot::Century | Slot::Length => Starts::TIME,
            Slot::Quarter => Starts::TIME.or(Starts::LETTER),
            Slot::Half => Starts::HALF.or(Starts::LETTER),
            // Signs and apostrophes have figures behind them.
            _ => slot.starts().without(Starts::MARK),
        };
        Self { marks, words: 0, weight: if marks.meets(COMMON) { 100 } else { 6 } }
    }

    /// The dashes, which become part of the vocabulary.
    pub(super) fn dashes(lexicon: &mut Lexicon) -> Self {
        const WEIGHT: u32 = 20;
        let words = DASHES.iter().fold(0, |all, dash| all | Self::bit(lexicon.learn(dash, Class::Mark)));
        Self { marks: Starts::NONE, words, weight: WEIGHT }
    }

    /// The last bits of the numbers of its words and marks.
    pub(super) const fn words(self) -> u64 {
        self.words
    }

    /// What meets either.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            marks: self.marks.or(other.marks),
            words: self.words | other.words,
            weight: self.weight.saturating_add(other.weight),
        }
    }

    /// The one of two that fewer texts meet, where both must be there.
    pub(super) const fn or_rarer(self, other: Self) -> Self {
        if other.weight <= self.weight { other } else { self }
    }

    /// The last bits of a number, as one bit of a set.
    pub(super) const fn bit(id: WordId) -> u64 {
        1 << (id % u64::BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// What a text has, all of it.
    fn there(text: &str, language: &Language) -> Wanted {
        let mut tokens = Vec::new();
        language.lexicon.tokenize(text, &mut tokens);
        tokens.iter().fold(Wanted::EMPTY, Wanted::with)
    }

    #[test]
    fn a_number_is_no_day_without_a_month() {
        let language = Language::english();
        let root = language.date_patterns.dates.node(crate::language::Patterns::ROOT);
        let day = root.slots.iter().find(|edge| edge.slot == Slot::Day).expect("a day opens dates");
        for text in ["of March 2020", "th May", "days of the month"] {
            assert!(day.behind.is_among(there(text, &language)), "{text}");
        }
        for text in ["people of 2020", "metres", "to 7", ""] {
            assert!(!day.behind.is_among(there(text, &language)), "{text}");
        }
    }

    #[test]
    fn what_may_end_wants_nothing() {
        let language = Language::english();
        let root = language.date_patterns.dates.node(crate::language::Patterns::ROOT);
        let weekday = root.slots.iter().find(|edge| edge.slot == Slot::Weekday).expect("a weekday");
        assert!(weekday.behind.is_among(there("", &language)));
    }

    #[test]
    fn every_dash_may_stand_between_dates() {
        let language = Language::english();
        let root = language.date_patterns.ranges.node(crate::language::Patterns::ROOT);
        let year = root.slots.iter().find(|edge| edge.slot == Slot::Year).expect("a year opens ranges");
        for dash in ["-", "‐", "‑", "–", "—", "−", "~"] {
            assert!(year.behind.is_among(there(dash, &language)), "{dash}");
        }
        // One word of many may share the bit of a word that is wanted.
        let others = ["people", "persons", "inhabitants"];
        assert!(others.iter().any(|word| !year.behind.is_among(there(word, &language))));
    }
}
