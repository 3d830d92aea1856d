//! The parts that a pattern asks for, and how each is read.

use std::rc::Rc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::super::grammar::{NO, Parsed, Tokens, dash, digits, glued, mark, meaning, worded};
use super::super::when::{Cycle, DayMarks, Length, When, Which};
use super::super::{duration, ordinal};
use super::{figures, year};
use crate::language::{Class, Meaning, Role, Slot, Starts};
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

impl Fields {
    /// Takes in the part that stands here and gives the input behind it; if none does, nothing is changed.
    pub(super) fn filled<'a>(&mut self, i: Tokens<'a>, slot: Slot) -> Option<Tokens<'a>> {
        let rest = self.fill(i, slot).ok()?.0;
        if slot == Slot::Date {
            self.date_tokens = Some((i.at, rest.at));
        }
        if matches!(
            slot,
            Slot::Day | Slot::OrdinalDay | Slot::Month | Slot::Year | Slot::ShortYear | Slot::Figures
        ) {
            let first = self.tokens.map_or(i.at, |(first, _)| first);
            self.tokens = Some((first, rest.at));
        }
        Some(rest)
    }

    fn fill<'a>(&mut self, i: Tokens<'a>, slot: Slot) -> Parsed<'a, ()> {
        let spanned = |rest: Tokens<'a>| i.span_to(rest);
        match slot {
            Slot::Weekday | Slot::EndWeekday => {
                // Only the end of a range follows a weekday and a dash.
                if slot == Slot::Weekday && ends_range(i) {
                    return Err(NO);
                }
                let (rest, weekday) = weekday(i)?;
                let found = Some((weekday, spanned(rest)));
                *(if slot == Slot::Weekday { &mut self.weekday } else { &mut self.end_weekday }) = found;
                Ok((rest, ()))
            }
            Slot::Weekdays => {
                let (rest, weekday) = named(i, |meaning| match meaning {
                    Meaning::Weekdays(weekday) => Some(*weekday),
                    _ => None,
                })?;
                self.weekday = Some((weekday, spanned(rest)));
                Ok((rest, ()))
            }
            Slot::Day => day(i).map(|(rest, day)| (rest, self.day = Some((day, spanned(rest))))),
            Slot::OrdinalDay => {
                ordinal_day(i).map(|(rest, day)| (rest, self.day = Some((day, spanned(rest)))))
            }
            Slot::EndDay => day(i).map(|(rest, day)| (rest, self.end_day = Some((day, spanned(rest))))),
            Slot::Month => month(i).map(|(rest, month)| (rest, self.month = Some(month))),
            Slot::EndMonth => month(i).map(|(rest, month)| (rest, self.end_month = Some(month))),
            Slot::Year => year::written(i).map(|(rest, year)| (rest, self.year = Some(year))),
            Slot::EndYear => year::written(i).map(|(rest, year)| (rest, self.end_year = Some(year))),
            Slot::ShortYear => year::short(i).map(|(rest, year)| (rest, self.year = Some(year))),
            Slot::EndShortYear => year::two_figures(i).map(|(rest, year)| (rest, self.end_year = Some(year))),
            Slot::Figures => figures::figures(i).map(|(rest, whole)| (rest, self.whole = Some(whole))),
            Slot::Decade => year::decade(i).map(|(rest, date)| (rest, self.whole = Some((date, None)))),
            Slot::Century => year::century(i).map(|(rest, date)| (rest, self.whole = Some((date, None)))),
            Slot::Quarter => year::quarter(i).map(|(rest, q)| (rest, self.cycle = Some(Cycle::Quarter(q)))),
            Slot::Half => year::half(i).map(|(rest, half)| (rest, self.cycle = Some(Cycle::Half(half)))),
            Slot::Season => {
                let (rest, season) = named(i, |meaning| match meaning {
                    Meaning::Season(season) => Some(*season),
                    _ => None,
                })?;
                self.cycle = Some(Cycle::Season(season));
                Ok((rest, ()))
            }
            Slot::Weekend => {
                let (rest, ()) = named(i, |meaning| (*meaning == Meaning::Weekend).then_some(()))?;
                self.weekend = true;
                Ok((rest, ()))
            }
            Slot::Holiday => named(i, |meaning| match meaning {
                Meaning::Holiday(number) => Some(*number),
                _ => None,
            })
            .map(|(rest, number)| (rest, self.holiday = Some(number))),
            Slot::DayWord => named(i, |meaning| match meaning {
                Meaning::DayWord(days) => Some(*days),
                _ => None,
            })
            .map(|(rest, days)| (rest, self.day_word = Some(days))),
            Slot::DayPart => named(i, |meaning| (*meaning == Meaning::DayPart).then_some(())),
            Slot::Which => named(i, |meaning| match meaning {
                Meaning::Which { offset, spoken } => Some(Which { offset: *offset, spoken: *spoken }),
                _ => None,
            })
            .map(|(rest, which)| (rest, self.which = Some(which))),
            Slot::Part => named(i, |meaning| match meaning {
                Meaning::PartOf(part) => Some(*part),
                _ => None,
            })
            .map(|(rest, part)| (rest, self.part = Some(part))),
            Slot::Nth => nth(i).map(|(rest, nth)| (rest, self.nth = Some(nth))),
            Slot::Number => number(i).map(|(rest, number)| (rest, self.number = Some(number))),
            Slot::Unit => {
                let (rest, unit) = duration::unit_word(i)?;
                if unit < TimeUnit::Day {
                    return Err(NO);
                }
                self.unit = Some(unit);
                Ok((rest, ()))
            }
            Slot::Length => {
                let (rest, length) = duration::length(i)?;
                self.length = Some(length.parts.into());
                Ok((rest, ()))
            }
            Slot::Date | Slot::EndDate => {
                let (rest, (when, mark)) = super::expression(i)?;
                if slot == Slot::Date {
                    self.date = Some(when);
                    self.marks[0] = mark;
                } else {
                    self.end_date = Some(when);
                    self.marks[1] = mark;
                }
                Ok((rest, ()))
            }
            Slot::Dash => date_dash(i),
        }
    }
}

/// Whether a part can stand here at all, by what is cheap to see: most numbers are no part of a date.
pub(super) fn can_be(i: Tokens<'_>, slot: Slot) -> bool {
    let Some(first) = i.first() else { return false };
    let (digits, length) = (first.class == Class::Digits, first.end - first.start);
    let suffixed = || i.skip(1).is_glued();
    match slot {
        Slot::Day | Slot::EndDay => {
            i.sentence.present.meets(Starts::MONTH.or(Starts::TIME).or(Starts::WEEKDAY))
        }
        Slot::Length => i.sees_near(NUMBER + 1, Starts::TIME.or(Starts::WEEKDAY).or(Starts::WEEKDAYS)),
        Slot::Number => i.sentence.present.meets(Starts::TIME.or(Starts::WEEKDAY).or(Starts::WEEKDAYS)),
        Slot::OrdinalDay | Slot::Nth => !digits || suffixed(),
        Slot::Century => (!digits || suffixed()) && i.sees_near(PLACE + 2, Starts::TIME),
        Slot::Quarter => (!digits || suffixed()) && i.sees_near(PLACE + 2, Starts::TIME.or(Starts::LETTER)),
        Slot::Half => (!digits || suffixed()) && i.sees_near(PLACE + 2, Starts::HALF.or(Starts::LETTER)),
        Slot::Year | Slot::EndYear => !digits || length == 4,
        Slot::ShortYear | Slot::EndShortYear => length == 2,
        Slot::Figures => i.skip(1).first().is_some_and(|next| next.class == Class::Mark),
        Slot::Decade if first.class == Class::Word => i.sees_near(PLACE, Starts::DECADE),
        Slot::Decade => suffixed(),
        _ => true,
    }
}

/// No place in an order has more tokens: “twenty-first”, “2nd”.
const PLACE: usize = 3;

/// No number in front of a unit of time has more.
const NUMBER: usize = 20;

fn named<T>(i: Tokens<'_>, pick: impl Fn(&Meaning) -> Option<T>) -> Parsed<'_, T> {
    meaning(pick).parse(i)
}

/// A dash between two dates, with a space on both sides or on neither; “~” is one as well.
fn date_dash(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = alt((dash, mark("~"))).parse(i)?;
    if rest.is_glued() == i.is_glued() { Ok((rest, ())) } else { Err(NO) }
}

/// A weekday with or without the full stop of its abbreviation.
fn weekday(i: Tokens<'_>) -> Parsed<'_, Weekday> {
    let mut name = worded(Starts::WEEKDAY, |meaning| match meaning {
        Meaning::Weekday(weekday) => Some(*weekday),
        _ => None,
    });
    let (rest, weekday) = name.parse(i)?;
    let (after, stop) = opt(glued(mark("."))).parse(rest)?;
    let full = i.sentence.language.weekday_name(weekday).len() == i.span_to(rest).len() as usize;
    // A full stop behind the last word ends the sentence.
    let own = stop.is_some() && !full && (after.first().is_some() || i.at == 0);
    if stop.is_none() && is_newspaper(i) { Err(NO) } else { Ok((if own { after } else { rest }, weekday)) }
}

/// “Tuesday-Wednesday, April 30”: the second weekday is not that of the first date.
fn ends_range(i: Tokens<'_>) -> bool {
    let before = |places: usize| i.at.checked_sub(places).map(|at| Tokens { at, ..i });
    i.is_glued()
        && before(1).is_some_and(|before| dash(before).is_ok())
        && before(2).is_some_and(|before| before.means(|meaning| matches!(meaning, Meaning::Weekday(_))))
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
    let mut name = worded(Starts::MONTH, |meaning| match meaning {
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
    let (rest, day) = alt((day_in_figures, day_in_words, cardinal_day)).parse(i)?;
    // “March 5,000”, “May 5.2”, “June 10%”, “5 March 10:30” are other numbers.
    if number_goes_on(rest) { Err(NO) } else { Ok((rest, day)) }
}

fn day_in_figures(i: Tokens<'_>) -> Parsed<'_, u8> {
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
    named(i, |meaning| (*meaning == Meaning::OrdinalSuffix).then_some(()))
}

fn day_in_words(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = ordinal::in_words(i)?;
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).ok_or(NO)?;
    Ok((rest, day))
}

/// “May twenty one”: people say it so.
fn cardinal_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, day) = super::super::figure::below_hundred(i)?;
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).ok_or(NO)?;
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

/// “first”, “3rd”, “last”, “third last”, “second-to-last” is left out.
fn nth(i: Tokens<'_>) -> Parsed<'_, i8> {
    let last =
        |i| named(i, |meaning| (*meaning == Meaning::Which { offset: -1, spoken: false }).then_some(-1_i8));
    let place = |i| {
        let (rest, place) = ordinal_day(i)?;
        Ok((rest, i8::try_from(place).map_err(|_| NO)?))
    };
    let (rest, place) = alt((last, place)).parse(i)?;
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
