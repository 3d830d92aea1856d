//! Units that stand apart from their number, in a label: “Life expectancy (years): 62”, “Population (million) 50.6”.

use super::fit::Said;
use super::sentence::{Run, Sentence};
use crate::claims::{Claim, read_value};
use crate::facts::Fact;
use crate::language::{Beside, Meaning, tokenize};
use crate::value::{Duration, Extent, Measure, Number, TimeUnit, Value};

/// The claim in the unit that stands in brackets between the fact's cue and the value, or behind the value.
pub(super) fn with_unit(sentence: &Sentence<'_>, said: &Said<'_>, fact: &Fact, cue: Run) -> Option<Claim> {
    let wanted = |meaning: &Meaning| match (&fact.is.value, meaning) {
        (Value::Duration { low, .. }, Meaning::Time(unit)) => {
            low.parts().iter().any(|(_, own)| own == unit).then_some(Label::Time(*unit))
        }
        (Value::Amount { measure: Measure::Percent, .. }, Meaning::Percent) => {
            Some(Label::Measure(Measure::Percent))
        }
        (Value::Amount { measure: Measure::Money(own), .. }, Meaning::Currency(named)) => {
            let same = named.parts == 1 && named.currency.meets(own);
            same.then(|| Label::Measure(Measure::Money(named.currency.clone())))
        }
        _ => None,
    };
    let in_brackets = bracketed(sentence, cue.1.min(said.here.0), said.here.0);
    // “Population (million): 50.6”.
    let scale = |meaning: &Meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        _ => None,
    };
    let scaled = in_brackets.iter().find_map(|run| first_meaning(sentence, sentence.text_of(*run), scale));
    let claim = scaled.map_or_else(|| said.claim.clone(), |power| times(said.claim, power));
    let behind = (sentence.text(said.end) == ",").then_some((said.end + 1, said.end + 4));
    // “respectively 1.9, 1.8 and 1.7 (%)”.
    let respective = sentence.beside(Beside::Respective, 0..sentence.words.len()).next().is_some();
    let list_end = if respective { bracketed(sentence, said.end, sentence.words.len()) } else { Vec::new() };
    let mut places = in_brackets.into_iter().chain(behind).chain(list_end);
    let label = places.find_map(|(from, to)| {
        let text = sentence.text_of((from, to.min(sentence.words.len())));
        unit_of(sentence, text, fact).or_else(|| first_meaning(sentence, text, wanted))
    });
    match (label, scaled) {
        (Some(label), _) => Some(label.of(&claim)),
        (None, Some(_)) => Some(claim),
        (None, None) => None,
    }
}

/// A claim times a power of ten.
fn times(claim: &Claim, power: u8) -> Claim {
    let factor = Number::power_of_ten(i32::from(power));
    let Value::Amount { low, high, measure } = &claim.value else { return claim.clone() };
    let value = Value::Amount {
        low: low * &factor,
        high: high.as_ref().map(|high| Box::new(&**high * &factor)),
        measure: measure.clone(),
    };
    let extent = match &claim.extent {
        Some(Extent::Amount(amounts)) => {
            Some(Extent::Amount(amounts.clone().map(|amount| &amount * &factor)))
        }
        other => other.clone(),
    };
    Claim { value, extent, ..claim.clone() }
}

/// A unit that stands apart from its number.
enum Label {
    Measure(Measure),
    Time(TimeUnit),
}

impl Label {
    fn of(self, claim: &Claim) -> Claim {
        let Value::Amount { low, high, .. } = &claim.value else { return claim.clone() };
        match self {
            Self::Measure(measure) => Claim {
                value: Value::Amount { low: low.clone(), high: high.clone(), measure },
                ..claim.clone()
            },
            Self::Time(unit) => {
                let length = |number: &Number| Duration::new(number.clone(), unit);
                let day = length(&Number::from(1)).days();
                let (shortest, longest) = (day.lo.value().cloned(), day.hi.value().cloned());
                let extent = match (&claim.extent, shortest, longest) {
                    (Some(Extent::Amount(amounts)), Some(shortest), Some(longest)) => {
                        let mean = (shortest + longest) / Number::from(2);
                        Some(Extent::Amount(amounts.clone().map(|amount| &amount * &mean)))
                    }
                    _ => None,
                };
                let value = Value::Duration { low: length(low), high: high.as_deref().map(length) };
                Claim { value, extent, ..claim.clone() }
            }
        }
    }
}

/// The unit that a text is: “cubic meters”.
fn unit_of(sentence: &Sentence<'_>, text: &str, fact: &Fact) -> Option<Label> {
    let Value::Amount { measure: Measure::Unit(own), .. } = &fact.is.value else { return None };
    match read_value(sentence.language, &format!("2 {text}"))?.value {
        Value::Amount { measure: Measure::Unit(unit), .. } if unit.comparable(own) => {
            Some(Label::Measure(Measure::Unit(unit)))
        }
        _ => None,
    }
}

/// The words between brackets in a range of words.
fn bracketed(sentence: &Sentence<'_>, from: usize, to: usize) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open = None;
    for at in from..to {
        match (sentence.text(at), open) {
            ("(", _) => open = Some(at + 1),
            (")", Some(first)) if at > first => {
                found.push((first, at));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The first meaning in a text that is wanted.
fn first_meaning<T>(
    sentence: &Sentence<'_>,
    text: &str,
    wanted: impl Fn(&Meaning) -> Option<T>,
) -> Option<T> {
    let lexicon = &sentence.language.lexicon;
    let mut tokens = Vec::new();
    tokenize(text, |piece, class| lexicon.id(piece, class), &mut tokens);
    (0..tokens.len()).find_map(|at| lexicon.find(text, &tokens[at..], &wanted).map(|(_, found)| found))
}
