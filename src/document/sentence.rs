//! Cuts prose into sentences in one linear pass.

use std::iter::Peekable;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::stop::{Judge, WIDE_STOPS};
use crate::language::Abbreviations;
use crate::source::is_ascii;
use crate::span::Span;

/// Cuts the texts of blocks into sentences.
pub(super) struct Cutter<'a> {
    abbreviations: &'a Abbreviations,
}

impl<'a> Cutter<'a> {
    pub(super) const fn new(abbreviations: &'a Abbreviations) -> Self {
        Self { abbreviations }
    }

    /// Cuts a block's text into sentences: in order, disjoint, without white space around, and together
    /// holding every character that is not white space.
    ///
    /// The rules look at most [`REACH`](super::stop::REACH) bytes back and over the marks that follow, so that the time is
    /// linear whatever the text.
    pub(super) fn cut(&self, text: &str, sentences: &mut Vec<Span>) {
        let judge = Judge { text, abbreviations: self.abbreviations };
        let narrow = memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes());
        match wide_stops(text) {
            wide if wide.is_empty() => cut_at(narrow, &judge, sentences),
            wide => cut_at(Merged { narrow: narrow.peekable(), wide }, &judge, sentences),
        }
    }
}

fn cut_at(stops: impl Iterator<Item = usize>, judge: &Judge<'_>, sentences: &mut Vec<Span>) {
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
            add(text, start, end, sentences);
            start = end;
            // Nearly all blocks end with a stop.
            if start == text.len() {
                return;
            }
        }
    }
    add(text, start, text.len(), sentences);
}

/// Adds a sentence without the white space around, if it is anything.
#[inline]
fn add(text: &str, start: usize, end: usize, sentences: &mut Vec<Span>) {
    if let Some(sentence) = trimmed(text, start, end) {
        sentences.push(sentence);
    }
}

#[inline]
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let from = start + usize::from(bytes.get(start) == Some(&b' '));
    // Nearly every sentence ends in a mark of ASCII and stands behind one space.
    if let Some([first, .., last]) = bytes.get(from..end)
        && first.is_ascii_graphic() & last.is_ascii_graphic()
    {
        return Some(Span::of(&(from..end)));
    }
    trimmed_closely(text, start, end)
}

fn trimmed_closely(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = &text[start..end];
    let lead = part.len() - part.trim_start().len();
    let span = Span::of(&(start + lead..start + part.trim_end().len().max(lead)));
    (!span.is_empty()).then_some(span)
}

static WIDE_FINDERS: LazyLock<[Finder<'static>; 7]> =
    LazyLock::new(|| WIDE_STOPS.map(|stop| Finder::new(stop.encode_utf8(&mut [0; 4])).into_owned()));

type WideStops<'t> = Peekable<memchr::memmem::FindIter<'t, 'static>>;

/// Where the stops of other scripts are, one iterator for each that the text has.
fn wide_stops(text: &str) -> Vec<WideStops<'_>> {
    if is_ascii(text.as_bytes()) {
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
        let mut sentences = Vec::new();
        Cutter::new(abbreviations).cut(text, &mut sentences);
        sentences
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
    fn a_stop_of_another_script_is_seen_wherever_it_stands() {
        for at in 0..40 {
            let text = format!("{}।{}", "a".repeat(at), "b".repeat(40 - at));
            assert!(!is_ascii(text.as_bytes()), "{at}");
            assert!(is_ascii("a".repeat(at).as_bytes()), "{at}");
        }
    }

    /// What took more than linear time would not come to its end here.
    #[test]
    fn long_runs_are_cut_to_their_end() {
        for unit in [".", "? ", "a.", ". ” ", "A. ", "\"", "…", "。", ".(", ". -", "!'", ".  "] {
            let text = unit.repeat(1_000_000 / unit.len());
            let sentences = cut(&text, &english());
            let half = cut(&text[..unit.len() * (500_000 / unit.len())], &english());
            assert!((2 * half.len()).abs_diff(sentences.len()) <= 1, "{unit:?}");
            let last = sentences.last().map(|last| last.end as usize);
            assert_eq!(Some(text.trim_end().len()), last, "{unit:?}");
        }
    }
}
