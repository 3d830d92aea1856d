//! What the written figures of claims may mean, and how to write others in their place.

use super::Article;
use crate::claims::Claim;
use crate::value::{Bound, Extent, Interval, Measure, Number, Value, amount_in_words};

/// The value of a claim that is one amount.
pub(super) fn amount_of(claim: &Claim) -> Option<(&Number, &Measure)> {
    match &claim.value {
        Value::Amount { low, high: None, measure } => Some((low, measure)),
        _ => None,
    }
}

/// What an amount may mean, with rounding and hedge.
pub(super) fn extent_of(claim: &Claim) -> Option<&Interval<Number>> {
    match &claim.extent {
        Some(Extent::Amount(amounts)) => Some(amounts),
        _ => None,
    }
}

/// The interval with its ends taken in: a value that rounds up or down by convention is in both.
pub(super) fn closed(interval: &Interval<Number>) -> Interval<Number> {
    let end = |bound: &Bound<Number>| match bound.value() {
        Some(value) => Bound::Included(value.clone()),
        None => Bound::Open,
    };
    Interval { lo: end(&interval.lo), hi: end(&interval.hi) }
}

/// All that one interval divided by another may come to; both lie above zero. `None` if they do not.
pub(super) fn quotient(above: &Interval<Number>, below: &Interval<Number>) -> Option<Interval<Number>> {
    let low = |interval: &Interval<Number>| match interval.lo.value() {
        Some(value) if !value.is_negative() => Some(value.clone()),
        Some(_) => None,
        None => Some(Number::zero()),
    };
    let (above_lo, below_lo) = (low(above)?, low(below)?);
    let lo = below.hi.value().map_or_else(Number::zero, |hi| above_lo / hi.clone());
    let hi = match above.hi.value() {
        Some(hi) if !below_lo.is_zero() => Bound::Included(hi.clone() / below_lo),
        _ => Bound::Open,
    };
    Some(Interval { lo: Bound::Included(lo), hi })
}

/// Both intervals with all between.
pub(super) fn hull(one: &Interval<Number>, other: &Interval<Number>) -> Interval<Number> {
    let lo = match (one.lo.value(), other.lo.value()) {
        (Some(one), Some(other)) => Bound::Included(one.min(other).clone()),
        _ => Bound::Open,
    };
    let hi = match (one.hi.value(), other.hi.value()) {
        (Some(one), Some(other)) => Bound::Included(one.max(other).clone()),
        _ => Bound::Open,
    };
    Interval { lo, hi }
}

/// So many zeros at the end of a figure are no digits that anybody counted.
const THOUSANDS: usize = 3;

/// The figures of a claim, where it has one run of them: “1,200” in “$1,200 million”.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'a> {
    text: &'a str,
    /// In `text`.
    from: usize,
    to: usize,
    decimals: i32,
    grouped: bool,
}

impl<'a> Figure<'a> {
    /// `None` if the claim is written in words or has several runs of figures.
    pub(super) fn of(article: &Article<'a>, claim: &Claim) -> Option<Self> {
        Self::in_text(article.text_of(claim), article.language.decimal, article.language.group)
    }

    fn in_text(text: &'a str, decimal: char, group: char) -> Option<Self> {
        let from = text.find(|c: char| c.is_ascii_digit())?;
        let is_inner = |c: char| c.is_ascii_digit() || c == decimal || c == group;
        let run = text[from..].find(|c: char| !is_inner(c)).unwrap_or(text.len() - from);
        let run = text[from..from + run].trim_end_matches([decimal, group]);
        let to = from + run.len();
        if text[to..].contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let fraction = run.split_once(decimal).map_or("", |(_, fraction)| fraction);
        // “472,000” has no more digits than “472 thousand”.
        let zeros = run.chars().rev().filter(|c| *c != group).take_while(|c| *c == '0').count();
        let decimals = match (fraction.len(), zeros) {
            (0, zeros) if zeros >= THOUSANDS => -i32::try_from(zeros).ok()?,
            (places, _) => i32::try_from(places).ok()?,
        };
        Some(Self { text, from, to, decimals, grouped: run.contains(group) })
    }

    /// The figures as they are written, without marks between groups.
    pub(super) fn plain(&self, decimal: char) -> String {
        self.text[self.from..self.to].chars().filter(|c| c.is_ascii_digit() || *c == decimal).collect()
    }

    /// Digits behind the point; negative for zeros in front of it.
    pub(super) fn decimals(&self) -> i32 {
        self.decimals
    }

    /// The claim's text with another figure, rounded as this one is.
    pub(super) fn with(&self, figure: &Number) -> String {
        self.write(&amount_in_words(&figure.rounded(self.decimals)))
    }

    /// The claim's text with another figure in full.
    fn with_exact(&self, figure: &Number) -> String {
        self.write(&amount_in_words(&figure.rounded(self.decimals + 2)))
    }

    fn write(&self, figure: &str) -> String {
        let figure =
            if self.grouped || figure.len() > 5 { figure.to_owned() } else { figure.replace(',', "") };
        format!("{}{figure}{}", &self.text[..self.from], &self.text[self.to..])
    }

    /// How much one of the figure is: a million for “5 million”.
    pub(super) fn scale(&self, value: &Number, decimal: char) -> Option<Number> {
        let figure = Number::decimal(&self.plain(decimal).replace(decimal, "."))?;
        // Most figures are written in full, and a comparison costs less than a division.
        if *value == figure && !figure.is_zero() {
            return Some(Number::from(1));
        }
        (!figure.is_zero()).then(|| value.clone() / figure)
    }
}

impl Article<'_> {
    /// The claim's text with another value in its unit and scale, rounded to the digits that are written;
    /// `None` if it is written in words.
    pub(super) fn rewritten(&self, claim: &Claim, value: &Number) -> Option<String> {
        let figure = Figure::of(self, claim)?;
        let scale = figure.scale(amount_of(claim)?.0, self.language.decimal)?;
        Some(figure.with(&(value.clone() / scale)))
    }

    /// The claim's text with a value of as many figures or so, none of which is rounded off.
    pub(super) fn exactly(&self, claim: &Claim, value: &Number) -> Option<String> {
        let figure = Figure::of(self, claim)?;
        let scale = figure.scale(amount_of(claim)?.0, self.language.decimal)?;
        Some(figure.write(&amount_in_words(&(value.clone() / scale))).trim_end_matches('.').to_owned())
    }

    /// What one of its last digit is: 10,000 for “$350,000”, 1 for “three”.
    pub(super) fn last_digit(&self, claim: &Claim) -> Number {
        let digit = || {
            let figure = Figure::of(self, claim)?;
            let scale = figure.scale(amount_of(claim)?.0, self.language.decimal)?;
            Some(Number::power_of_ten(-figure.decimals()) * scale)
        };
        digit().unwrap_or_else(|| Number::from(1))
    }

    /// “2,400” means 2,350 to 2,450: the note for a claim that rounding or a hedge makes wider than it is
    /// written; `None` for others.
    pub(super) fn width_of(&self, claim: &Claim) -> Option<String> {
        let (value, _) = amount_of(claim)?;
        let extent = extent_of(claim)?;
        if *extent == Interval::exactly(value.clone()) {
            return None;
        }
        let said = self.text_of(claim);
        let figure = Figure::of(self, claim).and_then(|figure| {
            let scale = figure.scale(value, self.language.decimal)?;
            Some((figure, scale))
        });
        let write = |value: &Number| match &figure {
            Some((figure, scale)) if claim.hedge.is_none() => {
                figure.with_exact(&(value.clone() / scale.clone()))
            }
            _ => amount_in_words(&value.rounded(4)),
        };
        match (extent.lo.value(), extent.hi.value()) {
            (Some(lo), Some(hi)) => Some(format!("“{said}” means {} to {}", write(lo), write(hi))),
            (Some(lo), None) => Some(format!("“{said}” means {} or more", write(lo))),
            (None, Some(hi)) => Some(format!("“{said}” means {} or less", write(hi))),
            (None, None) => None,
        }
    }
}

/// A percentage may be cut off instead of rounded: one of its last digit more or less.
pub(super) fn to_last_digit(article: &Article<'_>, claim: &Claim) -> Option<Interval<Number>> {
    let (value, _) = amount_of(claim)?;
    let unit = article.last_digit(claim);
    Some(hull(extent_of(claim)?, &Interval::between(value - &unit, value + &unit)))
}

/// Shops and plants are fewer than this.
const FEW: i64 = 10_000;

/// An amount that is held against another.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// Index into the article's claims.
    pub(super) claim: usize,
    pub(super) value: Number,
    pub(super) measure: Measure,
    /// What it may mean.
    pub(super) extent: Interval<Number>,
    /// Whether it counts what a noun behind it names.
    pub(super) counts: bool,
}

impl Side {
    /// A claim that is one amount.
    pub(super) fn of(article: &Article<'_>, claim: usize) -> Option<Self> {
        let own = &article.claims[claim];
        let (value, measure) = amount_of(own)?;
        Some(Self {
            claim,
            value: value.clone(),
            measure: measure.clone(),
            extent: if is_price(own) { to_the_unit(value) } else { closed(extent_of(own)?) },
            // What stands behind “193.5 million” is more often “last year” than what is counted.
            counts: own.noun.is_some() && value.is_integer() && *value < Number::from(FEW),
        })
    }

    /// The same, were it exactly another value.
    #[must_use]
    pub(super) fn with(&self, value: &Number) -> Self {
        let Self { claim, measure, counts, .. } = self;
        let (value, extent) = (value.clone(), Interval::exactly(value.clone()));
        Self { claim: *claim, value, measure: measure.clone(), extent, counts: *counts }
    }

    /// Whether both are amounts of one thing. Either may leave out what it is an amount of: “from 3 million
    /// to $5 million”; but 12 shops are no $12.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.measure, &other.measure) {
            (Measure::Money(one), Measure::Money(other)) => one.meets(other),
            (Measure::Unit(one), Measure::Unit(other)) => one.comparable(other),
            (Measure::Unit(_) | Measure::Money(_) | Measure::Percent, Measure::Count) => !other.counts,
            (Measure::Count, Measure::Unit(_) | Measure::Money(_) | Measure::Percent) => !self.counts,
            (one, other) => one == other && matches!(one, Measure::Count | Measure::Percent),
        }
    }

    /// The two ends of a claim that is a range: “from 40 to 50”.
    pub(super) fn both(article: &Article<'_>, claim: usize) -> Option<[Self; 2]> {
        let Value::Amount { low, high: Some(high), measure } = &article.claims[claim].value else {
            return None;
        };
        let cents = matches!(measure, Measure::Money(_)) && is_to_the_cent(article, claim);
        let side = |value: &Number| Self {
            claim,
            value: value.clone(),
            measure: measure.clone(),
            extent: if cents {
                let half = Number::ratio(1, 200);
                Interval::between(value - &half, value + &half)
            } else if is_price(&article.claims[claim]) && value.is_integer() {
                to_the_unit(value)
            } else {
                as_written(value, *measure == Measure::Count)
            },
            counts: false,
        };
        Some([side(low), side(high)])
    }
}

/// “From $2.00 to $2.50”: both ends are written with their cents, and with no scale behind.
fn is_to_the_cent(article: &Article<'_>, claim: usize) -> bool {
    let said = article.text_of(&article.claims[claim]);
    let figures = said.split(|c: char| !c.is_ascii_digit() && c != article.language.decimal);
    let mut figures = figures.filter(|figure| figure.starts_with(|c: char| c.is_ascii_digit()));
    let cents =
        |figure: &str| figure.split_once(article.language.decimal).is_some_and(|(_, cents)| cents.len() == 2);
    let scaled = || amount_is_scaled(&article.claims[claim]);
    figures.clone().count() == 2 && figures.all(cents) && !scaled()
}

/// Whether a sum is of thousands or more, which are not written with their cents.
fn amount_is_scaled(claim: &Claim) -> bool {
    let Value::Amount { high: Some(high), .. } = &claim.value else { return false };
    **high >= Number::from(1000)
}

/// “$80”, “$100”: a sum of a few hundred without a scale is no rounded one.
fn is_price(claim: &Claim) -> bool {
    let Value::Amount { low, high, measure: Measure::Money(_) } = &claim.value else { return false };
    let few = |value: &Number| value.is_integer() && *value < Number::from(1000);
    claim.hedge.is_none() && few(low) && high.as_deref().is_none_or(few)
}

/// A price of a few coins is written to these.
fn to_the_unit(value: &Number) -> Interval<Number> {
    let half = Number::half().min(value.abs() * Number::ratio(1, 20));
    Interval::between(value - &half, value + &half)
}

/// What a number may mean by its digits: of a range only the ends are known, not how they are written.
/// Counts are meant to the unit.
pub(super) fn as_written(value: &Number, counted: bool) -> Interval<Number> {
    let text = value.to_string();
    let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let zeros = text.len() - text.trim_end_matches('0').len();
    let power = match (places, zeros) {
        (0, 0 | 1) if counted => return Interval::exactly(value.clone()),
        (0, 0 | 1) => 0,
        (0, zeros) => i32::try_from(zeros).unwrap_or(0),
        (places, _) => -i32::try_from(places).unwrap_or(0),
    };
    let half = (Number::power_of_ten(power) * Number::half()).min(value.abs() * Number::ratio(1, 20));
    Interval::between(value - &half, value + &half)
}

/// The extents of two amounts in one unit; `None` if there is none.
pub(super) fn in_common(one: &Side, other: &Side) -> Option<[Interval<Number>; 2]> {
    if !one.is_like(other) {
        return None;
    }
    Some(match (&one.measure, &other.measure) {
        (Measure::Unit(unit), Measure::Unit(own)) if unit.name != own.name => [
            one.extent.clone().map(|amount| unit.to_base(&amount)),
            other.extent.clone().map(|amount| own.to_base(&amount)),
        ],
        _ => [one.extent.clone(), other.extent.clone()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_anew_in_their_style() {
        let number = |text: &str| Number::decimal(text).expect(text);
        for (expected, text, figure) in [
            ("$5.3 million", "$4.2 million", "5.26"),
            ("1,070,000", "1,190,000", "1067000"),
            ("12 percent", "13 percent", "12.3"),
            ("12%", "13%", "12.3"),
            ("5.2 km", "5.1 km", "5.2"),
        ] {
            let figure_of = Figure::in_text(text, '.', ',').expect(text);
            let got = figure_of.with(&number(figure));
            assert_eq!(expected, got, "{text}");
        }
        assert!(Figure::in_text("5 ft 10 in", '.', ',').is_none());
        assert!(Figure::in_text("five", '.', ',').is_none());
    }

    #[test]
    fn a_quotient_has_the_widest_ends() {
        let between = |lo: i64, hi: i64| Interval::between(Number::from(lo), Number::from(hi));
        let (expected, got) = (between(2, 5), quotient(&between(8, 10), &between(2, 4)));
        assert_eq!(Some(expected), got);
        assert_eq!(None, quotient(&between(-8, 10), &between(2, 4)));
    }
}
