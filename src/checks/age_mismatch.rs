//! An age beside the date of birth that it is counted from: “Smith (1951–2020), 70”, “aged 71”.
//!
//! A year of birth leaves two ages for every day, and a year of death two more; an age is wrong if it is none of
//! them. Ages of the living count to the document's date.

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, first_word, with_number, words};
use super::{Article, Check, Run, Said, slip, two_people};
use crate::claims::{Claim, Kind};
use crate::language::{AgeCue, Meaning, Role, Starts, Told};
use crate::value::{Measure, Number, PartialDate, Value};
use crate::verdict::{Finding, Outcome};

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

/// The “2020” of “she was 84 when she died in 2020”, and who died.
fn when_died<'a>(sentence: &Sentence<'a>, at: usize) -> Option<(&'a PartialDate, &'a str)> {
    let article = sentence.article;
    let (claim, next) = (&sentence.claims[at], sentence.claims.get(at + 1)?);
    let Value::Date(date) = &next.value else { return None };
    let between = sentence.between(claim, next);
    let mut inner = words(between).skip_while(|word| !article.is(word, &Meaning::ClauseBreak)).skip(1);
    let (pronoun, died) = (inner.next()?, inner.next()?);
    let was =
        words(sentence.before(claim)).last().is_some_and(|word| article.is(word, &Meaning::Tense(false)));
    let short = inner.count() == 1 && !between.contains(['.', ',', ';', ':', '(']);
    let told =
        article.is(pronoun, &Meaning::Told(Told::Pronoun)) && article.is(died, &Meaning::Told(Told::Died));
    (was && short && told && date.year().is_some()).then_some((date, pronoun))
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

/// The time that an age belongs to, in days and in words.
fn reference(sentence: &Sentence<'_>, life: &Life<'_>, at: usize) -> Option<(Stretch, String)> {
    let article = sentence.article;
    let claim = &sentence.claims[at];
    // “Aged 85 in Geneva”, where no age was read.
    let cue = words(sentence.before(claim)).last().unwrap_or_default();
    let is_age = claim.kind == Kind::Age || article.is(cue, &Meaning::Age(AgeCue::Before));
    let in_words =
        |date: &PartialDate| format!("on the date given, {}", article.language.date_in_words(date));
    if is_age {
        // “On 2 April 2020 aged 71”, “at the age of 20, in 1920”.
        let beside = |other: usize, between: &str| {
            let Value::Date(date) = &sentence.claims.get(other)?.value else { return None };
            let touching = Some(other) != life.number && joins(article, between);
            let whole = date.year().is_some();
            (touching && whole).then(|| Some((Stretch::of(date)?, in_words(date)))).flatten()
        };
        let left = at
            .checked_sub(1)
            .and_then(|other| beside(other, sentence.between(&sentence.claims[other], claim)));
        let right = || {
            let next = sentence.claims.get(at + 1)?;
            // “Married Anne, aged 22, in 1980”: the age of another.
            let before = sentence.before(claim).trim_end().strip_suffix(',').unwrap_or_default();
            let name = before.split_whitespace().next_back().unwrap_or_default();
            if name.starts_with(char::is_uppercase) || is_of_a_thing(sentence, claim) {
                return None;
            }
            beside(at + 1, sentence.between(claim, next))
        };
        if let Some(found) = left.or_else(right) {
            return Some(found);
        }
    }
    if let Some(date) = when_so_old(sentence, at) {
        return Some((Stretch::of(date)?, in_words(date)));
    }
    // “Was 84 when she died in 2020”.
    if let Some((date, _)) = when_died(sentence, at).filter(|_| is_age || is_no_hour(claim)) {
        return Some((Stretch::of(date)?, "at death".to_owned()));
    }
    // “Died in 2020 at 79”.
    if let (Some(died), Some(before)) = (life.died, at.checked_sub(1))
        && Some(before) != life.number
        && sentence.dated_by(before, Told::Died).is_some()
        && Stretch::of_value(&sentence.claims[before].value) == Some(died)
        && words(sentence.between(&sentence.claims[before], claim)).eq(["at"])
        && closes(sentence, claim)
        && is_no_hour(claim)
    {
        return Some((died, "at death".to_owned()));
    }
    // “(1951–2020), 70”, “died at 68”.
    if let (Some(died), Some(number)) = (life.died, life.number)
        && number < at
    {
        let between =
            sentence.text.get(sentence.claims[number].span.end as usize..claim.span.start as usize)?;
        let apposed = matches!(between.trim(), ")," | ") –" | "), aged") && closes(sentence, claim);
        let behind = between.rfind(')').map_or(between, |at| &between[at + 1..]);
        let died_at = article.last(behind, &Meaning::Told(Told::Died)).is_some_and(|word| {
            let rest = &behind[word.end as usize..];
            let age = is_age || closes(sentence, claim) && words(rest).eq(["at"]);
            age && joins(article, rest)
        });
        let alone = number + 1 == at;
        return (alone && (apposed || died_at)).then(|| (died, "at death".to_owned()));
    }
    living(sentence, life, at)
}

/// The “1987” of “in 1987, when she was 65”.
fn when_so_old<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a PartialDate> {
    let article = sentence.article;
    let (date, claim) = (sentence.previous(at)?, &sentence.claims[at]);
    let Value::Date(when) = &date.value else { return None };
    let gap = sentence.between(date, claim);
    let told = matches!(words(gap).collect::<Vec<_>>()[..], [when, pronoun, was]
        if article.is(when, &Meaning::ClauseBreak)
            && !article.is(when, &Meaning::Told(Told::Relative))
            && article.is(pronoun, &Meaning::Told(Told::Pronoun))
            && article.is(was, &Meaning::Tense(false)));
    let whole = sentence.has_year(date) && date.hedge.is_none();
    let age = claim.kind == Kind::Age || is_no_hour(claim) && closes(sentence, claim);
    (told && whole && age && gap.starts_with([',', ' ']) && !gap.contains(['(', '.', ';'])).then_some(when)
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

/// “Diana, 33, was born in Cuba in 1984”: the age on the day that the text is of.
fn living(sentence: &Sentence<'_>, life: &Life<'_>, at: usize) -> Option<(Stretch, String)> {
    /// An article may be printed a while after it was written.
    const WRITTEN: i64 = 31;
    let article = sentence.article;
    let (number, date) = (life.number?, article.document.date?);
    let claim = &sentence.claims[at];
    if life.died.is_some() {
        return None;
    }
    let says = if at + 1 == number {
        // Between the age and the date stands no more than “, was born in Cuba in”.
        let between = sentence.between(claim, life.birth);
        let born = article.last(between, &Meaning::Told(Told::Born))?;
        let head = between[..born.start as usize].trim_start();
        let apposed = sentence.before(claim).trim_end().ends_with(',') && head.starts_with(',');
        let old = claim.kind == Kind::Age && head.starts_with(',');
        (apposed || old) && words(head).all(|word| article.is(word, &Meaning::Stop))
    } else if at == number + 1 {
        // “, born in 1984, is 33”.
        let between = sentence.between(life.birth, claim);
        let now = words(between).collect::<Vec<_>>();
        between.trim_start().starts_with(',')
            && now == ["is"]
            && (claim.kind == Kind::Age || closes(sentence, claim))
    } else {
        false
    };
    let day = Stretch::of_day(date);
    says.then(|| {
        let when = format!("on {}", article.language.day_in_words(date));
        (Stretch { first: day.first - WRITTEN, last: day.last + 1 }, when)
    })
}

/// “At 9” may be a time of day, “at 1,200” a height.
fn is_no_hour(claim: &Claim) -> bool {
    let years = Number::from(25)..=Number::from(115);
    matches!(&claim.value, Value::Amount { low, high: None, .. } if low.is_integer() && years.contains(low))
}

/// “She painted the work, now 150 years old, in 1872”: a noun with its article stands in front of the comma, and no “aged”.
fn is_of_a_thing(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    /// “the old wooden house”.
    const FEW: usize = 3;
    let article = sentence.article;
    let before = sentence.before(claim);
    let cue = |word: &str| article.is(word, &Meaning::Age(AgeCue::Before));
    let said = words(sentence.text_of(claim)).next().unwrap_or_default();
    if cue(said) || words(before).last().is_some_and(cue) {
        return false;
    }
    let Some((noun, adverb)) = before.rsplit_once(',') else { return false };
    let determined = |word: &str| {
        let roles = [Role::The, Role::A].map(Meaning::Role);
        roles.iter().any(|role| article.is(word, role)) || article.is(word, &Meaning::Age(AgeCue::Whose))
    };
    let phrase = words(noun).collect::<Vec<_>>();
    let last = phrase.iter().rev().skip(1).take(FEW);
    words(adverb).count() <= 1 && last.copied().any(determined)
}

/// Whether no more than a comma and a preposition stands between two parts.
fn joins(article: &Article<'_>, between: &str) -> bool {
    let few = words(between).count() <= 1;
    let cue = |word: &str| article.is(word, &Meaning::Age(AgeCue::Before));
    let stop = words(between).all(|word| {
        (article.is(word, &Meaning::Stop) || cue(word))
            && !article.is(word, &Meaning::ClauseBreak)
            && !article.is(word, &Meaning::Role(Role::And))
            && !article.is(word, &Meaning::Role(Role::To))
    });
    few && stop && !between.contains(['(', ')', ';', ':', '.'])
}

/// Whether nothing of a sentence goes on right behind a number.
fn closes(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    let behind = sentence.behind(claim);
    behind.is_empty() || behind.starts_with([',', '.', ';', ')'])
}
