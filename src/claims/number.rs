//! Bare numbers and counts: “5,000 prisoners”, “forty-five thousand”, “between 4,000 and 5,000”.

use super::Kind;
use super::amount::{Form, amount};
use super::draft::Draft;
use super::figure::figure;
use super::grammar::{NO, Parsed, Tokens};
use crate::language::{Class, Meaning};
use crate::value::Measure;

/// A bare number has no mark: nothing is asked for, and it is always there.
const FORM: Form<()> = Form { figure, before: None, after: Some(|i| Ok((i, ()))) };

pub(super) fn number(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, amount) = amount(i, &FORM)?;
    if goes_on(rest) {
        return Err(NO);
    }
    let mut draft = Draft::of_amount(Kind::Number, amount, |()| Measure::Count);
    draft.noun = noun(rest);
    Ok((rest, draft))
}

/// Whether what follows makes the figure a part of something else: 3D, 10:30, 1.2.3, 3-1, 5 p.m.
pub(super) fn goes_on(rest: Tokens<'_>) -> bool {
    if rest.means(|meaning| *meaning == Meaning::NotClaim) {
        return true;
    }
    let Some(next) = rest.first().filter(|token| token.glued) else { return false };
    let glued_digits = || rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    match (next.class, rest.text_of(next)) {
        (Class::Word | Class::Digits, _) | (_, "%" | "€" | "$" | "£") => true,
        (_, ":" | "." | "/" | "-" | "–" | "," | "'" | "’" | "_" | "@" | "\\" | "*" | "^" | "=") => {
            glued_digits()
        }
        _ => false,
    }
}

/// The words behind a number that say what is counted: “Taliban prisoners” in “5,000 Taliban prisoners”.
pub(super) fn noun(i: Tokens<'_>) -> Option<crate::span::Span> {
    const LONGEST: usize = 4;
    let ends = |i: Tokens<'_>| {
        i.first().is_none_or(|token| token.class != Class::Word)
            || i.means(|meaning| matches!(meaning, Meaning::Stop | Meaning::Cardinal(_) | Meaning::Month(_)))
    };
    let mut end = i;
    while end.at - i.at < LONGEST && !ends(end) && (end.at == i.at || !end.is_glued()) {
        end = end.skip(1);
    }
    (end.at > i.at).then(|| i.span_to(end))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores, reads};

    #[test]
    fn numbers_are_read() {
        reads(&[
            ("5,000 prisoners were freed.", "5,000", "number 5000 [4750, 5250)"),
            (
                "Some 1.2 million people live there.",
                "Some 1.2 million",
                "number 1200000 about [1080000, 1320000]",
            ),
            ("It has 193 members.", "193", "number 193 [193, 193]"),
            ("More than 38 million", "More than 38 million", "number 38000000 over (38000000, ∞)"),
            ("at least 12 dead", "at least 12", "number 12 at_least [12, ∞)"),
            ("up to 5,000 prisoners", "up to 5,000", "number 5000 up_to (∞, 5000]"),
            ("between 4,000 and 5,000 men", "between 4,000 and 5,000", "number 4000..5000 [4000, 5000]"),
            ("5-10 million birds", "5-10 million", "number 5000000..10000000 [5000000, 10000000]"),
            ("from 40 to 50 cases", "from 40 to 50", "number 40..50 [40, 50]"),
            (
                "forty-five thousand three hundred and two birds",
                "forty-five thousand three hundred and two",
                "number 45302 [45302, 45302]",
            ),
            ("a dozen eggs", "a dozen", "number 12 [12, 12]"),
            ("half a million readers", "half a million", "number 500000 [475000, 525000)"),
            ("two and a half million", "two and a half million", "number 2500000 [2450000, 2550000)"),
            ("12,34,567 voters", "12,34,567", "number 1234567 [1234567, 1234567]"),
            ("3bn people", "3bn", "number 3000000000 [2500000000, 3500000000)"),
            ("−40 was read", "−40", "number -40 [-40, -40]"),
        ]);
    }

    #[test]
    fn names_with_numbers_are_no_claims() {
        ignores(&[
            "A Boeing 747 landed.",
            "version 2.0 is out",
            "They took Route 66.",
            "Apollo 11 flew.",
            "see page 12",
            "the iPhone 15",
            "won 3-1 at home",
            "at 10:30",
            "by 5 p.m.",
            "on 192.168.1.2",
            "https://example.org/2020/03",
            "the B52 and the F-16",
            "Covid-19",
            "v1.2.3",
            "call 555-0199",
            "the G20",
            "a 4x4",
            "chapter 7",
        ]);
    }
}
