//! What the words of a sentence may be needed for: without “percent” nothing in it is a percentage.

use super::grammar::Sentence;
use crate::language::{Class, Starts};

/// So many tokens may stand between a number and its unit, and between a currency and its number.
const NEAR: usize = 3;

/// No claim has more tokens.
const LONGEST: usize = 32;

impl Sentence<'_> {
    /// What the words of the sentence may be needed for. A unit or currency counts only beside a number: “m”,
    /// “A” and “won” are other words as well.
    pub(super) fn present(&self) -> Starts {
        *self.present.get_or_init(|| {
            let each = self.tokens.iter().enumerate();
            each.fold(Starts::NONE, |present, (at, token)| {
                let own = token.uses.marks.without(Starts::INSIDE);
                if own.is_empty() { present } else { present.or(self.in_place(at, own)) }
            })
        })
    }

    /// What the words of a claim that begins at a token may be needed for.
    pub(super) fn ahead(&self, at: usize) -> Starts {
        let (known, ahead) = self.ahead.get();
        if known == at {
            return ahead;
        }
        let rest = &self.tokens[at.min(self.tokens.len())..];
        let ahead = rest.iter().take(LONGEST).fold(Starts::NONE, |ahead, token| ahead.or(token.uses.marks));
        let ahead = if ahead.meets(Starts::WEAK_UNIT) { ahead.or(Starts::UNIT) } else { ahead };
        self.ahead.set((at, ahead));
        ahead
    }

    /// What the marks of a token come to beside those of its neighbours.
    fn in_place(&self, at: usize, own: Starts) -> Starts {
        let mut present = own.without(Starts::BESIDE_NUMBER);
        let token = self.tokens[at];
        if token.class == Class::Digits {
            let joined = self.tokens.get(at + 1).is_some_and(|next| {
                let text = &self.text[next.start as usize..next.end as usize];
                next.glued && matches!(text, "/" | "-" | "." | "–")
            });
            let year = token.end - token.start == 4 || joined;
            return if year { present.or(Starts::YEAR) } else { present };
        }
        if own.meets(Starts::BESIDE_NUMBER) {
            let near = &self.tokens[at.saturating_sub(NEAR)..(at + NEAR).min(self.tokens.len())];
            if near.iter().any(|near| near.uses.marks.meets(Starts::FIGURE.or(Starts::VAGUE))) {
                present = present.or(own);
            }
        }
        // “2 in.”, but not “in 2”; “nineteen ninety-six”.
        if own.meets(Starts::WEAK_UNIT.or(Starts::CARDINAL)) {
            let behind = at.checked_sub(1).map_or(Starts::NONE, |at| self.tokens[at].uses.marks);
            if own.meets(Starts::WEAK_UNIT) && behind.meets(Starts::DIGITS) {
                present = present.or(Starts::UNIT);
            }
            if own.meets(Starts::CARDINAL) && behind.meets(Starts::CARDINAL.or(Starts::SCALE)) {
                present = present.or(Starts::YEAR);
            }
        }
        present
    }
}
