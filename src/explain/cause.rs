//! What probably went wrong: figures exchanged, day and month swapped, the value of another year or of another fact.

use super::Explainer;
use super::amount::Spelling;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::value::{Extent, Measure, Number, Slip, Value};
use crate::verdict::{compare, compare_value};

/// The likeliest cause of a contradiction, in words; `None` if there is none that stands out. `whole` is the fact with
/// the values of all its times, `fact` the same with the value that the claim was held against.
pub(super) fn cause(explainer: &Explainer<'_>, claim: &Claim, fact: &Fact, whole: &Fact) -> Option<String> {
    if let (Value::Date(said), Value::Date(is)) = (&claim.value, &fact.is.value)
        && let (Some(said), Some(is)) = (said.day(), is.day())
        && said.year() == is.year()
        && (said.day(), said.month()) == (is.month(), is.day())
    {
        return Some("day and month may be swapped".into());
    }
    let figures = |value: &Value| digits(value).and_then(|digits| String::from_utf8(digits).ok());
    let slip =
        figures(&claim.value).zip(figures(&fact.is.value)).and_then(|(said, is)| Slip::between(&said, &is));
    if let Some(slip) = slip.filter(|slip| slip.is_telling()) {
        return Some(format!("perhaps {}", slip.in_words()));
    }
    if let Some(words) = other_scale(explainer, claim, fact).or_else(|| other_unit(explainer, claim, fact)) {
        return Some(words);
    }
    let of_time = whole.dated.iter().find(|dated| compare_value(claim, &dated.is, whole) == Some(true));
    if let Some(dated) = of_time {
        let (first, last) = (dated.first.year(), dated.last.year());
        let when = if first == last { first.to_string() } else { format!("{first} to {last}") };
        return Some(format!("it is the value of {when}"));
    }
    // A fact book may be large; the facts of a subject stand together.
    let same = |other: &&Fact| other.subject == whole.subject && other.id != whole.id;
    let other = explainer
        .facts
        .beside(whole)
        .iter()
        .filter(same)
        .find(|other| compare(claim, other) == Some(true))?;
    Some(format!("it would be right for {}", other.id))
}

/// A million for a billion.
fn other_scale(explainer: &Explainer<'_>, claim: &Claim, fact: &Fact) -> Option<String> {
    let written = explainer.block(claim).text.get(claim.span.range())?;
    let (power, word) = Spelling::of(claim, written, explainer.language)?.scale()?;
    let meant = |other: u8| {
        let factor = Number::power_of_ten(i32::from(other) - i32::from(power));
        let mut meant = claim.clone();
        if let Value::Amount { low, .. } = &mut meant.value {
            *low = &*low * &factor;
        }
        if let Some(Extent::Amount(amounts)) = meant.extent {
            meant.extent = Some(Extent::Amount(amounts.map(|amount| amount * factor.clone())));
        }
        meant
    };
    let mut others = explainer.language.scale_names.iter().filter(|(other, _)| *other != power);
    let (_, name) = others.find(|(other, _)| compare(&meant(*other), fact) == Some(true))?;
    Some(format!("perhaps “{word}” is written for “{name}”"))
}

/// Miles for kilometres.
fn other_unit(explainer: &Explainer<'_>, claim: &Claim, fact: &Fact) -> Option<String> {
    let Value::Amount { measure: own @ Measure::Unit(_), .. } = &fact.is.value else { return None };
    let mut meant = claim.clone();
    match &mut meant.value {
        Value::Amount { measure: measure @ Measure::Unit(_), .. } if measure != own => *measure = own.clone(),
        _ => return None,
    }
    let unit = Spelling::of(&fact.is, &fact.text, explainer.language)?.unit();
    (compare(&meant, fact) == Some(true)).then(|| format!("it would be right in {unit}"))
}

/// Whether a claim is off by one in the last figure that is written: 8,849 m for 8,848 m.
pub(super) fn is_in_last_figure(claim: &Claim, fact: &Fact) -> bool {
    /// A year or a count of a few figures is wrong if one of them is.
    const LONG: usize = 4;
    let (Some(said), Some(is)) = (digits(&claim.value), digits(&fact.is.value)) else { return false };
    let measured = !matches!(claim.value, Value::Date(_));
    let (Some((last, rest)), Some((other_last, other_rest))) = (said.split_last(), is.split_last()) else {
        return false;
    };
    measured && said.len() >= LONG && rest == other_rest && last.abs_diff(*other_last) == 1
}

/// The figures of an amount in the same measure, or of a year.
fn digits(value: &Value) -> Option<Vec<u8>> {
    let text = match value {
        Value::Amount {
            low,
            high: None,
            measure: Measure::Count | Measure::Money(_) | Measure::Percent | Measure::Unit(_),
        } => low.to_string(),
        Value::Date(date) => date.year()?.to_string(),
        _ => return None,
    };
    Some(text.into_bytes())
}
