//! Finds where a claim may begin and lets the grammars try there: one pass over the text.

use super::draft::Draft;
use super::figure::figure_end;
use super::grammar::{Sentence, Tokens, hyphen};
use super::memory::Memory;
use super::{BEGINS, age, date, fitting, number};
use crate::language::{Class, Cue, Language, Meaning, Starts, Token};
use crate::span::Span;

/// Reads all claims of a text; `found` gets each with its span, and `tokens` the text’s own behind those that it has.
/// Gives what all of them may be good for.
pub(super) fn scan(
    text: &str,
    language: &Language,
    (tokens, memory): (&mut Vec<Token>, &Memory),
    mut found: impl FnMut(Span, &mut Draft),
) -> Starts {
    let from = tokens.len();
    let present = language.lexicon.tokenize(text, tokens);
    let tokens = &tokens[from..];
    if !present.meets(Starts::CORE) {
        return present;
    }
    let sentence = Sentence::new(text, tokens, present, language, memory);
    let mut at = 0;
    let begins = |token: &Token| token.uses.begins.meets(FIRST);
    while let Some(idle) = tokens.get(at..).and_then(|rest| rest.iter().position(begins)) {
        at += idle;
        let i = Tokens { sentence: &sentence, at };
        let token = tokens[at];
        if begins_nothing(i, token) {
            at += 1;
            continue;
        }
        let begin = begin(i);
        if let Some(behind) = no_claim(i, begin.all()) {
            at = behind;
            continue;
        }
        if !BEGINS.meets(begin.all()) {
            at += 1;
            continue;
        }
        // A draft is large, and stays where it was read.
        match &mut read(i, &begin) {
            Some((rest, draft)) => {
                let (first, last) = draft.tokens().unwrap_or((i.at, rest.at));
                found(Tokens { at: first, ..i }.span_to(Tokens { at: last, ..i }), draft);
                at = rest.at;
            }
            None => at = behind(i),
        }
    }
    present
}

/// Where to go on behind a phrase or an address that asserts nothing, if one begins here.
fn no_claim(i: Tokens<'_>, starts: Starts) -> Option<usize> {
    let token = i.first()?;
    if starts.meets(Starts::IDIOM)
        && let Some((rest, ())) = i.find(|meaning| (*meaning == Meaning::Idiom).then_some(()))
    {
        // “the one million” is a number all the same.
        let number = rest.means(|meaning| matches!(meaning, Meaning::Scale(_) | Meaning::Many(_)));
        // “on the year-ago period”
        let joined = token.class == Class::Word && hyphen(rest).is_ok_and(|(behind, ())| behind.is_glued());
        let word_goes_on = joined || rest.first().is_some_and(|next| next.glued && next.class != Class::Mark);
        // “9/11/2001” is a date, “50-50,000” a range.
        let figure_goes_on = token.class == Class::Digits
            && rest.is_glued()
            && rest.skip(1).is_glued()
            && rest.skip(1).sees_digits();
        return (!number && !word_goes_on && !figure_goes_on).then_some(rest.at);
    }
    match token.class {
        Class::Mark if i.text_of(token) == "+" => telephone(i),
        Class::Mark => is_in_address(i, token).then(|| behind_glued(i)),
        Class::Digits => local_telephone(i, token),
        Class::Word => i
            .skip(1)
            .first()
            .is_some_and(|mark| mark.class == Class::Mark && is_in_address(i.skip(1), mark))
            .then(|| behind_glued(i)),
    }
}

/// Whether a mark is the first of an address, “https://” or “www.”: it goes up to the next space.
fn is_in_address(i: Tokens<'_>, mark: Token) -> bool {
    let (before, from) = i.sentence.text.split_at(mark.start as usize);
    let host = || i.before(1).is_some_and(|word| i.text_of(word).eq_ignore_ascii_case("www"));
    mark.glued
        && match from.as_bytes() {
            [b':', b'/', b'/', ..] => before.ends_with(|c: char| c.is_alphabetic()),
            [b'.', ..] => i.skip(1).is_glued() && host(),
            _ => false,
        }
}

/// Behind a telephone number as ITU-T E.123 writes it: a plus sign, the country, and groups apart.
fn telephone(i: Tokens<'_>) -> Option<usize> {
    /// Country, area and subscriber; a sum has fewer in a row.
    const FEWEST: usize = 3;
    /// The country's code has up to three figures.
    const COUNTRY: u32 = 3;
    let country = i.skip(1).first().filter(|token| token.glued && token.class == Class::Digits)?;
    let group = |token: &&Token| token.class == Class::Digits || "-()".contains(i.text_of(**token));
    let run: Vec<&Token> = i.skip(1).rest().iter().take(4 * FEWEST).take_while(group).collect();
    let groups = run.iter().filter(|token| token.class == Class::Digits).count();
    (country.end - country.start <= COUNTRY && groups >= FEWEST).then_some(i.at + 1 + run.len())
}

/// Behind a telephone number without its country: “020 7946 0018”, “0800 123 456”, “(555) 123-4567”.
fn local_telephone(i: Tokens<'_>, first: Token) -> Option<usize> {
    /// No group is longer, and no number has more.
    const LONGEST: u32 = 7;
    const MOST: usize = 4;
    let group = |token: &&Token| token.class == Class::Digits && token.end - token.start <= LONGEST;
    let length = |token: Option<Token>| {
        token.filter(|token| token.class == Class::Digits).map_or(0, |t| t.end - t.start)
    };
    if first.end - first.start >= 3 && i.text_of(first).starts_with('0') {
        let groups =
            i.skip(1).rest().iter().take(MOST).take_while(|token| group(token) && !token.glued).count();
        return (groups > 0).then_some(i.at + 1 + groups);
    }
    let bracketed = first.end - first.start == 3
        && i.before(1).is_some_and(|before| first.glued && i.text_of(before) == "(")
        && i.skip(1).sees(")")
        && length(i.skip(2).first()) == 3
        && i.skip(3).sees("-")
        && length(i.skip(4).first()) == 4;
    bracketed.then_some(i.at + 5)
}

/// Behind everything that is glued to the first token.
fn behind_glued(i: Tokens<'_>) -> usize {
    i.at + 1 + i.skip(1).rest().iter().take_while(|token| token.glued).count()
}

/// The longest claim that begins here; among equals the first in the table.
fn read<'a>(i: Tokens<'a>, begin: &Begin) -> Option<(Tokens<'a>, Draft)> {
    let mut best = None;
    for kind in fitting(begin, || i.sentence.ahead(i.at)) {
        if best.as_ref().is_some_and(|best| kind.is_within(i, best)) {
            continue;
        }
        let end = best.as_ref().map_or(0, |(rest, _): &(Tokens<'_>, _)| rest.at);
        // Most kinds read nothing: a draft is large, and none is moved but a better one.
        match (kind.read)(i) {
            Ok(next) if next.0.at > end => best = Some(next),
            _ => {}
        }
    }
    best
}

/// How a claim may begin, or what only looks like one: all that is asked of most words and marks.
const FIRST: Starts = BEGINS.or(Starts::IDIOM).or(Starts::MARK);

/// Whether it is seen at a glance that nothing begins here: most words and marks begin no claim and no address.
#[inline]
fn begins_nothing(i: Tokens<'_>, token: Token) -> bool {
    let next = i.sentence.tokens.get(i.at + 1);
    let glued = next.filter(|next| next.glued);
    match token.class {
        Class::Digits => false,
        // No fraction, and no sign in front of a number.
        Class::Mark => {
            let one_byte = token.end - token.start == 1;
            let signed =
                |next: &Token| next.class == Class::Digits || next.uses.marks.meets(Starts::CURRENCY);
            one_byte
                && token.uses.begins.and(FIRST).is_within(Starts::MARK)
                && !glued.is_some_and(signed)
                && !is_in_address(i, token)
        }
        Class::Word => opens_nothing(i, token, (FIRST, OPENERS)),
    }
}

/// Whether nothing that is wanted begins with a word: it makes no phrase with the next and begins nothing alone, or only
/// in front of what begins something, like “the”.
fn opens_nothing(i: Tokens<'_>, word: Token, (wanted, openers): (Starts, u8)) -> bool {
    if !word.uses.begins.meets(wanted) {
        return true;
    }
    let lexicon = &i.sentence.language.lexicon;
    let next = i.skip(1).first();
    if next.is_some_and(|next| lexicon.may_be_phrase(word.id, next.id)) {
        return false;
    }
    let alone = lexicon.starts_alone(word.id).and(wanted);
    // “an ml” is an amount, though none begins with the sign of a unit.
    let behind =
        |next: Token| next.class == Class::Word && opens_nothing(i.skip(1), next, (Starts::ALL, openers - 1));
    alone.is_empty() || openers > 0 && alone.is_within(Starts::OPENERS) && next.is_none_or(behind)
}

/// How a claim may begin at a place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Begin {
    /// With what stands there.
    pub(super) starts: Starts,
    /// Or with an opener …
    pub(super) opener: Starts,
    /// … behind which a claim could begin so.
    pub(super) next: Starts,
}

impl Begin {
    fn all(self) -> Starts {
        self.starts.or(self.opener)
    }
}

/// How a claim may begin here; most places are told apart by the numbers of one word or two.
fn begin(i: Tokens<'_>) -> Begin {
    let Some(token) = i.first() else { return Begin::default() };
    let begins_inside = match token.class {
        Class::Digits => is_part_of_name(i),
        Class::Word => is_part_of_word(i),
        Class::Mark => false,
    };
    if begins_inside {
        return Begin::default();
    }
    let begin = opened(i, token, OPENERS);
    // “ranked number one”.
    let counted = token.class == Class::Word && begin.all().meets(Starts::CARDINAL);
    if counted && is_labelled(i) { Begin::default() } else { begin }
}

/// So many openers in a row are looked behind: “from about the first”.
const OPENERS: u8 = 3;

/// How a claim may begin here; an opener begins one only if what follows could begin one.
fn opened(i: Tokens<'_>, token: Token, openers: u8) -> Begin {
    let (alone, phrase) = starts_of(i, token);
    // “a” is an article and the sign of the ampere.
    let (opener, starts) = (alone.and(Starts::OPENERS), alone.without(Starts::OPENERS).or(phrase));
    if opener.is_empty() {
        return Begin { starts, ..Begin::default() };
    }
    let next = match i.skip(1).first() {
        None => Starts::NONE,
        Some(next) if next.class != Class::Word => {
            let (alone, phrase) = starts_of(i.skip(1), next);
            alone.or(phrase)
        }
        Some(_) if openers == 0 => Starts::ALL,
        Some(next) => opened(i.skip(1), next, openers - 1).all(),
    };
    let opener = if next.is_empty() { Starts::NONE } else { opener.without(idle(i, token, next)) };
    Begin { starts, opener, next }
}

/// Openers that a word is not in front of what begins so: “on” opens a date in front of “the 5th”, and none in front of
/// “Friday”; “that” opens one in front of “week”, and none in front of “a suspect”.
fn idle(i: Tokens<'_>, word: Token, next: Starts) -> Starts {
    let Language { lexicon, date_patterns, .. } = i.sentence.language;
    let pattern = lexicon.pattern_goes_on(word.id).meets(next);
    // “the last nine months” is a length as well.
    let behind = date_patterns.behind_which.or(Starts::FIGURE.without(Starts::A));
    let which = behind.meets(next.or(i.skip(1).marks()));
    let of = |opener: Starts, opens: bool| if opens { Starts::NONE } else { opener };
    of(Starts::PATTERN, pattern).or(of(Starts::WHICH, which))
}

/// With the token alone, and with a phrase of several.
fn starts_of(i: Tokens<'_>, token: Token) -> (Starts, Starts) {
    match token.class {
        Class::Word if token.uses.begins.is_empty() => Default::default(),
        // Few phrases begin with digits: “24/7”.
        Class::Digits => (Starts::DIGITS, if token.id == 0 { Starts::NONE } else { i.word_starts().1 }),
        Class::Mark if is_sign(i, token) => (Starts::MARK, Starts::NONE),
        Class::Mark => i.word_starts(),
        Class::Word => {
            let (alone, phrase) = i.word_starts();
            // “his” is everywhere, and begins an age in front of the tens only.
            let whose = token.uses.marks.meets(Starts::AGE) && !age::may_be_decade(i);
            if whose { (alone.without(Starts::AGE), phrase.without(Starts::AGE)) } else { (alone, phrase) }
        }
    }
}

/// Marks that begin a number or year with the digits glued to them, and fractions.
fn is_sign(i: Tokens<'_>, token: Token) -> bool {
    match i.text_of(token) {
        "½" | "¼" | "¾" | "⅓" | "⅔" | "⅛" | "⅜" | "⅝" | "⅞" => true,
        // “-$5”.
        "-" | "−" if i.skip(1).is_glued() && i.skip(1).marks().meets(Starts::CURRENCY) => true,
        "-" | "−" | "+" | "." | "'" | "’" | "‘" => i.skip(1).is_glued() && i.skip(1).sees_digits(),
        _ => false,
    }
}

/// Digits behind a letter, a slash, a colon or the word “Boeing” are a name, an address or a time.
fn is_part_of_name(i: Tokens<'_>) -> bool {
    let Some(before) = i.before(1) else { return false };
    if i.is_glued() {
        let text = i.text_of(before);
        let letter_behind = |places| i.before(places).is_some_and(|token| token.class == Class::Word);
        return match before.class {
            // The second side of “9x12 feet”, whose first was read.
            Class::Word if matches!(text, "x" | "X") && before.glued => {
                !i.before(2).is_some_and(|token| token.class == Class::Digits)
            }
            Class::Word | Class::Digits => true,
            // F-16 and Covid-19, but mid-1990s.
            Class::Mark if matches!(text, "-" | "‐" | "‑" | "–") => {
                let digits_behind = i.before(2).is_some_and(|token| token.class == Class::Digits);
                before.glued && (digits_behind || letter_behind(2) && !before_hyphen_opens(i))
            }
            // The end of “n=1,200”.
            Class::Mark if text == "," => {
                first_group(i).is_some_and(|first| first.is_glued() && is_part_of_name(first))
            }
            // “180C/350F”.
            Class::Mark if text == "/" && is_second_unit(i) => false,
            Class::Mark => {
                matches!(text, "#" | "@" | "/" | "_" | "\\" | "=" | "^" | "&" | "*" | ":" | ".")
                    && before.glued
                    || matches!(text, "#" | "@")
            }
        };
    }
    is_labelled(i)
}

/// The first figures of a number in groups, of which the last stand here: the “1” of “1,200”.
fn first_group(last: Tokens<'_>) -> Option<Tokens<'_>> {
    /// Longer numbers are counted by nobody, and no name has as many.
    const GROUPS: usize = 6;
    let before = |at: usize| {
        let group = Tokens { at, ..last };
        let comma = group.before(1).is_some_and(|mark| mark.glued && group.text_of(mark) == ",");
        let figures = group.before(2).is_some_and(|token| token.class == Class::Digits);
        (group.is_glued() && comma && figures).then(|| at - 2)
    };
    let mut first = before(last.at)?;
    for _ in 0..GROUPS {
        match before(first) {
            Some(group) => first = group,
            None => return Some(Tokens { at: first, ..last }),
        }
    }
    None
}

/// The “350F” of “180C/350F”: a figure and a unit on both sides of a slash.
fn is_second_unit(i: Tokens<'_>) -> bool {
    const UNIT: Starts = Starts::UNIT.or(Starts::WEAK_UNIT);
    let unit = i.before(2).is_some_and(|unit| unit.class == Class::Word && unit.uses.marks.meets(UNIT));
    let figure = i.before(3).is_some_and(|figure| figure.class == Class::Digits);
    unit && figure && figure_end(i).is_some_and(|at| Tokens { at, ..i }.marks().meets(UNIT))
}

/// Whether a label ends here: “No.” is the word and its full stop.
fn is_labelled(i: Tokens<'_>) -> bool {
    /// A label has two words at most and its full stop, or a mark between them.
    const LONGEST: usize = 3;
    let may_be = |places| i.before(places).is_some_and(|token| token.uses.marks.meets(Starts::LABEL));
    if !(1..=LONGEST).any(may_be) {
        return false;
    }
    let Some(before) = i.before(1) else { return false };
    let label = |places: usize| {
        i.at.checked_sub(places).is_some_and(|at| {
            let start = Tokens { at, ..i };
            start
                .find(|meaning| (*meaning == Meaning::Label).then_some(()))
                .is_some_and(|(end, ())| end.at == i.at)
        })
    };
    label(1) && !is_season(i, before) || label(2) || label(LONGEST)
}

/// “the season 2019/20” is a year, “Regulation 2014/15” the fifteenth of many; “over the season 399,000 came” counts.
fn is_season(i: Tokens<'_>, label: Token) -> bool {
    let grouped = || {
        let behind = i.skip(1);
        let figures =
            behind.skip(1).first().filter(|figures| figures.glued && figures.class == Class::Digits);
        behind.is_glued()
            && behind.sees(",")
            && figures.is_some_and(|figures| figures.end - figures.start == 3)
    };
    let the = || i.before(2).is_some_and(|word| word.uses.marks.meets(Starts::THE));
    !label.capital && (date::is_split_year(i) || the() && grouped())
}

/// “mid-1990s”, “pre-2020”: the word in front of the hyphen says which part.
fn before_hyphen_opens(i: Tokens<'_>) -> bool {
    i.at.checked_sub(2).is_some_and(|at| {
        let before = Tokens { at, ..i };
        // “USD-50”, but “C-14”.
        let code = before.first().is_some_and(|word| word.end - word.start > 1);
        before.means(|meaning| {
            code && matches!(meaning, Meaning::Currency(_))
                || matches!(
                    meaning,
                    Meaning::PartOf(_)
                    | Meaning::Month(_)
                    | Meaning::Weekday(_)
                    // “9-by-12-foot”
                    | Meaning::Cue(Cue::By)
                )
        })
    })
}

/// A word glued to a hyphen or apostrophe before it is the end of another word: “twenty-something's second”.
fn is_part_of_word(i: Tokens<'_>) -> bool {
    i.is_glued()
        && i.before(1).is_some_and(|before| match before.class {
            Class::Word | Class::Digits => true,
            Class::Mark => {
                before.glued && matches!(i.text_of(before), "'" | "’" | "-" | "_" | "@" | "/" | ".")
            }
        })
}

/// Where to go on when nothing begins here: behind everything that is glued to digits, so that no part of
/// a version, telephone number or address is read; else one token on.
fn behind(i: Tokens<'_>) -> usize {
    let Some(first) = i.first() else { return i.at + 1 };
    if first.class != Class::Digits || !number::goes_on(i.skip(1)) {
        return i.at + 1;
    }
    behind_glued(i)
}
