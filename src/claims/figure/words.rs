//! Numbers in words, and words of scale behind digits: “forty-five thousand three hundred and two”, “a
//! hundred”, “two dozen”, “3 hundred and 21”, “5.2 million”, “two point five”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use super::fraction::{self, proper, spaced_hyphen};
use super::{Figure, digits, joins, word_ends};
use crate::claims::grammar::{NO, Parsed, Tokens, glued, hyphen, mark, meaning, role, worded};
use crate::language::{Class, Meaning, Role, Starts, Told};
use crate::value::Number;

/// A power of ten that no further scale word raises: “million million” is more than anyone writes.
const LARGEST: u8 = 40;

/// The scale behind digits: “5.2 million”, “3bn”, “3 hundred and 21”, “6 crore two hundred”.
pub(super) fn scale_behind<'a>(start: Tokens<'a>, numeral: &Figure) -> Parsed<'a, Figure> {
    const SCALES: Starts = Starts::SUFFIX.or(Starts::GROUP).or(Starts::SCALE).or(Starts::COUNT_WORD);
    let mut i = start;
    let may_follow = i.first().is_some_and(|next| match next.class {
        Class::Word => next.uses.marks.meets(SCALES),
        Class::Mark => next.glued,
        Class::Digits => false,
    });
    if !may_follow {
        return Err(NO);
    }
    let mut figure = numeral.clone();
    let suffix = worded(Starts::SUFFIX, |meaning| match meaning {
        Meaning::Suffix { power, money: false } => Some(*power),
        _ => None,
    });
    let long = i.first().is_some_and(|token| token.end - token.start > 1);
    let mut suffix = terminated(suffix, word_ends);
    if is_picture(i, numeral) {
        return Err(NO);
    }
    if let (rest, Some(power)) =
        opt(|i: Tokens<'a>| if i.is_glued() || long { suffix.parse(i) } else { Err(NO) }).parse(i)?
    {
        figure.scale_by(power);
        return Ok((rest, figure));
    }
    if let Ok((rest, power)) = alt((|i| capital_scale(i, numeral), |i| millions(i, numeral))).parse(i) {
        figure.scale_by(power);
        return Ok((rest, figure));
    }
    if let (rest, Some(size)) = opt(group_sizes).parse(i)? {
        figure.multiply(&Number::from(size));
        figure.bare = false;
        return Ok((rest, figure));
    }
    while let (rest, Some(power)) = opt(preceded(opt(hyphen), scale)).parse(i)? {
        if figure.scale.unwrap_or(0) > LARGEST {
            return Err(NO);
        }
        figure.scale_by(power);
        i = rest;
    }
    if let (Some(power), Ok((rest, (above, below)))) =
        (figure.scale, preceded(role(Role::And), proper).parse(i))
    {
        let part = Number::ratio(above, below) * Number::power_of_ten(power.into());
        figure.value = &figure.value + &part;
        return Ok((rest, figure.rounded()));
    }
    match figure.scale {
        Some(power) if figure.value.is_integer() => smaller_groups(i, figure, power),
        _ => Ok((i, figure)),
    }
}

/// The “M” of “1.5M users”, “20M downloads”: a capital glued to more than a figure, in front of many of something.
fn capital_scale<'a>(i: Tokens<'a>, numeral: &Figure) -> Parsed<'a, u8> {
    let letter = i.first().is_some_and(|token| token.glued && token.capital && token.end - token.start == 1);
    let large = numeral.decimal || numeral.value >= Number::from(10);
    if !letter || !large {
        return Err(NO);
    }
    let (rest, power) = meaning(|meaning| match meaning {
        Meaning::Suffix { power, money: true } => Some(*power),
        _ => None,
    })
    .parse(i)?;
    let many = rest.first().is_some_and(|noun| {
        let word = noun.class == Class::Word && !noun.glued && !noun.capital;
        word && (rest.text_of(noun).ends_with('s') || rest.means(|m| *m == Meaning::Told(Told::People)))
    });
    if many && !rest.means(|meaning| *meaning == Meaning::Stop) { Ok((rest, power)) } else { Err(NO) }
}

/// The “m” of “5m voters”, “90m barrels”, which have no length.
fn millions<'a>(i: Tokens<'a>, numeral: &Figure) -> Parsed<'a, u8> {
    let letter = i.first().is_some_and(|token| token.glued && !token.capital && token.end - token.start == 1);
    if !letter || numeral.scale.is_some() {
        return Err(NO);
    }
    let (rest, power) = meaning(|meaning| match meaning {
        Meaning::Suffix { power, money: true } => Some(*power),
        _ => None,
    })
    .parse(i)?;
    let counted = |meaning: &Meaning| match meaning {
        Meaning::Masses | Meaning::Told(Told::People) => true,
        Meaning::Role(Role::Square | Role::Cubic) => rest.skip(1).marks().meets(Starts::UNIT),
        Meaning::Unit { weak: false, .. } => {
            let word = rest.first().map_or("", |word| rest.text_of(word));
            // “5m km” and “5m pints”, but “a 5m bar” and “the 100m seconds later”.
            (word.len() == 2 || word.ends_with('s')) && !rest.marks().meets(Starts::TIME)
        }
        _ => false,
    };
    if !rest.is_glued() && rest.means(counted) { Ok((rest, power)) } else { Err(NO) }
}

/// “a 4K screen”, “a 10K race”: few thousands of one thing are a size.
fn is_picture(i: Tokens<'_>, numeral: &Figure) -> bool {
    let letter = i.is_glued() && i.sees("K") && numeral.bare && numeral.value <= Number::from(24);
    let noun = i.skip(1);
    let one = || {
        let next = noun.first().filter(|next| next.class == Class::Word && !next.glued);
        next.is_some_and(|next| !noun.text_of(next).ends_with('s') || next.capital)
            && !noun.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Told(Told::People)))
    };
    letter && one()
}

/// What a smaller scale adds to digits with a scale: “6 crore *two hundred*”, “3 hundred *and 21*”.
fn smaller_groups(i: Tokens<'_>, mut figure: Figure, mut power: u8) -> Parsed<'_, Figure> {
    const HUNDRED: u8 = 2;
    let mut i = i;
    loop {
        let (rest, and) = opt(role(Role::And)).parse(i)?;
        let Ok((rest, (count, next))) = digits_group(rest) else { break };
        // “2 million and five others” are two numbers, “3 million 5” is none.
        let joined = next < power && (and.is_some() && power == HUNDRED || next > 0);
        if !joined || rest.first().is_some_and(|token| token.glued && token.class != Class::Mark) {
            break;
        }
        figure.value = &figure.value + &(&count * &Number::power_of_ten(next.into()));
        figure.half = Number::ratio(1, 2);
        figure.round_half = figure.half.clone();
        figure.scale = None;
        (i, power) = (rest, next);
    }
    Ok((i, figure))
}

fn digits_group(i: Tokens<'_>) -> Parsed<'_, (Number, u8)> {
    if !i.sees_digits() && !i.marks().meets(Starts::CARDINAL) {
        return Err(NO);
    }
    let in_digits = |i| {
        let (i, figure) = digits::numeral(i)?;
        let small = figure.bare && figure.value < Number::from(100);
        let (i, power) = opt(scale).parse(i)?;
        if small { Ok((i, (figure.value, power.unwrap_or(0)))) } else { Err(NO) }
    };
    let in_words = |i| {
        let (i, count) = below_hundred(i)?;
        let (i, power) = opt(scale).parse(i)?;
        Ok((i, (Number::from(count), power.unwrap_or(0))))
    };
    alt((in_digits, in_words)).parse(i)
}

/// A number that begins with a word.
pub(super) fn words(i: Tokens<'_>) -> Parsed<'_, Figure> {
    /// What stands in front of a dozen or a point: “twenty-five”.
    const NEAR: usize = 6;
    if is_article(i) {
        return Err(NO);
    }
    if let Some((rest, count)) = lone(i) {
        return Ok((rest, Figure::spelled(count.into())));
    }
    let grouped = i.sees_near(NEAR, Starts::GROUP.or(Starts::COUNT_WORD));
    let grouped = |i| if grouped { alt((dozens, decimal_words)).parse(i) } else { Err(NO) };
    alt((fraction::one_part, fraction::half, fraction::part_of_unit, grouped, |i| counted(i, true))).parse(i)
}

/// Whether an article is seen to begin no number: “a year”.
pub(super) fn is_article(i: Tokens<'_>) -> bool {
    const COUNTED: Starts = Starts::HALF
        .or(Starts::FRACTION)
        .or(Starts::CARDINAL)
        .or(Starts::GROUP)
        .or(Starts::SCALE)
        .or(Starts::COUNT_WORD);
    let next = i.skip(1);
    i.starts().and(Starts::FIGURE) == Starts::A
        && i.word_starts().1.and(Starts::FIGURE).is_empty()
        && !next.marks().meets(COUNTED)
        && !sees_hyphen(next)
}

/// One word, where nothing behind it is seen to belong to it: “seven men”.
pub(super) fn lone(i: Tokens<'_>) -> Option<(Tokens<'_>, i64)> {
    /// What may go on in front of a word: “seven tenths”, “seven hundred”.
    const GOES_ON: Starts =
        Starts::FRACTION.or(Starts::CARDINAL).or(Starts::GROUP).or(Starts::SCALE).or(Starts::COUNT_WORD);
    if i.starts().and(Starts::FIGURE) != Starts::CARDINAL {
        return None;
    }
    let found = cardinal(i).ok()?;
    let (rest, _) = found;
    (!rest.marks().meets(GOES_ON) && !sees_hyphen(rest) && !joins(rest)).then_some(found)
}

pub(super) fn sees_hyphen(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|next| next.class == Class::Mark && matches!(i.text_of(next), "-" | "‐" | "‑"))
}

/// “a couple of”, “a couple of hundred”: one more or one less.
pub(in crate::claims) fn couple(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let couple = worded(Starts::COUNT_WORD, |meaning| match meaning {
        Meaning::Couple(count) => Some(i64::from(*count)),
        _ => None,
    });
    // “a couple hundred”, but no number in “a couple”.
    let scaled = |i| {
        let (rest, count) = worded(Starts::VAGUE, |meaning| match meaning {
            Meaning::Vague(2) => Some(2),
            _ => None,
        })
        .parse(i)?;
        scale(rest)?;
        Ok((rest, count))
    };
    let (rest, count) = alt((couple, scaled)).parse(i)?;
    let mut figure = Figure::new(Number::from(count), Number::from(1));
    (figure.decimal, figure.in_words) = (true, true);
    if let (rest, Some(power)) = opt(scales).parse(rest)? {
        figure.multiply(&Number::power_of_ten(power.into()));
        return Ok((rest, figure));
    }
    if let (rest, Some(size)) = opt(group_size).parse(rest)? {
        figure.multiply(&Number::from(size));
        return Ok((rest, figure));
    }
    Ok((rest, figure))
}

/// A number in words or digits that no “and” continues.
pub(super) fn without_and(i: Tokens<'_>) -> Parsed<'_, Figure> {
    if i.sees_digits() { digits::numeral(i) } else { counted(i, false) }
}

/// Whole words, and the parts that are added to them or that they count.
fn counted(i: Tokens<'_>, and: bool) -> Parsed<'_, Figure> {
    let (rest, count) = whole_words(i, and)?;
    if and && let Ok((rest, figure)) = fraction::behind_count(rest, &count) {
        return Ok((rest, figure));
    }
    Ok((rest, Figure::spelled(count)))
}

/// A whole number in words, or digits without marks.
pub(super) fn whole(i: Tokens<'_>) -> Parsed<'_, Number> {
    if i.sees_digits() {
        let (rest, figure) = digits::numeral(i)?;
        return if figure.bare { Ok((rest, figure.value)) } else { Err(NO) };
    }
    whole_words(i, true)
}

/// “two point five million”, “point seven seven”: words around a decimal mark.
fn decimal_words(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, whole) = opt(below_hundred).parse(i)?;
    let (mut rest, ()) = role(Role::Point).parse(rest)?;
    let mut text = format!("{}.", whole.unwrap_or(0));
    let start = text.len();
    // “two point twenty-five” as well as “two point two five”.
    while let Ok((after, digit)) = below_hundred(rest) {
        if text.len() - start >= 6 {
            return Err(NO);
        }
        text.push_str(&digit.to_string());
        rest = after;
    }
    if text.len() == start {
        return Err(NO);
    }
    let places = i32::try_from(text.len() - start).map_err(|_| NO)?;
    let half = Number::power_of_ten(-places) * Number::ratio(1, 2);
    let mut figure = Figure::new(Number::decimal(&text).ok_or(NO)?, half);
    (figure.decimal, figure.in_words) = (true, true);
    fraction::times_scale(rest, figure)
}

/// “a dozen”, “three dozen”, “dozen”, “half a dozen”, “a half-dozen”.
fn dozens(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let of_a = (opt(hyphen), opt(role(Role::A)), opt(hyphen));
    let half = (opt(role(Role::A)), role(Role::Half), of_a, group_size);
    if let (rest, Some((.., size))) = opt(half).parse(i)? {
        return Ok((rest, Figure::spelled(Number::ratio(size, 2))));
    }
    let count = alt((role(Role::A).map(|()| 1), below_hundred));
    let counted = (count, preceded(opt(hyphen), group_sizes)).map(|(count, size)| count * size);
    let (i, size) = alt((counted, group_size)).parse(i)?;
    Ok((i, Figure::spelled(Number::from(size))))
}

fn group_size(i: Tokens<'_>) -> Parsed<'_, i64> {
    worded(Starts::GROUP, |meaning| match meaning {
        Meaning::Group(size) => Some(i64::from(*size)),
        _ => None,
    })
    .parse(i)
}

/// A dozen in the plural, behind a count: “2 dozens”.
fn group_sizes(i: Tokens<'_>) -> Parsed<'_, i64> {
    let plural = worded(Starts::COUNT_WORD, |meaning| match meaning {
        Meaning::Many(size) if *size == 12 => Some(12),
        _ => None,
    });
    alt((group_size, plural)).parse(i)
}

/// “hundreds”, “tens of thousands”, “a few hundred”: somewhere between two bounds.
pub(in crate::claims) fn many(i: Tokens<'_>) -> Parsed<'_, (Figure, Figure)> {
    let plural = |i| {
        worded(Starts::COUNT_WORD, |meaning| match meaning {
            Meaning::Many(size) => i64::try_from(*size).ok(),
            _ => None,
        })
        .parse(i)
    };
    let several = worded(Starts::COUNT_WORD, |meaning| (*meaning == Meaning::Several).then_some(()));
    let of_several = (several, alt((scale.map(|power| 10_i64.saturating_pow(power.into())), group_size)));
    let (i, (size, of_many)) =
        alt((of_several.map(|((), size)| (size, true)), plural.map(|size| (size, false)))).parse(i)?;
    let (mut i, mut size) = (i, Number::from(size));
    let mut widest = of_many;
    while let (rest, Some(next)) = opt(preceded(role(Role::Of), plural)).parse(i)? {
        size = &size * &Number::from(next);
        widest = true;
        i = rest;
    }
    // “thousands” may be many thousands, “tens of thousands” are fewer than a hundred thousand.
    let thousands = !widest && size >= Number::from(1000);
    let low = &size * &Number::from(2);
    let high = &size * &Number::from(if thousands { 1000 } else { 10 });
    let [low, high] =
        [low, high].map(|value| Figure { in_words: true, ..Figure::new(value, Number::zero()) });
    Ok((i, (low, high)))
}

/// Words up to the largest scale, largest first: “two million three hundred thousand and five”.
pub(in crate::claims) fn whole_words(i: Tokens<'_>, and: bool) -> Parsed<'_, Number> {
    let (mut i, (count, mut power)) = word_group(i, and)?;
    let mut sum = &count * &Number::power_of_ten(power.into());
    while power > 0 {
        let joint = |i| {
            let (rest, joint) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
            let breaks = joint.is_some() && (!and || proper(rest).is_ok());
            if breaks { Err(NO) } else { Ok((rest, ())) }
        };
        let joined = preceded(joint, |i| word_group(i, and));
        let (rest, Some((count, next))) = opt(joined).parse(i)? else { break };
        if next >= power {
            break;
        }
        sum = sum + &count * &Number::power_of_ten(next.into());
        (i, power) = (rest, next);
    }
    Ok((i, sum))
}

/// A count and its scale: “three hundred”, “forty-five thousand”, “five hundred million”, “a hundred”.
fn word_group(i: Tokens<'_>, and: bool) -> Parsed<'_, (Number, u8)> {
    let counted = |i| {
        let (i, count) = below_thousand(i, and)?;
        let (i, power) = opt(scales).parse(i)?;
        Ok((i, (Number::from(count), power.unwrap_or(0))))
    };
    let article = |i| {
        let (i, ((), power)) = (role(Role::A), scales).parse(i)?;
        Ok((i, (Number::from(1), power)))
    };
    alt((counted, article, bare_scale)).parse(i)
}

/// “thousand litres”, with nothing that could count it in front.
fn bare_scale(i: Tokens<'_>) -> Parsed<'_, (Number, u8)> {
    let (rest, power) = scales(i)?;
    let counted = i.at > 0 || i.means(|meaning| matches!(meaning, Meaning::Many(_)));
    if counted { Err(NO) } else { Ok((rest, (Number::from(1), power))) }
}

/// “thousand”, “hundred thousand”, “lakh crore”: powers of ten one behind another.
fn scales(i: Tokens<'_>) -> Parsed<'_, u8> {
    let (mut i, mut power) = preceded(opt(alt((hyphen, spaced_hyphen))), scale).parse(i)?;
    while let (rest, Some(next)) = opt(preceded(opt(hyphen), scale)).parse(i)? {
        if power > LARGEST {
            break;
        }
        power += next;
        i = rest;
    }
    Ok((i, power))
}

/// A power of ten, in the plural as well: “5 millions”.
pub(super) fn scale(i: Tokens<'_>) -> Parsed<'_, u8> {
    worded(Starts::SCALE.or(Starts::COUNT_WORD), |meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        Meaning::Many(size) if *size >= 100 && 10_u64.pow(size.ilog10()) == *size => {
            u8::try_from(size.ilog10()).ok()
        }
        _ => None,
    })
    .parse(i)
}

/// “three hundred and two”, “nineteen hundred”, “seven”; “hundred” before a larger scale is left to it.
fn below_thousand(i: Tokens<'_>, and: bool) -> Parsed<'_, i64> {
    let hundred = |i| {
        let (i, power) = preceded(opt(alt((hyphen, spaced_hyphen))), scale).parse(i)?;
        if power == 2 { Ok((i, ())) } else { Err(NO) }
    };
    let hundreds = |i| {
        let (i, (count, ())) = (alt((below_hundred, role(Role::A).map(|()| 1))), hundred).parse(i)?;
        let rest = |i| {
            let (rest, joint) = opt(role(Role::And)).parse(i)?;
            // “one hundred thirty-fifths” are a hundred, “a hundred and three quarters” a hundred and a part.
            let part =
                if joint.is_some() { !and || proper(rest).is_ok() } else { fraction::is_denominator(rest) };
            if part { Err(NO) } else { below_hundred(rest) }
        };
        let (i, rest) = opt(rest).parse(i)?;
        Ok((i, 100 * count + rest.unwrap_or(0)))
    };
    alt((hundreds, below_hundred)).parse(i)
}

/// “forty-five”, “forty five”, “seven”.
pub(in crate::claims) fn below_hundred(i: Tokens<'_>) -> Parsed<'_, i64> {
    let (i, first) = cardinal(i)?;
    if first >= 20 && first % 10 == 0 {
        let unit = |i| {
            let (i, unit) =
                preceded(opt(alt((hyphen, spaced_hyphen, role(Role::TensAnd)))), cardinal).parse(i)?;
            if (1..10).contains(&unit) { Ok((i, unit)) } else { Err(NO) }
        };
        let (i, unit) = opt(unit).parse(i)?;
        return Ok((i, first + unit.unwrap_or(0)));
    }
    Ok((i, first))
}

fn cardinal(i: Tokens<'_>) -> Parsed<'_, i64> {
    worded(Starts::CARDINAL, |meaning| match meaning {
        Meaning::Cardinal(value) => Some(i64::from(*value)),
        _ => None,
    })
    .parse(i)
}
