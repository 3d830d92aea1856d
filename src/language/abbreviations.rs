//! Where a full stop does not end a sentence.

use rustc_hash::FxHashSet;

/// The words of a language that end in a full stop without ending a sentence, and the words that
/// open a sentence even behind one of those.
///
/// ```
/// use factlint::language::Abbreviations;
///
/// let english = Abbreviations::new(["Feb.", "Gen", "U.S."]).with_starters(["The", "He"]);
/// assert!(english.contains("feb"));
/// assert!(!english.contains("february"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Abbreviations {
    words: FxHashSet<String>,
    starters: FxHashSet<String>,
}

impl Abbreviations {
    /// A set of abbreviations; case and the final full stop of each do not matter.
    pub fn new(words: impl IntoIterator<Item: AsRef<str>>) -> Self {
        Self { words: folded(words), starters: FxHashSet::default() }
    }

    /// Adds words (The, He, It, In …) that, with a capital, open a new sentence even after an
    /// abbreviation: "in the U.S. The deal" is two sentences, "the U.S. Army" is not.
    #[must_use]
    pub fn with_starters(mut self, starters: impl IntoIterator<Item: AsRef<str>>) -> Self {
        self.starters.extend(folded(starters));
        self
    }

    /// Whether `word`, written without its final full stop, is in the set, in whatever case.
    pub fn contains(&self, word: &str) -> bool {
        holds(&self.words, word)
    }

    /// Whether `word` opens a sentence even behind an abbreviation, in whatever case.
    pub fn begins(&self, word: &str) -> bool {
        holds(&self.starters, word)
    }
}

fn folded(words: impl IntoIterator<Item: AsRef<str>>) -> FxHashSet<String> {
    let fold = |word: &str| word.trim().trim_end_matches('.').to_lowercase();
    words.into_iter().map(|word| fold(word.as_ref())).filter(|word| !word.is_empty()).collect()
}

fn holds(set: &FxHashSet<String>, word: &str) -> bool {
    let small = || word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    !set.is_empty() && (set.contains(word) || !small() && set.contains(&word.to_lowercase()))
}
