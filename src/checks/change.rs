//! How a sentence says that something changed: a rate, a direction, and the amounts at both ends.

use std::cmp::Ordering;

use super::Article;
use super::ends::Ends;
use super::figure::{Figure, Side, amount_of, extent_of, hull, to_last_digit};
use super::items::{Item, What};
use crate::claims::{Claim, Kind};
use crate::language::{Cue, Meaning};
use crate::value::{Interval, Measure, Number};

/// A rate of change with what it changed from and to.
#[derive(Debug)]
pub(super) struct Change {
    /// The claim of the rate.
    pub(super) claim: usize,
    pub(super) rate: Rate,
    pub(super) up: bool,
    pub(super) after: Side,
    pub(super) before: Side,
    /// Other amounts that may be meant by either end.
    pub(super) others: Vec<Side>,
    /// Whether the sentence leaves no doubt that these belong together.
    pub(super) sure: bool,
}

/// By how much something changed.
#[derive(Debug, Clone)]
pub(super) enum Rate {
    /// Hundredths of what it was.
    Percent(Interval<Number>),
    /// So many times what it was.
    Times(Interval<Number>),
    /// Percentage points.
    Points(Interval<Number>),
}

/// What a claim is a rate of, if it may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Percent,
    /// “A third”.
    Fraction,
    Times,
    Points,
    /// “From 27 to 33 percent, up six points”.
    CountedPoints,
}

impl Of {
    fn claim(article: &Article<'_>, claim: &Claim) -> Option<Self> {
        let (value, measure) = amount_of(claim)?;
        match (claim.kind, measure) {
            (Kind::Percent, Measure::PercentagePoint) => Some(Self::Points),
            (Kind::Number, Measure::Count) if is_points(article, claim) => Some(Self::CountedPoints),
            (Kind::Percent, _) => Some(Self::Percent),
            (Kind::Ratio, _) => (*value > Number::from(1)).then_some(Self::Times),
            (Kind::Number, Measure::Count) if !value.is_integer() && value < &Number::from(1) => {
                Figure::of(article, claim).is_none().then_some(Self::Fraction)
            }
            _ => None,
        }
    }
}

impl Rate {
    pub(super) fn of(article: &Article<'_>, claim: &Claim) -> Option<Self> {
        Self::so_much(article, claim, Of::claim(article, claim)?)
    }

    fn so_much(article: &Article<'_>, claim: &Claim, of: Of) -> Option<Self> {
        let (value, _) = amount_of(claim)?;
        let extent = extent_of(claim)?;
        Some(match of {
            Of::Percent => Self::Percent(to_last_digit(article, claim)?),
            Of::Points => Self::Points(to_last_digit(article, claim)?),
            Of::CountedPoints => {
                let half = article.last_digit(claim) * Number::half();
                Self::Points(Interval::between(value - &half, value + &half))
            }
            Of::Times => {
                // “Doubled” is no figure: an eighth more or less is still the double, unless it is said to be more.
                let eighth = value * &Number::ratio(1, 8);
                let more = claim.hedge.is_some_and(|hedge| hedge.direction().is_some_and(Ordering::is_gt));
                let least = if more { value.clone() } else { value - &eighth };
                Self::Times(hull(extent, &Interval::between(least, value + &eighth)))
            }
            Of::Fraction => {
                let percent = value * &Number::from(100);
                // It is no figure either, but it is not a quarter.
                let tenth = &percent * &Number::ratio(1, 10);
                Self::Percent(Interval::between(&percent - &tenth, &percent + &tenth))
            }
        })
    }
}

impl Rate {
    /// The same, had another figure been written, to half of its last digit.
    pub(super) fn with(&self, value: &Number, half: &Number) -> Self {
        let exact = Interval::between(value - half, value + half);
        match self {
            Self::Percent(_) => Self::Percent(exact),
            Self::Times(_) => Self::Times(exact),
            Self::Points(_) => Self::Points(exact),
        }
    }
}

fn is_points(article: &Article<'_>, claim: &Claim) -> bool {
    let text = &article.document.blocks[claim.block as usize].text;
    let behind = text[claim.span.end as usize..].split(|c: char| !c.is_alphabetic()).nth(1);
    behind.is_some_and(|word| article.language.lexicon.has(word, &Meaning::Cue(Cue::Points)))
}

/// The cues that a change is told with.
pub(super) fn is_wanted(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Up
            | Cue::Down
            | Cue::Before
            | Cue::After
            | Cue::Aside
            | Cue::OtherBase
            | Cue::Loss
            | Cue::Inverse
            | Cue::Extreme
            | Cue::Clause
    )
}

/// All changes that a sentence tells.
pub(super) fn changes(article: &Article<'_>, items: &[Item]) -> Vec<Change> {
    let mut line = Line::new(article, items);
    let mut found = Vec::new();
    for at in 0..items.len() {
        if let Some(change) = line.change(at) {
            line.used.push((change.after.claim, change.before.claim));
            found.push(change);
        }
    }
    found
}

/// Most items that may stand between a rate and its ends.
pub(super) const REACH: usize = 24;

/// Ends further back are those of another statement.
const FEW: usize = 4;

/// Most items in front of a rate that are looked at.
const FAR: usize = 80;

/// A sentence that may tell of changes.
pub(super) struct Line<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) items: &'a [Item],
    /// Behind the ends of the change told before.
    floor: usize,
    /// Ends that a rate has: another rate beside them belongs to something else.
    used: Vec<(usize, usize)>,
}

impl<'a> Line<'a> {
    pub(super) fn new(article: &'a Article<'a>, items: &'a [Item]) -> Self {
        Self { article, items, floor: 0, used: Vec::new() }
    }
}

impl Line<'_> {
    pub(super) fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    fn change(&mut self, at: usize) -> Option<Change> {
        let Some(What::Amount(claim)) = self.what(at) else { return None };
        if self.is_part_of_one(at) {
            return None;
        }
        let own = &self.article.claims[claim];
        if !matches!(own.kind, Kind::Percent | Kind::Number | Kind::Ratio) {
            return None;
        }
        // Which way is seldom told, and sooner asked than what a figure is; what it may mean comes last.
        let told_before = self.told_before(at);
        let direction = self.direction(at);
        if told_before.is_none() && direction.is_none() && own.kind != Kind::Ratio {
            return None;
        }
        let of = Of::claim(self.article, own)?;
        let rate = || Rate::so_much(self.article, own, of);
        if let Some((up, way, ends)) = told_before
            && let Ends { after: Some(after), before: Some(before), end } = ends
        {
            let rate = rate()?;
            let others = self.others(way, end, [claim, after.claim, before.claim]);
            self.floor = at + 1;
            return Some(Change { claim, rate, up, after, before, others, sure: true });
        }
        let (up, way) = match (of, direction) {
            (_, Some(found)) => found,
            // “Doubled” is its own verb.
            (Of::Times, None) => (true, at),
            (_, None) => return None,
        };
        let head = way.min(at);
        // “Up six points”.
        let points = matches!(of, Of::Points | Of::CountedPoints);
        let noun = points && self.what(at + 1) == Some(What::Word);
        let tail = way.max(at + usize::from(noun)) + 1;
        if self.is_other_base(head, tail) {
            return None;
        }
        let ends = self.ends_behind(tail)?;
        let (after, before, sure, end) = match (ends.after, ends.before) {
            (Some(after), Some(before)) => (after, before, true, ends.end),
            (None, Some(before)) => {
                let set_off = self.is_set_off(head);
                let after = self.amount_ahead(head, &before)?;
                (after, before, set_off, ends.end)
            }
            (None, None) if self.is_set_off(head) && self.ends_here(tail) => {
                let (after, before) = self.ends_ahead(head)?;
                (after, before, true, tail)
            }
            _ => return None,
        };
        if self.used.iter().rev().take(FEW).any(|ends| *ends == (after.claim, before.claim)) {
            return None;
        }
        let rate = rate()?;
        let others = self.others(head, end, [claim, after.claim, before.claim]);
        // “399,000 came, an average of 21,000, up 5 percent from 380,000”: either may have gone up.
        let sure = sure && (others.is_empty() || !self.article.begins_with_cue(after.claim, Cue::Mean));
        self.floor = end;
        Some(Change { claim, rate, up, after, before, others, sure })
    }

    /// “Raised from $80 to $100, or by 25 percent”: the way and both ends in front of a rate that tells the same. Without
    /// “by” it may as well be the share that 100 people are.
    fn told_before(&self, at: usize) -> Option<(bool, usize, Ends)> {
        let mut before = at.checked_sub(1)?;
        let by = self.what(before) == Some(What::Function);
        before = before.checked_sub(usize::from(by))?;
        let comma = before.checked_sub(1)?;
        if self.what(before) != Some(What::Or)
            || self.what(comma) != Some(What::Mark(','))
            || !self.ends_here(at + 1)
        {
            return None;
        }
        let way = (self.start(comma)..comma).rev().take(REACH).find(|&way| self.is_way(way))?;
        let ends = self.ends_behind(way + 1).filter(|ends| ends.end == comma)?;
        let counted = ends.after.as_ref().is_some_and(|after| after.measure == Measure::Count);
        (by || !counted).then_some((self.items[way].what == What::Cue(Cue::Up), way, ends))
    }

    /// “A tenth of a point”, “a quarter of a percentage point”: neither the fraction nor what it is of is the rate.
    fn is_part_of_one(&self, at: usize) -> bool {
        let of = |place: usize| self.what(place) == Some(What::Of);
        let article =
            self.what(at + 2) == Some(What::Function) || matches!(self.what(at + 2), Some(What::Amount(_)));
        let next = of(at + 1) && article;
        let fraction = |place: usize| matches!(self.what(place), Some(What::Amount(_)));
        let before = at >= 2 && of(at - 1) && fraction(at - 2) || {
            let spaced = at >= 3 && self.what(at - 1) == Some(What::Function);
            spaced && of(at - 2) && fraction(at - 3)
        };
        next || before
    }

    /// The word for rising or falling that a rate belongs to: “rose about”, “a rise of”, in front of it, or
    /// behind it: “12 percent fall”.
    pub(super) fn direction(&self, at: usize) -> Option<(bool, usize)> {
        let mut back = at;
        let mut steps = 0;
        while back > 0 && steps < 7 {
            back -= 1;
            steps += 1;
            match self.items[back].what {
                What::Cue(Cue::Up) => return Some((true, back)),
                What::Cue(Cue::Down) => return Some((false, back)),
                What::Word | What::Function | What::Time | What::Cue(Cue::Aside) => {}
                What::Of if back > 0 && self.is_way(back - 1) => {}
                // “rose $2 million, or 5 percent, to”, “rose by 120 (4 percent) to”
                What::Or if back + 1 == at => {
                    back -= usize::from(back > 0 && self.items[back - 1].what == What::Mark(','));
                    back = self.skip_amount(back)?;
                }
                What::Mark('(') if back + 1 == at => back = self.skip_amount(back)?,
                _ => break,
            }
        }
        let ahead = (at + 1..at + 4).take_while(|&ahead| {
            ahead == at + 1 || matches!(self.what(ahead - 1), Some(What::Word | What::Cue(Cue::Aside)))
        });
        ahead.into_iter().find(|&ahead| self.is_way(ahead)).map(|ahead| {
            let up = self.items[ahead].what == What::Cue(Cue::Up);
            (up, ahead)
        })
    }

    pub(super) fn is_way(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Cue(Cue::Up | Cue::Down)))
    }

    /// Where to look for what stands in front: behind the change told before, and no further than a long
    /// sentence.
    pub(super) fn start(&self, head: usize) -> usize {
        self.floor.max(head.saturating_sub(FAR)).min(head)
    }

    /// Whether a word near the rate makes it that of another base, up to the end of its phrase.
    pub(super) fn is_other_base(&self, head: usize, tail: usize) -> bool {
        self.items[head..tail].iter().any(|item| item.what == What::Cue(Cue::OtherBase))
    }

    /// Other amounts of the sentence that could be meant, from the change before to the ends.
    fn others(&self, head: usize, end: usize, own: [usize; 3]) -> Vec<Side> {
        let start = self.start(head).min(end);
        let region = self.items[start..end.min(self.items.len())].iter();
        let claims = region.filter_map(|item| match item.what {
            What::Amount(claim) if !own.contains(&claim) => Side::of(self.article, claim),
            _ => None,
        });
        claims.take(6).collect()
    }
}
