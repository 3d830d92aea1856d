//! Books of facts that are odd.

use super::*;

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
4:31 warning: “A” begins sentences and headlines that do not mean A
5:37 info: no example shows what `b` finds
5:37 info: the cue “opened” also leads to `a`, whose value is of the same kind
    4:31 a (source: s)
3:37 info: no example shows what `a` finds
3:37 warning: “B” begins sentences and headlines that do not mean B
3:37 warning: “alpha” names two subjects: A (1) and B (2)
    4:31 a (source: s)
2:37 info: no example shows what `a` finds
2:37 error: `1/a` is 5 towns and `3/a` is 6 towns: both cannot be true
    4:31 a (source: s)
2:37 warning: “a” names two subjects: A (1) and a (3)
    4:31 a (source: s)
";
    assert_eq!(expected, told(&linted(&book, None)));
}

#[test]
fn what_an_author_should_look_at() {
    let file = "\
subject: May
names: [deal, Harlow Agreement, US, The]
facts:
  - {id: a, cues: [signed], is: 5 March 2020, source: s, checked: 2024-01-01}
  - {id: b, cues: [Signed], is: 5 March 2020, source: s, checked: 2026-01-01}
  - {id: c, cues: [cost], is: 5 towns, source: s}
examples: {agrees: [{text: a, fact: a}, {text: b, fact: b}, {text: c, fact: c}]}
";
    let (book, problems) = load(file);
    assert_eq!("", told(&problems));
    let expected = "\
4:33 warning: the source of `a` was last looked at on 2024-01-01: look again, and write the day as `checked`
4:33 warning: “May” begins sentences and headlines that do not mean May
4:33 warning: “The” begins sentences and headlines that do not mean May
4:33 warning: “deal” is a word of many texts that do not mean May
5:33 warning: `doha/b` says the same as `doha/a`
    4:33 a (source: s, checked 2024-01-01)
5:33 info: the cue “Signed” also leads to `a`, whose value is of the same kind
    4:33 a (source: s, checked 2024-01-01)
6:31 warning: nobody says when the source of `c` was last looked at: look, and write the day as `checked`
";
    let mut lines: Vec<Diagnostic> =
        book.lint(&look(Some(jiff::civil::date(2026, 6, 1)), &Language::english()));
    lines.sort_by(|one, other| (one.primary.span, &one.message).cmp(&(other.primary.span, &other.message)));
    assert_eq!(expected, told(&lines));
}

#[test]
fn what_is_said_of_a_tables_rows_is_said_once() {
    let file = "table: t.csv\nsubject: '{a}'\nfacts:\n- {id: x, cues: [b], is: '{b} km', source: s}\n\
                - {id: y, cues: [b], is: '{c} km', tolerance: 90 km, source: s}\n";
    let rows: Vec<String> = (0..50).map(|row| format!("Town {row},12,13\n")).collect();
    let rows = rows.concat();
    let open = |path: &str| Ok(Source::new(path, format!("a,b,c\n{rows}")));
    let mut book = FactBook::default();
    assert_eq!("", told(&book.load_with(&Source::new("t.yaml", file), &Language::english(), &open)));
    let found = book.lint(&look(Some(jiff::civil::date(2026, 6, 1)), &Language::english()));
    let count = |words: &str| found.iter().filter(|one| one.message.contains(words)).count();
    assert_eq!((1, 3, 6), (count("no example"), count("also leads"), count("nobody says")));
    assert_eq!(1, count("`x` and 1 other fact of this file"));
}

#[test]
fn a_poor_name_is_told_with_what_to_do() {
    let file = "\
subjects:
  - {subject: Jordan, facts: [{id: a, cues: [people], is: 5 towns, source: s}]}
  - {subject: Turkey, facts: [{id: b, cues: [people], is: 5 towns, source: s}]}
  - {subject: Kenya, names: [treaty], facts: [{id: c, cues: [people], is: 5 towns, source: s}]}
";
    let (book, _) = load(file);
    let found = book.lint(&look(None, &Language::english()));
    let poor: Vec<String> = found
        .iter()
        .filter(|one| !one.notes.is_empty())
        .map(|one| format!("{} {}; {}", one.severity.name(), one.message, &one.notes[0][..20]))
        .collect();
    let expected = vec![
        "info “Jordan” names others than Jordan, too; where that may happe",
        "warning “Turkey” begins sentences and headlines that do not mean Turkey; where that may happe",
        "warning “treaty” is a word of many texts that do not mean Kenya; move it to `called`,",
    ];
    assert_eq!(expected, poor);
}
