//! Every format is fed the same findings.

use super::{REPORTS, Run, Style};
use crate::diagnostic::{Diagnostic, Label, Severity, Suggestion};
use crate::source::Source;
use crate::span::Span;

fn label(source: &Source, words: &str, message: &str) -> Label {
    let at = source.text().find(words).expect(words);
    Label { source: source.clone(), span: Span::of(&(at..at + words.len())), message: message.into() }
}

fn finding(rule: &str, severity: Severity, message: &str, primary: Label) -> Diagnostic {
    let (related, notes, suggestions) = (Vec::new(), Vec::new(), Vec::new());
    Diagnostic { rule: rule.into(), severity, message: message.into(), primary, related, notes, suggestions }
}

fn suggestion(label: &Label, replacement: &str) -> Suggestion {
    let message = format!("write “{replacement}”");
    Suggestion { span: label.span, replacement: replacement.into(), message }
}

fn sample() -> Vec<Diagnostic> {
    let words = "and so they talked on until late in the night, as they had done for weeks, ";
    let long = format!("{}it was signed on January 29, 2020 in Doha, {}", words.repeat(20), words.repeat(20));
    let draft = Source::new("draft.md", format!("# Head\n\n{long}\n"));
    let facts = Source::new("facts.yaml", "facts:\n  - id: signed\n    is: 29 February 2020\n");
    let mut fact = finding(
        "pack/signed",
        Severity::Error,
        "the text says 29 January 2020, the fact says 29 February 2020",
        label(&draft, "January 29, 2020", "a month early"),
    );
    fact.related.push(label(&facts, "29 February 2020", "signed (source: a treaty)"));
    fact.notes.push("compared because of the cue “signed”".into());
    fact.suggestions.push(suggestion(&fact.primary, "February 29, 2020"));

    let short = Source::new(
        "notes.txt",
        "Crème brûlée was served on Tuesday, 3 April 2020.\nsecond\tline 日本 5 km\n",
    );
    let mut weekday = finding(
        "weekday-mismatch",
        Severity::Warning,
        "the text says Tuesday, but 3 April 2020 is a Friday",
        label(&short, "Tuesday", "3 April 2020 is a Friday"),
    );
    weekday.related.push(label(&short, "3 April 2020", ""));
    weekday.suggestions.push(suggestion(&weekday.primary, "Friday"));
    weekday.suggestions.push(suggestion(&label(&short, "3", ""), "7"));
    let wide = finding("wide", Severity::Info, "after wide letters", label(&short, "5 km", "here"));
    let lines =
        finding("two-lines", Severity::Error, "over two lines", label(&short, "2020.\nsecond", "from here"));

    let hostile = Source::new("bad\u{1b}[31m.txt", "red \u{1b}[31m 5 \u{202e}end");
    let escape =
        finding("escape", Severity::Error, "a \u{1b}[31m message", label(&hostile, "5", "\u{1b}label"));
    let corpus = Source::in_corpus("news.jsonl", "17".into(), None, "It is 5.".into());
    let end = Label { source: corpus.clone(), span: Span::new(8, 8), message: "the end".into() };
    let empty = finding("empty", Severity::Info, "nothing at the end", end);
    vec![fact, weekday, wide, lines, escape, empty]
}

fn written(name: &str, color: bool) -> String {
    let diagnostics = sample();
    let run = Run { diagnostics: &diagnostics, files: 4, failed: 1, quiet: false };
    let report = super::find(name).expect(name);
    let mut out = Vec::new();
    (report.write)(&run, &Style { color, width: 90 }, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("text")
}

#[test]
fn full_looks_like_this() {
    insta::assert_snapshot!(written("full", false));
}

#[test]
fn concise_looks_like_this() {
    insta::assert_snapshot!(written("concise", false));
}

#[test]
fn json_looks_like_this() {
    insta::assert_snapshot!(written("json", false));
}

#[test]
fn color_is_only_where_it_is_wanted() {
    for report in REPORTS {
        assert!(!written(report.name, false).contains('\u{1b}'), "{} has escape codes", report.name);
    }
    assert!(written("concise", true).contains("\u{1b}[1;31merror\u{1b}[0m"));
    assert!(written("full", true).contains('\u{1b}'));
}

#[test]
fn json_lines_are_the_objects_of_json() {
    let whole: serde_json::Value = serde_json::from_str(&written("json", false)).expect("JSON");
    let lines: Vec<serde_json::Value> =
        written("jsonl", false).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(whole["diagnostics"].as_array(), Some(&lines));
}

#[test]
fn the_closing_line_counts_in_plain_words() {
    let close = |count: usize, files: usize, failed: usize, quiet: bool| {
        let diagnostics: Vec<Diagnostic> = sample().into_iter().take(count).collect();
        super::summary::summary(
            &Run { diagnostics: &diagnostics, files, failed, quiet },
            &Style { color: false, width: 80 },
        )
    };
    assert_eq!("All checks passed!\n", close(0, 3, 0, false));
    assert_eq!("Found 1 error in 1 file.\n", close(1, 1, 0, false));
    assert_eq!("Found 1 error, 1 warning in 12 files.\n", close(2, 12, 0, false));
    assert_eq!("Found nothing in 2 files; 1 file could not be checked.\n", close(0, 2, 1, false));
    assert_eq!("", close(1, 1, 0, true));
}
