//! From bytes of a block's text to bytes of its source, and back.

use super::Text;
use crate::source::Source;
use crate::span::Span;

/// Where each byte of a block's text stands in the source.
///
/// A block that is a plain slice of its source costs no memory beyond the struct; markup and
/// entities cost one piece each. Look-ups are binary searches.
///
/// ```
/// use factlint::document::SourceMap;
/// use factlint::span::Span;
///
/// let map = SourceMap::identity(100);
/// assert_eq!(Span::new(104, 110), map.to_source(Span::new(4, 10)));
/// assert_eq!(Some(4), map.to_text(104));
/// assert_eq!(None, map.to_text(99));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceMap {
    /// From the first source byte to the end of the last.
    whole: Span,
    /// In order of text and of source; none when the text is the slice `whole`.
    pieces: Box<[Piece]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it starts in the text; it reaches to the next piece.
    text: u32,
    source: Span,
    /// Whether the text is not the source's, so that no byte of it has a place of its own.
    replaced: bool,
}

impl SourceMap {
    /// The map of a text that is the source slice starting at byte `start`, whatever its length.
    ///
    /// [`SourceMap::to_text`] then knows no end; [`SourceMap::slice`] does.
    pub fn identity(start: u32) -> Self {
        Self::slice(Span::new(start, u32::MAX))
    }

    /// The map of a text that is exactly the slice `span` of the source.
    pub fn slice(span: Span) -> Self {
        Self { whole: span, pieces: Box::default() }
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
    /// let block = &document.blocks[0];
    /// assert_eq!("On 29 February.", block.text);
    /// assert_eq!("29** February", source.slice(block.map.to_source(Span::new(3, 14))));
    /// assert_eq!("29", source.slice(block.map.to_source(Span::new(3, 5))));
    /// ```
    pub fn to_source(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            let place = |text: u32| self.whole.start.saturating_add(text).min(self.whole.end);
            return Span::new(place(span.start), place(span.end));
        }
        let start = self.start_of(span.start);
        if span.is_empty() { Span::new(start, start) } else { Span::new(start, self.end_of(span.end)) }
    }

    /// The byte of the text that the source byte `offset` became; `None` for markup and for bytes
    /// outside the block. A byte of an entity gives the start of what the entity stands for.
    pub fn to_text(&self, offset: u32) -> Option<u32> {
        if offset < self.whole.start || offset >= self.whole.end {
            return None;
        }
        let after = self.pieces.partition_point(|piece| piece.source.start <= offset);
        match self.pieces[..after].last() {
            None => Some(offset - self.whole.start),
            Some(piece) if offset >= piece.source.end => None,
            Some(piece) if piece.replaced => Some(piece.text),
            Some(piece) => Some(piece.text + (offset - piece.source.start)),
        }
    }

    fn start_of(&self, text: u32) -> u32 {
        let piece = self.piece_of(text);
        if piece.replaced { piece.source.start } else { piece.place(text) }
    }

    fn end_of(&self, text: u32) -> u32 {
        let piece = self.piece_of(text.saturating_sub(1));
        if piece.replaced { piece.source.end } else { piece.place(text) }
    }

    fn piece_of(&self, text: u32) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.text <= text);
        let whole = Piece { text: 0, source: self.whole, replaced: false };
        self.pieces[..after].last().copied().unwrap_or(whole)
    }
}

impl Piece {
    fn place(&self, text: u32) -> u32 {
        self.source.start.saturating_add(text - self.text).min(self.source.end)
    }
}

/// A block's text while a reader collects it, together with the map of what is there already.
///
/// Runs are given in order of the source; source that is never given is removed markup. White space
/// at the start and the end of the whole text is left out.
#[derive(Debug, Default)]
pub(super) struct MappedText {
    text: String,
    pieces: Vec<Piece>,
}

impl MappedText {
    /// Adds a run that stands in the source as it is, from byte `at`.
    pub(super) fn copy(&mut self, run: &str, at: u32) {
        let kept = if self.text.is_empty() { run.trim_start() } else { run };
        let source = Span::of(&(run.len() - kept.len()..run.len())).shifted(at);
        self.push(kept, source, false);
    }

    /// Adds a run that stands for the bytes `source`, such as `&` for `&amp;`.
    pub(super) fn replace(&mut self, run: &str, source: Span) {
        let kept = if self.text.is_empty() { run.trim_start() } else { run };
        // One byte for one byte (a space for a line feed) has only one place: it is as good as a
        // copy, and a hard-wrapped paragraph stays a single piece.
        self.push(kept, source, kept.len() != 1 || source.len() != 1);
    }

    fn push(&mut self, run: &str, source: Span, replaced: bool) {
        if run.is_empty() {
            return;
        }
        let text = Span::of(&(0..self.text.len())).end;
        self.text.push_str(run);
        match self.pieces.last_mut() {
            Some(last) if !replaced && !last.replaced && last.source.end == source.start => {
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { text, source, replaced }),
        }
    }

    /// The text without white space around, and its map; then it is empty, and keeps its room for the next block.
    /// What the source has as it is becomes a slice of it.
    pub(super) fn finish(&mut self, source: &Source) -> (Text, SourceMap) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        let end = Span::of(&(0..kept)).end;
        while self.pieces.pop_if(|piece| piece.text >= end).is_some() {}
        if let Some(last) = self.pieces.last_mut().filter(|last| !last.replaced) {
            last.source.end = last.place(end);
        }
        let read = match self.pieces.as_slice() {
            [] => (Text::from(""), SourceMap::slice(Span::default())),
            [only] if !only.replaced => {
                let slice = Text::slice(source, only.source);
                // A line feed that became a space has the place of one.
                let text = if *slice == *self.text { slice } else { Text::from(&*self.text) };
                (text, SourceMap::slice(only.source))
            }
            [first, ..] => {
                let last = self.pieces.last().unwrap_or(first);
                let whole = Span::new(first.source.start, last.source.end);
                (Text::from(&*self.text), SourceMap { whole, pieces: self.pieces.as_slice().into() })
            }
        };
        self.text.clear();
        self.pieces.clear();
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "a **29**&nbsp;Feb &amp; on  ";

    fn source() -> Source {
        Source::new("a.md", SOURCE)
    }

    fn sample() -> (Text, SourceMap) {
        let mut text = MappedText::default();
        text.copy("a ", 0);
        text.copy("29", 4);
        text.replace("\u{a0}", Span::new(8, 14));
        text.copy("Feb ", 14);
        text.replace("&", Span::new(18, 23));
        text.copy(" on  ", 23);
        text.finish(&source())
    }

    fn source_of(part: &str) -> &'static str {
        let (text, map) = sample();
        let at = text.find(part).expect("part of the sample");
        &SOURCE[map.to_source(Span::of(&(at..at + part.len()))).range()]
    }

    #[test]
    fn a_span_takes_in_the_markup_inside_it_only() {
        assert_eq!("29", source_of("29"));
        assert_eq!("a **29", source_of("a 29"));
        assert_eq!("29**&nbsp;Feb", source_of("29\u{a0}Feb"));
        assert_eq!("29**&nbsp;", source_of("29\u{a0}"));
        assert_eq!("&amp; on", source_of("& on"));
        assert_eq!("&amp;", source_of("&"));
        assert_eq!("a ", source_of("a "));
    }

    #[test]
    fn an_empty_span_stays_empty() {
        let (_, map) = sample();
        assert_eq!(Span::new(4, 4), map.to_source(Span::new(2, 2)));
        assert_eq!(Span::new(7, 7), SourceMap::identity(7).to_source(Span::new(0, 0)));
    }

    #[test]
    fn source_bytes_find_their_text_and_markup_finds_none() {
        let (text, map) = sample();
        assert_eq!("a 29\u{a0}Feb & on", &*text);
        assert_eq!(Some(0), map.to_text(0));
        assert_eq!(None, map.to_text(2));
        assert_eq!(Some(2), map.to_text(4));
        assert_eq!(None, map.to_text(6));
        assert_eq!(Some(4), map.to_text(8));
        assert_eq!(Some(4), map.to_text(12));
        assert_eq!(Some(6), map.to_text(14));
        assert_eq!(Some(13), map.to_text(25));
        assert_eq!(None, map.to_text(26));
        assert_eq!(None, map.to_text(400));
    }

    #[test]
    fn adjoining_copies_are_one_slice_without_pieces() {
        for (between, expected) in [("\n", "on 29 February"), (" ", "on 29 February")] {
            let source = Source::new("a.md", format!("...  on 29{between}February \t"));
            let mut text = MappedText::default();
            text.copy("  on 29", 3);
            text.replace(" ", Span::new(10, 11));
            text.copy("February \t", 11);
            let (text, map) = text.finish(&source);
            assert_eq!(expected, &*text);
            assert_eq!(SourceMap::slice(Span::new(5, 19)), map);
        }
    }

    #[test]
    fn a_text_is_collected_anew_behind_each_block() {
        let mut text = MappedText::default();
        text.copy("29", 4);
        text.replace("\u{a0}", Span::new(8, 14));
        text.copy("Feb", 14);
        assert_eq!("29\u{a0}Feb", &*text.finish(&source()).0);
        text.copy("Feb", 14);
        assert_eq!((Text::from("Feb"), SourceMap::slice(Span::new(14, 17))), text.finish(&source()));
    }

    #[test]
    fn nothing_but_space_is_nothing() {
        let mut text = MappedText::default();
        text.copy("  ", 3);
        text.replace("\u{a0}", Span::new(5, 11));
        assert_eq!((Text::from(""), SourceMap::slice(Span::default())), text.finish(&source()));
    }

    #[test]
    fn a_span_past_the_end_is_cut_to_the_block() {
        let (_, map) = sample();
        assert_eq!(Span::new(26, 26), map.to_source(Span::new(90, 99)));
        assert_eq!(Span::new(0, 26), map.to_source(Span::new(0, 99)));
    }
}
