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
             2:8 error: `facts` is a list, this is a mapping",
            "subjct: A\nfacts: {id: a}\n",
        ),
        (
            "1:1 error: this fact file has no `facts` (what is known of the subject)\n\
             2:8 error: `names` is a list, this is text\n\
             3:1 error: unknown key `colour`; known are `subject`, `names`, `described`, `called`, `facts`, `examples`\n\
             4:1 error: `subject` is given twice\n    1:1 the first",
            "subject: A\nnames: B\ncolour: red\nsubject: C\n",
        ),
    ]);
}

#[test]
fn parts_of_a_fact() {
    fact_problems(&[
        ("", "note: fine\nseverity: info"),
        ("7:5 error: unknown key `cue`; did you mean `cues`?", "cue: [a]"),
        ("7:5 error: `cues` is given twice\n    4:5 the first", "cues: [a]"),
        ("7:5 error: `note` has no value", "note:"),
        ("7:12 error: `note` is empty", "note: ' '"),
        ("7:11 error: `note` is text, this is a list", "note: [a]"),
        ("7:5 error: a key is text, this is a list", "[a]: b"),
        ("7:15 error: unknown severity `eror`; did you mean `error`?", "severity: eror"),
        ("7:15 error: unknown severity `bad`; known are `error`, `warning`, `info`", "severity: bad"),
        (
            "7:11 error: `from` is no date that a calendar has: `2020-02-30`; write it as 2026-11-02\n\
             8:14 error: `checked` is no date that a calendar has: `soon`; write it as 2026-11-02",
            "from: 2020-02-30\nchecked: soon",
        ),
        (
            "7:11 error: `from` 2021-01-01 is after `until` 2020-12-31\n    8:12 the end",
            "from: 2021\nuntil: 2020",
        ),
        ("", "from: 2020\nuntil: 2020"),
        ("7:14 error: `pattern` is no regular expression: unclosed group", "pattern: (signed"),
        ("7:14 error: `pattern` has no group `value` around the claim: `(?<value>…)`", "pattern: signed"),
        (
            "7:16 error: `tolerance` is in per cent, but a date has no size; write days, such as `2 days`",
            "tolerance: 5%",
        ),
        (
            "7:16 error: `tolerance` cannot be read from `some`; write it as `5%`, `± 2 days`, `0.5 m` or a bare number",
            "tolerance: some",
        ),
        (
            "7:12 error: `hedge`: `more than` in front of `29 February 2020` cannot be read",
            "hedge: more than",
        ),
    ]);
}

#[test]
fn facts_that_lack_something() {
    for (expected, lines) in [
        (
            "3:9 error: this fact has neither `cues` nor a `pattern` to find its claims by\n\
             3:9 warning: `signed` has no `source`: say who vouches for it\n",
            "is: 5 towns",
        ),
        (
            "4:11 error: `cues` is empty, so that no claim finds this fact\n",
            "cues: []\nis: 5 towns\nsource: s",
        ),
        (
            "4:5 error: unknown key `cue`; did you mean `cues`?\n\
             5:9 error: `is`: no date, number or amount can be read from `yes`\n",
            "cue: [signed]\nis: yes\nsource: s",
        ),
        (
            "4:11 error: `cues` is a list, this is text\n5:9 error: `is`: no calendar has 30 February 2020\n",
            "cues: signed\nis: 30 February 2020\nsource: s",
        ),
        (
            "3:5 error: this fact has no `is` (the value, written as an article writes it)\n\
             4:15 error: `cues` has an empty item\n5:7 error: each item of `cues` is text, this is a list\n",
            "cues: [a,\n  '',\n  [b]]\nsource: s",
        ),
    ] {
        let expected = expected
            .replace("4:15 error: `cues` has an empty item\n5:7", "5:8 error: `cues` has an empty item\n6:7");
        let (book, problems) = load(&fact(lines));
        assert_eq!(expected, told(&problems), "{lines}");
        assert!(book.facts.is_empty());
    }
    let (book, problems) = load(&fact("cues: [a]\nis: 5 towns"));
    assert_eq!("3:9 warning: `signed` has no `source`: say who vouches for it\n", told(&problems));
    assert_eq!(1, book.facts.len());
    problems_of_ids();
}

fn problems_of_ids() {
    let text = fact("cues: [a]\nis: 5 towns\nsource: s").replace("signed", "day signed");
    let (_, problems) = load(&text);
    assert_eq!(
        "3:9 error: `id` has letters, digits, `-`, `_` and `.` only, not `day signed`\n",
        told(&problems)
    );
    assert_eq!("day-signed", problems[0].suggestions[0].replacement);
    assert_eq!("day signed", &text[problems[0].suggestions[0].span.range()]);
}

#[test]
fn subjects_and_examples() {
    let (_, found) = load(
        "subject: ' '\nnames: [a, ~]\ndescribed: [b, [], [c, '']]\nfacts: [oops]\nexamples:\n  contradict: []\n  agrees:\n  - {text: a, fact: b}\n  - {text: a}\n  - a\n  silent: ['', {text: a, date: x}, {txt: b}]\n",
    );
    let expected = "\
1:11 error: `subject` is empty
2:12 error: `names` has an empty item
3:13 error: each item of `described` is a list of words, this is text
3:25 error: `described` has an empty item
4:9 error: a fact is a mapping with `id` and `is`, this is text
6:3 error: unknown key `contradict`; did you mean `contradicts`?
8:21 error: unknown fact `b`; there are none
9:5 error: this example has no `fact` (the fact's id)
10:5 error: an example is a mapping with `text` and `fact`, this is text
11:13 error: an example without text
11:32 error: `date` is no date that a calendar has: `x`; write it as 2026-11-02
11:37 error: unknown key `txt`; did you mean `text`?
";
    assert_eq!(expected, told(&found));
}

#[test]
fn facts_that_contradict_each_other_are_both_left_out() {
    let two = |second: &str| {
        let one = "{id: one, cues: [opened, Open], is: 5 towns, source: s}";
        let third = "{id: three, cues: [shut], is: 9 towns, source: s}";
        load(&format!("subject: A\nfacts:\n- {one}\n- {{id: two, source: s, {second}}}\n- {third}\n"))
    };
    let (book, problems) = two("cues: [open, opened], is: 6 towns");
    assert_eq!(
        "4:50 error: `one` is 5 towns and `two` is 6 towns: with the same cues at the same time both cannot be true\n    \
         3:39 one (source: s)\n",
        told(&problems)
    );
    assert_eq!(vec!["three"], book.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>());
    for sound in [
        "cues: [opened], is: 6 towns",
        "cues: [open, opened], is: 5 towns",
        "cues: [open, opened], is: 6 towns, tolerance: 1",
        "cues: [open, opened], is: 6 months",
    ] {
        assert_eq!("", told(&two(sound).1), "{sound}");
    }
}

#[test]
fn values_through_the_years_do_not_contradict_each_other() {
    let years = |until: &str| {
        load(&format!(
            "subject: A\nfacts:\n- {{id: a, cues: [has], is: 6 towns, from: 2020, source: s}}\n\
             - {{id: b, cues: [has], is: 5 towns, until: {until}, source: s}}\n"
        ))
    };
    assert_eq!("", told(&years("2019").1));
    assert_eq!(1, years("2020-01-01").1.len());
}

#[test]
fn a_pack_is_loaded_once() {
    let language = Language::english();
    let mut book = FactBook::default();
    let file = fact("cues: [signed]\nis: 29 February 2020\nsource: s");
    assert!(book.load(&Source::new("a/doha.yaml", file.as_str()), &language).is_empty());
    assert!(book.load(&Source::new("a/other.yml", file.as_str()), &language).is_empty());
    let problems = book.load(&Source::new("b\\doha.yml", file.as_str()), &language);
    assert_eq!(
        "1:1 error: the pack `doha` is loaded already, from a/doha.yaml; rename one of the files\n    1:1 loaded first\n",
        told(&problems)
    );
    assert_eq!(
        vec!["doha/signed", "other/signed"],
        book.facts.iter().map(|f| f.rule.as_str()).collect::<Vec<_>>()
    );
    let places: Vec<_> = book.facts.iter().map(|fact| fact.subject).collect();
    assert_eq!(vec![0, 1], places);
}

#[test]
fn a_book_is_linted_across_its_files() {
    let language = Language::english();
    let mut book = FactBook::default();
    let one = "subject: A\nnames: [Alpha]\nfacts:\n- {id: a, cues: [opened], is: 5 towns, source: s}\n\
               - {id: b, cues: [opened, shut], is: 7 rooms, source: s}\n\
               examples: {agrees: [{text: A opened 5 towns., fact: a}]}\n";
    let two = "subject: B\nnames: [alpha]\nfacts: [{id: a, cues: [opened], is: 6 towns, source: s}]\n";
    let three = "subject: a\nfacts: [{id: a, cues: [opened], is: 6 towns, source: s}]\n";
    for (path, text) in [("1.yaml", one), ("2.yaml", two), ("3.yaml", three)] {
        assert_eq!("", told(&book.load(&Source::new(path, text), &language)));
    }
    let expected = "\
5:37 info: no example shows what `b` finds
5:37 info: the cue “opened” also leads to `a`, whose value is of the same kind
    4:31 a (source: s)
3:37 info: no example shows what `a` finds
3:37 warning: “alpha” names two subjects: A (1) and B (2)
    4:31 a (source: s)
2:37 info: no example shows what `a` finds
2:37 error: `1/a` is 5 towns and `3/a` is 6 towns: both cannot be true
    4:31 a (source: s)
2:37 warning: “a” names two subjects: A (1) and a (3)
    4:31 a (source: s)
";
    assert_eq!(expected, told(&book.lint()));
}

/// A debug build on a busy machine is slow; what is watched for here is minutes.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn depth_and_alias_bombs_end_soon() {
    let begun = Instant::now();
    let deep = |open: &str| load(&open.repeat(100_000)).1;
    assert_eq!("1:33 error: nested more than 32 deep\n", told(&deep("[")));
    assert_eq!(
        "1:33 error: nested more than 32 deep\n",
        told(&deep("{").iter().take(1).cloned().collect::<Vec<_>>())
    );
    for open in ["- ", "a: [", "? ", "!a &b "] {
        assert_eq!(1, deep(open).len(), "{open}");
    }
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..10 {
        let uses = vec![format!("*a{}", level - 1); 9].join(",");
        writeln!(bomb, "a{level}: &a{level} [{uses}]").expect("a string");
    }
    let found = told(&load(&bomb).1);
    assert!(found.contains("aliases stand for more than 100000 values"), "{found}");
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

/// A file with so many facts about one subject.
fn large(count: usize) -> String {
    let mut text = "subject: A\nfacts:\n".to_owned();
    for index in 0..count {
        writeln!(
            text,
            "  - id: fact-{index}\n    cues: [opened, built]\n    is: {} towns\n    from: 2020-01-01\n    source: https://example.org/{index}\n    checked: 2026-11-02",
            5
        )
        .expect("a string");
    }
    text
}

#[test]
fn many_facts_take_no_longer_than_their_number() {
    let begun = Instant::now();
    let (book, problems) = load(&large(10_000));
    assert_eq!("", told(&problems));
    assert_eq!(10_000, book.facts.len());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

/// Texts that look like fact files, with every kind of thing in every place.
fn yamlish() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "subject",
        "subjects",
        "names",
        "described",
        "facts",
        "examples",
        "id",
        "cues",
        "is",
        "pattern",
        "tolerance",
        "hedge",
        "from",
        "until",
        "source",
        "checked",
        "note",
        "severity",
        "agrees",
        "silent",
        "text",
        "fact",
        "5 towns",
        "29 February 2020",
        "2020",
        "5%",
        "± 2 days",
        "(?<value>a)",
        "''",
        "~",
        "é",
        "&a x",
        "*a",
        "!t x",
        "99999999999999999999 months",
    ]);
    let leaf = words.prop_map(str::to_owned).boxed();
    leaf.clone().prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((leaf.clone(), inner), 0..8).prop_map(|pairs| {
                let pairs: Vec<String> =
                    pairs.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", pairs.join(", "))
            }),
        ]
    })
}

/// Whatever the text, loading ends, and every place lies in the text at character boundaries.
fn survives(text: &str) {
    let (book, problems) = load(text);
    for problem in problems.iter().chain(&book.lint()) {
        let labels = std::iter::once(&problem.primary).chain(&problem.related);
        let spans: Vec<Span> = labels.map(|label| label.span).collect();
        for span in spans {
            assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}: {}", problem.message);
        }
    }
    for fact in &book.facts {
        assert!(text.get(fact.place.span.range()).is_some(), "{fact:?}");
    }
}

proptest! {
    #[test]
    fn arbitrary_text_does_no_harm(text in "\\PC*|(\\PC|[\n\t\r :\\-\\[\\]{}&*!|>'\"#%@`,?])*") {
        survives(&text);
    }

    #[test]
    fn arbitrary_structures_do_no_harm(text in yamlish()) {
        survives(&text);
    }

    #[test]
    fn a_sound_file_damaged_does_no_harm(at in 0..DOHA.len(), cut in 0_usize..40, put in "[\\PC\n]{0,5}") {
        let mut text = DOHA.to_owned();
        let start = text.floor_char_boundary(at);
        let end = text.floor_char_boundary((start + cut).min(text.len()));
        text.replace_range(start..end.max(start), &put);
        survives(&text);
    }
}
