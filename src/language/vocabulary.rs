//! The shape of a language file.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::meaning::{AgeCue, Beside, Cue, Hedge, Role, Told};
use super::pattern::PatternTexts;
use crate::value::{Code, PartOf, Season, TimeUnit};

type Words<K> = BTreeMap<K, Vec<String>>;

/// A language file, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vocabulary {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) numbers: Numbers,
    pub(super) hedges: Hedges,
    #[serde(default)]
    pub(super) ages: Ages,
    pub(super) time: Time,
    pub(super) dates: Dates,
    pub(super) words: Words<Role>,
    /// Names of holidays by their ids in the table of holidays.
    #[serde(default)]
    pub(super) holidays: Words<String>,
    #[serde(default)]
    pub(super) prefixes: Words<String>,
    #[serde(default)]
    pub(super) units: BTreeMap<String, UnitWords>,
    /// Behind a temperature they make it negative.
    #[serde(default)]
    pub(super) below_zero: Vec<String>,
    /// Ways in which a length is measured.
    #[serde(default)]
    pub(super) extents: Vec<String>,
    #[serde(default)]
    pub(super) currencies: Currencies,
    #[serde(default)]
    pub(super) endings: BTreeMap<String, String>,
    /// Endings of words for one thing that look like a plural: “crisis”.
    #[serde(default)]
    pub(super) singular_endings: Vec<String>,
    /// What the checks of a text against itself look for.
    #[serde(default)]
    pub(super) told: Words<Told>,
    /// Words for an anniversary, by its number; 0 where an ordinal in front says it.
    #[serde(default)]
    pub(super) anniversaries: BTreeMap<String, u16>,
    #[serde(default)]
    pub(super) unasserted: Vec<String>,
    /// What a reviewer calls a claim that is right.
    #[serde(default)]
    pub(super) rated_true: Vec<String>,
    /// Cues of the days that a fact file gives of a life, by their keys.
    #[serde(default)]
    pub(super) life: BTreeMap<String, Vec<String>>,
    /// What these days are called, by the same keys.
    #[serde(default)]
    pub(super) life_nouns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) clause_breaks: Vec<String>,
    /// Words that say how a value belongs to what is spoken of.
    #[serde(default)]
    pub(super) beside: Words<Beside>,
    #[serde(default)]
    pub(super) cues: Words<Cue>,
    #[serde(default)]
    pub(super) abbreviations: Vec<String>,
    #[serde(default)]
    pub(super) starters: Vec<String>,
    #[serde(default)]
    pub(super) not_claims: NotClaims,
    #[serde(default)]
    pub(super) stop_words: Vec<String>,
    #[serde(default)]
    pub(super) examples: Vec<LanguageExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    pub(super) decimal: char,
    pub(super) group: char,
    pub(super) words: BTreeMap<String, u8>,
    pub(super) scales: BTreeMap<String, u8>,
    #[serde(default)]
    pub(super) suffixes: BTreeMap<String, u8>,
    #[serde(default)]
    pub(super) money_suffixes: BTreeMap<String, u8>,
    /// Words that make an “m” in front of them a million.
    #[serde(default)]
    pub(super) masses: Vec<String>,
    /// Words that a number without a unit stands behind.
    #[serde(default)]
    pub(super) unitless: Vec<String>,
    #[serde(default)]
    pub(super) groups: BTreeMap<String, u16>,
    #[serde(default)]
    pub(super) many: BTreeMap<String, u64>,
    #[serde(default)]
    pub(super) couples: BTreeMap<String, u8>,
    #[serde(default)]
    pub(super) several: Vec<String>,
    #[serde(default)]
    pub(super) fractions: BTreeMap<String, u64>,
    #[serde(default)]
    pub(super) plural_fractions: BTreeMap<String, u64>,
    #[serde(default)]
    pub(super) ordinals: BTreeMap<String, u64>,
    #[serde(default)]
    pub(super) ordinal_suffixes: Vec<String>,
    pub(super) percent: Vec<String>,
    #[serde(default)]
    pub(super) percentage_points: Vec<String>,
    #[serde(default)]
    pub(super) basis_points: Vec<String>,
    #[serde(default)]
    pub(super) multiples: BTreeMap<String, u16>,
    #[serde(default)]
    pub(super) times: Vec<String>,
    /// Behind a decimal they make it a multiple.
    #[serde(default)]
    pub(super) times_signs: Vec<String>,
    /// Changes of a rate, in hundredths of a percentage point.
    #[serde(default)]
    pub(super) rate_points: BTreeMap<String, u8>,
    /// Words that say that rates are spoken of.
    #[serde(default)]
    pub(super) rate_cues: Vec<String>,
    #[serde(default)]
    pub(super) ratio_cues: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Ages {
    pub(super) cues: Words<AgeCue>,
    /// The tens of an age: “sixties”.
    #[serde(default)]
    pub(super) decades: BTreeMap<String, u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hedges {
    pub(super) before: Words<Hedge>,
    #[serde(default)]
    pub(super) after: Words<Hedge>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    pub(super) months: Vec<Vec<String>>,
    pub(super) weekdays: Vec<Vec<String>>,
    pub(super) units: Words<TimeUnit>,
    #[serde(default)]
    pub(super) parts: Words<PartOf>,
    /// Units as letters glued to digits: 3h.
    #[serde(default)]
    pub(super) unit_letters: Words<TimeUnit>,
    /// From Monday: “Mondays”.
    #[serde(default)]
    pub(super) weekday_plurals: Vec<String>,
    #[serde(default)]
    pub(super) weekend: Vec<String>,
    #[serde(default)]
    pub(super) seasons: Words<Season>,
    /// The same in the plural: “summers”.
    #[serde(default)]
    pub(super) season_plurals: Words<Season>,
    /// Days by their distance from today.
    #[serde(default)]
    pub(super) days: BTreeMap<String, i8>,
    /// Words that do not change the day: “morning”.
    #[serde(default)]
    pub(super) day_parts: Vec<String>,
    /// Tens of decades by their names.
    #[serde(default)]
    pub(super) decades: BTreeMap<String, u8>,
    /// “last” is −1, “next” 1, from today.
    #[serde(default)]
    pub(super) which: BTreeMap<String, i8>,
    /// The same from the date last spoken of: “the following”.
    #[serde(default)]
    pub(super) which_spoken: BTreeMap<String, i8>,
    /// Counts that are no exact numbers: “a few”.
    #[serde(default)]
    pub(super) vague: BTreeMap<String, u8>,
    /// Words in front of “a week” that make it a length, not a rate.
    #[serde(default)]
    pub(super) lasting: Vec<String>,
    /// Words between a count and a unit: “two more weeks”.
    #[serde(default)]
    pub(super) adjectives: Vec<String>,
    /// Words behind which a date lies in the future.
    #[serde(default)]
    pub(super) future: Vec<String>,
    /// Words behind which a date lies in the past.
    #[serde(default)]
    pub(super) past: Vec<String>,
    /// Endings of verbs that say the same: “resigned”.
    #[serde(default)]
    pub(super) past_endings: Vec<String>,
    #[serde(default)]
    pub(super) present_endings: Vec<String>,
    #[serde(default)]
    pub(super) adverb_endings: Vec<String>,
    /// The letter of Q3 and 3Q.
    #[serde(default)]
    pub(super) quarter_letters: Vec<String>,
    /// The letter of H1.
    #[serde(default)]
    pub(super) half_letters: Vec<String>,
    #[serde(default)]
    pub(super) before_christ: Vec<String>,
    #[serde(default)]
    pub(super) anno_domini: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    pub(super) patterns: PatternTexts,
    pub(super) numeric: NumericOrder,
    /// Between day, month and year in words, if anything: “de”.
    #[serde(default)]
    pub(super) joint: String,
    #[serde(default)]
    pub(super) year_cues: Vec<String>,
    /// Words in front of a name of a month that is a common word as well.
    #[serde(default)]
    pub(super) month_cues: Vec<String>,
    /// Names of months that are common words as well: “may”.
    #[serde(default)]
    pub(super) common_words: Vec<String>,
    /// Words in front of a day and month in figures.
    #[serde(default)]
    pub(super) day_cues: Vec<String>,
}

/// Which comes first in a date in figures, where the figures do not decide: 03/04/2020.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum NumericOrder {
    DayFirst,
    MonthFirst,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitWords {
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) symbols: Vec<String>,
    /// Symbols that are common words as well.
    #[serde(default)]
    pub(super) weak: Vec<String>,
    /// Whether its words are nothing else, so that “a kilogram” is one kilogram.
    #[serde(default)]
    pub(super) sure: bool,
    /// Short forms of a prefixed unit: “kilo” for the kilogram.
    #[serde(default)]
    pub(super) also: Words<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Currencies {
    pub(super) codes: Vec<Code>,
    pub(super) words: Words<Code>,
    /// Words that are several currencies, by what they are called here.
    #[serde(default)]
    pub(super) unsure: BTreeMap<String, SharedName>,
    /// Signs that are read as written.
    #[serde(default)]
    pub(super) symbols: Words<Code>,
    /// Signs that many other names have, which are a currency beside large amounts only.
    #[serde(default)]
    pub(super) letters: Words<Code>,
    /// Common words, which are a currency behind large amounts only: “won”.
    #[serde(default)]
    pub(super) common: Words<Code>,
    /// Hundredths of a currency.
    #[serde(default)]
    pub(super) subunits: BTreeMap<String, SharedName>,
    /// Words near “pounds” that make it a weight.
    #[serde(default)]
    pub(super) weight_cues: Vec<String>,
    /// What is sold by weight.
    #[serde(default)]
    pub(super) weighed: Vec<String>,
    /// Words behind “pound” that make it money.
    #[serde(default)]
    pub(super) priced: Vec<String>,
}

/// Words for one of several currencies, or for its hundredths.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SharedName {
    pub(super) words: Vec<String>,
    pub(super) codes: Vec<Code>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct NotClaims {
    #[serde(default)]
    pub(super) before: Vec<String>,
    #[serde(default)]
    pub(super) after: Vec<String>,
    /// Words that make a number in front of them a house number.
    #[serde(default)]
    pub(super) streets: Vec<String>,
    /// Phrases with a number that assert none.
    #[serde(default)]
    pub(super) idioms: Vec<String>,
    /// Words near two small numbers with a hyphen between that make them a score.
    #[serde(default)]
    pub(super) score_cues: Vec<String>,
}

/// A sentence of the language file with the claim that must be read in it.
#[derive(Deserialize, Debug, Clone)]
#[serde(deny_unknown_fields)]
pub struct LanguageExample {
    /// The sentence.
    pub text: String,
    /// The words that are the claim; without them nothing may be found.
    pub claim: Option<String>,
    /// The value as `factlint claims` prints it.
    pub value: Option<String>,
    /// The document's date.
    pub date: Option<String>,
}
