//! Configurations from end to end, from files in memory.

mod files;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::schema::{CONFIGURATION, OVERRIDE};
use super::*;
use crate::diagnostic::Severity;
use crate::facts::FactBook;
use crate::language::Language;
use crate::policy::{Level, Policy};
use crate::source::Source;
use crate::yaml::schema::Shape;

/// Files by their paths, and how often one was read.
#[derive(Default)]
struct Table {
    files: BTreeMap<PathBuf, String>,
    reads: AtomicUsize,
    looks: AtomicUsize,
}

impl Disk for Arc<Table> {
    fn has(&self, path: &Path) -> bool {
        self.looks.fetch_add(1, Ordering::Relaxed);
        self.files.contains_key(path)
    }

    fn read(&self, path: &Path) -> Result<Source, Error> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let name = path.to_string_lossy().into_owned();
        let text = self.files.get(path).ok_or(Error::Missing { path: name.clone() })?;
        Ok(Source::new(name, text.clone()))
    }
}

fn disk(files: &[(&str, &str)]) -> Arc<Table> {
    let files = files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect();
    Arc::new(Table { files, ..Table::default() })
}

fn at(files: &[(&str, &str)], path: &str) -> Arc<Config> {
    Finder::new(disk(files)).at(Path::new(path))
}

/// One configuration, `/factlint.yaml`.
fn of(text: &str) -> Arc<Config> {
    at(&[("/factlint.yaml", text)], "/factlint.yaml")
}

/// What is wrong, as `path:line:column message`, with the notes and offers behind it.
fn wrong(config: &Config) -> Vec<String> {
    let line = |found: &Diagnostic| {
        let at = found.primary.source.position(found.primary.span.start);
        let more = found.notes.iter().chain(found.suggestions.iter().map(|offer| &offer.message));
        let more = more.fold(String::new(), |all, text| format!("{all} ({text})"));
        assert_eq!((RULE, Severity::Error), (&*found.rule, found.severity));
        format!("{}:{}:{} {}{more}", found.primary.source.path(), at.line, at.column, found.message)
    };
    config.problems.iter().map(line).chain(config.errors.iter().map(ToString::to_string)).collect()
}

fn assert_wrong(cases: &[(&str, &str)]) {
    let lines =
        |text: &str| -> Vec<String> { text.lines().map(|line| format!("/factlint.yaml:{line}")).collect() };
    let differ = cases.iter().map(|(expected, text)| (lines(expected), wrong(&of(text)), text));
    let differ: Vec<_> = differ.filter(|(expected, got, _)| expected != got).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

fn policy(config: &Config, path: &str) -> Policy {
    Policy::new(config.wishes(&config.holding(Path::new(path))))
}

#[test]
fn every_key_has_its_effect() {
    let config = of("\
facts: [a.yaml, facts/]
shipped-facts: false
language: es
exclude: drafts/
extend-exclude: ['*.old.md']
force-exclude: true
respect-gitignore: false
cross-document: true
min-severity: warning
fail-on: never
id-field: key
text-field: body
date-field: day
select: [bridges, weekday-mismatch]
extend-select: self-contradiction
ignore: [bridges/length]
pedantic: true
severity:
  bridges: info
  bridges/opened: error
quotations: 'off'
last-figure: info
date: 2020-02-29
overrides:
  - paths: archive/
    date: 1990-01-01
    quotations: error
");
    assert_eq!(Vec::<String>::new(), wrong(&config));
    let facts: Vec<&str> = config.values("facts").map(|(_, value)| &*value.text).collect();
    assert_eq!(vec!["a.yaml", "facts/"], facts);
    for (expected, key) in [
        ("es", "language"),
        ("warning", "min-severity"),
        ("never", "fail-on"),
        ("key", "id-field"),
        ("body", "text-field"),
        ("day", "date-field"),
        ("true", "force-exclude"),
        ("false", "shipped-facts"),
        ("false", "respect-gitignore"),
        ("true", "cross-document"),
    ] {
        assert_eq!(expected, config.text(key), "{key}");
    }
    let excluded = |path: &str| config.excluded(true).any(|globs| globs.has(Path::new(path), false));
    assert!(excluded("/drafts/a.md") && excluded("/b/c.old.md") && !excluded("/a.md"));
    assert!(!config.excluded(false).any(|globs| globs.has(Path::new("/drafts/a.md"), false)));
    let rules = policy(&config, "/a.md");
    for (expected, rule) in [
        (true, "bridges/opened"),
        (false, "bridges/length"),
        (true, "weekday-mismatch"),
        (true, "self-contradiction"),
        (false, "impossible-date"),
    ] {
        assert_eq!(expected, rules.has(rule, true), "{rule}");
    }
    assert_eq!(Severity::Info, rules.severity("bridges/length", Severity::Error));
    assert_eq!(Severity::Error, rules.severity("bridges/opened", Severity::Warning));
    assert_eq!((Level::Off, Level::Info), (rules.quotations(), rules.last_figure()));
    assert_eq!(Some("2020-02-29"), config.date(&config.holding(Path::new("/a.md"))));
    let archive = config.holding(Path::new("/archive/a.md"));
    assert_eq!(Some("1990-01-01"), config.date(&archive));
    assert_eq!(Level::Error, policy(&config, "/archive/a.md").quotations());
}

#[test]
fn pedantic_is_said_and_taken_back() {
    let config = of("pedantic: true\noverrides: [{paths: wire/, pedantic: false}]");
    assert!(policy(&config, "/a.md").has("self-contradiction", false));
    assert!(!policy(&config, "/wire/a.md").has("self-contradiction", false));
}

#[test]
fn the_defaults_of_the_table_are_those_of_the_policy() {
    let config = Config::default();
    assert_eq!(config.text("quotations"), Policy::default().quotations().name());
    assert_eq!(config.text("last-figure"), Policy::default().last_figure().name());
    assert!(!config.flag("pedantic") && config.flag("shipped-facts"));
    for key in CONFIGURATION.keys {
        let one = matches!(key.shape, Shape::Flag | Shape::Choice(_) | Shape::Text);
        assert_eq!(one, key.default.is_some(), "{}", key.name);
        if let (Shape::Choice(words), Some(default)) = (key.shape, key.default) {
            assert!(words.contains(&default), "{}", key.name);
        }
    }
}

#[test]
fn mistakes_are_told_with_their_places() {
    assert_wrong(&[
        ("1:1 unknown key `fact`; did you mean `facts`? (write `facts`)", "fact: a.yaml"),
        (
            "1:1 unknown key `zzz`; known are `select`, `extend-select`, `ignore`, `pedantic`, `severity`, \
             `quotations`, `last-figure`, `date`, `extends`, `facts`, `shipped-facts`, `language` …",
            "zzz: 1",
        ),
        ("2:1 `date` is given twice", "date: 2020-01-01\ndate: 2020-01-02"),
        ("1:1 `facts` has no value", "facts:"),
        ("1:9 `facts` is empty", "facts: ''"),
        ("1:9 `facts` has an empty item", "facts: [~]"),
        (
            "1:10 an alias (`*name`) without its anchor (`&name`); quotation marks make text of it",
            "exclude: *.md",
        ),
        (
            "1:13 unknown value of `quotations`: `no`; known are `error`, `warning`, `info`, `off`",
            "quotations: no",
        ),
        ("1:8 `facts` is text or a list of texts, this is a mapping", "facts: {a: b}"),
        ("1:9 each item of `facts` is text, this is a list", "facts: [[a]]"),
        ("1:11 unknown value of `pedantic`: `yes`; known are `true`, `false`", "pedantic: yes"),
        ("1:11 `pedantic` is `true` or `false`, this is a list", "pedantic: [true]"),
        ("1:7 `date` is a day such as 2020-02-29, not `soon`", "date: soon"),
        ("1:7 `date` is a day such as 2020-02-29, not `2019-02-29`", "date: 2019-02-29"),
        ("1:10 unknown value of `fail-on`: `erorr`; did you mean `error`? (write `error`)", "fail-on: erorr"),
        (
            "1:15 unknown value of `min-severity`: `off`; known are `error`, `warning`, `info`",
            "min-severity: off",
        ),
        ("1:11 `severity` is a mapping, this is a list", "severity: [a]"),
        (
            "1:15 unknown value of `a`: `warn`; did you mean `warning`? (write `warning`)",
            "severity: {a: warn}",
        ),
        ("1:15 `a` is one of error, warning, info, off, this is nothing", "severity: {a: ~}"),
        ("1:15 `a` is one of error, warning, info, off, this is a list", "severity: {a: [error]}"),
        ("1:12 each item of `severity` is text, this is a list", "severity: {[a]: error}"),
        ("1:22 `a` is given twice", "severity: {a: error, a: info}"),
        ("1:9 `select` is an empty list", "select: []"),
        ("1:11 unknown language `eng`; did you mean `en`? (write `en`)", "language: eng"),
        (
            "1:12 `exclude`: this is no pattern of paths: unclosed character class; missing ']'",
            "exclude: ['a[']",
        ),
        ("1:12 `overrides` is a list, this is a mapping", "overrides: {paths: a}"),
        ("1:13 an override is a mapping with `paths`, this is text", "overrides: [a]"),
        (
            "1:13 this override has no `paths` (which articles, as .gitignore writes paths, beside this file)",
            "overrides: [{ignore: a}]",
        ),
        ("1:21 `paths` is an empty list", "overrides: [{paths: []}]"),
        (
            "1:22 `paths`: this is no pattern of paths: unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)",
            "overrides: [{paths: '{a'}]",
        ),
        (
            "1:24 unknown key `fail-on`; known are `paths`, `select`, `extend-select`, `ignore`, `pedantic`, \
             `severity`, `quotations`, `last-figure`, `date`",
            "overrides: [{paths: a, fail-on: info}]",
        ),
        ("1:1 a configuration is a mapping with keys, this is text", "facts"),
        ("1:1 a configuration is a mapping with keys, this is a list", "- facts"),
        ("1:8 this is not YAML: unclosed bracket '['", "facts: [a"),
        (
            "2:1 a second document begins here; one file is one document",
            "date: 2020-01-01\n---\ndate: 2020-01-01",
        ),
        // All of them, by place.
        (
            "1:1 unknown key `facst`; did you mean `facts`? (write `facts`)\n\
             2:10 unknown value of `fail-on`: `zero`; known are `error`, `warning`, `info`, `never`\n\
             4:5 unknown key `path`; did you mean `paths`? (write `paths`)\n\
             5:17 unknown value of `quotations`: `of`; did you mean `off`? (write `off`)",
            "facst: a\nfail-on: zero\noverrides:\n  - path: a\n    quotations: of",
        ),
    ]);
}

#[test]
fn an_empty_file_says_nothing() {
    for text in ["", "\n", "# nothing\n", "~", "---\n", "\u{feff}"] {
        assert_eq!(Vec::<String>::new(), wrong(&of(text)), "{text:?}");
    }
    assert_eq!("warning", of("\u{feff}fail-on: warning\r\n").text("fail-on"));
}

#[test]
fn rules_that_do_not_exist_are_told_with_the_nearest() {
    let mut facts = FactBook::default();
    let book = "subject: A\nfacts: [{id: opened, cues: [x], is: 1931, source: s}]";
    facts.load(&Source::new("bridges.yaml", book), &Language::english());
    let told = |text: &str| {
        let config = of(text);
        assert_eq!(Vec::<String>::new(), wrong(&config), "{text}");
        wrong(&Config { problems: config.unknown_rules(&facts), ..Config::default() })
    };
    for (expected, text) in [
        ("", "ignore: [bridges, bridges/opened, weekday-mismatch, treaties/versailles-signed]"),
        (
            "1:9 no rule and no fact file is called bridge; did you mean bridges? (write `bridges`)",
            "select: bridge",
        ),
        (
            "1:12 no rule and no fact file is called weekday-mismach; did you mean weekday-mismatch? \
             (write `weekday-mismatch`)",
            "severity: {weekday-mismach: info}",
        ),
        (
            "1:23 no rule and no fact file is called bridges/*; did you mean bridges? (write `bridges`)",
            "overrides: [{ignore: [bridges/*], paths: a}]",
        ),
        ("1:16 no rule and no fact file is called Q9", "extend-select: Q9"),
        (
            "1:9 no rule and no fact file is called bridges, treaties; did you mean bridges? \
             (write `[bridges, treaties]`)",
            "ignore: bridges, treaties",
        ),
    ] {
        let expected: Vec<String> = expected.lines().map(|line| format!("/factlint.yaml:{line}")).collect();
        assert_eq!(expected, told(text), "{text}");
    }
    // Without its facts only names of checks can be told to be misspelt.
    let broken = of("fact: a.yaml\nignore: [pack/fact, weekday-mismach]");
    assert_eq!(1, broken.misspelt_checks().len());
}

#[test]
fn the_schema_lists_what_the_loader_takes() {
    let schema = json_schema();
    for (name, table) in [("configuration", &CONFIGURATION), ("override", &OVERRIDE)] {
        let keys = schema["$defs"][name]["properties"].as_object().expect("properties");
        assert_eq!(table.names(), keys.keys().map(String::as_str).collect::<Vec<_>>());
    }
    let keys = &schema["$defs"]["configuration"]["properties"];
    assert_eq!(serde_json::json!(["error", "warning", "info", "never"]), keys["fail-on"]["enum"]);
    assert_eq!(serde_json::json!(true), keys["shipped-facts"]["default"]);
    assert_eq!("warning", keys["quotations"]["default"]);
}
