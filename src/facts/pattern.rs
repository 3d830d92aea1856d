//! What names and cues cannot say: a regular expression over the sentence.

use std::sync::{Arc, OnceLock};

use regex::{Captures, Regex};
use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{Ast, RepetitionKind};

/// A regular expression whose group `value` marks the claim. It is built when a sentence is first held against it that has
/// the words that it needs: most patterns of a run never are. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Pattern(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    text: String,
    /// The words of which a text has one where the pattern fits.
    needed: OnceLock<Option<Vec<String>>>,
    built: OnceLock<Option<Regex>>,
}

/// The engine takes no pattern that grows past ten megabytes. So many classes of characters, each counted as
/// often as it is repeated, stay far below; where there are more, the pattern is built at once to see.
const FEW: usize = 200;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in words that follow “`pattern`”.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let syntax = Parser::new().parse(text);
        syntax.map_err(|error| reason(&error.to_string()))?;
        let (needed, built) = (OnceLock::new(), OnceLock::new());
        // Names of classes and flags are looked at by the engine alone.
        let plain = !["\\p", "\\P", "[[", "&&", "(?-"].iter().any(|mark| text.contains(mark));
        if !plain || weight(text) > FEW {
            let regex = Regex::new(text).map_err(|error| reason(&error.to_string()))?;
            let _ = built.set(Some(regex));
        }
        if !["(?<value>", "(?P<value>"].iter().any(|group| text.contains(group)) {
            return Err("has no group `value` around the claim: `(?<value>…)`".into());
        }
        Ok(Self(Arc::new(Inner { text: text.to_owned(), needed, built })))
    }

    /// The pattern as the fact file writes it.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The first place in a text where the pattern fits, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let Inner { text: own, needed, built } = &*self.0;
        // To build an engine costs as much as to read hundreds of sentences.
        if built.get().is_none() && !has_one(text, needed.get_or_init(|| needed_words(own)).as_deref()) {
            return None;
        }
        built.get_or_init(|| Regex::new(own).ok()).as_ref()?.captures(text)
    }
}

/// Words, in small letters, of which a text has one wherever a pattern fits; `None` if nothing is needed for certain.
fn needed_words(pattern: &str) -> Option<Vec<String>> {
    needed_by(&Parser::new().parse(pattern).ok()?)
}

fn needed_by(part: &Ast) -> Option<Vec<String>> {
    match part {
        Ast::Literal(literal) => literal.c.is_ascii().then(|| vec![literal.c.to_ascii_lowercase().into()]),
        Ast::Group(group) => needed_by(&group.ast),
        Ast::Repetition(repetition) => match repetition.op.kind {
            RepetitionKind::OneOrMore => needed_by(&repetition.ast),
            _ => None,
        },
        Ast::Alternation(either) => {
            let each: Option<Vec<_>> = either.asts.iter().map(needed_by).collect();
            each.map(|each| each.concat())
        }
        Ast::Concat(all) => {
            let letter = |part: &Ast| matches!(part, Ast::Literal(literal) if literal.c.is_ascii());
            // Letters behind each other are a word.
            let runs = all.asts.chunk_by(|one, next| letter(one) && letter(next));
            let sets = runs.filter_map(|run| {
                let sets: Option<Vec<_>> = run.iter().map(needed_by).collect();
                sets.map(|sets| if letter(&run[0]) { vec![sets.concat().concat()] } else { sets.concat() })
            });
            // The more letters, the fewer texts have them.
            sets.max_by_key(|words| words.iter().map(String::len).min())
        }
        _ => None,
    }
}

/// Whether a text has one of these words, in small letters or capitals.
fn has_one(text: &str, words: Option<&[String]>) -> bool {
    // What is no ASCII may be a capital of a letter that is.
    let Some(words) = words.filter(|_| !text.contains(['\u{17f}', '\u{212a}'])) else { return true };
    let has = |word: &str| {
        let bytes = word.as_bytes();
        text.as_bytes().windows(bytes.len()).any(|part| part.eq_ignore_ascii_case(bytes))
    };
    words.iter().any(|word| has(word))
}

/// How many classes a pattern may stand for, counted widely: repetitions may stand within each other.
fn weight(text: &str) -> usize {
    let classes = text.bytes().filter(|byte| b"\\.[(".contains(byte)).count() + text.len() / 10;
    let counts = text.split('{').skip(1).map(|rest| {
        let inside = rest.split('}').next().unwrap_or_default().split(',');
        inside.map(|count| count.trim().parse::<usize>().unwrap_or(1)).max().unwrap_or(1).max(1)
    });
    counts.fold(classes, usize::saturating_mul)
}

/// The message draws the pattern over several lines; the reason is in the last.
fn reason(message: &str) -> String {
    let reason = message.lines().last().unwrap_or_default();
    format!("is no regular expression: {}", reason.trim_start_matches("error: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_built_when_they_are_needed_or_may_be_too_large() {
        let is_built = |text: &str| Pattern::read(text).expect(text).0.built.get().is_some();
        assert!(!is_built(r"free (?<value>[\d,]+ prisoners)"));
        assert!(!is_built(r"(?<value>\d{1,3} km)"));
        assert!(is_built(r"(?<value>\w{100}) km"));
        assert!(is_built(r"(?<value>\p{Lu}) km"));
        let found = Pattern::read(r"free (?<value>\d+)").expect("a pattern");
        assert_eq!("12", &found.captures("They free 12 of them.").expect("a fit")["value"]);
    }

    #[test]
    fn a_pattern_is_not_built_for_a_text_without_its_words() {
        let needed = |text: &str| {
            let mut words = needed_words(text).unwrap_or_default();
            words.sort();
            words.join("|")
        };
        for (expected, text) in [
            ("counts|has", r"\b(?:UN|United Nations) (?:has|counts) (?<value>\d+)"),
            ("member states|members", r"(?<value>\d+ (?:member states|members))"),
            ("lies at|means", "(?i)Zero (?:Lies at|means) (?<value>[−-]?\\d)"),
            ("n one of ", "n one of (?:them|a?) (?<value>x+)"),
            ("harbo", "harbo(?:u|r)?r"),
            ("x", "x+"),
            ("", "(?:a|b?)"),
            ("", "a*b{2}c?|d"),
            ("", "\u{e9}"),
            ("", "("),
        ] {
            assert_eq!(expected, needed(text), "{text}");
        }
        let pattern = Pattern::read("(?i)of (?:kelvin|stone) (?<value>\\d+)").expect("a pattern");
        assert!(pattern.captures("a kind of 12 and a KELVI").is_none());
        assert!(pattern.0.built.get().is_none());
        assert!(pattern.captures("a kind of \u{212a}elvin 12").is_some());
        assert!(pattern.0.built.get().is_some());
        assert!(pattern.captures("A KIND OF STONE 12").is_some());
    }

    #[test]
    fn what_is_no_pattern_is_refused_with_its_reason() {
        for (expected, text) in [
            ("is no regular expression: unclosed group", "(signed"),
            ("is no regular expression: Unicode property not found", r"(?<value>\p{Foo})"),
            ("has no group `value` around the claim: `(?<value>…)`", "signed"),
        ] {
            assert_eq!(expected, Pattern::read(text).map(|_| ()).expect_err(text));
        }
        assert!(Pattern::read(&format!("(?<value>{}{})", r"\w", "{100}".repeat(9))).is_err());
        assert!(Pattern::read(&"(".repeat(100_000)).is_err());
    }
}
