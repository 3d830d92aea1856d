//! Values in plain words.

use crate::claims::Claim;
use crate::language::Language;
use crate::value::{Bound, Extent, Interval, Number, Value};

/// What a claim says, as a message repeats it: dates in full, everything else as it is written.
pub fn in_words(claim: &Claim, text: &str, language: &Language) -> String {
    if let Value::Date(date) = &claim.value {
        language.date_in_words(date)
    } else {
        let span = claim.parts.noun.map_or(claim.span, |noun| claim.span.to(noun));
        text.get(span.range()).unwrap_or_default().to_owned()
    }
}

/// The interval that was compared, where rounding or a hedge made it wider than what is written.
pub(super) fn width_in_words(claim: &Claim, said: &str) -> Option<String> {
    let Some(Extent::Amount(Interval { lo, hi })) = &claim.extent else { return None };
    let Value::Amount { low, high: None, .. } = &claim.value else { return None };
    let end = |bound: &Bound<Number>| bound.value().map(amount_in_words);
    match (end(lo), end(hi)) {
        (Some(from), Some(to)) if lo.value() != hi.value() => Some(format!("“{said}” means {from} to {to}")),
        (Some(from), None) if lo.value() != Some(low) => Some(format!("“{said}” means {from} or more")),
        _ => None,
    }
}

/// An amount with its thousands apart: `4,750,000`.
pub fn amount_in_words(amount: &Number) -> String {
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 3 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (expected, amount) in
            [("5", "5"), ("2,350", "2350"), ("1,234,567.5", "1234567.5"), ("999", "999"), ("0.25", "0.25")]
        {
            assert_eq!(expected, amount_in_words(&Number::decimal(amount).expect(amount)));
        }
        assert_eq!("−40,000", amount_in_words(&Number::from(-40_000)));
    }
}
