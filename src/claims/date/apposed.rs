//! A length of time between commas behind a date, which says how far that lies from another: “in 1939, 36 years later,”.

use std::rc::Rc;

use super::super::grammar::Tokens;
use super::super::when::{Origin, When};
use super::fields::{Fields, day_in_figures, month};
use super::year;
use crate::language::{Class, Starts, Token};

/// The date last spoken of once more, as precise as the length of time to it: “in 1939, *36 years later*,”.
pub(super) fn spoken_again(fields: &Fields) -> Option<When> {
    let unit =
        fields.length.as_ref().and_then(|length| length.last().map(|(_, unit)| *unit)).or(fields.unit)?;
    Some(When::Shift { from: Origin::Spoken, by: Rc::from([(0.into(), unit)]), forward: true })
}

/// Whether what says “so much later” between commas stands behind a date: it says how far that lies from another. “In
/// 1939, ten years later than planned” does not.
pub(super) fn is_told_of_date(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let closed =
        end.first().is_none_or(|mark| mark.glued && matches!(end.text_of(mark), "," | "." | ";" | ")"));
    let before = |places| start.before(places);
    let digits = |token: Option<Token>, lengths: std::ops::RangeInclusive<u32>| {
        token.is_some_and(|token| {
            token.class == Class::Digits && !token.glued && lengths.contains(&(token.end - token.start))
        })
    };
    let month = |token: Option<Token>| token.is_some_and(|token| token.uses.marks.meets(Starts::MONTH));
    closed
        && start.back(1).is_some_and(|word| word.sees(","))
        && (digits(before(2), 4..=4)
            || digits(before(2), 1..=2) && month(before(3))
            || month(before(2)) && digits(before(3), 1..=2))
}

/// The year of the day that a holiday is told beside: “on Christmas Eve, December 24, 1968,”, “on 24 April 1916, Easter Monday,”.
pub(super) fn year_beside(start: Tokens<'_>, end: Tokens<'_>) -> Option<i16> {
    let comma = |mark: Option<Token>| mark.is_some_and(|mark| mark.glued && end.text_of(mark) == ",");
    let is_month = |token: Option<Token>| token.is_some_and(|token| token.uses.marks.meets(Starts::MONTH));
    let behind = || {
        let i = end.skip(1);
        let day = |i| day_in_figures(i);
        let (i, _) =
            day(i).and_then(|(i, _)| month(i)).or_else(|_| month(i).and_then(|(i, _)| day(i))).ok()?;
        let i = if comma(i.first()) { i.skip(1) } else { i };
        year::in_figures(i).ok().map(|(_, year)| year)
    };
    let in_front = || {
        let at = start.at.checked_sub(2).filter(|_| comma(start.before(1)))?;
        let month = is_month(start.before(3)) || comma(start.before(3)) && is_month(start.before(5));
        year::in_figures(Tokens { at, ..start }).ok().filter(|_| month).map(|(_, year)| year)
    };
    let opened = comma(end.first()) || end.sees("(");
    if opened { behind() } else { None }.or_else(in_front)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::reads_among;

    #[test]
    fn a_holiday_has_the_year_of_the_day_beside_it() {
        for (text, words, expected) in [
            ("On Christmas Eve, December 24, 1968, they sang.", "Christmas Eve", "date 1968-12-24"),
            ("On Easter Sunday, 23 April 1916, he left.", "Easter Sunday", "date 1916-04-23"),
            ("On 25 December 1991, Christmas Day, he left.", "Christmas Day", "date 1991-12-25"),
            ("On December 25, 1991, Christmas Day, he left.", "Christmas Day", "date 1991-12-25"),
            ("On Christmas Eve, 1,968 sang.", "Christmas Eve", "date 2012-12-24"),
            ("On Christmas Eve, 24 sang.", "Christmas Eve", "date 2012-12-24"),
        ] {
            reads_among("2012-11-20", text, words, expected);
        }
    }

    #[test]
    fn what_lies_so_far_from_another_date_is_told_of_the_date_in_front() {
        for (text, words, expected) in [
            ("In 1939, 36 years later, it closed.", "36 years later", "date 1939"),
            ("On 8 May 1945, eleven months later, it ended.", "eleven months later", "date 1945-05"),
            ("In May 1945, a year before, it began.", "a year before", "date 1945"),
            ("In 1939, 36 years later than planned, it closed.", "36 years later", "date 1975"),
            ("It opened in 1939. Ten years later, it closed.", "Ten years later", "date 1949"),
            ("It has 40, 20 more than a year ago.", "a year ago", "date 2011"),
        ] {
            reads_among("2012-11-20", text, words, expected);
        }
    }
}
