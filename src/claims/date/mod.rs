//! Dates and ranges of dates: “Tuesday, March 3, 2026”, “last Friday”, “the third quarter of 2005”, “from May to July”.
//!
//! Word order and its meaning are data of the language (`dates` in its file). The patterns are a tree; [`walk`]
//! follows it along the text, [`fields`] reads the parts, [`sense`] puts them together.

mod fields;
mod figures;
mod guard;
mod range;
mod sense;
mod tense;
mod year;

use std::rc::Rc;

use super::amount::hedge_before;
use super::draft::Draft;
use super::grammar::{LastDate, NO, Parsed, REMEMBERED, Tokens, dash};
use super::when::{DayMark, DayMarks, Moment, When};
use crate::language::{Class, Hedge, Meaning, Patterns, Role, Sense, Slot, Starts};
use crate::span::Span;
use crate::value::DateUnit;
use fields::{Fields, Trail, can_be, part};
use guard::may_be_date;

/// How deep a date may stand in a date: “the week before the end of the month”.
const DEEPEST: u8 = 4;

/// How often a date may go on: “Friday” “next week”.
const LONGEST: usize = 3;

/// What was read of a date expression.
#[derive(Debug, Clone)]
pub(super) struct Read {
    /// The token past the last.
    end: usize,
    moment: Moment,
    fields: Fields,
}

pub(super) fn date(i: Tokens<'_>) -> Parsed<'_, Draft> {
    // “past Friday” is no hedge: words that are both are read without it first.
    let plain = longest(i).map(|read| (Tokens { at: read.end, ..i }, draft(i, &read)));
    plain.map_or_else(|| hedged(i), Ok)
}

/// “around 9 November”, “nearly four years ago”.
fn hedged(i: Tokens<'_>) -> Parsed<'_, Draft> {
    // “higher than a year ago” compares.
    if i.means(|meaning| *meaning == Meaning::Role(Role::Compared)) {
        return Err(NO);
    }
    let (i, hedge) = hedge_before(i)?;
    let read = longest(i).ok_or(NO)?;
    let counted = matches!(&read.moment, Moment::Date(When::Shift { .. }))
        && !i.means(|meaning| *meaning == Meaning::Role(Role::The));
    // “over the weekend” is no hedge; “over a year ago” is.
    if !counted && !matches!(hedge, Hedge::About | Hedge::Nearly) {
        return Err(NO);
    }
    let rest = Tokens { at: read.end, ..i };
    Ok((rest, Draft { hedge: Some(hedge), ..draft(i, &read) }))
}

pub(super) fn date_range(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if !may_be_date(i) {
        return Err(NO);
    }
    let read = walk(i, &i.sentence.language.date_patterns.ranges, &Fields::default()).ok_or(NO)?;
    Ok((Tokens { at: read.end, ..i }, draft(i, &read)))
}

fn draft(i: Tokens<'_>, read: &Read) -> Draft {
    let mut draft = Draft::of_moment(read.moment.clone());
    // ISO 24617-1 (TimeML) keeps “since” and “until” outside of the date that they make a range of.
    if matches!(
        &draft.moment,
        Some(Moment::Range(None, _) | Moment::Range(_, None) | Moment::UpTo(_) | Moment::Beyond(_))
    ) {
        draft.tokens = read.fields.date_tokens;
    }
    draft.days = marks(i, draft.moment.as_ref(), &read.fields);
    draft.other = read.fields.whole.and_then(|(_, other)| other);
    draft
}

/// The days that are written in an expression, with their parts.
fn marks(i: Tokens<'_>, moment: Option<&Moment>, fields: &Fields) -> DayMarks {
    let own = |when: &When, weekday, day: Option<(u8, Span)>, tokens: Option<(usize, usize)>| {
        let is_day = matches!(when, When::Written { date, .. } if matches!(date.unit, DateUnit::Day { .. }));
        let (first, last) = tokens.filter(|_| is_day)?;
        let span = Tokens { at: first, ..i }.span_to(Tokens { at: last, ..i });
        Some(Rc::new(DayMark { when: when.clone(), weekday, span, day: day.map(|(_, span)| span) }))
    };
    match moment {
        Some(Moment::Date(when)) => [own(when, fields.weekday, fields.day, fields.tokens), None],
        // Two days of one month stand apart in it: each is marked by its figures.
        Some(Moment::Range(Some(start), Some(end))) if fields.date.is_none() => {
            let short = |when, weekday, day: Option<(u8, Span)>| {
                let mark = own(when, weekday, day, fields.tokens)?;
                Some(Rc::new(DayMark { span: day?.1, ..(*mark).clone() }))
            };
            [short(start, fields.weekday, fields.day), short(end, fields.end_weekday, fields.end_day)]
        }
        _ => fields.marks.clone(),
    }
}

/// A date inside another expression.
fn expression(i: Tokens<'_>) -> Parsed<'_, (Rc<When>, Option<Rc<DayMark>>)> {
    let depth = &i.sentence.depth;
    if depth.get() >= DEEPEST {
        return Err(NO);
    }
    depth.set(depth.get() + 1);
    let read = longest(i);
    depth.set(depth.get() - 1);
    let read = read.ok_or(NO)?;
    let [mark, _] = marks(i, Some(&read.moment), &read.fields);
    let Moment::Date(when) = &read.moment else { return Err(NO) };
    Ok((Tokens { at: read.end, ..i }, (Rc::new(when.clone()), mark)))
}

/// The longest date that begins here, remembered for those who ask again: dates and ranges begin alike.
fn longest(i: Tokens<'_>) -> Option<Rc<Read>> {
    let place = |dates: &[Option<LastDate>]| i.at % dates.len();
    {
        let dates = i.sentence.dates.borrow();
        if let Some((at, read)) = &dates[place(&*dates)]
            && *at == i.at
        {
            return read.clone();
        }
    }
    let read = if may_be_date(i) { read_longest(i) } else { None };
    // What is cut short deep inside another date would be cut short everywhere.
    if i.sentence.depth.get() < DEEPEST / 2 {
        let mut dates = i.sentence.dates.borrow_mut();
        let place = place(&*dates);
        dates[place] = Some((i.at, read.clone()));
    }
    read
}

/// The longest date that begins here, with what continues it.
fn read_longest(i: Tokens<'_>) -> Option<Rc<Read>> {
    let patterns = &i.sentence.language.date_patterns;
    let bare = year::bare(i).ok().map(|(rest, date)| {
        let tokens = Some((i.at, rest.at));
        let whole = Some((date, None));
        let when = sense::written(i, date);
        Rc::new(Read {
            end: rest.at,
            moment: Moment::Date(when),
            fields: Fields { whole, tokens, ..Fields::default() },
        })
    });
    let worded = walk(i, &patterns.dates, &Fields::default());
    let mut read = match (worded, bare) {
        (Some(worded), Some(bare)) if bare.end > worded.end => bare,
        (Some(read), _) | (None, Some(read)) => read,
        (None, None) => return None,
    };
    for _ in 0..LONGEST {
        let Moment::Date(when) = &read.moment else { break };
        let fields =
            Fields { date: Some(Rc::new(when.clone())), tokens: read.fields.tokens, ..Fields::default() };
        let rest = Tokens { at: read.end, ..i };
        let Some(next) = walk(rest, &patterns.continued, &fields) else { break };
        read = next;
    }
    Some(read)
}

/// Follows the tree of patterns as far as the text goes along, and takes the longest that makes sense.
fn walk(i: Tokens<'_>, patterns: &Patterns, fields: &Fields) -> Option<Rc<Read>> {
    let mut best = None;
    step(Walk { start: i, patterns }, Patterns::ROOT, i, Trail::Start(fields), &mut best);
    best
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    start: Tokens<'a>,
    patterns: &'a Patterns,
}

fn step<'a>(walk: Walk<'a>, number: usize, i: Tokens<'a>, trail: Trail<'_>, best: &mut Option<Rc<Read>>) {
    let node = walk.patterns.node(number);
    if let Some(meaning) = node.ends
        && best.as_ref().is_none_or(|best| i.at > best.end)
        && !goes_on(i, meaning)
    {
        let fields = trail.fields(i);
        if let Some(moment) = sense::moment(meaning, &fields, walk.start, i) {
            *best = Some(Rc::new(Read { end: i.at, moment, fields }));
        }
    }
    let Some(token) = i.first() else { return };
    if token.uses.marks.meets(Starts::LITERAL) {
        for (glued, next) in node.literals(token.id) {
            if token.glued || !glued {
                step(walk, next, i.skip(1), trail, best);
            }
        }
    }
    let starts = i.starts();
    if !node.opens.meets(starts) {
        return;
    }
    for (slot, next, _) in node.slots.iter().filter(|(_, _, begins)| begins.meets(starts)) {
        if is_not_here(i, *slot) || !can_be(i, *slot) {
            continue;
        }
        if let Ok((rest, part)) = part(i, *slot) {
            let tokens = (i.at, rest.at);
            let trail = Trail::Behind { trail: &trail, slot: *slot, part: &part, tokens };
            step(walk, *next, rest, trail, best);
        } else {
            not_here(i, *slot);
        }
    }
}

/// Whether a part was looked for here already, in vain: the same parts open many patterns.
fn is_not_here(i: Tokens<'_>, slot: Slot) -> bool {
    let (at, slots) = i.sentence.not_here[i.at % REMEMBERED].get();
    at == i.at && slots & (1 << slot as u32) != 0
}

/// Remembers that a part does not stand here. A date inside a date may be missing for its depth only.
fn not_here(i: Tokens<'_>, slot: Slot) {
    if matches!(slot, Slot::Date | Slot::EndDate) {
        return;
    }
    let cell = &i.sentence.not_here[i.at % REMEMBERED];
    let (at, slots) = cell.get();
    let known = if at == i.at { slots } else { 0 };
    cell.set((i.at, known | 1 << slot as u32));
}

/// Whether what was read is only the first part of something else: a longer number, a word, a range.
fn goes_on(rest: Tokens<'_>, meaning: Sense) -> bool {
    let after_dash = match dash(rest) {
        // “5/1/2019-5/7/2020” are the ends of a range.
        Ok((after, ())) if rest.is_glued() && after.is_glued() && !meaning.is_range() => {
            after.sees_digits()
                && (rest.before(2).is_none_or(|mark| rest.text_of(mark) == "-")
                    || figures::figures(after).is_err())
        }
        _ => false,
    };
    let glued_word = rest.first().is_some_and(|token| token.glued && token.class != Class::Mark);
    // “three years from 1997 to 2000”: a length, and a range behind it.
    let range_behind = matches!(meaning, Sense::After | Sense::Lasting)
        && rest.means(|meaning| *meaning == Meaning::Role(Role::To));
    // “in a year or two” is a length that is not known.
    let or_more = matches!(meaning, Sense::Hence | Sense::Ago | Sense::Later | Sense::Earlier)
        && rest.means(|meaning| *meaning == Meaning::Role(Role::Or))
        && rest.skip(1).means(|meaning| matches!(meaning, Meaning::Cardinal(_)));
    after_dash || glued_word || range_behind || or_more
}

#[cfg(test)]
mod tests;
