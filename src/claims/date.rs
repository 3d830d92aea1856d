//! Absolute dates: “Tuesday, March 3, 2026”, “29 February 2020”, “January 2020”, “2020-01-29”, “in 1989”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::draft::Draft;
use super::grammar::{NO, Parsed, Tokens, dash, digits, glued, hyphen, mark, meaning};
use crate::language::{Class, Element, Meaning, NumericOrder, Role, Slot};
use crate::span::Span;
use crate::value::{DateUnit, PartialDate, Value, Weekday};

/// The parts of a date, as far as they are written.
#[derive(Debug, Clone, Copy, Default)]
struct Fields {
    weekday: Option<(Weekday, Span)>,
    year: Option<i16>,
    month: Option<u8>,
    day: Option<(u8, Span)>,
    /// First and last token of the date without its weekday.
    tokens: Option<(usize, usize)>,
}

pub(super) fn date(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, draft) = alt((figures_with_weekday, worded, year)).parse(i)?;
    if goes_on(rest) { Err(NO) } else { Ok((rest, draft)) }
}

/// Whether the date is the first part of something else: a range (“April 28-29”), a longer number.
fn goes_on(rest: Tokens<'_>) -> bool {
    let after_dash = match dash(rest) {
        Ok((after, ())) if rest.is_glued() && after.is_glued() => after.sees_digits(),
        _ => false,
    };
    let glued_word = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    after_dash || glued_word
}

/// A date with the month in words, in one of the language's word orders; the longest wins.
fn worded(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let patterns = &i.sentence.language.date_patterns;
    let read = patterns.iter().filter_map(|pattern| elements(i, &pattern.elements, Fields::default()));
    // The first of the longest: `max_by_key` would take the last.
    let (rest, fields) =
        read.reduce(|best, next| if next.0.at > best.0.at { next } else { best }).ok_or(NO)?;
    let unit = match fields {
        Fields { day: Some((day, _)), month: Some(month), year, .. } => DateUnit::Day { year, month, day },
        Fields { month: Some(month), year, .. } => DateUnit::Month { year, month },
        _ => return Err(NO),
    };
    let (first, last) = fields.tokens.ok_or(NO)?;
    let span = Tokens { at: first, ..i }.span_to(Tokens { at: last, ..i });
    let day = fields.day.map(|(_, span)| span);
    Ok((rest, Draft { day, ..Draft::of_date(unit.into(), span, fields.weekday) }))
}

/// Matches a word order, trying what may be left out with and without it.
fn elements<'a>(i: Tokens<'a>, pattern: &[Element], fields: Fields) -> Option<(Tokens<'a>, Fields)> {
    let Some((element, rest)) = pattern.split_first() else { return Some((i, fields)) };
    match element {
        Element::Optional(inner) => elements(i, inner, fields)
            .and_then(|(after, fields)| elements(after, rest, fields))
            .or_else(|| elements(i, rest, fields)),
        Element::Literal { id, glued } => {
            let token = i.first()?;
            let fits = token.id == *id && (token.glued || !*glued);
            fits.then(|| elements(i.skip(1), rest, fields)).flatten()
        }
        Element::Slot(slot) => {
            let (after, fields) = fill(i, *slot, fields)?;
            elements(after, rest, fields)
        }
    }
}

fn fill(i: Tokens<'_>, slot: Slot, mut fields: Fields) -> Option<(Tokens<'_>, Fields)> {
    let rest = match slot {
        Slot::Weekday => {
            let (rest, weekday) = weekday(i).ok()?;
            fields.weekday = Some((weekday, i.span_to(rest)));
            return Some((rest, fields));
        }
        Slot::Day => {
            let (rest, day) = day(i).ok()?;
            fields.day = Some((day, i.span_to(rest)));
            rest
        }
        Slot::Month => {
            let (rest, month) = month(i).ok()?;
            fields.month = Some(month);
            rest
        }
        Slot::Year => {
            let (rest, year) = written_year(i).ok()?;
            fields.year = Some(year);
            rest
        }
    };
    let first = fields.tokens.map_or(i.at, |(first, _)| first);
    fields.tokens = Some((first, rest.at));
    Some((rest, fields))
}

fn weekday(i: Tokens<'_>) -> Parsed<'_, Weekday> {
    let name = meaning(|meaning| match meaning {
        Meaning::Weekday(weekday) => Some(*weekday),
        _ => None,
    });
    let (rest, (weekday, stop)) = (name, opt(glued(mark(".")))).parse(i)?;
    if stop.is_none() && is_newspaper(i) { Err(NO) } else { Ok((rest, weekday)) }
}

/// “the Edmonton Sun, August 16, 2008”: a short weekday behind an article or a name is a name itself.
fn is_newspaper(i: Tokens<'_>) -> bool {
    /// “Sun”, “Mon”, “Tues”.
    const SHORT: u32 = 5;
    let short = i.first().is_some_and(|token| token.end - token.start <= SHORT);
    let behind_name = i.before(1).is_some_and(|before| {
        let article = Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::Role(Role::The));
        before.class == Class::Word && (article || before.capital && i.at > 1)
    });
    short && behind_name
}

fn month(i: Tokens<'_>) -> Parsed<'_, u8> {
    let mut name = meaning(|meaning| match meaning {
        Meaning::Month(month) => Some(*month),
        _ => None,
    });
    let (rest, month) = name.parse(i)?;
    // “Feb.” has a full stop of its own, “February.” and “in Feb.” end a sentence.
    let (after, stop) = opt(glued(mark("."))).parse(rest)?;
    let full = i.sentence.language.month_name(month).len() == i.span_to(rest).len() as usize;
    let own = stop.is_some() && !full && after.first().is_some();
    Ok((if own { after } else { rest }, month))
}

/// 1 to 31 in figures, with or without an ordinal ending; or an ordinal word.
fn day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let in_figures = |i| {
        let (rest, text) = digits(i)?;
        let day =
            text.parse::<u8>().ok().filter(|day| text.len() <= 2 && (1..=31).contains(day)).ok_or(NO)?;
        let ending = meaning(|meaning| (*meaning == Meaning::OrdinalSuffix).then_some(()));
        let (rest, _) = opt(glued(ending)).parse(rest)?;
        Ok((rest, day))
    };
    let in_words = |i| {
        let (rest, day) = super::ordinal::in_words(i)?;
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).ok_or(NO)?;
        Ok((rest, day))
    };
    let (rest, day) = alt((in_figures, in_words)).parse(i)?;
    // “March 5,000”, “May 5.2”, “June 10%”, “5 March 10:30” are other numbers.
    if number_goes_on(rest) { Err(NO) } else { Ok((rest, day)) }
}

fn number_goes_on(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|token| token.glued) else { return false };
    let digits_behind = rest.skip(1).first().filter(|token| token.glued && token.class == Class::Digits);
    match rest.text_of(next) {
        "," => digits_behind.is_some_and(|token| token.end - token.start == 3),
        "." | ":" => digits_behind.is_some(),
        "%" => true,
        _ => false,
    }
}

/// Four figures, or an apostrophe and two: 2020, ’98.
fn written_year<'a>(i: Tokens<'a>) -> Parsed<'a, i16> {
    let full = |i: Tokens<'a>| {
        let (rest, text) = digits(i)?;
        let year = text.parse::<i16>().ok().filter(|year| text.len() == 4 && (1000..2200).contains(year));
        Ok((rest, year.ok_or(NO)?))
    };
    let short = |i: Tokens<'a>| {
        if !(i.sees("'") || i.sees("’") || i.sees("‘")) || i.is_glued() {
            return Err(NO);
        }
        let (rest, text) = glued(digits).parse(i.skip(1))?;
        let year = text.parse::<i16>().ok().filter(|_| text.len() == 2).ok_or(NO)?;
        Ok((rest, century_of(year)))
    };
    let (rest, year) = alt((full, short)).parse(i)?;
    if number_goes_on(rest) { Err(NO) } else { Ok((rest, year)) }
}

/// Two figures of a year: 00 to 29 are this century's, as POSIX has it with 69; a text of news is younger.
fn century_of(year: i16) -> i16 {
    const LAST: i16 = 39;
    if year <= LAST { 2000 + year } else { 1900 + year }
}

/// A date in figures, with or without a weekday in front: “Saturday, 2020-02-29”.
fn figures_with_weekday(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (after, weekday) = opt(weekday).parse(i)?;
    let span = i.span_to(after);
    let (after, _) = opt(glued(mark(","))).parse(after)?;
    let (rest, draft) = in_figures(after)?;
    Ok((rest, Draft { weekday: weekday.map(|weekday| (weekday, span)), ..draft }))
}

/// 2020-01-29 · 2020/01/29 · 29.01.2020 · 1/29/2020 · 2020-01 is left to words.
fn in_figures<'a>(i: Tokens<'a>) -> Parsed<'a, Draft> {
    let separator = |i: Tokens<'a>| {
        let separator = alt((hyphen.map(|()| '-'), mark("/").map(|()| '/'), mark(".").map(|()| '.')));
        glued(separator).parse(i)
    };
    let (rest, (first, one, second, two, third)) =
        (digits, separator, glued(digits), separator, glued(digits)).parse(i)?;
    if one != two {
        return Err(NO);
    }
    let number = |text: &str| text.parse::<i16>().map_err(|_| NO);
    let (first_number, second_number, third_number) = (number(first)?, number(second)?, number(third)?);
    let build = |year: i16, month: i16, day: i16| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let sound = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
        sound.then(|| PartialDate::from(DateUnit::Day { year: Some(year), month, day }))
    };
    let span = i.span_to(rest);
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 && one != '.' {
        let date = build(first_number, second_number, third_number).ok_or(NO)?;
        return Ok((rest, Draft::of_date(date, span, None)));
    }
    if third.len() != 4 || first.len() > 2 || second.len() > 2 {
        return Err(NO);
    }
    let day_first = build(third_number, second_number, first_number);
    let month_first = build(third_number, first_number, second_number);
    let dots = one == '.';
    let (value, other) = match (day_first, month_first) {
        (Some(day_first), _) if dots => (day_first, None),
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            match i.sentence.language.numeric_order {
                NumericOrder::DayFirst => (day_first, Some(month_first)),
                NumericOrder::MonthFirst => (month_first, Some(day_first)),
            }
        }
        (Some(date), _) | (None, Some(date)) => (date, None),
        (None, None) => return Err(NO),
    };
    Ok((rest, Draft { other: other.map(Value::Date), ..Draft::of_date(value, span, None) }))
}

/// Four figures that are a year: behind “in” or “since”, or where no counted noun follows.
fn year(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let token = i.first().ok_or(NO)?;
    let (rest, year) = written_year(i)?;
    let era = meaning(|meaning| match meaning {
        Meaning::Era(before) => Some(*before),
        _ => None,
    });
    let (rest, era) = opt(era).parse(rest)?;
    let cued = i
        .before(1)
        .is_some_and(|_| Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::YearCue));
    let counted = super::number::noun(rest).is_some_and(|noun| {
        let words = &i.sentence.text[noun.range()];
        let first = words.split(' ').next().unwrap_or(words);
        first.ends_with('s') && first.starts_with(char::is_lowercase)
    });
    let likely = (1500..2100).contains(&year) && !counted && token.class == Class::Digits;
    if !(cued && (1000..2100).contains(&year) || likely || era.is_some()) || measured(rest) {
        return Err(NO);
    }
    let year = if era == Some(true) { 1 - year } else { year };
    Ok((rest, Draft::of_date(DateUnit::Year(year).into(), i.span_to(rest), None)))
}

/// Whether a scale, unit or per cent follows: then the figures are an amount.
fn measured(rest: Tokens<'_>) -> bool {
    let (rest, _) = opt(glued(hyphen)).parse(rest).unwrap_or((rest, None));
    rest.means(|meaning| {
        matches!(
            meaning,
            Meaning::Scale(_)
                | Meaning::Percent
                | Meaning::PercentagePoint
                | Meaning::Time(_)
                | Meaning::Unit { weak: false, .. }
        )
    }) || rest.is_glued()
        && (rest.sees(",") || rest.sees("."))
        && rest.skip(1).is_glued()
        && rest.skip(1).sees_digits()
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn dates_are_read() {
        let leap_day = "date 2020-02-29 [2020-02-29, 2020-02-29]";
        for text in [
            "29 February 2020",
            "29th February 2020",
            "29th of February, 2020",
            "February 29, 2020",
            "Feb. 29, 2020",
            "February 29th, 2020",
            "February the 29th, 2020",
            "Saturday, 29 February 2020",
            "Saturday 29 February 2020",
            "Saturday, February 29, 2020",
            "Sat., Feb. 29, 2020",
            "2020-02-29",
            "2020/02/29",
            "29.02.2020",
            "29/02/2020",
            "2/29/2020",
            "29-Feb-2020",
            "2020, February 29",
            "29 Feb ’20",
            "twenty-ninth of February 2020",
        ] {
            reads(&[(&format!("It was signed on {text}."), text, leap_day)]);
        }
        reads(&[
            ("in January 2020.", "January 2020", "date 2020-01 [2020-01-01, 2020-01-31]"),
            ("since 1989, when", "1989", "date 1989 [1989-01-01, 1989-12-31]"),
            ("on 5 March he", "5 March", "date XXXX-03-05"),
            ("on 03/04/2020", "03/04/2020", "date 2020-03-04 [2020-03-04, 2020-03-04]"),
        ]);
    }

    #[test]
    fn near_misses_are_no_dates() {
        ignores_kind(
            "date",
            &[
                "March on Rome",
                "May I go?",
                "He may 5,000 times",
                "the Sun said",
                "March 5,000 miles",
                "2,020 people",
                "2000 soldiers died",
                "1500 metres",
                "page 2 of May's book",
                "in April 28-29 there",
                "1/2/3",
                "version 10.11.12",
                "2020 per cent",
            ],
        );
    }

    #[test]
    fn impossible_days_are_read_as_written() {
        reads(&[
            ("on 31 April 2020", "31 April 2020", "date 2020-04-31"),
            ("on Feb. 30", "Feb. 30", "date XXXX-02-30"),
        ]);
    }
}
