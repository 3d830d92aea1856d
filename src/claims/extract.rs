//! The claims of a document, read a part of it at a time.

use super::cut::Cut;
use super::draft::Rounding;
use super::memory::Memory;
use super::resolve::Context;
use super::{Claim, scan};
use crate::document::{Block, Document, Part, Place};
use crate::language::Language;
use crate::span::Span;

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
    memory: Memory,
    /// The first sentence that is not read yet.
    next: Place,
}

impl<'a> Extractor<'a> {
    /// A part has so many bytes, and goes on to the end of its last block or to a sentence without claims: what is
    /// said in two sentences, one behind the other, stands in one part.
    const PART: usize = 1 << 14;

    /// Nothing is read yet.
    pub fn new(document: &'a Document, language: &'a Language) -> Self {
        let context = Context::new(language, document.date);
        Self { document, language, context, memory: Memory::new(), next: Place::BEGINNING }
    }

    /// Adds the claims of the next part, in the order of the text, and keeps its tokens; which part that is, or `None`
    /// at the end.
    pub fn next_part(&mut self, claims: &mut Vec<Claim>, cut: &mut Cut) -> Option<Part> {
        cut.clear();
        let from = self.next;
        let mut left = Self::PART;
        while left > 0
            && let Some(block) = self.document.blocks.get(self.next.block)
        {
            left = self.read_block(block, left, claims, cut);
        }
        (from != self.next).then_some(Part { from, to: self.next })
    }

    /// Reads the rest of a block, or as much as makes the part full; how many bytes the part may have yet.
    fn read_block(&mut self, block: &Block, left: usize, claims: &mut Vec<Claim>, cut: &mut Cut) -> usize {
        let mut left = left;
        let from = self.next.sentence;
        for (sentence, span) in self.document.sentences(block).iter().enumerate().skip(from) {
            let has_claims = self.read_sentence(&block.text, *span, claims, cut);
            left = left.saturating_sub(span.len() as usize);
            self.next.sentence = sentence + 1;
            if left == 0 && !has_claims {
                return 0;
            }
        }
        self.next = Place { block: self.next.block + 1, sentence: 0 };
        left
    }

    /// Whether the sentence has claims.
    fn read_sentence(&mut self, text: &str, span: Span, claims: &mut Vec<Claim>, cut: &mut Cut) -> bool {
        let Self { language, context, memory, next, .. } = self;
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let (block, sentence) = (number(next.block), number(next.sentence));
        context.go_on_to(block);
        let first = claims.len();
        let present = scan::scan(&text[span.range()], language, (cut.next(), memory), |claim, draft| {
            let told = draft.tells_a_date();
            let mut claim = draft.take_claim(claim, Rounding::Zeros, context);
            if told {
                context.speak_of(&claim);
            }
            (claim.block, claim.sentence) = (block, sentence);
            claim.shift(span.start);
            claims.push(claim);
        });
        let has_claims = claims.len() > first;
        cut.go_on((first, has_claims), present);
        has_claims
    }
}
