//! What stands beside a fact's subject and cue and is another's all the same: another act, place, part or height. Beside each
//! of them stands what must still be found.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Norland
    facts:
      - {id: people, cues: [population, inhabitants, people], is: 5.2 million people, tolerance: 5%, source: a census}
      - {id: growth, cues: [population growth, growth rate], is: 2.3 %, source: a census}
  - subject: Harby
    facts:
      - {id: townsfolk, cues: [population, inhabitants, people], is: 1.1 million people, tolerance: 5%, source: a census}
  - subject: Treaty of Harby
    names: [Harby Treaty]
    source: a book
    facts:
      - {id: signed, cues: [signed, signing], is: 3 May 1999}
      - {id: adopted, cues: [adopted, adoption], is: 11 April 1998}
      - {id: in-force, cues: [entered into force, took effect], is: 1 July 2000}
  - subject: Mount Orrin
    facts:
      - {id: height, cues: [high, height, elevation, tall], is: \"5,895 m\", source: a map}
  - subject: World Council
    facts:
      - {id: members, cues: [member states, members], is: 193 member states, source: a charter}
  - subject: raid on Port Elm
    facts:
      - {id: raid, cues: [raid on Port Elm was, raid on Port Elm came], is: 7 December 1941, source: a book}
  - subject: Lindqvist Motors
    called: [company]
    facts:
      - {id: founded, cues: [founded], is: 4 June 1951, source: a register}
      - {id: revenue, cues: [revenue, sales], is: {2021: €4.1 billion, 2022: €4.6 billion}, source: a report}
  - subject: River Solva
    facts:
      - {id: length, cues: [long, flows], is: 862 km, source: a map}
  - subject: Night Ferry
    facts:
      - {id: released, cues: [released], is: 12 March 1987, source: a paper}
      - {id: grossed, cues: [grossed], is: $48 million, source: a paper}
  - {subject: Helga Brandt, born: 17 October 1948, died: 3 February 2016, source: a register}
  - subject: 2018 Norland election
    facts:
      - {id: turnout, cues: [turnout], is: 71.4 %, source: a bulletin}
      - {id: seats, cues: [seats], is: 150 seats, source: a bulletin}
  - subject: Velmar Dam
    facts:
      - {id: output, cues: [generates, output], is: 640 MW, source: a plate}
      - {id: opened, cues: [opened], is: 9 May 1963, source: a plate}
  - subject: Harby talks
    facts:
      - {id: began, cues: [began, started, opened], is: 12 September 2020, source: a paper}
";

/// `!` where a fact is contradicted; nothing else counts.
#[track_caller]
fn all(rows: &[(&str, &str)]) {
    let linter = common::linter(FACTS);
    for (expected, text) in rows {
        let found = common::verdicts(&linter, "a.txt", text);
        let wrong: Vec<&str> = found.split(' ').filter(|verdict| verdict.starts_with('!')).collect();
        assert_eq!(*expected, wrong.join(" "), "{text}");
    }
}

#[test]
fn another_verb_tells_of_another_event() {
    all(&[
        ("", "The raid on Port Elm was avenged on 18 April 1942."),
        ("", "The raid on Port Elm was finally avenged on 18 April 1942."),
        ("", "The signing of the Treaty of Harby was celebrated on 4 May 2001."),
        ("!raid", "The raid on Port Elm was on 7 December 1942."),
        ("!raid", "The raid on Port Elm came on 7 December 1942."),
        ("!signed", "The Treaty of Harby was finally signed on 4 May 1999."),
    ]);
}

#[test]
fn relatives_die_on_days_of_their_own() {
    all(&[
        ("", "Helga Brandt’s husband died in 1992, aged 71."),
        ("", "Helga Brandt’s father died on 4 May 1960."),
        ("", "Helga Brandt’s sister died in 1970, aged 25."),
        ("!died", "Helga Brandt died in 2006."),
        ("!born", "Helga Brandt died in 2016, aged 71."),
    ]);
}

#[test]
fn one_party_or_country_acts_on_a_day_of_its_own() {
    all(&[
        ("", "Loria signed the Treaty of Harby on 3 May 2001."),
        ("", "King Anders signed the Treaty of Harby on 3 May 2001."),
        ("", "In Suria, the Treaty of Harby was adopted by parliament on 20 June 2000."),
        ("", "The Treaty of Harby was adopted by the Surian parliament on 20 June 2000."),
        ("", "The Treaty of Harby was adopted by Suria's lower house on 20 June 2000."),
        ("!signed", "Loria and Suria signed the Treaty of Harby on 3 May 2001."),
        ("!signed", "The Treaty of Harby was signed by Loria and Suria on 3 May 2001."),
        ("!signed", "In Harby, the Treaty of Harby was signed on 3 May 2001."),
        ("!adopted", "The Treaty of Harby was adopted by all states on 11 April 1999."),
    ]);
}

#[test]
fn one_of_many_may_be_elsewhere() {
    all(&[
        ("", "Harby talks in Suria City began on 28 May 2019."),
        ("!began", "The Harby talks began on 12 October 2020."),
        ("!began", "Harby talks began in Suria City on 12 October 2020."),
    ]);
}

#[test]
fn heights_may_be_measured_from_elsewhere() {
    all(&[
        ("", "Mount Orrin is 4,900 metres high above its foot."),
        ("", "Mount Orrin, measured from its base, is 4,900 metres high."),
        ("", "Mount Orrin rises to a height of 4,900 metres above the plain."),
        ("!height", "Mount Orrin is 5,985 metres high."),
        ("!height", "Mount Orrin is 5,985 metres above sea level, an elevation without rival."),
        ("!height", "Mount Orrin has a height of 5,985 m above the sea."),
    ]);
}

#[test]
fn what_is_in_something_of_the_subject_is_a_part() {
    all(&[
        ("", "The World Council has 15 member states on its Security Board."),
        ("", "Norland has 2 million people in its capital."),
        ("", "Norland took in 31,000 people, 0.6 percent of the population."),
        ("!members", "The World Council has 139 member states in all."),
        ("!people", "Norland has 2 million people in 12 towns."),
    ]);
}

#[test]
fn a_clause_about_another_thing_has_its_own_cue() {
    all(&[
        ("", "The pact that amended the Treaty of Harby was signed on 2 October 2002."),
        ("", "The protocol that has since replaced the Harby Treaty entered into force on 2 October 2002."),
        ("", "The protocol amending the Harby Treaty was signed on 2 October 2002."),
        ("", "The pact which ended the Harby Treaty entered into force on 2 October 2002."),
        ("!signed", "The Treaty of Harby was signed on 3 May 2001."),
        ("!in-force", "Ending the war, the Harby Treaty entered into force on 1 July 2001."),
    ]);
}

#[test]
fn a_name_at_the_start_may_be_a_longer_one() {
    all(&[
        ("", "Greater Harby has 2 million people."),
        ("!townsfolk", "Harby has 2 million people."),
        ("!townsfolk", "Unlike Loria, Harby has 2 million people."),
        ("!townsfolk", "Today Harby has 2 million people."),
    ]);
}

#[test]
fn a_bibliography_states_nothing() {
    all(&[
        ("", "Smith, J. (2004). The Treaty of Harby signed 1998. Oxford: Harby Press."),
        ("", "Brown, P., The Treaty of Harby (signed 1998), Oxford: 2004."),
        ("", "Lund, Clara. The Treaty of Harby, Signed 1998. Harby: Law Press, 2004."),
        ("!signed", "Smith says it: the Treaty of Harby was signed on 4 May 1999."),
    ]);
}

#[test]
fn a_date_of_an_event_is_not_the_time_of_a_value() {
    all(&[
        ("!turnout", "In the 2018 Norland election turnout was 74.1 percent."),
        ("!output", "Velmar Dam, which generates 460 MW, was opened on 9 May 1963."),
        ("!output", "Velmar Dam, opened on 9 May 1963, generates 460 MW."),
        ("", "When it was opened on 9 May 1963, Velmar Dam generated 460 MW."),
        ("", "Velmar Dam generated 460 MW when it was opened on 9 May 1963."),
        ("", "In 1971 Velmar Dam generated 460 MW."),
        ("", "The turnout of the Norland election of 2014 was 68.2 percent."),
        ("", "Turnout in the 2018 Norland election was 64 percent in Harby Town."),
        ("!turnout", "Turnout in the 2018 Norland election was 64 percent in all."),
    ]);
}

#[test]
fn the_brackets_behind_a_name_are_a_life() {
    all(&[
        ("!born", "Helga Brandt (17 October 1949 – 3 February 2016) was a writer."),
        ("!died", "Helga Brandt (1948–2017) was a writer."),
        ("", "Helga Brandt (1948–2016) was a writer."),
        ("", "Helga Brandt (17 October 1948 – 3 February 2016) was a writer."),
        ("", "The mayor was Helga Brandt (1990–1998)."),
        ("", "Karl Lund (1949–2017) was a writer like Helga Brandt."),
    ]);
}

#[test]
fn between_commas_the_cue_speaks_of_its_own() {
    all(&[
        ("", "Lindqvist Motors, founded by two brothers, moved to Harby in 1954."),
        ("!founded", "Lindqvist Motors, founded by two brothers in 1954, moved to Harby."),
        ("!founded", "Lindqvist Motors, founded in Harby, in 1954, makes cars."),
    ]);
}

#[test]
fn what_comes_out_in_each_country_comes_out_on_many_days() {
    all(&[
        ("", "In Suria, Night Ferry was released on 2 July 1988."),
        ("", "Night Ferry was released in Suria on 2 July 1988."),
        ("!released", "Night Ferry was released on 2 July 1988."),
    ]);
}

#[test]
fn a_part_of_the_way_of_the_time_or_of_the_sum_is_not_the_whole() {
    all(&[
        ("", "The River Solva flows 120 km along the border."),
        ("", "Lindqvist Motors had sales of €1.1 billion in Norland alone."),
        ("", "In the first half of 2022, revenue of Lindqvist Motors was €2.2 billion."),
        ("", "Night Ferry grossed $6 million in its first weekend."),
        ("!length", "The River Solva is 826 km long."),
        ("!revenue", "Lindqvist Motors had sales of €4.1 billion in 2022."),
        ("!revenue", "Revenue at Lindqvist Motors rose to €6.4 billion in 2022 from €4.1 billion in 2021."),
        ("", "Revenue at Lindqvist Motors rose to €4.6 billion in 2022 from €4.1 billion in 2021."),
        ("!grossed", "Night Ferry grossed $84 million in all."),
    ]);
}
