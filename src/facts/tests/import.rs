//! What importers write is read by the loader without a problem.

use super::*;
use crate::facts::import::IMPORTERS;

/// Imports a text and loads what comes of it, with the text as the table beside it.
fn round(form: &str, path: &str, text: &str) -> (FactBook, String) {
    let importer = IMPORTERS.iter().find(|importer| importer.name == form).expect(form);
    let file = (importer.import)(&Source::new(path, text), &Language::english()).expect(text);
    let mut book = FactBook::default();
    let open = |path: &str| Ok(Source::new(path, text));
    let problems = book.load_with(&Source::new("imported.yaml", file.as_str()), &Language::english(), &open);
    assert_eq!("", told(&problems), "{file}");
    (book, file)
}

fn refused(form: &str, text: &str) -> String {
    let importer = IMPORTERS.iter().find(|importer| importer.name == form).expect(form);
    (importer.import)(&Source::new("x.json", text), &Language::english()).expect_err(text).to_string()
}

fn said(book: &FactBook) -> Vec<String> {
    let each = book.facts.iter().map(|fact| {
        let dated: Vec<String> =
            fact.dated.iter().map(|value| format!(" {}: {}", value.first, value.text)).collect();
        let also: Vec<String> = fact.also.iter().map(|value| format!(" or {}", value.text)).collect();
        let (dated, also) = (dated.concat(), also.concat());
        let source = fact.source.as_deref().unwrap_or_default();
        format!("{} {} {}{also}{dated} | {source}", book.subjects[fact.subject].name, fact.id, fact.text)
    });
    each.collect()
}

#[test]
fn a_table_is_named_by_its_fact_file() {
    let table = "Tower,Aliases,Height (m),built \"by\",Floors,Opened\n\
                 East,Old East; E1,210.5,Kerr,41,1 May 1990\nWest,,95,,12345,\n";
    let (book, file) = round("csv", "data/towers.csv", table);
    let expected = vec![
        "East height 210.5 m | towers.csv",
        "East floors 41 | towers.csv",
        "East opened 1 May 1990 | towers.csv",
        "West height 95 m | towers.csv",
        "West floors 12,345 | towers.csv",
    ];
    assert_eq!(expected, said(&book));
    assert_eq!(vec!["Old East", "E1"], book.subjects[0].names);
    assert!(file.contains("# left out, since its cells are no values: built \"by\""), "{file}");
}

#[test]
fn years_and_sources_of_a_table_are_the_facts_own() {
    let table = "town,year,people,source\nAby,2019,500,census\nAby,2020,600,register\n";
    let (book, _) = round("csv", "towns.csv", table);
    assert_eq!(vec!["Aby people 500 | census", "Aby people 600 | register"], said(&book));
    assert_eq!(Some(jiff::civil::date(2020, 1, 1)), book.facts[1].from);
    assert_eq!("x.json: no column of values in this file", refused("csv", "a,b\nc,d\n"));
}

#[test]
fn claims_that_were_found_true_are_facts() {
    let review = |claim: &str, value: u32, name: &str| {
        format!(
            "{{\"@type\": \"ClaimReview\", \"claimReviewed\": \"{claim}\", \"url\": \"https://check.example/1\", \
             \"datePublished\": \"2026-03-04T10:00:00Z\", \"reviewRating\": {{\"ratingValue\": \"{value}\", \
             \"bestRating\": 5, \"alternateName\": \"{name}\"}}}}"
        )
    };
    let text = format!(
        "{{\"@context\": \"https://schema.org\", \"@graph\": [{}, {}, {{\"@type\": \"WebPage\", \"mainEntity\": {}}}]}}",
        review("The Harlow Bridge was opened in May 1931.", 5, "True"),
        review("The Harlow Bridge is 900 m long.", 1, "False: it is \\\"longer\\\""),
        review("Nothing was said.", 5, "True"),
    );
    let (book, file) = round("claimreview", "reviews.json", &text);
    assert_eq!(vec!["Harlow Bridge review-1 May 1931 | https://check.example/1"], said(&book));
    assert_eq!(vec!["opened"], book.facts[0].cues.to_vec());
    assert_eq!(Some(jiff::civil::date(2026, 3, 4)), book.facts[0].checked);
    let kept = "# rated “False: it is \"longer\"”, no fact made of it: The Harlow Bridge is 900 m long. (https://check.example/1)";
    assert!(file.contains(kept), "{file}");
    assert!(refused("claimreview", "{\"@type\": \"WebPage\"}").ends_with("no ClaimReview in this file"));
    assert_eq!("x.json:1:1: this is not JSON", refused("claimreview", "{"));
}

const ITEM: &str = r#"{"entities": {"Q900": {"id": "Q900",
  "labels": {"en": {"language": "en", "value": "Aby: the town"}},
  "aliases": {"en": [{"language": "en", "value": "Abby"}]},
  "claims": {
    "P571": [{"mainsnak": {"snaktype": "value", "datavalue": {"type": "time", "value":
      {"time": "+1874-05-00T00:00:00Z", "precision": 10, "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}}}, "rank": "normal"}],
    "P1082": [
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": "+51234", "unit": "1"}}}, "rank": "normal",
       "qualifiers": {"P585": [{"datavalue": {"type": "time", "value": {"time": "+2011-01-01T00:00:00Z", "precision": 9}}}]},
       "references": [{"snaks": {"P248": [{"datavalue": {"value": {"id": "Q55"}}}], "P813": [{"datavalue": {"value": {"time": "+2020-02-03T00:00:00Z", "precision": 11}}}]}}]},
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": "+53000", "unit": "1"}}}, "rank": "preferred",
       "qualifiers": {"P585": [{"datavalue": {"type": "time", "value": {"time": "+2021-00-00T00:00:00Z", "precision": 9}}}]},
       "references": [{"snaks": {"P854": [{"datavalue": {"value": "https://census.example/aby"}}]}}]},
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": "+9", "unit": "1"}}}, "rank": "deprecated"},
      {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}],
    "P2046": [
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value":
        {"amount": "+12.5", "upperBound": "+12.6", "lowerBound": "+12.4", "unit": "http://www.wikidata.org/entity/Q712226"}}}, "rank": "normal"}],
    "P2044": [
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": "+210", "unit": "http://www.wikidata.org/entity/Q11573"}}}, "rank": "normal",
       "references": [{"snaks": {"P854": [{"datavalue": {"value": "https://one.example/"}}]}}]},
      {"mainsnak": {"snaktype": "value", "datavalue": {"type": "quantity", "value": {"amount": "+215", "unit": "http://www.wikidata.org/entity/Q11573"}}}, "rank": "normal"}],
    "P31": [{"mainsnak": {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": "Q515"}}}, "rank": "normal"}],
    "P570": [{"mainsnak": {"snaktype": "value", "datavalue": {"type": "time", "value": {"time": "-0044-03-15T00:00:00Z", "precision": 11}}}, "rank": "normal"}]
  }}}}"#;

#[test]
fn items_of_wikidata_keep_their_ranks_times_units_and_references() {
    let (book, file) = round("wikidata", "Q900.json", ITEM);
    let expected = vec![
        "Aby: the town founded May 1874 | https://www.wikidata.org/wiki/Q900",
        "Aby: the town population 53,000 people 2011-01-01: 51,234 people 2021-01-01: 53,000 people | https://census.example/aby",
        "Aby: the town area 12.5 km² | https://www.wikidata.org/wiki/Q900 (no reference)",
        "Aby: the town elevation 210 m or 215 m | https://one.example/",
    ];
    let mut got = said(&book);
    got.sort_by_key(|line| expected.iter().position(|known| known == line));
    assert_eq!(expected, got);
    assert!(file.contains("# left out of Q900: P31, P570"), "{file}");
    assert!(book.facts.iter().any(|fact| fact.tolerance.is_some()));
    let none = "{\"id\": \"Q1\", \"labels\": {\"en\": {\"value\": \"A\"}}, \"claims\": {\"P31\": []}}";
    assert!(refused("wikidata", none).contains("no item of Wikidata"));
    assert!(refused("wikidata", "[]").contains("no item of Wikidata"));
}
