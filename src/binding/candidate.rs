//! The claims and facts of one sentence, and which belong together.

use rustc_hash::FxHashMap;

use super::Binding;
use super::doubt::doubt;
use super::index::Mention;
use super::sentence::{FARTHEST, Near, Place, Sentence};
use super::words::words;
use crate::claims::Claim;
use crate::facts::{Fact, Pattern};
use crate::span::Span;
use crate::value::{Measure, Value};
use crate::verdict::compare;

/// What is longer, in bytes, is no sentence but a list without full stops: nothing in it is said of
/// anything else in it, and looking would cost the square of its length.
const LONGEST: u32 = 4_000;

/// Two distances that differ by no more are the same to a reader.
const TIE: u32 = 2;

/// Brings the claims of a sentence and the facts together.
pub(super) fn bind(place: &Place<'_>) -> Vec<Binding> {
    let Some(claim) = place.claims.first() else { return Vec::new() };
    let block = &place.document.blocks[claim.block as usize];
    let span = block.sentences[claim.sentence as usize];
    if span.len() > LONGEST {
        return Vec::new();
    }
    let text = &block.text[span.range()];
    if !place.index.keys.are_in(text, place.language) {
        return Vec::new();
    }
    let sentence = Sentence::new(text, span.start, place.language);
    let phrases = place.index.phrases_in(&sentence.words, place.language);
    let mentions = place.index.mentions_in(&sentence.words, &phrases);
    let mut candidates = Vec::new();
    for mention in &mentions {
        for &fact in &place.index.facts_of[mention.subject] {
            candidates.extend(best_claim(place, &sentence, mention, &phrases, fact));
        }
    }
    best_fact(candidates)
}

/// The claim of the sentence that a fact of a subject mentioned there is about, if one is.
fn best_claim(
    place: &Place<'_>,
    sentence: &Sentence<'_>,
    mention: &Mention,
    phrases: &FxHashMap<u32, Vec<(usize, usize)>>,
    number: usize,
) -> Option<Binding> {
    let fact = &place.facts.facts[number];
    let cues: Vec<(usize, usize)> =
        place.index.cues_of[number].iter().filter_map(|cue| phrases.get(cue)).flatten().copied().collect();
    let pattern = fact.pattern.as_ref().map(|pattern| matched(place, pattern));
    if cues.is_empty() && pattern.is_none() {
        return None;
    }
    let mut near: Vec<Near> = Vec::new();
    for (offset, claim) in place.claims.iter().enumerate() {
        let Some(agrees) = fits(place, fact, claim).then(|| compare(claim, fact)).flatten() else { continue };
        let here = sentence.place_of(claim.span);
        // The 2020 of “the 2020 presidential election” is a name's, not a value.
        if mention.named && here.0 < mention.words.1 && mention.words.0 < here.1 {
            continue;
        }
        let cue = cues.iter().copied().min_by_key(|cue| sentence.distance(*cue, here));
        let to_cue = match (&pattern, cue) {
            (Some(Some(value)), _) if value.overlaps(claim.span) => 0,
            (None, Some(cue)) => sentence.distance(cue, here),
            (Some(_), _) | (None, None) => continue,
        };
        let to_name = if mention.named { sentence.distance(mention.words, here) / 2 } else { 0 };
        if to_cue <= FARTHEST {
            near.push(Near { distance: to_cue + to_name, offset, cue, agrees });
        }
    }
    // A claim that agrees is the one that is meant, wherever it stands.
    let best = near.iter().min_by_key(|near| (!near.agrees, near.distance))?;
    let doubt = if best.agrees {
        None
    } else if near.iter().any(|other| rival(place, sentence, best, other)) {
        Some("another value stands just as near".into())
    } else {
        doubt(place, sentence, fact, mention, best)
    };
    Some(Binding {
        claim: place.first + best.offset,
        fact: number,
        distance: best.distance,
        agrees: best.agrees,
        doubt,
        why: why(place, sentence, mention, best.cue),
    })
}

/// Whether a reader could take the one claim as well as the other: both are as near, or they stand side by
/// side. A length and the same length in feet are one value.
fn rival(place: &Place<'_>, sentence: &Sentence<'_>, best: &Near, other: &Near) -> bool {
    let claim = |near: &Near| &place.claims[near.offset];
    let unit = |near: &Near| match &claim(near).value {
        Value::Amount { measure: Measure::Unit(unit), .. } => Some(unit.name.clone()),
        _ => None,
    };
    let apart = || {
        let places = [best, other].map(|near| sentence.place_of(claim(near).span));
        sentence.distance(places[0], places[1])
    };
    best.offset != other.offset
        && unit(best) == unit(other)
        && (other.distance.abs_diff(best.distance) <= TIE || apart() <= TIE)
}

fn matched(place: &Place<'_>, pattern: &Pattern) -> Option<Span> {
    let claim = place.claims.first()?;
    let block = &place.document.blocks[claim.block as usize];
    let sentence = block.sentences[claim.sentence as usize];
    let captures = pattern.captures(&block.text[sentence.range()])?;
    let value = captures.name("value")?;
    Some(Span::of(&value.range()).shifted(sentence.start))
}

/// Whether a count counts what the fact counts: 5,000 prisoners are no 5,000 soldiers.
fn fits(place: &Place<'_>, fact: &Fact, claim: &Claim) -> bool {
    let Some(noun) = fact.is.parts.noun else { return true };
    let stems = |text: &str| -> Vec<String> {
        words(text).iter().map(|word| super::stem::stem(word.text, &place.language.endings)).collect()
    };
    let Some(head) = fact.text.get(noun.range()).map(stems).and_then(|mut stems| stems.pop()) else {
        return true;
    };
    let block = &place.document.blocks[claim.block as usize];
    claim.parts.noun.is_some_and(|noun| stems(&block.text[noun.range()]).contains(&head))
}

fn why(
    place: &Place<'_>,
    sentence: &Sentence<'_>,
    mention: &Mention,
    cue: Option<(usize, usize)>,
) -> Vec<String> {
    let block = &place.document.blocks[place.claims[0].block as usize];
    let text = |(first, last): (usize, usize)| {
        let span = sentence.words.get(first).zip(sentence.words.get(last.saturating_sub(1)));
        span.map_or("", |(first, last)| &block.text[first.span.to(last.span).range()])
    };
    let subject = &place.facts.subjects[mention.subject].name;
    let mut why = vec![if mention.named {
        format!("“{}” names the subject", text(mention.words))
    } else {
        format!("the sentence describes “{subject}”")
    }];
    why.extend(cue.map(|cue| format!("cue “{}”", text(cue))));
    why
}

/// Of several facts for one claim: the one that agrees, else the nearest; equally near ones are in doubt.
fn best_fact(mut candidates: Vec<Binding>) -> Vec<Binding> {
    candidates.sort_by_key(|binding| (binding.claim, !binding.agrees, binding.distance, binding.fact));
    let mut best: Vec<Binding> = Vec::new();
    for group in candidates.chunk_by(|one, next| one.claim == next.claim) {
        let Some(first) = group.first() else { continue };
        let mut chosen = first.clone();
        let rival = group[1..]
            .iter()
            .any(|other| other.fact != first.fact && other.distance.abs_diff(first.distance) <= TIE);
        if !first.agrees && rival && chosen.doubt.is_none() {
            chosen.doubt = Some("another fact fits just as well".into());
        }
        best.push(chosen);
    }
    best
}
