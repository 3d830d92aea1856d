//! A length of time beside its two ends: “the 14-month period from 29 February 2020 to 30 April 2021”.
//!
//! Both ends may count or none, a year is any of its days, and a length is rounded to its unit: all that
//! agrees in one of these readings passes.

use super::calendar::{Stretch, ends};
use super::needs::{Need, Sentences};
use super::prose::{Sentence, first_word, with_number, words};
use super::signs::Signs;
use super::{Check, Run, Said, slip};
use crate::claims::{Claim, Kind};
use crate::language::{Meaning, Role, Told};
use crate::span::Span;
use crate::value::{Bound, DateUnit, Duration, Extent, Interval, Number, TimeUnit, Value};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "duration-mismatch",
    file: ("rules/checks/duration-mismatch.yaml", include_str!("../../rules/checks/duration-mismatch.yaml")),
    run: Run::Sentences { needs: &[Need::of(Kind::Duration).and(Signs::of(Kind::DateRange))], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        for number in 1..sentence.claims.len() {
            let (one, other) = (&sentence.claims[number - 1], &sentence.claims[number]);
            let found = match (one.kind, other.kind) {
                (Kind::Duration, Kind::DateRange) if range_behind(&sentence, number - 1) => {
                    look(&sentence, (number - 1, one), other)
                }
                (Kind::DateRange, Kind::Duration) if length_behind(&sentence, number) => {
                    look(&sentence, (number, other), one)
                }
                // A shorter time may be a part of it.
                (Kind::DateRange, Kind::Duration) if apposed(&sentence, number) && is_longer(other, one) => {
                    look(&sentence, (number, other), one)
                }
                _ => None,
            };
            said.extend(found);
        }
    }
    said
}

/// So many words may stand between “five-year” and what lasted so long: “five-year economic plan”.
const NOUN: usize = 3;

/// “Three years from”, “the 14-month period from”, “five-year plan (”.
fn range_behind(sentence: &Sentence<'_>, number: usize) -> bool {
    let article = sentence.article;
    let (length, range) = (&sentence.claims[number], &sentence.claims[number + 1]);
    if counted(sentence, number) {
        return false;
    }
    let between = sentence.between(length, range);
    let first = first_word(sentence.text_of(range)).0;
    let bracket = between.trim_end().ends_with('(');
    // “Two years between 1990 and 1995” is some time in these.
    if article.is(first, &Meaning::Role(Role::Between)) && !is_definite(sentence, length) {
        return false;
    }
    let noun: Vec<&str> = words(between).collect();
    match noun.last() {
        None => !between.contains([';', ':', ')', '?', '-']),
        Some(last) => {
            let joined = bracket || between.ends_with(' ') && !between.contains([',', '.', ';', ':', ')']);
            let thing = article.is(last, &Meaning::Told(Told::Stretch));
            let rest = &noun[..noun.len() - 1];
            joined && thing && noun.len() <= NOUN && !rest.iter().any(|word| article.is(word, &Meaning::Stop))
        }
    }
}

/// “From 2010 to 2015, a four-year period”, “2010–2015 (5 years)”, “…, four years in all”.
fn length_behind(sentence: &Sentence<'_>, number: usize) -> bool {
    let article = sentence.article;
    let (range, length) = (&sentence.claims[number - 1], &sentence.claims[number]);
    let between = sentence.between(range, length);
    let behind = sentence.behind(length);
    let bracketed = between.trim() == "(" || between.trim() == "," && sentence.before(range).ends_with('(');
    if bracketed && behind.starts_with(')') {
        return true;
    }
    // “From 1815 to 1853, twenty-eight years, no great power fought”.
    let from = article.is(first_word(sentence.text_of(range)).0, &Meaning::Role(Role::From));
    let next = behind.trim_start_matches([',', ' ']).chars().next();
    let goes_on = next.is_some_and(char::is_alphabetic);
    if between == ", " && from && behind.starts_with(", ") && goes_on {
        return true;
    }
    let thin = words(between).all(|word| {
        article.is(word, &Meaning::Stop) && !article.is(word, &Meaning::ClauseBreak)
            || article.is(word, &Meaning::Told(Told::Stretch))
            || article.is(word, &Meaning::Told(Told::InAll))
            || article.is(word, &Meaning::Role(Role::Whole))
    });
    if !thin || between.contains([';', ':', '.', '?']) || words(between).count() > NOUN {
        return false;
    }
    if article.tells(between, Told::Stretch) || article.tells(between, Told::InAll) {
        return true;
    }
    let near = behind.get(..behind.find([',', ';', '.']).unwrap_or(behind.len())).unwrap_or_default();
    if article
        .language
        .lexicon
        .find(near, &article.tokens(near), |own| (*own == Meaning::Told(Told::InAll)).then_some(()))
        .is_some()
    {
        return true;
    }
    let comma = between.trim_start().starts_with([',', '—', '–']);
    let noun: Vec<&str> = words(near).take(NOUN).collect();
    let thing = noun.iter().position(|word| article.is(word, &Meaning::Told(Told::Stretch)));
    let hyphen = sentence.text_of(length).contains('-');
    comma && hyphen && thing.is_some_and(|at| !noun[..at].iter().any(|word| article.is(word, &Meaning::Stop)))
}

/// “Mayor from 2011 to 2021, fourteen years.”, “between 1887 and 1894, nine years of work.”
fn apposed(sentence: &Sentence<'_>, number: usize) -> bool {
    let article = sentence.article;
    let (range, length) = (&sentence.claims[number - 1], &sentence.claims[number]);
    let first = first_word(sentence.text_of(range)).0;
    let both = [Role::From, Role::Between].iter().any(|role| article.is(first, &Meaning::Role(*role)));
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['.', ',', ';', ')']);
    let behind = sentence.behind(length);
    let of_work = || {
        let (of, rest) = first_word(behind);
        let (noun, rest) = first_word(rest);
        let plain = noun.starts_with(char::is_lowercase) && !article.is(noun, &Meaning::Stop);
        article.is(of, &Meaning::Role(Role::Of)) && plain && ends(rest)
    };
    both && sentence.between(range, length) == ", " && (ends(behind) || of_work())
}

/// Whether a length is more than the days from one end to the other, or fits them.
fn is_longer(length: &Claim, range: &Claim) -> bool {
    let Some((start, end)) = ends(&range.value) else { return false };
    let Some(Extent::Amount(days)) = &length.extent else { return false };
    bound(&days.hi).is_some_and(|hi| *hi >= Number::from(start.days_to(end).0))
}

/// “Two three-year terms”, “every three years”, “two years and a month”.
fn counted(sentence: &Sentence<'_>, number: usize) -> bool {
    let article = sentence.article;
    let length = &sentence.claims[number];
    let before = sentence.before(length);
    let touches = sentence
        .previous(number)
        .is_some_and(|own| own.kind == Kind::Number && sentence.between(own, length).trim().is_empty());
    let part = sentence.previous(number).is_some_and(|own| {
        own.kind == Kind::Duration
            && words(sentence.between(own, length)).all(|word| article.is(word, &Meaning::Role(Role::And)))
    });
    let last = words(before).last().unwrap_or_default();
    touches
        || part
        || article.is(last, &Meaning::Role(Role::Every))
        || article.is(last, &Meaning::Role(Role::Per))
}

/// “The five years between 1990 and 1995” are all of them.
fn is_definite(sentence: &Sentence<'_>, length: &Claim) -> bool {
    let the = |word: &str| sentence.article.is(word, &Meaning::Role(Role::The));
    the(first_word(sentence.text_of(length)).0) || words(sentence.before(length)).last().is_some_and(the)
}

fn look(sentence: &Sentence<'_>, (number, length): (usize, &Claim), range: &Claim) -> Option<Said> {
    /// Beyond so many times as long, something else is counted: “the ten-day festival (1990–2005)”.
    const ANOTHER: i64 = 5;
    if is_name_or_part(sentence, length) || has_another_stretch(sentence, number, range) {
        return None;
    }
    let (start, end) = ends(&range.value)?;
    let (least, most) = start.days_to(end);
    let Value::Duration { low, high } = &length.value else { return None };
    let (amount, unit) = low.parts().last()?;
    let size = days_of(*unit)?;
    if most <= 0 {
        return None;
    }
    let Some(Extent::Amount(days)) = &length.extent else { return None };
    // “A decade” is written without a figure that could be rounded, and is rounded all the same.
    let half = Number::ratio(if is_narrow(days) { size } else { 0 }, 2);
    let real = Interval::between(Number::from(least) - half.clone(), Number::from(most) + half);
    let written = sentence.text_of(length);
    let far = |interval: &Interval<Number>| {
        let (lo, hi) = (bound(&interval.lo), bound(&interval.hi));
        lo.is_some_and(|lo| *lo > Number::from(most * ANOTHER))
            || hi.is_some_and(|hi| hi * &Number::from(ANOTHER) < Number::from(least))
    };
    if far(days) {
        return None;
    }
    let is = in_words(*unit, least, most);
    let when = sentence.text_of(range);
    let at = sentence.first + number;
    if days.meets(&real) {
        let message = format!("“{written}” fits “{when}”, which is {is}");
        return Some(Said::agrees(at, CHECK.id, Some(is), message));
    }
    let mut corrections = Vec::new();
    if high.is_none() && length.hedge.is_none() && amount.is_integer() && low.parts().len() == 1 {
        corrections.extend(other_length(sentence, length, *unit, (start, end)));
        corrections.extend(other_end(sentence, range, amount, *unit));
    }
    let exact = high.is_none() && length.hedge.is_none();
    let notes = exact.then(|| slip_in((low, *unit), range)).flatten();
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(is.clone()),
        message: format!("the text says “{written}”, but “{when}” is {is}"),
        labels: vec![(length.span, String::new()), (range.span, is)],
        notes: notes.into_iter().collect(),
        corrections,
        ..Finding::default()
    };
    Some(Said { claim: at, outcome: Outcome::Contradicts, finding })
}

/// “Eight years, from 1998 to 2002 and from 2006 to 2010”, “… and then as director to 1990”.
fn has_another_stretch(sentence: &Sentence<'_>, number: usize, range: &Claim) -> bool {
    /// Claims to either side that are looked at.
    const NEAR: usize = 12;
    let to = |claim: &Claim| {
        let before = words(sentence.before(claim)).last().unwrap_or_default();
        sentence.article.is(before, &Meaning::Role(Role::To))
    };
    let near = sentence.claims.iter().skip(number.saturating_sub(NEAR)).take(2 * NEAR);
    let mut others = near.filter(|other| other.span != range.span);
    others.any(|other| match &other.value {
        Value::DateRange { start: Some(_), end: Some(_) } => true,
        Value::DateRange { .. } | Value::Date(_) => {
            to(other) || sentence.article.is(first_word(sentence.text_of(other)).0, &Meaning::Role(Role::To))
        }
        _ => false,
    })
}

/// Whether an interval is no wider than months differ.
fn is_narrow(days: &Interval<Number>) -> bool {
    const MONTHS_DIFFER: i64 = 4;
    let (Some(lo), Some(hi)) = (bound(&days.lo), bound(&days.hi)) else { return false };
    hi - lo <= Number::from(MONTHS_DIFFER)
}

fn bound(bound: &Bound<Number>) -> Option<&Number> {
    bound.value()
}

/// “The Seven Years War” is a name, and “the first five years” are a part of the time.
fn is_name_or_part(sentence: &Sentence<'_>, length: &Claim) -> bool {
    let article = sentence.article;
    let part = |own: &Meaning| matches!(own, Meaning::Ordinal(_) | Meaning::Which { .. });
    let text = sentence.text_of(length);
    let parts = words(text)
        .any(|word| article.language.lexicon.meaning_of(word, |own| part(own).then_some(())).is_some());
    parts || words(text).skip(1).any(|word| word.starts_with(char::is_uppercase))
}

/// Days in a unit that counts days or more; hours and minutes have no ends that are days.
fn days_of(unit: TimeUnit) -> Option<i64> {
    match unit {
        TimeUnit::Day => Some(1),
        TimeUnit::Week => Some(7),
        TimeUnit::Fortnight => Some(14),
        TimeUnit::Month => Some(30),
        TimeUnit::Quarter => Some(91),
        TimeUnit::Year => Some(365),
        TimeUnit::Decade => Some(3_652),
        TimeUnit::Century => Some(36_524),
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => None,
    }
}

/// “4 to 6 years”, “14 months”, “9 to 10 days”.
fn in_words(unit: TimeUnit, least: i64, most: i64) -> String {
    let (part, name) = match unit {
        TimeUnit::Day => (Number::from(1), "day"),
        TimeUnit::Week | TimeUnit::Fortnight => (Number::ratio(1, 7), "week"),
        TimeUnit::Month | TimeUnit::Quarter => (Number::ratio(4_800, 146_097), "month"),
        _ => (Number::ratio(400, 146_097), "year"),
    };
    let count = |days: i64| (Number::from(days) * part.clone()).rounded(1);
    let (few, many) = (count(least.max(0)), count(most));
    if few == many { format!("{few} {name}s") } else { format!("{few} to {many} {name}s") }
}

/// The length that the two ends have.
fn other_length(
    sentence: &Sentence<'_>,
    length: &Claim,
    unit: TimeUnit,
    (start, end): (Stretch, Stretch),
) -> Option<(Span, String, String)> {
    let size = days_of(unit)?;
    let days = if unit == TimeUnit::Day { end.last - start.first + 1 } else { end.first - start.first };
    let count = (days + size / 2) / size;
    let (span, number) = with_number(sentence.article, sentence.text_of(length), count)?;
    let offer = format!("write “{number}” if the dates are right");
    // “1 years” would be no better.
    (count > 1).then(|| (span.shifted(length.span.start), number, offer))
}

/// Which slip in the years or their number would explain it.
fn slip_in((length, unit): (&Duration, TimeUnit), range: &Claim) -> Option<String> {
    let Value::DateRange { start: Some(start), end: Some(end) } = &range.value else { return None };
    let (DateUnit::Year(from), DateUnit::Year(to), TimeUnit::Year) = (start.unit, end.unit, unit) else {
        return None;
    };
    let [(years, _)] = length.parts() else { return None };
    let told = [years.to_i64()?, from.into(), to.into()];
    slip::hint_of_whole(&told, |place, value| {
        let mut meant = told;
        meant[place] = value;
        meant[2] - meant[1] == meant[0]
    })
}

/// The year in which it would have ended.
fn other_end(
    sentence: &Sentence<'_>,
    range: &Claim,
    amount: &Number,
    unit: TimeUnit,
) -> Option<(Span, String, String)> {
    let Value::DateRange { start: Some(start), end: Some(end) } = &range.value else { return None };
    let (DateUnit::Year(from), DateUnit::Year(to), TimeUnit::Year) = (start.unit, end.unit, unit) else {
        return None;
    };
    let written = to.to_string();
    let at = range.span.end.checked_sub(u32::try_from(written.len()).ok()?)?;
    let span = Span::new(at, range.span.end);
    let year = (Number::from(i64::from(from)) + amount.clone()).to_string();
    let offer = format!("write “{year}” if the length is right");
    (sentence.text.get(span.range()) == Some(written.as_str())).then_some((span, year, offer))
}
