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
/// assert!(english.cannot_end(b"the end") && !english.cannot_end(b"in Feb"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Abbreviations {
    words: FxHashSet<String>,
    starters: FxHashSet<String>,
    /// A bit for each three letters that one of the words ends in.
    endings: Vec<u64>,
}

/// An abbreviation is told from most words by so many of its last letters.
const ENDING: usize = 3;

impl Abbreviations {
    /// A set of abbreviations; case and the final full stop of each do not matter.
    pub fn new(words: impl IntoIterator<Item: AsRef<str>>) -> Self {
        let words = folded(words);
        let mut endings = vec![0; LETTERS.pow(3).div_ceil(64)];
        for word in &words {
            if let Some(ending) = word.as_bytes().last_chunk().and_then(|ending| place_of(*ending)) {
                endings[ending / 64] |= 1 << (ending % 64);
            }
        }
        Self { words, starters: FxHashSet::default(), endings }
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

    /// Whether it is plain that no abbreviation ends a text: it ends in three letters that none ends in.
    pub fn cannot_end(&self, text: &[u8]) -> bool {
        let ending = text.last_chunk().and_then(|ending: &[u8; ENDING]| place_of(*ending));
        ending.is_some_and(|place| {
            self.endings.get(place / 64).is_none_or(|bits| bits >> (place % 64) & 1 == 0)
        })
    }

    /// Whether `word` opens a sentence even behind an abbreviation, in whatever case.
    pub fn begins(&self, word: &str) -> bool {
        holds(&self.starters, word)
    }
}

const LETTERS: usize = 26;

/// The number of three ASCII letters, in whatever case.
fn place_of(ending: [u8; ENDING]) -> Option<usize> {
    ending.iter().try_fold(0, |place, byte| {
        let letter = usize::from((byte | 0x20).wrapping_sub(b'a'));
        (letter < LETTERS).then_some(place * LETTERS + letter)
    })
}

fn folded(words: impl IntoIterator<Item: AsRef<str>>) -> FxHashSet<String> {
    let fold = |word: &str| word.trim().trim_end_matches('.').to_lowercase();
    words.into_iter().map(|word| fold(word.as_ref())).filter(|word| !word.is_empty()).collect()
}

fn holds(set: &FxHashSet<String>, word: &str) -> bool {
    /// Few words are longer, and none of those is common.
    const LONGEST: usize = 24;
    if set.is_empty() {
        return false;
    }
    let mut small = [0; LONGEST];
    match small.get_mut(..word.len()) {
        Some(small) if word.is_ascii() => {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            std::str::from_utf8(small).is_ok_and(|small| set.contains(small))
        }
        _ => set.contains(word) || set.contains(&word.to_lowercase()),
    }
}
