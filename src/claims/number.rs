//! Bare numbers and counts: “5,000 prisoners”, “forty-five thousand”, “between 4,000 and 5,000”.

use nom::Parser;
use nom::branch::alt;

use super::Kind;
use super::amount::{Amount, Form, amount, hedge_after, same};
use super::draft::Draft;
use super::figure::{Figure, couple, figure};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens};
use crate::language::{Class, Hedge, Meaning, Role, Starts};
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
    let noun = noun(rest);
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
    if goes_on(i) && hedge_after(i).is_err() { Err(NO) } else { Ok((i, ())) }
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
        (_, ":" | "." | "/" | "–" | "'" | "’" | "_" | "@" | "\\" | "*" | "^" | "=" | "~") => {
            glued(Class::Digits)
        }
        _ => false,
    }
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
    let known = before.id != 0 || before.end - before.start < 2;
    let counts_something =
        || next.is_some_and(|next| next.class == Class::Word && !next.capital) && !is_stop(rest);
    alone && before.capital && !known && token.end - token.start < 4 && !counts_something()
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
fn is_house(rest: Tokens<'_>) -> bool {
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
    let cue = |at: usize| Tokens { at, ..first }.means(|meaning| *meaning == Meaning::ScoreCue);
    score && (first.at.saturating_sub(NEAR)..rest.at + NEAR).any(cue)
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
mod tests {
    use crate::claims::testing::{ignores, ignores_kind, reads, reads_among};

    #[test]
    fn numbers_are_read() {
        reads(&[
            ("5,000 prisoners were freed.", "5,000", "number 5000 [4750, 5250)"),
            (
                "Some 1.2 million people live there.",
                "Some 1.2 million",
                "number 1200000 about [1080000, 1320000]",
            ),
            ("It has 193 members.", "193", "number 193 [193, 193]"),
            ("12,34,567 voters", "12,34,567", "number 1234567 [1234567, 1234567]"),
            ("3bn people", "3bn", "number 3000000000 [2500000000, 3500000000)"),
            ("3 bn people", "3 bn", "number 3000000000"),
            ("40 000 birds", "40 000", "number 40000"),
            ("5’000 litas", "5’000", "number 5000"),
            ("12\u{202f}500 voters", "12\u{202f}500", "number 12500"),
            ("10 , 000 monkeys", "10 , 000", "number 10000"),
            ("−40 was read", "−40", "number -40 [-40, -40]"),
            ("a reading of minus seven", "minus seven", "number -7"),
        ]);
    }

    #[test]
    fn numbers_in_words_are_read() {
        reads(&[
            (
                "forty-five thousand three hundred and two birds",
                "forty-five thousand three hundred and two",
                "number 45302 [45302, 45302]",
            ),
            ("a dozen eggs", "a dozen", "number 12 [12, 12]"),
            ("3 dozens of them", "3 dozens", "number 36"),
            ("half a million readers", "half a million", "number 500000 [475000, 525000)"),
            ("two and a half million", "two and a half million", "number 2500000 [2450000, 2550000)"),
            ("7 million and a half", "7 million and a half", "number 7500000"),
            ("six hundred thousand men", "six hundred thousand", "number 600000"),
            ("4 hundred and 12 men", "4 hundred and 12", "number 412"),
            ("eight lakh twenty thousand", "eight lakh twenty thousand", "number 820000"),
            ("nine point seven five", "nine point seven five", "number 9.75"),
            ("twentyfive men", "twentyfive", "number 25"),
            ("half a dozen eggs", "half a dozen", "number 6 [6, 6]"),
            ("a half-dozen eggs", "a half-dozen", "number 6 [6, 6]"),
            ("a couple hundred goats", "a couple hundred", "number 200"),
            ("a couple of hundred goats", "a couple of hundred", "number 200 [100, 300)"),
            ("fifty - six boats", "fifty - six", "number 56"),
        ]);
    }

    #[test]
    fn fractions_and_powers_are_read() {
        reads(&[
            ("two-thirds of voters", "two-thirds", "number 0.666666666667"),
            ("cut it by a third.", "a third", "number 0.333333333333"),
            ("7½ apples", "7½", "number 7.5"),
            ("3/4 of them", "3/4", "number 0.75"),
            ("one in four children", "one in four", "number 0.25"),
            ("nine out of ten cats", "nine out of ten", "number 0.9"),
            ("one half of it", "one half", "number 0.5"),
            ("two million and one half", "two million and one half", "number 2500000"),
            ("half of the town", "half", "number 0.5 [0.375, 0.625)"),
            ("six and a quarter", "six and a quarter", "number 6.25"),
            ("fifty and two fifths", "fifty and two fifths", "number 50.4"),
            ("two hundred thirty-fifths", "two hundred thirty-fifths", "number 5.714285714286"),
            ("one over eight", "one over eight", "number 0.125"),
            ("7 in 1,000 births", "7 in 1,000", "number 0.007"),
            ("1.5M users signed up", "1.5M", "number 1500000"),
            ("2.718,28 of them", "2.718,28", "number 2718.28 [2718.275, 2718.285)"),
            ("twelve (12) cats", "twelve (12)", "number 12 [12, 12]"),
            ("12 (twelve) cats", "12 (twelve)", "number 12 [12, 12]"),
            ("twelve (11) cats", "twelve", "number 12 [12, 12]"),
            ("5e6 cells", "5e6", "number 5000000 [4500000, 5500000)"),
            ("2.7 × 10−4 of it", "2.7 × 10−4", "number 0.00027"),
            ("sets of 3 x 10-12 lifts", "3", "number 3"),
            ("nearly two in five voters", "nearly two in five", "number 0.4 nearly"),
            ("lost two in five games", "two", "number 2"),
            ("a one-in-seven chance", "one-in-seven", "number 0.142857142857"),
            ("3 tenths of it", "3 tenths", "number 0.3"),
            ("1 and a half million of them", "1 and a half million", "number 1500000"),
            ("one and three-quarter million", "one and three-quarter million", "number 1750000"),
            ("half-a-dozen goats", "half-a-dozen", "number 6"),
            ("a couple of dozen goats", "a couple of dozen", "number 24"),
            ("7m voters stayed home", "7m", "number 7000000"),
            ("2,7 million of them", "2,7 million", "number 2700000"),
            ("marked 7,00 there", "7,00", "number 7"),
            ("drawn were 8,19,23,42.", "8", "number 8"),
            ("6.02 × 10^23 atoms", "6.02 × 10^23", "number 602000000000000000000000"),
            ("10⁶ cells", "10⁶", "number 1000000"),
            ("2^10 states", "2^10", "number 1024"),
            ("7.5E-3 of it", "7.5E-3", "number 0.0075"),
        ]);
    }

    #[test]
    fn hedges_and_ranges_are_read() {
        reads(&[
            ("More than 38 million", "More than 38 million", "number 38000000 over (38000000, ∞)"),
            ("at least 12 dead", "at least 12", "number 12 at_least [12, ∞)"),
            ("up to 5,000 prisoners", "up to 5,000", "number 5000 up_to (∞, 5000]"),
            ("It went up to 5,001.", "5,001", "number 5001 [5001, 5001]"),
            ("It went as high as 5,000.", "as high as 5,000", "number 5000 up_to (∞, 5000]"),
            ("He moved up to 40.", "40", "number 40 [40, 40]"),
            ("He carried up to 40.", "up to 40", "number 40 up_to (∞, 40]"),
            ("exactly 5,000 prisoners", "exactly 5,000", "number 5000 exactly [5000, 5000]"),
            ("less than or equal to 9", "less than or equal to 9", "number 9 at_most (∞, 9]"),
            ("about 60 or more", "about 60 or more", "number 60 at_least [60, ∞)"),
            ("sales exceeded 700 in May", "exceeded 700", "number 700 over (700, ∞)"),
            ("x > 5", "> 5", "number 5 over (5, ∞)"),
            ("between 4,000 and 5,000 men", "between 4,000 and 5,000", "number 4000..5000 [4000, 5000]"),
            (
                "between one hundred and one thousand",
                "between one hundred and one thousand",
                "number 100..1000",
            ),
            ("5-10 million birds", "5-10 million", "number 5000000..10000000 [5000000, 10000000]"),
            ("from 40 to 50 cases", "from 40 to 50", "number 40..50 [40, 50]"),
            ("30~90 of them", "30~90", "number 30..90 [30, 90]"),
            ("12 ± 3 of them", "12 ± 3", "number 12 [9, 15)"),
            ("above 20 and below 30", "above 20 and below 30", "number 20..30 (20, 30)"),
            ("at most 50 and at least 8", "at most 50 and at least 8", "number 8..50 [8, 50]"),
            ("hundreds of thousands of birds", "hundreds of thousands", "number 200000..1000000"),
            ("several hundred birds", "several hundred", "number 200..1000 [200, 1000]"),
            ("thirty-odd goats", "thirty-odd", "number 30 about"),
            ("40-plus goats", "40-plus", "number 40 at_least"),
            ("60 goats or more", "60", "number 60 at_least [60, ∞)"),
            ("60 black goats or fewer", "60", "number 60 at_most (∞, 60]"),
            ("60 goats or sheep", "60", "number 60 [60, 60]"),
            ("just shy of 60 goats", "just shy of 60", "number 60 nearly"),
            ("three to four hundred goats", "three to four hundred", "number 300..400"),
            ("two to three hundred thousand", "two to three hundred thousand", "number 200000..300000"),
            ("one to a thousand", "one to a thousand", "number 1..1000"),
            ("fifty to five hundred", "fifty to five hundred", "number 50..500"),
            ("15-20,000 goats", "15-20,000", "number 15000..20000"),
            ("1 to 5,000 goats", "1 to 5,000", "number 1..5000"),
            ("as few as 60 goats", "as few as 60", "number 60 at_least"),
            ("not quite 60 goats", "not quite 60", "number 60 nearly"),
            ("60 plus or minus 4 of them", "60 plus or minus 4", "number 60 [56, 64)"),
            (
                "above one third and below a half",
                "above one third and below a half",
                "number 0.333333333333..0.5",
            ),
        ]);
    }

    #[test]
    fn names_with_numbers_are_no_claims() {
        ignores(&[
            "A Boeing 747 landed.",
            "version 2.0 is out",
            "They took Route 66.",
            "Apollo 11 flew.",
            "see page 12",
            "the iPhone 15",
            "won 3-1 at home",
            "lost 1-3 at home",
            "leads the series 1-0",
            "at 10:30",
            "by 5 p.m.",
            "on 192.168.1.2",
            "https://example.org/2020/03",
            "see www.example.org/5/6",
            "mail bob.smith42@example.org",
            "the B52 and the F-16",
            "Covid-19",
            "v1.2.3",
            "call 555-0199",
            "call +44 20 7946 0018",
            "call +1 (212) 555-0199",
            "the G20",
            "a 4x4",
            "chapter 7",
            "at 12 Long Acre Road",
            "her book “44” sold",
            "Ocean's Eleven sold out",
            "as was shown [12] before",
            "1) the roof",
            "the old Kestrel 3.",
            "hash 3f5e9ab1",
            "behind PKS J0437.5+4715",
            "the 3M shares",
            "open from 0720",
            "ranked number one there",
            "call 0900 123 789",
            "call 020 7333 0199 now",
            "call (555) 333-0199 now",
            "on XQ 1247 home",
            "World War 2 began",
            "a 4K screen",
            "ran a 10K race",
            "Python 3.11 came",
            "a 9-to-5 job",
            "a 3-in-1 tool",
            "seat 14A was taken",
            "blood group 3B, in 1,2-xylene",
            "the FTSE 100 fell",
        ]);
    }

    #[test]
    fn words_that_count_nothing_are_no_claims() {
        ignores_kind(
            "number",
            &[
                "no one came",
                "one of the men",
                "which one do you want",
                "that one is his",
                "the other one.",
                "the other half",
                "her better half said no",
                "a third man",
                "gross domestic product",
                "the score was high",
                "a two-party system",
                "ten-minute walk",
                "twenty-something",
                "a 50-50 chance",
                "a 4x4 car",
            ],
        );
    }

    #[test]
    fn what_says_when_is_no_part_of_the_noun() {
        let nouns = |text: &str| {
            let claims = crate::claims::testing::claims_of(text);
            claims[0].parts.noun.map(|noun| text[noun.range()].to_owned())
        };
        for (text, noun) in [
            ("It sold 48.5 million last year.", None),
            ("They shipped 6,200 next month.", None),
            ("It sold 310 boats last spring week.", Some("boats last spring week")),
            ("It sold 310 boats last week.", Some("boats")),
            ("The mill ground 40 sacks yesterday.", Some("sacks")),
            ("It has 12 current members.", Some("current members")),
        ] {
            assert_eq!(noun, nouns(text).as_deref(), "in {text:?}");
        }
    }

    #[test]
    fn a_year_behind_in_opens_no_range() {
        let rose = "It grew from 32,000 in 1970 to 57,500 in 1985.";
        let mined = "It rose from 210 million tonnes in 1970 to 640 million tonnes.";
        for (text, words, expected) in [
            (rose, "32,000", "number 32000"),
            (rose, "1970", "date 1970"),
            (rose, "57,500", "number 57500"),
            (mined, "1970", "date 1970"),
            (mined, "640 million tonnes", "quantity 640000000 tonne"),
            ("seen in 1500 to 3000 wells", "1500 to 3000", "number 1500..3000"),
            ("a herd of 1970 to 2.5 thousand", "1970 to 2.5 thousand", "number 1970..2500"),
        ] {
            reads_among("2020-01-01", text, words, expected);
        }
    }
}
