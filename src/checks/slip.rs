//! A hint inside other findings: which single slip in one of the numbers would make the statement right.

use super::Article;
use super::figure::{Figure, amount_of};
use crate::value::{Number, Slip};

/// A number that may have been written with a slip: what `fits` is asked with, its figures, and what one of them is worth.
struct Written {
    claim: usize,
    /// With a point for the decimal sign, whatever the language.
    figures: String,
    scale: Number,
}

/// The note, if exactly one slip in one of the claims fits. `fits` says whether a claim's other value would be right.
pub(super) fn hint(
    article: &Article<'_>,
    claims: impl IntoIterator<Item = usize>,
    fits: impl Fn(usize, &Number) -> bool,
) -> Option<String> {
    let all: Vec<Written> = claims.into_iter().filter_map(|claim| Written::of(article, claim)).collect();
    let (claim, value, slip) = the_one(|telling| {
        let values = all.iter().flat_map(move |own| own.values(telling).map(|found| (own.claim, found)));
        let fitting = values.filter(|(claim, (value, _))| fits(*claim, value));
        fitting.map(|(claim, (value, slip))| (claim, value, slip))
    })?;
    let own = &article.claims[claim];
    if slip == Slip::Thousandfold {
        let less = amount_of(own).is_some_and(|(said, _)| value < *said);
        let much = if less { "little" } else { "much" };
        return Some(format!("“{}” would fit if it were {} as {much}", article.said(own), slip.in_words()));
    }
    Some(format!("“{}” would fit: {}", article.exactly(own, &value)?, slip.in_words()))
}

/// The same for whole numbers such as years, each with what is called out to `fits`.
pub(super) fn hint_of_whole(numbers: &[i64], fits: impl Fn(usize, i64) -> bool) -> Option<String> {
    let (place, value, slip) = the_one(|telling| {
        numbers
            .iter()
            .enumerate()
            .flat_map(move |(place, number)| {
                let meant = Slip::behind_if(&number.to_string(), telling).into_iter();
                meant.filter_map(move |(figures, slip)| Some((place, figures.parse().ok()?, slip)))
            })
            .filter(|(place, value, _)| fits(*place, *value))
    })?;
    Some(format!("“{value}” for “{}” would fit: {}", numbers[place], slip.in_words()))
}

/// Of the slips that leave little to chance the only one, or else the only one of the others: `fitting` gives those
/// of either sort. What comes behind a second is not looked for.
fn the_one<T, I: Iterator<Item = (usize, T, Slip)>>(fitting: impl Fn(bool) -> I) -> Option<(usize, T, Slip)> {
    let mut telling = fitting(true);
    if let Some(first) = telling.next() {
        return telling.next().is_none().then_some(first);
    }
    let mut others = fitting(false);
    let first = others.next()?;
    others.next().is_none().then_some(first)
}

impl Written {
    fn of(article: &Article<'_>, index: usize) -> Option<Self> {
        let claim = &article.claims[index];
        let figure = Figure::of(article, claim)?;
        let scale = figure.scale(amount_of(claim)?.0, article.language.decimal)?;
        let decimal = article.language.decimal;
        let figures = figure.plain(decimal);
        let figures = if decimal == '.' { figures } else { figures.replace(decimal, ".") };
        Some(Self { claim: index, figures, scale })
    }

    /// What may have been meant by slips that leave little to chance, or by the others.
    fn values(&self, telling: bool) -> impl Iterator<Item = (Number, Slip)> {
        let value = |figures: &str| Some(&Number::decimal(figures)? * &self.scale);
        let meant = Slip::behind_if(&self.figures, telling).into_iter();
        let meant = meant.filter_map(move |(figures, slip)| Some((value(&figures)?, slip)));
        let thousand = Number::from(1000);
        let scaled = self.scale >= &thousand * &thousand && telling == Slip::Thousandfold.is_telling();
        let said = if scaled { value(&self.figures) } else { None };
        let thousandfold =
            said.into_iter().flat_map(move |said| [&said * &thousand, said / thousand.clone()]);
        meant.chain(thousandfold.map(|value| (value, Slip::Thousandfold)))
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
