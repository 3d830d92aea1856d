//! What is seen to be no date before any pattern is followed: most numbers, articles and hedges are none.

use super::super::grammar::{Tokens, hyphen};
use super::list;
use crate::language::{Class, Patterns, Starts, Token, Wanted};

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
    if !may_be_date(i) {
        return None;
    }
    let behind = behind(i);
    if opens_in_vain(i, behind) { None } else { Some(behind) }
}

/// Whether a word opens patterns, and nothing else, of which none goes on with what stands behind it: “in March”,
/// “from Paris”.
fn opens_in_vain(i: Tokens<'_>, behind: Wanted) -> bool {
    let Some(first) = i.first().filter(|first| first.class == Class::Word) else { return false };
    // “a” counts.
    if !i.starts().is_within(OPENERS.without(Starts::A)) {
        return false;
    }
    let next = i.skip(1).first();
    let patterns = &i.sentence.language.date_patterns;
    let opens = |tree: &Patterns| {
        let root = tree.node(Patterns::ROOT);
        let mut ways = root.literals(first.id).map(|(_, next)| tree.node(next));
        root.has_word(first) && ways.any(|node| node.leads_on(next) && node.ahead.is_among(behind))
    };
    !opens(&patterns.dates) && !opens(&patterns.ranges)
}

/// What the tokens behind the first have, as far as one date may go. Letters glued to figures are none of a word.
fn behind(i: Tokens<'_>) -> Wanted {
    /// No date has more.
    const LONGEST: usize = 32;
    let unknown = |token: &Token| {
        token.class == Class::Word && token.id == 0 && !token.glued && token.end - token.start > 1
    };
    Wanted::all_of(i.skip(1).rest().iter().take(LONGEST).take_while(|token| !unknown(token)))
}

/// Whether a date inside another may begin here, for its first token alone.
pub(super) fn begins_date(i: Tokens<'_>, first: Token) -> bool {
    match first.class {
        Class::Digits => true,
        Class::Word => i.starts().meets(OPENS.or(COUNTING)),
        Class::Mark => may_be_mark_of_date(i, first),
    }
}

/// Apostrophes stand in front of short years, signs and points in front of figures; some patterns begin with a mark.
fn may_be_mark_of_date(i: Tokens<'_>, mark: Token) -> bool {
    let patterns = &i.sentence.language.date_patterns;
    let opens = |tree: &Patterns| tree.node(Patterns::ROOT).literals(mark.id).next().is_some();
    i.skip(1).is_glued()
        || mark.uses.marks.meets(Starts::FRACTION)
        || mark.id != 0 && (opens(&patterns.dates) || opens(&patterns.ranges))
}

/// Whether a date or a range of dates may begin here, for all that can be seen at a glance.
fn may_be_date(i: Tokens<'_>) -> bool {
    if !i.sentence.ahead(i.at).meets(super::super::DATED) {
        return false;
    }
    match i.first().map(|token| token.class) {
        None => false,
        Some(Class::Digits) => may_be_dated_figures(i),
        // Apostrophes stand in front of short years, other marks in front of a length of time.
        Some(Class::Mark) => {
            i.sees("'")
                || i.sees("’")
                || i.sees("‘")
                || !i.skip(1).sees_digits()
                || date_word_follows(i.skip(1))
        }
        Some(Class::Word) => {
            let starts = i.starts();
            let behind = i.skip(1);
            if starts.is_within(COUNTING) {
                may_be_dated_words(i)
            } else if starts.is_within(OPENERS) {
                // “the two houses”, “in 3 towns”; “the 21st” is a date.
                match behind.first().map(|token| token.class) {
                    // “FY18”: a word of a pattern may say that two figures are a year.
                    Some(Class::Digits) => {
                        let two = behind.first().is_some_and(|token| token.end - token.start == 2);
                        two && starts.meets(Starts::PATTERN) || may_be_dated_figures(behind)
                    }
                    Some(Class::Word) if !behind.starts().is_empty() && behind.starts().is_within(NUMBER) => {
                        may_be_dated_words(behind)
                    }
                    _ => starts.meets(OPENS),
                }
            } else {
                starts.meets(OPENS)
            }
        }
    }
}

/// Four figures, a mark or letter as dates in figures have it, or a word behind that makes dates.
fn may_be_dated_figures(i: Tokens<'_>) -> bool {
    i.sentence.may_be_year(i.rest()) || date_word_follows(i) || list::is_behind_day(i)
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

/// Whether a word that makes dates stands no further behind a number than patterns have it.
fn date_word_follows(i: Tokens<'_>) -> bool {
    /// So many words may stand between that are no numbers, and none that the language does not know.
    const OTHERS: usize = 5;
    /// No number has more tokens.
    const LONGEST: usize = 32;
    let mut others = 0;
    let mut near = i.rest().iter().take(LONGEST).take_while(|token| {
        others += usize::from(token.class == Class::Word && !token.uses.marks.meets(COUNTING));
        others <= OTHERS && !(token.class == Class::Word && token.id == 0)
    });
    near.any(|token| {
        let marks = token.uses.marks;
        // “3d ago”
        marks.meets(Starts::DATING.or(Starts::HALF)) || token.glued && marks.meets(Starts::TIME)
    })
}
