//! Bytes that are written piece by piece into room that is there already.
//!
//! A line has some thirty pieces of a few bytes each. Where a vector grows by them, each is a call and a search for
//! the way to copy so many bytes; here the compiler knows most lengths, and a piece is two or three moves.

use std::fmt;

use crate::value::{Ascii, short_whole, write_whole};

/// Bytes, with room behind them.
#[derive(Default)]
pub(super) struct Room {
    /// What is written, and the room.
    bytes: Vec<u8>,
    /// Where the room begins.
    end: usize,
}

impl Room {
    /// So much room there is at first.
    const SOME: usize = 1 << 12;

    /// What stands behind a number is no longer.
    const BEHIND: usize = 24;

    /// What is written.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.end).unwrap_or_default()
    }

    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        self.bytes.truncate(self.end);
        self.bytes
    }

    /// Forgets what is written; its place is room again.
    pub(super) const fn clear(&mut self) {
        self.end = 0;
    }

    /// Adds bytes whose number the compiler knows.
    #[inline]
    pub(super) fn put<const N: usize>(&mut self, bytes: &[u8; N]) {
        match self.bytes.get_mut(self.end..).and_then(<[u8]>::first_chunk_mut) {
            Some(room) => {
                *room = *bytes;
                self.end += N;
            }
            None => self.make_room_for(bytes),
        }
    }

    /// Adds bytes.
    #[inline]
    pub(super) fn add(&mut self, bytes: &[u8]) {
        match self.bytes.get_mut(self.end..).and_then(|room| room.get_mut(..bytes.len())) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.end += bytes.len();
            }
            None => self.make_room_for(bytes),
        }
    }

    /// Adds a whole number and bytes whose number the compiler knows, which are no more than [`Room::BEHIND`].
    #[inline]
    pub(super) fn put_whole<const N: usize>(&mut self, number: u32, behind: &[u8; N]) {
        const { assert!(N <= Self::BEHIND) }
        if let Some((digits, count)) = short_whole(number)
            && let Some(room) = self.bytes.get_mut(self.end..)
            && let Some(room) = room.first_chunk_mut::<{ 8 + Self::BEHIND }>()
        {
            // One look at how much room there is serves for both.
            let count = count.min(digits.len());
            room[..8].copy_from_slice(&digits);
            room[count..count + N].copy_from_slice(behind);
            self.end += count + N;
            return;
        }
        // There is room for all.
        let _ = write_whole(self, number.into());
        self.put(behind);
    }

    /// Where the next bytes go.
    pub(super) const fn place(&self) -> usize {
        self.end
    }

    /// Adds so many bytes from a place on once more, if they are few; whether they were.
    #[inline]
    pub(super) fn repeat(&mut self, place: usize, length: usize) -> bool {
        let written = self.bytes.get(place..).and_then(<[u8]>::first_chunk::<{ Self::BEHIND }>).copied();
        let room = self.bytes.get_mut(self.end..).and_then(<[u8]>::first_chunk_mut);
        match (written, room) {
            (Some(written), Some(room)) if length <= written.len() => {
                *room = written;
                self.end += length;
                true
            }
            _ => false,
        }
    }

    /// Adds the bytes of a text if JSON writes all of them as they are, else none; whether it does.
    #[inline]
    pub(super) fn add_if_plain(&mut self, text: &[u8]) -> bool {
        let start = self.end;
        let plain = match (text.first_chunk::<4>(), text.last_chunk::<4>(), text.last_chunk::<8>()) {
            // Eight bytes at a time; the last of them may be there already, and are written once more.
            (.., Some(last)) => {
                let mut plain = are_plain(u64::from_ne_bytes(*last));
                for bytes in text.as_chunks().0 {
                    plain &= are_plain(u64::from_ne_bytes(*bytes));
                    self.put(bytes);
                }
                self.end = start + text.len() - last.len();
                self.put(last);
                plain
            }
            (Some(first), Some(last), None) => {
                self.put(first);
                self.end = start + text.len() - last.len();
                self.put(last);
                let word = |bytes: &[u8; 4]| u64::from(u32::from_ne_bytes(*bytes));
                are_plain(word(first) << 32 | word(last))
            }
            _ => text.iter().fold(true, |plain, byte| {
                self.put(&[*byte]);
                plain & are_plain(u64::from_ne_bytes([*byte; 8]))
            }),
        };
        if !plain {
            self.end = start;
        }
        plain
    }

    #[cold]
    fn make_room_for(&mut self, bytes: &[u8]) {
        self.bytes.truncate(self.end);
        self.bytes.extend_from_slice(bytes);
        self.end = self.bytes.len();
        self.bytes.resize((2 * self.end).max(Self::SOME), 0);
    }
}

/// Whether JSON escapes none of eight bytes: control characters, the quotation mark and the backslash.
const fn are_plain(word: u64) -> bool {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH: u64 = 0x80 * ONES;
    // A byte that is less than what is taken from it borrows, which sets its high bit; one that had the bit is no match.
    // A borrow may make the byte above look like one, but only where there is one below.
    let quote = word ^ (b'"' as u64 * ONES);
    let backslash = word ^ (b'\\' as u64 * ONES);
    let control = word.wrapping_sub(0x20 * ONES) & !word;
    let quote = quote.wrapping_sub(ONES) & !quote;
    let backslash = backslash.wrapping_sub(ONES) & !backslash;
    (control | quote | backslash) & HIGH == 0
}

impl Ascii for Room {
    #[inline]
    fn ascii(&mut self, bytes: &[u8]) -> fmt::Result {
        self.add(bytes);
        Ok(())
    }

    #[inline]
    fn fixed<const N: usize>(&mut self, bytes: &[u8; N]) -> fmt::Result {
        self.put(bytes);
        Ok(())
    }

    /// All are moved in one go, and those that are not wanted are room again.
    #[inline]
    fn some_of<const N: usize>(&mut self, bytes: [u8; N], wanted: usize) -> fmt::Result {
        let start = self.end;
        self.put(&bytes);
        self.end = start + wanted.min(bytes.len());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_was_added() {
        let mut room = Room::default();
        let mut expected = Vec::new();
        let some = *b"0123456789abcdefghijklmnop";
        for round in 0..700 {
            room.put(b"{\"lo\":");
            expected.extend_from_slice(b"{\"lo\":");
            let bytes = &some[..round % (some.len() + 1)];
            assert!(room.add_if_plain(bytes));
            room.add(bytes);
            expected.extend_from_slice(bytes);
            expected.extend_from_slice(bytes);
            let number = [7, 90_817, 123_456_789, u32::MAX][round % 4] >> (round % 32);
            room.put_whole(number, b",\"end\":");
            expected.extend_from_slice(format!("{number},\"end\":").as_bytes());
            let place = room.place();
            room.add(&bytes[..bytes.len().min(round % 5 * 8)]);
            let again = room.bytes()[place..].to_vec();
            expected.extend_from_slice(&again);
            if room.repeat(place, again.len()) {
                expected.extend_from_slice(&again);
            }
            let wanted = round % 9;
            room.some_of(*b"12345678", wanted).expect("there is room");
            expected.extend_from_slice(&b"12345678"[..wanted]);
            assert_eq!(expected, room.bytes(), "{round}");
        }
        room.add(&vec![b'x'; 3 * Room::SOME]);
        assert_eq!(expected.len() + 3 * Room::SOME, room.bytes().len());
        room.clear();
        room.add(b"anew");
        assert_eq!(b"anew", &*room.into_bytes());
    }

    #[test]
    fn a_text_is_added_where_nothing_of_it_is_escaped() {
        for length in 0..30 {
            for byte in 0..=u8::MAX {
                for at in 0..length {
                    let mut text = vec![b'a'; length];
                    text[at] = byte;
                    let mut room = Room::default();
                    let escaped = byte < 0x20 || matches!(byte, b'"' | b'\\');
                    assert_eq!(!escaped, room.add_if_plain(&text), "{byte} at {at} of {length}");
                    let expected = if escaped { &[] } else { &*text };
                    assert_eq!(expected, room.bytes(), "{byte} at {at} of {length}");
                }
            }
        }
    }
}
