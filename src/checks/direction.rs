//! A verb that says the one way where its two ends go the other: “fell to 3.9 percent from 3.7 percent”.

use super::change::{Change, Line};
use super::figure::{Side, in_common};
use super::items::{Item, What};
use super::percent_change::CHECK;
use super::prose::Sentence;
use super::{Article, Said};
use crate::claims::Claim;
use crate::language::{Beside, Cue, Meaning};
use crate::span::Span;
use crate::value::{Measure, Number, Value};
use crate::verdict::{Finding, Outcome};

/// Smaller numbers may be places in a table or ranks: who rose to 5 from 8 has done well.
const RANKS: i64 = 300;

/// More words stand between two ends only where more is said than both.
const NEAR: usize = 12;

/// So much of a sentence is read to either side, in bytes.
const REACH: usize = 400;

/// Whether a sentence may give the two ends of a change: what stands in front of an amount and between two is looked up.
pub(super) fn may_be_told(article: &Article<'_>, sentence: Sentence<'_>) -> bool {
    /// “members from”, in bytes.
    const GAP: u32 = 40;
    let is_end = |text: &str| {
        let word = text.split_whitespace().next_back().unwrap_or_default();
        let end = |own: &Meaning| matches!(own, Meaning::Cue(Cue::Before | Cue::After)).then_some(());
        article.language.lexicon.meaning_of(word, end).is_some()
    };
    let mut amounts = (sentence.first..).zip(sentence.claims).filter(|(_, claim)| claim.kind.is_amount());
    let mut last: Option<&Claim> = None;
    amounts.any(|(index, claim)| {
        let text = &article.document.blocks[claim.block as usize].text;
        let pair = last.replace(claim).is_some_and(|last| {
            let gap = text.get(last.span.end as usize..claim.span.start as usize);
            let before = last.span.start.saturating_sub(GAP) as usize;
            let before = || text.get(text.ceil_char_boundary(before)..last.span.start as usize);
            gap.is_some_and(|gap| gap.len() < GAP as usize && is_end(gap)) && before().is_some_and(is_end)
        });
        let range = matches!(&claim.value, Value::Amount { low, high: Some(high), .. } if *low != **high);
        pair || range && article.begins_with_cue(index, Cue::Before)
    })
}

/// What a sentence says the wrong way round, but for the ends that a rate of change was found beside.
pub(super) fn look(article: &Article<'_>, items: &[Item], changes: &[Change]) -> Vec<Said> {
    let line = Line::new(article, items);
    let rated = |moved: &Moved| {
        let ends = [moved.before.claim, moved.after.claim];
        changes.iter().any(|change| ends.contains(&change.after.claim) || ends.contains(&change.before.claim))
    };
    let ways = (0..items.len()).filter(|at| line.is_way(*at));
    let all = ways.filter_map(|at| moved(article, items, &line, at));
    all.filter(|moved| !rated(moved)).filter_map(|moved| moved.judge(article, items)).collect()
}

/// A verb of rising or falling with both ends right behind it.
pub(super) struct Moved {
    pub(super) up: bool,
    /// The verb, among the items.
    pub(super) at: usize,
    /// Behind the ends.
    pub(super) end: usize,
    pub(super) before: Side,
    pub(super) after: Side,
}

/// “Fell to 90 from 110”, “rose sharply from 80 to 100”.
pub(super) fn moved(article: &Article<'_>, items: &[Item], line: &Line<'_>, at: usize) -> Option<Moved> {
    if !line.is_way(at) {
        return None;
    }
    let mut first = at + 1;
    while line.what(first) == Some(What::Cue(Cue::Aside)) {
        first += 1;
    }
    let starts = match line.what(first)? {
        What::Cue(Cue::Before | Cue::After) => true,
        What::Amount(claim) => article.begins_with_cue(claim, Cue::Before),
        _ => false,
    };
    let text = &article.document.blocks[block_of(article, items)? as usize].text;
    let verb = text.get(items[at].span.range())?;
    if !starts || !article.means(verb, &Meaning::Cue(Cue::Moved)) {
        return None;
    }
    let ends = line.ends_behind(at + 1)?;
    let (before, after) = (ends.before?, ends.after?);
    // “From a revised 3.7 percent”, “from an estimated 15”.
    let plain = |three: &[Item]| match three {
        [end, next, then] if matches!(end.what, What::Cue(Cue::Before | Cue::After)) => {
            let value = |item: &Item| matches!(item.what, What::Amount(_) | What::Time);
            value(next) || next.what == What::Function && value(then)
        }
        _ => true,
    };
    let near = ends.end <= at + NEAR && items.get(at..(ends.end + 1).min(items.len()))?.windows(3).all(plain);
    near.then_some(Moved { up: items[at].what == What::Cue(Cue::Up), at, end: ends.end, before, after })
}

fn block_of(article: &Article<'_>, items: &[Item]) -> Option<u32> {
    items.iter().find_map(|item| match item.what {
        What::Amount(claim) => Some(article.claims[claim].block),
        _ => None,
    })
}

impl Moved {
    fn judge(&self, article: &Article<'_>, items: &[Item]) -> Option<Said> {
        let [now, then] = in_common(&self.after, &self.before)?;
        let (above, below) = if self.up { (&then, &now) } else { (&now, &then) };
        let other_way = above.lo.value()? > below.hi.value()?;
        if !other_way
            || self.is_scaled()
            || !self.is_count(article, items)
            || !self.is_asserted(article, items)
        {
            return None;
        }
        let (now, then) = (&article.claims[self.after.claim], &article.claims[self.before.claim]);
        let block = &article.document.blocks[now.block as usize];
        let span = items.get(self.at)?.span;
        let verb = block.text.get(span.range())?;
        let ends = if now.span == then.span {
            article.said(now).to_owned()
        } else {
            format!("from {} to {}", article.said(then), article.said(now))
        };
        let way = if self.up { "fall" } else { "rise" };
        let mut spans: Vec<Span> = vec![now.span];
        spans.extend((now.span != then.span).then_some(then.span));
        let mut labels = vec![(span, format!("{ends} is a {way}"))];
        labels.extend(spans.into_iter().map(|span| (span, String::new())));
        let finding = Finding {
            rule: CHECK.id,
            message: format!("the text says “{verb}”, but {ends} is a {way}"),
            labels,
            ..Finding::default()
        };
        Some(Said { claim: self.after.claim, outcome: Outcome::Contradicts, finding })
    }

    /// “From $900 to $1.1 million”, “from 850,000 to 1.2”: a scale that is written once, or left out; or a number below
    /// zero, which grows as it gets less.
    fn is_scaled(&self) -> bool {
        let (low, high) = (&self.before.value, &self.after.value);
        let (low, high) = if low < high { (low, high) } else { (high, low) };
        low.is_negative() || low.is_zero() || low * &Number::from(5) < *high
    }

    /// Whether both ends are amounts of what rose or fell, and no places in a table, prices for something else.
    fn is_count(&self, article: &Article<'_>, items: &[Item]) -> bool {
        let turned = |text: &str| {
            [Cue::Turned, Cue::Inverse, Cue::Loss].iter().any(|cue| article.means(text, &Meaning::Cue(*cue)))
        };
        let Some((before, behind)) = self.around(article, items) else { return false };
        let few = [&self.before, &self.after]
            .iter()
            .any(|side| side.measure == Measure::Count && side.value < Number::from(RANKS));
        let counted = |side: &Side| article.claims[side.claim].noun.is_some();
        let number = || article.means(before, &Meaning::Cue(Cue::Number));
        !turned(before)
            && !turned(behind)
            && (!few || counted(&self.before) || counted(&self.after) || number())
            && self.ends_there(article, items)
    }

    /// “From 15 percent forecast”: what stands behind the ends may be about them.
    fn ends_there(&self, article: &Article<'_>, items: &[Item]) -> bool {
        let Some(next) = items.get(self.end) else { return true };
        let counted = || {
            let last = [&self.before, &self.after].map(|side| &article.claims[side.claim]);
            let last = last.into_iter().max_by_key(|claim| claim.span.end)?;
            let noun = last.noun.filter(|noun| noun.start <= next.span.start && next.span.end <= noun.end)?;
            let text = &article.document.blocks[last.block as usize].text;
            Some(!article.means(text.get(noun.range())?, &Meaning::Beside(Beside::Statistic)))
        };
        match next.what {
            What::Word => counted().unwrap_or(false),
            What::Cue(_) | What::Of | What::Amount(_) => false,
            _ => true,
        }
    }

    fn is_asserted(&self, article: &Article<'_>, items: &[Item]) -> bool {
        self.around(article, items).is_some_and(|(before, _)| !article.means(before, &Meaning::Unasserted))
    }

    /// What the sentence says in front of the verb and behind the ends.
    fn around<'a>(&self, article: &Article<'a>, items: &[Item]) -> Option<(&'a str, &'a str)> {
        let text = &article.document.blocks[block_of(article, items)? as usize].text;
        let (first, last) = (items.first()?, items.last()?);
        let verb = items.get(self.at)?.span;
        let end = items.get(self.end.checked_sub(1)?)?.span.end;
        let before = text.get(first.span.start as usize..verb.start as usize)?;
        let behind = text.get(end as usize..last.span.end as usize)?;
        let near = before.ceil_char_boundary(before.len().saturating_sub(REACH));
        Some((&before[near..], &behind[..behind.floor_char_boundary(REACH)]))
    }
}
