//! The text of a block: a slice of its source, or text of its own where markup was taken out of it.

use std::fmt;
use std::ops::Deref;

use super::map::SourceMap;
use crate::source::Source;
use crate::span::Span;

/// A block's text, which knows where each byte of it stands in the source. What stands there as it is shown is not
/// copied: a plain document of 40 MB would be in memory twice.
///
/// ```
/// use factlint::document::Text;
/// use factlint::source::Source;
/// use factlint::span::Span;
///
/// let text = Text::slice(&Source::new("a.txt", "  On 29 February."), Span::new(2, 17));
/// assert_eq!("On 29 February.", &*text);
/// assert_eq!(Span::new(5, 7), text.to_source(Span::new(3, 5)));
/// assert_eq!(Some(3), text.of_source(5));
/// ```
#[derive(Clone)]
pub struct Text(Repr);

/// A document has very many blocks: two words are enough for each that is a slice.
#[derive(Clone)]
enum Repr {
    Slice(Source, Span),
    Own(Box<Own>),
}

#[derive(Clone)]
struct Own {
    text: Box<str>,
    map: SourceMap,
}

impl Text {
    /// The text of a span of a source, moved inward to character boundaries and the source's end.
    pub fn slice(source: &Source, span: Span) -> Self {
        let text = source.text();
        let end = text.floor_char_boundary(span.end as usize);
        let start = text.floor_char_boundary(span.start as usize).min(end);
        Self(Repr::Slice(source.clone(), Span::of(&(start..end))))
    }

    /// A text that is no slice.
    pub(super) fn own(text: &str, map: SourceMap) -> Self {
        Self(Repr::Own(Box::new(Own { text: text.into(), map })))
    }

    /// The source bytes of a span of the text, from the start of its first character to the end of
    /// its last. Markup before, behind and beside it is left out, markup inside is included; what
    /// touches an entity takes in the whole entity. An empty span stays empty.
    ///
    /// ```
    /// use factlint::document::read;
    /// use factlint::language::Abbreviations;
    /// use factlint::source::Source;
    /// use factlint::span::Span;
    ///
    /// let source = Source::new("a.md", "*On* **29** February.");
    /// let document = read(&source, &Abbreviations::default());
    /// let text = &document.blocks[0].text;
    /// assert_eq!("On 29 February.", *text);
    /// assert_eq!("29** February", source.slice(text.to_source(Span::new(3, 14))));
    /// assert_eq!("29", source.slice(text.to_source(Span::new(3, 5))));
    /// ```
    pub fn to_source(&self, span: Span) -> Span {
        match &self.0 {
            Repr::Slice(_, whole) => {
                let place = |at: u32| whole.start.saturating_add(at).min(whole.end);
                Span::new(place(span.start), place(span.end))
            }
            Repr::Own(own) => own.map.to_source(span),
        }
    }

    /// The byte of the text that the source byte `offset` became; `None` for markup and for bytes
    /// outside the block. A byte of an entity gives the start of what the entity stands for.
    pub fn of_source(&self, offset: u32) -> Option<u32> {
        match &self.0 {
            Repr::Slice(_, whole) => (whole.start..whole.end).contains(&offset).then(|| offset - whole.start),
            Repr::Own(own) => own.map.to_text(offset),
        }
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            // The span was moved to boundaries when the text was made.
            Repr::Slice(source, span) => source.text().get(span.range()).unwrap_or_default(),
            Repr::Own(own) => &own.text,
        }
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
    }

    #[test]
    fn a_slice_costs_two_words() {
        assert_eq!(16, size_of::<Text>());
    }

    #[test]
    fn a_slice_has_the_places_of_its_source() {
        let text = Text::slice(&Source::new("a.txt", "  On 29 February."), Span::new(2, 17));
        assert_eq!(Span::new(2, 2), text.to_source(Span::new(0, 0)));
        assert_eq!(Span::new(16, 17), text.to_source(Span::new(14, 99)));
        assert_eq!(Span::new(17, 17), text.to_source(Span::new(90, 99)));
        assert_eq!([None, Some(0), Some(14), None], [1, 2, 16, 17].map(|at| text.of_source(at)));
    }
}
