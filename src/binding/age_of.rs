//! Whose age it is: that of the name in front of its comma, or of the subject of its clause, if no other person stands nearer.

use std::ops::Range;

use super::candidate::Scene;
use super::index::Mention;
use super::owner::{is_article, preposition};
use super::sentence::{Run, Shape};
use super::words::Case;
use crate::language::{AgeCue, Beside, Meaning, Role, Told};

/// How an age is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// “The 95-year-old Ada Bell”: as a newspaper has it.
    Front,
    /// “Ada Bell, 95, …”: the same behind the name.
    Apposition,
    /// “Ada Bell was 20 years old in …”, “died aged 92”.
    Told,
}

/// How the age of a subject is given; `None` if it is another’s, or may be.
pub(super) fn form(scene: &Scene<'_, '_>, mention: &Mention, here: Run) -> Option<Form> {
    if here.1 <= mention.words.0 { in_front(scene, mention, here) } else { behind(scene, mention, here) }
}

fn in_front(scene: &Scene<'_, '_>, mention: &Mention, (first, end): Run) -> Option<Form> {
    let (sentence, name) = (scene.sentence, mention.words.0);
    let straight = |range: Range<usize>| range.into_iter().all(|at| sentence.shape(at) == Shape::Content);
    if straight(end..name) {
        return (!has_subject(scene, mention, end..name)).then_some(Form::Front);
    }
    // “Aged 60, Ada Bell …”, “in 1990, aged 60, Ada Bell …”.
    let comma = name.checked_sub(1).filter(|at| sentence.text(*at) == ",")?;
    let dated = |at: usize| in_claim(scene, at);
    let said = |at: usize| {
        sentence.shape(at) == Shape::Content && !dated(at)
            || sentence.beside(Beside::Link, at..at + 1).next().is_some()
    };
    let attributive = first.checked_sub(1).is_some_and(|at| is_article(sentence, at));
    let opens = !(0..first).any(said) && !(end..comma).any(said) && !attributive;
    opens.then_some(Form::Told)
}

fn behind(scene: &Scene<'_, '_>, mention: &Mention, (first, end): Run) -> Option<Form> {
    let (sentence, name) = (scene.sentence, mention.words.1);
    let comma = first.checked_sub(1).filter(|at| sentence.text(*at) == ",");
    if comma == Some(name) {
        // “The son of Ada Bell, 40, came”, “the book by Ada Bell, 40 years old, …”.
        let leads = preposition(sentence, mention);
        let before = leads.and_then(|at| at.checked_sub(1));
        let of_noun =
            before.is_some_and(|at| is_person(scene, at)) || leads.is_some() && is_old(scene, (first, end));
        return (!of_noun).then_some(Form::Apposition);
    }
    if has_person(scene, mention, behind_own(scene, name, first)..first) || has_relative(scene, name, first) {
        return None;
    }
    if let Some(comma) = comma {
        let last = comma - 1;
        let names = is_name(scene, mention, last);
        if names && !place_of(scene, last).is_some_and(|at| leads_to_place(scene, at)) {
            return None;
        }
        // “Quill, a teacher from Kestrel, 59,”.
        if end == first + 1 {
            return Some(Form::Apposition);
        }
    }
    if is_of_noun(scene, name, (first, end)) || is_object(scene, mention) {
        return None;
    }
    Some(Form::Told)
}

/// “A 25-year-old engineer”, “the house was 95 years old”: a noun has the age, unless it says who the subject is.
fn is_of_noun(scene: &Scene<'_, '_>, name: usize, (first, end): Run) -> bool {
    let sentence = scene.sentence;
    let link = |at: usize| sentence.beside(Beside::Link, at..at + 1).next().is_some();
    let before = first - 1;
    let article = is_article(sentence, before);
    let from = if article { before.saturating_sub(1) } else { before };
    let apposed = article && from == name && sentence.text(from) == ",";
    if first == name {
        // “Ada Bell aged 60”, but “Ada Bell 25-year-old son”.
        return is_old(scene, (first, end));
    }
    if from < name {
        return true;
    }
    let noun_in_front = |at: usize| {
        let small = sentence.words.get(at).is_some_and(|word| word.case == Case::Lower);
        let adverb = sentence.language.has_adverb_ending(sentence.text(at));
        at >= name && sentence.shape(at) == Shape::Content && small && !adverb && !in_claim(scene, at)
    };
    if link(from) {
        return from > name && noun_in_front(from - 1);
    }
    let attributive = article || sentence.shape(end) == Shape::Content && sentence.text(first) != ",";
    attributive && is_old(scene, (first, end)) && !apposed
}

/// “69-year-old”, and not “aged 69”.
fn is_old(scene: &Scene<'_, '_>, (first, end): Run) -> bool {
    (first..end).any(|at| scene.has(at, &Meaning::Age(AgeCue::After)))
}

/// Whether the subject stands in a phrase or clause about somebody else: “Tom Reed, who wrote a life of Karl Lund, died …”.
fn is_object(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let sentence = scene.sentence;
    let in_cue = |at: usize| scene.cues.all().any(|(run, _)| run.0 <= at && at < run.1);
    // “The death of Ada Bell at the age of 92”.
    if let Some(at) = preposition(sentence, mention)
        && !sentence.breaks.contains(&at)
        && !scene.has(at, &Meaning::Told(Told::Relative))
        && !at.checked_sub(1).is_some_and(in_cue)
    {
        return true;
    }
    let front = mention.words.0;
    let ends = |at: &usize| {
        sentence.breaks.contains(at)
            || scene.has(*at, &Meaning::Told(Told::Relative))
            || matches!(sentence.text(*at), ";" | ":")
    };
    let start = (0..front).rev().find(ends);
    // “who met Karl Lund”.
    let relative = |at: usize| {
        at + 1 < front && scene.has(at, &Meaning::Told(Told::Relative)) && sentence.breaks.contains(&at)
    };
    start.is_some_and(relative) || has_subject(scene, mention, start.map_or(0, |at| at + 1)..front)
}

/// Whether another person is the subject of the words in front of a name: not one who is the same, “the British singer”.
fn has_subject(scene: &Scene<'_, '_>, mention: &Mention, range: Range<usize>) -> bool {
    let sentence = scene.sentence;
    let content = |at: &usize| sentence.shape(*at) == Shape::Content;
    let titles = range.clone().rev().take_while(content).last().unwrap_or(range.end);
    let pronoun = |at: usize| scene.has(at, &Meaning::Told(Told::Pronoun));
    let others = range.start..titles;
    if others.clone().any(pronoun) || has_person(scene, mention, others) {
        return true;
    }
    // “The British singer Ada Bell”, but “Tom Reed met Ada Bell”.
    let article = titles.checked_sub(1).is_some_and(|at| is_article(sentence, at));
    let capital = |at: &usize| sentence.words[*at].case != Case::Lower && !in_claim(scene, *at);
    let Some(last) = (titles..range.end).rev().find(capital) else { return false };
    let two = last > titles && capital(&(last - 1));
    let past = |at: usize| sentence.language.has_past_ending(sentence.text(at));
    last + 1 < range.end && !article && (two || (last + 1..range.end).any(past))
}

/// Past what is said of the subject itself: “Ada Bell, a mother of three, …”.
fn behind_own(scene: &Scene<'_, '_>, name: usize, first: usize) -> usize {
    let sentence = scene.sentence;
    let apposed = sentence.text(name) == "," && is_article(sentence, name + 1);
    let noun = name + 2;
    let small = |at: &usize| sentence.shape(*at) == Shape::Content && sentence.words[*at].case == Case::Lower;
    if apposed { (noun..first).find(|at| !small(at)).unwrap_or(first) } else { name }
}

fn is_person(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.sentence.beside(Beside::Person, at..at + 1).next().is_some()
}

/// Whether somebody else is named in a range of words.
fn has_person(scene: &Scene<'_, '_>, mention: &Mention, range: Range<usize>) -> bool {
    let named = |at: usize| is_name(scene, mention, at) && place_of(scene, at).is_none();
    range.into_iter().any(|at| is_person(scene, at) || named(at))
}

/// Whether a clause about something that was named in between has begun: “a house that is 40 years old”.
fn has_relative(scene: &Scene<'_, '_>, name: usize, first: usize) -> bool {
    let own = name + 2;
    (own..first).any(|at| scene.has(at, &Meaning::Told(Told::Relative)))
}

fn in_claim(scene: &Scene<'_, '_>, at: usize) -> bool {
    let places = scene.place.claims.iter().map(|claim| scene.sentence.place_of(claim.span));
    places.into_iter().any(|run| run.0 <= at && at < run.1)
}

/// Whether a word with a capital may be another’s name.
fn is_name(scene: &Scene<'_, '_>, mention: &Mention, at: usize) -> bool {
    let sentence = scene.sentence;
    let capital = sentence.words.get(at).is_some_and(|word| word.case != Case::Lower);
    let inside = |run: Run| run.0 <= at && at < run.1;
    let next = sentence.words.get(at + 1).is_some_and(|word| word.case != Case::Lower);
    let own = |other: &Mention| other.subject == mention.subject && inside(other.words);
    capital
        && sentence.shape(at) == Shape::Content
        // “Yesterday”, “Mayor of”.
        && (at > 0 || next)
        && !scene.has(at + 1, &Meaning::Role(Role::Of))
        && !scene.mentions.iter().any(own)
        && !scene.cues.all().any(|(run, _)| inside(run))
        && !in_claim(scene, at)
}

/// The preposition in front of a name, if it has one: what stands behind it is no subject.
fn place_of(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let sentence = scene.sentence;
    let capital =
        |at: &usize| sentence.words[*at].case != Case::Lower && sentence.shape(*at) == Shape::Content;
    let first = (0..=at).rev().take_while(capital).last().unwrap_or(at);
    let before = (0..first).rev().find(|at| !is_article(sentence, *at))?;
    let joins = [Role::And, Role::Or, Role::But].iter().any(|role| scene.has(before, &Meaning::Role(*role)));
    let clause = sentence.breaks.contains(&before)
        || scene.has(before, &Meaning::Told(Told::Relative))
        || scene.has(before, &Meaning::Told(Told::Pronoun))
        || sentence.beside(Beside::Link, before..before + 1).next().is_some();
    (sentence.shape(before) == Shape::Stop && !joins && !clause).then_some(before)
}

/// “in Kelby”, “from Kelby”.
fn leads_to_place(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.leads_to_date(at) || scene.sentence.beside(Beside::Origin, at..at + 1).next().is_some()
}
