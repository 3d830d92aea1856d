//! Whether a day is that of another act than the fact's: one party's signature, the ratification in one country, talks in another
//! place, what was done about the event later.

use super::candidate::{Candidate, Scene};
use super::index::{By, Mention};
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
