//! Another amount in the place of one that is written, in its manner: hedge, scale and unit stay.

use crate::claims::{Claim, Hedge};
use crate::language::{Class, Language, Meaning, Token};
use crate::value::{Measure, Number, Value, amount_in_words, magnitude, to_figures};

/// How an amount is written: “about 149.6 million miles”.
pub(super) struct Spelling<'a> {
    /// “about ”, where it goes with any amount.
    lead: &'a str,
    /// Digits that are written, from the first that is not a zero; 0 for words.
    figures: i32,
    /// Digits behind the point.
    decimals: i32,
    /// The power of ten of the scale word, and the word with the space before: “ million”.
    scale: Option<(u8, &'a str)>,
    /// “ miles”.
    behind: &'a str,
    language: &'a Language,
}

/// A correction has at least so many figures: “six billion miles” has one, and 5.88 trillion are no six.
const FEWEST: i32 = 3;

impl<'a> Spelling<'a> {
    /// `None` for what is no plain number with a unit behind: “5 ft 10 in”, “half a million miles”, a range.
    pub(super) fn of(claim: &Claim, text: &'a str, language: &'a Language) -> Option<Self> {
        let Value::Amount { low, high: None, measure } = &claim.value else { return None };
        let money = matches!(measure, Measure::Money(_));
        let mut tokens = Vec::new();
        language.lexicon.tokenize(text, &mut tokens);
        let first = tokens
            .iter()
            .position(|token| token.class == Class::Digits)
            .or_else(|| (0..tokens.len()).find(|at| cardinal(language, text, &tokens[*at..]).is_some()))?;
        let start = tokens[first].start as usize;
        let (figure, plain, mut at) = match tokens[first].class {
            Class::Digits => digits(language, text, &tokens, first)?,
            _ => words(language, text, &tokens, first)?,
        };
        let number_end = tokens[at - 1].end as usize;
        let mut power = 0_u8;
        while let Some((length, own)) = scale((language, money), text, &tokens[at..]) {
            power = power.checked_add(own)?;
            at += length;
        }
        let end = tokens[at - 1].end as usize;
        // What else is part of the number would be lost: “two and a half million”.
        (figure * Number::power_of_ten(power.into()) == low.abs()).then_some(())?;
        let loose = |token: &Token| token.class == Class::Digits && !token.glued;
        (!tokens[at..].iter().any(loose)).then_some(())?;
        let kept = claim.hedge == Some(Hedge::About) && !low.is_negative();
        let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
        Some(Self {
            lead: if kept { &text[..start] } else { "" },
            figures: i32::try_from(plain.replace('.', "").trim_start_matches('0').len()).ok()?,
            decimals: i32::try_from(fraction.len()).ok()?,
            scale: (power > 0).then_some((power, &text[number_end..end])),
            behind: &text[end..],
            language,
        })
    }

    /// The scale word, with its power of ten.
    pub(super) fn scale(&self) -> Option<(u8, &'a str)> {
        self.scale.map(|(power, word)| (power, word.trim()))
    }

    /// The unit, or what else stands behind the number.
    pub(super) fn unit(&self) -> &'a str {
        self.behind.trim()
    }

    /// An amount with the hedge that is written.
    pub(super) fn with(&self, amount: &Number) -> String {
        format!("{}{}", self.lead, self.plain(amount))
    }

    /// An amount without any hedge.
    pub(super) fn plain(&self, amount: &Number) -> String {
        let (figure, scale) = match self.scale.and_then(|own| self.scaled(amount, own)) {
            Some((figure, word)) => (figure, word),
            None => (amount.rounded(self.decimals_of(amount)), String::new()),
        };
        format!("{}{scale}{}", amount_in_words(&figure), self.behind)
    }

    /// The amount by a scale that fits it, best the one that is written; `None` if it is best written in full.
    fn scaled(&self, amount: &Number, (power, word): (u8, &str)) -> Option<(Number, String)> {
        let figures = self.figures.max(FEWEST);
        let by = |power: u8| {
            let by = to_figures(&(amount.clone() / Number::power_of_ten(power.into())), figures);
            (1..=3).contains(&magnitude(&by)).then_some(by)
        };
        let other = |(power, name): &(u8, String)| Some((by(*power)?, format!(" {name}")));
        by(power)
            .map(|figure| (figure, word.to_owned()))
            .or_else(|| self.language.scale_names.iter().find_map(other))
    }

    fn decimals_of(&self, amount: &Number) -> i32 {
        let written = if self.scale.is_some() { 0 } else { self.decimals };
        written.max(FEWEST - magnitude(amount))
    }
}

/// A number in digits: its value, its digits without marks between groups, and the token behind.
fn digits(
    language: &Language,
    text: &str,
    tokens: &[Token],
    first: usize,
) -> Option<(Number, String, usize)> {
    let mut at = first + 1;
    let is_inner = |token: &Token| {
        let mark = &text[token.start as usize..token.end as usize];
        token.glued && (mark.starts_with(language.decimal) || mark.starts_with(language.group))
    };
    let is_more = |token: &Token| token.glued && token.class == Class::Digits;
    while tokens.get(at).is_some_and(is_inner) && tokens.get(at + 1).is_some_and(is_more) {
        at += 2;
    }
    let written = &text[tokens[first].start as usize..tokens[at - 1].end as usize];
    let plain = written.replace(language.group, "").replace(language.decimal, ".");
    Some((Number::decimal(&plain)?, plain, at))
}

/// A number below a hundred in words.
fn words(language: &Language, text: &str, tokens: &[Token], first: usize) -> Option<(Number, String, usize)> {
    let (mut sum, mut at) = (0_i64, first);
    loop {
        let hyphen = tokens.get(at).filter(|token| at > first && token.class == Class::Mark && token.glued);
        let next = at + usize::from(hyphen.is_some());
        let Some((length, number)) = tokens.get(next..).and_then(|rest| cardinal(language, text, rest))
        else {
            return Some((Number::from(sum), String::new(), at));
        };
        sum = sum.checked_add(number.into())?;
        at = next + length;
    }
}

fn cardinal(language: &Language, text: &str, tokens: &[Token]) -> Option<(usize, u8)> {
    language.lexicon.find(text, tokens, |meaning| match meaning {
        Meaning::Cardinal(number) => Some(*number),
        _ => None,
    })
}

fn scale((language, money): (&Language, bool), text: &str, tokens: &[Token]) -> Option<(usize, u8)> {
    language.lexicon.find(text, tokens, |meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        Meaning::Suffix { power, money: own } if money || !own => Some(*power),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// What is written for an amount in the unit of the text's one claim.
    fn rewritten(text: &str, amount: &str) -> Option<String> {
        let linter = crate::pipeline::Linter::shipped();
        let reading = linter.read(&Source::new("a.txt", format!("It is {text}.")));
        let claim = reading.claims.first().expect("a claim");
        let written = &reading.document.blocks[0].text[claim.span.range()];
        let amount = Number::decimal(amount).expect(amount);
        Spelling::of(claim, written, &Language::english()).map(|spelling| spelling.with(&amount))
    }

    #[test]
    fn hedge_scale_and_unit_stay() {
        for (expected, text, amount) in [
            ("92.96 million miles", "149.6 million miles", "92955807.27"),
            ("about 93 million miles", "about 150 million miles", "92955807.27"),
            ("299,792 km per second", "3 million km per second", "299792.458"),
            ("5.88 trillion miles", "5.88 million miles", "5878625373183.6"),
            ("5.88 trillion miles", "six billion miles", "5878625373183.6"),
            ("29,032 feet", "29,302 feet", "29031.69"),
            ("0.748 miles", "2 miles", "0.74813"),
            ("26.2 miles", "twenty-five miles", "26.2188"),
            // A bound would not be true of any other amount.
            ("93 million miles", "more than 150 million miles", "92955807.27"),
        ] {
            assert_eq!(Some(expected), rewritten(text, amount).as_deref(), "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_number_is_left_alone() {
        for text in ["5 ft 10 in", "two and a half million miles", "half a million miles", "10 to 12 miles"] {
            assert_eq!(None, rewritten(text, "5"), "{text}");
        }
    }
}
