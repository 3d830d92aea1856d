//! What is seen to be no date before any pattern is followed: most numbers, articles and hedges are none.

use super::super::grammar::{Tokens, hyphen};
use super::fields::number_goes_on;
use super::{list, year};
use crate::language::{Class, Node, Patterns, Starts, Token, Wanted};

/// Words of numbers: two of them may be a year.
const NUMBER: Starts = Starts::CARDINAL.or(Starts::SCALE).or(Starts::COUNT_WORD).or(Starts::GROUP);

/// Words that are nothing but a number or a place in an order.
pub(super) const COUNTING: Starts = NUMBER.or(Starts::ORDINAL).or(Starts::FRACTION).or(Starts::IDIOM);

/// How a date or a range of dates may begin.
const OPENS: Starts = super::super::DATE_BEHIND.without(Starts::HEDGE).or(Starts::PATTERN);

/// Words in front of a date that make no date of a number: “the”, “in”, which is the sign of a unit as well.
const OPENERS: Starts = Starts::OPENERS.without(Starts::WHICH).or(Starts::UNIT);

/// What stands behind the first word of a date or range that may begin here; `None` if it is seen at a glance that none
/// does.
pub(super) fn look(i: Tokens<'_>) -> Option<Wanted> {
    if !i.sentence.ahead(i.at).meets(super::super::DATED) {
        return None;
    }
    let first = i.first()?;
    let behind = || i.sentence.behind(i.at);
    match first.class {
        Class::Digits => may_be_dated_figures(i).then(behind),
        Class::Mark => may_be_dated_mark(i).then(behind),
        Class::Word => {
            let starts = i.starts();
            let behind = may_be_dated_word(i, starts).then(behind)?;
            // “a” counts.
            let opener = starts.is_within(OPENERS.without(Starts::A));
            if opener && opens_in_vain(i, first, behind) { None } else { Some(behind) }
        }
    }
}

/// Whether of the patterns that a word opens none goes on with what stands behind it: “in March”, “from Paris”.
fn opens_in_vain(i: Tokens<'_>, first: Token, behind: Wanted) -> bool {
    let rest = i.skip(1).rest();
    let patterns = &i.sentence.language.date_patterns;
    let opens = |tree: &Patterns| {
        let root = tree.node(Patterns::ROOT);
        let leads_on = |node: &Node| node.leads_on(rest) && node.ahead.is_among(behind);
        root.has_word(first) && root.literals(first.id).any(|(_, next)| leads_on(tree.node(next)))
    };
    !opens(&patterns.dates) && !opens(&patterns.ranges)
}

/// Apostrophes stand in front of short years, signs and points in front of figures; some patterns begin with a mark.
pub(super) fn may_be_mark_of_date(i: Tokens<'_>, mark: Token) -> bool {
    let patterns = &i.sentence.language.date_patterns;
    let opens = |tree: &Patterns| tree.node(Patterns::ROOT).literals(mark.id).next().is_some();
    i.skip(1).is_glued()
        || mark.uses.marks.meets(Starts::FRACTION)
        || mark.id != 0 && (opens(&patterns.dates) || opens(&patterns.ranges))
}

/// Apostrophes stand in front of short years, other marks in front of a length of time.
fn may_be_dated_mark(i: Tokens<'_>) -> bool {
    year::is_apostrophe(i) || !i.skip(1).sees_digits() || date_word_follows(i.skip(1))
}

/// Whether a date or a range of dates may begin with a word that begins so.
fn may_be_dated_word(i: Tokens<'_>, starts: Starts) -> bool {
    if starts.is_within(COUNTING) {
        return may_be_dated_words(i);
    }
    if !starts.is_within(OPENERS) {
        return starts.meets(OPENS);
    }
    // “the two houses”, “in 3 towns”; “the 21st” is a date.
    let behind = i.skip(1);
    match behind.first() {
        // “FY18”: a word of a pattern may say that two figures are a year.
        Some(next) if next.class == Class::Digits => {
            next.end - next.start == 2 && starts.meets(Starts::PATTERN) || may_be_dated_figures(behind)
        }
        Some(next) if next.class == Class::Word && next.uses.begins.meets(NUMBER) => {
            let next = behind.starts();
            let number = !next.is_empty() && next.is_within(NUMBER);
            if number { may_be_dated_words(behind) } else { starts.meets(OPENS) }
        }
        _ => starts.meets(OPENS),
    }
}

/// Four figures, a mark or letter as dates in figures have it, or a word behind that makes dates.
fn may_be_dated_figures(i: Tokens<'_>) -> bool {
    if i.sentence.may_be_year(i.rest()) {
        return true;
    }
    // “41.8 million in May”, “50%”, “9:00”: no day, but perhaps a length of time.
    if number_goes_on(i.skip(1)) && !counts_time(i) {
        return false;
    }
    date_word_follows(i) || list::is_behind_day(i)
}

/// A second number, as in “nineteen ninety-six”, or a word behind that makes dates.
fn may_be_dated_words(i: Tokens<'_>) -> bool {
    i.sees_number_behind() || date_word_follows(i)
}

impl Tokens<'_> {
    /// Whether a word of numbers stands behind the first word, perhaps with a hyphen between.
    pub(super) fn sees_number_behind(self) -> bool {
        let next = hyphen(self.skip(1)).map_or(self.skip(1), |(rest, ())| rest);
        next.marks().meets(NUMBER)
    }
}

/// Words between a number and what makes a date of it: other numbers, adjectives, words of patterns.
const BETWEEN: Starts = COUNTING
    .or(Starts::FIGURE)
    .or(Starts::VAGUE)
    .or(Starts::JOINT)
    .or(Starts::BESIDE_TIME)
    .or(Starts::PART)
    .or(Starts::THE)
    .or(Starts::SUFFIX)
    .or(Starts::ORDINAL_SUFFIX)
    .or(Starts::LITERAL)
    .or(Starts::WHICH)
    .or(Starts::DATE_WORD);

/// No number has more tokens.
const LONGEST: usize = 32;

/// Whether a word that makes dates stands no further behind a number than patterns have it.
fn date_word_follows(i: Tokens<'_>) -> bool {
    /// So many words may stand between that are no numbers.
    const OTHERS: usize = 5;
    let mut others = 0;
    for token in i.rest().iter().take(LONGEST) {
        let marks = token.uses.marks;
        // “3d ago”
        if marks.meets(Starts::DATING.or(Starts::HALF)) || token.glued && marks.meets(Starts::TIME) {
            return true;
        }
        others += usize::from(token.class == Class::Word && !marks.meets(COUNTING));
        if others > OTHERS || ends_number(token) {
            return false;
        }
    }
    false
}

/// Whether a unit of time stands behind the number here, or what may be one.
pub(super) fn counts_time(i: Tokens<'_>) -> bool {
    for token in i.rest().iter().take(LONGEST) {
        if token.uses.marks.meets(Starts::TIME) {
            return true;
        }
        if ends_number(token) {
            return false;
        }
    }
    false
}

/// Whether a word stands between no number and what makes a date of it.
const fn ends_number(token: &Token) -> bool {
    matches!(token.class, Class::Word) && !token.uses.marks.meets(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_date_begins_one_in_another() {
        let marks = Starts::DIGITS.or(Starts::MARK);
        assert_eq!(OPENS.or(COUNTING).or(marks), Starts::IN_DATE);
    }
}
