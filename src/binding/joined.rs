//! Two facts of one subject in one sentence: “The treaty was signed on 7 February 1992 and entered into force on 1 November 1993”,
//! “The treaty, adopted in 1997, came into force in 2005”.

use super::candidate::{Candidate, Scene};
use super::doubt::BESIDE;
use super::event::Named;
use super::index::Mention;
use super::owner::preposition;
use super::sentence::Run;
use super::time::is_date;
use super::words::Case;
use crate::claims::Claim;
use crate::language::{Beside, Meaning, Role};
use crate::verdict::compare;

/// Whether a cue far from its subject begins a clause behind an “and” that has no subject of its own: it has that of the
/// clause in front, which tells another fact of it, and tells it right.
pub(super) fn has_subject_in_front(scene: &Scene<'_, '_>, best: &Candidate, cue: Run, claim: &Claim) -> bool {
    /// “on”, “in”.
    const PREPOSITION: usize = 1;
    let sentence = scene.sentence;
    let mention = &scene.mentions[best.mention];
    let here = sentence.place_of(claim.span);
    let verb = sentence.ends_at(Beside::Link, cue.0).map_or(cue.0, |link| link.0);
    let and = verb.checked_sub(1).filter(|at| scene.has(*at, &Meaning::Role(Role::And)));
    let Some(and) = and.filter(|and| mention.words.1 <= *and) else { return false };
    if here.0 < cue.1 || here.0 > cue.1 + PREPOSITION {
        return false;
    }
    let straight = !sentence.breaks.iter().any(|at| (mention.words.1..cue.0).contains(at) && *at != and);
    let alone = !scene
        .mentions
        .iter()
        .any(|other| other.is_named() && other.subject != mention.subject && other.words.0 < cue.0);
    let dates = || {
        let all = scene.place.claims.iter().filter(|date| is_date(date));
        all.map(|date| (date, sentence.place_of(date.span))).filter(|(_, at)| at.1 <= and)
    };
    let tells = |event: Named| {
        let beside = mention.words.1 <= event.words.0 && event.words.0 <= mention.words.1 + BESIDE;
        let fact = &scene.place.facts.facts[event.fact];
        let right = |(date, at): (&Claim, Run)| event.words.1 <= at.0 && compare(date, fact) == Some(true);
        event.fact != best.fact && beside && dates().any(right)
    };
    straight && alone && scene.events_of(mention.subject).any(tells)
}

/// “The treaty, adopted in 1997, came into force in 2005”: what is told between commas is told of the subject, whose verb follows.
pub(super) fn goes_on_behind_aside(scene: &Scene<'_, '_>, mention: &Mention, cue: Run, here: Run) -> bool {
    /// “on”, “in”.
    const PREPOSITION: usize = 1;
    let sentence = scene.sentence;
    let (opens, first) = (mention.words.1, mention.words.1 + 1);
    let verb = sentence.ends_at(Beside::Link, cue.0).map_or(cue.0, |link| link.0);
    let Some(closes) = verb.checked_sub(1).filter(|at| first < *at && sentence.text(*at) == ",") else {
        return false;
    };
    let past = sentence.language.has_past_ending(sentence.text(first));
    let participle = past && sentence.words[first].case == Case::Lower;
    let one = !sentence.has_mark(first..closes, &[",", ";", ":", "("]);
    let beside = cue.1 <= here.0 && here.0 <= cue.1 + PREPOSITION;
    let subject = preposition(sentence, mention).is_none();
    sentence.text(opens) == "," && participle && one && beside && subject
}
