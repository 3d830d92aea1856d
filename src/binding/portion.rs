//! Whether a value is only a part of what a fact measures, or a difference to it: “revenue from bakery”, “sales of bread”,
//! “400,000 more visitors”, “£30,000 a day”, “900,000 visitors in July”.

use super::candidate::Scene;
use super::fit::Said;
use super::sentence::{Run, Shape};
use super::time::is_date;
use super::words::Case;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::language::{Beside, Meaning, Role};
use crate::value::{DateUnit, Measure, TimeUnit, Value};

/// Whether the words around an amount make it another than the whole that the fact has.
pub(super) fn is_portion(scene: &Scene<'_, '_>, claim: &Claim, fact: &Fact, cue: Run) -> bool {
    let sentence = scene.sentence;
    if is_date(claim) {
        return false;
    }
    let said = &Said::new(claim, scene.place.text, sentence);
    let own = |at: usize| {
        let word = sentence.text(at);
        let is_in = |text: &str| text.split(' ').any(|part| part.eq_ignore_ascii_case(word));
        cue.0 <= at && at < cue.1 || fact.cues.iter().any(|cue| is_in(cue)) || is_in(&fact.text)
    };
    is_of_some(scene, cue, own)
        || is_in_a_part(scene, said, cue)
        || is_from_a_source(scene, said, cue)
        || is_had_not(scene, said, cue, own)
        || is_more_or_less(scene, said)
        || are_ages(scene, said, cue)
        || is_of_a_while(scene, said, fact, cue)
}

/// “Sales of bread were £3 million”, “the population of wolves is 400”, “revenue per employee was £4,500”.
fn is_of_some(scene: &Scene<'_, '_>, cue: Run, own: impl Fn(usize) -> bool) -> bool {
    /// “Per-share revenue”.
    const NEAR: usize = 2;
    /// “Sales of fresh bread and cakes”.
    const LONGEST: usize = 6;
    let sentence = scene.sentence;
    if (cue.0.saturating_sub(NEAR)..cue.0).any(|at| sentence.shape(at) == Shape::Per) {
        return false;
    }
    if sentence.shape(cue.1) == Shape::Per {
        return !own(cue.1);
    }
    let noun = cue.1 + 1;
    let people = sentence.beside(Beside::People, noun..noun + 1).next().is_some();
    if !scene.has(cue.1, &Meaning::Role(Role::Of)) || !is_plain_noun(scene, noun) || people || own(noun) {
        return false;
    }
    let goes_on = |at: &usize| is_plain_noun(scene, *at) || scene.has(*at, &Meaning::Role(Role::And));
    let end = noun + (noun..noun + LONGEST).take_while(goes_on).count();
    // “The population of continental and island Portugal”.
    sentence.shape(end) != Shape::Content
}

/// “Revenue in Scotland was £1 million”: a name that is no subject’s says in which part.
fn is_in_a_part(scene: &Scene<'_, '_>, said: &Said<'_>, cue: Run) -> bool {
    let sentence = scene.sentence;
    let first = cue.1 + 1;
    let name = |at: &usize| {
        let named = scene.mentions.iter().any(|mention| mention.words.0 <= *at && *at < mention.words.1);
        let capital = sentence.words.get(*at).is_some_and(|word| word.case == Case::Capital);
        capital && sentence.shape(*at) == Shape::Content && !named && !is_claimed(scene, *at)
    };
    let end = first + (first..said.here.0).take_while(name).count();
    let verb = sentence.beside(Beside::Link, end..end + 1).next().is_some();
    scene.has(cue.1, &Meaning::Role(Role::In)) && end > first && verb
}

/// A word in small letters that is no function word, no number, no adverb and no subject’s name.
fn is_plain_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let sentence = scene.sentence;
    let named = scene.mentions.iter().any(|mention| mention.words.0 <= at && at < mention.words.1);
    let small = sentence.words.get(at).is_some_and(|word| word.case == Case::Lower);
    small
        && sentence.shape(at) == Shape::Content
        && !named
        && !is_claimed(scene, at)
        && !sentence.language.has_adverb_ending(sentence.text(at))
}

fn is_claimed(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mut places = scene.place.claims.iter().map(|claim| scene.sentence.place_of(claim.span));
    places.any(|run| run.0 <= at && at < run.1)
}

/// “Revenue from bakery was £2 million”, “sales of £3 million from exports”, “200,000 visitors from Suria”.
fn is_from_a_source(scene: &Scene<'_, '_>, said: &Said<'_>, cue: Run) -> bool {
    /// “From a year earlier”, “from its record of 2019”.
    const NEAR: usize = 5;
    let sentence = scene.sentence;
    let from = |at: usize| {
        let leads = scene.has(at, &Meaning::Role(Role::From));
        let time = |word: usize| scene.is_time(word) || is_claimed(scene, word);
        let until = (at + 1..at + 1 + NEAR).find(|at| sentence.shape(*at) == Shape::Mark);
        leads && !(at + 1..until.unwrap_or(at + 1 + NEAR)).any(time)
    };
    let source = |at: usize| sentence.shape(at) == Shape::Content;
    from(cue.1) && source(cue.1 + 1) && said.here.0 > cue.1 || from(said.end)
}

/// “Needs revenue of £12 million”, “lost sales of £3 million”: the subject does not have it.
fn is_had_not(scene: &Scene<'_, '_>, said: &Said<'_>, cue: Run, own: impl Fn(usize) -> bool) -> bool {
    /// “Needs to have yearly revenue of”.
    const FEW: usize = 4;
    let sentence = scene.sentence;
    let mut front = cue.0;
    while let Some(run) = sentence.ends_at(Beside::Neutral, front) {
        front = run.0;
    }
    let reaches = (cue.1..said.here.0).any(|at| scene.has(at, &Meaning::Role(Role::To)));
    let changed = sentence.ends_at(Beside::Change, front).is_some_and(|run| !own(run.0)) && !reaches;
    let wanting = sentence.beside(Beside::Wanting, cue.0.saturating_sub(FEW)..cue.0);
    let lacks =
        wanting.into_iter().any(|run| !own(run.0) && !sentence.has_mark(run.1..cue.0, &[",", ";", ":"]));
    said.here.0 >= cue.1 && changed || lacks
}

/// “£1.2 million above that of 2022”, “400 more employees”.
fn is_more_or_less(scene: &Scene<'_, '_>, said: &Said<'_>) -> bool {
    let sentence = scene.sentence;
    let length = matches!(said.claim.value, Value::Amount { measure: Measure::Unit(_), .. });
    [said.here.1, said.end].into_iter().any(|at| {
        let excess = sentence.beside(Beside::Excess, at..at + 1).next().is_some();
        excess && !(length && sentence.beside(Beside::MeasuredFrom, at..at + 1).next().is_some())
    })
}

/// “Had children of eight and one”.
fn are_ages(scene: &Scene<'_, '_>, said: &Said<'_>, cue: Run) -> bool {
    /// “Of eight, five and one”.
    const FEW: usize = 8;
    let sentence = scene.sentence;
    let person = sentence.beside(Beside::Person, cue.1.saturating_sub(1)..cue.1).next().is_some();
    let first = cue.1 + 1;
    let joins = |at: usize| {
        is_claimed(scene, at) || sentence.text(at) == "," || scene.has(at, &Meaning::Role(Role::And))
    };
    person
        && said.is_bare_number()
        && scene.has(cue.1, &Meaning::Role(Role::Of))
        && (first..first + FEW).contains(&said.here.0)
        && (first..said.here.0).all(joins)
}

/// “£30,000 a day”, “900,000 visitors in July”, “on its first day”: less than the year that such facts are told by.
fn is_of_a_while(scene: &Scene<'_, '_>, said: &Said<'_>, fact: &Fact, cue: Run) -> bool {
    let sentence = scene.sentence;
    let Value::Amount { measure, .. } = &said.claim.value else { return false };
    let money = matches!(measure, Measure::Money(_));
    if !money && !matches!(measure, Measure::Count) || scene.speaks_of_time(fact) {
        return false;
    }
    if sentence.beside(Beside::ShortRate, said.end..said.end + 1).next().is_some() {
        return true;
    }
    let flows = sentence.beside(Beside::Flow, cue.0..cue.1).next().is_some();
    let yearly = sentence.beside(Beside::Yearly, cue.0..cue.1).next().is_some();
    let near = |at: usize| {
        let (from, to) = (at.min(said.here.0), at.max(said.here.0));
        !sentence.breaks.iter().any(|place| (from + 1..to).contains(place))
            && !sentence.has_mark(from..to, &[";"])
    };
    let short = |claim: &Claim| {
        let short = is_short(claim, flows);
        short && near(sentence.place_of(claim.span).0)
    };
    if (flows || money && yearly) && scene.place.claims.iter().any(short) {
        return true;
    }
    let occasion = || sentence.beside(Beside::During, said.end..said.end + 1).next().is_some();
    let word = |at: usize| scene.is_short_time(at) && near(at) && !is_claimed(scene, at);
    flows && (occasion() || (0..sentence.words.len()).any(word))
}

/// Whether a date or a length of time is shorter than a year; a day only where it is no day of a report.
fn is_short(claim: &Claim, day: bool) -> bool {
    match &claim.value {
        Value::Date(date) => match date.unit {
            DateUnit::Year(_) | DateUnit::Decade(_) | DateUnit::Century(_) => false,
            DateUnit::Day { .. } | DateUnit::Unresolved => day,
            _ => true,
        },
        Value::Duration { low, high: None } => {
            let part = |unit: TimeUnit| unit < TimeUnit::Year;
            day && low.parts().iter().all(|(_, unit)| part(*unit))
        }
        _ => false,
    }
}

impl Scene<'_, '_> {
    /// Whether a fact or one of its cues names a unit of time: “a month’s revenue”.
    fn speaks_of_time(&self, fact: &Fact) -> bool {
        let of_time = |text: &str| text.split(' ').any(|word| self.time_unit(word).is_some());
        of_time(&fact.text) || fact.cues.iter().any(|cue| of_time(cue))
    }

    fn time_unit(&self, word: &str) -> Option<TimeUnit> {
        let pick = |meaning: &Meaning| match meaning {
            Meaning::Time(unit) => Some(*unit),
            _ => None,
        };
        self.sentence.language.lexicon.meaning_of(word, pick)
    }

    /// “Year”, “day”.
    fn is_time(&self, at: usize) -> bool {
        self.time_unit(self.sentence.text(at)).is_some()
    }

    fn is_short_time(&self, at: usize) -> bool {
        let unit = self.time_unit(self.sentence.text(at));
        unit.is_some_and(|unit| (TimeUnit::Day..TimeUnit::Year).contains(&unit))
    }
}
