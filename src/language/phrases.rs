//! The phrases of a language, by their first two words.

use super::meaning::Meaning;
use super::starts::Starts;
use super::token::{Class, Token, WordId};

/// What begins with a word.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The word's own meanings.
    pub(super) singles: Vec<Entry>,
    /// Phrases, by their second word, sorted.
    seconds: Vec<Second>,
}

/// The phrases that begin with the same two words.
#[derive(Debug, Default)]
pub(super) struct Second {
    id: WordId,
    /// What the word behind them must be good for where they begin a pattern; nothing if they begin none.
    third: Starts,
    /// How a claim may begin with one of the phrases that are no longer.
    short: Starts,
    /// So many are longer, and the last bits of the numbers of the third words of those: most words are none of them.
    longer: (usize, u64),
    /// Longer ones first.
    phrases: Vec<Entry>,
}

impl Second {
    /// Adds a phrase that begins so.
    pub(super) fn add(&mut self, entry: Entry) {
        match entry.rest.get(1) {
            None => self.short = self.short.or(entry.starts),
            Some(third) => self.longer = (self.longer.0 + 1, self.longer.1 | Self::bit(*third)),
        }
        let place = self.phrases.partition_point(|other| other.rest.len() >= entry.rest.len());
        self.phrases.insert(place, entry);
    }

    /// Those that may stand here; `rest` is what stands behind the first word.
    pub(super) fn fitting(&self, rest: &[Token]) -> (&[Entry], &[Entry]) {
        let (longer, short) = self.phrases.split_at(self.longer.0.min(self.phrases.len()));
        let may_be = rest.get(1).is_some_and(|third| self.longer.1 & Self::bit(third.id) != 0);
        (if may_be { longer } else { &[] }, short)
    }

    const fn bit(id: WordId) -> u64 {
        1 << (id % u64::BITS)
    }

    /// Lets a pattern begin with the two words in front of one that is good for something of this.
    pub(super) fn open_in_front_of(&mut self, third: Starts) {
        self.third = self.third.or(third);
    }

    /// How a claim may begin with what stands here; `rest` is what stands behind the first word.
    pub(super) fn starts(&self, rest: &[Token]) -> Starts {
        let (longer, _) = self.fitting(rest);
        let longer = longer.iter().filter(|entry| entry.goes_on(rest));
        longer.fold(self.opens(rest).or(self.short), |starts, entry| starts.or(entry.starts))
    }

    /// Whether a pattern may begin with the two words; `rest` is what stands behind the first.
    fn opens(&self, rest: &[Token]) -> Starts {
        let fits = |third: &Token| {
            third.class != Class::Word || third.uses.begins.or(third.uses.marks).meets(self.third)
        };
        let opens = self.third == Starts::ALL || !self.third.is_empty() && rest.get(1).is_some_and(fits);
        if opens { Starts::PATTERN } else { Starts::NONE }
    }
}

impl Head {
    /// The phrases with this second word.
    pub(super) fn second(&self, id: WordId) -> Option<&Second> {
        self.seconds.binary_search_by_key(&id, |second| second.id).ok().map(|at| &self.seconds[at])
    }

    /// The same, to add to.
    pub(super) fn second_mut(&mut self, id: WordId) -> &mut Second {
        let at = self.seconds.binary_search_by_key(&id, |second| second.id).unwrap_or_else(|at| {
            self.seconds.insert(at, Second { id, ..Second::default() });
            at
        });
        &mut self.seconds[at]
    }
}

/// A phrase and what it means.
#[derive(Debug)]
pub(super) struct Entry {
    /// The words behind the first.
    pub(super) rest: Box<[WordId]>,
    /// The whole phrase, for symbols that are read as written.
    pub(super) exact: Option<Box<str>>,
    /// How a claim may begin with it.
    pub(super) starts: Starts,
    pub(super) meaning: Meaning,
}

impl Entry {
    /// Whether the words behind the first are these.
    pub(super) fn goes_on(&self, tokens: &[Token]) -> bool {
        tokens.len() >= self.rest.len() && self.rest.iter().zip(tokens).all(|(id, token)| *id == token.id)
    }

    /// Whether the tokens are written as a phrase must be that is read as written.
    pub(super) fn is_written(&self, text: &str, tokens: &[Token]) -> bool {
        let Some(exact) = &self.exact else { return true };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let written = &text[first.start as usize..last.end as usize];
        written == &**exact || (!exact.is_ascii() && written.replace('\u{a0}', " ") == **exact)
    }
}
