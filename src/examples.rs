//! Runs the examples that rule files carry: what a rule must flag, let pass, and leave alone.

use crate::checks::{CHECKS, Check};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::document::iso_day;
use crate::explain::Record;
use crate::facts::{Example, Expectation, FactBook};
use crate::language::{Language, LanguageExample, SHIPPED, Shipped};
use crate::pipeline::Linter;
use crate::selection::Selection;
use crate::source::Source;
use crate::span::Span;
use crate::verdict::{Against, Outcome};

/// What came of a run.
#[derive(Debug, Default)]
pub struct Tally {
    /// Examples that came out as they say.
    pub passed: usize,
    /// Those that did not, each at its place in its rule file.
    pub failures: Vec<Diagnostic>,
}

/// The rule id of failed examples.
pub const RULE: &str = "example";

/// Runs the examples of all fact files that the linter knows.
pub fn facts(linter: &Linter) -> Tally {
    let mut tally = Tally::default();
    for example in &linter.facts().examples {
        let failure = fact_failure(linter, example).map(|message| failure(example.place.clone(), message));
        tally.add(failure);
    }
    tally
}

/// Runs the examples of all checks.
pub fn checks(linter: &Linter) -> Tally {
    let mut tally = Tally::default();
    for check in CHECKS {
        let Ok(rule) = check.rule() else { continue };
        let mut own = rule.examples.facts.as_deref().map(|facts| {
            let (linter, problems) = with_facts(check, facts);
            tally.failures.extend(problems);
            linter
        });
        let cases = rule.examples.flags.iter().map(|example| (example, true));
        for (example, flags) in cases.chain(rule.examples.passes.iter().map(|example| (example, false))) {
            let beside = example.beside.iter().zip(1..).map(|(text, number)| {
                Source::in_corpus("beside.txt", format!("{number}"), None, text.clone())
            });
            let mut articles = vec![article(&example.text, example.date.as_deref())];
            articles.extend(beside);
            let today = example.today.as_deref().and_then(iso_day);
            own = own.map(|own| own.with_today(today));
            let linter = own.as_ref().unwrap_or(linter);
            let findings =
                if articles.len() == 1 { linter.lint(&articles[0]) } else { linter.lint_together(&articles) };
            let flagged = findings.iter().any(|finding| finding.rule == check.id);
            let message = match (flags, flagged) {
                (true, false) => Some("must be flagged, but is let pass".to_owned()),
                (false, true) => Some("must be let pass, but is flagged".to_owned()),
                _ => None,
            };
            let place = || place_of(check.file, &example.text);
            tally.add(message.map(|message| failure(place(), format!("“{}”: {message}", example.text))));
        }
    }
    tally
}

/// A linter for the facts that a check's examples are held against, and what is wrong with these.
fn with_facts(check: &Check, facts: &str) -> (Linter, Vec<Diagnostic>) {
    let language = Language::english();
    let mut book = FactBook::default();
    let problems = book.load(&Source::new(check.file.0, facts), &language);
    let only = Selection { select: vec![check.id.to_owned()], ..Selection::default() };
    (Linter::new(language, book).with_selection(only), problems)
}

/// Runs the examples of all language files that ship.
pub fn languages() -> Tally {
    let mut tally = Tally::default();
    for Shipped { path, text, .. } in SHIPPED {
        let language = match Language::from_yaml(path, text) {
            Ok(language) => language,
            Err(error) => {
                tally.add(Some(failure(place_of((path, text), ""), error.to_string())));
                continue;
            }
        };
        let linter = Linter::new(language, FactBook::default());
        for example in &linter.language().examples {
            let message = language_failure(&linter, example);
            tally.add(message.map(|message| failure(place_of((path, text), &example.text), message)));
        }
    }
    tally
}

impl Tally {
    fn add(&mut self, failure: Option<Diagnostic>) {
        match failure {
            Some(failure) => self.failures.push(failure),
            None => self.passed += 1,
        }
    }

    /// Both tallies as one.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.passed += other.passed;
        self.failures.extend(other.failures);
        self
    }
}

fn article(text: &str, date: Option<&str>) -> Source {
    // A table is one in Markdown.
    let path = if text.starts_with('|') { "example.md" } else { "example.txt" };
    Source::in_corpus(path, String::new(), date.map(str::to_owned), text.to_owned())
}

fn fact_failure(linter: &Linter, example: &Example) -> Option<String> {
    let date = example.date.map(|date| date.to_string());
    let reading = linter.read(&article(&example.text, date.as_deref()));
    let judged: Vec<(&str, &Outcome)> = reading
        .verdicts
        .iter()
        .filter_map(|verdict| match verdict.against {
            Against::Fact { fact, .. } => Some((&*linter.facts().facts[fact].rule, &verdict.outcome)),
            Against::Later(_) | Against::Check(_) => None,
        })
        .collect();
    let wanted = example.fact.as_ref().map(|fact| format!("{}/{fact}", example.pack));
    let words = |outcome: &Outcome| match outcome {
        Outcome::Agrees => "agrees with".to_owned(),
        Outcome::Contradicts => "contradicts".to_owned(),
        Outcome::Ambiguous(doubt) => format!("is undecided ({doubt}) against"),
    };
    let got = || {
        let all: Vec<String> =
            judged.iter().map(|(rule, outcome)| format!("{} {rule}", words(outcome))).collect();
        if all.is_empty() { "is compared with nothing".to_owned() } else { all.join(", ") }
    };
    let is = |expected: &Outcome| {
        judged.iter().any(|(rule, outcome)| Some(*rule) == wanted.as_deref() && *outcome == expected)
    };
    let expected = match example.expected {
        Expectation::Contradicts if !is(&Outcome::Contradicts) => "contradict",
        Expectation::Agrees if !is(&Outcome::Agrees) => "agree with",
        Expectation::Silent => {
            let own = format!("{}/", example.pack);
            let loud = judged
                .iter()
                .any(|(rule, outcome)| rule.starts_with(&own) && !matches!(outcome, Outcome::Ambiguous(_)));
            return loud.then(|| format!("“{}” must be left alone, but it {}", example.text, got()));
        }
        _ => return None,
    };
    Some(format!("“{}” must {expected} {}, but it {}", example.text, wanted.unwrap_or_default(), got()))
}

fn language_failure(linter: &Linter, example: &LanguageExample) -> Option<String> {
    let reading = linter.read(&article(&example.text, example.date.as_deref()));
    let records: Vec<Record<'_>> = linter.records(&reading).collect();
    let json = |record: &Record<'_>| serde_json::to_string(&record.value).unwrap_or_default();
    let found: Vec<String> = records
        .iter()
        .map(|record| format!("“{}” = {}", record.text, json(record).trim_matches('"')))
        .collect();
    let right = match (&example.claim, &example.value) {
        (None, _) => found.is_empty(),
        (Some(claim), None) => records.iter().any(|record| record.text == *claim),
        (Some(claim), Some(value)) => found.contains(&format!("“{claim}” = {value}")),
    };
    (!right).then(|| format!("in “{}” was read: {}", example.text, found.join(", ")))
}

fn failure(place: Label, message: String) -> Diagnostic {
    Diagnostic {
        rule: RULE.into(),
        severity: Severity::Error,
        message,
        primary: place,
        related: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    }
}

/// Where an example's sentence begins in its rule file, as far as its quoting lets it be found.
fn place_of((path, text): (&str, &str), sentence: &str) -> Label {
    let at = text.find(sentence).map_or(0..0, |at| at..at + sentence.len());
    Label { source: Source::new(path, text), span: Span::of(&at), message: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_example_comes_out_as_it_says() {
        let linter = Linter::shipped().with_selection(Selection::pedantic());
        let tally = facts(&linter).and(checks(&linter)).and(languages());
        let failures: Vec<String> = tally.failures.iter().map(|failure| failure.message.clone()).collect();
        assert!(failures.is_empty(), "{}", failures.join("\n"));
        assert!(tally.passed > 50, "{} examples", tally.passed);
    }
}
