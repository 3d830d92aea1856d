//! Cuts prose into sentences in one linear pass.

use std::iter::Peekable;
use std::sync::LazyLock;

use crate::language::Abbreviations;
use crate::span::Span;
use memchr::memmem::Finder;

/// Cuts the texts of blocks into sentences.
pub(super) struct Cutter<'a> {
    abbreviations: &'a Abbreviations,
    /// The sentences of the last text: the room for them is used again.
    sentences: Vec<Span>,
}

impl<'a> Cutter<'a> {
    pub(super) const fn new(abbreviations: &'a Abbreviations) -> Self {
        Self { abbreviations, sentences: Vec::new() }
    }

    /// Cuts a block's text into sentences: in order, disjoint, without white space around, and together
    /// holding every character that is not white space.
    ///
    /// The rules look at most [`REACH`] bytes back and over the marks that follow, so that the time is
    /// linear whatever the text.
    pub(super) fn cut(&mut self, text: &str) -> &[Span] {
        self.sentences.clear();
        let judge = Judge { text, abbreviations: self.abbreviations };
        let narrow = memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes());
        match wide_stops(text) {
            wide if wide.is_empty() => self.cut_at(narrow, &judge),
            wide => self.cut_at(Merged { narrow: narrow.peekable(), wide }, &judge),
        }
        &self.sentences
    }

    fn cut_at(&mut self, stops: impl Iterator<Item = usize>, judge: &Judge<'_>) {
        let text = judge.text;
        let mut start = 0;
        let mut passed = 0;
        for stop in stops {
            if stop < passed {
                continue;
            }
            let (end, cuts) = judge.judge(stop);
            passed = end;
            if cuts {
                self.sentences.extend(trimmed(text, start, end));
                start = end;
            }
        }
        self.sentences.extend(trimmed(text, start, text.len()));
    }
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = &text[start..end];
    let lead = part.len() - part.trim_start().len();
    let span = Span::of(&(start + lead..start + part.trim_end().len().max(lead)));
    (!span.is_empty()).then_some(span)
}

/// Full stops that are no ASCII: Chinese and Japanese, ellipsis, Hindi, Arabic, Urdu.
const WIDE_STOPS: [char; 7] = ['。', '！', '？', '…', '।', '؟', '۔'];

static WIDE_FINDERS: LazyLock<[Finder<'static>; 7]> =
    LazyLock::new(|| WIDE_STOPS.map(|stop| Finder::new(stop.encode_utf8(&mut [0; 4])).into_owned()));

type WideStops<'t> = Peekable<memchr::memmem::FindIter<'t, 'static>>;

/// Where the stops of other scripts are, one iterator for each that the text has.
fn wide_stops(text: &str) -> Vec<WideStops<'_>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let each = WIDE_FINDERS.iter().map(|finder| finder.find_iter(text.as_bytes()).peekable());
    each.filter_map(|mut wide| wide.peek().is_some().then_some(wide)).collect()
}

/// Where each full stop, question and exclamation mark starts, in order.
struct Merged<'t, N: Iterator> {
    narrow: Peekable<N>,
    wide: Vec<WideStops<'t>>,
}

impl<N: Iterator<Item = usize>> Iterator for Merged<'_, N> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let wide = self.wide.iter_mut().filter_map(|wide| wide.peek().copied());
        let next = wide.chain(self.narrow.peek().copied()).min()?;
        self.narrow.next_if_eq(&next);
        for wide in &mut self.wide {
            wide.next_if_eq(&next);
        }
        Some(next)
    }
}

/// How far back a word may start, in bytes, to be looked at; longer ones are no abbreviations.
const REACH: usize = 64;

struct Judge<'a> {
    text: &'a str,
    abbreviations: &'a Abbreviations,
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
    fn judge(&self, stop: usize) -> (usize, bool) {
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

    fn english() -> Abbreviations {
        let words = [
            "Feb.", "Jan.", "Gen.", "approx.", "est.", "No.", "Mr.", "Dr.", "vs.", "St.", "Inc.", "U.S.",
            "a.m.",
        ];
        Abbreviations::new(words).with_starters(["The", "He", "It", "In", "A"])
    }

    fn cut(text: &str, abbreviations: &Abbreviations) -> Vec<Span> {
        Cutter::new(abbreviations).cut(text).to_vec()
    }

    fn sentences(text: &str) -> Vec<&str> {
        cut(text, &english()).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn stays_whole() {
        for text in [
            "The deal of Feb. 29, 2020 holds",
            "He met Gen. Miller in Kabul",
            "A U.S. envoy arrived",
            "The U.S. Army left",
            "It is approx. 5 km long",
            "J. R. Brown spoke",
            "J.R. Brown spoke",
            "with est. 5,000 men",
            "No. 5 is alive",
            "NO. 5 is alive",
            "Mr. Brown, Dr. No and St. Louis vs. Inter",
            "about 3.5 million people",
            "read e.g. this one",
            "at 5 a.m. today",
            "at 5 p.m. Tuesday",
            "Jan.-Feb. was cold",
            "see www.example.org today",
            "see www.example.Org/A.B?C=D!E today",
            "Acme Inc. said so",
            "he waited ... and left",
            "he waited… and left",
            "“Really?” he asked",
            "Yahoo! , said the man",
            "Yahoo!, said the man",
            "1. Foo bars",
            "  12. Foo bars",
            "a. Foo bars",
            "(U.S.) Army",
            "the U.S.-led force of U.S.A and N.A.T.O",
            "at 5.30 p.m. (GMT)",
            "the “U.S.” Army",
            "version 2.0 of Node.js and ASP.NET",
            "mail a.b@Example.Com now",
        ] {
            assert_eq!(vec![text.trim()], sentences(text));
        }
    }

    #[test]
    fn is_cut() {
        for expected in [
            vec!["It was in 2020.", "The deal held."],
            vec!["He was in the U.S.", "The deal held."],
            vec!["He left at 5 p.m.", "In Doha it rained."],
            vec!["He said “it is the end.”", "The next day came."],
            vec!["(It is the end.)", "Next came."],
            vec!["Oh really?", "Yes!", "No."],
            vec!["It is 5 km.", "Then it stops."],
            vec!["In 2020.", "15 people came."],
            vec!["He waited...", "The end came."],
            vec!["He waited…", "The end came."],
            vec!["It ended in 2020.[12]", "The deal held."],
            vec!["He said it. ”", "The deal held."],
            vec!["He said it ” .", "“ We know."],
            vec!["He said it.", "“We know.”"],
            vec!["It is vitamin C.", "It helps."],
            vec!["The \"end.\"", "\"Next\" came."],
            vec!["It ended.", "— Reuters"],
            vec!["Was it?!", "It was."],
            vec!["वह गया।", "वह आया।"],
            vec!["هل جاء؟", "نعم."],
        ] {
            assert_eq!(expected, sentences(&expected.join(" ")));
        }
    }

    #[test]
    fn is_cut_where_no_space_is() {
        for expected in [
            vec!["It ends here.", "He began."],
            vec!["It ended in 2020.", "The deal held."],
            vec!["Oh really?", "Yes."],
            vec!["He said “the end.”", "The next came."],
            vec!["(The end.)", "Next came."],
            vec!["It ends.", "“We know.”"],
            vec!["他来了。", "她走了！", "「真的吗？」", "是的"],
        ] {
            assert_eq!(expected, sentences(&expected.concat()));
        }
    }

    #[test]
    fn without_a_list_only_shapes_are_known() {
        let count = |text| cut(text, &Abbreviations::default()).len();
        assert_eq!(1, count("the U.S. Army of J. R. Brown at 5 p.m. Tuesday"));
        assert_eq!(2, count("Gen. Miller"));
        assert_eq!(0, count(""));
        assert_eq!(0, count(" \u{a0}\n "));
        assert_eq!(1, count("."));
    }

    proptest! {
        #[test]
        fn sentences_hold_all_but_white_space(text in "(\\PC|[.?! ”\"a-cA-C1\n。…\\[\\]]){0,60}") {
            let spans = cut(&text, &english());
            let mut at = 0;
            for span in spans {
                prop_assert!(!span.is_empty());
                prop_assert_eq!("", text[at..span.start as usize].trim());
                let sentence = &text[span.range()];
                prop_assert_eq!(sentence.trim(), sentence);
                at = span.end as usize;
            }
            prop_assert_eq!("", text[at..].trim());
        }
    }

    #[test]
    fn long_runs_take_linear_time() {
        for unit in [".", "? ", "a.", ". ” ", "A. ", "\"", "…", "。", ".(", ". -", "!'", ".  "] {
            let text = unit.repeat(2_000_000 / unit.len());
            let begun = std::time::Instant::now();
            cut(&text, &english());
            assert!(begun.elapsed().as_secs() < 10, "{unit:?}");
        }
    }
}
