//! The value of a fact: what stands behind `is`, read by the grammar that reads articles.

use super::problem::Problems;
use super::schema::{Entry, FactEntry};
use crate::claims::{Claim, read_value};
use crate::language::Language;
use crate::value::Value;

/// A value with the text that it was read from.
#[derive(Debug)]
pub(super) struct IsValue {
    /// The value.
    pub(super) claim: Claim,
    /// The text, the hedge in front.
    pub(super) text: String,
}

/// Reads `is` and `hedge`; what cannot be read is said.
pub(super) fn read(
    raw: &FactEntry,
    entry: &Entry<'_, '_>,
    language: &Language,
    problems: &mut Problems<'_>,
) -> Option<IsValue> {
    let written = raw.is.as_deref()?.trim();
    let place = entry.span("is");
    let Some(claim) = read_value(language, written) else {
        let found =
            problems.error(place, format!("`is`: no date, number or amount can be read from `{written}`"));
        found.notes.push(
            "write one value as an article writes it: 29 February 2020, 5,000 prisoners, 14 months, 8,849 m"
                .into(),
        );
        return None;
    };
    if let Value::Date(date) = &claim.value
        && date.is_impossible()
    {
        problems.error(place, format!("`is`: no calendar has {written}"));
        return None;
    }
    let Some(hedge) = &raw.hedge else {
        return Some(IsValue { claim, text: written.to_owned() });
    };
    let place = entry.span("hedge");
    if claim.hedge.is_some() {
        problems.error(place, format!("`hedge`: the value `{written}` has one already"));
        return None;
    }
    // The hedge is read in the value's company, so that it has the words and the meaning that it has in
    // articles; `at_least` is the spelling of the JSON contract.
    let hedge = hedge.trim().replace('_', " ");
    let text = format!("{hedge} {written}");
    let hedged = read_value(language, &text).filter(|claim| claim.hedge.is_some());
    if hedged.is_none() {
        problems.error(place, format!("`hedge`: `{hedge}` in front of `{written}` cannot be read"));
    }
    hedged.map(|claim| IsValue { claim, text })
}
