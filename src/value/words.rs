//! Numbers as people write them.

use super::Number;

/// An amount with its thousands apart: `4,750,000`.
pub fn amount_in_words(amount: &Number) -> String {
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 3 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A number rounded to so many figures, counted from the first that is not a zero.
///
/// ```
/// use factlint::value::{Number, to_figures};
///
/// assert_eq!(Number::from(186_000), to_figures(&Number::from(186_282), 3));
/// ```
pub fn to_figures(number: &Number, figures: i32) -> Number {
    number.rounded(figures.saturating_sub(magnitude(number)))
}

/// The least power of ten that a number is below, whatever its sign: 3 for 186, 0 for 0.5, −1 for 0.05. Few numbers
/// that people write are further from one than this looks.
pub fn magnitude(number: &Number) -> i32 {
    const FAR: i32 = 30;
    let size = number.abs();
    let is_below = |power: &i32| size < Number::power_of_ten(*power);
    if is_below(&0) {
        (-FAR..0).rev().find(|power| !is_below(power)).map_or(-FAR, |power| power + 1)
    } else {
        (1..FAR).find(is_below).unwrap_or(FAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_counted_from_the_first() {
        for (expected, number, figures) in [
            ("0.6", "0.6214", 1),
            ("1.6", "1.609", 2),
            ("3", "3.28", 1),
            ("0.062", "0.0621", 2),
            ("300000", "299792", 3),
            ("0", "0", 3),
        ] {
            let number = Number::decimal(number).expect(number);
            assert_eq!(expected, to_figures(&number, figures).to_string());
        }
        let cold = -Number::decimal("273.15").expect("a decimal");
        assert_eq!(Number::from(-273), to_figures(&cold, 3));
    }

    #[test]
    fn thousands_stand_apart() {
        for (expected, amount) in
            [("5", "5"), ("2,350", "2350"), ("1,234,567.5", "1234567.5"), ("999", "999"), ("0.25", "0.25")]
        {
            assert_eq!(expected, amount_in_words(&Number::decimal(amount).expect(amount)));
        }
        assert_eq!("−40,000", amount_in_words(&Number::from(-40_000)));
    }
}
