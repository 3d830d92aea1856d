//! Verdicts put into words and labels.

mod across;
mod amount;
mod cause;
mod correction;
mod line;
mod outdated;
mod record;
mod room;
mod value;
mod written;

pub use crate::value::amount_in_words;
pub use across::across;
pub use line::Lines;
pub use record::{Compared, Record, records};
pub use value::in_words;
pub use written::{Ends, Written};

use crate::checks::Checks;
use crate::claims::Claim;
use crate::diagnostic::{Diagnostic, Label, Severity, Suggestion};
use crate::document::{Block, Document};
use crate::facts::{Fact, FactBook};
use crate::language::Language;
use crate::policy::Policy;
use crate::span::Span;
use crate::verdict::{Against, Finding, Follows, Outcome, Verdict};

/// What verdicts are explained with.
#[derive(Clone, Copy)]
pub struct Explainer<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its claims.
    pub claims: &'a [Claim],
    /// The facts that claims were held against.
    pub facts: &'a FactBook,
    /// The checks, with their severities.
    pub checks: &'a Checks,
    /// The language of the text.
    pub language: &'a Language,
    /// How much findings matter.
    pub policy: &'a Policy,
}

impl Explainer<'_> {
    /// The contradictions among the verdicts and what is outdated, in the order of the text.
    pub fn diagnose(&self, verdicts: &[Verdict]) -> Vec<Diagnostic> {
        let told = |verdict: &&Verdict| {
            verdict.outcome == Outcome::Contradicts || matches!(verdict.against, Against::Later(_))
        };
        let told = verdicts.iter().filter(told);
        let mut found: Vec<Diagnostic> = told.filter_map(|verdict| self.explain(verdict)).collect();
        found.sort_by(|one, other| one.order().cmp(&other.order()));
        found
    }

    /// How much a contradiction matters; `None` if it is no finding.
    pub fn severity(&self, verdict: &Verdict) -> Option<Severity> {
        self.explain(verdict).map(|found| found.severity)
    }

    fn explain(&self, verdict: &Verdict) -> Option<Diagnostic> {
        let claim = self.claims.get(verdict.claim)?;
        match &verdict.against {
            Against::Fact { fact, follows: Some(follows), .. } => {
                self.years(claim, &self.facts.facts[*fact], follows, &verdict.why)
            }
            Against::Fact { fact, dated, .. } => {
                let whole = &self.facts.facts[*fact];
                let fact = whole.at(*dated);
                let mut found = self.fact(claim, &fact, &verdict.why)?;
                found.notes.extend(cause::cause(self, claim, &fact, whole));
                Some(found)
            }
            Against::Later(later) => self.outdated(claim, later, &verdict.why),
            Against::Check(finding) => self.check(claim, finding),
        }
    }

    fn fact(&self, claim: &Claim, fact: &Fact, why: &[String]) -> Option<Diagnostic> {
        let block = self.block(claim);
        let said = in_words(claim, &block.text, self.language);
        let mut is = self.fact_in_words(fact);
        let own = correction::in_its_unit(claim, fact, &block.text, self.language);
        if let Some(own) = own.filter(|_| fact.also.is_empty()) {
            is = format!("{is} ({own})");
        }
        let message = format!("the text says {said}, the fact says {is}");
        let marked = claim.plain_day().unwrap_or(claim.span);
        let mut notes = vec![format!("compared because {}", why.join(", "))];
        notes.extend(value::width_in_words(claim, &said));
        notes.extend(fact.note.as_deref().map(str::to_owned));
        let suggestions = correction::correction(claim, fact, &block.text, self.language)
            .filter(|_| fact.also.is_empty())
            .map(|replacement| {
                let message = format!("write “{replacement}”");
                Suggestion { span: block.text.to_source(marked), replacement, message }
            });
        let label = correction::difference(claim, fact).unwrap_or_default();
        let mut severity = self.policy.severity(&fact.rule, fact.severity);
        if cause::is_in_last_figure(claim, fact) {
            severity = self.policy.last_figure().limit(severity)?;
        }
        Some(Diagnostic {
            rule: fact.rule.to_string(),
            severity: self.in_place(severity, block, marked)?,
            message,
            primary: self.label(block, marked, label),
            related: fact.labels(),
            notes,
            suggestions: suggestions.into_iter().collect(),
        })
    }

    /// An age or another number of years that does not follow from the day that a fact is.
    fn years(&self, claim: &Claim, fact: &Fact, follows: &Follows, why: &[String]) -> Option<Diagnostic> {
        let block = self.block(claim);
        let subject = &self.facts.subjects[fact.subject].name;
        let day = self.fact_in_words(fact);
        let message = match follows {
            Follows::Age(years) => {
                let said = in_words(claim, &block.text, self.language);
                format!("the text says {said}, but {subject}, {} {day}, was {years}", fact.id)
            }
            Follows::Years { years, said, until } => {
                format!(
                    "the text says “{said}”, but from {day} ({subject}: {}) to {until} it is {years} years",
                    fact.id
                )
            }
        };
        let severity = self.policy.severity(&fact.rule, fact.severity);
        Some(Diagnostic {
            rule: fact.rule.to_string(),
            severity: self.in_place(severity, block, claim.span)?,
            message,
            primary: self.label(block, claim.span, String::new()),
            related: fact.labels(),
            notes: vec![format!("compared because {}", why.join(", "))],
            suggestions: Vec::new(),
        })
    }

    fn fact_in_words(&self, fact: &Fact) -> String {
        let in_words = |is: &Claim, text: &str| match &is.value {
            crate::value::Value::Date(date) => self.language.date_in_words(date),
            _ => text.to_owned(),
        };
        let also = fact.also.iter().map(|other| in_words(&other.is, &other.text));
        std::iter::once(in_words(&fact.is, &fact.text)).chain(also).collect::<Vec<_>>().join(" or ")
    }

    fn check(&self, claim: &Claim, finding: &Finding) -> Option<Diagnostic> {
        let block = self.block(claim);
        let mut labels = finding.labels.iter().map(|(span, text)| self.label(block, *span, text.clone()));
        let primary = labels.next()?;
        let elsewhere = finding.related.iter().filter_map(|(block, span, text)| {
            let block = self.document.blocks.get(*block as usize)?;
            Some(self.label(block, *span, text.clone()))
        });
        let suggestions = finding.corrections.iter().map(|(span, replacement, message)| Suggestion {
            span: block.text.to_source(*span),
            replacement: replacement.clone(),
            message: message.clone(),
        });
        let severity = self.policy.severity(finding.rule, self.checks.severity(finding.rule));
        Some(Diagnostic {
            rule: finding.rule.to_owned(),
            severity: self.in_place(severity, block, claim.span)?,
            message: finding.message.clone(),
            primary,
            related: labels.chain(elsewhere).collect(),
            notes: finding.notes.clone(),
            suggestions: suggestions.collect(),
        })
    }

    /// An editor must not change a quotation, so that what is wrong in one matters less, or not at all.
    fn in_place(&self, severity: Severity, block: &Block, span: Span) -> Option<Severity> {
        let quoted = block.quoted || in_quotation_marks(&block.text, span);
        if quoted { self.policy.quotations().limit(severity) } else { Some(severity) }
    }

    fn block(&self, claim: &Claim) -> &Block {
        &self.document.blocks[claim.block as usize]
    }

    fn label(&self, block: &Block, span: Span, message: String) -> Label {
        Label { source: self.document.source.clone(), span: block.text.to_source(span), message }
    }
}

/// How far a quotation may reach, in bytes: a bound on the time for a text that is one paragraph.
const REACH: usize = 10_000;

/// Whether quotation marks are open where a span begins. Straight marks alternate; curly ones say which
/// they are, and a paragraph that never closes one is a quotation that goes on in the next.
fn in_quotation_marks(text: &str, span: Span) -> bool {
    let mut straight = false;
    let mut curly = 0_u32;
    let begin = text.floor_char_boundary((span.start as usize).saturating_sub(REACH));
    let end = text.ceil_char_boundary((span.end as usize + REACH).min(text.len()));
    for c in text[begin..span.start as usize].chars() {
        match c {
            '"' => straight = !straight,
            '“' | '«' | '„' => curly = 1,
            '”' | '»' => curly = 0,
            _ => {}
        }
    }
    let closes = text[span.end as usize..end].contains(['”', '»', '"', '“']);
    (straight || curly > 0) && closes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_counted() {
        for (expected, text) in [
            (true, "He said: “It was X.”"),
            (false, "“No,” he said of X."),
            (true, "\"It was X,\" she said."),
            (false, "\"No\", she said of X."),
            (false, "A 5\" pipe and X"),
        ] {
            let at = text.find('X').expect("X");
            assert_eq!(expected, in_quotation_marks(text, Span::of(&(at..at + 1))), "{text}");
        }
    }
}
