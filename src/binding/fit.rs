//! Whether a claim measures what a fact states: the same kind and unit, the same things counted, the whole and no part.

use super::label;
use super::sentence::{Run, Sentence, Shape};
use super::stem::stem;
use super::words::words;
use crate::claims::Claim;
use crate::facts::{Dated, Fact};
use crate::language::{Beside, Meaning, Role};
use crate::span::Span;
use crate::value::{Measure, Value};
use crate::verdict::{compare, compare_value};

/// A claim as the sentence has it.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) claim: &'a Claim,
    /// The text of its block.
    pub(super) text: &'a str,
    /// Its words, without the noun behind it.
    pub(super) here: Run,
    /// One past its last word, with the noun.
    pub(super) end: usize,
}

impl<'a> Said<'a> {
    pub(super) fn new(claim: &'a Claim, text: &'a str, sentence: &Sentence<'_>) -> Self {
        let here = sentence.place_of(claim.span);
        let end = claim.noun.map_or(here.1, |noun| sentence.place_of(noun).1.max(here.1));
        Self { claim, text, here, end }
    }

    fn noun(&self) -> Option<Span> {
        self.claim.noun
    }

    /// Whether it is a number without unit or noun.
    pub(super) fn is_bare_number(&self) -> bool {
        matches!(&self.claim.value, Value::Amount { measure: Measure::Count, .. }) && self.noun().is_none()
    }
}

/// Whether the claim agrees with the fact; `None` if it measures something else. `dated` is the fact's value at the time
/// spoken of, if it has several. `cue` is where the fact's measure is named: a unit may stand there in brackets,
/// “life expectancy (years) … 62”.
pub(super) fn fits(
    sentence: &Sentence<'_>,
    said: &Said<'_>,
    (fact, dated): (&Fact, Option<&Dated>),
    cue: Option<Run>,
) -> Option<bool> {
    let compare = |claim: &Claim| match dated {
        Some(dated) => compare_value(claim, &dated.is, fact),
        None => compare(claim, fact),
    };
    let Value::Amount { measure, .. } = &said.claim.value else { return compare(said.claim) };
    if matches!(measure, Measure::Count) {
        if !counts_the_same(sentence, said, fact, cue) {
            return None;
        }
        if said.is_bare_number()
            && let Some(cue) = cue
            && let Some(claim) = label::with_unit(sentence, said, fact, cue)
        {
            return compare(&claim);
        }
    }
    compare(said.claim)
}

/// Whether a count counts what the fact counts: 5,000 prisoners are no 5,000 soldiers.
fn counts_the_same(sentence: &Sentence<'_>, said: &Said<'_>, fact: &Fact, cue: Option<Run>) -> bool {
    let Some(noun) = said.noun().filter(|noun| !is_participle(sentence, *noun)) else { return true };
    let language = sentence.language;
    let stems = |text: &str| -> Vec<String> {
        words(text).iter().map(|word| stem(word.text, &language.endings)).collect()
    };
    let person = |stems: &[String], text: &str| {
        let people = |word: &str| language.lexicon.has(word, &Meaning::Beside(Beside::People));
        !stems.is_empty() && words(text).last().is_some_and(|word| people(&word.text.to_lowercase()))
    };
    let written = &said.text[noun.range()];
    let counted = stems(written);
    let own = fact.is.noun.and_then(|noun| fact.text.get(noun.range()));
    let named_by_cue = || {
        let is_in = |cue: &String| stems(cue).last().is_some_and(|stem| counted.contains(stem));
        fact.cues.iter().any(is_in)
    };
    if let Some(own) = own {
        let own_stems = stems(own);
        let same = own_stems.last().is_some_and(|head| counted.contains(head));
        return same || named_by_cue() || person(&counted, written) && person(&own_stems, own);
    }
    // The cue is what is counted, or else people are, whom a fact seldom names.
    let in_cue = cue.is_some_and(|cue| {
        let place = sentence.place_of(noun);
        place.0 < cue.1 && cue.0 < place.1
    });
    in_cue || named_by_cue() || person(&counted, written)
}

/// “50 million dominated by the young”: the word behind the number is a verb's.
fn is_participle(sentence: &Sentence<'_>, noun: Span) -> bool {
    let (first, last) = sentence.place_of(noun);
    let word = sentence.text(last - 1);
    last - first == 1 && sentence.language.has_past_ending(word) && sentence.shape(last) == Shape::Stop
}

/// Whether the words around a value make it something else than its subject's measure: a part, an average, a change,
/// a rate.
pub(super) fn is_other_measure(
    sentence: &Sentence<'_>,
    said: &Said<'_>,
    fact: &Fact,
    cue: Option<Run>,
) -> bool {
    /// So many words behind a cue still belong to it.
    const FEW: usize = 4;
    let (first, end) = (said.here.0, said.end);
    let in_cue = |run: Run| cue.is_some_and(|cue| run.0 < cue.1 && cue.0 < run.1);
    let own = |run: Run| {
        let word = sentence.text(run.0);
        in_cue(run) || fact.cues.iter().any(|cue| cue.split(' ').any(|part| part.eq_ignore_ascii_case(word)))
    };
    let strange = |run: Run| !own(run);
    // “Male 73.1”, “women: 77.2 years”.
    let label = if matches!(sentence.text(first.wrapping_sub(1)), ":" | "(") { first - 1 } else { first };
    let part = [first, label].into_iter().any(|at| sentence.ends_at(Beside::Part, at).is_some_and(strange));
    // “Life expectancy at birth, male (years) 77.6”.
    let of_cue = cue.is_some_and(|cue| {
        sentence
            .beside(Beside::Part, cue.1..first)
            .any(|run| strange(run) && (run.0 < cue.1 + FEW || run.1 + FEW > first))
    });
    // “77.9 years for women”.
    let among = sentence.beside(Beside::Among, end..end + 1).next().is_some();
    let behind = among && sentence.beside(Beside::Part, end + 1..end + 2).any(strange);
    let change = sentence.ends_at(Beside::Change, first).is_some_and(strange);
    part || behind
        || of_cue
        || change
        || is_statistic(sentence, first, end, strange)
        || is_rate_or_share(sentence, said, fact)
        || is_of_each(sentence, said, cue)
}

/// “4,900 metres high above its foot”, “measured from its base, 4,900 metres”: heights are told from the sea.
pub(super) fn is_above_something(sentence: &Sentence<'_>, end: usize) -> bool {
    /// “high”, “in height”.
    const BETWEEN: usize = 3;
    sentence.beside(Beside::MeasuredFrom, 0..sentence.words.len()).any(|run| {
        let behind = end <= run.0 && run.0 < end + BETWEEN;
        let straight = behind && (end..run.0).all(|at| sentence.shape(at) != Shape::Mark);
        let sea = sentence.beside(Beside::SeaLevel, run.0..run.0 + 1).next().is_some();
        // “Above” alone may be another value's hedge.
        !sea && (straight || run.1 - run.0 > 1)
    })
}

/// “an average of 9.4 %”, “the average is 9.4 %”, “the 9.4 % average”.
fn is_statistic(sentence: &Sentence<'_>, first: usize, end: usize, strange: impl Fn(Run) -> bool) -> bool {
    /// “the average for the region was 9.4 %”.
    const BEFORE: usize = 6;
    /// “the 9.4 % OECD average”.
    const BEHIND: usize = 3;
    let before = sentence
        .beside(Beside::Statistic, first.saturating_sub(BEFORE)..first)
        .any(|run| strange(run) && !sentence.has_mark(run.1..first, &[",", ";", ")"]));
    let behind = sentence
        .beside(Beside::Statistic, end..end + BEHIND)
        .any(|run| strange(run) && (end..run.0).all(|at| sentence.shape(at) == Shape::Content));
    before || behind
}

/// “73 people per square kilometre”, “5,000 of the 12,000 prisoners”.
fn is_rate_or_share(sentence: &Sentence<'_>, said: &Said<'_>, fact: &Fact) -> bool {
    let Value::Amount { measure, .. } = &said.claim.value else { return false };
    let rate = sentence.shape(said.end) == Shape::Per && !matches!(measure, Measure::Percent);
    if rate {
        let lexicon = &sentence.language.lexicon;
        let per = |text: &str| text.split(' ').any(|word| lexicon.has(word, &Meaning::Role(Role::Per)));
        return !(per(&fact.text) || fact.cues.iter().any(|cue| per(cue)));
    }
    let yearly = |text: &str| {
        text.split(' ').any(|word| sentence.language.lexicon.has(word, &Meaning::Beside(Beside::Yearly)))
    };
    let of_time = |text: &str| {
        let time = |meaning: &Meaning| matches!(meaning, Meaning::Time(_)).then_some(());
        text.split(' ').any(|word| sentence.language.lexicon.meaning_of(word, time).is_some())
    };
    let one_sum = matches!(measure, Measure::Money(_))
        && !of_time(&fact.text)
        && !fact.cues.iter().any(|cue| yearly(cue) || of_time(cue));
    if one_sum && sentence.beside(Beside::Rate, said.end..said.end + 1).next().is_some() {
        return true;
    }
    let lexicon = &sentence.language.lexicon;
    let role = |at: usize, role: Role| lexicon.has(sentence.text(at), &Meaning::Role(role));
    let whole = said.end + 1;
    matches!(measure, Measure::Count)
        && said.noun().is_none()
        && role(said.end, Role::Of)
        && (role(whole, Role::The) || sentence.beside(Beside::Pronoun, whole..whole + 1).next().is_some())
}

/// “It cost each taxpayer £40”, “£40 for every taxpayer”, “£40 apiece”.
fn is_of_each(sentence: &Sentence<'_>, said: &Said<'_>, cue: Option<Run>) -> bool {
    let Value::Amount { measure: Measure::Money(_), .. } = &said.claim.value else { return false };
    let each = |from: usize, to: usize| sentence.beside(Beside::Each, from..to).next().is_some();
    let stop = sentence.shape(said.end) == Shape::Stop;
    cue.is_some_and(|cue| each(cue.1, said.here.0)) || each(said.end, said.end + 1 + usize::from(stop))
}
