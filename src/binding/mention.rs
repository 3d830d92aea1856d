//! Which of the names in a sentence are the subject's own: not those that are part of a longer name, nor the
//! country that says where a city lies.

use super::index::Mention;
use super::row::Row;
use super::sentence::{Run, Shape};
use super::words::Case;
use crate::language::{Beside, Cue, Meaning, Role};

/// Keeps the mentions that may be what the sentence speaks of. `cues` are the words of cues, which have
/// capitals in headings.
pub(super) fn own<'c>(row: &Row<'_>, mentions: Vec<Mention>, cues: impl Fn() -> &'c [Run]) -> Vec<Mention> {
    let known = mentions.clone();
    let is_known = |at: usize| {
        let inside = |run: &Run| run.0 <= at && at < run.1;
        known.iter().any(|mention| mention.is_named() && inside(&mention.words)) || cues().iter().any(inside)
    };
    let keep = |mention: &Mention| {
        let another = in_longer_name(row, mention, is_known)
            || is_where_another_lies(row, mention, is_known) && !begins_statement(row, mention, cues())
            || is_of_currency(row, mention);
        !(mention.is_named() && another)
    };
    mentions.into_iter().filter(keep).collect()
}

/// “South Sudan”, “Kenya Airways”: a word with a capital right beside the name belongs to it.
fn in_longer_name(row: &Row<'_>, mention: &Mention, is_known: impl Fn(usize) -> bool) -> bool {
    let (first, end) = mention.words;
    let name_word = |at: usize| {
        let written = row.words.get(at).is_some_and(|word| word.case == Case::Capital);
        written && row.shape(at) == Shape::Content && !opens(row, at) && !is_known(at)
    };
    // A whole heading in capitals shows nothing.
    let in_heading = row.words[first..end].iter().all(|word| word.case == Case::Upper && word.text.len() > 3);
    let touches = |left: usize, right: usize| {
        let (Some(left), Some(right)) = (row.words.get(left), row.words.get(right)) else {
            return false;
        };
        right.span.start.saturating_sub(left.span.end) <= 1
    };
    if in_heading {
        return false;
    }
    let before = first.checked_sub(1).is_some_and(|at| touches(at, first) && name_word(at));
    // “Taiwan’s 2016 presidential election”.
    let owned = first >= 3
        && row.is_possessive(first - 1)
        && matches!(row.text(first - 2), "'" | "’")
        && row.words[first - 3].case != Case::Lower
        && !is_known(first - 3);
    before || owned || touches(end - 1, end) && name_word(end)
}

/// Whether a word may have its capital only since something begins with it: one that the language knows.
fn opens(row: &Row<'_>, at: usize) -> bool {
    let starts = at == 0 || row.shape(at - 1) == Shape::Mark;
    // “Greater Harby” is more than Harby.
    let grammatical = |meaning: &Meaning| match meaning {
        Meaning::Label
        | Meaning::Street
        | Meaning::Holiday(_)
        | Meaning::Unit { .. }
        | Meaning::Currency(_)
        | Meaning::Cue(Cue::Up | Cue::Down)
        | Meaning::Beside(Beside::Excess | Beside::Flow) => None,
        _ => Some(()),
    };
    starts && row.language.lexicon.meaning_of(row.text(at), grammatical).is_some()
}

/// “Located in Western Africa, Niger has …”: nothing is spoken of before, and a verb follows.
fn begins_statement(row: &Row<'_>, mention: &Mention, cues: &[Run]) -> bool {
    let end = mention.words.1;
    let verb = row.beside(Beside::Link, end).is_some();
    verb && !cues.iter().any(|cue| cue.0 < mention.words.0)
}

/// “US$”, “US dollars”: the country is the currency's.
fn is_of_currency(row: &Row<'_>, mention: &Mention) -> bool {
    let currency = |meaning: &Meaning| matches!(meaning, Meaning::Currency(_)).then_some(());
    let end = mention.words.1;
    let sign = row.shape(end) == Shape::Mark;
    let touches = |end: usize| {
        let ends = row.words.get(end - 1).zip(row.words.get(end));
        ends.is_some_and(|(name, sign)| name.span.end == sign.span.start)
    };
    let word = !sign && row.language.lexicon.meaning_of(row.text(end), currency).is_some();
    word || sign && touches(end) && row.text(end) == "$"
}

/// “Nakuru, Kenya”: the name behind the comma says where the place in front of it lies. A list of names that are all
/// known is a list.
fn is_where_another_lies(row: &Row<'_>, mention: &Mention, is_known: impl Fn(usize) -> bool) -> bool {
    let Some(comma) = mention.words.0.checked_sub(1).filter(|at| row.text(*at) == ",") else {
        return false;
    };
    let Some(place) = comma.checked_sub(1) else { return false };
    let capital = row.words[place].case == Case::Capital && row.shape(place) == Shape::Content;
    if !capital || is_known(place) {
        return false;
    }
    // Back over the words of the place's name to what stands in front of it.
    let mut first = place;
    while first > 0 && row.words[first - 1].case == Case::Capital && row.shape(first - 1) == Shape::Content {
        first -= 1;
    }
    let lies = |role: Role| row.language.lexicon.has(row.text(first - 1), &Meaning::Role(role));
    first > 0 && (lies(Role::Of) || lies(Role::In))
}
