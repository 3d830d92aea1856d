//! What the words of a sentence may be needed for: without “percent” nothing in it is a percentage.

use super::grammar::Sentence;
use crate::language::{Class, Starts, Token};

/// No claim has more tokens.
const LONGEST: usize = 32;

/// Between the words of a number.
const COUNTING: Starts = Starts::CARDINAL.or(Starts::SCALE);

impl Sentence<'_> {
    /// What the words of a claim that begins at a token may be needed for: no claim goes past a word that the
    /// language does not know.
    pub(super) fn ahead(&self, at: usize) -> Starts {
        let (known, ahead) = self.ahead.get();
        if known == at {
            return ahead;
        }
        let (mut ahead, mut counting) = (Starts::NONE, Starts::NONE);
        let rest = &self.tokens[at.min(self.tokens.len())..];
        for (place, token) in rest.iter().take(LONGEST).enumerate() {
            let marks = token.uses.marks;
            match token.class {
                Class::Word if token.id == 0 && marks.is_empty() => break,
                Class::Word => {
                    // “nineteen ninety-six”
                    if marks.meets(Starts::CARDINAL) && counting.meets(COUNTING) {
                        ahead = ahead.or(Starts::YEAR);
                    }
                    counting = marks;
                }
                Class::Digits if token.end - token.start == 4 || self.is_joined(rest.get(place + 1)) => {
                    ahead = ahead.or(Starts::YEAR);
                }
                Class::Digits | Class::Mark => {}
            }
            ahead = ahead.or(marks);
        }
        let ahead = if ahead.meets(Starts::WEAK_UNIT) { ahead.or(Starts::UNIT) } else { ahead };
        self.ahead.set((at, ahead));
        ahead
    }

    /// Whether what stands behind figures ties them to others: 3/4/2020, 2010–15.
    fn is_joined(&self, next: Option<&Token>) -> bool {
        next.is_some_and(|next| {
            let text = &self.text[next.start as usize..next.end as usize];
            next.glued && matches!(text, "/" | "-" | "." | "–")
        })
    }
}
