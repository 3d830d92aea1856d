//! Whether a value is that of several subjects together: “Norland and Suria had 16 million people”.

use super::candidate::{Candidate, Scene};
use super::index::Mention;
use super::owner::{is_article, preposition};
use super::sentence::{Run, Shape};
use super::time::is_date;
use super::words::Case;
use crate::language::{AgeCue, Beside, Meaning, Role, Told};

/// Whether an amount may be a sum over the subject and others.
pub(super) fn is_sum(scene: &Scene<'_, '_>, best: &Candidate) -> bool {
    let sentence = scene.sentence;
    let claim = &scene.place.claims[best.offset];
    let (mention, here) = (&scene.mentions[best.mention], sentence.place_of(claim.span));
    let Some(cue) = best.cue else { return false };
    if is_date(claim) || scene.order.has(best.offset) {
        return false;
    }
    // A couple’s children are those of each.
    if sentence.beside(Beside::Person, cue.1.saturating_sub(1)..cue.1).next().is_some() {
        return false;
    }
    is_told_together(scene, best, cue, here) || mention.is_named() && is_joined(scene, mention, cue, here)
}

/// “Together with Suria, Norland has …”, “a combined population of …”.
fn is_told_together(scene: &Scene<'_, '_>, best: &Candidate, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    let fact = &scene.place.facts.facts[best.fact];
    let mut told = sentence.beside(Beside::Together, 0..sentence.words.len());
    told.any(|run| {
        let (from, to) = (run.0.min(here.0), run.0.max(here.0));
        let apart = sentence.breaks.iter().any(|at| (from + 1..to).contains(at))
            || sentence.has_mark(from..to, &[";"]);
        let word = sentence.text(run.0);
        let is_in = |text: &str| text.split(' ').any(|part| part.eq_ignore_ascii_case(word));
        let own =
            cue.0 <= run.0 && run.0 < cue.1 || is_in(&fact.text) || fact.cues.iter().any(|cue| is_in(cue));
        !apart && !own
    })
}

/// “Norland and Suria had …”, “the population of Norland and its colonies is …”.
fn is_joined(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    let and = |at: usize| scene.has(at, &Meaning::Role(Role::And));
    let first = (0..mention.words.0).rev().find(|at| !is_article(sentence, *at));
    let in_front = first.filter(|at| and(*at)).and_then(|at| at.checked_sub(1));
    let name_in_front = in_front.is_some_and(|at| is_name(scene, at, mention));
    let end = end_of_list(scene, mention);
    let behind = if and(end) { other_behind(scene, mention, cue, end + 1) } else { None };
    if !name_in_front && behind.is_none() || mention.words.0 >= cue.0.max(here.0) {
        return false;
    }
    let end = behind.unwrap_or(end);
    let of = name_in_front || preposition(sentence, mention).is_some();
    let led = preposition(sentence, mention)
        .is_some_and(|at| (cue.0..=cue.1).contains(&at) || scene.has(at, &Meaning::Role(Role::In)));
    let singular = sentence.beside(Beside::Singular, end..end + 1).next().is_some();
    let verb = sentence.beside(Beside::Link, end..end + 1).next().is_some();
    let possessive = matches!(sentence.text(end), "'" | "’");
    led || possessive && !of_each(scene, end) || verb && !singular && (of || behind.is_some())
}

/// One past the subject and the names that commas join to it: the “Norland, Suria” of “Norland, Suria and Loria”.
fn end_of_list(scene: &Scene<'_, '_>, mention: &Mention) -> usize {
    let own = mention.words.1;
    let mut end = own;
    let sentence = scene.sentence;
    while sentence.text(end) == "," {
        let names = (end + 1..sentence.words.len()).take_while(|at| is_name(scene, *at, mention)).count();
        if names == 0 {
            return own;
        }
        end += 1 + names;
    }
    end
}

/// “Both have”.
fn of_each(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.sentence.beside(Beside::Each, at..at + 1).next().is_some()
}

/// Whether a name of something else ends at a word.
fn is_name(scene: &Scene<'_, '_>, at: usize, but: &Mention) -> bool {
    let sentence = scene.sentence;
    let own = scene
        .mentions
        .iter()
        .any(|other| other.subject == but.subject && other.words.0 <= at && at < other.words.1);
    let capital = sentence.words.get(at).is_some_and(|word| word.case != Case::Lower);
    capital && sentence.shape(at) == Shape::Content && !own
}

/// The end of what is joined to a subject by “and”: a name, or “its colonies”.
fn other_behind(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, at: usize) -> Option<usize> {
    /// “Its smaller neighbours”.
    const FEW: usize = 4;
    let sentence = scene.sentence;
    let article = is_article(sentence, at)
        || scene.has(at, &Meaning::Told(Told::Its))
        || scene.has(at, &Meaning::Age(AgeCue::Whose));
    let first = at + usize::from(article);
    let content = |at: &usize| {
        let link = sentence.beside(Beside::Link, *at..*at + 1).next().is_some();
        sentence.shape(*at) == Shape::Content && !link && !(cue.0..cue.1).contains(at)
    };
    let end = first + (first..first + FEW).take_while(content).count();
    let named = article || is_name(scene, first, mention);
    (named && end > first).then_some(end)
}
