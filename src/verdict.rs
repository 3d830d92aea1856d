//! What a comparison came to.

/// A claim held against a fact, or against the rest of its text.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The claim, as an index into the document's claims.
    pub claim: usize,
    /// Whom it was held against.
    pub against: Against,
    /// What it came to.
    pub outcome: Outcome,
    /// Why the two were brought together: `name “Doha agreement”`, `cue “signed”`.
    pub why: Vec<String>,
}

/// The other side of a comparison.
#[derive(Debug, Clone)]
pub enum Against {
    /// A reference fact, as an index into the fact book's facts.
    Fact(usize),
    /// A check of the text against itself.
    Check(CheckFinding),
}

/// What a comparison came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The two can both be true.
    Agrees,
    /// They cannot.
    Contradicts,
    /// It cannot be said; the words say why.
    Ambiguous(String),
}

/// What a check says of a claim.
#[derive(Debug, Clone)]
pub struct CheckFinding {
    /// The check's id.
    pub rule: &'static str,
}
