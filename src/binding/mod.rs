//! Which fact a claim speaks of, and why; then what the comparison comes to.
//!
//! A claim binds to a fact when one sentence has the fact's subject (a name, or all words of a
//! description), a cue, and a claim that measures the same thing. Where several claims compete for a fact
//! or several facts for a claim, distance in words and clauses decides, or nothing is bound.

mod after;
mod age;
mod anniversary;
mod candidate;
mod choose;
mod cost;
mod cue;
mod doubt;
mod event;
mod fit;
mod heads;
mod index;
mod joined;
mod keys;
mod label;
mod lifespan;
mod listed;
mod mention;
mod names;
mod outdated;
mod owner;
mod party;
mod prefixes;
mod refusal;
mod respective;
mod sentence;
mod starts;
mod stem;
mod table;
mod time;
mod topic;
mod words;

pub use index::Index;
pub use refusal::{Refusal, Refused};

use std::cell::LazyCell;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use candidate::Scene;
use choose::choose;
use cue::Cues;
use respective::Order;
use sentence::{Run, Sentence};
pub(crate) use stem::stem;
use table::{Label, Table};
use topic::Topic;
use words::words_of;

use crate::claims::{Claim, Cut};
use crate::document::{BlockKind, Document, Part};
use crate::facts::FactBook;
use crate::language::{Language, Starts, Token};
use crate::span::Span;
use crate::value::Days;
use crate::verdict::{Against, Follows, Later, Outcome, Verdict};

/// A claim and the fact that it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The claim, as an index into the document's claims.
    pub claim: usize,
    /// The fact, as an index into the fact book's facts.
    pub fact: usize,
    /// The fact's value at the time that the text speaks of, as an index into [`crate::facts::Fact::dated`].
    pub dated: Option<usize>,
    /// The value that follows from the fact, where it is not the fact's own: an age from a birth.
    pub follows: Option<Follows>,
    /// How far apart claim, cue and subject stand: words, and more for each clause between.
    pub distance: u32,
    /// Whether the two can both be true.
    pub agrees: bool,
    /// Why a contradiction could not be told from something else, if so.
    pub doubt: Option<String>,
    /// What holds by now, if the text says what held before.
    pub later: Option<Later>,
    /// What brought the two together.
    pub why: Vec<String>,
}

/// A sentence, its claims, and everything that they may be held against.
struct Place<'a> {
    document: &'a Document,
    /// The text of the sentence's block.
    text: &'a str,
    /// The sentence in it.
    span: Span,
    /// The claims of the sentence.
    claims: &'a [Claim],
    /// The index of the first of them among the document's claims.
    first: usize,
    /// The days that the table's header speaks of.
    days: Option<Days>,
    facts: &'a FactBook,
    index: &'a Index,
    language: &'a Language,
    /// Its tokens, if they were kept.
    tokens: Option<&'a [Token]>,
    /// The day on which it is asked what holds.
    today: Option<Date>,
}

/// What is longer, in bytes, is no sentence but a list without full stops: nothing in it is said of anything else in it,
/// and looking would cost the square of its length.
const LONGEST: u32 = 4_000;

/// So many bytes, at least, has a word of most sentences with the space behind it.
const SHORT_WORD: usize = 4;

/// Brings the claims of a document and the facts together.
#[derive(Clone, Copy)]
pub struct Binder<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its claims, in order.
    pub claims: &'a [Claim],
    /// What they may be held against.
    pub facts: &'a FactBook,
    /// The index of these facts.
    pub index: &'a Index,
    /// The language of the text.
    pub language: &'a Language,
    /// The tokens of some of its sentences.
    pub cut: &'a Cut,
    /// The day on which it is asked what holds; without it, all that the facts know has come true.
    pub today: Option<Date>,
}

/// How far a text has been read, and what it spoke of last.
#[derive(Debug, Default)]
pub struct Walk {
    topic: Topic,
    table: Table,
    /// The first claim that is not read yet.
    first: usize,
}

impl Binder<'_> {
    /// Which fact each claim of the next part speaks of.
    pub fn bind(&self, walk: &mut Walk, part: Part) -> Vec<Binding> {
        let mut bindings = Vec::new();
        self.walk(walk, part, |scene| {
            bindings.extend(choose(scene, scene.candidates()));
            bindings.extend(anniversary::bind(scene));
            bindings.extend(after::bind(scene));
            bindings.extend(lifespan::bind(scene));
        });
        bindings
    }

    /// Why claims were not brought together with facts of subjects that stand beside them.
    pub fn refusals(&self) -> Vec<Refused> {
        let mut refused = Vec::new();
        self.walk(&mut Walk::default(), Part::all(self.document), |scene| refused.extend(scene.refusals()));
        refused
    }

    /// Goes through the sentences that have claims and speak of a subject.
    fn walk(&self, walk: &mut Walk, part: Part, mut seen: impl FnMut(&Scene<'_, '_>)) {
        let Self { document, claims, facts, index, language, cut, today } = *self;
        let Walk { topic, table, first } = walk;
        let mut in_part = 0..;
        for (block, sentences) in part.blocks(document) {
            let (number, block) = (u32::try_from(block).unwrap_or(u32::MAX), &document.blocks[block]);
            let first = &mut *first;
            let all = table::claims_of(claims, *first, number);
            let label = table.enter(block, &claims[all]);
            let numbers = u32::try_from(sentences.start).unwrap_or(u32::MAX)..;
            let spans = document.sentences(block).get(sentences).unwrap_or_default();
            for ((sentence, &span), in_part) in numbers.zip(spans).zip(&mut in_part) {
                topic.go_on(number);
                let count =
                    claims[*first..].iter().take_while(|claim| at(claim) == (number, sentence)).count();
                let (claims, first) =
                    (&claims[*first..*first + count], std::mem::replace(first, *first + count));
                // A header in front may name what the sentence does not.
                let present = if label.is_some() { None } else { cut.present(in_part) };
                let may_name = present.is_none_or(|present| present.meets(Starts::SUBJECT));
                if span.len() > LONGEST || !(may_name || count > 0 && topic.is_near()) {
                    continue;
                }
                let (text, days) = (&*block.text, label.as_ref().and_then(|label| label.days.clone()));
                let tokens = present.and_then(|_| cut.of_sentence(in_part));
                let place = Place {
                    document,
                    text,
                    span,
                    claims,
                    first,
                    days,
                    facts,
                    index,
                    language,
                    tokens,
                    today,
                };
                place.enter(label.as_ref(), block.kind, topic, &mut seen);
            }
        }
    }
}

/// The block and sentence of a claim.
const fn at(claim: &Claim) -> (u32, u32) {
    (claim.block, claim.sentence)
}

impl Place<'_> {
    /// Reads the sentence, with the header in front if it is a table's cell, and shows what is in it.
    fn enter(
        &self,
        label: Option<&Label>,
        kind: BlockKind,
        topic: &mut Topic,
        seen: &mut impl FnMut(&Scene<'_, '_>),
    ) {
        let own = &self.text[self.span.range()];
        let start = i64::from(self.span.start);
        let Some(label) = label else { return self.read(own, start, kind, topic, seen) };
        let shift = start - i64::try_from(label.text.len()).unwrap_or(0);
        self.read(&format!("{}{own}", label.text), shift, kind, topic, seen);
    }

    /// Whether the block is an entry of a bibliography.
    fn is_listed(&self) -> bool {
        /// A name that begins an entry is no longer, nor is its end.
        const LONGEST: usize = 2_000;
        let mut tokens = Vec::new();
        let short =
            self.text.len() <= LONGEST && self.text.split(' ').take(4).any(|word| word.ends_with(','));
        if short {
            self.language.lexicon.tokenize(self.text, &mut tokens);
        }
        short && listed::is_reference(self.text, &tokens)
    }

    fn read(
        &self,
        text: &str,
        shift: i64,
        kind: BlockKind,
        topic: &mut Topic,
        seen: &mut impl FnMut(&Scene<'_, '_>),
    ) {
        let mut own = Vec::new();
        let tokens = self.tokens.unwrap_or_else(|| {
            own.reserve(text.len() / SHORT_WORD);
            self.language.lexicon.tokenize(text, &mut own);
            &own
        });
        let signs = self.index.keys.signs_in(text, tokens, self.language);
        let may_carry = !self.claims.is_empty() && topic.is_near();
        if !signs.any() && !may_carry {
            return;
        }
        let may_name = signs.name && self.index.names.may_be_in(text, tokens);
        if !(may_name || signs.description || may_carry) {
            if self.claims.is_empty() {
                topic.speak_of(kind, &[], &[]);
            }
            return;
        }
        // A word that stands for a subject is looked for only where none may be named.
        let reaches =
            LazyCell::new(|| may_carry && topic.may_reach(text, tokens, self.language, &self.facts.subjects));
        if !(may_name || signs.description || *reaches) {
            return;
        }
        let words = words_of(text, tokens);
        let names = if may_name { self.index.names.find(&words) } else { Vec::new() };
        // Stems of all words are looked up for those few sentences only that may come to something.
        let speaks = !names.is_empty() || signs.description;
        let phrases =
            if speaks { self.index.phrases_in(&words, self.language) } else { FxHashMap::default() };
        let found = self.index.mentions_in(names, &phrases);
        if found.is_empty() && self.claims.is_empty() {
            topic.speak_of(kind, &[], &[]);
            return;
        }
        if found.is_empty() && !*reaches {
            return;
        }
        let sentence = Sentence::new(text, shift, words, tokens, self.language);
        let runs: Vec<Run> = phrases.values().flatten().copied().collect();
        let mut mentions = mention::own(&sentence, found, &runs);
        if mentions.is_empty() && !self.claims.is_empty() {
            mentions = topic.carried(&sentence, &self.facts.subjects);
        } else {
            topic.speak_of(kind, &mentions, &self.facts.subjects);
        }
        if mentions.is_empty() || self.claims.is_empty() || self.is_listed() {
            return;
        }
        let phrases = if speaks { phrases } else { self.index.phrases_in(&sentence.words, self.language) };
        let cues = Cues::new(self.index, &phrases, &mentions);
        let order = Order::new(&sentence, self.claims, &mentions);
        let (sentence, mentions, cues, phrases) = (&sentence, &*mentions, &cues, &phrases);
        seen(&Scene { place: self, sentence, mentions, cues, phrases, order });
    }
}

/// What each binding comes to.
pub fn judge(bindings: Vec<Binding>) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(bindings.len());
    for binding in bindings {
        let outcome = match (binding.agrees, binding.doubt) {
            (true, _) => Outcome::Agrees,
            (false, None) => Outcome::Contradicts,
            (false, Some(doubt)) => Outcome::Ambiguous(doubt),
        };
        let Binding { claim, fact, dated, follows, why, .. } = binding;
        verdicts.extend(binding.later.map(|later| {
            let outcome = Outcome::Ambiguous("the text says what held before".into());
            Verdict { claim, against: Against::Later(later), outcome, why: why.clone() }
        }));
        verdicts.push(Verdict { claim, against: Against::Fact { fact, dated, follows }, outcome, why });
    }
    verdicts
}
