//! Facts that cannot be true together.

use super::*;

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
    assert_eq!(vec!["three"], book.facts.iter().map(|fact| &*fact.id).collect::<Vec<_>>());
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
