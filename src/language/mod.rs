//! A language is data: words and word order, in one YAML file of `rules/languages`.

mod abbreviations;
pub(crate) mod eight;
mod expand;
mod fill;
mod holiday;
mod known;
mod lexicon;
mod meaning;
mod pairs;
mod pattern;
mod phrases;
mod sense;
mod shipped;
mod slots;
mod starts;
mod token;
mod units;
mod vocabulary;
mod wanted;
mod watched;
mod words;
mod write;

pub use abbreviations::Abbreviations;
pub use holiday::{Holiday, Holidays};
pub use lexicon::Lexicon;
pub use meaning::{AgeCue, Beside, Cue, Denomination, Hedge, Meaning, Role, Told};
pub use pattern::{DatePatterns, Edge, Node, Patterns};
pub use sense::{Sense, Slot};
pub use shipped::{SHIPPED, Shipped};
pub use slots::Slots;
pub use starts::Starts;
pub(crate) use token::first_piece;
pub use token::{Class, Token, Uses, WordId, tokenize};
pub use units::UnitTable;
pub use vocabulary::{LanguageExample, NumericOrder};
pub use wanted::Wanted;
pub use watched::Watched;
pub use words::Words;
pub use write::century_in_words;

use std::collections::BTreeMap;

use crate::error::Error;
use vocabulary::Vocabulary;

/// A language, ready to read texts in.
#[derive(Debug)]
pub struct Language {
    /// English name of the language.
    pub name: String,
    /// ISO 639 code.
    pub code: String,
    /// What words mean.
    pub lexicon: Lexicon,
    /// Word orders of absolute dates.
    pub date_patterns: DatePatterns,
    /// Holidays that have a name in the language.
    pub holidays: Holidays,
    /// How 03/04/2020 is read.
    pub numeric_order: NumericOrder,
    /// The decimal mark.
    pub decimal: char,
    /// The mark between groups of three digits.
    pub group: char,
    /// Words whose full stop does not end a sentence, and words that begin one.
    pub abbreviations: Abbreviations,
    /// What stands between day, month and year in words, with its spaces.
    pub date_joint: String,
    /// Full names of the months, January first.
    pub month_names: Vec<String>,
    /// Full names of the weekdays, Monday first.
    pub weekday_names: Vec<String>,
    /// Numbers below a hundred that are one word, with that word.
    pub number_names: Vec<(u8, String)>,
    /// Powers of ten that large numbers are written with, a word for each: 6 with “million”.
    pub scale_names: Vec<(u8, String)>,
    /// Endings that inflection adds to a word, longest first, with what stands in the stem for them.
    pub endings: Vec<(String, String)>,
    /// Endings of words for one thing that look like a plural: “crisis”.
    pub singular_endings: Vec<String>,
    /// Endings of verbs in the past: “resigned”.
    past_endings: Vec<String>,
    /// Endings of what is done: “amending”.
    pub present_endings: Vec<String>,
    /// Endings of adverbs: “newly”.
    adverb_endings: Vec<String>,
    /// Cues of the days that a fact file gives of a life, by their keys: `born`, `died`, `founded`.
    pub life: BTreeMap<String, Vec<String>>,
    /// What these days are called: `birth`, `death`, `foundation`.
    pub life_nouns: BTreeMap<String, Vec<String>>,
    /// What a reviewer calls a claim that is right: “true”.
    pub rated_true: Vec<String>,
    /// Units by canonical name.
    pub units: UnitTable,
    /// Sentences that show what is read.
    pub examples: Vec<LanguageExample>,
}

impl Language {
    /// English, as shipped.
    ///
    /// # Panics
    /// Never in a released build: a test loads every shipped language.
    pub fn english() -> Self {
        match SHIPPED[0].load() {
            Ok(language) => language,
            Err(error) => panic!("{error}"),
        }
    }

    /// A shipped language by its ISO 639 code; `None` if none has it.
    ///
    /// ```
    /// use factlint::Language;
    ///
    /// assert_eq!("Spanish", Language::shipped("es").expect("Spanish").name);
    /// assert!(Language::shipped("tlh").is_none());
    /// ```
    pub fn shipped(code: &str) -> Option<Self> {
        SHIPPED.iter().find(|shipped| shipped.code() == code)?.load().ok()
    }

    /// A language from the text of its file; `path` is for messages.
    ///
    /// # Errors
    /// [`Error::Invalid`] with line and column for text that is no language file.
    pub fn from_yaml(path: &str, text: &str) -> Result<Self, Error> {
        let vocabulary: Vocabulary = serde_yaml::from_str(text).map_err(|error| {
            let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (line, column) = (number(line), number(column));
            Error::Invalid { path: path.to_owned(), line, column, message: error.to_string() }
        })?;
        Self::of(path, vocabulary)
    }

    /// Whether a word has the ending of a verb in the past: “resigned”.
    pub fn has_past_ending(&self, word: &str) -> bool {
        // It is asked of word after word, and most differ in the last letter.
        let last = word.as_bytes().last();
        self.past_endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(&**ending))
    }

    /// Whether a word has the ending of an adverb: “newly”.
    pub fn has_adverb_ending(&self, word: &str) -> bool {
        self.adverb_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    fn of(path: &str, vocabulary: Vocabulary) -> Result<Self, Error> {
        let units = UnitTable::shipped();
        units.and_then(|units| Self::build(vocabulary, units)).map_err(|message| Error::Invalid {
            path: path.to_owned(),
            line: 1,
            column: 1,
            message,
        })
    }

    fn build(vocabulary: Vocabulary, units: UnitTable) -> Result<Self, String> {
        let holidays = Holidays::shipped()?;
        let mut lexicon = fill::lexicon(&vocabulary, &units, &holidays)?;
        let date_patterns = DatePatterns::new(&vocabulary.dates.patterns, &mut lexicon)?;
        lexicon.settle();
        let first =
            |names: &Vec<Vec<String>>| names.iter().filter_map(|names| names.first().cloned()).collect();
        let mut endings: Vec<(String, String)> = vocabulary.endings.into_iter().collect();
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Ok(Self {
            date_joint: match vocabulary.dates.joint.trim() {
                "" => " ".to_owned(),
                joint => format!(" {joint} "),
            },
            month_names: first(&vocabulary.time.months),
            weekday_names: first(&vocabulary.time.weekdays),
            number_names: vocabulary
                .numbers
                .words
                .iter()
                .map(|(word, number)| (*number, word.clone()))
                .collect(),
            scale_names: scale_names(&vocabulary.numbers.scales),
            endings,
            singular_endings: vocabulary.singular_endings,
            past_endings: vocabulary.time.past_endings,
            present_endings: vocabulary.time.present_endings,
            adverb_endings: vocabulary.time.adverb_endings,
            life: vocabulary.life,
            life_nouns: vocabulary.life_nouns,
            rated_true: vocabulary.rated_true,
            name: vocabulary.name,
            code: vocabulary.code,
            lexicon,
            date_patterns,
            holidays,
            numeric_order: vocabulary.dates.numeric,
            decimal: vocabulary.numbers.decimal,
            group: vocabulary.numbers.group,
            abbreviations: Abbreviations::new(vocabulary.abbreviations).with_starters(vocabulary.starters),
            units,
            examples: vocabulary.examples,
        })
    }
}

/// A million and its powers by a thousand, each with the first of its words.
fn scale_names(scales: &BTreeMap<String, u8>) -> Vec<(u8, String)> {
    let mut names: Vec<(u8, String)> = scales
        .iter()
        .filter(|(_, power)| (6..=12).contains(*power) && power.is_multiple_of(3))
        .map(|(word, power)| (*power, word.clone()))
        .collect();
    names.sort();
    names.dedup_by_key(|(power, _)| *power);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_language_file_is_named_with_its_place() {
        let error = Language::from_yaml("xx.yaml", "name: X\ncode: [").expect_err("not a language");
        assert!(error.to_string().starts_with("xx.yaml:2:"), "{error}");
        let error = Language::from_yaml("xx.yaml", "nam: X").expect_err("an unknown key");
        assert!(error.to_string().contains("nam"), "{error}");
    }
}
