//! What a text is compared with, in a few marks.

use factlint::source::Source;
use factlint::verdict::{Against, Outcome};
use factlint::{FactBook, Language, Linter};

/// A linter for these facts.
#[track_caller]
pub(crate) fn linter(facts: &str) -> Linter {
    let language = Language::english();
    let mut book = FactBook::default();
    let problems = book.load(&Source::new("test.yaml", facts), &language);
    assert!(problems.is_empty(), "{problems:#?}");
    Linter::new(language, book)
}

/// `+` agrees, `!` contradicts, `?` is in doubt; nothing is silent.
pub(crate) fn verdicts(linter: &Linter, path: &str, text: &str) -> String {
    let reading = linter.read(&Source::new(path, text));
    let mut said: Vec<String> = Vec::new();
    for verdict in &reading.verdicts {
        if let Against::Fact { fact, .. } = verdict.against {
            let mark = match verdict.outcome {
                Outcome::Agrees => '+',
                Outcome::Contradicts => '!',
                Outcome::Ambiguous(_) => '?',
            };
            said.push(format!("{mark}{}", linter.facts().facts[fact].id));
        }
    }
    said.join(" ")
}

/// Holds the verdicts of texts, those in doubt left out, against what is expected of them.
#[track_caller]
#[allow(dead_code, reason = "each file of tests is a program of its own, and some have no such rows")]
pub(crate) fn all(facts: &str, rows: &[(&str, &str)]) {
    let linter = linter(facts);
    for (expected, text) in rows {
        let found = verdicts(&linter, "a.txt", text);
        let judged: Vec<&str> = found.split(' ').filter(|verdict| !verdict.starts_with('?')).collect();
        assert_eq!(*expected, judged.join(" "), "{text}");
    }
}
