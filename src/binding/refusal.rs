//! Why a claim was not held against a fact whose subject stands beside it.

use std::fmt;

/// A claim, a fact, and why they were not brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The claim, as an index into the document's claims.
    pub claim: usize,
    /// The fact, as an index into the fact book's facts.
    pub fact: usize,
    /// What spoke against it.
    pub why: Refusal,
}

/// What speaks against a claim being a fact's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// No cue stands in the sentence.
    NoCue,
    /// A cue stands there, but too far off.
    Far,
    /// A word in front makes the cue another measure: “the urban population”.
    Qualified,
    /// One of the fact's `unless` stands beside the cue.
    Excepted,
    /// The value is a part's, an average, a change or a rate.
    Part,
    /// The subject is held against the value, or had it before.
    Compared,
    /// The order of a list gives the value to another subject.
    Order,
    /// The value measures something else: another unit, or another thing is counted.
    Measure,
    /// The fact's pattern does not match there.
    Pattern,
    /// The value may be somebody else's.
    Another,
    /// The value may be of another time.
    Time,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCue => "none of its cues stands in the sentence",
            Self::Far => "its cue stands too far from the value",
            Self::Qualified => "a word in front of its cue makes that another measure",
            Self::Excepted => "one of the words stands there that its `unless` names",
            Self::Part => "the value is that of a part, an average, a change or a rate",
            Self::Compared => "the value is what the subject is compared with, or was before",
            Self::Order => "the order of the list gives the value to another subject",
            Self::Measure => "the value measures or counts something else",
            Self::Pattern => "its pattern does not match there",
            Self::Another => "the value may be somebody else’s",
            Self::Time => "it is not certain of which time the value is",
        })
    }
}
