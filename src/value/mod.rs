//! Values: exact numbers, partial dates, durations, quantities; and the intervals they stand for.

mod code;
mod currency;
mod date;
mod decimal;
mod duration;
mod fraction;
mod interval;
mod number;
mod slip;
mod unit;
mod words;

pub use code::Code;
pub use currency::Currency;
pub use date::{DateUnit, PartOf, PartialDate, Season, Weekday, day_from_number, day_number};
pub use decimal::{Ascii, short_whole, write_whole};
pub use duration::{Duration, TimeUnit};
pub use interval::{Bound, Days, Extent, Interval};
pub use number::{MAX_DIGITS, Number};
pub use slip::Slip;
pub use unit::{Dimension, Unit};
pub use words::{amount_in_words, magnitude, to_figures};

/// What a claim says, as it was written: the hedge is kept apart, in the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An amount of something, or a range of amounts.
    Amount {
        /// The amount; of a range its lower end.
        low: Number,
        /// The upper end of a range: “between 4,000 and 5,000”. Few amounts have one.
        high: Option<Box<Number>>,
        /// What is counted or measured.
        measure: Measure,
    },
    /// A day, month, year …
    Date(PartialDate),
    /// From one date to another, both ends included; an open end is `None`.
    DateRange {
        /// The first date.
        start: Option<PartialDate>,
        /// The last date, inclusive.
        end: Option<PartialDate>,
    },
    /// A length of time, or a range of two.
    Duration {
        /// The length; of a range the shorter.
        low: Duration,
        /// The longer end of a range: “5 to 7 days”.
        high: Option<Duration>,
    },
}

/// What an amount is an amount of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A bare number, or a count of what the noun behind it names.
    Count,
    /// A place in an order: “the 45th”.
    Ordinal,
    /// Per cent.
    Percent,
    /// Percentage points: a change of a percentage.
    PercentagePoint,
    /// Money, in a currency or in one of several (“dollars”).
    Money(Currency),
    /// A quantity with a unit.
    Unit(std::sync::Arc<Unit>),
    /// Somebody's age, in a unit of time.
    Age(std::sync::Arc<Unit>),
    /// So many to one: “3-to-1”.
    Ratio,
}

impl Measure {
    /// Whether the words of two amounts say one measure: “$5” and “5 dollars” do, “$5” and “US$5” only may.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Money(one @ Currency::OneOf(_)), Self::Money(other @ Currency::OneOf(_))) => {
                one.meets(other)
            }
            _ => self == other,
        }
    }
}
