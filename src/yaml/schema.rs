//! What a file that people write may say: keys, and what stands under each. Each kind of file has one table of
//! them, which its loader and the completion of editors share.

/// What stands under a key.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One text.
    Text,
    /// A list of texts.
    Texts,
    /// One text, or a list of texts.
    OneOrMore,
    /// A day as ISO 8601 writes it.
    Day,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A mapping from any text to one of these words.
    Choices(&'static [&'static str]),
    /// A list of lists of texts.
    TextLists,
    /// One text; or a mapping of texts, by year or date; or a list of mappings of this schema.
    Values(&'static Schema),
    /// A mapping of this schema.
    Mapping(&'static Schema),
    /// A list of mappings of this schema.
    Items(&'static Schema),
    /// A list of texts and of mappings of this schema.
    TextsOrItems(&'static Schema),
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
    /// What holds where it is left out.
    pub default: Option<&'static str>,
}

impl Key {
    /// The same key with what holds where it is left out.
    pub(crate) const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }
}

/// A mapping of a file.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// What the mapping is: `fact`.
    pub what: &'static str,
    /// Its keys, in the order in which they are explained.
    pub keys: &'static [Key],
}

impl Schema {
    /// A key by its name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The names of the keys, in their order.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }
}

/// Keys in front of others.
pub(crate) const fn join<const N: usize>(first: &'static [Key], second: &'static [Key]) -> [Key; N] {
    let mut all = [first[0]; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() { first[at] } else { second[at - first.len()] };
        at += 1;
    }
    all
}

/// A key that may be left out.
pub(crate) const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, needed: false, shape, about, default: None }
}

/// A key that must be there.
pub(crate) const fn needed(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, needed: true, shape, about, default: None }
}
