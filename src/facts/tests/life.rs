//! Ages and anniversaries.

use super::*;
use crate::value::{Days, Interval, Number, day_number};

const FILE: &str = "\
subjects:
  - subject: Ada Quill
    born: 29 February 1960
    died: 2021
    source: register
    checked: 2026-05-01
  - subject: Quill Works
    founded: May 1974
    source: register
    facts:
      - {id: staff, cues: [staff], is: 5 people}
";

fn days(from: (i16, i8, i8), to: (i16, i8, i8)) -> Days {
    let day = |(year, month, day)| day_number(jiff::civil::date(year, month, day));
    Interval::between(day(from), day(to))
}

fn years(derived: Option<Derived>) -> Option<(String, String)> {
    let Interval { lo, hi } = derived?.years;
    let text = |end: Option<&Number>| end.expect("an end").to_string();
    Some((text(lo.value()), text(hi.value())))
}

#[test]
fn days_of_a_life_are_facts() {
    let (book, problems) = load(FILE);
    assert_eq!("", told(&problems));
    let facts: Vec<String> = book
        .facts
        .iter()
        .map(|fact| format!("{} {} {}", fact.subject, fact.rule, fact.label().message))
        .collect();
    let expected = vec![
        "0 doha/born born (source: register, checked 2026-05-01)",
        "0 doha/died died (source: register, checked 2026-05-01)",
        "1 doha/founded founded (source: register)",
        "1 doha/staff staff (source: register)",
    ];
    assert_eq!(expected, facts);
    assert_eq!(vec!["born"], book.facts[0].cues.to_vec());
}

#[test]
fn ages_and_anniversaries_follow_from_them() {
    let (book, _) = load(FILE);
    let pair = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
    for (expected, on) in [
        (pair("59", "59"), days((2019, 12, 31), (2019, 12, 31))),
        (pair("58", "58"), days((2019, 2, 28), (2019, 2, 28))),
        (pair("59", "59"), days((2019, 3, 1), (2019, 3, 1))),
        (pair("59", "60"), days((2020, 1, 1), (2020, 12, 31))),
        (pair("0", "0"), days((1960, 1, 1), (1960, 12, 31))),
        (None, days((1959, 1, 1), (1959, 12, 31))),
        (None, days((2022, 1, 1), (2022, 1, 1))),
    ] {
        assert_eq!(expected, years(book.age(0, &on)), "{on:?}");
    }
    assert_eq!(pair("60", "61"), years(book.age_at_death(0)));
    assert_eq!(vec![0, 1], book.age_at_death(0).expect("an age").from);
    assert_eq!(
        pair("49", "50"),
        years(book.years_since(1, Event::Founded, &days((2024, 5, 20), (2024, 5, 20))))
    );
    assert_eq!(None, years(book.years_since(1, Event::Born, &days((2024, 1, 1), (2024, 1, 1)))));
}

#[test]
fn lives_that_cannot_be() {
    problems(&[
        ("2:7 error: `born` is a date, not 5 towns", "subject: A\nborn: 5 towns\nsource: s\n"),
        ("2:7 warning: `born` has no `source`: say who vouches for it", "subject: A\nborn: 1960\n"),
        (
            "3:7 error: `died` 1950 is before `born` 1960\n    2:7 born (source: s)",
            "subject: A\nborn: 1960\ndied: 1950\nsource: s\n",
        ),
        (
            "3:14 error: the id `born` is given twice in this file\n    2:7 the first",
            "subject: A\nborn: 1960\nfacts: [{id: born, cues: [birth], is: 1960, source: s}]\nsource: s\n",
        ),
    ]);
}
