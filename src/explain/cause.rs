//! What probably went wrong: figures exchanged, day and month swapped, the value of another year or of another fact.

use crate::claims::Claim;
use crate::facts::{Fact, FactBook};
use crate::value::{Measure, Slip, Value};
use crate::verdict::{compare, compare_value};

/// The likeliest cause of a contradiction, in words; `None` if there is none that stands out. `whole` is the fact with
/// the values of all its times, `fact` the same with the value that the claim was held against.
pub(super) fn cause(claim: &Claim, fact: &Fact, whole: &Fact, facts: &FactBook) -> Option<String> {
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
    let of_time = whole.dated.iter().find(|dated| compare_value(claim, &dated.is, whole) == Some(true));
    if let Some(dated) = of_time {
        let (first, last) = (dated.first.year(), dated.last.year());
        let when = if first == last { first.to_string() } else { format!("{first} to {last}") };
        return Some(format!("it is the value of {when}"));
    }
    // A fact book may be large; the facts of a subject stand together.
    let same = |other: &&Fact| other.subject == whole.subject && other.id != whole.id;
    let other = facts.beside(whole).iter().filter(same).find(|other| compare(claim, other) == Some(true))?;
    Some(format!("it would be right for {}", other.id))
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
