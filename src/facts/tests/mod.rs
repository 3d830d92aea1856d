//! Fact files, sound and broken, with all that is said of each.

mod conflict;
mod files;
mod harm;
mod import;
mod life;
mod lint;
mod tables;
mod values;

use std::fmt::Write as _;
use std::time::Duration;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::Language;

/// `line:column severity: message`, a line for each.
fn told(problems: &[Diagnostic]) -> String {
    let mut text = String::new();
    for problem in problems {
        let at = problem.primary.source.position(problem.primary.span.start);
        let severity = problem.severity.name();
        writeln!(text, "{}:{} {severity}: {}", at.line, at.column, problem.message).expect("a string");
        for label in &problem.related {
            let at = label.source.position(label.span.start);
            writeln!(text, "    {}:{} {}", at.line, at.column, label.message).expect("a string");
        }
    }
    text
}

fn load(text: &str) -> (FactBook, Vec<Diagnostic>) {
    let mut book = FactBook::default();
    let problems = book.load(&Source::new("facts/doha.yaml", text), &Language::english());
    (book, problems)
}

/// Each text has exactly these problems.
fn problems(cases: &[(&str, &str)]) {
    for (expected, text) in cases {
        let mut wanted = String::new();
        expected.lines().map(str::trim_end).for_each(|line| writeln!(wanted, "{line}").expect("a string"));
        assert_eq!(wanted, told(&load(text).1), "{text}");
    }
}

/// A file about one subject with these lines of one fact.
fn fact(lines: &str) -> String {
    format!("subject: Doha agreement\nfacts:\n  - id: signed\n    {}\n", lines.replace('\n', "\n    "))
}

/// One sound fact but for these lines, which begin at 7:5.
fn fact_problems(cases: &[(&str, &str)]) {
    let cases: Vec<(&str, String)> = cases
        .iter()
        .map(|(expected, lines)| {
            (*expected, fact(&format!("cues: [signed]\nis: 29 February 2020\nsource: state.gov\n{lines}")))
        })
        .collect();
    problems(&cases.iter().map(|(expected, text)| (*expected, text.as_str())).collect::<Vec<_>>());
}

const DOHA: &str = "\
subject: US–Taliban agreement
names: [Doha agreement, \"Taliban–US agreement\"]
described:
  - [peace agreement, Taliban]
facts:
  - id: signed
    cues: [signed, inked]
    is: '29 February 2020'
    source: https://www.state.gov/agreement
    checked: 2026-11-02
  - id: prisoners
    pattern: 'free (?<value>[\\d,]+ prisoners)'
    is: 5,000 prisoners
    tolerance: 2%
    from: 2020-02
    until: 2020
    source: &text the agreement’s text
    note: up to as many
    severity: warning
  - id: withdrawal-period
    cues: [withdraw]
    is: 14 months
    source: *text
examples:
  contradicts:
    - {text: They signed on 29 January 2020., fact: signed, date: 2020-03-01}
  agrees:
    - text: They signed in February.
      fact: signed
  silent:
    - The Taliban signed nothing.
    - text: Nor did others.
      date: 2021
";

/// A debug build on a busy machine is slow; what is watched for here is minutes.
const SOON: Duration = Duration::from_secs(20);

/// Looks at a book with no day in mind, or with one.
fn look(today: Option<jiff::civil::Date>, language: &Language) -> Look<'_> {
    Look { language, today, stale_after: 2 }
}

fn linted(book: &FactBook, today: Option<jiff::civil::Date>) -> Vec<Diagnostic> {
    book.lint(&look(today, &Language::english()))
}
