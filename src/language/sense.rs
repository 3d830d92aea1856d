//! The names that patterns of dates use: the parts that they ask for, and what they mean.

use serde::Deserialize;

/// A part of a date expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Slot {
    Weekday,
    Weekdays,
    Day,
    /// A day in figures with an ordinal ending, or an ordinal word: “21st”, “third”.
    OrdinalDay,
    Month,
    Year,
    /// A year of two figures: “96”.
    ShortYear,
    /// A date in figures: 29/02/2020.
    Figures,
    Decade,
    Century,
    Quarter,
    Half,
    Season,
    /// “summers”.
    Seasons,
    Weekend,
    Holiday,
    /// “yesterday”.
    DayWord,
    /// “morning”; says nothing about the day.
    DayPart,
    /// “last”, “next”.
    Which,
    /// “early”, “late”.
    Part,
    /// “first”, “last”, “third last”.
    Nth,
    /// A bare number.
    Number,
    /// A unit of time.
    Unit,
    /// A length of time.
    Length,
    /// Any date expression.
    Date,
    /// A dash or hyphen between the ends of a range.
    Dash,
    EndWeekday,
    EndDay,
    EndMonth,
    EndYear,
    EndShortYear,
    EndDate,
}

/// What a pattern means: how its parts make a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "where the name says it")]
pub enum Sense {
    /// Day, month, year and weekday, as far as they are there.
    Date,
    /// A day that is known by its distance from today.
    Day,
    /// A weekday alone.
    Weekday,
    /// A day of the month alone.
    DayOfMonth,
    /// A month alone.
    Month,
    /// A decade, century, quarter, half, season or weekend, with or without a year.
    Period,
    /// A holiday.
    Holiday,
    /// “last week”, “next March”: one of many that follow each other.
    Cycle,
    /// “last week”, where the word for it has a place of its own.
    Last,
    /// The same for “next week”.
    Next,
    /// “the week after next”.
    AfterNext,
    /// “the week before last”.
    BeforeLast,
    /// “the week”, “that day”: the one that is spoken of.
    Spoken,
    /// “the full year”: the same, where a noun or verb may follow.
    SpokenYear,
    /// “the 1988 quarter”: the same of another year.
    SpokenIn,
    /// “the day before”.
    SpokenBefore,
    /// “the day after”.
    SpokenAfter,
    /// A length of time before today.
    Ago,
    /// A length of time from today on.
    Hence,
    /// A length of time before the date last spoken of.
    Earlier,
    /// A length of time behind the date last spoken of.
    Later,
    /// “two days before”, where nothing follows that it is counted from.
    Beforehand,
    /// “two days after”, where nothing follows.
    Afterwards,
    /// A length of time before a date.
    Before,
    /// A length of time behind a date.
    After,
    /// So many weekdays behind today: “two Mondays from now”.
    WeekdaysOn,
    /// The same back from today: “two Mondays ago”.
    WeekdaysAgo,
    /// A week or two behind the next day of a name, as Britain has it: “Monday week”, “a fortnight on Monday”.
    WeekOn,
    /// “the third Monday of March”; without a date, of the month of today.
    NthOf,
    /// A week of a year by its number.
    WeekNumber,
    /// The week that a date lies in.
    WeekOf,
    /// A date inside another: “June next year”.
    Inside,
    /// A part of a date: “early March”.
    Part,
    /// The last day of a year.
    YearEnd,
    /// From one date to another.
    Range,
    /// Two or three days or months, one right behind the other: “May 5 and 6”.
    Days,
    /// A year that lies in two of the calendar: “2018/19”.
    SplitYear,
    /// From a date on.
    Since,
    /// To a date, inclusive.
    Until,
    /// Everything before a date, exclusive.
    UpTo,
    /// Everything after a date, exclusive.
    Beyond,
    /// A length of time that ends today: “the past three months”.
    Past,
    /// A length of time that begins today.
    Coming,
    /// What is left of a stretch of time.
    Rest,
    /// From a date for a length of time.
    Lasting,
    /// The first or last length of time of a date: “the first two weeks of May”.
    Edge,
}

impl Sense {
    /// Whether it is a stretch from one date to another.
    pub const fn is_range(self) -> bool {
        matches!(
            self,
            Self::Range
                | Self::Days
                | Self::SplitYear
                | Self::Since
                | Self::Until
                | Self::UpTo
                | Self::Beyond
                | Self::Past
                | Self::Coming
                | Self::Rest
                | Self::Lasting
                | Self::Edge
        )
    }
}
