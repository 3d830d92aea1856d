//! Weekdays, alone and beside another day: “Friday”, “Monday week”, “a week from Monday”, “the Saturday before Christmas”.

use std::rc::Rc;

use super::super::grammar::{Tokens, hyphen};
use super::super::when::{Origin, Tense, When};
use super::fields::Fields;
use super::name::is_the;
use super::sense::{is_day, noun_follows, one};
use super::tense::{is_told, tense};
use crate::language::{Class, Meaning, Role, Starts, Told};
use crate::value::TimeUnit;

pub(super) fn weekday_alone(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let (weekday, span) = fields.weekday?;
    let text = &start.sentence.text[span.range()];
    // “sat” and “sun” are words, “Sat” and “Sun” begin sentences; with a full stop or in full they are days.
    let full = start.sentence.language.weekday_name(weekday).len() == text.len();
    let alone = start.at == 0 && end.first().is_none();
    let cued =
        start.at > 0 && Tokens { at: start.at - 1, ..start }.means(|meaning| *meaning == Meaning::DayCue);
    let sure = full
        || cued && !noun_follows(end)
        || text.ends_with('.')
        || alone
        || !noun_follows(end) && text.starts_with(char::is_uppercase) && start.at > 0;
    // “the Sunday Times”
    let name = end.first().is_some_and(|name| name.class == Class::Word && name.capital)
        && start.at.checked_sub(1).is_some_and(|at| is_the(Tokens { at, ..start }));
    // “fell on a Monday” tells of none in particular, “at a Monday meeting” of the nearest.
    let any = || {
        let before = |places: usize| start.back(places);
        let a = |meaning: &Meaning| *meaning == Meaning::Role(Role::A);
        before(1).is_some_and(|word| word.means_marked(Starts::A, a))
            && before(2).is_some_and(|word| word.means(|meaning| *meaning == Meaning::Told(Told::On)))
            && !noun_follows(end)
            && !(end.is_glued() && (end.sees("'") || end.sees("’") || hyphen(end).is_ok()))
    };
    (sure && !name && !any()).then(|| When::Weekday(weekday, tense(start)))
}

/// “a week from Monday”: the next, since who counts from a day on that is past says “after”.
pub(super) fn from_weekday(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let Some(When::Weekday(weekday, _)) = fields.date.as_deref() else { return None };
    let from = end.at.checked_sub(2).filter(|at| *at > start.at).map(|at| Tokens { at, ..end })?;
    let next = Rc::new(When::Weekday(*weekday, Tense::Future));
    from.means(|meaning| *meaning == Meaning::Role(Role::From)).then(|| When::Shift {
        from: Origin::Date(next),
        by: fields.length.clone().unwrap_or_else(|| one(TimeUnit::Week)),
        forward: true,
    })
}

/// “Monday week”, “today week”, “a fortnight on Monday”; not “the Monday week in Paris”, “It lasted a week on Monday”.
pub(super) fn week_on(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> Option<When> {
    let named = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Role(Role::A | Role::The | Role::Every | Role::Each) | Meaning::Which { .. }
        )
    };
    let before = start.back(1);
    let weeks = match fields.unit {
        None => {
            let title = end.before(1).is_some_and(|week| week.capital);
            let one_of_many = before.is_some_and(|before| before.means(named));
            let goes_on = noun_follows(end) || end.sees_digits() || end.is_glued() && hyphen(end).is_ok();
            (!title && !one_of_many && !goes_on).then_some(1)?
        }
        Some(_) if is_told(start) || noun_follows(end) || before.is_some_and(takes_length) => return None,
        Some(TimeUnit::Week) => 1,
        Some(TimeUnit::Fortnight) => 2,
        Some(_) => return None,
    };
    match (fields.weekday, fields.day_word) {
        (Some((weekday, _)), _) => Some(When::WeekdaysOn(weekday, weeks + 1)),
        (None, Some(day @ 0..)) => Some(When::Day(day + 7)),
        _ => None,
    }
}

/// “£11.44 an hour from 1 April”, “$90 a week from Monday”: what is counted in front of the unit is counted from the day on.
pub(super) fn is_from_rate(fields: &Fields, start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let short =
        fields.length.as_ref().is_some_and(|by| by.last().is_some_and(|(_, unit)| *unit < TimeUnit::Day));
    let a = || start.means_marked(Starts::A, |meaning| *meaning == Meaning::Role(Role::A));
    let from =
        || (start.at..end.at).any(|at| Tokens { at, ..start }.means(|m| *m == Meaning::Role(Role::From)));
    short || a() && start.at.checked_sub(1).is_some_and(|at| takes_length(Tokens { at, ..start })) && from()
}

/// “spent a week on”, “$500 a week on”, “40 hours a week on”.
fn takes_length(word: Tokens<'_>) -> bool {
    let lasting = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Lasting
                | Meaning::Time(_)
                | Meaning::Unit { .. }
                | Meaning::Currency(_)
                | Meaning::Percent
        )
    };
    // “is a week on Monday”
    let is = |meaning: &Meaning| *meaning == Meaning::Role(Role::Is);
    word.sees_digits() || word.means(lasting) && !word.means(is)
}

/// “the Saturday before Christmas”, “the first Monday after Easter”: the nearest one beside a day.
pub(super) fn weekday_beside(fields: &Fields, behind: bool) -> Option<When> {
    let day = fields.date.clone()?;
    let nth = fields.nth.unwrap_or(1);
    (is_day(&day) && nth > 0).then_some(When::Beside { nth, weekday: fields.weekday?.0, day, behind })
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads_among, reads_on};

    #[test]
    fn weekdays_are_counted_from_today() {
        // A Tuesday.
        reads_on(
            "2024-05-14",
            &[
                ("They met two Fridays ago in Paris.", "two Fridays ago", "date 2024-05-03"),
                ("He left three Tuesdays ago.", "three Tuesdays ago", "date 2024-04-23"),
                ("He left a week ago on Monday.", "a week ago on Monday", "date 2024-05-06"),
                ("It closed two weeks ago on Saturday.", "two weeks ago on Saturday", "date 2024-05-04"),
                ("A week ago on Monday (6 May) he left.", "A week ago", "date 2024-W19"),
                ("The river dried up two summers ago.", "two summers ago", "date 2022-SU"),
                ("It froze two winters ago.", "two winters ago", "date 2022-WI"),
                ("One summer ago it burnt.", "One summer ago", "date 2023-SU"),
                ("one Friday ago", "one Friday ago", "date 2024-05-10"),
                ("three Sundays from now", "three Sundays from now", "date 2024-06-02"),
                ("The council meets on Thursday week.", "Thursday week", "date 2024-05-23"),
                ("It was put off until Tuesday week.", "Tuesday week", "date_range /2024-05-28"),
                ("It will be played tomorrow week.", "tomorrow week", "date 2024-05-22"),
                ("It is due a fortnight on Monday.", "a fortnight on Monday", "date 2024-06-03"),
                ("The race is a week from Saturday.", "a week from Saturday", "date 2024-05-25"),
                // “week” belongs to something else.
                ("The Friday week-long strike ended.", "Friday", "date 2024-05-10"),
                ("a Friday week in Rome", "Friday", "date 2024-05-10"),
                ("on Friday week 12 began", "Friday week 12", "date 2024-03-22"),
                ("Her book, Wednesday Week, is out.", "Wednesday", "date 2024-05-08"),
                ("The strike lasted a week on Friday.", "a week", "duration P1W"),
                ("They spend a week on Sunday dinner.", "a week", "duration P1W"),
                ("It needs a week on Sunday.", "a week", "duration P1W"),
                ("The wedding is a week on Sunday.", "a week on Sunday", "date 2024-05-26"),
                ("The vote is a day after Friday's.", "a day after Friday", "date 2024-05-11"),
            ],
        );
    }

    #[test]
    fn what_is_counted_by_the_day_begins_on_a_day() {
        for (text, words, expected) in [
            ("It is £50 an hour from 1 June.", "1 June", "date 2024-06-01"),
            ("It costs £50 a day from 3 June.", "3 June", "date 2024-06-03"),
            ("It grew 3% a year from 1965.", "1965", "date 1965"),
            ("It is a day from 3 June.", "a day from 3 June", "date 2024-06-04"),
        ] {
            reads_among("2024-05-14", text, words, expected);
        }
    }

    #[test]
    fn a_name_is_no_weekday() {
        ignores_kind("date", &["The feast fell on a Monday.", "It closed on a Friday night."]);
        ignores_kind("date", &["as the Sunday Times had it", "the Friday Agreement was signed"]);
        reads_on(
            "2024-05-14",
            &[
                ("the Friday meeting", "Friday", "date 2024-05-10"),
                ("On Friday Mary left.", "Friday", "date 2024-05-10"),
                ("It will close on Sunday.", "Sunday", "date 2024-05-19"),
                ("At a Monday meeting he resigned.", "Monday", "date 2024-05-13"),
                ("It was put on a Friday deadline.", "Friday", "date 2024-05-10"),
            ],
        );
    }
}
