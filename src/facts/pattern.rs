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

/// The engine takes no pattern that grows past ten megabytes. So many classes of characters, each counted as
/// often as it is repeated, stay far below; where there are more, the pattern is built at once to see.
const FEW: usize = 200;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in words that follow “`pattern`”.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let syntax = regex_syntax::ast::parse::Parser::new().parse(text);
        syntax.map_err(|error| reason(&error.to_string()))?;
        let built = OnceLock::new();
        // Names of classes and flags are looked at by the engine alone.
        let plain = !["\\p", "\\P", "[[", "&&", "(?-"].iter().any(|mark| text.contains(mark));
        if !plain || weight(text) > FEW {
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

/// How many classes a pattern may stand for, counted widely: repetitions may stand within each other.
fn weight(text: &str) -> usize {
    let classes = text.bytes().filter(|byte| b"\\.[(".contains(byte)).count() + text.len() / 10;
    let counts = text.split('{').skip(1).map(|rest| {
        let inside = rest.split('}').next().unwrap_or_default().split(',');
        inside.map(|count| count.trim().parse::<usize>().unwrap_or(1)).max().unwrap_or(1).max(1)
    });
    counts.fold(classes, usize::saturating_mul)
}

/// The message draws the pattern over several lines; the reason is in the last.
fn reason(message: &str) -> String {
    let reason = message.lines().last().unwrap_or_default();
    format!("is no regular expression: {}", reason.trim_start_matches("error: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_built_when_they_are_needed_or_may_be_too_large() {
        let is_built = |text: &str| Pattern::read(text).expect(text).0.built.get().is_some();
        assert!(!is_built(r"free (?<value>[\d,]+ prisoners)"));
        assert!(!is_built(r"(?<value>\d{1,3} km)"));
        assert!(is_built(r"(?<value>\w{100}) km"));
        assert!(is_built(r"(?<value>\p{Lu}) km"));
        let found = Pattern::read(r"free (?<value>\d+)").expect("a pattern");
        assert_eq!("12", &found.captures("They free 12 of them.").expect("a fit")["value"]);
    }

    #[test]
    fn what_is_no_pattern_is_refused_with_its_reason() {
        for (expected, text) in [
            ("is no regular expression: unclosed group", "(signed"),
            ("is no regular expression: Unicode property not found", r"(?<value>\p{Foo})"),
            ("has no group `value` around the claim: `(?<value>…)`", "signed"),
        ] {
            assert_eq!(expected, Pattern::read(text).map(|_| ()).expect_err(text));
        }
        assert!(Pattern::read(&format!("(?<value>{}{})", r"\w", "{100}".repeat(9))).is_err());
        assert!(Pattern::read(&"(".repeat(100_000)).is_err());
    }
}
