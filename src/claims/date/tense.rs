//! Whether a date lies in the past or ahead, as the verbs around it have it.

use super::super::grammar::Tokens;
use super::super::when::Tense;
use super::list::is_joint;
use crate::language::{Beside, Class, Meaning, Role, Starts, Token, Told};

/// What the nearest of the words in front says about the time, remembered: a date is asked for it once with its year,
/// once without.
pub(super) fn tense(start: Tokens<'_>) -> Tense {
    let (key, known) = start.sentence.memory.tense.get();
    if key == start.key() {
        return known;
    }
    let tense = read_tense(start);
    start.sentence.memory.tense.set((start.key(), tense));
    tense
}

fn read_tense(start: Tokens<'_>) -> Tense {
    /// So many words back.
    const REACH: usize = 16;
    /// So many behind: “In January, a week after …, a bomb killed”.
    const AHEAD: usize = 32;
    if is_to_come(start) {
        return Tense::Future;
    }
    let tokens = start.sentence.tokens;
    let (from, to) = (start.at.saturating_sub(REACH), (start.at + AHEAD).min(tokens.len()));
    let near = |from: usize, to: usize| tokens.get(from..to).unwrap_or_default().iter().zip(from..to);
    // Most words say nothing.
    let said = |(token, at): (&Token, usize)| {
        if may_say(start, *token) { tense_of(Tokens { at, ..start }, start) } else { None }
    };
    // “It opens daily; on Friday it closed early” has two thoughts.
    let is_stop = |token: &Token| token.class == Class::Mark && start.text_of(*token) == ";";
    for word in near(from, start.at).rev() {
        if is_stop(word.0) {
            break;
        }
        if let Some(tense) = said(word) {
            return tense;
        }
    }
    // “In January, the firm sold …”: the verb may come behind.
    near(start.at + 1, to).find_map(said).unwrap_or(Tense::Unsaid)
}

/// What a word says about the time of a date.
fn tense_of(word: Tokens<'_>, date: Tokens<'_>) -> Option<Tense> {
    let past = |word: Tokens<'_>| if is_beside(word, date) { Tense::JustPast } else { Tense::Past };
    match said(word) {
        Some(true) => Some(Tense::Future),
        // “will be paid”, “is to be completed” lie ahead.
        Some(false) if is_passive(word) => Some(Tense::Future),
        // “is held on the first Monday of the month”
        Some(false) => (!(word.at < date.at && is_done_now(word))).then(|| past(word)),
        None if is_ahead_of(word, date) => Some(Tense::Future),
        None if is_past(word) => match past(word) {
            _ if behind_future(word) => Some(Tense::Future),
            // “is booked from 6 to 8 June”
            Tense::JustPast if behind_present(word) => None,
            past => Some(past),
        },
        None => None,
    }
}

/// “fell ahead of Friday's vote”; “ahead of the poll, on Friday he said” is another thought.
fn is_ahead_of(word: Tokens<'_>, date: Tokens<'_>) -> bool {
    /// “ahead of a meeting of finance ministers in Brussels on”.
    const REACH: usize = 10;
    let between = || word.rest().iter().take(date.at - word.at);
    date.marks().meets(Starts::WEEKDAY.or(Starts::MONTH))
        && word.at < date.at
        && date.at - word.at <= REACH
        && word.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Role(Role::AheadOf))
        && !between().any(|token| token.class == Class::Mark && word.text_of(*token) == ",")
}

fn behind_present(word: Tokens<'_>) -> bool {
    word.at.checked_sub(1).is_some_and(|at| is_present(Tokens { at, ..word }))
}

/// “is held”, “are paid”; “is said” and “is since 1990” tell of what was.
fn is_done_now(word: Tokens<'_>) -> bool {
    behind_present(word)
        && !word.means(|meaning| matches!(meaning, Meaning::YearCue | Meaning::Role(Role::Says)))
}

fn is_present(word: Tokens<'_>) -> bool {
    word.means(|meaning| *meaning == Meaning::Role(Role::Is))
}

/// “The vote is on Friday”: what is on a day that is named has not been; “Today is Friday” and “What he meant is Friday was
/// free” are told of it.
fn is_to_come(start: Tokens<'_>) -> bool {
    let start = first_weekday(start);
    let before = |places: usize| start.back(places);
    let on = |word: Tokens<'_>| {
        word.means(|meaning| matches!(meaning, Meaning::DayCue))
            && !word.means(|meaning| matches!(meaning, Meaning::YearCue))
    };
    let pronoun = |word: Tokens<'_>| {
        word.means(|meaning| {
            matches!(meaning, Meaning::Told(Told::Pronoun) | Meaning::Beside(Beside::Pronoun))
        })
    };
    // “Sunday marks the end of it”
    let brings = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Brings));
    let subject =
        start.marks().meets(Starts::WEEKDAY) && start.skip(1).means_marked(Starts::BESIDE_TIME, brings);
    if subject && !before(1).is_some_and(on) || may_come(start) {
        return true;
    }
    let Some(last) = before(1).filter(|_| start.marks().meets(Starts::WEEKDAY)) else { return false };
    let preposition = on(last);
    let is = if preposition { before(2) } else { Some(last) };
    let Some(is) = is.filter(|is| is_present(*is)) else { return false };
    let Some(subject) = is.back(1) else { return false };
    let today = || {
        subject.means(|meaning| matches!(meaning, Meaning::DayWord(_))) || !preposition && pronoun(subject)
    };
    // “on Friday Street”, “is on Friday he left”
    let behind = start.skip(1);
    let name = behind.first().is_some_and(|next| next.capital && next.class == Class::Word);
    !today() && !name && !pronoun(behind) && said(behind).is_none()
}

/// The first weekday of “on Friday, Saturday and Sunday”.
fn first_weekday(start: Tokens<'_>) -> Tokens<'_> {
    /// So many days stand in front of the last.
    const MOST: usize = 3;
    let mut first = start;
    for _ in 0..MOST {
        let day = |at: &usize| Tokens { at: *at, ..start }.marks().meets(Starts::WEEKDAY);
        let Some(at) = first.at.checked_sub(2).filter(day) else { break };
        if !is_joint(Tokens { at: at + 1, ..start }) {
            break;
        }
        first = Tokens { at, ..start };
    }
    first
}

/// “plays Leeds on Sunday”, “could come in March”: what is done on a day that is named, or may be, lies ahead where it is no
/// part of what was told.
fn may_come(start: Tokens<'_>) -> bool {
    /// “hosts Real Madrid at the Bernabéu on”.
    const REACH: usize = 6;
    const DAY: Starts = Starts::WEEKDAY.or(Starts::MONTH);
    if !start.marks().meets(DAY) {
        return false;
    }
    let role = |word: Tokens<'_>, wanted: Role| {
        word.means_marked(wanted.marks(), |meaning| matches!(meaning, Meaning::Role(role) if *role == wanted))
    };
    let stop = |word: Tokens<'_>| word.means_marked(Starts::STOP, |meaning| matches!(meaning, Meaning::Stop));
    let preposition = |word: &Tokens<'_>| {
        word.means(|meaning| matches!(meaning, Meaning::DayCue))
            && !word.means(|meaning| matches!(meaning, Meaning::YearCue))
            || role(*word, Role::In)
    };
    let Some(mut word) = start.back(1).filter(preposition).and_then(|word| word.back(1)) else {
        return false;
    };
    // Names and function words between the verb and its day.
    for _ in 0..REACH {
        let Some(first) = word.first().filter(|first| first.class == Class::Word) else { return false };
        if !first.capital && !stop(word) {
            break;
        }
        if said(word).is_some() {
            return false;
        }
        let Some(next) = word.back(1) else { return false };
        word = next;
    }
    let Some(subject) = word.back(1) else { return false };
    if word.first().is_none_or(|verb| verb.capital) || said(word).is_some() {
        return false;
    }
    if role(subject, Role::May) && subject.first().is_some_and(|may| !may.capital) {
        return !said_behind(start);
    }
    // “who plays on Sunday” tells of somebody's habit.
    let pronoun = |meaning: &Meaning| matches!(meaning, Meaning::Told(Told::Pronoun | Told::Them));
    let named = subject.first().is_some_and(|first| first.class == Class::Word) && !stop(subject);
    let noun = named || subject.means(pronoun);
    start.marks().meets(Starts::WEEKDAY) && role(word, Role::Acts) && noun && !said_behind(start)
}

/// Whether the word behind a day says when it was.
fn said_behind(start: Tokens<'_>) -> bool {
    said(start.skip(1)).is_some()
}

/// Whether a verb stands right in front of a date, perhaps with “on” between: “was on 10 February”, “died 3 May”.
fn is_beside(verb: Tokens<'_>, date: Tokens<'_>) -> bool {
    let between = verb.skip(1);
    // “by”, “to” and “until” stand in front of years as well, and say nothing about the day.
    let on = || {
        between.means(|meaning| matches!(meaning, Meaning::DayCue))
            && !between.means(|meaning| matches!(meaning, Meaning::YearCue))
    };
    between.at == date.at || between.at + 1 == date.at && on()
}

/// Whether a word lies ahead (`true`) or in the past, if it says so.
fn said(word: Tokens<'_>) -> Option<bool> {
    if !word.marks().meets(Starts::BESIDE_TIME) {
        return None;
    }
    let tense = |meaning: &Meaning| match meaning {
        Meaning::Tense(future) => Some(*future),
        _ => None,
    };
    word.find(tense).map(|(_, future)| future)
}

/// Whether the word so many places in front lies ahead.
fn is_ahead(word: Tokens<'_>, places: usize) -> bool {
    let before = word.back(places);
    before.is_some_and(|before| {
        before.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Tense(true))
    })
}

/// “will be named”; “could not be reached” is told of.
fn behind_future(word: Tokens<'_>) -> bool {
    let unasserted = |places: usize| {
        let before = word.back(places);
        before.is_some_and(|before| before.means(|meaning| *meaning == Meaning::Unasserted))
    };
    is_ahead(word, 1) && !(unasserted(2) && unasserted(3) && !is_ahead(word, 3))
}

/// “will be paid”, “is to be held”: one of two auxiliary verbs is not enough, since “plans were” is told of.
fn is_passive(word: Tokens<'_>) -> bool {
    let to = || {
        let two_before = word.back(2);
        two_before.is_some_and(|before| before.means(|meaning| *meaning == Meaning::Role(Role::To)))
    };
    is_ahead(word, 1) && (is_ahead(word, 2) || to())
}

/// Whether a word of the sentence may say something about the time, by what is cheap to see.
fn may_say(i: Tokens<'_>, word: Token) -> bool {
    word.uses.marks.meets(Starts::BESIDE_TIME) || has_past_ending(i, word)
}

/// Whether a word of the sentence looks like a verb in the past.
fn has_past_ending(i: Tokens<'_>, word: Token) -> bool {
    /// “red” and “need” are no verbs in the past.
    const SHORTEST: u32 = 5;
    word.class == Class::Word
        && !word.capital
        && word.end - word.start >= SHORTEST
        && i.sentence.language.has_past_ending(i.text_of(word))
}

/// A verb in the past, by its ending.
pub(in crate::claims) fn is_past(word: Tokens<'_>) -> bool {
    // “an agreed price” is no verb.
    let adjective = || {
        let before = word.back(1);
        before.is_some_and(|before| {
            before.means_marked(Starts::A, |meaning| *meaning == Meaning::Role(Role::A))
        })
    };
    word.first().is_some_and(|token| has_past_ending(word, token)) && !adjective()
}

/// Whether a verb in the past is the nearest.
pub(super) fn is_told(start: Tokens<'_>) -> bool {
    matches!(tense(start), Tense::JustPast | Tense::Past)
}

/// “the third time in four years”, “the biggest gain in a year”: what is counted up to now says how long it took, not
/// when it will be.
pub(super) fn is_counted(start: Tokens<'_>) -> bool {
    /// “the third such strike in”.
    const REACH: usize = 3;
    (start.at.saturating_sub(REACH)..start.at).any(|at| {
        let most = |meaning: &Meaning| matches!(meaning, Meaning::Ordinal(_) | Meaning::Role(Role::Most));
        Tokens { at, ..start }.means_marked(Starts::ORDINAL.or(Starts::JOINT), most)
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{reads_among, reads_on};

    #[test]
    fn what_is_to_come_lies_ahead() {
        // A Tuesday.
        reads_on(
            "2024-05-14",
            &[
                ("The vote is on Friday.", "Friday", "date 2024-05-17"),
                ("The deadline is Friday.", "Friday", "date 2024-05-17"),
                ("The bridge reopens on Friday.", "Friday", "date 2024-05-17"),
                ("Tickets go on sale in March.", "March", "date 2025-03"),
                ("The club prepares for Saturday’s game.", "Saturday", "date 2024-05-18"),
                ("She hopes to return in March.", "March", "date 2025-03"),
                ("She returns in June for a second tour.", "June", "date 2024-06"),
                ("The law comes into force in January.", "January", "date 2025-01"),
                ("Shares fell ahead of Friday’s vote.", "Friday", "date 2024-05-17"),
                ("She spoke ahead of the vote in March.", "March", "date 2025-03"),
                ("A ruling could come on Friday.", "Friday", "date 2024-05-17"),
                ("A decision may come in March.", "March", "date 2025-03"),
                ("The band plays on Sunday.", "Sunday", "date 2024-05-19"),
                ("Sunday marks ten years of it.", "Sunday", "date 2024-05-19"),
                ("They play on Friday and Sunday.", "Friday", "date 2024-05-17"),
                ("They meet on Thursday in Oslo.", "Thursday", "date 2024-05-16"),
                ("Spain hosts Italy in Madrid on Sunday.", "Sunday", "date 2024-05-19"),
                // Told.
                ("It may have come on Friday.", "Friday", "date 2024-05-10"),
                ("The mayor could not be found on Friday.", "Friday", "date 2024-05-10"),
                ("The plays on Sunday were short.", "Sunday", "date 2024-05-12"),
                ("The club that plays Leeds was robbed on Sunday.", "Sunday", "date 2024-05-12"),
                ("The man who visits on Sunday left.", "Sunday", "date 2024-05-12"),
                ("The vote was on Friday.", "Friday", "date 2024-05-10"),
                ("Ahead of the vote, he spoke on Friday.", "Friday", "date 2024-05-10"),
                ("The bridge reopened on Friday.", "Friday", "date 2024-05-10"),
            ],
        );
        reads_among("2024-05-14", "They play on Friday and Sunday.", "Sunday", "date 2024-05-19");
        for told in [
            "What she meant is Friday was free.",
            "Today is Friday.",
            "It is Friday.",
            "The office is on Friday Street.",
            "The fact is on Friday he left.",
            "It opens daily; on Friday it closed early.",
        ] {
            reads_among("2024-05-14", told, "Friday", "date 2024-05-10");
        }
    }
}
