//! The mappings of a file, held against their schemas.

use super::node::{Data, Node};
use super::problem::{Problems, cut, label, nearest};
use super::schema::{Key, Schema, Shape};
use crate::span::Span;

/// A mapping whose shape has been checked: what was wrong has been said and left out.
#[derive(Debug)]
pub(crate) struct Entry<'n, 't> {
    /// The mapping's place.
    pub(crate) span: Span,
    /// Whether nothing was wrong.
    pub(crate) sound: bool,
    pairs: Vec<(&'static Key, &'n Node<'t>)>,
    given: Vec<(&'n str, Span)>,
    unknown: Vec<&'n str>,
}

impl<'n, 't> Entry<'n, 't> {
    /// Checks a mapping against its schema and says all that is wrong; `None` if it is no mapping.
    pub(crate) fn check(node: &'n Node<'t>, schema: &Schema, problems: &mut Problems<'_>) -> Option<Self> {
        let Data::Map(pairs) = &node.data else {
            let names: Vec<String> = schema.keys.iter().filter(|key| key.needed).map(quoted).collect();
            let article = if schema.what.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
            let what = format!("{article} {}", schema.what);
            let message = format!("{what} is a mapping with {}, this is {}", and(&names), node.what());
            problems.error(first_line(problems.source.text(), node.span), message);
            return None;
        };
        let (mark, keys) = (first_line(problems.source.text(), node.span), schema.keys.len());
        let mut entry = Self {
            span: mark,
            sound: true,
            pairs: Vec::with_capacity(keys.min(pairs.len())),
            given: Vec::with_capacity(keys.min(pairs.len())),
            unknown: Vec::new(),
        };
        for (name, value) in pairs {
            entry.sound &= entry.take(name, value, schema, problems);
        }
        for key in schema.keys.iter().filter(|key| key.needed) {
            // A misspelt key has been named already; the missing one would be the same mistake told twice.
            let misspelt = entry.unknown.iter().any(|name| nearest(name, &schema.names()) == Some(key.name));
            if !entry.has(key.name) && !misspelt {
                problems.error(mark, missing(schema, key));
                entry.sound = false;
            }
        }
        Some(entry)
    }

    fn take(
        &mut self,
        name: &'n Node<'t>,
        value: &'n Node<'t>,
        schema: &Schema,
        problems: &mut Problems<'_>,
    ) -> bool {
        let Some(text) = name.text() else {
            problems.error(name.span, format!("a key is text, this is {}", name.what()));
            return false;
        };
        let Some(key) = schema.keys.iter().find(|key| key.name == text) else {
            problems.unknown(name.span, "key", text, &schema.names());
            self.unknown.push(text);
            return false;
        };
        if let Some((_, first)) = self.given.iter().find(|(name, _)| *name == text) {
            let related = label(problems.source, *first, "the first");
            problems.error(name.span, format!("`{text}` is given twice")).related.push(related);
            return false;
        }
        self.given.push((text, name.span));
        if matches!(value.data, Data::Nothing) {
            problems.error(name.span, format!("`{text}` has no value"));
            return false;
        }
        let fits = fits(value, key, problems);
        if fits {
            self.pairs.push((key, value));
        }
        fits
    }

    /// Whether the key stands there, be its value sound or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(given, _)| *given == name)
    }

    /// The keys that the schema does not know.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = &'n str> {
        self.unknown.iter().copied()
    }

    /// What stands under a key, if it is there and of the right shape.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Node<'t>> {
        self.pairs.iter().find(|(key, _)| key.name == name).map(|(_, node)| *node)
    }

    /// The items of a list under a key.
    pub(crate) fn items(&self, name: &str) -> &'n [Node<'t>] {
        match self.get(name).map(|node| &node.data) {
            Some(Data::List(items)) => items,
            _ => &[],
        }
    }

    /// The values under a key that has one or a list of them.
    pub(crate) fn each(&self, name: &str) -> &'n [Node<'t>] {
        match self.get(name) {
            Some(Node { data: Data::List(items), .. }) => items,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        }
    }

    /// The place of a key's value; of the whole mapping if it is not there.
    pub(crate) fn span(&self, name: &str) -> Span {
        self.get(name).map_or(self.span, |node| node.span)
    }

    /// The text under a key.
    pub(crate) fn text(&self, name: &str) -> Option<&'n str> {
        self.get(name).and_then(Node::text).map(str::trim)
    }

    /// The texts of a list under a key.
    pub(crate) fn texts(&self, name: &str) -> impl Iterator<Item = &'n str> {
        self.items(name).iter().filter_map(Node::text).map(str::trim)
    }
}

fn missing(schema: &Schema, key: &Key) -> String {
    let mut about = key.about.trim_end_matches('.').to_owned();
    if let Some(first) = about.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    format!("this {} has no `{}` ({about})", schema.what, key.name)
}

fn quoted(key: &Key) -> String {
    format!("`{}`", key.name)
}

fn and(words: &[String]) -> String {
    match words {
        [] => "keys".to_owned(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A mapping of many lines is marked by its first.
fn first_line(text: &str, span: Span) -> Span {
    let marked = text.get(span.range()).unwrap_or_default();
    let length = marked.find('\n').unwrap_or(marked.len());
    Span::new(span.start, span.start + u32::try_from(length).unwrap_or(0))
}

/// Whether a value has its key's shape; says every place where it has not.
fn fits(value: &Node<'_>, key: &Key, problems: &mut Problems<'_>) -> bool {
    let name = key.name;
    match (key.shape, &value.data) {
        (_, Data::Text(text)) if text.trim().is_empty() => {
            problems.error(value.span, format!("`{name}` is empty"));
            false
        }
        (Shape::Day, Data::Text(text)) => {
            let day = text.trim().parse::<jiff::civil::Date>().is_ok();
            if !day {
                problems
                    .error(value.span, format!("`{name}` is a day such as 2020-02-29, not `{}`", cut(text)));
            }
            day
        }
        (Shape::Flag, Data::Text(text)) => one_of(text, &["true", "false"], (name, value), problems),
        (Shape::Choice(words), Data::Text(text)) => one_of(text, words, (name, value), problems),
        (Shape::Choices(words), Data::Map(pairs)) => {
            // Counted, so that every one of them is looked at.
            pairs.iter().filter(|pair| !choice(pair, words, name, problems)).count() == 0
        }
        (Shape::Text | Shape::Values(_) | Shape::OneOrMore, Data::Text(_))
        | (Shape::Mapping(_), Data::Map(_))
        | (Shape::Items(_) | Shape::TextsOrItems(_), Data::List(_)) => true,
        (Shape::Values(_), Data::List(items)) if !items.is_empty() => true,
        (Shape::Values(_), Data::Map(pairs)) if !pairs.is_empty() => {
            // All are looked at, so that all that is wrong is said.
            let keys = pairs.iter().fold(true, |fit, (key, _)| is_text(key, name, problems) && fit);
            pairs.iter().fold(keys, |fit, (_, value)| is_text(value, name, problems) && fit)
        }
        (Shape::Texts | Shape::OneOrMore, Data::List(items)) => all_texts(items, name, problems),
        (Shape::TextLists, Data::List(items)) => items.iter().fold(true, |fit, item| {
            let this = if let Data::List(words) = &item.data {
                all_texts(words, name, problems)
            } else {
                let message = format!("each item of `{name}` is a list of words, this is {}", item.what());
                problems.error(item.span, message);
                false
            };
            fit && this
        }),
        (shape, _) => {
            let wanted = match shape {
                Shape::Text => "text",
                Shape::Day => "a day such as 2020-02-29",
                Shape::Flag => "`true` or `false`",
                Shape::Choice(_) => "a word",
                Shape::OneOrMore => "text or a list of texts",
                Shape::Values(_) => {
                    "text, a mapping from year to text, or a list of values with their sources"
                }
                Shape::Texts | Shape::Items(_) | Shape::TextsOrItems(_) => "a list",
                Shape::TextLists => "a list of lists",
                Shape::Mapping(_) | Shape::Choices(_) => "a mapping",
            };
            let first = first_line(problems.source.text(), value.span);
            let found = problems.error(first, format!("`{name}` is {wanted}, this is {}", value.what()));
            if let (Shape::Texts, Data::Text(text)) = (shape, &value.data) {
                found.notes.push(format!("write `{name}: [{text}]`"));
            }
            false
        }
    }
}

/// Whether a text is one of the words that a key may have.
fn one_of(text: &str, words: &[&str], (name, value): (&str, &Node<'_>), problems: &mut Problems<'_>) -> bool {
    let known = words.contains(&text.trim());
    if !known {
        problems.unknown(value.span, &format!("value of `{name}`:"), text.trim(), words);
    }
    known
}

/// Whether a text stands before one of the words that a key's mapping may have.
fn choice(pair: &(Node<'_>, Node<'_>), words: &[&str], name: &str, problems: &mut Problems<'_>) -> bool {
    let (key, value) = pair;
    let fits = is_text(key, name, problems);
    match (key.text(), &value.data) {
        (Some(key), Data::Text(text)) => one_of(text, words, (cut(key).as_ref(), value), problems) && fits,
        (Some(key), _) => {
            let message = format!("`{}` is one of {}, this is {}", cut(key), words.join(", "), value.what());
            problems.error(first_line(problems.source.text(), value.span), message);
            false
        }
        (None, _) => false,
    }
}

fn all_texts(items: &[Node<'_>], name: &str, problems: &mut Problems<'_>) -> bool {
    // Counted, so that every one of them is looked at.
    items.iter().filter(|item| !is_text(item, name, problems)).count() == 0
}

fn is_text(item: &Node<'_>, name: &str, problems: &mut Problems<'_>) -> bool {
    let wrong = match &item.data {
        Data::Text(text) if !text.trim().is_empty() => return true,
        Data::Text(_) | Data::Nothing => format!("`{name}` has an empty item"),
        _ => format!("each item of `{name}` is text, this is {}", item.what()),
    };
    problems.error(first_line(problems.source.text(), item.span), wrong);
    false
}
