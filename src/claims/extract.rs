//! The claims of a document, read a part of it at a time.

use std::ops::Range;

use super::cut::Cut;
use super::draft::Rounding;
use super::resolve::Context;
use super::{Claim, scan};
use crate::document::Document;
use crate::language::Language;

/// Every claim of a document, in the order of its text.
pub fn extract(document: &Document, language: &Language) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut cut = Cut::new();
    let mut extractor = Extractor::new(document, language);
    while extractor.next_part(&mut claims, &mut cut).is_some() {}
    claims
}

/// Reads the claims of a document, a part of it at a time: what else is done with a part finds it near the
/// processor still.
pub struct Extractor<'a> {
    document: &'a Document,
    language: &'a Language,
    context: Context<'a>,
    /// The first block that is not read yet.
    block: usize,
}

impl<'a> Extractor<'a> {
    /// A part has so many bytes, and goes on to the end of its last block.
    const PART: usize = 1 << 16;

    /// Nothing is read yet.
    pub fn new(document: &'a Document, language: &'a Language) -> Self {
        let context = Context::new(language, document.date);
        Self { document, language, context, block: 0 }
    }

    /// Adds the claims of the next part, in the order of the text, and keeps its tokens; the blocks of the part, or
    /// `None` at the end.
    pub fn next_part(&mut self, claims: &mut Vec<Claim>, cut: &mut Cut) -> Option<Range<usize>> {
        cut.clear();
        let from = self.block;
        let mut length = 0;
        while length < Self::PART && self.block < self.document.blocks.len() {
            length += self.document.blocks[self.block].text.len();
            self.read_block(claims, cut);
            self.block += 1;
        }
        (from < self.block).then_some(from..self.block)
    }

    fn read_block(&mut self, claims: &mut Vec<Claim>, cut: &mut Cut) {
        let Self { document, language, context, block } = self;
        let prose = &document.blocks[*block];
        let block = u32::try_from(*block).unwrap_or(u32::MAX);
        for (sentence, span) in (0..).zip(document.sentences(prose)) {
            context.go_on_to(block);
            let first = claims.len();
            let present = scan::scan(&prose.text[span.range()], language, cut.next(), |claim, draft| {
                let told = draft.tells_a_date();
                let mut claim = draft.into_claim(claim, Rounding::Zeros, context);
                if told {
                    context.speak_of(&claim.value);
                }
                (claim.block, claim.sentence) = (block, sentence);
                claim.shift(span.start);
                claims.push(claim);
            });
            cut.go_on((first, claims.len() > first), present);
        }
    }
}
