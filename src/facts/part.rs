//! A text with its place: in the fact file, or in the cell of a table that it came from.

use std::borrow::Cow;

use super::Place;
use crate::source::Source;
use crate::span::Span;
use crate::yaml::Node;

/// A text that says something about a fact.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    /// The text, without white space around it.
    pub(super) text: Cow<'a, str>,
    /// The file that it stands in.
    pub(super) source: &'a Source,
    /// Where it stands there.
    pub(super) span: Span,
}

impl<'a> Part<'a> {
    /// A text that stands in a file.
    pub(super) fn new(text: &'a str, source: &'a Source, span: Span) -> Self {
        Self { text: Cow::Borrowed(text.trim()), source, span }
    }

    /// What a node of a file says, if it is text.
    pub(super) fn of(node: &'a Node<'_>, source: &'a Source) -> Option<Self> {
        node.text().map(|text| Self::new(text, source, node.span))
    }

    /// The place, to be kept.
    pub(super) fn place(&self) -> Place {
        Place { source: self.source.clone(), span: self.span }
    }

    /// The place of a part of the text; the whole, where the file writes the text in another way.
    pub(super) fn within(&self, start: usize, end: usize) -> Span {
        if self.source.slice(self.span) == self.text {
            Span::of(&(start..end)).shifted(self.span.start)
        } else {
            self.span
        }
    }
}
