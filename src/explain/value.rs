//! Values in plain words.

use crate::claims::Claim;
use crate::language::Language;
use crate::value::{Bound, DateUnit, Extent, Interval, Number, Value, amount_in_words};

/// What a claim says, as a message repeats it: days, months and years in full, everything else as it is written.
pub fn in_words(claim: &Claim, text: &str, language: &Language) -> String {
    if let Value::Date(date) = &claim.value
        && date.part.is_none()
        && matches!(date.unit, DateUnit::Day { .. } | DateUnit::Month { .. } | DateUnit::Year(_))
    {
        language.date_in_words(date)
    } else {
        let span = claim.noun.map_or(claim.span, |noun| claim.span.to(noun));
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
