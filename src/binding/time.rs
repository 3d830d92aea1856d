//! The time that a claim speaks of: the date beside it, else the document's.

use super::fit::Said;
use super::sentence::Sentence;
use crate::claims::Claim;
use crate::value::{Days, Extent, Interval, Value, day_number};

/// The days that a claim speaks of, as far as its sentence says it. A date belongs to a value if no other value stands
/// between them: “5.7 million in 2013, from 2.2 million in 1960”.
pub(super) fn of_claim(sentence: &Sentence<'_>, claims: &[Claim], said: &Said<'_>) -> Option<Days> {
    of_claim_but(sentence, claims, said, |_| false)
}

/// The same without some dates that say of something else when it was.
pub(super) fn of_claim_but(
    sentence: &Sentence<'_>,
    claims: &[Claim],
    said: &Said<'_>,
    but: impl Fn(&Claim) -> bool,
) -> Option<Days> {
    let mut nearest: Option<(usize, Days)> = None;
    for date in claims.iter().filter(|claim| is_date(claim) && !but(claim)) {
        let (Some(days), here) = (days_of(date), sentence.place_of(date.span)) else { continue };
        // “2005 = 100” is the base of an index.
        let equation = sentence.text(here.1) == "=";
        if here == said.here || equation {
            continue;
        }
        let (from, to) = if here.0 < said.here.0 { (here.1, said.here.0) } else { (said.end, here.0) };
        let other_value = claims.iter().any(|other| {
            let place = sentence.place_of(other.span).0;
            !is_date(other) && from <= place && place < to
        });
        if other_value {
            continue;
        }
        // What stands behind a value says more of it than what stands in front.
        let before = if here.0 < said.here.0 { 2 } else { 0 };
        let distance = to.saturating_sub(from) + before;
        if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, days));
        }
    }
    nearest.map(|(_, days)| days)
}

/// Whether a claim is a date or a range of dates.
pub(super) fn is_date(claim: &Claim) -> bool {
    matches!(claim.value, Value::Date(_) | Value::DateRange { .. })
}

/// The days of a date.
pub(super) fn days_of(claim: &Claim) -> Option<Days> {
    match &claim.extent {
        Some(Extent::Days(days)) => Some(days.clone()),
        _ => None,
    }
}

/// A single day.
pub(super) fn day(date: jiff::civil::Date) -> Days {
    Interval::exactly(day_number(date))
}
