//! Ages: “aged 69”, “a 69-year-old man”, “Khalilzad, 69,”, “in his late sixties”, “six months old”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::Kind;
use super::amount::{Amount, Form, amount, hedge_before, joint, same};
use super::draft::Draft;
use super::duration::length;
use super::figure::{Figure, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, meaning, role, worded};
use super::number::goes_on;
use crate::language::{AgeCue, Class, Hedge, Meaning, Role, Starts, Token};
use crate::value::{Measure, Number, PartOf, TimeUnit, Unit, Value};

/// Nobody is older.
const OLDEST: i64 = 125;

pub(super) fn age(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if i.sentence.ahead(i.at).meets(Starts::AGE_WORD)
        && let Ok(read) = alt((old, aged)).parse(i)
    {
        return Ok(read);
    }
    if i.marks().meets(Starts::AGE) { decade(i) } else { apposition(i) }
}

const OLD: Form<TimeUnit> =
    Form { figure, before: None, after: Some(unit_old), marks: Starts::TIME, join: same };

/// “69 years old”, “a 69-year-old”, “five years of age”.
fn old(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// The unit and the word that makes it an age, with hyphens.
    const NEAR: usize = 8;
    let frame = Frame::of(i);
    let (start, behind) = frame.inputs(i);
    let old = frame.may_have(Starts::TIME) && behind.sees_near(NEAR, Starts::AGE_WORD);
    if !old && !frame.may_have_any() {
        return Err(NO);
    }
    if old && let Ok((rest, years)) = years_and_days(start) {
        let (rest, (_, ())) = (opt(hyphen), cue(AgeCue::After)).parse(rest)?;
        return Ok((rest, of_years(i, years, frame.hedge)?));
    }
    let (rest, amount) = amount(i, &OLD)?;
    let unit = unit(i, amount.mark)?;
    Ok((rest, Draft::of_amount(Kind::Age, amount, |_| Measure::Age(unit))))
}

/// The “-year-old” of “69-year-old”. The number's range may have its unit once: “three to five years old”.
fn unit_old(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let (i, ((), unit)) = (joint, time).parse(i)?;
    let (i, _) = opt(hyphen).parse(i)?;
    let (i, ()) = cue(AgeCue::After).parse(i)?;
    Ok((i, unit))
}

/// “17 years and 82 days”: whoever is so old is 17.
fn years_and_days(i: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, length) = length(i)?;
    match &length.parts[..] {
        [(years, TimeUnit::Year), _, ..] if years.is_integer() => Ok((rest, years.clone())),
        _ => Err(NO),
    }
}

fn of_years(i: Tokens<'_>, years: Number, hedge: Option<Hedge>) -> Result<Draft, nom::Err<()>> {
    let measure = Measure::Age(unit(i, TimeUnit::Year)?);
    Ok(Draft::new(Kind::Age, Value::Amount { low: years, high: None, measure }, hedge))
}

const AGED: Form<TimeUnit> =
    Form { figure, before: None, after: Some(years_or_nothing), marks: Starts::ALL, join: same };

/// “aged 69”, “at the age of forty”, “aged between 18 and 24”, “between the ages of 5 and 12”.
fn aged(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (start, _) = Frame::of(i).inputs(i);
    if !start.starts().meets(Starts::AGE.or(Starts::BETWEEN)) {
        return Err(NO);
    }
    let (i, hedge) = opt(hedge_before).parse(i)?;
    let (i, between) = opt(role(Role::Between)).parse(i)?;
    let (i, ()) = cue(AgeCue::Before).parse(i)?;
    if between.is_none()
        && let Ok((rest, years)) = years_and_days(i)
    {
        return Ok((rest, of_years(i, years, hedge)?));
    }
    let (rest, mut amount) = if between.is_some() { two_ages(i)? } else { amount(i, &AGED)? };
    amount.hedge = hedge.or(amount.hedge);
    let human = [Some(&amount.low), amount.high.as_ref()]
        .into_iter()
        .flatten()
        .all(|figure| !figure.value.is_negative() && figure.value <= Number::from(OLDEST));
    let unit = unit(i, amount.mark)?;
    if human { Ok((rest, Draft::of_amount(Kind::Age, amount, |_| Measure::Age(unit)))) } else { Err(NO) }
}

/// The “5 and 12” of “between the ages of 5 and 12”.
fn two_ages(i: Tokens<'_>) -> Parsed<'_, Amount<TimeUnit>> {
    let (rest, (low, (), high, unit)) = (figure, role(Role::And), figure, years_or_nothing).parse(i)?;
    let tokens = (i.at, rest.at);
    Ok((rest, Amount { low, high: Some(high), open: [false; 2], hedge: None, mark: unit, tokens }))
}

/// A unit of time; without one years are meant.
fn years_or_nothing(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let (rest, unit) = opt((joint, time).map(|((), unit)| unit)).parse(i)?;
    match unit {
        Some(unit) => Ok((rest, unit)),
        None if goes_on(i) || i.means(|m| matches!(m, Meaning::Percent | Meaning::Unit { .. })) => Err(NO),
        None => Ok((i, TimeUnit::Year)),
    }
}

/// The “60” of “turned 60”, “a woman of 60”, “a man (60)”, “died at 60”, “aged 50 and 60”.
fn of_person(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// Below this “died at ten” tells the hour.
    const HOURS: i64 = 12;
    if i.sentence.present.meets(Starts::AGE_WORD) && is_behind_aged(i) {
        return bare(i);
    }
    // Asked of every number.
    let marked = |places| i.before(places).is_some_and(|word| word.uses.marks.meets(Starts::BESIDE_TIME));
    if !(marked(1) || marked(2)) {
        return Err(NO);
    }
    let cue = |places: usize, wanted: AgeCue| {
        i.at.checked_sub(places).is_some_and(|at| {
            let is = |meaning: &Meaning| matches!(meaning, Meaning::Age(cue) if *cue == wanted);
            Tokens { at, ..i }.means_marked(Starts::BESIDE_TIME, is)
        })
    };
    let before = Tokens { at: i.at.checked_sub(1).ok_or(NO)?, ..i };
    let bracket = before.sees("(");
    let of = || before.means_marked(Starts::JOINT, |meaning| matches!(meaning, Meaning::Role(Role::Of)));
    let verb = i.at.checked_sub(2).filter(|_| marked(2)).and_then(|at| {
        let verb = |meaning: &Meaning| match meaning {
            Meaning::Age(verb @ (AgeCue::Once | AgeCue::Turned)) => Some(*verb),
            _ => None,
        };
        Tokens { at, ..i }.find(verb).filter(|(end, _)| end.at == i.at)
    });
    let (once, turned) = match verb {
        Some((_, verb)) => (verb == AgeCue::Once, verb == AgeCue::Turned),
        None => (false, cue(1, AgeCue::Turned)),
    };
    let person = || (bracket || of()) && cue(2, AgeCue::Person) || bracket && cue(2, AgeCue::Relative);
    if !(once || turned || person()) {
        return Err(NO);
    }
    let (start, hedge) = opt(hedge_before).parse(i)?;
    let (rest, figure) = human(start)?;
    let closed = if bracket { rest.is_glued() && rest.sees(")") } else { did(rest) || !counts(rest) };
    if !closed || once && figure.value <= Number::from(HOURS) {
        return Err(NO);
    }
    let value =
        Value::Amount { low: figure.value, high: None, measure: Measure::Age(unit(i, TimeUnit::Year)?) };
    Ok((rest, Draft::new(Kind::Age, value, hedge)))
}

/// “A woman of 71 *died*”, “a boy of six *drowned*”.
fn did(rest: Tokens<'_>) -> bool {
    let told = || rest.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Tense(false));
    !rest.is_glued() && (told() || super::date::is_past(rest))
}

/// A number that may be somebody's age.
fn human(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, figure) = figure(i)?;
    let human = (figure.bare || figure.in_words)
        && figure.value > Number::zero()
        && figure.value <= Number::from(OLDEST);
    if human { Ok((rest, figure)) } else { Err(NO) }
}

/// Whether it is one of several ages that were told with one word: the “14” of “aged 12 and 14”.
fn is_behind_aged(i: Tokens<'_>) -> bool {
    /// So many ages stand in front of the last.
    const MOST: usize = 4;
    const NUMBER: Starts = Starts::DIGITS.or(Starts::CARDINAL);
    let number = |token: Token| token.uses.begins.meets(NUMBER);
    let mut at = i.at;
    for _ in 0..MOST {
        let place = Tokens { at, ..i };
        let and = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::And | Role::Or));
        let joint = place.before(1).is_some_and(|joint| match joint.class {
            Class::Mark => joint.glued && place.text_of(joint) == ",",
            Class::Word => joint.uses.marks.meets(Starts::JOINT) && Tokens { at: at - 1, ..i }.means(and),
            Class::Digits => false,
        });
        if !joint || !place.before(2).is_some_and(number) {
            return false;
        }
        at -= 2;
        let aged = |meaning: &Meaning| *meaning == Meaning::Age(AgeCue::Before);
        let cue = place.before(3).is_some_and(|word| word.uses.begins.meets(Starts::AGE));
        if cue && (Tokens { at: at - 1, ..i }).means(aged) {
            return true;
        }
    }
    false
}

/// An age without any word that says so.
fn bare(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, figure) = human(i)?;
    if counts(rest) && !did(rest) {
        return Err(NO);
    }
    let value =
        Value::Amount { low: figure.value, high: None, measure: Measure::Age(unit(i, TimeUnit::Year)?) };
    Ok((rest, Draft::new(Kind::Age, value, None)))
}

/// Whether a number counts what stands behind it, or is a part of something else: “turned 60 acres into a park”, “turned two
/// of them away”, “turned three under”.
fn counts(rest: Tokens<'_>) -> bool {
    const WHEN: Starts = Starts::WHICH.or(Starts::DAY_WORD).or(Starts::WEEKDAY);
    let Some(next) = rest.first() else { return false };
    if next.class == Class::Mark {
        return goes_on(rest) || !next.glued && !matches!(rest.text_of(next), "—" | "–" | "(");
    }
    let other = |meaning: &Meaning| {
        matches!(meaning, Meaning::Role(Role::Of | Role::To | Role::FromWhen | Role::Per))
    };
    let stop = || rest.means_marked(Starts::STOP, |meaning| *meaning == Meaning::Stop);
    next.glued
        || next.class == Class::Digits
        || rest.means(|meaning| matches!(meaning, Meaning::Hedge { .. }))
        || rest.means(other)
        || !stop() && !rest.marks().meets(WHEN)
}

/// The “69” of “Khalilzad, 69,”: a bare number between commas behind a name.
fn apposition(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let comma = i.before(1).is_some_and(|token| token.glued && i.text_of(token) == ",");
    if !comma || is_behind_aged(i) {
        return of_person(i);
    }
    let (rest, figure) = figure(i)?;
    let before = Tokens { at: i.at.checked_sub(2).ok_or(NO)?, ..i };
    let name = i.before(2).is_some_and(|token| token.capital && token.end - token.start > 1)
        && !before.means(|meaning| matches!(meaning, Meaning::Month(_) | Meaning::Label))
        // “The driver, 19, was”
        || before.means_marked(Starts::BESIDE_TIME, |meaning| matches!(meaning, Meaning::Age(AgeCue::Person | AgeCue::Relative)));
    let closed =
        rest.first().is_none_or(|next| next.glued && matches!(rest.text_of(next), "," | "." | ";" | ")"));
    let followed_by_digits = rest.skip(1).sees_digits();
    let human = figure.bare && figure.value > Number::zero() && figure.value <= Number::from(OLDEST);
    if !(comma && name && closed && human) || followed_by_digits {
        return Err(NO);
    }
    let value =
        Value::Amount { low: figure.value, high: None, measure: Measure::Age(unit(i, TimeUnit::Year)?) };
    Ok((rest, Draft::new(Kind::Age, value, None)))
}

/// Whether tens may stand behind “his”.
pub(super) fn may_be_decade(i: Tokens<'_>) -> bool {
    /// “his”, the part, and a hyphen at most stand in front of the tens.
    const NEAR: usize = 8;
    const PART: Starts = Starts::PART.or(Starts::JOINT);
    let part = |token: &&Token| token.class == Class::Mark || token.uses.marks.meets(PART);
    let tens = || i.skip(1).rest().iter().take(NEAR).find(|token| !part(token));
    i.marks().meets(Starts::AGE)
        && tens().is_some_and(|tens| tens.uses.marks.meets(Starts::AGE_WORD.or(Starts::DIGITS)))
}

/// “his late sixties”, “her 30s”: ten years, or the part of them that is named.
fn decade(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if !may_be_decade(i) {
        return Err(NO);
    }
    let (i, ()) = cue(AgeCue::Whose).parse(i)?;
    let (i, part) = opt(part).parse(i)?;
    // “mid to late”, “early-to-mid”
    let to = |i| {
        let (i, (.., late)) = (opt(hyphen), role(Role::To), opt(hyphen), self::part).parse(i)?;
        Ok((i, late))
    };
    let (i, to) = if part.is_some() { opt(to).parse(i)? } else { (i, None) };
    let (i, _) = opt(hyphen).parse(i)?;
    let (rest, tens) = alt((in_words, in_figures)).parse(i)?;
    let years = |part| match part {
        None => (0, 9),
        Some(PartOf::Early) => (0, 4),
        Some(PartOf::Mid) => (3, 6),
        Some(PartOf::Late) => (6, 9),
    };
    let (low, high) = (years(part).0, years(to.or(part)).1);
    if low >= high {
        return Err(NO);
    }
    let age = |years: i64| Number::from(tens + years);
    let measure = Measure::Age(unit(i, TimeUnit::Year)?);
    Ok((
        rest,
        Draft::new(
            Kind::Age,
            Value::Amount { low: age(low), high: Some(Box::new(age(high))), measure },
            None,
        ),
    ))
}

fn part(i: Tokens<'_>) -> Parsed<'_, PartOf> {
    meaning(|meaning| match meaning {
        Meaning::PartOf(part) => Some(*part),
        _ => None,
    })
    .parse(i)
}

fn in_words(i: Tokens<'_>) -> Parsed<'_, i64> {
    meaning(|meaning| match meaning {
        Meaning::AgeDecade(tens) => Some(i64::from(*tens)),
        _ => None,
    })
    .parse(i)
}

/// “60s”: ten to ninety, with the ending of many.
fn in_figures(i: Tokens<'_>) -> Parsed<'_, i64> {
    let (rest, Figure { value, bare, .. }) = super::figure::numeral(i)?;
    let tens = value.to_i64().filter(|tens| bare && tens % 10 == 0 && (10..100).contains(tens)).ok_or(NO)?;
    let (rest, _) = opt(glued(alt((mark("'"), mark("’"))))).parse(rest)?;
    let (rest, ()) = glued(mark("s")).parse(rest)?;
    if rest.first().is_some_and(|token| token.glued && token.class != Class::Mark) {
        return Err(NO);
    }
    Ok((rest, tens))
}

fn cue<'a>(wanted: AgeCue) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    meaning(move |meaning| (*meaning == Meaning::Age(wanted)).then_some(()))
}

fn time(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    worded(Starts::TIME, |meaning| match meaning {
        Meaning::Time(unit) => Some(*unit),
        _ => None,
    })
    .parse(i)
}

fn unit(i: Tokens<'_>, unit: TimeUnit) -> Result<Arc<Unit>, nom::Err<()>> {
    let name = match unit {
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Year => "year",
        _ => return Err(NO),
    };
    i.sentence.language.units.get(name).ok_or(NO)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads, reads_among};

    #[test]
    fn ages_are_read() {
        reads(&[
            ("He is 69 years old.", "69 years old", "age 69 year [69, 69]"),
            ("a 69-year-old farmer", "69-year-old", "age 69 year [69, 69]"),
            ("aged 69", "aged 69", "age 69 year [69, 69]"),
            ("Women aged 65 and over", "aged 65 and over", "age 65 year at_least [65, ∞)"),
            ("pupils aged between 11 and 16", "aged between 11 and 16", "age 11..16 year [11, 16]"),
            ("between the ages of 5 and 12", "between the ages of 5 and 12", "age 5..12 year [5, 12]"),
            ("under the age of 18", "under the age of 18", "age 18 year under (∞, 18)"),
            ("died at the age of forty", "at the age of forty", "age 40 year [40, 40]"),
            ("Marta Ruiz, 34, a nurse", "34", "age 34 year [34, 34]"),
            ("a man in his late sixties", "his late sixties", "age 66..69 year [66, 69]"),
            ("a woman in her 30s", "her 30s", "age 30..39 year [30, 39]"),
            ("in her mid to late thirties", "her mid to late thirties", "age 33..39 year [33, 39]"),
            ("in his early-to-mid-60s", "his early-to-mid-60s", "age 60..66 year [60, 66]"),
            ("boys in their 20's", "their 20's", "age 20..29 year [20, 29]"),
            ("ninety five years of age", "ninety five years of age", "age 95 year [95, 95]"),
            ("a six-month-old baby", "six-month-old", "age 6 month [6, 6]"),
            ("children 3 to 5 years old", "3 to 5 years old", "age 3..5 year [3, 5]"),
        ]);
    }

    #[test]
    fn near_misses_are_no_ages() {
        ignores_kind(
            "age",
            &[
                "69 years ago",
                "On January, 12, they met",
                "the age of 5G phones",
                "the old 69",
                "rose to 5, 6, and 7",
                "the 1960s",
                "in the sixties",
                "Rooms 3, 4, 5",
                "a page 12",
                "for ages 300 people waited",
            ],
        );
    }

    #[test]
    fn a_bare_number_beside_a_person_is_an_age() {
        reads(&[
            ("He turned 60 in May.", "60", "age 60 year [60, 60]"),
            ("She has just turned eighteen.", "eighteen", "age 18 year [18, 18]"),
            ("A woman of 71 died.", "71", "age 71 year [71, 71]"),
            ("A girl of ten was hurt.", "ten", "age 10 year [10, 10]"),
            ("A man (34) was arrested.", "34", "age 34 year [34, 34]"),
            ("Her son, 12, was hurt.", "12", "age 12 year"),
            ("His widow (81) wept.", "81", "age 81 year"),
            ("The driver, 19, was hurt.", "19", "age 19 year"),
            ("He was 17 years and 82 days old.", "17 years and 82 days old", "age 17 year"),
            ("the youngest, aged 15 years and 10 months", "aged 15 years and 10 months", "age 15 year"),
            ("A man of about 60 was seen.", "about 60", "age 60 year about"),
            ("A boy of six drowned.", "six", "age 6 year"),
            ("He will turn 81 next month.", "81", "age 81 year"),
            ("She died at 83.", "83", "age 83 year"),
            ("He retired at 60 and died at 90.", "60", "age 60 year"),
            ("She fell ill, aged just 41.", "aged just 41", "age 41 year"),
        ]);
        reads_among("2024-05-14", "Boys aged 12 and 14 sang.", "14", "age 14 year");
        reads_among("2024-05-14", "Girls aged 3, 5 and 7 sang.", "7", "age 7 year");
        // No hour of the day, no house, no other count.
        reads_among("2024-05-14", "He died at 10 on Friday.", "10", "number 10");
        reads_among("2024-05-14", "Boys aged 12 and two men sang.", "two", "number 2");
        ignores_kind(
            "age",
            &[
                "It turned 60 acres into a park.",
                "She turned two of them away.",
                "He turned three under par.",
                "It turned 20 into 30.",
                "He turned 180 in 1990.",
                "a child of two teachers",
                "a man of 20 stone",
                "a group of 71 women",
                "men (34) and women (20)",
                "a man (1950) by Bacon",
                "He died at 83 Main Street.",
                "He died at ten.",
                "The driver, 19 of them, left.",
                "a driver of 20 lorries",
                "A mother of three was hurt.",
                "a father of two, was hurt",
                "a span of two years and three months",
                "It will turn 60 acres into a park.",
            ],
        );
    }
}
