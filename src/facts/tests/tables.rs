//! Facts from tables.

use super::*;

const FILE: &str = "\
table: data/towns.csv
separator: ;
subject: \"{town}\"
names: [\"{also}\", \"city of {town}\"]
described:
  - [\"{river}\", harbour]
facts:
  - id: people
    cues: [people, inhabitants]
    is: \"{people} people\"
    from: \"{year}\"
    until: \"{year}\"
    source: register of {town}
    note: as of {year}
  - id: height
    cues: [high]
    is: \"{height} m\"
    source: survey
examples:
  agrees:
    - {text: Aby is 12 m high., fact: height}
";

/// Loads a file whose table has this text.
fn with_table(file: &str, table: &str) -> (FactBook, Vec<Diagnostic>) {
    let mut book = FactBook::default();
    let open = |path: &str| {
        if path == "facts/data/towns.csv" {
            Ok(Source::new(path, table))
        } else {
            Err(Error::Missing { path: path.to_owned() })
        }
    };
    let problems = book.load_with(&Source::new("facts/towns.yaml", file), &Language::english(), &open);
    (book, problems)
}

/// The same as `told`, each line behind its file.
fn told_with_files(problems: &[Diagnostic]) -> String {
    let lines: Vec<String> = problems
        .iter()
        .map(|one| format!("{} {}", one.primary.source.path(), told(std::slice::from_ref(one))))
        .collect();
    lines.concat()
}

#[test]
fn each_row_is_a_subject_with_its_facts() {
    let table = "town,also,river,people,height,year\nAby,Abby; Old Aby;,Wend,23456,12,2020\n\"Bel, Upper\",,,,7.5,2021\n";
    let (book, problems) = with_table(FILE, table);
    assert_eq!("", told_with_files(&problems));
    let [aby, bel] = &book.subjects[..] else { panic!("{:?}", book.subjects) };
    assert_eq!(("Aby", "Bel, Upper"), (&*aby.name, &*bel.name));
    assert_eq!(vec!["Abby", "Old Aby", "city of Aby"], aby.names);
    assert_eq!(vec!["city of Bel, Upper"], bel.names);
    assert_eq!(vec![vec!["Wend", "harbour"]], aby.described);
    assert!(bel.described.is_empty());
    let [people, height, upper] = &book.facts[..] else { panic!("{:?}", book.facts) };
    assert_eq!(("towns/people", "23,456 people"), (&*people.rule, &*people.text));
    assert_eq!(Some(jiff::civil::date(2020, 12, 31)), people.until);
    assert_eq!(Some("register of Aby"), people.source.as_deref());
    assert_eq!(Some("as of 2020"), people.note.as_deref());
    assert_eq!("people (source: register of Aby)", people.label().message);
    assert_eq!("23456", people.place.source.slice(people.place.span));
    assert_eq!("facts/data/towns.csv", people.place.source.path());
    assert_eq!((0, "12 m"), (height.subject, &*height.text));
    assert_eq!((1, "7.5 m"), (upper.subject, &*upper.text));
    assert!(Arc::ptr_eq(&height.cues, &upper.cues));
}

#[test]
fn rows_of_one_name_are_about_one_subject() {
    let table =
        "town,also,river,people,height,year\nAby,Abby,,500,,2020\nAby,Oldby,,600,,2021\nAby,,,700,,2021\n";
    let (book, problems) = with_table(FILE, table);
    assert_eq!(
        "facts/data/towns.csv 4:7 error: `people` is 600 people and `people` is 700 people: with the same cues at \
         the same time both cannot be true\n    3:12 people (source: register of Aby)\n",
        told_with_files(&problems)
    );
    assert_eq!(1, book.subjects.len());
    assert_eq!(vec!["Abby", "city of Aby", "Oldby"], book.subjects[0].names);
    assert_eq!(vec!["500 people"], book.facts.iter().map(|fact| &*fact.text).collect::<Vec<_>>());
}

#[test]
fn bad_cells_are_told_at_their_places_and_the_others_count() {
    let table = "\u{feff}town,also,river,people,height,year\r\nAby,,,many,12,2020\r\nBel,,,100,7,soon\r\nCor,,,200\r\nDun,,,\"300\",,2020\r\n";
    let (book, problems) = with_table(FILE, table);
    let expected = "\
facts/data/towns.csv 2:7 error: `is`: no date, number or amount can be read from `many people`
facts/data/towns.csv 3:13 error: `from` is no date that a calendar has: `soon`; write it as 2026-11-02
facts/data/towns.csv 3:13 error: `until` is no date that a calendar has: `soon`; write it as 2026-11-02
facts/data/towns.csv 4:1 error: this row has 4 cells, the header has 6
";
    assert_eq!(expected, told_with_files(&problems));
    assert_eq!(
        vec!["12 m", "7 m", "300 people"],
        book.facts.iter().map(|fact| &*fact.text).collect::<Vec<_>>()
    );
}

#[test]
fn unknown_columns_are_told_in_the_fact_file() {
    let file = FILE.replace("{height}", "{hight}").replace("{also}", "{}").replace("of {year}", "of {year");
    let (_, problems) = with_table(&file, "town,also,river,people,height,year,year\n");
    let expected = "\
4:11 error: unknown column ``; known are `town`, `also`, `river`, `people`, `height`, `year`, `year`
11:13 error: facts/data/towns.csv has two columns `year`; rename one of them
12:14 error: facts/data/towns.csv has two columns `year`; rename one of them
14:17 error: a column's name begins here and has no `}` behind it
17:11 error: unknown column `hight`; did you mean `height`?
";
    assert_eq!(expected, told(&problems));
}

#[test]
fn tables_that_cannot_be_used() {
    for (expected, file, table) in [
        ("1:8 error: `table`: facts/x.csv: no such file or folder\n", "x.csv", ""),
        (
            "1:8 error: `table`: facts/data/towns.csv is empty; its first row names the columns\n",
            "data/towns.csv",
            "",
        ),
    ] {
        let (book, problems) = with_table(&FILE.replace("data/towns.csv", file), table);
        assert_eq!(expected, told(&problems));
        assert!(book.facts.is_empty());
    }
    let found = told(&load(FILE).1);
    assert_eq!("1:8 error: `table`: facts/data/towns.csv cannot be opened from here\n", found);
    let file = "subject: A {b}\nseparator: ;\nfacts: [{id: a, cues: [b], is: 5 towns, source: s}]\n";
    let (book, problems) = load(file);
    assert_eq!(
        "2:12 error: `separator` divides the cells of a `table`, and there is none\n",
        told(&problems)
    );
    assert_eq!("A {b}", book.subjects[0].name);
}

#[test]
fn a_table_of_mistakes_is_left_after_a_thousand() {
    let rows = "Aby,,,many,,2020\n".repeat(5_000);
    let (_, problems) = with_table(FILE, &format!("town,also,river,people,height,year\n{rows}"));
    assert_eq!(1_002, problems.len());
    let last = problems.last().expect("the last");
    assert_eq!("more than 1000 mistakes in this table; the rest of it is not read", last.message);
}

#[test]
fn a_row_without_a_source_is_told() {
    let file = FILE.replace("source: survey", "source: \"{river}\"");
    let (book, problems) = with_table(&file, "town,also,river,people,height,year\nAby,,,,12,\n");
    assert_eq!(
        "2:6 warning: `height` has no `source` in this row: say who vouches for it\n",
        told(&problems)
    );
    assert_eq!(1, book.facts.len());
}
