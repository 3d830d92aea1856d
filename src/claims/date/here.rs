//! Which parts of a date may stand at a token, by what is cheap to see: most numbers are no part of a date.

use super::super::grammar::Tokens;
use super::super::memory::REMEMBERED;
use super::guard::{COUNTING, may_be_mark_of_date};
use super::year;
use crate::language::{Class, Slot, Slots, Starts, Token};

/// The parts that may stand here, as far as it is known: the same parts open many patterns.
#[inline]
pub(super) fn parts_here(i: Tokens<'_>, first: Token) -> Slots {
    let (key, known) = i.sentence.memory.parts[i.at % REMEMBERED].get();
    if key == i.key() { known } else { look_for_parts(i, first) }
}

#[inline(never)]
fn look_for_parts(i: Tokens<'_>, first: Token) -> Slots {
    let parts = match first.class {
        Class::Digits => in_figures(i, first),
        _ => Slots::that_begin(i.starts()),
    };
    let parts = parts.but(missing(i, first, parts));
    i.sentence.memory.parts[i.at % REMEMBERED].set((i.key(), parts));
    parts
}

/// Remembers that a part does not stand here. A date inside a date may be missing for its depth only.
pub(super) fn not_here(i: Tokens<'_>, slot: Slot) {
    let memory = &i.sentence.memory.parts[i.at % REMEMBERED];
    let (key, known) = memory.get();
    if key == i.key() {
        memory.set((key, known.without(slot)));
    }
}

/// These parts, unless something is there that they need.
const fn unless(there: bool, parts: Slots) -> Slots {
    if there { Slots::NONE } else { parts }
}

/// Years of two figures.
const SHORT: Slots = Slots::all(&[Slot::ShortYear, Slot::EndShortYear]);

/// The parts that figures may be, by how many they are and whether something is glued to them.
fn in_figures(i: Tokens<'_>, figures: Token) -> Slots {
    /// “21st”, “1990s”, “3Q”.
    const ENDED: Slots = PLACES.or(Slots::of(Slot::Decade));
    const FEW: Slots = Slots::all(&[Slot::Day, Slot::EndDay, Slot::OrdinalDay]);
    let length = figures.end - figures.start;
    let others = unless(i.skip(1).is_glued(), ENDED).or(unless(length <= 2, FEW));
    Slots::that_begin(Starts::DIGITS).but(others)
}

/// What has a place in an order, or a letter, in it.
const PLACES: Slots = Slots::all(&[Slot::OrdinalDay, Slot::Nth, Slot::Century, Slot::Quarter, Slot::Half]);

/// Those of some parts that lack something that they need.
fn missing(i: Tokens<'_>, first: Token, parts: Slots) -> Slots {
    const DAYS: Slots = Slots::all(&[Slot::Day, Slot::EndDay]);
    const DATED: Starts = Starts::MONTH.or(Starts::TIME).or(Starts::WEEKDAY);
    const COUNTED: Starts = Starts::TIME.or(Starts::WEEKDAY).or(Starts::WEEKDAYS).or(Starts::SEASON);
    const YEARS: Slots = Slots::all(&[Slot::Year, Slot::EndYear]);
    const FIGURES: Slots = Slots::of(Slot::Figures);
    const DECADE: Slots = Slots::of(Slot::Decade);
    const DATES: Slots = Slots::all(&[Slot::Date, Slot::EndDate]);
    let present = i.sentence.present;
    let mut missing = unless(first.end - first.start == 2, SHORT)
        .or(unless(present.meets(DATED), DAYS))
        .or(unless(present.meets(COUNTED), Slots::of(Slot::Number)));
    if parts.meets(PLACES) {
        missing = missing.or(missing_places(i, first));
    }
    if parts.meets(YEARS) {
        missing = missing.or(unless(may_be_year(i, first), YEARS));
    }
    if parts.meets(FIGURES) {
        missing = missing.or(unless(may_be_figures(i), FIGURES));
    }
    if parts.meets(DECADE) {
        missing = missing.or(unless(may_be_decade(i, first), DECADE));
    }
    if first.class == Class::Mark && parts.meets(DATES) {
        missing = missing.or(unless(may_be_mark_of_date(i, first), DATES));
    }
    missing
}

/// No place in an order has more tokens: “twenty-first”, “2nd”.
const PLACE: usize = 3;

/// What neither a place in an order, as in “third”, “twenty-first”, “3rd”, nor a letter makes.
fn missing_places(i: Tokens<'_>, first: Token) -> Slots {
    let (place, labelled) = if first.class == Class::Digits {
        let next = i.skip(1).first().filter(|next| next.glued);
        let marks = next.map_or(Starts::NONE, |next| next.uses.marks);
        (marks.meets(Starts::ORDINAL_SUFFIX), marks.meets(Starts::LETTER))
    } else {
        (i.sees_near(PLACE, Starts::ORDINAL), first.uses.marks.meets(Starts::LETTER))
    };
    let which = first.uses.marks.meets(Starts::WHICH);
    if !(place || which || labelled) {
        return PLACES;
    }
    let time = place && i.sees_near(PLACE + 2, Starts::TIME);
    let half = (place || which) && i.sees_near(PLACE + 2, Starts::HALF);
    unless(place, Slots::of(Slot::OrdinalDay))
        .or(unless(place || which, Slots::of(Slot::Nth)))
        .or(unless(time, Slots::of(Slot::Century)))
        .or(unless(time || labelled, Slots::of(Slot::Quarter)))
        .or(unless(half || labelled, Slots::of(Slot::Half)))
}

fn may_be_year(i: Tokens<'_>, first: Token) -> bool {
    match first.class {
        Class::Digits => first.end - first.start == 4 || year::is_called_year(i) || year::is_behind_day(i),
        Class::Mark => year::is_apostrophe(i),
        // “nineteen ninety-six”, “two thousand”: no word alone is a year.
        Class::Word => !i.starts().is_within(COUNTING) || i.sees_number_behind(),
    }
}

/// “29/02”
fn may_be_figures(i: Tokens<'_>) -> bool {
    let mark = |mark| matches!(i.text_of(mark), "/" | "-" | "." | "‐" | "‑");
    i.skip(2).sees_digits() && i.skip(1).first().is_some_and(mark)
}

fn may_be_decade(i: Tokens<'_>, first: Token) -> bool {
    match first.class {
        Class::Word => i.sees_near(PLACE, Starts::DECADE),
        Class::Digits => {
            let ending = |next| matches!(i.text_of(next), "s" | "'" | "’");
            i.skip(1).first().is_some_and(|next| next.glued && ending(next))
        }
        Class::Mark => year::is_apostrophe(i),
    }
}
