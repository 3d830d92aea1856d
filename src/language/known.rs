//! Where the short words of a vocabulary stand once all are known: every word of a text is looked for.
//!
//! Neither whether a word is there nor which of several places it has can be foretold, and a guess gone wrong costs as much as
//! reading a short word. So there is one place where a word can be, and no branch on what is found there.

use std::hint::select_unpredictable;

use super::token::{Uses, WordId};
use super::words::Key;

/// A perfect hash by displacement: a word's bucket has a number that sends all of its words to places of their own
/// (Belazzougui, Botelho, Dietzfelbinger, Hash, Displace, and Compress, ESA 2009).
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By bucket, a power of two of them.
    seeds: Vec<u8>,
    /// A power of two of them.
    places: Vec<Word>,
    /// What is left of a product's bits is the number of a place.
    shift: u32,
}

/// A short word, with all that every word of a text is asked for: it is fetched together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    pub(super) key: Key,
    /// What it may be good for.
    pub(super) uses: Uses,
    /// 0 for a word that is only watched for.
    pub(super) id: WordId,
}

/// What a word that is not there has; no word has an empty key.
static NOTHING: Word =
    Word { key: Key::EMPTY, uses: Uses { begins: super::Starts::NONE, marks: super::Starts::NONE }, id: 0 };

/// Two places for each bucket: with fewer buckets the right number is looked for longer.
const IN_BUCKET: usize = 2;

/// Never reached by words of different hashes: a bound all the same.
const MOST_FOR_WORD: usize = 64;

impl Known {
    /// Finds a place for each of some words, all of them different.
    pub(super) fn of(words: &[Word]) -> Self {
        // A ninth more places than words: few seeds are tried in vain.
        let mut room = (words.len() + words.len() / 9).next_power_of_two().max(64);
        loop {
            if let Some(known) = Self::with_room(words, room) {
                return known;
            }
            room *= 2;
        }
    }

    /// The same in so many places; `None` if some bucket finds no seed.
    fn with_room(words: &[Word], room: usize) -> Option<Self> {
        let buckets = room / IN_BUCKET;
        let mut known = Self {
            seeds: vec![0; buckets],
            places: vec![NOTHING; room],
            shift: u64::BITS - room.trailing_zeros(),
        };
        // Sorted by bucket: how many words there are before each, and then the words themselves.
        let mut before = vec![0; buckets + 1];
        for word in words {
            before[known.bucket(word.key.hash()) + 1] += 1;
        }
        for bucket in 0..buckets {
            before[bucket + 1] += before[bucket];
        }
        let (mut sorted, mut next) = (vec![&NOTHING; words.len()], before.clone());
        for word in words {
            let at = &mut next[known.bucket(word.key.hash())];
            sorted[*at] = word;
            *at += 1;
        }
        let sizes: Vec<usize> = before.windows(2).map(|both| both[1] - both[0]).collect();
        // The fullest first, while there is much room.
        for size in (1..=sizes.iter().copied().max().unwrap_or(0)).rev() {
            for (bucket, _) in sizes.iter().enumerate().filter(|(_, own)| **own == size) {
                let words = &sorted[before[bucket]..before[bucket + 1]];
                let seed = known.seed(words).or_else(|| {
                    let mut apart = words.to_vec();
                    apart.sort_unstable_by_key(|word| word.key.hash());
                    apart.dedup_by_key(|word| word.key.hash());
                    // Words of one hash part nowhere, and one of them is left out.
                    if apart.len() < words.len() { known.seed(&apart) } else { None }
                });
                match seed {
                    Some(seed) => known.seeds[bucket] = seed,
                    None if room < MOST_FOR_WORD * sorted.len() => return None,
                    None => {}
                }
            }
        }
        Some(known)
    }

    /// The first seed that sends all words of a bucket to places of their own, where they are put.
    fn seed(&mut self, words: &[&Word]) -> Option<u8> {
        (0..=u8::MAX).find(|seed| self.settle(words, *seed))
    }

    /// Puts all words of a bucket where a seed sends them, if no place is taken.
    fn settle(&mut self, words: &[&Word], seed: u8) -> bool {
        for (number, word) in words.iter().enumerate() {
            let at = self.place(word.key.hash(), seed);
            if self.places[at].key != Key::EMPTY {
                for word in &words[..number] {
                    let at = self.place(word.key.hash(), seed);
                    self.places[at] = NOTHING;
                }
                return false;
            }
            self.places[at] = **word;
        }
        true
    }

    /// The number of a word and what it may be good for.
    #[inline]
    pub(super) fn get(&self, key: Key) -> (WordId, Uses) {
        let hash = key.hash();
        let seed = self.seeds.get(self.bucket(hash)).copied().unwrap_or(0);
        let place = self.places.get(self.place(hash, seed)).unwrap_or(&NOTHING);
        let word = select_unpredictable(place.key.is(key), place, &NOTHING);
        (word.id, word.uses)
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "there are never as many buckets")]
    const fn bucket(&self, hash: u64) -> usize {
        (hash >> 32) as usize & self.seeds.len().wrapping_sub(1)
    }

    /// The upper bits of a product are mixed best.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "few bits are left")]
    const fn place(&self, hash: u64, seed: u8) -> usize {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let product = hash.wrapping_mul((2 * seed as u64 + 1).wrapping_mul(ODD));
        product.wrapping_shr(self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(number: u64) -> Word {
        Word {
            key: Key::new(number, number % 3),
            id: u32::try_from(number).expect("small"),
            ..Word::default()
        }
    }

    #[test]
    fn every_word_is_found_and_no_other() {
        for count in [0, 1, 2, 60, 64, 1_000, 7_281, 7_282, 20_000] {
            let words: Vec<Word> = (1..=count).map(word).collect();
            let known = Known::of(&words);
            let room = known.places.len();
            assert!(room <= 64.max(3 * words.len()), "{count} words in {room} places");
            for number in 1..=count {
                assert_eq!(number, u64::from(known.get(word(number).key).0), "{count}");
            }
            for number in count + 1..count + 2_000 {
                assert_eq!(0, known.get(word(number).key).0, "{count}");
            }
        }
    }

    #[test]
    fn of_two_words_with_one_hash_one_is_found_and_so_are_all_others() {
        // What the second product must be for the same hash, by the inverse of its odd factor.
        let factor = 0xd6e8_feb8_6659_fd93_u64;
        let inverse = (0..6)
            .fold(factor, |known, _| known.wrapping_mul(2_u64.wrapping_sub(factor.wrapping_mul(known))));
        let product = |head: u64| head.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let twin = Key::new(2, inverse.wrapping_mul(product(1) ^ product(2)));
        assert_eq!(Key::new(1, 0).hash(), twin.hash());
        let twins = [Key::new(1, 0), twin].map(|key| Word { key, id: 5000, ..Word::default() });
        let words: Vec<Word> = (10..1000).map(word).chain(twins).collect();
        let known = Known::of(&words);
        let found = words.iter().filter(|word| known.get(word.key).0 == word.id).count();
        assert_eq!(words.len() - 1, found);
        assert_eq!(2048, known.places.len(), "no room is made for what cannot part");
    }

    #[test]
    fn nothing_is_known_before_it_is_told() {
        assert_eq!((0, Uses::default()), Known::default().get(word(1).key));
    }
}
