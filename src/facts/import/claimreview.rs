//! Published fact checks: `ClaimReview` of schema.org as JSON-LD. <https://schema.org/ClaimReview>
//!
//! A claim that was found true is a fact, its reviewer the source. A claim that was found wrong says nothing
//! of what is right: it is kept as a comment for whoever completes the file.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Importer, comment, json, nothing, quoted};
use crate::claims::{self, Claim, read_value};
use crate::document;
use crate::error::Error;
use crate::language::{Language, Meaning};
use crate::source::Source;

pub(super) const IMPORTER: Importer =
    Importer { name: "claimreview", description: "schema.org ClaimReview as JSON-LD", import };

fn import(source: &Source, language: &Language) -> Result<String, Error> {
    let json = json(source)?;
    let mut reviews = Vec::new();
    gather(&json, &mut reviews);
    if reviews.is_empty() {
        return Err(nothing(source, "ClaimReview"));
    }
    let mut out = String::new();
    let mut subjects = String::new();
    comment(&mut out, "From published fact checks. Look over subjects and cues.");
    let mut number = 0;
    for review in reviews {
        let Some(claim) = text(&review["claimReviewed"]) else { continue };
        let rating = text(&review["reviewRating"]["alternateName"]).unwrap_or("no rating in words");
        let url = text(&review["url"]).or_else(|| text(&review["author"]["name"])).unwrap_or("no address");
        let kept =
            if is_true(&review["reviewRating"], language) { fact(review, claim, language) } else { None };
        let Some([subject, cue, value]) = kept else {
            comment(&mut out, &format!("rated “{rating}”, no fact made of it: {claim} ({url})"));
            continue;
        };
        let _ = writeln!(subjects, "  - subject: {}\n    facts:", quoted(&subject));
        number += 1;
        let _ = writeln!(subjects, "      - id: review-{number}\n        cues: [{}]", quoted(&cue));
        let _ = writeln!(subjects, "        is: {}\n        source: {}", quoted(&value), quoted(url));
        if let Some(day) = text(&review["datePublished"]).and_then(|day| document::iso_day(day.get(..10)?)) {
            let _ = writeln!(subjects, "        checked: {day}");
        }
        let _ = writeln!(subjects, "        note: {}", quoted(&format!("reviewed claim: {claim}")));
    }
    if number == 0 {
        let found = "claim that was found true and has a subject, a word for it and a value";
        return Err(nothing(source, found));
    }
    Ok(format!("{out}subjects:\n{subjects}"))
}

/// All reviews of a document: alone, in a list, in a graph, or inside of a page.
fn gather<'j>(json: &'j Value, found: &mut Vec<&'j Value>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(pairs) => {
            let kind = &json["@type"];
            let is = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("ClaimReview"));
            if is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is)) {
                found.push(json);
            } else {
                pairs.values().for_each(|value| gather(value, found));
            }
        }
        _ => {}
    }
}

/// A text, alone or the first of a list.
fn text(json: &Value) -> Option<&str> {
    let text = json.as_str().or_else(|| json.as_array()?.first()?.as_str())?.trim();
    (!text.is_empty()).then_some(text)
}

/// Whether the claim got the best mark; words count where there are no marks.
fn is_true(rating: &Value, language: &Language) -> bool {
    let number = |json: &Value| json.as_f64().or_else(|| json.as_str()?.trim().parse().ok());
    match (number(&rating["ratingValue"]), number(&rating["bestRating"])) {
        (Some(value), Some(best)) => value >= best,
        _ => text(&rating["alternateName"]).is_some_and(|name| {
            let name = name.to_lowercase();
            language.rated_true.iter().any(|own| own == name.trim_end_matches('.'))
        }),
    }
}

/// The subject, the cue and the value of a claim that is one sentence.
fn fact(review: &Value, claim: &str, language: &Language) -> Option<[String; 3]> {
    let document = document::read(&Source::new("claim.txt", claim), &language.abbreviations);
    let found = claims::extract(&document, language);
    let block = document.blocks.first()?;
    if document.blocks.len() != 1 || document.sentences(block).len() != 1 {
        return None;
    }
    let written = |claim: &Claim| {
        let whole = claim.noun.map_or(claim.span, |noun| claim.span.to(noun));
        (claim.span.start as usize, block.text[whole.range()].to_owned())
    };
    let (first, value) = found.iter().map(written).find(|(_, text)| read_value(language, text).is_some())?;
    let about = [&review["about"], &review["itemReviewed"]["about"]]
        .into_iter()
        .find_map(|about| text(&about["name"]));
    let before = &block.text[..first];
    let subject = about.map(str::to_owned).or_else(|| name(before, language))?;
    // The verb or noun next to the value is what the value is of.
    let cue = before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2 && word.starts_with(char::is_lowercase))
        .rfind(|word| !language.lexicon.has(word, &Meaning::Stop) && !language.abbreviations.begins(word))?;
    Some([subject, cue.to_owned(), value])
}

/// The first run of words with a capital, without a word that begins a sentence.
fn name(text: &str, language: &Language) -> Option<String> {
    let begins = |word: &&str| word.starts_with(char::is_uppercase) && !language.abbreviations.begins(word);
    let words = text.split_whitespace().map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let name: Vec<&str> = words.skip_while(|word| !begins(word)).take_while(begins).collect();
    (!name.is_empty()).then(|| name.join(" "))
}
