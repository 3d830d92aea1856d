//! The table of holidays, `rules/holidays.yaml`: how the day of each is found in a year, the same in every
//! language. Names stand in the language files.
//!
//! Calendars come from `calendrical_calculations` (after Reingold and Dershowitz, *Calendrical Calculations*,
//! 4th edition, 2018). Days that are announced when the moon is seen may fall a day earlier or later.

use std::collections::BTreeMap;

use calendrical_calculations::chinese_based::{Chinese, YearBounds, days_until_month};
use calendrical_calculations::hebrew::BookHebrew;
use calendrical_calculations::rata_die::RataDie;
use calendrical_calculations::{gregorian, islamic, julian};
use jiff::civil::Date;
use serde::Deserialize;

use crate::value::{Weekday, day_from_number, day_number};

/// All holidays, in the order of their ids.
#[derive(Debug)]
pub struct Holidays {
    ids: Vec<String>,
    holidays: Vec<Holiday>,
}

/// A holiday: the rule that finds its first day in a year, and how many days it lasts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    #[serde(flatten)]
    rule: Rule,
    /// How many days it lasts.
    #[serde(default = "one_day")]
    pub days: u8,
    /// Whether it begins in the evening before, so that people give that day as well.
    #[serde(default)]
    pub eve: bool,
    /// The weekdays that it is kept off, and so many days it goes then.
    #[serde(default)]
    moved: BTreeMap<Day, i64>,
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
    pub fn shipped() -> Result<Self, String> {
        // The YAML has lines and columns to point at.
        Self::from_json(include_str!(concat!(env!("OUT_DIR"), "/holidays.json")))
            .or_else(|_| Self::from_yaml(include_str!("../../rules/holidays.yaml")))
    }

    pub(super) fn from_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map(Self::of).map_err(|error| error.to_string())
    }

    fn of(table: BTreeMap<String, Holiday>) -> Self {
        let (ids, holidays) = table.into_iter().unzip();
        Self { ids, holidays }
    }

    /// The place of a holiday in the table, by its id.
    pub fn number(&self, id: &str) -> Option<u16> {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok().and_then(|at| u16::try_from(at).ok())
    }

    /// A holiday by its place in the table.
    pub fn get(&self, number: u16) -> Option<&Holiday> {
        self.holidays.get(usize::from(number))
    }
}

impl Holiday {
    /// Its first day in a year; `None` if there is none.
    pub fn day(&self, year: i16) -> Option<Date> {
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
mod tests {
    use super::*;

    /// Days from almanacs and government gazettes.
    #[test]
    fn holidays_fall_where_the_almanac_has_them() {
        let table =
            Holidays::from_yaml(include_str!("../../rules/holidays.yaml")).expect("the shipped table");
        for (expected, id) in [
            ("2024-12-25", "christmas_day"),
            ("2024-11-28", "thanksgiving"),
            ("2024-11-29", "black_friday"),
            ("2024-05-27", "memorial_day"),
            ("2024-03-31", "easter_sunday"),
            ("2024-05-05", "orthodox_easter_sunday"),
            ("2024-05-20", "victoria_day"),
            ("2024-10-03", "rosh_hashanah"),
            ("2024-03-24", "purim"),
            ("2024-02-10", "lunar_new_year"),
            ("2024-09-17", "mid_autumn_festival"),
            ("2018-04-19", "yom_haatzmaut"),
            ("2018-04-12", "yom_hashoah"),
            ("2023-04-26", "yom_haatzmaut"),
            ("2024-05-13", "yom_hazikaron"),
            ("2013-05-24", "vesak"),
            ("2024-12-03", "giving_tuesday"),
            ("2024-03-10", "mothering_sunday"),
            ("2024-10-11", "double_ninth"),
        ] {
            let holiday = table.get(table.number(id).expect(id)).expect(id);
            let year = expected[..4].parse().expect("a year");
            assert_eq!(Some(expected.to_owned()), holiday.day(year).map(|day| day.to_string()), "{id}");
        }
    }

    #[test]
    fn every_holiday_has_a_day_in_nearly_every_year() {
        let table =
            Holidays::from_yaml(include_str!("../../rules/holidays.yaml")).expect("the shipped table");
        for (id, holiday) in table.ids.iter().zip(&table.holidays) {
            let found = (1950..2050).filter(|year| holiday.day(*year).is_some()).count();
            assert!(found >= 95, "{id}: {found} of 100 years");
        }
    }
}
