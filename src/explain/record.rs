//! What was understood, as data: the contract of `factlint claims --format jsonl`, version 1.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Explainer;
use crate::claims::Claim;
use crate::value::{Bound, Extent, Interval, Measure, Value, day_from_number};
use crate::verdict::{Against, Outcome, Verdict};

/// One claim with what it was held against. Spans are bytes of the source, in a corpus of the document.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// The source's path.
    pub path: String,
    /// The document's id inside a corpus.
    pub doc: Option<String>,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words of the claim.
    pub text: String,
    /// `number`, `ordinal`, `percent`, `money`, `quantity`, `age`, `date`, `date_range`, `duration`, `ratio`.
    pub kind: &'static str,
    /// The value; its form depends on the kind.
    pub value: Json,
    /// `about`, `over`, `under`, `at_least`, `at_most`, `nearly`, `up_to`, or null.
    pub hedge: Option<&'static str>,
    /// `{lo, lo_closed, hi, hi_closed}`: the values that would make the claim true; null if it cannot be said.
    pub interval: Option<Json>,
    /// What the claim was held against.
    pub compared: Vec<Compared>,
}

/// One comparison of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    /// A fact (`us-taliban-agreement/signed`) or a check (`weekday-mismatch`).
    pub rule: String,
    /// The subject's name; null for a check.
    pub subject: Option<String>,
    /// The fact's id; null for a check.
    pub fact: Option<String>,
    /// `agrees`, `contradicts` or `ambiguous`.
    pub verdict: &'static str,
    /// The value that would be right; null where several would be.
    pub expected: Option<String>,
    /// Why the two were brought together.
    pub why: String,
}

/// Every claim of a text, in order.
pub fn records(explainer: &Explainer<'_>, verdicts: &[Verdict]) -> Vec<Record> {
    let mut records: Vec<Record> = explainer.claims.iter().map(|claim| record(explainer, claim)).collect();
    for verdict in verdicts {
        if let Some(record) = records.get_mut(verdict.claim) {
            record.compared.push(compared(explainer, verdict));
        }
    }
    records
}

fn record(explainer: &Explainer<'_>, claim: &Claim) -> Record {
    let source = &explainer.document.source;
    let block = &explainer.document.blocks[claim.block as usize];
    let span = block.map.to_source(claim.span);
    let position = source.position(span.start);
    Record {
        path: source.path().to_owned(),
        doc: source.doc().map(str::to_owned),
        line: position.line,
        column: position.column,
        start: span.start,
        end: span.end,
        text: block.text[claim.span.range()].to_owned(),
        kind: claim.kind.name(),
        value: value(&claim.value),
        hedge: claim.hedge.map(crate::claims::Hedge::name),
        interval: claim.extent.as_ref().map(interval),
        compared: Vec::new(),
    }
}

fn compared(explainer: &Explainer<'_>, verdict: &Verdict) -> Compared {
    let (name, doubt) = match &verdict.outcome {
        Outcome::Agrees => ("agrees", None),
        Outcome::Contradicts => ("contradicts", None),
        Outcome::Ambiguous(doubt) => ("ambiguous", Some(doubt.as_str())),
    };
    let why: Vec<&str> = verdict.why.iter().map(String::as_str).chain(doubt).collect();
    let why = why.join("; ");
    match &verdict.against {
        Against::Check(finding) => Compared {
            rule: finding.rule.to_owned(),
            subject: None,
            fact: None,
            verdict: name,
            expected: finding.expected.clone(),
            why,
        },
        Against::Fact(number) => {
            let fact = &explainer.facts.facts[*number];
            Compared {
                rule: fact.rule.clone(),
                subject: Some(explainer.facts.subjects[fact.subject].name.clone()),
                fact: Some(fact.id.clone()),
                verdict: name,
                expected: Some(fact.text.clone()),
                why,
            }
        }
    }
}

fn value(value: &Value) -> Json {
    let date = |date: &Option<_>| date.as_ref().map(|date: &crate::value::PartialDate| date.to_string());
    match value {
        Value::Amount { low, high, measure } => {
            let amount = |amount: &crate::value::Number| match measure {
                Measure::Money(currency) => {
                    json!({"amount": amount.to_string(), "currency": currency.as_deref()})
                }
                Measure::Unit(unit) | Measure::Age(unit) => {
                    json!({"amount": amount.to_string(), "unit": unit.name})
                }
                _ => json!(amount.to_string()),
            };
            match high {
                Some(high) => json!({"low": amount(low), "high": amount(high)}),
                None => amount(low),
            }
        }
        Value::Date(date) => json!(date.to_string()),
        Value::DateRange { start, end } => json!({"start": date(start), "end": date(end)}),
        Value::Duration { low, high: Some(high) } => {
            json!({"low": low.to_string(), "high": high.to_string()})
        }
        Value::Duration { low, high: None } => json!(low.to_string()),
    }
}

fn interval(extent: &Extent) -> Json {
    match extent {
        Extent::Amount(amounts) => ends(amounts, ToString::to_string),
        Extent::Days(days) => {
            ends(days, |day| day_from_number(*day).map_or_else(|| day.to_string(), |day| day.to_string()))
        }
    }
}

fn ends<T>(interval: &Interval<T>, show: impl Fn(&T) -> String) -> Json {
    let end = |bound: &Bound<T>| match bound {
        Bound::Open => (None, false),
        Bound::Included(value) => (Some(show(value)), true),
        Bound::Excluded(value) => (Some(show(value)), false),
    };
    let ((lo, lo_closed), (hi, hi_closed)) = (end(&interval.lo), end(&interval.hi));
    json!({"lo": lo, "lo_closed": lo_closed, "hi": hi, "hi_closed": hi_closed})
}
