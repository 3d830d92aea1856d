//! What several articles say of one thing, put into words.

use crate::checks::{Disagreement, Stated};
use crate::diagnostic::{Diagnostic, Label, Severity, Suggestion};
use crate::source::Source;

/// A disagreement between articles as a diagnostic; `source` gives an article's text by its path and its id
/// in a corpus. `None` if the text of the statement cannot be had.
pub fn across(
    found: &Disagreement,
    severity: Severity,
    source: impl Fn(&str, Option<&str>) -> Option<Source>,
) -> Option<Diagnostic> {
    let label = |stated: &Stated, message: String| {
        let source = source(&stated.path, stated.doc.as_deref())?;
        Some(Label { source, span: stated.span, message })
    };
    let (one, other) = (&found.one, found.others.first()?);
    let articles = if found.count == 1 {
        "another article says".to_owned()
    } else {
        format!("{} other articles say", found.count)
    };
    let replacement = other.text.clone();
    let suggestion = Suggestion {
        span: one.span,
        message: format!("write “{replacement}” if the others are right"),
        replacement,
    };
    let related =
        found.others.iter().filter_map(|other| label(other, format!("here it is “{}”", other.text)));
    Some(Diagnostic {
        rule: crate::checks::CROSS_DOCUMENT.to_owned(),
        severity,
        message: format!("the text says “{}” of “{}”, {articles} “{}”", one.text, one.words, other.text),
        primary: label(one, String::new())?,
        related: related.collect(),
        notes: Vec::new(),
        suggestions: vec![suggestion],
    })
}
