//! What a comparison comes to: two intervals meet, or they do not.

use crate::claims::Claim;
use crate::facts::Fact;
use crate::span::Span;
use crate::value::{DateUnit, Days, Duration, Extent, Interval, Measure, Number, PartialDate, Value};

/// A claim held against a fact, or against the rest of its text.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The claim, as an index into the document's claims.
    pub claim: usize,
    /// Whom it was held against.
    pub against: Against,
    /// What it came to.
    pub outcome: Outcome,
    /// Why the two were brought together: `name “Doha agreement”`, `cue “signed”`.
    pub why: Vec<String>,
}

/// The other side of a comparison.
#[derive(Debug, Clone)]
pub enum Against {
    /// A reference fact.
    Fact {
        /// As an index into the fact book's facts.
        fact: usize,
        /// The value of the time that the text speaks of, as an index into [`Fact::dated`].
        dated: Option<usize>,
        /// The value that follows from the fact, where it is not the fact's own: an age from a birth.
        follows: Option<Follows>,
    },
    /// A fact of which the text says what it was before.
    Later(Later),
    /// A check of the text against itself.
    Check(Finding),
}

/// A number of years that follows from the day that a fact is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follows {
    /// An age: “59”, “59 or 60”.
    Age(String),
    /// Years from that day to another.
    Years {
        /// So many: “99”, “99 or 100”.
        years: String,
        /// The words of the text that say another number: “100th anniversary”.
        said: String,
        /// The other day, in words.
        until: String,
    },
}

impl Follows {
    /// The number of years.
    pub fn years(&self) -> &str {
        match self {
            Self::Age(years) | Self::Years { years, .. } => years,
        }
    }
}

/// A value that was right and no longer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// The fact that the text goes with, as an index into the fact book's facts.
    pub fact: usize,
    /// At which of its times, as an index into [`Fact::dated`]; `None` for a fact with an end.
    pub dated: Option<usize>,
    /// The fact that holds by now, and at which of its times; `None` if it is only known that the other ended.
    pub now: Option<(usize, Option<usize>)>,
}

/// What a comparison came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The two can both be true.
    Agrees,
    /// They cannot.
    Contradicts,
    /// It cannot be said; the words say why.
    Ambiguous(String),
}

/// What a check says of a claim. All spans count in the text of the claim's block, but for those in `related`.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    /// The check's id.
    pub rule: &'static str,
    /// The value that would be right, for machines.
    pub expected: Option<String>,
    /// One line in plain words.
    pub message: String,
    /// The words that are marked, with what is said of them; the first is the main one.
    pub labels: Vec<(Span, String)>,
    /// Words in other blocks that it does not go with: the block, where in it, what is said of them.
    pub related: Vec<(u32, Span, String)>,
    /// Further lines that help a reader judge it: the bounds that were compared.
    pub notes: Vec<String>,
    /// What may be written instead: where, what, and the sentence that offers it.
    pub corrections: Vec<(Span, String, String)>,
}

/// Holds a claim against a fact: `None` if the two measure different things.
///
/// The fact's tolerance is added to its value, and a claim that can be read in two ways needs only one
/// that agrees.
pub fn compare(claim: &Claim, fact: &Fact) -> Option<bool> {
    let also = fact.also.iter().map(|other| &other.is);
    any(std::iter::once(&fact.is).chain(also).filter_map(|is| compare_value(claim, is, fact)))
}

/// Holds a claim against one of a fact's values: [`Fact::is`], one of [`Fact::dated`] or of [`Fact::also`].
pub fn compare_value(claim: &Claim, is: &Claim, fact: &Fact) -> Option<bool> {
    if let Some(agrees) = same_bound(claim, is, fact) {
        return Some(agrees);
    }
    let accepted = fact.around(is)?;
    let readings = [Some(&claim.value), claim.other()];
    any(readings.into_iter().flatten().filter_map(|value| meets(value, claim, (is, fact), &accepted)))
}

fn any(mut met: impl Iterator<Item = bool>) -> Option<bool> {
    met.next().map(|first| first || met.any(|other| other))
}

fn meets(value: &Value, claim: &Claim, (is, fact): (&Claim, &Fact), accepted: &Extent) -> Option<bool> {
    match (value, &is.value, accepted) {
        (Value::Date(date), Value::Date(_) | Value::DateRange { .. }, Extent::Days(accepted)) => {
            let days = date.days().or_else(|| in_year_of(*date, &is.value)?.days())?;
            Some(days.meets(accepted))
        }
        (Value::DateRange { .. }, Value::Date(_) | Value::DateRange { .. }, Extent::Days(accepted)) => {
            days_of(claim).map(|days| days.meets(accepted))
        }
        (Value::Duration { low, high }, Value::Duration { low: fact_low, .. }, Extent::Amount(accepted)) => {
            match (low.months(), fact_low.months(), high, claim.hedge, is.hedge, &fact.tolerance) {
                // Months have no fixed number of days, but 14 months are 14 months.
                (Some(claimed), Some(is), None, None, None, None) if is_whole(low) => Some(claimed == is),
                _ => amounts_of(claim).map(|days| days.meets(accepted)),
            }
        }
        (Value::Amount { measure, .. }, Value::Amount { measure: is, .. }, Extent::Amount(accepted)) => {
            let (claimed, accepted) = in_common(amounts_of(claim)?, measure, accepted, is)?;
            Some(claimed.meets(&accepted))
        }
        _ => None,
    }
}

/// “up to 50,000” held against “up to 5,000”: both speak of the bound itself, so that the bounds are
/// compared. `None` if the two do not.
fn same_bound(claim: &Claim, value: &Claim, fact: &Fact) -> Option<bool> {
    let (claimed, is) = (claim.hedge?.direction()?, value.hedge?.direction()?);
    let (Value::Amount { low, high: None, measure }, Value::Amount { low: bound, high: None, measure: own }) =
        (&claim.value, &value.value)
    else {
        return None;
    };
    let exact = Extent::Amount(Interval::exactly(bound.clone()));
    let accepted = fact.tolerance.as_ref().map_or_else(|| exact.clone(), |tolerance| tolerance.widen(&exact));
    let Extent::Amount(accepted) = accepted else { return None };
    let (claimed_bound, accepted) = in_common(&Interval::exactly(low.clone()), measure, &accepted, own)?;
    (claimed == is).then(|| claimed_bound.meets(&accepted))
}

fn is_whole(length: &Duration) -> bool {
    length.parts().iter().all(|(count, _)| count.is_integer())
}

fn days_of(claim: &Claim) -> Option<&Days> {
    match &claim.extent {
        Some(Extent::Days(days)) => Some(days),
        _ => None,
    }
}

fn amounts_of(claim: &Claim) -> Option<&Interval<Number>> {
    match &claim.extent {
        Some(Extent::Amount(amounts)) => Some(amounts),
        _ => None,
    }
}

/// A date without a year, in the year of the fact: “29 January” cannot be 29 February of any year.
fn in_year_of(date: PartialDate, fact: &Value) -> Option<PartialDate> {
    let Value::Date(fact) = fact else { return None };
    let day_is_known = matches!(fact.unit, DateUnit::Day { .. } | DateUnit::Month { .. });
    day_is_known.then(|| fact.year().map(|year| date.in_year(year))).flatten()
}

/// Both intervals in one unit; `None` if there is none.
fn in_common(
    claimed: &Interval<Number>,
    measure: &Measure,
    accepted: &Interval<Number>,
    is: &Measure,
) -> Option<(Interval<Number>, Interval<Number>)> {
    match (measure, is) {
        (Measure::Unit(unit), Measure::Unit(own)) | (Measure::Age(unit), Measure::Age(own)) => {
            let base = |interval: &Interval<Number>, unit: &crate::value::Unit| {
                interval.clone().map(|amount| unit.to_base(&amount))
            };
            unit.comparable(own).then(|| (base(claimed, unit), base(accepted, own)))
        }
        (Measure::Money(currency), Measure::Money(own)) => {
            currency.meets(own).then(|| (claimed.clone(), accepted.clone()))
        }
        (measure, is) => (measure == is).then(|| (claimed.clone(), accepted.clone())),
    }
}
