//! What values measure, as a set: a claim is held against facts of its own kinds only, and to most texts that name a
//! subject this tells that none of its facts is meant.

use crate::claims::Claim;
use crate::facts::{Event, Fact};
use crate::value::{Measure, Value};

/// A set of kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u16);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u16::MAX);
    const DATE: Self = Self(1);
    const LENGTH_OF_TIME: Self = Self(1 << 1);
    const COUNT: Self = Self(1 << 2);
    const ORDINAL: Self = Self(1 << 3);
    const PERCENT: Self = Self(1 << 4);
    const POINTS: Self = Self(1 << 5);
    const MONEY: Self = Self(1 << 6);
    const UNIT: Self = Self(1 << 7);
    const AGE: Self = Self(1 << 8);
    const RATIO: Self = Self(1 << 9);

    /// What a fact's values measure, and what follows from them.
    pub(super) fn of_fact(fact: &Fact) -> Self {
        let follows = match fact.event {
            Some(Event::Born | Event::Founded) => Self::AGE,
            _ => Self::NONE,
        };
        let dated = fact.dated.iter().map(|dated| &dated.is);
        let values = dated.chain(fact.also.iter().map(|also| &also.is)).map(|is| Self::of(&is.value));
        values.fold(Self::of(&fact.is.value).or(follows), Self::or)
    }

    /// The kinds of facts that claims may be held against, in any of their readings.
    pub(super) fn of_facts_for(claims: &[Claim]) -> Self {
        let readings = claims.iter().flat_map(|claim| [Some(&claim.value), claim.other()]);
        readings.flatten().map(Self::wanted_by).fold(Self::NONE, Self::or)
    }

    fn wanted_by(value: &Value) -> Self {
        let own = Self::of(value);
        match own {
            // The unit of a bare number may stand apart from it, in a label; but it is no date, nor an age, which has a
            // unit of its own.
            Self::COUNT => Self(!(Self::DATE.0 | Self::AGE.0)),
            // “20 years after it was founded”.
            Self::LENGTH_OF_TIME => own.or(Self::DATE),
            _ => own,
        }
    }

    const fn of(value: &Value) -> Self {
        match value {
            Value::Date(_) | Value::DateRange { .. } => Self::DATE,
            Value::Duration { .. } => Self::LENGTH_OF_TIME,
            Value::Amount { measure, .. } => match measure {
                Measure::Count => Self::COUNT,
                Measure::Ordinal => Self::ORDINAL,
                Measure::Percent => Self::PERCENT,
                Measure::PercentagePoint => Self::POINTS,
                Measure::Money(_) => Self::MONEY,
                Measure::Unit(_) => Self::UNIT,
                Measure::Age(_) => Self::AGE,
                Measure::Ratio => Self::RATIO,
            },
        }
    }

    /// What is in either set.
    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether something is in both sets.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
