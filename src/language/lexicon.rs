//! What the words of a language mean, found by their first word.

use std::hint::select_unpredictable;

use super::meaning::Meaning;
use super::pairs::Pairs;
use super::phrases::{Entry, Head, Second};
use super::starts::Starts;
use super::token::{Class, Piece, ShortWord, Token, Uses, WordId, tokenize, tokenize_with};
use super::watched::Watched;
use super::words::Words;

/// Phrases and their meanings.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Words,
    /// By id: what begins with this word.
    heads: Vec<Head>,
    /// By number: what every word of a text is asked for, close together.
    uses: Vec<Uses>,
    /// By id: how a claim may begin with the word alone.
    alone: Vec<Starts>,
    /// By id: how what stands behind the word may begin where a pattern begins with the word.
    opened: Vec<Starts>,
    /// The words that stand at the head of phrases with one behind.
    pairs: Pairs,
    /// What somebody else looks for.
    watched: Watched,
    /// Phrases of several words of which one must tell that they may be there, and what it tells; until all are known.
    untold: Vec<(Vec<Token>, Starts)>,
}

impl Lexicon {
    /// Adds a phrase. An `exact` phrase is read as written, any other without regard to case.
    pub(super) fn add(&mut self, phrase: &str, exact: bool, meaning: Meaning) {
        let mut ids = Vec::new();
        let mut tokens = Vec::new();
        tokenize(phrase, |piece, class| self.intern(piece, class), &mut tokens);
        ids.extend(tokens.iter().map(|token| token.id));
        let Some((&first, rest)) = ids.split_first() else { return };
        let starts = meaning.starts();
        let uses = &mut self.uses[first as usize];
        uses.begins = uses.begins.or(starts);
        uses.marks = uses.marks.or(meaning.marks());
        match rest.first() {
            None => self.alone[first as usize] = self.alone[first as usize].or(starts),
            Some(second) => self.pairs.add(first, *second),
        }
        if rest.is_empty() {
            self.shows(first, meaning.shows());
        } else {
            self.untold.push((tokens, meaning.shows()));
        }
        if !meaning.marks().or(starts).is_within(Starts::OUTSIDE) {
            for word in rest {
                self.shows(*word, Starts::LITERAL);
            }
        }
        let head = &mut self.heads[first as usize];
        let entry = Entry { rest: rest.into(), exact: exact.then(|| phrase.into()), starts, meaning };
        let Some(second) = rest.first() else {
            head.singles.push(entry);
            return;
        };
        head.second_mut(*second).add(entry);
    }

    /// Adds phrases of one meaning, read without regard to case.
    pub(super) fn add_all<'a>(&mut self, phrases: impl IntoIterator<Item = &'a String>, meaning: &Meaning) {
        for phrase in phrases {
            self.add(phrase, false, meaning.clone());
        }
    }

    /// The number of a word of a pattern, which becomes part of the vocabulary without a meaning.
    pub(super) fn learn(&mut self, piece: &str, class: Class) -> WordId {
        let id = self.intern(piece, class);
        self.shows(id, Starts::LITERAL);
        id
    }

    /// Where the word stands, there may be a claim or a date.
    pub(super) fn shows(&mut self, word: WordId, what: Starts) {
        let Uses { marks, .. } = &mut self.uses[word as usize];
        *marks = marks.or(what);
    }

    /// Lets a pattern begin with a word in front of something that may begin so.
    pub(super) fn opens_pattern(&mut self, first: WordId, next: Starts) {
        let goes_on = &mut self.opened[first as usize];
        *goes_on = goes_on.or(next);
        self.alone[first as usize] = self.alone[first as usize].or(Starts::PATTERN);
        let uses = &mut self.uses[first as usize];
        uses.begins = uses.begins.or(Starts::PATTERN);
    }

    /// Lets a pattern begin with two words in front of one that is good for something of `third`.
    pub(super) fn opens_pattern_with(&mut self, first: WordId, second: WordId, third: Starts) {
        self.pairs.add(first, second);
        let uses = &mut self.uses[first as usize];
        uses.begins = uses.begins.or(Starts::PATTERN);
        self.heads[first as usize].second_mut(second).open_in_front_of(third);
    }

    /// Watches for these words from now on, and for no others: tokens say which of them they are.
    pub fn watch(&mut self, mut watched: Watched) {
        for uses in &mut self.uses {
            uses.marks = uses.marks.without(Starts::NAME);
        }
        for (name, class) in std::mem::take(&mut watched.names) {
            let id = self.words.intern(&name, class);
            // What is watched for only has no meaning.
            self.uses.resize(self.words.count(), Uses::default());
            self.shows(id, Starts::NAME);
        }
        self.watched = watched;
        self.settle();
    }

    /// Makes what words may be good for known where texts are cut: nothing more is added but what is watched for.
    pub(super) fn settle(&mut self) {
        for (phrase, what) in std::mem::take(&mut self.untold) {
            self.tell_of(&phrase, what);
        }
        let mark = |byte: u8| {
            let number = self.words.get_mark(byte);
            let watched = self.watched.other(char::from(byte).encode_utf8(&mut [0; 4]), Class::Mark, false);
            let uses = self.uses_of(number).and_marks(watched);
            (
                byte,
                self.known(number),
                if Uses::SIGNS.contains(char::from(byte)) { uses.of_sign() } else { uses },
            )
        };
        let marks: Vec<(u8, WordId, Uses)> = (0..128).filter(u8::is_ascii_punctuation).map(mark).collect();
        self.words.tell(&self.uses, self.heads.len(), &marks);
    }

    /// Lets some word of a phrase tell that it may be there: one that does so anyway, like the “day” of many holidays, else
    /// the longest, which is the one that is seldom without the phrase.
    fn tell_of(&mut self, phrase: &[Token], what: Starts) {
        let told = |token: &Token| what.is_within(self.uses_of(token.id).marks);
        let longest = |token: &&Token| (token.class != Class::Mark, token.end - token.start);
        if !phrase.iter().any(told)
            && let Some(longest) = phrase.iter().max_by_key(longest)
        {
            self.shows(longest.id, what);
        }
    }

    fn uses_of(&self, number: WordId) -> Uses {
        self.uses.get(number as usize).copied().unwrap_or_default()
    }

    /// Whether a word is watched for that names have, in small letters without accents.
    pub fn watches_for(&self, word: &str, class: Class) -> bool {
        let uses = self.uses.get(self.words.get(word, class) as usize);
        uses.is_some_and(|uses| uses.marks.meets(Starts::NAME))
    }

    fn intern(&mut self, piece: &str, class: Class) -> WordId {
        let id = self.words.intern(piece, class);
        self.heads.resize_with(self.words.count(), Head::default);
        self.alone.resize(self.words.count(), Starts::NONE);
        self.opened.resize(self.words.count(), Starts::NONE);
        self.uses.resize(self.words.count(), Uses::default());
        id
    }

    /// Cuts a text into tokens that know what they may be good for; gives what all of them may be needed for.
    #[allow(clippy::needless_bitwise_bool, reason = "a branch would be mispredicted once a word")]
    pub fn tokenize(&self, text: &str, tokens: &mut Vec<Token>) -> Starts {
        let known = |number: WordId| (self.known(number), self.uses_of(number));
        let described = self.watched.descriptions();
        let short = |word: ShortWord, piece: &Piece| {
            let (id, uses) = self.words.get_short(word);
            // Which words have a capital cannot be foretold, and nothing here is a branch.
            let code = select_unpredictable(piece.may_be_code() & (id == 0), Starts::CURRENCY, Starts::NONE);
            let may_be = described.may_have(word, piece.capital) & (piece.class == Class::Word);
            let watched = select_unpredictable(may_be, Starts::DESCRIPTION, Starts::NONE);
            (id, uses.and_marks(code.or(watched)))
        };
        let other = |piece: &Piece| {
            let written = &text[piece.range()];
            let (id, uses) = match piece.short {
                Some(word) => self.words.get_short(word),
                None => known(self.words.get(written, piece.class)),
            };
            let uses = match piece.class {
                Class::Word if id == 0 && piece.may_be_code() => uses.and_marks(Starts::CURRENCY),
                Class::Word => uses,
                Class::Digits => uses.of_digits(),
                Class::Mark => uses.of_mark(written),
            };
            let watched = match (piece.class, piece.short) {
                (Class::Word, Some(word)) if described.may_have(word, piece.capital) => Starts::DESCRIPTION,
                (Class::Word, Some(_)) => Starts::NONE,
                _ => self.watched.other(written, piece.class, piece.capital),
            };
            (id, uses.and_marks(watched))
        };
        tokenize_with(text, short, other, tokens)
    }

    /// The number of a word; 0 if the language does not know it.
    pub fn id(&self, piece: &str, class: Class) -> WordId {
        self.known(self.words.get(piece, class))
    }

    /// The number of a word of the language; 0 for one that is only watched for.
    #[inline]
    const fn known(&self, number: WordId) -> WordId {
        if (number as usize) < self.heads.len() { number } else { 0 }
    }

    /// How a claim may begin with these tokens: with the first word alone, and with a phrase of several.
    /// What is not in a set is no beginning, what is may turn out to be none.
    pub fn starts(&self, tokens: &[Token]) -> (Starts, Starts) {
        let Some((first, rest)) = tokens.split_first() else { return Default::default() };
        let second = self.second(first, rest.first());
        let phrases = second.map_or(Starts::NONE, |second| second.starts(rest));
        (self.starts_alone(first.id), phrases)
    }

    /// The phrases that begin with two tokens.
    #[inline]
    fn second(&self, first: &Token, second: Option<&Token>) -> Option<&Second> {
        let second = second?.id;
        if self.may_be_phrase(first.id, second) {
            self.heads.get(first.id as usize)?.second(second)
        } else {
            None
        }
    }

    /// Whether some phrase may begin with two words; a look at one machine word, which few pairs pass in vain.
    #[inline]
    pub fn may_be_phrase(&self, first: WordId, second: WordId) -> bool {
        second != 0 && self.pairs.may_have(first, second)
    }

    /// How a claim may begin with a word alone.
    pub fn starts_alone(&self, word: WordId) -> Starts {
        self.alone.get(word as usize).copied().unwrap_or_default()
    }

    /// How what stands behind a word may begin where a pattern begins with the word.
    pub fn pattern_goes_on(&self, word: WordId) -> Starts {
        self.opened.get(word as usize).copied().unwrap_or_default()
    }

    /// Whether a single word has a meaning.
    pub fn has(&self, word: &str, meaning: &Meaning) -> bool {
        self.meaning_of(word, |own| (own == meaning).then_some(())).is_some()
    }

    /// The meaning of a single word that `pick` wants.
    pub fn meaning_of<T>(&self, word: &str, pick: impl FnMut(&Meaning) -> Option<T>) -> Option<T> {
        let head = self.heads.get(self.id(word, Class::Word) as usize)?;
        head.singles.iter().map(|entry| &entry.meaning).find_map(pick)
    }

    /// The longest phrase at the head of `tokens` whose meaning `pick` wants, with its length in tokens.
    pub fn find<T>(
        &self,
        text: &str,
        tokens: &[Token],
        mut pick: impl FnMut(&Meaning) -> Option<T>,
    ) -> Option<(usize, T)> {
        let (first, rest) = tokens.split_first()?;
        // Few meanings are wanted, and comparing text costs more than asking. Two plain loops, since this is asked of
        // every word again and again.
        if let Some(second) = self.second(first, rest.first()) {
            let (longer, short) = second.fitting(rest);
            for entry in longer.iter().filter(|entry| entry.goes_on(rest)).chain(short) {
                let length = entry.rest.len() + 1;
                if let Some(found) = pick(&entry.meaning)
                    && entry.is_written(text, &tokens[..length])
                {
                    return Some((length, found));
                }
            }
        }
        for entry in &self.heads.get(first.id as usize)?.singles {
            if let Some(found) = pick(&entry.meaning)
                && entry.is_written(text, &tokens[..1])
            {
                return Some((1, found));
            }
        }
        None
    }

    /// What the phrases at the head of `tokens` mean, longer ones first, with their lengths in tokens.
    pub fn meanings<'l>(
        &'l self,
        text: &str,
        tokens: &[Token],
    ) -> impl Iterator<Item = (usize, &'l Meaning)> {
        let entries = self.entries(tokens);
        let written = entries.filter(|(length, entry)| entry.is_written(text, &tokens[..*length]));
        written.map(|(length, entry)| (length, &entry.meaning))
    }

    /// The phrases whose words stand at the head of `tokens`, longer ones first.
    fn entries<'l>(&'l self, tokens: &[Token]) -> impl Iterator<Item = (usize, &'l Entry)> {
        let (first, rest) = tokens.split_at(tokens.len().min(1));
        let first = first.first();
        let head = first.and_then(|first| self.heads.get(first.id as usize));
        let second = first.and_then(|first| self.second(first, rest.first()));
        let (longer, short) = second.map_or(Default::default(), |second| second.fitting(rest));
        let singles = head.map_or(&[][..], |head| &head.singles);
        let all = longer.iter().chain(short).chain(singles).filter(|entry| entry.goes_on(rest));
        all.map(|entry| (entry.rest.len() + 1, entry))
    }
}

impl Uses {
    const fn and_marks(self, marks: Starts) -> Self {
        Self { marks: self.marks.or(marks), ..self }
    }

    fn of_digits(self) -> Self {
        let marks = self.marks.and(Starts::LITERAL.or(Starts::CUE).or(Starts::SUBJECT));
        Self { begins: self.begins.or(Starts::DIGITS), marks: marks.or(Starts::DIGITS).or(Starts::CORE) }
    }

    /// ASCII marks that a number, a year or an address may begin with, glued to what it has behind.
    const SIGNS: &str = "-+.':";

    const fn of_sign(self) -> Self {
        Self { begins: self.begins.or(Starts::MARK), ..self }
    }

    /// A fraction is known by its look, and any other mark that is no ASCII may be a sign.
    fn of_mark(self, mark: &str) -> Self {
        if mark.len() == 1 && !Self::SIGNS.contains(mark) {
            return self;
        }
        let fraction = "½¼¾⅓⅔⅛⅜⅝⅞".contains(mark);
        let marks = if fraction { Starts::FRACTION.or(Starts::CORE) } else { self.marks };
        Self { marks, ..self }.of_sign()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::meaning::Role;

    #[test]
    fn the_longest_phrase_wins_and_symbols_are_read_as_written() {
        let mut lexicon = Lexicon::default();
        lexicon.add("per", false, Meaning::Role(Role::Per));
        lexicon.add("per cent", false, Meaning::Percent);
        lexicon.add("Mt", true, Meaning::Role(Role::Of));
        let find = |text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, |piece, class| lexicon.id(piece, class), &mut tokens);
            lexicon.find(text, &tokens, |meaning| Some(meaning.clone()))
        };
        assert_eq!(Some((2, Meaning::Percent)), find("Per Cent of"));
        assert_eq!(Some((1, Meaning::Role(Role::Per))), find("per head"));
        assert_eq!(Some((1, Meaning::Role(Role::Of))), find("Mt"));
        assert_eq!(None, find("mt"));
        assert_eq!(None, find("unknown"));
    }
}
