//! Money: “$5 million”, “US$2.3bn”, “20 euros”, “EUR 300”, “50 cents”.

use std::sync::Arc;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::Kind;
use super::amount::{Amount, Form, amount, joint};
use super::draft::Draft;
use super::figure::{Figure, couple, figure, money_figure};
use super::grammar::{NO, Parsed, Tokens, glued, mark, role, worded};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{Measure, Number};

/// A currency, and how many of the thing named make one of it.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    code: Option<Arc<str>>,
    parts: u8,
    /// The power of ten that is written together with a code: 30 MUSD.
    power: u8,
    place: Place,
}

/// How a currency is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// A sign, a code or a short form.
    Sign,
    /// A word in front of its number, as in “ringgit 42”.
    WordInFront,
    /// A word behind its number that is a weight as well.
    Weight,
    /// Any other word behind its number.
    Word,
}

const FORM: Form<Mark> = Form {
    figure: any_figure,
    before: Some(sign),
    after: Some(word),
    // “£5m”, “120m pounds”
    marks: Starts::CURRENCY.or(Starts::SUFFIX),
    join,
};

pub(super) fn money(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let signed = i.first().is_some_and(|first| first.class == Class::Mark);
    let (start, minus) = if signed { opt(minus).parse(i)? } else { (i, None) };
    let (rest, mut amount) = amount(start, &FORM)?;
    let Mark { parts, power, place, .. } = amount.mark;
    let small = amount.low.value < Number::from(100);
    let letter =
        rest.before(1).is_some_and(|token| token.class == Class::Word && token.end - token.start == 1);
    let doubtful = match place {
        Place::WordInFront => rest.first().is_some_and(|next| next.class != Class::Mark || rest.sees("%")),
        Place::Weight => is_weight(i, rest, &amount),
        // 1080p is a picture.
        _ => parts > 1 && letter && !small,
    };
    if doubtful {
        return Err(NO);
    }
    if (power, parts) != (0, 1) {
        let factor = Number::power_of_ten(power.into()) / Number::from(i64::from(parts));
        for figure in [Some(&mut amount.low), amount.high.as_mut()].into_iter().flatten() {
            figure.multiply(&factor);
        }
    }
    let (rest, _) = opt(|i| subunit(i, &mut amount)).parse(rest)?;
    if minus.is_some() && amount.high.is_none() {
        amount.low.negate();
    }
    Ok((rest, Draft::of_amount(Kind::Money, amount, |mark| Measure::Money(mark.code))))
}

/// “-$5 million”: the sign in front of the currency's.
fn minus(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = alt((mark("-"), mark("−"))).parse(i)?;
    let free = !i.is_glued() || i.before(1).is_some_and(|before| i.text_of(before) == "(");
    let sign = rest.first().is_some_and(|token| token.glued && token.class == Class::Mark);
    if free && sign && rest.marks().meets(Starts::CURRENCY) { Ok((rest, ())) } else { Err(NO) }
}

/// Two marks of one amount: “$5 USD” says which dollars, “$5 £3” are two amounts.
fn join(one: &Mark, other: &Mark) -> Option<Mark> {
    let differ = one.code.is_some() && other.code.is_some() && one.code != other.code;
    let code = one.code.clone().or(other.code.clone());
    let power = one.power.max(other.power);
    (!differ && one.parts == other.parts).then_some(Mark { code, power, ..one.clone() })
}

/// “5 dollars *and 30 cents*”, “$20 *and 43c*”, “15 dollars *50*”.
fn subunit<'a>(i: Tokens<'a>, amount: &mut Amount<Mark>) -> Parsed<'a, ()> {
    if amount.mark.parts > 1 || amount.high.is_some() || amount.low.decimal || amount.low.scale.is_some() {
        return Err(NO);
    }
    let (rest, joint) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
    let (rest, figure) = figure(rest)?;
    let hundredths = Number::from(100);
    if !figure.value.is_integer() || figure.value >= hundredths || figure.value.is_negative() {
        return Err(NO);
    }
    let named = |i| {
        let (rest, mark) = word(i)?;
        if mark.parts > 1 { Ok((rest, ())) } else { Err(NO) }
    };
    let rest = match named(rest) {
        Ok((rest, ())) => rest,
        Err(_) if joint.is_none() || !i.is_glued() => hundredths_alone(rest, &figure)?,
        Err(error) => return Err(error),
    };
    amount.low.value = &amount.low.value + &(figure.value / hundredths.clone());
    amount.low.half = Number::ratio(1, 200);
    amount.low.round_half = amount.low.half.clone();
    Ok((rest, ()))
}

/// The “50” of “15 dollars 50”: two figures with nothing behind that they could count.
fn hundredths_alone<'a>(rest: Tokens<'a>, figure: &Figure) -> Result<Tokens<'a>, nom::Err<()>> {
    let next = rest.first();
    let ends = next.is_none_or(|_| [".", ",", ";", ")", "?", "!"].iter().any(|mark| rest.sees(mark)));
    let digits_behind = rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    if ends && !digits_behind && figure.value >= Number::from(10) { Ok(rest) } else { Err(NO) }
}

/// “two pounds of meat”, “weighs two pounds”: what is a currency and a weight is a weight here.
fn is_weight(i: Tokens<'_>, rest: Tokens<'_>, amount: &Amount<Mark>) -> bool {
    /// Cues stand near.
    const NEAR: usize = 8;
    let of = rest.means(|meaning| *meaning == Meaning::Role(Role::Of)) && amount.low.scale.is_none();
    let cue = |at: usize| Tokens { at, ..i }.means(|meaning| *meaning == Meaning::WeightCue);
    of || (i.at.saturating_sub(NEAR)..i.at).any(cue) || (rest.at..rest.at + NEAR / 2).any(cue)
}

fn any_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    // “$5m”, “USD150m”.
    let beside_sign = i.before(1).is_some_and(|token| {
        token.class == Class::Mark || token.capital && token.uses.marks.meets(Starts::CURRENCY)
    });
    let (rest, figure) = if beside_sign {
        alt((money_figure, figure)).parse(i)
    } else {
        // “120m pounds”: “m” is a scale in front of a currency alone.
        let scaled = |i| {
            let (rest, figure) = money_figure(i)?;
            word(rest)?;
            Ok((rest, figure))
        };
        alt((scaled, figure, money_figure, couple)).parse(i)
    }?;
    let (rest, figure) = decimal_comma(rest, figure);
    if figure.too_long { Err(NO) } else { Ok((rest, figure)) }
}

/// “€5,50”: a comma and two figures behind an amount are its hundredths.
fn decimal_comma(rest: Tokens<'_>, mut figure: Figure) -> (Tokens<'_>, Figure) {
    let group = rest.is_glued()
        && rest.first().is_some_and(|mark| rest.text_of(mark).starts_with(rest.sentence.language.group));
    let hundredths = rest
        .skip(1)
        .first()
        .filter(|next| next.glued && next.class == Class::Digits && next.end - next.start == 2);
    let behind = rest.skip(2);
    let goes_on = behind.is_glued()
        && (behind.sees_digits() || behind.skip(1).is_glued() && behind.skip(1).sees_digits());
    if !group || !figure.bare || goes_on {
        return (rest, figure);
    }
    let Some(count) = hundredths.and_then(|token| rest.text_of(token).parse::<i64>().ok()) else {
        return (rest, figure);
    };
    figure.value = &figure.value + &Number::ratio(count, 100);
    figure.half = Number::ratio(1, 200);
    figure.round_half = figure.half.clone();
    (figure.decimal, figure.bare) = (true, false);
    (behind, figure)
}

fn currency(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (rest, mark) = named(i)?;
    // “A$5” is Australian, “a $5 note” is not; “US $5” is American, “gave us $5” is not.
    let sign_behind = i.skip(1).first().is_some_and(|token| token.class == Class::Mark && !token.glued);
    let letters = i.first().map_or("", |token| i.text_of(token));
    let capitals = letters.len() > 1 && letters.chars().all(char::is_uppercase);
    if rest.at > i.at + 1 && sign_behind && !capitals { Err(NO) } else { Ok((rest, mark)) }
}

fn named(i: Tokens<'_>) -> Parsed<'_, Mark> {
    worded(Starts::CURRENCY, |meaning| match meaning {
        Meaning::Currency { code, parts } => {
            Some(Mark { code: code.clone(), parts: *parts, power: 0, place: Place::Word })
        }
        _ => None,
    })
    .parse(i)
}

/// A sign, code or short form in front: $5, EUR 300, Rs 20; a word only where it is sure.
fn sign(i: Tokens<'_>) -> Parsed<'_, Mark> {
    /// “Rs.” and “Mex$” are short, “yen” is a word.
    const SHORT: usize = 2;
    let (rest, mark) = currency(i)?;
    let written = &i.sentence.text[i.span_to(rest).range()];
    let small = written.chars().any(char::is_lowercase);
    let ends_in_letter = written.ends_with(char::is_alphabetic);
    let word = small && ends_in_letter && written.len() > SHORT;
    let place = if word { Place::WordInFront } else { Place::Sign };
    if mark.parts > 1 || word && mark.code.is_none() { Err(NO) } else { Ok((rest, Mark { place, ..mark })) }
}

/// A sign, code or word behind: 5 $, 300 EUR, 20 euros, a 20-euro note, 30 MUSD.
fn word(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (start, ()) = joint(i)?;
    if !start.marks().meets(Starts::CURRENCY) {
        return Err(NO);
    }
    let (rest, mark) = alt((currency, code_with_scale)).parse(start)?;
    let token = start.first().ok_or(NO)?;
    let sign = rest.at == start.at + 1 && token.class == Class::Mark;
    // “$20 $30”: the sign belongs to the number behind it. “43c” is money, “43 c” is not.
    let of_next = sign && !start.is_glued() && (rest.sees_digits() || rest.sees("."));
    let letter = rest.at == start.at + 1 && token.class == Class::Word && token.end - token.start == 1;
    // “5c” are cents, “5C” is a temperature.
    let capital = letter && token.capital;
    let goes_on = rest.first().is_some_and(|next| next.glued && next.class == Class::Word);
    if of_next || letter && !start.is_glued() || capital || goes_on {
        return Err(NO);
    }
    let weight = start.means(|meaning| matches!(meaning, Meaning::Unit { .. }));
    let place = if weight { Place::Weight } else { Place::Word };
    Ok((rest, Mark { place, ..mark }))
}

/// “MUSD”, “kEUR”: a scale and a code in one word.
fn code_with_scale(i: Tokens<'_>) -> Parsed<'_, Mark> {
    /// A code of ISO 4217 and the letter in front.
    const LENGTH: usize = 4;
    let text =
        i.first().filter(|token| token.class == Class::Word).map(|token| i.text_of(token)).ok_or(NO)?;
    if text.len() != LENGTH
        || !text.is_char_boundary(1)
        || !text[1..].bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return Err(NO);
    }
    let lexicon = &i.sentence.language.lexicon;
    let power = lexicon.meaning_of(&text[..1], |meaning| match meaning {
        Meaning::Suffix { power, .. } => Some(*power),
        _ => None,
    });
    let code = lexicon.meaning_of(&text[1..], |meaning| match meaning {
        Meaning::Currency { code, parts: 1 } => code.clone(),
        _ => None,
    });
    match (power, code) {
        (Some(power), Some(code)) => {
            Ok((i.skip(1), Mark { code: Some(code), parts: 1, power, place: Place::Word }))
        }
        _ => Err(NO),
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn money_is_read() {
        reads(&[
            ("It cost $5 million.", "$5 million", "money 5000000 [4500000, 5500000)"),
            ("US$2.3bn", "US$2.3bn", "money 2300000000 USD [2250000000, 2350000000)"),
            ("for 20 euros", "20 euros", "money 20 EUR [19.5, 20.5)"),
            ("EUR 300", "EUR 300", "money 300 EUR [285, 315)"),
            ("to 120m pounds", "120m pounds", "money 120000000"),
            ("£5m", "£5m", "money 5000000 [4500000, 5500000)"),
            ("$5-10 million", "$5-10 million", "money 5000000..10000000 [5000000, 10000000]"),
            ("about $40", "about $40", "money 40 about [36, 44]"),
            ("50 cents", "50 cents", "money 0.5 [0.495, 0.505)"),
            ("a 20-euro note", "20-euro", "money 20 EUR [19.5, 20.5)"),
            ("$1.50", "$1.50", "money 1.5 [1.495, 1.505)"),
            ("5 dollars and 30 cents", "5 dollars and 30 cents", "money 5.3 [5.295, 5.305)"),
            ("£5 and 20 pence", "£5 and 20 pence", "money 5.2 [5.195, 5.205)"),
            ("€3, 40 cents", "€3, 40 cents", "money 3.4 EUR"),
            ("It costs 12 dollars 75.", "12 dollars 75", "money 12.75"),
            ("a fee of 45p", "45p", "money 0.45"),
            ("A$3.20 a gallon", "A$3.20", "money 3.2 AUD"),
            ("Rs 200 crore", "Rs 200 crore", "money 2000000000"),
            ("paid $100 USD", "$100 USD", "money 100 USD"),
            (
                "hundreds of millions of dollars",
                "hundreds of millions of dollars",
                "money 200000000..1000000000",
            ),
            ("30 MUSD", "30 MUSD", "money 30000000 USD"),
            ("a quarter of a million euros", "a quarter of a million euros", "money 250000 EUR"),
            ("60 Canadian dollars", "60 Canadian dollars", "money 60 CAD"),
            ("$20 $35", "$20", "money 20"),
            ("from £1bn in 2012 to £2bn", "£1bn", "money 1000000000"),
            ("Malaysian ringgit 42", "Malaysian ringgit 42", "money 42 MYR"),
            ("a $30 note", "$30", "money 30"),
            ("It gave us $30.", "$30", "money 30"),
            ("US $30", "US $30", "money 30 USD"),
            ("a loss of -$4 million", "-$4 million", "money -4000000"),
            ("It fell by $-3.", "$-3", "money -3"),
            ("worth USD40m", "USD40m", "money 40000000 USD"),
            ("raised $2 B for it", "$2 B", "money 2000000000"),
            ("about $1.5 MM.", "about $1.5 MM", "money 1500000 about"),
            ("€7,25 a head", "€7,25", "money 7.25 EUR [7.245, 7.255)"),
            ("€2.340,75 a year", "€2.340,75", "money 2340.75 EUR"),
            ("Rs. 700 a month", "Rs. 700", "money 700"),
            ("20 billion guilders", "20 billion guilders", "money 20000000000 NLG"),
            ("fined four thousand (4,000) euros", "four thousand (4,000) euros", "money 4000 EUR"),
            ("half a dozen euros", "half a dozen euros", "money 6 EUR"),
            ("a $5- to $10-million fine", "$5- to $10-million", "money 5000000..10000000"),
        ]);
    }

    #[test]
    fn near_misses_are_no_money() {
        ignores_kind(
            "money",
            &[
                "dollars alone",
                "5 people in dollars",
                "the $ sign",
                "5m away",
                "a low of -5C",
                "the euro in 1999",
                "against the yen 20 percent more",
                "she weighed seven pounds",
                "two pounds of flour",
                "a 1080p screen",
                "DM me 50 times",
            ],
        );
    }

    #[test]
    fn a_capital_that_begins_a_name_is_no_scale() {
        reads(&[("paid $9 B Corp fees", "$9", "money 9"), ("$20 M&M bags", "$20", "money 20")]);
    }
}
