//! A hint inside other findings: which single slip in one of the numbers would make the statement right.

use super::Article;
use super::figure::{Figure, amount_of};
use crate::value::{Number, Slip};

/// A number that may have been written with a slip: what `fits` is asked with, its figures, and what one of them is worth.
struct Written {
    claim: usize,
    figures: String,
    scale: Number,
}

/// The note, if exactly one slip in one of the claims fits. `fits` says whether a claim's other value would be right.
pub(super) fn hint(
    article: &Article<'_>,
    claims: impl IntoIterator<Item = usize>,
    fits: impl Fn(usize, &Number) -> bool,
) -> Option<String> {
    let mut found: Vec<(usize, Number, Slip)> = Vec::new();
    for written in claims.into_iter().filter_map(|claim| Written::of(article, claim)) {
        let meant = written.values(article.language.decimal);
        let fitting = meant.into_iter().filter(|(value, _)| fits(written.claim, value));
        found.extend(fitting.map(|(value, slip)| (written.claim, value, slip)));
    }
    let (claim, value, slip) = the_one(&found)?;
    let own = &article.claims[*claim];
    if *slip == Slip::Thousandfold {
        let less = amount_of(own).is_some_and(|(said, _)| value < said);
        let much = if less { "little" } else { "much" };
        return Some(format!("“{}” would fit if it were {} as {much}", article.said(own), slip.in_words()));
    }
    Some(format!("“{}” would fit: {}", article.exactly(own, value)?, slip.in_words()))
}

/// The same for whole numbers such as years, each with what is called out to `fits`.
pub(super) fn hint_of_whole(numbers: &[i64], fits: impl Fn(usize, i64) -> bool) -> Option<String> {
    let mut found: Vec<(usize, i64, Slip)> = Vec::new();
    for (place, number) in numbers.iter().enumerate() {
        let meant = Slip::behind(&number.to_string()).into_iter();
        let meant = meant.filter_map(|(figures, slip)| Some((figures.parse().ok()?, slip)));
        found
            .extend(meant.filter(|(value, _)| fits(place, *value)).map(|(value, slip)| (place, value, slip)));
    }
    let (place, value, slip) = the_one(&found)?;
    Some(format!("“{value}” for “{}” would fit: {}", numbers[*place], slip.in_words()))
}

/// Of the slips that leave little to chance the only one, or else the only one of the others.
fn the_one<T>(found: &[(usize, T, Slip)]) -> Option<&(usize, T, Slip)> {
    let mut telling = found.iter().filter(|(.., slip)| slip.is_telling());
    match (telling.next(), telling.next()) {
        (Some(only), None) => Some(only),
        (None, _) => match found {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

impl Written {
    fn of(article: &Article<'_>, index: usize) -> Option<Self> {
        let claim = &article.claims[index];
        let figure = Figure::of(article, claim)?;
        let scale = figure.scale(amount_of(claim)?.0, article.language.decimal)?;
        Some(Self { claim: index, figures: figure.plain(article.language.decimal), scale })
    }

    fn values(&self, decimal: char) -> Vec<(Number, Slip)> {
        let value =
            |figures: &str| Some(Number::decimal(&figures.replace(decimal, "."))? * self.scale.clone());
        let mut meant: Vec<(Number, Slip)> = Slip::behind(&self.figures)
            .into_iter()
            .filter_map(|(figures, slip)| Some((value(&figures)?, slip)))
            .collect();
        let thousand = Number::from(1000);
        if self.scale >= &thousand * &thousand
            && let Some(said) = value(&self.figures)
        {
            meant.push((&said * &thousand, Slip::Thousandfold));
            meant.push((said / thousand, Slip::Thousandfold));
        }
        meant
    }
}

#[cfg(test)]
mod tests {
    use crate::pipeline::Linter;
    use crate::source::Source;

    #[test]
    fn the_one_slip_that_fits_is_named() {
        let linter = Linter::shipped();
        for (expected, text) in [
            (
                "“25 percent” would fit: two digits are swapped",
                "Sales rose 52 percent to $5.0 million from $4.0 million.",
            ),
            (
                "“40 percent” would fit: one digit differs",
                "The party won 48 of the 120 seats, 45 percent of the total.",
            ),
            ("", "Some 250 of the 1,000 members, or 52 percent, voted."),
            ("", "Twelve people, 5 men and 8 women, were hurt."),
            (
                "“47” for “74” would fit: two digits are swapped",
                "Born in 1946, she was 74 when she died in 1993.",
            ),
            ("", "Sales rose 25 percent to $5.0 million from $4.0 million."),
        ] {
            let found = linter.lint(&Source::new("draft.md", text));
            let notes = found.iter().flat_map(|found| &found.notes);
            let slip =
                notes.filter(|note| note.contains("would fit")).cloned().collect::<Vec<_>>().join("; ");
            assert_eq!(expected, slip, "{text}");
        }
    }
}
