//! What an amount is made of, seen once for all kinds: most of them then need no try.

use super::amount::hedge_before;
use super::figure::figure_end;
use super::grammar::Tokens;
use crate::language::{Class, Hedge, Meaning, Role, Starts, Token};

/// A hedge, the figure behind it, and what stands behind that.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) hedge: Option<Hedge>,
    /// The first token behind the hedge.
    pub(super) start: usize,
    /// Past the last token of the figure; the same as the start where there is none.
    end: usize,
    /// What the word behind the figure may be needed for; anything where more than one figure may be read.
    behind: Starts,
    /// Whether the figure is an amount by itself. That of “from 5 tons to 7” is none.
    alone: bool,
}

/// What opens a range.
const OPENS: Starts = Starts::BETWEEN.or(Starts::FROM);

impl Frame {
    /// Of no token.
    pub(super) const NONE: Self = Self { hedge: None, start: 0, end: 0, behind: Starts::NONE, alone: false };

    /// Of the amount that may begin here.
    pub(super) fn of(i: Tokens<'_>) -> Self {
        let memory = &i.sentence.memory.frame;
        let (key, known) = memory.get();
        if key == i.key() {
            return known;
        }
        let frame = Self::look(i);
        memory.set((i.key(), frame));
        frame
    }

    /// Whether the figure may have a mark behind that begins with such a word; with none it must stand alone, and with
    /// any it may or may not.
    pub(super) fn may_have(&self, mark: Starts) -> bool {
        let fits = if mark.is_empty() { self.alone } else { mark == Starts::ALL || self.behind.meets(mark) };
        self.end > self.start && fits
    }

    /// Whether a figure is there, and nothing is known of what may stand behind it.
    pub(super) fn may_have_any(&self) -> bool {
        self.end > self.start && self.behind == Starts::ALL
    }

    /// The input behind the hedge, and that behind the figure.
    pub(super) fn inputs<'a>(&self, i: Tokens<'a>) -> (Tokens<'a>, Tokens<'a>) {
        (Tokens { at: self.start, ..i }, Tokens { at: self.end, ..i })
    }

    /// Whether an amount without a mark ends so early.
    pub(super) fn ends_by(&self, end: usize) -> bool {
        self.end <= end && !self.behind.meets(Starts::HEDGE_BEHIND)
    }

    fn look(i: Tokens<'_>) -> Self {
        let hedged = if i.starts().meets(Starts::HEDGE) { hedge_before(i).ok() } else { None };
        let (start, hedge) = hedged.map_or((i, None), |(start, hedge)| (start, Some(hedge)));
        let starts = start.starts();
        let opening = if starts.meets(OPENS) { opening(start) } else { None };
        let first = opening.unwrap_or(start);
        let either = if opening.is_some() { starts.or(first.starts()) } else { starts };
        let vague = |at| first.skip(at).marks().meets(Starts::VAGUE);
        let count = either.meets(Starts::COUNT_WORD)
            || vague(1) && first.skip(2).marks().meets(Starts::SCALE)
            || either.meets(Starts::CURRENCY) && vague(0);
        let behind = |end| behind(Tokens { at: end, ..i }, hedge.is_some(), opening.is_some());
        let (end, behind) = match if count { None } else { Some(figure_end(first)) } {
            None => (usize::MAX, Starts::ALL),
            // “$5” is money alone, “a pound” something else as well.
            Some(None) if either.meets(Starts::CURRENCY) => (usize::MAX, Starts::CURRENCY),
            Some(Some(_)) if either.meets(Starts::CURRENCY) => (usize::MAX, Starts::ALL),
            Some(None) => (start.at, Starts::NONE),
            Some(Some(end)) if opening.is_some() && may_end_before(first, end) => (end, Starts::ALL),
            Some(Some(end)) => (end, behind(end)),
        };
        let alone = behind == Starts::ALL || opening.is_none() && end < usize::MAX;
        Self { hedge, start: start.at, end, behind, alone }
    }
}

fn opening(i: Tokens<'_>) -> Option<Tokens<'_>> {
    let opens =
        |meaning: &Meaning| matches!(meaning, Meaning::Role(Role::Between | Role::From)).then_some(());
    i.find(opens).map(|(rest, ())| rest)
}

/// Whether the end of a range may stand inside the figure: “one hundred and one thousand”.
fn may_end_before(first: Tokens<'_>, end: usize) -> bool {
    let joint = |token: &Token| token.class != Class::Digits && token.uses.marks.meets(Starts::JOINT);
    let dash =
        |token: &Token| token.class == Class::Mark && !matches!(first.text_of(*token), "," | "." | "'");
    first.rest().iter().take(end - first.at).any(|token| joint(token) || dash(token))
}

/// What the word behind a figure may be needed for; behind a hyphen it is the next: “26-mile”.
fn behind(rest: Tokens<'_>, hedged: bool, opened: bool) -> Starts {
    let Some(next) = rest.first() else { return Starts::NONE };
    let marks = next.uses.marks;
    let more = match next.class {
        Class::Digits => false,
        // “5 to 7”, “30 square miles”, “between 5 and 7”, “more than 5 and less than 7”
        Class::Word => {
            marks.meets(Starts::JOINT) && (hedged || opened || rest.means(goes_on) || is_part_of(rest))
        }
        Class::Mark => match rest.text_of(next) {
            // “more than 5, but less than 7”, “5,50 €”
            "," => hedged || rest.skip(1).is_glued() && rest.skip(2).marks().meets(Starts::CURRENCY),
            // “30 [kg]” and “5 ± 1”
            "[" | "{" | "<" | "+" | "±" | "~" | "～" => true,
            "-" | "‐" | "‑" | "–" | "—" | "−" => {
                let other = rest.skip(1);
                let figure = other.starts().meets(Starts::FIGURE.or(Starts::CURRENCY).or(Starts::HEDGE));
                // “10- to 15-foot”, “30-odd miles”, “30-some miles”
                if !figure && !other.marks().meets(Starts::JOINT.or(Starts::HEDGE_BEHIND)) {
                    return marks.or(other.marks());
                }
                true
            }
            _ => false,
        },
    };
    if more { Starts::ALL } else { marks }
}

fn goes_on(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Role(Role::To | Role::Or | Role::Square | Role::Cubic | Role::PlusMinus))
}

/// “three-quarters *of* an inch”.
fn is_part_of(rest: Tokens<'_>) -> bool {
    ends_in_part(rest) && rest.means(|meaning| *meaning == Meaning::Role(Role::Of))
}

/// Whether the figure in front is a part of a whole: “half”, “two-thirds”, “3/4”, “¾”.
pub(super) fn ends_in_part(rest: Tokens<'_>) -> bool {
    rest.before(1).is_some_and(|last| match last.class {
        Class::Digits => {
            let mark = rest.before(2).filter(|mark| last.glued && mark.class == Class::Mark);
            mark.is_some_and(|mark| match rest.text_of(mark) {
                "/" | "⁄" => true,
                // “0.4 of a mile”
                "." => rest.before(3).is_none_or(|whole| !mark.glued || rest.text_of(whole) == "0"),
                _ => false,
            })
        }
        Class::Word | Class::Mark => last.uses.marks.meets(Starts::HALF.or(Starts::FRACTION)),
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads, reads_among};

    #[test]
    fn what_stands_apart_from_the_first_figure_is_read() {
        reads(&[
            ("It took from 5 tons to 7 tons.", "from 5 tons to 7 tons", "quantity 5..7 ton [5, 7]"),
            (
                "It takes between one hundred and one thousand tons.",
                "between one hundred and one thousand tons",
                "quantity 100..1000 ton",
            ),
            ("people aged from 18 to 24", "aged from 18 to 24", "age 18..24 year [18, 24]"),
            ("It cost 12m pounds.", "12m pounds", "money 12000000"),
            (
                "more than 5 miles but less than 7 miles",
                "more than 5 miles but less than 7 miles",
                "quantity 5..7 mile (5, 7)",
            ),
            ("a 10- to 15-foot wall", "10- to 15-foot", "quantity 10..15 foot"),
            ("20 or 30 square miles", "20 or 30 square miles", "quantity 20..30 square_mile"),
            ("It has 2-1/2 acres.", "2-1/2 acres", "quantity 2.5 acre [2.375, 2.625)"),
            ("It holds 400+ boats.", "400+", "number 400 at_least [400, ∞)"),
        ]);
        reads_among("2020-05-01", "loads of 20, 30 and 50 kg", "30", "quantity 30 kilogram");
    }

    #[test]
    fn one_figure_behind_from_is_no_range() {
        for kind in ["percent", "quantity", "money"] {
            ignores_kind(kind, &["It grew from 20 in May.", "between 7 of them"]);
        }
        reads(&[("It grew from 20 in May.", "20", "number 20 [20, 20]")]);
    }
}
