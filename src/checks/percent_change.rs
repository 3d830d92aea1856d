//! A rate of change beside both of its ends: “rose 25 percent to 5 million from 4 million”.
//!
//! Both ends and the rate are intervals, so that rounding alone is never a mistake: “8.6 percent to 3.5
//! million from 3.2 million” is right, since 3.47 from 3.19 million is.

use super::change::{Change, Rate, changes, is_wanted};
use super::figure::{Figure, Side, amount_of};
use super::items::What;
use super::needs::{Need, Sentences};
use super::pair::{Pair, Wanted};
use super::prose::Sentence;
use super::signs::Signs;
use super::{Article, Check, Run, Said, direction, sequel, slip};
use crate::claims::{Claim, Kind};
use crate::language::{Beside, Cue, Meaning, Starts};
use crate::value::{Measure, Number, amount_in_words};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "percent-change",
    file: ("rules/checks/percent-change.yaml", include_str!("../../rules/checks/percent-change.yaml")),
    run: Run::Sentences {
        needs: &[
            Need::amounts(2, usize::MAX).with(Starts::WAY),
            Need::shown_by(Signs::RANGE).with(Starts::WAY),
            Need::amounts(1, 2).and(Signs::BEHIND_ONE).with(Starts::WAY),
            Need::amounts(2, usize::MAX).and(Signs::of(Kind::Ratio)),
        ],
        run,
    },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let article = sentences.article;
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        let last = Signs::BEHIND_ONE.is_within(sentence.signs).then(|| sentences.before(&sentence)).flatten();
        let change = last.and_then(|last| sequel::change(article, last, sentence));
        said.extend(change.and_then(|change| judge(article, false, &change)));
        said.extend(look(article, sentence));
    }
    said
}

fn look(article: &Article<'_>, sentence: Sentence<'_>) -> Vec<Said> {
    let amounts = sentence.claims.iter().filter(|claim| claim.kind.is_amount()).count();
    // “Doubled”, “a quarter”: a number is a rate only in words.
    let rate = |claim: &Claim| match claim.kind {
        Kind::Number => !article.text_of(claim).starts_with(|c: char| c.is_ascii_digit()),
        kind => matches!(kind, Kind::Percent | Kind::Ratio),
    };
    let rated = amounts >= 2 && sentence.claims.iter().any(rate);
    if !rated && !direction::may_be_told(article, sentence) {
        return Vec::new();
    }
    let items = article.items(sentence, is_wanted);
    let inverse = items.iter().any(|item| item.what == What::Cue(Cue::Inverse));
    let changes = if rated { changes(article, &items) } else { Vec::new() };
    let mut said: Vec<Said> = changes.iter().filter_map(|change| judge(article, inverse, change)).collect();
    said.extend(direction::look(article, &items, &changes));
    said
}

fn judge(article: &Article<'_>, inverse: bool, change: &Change) -> Option<Said> {
    let pair = Pair::of(&change.after, &change.before)?;
    let wanted = Wanted::of(&change.rate, change.up);
    let agrees = pair.goes_with(&wanted)? || other_reading(inverse, change, &pair, &wanted);
    let outcome = match (agrees, change.sure) {
        (true, _) => Outcome::Agrees,
        (false, true)
            if is_plausible(change)
                && !is_for_each_time(article, change)
                && !turned(inverse, change)
                && is_near(article, change, &pair) =>
        {
            Outcome::Contradicts
        }
        (false, _) => return None,
    };
    let finding = finding(article, change, &pair, outcome == Outcome::Agrees);
    Some(Said { claim: change.claim, outcome, finding })
}

/// Whether another reading of the sentence is right: other amounts as ends, a scale that is written once
/// for both, a rate that falls as its figure rises.
fn other_reading(inverse: bool, change: &Change, pair: &Pair<'_>, wanted: &Wanted<'_>) -> bool {
    let Change { after, before, up, rate, others, .. } = change;
    let thousand = Number::from(1000);
    let [small_after, small_before] = [after, before].map(|side| side.value < thousand);
    let scaled = |scale: Number| {
        small_after && pair.goes_with_after_times(&scale, wanted) == Some(true)
            || small_before && pair.goes_with_before_times(&scale, wanted) == Some(true)
    };
    let between = |after: &Side, before: &Side| Pair::of(after, before)?.goes_with(wanted);
    let other_end =
        |other: &Side| between(other, before) == Some(true) || between(after, other) == Some(true);
    [3, 6, 9, 12].into_iter().map(Number::power_of_ten).any(scaled)
        || others.iter().any(other_end)
        || inverse
            && (pair.goes_with(&Wanted::of(rate, !up)) == Some(true) || between(before, after) == Some(true))
}

/// What is quoted in something else falls as its figure rises: “the krone fell 20 percent, from 120 to 155 to the dollar”.
fn turned(inverse: bool, change: &Change) -> bool {
    inverse && change.up != (change.before.value < change.after.value)
}

/// Whether the ends are as far apart as the rate says, or a slip would make them so: what is further off is the rate of
/// something else.
fn is_near(article: &Article<'_>, change: &Change, pair: &Pair<'_>) -> bool {
    let Rate::Percent(_) = change.rate else { return true };
    let (before, after) = (&change.before.value, &change.after.value);
    let Some((percent, _)) = amount_of(&article.claims[change.claim]) else { return true };
    let way = if change.up { 1 } else { -1 };
    let says = before * &(Number::from(1) + percent * &Number::ratio(way, 100));
    let times = Number::from(FARTHEST);
    let many = !says.is_negative() && (&says * &times < *after || after * &times < says);
    // A fall of 95 percent and one of 99 are not far apart, though what is left is.
    let far = many && (&says - after).abs() > says.max(after.clone()).max(before.clone()) * Number::half();
    !far || slip_in(article, change, pair).is_some()
}

/// So many times what a rate would make it is something else.
const FARTHEST: i64 = 4;

/// “By 4 percent a year from £200,000 in 2010 to £296,000 in 2020”: the ends may lie many of those times apart.
fn is_for_each_time(article: &Article<'_>, change: &Change) -> bool {
    /// “each month”.
    const LONGEST: usize = 2;
    let claim = &article.claims[change.claim];
    let text = &article.document.blocks[claim.block as usize].text;
    let mut behind = String::new();
    for word in text[claim.span.end as usize..].split_whitespace().take(LONGEST) {
        behind.push_str(word);
        behind.push(' ');
        if article.last(&behind, &Meaning::Beside(Beside::Rate)).is_some_and(|found| found.start == 0) {
            return true;
        }
    }
    false
}

/// A bare number that is many times the other end is some other count.
fn is_plausible(change: &Change) -> bool {
    let Change { after, before, .. } = change;
    if after.measure.is_same(&before.measure) && after.measure != Measure::Count {
        return true;
    }
    let (low, high) = if after.value < before.value { (after, before) } else { (before, after) };
    &low.value * &Number::from(30) > high.value
}

fn finding(article: &Article<'_>, change: &Change, pair: &Pair<'_>, agrees: bool) -> Finding {
    let Change { after, before, rate, .. } = change;
    let claims = article.claims;
    let (rate_claim, now, then) = (&claims[change.claim], &claims[after.claim], &claims[before.claim]);
    let said = article.said(rate_claim);
    let way = |up: bool| if up { "rise" } else { "fall" };
    let said_way = match rate {
        Rate::Times(_) => String::new(),
        _ => format!("a {} of ", way(change.up)),
    };
    let ends = if after.claim == before.claim {
        article.said(now).to_owned()
    } else {
        format!("from {} to {}", article.said(then), article.said(now))
    };
    let is = pair.rate(rate);
    let expected = Some(is.rounded(decimals(rate, &is)).to_string());
    if agrees {
        let message = format!("{said_way}{said} fits {ends}");
        return Finding { rule: CHECK.id, expected, message, ..Finding::default() };
    }
    let right = in_words(rate, &is, !is.is_negative());
    let mut labels = vec![(rate_claim.span, right.clone())];
    labels.push((now.span, String::new()));
    if after.claim != before.claim {
        labels.push((then.span, String::new()));
    }
    let message = format!("the text says {said_way}{said}, but {ends} is {right}");
    let found = Finding { rule: CHECK.id, expected, message, labels, ..Finding::default() };
    if !article.in_full {
        return found;
    }
    Finding { notes: notes(article, change, pair), corrections: corrections(article, change, &is), ..found }
}

/// What the amounts may be, the slip that would explain it, and the bounds of the change.
fn notes(article: &Article<'_>, change: &Change, pair: &Pair<'_>) -> Vec<String> {
    let Change { after, before, rate, .. } = change;
    let ends = [before, after].into_iter().filter(|_| after.claim != before.claim);
    let mut notes: Vec<String> =
        ends.filter_map(|side| article.width_of(&article.claims[side.claim])).collect();
    notes.extend(slip_in(article, change, pair));
    if !notes.is_empty()
        && let Some([lo, hi]) = pair.rates(rate)
    {
        notes.push(between(rate, &lo, &hi));
    }
    notes
}

/// Which slip in one of the three would explain it.
fn slip_in(article: &Article<'_>, change: &Change, pair: &Pair<'_>) -> Option<String> {
    let Change { after, before, up, rate, .. } = change;
    let claim = &article.claims[change.claim];
    let half = article.last_digit(claim) * Number::half();
    let own = match amount_of(claim) {
        Some((value, _)) if Figure::of(article, claim).is_some() => rate.with(value, &half),
        _ => rate.clone(),
    };
    let (own, written) = (Wanted::of(&own, *up), pair.as_written(after, before));
    slip::hint(article, [change.claim, after.claim, before.claim], |place, value| {
        let goes = if place == change.claim {
            written.goes_with(&Wanted::of(&rate.with(value, &half), *up))
        } else if place == after.claim {
            pair.goes_with_after(value, &own)
        } else {
            pair.goes_with_before(value, &own)
        };
        goes == Some(true)
    })
}

/// “The change is a fall of 8.04 to 8.25 percent”: a fall is below zero.
fn between(rate: &Rate, lo: &Number, hi: &Number) -> String {
    let write = |value: &Number| amount_in_words(&value.abs().rounded(2));
    let unit = unit_of(rate);
    match (rate, lo.is_negative(), hi.is_negative()) {
        (Rate::Times(_), ..) => format!("it is {} to {} {unit}", write(lo), write(hi)),
        (_, false, _) => format!("the change is a rise of {} to {} {unit}", write(lo), write(hi)),
        (_, true, true) => format!("the change is a fall of {} to {} {unit}", write(hi), write(lo)),
        (_, true, false) => {
            format!("the change is between a fall of {} and a rise of {} {unit}", write(lo), write(hi))
        }
    }
}

/// As many digits as tell a small change from none.
fn decimals(rate: &Rate, value: &Number) -> i32 {
    match rate {
        Rate::Percent(_) if value.abs() >= Number::from(100) => 0,
        // Both ends are written to few digits, and so is what lies between.
        Rate::Points(_) => 3,
        _ => 1,
    }
}

fn unit_of(rate: &Rate) -> &'static str {
    match rate {
        Rate::Percent(_) => "percent",
        Rate::Times(_) => "times as much",
        Rate::Points(_) => "percentage points",
    }
}

fn in_words(rate: &Rate, value: &Number, up: bool) -> String {
    let figure = amount_in_words(&value.abs().rounded(decimals(rate, value)));
    match rate {
        Rate::Times(_) => format!("{figure} times as much"),
        _ => format!("a {} of {figure} {}", if up { "rise" } else { "fall" }, unit_of(rate)),
    }
}

/// Any of the three may be wrong. Where only the direction is, which verb was meant is the author's to say.
fn corrections(
    article: &Article<'_>,
    change: &Change,
    is: &Number,
) -> Vec<(crate::span::Span, String, String)> {
    let Change { after, before, rate, up, .. } = change;
    let mut offers = Vec::new();
    if *up == is.is_negative() || after.claim == before.claim {
        return offers;
    }
    let mut offer = |claim: usize, value: &Number, condition: &str| {
        let claim = &article.claims[claim];
        let text = article.rewritten(claim, value).filter(|text| text != article.text_of(claim));
        if let Some(text) = text {
            let words = format!("write “{text}” if {condition}");
            offers.push((claim.span, text, words));
        }
    };
    offer(change.claim, &is.abs(), "the amounts are right");
    if let Rate::Percent(_) = rate
        && after.measure.is_same(&before.measure)
        && let Some((percent, _)) = amount_of(&article.claims[change.claim])
    {
        let change = percent * &Number::ratio(if *up { 1 } else { -1 }, 100);
        offer(after.claim, &(&before.value * &(Number::from(1) + change)), "the other two are right");
    }
    offers
}
