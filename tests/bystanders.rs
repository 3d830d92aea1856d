//! Values that stand beside a subject and are another thing's, or a share of the whole; and facts with one row for each year.

mod common;

use common::all;

const PIER: &str = "\
subject: Elm Pier
called: [pier]
source: a book
facts:
  - {id: length, cues: [long, length], is: 812 m}
  - {id: cost, cues: [cost, costs], is: £2.3 million}
  - {id: sales, cues: [sales], is: £4 million}
";

#[test]
fn a_length_is_that_of_the_noun_that_has_it() {
    all(
        PIER,
        &[
            ("", "A rope 30 cm long was found on Elm Pier."),
            ("", "Queues 3 km long formed on Elm Pier."),
            ("", "A 30 m long barge rammed Elm Pier."),
            ("", "The 30 m long barge rammed Elm Pier."),
            ("", "The barge, 30 m long, rammed Elm Pier."),
            ("", "A barge with a length of 30 m rammed Elm Pier."),
            ("", "A barge that was 30 m long sank off Elm Pier."),
            ("", "Elm Pier, where a 12 m long whale lay, is open."),
            ("", "Elm Pier has a 12 m long crack."),
            ("", "On Elm Pier a 12 m long boat was built."),
            ("!length", "Elm Pier is 218 m long."),
            ("!length", "Elm Pier is a 218 m long structure."),
            ("!length", "Elm Pier, a 218 m long structure, is open."),
            ("!length", "Elm Pier is a structure 218 m long."),
            ("!length", "The 218 m long Elm Pier is open."),
            ("!length", "At 218 m long, Elm Pier is the longest of all."),
            ("!length", "The length of Elm Pier is 218 m."),
        ],
    );
}

#[test]
fn what_is_paid_by_the_year_or_by_each_is_not_the_cost() {
    all(
        PIER,
        &[
            ("", "Elm Pier costs £1 million a year to keep."),
            ("", "Elm Pier costs £1 million annually."),
            ("", "Elm Pier cost each resident £40."),
            ("", "Elm Pier cost £40 for every resident."),
            ("!cost", "Elm Pier cost £23 million."),
            ("!sales", "Elm Pier has sales of £7 million a year."),
        ],
    );
}

const ROWS: &str = "\
subject: Loria
source: a yearbook
facts:
  - {id: before, cues: [inhabitants], is: \"3,780,000 people\", until: 2019, tolerance: 1%}
  - {id: after, cues: [inhabitants], is: \"3,890,000 people\", from: 2020, tolerance: 1%}
";

#[test]
fn the_fact_that_holds_at_the_time_spoken_of_is_meant() {
    all(
        ROWS,
        &[
            ("!after", "In 2020 Loria had 4.5 million inhabitants."),
            ("!before", "In 2019 Loria had 4.5 million inhabitants."),
            ("!after", "In 2021 Loria had 3.78 million inhabitants."),
            ("+before", "In 2018 Loria had 3.78 million inhabitants."),
            ("+before", "Loria has 3.78 million inhabitants."),
            ("+after", "Loria had 3.89 million inhabitants in 2020, up from 3.78 million in 2019."),
        ],
    );
}

#[test]
fn what_is_told_between_commas_does_not_part_a_subject_from_its_verb() {
    let facts = "\
subject: Elm Treaty
source: a book
facts:
  - {id: adopted, cues: [adopted], is: 11 December 1997}
  - {id: in-force, cues: [came into force], is: 16 February 2005}
";
    all(
        facts,
        &[
            ("+adopted !in-force", "The Elm Treaty, adopted in 1997, came into force in 2006."),
            ("+adopted +in-force", "The Elm Treaty, adopted in 1997, came into force in 2005."),
            ("", "The law, drafted for the Elm Treaty, opened in Harby, came into force in 2006."),
        ],
    );
}
