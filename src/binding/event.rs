//! Days of events that facts know, as a sentence names them: “its founding”, “Quill Works was founded”; and the years from
//! one to another.

use super::Binding;
use super::candidate::{Scene, is_dated};
use super::index::Mention;
use super::sentence::{Run, Shape};
use super::time::{days_of, is_date};
use crate::claims::Claim;
use crate::facts::{Event, Fact};
use crate::language::{AgeCue, Beside, Meaning, Role, Told};
use crate::value::{Days, Extent, Value, day_from_number};
use crate::verdict::Follows;

/// A fact that is a day, named by its cue or by the noun of a life's day; and the words that do it.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) fact: usize,
    pub(super) subject: usize,
    pub(super) words: Run,
}

/// The first and the last year that a date may lie in.
pub(super) type Years = (i64, i64);

impl Scene<'_, '_> {
    pub(super) fn has(&self, at: usize, meaning: &Meaning) -> bool {
        self.sentence.language.lexicon.has(self.sentence.text(at), meaning)
    }

    /// “its”, “her”, “it”, “she”.
    pub(super) fn stands_for_subject(&self, at: usize) -> bool {
        let meanings = [
            Meaning::Told(Told::Its),
            Meaning::Age(AgeCue::Whose),
            Meaning::Told(Told::Pronoun),
            Meaning::Beside(Beside::Pronoun),
        ];
        meanings.iter().any(|meaning| self.has(at, meaning))
    }

    /// “in”, “on”.
    pub(super) fn leads_to_date(&self, at: usize) -> bool {
        self.has(at, &Meaning::Role(Role::In)) || self.has(at, &Meaning::Told(Told::On))
    }

    /// The subject, if the sentence speaks of one only.
    pub(super) fn only_subject(&self) -> Option<usize> {
        let first = self.mentions.first()?.subject;
        self.mentions.iter().all(|mention| mention.subject == first).then_some(first)
    }

    /// The one event that some words name, with nothing else in them: “the signing of the Kestrel Treaty”, “it was
    /// founded”.
    pub(super) fn event_in(&self, region: Run) -> Option<Named> {
        let inside = |mention: &&Mention| region.0 <= mention.words.0 && mention.words.1 <= region.1;
        let mut named = self.mentions.iter().filter(inside);
        let (mention, other) = (named.next(), named.next());
        if other.is_some() {
            return None;
        }
        let called = |at: usize| self.only_subject().filter(|subject| self.is_called(*subject, at));
        let pronoun = (region.0..region.1).find(|at| self.stands_for_subject(*at) || called(*at).is_some());
        let subject = match (mention, pronoun) {
            (Some(mention), _) => mention.subject,
            (None, Some(_)) => self.only_subject()?,
            (None, None) => return None,
        };
        let mut events =
            self.events_of(subject).filter(|event| region.0 <= event.words.0 && event.words.1 <= region.1);
        let event = events.next()?;
        if events.any(|other| other.fact != event.fact) {
            return None;
        }
        let known = |at: usize| {
            let of_mention = mention.is_some_and(|mention| (mention.words.0..mention.words.1).contains(&at));
            let of_event = (event.words.0..event.words.1).contains(&at);
            of_mention || of_event || called(at).is_some() || self.sentence.is_possessive(at)
        };
        let strange = |at: usize| match self.sentence.shape(at) {
            Shape::Content => !known(at),
            Shape::Mark => !matches!(self.sentence.text(at), "'" | "’"),
            Shape::Stop | Shape::Per => false,
        };
        (!(region.0..region.1).any(strange)).then_some(event)
    }

    fn is_called(&self, subject: usize, at: usize) -> bool {
        let word = self.sentence.text(at);
        self.place.facts.subjects[subject].called.iter().any(|own| own.eq_ignore_ascii_case(word))
    }

    /// Where the sentence names days that are facts of a subject.
    pub(super) fn events_of(&self, subject: usize) -> impl Iterator<Item = Named> {
        let facts = self.place.index.facts_of(subject).filter(|at| {
            let fact = &self.place.facts.facts[*at];
            is_dated(fact) && fact.dated.is_empty()
        });
        facts.flat_map(move |fact| {
            let cues = self.cues.of(self.place.index.cues_of(fact)).collect::<Vec<Run>>();
            let event = self.place.facts.facts[fact].event;
            cues.into_iter().chain(self.nouns(event)).map(move |words| Named { fact, subject, words })
        })
    }

    /// “birth”, “death”, “foundation”.
    fn nouns(&self, event: Option<Event>) -> Vec<Run> {
        let nouns = event.and_then(|event| self.sentence.language.life_nouns.get(event.name()));
        let is_noun = |at: &usize| {
            nouns.is_some_and(|nouns| {
                nouns.iter().any(|noun| noun.eq_ignore_ascii_case(self.sentence.text(*at)))
            })
        };
        (0..self.sentence.words.len()).filter(is_noun).map(|at| (at, at + 1)).collect()
    }

    /// The fact of a subject's foundation: its `founded`, or a fact with such a cue.
    pub(super) fn founded(&self, subject: usize) -> Option<usize> {
        let life = self.place.facts.subjects.get(subject)?.life.as_ref();
        let words = self.sentence.language.life.get(Event::Founded.name());
        let is_founded = |cue: &String| {
            let mut parts = cue.split(' ');
            words.is_some_and(|words| parts.any(|part| words.iter().any(|word| word == part)))
        };
        let by_cue = || self.only_day(subject, |fact| fact.cues.iter().any(is_founded));
        life.and_then(|life| life.fact(Event::Founded)).or_else(by_cue)
    }

    /// The one fact of a subject that is a day, and is wanted.
    pub(super) fn only_day(&self, subject: usize, wanted: impl Fn(&Fact) -> bool) -> Option<usize> {
        let mut days = self.place.index.facts_of(subject).filter(|at| {
            let fact = &self.place.facts.facts[*at];
            is_dated(fact) && fact.dated.is_empty() && wanted(fact)
        });
        let day = days.next()?;
        days.next().is_none().then_some(day)
    }

    /// The one date of the sentence, as an index into its claims, with its years; `None` also where a number may be the
    /// year of something else: “the 1969 landing”.
    pub(super) fn only_date(&self) -> Option<(usize, Years)> {
        let mut dates = self.place.claims.iter().enumerate().filter(|(_, claim)| is_date(claim));
        let (at, claim) = dates.next()?;
        let alone = dates.next().is_none() && !self.place.claims.iter().any(is_year_of_something);
        let years = years_of(&days_of(claim)?)?;
        (alone && claim.hedge.is_none() && matches!(claim.value, Value::Date(_)) && years.1 - years.0 <= 1)
            .then_some((at, years))
    }

    /// Whether the sentence asserts what it says, apart from words like “anniversary”, beside which no other fact is told.
    pub(super) fn is_asserted(&self, except: &[Run]) -> bool {
        let marks = |run: &Run| self.sentence.beside(Beside::Marks, run.0..run.0 + 1).next().is_some();
        let own = |run: &Run| except.iter().any(|own| own.0 < run.1 && run.0 < own.1);
        self.sentence.unasserted.iter().all(|run| own(run) || marks(run))
    }

    /// The binding of a claim to a fact from whose day on so many years have passed.
    pub(super) fn years_binding(
        &self,
        offset: usize,
        event: &Named,
        follows: Follows,
        agrees: bool,
    ) -> Binding {
        let text = |run| self.sentence.text_of(run);
        Binding {
            claim: self.place.first + offset,
            fact: event.fact,
            dated: None,
            follows: Some(follows),
            distance: 0,
            agrees,
            doubt: None,
            later: None,
            why: vec![format!(
                "“{}” is a day of “{}” that is known",
                text(event.words),
                self.place.facts.subjects[event.subject].name
            )],
        }
    }
}

/// The years in which a fact's day may lie, one pair for each value that is accepted.
pub(super) fn years_of_fact(fact: &Fact) -> Vec<Years> {
    let values = std::iter::once(&fact.is).chain(fact.also.iter().map(|other| &other.is));
    let days = values.filter_map(|is| match fact.around(is)? {
        Extent::Days(days) => Some(days),
        Extent::Amount(_) => None,
    });
    days.filter_map(|days| years_of(&days)).collect()
}

/// In front of a noun a year may have been read as a number.
fn is_year_of_something(claim: &Claim) -> bool {
    let Value::Amount { low, high: None, .. } = &claim.value else { return false };
    low.to_i64().is_some_and(|number| (1_000..2_100).contains(&number))
}

pub(super) fn years_of(days: &Days) -> Option<Years> {
    let year = |day: Option<&i64>| day.and_then(|day| day_from_number(*day)).map(|day| i64::from(day.year()));
    let years = (year(days.lo.value())?, year(days.hi.value())?);
    (years.0 > 0).then_some(years)
}

/// “99”, “99 or 100”.
pub(super) fn in_words(least: i64, most: i64) -> String {
    if least == most { least.to_string() } else { format!("{least} or {most}") }
}
