//! A reader turns a source into blocks of prose whose text maps back to source bytes exactly.

use jiff::civil::Date;

use crate::language::Abbreviations;
use crate::source::Source;
use crate::span::Span;

mod corpus;
mod front_matter;
mod map;
mod markdown;
mod part;
mod plain;
mod prose;
mod sentence;
mod stop;
mod text;

pub use corpus::{Fields, corpus, is_corpus};
pub use front_matter::unread_date;
pub use part::{Part, Place};
pub use text::Text;

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
    /// The sentences of all blocks, one block behind the other.
    sentences: Vec<Span>,
}

impl Document {
    /// The sentences of a block, as spans of its text, in order and without white space around.
    pub fn sentences(&self, block: &Block) -> &[Span] {
        let (first, end) = block.sentences;
        self.sentences.get(first as usize..end as usize).unwrap_or_default()
    }
}

/// A paragraph, heading, list item or table cell: text that belongs together.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Whether it stands in a block quotation.
    pub quoted: bool,
    /// Its prose: emphasis, links and entities resolved, line breaks inside a paragraph a space.
    pub text: Text,
    /// The first of its sentences among those of the document, and the one past the last.
    sentences: (u32, u32),
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

/// A format that can be read: one file in this folder and one line in [`READERS`].
pub struct Reader {
    /// The format's name, as users know it.
    pub name: &'static str,
    /// File endings, in lower case and without the dot.
    pub extensions: &'static [&'static str],
    read: fn(&Source, &Abbreviations) -> Document,
}

const MARKDOWN: &str = "Markdown";

/// Every format, in the order in which they are listed to users. The first is for everything else.
pub const READERS: &[Reader] = &[
    Reader { name: "plain text", extensions: &["txt", "text"], read: plain::read },
    Reader { name: MARKDOWN, extensions: &["md", "markdown", "mdown", "mkd"], read: markdown::read },
];

/// The reader for a path's ending, if there is one.
pub fn reader_for(path: &str) -> Option<&'static Reader> {
    let (_, extension) = path.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Whether a path is a Markdown file by its ending.
fn is_markdown(path: &str) -> bool {
    reader_for(path).is_some_and(|reader| reader.name == MARKDOWN)
}

/// Reads a source as its ending says, anything unknown as plain text.
pub fn read(source: &Source, abbreviations: &Abbreviations) -> Document {
    let reader = reader_for(source.path()).unwrap_or(&READERS[0]);
    (reader.read)(source, abbreviations)
}

/// A day as ISO 8601 writes it, with or without a time behind: `2020-10-15T08:00:00Z`.
pub fn iso_day(text: &str) -> Option<Date> {
    text.trim().get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of 40 MB has hundreds of thousands.
    #[test]
    fn a_block_is_small() {
        assert_eq!(48, size_of::<Block>());
    }
}
