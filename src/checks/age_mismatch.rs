//! An age beside the date of birth that it is counted from: “Smith (1951–2020), 70”, “aged 71”.
//!
//! A year of birth leaves two ages for every day, and a year of death two more; an age is wrong if it is none of
//! them. Ages of the living count to the document's date.

mod when;

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, first_word, with_number, words};
use super::{Check, Run, Said, slip, two_people};
use crate::claims::{Claim, Kind};
use crate::language::{Meaning, Role, Starts, Told};
use crate::value::{Measure, Number, PartialDate, Value};
use crate::verdict::{Finding, Outcome};
use when::{is_no_hour, reference, when_died, when_so_old};

pub(super) const CHECK: Check = Check {
    id: "age-mismatch",
    file: ("rules/checks/age-mismatch.yaml", include_str!("../../rules/checks/age-mismatch.yaml")),
    run: Run::Sentences { needs: &[Need::of(Kind::Date).with(Starts::LIFE), Need::of(Kind::DateRange)], run },
};

/// When somebody was born, perhaps also when that person died, and the claim that says so.
#[derive(Clone, Copy)]
struct Life<'a> {
    born: Stretch,
    birth: &'a Claim,
    died: Option<Stretch>,
    /// Where the dates stand in the sentence; `None` if in the sentence before.
    number: Option<usize>,
}

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        let Some(own) = life(&sentence) else { continue };
        said.extend(sentences.before(&sentence).and_then(|last| told_before(&last, &sentence, &own)));
        said.extend((0..sentence.claims.len()).filter_map(|at| look(&sentence, &own, at)));
        // “He died in 2020, aged 70.”
        let own = Life { number: None, ..own };
        let mut last = sentence;
        while let Some(next) = sentences.behind(&last).filter(|next| goes_on(next, &last)) {
            let found = (0..next.claims.len()).filter_map(|at| look(&next, &own, at));
            said.extend(found.chain(old_at_death(&next, &last, &own)));
            last = next;
        }
    }
    said
}

/// Whether a sentence says more of the one whose life was told before it.
fn goes_on(next: &Sentence<'_>, last: &Sentence<'_>) -> bool {
    let begins = || first_word(next.whole());
    let pronoun = || next.article.is(begins().0, &Meaning::Told(Told::Pronoun));
    // “In 1987, when she was 65, she moved.”
    let year = || next.article.is(begins().0, &Meaning::Role(Role::In)) && when_so_old(next, 1).is_some();
    let of_one = || next.claims.len() > 1 && year();
    next.follows(last) && (pronoun() || of_one()) && life(next).is_none()
}

/// The one life that a sentence tells of.
fn life<'a>(sentence: &Sentence<'a>) -> Option<Life<'a>> {
    let mut lives = (0..sentence.claims.len()).filter_map(|number| {
        let birth = &sentence.claims[number];
        let (born, died) = match &birth.value {
            Value::Date(date) if sentence.dated_by(number, Told::Born).is_some() => {
                (Stretch::of(date)?, None)
            }
            Value::DateRange { start: Some(start), end: Some(end) }
                if is_life(sentence, birth, (start, end)) =>
            {
                (Stretch::of(start)?, Some(Stretch::of(end)?))
            }
            _ => return None,
        };
        Some(Life { born, birth, died, number: Some(number) })
    });
    let life = lives.next()?;
    let dated = |number: &usize| {
        let Value::Date(date) = &sentence.claims[*number].value else { return None };
        sentence.dated_by(*number, Told::Died)?;
        Stretch::of(date)
    };
    let died = life.died.or_else(|| (0..sentence.claims.len()).find_map(|number| dated(&number)));
    lives.next().is_none().then_some(Life { died, ..life })
}

/// “She was 84 when she died in 2020. She was born in 1946.”
fn told_before<'a>(last: &Sentence<'a>, sentence: &Sentence<'a>, life: &Life<'a>) -> Option<Said> {
    let article = sentence.article;
    if !sentence.follows(last) {
        return None;
    }
    let word = first_word(sentence.whole()).0.to_lowercase();
    if !article.is(&word, &Meaning::Told(Told::Pronoun)) {
        return None;
    }
    (0..last.claims.len()).find_map(|at| {
        let (_, pronoun) = when_died(last, at)?;
        let same = pronoun.to_lowercase() == word;
        same.then(|| look(last, &Life { number: None, died: None, ..*life }, at)).flatten()
    })
}

/// “Mary Smith (1951–2020)”: behind a name, as long as a life.
fn is_life(sentence: &Sentence<'_>, range: &Claim, (start, end): (&PartialDate, &PartialDate)) -> bool {
    const LONGEST: i16 = 115;
    let Some(name) = sentence.before(range).trim_end().strip_suffix('(') else { return false };
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let (Some(from), Some(to)) = (start.year(), end.year()) else { return false };
    let closed = sentence.behind(range).starts_with(')');
    closed && last.starts_with(char::is_uppercase) && (1..=LONGEST).contains(&(to - from))
}

fn look(sentence: &Sentence<'_>, life: &Life<'_>, at: usize) -> Option<Said> {
    /// “Two million, was born abroad”: nobody was so old.
    const OLDEST: i64 = 150;
    let claim = &sentence.claims[at];
    let Value::Amount { low, high: None, measure } = &claim.value else { return None };
    let plain = match measure {
        Measure::Age(unit) => &*unit.name == "year",
        Measure::Count => claim.kind == Kind::Number && *low < Number::from(OLDEST),
        _ => false,
    };
    if !plain || claim.hedge.is_some() {
        return None;
    }
    if two_people::are_told_of(sentence, life.birth, at) {
        return None;
    }
    let when = reference(sentence, life, at)?;
    judge(sentence, life, at, when)
}

fn judge(
    sentence: &Sentence<'_>,
    life: &Life<'_>,
    at: usize,
    (when, from): (Stretch, String),
) -> Option<Said> {
    let claim = &sentence.claims[at];
    let Value::Amount { low: age, .. } = &claim.value else { return None };
    let (least, most) = life.born.ages_in(when)?;
    if most < 0 {
        return None;
    }
    let right = *age >= Number::from(least) && *age <= Number::from(most);
    let is = if least == most { least.to_string() } else { format!("{least} or {most}") };
    let said = sentence.text_of(claim);
    let born = match &life.birth.value {
        Value::DateRange { start: Some(date), .. } | Value::Date(date) => {
            sentence.article.language.date_in_words(date)
        }
        _ => return None,
    };
    if right {
        let message = format!("who was born {born} is {is} {from}");
        return Some(Said::agrees(sentence.first + at, CHECK.id, Some(is), message));
    }
    let fixed = if least == most { with_number(sentence.article, said, least) } else { None };
    let corrections = fixed.map(|(span, number)| {
        let offer = format!("write “{number}” if the dates are right");
        (span.shifted(claim.span.start), number, offer)
    });
    let mut labels = vec![(claim.span, format!("born {born}, that is {is}"))];
    if life.number.is_some() {
        labels.push((life.birth.span, String::new()));
    }
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(is.clone()),
        message: format!("the text says “{said}”, but who was born {born} is {is} {from}"),
        labels,
        notes: slip_in(life, when, age).into_iter().collect(),
        corrections: corrections.into_iter().collect(),
        ..Finding::default()
    };
    Some(Said { claim: sentence.first + at, outcome: Outcome::Contradicts, finding })
}

/// Which slip in the age or in one of the years would explain it.
fn slip_in(life: &Life<'_>, when: Stretch, age: &Number) -> Option<String> {
    let age = age.to_i64()?;
    let (born, at) = (life.born.year()?, when.year()?);
    let (least, most) = life.born.ages_in(when)?;
    slip::hint_of_whole(&[age, born, at], |place, value| {
        let (older, age) = match place {
            0 => (0, value),
            1 => (born - value, age),
            _ => (value - at, age),
        };
        (least + older..=most + older).contains(&age)
    })
}

/// “She died on 27 January 2024. She was 92.”
fn old_at_death(sentence: &Sentence<'_>, last: &Sentence<'_>, life: &Life<'_>) -> Option<Said> {
    let article = sentence.article;
    let [claim] = sentence.claims else { return None };
    let Value::Amount { high: None, measure: Measure::Count | Measure::Age(_), .. } = &claim.value else {
        return None;
    };
    let whole = words(sentence.before(claim)).collect::<Vec<_>>();
    let [pronoun, was] = whole[..] else { return None };
    let told = article.is(pronoun, &Meaning::Told(Told::Pronoun))
        && article.is(was, &Meaning::Tense(false))
        && claim.hedge.is_none()
        && is_no_hour(claim)
        && sentence.behind(claim).trim() == ".";
    let dated = |number: usize| {
        let Value::Date(date) = &last.claims[number].value else { return None };
        let told = last.has_year(&last.claims[number]) && last.dated_by(number, Told::Died).is_some();
        told.then(|| Stretch::of(date)).flatten()
    };
    let mut ends = (0..last.claims.len()).filter_map(dated);
    let died = ends.next().filter(|_| ends.next().is_none())?;
    if !told || two_people::are_told_of(sentence, life.birth, 0) {
        return None;
    }
    judge(sentence, life, 0, (died, "at death".to_owned()))
}
