//! A language is data: words and word order, in one YAML file of `rules/languages`.

mod abbreviations;
mod expand;
mod holiday;
mod lexicon;
mod meaning;
mod pattern;
mod sense;
mod starts;
mod token;
mod units;
mod vocabulary;
mod words;
mod write;

pub use abbreviations::Abbreviations;
pub use holiday::{Holiday, Holidays};
pub use lexicon::Lexicon;
pub use meaning::{AgeCue, Beside, Cue, Hedge, Meaning, Role, Told};
pub use pattern::{DatePatterns, Node, Patterns};
pub use sense::{Sense, Slot};
pub use starts::Starts;
pub(crate) use token::first_piece;
pub use token::{Class, Token, Uses, WordId, tokenize};
pub use units::UnitTable;
pub use vocabulary::{LanguageExample, NumericOrder};
pub use words::Words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::value::Weekday;
use expand::expand;
use vocabulary::{Currencies, Numbers, Time, UnitWords, Vocabulary};

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
    /// Full names of the months, January first.
    pub month_names: Vec<String>,
    /// Full names of the weekdays, Monday first.
    pub weekday_names: Vec<String>,
    /// Numbers below a hundred that are one word, with that word.
    pub number_names: Vec<(u8, String)>,
    /// Endings that inflection adds to a word, longest first, with what stands in the stem for them.
    pub endings: Vec<(String, String)>,
    /// Endings of words for one thing that look like a plural: “crisis”.
    pub singular_endings: Vec<String>,
    /// Endings of verbs in the past: “resigned”.
    pub past_endings: Vec<String>,
    /// Endings of what is done: “amending”.
    pub present_endings: Vec<String>,
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

/// A language that ships with factlint.
#[derive(Debug)]
pub struct Shipped {
    /// Path of its file.
    pub path: &'static str,
    /// The file's text.
    pub text: &'static str,
    /// The same as JSON, as the build has written it.
    json: &'static str,
}

macro_rules! shipped {
    ($code:literal) => {
        Shipped {
            path: concat!("rules/languages/", $code, ".yaml"),
            text: include_str!(concat!("../../rules/languages/", $code, ".yaml")),
            json: include_str!(concat!(env!("OUT_DIR"), "/", $code, ".json")),
        }
    };
}

/// The languages that ship with factlint.
pub const SHIPPED: &[Shipped] = &[shipped!("en"), shipped!("es")];

impl Shipped {
    /// Its ISO 639 code.
    pub fn code(&self) -> &'static str {
        self.path.split(['/', '.']).nth_back(1).unwrap_or_default()
    }

    /// The language.
    ///
    /// # Errors
    /// [`Error::Invalid`] with line and column, never for a released build: a test loads every shipped language.
    pub fn load(&self) -> Result<Language, Error> {
        match serde_json::from_str(self.json) {
            Ok(vocabulary) => Language::of(self.path, vocabulary),
            // The YAML has lines and columns to point at.
            Err(_) => Language::from_yaml(self.path, self.text),
        }
    }
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

    fn of(path: &str, vocabulary: Vocabulary) -> Result<Self, Error> {
        let units = UnitTable::from_yaml(include_str!("../../rules/units.yaml"));
        units.and_then(|units| Self::build(vocabulary, units)).map_err(|message| Error::Invalid {
            path: path.to_owned(),
            line: 1,
            column: 1,
            message,
        })
    }

    fn build(vocabulary: Vocabulary, units: UnitTable) -> Result<Self, String> {
        let mut lexicon = Lexicon::default();
        add_numbers(&mut lexicon, &vocabulary.numbers);
        add_all(&mut lexicon, &vocabulary.ages.cues, |cue| Meaning::Age(*cue));
        add_numbered(&mut lexicon, &vocabulary.ages.decades, Meaning::AgeDecade);
        add_time(&mut lexicon, &vocabulary.time)?;
        add_units(&mut lexicon, &vocabulary, &units)?;
        add_currencies(&mut lexicon, &vocabulary.currencies);
        for (hedges, after) in [(&vocabulary.hedges.before, false), (&vocabulary.hedges.after, true)] {
            for (hedge, patterns) in hedges {
                let phrases: Vec<String> = patterns.iter().flat_map(|pattern| expand(pattern)).collect();
                lexicon.add_all(&phrases, &Meaning::Hedge { hedge: *hedge, after });
            }
        }
        add_all(&mut lexicon, &vocabulary.words, |role| Meaning::Role(*role));
        add_all(&mut lexicon, &vocabulary.beside, |beside| Meaning::Beside(*beside));
        add_all(&mut lexicon, &vocabulary.told, |told| Meaning::Told(*told));
        add_numbered(&mut lexicon, &vocabulary.anniversaries, Meaning::Anniversary);
        for (cue, patterns) in &vocabulary.cues {
            let phrases: Vec<String> = patterns.iter().flat_map(|pattern| expand(pattern)).collect();
            lexicon.add_all(&phrases, &Meaning::Cue(*cue));
        }
        let plain = [
            (&vocabulary.dates.year_cues, Meaning::YearCue),
            (&vocabulary.dates.month_cues, Meaning::MonthCue),
            (&vocabulary.dates.day_cues, Meaning::DayCue),
            (&vocabulary.dates.common_words, Meaning::CommonWord),
            (&vocabulary.not_claims.before, Meaning::Label),
            (&vocabulary.not_claims.after, Meaning::NotClaim),
            (&vocabulary.not_claims.idioms, Meaning::Idiom),
            (&vocabulary.not_claims.streets, Meaning::Street),
            (&vocabulary.below_zero, Meaning::BelowZero),
            (&vocabulary.not_claims.score_cues, Meaning::ScoreCue),
            (&vocabulary.stop_words, Meaning::Stop),
            (&vocabulary.unasserted, Meaning::Unasserted),
            (&vocabulary.clause_breaks, Meaning::ClauseBreak),
        ];
        for (words, meaning) in plain {
            lexicon.add_all(words, &meaning);
        }
        let holidays = Holidays::from_yaml(include_str!("../../rules/holidays.yaml"))?;
        for (id, names) in &vocabulary.holidays {
            let number = holidays.number(id).ok_or(format!("holidays: no holiday {id} in the table"))?;
            lexicon.add_all(names, &Meaning::Holiday(number));
        }
        let date_patterns = DatePatterns::new(&vocabulary.dates.patterns, &mut lexicon)?;
        let first =
            |names: &Vec<Vec<String>>| names.iter().filter_map(|names| names.first().cloned()).collect();
        let mut endings: Vec<(String, String)> = vocabulary.endings.into_iter().collect();
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Ok(Self {
            month_names: first(&vocabulary.time.months),
            weekday_names: first(&vocabulary.time.weekdays),
            number_names: vocabulary
                .numbers
                .words
                .iter()
                .map(|(word, number)| (*number, word.clone()))
                .collect(),
            endings,
            singular_endings: vocabulary.singular_endings,
            past_endings: vocabulary.time.past_endings,
            present_endings: vocabulary.time.present_endings,
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

fn add_all<'a, K: 'a>(
    lexicon: &mut Lexicon,
    words: impl IntoIterator<Item = (&'a K, &'a Vec<String>)>,
    meaning: impl Fn(&K) -> Meaning,
) {
    for (key, phrases) in words {
        lexicon.add_all(phrases, &meaning(key));
    }
}

fn add_numbered<N: Copy>(lexicon: &mut Lexicon, words: &BTreeMap<String, N>, meaning: impl Fn(N) -> Meaning) {
    for (word, number) in words {
        lexicon.add(word, false, meaning(*number));
    }
}

fn add_numbers(lexicon: &mut Lexicon, numbers: &Numbers) {
    add_numbered(lexicon, &numbers.words, Meaning::Cardinal);
    add_numbered(lexicon, &numbers.scales, Meaning::Scale);
    for (suffixes, money) in [(&numbers.suffixes, false), (&numbers.money_suffixes, true)] {
        add_numbered(lexicon, suffixes, |power| Meaning::Suffix { power, money });
    }
    add_numbered(lexicon, &numbers.groups, Meaning::Group);
    add_numbered(lexicon, &numbers.many, Meaning::Many);
    add_numbered(lexicon, &numbers.couples, Meaning::Couple);
    lexicon.add_all(&numbers.several, &Meaning::Several);
    for (fractions, plural) in [(&numbers.fractions, false), (&numbers.plural_fractions, true)] {
        add_numbered(lexicon, fractions, |parts| Meaning::Fraction { parts, plural });
    }
    add_numbered(lexicon, &numbers.ordinals, Meaning::Ordinal);
    add_joined(lexicon, numbers);
    lexicon.add_all(&numbers.ordinal_suffixes, &Meaning::OrdinalSuffix);
    lexicon.add_all(&numbers.percent, &Meaning::Percent);
    lexicon.add_all(&numbers.percentage_points, &Meaning::PercentagePoint);
    lexicon.add_all(&numbers.basis_points, &Meaning::BasisPoint);
    add_numbered(lexicon, &numbers.multiples, Meaning::Multiple);
    lexicon.add_all(&numbers.times, &Meaning::Times);
    lexicon.add_all(&numbers.ratio_cues, &Meaning::RatioCue);
}

/// “twentyfive” and “twentyfifth” in one word.
fn add_joined(lexicon: &mut Lexicon, numbers: &Numbers) {
    for (tens, ten) in numbers.words.iter().filter(|(_, ten)| **ten >= 20 && **ten % 10 == 0) {
        for (word, unit) in numbers.words.iter().filter(|(_, unit)| (1..10).contains(*unit)) {
            lexicon.add(&format!("{tens}{word}"), false, Meaning::Cardinal(ten + unit));
        }
        for (word, unit) in numbers.ordinals.iter().filter(|(_, unit)| (1..10).contains(*unit)) {
            lexicon.add(&format!("{tens}{word}"), false, Meaning::Ordinal(u64::from(*ten) + unit));
        }
    }
}

fn add_time(lexicon: &mut Lexicon, time: &Time) -> Result<(), String> {
    if time.months.len() != 12 || time.weekdays.len() != 7 {
        return Err("time: twelve months and seven weekdays are needed".into());
    }
    for (number, names) in (1..).zip(&time.months) {
        lexicon.add_all(names, &Meaning::Month(number));
    }
    for (number, names) in (1..).zip(&time.weekdays) {
        let weekday = Weekday::from_monday_one_offset(number).map_err(|error| error.to_string())?;
        lexicon.add_all(names, &Meaning::Weekday(weekday));
    }
    for (number, name) in (1..).zip(&time.weekday_plurals) {
        let weekday = Weekday::from_monday_one_offset(number).map_err(|error| error.to_string())?;
        lexicon.add(name, false, Meaning::Weekdays(weekday));
    }
    add_numbered(lexicon, &time.days, Meaning::DayWord);
    add_numbered(lexicon, &time.decades, Meaning::Decade);
    add_numbered(lexicon, &time.vague, Meaning::Vague);
    for (words, spoken) in [(&time.which, false), (&time.which_spoken, true)] {
        add_numbered(lexicon, words, |offset| Meaning::Which { offset, spoken });
    }
    add_all(lexicon, &time.seasons, |season| Meaning::Season(*season));
    let plain = [
        (&time.weekend, Meaning::Weekend),
        (&time.day_parts, Meaning::DayPart),
        (&time.adjectives, Meaning::TimeAdjective),
        (&time.lasting, Meaning::Lasting),
        (&time.quarter_letters, Meaning::QuarterLetter),
        (&time.half_letters, Meaning::HalfLetter),
        (&time.future, Meaning::Tense(true)),
        (&time.past, Meaning::Tense(false)),
    ];
    for (words, meaning) in plain {
        lexicon.add_all(words, &meaning);
    }
    add_all(lexicon, &time.units, |unit| Meaning::Time(*unit));
    add_all(lexicon, &time.unit_letters, |unit| Meaning::TimeLetter(*unit));
    add_all(lexicon, &time.parts, |part| Meaning::PartOf(*part));
    for (names, before) in [(&time.before_christ, true), (&time.anno_domini, false)] {
        lexicon.add_all(names, &Meaning::Era(before));
    }
    Ok(())
}

fn add_units(lexicon: &mut Lexicon, vocabulary: &Vocabulary, units: &UnitTable) -> Result<(), String> {
    let no_prefix = vec![String::new()];
    for (name, words) in &vocabulary.units {
        add_unit(lexicon, units, name, words, &no_prefix, &no_prefix)?;
        for prefix in units.prefixes(name) {
            let Some(forms) = vocabulary.prefixes.get(prefix) else { continue };
            let (long, short) = forms.split_first().ok_or(format!("prefix {prefix} has no words"))?;
            add_unit(lexicon, units, &format!("{prefix}{name}"), words, std::slice::from_ref(long), short)?;
        }
        for (name, words) in &words.also {
            let words = UnitWords { words: words.clone(), ..UnitWords::default() };
            add_unit(lexicon, units, name, &words, &no_prefix, &no_prefix)?;
        }
    }
    Ok(())
}

fn add_unit(
    lexicon: &mut Lexicon,
    units: &UnitTable,
    name: &str,
    words: &UnitWords,
    long: &[String],
    short: &[String],
) -> Result<(), String> {
    let unit = units.get(name).ok_or(format!("units: no unit {name} in the unit table"))?;
    let meaning = |weak, sure| Meaning::Unit { unit: Arc::clone(&unit), weak, sure };
    for prefix in long {
        for word in &words.words {
            lexicon.add(&format!("{prefix}{word}"), false, meaning(false, words.sure));
            lexicon.add(&format!("{prefix}{word}s"), false, meaning(false, false));
        }
    }
    for prefix in short {
        for word in &words.symbols {
            lexicon.add(&format!("{prefix}{word}"), true, meaning(false, words.sure));
            // “kms”, “mls”: with a prefix no other word is meant.
            if !prefix.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                lexicon.add(&format!("{prefix}{word}s"), true, meaning(false, false));
            }
        }
    }
    if short.iter().any(String::is_empty) {
        for word in &words.weak {
            lexicon.add(word, true, meaning(true, false));
        }
    }
    Ok(())
}

fn add_currencies(lexicon: &mut Lexicon, currencies: &Currencies) {
    let currency = |code: Option<&str>, parts| Meaning::Currency { code: code.map(Arc::from), parts };
    for code in &currencies.codes {
        lexicon.add(code, true, currency(Some(code), 1));
    }
    for (code, patterns) in &currencies.words {
        for word in patterns.iter().flat_map(|pattern| expand(pattern)) {
            lexicon.add(&word, false, currency(Some(code), 1));
        }
    }
    for word in currencies.unsure.keys() {
        lexicon.add(word, false, currency(None, 1));
    }
    for word in currencies.subunits.values().flatten().flat_map(|pattern| expand(pattern)) {
        lexicon.add(&word, false, currency(None, 100));
    }
    lexicon.add_all(&currencies.weight_cues, &Meaning::WeightCue);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_language_loads() {
        for shipped in SHIPPED {
            if let Err(error) = Language::from_yaml(shipped.path, shipped.text) {
                panic!("{error}");
            }
            // What the build has written says the same.
            let vocabulary: serde_json::Result<Vocabulary> = serde_json::from_str(shipped.json);
            assert!(vocabulary.is_ok(), "{}: {:?}", shipped.path, vocabulary.err());
            let yaml: serde_yaml::Value = serde_yaml::from_str(shipped.text).expect("YAML");
            let json: serde_yaml::Value = serde_json::from_str(shipped.json).expect("JSON");
            assert_eq!(yaml, json, "{}", shipped.path);
        }
    }

    #[test]
    fn a_broken_language_file_is_named_with_its_place() {
        let error = Language::from_yaml("xx.yaml", "name: X\ncode: [").expect_err("not a language");
        assert!(error.to_string().starts_with("xx.yaml:2:"), "{error}");
        let error = Language::from_yaml("xx.yaml", "nam: X").expect_err("an unknown key");
        assert!(error.to_string().contains("nam"), "{error}");
    }
}
