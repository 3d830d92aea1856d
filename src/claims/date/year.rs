//! Years, decades, centuries, quarters and halves: “1989”, “44 BC”, “nineteen ninety-six”, “the 1990s”, “19th century”, “Q3”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::super::figure::{below_hundred, figure};
use super::super::grammar::{NO, Parsed, Tokens, dash, digits, glued, hyphen, mark, meaning, role, worded};
use super::super::{number, ordinal};
use super::fields::number_goes_on;
use super::guard::COUNTING;
use super::sense::noun_follows;
use crate::language::{AgeCue, Class, Cue, Hedge, Language, Meaning, Role, Starts, Told};
use crate::value::{DateUnit, PartialDate, TimeUnit};

/// Years in four figures that a text may mean.
const YEARS: std::ops::Range<i16> = 1000..2200;

/// A year that says that it is one: four figures, an apostrophe and two, or words; with its era.
pub(super) fn written(i: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, year) = alt((in_figures, with_apostrophe, called, behind_month, in_words)).parse(i)?;
    // “2018Q1”.
    let letter =
        || rest.marks().meets(Starts::LETTER) && rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    let word_goes_on = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if number_goes_on(rest) || word_goes_on && !letter() {
        return Err(NO);
    }
    let (rest, year) = with_era(rest, year)?;
    Ok((rest, year))
}

#[inline]
pub(super) fn in_figures(i: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(i)?;
    let year = text.parse::<i16>().ok().filter(|year| text.len() == 4 && YEARS.contains(year));
    Ok((rest, year.ok_or(NO)?))
}

/// An apostrophe, or what is written for one.
pub(super) fn is_apostrophe(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|token| matches!(i.text_of(token), "'" | "’" | "‘"))
}

fn with_apostrophe(i: Tokens<'_>) -> Parsed<'_, i16> {
    if !is_apostrophe(i) {
        return Err(NO);
    }
    // “2010–’15”.
    let behind_dash = || i.at.checked_sub(1).is_some_and(|at| dash(Tokens { at, ..i }).is_ok());
    if i.is_glued() && !behind_dash() {
        return Err(NO);
    }
    let (rest, text) = glued(digits).parse(i.skip(1))?;
    let year = text.parse::<i16>().ok().filter(|_| text.len() == 2).ok_or(NO)?;
    Ok((rest, century_of(year)))
}

/// A year before or after the year 1 behind its number: 1 BC is year 0.
fn with_era(i: Tokens<'_>, year: i16) -> Parsed<'_, i16> {
    let (rest, before) = opt(era).parse(i)?;
    Ok((rest, if before == Some(true) { 1 - year } else { year }))
}

fn era(i: Tokens<'_>) -> Parsed<'_, bool> {
    worded(Starts::ERA, |meaning| match meaning {
        Meaning::Era(before) => Some(*before),
        _ => None,
    })
    .parse(i)
}

/// “nineteen ninety-six”, “nineteen hundred and ten”, “two thousand and fifteen”.
fn in_words(i: Tokens<'_>) -> Parsed<'_, i16> {
    if i.sees_digits() {
        return Err(NO);
    }
    let behind_month = i.before(1).is_some_and(|month| month.uses.marks.meets(Starts::MONTH));
    let pair = |i| {
        let (i, century) = below_hundred(i)?;
        // “Nineteen Eighty-Four” is a book.
        if !(10..=21).contains(&century) || i.first().is_some_and(|next| next.capital) {
            return Err(NO);
        }
        let hundred = meaning(|meaning| (*meaning == Meaning::Scale(2)).then_some(()));
        let (i, said) = opt(hundred).parse(i)?;
        let (i, _) = if said.is_some() { opt(role(Role::And)).parse(i)? } else { (i, None) };
        let zero = |i| {
            let (i, zero) = below_hundred(i)?;
            let (i, year) = below_hundred(i)?;
            if zero == 0 && (1..10).contains(&year) { Ok((i, year)) } else { Err(NO) }
        };
        let (i, year) = opt(alt((zero, preceded(opt(hyphen), below_hundred)))).parse(i)?;
        match year {
            Some(year) if said.is_some() || !(0..10).contains(&year) || century * 100 < 1000 => {
                Ok((i, century * 100 + year))
            }
            Some(year) if (1..10).contains(&year) => Ok((i, century * 100 + year)),
            None if said.is_some() => Ok((i, century * 100)),
            _ => Err(NO),
        }
    };
    let whole = |i| {
        let (i, figure) = figure(i)?;
        // Treaties have “the twenty-third day of May one thousand nine hundred and sixty-nine”.
        let first = if behind_month { 1000 } else { 2000 };
        let year = figure.value.to_i64().filter(|year| figure.in_words && (first..2100).contains(year));
        Ok((i, year.ok_or(NO)?))
    };
    let (rest, year) = alt((pair, whole)).parse(i)?;
    let year = i16::try_from(year).ok().filter(|year| YEARS.contains(year)).ok_or(NO)?;
    Ok((rest, year))
}

/// Two figures of a year behind a month, where they can be nothing else: “Aug 96”, “3 Feb 82”.
pub(super) fn short(i: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(i)?;
    let year = text.parse::<i16>().ok().filter(|_| text.len() == 2).ok_or(NO)?;
    let ends =
        !number_goes_on(rest) && !rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    // “10 August 88 CE”.
    if let Ok((rest, before)) = era(rest) {
        return Ok((rest, if before { 1 - year } else { year }));
    }
    // “Aug 20” is a day, “9 Aug 20” counts twenty of something as likely as not.
    let behind_day = i.before(2).is_some_and(|token| token.class == Class::Digits) || i.is_glued();
    // “FY24 results”, “Q2'24 results”
    let behind_letters = i.is_glued()
        && i.before(1).is_some_and(|letters| match letters.class {
            Class::Word => !letters.uses.marks.meets(Starts::MONTH),
            Class::Mark => matches!(i.text_of(letters), "'" | "’"),
            Class::Digits => false,
        });
    let sure = year > 31 || behind_letters || behind_day && number::noun(rest).is_none();
    if ends && sure { Ok((rest, century_of(year))) } else { Err(NO) }
}

/// The other end of a range of years: the 15 of 2010–15.
pub(super) fn two_figures(i: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(i)?;
    let year = text.parse::<i16>().ok().filter(|_| text.len() == 2).ok_or(NO)?;
    let goes_on =
        number_goes_on(rest) || rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    if goes_on { Err(NO) } else { Ok((rest, year)) }
}

/// “2019/20”, “2019–20”: a year of four figures and the next of two.
pub(in crate::claims) fn is_split(i: Tokens<'_>) -> bool {
    let joint = glued(alt((dash, mark("/"))));
    let Ok((_, (year, (), next))) = (in_figures, joint, glued(two_figures)).parse(i) else { return false };
    next == (year + 1).rem_euclid(100)
}

/// The century of two figures of a year: 00 to 39 are this one's, as most programs have it.
pub(super) fn century_of(year: i16) -> i16 {
    const LAST: i16 = 39;
    if year <= LAST { 2000 + year } else { 1900 + year }
}

/// “1990s”, “’90s”, “nineties”, “nineteen seventies”.
pub(super) fn decade(i: Tokens<'_>) -> Parsed<'_, PartialDate> {
    let named = |i| {
        worded(Starts::DECADE, |meaning| match meaning {
            Meaning::Decade(tens) => Some(i16::from(*tens)),
            _ => None,
        })
        .parse(i)
    };
    let in_figures = |i| {
        // “in his 30s” is an age, “in the 30s” a decade or a temperature: two figures need their apostrophe.
        let (i, quote) = opt(alt((mark("'"), mark("’"), mark("‘")))).parse(i)?;
        let (i, text) = digits(i)?;
        let (i, _) = opt(glued(alt((mark("'"), mark("’"))))).parse(i)?;
        let ends = i.first().is_some_and(|token| token.glued && i.text_of(token) == "s");
        let year: i16 = text.parse().map_err(|_| NO)?;
        let decade = match text.len() {
            4 if YEARS.contains(&year) => year / 10,
            // Nobody speaks so of decades to come.
            2 if quote.is_some() && year > 20 => (1900 + year) / 10,
            2 if quote.is_some() => century_of(year) / 10,
            _ => return Err(NO),
        };
        if ends && year % 10 == 0 { Ok((i.skip(1), decade)) } else { Err(NO) }
    };
    let with_century = |i| {
        let (i, century) = below_hundred(i)?;
        let (i, tens) = preceded(opt(hyphen), named).parse(i)?;
        let century = i16::try_from(century).ok().filter(|century| (10..=21).contains(century)).ok_or(NO)?;
        Ok((i, century * 10 + tens))
    };
    let alone = |i| {
        let (rest, tens) = named(i)?;
        // “in his twenties” is an age.
        let article = i.before(1).is_some_and(|_| {
            Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::Role(Role::The))
        });
        // “in the tens of millions”
        if tens == 1 && rest.means(|meaning| *meaning == Meaning::Role(Role::Of)) {
            return Err(NO);
        }
        let tens_of = if tens < 2 { 200 + tens } else { 190 + tens };
        if article || i.at == 0 || tens == 9 { Ok((rest, tens_of)) } else { Err(NO) }
    };
    let (rest, decade) = alt((in_figures, with_century, alone)).parse(i)?;
    Ok((rest, DateUnit::Decade(decade).into()))
}

/// “19th century”, “nineteenth century BC”.
pub(super) fn century(i: Tokens<'_>) -> Parsed<'_, PartialDate> {
    let place = |i| {
        let (i, place) = ordinal::place(i)?;
        let place = place.to_i64().and_then(|place| i16::try_from(place).ok()).ok_or(NO)?;
        if (1..=30).contains(&place) { Ok((i, place)) } else { Err(NO) }
    };
    let unit = meaning(|meaning| (*meaning == Meaning::Time(TimeUnit::Century)).then_some(()));
    let (i, (place, _, ())) = (place, opt(glued(hyphen)), unit).parse(i)?;
    let (i, before) = opt(era).parse(i)?;
    let century = if before == Some(true) { -place } else { place - 1 };
    Ok((i, DateUnit::Century(century).into()))
}

/// “Q3”, “3Q”, “third quarter”, “fourth-quarter”.
pub(super) fn quarter(i: Tokens<'_>) -> Parsed<'_, u8> {
    numbered(i, &Meaning::QuarterLetter, TimeUnit::Quarter, 4)
}

/// “H2”, “first half”; the “2h” of “2h50” are hours.
pub(super) fn half(i: Tokens<'_>) -> Parsed<'_, u8> {
    let small = || i.skip(1).first().is_some_and(|letter| !letter.capital);
    let hours = i.sees_digits() && small() && i.skip(2).is_glued() && i.skip(2).sees_digits();
    let letter = |i| if hours { Err(NO) } else { labelled(i, &Meaning::HalfLetter, 2) };
    let words = |i| {
        let last = |i| {
            meaning(|meaning| match meaning {
                Meaning::Which { offset: -1, spoken: false } | Meaning::Role(Role::Final) => Some(2),
                Meaning::Role(Role::Opening) => Some(1),
                _ => None,
            })
            .parse(i)
        };
        let (i, place) = alt((last, |i| small_place(i, 2))).parse(i)?;
        let (i, ()) = preceded(opt(hyphen), role(Role::Half)).parse(i)?;
        Ok((i, place))
    };
    alt((letter, words)).parse(i)
}

fn numbered<'a>(i: Tokens<'a>, letter: &Meaning, unit: TimeUnit, most: u8) -> Parsed<'a, u8> {
    let words = |i| {
        let unit = meaning(move |meaning| (*meaning == Meaning::Time(unit)).then_some(()));
        let (i, place) = small_place(i, most)?;
        let (i, ()) = preceded(opt(hyphen), unit).parse(i)?;
        Ok((i, place))
    };
    alt((|i| labelled(i, letter, most), words)).parse(i)
}

fn small_place(i: Tokens<'_>, most: u8) -> Parsed<'_, u8> {
    let (i, place) = ordinal::place(i)?;
    let place = place.to_i64().and_then(|place| u8::try_from(place).ok()).ok_or(NO)?;
    if (1..=most).contains(&place) { Ok((i, place)) } else { Err(NO) }
}

/// A letter and a figure in one word, either way round: Q3, 3Q.
fn labelled<'a>(i: Tokens<'a>, letter: &Meaning, most: u8) -> Parsed<'a, u8> {
    let (one, two) = i.first().zip(i.skip(1).first()).filter(|(_, two)| two.glued).ok_or(NO)?;
    let (word, figure) = match (one.class, two.class) {
        (Class::Word, Class::Digits) => (i, two),
        (Class::Digits, Class::Word) => (i.skip(1), one),
        _ => return Err(NO),
    };
    let number: u8 = i.text_of(figure).parse().map_err(|_| NO)?;
    // “1Q18”: the figures of a year may be glued to it.
    let ends = i.skip(2).first().is_none_or(|token| {
        let year = token.class == Class::Digits && matches!(token.end - token.start, 2 | 4);
        // “Q1FY25”
        let fiscal = || token.uses.marks.meets(Starts::LITERAL) && i.skip(3).sees_digits();
        !token.glued || token.class == Class::Mark || year || fiscal()
    });
    let fits = word.means(|meaning| meaning == letter) && (1..=most).contains(&number);
    if fits && ends { Ok((i.skip(2), number)) } else { Err(NO) }
}

/// Four figures that are a year: behind “in” or “since”, or where no counted noun follows.
pub(super) fn bare(i: Tokens<'_>) -> Parsed<'_, PartialDate> {
    let token = i.first().ok_or(NO)?;
    // Most numbers are seen to be no year before anything is read.
    let may_be = match token.class {
        Class::Digits => token.end - token.start == 4 || i.sentence.ahead(i.at).meets(Starts::ERA),
        Class::Mark => i.skip(1).is_glued(),
        Class::Word => {
            let starts = i.starts();
            // No word alone is a year.
            starts.meets(Starts::CARDINAL.or(Starts::ERA))
                && (!starts.is_within(COUNTING) || i.sees_number_behind())
        }
    };
    if !may_be {
        return Err(NO);
    }
    let (rest, year) = alt((written, ancient)).parse(i)?;
    let cued = i
        .before(1)
        .is_some_and(|_| Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::YearCue));
    let short = token.class == Class::Mark;
    let in_figures = token.class == Class::Digits;
    let era = i.skip(1).at < rest.at && in_figures;
    let counted = number::noun(rest).is_some_and(|noun| {
        let words = &i.sentence.text[noun.range()];
        let first = words.split(' ').next().unwrap_or(words);
        is_plural(first, i.sentence.language) && first.starts_with(char::is_lowercase)
    }) && !(!counts_people(rest) && is_named(i) && year % 50 != 0 && RECENT.contains(&year));
    let likely = ((1500..2100).contains(&year) || is_circa(i) && number::noun(rest).is_none())
        && !counted
        && in_figures;
    let paired = !in_figures && !short && !i.means(|meaning| matches!(meaning, Meaning::Cardinal(2)));
    // 2014-08-32, 2012/1400: no year, whatever it is.
    let in_a_row = rest.is_glued()
        && (rest.sees("-") || rest.sees("/"))
        && rest.skip(1).is_glued()
        && rest.skip(1).sees_digits();
    if in_a_row
        || !(cued && YEARS.contains(&year) || likely || era || paired)
        || measured(rest)
        || is_hour(rest)
        || is_side(i, rest)
        // “at 1600 Pennsylvania Avenue”, but “in 1990 Wall Street boomed”
        || !cued && !era && in_figures && number::is_house(rest) && !is_named(i)
        || short && !cued
    {
        return Err(NO);
    }
    Ok((rest, DateUnit::Year(year).into()))
}

/// “c. 1120”, “in about 1340”.
fn is_circa(i: Tokens<'_>) -> bool {
    let circa = |places: usize| {
        i.at.checked_sub(places).is_some_and(|at| {
            let circa = |meaning: &Meaning| (*meaning == Meaning::Role(Role::Circa)).then_some(());
            Tokens { at, ..i }.find(circa).is_some_and(|(rest, ())| rest.at == i.at)
        })
    };
    let about = |at: usize| {
        let about = |meaning: &Meaning| matches!(meaning, Meaning::Hedge { hedge: Hedge::About, .. });
        let is_in = |meaning: &Meaning| *meaning == Meaning::Role(Role::In);
        Tokens { at: at + 1, ..i }.means(about) && Tokens { at, ..i }.means(is_in)
    };
    circa(1) || circa(2) || i.at.checked_sub(2).is_some_and(about)
}

/// “by 1302 GMT”; “(1996 est.)” is an estimate.
fn is_hour(rest: Tokens<'_>) -> bool {
    let zone = rest.first().is_some_and(|zone| zone.capital && !zone.glued);
    zone && rest.means_marked(Starts::NO_CLAIM, |meaning| *meaning == Meaning::NotClaim)
}

/// “1920 x 1080”: one side of a picture.
fn is_side(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let sign = |i: Tokens<'_>| ["x", "X", "×"].iter().any(|sign| i.sees(sign));
    let before = |places: usize| i.back(places);
    sign(rest) && rest.skip(1).sees_digits()
        || before(1).is_some_and(sign) && before(2).is_some_and(Tokens::sees_digits)
}

/// “the 1987 voters”: people are counted.
fn counts_people(noun: Tokens<'_>) -> bool {
    /// A noun has no more words.
    const LONGEST: usize = 4;
    let word = |token: &crate::language::Token| token.class == Class::Word;
    let words = noun.rest().iter().take(LONGEST).take_while(|token| word(token)).count();
    (0..words).any(|n| noun.skip(n).means(|meaning| *meaning == Meaning::Cue(Cue::People)))
}

/// Years that somebody's results are of: “the 1988 results”.
const RECENT: std::ops::Range<i16> = 1900..2050;

/// “the 1988 results”, “its 1988 results”, “the company's 1988 results”: what is known is named by its year, and seldom
/// counted to the last.
fn is_named(i: Tokens<'_>) -> bool {
    let before = |places: usize| i.back(places);
    let known = |meaning: &Meaning| {
        matches!(meaning, Meaning::Role(Role::The) | Meaning::Age(AgeCue::Whose) | Meaning::Told(Told::Its))
    };
    let owner = || {
        before(1).is_some_and(|one| one.is_glued() && one.sees("s"))
            && before(2).is_some_and(|mark| mark.sees("'") || mark.sees("’"))
    };
    !i.is_glued() && (before(1).is_some_and(|before| before.means(known)) || owner())
}

/// Whether a noun looks like many: “troops”, but not “crisis” or “census”.
fn is_plural(noun: &str, language: &Language) -> bool {
    noun.ends_with('s') && !language.singular_endings.iter().any(|one| noun.ends_with(one.as_str()))
}

/// A year of fewer figures, with its era: 44 BC, AD 79.
fn ancient(i: Tokens<'_>) -> Parsed<'_, i16> {
    let year = |i| {
        let (i, text) = digits(i)?;
        let year: i16 = text.parse().map_err(|_| NO)?;
        if (1..5000).contains(&year) { Ok((i, year)) } else { Err(NO) }
    };
    let behind = |i| {
        let (i, year) = year(i)?;
        let (i, before) = era(i)?;
        Ok((i, if before { 1 - year } else { year }))
    };
    let in_front = |i| {
        let (i, before) = era(i)?;
        let (i, year) = year(i)?;
        if before { Err(NO) } else { Ok((i, year)) }
    };
    alt((behind, in_front)).parse(i)
}

/// A year of fewer figures behind its name: “the year 247”.
fn called(i: Tokens<'_>) -> Parsed<'_, i16> {
    if !is_called_year(i) {
        return Err(NO);
    }
    let (rest, text) = digits(i)?;
    let year = text.parse::<i16>().ok().filter(|year| (1..1000).contains(year)).ok_or(NO)?;
    if noun_follows(rest) { Err(NO) } else { Ok((rest, year)) }
}

/// Three figures behind a day and its month: “18 May 872”, “May 18, 872”.
fn behind_month(i: Tokens<'_>) -> Parsed<'_, i16> {
    if !is_behind_day(i) {
        return Err(NO);
    }
    let (rest, text) = digits(i)?;
    let year = text.parse::<i16>().map_err(|_| NO)?;
    // “On 18 May 872 people came”, “On May 18, 872 of them came”.
    let ends = rest.first().is_none_or(|next| next.class == Class::Mark && rest.is_glued());
    let behind_comma = i.before(1).is_some_and(|mark| mark.class == Class::Mark);
    if year < 100 || measured(rest) || !ends && (behind_comma || noun_follows(rest)) {
        return Err(NO);
    }
    Ok((rest, year))
}

/// Whether a day and its month stand in front of three figures.
pub(super) fn is_behind_day(i: Tokens<'_>) -> bool {
    let is = |places, class| i.before(places).is_some_and(|token| token.class == class);
    let month = |places| i.before(places).is_some_and(|token| token.uses.marks.meets(Starts::MONTH));
    let three = i.first().is_some_and(|token| token.class == Class::Digits && token.end - token.start == 3);
    three
        && !i.is_glued()
        && (month(1) && is(2, Class::Digits)
            || i.before(1).is_some_and(|mark| i.text_of(mark) == ",") && is(2, Class::Digits) && month(3))
}

/// Whether “the year” stands in front of up to three figures; “year 9” is a class of a school.
pub(super) fn is_called_year(i: Tokens<'_>) -> bool {
    let before = |places: usize| i.back(places);
    let year = |word: Tokens<'_>| {
        word.marks().meets(Starts::TIME)
            && word.means(|meaning| *meaning == Meaning::Time(TimeUnit::Year))
            && !word.means(|meaning| *meaning == Meaning::Role(Role::Plural))
    };
    i.sees_digits()
        && before(1).is_some_and(year)
        && before(2).is_some_and(|the| the.means(|meaning| *meaning == Meaning::Role(Role::The)))
}

/// “from 300 to 200 BC”, “300–200 BC”, “50–120 AD”: both years have the era of the last.
pub(super) fn ancient_range(i: Tokens<'_>) -> Parsed<'_, (PartialDate, PartialDate)> {
    if !i.sentence.ahead(i.at).meets(Starts::ERA) {
        return Err(NO);
    }
    let year = |i| {
        let (i, text) = digits(i)?;
        let year = text.parse::<i16>().ok().filter(|year| (1..5000).contains(year)).ok_or(NO)?;
        Ok((i, year))
    };
    if let Ok(range) = common_range(i) {
        return Ok(range);
    }
    let (i, _) = opt(role(Role::From)).parse(i)?;
    let (i, (from, (), to, before)) = (year, alt((dash, role(Role::To))), year, era).parse(i)?;
    let of = |year: i16| DateUnit::Year(if before { 1 - year } else { year }).into();
    if before == (from > to) && from != to { Ok((i, (of(from), of(to)))) } else { Err(NO) }
}

/// “from AD 98 to 117”, “AD 98–117”: the second year has the era of the first.
fn common_range(i: Tokens<'_>) -> Parsed<'_, (PartialDate, PartialDate)> {
    let year = |i| {
        let (i, text) = digits(i)?;
        let year = text.parse::<i16>().ok().filter(|year| (1..2200).contains(year)).ok_or(NO)?;
        Ok((i, year))
    };
    let after = |i| era(i).and_then(|(i, before)| if before { Err(NO) } else { Ok((i, ())) });
    let (i, _) = opt(role(Role::From)).parse(i)?;
    if !i.marks().meets(Starts::ERA) {
        return Err(NO);
    }
    let (i, ((), from, (), to)) = (after, year, alt((dash, role(Role::To))), year).parse(i)?;
    let of = |year: i16| DateUnit::Year(year).into();
    let ends = !number_goes_on(i) && !noun_follows(i) && era(i).is_err();
    if from < to && ends { Ok((i, (of(from), of(to)))) } else { Err(NO) }
}

/// Whether a scale, unit or per cent follows: then the figures are an amount.
pub(super) fn measured(rest: Tokens<'_>) -> bool {
    let (rest, _) = opt(glued(hyphen)).parse(rest).unwrap_or((rest, None));
    // A quotation mark behind a year is no inch.
    let is_mark = rest.first().is_some_and(|token| token.class == Class::Mark && rest.text_of(token) != "%");
    !is_mark
        && rest.means(|meaning| {
            matches!(
                meaning,
                Meaning::Scale(_)
                    | Meaning::Percent
                    | Meaning::PercentagePoint
                    | Meaning::Time(_)
                    | Meaning::Unit { weak: false, .. }
            )
        })
}
