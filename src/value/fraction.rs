//! A fraction of small whole numbers: nearly every number of a text is one, and costs no allocation.

use std::cmp::Ordering;
use std::num::{NonZeroI64, NonZeroU32};

use super::decimal::Decimal;

const ONE: NonZeroU32 = NonZeroU32::new(1).expect("one is not zero");
const TWO: NonZeroU32 = NonZeroU32::new(2).expect("two is not zero");

/// An exact fraction in lowest terms. An operation whose result does not fit, or takes long to be found, gives `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Fraction {
    above: i64,
    /// Half a word: what is written with ten decimals or more is rare, and a number should be small.
    below: NonZeroU32,
}

/// Decimals that are printed of a number without a finite decimal (a third).
pub(super) const SHOWN_DECIMALS: u32 = 12;

impl Fraction {
    pub(super) const HALF: Self = Self { above: 1, below: TWO };

    pub(super) const fn whole(above: i64) -> Self {
        Self { above, below: ONE }
    }

    /// `above / below` in lowest terms; `below` is greater than zero.
    pub(super) fn reduced(above: i128, below: i128) -> Option<Self> {
        if let (Ok(above), Ok(below)) = (i64::try_from(above), i64::try_from(below)) {
            return Self::of_words(above, NonZeroI64::new(below)?);
        }
        let (above, below) = lowest_terms(above, below);
        Self::fitting(i64::try_from(above).ok()?, i64::try_from(below).ok()?)
    }

    /// [`Fraction::reduced`] of single words, whose division is many times as fast as that of two.
    pub(super) fn of_words(above: i64, below: NonZeroI64) -> Option<Self> {
        if below.get() == 1 {
            return Some(Self::whole(above));
        }
        // It divides the lower, so that it is no larger than that, nor negative.
        let shared = word_divisor(above.unsigned_abs(), below.get().unsigned_abs());
        let shared = i64::try_from(shared).ok()?;
        Self::fitting(above.checked_div(shared)?, below.get().checked_div(shared)?)
    }

    /// Lowest terms, if they fit.
    fn fitting(above: i64, below: i64) -> Option<Self> {
        Some(Self { above, below: NonZeroU32::new(u32::try_from(below).ok()?)? })
    }

    /// A fraction that is known to be in lowest terms.
    pub(super) const fn in_lowest_terms(above: i64, below: NonZeroU32) -> Self {
        Self { above, below }
    }

    pub(super) const fn above(self) -> i64 {
        self.above
    }

    pub(super) const fn below(self) -> NonZeroU32 {
        self.below
    }

    const fn wide(self) -> (i128, i128) {
        (self.above as i128, self.below.get() as i128)
    }

    pub(super) const fn is_whole(self) -> bool {
        self.below.get() == 1
    }

    #[inline]
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.above.checked_add(other.above).map(Self::whole);
        }
        // A whole number and a half, as rounding adds them, have no divisor to look for.
        if let (Self { above: whole, below: ONE }, half) | (half, Self { above: whole, below: ONE }) =
            (self, other)
            && half.below == TWO
        {
            let above = whole.checked_mul(2).and_then(|twice| twice.checked_add(half.above))?;
            return Some(Self { above, below: TWO });
        }
        if self.below == other.below
            && let Some(above) = self.above.checked_add(other.above)
        {
            return Self::of_words(above, self.below.into());
        }
        let (b, d) = (NonZeroI64::from(self.below), NonZeroI64::from(other.below));
        let above = self.above.checked_mul(d.get())?.checked_add(other.above.checked_mul(b.get())?)?;
        Self::of_words(above, b.checked_mul(d)?)
    }

    /// The sum as it is, not in lowest terms: products of 63 bits and 32, neither they nor their sum leave 128.
    pub(super) const fn wide_sum(self, other: Self) -> (i128, i128) {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        (a * d + c * b, b * d)
    }

    /// The difference as it is.
    pub(super) const fn wide_difference(self, other: Self) -> (i128, i128) {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        (a * d - c * b, b * d)
    }

    /// One product of two compared with another, neither of them in lowest terms; `None` if that takes more than 128 bits.
    #[inline]
    pub(super) fn compare_products(one: [Self; 2], other: [Self; 2]) -> Option<Ordering> {
        let ([a, b], [c, d]) = (one, other);
        let ((above, below), (other_above, other_below)) = (a.wide_product(b), c.wide_product(d));
        if below == other_below {
            return Some(above.cmp(&other_above));
        }
        Some(above.checked_mul(other_below)?.cmp(&other_above.checked_mul(below)?))
    }

    /// The product as it is.
    pub(super) const fn wide_product(self, other: Self) -> (i128, i128) {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        (a * c, b * d)
    }

    /// The quotient as it is; the other is not zero.
    pub(super) const fn wide_quotient(self, other: Self) -> (i128, i128) {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        if c < 0 { (-a * d, b * -c) } else { (a * d, b * c) }
    }

    #[inline]
    pub(super) fn times(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.above.checked_mul(other.above).map(Self::whole);
        }
        let below = NonZeroI64::from(self.below).checked_mul(other.below.into())?;
        Self::of_words(self.above.checked_mul(other.above)?, below)
    }

    /// The quotient; `None` for zero as the other, too.
    #[inline]
    pub(super) fn over(self, other: Self) -> Option<Self> {
        let above = self.above.checked_mul(other.below.get().into())?;
        let below = other.above.checked_mul(self.below.get().into())?;
        let (above, below) =
            if below < 0 { (above.checked_neg()?, below.checked_neg()?) } else { (above, below) };
        Self::of_words(above, NonZeroI64::new(below)?)
    }

    pub(super) fn negated(self) -> Option<Self> {
        Some(Self { above: self.above.checked_neg()?, ..self })
    }

    pub(super) const fn floor(self) -> i64 {
        self.above.div_euclid(self.below.get() as i64)
    }

    pub(super) fn ceil(self) -> Option<i64> {
        self.floor().checked_add(i64::from(!self.is_whole()))
    }

    /// The nearest multiple of `1 / scale`, which is greater than zero; halves go away from zero.
    pub(super) fn round_to(self, scale: NonZeroI64) -> Option<Self> {
        let below = i64::from(self.below.get());
        let twice = self.above.checked_abs()?.checked_mul(scale.get())?.checked_mul(2)?;
        let size = twice.checked_add(below)? / (2 * below);
        Self::of_words(size * self.above.signum(), scale)
    }

    /// The nearest whole number; halves go away from zero.
    pub(super) fn round(self) -> Option<Self> {
        if self.is_whole() {
            return Some(self);
        }
        let (above, below) = self.wide();
        let size = (2 * above.abs() + below) / (2 * below);
        i64::try_from(size * above.signum()).ok().map(Self::whole)
    }

    /// Decimal places that write the number exactly; `None` where no number of places does.
    fn exact_places(self) -> Option<u32> {
        let mut rest = self.below.get();
        let twos = rest.trailing_zeros();
        rest >>= twos;
        let mut fives = 0;
        while rest.is_multiple_of(5) {
            rest /= 5;
            fives += 1;
        }
        (rest == 1).then(|| twos.max(fives))
    }

    /// The number as a plain decimal, exact where there is one, else rounded. `None` if that takes more digits than
    /// 64 bits hold.
    pub(super) fn decimal(self) -> Option<Decimal> {
        let (negative, above) = (self.above < 0, self.above.unsigned_abs());
        let below = u64::from(self.below.get());
        if below == 1 {
            return Some(Decimal { negative, digits: above, places: 0 });
        }
        if let Some(places) = self.exact_places() {
            let factor = 10_u64.checked_pow(places)? / below;
            return Some(Decimal { negative, digits: above.checked_mul(factor)?, places });
        }
        let (mut places, power) = (SHOWN_DECIMALS, 10_u64.pow(SHOWN_DECIMALS));
        // Twice as much and one half more, so that halves go up.
        let twice = above.checked_mul(2 * power)?.checked_add(below)?;
        let mut scaled = twice / below.checked_mul(2)?;
        while places > 0 && scaled % 10 == 0 {
            scaled /= 10;
            places -= 1;
        }
        Some(Decimal { negative: negative && scaled > 0, digits: scaled, places })
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.below == other.below {
            return self.above.cmp(&other.above);
        }
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        (a * d).cmp(&(c * b))
    }
}

/// A fraction in lowest terms; the lower is greater than zero.
pub(super) fn lowest_terms(above: i128, below: i128) -> (i128, i128) {
    let shared = divisor(above.unsigned_abs(), below.unsigned_abs());
    // It divides the lower, so that it is no larger than that.
    i128::try_from(shared).map_or((above, below), |shared| (above / shared.max(1), below / shared.max(1)))
}

/// The greatest common divisor, after Euclid; division of one word is many times as fast as of two.
fn divisor(mut one: u128, mut other: u128) -> u128 {
    while other > 0 {
        if let (Ok(one), Ok(other)) = (u64::try_from(one), u64::try_from(other)) {
            return word_divisor(one, other).into();
        }
        (one, other) = (other, one % other);
    }
    one
}

/// By halves and differences, which cost a fraction of the divisions of Euclid. One division stands at the start: often one
/// of the two is far smaller.
fn word_divisor(one: u64, other: u64) -> u64 {
    let (mut one, mut other) = if one < other { (one, other) } else { (other, one) };
    if one == 0 {
        return other;
    }
    other %= one;
    if other == 0 {
        return one;
    }
    let twos = (one | other).trailing_zeros();
    one >>= one.trailing_zeros();
    while other != 0 {
        other >>= other.trailing_zeros();
        (one, other) = (one.min(other), one.abs_diff(other));
    }
    one << twos
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word() -> impl Strategy<Value = u64> {
        prop_oneof![any::<u64>(), 0..1000_u64, (0..64_u32).prop_map(|twos| 1 << twos), Just(u64::MAX)]
    }

    proptest! {
        #[test]
        fn the_divisor_is_that_of_euclid(one in word(), other in word(), shared in 1..1_000_u64) {
            let euclid = |mut one: u64, mut other: u64| {
                while other > 0 {
                    (one, other) = (other, one % other);
                }
                one
            };
            prop_assert_eq!(euclid(one, other), word_divisor(one, other));
            let (one, other) = (one / 1_000 * shared, other / 1_000 * shared);
            prop_assert_eq!(euclid(one, other), word_divisor(one, other));
        }
    }
}
