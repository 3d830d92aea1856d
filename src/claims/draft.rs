//! A claim as a grammar reads it, before it is known what it may mean.

use std::rc::Rc;

use super::amount::Amount;
use super::date::Read;
use super::figure::Figure;
use super::resolve::Context;
use super::when::{DayMark, DayMarks, Moment, When};
use super::{Claim, Dated, Hedge, Kind, WrittenDay};
use crate::span::Span;
use crate::value::{Bound, DateUnit, Days, Duration, Extent, Interval, Measure, Number, PartialDate, Value};

/// What a grammar of one kind has read. It is moved from hand to hand, and should be small.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) hedge: Option<Hedge>,
    pub(super) noun: Option<Span>,
    said: Said,
}

#[derive(Debug)]
enum Said {
    Value(Value, Width),
    /// A date that its document and what was said before must make sure, and its days.
    Date(Rc<Read>, DayMarks),
}

/// How far from the written value the meant one may be.
#[derive(Debug, Default)]
struct Width {
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
        let value = Value::Amount {
            low: amount.low.value,
            high: amount.high.map(|high| Box::new(high.value)),
            measure,
        };
        Self { kind, hedge: amount.hedge, noun: None, said: Said::Value(value, width) }
    }

    pub(super) fn of_duration(
        low: Duration,
        high: Option<Duration>,
        hedge: Option<Hedge>,
        half: Option<Number>,
    ) -> Self {
        let width = Width { round_half: half.clone(), half, open: [false; 2] };
        let said = Said::Value(Value::Duration { low, high }, width);
        Self { kind: Kind::Duration, hedge, noun: None, said }
    }

    pub(super) fn of_date(read: Rc<Read>, days: DayMarks) -> Self {
        Self { kind: Kind::Date, hedge: None, noun: None, said: Said::Date(read, days) }
    }

    pub(super) fn new(kind: Kind, value: Value, hedge: Option<Hedge>) -> Self {
        Self { kind, hedge, noun: None, said: Said::Value(value, Width::default()) }
    }

    /// Whether what follows may count from its date. “A year earlier” is only a look back.
    pub(super) fn tells_a_date(&self) -> bool {
        match &self.said {
            Said::Value(..) => false,
            Said::Date(read, _) => match read.moment() {
                Moment::Date(when) => !when.looks_back(),
                _ => true,
            },
        }
    }

    /// The first token of the claim and the one past the last, where these are not all that was read.
    pub(super) fn tokens(&self) -> Option<(usize, usize)> {
        match &self.said {
            Said::Value(..) => None,
            Said::Date(read, _) => read.tokens(),
        }
    }

    /// The claim, with what its document adds; its spans count as the draft's do. The value is taken out of the draft.
    pub(super) fn take_claim(&mut self, span: Span, rounding: Rounding, context: &Context<'_>) -> Claim {
        let Self { kind, hedge, noun, said } = self;
        let (value, extent, dated) = match said {
            Said::Value(value, width) => {
                let extent = width.extent(value, *hedge, rounding);
                (std::mem::replace(value, UNRESOLVED), extent, None)
            }
            Said::Date(read, days) => {
                let value = context.value(read.moment());
                let extent = extent(&value, *hedge, None);
                (value, extent, dated(read, days, context))
            }
        };
        let kind = match (&*said, &value) {
            (Said::Date(..), Value::DateRange { .. }) => Kind::DateRange,
            (Said::Date(..), Value::Duration { .. }) => Kind::Duration,
            _ => *kind,
        };
        Claim { kind, block: 0, sentence: 0, span, value, hedge: *hedge, extent, noun: *noun, dated }
    }
}

/// What stands for a value that is not known.
const UNRESOLVED: Value = Value::Date(PartialDate { unit: DateUnit::Unresolved, part: None });

/// What a date has beside its value.
fn dated(read: &Read, days: &DayMarks, context: &Context<'_>) -> Option<Box<Dated>> {
    let other = read.other().map(|date| {
        let when = When::Written { date, tense: super::when::Tense::Unsaid };
        Box::new(context.value(&Moment::Date(when)))
    });
    let written = |mark: &Option<Rc<DayMark>>| {
        let DayMark { when, weekday, span, day } = &**mark.as_ref()?;
        let date = context.date(when)?.first;
        Some(WrittenDay { date, year_written: !when.wants_year(), weekday: *weekday, span: *span, day: *day })
    };
    let days = if let [None, None] = days { [None, None] } else { days.each_ref().map(written) };
    let any = other.is_some() || days.iter().any(Option::is_some);
    any.then(|| Box::new(Dated { other, days }))
}

impl Width {
    fn of(figure: &Figure, counted: bool) -> Self {
        let Figure { half, round_half, .. } = figure;
        let rounded = round_half > half;
        let of = |half, round_half| Self { half, round_half, open: [false; 2] };
        // A count that is written out is meant to the unit.
        if counted {
            return of(None, rounded.then(|| round_half.clone()));
        }
        if figure.scale.is_none() {
            let half = if rounded { half } else { round_half };
            return of(Some(half.clone()), Some(round_half.clone()));
        }
        let widest = figure.value.abs() * Number::ratio(WIDEST.0, WIDEST.1);
        let half = half.clone().min(widest.clone());
        let round_half = if rounded { round_half.clone().min(widest) } else { half.clone() };
        of(Some(half), Some(round_half))
    }

    /// The values that would make a claim of this value true.
    fn extent(&self, value: &Value, hedge: Option<Hedge>, rounding: Rounding) -> Option<Extent> {
        let half = match rounding {
            Rounding::Zeros => &self.round_half,
            Rounding::AsWritten => &self.half,
        };
        let extent = extent(value, hedge, half.as_ref())?;
        Some(if self.open == [false; 2] { extent } else { self.leave_ends_out(extent) })
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
                high.clone().map_or_else(|| rounded(low, half), |high| Interval::between(low.clone(), *high));
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
        Value::Date(date) => date.days().and_then(|days| hedged_days(days, hedge)).map(Extent::Days),
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

/// “About 1990” may be a year before or after; “more than a year ago” has no end that could be told.
fn hedged_days(days: Days, hedge: Option<Hedge>) -> Option<Days> {
    let Some(hedge) = hedge else { return Some(days) };
    let (lo, hi) = (*days.lo.value()?, *days.hi.value()?);
    let length = hi - lo + 1;
    matches!(hedge, Hedge::About | Hedge::Nearly).then(|| Interval::between(lo - length, hi + length))
}

fn rounded(value: &Number, half: Option<&Number>) -> Interval<Number> {
    match half {
        Some(half) => Interval { lo: Bound::Included(value - half), hi: Bound::Excluded(value + half) },
        None => Interval::exactly(value.clone()),
    }
}

fn hedged(interval: Interval<Number>, value: &Number, hedge: Option<Hedge>) -> Interval<Number> {
    let tenth = || value.abs() * Number::ratio(ABOUT.0, ABOUT.1);
    let end = |bound: &Bound<Number>| bound.value().cloned().unwrap_or_else(|| value.clone());
    match hedge {
        None => interval,
        Some(Hedge::Exactly) => Interval::exactly(value.clone()),
        Some(Hedge::About) => {
            let (lo, hi, tenth) = (end(&interval.lo), end(&interval.hi), tenth());
            Interval::between(lo.min(value - &tenth), hi.max(value + &tenth))
        }
        Some(Hedge::Nearly) => Interval { lo: Bound::Included(value - &tenth()), hi: interval.hi },
        Some(Hedge::Over) => Interval::over(value.clone()),
        Some(Hedge::Under) => Interval::under(value.clone()),
        Some(Hedge::AtLeast) => Interval::at_least(value.clone()),
        Some(Hedge::AtMost | Hedge::UpTo) => Interval::at_most(value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::grammar::Tokens;

    /// What has no more than 128 bytes is moved without a call.
    #[test]
    fn a_draft_is_small() {
        assert_eq!([96, 112], [size_of::<Draft>(), size_of::<(Tokens<'_>, Draft)>()]);
    }
}
