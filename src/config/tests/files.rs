//! Which files count, and what of several: the nearest one, those that it extends, overrides, harmful ones.

use super::*;

#[test]
fn the_nearest_configuration_holds_and_no_other() {
    let table = disk(&[
        ("/factlint.yaml", "fail-on: never"),
        ("/site/.factlint.yaml", "min-severity: error"),
        ("/site/factlint.yaml", "min-severity: info"),
        ("/site/docs/old/factlint.yaml", ""),
    ]);
    let finder = Finder::new(Arc::clone(&table));
    for (fail_on, min_severity, folder) in [
        ("info", "error", "/site/docs"),
        ("info", "error", "/site"),
        ("info", "info", "/site/docs/old/1990"),
        ("never", "info", "/elsewhere/docs"),
        ("never", "info", "/"),
    ] {
        let config = finder.in_folder(Path::new(folder));
        assert_eq!(
            (fail_on, min_severity),
            (config.text("fail-on"), config.text("min-severity")),
            "{folder}"
        );
    }
    let looks = table.looks.load(Ordering::Relaxed);
    for _ in 0..1_000 {
        finder.in_folder(Path::new("/site/docs/old/1990"));
        finder.in_folder(Path::new("/elsewhere/docs"));
    }
    assert_eq!((3, looks), (table.reads.load(Ordering::Relaxed), table.looks.load(Ordering::Relaxed)));
    assert!(Finder::new(disk(&[])).in_folder(Path::new("/a/b")).files.is_empty());
}

#[test]
fn what_is_extended_counts_less_than_the_file_itself() {
    let files = [
        (
            "/house.yaml",
            "fail-on: warning\ndate: 2001-01-01\nfacts: house\nseverity: {a: info, b: info}\nignore: [c, d]",
        ),
        (
            "/common/desk.yaml",
            "extends: ../house.yaml\ndate: 2002-02-02\nfacts: desk\nseverity: {b: warning}",
        ),
        (
            "/site/factlint.yaml",
            "extends: [../house.yaml, ../common/desk.yaml]\nfacts: site\nseverity: {c: error}\nextend-select: [d]",
        ),
    ];
    let config = at(&files, "/site/factlint.yaml");
    assert_eq!(Vec::<String>::new(), wrong(&config));
    let order: Vec<&str> = config.files.iter().map(|file| file.source.path()).collect();
    assert_eq!(vec!["/house.yaml", "/common/desk.yaml", "/site/factlint.yaml"], order);
    assert_eq!("warning", config.text("fail-on"));
    assert_eq!(Some("2002-02-02"), config.date(&Vec::new()));
    let facts: Vec<_> = config.values("facts").map(|(file, value)| file.folder().join(&value.text)).collect();
    assert_eq!(["/house", "/common/desk", "/site/site"].map(PathBuf::from).to_vec(), facts);
    let rules = policy(&config, "/site/a.md");
    for (expected, rule) in [(Severity::Info, "a"), (Severity::Warning, "b"), (Severity::Error, "c")] {
        assert_eq!(expected, rules.severity(rule, Severity::Error), "{rule}");
    }
    assert!(!rules.has("c", true) && rules.has("d", true));
}

#[test]
fn patterns_of_an_extended_file_count_from_its_own_folder() {
    let config = at(
        &[
            ("/common/house.yaml", "exclude: /a.md\noverrides: [{paths: /b.md, date: 2001-01-01}]"),
            ("/site/factlint.yaml", "extends: ../common/house.yaml\nextend-exclude: /c.md"),
        ],
        "/site/factlint.yaml",
    );
    let excluded = |path: &str| config.excluded(true).any(|globs| globs.has(Path::new(path), false));
    assert!(excluded("/common/a.md") && excluded("/site/c.md"));
    assert!(!excluded("/site/a.md") && !excluded("/common/c.md"));
    let date = |path: &str| config.date(&config.holding(Path::new(path)));
    assert_eq!((Some("2001-01-01"), None), (date("/common/b.md"), date("/site/b.md")));
}

#[test]
fn later_overrides_count_more() {
    let config = of("\
severity: {a: error}
overrides:
  - paths: ['*.md', '!keep.md']
    severity: {a: warning}
  - paths: [news/]
    severity: {a: info}
    ignore: [b]
");
    for (severity, on, path) in [
        (Severity::Error, true, "/x.txt"),
        (Severity::Warning, true, "/x.md"),
        (Severity::Error, true, "/keep.md"),
        (Severity::Info, false, "/news/x.md"),
        (Severity::Info, false, "/news/x.txt"),
        (Severity::Error, true, "/old-news/x.txt"),
    ] {
        let rules = policy(&config, path);
        assert_eq!((severity, on), (rules.severity("a", Severity::Error), rules.has("b", true)), "{path}");
    }
}

#[test]
fn extends_that_lead_nowhere_are_told() {
    let circle = [
        ("/a.yaml", "extends: b.yaml"),
        ("/b.yaml", "date: 2020-01-01\nextends:\n  - c.yaml"),
        ("/c.yaml", "extends: ./x/../a.yaml"),
    ];
    assert_eq!(
        vec!["/c.yaml:1:10 `extends` goes in a circle: /a.yaml → /b.yaml → /c.yaml → /a.yaml"],
        wrong(&at(&circle, "/a.yaml"))
    );
    assert_wrong(&[
        ("1:10 `extends` goes in a circle: /factlint.yaml → /factlint.yaml", "extends: factlint.yaml"),
        ("1:10 `extends`: /house.yaml: no such file or folder", "extends: house.yaml"),
    ]);
    assert_eq!(vec!["/nowhere.yaml: no such file or folder"], wrong(&at(&[], "/nowhere.yaml")));
    let mistake = [("/a.yaml", "extends: [b.yaml, b.yaml]"), ("/b.yaml", "date: x")];
    assert_eq!(
        vec!["/b.yaml:1:7 `date` is a day such as 2020-02-29, not `x`"],
        wrong(&at(&mistake, "/a.yaml"))
    );
}

#[test]
fn chains_and_diamonds_end() {
    let long: Vec<(String, String)> =
        (0..100).map(|number| (format!("/{number}.yaml"), format!("extends: {}.yaml", number + 1))).collect();
    let long: Vec<(&str, &str)> = long.iter().map(|(path, text)| (&**path, &**text)).collect();
    assert_eq!(vec!["/31.yaml:1:10 more than 32 files extend each other"], wrong(&at(&long, "/0.yaml")));
    // Each of thirty files extends the two of the next row.
    let rows: Vec<(String, String)> = (0..30)
        .flat_map(|row| ["a", "b"].map(|name| (row, name)))
        .map(|(row, name)| {
            let next = row + 1;
            let text =
                if row == 29 { String::new() } else { format!("extends: [a{next}.yaml, b{next}.yaml]") };
            (format!("/{name}{row}.yaml"), text)
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(path, text)| (&**path, &**text)).collect();
    let config = at(&rows, "/a0.yaml");
    assert_eq!((0, 59), (wrong(&config).len(), config.files.len()));
}

#[test]
fn harmful_files_are_refused() {
    let again = |name: usize| vec![format!("*a{name}"); 9].join(", ");
    let bomb = (1..9).map(|name| format!("a{name}: &a{name} [{}]", again(name - 1)));
    let bomb = format!("a0: &a0 [x, x, x]\n{}", bomb.collect::<Vec<_>>().join("\n"));
    let deep = "[".repeat(100_000);
    let keys = (0..60_000).map(|number| format!("k{number}: 1")).collect::<Vec<_>>().join("\n");
    let rules = (0..40_000).map(|number| format!("- rule-{number}")).collect::<Vec<_>>().join("\n");
    for (expected, text) in [
        ("aliases stand for more than", bomb),
        ("nested more than 32 deep", deep),
        ("a configuration has at most 1 MB", format!("date: '{}'", "x".repeat(2_000_000))),
        ("`date` is a day such as 2020-02-29, not `xxx", format!("date: {}", "x".repeat(1_000_000))),
        ("unknown key `xxx", format!("{}: 1", "x".repeat(1_000))),
        ("unknown key `k0`", keys),
        ("no rule", format!("ignore:\n{rules}")),
    ] {
        let config = of(&text);
        let unknown = config.unknown_rules(&FactBook::default());
        let first = config.problems.first().or(unknown.first()).expect(expected);
        assert!(first.message.contains(expected), "{}", first.message);
        assert!(first.message.len() < 1_000, "{} is long", first.message.len());
    }
}
