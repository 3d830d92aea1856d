//! Exact numbers. No float takes part where values are compared.

use std::cmp::Ordering;
use std::fmt;
use std::num::{NonZeroI64, NonZeroU32};
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::decimal::{Ascii, write_whole};
use super::fraction::{Fraction, SHOWN_DECIMALS, lowest_terms};

/// An exact fraction of two whole numbers of any size.
///
/// ```
/// use factlint::value::Number;
///
/// let third = Number::from(1) / Number::from(3);
/// assert_eq!(Number::from(1), third * Number::from(3));
/// assert_eq!("5.2", Number::decimal("5.2").expect("a decimal").to_string());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(Repr);

/// A number has one form only: what fits a [`Fraction`] is one, so that equal numbers are equal field
/// by field and have one hash.
///
/// The fields of the fraction stand here by themselves: between them is room to tell what holds a number apart, such as
/// the ends of an interval, and a claim has six of those.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small { above: i64, below: NonZeroU32 },
    Big(Box<BigRational>),
}

impl From<Fraction> for Number {
    #[inline]
    fn from(fraction: Fraction) -> Self {
        Self::of_fraction(fraction)
    }
}

/// More digits than this and a number is not held exactly: arithmetic on it would be slow, and no
/// fact is that long.
pub const MAX_DIGITS: usize = 400;

/// Digits that fit a machine word whatever they are.
const SMALL_DIGITS: usize = 18;

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
        let mut all = whole.bytes().chain(fraction.bytes());
        let places = u32::try_from(fraction.len()).ok()?;
        if digits <= SMALL_DIGITS {
            let numerator = all.try_fold(0_i64, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0'))
            })?;
            return Some(Self::ratio(numerator, 10_i64.pow(places)));
        }
        if !all.all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let numerator = BigInt::parse_bytes(format!("{whole}{fraction}").as_bytes(), 10)?;
        let denominator = BigInt::from(10).pow(places);
        Some(Self::of_big(BigRational::new(numerator, denominator)))
    }

    /// `numerator / denominator`; a denominator of 0 counts as 1.
    pub fn ratio(numerator: i64, denominator: i64) -> Self {
        let (above, below) = match NonZeroI64::new(denominator) {
            None => return Self::from(numerator),
            Some(below) if below.get() > 0 => match Fraction::of_words(numerator, below) {
                Some(fraction) => return fraction.into(),
                None => (i128::from(numerator), i128::from(denominator)),
            },
            Some(_) => (-i128::from(numerator), -i128::from(denominator)),
        };
        Self::of_wide((above, below))
    }

    /// A fraction that may not be in lowest terms, nor fit; the lower is greater than zero.
    fn of_wide((above, below): (i128, i128)) -> Self {
        Fraction::reduced(above, below).map_or_else(
            || {
                let (above, below) = lowest_terms(above, below);
                Self(Repr::Big(Box::new(BigRational::new_raw(above.into(), below.into()))))
            },
            Self::from,
        )
    }

    /// Ten to the power of `exponent`, which is cut to ±[`MAX_DIGITS`].
    pub fn power_of_ten(exponent: i32) -> Self {
        let limit = i32::try_from(MAX_DIGITS).unwrap_or(i32::MAX);
        let size = exponent.clamp(-limit, limit).unsigned_abs();
        if let Some(power) = 10_i64.checked_pow(size) {
            return if exponent < 0 { Self::ratio(1, power) } else { Self::from(power) };
        }
        let power = BigInt::from(10).pow(size);
        // In lowest terms already; to look for a divisor of such numbers is slow.
        Self::of_big(if exponent < 0 { BigRational::new_raw(1.into(), power) } else { power.into() })
    }

    /// Zero.
    pub const fn zero() -> Self {
        Self::of_fraction(Fraction::whole(0))
    }

    /// One half, how far rounding to whole numbers reaches.
    pub const fn half() -> Self {
        Self::of_fraction(Fraction::HALF)
    }

    /// A fraction that is known to be in lowest terms, greater than zero.
    pub(super) const fn in_lowest_terms(above: i64, below: NonZeroU32) -> Self {
        Self::of_fraction(Fraction::in_lowest_terms(above, below))
    }

    const fn of_fraction(fraction: Fraction) -> Self {
        Self(Repr::Small { above: fraction.above(), below: fraction.below() })
    }

    fn of_big(big: BigRational) -> Self {
        let small = || Fraction::reduced(big.numer().to_i64()?.into(), big.denom().to_i64()?.into());
        match small() {
            Some(small) => small.into(),
            None => Self(Repr::Big(Box::new(big))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            // Lowest terms already.
            Repr::Small { above, below } => BigRational::new_raw((*above).into(), below.get().into()),
            Repr::Big(big) => (**big).clone(),
        }
    }

    const fn small(&self) -> Option<Fraction> {
        match &self.0 {
            Repr::Small { above, below } => Some(Fraction::in_lowest_terms(*above, *below)),
            Repr::Big(_) => None,
        }
    }

    /// Does it with machine words if both numbers and the result fit, else with two words, else with any size.
    #[inline]
    fn with(
        &self,
        other: &Self,
        small: fn(Fraction, Fraction) -> Option<Fraction>,
        wide: fn(Fraction, Fraction) -> (i128, i128),
        big: fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        match self.small().zip(other.small()) {
            Some((one, other)) => {
                small(one, other).map_or_else(|| Self::of_wide(wide(one, other)), Self::from)
            }
            None => Self::of_big(big(self.to_big(), other.to_big())),
        }
    }

    /// Whether the number does not fit machine words.
    pub const fn is_long(&self) -> bool {
        matches!(self.0, Repr::Big(_))
    }

    /// Whether the number is whole.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small { below, .. } => below.get() == 1,
            Repr::Big(big) => big.is_integer(),
        }
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.small().is_some_and(|small| small.above() == 0)
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small { above, .. } => *above < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// The whole number below or equal, if it fits 64 bits.
    pub fn floor(&self) -> Option<i64> {
        let big = || self.to_big().floor().to_integer().to_i64();
        self.small().map_or_else(big, |small| Some(small.floor()))
    }

    /// The whole number above or equal, if it fits 64 bits.
    pub fn ceil(&self) -> Option<i64> {
        self.small().map_or_else(|| self.to_big().ceil().to_integer().to_i64(), Fraction::ceil)
    }

    /// The number as `i64`, if it is whole and fits.
    pub fn to_i64(&self) -> Option<i64> {
        self.small().filter(|small| small.is_whole()).map(Fraction::above)
    }

    /// How the product of two numbers stands to that of two others. Neither product is brought to lowest terms, which is
    /// most of the work of finding one.
    ///
    /// ```
    /// use factlint::value::Number;
    ///
    /// let [two, three, four] = [2, 3, 4].map(Number::from);
    /// assert!(Number::compare_products([&two, &four], [&three, &three]).is_lt());
    /// ```
    pub fn compare_products(one: [&Self; 2], other: [&Self; 2]) -> Ordering {
        let small = |[one, other]: [&Self; 2]| Some([one.small()?, other.small()?]);
        let short = || Fraction::compare_products(small(one)?, small(other)?);
        short().unwrap_or_else(|| (one[0] * one[1]).cmp(&(other[0] * other[1])))
    }

    /// Rounded half away from zero to so many digits behind the point (before it, if negative).
    #[must_use]
    pub fn rounded(&self, decimals: i32) -> Self {
        if decimals >= 0 && self.is_integer() {
            return self.clone();
        }
        if let (Ok(decimals), Some(small)) = (u32::try_from(decimals), self.small())
            && let Some(scale) = 10_i64.checked_pow(decimals).and_then(NonZeroI64::new)
            && let Some(rounded) = small.round_to(scale)
        {
            return rounded.into();
        }
        let scale = Self::power_of_ten(decimals);
        let scaled = self * &scale;
        let whole = match scaled.small().and_then(Fraction::round) {
            Some(whole) => whole.into(),
            None => Self::of_big(scaled.to_big().round()),
        };
        whole / scale
    }
}

/// What stands below the line of a whole number.
const WHOLE: NonZeroU32 = NonZeroU32::new(1).expect("one is not zero");

impl Number {
    /// The number, if it is whole, not below zero and fits half a machine word.
    #[inline]
    pub fn short_whole(&self) -> Option<u32> {
        match self.0 {
            Repr::Small { above, below: WHOLE } => u32::try_from(above).ok(),
            _ => None,
        }
    }

    /// Writes what [`Display`](fmt::Display) prints, without its detour.
    pub fn write_to(&self, out: &mut impl Ascii) -> fmt::Result {
        // Most numbers are whole.
        if let Repr::Small { above, below: WHOLE } = self.0 {
            if above < 0 {
                out.fixed(b"-")?;
            }
            return write_whole(out, above.unsigned_abs());
        }
        match self.small().and_then(Fraction::decimal) {
            Some(decimal) => decimal.write_to(out),
            None => out.ascii(big_decimal(&self.to_big()).as_bytes()),
        }
    }
}

/// Decimal places that write a number exactly, if there are such.
fn exact_places(number: &BigRational) -> Option<u32> {
    let mut rest = number.denom().clone();
    let [mut twos, mut fives] = [0_u32, 0];
    for (prime, count) in [(BigInt::from(2), &mut twos), (BigInt::from(5), &mut fives)] {
        while (&rest % &prime).is_zero() {
            rest /= &prime;
            *count += 1;
        }
    }
    (rest == BigInt::from(1)).then(|| twos.max(fives))
}

fn big_decimal(number: &BigRational) -> String {
    if number.is_integer() {
        return number.to_integer().to_string();
    }
    let places = exact_places(number).unwrap_or(SHOWN_DECIMALS);
    let scaled = (number * BigInt::from(10).pow(places)).round().to_integer();
    let digits = scaled.abs().to_string();
    let places = places as usize;
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let sign = if scaled.is_negative() { "-" } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

impl fmt::Display for Number {
    /// A plain decimal, exact where there is one, else twelve digits behind the point.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.small(), other.small()) {
            (Some(one), Some(other)) => one.cmp(&other),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Fraction::whole(whole).into()
    }
}

macro_rules! operator {
    ($($trait:ident $method:ident $small:expr, $wide:expr;)*) => {$(
        impl $trait for Number {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                (&self).$method(&other)
            }
        }
        impl $trait for &Number {
            type Output = Number;
            fn $method(self, other: Self) -> Number {
                self.with(other, $small, $wide, |one, other| one.$method(other))
            }
        }
    )*};
}
operator! {
    Add add Fraction::plus, Fraction::wide_sum;
    Sub sub |one, other| one.plus(other.negated()?), Fraction::wide_difference;
    Mul mul Fraction::times, Fraction::wide_product;
}

impl Div for Number {
    type Output = Self;
    /// Division; by zero it gives zero, since no value that is compared is a division by zero.
    fn div(self, other: Self) -> Self {
        if other.is_zero() {
            return Self::zero();
        }
        self.with(&other, Fraction::over, Fraction::wide_quotient, |one, other| one / other)
    }
}

impl Neg for Number {
    type Output = Self;
    fn neg(self) -> Self {
        match self.small().and_then(Fraction::negated) {
            Some(small) => small.into(),
            None => Self::of_big(-self.to_big()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::hash::BuildHasher;

    /// Words at both ends of what fits, and between.
    fn word() -> impl Strategy<Value = i64> {
        prop_oneof![any::<i64>(), -1_000..1_000_i64, Just(i64::MIN), Just(i64::MAX), Just(1 << 40)]
    }

    /// A number as we hold it, and as a fraction of any size.
    fn number() -> impl Strategy<Value = (Number, BigRational)> {
        (word(), word(), -30..30_i32).prop_map(|(above, below, power)| {
            let below = if below == 0 { 1 } else { below };
            let number = Number::ratio(above, below) * Number::power_of_ten(power);
            let ten = BigRational::from(BigInt::from(10));
            (number, BigRational::new(above.into(), below.into()) * num_traits::Pow::pow(ten, power))
        })
    }

    proptest! {
        #[test]
        fn arithmetic_is_that_of_fractions_of_any_size((a, wide_a) in number(), (b, wide_b) in number()) {
            let same = |number: Number, wide: BigRational| {
                prop_assert_eq!(&Number::of_big(wide.clone()), &number);
                prop_assert_eq!(wide, number.to_big());
                Ok(())
            };
            same(&a + &b, &wide_a + &wide_b)?;
            same(&a - &b, &wide_a - &wide_b)?;
            same(&a * &b, &wide_a * &wide_b)?;
            if !b.is_zero() {
                same(a.clone() / b.clone(), &wide_a / &wide_b)?;
            }
            same(-a.clone(), -wide_a.clone())?;
            let products = Number::compare_products([&a, &b], [&b, &b]);
            prop_assert_eq!((&wide_a * &wide_b).cmp(&(&wide_b * &wide_b)), products);
            let same_products = Number::compare_products([&a, &b], [&b, &a]);
            prop_assert_eq!(Ordering::Equal, same_products);
            same(a.abs(), wide_a.abs())?;
            same(a.rounded(0), wide_a.round())?;
            let thousand = BigRational::from(BigInt::from(1_000));
            same(a.rounded(3), (&wide_a * &thousand).round() / &thousand)?;
            same(a.rounded(-3), (&wide_a / &thousand).round() * &thousand)?;
            prop_assert_eq!(wide_a.cmp(&wide_b), a.cmp(&b));
            prop_assert_eq!(wide_a.floor().to_integer().to_i64(), a.floor());
            prop_assert_eq!(wide_a.ceil().to_integer().to_i64(), a.ceil());
            prop_assert_eq!(wide_a.is_integer(), a.is_integer());
        }

        #[test]
        fn a_number_has_one_form_and_one_hash((a, wide) in number(), (b, _) in number()) {
            let hash = std::hash::RandomState::new();
            let back = &(&a + &b) - &b;
            prop_assert_eq!(&a, &back);
            prop_assert_eq!(hash.hash_one(&a), hash.hash_one(&back));
            prop_assert_eq!(big_decimal(&wide), a.to_string());
        }
    }

    #[test]
    fn a_number_is_two_words_and_one_that_may_be_none_as_well() {
        assert_eq!([16, 16], [size_of::<Number>(), size_of::<Option<Number>>()]);
    }

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
