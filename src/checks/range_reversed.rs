//! A range that ends before it begins: “from 2015 to 2010”, “between 50 and 40 people”, “aged 12 to 6”.

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, first_word, words};
use super::signs::Signs;
use super::{Check, Run, Said};
use crate::claims::{Claim, Kind};
use crate::language::{Meaning, Role, Starts, Told};
use crate::span::Span;
use crate::value::{DateUnit, Measure, Number, PartialDate, Value};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "range-reversed",
    file: ("rules/checks/range-reversed.yaml", include_str!("../../rules/checks/range-reversed.yaml")),
    run: Run::Sentences {
        needs: &[
            Need::of(Kind::DateRange),
            Need::shown_by(Signs::RANGE).with(Starts::BETWEEN),
            Need::of(Kind::Age).and(Signs::TWO),
        ],
        run,
    },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        for (number, claim) in sentence.claims.iter().enumerate() {
            let reversed = match &claim.value {
                Value::DateRange { start: Some(start), end: Some(end) } => {
                    dates(&sentence, claim, start, end)
                }
                Value::Amount { low, high: Some(high), measure } => {
                    amounts(&sentence, claim, (low, &**high), measure)
                }
                Value::Amount { low, high: None, measure: Measure::Age(_) } => ages(&sentence, number, low),
                _ => continue,
            };
            let Some((outcome, span)) = reversed else { continue };
            let at = sentence.first + number;
            said.push(match outcome {
                Outcome::Agrees => {
                    let text = sentence.text.get(span.range()).unwrap_or_default();
                    let message = format!("“{text}” ends no earlier than it begins");
                    Said::agrees(at, CHECK.id, None, message)
                }
                outcome => Said { claim: at, outcome, finding: finding(&sentence, span) },
            });
        }
    }
    said
}

fn outcome(right: bool, span: Span) -> (Outcome, Span) {
    (if right { Outcome::Agrees } else { Outcome::Contradicts }, span)
}

fn dates(
    sentence: &Sentence<'_>,
    claim: &Claim,
    start: &PartialDate,
    end: &PartialDate,
) -> Option<(Outcome, Span)> {
    let text = sentence.text_of(claim);
    let (first, last) = (Stretch::of(start)?, Stretch::of(end)?);
    // “Tuesday to Sunday, May 1” are the days on which something is, from that day on.
    let named = text.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let weekday = |word: &&str| {
        let named = |own: &Meaning| matches!(own, Meaning::Weekday(_)).then_some(());
        sentence.article.language.lexicon.meaning_of(word, named).is_some()
    };
    if words(named).filter(weekday).count() > 1 {
        return None;
    }
    // “From May 12 to May 9, 2021”: that the first is a year before the second, nobody means.
    if let (DateUnit::Day { month, day, .. }, DateUnit::Day { month: other, day: before, .. }) =
        (start.unit, end.unit)
        && (month, true) == (other, before < day)
        && claim.days().count() == 2
        && (start.year() < end.year() && start.year().is_some_and(|year| !text.contains(&year.to_string())))
    {
        return Some(outcome(false, claim.span));
    }
    if first.first <= last.last {
        return Some(outcome(true, claim.span));
    }
    // Only what is written counts, not what the document's date or another date adds.
    let written = |date: &PartialDate| match date.unit {
        DateUnit::Day { year, .. } | DateUnit::Month { year, .. } => year.is_some(),
        DateUnit::Year(_) => true,
        _ => false,
    };
    let years = |date: &PartialDate| date.year().is_some_and(|year| text.contains(&year.to_string()));
    let same_year = start.year() == end.year();
    let told = written(start) && written(end) && years(end) && (years(start) || same_year);
    (told && !is_another_thing(sentence, claim, end)).then(|| outcome(false, claim.span))
}

/// “Moved from 2020 to 2019”, “from 2015 to 1990 levels”, “back from 2015 to 2010”, “300–200 BC”,
/// “between 2010 and 2009's low”.
fn is_another_thing(sentence: &Sentence<'_>, claim: &Claim, end: &PartialDate) -> bool {
    const NEAR: usize = 6;
    let article = sentence.article;
    let text = sentence.text_of(claim);
    let behind = sentence.behind(claim);
    let before: Vec<&str> = words(sentence.before(claim)).collect();
    let near = &before[before.len().saturating_sub(NEAR)..];
    let from = article.is(first_word(text).0, &Meaning::Role(Role::From));
    let changed = near.iter().any(|word| article.is(word, &Meaning::Told(Told::Changed)));
    let behind_changed = words(behind).take(NEAR).any(|word| article.is(word, &Meaning::Told(Told::Changed)));
    // A number that goes on is no range of years: 1984-1949-2.
    let glued = behind.starts_with(|c: char| {
        c.is_alphanumeric()
            || matches!(c, '-' | '–' | '/' | '.') && {
                behind[c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
            }
    });
    let glued_before = sentence
        .before(claim)
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '+' | '.'));
    (from || text.contains(char::is_whitespace)) && changed
        || behind_changed
        // “Between 2010 and 2009's low” ends at the low.
        || behind.starts_with(['\'', '’'])
        || counts_down(sentence, claim)
        || glued
        || glued_before
        || from && matches!(end.unit, DateUnit::Year(_)) && article.noun_follows(claim)
}

/// “300–200 BC”. The era's first letter may have been read as something else.
fn counts_down(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    const NEAR: usize = 30;
    let text = sentence.text;
    let end = text.floor_char_boundary((claim.span.end as usize + NEAR).min(sentence.span.end as usize));
    text.get(claim.span.start as usize..end)
        .is_some_and(|near| sentence.article.means(near, &Meaning::Era(true)))
}

/// “Between 50 and 40”; what goes from one to another may fall.
fn amounts(
    sentence: &Sentence<'_>,
    claim: &Claim,
    (low, high): (&Number, &Number),
    measure: &Measure,
) -> Option<(Outcome, Span)> {
    let article = sentence.article;
    let between = article.is(first_word(sentence.text_of(claim)).0, &Meaning::Role(Role::Between));
    if !between {
        return None;
    }
    if low <= high {
        return Some(outcome(true, claim.span));
    }
    // “Open between 10 and 5”: hours of the day turn.
    let hours = matches!(measure, Measure::Count) && *low <= Number::from(24);
    // Without a noun it is not known what is counted: the highest and lowest of a day at the exchange.
    let bare = matches!(measure, Measure::Count) && claim.noun.is_none();
    let and = words(sentence.text_of(claim)).any(|word| article.is(word, &Meaning::Role(Role::And)));
    // “Between 60 and 40 degrees north”: from the pole to the equator.
    let degrees = matches!(measure, Measure::Unit(unit) if &*unit.name == "degree");
    let goes_on = sentence.text_of(claim).contains(['-', '–', '/']);
    let below_zero = low.is_negative() || high.is_negative();
    let before: Vec<&str> = words(sentence.before(claim)).collect();
    let apart = before.iter().rev().take(3).any(|word| article.is(word, &Meaning::Told(Told::Apart)));
    (!hours && !degrees && !counts_down(sentence, claim) && !goes_on && !bare && and && !below_zero && !apart)
        .then(|| outcome(false, claim.span))
}

/// “Aged 12 to 6”: the grammar of ages reads the first of the two.
fn ages(sentence: &Sentence<'_>, number: usize, low: &Number) -> Option<(Outcome, Span)> {
    let (claim, next) = (&sentence.claims[number], sentence.claims.get(number + 1)?);
    let Value::Amount { low: high, high: None, measure: Measure::Count | Measure::Age(_) } = &next.value
    else {
        return None;
    };
    let joint = sentence.between(claim, next).trim();
    let to = matches!(joint, "-" | "–") || sentence.article.is(joint, &Meaning::Role(Role::To));
    let Value::Amount { measure: Measure::Age(unit), .. } = &claim.value else { return None };
    let months =
        matches!(&next.value, Value::Amount { measure: Measure::Age(own), .. } if own.name != unit.name);
    let time_behind =
        sentence.article.language.lexicon.meaning_of(first_word(sentence.behind(next)).0, |own| {
            matches!(own, Meaning::Time(unit) if *unit != crate::value::TimeUnit::Year).then_some(())
        });
    let plain = next.kind == Kind::Number || next.kind == Kind::Age;
    if !to || months || !plain || time_behind.is_some() || claim.hedge.is_some() || &*unit.name != "year" {
        return None;
    }
    Some(outcome(low <= high, claim.span.to(next.span)))
}

fn finding(sentence: &Sentence<'_>, span: Span) -> Finding {
    let text = sentence.text.get(span.range()).unwrap_or_default();
    Finding {
        rule: CHECK.id,
        message: format!("the text says “{text}”, which ends before it begins"),
        labels: vec![(span, "the second is the smaller".into())],
        ..Finding::default()
    }
}
