//! The time that an age belongs to: a date beside it, the death, the day of the text.

use super::super::Article;
use super::super::calendar::Stretch;
use super::super::prose::{Sentence, words};
use super::Life;
use crate::claims::{Claim, Kind};
use crate::language::{AgeCue, Meaning, Role, Told};
use crate::value::{Number, PartialDate, Value};

/// The time that an age belongs to, in days and in words.
pub(super) fn reference(sentence: &Sentence<'_>, life: &Life<'_>, at: usize) -> Option<(Stretch, String)> {
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
pub(super) fn when_so_old<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a PartialDate> {
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

/// The “2020” of “she was 84 when she died in 2020”, and who died.
pub(super) fn when_died<'a>(sentence: &Sentence<'a>, at: usize) -> Option<(&'a PartialDate, &'a str)> {
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
pub(super) fn is_no_hour(claim: &Claim) -> bool {
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
