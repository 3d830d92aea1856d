//! A reader turns a source into blocks of prose whose text maps back to source bytes exactly.

use jiff::civil::Date;

use crate::source::Source;
use crate::span::Span;

// mod map;
// mod markdown;
// mod plain;
// mod sentence;

// pub use map::SourceMap;
// pub use sentence::Abbreviations;

/// A source, read: its blocks of prose, its date and its title.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where the text comes from.
    pub source: Source,
    /// The day the text was written or published, where the source says so.
    pub date: Option<Date>,
    /// The title, where the source says so (front matter, first heading of level 1).
    pub title: Option<String>,
    /// The prose, in order.
    pub blocks: Vec<Block>,
}

/// A paragraph, heading, list item or table cell: text that belongs together.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Whether it stands in a block quotation.
    pub quoted: bool,
    /// Its prose: emphasis, links and entities resolved, line breaks inside a paragraph a space.
    pub text: String,
    /// From bytes of `text` to bytes of the source.
    
    /// The sentences, as spans of `text`, in order and without white space around.
    pub sentences: Vec<Span>,
}

/// What a block is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A cell of the document's `table`-th table (from 0); row 0 is the header.
    TableCell {
        /// Which table of the document, from 0.
        table: u32,
        /// Row, from 0; the header is row 0.
        row: u32,
        /// Column, from 0.
        column: u32,
    },
    /// Words under a picture or in a footnote.
    Caption,
}

