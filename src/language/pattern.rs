//! Word order as data: `{day} [of] {month}[[,] {year}]`, and what it means.
//!
//! All patterns of a language are one tree, so that what two of them share is read once.

use super::lexicon::Lexicon;
use super::sense::{Sense, Slot};
use super::slots::{ALL, Slots};
use super::starts::Starts;
use super::token::{Class, Token, WordId, tokenize};
use super::wanted::Wanted;

/// All word orders of one sort, as a tree; [`Patterns::ROOT`] is where every one begins.
#[derive(Debug)]
pub struct Patterns {
    nodes: Vec<Node>,
}

/// A place in the tree: what may follow, and what it means to have come here.
#[derive(Debug, Default)]
pub struct Node {
    /// Words and marks, sorted by their number in the vocabulary; `true` if no white space may stand before it.
    literals: Vec<(WordId, bool, usize)>,
    /// By number in the vocabulary: where the word stands among those, for the place where all patterns begin, which has
    /// many of them; empty elsewhere.
    places: Vec<u16>,
    /// The last bits of their numbers, and of those of dashes if one may follow: most words stand at few places of the
    /// tree.
    words: u64,
    /// The place behind a dash between two dates.
    pub dash: Option<usize>,
    /// Parts of a date that may follow, in the order of their numbers; where all patterns begin, with room for every part.
    pub slots: Vec<Edge>,
    /// Which parts those are.
    pub parts: Slots,
    /// How some part of those may begin.
    opens: Starts,
    /// What a pattern that ends here means.
    pub ends: Option<Sense>,
    /// Of what something must stand behind the way to here, or no pattern comes to its end.
    pub ahead: Wanted,
}

/// A part of a date on the way through the tree.
#[derive(Debug)]
pub struct Edge {
    /// The part.
    pub slot: Slot,
    /// The place behind it.
    pub next: usize,
    /// Of what something must stand behind it, or no pattern comes to its end.
    pub behind: Wanted,
}

impl Node {
    /// Whether a word, mark or dash that may follow here looks like this one.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "no branch on what cannot be foretold")]
    pub const fn has_word(&self, token: Token) -> bool {
        token.uses.marks.meets(Starts::LITERAL) & (self.words & Wanted::bit(token.id) != 0)
    }

    /// Whether some part that may follow here may begin with these tokens, as far as is seen without meanings.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "no branch on what cannot be foretold")]
    pub fn has_part(&self, first: Token, rest: &[Token]) -> bool {
        // Signs and apostrophes have figures behind them.
        let glued = rest.first().is_some_and(|next| next.glued);
        let sign = first.uses.marks.meets(Starts::FRACTION) | glued;
        let alone = (first.class == Class::Mark) & !sign;
        let idle = if alone { Starts::MARK } else { Starts::NONE };
        self.opens.meets(first.uses.begins.without(idle))
    }

    /// Whether a pattern ends here, or may go on with these tokens.
    #[inline]
    pub fn leads_on(&self, tokens: &[Token]) -> bool {
        let goes_on = |(first, rest): (&Token, _)| self.has_word(*first) || self.has_part(*first, rest);
        self.ends.is_some() || tokens.split_first().is_some_and(goes_on)
    }

    /// Those of its parts that are in a set.
    #[inline]
    pub fn edges(&self, parts: Slots) -> impl Iterator<Item = &Edge> {
        let (mut rest, every) = (self.parts.and(parts), self.slots.len() == Slots::COUNT);
        std::iter::from_fn(move || {
            let lowest = rest.lowest()?;
            rest = rest.without_lowest();
            self.slots.get(if every { lowest } else { self.parts.below(lowest) })
        })
    }

    /// The words and marks with a number: whether no white space may stand before it, and the place behind.
    pub fn literals(&self, id: WordId) -> impl Iterator<Item = (bool, usize)> {
        let first = match self.places.get(id as usize) {
            Some(place) => usize::from(*place),
            None => self.literals.partition_point(|(other, ..)| *other < id),
        };
        let same = self.literals.iter().skip(first).take_while(move |(other, ..)| *other == id);
        same.map(|(_, glued, next)| (*glued, *next))
    }

    /// Makes words and parts be found at once where there are many of them.
    fn make_room(&mut self) {
        for (place, (id, ..)) in self.literals.iter().enumerate() {
            let room = (*id as usize + 1).max(self.places.len());
            self.places.resize(room, u16::try_from(place).unwrap_or(u16::MAX));
        }
        let none = |slot: &Slot| Edge { slot: *slot, next: Patterns::ROOT, behind: Wanted::NOTHING };
        let mut every: Vec<Edge> = ALL.iter().map(none).collect();
        for edge in self.slots.drain(..) {
            let number = edge.slot as usize;
            every[number] = edge;
        }
        self.slots = every;
    }

    /// What the next word must be good for, as a beginning or wherever it stands; everything if it need be none.
    const fn goes_on_with(&self) -> Starts {
        let opens = self.goes_on_with_part();
        if self.literals.is_empty() { opens } else { opens.or(Starts::LITERAL) }
    }

    /// What the next word must be good for if it is none of the patterns' own.
    const fn goes_on_with_part(&self) -> Starts {
        match (self.ends, self.dash) {
            (Some(_), _) => Starts::ALL,
            (None, Some(_)) => self.opens.or(Starts::MARK),
            (None, None) => self.opens,
        }
    }
}

/// The patterns of a language's dates.
#[derive(Debug)]
pub struct DatePatterns {
    /// Those that make a date.
    pub dates: Patterns,
    /// Those that go on behind a date, without it: “{date} of {date}”.
    pub continued: Patterns,
    /// Those that make a range of dates.
    pub ranges: Patterns,
    /// What the word behind “last” and the like must be good for where they begin a date or a range.
    pub behind_which: Starts,
}

impl DatePatterns {
    /// Sorts patterns by what they begin with and what they make.
    pub(super) fn new(texts: &PatternTexts, lexicon: &mut Lexicon) -> Result<Self, String> {
        const DATE: &str = "{date}";
        let of = |wanted: &dyn Fn(Sense, &str) -> bool| -> PatternTexts {
            let pick = |(sense, texts): (&Sense, &Vec<String>)| {
                let texts = texts.iter().filter(|text| wanted(*sense, text));
                (*sense, texts.cloned().collect::<Vec<_>>())
            };
            texts.iter().map(pick).collect()
        };
        let mut continued = of(&|sense, text| !sense.is_range() && text.starts_with(DATE));
        for text in continued.values_mut().flatten() {
            text.replace_range(..DATE.len(), "");
        }
        let dates = of(&|sense, text| !sense.is_range() && !text.starts_with(DATE));
        let dates = Patterns::new(&dates, lexicon, Opens::Claim)?;
        let continued = Patterns::new(&continued, lexicon, Opens::Nothing)?;
        let ranges = Patterns::new(&of(&|sense, _| sense.is_range()), lexicon, Opens::Claim)?;
        let behind_which = dates.behind(Starts::WHICH).or(ranges.behind(Starts::WHICH));
        Ok(Self { dates, continued, ranges, behind_which })
    }
}

/// Whether the first word of a pattern may begin a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    Claim,
    Nothing,
}

impl Patterns {
    /// Where every pattern begins.
    pub const ROOT: usize = 0;

    /// The place with this number.
    pub fn node(&self, number: usize) -> &Node {
        &self.nodes[number]
    }

    /// What the word behind a part must be good for with which patterns begin, and which begins so.
    fn behind(&self, starts: Starts) -> Starts {
        let root = self.node(Self::ROOT);
        let parts = root.edges(root.parts).filter(|edge| edge.slot.starts().meets(starts));
        parts.fold(Starts::NONE, |all, edge| all.or(self.nodes[edge.next].goes_on_with()))
    }

    /// Reads patterns; their words become part of the vocabulary, and those that open a pattern may begin a
    /// claim.
    ///
    /// # Errors
    /// An unknown part, or brackets that do not close.
    pub(super) fn new<'a>(
        patterns: impl IntoIterator<Item = (&'a Sense, &'a Vec<String>)>,
        lexicon: &mut Lexicon,
        opens: Opens,
    ) -> Result<Self, String> {
        /// Places of a large tree: it is not moved while it grows.
        const PLACES: usize = 2048;
        let mut tree = Self { nodes: Vec::with_capacity(PLACES) };
        tree.nodes.push(Node::default());
        let mut dashes = None;
        // By place: what the way to it has last.
        let mut steps = Vec::with_capacity(PLACES);
        steps.push(Wanted::ANYTHING);
        for (sense, texts) in patterns {
            for text in texts {
                for sequence in sequences(text, lexicon)? {
                    let core = |element: &Element| matches!(element, Element::Slot(slot) if slot.is_core());
                    let literal = |element: &Element| match element {
                        Element::Literal { id, length, .. } => Some((*length, *id)),
                        Element::Slot(_) => None,
                    };
                    let longest = sequence.iter().filter_map(literal).max();
                    if let Some((_, id)) = longest.filter(|_| !sequence.iter().any(core)) {
                        lexicon.shows(id, Starts::CORE.or(Starts::DATING));
                    }
                    tree.add(&sequence, *sense, |element| {
                        steps.push(match element {
                            Element::Literal { id, length, .. } => Wanted::word(*id, *length),
                            Element::Slot(Slot::Dash) => {
                                *dashes.get_or_insert_with(|| Wanted::dashes(lexicon))
                            }
                            Element::Slot(slot) => Wanted::part(*slot),
                        });
                    });
                }
            }
        }
        for node in &mut tree.nodes {
            node.literals.sort_by_key(|(id, ..)| *id);
            node.words = node.literals.iter().fold(0, |all, (id, ..)| all | Wanted::bit(*id));
            if let Some(dashes) = dashes.filter(|_| node.dash.is_some()) {
                node.words |= dashes.words();
            }
            node.slots.sort_by_key(|edge| edge.slot as u32);
        }
        tree.look_ahead(&steps);
        tree.nodes[Self::ROOT].make_room();
        if opens == Opens::Claim {
            for (first, _, behind) in &tree.nodes[Self::ROOT].literals {
                let behind = &tree.nodes[*behind];
                if !behind.slots.is_empty() || behind.dash.is_some() || behind.ends.is_some() {
                    lexicon.opens_pattern(*first, behind.goes_on_with_part());
                }
                for (second, _, behind) in &behind.literals {
                    lexicon.opens_pattern_with(*first, *second, tree.nodes[*behind].goes_on_with());
                }
            }
        }
        Ok(tree)
    }

    /// Adds a sequence; `grown` gets each part of it that leads to a new place.
    fn add(&mut self, sequence: &[Element], sense: Sense, mut grown: impl FnMut(&Element)) {
        let mut at = Self::ROOT;
        for element in sequence {
            let node = &self.nodes[at];
            let known = match element {
                Element::Slot(Slot::Dash) => node.dash,
                Element::Slot(slot) => {
                    node.slots.iter().find(|known| known.slot == *slot).map(|known| known.next)
                }
                Element::Literal { id, glued, .. } => node
                    .literals
                    .iter()
                    .find(|known| (known.0, known.1) == (*id, *glued))
                    .map(|known| known.2),
            };
            let to = known.unwrap_or(self.nodes.len());
            if known.is_none() {
                let node = &mut self.nodes[at];
                match element {
                    Element::Slot(Slot::Dash) => node.dash = Some(to),
                    Element::Slot(slot) => {
                        node.slots.push(Edge { slot: *slot, next: to, behind: Wanted::ANYTHING });
                        node.parts = node.parts.or(Slots::of(*slot));
                        node.opens = node.opens.or(slot.starts());
                    }
                    Element::Literal { id, glued, .. } => node.literals.push((*id, *glued, to)),
                }
                self.nodes.push(Node::default());
                grown(element);
            }
            at = to;
        }
        // The first pattern that says it keeps its meaning.
        self.nodes[at].ends.get_or_insert(sense);
    }

    /// Notes of every part what must stand behind it; `steps` are what the ways to the places have last.
    fn look_ahead(&mut self, steps: &[Wanted]) {
        // What may follow a place has a higher number than it.
        for at in (0..self.nodes.len()).rev() {
            let (before, behind) = self.nodes.split_at_mut(at + 1);
            let Some(node) = before.last_mut() else { continue };
            let ahead = |next: usize| behind.get(next - at - 1).map_or(Wanted::ANYTHING, |node| node.ahead);
            for edge in &mut node.slots {
                edge.behind = ahead(edge.next);
            }
            node.ahead = if node.ends.is_some() {
                Wanted::ANYTHING
            } else {
                let slots = node.slots.iter().map(|edge| edge.next).chain(node.dash);
                let ways = node.literals.iter().map(|(.., next)| *next).chain(slots);
                ways.fold(Wanted::NOTHING, |all, next| all.or(steps[next].or_rarer(ahead(next))))
            };
        }
    }
}

/// One part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Slot(Slot),
    Literal { id: WordId, glued: bool, length: usize },
}

/// A pattern while it is read: everything that it may stand for so far.
type Choices = Vec<Vec<Element>>;

/// Every sequence that a pattern with brackets stands for: `[…]` may be left out, of `<…|…>` one is taken.
fn sequences(text: &str, lexicon: &mut Lexicon) -> Result<Choices, String> {
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

/// The senses of a language file with their patterns.
pub(super) type PatternTexts = std::collections::BTreeMap<Sense, Vec<String>>;

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(texts: &[&str]) -> Result<Patterns, String> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        Patterns::new([(&Sense::Date, &texts)], &mut Lexicon::default(), Opens::Nothing)
    }

    #[test]
    fn what_many_patterns_begin_with_is_found_like_what_few_do() {
        let tree =
            tree(&["on {day}", "in {year}", "{month}", "-{day}", "of {day} <in|of> {year}"]).expect("five");
        let root = tree.node(Patterns::ROOT);
        let sorted: Vec<WordId> = root.literals.iter().map(|(id, ..)| *id).collect();
        assert_eq!(4, sorted.len());
        for id in 0..sorted[3] + 2 {
            let found: Vec<usize> = root.literals(id).map(|(_, next)| next).collect();
            let known = root.literals.iter().filter(|(other, ..)| *other == id);
            assert_eq!(known.map(|(.., next)| *next).collect::<Vec<_>>(), found, "{id}");
        }
        let parts = |parts: Slots| root.edges(parts).map(|edge| edge.slot).collect::<Vec<_>>();
        assert_eq!(vec![Slot::Month], parts(Slots::all(&[Slot::Day, Slot::Month, Slot::Date])));
    }

    #[test]
    fn patterns_share_what_they_begin_with() {
        let tree = tree(&["{day} [of] {month}[[,] {year}]", "{day}-{month}"]).expect("two patterns");
        let root = tree.node(Patterns::ROOT);
        let parts: Vec<&Edge> = root.edges(root.parts).collect();
        assert_eq!(vec![Slot::Day], parts.iter().map(|edge| edge.slot).collect::<Vec<_>>());
        let day = tree.node(parts[0].next);
        assert_eq!((2, 1), (day.literals.len(), day.slots.len()));
        let glued: Vec<bool> = day.literals.iter().map(|literal| literal.1).collect();
        assert_eq!(vec![false, true], glued, "of, -");
    }

    #[test]
    fn of_a_choice_one_is_taken() {
        let mut lexicon = Lexicon::default();
        let choices = sequences("{unit} <last|this past> {unit}[s]", &mut lexicon).expect("a pattern");
        assert_eq!(4, choices.len());
        let spaced = |choice: &Vec<Element>| matches!(choice[1], Element::Literal { glued: false, .. });
        assert!(choices.iter().all(spaced), "every choice stands apart from what is before it");
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in ["{dya}", "[{day}", "{day}]", "<a|b", "{day"] {
            assert!(tree(&[text]).is_err(), "{text}");
        }
    }
}
