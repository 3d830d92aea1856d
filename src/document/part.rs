//! A stretch of a document: what is done with a text a part at a time finds it near the processor still.

use std::ops::Range;

use super::Document;

/// Sentences of a document that stand behind each other; a block need not be whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The first sentence.
    pub from: Place,
    /// The sentence behind the last one.
    pub to: Place,
}

/// A sentence of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Its block, from 0; past the last block at the end of the document.
    pub block: usize,
    /// The sentence in it, from 0.
    pub sentence: usize,
}

impl Part {
    /// All sentences of a document.
    pub const fn all(document: &Document) -> Self {
        Self { from: Place::BEGINNING, to: Place { block: document.blocks.len(), sentence: 0 } }
    }

    /// The blocks that have sentences of the part, with the numbers of those.
    pub fn blocks(self, document: &Document) -> impl Iterator<Item = (usize, Range<usize>)> {
        let Self { from, to } = self;
        (from.block..document.blocks.len().min(to.block + 1)).filter_map(move |number| {
            let start = if number == from.block { from.sentence } else { 0 };
            let end = if number == to.block {
                to.sentence
            } else {
                document.sentences(&document.blocks[number]).len()
            };
            (start < end).then_some((number, start..end))
        })
    }
}

impl Place {
    /// The first sentence of a document.
    pub const BEGINNING: Self = Self { block: 0, sentence: 0 };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::source::Source;

    #[test]
    fn a_part_has_the_rest_of_a_block_and_the_beginning_of_another() {
        let text = "One. Two. Three.\n\nFour. Five.\n\nSix. Seven.";
        let document =
            crate::document::read(&Source::new("draft.txt", text), &Language::english().abbreviations);
        let blocks = |from: (usize, usize), to: (usize, usize)| -> Vec<(usize, Range<usize>)> {
            let place = |(block, sentence)| Place { block, sentence };
            Part { from: place(from), to: place(to) }.blocks(&document).collect()
        };
        assert_eq!(
            vec![(0, 0..3), (1, 0..2), (2, 0..2)],
            Part::all(&document).blocks(&document).collect::<Vec<_>>()
        );
        assert_eq!(vec![(0, 2..3), (1, 0..2), (2, 0..1)], blocks((0, 2), (2, 1)));
        assert_eq!(vec![(0, 1..2)], blocks((0, 1), (0, 2)));
        assert_eq!(vec![(1, 0..2)], blocks((0, 3), (2, 0)));
    }
}
