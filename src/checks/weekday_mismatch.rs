//! A weekday beside a date that fell on another: “Tuesday, April 3, 2020” was a Friday.
//!
//! Weekdays are those of the Gregorian calendar. Dates before 1753 are let pass: Great Britain counted by
//! the Julian calendar until 1752 (Calendar (New Style) Act 1750), and texts seldom say which they mean; where one
//! says “New Style” or “Old Style” behind a date, that counts.

use jiff::civil::{Date, Weekday};

use super::needs::{Need, Sentences};
use super::prose::{Sentence, words};
use super::signs::Signs;
use super::{Article, Check, Run, Said};
use crate::claims::{Claim, Kind, WrittenDay};
use crate::language::{Beside, Meaning, Role, Starts, Told};
use crate::span::Span;
use crate::value::{Value, day_number};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "weekday-mismatch",
    file: ("rules/checks/weekday-mismatch.yaml", include_str!("../../rules/checks/weekday-mismatch.yaml")),
    run: Run::Sentences { needs: &[Need::shown_by(Signs::DAY).with(Starts::WEEKDAY)], run },
};

const FIRST_YEAR: i16 = 1753;

/// The last year that was Julian everywhere (the bull *Inter gravissimas*, 1582).
const LAST_JULIAN_YEAR: i16 = 1582;

/// Where a calendar is named, it is named so near behind, in bytes.
const REACH: usize = 40;

/// More claims than a sentence has that speaks of one day.
const MANY: usize = 24;

/// Beyond so many days from the document's own, a day is of its year only if nothing speaks against it.
const FAR: i64 = 100;

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        for (number, claim) in sentence.claims.iter().enumerate() {
            let mut own = claim.days().copied();
            let alone = (own.next(), own.next());
            let day_alone = match alone {
                (Some(day), None) if day.weekday.is_none() && day.year_written => Some(day),
                _ => None,
            };
            let apart = day_alone
                .and_then(|day| Some(WrittenDay { weekday: Some(weekday_apart(&sentence, number)?), ..day }));
            let days = claim.days().copied().chain(apart);
            let found = days.filter_map(|day| look(&sentence, number, &day));
            said.extend(found.map(|found| Said { claim: sentence.first + number, ..found }));
        }
    }
    said
}

fn look(sentence: &Sentence<'_>, number: usize, day: &WrittenDay) -> Option<Said> {
    let (article, claim) = (sentence.article, &sentence.claims[number]);
    let (written, weekday_span) = day.weekday?;
    // A year that only another sentence speaks of may be another's.
    if !day.year_written && article.document.date.is_none() {
        return None;
    }
    let other = claim.other().and_then(day_of);
    let days = [day.date.day(), other];
    let date = days.into_iter().flatten().next()?;
    if is_newspaper(article, claim, weekday_span) || !is_gregorian(article, claim, date) {
        return None;
    }
    let right = days.iter().flatten().any(|day| day.weekday() == written);
    if !right
        && (is_of_another_year(sentence, number, day)
            || ends_weekdays(sentence, claim, weekday_span)
            || is_named(sentence, weekday_span)
            || is_of_a_noun(sentence, claim, weekday_span)
            || is_corrected(sentence, number, date))
    {
        return None;
    }
    let language = article.language;
    let (said, is) = (language.weekday_name(written), language.weekday_name(date.weekday()));
    let when = language.day_in_words(date);
    let expected = Some(is.to_owned());
    if right {
        // Of a day with two readings the other may be the one that is right.
        let date = days.into_iter().flatten().find(|day| day.weekday() == written)?;
        let message = format!("{} is a {said}", language.day_in_words(date));
        return Some(Said::agrees(0, CHECK.id, Some(said.to_owned()), message));
    }
    let message = format!("the text says {said}, but {when} is a {is}");
    let finding = Finding {
        rule: CHECK.id,
        expected,
        message,
        labels: vec![
            (weekday_span, format!("{when} is a {is}")),
            (
                day.span,
                if day.year_written {
                    String::new()
                } else {
                    format!("{}: the year comes from the document's date", date.year())
                },
            ),
        ],
        notes: Vec::new(),
        corrections: if article.in_full {
            corrections(article, claim, day, date, written)
        } else {
            Vec::new()
        },
        ..Finding::default()
    };
    Some(Said { claim: 0, outcome: Outcome::Contradicts, finding })
}

/// “On Tuesday evening, 3 April 2020”, “Tuesday night (April 3, 2020)”, “April 3, 2020, which was a Tuesday”: a weekday
/// that another claim holds.
fn weekday_apart(sentence: &Sentence<'_>, number: usize) -> Option<(Weekday, Span)> {
    let claim = &sentence.claims[number];
    let before = sentence.previous(number).filter(|before| {
        let gap = sentence.between(before, claim);
        gap == ", " || gap == " (" && sentence.behind(claim).starts_with(')')
    });
    if let Some(found) = before.and_then(|before| only_weekday(sentence, before)) {
        return Some(found);
    }
    let next = sentence.claims.get(number + 1)?;
    let behind = sentence.behind(next);
    let closed = behind.is_empty() || behind.starts_with([',', '.', ';', ')']);
    if !closed || !is_apposed(sentence, sentence.between(claim, next)) {
        return None;
    }
    only_weekday(sentence, next).filter(|(_, span)| *span == next.span)
}

/// “, a ”, “, which was a ”.
fn is_apposed(sentence: &Sentence<'_>, gap: &str) -> bool {
    let article = sentence.article;
    let a = |word: &str| article.is(word, &Meaning::Role(Role::A));
    let gap = gap.strip_prefix(',').unwrap_or_default();
    match words(gap).collect::<Vec<_>>()[..] {
        [one] => a(one),
        [which, was, one] => {
            article.is(which, &Meaning::Told(Told::Relative))
                && article.is(was, &Meaning::Tense(false))
                && a(one)
        }
        _ => false,
    }
}

/// The weekday of a claim that names no day of the month.
fn only_weekday(sentence: &Sentence<'_>, claim: &Claim) -> Option<(Weekday, Span)> {
    if claim.kind != Kind::Date || claim.hedge.is_some() || claim.days().next().is_some() {
        return None;
    }
    let text = sentence.text_of(claim);
    let weekday = |own: &Meaning| match own {
        Meaning::Weekday(weekday) => Some(*weekday),
        _ => None,
    };
    let tokens = sentence.article.tokens(text);
    let mut found = tokens.iter().filter_map(|token| {
        let span = Span::new(token.start, token.end);
        let weekday = sentence.article.language.lexicon.meaning_of(text.get(span.range())?, weekday)?;
        Some((weekday, span.shifted(claim.span.start)))
    });
    found.next().filter(|_| found.next().is_none() && !text.contains(|c: char| c.is_ascii_digit()))
}

/// Whether a day without a year may be of another year than the document's date makes it: the sentence speaks of
/// another, or the day is far away and the weekday is right in the year before or after.
fn is_of_another_year(sentence: &Sentence<'_>, number: usize, day: &WrittenDay) -> bool {
    /// Claims to either side that are looked at.
    const NEAR: usize = 12;
    let (article, Some(date), Some((written, _))) = (sentence.article, day.date.day(), day.weekday) else {
        return false;
    };
    if day.year_written {
        return false;
    }
    // The years beside the text's own and beside the one that was taken.
    let own = article.document.date.map_or(date.year(), jiff::civil::Date::year);
    let years = [own - 1, own, own + 1, date.year() - 1, date.year() + 1];
    let beside = years.into_iter().any(|year| {
        let other = jiff::civil::Date::new(year, date.month(), date.day());
        other.is_ok_and(|other| other.weekday() == written)
    });
    let far = article.document.date.is_some_and(|today| (day_number(today) - day_number(date)).abs() > FAR);
    let from = number.saturating_sub(NEAR);
    let near = sentence.claims.iter().enumerate().skip(from).take(2 * NEAR);
    let others = near.filter(|(other, _)| *other != number).map(|(_, other)| other);
    let mut years = others.flat_map(|other| match &other.value {
        Value::Date(date) => [date.year(), None],
        Value::DateRange { start, end } => {
            [start, end].map(|end| end.as_ref().and_then(crate::value::PartialDate::year))
        }
        _ => [None; 2],
    });
    let whole = sentence.whole();
    let mut written_years = whole
        .split(|c: char| !c.is_ascii_digit())
        .filter(|figures| figures.len() == 4 && !figures.starts_with('0'))
        .filter_map(|figures| figures.parse::<i16>().ok())
        .peekable();
    let dated = written_years.peek().is_some();
    beside && (far || dated)
        || years.any(|year| year.is_some_and(|year| year != date.year()))
        || written_years.any(|year| year != date.year())
        || article.tells(whole, Told::OtherYear)
}

/// “Tuesday to Sunday, 1 May to 30 September”: the weekdays on which something is, and no days of that date. Two days
/// in a row may be both: “Tuesday-Wednesday, April 28-30”.
fn ends_weekdays(sentence: &Sentence<'_>, claim: &Claim, weekday: Span) -> bool {
    const SHORT: i64 = 7;
    let article = sentence.article;
    let head = sentence.text_before(weekday.start);
    let marks = [' ', '-', '–', '—', '‑', '/'];
    let joint = head.trim_end_matches(marks);
    let (rest, last) = joint.split_at(joint.trim_end_matches(|c| !matches!(c, ' ' | '-' | '–')).len());
    let roles = [Role::To, Role::And, Role::Or];
    let worded = head.ends_with(' ') && roles.iter().any(|role| article.is(last, &Meaning::Role(*role)));
    let before = if worded { rest } else { joint };
    let marked = head.len() > joint.len() && head[joint.len()..].contains(['-', '–', '—', '‑', '/']);
    let before = before.trim_end_matches(marks);
    let weekday_before = words(before).last().is_some_and(|word| {
        let named = |own: &Meaning| matches!(own, Meaning::Weekday(_)).then_some(());
        before.ends_with(word) && article.language.lexicon.meaning_of(word, named).is_some()
    });
    let long = super::calendar::ends(&claim.value).is_some_and(|(start, end)| start.days_to(end).1 > SHORT);
    weekday_before && (worded || marked && long)
}

/// “the law of May 5, 2021, a Monday holiday act”: behind the date, with a noun of its own, the weekday is the noun's.
fn is_of_a_noun(sentence: &Sentence<'_>, claim: &Claim, weekday: Span) -> bool {
    let article = sentence.article;
    let Some(noun) = sentence.behind(claim).strip_prefix(' ').and_then(|rest| words(rest).next()) else {
        return false;
    };
    let when = [Meaning::Stop, Meaning::DayPart];
    weekday.end == claim.span.end && !when.iter().any(|meaning| article.is(noun, meaning))
}

/// “…, but that was a Friday”, “…, was in fact a Tuesday”: the sentence names the right weekday as well, and knows.
fn is_corrected(sentence: &Sentence<'_>, number: usize, date: Date) -> bool {
    /// Words between “was” and “a”.
    const FEW: usize = 2;
    let article = sentence.article;
    let a = |word: &str| article.is(word, &Meaning::Role(Role::A));
    let was = |word: &str| article.is(word, &Meaning::Beside(Beside::Link));
    let is_right = |other: &Claim| {
        let Some((weekday, span)) = only_weekday(sentence, other) else { return false };
        let before = sentence.text_before(span.start);
        let near = before.split_at(before.floor_char_boundary(before.len().saturating_sub(REACH))).1;
        let last: Vec<&str> = words(near).collect();
        let told = last
            .split_last()
            .is_some_and(|(one, rest)| a(one) && rest.iter().rev().take(FEW + 1).any(|word| was(word)));
        told && weekday == date.weekday()
    };
    let others = sentence.claims.iter().enumerate().filter(|(other, _)| *other != number);
    others.take(MANY).any(|(_, other)| is_right(other))
}

/// “The Mail on Sunday”, “Sheffield Wednesday”.
fn is_named(sentence: &Sentence<'_>, weekday: Span) -> bool {
    let before = sentence.text_before(weekday.end);
    let name = sentence.article.last(before, &Meaning::Told(Told::Paper));
    name.is_some_and(|name| name.end as usize == before.len())
}

/// “The Sun, 3 March 2026”, “the Baltimore Sun, March 3, 2026”: a name, and no short form of the day.
fn is_newspaper(article: &Article<'_>, claim: &Claim, weekday: Span) -> bool {
    let text = &article.document.blocks[claim.block as usize].text;
    let (before, name) = (text.get(..weekday.start as usize), text.get(weekday.range()));
    let short = name.is_some_and(|name| {
        !name.ends_with('.')
            && !article.language.weekday_names.iter().any(|full| full.eq_ignore_ascii_case(name))
            && text.get(weekday.end as usize..).is_some_and(|rest| !rest.starts_with('.'))
    });
    let before = before.unwrap_or_default();
    let last = before.split_at(before.floor_char_boundary(before.len().saturating_sub(REACH))).1;
    let last = last.split_whitespace().next_back().unwrap_or_default();
    let named = article.language.lexicon.has(last, &Meaning::Role(Role::The))
        || last.starts_with(char::is_uppercase)
            && last.ends_with(char::is_alphabetic)
            && !article.is(last, &Meaning::Stop);
    short && before.ends_with(' ') && named
}

/// Whether the day is one of the Gregorian calendar: those after 1752 are unless the sentence says otherwise, those
/// before only if it says so.
fn is_gregorian(article: &Article<'_>, claim: &Claim, date: Date) -> bool {
    let block = &article.document.blocks[claim.block as usize];
    let near = claim.span.end as usize
        ..block.text.floor_char_boundary((claim.span.end as usize + REACH).min(block.text.len()));
    let behind = block.text.get(near).unwrap_or_default();
    if date.year() < FIRST_YEAR {
        return date.year() > LAST_JULIAN_YEAR && article.tells(behind, Told::NewStyle);
    }
    !article.tells(behind, Told::OldStyle)
}

fn day_of(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => date.day(),
        _ => None,
    }
}

/// Either may be wrong: the weekday, or the day of the month.
fn corrections(
    article: &Article<'_>,
    claim: &Claim,
    day: &WrittenDay,
    date: Date,
    written: Weekday,
) -> Vec<(Span, String, String)> {
    let block = &article.document.blocks[claim.block as usize];
    let mut offers = Vec::new();
    if let Some((_, span)) = day.weekday {
        let name = in_style_of(&block.text[span.range()], article.language.weekday_name(date.weekday()));
        let offer = format!("write “{name}” if the date is right");
        offers.push((span, name, offer));
    }
    if let (Some(span), Some(nearest)) = (day.day, nearest(date, written)) {
        let name = article.language.weekday_name(written);
        let when = article.language.day_in_words(nearest);
        let offer = format!("write “{}” if {name} is right: {when} is a {name}", nearest.day());
        offers.push((span, nearest.day().to_string(), offer));
    }
    offers
}

/// The nearest day of the same month that has the weekday.
fn nearest(date: Date, weekday: Weekday) -> Option<Date> {
    let later = i64::from(date.weekday().until(weekday));
    let day = |offset: i64| date.checked_add(jiff::Span::new().try_days(offset).ok()?).ok();
    let mut candidates = [later - 7, later];
    candidates.sort_by_key(|offset| offset.abs());
    candidates
        .into_iter()
        .filter_map(day)
        .find(|day| (day.year(), day.month()) == (date.year(), date.month()))
}

/// “FRIDAY” for “TUESDAY”, “Fri.” for “Tue.”, “Friday” for “Tuesday”.
fn in_style_of(written: &str, name: &str) -> String {
    let bare = written.trim_end_matches('.');
    let stop = if written.ends_with('.') { "." } else { "" };
    let short = bare.chars().count() <= 5;
    let name: String = if short { name.chars().take(3).collect() } else { name.to_owned() };
    let upper = bare.chars().all(char::is_uppercase) && bare.chars().count() > 1;
    let lower = bare.chars().all(char::is_lowercase);
    let name = if upper {
        name.to_uppercase()
    } else if lower {
        name.to_lowercase()
    } else {
        name
    };
    format!("{name}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_keep_the_style() {
        for (expected, written) in [
            ("Friday", "Tuesday"),
            ("Fri.", "Tue."),
            ("FRIDAY", "TUESDAY"),
            ("friday", "tuesday"),
            ("Fri", "Tues"),
        ] {
            assert_eq!(expected, in_style_of(written, "Friday"));
        }
    }

    #[test]
    fn the_nearest_day_stays_in_the_month() {
        let date = jiff::civil::date;
        assert_eq!(Some(date(2020, 4, 7)), nearest(date(2020, 4, 3), Weekday::Tuesday));
        assert_eq!(Some(date(2020, 4, 14)), nearest(date(2020, 4, 15), Weekday::Tuesday));
    }
}
