//! What a text states of a named thing: “Harlow Bridge was opened on 14 May 1931”, “Harlow Bridge is 1,204 metres
//! long”. The same thing can be stated twice, in one text or in two, and differently.

use super::Article;
use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, words};
use crate::claims::Kind;
use crate::language::{Meaning, Role, Starts, Told};
use crate::value::{Extent, Measure, Number, Value};

/// A value of a named thing.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Of what: the name, the word that says what of it, in small letters.
    pub(super) about: String,
    /// In words for a message: “Harlow Bridge opened”.
    pub(super) words: String,
    /// The claim that gives it, as an index into the article's claims.
    pub(super) claim: usize,
    /// From the least to the greatest value that would make it true: days, or the unit's base.
    pub(super) ends: (Number, Number),
}

/// What a sentence must have to state something.
pub(super) const NEEDS: &[Need] =
    &[Need::of(Kind::Date).with(Starts::EVENT), Need::of(Kind::Quantity).with(Starts::TOLD)];

/// Everything that some sentences state of things with a name.
pub(super) fn statements(sentences: Sentences<'_>) -> Vec<Statement> {
    let mut all = Vec::new();
    for sentence in sentences.iter() {
        for (number, claim) in sentence.claims.iter().enumerate() {
            let stated = match claim.kind {
                Kind::Date => dated(&sentence, number),
                Kind::Quantity => measured(&sentence, number),
                _ => None,
            };
            all.extend(stated);
        }
    }
    all
}

/// The value in which most statements meet, as the first place that so many of them cover.
pub(super) fn majority(all: &[&Statement]) -> Option<Number> {
    let mut starts: Vec<&Number> = all.iter().map(|one| &one.ends.0).collect();
    let mut stops: Vec<&Number> = all.iter().map(|one| &one.ends.1).collect();
    starts.sort();
    stops.sort();
    let (mut best, mut found, mut stopped) = (0, None, 0);
    for (begun, start) in starts.iter().enumerate() {
        while stops.get(stopped).is_some_and(|stop| stop < start) {
            stopped += 1;
        }
        let covering = begun + 1 - stopped;
        if covering > best {
            (best, found) = (covering, Some((*start).clone()));
        }
    }
    // Where all are alone, the first that was said counts.
    if best == 1 { all.first().map(|one| one.ends.0.clone()) } else { found }
}

impl Statement {
    pub(super) fn covers(&self, value: &Number) -> bool {
        self.ends.0 <= *value && *value <= self.ends.1
    }
}

/// “Harlow Bridge was opened on 14 May 1931”: what happens to a thing once.
fn dated(sentence: &Sentence<'_>, number: usize) -> Option<Statement> {
    let article = sentence.article;
    let claim = &sentence.claims[number];
    if claim.hedge.is_some() || !sentence.has_year(claim) || article.noun_follows(claim) {
        return None;
    }
    let verb = sentence.dated_by(number, Told::Once)?;
    let days = Stretch::of_value(&claim.value)?;
    let word = sentence.text.get(verb.range())?;
    let between = sentence.text.get(verb.end as usize..claim.span.start as usize)?;
    let thin = article.is_thin_with(between, |_| false) && !between.contains(',');
    if !thin || is_open(article, sentence.before(claim)) {
        return None;
    }
    let (name, _) = subject(sentence, number, verb.start)?;
    let ends = (Number::from(days.first), Number::from(days.last));
    Some(statement(sentence, number, (&name, word.trim_matches(['(', '.'])), ends))
}

/// “Harlow Bridge is 1,204 metres long.”
fn measured(sentence: &Sentence<'_>, number: usize) -> Option<Statement> {
    let article = sentence.article;
    let claim = &sentence.claims[number];
    let size = words(sentence.behind(claim)).next()?;
    let right_behind = sentence.behind(claim).trim_start().starts_with(size);
    if !right_behind || !article.is(size, &Meaning::Told(Told::Size)) {
        return None;
    }
    let Value::Amount { high: None, measure: Measure::Unit(unit), .. } = &claim.value else { return None };
    let Some(Extent::Amount(extent)) = &claim.extent else { return None };
    let (lo, hi) = (extent.lo.value()?, extent.hi.value()?);
    let ends = (unit.to_base(lo), unit.to_base(hi));
    let (name, verb) = subject(sentence, number, claim.span.start)?;
    // What was, was so at another time: “was 190 m high when it was built”.
    let past = sentence.text_before(claim.span.start);
    let past = words(past).last().is_some_and(|word| article.is(word, &Meaning::Tense(false)));
    let clause = words(sentence.behind(claim)).any(|word| article.is(word, &Meaning::ClauseBreak));
    if !verb || past || clause || is_open(article, sentence.before(claim)) {
        return None;
    }
    Some(statement(sentence, number, (&name, size), ends))
}

fn statement(
    sentence: &Sentence<'_>,
    number: usize,
    (name, word): (&str, &str),
    ends: (Number, Number),
) -> Statement {
    let about = format!("{}|{}", name.to_lowercase(), word.to_lowercase());
    Statement { about, words: format!("{name} {word}"), claim: sentence.first + number, ends }
}

/// “Was to be opened”, “would be”, “not”.
fn is_open(article: &Article<'_>, before: &str) -> bool {
    article.means(before, &Meaning::Unasserted) || article.means(before, &Meaning::Tense(true))
}

/// The name right in front of a verb, with words such as “was” and “which had been” between, and whether there
/// are any. Two words with a capital at least: one may be a surname, or a sentence's first word.
fn subject(sentence: &Sentence<'_>, number: usize, upto: u32) -> Option<(String, bool)> {
    const AUXILIARIES: usize = 3;
    let article = sentence.article;
    let from = sentence.previous(number).map_or(sentence.span.start, |claim| claim.span.end);
    let before = sentence.text.get(from as usize..upto as usize)?.trim_end().trim_end_matches('(');
    let mut name: Vec<&str> = Vec::new();
    let mut auxiliaries = 0;
    for piece in before.split_whitespace().rev() {
        let word = piece.trim_end_matches(',');
        let ends = piece.ends_with([',', ';', ':', ')', '"', '”', '?', '!']);
        let capital = word.starts_with(char::is_uppercase);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let common = article.is(bare, &Meaning::Stop) || article.is(bare, &Meaning::ClauseBreak);
        let calendar = article
            .language
            .lexicon
            .meaning_of(bare, |own| matches!(own, Meaning::Weekday(_) | Meaning::Month(_)).then_some(()));
        if name.is_empty() && !capital {
            let auxiliary = common || article.is(bare, &Meaning::Tense(false));
            if !auxiliary || auxiliaries == AUXILIARIES {
                return None;
            }
            auxiliaries += 1;
        } else if !name.is_empty() && ends {
            break;
        } else if capital && !common && calendar.is_none() && !word.contains(['\'', '’', '“', '('])
            || !name.is_empty() && article.is(bare, &Meaning::Role(Role::Of))
        {
            name.push(word);
        } else {
            break;
        }
    }
    // “The mother of Jonas Wolf” has another name.
    if name.last().is_some_and(|word| !word.starts_with(char::is_uppercase)) {
        return None;
    }
    // “An annex to the Treaty of Elm”, “the hut on Mont Blanc” and “the second Elm Bridge” are other things.
    let mut head = before.split_whitespace();
    let the = head.next().is_some_and(|word| article.is(word, &Meaning::Role(Role::The)));
    let head = before.split_whitespace().count().checked_sub(name.len() + auxiliaries)?;
    if from != sentence.span.start || head > usize::from(the) {
        return None;
    }
    let capitals = name.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    name.reverse();
    (capitals >= 2).then(|| (name.join(" "), auxiliaries > 0))
}
