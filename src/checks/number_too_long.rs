//! Numbers that are longer than any that is held exactly: nothing is compared with them, and that is said.

use super::{Article, Check, Said, Scope};
use crate::claims::{Claim, Kind};
use crate::value::{MAX_DIGITS, Number, Value};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "number-too-long",
    file: ("rules/checks/number-too-long.yaml", include_str!("../../rules/checks/number-too-long.yaml")),
    scope: Scope::Sentence,
    run,
};

fn run(article: &Article<'_>) -> Vec<Said> {
    // The grammar puts the first power of ten past the bound in the place of a number that is beyond it.
    let bounds =
        [1, -1].map(|sign| Number::power_of_ten(sign * i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX)));
    let claims = article.claims.iter().enumerate().skip(article.from);
    let long = claims.filter(|(_, claim)| is_too_long(article, claim, &bounds));
    long.map(|(claim, said)| Said { claim, outcome: Outcome::Contradicts, finding: finding(said) }).collect()
}

fn is_too_long(article: &Article<'_>, claim: &Claim, bounds: &[Number; 2]) -> bool {
    let Value::Amount { low, .. } = &claim.value else { return false };
    let digits = || article.text_of(claim).bytes().filter(u8::is_ascii_digit).count();
    claim.kind == Kind::Number
        && (claim.span.len() as usize > MAX_DIGITS && digits() > MAX_DIGITS
            || bounds.iter().any(|bound| low == bound || low.is_negative() && low.abs() == *bound))
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
