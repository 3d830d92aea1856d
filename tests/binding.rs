//! Which fact a claim speaks of: sentences as they are written, and what must come of each.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Kestrel Treaty
    names: [Treaty of Kestrel]
    described:
      - [border treaty, Ravenna]
    facts:
      - {id: signed, cues: [signed, inked], is: 5 March 1921, source: a book}
      - {id: in-force, cues: [entered into force, took effect], is: 1 July 1922, source: a book}
      - {id: articles, cues: [articles], is: 48 articles, source: a book}
  - subject: Lake Orlo
    facts:
      - {id: depth, cues: [deep, depth], is: 212 m, source: a book}
      - {id: area, cues: [area, covers], is: 58.4 km², source: a book}
  - subject: Orlo
    facts:
      - {id: people, cues: [inhabitants, population], is: 31.4 thousand, tolerance: 5%, source: a book}
  - subject: NOVA
    names: [Nova Works]
    facts:
      - {id: founded, cues: [founded], is: 1974, source: a book}
      - {id: staff, cues: [employs, employees], is: \"2,300 people\", source: a book}
      - {id: sales, cues: [sales, revenue], is: €1.2 billion, source: a book}
      - {id: share, cues: [market share], is: 12.5 %, source: a book}
      - {id: notice, cues: [notice], is: 3 months, source: a book}
      - {id: members, cues: [members], is: 20 members, from: 2015-01-01, until: 2019-12-31, source: a book}
";

#[track_caller]
fn all(rows: &[(&str, &str)]) {
    let linter = common::linter(FACTS);
    for (expected, text) in rows {
        assert_eq!(*expected, common::verdicts(&linter, "a.txt", text), "{text}");
    }
}

#[test]
fn a_name_a_cue_and_a_value_bind() {
    all(&[
        ("+signed", "The Kestrel Treaty was signed on 5 March 1921."),
        ("!signed", "The Kestrel Treaty was signed on 6 March 1921."),
        ("+signed", "Signing the Kestrel Treaty in March 1921, the two kings smiled."),
        ("!signed", "The Treaty of Kestrel, inked in 1920, ended the war."),
        ("+in-force", "The Kestrel Treaty took effect on July 1, 1922."),
        ("+articles", "The Kestrel Treaty has 48 articles."),
        ("!articles", "The Kestrel Treaty's 84 articles fill a book."),
        ("+depth", "Lake Orlo is 212 metres deep."),
        ("!depth", "Lake Orlo is 221 metres deep."),
        ("+depth", "Lake Orlo is about 700 feet deep."),
        ("!depth", "Lake Orlo is 221 metres (725 feet) deep."),
        ("!area", "Lake Orlo covers 85.4 square kilometres."),
        ("+founded", "NOVA was founded in 1974."),
        ("!founded", "Nova Works was founded in 1947."),
        ("+staff", "NOVA employs 2,300 people."),
        ("+sales", "NOVA had sales of 1.2 billion euros."),
        ("!sales", "NOVA had sales of €1.2 million."),
        ("!share", "The market share of NOVA is 15.2 percent."),
        ("+notice", "At NOVA three months of notice are usual."),
    ]);
}

#[test]
fn a_description_is_as_good_as_a_name() {
    all(&[
        ("+signed", "The border treaty was signed in Ravenna on 5 March 1921."),
        ("!signed", "In Ravenna a border treaty was signed on 15 March 1921."),
        ("", "In Ravenna a treaty was signed on 15 March 1921."),
        ("", "The border treaty was signed in Turin on 15 March 1921."),
    ]);
}

#[test]
fn without_name_cue_or_value_nothing_binds() {
    all(&[
        ("", "The treaty was signed on 6 March 1921."),
        ("", "The Kestrel Treaty is dated 6 March 1921."),
        ("", "The Kestrel Treaty was signed. On 6 March 1921 it rained."),
        ("", "The Kestrel Treaty was signed by 12 ministers."),
        ("", "The kestrel treaty of the birdwatchers was signed on 6 March 1921."),
        ("", "The lake is 300 metres deep."),
        ("", "A nova was founded on 6 March 1921, the poem says."),
        ("", "Lake Orlo was measured on 212 days."),
        ("", "Lake Orlos is 300 metres deep."),
    ]);
}

#[test]
fn the_kind_and_the_unit_must_fit() {
    all(&[
        ("", "Lake Orlo is 40 percent deep blue."),
        ("", "Lake Orlo covers 300 metres of the road."),
        ("", "NOVA employs 400 machines."),
        ("", "NOVA had sales of 4,000 cars."),
        ("", "The Kestrel Treaty has articles of 300 words."),
        ("", "NOVA's revenue was 1.2 billion."),
    ]);
}

#[test]
fn a_longer_name_is_another_subject() {
    all(&[
        ("", "Lake Orlo has a population of 400 otters."),
        ("+people", "Orlo has 31,000 inhabitants."),
        ("!people", "Orlo has 13,000 inhabitants."),
        ("+depth", "Lake Orlo, 212 m deep, is near."),
    ]);
}

#[test]
fn the_nearest_value_is_meant_and_agreement_wins() {
    all(&[
        (
            "+signed +in-force",
            "The Kestrel Treaty was signed on 5 March 1921 and took effect on 1 July 1922.",
        ),
        ("!signed +in-force", "The Kestrel Treaty was signed on 5 May 1921 and took effect on 1 July 1922."),
        ("+signed", "Drafted on 2 January 1920, the Kestrel Treaty was signed on 5 March 1921."),
        (
            "+signed +signed",
            "The Kestrel Treaty was signed on 5 March 1921, ten days after 23 February 1921.",
        ),
        ("?signed", "The Kestrel Treaty was signed on 7 May 1921 or 8 May 1921."),
    ]);
}

#[test]
fn a_clause_without_a_subject_has_the_one_in_front() {
    all(&[
        (
            "+signed !in-force",
            "The Kestrel Treaty was signed on 5 March 1921 and took effect on 1 July 1923.",
        ),
        (
            "+signed !in-force",
            "The Kestrel Treaty was signed in Ravenna on 5 March 1921, and entered into force on 11 July 1922.",
        ),
        (
            "+signed !in-force",
            "In Ravenna the Treaty of Kestrel was inked in March 1921 and took effect in 1923.",
        ),
        // The clause in front is wrong itself, or says nothing that is known: the sentence may be of something else.
        ("?in-force", "The Kestrel Treaty was printed on 5 March 1921 and took effect on 1 July 1923."),
        // A subject of its own.
        (
            "+signed ?in-force",
            "The Kestrel Treaty was signed on 5 March 1921 and the law took effect on 1 July 1923.",
        ),
        (
            "+signed ?in-force",
            "The Kestrel Treaty was signed on 5 March 1921 and the law that took effect on 1 July 1923 was new.",
        ),
        (
            "+signed ?in-force",
            "The Kestrel Treaty was signed on 5 March 1921 and took effect for Spain on 1 July 1923.",
        ),
        (
            "+signed",
            "The Kestrel Treaty was signed on 5 March 1921 and was expected to have taken effect on 1 July 1923.",
        ),
    ]);
}

#[test]
fn what_is_not_asserted_is_in_doubt() {
    all(&[
        ("?signed", "The Kestrel Treaty was not signed on 6 March 1921."),
        ("?signed", "If the Kestrel Treaty had been signed on 6 March 1921, peace had come."),
        ("?signed", "The Kestrel Treaty was to be signed on 6 March 1921, as planned."),
        ("?signed", "On the anniversary of the Kestrel Treaty, signed here, they met on 5 March 1971."),
        ("?in-force", "The Kestrel Treaty entered into force for Spain on 3 May 1923."),
        ("+signed", "The Kestrel Treaty was not amended after it was signed on 5 March 1921."),
    ]);
}

#[test]
fn another_clause_and_another_event_are_in_doubt() {
    all(&[
        ("?signed", "After the Kestrel Treaty was signed, the king died on 9 April 1921."),
        ("?signed", "The king died on 9 April 1921 after the Kestrel Treaty was signed."),
        (
            "?signed",
            "Under the Kestrel Treaty, Spain and Portugal together signed the peace of 9 April 1921.",
        ),
        ("?signed", "A stamp for the Kestrel Treaty, signed by its designer, appeared on 9 April 1996."),
        ("!signed", "The Kestrel Treaty was signed on 5 March 1912."),
        ("!signed", "The Kestrel Treaty, which was signed on 6 March 1921, ended the war."),
    ]);
}

#[test]
fn a_fact_holds_at_its_time_only() {
    all(&[
        ("+members", "In 2017 NOVA had 20 members."),
        ("!members", "In 2017 NOVA had 24 members."),
        ("?members", "In 2022 NOVA had 24 members."),
    ]);
}

#[test]
fn a_currency_of_several_states_is_held_against_theirs_only() {
    const MONEY: &str = "\
subjects:
  - subject: Kestrel
    facts:
      - {id: sterling, cues: [cost], is: £2.3 million, source: a book}
  - subject: Harrier
    facts:
      - {id: dollars, cues: [cost], is: US$2.3 million, source: a book}
  - subject: Falcon
    facts:
      - {id: egyptian, cues: [cost], is: 2.3 million Egyptian pounds, source: a book}
";
    let linter = common::linter(MONEY);
    for (expected, text) in [
        ("", "The Kestrel cost $3 million."),
        ("", "The Kestrel cost 3 million dollars."),
        ("!sterling", "The Kestrel cost 3 million pounds."),
        ("!dollars", "The Harrier cost $3 million."),
        ("+dollars", "The Harrier cost 2.3 million dollars."),
        ("", "The Harrier cost 3 million pounds."),
        ("", "The Harrier cost A$3 million."),
        ("!egyptian", "The Falcon cost 3 million pounds."),
        ("", "The Falcon cost £3 million."),
    ] {
        assert_eq!(expected, common::verdicts(&linter, "a.txt", text), "{text}");
    }
}
