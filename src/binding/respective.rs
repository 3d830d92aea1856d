//! “Kenya, Uganda and Chad with populations of 50, 45 and 16 million, respectively”: values in the order of their subjects.

use super::index::Mention;
use super::sentence::{Run, Sentence, Shape};
use super::words::Case;
use crate::claims::Claim;
use crate::language::{Beside, Meaning, Role};

/// Which value belongs to which subject, where a sentence says that the order tells.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// By claim of a list: its list and its place in it.
    places: Vec<Option<(usize, usize)>>,
    /// By list: the items of the list of names, where it has as many; else nothing in it can be told.
    items: Vec<Vec<Run>>,
}

impl Order {
    /// The order of a sentence's lists; empty if it does not say that the order tells.
    pub(super) fn new(sentence: &Sentence<'_>, claims: &[Claim], mentions: &[Mention]) -> Self {
        if sentence.beside(Beside::Respective, 0..sentence.words.len()).next().is_none() {
            return Self::default();
        }
        let runs: Vec<Run> = claims.iter().map(|claim| sentence.place_of(claim.span)).collect();
        let mut order = Self { places: vec![None; claims.len()], items: Vec::new() };
        let mut first = 0;
        while first < runs.len() {
            let mut last = first + 1;
            while last < runs.len() && joins(sentence, runs[last - 1].1, runs[last].0) {
                last += 1;
            }
            if last - first > 1 {
                let names = names(sentence, mentions, runs[first].0);
                let told = names.len() == last - first;
                for (place, claim) in (first..last).enumerate() {
                    order.places[claim] = Some((order.items.len(), place));
                }
                order.items.push(if told { names } else { Vec::new() });
            }
            first = last;
        }
        order
    }

    /// Whether a claim may be this subject's.
    pub(super) fn allows(&self, offset: usize, mention: &Mention) -> bool {
        let Some(Some((list, place))) = self.places.get(offset) else { return true };
        self.items[*list]
            .get(*place)
            .is_some_and(|item| item.0 <= mention.words.0 && mention.words.1 <= item.1)
    }

    /// Whether a claim stands in such a list.
    pub(super) fn has(&self, offset: usize) -> bool {
        matches!(self.places.get(offset), Some(Some(_)))
    }
}

/// Whether nothing but a comma and an “and” stands between two words.
fn joins(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).len() < 3 && (from..to).all(|at| is_joint(sentence, at))
}

fn is_joint(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.text(at) == "," || sentence.language.lexicon.has(sentence.text(at), &Meaning::Role(Role::And))
}

/// The items of the list of names in front of a word: runs of words with capitals between commas, around the names
/// that are known.
fn names(sentence: &Sentence<'_>, mentions: &[Mention], before: usize) -> Vec<Run> {
    let known = mentions.iter().filter(|mention| mention.is_named() && mention.words.1 <= before);
    let Some(anchor) = known.map(|mention| mention.words).next_back() else { return Vec::new() };
    let name_word = |at: usize| {
        let capital = sentence.words.get(at).is_some_and(|word| word.case != Case::Lower);
        capital && sentence.shape(at) == Shape::Content || at > 0 && is_inner(sentence, at)
    };
    let mut items = vec![grown(anchor, before, name_word)];
    while let Some(first) = items.first().copied() {
        let joint = (0..first.0).rev().take_while(|at| is_joint(sentence, *at)).last();
        let Some(end) = joint.filter(|end| *end > 0 && name_word(end - 1)) else { break };
        items.insert(0, grown((end - 1, end), end, name_word));
    }
    while let Some(last) = items.last().copied() {
        let joint = (last.1..before).take_while(|at| is_joint(sentence, *at)).last();
        let Some(start) = joint.map(|at| at + 1).filter(|start| *start < before && name_word(*start)) else {
            break;
        };
        items.push(grown((start, start + 1), before, name_word));
    }
    items
}

/// The small words inside a name: “Isle of Man”.
fn is_inner(sentence: &Sentence<'_>, at: usize) -> bool {
    let capital = |at: usize| sentence.words.get(at).is_some_and(|word| word.case != Case::Lower);
    sentence.language.lexicon.has(sentence.text(at), &Meaning::Role(Role::Of))
        && capital(at - 1)
        && capital(at + 1)
}

/// A run with the words of its name around it.
fn grown(run: Run, end: usize, name_word: impl Fn(usize) -> bool) -> Run {
    let (mut first, mut last) = run;
    while first > 0 && name_word(first - 1) {
        first -= 1;
    }
    while last < end && name_word(last) {
        last += 1;
    }
    (first, last)
}
