//! Markdown (`CommonMark` with tables, footnotes, strikethrough and YAML front matter).
//!
//! Emphasis, links and entities are resolved into the text they show; code, comments and tags are left out.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::front_matter::{self, Syntax};
use super::map::MappedText;
use super::prose::Prose;
use super::{BlockKind, Document};
use crate::language::Abbreviations;
use crate::source::Source;
use crate::span::Span;

pub(super) fn read(source: &Source, abbreviations: &Abbreviations) -> Document {
    let text = source.text();
    // A byte order mark would hide front matter.
    let lead = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::new(source, abbreviations);
    for (event, range) in Parser::new_ext(&text[lead..], options).into_offset_iter() {
        reader.event(event, Span::of(&(range.start + lead..range.end + lead)));
    }
    reader.flush();
    let front = front_matter::read(&reader.metadata, reader.syntax);
    let heading = || reader.prose.first(BlockKind::Heading(1)).map(|block| block.text.to_string());
    let title = front.title.or_else(heading);
    let document = reader.prose.into_document(source);
    Document { date: document.date.or(front.date), title, ..document }
}

struct Reader<'a> {
    source: &'a Source,
    prose: Prose<'a>,
    /// The block that is being collected.
    text: MappedText,
    kind: BlockKind,
    quotes: u32,
    items: u32,
    /// Tables seen, and the place in the one that is open.
    tables: u32,
    row: u32,
    column: u32,
    /// Depth of what is left out: code, HTML.
    hidden: u32,
    in_metadata: bool,
    metadata: String,
    syntax: Syntax,
    footnotes: u32,
}

/// Stands for code in running text, so that the words around it do not become neighbours.
const CODE: &str = "\u{fffc}";

impl<'a> Reader<'a> {
    fn new(source: &'a Source, abbreviations: &'a Abbreviations) -> Self {
        Self {
            source,
            prose: Prose::new(abbreviations),
            text: MappedText::default(),
            kind: BlockKind::Paragraph,
            quotes: 0,
            items: 0,
            tables: 0,
            row: 0,
            column: 0,
            hidden: 0,
            in_metadata: false,
            metadata: String::new(),
            syntax: Syntax::Yaml,
            footnotes: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_metadata => self.metadata.push_str(&text),
            Event::Text(text) if self.hidden == 0 => self.text(&text, span),
            Event::InlineMath(inner) if self.hidden == 0 && self.is_prose(&inner, span) => self.reread(span),
            Event::SoftBreak | Event::HardBreak => self.text.replace(" ", span),
            Event::Code(_) | Event::InlineMath(_) => self.text.replace(CODE, span),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.source.slice(span) == text {
            self.text.copy(text, span.start);
        } else {
            self.text.replace(text, span);
        }
    }

    /// Whether what stands between two dollar signs is no mathematics: “from $450 to US$600”. A sign with a digit
    /// behind closes none, as in Pandoc; and a price begins what only has words in it.
    fn is_prose(&self, inner: &str, span: Span) -> bool {
        let behind = self.source.text().as_bytes().get(span.end as usize);
        let has_words = || {
            let word = |word: &str| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            inner.starts_with(|c: char| c.is_ascii_digit())
                && !inner.contains('\\')
                && inner.split_whitespace().skip(1).any(word)
        };
        behind.is_some_and(u8::is_ascii_digit) || has_words()
    }

    /// Reads as prose what was taken for mathematics.
    fn reread(&mut self, span: Span) {
        let source = self.source.clone();
        let mut paragraphs = 0;
        let parser = Parser::new_ext(source.slice(span), Options::ENABLE_STRIKETHROUGH);
        for (event, range) in parser.into_offset_iter() {
            let place = Span::of(&range).shifted(span.start);
            match event {
                Event::Start(Tag::Paragraph) => {
                    // The mark of a quotation at the line's beginning: the paragraph goes on.
                    if paragraphs > 0 {
                        self.text.replace(" ", Span::new(place.start - 1, place.start));
                    }
                    paragraphs += 1;
                }
                Event::Start(_) | Event::End(_) => {}
                event => self.event(event, place),
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.begin(self.running()),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level_of(*level))),
            Tag::Item => {
                self.flush();
                self.items += 1;
                self.kind = BlockKind::ListItem;
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Table(_) => {
                self.flush();
                (self.row, self.column) = (0, 0);
            }
            Tag::TableCell => {
                let (table, row, column) = (self.tables, self.row, self.column);
                self.begin(BlockKind::TableCell { table, row, column });
            }
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.footnotes += 1;
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.flush();
                self.hidden += 1;
            }
            Tag::MetadataBlock(kind) => {
                self.in_metadata = true;
                self.syntax = match kind {
                    MetadataBlockKind::YamlStyle => Syntax::Yaml,
                    MetadataBlockKind::PlusesStyle => Syntax::Toml,
                };
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.flush(),
            TagEnd::Item => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.flush();
                self.column += 1;
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.row += 1;
                self.column = 0;
            }
            TagEnd::Table => self.tables += 1,
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.footnotes = self.footnotes.saturating_sub(1);
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            _ => {}
        }
    }

    fn running(&self) -> BlockKind {
        match (self.footnotes, self.items) {
            (0, 0) => BlockKind::Paragraph,
            (0, _) => BlockKind::ListItem,
            _ => BlockKind::Caption,
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.flush();
        self.kind = kind;
    }

    /// Ends the block that is being collected.
    fn flush(&mut self) {
        let text = self.text.finish(self.source);
        self.prose.add(self.kind, self.quotes > 0, text);
        self.kind = self.running();
    }
}

const fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        read(&Source::new("a.md", text), &Abbreviations::default())
    }

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        document(text).blocks.into_iter().map(|block| (block.kind, block.text.to_string())).collect()
    }

    #[test]
    fn blocks_are_what_a_reader_sees() {
        let text = "---\ntitle: T\ndate: 2020-10-15\n---\n# Head\n\nOne *two*\nthree [four](http://x.y/5).\n\n\
                    - a\n- b\n  - c\n\n> said\n\n```\ncode 5\n```\n<div>\n6\n</div>\n\nUse `7` now.[^1]\n\n[^1]: Note 8.\n";
        let expected = [
            (BlockKind::Heading(1), "Head"),
            (BlockKind::Paragraph, "One two three four."),
            (BlockKind::ListItem, "a"),
            (BlockKind::ListItem, "b"),
            (BlockKind::ListItem, "c"),
            (BlockKind::Paragraph, "said"),
            (BlockKind::Paragraph, "Use \u{fffc} now."),
            (BlockKind::Caption, "Note 8."),
        ];
        assert_eq!(expected.map(|(kind, text)| (kind, text.to_owned())).to_vec(), blocks(text));
        let document = document(text);
        assert_eq!(Some(jiff::civil::date(2020, 10, 15)), document.date);
        assert_eq!(Some("T"), document.title.as_deref());
        assert_eq!(vec![5], (0..8).filter(|block| document.blocks[*block].quoted).collect::<Vec<_>>());
    }

    #[test]
    fn tables_keep_rows_and_columns() {
        let cell = |row, column| BlockKind::TableCell { table: 0, row, column };
        let expected = vec![
            (cell(0, 0), "Country".to_owned()),
            (cell(0, 1), "People".to_owned()),
            (cell(1, 0), "Kenya".to_owned()),
            (cell(1, 1), "50.6 million".to_owned()),
        ];
        assert_eq!(expected, blocks("| Country | People |\n|---|---|\n| Kenya | 50.6 *million* |\n"));
    }

    #[test]
    fn spans_are_exact_through_markup_and_entities() {
        let text = "It was on **29**\u{20}February&nbsp;2020 &amp; later.";
        let document = document(text);
        let block = &document.blocks[0];
        let find = |needle: &str| {
            let at = block.text.find(needle).expect(needle);
            document.source.slice(block.text.to_source(Span::of(&(at..at + needle.len()))))
        };
        assert_eq!("29", find("29"));
        assert_eq!("29** February&nbsp;2020", find("29 February\u{a0}2020"));
        assert_eq!("&amp;", find("&"));
        assert_eq!("later", find("later"));
    }

    #[test]
    fn prices_are_no_mathematics() {
        for text in [
            "Rooms cost $450 a week. The best are (US$600) for two.",
            "He paid $12/hour, or 20 percent more than C$15/hour in 2019.",
            "Of $3,000 each (about $40 a day) US$25 was left.",
            "From $10 in 2019-$12 a year later.",
            "They gave $5 million and US$ 45 million.",
        ] {
            assert_eq!(vec![(BlockKind::Paragraph, text.to_owned())], blocks(text));
            let document = document(text);
            let whole = document.blocks[0].text.to_source(Span::of(&(0..text.len())));
            assert_eq!(text, document.source.slice(whole));
        }
        let text = "> Rooms cost $450, *at most*,\n> or US$600 on 3 May.";
        let document = document(text);
        let block = &document.blocks[0];
        assert_eq!("Rooms cost $450, at most, or US$600 on 3 May.", &*block.text);
        let at = block.text.find("600 on").expect("the price");
        assert_eq!("600 on", document.source.slice(block.text.to_source(Span::of(&(at..at + 6)))));
    }

    #[test]
    fn mathematics_is_left_out() {
        for (expected, text) in [
            ("Let \u{fffc} be 5.", "Let $x_1$ be 5."),
            ("Thus \u{fffc}, or \u{fffc}.", "Thus $2x + 3 = 7$, or $3^2 \\text{ for all } n$."),
            ("It is \u{fffc}-fold.", "It is $n$-fold."),
            ("It cost $5 and $6.", "It cost $5 and $6."),
        ] {
            assert_eq!(vec![(BlockKind::Paragraph, expected.to_owned())], blocks(text));
        }
    }

    #[test]
    fn front_matter_in_toml_is_no_text() {
        let document = document("+++\ndate = 2024-03-05\ntitle = \"The 7 bridges\"\n+++\n\nText.");
        let texts: Vec<&str> = document.blocks.iter().map(|block| &*block.text).collect();
        assert_eq!((Some("The 7 bridges"), vec!["Text."]), (document.title.as_deref(), texts));
        assert_eq!(Some(jiff::civil::date(2024, 3, 5)), document.date);
    }

    #[test]
    fn a_byte_order_mark_does_not_hide_front_matter() {
        assert_eq!(Some("T"), document("\u{feff}---\ntitle: T\n---\nText").title.as_deref());
    }
}
