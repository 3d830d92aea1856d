//! At which time somebody has the age that a text gives: on the day of the document, in a year of the sentence, at death.

use super::age_of::Form;
use super::candidate::Scene;
use super::fit::Said;
use super::index::Mention;
use super::refusal::Refusal;
use super::sentence::Shape;
use super::time::{self, days_of, is_date, of_claim_but};
use super::words::Case;
use crate::claims::Claim;
use crate::facts::{Derived, Event, Fact};
use crate::language::Beside;
use crate::value::{Bound, Days, Extent, Interval, Number};

/// Whole years, from the fewest to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Years {
    least: i64,
    most: i64,
}

impl Years {
    fn of(derived: &Derived) -> Option<Self> {
        let end = |end: &Bound<Number>| end.value().and_then(Number::to_i64);
        Some(Self { least: end(&derived.years.lo)?, most: end(&derived.years.hi)? })
    }

    /// These years, and so many more on both sides.
    pub(super) fn interval(self, more: i64) -> Interval<Number> {
        Interval::between(Number::from(self.least - more), Number::from(self.most + more))
    }

    /// How many years off an age is.
    pub(super) fn distance(self, said: &Number) -> i64 {
        let said = said.to_i64().unwrap_or(self.least);
        (self.least - said).max(said - self.most).max(0)
    }

    /// “59” or “59 or 60”.
    pub(super) fn in_words(self) -> String {
        if self.least == self.most {
            self.least.to_string()
        } else {
            format!("{} or {}", self.least, self.most)
        }
    }
}

/// The times that an age may be of.
pub(super) struct Times<'t, 's, 'a> {
    pub(super) scene: &'t Scene<'s, 'a>,
    pub(super) said: &'t Said<'t>,
    pub(super) mention: &'t Mention,
    /// The birth or foundation.
    pub(super) fact: &'t Fact,
}

impl Times<'_, '_, '_> {
    /// The ages at the times that it may be of, the likeliest first.
    pub(super) fn readings(&self, form: Form) -> Vec<Years> {
        let scene = self.scene;
        let death = self.at_death();
        let mut ages: Vec<Option<Years>> = vec![death];
        match form {
            Form::Told if death.is_some() => {}
            Form::Told => ages.push(self.nearest().and_then(|days| self.age(&days))),
            Form::Front | Form::Apposition => {
                ages.push(self.written().and_then(|days| self.age(&days)));
                let dates = scene.place.claims.iter().filter(|claim| is_date(claim) && !self.is_aside(claim));
                let dates = dates.filter(|date| death.is_none() || !self.is_of(Event::Died, date));
                ages.extend(dates.filter_map(days_of).map(|days| self.age(&closed(&days))));
            }
        }
        let mut known: Vec<Years> = Vec::new();
        for years in ages.into_iter().flatten() {
            if !known.contains(&years) {
                known.push(years);
            }
        }
        known
    }

    /// Whether an age that is none of the readings may still be true.
    ///
    /// # Errors
    ///
    /// If so.
    pub(super) fn refuse(
        &self,
        form: Form,
        own: &Interval<Number>,
        readings: &[Years],
    ) -> Result<(), Refusal> {
        let written = self.written();
        if form == Form::Told {
            // “Ada Bell is 95 years old and was mayor in 1975.”
            let now = written.and_then(|days| self.age(&days));
            let is_now = now.is_some_and(|years| own.meets(&years.interval(0)));
            return if is_now && self.at_death().is_none() { Err(Refusal::Time) } else { Ok(()) };
        }
        // “Emil Marsh, 94, was a painter”, in a text about who is dead.
        let reached = self.scene.place.facts.age_at_death(self.mention.subject);
        let reached = reached.as_ref().and_then(Years::of).filter(|_| self.at_death().is_none());
        if reached.is_some_and(|years| own.meets(&years.interval(0))) {
            return Err(Refusal::Time);
        }
        if written.is_none() && self.at_death().is_none() {
            // A text is no older than what it tells, but nobody knows how much younger.
            let older = |years: &Years| own.lo.value().is_none_or(|lo| *lo >= Number::from(years.least));
            let may_be = form == Form::Apposition || self.fact.event != Some(Event::Founded);
            return if may_be && readings.iter().any(older) { Err(Refusal::Time) } else { Ok(()) };
        }
        let near = |years: &Years| own.meets(&years.interval(1));
        if readings.len() > 1 && readings.iter().any(near) { Err(Refusal::Time) } else { Ok(()) }
    }

    fn age(&self, on: &Days) -> Option<Years> {
        let (facts, subject) = (self.scene.place.facts, self.mention.subject);
        let derived = match self.fact.event {
            Some(Event::Founded) => facts.years_since(subject, Event::Founded, on),
            _ => facts.age(subject, on),
        };
        Years::of(&derived?)
    }

    /// The day of the document, or the time that the header of a table speaks of.
    fn written(&self) -> Option<Days> {
        let place = self.scene.place;
        place.days.clone().or_else(|| place.document.date.map(time::day))
    }

    /// The time that is said nearest.
    fn nearest(&self) -> Option<Days> {
        let scene = self.scene;
        let spoken = of_claim_but(scene.sentence, scene.place.claims, self.said, |date| self.is_aside(date));
        spoken.or_else(|| self.written())
    }

    /// The age that was reached, if the sentence tells of the subject’s death and nobody else’s.
    fn at_death(&self) -> Option<Years> {
        let scene = self.scene;
        if self.fact.event == Some(Event::Founded) {
            return None;
        }
        let fact = self.fact_of(Event::Died)?;
        let cues = scene.place.index.cues_of(fact);
        // “His father died”.
        let of_another = |at: usize| {
            let named = self.mention.words.0 <= at && at < self.mention.words.1;
            let capital = scene.sentence.words[at].case != Case::Lower;
            let name = capital && scene.sentence.shape(at) == Shape::Content && !named && at > 0;
            name || scene.sentence.beside(Beside::Person, at..at + 1).next().is_some()
        };
        let own = scene.cues.of(cues).any(|cue| !cue.0.checked_sub(1).is_some_and(of_another));
        let derived = own.then(|| scene.place.facts.age_at_death(self.mention.subject))??;
        Years::of(&derived)
    }

    fn fact_of(&self, event: Event) -> Option<usize> {
        self.scene.place.facts.subjects[self.mention.subject].life.as_ref()?.fact(event)
    }

    /// Whether a date is that of the birth itself: “who was born in 1930”; or says nothing of the time.
    fn is_aside(&self, date: &Claim) -> bool {
        /// “born on”, “born in Kelby in”.
        const NEAR: usize = 4;
        let (scene, sentence) = (self.scene, self.scene.sentence);
        let here = sentence.place_of(date.span);
        let event = self.fact.event.unwrap_or(Event::Born);
        let cues = self.fact_of(event).map(|fact| scene.place.index.cues_of(fact)).unwrap_or_default();
        let told = scene.cues.of(cues).any(|cue| cue.1 <= here.0 && here.0 <= cue.1 + NEAR);
        let named = self.mention.words.0 <= here.0 && here.0 < self.mention.words.1;
        told || named || sentence.text(here.1) == "=" || self.is_of(event, date)
    }

    /// Whether a date may be that of an event of the subject’s life.
    fn is_of(&self, event: Event, date: &Claim) -> bool {
        let fact = self.fact_of(event).and_then(|fact| self.scene.place.facts.facts.get(fact));
        let known = fact.and_then(|fact| fact.is.extent.as_ref());
        match (known, days_of(date)) {
            (Some(Extent::Days(known)), Some(days)) => known.meets(&days),
            _ => false,
        }
    }
}

/// Days of which one end may be open: “since 1950” tells of its beginning.
fn closed(days: &Days) -> Days {
    match (days.lo.value(), days.hi.value()) {
        (Some(_), Some(_)) | (None, None) => days.clone(),
        (Some(end), None) | (None, Some(end)) => Interval::exactly(*end),
    }
}
