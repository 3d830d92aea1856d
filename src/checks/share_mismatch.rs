//! A part and its whole beside the percentage that they come to: “250 of 1,000, or 20 percent”, “one in
//! four (20 %)”.

mod line;

use super::figure::{amount_of, to_last_digit};
use super::needs::{Need, Sentences};
use super::prose::Sentence;
use super::signs::Signs;
use super::{Article, Check, Run, Said, slip};
use crate::claims::{Claim, Kind};
use crate::language::{Class, Cue, Starts, Token};
use crate::value::{Interval, Measure, Number, Value, amount_in_words};
use crate::verdict::{Finding, Outcome};
use line::Line;

pub(super) const CHECK: Check = Check {
    id: "share-mismatch",
    file: ("rules/checks/share-mismatch.yaml", include_str!("../../rules/checks/share-mismatch.yaml")),
    run: Run::Sentences {
        needs: &[SHARED.with(Starts::SAME.or(Starts::SUM)), SHARED.marked(&['(', '–', '—'])],
        run,
    },
};

/// A percentage and another amount.
const SHARED: Need = Need::amounts(2, usize::MAX).and(Signs::of(Kind::Percent));

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let beside = sentences.iter().filter(Sentence::has_percentage_beside);
    beside.flat_map(|sentence| look(sentences.article, sentence)).collect()
}

impl Sentence<'_> {
    /// Whether a mark, an “or” or the like stands between a percentage and the amount in front of it or behind it, as
    /// far as the tokens tell.
    fn has_percentage_beside(&self) -> bool {
        let text = self.text.get(self.span.range()).unwrap_or_default();
        let Some(tokens) = self.article.cut.of(self.first) else { return true };
        let starts_with = |token: &Token, marks: &[char]| {
            token.class == Class::Mark && text[token.start as usize..].starts_with(marks)
        };
        let same = |tokens: &[Token]| {
            tokens.len() <= LONGEST && tokens.iter().any(|token| token.uses.marks.meets(Starts::SAME))
        };
        let gap = |one: &Claim, next: &Claim| {
            let [from, to] = [one.span.end, next.span.start].map(|at| at - self.span.start);
            let first = tokens.partition_point(|token| token.start < from);
            let length = tokens[first..].partition_point(|token| token.start < to);
            tokens[first..].split_at(length)
        };
        self.claims.windows(2).any(|pair| {
            let (gap, behind) = gap(&pair[0], &pair[1]);
            let Some((last, rest)) = gap.split_last() else { return false };
            let percent =
                |claim: &Claim| matches!(claim.value, Value::Amount { measure: Measure::Percent, .. });
            let ahead = || {
                let comma = gap.iter().rposition(|token| starts_with(token, &[',', '–', '—']));
                // “48 of the 120 seats, 40 percent of the total”
                let of = || behind.iter().find(|token| token.start >= pair[1].span.end - self.span.start);
                starts_with(last, &['(', '–', '—'])
                    || comma.is_some_and(|comma| same(&gap[comma + 1..]))
                    || starts_with(last, &[',']) && of().is_some_and(|of| of.uses.marks.meets(OF))
            };
            let repeated = || rest.is_empty() && starts_with(last, &['(']) || same(gap);
            percent(&pair[1]) && ahead() || percent(&pair[0]) && repeated()
        })
    }
}

/// More tokens than any phrase has with a comma in front.
const LONGEST: usize = 17;

/// What “of” and “out of” are marked with.
const OF: Starts = Starts::JOINT.or(Starts::CUE);

/// A share that a percentage tells in other words.
struct Share {
    /// The claims that it is made of: a part and its whole, or a fraction alone.
    claims: Vec<usize>,
    /// In percent.
    value: Number,
    extent: Interval<Number>,
    /// Whether nothing else may be meant.
    sure: bool,
}

fn look(article: &Article<'_>, sentence: Sentence<'_>) -> Vec<Said> {
    let items =
        article.items(sentence, |cue| matches!(cue, Cue::OutOf | Cue::SameAs | Cue::Rest | Cue::Total));
    let line = Line { article, items: &items };
    let mut found = Vec::new();
    for at in 0..items.len() {
        let Some(claim) = line.percentage(at) else { continue };
        let share = line.share_ahead(at).or_else(|| line.share_behind(at));
        found.extend(share.and_then(|share| judge(article, claim, &share)));
    }
    found
}

fn judge(article: &Article<'_>, percent: usize, share: &Share) -> Option<Said> {
    let claim = &article.claims[percent];
    let agrees = to_last_digit(article, claim)?.meets(&share.extent);
    let outcome = match (agrees, share.sure) {
        (true, _) => Outcome::Agrees,
        (false, true) => Outcome::Contradicts,
        (false, false) => return None,
    };
    let said = article.said(claim);
    let parts: Vec<&str> = share.claims.iter().map(|&index| article.said(&article.claims[index])).collect();
    let parts = parts.join(" of ");
    let expected = Some(share.value.rounded(1).to_string());
    if agrees {
        let message = format!("{parts} is {said}");
        let finding = Finding { rule: CHECK.id, expected, message, ..Finding::default() };
        return Some(Said { claim: percent, outcome, finding });
    }
    let right = format!("{} percent", amount_in_words(&share.value.rounded(1)));
    let message = format!("the text says {parts} is {said}, but it is {right}");
    let mut labels = vec![(claim.span, format!("{parts} is {right}"))];
    labels.extend(share.claims.iter().map(|&index| (article.claims[index].span, String::new())));
    let found = Finding { rule: CHECK.id, expected, message, labels, ..Finding::default() };
    if !article.in_full {
        return Some(Said { claim: percent, outcome, finding: found });
    }
    let mut corrections = Vec::new();
    let mut offer = |index: usize, value: &Number, condition: String| {
        let claim = &article.claims[index];
        let text = article.rewritten(claim, value).filter(|text| text != article.text_of(claim));
        if let Some(text) = text {
            let words = format!("write “{text}” if {condition}");
            corrections.push((claim.span, text, words));
        }
    };
    offer(percent, &share.value, format!("{parts} is right"));
    if let ([part, whole], Some((value, _))) = (share.claims.as_slice(), amount_of(claim))
        && let Some((whole_value, _)) = amount_of(&article.claims[*whole])
    {
        let hundredth = value * &Number::ratio(1, 100);
        let whole_said = article.said(&article.claims[*whole]);
        offer(*part, &(whole_value * &hundredth), format!("{said} of {whole_said} is right"));
    }
    let widths = share.claims.iter().filter(|_| share.claims.len() > 1);
    let mut notes: Vec<String> =
        widths.filter_map(|&index| article.width_of(&article.claims[index])).collect();
    notes.extend(slip_in(article, percent, share));
    let finding = Finding { notes, corrections, ..found };
    Some(Said { claim: percent, outcome, finding })
}

/// Which slip in the percentage, the part or the whole would explain it.
fn slip_in(article: &Article<'_>, percent: usize, share: &Share) -> Option<String> {
    let value_of = |index: usize| amount_of(&article.claims[index]).map(|(value, _)| value.clone());
    let said = value_of(percent)?;
    let (part, whole) = match share.claims.as_slice() {
        [part, whole] => (value_of(*part)?, value_of(*whole)?),
        _ => (share.value.clone(), Number::from(100)),
    };
    let half = article.last_digit(&article.claims[percent]) * Number::half();
    let right = |said: &Number, part: &Number, whole: &Number| {
        let share = part.clone() * Number::from(100) / whole.clone();
        (said - &share).abs() <= half
    };
    let claims = std::iter::once(percent).chain(share.claims.iter().copied());
    slip::hint(article, claims, |place, value| match share.claims.as_slice() {
        _ if value.is_zero() => false,
        _ if place == percent => right(value, &part, &whole),
        [own, _] if place == *own => right(&said, value, &whole),
        [_, own] if place == *own => right(&said, &part, value),
        _ => false,
    })
}
