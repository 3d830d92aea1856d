//! Numbers that are longer than any that is held exactly: nothing is compared with them, and that is said.

use super::needs::{Need, Sentences};
use super::signs::Signs;
use super::{Article, Check, Run, Said};
use crate::claims::{Claim, Kind};
use crate::value::{MAX_DIGITS, Number, Value};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "number-too-long",
    file: ("rules/checks/number-too-long.yaml", include_str!("../../rules/checks/number-too-long.yaml")),
    run: Run::Sentences { needs: &[Need::shown_by(Signs::LONG)], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        let claims = (sentence.first..).zip(sentence.claims);
        let long = claims.filter(|(_, claim)| is_too_long(sentences.article, claim));
        let found = |(claim, own)| Said { claim, outcome: Outcome::Contradicts, finding: finding(own) };
        said.extend(long.map(found));
    }
    said
}

/// Whether a claim may be such a number, as far as can be seen without its text.
pub(super) fn may_be_too_long(claim: &Claim) -> bool {
    let long = matches!(&claim.value, Value::Amount { low, .. } if low.is_long());
    claim.kind == Kind::Number && (long || claim.span.len() as usize > MAX_DIGITS)
}

fn is_too_long(article: &Article<'_>, claim: &Claim) -> bool {
    let Value::Amount { low, .. } = &claim.value else { return false };
    let digits = || article.text_of(claim).bytes().filter(u8::is_ascii_digit).count();
    claim.kind == Kind::Number
        && (claim.span.len() as usize > MAX_DIGITS && digits() > MAX_DIGITS
            || low.is_long() && is_bound(&low.abs()))
}

/// The grammar puts the first power of ten past the bound in the place of a number that is beyond it.
fn is_bound(number: &Number) -> bool {
    let digits = i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX);
    [digits, -digits].iter().any(|power| *number == Number::power_of_ten(*power))
}

fn finding(claim: &Claim) -> Finding {
    Finding {
        rule: CHECK.id,
        expected: None,
        message: format!("the number is longer than {MAX_DIGITS} digits and is compared with nothing"),
        labels: vec![(claim.span, "only its bound is known".into())],
        ..Finding::default()
    }
}
