//! Which of several is meant: of the facts that a claim may speak of, and of the claims that a fact may be stated by.

use rustc_hash::FxHashSet;

use super::Binding;
use super::candidate::{Candidate, Scene};
use super::doubt::doubt;
use super::fit::Said;
use super::outdated;
use super::sentence::Run;
use crate::value::{Measure, Value};

/// Two costs that differ by no more are the same to a reader.
const TIE: u32 = 2;

/// A fact that agrees is meant even if another is nearer by so much.
const AGREEMENT: u32 = 8;

/// The bindings of a sentence: at most one for each claim.
pub(super) fn choose(scene: &Scene<'_, '_>, mut candidates: Vec<Candidate>) -> Vec<Binding> {
    of_their_time(scene, &mut candidates);
    // A claim that agrees is the one that is meant, wherever it stands.
    // Values of two times are two statements: “rose to 4.6 billion in 2022 from 4.1 billion in 2021”.
    let statement = |one: &Candidate| (one.fact, one.dated, one.cue);
    let stated: FxHashSet<(usize, Option<usize>, Option<Run>)> =
        candidates.iter().filter(|one| one.agrees).map(statement).collect();
    candidates.retain(|one| one.agrees || one.another_time || !stated.contains(&statement(one)));
    candidates.sort_by_key(|one| (one.offset, one.cost, one.fact));
    let mut best: Vec<(Candidate, bool)> = Vec::new();
    for group in candidates.chunk_by(|one, next| one.offset == next.offset) {
        best.extend(best_fact(group));
    }
    let mut bindings = Vec::new();
    for at in 0..best.len() {
        bindings.extend(binding(scene, &best, at));
    }
    bindings
}

/// Leaves the facts of other times out where one of the same cues holds at the time that the text speaks of: the rows of a
/// table that has one for each year.
fn of_their_time(scene: &Scene<'_, '_>, candidates: &mut Vec<Candidate>) {
    let value = |one: &Candidate| (one.offset, one.mention, one.cue, scene.place.index.cues_of(one.fact));
    let bounded = |one: &&Candidate| {
        let fact = &scene.place.facts.facts[one.fact];
        !one.another_time && (fact.from.is_some() || fact.until.is_some())
    };
    let held: FxHashSet<_> = candidates.iter().filter(bounded).map(value).collect();
    if !held.is_empty() {
        // A text that says of no time what it tells may be out of date, which is another finding.
        let says_when = |one: &Candidate| {
            let claim = &scene.place.claims[one.offset];
            scene.said_time_of(&Said::new(claim, scene.place.text, scene.sentence)).is_some()
        };
        candidates.retain(|one| {
            let held = one.another_time && held.contains(&value(one));
            !held || one.agrees && !says_when(one)
        });
    }
}

/// Of several facts for one claim: one that agrees, else the nearest; and whether another fits just as well.
fn best_fact(group: &[Candidate]) -> Option<(Candidate, bool)> {
    let first = group.first()?;
    let near = |one: &&Candidate| one.cost <= first.cost + AGREEMENT;
    if let Some(agreeing) = group.iter().take_while(near).find(|one| one.agrees) {
        return Some((agreeing.clone(), false));
    }
    let rival = group[1..].iter().any(|other| other.fact != first.fact && other.cost <= first.cost + TIE);
    Some((first.clone(), rival))
}

/// The binding of one claim, unless another claim states the same fact better.
fn binding(scene: &Scene<'_, '_>, best: &[(Candidate, bool)], at: usize) -> Option<Binding> {
    let (own, rival) = &best[at];
    let same_fact = || {
        best.iter()
            .map(|(other, _)| other)
            .filter(|other| (other.fact, other.dated) == (own.fact, own.dated) && other.offset != own.offset)
    };
    let why_not = if own.agrees {
        None
    } else if own.another_time {
        Some("the text speaks of another time than the fact".into())
    } else if outdated::was_right(scene, own) {
        Some("the text does not say when, and the value was right at another time".into())
    } else if scene.order.has(own.offset) && is_of_another_list(scene, best, own) {
        Some("most values of the list differ: it may be of another time or measure".into())
    } else {
        // Of several the nearest is meant.
        let better = |other: &Candidate| {
            let shares_cue = other.cue == own.cue || own.cost > other.cost;
            shares_cue && (other.agrees || other.cost < own.cost && !other.another_time)
        };
        if same_fact().any(better) {
            return None;
        }
        let beside = same_fact().any(|other| {
            let comparable = same_unit(scene, own.offset, other.offset) && !other.another_time;
            comparable && is_rival(scene, own, other)
        });
        match (beside, rival) {
            (true, _) => Some("another value stands just as near".into()),
            (_, true) => Some("another fact fits just as well".into()),
            _ => doubt(scene, own),
        }
    };
    let later = outdated::later(scene, own, why_not.as_deref());
    Some(Binding {
        claim: scene.place.first + own.offset,
        fact: own.fact,
        dated: own.dated,
        follows: own.follows.clone(),
        distance: own.cost,
        agrees: own.agrees,
        doubt: why_not,
        later,
        why: scene.why(own),
    })
}

/// Whether most of a list's values differ from the facts of their subjects: then it is no slip in one of them.
fn is_of_another_list(scene: &Scene<'_, '_>, best: &[(Candidate, bool)], own: &Candidate) -> bool {
    let id = |candidate: &Candidate| &scene.place.facts.facts[candidate.fact].id;
    let same = || best.iter().map(|(one, _)| one).filter(|one| id(one) == id(own));
    let agreeing = same().filter(|one| one.agrees).count();
    2 * agreeing < same().count()
}

/// Whether a reader could take the one claim as well as the other: both are as near, or they stand side by side.
fn is_rival(scene: &Scene<'_, '_>, own: &Candidate, other: &Candidate) -> bool {
    let [one, two] =
        [own, other].map(|candidate| scene.sentence.place_of(scene.place.claims[candidate.offset].span));
    other.cost.abs_diff(own.cost) <= TIE || scene.sentence.distance(one, two) <= TIE
}

/// A length and the same length in feet are one value.
fn same_unit(scene: &Scene<'_, '_>, one: usize, other: usize) -> bool {
    let unit = |offset: usize| match &scene.place.claims[offset].value {
        Value::Amount { measure: Measure::Unit(unit), .. } => Some(unit.name.clone()),
        _ => None,
    };
    unit(one) == unit(other)
}
