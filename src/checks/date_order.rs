//! Dates in the wrong order: died before born, ended before it began, happened after the text was written.

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, words};
use super::signs::Signs;
use super::{Article, Check, Run, Said};
use crate::claims::{Claim, Kind};
use crate::language::{Meaning, Role, Starts, Told};
use crate::value::Value;
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "date-order",
    file: ("rules/checks/date-order.yaml", include_str!("../../rules/checks/date-order.yaml")),
    run: Run::Sentences {
        needs: &[
            Need::shown_by(Signs::TWO_DATES).with(TOLD),
            Need::of(Kind::Date).and(Signs::DATED_TEXT).with(TOLD),
        ],
        run,
    },
};

/// What tells of one of them.
const TOLD: Starts = Starts::LIFE.or(Starts::EVENT);

/// What comes first, and what comes after it.
const PAIRS: [(Told, Told); 2] = [(Told::Born, Told::Died), (Told::Began, Told::Ended)];

/// What a verb in the past says of its date.
const PAST: [Told; 5] = [Told::Happened, Told::Born, Told::Died, Told::Began, Told::Ended];

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let (mut said, mut dated) = (Vec::new(), Vec::new());
    for sentence in sentences.iter() {
        for number in 0..sentence.claims.len() {
            said.extend(died_before_born(&sentence, number));
            match after_its_beginning(&sentence, number) {
                Some(ordered) => said.push(ordered),
                None => dated.extend(before_the_text(&sentence, number)),
            }
        }
    }
    // A text that tells of several things that came after its date was written on after it.
    let is_late = |said: &Said| said.outcome == Outcome::Contradicts;
    if dated.iter().filter(|said| is_late(said)).count() > 1 {
        dated.retain(|said| !is_late(said));
    }
    said.extend(dated);
    said
}

/// “Began on 5 March 1984 and ended on 3 March 1983”: nothing but joining words may stand between.
fn after_its_beginning(sentence: &Sentence<'_>, number: usize) -> Option<Said> {
    let article = sentence.article;
    let (begin, end) = (sentence.previous(number)?, &sentence.claims[number]);
    if !sentence.has_year(begin) || !sentence.has_year(end) {
        return None;
    }
    if article.noun_follows(begin) || article.noun_follows(end) {
        return None;
    }
    let (first, second) = (Stretch::of_value(&begin.value)?, Stretch::of_value(&end.value)?);
    let between = sentence.between(begin, end);
    let told = PAIRS.into_iter().find_map(|(earlier, later)| {
        let one = sentence.dated_by(number - 1, earlier)?;
        let other = sentence.dated_by(number, later)?;
        // “Opened the shop in 1990 and closed the mill in 1985” speaks of two things.
        let own = |word: crate::span::Span, claim: &Claim| {
            let gap = sentence.text.get(word.end as usize..claim.span.start as usize);
            earlier == Told::Born || gap.is_some_and(|gap| article.is_thin_with(gap, |_| false))
        };
        if !own(one, begin) || !own(other, end) {
            return None;
        }
        let joint = sentence.text.get(begin.span.end as usize..other.start as usize)?;
        let pronoun = |word: &str| article.is(word, &Meaning::Told(Told::Pronoun));
        let next = joint.trim() == ";" || article.is_thin_with(joint, pronoun);
        next.then_some((one, other))
    });
    let (one, other) = told?;
    let era = article.means(between, &Meaning::Era(true))
        || article.means(sentence.behind(end), &Meaning::Era(true));
    if era {
        return None;
    }
    let right = second.last >= first.first;
    let word = |span: crate::span::Span| sentence.text.get(span.range()).unwrap_or_default();
    let (early, late) = (in_words(sentence, begin)?, in_words(sentence, end)?);
    if right {
        let message = format!("{} {late} is no earlier than {} {early}", word(other), word(one));
        return Some(Said::agrees(sentence.first + number, CHECK.id, None, message));
    }
    let finding = Finding {
        rule: CHECK.id,
        message: format!("the text says {} {early} and {} {late}, which is earlier", word(one), word(other)),
        labels: vec![(end.span, format!("earlier than {early}")), (begin.span, String::new())],
        ..Finding::default()
    };
    Some(Said { claim: sentence.first + number, outcome: Outcome::Contradicts, finding })
}

/// “He died in 1940 and was born in 1950”: another name or “he” between the two would bring in somebody else.
fn died_before_born(sentence: &Sentence<'_>, number: usize) -> Option<Said> {
    let article = sentence.article;
    let (end, begin) = (sentence.previous(number)?, &sentence.claims[number]);
    let written = sentence.has_year(begin) && sentence.has_year(end);
    if !written || article.noun_follows(begin) || article.noun_follows(end) {
        return None;
    }
    let died = sentence.dated_by(number - 1, Told::Died)?;
    let born = sentence.dated_by(number, Told::Born)?;
    let joint = sentence.text.get(end.span.end as usize..born.start as usize)?;
    let joint: Vec<&str> = words(joint).collect();
    let was = |word: &str| article.is(word, &Meaning::Tense(false));
    let next = matches!(joint[..], [and, aux] if article.is(and, &Meaning::Role(Role::And)) && was(aux));
    let era = article.means(sentence.between(end, begin), &Meaning::Era(true))
        || article.means(sentence.behind(begin), &Meaning::Era(true));
    let (first, second) = (Stretch::of_value(&begin.value)?, Stretch::of_value(&end.value)?);
    if !next || era || second.last >= first.first {
        return None;
    }
    let word = |span: crate::span::Span| sentence.text.get(span.range()).unwrap_or_default();
    let (early, late) = (in_words(sentence, begin)?, in_words(sentence, end)?);
    let finding = Finding {
        rule: CHECK.id,
        message: format!("the text says {} {early} and {} {late}, which is earlier", word(born), word(died)),
        labels: vec![(end.span, format!("earlier than {early}")), (begin.span, String::new())],
        ..Finding::default()
    };
    Some(Said { claim: sentence.first + number, outcome: Outcome::Contradicts, finding })
}

/// A verb in the past with a day that was still to come.
fn before_the_text(sentence: &Sentence<'_>, number: usize) -> Option<Said> {
    /// The text's day may be a day or two off: the place's own time, the day of printing.
    const SLACK: i64 = 2;
    let article = sentence.article;
    let written = Stretch::of_day(article.document.date?);
    let claim = &sentence.claims[number];
    if !sentence.has_year(claim) || claim.hedge.is_some() || article.noun_follows(claim) {
        return None;
    }
    let when = Stretch::of_value(&claim.value)?;
    let verb = sentence.dated_by_any(number, &PAST)?;
    let before = sentence.text_before(verb.start);
    let between = sentence.text.get(verb.end as usize..claim.span.start as usize)?;
    let active = article.is(sentence.text.get(verb.range())?, &Meaning::Told(Told::Active));
    if !article.is_thin_with(between, |_| false)
        || !asserts_the_past(article, (before, active), sentence.behind(claim))
    {
        return None;
    }
    let right = when.first <= written.last + SLACK;
    let day = article.language.day_in_words(article.document.date?);
    let said_when = in_words(sentence, claim)?;
    let word = sentence.text.get(verb.range()).unwrap_or_default();
    if right {
        let message = format!("“{word}” of {said_when} had happened by {day}, the text's own date");
        return Some(Said::agrees(sentence.first + number, CHECK.id, None, message));
    }
    let finding = Finding {
        rule: CHECK.id,
        message: format!("the text is of {day}, but says “{word}” of {said_when}, which was still to come"),
        labels: vec![(claim.span, format!("later than {day}")), (verb, String::new())],
        ..Finding::default()
    };
    Some(Said { claim: sentence.first + number, outcome: Outcome::Contradicts, finding })
}

/// “Will be opened”, “if elected”, “when completed”, “to be signed” say nothing of the past.
fn asserts_the_past(article: &Article<'_>, (before, active): (&str, bool), behind: &str) -> bool {
    const NEAR: usize = 3;
    let open =
        |text: &str| article.means(text, &Meaning::Unasserted) || article.means(text, &Meaning::Tense(true));
    let all: Vec<&str> = words(before).collect();
    let near = &all[all.len().saturating_sub(NEAR)..];
    // “A contract that ended in 2021” had not ended.
    let aside = near.iter().any(|word| {
        article.is(word, &Meaning::ClauseBreak) || article.is(word, &Meaning::Told(Told::Relative))
    });
    let auxiliary = all.last().is_some_and(|word| article.is(word, &Meaning::Tense(false)));
    // “Was signed in May and ended in June”: the end of what was agreed on may be told before it comes.
    let joined = all.last().is_some_and(|word| article.is(word, &Meaning::Role(Role::And)));
    let name = all.last().is_some_and(|word| word.starts_with(char::is_uppercase));
    !open(before)
        && !article.means(behind, &Meaning::Tense(true))
        && !aside
        && !joined
        && (auxiliary || name || active)
}

fn in_words(sentence: &Sentence<'_>, claim: &Claim) -> Option<String> {
    let Value::Date(date) = &claim.value else { return None };
    Some(sentence.article.language.date_in_words(date))
}
