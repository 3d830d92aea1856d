//! Items of Wikidata, as `Special:EntityData` gives them.
//! <https://www.wikidata.org/wiki/Wikidata:Data_model>, <https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html>

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;

use super::{Importer, comment, json, list, nothing, quoted, slug};
use crate::claims::read_value;
use crate::error::Error;
use crate::facts::is::grouped;
use crate::language::Language;
use crate::source::Source;

pub(super) const IMPORTER: Importer =
    Importer { name: "wikidata", description: "items of Wikidata as JSON", import };

/// What statements are about, and units: rules/wikidata.yaml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    properties: BTreeMap<String, Property>,
    units: BTreeMap<String, String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Property {
    /// A key of the subject: `born`.
    key: Option<String>,
    id: String,
    cues: Vec<String>,
    unless: Vec<String>,
    /// What a count is of.
    of: Option<String>,
}

/// One statement that can be used.
struct Statement {
    text: String,
    tolerance: Option<String>,
    preferred: bool,
    /// When the value was taken, as a date of the fact file.
    at: Option<String>,
    from: Option<String>,
    until: Option<String>,
    source: String,
    checked: Option<String>,
}

fn import(source: &Source, language: &Language) -> Result<String, Error> {
    let path = "rules/wikidata.yaml";
    let words: Words =
        serde_yaml::from_str(include_str!("../../../rules/wikidata.yaml")).map_err(|error| {
            Error::Invalid { path: path.into(), line: 1, column: 1, message: error.to_string() }
        })?;
    let json = json(source)?;
    let mut items = Vec::new();
    gather(&json, &mut items);
    let mut out = String::new();
    comment(&mut out, "From Wikidata. Look over what the statements' references say.");
    out.push_str("subjects:\n");
    let mut written = 0;
    let mut ids = Vec::new();
    let writer = Writer { words: &words, language };
    for item in items {
        written += usize::from(writer.item(item, &mut out, &mut ids));
    }
    if written == 0 {
        return Err(nothing(source, "item of Wikidata with statements of a known property"));
    }
    Ok(out)
}

/// Items alone, in a list, or under `entities`.
fn gather<'j>(json: &'j Value, found: &mut Vec<&'j Value>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(_) if json["claims"].is_object() => found.push(json),
        Value::Object(_) => {
            if let Some(entities) = json["entities"].as_object() {
                entities.values().for_each(|item| gather(item, found));
            }
        }
        _ => {}
    }
}

struct Writer<'w> {
    words: &'w Words,
    language: &'w Language,
}

impl Writer<'_> {
    /// Writes an item as a subject; `false` if nothing of it can be used.
    fn item(&self, item: &Value, out: &mut String, ids: &mut Vec<String>) -> bool {
        let code = self.language.code.as_str();
        let item_id = item["id"].as_str().unwrap_or("an item without id");
        let Some(name) =
            item["labels"][code]["value"].as_str().or_else(|| item["labels"]["mul"]["value"].as_str())
        else {
            comment(out, &format!("{item_id} has no name in this language"));
            return false;
        };
        let mut facts = String::new();
        let mut keys = String::new();
        let mut left_out = Vec::new();
        for (number, statements) in item["claims"].as_object().into_iter().flatten() {
            let statements: Vec<&Value> = statements.as_array().into_iter().flatten().collect();
            let Some(property) = self.words.properties.get(number) else {
                left_out.push(number.as_str());
                continue;
            };
            let used = self.statements(&statements, property, item_id);
            if used.is_empty() {
                left_out.push(number.as_str());
            } else if let Some(key) = &property.key {
                let best = used.iter().find(|statement| statement.preferred).unwrap_or(&used[0]);
                let _ = writeln!(keys, "    {key}: {}", quoted(&best.text));
            } else {
                facts += &fact(property, &used, ids);
            }
        }
        if facts.is_empty() && keys.is_empty() {
            comment(out, &format!("{item_id} ({name}): no statement of a known property"));
            return false;
        }
        let _ = writeln!(out, "  - subject: {}", quoted(name));
        let aliases = item["aliases"][code].as_array().into_iter().flatten();
        let aliases: Vec<&str> = aliases.filter_map(|alias| alias["value"].as_str()).collect();
        if !aliases.is_empty() {
            let _ = writeln!(out, "    names: {}", list(aliases));
        }
        let address = format!("https://www.wikidata.org/wiki/{item_id}");
        let _ = writeln!(out, "    source: {}", quoted(&address));
        out.push_str(&keys);
        if !facts.is_empty() {
            let _ = write!(out, "    facts:\n{facts}");
        }
        if !left_out.is_empty() {
            comment(out, &format!("left out of {item_id}: {}", left_out.join(", ")));
        }
        true
    }

    /// The statements that hold: not deprecated, known, and with a value that can be read.
    fn statements(&self, all: &[&Value], property: &Property, item: &str) -> Vec<Statement> {
        let held =
            all.iter().filter(|one| one["rank"] != "deprecated" && one["mainsnak"]["snaktype"] == "value");
        let mut used: Vec<Statement> = held.filter_map(|one| self.statement(one, property, item)).collect();
        // Without times the preferred ones are those that Wikidata shows.
        if used.iter().any(|one| one.preferred) && !used.iter().all(|one| one.at.is_some()) {
            used.retain(|one| one.preferred);
        }
        used
    }

    fn statement(&self, one: &Value, property: &Property, item: &str) -> Option<Statement> {
        let value = &one["mainsnak"]["datavalue"]["value"];
        let (text, tolerance) = match one["mainsnak"]["datavalue"]["type"].as_str()? {
            "time" => (self.date(value)?, None),
            "quantity" => self.quantity(value, property)?,
            _ => return None,
        };
        read_value(self.language, &text)?;
        let qualifier = |number: &str| {
            let value = &one["qualifiers"][number][0]["datavalue"]["value"];
            iso(value)
        };
        let reference = one["references"].as_array().into_iter().flatten().find_map(reference);
        let (source, checked) = reference
            .unwrap_or_else(|| (format!("https://www.wikidata.org/wiki/{item} (no reference)"), None));
        Some(Statement {
            text,
            tolerance,
            preferred: one["rank"] == "preferred",
            at: qualifier("P585"),
            from: qualifier("P580"),
            until: qualifier("P582"),
            source,
            checked,
        })
    }

    /// A day, month or year in words; coarser dates are left out.
    fn date(&self, value: &Value) -> Option<String> {
        let iso = iso(value)?;
        let text = match iso.len() {
            10 => self.language.day_in_words(crate::document::iso_day(&iso)?),
            7 => {
                let (year, month) = iso.split_once('-')?;
                format!("{} {year}", self.language.month_name(month.parse().ok()?))
            }
            _ => iso,
        };
        Some(text)
    }

    fn quantity(&self, value: &Value, property: &Property) -> Option<(String, Option<String>)> {
        let amount = value["amount"].as_str()?.trim_start_matches('+');
        let unit = value["unit"].as_str()?;
        let unit = match unit.rsplit('/').next()? {
            "1" => property.of.as_deref().unwrap_or_default(),
            item => self.words.units.get(item)?,
        };
        let text = format!("{} {unit}", grouped(amount, self.language.group, 4));
        // Where the bounds are as far apart on both sides, they are a tolerance.
        let bound = |name: &str| value[name].as_str().and_then(decimal);
        let tolerance = bound("upperBound").zip(decimal(amount)).map(|(upper, amount)| upper - amount);
        let tolerance = tolerance.filter(|slack| *slack > crate::value::Number::zero());
        Some((text.trim_end().to_owned(), tolerance.map(|slack| slack.to_string())))
    }
}

/// A number of Wikidata: `+12.5`, `-3`.
fn decimal(text: &str) -> Option<crate::value::Number> {
    match text.strip_prefix('-') {
        Some(text) => crate::value::Number::decimal(text).map(|number| -number),
        None => crate::value::Number::decimal(text.trim_start_matches('+')),
    }
}

/// A time as a fact file writes dates: `2020-02-29`, `2020-02`, `2020`. `None` for what is coarser, before
/// our era, or a day of another calendar, whose number is not this one's.
fn iso(value: &Value) -> Option<String> {
    let time = value["time"].as_str()?.strip_prefix('+')?;
    let precision = value["precision"].as_u64()?;
    let julian = value["calendarmodel"].as_str().is_some_and(|model| model.ends_with("Q1985786"));
    let length = match precision {
        11 if !julian => 10,
        10 if !julian => 7,
        9..=11 => 4,
        _ => return None,
    };
    time.get(..length)
        .filter(|date| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
        .map(str::to_owned)
}

/// Who says so, and when somebody looked: the address, else the item that states it.
fn reference(reference: &Value) -> Option<(String, Option<String>)> {
    let snak = |number: &str| &reference["snaks"][number][0]["datavalue"]["value"];
    let stated = snak("P248")["id"].as_str().map(|item| format!("https://www.wikidata.org/wiki/{item}"));
    let source = snak("P854").as_str().map(str::to_owned).or(stated)?;
    Some((source, iso(snak("P813"))))
}

/// A fact of one property: one value, a value for each time, or several that are accepted.
fn fact(property: &Property, used: &[Statement], ids: &mut Vec<String>) -> String {
    let mut id = slug(&property.id);
    let again = ids.iter().filter(|known| **known == id).count();
    ids.push(id.clone());
    if again > 0 {
        let _ = write!(id, "-{}", again + 1);
    }
    let mut out = String::new();
    let _ =
        writeln!(out, "      - id: {id}\n        cues: {}", list(property.cues.iter().map(String::as_str)));
    if !property.unless.is_empty() {
        let _ = writeln!(out, "        unless: {}", list(property.unless.iter().map(String::as_str)));
    }
    let mut dated: Vec<(&String, &Statement)> =
        used.iter().filter_map(|one| Some((one.at.as_ref()?, one))).collect();
    dated.sort_by_key(|(at, one)| ((*at).clone(), !one.preferred));
    dated.dedup_by(|next, kept| next.0 == kept.0);
    let main = match (&dated[..], used) {
        ([.., (_, latest)], _) => {
            out.push_str("        is:\n");
            for (at, one) in &dated {
                let _ = writeln!(out, "          {}: {}", quoted(at), quoted(&one.text));
            }
            *latest
        }
        (_, [one]) => {
            let _ = writeln!(out, "        is: {}", quoted(&one.text));
            for (key, day) in [("from", &one.from), ("until", &one.until)] {
                if let Some(day) = day {
                    let _ = writeln!(out, "        {key}: {}", quoted(day));
                }
            }
            one
        }
        (_, several) => {
            out.push_str("        is:\n");
            for one in several {
                let _ = writeln!(
                    out,
                    "          - {{value: {}, source: {}}}",
                    quoted(&one.text),
                    quoted(&one.source)
                );
            }
            &several[0]
        }
    };
    if let Some(tolerance) = main.tolerance.as_ref().filter(|_| used.len() == 1) {
        let _ = writeln!(out, "        tolerance: {}", quoted(tolerance));
    }
    let _ = writeln!(out, "        source: {}", quoted(&main.source));
    if let Some(checked) = &main.checked {
        let _ = writeln!(out, "        checked: {}", quoted(checked));
    }
    out
}
