//! Blocks as a reader finds them, cut into sentences.

use super::sentence::Cutter;
use super::{Block, BlockKind, Document, Text};
use crate::language::Abbreviations;
use crate::source::Source;
use crate::span::Span;

/// The prose of a document, a block at a time.
pub(super) struct Prose<'a> {
    cutter: Cutter<'a>,
    blocks: Vec<Block>,
    sentences: Vec<Span>,
}

impl<'a> Prose<'a> {
    pub(super) const fn new(abbreviations: &'a Abbreviations) -> Self {
        Self { cutter: Cutter::new(abbreviations), blocks: Vec::new(), sentences: Vec::new() }
    }

    /// Adds a block, if there is anything in it.
    pub(super) fn add(&mut self, kind: BlockKind, quoted: bool, text: Text) {
        let first = self.sentences.len();
        self.cutter.cut(&text, &mut self.sentences);
        if first < self.sentences.len() {
            // Each sentence has a byte, and a source has not so many.
            let Span { start, end } = Span::of(&(first..self.sentences.len()));
            self.blocks.push(Block { kind, quoted, text, sentences: (start, end) });
        }
    }

    /// The first block of a kind.
    pub(super) fn first(&self, kind: BlockKind) -> Option<&Block> {
        self.blocks.iter().find(|block| block.kind == kind)
    }

    /// All of it; the document has no title yet, and the date that its source has beside the text.
    pub(super) fn into_document(self, source: &Source) -> Document {
        let Self { blocks, sentences, .. } = self;
        let date = source.date().and_then(super::iso_day);
        Document { source: source.clone(), date, title: None, blocks, sentences }
    }
}
