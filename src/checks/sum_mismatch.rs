//! A total beside all of its parts: “12 people, 5 men and 8 women”, “12 medals: five gold, four silver and
//! two bronze”, “60 percent yes, 25 percent no and the remaining 20 percent undecided”.

use super::chosen::Chosen;
use super::figure::Side;
use super::items::{Item, What, text_of};
use super::needs::{Need, Sentences};
use super::prose::Sentence;
use super::signs::Signs;
use super::sum::{Sum, judge};
use super::{Article, Check, Run, Said};
use crate::claims::Kind;
use crate::language::{Cue, Meaning, Starts};
use crate::value::Measure;

pub(super) const CHECK: Check = Check {
    id: "sum-mismatch",
    file: ("rules/checks/sum-mismatch.yaml", include_str!("../../rules/checks/sum-mismatch.yaml")),
    run: Run::Sentences {
        needs: &[
            Need::amounts(2, MANY).and(Signs::of(Kind::Percent)).with(Starts::SUM),
            Need::amounts(3, MANY).with(Starts::SUM),
            Need::amounts(3, MANY).marked(&['(', ':', '–', '—']),
        ],
        run,
    },
};

/// More parts than a sentence lists.
const MANY: usize = 12;

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    sentences.iter().flat_map(|sentence| look(sentences.article, sentence)).collect()
}

fn is_wanted(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Total
            | Cue::MadeOf
            | Cue::Including
            | Cue::Rest
            | Cue::People
            | Cue::KindOfPeople
            | Cue::Children
            | Cue::KindOfChildren
            | Cue::Played
            | Cue::Won
            | Cue::Lost
            | Cue::Drawn
            | Cue::Mean
            | Cue::Up
            | Cue::Down
            | Cue::By
            | Cue::SomeOf
    )
}

fn look(article: &Article<'_>, sentence: Sentence<'_>) -> Vec<Said> {
    let items = article.items(sentence, is_wanted);
    let line = Line { article, items: &items };
    let mut found: Vec<Said> = (0..items.len()).filter_map(|at| line.total_first(at)).collect();
    // A total behind its parts, a rest and three results have each a word of their own.
    if !sentence.may_have(Starts::SUM) {
        return found;
    }
    if items.iter().any(|item| item.what == What::Cue(Cue::Total)) {
        let last = |at: usize| line.total_last(at).or_else(|| line.total_behind(at));
        found.extend((0..items.len()).filter_map(last));
    }
    if found.is_empty() {
        found.extend(line.with_rest().or_else(|| line.results()));
    }
    found
}

pub(super) struct Line<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) items: &'a [Item],
}

/// How parts are joined to their total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// “(…)”
    Brackets,
    /// “: …”, “– … –”, “made up of …”
    List,
    /// “, …”: it may as well be a list of other things.
    Comma,
}

/// The parts of a list, and where it ends.
pub(super) struct Parts {
    pub(super) sides: Vec<Side>,
    /// Whether each is a kind of people: “men”.
    people: bool,
    /// Whether each is a kind of children: “girls”.
    children: bool,
    pub(super) end: usize,
}

impl Line<'_> {
    pub(super) fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    pub(super) fn side(&self, at: usize) -> Option<Side> {
        let What::Amount(index) = self.what(at)? else { return None };
        let side = Side::of(self.article, index)?;
        let kind = self.article.claims[index].kind;
        let sums = matches!(side.measure, Measure::Count | Measure::Money(_) | Measure::Percent);
        (sums && kind != Kind::Ratio && !side.value.is_negative()).then_some(side)
    }

    /// “12 people: 5 men and 7 women”.
    fn total_first(&self, at: usize) -> Option<Said> {
        let What::Amount(_) = self.what(at)? else { return None };
        let mut next = at + 1;
        let (mut people, mut children) = (false, false);
        while let Some(
            What::Word | What::Function | What::Of | What::Cue(Cue::People | Cue::Children | Cue::Total),
        ) = self.what(next)
        {
            people |= self.what(next) == Some(What::Cue(Cue::People));
            children |= self.what(next) == Some(What::Cue(Cue::Children));
            next += 1;
            if next > at + 6 {
                return None;
            }
        }
        let (joint, begin) = match self.what(next)? {
            What::Mark('(') => (Joint::Brackets, next + 1),
            What::Mark(':' | '–' | '—') | What::Cue(Cue::MadeOf) => (Joint::List, next + 1),
            What::Mark(',') => match self.what(next + 1)? {
                What::Cue(Cue::MadeOf) => (Joint::List, next + 2),
                _ => (Joint::Comma, next + 1),
            },
            _ => return None,
        };
        let (total, parts) = (self.side(at)?, self.parts(begin)?);
        let closes = match (joint, self.what(parts.end)) {
            (Joint::Brackets, end) => end == Some(What::Mark(')')),
            (_, None | Some(What::Mark('.' | ',' | ';' | '–' | '—' | '"' | '”'))) => true,
            (joint, end) => joint == Joint::List && end == Some(What::Break),
        };
        let named = people && parts.people || children && parts.children;
        if !closes || joint == Joint::Comma && !named {
            return None;
        }
        if self.has_more_behind(parts.end) {
            let sum = Sum { total: Some(&total), parts: &parts.sides };
            return sum.agrees().then(|| judge(self.article, &sum, parts.people)).flatten();
        }
        let total = match self.chosen(at) {
            Chosen::All => total,
            Chosen::Alone if joint == Joint::Brackets => total,
            // Of these or those: whichever is the nearer is meant.
            Chosen::Some(some) => {
                let sum = Sum { total: None, parts: &parts.sides }.value();
                let off = |side: &Side| (&side.value - &sum).abs();
                if off(&some) <= off(&total) { some } else { total }
            }
            Chosen::Alone | Chosen::Unknown => {
                let sum = Sum { total: Some(&total), parts: &parts.sides };
                return sum.agrees().then(|| judge(self.article, &sum, parts.people)).flatten();
            }
        };
        judge(self.article, &Sum { total: Some(&total), parts: &parts.sides }, parts.people)
    }

    /// “$50 for the meal and $8 for drinks, plus tax”: the parts are not all that the total is made of.
    pub(super) fn has_more_behind(&self, end: usize) -> bool {
        let rest = self.items.get(end..).unwrap_or_default();
        let stop = rest.iter().position(|item| matches!(item.what, What::Mark(';' | '.')));
        let rest = &rest[..stop.unwrap_or(rest.len())];
        let span = rest.first().zip(rest.last()).map(|(first, last)| first.span.to(last.span));
        let text = text_of(self.article, self.items).zip(span);
        let text = text.and_then(|(text, span)| text.get(span.range()));
        text.is_some_and(|text| self.article.means(text, &Meaning::Cue(Cue::OnTop)))
    }

    /// A list of amounts with a few words behind each, the last joined by “and”.
    pub(super) fn parts(&self, begin: usize) -> Option<Parts> {
        let mut sides = Vec::new();
        let (mut people, mut children) = (true, true);
        let mut at = begin;
        let mut last = false;
        loop {
            let mut words = 0;
            // “namely five men”, “a 5”
            while sides.is_empty() && matches!(self.what(at), Some(What::Function)) && words < 2 {
                (at, words) = (at + 1, words + 1);
            }
            let side = self.side(at)?;
            at += 1;
            let (mut kind, mut child) = (false, false);
            words = 0;
            while let Some(
                What::Word
                | What::Function
                | What::Cue(Cue::KindOfPeople | Cue::People | Cue::Children | Cue::KindOfChildren),
            ) = self.what(at)
            {
                child |= self.what(at) == Some(What::Cue(Cue::KindOfChildren));
                let own = [Cue::KindOfPeople, Cue::Children, Cue::KindOfChildren].map(What::Cue);
                kind |= self.what(at).is_some_and(|what| own.contains(&what));
                (at, words) = (at + 1, words + 1);
                if words > 6 {
                    return None;
                }
            }
            people &= kind;
            children &= child;
            sides.push(side);
            if last {
                break;
            }
            match (self.what(at), self.what(at + 1)) {
                (Some(What::And), _) => (last, at) = (true, at + 1),
                (Some(What::Mark(',')), Some(What::And)) => (last, at) = (true, at + 2),
                (Some(What::Mark(',')), _) => at += 1,
                _ => return None,
            }
        }
        let like = sides.windows(2).all(|pair| pair[0].measure.is_same(&pair[1].measure));
        (sides.len() >= 2 && like).then_some(Parts { sides, people, children, end: at })
    }

    /// “60 percent …, 25 percent … and the remaining 15 percent”; “Of the 12 members, 5 …, 4 … and the
    /// remaining 3 …”.
    fn with_rest(&self) -> Option<Said> {
        let doubtful = |item: &Item| {
            let other = Cue::Including;
            matches!(item.what, What::Cue(Cue::Up | Cue::Down | Cue::Mean | Cue::By))
                || item.what == What::Cue(other)
        };
        let rest = self.items.iter().position(|item| item.what == What::Cue(Cue::Rest))?;
        let last = (rest + 1..rest + 3).find(|&at| self.side(at).is_some())?;
        if self.items.iter().any(doubtful) {
            return None;
        }
        let amounts = (0..=last).filter(|&at| matches!(self.what(at), Some(What::Amount(_))));
        let mut sides = amounts.map(|at| self.side(at)).collect::<Option<Vec<Side>>>()?;
        let like = sides.windows(2).all(|pair| pair[0].measure.is_same(&pair[1].measure));
        if !like || sides.len() < 2 {
            return None;
        }
        if sides[0].measure == Measure::Percent {
            return judge(self.article, &Sum { total: None, parts: &sides }, false);
        }
        // The whole comes first and is said to be one: “Of the 12”.
        let first = (0..last).find(|&at| self.side(at).is_some())?;
        let of = self.items[..first].iter().any(|item| item.what == What::Of);
        if !of || first > 3 || sides.len() < 3 {
            return None;
        }
        let total = sides.remove(0);
        judge(self.article, &Sum { total: Some(&total), parts: &sides }, false)
    }
}
