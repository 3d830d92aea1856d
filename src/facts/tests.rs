//! Fact files, sound and broken, with all that is said of each.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::span::Span;

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

#[test]
fn a_sound_file_is_read_whole() {
    let (book, problems) = load(DOHA);
    assert_eq!("", told(&problems));
    let subject = &book.subjects[0];
    assert_eq!("US–Taliban agreement", subject.name);
    assert_eq!(vec!["Doha agreement", "Taliban–US agreement"], subject.names);
    assert_eq!(vec![vec!["peace agreement", "Taliban"]], subject.described);
    assert_eq!("doha", subject.pack);
    let [signed, prisoners, period] = &book.facts[..] else { panic!("{:?}", book.facts) };
    assert_eq!("doha/signed", signed.rule);
    assert_eq!("signed (source: state.gov, checked 2026-11-02)", signed.place.message);
    assert_eq!("29 February 2020", signed.place.source.slice(signed.place.span));
    assert_eq!(8, signed.place.source.position(signed.place.span.start).line);
    assert_eq!("5,000 prisoners", prisoners.text);
    assert_eq!(Severity::Warning, prisoners.severity);
    assert_eq!(Some(jiff::civil::date(2020, 2, 1)), prisoners.from);
    assert_eq!(Some(jiff::civil::date(2020, 12, 31)), prisoners.until);
    assert!(prisoners.pattern.as_ref().expect("a pattern").is_match("free 5,000 prisoners"));
    assert_eq!(Some("the agreement’s text"), period.source.as_deref());
    let kinds: Vec<_> =
        book.examples.iter().map(|example| (example.expected, example.fact.as_deref())).collect();
    let expected = vec![
        (Expectation::Contradicts, Some("signed")),
        (Expectation::Agrees, Some("signed")),
        (Expectation::Silent, None),
        (Expectation::Silent, None),
    ];
    assert_eq!(expected, kinds);
    assert_eq!(Some(jiff::civil::date(2020, 3, 1)), book.examples[0].date);
    assert_eq!(
        "",
        told(&book.lint().into_iter().filter(|d| d.severity > Severity::Info).collect::<Vec<_>>())
    );
}

#[test]
fn several_subjects_share_a_file() {
    let (book, problems) = load(
        "subjects:\n- subject: A\n  facts:\n  - {id: a, cues: [opened], is: 5 towns, source: s}\n\
         - subject: B\n  facts:\n  - {id: b, cues: [opened], is: 6 towns, source: s}\n  - {id: a, cues: [shut], is: 6 towns, source: s}\n",
    );
    assert_eq!("8:10 error: the id `a` is given twice in this file\n    4:10 the first\n", told(&problems));
    let subjects: Vec<_> = book.facts.iter().map(|fact| (fact.subject, fact.rule.as_str())).collect();
    assert_eq!(vec![(0, "doha/a"), (1, "doha/b")], subjects);
}

#[test]
fn texts_that_are_no_fact_file() {
    problems(&[
        ("1:1 error: the file is empty; a fact file has a `subject` and its `facts`", ""),
        ("1:1 error: the file is empty; a fact file has a `subject` and its `facts`", "# nothing\n"),
        ("1:1 error: a fact file is a mapping with `subject` and `facts`, this is text", "subject\n"),
        ("1:1 error: a fact file is a mapping with `subject` and `facts`, this is a list", "[a]"),
        ("2:1 error: a second document begins here; a fact file is one document", "subject: a\n---\nb: c\n"),
        ("1:10 error: an alias (`*name`) without its anchor (`&name`) before it", "subject: *a\n"),
        ("1:14 error: an alias inside the value that it stands for", "subject: &a [*a]\n"),
    ]);
}

#[test]
fn keys_and_shapes() {
    problems(&[
        (
            "1:1 error: unknown key `subjct`; did you mean `subject`?\n\
             2:1 error: `facts` is a list, this is a mapping",
            "subjct: A\nfacts: {id: a}\n",
        ),
        (
            "1:1 error: this fact file has no `facts` (what is known of the subject)\n\
             2:8 error: `names` is a list, this is text\n\
             3:1 error: unknown key `colour`; known are `subject`, `names`, `described`, `facts`, `examples`\n\
             4:1 error: `subject` is given twice\n    1:1 the first",
            "subject: A\nnames: B\ncolour: red\nsubject: C\n",
        ),
    ]);
}
