//! A change that is told over two sentences: “Profit was $4 million in 2018. It rose 25 percent to $6 million in 2019.”,
//! “Sales fell 10 percent. They dropped to 90 from 110.”
//!
//! Only what leaves no doubt is held against each other: the second sentence begins with “it” or “they”, one of the
//! two gives a single amount, and the years, where there are any, follow each other.

use super::Article;
use super::change::{Change, Line, Rate, is_wanted};
use super::direction::moved;
use super::figure::{Side, amount_of};
use super::items::{Item, What, text_of};
use super::prose::Sentence;
use crate::claims::{Claim, Kind};
use crate::language::{Beside, Cue, Meaning, Told};
use crate::value::Value;

/// Items that a plain sentence has.
const PLAIN: usize = 30;

/// The change that two sentences in a row tell.
pub(super) fn change(article: &Article<'_>, first: Sentence<'_>, second: Sentence<'_>) -> Option<Change> {
    let amounts =
        |sentence: Sentence<'_>| sentence.claims.iter().filter(|claim| claim.kind.is_amount()).count();
    if !second.follows(&first) || amounts(first) != 1 || !(1..=2).contains(&amounts(second)) {
        return None;
    }
    let begins = second.span.start as usize;
    let word = second.text.get(begins..)?.split(|c: char| !c.is_alphabetic()).next()?;
    if !article.is(word, &Meaning::Told(Told::Them)) {
        return None;
    }
    let (before, behind) = (article.items(first, is_wanted), article.items(second, is_wanted));
    if before.len() > PLAIN
        || behind.len() > PLAIN
        || is_other(article, &before)
        || is_other(article, &behind)
    {
        return None;
    }
    amount_first(article, &before, &behind).or_else(|| rate_first(article, &before, &behind))
}

/// “Profit was $4 million in 2018. It rose 25 percent to $6 million in 2019.”
fn amount_first(article: &Article<'_>, first: &[Item], second: &[Item]) -> Option<Change> {
    let (at, before) = the_amount(article, first)?;
    let before = Side::of(article, before)?;
    let verb = first.get(at.checked_sub(1)?)?;
    let text = text_of(article, first)?;
    let is = article.is(text.get(verb.span.range())?, &Meaning::Beside(Beside::Link));
    let ends = first.get(at + 1..)?.iter().all(|item| match item.what {
        What::Time | What::Function | What::Mark(',' | '.') => true,
        What::Word => before.counts,
        _ => false,
    });
    let line = Line::new(article, second);
    let (place, claim) = second.iter().enumerate().find_map(|(place, item)| match item.what {
        What::Amount(claim) => Some((place, claim)),
        _ => None,
    })?;
    let rate = Rate::of(article, &article.claims[claim])?;
    let (up, way) = line.direction(place)?;
    let ends_behind = line.ends_behind(way.max(place) + 1)?;
    let after = ends_behind.after.filter(|after| ends_behind.before.is_none() && after.is_like(&before))?;
    let same =
        after.measure.is_same(&before.measure) && is && ends && !line.is_other_base(way.min(place), place);
    let years = match (year(article, first), year(article, second)) {
        (Years::None | Years::One(_), Years::None) => true,
        (Years::One(one), Years::One(other)) => one + 1 == other,
        _ => false,
    };
    (same && years).then_some(Change { claim, rate, up, after, before, others: Vec::new(), sure: true })
}

/// “Sales fell 10 percent last year. They dropped to 90 from 110.”
fn rate_first(article: &Article<'_>, first: &[Item], second: &[Item]) -> Option<Change> {
    let (at, claim) = the_amount(article, first)?;
    let own = &article.claims[claim];
    let percent = own.kind == Kind::Percent && amount_of(own).is_some();
    let rate = Rate::of(article, own).filter(|_| percent)?;
    let (up, way) = Line::new(article, first).direction(at)?;
    let right_behind = way + 1 == at || way + 2 == at && first[way + 1].what == What::Function;
    let ends = first.get(at + 1..)?.iter().all(|item| {
        matches!(item.what, What::Time | What::Function | What::Mark(',' | '.') | What::Cue(Cue::Aside))
    });
    let line = Line::new(article, second);
    let moved = (0..second.len()).find_map(|place| moved(article, second, &line, place))?;
    let no_time = matches!(year(article, second), Years::None);
    let plain = right_behind && ends && no_time && moved.up == up && moved.at <= 2;
    let (after, before) = (moved.after, moved.before);
    plain.then_some(Change { claim, rate, up, after, before, others: Vec::new(), sure: true })
}

/// The years that a sentence speaks of.
enum Years {
    None,
    One(i16),
    /// Another time, or several.
    Other,
}

fn year(article: &Article<'_>, items: &[Item]) -> Years {
    let mut found = Years::None;
    let Some(first) = items.iter().find_map(|item| match item.what {
        What::Amount(claim) => Some(claim),
        _ => None,
    }) else {
        return Years::Other;
    };
    let own = &article.claims[first];
    let same = |claim: &&Claim| (claim.block, claim.sentence) == (own.block, own.sentence);
    let start = article.claims[..first].iter().rev().take_while(same).count();
    for claim in
        article.claims[first - start..].iter().take_while(same).filter(|claim| !claim.kind.is_amount())
    {
        let year = match (&claim.value, &found) {
            (Value::Date(date), Years::None) => date.year(),
            _ => None,
        };
        let Some(year) = year else { return Years::Other };
        found = Years::One(year);
    }
    found
}

/// The one amount of a sentence.
fn the_amount(article: &Article<'_>, items: &[Item]) -> Option<(usize, usize)> {
    let (at, claim) = items.iter().enumerate().find_map(|(at, item)| match item.what {
        What::Amount(claim) => Some((at, claim)),
        _ => None,
    })?;
    article.claims[claim].hedge.is_none().then_some((at, claim))
}

/// “Would”, “forecast”, “on average”, “excluding”: not what was, or not all of it.
fn is_other(article: &Article<'_>, items: &[Item]) -> bool {
    let other = |item: &Item| {
        matches!(
            item.what,
            What::Cue(Cue::OtherBase | Cue::Loss | Cue::Inverse | Cue::Extreme | Cue::Clause)
                | What::Break
                | What::And
                | What::Or
                | What::Mark('(' | ';' | ':' | '“' | '"')
        )
    };
    let text = text_of(article, items).unwrap_or_default();
    items.iter().any(other) || {
        let (first, last) = (items.first(), items.last());
        let whole = first
            .zip(last)
            .and_then(|(first, last)| text.get(first.span.start as usize..last.span.end as usize));
        whole.is_none_or(|whole| {
            article.means(whole, &Meaning::Unasserted)
                || article.means(whole, &Meaning::Beside(Beside::Statistic))
        })
    }
}
