//! Words that are poor names of a subject, since texts have them that do not mean it. Only [`FactBook::lint`] asks for them,
//! so that no check pays for reading the list.
//!
//! [`FactBook::lint`]: super::FactBook::lint

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::language::Language;

/// Why a name is found where its subject is not meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Common {
    /// Written small it stands anywhere in a sentence.
    Small,
    /// A word, which has the name's capital where it begins a sentence or stands in a headline.
    Word,
    /// Others have the name as well.
    Name,
}

impl Common {
    /// What is wrong with a name.
    pub(super) fn message(self, name: &str, subject: &str) -> String {
        match self {
            Self::Small => format!("“{name}” is a word of many texts that do not mean {subject}"),
            Self::Word => format!("“{name}” begins sentences and headlines that do not mean {subject}"),
            Self::Name => format!("“{name}” names others than {subject}, too"),
        }
    }

    /// What to do about it.
    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::Small => {
                "move it to `called`, which counts once the subject was named, or to `described`, with another word of the sentence"
            }
            Self::Word | Self::Name => {
                "where that may happen: give a longer name, move it to `described`, with another word of the sentence, or let \
                 `unless` of a fact say beside which words it is not meant"
            }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    words: FxHashSet<String>,
    names: FxHashSet<String>,
}

/// The words of a language that are poor names.
#[derive(Debug)]
pub(super) struct CommonWords<'l> {
    lists: Lists,
    language: &'l Language,
}

impl<'l> CommonWords<'l> {
    /// Those of a language; of one that has no list only what its own file knows.
    pub(super) fn new(language: &'l Language) -> Self {
        let mut all = read().unwrap_or_default();
        Self { lists: all.remove(&language.code).unwrap_or_default(), language }
    }

    /// Why a name would be found in many texts that do not mean its subject, if so.
    ///
    /// Names are matched as they are written: one with a capital is found where the word has one, an acronym in capitals only
    /// (“US”, “IT”), and of several words all must stand there.
    pub(super) fn look(&self, name: &str) -> Option<Common> {
        let one_word = !name.contains(|c: char| c.is_whitespace() || c == '-');
        let acronym = name.chars().count() > 1 && name.chars().all(char::is_uppercase);
        if !one_word || acronym {
            return None;
        }
        if name.chars().all(char::is_lowercase) {
            return Some(Common::Small);
        }
        let word = name.to_lowercase();
        let known = self.language.abbreviations.begins(name)
            || self.language.lexicon.meaning_of(&word, |_| Some(())).is_some();
        match () {
            () if known || self.lists.words.contains(&word) => Some(Common::Word),
            () if self.lists.names.contains(name) => Some(Common::Name),
            () => None,
        }
    }
}

fn read() -> Result<BTreeMap<String, Lists>, serde_yaml::Error> {
    serde_yaml::from_str(include_str!("../../rules/common_words.yaml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_common_as_it_is_written() {
        let english = Language::english();
        let words = CommonWords::new(&english);
        for (expected, name) in [
            (Some(Common::Small), "turkey"),
            (Some(Common::Small), "quorl"),
            (Some(Common::Word), "Turkey"),
            (Some(Common::Word), "May"),
            (Some(Common::Word), "Will"),
            (Some(Common::Word), "Shell"),
            (Some(Common::Name), "Jordan"),
            (None, "US"),
            (None, "IT"),
            (None, "Quorl"),
            (None, "Shell Oil"),
            (None, "Kenya"),
        ] {
            assert_eq!(expected, words.look(name), "{name}");
        }
    }

    #[test]
    fn the_lists_can_be_read_and_their_words_are_written_as_they_are_compared() {
        let all = read().expect("the file of common words");
        for Lists { words, names } in all.values() {
            assert!(words.len() > 300 && names.len() > 100);
            assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.contains(' ')));
            assert!(names.iter().all(|name| name.starts_with(char::is_uppercase)));
        }
    }
}
