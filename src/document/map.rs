//! From bytes of a block's prose back to bytes of the source, through emphasis, entities and line breaks.

use crate::span::Span;

/// Where each part of a block's text stands in the source.
///
/// ```
/// use factlint::document::SourceMap;
/// use factlint::span::Span;
///
/// // The source is `**29** &amp; 30`, the text `29 & 30`.
/// let mut map = SourceMap::default();
/// map.copied(0, 2, 2);
/// map.copied(2, 6, 1);
/// map.replaced(3, Span::new(7, 12), 1);
/// map.copied(4, 12, 3);
/// assert_eq!(Span::new(2, 12), map.to_source(Span::new(0, 4)));
/// ```
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    pieces: Vec<Piece>,
}

/// A run of text and the source it stands for.
#[derive(Debug, Clone, Copy)]
struct Piece {
    text: u32,
    source: Span,
    /// Text and source are the same bytes; else the whole source stands for any byte of the text.
    copied: bool,
}

impl SourceMap {
    /// The map of a text that is the source's slice beginning at `start`.
    pub fn identity(start: u32, length: u32) -> Self {
        let source = Span::new(start, start + length);
        Self { pieces: vec![Piece { text: 0, source, copied: true }] }
    }

    /// Text from `text` on is the same bytes as the source from `source` on.
    pub fn copied(&mut self, text: u32, source: u32, length: u32) {
        if let Some(last) = self.pieces.last_mut() {
            let joins = last.copied && last.source.end == source && last.text + last.source.len() == text;
            if joins {
                last.source.end += length;
                return;
            }
        }
        self.pieces.push(Piece { text, source: Span::new(source, source + length), copied: true });
    }

    /// Text from `text` on stands for `source` as a whole: an entity, a line break.
    pub fn replaced(&mut self, text: u32, source: Span, length: u32) {
        if length > 0 {
            self.pieces.push(Piece { text, source, copied: false });
        }
    }

    /// The source of a span of the text: from its first character to its last, with all markup between.
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.piece_at(span.start).map_or(0, |piece| piece.start_of(span.start));
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = self.piece_at(span.end - 1).map_or(start, |piece| piece.end_of(span.end));
        Span::new(start, end)
    }

    /// The byte of the text that a byte of the source stands for; `None` in markup and outside the block.
    pub fn to_text(&self, source: u32) -> Option<u32> {
        // Pieces stand in the order of the source as well.
        let after = self.pieces.partition_point(|piece| piece.source.start <= source);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        let inside = source < piece.source.end;
        let offset = if piece.copied { source - piece.source.start } else { 0 };
        inside.then_some(piece.text + offset)
    }

    /// The source from the block's first byte to its last.
    pub fn extent(&self) -> Span {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => first.source.to(last.source),
            _ => Span::default(),
        }
    }

    fn piece_at(&self, text: u32) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.text <= text);
        self.pieces.get(after.saturating_sub(1))
    }
}

impl Piece {
    fn start_of(&self, text: u32) -> u32 {
        if self.copied { (self.source.start + (text - self.text)).min(self.source.end) } else { self.source.start }
    }

    fn end_of(&self, text: u32) -> u32 {
        if self.copied { (self.source.start + (text - self.text)).min(self.source.end) } else { self.source.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_before_removed_markup_does_not_take_it_in() {
        // Source `a **29** February`, text `a 29 February`.
        let mut map = SourceMap::default();
        map.copied(0, 0, 2);
        map.copied(2, 4, 2);
        map.copied(4, 8, 9);
        assert_eq!(Span::new(4, 6), map.to_source(Span::new(2, 4)));
        assert_eq!(Span::new(4, 17), map.to_source(Span::new(2, 13)));
        assert_eq!(Some(3), map.to_text(5));
        assert_eq!(None, map.to_text(2));
    }

    #[test]
    fn part_of_an_entity_is_all_of_it() {
        let mut map = SourceMap::default();
        map.replaced(0, Span::new(10, 15), 2);
        assert_eq!(Span::new(10, 15), map.to_source(Span::new(1, 2)));
        assert_eq!(Some(0), map.to_text(12));
    }

    #[test]
    fn an_empty_map_is_no_place() {
        assert_eq!(Span::default(), SourceMap::default().to_source(Span::new(3, 9)));
        assert_eq!(Span::new(5, 5), SourceMap::identity(5, 10).to_source(Span::new(0, 0)));
    }
}
