//! The digits of numbers: a text has very many numbers, and each is printed several times.

use std::fmt;

/// What takes ASCII: the writers of numbers and dates hand over bytes, and a vector takes them as they are.
pub trait Ascii {
    /// Adds bytes that are ASCII.
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result;
}

impl Ascii for Vec<u8> {
    #[inline]
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result {
        self.extend_from_slice(bytes);
        Ok(())
    }
}

impl Ascii for fmt::Formatter<'_> {
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result {
        std::str::from_utf8(bytes).map_or(Err(fmt::Error), |text| self.write_str(text))
    }
}

/// A number written out, in a place of its own.
pub(super) struct Decimal {
    /// The text stands at the end.
    bytes: [u8; MOST],
    start: usize,
}

/// 64 bits have 20 digits; a zero in front, a point and a sign.
const MOST: usize = 24;

/// The two digits of each number below a hundred.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut number = 0_u8;
    while number < 100 {
        pairs[number as usize] = [b'0' + number / 10, b'0' + number % 10];
        number += 1;
    }
    pairs
};

/// The last digit of a number.
const fn digit(number: u64) -> u8 {
    b'0' + (number % 10) as u8
}

impl Decimal {
    /// `digits` with a point in front of the last `places`, which are fewer than 20.
    #[inline]
    pub(super) fn new(negative: bool, digits: u64, places: u32) -> Self {
        let mut decimal = Self { bytes: [0; MOST], start: MOST };
        let mut rest = digits;
        if places > 0 {
            for _ in 0..places {
                decimal.put([digit(rest)]);
                rest /= 10;
            }
            decimal.put([b'.']);
        }
        while rest >= 100 {
            decimal.put(PAIRS[(rest % 100) as usize]);
            rest /= 100;
        }
        if rest >= 10 {
            decimal.put(PAIRS[(rest % 100) as usize]);
        } else {
            decimal.put([digit(rest)]);
        }
        if negative {
            decimal.put([b'-']);
        }
        decimal
    }

    /// Adds bytes in front.
    #[inline]
    fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        // There is room for all: it is only that the compiler does not know.
        self.start = self.start.saturating_sub(N);
        if let Some(place) = self.bytes[self.start..].first_chunk_mut() {
            *place = bytes;
        }
    }

    /// What is written.
    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[self.start..]
    }
}

/// Writes a number with so many digits at least, zeros in front.
pub(super) fn padded(out: &mut impl Ascii, number: u32, digits: usize) -> fmt::Result {
    if let (2, Some(pair)) = (digits, PAIRS.get(number as usize)) {
        return out.ascii(pair);
    }
    let decimal = Decimal::new(false, number.into(), 0);
    let written = decimal.as_bytes();
    for _ in written.len()..digits {
        out.ascii(b"0")?;
    }
    out.ascii(written)
}

/// Writes a whole number.
pub fn write_whole(out: &mut impl Ascii, number: i64) -> fmt::Result {
    out.ascii(Decimal::new(number < 0, number.unsigned_abs(), 0).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_a_point_are_written() {
        for (expected, negative, digits, places) in [
            ("0", false, 0, 0),
            ("-12", true, 12, 0),
            ("1.2", false, 12, 1),
            ("0.12", false, 12, 2),
            ("-0.0012", true, 12, 4),
            ("18446744073709551615", false, u64::MAX, 0),
            ("-1.8446744073709551615", true, u64::MAX, 19),
            ("-0.0000000000000000001", true, 1, 19),
        ] {
            let decimal = Decimal::new(negative, digits, places);
            assert_eq!(expected.as_bytes(), decimal.as_bytes());
        }
    }

    #[test]
    fn whole_numbers_are_written_as_they_print() {
        for number in [0, 7, -1, 10, i64::MAX, i64::MIN] {
            let mut text = Vec::new();
            write_whole(&mut text, number).expect("a vector takes all");
            assert_eq!(number.to_string().into_bytes(), text);
        }
        for (expected, number, digits) in [("0044", 44, 4), ("12345", 12_345, 4), ("00", 0, 2)] {
            let mut text = Vec::new();
            padded(&mut text, number, digits).expect("a vector takes all");
            assert_eq!(expected.as_bytes(), text);
        }
    }
}
