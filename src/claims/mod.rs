//! Claims: the numbers and dates a text asserts, found and read.

mod read_stub;
pub use read_stub::read_value;

use crate::span::Span;
use crate::value::{Extent, Value, Weekday};

/// A number or date that the text asserts.
#[derive(Debug, Clone, PartialEq)]
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
    /// The noun behind a number: “prisoners” in “5,000 prisoners”.
    pub noun: Option<Span>,
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

/// A word or two that widen a value, or open one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it; Hedge::name gives the contract's spelling")]
pub enum Hedge {
    About,
    Over,
    Under,
    AtLeast,
    AtMost,
    Nearly,
    UpTo,
}
