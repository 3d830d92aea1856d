//! The parts of a fact file.

use super::*;

#[test]
fn a_sound_file_is_read_whole() {
    let (book, problems) = load(DOHA);
    assert_eq!("", told(&problems));
    let subject = &book.subjects[0];
    assert_eq!("US–Taliban agreement", subject.name);
    assert_eq!(vec!["Doha agreement", "Taliban–US agreement"], subject.names);
    assert_eq!(vec![vec!["peace agreement", "Taliban"]], subject.described);
    assert_eq!("doha", &*subject.pack);
    let [signed, prisoners, period] = &book.facts[..] else { panic!("{:?}", book.facts) };
    assert_eq!("doha/signed", &*signed.rule);
    assert_eq!("signed (source: state.gov, checked 2026-11-02)", signed.label().message);
    assert_eq!("29 February 2020", signed.place.source.slice(signed.place.span));
    assert_eq!(8, signed.place.source.position(signed.place.span.start).line);
    assert_eq!("5,000 prisoners", &*prisoners.text);
    assert_eq!(Severity::Warning, prisoners.severity);
    assert_eq!(Some(jiff::civil::date(2020, 2, 1)), prisoners.from);
    assert_eq!(Some(jiff::civil::date(2020, 12, 31)), prisoners.until);
    assert!(prisoners.pattern.as_ref().expect("a pattern").captures("free 5,000 prisoners").is_some());
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
        told(&linted(&book, None).into_iter().filter(|d| d.severity > Severity::Info).collect::<Vec<_>>())
    );
}

#[test]
fn several_subjects_share_a_file() {
    let (book, problems) = load(
        "subjects:\n- subject: A\n  facts:\n  - {id: a, cues: [opened], is: 5 towns, source: s}\n\
         - subject: B\n  facts:\n  - {id: b, cues: [opened], is: 6 towns, source: s}\n  - {id: a, cues: [shut], is: 6 towns, source: s}\n",
    );
    assert_eq!("8:10 error: the id `a` is given twice in this file\n    4:10 the first\n", told(&problems));
    let subjects: Vec<_> = book.facts.iter().map(|fact| (fact.subject, &*fact.rule)).collect();
    assert_eq!(vec![(0, "doha/a"), (1, "doha/b")], subjects);
}

#[test]
fn texts_that_are_no_fact_file() {
    problems(&[
        ("1:1 error: the file is empty; a fact file has a `subject` and its `facts`", ""),
        ("1:1 error: the file is empty; a fact file has a `subject` and its `facts`", "# nothing\n"),
        ("1:1 error: a fact file is a mapping with `subject`, this is text", "subject\n"),
        ("1:1 error: a fact file is a mapping with `subject`, this is a list", "[a]"),
        ("2:1 error: a second document begins here; one file is one document", "subject: a\n---\nb: c\n"),
        (
            "1:10 error: an alias (`*name`) without its anchor (`&name`); quotation marks make text of it",
            "subject: *a\n",
        ),
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
            "1:1 error: this subject has no `facts` (what is known of the subject)\n\
             2:8 error: `names` is a list, this is text\n\
             3:1 error: unknown key `colour`; known are `subject`, `names`, `described`, `called`, `born`, `died`, `founded`, `source`, `checked`, `table`, `separator`, `facts` …\n\
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
    assert_eq!(vec!["doha/signed", "other/signed"], book.facts.iter().map(|f| &*f.rule).collect::<Vec<_>>());
    let places: Vec<_> = book.facts.iter().map(|fact| fact.subject).collect();
    assert_eq!(vec![0, 1], places);
}
