//! Word order as data: `{day} [of] {month}[[,] {year}]`, and what it means.
//!
//! All patterns of a language are one tree, so that what two of them share is read once.

mod node;
mod read;

use super::lexicon::Lexicon;
use super::sense::{Sense, Slot};
use super::slots::Slots;
use super::starts::Starts;
use super::wanted::Wanted;
pub use node::{Edge, Node};
use read::{Element, sequences};

/// All word orders of one sort, as a tree; [`Patterns::ROOT`] is where every one begins.
#[derive(Debug)]
pub struct Patterns {
    nodes: Vec<Node>,
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

/// The senses of a language file with their patterns.
pub(super) type PatternTexts = std::collections::BTreeMap<Sense, Vec<String>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::WordId;

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
