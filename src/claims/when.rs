//! Dates as they are written, before it is known which day of the calendar they are.

use std::rc::Rc;

use crate::span::Span;
use crate::value::{Number, PartOf, PartialDate, Season, TimeUnit, Weekday};

/// A date expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// As much of a date as is written; the year may be missing.
    Written { date: PartialDate, tense: Tense },
    /// A weekday alone.
    Weekday(Weekday, Tense),
    /// A day of the month alone, perhaps with its weekday: “Thursday the 21st”.
    DayOfMonth(u8, Option<Weekday>, Tense),
    /// A day by its distance from today.
    Day(i8),
    /// A period without its year: a quarter, half, season or weekend.
    Period(Cycle, Tense),
    /// “last week”, “next March”.
    Which(Cycle, Which),
    /// A length of time away from a date.
    Shift { from: Origin, by: Length, forward: bool },
    /// So many weekdays behind today; before it if negative.
    WeekdaysOn(Weekday, i8),
    /// “the third Monday of March”; from the end if negative.
    Nth { nth: i8, what: Cycle, of: Option<Rc<When>> },
    /// The nth weekday before or behind a day: “the Saturday before Christmas”.
    Beside { nth: i8, weekday: Weekday, day: Rc<When>, behind: bool },
    /// A week by its number.
    Week { week: u8, year: Option<i16> },
    /// The week that a date lies in.
    WeekOf(Rc<When>),
    /// “June next year”.
    Inside { inner: Rc<When>, outer: Rc<When> },
    /// “early March”.
    Part(PartOf, Rc<When>),
    /// A holiday, by its place in the table; or the weekend that it lies beside.
    Holiday { number: u16, year: Option<i16>, which: Option<Which>, weekend: bool, tense: Tense },
}

/// A day with its month, as it is written, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DayMark {
    pub(super) when: When,
    pub(super) weekday: Option<(Weekday, Span)>,
    pub(super) span: Span,
    pub(super) day: Option<Span>,
}

/// The days of a claim: one, or the ends of a range.
pub(super) type DayMarks = [Option<Rc<DayMark>>; 2];

/// What follows each other in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cycle {
    Unit(TimeUnit),
    Weekday(Weekday),
    Month(u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    Weekend,
}

/// Which of those that follow each other: −1 is the last, 0 this, 1 the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Which {
    pub(super) offset: i8,
    /// From the date last spoken of instead of from today.
    pub(super) spoken: bool,
}

/// Where a length of time is counted from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Origin {
    Today,
    /// The date last spoken of.
    Spoken,
    Date(Rc<When>),
}

/// A length of time, largest unit first.
pub(super) type Length = Rc<[(Number, TimeUnit)]>;

/// Whether the words in front of a date say that it is past or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Right behind a verb in the past: “the year ended 31 January”.
    JustPast,
    Past,
    Unsaid,
    Future,
    /// It is a day of every year: “on 5 March each year”.
    EveryYear,
}

/// What a date expression asserts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Moment {
    /// One date.
    Date(When),
    /// From one date to another, both included; an open end is `None`.
    Range(Option<When>, Option<When>),
    /// Everything before a date, without it.
    UpTo(When),
    /// Everything after a date, without it.
    Beyond(When),
    /// A length of time that ends (`false`) or begins (`true`) today.
    Around(Length, bool),
    /// A length of time that begins at a date.
    Lasting(When, Length),
    /// A length of time at the beginning (`true`) or the end of a longer one.
    Edge(When, Length, bool),
    /// What is left of a stretch of time.
    Rest(When),
}

impl When {
    /// Whether it lacks a year that something behind it may add.
    pub(super) const fn wants_year(&self) -> bool {
        match self {
            Self::Written { date, .. } => date.year().is_none() && date.wants_year(),
            Self::Period(cycle, _) => !matches!(cycle, Cycle::Weekend),
            Self::Holiday { year: None, .. }
            | Self::Nth { of: None, what: Cycle::Unit(TimeUnit::Week), .. } => true,
            _ => false,
        }
    }

    /// Whether it only compares with another time: “a year earlier”, “the 1988 quarter”.
    pub(super) fn looks_back(&self) -> bool {
        match self {
            Self::Shift { .. } => true,
            Self::Inside { inner, .. } => matches!(**inner, Self::Which(Cycle::Unit(TimeUnit::Quarter), _)),
            _ => false,
        }
    }

    /// The unit of time that it is one of, if it is.
    pub(super) const fn unit(&self) -> Option<TimeUnit> {
        match self {
            Self::Which(Cycle::Unit(unit), _) => Some(*unit),
            Self::Which(Cycle::Month(_), _) => Some(TimeUnit::Month),
            Self::Written { date, .. } => date.granularity(),
            Self::WeekOf(_) | Self::Week { .. } => Some(TimeUnit::Week),
            _ => None,
        }
    }
}
