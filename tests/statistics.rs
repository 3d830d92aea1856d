//! Statistics of countries and of a company: whose a value is, and whether it is the whole and of its time.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Marovia
    names: [Republic of Marovia]
    called: [country, republic, nation]
    facts:
      - {id: people, cues: [population, inhabitants, people], is: \"8,400,000 people\", tolerance: 5%, source: a book}
      - {id: people-growth, cues: [population growth, population grew], is: 1.2 %, tolerance: 5%, source: a book}
      - {id: area, cues: [area, covers], is: \"92,000 km²\", tolerance: 1%, source: a book}
      - {id: gdp, cues: [GDP, gross domestic product], unless: [PPP, per capita, per head], is: US$61 billion, tolerance: 5%, source: a book}
      - {id: gdp-head, cues: [GDP per capita, GDP per head], unless: [PPP], is: \"US$7,260\", tolerance: 5%, source: a book}
      - {id: inflation, cues: [inflation, consumer prices], is: 3.4 %, source: a book}
      - {id: life, cues: [life expectancy], is: 74.5 years, tolerance: 2%, source: a book}
      - {id: independence, cues: [independence, independent], is: 12 June 1961, source: a book}
  - subject: Tessaly
    facts:
      - {id: tessaly-people, cues: [population, inhabitants, people], is: \"3,150,000 people\", tolerance: 5%, source: a book}
      - {id: tessaly-life, cues: [life expectancy], is: 68.2 years, tolerance: 2%, source: a book}
      - {id: tessaly-gdp, cues: [GDP], is: US$12 billion, tolerance: 5%, source: a book}
  - subject: Upper Marovia
    facts:
      - {id: upper-people, cues: [population, inhabitants], is: \"1,200,000 people\", tolerance: 5%, source: a book}
  - subject: Norvale Motors
    names: [Norvale]
    called: [company, carmaker]
    facts:
      - {id: staff, cues: [employees, employs, workforce, staff], is: \"41,000 people\", from: 2019-01-01, until: 2019-12-31, tolerance: 2%, source: a book}
      - {id: cars, cues: [built, produced, cars], is: {2018: \"620,000 cars\", 2019: \"655,000 cars\", 2020: \"480,000 cars\"}, tolerance: 1%, source: a book}
";

#[track_caller]
fn all(rows: &[(&str, &str)]) {
    of_file("a.txt", rows);
}

#[track_caller]
fn of_file(path: &str, rows: &[(&str, &str)]) {
    let linter = common::linter(FACTS);
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(expected, text)| {
            let found = common::verdicts(&linter, path, text);
            (found != *expected).then(|| format!("{expected:?} expected, {found:?} found: {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn subject_measure_and_value_are_joined_in_many_ways() {
    all(&[
        ("+people", "The population of Marovia is 8.4 million."),
        ("!people", "The population of Marovia is 4.8 million."),
        ("+people", "Marovia has a population of 8.4 million."),
        ("!people", "Marovia has a population of 84 million."),
        ("+people", "Marovia's population is about 8.5 million."),
        ("!people", "Marovia's population is about 12 million."),
        ("+people", "Marovia has 8.4 million inhabitants."),
        ("!people", "Marovia has 9.4 million inhabitants."),
        ("+people", "With 8,412,000 inhabitants, Marovia is the larger of the two."),
        ("+people", "Marovia (population 8.4 million) lies on the coast."),
        ("!people", "Marovia (population 3.4 million) lies on the coast."),
        ("+people", "The population of Marovia is 8.4 million, with women making up half of it."),
        (
            "+people",
            "The population of Marovia was last put at 8.4 million people, with 2 million people in Kestrel.",
        ),
        (
            "!people",
            "The population of Marovia was last put at 4.8 million people, with 2 million people in Kestrel.",
        ),
        ("+people", "The population of Marovia is 8.4 million, up from 8.3 million a decade before."),
        ("!people", "The population of Marovia is 4.8 million, up from 8.3 million a decade before."),
        ("+gdp-head", "The GDP per capita (US$) of Marovia was 7,260."),
        ("+people", "The total population of Marovia was estimated by the statistics office at 8,390,000."),
        ("!people", "The total population of Marovia was estimated by the statistics office at 9,390,000."),
        ("+people", "The Republic of Marovia had an estimated population of 8.4 million people."),
        ("+people", "Marovia: population 8.4 million."),
        ("!people", "Marovia: population 5.4 million."),
        ("+area", "Marovia covers 92,000 square kilometres."),
        ("+area", "Marovia covers 35,500 square miles."),
        ("!area", "Marovia covers an area of 29,000 square kilometres."),
        ("+inflation", "Inflation in Marovia was 3.4 percent."),
        ("!inflation", "Inflation in Marovia was 4.3 percent."),
        ("!inflation", "In Marovia, consumer prices rose to 34 percent."),
        ("+life", "Life expectancy in Marovia is 74.5 years."),
        ("!life", "Life expectancy in Marovia is 64.5 years."),
        ("!life", "Marovians love fish; Marovia's life expectancy of 84 years shows it."),
        ("+gdp", "Marovia's gross domestic product was worth US$61 billion."),
        ("!gdp", "Marovia's gross domestic product was worth US$61 million."),
        ("!gdp", "The GDP of Marovia is $16 billion."),
        ("+gdp-head", "GDP per capita in Marovia stands at $7,200."),
        ("!gdp-head", "GDP per capita in Marovia stands at $2,700."),
    ]);
}

#[test]
fn a_longer_measure_is_another_measure() {
    all(&[
        ("+people-growth", "Population growth in Marovia is 1.2 percent."),
        ("!people-growth", "Population growth in Marovia is 2.1 percent."),
        ("", "The GDP (PPP) of Marovia is $110 billion."),
        ("", "Marovia's GDP, at purchasing power parity (PPP), was $110 billion."),
        ("", "Marovia's urban population is 5.1 million."),
        ("", "The Muslim population of Marovia is 900,000."),
        ("", "Marovia has a prison population of 12,000."),
        ("", "The working-age population of Marovia is 5.2 million."),
        ("", "The average population of Marovia's districts is 70,000."),
        ("", "Marovia has a cattle population of 11 million."),
        ("", "Core inflation in Marovia was 2.1 percent."),
        ("", "The population density of Marovia is 91 people per square kilometre."),
        ("", "In Marovia 91 people per square kilometre is normal."),
    ]);
}

#[test]
fn a_part_an_average_or_a_change_is_not_the_whole() {
    all(&[
        ("", "The population of Marovia is 95 percent Marovian."),
        ("", "The population of Marovia is 80% rural."),
        ("", "In Marovia life expectancy is: male 71.0 years, female 77.9 years."),
        ("", "Life expectancy in Marovia is, for women, 77.9 years."),
        ("", "Life expectancy in Marovia is 77.9 years for women."),
        ("", "The population of Marovia is 5.1 million in urban areas."),
        ("", "Life expectancy in Marovia is below the regional average of 76.1 years."),
        ("", "Inflation in Marovia is lower than the 6.1 percent average of the region."),
        ("", "The population of Marovia grew by 210,000."),
        ("", "The population of Marovia rose by an additional 1.5 million."),
        ("", "Inflation in Marovia fell by 2.1 percent."),
        ("", "Marovia's GDP rose by $4 billion."),
        ("", "Marovia aims for a population target of 10 million."),
        ("", "Of Marovia's population, 900,000 of the 2,000,000 pupils go by bus."),
        ("", "Marovia ranks number 96 by population."),
    ]);
}

#[test]
fn some_people_are_not_all_people() {
    all(&[
        ("+people", "Marovia has 8.4 million people."),
        ("!people", "Marovia has 4.8 million people."),
        ("!people", "Marovia's 14 million people speak one language."),
        ("?people", "Some 3 million people in Marovia face hunger."),
        ("?people", "Marovia said 40,000 people had lost their homes."),
        ("?people", "The storm in Marovia drove 12,000 people from their homes."),
        ("", "In Marovia 300 soldiers were killed."),
        ("", "Marovia has 120 hospitals for its inhabitants."),
        ("", "The population of Marovia drinks 400 million litres of tea."),
    ]);
}

#[test]
fn two_subjects_keep_their_own_values() {
    all(&[
        ("+people +tessaly-people", "Marovia has 8.4 million people and Tessaly 3.1 million."),
        ("+people !tessaly-people", "Marovia has 8.4 million people and Tessaly 1.3 million."),
        (
            "+people +tessaly-people",
            "Marovia has a population of 8.4 million and Tessaly has a population of 3.15 million.",
        ),
        (
            "!people +tessaly-people",
            "Marovia has a population of 4.8 million and Tessaly has a population of 3.15 million.",
        ),
        (
            "+people +tessaly-people",
            "The population of Marovia is 8.4 million, compared to 3.1 million for Tessaly.",
        ),
        ("+people", "Marovia, unlike Tessaly, has a population of 8.4 million."),
        ("+people", "Marovia, larger than Tessaly, has a population of 8.4 million."),
        ("!people", "Marovia, a country between Tessaly and the sea, has a population of 4.8 million."),
        ("+tessaly-life", "Life expectancy is 68.2 years in Tessaly."),
        ("!tessaly-life", "Life expectancy is 86.2 years in Tessaly."),
        ("+life +tessaly-life", "Life expectancy is 74.5 years in Marovia and 68.2 years in Tessaly."),
        ("+life !tessaly-life", "Life expectancy is 74.5 years in Marovia and 62.8 years in Tessaly."),
        (
            "+people +tessaly-people",
            "Marovia and Tessaly have populations of 8.4 million and 3.1 million, respectively.",
        ),
        ("+gdp +tessaly-gdp", "The GDP of Marovia is $61 billion, that of Tessaly $12 billion."),
        ("+people", "Marovia has 8.4 million inhabitants, more than twice as many as Tessaly."),
    ]);
}

#[test]
fn a_name_inside_a_longer_name_is_no_mention() {
    all(&[
        ("+upper-people", "Upper Marovia has a population of 1.2 million."),
        ("!upper-people", "Upper Marovia has a population of 2.1 million."),
        ("", "West Marovia has a population of 400,000."),
        ("", "Marovia Airlines has a population of 400 pilots."),
        ("", "The population of Kestrel, Marovia is 140,000."),
        ("", "The population of Port Kestrel, Marovia, was 140,000."),
        ("", "The marovia beetle has a population of 2,000."),
        ("+people", "Located in Western Ruritania, Marovia has a population of 8.4 million."),
        ("!people", "Located in Western Ruritania, Marovia has a population of 6.4 million."),
    ]);
}

#[test]
fn what_only_belongs_to_the_subject_is_in_doubt() {
    all(&[
        ("?people", "The villages of Marovia have a population of 5.1 million."),
        ("?area", "Marovia's largest lake covers an area of 412 km²."),
        ("?area", "The lake in Marovia covers an area of 412 km²."),
        ("?people", "Marovia is small. Its neighbour has a population of 40 million."),
        ("?people", "Marovia is small. Its capital has a population of 312,000."),
        ("?area", "Marovia is the size of Suria, whose area is 85,100 km²."),
        ("?independence", "After Marovia, Suria became independent on 4 October 1961."),
        ("?independence", "Marovia recognised the independence of Suria on 4 October 1961."),
        ("?independence", "The feast for Marovia on its independence was held on 4 October 1961."),
        ("", "Suria's Marovia has a population of 12,000."),
    ]);
}

#[test]
fn a_fact_without_a_time_says_nothing_of_other_years() {
    all(&[
        ("?people", "In 1950 Marovia had 3.2 million inhabitants."),
        ("?people", "The population of Marovia was 4.9 million in 2010."),
        ("+people", "The population of Marovia was 8.4 million in 2010."),
        ("?gdp", "In the fourth quarter of 2022 Marovia had a GDP of $16 billion."),
        ("!people", "The population of Marovia is 4.9 million."),
    ]);
}

#[test]
fn ages_follow_from_births() {
    let linter = common::linter(
        "subject: Ada Quill\nborn: 12 May 1960\nsource: register\nfacts:\n  - {id: seats, cues: [seats], is: 3 seats, source: a book}\n",
    );
    for (expected, text) in [
        ("+born", "---\ndate: 2020-05-11\n---\nAda Quill, 59, won three times."),
        ("+born", "---\ndate: 2020-05-12\n---\nAda Quill, 60, won three times."),
        ("!born", "---\ndate: 2020-05-12\n---\nAda Quill, 65, won three times."),
        ("!born", "---\ndate: 2020-05-12\n---\nThe 56-year-old Ada Quill won three times."),
        ("+born", "---\ndate: 2020-05-12\n---\nIn 1990 Ada Quill, 30, won three times."),
        ("", "Ada Quill, 65, won three times."),
        ("", "---\ndate: 2020-05-12\n---\nThe 18-month-old Ada Quill won three times."),
        (
            "",
            "---\ndate: 2020-05-12\n---\nThe mayor, 65, thanked the crowd that had waited for her and for Ada Quill.",
        ),
    ] {
        assert_eq!(expected, common::verdicts(&linter, "a.md", text), "{text}");
    }
}

#[test]
fn accents_may_be_left_out() {
    let linter = common::linter(
        "subject: São Varíno\nnames: [Île Dorée]\nfacts:\n  - {id: people, cues: [population], is: \"12,000 people\", source: a book}\n",
    );
    for (expected, text) in [
        ("+people", "São Varíno has a population of 12,000."),
        ("!people", "Sao Varino has a population of 21,000."),
        ("!people", "Ile Doree has a population of 21,000."),
        ("!people", "Île Dorée has a population of 21,000."),
        ("", "Sao Tomas has a population of 21,000."),
    ] {
        assert_eq!(expected, common::verdicts(&linter, "a.txt", text), "{text}");
    }
}

#[test]
fn units_may_stand_in_a_label() {
    all(&[
        ("+life", "The value for life expectancy at birth (years) in Marovia was 74.5."),
        ("!life", "The value for life expectancy at birth (years) in Marovia was 47.5."),
        ("+gdp-head", "Marovia GDP per capita (US$): 7,260"),
        ("!gdp-head", "Marovia GDP per capita (US$): 2,760"),
        ("+people", "Marovia, population (million): 8.4"),
        ("!people", "Marovia, population (million): 4.8"),
        ("+inflation", "Marovia: inflation (%) 3.4"),
        ("", "The GDP of Marovia was 61."),
        ("", "Inflation in Marovia was 3."),
    ]);
}

#[test]
fn the_time_spoken_of_chooses_the_value() {
    all(&[
        ("+staff", "In 2019 Norvale had 41,000 employees."),
        ("!staff", "In 2019 Norvale had 14,000 employees."),
        ("?staff", "In 2012 Norvale had 14,000 employees."),
        ("!staff", "Norvale has 14,000 employees."),
        ("+cars", "In 2019 Norvale built 655,000 cars."),
        ("+cars", "In 2020 Norvale built 480,000 cars."),
        ("!cars", "In 2020 Norvale built 655,000 cars."),
        ("?cars", "In 2005 Norvale built 300,000 cars."),
        ("+cars", "Norvale built 480,000 cars."),
        ("+cars +cars", "Norvale built 655,000 cars in 2019, up from 620,000 in 2018."),
        ("+cars", "Norvale produced 620,000 cars in 2018."),
        ("!cars", "Norvale produced 260,000 cars in 2018."),
        ("+staff", "At the end of 2019, Norvale's workforce was 41,000."),
    ]);
}

#[test]
fn the_subject_is_carried_on() {
    all(&[
        ("+people", "Marovia lies on the coast. It has a population of 8.4 million."),
        ("!people", "Marovia lies on the coast. It has a population of 4.8 million."),
        ("!people", "Marovia lies on the coast. Its population is 4.8 million."),
        ("!people", "Marovia lies on the coast. The country has a population of 4.8 million."),
        ("+staff", "Norvale makes cars. The company had 41,000 employees in 2019."),
        ("!staff", "Norvale makes cars. The carmaker had 14,000 employees in 2019."),
        ("", "Marovia and Tessaly lie on the coast. It has a population of 4.8 million."),
        ("", "Marovia lies on the coast.\n\nIt has a population of 4.8 million."),
        ("", "Marovia lies on the coast. It said that 12,000 people had fled."),
        ("", "Marovia won. The country with a population of 300 million is elsewhere: in Asia."),
        ("", "Nobody lives here. It has a population of 4.8 million."),
        ("", "The country has a population of 4.8 million."),
    ]);
}

#[test]
fn headings_and_tables_say_what_is_spoken_of() {
    of_file(
        "a.md",
        &[
            ("+people", "# Marovia\n\n- Population: 8.4 million\n"),
            ("!people", "# Marovia\n\n- Population: 4.8 million\n"),
            ("+area !life", "# Marovia\n\n- Area: 92,000 km²\n- Life expectancy: 54.5 years\n"),
            ("", "# Kestrel\n\n- Population: 4.8 million\n"),
            (
                "+people !tessaly-people",
                "| Country | Population |\n|---|---|\n| Marovia | 8.4 million |\n| Tessaly | 5.1 million |\n",
            ),
            ("+people", "| Country | Population (million) |\n|---|---|\n| Marovia | 8.4 |\n"),
            ("!people", "| Country | Population (million) |\n|---|---|\n| Marovia | 4.8 |\n"),
            ("+life", "| Country | Life expectancy (years) |\n|---|---|\n| Marovia | 74.5 |\n"),
            ("", "| Country | Cattle |\n|---|---|\n| Marovia | 11 million |\n"),
            ("", "| City | Population |\n|---|---|\n| Kestrel | 140,000 |\n"),
            ("?staff", "| Company | Staff (2012) |\n|---|---|\n| Norvale | 14,000 |\n"),
            ("+staff", "| Company | Staff (2019) |\n|---|---|\n| Norvale | 41,000 |\n"),
        ],
    );
}

#[test]
fn what_is_not_asserted_is_no_finding() {
    all(&[
        ("?people", "If the population of Marovia were 20 million, it would need more schools."),
        ("?people", "The population of Marovia is not 20 million."),
        ("?people", "The population of Marovia is expected to reach 12 million."),
        ("?people", "The population of Marovia will be 12 million by then."),
        ("?people", "The minister denied that the population of Marovia is 12 million."),
        ("?inflation", "Inflation in Marovia could reach 9 percent."),
        ("?independence", "Marovia did not become independent on 12 July 1961."),
        ("+independence", "Marovia did not become independent on 12 July 1961 but on 12 June 1961."),
        ("+independence", "Marovia became independent on 12 June 1961."),
        ("!independence", "Marovia became independent on 12 July 1961."),
    ]);
}
