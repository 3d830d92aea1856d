//! Why a contradiction may be something else: a denial, another clause, another event, another time.
//!
//! A finding that is in doubt is not printed; `factlint claims` shows it as ambiguous with its reason.

use super::index::Mention;
use super::sentence::{FARTHEST, Near, Place, Sentence};
use super::words::Word;
use crate::claims::Claim;
use crate::facts::Fact;
use crate::value::{Bound, Days, Extent, Interval, Value, day_number};

/// In a sentence that speaks of several things, what happened is said right beside its subject: “The
/// Kestrel Treaty, which was signed …”. Further off it happened to something else: “Under the Kestrel
/// Treaty, France and Spain signed …”. So many words and marks may stand between.
const BESIDE: usize = 3;

/// A date that is further off than this, in years, is another event's, unless one slip explains it.
const SAME_EVENT: u16 = 5;

/// Why a contradiction cannot be told from something else; `None` if nothing speaks against it.
pub(super) fn doubt(
    place: &Place<'_>,
    sentence: &Sentence<'_>,
    fact: &Fact,
    mention: &Mention,
    best: &Near,
) -> Option<String> {
    let claim = &place.claims[best.offset];
    if let Some(word) = unasserted(sentence, fact, best, claim) {
        return Some(format!("“{word}”: the sentence does not assert it"));
    }
    // A pattern has said already which words belong together.
    if let (Some(cue), None) = (best.cue, &fact.pattern) {
        if another_clause(sentence, cue, claim) {
            return Some("cue and value stand in different clauses".into());
        }
        let dated = matches!(fact.is.value, Value::Date(_));
        let between = cue.0.saturating_sub(mention.words.1).max(mention.words.0.saturating_sub(cue.1));
        if dated && mention.named && between > BESIDE {
            return Some("subject and cue stand apart".into());
        }
    }
    if another_event(claim, fact) {
        return Some("the date is so far off that it may be another event's".into());
    }
    another_time(place, fact).then(|| "the text speaks of another time than the fact".into())
}

/// The word by which the sentence does not assert the value, as long as it is no part of the cue.
fn unasserted<'a>(sentence: &Sentence<'a>, fact: &Fact, best: &Near, claim: &Claim) -> Option<&'a str> {
    let here = sentence.place_of(claim.span);
    let found = sentence.unasserted.iter().find(|(first, last)| {
        let in_cue = best.cue.is_some_and(|(from, to)| from <= *first && *last <= to);
        let own = fact.cues.iter().any(|own| own.eq_ignore_ascii_case(sentence.words[*first].text));
        sentence.distance((*first, *last), here) <= FARTHEST && !in_cue && !own
    });
    found.map(|(first, _)| sentence.words[*first].text)
}

/// Whether a word that begins a clause or a semicolon stands between cue and claim; or the cue's clause begins with one
/// (“After the wall fell, …”) and a comma ends it before the claim.
fn another_clause(sentence: &Sentence<'_>, cue: (usize, usize), claim: &Claim) -> bool {
    let here = sentence.place_of(claim.span);
    let (from, to) = if cue.0 < here.0 { (cue.1, here.0) } else { (here.1, cue.0) };
    let breaks_in = |from: usize, to: usize| sentence.breaks.iter().any(|at| (from..to).contains(at));
    let halt = |word: &Word<'_>| matches!(word.text, ";" | ":");
    if breaks_in(from, to) || sentence.words[from.min(to)..to].iter().any(halt) {
        return true;
    }
    let comma = |word: &Word<'_>| matches!(word.text, "," | ";");
    let start = sentence.words[..cue.0].iter().rposition(comma).map_or(0, |at| at + 1);
    let ends = cue.0 < here.0 && sentence.words[from.min(to)..to].iter().any(comma);
    ends && breaks_in(start, cue.0)
}

/// Whether a date is years away and no slip of one figure, nor two figures exchanged, leads to it.
fn another_event(claim: &Claim, fact: &Fact) -> bool {
    let (Value::Date(said), Value::Date(is)) = (&claim.value, &fact.is.value) else { return false };
    let (Some(said), Some(is)) = (said.year(), is.year()) else { return false };
    said.abs_diff(is) > SAME_EVENT && !one_slip(&said.to_string(), &is.to_string())
}

/// Whether one figure is wrong, or two neighbours are exchanged.
fn one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    match differ[..] {
        _ if one.len() != other.len() => false,
        [_] => true,
        [first, second] => second == first + 1 && one[first] == other[second] && one[second] == other[first],
        _ => false,
    }
}

/// Whether the sentence, or else the document, speaks of a time at which the fact does not hold.
fn another_time(place: &Place<'_>, fact: &Fact) -> bool {
    if fact.from.is_none() && fact.until.is_none() {
        return false;
    }
    let end =
        |date: Option<jiff::civil::Date>| date.map_or(Bound::Open, |date| Bound::Included(day_number(date)));
    let valid: Days = Interval { lo: end(fact.from), hi: end(fact.until) };
    let mut spoken_of = place
        .claims
        .iter()
        .filter_map(|claim| match &claim.extent {
            Some(Extent::Days(days)) => Some(days.clone()),
            _ => None,
        })
        .peekable();
    if spoken_of.peek().is_some() {
        return !spoken_of.any(|days| days.meets(&valid));
    }
    place.document.date.is_some_and(|date| !Interval::exactly(day_number(date)).meets(&valid))
}

#[cfg(test)]
mod tests {
    use super::one_slip;

    #[test]
    fn slips_are_one_figure_or_two_exchanged() {
        for (expected, one, other) in [
            (true, "1969", "1869"),
            (true, "1947", "1974"),
            (false, "2019", "1969"),
            (false, "1990", "1973"),
            (false, "1969", "969"),
        ] {
            assert_eq!(expected, one_slip(one, other), "{one} {other}");
        }
    }
}
