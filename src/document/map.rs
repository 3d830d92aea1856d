//! From bytes of a block's text to bytes of its source, and back.

use super::Text;
use crate::source::Source;
use crate::span::Span;

/// Where each byte of a text stands in the source: pieces in order of text and of source, one for each run between
/// markup and for each entity. Look-ups are binary searches.
#[derive(Debug, Clone)]
pub(super) struct SourceMap(Box<[Piece]>);

#[derive(Debug, Clone, Copy, Default)]
struct Piece {
    /// Where it starts in the text; it reaches to the next piece.
    text: u32,
    source: Span,
    /// Whether the text is not the source's, so that no byte of it has a place of its own.
    replaced: bool,
}

impl SourceMap {
    /// See [`Text::to_source`].
    pub(super) fn to_source(&self, span: Span) -> Span {
        let start = self.start_of(span.start);
        if span.is_empty() { Span::new(start, start) } else { Span::new(start, self.end_of(span.end)) }
    }

    /// See [`Text::of_source`].
    pub(super) fn to_text(&self, offset: u32) -> Option<u32> {
        let after = self.0.partition_point(|piece| piece.source.start <= offset);
        match self.0[..after].last()? {
            piece if offset >= piece.source.end => None,
            piece if piece.replaced => Some(piece.text),
            piece => Some(piece.text + (offset - piece.source.start)),
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
        let after = self.0.partition_point(|piece| piece.text <= text);
        self.0[..after].last().copied().unwrap_or_default()
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

    /// The text without white space around; then it is empty here, and keeps its room for the next block. What the
    /// source has as it is becomes a slice of it.
    pub(super) fn finish(&mut self, source: &Source) -> Text {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        let end = Span::of(&(0..kept)).end;
        while self.pieces.pop_if(|piece| piece.text >= end).is_some() {}
        if let Some(last) = self.pieces.last_mut().filter(|last| !last.replaced) {
            last.source.end = last.place(end);
        }
        let slice = match self.pieces.as_slice() {
            [] => Some(Text::slice(source, Span::default())),
            // A line feed that became a space has the place of one.
            [only] if !only.replaced => {
                Some(Text::slice(source, only.source)).filter(|slice| **slice == *self.text)
            }
            _ => None,
        };
        let own = || Text::own(&self.text, SourceMap(self.pieces.as_slice().into()));
        let read = slice.unwrap_or_else(own);
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

    fn sample() -> Text {
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
        let text = sample();
        let at = text.find(part).expect("part of the sample");
        &SOURCE[text.to_source(Span::of(&(at..at + part.len()))).range()]
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
        assert_eq!(Span::new(4, 4), sample().to_source(Span::new(2, 2)));
    }

    #[test]
    fn source_bytes_find_their_text_and_markup_finds_none() {
        let text = sample();
        assert_eq!("a 29\u{a0}Feb & on", text);
        assert_eq!(Some(0), text.of_source(0));
        assert_eq!(None, text.of_source(2));
        assert_eq!(Some(2), text.of_source(4));
        assert_eq!(None, text.of_source(6));
        assert_eq!(Some(4), text.of_source(8));
        assert_eq!(Some(4), text.of_source(12));
        assert_eq!(Some(6), text.of_source(14));
        assert_eq!(Some(13), text.of_source(25));
        assert_eq!(None, text.of_source(26));
        assert_eq!(None, text.of_source(400));
    }

    #[test]
    fn adjoining_copies_are_one_run() {
        for between in ["\n", " "] {
            let source = Source::new("a.md", format!("...  on 29{between}February \t"));
            let mut text = MappedText::default();
            text.copy("  on 29", 3);
            text.replace(" ", Span::new(10, 11));
            text.copy("February \t", 11);
            let text = text.finish(&source);
            assert_eq!("on 29 February", text);
            for at in 0..14 {
                assert_eq!(Some(at), text.of_source(5 + at));
                assert_eq!(Span::new(5 + at, 19), text.to_source(Span::new(at, 14)));
            }
            assert_eq!([None, None], [4, 19].map(|at| text.of_source(at)));
        }
    }

    #[test]
    fn a_text_is_collected_anew_behind_each_block() {
        let mut text = MappedText::default();
        text.copy("29", 4);
        text.replace("\u{a0}", Span::new(8, 14));
        text.copy("Feb", 14);
        assert_eq!("29\u{a0}Feb", text.finish(&source()));
        text.copy("Feb", 14);
        let text = text.finish(&source());
        assert_eq!(("Feb", Span::new(14, 17)), (&*text, text.to_source(Span::new(0, 3))));
    }

    #[test]
    fn nothing_but_space_is_nothing() {
        let mut text = MappedText::default();
        text.copy("  ", 3);
        text.replace("\u{a0}", Span::new(5, 11));
        assert_eq!("", text.finish(&source()));
    }

    #[test]
    fn a_span_past_the_end_is_cut_to_the_block() {
        let text = sample();
        assert_eq!(Span::new(26, 26), text.to_source(Span::new(90, 99)));
        assert_eq!(Span::new(0, 26), text.to_source(Span::new(0, 99)));
    }
}
