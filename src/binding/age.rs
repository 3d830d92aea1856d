//! Ages of people whose day of birth is a fact: “Quill, 59,” in a text of 2020 holds if she was born in 1960 or 1961; and of
//! what was founded on a day: “the company, now 25 years old”.

use super::age_of::form;
use super::age_time::Times;
use super::candidate::Scene;
use super::fit::Said;
use super::index::{By, Mention};
use super::owner::preposition;
use super::refusal::Refusal;
use super::sentence::Shape;
use crate::claims::Kind;
use crate::facts::{Event, Fact};
use crate::language::{AgeCue, Meaning};
use crate::value::{Extent, Interval, Measure, Value};

/// An age, held against the one that follows from a day of birth.
pub(super) struct Age {
    /// The age that follows: “59” or “59 to 60”.
    pub(super) follows: String,
    /// Whether the two can both be true.
    pub(super) agrees: bool,
    /// Words between the name and the age.
    pub(super) cost: u32,
}

/// Whether a claim is an age that a fact about a birth or foundation may answer for.
pub(super) fn is_age_against(said: &Said<'_>, fact: &Fact) -> bool {
    said.claim.kind == Kind::Age && matches!(fact.event, Some(Event::Born | Event::Founded))
}

/// The age that somebody has by the facts, beside the one that is said.
pub(super) fn compare(
    scene: &Scene<'_, '_>,
    said: &Said<'_>,
    mention: &Mention,
    fact: &Fact,
) -> Result<Age, Refusal> {
    /// “Quill, a teacher from Kestrel, 59,” may be, but further off it is another's.
    const NEAR: u32 = 10;
    let founded = fact.event == Some(Event::Founded);
    if if founded { !is_years_old(scene, said, mention) } else { !mention.is_named() } {
        return Err(Refusal::Far);
    }
    let cost = scene.sentence.distance(mention.words, said.here);
    let nearer = |other: &Mention| {
        other.subject != mention.subject && scene.sentence.distance(other.words, said.here) <= cost
    };
    if cost > NEAR || scene.mentions.iter().any(nearer) {
        return Err(Refusal::Far);
    }
    let form = form(scene, mention, said.here).ok_or(Refusal::Another)?;
    let times = Times { scene, said, mention, fact };
    let readings = times.readings(form);
    let Value::Amount { low, high: None, measure: Measure::Age(unit) } = &said.claim.value else {
        return Err(Refusal::Measure);
    };
    // “The 18-month-old” is no 18.
    if unit.name != "year" {
        return Err(Refusal::Measure);
    }
    // An age is written in years that are over: 59 is 59 until the next birthday.
    let own = match &said.claim.extent {
        Some(Extent::Amount(interval)) if said.claim.hedge.is_some() => interval.clone(),
        _ => Interval::exactly(low.clone()),
    };
    // Without a date there is no age.
    let nearest = readings.iter().min_by_key(|years| years.distance(low));
    let years = nearest.ok_or(Refusal::Measure)?;
    let agreeing = readings.iter().find(|years| own.meets(&years.interval(0)));
    if agreeing.is_none() {
        times.refuse(form, &own, &readings)?;
    }
    let follows = agreeing.unwrap_or(years).in_words();
    Ok(Age { follows, agrees: agreeing.is_some(), cost })
}

/// “Quill Works, now 25 years old”, “the 25-year-old company”: nothing stands between, and it is no bare number, which is a
/// person's.
fn is_years_old(scene: &Scene<'_, '_>, said: &Said<'_>, mention: &Mention) -> bool {
    let sentence = scene.sentence;
    let old = (said.here.0..said.here.1).any(|at| scene.has(at, &Meaning::Age(AgeCue::After)));
    let small = |at: usize| {
        sentence.shape(at) != Shape::Content && !matches!(sentence.text(at), "'" | "’" | ";" | "(")
    };
    let behind = mention.words.1 <= said.here.0 && (mention.words.1..said.here.0).all(small);
    // “The chief of Quill Works was 45 years old.”
    let own = mention.by != By::Name || preposition(sentence, mention).is_none();
    old && own && (behind || said.here.1 == mention.words.0)
}
