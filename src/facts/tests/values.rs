//! What may stand behind `is`.

use super::*;

/// The facts of one entry with this `is`, and what is said of it.
fn is(value: &str) -> (Vec<Fact>, String) {
    let (book, problems) = load(&fact(&format!("cues: [people]\nsource: census\nis: {value}")));
    (book.facts, told(&problems))
}

#[test]
fn values_by_year_are_in_their_order_and_the_latest_is_the_value() {
    let (facts, problems) = is("{2020-06: 38.9 million, 2019: 37.8 million, 2018: 37 million}");
    assert_eq!("", problems);
    let [fact] = &facts[..] else { panic!("{facts:?}") };
    assert_eq!("38.9 million", &*fact.text);
    let dated: Vec<String> =
        fact.dated.iter().map(|value| format!("{} {} {}", value.first, value.last, value.text)).collect();
    let expected = vec![
        "2018-01-01 2018-12-31 37 million",
        "2019-01-01 2019-12-31 37.8 million",
        "2020-06-01 2020-06-30 38.9 million",
    ];
    assert_eq!(expected, dated);
    assert_eq!("37 million", fact.dated[0].place.source.slice(fact.dated[0].place.span));
}

#[test]
fn disputed_values_are_all_accepted() {
    let (facts, problems) =
        is("[{value: 5 towns, source: A}, {value: 7 towns, source: https://www.b.org/x}]");
    assert_eq!("", problems);
    let [fact] = &facts[..] else { panic!("{facts:?}") };
    assert_eq!(("5 towns", "signed (source: A)"), (&*fact.text, &*fact.label().message));
    assert_eq!(("7 towns", "https://www.b.org/x"), (&*fact.also[0].text, &*fact.also[0].source));
}

#[test]
fn values_that_do_not_belong_together() {
    for (expected, value) in [
        (
            "6:9 error: `is` is text, a mapping from year to text, or a list of values with their sources, this is a list\n",
            "[]",
        ),
        ("6:10 error: an accepted value is a mapping with `value` and `source`, this is text\n", "[5 towns]"),
        (
            "6:10 error: this accepted value has no `source` (who says so: an address, a book)\n",
            "[{value: 5 towns}]",
        ),
        (
            "6:47 error: `is`: 7 km is another kind of value than 5 towns\n",
            "[{value: 5 towns, source: A}, {value: 7 km, source: B}]",
        ),
        ("6:16 error: `is`: 5 km is another kind of value than 5 towns\n", "{2019: 5 km, 2020: 5 towns}"),
        (
            "6:30 error: `is` has a second value for the same time\n    6:16 the first\n",
            "{2019: 5 km, '2019': 6 km}",
        ),
        (
            "6:10 error: `is`: the time of a value is no date that a calendar has: `soon`; write it as 2026-11-02\n",
            "{soon: 5 km}",
        ),
        ("6:16 error: each item of `is` is text, this is a list\n", "{2019: [5 km]}"),
        ("6:9 error: `is`: a value of 2000 bytes; none is longer than 1000\n", &"9".repeat(2000)),
    ] {
        let (facts, problems) = is(value);
        assert_eq!(expected, problems, "{value}");
        assert!(facts.is_empty(), "{value}");
    }
}

#[test]
fn values_by_year_say_their_times_themselves() {
    let (facts, problems) = is("{2019: 5 km}\nfrom: 2018");
    assert_eq!("7:11 error: `from` beside values by year: the years say when each value holds\n", problems);
    assert!(facts.is_empty());
    let (_, problems) = is("{2019: 5 km, 2020: 6 km}\nhedge: about\ntolerance: 5%");
    assert_eq!("", problems);
}

#[test]
fn values_by_year_contradict_facts_of_the_same_year() {
    let file = "subject: A\nfacts:\n- {id: a, cues: [long], is: {2019: 5 km, 2020: 6 km}, source: s}\n\
                - {id: b, cues: [long], is: 5 km, from: 2020, source: s}\n";
    assert_eq!(1, load(file).1.len());
    assert_eq!("", told(&load(&file.replace("from: 2020", "from: 2021")).1));
    assert_eq!("", told(&load(&file.replace("from: 2020", "until: 2019")).1));
}
