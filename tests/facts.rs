//! Fact files from end to end: what a file says, and what is found with it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use factlint::diagnostic::Severity;
use factlint::selection::Selection;
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
fn what_no_longer_holds_is_told_on_request() {
    let file = "\
subject: Norland
facts:
  - {id: people, cues: [people], is: {2019: 37.8 million people, 2021: 40.2 million people}, source: a census}
  - {id: notice, cues: [notice], is: 14 months, until: 2019, source: a law}
  - {id: new-notice, cues: [notice], is: 18 months, from: 2020, source: a law}
";
    let asked = Selection { extend_select: vec!["outdated".into()], ..Selection::default() };
    let now = |text: &str, date: &str| {
        let source = Source::in_corpus("a.jsonl", "1".into(), Some(date.into()), text.into());
        let plain = linter(file, "").lint(&source);
        assert!(plain.is_empty(), "{plain:?}");
        linter(file, "").with_selection(asked.clone()).lint(&source)
    };
    let found = now("Norland has 37.8 million people.", "2024-05-01");
    assert_eq!(
        "the text says 37.8 million people; that was the value of 2019; the value of 2021 is 40.2 million people",
        found[0].message
    );
    assert_eq!(("outdated", Severity::Info), (found[0].rule.as_str(), found[0].severity));
    let places: Vec<u32> =
        found[0].related.iter().map(|label| label.source.position(label.span.start).column).collect();
    assert_eq!(2, places.len());
    assert!(places[0] < places[1], "first what was, then what is: {places:?}");
    let found = now("Norland gives notice of 14 months.", "2018-05-01");
    assert_eq!(
        "the text says 14 months; that held until 31 December 2019; since 1 January 2020 it is 18 months",
        found[0].message
    );
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

/// A folder of this test's own, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    folder
}

/// The exit code and what is said of a run of `facts lint`, which must end soon.
fn lint(file: &Path) -> (Option<i32>, String) {
    let begun = Instant::now();
    let run = Command::new(env!("CARGO_BIN_EXE_factlint")).args(["facts", "lint"]).arg(file).output();
    let run = run.expect("a run");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    (run.status.code(), said)
}

const TABLED: &str =
    "table: t.csv\nsubject: \"{a}\"\nfacts: [{id: x, cues: [long], is: \"{b} km\", source: s}]\n";

#[test]
fn files_larger_than_any_fact_file_are_refused_unread() {
    let folder = folder("huge", &[("table.yaml", TABLED)]);
    for name in ["t.csv", "value.yaml"] {
        // A gigabyte that takes no room on the disk.
        std::fs::File::create(folder.join(name)).and_then(|file| file.set_len(1 << 30)).expect("a file");
    }
    let (code, said) = lint(&folder.join("value.yaml"));
    assert_eq!(Some(2), code);
    assert!(said.contains("a fact file or table has at most 512 MB"), "{said}");
    let (code, said) = lint(&folder.join("table.yaml"));
    assert_eq!(Some(2), code);
    assert!(said.contains("table.yaml:1:8: error[fact-file]: `table`:"), "{said}");
    assert!(said.contains("a fact file or table has at most 512 MB"), "{said}");
    std::fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn values_and_tables_beyond_all_measure_end_soon_and_say_why() {
    let value =
        format!("subject: A\nfacts: [{{id: x, cues: [b], is: {}, source: s}}]\n", "9".repeat(20 << 20));
    let columns = format!("{}\n", "a,".repeat(1_000_000));
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..12 {
        let uses = vec![format!("*a{}", level - 1); 9].join(",");
        writeln!(bomb, "a{level}: &a{level} [{uses}]").expect("a string");
    }
    let files = [
        ("value.yaml", value.as_str()),
        ("table.yaml", TABLED),
        ("t.csv", &columns),
        ("bomb.yaml", &bomb),
        ("extends.yaml", "extends: extends.yaml\nsubject: A\nfacts: []\n"),
    ];
    let folder = folder("beyond", &files);
    for (expected, file) in [
        ("a value of 20971520 bytes; none is longer than 1000", "value.yaml"),
        ("has more than 16384 columns, which no table has", "table.yaml"),
        ("aliases stand for more than 100000 values", "bomb.yaml"),
        ("unknown key `extends`", "extends.yaml"),
    ] {
        let (code, said) = lint(&folder.join(file));
        assert_eq!(Some(2), code, "{file}");
        let start: String = said.chars().take(2_000).collect();
        assert!(said.contains(expected), "{file}: {start}");
        assert!(said.len() < 10_000, "{file}: {start}");
    }
    std::fs::remove_dir_all(folder).expect("a folder");
}
