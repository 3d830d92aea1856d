//! Uses the library: lints a text with the shipped facts and some of its own, and prints each finding.
//!
//! ```text
//! cargo run --example lint
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use factlint::{FactBook, Language, Linter, Source};

const FACTS: &str = "\
subject: Harlow Bridge
facts:
  - id: opened
    cues: [opened]
    is: 14 May 1931
    source: Harlow Bridge Trust
";

/// Each finding as a line, with what may be written instead.
pub(crate) fn findings(text: &str) -> Vec<String> {
    let language = Language::english();
    let mut facts = FactBook::shipped(&language);
    let problems = facts.load(&Source::new("bridge.yaml", FACTS), &language);
    assert!(problems.is_empty(), "{problems:?}");

    let linter = Linter::new(language, facts);
    let draft = Source::new("draft.md", text);
    let mut lines = Vec::new();
    for finding in linter.lint(&draft) {
        let place = draft.position(finding.primary.span.start);
        lines.push(format!("{}:{}: {}", place.line, place.column, finding.message));
        lines.extend(finding.suggestions.iter().map(|suggestion| format!("  {}", suggestion.message)));
    }
    lines
}

fn main() {
    for line in findings("Harlow Bridge was *opened* on May 14, 1932.") {
        println!("{line}");
    }
}
