//! Claims: the numbers and dates a text asserts, found and read.
//!
//! One file per kind holds its grammar (nom), its documentation and its tables of hits and near misses;
//! [`KINDS`] lists them. Words come from the language, values go to [`crate::value`].

mod age;
mod amount;
mod currency;
mod cut;
mod date;
mod dimensions;
mod draft;
mod duration;
mod extract;
mod feet;
mod figure;
mod frame;
mod grammar;
mod memory;
mod money;
mod needs;
mod no_hedge;
mod number;
mod ordinal;
mod percent;
mod price;
mod quantity;
mod ratio;
mod resolve;
mod scan;
#[cfg(test)]
mod testing;
mod unit;
mod when;

pub use crate::language::Hedge;
pub use cut::Cut;
pub use draft::Rounding;
pub use extract::{Extractor, extract};

use crate::language::{Language, Starts};
use crate::span::Span;
use crate::value::{Extent, PartialDate, Value, Weekday};
use resolve::Context;

/// A number or date that the text asserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What sort of claim it is.
    pub kind: Kind,
    /// The block of the document, from 0.
    pub block: u32,
    /// The sentence of the block, from 0.
    pub sentence: u32,
    /// Where it stands in the block's text.
    pub span: Span,
    /// The value as written, without the hedge.
    pub value: Value,
    /// “about”, “more than” …
    pub hedge: Option<Hedge>,
    /// The values that would make the claim true; `None` where it cannot be said (a day without a year).
    pub extent: Option<Extent>,
    /// The noun behind a number: “prisoners” in “5,000 prisoners”.
    pub noun: Option<Span>,
    /// What only dates have, and few of those. All claims of a document are held at once.
    pub dated: Option<Box<Dated>>,
}

/// What a date has beside its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dated {
    /// A second reading that the writing allows: 3 April for “03/04/2020”.
    pub other: Option<Box<Value>>,
    /// The days that are written there, if any: one, or the two ends of a range.
    pub days: [Option<WrittenDay>; 2],
}

/// A day as it is written: day and month, perhaps with year and weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day, with the year that the document gave where none is written.
    pub date: PartialDate,
    /// Whether the year is written there.
    pub year_written: bool,
    /// A weekday beside it.
    pub weekday: Option<(Weekday, Span)>,
    /// Day, month and year without the weekday.
    pub span: Span,
    /// The day of the month alone.
    pub day: Option<Span>,
}

/// The kinds of claims; their names are the contract of `factlint claims --format jsonl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it; Kind::name gives the contract's spelling")]
pub enum Kind {
    Number,
    Ordinal,
    Percent,
    Money,
    Quantity,
    Age,
    Date,
    DateRange,
    Duration,
    Ratio,
}

impl Kind {
    /// Whether its value is an amount of something.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Number | Self::Percent | Self::Money | Self::Quantity | Self::Ratio)
    }

    /// The contract's spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::Age => "age",
            Self::Date => "date",
            Self::DateRange => "date_range",
            Self::Duration => "duration",
            Self::Ratio => "ratio",
        }
    }
}

type Read = for<'a> fn(grammar::Tokens<'a>) -> grammar::Parsed<'a, draft::Draft>;

/// A grammar of one kind, and how what it reads may begin: it is tried nowhere else.
struct Grammar {
    read: Read,
    begins: Starts,
    /// What may stand behind an article, hedge or preposition that it begins with.
    behind: Starts,
    /// What some word of the claim itself must be, if anything: “percent” of a percentage. A date has a word that
    /// makes dates, or figures that are seen to be one.
    holds: Starts,
    /// Kinds whose claims are never shorter where both begin: the number of a percentage is a part of it.
    inside: &'static [Kind],
    /// Whether what it reads here is seen to end by a token, so that it needs no reading where a claim goes as far.
    ends_by: fn(grammar::Tokens<'_>, usize) -> bool,
}

impl Grammar {
    /// Whether nothing of this kind can be longer than a claim that is read already. Behind a joint it may go on: “five
    /// hours” is a length of time, “five hours a week” a rate.
    fn is_within(&self, i: grammar::Tokens<'_>, read: &(grammar::Tokens<'_>, draft::Draft)) -> bool {
        let (rest, read) = read;
        self.inside.contains(&read.kind) && !rest.marks().meets(Starts::JOINT.or(Starts::A))
            || (self.ends_by)(i, rest.at)
    }
}

/// The grammars of which a claim may begin so, if the words that they hold are among those ahead.
///
/// All are asked for before one is tried, without a branch each, since nothing foretells which those are.
fn fitting(begin: &scan::Begin, ahead: impl FnOnce() -> Starts) -> impl Iterator<Item = &'static Grammar> {
    let scan::Begin { starts, opener, next } = *begin;
    // Behind “a” stand “dozen” and “year”, but no figures.
    let next = if opener.is_within(Starts::A) { next.and(BEHIND_A) } else { next };
    let mut kinds =
        mask(|kind| kind.begins.meets(starts) | (kind.begins.meets(opener) & kind.behind.meets(next)));
    if kinds != 0 {
        let ahead = ahead();
        kinds &= mask(|kind| kind.holds.is_empty() | kind.holds.meets(ahead));
    }
    std::iter::from_fn(move || {
        let kind = KINDS.get(kinds.trailing_zeros() as usize)?;
        kinds &= kinds - 1;
        Some(kind)
    })
}

/// One bit for each grammar.
#[inline]
fn mask(wanted: impl Fn(&Grammar) -> bool) -> u32 {
    KINDS.iter().rev().fold(0, |mask, kind| mask << 1 | u32::from(wanted(kind)))
}

/// How an amount may begin, whatever it is an amount of.
const AMOUNT: Starts = Starts::FIGURE.or(Starts::HEDGE).or(Starts::BETWEEN).or(Starts::FROM);

const LENGTH: Starts = AMOUNT.or(Starts::THE).or(Starts::VAGUE).or(Starts::WHOLE).or(Starts::TIME);

/// “the first nine months”.
const LENGTH_BEHIND: Starts = LENGTH.or(Starts::ORDINAL).or(Starts::WHICH);

const DATE: Starts = Starts::DIGITS
    .or(Starts::MARK)
    .or(Starts::CARDINAL)
    .or(Starts::ORDINAL)
    .or(Starts::MONTH)
    .or(Starts::WEEKDAY)
    .or(Starts::PART)
    .or(Starts::TIME_WORD)
    .or(Starts::VAGUE)
    .or(Starts::PATTERN)
    .or(Starts::HALF)
    .or(Starts::A)
    .or(Starts::HEDGE)
    .or(Starts::THE);

const DATE_BEHIND: Starts = DATE.or(Starts::TIME).or(Starts::WEEKDAYS).or(Starts::SCALE);

/// Without a word that makes dates or figures that look like one there is none.
const DATED: Starts = Starts::DATING.or(Starts::YEAR);

const BEHIND_A: Starts = Starts::SCALE
    .or(Starts::GROUP)
    .or(Starts::FRACTION)
    .or(Starts::ORDINAL)
    .or(Starts::COUNT_WORD)
    .or(Starts::VAGUE)
    .or(Starts::HALF)
    .or(Starts::HEDGE)
    .or(Starts::TIME)
    .or(Starts::UNIT);

/// The grammars, one line a kind. The longest reading wins; among equals the first.
const KINDS: &[Grammar] = &[
    dated(date::date_range),
    dated(date::date),
    amount(money::money, AMOUNT.or(Starts::CURRENCY), Starts::CURRENCY),
    amount(percent::percent, AMOUNT.or(Starts::PERCENT), Starts::PERCENT),
    amount(age::age, AMOUNT.or(Starts::AGE), Starts::NONE),
    amount(ordinal::ordinal, AMOUNT.or(Starts::ORDINAL), Starts::ORDINAL.or(Starts::ORDINAL_SUFFIX)),
    Grammar { behind: LENGTH_BEHIND, ..amount(duration::duration, LENGTH, Starts::TIME) },
    Grammar {
        // “an ml”.
        behind: AMOUNT.or(Starts::UNIT),
        inside: &[Kind::Duration],
        ..amount(quantity::quantity, AMOUNT, Starts::UNIT)
    },
    amount(ratio::ratio, AMOUNT, Starts::NONE),
    Grammar {
        // “a couple hundred”.
        behind: AMOUNT.or(Starts::VAGUE),
        inside: &[Kind::Money, Kind::Percent, Kind::Quantity],
        ends_by: number::ends_by,
        ..amount(number::number, AMOUNT, Starts::NONE)
    },
];

/// How a claim of some kind may begin.
const BEGINS: Starts = {
    let mut all = Starts::NONE;
    let mut rest = KINDS;
    while let [first, behind @ ..] = rest {
        all = all.or(first.begins);
        rest = behind;
    }
    all
};

/// A grammar of amounts: behind an opener stands what could begin an amount without it.
const fn amount(read: Read, begins: Starts, holds: Starts) -> Grammar {
    Grammar { read, begins, behind: begins, holds, inside: &[], ends_by: |_, _| false }
}

/// A grammar of dates, which take a year or a month from others.
const fn dated(read: Read) -> Grammar {
    Grammar { behind: DATE_BEHIND, ..amount(read, DATE, DATED) }
}

/// Reads one value, as a fact file writes it: the text is one claim and, for a count, its noun.
///
/// Zeros at the end of a number are meant as written. `None` if the text is anything else.
pub fn read_value(language: &Language, text: &str) -> Option<Claim> {
    let text = text.trim();
    let mut found = Vec::new();
    scan::scan(text, language, (&mut Vec::new(), &memory::Memory::new()), |span, draft| {
        found.push(draft.take_claim(span, Rounding::AsWritten, &Context::new(language, None)));
    });
    let [claim] = <[Claim; 1]>::try_from(found).ok()?;
    let end = claim.noun.map_or(claim.span, |noun| claim.span.to(noun));
    (end.range() == (0..text.len())).then_some(claim)
}

impl Claim {
    /// A second reading that the writing allows.
    pub fn other(&self) -> Option<&Value> {
        self.dated.as_deref()?.other.as_deref()
    }

    /// The days that are written there.
    pub fn days(&self) -> impl Iterator<Item = &WrittenDay> {
        self.dated.iter().flat_map(|dated| dated.days.iter().flatten())
    }

    /// The one day that the claim is, written without a weekday: its span is what a correction replaces.
    pub fn plain_day(&self) -> Option<Span> {
        match self.dated.as_deref()?.days {
            [Some(WrittenDay { weekday: None, span, .. }), None] => Some(span),
            _ => None,
        }
    }

    fn shift(&mut self, by: u32) {
        self.span = self.span.shifted(by);
        self.noun = self.noun.map(|noun| noun.shifted(by));
        for written in self.dated.iter_mut().flat_map(|dated| dated.days.iter_mut().flatten()) {
            written.span = written.span.shifted(by);
            written.day = written.day.map(|day| day.shifted(by));
            written.weekday = written.weekday.map(|(weekday, span)| (weekday, span.shifted(by)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of 40 MB has hundreds of thousands, which are all in memory at once.
    #[test]
    fn a_claim_is_small() {
        assert_eq!([40, 128], [size_of::<Value>(), size_of::<Claim>()]);
    }
}
