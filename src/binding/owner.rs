//! Whether a value is the subject's own, or that of something which is only named by it: “the hut on Mount Orrin”,
//! “Norland’s largest lake”, “after the treaty, …”.

use super::bystander;
use super::candidate::{Candidate, Scene, is_dated};
use super::index::{By, Mention};
use super::sentence::{Run, Sentence, Shape};
use super::words::Case;
use crate::language::{Beside, Meaning, Role, Told};
use crate::value::{Measure, Value};

/// Why the value may be another's; `None` if nothing speaks for it.
pub(super) fn another(scene: &Scene<'_, '_>, best: &Candidate) -> Option<&'static str> {
    let (sentence, mention) = (scene.sentence, &scene.mentions[best.mention]);
    let here = sentence.place_of(scene.place.claims[best.offset].span);
    let fact = &scene.place.facts.facts[best.fact];
    let Some(cue) = best.cue else {
        if best.follows.is_some() && has_possession(scene, mention, here, here) {
            return Some("the value may be of something that belongs to the subject");
        }
        let named = fact.pattern.is_some() && mention.by == By::Name;
        let comma =
            named && sentence.text(mention.words.1) == "," && preposition(sentence, mention).is_some();
        return match () {
            () if fact.pattern.is_none() => None,
            () if !opens_sentence(scene, mention, here) => {
                Some("words in front of the subject may change what is meant")
            }
            () if comma => Some("the subject stands in an opening phrase"),
            () => None,
        };
    };
    if has_possession(scene, mention, cue, here) {
        return Some("the value may be of something that belongs to the subject");
    }
    if mention.by != By::Name {
        return None;
    }
    let value = &scene.place.claims[best.offset].value;
    if matches!(value, Value::Amount { measure: Measure::Unit(_), .. }) {
        if bystander::is_position(scene, mention, cue, here) {
            return Some("the height may be that of a place on the subject");
        }
        if bystander::has_it(scene, mention, cue, here) {
            return Some("the measure may be that of something beside the subject");
        }
    }
    let first = mention.words.0 < cue.0.min(here.0);
    if first && mention.words.1 <= cue.0 && is_object(scene, mention) {
        return Some("the subject stands in a clause about something else");
    }
    if first && is_complement(scene, mention, is_dated(fact)) {
        return Some("the subject only says which thing is meant");
    }
    if first && is_dated(fact) && opens_phrase(sentence, mention, cue) {
        return Some("the subject stands in an opening phrase");
    }
    if is_of_another_name(scene, cue) || first && another_goes_on(scene, mention, cue) {
        return Some("the cue is another name's");
    }
    None
}

/// Whether an article stands at a word.
pub(super) fn is_article(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.beside(Beside::Definite, at..at + 1).next().is_some()
        || sentence.language.lexicon.has(sentence.text(at), &Meaning::Role(Role::A))
}

/// The function word in front of a subject, past articles.
pub(super) fn preposition(sentence: &Sentence<'_>, mention: &Mention) -> Option<usize> {
    // “The Republic of Fiji”.
    if sentence.ends_at(Beside::Neutral, mention.words.0).is_some() {
        return None;
    }
    let at = (0..mention.words.0).rev().find(|at| !is_article(sentence, *at))?;
    let links = sentence.beside(Beside::Link, at..at + 1).next().is_some();
    let joins = [Role::And, Role::Or, Role::But]
        .iter()
        .any(|role| sentence.language.lexicon.has(sentence.text(at), &Meaning::Role(*role)));
    let stands = sentence.ends_at(Beside::Around, at + 1).is_some();
    ((sentence.shape(at) == Shape::Stop || stands) && !links && !joins).then_some(at)
}

/// “The hut on Mount Orrin”, “the first debate of the election”: a noun that is no cue stands in front of the
/// preposition.
fn is_complement(scene: &Scene<'_, '_>, mention: &Mention, dated: bool) -> bool {
    let sentence = scene.sentence;
    // “after” and “since” may begin a clause as well.
    let leads = preposition(sentence, mention).filter(|at| dated || !sentence.breaks.contains(at));
    let Some(noun) = leads.and_then(|at| at.checked_sub(1)) else { return false };
    let in_cue = scene.cues.all().any(|(run, _)| run.0 <= noun && noun < run.1);
    let number = sentence.text(noun).starts_with(|c: char| c.is_ascii_digit());
    sentence.shape(noun) == Shape::Content && !in_cue && !number
}

/// “The pact that amended the treaty was signed on …”, “the protocol amending the treaty …”: a verb behind a noun has the
/// subject for its object.
fn is_object(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    /// “that has since replaced”.
    const FEW: usize = 4;
    let sentence = scene.sentence;
    let Some(verb) = (0..mention.words.0).rev().find(|at| !is_article(sentence, *at)) else { return false };
    let plain = sentence.shape(verb) == Shape::Content && sentence.words[verb].case == Case::Lower;
    let in_cue = scene.cues.all().any(|(run, _)| run.0 <= verb && verb < run.1);
    if verb == 0 || !plain || in_cue {
        return false;
    }
    let noun = |at: usize| sentence.shape(at) == Shape::Content && at > 0;
    let relative = (verb.saturating_sub(FEW)..verb).any(|at| {
        at > 0 && scene.has(at, &Meaning::Told(Told::Relative)) && !sentence.has_mark(at..verb, &[",", ";"])
    });
    let participle =
        sentence.language.present_endings.iter().any(|ending| sentence.text(verb).ends_with(ending.as_str()));
    relative || participle && noun(verb - 1)
}

/// “After the treaty, the king died on …”: nothing but function words in front, and a comma behind.
fn opens_phrase(sentence: &Sentence<'_>, mention: &Mention, cue: Run) -> bool {
    let starts = (0..mention.words.0).all(|at| sentence.shape(at) == Shape::Stop);
    let comma = sentence.text(mention.words.1) == "," && mention.words.1 < cue.0;
    starts && comma && preposition(sentence, mention).is_some()
}

/// “Norland’s largest lake covers …”, “its neighbour has …”: what is possessed is no cue.
fn has_possession(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    // “Ada Brown’s husband died”: a verb is no part of what is possessed.
    let past = |at: usize| sentence.language.has_past_ending(sentence.text(at));
    let end = mention.words.1;
    let possessive = matches!(sentence.text(end), "'" | "’");
    let pronoun = mention.by == By::Topic
        && sentence.beside(Beside::Pronoun, mention.words.0..end).next().is_some()
        && sentence.beside(Beside::Link, end..end + 1).next().is_none();
    let mut at = match (possessive, pronoun) {
        (true, _) => end + 1 + usize::from(sentence.is_possessive(end + 1)),
        (_, true) => end,
        _ => return false,
    };
    let first = at;
    while sentence.shape(at) == Shape::Content {
        if (cue.0..cue.1).contains(&at) || (here.0..here.1).contains(&at) {
            return at > first && past(at);
        }
        at += 1;
    }
    at > first
}

/// “Norland recognised the independence of Loria on …”.
fn is_of_another_name(scene: &Scene<'_, '_>, cue: Run) -> bool {
    let sentence = scene.sentence;
    if !sentence.language.lexicon.has(sentence.text(cue.1), &Meaning::Role(Role::Of)) {
        return false;
    }
    let name = cue.1 + 1 + usize::from(is_article(sentence, cue.1 + 1));
    let capital = sentence.words.get(name).is_some_and(|word| word.case != Case::Lower);
    let known = scene.mentions.iter().any(|mention| mention.words.0 <= name && name < mention.words.1);
    capital && !known && sentence.shape(name) == Shape::Content
}

/// “Norland is the size of Suria, whose area is …”: a name that is no subject goes on in its own clause.
fn another_goes_on(scene: &Scene<'_, '_>, mention: &Mention, cue: Run) -> bool {
    let sentence = scene.sentence;
    (mention.words.1..cue.0.saturating_sub(2)).any(|at| {
        let name = sentence.words[at].case != Case::Lower && sentence.shape(at) == Shape::Content;
        name && sentence.text(at + 1) == "," && sentence.breaks.contains(&(at + 2))
    })
}

/// Whether nothing but function words and marks stands in front of what a pattern matches: “half the speed of light is …”.
fn opens_sentence(scene: &Scene<'_, '_>, mention: &Mention, here: Run) -> bool {
    let first = mention.words.0.min(here.0);
    let clause = (0..first).rev().find(|at| matches!(scene.sentence.text(*at), ";" | ":" | "“" | "\""));
    // “One light-year”.
    let one = |at: usize| scene.sentence.language.lexicon.has(scene.sentence.text(at), &Meaning::Cardinal(1));
    let content = |at: usize| scene.sentence.shape(at) == Shape::Content && !one(at);
    !(clause.map_or(0, |at| at + 1)..first).any(content)
}
