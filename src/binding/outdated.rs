//! What a text says that held before and no longer does, though the text says of no time: “Norland has 37.8 million
//! people”, which was the value of 2019.

use jiff::civil::Date;

use super::candidate::{Candidate, Scene, is_dated};
use super::doubt::doubt;
use super::fit::{Said, fits};
use super::time::is_date;
use crate::facts::Fact;
use crate::language::Beside;
use crate::value::Value;
use crate::verdict::Later;

/// What holds by now, if the text says what held before; `None` also where that is not known. `doubt_of_value` is what
/// speaks against a contradiction, if the value and the fact differ.
pub(super) fn later(scene: &Scene<'_, '_>, own: &Candidate, doubt_of_value: Option<&str>) -> Option<Later> {
    let fact = &scene.place.facts.facts[own.fact];
    let changes = fact.dated.len() > 1 || fact.until.is_some();
    // A wrong value is found already.
    let judged = doubt_of_value.is_none() && !own.agrees;
    if !changes || is_dated(fact) || own.follows.is_some() || judged || says_when(scene, own) {
        return None;
    }
    let said = Said::new(&scene.place.claims[own.offset], scene.place.text, scene.sentence);
    let found = if fact.dated.is_empty() {
        after_end(scene, own, &said, fact)
    } else {
        after_value(scene, own, &said, fact)
    };
    found.filter(|_| doubt(scene, own).is_none())
}

/// Whether a value is wrong only for the latest time, in a text that says of no time what it tells: it was right when the fact
/// had another value.
pub(super) fn was_right(scene: &Scene<'_, '_>, own: &Candidate) -> bool {
    let fact = &scene.place.facts.facts[own.fact];
    if fact.dated.len() < 2 || own.follows.is_some() || own.agrees {
        return false;
    }
    let said = Said::new(&scene.place.claims[own.offset], scene.place.text, scene.sentence);
    let agrees = |dated| fits(scene.sentence, &said, (fact, Some(dated)), own.cue) == Some(true);
    scene.time_of(&said).is_none() && fact.dated.iter().any(agrees)
}

/// Whether the sentence or its table speaks of a time, or of the past.
fn says_when(scene: &Scene<'_, '_>, own: &Candidate) -> bool {
    let dated = scene.place.claims.iter().enumerate().any(|(at, claim)| {
        let time = is_date(claim) || matches!(claim.value, Value::Duration { .. });
        at != own.offset && time
    });
    let sentence = scene.sentence;
    let past = || sentence.beside(Beside::Past, 0..sentence.words.len()).next().is_some();
    // “NOVA employed 2,300 people.”
    let ends_past = |end: usize| sentence.language.has_past_ending(sentence.text(end - 1));
    dated || scene.place.days.is_some() || past() || own.cue.is_some_and(|(_, end)| ends_past(end))
}

/// A value of one of a fact's times, where that of now is another.
fn after_value(scene: &Scene<'_, '_>, own: &Candidate, said: &Said<'_>, fact: &Fact) -> Option<Later> {
    let agrees = |at: usize| {
        fits(scene.sentence, said, (fact, fact.dated.get(at)), own.cue).is_some_and(|agrees| agrees)
    };
    let known = |until: Option<Date>| match until {
        Some(day) => fact.dated.partition_point(|dated| dated.first <= day),
        None => fact.dated.len(),
    };
    let now = known(scene.place.today).checked_sub(1)?;
    if agrees(now) {
        return None;
    }
    // A text knows of no value that came later.
    let written = now.min(known(scene.place.document.date));
    let dated = own.dated.filter(|at| own.agrees && *at < now);
    let dated = dated.or_else(|| (0..written).rev().find(|at| agrees(*at)))?;
    Some(Later { fact: own.fact, dated: Some(dated), now: Some((own.fact, Some(now))) })
}

/// The value of a fact that has an end, where the end has passed or another fact holds since.
fn after_end(scene: &Scene<'_, '_>, own: &Candidate, said: &Said<'_>, fact: &Fact) -> Option<Later> {
    /// More facts of one subject are no values of one thing.
    const FAR: usize = 64;
    let end = fact.until.filter(|_| own.agrees)?;
    let (today, facts) = (scene.place.today, &scene.place.facts.facts);
    let follows = |other: &Fact| {
        let later = other.from.is_some_and(|from| from > end && today.is_none_or(|today| from <= today));
        later && other.cues.iter().any(|cue| fact.cues.contains(cue))
    };
    let own_facts = scene.place.index.facts_of(fact.subject).take(FAR);
    let followed = own_facts.filter(|at| facts.get(*at).is_some_and(follows)).filter_map(|at| {
        let agrees = fits(scene.sentence, said, (&facts[at], None), own.cue)?;
        Some((at, agrees))
    });
    let now = followed.max_by_key(|(at, _)| facts[*at].from);
    let passed = today.or(scene.place.document.date).is_some_and(|day| day > end);
    match now {
        Some((_, true)) => None,
        None if !passed => None,
        _ => Some(Later { fact: own.fact, dated: None, now: now.map(|(at, _)| (at, None)) }),
    }
}
