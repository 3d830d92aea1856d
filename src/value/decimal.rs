//! The digits of numbers: a text has very many numbers, and each is printed several times.

use std::fmt;

/// What takes ASCII: the writers of numbers and dates hand over bytes, and a vector takes them as they are.
pub trait Ascii {
    /// Adds bytes that are ASCII.
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result;

    /// Adds so many bytes that are ASCII, whose number the compiler knows.
    #[inline]
    fn fixed<const N: usize>(&mut self, bytes: &[u8; N]) -> fmt::Result {
        self.ascii(bytes)
    }

    /// Adds the first of some bytes that are ASCII, as many as are wanted.
    fn some_of<const N: usize>(&mut self, bytes: [u8; N], wanted: usize) -> fmt::Result {
        self.ascii(&bytes[..wanted.min(N)])
    }
}

impl Ascii for Vec<u8> {
    #[inline]
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result {
        self.extend_from_slice(bytes);
        Ok(())
    }

    /// All are moved in one go, and those that are not wanted taken back.
    #[inline]
    fn some_of<const N: usize>(&mut self, bytes: [u8; N], wanted: usize) -> fmt::Result {
        let end = self.len() + wanted.min(N);
        self.extend_from_slice(&bytes);
        self.truncate(end);
        Ok(())
    }
}

impl Ascii for fmt::Formatter<'_> {
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result {
        std::str::from_utf8(bytes).map_or(Err(fmt::Error), |text| self.write_str(text))
    }
}

/// So many digits are made at once.
const GROUP: usize = EIGHT as usize;
const EIGHT: u32 = 8;

/// Ten to the power of that, and of half as much.
const HUNDRED_MILLION: u64 = 100_000_000;
const TEN_THOUSAND: u64 = 10_000;

/// The powers of ten that 64 bits hold.
const POWERS: [u64; 20] = {
    let mut powers = [1; 20];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = 10 * powers[at - 1];
        at += 1;
    }
    powers
};

/// The eight digits of a number below a hundred million, as values: the first of them lowest. No digit waits for the
/// one before, and there is no loop to leave.
#[inline]
const fn digits(number: u64) -> u64 {
    let fours = (number / TEN_THOUSAND) | ((number % TEN_THOUSAND) << 32);
    // Products with what is nearly a hundredth, and nearly a tenth: near enough for four digits, and for two.
    let hundreds = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let twos = hundreds | ((fours - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | ((twos - 10 * tens) << 8)
}

/// The same of a number below ten thousand, in the first four bytes.
#[inline]
const fn four_digits(number: u64) -> u64 {
    let hundreds = (number * 10_486) >> 20;
    let twos = hundreds | ((number - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0x000f_000f;
    tens | ((twos - 10 * tens) << 8)
}

/// The characters of eight digits.
const ZEROS: u64 = u64::from_le_bytes([b'0'; GROUP]);

/// The digits of a number below a hundred million, the first of them lowest and without zeros in front, and how many
/// there are.
#[inline]
pub const fn short_whole(number: u32) -> Option<([u8; GROUP], usize)> {
    let number = number as u64;
    // Nearly all amounts, lines and columns.
    let (digits, most) = if number < TEN_THOUSAND {
        (four_digits(number), EIGHT / 2)
    } else if number < HUNDRED_MILLION {
        (digits(number), EIGHT)
    } else {
        return None;
    };
    // The last digit is written though it be a zero.
    let zeros = (digits | (1 << (8 * (most - 1)))).trailing_zeros() / 8;
    Some((((digits | ZEROS) >> (8 * zeros)).to_le_bytes(), (most - zeros) as usize))
}

/// Writes a whole number, without zeros in front.
#[inline]
pub fn write_whole(out: &mut impl Ascii, number: u64) -> fmt::Result {
    match u32::try_from(number).ok().and_then(short_whole) {
        Some((digits, count)) => out.some_of(digits, count),
        None => write_long(out, number),
    }
}

/// The same of a hundred million or more.
fn write_long(out: &mut impl Ascii, number: u64) -> fmt::Result {
    write_whole(out, number / HUNDRED_MILLION)?;
    last_digits(out, number % HUNDRED_MILLION, EIGHT)
}

/// Writes the last digits of a number, as many as are wanted.
fn last_digits(out: &mut impl Ascii, number: u64, wanted: u32) -> fmt::Result {
    let above = wanted.saturating_sub(EIGHT);
    if above > 0 {
        last_digits(out, number / HUNDRED_MILLION, above)?;
    }
    let wanted = wanted - above;
    let digits = (digits(number % HUNDRED_MILLION) | ZEROS).checked_shr(8 * (EIGHT - wanted));
    out.some_of(digits.unwrap_or(0).to_le_bytes(), wanted as usize)
}

/// The characters of a number below a hundred million with so many of its digits behind the point, fewer than eight and
/// more than none, and how many characters there are.
#[inline]
const fn short_decimal(number: u64, places: u32) -> ([u8; 2 * GROUP], usize) {
    let digits = digits(number);
    // A digit is written in front of the point though it be a zero.
    let zeros = (digits | (1 << (8 * (EIGHT - 1 - places)))).trailing_zeros() / 8;
    let (whole, point) = (EIGHT - places - zeros, b'.' as u128);
    let digits = digits | ZEROS;
    let before = (digits >> (8 * zeros)) & ((1 << (8 * whole)) - 1);
    let behind = (digits >> (8 * (EIGHT - places))) as u128;
    let all = before as u128 | (point | behind << 8) << (8 * whole);
    (all.to_le_bytes(), (whole + 1 + places) as usize)
}

/// A day as ISO 8601 writes it: a year of four digits, and a month and a day of two.
#[inline]
pub(super) fn iso_day(year: u32, month: u32, day: u32) -> [u8; 10] {
    let digits = digits((10_000 * year + 100 * month + day).into()) | ZEROS;
    let (year, month, day) = (digits & 0xffff_ffff, (digits >> 32) & 0xffff, digits >> 48);
    let dashes = u64::from(b'-') << 32 | u64::from(b'-') << 56;
    let all = u128::from(year | month << 40 | dashes) | u128::from(day) << 64;
    let mut text = [0; 10];
    text.copy_from_slice(&all.to_le_bytes()[..10]);
    text
}

/// A decimal number: a sign, digits, and how many of those stand behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) digits: u64,
    /// Fewer than 20.
    pub(super) places: u32,
}

impl Decimal {
    /// Writes it out.
    #[inline]
    pub(super) fn write_to(self, out: &mut impl Ascii) -> fmt::Result {
        let Self { negative, digits, places } = self;
        if negative {
            out.fixed(b"-")?;
        }
        if places == 0 {
            return write_whole(out, digits);
        }
        if digits < HUNDRED_MILLION && places < EIGHT {
            let (bytes, count) = short_decimal(digits, places);
            return out.some_of(bytes, count);
        }
        write_whole(out, POWERS.get(places as usize).map_or(0, |power| digits / power))?;
        out.fixed(b".")?;
        last_digits(out, digits, places)
    }
}

/// Writes a number with so many digits at least, zeros in front.
pub(super) fn padded(out: &mut impl Ascii, number: u32, digits: u32) -> fmt::Result {
    let (number, digits) = (number.into(), digits.max(1));
    match POWERS.get(digits as usize) {
        Some(power) if number < *power => last_digits(out, number, digits),
        _ => write_whole(out, number),
    }
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
            ("12345.67", false, 1_234_567, 2),
            ("9.9999999", false, 99_999_999, 7),
            ("0.0000001", false, 1, 7),
            ("0.00000001", false, 1, 8),
            ("1000000.0", false, 10_000_000, 1),
            ("10000000.0", false, 100_000_000, 1),
            ("-0.0012", true, 12, 4),
            ("18446744073709551615", false, u64::MAX, 0),
            ("-1.8446744073709551615", true, u64::MAX, 19),
            ("-0.0000000000000000001", true, 1, 19),
        ] {
            let mut text = Vec::new();
            Decimal { negative, digits, places }.write_to(&mut text).expect("a vector takes all");
            assert_eq!(expected.as_bytes(), text);
        }
    }

    #[test]
    fn days_are_written_as_they_print() {
        for (year, month, day) in [(1, 2, 3), (9999, 12, 31), (2020, 2, 29), (987, 99, 99)] {
            let expected = format!("{year:04}-{month:02}-{day:02}");
            assert_eq!(expected.as_bytes(), iso_day(year, month, day));
        }
    }

    #[test]
    fn whole_numbers_are_written_as_they_print() {
        let powers = (0..20).flat_map(|power| [0, 1, 9].map(|more| 10_u64.pow(power) - 1 + more));
        for number in powers.chain([90_817, 12_345_678, 87_654_321, u64::MAX]) {
            let mut text = Vec::new();
            write_whole(&mut text, number).expect("a vector takes all");
            assert_eq!(number.to_string().into_bytes(), text);
        }
        for (expected, number, digits) in [
            ("0044", 44, 4),
            ("12345", 12_345, 4),
            ("00", 0, 2),
            ("0", 0, 0),
            ("0004294967295", u32::MAX, 13),
        ] {
            let mut text = Vec::new();
            padded(&mut text, number, digits).expect("a vector takes all");
            assert_eq!(expected.as_bytes(), text);
        }
    }
}
