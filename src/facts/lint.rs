//! What is odd about a book of facts though every file of it can be loaded.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::common::{Common, CommonWords};
use super::conflict::{Clash, clashes};
use super::{Expectation, Fact, FactBook, RULE};
use crate::claims::Kind;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::language::Language;
use crate::value::{Bound, DateUnit, Extent, Interval, Value};
use crate::yaml::diagnostic;

/// What a book is looked at with.
#[derive(Debug, Clone, Copy)]
pub struct Look<'l> {
    /// The language of the facts.
    pub language: &'l Language,
    /// The day on which sources are old or not; without one none is.
    pub today: Option<Date>,
    /// So many years after somebody looked a source is old.
    pub stale_after: i16,
}

/// A table's facts share a rule, and what is said of one is meant for all: it is said so often.
const MOST_OF_ONE_RULE: usize = 3;

impl FactBook {
    /// What an author of facts should look at: facts without an example or with an old source, facts that
    /// are there twice or contradict each other across files, cues and names that lead to two places or are
    /// words of every text, values that no text can meet. Ordered by path and place.
    /// What [`FactBook::load`] has said of a file (a fact without a source, say) is not said again.
    pub fn lint(&self, look: &Look<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.without_example(&mut found);
        self.clashes(&mut found);
        self.shared_cues(&mut found);
        self.names(look.language, &mut found);
        self.old(look, &mut found);
        self.unreachable(&mut found);
        found.sort_by(|a, b| a.order().cmp(&b.order()));
        found
    }

    fn without_example(&self, found: &mut Vec<Diagnostic>) {
        let shown: FxHashSet<(&str, &str)> = self
            .examples
            .iter()
            .filter(|example| example.expected != Expectation::Silent)
            .filter_map(|example| Some((&*example.pack, example.fact.as_deref()?)))
            .collect();
        let mut told = FxHashSet::default();
        // One note a file: a file without any examples may have hundreds of facts.
        let mut files: FxHashMap<String, Vec<&Fact>> = FxHashMap::default();
        for fact in &self.facts {
            let pack = &*self.subjects[fact.subject].pack;
            if !shown.contains(&(pack, &*fact.id)) && told.insert(Arc::as_ptr(&fact.rule).cast::<u8>()) {
                files.entry(fact.label().source.path().to_owned()).or_default().push(fact);
            }
        }
        for facts in files.into_values() {
            let message = match facts.as_slice() {
                [] => continue,
                [fact] => format!("no example shows what `{}` finds", fact.id),
                [fact, others @ ..] => {
                    let (count, facts) = (others.len(), if others.len() == 1 { "fact" } else { "facts" });
                    format!("no example shows what `{}` and {count} other {facts} of this file find", fact.id)
                }
            };
            found.push(about(facts[0], Severity::Info, message));
        }
    }

    /// Facts of one subject that contradict each other were told when their file was loaded; these stand
    /// under one name in two, or say the same twice.
    fn clashes(&self, found: &mut Vec<Diagnostic>) {
        let mut names: FxHashMap<String, usize> = FxHashMap::default();
        let number: Vec<usize> = self
            .subjects
            .iter()
            .enumerate()
            .map(|(index, subject)| *names.entry(subject.name.to_lowercase()).or_insert(index))
            .collect();
        let facts = self.facts.iter().enumerate().map(|(index, fact)| (index, number[fact.subject], fact));
        for (first, second, clash) in clashes(facts) {
            let (first, second) = (&self.facts[first], &self.facts[second]);
            let (severity, message) = match clash {
                Clash::Contradiction => (
                    Severity::Error,
                    format!(
                        "`{}` is {} and `{}` is {}: both cannot be true",
                        first.rule, first.text, second.rule, second.text
                    ),
                ),
                Clash::Duplicate => {
                    (Severity::Warning, format!("`{}` says the same as `{}`", second.rule, first.rule))
                }
            };
            found.push(related(about(second, severity, message), first.label()));
        }
    }

    /// With the same subject, cue and kind a claim may be held against the wrong one of two facts.
    fn shared_cues(&self, found: &mut Vec<Diagnostic>) {
        let mut seen: FxHashMap<(usize, Kind, String), &Fact> = FxHashMap::default();
        let mut told: FxHashMap<(*const u8, *const u8, &str), usize> = FxHashMap::default();
        for fact in &self.facts {
            for cue in &*fact.cues {
                let first = seen.entry((fact.subject, fact.is.kind, cue.to_lowercase())).or_insert(fact);
                // One value after the other is what `from` and `until` are for.
                let apart = fact.from.zip(first.until).is_some_and(|(from, until)| from > until)
                    || first.from.zip(fact.until).is_some_and(|(from, until)| from > until);
                if std::ptr::eq(*first, fact) || apart {
                    continue;
                }
                let rule = |fact: &Fact| Arc::as_ptr(&fact.rule).cast::<u8>();
                let times = told.entry((rule(first), rule(fact), cue)).or_default();
                *times += 1;
                if *times <= MOST_OF_ONE_RULE {
                    let message = format!(
                        "the cue “{cue}” also leads to `{}`, whose value is of the same kind",
                        first.id
                    );
                    found.push(related(about(fact, Severity::Info, message), first.label()));
                }
            }
        }
    }

    fn names(&self, language: &Language, found: &mut Vec<Diagnostic>) {
        let words = CommonWords::new(language);
        let mut facts_of: FxHashMap<usize, &Fact> = FxHashMap::default();
        for fact in &self.facts {
            facts_of.entry(fact.subject).or_insert(fact);
        }
        let mut seen: FxHashMap<String, usize> = FxHashMap::default();
        for (index, subject) in self.subjects.iter().enumerate() {
            for name in std::iter::once(&subject.name).chain(&subject.names) {
                let first = *seen.entry(name.to_lowercase()).or_insert(index);
                let (Some(fact), Some(other)) = (facts_of.get(&index), facts_of.get(&first)) else {
                    continue;
                };
                if first != index {
                    let message = format!(
                        "“{name}” names two subjects: {} ({}) and {} ({})",
                        self.subjects[first].name, self.subjects[first].pack, subject.name, subject.pack
                    );
                    found.push(related(about(fact, Severity::Warning, message), other.label()));
                } else if let Some(common) = words.look(name) {
                    let severity = if common == Common::Name { Severity::Info } else { Severity::Warning };
                    let mut poor = about(fact, severity, common.message(name, &subject.name));
                    poor.notes.push(common.advice().to_owned());
                    found.push(poor);
                }
            }
        }
    }

    fn old(&self, look: &Look<'_>, found: &mut Vec<Diagnostic>) {
        let Some(today) = look.today else { return };
        let years = jiff::Span::new().try_years(look.stale_after);
        let Some(limit) = years.ok().and_then(|years| today.checked_sub(years).ok()) else { return };
        let mut told: FxHashMap<*const u8, usize> = FxHashMap::default();
        for fact in &self.facts {
            let message = match fact.checked {
                Some(checked) if checked >= limit => continue,
                Some(checked) => format!(
                    "the source of `{}` was last looked at on {checked}: look again, and write the day as `checked`",
                    fact.id
                ),
                None => format!(
                    "nobody says when the source of `{}` was last looked at: look, and write the day as `checked`",
                    fact.id
                ),
            };
            let times = told.entry(Arc::as_ptr(&fact.rule).cast()).or_default();
            *times += 1;
            if *times <= MOST_OF_ONE_RULE {
                found.push(about(fact, Severity::Warning, message));
            }
        }
    }

    fn unreachable(&self, found: &mut Vec<Diagnostic>) {
        for fact in &self.facts {
            let values = std::iter::once(&fact.is).chain(fact.dated.iter().map(|value| &value.is));
            for is in values.chain(fact.also.iter().map(|value| &value.is)) {
                // A day without a year is held against the same day of any year.
                let day = matches!(&is.value, Value::Date(date) if matches!(date.unit, DateUnit::Day { .. }));
                let message = match fact.around(is) {
                    None if day => continue,
                    None => format!("no text can be held against `{}`: {} has no extent", fact.id, fact.text),
                    Some(extent) if is_empty(&extent) => {
                        format!("no value can agree with `{}`: nothing is {}", fact.id, fact.text)
                    }
                    Some(_) => continue,
                };
                found.push(about(fact, Severity::Warning, message));
            }
        }
    }
}

fn is_empty(extent: &Extent) -> bool {
    match extent {
        Extent::Amount(amounts) => is_turned(amounts),
        Extent::Days(days) => is_turned(days),
    }
}

fn is_turned<T: Ord>(interval: &Interval<T>) -> bool {
    match (&interval.lo, &interval.hi) {
        (Bound::Included(lo), Bound::Included(hi)) => lo > hi,
        (lo, hi) => lo.value().zip(hi.value()).is_some_and(|(lo, hi)| lo >= hi),
    }
}

fn about(fact: &Fact, severity: Severity, message: String) -> Diagnostic {
    diagnostic(RULE, (severity, message), Label { message: String::new(), ..fact.label() })
}

fn related(mut diagnostic: Diagnostic, place: Label) -> Diagnostic {
    diagnostic.related.push(place);
    diagnostic
}
