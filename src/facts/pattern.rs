//! What names and cues cannot say: a regular expression over the sentence.

use std::sync::{Arc, OnceLock};

use regex::{Captures, Regex};

/// A regular expression whose group `value` marks the claim. It is built when a sentence is first held
/// against it: most patterns of a run never are. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Pattern(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    text: String,
    built: OnceLock<Option<Regex>>,
}

/// A pattern that is longer, or counts repetitions, may grow past what the engine takes: it is built at
/// once to see.
const SHORT: usize = 200;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in words that follow “`pattern`”.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        regex_syntax::parse(text).map_err(|error| reason(&error.to_string()))?;
        let built = OnceLock::new();
        if text.len() > SHORT || text.contains('{') {
            let regex = Regex::new(text).map_err(|error| reason(&error.to_string()))?;
            let _ = built.set(Some(regex));
        }
        if !["(?<value>", "(?P<value>"].iter().any(|group| text.contains(group)) {
            return Err("has no group `value` around the claim: `(?<value>…)`".into());
        }
        Ok(Self(Arc::new(Inner { text: text.to_owned(), built })))
    }

    /// The pattern as the fact file writes it.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The first place in a text where the pattern fits, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.0.built.get_or_init(|| Regex::new(&self.0.text).ok()).as_ref()?.captures(text)
    }
}

/// The message draws the pattern over several lines; the reason is in the last.
fn reason(message: &str) -> String {
    let reason = message.lines().last().unwrap_or_default();
    format!("is no regular expression: {}", reason.trim_start_matches("error: "))
}
