//! A date that counts from today beside one that does not: “yesterday, Monday”, “three years ago, in 2015”.
//!
//! Today is the document's date. “Last year, in 2018” names one time in two ways, and both must be possible.

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, words};
use super::signs::Signs;
use super::{Article, Check, Run, Said};
use crate::claims::{Claim, Kind, read_value};
use crate::language::{Meaning, Role, Told};
use crate::value::{DateUnit, Number, TimeUnit, Value, Weekday};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "relative-date",
    file: ("rules/checks/relative-date.yaml", include_str!("../../rules/checks/relative-date.yaml")),
    run: Run::Sentences { needs: &[Need::shown_by(Signs::two_of(Kind::Date).or(Signs::DATED_TEXT))], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        for number in 1..sentence.claims.len() {
            said.extend(look(&sentence, number));
        }
    }
    said
}

/// Days of a stretch that is a year or nearly one.
const A_YEAR: i64 = 300;

/// What a relative date comes to.
enum Meant {
    /// Days that it may be.
    Days(Stretch),
    /// One day; a weekday may stand for it.
    Day(Stretch),
}

fn look(sentence: &Sentence<'_>, number: usize) -> Option<Said> {
    let article = sentence.article;
    let (one, other) = (sentence.previous(number)?, &sentence.claims[number]);
    if one.kind != Kind::Date
        || other.kind != Kind::Date
        || !joined(sentence, one, other)
        || listed(sentence, number)
        || sentence.is_quoted(one)
    {
        return None;
    }
    let (relative, absolute) = match (meant(sentence, one), meant(sentence, other)) {
        (Some(meant), None) => (meant, other),
        (None, Some(meant)) => (meant, one),
        _ => return None,
    };
    let counted = if std::ptr::eq(absolute, one) { other } else { one };
    let right = match (&relative, weekday(article, sentence.text_of(absolute))) {
        (Meant::Day(day), Some(weekday)) => crate::value::day_from_number(day.first)?.weekday() == weekday,
        (Meant::Days(_), Some(_)) => return None,
        (Meant::Day(days) | Meant::Days(days), None) => {
            let dated = Stretch::of_value(&absolute.value)?;
            let Value::Date(date) = &absolute.value else { return None };
            let known = sentence.has_year(absolute)
                || matches!(date.unit, DateUnit::Day { .. } | DateUnit::Month { .. });
            // “March last year” is read as one date; a year that was added may be another.
            // “On Sunday, July 11, last year”: the year is told by the other.
            let year = days.last - days.first >= A_YEAR && !sentence.has_year(absolute);
            if !known || year || absolute.hedge.is_some() {
                return None;
            }
            days.meets(dated)
        }
    };
    let today = article.document.date?;
    let (Meant::Day(days) | Meant::Days(days)) = relative;
    let is = in_words(article, days)?;
    let (said, when) = (sentence.text_of(absolute), sentence.text_of(counted));
    let today = article.language.day_in_words(today);
    let at = sentence.first + if std::ptr::eq(absolute, one) { number - 1 } else { number };
    if right {
        let message = format!("in a text of {today} “{when}” is {is}, which fits “{said}”");
        return Some(Said::agrees(at, CHECK.id, Some(is), message));
    }
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(is.clone()),
        message: format!("the text says “{when}” and “{said}”, but in a text of {today} “{when}” is {is}"),
        labels: vec![(absolute.span, format!("“{when}” is {is}")), (counted.span, String::new())],
        ..Finding::default()
    };
    Some(Said { claim: at, outcome: Outcome::Contradicts, finding })
}

/// “, ”, “ (”, “, in ”, “ in ”.
fn joined(sentence: &Sentence<'_>, one: &Claim, other: &Claim) -> bool {
    let between = sentence.between(one, other);
    let list: Vec<&str> = words(between).collect();
    let preposition = |word: &&str| {
        sentence.article.is(word, &Meaning::Role(Role::In))
            || sentence.article.is(word, &Meaning::Told(Told::On))
    };
    let marks = between.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).collect::<String>();
    let marked = matches!(marks.as_str(), "," | "(" | "–" | "—");
    let behind = sentence.behind(other);
    let capital = words(behind).next().is_some_and(|word| word.starts_with(char::is_uppercase));
    // “Compared with last year, 2018 was warm.”
    let ends = match (marks.as_str(), list.len()) {
        ("(", _) => behind.starts_with(')'),
        (_, 0) => {
            behind.is_empty()
                || behind.starts_with([',', '.', ';', ')', '–', '—'])
                || behind.starts_with(" –")
        }
        _ => !behind.starts_with(' ') || !capital,
    };
    ends && list.len() <= 1 && list.iter().all(preposition) && (marked || marks.is_empty() && list.len() == 1)
}

/// “Last year, in 2018 and in 2017” is a list.
fn listed(sentence: &Sentence<'_>, number: usize) -> bool {
    let article = sentence.article;
    let before = sentence.previous(number).map(|one| sentence.before(one)).unwrap_or_default();
    let joins = |word: &str| [Role::And, Role::Or].iter().any(|role| article.is(word, &Meaning::Role(*role)));
    let behind = sentence.behind(&sentence.claims[number]);
    let next = sentence.claims.get(number + 1).is_some_and(|next| {
        matches!(next.kind, Kind::Date | Kind::DateRange)
            && words(sentence.between(&sentence.claims[number], next)).count() <= 2
    });
    let compared = words(before).last().is_some_and(joins);
    next || compared || words(behind).next().is_some_and(joins) && behind.starts_with(' ')
}

/// The days of a date that counts from today; `None` if it does not.
fn meant(sentence: &Sentence<'_>, claim: &Claim) -> Option<Meant> {
    let article = sentence.article;
    let text = sentence.text_of(claim);
    let tokens = article.tokens(text);
    let find = |at: usize, wanted: fn(&Meaning) -> bool| {
        article.language.lexicon.find(text, &tokens[at..], |own| wanted(own).then_some(())).is_some()
    };
    let has = |wanted: fn(&Meaning) -> bool| (0..tokens.len()).any(|at| find(at, wanted));
    let days = Stretch::of_value(&claim.value)?;
    if has(|own| matches!(own, Meaning::Told(Told::Ago))) {
        return ago(article, claim, text).map(Meant::Days);
    }
    if has(|own| matches!(own, Meaning::DayWord(_))) {
        return Some(Meant::Day(days));
    }
    let which = has(|own| matches!(own, Meaning::Which { spoken: false, .. }));
    let plain = !has(|own| matches!(own, Meaning::Weekday(_) | Meaning::Month(_) | Meaning::Season(_)));
    let Value::Date(date) = &claim.value else { return None };
    // A week is loosely meant, and a business year is no calendar year.
    let wide = match date.unit {
        DateUnit::Year(_) | DateUnit::Month { .. } => days,
        DateUnit::Week { .. } => days.widened(6),
        _ => return None,
    };
    (which && plain && words(text).count() <= 2 && claim.hedge.is_none()).then_some(Meant::Days(wide))
}

/// “Three years ago” is half a year wide on both sides, and a round number wider.
fn ago(article: &Article<'_>, claim: &Claim, text: &str) -> Option<Stretch> {
    const ROUND: i64 = 10;
    let word = article.last(text, &Meaning::Told(Told::Ago))?;
    let length = read_value(article.language, text.get(..word.start as usize)?.trim_end())?;
    let Value::Duration { low, high: None } = &length.value else { return None };
    let [(amount, unit)] = low.parts() else { return None };
    let vague = claim.hedge.is_some() || length.hedge.is_some();
    let size = match unit {
        TimeUnit::Day => 1,
        TimeUnit::Week => 7,
        TimeUnit::Month => 30,
        TimeUnit::Year => 365,
        _ => return None,
    };
    let count = amount.to_i64()?;
    // “A few years ago” is written as three.
    if vague || !article.is_exact(text) {
        return None;
    }
    let tenth = if count % ROUND == 0 { count * size / ROUND } else { 0 };
    let slack = (size / 2 + 1).max(tenth);
    let mean = Number::from(count) * Number::ratio(size_in_days(*unit).0, size_in_days(*unit).1);
    let today = Stretch::of_day(article.document.date?);
    let back = mean.floor()?;
    Some(Stretch { first: today.first - back - slack, last: today.last - back + slack })
}

/// Mean days of a unit, as a fraction.
const fn size_in_days(unit: TimeUnit) -> (i64, i64) {
    match unit {
        TimeUnit::Year => (146_097, 400),
        TimeUnit::Month => (146_097, 4_800),
        TimeUnit::Week => (7, 1),
        _ => (1, 1),
    }
}

fn weekday(article: &Article<'_>, text: &str) -> Option<Weekday> {
    article.language.lexicon.meaning_of(text, |own| match own {
        Meaning::Weekday(day) => Some(*day),
        _ => None,
    })
}

impl Article<'_> {
    /// Whether a length has a number, not “a few”.
    fn is_exact(&self, text: &str) -> bool {
        let tokens = self.tokens(text);
        let vague = |at: usize| {
            let pick = |own: &Meaning| matches!(own, Meaning::Vague(_) | Meaning::Couple(_)).then_some(());
            self.language.lexicon.find(text, &tokens[at..], pick).is_some()
        };
        !(0..tokens.len()).any(vague)
    }
}

fn in_words(article: &Article<'_>, days: Stretch) -> Option<String> {
    let day = |number| crate::value::day_from_number(number);
    let (first, last) = (day(days.first)?, day(days.last)?);
    let language = article.language;
    Some(if first == last {
        format!("{}, {}", language.weekday_name(first.weekday()), language.day_in_words(first))
    } else if first.year() == last.year()
        && first.day_of_year() == 1
        && last.month() == 12
        && last.day() == 31
    {
        first.year().to_string()
    } else {
        format!("{} to {}", language.day_in_words(first), language.day_in_words(last))
    })
}
