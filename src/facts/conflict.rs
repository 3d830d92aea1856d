//! Facts that cannot be true together.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Fact;
use crate::claims::{Claim, Kind};
use crate::value::{Currency, Dimension, Extent, Interval, Measure, Number, Value};

/// The axis of a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Axis {
    Calendar,
    Time,
    Count(String),
    Amount(Kind),
    Money(Currency),
    Dimension(Kind, Dimension),
}

/// One value of a fact, and the days on which it holds.
struct Held {
    fact: usize,
    first: Date,
    last: Date,
    /// All that is accepted.
    extents: Vec<Extent>,
}

/// What is wrong with two facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clash {
    /// Both cannot be true.
    Contradiction,
    /// They say the same.
    Duplicate,
}

/// Facts of a group are held against so many before them. A group is a value through the years, and
/// holds few that are valid together; the bound keeps a thousand equal facts from taking a million steps.
const MOST_NEIGHBOURS: usize = 64;

/// Pairs of facts, as indices, that have the same cues, kind and unit, hold on a common day, and whose
/// values do not meet, tolerance included, or are one. Each fact comes with its index and the number of what it is about.
pub(super) fn clashes<'f>(
    facts: impl Iterator<Item = (usize, usize, &'f Fact)>,
) -> Vec<(usize, usize, Clash)> {
    let mut ways = Ways::default();
    let mut all: Vec<((usize, u32), usize, &Fact)> =
        facts.map(|(index, about, fact)| ((about, ways.number(fact)), index, fact)).collect();
    all.sort_unstable_by_key(|(key, index, _)| (*key, *index));
    let mut found = Vec::new();
    for group in all.chunk_by(|one, next| one.0 == next.0).filter(|group| group.len() > 1) {
        let mut by_axis: FxHashMap<Axis, Vec<Held>> = FxHashMap::default();
        for (_, index, fact) in group {
            let Some(axis) = axis(&fact.is, &fact.text) else { continue };
            by_axis.entry(axis).or_default().extend(held(*index, fact));
        }
        found.extend(by_axis.into_values().flat_map(within));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words and patterns that bring claims to facts, as numbers: the same for cues in any order.
#[derive(Default)]
struct Ways {
    /// The rows of a table share their cues.
    shared: FxHashMap<(usize, usize, Option<usize>), u32>,
    said: FxHashMap<(Vec<String>, Option<String>), u32>,
}

impl Ways {
    fn number(&mut self, fact: &Fact) -> u32 {
        let pattern = fact.pattern.as_ref().map(super::Pattern::as_str);
        let place = (fact.cues.as_ptr().addr(), fact.cues.len(), pattern.map(|text| text.as_ptr().addr()));
        if let Some(&number) = self.shared.get(&place) {
            return number;
        }
        let mut cues: Vec<String> = fact.cues.iter().map(|cue| cue.to_lowercase()).collect();
        cues.sort_unstable();
        cues.dedup();
        let next = u32::try_from(self.said.len()).unwrap_or(u32::MAX);
        let number = *self.said.entry((cues, pattern.map(str::to_owned))).or_insert(next);
        self.shared.insert(place, number);
        number
    }
}

fn held(index: usize, fact: &Fact) -> Vec<Held> {
    let base = |is: &Claim| Some(in_base_unit(is, fact.around(is)?));
    if fact.dated.is_empty() {
        let also = fact.also.iter().filter_map(|other| base(&other.is));
        let extents: Vec<Extent> = base(&fact.is).into_iter().chain(also).collect();
        let (first, last) = (fact.from.unwrap_or(Date::MIN), fact.until.unwrap_or(Date::MAX));
        return vec![Held { fact: index, first, last, extents }];
    }
    let each = fact.dated.iter().map(|value| Held {
        fact: index,
        first: value.first,
        last: value.last,
        extents: base(&value.is).into_iter().collect(),
    });
    each.collect()
}

fn within(mut group: Vec<Held>) -> Vec<(usize, usize, Clash)> {
    group.sort_by_key(|held| (held.first, held.fact));
    let mut valid: Vec<&Held> = Vec::new();
    let mut found = Vec::new();
    for this in &group {
        valid.retain(|before| before.last >= this.first);
        for before in valid.iter().rev().take(MOST_NEIGHBOURS) {
            if before.fact == this.fact {
                continue;
            }
            let clash = match meet(before, this) {
                false => Clash::Contradiction,
                true if before.extents == this.extents && !this.extents.is_empty() => Clash::Duplicate,
                true => continue,
            };
            found.push((before.fact.min(this.fact), before.fact.max(this.fact), clash));
            break;
        }
        valid.push(this);
    }
    found
}

/// Whether one of the values of the one is one of the other; what has no extent cannot be said to differ.
fn meet(one: &Held, other: &Held) -> bool {
    if one.extents.is_empty() || other.extents.is_empty() {
        return true;
    }
    one.extents.iter().any(|one| {
        other.extents.iter().any(|other| match (one, other) {
            (Extent::Days(one), Extent::Days(other)) => one.meets(other),
            (Extent::Amount(one), Extent::Amount(other)) => one.meets(other),
            _ => true,
        })
    })
}

/// The axis that a value lies on, with the text that its spans count in.
pub(super) fn axis(is: &Claim, text: &str) -> Option<Axis> {
    let Value::Amount { measure, .. } = &is.value else {
        return match &is.extent {
            Some(Extent::Days(_)) => Some(Axis::Calendar),
            Some(Extent::Amount(_)) => Some(Axis::Time),
            None => None,
        };
    };
    let kind = is.kind;
    Some(match measure {
        Measure::Count => {
            let noun = is.noun.and_then(|noun| text.get(noun.range()));
            Axis::Count(noun.unwrap_or_default().to_lowercase())
        }
        Measure::Ordinal | Measure::Percent | Measure::PercentagePoint | Measure::Ratio => Axis::Amount(kind),
        Measure::Money(currency) => Axis::Money(currency.clone()),
        Measure::Unit(unit) | Measure::Age(unit) => Axis::Dimension(kind, unit.dimension),
    })
}

/// Values that agree, in their dimension's base unit.
fn in_base_unit(is: &Claim, extent: Extent) -> Extent {
    match (&is.value, extent) {
        (
            Value::Amount { measure: Measure::Unit(unit) | Measure::Age(unit), .. },
            Extent::Amount(amounts),
        ) => {
            let base: Interval<Number> = amounts.map(|amount| unit.to_base(&amount));
            Extent::Amount(base)
        }
        (_, extent) => extent,
    }
}
