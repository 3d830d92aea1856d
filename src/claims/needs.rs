//! What the words of a sentence may be needed for: without “percent” nothing in it is a percentage.

use super::grammar::Sentence;
use crate::language::{Class, Starts, Token, Wanted};

/// No claim has more tokens.
const LONGEST: usize = 32;

/// Between the words of a number.
const COUNTING: Starts = Starts::CARDINAL.or(Starts::SCALE);

/// What single letters stand for: “5 s”, “5 A”, “R5”.
const SIGNED: Starts = Starts::TIME.or(Starts::UNIT).or(Starts::CURRENCY);

/// What stands in front of the letter of a unit.
const NUMBERS: Starts = Starts::DIGITS
    .or(COUNTING)
    .or(Starts::FRACTION)
    .or(Starts::GROUP)
    .or(Starts::COUNT_WORD)
    .or(Starts::UNIT)
    .or(Starts::JOINT);

/// What the words of a claim may be needed for.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    all: Starts,
    behind: Wanted,
}

impl Ahead {
    pub(super) const NONE: Self = Self { all: Starts::NONE, behind: Wanted::EMPTY };
}

impl Sentence<'_> {
    /// What the words of a claim that begins at a token may be needed for: no claim goes past a word that the
    /// language does not know.
    #[inline]
    pub(super) fn ahead(&self, at: usize) -> Starts {
        self.look_ahead(at).all
    }

    /// What a pattern finds in them behind the first.
    pub(super) fn behind(&self, at: usize) -> Wanted {
        self.look_ahead(at).behind
    }

    #[inline]
    fn look_ahead(&self, at: usize) -> Ahead {
        let (known, ahead) = self.memory.ahead.get();
        if known == self.key(at) { ahead } else { self.look_through(at) }
    }

    #[inline(never)]
    fn look_through(&self, at: usize) -> Ahead {
        let (mut ahead, mut before, mut counting) = (Starts::NONE, Starts::NONE, Starts::NONE);
        let mut behind = Wanted::EMPTY;
        let rest = &self.tokens[at.min(self.tokens.len())..];
        for (place, token) in rest.iter().take(LONGEST).enumerate() {
            let marks = token.uses.marks;
            let letter = token.class == Class::Word && token.end - token.start == 1;
            let idle = letter && !self.may_be_sign(rest, place);
            ahead = ahead.or(if idle { marks.without(SIGNED) } else { marks });
            match token.class {
                Class::Word if marks.or(token.uses.begins).is_within(Starts::OUTSIDE) => break,
                Class::Word => {
                    // “nineteen ninety-six”, “two thousand and ten”
                    if marks.meets(Starts::CARDINAL) && counting.meets(COUNTING) {
                        ahead = ahead.or(Starts::YEAR);
                    }
                    if !marks.meets(Starts::JOINT) {
                        counting = marks;
                    }
                    // “3d ago”
                    if marks.meets(Starts::TIME) && before.meets(Starts::DIGITS) {
                        ahead = ahead.or(Starts::DATING);
                    }
                }
                Class::Digits if self.may_be_year(&rest[place..]) => ahead = ahead.or(Starts::YEAR),
                // “the year 79”
                Class::Digits if before.meets(Starts::TIME) => ahead = ahead.or(Starts::DATING),
                Class::Digits | Class::Mark => {}
            }
            before = marks;
            if place > 0 {
                behind = behind.with(token);
            }
        }
        let all = if ahead.meets(Starts::WEAK_UNIT) { ahead.or(Starts::UNIT) } else { ahead };
        let ahead = Ahead { all, behind };
        self.memory.ahead.set((self.key(at), ahead));
        ahead
    }

    /// Whether the letter at a place stands where a unit or a currency does: not the article, nor that of “China's”.
    fn may_be_sign(&self, tokens: &[Token], place: usize) -> bool {
        let next = || tokens.get(place + 1).is_some_and(|next| next.glued);
        let Some(before) = place.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
        match before.class {
            Class::Digits => true,
            Class::Word => {
                before.uses.marks.meets(NUMBERS) && !before.uses.marks.meets(Starts::STOP) || next()
            }
            Class::Mark => {
                let written = &self.text[before.start as usize..before.end as usize];
                tokens[place].glued && !matches!(written, "'" | "’") || next()
            }
        }
    }

    /// Whether figures may be a date by their look: four of them, 3/4, 3-4-2020, 12-2020, 21st, the 18 of FY18.
    pub(super) fn may_be_year(&self, tokens: &[Token]) -> bool {
        const EN_DASH: &[u8] = "–".as_bytes();
        let [figures, behind @ ..] = tokens else { return false };
        let length = figures.end - figures.start;
        if length == 4 || figures.glued && length == 2 {
            return true;
        }
        let text = |token: &Token| &self.text.as_bytes()[token.start as usize..token.end as usize];
        match behind {
            [next, ..] if next.class == Class::Word => {
                next.glued && next.uses.marks.meets(Starts::LITERAL.or(Starts::ORDINAL_SUFFIX))
            }
            [one, second, rest @ ..] if second.class == Class::Digits => {
                matches!(text(one), b"-" | b"." | b"/" | EN_DASH) && {
                    let again = || rest.first().is_some_and(|other| text(one) == text(other));
                    second.end - second.start == 4 || text(one) == b"/" || again()
                }
            }
            _ => false,
        }
    }
}
