//! What a text speaks of when a sentence does not say it: “It has 5 million people”, “the agreement”, a heading.
//!
//! Only what is near and alone is carried on: the one subject that the sentence before begins with, or names alone.

use super::index::{By, Mention};
use super::sentence::{Sentence, Shape};
use super::words::is_dash;
use crate::document::BlockKind;
use crate::facts::Subject;
use crate::language::{Beside, Class, Language, Meaning, Starts, Token};

/// The subject that was spoken of last.
#[derive(Debug, Default)]
pub(super) struct Topic {
    /// What the sentence before speaks of.
    spoken: Option<Spoken>,
    /// What the heading or title above speaks of.
    heading: Option<usize>,
    /// The subjects that were named, the last one last.
    named: Vec<Named>,
    /// Sentences so far.
    count: u32,
    block: u32,
}

#[derive(Debug, Clone, Copy)]
struct Named {
    subject: usize,
    /// Where it was named last, in sentences from the document's beginning.
    when: u32,
    /// A bit for each word that it may be called by.
    called: u64,
}

#[derive(Debug, Clone, Copy)]
struct Spoken {
    subject: usize,
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

    /// Whether a sentence may speak of what is near by a word that stands for it: seen by a few of its tokens, since
    /// most sentences do not, and cutting them into words costs more.
    pub(super) fn may_reach(
        &self,
        text: &str,
        tokens: &[Token],
        language: &Language,
        subjects: &[Subject],
    ) -> bool {
        let text_of = |token: &Token| &text[token.start as usize..token.end as usize];
        let words_before = |at: usize| {
            let whole = |token: &&Token| is_whole(token, text_of(token));
            tokens[..at].iter().filter(whole).take(LABEL).count()
        };
        let mut marks = tokens.iter().enumerate().filter(|(_, token)| token.class == Class::Mark);
        let labelled = |(at, token): (usize, &Token)| is_label(text_of(token)) && words_before(at) < LABEL;
        if self.heading.is_some() && marks.any(labelled) {
            return true;
        }
        let mut carrying =
            tokens.iter().enumerate().filter(|(_, token)| token.uses.marks.meets(Starts::CARRIES));
        carrying.any(|(at, _)| {
            language.lexicon.meanings(text, &tokens[at..]).any(|(length, meaning)| match meaning {
                Meaning::Beside(Beside::Pronoun) => self.is_spoken_of() && words_before(at) < FRONT,
                Meaning::Beside(Beside::Definite) => tokens.get(at + length).is_some_and(|noun| {
                    let written = text_of(noun);
                    !is_whole(noun, written) || self.is_named_recently(written, subjects)
                }),
                _ => false,
            })
        })
    }

    /// Whether a pronoun may mean the subject of a sentence before.
    fn is_spoken_of(&self) -> bool {
        self.spoken
            .is_some_and(|spoken| spoken.block == self.block && self.count - spoken.sentence <= PRONOUN)
    }

    fn is_named_recently(&self, word: &str, subjects: &[Subject]) -> bool {
        let bit = bit(word);
        let mut maybe = self.recently_named().filter(|named| named.called & bit != 0).peekable();
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
    pub(super) fn speak_of(&mut self, kind: BlockKind, mentions: &[Mention], all: &[Subject]) {
        let mut subjects: Vec<usize> = mentions.iter().map(|mention| mention.subject).collect();
        subjects.sort_unstable();
        subjects.dedup();
        for &subject in &subjects {
            let known = self.named.iter().position(|named| named.subject == subject);
            let called = match known {
                Some(at) => self.named.remove(at).called,
                None => names_for(&all[subject]).fold(0, |called, word| called | bit(word)),
            };
            self.named.push(Named { subject, when: self.count, called });
        }
        let old = self.named.len().saturating_sub(REMEMBERED);
        self.named.drain(..old);
        if let BlockKind::Heading(_) = kind {
            self.heading = if let [one] = subjects[..] { Some(one) } else { None };
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
        self.spoken = subject.map(|subject| Spoken { subject, sentence, block });
    }

    /// The subjects that a sentence without a name speaks of, with the words that stand for them.
    pub(super) fn carried(&self, sentence: &Sentence<'_>, subjects: &[Subject]) -> Vec<Mention> {
        let mention = |subject: usize, words, by| Mention { subject, words, by };
        if let Some(found) = self.definite(sentence, subjects) {
            return vec![found];
        }
        let label = sentence.words.len() > 2
            && (1..sentence.words.len().min(LABEL)).any(|at| is_label(sentence.text(at)));
        if let (Some(subject), true) = (self.heading, label) {
            return vec![mention(subject, (0, 1), By::Heading)];
        }
        // “It has …”, “its population”, but not “it said that …”.
        let pronoun = sentence.beside(Beside::Pronoun, 0..FRONT).find(|run| {
            let verb = sentence.beside(Beside::Link, run.1..run.1 + 1).next().is_some();
            verb || sentence.shape(run.1) == Shape::Content
        });
        let near = self
            .spoken
            .filter(|spoken| spoken.block == self.block && self.count - spoken.sentence <= PRONOUN);
        match (pronoun, near, self.heading) {
            (Some(run), Some(spoken), _) => vec![mention(spoken.subject, run, By::Topic)],
            _ => Vec::new(),
        }
    }

    /// “The agreement”, “the country”: what was named last and is called so.
    fn definite(&self, sentence: &Sentence<'_>, subjects: &[Subject]) -> Option<Mention> {
        for at in 1..sentence.words.len() {
            if sentence.shape(at) != Shape::Content || sentence.ends_at(Beside::Definite, at).is_none() {
                continue;
            }
            // “The agreement with Iran” is another.
            let verb = sentence.beside(Beside::Link, at + 1..at + 2).next().is_some();
            let qualified = sentence.shape(at + 1) == Shape::Stop && !verb;
            if qualified {
                continue;
            }
            let word = sentence.text(at).to_lowercase();
            let mut called = self.recently_named().filter(|named| is_called(&subjects[named.subject], &word));
            if let (Some(named), other) = (called.next(), called.next()) {
                // Two that are called so, side by side, cannot be told apart.
                let alone = other.is_none_or(|other| other.when < named.when);
                if alone {
                    return Some(Mention { subject: named.subject, words: (at - 1, at + 1), by: By::Topic });
                }
            }
        }
        None
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
