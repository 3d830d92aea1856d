//! What is odd about a book of facts though every file of it can be loaded.

use rustc_hash::{FxHashMap, FxHashSet};

use super::conflict::contradictions;
use super::problem::diagnostic;
use super::{Expectation, Fact, FactBook};
use crate::claims::Kind;
use crate::diagnostic::{Diagnostic, Label, Severity};

impl FactBook {
    /// What an author of facts should look at: facts without an example, facts of different files that
    /// contradict each other, cues and names that lead to two places. Ordered by path and place.
    /// What [`FactBook::load`] has said of a file (a fact without a source, say) is not said again.
    pub fn lint(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.without_example(&mut found);
        self.contradictions_across(&mut found);
        self.shared_cues(&mut found);
        self.shared_names(&mut found);
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
        for fact in &self.facts {
            let pack = &*self.subjects[fact.subject].pack;
            if !shown.contains(&(pack, &*fact.id)) {
                let message = format!("no example shows what `{}` finds", fact.id);
                found.push(about(fact, Severity::Info, message));
            }
        }
    }

    /// Facts of one subject were compared when their file was loaded; these stand under one name in two.
    fn contradictions_across(&self, found: &mut Vec<Diagnostic>) {
        let mut names: FxHashMap<String, usize> = FxHashMap::default();
        let number: Vec<usize> = self
            .subjects
            .iter()
            .enumerate()
            .map(|(index, subject)| *names.entry(subject.name.to_lowercase()).or_insert(index))
            .collect();
        let facts = self.facts.iter().enumerate().map(|(index, fact)| (index, number[fact.subject], fact));
        for (first, second) in contradictions(facts) {
            let (first, second) = (&self.facts[first], &self.facts[second]);
            let message = format!(
                "`{}` is {} and `{}` is {}: both cannot be true",
                first.rule, first.text, second.rule, second.text
            );
            found.push(related(about(second, Severity::Error, message), first.label()));
        }
    }

    /// With the same subject, cue and kind a claim may be held against the wrong one of two facts.
    fn shared_cues(&self, found: &mut Vec<Diagnostic>) {
        let mut seen: FxHashMap<(usize, Kind, String), &Fact> = FxHashMap::default();
        for fact in &self.facts {
            for cue in &*fact.cues {
                let first = seen.entry((fact.subject, fact.is.kind, cue.to_lowercase())).or_insert(fact);
                // One value after the other is what `from` and `until` are for.
                let apart = fact.from.zip(first.until).is_some_and(|(from, until)| from > until)
                    || first.from.zip(fact.until).is_some_and(|(from, until)| from > until);
                if !std::ptr::eq(*first, fact) && !apart {
                    let message = format!(
                        "the cue “{cue}” also leads to `{}`, whose value is of the same kind",
                        first.id
                    );
                    found.push(related(about(fact, Severity::Info, message), first.label()));
                }
            }
        }
    }

    fn shared_names(&self, found: &mut Vec<Diagnostic>) {
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
                }
            }
        }
    }
}

fn about(fact: &Fact, severity: Severity, message: String) -> Diagnostic {
    diagnostic(severity, Label { message: String::new(), ..fact.label() }, message)
}

fn related(mut diagnostic: Diagnostic, place: Label) -> Diagnostic {
    diagnostic.related.push(place);
    diagnostic
}
