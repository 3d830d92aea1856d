//! A value that was right and no longer is: “Norland has 37.8 million people”, which it had five years ago.
//!
//! Facts are compared in `binding`, and what is outdated is found there; the rule has its page and its examples here.

use super::{Check, Run};

pub(super) const CHECK: Check = Check {
    id: ID,
    file: ("rules/checks/outdated.yaml", include_str!("../../rules/checks/outdated.yaml")),
    // The text alone does not say what has changed since.
    run: Run::Document(|_| Vec::new()),
};

/// The rule's id.
pub const ID: &str = "outdated";
