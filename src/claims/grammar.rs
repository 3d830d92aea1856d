//! What the grammars of all kinds are made of: the input, and parsers of a token or two.

use nom::{IResult, Parser};

use super::memory::{Memory, REMEMBERED};
use crate::language::{Class, Language, Meaning, Role, Starts, Token};
use crate::span::Span;

/// A sentence, cut into tokens.
pub(super) struct Sentence<'a> {
    /// The text that the tokens' spans count in.
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) language: &'a Language,
    /// What the words of the sentence may be needed for.
    pub(super) present: Starts,
    /// What was found out so far.
    pub(super) memory: &'a Memory,
    /// Its number in the memory.
    number: u64,
}

/// The rest of a sentence: the input of every parser.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) at: usize,
}

/// What a parser gives: nothing is said about why it failed, since silence is the default.
pub(super) type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

/// The failure that lets another parser try.
pub(super) const NO: nom::Err<()> = nom::Err::Error(());

impl<'a> Sentence<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &'a [Token],
        present: Starts,
        language: &'a Language,
        memory: &'a Memory,
    ) -> Self {
        Self { text, tokens, language, present, memory, number: memory.next_sentence() }
    }

    /// By what a token is known in the memory.
    pub(super) const fn key(&self, at: usize) -> u64 {
        self.number << u32::BITS | at as u64
    }
}

impl<'a> Tokens<'a> {
    #[inline]
    pub(super) fn rest(self) -> &'a [Token] {
        &self.sentence.tokens[self.at.min(self.sentence.tokens.len())..]
    }

    /// By what the first token is known in the memory.
    #[inline]
    pub(super) const fn key(self) -> u64 {
        self.sentence.key(self.at)
    }

    pub(super) fn first(self) -> Option<Token> {
        self.rest().first().copied()
    }

    /// The token so many places before the input.
    pub(super) fn before(self, places: usize) -> Option<Token> {
        self.sentence.tokens.get(self.at.checked_sub(places)?).copied()
    }

    /// The input so many tokens further back.
    #[inline]
    pub(super) fn back(self, count: usize) -> Option<Self> {
        self.at.checked_sub(count).map(|at| Self { at, ..self })
    }

    pub(super) fn skip(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    pub(super) fn text_of(self, token: Token) -> &'a str {
        &self.sentence.text[token.start as usize..token.end as usize]
    }

    /// From the first token of this input to the last before `end`.
    pub(super) fn span_to(self, end: Self) -> Span {
        let tokens = &self.sentence.tokens[self.at..end.at.max(self.at)];
        match tokens {
            [] => Span::default(),
            [first, .., last] | [first @ last] => Span::new(first.start, last.end),
        }
    }

    pub(super) fn is_glued(self) -> bool {
        self.first().is_some_and(|token| token.glued)
    }

    /// Whether the next token is this mark or word, as written.
    pub(super) fn sees(self, text: &str) -> bool {
        self.first().is_some_and(|token| self.text_of(token) == text)
    }

    /// Whether the next token is made of digits.
    pub(super) fn sees_digits(self) -> bool {
        self.first().is_some_and(|token| token.class == Class::Digits)
    }

    /// What the next word may be needed for, alone or as the first of several.
    #[inline]
    pub(super) fn marks(self) -> Starts {
        self.first().map_or(Starts::NONE, |token| token.uses.marks)
    }

    /// Whether one of so many words and marks from here on may be needed for one of these.
    pub(super) fn sees_near(self, count: usize, wanted: Starts) -> bool {
        self.rest().iter().take(count).any(|token| token.uses.marks.meets(wanted))
    }

    /// How a claim or a part of one may begin here. A parser whose first word is not in the set needs no try.
    pub(super) fn starts(self) -> Starts {
        match self.first() {
            None | Some(Token { class: Class::Word, id: 0, .. }) => Starts::NONE,
            Some(Token { class: Class::Digits, .. }) => Starts::DIGITS,
            Some(Token { class: Class::Word, uses, .. }) if uses.begins.is_empty() => Starts::NONE,
            Some(token) => {
                let (alone, phrase) = self.word_starts();
                let mark = if token.class == Class::Mark { Starts::MARK } else { Starts::NONE };
                alone.or(phrase).or(mark)
            }
        }
    }

    /// How a claim may begin with the word here alone, and with a phrase. It is asked for again and again.
    pub(super) fn word_starts(self) -> (Starts, Starts) {
        let memory = &self.sentence.memory.starts[self.at % REMEMBERED];
        let (key, known) = memory.get();
        if key == self.key() {
            return known;
        }
        let starts = self.sentence.language.lexicon.starts(self.rest());
        memory.set((self.key(), starts));
        starts
    }

    /// The longest phrase here whose meaning `pick` wants, and the input behind it.
    pub(super) fn find<T>(self, pick: impl FnMut(&Meaning) -> Option<T>) -> Option<(Self, T)> {
        let lexicon = &self.sentence.language.lexicon;
        let (length, found) = lexicon.find(self.sentence.text, self.rest(), pick)?;
        Some((self.skip(length), found))
    }

    /// Whether some phrase here has a meaning that `wanted` wants.
    pub(super) fn means(self, wanted: impl Fn(&Meaning) -> bool) -> bool {
        self.find(|meaning| wanted(meaning).then_some(())).is_some()
    }

    /// The same for meanings that have one of these marks: most words have none, and that is cheap to see.
    #[inline]
    pub(super) fn means_marked(self, marks: Starts, wanted: impl Fn(&Meaning) -> bool) -> bool {
        self.marks().meets(marks) && self.means(wanted)
    }
}

/// A phrase whose meaning `pick` wants.
pub(super) fn meaning<'a, T>(
    pick: impl Fn(&Meaning) -> Option<T>,
) -> impl Parser<Tokens<'a>, Output = T, Error = ()> {
    move |i: Tokens<'a>| i.find(&pick).ok_or(NO)
}

/// A phrase whose meaning `pick` wants, where its first word may have one of those: most words have none, and
/// that is cheap to see.
pub(super) fn worded<'a, T>(
    wanted: Starts,
    pick: impl Fn(&Meaning) -> Option<T>,
) -> impl Parser<Tokens<'a>, Output = T, Error = ()> {
    move |i: Tokens<'a>| if i.marks().meets(wanted) { i.find(&pick).ok_or(NO) } else { Err(NO) }
}

/// A function word.
pub(super) fn role<'a>(wanted: Role) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    let marks = wanted.marks();
    // Few words join figures, and many are joints of some sort.
    let marks = if marks.meets(Starts::TO) { Starts::TO } else { marks };
    worded(marks, move |meaning| matches!(meaning, Meaning::Role(role) if *role == wanted).then_some(()))
}

/// A mark or word, as written.
pub(super) fn mark<'a>(text: &'static str) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    move |i: Tokens<'a>| if i.sees(text) { Ok((i.skip(1), ())) } else { Err(NO) }
}

/// What `parser` reads, if no white space stands before it.
pub(super) fn glued<'a, T>(
    mut parser: impl Parser<Tokens<'a>, Output = T, Error = ()>,
) -> impl Parser<Tokens<'a>, Output = T, Error = ()> {
    move |i: Tokens<'a>| if i.is_glued() { parser.parse(i) } else { Err(NO) }
}

/// A run of digits.
pub(super) fn digits(i: Tokens<'_>) -> Parsed<'_, &str> {
    match i.first() {
        Some(token) if token.class == Class::Digits => Ok((i.skip(1), i.text_of(token))),
        _ => Err(NO),
    }
}

/// A hyphen between two parts of a word.
#[inline]
pub(super) fn hyphen(i: Tokens<'_>) -> Parsed<'_, ()> {
    match i.first() {
        Some(token)
            if token.glued && token.class == Class::Mark && matches!(i.text_of(token), "-" | "‐" | "‑") =>
        {
            Ok((i.skip(1), ()))
        }
        _ => Err(NO),
    }
}

/// A dash or hyphen between the ends of a range.
pub(super) fn dash(i: Tokens<'_>) -> Parsed<'_, ()> {
    match i.first() {
        Some(token)
            if token.class == Class::Mark
                && matches!(i.text_of(token), "-" | "‐" | "‑" | "–" | "—" | "−") =>
        {
            Ok((i.skip(1), ()))
        }
        _ => Err(NO),
    }
}
