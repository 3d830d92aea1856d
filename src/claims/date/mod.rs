//! Dates and ranges of dates: “Tuesday, March 3, 2026”, “last Friday”, “the third quarter of 2005”, “from May to July”.
//!
//! Word order and its meaning are data of the language (`dates` in its file). The patterns are a tree; [`Walk`]
//! follows it along the text, [`fields`] reads the parts, [`sense`] puts them together.

mod alone;
mod apposed;
mod fields;
mod figures;
mod guard;
mod here;
mod list;
mod name;
mod range;
mod recurring;
mod sense;
mod tense;
mod weekday;
mod year;

use std::rc::Rc;

use super::amount::hedge_before;
use super::draft::Draft;
use super::grammar::{NO, Parsed, Tokens, dash, hyphen};
use super::when::{DayMark, DayMarks, Moment, Tense, When};
use crate::language::{
    Class, Edge, Hedge, Meaning, Node, Patterns, Role, Sense, Slot, Slots, Starts, Token, Wanted,
};
use crate::span::Span;
use crate::value::{DateUnit, PartialDate, TimeUnit};
use fields::{Begun, Fields, Part, Trail, date_dash, part};
use here::{not_here, parts_here};

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
    /// Whether what stands in front of the date is no part of the claim.
    alone: bool,
}

/// What is known of the dates that begin at a token.
#[derive(Debug)]
pub(super) struct Looked {
    key: u64,
    /// What stands behind it; `None` if no date can begin there.
    behind: Option<Wanted>,
    longest: Longest,
}

/// The longest date at a token.
#[derive(Debug)]
enum Longest {
    Unread,
    Is(Option<Rc<Read>>),
}

pub(super) use tense::is_past;
pub(super) use year::is_split as is_split_year;

pub(super) fn date(i: Tokens<'_>) -> Parsed<'_, Draft> {
    // “past Friday” is no hedge: words that are both are read without it first.
    let whole = |read: &Rc<Read>| !is_cut_short(Tokens { at: read.end, ..i });
    let Some(read) = longest(i).filter(whole) else { return hedged(i) };
    let read = recurring::once(i, read).ok_or(NO)?;
    Ok((Tokens { at: read.end, ..i }, draft(i, read)))
}

/// The “quarter” of “quarter-final” and “quarter-million”, which is none of a year.
fn is_cut_short(rest: Tokens<'_>) -> bool {
    let part = |token: Token| token.class == Class::Word && token.uses.marks.meets(Starts::FRACTION);
    rest.is_glued()
        && rest.before(1).is_some_and(part)
        && hyphen(rest).is_ok_and(|(word, ())| word.is_glued())
}

/// “around 9 November”, “nearly four years ago”.
fn hedged(i: Tokens<'_>) -> Parsed<'_, Draft> {
    const NUMBER: Starts = Starts::DIGITS.or(Starts::CARDINAL).or(Starts::SCALE);
    if !i.starts().meets(Starts::HEDGE) {
        return Err(NO);
    }
    // “higher than a year ago” compares.
    if i.means(|meaning| *meaning == Meaning::Role(Role::Compared)) {
        return Err(NO);
    }
    let start = i;
    let (i, hedge) = hedge_before(i)?;
    let read = longest(i).ok_or(NO)?;
    let counted = match &read.moment {
        Moment::Date(When::Inside { outer, .. }) => matches!(**outer, When::Shift { .. }),
        moment => matches!(moment, Moment::Date(When::Shift { .. })),
    } && !i.means(|meaning| *meaning == Meaning::Role(Role::The));
    // “over the weekend” is no hedge; “over a year ago” is.
    if !counted && !matches!(hedge, Hedge::About | Hedge::Nearly) {
        return Err(NO);
    }
    // “20 more than a year ago” compares as well.
    if matches!(hedge, Hedge::Over | Hedge::Under)
        && start.before(1).is_some_and(|n| n.uses.marks.meets(NUMBER))
    {
        return Err(NO);
    }
    // “will close on Sunday” is no hedge; “almost 2020” is.
    let long = matches!(&read.moment, Moment::Date(when) if when.unit() >= Some(TimeUnit::Year));
    if hedge == Hedge::Nearly && !counted && !long {
        let read = recurring::once(i, read).ok_or(NO)?;
        let rest = Tokens { at: read.end, ..i };
        let fields = Fields { date_tokens: Some((i.at, rest.at)), ..read.fields.clone() };
        let alone = Read { end: rest.at, moment: read.moment.clone(), fields, alone: true };
        return Ok((rest, draft(i, Rc::new(alone))));
    }
    let rest = Tokens { at: read.end, ..i };
    // “a way around Wednesday's ruling”.
    let owned = rest.is_glued() && (rest.sees("'") || rest.sees("’")) && rest.skip(1).is_glued();
    if owned && matches!(&read.moment, Moment::Date(When::Weekday(..))) {
        return Err(NO);
    }
    let mut draft = draft(i, read);
    draft.hedge = Some(hedge);
    Ok((rest, draft))
}

pub(super) fn date_range(i: Tokens<'_>) -> Parsed<'_, Draft> {
    if let Ok((rest, (from, to))) = year::ancient_range(i) {
        let when = |date| Some(When::Written { date, tense: Tense::Unsaid });
        let moment = Moment::Range(when(from), when(to));
        let read = Read { end: rest.at, moment, fields: Fields::default(), alone: false };
        return Ok((rest, Draft::of_date(Rc::new(read), [None, None])));
    }
    let behind = look(i).ok_or(NO)?;
    let walk = Walk { start: i, patterns: &i.sentence.language.date_patterns.ranges, behind };
    let read = walk.longest(i, None).and_then(|read| recurring::once(i, read)).ok_or(NO)?;
    Ok((Tokens { at: read.end, ..i }, draft(i, read)))
}

fn draft(i: Tokens<'_>, read: Rc<Read>) -> Draft {
    let days = marks(i, &read);
    Draft::of_date(read, days)
}

impl Read {
    /// What the expression asserts.
    pub(super) const fn moment(&self) -> &Moment {
        &self.moment
    }

    /// A second reading that the writing allows.
    pub(super) fn other(&self) -> Option<PartialDate> {
        self.fields.whole.and_then(|(_, other)| other)
    }

    /// First and last token of the date, where it is not all that was read: ISO 24617-1 (`TimeML`) keeps “since” and
    /// “until” outside of the date that they make a range of.
    pub(super) const fn tokens(&self) -> Option<(usize, usize)> {
        match self.moment {
            _ if self.alone => self.fields.date_tokens,
            Moment::Range(None, _) | Moment::Range(_, None) | Moment::UpTo(_) | Moment::Beyond(_) => {
                self.fields.date_tokens
            }
            _ => None,
        }
    }
}

/// The days that are written in an expression, with their parts.
fn marks(i: Tokens<'_>, Read { moment, fields, .. }: &Read) -> DayMarks {
    let own = |when: &When, weekday, day: Option<(u8, Span)>, tokens: Option<(usize, usize)>| {
        let is_day = matches!(when, When::Written { date, .. } if matches!(date.unit, DateUnit::Day { .. }));
        let (first, last) = tokens.filter(|_| is_day)?;
        let span = Tokens { at: first, ..i }.span_to(Tokens { at: last, ..i });
        Some(Rc::new(DayMark { when: when.clone(), weekday, span, day: day.map(|(_, span)| span) }))
    };
    match moment {
        Moment::Date(when) => [own(when, fields.weekday, fields.day, fields.tokens), None],
        // Two days of one month stand apart in it: each is marked by its figures.
        Moment::Range(Some(start), Some(end)) if fields.date.is_none() => {
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
fn inner(i: Tokens<'_>) -> Option<Rc<Read>> {
    let depth = &i.sentence.memory.depth;
    if depth.get() >= DEEPEST {
        return None;
    }
    depth.set(depth.get() + 1);
    let read = longest(i);
    depth.set(depth.get() - 1);
    read
}

/// A date as a part of another expression.
fn date_in(i: Tokens<'_>, read: &Read) -> Option<Part> {
    let Moment::Date(when) = &read.moment else { return None };
    let [mark, _] = marks(i, read);
    Some(Part::Date(Rc::new(when.clone()), mark))
}

/// What stands behind the first word of a date that may begin here, remembered for those who ask again: dates and ranges
/// begin alike.
fn look(i: Tokens<'_>) -> Option<Wanted> {
    let mut dates = i.sentence.memory.dates.borrow_mut();
    let place = i.at % dates.len();
    match &dates[place] {
        Some(known) if known.key == i.key() => known.behind,
        _ => {
            let behind = guard::look(i);
            let longest = if behind.is_some() { Longest::Unread } else { Longest::Is(None) };
            dates[place] = Some(Looked { key: i.key(), behind, longest });
            behind
        }
    }
}

/// The longest date that begins here, remembered as well.
fn longest(i: Tokens<'_>) -> Option<Rc<Read>> {
    let known = || {
        let dates = i.sentence.memory.dates.borrow();
        let known = dates[i.at % dates.len()].as_ref().filter(|known| known.key == i.key())?;
        match &known.longest {
            Longest::Is(read) => Some(read.clone()),
            Longest::Unread => None,
        }
    };
    if let Some(read) = known() {
        return read;
    }
    let behind = look(i);
    let read = read_longest(i, behind?);
    // What is cut short deep inside another date would be cut short everywhere.
    if i.sentence.memory.depth.get() < DEEPEST / 2 {
        let mut dates = i.sentence.memory.dates.borrow_mut();
        let place = i.at % dates.len();
        dates[place] = Some(Looked { key: i.key(), behind, longest: Longest::Is(read.clone()) });
    }
    read
}

/// The longest date that begins here, with what continues it.
fn read_longest(i: Tokens<'_>, behind: Wanted) -> Option<Rc<Read>> {
    let patterns = &i.sentence.language.date_patterns;
    let bare = bare(i);
    let worded = Walk { start: i, patterns: &patterns.dates, behind }.longest(i, None);
    let mut read = match (worded, bare) {
        (Some(worded), Some(bare)) if bare.end > worded.end => bare,
        (Some(read), _) | (None, Some(read)) => read,
        (None, None) => return None,
    };
    for _ in 0..LONGEST {
        let Moment::Date(when) = &read.moment else { break };
        let rest = Tokens { at: read.end, ..i };
        let walk = Walk { start: rest, patterns: &patterns.continued, behind };
        let Some(next) = walk.longest(rest, Some(Begun { when, tokens: read.fields.tokens })) else { break };
        read = next;
    }
    Some(read)
}

/// A year alone, or a day that has its month from the list that it stands in: numbers, and none of the other words that
/// begin dates.
fn bare(i: Tokens<'_>) -> Option<Rc<Read>> {
    let first = i.first()?;
    let number = Starts::CARDINAL.or(Starts::ERA);
    if first.class == Class::Word && !first.uses.begins.meets(number) {
        return None;
    }
    let (rest, date) = year::bare(i).ok().or_else(|| list::day(i))?;
    let fields = Fields { whole: Some((date, None)), tokens: Some((i.at, rest.at)), ..Fields::default() };
    Some(Rc::new(Read { end: rest.at, moment: Moment::Date(sense::written(i, date)), fields, alone: false }))
}

/// A way through a tree of patterns.
struct Walk<'a> {
    start: Tokens<'a>,
    patterns: &'a Patterns,
    /// What stands behind the first word of the whole.
    behind: Wanted,
}

/// A place of the tree that the text has come to.
struct Place<'a> {
    node: &'a Node,
    i: Tokens<'a>,
    /// Whether a word, mark or dash may follow that looks like the one here.
    word: bool,
    /// The parts that may follow and may stand here.
    parts: Slots,
}

impl<'a> Place<'a> {
    #[inline]
    fn of(node: &'a Node, i: Tokens<'a>) -> Self {
        let ended = Self { node, i, word: false, parts: Slots::NONE };
        let Some((first, rest)) = i.rest().split_first() else { return ended };
        // What most words may begin is seen without their meanings.
        let part = node.has_part(*first, rest);
        let parts = if part { node.parts.and(parts_here(i, *first)) } else { Slots::NONE };
        Self { word: node.has_word(*first), parts, ..ended }
    }

    /// Whether a pattern ends here, or may go on.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "no branch on what cannot be foretold")]
    const fn leads_on(&self) -> bool {
        self.word | !self.parts.is_empty() | self.node.ends.is_some()
    }
}

impl<'a> Walk<'a> {
    /// Follows the tree as far as the text goes along, and takes the longest that makes sense.
    fn longest(&self, i: Tokens<'a>, begun: Option<Begun<'_>>) -> Option<Rc<Read>> {
        let mut best = None;
        let root = Place::of(self.patterns.node(Patterns::ROOT), i);
        if root.leads_on() {
            self.step(&root, &Trail::Start(begun), &mut best);
        }
        best
    }

    fn step(&self, place: &Place<'a>, trail: &Trail<'_>, best: &mut Option<Rc<Read>>) {
        if place.word {
            self.go_on_with_word(place, trail, best);
        }
        if !place.parts.is_empty() {
            self.go_on_with_part(place, trail, best);
        }
        // What goes on is longer, and nothing shorter needs to be made sense of where it is one.
        let i = place.i;
        if let Some(meaning) = place.node.ends
            && best.as_ref().is_none_or(|best| i.at > best.end)
            && !goes_on(i, meaning)
        {
            let fields = trail.fields(i);
            if let Some(moment) = sense::moment(meaning, &fields, self.start, i) {
                *best = Some(Rc::new(Read { end: i.at, moment, fields, alone: false }));
            }
        }
    }

    fn go_on_with_word(&self, place: &Place<'a>, trail: &Trail<'_>, best: &mut Option<Rc<Read>>) {
        let Place { node, i, .. } = *place;
        let Some(token) = i.first() else { return };
        let mut go_on = |number: usize, rest| {
            let node = self.patterns.node(number);
            if node.ahead.is_among(self.behind) {
                let place = Place::of(node, rest);
                if place.leads_on() {
                    self.step(&place, trail, best);
                }
            }
        };
        for (glued, next) in node.literals(token.id) {
            if token.glued || !glued {
                go_on(next, i.skip(1));
            }
        }
        if let Some(next) = node.dash
            && let Ok((rest, ())) = date_dash(i)
        {
            go_on(next, rest);
        }
    }

    fn go_on_with_part(&self, place: &Place<'a>, trail: &Trail<'_>, best: &mut Option<Rc<Read>>) {
        for edge in place.node.edges(place.parts) {
            if edge.behind.is_among(self.behind) {
                self.read(place.i, edge, trail, best);
            }
        }
    }

    /// Reads the part of an edge, and goes on if a pattern ends behind it or goes on with what stands there.
    fn read(&self, i: Tokens<'a>, edge: &Edge, trail: &Trail<'_>, best: &mut Option<Rc<Read>>) {
        let node = self.patterns.node(edge.next);
        let mut go_on = |place: &Place<'a>, part: &Part| {
            let trail = Trail::Behind { trail, slot: edge.slot, part, tokens: (i.at, place.i.at) };
            self.step(place, &trail, best);
        };
        if matches!(edge.slot, Slot::Date | Slot::EndDate) {
            let Some(read) = inner(i) else { return };
            let place = Place::of(node, Tokens { at: read.end, ..i });
            if place.leads_on()
                && let Some(date) = date_in(i, &read)
            {
                go_on(&place, &date);
            }
            return;
        }
        match part(i, edge.slot) {
            Ok((rest, part)) => {
                let place = Place::of(node, rest);
                if place.leads_on() {
                    go_on(&place, &part);
                }
            }
            Err(_) => not_here(i, edge.slot),
        }
    }
}

/// Whether what was read is only the first part of something else: a longer number, a word, a range.
fn goes_on(rest: Tokens<'_>, meaning: Sense) -> bool {
    let Some(token) = rest.first() else { return false };
    if token.glued {
        let after_dash = || match dash(rest) {
            // “5/1/2019-5/7/2020” are the ends of a range.
            // “the 1920s-1930s”
            Ok((after, ())) if after.is_glued() && after.sees_digits() && !is_plural(rest) => {
                rest.before(2).is_none_or(|mark| rest.text_of(mark) == "-")
                    || figures::figures(after).is_err()
            }
            _ => false,
        };
        // “the year 2023/24” are two years.
        let year =
            || rest.before(1).is_some_and(|year| year.class == Class::Digits && year.end - year.start == 4);
        let slashed = rest.sees("/") && rest.skip(1).is_glued() && rest.skip(1).sees_digits() && year();
        // “the past quarter-century”
        let part = || {
            let quarter = |meaning: &Meaning| *meaning == Meaning::Time(TimeUnit::Quarter);
            let word =
                hyphen(rest).is_ok_and(|(word, ())| word.is_glued() && word.marks().meets(Starts::TIME));
            word && rest.back(1).is_some_and(|word| word.means(quarter))
        };
        if token.class != Class::Mark || slashed || part() || !meaning.is_range() && after_dash() {
            return true;
        }
    }
    match meaning {
        // “three years from 1997 to 2000”: a length, and a range behind it.
        Sense::After | Sense::Lasting => rest.means(|meaning| *meaning == Meaning::Role(Role::To)),
        // “in a year or two” is a length that is not known.
        Sense::Hence | Sense::Ago | Sense::Later | Sense::Earlier => {
            rest.marks().meets(Starts::JOINT)
                && rest.means(|meaning| *meaning == Meaning::Role(Role::Or))
                && rest.skip(1).means(|meaning| matches!(meaning, Meaning::Cardinal(_)))
        }
        _ => false,
    }
}

/// The “s” of a decade in figures stands in front.
fn is_plural(rest: Tokens<'_>) -> bool {
    rest.before(1).is_some_and(|token| token.glued && rest.text_of(token) == "s")
}

#[cfg(test)]
mod tests;
