//! A length of time as it is written: so many of each unit, with the words and letters that units have.

use std::rc::Rc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::super::amount::{hedge_after, joint, plus_minus};
use super::super::figure::{below_hundred, figure};
use super::super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, meaning, role, worded};
use super::super::memory::FEW;
use super::super::number::goes_on;
use crate::language::{AgeCue, Class, Hedge, Meaning, Role, Starts};
use crate::value::{Duration, Number, TimeUnit};

/// A length of time as it is read: so many of each unit, largest first.
#[derive(Clone)]
pub(in crate::claims) struct Length {
    pub(in crate::claims) parts: Rc<[(Number, TimeUnit)]>,
    /// “a few days”, “20-odd years”, “20-plus years”.
    pub(super) hedge: Option<Hedge>,
    /// Counted with a number, not with “a”.
    pub(super) exact: bool,
    /// Of days that no calendar counts: “ten working days”.
    pub(in crate::claims) working: bool,
    /// Half of the last digit's place, in the unit that it was written in.
    pub(super) half: Option<(Number, TimeUnit)>,
}

impl Length {
    /// Whether a hedge stands inside of it, behind its figure: “20-odd years”.
    pub(in crate::claims) const fn is_hedged(&self) -> bool {
        self.exact && self.hedge.is_some()
    }

    pub(super) fn value(&self) -> Option<Duration> {
        let mut parts = self.parts.iter().cloned();
        let (count, unit) = parts.next()?;
        Some(parts.fold(Duration::new(count, unit), |sum, (count, unit)| sum.and(count, unit)))
    }
}

/// The token where a length of time was looked for, with its end if one was found.
pub(in crate::claims) struct LastLength {
    pub(in crate::claims) key: u64,
    pub(in crate::claims) found: Option<(usize, Length)>,
}

/// A length of time without hedges around it: “two years and three months”, “an hour and a half”, “half a year”. Remembered, since
/// dates, ranges of dates and durations begin with one.
pub(in crate::claims) fn length(i: Tokens<'_>) -> Parsed<'_, Length> {
    let known = |last: &LastLength| {
        let found = last.found.as_ref().ok_or(NO)?;
        Ok((Tokens { at: found.0, ..i }, found.1.clone()))
    };
    let lengths = &i.sentence.memory.lengths;
    let place = i.at % FEW;
    if let Some(last) = lengths.borrow().get(place).filter(|last| last.key == i.key()) {
        return known(last);
    }
    let read = read_length(i);
    let found = read.as_ref().ok().map(|(rest, length)| (rest.at, length.clone()));
    lengths.borrow_mut()[place] = LastLength { key: i.key(), found };
    read
}

fn read_length(i: Tokens<'_>) -> Parsed<'_, Length> {
    let (mut i, mut length) = first(i)?;
    while let Some(&(_, unit)) = length.parts.last() {
        let (rest, Some(part)) = opt(smaller_than(unit)).parse(i)? else { break };
        length.parts = length.parts.iter().cloned().chain([part]).collect();
        length.half = None;
        i = rest;
    }
    Ok((i, length))
}

/// “three quarters” of a year, counted by the calendar.
pub(in crate::claims) fn quarters(i: Tokens<'_>) -> Parsed<'_, Length> {
    let (i, count) = below_hundred(i)?;
    let (i, unit) = unit_word(i)?;
    if unit != TimeUnit::Quarter {
        return Err(NO);
    }
    let parts = Rc::from([(count.into(), unit)]);
    Ok((i, Length { parts, hedge: None, exact: true, working: false, half: None }))
}

fn first(i: Tokens<'_>) -> Parsed<'_, Length> {
    let (i, (count, hedge, exact, half)) = alt((figured, half_of, quarter_of, one_or_few)).parse(i)?;
    let (i, working) = opt(adjective).parse(i)?;
    let (i, unit) = alt((unit_behind, |i| letter_behind(i, None))).parse(i)?;
    let (i, more) = opt(and_a_part).parse(i)?;
    let count = match more {
        Some(part) => count + part,
        None => count,
    };
    let working = working == Some(true) && unit <= TimeUnit::Day;
    let parts = Rc::from([(count, unit)]);
    Ok((i, Length { parts, hedge, exact, working, half: half.map(|half| (half, unit)) }))
}

type Count = (Number, Option<Hedge>, bool, Option<Number>);

/// “14”, “two and a half”, “one and three quarters of”.
fn figured(i: Tokens<'_>) -> Parsed<'_, Count> {
    let (i, figure) = figure(i)?;
    // “5,730 ± 40 years”
    if let Ok((i, error)) = plus_minus(i) {
        return Ok((i, (figure.value, None, true, Some(error.value.abs()))));
    }
    let (i, part) = opt(and_parts).parse(i)?;
    if let Some(part) = part {
        return Ok((i, (figure.value + part, None, true, None)));
    }
    // “one and three quarters of an hour” is a figure of its own.
    let of_a = (role(Role::Of), opt(role(Role::A)));
    let (i, _) = if figure.value.is_integer() { (i, None) } else { opt(of_a).parse(i)? };
    // “20-odd years”
    let (i, hedge) = opt(hedge_after).parse(i)?;
    Ok((i, (figure.value, hedge, true, Some(figure.half))))
}

/// “half a”, “half”, “a half”.
fn half_of(i: Tokens<'_>) -> Parsed<'_, Count> {
    let (i, _) = (opt(role(Role::A)), role(Role::Half), opt(role(Role::A))).parse(i)?;
    let (i, _) = opt(hyphen).parse(i)?;
    Ok((i, (Number::ratio(1, 2), None, false, None)))
}

/// “a quarter-century”, “a quarter hour”: a fourth part that is no place in an order.
fn quarter_of(i: Tokens<'_>) -> Parsed<'_, Count> {
    let (i, ()) = role(Role::A).parse(i)?;
    if i.marks().meets(Starts::ORDINAL) {
        return Err(NO);
    }
    let quarter =
        meaning(|meaning| (*meaning == Meaning::Fraction { parts: 4, plural: false }).then_some(()));
    let (i, ((), _)) = (quarter, opt(hyphen)).parse(i)?;
    unit_word(i)?;
    Ok((i, (Number::ratio(1, 4), None, false, None)))
}

/// “a”, “another”, “a few”, “a couple of”.
fn one_or_few(i: Tokens<'_>) -> Parsed<'_, Count> {
    let vague = worded(Starts::VAGUE, |meaning| match meaning {
        Meaning::Vague(count) => Some(i64::from(*count)),
        _ => None,
    });
    let one = alt((role(Role::Another), role(Role::A))).map(|()| (1, None));
    let (i, (count, vague)) = alt((vague.map(|count| (count, Some(Hedge::About))), one)).parse(i)?;
    Ok((i, (count.into(), vague, false, None)))
}

/// “and a half”, “and two quarters of”: parts between a count and its unit.
fn and_parts(i: Tokens<'_>) -> Parsed<'_, Number> {
    let (i, ()) = role(Role::And).parse(i)?;
    let (i, part) = fraction(i)?;
    let (i, _) = opt((role(Role::Of), opt(role(Role::A)))).parse(i)?;
    Ok((i, part))
}

/// “an hour *and a half*”.
fn and_a_part(i: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, ()) = role(Role::And).parse(i)?;
    let (rest, part) = fraction(rest)?;
    // “a month and half a year” goes on with a unit of its own.
    let goes_on =
        rest.means(|meaning| matches!(meaning, Meaning::Time(_) | Meaning::Role(Role::A | Role::Of)));
    if goes_on { Err(NO) } else { Ok((rest, part)) }
}

/// “a half”, “half”, “three quarters”, “a third”.
fn fraction(i: Tokens<'_>) -> Parsed<'_, Number> {
    let part = meaning(|meaning| match meaning {
        Meaning::Fraction { parts, .. } => i64::try_from(*parts).ok(),
        Meaning::Role(Role::Half) => Some(2),
        _ => None,
    });
    let count = alt((role(Role::A).map(|()| 1), below_hundred));
    let (i, (count, below)) = (opt(count), part).parse(i)?;
    let count = count.unwrap_or(1);
    if (1..below).contains(&count) { Ok((i, Number::ratio(count, below))) } else { Err(NO) }
}

/// Whether it is one of work: “two *working* days”.
fn adjective(i: Tokens<'_>) -> Parsed<'_, bool> {
    let mut word = worded(Starts::BESIDE_TIME, |meaning| (*meaning == Meaning::TimeAdjective).then_some(()));
    let (i, _) = opt(hyphen).parse(i)?;
    let (rest, ()) = word.parse(i)?;
    Ok((rest, i.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Working))))
}

/// A smaller unit behind: two years *and three months*; or half an hour in minutes: one hour *thirty*.
fn smaller_than<'a>(than: TimeUnit) -> impl Parser<Tokens<'a>, Output = (Number, TimeUnit), Error = ()> {
    move |i: Tokens<'a>| {
        let (i, _) = opt(glued(mark(","))).parse(i)?;
        let (i, and) = opt(role(Role::And)).parse(i)?;
        if and.is_some()
            && let Ok(one) = one_smaller(i, than)
        {
            return Ok(one);
        }
        if than == TimeUnit::Hour
            && let Some(minutes) = glued_minutes(i)
        {
            return Ok((i.skip(1), (minutes, TimeUnit::Minute)));
        }
        let (i, figure) = figure(i)?;
        let (rest, unit) = opt(alt((unit_behind, |i| letter_behind(i, Some(than))))).parse(i)?;
        let Some(unit) = unit else { return minutes(i, than, figure.value) };
        let i = rest;
        // “suspended for two years, and 200 hours of work”
        let apart = than >= TimeUnit::Month && unit <= TimeUnit::Hour;
        if unit < than && !apart { Ok((i, (figure.value, unit))) } else { Err(NO) }
    }
}

/// “two weeks and *a day*”; not “two hours, and a minute later”, “two hours and a minute of silence”.
fn one_smaller(i: Tokens<'_>, than: TimeUnit) -> Parsed<'_, (Number, TimeUnit)> {
    let (rest, ((), unit)) = (role(Role::A), unit_word).parse(i)?;
    let goes_on = rest.first().is_some_and(|next| next.class == Class::Word)
        && !rest.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Role(Role::FromWhen)))
        || rest.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Of));
    let behind_comma = i.before(2).is_some_and(|mark| i.text_of(mark) == ",");
    if unit < than && !goes_on && !behind_comma { Ok((rest, (1.into(), unit))) } else { Err(NO) }
}

/// “one hour thirty”, where nothing else is counted.
fn minutes(i: Tokens<'_>, than: TimeUnit, count: Number) -> Parsed<'_, (Number, TimeUnit)> {
    const MINUTES: std::ops::Range<i64> = 10..60;
    let fits = count.to_i64().is_some_and(|count| MINUTES.contains(&count));
    let ends = i.first().is_none_or(|token| token.class == Class::Mark && !token.glued);
    if than == TimeUnit::Hour && fits && ends { Ok((i, (count, TimeUnit::Minute))) } else { Err(NO) }
}

/// A unit of time by its name.
pub(in crate::claims) fn unit_word(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let mut word = worded(Starts::TIME, |meaning| match meaning {
        Meaning::Time(unit) => Some(*unit),
        _ => None,
    });
    let (i, unit) = word.parse(i)?;
    let goes_on = i.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((i, unit)) }
}

pub(super) fn unit_behind(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let (i, ((), unit)) = (joint, unit_word).parse(i)?;
    Ok((i, unit))
}

/// “the 80s” and “the 1920s” are decades, “his mid 30s” an age, and none are seconds.
fn is_decade(letter: Tokens<'_>, unit: TimeUnit) -> bool {
    /// The figures of a year.
    const YEAR: u32 = 4;
    let Some(figures) = letter.before(1).filter(|_| unit == TimeUnit::Second) else { return false };
    let told = |meaning: &Meaning| {
        matches!(meaning, Meaning::Role(Role::The) | Meaning::PartOf(_) | Meaning::Age(AgeCue::Whose))
    };
    // “in the mid-70s”
    let part = || {
        let hyphened = letter
            .before(2)
            .is_some_and(|mark| figures.glued && matches!(letter.text_of(mark), "-" | "‐" | "‑"));
        let part = letter.at.checked_sub(3).filter(|_| hyphened).map(|at| Tokens { at, ..letter });
        part.is_some_and(|part| part.means(|meaning| matches!(meaning, Meaning::PartOf(_))))
    };
    let is_told = || {
        // “the 1,100s” has its thousands apart.
        let grouped = letter.before(2).is_some_and(|mark| mark.glued && letter.text_of(mark) == ",");
        let before = letter.back(if grouped { 4 } else { 2 });
        before.is_some_and(|before| before.means(told))
    };
    letter.text_of(figures).ends_with('0') && (figures.end - figures.start == YEAR || is_told() || part())
}

/// The figures of the minutes in “2h50”, which are two.
fn glued_minutes(i: Tokens<'_>) -> Option<Number> {
    const MINUTES: std::ops::Range<i64> = 0..60;
    let figures = i.first().filter(|token| token.glued && token.class == Class::Digits)?;
    let ends =
        i.skip(1).first().is_none_or(|next| !next.glued || next.class == Class::Mark && !goes_on(i.skip(1)));
    let minutes = i.text_of(figures).parse().ok().filter(|minutes| MINUTES.contains(minutes))?;
    (figures.end - figures.start == 2 && ends).then(|| minutes.into())
}

/// A unit as a letter glued to its figures: 3h, 10D. As the International System of Units writes it, a blank stands in front
/// of seconds and hours: 9.58 s.
fn letter_behind(i: Tokens<'_>, than: Option<TimeUnit>) -> Parsed<'_, TimeUnit> {
    let mut letter = worded(Starts::TIME, |meaning| match meaning {
        Meaning::TimeLetter(unit) => Some(*unit),
        _ => None,
    });
    let behind_digits = i.before(1).is_some_and(|token| token.class == Class::Digits);
    let (rest, unit) = letter.parse(i)?;
    let spaced = !i.is_glued();
    let goes_on = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    // “2h30m” is one word.
    let hours = unit == TimeUnit::Hour
        && rest.sees_digits()
        && ((glued(figure), letter_of_minutes).parse(rest).is_ok() || glued_minutes(rest).is_some());
    // “30m” are metres, but behind hours.
    let metres = unit == TimeUnit::Minute && than != Some(TimeUnit::Hour);
    // “a 60W bulb”, “a 3D film”.
    let capital = i.first().is_some_and(|letter| letter.capital)
        && match unit {
            TimeUnit::Week => true,
            // “1H profit”
            TimeUnit::Hour => i.before(1).is_some_and(|count| matches!(i.text_of(count), "1" | "2")),
            TimeUnit::Day => i.before(1).is_some_and(|count| matches!(i.text_of(count), "2" | "3" | "4")),
            _ => false,
        };
    let far = spaced && !is_sign_apart(i, unit);
    if behind_digits && (!goes_on || hours) && !metres && !capital && !far && !is_decade(i, unit) {
        Ok((rest, unit))
    } else {
        Err(NO)
    }
}

/// “9.58 s”, “3 h”: seconds and hours, with nothing glued behind that would make the letter something else.
fn is_sign_apart(letter: Tokens<'_>, unit: TimeUnit) -> bool {
    /// A year has as many figures.
    const YEAR: u32 = 4;
    let few = letter.before(1).is_some_and(|figures| figures.end - figures.start < YEAR);
    let small = letter.first().is_some_and(|letter| !letter.capital);
    let ends = letter
        .skip(1)
        .first()
        .is_none_or(|next| !next.glued || matches!(letter.text_of(next), "," | "." | ";" | ")"));
    matches!(unit, TimeUnit::Second | TimeUnit::Hour) && few && small && ends
}

fn letter_of_minutes(i: Tokens<'_>) -> Parsed<'_, ()> {
    let minutes = |meaning: &Meaning| matches!(meaning, Meaning::TimeLetter(TimeUnit::Minute));
    if i.is_glued() && i.means(minutes) { Ok((i.skip(1), ())) } else { Err(NO) }
}
