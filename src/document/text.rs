//! The text of a block: a slice of its source, or text of its own where markup was taken out of it.

use std::fmt;
use std::ops::Deref;

use crate::source::Source;
use crate::span::Span;

/// A block's text. What stands in the source as it is shown is not copied: a plain document of 40 MB would be in
/// memory twice.
///
/// ```
/// use factlint::document::Text;
/// use factlint::source::Source;
/// use factlint::span::Span;
///
/// let text = Text::slice(&Source::new("a.txt", "  On 29 February."), Span::new(2, 17));
/// assert_eq!("On 29 February.", &*text);
/// assert_eq!(Some(3), text.find("29"));
/// ```
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Slice(Source, Span),
    Own(Box<str>),
}

impl Text {
    /// The text of a span of a source, moved inward to character boundaries and the source's end.
    pub fn slice(source: &Source, span: Span) -> Self {
        let text = source.text();
        let end = text.floor_char_boundary(span.end as usize);
        let start = text.floor_char_boundary(span.start as usize).min(end);
        Self(Repr::Slice(source.clone(), Span::of(&(start..end))))
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            // The span was moved to boundaries when the text was made.
            Repr::Slice(source, span) => source.text().get(span.range()).unwrap_or_default(),
            Repr::Own(text) => text,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Repr::Own(text.into()))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_outside_characters_or_text_is_moved_inward() {
        let source = Source::new("a.txt", "é1");
        for (expected, span) in [("é", (0, 2)), ("", (0, 1)), ("é1", (1, 9)), ("", (5, 9)), ("", (3, 3))] {
            let text = Text::slice(&source, Span::new(span.0, span.1));
            assert_eq!(expected, &*text, "{span:?}");
        }
        assert_eq!(Text::from("é"), Text::slice(&source, Span::new(0, 2)));
    }
}
