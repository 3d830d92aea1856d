//! What to write instead, in the manner of what is written; and how far off the text is.

use super::amount::Spelling;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::language::{Language, century_in_words};
use crate::value::{DateUnit, Measure, Number, PartialDate, Value, day_number};

/// The fact's value, written as the claim is: a date in its word order, a quantity in its unit.
pub(super) fn correction(claim: &Claim, fact: &Fact, text: &str, language: &Language) -> Option<String> {
    let span = claim.plain_day().unwrap_or(claim.span);
    let written = text.get(span.range())?;
    match (&claim.value, &fact.is.value) {
        (Value::Date(date), Value::Date(is)) => date_like(written, date, is, language),
        (Value::Amount { .. }, Value::Amount { .. }) => {
            if let Some((spelling, amount, changes)) = in_unit_of(claim, fact, written, language)
                && (changes || spelling.scale().is_some())
            {
                return Some(spelling.with(&amount));
            }
            let noun = fact.is.noun.map_or(fact.text.len(), |noun| noun.start as usize);
            Some(fact.text.get(..noun)?.trim_end().to_owned())
        }
        // One end of it is right.
        (Value::DateRange { .. }, Value::Date(_)) => None,
        (_, _) => Some(fact.text.to_string()),
    }
}

/// How the claim is written, the fact's amount in its unit, and whether the fact has another one.
fn in_unit_of<'a>(
    claim: &Claim,
    fact: &Fact,
    written: &'a str,
    language: &'a Language,
) -> Option<(Spelling<'a>, Number, bool)> {
    let (
        Value::Amount { measure: Measure::Unit(unit), .. },
        Value::Amount { low, high: None, measure: Measure::Unit(own) },
    ) = (&claim.value, &fact.is.value)
    else {
        return None;
    };
    let comparable = fact.is.hedge.is_none() && unit.comparable(own);
    let spelling = Spelling::of(claim, written, language).filter(|_| comparable)?;
    Some((spelling, unit.from_base(&own.to_base(low)), unit.name != own.name))
}

/// The fact's amount in the unit of the text, where it has another: “29,032 feet” for 8,848.86 m.
pub(super) fn in_its_unit(claim: &Claim, fact: &Fact, text: &str, language: &Language) -> Option<String> {
    let written = text.get(claim.span.range())?;
    let (spelling, amount, changes) = in_unit_of(claim, fact, written, language)?;
    changes.then(|| spelling.plain(&amount))
}

fn date_like(written: &str, date: &PartialDate, is: &PartialDate, language: &Language) -> Option<String> {
    if date.part.is_some()
        || !matches!(date.unit, DateUnit::Day { .. } | DateUnit::Month { .. } | DateUnit::Year(_))
    {
        return stretch_like(written, date, is);
    }
    let coarse = match (date.unit, is.unit) {
        (DateUnit::Month { .. }, DateUnit::Day { year, month, .. }) => DateUnit::Month { year, month }.into(),
        (DateUnit::Year(_), _) => DateUnit::Year(is.year()?).into(),
        _ => *is,
    };
    let weekday = written
        .split_once(',')
        .map(|(first, _)| first)
        .filter(|first| language.weekday_names.iter().any(|name| name == first));
    let with_weekday = |text: String, comma: &str| match (weekday, is.day()) {
        (Some(_), Some(day)) => format!("{}{comma} {text}", language.weekday_name(day.weekday())),
        _ => text,
    };
    let rest = weekday.map_or(written, |weekday| written[weekday.len() + 1..].trim_start());
    let DateUnit::Day { year, month, day } = coarse.unit else {
        return Some(language.date_in_words(&coarse));
    };
    let starts_with_year = rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    if starts_with_year {
        return Some(coarse.to_string());
    }
    let year_written = rest.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let year = year.filter(|_| year_written).map(|year| year.to_string());
    let name = language.month_name(month);
    let month_first = rest.starts_with(char::is_alphabetic) && !rest.starts_with("the ");
    if month_first {
        let year = year.map_or_else(String::new, |year| format!(", {year}"));
        return Some(with_weekday(format!("{name} {day}{year}"), ","));
    }
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    Some(with_weekday(format!("{day} {name}{year}"), ","))
}

/// A season, a quarter, a decade or the like with the year of the fact in it, if the fact lies there then: “the spring
/// of 1990”. A day would not go with the words around it.
fn stretch_like(written: &str, date: &PartialDate, is: &PartialDate) -> Option<String> {
    let year = is.year()?;
    let (meant, figures) = match date.unit {
        DateUnit::Decade(_) => {
            (DateUnit::Decade(year.div_euclid(10)), (year - year.rem_euclid(10)).to_string())
        }
        DateUnit::Week { week, .. } => (DateUnit::Week { year, week }, year.to_string()),
        DateUnit::Weekend { week, .. } => (DateUnit::Weekend { year, week }, year.to_string()),
        DateUnit::Quarter { quarter, .. } => (DateUnit::Quarter { year, quarter }, year.to_string()),
        DateUnit::Half { half, .. } => (DateUnit::Half { year, half }, year.to_string()),
        DateUnit::Season { season, .. } => (DateUnit::Season { year: Some(year), season }, year.to_string()),
        DateUnit::Month { month, .. } => (DateUnit::Month { year: Some(year), month }, year.to_string()),
        DateUnit::Year(_) => (DateUnit::Year(year), year.to_string()),
        DateUnit::Century(_) if year > 0 => {
            let (number, _) = written.split_once(|c: char| !c.is_ascii_digit())?;
            let rest = written[number.len()..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
            let right = century_in_words(year.div_euclid(100));
            let right = right.split(' ').next()?;
            return (!number.is_empty()).then(|| format!("{right}{rest}"));
        }
        DateUnit::Century(_) | DateUnit::Day { .. } | DateUnit::Unresolved => return None,
    };
    let meant = PartialDate { unit: meant, part: date.part };
    let lies_there = meant.days()?.contains(&is.days()?);
    let at = written.find(|c: char| c.is_ascii_digit() && figures.len() == 4);
    let at = at.filter(|at| written[*at..].bytes().take_while(u8::is_ascii_digit).count() == 4)?;
    lies_there.then(|| format!("{}{figures}{}", &written[..at], &written[at + 4..]))
}

/// How far off: “a month early”, “3 days late”, “a year early”.
pub(super) fn difference(claim: &Claim, fact: &Fact) -> Option<String> {
    let (Value::Date(said), Value::Date(is)) = (&claim.value, &fact.is.value) else {
        return factor(claim, fact);
    };
    let (said, is) = (said.day()?, is.day()?);
    let days = day_number(said) - day_number(is);
    let way = if days < 0 { "early" } else { "late" };
    let months = (i32::from(said.year()) - i32::from(is.year())) * 12 + i32::from(said.month() - is.month());
    let count = |n: u64, unit: &str| match n {
        1 => format!("a {unit} {way}"),
        n => format!("{n} {unit}s {way}"),
    };
    let same_day = said.day() == is.day();
    Some(match (months.unsigned_abs(), same_day) {
        (months, true) if months.is_multiple_of(12) => count(u64::from(months / 12), "year"),
        (months, true) => count(u64::from(months), "month"),
        // The same day one would write for a month with fewer days: 31 January for 29 February.
        (1, false) if days.abs() >= 28 && days.abs() <= 31 => count(1, "month"),
        _ => count(days.unsigned_abs(), "day"),
    })
}

/// “ten times too much”: the slip of a zero or of million for billion.
fn factor(claim: &Claim, fact: &Fact) -> Option<String> {
    let (Value::Amount { low: said, measure, .. }, Value::Amount { low: is, measure: own, .. }) =
        (&claim.value, &fact.is.value)
    else {
        return None;
    };
    if !measure.is_same(own) || is.is_zero() || said.is_zero() {
        return None;
    }
    let slips = [(1_000, "a thousand times"), (100, "a hundred times"), (10, "ten times")];
    slips.into_iter().find_map(|(factor, words)| {
        let factor = Number::from(factor);
        if *said == is * &factor {
            Some(format!("{words} too much"))
        } else if *is == said * &factor {
            Some(format!("{words} too little"))
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{PartOf, Season};

    #[test]
    fn a_stretch_of_time_keeps_its_words() {
        let day = PartialDate::from(jiff::civil::date(1990, 4, 24));
        let season = |season| DateUnit::Season { year: Some(1991), season };
        let late = PartialDate { part: Some(PartOf::Late), ..DateUnit::Year(1991).into() };
        let early = PartialDate { part: Some(PartOf::Early), ..DateUnit::Year(1991).into() };
        for (expected, written, date) in [
            (Some("spring of 1990"), "spring of 1991", season(Season::Spring).into()),
            (None, "autumn of 1991", season(Season::Autumn).into()),
            (Some("the 1990s"), "the 1980s", DateUnit::Decade(198).into()),
            (None, "the eighties", DateUnit::Decade(198).into()),
            (Some("20th century"), "19th century", DateUnit::Century(18).into()),
            (None, "nineteenth century", DateUnit::Century(18).into()),
            (Some("early 1990"), "early 1991", early),
            (None, "late 1991", late),
            (None, "the third quarter of 1991", DateUnit::Quarter { year: 1991, quarter: 3 }.into()),
            (Some("24 April 1990"), "24 April 1991", jiff::civil::date(1991, 4, 24).into()),
            (Some("1990"), "1991", DateUnit::Year(1991).into()),
        ] {
            let found = date_like(written, &date, &day, &Language::english());
            assert_eq!(expected, found.as_deref(), "{written}");
        }
    }
}
