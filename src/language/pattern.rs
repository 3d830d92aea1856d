//! Word order as data: `{day} [of] {month}[[,] {year}]`.

use super::lexicon::Lexicon;
use super::token::{Class, WordId, tokenize};

/// A word order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What follows what.
    pub elements: Vec<Element>,
}

/// One part of a word order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A part of the date.
    Slot(Slot),
    /// A word or mark, by its number in the vocabulary; `glued` if no white space may stand before it.
    Literal {
        /// The word.
        id: WordId,
        /// Whether no white space may stand before it.
        glued: bool,
    },
    /// What may be left out.
    Optional(Vec<Element>),
}

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Slot {
    Weekday,
    Day,
    Month,
    Year,
}

impl Pattern {
    /// Reads a pattern; its words become part of the vocabulary.
    ///
    /// # Errors
    /// An unknown slot, or brackets that do not close.
    pub(super) fn parse(text: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut tokens = Vec::new();
        let mut ids = |piece: &str, class: Class| lexicon.learn(piece, class);
        tokenize(text, &mut ids, &mut tokens);
        let pieces: Vec<(&str, bool, WordId)> = tokens
            .iter()
            .map(|token| (&text[token.start as usize..token.end as usize], token.glued, token.id))
            .collect();
        // One list of elements for each bracket that is still open.
        let mut open = vec![Vec::new()];
        let mut rest = pieces.as_slice();
        // A bracket is no part of the text: what is glued to it is glued to what stands before it.
        let mut spaced = false;
        while let Some((&(piece, glued, id), after)) = rest.split_first() {
            rest = after;
            spaced |= !glued;
            let glued = !spaced;
            if !matches!(piece, "[" | "]") {
                spaced = false;
            }
            let element = match (piece, rest) {
                ("{", [(name, ..), ("}", ..), after @ ..]) => {
                    rest = after;
                    Element::Slot(slot(name).ok_or(format!("{text}: unknown slot {{{name}}}"))?)
                }
                ("[", _) => {
                    open.push(Vec::new());
                    continue;
                }
                ("]", _) => Element::Optional(open.pop().unwrap_or_default()),
                _ => Element::Literal { id, glued },
            };
            open.last_mut().ok_or(format!("{text}: a bracket closes that did not open"))?.push(element);
        }
        match <[_; 1]>::try_from(open) {
            Ok([elements]) => Ok(Self { elements }),
            Err(_) => Err(format!("{text}: a bracket does not close")),
        }
    }
}

fn slot(name: &str) -> Option<Slot> {
    match name {
        "weekday" => Some(Slot::Weekday),
        "day" => Some(Slot::Day),
        "month" => Some(Slot::Month),
        "year" => Some(Slot::Year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_nest_and_slots_are_known() {
        let mut lexicon = Lexicon::default();
        let pattern = Pattern::parse("{day} [of] {month}[[,] {year}]", &mut lexicon).expect("a pattern");
        let of = lexicon.id("of", Class::Word);
        let comma = lexicon.id(",", Class::Mark);
        let optional = |id, glued| Element::Optional(vec![Element::Literal { id, glued }]);
        let expected = vec![
            Element::Slot(Slot::Day),
            optional(of, false),
            Element::Slot(Slot::Month),
            Element::Optional(vec![optional(comma, true), Element::Slot(Slot::Year)]),
        ];
        assert_eq!(expected, pattern.elements);
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        let mut lexicon = Lexicon::default();
        for text in ["{dya}", "[{day}", "{day}]"] {
            assert!(Pattern::parse(text, &mut lexicon).is_err(), "{text}");
        }
    }
}
