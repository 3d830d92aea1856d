//! Bare numbers and counts: “5,000 prisoners”, “forty-five thousand”, “between 4,000 and 5,000”.

use nom::Parser;
use nom::branch::alt;

use super::Kind;
use super::amount::{Amount, Form, amount, hedge_after, same};
use super::draft::Draft;
use super::figure::{Figure, couple, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, hyphen};
use crate::language::{Class, Hedge, Meaning, Role, Starts, Token};
use crate::value::Measure;

/// A bare number has no mark: it ends where nothing follows that makes it a part of something else.
const FORM: Form<()> =
    Form { figure: count, before: None, after: Some(ends), marks: Starts::NONE, join: same };

pub(super) fn number(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, mut amount) = amount(i, &FORM)?;
    let first = Tokens { at: amount.tokens.0, ..i };
    if is_name(first, rest, &amount)
        || is_pronoun(first, rest)
        || is_mark_of_list(first, rest)
        || is_score(first, rest)
        || is_catalogued(first)
        || is_flight(first, rest, &amount)
        || is_hour(rest, &amount)
    {
        return Err(NO);
    }
    if amount.low.too_long && amount.high.is_none() && !amount.low.decimal {
        amount.hedge = Some(Hedge::AtLeast);
    }
    // 0720 is a time or a code.
    if amount.low.bare && first.first().is_some_and(|token| token.end - token.start > 1) {
        let text = first.first().map_or("", |token| first.text_of(token));
        if text.starts_with('0') {
            return Err(NO);
        }
    }
    let noun = noun(if counts_behind_hyphen(rest) { rest.skip(1) } else { rest });
    if amount.hedge.is_none() && amount.high.is_none() {
        amount.hedge = noun.and_then(|noun| behind_noun(rest, noun));
    }
    let mut draft = Draft::of_amount(Kind::Number, amount, |()| Measure::Count);
    draft.noun = noun;
    Ok((rest, draft))
}

/// Whether a number that begins here is seen to end by a token.
pub(super) fn ends_by(i: Tokens<'_>, end: usize) -> bool {
    Frame::of(i).ends_by(end)
}

fn count(i: Tokens<'_>) -> Parsed<'_, Figure> {
    alt((figure, couple)).parse(i)
}

fn ends(i: Tokens<'_>) -> Parsed<'_, ()> {
    // “fifty-odd” is hedged.
    if goes_on(i) && hedge_after(i).is_err() && !counts_behind_hyphen(i) { Err(NO) } else { Ok((i, ())) }
}

/// Whether what follows makes the figure a part of something else: 3D, 10:30, 1.2.3, 3-1, 5 p.m., two-party.
pub(super) fn goes_on(rest: Tokens<'_>) -> bool {
    if rest.marks().meets(Starts::NO_CLAIM) && rest.means(|meaning| *meaning == Meaning::NotClaim) {
        return true;
    }
    let Some(next) = rest.first().filter(|token| token.glued) else { return false };
    let behind = rest.skip(1);
    let glued = |class| behind.first().is_some_and(|token| token.glued && token.class == class);
    match (next.class, rest.text_of(next)) {
        (Class::Word | Class::Digits, _) | (_, "%" | "€" | "$" | "£") => true,
        (_, "-" | "‐" | "‑") => glued(Class::Digits) || glued(Class::Word),
        (_, ",") => glued(Class::Digits) && !is_listed(rest),
        // “The 747's wings”
        (_, "'" | "’") => glued(Class::Digits) || glued(Class::Word) && behind.sees("s"),
        (_, ":" | "." | "/" | "–" | "_" | "@" | "\\" | "*" | "^" | "=" | "~") => glued(Class::Digits),
        _ => false,
    }
}

/// “a 24-unit building”, “a 12-member jury”: what is counted stands behind a hyphen, in front of what has so many. “A
/// 3-in-1 tool” and “a 14-under-par round” count nothing.
fn counts_behind_hyphen(rest: Tokens<'_>) -> bool {
    const OTHER: Starts = Starts::UNIT
        .or(Starts::WEAK_UNIT)
        .or(Starts::TIME)
        .or(Starts::CURRENCY)
        .or(Starts::PERCENT)
        .or(Starts::AGE_WORD)
        .or(Starts::STOP)
        .or(Starts::TIMES)
        .or(Starts::HEDGE_BEHIND)
        .or(Starts::JOINT)
        .or(Starts::NO_CLAIM)
        .or(Starts::FIGURE);
    /// “a 3-D film”.
    const SHORTEST: usize = 3;
    if !rest.is_glued() {
        return false;
    }
    let Ok((noun, ())) = hyphen(rest) else { return false };
    let Some(word) = noun.first().filter(|word| word.glued && word.class == Class::Word) else {
        return false;
    };
    let text = noun.text_of(word);
    let behind = noun.skip(1);
    rest.before(1).is_some_and(|figure| figure.class == Class::Digits)
        && text.len() >= SHORTEST
        && text.bytes().all(|byte| byte.is_ascii_lowercase())
        && (!text.ends_with('s') || text.ends_with("ss"))
        && !word.uses.marks.meets(OTHER)
        && behind.first().is_some_and(|next| next.class == Class::Word && !next.glued)
        && !is_stop(behind)
        && !rest.means_marked(Starts::NO_CLAIM, |meaning| *meaning == Meaning::NotClaim)
}

/// “Ocean's Eleven”, “Voyager 2 left”, “the film “1984””: the number is a part of a name.
fn is_name(first: Tokens<'_>, rest: Tokens<'_>, amount: &Amount<()>) -> bool {
    if amount.low.bare && is_house(rest) {
        return true;
    }
    let (Some(token), Some(before)) = (first.first(), first.before(1)) else { return false };
    if amount.low.in_words {
        let shouted = first.text_of(token).chars().nth(1).is_some_and(char::is_uppercase);
        return token.capital && !shouted && before.class == Class::Word;
    }
    let next = rest.first();
    if before.class == Class::Mark {
        let quoted = token.glued && matches!(first.text_of(before), "“" | "\"" | "‘" | "«");
        return quoted
            && next.is_some_and(|next| next.glued && matches!(rest.text_of(next), "”" | "\"" | "’" | "»"));
    }
    let alone = amount.low.bare && amount.high.is_none() && amount.hedge.is_none();
    let known = is_known(first, before) || before.end - before.start < 2;
    let counts_something =
        || next.is_some_and(|next| next.class == Class::Word && !next.capital) && !is_stop(rest);
    alone && before.capital && !known && token.end - token.start < 4 && !counts_something()
}

/// Whether the language knows a word by itself, and not only inside of names: “Mexico” is one of a holiday and of a currency.
fn is_known(i: Tokens<'_>, word: Token) -> bool {
    const NAMES: Starts = Starts::HOLIDAY.or(Starts::CURRENCY).or(Starts::LITERAL);
    let uses = word.uses.begins.or(word.uses.marks);
    let in_names = !uses.is_empty() && uses.is_within(NAMES);
    word.id != 0 && !(in_names && i.sentence.language.lexicon.starts_alone(word.id).is_empty())
}

/// “at six in the morning”: a time of day.
fn is_hour(rest: Tokens<'_>, amount: &Amount<()>) -> bool {
    /// Nobody says “fourteen in the afternoon”.
    const LAST: i64 = 12;
    let role = |i: Tokens<'_>, role: Role| i.means(|meaning| *meaning == Meaning::Role(role));
    rest.skip(2).marks().meets(Starts::DAY_PART)
        && role(rest, Role::In)
        && role(rest.skip(1), Role::The)
        && amount.low.value.to_i64().is_some_and(|hour| (1..=LAST).contains(&hour))
}

/// A word that stands for nothing that could be counted.
fn is_stop(i: Tokens<'_>) -> bool {
    i.marks().meets(Starts::STOP) && i.means(|meaning| *meaning == Meaning::Stop)
}

/// “BA 2490 was late”: a code of capitals and figures behind it are a name in front of what is not counted.
fn is_flight(first: Tokens<'_>, rest: Tokens<'_>, amount: &Amount<()>) -> bool {
    let figures = first.first().map_or(0, |token| token.end - token.start);
    let may_be =
        amount.low.bare && amount.high.is_none() && amount.hedge.is_none() && (3..=4).contains(&figures);
    let code = || {
        first.before(1).is_some_and(|code| {
            let text = first.text_of(code);
            code.class == Class::Word && code.id == 0 && (2..=3).contains(&text.len()) && is_shouted(text)
        })
    };
    let several = || rest.first().is_some_and(|next| rest.text_of(next).ends_with('s')) && !is_stop(rest);
    may_be && code() && !several()
}

fn is_shouted(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The figures of “22,24,26,31”: three or more counts of two figures at most, with nothing between them but commas.
fn is_listed(rest: Tokens<'_>) -> bool {
    /// So far is looked, both ways.
    const FAR: usize = 6;
    let comma = |i: Tokens<'_>| i.is_glued() && i.sees(",");
    let short = |i: Tokens<'_>| i.first().is_some_and(|t| t.class == Class::Digits && t.end - t.start <= 2);
    let one = |i: Tokens<'_>| comma(i) && i.skip(1).is_glued() && short(i.skip(1));
    let Some(at) = rest.at.checked_sub(1) else { return false };
    let number = Tokens { at, ..rest };
    let ahead = (0..FAR).step_by(2).take_while(|places| one(rest.skip(*places))).count();
    let behind = (2..=FAR).step_by(2).map_while(|back| number.at.checked_sub(back)).take_while(|at| {
        let other = Tokens { at: *at, ..rest };
        short(other) && one(other.skip(1))
    });
    let last = rest.skip(2 * ahead);
    let ends = ahead == FAR / 2
        || last
            .first()
            .is_none_or(|next| !next.glued || next.class == Class::Mark && !last.skip(1).is_glued());
    short(number) && ends && ahead + behind.count() >= 2
}

/// “12 Downing Street”: one or two names and a street.
pub(super) fn is_house(rest: Tokens<'_>) -> bool {
    let capital = |i: Tokens<'_>| i.first().is_some_and(|token| token.capital);
    (0..3)
        .map(|names| rest.skip(names))
        .take_while(|i| capital(*i))
        .any(|i| i.means(|m| *m == Meaning::Street))
}

/// “one of them”, “the new one”: the word one without anything that it counts.
fn is_pronoun(first: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let alone = rest.at == first.at + 1 && first.marks().meets(Starts::CARDINAL);
    if !alone || !first.means(|meaning| *meaning == Meaning::Cardinal(1)) {
        return false;
    }
    match rest.first() {
        Some(next) if next.class == Class::Word => is_stop(rest),
        _ => first.before(1).is_some_and(|before| before.class == Class::Word),
    }
}

/// “5,000 people or more”: the hedge stands behind what is counted.
fn behind_noun(rest: Tokens<'_>, noun: crate::span::Span) -> Option<Hedge> {
    /// A noun has so many words, and the hedge follows.
    const NEAR: usize = 5;
    if !rest.sees_near(NEAR, Starts::HEDGE_BEHIND) {
        return None;
    }
    let end = (1..NEAR)
        .map(|words| rest.skip(words))
        .find(|i| i.before(1).is_some_and(|last| last.end == noun.end))?;
    let (_, hedge) = hedge_after(end).ok()?;
    end.means(|meaning| *meaning == Meaning::Role(Role::Or)).then_some(hedge)
}

/// “1) the roof, 2) the walls”, “as shown.\[12\]”: the number counts nothing.
fn is_mark_of_list(first: Tokens<'_>, rest: Tokens<'_>) -> bool {
    /// How far back the bracket is looked for that a list's mark has not.
    const FARTHEST: usize = 8;
    let before = first.before(1).map(|before| first.text_of(before));
    if before == Some("[") && rest.sees("]") {
        return true;
    }
    // “section 12(3)”
    let part = before == Some("(")
        && first.is_glued()
        && first.before(1).is_some_and(|mark| mark.glued)
        && first.before(2).is_some_and(|number| number.class == Class::Digits);
    if part && rest.sees(")") {
        return true;
    }
    let opened =
        || (1..=FARTHEST).any(|back| first.before(back).is_some_and(|token| first.text_of(token) == "("));
    rest.sees(")") && (!opened() || first.at == 1 && before == Some("("))
}

/// The “+6663” of “J1149.5+6663”: what a letter begins and a sign goes on is a name.
fn is_catalogued(first: Tokens<'_>) -> bool {
    /// Letters, figures, a point and figures.
    const LONGEST: usize = 6;
    if !first.is_glued() || first.before(1).is_none_or(|sign| first.text_of(sign) != "+") {
        return false;
    }
    let glued = (1..=LONGEST).map_while(|places| first.before(places));
    let mut chain = glued.scan(true, |on, token| std::mem::replace(on, token.glued).then_some(token));
    chain.any(|token| token.class == Class::Word)
}

/// “won 3-1”, “a 2-2 draw”.
fn is_score(first: Tokens<'_>, rest: Tokens<'_>) -> bool {
    /// The cue stands near.
    const NEAR: usize = 5;
    if rest.at != first.at + 3 {
        return false;
    }
    let [one, joint, other] = [0, 1, 2].map(|n| first.skip(n).first());
    let score = [one, other]
        .iter()
        .flatten()
        .all(|token| token.class == Class::Digits && token.end - token.start <= 2)
        && joint.is_some_and(|token| matches!(first.text_of(token), "-" | "–"));
    if score && is_set(first) {
        return true;
    }
    let cue = |at: usize| Tokens { at, ..first }.means(|meaning| *meaning == Meaning::ScoreCue);
    score && (first.at.saturating_sub(NEAR)..rest.at + NEAR).any(cue)
}

/// The “18-21” of “21-17, 18-21, 21-19”: one of the sets in front has its higher figure first.
fn is_set(first: Tokens<'_>) -> bool {
    /// A match has so many sets.
    const MOST: usize = 5;
    /// Two figures, their hyphen and a comma.
    const SET: usize = 4;
    let digits = |places: usize| {
        let token = first.before(places).filter(|token| token.class == Class::Digits)?;
        first.text_of(token).parse::<u16>().ok()
    };
    let is = |places: usize, marks: [&str; 2]| {
        first.before(places).is_some_and(|token| marks.contains(&first.text_of(token)))
    };
    let sets = (0..MOST).map(|set| set * SET).take_while(|&back| {
        is(back + 1, [",", ";"]) && is(back + 3, ["-", "–"]) && digits(back + 2).is_some()
    });
    sets.into_iter().any(|back| digits(back + 4) > digits(back + 2))
}

/// The words behind a number that say what is counted: “Taliban prisoners” in “5,000 Taliban prisoners”.
pub(super) fn noun(i: Tokens<'_>) -> Option<crate::span::Span> {
    const LONGEST: usize = 4;
    const ENDS: Starts =
        Starts::STOP.or(Starts::CARDINAL).or(Starts::MONTH).or(Starts::DAY_WORD).or(Starts::WHICH);
    let ends = |i: Tokens<'_>| {
        let Some(token) = i.first() else { return true };
        let may_end = token.uses.marks.meets(ENDS);
        token.class != Class::Word
            || may_end
                && i.means(|meaning| match meaning {
                    Meaning::Stop | Meaning::Cardinal(_) | Meaning::Month(_) | Meaning::DayWord(_) => true,
                    Meaning::Which { .. } => is_time(i.skip(1)),
                    _ => false,
                })
    };
    let mut end = i;
    while end.at - i.at < LONGEST && !ends(end) && (end.at == i.at || !end.is_glued()) {
        end = end.skip(1);
    }
    (end.at > i.at).then(|| i.span_to(end))
}

/// Whether “last” or “next” in front of this makes it a date: “sold 5 million *last year*”, but “5 current members”.
fn is_time(i: Tokens<'_>) -> bool {
    i.means(|meaning| matches!(meaning, Meaning::Time(_) | Meaning::Weekday(_) | Meaning::Month(_)))
}

#[cfg(test)]
mod tests;
