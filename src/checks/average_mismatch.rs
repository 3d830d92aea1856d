//! A total, a count and their mean in one sentence: “250 points in 10 games, an average of 26 a game”.

use super::figure::{Side, quotient};
use super::items::{Item, What};
use super::needs::{Need, Sentences};
use super::prose::Sentence;
use super::signs::Signs;
use super::{Article, Check, Run, Said, slip};
use crate::claims::{Claim, Kind};
use crate::language::{Cue, Meaning, Role, Starts};
use crate::span::Span;
use crate::value::{Interval, Measure, Number, Value, amount_in_words};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "average-mismatch",
    file: ("rules/checks/average-mismatch.yaml", include_str!("../../rules/checks/average-mismatch.yaml")),
    run: Run::Sentences { needs: &[Need::amounts(2, 4).and(Signs::THREE).with(Starts::MEAN)], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    sentences.iter().filter_map(|sentence| look(sentences.article, sentence)).collect()
}

/// What is counted: by the noun behind a number, or the unit of a length of time.
struct Count {
    claim: usize,
    value: Number,
    extent: Interval<Number>,
}

fn look(article: &Article<'_>, sentence: Sentence<'_>) -> Option<Said> {
    let items =
        article.items(sentence, |cue| matches!(cue, Cue::Mean | Cue::Including | Cue::Rest | Cue::Scope));
    let (mean_at, mean) = mean(article, &items)?;
    let Some(word) = per_word(article, &items, mean_at) else {
        return of_each(article, sentence, &items, (mean_at, &mean));
    };
    let counts: Vec<Count> = (sentence.first..)
        .zip(sentence.claims)
        .filter(|(index, _)| *index != mean.claim)
        .filter_map(|(index, claim)| count(article, claim, index, word))
        .collect();
    let [count] = counts.as_slice() else { return None };
    let mut totals = (sentence.first..).zip(sentence.claims).filter_map(|(index, claim)| {
        let other = index != mean.claim && index != count.claim && claim.kind.is_amount();
        Side::of(article, index).filter(|_| other)
    });
    let total = totals.next()?;
    let like = total.is_like(&mean) || mean.measure == Measure::Count;
    if totals.next().is_some() || !like || is_of_other_scope(article, &items, (&mean, &total, count)) {
        return None;
    }
    judge(article, &total, count, &mean)
}

/// “250 points in 10 games this season, and his career average is 28”: a scope that is named nearer to the mean than to
/// total and count is the mean's own.
fn is_of_other_scope(
    article: &Article<'_>,
    items: &[Item],
    (mean, total, count): (&Side, &Side, &Count),
) -> bool {
    let own = |claim: usize| article.claims[claim].span;
    let apart = |one: Span, other: Span| one.start.max(other.start).saturating_sub(one.end.min(other.end));
    let mut scopes = items.iter().filter(|item| item.what == What::Cue(Cue::Scope)).map(|item| item.span);
    scopes.any(|scope| {
        let to_mean = apart(scope, own(mean.claim));
        to_mean < apart(scope, own(total.claim)).min(apart(scope, own(count.claim)))
    })
}

/// “12 players scored 60 points, an average of five”: with no word for what the mean is counted by, it is that of what
/// the sentence names first, if nothing stands behind.
fn of_each(
    article: &Article<'_>,
    sentence: Sentence<'_>,
    items: &[Item],
    (mean_at, mean): (usize, &Side),
) -> Option<Said> {
    let comma = mean_at.checked_sub(1).map(|before| items[before].what);
    // “An average of £300 each”.
    let each = sentence
        .claims
        .last()
        .is_some_and(|claim| article.is(first_word_behind(article, claim), &Meaning::Cue(Cue::Each)));
    let next = items.get(mean_at + 1 + usize::from(each)).map(|item| item.what);
    let ends = matches!(next, None | Some(What::Mark('.' | ';')));
    let set_off = matches!(comma?, What::Mark(',' | '–' | '—'));
    let skipped = sentence.claims.iter().take_while(|claim| claim.kind == Kind::Date).count();
    let [first, second, last] = &sentence.claims[skipped..] else { return None };
    let amounts = [first, second, last].iter().all(|claim| claim.kind.is_amount());
    let begins = sentence.first + skipped;
    let [count, total] = [begins, begins + 1].map(|index| Side::of(article, index));
    let (count, total) = (count?, total?);
    let begun = items.iter().take(mean_at).skip_while(|item| !matches!(item.what, What::Amount(_)));
    let between = begun.filter(|item| item.what == What::Mark(',')).count();
    let counted = first.noun.is_some() && count.value > Number::from(1) && count.measure == Measure::Count;
    let like = mean.measure.is_same(&total.measure) && total.value > count.value
        || matches!(total.measure, Measure::Money(_)) && total.is_like(mean);
    let plain = first.hedge.is_none() && second.hedge.is_none() && last.noun.is_none();
    if !ends || !set_off || !amounts || !counted || !like || !plain || between > 1 || mean.claim != begins + 2
    {
        return None;
    }
    let count = Count { claim: count.claim, value: count.value, extent: count.extent };
    judge(article, &total, &count, mean)
}

fn first_word_behind<'a>(article: &Article<'a>, claim: &Claim) -> &'a str {
    let text = &article.document.blocks[claim.block as usize].text;
    text[claim.span.end as usize..]
        .split(|c: char| !c.is_alphabetic())
        .find(|word| !word.is_empty())
        .unwrap_or_default()
}

/// The amount that “an average of” or “averaging” stands in front of, or “on average” behind.
fn mean(article: &Article<'_>, items: &[Item]) -> Option<(usize, Side)> {
    // “An average of 26” is one claim.
    let own = items.iter().enumerate().find_map(|(at, item)| match item.what {
        What::Amount(index) if article.begins_with_cue(index, Cue::Mean) => {
            Some((at, Side::of(article, index)?))
        }
        _ => None,
    });
    if own.is_some() {
        return own;
    }
    let cue = items.iter().position(|item| item.what == What::Cue(Cue::Mean))?;
    let ahead = (cue + 1..items.len().min(cue + 4)).take_while(|&at| {
        at == cue + 1 || matches!(items[at - 1].what, What::Of | What::Function | What::Word)
    });
    let places = ahead.into_iter().chain((cue.saturating_sub(3)..cue).rev());
    let mut found = places.filter_map(|at| match items[at].what {
        What::Amount(index) => Some((at, Side::of(article, index)?)),
        _ => None,
    });
    found.next()
}

/// The word that a mean is counted by: “game” in “26 points a game”, “26 per game”.
fn per_word<'a>(article: &Article<'a>, items: &[Item], mean: usize) -> Option<&'a str> {
    let What::Amount(index) = items[mean].what else { return None };
    let claim = &article.claims[index];
    let text = &article.document.blocks[claim.block as usize].text;
    let lexicon = &article.language.lexicon;
    let by = |word: &str| {
        [Role::A, Role::Per, Role::Every].iter().any(|role| lexicon.has(word, &Meaning::Role(*role)))
    };
    let behind = text[claim.span.end as usize..].split(['.', ',', ';', '(', ')']).next()?;
    let mut words = behind.split_whitespace().take(5).skip_while(|word| !by(word));
    words.next()?;
    words.next()
}

/// A claim that counts what the word names: “10 games” for “game”, “5 days” for “day”.
fn count(article: &Article<'_>, claim: &Claim, index: usize, word: &str) -> Option<Count> {
    // “countries” for “country”.
    let stem = &word[..word.char_indices().next_back()?.0];
    let is_named = |text: &str| {
        let mut words = text.split([' ', '-']);
        stem.len() > 1 && words.any(|own| own.to_lowercase().starts_with(&stem.to_lowercase()))
    };
    let text = &article.document.blocks[claim.block as usize].text;
    match (&claim.value, claim.kind) {
        (Value::Amount { .. }, Kind::Number) => {
            let noun = claim.noun?;
            let side = Side::of(article, index).filter(|side| side.value.is_integer())?;
            is_named(&text[noun.range()]).then_some(Count {
                claim: index,
                value: side.value,
                extent: side.extent,
            })
        }
        (Value::Duration { low, high: None }, _) if is_named(article.text_of(claim)) => match low.parts() {
            // “An average of five a day” has a day that counts nothing.
            [(value, _)] if claim.hedge.is_none() && *value != Number::from(1) => {
                let value = value.clone();
                Some(Count { claim: index, extent: Interval::exactly(value.clone()), value })
            }
            _ => None,
        },
        // “In 21 days” may be a date three weeks from now, or how long it took.
        (Value::Date(_), _) if is_named(article.text_of(claim)) => {
            let digits = article.text_of(claim).split(' ').find_map(Number::decimal)?;
            Some(Count { claim: index, extent: Interval::exactly(digits.clone()), value: digits })
        }
        _ => None,
    }
}

fn judge(article: &Article<'_>, total: &Side, count: &Count, mean: &Side) -> Option<Said> {
    if count.value.is_zero() || mean.value.is_zero() {
        return None;
    }
    let right = total.value.clone() / count.value.clone();
    let half_digit = article.last_digit(&article.claims[mean.claim]) * Number::half();
    let written = Interval::between(&mean.value - &half_digit, &mean.value + &half_digit);
    let agrees = quotient(&total.extent, &count.extent)?.meets(&written);
    // A mean that is far off is that of something else.
    if !agrees && (mean.value < &right * &Number::half() || mean.value > &right + &right) {
        return None;
    }
    let said = |index: usize| article.said(&article.claims[index]);
    let ratio = format!("{} divided by {}", said(total.claim), said(count.claim));
    let mean_claim = &article.claims[mean.claim];
    let figure = article.rewritten(mean_claim, &right).unwrap_or_else(|| amount_in_words(&right.rounded(1)));
    let is = format!("{ratio} is {}", amount_in_words(&right.rounded(2)));
    let message = if agrees { is.clone() } else { format!("the text says {}, but {is}", said(mean.claim)) };
    let mut corrections = Vec::new();
    if figure != article.text_of(mean_claim) {
        let offer = format!("write “{figure}” if total and count are right");
        corrections.push((mean_claim.span, figure, offer));
    }
    let total_claim = &article.claims[total.claim];
    let product = article.rewritten(total_claim, &(&mean.value * &count.value));
    if let Some(text) = product.filter(|text| text != article.text_of(total_claim)) {
        let offer = format!("write “{text}” if the average is right");
        corrections.push((total_claim.span, text, offer));
    }
    let slip = || {
        slip::hint(article, [mean.claim, total.claim, count.claim], |place, value| {
            let (mut average, mut sum, mut number) = (&mean.value, &total.value, &count.value);
            let own = if place == mean.claim {
                &mut average
            } else if place == total.claim {
                &mut sum
            } else {
                &mut number
            };
            *own = value;
            !number.is_zero() && (&(sum.clone() / number.clone()) - average).abs() <= half_digit
        })
    };
    let mut notes: Vec<String> = article.width_of(total_claim).into_iter().collect();
    notes.extend((!agrees).then(slip).flatten());
    let span = |index: usize| article.claims[index].span;
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(right.rounded(2).to_string()),
        message,
        labels: vec![
            (span(mean.claim), is),
            (span(total.claim), String::new()),
            (span(count.claim), String::new()),
        ],
        notes,
        corrections,
        ..Finding::default()
    };
    let outcome = if agrees { Outcome::Agrees } else { Outcome::Contradicts };
    Some(Said { claim: mean.claim, outcome, finding })
}
