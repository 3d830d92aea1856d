//! A headline or caption with another number than its story: “Fire kills 13” above “Twelve people were killed”.
//!
//! The story must speak of the same count with one voice, share words with the headline, and have the headline's number
//! nowhere; otherwise the two may count different things.

use std::ops::Range;

use super::prose::{Sentence, words};
use super::self_contradiction::Pair;
use super::{Article, Said};
use crate::binding::stem;
use crate::claims::{Claim, Kind};
use crate::document::BlockKind;
use crate::language::{Cue, Meaning, Role, Told};
use crate::value::{Extent, Interval, Measure, Number, Value};
use crate::verdict::Outcome;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Counted {
    Killed,
    Injured,
    Things(String),
}

/// The story's first paragraphs; further down other events are told.
const LEAD: u32 = 4;

/// So many headlines and captions of an article are looked at: a bound on the time.
const MOST: usize = 20;

/// A headline is no longer, in bytes.
const LONGEST: usize = 200;

pub(super) fn run(article: &Article<'_>) -> Vec<Said> {
    let is_short = |block: &u32| is_headline(article, *block);
    let blocks = (0..).take(article.document.blocks.len()).filter(is_short);
    let mut said = Vec::new();
    for headline in blocks.flat_map(|block| article.sentences_in(block..block + 1)).take(MOST) {
        for number in 0..headline.claims.len() {
            said.extend(look(&headline, number));
        }
    }
    said
}

/// A heading, a caption, or a first line without a full stop.
fn is_headline(article: &Article<'_>, number: u32) -> bool {
    let block = &article.document.blocks[number as usize];
    if block.text.len() > LONGEST {
        return false;
    }
    match block.kind {
        BlockKind::Heading(level) => level <= 2 && is_first(article, number),
        BlockKind::Caption => true,
        BlockKind::Paragraph => number == 0 && !block.text.trim_end().ends_with(['.', ':', '”', '"', ',']),
        _ => false,
    }
}

fn is_first(article: &Article<'_>, block: u32) -> bool {
    article.document.blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading(_)))
        == Some(block as usize)
}

fn look(headline: &Sentence<'_>, number: usize) -> Option<Said> {
    let article = headline.article;
    let claim = &headline.claims[number];
    let counted = counted(headline, number)?;
    let own = interval(claim).filter(|_| claim.hedge.is_none())?;
    let mut told: Option<(usize, &Interval<Number>)> = None;
    let mut agrees = false;
    let first = claim.block + 1;
    let lead = |sentence: &Sentence<'_>| {
        let block = sentence.claims[0].block as usize;
        matches!(article.document.blocks[block].kind, BlockKind::Paragraph)
    };
    for sentence in &article.sentences_in(first..first + LEAD).filter(lead).collect::<Vec<_>>() {
        for (at, other) in sentence.claims.iter().enumerate() {
            if self::counted(sentence, at).as_ref() != Some(&counted) {
                continue;
            }
            let Some(value) = interval(other) else { continue };
            agrees |= value.meets(own);
            let one_voice = told.as_ref().is_none_or(|(_, first)| value.meets(first));
            if !one_voice
                || is_changing(sentence)
                || counts_more(sentence, at, &counted)
                || !shares_words(headline, sentence, &counted)
            {
                return None;
            }
            told.get_or_insert((sentence.first + at, value));
        }
    }
    let (other, _) = told?;
    // The number may count something else that the story speaks of, too; “a thirteenth” is the last of thirteen.
    let elsewhere = || {
        article.claims.iter().filter(|other| other.block != claim.block).any(|other| {
            let one_more = other.kind == Kind::Ordinal && low(other).is_some() && low(other) == low(claim);
            one_more || interval(other).is_some_and(|value| value.contains(own) && value.meets(own))
        })
    };
    if !agrees && (elsewhere() || is_changing(headline) || goes_on(article, first..first + LEAD, &counted)) {
        return None;
    }
    let one = headline.first + number;
    let pair = Pair { article, one, other };
    if agrees {
        return Some(pair.agrees(""));
    }
    Some(Said { claim: one, outcome: Outcome::Contradicts, finding: pair.finding("") })
}

fn low(claim: &Claim) -> Option<&Number> {
    match &claim.value {
        Value::Amount { low, .. } => Some(low),
        _ => None,
    }
}

fn interval(claim: &Claim) -> Option<&Interval<Number>> {
    let counts = claim.kind == Kind::Number
        && matches!(&claim.value, Value::Amount { high: None, measure: Measure::Count, low } if low.is_integer());
    match &claim.extent {
        Some(Extent::Amount(interval)) if counts => Some(interval),
        _ => None,
    }
}

/// What a number counts: the dead, the injured, or what the noun behind it names.
fn counted(sentence: &Sentence<'_>, number: usize) -> Option<Counted> {
    const NEAR: usize = 4;
    let article = sentence.article;
    let claim = &sentence.claims[number];
    interval(claim)?;
    let people = |word: &&str| article.is(word, &Meaning::Told(Told::People));
    let stop = |word: &&str| article.is(word, &Meaning::Stop);
    let losses = [(Told::Killed, Counted::Killed), (Told::Injured, Counted::Injured)];
    let behind = sentence.behind(claim);
    let behind = &behind[..behind.find([',', ';', ':', '.']).unwrap_or(behind.len())];
    let next = words(behind).take(NEAR).find(|word| !people(word) && !stop(word));
    let noun = claim.noun.and_then(|noun| sentence.text.get(noun.range()));
    let plain =
        noun.is_none_or(|noun| people(&noun) || losses.iter().any(|(told, _)| article.tells(noun, *told)));
    let before: Vec<&str> = words(sentence.before(claim)).collect();
    let last = before.iter().rev().take(2).find(|word| !stop(word)).copied();
    // “A woman died and 31 people were hurt”: what stands behind a number comes first.
    let joined = before.last().is_some_and(|word| article.is(word, &Meaning::Role(Role::And)));
    let said = |word: Option<&str>| {
        let told =
            |(told, _): &&(Told, Counted)| word.is_some_and(|word| article.is(word, &Meaning::Told(*told)));
        losses.iter().find(told).map(|(_, counted)| counted.clone())
    };
    if plain && let Some(counted) = said(next).or_else(|| said(last).filter(|_| !joined)) {
        return Some(counted);
    }
    let noun = noun.filter(|noun| noun.starts_with(char::is_lowercase))?;
    // “Passengers runs aground”: what is counted is the first word with an ending.
    let stems = words(noun).map(|word| (word, stem(word, &article.language.endings)));
    let mut plurals = stems.filter(|(word, stem)| word != stem);
    plurals.next().map(|(_, stem)| Counted::Things(stem))
}

/// “Twelve people died in France, five in Spain”, “a bomber killed himself and 12 people”: the number is a part.
fn counts_more(sentence: &Sentence<'_>, at: usize, counted: &Counted) -> bool {
    let article = sentence.article;
    if sentence.claims.len() > MOST {
        return true;
    }
    let whole = sentence.whole();
    let more = sentence.claims.iter().enumerate().any(|(number, other)| {
        let own = || self::counted(sentence, number);
        number != at && interval(other).is_some() && own().is_none_or(|own| own == *counted)
    });
    more || article.tells(whole, Told::Another) || article.means(whole, &Meaning::Cue(Cue::Including))
}

/// “Another died in hospital”: a sentence of the story counts on, perhaps without a number.
fn goes_on(article: &Article<'_>, lead: Range<u32>, counted: &Counted) -> bool {
    let told = match counted {
        Counted::Killed => Told::Killed,
        Counted::Injured => Told::Injured,
        Counted::Things(_) => return false,
    };
    let blocks = lead.filter_map(|block| article.document.blocks.get(block as usize));
    blocks.flat_map(|block| article.document.sentences(block).iter().map(move |span| (block, span))).any(
        |(block, span)| {
            let text = block.text.get(span.range()).unwrap_or_default();
            article.tells(text, told)
                && (article.tells(text, Told::Another) || article.means(text, &Meaning::Cue(Cue::OnTop)))
        },
    )
}

/// “The toll rose to 13 from 12.”
fn is_changing(sentence: &Sentence<'_>) -> bool {
    let article = sentence.article;
    article.tells(sentence.whole(), Told::Rising)
}

/// Whether a sentence speaks of what the headline does: two words in common, for the dead and injured one.
fn shares_words(headline: &Sentence<'_>, sentence: &Sentence<'_>, counted: &Counted) -> bool {
    let article = headline.article;
    let content = |text: &str| -> Vec<String> {
        let told = |word: &str| {
            [Told::Killed, Told::Injured, Told::People]
                .iter()
                .any(|told| article.is(word, &Meaning::Told(*told)))
        };
        let cardinal = |word: &str| {
            article.language.lexicon.meaning_of(word, |own| matches!(own, Meaning::Cardinal(_)).then_some(()))
        };
        words(text)
            .filter(|word| word.chars().count() > 2 && !article.is(word, &Meaning::Stop))
            .filter(|word| !told(word) && cardinal(word).is_none())
            .map(|word| stem(word, &article.language.endings))
            .filter(|stem| !matches!(counted, Counted::Things(noun) if noun == stem))
            .collect()
    };
    let own = content(headline.whole());
    let others = content(sentence.whole());
    let common = own.iter().filter(|word| others.contains(word)).count();
    common >= if matches!(counted, Counted::Things(_)) { 2 } else { 1 }
}
