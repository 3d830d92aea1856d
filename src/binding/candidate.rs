//! Which fact each claim of a sentence may speak of, and what that costs: words, clauses and rivals between the
//! subject, the cue and the value.

use jiff::civil::Date;

use super::age;
use super::cue::{Cues, Phrases, is_qualified};
use super::fit::{Said, fits, is_other_measure};
use super::index::{By, Mention};
use super::refusal::{Refusal, Refused};
use super::respective::Order;
use super::sentence::{Run, Sentence};
use super::time;
use super::{Place, facts_for};
use crate::facts::{Fact, Pattern};
use crate::span::Span;
use crate::value::{Bound, Days, Interval, Value, day_number};
use crate::verdict::Follows;

/// A claim and a fact that it may speak of.
#[derive(Debug, Clone, Default)]
pub(super) struct Candidate {
    /// The claim's place among the sentence's claims.
    pub(super) offset: usize,
    /// The fact, as an index into the fact book's facts.
    pub(super) fact: usize,
    /// Its value at the time spoken of.
    pub(super) dated: Option<usize>,
    /// The subject's mention, among the sentence's mentions.
    pub(super) mention: usize,
    /// The words of the nearest cue.
    pub(super) cue: Option<Run>,
    /// The less, the surer.
    pub(super) cost: u32,
    /// Whether claim and fact can both be true.
    pub(super) agrees: bool,
    /// Whether the text speaks of a time at which the fact does not hold, or has no value.
    pub(super) another_time: bool,
    /// The value that follows from the fact, where it is not the fact's own: an age from a birth.
    pub(super) follows: Option<Follows>,
}

/// A sentence, read for binding.
pub(super) struct Scene<'s, 'a> {
    pub(super) place: &'s Place<'a>,
    pub(super) sentence: &'s Sentence<'a>,
    pub(super) mentions: &'s [Mention],
    pub(super) cues: &'s Cues,
    /// All phrases of the facts that stand in the sentence.
    pub(super) phrases: &'s Phrases,
    /// Which value belongs to which subject by their order.
    pub(super) order: Order,
}

/// A cue further from its claim than this says nothing about it.
pub(super) const FARTHEST: u32 = 40;

impl Scene<'_, '_> {
    /// All pairs of a claim and a fact that have a subject, a cue and the same measure.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        self.try_all(|_, tried| found.extend(tried));
        found
    }

    /// All other pairs of a claim and a fact of a subject that stands there, with what speaks against them.
    pub(super) fn refusals(&self) -> Vec<Refused> {
        let mut refused = Vec::new();
        self.try_all(|(claim, fact), tried| {
            refused.extend(tried.err().map(|why| Refused { claim: self.place.first + claim, fact, why }));
        });
        refused
    }

    /// Those that measure something else are passed over unless it is asked why they are none.
    fn try_all(&self, mut done: impl FnMut((usize, usize), Result<Candidate, Refusal>)) {
        /// More claims or names make no sentence but a list, in which nothing can be told and all would be compared
        /// with all.
        const MOST: usize = 64;
        if self.place.claims.len() > MOST || self.mentions.len() > MOST {
            return;
        }
        for (offset, claim) in self.place.claims.iter().enumerate() {
            let wanted = facts_for(std::slice::from_ref(claim), self.place.why_not);
            let said = Said::new(claim, self.place.text, self.sentence);
            // “2005 = 100” is the base of an index.
            if self.sentence.text(said.here.0.wrapping_sub(1)) == "=" {
                continue;
            }
            for (number, mention) in self.mentions.iter().enumerate() {
                // The 2020 of “the 2020 presidential election” is a name's, not a value.
                if mention.is_named() && said.here.0 < mention.words.1 && mention.words.0 < said.here.1 {
                    continue;
                }
                let index = self.place.index;
                for fact in index.facts_of(mention.subject) {
                    if !(self.place.why_not || index.kinds_of(fact).meets(wanted)) {
                        continue;
                    }
                    let tried = self.pair(offset, &said, number, fact);
                    done((offset, fact), tried);
                }
            }
        }
    }

    fn pair(
        &self,
        offset: usize,
        said: &Said<'_>,
        number: usize,
        index: usize,
    ) -> Result<Candidate, Refusal> {
        let fact = &self.place.facts.facts[index];
        let mention = &self.mentions[number];
        let found = |cue: Option<Run>, cost: u32| {
            let days = self.time_of(said);
            let dated = value_at(fact, days.as_ref());
            let no_value = dated.is_none() && !fact.dated.is_empty();
            let another_time = !is_dated(fact) && (no_value || !holds_at(fact, days.as_ref()));
            let value = dated.and_then(|dated| fact.dated.get(dated));
            let agrees = fits(self.sentence, said, (fact, value), cue).ok_or(Refusal::Measure)?;
            let cost = if self.order.has(offset) { 0 } else { cost };
            Ok(Candidate {
                offset,
                fact: index,
                dated,
                mention: number,
                cue,
                cost,
                agrees,
                another_time,
                follows: None,
            })
        };
        if age::is_age_against(said, fact) {
            let age = age::compare(self, said, mention, fact)?;
            let base = Candidate { offset, fact: index, mention: number, ..Candidate::default() };
            return Ok(Candidate {
                cost: age.cost,
                agrees: age.agrees,
                follows: Some(Follows::Age(age.follows)),
                ..base
            });
        }
        if let Some(pattern) = &fact.pattern {
            let measured = found(None, 0);
            // A pattern is dear, and none of the others is asked for.
            if measured.is_err() && !self.place.why_not {
                return measured;
            }
            let value = self.matched(pattern).filter(|value| value.overlaps(said.claim.span));
            return value.ok_or(Refusal::Pattern).and(measured);
        }
        let amount = !time::is_date(said.claim);
        let ordered = self.order.has(offset);
        let cue = self.cue(index, said, amount)?;
        let cost = self.to_cue(cue, said);
        if !ordered && cost > FARTHEST || self.sentence.distance(cue, said.here) > FARTHEST {
            return Err(Refusal::Far);
        }
        if self.is_excepted(index, cue, said) {
            return Err(Refusal::Excepted);
        }
        if amount && is_other_measure(self.sentence, said, fact, Some(cue)) {
            return Err(Refusal::Part);
        }
        if self.is_set_aside(mention, said)
            || amount && !ordered && self.is_compared_with(mention, cue, said, fact)
        {
            return Err(Refusal::Compared);
        }
        if !self.order.allows(offset, mention) {
            return Err(Refusal::Order);
        }
        found(Some(cue), cost + if mention.is_named() { self.to_subject(mention, cue, said) } else { 0 })
    }

    /// The cue of a fact that is nearest to a value.
    fn cue(&self, fact: usize, said: &Said<'_>, amount: bool) -> Result<Run, Refusal> {
        let mut refusal = Refusal::NoCue;
        let cues = self.cues.of(self.place.index.cues_of(fact));
        let own = cues.filter(|cue| {
            let qualified = amount && is_qualified(self.sentence, *cue, self.mentions);
            if qualified {
                refusal = Refusal::Qualified;
            }
            !qualified
        });
        own.min_by_key(|cue| self.to_cue(*cue, said)).ok_or(refusal)
    }

    /// Whether one of the words stands beside the cue that make it another fact's: “GDP (PPP)”.
    fn is_excepted(&self, fact: usize, cue: Run, said: &Said<'_>) -> bool {
        /// “GDP per capita at purchasing power parity”.
        const BESIDE: usize = 5;
        let phrases = self.place.index.unless_of(fact).iter();
        let mut runs = phrases.filter_map(|phrase| self.phrases.get(phrase)).flatten();
        let (from, to) = (cue.0.min(said.here.0), cue.1.max(said.here.0));
        runs.any(|run| {
            let near = cue.0.saturating_sub(1) <= run.0 && run.1 <= cue.1 + BESIDE;
            near || from <= run.0 && run.1 <= to
        })
    }

    /// The days that a value is of: by its sentence, its table's header, or else the document's date.
    pub(super) fn time_of(&self, said: &Said<'_>) -> Option<Days> {
        self.said_time_of(said).or_else(|| self.place.document.date.map(time::day))
    }

    /// The days that a value is of by its sentence or its table's header.
    pub(super) fn said_time_of(&self, said: &Said<'_>) -> Option<Days> {
        let spoken = time::of_claim(self.sentence, self.place.claims, said);
        spoken.or_else(|| self.place.days.clone())
    }

    /// What brought a claim and a fact together, in words.
    pub(super) fn why(&self, candidate: &Candidate) -> Vec<String> {
        let text = |run| self.sentence.text_of(run);
        let mention = &self.mentions[candidate.mention];
        let subject = &self.place.facts.subjects[mention.subject].name;
        let mut why = vec![match mention.by {
            By::Name => format!("“{}” names the subject", text(mention.words)),
            By::Description => format!("the sentence describes “{subject}”"),
            By::Topic => format!("“{}” stands for “{subject}”", text(mention.words)),
            By::Heading => format!("the heading names “{subject}”"),
        }];
        why.extend(candidate.cue.map(|cue| format!("cue “{}”", text(cue))));
        why
    }

    fn matched(&self, pattern: &Pattern) -> Option<Span> {
        let span = self.place.span;
        let captures = pattern.captures(&self.place.text[span.range()])?;
        Some(Span::of(&captures.name("value")?.range()).shifted(span.start))
    }
}

/// The value of a fact at a time, the latest if none is spoken of; `None` also if the fact has one value for all times.
fn value_at(fact: &Fact, days: Option<&Days>) -> Option<usize> {
    let Some(days) = days else { return fact.dated.len().checked_sub(1) };
    fact.dated.iter().position(|dated| {
        Interval { lo: Bound::Included(day_number(dated.first)), hi: Bound::Included(day_number(dated.last)) }
            .meets(days)
    })
}

/// Whether a fact holds on some of these days.
fn holds_at(fact: &Fact, days: Option<&Days>) -> bool {
    let end = |date: Option<Date>| date.map_or(Bound::Open, |date| Bound::Included(day_number(date)));
    let valid: Days = Interval { lo: end(fact.from), hi: end(fact.until) };
    days.is_none_or(|days| days.meets(&valid))
}

/// Whether a fact is a day or year, of which a sentence may have many.
pub(super) fn is_dated(fact: &Fact) -> bool {
    matches!(fact.is.value, Value::Date(_))
}
