//! Bytes that are written piece by piece into room that is there already.
//!
//! A line has some thirty pieces of a few bytes each. Where a vector grows by them, each is a call and a search for
//! the way to copy so many bytes; here the compiler knows most lengths, and a piece is two or three moves.

use std::fmt;

use crate::value::Ascii;

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

    /// Adds bytes that are all as wanted, else none; whether they are.
    #[inline]
    pub(super) fn add_if(&mut self, bytes: &[u8], wanted: impl Fn(u8) -> bool) -> bool {
        // A byte at a time, for most texts are short.
        let Some(room) = self.bytes.get_mut(self.end..).and_then(|room| room.get_mut(..bytes.len())) else {
            let all = bytes.iter().all(|byte| wanted(*byte));
            if all {
                self.make_room_for(bytes);
            }
            return all;
        };
        let mut all = true;
        for (room, byte) in room.iter_mut().zip(bytes) {
            *room = *byte;
            all &= wanted(*byte);
        }
        if all {
            self.end += bytes.len();
        }
        all
    }

    #[cold]
    fn make_room_for(&mut self, bytes: &[u8]) {
        self.bytes.truncate(self.end);
        self.bytes.extend_from_slice(bytes);
        self.end = self.bytes.len();
        self.bytes.resize((2 * self.end).max(Self::SOME), 0);
    }
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
    fn some_of(&mut self, bytes: [u8; 8], wanted: usize) -> fmt::Result {
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
            assert!(room.add_if(bytes, |byte| byte.is_ascii_alphanumeric()));
            assert_eq!(bytes.is_empty(), room.add_if(bytes, |byte| byte.is_ascii_lowercase()));
            room.add(bytes);
            expected.extend_from_slice(bytes);
            expected.extend_from_slice(bytes);
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
}
