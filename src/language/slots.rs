//! Sets of parts of a date: what may stand at a token met with what a place of a tree asks for.

use super::sense::Slot;
use super::starts::Starts;

/// A set of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slots(u64);

/// Every part, each at the place of its number.
pub(super) const ALL: [Slot; 32] = [
    Slot::Weekday,
    Slot::Weekdays,
    Slot::Day,
    Slot::OrdinalDay,
    Slot::Month,
    Slot::Year,
    Slot::ShortYear,
    Slot::Figures,
    Slot::Decade,
    Slot::Century,
    Slot::Quarter,
    Slot::Half,
    Slot::Season,
    Slot::Seasons,
    Slot::Weekend,
    Slot::Holiday,
    Slot::DayWord,
    Slot::DayPart,
    Slot::Which,
    Slot::Part,
    Slot::Nth,
    Slot::Number,
    Slot::Unit,
    Slot::Length,
    Slot::Date,
    Slot::Dash,
    Slot::EndWeekday,
    Slot::EndDay,
    Slot::EndMonth,
    Slot::EndYear,
    Slot::EndShortYear,
    Slot::EndDate,
];

/// By the number of a way to begin: the parts that may begin so.
static BEGINNING: [Slots; u64::BITS as usize] = {
    let mut table = [Slots(0); u64::BITS as usize];
    let mut slot = 0;
    while slot < ALL.len() {
        let mut ways = ALL[slot].starts().bits();
        while ways != 0 {
            let way = ways.trailing_zeros() as usize;
            table[way] = table[way].or(Slots::of(ALL[slot]));
            ways &= ways - 1;
        }
        slot += 1;
    }
    table
};

/// How some part may begin.
const TOLD: Starts = {
    let mut told = Starts::NONE;
    let mut slot = 0;
    while slot < ALL.len() {
        told = told.or(ALL[slot].starts());
        slot += 1;
    }
    told
};

impl Slots {
    /// No part.
    pub const NONE: Self = Self(0);

    /// How many parts there are.
    pub(super) const COUNT: usize = ALL.len();

    /// One part.
    #[inline]
    pub const fn of(slot: Slot) -> Self {
        Self(1 << slot as u32)
    }

    /// Several parts.
    pub const fn all(parts: &[Slot]) -> Self {
        let (mut all, mut at) = (Self::NONE, 0);
        while at < parts.len() {
            all = all.or(Self::of(parts[at]));
            at += 1;
        }
        all
    }

    /// The parts that may stand where something begins so.
    pub fn that_begin(starts: Starts) -> Self {
        let (mut parts, mut ways) = (Self::NONE, starts.and(TOLD).bits());
        while ways != 0 {
            parts = parts.or(BEGINNING[ways.trailing_zeros() as usize]);
            ways &= ways - 1;
        }
        parts
    }

    /// What is in either set.
    #[must_use]
    #[inline]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    #[inline]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The set without a part.
    #[must_use]
    pub const fn without(self, slot: Slot) -> Self {
        Self(self.0 & !Self::of(slot).0)
    }

    /// Whether a part is in the set.
    #[cfg(test)]
    const fn has(self, slot: Slot) -> bool {
        self.0 & Self::of(slot).0 != 0
    }

    /// Whether something is in both sets.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing is in the set.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in one set and not in the other.
    #[must_use]
    #[inline]
    pub const fn but(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The lowest of the numbers of its parts.
    #[inline]
    pub(super) const fn lowest(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as usize) }
    }

    /// The set without that part.
    #[must_use]
    #[inline]
    pub(super) const fn without_lowest(self) -> Self {
        Self(self.0 & self.0.wrapping_sub(1))
    }

    /// How many of its parts have a number below this one.
    #[inline]
    pub(super) const fn below(self, number: usize) -> usize {
        (self.0 & ((1 << number) - 1)).count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_stands_at_its_number() {
        for (number, slot) in ALL.iter().enumerate() {
            assert_eq!(number, *slot as usize, "{slot:?}");
        }
        assert_eq!(ALL.len(), Slot::EndDate as usize + 1);
    }

    #[test]
    fn parts_are_found_by_how_they_begin() {
        for starts in [Starts::DIGITS, Starts::MONTH, Starts::WHICH.or(Starts::THE), Starts::NONE] {
            for slot in ALL {
                assert_eq!(slot.starts().meets(starts), Slots::that_begin(starts).has(slot), "{slot:?}");
            }
        }
    }

    #[test]
    fn parts_are_taken_lowest_first() {
        let all = Slots::all(&[Slot::Day, Slot::Month, Slot::Date]);
        let some = all.but(Slots::all(&[Slot::Month, Slot::Unit]));
        assert_eq!(Some(Slot::Day as usize), some.lowest());
        assert_eq!(Some(Slot::Date as usize), some.without_lowest().lowest());
        assert_eq!(Slots::NONE, some.without_lowest().without_lowest());
        assert_eq!([0, 2], [Slot::Day, Slot::Date].map(|slot| all.below(slot as usize)));
    }
}
