//! Ages that follow from a day of birth or foundation: at which time, and whose.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Olga Finch
    born: 3 May 1930
    source: register
  - subject: Emil Marsh
    born: 10 June 1931
    died: 3 March 2026
    source: register
  - subject: Orlo Rovers
    founded: 12 June 1886
    source: register
";

/// What is said of sentences of a text of 5 March 2026.
#[track_caller]
fn all(rows: &[(&str, &str)]) {
    let linter = common::linter(FACTS);
    for (expected, text) in rows {
        let dated = format!("---\ndate: 2026-03-05\n---\n{text}\n");
        let found = common::verdicts(&linter, "a.md", &dated);
        let judged: Vec<&str> =
            found.split(' ').filter(|verdict| !verdict.starts_with('?') && !verdict.is_empty()).collect();
        let ages: Vec<&str> = judged.into_iter().filter(|verdict| !verdict.ends_with("died")).collect();
        assert_eq!(*expected, ages.join(" "), "{text}");
    }
}

#[test]
fn an_age_beside_the_name_is_that_of_the_document_s_day_or_of_the_year_told() {
    all(&[
        ("+born", "Olga Finch, 95, who came to Harby in 1950, is well."),
        ("+born", "Olga Finch, 95, was mayor from 1975 to 1980."),
        ("+born", "Olga Finch, 95, remembers 8 May 1945."),
        ("+born", "Olga Finch, 95, won the cup in 1955, 1965 and 1975."),
        ("+born", "The 95-year-old Olga Finch learned to dive in 1940."),
        ("+born", "Olga Finch, aged 95, came to Harby in 1950."),
        ("+born", "Olga Finch, 20, moved to Harby in 1950."),
        ("+founded", "Orlo Rovers, 139 years old, lost their hall in 1990."),
        // Neither fits, but one nearly does.
        ("", "Olga Finch, 94, came to Harby in 1950."),
        ("", "Olga Finch, 21, came to Harby in 1950."),
        ("!born", "Olga Finch, 59, came to Harby in 1950."),
        ("!born", "Olga Finch, 94, is well."),
        ("!born", "Olga Finch, 59, is well."),
        ("!born", "The 59-year-old Olga Finch is well."),
        ("!born", "The Norland singer Olga Finch, 59, is well."),
        ("!born", "Emil Marsh, 60, died on 3 March 2026."),
        ("+born", "Olga Finch, 95, and Emil Marsh, 94, met in 1950."),
        ("+born", "Emil Marsh, 50, whose father died in 1981, was a painter."),
    ]);
}

#[test]
fn an_age_without_a_document_s_day_is_known_only_if_it_comes_too_early() {
    let linter = common::linter(FACTS);
    for (expected, text) in [
        ("", "Olga Finch, 95, came to Harby in 1950."),
        ("+born", "Olga Finch, 20, came to Harby in 1950."),
        ("!born", "Olga Finch, 12, came to Harby in 1950."),
    ] {
        assert_eq!(expected, common::verdicts(&linter, "a.txt", text), "{text}");
    }
}

#[test]
fn an_age_of_a_clause_is_that_of_its_time() {
    all(&[
        ("!born", "Olga Finch was 35 years old in 1950."),
        ("!born", "Olga Finch was 21 years old in 1950."),
        ("!born", "Olga Finch moved to Harby in 1950 at the age of 35."),
        ("!born", "In 1950, aged 35, Olga Finch moved to Harby."),
        ("!born", "At the age of 35, Olga Finch moved to Harby in 1950."),
        ("!born", "Olga Finch was a 35-year-old painter in 1950."),
        ("!born", "Emil Marsh died at Harby Hospital at the age of 60."),
        ("!born", "Retired painter Emil Marsh died aged 60."),
        ("", "Olga Finch is 95 years old and was mayor in 1975."),
        ("+born", "Emil Marsh was 50 years old when his father died in 1981."),
    ]);
}

#[test]
fn an_age_is_that_of_the_person_who_stands_nearest() {
    all(&[
        ("", "Olga Finch and Carl Wren, 40, were there."),
        ("", "Carl Wren, 40, and Olga Finch were there."),
        ("", "Olga Finch, Carl Wren, 40, and Eve Wren, 38, spoke."),
        ("", "Olga Finch and her daughter Eve, 65, came."),
        ("", "Olga Finch, mother of Carl Wren, 65, came."),
        ("", "Carl Wren, 40, a grandson of Olga Finch, came."),
        ("", "Carl Wren, a grandson of Olga Finch, 40, came."),
        ("", "Olga Finch has a son aged 65."),
        ("", "The book by Olga Finch, 40 years old, is read by all."),
        ("", "Olga Finch, with her husband, aged 97, came."),
        ("", "Olga Finch and Carl Wren, 65, who met in 1990, are friends."),
        ("", "Carl Wren, who painted a portrait of Emil Marsh, died on 4 March 2026, aged 60."),
        ("", "Carl Wren met Olga Finch in 1990, aged 40."),
        ("", "Olga Finch hired a 25-year-old engineer in 1990."),
        ("", "Olga Finch hired a twenty-five-year-old engineer in 1990."),
        ("", "Olga Finch met 25-year-old Carl Wren."),
        ("", "Olga Finch lives in a house that is 40 years old."),
        ("", "Olga Finch said the house was 140 years old."),
        ("", "The 65-year-old son of Olga Finch came."),
        ("", "He was 40 years old, Olga Finch said."),
        ("!born", "Olga Finch, a painter from Harby, 59, won."),
        ("!born", "Olga Finch, a 59-year-old painter, won."),
    ]);
}
