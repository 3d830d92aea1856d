//! Which fact a claim speaks of, and why; then what the comparison comes to.
//!
//! A claim binds to a fact when one sentence has the fact's subject (a name, or all words of a
//! description), a cue, and a claim that measures the same thing. Where several claims compete for a fact
//! or several facts for a claim, distance in words and clauses decides, or nothing is bound.

mod after;
mod age;
mod age_of;
mod age_time;
mod anniversary;
mod bystander;
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
mod kinds;
mod label;
mod lifespan;
mod listed;
mod mention;
mod names;
mod outdated;
mod owner;
mod pairs;
mod party;
mod portion;
mod refusal;
mod respective;
mod row;
mod sentence;
mod stem;
mod table;
mod time;
mod together;
mod topic;
mod words;

pub use index::Index;
pub use refusal::{Refusal, Refused};

use std::cell::LazyCell;

use jiff::civil::Date;

use candidate::Scene;
use choose::choose;
use cue::Cues;
use index::Mention;
use keys::Signs;
use kinds::Kinds;
use respective::Order;
use row::Row;
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
    /// Whether a subject may be named or described.
    may_name: bool,
    /// Whether a word may stand for a subject that was spoken of before.
    may_carry: bool,
    /// Whether it is asked why claims and facts do not belong together.
    why_not: bool,
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
        self.walk(walk, part, false, |scene| {
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
        let all = Part::all(self.document);
        self.walk(&mut Walk::default(), all, true, |scene| refused.extend(scene.refusals()));
        refused
    }

    /// Goes through the sentences that have claims and speak of a subject; those in which no claim can be held against a
    /// fact of it only if it is asked why not.
    fn walk(&self, walk: &mut Walk, part: Part, why_not: bool, mut seen: impl FnMut(&Scene<'_, '_>)) {
        let Self { document, claims, facts, index, language, cut, today } = *self;
        let Walk { topic, table, first } = walk;
        let mut in_part = 0..;
        let mut of_interest = cut.sentences(claims.len());
        let mut next_known = of_interest.next();
        for (block, sentences) in part.blocks(document) {
            let (number, block) = (u32::try_from(block).unwrap_or(u32::MAX), &document.blocks[block]);
            let first = &mut *first;
            let label = match block.kind {
                BlockKind::TableCell { .. } => {
                    table.enter(block, &claims[table::claims_of(claims, *first, number)])
                }
                _ => None,
            };
            let numbers = u32::try_from(sentences.start).unwrap_or(u32::MAX)..;
            let spans = document.sentences(block).get(sentences).unwrap_or_default();
            for ((sentence, &span), in_part) in numbers.zip(spans).zip(&mut in_part) {
                topic.go_on(number);
                let present = cut.present(in_part);
                let known = next_known.take_if(|known| known.number == in_part);
                if known.is_some() {
                    next_known = of_interest.next();
                }
                let of_sentence = match (present, &known) {
                    (Some(_), Some(known)) => known.claims.clone(),
                    // Most sentences have neither claims nor subjects.
                    (Some(_), None) => *first..*first,
                    (None, _) => *first..*first + count_at(&claims[*first..], (number, sentence)),
                };
                *first = of_sentence.end;
                // A header in front may name what the sentence does not.
                let present = present.filter(|_| label.is_none());
                let may_name = present.is_none_or(|present| present.meets(Starts::SUBJECT));
                let may_carry = !of_sentence.is_empty() && topic.is_near();
                if span.len() > LONGEST || !(may_name || may_carry) {
                    continue;
                }
                let (claims, first) =
                    (claims.get(of_sentence.clone()).unwrap_or_default(), of_sentence.start);
                let may_carry = may_carry && topic.may_be_carried(facts_for(claims, why_not), present);
                if !(may_name || may_carry) {
                    continue;
                }
                let (text, days) = (&*block.text, label.as_ref().and_then(|label| label.days.clone()));
                let tokens = present.and(known).and_then(|known| cut.of_sentence(&known));
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
                    may_name,
                    may_carry,
                    why_not,
                    today,
                };
                place.enter(label.as_ref(), block.kind, topic, &mut seen);
            }
        }
    }
}

/// How many claims at the head stand in this sentence of this block.
fn count_at(claims: &[Claim], at: (u32, u32)) -> usize {
    claims.iter().take_while(|claim| (claim.block, claim.sentence) == at).count()
}

/// The kinds of facts of which something is to be told for these claims.
fn facts_for(claims: &[Claim], why_not: bool) -> Kinds {
    if why_not { Kinds::ALL } else { Kinds::of_facts_for(claims) }
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
        let signs = if self.may_name {
            self.index.keys.signs_in(text, tokens, self.language)
        } else {
            Signs::default()
        };
        let speaks = signs.name || signs.description;
        if !(speaks || self.may_carry) {
            if signs.key && self.claims.is_empty() {
                topic.speak_of(kind, &[], self);
            }
            return;
        }
        // A word that stands for a subject is looked for only where none may be named.
        let reaches = LazyCell::new(|| self.may_carry && topic.may_reach(text, tokens, self));
        if !(speaks || *reaches) {
            return;
        }
        let words = words_of(text, tokens);
        let names = if signs.name { self.index.names.find(&words) } else { Vec::new() };
        // Stems of all words are looked up for those few sentences only that may come to something.
        let phrases = LazyCell::new(|| self.index.phrases_in(&words, self.language));
        let found = if signs.description { self.index.mentions_in(names, &phrases) } else { names };
        if found.is_empty() && self.claims.is_empty() {
            topic.speak_of(kind, &[], self);
            return;
        }
        if found.is_empty() && !*reaches {
            return;
        }
        let row = Row { text, words: &words, tokens, language: self.language };
        let runs = LazyCell::new(|| phrases.values().flatten().copied().collect::<Vec<Run>>());
        let mut mentions = mention::own(&row, found, || runs.as_slice());
        if !mentions.is_empty() || self.claims.is_empty() {
            topic.speak_of(kind, &mentions, self);
        } else if *reaches {
            mentions = topic.carried(&row, &self.facts.subjects);
        }
        if mentions.is_empty() || self.claims.is_empty() || !self.may_fit(&mentions) || self.is_listed() {
            return;
        }
        let sentence = Sentence::new(&row, shift);
        let cues = Cues::new(self.index, &phrases, &mentions);
        let order = Order::new(&sentence, self.claims, &mentions);
        let (sentence, mentions, cues, phrases) = (&sentence, &*mentions, &cues, &*phrases);
        seen(&Scene { place: self, sentence, mentions, cues, phrases, order });
    }

    /// Whether a fact of the subjects may be one that a claim can be held against.
    fn may_fit(&self, mentions: &[Mention]) -> bool {
        let wanted = facts_for(self.claims, self.why_not);
        let kinds = |mention: &Mention| self.index.kinds_of_subject(mention.subject);
        self.why_not || mentions.iter().any(|mention| kinds(mention).meets(wanted))
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
