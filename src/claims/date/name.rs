//! What only looks like a date, or is named by one: “USA Today”, “the 1968 march”, “the third quarter of the game”, “the July
//! Revolution of 1830”.

use super::super::grammar::Tokens;
use super::super::when::{Cycle, Which};
use super::fields::Fields;
use super::year;
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::TimeUnit;

pub(super) fn is_the(word: Tokens<'_>) -> bool {
    word.means(|meaning| *meaning == Meaning::Role(Role::The))
}

/// A capital inside a sentence makes a name of a word.
pub(super) fn is_title(start: Tokens<'_>) -> bool {
    // “RAIN TODAY” is a headline.
    let named = start.first().is_some_and(|token| {
        token.capital && start.text_of(token).chars().nth(1).is_some_and(char::is_lowercase)
    });
    named && start.before(1).is_some_and(|before| before.class == Class::Word)
}

/// “1968 may not”, “the 1968 march”: behind a year, a common word without a capital is no month.
pub(super) fn is_no_month(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let year_first =
        start.first().is_some_and(|year| year.class == Class::Digits && year.end - year.start == 4);
    let common = |at| {
        let word = Tokens { at, ..start };
        word.first().is_some_and(|word| !word.capital)
            && word.means_marked(Starts::MONTH, |meaning| *meaning == Meaning::CommonWord)
    };
    year_first && (start.at + 1..end.at).any(common)
}

/// “concluded that July was wet”, “evidence that July was wet”: behind a verb of saying, or between a noun and a verb,
/// “that” is no word of the month or day behind it.
pub(super) fn is_conjunction(start: Tokens<'_>, end: Tokens<'_>, cycle: Cycle, which: Option<Which>) -> bool {
    /// “told reporters in Paris”.
    const REACH: usize = 5;
    let month = matches!(cycle, Cycle::Month(_));
    let named = (month || matches!(cycle, Cycle::Weekday(_)))
        && which == Some(Which { offset: 0, spoken: true })
        && end.at == start.at + 2;
    let Some(at) = start.at.checked_sub(1).filter(|_| named) else { return false };
    let before = Tokens { at, ..start };
    let says = |word: Tokens<'_>| {
        word.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Role(Role::Says))
    };
    let near = || (at.saturating_sub(REACH)..at).any(|at| says(Tokens { at, ..start }));
    let stop = |word: Tokens<'_>| word.means_marked(Starts::STOP, |meaning| *meaning == Meaning::Stop);
    let noun = || before.first().is_some_and(|word| word.class == Class::Word) && !stop(before);
    let auxiliary = || {
        let verb = |meaning: &Meaning| matches!(meaning, Meaning::Tense(_) | Meaning::Role(Role::Is));
        stop(end) && end.means(verb)
    };
    says(before) || auxiliary() && noun() && (month || near())
}

/// Whether a quarter or half is one of something that is no time: “the fourth quarter of Sunday's game”.
pub(super) fn is_of_another(fields: &Fields, end: Tokens<'_>) -> bool {
    /// “of their own 2019 financial year”.
    const NEAR: usize = 6;
    const TIME: Starts =
        Starts::TIME.or(Starts::YEAR).or(Starts::MONTH).or(Starts::DECADE).or(Starts::LETTER);
    let of = matches!(fields.cycle, Some(Cycle::Quarter(_) | Cycle::Half(_)))
        && end.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Of));
    let words = || end.skip(1).rest().iter().take(NEAR).take_while(|word| word.class != Class::Mark);
    // “the first quarter of the century”
    let long = |meaning: &Meaning| matches!(meaning, Meaning::Time(unit) if *unit > TimeUnit::Year);
    let of_long = || is_the(end.skip(1)) && end.skip(2).means_marked(Starts::TIME, long);
    of && (of_long() || !words().any(|word| word.uses.marks.meets(TIME) || word.class == Class::Digits))
}

/// “He scored two touchdowns in the fourth quarter”: a word of its sentence says that a quarter is one of a game.
pub(super) fn is_of_game(quarter: Tokens<'_>) -> bool {
    /// So many words of it, both ways.
    const REACH: usize = 32;
    let game = |at: usize| {
        let game = |meaning: &Meaning| *meaning == Meaning::Role(Role::Game);
        Tokens { at, ..quarter }.means_marked(Starts::BESIDE_TIME, game)
    };
    (quarter.at.saturating_sub(REACH)..quarter.at + REACH).any(game)
}

/// The year behind what is named by its month or day: “the July Revolution of 1830”, “the Christmas truce of 1914”.
pub(super) fn year_of_name(name: Tokens<'_>) -> Option<i16> {
    /// No name has more words.
    const LONGEST: usize = 3;
    let of =
        |word: Tokens<'_>| word.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Of));
    let word = |word: Tokens<'_>| {
        word.first().is_some_and(|token| token.class == Class::Word && !token.glued)
            && !word.means_marked(Starts::STOP, |meaning| *meaning == Meaning::Stop)
    };
    let words = (0..LONGEST).take_while(|place| word(name.skip(*place))).count();
    let end = name.skip(words);
    (words > 0 && of(end)).then(|| year::written(end.skip(1)).ok()).flatten().map(|(_, year)| year)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads, reads_among};

    #[test]
    fn what_is_named_by_a_month_has_the_year_of_the_name() {
        for (text, words, expected) in [
            ("The July Revolution of 1830 began.", "July", "date 1830-07"),
            ("The June Days uprising of 1848 failed.", "June", "date 1848-06"),
            ("The Christmas truce of 1914 held.", "The Christmas", "date 1914-12-25"),
            ("The Easter week of 1916 is over.", "The Easter", "date 1916-04-23"),
            ("The 20 July plot of 1944 failed.", "The 20 July", "date 1944-07-20"),
            ("The 7 July meeting is off.", "The 7 July", "date 2024-07-07"),
            ("The May Fourth Movement of 1919 began.", "May Fourth", "date 1919-05-04"),
            ("On 4 May Fourth Street of 1919 fame fell.", "4 May", "date 2024-05-04"),
            // No name of something, and another thought.
            ("The June rise of 2019 is over.", "June", "date 2024-06"),
            ("In June Mary of 1848 fame came.", "June", "date 2023-06"),
            ("The June Days, of 1848 fame, are over.", "June", "date 2024-06"),
        ] {
            reads_among("2024-05-14", text, words, expected);
        }
    }

    #[test]
    fn quarters_of_other_things_are_no_dates() {
        ignores_kind(
            "date",
            &[
                "They scored in the third quarter of the game.",
                "in the second half of the match",
                "in the fourth quarter of a close final",
                "He threw two touchdowns in the fourth quarter.",
                "In the third quarter he kicked a field goal.",
                "in the first quarter of the century wages fell",
            ],
        );
        reads(&[
            // One of a year that is none of the calendar's.
            ("Q3 2023/24 was weak", "2023/24", "date_range 2023/2024 [2023-01-01, 2024-12-31]"),
            ("in the third quarter of fiscal 2023", "the third quarter of fiscal 2023", "date 2023-Q3"),
            ("the first half of May 2012", "the first half of May 2012", "date 2012-05"),
            ("the second half of calendar 2024", "the second half of calendar 2024", "date 2024-H2"),
        ]);
    }

    #[test]
    fn what_is_said_has_a_month_and_no_that() {
        for (text, words, expected) in [
            ("They concluded that July was the hottest.", "July", "date 2023-07"),
            ("The report showed that Monday was busy.", "Monday", "date 2024-05-13"),
            ("It confirmed that September sales rose.", "September", "date 2023-09"),
            ("There is evidence that July was wet.", "July", "date 2023-07"),
            ("He told reporters that Friday was too late.", "Friday", "date 2024-05-10"),
            ("She said that Friday’s vote was lost.", "Friday", "date 2024-05-10"),
            // The one that was spoken of.
            ("He came in 1999. She left that July.", "that July", "date 1999-07"),
            ("He came in 1999. That July was wet.", "That July", "date 1999-07"),
            ("He came in 1999. In that July it rained.", "that July", "date 1999-07"),
            ("He came on 5 May 1999. Shares that Friday were down.", "that Friday", "date 1999-05-07"),
            ("He came in 1999. He was found dead that July.", "that July", "date 1999-07"),
        ] {
            reads_among("2024-05-14", text, words, expected);
        }
    }

    #[test]
    fn a_verb_behind_a_year_is_no_month() {
        reads(&[
            ("in 1968; 1969 may not", "1968", "date 1968"),
            ("The 1968 march was long.", "1968", "date 1968"),
            ("in 1968 May was wet", "1968 May", "date 1968-05"),
        ]);
    }
}
