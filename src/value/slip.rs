//! Slips of the pen and the keyboard: what a written figure may have been meant to be.

/// How one figure becomes another by a single slip, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Two neighbours are exchanged: 1969 for 1996.
    Swapped,
    /// A figure stands twice: 1,1500 for 1,500.
    Doubled,
    /// One of two equal figures is left out, or a zero at the end: 1,50 for 1,500.
    Dropped,
    /// A million for a billion.
    Thousandfold,
    /// One figure is another: 1,400 for 1,500.
    Changed,
}

/// A bound on the work for a number without end.
const LONGEST: usize = 12;

impl Slip {
    /// Everything that a single slip may have made these figures from, with marks such as the decimal point left where
    /// they are.
    ///
    /// ```
    /// use factlint::value::Slip;
    ///
    /// assert!(Slip::behind("65").contains(&("56".to_owned(), Slip::Swapped)));
    /// ```
    pub fn behind(figures: &str) -> Vec<(String, Self)> {
        let written: Vec<char> = figures.chars().collect();
        let places: Vec<usize> = (0..written.len()).filter(|at| written[*at].is_ascii_digit()).collect();
        if places.is_empty() || places.len() > LONGEST {
            return Vec::new();
        }
        let mut meant: Vec<(Vec<char>, Self)> = Vec::new();
        for pair in places.windows(2) {
            let [one, other] = [written[pair[0]], written[pair[1]]];
            if one == other {
                let mut single = written.clone();
                single.remove(pair[1]);
                meant.push((single, Self::Doubled));
            } else {
                let mut swapped = written.clone();
                swapped.swap(pair[0], pair[1]);
                meant.push((swapped, Self::Swapped));
            }
        }
        for &at in &places {
            let mut twice = written.clone();
            twice.insert(at, written[at]);
            meant.push((twice, Self::Dropped));
            for figure in '0'..='9' {
                let mut changed = written.clone();
                changed[at] = figure;
                meant.push((changed, Self::Changed));
            }
        }
        if places.len() == written.len() {
            meant.push((written.iter().copied().chain(['0']).collect(), Self::Dropped));
        }
        let is_number = |figures: &[char]| match figures {
            ['0', next, ..] => !next.is_ascii_digit(),
            figures => !figures.is_empty(),
        };
        meant.retain(|(figures, _)| *figures != written && is_number(figures));
        let mut meant: Vec<(String, Self)> =
            meant.into_iter().map(|(figures, slip)| (figures.into_iter().collect(), slip)).collect();
        meant.sort();
        meant.dedup_by(|one, other| one.0 == other.0);
        meant
    }

    /// The single slip by which one number became another.
    ///
    /// ```
    /// use factlint::value::Slip;
    ///
    /// assert_eq!(Some(Slip::Swapped), Slip::between("1969", "1996"));
    /// assert_eq!(None, Slip::between("1969", "2001"));
    /// ```
    pub fn between(said: &str, meant: &str) -> Option<Self> {
        Self::behind(said).into_iter().find(|(figures, _)| figures == meant).map(|(_, slip)| slip)
    }

    /// Whether so few figures lead to others this way that one which fits is hardly chance.
    pub const fn is_telling(self) -> bool {
        !matches!(self, Self::Changed)
    }

    /// What happened, in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Swapped => "two digits are swapped",
            Self::Doubled => "a digit is doubled",
            Self::Dropped => "a digit is left out",
            Self::Thousandfold => "a thousand times",
            Self::Changed => "one digit differs",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_step() {
        for (expected, said, meant) in [
            (Some(Slip::Swapped), "65", "56"),
            (Some(Slip::Swapped), "4.5", "5.4"),
            (Some(Slip::Doubled), "1155", "155"),
            (Some(Slip::Dropped), "155", "1555"),
            (Some(Slip::Dropped), "15", "150"),
            (Some(Slip::Changed), "1869", "1969"),
            (None, "1869", "1986"),
            (None, "65", "65"),
            (None, "65", "5"),
            (None, "20", "02"),
            (None, "", "1"),
        ] {
            assert_eq!(expected, Slip::between(said, meant), "{said} {meant}");
        }
    }

    #[test]
    fn figures_without_end_have_no_slips() {
        assert!(Slip::behind(&"7".repeat(1000)).is_empty());
        assert_eq!(9, Slip::behind("7").iter().filter(|(_, slip)| *slip == Slip::Changed).count());
    }
}
