//! Patterns as they are written: `{day} [of] {month}[[,] {year}]`.

use super::super::lexicon::Lexicon;
use super::super::sense::Slot;
use super::super::token::{Class, WordId, tokenize};

/// One part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    Slot(Slot),
    Literal { id: WordId, glued: bool, length: usize },
}

/// A pattern while it is read: everything that it may stand for so far.
pub(super) type Choices = Vec<Vec<Element>>;

/// Every sequence that a pattern with brackets stands for: `[…]` may be left out, of `<…|…>` one is taken.
pub(super) fn sequences(text: &str, lexicon: &mut Lexicon) -> Result<Choices, String> {
    let mut tokens = Vec::new();
    tokenize(text, |piece, class: Class| lexicon.learn(piece, class), &mut tokens);
    let pieces: Vec<(&str, bool, WordId)> = tokens
        .iter()
        .map(|token| (&text[token.start as usize..token.end as usize], token.glued, token.id))
        .collect();
    let mut reader = Reader { text, rest: &pieces, spaced: true };
    let choices = reader.choices(None)?;
    if reader.rest.is_empty() {
        Ok(choices)
    } else {
        Err(format!("{text}: a bracket closes that did not open"))
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a [(&'a str, bool, WordId)],
    /// A bracket is no part of the text: what is glued to it is glued to what stands before it.
    spaced: bool,
}

impl Reader<'_> {
    fn choices(&mut self, close: Option<&str>) -> Result<Choices, String> {
        let mut done = Choices::new();
        let mut open: Choices = vec![Vec::new()];
        let spaced = self.spaced;
        while let Some((&(piece, glued, id), rest)) = self.rest.split_first() {
            if Some(piece) == close {
                self.rest = rest;
                done.extend(open);
                return Ok(done);
            }
            if matches!(piece, "]" | ">") {
                return Err(format!("{}: a bracket closes that did not open", self.text));
            }
            self.rest = rest;
            self.spaced |= !glued;
            match piece {
                "|" if close == Some(">") => {
                    done.append(&mut open);
                    open = vec![Vec::new()];
                    self.spaced = spaced;
                    continue;
                }
                "[" => {
                    let inner = self.choices(Some("]"))?;
                    let with = joined(&open, &inner);
                    open.extend(with);
                    continue;
                }
                "<" => {
                    let inner = self.choices(Some(">"))?;
                    open = joined(&open, &inner);
                    continue;
                }
                _ => {}
            }
            let element = match (piece, self.rest) {
                ("{", _) => Element::Slot(self.slot()?),
                _ => Element::Literal { id, glued: !self.spaced, length: piece.len() },
            };
            self.spaced = false;
            for sequence in &mut open {
                sequence.push(element.clone());
            }
        }
        match close {
            None => Ok(open),
            Some(_) => Err(format!("{}: a bracket does not close", self.text)),
        }
    }

    fn slot(&mut self) -> Result<Slot, String> {
        let mut name = String::new();
        while let Some((&(piece, _, _), rest)) = self.rest.split_first() {
            self.rest = rest;
            if piece == "}" {
                let value = serde_yaml::Value::String(name.clone());
                return serde_yaml::from_value(value)
                    .map_err(|_| format!("{}: unknown part {{{name}}}", self.text));
            }
            name.push_str(piece);
        }
        Err(format!("{}: a bracket does not close", self.text))
    }
}

fn joined(heads: &Choices, tails: &Choices) -> Choices {
    heads.iter().flat_map(|head| tails.iter().map(|tail| [head.as_slice(), tail].concat())).collect()
}
