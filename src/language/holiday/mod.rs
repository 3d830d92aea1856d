//! The table of holidays, `rules/holidays.yaml`: how the day of each is found in a year, the same in every
//! language. Names stand in the language files.
//!
//! Calendars come from `calendrical_calculations` (after Reingold and Dershowitz, *Calendrical Calculations*,
//! 4th edition, 2018). Days that are announced when the moon is seen may fall a day earlier or later.

mod india;
mod sky;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use calendrical_calculations::chinese_based::{Chinese, YearBounds, days_until_month};
use calendrical_calculations::hebrew::BookHebrew;
use calendrical_calculations::rata_die::RataDie;
use calendrical_calculations::{gregorian, islamic, julian, persian};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use self::india::{InStar, LunarDay, SunEnters};
use crate::value::{Weekday, day_from_number, day_number};

const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/holidays.json"));

/// All holidays, in the order of their ids.
#[derive(Debug)]
pub struct Holidays {
    ids: Vec<String>,
    /// Most texts name no holiday, so that the shipped rules are read when the first is asked for.
    holidays: OnceLock<Vec<Holiday>>,
}

/// A holiday: the rule that finds its first day in a year, and how many days it lasts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    #[serde(flatten)]
    rule: Rule,
    /// How many days it lasts.
    #[serde(default = "one_day")]
    days: u8,
    /// Whether it begins in the evening before, so that people give that day as well.
    #[serde(default)]
    eve: bool,
    /// The weekdays that it is kept off, and so many days it goes then.
    #[serde(default)]
    moved: BTreeMap<Day, i64>,
    /// What was found for the years that most texts speak of, once it is named: some rules ask the sky.
    #[serde(skip)]
    known: OnceLock<Box<[OnceLock<Option<Kept>>]>>,
}

/// The years whose days are remembered.
const KNOWN: RangeInclusive<i16> = 1900..=2100;

/// The days of a holiday in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The day itself, or the first of several.
    pub day: Date,
    /// The same, if almanacs that differ go by the later day.
    pub latest: Date,
    /// The first day that it may be, with the evening before.
    pub first: Date,
    /// The last day that it may be.
    pub last: Date,
}

const fn one_day() -> u8 {
    1
}

/// How the first day of a holiday is found.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Rule {
    /// The same day every year.
    Fixed(MonthDay),
    /// A weekday of a month by its number.
    Nth(Nth),
    /// The last such weekday before a day, or the day itself.
    Last(LastBefore),
    /// Days from Easter Sunday of the western churches.
    Easter(i64),
    /// Days from Easter Sunday of the eastern churches.
    OrthodoxEaster(i64),
    /// A day of the Hebrew calendar; months are counted from Nisan, 13 is the last month of any year.
    Hebrew(MonthDay),
    /// A day of the Islamic calendar of Saudi Arabia.
    Islamic(MonthDay),
    /// Jumu’atul-Wida.
    LastFridayOfRamadan,
    /// The same day every year, or the workday beside it where it falls on a weekend.
    Workday(MonthDay),
    /// A day of the Chinese calendar.
    Chinese(MonthDay),
    /// A day of the Persian calendar.
    Persian(MonthDay),
    /// Days from the new year of the Parsis, whose years have 365 days.
    Parsi(i64),
    /// A lunar day of India.
    LunarDay(LunarDay),
    /// A day on which the moon stands in a star.
    Star(InStar),
    /// The day on which the sun enters a sign.
    SunEnters(SunEnters),
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthDay {
    month: u8,
    day: u8,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nth {
    #[serde(rename = "nth")]
    number: i8,
    weekday: Day,
    month: u8,
    /// Days from there.
    #[serde(default)]
    after: i64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct LastBefore {
    weekday: Day,
    month: u8,
    day: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Holidays {
    /// Reads the table.
    ///
    /// # Errors
    /// The YAML reader's words.
    pub fn from_yaml(text: &str) -> Result<Self, String> {
        serde_yaml::from_str(text).map(Self::of).map_err(|error| error.to_string())
    }

    /// The table that ships with factlint, as the build has written it.
    ///
    /// # Errors
    /// Never for a released build: a test loads it.
    #[allow(clippy::zero_sized_map_values, reason = "the reader has to skip the values, which no set does")]
    pub fn shipped() -> Result<Self, String> {
        match serde_json::from_str::<BTreeMap<String, IgnoredAny>>(SHIPPED) {
            Ok(table) => Ok(Self { ids: table.into_keys().collect(), holidays: OnceLock::new() }),
            // The YAML has lines and columns to point at.
            Err(_) => Self::from_yaml(include_str!("../../../rules/holidays.yaml")),
        }
    }

    pub(super) fn from_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map(Self::of).map_err(|error| error.to_string())
    }

    fn of(table: BTreeMap<String, Holiday>) -> Self {
        let (ids, holidays): (_, Vec<_>) = table.into_iter().unzip();
        Self { ids, holidays: holidays.into() }
    }

    /// The place of a holiday in the table, by its id.
    pub fn number(&self, id: &str) -> Option<u16> {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok().and_then(|at| u16::try_from(at).ok())
    }

    /// A holiday by its place in the table.
    pub fn get(&self, number: u16) -> Option<&Holiday> {
        let shipped = || Self::from_json(SHIPPED).ok().and_then(|table| table.holidays.into_inner());
        self.holidays.get_or_init(|| shipped().unwrap_or_default()).get(usize::from(number))
    }
}

impl Holiday {
    /// Its days in a year; `None` if there is none, or if it comes twice.
    pub fn kept(&self, year: i16) -> Option<Kept> {
        let nth = KNOWN.contains(&year).then(|| usize::from(year.abs_diff(*KNOWN.start())));
        let known = || self.known.get_or_init(|| KNOWN.map(|_| OnceLock::new()).collect());
        match nth.and_then(|nth| known().get(nth)) {
            Some(known) => *known.get_or_init(|| self.reckoned(year)),
            None => self.reckoned(year),
        }
    }

    fn reckoned(&self, year: i16) -> Option<Kept> {
        let (day, latest) = match &self.rule {
            Rule::LunarDay(rule) => rule.days(year)?,
            Rule::Star(rule) => rule.days(year)?,
            Rule::SunEnters(rule) => rule.days(year)?,
            _ => {
                let day = self.day(year)?;
                (day, day)
            }
        };
        let first = if self.eve { day.yesterday().ok()? } else { day };
        Some(Kept {
            day,
            latest,
            first,
            last: day_from_number(day_number(latest) + i64::from(self.days) - 1)?,
        })
    }

    /// Its first day in a year, where that is sure.
    fn day(&self, year: i16) -> Option<Date> {
        let day = self.found(year)?;
        let off = self.moved.iter().find(|(weekday, _)| Weekday::from(**weekday) == day.weekday());
        off.map_or(Some(day), |(_, by)| day_from_number(day_number(day) + by))
    }

    /// The day that the rule gives.
    fn found(&self, year: i16) -> Option<Date> {
        match &self.rule {
            Rule::Fixed(day) => civil(year, *day),
            Rule::Nth(rule) => {
                let first = civil(year, MonthDay { month: rule.month, day: 1 })?;
                let day = first.nth_weekday_of_month(rule.number, rule.weekday.into()).ok()?;
                day_from_number(day_number(day) + rule.after)
            }
            Rule::Last(rule) => {
                let day = civil(year, MonthDay { month: rule.month, day: rule.day })?;
                let back = i64::from(Weekday::from(rule.weekday).until(day.weekday()));
                day_from_number(day_number(day) - back)
            }
            Rule::Easter(days) => civil_of(gregorian::easter(year.into()).add(*days)),
            Rule::OrthodoxEaster(days) => civil_of(julian::easter(year.into()).add(*days)),
            Rule::Hebrew(day) => in_year(year, i32::from(year) + 3760, |year| {
                let month = day.month.min(if BookHebrew::is_hebrew_leap_year(year) { 13 } else { 12 });
                BookHebrew::fixed_from_book_hebrew(BookHebrew { year, month, day: day.day })
            }),
            Rule::Islamic(day) => in_year(year, islamic_year(year), |year| {
                islamic::fixed_from_saudi_islamic(year, day.month, day.day)
            }),
            Rule::LastFridayOfRamadan => {
                let eid =
                    in_year(year, islamic_year(year), |year| islamic::fixed_from_saudi_islamic(year, 10, 1))?;
                let back = i64::from(Weekday::Friday.until(eid.weekday()));
                day_from_number(day_number(eid) - if back == 0 { 7 } else { back })
            }
            Rule::Workday(day) => {
                let day = civil(year, *day)?;
                let shift = match day.weekday() {
                    Weekday::Saturday => -1,
                    Weekday::Sunday => 1,
                    _ => 0,
                };
                day_from_number(day_number(day) + shift)
            }
            Rule::Chinese(day) => {
                let summer = fixed(civil(year, MonthDay { month: 7, day: 1 })?);
                let new_year = YearBounds::compute::<Chinese>(summer).new_year;
                let month = i64::from(days_until_month::<Chinese>(new_year, day.month));
                civil_of(new_year.add(month + i64::from(day.day) - 1))
            }
            Rule::Persian(day) => in_year(year, i32::from(year) - 622, |year| {
                persian::fixed_from_fast_persian(year, day.month, day.day)
            }),
            Rule::Parsi(days) => {
                // The new year of 1388 by the Shahenshahi reckoning.
                let known = day_number(civil(2018, MonthDay { month: 8, day: 17 })?);
                let day = day_from_number(known + 365 * (i64::from(year) - 2018) + days)?;
                (day.year() == year).then_some(day)
            }
            // These may be one of two days.
            Rule::LunarDay(_) | Rule::Star(_) | Rule::SunEnters(_) => None,
        }
    }
}

/// About which year of the Islamic calendar a year is: theirs are eleven days shorter.
fn islamic_year(year: i16) -> i32 {
    (i32::from(year) - 622) * 33 / 32
}

/// The day in a year of our calendar, from the years of another that lie around it.
fn in_year(year: i16, near: i32, day: impl Fn(i32) -> RataDie) -> Option<Date> {
    (near - 1..=near + 2).filter_map(|near| civil_of(day(near))).find(|day| day.year() == year)
}

fn civil(year: i16, day: MonthDay) -> Option<Date> {
    Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

/// 1 January 1970, as the library counts days.
const EPOCH: RataDie = gregorian::fixed_from_gregorian(1970, 1, 1);

fn civil_of(day: RataDie) -> Option<Date> {
    day_from_number(day.since(EPOCH))
}

fn fixed(day: Date) -> RataDie {
    EPOCH.add(day_number(day))
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Monday => Self::Monday,
            Day::Tuesday => Self::Tuesday,
            Day::Wednesday => Self::Wednesday,
            Day::Thursday => Self::Thursday,
            Day::Friday => Self::Friday,
            Day::Saturday => Self::Saturday,
            Day::Sunday => Self::Sunday,
        }
    }
}

#[cfg(test)]
mod tests;
