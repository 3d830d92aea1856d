//! One length, mass, speed … in two units: “10 miles (20 km)”.
//!
//! Both sides are taken as rounded by their written digits, and two round figures may be further apart:
//! “500 miles (800 km)”, “1 lb (500 g)”.

use super::figure::{Figure, Side, amount_of};
use super::needs::{Need, Sentences};
use super::prose::Sentence;
use super::signs::Signs;
use super::{Article, Check, Run, Said, slip};
use crate::claims::{Claim, Kind};
use crate::language::{Beside, Cue, Meaning, Role};
use crate::span::Span;
use crate::value::{Interval, Measure, Number, Unit, amount_in_words, to_figures};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "unit-conversion",
    file: ("rules/checks/unit-conversion.yaml", include_str!("../../rules/checks/unit-conversion.yaml")),
    run: Run::Sentences { needs: &[Need::shown_by(Signs::TWO_QUANTITIES)], run },
};

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    sentences.iter().flat_map(|sentence| look(sentences.article, sentence)).collect()
}

fn look(article: &Article<'_>, sentence: Sentence<'_>) -> Vec<Said> {
    let pairs = sentence.claims.windows(2).enumerate();
    pairs
        .filter(|(_, pair)| pair.iter().all(|claim| claim.kind == Kind::Quantity))
        .filter_map(|(at, _)| judge(article, sentence, at))
        .collect()
}

fn judge(article: &Article<'_>, sentence: Sentence<'_>, at: usize) -> Option<Said> {
    let (one, other) = (&sentence.claims[at], &sentence.claims[at + 1]);
    let (unit, own) = (unit_of(one)?, unit_of(other)?);
    if !unit.comparable(own) || !is_conversion(article, sentence, at) || is_same_system(unit, own) {
        return None;
    }
    let first = sentence.first + at;
    let pairs = match (Side::of(article, first), Side::of(article, first + 1)) {
        (Some(side), Some(own)) => {
            vec![(without_bound(article, side, one), without_bound(article, own, other))]
        }
        (None, None) => {
            let (one, other) = (Side::both(article, first)?, Side::both(article, first + 1)?);
            one.into_iter().zip(other).collect()
        }
        _ => return None,
    };
    let hedged = one.hedge.is_some() || other.hedge.is_some();
    let told = Told::of(article, sentence, (one, other));
    let wrong =
        pairs.iter().find(|(one, other)| !fits(one, other, hedged, told) && !by_rule_of_thumb(one, other));
    let outcome = if wrong.is_some() { Outcome::Contradicts } else { Outcome::Agrees };
    let (one, other) = wrong.or(pairs.first())?;
    let finding = finding(article, (one, other), told, outcome == Outcome::Agrees);
    Some(Said { claim: first + 1, outcome, finding })
}

/// “Up to 120 km/h (75 mph)”: what is converted is the bound, wherever what it bounds may lie.
fn without_bound(article: &Article<'_>, side: Side, claim: &Claim) -> Side {
    if claim.hedge.is_none_or(|hedge| hedge.direction().is_none()) {
        return side;
    }
    let half = article.last_digit(claim) * Number::half();
    let extent = Interval::between(&side.value - &half, &side.value + &half);
    Side { extent, ..side }
}

/// Whether degrees are said to lie between two temperatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It is not said.
    Nothing,
    /// “Up 1.5 °C (2.7 °F)”: they are more likely a difference.
    Difference,
    /// “1.5 °C (2.7 °F) warmer than”: they are nothing else.
    Sure,
}

impl Told {
    fn of(article: &Article<'_>, sentence: Sentence<'_>, (one, other): (&Claim, &Claim)) -> Self {
        let degrees = |claim: &Claim| unit_of(claim).is_some_and(|unit| !unit.offset.is_zero());
        if !degrees(one) && !degrees(other) {
            return Self::Nothing;
        }
        let behind = sentence.behind(other).trim_start_matches([')', ']', ' ']);
        let tokens = article.tokens(behind);
        let differing = |own: &Meaning| (*own == Meaning::Beside(Beside::Difference)).then_some(());
        if let Some((length, ())) = article.language.lexicon.find(behind, &tokens, differing) {
            let next = tokens.get(length).and_then(|next| behind.get(next.start as usize..next.end as usize));
            let than = next.is_some_and(|word| article.is(word, &Meaning::Beside(Beside::Against)));
            return if length > 1 || than { Self::Sure } else { Self::Difference };
        }
        let before = sentence.before(one).trim_end();
        let change = article.last(before, &Meaning::Beside(Beside::Change));
        let right_before = change.is_some_and(|change| change.end as usize == before.len());
        if right_before { Self::Difference } else { Self::Nothing }
    }
}

fn unit_of(claim: &Claim) -> Option<&Unit> {
    match &claim.value {
        crate::value::Value::Amount { measure: Measure::Unit(unit), .. } => Some(unit),
        _ => None,
    }
}

/// Metres and kilometres: texts do not convert between them, but name two things. What is neither a decimal nor a
/// sixtieth of the other is of another system; and nobody has both metres a second and kilometres an hour in the mind.
fn is_same_system(one: &Unit, other: &Unit) -> bool {
    let timed = |unit: &Unit| ["_per_hour", "_per_second"].map(|time| unit.name.ends_with(time));
    let other_time = timed(one) != timed(other);
    if one.offset != other.offset || other_time {
        return false;
    }
    let mut ratio = one.factor.clone() / other.factor.clone() * Number::power_of_ten(12) * Number::from(81);
    for prime in [2, 3, 5].map(Number::from) {
        for _ in 0..120 {
            let part = ratio.clone() / prime.clone();
            if !part.is_integer() {
                break;
            }
            ratio = part;
        }
    }
    ratio == Number::from(1)
}

/// Whether the second is set beside the first as the same in another unit, and nothing more is said of it.
fn is_conversion(article: &Article<'_>, sentence: Sentence<'_>, at: usize) -> bool {
    let (one, other) = (&sentence.claims[at], &sentence.claims[at + 1]);
    let text = &article.document.blocks[one.block as usize].text;
    let lexicon = &article.language.lexicon;
    let gap = text[one.span.end as usize..other.span.start as usize].trim();
    let behind = &text[other.span.end as usize..];
    let ends = |marks: &[char]| behind.is_empty() || behind.starts_with(marks);
    let is_or = |word: &str| lexicon.has(word, &Meaning::Role(Role::Or));
    let set_beside = match gap {
        "(" | "[" => ends(&[')', ']', ';', ',']),
        "/" => ends(&[' ', ',', '.', ')', ';']) && !text[..one.span.start as usize].ends_with('/'),
        "=" => true,
        // “7.5 cm across (3 inches)”.
        gap if gap.strip_suffix('(').is_some_and(|word| lexicon.has(word.trim_end(), &Meaning::Extent)) => {
            ends(&[')', ';', ','])
        }
        gap => {
            let inside = gap.trim_start_matches(['(', ',', ' ']);
            let in_brackets = gap.starts_with('(') && ends(&[')']);
            let between_commas = gap.starts_with(',') && ends(&[',', '.', ';', ')']);
            is_or(inside) && (in_brackets || between_commas)
        }
    };
    set_beside && !is_part_of_more(article, sentence, at)
}

/// “12 st 6 lb (79 kg)”, “3 by 4 m (10 ft)”: the first is the end of something longer.
fn is_part_of_more(article: &Article<'_>, sentence: Sentence<'_>, at: usize) -> bool {
    let one = &sentence.claims[at];
    let text = &article.document.blocks[one.block as usize].text;
    let lexicon = &article.language.lexicon;
    let before = text[..one.span.start as usize].trim_end();
    let word = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let ahead = before[..before.len() - word.len()].trim_end();
    let is_by = |word: &str| word == "×" || lexicon.has(word, &Meaning::Cue(Cue::By));
    let behind_digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    // What stands between the amount in front and this one.
    let between = at.checked_sub(1).map(|at| &sentence.claims[at]).and_then(|last| {
        let amount = matches!(last.kind, Kind::Quantity | Kind::Number | Kind::Money);
        amount.then(|| text[last.span.end as usize..one.span.start as usize].trim())
    });
    let adjoins = between == Some("");
    // “3 by 4 m”, but “rose by 4 m”.
    let dimension = is_by(word) && (behind_digit(ahead) || between == Some(word));
    // “12 st 6 lb”, where “st” is no unit to the grammar.
    let short = word.chars().count() <= 6 && word.chars().all(char::is_alphabetic) && behind_digit(ahead);
    let glued = word.chars().any(|c| c.is_ascii_digit()) && word.ends_with(char::is_alphabetic);
    adjoins || short || glued || dimension || behind_digit(before)
}

/// Units whose name has another size elsewhere, with that size in hundred-millionths of the usual one: long
/// and metric tons, imperial gallons, troy ounces, nautical miles, the food calorie, metric horsepower.
const ELSEWHERE: &[(&str, i64)] = &[
    ("ton", 112_000_000),
    ("ton", 110_231_131),
    ("hundredweight", 112_000_000),
    ("gallon", 120_094_993),
    ("quart", 120_094_993),
    ("pint", 120_094_993),
    ("fluid_ounce", 96_075_994),
    ("mile_per_gallon", 83_267_418),
    ("ounce", 109_714_286),
    ("mile", 115_077_945),
    ("cup", 105_668_821),
    ("calorie", 100_000_000_000),
    ("horsepower", 98_632_007),
];

/// Whether both may be one size.
fn fits(one: &Side, other: &Side, hedged: bool, told: Told) -> bool {
    let (Measure::Unit(unit), Measure::Unit(own)) = (&one.measure, &other.measure) else { return true };
    let sizes = |unit: &Unit| {
        let elsewhere = ELSEWHERE.iter().filter(|(name, _)| *name == unit.name);
        let sizes = elsewhere.map(|(_, size)| Number::ratio(*size, 100_000_000));
        std::iter::once(Number::from(1)).chain(sizes).collect::<Vec<_>>()
    };
    let absolute = |unit: &Unit, amount: &Number| unit.to_base(amount);
    // A rise of 2 °C is one of 3.6 °F.
    let difference = |unit: &Unit, amount: &Number| amount * &unit.factor;
    let readings: &[fn(&Unit, &Number) -> Number] = if unit.offset == own.offset || told == Told::Sure {
        &[difference]
    } else if difference(unit, &one.value).abs() < Number::from(WIDEST_DIFFERENCE) {
        &[absolute, difference]
    } else {
        &[absolute]
    };
    let (unit_sizes, own_sizes) = (sizes(unit), sizes(own));
    readings.iter().enumerate().any(|(place, to_base)| {
        unit_sizes.iter().any(|size| {
            own_sizes.iter().any(|own_size| {
                let base = |unit: &Unit, size: &Number, amount: &Number| {
                    if *size == Number::from(1) {
                        to_base(unit, amount)
                    } else {
                        to_base(unit, &(amount * size))
                    }
                };
                let (here, there) = (base(unit, size, &one.value), base(own, own_size, &other.value));
                let interval = |side: &Side, is: &Number, unit: &Unit, size: &Number| {
                    if side.extent == Interval::exactly(side.value.clone()) {
                        return Interval::exactly(is.clone());
                    }
                    side.extent.clone().map(|amount| base(unit, size, &amount))
                };
                interval(one, &here, unit, size).meets(&interval(other, &there, own, own_size))
                    || place == 0
                        && *size == Number::from(1)
                        && size == own_size
                        && (&here - &there).abs() <= slack([unit, own], &here, told)
                        && (hedged || is_round(&one.value) || is_round(&other.value))
            })
        })
    })
}

/// Whether the second is the first by a factor of one or two digits that is not far off: 0.6 miles to the
/// kilometre, 2.5 acres to the hectare. Three feet to the metre are too far off.
fn by_rule_of_thumb(one: &Side, other: &Side) -> bool {
    let (Measure::Unit(unit), Measure::Unit(own)) = (&one.measure, &other.measure) else { return false };
    if unit.offset != own.offset || unit.factor.is_zero() || own.factor.is_zero() {
        return false;
    }
    let there = unit.factor.clone() / own.factor.clone();
    let back = own.factor.clone() / unit.factor.clone();
    let close = |rough: &Number, exact: &Number| (rough - exact).abs() <= exact * &Number::ratio(1, 20);
    [1, 2].into_iter().any(|digits| {
        let (onward, return_way) = (to_figures(&there, digits), to_figures(&back, digits));
        let by = |side: &Side, factor: &Number| side.extent.clone().map(|amount| amount * factor.clone());
        close(&onward, &there) && by(one, &onward).meets(&other.extent)
            || close(&return_way, &back) && by(other, &return_way).meets(&one.extent)
    })
}

/// Temperatures are seldom further apart than this, in kelvins.
const WIDEST_DIFFERENCE: i64 = 50;

/// How far apart round figures may be: an eighth, of a temperature three degrees.
fn slack(units: [&Unit; 2], base: &Number, told: Told) -> Number {
    let degrees = told != Told::Sure && units.iter().any(|unit| !unit.offset.is_zero());
    if degrees { Number::from(3) } else { base.abs() * Number::ratio(1, 8) }
}

/// One digit with zeros behind, or two of which the second is a five.
fn is_round(value: &Number) -> bool {
    let text = value.to_string();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_matches('0');
    digits.len() <= 1 || (digits.len() == 2 && digits.ends_with('5'))
}

fn finding(article: &Article<'_>, (one, other): (&Side, &Side), told: Told, agrees: bool) -> Finding {
    let claims = [one, other].map(|side| &article.claims[side.claim]);
    let [said, own] = claims.map(|claim| article.said(claim));
    let expected = in_unit_of(one, other, told).map(|amount| amount.rounded(2).to_string());
    if agrees {
        let message = format!("{own} is {said}");
        return Finding { rule: CHECK.id, expected, message, ..Finding::default() };
    }
    // Of a range, the end that is wrong.
    let is_range = amount_of(claims[0]).is_none();
    let from = if is_range { with_unit(article, one, &one.value) } else { said.to_owned() };
    let is =
        converted(article, one, other, told).map_or_else(String::new, |right| format!("{from} is {right}"));
    let message = format!("the text says {said} is {own}, but {is}");
    let labels: Vec<(Span, String)> = vec![(claims[1].span, is), (claims[0].span, String::new())];
    let found = Finding { rule: CHECK.id, expected, message, labels, ..Finding::default() };
    if !article.in_full {
        return found;
    }
    let mut corrections = Vec::new();
    for (from, to) in [(one, other), (other, one)] {
        let (from_claim, to_claim) = (&article.claims[from.claim], &article.claims[to.claim]);
        // What is written in words or in two units, 5 ft 10 in, has no one figure to change.
        let text = converted(article, from, to, told).filter(|_| Figure::of(article, to_claim).is_some());
        if let Some(text) = text.filter(|text| text != article.text_of(to_claim)) {
            let offer = format!("write “{text}” if {} is right", article.said(from_claim));
            corrections.push((to_claim.span, text, offer));
        }
    }
    let bounded = |claim: &Claim| claim.hedge.is_some_and(|hedge| hedge.direction().is_some());
    let meant = claims.iter().filter(|claim| !bounded(claim));
    let mut notes: Vec<String> = meant.filter_map(|claim| article.width_of(claim)).collect();
    let right = |place: usize, value: &Number| {
        if place == one.claim {
            fits(&one.with(value), other, false, told)
        } else {
            fits(one, &other.with(value), false, told)
        }
    };
    notes.extend((!is_range).then(|| slip::hint(article, [one.claim, other.claim], right)).flatten());
    Finding { notes, corrections, ..found }
}

/// An amount in the unit of another.
fn in_unit_of(from: &Side, to: &Side, told: Told) -> Option<Number> {
    let (Measure::Unit(unit), Measure::Unit(own)) = (&from.measure, &to.measure) else { return None };
    if told != Told::Nothing {
        // A difference knows no zero.
        return (!own.factor.is_zero()).then(|| &from.value * &unit.factor / own.factor.clone());
    }
    Some(own.from_base(&unit.to_base(&from.value)))
}

/// An amount in the unit of another, written as that is written.
fn converted(article: &Article<'_>, from: &Side, to: &Side, told: Told) -> Option<String> {
    let amount = in_unit_of(from, to, told)?;
    let claim = &article.claims[to.claim];
    let in_words = || with_unit(article, to, &amount.rounded(1));
    Some(article.rewritten(claim, &amount).unwrap_or_else(in_words))
}

/// An amount with the unit that stands behind the figures of a claim: that of a range as well.
fn with_unit(article: &Article<'_>, side: &Side, amount: &Number) -> String {
    let said = article.said(&article.claims[side.claim]);
    let end = said.rfind(|c: char| c.is_ascii_digit()).map_or(said.len(), |at| at + 1);
    format!("{}{}", amount_in_words(amount), &said[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn units_of_two_systems_are_told_apart() {
        let language = Language::english();
        let same = |one: &str, other: &str| {
            let unit = |name: &str| language.units.get(name).expect("a unit");
            is_same_system(&unit(one), &unit(other))
        };
        for (one, other) in [("metre", "kilometre"), ("foot", "yard")] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("metre", "foot"),
            ("degree_celsius", "degree_fahrenheit"),
            ("acre", "hectare"),
            ("kilometre_per_hour", "metre_per_second"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn round_figures_have_one_digit_or_end_in_five() {
        for (expected, value) in [(true, 100), (true, 25), (true, 150), (false, 32), (false, 1_800)] {
            assert_eq!(expected, is_round(&Number::from(value)), "{value}");
        }
    }
}
