//! Days that no calendar has: 30 February, 31 April, 29 February 2019.
//!
//! Leap years are those of the Gregorian calendar (the bull *Inter gravissimas*, 1582). Until Great Britain
//! changed in 1752 (Calendar (New Style) Act 1750) the Julian rule is allowed as well, under which 1700
//! had a 29 February.

use super::needs::{Need, Sentences};
use super::signs::Signs;
use super::{Article, Check, Run, Said};
use crate::claims::{Claim, WrittenDay};
use crate::value::DateUnit;
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "impossible-date",
    file: ("rules/checks/impossible-date.yaml", include_str!("../../rules/checks/impossible-date.yaml")),
    run: Run::Sentences { needs: &[Need::shown_by(Signs::NO_DAY)], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let article = sentences.article;
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        let dated =
            (sentence.first..).zip(sentence.claims).filter(|(_, claim)| claim.days().next().is_some());
        for (index, claim) in dated {
            let days = claim.days().filter_map(|day| look(article, claim, day));
            said.extend(days.map(|found| Said { claim: index, ..found }));
        }
    }
    said
}

/// Whether a day is written there that no calendar has.
pub(super) fn is_impossible(claim: &Claim) -> bool {
    claim.days().any(|written| written.date.is_impossible())
}

fn look(article: &Article<'_>, claim: &Claim, written: &WrittenDay) -> Option<Said> {
    let DateUnit::Day { year, month, day } = written.date.unit else { return None };
    // A reading that exists is the one that is meant.
    if !written.date.is_impossible() || claim.other().is_some() || is_julian_leap_day(year, month, day) {
        return None;
    }
    // Without a year, 29 February is some leap year's, and “In April 31 ships came” has no date in it.
    let unsure = (month, day) == (2, 29) || article.noun_follows(claim);
    // “At 2.30”, without a year and without a name of a month, may be a time of day.
    let time = !article.text_of(claim).contains(char::is_alphabetic);
    if !written.year_written && (unsure || time) {
        return None;
    }
    let name = article.language.month_name(month);
    let year_written = year.filter(|_| written.year_written);
    let last = last_day(year_written, month);
    let message = match year_written {
        Some(year) if month == 2 && day == 29 => {
            format!("there was no 29 {name} in {year}: {year} is no leap year")
        }
        _ => format!("there is no {day} {name}: {name} has {last} days"),
    };
    let said = article.text_of(claim);
    let corrections = written.day.map(|span| {
        let offer = format!("write “{last}” for the last day of the month, or check which day was meant");
        (span, last.to_string(), offer)
    });
    let finding = Finding {
        rule: CHECK.id,
        expected: None,
        message: format!("the text says “{said}”, but {message}"),
        labels: vec![(written.span, "no calendar has this day".into())],
        notes: Vec::new(),
        corrections: corrections.into_iter().collect(),
        ..Finding::default()
    };
    Some(Said { claim: 0, outcome: Outcome::Contradicts, finding })
}

fn is_julian_leap_day(year: Option<i16>, month: u8, day: u8) -> bool {
    const FIRST_GREGORIAN: i16 = 1753;
    (month, day) == (2, 29) && year.is_some_and(|year| year < FIRST_GREGORIAN && year.rem_euclid(4) == 0)
}

fn last_day(year: Option<i16>, month: u8) -> i8 {
    const LEAP_YEAR: i16 = 2000;
    let month = i8::try_from(month).unwrap_or(1);
    jiff::civil::Date::new(year.unwrap_or(LEAP_YEAR), month, 1).map_or(31, jiff::civil::Date::days_in_month)
}
