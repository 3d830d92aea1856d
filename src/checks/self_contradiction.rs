//! One text that gives the same thing two values: the headline and the story, the caption and the text.

use rustc_hash::FxHashMap;

use super::headline;
use super::statement::{Statement, majority};
use super::{Article, Check, Run, Said};
use crate::claims::Kind;
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "self-contradiction",
    file: (
        "rules/checks/self-contradiction.yaml",
        include_str!("../../rules/checks/self-contradiction.yaml"),
    ),
    run: Run::Document(run),
};

fn run(article: &Article<'_>) -> Vec<Said> {
    let mut by_thing: FxHashMap<&str, Vec<&Statement>> = FxHashMap::default();
    for statement in article.stated {
        by_thing.entry(&statement.about).or_default().push(statement);
    }
    let mut said: Vec<Said> = by_thing
        .into_values()
        .filter(|same| same.len() > 1)
        .flat_map(|same| compare(article, &same))
        .collect();
    // The order of a table of hashes is nobody's.
    said.sort_by_key(|said| said.claim);
    said.extend(headline::run(article));
    said
}

fn compare(article: &Article<'_>, same: &[&Statement]) -> Vec<Said> {
    let Some(value) = majority(same) else { return Vec::new() };
    let Some(other) = same.iter().find(|one| one.covers(&value)) else { return Vec::new() };
    let told = same.iter().filter(|one| one.claim != other.claim).map(|one| {
        let pair = Pair { article, one: one.claim, other: other.claim };
        let outcome = if one.covers(&value) { Outcome::Agrees } else { Outcome::Contradicts };
        let of = format!(" of “{}”", one.words);
        match outcome {
            Outcome::Agrees => pair.agrees(&of),
            outcome => Said { claim: one.claim, outcome, finding: pair.finding(&of) },
        }
    });
    told.collect()
}

/// Two claims that should say the same.
pub(super) struct Pair<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) one: usize,
    pub(super) other: usize,
}

impl Pair<'_> {
    /// Both say the same, or one the other more closely.
    pub(super) fn agrees(&self, of: &str) -> Said {
        let said = |claim: usize| self.article.text_of(&self.article.claims[claim]);
        let (here, there) = (said(self.one), said(self.other));
        let message = format!("“{here}”{of} goes with “{there}” in another place");
        Said::agrees(self.one, CHECK.id, Some(there.to_owned()), message)
    }

    /// `of` says what both speak of.
    pub(super) fn finding(&self, of: &str) -> Finding {
        let (one, other) = (&self.article.claims[self.one], &self.article.claims[self.other]);
        let (here, there) = (self.article.text_of(one), self.article.text_of(other));
        // “Twelve” at the beginning of a sentence is “twelve” elsewhere.
        let instead = if other.kind == Kind::Number { there.to_lowercase() } else { there.to_owned() };
        let note = |text: &str| format!("here it is “{text}”");
        let mut finding = Finding {
            rule: CHECK.id,
            expected: Some(there.to_owned()),
            message: format!("the text says “{here}”{of}, and in another place “{there}”"),
            labels: vec![(one.span, String::new())],
            corrections: vec![(one.span, instead.clone(), format!("write “{instead}” if that is right"))],
            ..Finding::default()
        };
        if one.block == other.block {
            finding.labels.push((other.span, note(there)));
        } else {
            finding.related.push((other.block, other.span, note(there)));
        }
        finding
    }
}
