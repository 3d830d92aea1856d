//! Intervals: what a claim may mean. A contradiction is two intervals that do not meet.

use super::Number;

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound<T> {
    /// No end on this side.
    Open,
    /// The end itself belongs to the interval.
    Included(T),
    /// The end itself does not.
    Excluded(T),
}

/// All values between two bounds.
///
/// ```
/// use factlint::value::{Interval, Number};
///
/// let written = Interval::between(Number::from(37), Number::from(38));
/// assert!(written.meets(&Interval::exactly(Number::from(38))));
/// assert!(!written.meets(&Interval::over(Number::from(38))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval<T> {
    /// The lower end.
    pub lo: Bound<T>,
    /// The upper end.
    pub hi: Bound<T>,
}

/// An interval of days, both ends included, as days since 1 January 1970.
pub type Days = Interval<i64>;

/// An interval on the axis that its claim lives on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// In the unit that the claim is written in; durations in days.
    Amount(Interval<Number>),
    /// Days of the calendar.
    Days(Days),
}

impl<T> Bound<T> {
    /// The value at the end, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Open => None,
            Self::Included(value) | Self::Excluded(value) => Some(value),
        }
    }

    /// Whether the end belongs to the interval; `false` for an open end.
    pub const fn is_closed(&self) -> bool {
        matches!(self, Self::Included(_))
    }

    /// The bound with its value changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Bound<U> {
        match self {
            Self::Open => Bound::Open,
            Self::Included(value) => Bound::Included(change(value)),
            Self::Excluded(value) => Bound::Excluded(change(value)),
        }
    }
}

impl<T: Ord + Clone> Interval<T> {
    /// One value only.
    pub fn exactly(value: T) -> Self {
        Self { lo: Bound::Included(value.clone()), hi: Bound::Included(value) }
    }

    /// From `lo` to `hi`, both included; given the wrong way round they are turned.
    pub fn between(lo: T, hi: T) -> Self {
        let (lo, hi) = if lo <= hi { (lo, hi) } else { (hi, lo) };
        Self { lo: Bound::Included(lo), hi: Bound::Included(hi) }
    }

    /// Everything above `value`, without it.
    pub fn over(value: T) -> Self {
        Self { lo: Bound::Excluded(value), hi: Bound::Open }
    }

    /// Everything below `value`, without it.
    pub fn under(value: T) -> Self {
        Self { lo: Bound::Open, hi: Bound::Excluded(value) }
    }

    /// `value` and everything above.
    pub fn at_least(value: T) -> Self {
        Self { lo: Bound::Included(value), hi: Bound::Open }
    }

    /// `value` and everything below.
    pub fn at_most(value: T) -> Self {
        Self { lo: Bound::Open, hi: Bound::Included(value) }
    }

    /// Whether some value lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        reaches(&self.lo, &other.hi) && reaches(&other.lo, &self.hi)
    }

    /// Whether every value of `other` lies in this interval.
    pub fn contains(&self, other: &Self) -> bool {
        let lo = match (&self.lo, &other.lo) {
            (Bound::Open, _) => true,
            (_, Bound::Open) => false,
            (Bound::Excluded(mine), Bound::Included(theirs)) => mine < theirs,
            (mine, theirs) => mine.value() <= theirs.value(),
        };
        let hi = match (&self.hi, &other.hi) {
            (Bound::Open, _) => true,
            (_, Bound::Open) => false,
            (Bound::Excluded(mine), Bound::Included(theirs)) => mine > theirs,
            (mine, theirs) => mine.value() >= theirs.value(),
        };
        lo && hi
    }
}

impl<T> Interval<T> {
    /// The interval with both ends changed by a function that keeps their order.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Interval<U> {
        Interval { lo: self.lo.map(&change), hi: self.hi.map(&change) }
    }
}

fn reaches<T: Ord>(lo: &Bound<T>, hi: &Bound<T>) -> bool {
    match (lo, hi) {
        (Bound::Open, _) | (_, Bound::Open) => true,
        (Bound::Included(lo), Bound::Included(hi)) => lo <= hi,
        (lo, hi) => lo.value() < hi.value(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_meet_in_a_shared_end_only_when_both_have_it() {
        let fives = Interval::between(4, 5);
        assert!(fives.meets(&Interval::at_least(5)));
        assert!(!fives.meets(&Interval::over(5)));
        assert!(fives.meets(&Interval::under(5)));
        assert!(!fives.meets(&Interval::under(4)));
        assert!(Interval::over(3).meets(&Interval::at_most(4)));
    }

    #[test]
    fn an_interval_contains_what_is_nowhere_outside() {
        let all: Interval<i32> = Interval { lo: Bound::Open, hi: Bound::Open };
        assert!(all.contains(&Interval::exactly(3)));
        assert!(!Interval::over(3).contains(&Interval::exactly(3)));
        assert!(Interval::at_least(3).contains(&Interval::over(3)));
        assert!(!Interval::between(3, 5).contains(&Interval::at_least(4)));
    }
}
