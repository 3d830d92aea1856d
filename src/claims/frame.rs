//! What an amount is made of, seen once for all kinds: most of them then need no try.

use super::amount::hedge_before;
use super::figure::figure_end;
use super::grammar::Tokens;
use crate::language::{Class, Hedge, Meaning, Role, Starts};

/// A hedge, the figure behind it, and what stands behind that.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// The token that it begins with.
    at: usize,
    pub(super) hedge: Option<Hedge>,
    /// The first token behind the hedge.
    pub(super) start: usize,
    /// Past the last token of the figure; the same as the start where there is none.
    end: usize,
    /// What the word behind the figure may be needed for; anything where more than one figure may be read.
    behind: Starts,
}

/// What begins an amount of other make: “between”, “hundreds”, “$”.
const OPENS: Starts = Starts::BETWEEN.or(Starts::FROM).or(Starts::COUNT_WORD).or(Starts::CURRENCY);

impl Frame {
    /// Of no token.
    pub(super) const NONE: Self =
        Self { at: usize::MAX, hedge: None, start: 0, end: 0, behind: Starts::NONE };

    /// Of the amount that may begin here.
    pub(super) fn of(i: Tokens<'_>) -> Self {
        let memory = &i.sentence.frame;
        let known = memory.get();
        if known.at == i.at {
            return known;
        }
        let frame = Self::look(i);
        memory.set(frame);
        frame
    }

    /// Whether the figure may have a mark behind that begins with such a word; of what has no mark nothing is wanted.
    pub(super) const fn may_have(&self, mark: Starts) -> bool {
        self.end > self.start && (mark.is_empty() || self.behind.meets(mark))
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
        let hedged = if i.marks().meets(Starts::HEDGE) { hedge_before(i).ok() } else { None };
        let (start, hedge) = hedged.map_or((i, None), |(start, hedge)| (start, Some(hedge)));
        let (end, behind) = if start.starts().meets(OPENS) {
            (usize::MAX, Starts::ALL)
        } else {
            let end = figure_end(start);
            end.map_or((start.at, Starts::NONE), |end| (end, behind(Tokens { at: end, ..i }, hedge)))
        };
        Self { at: i.at, hedge, start: start.at, end, behind }
    }
}

/// What the word behind a figure may be needed for; behind a hyphen it is the next: “26-mile”.
fn behind(rest: Tokens<'_>, hedge: Option<Hedge>) -> Starts {
    let Some(next) = rest.first() else { return Starts::NONE };
    let marks = next.uses.marks;
    let more = match next.class {
        Class::Digits => false,
        // “5 to 7”, “30 square miles”, “more than 5 and less than 7”
        Class::Word => marks.meets(Starts::JOINT) && (hedge.is_some() || rest.means(goes_on)),
        Class::Mark => match rest.text_of(next) {
            // “more than 5, but less than 7”
            "," => hedge.is_some(),
            "+" | "±" | "~" | "～" => true,
            "-" | "‐" | "‑" | "–" | "—" | "−" => {
                let other = rest.skip(1);
                let figure = other.starts().meets(Starts::FIGURE.or(Starts::CURRENCY));
                if !figure && !other.marks().meets(Starts::JOINT) {
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
    matches!(meaning, Meaning::Role(Role::To | Role::Or | Role::Square | Role::Cubic))
}
