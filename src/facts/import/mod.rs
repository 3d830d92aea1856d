//! Fact files out of what others hold: a spreadsheet, published fact checks, Wikidata.
//!
//! Each importer takes a text and writes a fact file that the loader reads without a problem; what it cannot
//! use it names in comments, so that nothing is left out in silence.

mod claimreview;
mod csv;
mod wikidata;

use std::fmt::Write as _;

use crate::error::Error;
use crate::language::Language;
use crate::source::Source;

/// A form that facts come in.
pub struct Importer {
    /// The name on the command line.
    pub name: &'static str,
    /// What it reads, in a few words.
    pub description: &'static str,
    /// Writes the fact file.
    pub import: fn(&Source, &Language) -> Result<String, Error>,
}

/// All of them.
pub const IMPORTERS: &[Importer] = &[csv::IMPORTER, claimreview::IMPORTER, wikidata::IMPORTER];

/// A text as YAML writes it in quotation marks: YAML's are JSON's.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A list on one line.
fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let quoted: Vec<String> = texts.into_iter().map(quoted).collect();
    format!("[{}]", quoted.join(", "))
}

/// A comment, however many lines the text has.
fn comment(out: &mut String, text: &str) {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(out, "# {line}");
}

/// An id of letters, digits and hyphens.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_lowercase();
    if slug.is_empty() { "fact".to_owned() } else { slug }
}

/// The text of JSON, or the place where it is none.
fn json(source: &Source) -> Result<serde_json::Value, Error> {
    serde_json::from_str(source.text().trim_start_matches('\u{feff}')).map_err(|error| Error::Invalid {
        path: source.path().to_owned(),
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        column: u32::try_from(error.column()).unwrap_or(u32::MAX),
        message: "this is not JSON".into(),
    })
}

fn nothing(source: &Source, wanted: &str) -> Error {
    Error::Usage { message: format!("{}: no {wanted} in this file", source.path()) }
}
