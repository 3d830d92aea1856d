//! Whether a birth and an age are two people's: then the one says nothing about the other.

use super::Article;
use super::prose::{Sentence, first_word, words};
use crate::claims::Claim;
use crate::language::{Meaning, Role, Told};

/// “Anna Bell (born 1950) succeeded Peter Lang, who died aged 71”: a word that brings in somebody else from the
/// sentence of the birth to the age, another name between the two, or both “he” and “she”; `at` is the number of the age
/// among the claims of its sentence.
pub(super) fn are_told_of(sentence: &Sentence<'_>, birth: &Claim, at: usize) -> bool {
    /// Much stands between an age and a birth of two people, in bytes.
    const REACH: u32 = 400;
    let article = sentence.article;
    let claim = &sentence.claims[at];
    let (first, second) = if birth.span.start < claim.span.start { (birth, claim) } else { (claim, birth) };
    if second.span.start.saturating_sub(first.span.end) > REACH {
        return true;
    }
    let block = &article.document.blocks[birth.block as usize];
    let begins = article.document.sentences(block).get(birth.sentence as usize).map_or(0, |own| own.start);
    let begins = begins.max(first.span.start.saturating_sub(REACH));
    let begins = sentence.text.ceil_char_boundary(begins as usize);
    let piece = |from: usize, to: u32| sentence.text.get(from..to as usize).unwrap_or_default();
    let (head, between) =
        (piece(begins, first.span.start), piece(first.span.end as usize, second.span.start));
    let pronoun = |word: &&str| article.is(word, &Meaning::Told(Told::Pronoun));
    let mut pronouns = words(piece(begins, second.span.end)).filter(pronoun).map(str::to_lowercase);
    let both = pronouns.next().is_some_and(|first| pronouns.any(|other| other != first));
    both || !is_of_subject(article, head, between) && brings_in_another(article, head)
        || brings_in_another(article, behind_predicate(article, between))
        || article.tells(first_clause(sentence.behind(second)), Told::SecondPerson)
        || names_another(article, between)
}

/// “Margaret Lowe, who died in 2020 aged 92, was born in 1928”: the “who” is the one who was born.
fn is_of_subject(article: &Article<'_>, head: &str, between: &str) -> bool {
    /// Words of a name, and from the comma to the date of birth.
    const FEW: usize = 5;
    let Some((name, clause)) = head.split_once(", ") else { return false };
    let (who, clause) = first_word(clause);
    let (died, rest) = first_word(clause);
    let is_name = words(name).count() <= FEW && words(name).all(|word| word.starts_with(char::is_uppercase));
    let dead =
        article.is(who, &Meaning::Told(Told::Relative)) && article.is(died, &Meaning::Told(Told::Died));
    let (was, behind) = first_word(between.strip_prefix(", ").unwrap_or_default());
    let born = article.is(was, &Meaning::Tense(false))
        && article.is(first_word(behind).0, &Meaning::Told(Told::Born))
        && words(behind).count() <= FEW;
    is_name && dead && born && !article.tells(rest, Told::SecondPerson)
}

/// “His wife, born”, “married Anna, born”; but the “who” of “Anna, who was born” is Anna.
fn brings_in_another(article: &Article<'_>, text: &str) -> bool {
    let Some(born) = article.last(text, &Meaning::Told(Told::Born)) else {
        return article.tells(text, Told::SecondPerson);
    };
    let (mut front, rest) = text.split_at(born.start as usize);
    while let Some(word) = front.split_whitespace().next_back()
        && article.is(word, &Meaning::Stop)
    {
        front = front.trim_end().strip_suffix(word).unwrap_or_default();
    }
    article.tells(front, Told::SecondPerson) || article.tells(rest, Told::SecondPerson)
}

/// “(1951–2020) was a painter who died”: the “who” is the one whose life it is, if nobody else stands in front of it.
fn behind_predicate<'t>(article: &Article<'_>, between: &'t str) -> &'t str {
    let (was, rest) = first_word(between.strip_prefix(')').unwrap_or_default());
    let (a, mut rest) = first_word(rest);
    if !article.is(was, &Meaning::Tense(false)) || !article.is(a, &Meaning::Role(Role::A)) {
        return between;
    }
    loop {
        let (word, behind) = first_word(rest);
        let joins = article.is(word, &Meaning::Role(Role::And));
        if article.is(word, &Meaning::Told(Told::Relative)) {
            return behind;
        }
        if word.is_empty()
            || article.is(word, &Meaning::Stop) && !joins
            || article.tells(word, Told::SecondPerson)
        {
            return between;
        }
        rest = behind;
    }
}

/// What stands behind a claim up to the next mark.
fn first_clause(behind: &str) -> &str {
    &behind[..behind.find([',', ';', '.', ':', ')']).unwrap_or(behind.len())]
}

/// Whether a name stands in a text that is no place: “, he and Peter Lang”, but “in New York”.
fn names_another(article: &Article<'_>, between: &str) -> bool {
    let mut free = false;
    let mut begins = false;
    for piece in between.split_whitespace() {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let month = |own: &Meaning| matches!(own, Meaning::Month(_) | Meaning::Weekday(_)).then_some(());
        let calendar = article.language.lexicon.meaning_of(word, month).is_some();
        let stop = article.is(word, &Meaning::Stop);
        if word.starts_with(char::is_uppercase) && !stop && !calendar {
            if free || begins {
                return true;
            }
        } else if !word.is_empty() {
            // “In York”, “the Royal Navy”, but “and Peter”.
            free = !stop || article.is(word, &Meaning::Role(Role::And));
        }
        begins = piece.ends_with(['.', ';', '!', '?']);
    }
    false
}
