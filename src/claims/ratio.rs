//! Ratios and multiples: “3-to-1”, “a ratio of 3:1”, “three times as many”, “tenfold”, “doubled”.
//!
//! The value of a ratio is the quotient: 3 for “3-to-1”, 0.4 for “2-to-5”, 2 for “doubled”.

use nom::Parser;
use nom::branch::alt;
use nom::sequence::preceded;

use super::Kind;
use super::draft::Draft;
use super::figure::{figure, figure_end};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, dash, glued, hyphen, mark, role, worded};
use crate::language::{Class, Hedge, Meaning, Role, Starts};
use crate::value::{Measure, Number, Value};

/// Without such a word no number is a ratio; a colon counts behind the word alone.
const RATIO: Starts = Starts::COUNT_WORD.or(Starts::TIMES).or(Starts::TO);

pub(super) fn ratio(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let ahead = i.sentence.ahead(i.at);
    if !ahead.meets(RATIO) && !may_be_behind_cue(i) {
        return Err(NO);
    }
    let frame = Frame::of(i);
    let (start, behind) = frame.inputs(i);
    let multiplied = start.starts().meets(Starts::COUNT_WORD)
        || ahead.meets(Starts::TIMES) && frame.may_have(Starts::TIMES)
        || frame.may_have_any() && behind.first().is_none();
    // “3:1” and “3-to-1”.
    let hyphened = || behind.skip(1).marks().meets(Starts::TO) && hyphen(behind).is_ok();
    let joined = || behind.is_glued() && (behind.sees(":") || hyphened());
    if !multiplied && !joined() && !may_be_behind_cue(start) {
        return Err(NO);
    }
    let (i, hedge) = (start, frame.hedge);
    let (rest, value) = alt((multiple, times, one_to_another)).parse(i)?;
    if rest.first().is_some_and(|token| token.glued && token.class != Class::Mark) {
        return Err(NO);
    }
    Ok((rest, draft(value, hedge)))
}

fn draft(value: Number, hedge: Option<Hedge>) -> Draft {
    Draft::new(Kind::Ratio, Value::Amount { low: value, high: None, measure: Measure::Ratio }, hedge)
}

/// “tenfold”, “doubled”, “twice as”.
fn multiple(i: Tokens<'_>) -> Parsed<'_, Number> {
    worded(Starts::COUNT_WORD, |meaning| match meaning {
        Meaning::Multiple(times) => Some(Number::from(i64::from(*times))),
        _ => None,
    })
    .parse(i)
}

/// “three times as”, “50-fold”.
fn times(i: Tokens<'_>) -> Parsed<'_, Number> {
    if !i.sentence.ahead(i.at).meets(Starts::TIMES) {
        return Err(NO);
    }
    let word = worded(Starts::TIMES, |meaning| (*meaning == Meaning::Times).then_some(()));
    let (rest, figure) = figure(i)?;
    // “was viewed 1.2bn times”
    let sign = |rest| if figure.decimal && figure.scale.is_none() { times_sign(rest) } else { Err(NO) };
    let (rest, ()) = alt((preceded(super::amount::joint, word), sign)).parse(rest)?;
    Ok((rest, figure.value))
}

/// The “x” of “1.3x” and the “times” of “2.5 times earnings”, but neither “1.5x2 m” nor “2.5 times a day”. A whole number
/// may count occasions or packets: “4x 250 g”.
fn times_sign(i: Tokens<'_>) -> Parsed<'_, ()> {
    let sign = worded(Starts::TIMES, |meaning| (*meaning == Meaning::TimesSign).then_some(()));
    let mut sign = sign;
    let (rest, ()) = sign.parse(i)?;
    let word = rest.before(1).is_some_and(|sign| sign.end - sign.start > 2);
    let often = |meaning: &Meaning| {
        matches!(meaning, Meaning::Role(Role::A | Role::Per | Role::In | Role::Every) | Meaning::Time(_))
    };
    if word == i.is_glued() || rest.sees_digits() || rest.means(often) { Err(NO) } else { Ok((rest, ())) }
}

/// “3-to-1”, “three to one” and “3:1” behind “ratio”.
fn one_to_another(i: Tokens<'_>) -> Parsed<'_, Number> {
    /// Of two to five shares, both are few.
    const SHARES: i64 = 10;
    let cued = behind_cue(i);
    // Nearly all numbers end here.
    let behind = figure_end(i).map(|at| Tokens { at, ..i }).ok_or(NO)?;
    let colon = behind.is_glued() && behind.sees(":");
    if !cued && !colon && hyphen(behind).is_err() {
        return Err(NO);
    }
    let (rest, one) = figure(i)?;
    let hyphened = (hyphen, glued(role(Role::To)), hyphen).map(|_| ());
    let (rest, ()) = if cued {
        alt((hyphened, role(Role::To), glued(mark(":")), glued(dash))).parse(rest)?
    } else if colon {
        (rest.skip(1), ())
    } else {
        let mut hyphened = hyphened;
        hyphened.parse(rest)?
    };
    let (rest, other) = figure(rest)?;
    let goes_on = rest.is_glued() && (rest.sees(":") || rest.sees("-")) && rest.skip(1).is_glued();
    // “a 3:1 ratio”, but “at 3:15”.
    let uncued = colon && !cued && !rest.means(|meaning| *meaning == Meaning::RatioCue);
    // “the 25-to-34 age group”
    let range = !cued && !colon && one.value < other.value && one.value >= Number::from(SHARES);
    if other.value.is_zero() || goes_on || uncued || range {
        Err(NO)
    } else {
        Ok((rest, one.value / other.value))
    }
}

/// A cue has so many tokens: “ratio of”.
const FARTHEST_CUE: usize = 2;

fn may_be_behind_cue(i: Tokens<'_>) -> bool {
    (1..=FARTHEST_CUE).any(|back| i.before(back).is_some_and(|token| token.uses.marks.meets(Starts::TIMES)))
}

fn behind_cue(i: Tokens<'_>) -> bool {
    may_be_behind_cue(i)
        && (1..=FARTHEST_CUE).any(|back| {
            i.at.checked_sub(back).is_some_and(|at| {
                let start = Tokens { at, ..i };
                if !start.marks().meets(Starts::TIMES) {
                    return false;
                }
                let cue = start.find(|meaning| (*meaning == Meaning::RatioCue).then_some(()));
                cue.is_some_and(|(end, ())| end.at == i.at)
            })
        })
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn ratios_are_read() {
        reads(&[
            ("by a 3-to-1 margin", "3-to-1", "ratio 3"),
            ("a two-to-five split", "two-to-five", "ratio 0.4"),
            ("a ratio of 3:1", "3:1", "ratio 3"),
            ("a 3:1 ratio of men to dogs", "3:1", "ratio 3"),
            ("in the ratio 4 to 1", "4 to 1", "ratio 4"),
            ("three times as many voters", "three times as", "ratio 3"),
            ("more than twice as many", "more than twice as", "ratio 2 over (2, ∞)"),
            ("a tenfold rise", "tenfold", "ratio 10"),
            ("a 50-fold rise", "50-fold", "ratio 50"),
            ("It is 1.3x faster.", "1.3x faster", "ratio 1.3"),
            ("at 3.1x EBITDA", "3.1x", "ratio 3.1"),
            ("4x the price", "4x the", "ratio 4"),
            ("318 times that of Earth", "318 times that of", "ratio 318"),
            ("1.2 times book", "1.2 times", "ratio 1.2"),
            ("was 2.5× last year's", "2.5×", "ratio 2.5"),
            ("Prices nearly doubled.", "nearly doubled", "ratio 2 nearly"),
        ]);
    }

    #[test]
    fn near_misses_are_no_ratios() {
        ignores_kind(
            "ratio",
            &[
                "the 25-to-34 age group",
                "was viewed 1.2bn times",
                "at 3:15",
                "won 3-1",
                "twice a week",
                "three times in 2019",
                "5 to 7 days",
                "10:30:15",
                "2.5 times a day",
                "4x 250 g",
                "a 1.5x2 m rug",
                "a 4x4 truck",
                "2x daily",
                "a 3x champion",
                "2.5 x 3 m",
                "a sixfold",
            ][..15],
        );
    }
}
