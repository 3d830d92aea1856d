//! Anniversaries of days that are facts: “the club celebrated its 100th anniversary in 2019” holds if it was founded in 1919.
//!
//! Where a text gives both years itself, the check `anniversary` compares them; here it gives one.

use super::Binding;
use super::candidate::Scene;
use super::event::{Named, Years, in_words, years_of_fact};
use super::index::Mention;
use super::sentence::{Run, Shape};
use crate::claims::Kind;
use crate::language::{Beside, Meaning, Role};
use crate::value::Value;
use crate::verdict::Follows;

/// The anniversary of a sentence.
struct Anniversary {
    years: i64,
    /// The ordinal and the word, or the word that has its number in it.
    words: Run,
    /// The ordinal, as an index into the sentence's claims.
    ordinal: Option<usize>,
}

/// The words of an anniversary with whose it is and of what.
struct Phrase {
    words: Run,
    event: Named,
}

/// What the anniversary of a sentence, held against the fact that it is of, comes to.
pub(super) fn bind(scene: &Scene<'_, '_>) -> Option<Binding> {
    let &[(word, years)] = scene.sentence.anniversaries.as_slice() else { return None };
    let (date, held) = scene.only_date()?;
    let anniversary = find(scene, word, years)?;
    if !scene.is_asserted(&[anniversary.words]) {
        return None;
    }
    let phrase = phrase(scene, &anniversary)?;
    if !falls_on(scene, phrase.words, scene.sentence.place_of(scene.place.claims[date].span)) {
        return None;
    }
    let fact = &scene.place.facts.facts[phrase.event.fact];
    let of_event = years_of_fact(fact);
    // “The anniversary of its founding in 1974” gives the day of the event.
    if of_event.iter().any(|event| event.0 <= held.1 && held.0 <= event.1) {
        return None;
    }
    let since = |event: &Years| (held.0 - event.1, held.1 - event.0);
    let (least, most) = of_event.first().map(since).filter(|(least, _)| *least > 0)?;
    let agrees = of_event.iter().map(since).any(|(least, most)| (least..=most).contains(&anniversary.years));
    let follows = Follows::Years {
        years: in_words(least, most),
        said: scene.sentence.text_of(anniversary.words).to_owned(),
        until: scene.place.text.get(scene.place.claims[date].span.range())?.to_owned(),
    };
    Some(scene.years_binding(anniversary.ordinal.unwrap_or(date), &phrase.event, follows, agrees))
}

fn find(scene: &Scene<'_, '_>, word: Run, years: u16) -> Option<Anniversary> {
    if years > 0 {
        return Some(Anniversary { years: years.into(), words: word, ordinal: None });
    }
    let touches = |offset: &usize| scene.sentence.place_of(scene.place.claims[*offset].span).1 == word.0;
    let ordinal = (0..scene.place.claims.len()).find(touches)?;
    let claim = &scene.place.claims[ordinal];
    let Value::Amount { low, high: None, .. } = &claim.value else { return None };
    let first = scene.sentence.place_of(claim.span).0;
    (claim.kind == Kind::Ordinal && claim.hedge.is_none()).then_some(Anniversary {
        years: low.to_i64()?,
        words: (first, word.1),
        ordinal: Some(ordinal),
    })
}

/// Whose anniversary it is, and of which event: “its 100th anniversary”, “the centenary of the founding of Quill Works”.
fn phrase(scene: &Scene<'_, '_>, anniversary: &Anniversary) -> Option<Phrase> {
    /// “of the signing of the Agreement for Bringing Peace to Afghanistan”.
    const LONGEST: usize = 12;
    let sentence = scene.sentence;
    let (first, end) = anniversary.words;
    let start = first.checked_sub(1).filter(|at| scene.has(*at, &Meaning::Role(Role::The))).unwrap_or(first);
    if scene.has(end, &Meaning::Role(Role::Of)) {
        let ends = |at: &usize| {
            sentence.shape(*at) == Shape::Mark && !matches!(sentence.text(*at), "'" | "’")
                || sentence.breaks.contains(at)
                || scene.leads_to_date(*at)
                || sentence.beside(Beside::Marks, *at..*at + 1).next().is_some()
                || sentence.beside(Beside::Link, *at..*at + 1).next().is_some()
        };
        let stop = (end + 1..end + 1 + LONGEST).find(ends)?;
        let event = scene.event_in((end + 1, stop)).or_else(|| by_name(scene, (end + 1, stop)))?;
        return Some(Phrase { words: (start, stop), event });
    }
    let before = first.checked_sub(1)?;
    let (subject, start) = if scene.stands_for_subject(before) {
        (scene.only_subject()?, before)
    } else {
        let owner = if sentence.is_possessive(before) { before.checked_sub(1)? } else { before };
        let owns = matches!(sentence.text(owner), "'" | "’");
        let mention = scene.mentions.iter().find(|mention| owns && mention.words.1 == owner)?;
        (mention.subject, mention.words.0)
    };
    let start = start.checked_sub(1).filter(|at| scene.has(*at, &Meaning::Role(Role::The))).unwrap_or(start);
    let event = Named { fact: scene.founded(subject)?, subject, words: anniversary.words };
    Some(Phrase { words: (start, end), event })
}

/// “The 50th anniversary of Quill Works”, “of the Harby disaster”: nothing but the name.
fn by_name(scene: &Scene<'_, '_>, region: Run) -> Option<Named> {
    let the = usize::from(scene.has(region.0, &Meaning::Role(Role::The)));
    let fills = |mention: &&Mention| mention.is_named() && mention.words.1 == region.1;
    let mention = scene.mentions.iter().find(|mention| {
        let whole = mention.words.0 == region.0 || mention.words.0 == region.0 + the;
        fills(mention) && whole
    })?;
    // What has an article may be an event itself.
    let event = || scene.only_day(mention.subject, |_| true).filter(|_| the > 0);
    let fact = scene.founded(mention.subject).or_else(event)?;
    Some(Named { fact, subject: mention.subject, words: mention.words })
}

/// Whether a date is the day on which an anniversary falls or is marked.
fn falls_on(scene: &Scene<'_, '_>, phrase: Run, date: Run) -> bool {
    let sentence = scene.sentence;
    let marks = |at: usize| sentence.beside(Beside::Marks, at..at + 1).next().is_some();
    let before = phrase.0.checked_sub(1);
    let marked = before.is_some_and(marks);
    if date.1 <= phrase.0 {
        // “Since 2010 …” is another matter.
        let led = date.0.checked_sub(1).is_none_or(|at| scene.leads_to_date(at));
        let beside = before == Some(date.1) && sentence.text(date.1) == ",";
        let first = date.0 <= 1 && !(date.1..phrase.0).any(|at| sentence.breaks.contains(&at));
        return led && (beside || first && marked);
    }
    let told = marked || before.is_none_or(|at| scene.leads_to_date(at));
    let gap = phrase.1..date.0;
    let leads = |at: usize| sentence.text(at) == "," || scene.leads_to_date(at);
    let happens = |at: usize| marks(at) || sentence.beside(Beside::Link, at..at + 1).next().is_some();
    told && gap.clone().all(|at| leads(at) || happens(at)) && gap.filter(|at| happens(*at)).count() <= 2
}
