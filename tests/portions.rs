//! What is no value of a fact's subject though its name and cue stand beside it: a part, a difference, a rate, a sum over several
//! subjects, a place on the subject, what was done about an event. Beside them stands what must still be found.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Norland
    facts:
      - {id: people, cues: [population, inhabitants, people], is: 6 million people, source: a census}
  - subject: Suria
    facts:
      - {id: surians, cues: [population, inhabitants, people], is: 10 million, source: a census}
  - subject: Brandt Mills
    names: [Brandt]
    source: a report
    facts:
      - {id: revenue, cues: [revenue, sales, turnover], is: {2022: £8.2 million, 2023: £9.6 million, 2024: £10.4 million}}
      - {id: staff, cues: [employs, employees], is: 2300 employees}
  - subject: Holm Tower
    source: a leaflet
    facts:
      - {id: height, cues: [high, tall, height], is: 330 m}
      - {id: guests, cues: [visitors], is: 5.8 million visitors}
      - {id: opened, cues: [opened, opening], is: 31 March 1889}
  - subject: Ada Quill
    names: [Quill]
    facts:
      - {id: children, cues: [daughters, children], is: 2 daughters, source: a book}
  - subject: SS Marten
    names: [Marten]
    facts:
      - {id: sank, cues: [sank, sinking], is: 15 April 1912, source: a book}
";

#[track_caller]
fn all(rows: &[(&str, &str)]) {
    common::all(FACTS, rows);
}

#[test]
fn a_sum_over_several_subjects_is_no_value_of_one() {
    all(&[
        ("", "Norland and Suria had 16 million people."),
        ("", "Norland and Suria have a combined population of 16 million."),
        ("", "Together with Suria, Norland has a population of 16 million."),
        ("", "Norland, together with Suria, has a population of 16 million."),
        ("", "The combined population of Norland and its neighbour is 16 million."),
        ("", "Between them, Norland and Suria have 16 million inhabitants."),
        ("", "The revenue of Brandt Mills and its subsidiaries was £12 million."),
        ("!people", "Norland has a population of 9 million."),
        ("!people", "Suria is big and Norland has 9 million people."),
        ("!surians", "Norland has grown, and Suria has 16 million people."),
    ]);
}

#[test]
fn a_part_is_not_the_whole() {
    all(&[
        ("", "Brandt Mills said revenue from bakery was £2 million."),
        ("", "Brandt Mills gets revenue of £3 million from its shops."),
        ("", "Brandt Mills had revenue per employee of £4,500."),
        ("", "Brandt Mills' revenue in Scotland was £1 million."),
        ("", "Sales of bread at Brandt Mills were £3 million."),
        ("", "Sales of bread and cakes at Brandt Mills were £3 million."),
        ("", "In Norland the population of wolves is 400."),
        ("!revenue", "Brandt Mills had revenue of £19 million."),
        (
            "!revenue +revenue",
            "Revenue at Brandt Mills rose to £19 million in 2024 from £9.6 million in 2023.",
        ),
        ("!people", "The population of Norland is 9 million."),
        ("!people", "The population of mountainous Norland is 9 million."),
    ]);
}

#[test]
fn a_difference_or_a_wish_is_no_value() {
    all(&[
        ("", "Revenue at Brandt Mills was £1.2 million above that of 2022."),
        ("", "Brandt Mills revenue was £2.2 million higher than in 2022."),
        ("", "Brandt Mills has 400 more employees than its rival."),
        ("", "Holm Tower drew 400,000 more visitors last year."),
        ("", "The Holm Tower had 400,000 additional visitors."),
        ("", "Brandt Mills needs revenue of £12 million to break even."),
        ("", "Brandt Mills lost sales of £3 million in the strike."),
        ("!revenue", "Brandt Mills increased revenue to £19 million."),
        ("!staff", "Brandt Mills has 4,300 employees."),
    ]);
}

#[test]
fn what_comes_in_a_day_or_a_month_is_not_what_comes_in_a_year() {
    all(&[
        ("", "Brandt Mills has sales of £30,000 a day."),
        ("", "Holm Tower had 700,000 visitors in July."),
        ("", "Holm Tower has 25,000 visitors a day."),
        ("", "On its first day Holm Tower had 12,000 visitors."),
        ("", "Holm Tower had 112,000 visitors during the exhibition."),
        ("", "Holm Tower had 112,000 visitors over Easter."),
        ("!guests", "Holm Tower has 8.5 million visitors a year."),
        ("!guests", "Holm Tower had 8.5 million visitors."),
        ("!revenue", "Brandt Mills' turnover is £19 million a year."),
        ("!revenue", "On 3 March 2025 Brandt Mills reported sales of £19 million for 2024."),
    ]);
}

#[test]
fn the_height_of_a_place_is_not_that_of_the_tower() {
    all(&[
        ("", "The glass wall round the Holm Tower is 3 metres high."),
        ("", "The Holm Tower has a restaurant at a height of 125 metres."),
        ("", "At a height of 300 metres, the Holm Tower sways."),
        ("", "On the Holm Tower, a bell hangs at a height of 300 metres."),
        ("", "He climbed the Holm Tower to a height of 200 metres."),
        ("!height", "The Holm Tower stands at a height of 303 metres."),
        ("!height", "The Holm Tower rises to a height of 303 metres."),
        ("!height", "At a height of 303 metres, the Holm Tower is the tallest of all."),
        ("!height", "Near Harby, the Holm Tower is 303 metres high."),
    ]);
}

#[test]
fn ages_are_no_number_of_children() {
    all(&[
        ("", "Quill had children of eight and one."),
        ("", "Ada Quill had daughters of 12 and 9."),
        ("!children", "Quill had 5 daughters."),
    ]);
}

#[test]
fn what_was_done_about_an_event_has_a_day_of_its_own() {
    all(&[
        ("", "The inquiry into the sinking of the Marten opened on 2 May 1912."),
        ("", "News of the sinking of the Marten reached London on 16 April 1912."),
        ("", "The first survivors of the sinking of the Marten arrived in New York on 18 April 1912."),
        ("", "The papers reported the sinking of the Marten on 16 April 1912."),
        ("", "Insurers paid for the sinking of the Marten on 20 April 1912."),
        ("", "Parliament debated the sinking of the Marten on 18 April 1912."),
        ("!sank", "The sinking of the Marten on 16 April 1912 shocked London."),
        ("!sank", "The date of the sinking of the Marten was 16 April 1912."),
        ("!sank", "After the sinking of the Marten on 16 April 1912, rules were changed."),
        ("!opened", "The queen attended the opening of the Holm Tower on 30 March 1889."),
        ("!opened", "The king came to the opening of the Holm Tower on 30 March 1889."),
    ]);
}

#[test]
fn a_value_of_another_year_is_no_error_where_no_time_is_told() {
    all(&[
        ("", "Brandt Mills has revenue of £8.2 million."),
        ("", "Brandt Mills had revenue of £9.6 million."),
        ("!revenue", "Brandt Mills has revenue of £8.8 million."),
        ("!revenue", "In 2024 Brandt Mills had revenue of £9.6 million."),
    ]);
}
