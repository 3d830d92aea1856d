//! Which two words may stand at the head of a phrase: most pairs of a text begin none.

use super::token::WordId;

/// A set of pairs of words that may hold others as well, small enough to stay near the processor: a Bloom filter, whose two
/// bits of a pair stand in one machine word (Putze, Sanders, Singler, Cache-, Hash- and Space-Efficient Bloom Filters, 2007).
#[derive(Debug)]
pub(super) struct Pairs {
    bits: Box<[u64; WORDS]>,
}

/// A language has some thousands of phrases: a dozen bits for each.
const WORDS: usize = 1 << 10;

impl Default for Pairs {
    fn default() -> Self {
        Self { bits: Box::new([0; WORDS]) }
    }
}

impl Pairs {
    pub(super) fn add(&mut self, first: WordId, second: WordId) {
        let (word, bits) = place(first, second);
        self.bits[word] |= bits;
    }

    /// Whether the pair may be in the set; one that was added is.
    #[inline]
    pub(super) fn may_have(&self, first: WordId, second: WordId) -> bool {
        let (word, bits) = place(first, second);
        self.bits[word] & bits == bits
    }
}

/// The machine word of a pair, and its two bits in it.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "ten bits are wanted")]
const fn place(first: WordId, second: WordId) -> (usize, u64) {
    let mixed = ((first as u64) << 20 ^ second as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 42) as usize % WORDS, 1 << (mixed >> 58) | 1 << (mixed >> 52 & 0x3f))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pairs_are_kept_and_few_others_seem_to_be() {
        const WORDS: WordId = 4_000;
        let mut pairs = Pairs::default();
        // Common words begin many phrases: every tenth word behind each of twelve.
        let own = |first: WordId, second: WordId| first < 12 && second % 10 == first % 10;
        let all = || (0..40).flat_map(|first| (1..WORDS).map(move |second| (first, second)));
        all()
            .filter(|(first, second)| own(*first, *second))
            .for_each(|(first, second)| pairs.add(first, second));
        assert!(all().all(|(first, second)| !own(first, second) || pairs.may_have(first, second)));
        let wrong = all().filter(|(first, second)| !own(*first, *second) && pairs.may_have(*first, *second));
        assert!(wrong.count() * 20 < all().count(), "one in twenty");
    }
}
