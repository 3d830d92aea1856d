//! Whether a full stop, question or exclamation mark ends a sentence.

use crate::language::Abbreviations;

/// Full stops that are no ASCII: Chinese and Japanese, ellipsis, Hindi, Arabic, Urdu.
pub(super) const WIDE_STOPS: [char; 7] = ['。', '！', '？', '…', '।', '؟', '۔'];

/// How far back a word may start, in bytes, to be looked at; longer ones are no abbreviations.
pub(super) const REACH: usize = 64;

/// Says of each stop of a text whether a sentence ends there.
pub(super) struct Judge<'a> {
    pub(super) text: &'a str,
    pub(super) abbreviations: &'a Abbreviations,
}

/// What stands at a possible end of a sentence.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// One full stop alone, as abbreviations and numbers have it.
    single: bool,
    /// A stop of a script that sets no space behind it.
    unspaced: bool,
    /// Quotation marks or brackets close behind it.
    closed: bool,
}

impl Judge<'_> {
    /// For a stop at byte `stop`: one past the last byte that belongs to it (with the quotation marks
    /// and brackets it closes), and whether a sentence ends there.
    pub(super) fn judge(&self, stop: usize) -> (usize, bool) {
        let seen = self.at_a_glance(stop).or_else(|| self.before_capital(stop));
        seen.map_or_else(|| self.judge_closely(stop), |cuts| (stop + 1, cuts))
    }

    /// What a full stop in front of a space and a capital is lies with the word before it: the marks and the word behind
    /// need no look.
    fn before_capital(&self, stop: usize) -> Option<bool> {
        match self.text.as_bytes().get(stop..)? {
            [b'.', b' ', next, ..] if next.is_ascii_uppercase() => {}
            _ => return None,
        }
        let before = self.word_before(stop);
        let begins = || self.abbreviations.begins(leading_word(&self.text[stop + 2..]));
        Some(!self.is_list_number(stop, before) && (!self.is_abbreviated(before) || begins()))
    }

    fn judge_closely(&self, stop: usize) -> (usize, bool) {
        let (end, mark) = self.mark(stop);
        let rest = &self.text[end..];
        let cuts = match rest.chars().next() {
            None => true,
            Some(_) if mark.unspaced => true,
            Some(next) if next.is_whitespace() => self.cuts_before_space(stop, mark, rest),
            Some(next) => self.cuts_without_space(stop, mark, next, rest),
        };
        (end, cuts)
    }

    /// Nearly all stops stand behind a word that is no abbreviation, in front of a space and a word.
    fn at_a_glance(&self, stop: usize) -> Option<bool> {
        let (before, rest) = self.text.as_bytes().split_at_checked(stop)?;
        match rest {
            [_] => Some(true),
            [_, b' ', next, ..] if next.is_ascii_lowercase() => Some(false),
            // “5.2”, “U.S., and”, “example.com”.
            [_, next, ..] if next.is_ascii_digit() || next.is_ascii_lowercase() || *next == b',' => {
                Some(false)
            }
            // “U.S. Army”, “example.COM”.
            [_, next, b'.' | b'-' | b'A'..=b'Z', ..] if next.is_ascii_uppercase() => Some(false),
            [b'?' | b'!', b' ', next, ..] if next.is_ascii_uppercase() => Some(true),
            [b'.', b' ', next, ..] if next.is_ascii_uppercase() && self.abbreviations.cannot_end(before) => {
                Some(true)
            }
            _ => None,
        }
    }

    /// Reads the run of stops and all that closes with it.
    fn mark(&self, stop: usize) -> (usize, Mark) {
        let mut mark = Mark::default();
        let mut end = stop;
        let mut stops = 0;
        loop {
            let rest = &self.text[end..];
            let mut following = rest.chars();
            let Some(next) = following.next() else { break };
            let after = following.next();
            if is_stop(next) {
                stops += 1;
                mark.single = stops == 1 && next == '.';
                mark.unspaced = matches!(next, '。' | '！' | '？');
                end += next.len_utf8();
            } else if closes(next)
                || (matches!(next, '"' | '\'') && !after.is_some_and(char::is_alphanumeric))
            {
                mark.closed = true;
                end += next.len_utf8();
            } else if let Some(length) = footnote_mark(rest) {
                mark.closed = true;
                end += length;
            } else if next.is_whitespace() && after.is_some_and(|after| stray(after, following.next())) {
                // Badly typed articles part the closing quotation mark from the stop: `end. ” The`.
                mark.closed = true;
                end += next.len_utf8();
            } else {
                break;
            }
        }
        (end, mark)
    }

    fn cuts_before_space(&self, stop: usize, mark: Mark, rest: &str) -> bool {
        let Some(word) = next_word(rest) else { return true };
        let Some(first) = word.chars().next() else { return false };
        if first.is_lowercase() {
            return false;
        }
        if !mark.single {
            return true;
        }
        let before = self.word_before(stop);
        if self.is_list_number(stop, before) {
            return false;
        }
        if self.is_abbreviated(before) {
            return first.is_uppercase() && self.abbreviations.begins(word);
        }
        true
    }

    /// A missing space: `ends here.He began`, but not `example.Com/A`, `U.S.A` or `No.5`.
    fn cuts_without_space(&self, stop: usize, mark: Mark, next: char, rest: &str) -> bool {
        if matches!(next, '“' | '«' | '‘' | '「') {
            return self.cuts_before_space(stop, mark, rest);
        }
        let mut following = rest.chars();
        following.next();
        let capital = next.is_uppercase()
            && !following.next().is_some_and(|after| after.is_uppercase() || matches!(after, '.' | '-'));
        if !capital {
            return false;
        }
        if mark.closed {
            return true;
        }
        let token = self.token_before(stop);
        let before = self.word_before(stop);
        let mut ending = before.chars().rev();
        let typed_on = ending.next().is_some_and(|last| last.is_lowercase() || last.is_ascii_digit())
            && ending.next().is_some_and(|second| second.is_lowercase() || second.is_ascii_digit());
        typed_on
            && !token.contains(['.', '/', '@', ':', '\\', '_'])
            && !self.is_list_number(stop, before)
            && (!mark.single || !self.is_abbreviated(before) || self.abbreviations.begins(leading_word(rest)))
    }

    /// The word that ends at `at`, with its inner full stops.
    fn word_before(&self, at: usize) -> &str {
        let token = self.token_before(at);
        // Most words are letters or figures alone.
        if token.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return token;
        }
        let start = token.rfind(|c: char| !(c.is_alphanumeric() || c == '.' || is_joined(c)));
        start.map_or(token, |start| {
            token[start..].trim_start_matches(|c: char| !(c.is_alphanumeric() || c == '.'))
        })
    }

    /// What stands between the last white space (or the reach) and `at`.
    fn token_before(&self, at: usize) -> &str {
        let reach = &self.text[self.text.floor_char_boundary(at.saturating_sub(REACH))..at];
        let ends = |byte: u8| !byte.is_ascii() || matches!(byte, b' ' | b'\t'..=b'\r');
        match reach.bytes().rposition(ends) {
            None => return reach,
            Some(space) if reach.as_bytes()[space].is_ascii() => return &reach[space + 1..],
            Some(_) => {}
        }
        let start = reach.rfind(char::is_whitespace).unwrap_or(0);
        reach[start..].trim_start()
    }

    /// `Feb`, `J`, `J.R`, `U.S`, `p.m`, `e.g`: known, one letter, or single letters with stops between.
    fn is_abbreviated(&self, word: &str) -> bool {
        if self.abbreviations.contains(word) {
            return true;
        }
        let is_letter = |part: &str| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        };
        if !word.bytes().any(|byte| byte == b'.') {
            // One small letter alone is a word ("vitamin c."), a capital is an initial.
            return is_letter(word) && word.chars().all(char::is_uppercase);
        }
        word.split('.').all(is_letter)
            || word.rsplit_once('.').is_some_and(|(_, last)| self.abbreviations.contains(last))
    }

    /// The number of a list item at the start of the block: `1. Foo`, `a. Foo`.
    fn is_list_number(&self, stop: usize, word: &str) -> bool {
        let number = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        !word.is_empty() && (number || letter) && stop <= REACH && self.text[..stop].trim_start() == word
    }
}

/// The word that opens what follows, behind quotation marks, brackets and dashes; empty when a mark
/// that cannot open a sentence (`Yahoo! , said`) stands there, `None` when nothing follows.
fn next_word(rest: &str) -> Option<&str> {
    let opened = rest.trim_start_matches(|c: char| c.is_whitespace() || opens(c));
    let first = opened.chars().next()?;
    if matches!(first, ',' | ';' | ':') {
        return Some("");
    }
    let word = leading_word(opened);
    Some(if word.is_empty() { &opened[..first.len_utf8()] } else { word })
}

fn leading_word(text: &str) -> &str {
    let reach = &text[..text.floor_char_boundary(REACH)];
    &reach[..reach.find(|c: char| !c.is_alphanumeric()).unwrap_or(reach.len())]
}

/// `[12]` right behind the stop, as encyclopedias set their notes: its length in bytes.
fn footnote_mark(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix('[')?.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits + 1..].starts_with(']')).then_some(digits + 2)
}

/// Whether `mark`, behind white space, still belongs to the sentence before.
fn stray(mark: char, after: Option<char>) -> bool {
    let ends = after.is_none_or(|after| after.is_whitespace() || closes(after) || is_stop(after));
    ends && (matches!(mark, '”' | '»' | ')' | ']') || is_stop(mark))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!') || WIDE_STOPS.contains(&c)
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '›')
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '“' | '‘'
            | '"'
            | '\''
            | '«'
            | '('
            | '['
            | '{'
            | '「'
            | '（'
            | '‹'
            | '„'
            | '¿'
            | '¡'
            | '–'
            | '—'
            | '-'
    )
}

fn is_joined(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A word, a stop, and what may stand between that and the next word.
    const PIECE: &str = "(U\\.S|[aA]pprox|est|[nN]o|Co|St|a|I|12|[tT]est|é|cafés|e\\.approx|o'est|[a-z]{1,5})\
                         [.?!][.)” ,]?[ \n]?[\"(]?";

    proptest! {
        #[test]
        fn a_glance_says_what_a_close_look_says(pieces in prop::collection::vec(PIECE, 1..8)) {
            let text = pieces.concat();
            let abbreviations = Abbreviations::new(["U.S.", "approx.", "est.", "No.", "St.", "Co."]);
            let judge = Judge { text: &text, abbreviations: &abbreviations };
            for (stop, _) in text.match_indices(['.', '?', '!']) {
                for cuts in [judge.at_a_glance(stop), judge.before_capital(stop)].into_iter().flatten() {
                    prop_assert_eq!((stop + 1, cuts), judge.judge_closely(stop), "{} at {}", text, stop);
                }
            }
        }
    }

    #[test]
    fn most_stops_are_judged_at_a_glance() {
        let abbreviations = Abbreviations::new(["est.", "U.S."]);
        let glance = |text: &str| {
            let judge = Judge { text, abbreviations: &abbreviations };
            text.find('.').and_then(|stop| judge.at_a_glance(stop))
        };
        assert_eq!(Some(true), glance("It ends. The next begins"));
        assert_eq!(Some(false), glance("It may. or may not"));
        assert_eq!(Some(false), glance("It is 5.2 km"));
        assert_eq!(Some(false), glance("Rain, snow etc., it said"));
        assert_eq!(Some(false), glance("The U.S. Army"));
        assert_eq!(None, glance("An est. Five"));
        assert_eq!(None, glance("Rest. Five"));
        assert_eq!(None, glance("It is 5. Five"));
    }
}
