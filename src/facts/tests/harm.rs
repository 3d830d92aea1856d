//! Files that are made to do harm, and large ones.

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::span::Span;

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
    for problem in problems.iter().chain(&linted(&book, None)) {
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
