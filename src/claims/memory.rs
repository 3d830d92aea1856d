//! What was found out about the tokens of a text, so that who asks again need not look again.

use std::cell::{Cell, RefCell};

use super::date::Looked;
use super::duration::LastLength;
use super::figure::Figure;
use super::frame::Frame;
use super::needs::Ahead;
use super::when::Tense;
use crate::language::{Slots, Starts};

/// One memory serves all sentences of a text: a token is known by a key that has the number of its sentence in it, so
/// that nothing has to be forgotten.
pub(super) struct Memory {
    /// How many sentences there were.
    sentences: Cell<u64>,
    /// The last figures read: every kind of claim that begins with a figure asks for it.
    pub(super) figures: RefCell<[LastFigure; FEW]>,
    /// The lengths of time last read: those of dates and durations are the same.
    pub(super) lengths: RefCell<[LastLength; FEW]>,
    /// What the amount is made of that was looked at last.
    pub(super) frame: Cell<(u64, Frame)>,
    /// What the words from a token on may be needed for, and from which.
    pub(super) ahead: Cell<(u64, Ahead)>,
    /// The dates last read: ranges begin with a date as well, and “in” or “from” may stand in front of it.
    pub(super) dates: RefCell<[Option<Looked>; FEW]>,
    /// How a claim may begin at a token: with its word alone, and with a phrase.
    pub(super) starts: [Cell<(u64, (Starts, Starts))>; REMEMBERED],
    /// Parts of dates that may stand at a token: those are left out that were looked for in vain.
    pub(super) parts: [Cell<(u64, Slots)>; REMEMBERED],
    /// The tense around the date that was last asked for it, and the token where it begins.
    pub(super) tense: Cell<(u64, Tense)>,
    /// How deep the date that is being read stands in another.
    pub(super) depth: Cell<u8>,
}

/// So many tokens are remembered at once.
pub(super) const REMEMBERED: usize = 8;

/// So many figures, lengths of time and dates.
pub(super) const FEW: usize = 4;

/// A figure, and where it ends.
pub(super) type Found = Option<(usize, Figure)>;

/// The token where a figure was looked for, and the one that was found.
pub(super) struct LastFigure {
    pub(super) key: u64,
    pub(super) found: Found,
}

/// The key of no token.
const NO_KEY: u64 = u64::MAX;

impl Memory {
    pub(super) const fn new() -> Self {
        Self {
            sentences: Cell::new(0),
            figures: RefCell::new([const { LastFigure { key: NO_KEY, found: None } }; FEW]),
            lengths: RefCell::new([const { LastLength { key: NO_KEY, found: None } }; FEW]),
            frame: Cell::new((NO_KEY, Frame::NONE)),
            ahead: Cell::new((NO_KEY, Ahead::NONE)),
            dates: RefCell::new([const { None }; FEW]),
            starts: [const { Cell::new((NO_KEY, (Starts::NONE, Starts::NONE))) }; REMEMBERED],
            parts: [const { Cell::new((NO_KEY, Slots::NONE)) }; REMEMBERED],
            tense: Cell::new((NO_KEY, Tense::Unsaid)),
            depth: Cell::new(0),
        }
    }

    /// The number of a sentence that is about to be read: no text has as many as 32 bits count.
    pub(super) fn next_sentence(&self) -> u64 {
        let number = self.sentences.get();
        self.sentences.set(number + 1);
        number
    }
}
