//! Names of rules that no check and no fact has: probably misspelt ones.

use rustc_hash::FxHashSet;

use super::{Config, File, Value};
use crate::checks::CHECKS;
use crate::diagnostic::Diagnostic;
use crate::facts::FactBook;
use crate::language::Language;
use crate::selection::names_of;
use crate::yaml::write_instead;

/// So many names get the nearest one beside them: among a million facts it takes long to find.
const MOST_NEAREST: usize = 20;

/// The names, in their order, that no check, no fact and no pack has. A fact file that ships counts even where it
/// is not loaded.
pub fn unknown_rules<'n>(names: impl Iterator<Item = &'n str>, facts: &FactBook) -> Vec<&'n str> {
    let names: Vec<&str> = names.filter(|name| CHECKS.iter().all(|check| check.id != *name)).collect();
    let mut left: FxHashSet<&str> = names.iter().copied().collect();
    strike(&mut left, facts);
    if !left.is_empty() {
        strike(&mut left, &FactBook::shipped(&Language::english()));
    }
    names.into_iter().filter(|name| left.contains(name)).collect()
}

fn strike(names: &mut FxHashSet<&str>, facts: &FactBook) {
    for fact in &facts.facts {
        if names.is_empty() {
            return;
        }
        for name in names_of(&fact.rule) {
            names.remove(name);
        }
    }
}

/// The rule or pack that was probably meant.
pub fn nearest_rule<'f>(wanted: &str, facts: &'f FactBook) -> Option<&'f str> {
    /// Less alike than this, and it is another word.
    const ALIKE: f64 = 0.8;
    /// Longer names are no misspellings, and comparing takes long.
    const LONGEST: usize = 200;
    if wanted.len() > LONGEST {
        return None;
    }
    let wanted = wanted.strip_suffix("/*").unwrap_or(wanted);
    let of_facts = facts.facts.iter().map(|fact| &*fact.rule);
    let packs = facts.subjects.iter().map(|subject| &*subject.pack);
    let all = CHECKS.iter().map(|check| check.id).chain(packs).chain(of_facts);
    let scored = all.map(|rule| (strsim::jaro_winkler(rule, wanted), rule));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
    best.filter(|(score, _)| *score > ALIKE).map(|(_, rule)| rule)
}

impl Config {
    /// The rules that it names and that do not exist, each at its place.
    pub fn unknown_rules(&self, facts: &FactBook) -> Vec<Diagnostic> {
        self.unknown(facts, |_| true)
    }

    /// The rules that it names and that are misspelt names of checks, as far as that can be said without facts:
    /// what else is wrong with a configuration may be the reason why a fact is not known.
    pub fn misspelt_checks(&self) -> Vec<Diagnostic> {
        self.unknown(&FactBook::default(), |nearest| nearest.is_some())
    }

    fn unknown(&self, facts: &FactBook, told: impl Fn(Option<&str>) -> bool) -> Vec<Diagnostic> {
        let named: Vec<(&File, &Value)> =
            self.files.iter().flat_map(|file| file.rules().map(move |value| (&**file, value))).collect();
        let unknown: FxHashSet<&str> =
            unknown_rules(named.iter().map(|(_, value)| &*value.text), facts).into_iter().collect();
        let mut found = Vec::new();
        let misspelt = named.iter().filter(|(_, value)| unknown.contains(&*value.text));
        for (number, (file, value)) in misspelt.enumerate() {
            let near = if number < MOST_NEAREST { nearest_rule(&value.text, facts) } else { None };
            if told(near) {
                let mut problem = file.problem(value, no_rule(&value.text, near));
                // Several in one text are a list, as the command line has it.
                let list = value.text.contains(',').then(|| format!("[{}]", crate::yaml::cut(&value.text)));
                let offer = list.as_deref().or(near).map(|text| write_instead(value.span, text));
                problem.suggestions.extend(offer);
                found.push(problem);
            }
        }
        found
    }
}

/// What is said of a rule that does not exist.
pub fn no_rule(wanted: &str, nearest: Option<&str>) -> String {
    let hint = nearest.map_or_else(String::new, |rule| format!("; did you mean {rule}?"));
    format!("no rule and no fact file is called {}{hint}", crate::yaml::cut(wanted))
}
