//! Tables of hits and near misses.

use super::grammar::{Sentence, Tokens};
use super::memory::Memory;
use super::resolve::Context;
use super::{Claim, Rounding, scan};
use crate::language::Language;
use crate::value::{Bound, Extent, Interval, Value, day_from_number};

thread_local! {
    static ENGLISH: Language = Language::english();
}

pub(super) fn claims_of(text: &str) -> Vec<Claim> {
    claims_on(None, text)
}

fn claims_on(date: Option<jiff::civil::Date>, text: &str) -> Vec<Claim> {
    let mut claims = Vec::new();
    ENGLISH.with(|english| {
        let mut context = Context::new(english, date);
        scan::scan(text, english, (&mut Vec::new(), &Memory::new()), |span, draft| {
            let told = draft.tells_a_date();
            let claim = draft.take_claim(span, Rounding::Zeros, &context);
            if told {
                context.speak_of(&claim);
            }
            claims.push(claim);
        });
    });
    claims
}

/// Looks at a text from each of its tokens on.
pub(super) fn look_from_each(text: &str, mut look: impl FnMut(Tokens<'_>)) {
    ENGLISH.with(|english| {
        let mut tokens = Vec::new();
        let present = english.lexicon.tokenize(text, &mut tokens);
        for at in 0..tokens.len() {
            look(Tokens { sentence: &Sentence::new(text, &tokens, present, english, &Memory::new()), at });
        }
    });
}

/// As [`reads`], in a document of a date.
#[track_caller]
pub(super) fn reads_on(date: &str, rows: &[(&str, &str, &str)]) {
    let date = date.parse().expect("a date");
    for (text, words, expected) in rows {
        let claims = claims_on(Some(date), text);
        let Some(claim) = claims.first() else { panic!("nothing read in {text:?}") };
        compare(text, claim, words, expected);
    }
}

/// A claim that stands anywhere in the text.
#[track_caller]
pub(super) fn reads_among(date: &str, text: &str, words: &str, expected: &str) {
    let claims = claims_on(Some(date.parse().expect("a date")), text);
    let claim = claims.iter().find(|claim| &text[claim.span.range()] == words);
    compare(text, claim.unwrap_or_else(|| panic!("{words:?} is not read in {text:?}")), words, expected);
}

/// Each row: a sentence, the words of its first claim, and how the claim prints. A row may print less
/// than the claim: the interval is compared where it is given.
#[track_caller]
pub(super) fn reads(rows: &[(&str, &str, &str)]) {
    for (text, words, expected) in rows {
        let claims = claims_of(text);
        let Some(claim) = claims.first() else { panic!("nothing read in {text:?}") };
        compare(text, claim, words, expected);
    }
}

#[track_caller]
fn compare(text: &str, claim: &Claim, words: &str, expected: &str) {
    assert_eq!(words, &text[claim.span.range()], "in {text:?}: {claim:?}");
    let printed = print(claim);
    let compared = if expected.contains('[') || expected.contains('(') {
        printed.as_str()
    } else {
        printed.split(" [").next().unwrap_or(&printed).split(" (").next().unwrap_or(&printed)
    };
    assert_eq!(expected, compared, "in {text:?}");
}

/// No claim of any kind is read in these.
#[track_caller]
pub(super) fn ignores(texts: &[&str]) {
    for text in texts {
        let claims = claims_of(text);
        assert!(claims.is_empty(), "in {text:?}: {:?}", claims.iter().map(print).collect::<Vec<_>>());
    }
}

/// No claim of this kind is read in these.
#[track_caller]
pub(super) fn ignores_kind(kind: &str, texts: &[&str]) {
    for text in texts {
        let found: Vec<_> =
            claims_of(text).iter().map(print).filter(|claim| claim.starts_with(kind)).collect();
        assert!(found.is_empty(), "in {text:?}: {found:?}");
    }
}

fn print(claim: &Claim) -> String {
    let mut out = format!("{} {}", claim.kind.name(), value(&claim.value));
    if let Some(hedge) = claim.hedge {
        out.push(' ');
        out.push_str(hedge.name());
    }
    match &claim.extent {
        Some(Extent::Amount(interval)) => out + " " + &ends(interval, ToString::to_string),
        Some(Extent::Days(days)) => {
            out + " "
                + &ends(days, |day| day_from_number(*day).map_or_else(String::new, |day| day.to_string()))
        }
        None => out,
    }
}

fn value(value: &Value) -> String {
    let range = |low: String, high: Option<String>| high.map_or(low.clone(), |high| format!("{low}..{high}"));
    match value {
        Value::Amount { low, high, measure } => {
            let amount = range(low.to_string(), high.as_ref().map(ToString::to_string));
            match measure {
                crate::value::Measure::Money(crate::value::Currency::One(code)) => format!("{amount} {code}"),
                crate::value::Measure::Unit(unit) | crate::value::Measure::Age(unit) => {
                    format!("{amount} {}", unit.name)
                }
                _ => amount,
            }
        }
        Value::Duration { low, high } => range(low.to_string(), high.as_ref().map(ToString::to_string)),
        Value::Date(date) => date.to_string(),
        Value::DateRange { start, end } => {
            let end_of = |date: &Option<_>| date.as_ref().map_or_else(String::new, ToString::to_string);
            format!("{}/{}", end_of(start), end_of(end))
        }
    }
}

fn ends<T>(interval: &Interval<T>, show: impl Fn(&T) -> String) -> String {
    let lo = match &interval.lo {
        Bound::Open => "(∞".to_owned(),
        Bound::Included(value) => format!("[{}", show(value)),
        Bound::Excluded(value) => format!("({}", show(value)),
    };
    let hi = match &interval.hi {
        Bound::Open => "∞)".to_owned(),
        Bound::Included(value) => format!("{}]", show(value)),
        Bound::Excluded(value) => format!("{})", show(value)),
    };
    format!("{lo}, {hi}")
}
