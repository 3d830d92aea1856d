//! Eight bytes of a text looked at together, as one number: a loop over bytes would be mispredicted once a word.

/// So many bytes are looked at together.
pub(crate) const STEP: usize = 8;

const EACH: u64 = u64::MAX / 0xff;

/// The highest bit of each byte: what is found out of a byte stands there.
pub(crate) const HIGH: u64 = 0x80 * EACH;

/// Sets the bit that small letters and figures have, and capitals have not.
pub(crate) const SMALL: u64 = 0x20 * EACH;

/// The bytes at the head as a number, first in the lowest byte, with zeros behind if there are fewer than eight.
#[inline]
pub(crate) fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// Which of eight bytes are ASCII letters.
#[inline]
pub(crate) const fn letters_in(eight: u64) -> u64 {
    within(eight | SMALL, b'a', b'z') & !eight
}

/// Which of eight bytes are ASCII figures.
#[inline]
pub(crate) const fn digits_in(eight: u64) -> u64 {
    within(eight, b'0', b'9') & !eight
}

/// Bytes from `first` to `last`; what is no ASCII may be among them.
#[inline]
const fn within(eight: u64, first: u8, last: u8) -> u64 {
    // With the highest bit out of the way no sum reaches the next byte.
    let low = eight & !HIGH;
    let from = low + (0x80 - first as u64) * EACH;
    let past = low + (0x7f - last as u64) * EACH;
    from & !past & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_told_by_itself() {
        for byte in 0..=u8::MAX {
            for place in 0..STEP {
                let mut bytes = *b" aZ09\xff{@";
                bytes[place] = byte;
                let number = eight(&bytes);
                for (at, byte) in bytes.iter().enumerate() {
                    let found = |marks: u64| marks >> (8 * at + 7) & 1 != 0;
                    assert_eq!(byte.is_ascii_alphabetic(), found(letters_in(number)), "{byte}");
                    assert_eq!(byte.is_ascii_digit(), found(digits_in(number)), "{byte}");
                }
            }
        }
        assert_eq!(eight(b"ab"), eight(b"ab\0\0\0\0\0\0 more"));
    }
}
