//! What is wrong with a file, gathered: all of it, not the first only.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::diagnostic::{Diagnostic, Label, Severity, Suggestion};
use crate::source::Source;
use crate::span::Span;

/// Problems of one file, in the order in which they were met.
#[derive(Debug)]
pub(crate) struct Problems<'s> {
    /// The file.
    pub(crate) source: &'s Source,
    /// The rule id of what is said.
    rule: &'static str,
    found: Vec<Diagnostic>,
    known: FxHashSet<(String, Span, String)>,
    /// The last that was told already.
    again: Option<Diagnostic>,
}

impl<'s> Problems<'s> {
    /// None so far.
    pub(crate) fn new(source: &'s Source, rule: &'static str) -> Self {
        Self { source, rule, found: Vec::new(), known: FxHashSet::default(), again: None }
    }

    /// Something that keeps a part of the file from being used; the returned diagnostic can be added to.
    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.error_at(self.source, span, message)
    }

    /// The same, in the file or in one that it names.
    pub(crate) fn error_at(
        &mut self,
        source: &Source,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Error, label(source, span, ""), message.into())
    }

    /// Something that leaves the file usable.
    pub(crate) fn warning_at(&mut self, source: &Source, span: Span, message: impl Into<String>) {
        self.add(Severity::Warning, label(source, span, ""), message.into());
    }

    /// An error about a word that is none of the known ones, with the nearest of them.
    pub(crate) fn unknown(&mut self, span: Span, what: &str, word: &str, known: &[&str]) {
        if let Some(nearest) = nearest(word, known) {
            let word = cut(word);
            let found = self.error(span, format!("unknown {what} `{word}`; did you mean `{nearest}`?"));
            found.suggestions.push(write_instead(span, nearest));
        } else {
            let list: Vec<String> =
                known.iter().take(MOST_LISTED).map(|known| format!("`{known}`")).collect();
            let more = if known.len() > MOST_LISTED { " …" } else { "" };
            let known = if list.is_empty() {
                "there are none".into()
            } else {
                format!("known are {}{more}", list.join(", "))
            };
            self.error(span, format!("unknown {what} `{}`; {known}", cut(word)));
        }
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// All of them, by place.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| a.order().cmp(&b.order()));
        self.found
    }

    /// What is wrong with a rule is met again in every row of its table, and is said once.
    fn add(&mut self, severity: Severity, primary: Label, message: String) -> &mut Diagnostic {
        let key = (primary.source.path().to_owned(), primary.span, message.clone());
        let found = diagnostic(self.rule, (severity, message), primary);
        if !self.known.insert(key) {
            return self.again.insert(found);
        }
        let index = self.found.len();
        self.found.push(found);
        &mut self.found[index]
    }
}

/// A diagnostic about a place in a file.
pub(crate) fn diagnostic(rule: &str, (severity, message): (Severity, String), primary: Label) -> Diagnostic {
    Diagnostic {
        rule: rule.to_owned(),
        severity,
        message,
        primary,
        related: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    }
}

/// A place with a few words.
pub(crate) fn label(source: &Source, span: Span, message: &str) -> Label {
    Label { source: source.clone(), span, message: message.to_owned() }
}

/// The correction that puts another text in a place.
pub(crate) fn write_instead(span: Span, replacement: &str) -> Suggestion {
    Suggestion { span, replacement: replacement.to_owned(), message: format!("write `{replacement}`") }
}

/// Words no more alike than this are not offered for each other.
const LEAST_LIKENESS: f64 = 0.5;

/// More known words than this help nobody in a message.
const MOST_LISTED: usize = 12;

/// Longer words are no misspelling of anything, and their distance takes long to find.
const LONGEST_WORD: usize = 60;

/// A word as a message shows it: one of a megabyte helps nobody.
pub(crate) fn cut(word: &str) -> Cow<'_, str> {
    match word.char_indices().nth(LONGEST_WORD) {
        Some((end, _)) => Cow::Owned(format!("{}…", &word[..end])),
        None => Cow::Borrowed(word),
    }
}

/// The most similar of the known words, if one is similar at all.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let word = word.to_lowercase();
    let likeness = |known: &str| strsim::normalized_damerau_levenshtein(&word, &known.to_lowercase());
    known
        .iter()
        .map(|known| (likeness(known), *known))
        .filter(|(likeness, _)| *likeness > LEAST_LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_only_when_it_is_near() {
        let known = ["cues", "is", "id", "source", "checked"];
        for (expected, word) in [
            (Some("cues"), "cue"),
            (Some("source"), "Sources"),
            (Some("checked"), "cheked"),
            (None, "colour"),
            (None, ""),
        ] {
            assert_eq!(expected, nearest(word, &known), "{word}");
        }
        assert_eq!(None, nearest(&"a".repeat(1_000_000), &known));
    }
}
