//! Fills a lexicon with the words of a language file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::expand::expand;
use super::holiday::Holidays;
use super::lexicon::Lexicon;
use super::meaning::{Denomination, Meaning};
use super::units::UnitTable;
use super::vocabulary::{Currencies, Numbers, SharedName, Time, UnitWords, Vocabulary};
use crate::value::{Code, Currency, Weekday};

/// The words of a language with their meanings; those of its date patterns come later.
///
/// # Errors
/// A word for a unit, a holiday or a part of a date that no table has.
pub(super) fn lexicon(
    vocabulary: &Vocabulary,
    units: &UnitTable,
    holidays: &Holidays,
) -> Result<Lexicon, String> {
    let mut lexicon = Lexicon::default();
    add_numbers(&mut lexicon, &vocabulary.numbers);
    add_all(&mut lexicon, &vocabulary.ages.cues, |cue| Meaning::Age(*cue));
    add_numbered(&mut lexicon, &vocabulary.ages.decades, Meaning::AgeDecade);
    add_time(&mut lexicon, &vocabulary.time)?;
    add_units(&mut lexicon, vocabulary, units)?;
    add_currencies(&mut lexicon, &vocabulary.currencies)?;
    for (hedges, after) in [(&vocabulary.hedges.before, false), (&vocabulary.hedges.after, true)] {
        for (hedge, patterns) in hedges {
            let phrases: Vec<String> = patterns.iter().flat_map(|pattern| expand(pattern)).collect();
            lexicon.add_all(&phrases, &Meaning::Hedge { hedge: *hedge, after });
        }
    }
    add_all(&mut lexicon, &vocabulary.words, |role| Meaning::Role(*role));
    add_patterns(&mut lexicon, &vocabulary.beside, Meaning::Beside);
    add_patterns(&mut lexicon, &vocabulary.told, Meaning::Told);
    add_numbered(&mut lexicon, &vocabulary.anniversaries, Meaning::Anniversary);
    add_patterns(&mut lexicon, &vocabulary.cues, Meaning::Cue);
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
        (&vocabulary.extents, Meaning::Extent),
        (&vocabulary.not_claims.score_cues, Meaning::ScoreCue),
        (&vocabulary.stop_words, Meaning::Stop),
        (&vocabulary.unasserted, Meaning::Unasserted),
        (&vocabulary.clause_breaks, Meaning::ClauseBreak),
    ];
    for (words, meaning) in plain {
        lexicon.add_all(words, &meaning);
    }
    for (id, names) in &vocabulary.holidays {
        let number = holidays.number(id).ok_or(format!("holidays: no holiday {id} in the table"))?;
        lexicon.add_all(names, &Meaning::Holiday(number));
    }
    Ok(lexicon)
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

/// The same where words may stand in brackets.
fn add_patterns<'a, K: Copy + 'a>(
    lexicon: &mut Lexicon,
    words: impl IntoIterator<Item = (&'a K, &'a Vec<String>)>,
    meaning: impl Fn(K) -> Meaning,
) {
    for (key, patterns) in words {
        let phrases: Vec<String> = patterns.iter().flat_map(|pattern| expand(pattern)).collect();
        lexicon.add_all(&phrases, &meaning(*key));
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
    lexicon.add_all(&numbers.masses, &Meaning::Masses);
    lexicon.add_all(&numbers.unitless, &Meaning::Unitless);
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
    lexicon.add_all(&numbers.times_signs, &Meaning::TimesSign);
    add_numbered(lexicon, &numbers.rate_points, Meaning::RatePoints);
    lexicon.add_all(&numbers.rate_cues, &Meaning::RateCue);
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
    add_all(lexicon, &time.season_plurals, |season| Meaning::Seasons(*season));
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

fn add_currencies(lexicon: &mut Lexicon, currencies: &Currencies) -> Result<(), String> {
    let currency = |currency, parts| Meaning::Currency(Arc::new(Denomination { currency, parts }));
    let one = |code: &Code| currency(Currency::One(*code), 1);
    for (symbols, of_much) in [(&currencies.symbols, false), (&currencies.letters, true)] {
        for (code, symbols) in symbols {
            let meaning = one(code);
            for symbol in symbols {
                lexicon.add(symbol, true, meaning.clone());
                if of_much {
                    lexicon.add(symbol, true, Meaning::CodeOfMuch);
                }
            }
        }
    }
    for (code, words) in &currencies.common {
        lexicon.add_all(words, &Meaning::CommonCurrency(*code));
    }
    for code in &currencies.codes {
        lexicon.add(code, true, one(code));
    }
    for (code, patterns) in &currencies.words {
        let phrases: Vec<String> = patterns.iter().flat_map(|pattern| expand(pattern)).collect();
        lexicon.add_all(&phrases, &one(code));
    }
    for (shared, parts) in [(&currencies.unsure, 1), (&currencies.subunits, 100)] {
        for (name, SharedName { words, codes }) in shared {
            let of = Currency::of(codes.clone()).ok_or(format!("currencies: {name} has no codes"))?;
            let phrases: Vec<String> = words.iter().flat_map(|pattern| expand(pattern)).collect();
            lexicon.add_all(&phrases, &currency(of, parts));
        }
    }
    lexicon.add_all(&currencies.weight_cues, &Meaning::WeightCue);
    lexicon.add_all(&currencies.weighed, &Meaning::Weighed);
    lexicon.add_all(&currencies.priced, &Meaning::Priced);
    Ok(())
}
