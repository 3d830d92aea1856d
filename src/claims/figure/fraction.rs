//! Parts of a whole: ½ · 10½ · 3/4 · two-thirds · three and a quarter · one in four · four out of ten

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::Figure;
use super::words::{below_hundred, scale, whole};
use crate::claims::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, role, worded};
use crate::language::{Class, Cue, Hedge, Meaning, Role, Starts};
use crate::value::Number;

/// The rest of “10½”, “10 1/2”, “3/4”, “1 in 5”.
pub(super) fn behind_digits<'a>(start: Tokens<'a>, rest: Tokens<'a>, whole: &Figure) -> Parsed<'a, Figure> {
    let may_follow = rest.first().is_some_and(|next| match next.class {
        Class::Word => next.uses.marks.meets(Starts::JOINT.or(Starts::FRACTION)),
        Class::Digits | Class::Mark => true,
    });
    if !whole.bare || !may_follow {
        return Err(NO);
    }
    let mixed = |i| {
        let (rest, (above, below)) = alt((vulgar, spaced_fraction)).parse(i)?;
        Ok((rest, Figure::fraction(&whole.value + &Number::ratio(above, below), below)))
    };
    let slashed = |rest| {
        let (rest, (above, below)) = slash(start, rest, whole)?;
        Ok((rest, Figure::fraction(Number::ratio(above, below), below)))
    };
    let halved = |i| and_a_half(i, whole);
    let (rest, figure) =
        alt((mixed, slashed, |i| share(i, &whole.value), halved, |i| small_parts(i, whole))).parse(rest)?;
    times_scale(rest, figure)
}

/// The “and a half” of “1 and a half million”. In front of what it is the half of it is another number.
fn and_a_half<'a>(i: Tokens<'a>, whole: &Figure) -> Parsed<'a, Figure> {
    let (rest, ()) = preceded((role(Role::And), role(Role::A)), role(Role::Half)).parse(i)?;
    let of_something = |meaning: &Meaning| {
        matches!(meaning, Meaning::Role(Role::Of | Role::The | Role::A) | Meaning::Group(_))
    };
    if rest.is_glued() && hyphen(rest).is_ok() || rest.means(of_something) {
        return Err(NO);
    }
    Ok((rest, Figure::fraction(&whole.value + &Number::half(), 2)))
}

/// The “tenths” of “3 tenths”, the “thousandths” of “5 thousandths”.
fn small_parts<'a>(i: Tokens<'a>, count: &Figure) -> Parsed<'a, Figure> {
    /// Larger parts are places in an order and quarters of a year as well.
    const LARGEST: i64 = 8;
    let (rest, parts) = denominator(i, Some(true))?;
    if i.is_glued() || parts < LARGEST || count.value >= Number::from(parts) {
        return Err(NO);
    }
    Ok((rest, Figure::fraction(&count.value * &Number::ratio(1, parts), parts)))
}

/// “½” without a whole number, “½ million”.
pub(super) fn vulgar_alone(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (i, (above, below)) = vulgar(i)?;
    times_scale(i, Figure::fraction(Number::ratio(above, below), below))
}

/// ½ and its like: what stands above the line, and below it.
fn vulgar(i: Tokens<'_>) -> Parsed<'_, (i64, i64)> {
    let token = i.first().filter(|token| token.class == Class::Mark).ok_or(NO)?;
    let parts = match i.text_of(token) {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return Err(NO),
    };
    Ok((i.skip(1), parts))
}

/// The 1/2 of “10 1/2”, and of “10-1/2” as newspapers set it.
fn spaced_fraction(i: Tokens<'_>) -> Parsed<'_, (i64, i64)> {
    let hyphened = hyphen(i).ok().map(|(rest, ())| rest).filter(|rest| rest.is_glued());
    let start = hyphened.unwrap_or(i);
    let slash = alt((mark("/"), mark("⁄")));
    let (rest, (above, (), below)) =
        (crate::claims::grammar::digits, glued(slash), glued(crate::claims::grammar::digits)).parse(start)?;
    let (above, below): (i64, i64) = (above.parse().map_err(|_| NO)?, below.parse().map_err(|_| NO)?);
    let proper = 0 < above && above < below && below <= 100;
    // “2-1/2” is two and a half, “3-7/12” may be days of a month.
    let fits = if hyphened.is_some() { matches!(below, 2 | 3 | 4 | 8 | 16 | 32 | 64) } else { !i.is_glued() };
    if !fits || !proper || rest.is_glued() && rest.sees("/") { Err(NO) } else { Ok((rest, (above, below))) }
}

/// “3/4” with nothing in front: a date, a pair or a fraction. Parts that people measure in are a
/// fraction, others only where it is said of what.
fn slash<'a>(start: Tokens<'a>, i: Tokens<'a>, above: &Figure) -> Parsed<'a, (i64, i64)> {
    let (rest, ((), below)) =
        (glued(alt((mark("/"), mark("⁄")))), glued(crate::claims::grammar::digits)).parse(i)?;
    let (above, below) = (above.value.to_i64().ok_or(NO)?, below.parse::<i64>().map_err(|_| NO)?);
    let measured = matches!(below, 2 | 3 | 4 | 5 | 8 | 16 | 32 | 64 | 100 | 1000);
    let of_something =
        rest.means(|meaning| matches!(meaning, Meaning::Role(Role::Of) | Meaning::Unit { .. }));
    let dated = start.at.checked_sub(1).is_some_and(|at| {
        Tokens { at, ..start }.means(|meaning| matches!(meaning, Meaning::YearCue | Meaning::Weekday(_)))
            && !of_something
    });
    let goes_on = rest.is_glued()
        && rest.first().is_some_and(|t| matches!(rest.text_of(t), "/" | "-" | "."))
        && rest.skip(1).is_glued()
        && rest.skip(1).sees_digits();
    let proper = 0 < above && above < below;
    if proper && (measured || of_something) && !dated && !goes_on {
        Ok((rest, (above, below)))
    } else {
        Err(NO)
    }
}

/// A scale word behind a fraction: “three quarters of a million”, “1½ million”.
pub(super) fn times_scale(i: Tokens<'_>, mut figure: Figure) -> Parsed<'_, Figure> {
    let of_a = (role(Role::Of), role(Role::A));
    if let (rest, Some(power)) = opt(preceded(opt(of_a), preceded(opt(hyphen), scale))).parse(i)? {
        figure.scale_by(power);
        return Ok((rest, figure.rounded()));
    }
    Ok((i, figure))
}

/// “a third”, “a half”, “a quarter million”: one part, where nothing makes it a place in an order.
pub(super) fn one_part(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let half = role(Role::Half).map(|()| 2);
    let part = alt((half, |i| denominator(i, Some(false))));
    let (rest, ((), parts)) = (role(Role::A), part).parse(i)?;
    let figure = Figure::fraction(Number::from(1) / Number::from(parts), parts);
    if let Ok((rest, figure)) = scaled_only(rest, figure.clone()) {
        return Ok((rest, figure));
    }
    // “a quarter mile”, but “a third mile” has two before it.
    let of_unit = || {
        parts == 4
            && !rest.is_glued()
            && !rest.marks().meets(Starts::TIME)
            && rest.means(|meaning| matches!(meaning, Meaning::Unit { weak: false, .. }))
    };
    if stands_as_part(rest)
        || is_measured_part(i, rest)
        || part_of_unit(i.skip(1)).is_ok()
        || of_unit()
        || is_end_of_range(i, rest)
    {
        Ok((rest, figure))
    } else {
        Err(NO)
    }
}

/// “a third to a half of the people”, “between a third and a half of them”: another part follows.
fn is_end_of_range(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let joint = |wanted: Role| rest.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(wanted));
    let between = || {
        let between = |meaning: &Meaning| *meaning == Meaning::Role(Role::Between);
        i.back(1).is_some_and(|word| word.means_marked(Starts::BETWEEN, between))
    };
    let half = || role(Role::Half).map(|()| 2);
    let one = |i| (role(Role::A), alt((half(), |i| denominator(i, Some(false))))).parse(i).is_ok();
    let other = || one(rest.skip(1)) || proper(rest.skip(1)).is_ok();
    (joint(Role::To) || joint(Role::Or) || joint(Role::And) && between()) && other()
}

fn scaled_only(i: Tokens<'_>, figure: Figure) -> Parsed<'_, Figure> {
    let (rest, figure) = times_scale(i, figure)?;
    if rest.at > i.at { Ok((rest, figure)) } else { Err(NO) }
}

/// “half of”, “half the”, “half a million”: the word alone is half of nothing.
pub(super) fn half(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, ()) = role(Role::Half).parse(i)?;
    let figure = Figure::fraction(Number::ratio(1, 2), 2);
    let article = opt(role(Role::A)).parse(rest)?.0;
    if let Ok((rest, power)) = scale(article) {
        let mut figure = figure;
        figure.scale_by(power);
        return Ok((rest, figure.rounded()));
    }
    let unit_follows = |i: Tokens<'_>| {
        i.means(|meaning| {
            matches!(
                meaning,
                Meaning::Unit { .. }
                    | Meaning::Time(_)
                    | Meaning::Currency(_)
                    | Meaning::Percent
                    | Meaning::PercentagePoint
            )
        })
    };
    if unit_follows(article) && !rest.is_glued() {
        // The unit's grammar wants it right behind.
        return Ok((article, figure));
    }
    // “the first half of”, “her better half”: only what a function word stands before is a share.
    let free = match i.before(1) {
        None => true,
        Some(before) => {
            let at = Tokens { at: i.at - 1, ..i };
            !i.is_glued()
                && (before.class == Class::Mark
                    || at.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Hedge { .. })))
                && !at.means(|meaning| *meaning == Meaning::Role(Role::The))
        }
    };
    let of_something =
        rest.means(|meaning| matches!(meaning, Meaning::Role(Role::Of | Role::The))) && !rest.is_glued();
    // “half of 1 percent” says of what.
    let percent = |at: usize| {
        let wanted = |meaning: &Meaning| matches!(meaning, Meaning::Percent | Meaning::PercentagePoint);
        rest.skip(at).means_marked(Starts::PERCENT, wanted)
    };
    let of_percent = of_something && (percent(1) || percent(2));
    if (free || of_percent) && of_something { Ok((rest, figure)) } else { Err(NO) }
}

/// The “quarter” of “a quarter-mile”, the “half” of “half-litre”.
pub(super) fn part_of_unit(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let half = role(Role::Half).map(|()| (2, true));
    let (rest, (parts, singular)) = alt((half, simple)).parse(i)?;
    let (unit, ()) = hyphen(rest)?;
    let of_unit =
        unit.is_glued() && unit.means(|meaning| matches!(meaning, Meaning::Unit { weak: false, .. }));
    // “second-degree” is a place in an order.
    let place = i.means(|meaning| matches!(meaning, Meaning::Ordinal(_)));
    let of_time = unit.means(|meaning| matches!(meaning, Meaning::Time(_)));
    // “the quarter-million-pound prize”.
    if singular
        && matches!(parts, 2 | 4)
        && unit.is_glued()
        && let Ok((rest, power)) = scale(unit)
    {
        let mut figure = Figure::fraction(Number::ratio(1, parts), parts);
        figure.scale_by(power);
        return Ok((rest, figure.rounded()));
    }
    if singular && of_unit && !place && !of_time {
        Ok((rest, Figure::fraction(Number::ratio(1, parts), parts)))
    } else {
        Err(NO)
    }
}

/// A part that something is said to be of, or that ends what is said: “a third of”, “by a third.”
fn stands_as_part(i: Tokens<'_>) -> bool {
    i.first().is_none_or(|token| matches!(i.text_of(token), "." | ")" | ";" | "?" | "!"))
        || i.means(|meaning| {
            matches!(meaning, Meaning::Role(Role::Of) | Meaning::Percent | Meaning::PercentagePoint)
        })
}

/// “by a third last year”, “nearly a third, or”: what changes by it or comes near it is no place in an order, where no
/// noun follows. “By a third party” has one.
fn is_measured_part(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    /// “more than” has two words.
    const FARTHEST: usize = 2;
    let ends = rest.sees(",")
        || rest.sees(":")
        || rest.first().is_none_or(|next| next.class == Class::Mark && !next.glued)
        || rest.marks().meets(Starts::STOP.or(Starts::WHICH))
            && rest.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Which { .. }));
    let measures: fn(&Meaning) -> Option<()> = |meaning| {
        matches!(meaning, Meaning::Hedge { after: false, .. } | Meaning::Cue(Cue::By)).then_some(())
    };
    let led = |measures: fn(&Meaning) -> Option<()>| {
        (1..=FARTHEST)
            .filter_map(|back| i.at.checked_sub(back))
            .any(|at| Tokens { at, ..i }.find(measures).is_some_and(|(end, ())| end.at == i.at))
    };
    // Nothing is nearly third.
    let nearly = |meaning: &Meaning| {
        matches!(meaning, Meaning::Hedge { hedge: Hedge::Nearly, after: false }).then_some(())
    };
    let word = rest.first().is_some_and(|next| next.class == Class::Word && !next.glued);
    ends && led(measures) || word && led(nearly)
}

/// A count with the parts behind: “two-thirds”, “three and a quarter”, “twenty and three fifths”.
pub(super) fn behind_count<'a>(i: Tokens<'a>, count: &Number) -> Parsed<'a, Figure> {
    let one = *count == Number::from(1);
    let parts = |i: Tokens<'a>| {
        let (rest, joint) = opt(alt((hyphen, spaced_hyphen))).parse(i)?;
        // “three-quarter” is no place in an order, “three-fifth” is no English.
        let quarter = joint.is_some() && !rest.means(|meaning| matches!(meaning, Meaning::Ordinal(_)));
        let (rest, parts) = denominator(rest, (!quarter).then_some(!one))?;
        // “two quarters” are half a year: nobody calls a half two quarters.
        let of_time = i.skip(usize::from(rest.at - i.at > 1)).means(|m| matches!(m, Meaning::Time(_)));
        let least = count.to_i64().is_some_and(|count| count < parts && gcd(count, parts) == 1);
        if of_time && !least {
            Err(NO)
        } else {
            Ok((rest, Figure::fraction(count * &Number::ratio(1, parts), parts)))
        }
    };
    let scaled = |i| {
        let (rest, figure) = alt((parts, |i| share(i, count))).parse(i)?;
        times_scale(rest, figure)
    };
    alt((scaled, |i| and_part(i, count))).parse(i)
}

/// The “and a half” behind a count: of one, of the scale behind, or of the scale that the count ends in.
fn and_part<'a>(i: Tokens<'a>, count: &Number) -> Parsed<'a, Figure> {
    // “a two-and-a-half-year war”.
    let and = (opt(hyphen), role(Role::And), opt(hyphen));
    let (rest, (above, below)) = preceded(and, proper).parse(i)?;
    let part = Figure::fraction(Number::ratio(above, below), below);
    let thousand = Number::from(1000);
    let mut scale = Number::from(1);
    while &scale * &thousand <= *count && (count.clone() / (&scale * &thousand)).is_integer() {
        scale = &scale * &thousand;
    }
    if scale == Number::from(1) {
        return times_scale(rest, Figure { value: count + &part.value, ..part });
    }
    let (rest, mut part) = times_scale(rest, part)?;
    if part.scale.is_none() {
        part.multiply(&scale);
    }
    part.value = count + &part.value;
    Ok((rest, part.rounded()))
}

/// “a half”, “half”, “three fifths”: less than one.
pub(in crate::claims) fn proper(i: Tokens<'_>) -> Parsed<'_, (i64, i64)> {
    let half = (opt((role(Role::A), opt(hyphen))), role(Role::Half)).map(|_| (1, 2));
    let one = (role(Role::A), opt(hyphen), |i| denominator(i, Some(false))).map(|((), _, parts)| (1, parts));
    let several = |i| {
        let (i, count) = below_hundred(i)?;
        let (i, joint) = opt(hyphen).parse(i)?;
        // “one and three-quarter million”.
        let quarter = joint.is_some() && !i.means(|meaning| matches!(meaning, Meaning::Ordinal(_)));
        let (i, parts) = denominator(i, (!quarter).then_some(count != 1))?;
        if count < parts { Ok((i, (count, parts))) } else { Err(NO) }
    };
    alt((half, one, several)).parse(i)
}

/// The name of a part: “third”, “thirds”, “twenty-firsts”. A singular word is a place in an order as well.
fn denominator(i: Tokens<'_>, plural: Option<bool>) -> Parsed<'_, i64> {
    let (rest, (parts, singular)) = alt((compound, simple)).parse(i)?;
    let fits = plural.is_none_or(|plural| plural != singular) && parts > 1;
    let goes_on = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if fits && !goes_on { Ok((rest, parts)) } else { Err(NO) }
}

fn compound(i: Tokens<'_>) -> Parsed<'_, (i64, bool)> {
    let tens = worded(Starts::CARDINAL, |meaning| match meaning {
        Meaning::Cardinal(tens) if *tens >= 20 && *tens % 10 == 0 => Some(i64::from(*tens)),
        _ => None,
    });
    let (i, (tens, _, (unit, singular))) = (tens, opt(hyphen), simple).parse(i)?;
    if unit < 10 { Ok((i, (tens + unit, singular))) } else { Err(NO) }
}

fn simple(i: Tokens<'_>) -> Parsed<'_, (i64, bool)> {
    let part = worded(Starts::FRACTION, |meaning| match meaning {
        Meaning::Fraction { parts, plural } => Some((i64::try_from(*parts).ok()?, !*plural)),
        _ => None,
    });
    let mut part = part;
    part.parse(i)
}

/// Whether parts of a whole are named here, as in “thirty-fifths”.
pub(super) fn is_denominator(i: Tokens<'_>) -> bool {
    compound(i).is_ok_and(|(_, (_, singular))| !singular)
}

/// The rest of “one in four”, “1 in 5”, “nine in ten”, “four out of ten”.
fn share<'a>(rest: Tokens<'a>, count: &Number) -> Parsed<'a, Figure> {
    let small = count.to_i64().filter(|count| (1..1_000_000).contains(count)).ok_or(NO)?;
    if let Ok((rest, ())) = role(Role::DividedBy).parse(rest) {
        return quotient(rest, small);
    }
    let start = rest;
    // “a one-in-ten chance”.
    let (rest, hyphened) = opt(hyphen).parse(rest)?;
    let (rest, out_of) =
        alt((role(Role::OutOf).map(|()| true), role(Role::In).map(|()| false))).parse(rest)?;
    let rest = if hyphened.is_some() { hyphen(rest)?.0 } else { rest };
    let (rest, _) = opt((role(Role::Every), opt(role(Role::A)))).parse(rest)?;
    let (rest, all) = alt((whole, grouped)).parse(rest)?;
    if hyphened.is_some() && out_of {
        return Err(NO);
    }
    let all = all.to_i64().filter(|all| *all > small || out_of && *all == small).ok_or(NO)?;
    // “one in 1995” is a year, “two in five games” are goals.
    let usual = small == 1 && all < 1000
        || matches!(all, 10 | 100 | 1_000 | 10_000 | 100_000 | 1_000_000)
        || matches!(all, 3..=9) && is_of_many(start, rest);
    let goes_on = rest.first().is_some_and(|token| {
        token.glued
            && (token.class != Class::Mark || matches!(rest.text_of(token), "-" | "/" | ":" | "%" | "th"))
    });
    let of_time =
        rest.means(|meaning| matches!(meaning, Meaning::Time(_) | Meaning::Unit { .. } | Meaning::Scale(_)));
    if (out_of || usual) && !goes_on && !of_time {
        Ok((rest, Figure::fraction(Number::ratio(small, all), all)))
    } else {
        Err(NO)
    }
}

/// “nearly two in five voters”, “Two in three of them”: where a sentence or a hedge opens it, or many follow.
fn is_of_many(joint: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let count_at = joint.at.saturating_sub(1);
    let before = count_at.checked_sub(1).map(|at| Tokens { at, ..joint });
    let hedged = before.is_none_or(|i| i.means(|meaning| matches!(meaning, Meaning::Hedge { .. })));
    let many = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Of) | Meaning::Masses);
    hedged && rest.first().is_some_and(|next| next.class == Class::Word) || rest.means(many)
}

/// The “1,000” of “3 in 1,000”.
fn grouped(i: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, figure) = super::digits::numeral(i)?;
    if figure.decimal || figure.too_long { Err(NO) } else { Ok((rest, figure.value)) }
}

/// “one over twenty”: a quotient, where nothing is counted behind it.
fn quotient(i: Tokens<'_>, above: i64) -> Parsed<'_, Figure> {
    /// A blood pressure is “120 over 80”.
    const PRESSURE: i64 = 20;
    let (rest, below) = whole(i)?;
    let quotient = |below: &i64| *below > 1 && (above < *below || *below < PRESSURE);
    let below = below.to_i64().filter(quotient).ok_or(NO)?;
    let ends = rest.first().is_none_or(|next| {
        next.class == Class::Mark && !next.glued || matches!(rest.text_of(next), "." | ")")
    });
    let digits_behind = rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    if ends && !digits_behind {
        Ok((rest, Figure::fraction(Number::ratio(above, below), below)))
    } else {
        Err(NO)
    }
}

/// A hyphen with spaces around it, as corpora of single words have it: “five - eighths”.
pub(in crate::claims) fn spaced_hyphen(i: Tokens<'_>) -> Parsed<'_, ()> {
    let spaced = i.sees("-") && !i.is_glued() && !i.skip(1).is_glued();
    if spaced { Ok((i.skip(1), ())) } else { Err(NO) }
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}
