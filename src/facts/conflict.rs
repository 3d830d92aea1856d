//! Facts that cannot be true together.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Fact;
use crate::claims::Kind;
use crate::value::{Dimension, Extent, Interval, Measure, Number, Value};

/// What two facts must have in common to be held against each other: the words that bring a claim to
/// them, and the axis that their values lie on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Ground {
    cues: Vec<String>,
    pattern: Option<String>,
    axis: Axis,
}

/// The axis of a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Axis {
    Calendar,
    Time,
    Count(String),
    Amount(Kind),
    Money(Option<String>),
    Dimension(Kind, Dimension),
}

/// Facts of a group are held against so many before them. A group is a value through the years, and
/// holds few that are valid together; the bound keeps a thousand equal facts from taking a million steps.
const MOST_NEIGHBOURS: usize = 64;

/// Pairs of facts, as indices, that have the same cues, kind and unit, hold on a common day, and whose
/// values do not meet, tolerance included. Only facts of one subject may be given.
pub(super) fn contradictions<'f>(facts: impl Iterator<Item = (usize, &'f Fact)>) -> Vec<(usize, usize)> {
    let mut groups: FxHashMap<Ground, Vec<(usize, &Fact, Extent)>> = FxHashMap::default();
    for (index, fact) in facts {
        if let (Some(ground), Some(extent)) = (ground(fact), extent(fact)) {
            groups.entry(ground).or_default().push((index, fact, extent));
        }
    }
    let mut found: Vec<(usize, usize)> = groups.into_values().filter_map(within).flatten().collect();
    found.sort_unstable();
    found
}

fn within(mut group: Vec<(usize, &Fact, Extent)>) -> Option<Vec<(usize, usize)>> {
    if group.len() < 2 {
        return None;
    }
    group.sort_by_key(|(index, fact, _)| (first(fact), *index));
    let mut valid: Vec<&(usize, &Fact, Extent)> = Vec::new();
    let mut found = Vec::new();
    for this in &group {
        valid.retain(|before| last(before.1) >= first(this.1));
        for before in valid.iter().rev().take(MOST_NEIGHBOURS) {
            if !meet(&before.2, &this.2) {
                found.push((before.0.min(this.0), before.0.max(this.0)));
                break;
            }
        }
        valid.push(this);
    }
    Some(found)
}

fn first(fact: &Fact) -> Date {
    fact.from.unwrap_or(Date::MIN)
}

fn last(fact: &Fact) -> Date {
    fact.until.unwrap_or(Date::MAX)
}

fn meet(one: &Extent, other: &Extent) -> bool {
    match (one, other) {
        (Extent::Days(one), Extent::Days(other)) => one.meets(other),
        (Extent::Amount(one), Extent::Amount(other)) => one.meets(other),
        _ => true,
    }
}

fn ground(fact: &Fact) -> Option<Ground> {
    let mut cues: Vec<String> = fact.cues.iter().map(|cue| cue.to_lowercase()).collect();
    cues.sort_unstable();
    cues.dedup();
    let pattern = fact.pattern.as_ref().map(|pattern| pattern.as_str().to_owned());
    axis(fact).map(|axis| Ground { cues, pattern, axis })
}

fn axis(fact: &Fact) -> Option<Axis> {
    let Value::Amount { measure, .. } = &fact.is.value else {
        return match &fact.is.extent {
            Some(Extent::Days(_)) => Some(Axis::Calendar),
            Some(Extent::Amount(_)) => Some(Axis::Time),
            None => None,
        };
    };
    let kind = fact.is.kind;
    Some(match measure {
        Measure::Count => {
            let noun = fact.is.parts.noun.and_then(|noun| fact.text.get(noun.range()));
            Axis::Count(noun.unwrap_or_default().to_lowercase())
        }
        Measure::Ordinal | Measure::Percent | Measure::PercentagePoint | Measure::Ratio => Axis::Amount(kind),
        Measure::Money(currency) => Axis::Money(currency.as_deref().map(str::to_owned)),
        Measure::Unit(unit) | Measure::Age(unit) => Axis::Dimension(kind, unit.dimension),
    })
}

/// The values that agree with a fact, in its dimension's base unit.
fn extent(fact: &Fact) -> Option<Extent> {
    let extent = fact.accepted()?;
    match (&fact.is.value, extent) {
        (
            Value::Amount { measure: Measure::Unit(unit) | Measure::Age(unit), .. },
            Extent::Amount(amounts),
        ) => {
            let base: Interval<Number> = amounts.map(|amount| unit.to_base(&amount));
            Some(Extent::Amount(base))
        }
        (_, extent) => Some(extent),
    }
}
