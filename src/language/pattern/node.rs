//! A place in the tree of patterns, and what may follow there.

use super::super::sense::{Sense, Slot};
use super::super::slots::{ALL, Slots};
use super::super::starts::Starts;
use super::super::token::{Class, Token, WordId};
use super::super::wanted::Wanted;
use super::Patterns;

/// A place in the tree: what may follow, and what it means to have come here.
#[derive(Debug, Default)]
pub struct Node {
    /// Words and marks, sorted by their number in the vocabulary; `true` if no white space may stand before it.
    pub(super) literals: Vec<(WordId, bool, usize)>,
    /// By number in the vocabulary: where the word stands among those, for the place where all patterns begin, which has
    /// many of them; empty elsewhere.
    pub(super) places: Vec<u16>,
    /// The last bits of their numbers, and of those of dashes if one may follow: most words stand at few places of the
    /// tree.
    pub(super) words: u64,
    /// The place behind a dash between two dates.
    pub dash: Option<usize>,
    /// Parts of a date that may follow, in the order of their numbers; where all patterns begin, with room for every part.
    pub slots: Vec<Edge>,
    /// Which parts those are.
    pub parts: Slots,
    /// How some part of those may begin.
    pub(super) opens: Starts,
    /// What a pattern that ends here means.
    pub ends: Option<Sense>,
    /// Of what something must stand behind the way to here, or no pattern comes to its end.
    pub ahead: Wanted,
}

/// A part of a date on the way through the tree.
#[derive(Debug)]
pub struct Edge {
    /// The part.
    pub slot: Slot,
    /// The place behind it.
    pub next: usize,
    /// Of what something must stand behind it, or no pattern comes to its end.
    pub behind: Wanted,
}

impl Node {
    /// Whether a word, mark or dash that may follow here looks like this one.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "no branch on what cannot be foretold")]
    pub const fn has_word(&self, token: Token) -> bool {
        token.uses.marks.meets(Starts::LITERAL) & (self.words & Wanted::bit(token.id) != 0)
    }

    /// Whether some part that may follow here may begin with these tokens, as far as is seen without meanings.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "no branch on what cannot be foretold")]
    pub fn has_part(&self, first: Token, rest: &[Token]) -> bool {
        // Signs and apostrophes have figures behind them.
        let glued = rest.first().is_some_and(|next| next.glued);
        let sign = first.uses.marks.meets(Starts::FRACTION) | glued;
        let alone = (first.class == Class::Mark) & !sign;
        let idle = if alone { Starts::MARK } else { Starts::NONE };
        self.opens.meets(first.uses.begins.without(idle))
    }

    /// Whether a pattern ends here, or may go on with these tokens.
    #[inline]
    pub fn leads_on(&self, tokens: &[Token]) -> bool {
        let goes_on = |(first, rest): (&Token, _)| self.has_word(*first) || self.has_part(*first, rest);
        self.ends.is_some() || tokens.split_first().is_some_and(goes_on)
    }

    /// Those of its parts that are in a set.
    #[inline]
    pub fn edges(&self, parts: Slots) -> impl Iterator<Item = &Edge> {
        let (mut rest, every) = (self.parts.and(parts), self.slots.len() == Slots::COUNT);
        std::iter::from_fn(move || {
            let lowest = rest.lowest()?;
            rest = rest.without_lowest();
            self.slots.get(if every { lowest } else { self.parts.below(lowest) })
        })
    }

    /// The words and marks with a number: whether no white space may stand before it, and the place behind.
    pub fn literals(&self, id: WordId) -> impl Iterator<Item = (bool, usize)> {
        let first = match self.places.get(id as usize) {
            Some(place) => usize::from(*place),
            None => self.literals.partition_point(|(other, ..)| *other < id),
        };
        let same = self.literals.iter().skip(first).take_while(move |(other, ..)| *other == id);
        same.map(|(_, glued, next)| (*glued, *next))
    }

    /// Makes words and parts be found at once where there are many of them.
    pub(super) fn make_room(&mut self) {
        for (place, (id, ..)) in self.literals.iter().enumerate() {
            let room = (*id as usize + 1).max(self.places.len());
            self.places.resize(room, u16::try_from(place).unwrap_or(u16::MAX));
        }
        let none = |slot: &Slot| Edge { slot: *slot, next: Patterns::ROOT, behind: Wanted::NOTHING };
        let mut every: Vec<Edge> = ALL.iter().map(none).collect();
        for edge in self.slots.drain(..) {
            let number = edge.slot as usize;
            every[number] = edge;
        }
        self.slots = every;
    }

    /// What the next word must be good for, as a beginning or wherever it stands; everything if it need be none.
    pub(super) const fn goes_on_with(&self) -> Starts {
        let opens = self.goes_on_with_part();
        if self.literals.is_empty() { opens } else { opens.or(Starts::LITERAL) }
    }

    /// What the next word must be good for if it is none of the patterns' own.
    pub(super) const fn goes_on_with_part(&self) -> Starts {
        match (self.ends, self.dash) {
            (Some(_), _) => Starts::ALL,
            (None, Some(_)) => self.opens.or(Starts::MARK),
            (None, None) => self.opens,
        }
    }
}
