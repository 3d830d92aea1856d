//! What was understood, as data: the contract of `factlint claims --format jsonl`, version 1.

use serde::Serialize;

use super::Explainer;
use super::written::{Ends, Written};
use crate::claims::Claim;
use crate::source::Positions;
use crate::verdict::{Against, Follows, Outcome, Verdict};

/// One claim with what it was held against. Spans are bytes of the source, in a corpus of the document.
///
/// It borrows from what was read: an archive has millions of claims, and each is written once.
#[derive(Debug, Clone, Serialize)]
pub struct Record<'a> {
    /// The source's path.
    pub path: &'a str,
    /// The document's id inside a corpus.
    pub doc: Option<&'a str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words of the claim.
    pub text: &'a str,
    /// `number`, `ordinal`, `percent`, `money`, `quantity`, `age`, `date`, `date_range`, `duration`, `ratio`.
    pub kind: &'static str,
    /// The value; its form depends on the kind.
    pub value: Written<'a>,
    /// `about`, `over`, `under`, `at_least`, `at_most`, `nearly`, `up_to`, or null.
    pub hedge: Option<&'static str>,
    /// `{lo, lo_closed, hi, hi_closed}`: the values that would make the claim true; null if it cannot be said.
    pub interval: Option<Ends<'a>>,
    /// What the claim was held against.
    pub compared: Vec<Compared<'a>>,
}

/// One comparison of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct Compared<'a> {
    /// A fact (`us-taliban-agreement/signed`) or a check (`weekday-mismatch`).
    pub rule: &'a str,
    /// The subject's name; null for a check.
    pub subject: Option<&'a str>,
    /// The fact's id; null for a check.
    pub fact: Option<&'a str>,
    /// `agrees`, `contradicts` or `ambiguous`.
    pub verdict: &'static str,
    /// The value that would be right; null where several would be.
    pub expected: Option<&'a str>,
    /// Why the two were brought together.
    pub why: String,
}

/// Every claim of a text, in order; the verdicts are in the order of their claims.
pub fn records<'a>(
    explainer: Explainer<'a>,
    mut verdicts: &'a [Verdict],
) -> impl Iterator<Item = Record<'a>> {
    let mut positions = explainer.document.source.positions();
    explainer.claims.iter().enumerate().map(move |(number, claim)| {
        let own = verdicts.iter().take_while(|verdict| verdict.claim == number).count();
        let (of_claim, rest) = verdicts.split_at(own);
        verdicts = rest;
        record(explainer, claim, of_claim, &mut positions)
    })
}

fn record<'a>(
    explainer: Explainer<'a>,
    claim: &'a Claim,
    verdicts: &'a [Verdict],
    positions: &mut Positions<'a>,
) -> Record<'a> {
    let source = &explainer.document.source;
    let block = &explainer.document.blocks[claim.block as usize];
    let span = block.text.to_source(claim.span);
    let position = positions.of(span.start);
    Record {
        path: source.path(),
        doc: source.doc(),
        line: position.line,
        column: position.column,
        start: span.start,
        end: span.end,
        text: &block.text[claim.span.range()],
        kind: claim.kind.name(),
        value: Written(&claim.value),
        hedge: claim.hedge.map(crate::claims::Hedge::name),
        interval: claim.extent.as_ref().map(Ends),
        // Few claims are held against anything.
        compared: match verdicts {
            [] => Vec::new(),
            some => some.iter().map(|verdict| compared(explainer, verdict)).collect(),
        },
    }
}

fn compared<'a>(explainer: Explainer<'a>, verdict: &'a Verdict) -> Compared<'a> {
    let (name, doubt) = match &verdict.outcome {
        Outcome::Agrees => ("agrees", None),
        Outcome::Contradicts => ("contradicts", None),
        Outcome::Ambiguous(doubt) => ("ambiguous", Some(doubt.as_str())),
    };
    let why: Vec<&str> = verdict.why.iter().map(String::as_str).chain(doubt).collect();
    let why = why.join("; ");
    match &verdict.against {
        Against::Check(finding) => Compared {
            rule: finding.rule,
            subject: None,
            fact: None,
            verdict: name,
            expected: finding.expected.as_deref(),
            why,
        },
        Against::Later(later) => {
            let fact = &explainer.facts.facts[later.fact];
            let now = later.now.and_then(|(now, dated)| Some((explainer.facts.facts.get(now)?, dated)));
            let expected = now.map(|(now, dated)| {
                let dated = dated.and_then(|at| now.dated.get(at));
                dated.map_or(&*now.text, |dated| &*dated.text)
            });
            Compared {
                rule: crate::checks::OUTDATED,
                subject: Some(&explainer.facts.subjects[fact.subject].name),
                fact: Some(&fact.id),
                verdict: name,
                expected,
                why,
            }
        }
        Against::Fact { fact, dated, follows } => {
            let fact = &explainer.facts.facts[*fact];
            let dated = dated.and_then(|dated| fact.dated.get(dated));
            Compared {
                rule: &fact.rule,
                subject: Some(&explainer.facts.subjects[fact.subject].name),
                fact: Some(&fact.id),
                verdict: name,
                expected: Some(
                    follows.as_ref().map_or(dated.map_or(&fact.text, |dated| &dated.text), Follows::years),
                ),
                why,
            }
        }
    }
}
