//! A total and its parts: whether they add up, within the rounding of each, and what is said where they do not.

use super::figure::Side;
use super::sum_mismatch::CHECK;
use super::{Article, Said, slip};
use crate::value::{Bound, Interval, Measure, Number, amount_in_words};
use crate::verdict::{Finding, Outcome};

/// A total and what it should be made of.
pub(super) struct Sum<'a> {
    pub(super) total: Option<&'a Side>,
    pub(super) parts: &'a [Side],
}

impl Sum<'_> {
    fn all(&self) -> impl Iterator<Item = &Side> {
        self.parts.iter().chain(self.total)
    }

    /// Small counts, and those that do not all end in a zero, are meant to the unit.
    fn is_exact(&self) -> bool {
        let tens = |side: &Side| (side.value.clone() / Number::from(10)).is_integer();
        self.all().all(|side| side.measure == Measure::Count && side.value.is_integer())
            && (self.all().all(|side| side.value < Number::from(100)) || !self.all().all(tens))
            && self.all().all(|side| side.value < Number::from(100_000))
    }

    fn extent(&self, side: &Side) -> Interval<Number> {
        let closed = matches!((&side.extent.lo, &side.extent.hi), (Bound::Included(_), Bound::Included(_)));
        let inside = side.extent.contains(&Interval::exactly(side.value.clone()));
        if self.is_exact() && closed && inside && !is_hedged(side) {
            Interval::exactly(side.value.clone())
        } else {
            side.extent.clone()
        }
    }

    pub(super) fn value(&self) -> Number {
        self.parts.iter().fold(Number::zero(), |sum, part| &sum + &part.value)
    }

    fn expected(&self) -> Number {
        self.total.map_or_else(|| Number::from(100), |total| total.value.clone())
    }

    pub(super) fn agrees(&self) -> bool {
        let mut lo = Some(Number::zero());
        let mut hi = Some(Number::zero());
        for part in self.parts {
            let extent = self.extent(part);
            lo = lo.zip(extent.lo.value().cloned()).map(|(sum, end)| sum + end);
            hi = hi.zip(extent.hi.value().cloned()).map(|(sum, end)| sum + end);
        }
        let end = |value: Option<Number>| value.map_or(Bound::Open, Bound::Included);
        let sum = Interval { lo: end(lo), hi: end(hi) };
        let total =
            self.total.map_or_else(|| Interval::exactly(Number::from(100)), |total| self.extent(total));
        sum.meets(&total)
    }

    /// Whether some of the parts alone make up the total: the others say more about these.
    fn some_agree(&self) -> bool {
        let count = self.parts.len();
        if count > 6 {
            return true;
        }
        let expected = self.expected();
        (1_u32..1 << count).filter(|some| some.count_ones() > 1).any(|some| {
            let chosen = self.parts.iter().enumerate().filter(|(place, _)| some & (1 << place) != 0);
            chosen.fold(Number::zero(), |sum, (_, part)| &sum + &part.value) == expected
        })
    }

    /// Whether the parts are parts: none is more than the total, and together they come near it, the nearer
    /// the less it is said that they are all.
    fn is_plausible(&self, complete: bool) -> bool {
        let (sum, total) = (self.value(), self.expected());
        let parts = self.parts.iter().all(|part| part.value <= total);
        let missing = &total - &sum;
        let few = Number::from(2).max(&total * &Number::ratio(1, 10));
        let near = match self.total {
            Some(_) => missing.is_negative() || complete || missing <= few,
            None => missing.abs() <= Number::from(20),
        };
        parts && near && sum < &total + &total && total < &sum + &sum
    }
}

fn is_hedged(side: &Side) -> bool {
    // A hedge widens by a tenth, rounding by less.
    let width = side.extent.hi.value().zip(side.extent.lo.value()).map(|(hi, lo)| hi - lo);
    width.is_none_or(|width| width > &side.value * &Number::ratio(15, 100))
}

pub(super) fn judge(article: &Article<'_>, sum: &Sum<'_>, complete: bool) -> Option<Said> {
    let like = |total: &Side| {
        sum.parts.iter().all(|part| part.is_like(total) && part.measure.is_same(&total.measure))
    };
    if !sum.total.is_none_or(like) {
        return None;
    }
    let outcome = if sum.agrees() {
        Outcome::Agrees
    } else if !sum.some_agree() && sum.is_plausible(complete) {
        Outcome::Contradicts
    } else {
        return None;
    };
    let value = sum.value();
    let unit = if sum.parts.first()?.measure == Measure::Percent { " percent" } else { "" };
    let is = format!("{}{unit}", amount_in_words(&value));
    let span_of = |side: &Side| article.claims[side.claim].span;
    let said_of = |side: &Side| article.said(&article.claims[side.claim]);
    // In the order of the text.
    let mut in_order: Vec<&Side> = sum.parts.iter().collect();
    in_order.sort_by_key(|part| part.claim);
    let parts: Vec<&str> = in_order.into_iter().map(said_of).collect();
    let parts = parts.join(" + ");
    let total = sum.total.map_or("100 percent", said_of);
    let message = match (&outcome, sum.total) {
        (Outcome::Agrees, _) => format!("{parts} is {total}"),
        (_, Some(_)) => format!("the text says {total} in all, but {parts} is {is}"),
        (_, None) => format!("the parts and the rest must come to 100 percent, but {parts} is {is}"),
    };
    let main = sum.total.or(sum.parts.last())?;
    let expected = sum.total.map(|_| value.to_string());
    if outcome == Outcome::Agrees {
        let finding = Finding { rule: CHECK.id, expected, message, ..Finding::default() };
        return Some(Said { claim: main.claim, outcome, finding });
    }
    let mut labels = vec![(span_of(main), format!("{parts} is {is}"))];
    labels.extend(
        sum.parts.iter().filter(|part| part.claim != main.claim).map(|part| (span_of(part), String::new())),
    );
    let found = Finding { rule: CHECK.id, expected, message, labels, ..Finding::default() };
    if !article.in_full {
        return Some(Said { claim: main.claim, outcome, finding: found });
    }
    let mut corrections = Vec::new();
    let mut offer = |side: &Side, value: &Number, condition: &str| {
        let claim = &article.claims[side.claim];
        let text = article.rewritten(claim, value).filter(|text| text != article.text_of(claim));
        if let Some(text) = text {
            let words = format!("write “{text}” if {condition}");
            corrections.push((claim.span, text, words));
        }
    };
    match (sum.total, sum.parts) {
        (Some(total), _) => offer(total, &value, "the parts are right"),
        (None, [.., rest]) => {
            let right = Number::from(100) - (&value - &rest.value);
            offer(rest, &right, "the other parts are right");
        }
        (None, []) => {}
    }
    let widths = sum.all().filter(|_| !sum.is_exact());
    let mut notes: Vec<String> =
        widths.filter_map(|side| article.width_of(&article.claims[side.claim])).collect();
    notes.extend(slip_in(article, sum));
    let finding = Finding { notes, corrections, ..found };
    Some(Said { claim: main.claim, outcome, finding })
}

/// Which slip in one of the parts or the total would explain it.
fn slip_in(article: &Article<'_>, sum: &Sum<'_>) -> Option<String> {
    let missing = &sum.expected() - &sum.value();
    let claims = sum.all().map(|side| side.claim);
    slip::hint(article, claims, |place, value| {
        let is_total = sum.total.filter(|total| total.claim == place);
        let part = sum.parts.iter().find(|part| part.claim == place);
        match (is_total, part) {
            (Some(_), _) => *value == sum.value(),
            (None, Some(part)) => value - &part.value == missing,
            (None, None) => false,
        }
    })
}
