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

#[cfg(test)]
mod tests {
    use super::*;

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
