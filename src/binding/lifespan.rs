//! “Helga Brandt (17 October 1948 – 3 February 2016)”: the days of a life in brackets behind a name.

use super::Binding;
use super::candidate::Scene;
use crate::facts::Event;
use crate::value::{Extent, PartialDate, Value};

/// What the brackets behind names, held against the days of a life that are known, come to.
///
/// In brackets may stand another time, too: of an office, of a reign. One of the two days is wrong only where the other is right.
pub(super) fn bind(scene: &Scene<'_, '_>) -> Vec<Binding> {
    let mut found = Vec::new();
    for (offset, claim) in scene.place.claims.iter().enumerate() {
        let Value::DateRange { start: Some(start), end: Some(end) } = &claim.value else { continue };
        let (first, behind) = scene.sentence.place_of(claim.span);
        let Some(bracket) = first.checked_sub(1) else { continue };
        if scene.sentence.text(bracket) != "(" || scene.sentence.text(behind) != ")" || claim.hedge.is_some()
        {
            continue;
        }
        let named = scene.mentions.iter().find(|mention| mention.is_named() && mention.words.1 == bracket);
        let Some(mention) = named else { continue };
        let days = [(Event::Born, start), (Event::Died, end)];
        let held: Vec<(usize, bool)> =
            days.iter().filter_map(|(event, day)| compare(scene, mention.subject, *event, **day)).collect();
        if held.iter().any(|(_, agrees)| *agrees) {
            let name = scene.sentence.text_of(mention.words);
            found.extend(held.iter().map(|&(fact, agrees)| Binding {
                claim: scene.place.first + offset,
                fact,
                dated: None,
                follows: None,
                distance: 1,
                agrees,
                doubt: None,
                later: None,
                why: vec![format!("it stands in brackets behind “{name}”")],
            }));
        }
    }
    found
}

/// The fact of a day of a life, and whether a date agrees with it.
fn compare(scene: &Scene<'_, '_>, subject: usize, event: Event, date: PartialDate) -> Option<(usize, bool)> {
    let facts = scene.place.facts;
    let at = facts.subjects[subject].life.as_ref()?.fact(event)?;
    let fact = &facts.facts[at];
    let said = date.days()?;
    let values = std::iter::once(&fact.is).chain(fact.also.iter().map(|other| &other.is));
    let agrees = values.filter_map(|is| match fact.around(is)? {
        Extent::Days(days) => Some(said.meets(&days)),
        Extent::Amount(_) => None,
    });
    Some((at, agrees.fold(None, |all, one| Some(all.unwrap_or(false) || one))?))
}
