//! A YAML text as a tree whose nodes know their places. The tree lives only while a file is loaded.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};
use rustc_hash::FxHashMap;

use crate::span::Span;

/// A node of a YAML text.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    /// Where it stands; a quoted text without its quotes, a mapping from its first key to its last value.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) data: Data<'t>,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum Data<'t> {
    /// A key with nothing behind it.
    Nothing,
    /// Text as it is written: numbers keep their digits, `yes` is a word.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// Keys and values, in order, duplicates kept.
    Map(Vec<(Node<'t>, Node<'t>)>),
}

/// What is wrong with a text as YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Where.
    pub(crate) span: Span,
    /// In plain words.
    pub(crate) message: String,
}

/// Deeper than any file that people write, and shallow enough for recursion over the tree.
const MAX_DEPTH: usize = 32;

/// So many nodes may come out of aliases. An alias saves writing a source's address twice; a bomb of
/// them would fill the memory.
const MAX_COPIES: usize = 100_000;

impl Node<'_> {
    /// What the node is, in words.
    pub(crate) fn what(&self) -> &'static str {
        match self.data {
            Data::Nothing => "nothing",
            Data::Text(_) => "text",
            Data::List(_) => "a list",
            Data::Map(_) => "a mapping",
        }
    }

    /// The text, if the node is one.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Data::Text(text) = &self.data { Some(text) } else { None }
    }

    fn size(&self) -> usize {
        1 + match &self.data {
            Data::Nothing | Data::Text(_) => 0,
            Data::List(items) => items.iter().map(Node::size).sum(),
            Data::Map(pairs) => pairs.iter().map(|(key, value)| key.size() + value.size()).sum(),
        }
    }
}

/// Reads the first document of a text; `None` if there is none.
///
/// # Errors
/// The first place where the text is no YAML, nests too deep, or has a second document.
pub(crate) fn read(text: &str) -> Result<Option<Node<'_>>, Broken> {
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder = Builder { text, ..Builder::default() };
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| broken(text, &error))?;
        let span = span.byte_range().map_or_else(Span::default, |range| Span::of(&range));
        builder.take(event, span)?;
    }
    Ok(builder.root)
}

fn broken(text: &str, error: &ScanError) -> Broken {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let span = Span::of(&(at..at));
    let message = match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(),
        ErrorKind::UnknownAnchor => {
            "an alias (`*name`) without its anchor (`&name`); quotation marks make text of it".into()
        }
        _ => format!("this is not YAML: {}", error.info()),
    };
    Broken { span, message }
}

fn too_deep() -> String {
    format!("nested more than {MAX_DEPTH} deep")
}

/// A tree under construction.
#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    open: Vec<Open<'t>>,
    anchors: FxHashMap<usize, Node<'t>>,
    copies: usize,
    documents: usize,
    root: Option<Node<'t>>,
}

/// A list or mapping whose end has not come yet.
struct Open<'t> {
    node: Node<'t>,
    anchor: usize,
    /// The key that waits for its value.
    key: Option<Node<'t>>,
}

impl<'t> Builder<'t> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Result<(), Broken> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(fail(span, "a second document begins here; one file is one document"));
                }
            }
            Event::Scalar(text, style, anchor, _) => {
                let node = self.scalar(text, style, span);
                self.add(node, anchor)?;
            }
            Event::SequenceStart(_, anchor, _) => self.open(Data::List(Vec::new()), anchor, span)?,
            Event::MappingStart(_, anchor, _) => self.open(Data::Map(Vec::new()), anchor, span)?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { mut node, anchor, .. }) = self.open.pop() {
                    node.span = self.extent(&node, span);
                    self.add(node, anchor)?;
                }
            }
            Event::Alias(id) => {
                let Some(node) = self.anchors.get(&id) else {
                    return Err(fail(span, "an alias inside the value that it stands for"));
                };
                let node = Node { span, data: node.data.clone() };
                self.copy(&node)?;
                self.add(node, 0)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn scalar(&self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Node<'t> {
        let plain = style == ScalarStyle::Plain;
        let span = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if span.len() >= 2 => {
                Span::new(span.start + 1, span.end - 1)
            }
            _ => self.trimmed(span),
        };
        if plain && matches!(&*text, "" | "~" | "null") {
            return Node { span, data: Data::Nothing };
        }
        Node { span, data: Data::Text(text) }
    }

    fn open(&mut self, data: Data<'t>, anchor: usize, span: Span) -> Result<(), Broken> {
        if self.open.len() >= MAX_DEPTH {
            return Err(fail(span, &too_deep()));
        }
        self.open.push(Open { node: Node { span, data }, anchor, key: None });
        Ok(())
    }

    fn add(&mut self, node: Node<'t>, anchor: usize) -> Result<(), Broken> {
        if anchor != 0 {
            self.copy(&node)?;
            self.anchors.insert(anchor, node.clone());
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut parent.node.data {
            Data::List(items) => items.push(node),
            Data::Map(pairs) => match parent.key.take() {
                None => parent.key = Some(node),
                Some(key) => pairs.push((key, node)),
            },
            Data::Nothing | Data::Text(_) => {}
        }
        Ok(())
    }

    fn copy(&mut self, node: &Node<'t>) -> Result<(), Broken> {
        self.copies += node.size();
        if self.copies > MAX_COPIES {
            return Err(fail(node.span, &format!("aliases stand for more than {MAX_COPIES} values")));
        }
        Ok(())
    }

    /// From a collection's start to its end; in block style the parser's end lies behind white space
    /// and comments, so that the last value says more.
    fn extent(&self, node: &Node<'t>, end: Span) -> Span {
        let last = match &node.data {
            Data::List(items) => items.last().map(|item| item.span),
            Data::Map(pairs) => pairs.last().map(|(key, value)| key.span.to(value.span)),
            Data::Nothing | Data::Text(_) => None,
        };
        let flow =
            self.text.as_bytes().get(node.span.start as usize).is_some_and(|byte| b"[{".contains(byte));
        match last {
            Some(last) if !flow => Span::new(node.span.start, last.end.max(node.span.start)),
            _ => self.trimmed(node.span.to(end)),
        }
    }

    /// The span without white space at its end: a block text's span reaches to the next key.
    fn trimmed(&self, span: Span) -> Span {
        let Some(text) = self.text.get(span.range()) else { return span };
        let blank = text.len() - text.trim_end().len();
        Span::new(span.start, span.end - u32::try_from(blank).unwrap_or(0))
    }
}

fn fail(span: Span, message: &str) -> Broken {
    Broken { span, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every scalar with the bytes that its span marks.
    fn scalars(text: &str) -> Vec<(String, String)> {
        fn walk(node: &Node<'_>, text: &str, found: &mut Vec<(String, String)>) {
            match &node.data {
                Data::Nothing => found.push(("∅".into(), text[node.span.range()].into())),
                Data::Text(value) => found.push((value.to_string(), text[node.span.range()].into())),
                Data::List(items) => items.iter().for_each(|item| walk(item, text, found)),
                Data::Map(pairs) => pairs.iter().for_each(|(key, value)| {
                    walk(key, text, found);
                    walk(value, text, found);
                }),
            }
        }
        let mut found = Vec::new();
        if let Some(root) = read(text).expect(text) {
            walk(&root, text, &mut found);
        }
        found
    }

    #[test]
    fn scalars_keep_their_digits_and_their_places() {
        for (value, marked, yaml) in [
            ("3.140", "3.140", "is: 3.140"),
            ("2020", "2020", "is: 2020"),
            ("5.0", "5.0", "is: 5.0  # five"),
            ("29 February 2020", "29 February 2020", "is: 29 February 2020\n"),
            ("51.9 %", "51.9 %", "is: 51.9 %"),
            ("yes", "yes", "is: yes"),
            ("0x1F", "0x1F", "is: 0x1F"),
            ("it’s", "it’s", "is: \"it’s\""),
            ("a'b", "a''b", "is: 'a''b'"),
            ("5,000 prisoners", "5,000\n  prisoners", "is: 5,000\n  prisoners\n"),
            ("∅", "", "is:"),
            ("∅", "~", "is: ~"),
            ("", "", "is: ''"),
        ] {
            assert_eq!((value.to_owned(), marked.to_owned()), scalars(yaml)[1], "{yaml}");
        }
        assert_eq!(vec![("is".to_owned(), "is".to_owned())], scalars("\u{feff}is: 1")[..1]);
    }

    #[test]
    fn collections_reach_from_their_start_to_their_last_value() {
        for (marked, yaml) in [
            ("a: 1\n  b: 2", "x:\n  a: 1\n  b: 2\n\n# end\n"),
            ("[1, 2 ]", "x: [1, 2 ]\ny: 3"),
            ("{}", "x: {}\n"),
            ("- 1\n  - 2", "x:\n  - 1\n  - 2\n"),
            ("- a: 1", "x:\n  - a: 1\n"),
        ] {
            let root = read(yaml).expect(yaml).expect("a root");
            let Data::Map(pairs) = root.data else { panic!("{yaml}") };
            assert_eq!(marked, &yaml[pairs[0].1.span.range()], "{yaml}");
        }
    }
}
