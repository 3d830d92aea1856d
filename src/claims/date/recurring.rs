//! Days that come again: “every 5 March”, “from May to September each year”, “every Friday”. They have no year, and what
//! would be nothing without one is no date.

use std::rc::Rc;

use super::super::grammar::{Tokens, dash};
use super::super::when::{Cycle, Moment, Tense, When, Which};
use super::Read;
use super::fields::Fields;
use super::list::is_joint;
use super::tense::tense;
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{DateUnit, TimeUnit};

/// What was read, without a year if it is a day of every year; `None` if it is no date then.
pub(super) fn once(i: Tokens<'_>, read: Rc<Read>) -> Option<Rc<Read>> {
    let (Moment::Date(when) | Moment::Range(Some(when), _)) = &read.moment else { return Some(read) };
    let end = Tokens { at: read.end, ..i };
    if matches!(when, When::Weekday(..)) && is_first_of_week(end) {
        return None;
    }
    // Few sentences speak of days that come again.
    if !i.sentence.present.meets(Starts::WEEKDAYS) {
        return if is_of_any_month(i, end, when) { None } else { Some(read) };
    }
    if is_of_any_month(i, end, when) || is_one_of_many(i, when) && of_each_unit(end) {
        return None;
    }
    if has_year(when) || !recurs(i, end) {
        return Some(read);
    }
    let moment = match &read.moment {
        Moment::Date(when) => Moment::Date(of_every_year(when)?),
        Moment::Range(Some(from), Some(to)) => {
            Moment::Range(Some(of_every_year(from)?), Some(of_every_year(to)?))
        }
        _ => return Some(read),
    };
    // The ends of a range were marked with their years.
    let fields = Fields { marks: [None, None], ..read.fields.clone() };
    Some(Rc::new(Read { end: read.end, moment, fields, alone: read.alone }))
}

/// Whether a date names its year, or is counted from today.
fn has_year(when: &When) -> bool {
    match when {
        When::Written { date, .. } => date.year().is_some() || !date.wants_year(),
        When::Part(_, whole) | When::Nth { of: Some(whole), .. } => has_year(whole),
        When::Beside { day, .. } => has_year(day),
        When::Holiday { year, which, .. } => year.is_some() || which.is_some(),
        When::Weekday(..) | When::DayOfMonth(..) | When::Period(..) | When::Nth { of: None, .. } => false,
        _ => true,
    }
}

/// What has no name that it could be known by without its year: “12 August of each year” is a day all the same. Without
/// an article, “second Saturday of each month” may begin with the next one.
fn is_one_of_many(start: Tokens<'_>, when: &When) -> bool {
    let before = |places: usize| start.back(places);
    let listed = |word: Tokens<'_>| word.marks().meets(Starts::THE) || is_joint(word);
    match when {
        When::Nth { of: None, .. } => listed(start) || before(1).is_some_and(listed),
        // Its weekday, where the whole was none.
        When::Weekday(..) if is_place(before(1)) => before(2).is_some_and(listed),
        When::Weekday(..) | When::DayOfMonth(..) | When::Period(..) | When::Which(..) => true,
        _ => false,
    }
}

/// “the second Tuesday of each month”: one of many, and none of them is meant.
fn of_each_unit(end: Tokens<'_>) -> bool {
    let means = |word: Tokens<'_>, wanted: &[Role]| {
        word.means_marked(Starts::JOINT, |m| matches!(m, Meaning::Role(role) if wanted.contains(role)))
    };
    means(end, &[Role::Of, Role::In])
        && means(end.skip(1), &[Role::Every, Role::Each])
        && end.skip(2).means_marked(Starts::TIME, |meaning| matches!(meaning, Meaning::Time(_)))
}

/// “open Tue–Sun”: days of any week, which are no stretch of one.
fn is_first_of_week(end: Tokens<'_>) -> bool {
    dash(end).is_ok_and(|(last, ())| last.marks().meets(Starts::WEEKDAY))
}

/// “It meets on the first Monday of the month”: where nothing was and nothing will be, any month is meant.
fn is_of_any_month(start: Tokens<'_>, end: Tokens<'_>, when: &When) -> bool {
    const DAY: Starts = Starts::WEEKDAY.or(Starts::WEEKDAYS);
    const MONTH: When = When::Which(Cycle::Unit(TimeUnit::Month), Which { offset: 0, spoken: true });
    let any = match when {
        When::Nth { what: Cycle::Weekday(_), of: Some(month), .. } => **month == MONTH,
        // “The first Friday of the month is free”, and the parts of one that was none.
        When::Nth { what: Cycle::Weekday(_), of: None, .. } | When::Weekday(..) => is_of_the_month(end),
        when => {
            *when == MONTH
                && start.before(1).is_some_and(|of| of.uses.marks.meets(Starts::JOINT))
                && start.before(2).is_some_and(|day| day.uses.marks.meets(DAY))
                && start.at.checked_sub(2).is_some_and(|at| is_of_the_month(Tokens { at: at + 1, ..start }))
        }
    };
    // By itself it may be an answer, or a title.
    let said = || start.at > 1 || end.first().is_some_and(|next| next.class == Class::Word);
    any && said() && tense(start) == Tense::Unsaid
}

fn is_of_the_month(end: Tokens<'_>) -> bool {
    let month = |meaning: &Meaning| *meaning == Meaning::Time(TimeUnit::Month);
    let of = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Of | Role::In));
    end.means_marked(Starts::JOINT, of)
        && end.skip(1).marks().meets(Starts::THE)
        && end.skip(2).means_marked(Starts::TIME, month)
}

/// Whether the words beside a date say that it comes again.
fn recurs(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let before = |places: usize| start.back(places);
    let means = |word: Tokens<'_>, wanted: &[Role]| {
        let role = |meaning: &Meaning| matches!(meaning, Meaning::Role(role) if wanted.contains(role));
        word.means_marked(Starts::JOINT, role)
    };
    // “on 5 March of each year”
    let of = end.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Of));
    let end = if of { end.skip(1) } else { end };
    // “annually on 5 March”, “named after the 25th of April”, “every year on 5 March”
    let one_back = || {
        let year = |meaning: &Meaning| (*meaning == Meaning::Role(Role::EveryYear)).then_some(());
        before(2).is_some_and(|word| means(word, &[Role::EveryYear, Role::Named]))
            || before(3).is_some_and(|word| {
                word.marks().meets(Starts::JOINT)
                    && word.find(year).is_some_and(|(on, ())| on.at + 1 == start.at && is_on(on))
            })
    };
    // “each second Friday”, “every other Friday”
    let in_order = || {
        before(2).is_some_and(|word| means(word, &[Role::Every, Role::Each]))
            && (is_place(before(1)) || before(1).is_some_and(|word| means(word, &[Role::Other])))
    };
    before(1).is_some_and(|word| means(word, &[Role::Every, Role::Each, Role::EveryYear]))
        || first_of_list(start).is_some_and(|word| means(word, &[Role::Every, Role::Each, Role::EveryYear]))
        || one_back()
        || in_order()
        || means(end, &[Role::EveryYear])
        || end_of_list(end).is_some_and(|word| means(word, &[Role::EveryYear]))
}

fn is_on(word: Tokens<'_>) -> bool {
    word.means(|meaning| *meaning == Meaning::DayCue)
}

/// No list is longer.
const LONGEST: usize = 12;

/// What stands in front of the first day of a list: “annually on 15 May and 15 November”.
fn first_of_list(start: Tokens<'_>) -> Option<Tokens<'_>> {
    let before = |places: usize| start.back(places);
    before(1).filter(|word| is_joint(*word))?;
    (2..LONGEST).filter_map(before).find(|word| !is_joint(*word) && !is_of_day(*word))
}

/// What stands behind the last: “on 15 May and 15 November each year”.
fn end_of_list(end: Tokens<'_>) -> Option<Tokens<'_>> {
    if !is_joint(end) {
        return None;
    }
    let behind = |place: &usize| !is_joint(end.skip(*place)) && !is_of_day(end.skip(*place));
    let last = (1..LONGEST).find(behind)?;
    is_of_day(end.skip(last - 1)).then(|| end.skip(last))
}

/// A part of a day in a list, or the preposition in front of it.
fn is_of_day(word: Tokens<'_>) -> bool {
    const DAY: Starts = Starts::MONTH.or(Starts::WEEKDAY).or(Starts::ORDINAL_SUFFIX).or(Starts::THE);
    word.sees_digits() || word.marks().meets(DAY) || word.means(|meaning| *meaning == Meaning::DayCue)
}

fn is_place(word: Option<Tokens<'_>>) -> bool {
    word.is_some_and(|word| {
        word.means_marked(Starts::ORDINAL, |meaning| matches!(meaning, Meaning::Ordinal(_)))
    })
}

/// The day or month of every year; what names none is no date, or one that is not known.
fn of_every_year(when: &When) -> Option<When> {
    match when {
        When::Written { date, .. } => Some(When::Written { date: *date, tense: Tense::EveryYear }),
        When::Part(part, whole) => Some(When::Part(*part, Rc::new(of_every_year(whole)?))),
        // “every second Friday”
        When::Nth { of: None, .. } => None,
        // “the third Sunday of May”, whose parts are no dates either.
        When::Nth { .. } | When::Beside { .. } => {
            Some(When::Written { date: DateUnit::Unresolved.into(), tense: Tense::EveryYear })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores, ignores_kind, reads_among, reads_on};

    #[test]
    fn days_of_any_week_are_no_dates() {
        ignores(&["Open Tue–Sun.", "It is closed Sat-Sun.", "Monday–Friday only"]);
        reads_on("2024-05-14", &[("Friday - a day of rest - was wet.", "Friday", "date 2024-05-10")]);
    }

    #[test]
    fn days_of_every_year_have_none() {
        reads_on(
            "2024-05-14",
            &[
                ("It is held on 5 March each year.", "5 March", "date XXXX-03-05"),
                ("It is held every 5 March.", "5 March", "date XXXX-03-05"),
                ("It is kept every year on 4 July.", "4 July", "date XXXX-07-04"),
                ("It is kept annually on 4 July.", "4 July", "date XXXX-07-04"),
                ("It is due on 12 August of each year.", "12 August", "date XXXX-08-12"),
                ("It comes out every January.", "January", "date XXXX-01"),
                (
                    "It is open from May to September each year.",
                    "from May to September",
                    "date_range XXXX-05/XXXX-09",
                ),
                ("The third Sunday of May every year.", "The third Sunday of May", "date XXXX-XX-XX"),
                ("on 15 May and 15 November each year", "15 May", "date XXXX-05-15"),
                ("on 15 May, and every year since", "15 May", "date 2024-05-15"),
                ("on 15 May and 6 July each man", "15 May", "date 2024-05-15"),
                ("named after the 25th of April", "the 25th of April", "date XXXX-04-25"),
                ("named after 25 April 1974", "25 April 1974", "date 1974-04-25"),
                // Once.
                ("It was held on 5 March this year.", "5 March this year", "date 2024-03-05"),
                ("On 5 March each member got a book.", "5 March", "date 2024-03-05"),
                ("On 5 March 2020 each year began anew.", "5 March 2020", "date 2020-03-05"),
                ("after the 25th of April", "the 25th of April", "date_range 2024-04-26/"),
                ("Each year since 2019 it fell.", "2019", "date_range 2019/"),
            ],
        );
        reads_among("2024-05-14", "Each of Friday's games was lost.", "Friday", "date 2024-05-10");
        let list = "It is paid annually on 15 May and 15 November.";
        reads_among("2024-05-14", list, "15 November", "date XXXX-11-15");
        ignores_kind(
            "date",
            &[
                "We meet every Friday.",
                "each Saturday",
                "They gather every Christmas.",
                "They meet on the second Tuesday of each month.",
                "It is free on the last Sunday in every month.",
                "The first Friday of the month is free.",
                "We meet the first Friday in the month.",
                "We meet every second Friday.",
                "We meet every other Friday.",
                "The market is held on the first Monday of the month.",
            ],
        );
        // One of them.
        reads_on(
            "2024-05-14",
            &[
                (
                    "It was held on the first Monday of the month.",
                    "the first Monday of the month",
                    "date 2024-05-06",
                ),
                (
                    "It will be held on the last Friday of the month.",
                    "the last Friday of the month",
                    "date 2024-05-31",
                ),
                ("They meet on the other Friday.", "Friday", "date 2024-05-10"),
            ],
        );
    }
}
