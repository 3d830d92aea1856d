//! Fact files from end to end: what a file says, and what is found with it.

use factlint::source::Source;
use factlint::{FactBook, Language, Linter};

fn linter(file: &str, table: &str) -> Linter {
    let language = Language::english();
    let mut facts = FactBook::default();
    let open = |path: &str| Ok(Source::new(path, table));
    let problems = facts.load_with(&Source::new("book.yaml", file), &language, &open);
    assert!(problems.is_empty(), "{problems:#?}");
    Linter::new(language, facts)
}

fn messages(linter: &Linter, text: &str) -> Vec<String> {
    linter.lint(&Source::new("a.txt", text)).into_iter().map(|found| found.message).collect()
}

#[test]
fn a_disputed_value_agrees_with_whoever_is_right() {
    let file = "\
subject: Quarry Fire
facts:
  - id: killed
    cues: [killed]
    is: [{value: 41 workers, source: the inquiry}, {value: 44 workers, source: the union}]
";
    let linter = linter(file, "");
    assert!(messages(&linter, "The Quarry Fire killed 41 workers.").is_empty());
    assert!(messages(&linter, "The Quarry Fire killed 44 workers.").is_empty());
    let found = linter.lint(&Source::new("a.txt", "The Quarry Fire killed 52 workers."));
    assert_eq!("the text says 52 workers, the fact says 41 workers or 44 workers", found[0].message);
    assert_eq!(2, found[0].related.len());
    assert!(found[0].suggestions.is_empty());
}

#[test]
fn a_finding_points_at_the_cell_of_the_table() {
    let file = "\
table: towns.csv
subject: \"{town}\"
facts:
  - id: height
    cues: [tall, height]
    is: \"{height} m\"
    tolerance: 5%
    source: survey
";
    let linter = linter(file, "town,height\nAby Tower,210\nBel Tower,95\n");
    assert!(messages(&linter, "Aby Tower is 205 m tall.").is_empty());
    let found = linter.lint(&Source::new("a.txt", "Bel Tower is 210 m tall."));
    assert_eq!("the text says 210 m, the fact says 95 m", found[0].message);
    let label = &found[0].related[0];
    let at = label.source.position(label.span.start);
    assert_eq!(("towns.csv", 3, 11), (label.source.path(), at.line, at.column));
}
