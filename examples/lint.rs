//! Uses the library: lints a text with the shipped facts and some of its own, and prints each finding.
//!
//! ```text
//! cargo run --example lint
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use factlint::facts::FactBook;
use factlint::language::Language;
use factlint::pipeline::Linter;
use factlint::source::Source;

const FACTS: &str = "\
subject: Harlow Bridge
facts:
  - id: opened
    cues: [opened]
    is: 14 May 1931
    source: Harlow Bridge Trust
";

fn main() {
    let language = Language::english();
    let mut facts = FactBook::shipped(&language);
    let problems = facts.load(&Source::new("bridge.yaml", FACTS), &language);
    assert!(problems.is_empty(), "{problems:?}");

    let linter = Linter::new(language, facts);
    let draft = Source::new("draft.md", "Harlow Bridge was *opened* on May 14, 1932.");
    for finding in linter.lint(&draft) {
        let place = draft.position(finding.primary.span.start);
        println!("{}:{}: {}", place.line, place.column, finding.message);
        for suggestion in &finding.suggestions {
            println!("  {}", suggestion.message);
        }
    }
}
