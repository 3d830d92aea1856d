//! The parts that a pattern asks for, and how each is read.

use std::rc::Rc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::super::grammar::{NO, Parsed, Tokens, dash, digits, glued, mark, meaning, worded};
use super::super::when::{Cycle, DayMark, DayMarks, Length, When, Which};
use super::super::{duration, ordinal};
use super::guard::counts_time;
use super::{figures, year};
use crate::language::{Class, Meaning, Role, Slot, Starts, Token};
use crate::span::Span;
use crate::value::{PartOf, PartialDate, TimeUnit, Weekday};

/// The parts of a date expression, as far as they are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    pub(super) weekday: Option<(Weekday, Span)>,
    pub(super) end_weekday: Option<(Weekday, Span)>,
    pub(super) day: Option<(u8, Span)>,
    pub(super) month: Option<u8>,
    pub(super) year: Option<i16>,
    pub(super) end_day: Option<(u8, Span)>,
    pub(super) end_month: Option<u8>,
    pub(super) end_year: Option<i16>,
    /// A date in figures, or a decade or century; and a second reading.
    pub(super) whole: Option<(PartialDate, Option<PartialDate>)>,
    pub(super) cycle: Option<Cycle>,
    pub(super) which: Option<Which>,
    pub(super) part: Option<PartOf>,
    pub(super) nth: Option<i8>,
    pub(super) number: Option<u8>,
    pub(super) day_word: Option<i8>,
    pub(super) unit: Option<TimeUnit>,
    pub(super) weekend: bool,
    pub(super) holiday: Option<u16>,
    pub(super) length: Option<Length>,
    pub(super) date: Option<Rc<When>>,
    pub(super) end_date: Option<Rc<When>>,
    /// Days inside those two.
    pub(super) marks: DayMarks,
    /// First and last token of the date inside a longer expression.
    pub(super) date_tokens: Option<(usize, usize)>,
    /// First and last token of day, month and year.
    pub(super) tokens: Option<(usize, usize)>,
}

/// One part of a date expression, as it is read.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Weekday(Weekday),
    Day(u8),
    Month(u8),
    Year(i16),
    Whole(PartialDate, Option<PartialDate>),
    Cycle(Cycle),
    Which(Which),
    PartOf(PartOf),
    Nth(i8),
    Number(u8),
    DayWord(i8),
    Unit(TimeUnit),
    Weekend,
    Holiday(u16),
    Length(Length),
    Date(Rc<When>, Option<Rc<DayMark>>),
    /// A dash, a part of the day: it must stand there and changes nothing.
    Nothing,
}

/// A date that a pattern goes on behind.
#[derive(Clone, Copy)]
pub(super) struct Begun<'t> {
    pub(super) when: &'t When,
    pub(super) tokens: Option<(usize, usize)>,
}

/// The parts read so far on one way through the patterns, the last first: ways that begin alike share them.
pub(super) enum Trail<'t> {
    Start(Option<Begun<'t>>),
    Behind { trail: &'t Trail<'t>, slot: Slot, part: &'t Part, tokens: (usize, usize) },
}

impl Trail<'_> {
    /// All parts together; `i` is some place in their sentence.
    pub(super) fn fields(&self, i: Tokens<'_>) -> Fields {
        let mut fields = Fields::default();
        self.fill(&mut fields, i);
        fields
    }

    fn fill(&self, fields: &mut Fields, i: Tokens<'_>) {
        match self {
            Self::Start(None) => {}
            Self::Start(Some(Begun { when, tokens })) => {
                fields.date = Some(Rc::new((*when).clone()));
                fields.tokens = *tokens;
            }
            Self::Behind { trail, slot, part, tokens } => {
                trail.fill(fields, i);
                fields.take(*slot, part, *tokens, i);
            }
        }
    }
}

impl Fields {
    /// Takes in a part that stands between two tokens.
    fn take(&mut self, slot: Slot, part: &Part, (from, to): (usize, usize), i: Tokens<'_>) {
        let span = || Tokens { at: from, ..i }.span_to(Tokens { at: to, ..i });
        let ends = matches!(
            slot,
            Slot::EndWeekday
                | Slot::EndDay
                | Slot::EndMonth
                | Slot::EndYear
                | Slot::EndShortYear
                | Slot::EndDate
        );
        match part {
            Part::Weekday(weekday) if ends => self.end_weekday = Some((*weekday, span())),
            Part::Weekday(weekday) => self.weekday = Some((*weekday, span())),
            Part::Day(day) if ends => self.end_day = Some((*day, span())),
            Part::Day(day) => self.day = Some((*day, span())),
            Part::Month(month) if ends => self.end_month = Some(*month),
            Part::Month(month) => self.month = Some(*month),
            Part::Year(year) if ends => self.end_year = Some(*year),
            Part::Year(year) => self.year = Some(*year),
            Part::Whole(date, other) => self.whole = Some((*date, *other)),
            Part::Cycle(cycle) => self.cycle = Some(*cycle),
            Part::Which(which) => self.which = Some(*which),
            Part::PartOf(part) => self.part = Some(*part),
            Part::Nth(nth) => self.nth = Some(*nth),
            Part::Number(number) => self.number = Some(*number),
            Part::DayWord(days) => self.day_word = Some(*days),
            Part::Unit(unit) => self.unit = Some(*unit),
            Part::Weekend => self.weekend = true,
            Part::Holiday(number) => self.holiday = Some(*number),
            Part::Length(length) => self.length = Some(length.clone()),
            Part::Date(when, mark) if ends => {
                self.end_date = Some(Rc::clone(when));
                self.marks[1].clone_from(mark);
            }
            Part::Date(when, mark) => {
                self.date = Some(Rc::clone(when));
                self.marks[0].clone_from(mark);
                self.date_tokens = Some((from, to));
            }
            Part::Nothing => {}
        }
        if matches!(
            slot,
            Slot::Day | Slot::OrdinalDay | Slot::Month | Slot::Year | Slot::ShortYear | Slot::Figures
        ) {
            let first = self.tokens.map_or(from, |(first, _)| first);
            self.tokens = Some((first, to));
        }
    }
}

/// The part that a pattern wants here.
pub(super) fn part(i: Tokens<'_>, slot: Slot) -> Parsed<'_, Part> {
    /// What `pick` makes of what stands here.
    fn named(i: Tokens<'_>, pick: impl Fn(&Meaning) -> Option<Part>) -> Parsed<'_, Part> {
        meaning(pick).parse(i)
    }
    match slot {
        // Only the end of a range follows a weekday and a dash.
        Slot::Weekday if ends_range(i) => Err(NO),
        Slot::Weekday | Slot::EndWeekday => weekday.map(Part::Weekday).parse(i),
        Slot::Weekdays => named(i, |meaning| match meaning {
            Meaning::Weekdays(weekday) => Some(Part::Weekday(*weekday)),
            _ => None,
        }),
        Slot::Day | Slot::EndDay => day.map(Part::Day).parse(i),
        Slot::OrdinalDay => ordinal_day.map(Part::Day).parse(i),
        Slot::Month | Slot::EndMonth => month.map(Part::Month).parse(i),
        Slot::Year | Slot::EndYear => year::written.map(Part::Year).parse(i),
        Slot::ShortYear => year::short.map(Part::Year).parse(i),
        Slot::EndShortYear => year::two_figures.map(Part::Year).parse(i),
        Slot::Figures => figures::figures.map(|(date, other)| Part::Whole(date, other)).parse(i),
        Slot::Decade => year::decade.map(|date| Part::Whole(date, None)).parse(i),
        Slot::Century => year::century.map(|date| Part::Whole(date, None)).parse(i),
        Slot::Quarter => year::quarter.map(|quarter| Part::Cycle(Cycle::Quarter(quarter))).parse(i),
        Slot::Half => year::half.map(|half| Part::Cycle(Cycle::Half(half))).parse(i),
        Slot::Season => named(i, |meaning| match meaning {
            Meaning::Season(season) => Some(Part::Cycle(Cycle::Season(*season))),
            _ => None,
        }),
        Slot::Seasons => named(i, |meaning| match meaning {
            Meaning::Seasons(season) => Some(Part::Cycle(Cycle::Season(*season))),
            _ => None,
        }),
        Slot::Weekend => named(i, |meaning| (*meaning == Meaning::Weekend).then_some(Part::Weekend)),
        Slot::Holiday => named(i, |meaning| match meaning {
            Meaning::Holiday(number) => Some(Part::Holiday(*number)),
            _ => None,
        }),
        Slot::DayWord => named(i, |meaning| match meaning {
            Meaning::DayWord(days) => Some(Part::DayWord(*days)),
            _ => None,
        }),
        Slot::DayPart => named(i, |meaning| (*meaning == Meaning::DayPart).then_some(Part::Nothing)),
        Slot::Which => named(i, |meaning| match meaning {
            Meaning::Which { offset, spoken } => {
                Some(Part::Which(Which { offset: *offset, spoken: *spoken }))
            }
            _ => None,
        }),
        Slot::Part => named(i, |meaning| match meaning {
            Meaning::PartOf(part) => Some(Part::PartOf(*part)),
            _ => None,
        }),
        Slot::Nth => nth.map(Part::Nth).parse(i),
        Slot::Number => number.map(Part::Number).parse(i),
        Slot::Unit => match duration::unit_word(i)? {
            (_, unit) if unit < TimeUnit::Day => Err(NO),
            (rest, unit) => Ok((rest, Part::Unit(unit))),
        },
        Slot::Length => length.map(|length| Part::Length(length.parts)).parse(i),
        // The walk reads them, which alone knows whether something goes on behind.
        Slot::Date | Slot::EndDate | Slot::Dash => Err(NO),
    }
}

/// A dash between two dates, with a space on both sides or on neither; “~” is one as well.
pub(super) fn date_dash(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = alt((dash, mark("~"))).parse(i)?;
    if rest.is_glued() == i.is_glued() { Ok((rest, ())) } else { Err(NO) }
}

/// A weekday with or without the full stop of its abbreviation.
pub(super) fn weekday(i: Tokens<'_>) -> Parsed<'_, Weekday> {
    let mut name = worded(Starts::WEEKDAY, |meaning| match meaning {
        Meaning::Weekday(weekday) => Some(*weekday),
        _ => None,
    });
    let (rest, weekday) = name.parse(i)?;
    if !(rest.is_glued() && rest.sees(".")) {
        return if is_newspaper(i) { Err(NO) } else { Ok((rest, weekday)) };
    }
    // “as massive as the Sun.”
    let the = |meaning: &Meaning| *meaning == Meaning::Role(Role::The);
    let short = i.first().is_some_and(|token| token.end - token.start == 3);
    if short && i.back(1).is_some_and(|word| word.means_marked(Starts::THE, the)) {
        return Err(NO);
    }
    let after = rest.skip(1);
    let full = i.sentence.language.weekday_name(weekday).len() == i.span_to(rest).len() as usize;
    // A full stop behind the last word ends the sentence.
    let own = !full && (after.first().is_some() || i.at == 0);
    Ok((if own { after } else { rest }, weekday))
}

/// “Tuesday-Wednesday, April 30”: the second weekday is not that of the first date.
fn ends_range(i: Tokens<'_>) -> bool {
    let before = |places: usize| i.back(places);
    i.is_glued()
        && before(1).is_some_and(|before| dash(before).is_ok())
        && before(2).is_some_and(|before| before.means(|meaning| matches!(meaning, Meaning::Weekday(_))))
}

/// “the Edmonton Sun, August 16, 2008”: a short weekday behind an article or a name is a name itself.
fn is_newspaper(i: Tokens<'_>) -> bool {
    /// “Sun”, “Mon”, “Tues”.
    const SHORT: u32 = 5;
    let short = i.first().is_some_and(|token| token.end - token.start <= SHORT);
    let article = || Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::Role(Role::The));
    let behind_name =
        |before: Token| before.class == Class::Word && (before.capital && i.at > 1 || article());
    short && i.before(1).is_some_and(behind_name)
}

pub(super) fn month(i: Tokens<'_>) -> Parsed<'_, u8> {
    let mut name = worded(Starts::MONTH, |meaning| match meaning {
        Meaning::Month(month) => Some(*month),
        _ => None,
    });
    let (rest, month) = name.parse(i)?;
    // “Feb.” has a full stop of its own, “February.” and “in Feb.” end a sentence.
    if !(rest.is_glued() && rest.sees(".")) {
        return Ok((rest, month));
    }
    let after = rest.skip(1);
    let full = i.sentence.language.month_name(month).len() == i.span_to(rest).len() as usize;
    let own = !full && after.first().is_some();
    Ok((if own { after } else { rest }, month))
}

/// 1 to 31 in figures, with or without an ordinal ending; or an ordinal word.
fn day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = alt((day_in_figures, day_in_words, cardinal_day)).parse(i)?;
    // “March 5,000”, “May 5.2”, “June 10%”, “5 March 10:30” are other numbers.
    if number_goes_on(rest) { Err(NO) } else { Ok((rest, day)) }
}

pub(super) fn day_in_figures(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = plain_day(i)?;
    let (rest, _) = opt(glued(ordinal_ending)).parse(rest)?;
    Ok((rest, day))
}

fn plain_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, text) = digits(i)?;
    let day = text.parse::<u8>().ok().filter(|day| text.len() <= 2 && (1..=31).contains(day)).ok_or(NO)?;
    Ok((rest, day))
}

fn ordinal_ending(i: Tokens<'_>) -> Parsed<'_, ()> {
    worded(Starts::ORDINAL_SUFFIX, |meaning| (*meaning == Meaning::OrdinalSuffix).then_some(())).parse(i)
}

fn day_in_words(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = ordinal::in_words(i)?;
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).ok_or(NO)?;
    Ok((rest, day))
}

/// “May twenty one”: people say it so. “Two May Day rallies” are counted.
fn cardinal_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = super::super::figure::below_hundred(i)?;
    let counts =
        rest.at == i.at + 1 && rest.means_marked(Starts::MONTH, |meaning| *meaning == Meaning::CommonWord);
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day) && !counts).ok_or(NO)?;
    Ok((rest, day))
}

/// A day that says that it is one: “21st”, “third”.
fn ordinal_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let in_figures = |i| {
        let (rest, (day, ())) = (plain_day, glued(ordinal_ending)).parse(i)?;
        Ok((rest, day))
    };
    alt((in_figures, day_in_words)).parse(i)
}

pub(super) fn number_goes_on(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|token| token.glued) else { return false };
    let digits_behind = rest.skip(1).first().filter(|token| token.glued && token.class == Class::Digits);
    match rest.text_of(next) {
        "," => digits_behind.is_some_and(|token| token.end - token.start == 3),
        "." | ":" => digits_behind.is_some(),
        "%" => true,
        _ => false,
    }
}

/// “first”, “3rd”, “last”, “final”, “third last”; “second-to-last” is left out.
fn nth(i: Tokens<'_>) -> Parsed<'_, i8> {
    let last = |i| {
        worded(Starts::WHICH, |meaning| match meaning {
            Meaning::Which { offset: -1, spoken: false } | Meaning::Role(Role::Final) => Some(-1_i8),
            _ => None,
        })
        .parse(i)
    };
    let opening = |i| {
        worded(Starts::WHICH, |meaning| (*meaning == Meaning::Role(Role::Opening)).then_some(1_i8)).parse(i)
    };
    let place = |i| {
        let (rest, place) = ordinal_day(i)?;
        Ok((rest, i8::try_from(place).map_err(|_| NO)?))
    };
    let (rest, place) = alt((last, opening, place)).parse(i)?;
    match opt(last).parse(rest)? {
        (rest, Some(_)) if place > 0 => Ok((rest, -place)),
        _ => Ok((rest, place)),
    }
}

fn number(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, figure) = super::super::figure::figure(i)?;
    let number = figure.value.to_i64().and_then(|number| u8::try_from(number).ok()).ok_or(NO)?;
    Ok((rest, number))
}

/// A length of time; behind “past” and “coming”, three quarters are no part of a whole.
fn length(i: Tokens<'_>) -> Parsed<'_, duration::Length> {
    if !counts_time(i) {
        return Err(NO);
    }
    let counted = i.before(1).is_some_and(|before| before.uses.marks.meets(Starts::WHICH));
    if counted && let Ok(found) = duration::quarters(i) {
        return Ok(found);
    }
    let (rest, length) = duration::length(i)?;
    // “ten working days ago” is no day of the calendar, “the past ten working days” a length all the same.
    // “20-odd years ago” and “10-plus years ago” are no year either.
    if length.working && !counted || length.is_hedged() { Err(NO) } else { Ok((rest, length)) }
}
