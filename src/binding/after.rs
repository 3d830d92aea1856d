//! “Twenty years after it was founded, in 2010, …”: years from a day that is a fact to a date of the sentence, or to another
//! fact: “Quill died 20 years after Quill Works was founded”.

use super::Binding;
use super::candidate::{Scene, is_dated};
use super::event::{Named, Years, in_words, years_of_fact};
use super::index::Mention;
use super::sentence::{Run, Shape};
use crate::claims::Claim;
use crate::language::Beside;
use crate::value::{DateUnit, TimeUnit, Value};
use crate::verdict::Follows;

/// The words behind “after” up to a comma, a date or the end.
const LONGEST: usize = 14;

/// Where the years end.
struct End {
    years: Years,
    words: String,
}

/// What the years after an event, held against the facts, come to.
pub(super) fn bind(scene: &Scene<'_, '_>) -> Option<Binding> {
    let mut lengths = scene.place.claims.iter().enumerate().filter_map(|(at, claim)| {
        let here = scene.sentence.place_of(claim.span);
        let after = scene.sentence.beside(Beside::After, here.1..here.1 + 1).next()?;
        Some((at, here, after.1, length(claim)?))
    });
    let ((offset, here, first, (years, slack)), None) = (lengths.next()?, lengths.next()) else {
        return None;
    };
    if !scene.is_asserted(&[(here.0, first)]) {
        return None;
    }
    let sentence = scene.sentence;
    let dates = scene.place.claims.iter().map(|claim| (claim, sentence.place_of(claim.span).0));
    let ends = |at: &usize| {
        let mark = sentence.shape(*at) == Shape::Mark && !matches!(sentence.text(*at), "'" | "’");
        mark || *at >= sentence.words.len() || dates.clone().any(|(_, date)| date == *at)
    };
    let stop = (first..first + LONGEST).find(ends)?;
    let event = scene.event_in((first, stop))?;
    let of_event = years_of_fact(&scene.place.facts.facts[event.fact]);
    let end = by_date(scene, here, stop).or_else(|| by_fact(scene, here, &event))?;
    // The date may be the event's own.
    if of_event.iter().any(|event| event.0 <= end.years.1 && end.years.0 <= event.1) {
        return None;
    }
    let since = |event: &Years| (end.years.0 - event.1, end.years.1 - event.0);
    let (least, most) = of_event.first().map(since).filter(|(least, _)| *least > 0)?;
    // A year that is not over may not be counted, or may.
    let agrees =
        of_event.iter().map(since).any(|(least, most)| (least - 1 - slack..=most + slack).contains(&years));
    let said = sentence.text_of((here.0, stop)).to_owned();
    let follows = Follows::Years { years: in_words(least, most), said, until: end.words };
    Some(scene.years_binding(offset, &event, follows, agrees))
}

/// A length in years, and how far off it may be: decades and round numbers are seldom meant to the year.
fn length(claim: &Claim) -> Option<(i64, i64)> {
    const ROUND: i64 = 10;
    let Value::Duration { low, high: None } = &claim.value else { return None };
    let [(amount, unit)] = low.parts() else { return None };
    let slack = match unit {
        TimeUnit::Year => 0,
        TimeUnit::Decade | TimeUnit::Century => 5,
        _ => return None,
    };
    let months = low.months()?.to_i64().filter(|months| months % 12 == 0 && *months > 0)?;
    let years = months / 12;
    let round = i64::from(slack == 0 && years > ROUND && years % ROUND == 0);
    (claim.hedge.is_none() && !amount.is_negative()).then_some((years, slack + round))
}

/// “In 2010, twenty years after it was founded”, “twenty years after it was founded, in 2010”.
fn by_date(scene: &Scene<'_, '_>, here: Run, stop: usize) -> Option<End> {
    let sentence = scene.sentence;
    let (offset, years) = scene.only_date()?;
    let claim = &scene.place.claims[offset];
    let date = sentence.place_of(claim.span);
    let led = date.0.checked_sub(1).is_none_or(|at| scene.leads_to_date(at));
    let in_front = date.1 + 1 == here.0 && sentence.text(date.1) == "," && led;
    let behind =
        sentence.text(stop) == "," && date.0 > stop && (stop + 1..date.0).all(|at| scene.leads_to_date(at));
    (in_front || behind).then(|| {
        let words = scene.place.text.get(claim.span.range()).unwrap_or_default().to_owned();
        End { years, words }
    })
}

/// “Quill died 20 years after …”: another day that is a fact, told right in front.
fn by_fact(scene: &Scene<'_, '_>, here: Run, event: &Named) -> Option<End> {
    let sentence = scene.sentence;
    if scene.place.claims.iter().any(|claim| matches!(claim.value, Value::Date(_) | Value::DateRange { .. }))
    {
        return None;
    }
    let before = |mention: &&Mention| mention.words.1 <= here.0;
    let mention = scene.mentions.iter().filter(before).max_by_key(|mention| mention.words.1)?;
    let own = scene
        .events_of(mention.subject)
        .find(|own| own.words.1 == here.0 && own.words.0 >= mention.words.1)?;
    let straight =
        (mention.words.1..own.words.0).all(|at| sentence.beside(Beside::Link, at..at + 1).next().is_some());
    let fact = &scene.place.facts.facts[own.fact];
    let Value::Date(date) = &fact.is.value else { return None };
    let one = fact.also.is_empty()
        && is_dated(fact)
        && !matches!(date.unit, DateUnit::Decade(_) | DateUnit::Century(_));
    let years = years_of_fact(fact).first().copied()?;
    let words = format!("{} ({}: {})", fact.text, scene.place.facts.subjects[own.subject].name, fact.id);
    (straight && one && own.fact != event.fact).then_some(End { years, words })
}
