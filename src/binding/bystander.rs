//! Whether a length is that of a thing which only stands beside the subject: “a crack 30 cm long was found in Harlow Bridge”,
//! “a 30 m long ship hit it”.

use super::candidate::Scene;
use super::index::Mention;
use super::owner::is_article;
use super::sentence::{Run, Shape};
use super::words::Case;
use crate::language::{Beside, Meaning, Role};

/// Whether a noun beside a value with its cue right behind has the measure, and is not the subject.
pub(super) fn has_it(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    /// “The 1,204 m long steel Harlow Bridge”.
    const FEW: usize = 1;
    let sentence = scene.sentence;
    if is_told_before(scene, mention, (cue.0.min(here.0), cue.1.max(here.1))) {
        return true;
    }
    if cue.0 != here.1 {
        return false;
    }
    let noun = |at: usize| {
        let link = sentence.beside(Beside::Link, at..at + 1).next().is_some();
        // The first word of a sentence has a capital.
        let small = at == 0 || sentence.words[at].case == Case::Lower;
        sentence.shape(at) == Shape::Content && !link && small
    };
    // “A 30 m long ship”.
    let front = here.0.checked_sub(1);
    if let Some(article) = front.filter(|at| is_article(sentence, *at) && noun(cue.1)) {
        let end = (cue.1..sentence.words.len()).find(|at| sentence.shape(*at) != Shape::Content);
        let end = end.unwrap_or(sentence.words.len());
        // A name has no “a”, and behind more words a verb may stand: “the 30 m long ship hit Harlow Bridge”.
        let definite = sentence.beside(Beside::Definite, article..article + 1).next().is_some();
        let named = definite && (cue.1..end.min(cue.1 + FEW + 1)).contains(&mention.words.0);
        return !named && !is_said_of(scene, mention, article);
    }
    // “A crack 30 cm long”, “queues 3 km long”.
    let Some(last) = front.filter(|at| noun(*at) && !sentence.language.has_adverb_ending(sentence.text(*at)))
    else {
        return false;
    };
    let first = (0..=last).rev().take_while(|at| noun(*at)).last().unwrap_or(last);
    if mention.words.0 <= last && first < mention.words.1 {
        return false;
    }
    let article = first.checked_sub(1).filter(|at| is_article(sentence, *at));
    match article {
        Some(article) => !is_said_of(scene, mention, article),
        None => mention.words.0 >= here.1 && !sentence.has_mark(here.1..mention.words.0, &[","]),
    }
}

/// “A bell hangs at a height of 125 metres”, “he climbed to a height of 200 metres”: where something is, not how high the subject
/// is, unless the subject itself stands there: “Mount Orrin rises to a height of 5,895 metres”.
pub(super) fn is_position(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    let of = scene.has(cue.1, &Meaning::Role(Role::Of)) && cue.1 < here.0;
    let Some(article) = cue.0.checked_sub(1).filter(|at| of && is_article(sentence, *at)) else {
        return false;
    };
    let Some((at, _)) = sentence.ends_at(Beside::Reaching, article) else { return false };
    // “At a height of 5,895 metres, Mount Orrin is …”.
    let behind = || {
        let link = mention.words.1;
        sentence.text(here.1) == "," && sentence.beside(Beside::Singular, link..link + 1).next().is_some()
    };
    if mention.words.0 > here.0 {
        return !behind();
    }
    // “Stands at a height of”, “rising to a height of”.
    let verb = (mention.words.1..at).filter(|at| sentence.text(*at) != ",").count();
    verb != 1
}

/// “Harlow Bridge is a …”, “Harlow Bridge, a …”: what follows the article is what the subject is.
fn is_said_of(scene: &Scene<'_, '_>, mention: &Mention, article: usize) -> bool {
    let sentence = scene.sentence;
    let Some(before) = article.checked_sub(1).filter(|before| mention.words.1 <= *before) else {
        return false;
    };
    let is = sentence.beside(Beside::Link, before..article).next().is_some()
        && sentence.beside(Beside::Has, before..article).next().is_none()
        && !sentence.breaks.iter().any(|at| (mention.words.1 + 1..before).contains(at));
    is || before == mention.words.1 && sentence.text(before) == ","
}

/// “A ship with a length of 30 m hit Harlow Bridge”: a noun stands in front of the measure, and the subject only behind it.
fn is_told_before(scene: &Scene<'_, '_>, mention: &Mention, measure: Run) -> bool {
    let sentence = scene.sentence;
    let front = (0..mention.words.0).rev().find(|at| !is_article(sentence, *at));
    let comma = front.is_some_and(|at| sentence.text(at) == ",");
    let claimed = |at: usize| {
        let mut places = scene.place.claims.iter().map(|claim| sentence.place_of(claim.span));
        places.any(|run| run.0 <= at && at < run.1)
    };
    let neutral = |at: usize| sentence.beside(Beside::Neutral, at..at + 1).next().is_some();
    let noun = |at: usize| sentence.shape(at) == Shape::Content && !claimed(at) && !neutral(at);
    mention.words.0 >= measure.1 && !comma && (0..measure.0).any(noun)
}
