//! Exact numbers. No float takes part where values are compared.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// An exact fraction of two whole numbers of any size.
///
/// ```
/// use factlint::value::Number;
///
/// let third = Number::from(1) / Number::from(3);
/// assert_eq!(Number::from(1), third * Number::from(3));
/// assert_eq!("5.2", Number::decimal("5.2").expect("a decimal").to_string());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(BigRational);

/// More digits than this and a number is not held exactly: arithmetic on it would be slow, and no
/// fact is that long.
pub const MAX_DIGITS: usize = 400;

impl Number {
    /// Reads ASCII digits with at most one point: `5000`, `12.5`, `.5`.
    ///
    /// `None` for anything else and for more than [`MAX_DIGITS`] digits.
    pub fn decimal(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.len() + fraction.len();
        if digits == 0 || digits > MAX_DIGITS {
            return None;
        }
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        if digits <= 18 {
            let numerator: i64 = format!("{whole}{fraction}").parse().ok()?;
            return Some(Self::ratio(numerator, 10_i64.pow(u32::try_from(fraction.len()).ok()?)));
        }
        let numerator = BigInt::parse_bytes(format!("{whole}{fraction}").as_bytes(), 10)?;
        let denominator = BigInt::from(10).pow(u32::try_from(fraction.len()).ok()?);
        Some(Self(BigRational::new(numerator, denominator)))
    }

    /// `numerator / denominator`; a denominator of 0 counts as 1.
    pub fn ratio(numerator: i64, denominator: i64) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        if denominator == 1 {
            return Self::from(numerator);
        }
        Self(BigRational::new(numerator.into(), denominator.into()))
    }

    /// Ten to the power of `exponent`, which is cut to ±[`MAX_DIGITS`].
    pub fn power_of_ten(exponent: i32) -> Self {
        let limit = i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX);
        let power = BigInt::from(10).pow(exponent.clamp(-limit, limit).unsigned_abs());
        if exponent < 0 { Self(BigRational::new(1.into(), power)) } else { Self(power.into()) }
    }

    /// Zero.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// Whether the number is whole.
    pub fn is_integer(&self) -> bool {
        self.0.is_integer()
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// The whole number below or equal, if it fits 64 bits.
    pub fn floor(&self) -> Option<i64> {
        self.0.floor().to_integer().to_i64()
    }

    /// The whole number above or equal, if it fits 64 bits.
    pub fn ceil(&self) -> Option<i64> {
        self.0.ceil().to_integer().to_i64()
    }

    /// The number as `i64`, if it is whole and fits.
    pub fn to_i64(&self) -> Option<i64> {
        self.is_integer().then(|| self.0.to_integer().to_i64()).flatten()
    }

    /// Rounded half away from zero to so many digits behind the point (before it, if negative).
    #[must_use]
    pub fn rounded(&self, decimals: i32) -> Self {
        let scale = Self::power_of_ten(decimals);
        Self((&self.0 * &scale.0).round() / scale.0)
    }

    /// Decimal places that write the number exactly, if there are such.
    fn exact_places(&self) -> Option<u32> {
        let mut rest = self.0.denom().clone();
        let [mut twos, mut fives] = [0_u32, 0];
        for (prime, count) in [(BigInt::from(2), &mut twos), (BigInt::from(5), &mut fives)] {
            while (&rest % &prime).is_zero() {
                rest /= &prime;
                *count += 1;
            }
        }
        (rest == BigInt::from(1)).then(|| twos.max(fives))
    }

    fn write_places(&self, places: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = (&self.0 * BigInt::from(10).pow(places)).round().to_integer();
        let digits = scaled.abs().to_string();
        let places = places as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        let sign = if scaled.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// Decimals that are printed of a number without a finite decimal (a third).
const SHOWN_DECIMALS: u32 = 12;

impl fmt::Display for Number {
    /// A plain decimal, exact where there is one, else twelve digits behind the point.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_integer() {
            return write!(f, "{}", self.0.to_integer());
        }
        self.write_places(self.exact_places().unwrap_or(SHOWN_DECIMALS), f)
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(BigInt::from(whole).into())
    }
}

macro_rules! operator {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Number {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                Self(self.0.$method(other.0))
            }
        }
        impl $trait for &Number {
            type Output = Number;
            fn $method(self, other: Self) -> Number {
                Number((&self.0).$method(&other.0))
            }
        }
    )*};
}
operator!(Add add, Sub sub, Mul mul);

impl Div for Number {
    type Output = Self;
    /// Division; by zero it gives zero, since no value that is compared is a division by zero.
    fn div(self, other: Self) -> Self {
        if other.is_zero() { Self::zero() } else { Self(self.0 / other.0) }
    }
}

impl Neg for Number {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        for (expected, text) in [("5000", "5000"), ("12.5", "12.50"), ("0.1", ".1"), ("3", "3.0")] {
            assert_eq!(expected, Number::decimal(text).expect(text).to_string());
        }
        let tenth = Number::decimal("0.1").expect("a tenth");
        assert_eq!(Number::decimal("0.3").expect("three tenths"), &(&tenth + &tenth) + &tenth);
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in ["", ".", "1.2.3", "1e5", "-1", "٣", "1 000"] {
            assert_eq!(None, Number::decimal(text), "{text}");
        }
        assert_eq!(None, Number::decimal(&"9".repeat(MAX_DIGITS + 1)));
        assert!(Number::decimal(&"9".repeat(MAX_DIGITS)).is_some());
    }

    #[test]
    fn thirds_print_rounded_and_compare_exactly() {
        let third = Number::ratio(1, 3);
        assert_eq!("0.333333333333", third.to_string());
        assert_eq!("-0.666666666667", Number::ratio(-2, 3).to_string());
        assert!(third > Number::decimal("0.333333333333").expect("a decimal"));
    }

    #[test]
    fn rounding_goes_to_either_side_of_the_point() {
        assert_eq!("38", Number::decimal("38.04").expect("38.04").rounded(0).to_string());
        assert_eq!("2400", Number::from(2389).rounded(-2).to_string());
    }

    #[test]
    fn division_by_zero_does_not_panic() {
        assert_eq!(Number::zero(), Number::from(1) / Number::zero());
        assert_eq!(Number::from(4), Number::ratio(4, 0));
    }
}
