//! Feasts of India: they go by the moon's days, by its stars, or by the sun's way through the Indian zodiac.
//!
//! A month runs from new moon to new moon and has the number of the sign that the sun enters in it: Chaitra, the
//! first, is that in which it enters Mesha. A month in which the sun enters no sign is a leap month, in which no
//! feast is kept; one in which it enters two (1963, 1983) is left out here. A lunar day, *tithi*, is the time in which the moon gains
//! twelve degrees on the sun; the first begins with new moon, the fifteenth ends with full moon. A feast is kept on the day on which its
//! lunar day prevails at a certain moment: most at sunrise, but the birth of Krishna at midnight.
//!
//! After the Report of the Calendar Reform Committee (Council of Scientific and Industrial Research, New Delhi,
//! 1955), R. Sewell and S. B. Dikshit, *The Indian Calendar*, 1896, and E. Reingold and N. Dershowitz,
//! *Calendrical Calculations*, 4th edition, 2018, chapter 20. Almanacs differ by their place, and in what they do
//! where a lunar day prevails at that moment of two days or of none: then both days are given.

use jiff::civil::Date;
use serde::Deserialize;

use super::sky::{
    MOON_A_DAY, MOON_FROM_SUN_A_DAY, SUN_A_DAY, daylight, moon_among_stars, moon_from_sun, sun_among_stars,
    when,
};
use crate::value::{day_from_number, day_number};

/// The years for which the sky is reckoned well enough, and the almanacs are one.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// India is so far ahead of universal time, in days.
const INDIA: f64 = 5.5 / 24.0;

/// What lies so near to the moment that decides, in days, may be before or behind it elsewhere in India.
const DOUBT: f64 = 0.5 / 24.0;

/// A lunar day, so and so many days from there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LunarDay {
    /// From 1, Chaitra.
    month: u8,
    /// From 1; full moon is 15, new moon 30.
    tithi: u8,
    /// When it must prevail; where almanacs use several moments, each of them counts.
    at: Vec<Moment>,
    #[serde(default)]
    after: i32,
}

/// The last time in a month of the sun that the moon stands in one of its 27 stars, *nakshatra*.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InStar {
    /// The sign that the sun is in, from 1, Mesha.
    sign: u8,
    /// From 1, Ashvini.
    star: u8,
    at: Vec<Moment>,
}

/// The day on which the sun enters a sign, or the next where it does so after a moment of the day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SunEnters {
    /// From 1, Mesha.
    sign: u8,
    by: Vec<Moment>,
    #[serde(default)]
    after: i32,
}

/// A moment of the day, which goes from sunrise to sunrise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Moment {
    Sunrise,
    /// The end of the second fifth of the day.
    Forenoon,
    Noon,
    /// The middle of the fourth fifth of the day, *aparahna*.
    Afternoon,
    /// *Pradosha*.
    Sunset,
    /// About when the moon rises on the fourth day after full moon.
    Evening,
    /// *Nishita*, halfway between sunset and sunrise.
    Midnight,
    /// The end of the night.
    Morning,
}

impl Moment {
    fn of(self, day: i32) -> f64 {
        let (rise, set) = daylight(day);
        let in_daylight = |share: f64| rise + share * (set - rise);
        match self {
            Self::Sunrise => rise,
            Self::Forenoon => in_daylight(0.4),
            Self::Noon => in_daylight(0.5),
            Self::Afternoon => in_daylight(0.7),
            Self::Sunset => set,
            Self::Evening => set + 2.3 / 24.0,
            Self::Midnight => in_daylight(0.5) + 0.5,
            Self::Morning => rise + 1.0,
        }
    }
}

/// From one moment to another.
type Span = (f64, f64);

/// The first and the last of the days that something may fall on, each counted from 1970-01-01.
type Days = (i32, i32);

impl LunarDay {
    /// The days that it may be in a year; none where it comes twice.
    pub(super) fn days(&self, year: i16) -> Option<(Date, Date)> {
        // Months about the turn of the year belong to the sign that the sun enters in the year before or after.
        let around = [-1, 0, 1].into_iter().filter_map(|by| self.near(year, year.checked_add(by)?));
        only(around, year)
    }

    /// The days of it in the month whose sign the sun enters in some year, if they may be in another.
    fn near(&self, year: i16, sun: i16) -> Option<Days> {
        let enters = sun_enters(sun, self.month)?;
        let (before, behind) = (civil(day_of(enters - 30.0))?, civil(day_of(enters + 32.0))?);
        if before.year() > year || behind.year() < year {
            return None;
        }
        let new_moon = month_of(enters)?;
        let begun = f64::from(self.tithi) - 1.0;
        let reach = |degrees: f64| {
            when(moon_from_sun, degrees, MOON_FROM_SUN_A_DAY, new_moon + degrees / MOON_FROM_SUN_A_DAY)
        };
        let (first, last) = on_days((reach(12.0 * begun), reach(12.0 * (begun + 1.0))), &self.at)?;
        Some((first + self.after, last + self.after))
    }
}

impl InStar {
    /// The days that it may be in a year.
    pub(super) fn days(&self, year: i16) -> Option<(Date, Date)> {
        let width = 360.0 / 27.0;
        let (from, to) = (width * (f64::from(self.star) - 1.0), width * f64::from(self.star));
        let month_ends = sun_enters(year, self.sign % 12 + 1)?;
        let gone = (moon_among_stars(month_ends) - from).rem_euclid(360.0);
        let begins = when(moon_among_stars, from, MOON_A_DAY, month_ends - gone / MOON_A_DAY);
        let ends = when(moon_among_stars, to, MOON_A_DAY, begins + width / MOON_A_DAY);
        // Whether its day is still of this month is another thing that almanacs differ in.
        let sure = ends + DOUBT < month_ends;
        only(on_days((begins, ends), &self.at).filter(|_| sure).into_iter(), year)
    }
}

impl SunEnters {
    /// The days that it may be in a year.
    pub(super) fn days(&self, year: i16) -> Option<(Date, Date)> {
        let enters = sun_enters(year, self.sign)?;
        let day = day_of(enters);
        let by =
            |moment: Moment, doubt: f64| (day - 1..=day + 1).find(|day| enters + doubt <= moment.of(*day));
        let days = self.by.iter().flat_map(|moment| [by(*moment, DOUBT), by(*moment, -DOUBT)]).flatten();
        let (first, last) = bounds(days)?;
        only(std::iter::once((first + self.after, last + self.after)), year)
    }
}

/// The one stretch of days that lies in a year.
fn only(stretches: impl Iterator<Item = Days>, year: i16) -> Option<(Date, Date)> {
    let mut inside = stretches
        .filter_map(|(first, last)| civil(first).zip(civil(last)))
        .filter(|(first, last)| first.year() == year || last.year() == year);
    let one = inside.next()?;
    inside.next().is_none().then_some(one)
}

/// When the sun enters a sign in a year.
fn sun_enters(year: i16, sign: u8) -> Option<f64> {
    if !YEARS.contains(&year) {
        return None;
    }
    // Mesha about 14 April; the last three signs in the first months of the year.
    let signs = f64::from(sign) - if sign >= 10 { 13.0 } else { 1.0 };
    let mesha = f64::from(i32::try_from(day_number(Date::new(year, 4, 14).ok()?)).ok()?);
    Some(when(sun_among_stars, 30.0 * signs, SUN_A_DAY, mesha + 30.0 * signs / SUN_A_DAY))
}

/// The new moon with which the month begins in which the sun enters a sign; `None` where almanacs may differ, or
/// where it enters another in the same month.
fn month_of(enters: f64) -> Option<f64> {
    let age = moon_from_sun(enters).rem_euclid(360.0);
    let new_moon =
        |degrees: f64| when(moon_from_sun, 0.0, MOON_FROM_SUN_A_DAY, enters + degrees / MOON_FROM_SUN_A_DAY);
    let (begins, ends) = (new_moon(-age), new_moon(360.0 - age));
    let sign = sun_among_stars(enters);
    let next_enters = |by: f64| when(sun_among_stars, sign + by, SUN_A_DAY, enters + by / SUN_A_DAY);
    let sure = begins + DOUBT < enters && enters + DOUBT < ends;
    let alone = next_enters(-30.0) + DOUBT < begins && ends + DOUBT < next_enters(30.0);
    (sure && alone).then_some(begins)
}

/// The days at whose moments a span prevails, or may prevail for almanacs of another place.
fn on_days((begins, ends): Span, moments: &[Moment]) -> Option<Days> {
    let spans = [(begins - DOUBT, ends + DOUBT), (begins + DOUBT, ends - DOUBT)];
    let days = spans.iter().filter_map(|span| prevailing(*span, moments));
    bounds(days.flat_map(|(first, last)| [first, last]))
}

/// The days at whose moments a span prevails; those around it where there is none.
fn prevailing((begins, ends): Span, moments: &[Moment]) -> Option<Days> {
    let around = day_of(begins) - 2..=day_of(ends) + 1;
    let of = |moment: &Moment| {
        let moment = *moment;
        around.clone().filter(move |day| (begins..ends).contains(&moment.of(*day)))
    };
    bounds(moments.iter().flat_map(of)).or_else(|| {
        let moment = moments.first()?;
        let before = around.clone().rfind(|day| moment.of(*day) <= begins)?;
        // What begins and ends between two sunrises is of that one day.
        Some((before, if *moment == Moment::Sunrise { before } else { before + 1 }))
    })
}

fn bounds(days: impl Iterator<Item = i32>) -> Option<Days> {
    days.fold(None, |bounds, day| {
        let (first, last) = bounds.unwrap_or((day, day));
        Some((first.min(day), last.max(day)))
    })
}

/// The day of India in which a moment lies.
#[allow(clippy::cast_possible_truncation, reason = "a day of the years above fits well")]
fn day_of(moment: f64) -> i32 {
    (moment + INDIA).floor() as i32
}

fn civil(day: i32) -> Option<Date> {
    day_from_number(day.into())
}
