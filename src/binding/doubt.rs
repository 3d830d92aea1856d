//! Why a contradiction may be something else: a denial, another clause, another event, another time.
//!
//! A finding that is in doubt is not printed; `factlint claims` shows it as ambiguous with its reason.

use super::candidate::{Candidate, FARTHEST, Scene, is_dated};
use super::index::Mention;
use super::sentence::{Run, Sentence};
use super::words::{Word, words};
use crate::claims::Claim;
use crate::facts::Fact;
use crate::language::{Beside, Meaning};
use crate::value::Value;

/// In a sentence that speaks of several things, what happened is said right beside its subject: “The
/// Kestrel Treaty, which was signed …”. Further off it happened to something else: “Under the Kestrel
/// Treaty, France and Spain signed …”. So many words and marks may stand between.
const BESIDE: usize = 3;

/// So many words may stand between a label's colon and its value.
const LABEL: usize = 4;

/// A date that is further off than this, in years, is another event's, unless one slip explains it.
const SAME_EVENT: u16 = 5;

/// Why a contradiction cannot be told from something else; `None` if nothing speaks against it.
pub(super) fn doubt(scene: &Scene<'_, '_>, best: &Candidate) -> Option<String> {
    let sentence = scene.sentence;
    let claim = &scene.place.claims[best.offset];
    let fact = &scene.place.facts.facts[best.fact];
    let mention = &scene.mentions[best.mention];
    if let Some(word) = unasserted(sentence, fact, best, claim) {
        return Some(format!("“{word}”: the sentence does not assert it"));
    }
    if best.cue.is_some_and(|cue| are_some_people(sentence, claim, scene.place.text, cue, mention)) {
        return Some("the people may be a part of all".into());
    }
    // A pattern has said already which words belong together.
    if let (Some(cue), None) = (best.cue, &fact.pattern) {
        if another_clause(sentence, cue, claim) {
            return Some("cue and value stand in different clauses".into());
        }
        let between = cue.0.saturating_sub(mention.words.1).max(mention.words.0.saturating_sub(cue.1));
        if is_dated(fact) && mention.is_named() && between > BESIDE {
            return Some("subject and cue stand apart".into());
        }
    }
    another_event(claim, fact).then(|| "the date is so far off that it may be another event's".into())
}

/// “3 million people in Kenya face hunger”: where nothing but the word for people names the measure, the subject must
/// have them: “Kenya has 50 million people”, “Kenya’s 50 million people”.
fn are_some_people(sentence: &Sentence<'_>, claim: &Claim, text: &str, cue: Run, mention: &Mention) -> bool {
    /// “has some”, “is home to”.
    const FEW: usize = 4;
    let Some(noun) = claim.parts.noun else { return false };
    let place = sentence.place_of(noun);
    if cue.1 <= place.0 || place.1 <= cue.0 {
        return false;
    }
    let people = |word: &Word<'_>| sentence.language.lexicon.has(word.text, &Meaning::Beside(Beside::People));
    if !words(&text[noun.range()]).iter().any(people) {
        return false;
    }
    let (end, here) = (mention.words.1, sentence.place_of(claim.span).0);
    let has = sentence.beside(Beside::Link, end..end + 1).next().is_some()
        || matches!(sentence.text(end), "'" | "’");
    !(has && end <= here && here <= end + FEW)
}

/// The word by which the sentence does not assert the value, as long as it is no part of the cue.
fn unasserted<'a>(sentence: &Sentence<'a>, fact: &Fact, best: &Candidate, claim: &Claim) -> Option<&'a str> {
    let here = sentence.place_of(claim.span);
    let found = sentence.unasserted.iter().find(|(first, last)| {
        let in_cue = best.cue.is_some_and(|(from, to)| from <= *first && *last <= to);
        let own = fact.cues.iter().any(|own| own.eq_ignore_ascii_case(sentence.text(*first)));
        sentence.distance((*first, *last), here) <= FARTHEST && !in_cue && !own
    });
    found.map(|(first, _)| sentence.text(*first))
}

/// Whether a word that begins a clause or a semicolon stands between cue and claim; or the cue's clause begins with one
/// (“After the wall fell, …”) and a comma ends it before the claim.
fn another_clause(sentence: &Sentence<'_>, cue: Run, claim: &Claim) -> bool {
    let here = sentence.place_of(claim.span);
    let (from, to) = if cue.0 < here.0 { (cue.1, here.0) } else { (here.1, cue.0) };
    let breaks_in = |from: usize, to: usize| sentence.breaks.iter().any(|at| (from..to).contains(at));
    if breaks_in(from, to) || sentence.has_mark(from..to, &[";"]) {
        return true;
    }
    // A colon in front of the value is a label's: “Population: 5 million”.
    let colon = (from..to).rev().find(|at| sentence.text(*at) == ":");
    if colon.is_some_and(|at| to - at > LABEL) {
        return true;
    }
    let comma = |at: &usize| matches!(sentence.text(*at), "," | ";");
    let start = (0..cue.0).rev().find(comma).map_or(0, |at| at + 1);
    let ends = cue.0 < here.0 && (from.min(to)..to).any(|at| comma(&at));
    ends && breaks_in(start, cue.0)
}

/// Whether a date is years away and no slip of one figure, nor two figures exchanged, leads to it.
fn another_event(claim: &Claim, fact: &Fact) -> bool {
    let (Value::Date(said), Value::Date(is)) = (&claim.value, &fact.is.value) else { return false };
    let (Some(said), Some(is)) = (said.year(), is.year()) else { return false };
    said.abs_diff(is) > SAME_EVENT && !one_slip(&said.to_string(), &is.to_string())
}

/// Whether one figure is wrong, or two neighbours are exchanged.
fn one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    match differ[..] {
        _ if one.len() != other.len() => false,
        [_] => true,
        [first, second] => second == first + 1 && one[first] == other[second] && one[second] == other[first],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::one_slip;

    #[test]
    fn slips_are_one_figure_or_two_exchanged() {
        for (expected, one, other) in [
            (true, "1969", "1869"),
            (true, "1947", "1974"),
            (false, "2019", "1969"),
            (false, "1990", "1973"),
            (false, "1969", "969"),
        ] {
            assert_eq!(expected, one_slip(one, other), "{one} {other}");
        }
    }
}
