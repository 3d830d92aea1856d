//! Claims: the numbers and dates a text asserts, found and read.
//!
//! One file per kind holds its grammar (nom), its documentation and its tables of hits and near misses;
//! [`KINDS`] lists them. Words come from the language, values go to [`crate::value`].

mod age;
mod amount;
mod date;
mod draft;
mod duration;
mod figure;
mod grammar;
mod money;
mod number;
mod ordinal;
mod percent;
mod quantity;
mod ratio;
mod resolve;
mod scan;
#[cfg(test)]
mod testing;

pub use crate::language::Hedge;
pub use draft::Rounding;

use crate::document::Document;
use crate::language::Language;
use crate::span::Span;
use crate::value::{Extent, Value, Weekday};

/// A number or date that the text asserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What sort of claim it is.
    pub kind: Kind,
    /// The block of the document, from 0.
    pub block: u32,
    /// The sentence of the block, from 0.
    pub sentence: u32,
    /// Where it stands in the block's text.
    pub span: Span,
    /// The value as written, without the hedge.
    pub value: Value,
    /// A second reading that the writing allows: 3 April for “03/04/2020”.
    pub other: Option<Value>,
    /// “about”, “more than” …
    pub hedge: Option<Hedge>,
    /// The values that would make the claim true; `None` where it cannot be said (a day without a year).
    pub extent: Option<Extent>,
    /// Parts that a label can point at and a check can doubt.
    pub parts: Parts,
}

/// Parts of a claim, as spans of the block's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// A weekday written beside a date.
    pub weekday: Option<(Weekday, Span)>,
    /// The date without its weekday.
    pub date: Option<Span>,
    /// The day of the month alone.
    pub day: Option<Span>,
    /// The noun behind a number: “prisoners” in “5,000 prisoners”.
    pub noun: Option<Span>,
    /// Whether the year of a date is written there; else the document's date gave it.
    pub year_written: bool,
}

/// The kinds of claims; their names are the contract of `factlint claims --format jsonl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it; Kind::name gives the contract's spelling")]
pub enum Kind {
    Number,
    Ordinal,
    Percent,
    Money,
    Quantity,
    Age,
    Date,
    DateRange,
    Duration,
    Ratio,
}

impl Kind {
    /// The contract's spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::Age => "age",
            Self::Date => "date",
            Self::DateRange => "date_range",
            Self::Duration => "duration",
            Self::Ratio => "ratio",
        }
    }
}

type Read = for<'a> fn(grammar::Tokens<'a>) -> grammar::Parsed<'a, draft::Draft>;

/// The grammars, one line a kind. The longest reading wins; among equals the first.
const KINDS: &[Read] = &[
    date::date,
    money::money,
    percent::percent,
    age::age,
    ordinal::ordinal,
    duration::duration,
    quantity::quantity,
    ratio::ratio,
    number::number,
];

/// Every claim of a document, in the order of its text.
pub fn extract(document: &Document, language: &Language) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut tokens = Vec::new();
    for (block, prose) in (0..).zip(&document.blocks) {
        for (sentence, span) in (0..).zip(&prose.sentences) {
            scan::scan(&prose.text[span.range()], language, &mut tokens, |claim, draft| {
                let mut claim = draft.into_claim(claim, Rounding::Zeros, document.date);
                (claim.block, claim.sentence) = (block, sentence);
                claim.shift(span.start);
                claims.push(claim);
            });
        }
    }
    claims
}

/// Reads one value, as a fact file writes it: the text is one claim and, for a count, its noun.
///
/// Zeros at the end of a number are meant as written. `None` if the text is anything else.
pub fn read_value(language: &Language, text: &str) -> Option<Claim> {
    let text = text.trim();
    let mut found = Vec::new();
    scan::scan(text, language, &mut Vec::new(), |span, draft| {
        found.push(draft.into_claim(span, Rounding::AsWritten, None));
    });
    let [claim] = <[Claim; 1]>::try_from(found).ok()?;
    let end = claim.parts.noun.map_or(claim.span, |noun| claim.span.to(noun));
    (end.range() == (0..text.len())).then_some(claim)
}

impl Claim {
    fn shift(&mut self, by: u32) {
        let Parts { weekday, date, day, noun, .. } = &mut self.parts;
        let spans = [date.as_mut(), day.as_mut(), noun.as_mut(), weekday.as_mut().map(|(_, span)| span)];
        for span in spans.into_iter().flatten().chain([&mut self.span]) {
            *span = span.shifted(by);
        }
    }
}
