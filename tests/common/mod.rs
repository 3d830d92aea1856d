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
