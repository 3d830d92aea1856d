//! What a text speaks of when a sentence does not say it: “It has 5 million people”, “the agreement”, a heading.
//!
//! Only what is near and alone is carried on: the one subject that the sentence before begins with, or names alone.

use super::index::{By, Mention};
use super::kinds::Kinds;
use super::row::Row;
use super::sentence::Shape;
use super::words::is_dash;
use super::{Place, facts_for};
use crate::document::BlockKind;
use crate::facts::Subject;
use crate::language::{Beside, Class, Meaning, Starts, Token};

/// The subject that was spoken of last.
#[derive(Debug, Default)]
pub(super) struct Topic {
    /// What the sentence before speaks of.
    spoken: Option<Spoken>,
    /// What the heading or title above speaks of.
    heading: Option<Heading>,
    /// The subjects that were named, the last one last.
    named: Vec<Named>,
    /// Sentences so far.
    count: u32,
    block: u32,
}

#[derive(Debug, Clone, Copy)]
struct Heading {
    subject: usize,
    /// What its facts measure.
    kinds: Kinds,
}

#[derive(Debug, Clone, Copy)]
struct Named {
    subject: usize,
    /// Where it was named last, in sentences from the document's beginning.
    when: u32,
    /// A bit for each word that it may be called by.
    called: u64,
    /// What its facts measure.
    kinds: Kinds,
}

#[derive(Debug, Clone, Copy)]
struct Spoken {
    subject: usize,
    /// What its facts measure.
    kinds: Kinds,
    sentence: u32,
    block: u32,
}

/// A pronoun reaches back over as many sentences.
const PRONOUN: u32 = 2;

/// So many subjects are remembered.
const REMEMBERED: usize = 32;

/// “The agreement” reaches back over as many.
const DEFINITE: u32 = 40;

impl Topic {
    /// Whether some subject may be carried into the sentence that begins. What is spoken of was named, too, and is
    /// nearer than what “the agreement” may mean.
    pub(super) fn is_near(&self) -> bool {
        self.heading.is_some() || self.named.last().is_some_and(|named| self.count - named.when <= DEFINITE)
    }

    /// Whether what is near has facts of kinds that are wanted, and a word may stand for it; `present` is what the words
    /// of the sentence may be good for, if that is known.
    pub(super) fn may_be_carried(&self, wanted: Kinds, present: Option<Starts>) -> bool {
        let carries = || present.is_none_or(|present| present.meets(Starts::CARRIES));
        let near = || self.recently_named().any(|named| named.kinds.meets(wanted));
        self.heads(wanted) || carries() && near()
    }

    /// Whether the heading speaks of a subject with facts of kinds that are wanted.
    fn heads(&self, wanted: Kinds) -> bool {
        self.heading.is_some_and(|heading| heading.kinds.meets(wanted))
    }

    /// Whether a sentence may speak of what is near by a word that stands for it, and of a fact for one of its claims:
    /// seen by a few of its tokens, since most sentences do not, and cutting them into words costs more.
    pub(super) fn may_reach(&self, text: &str, tokens: &[Token], place: &Place<'_>) -> bool {
        let wanted = facts_for(place.claims, place.why_not);
        let text_of = |token: &Token| &text[token.start as usize..token.end as usize];
        let words_before = |at: usize| {
            let whole = |token: &&Token| is_whole(token, text_of(token));
            tokens[..at].iter().filter(whole).take(LABEL).count()
        };
        let mut marks = tokens.iter().enumerate().filter(|(_, token)| token.class == Class::Mark);
        let labelled = |(at, token): (usize, &Token)| is_label(text_of(token)) && words_before(at) < LABEL;
        if self.heads(wanted) && marks.any(labelled) {
            return true;
        }
        let pronoun = self.spoken().is_some_and(|spoken| spoken.kinds.meets(wanted));
        let mut carrying =
            tokens.iter().enumerate().filter(|(_, token)| token.uses.marks.meets(Starts::CARRIES));
        carrying.any(|(at, _)| {
            let mut meanings = place.language.lexicon.meanings(text, &tokens[at..]);
            meanings.any(|(length, meaning)| match meaning {
                Meaning::Beside(Beside::Pronoun) => pronoun && words_before(at) < FRONT,
                Meaning::Beside(Beside::Definite) => tokens.get(at + length).is_some_and(|noun| {
                    let written = text_of(noun);
                    let subjects = &place.facts.subjects;
                    !is_whole(noun, written) || self.is_named_recently(written, wanted, subjects)
                }),
                _ => false,
            })
        })
    }

    /// The subject of a sentence before that a pronoun may mean.
    fn spoken(&self) -> Option<Spoken> {
        self.spoken.filter(|spoken| spoken.block == self.block && self.count - spoken.sentence <= PRONOUN)
    }

    fn is_named_recently(&self, word: &str, wanted: Kinds, subjects: &[Subject]) -> bool {
        let bit = bit(word);
        let fits = |named: &&Named| named.called & bit != 0 && named.kinds.meets(wanted);
        let mut maybe = self.recently_named().filter(fits).peekable();
        maybe.peek().is_some() && {
            let word = word.to_lowercase();
            maybe.any(|named| is_called(&subjects[named.subject], &word))
        }
    }

    /// The subjects that “the agreement” may mean, the last one first.
    fn recently_named(&self) -> impl Iterator<Item = &Named> {
        self.named.iter().rev().take_while(|named| self.count - named.when <= DEFINITE)
    }

    /// The next sentence begins.
    pub(super) fn go_on(&mut self, block: u32) {
        self.count += 1;
        self.block = block;
    }

    /// What the sentence that was read speaks of.
    pub(super) fn speak_of(&mut self, kind: BlockKind, mentions: &[Mention], place: &Place<'_>) {
        let mut subjects: Vec<usize> = mentions.iter().map(|mention| mention.subject).collect();
        subjects.sort_unstable();
        subjects.dedup();
        for &subject in &subjects {
            let known = self.named.iter().position(|named| named.subject == subject);
            let named = match known {
                Some(at) => self.named.remove(at),
                None => Named::new(subject, place),
            };
            self.named.push(Named { when: self.count, ..named });
        }
        let kinds = self.named.last().map_or(Kinds::NONE, |named| named.kinds);
        let old = self.named.len().saturating_sub(REMEMBERED);
        self.named.drain(..old);
        if let BlockKind::Heading(_) = kind {
            self.heading = if let [subject] = subjects[..] { Some(Heading { subject, kinds }) } else { None };
            self.spoken = None;
            return;
        }
        if let BlockKind::TableCell { .. } = kind {
            return;
        }
        let subject = match subjects[..] {
            [] => return,
            [one] => Some(one),
            // Which of several the next sentence means cannot be told.
            _ => None,
        };
        let (sentence, block) = (self.count, self.block);
        self.spoken = subject.map(|subject| Spoken { subject, kinds, sentence, block });
    }

    /// The subjects that a sentence without a name speaks of, with the words that stand for them.
    pub(super) fn carried(&self, row: &Row<'_>, subjects: &[Subject]) -> Vec<Mention> {
        let mention = |subject: usize, words, by| vec![Mention { subject, words, by }];
        if let Some(found) = self.definite(row, subjects) {
            return vec![found];
        }
        let label = row.words.len() > 2 && (1..row.words.len().min(LABEL)).any(|at| is_label(row.text(at)));
        if let (Some(heading), true) = (self.heading, label) {
            return mention(heading.subject, (0, 1), By::Heading);
        }
        let Some(spoken) = self.spoken() else { return Vec::new() };
        // “It has …”, “its population”, but not “it said that …”.
        let mut pronouns = (0..FRONT).filter_map(|at| row.beside(Beside::Pronoun, at));
        let pronoun = pronouns
            .find(|run| row.beside(Beside::Link, run.1).is_some() || row.shape(run.1) == Shape::Content);
        pronoun.map_or_else(Vec::new, |run| mention(spoken.subject, run, By::Topic))
    }

    /// “The agreement”, “the country”: what was named last and is called so.
    fn definite(&self, row: &Row<'_>, subjects: &[Subject]) -> Option<Mention> {
        let mut nouns: Vec<usize> =
            row.carrying().filter_map(|at| row.beside(Beside::Definite, at)).map(|run| run.1).collect();
        // Phrases may end with the same word.
        nouns.sort_unstable();
        nouns.dedup();
        nouns.into_iter().find_map(|at| {
            let named = self.only_called(row.text(at), subjects)?;
            // “The agreement with Iran” is another.
            let qualified = row.shape(at + 1) == Shape::Stop && row.beside(Beside::Link, at + 1).is_none();
            let noun = row.shape(at) == Shape::Content && !qualified;
            noun.then(|| Mention { subject: named.subject, words: (at - 1, at + 1), by: By::Topic })
        })
    }

    /// The subject that was named last of those that are called so.
    fn only_called(&self, written: &str, subjects: &[Subject]) -> Option<&Named> {
        let bit = bit(written);
        let mut may_be = self.recently_named().filter(|named| named.called & bit != 0).peekable();
        may_be.peek()?;
        let word = written.to_lowercase();
        let mut called = may_be.filter(|named| is_called(&subjects[named.subject], &word));
        let (named, other) = (called.next()?, called.next());
        // Two that are called so, side by side, cannot be told apart.
        other.is_none_or(|other| other.when < named.when).then_some(named)
    }
}

impl Named {
    fn new(subject: usize, place: &Place<'_>) -> Self {
        let called = names_for(&place.facts.subjects[subject]).fold(0, |called, word| called | bit(word));
        Self { subject, when: 0, called, kinds: place.index.kinds_of_subject(subject) }
    }
}

/// A pronoun that is the sentence's subject stands among its first words.
const FRONT: usize = 4;

/// The mark behind a label stands among them.
const LABEL: usize = 8;

fn is_label(mark: &str) -> bool {
    matches!(mark, ":" | "=" | "|")
}

/// Whether a token is a word to names for certain: dashes are none, and letters with full stops may be one together.
fn is_whole(token: &Token, written: &str) -> bool {
    match token.class {
        Class::Word => !token.capital || written.len() > 1,
        Class::Digits => true,
        Class::Mark => written != "." && !is_dash(written),
    }
}

/// Whether a small word is the last of one of the subject's names, or one that it is called by.
fn is_called(subject: &Subject, word: &str) -> bool {
    names_for(subject).any(|own| {
        // Most words are others, and that is seen without another text.
        if own.is_ascii() { own.eq_ignore_ascii_case(word) } else { own.to_lowercase() == word }
    })
}

/// The last words of a subject's longer names, and what else it is called.
fn names_for(subject: &Subject) -> impl Iterator<Item = &str> {
    const BETWEEN: [char; 3] = [' ', '-', '–'];
    let names = std::iter::once(&subject.name).chain(&subject.names);
    let last = names.filter_map(|name| name.rsplit_once(BETWEEN).map(|(_, last)| last));
    last.chain(subject.called.iter().map(String::as_str))
}

/// A bit for a word, without regard to case; all for what is no ASCII.
fn bit(word: &str) -> u64 {
    match word.as_bytes() {
        [.., last] if word.is_ascii() => {
            1 << ((usize::from(last.to_ascii_lowercase()) + 7 * word.len()) % u64::BITS as usize)
        }
        _ => u64::MAX,
    }
}
