//! A claim as a grammar reads it, before it is known what it may mean.

use jiff::civil::Date;

use super::amount::Amount;
use super::figure::Figure;
use super::resolve::resolve;
use super::{Claim, Hedge, Kind, Parts};
use crate::span::Span;
use crate::value::{Bound, Duration, Extent, Interval, Measure, Number, PartialDate, Value, Weekday};

/// What a grammar of one kind has read.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) value: Value,
    /// A second reading that the writing allows as well: 03/04/2020.
    pub(super) other: Option<Value>,
    pub(super) hedge: Option<Hedge>,
    pub(super) width: Width,
    pub(super) weekday: Option<(Weekday, Span)>,
    pub(super) date: Option<Span>,
    pub(super) day: Option<Span>,
    pub(super) noun: Option<Span>,
}

/// How far from the written value the meant one may be.
#[derive(Debug, Clone, Default)]
pub(super) struct Width {
    /// By the last digit written.
    half: Option<Number>,
    /// By the last digit that is not a zero at the end.
    round_half: Option<Number>,
    /// Whether the lower and the upper end of a range are left out of it.
    open: [bool; 2],
}

/// Whether zeros at the end of a number may be rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// In prose they may: “2,400” is 2,350 to 2,450.
    Zeros,
    /// In a reference fact they are meant: 5,000 is 5,000.
    AsWritten,
}

/// “2 million” may be 1.5 to 2.5 million, but “1 million” is not half as much again.
const WIDEST: (i64, i64) = (1, 4);

/// “About 5,000” may be 4,500 to 5,500.
const ABOUT: (i64, i64) = (1, 10);

impl Draft {
    pub(super) fn of_amount<M>(kind: Kind, amount: Amount<M>, measure: impl FnOnce(M) -> Measure) -> Self {
        let measure = measure(amount.mark);
        let counted = matches!(measure, Measure::Count | Measure::Age(_))
            && !amount.low.decimal
            && amount.low.scale.is_none();
        let width = Width { open: amount.open, ..Width::of(&amount.low, counted) };
        let value =
            Value::Amount { low: amount.low.value, high: amount.high.map(|high| high.value), measure };
        Self { width, ..Self::new(kind, value, amount.hedge) }
    }

    pub(super) fn of_duration(
        low: Duration,
        high: Option<Duration>,
        hedge: Option<Hedge>,
        half: Option<Number>,
    ) -> Self {
        let width = Width { round_half: half.clone(), half, open: [false; 2] };
        Self { width, ..Self::new(Kind::Duration, Value::Duration { low, high }, hedge) }
    }

    pub(super) fn of_date(date: PartialDate, span: Span, weekday: Option<(Weekday, Span)>) -> Self {
        Self { weekday, date: Some(span), ..Self::new(Kind::Date, Value::Date(date), None) }
    }

    pub(super) fn new(kind: Kind, value: Value, hedge: Option<Hedge>) -> Self {
        Self {
            kind,
            value,
            other: None,
            hedge,
            width: Width::default(),
            weekday: None,
            date: None,
            day: None,
            noun: None,
        }
    }

    /// The claim, with what its document adds; its spans count as the draft's do.
    pub(super) fn into_claim(mut self, span: Span, rounding: Rounding, document: Option<Date>) -> Claim {
        let year_written = match &self.value {
            Value::Date(date) => date.year().is_some(),
            _ => true,
        };
        resolve(&mut self.value, document);
        if let Some(other) = &mut self.other {
            resolve(other, document);
        }
        let extent = self.extent(rounding);
        Claim {
            kind: self.kind,
            block: 0,
            sentence: 0,
            span,
            value: self.value,
            other: self.other,
            hedge: self.hedge,
            extent,
            parts: Parts {
                weekday: self.weekday,
                date: self.date,
                day: self.day,
                noun: self.noun,
                year_written,
            },
        }
    }

    /// The values that would make the claim true.
    fn extent(&self, rounding: Rounding) -> Option<Extent> {
        let half = match rounding {
            Rounding::Zeros => &self.width.round_half,
            Rounding::AsWritten => &self.width.half,
        };
        let extent = extent(&self.value, self.hedge, half.as_ref())?;
        Some(if self.width.open == [false; 2] { extent } else { self.width.leave_ends_out(extent) })
    }
}

impl Width {
    fn of(figure: &Figure, counted: bool) -> Self {
        let widest = match figure.scale {
            Some(_) => figure.value.abs() * Number::ratio(WIDEST.0, WIDEST.1),
            None => figure.round_half.clone(),
        };
        // A count that is written out is meant to the unit.
        let half = (!counted).then(|| figure.half.clone().min(widest.clone()));
        let rounded = figure.round_half > figure.half;
        let round_half = if rounded { Some(figure.round_half.clone()) } else { half.clone() };
        Self { half, round_half: round_half.map(|half| half.min(widest)), open: [false; 2] }
    }

    /// “greater than 100 and smaller than 300” has neither end.
    fn leave_ends_out(&self, extent: Extent) -> Extent {
        let Extent::Amount(Interval { lo, hi }) = extent else { return extent };
        let end = |bound, open: bool| match bound {
            Bound::Included(value) if open => Bound::Excluded(value),
            bound => bound,
        };
        Extent::Amount(Interval { lo: end(lo, self.open[0]), hi: end(hi, self.open[1]) })
    }
}

/// The values that a value may mean under a hedge; `half` is how far rounding reaches.
pub(super) fn extent(value: &Value, hedge: Option<Hedge>, half: Option<&Number>) -> Option<Extent> {
    match value {
        Value::Amount { low, high, .. } => {
            let interval =
                high.clone().map_or_else(|| rounded(low, half), |high| Interval::between(low.clone(), high));
            // “exactly 5 to 7” are still two ends.
            let hedge = hedge.filter(|hedge| *hedge != Hedge::Exactly || high.is_none());
            Some(Extent::Amount(hedged(interval, low, hedge)))
        }
        Value::Duration { low, high } => {
            let mut days = low.days();
            if let Some(high) = high {
                days.hi = high.days().hi;
            }
            let middle = days.lo.value()?.clone();
            let days = match half {
                Some(half) if high.is_none() => {
                    let wide = |n: Number, sign: i64| n + half * &Number::from(sign);
                    Interval { lo: days.lo.map(|n| wide(n, -1)), hi: days.hi.map(|n| wide(n, 1)) }
                }
                _ => days,
            };
            Some(Extent::Amount(hedged(days, &middle, hedge)))
        }
        Value::Date(date) => date.days().map(Extent::Days),
        Value::DateRange { start, end } => {
            let lo = match start {
                Some(start) => start.days()?.lo,
                None => Bound::Open,
            };
            let hi = match end {
                Some(end) => end.days()?.hi,
                None => Bound::Open,
            };
            Some(Extent::Days(Interval { lo, hi }))
        }
    }
}

fn rounded(value: &Number, half: Option<&Number>) -> Interval<Number> {
    match half {
        Some(half) => Interval { lo: Bound::Included(value - half), hi: Bound::Excluded(value + half) },
        None => Interval::exactly(value.clone()),
    }
}

fn hedged(interval: Interval<Number>, value: &Number, hedge: Option<Hedge>) -> Interval<Number> {
    let tenth = value.abs() * Number::ratio(ABOUT.0, ABOUT.1);
    let end = |bound: &Bound<Number>| bound.value().cloned().unwrap_or_else(|| value.clone());
    match hedge {
        None => interval,
        Some(Hedge::Exactly) => Interval::exactly(value.clone()),
        Some(Hedge::About) => {
            let (lo, hi) = (end(&interval.lo), end(&interval.hi));
            Interval::between(lo.min(value - &tenth), hi.max(value + &tenth))
        }
        Some(Hedge::Nearly) => Interval { lo: Bound::Included(value - &tenth), hi: interval.hi },
        Some(Hedge::Over) => Interval::over(value.clone()),
        Some(Hedge::Under) => Interval::under(value.clone()),
        Some(Hedge::AtLeast) => Interval::at_least(value.clone()),
        Some(Hedge::AtMost | Hedge::UpTo) => Interval::at_most(value.clone()),
    }
}
