//! What a fact file may say: its keys and what stands under each. The one place that lists them.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::{Problems, label, nearest};
use super::yaml::{Data, Node};
use crate::span::Span;

/// What stands under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One text.
    Text,
    /// A list of texts.
    Texts,
    /// A list of lists of texts.
    TextLists,
    /// A mapping, with a schema of its own.
    Mapping,
    /// A list, each item with a schema of its own.
    Items,
}

/// A key of a mapping.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key as it is written.
    pub name: &'static str,
    /// Whether the mapping is of no use without it.
    pub needed: bool,
    /// What stands under it.
    pub shape: Shape,
    /// What it means, in one sentence.
    pub about: &'static str,
}

/// A mapping of a fact file.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// What the mapping is: `fact`.
    pub what: &'static str,
    /// Its keys, in the order in which they are explained.
    pub keys: &'static [Key],
}

impl Schema {
    fn names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, needed: false, shape, about }
}

const fn needed(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, needed: true, shape, about }
}

const EXAMPLES_KEY: Key = key("examples", Shape::Mapping, "Sentences that `factlint test` runs.");

/// A file about one subject.
pub const ONE: Schema = Schema { what: "fact file", keys: &concat(SUBJECT.keys, EXAMPLES_KEY) };

/// A file about several subjects.
pub const SEVERAL: Schema = Schema {
    what: "fact file of several subjects",
    keys: &[needed("subjects", Shape::Items, "The subjects, each with its facts."), EXAMPLES_KEY],
};

/// Whom or what facts are about.
pub const SUBJECT: Schema = Schema {
    what: "subject",
    keys: &[
        needed("subject", Shape::Text, "The name, as findings print it."),
        key("names", Shape::Texts, "Other names."),
        key("described", Shape::TextLists, "Sets of words; all of one set in one sentence mean the subject."),
        key(
            "called",
            Shape::Texts,
            "What a text calls it once it is named: `agreement` for “the agreement”.",
        ),
        needed("facts", Shape::Items, "What is known of the subject."),
    ],
};

/// One fact.
pub const FACT: Schema = Schema {
    what: "fact",
    keys: &[
        needed("id", Shape::Text, "The second half of the rule's id; its own in the file."),
        key("cues", Shape::Texts, "Words of which one stands beside the value; inflections are matched."),
        key(
            "unless",
            Shape::Texts,
            "Words near a cue that make it another measure: `PPP` for a GDP in dollars.",
        ),
        key(
            "pattern",
            Shape::Text,
            "A regular expression over the sentence; its group `value` marks the value.",
        ),
        needed("is", Shape::Text, "The value, written as an article writes it."),
        key("hedge", Shape::Text, "“about”, “at least”, “up to” …, when it is not in the value."),
        key("tolerance", Shape::Text, "How far off a claim may be: `5%`, `± 2 days`, `0.5 m`."),
        key("from", Shape::Text, "The first day on which the fact holds."),
        key("until", Shape::Text, "The last day on which the fact holds."),
        key("source", Shape::Text, "Who says so: an address, a book."),
        key("checked", Shape::Text, "When somebody last looked."),
        key("note", Shape::Text, "Anything a reader of a finding should know."),
        key("severity", Shape::Text, "`error`, `warning` or `info`."),
    ],
};

/// The examples of a file.
pub const EXAMPLES: Schema = Schema {
    what: "set of examples",
    keys: &[
        key("contradicts", Shape::Items, "Sentences that contradict the named fact."),
        key("agrees", Shape::Items, "Sentences that agree with the named fact."),
        key("silent", Shape::Items, "Sentences in which no fact is found."),
    ],
};

/// A sentence about a fact.
pub const EXAMPLE: Schema = Schema {
    what: "example",
    keys: &[
        needed("text", Shape::Text, "The sentence."),
        needed("fact", Shape::Text, "The fact's id."),
        key("date", Shape::Text, "The date of the document that the sentence stands in."),
    ],
};

/// A sentence about no fact.
pub const SILENT_EXAMPLE: Schema = Schema {
    what: "silent example",
    keys: &[
        needed("text", Shape::Text, "The sentence."),
        key("date", Shape::Text, "The date of the document that the sentence stands in."),
    ],
};

const fn concat(keys: &'static [Key], last: Key) -> [Key; 6] {
    [keys[0], keys[1], keys[2], keys[3], keys[4], last]
}

/// A subject without its facts, as `serde_yaml` decodes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SubjectEntry {
    pub(super) subject: Option<String>,
    pub(super) names: Vec<String>,
    pub(super) described: Vec<Vec<String>>,
    pub(super) called: Vec<String>,
}

/// A fact as `serde_yaml` decodes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FactEntry {
    pub(super) id: Option<String>,
    pub(super) cues: Vec<String>,
    pub(super) unless: Vec<String>,
    pub(super) pattern: Option<String>,
    pub(super) is: Option<String>,
    pub(super) hedge: Option<String>,
    pub(super) tolerance: Option<String>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) source: Option<String>,
    pub(super) checked: Option<String>,
    pub(super) note: Option<String>,
    pub(super) severity: Option<String>,
}

/// An example as `serde_yaml` decodes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExampleEntry {
    pub(super) text: Option<String>,
    pub(super) fact: Option<String>,
    pub(super) date: Option<String>,
}

/// A mapping whose shape has been checked: what was wrong has been said and left out.
#[derive(Debug)]
pub(super) struct Entry<'n, 't> {
    /// The mapping's place.
    pub(super) span: Span,
    /// Whether nothing was wrong.
    pub(super) sound: bool,
    pairs: Vec<(&'static Key, &'n Node<'t>)>,
    given: Vec<(&'n str, Span)>,
    unknown: Vec<&'n str>,
}

impl<'n, 't> Entry<'n, 't> {
    /// Checks a mapping against its schema and says all that is wrong; `None` if it is no mapping.
    pub(super) fn check(node: &'n Node<'t>, schema: &Schema, problems: &mut Problems<'_>) -> Option<Self> {
        let Data::Map(pairs) = &node.data else {
            let names: Vec<String> = schema.keys.iter().filter(|key| key.needed).map(quoted).collect();
            let article = if schema.what.starts_with('e') { "an" } else { "a" };
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
    pub(super) fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(given, _)| *given == name)
    }

    /// The keys that the schema does not know.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &'n str> {
        self.unknown.iter().copied()
    }

    /// What stands under a key, if it is there and of the right shape.
    pub(super) fn get(&self, name: &str) -> Option<&'n Node<'t>> {
        self.pairs.iter().find(|(key, _)| key.name == name).map(|(_, node)| *node)
    }

    /// The items of a list under a key.
    pub(super) fn items(&self, name: &str) -> &'n [Node<'t>] {
        match self.get(name).map(|node| &node.data) {
            Some(Data::List(items)) => items,
            _ => &[],
        }
    }

    /// The place of a key's value; of the whole mapping if it is not there.
    pub(super) fn span(&self, name: &str) -> Span {
        self.get(name).map_or(self.span, |node| node.span)
    }

    /// The texts and lists of texts, decoded; what has a schema of its own is left out.
    pub(super) fn decode<T: DeserializeOwned + Default>(&self, problems: &mut Problems<'_>) -> T {
        let own = |key: &Key| matches!(key.shape, Shape::Mapping | Shape::Items);
        let pairs = self.pairs.iter().filter(|(key, _)| !own(key));
        let value = pairs.map(|(key, node)| (key.name.into(), node.value())).collect();
        serde_yaml::from_value(serde_yaml::Value::Mapping(value)).unwrap_or_else(|error| {
            problems.error(self.span, error.to_string());
            T::default()
        })
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
        (Shape::Text, Data::Text(text)) if text.trim().is_empty() => {
            problems.error(value.span, format!("`{name}` is empty"));
            false
        }
        (Shape::Text, Data::Text(_)) | (Shape::Mapping, Data::Map(_)) | (Shape::Items, Data::List(_)) => true,
        (Shape::Texts, Data::List(items)) => all_texts(items, name, problems),
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
                Shape::Texts | Shape::Items => "a list",
                Shape::TextLists => "a list of lists",
                Shape::Mapping => "a mapping",
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

fn all_texts(items: &[Node<'_>], name: &str, problems: &mut Problems<'_>) -> bool {
    items.iter().fold(true, |fit, item| {
        let wrong = match &item.data {
            Data::Text(text) if !text.trim().is_empty() => return fit,
            Data::Text(_) | Data::Nothing => format!("`{name}` has an empty item"),
            _ => format!("each item of `{name}` is text, this is {}", item.what()),
        };
        problems.error(first_line(problems.source.text(), item.span), wrong);
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that a struct takes, out of the message that refuses another.
    fn fields<T: DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
        let error = serde_yaml::from_str::<T>("no such key: 1").expect_err("an unknown key").to_string();
        error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_structs_take_the_keys_of_the_tables_and_no_others() {
        let plain = |schema: &Schema| -> Vec<String> {
            let keys = schema.keys.iter();
            keys.filter(|key| !matches!(key.shape, Shape::Mapping | Shape::Items))
                .map(|key| key.name.to_owned())
                .collect()
        };
        assert_eq!(plain(&SUBJECT), fields::<SubjectEntry>());
        assert_eq!(plain(&FACT), fields::<FactEntry>());
        assert_eq!(plain(&EXAMPLE), fields::<ExampleEntry>());
    }
}
