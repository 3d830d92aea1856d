//! Lengths of time: “14 months”, “a four-year term”, “two years and three months”, “half an hour”, “a decade”.

mod length;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::amount::{Form, amount, hedge_after, hedge_before, same};
use super::draft::Draft;
use super::figure::{below_hundred, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, role, worded};
use crate::language::{AgeCue, Class, Hedge, Meaning, Role, Starts, Token};
use crate::value::{Duration, Number, TimeUnit};
use length::unit_behind;
pub(super) use length::{LastLength, Length, length, quarters, unit_word};

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
    let before = |places: usize| i.back(places);
    let from = before(1)
        .is_some_and(|from| from.means_marked(Starts::FROM, |meaning| *meaning == Meaning::Role(Role::From)));
    // “anywhere from six weeks to three months”
    let ranging = || {
        let ranging = |meaning: &Meaning| matches!(meaning, Meaning::Lasting | Meaning::Role(Role::Ranging));
        before(2).is_some_and(|word| word.means(ranging))
    };
    let (rest, (hedge, between)) = (opt(hedge_before), opt(role(Role::Between))).parse(i)?;
    let (rest, low) = length(rest)?;
    let (rest, ()) = role(if between.is_some() { Role::And } else { Role::To }).parse(rest)?;
    let (rest, high) = length(rest)?;
    let sure = between.is_some() || low.exact && (!from || ranging());
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
    let hedge = hedge.or(behind).or(length.hedge);
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
    let one = !length.exact && length.hedge.is_none() && length.parts.len() == 1;
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
        && length.hedge.is_none()
        && matches!(&length.parts[..], [(count, _)] if *count == Number::from(1));
    // “19.8% a year”
    let behind_word = i
        .before(1)
        .is_some_and(|before| before.class != Class::Mark || before.uses.marks.meets(Starts::PERCENT));
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
        matches!(&length.parts[..], [(_, TimeUnit::Second)]) && !length.exact && length.hedge.is_none();
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

#[cfg(test)]
mod tests;
