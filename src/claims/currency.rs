//! Currencies as they are written beside an amount: $ · US$ · EUR · Rs. · Ksh · ringgit · 20-euro · MUSD

use nom::Parser;
use nom::branch::alt;
use nom::sequence::preceded;

use super::amount::joint;
use super::frame::ends_in_part;
use super::grammar::{NO, Parsed, Tokens, role, worded};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{Code, Currency};

/// A currency, and how many of the thing named make one of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) currency: Currency,
    pub(super) parts: u8,
    /// The power of ten that is written together with a code: 30 MUSD.
    pub(super) power: u8,
    pub(super) place: Place,
}

/// How a currency is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// A sign, a code or a short form.
    Sign,
    /// A sign that many other names have: the R of “R20 million”.
    Letter,
    /// A word in front of its number, as in “ringgit 42”.
    WordInFront,
    /// A word behind its number that is a weight as well.
    Weight,
    /// A common word behind its number: “won”.
    Common,
    /// Any other word behind its number.
    Word,
}

/// Two marks of one amount: “$5 USD” says which dollars, “$5 £3” are two amounts.
pub(super) fn join(one: &Mark, other: &Mark) -> Option<Mark> {
    let currency = one.currency.and(&other.currency)?;
    let power = one.power.max(other.power);
    // “the $5 million won in May”.
    let common = one.place != other.place && [one, other].iter().any(|mark| mark.place == Place::Common);
    (!common && one.parts == other.parts).then(|| Mark { currency, power, ..one.clone() })
}

fn currency(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (rest, mark) = named(i)?;
    // “A$5” is Australian, “a $5 note” is not; “US $5” is American, “gave us $5” is not.
    let sign_behind = i.skip(1).first().is_some_and(|token| token.class == Class::Mark && !token.glued);
    let letters = i.first().map_or("", |token| i.text_of(token));
    let capitals = letters.len() > 1 && letters.chars().all(char::is_uppercase);
    let apart = rest.at > i.at + 1 && sign_behind && !capitals;
    if apart && !is_spaced_out(i, rest) { Err(NO) } else { Ok((rest, mark)) }
}

/// The “us $ 5” of “a us $ 5 loan”, as corpora of single words have it; in “gave us $ 5” nothing leads to a noun.
fn is_spaced_out(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let leads = |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::A | Role::The));
    let before = i.back(1);
    !rest.is_glued() && before.is_some_and(|before| before.sees("s") || before.means(leads))
}

fn named(i: Tokens<'_>) -> Parsed<'_, Mark> {
    worded(Starts::CURRENCY, |meaning| match meaning {
        Meaning::Currency(named) => {
            Some(Mark { currency: named.currency.clone(), parts: named.parts, power: 0, place: Place::Word })
        }
        _ => None,
    })
    .parse(i)
}

/// A sign, code or short form in front: $5, EUR 300, Rs 20; a word only where it is sure.
pub(super) fn sign(i: Tokens<'_>) -> Parsed<'_, Mark> {
    /// “Rs.” and “Mex$” are short, “yen” is a word.
    const SHORT: usize = 2;
    let (rest, mark) = currency(i)?;
    let written = &i.sentence.text[i.span_to(rest).range()];
    let small = written.chars().any(char::is_lowercase);
    let ends_in_letter = written.ends_with(char::is_alphabetic);
    // “Ksh” and “SFr” are short without a vowel.
    let vowel = || written.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let word = small && ends_in_letter && written.len() > SHORT && vowel();
    let letter = ends_in_letter && i.means(|meaning| *meaning == Meaning::CodeOfMuch);
    let place = match (letter, word) {
        (true, _) => Place::Letter,
        (_, true) => Place::WordInFront,
        _ => Place::Sign,
    };
    if mark.parts > 1 || word && mark.currency.code().is_none() {
        return Err(NO);
    }
    Ok((rest, Mark { place, ..mark }))
}

/// A sign, code or word behind: 5 $, 300 EUR, 20 euros, a 20-euro note, 30 MUSD.
pub(super) fn word(i: Tokens<'_>) -> Parsed<'_, Mark> {
    let (start, ()) = joint(i)?;
    // “three-quarters of a cent”.
    if i.marks().meets(Starts::JOINT) && ends_in_part(i) {
        return preceded((role(Role::Of), role(Role::A)), named).parse(i);
    }
    if !start.marks().meets(Starts::CURRENCY) {
        return Err(NO);
    }
    let word_behind =
        |rest: Tokens<'_>| rest.first().is_some_and(|next| next.glued && next.class != Class::Mark);
    if let Some((rest, code)) = start.find(common)
        && !word_behind(rest)
    {
        return Ok((rest, Mark { currency: Currency::One(code), parts: 1, power: 0, place: Place::Common }));
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
    let weight = start
        .means_marked(Starts::UNIT.or(Starts::WEAK_UNIT), |meaning| matches!(meaning, Meaning::Unit { .. }));
    let of_much = token.capital && start.means(|meaning| *meaning == Meaning::CodeOfMuch);
    let place = match (of_much, weight) {
        (true, _) => Place::Letter,
        (_, true) => Place::Weight,
        _ => Place::Word,
    };
    Ok((rest, Mark { place, ..mark }))
}

fn common(meaning: &Meaning) -> Option<Code> {
    match meaning {
        Meaning::CommonCurrency(code) => Some(*code),
        _ => None,
    }
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
        Meaning::Currency(named) if named.parts == 1 => named.currency.code().copied(),
        _ => None,
    });
    match (power, code) {
        (Some(power), Some(code)) => {
            Ok((i.skip(1), Mark { currency: Currency::One(code), parts: 1, power, place: Place::Word }))
        }
        _ => Err(NO),
    }
}
