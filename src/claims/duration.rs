//! Lengths of time: “14 months”, “a four-year term”, “two years and three months”, “half an hour”, “a decade”.

use std::rc::Rc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::amount::{Form, amount, hedge_after, hedge_before, joint, plus_minus, same};
use super::draft::Draft;
use super::figure::{below_hundred, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, meaning, role, worded};
use super::memory::FEW;
use crate::language::{AgeCue, Class, Hedge, Meaning, Role, Starts, Token};
use crate::value::{Duration, Number, TimeUnit};

const FORM: Form<TimeUnit> =
    Form { figure, before: None, after: Some(unit_behind), marks: Starts::TIME, join: same };

pub(super) fn duration(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if !may_be(i) || is_hour_of_day(i) {
        return Err(NO);
    }
    // Nearly every length of time is one, and nothing behind it says that it goes on to another.
    let one = counted(i);
    if let Ok((rest, _)) = &one
        && !may_be_range(i, *rest)
    {
        // “the 76 year old leaves a son”.
        let aged = |meaning: &Meaning| matches!(meaning, Meaning::Age(AgeCue::After));
        let age = i.marks().meets(Starts::THE) && rest.means_marked(Starts::AGE_WORD, aged);
        return if age { Err(NO) } else { one };
    }
    // Both ends of most ranges have one unit.
    let two_units = match &one {
        Ok((rest, _)) => rest.marks().meets(Starts::TO),
        Err(_) => i.starts().meets(Starts::BETWEEN.or(Starts::HEDGE)),
    };
    let range_of_units = |_| if two_units { range_of_units(i) } else { Err(NO) };
    range(i).or_else(range_of_units).or(one).or_else(|_| uncounted(i))
}

/// “0600 hours” is six in the morning.
fn is_hour_of_day(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|token| token.end - token.start == 4 && i.text_of(token).starts_with('0'))
}

/// Whether it is not seen at a glance that no length of time begins here: its figure has a unit behind, or its first word
/// is one of few.
fn may_be(i: Tokens<'_>) -> bool {
    /// “a year”, “half an hour”, “the first nine months”, “several days”
    const OTHER: Starts = Starts::A.or(Starts::HALF).or(Starts::VAGUE).or(Starts::THE);
    /// “14 calendar months”, “two and a half years”
    const BEHIND: Starts = Starts::TIME.or(Starts::BESIDE_TIME).or(Starts::JOINT);
    let frame = Frame::of(i);
    if frame.may_have(BEHIND) || i.marks().meets(Starts::WHOLE.or(Starts::TIME).or(Starts::THE)) {
        return true;
    }
    let (start, _) = frame.inputs(i);
    let others = start.starts().and(OTHER);
    // “a $5 fee”, “a 12-pack”
    let next = start.skip(1);
    let mark = |token: Token| token.class == Class::Mark && token.end - token.start == 1 && !next.sees("-");
    let figure = next.sees_digits() || next.first().is_some_and(mark);
    !others.is_empty() && (others != Starts::A || !figure)
}

/// Whether a length of time that was read may be the first of two: “5 days to 7 days”.
fn may_be_range(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    /// Two hedges, and the word behind them.
    const NEAR: usize = 12;
    // “hundreds of years” are a range of their own.
    let opening = if i.marks().meets(Starts::HEDGE) { NEAR } else { 1 };
    i.sees_near(opening, Starts::COUNT_WORD)
        || rest.first().is_some_and(|next| match next.class {
            Class::Word => next.uses.marks.meets(Starts::JOINT),
            Class::Mark => !rest.sees("."),
            Class::Digits => false,
        })
}

/// “5 to 7 days”, “between two and three years”.
fn range(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (i, amount) = amount(i, &FORM)?;
    let high = amount.high.ok_or(NO)?;
    let length = |figure: super::figure::Figure| Duration::new(figure.value, amount.mark);
    let (low, high) = (length(amount.low), length(high));
    Ok((i, Draft::of_duration(low, Some(high), amount.hedge, None)))
}

/// “between six months and two years”, “18 months to three years”; “from two years to a month” is a change.
fn range_of_units(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let from = i.at.checked_sub(1).is_some_and(|at| {
        Tokens { at, ..i }.means_marked(Starts::FROM, |meaning| *meaning == Meaning::Role(Role::From))
    });
    let (rest, (hedge, between)) = (opt(hedge_before), opt(role(Role::Between))).parse(i)?;
    let (rest, low) = length(rest)?;
    let (rest, ()) = role(if between.is_some() { Role::And } else { Role::To }).parse(rest)?;
    let (rest, high) = length(rest)?;
    let sure = between.is_some() || low.exact && !from;
    let (low, high) = (low.value().ok_or(NO)?, high.value().ok_or(NO)?);
    let days = |length: &Duration| length.days().lo.value().cloned();
    if sure && days(&low) < days(&high) {
        Ok((rest, Draft::of_duration(low, Some(high), hedge, None)))
    } else {
        Err(NO)
    }
}

fn counted(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, hedge) = opt(hedge_before).parse(i)?;
    let (rest, article) = opt(role(Role::The)).parse(rest)?;
    // “the first nine months”.
    let (rest, _) = if article.is_some() { opt(first_or_last).parse(rest)? } else { (rest, None) };
    let (rest, mut length) = length(rest)?;
    let (rest, behind) = opt(hedge_after).parse(rest)?;
    let rest = or_two(rest, &mut length).unwrap_or(rest);
    let (rest, _) = if length.exact { opt(as_long).parse(rest)? } else { (rest, None) };
    // “the second” and “the hour” are no lengths: behind the article a number must stand.
    // “a six-year-old”, “a year-earlier loss”.
    let goes_on = rest.is_glued() && hyphen(rest).is_ok() && rest.skip(1).is_glued();
    let hyphenated = rest.before(2).is_some_and(|token| matches!(rest.text_of(token), "-" | "‐" | "‑"));
    // “over the past ten years” is in their course.
    let during = hedge == Some(Hedge::Over) && article.is_some();
    if goes_on
        || during
        || article.is_some() && (!length.exact || hyphenated)
        || is_rate(i, rest, &length)
        || is_fraction(rest, &length)
        || is_order(rest, &length)
    {
        return Err(NO);
    }
    let hedge = hedge.or(behind).or(length.vague);
    let value = length.value().ok_or(NO)?;
    let days = length.half.map(|(half, unit)| Duration::new(half, unit).days());
    let half = days.and_then(|days| days.hi.value().cloned());
    Ok((rest, Draft::of_duration(value, None, hedge, half)))
}

/// “a 45-minute*-long* film”.
fn as_long(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ((), ())) = (glued(hyphen), glued(role(Role::Long))).parse(i)?;
    // “a year-long-running row”
    if rest.is_glued() && hyphen(rest).is_ok() { Err(NO) } else { Ok((rest, ())) }
}

/// “a day *or two*”: as ISO 24617-1 has it the value is one, but it may be as much again.
fn or_two<'a>(i: Tokens<'a>, length: &mut Length) -> Option<Tokens<'a>> {
    let one = !length.exact && length.vague.is_none() && length.parts.len() == 1;
    let (rest, ()) = role(Role::Or).parse(i).ok().filter(|_| one)?;
    let (rest, more) = below_hundred(rest).ok()?;
    // “a day or two weeks”, “a day or two-thirds of it”.
    let goes_on = rest.is_glued() && hyphen(rest).is_ok();
    let counts = rest.means(|meaning| matches!(meaning, Meaning::Time(_)));
    if more != 2 || goes_on || counts {
        return None;
    }
    let (_, unit) = *length.parts.last()?;
    length.half = Some((1.into(), unit));
    Some(rest)
}

fn first_or_last(i: Tokens<'_>) -> Parsed<'_, ()> {
    let first_or_last =
        |meaning: &Meaning| matches!(meaning, Meaning::Ordinal(1) | Meaning::Which { .. }).then_some(());
    worded(Starts::ORDINAL.or(Starts::WHICH), first_or_last).parse(i)
}

/// “40 hours a week”: behind a noun, “a week” says how often.
fn is_rate(i: Tokens<'_>, rest: Tokens<'_>, length: &Length) -> bool {
    let one = !length.exact
        && length.vague.is_none()
        && matches!(&length.parts[..], [(count, _)] if *count == Number::from(1));
    let behind_word = i.before(1).is_some_and(|before| before.class != Class::Mark);
    let before = |wanted: fn(&Meaning) -> bool| i.at > 0 && Tokens { at: i.at - 1, ..i }.means(wanted);
    // “came a day after the vote”, but “$5 a day after tax”.
    let counted = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Time(_)
                | Meaning::Unit { .. }
                | Meaning::Currency(_)
                | Meaning::Percent
                | Meaning::Scale(_)
                | Meaning::Multiple(_)
        )
    };
    let counts = |before: Tokens<'_>| before.sees_digits() || before.means(counted);
    let from_when = || {
        rest.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::FromWhen))
            && i.at > 0
            && !counts(Tokens { at: i.at - 1, ..i })
    };
    one && behind_word
        && !from_when()
        && !before(|meaning| matches!(meaning, Meaning::Stop | Meaning::Lasting | Meaning::Hedge { .. }))
}

/// “more than a quarter of all”, “three-quarters”: parts, not three months.
fn is_fraction(rest: Tokens<'_>, length: &Length) -> bool {
    let quarters = matches!(&length.parts[..], [(_, TimeUnit::Quarter)]);
    let hyphenated = rest.before(2).is_some_and(|token| matches!(rest.text_of(token), "-" | "‐" | "‑"));
    let of = || rest.means(|meaning| *meaning == Meaning::Role(Role::Of));
    quarters && (!length.exact || hyphenated || of())
}

/// “a second phase”: in front of what is counted, a second is a place in an order.
fn is_order(rest: Tokens<'_>, length: &Length) -> bool {
    let second =
        matches!(&length.parts[..], [(_, TimeUnit::Second)]) && !length.exact && length.vague.is_none();
    let ends = rest.first().is_none_or(|next| next.class == Class::Mark && rest.is_glued());
    let goes_on = || !rest.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Hedge { .. }));
    second && (!ends && goes_on() || is_behind_first(rest))
}

/// “A first vote failed in May, a second in June”.
fn is_behind_first(rest: Tokens<'_>) -> bool {
    const REACH: usize = 32;
    let first =
        |at| Tokens { at, ..rest }.means_marked(Starts::ORDINAL, |meaning| *meaning == Meaning::Ordinal(1));
    (rest.at.saturating_sub(REACH)..rest.at).any(first)
}

/// “all day”, “a year-long siege”, “the whole week”.
fn uncounted(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let whole = |i| {
        let (i, ((), _, unit)) = (role(Role::Whole), opt(hyphen), unit_word).parse(i)?;
        Ok((i, unit))
    };
    let (i, unit) = alt((whole, uncounted_long, ended_year)).parse(i)?;
    Ok((i, Draft::of_duration(Duration::new(1.into(), unit), None, None, None)))
}

/// “a year-long siege”. “A decades-long feud” took nobody says how many.
fn uncounted_long(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    if i.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Plural)) {
        return Err(NO);
    }
    let (i, (unit, (), ())) = (unit_word, hyphen, role(Role::Long)).parse(i)?;
    Ok((i, unit))
}

/// “the fiscal year ended 31 March”: a year of its own, wherever it ends.
fn ended_year(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    const DAY: Starts =
        Starts::DIGITS.or(Starts::MONTH).or(Starts::WEEKDAY).or(Starts::DAY_WORD).or(Starts::WHICH);
    let (rest, (_, unit)) = (opt(role(Role::The)), unit_word).parse(i)?;
    let (day, ()) = role(Role::Ended).parse(rest)?;
    if unit == TimeUnit::Year && day.starts().meets(DAY) { Ok((rest, unit)) } else { Err(NO) }
}

/// A length of time as it is read: so many of each unit, largest first.
#[derive(Clone)]
pub(super) struct Length {
    pub(super) parts: Rc<[(Number, TimeUnit)]>,
    /// “a few days”, “20-odd years”, “20-plus years”.
    vague: Option<Hedge>,
    /// Counted with a number, not with “a”.
    exact: bool,
    /// Of days that no calendar counts: “ten working days”.
    pub(super) working: bool,
    /// Half of the last digit's place, in the unit that it was written in.
    half: Option<(Number, TimeUnit)>,
}

impl Length {
    /// Whether a hedge stands inside of it, behind its figure: “20-odd years”.
    pub(super) const fn is_hedged(&self) -> bool {
        self.exact && self.vague.is_some()
    }

    fn value(&self) -> Option<Duration> {
        let mut parts = self.parts.iter().cloned();
        let (count, unit) = parts.next()?;
        Some(parts.fold(Duration::new(count, unit), |sum, (count, unit)| sum.and(count, unit)))
    }
}

/// The token where a length of time was looked for, with its end if one was found.
pub(super) struct LastLength {
    pub(super) key: u64,
    pub(super) found: Option<(usize, Length)>,
}

/// A length of time without hedges around it: “two years and three months”, “an hour and a half”, “half a year”. Remembered, since
/// dates, ranges of dates and durations begin with one.
pub(super) fn length(i: Tokens<'_>) -> Parsed<'_, Length> {
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
pub(super) fn quarters(i: Tokens<'_>) -> Parsed<'_, Length> {
    let (i, count) = below_hundred(i)?;
    let (i, unit) = unit_word(i)?;
    if unit != TimeUnit::Quarter {
        return Err(NO);
    }
    let parts = Rc::from([(count.into(), unit)]);
    Ok((i, Length { parts, vague: None, exact: true, working: false, half: None }))
}

fn first(i: Tokens<'_>) -> Parsed<'_, Length> {
    let (i, (count, vague, exact, half)) = alt((figured, half_of, quarter_of, one_or_few)).parse(i)?;
    let (i, working) = opt(adjective).parse(i)?;
    let (i, unit) = alt((unit_behind, |i| letter_behind(i, None))).parse(i)?;
    let (i, more) = opt(and_a_part).parse(i)?;
    let count = match more {
        Some(part) => count + part,
        None => count,
    };
    let working = working == Some(true) && unit <= TimeUnit::Day;
    let parts = Rc::from([(count, unit)]);
    Ok((i, Length { parts, vague, exact, working, half: half.map(|half| (half, unit)) }))
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
        let (i, figure) = figure(i)?;
        let (rest, unit) = opt(alt((unit_behind, |i| letter_behind(i, Some(than))))).parse(i)?;
        let Some(unit) = unit else { return minutes(i, than, figure.value) };
        let i = rest;
        if unit < than { Ok((i, (figure.value, unit))) } else { Err(NO) }
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
pub(super) fn unit_word(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let mut word = worded(Starts::TIME, |meaning| match meaning {
        Meaning::Time(unit) => Some(*unit),
        _ => None,
    });
    let (i, unit) = word.parse(i)?;
    let goes_on = i.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((i, unit)) }
}

fn unit_behind(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
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
    let is_told = || {
        // “the 1,100s” has its thousands apart.
        let grouped = letter.before(2).is_some_and(|mark| mark.glued && letter.text_of(mark) == ",");
        let before = letter.at.checked_sub(if grouped { 4 } else { 2 }).map(|at| Tokens { at, ..letter });
        before.is_some_and(|before| before.means(told))
    };
    letter.text_of(figures).ends_with('0') && (figures.end - figures.start == YEAR || is_told())
}

/// A unit as a letter glued to its figures: 3h, 10D.
fn letter_behind(i: Tokens<'_>, than: Option<TimeUnit>) -> Parsed<'_, TimeUnit> {
    let letter = worded(Starts::TIME, |meaning| match meaning {
        Meaning::TimeLetter(unit) => Some(*unit),
        _ => None,
    });
    let behind_digits = i.before(1).is_some_and(|token| token.class == Class::Digits);
    let (rest, unit) = glued(letter).parse(i)?;
    let goes_on = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    // “2h30m” is one word.
    let hours = unit == TimeUnit::Hour
        && rest.sees_digits()
        && (glued(figure), letter_of_minutes).parse(rest).is_ok();
    // “30m” are metres, but behind hours.
    let metres = unit == TimeUnit::Minute && than != Some(TimeUnit::Hour);
    // “a 60W bulb”, “a 3D film”.
    let capital = i.first().is_some_and(|letter| letter.capital)
        && match unit {
            TimeUnit::Week => true,
            TimeUnit::Day => i.before(1).is_some_and(|count| matches!(i.text_of(count), "2" | "3" | "4")),
            _ => false,
        };
    if behind_digits && (!goes_on || hours) && !metres && !capital && !is_decade(i, unit) {
        Ok((rest, unit))
    } else {
        Err(NO)
    }
}

fn letter_of_minutes(i: Tokens<'_>) -> Parsed<'_, ()> {
    let minutes = |meaning: &Meaning| matches!(meaning, Meaning::TimeLetter(TimeUnit::Minute));
    if i.is_glued() && i.means(minutes) { Ok((i.skip(1), ())) } else { Err(NO) }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn durations_are_read() {
        reads(&[
            ("Its half-life is 5,730 ± 40 years.", "5,730 ± 40 years", "duration P5730Y"),
            ("for a day or two", "a day or two", "duration P1D"),
            ("a quarter-century of it", "a quarter-century", "duration P25Y"),
            ("It took 3h20m.", "3h20m", "duration PT3H20M"),
            ("It took 3h 20m.", "3h 20m", "duration PT3H20M"),
            ("within thirty (30) days", "thirty (30) days", "duration P30D"),
            ("within 14 months", "14 months", "duration P14M"),
            ("a four-year term", "four-year", "duration P4Y"),
            ("two years and three months", "two years and three months", "duration P2Y3M"),
            ("half an hour", "half an hour", "duration PT0.5H"),
            ("a decade of war", "a decade", "duration P10Y"),
            ("more than 20 years", "more than 20 years", "duration P20Y over"),
            ("5 to 7 days", "5 to 7 days", "duration P5D..P7D"),
            ("between six months and two years", "between six months and two years", "duration P6M..P2Y"),
            ("jailed for 18 months to three years", "18 months to three years", "duration P18M..P3Y"),
            ("about two weeks to a month", "about two weeks to a month", "duration P2W..P1M about"),
            ("cut from two weeks to a month", "two weeks", "duration P2W"),
            ("two years to six months", "two years", "duration P2Y"),
            ("two years to the day", "two years", "duration P2Y"),
            ("an hour and a half", "an hour and a half", "duration PT1.5H"),
            ("1 hour, 20 minutes", "1 hour, 20 minutes", "duration PT1H20M"),
            ("two and a half years", "two and a half years", "duration P2.5Y"),
            ("one and three quarters of an hour", "one and three quarters of an hour", "duration PT1.75H"),
            ("a two-and-a-half-year war", "two-and-a-half-year", "duration P2.5Y"),
            ("a 2-1/2-year inquiry", "2-1/2-year", "duration P2.5Y"),
            ("a 10- to 15-year sentence", "10- to 15-year", "duration P10Y..P15Y"),
            ("a two- or three-day trip", "two- or three-day", "duration P2D..P3D"),
            ("a five-to-ten-year plan", "five-to-ten-year", "duration P5Y..P10Y"),
            ("wait a second.", "a second", "duration PT1S"),
            ("in a second or so", "a second or so", "duration PT1S about"),
            ("a few weeks", "a few weeks", "duration P3W about"),
            ("a couple of days", "a couple of days", "duration P2D about"),
            ("two more weeks", "two more weeks", "duration P2W"),
            ("another hour passed", "another hour", "duration PT1H"),
            ("a year-long siege", "year-long", "duration P1Y"),
            ("a 45-minute-long film", "45-minute-long", "duration PT45M"),
            ("for 20-odd years", "20-odd years", "duration P20Y about"),
            ("the past 20-odd years", "the past 20-odd years", "duration P20Y about"),
            ("with 10-plus years of practice", "10-plus years", "duration P10Y at_least"),
            ("It took 30+ days.", "30+ days", "duration P30D at_least"),
            ("a 10-plus-year plan", "10-plus-year", "duration P10Y at_least"),
            ("She left 20-odd years ago.", "20-odd years", "duration P20Y about"),
            ("they sang all night", "all night", "duration P1D"),
            ("the nine months to March", "the nine months", "duration P9M"),
            ("it took 3h", "3h", "duration PT3H"),
            ("it was to last five years", "five years", "duration P5Y"),
            ("a fortnight or so", "a fortnight or so", "duration P2W about"),
            ("two weeks and a day after the vote", "two weeks and a day", "duration P2W1D"),
            ("for a year and a day", "a year and a day", "duration P1Y1D"),
            ("two hours and a minute of silence", "two hours", "duration PT2H"),
            ("two days and a week", "two days", "duration P2D"),
            ("two weeks and a day trip", "two weeks", "duration P2W"),
            // No calendar counts them.
            ("eight trading days after 3 May 2024", "eight trading days", "duration P8D"),
            ("ten working days ago", "ten working days", "duration P10D"),
            ("the past ten working days", "the past ten working days", "duration P10D"),
        ]);
    }

    #[test]
    fn near_misses_are_no_durations() {
        ignores_kind(
            "duration",
            &[
                "The 76 year old leaves a son.",
                "built in the 1,100s",
                "for years",
                "a decades-long feud and an hours-long talk",
                "at 0600 hours",
                "a 60W bulb",
                "a 3D film",
                "in his early to mid 30s",
                "the year 2020",
                "the 1990s",
                "second place",
                "the third day",
                "for months",
                "in days",
                "a second phase begins",
                "another second chance",
                "a second (and last) try",
                "a first vote failed, a second on Monday did not",
            ],
        );
    }
}
