//! Why a contradiction may be something else: a denial, another clause, another event, another time.
//!
//! A finding that is in doubt is not printed; `factlint claims` shows it as ambiguous with its reason.

use super::candidate::{Candidate, FARTHEST, Scene, is_dated};
use super::event::Named;
use super::fit::{Said, is_above_something};
use super::index::Mention;
use super::joined;
use super::owner;
use super::party;
use super::portion::is_portion;
use super::sentence::{Run, Sentence, Shape};
use super::time::{day, is_date, of_claim_but};
use super::together;
use super::words::Case;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::language::{Beside, Meaning, Role, Told};
use crate::value::{Days, Measure, Slip, Value, day_number};
use crate::verdict::compare;

/// In a sentence that speaks of several things, what happened is said right beside its subject: “The
/// Kestrel Treaty, which was signed …”. Further off it happened to something else: “Under the Kestrel
/// Treaty, France and Spain signed …”. So many words and marks may stand between.
pub(super) const BESIDE: usize = 3;

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
    if let Some(why) = owner::another(scene, best) {
        return Some(why.into());
    }
    if let Some(why) = is_dated(fact).then(|| party::another_act(scene, best, claim)).flatten() {
        return Some(why.into());
    }
    let place = sentence.place_of(claim.span);
    if matches!(claim.value, Value::Amount { measure: Measure::Unit(_), .. })
        && is_above_something(sentence, place.1)
    {
        return Some("it may be measured from another place".into());
    }
    if best.cue.is_some_and(|cue| is_portion(scene, claim, fact, cue)) {
        return Some("it may be a part, a difference or a rate".into());
    }
    if together::is_sum(scene, best) {
        return Some("it may be of several together".into());
    }
    if is_inside_own(scene, claim) || is_stretch(sentence, claim) || is_in_a_place(scene, claim) {
        return Some("they may be a part of all".into());
    }
    if is_of_a_year(scene, best, claim, fact) {
        return Some("the text speaks of a time for which no value is known".into());
    }
    if best.cue.is_some_and(|cue| are_some(sentence, claim, cue, mention)) {
        return Some("they may be a part of all".into());
    }
    // A pattern has said already which words belong together.
    if let (Some(cue), None) = (best.cue, &fact.pattern) {
        if another_clause(sentence, cue, claim) || is_dated(fact) && is_aside(sentence, cue, place) {
            return Some("cue and value stand in different clauses".into());
        }
        let between = cue.0.saturating_sub(mention.words.1).max(mention.words.0.saturating_sub(cue.1));
        let apart = is_dated(fact) && mention.is_named() && between > BESIDE;
        let joined = || {
            joined::has_subject_in_front(scene, best, cue, claim)
                || joined::goes_on_behind_aside(scene, mention, cue, place)
        };
        if apart && !joined() {
            return Some("subject and cue stand apart".into());
        }
    }
    another_event(claim, fact).then(|| "the date is so far off that it may be another event's".into())
}

/// “3 million people in Kenya face hunger”, “400 workers at the mill”: where nothing but what is counted names the
/// measure, the subject must have them: “Kenya has 50 million people”, “Kenya’s 50 million people”.
fn are_some(sentence: &Sentence<'_>, claim: &Claim, cue: Run, mention: &Mention) -> bool {
    /// “has some”, “is home to”.
    const FEW: usize = 4;
    let Some(noun) = claim.noun else { return false };
    let place = sentence.place_of(noun);
    // A cue of several words says more than what is counted.
    if cue.1 - cue.0 > 1 || cue.1 <= place.0 || place.1 <= cue.0 {
        return false;
    }
    let (end, here) = (mention.words.1, sentence.place_of(claim.span).0);
    let has = sentence.beside(Beside::Link, end..end + 1).next().is_some()
        || matches!(sentence.text(end), "'" | "’");
    !(has && end <= here && here <= end + FEW)
}

/// “15 member states on its council”, “2 million people in its capital”, “$6 million in its first week”: what is in something of
/// the subject is a part.
fn is_inside_own(scene: &Scene<'_, '_>, claim: &Claim) -> bool {
    let sentence = scene.sentence;
    let counted = claim.noun.map(|noun| sentence.place_of(noun).1);
    let end = counted.unwrap_or_else(|| sentence.place_of(claim.span).1);
    let link = sentence.beside(Beside::Link, end..end + 1).next().is_some();
    let preposition = counted.is_some() && sentence.shape(end) == Shape::Stop && !link;
    let own = scene.has(end + 1, &Meaning::Told(Told::Its));
    !is_date(claim)
        && own
        && (preposition || scene.leads_to_date(end))
        && sentence.shape(end + 2) == Shape::Content
}

/// “Turnout in the 2018 election was 64 percent in Harby”: a name that is no subject's says in which part.
fn is_in_a_place(scene: &Scene<'_, '_>, claim: &Claim) -> bool {
    let sentence = scene.sentence;
    let here = sentence.place_of(claim.noun.map_or(claim.span, |noun| claim.span.to(noun)));
    let name = here.1 + 1;
    let known = scene.mentions.iter().any(|mention| mention.words.0 <= name && name < mention.words.1)
        || scene.place.claims.iter().any(|other| sentence.place_of(other.span).0 == name);
    let capital = sentence.words.get(name).is_some_and(|word| word.case == Case::Capital);
    !is_date(claim)
        && scene.has(here.1, &Meaning::Role(Role::In))
        && capital
        && sentence.shape(name) == Shape::Content
        && !known
        && scene.mentions.iter().any(|mention| mention.is_named() && mention.words.1 <= here.0)
}

/// “120 km along the border”, “€1.1 billion in Norland alone”: a part of the way, or of the whole.
fn is_stretch(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    let end = sentence.place_of(claim.span).1;
    let length = matches!(claim.value, Value::Amount { measure: Measure::Unit(_), .. });
    let along = length && sentence.beside(Beside::Along, end..end + 1).next().is_some();
    along || !is_date(claim) && sentence.beside(Beside::Alone, 0..sentence.words.len()).next().is_some()
}

/// “The company, founded by two brothers, moved to Harby in 1954”: the cue stands between commas, and behind them goes on what
/// is said of the subject.
fn is_aside(sentence: &Sentence<'_>, cue: Run, here: Run) -> bool {
    let opens = cue.0.checked_sub(1).is_some_and(|at| sentence.text(at) == ",");
    let closes = (cue.1..here.0).rev().find(|at| sentence.text(*at) == ",");
    let goes_on = |at: usize| sentence.shape(at) == Shape::Content && sentence.words[at].case == Case::Lower;
    opens && closes.is_some_and(|comma| (comma + 1..here.0).any(goes_on))
}

/// An amount of a fact without a time is held against nothing that a text says of a year, unless somebody looked the
/// fact up about then: “In 1950 Norland had 3 million inhabitants”.
fn is_of_a_year(scene: &Scene<'_, '_>, best: &Candidate, claim: &Claim, fact: &Fact) -> bool {
    /// A year has no fewer days; a single day says when, not how long.
    const LEAST: i64 = 300;
    /// A value is known for the year in which it was looked up and the one before.
    const DAYS: i64 = 730;
    let timeless = fact.from.is_none() && fact.until.is_none() && fact.dated.is_empty();
    // What was done once has one value for all years: “17 workers were killed”.
    let sentence = scene.sentence;
    let done = best.cue.is_some_and(|(first, end)| {
        let past = sentence.language.has_past_ending(sentence.text(end - 1));
        past && sentence.ends_at(Beside::Link, first).is_some()
    });
    if done || is_date(claim) || best.follows.is_some() {
        return false;
    }
    let said = Said::new(claim, scene.place.text, scene.sentence);
    let of_another = |date: &Claim| is_of_event(scene, best, &said, date);
    let spoken = of_claim_but(scene.sentence, scene.place.claims, &said, of_another);
    let Some(days) = spoken else { return false };
    let known = fact.checked.or(scene.place.document.date).map(day);
    // The revenue of a quarter is not that of a year.
    let money = matches!(&claim.value, Value::Amount { measure: Measure::Money(_), .. });
    let of_time = best.dated.and_then(|at| fact.dated.get(at));
    let of_year = of_time.is_none_or(|dated| day_number(dated.last) - day_number(dated.first) >= LEAST);
    if money && of_year && length(&days).is_some_and(|days| days < LEAST) {
        return true;
    }
    if !timeless {
        return false;
    }
    let near = known.is_some_and(|known| {
        let ends = [&days.lo, &days.hi].into_iter().filter_map(|end| end.value().copied());
        let at = known.lo.value().copied().unwrap_or(0);
        ends.into_iter().any(|end| (end - at).abs() < DAYS)
    });
    !near
}

/// Whether a date says when something happened and not when the value was: it stands in the subject's name (“the 2018
/// election”), or is a fact of the subject that the sentence tells as well: “The dam, which generates 640 MW, was opened in 1963”.
fn is_of_event(scene: &Scene<'_, '_>, best: &Candidate, said: &Said<'_>, date: &Claim) -> bool {
    let (sentence, mention) = (scene.sentence, &scene.mentions[best.mention]);
    let here = sentence.place_of(date.span);
    if mention.is_named() && mention.words.0 <= here.0 && here.1 <= mention.words.1 {
        return true;
    }
    let facts = &scene.place.facts.facts;
    let told = |event: &Named| {
        let (cue, behind) = (event.words, said.end <= here.0);
        let (from, to) = if behind { (said.end, here.0) } else { (cue.0, here.0) };
        let straight = !sentence.breaks.iter().any(|at| (from..to).contains(at));
        let aside = cue.0.checked_sub(1).is_some_and(|at| sentence.text(at) == ",");
        cue.1 <= here.0 && straight && (behind || aside) && compare(date, &facts[event.fact]) == Some(true)
    };
    scene.events_of(mention.subject).any(|event| told(&event))
}

/// How many days a stretch of several has.
fn length(days: &Days) -> Option<i64> {
    let length = days.hi.value()? - days.lo.value()? + 1;
    (length > 1).then_some(length)
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
    matches!(Slip::between(one, other), Some(Slip::Swapped | Slip::Changed))
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
