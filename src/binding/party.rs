//! Whether a day is that of another act than the fact's: one party's signature, the ratification in one country, talks in another
//! place, what was done about the event later.

use super::candidate::{Candidate, Scene};
use super::index::{By, Mention};
use super::owner::is_article;
use super::sentence::{Run, Sentence, Shape};
use super::words::Case;
use crate::claims::Claim;
use crate::language::{Beside, Meaning, Role};

/// Why a day may be another act's; `None` if nothing speaks for it.
pub(super) fn another_act(scene: &Scene<'_, '_>, best: &Candidate, claim: &Claim) -> Option<&'static str> {
    let (sentence, mention) = (scene.sentence, &scene.mentions[best.mention]);
    let (cue, here) = (best.cue?, sentence.place_of(claim.span));
    if cue.1 <= here.0 && has_other_verb(sentence, cue, here) {
        return Some("another verb follows the cue: it may tell what happened later");
    }
    if is_told_of(scene, mention, cue, here) {
        return Some("it may be the day on which something else was done about it");
    }
    if mention.by != By::Name {
        return None;
    }
    if signs_alone(scene, mention, cue) {
        return Some("it may be what one party did");
    }
    if is_local(scene, cue, here) {
        return Some("it may be what one country did");
    }
    is_one_of_many(sentence, mention, cue).then_some("it may have happened in another place")
}

/// Whether a word is a name's, or what else has a capital inside a sentence.
fn is_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    let capital = sentence.words.get(at).is_some_and(|word| word.case != Case::Lower);
    capital && sentence.shape(at) == Shape::Content
}

fn ends_past(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.shape(at) == Shape::Content && sentence.language.has_past_ending(sentence.text(at))
}

/// “The attack on Port Elm was avenged on …”: a verb behind “was” that is not the cue's.
fn has_other_verb(sentence: &Sentence<'_>, cue: Run, here: Run) -> bool {
    let links = sentence.beside(Beside::Link, cue.1 - 1..here.0);
    links.into_iter().any(|link| {
        let adverb = sentence.language.has_adverb_ending(sentence.text(link.1));
        let verb = link.1 + usize::from(adverb);
        verb >= cue.1 && verb < here.0 && ends_past(sentence, verb)
    })
}

/// “News of the sinking of the Marten reached London on …”, “the inquiry into the sinking opened on …”, “parliament debated the
/// sinking of the Marten on …”: the event is what something else is about, and that has the verb.
fn is_told_of(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    let possessive = sentence.ends_at(Beside::Possessive, cue.0).is_some();
    let of = scene.has(cue.1, &Meaning::Role(Role::Of));
    let first = if possessive { mention.words.0.min(cue.0) } else { cue.0 };
    let start = (0..first).rev().find(|at| !is_article(sentence, *at));
    let determined = start.is_some_and(|at| at + 1 < first) || possessive;
    let Some(head) = start.filter(|_| determined && (of || possessive) && cue.1 <= here.0) else {
        return false;
    };
    let attends = sentence.beside(Beside::Attending, head..head + 1).next().is_some();
    let about = sentence.beside(Beside::About, head..head + 1).next().is_some();
    let told = head.checked_sub(1).filter(|at| about && *at > 0);
    let past = |at| ends_past(sentence, at) || scene.has(at, &Meaning::Tense(false));
    if ends_past(sentence, head) && !attends || told.is_some_and(past) {
        return true;
    }
    let link = sentence.beside(Beside::Link, head..head + 1).next().is_some();
    let noun = head.checked_sub(1).is_some_and(|at| sentence.shape(at) == Shape::Content);
    let end = cue.1.max(mention.words.1);
    let lower = |at: usize| sentence.words[at].case == Case::Lower && sentence.shape(at) == Shape::Content;
    let verb = |at: usize| lower(at) && !sentence.language.has_adverb_ending(sentence.text(at));
    sentence.shape(head) == Shape::Stop && !link && noun && (end..here.0).any(verb)
}

/// “Loria signed the Treaty of Harby on …”: one name, and what it did to the subject, which each party does on a day of its own.
fn signs_alone(scene: &Scene<'_, '_>, mention: &Mention, cue: Run) -> bool {
    /// “signed the”, “signed up to the new”.
    const FEW: usize = 3;
    let sentence = scene.sentence;
    let does = sentence.beside(Beside::EachParty, cue.0..cue.1).next().is_some();
    let object = cue.1 <= mention.words.0 && mention.words.0 <= cue.1 + FEW;
    let Some(last) = cue.0.checked_sub(1).filter(|at| does && object && is_capital(sentence, *at)) else {
        return false;
    };
    let first = (0..=last).rev().take_while(|at| is_capital(sentence, *at)).last().unwrap_or(last);
    let joins = |at: usize| {
        sentence.text(at) == ","
            || [Role::And, Role::Or].iter().any(|role| scene.has(at, &Meaning::Role(*role)))
    };
    !first.checked_sub(1).is_some_and(joins)
}

/// “In Suria, the Treaty of Harby was adopted by parliament on …”, “… by the Surian parliament”; “in Suria, Night Ferry was
/// released on …”, which happens in each country on a day of its own.
fn is_local(scene: &Scene<'_, '_>, cue: Run, here: Run) -> bool {
    let sentence = scene.sentence;
    let opens = scene.has(0, &Meaning::Role(Role::In)) && is_capital(sentence, 1) && {
        let end = (1..sentence.words.len()).take_while(|at| is_capital(sentence, *at)).last().unwrap_or(1);
        sentence.text(end + 1) == ","
    };
    let somewhere =
        scene.has(cue.1, &Meaning::Role(Role::In)) && is_capital(sentence, cue.1 + 1) && cue.1 + 1 < here.0;
    let each_place = sentence.beside(Beside::EachPlace, cue.0..cue.1).next().is_some();
    if each_place && (opens || somewhere) {
        return true;
    }
    let Some(body) = sentence.beside(Beside::Body, cue.1..here.0).next() else { return false };
    let of_country =
        body.0 > cue.1 && (is_capital(sentence, body.0 - 1) || sentence.is_possessive(body.0 - 1));
    opens || of_country
}

/// “Harby talks in Suria City began on …”: several such there may be, as the plural without an article says.
fn is_one_of_many(sentence: &Sentence<'_>, mention: &Mention, cue: Run) -> bool {
    let (first, end) = mention.words;
    let article = sentence.ends_at(Beside::Definite, first).is_some();
    let last = sentence.words[end - 1];
    let plural = last.case == Case::Lower && last.text.ends_with('s') && !last.text.ends_with("ss");
    let place = sentence.language.lexicon.has(sentence.text(end), &Meaning::Role(Role::In))
        && is_capital(sentence, end + 1);
    plural && !article && place && end < cue.0
}
