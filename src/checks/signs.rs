//! What the claims of a sentence show: that is seen once, and tells nearly all checks that they have nothing to look for.

use super::{Article, impossible_date, number_too_long};
use crate::claims::{Claim, Kind};
use crate::value::Value;

/// A set of things that the claims of a sentence show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u32);

/// So many bits are kept for kinds.
const KINDS: u32 = 10;

impl Signs {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u32::MAX);

    /// Two claims; three.
    pub(super) const TWO: Self = Self::own(0);
    pub(super) const THREE: Self = Self::own(1);
    /// Two amounts; three.
    pub(super) const TWO_AMOUNTS: Self = Self::own(2);
    pub(super) const THREE_AMOUNTS: Self = Self::own(3);
    /// A range of amounts.
    pub(super) const RANGE: Self = Self::own(4);
    /// Two dates, each of one day, month or year.
    pub(super) const TWO_DATES: Self = Self::own(5);
    /// A day that is written with its month.
    pub(super) const DAY: Self = Self::own(6);
    /// A day that no calendar has.
    pub(super) const NO_DAY: Self = Self::own(7);
    /// A number that may be too long to be read.
    pub(super) const LONG: Self = Self::own(8);
    /// Two quantities with no claim between them.
    pub(super) const TWO_QUANTITIES: Self = Self::own(9);
    /// The sentence in front has one amount.
    pub(super) const BEHIND_ONE: Self = Self::own(10);
    /// The text has a date.
    pub(super) const DATED_TEXT: Self = Self::own(11);

    /// A claim of a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        Self(1 << kind as u32)
    }

    /// Two claims of a kind.
    pub(super) const fn two_of(kind: Kind) -> Self {
        Self(1 << (KINDS + kind as u32))
    }

    const fn own(number: u32) -> Self {
        Self(1 << (2 * KINDS + number))
    }

    /// What is in either set.
    #[inline]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set, or nothing: which of the two is seldom foretold, and no branch.
    #[inline]
    const fn only_if(self, shown: bool) -> Self {
        Self(self.0 * shown as u32)
    }

    /// Whether everything in this set is in the other.
    #[inline]
    pub(super) const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// What the claims of a sentence show, and how many of them are amounts.
#[allow(clippy::needless_bitwise_bool, reason = "what cannot be foretold is no branch")]
pub(super) fn shown(article: &Article<'_>, claims: &[Claim]) -> (Signs, usize) {
    let (mut shown, mut amounts, mut dates) = (Signs::NONE, 0, 0);
    let mut last_quantity = false;
    for claim in claims {
        let kind = Signs::of(claim.kind);
        shown = shown.or(kind).or(Signs((shown.0 & kind.0) << KINDS));
        amounts += usize::from(claim.kind.is_amount());
        let quantity = claim.kind == Kind::Quantity;
        shown = shown.or(Signs::TWO_QUANTITIES.only_if(quantity & last_quantity));
        last_quantity = quantity;
        let value = &claim.value;
        shown = shown.or(Signs::RANGE.only_if(matches!(value, Value::Amount { high: Some(_), .. })));
        shown = shown.or(Signs::LONG.only_if(number_too_long::may_be_too_long(claim)));
        dates += usize::from(matches!(value, Value::Date(_)));
        if claim.dated.is_some() && claim.days().next().is_some() {
            shown = shown.or(Signs::DAY);
            if impossible_date::is_impossible(claim) {
                shown = shown.or(Signs::NO_DAY);
            }
        }
    }
    let counted = [
        (claims.len() > 1, Signs::TWO),
        (claims.len() > 2, Signs::THREE),
        (amounts > 1, Signs::TWO_AMOUNTS),
        (amounts > 2, Signs::THREE_AMOUNTS),
        (dates > 1, Signs::TWO_DATES),
        (article.document.date.is_some(), Signs::DATED_TEXT),
    ];
    let all = counted.iter().fold(shown, |all, (shows, sign)| all.or(sign.only_if(*shows)));
    (all, amounts)
}
