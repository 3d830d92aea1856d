//! Prices as dealers quote them: “124.68-71 yen” is 124.68 to 124.71.

use super::figure::Figure;
use super::grammar::Tokens;
use crate::language::Class;
use crate::value::Number;

/// Makes the second price of a quote, which begins at a token, whole: only its last figures are said.
pub(super) fn complete_quote(first: &Figure, at: Tokens<'_>, second: &mut Figure) {
    /// Cents have two decimals, rates of exchange four at most.
    const PLACES: std::ops::RangeInclusive<u32> = 2..=4;
    let hyphen = at.before(1).is_some_and(|mark| at.text_of(mark) == "-");
    let said = at.first().filter(|token| token.class == Class::Digits).map(|token| token.end - token.start);
    let ten_to = |power: u32| 10_i64.pow(power);
    let places = PLACES.into_iter().find(|places| first.half == Number::ratio(1, 2 * ten_to(*places)));
    let (Some(places), Some(said), true) = (places, said, hyphen && second.bare) else { return };
    // “1.1712-1714”: all decimals may be said again, but no more.
    if said != 2 && said != places || said > places {
        return;
    }
    let before = (&first.value * &Number::ratio(ten_to(places), ten_to(said))).floor();
    let Some((before, last)) = before.zip(second.value.to_i64()) else { return };
    let whole = Number::ratio(before.saturating_mul(ten_to(said)).saturating_add(last), ten_to(places));
    // “12.50-15 euros” and “2.50-75 euros” may be two prices in full.
    let sure = second.value < first.value || places > 2;
    if sure && whole > first.value {
        *second = Figure { value: whole, bare: false, ..first.clone() };
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{reads, reads_among};

    #[test]
    fn the_second_price_of_a_quote_has_its_last_figures_only() {
        reads(&[
            ("It cost 12.50-15 euros.", "12.50-15 euros", "money 12.5..15 EUR [12.5, 15]"),
            ("It weighs 2.50-75 kg.", "2.50-75 kg", "quantity 2.5..75 kilogram [2.5, 75]"),
        ]);
        for (text, words, expected) in [
            ("It fell to 124.68-71 yen.", "124.68-71 yen", "money 124.68..124.71 JPY [124.68, 124.71]"),
            ("It was at 1.0812-15 euros.", "1.0812-15 euros", "money 1.0812..1.0815 EUR [1.0812, 1.0815]"),
            (
                "It was at 1.1712-1714 euros.",
                "1.1712-1714 euros",
                "money 1.1712..1.1714 EUR [1.1712, 1.1714]",
            ),
            ("near the 1.7220-25 mark", "1.7220-25", "number 1.722..1.7225 [1.722, 1.7225]"),
        ] {
            reads_among("2024-05-14", text, words, expected);
        }
    }
}
