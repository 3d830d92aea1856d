//! Slips of the pen and the keyboard: what a written figure may have been meant to be.

use std::ops::Range;

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
    /// Everything that a single slip may have made these figures from, each once, with marks such as the decimal point
    /// left where they are.
    ///
    /// ```
    /// use factlint::value::Slip;
    ///
    /// assert!(Slip::behind("65").contains(&("56".to_owned(), Slip::Swapped)));
    /// ```
    pub fn behind(figures: &str) -> Vec<(String, Self)> {
        [true, false].into_iter().flat_map(|telling| Self::behind_if(figures, telling)).collect()
    }

    /// Those of [`Slip::behind`] that are [telling](Slip::is_telling), or the others, which are far more.
    pub fn behind_if(figures: &str, telling: bool) -> Vec<(String, Self)> {
        let digits = figures.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
        let places: Vec<usize> = digits.map(|(at, _)| at).collect();
        if places.len() > LONGEST {
            return Vec::new();
        }
        let mut meant = if telling { few_behind(figures, &places) } else { changed(figures, &places) };
        meant.retain(|(figures, _)| is_number(figures));
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
        let is_meant = |(figures, _): &(String, Self)| figures == meant;
        let of = |telling| Self::behind_if(said, telling).into_iter().find(is_meant);
        of(true).or_else(|| of(false)).map(|(_, slip)| slip)
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

/// What leads to figures by a slip that is telling. Figures in a row that are equal lead to the same, whichever of them
/// is left out or stands twice.
fn few_behind(figures: &str, places: &[usize]) -> Vec<(String, Slip)> {
    let mut meant = Vec::new();
    let digit = |at: usize| char::from(figures.as_bytes()[at]);
    let in_a_row = |one: usize, next: usize| one + 1 == next && digit(one) == digit(next);
    for (number, pair) in places.windows(2).enumerate() {
        let [one, next] = [pair[0], pair[1]];
        if digit(one) != digit(next) {
            let mut swapped = with(figures, next..next + 1, &[digit(one)]);
            swapped.replace_range(one..=one, digit(next).encode_utf8(&mut [0; 4]));
            meant.push((swapped, Slip::Swapped));
        } else if !(in_a_row(one, next) && number > 0 && digit(places[number - 1]) == digit(one)) {
            meant.push((with(figures, next..next + 1, &[]), Slip::Doubled));
        }
    }
    for (number, &at) in places.iter().enumerate() {
        if number == 0 || !in_a_row(places[number - 1], at) {
            meant.push((with(figures, at..at, &[digit(at)]), Slip::Dropped));
        }
    }
    if !places.is_empty() && places.len() == figures.len() && !figures.ends_with('0') {
        meant.push((format!("{figures}0"), Slip::Dropped));
    }
    meant
}

/// Every digit changed to each of the nine others.
fn changed(figures: &str, places: &[usize]) -> Vec<(String, Slip)> {
    let mut meant = Vec::with_capacity(9 * places.len());
    for &at in places {
        let others = ('0'..='9').filter(|figure| !figures[at..].starts_with(*figure));
        meant.extend(others.map(|figure| (with(figures, at..at + 1, &[figure]), Slip::Changed)));
    }
    meant
}

/// Figures with others in the place of some.
fn with(figures: &str, place: Range<usize>, others: &[char]) -> String {
    let mut changed = String::with_capacity(figures.len() + 1);
    changed.push_str(&figures[..place.start]);
    changed.extend(others);
    changed.push_str(&figures[place.end..]);
    changed
}

/// No number begins with a zero that another digit follows.
fn is_number(figures: &str) -> bool {
    match figures.as_bytes() {
        [b'0', next, ..] => !next.is_ascii_digit(),
        figures => !figures.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every slip by itself, whatever comes of it; of those that lead to the same the likeliest.
    fn long_way(figures: &str) -> Vec<(String, Slip)> {
        let written: Vec<char> = figures.chars().collect();
        let places: Vec<usize> = (0..written.len()).filter(|at| written[*at].is_ascii_digit()).collect();
        let mut meant: Vec<(Vec<char>, Slip)> = Vec::new();
        for pair in places.windows(2) {
            let [mut single, mut swapped] = [written.clone(), written.clone()];
            single.remove(pair[1]);
            swapped.swap(pair[0], pair[1]);
            let is_same = swapped == written;
            meant.push(if is_same { (single, Slip::Doubled) } else { (swapped, Slip::Swapped) });
        }
        for &at in &places {
            let mut twice = written.clone();
            twice.insert(at, written[at]);
            meant.push((twice, Slip::Dropped));
            for figure in '0'..='9' {
                let mut changed = written.clone();
                changed[at] = figure;
                meant.push((changed, Slip::Changed));
            }
        }
        if places.len() == written.len() {
            meant.push((written.iter().copied().chain(['0']).collect(), Slip::Dropped));
        }
        let text = |(figures, slip): (Vec<char>, Slip)| (figures.into_iter().collect::<String>(), slip);
        let mut meant: Vec<(String, Slip)> = meant.into_iter().map(text).collect();
        meant.retain(|(meant, _)| meant != figures && is_number(meant));
        meant.sort();
        meant.dedup_by(|one, other| one.0 == other.0);
        meant
    }

    proptest! {
        #[test]
        fn each_slip_is_found_once(figures in "[0-2]{1,4}[.,·]{0,2}[0-2]{0,4}") {
            let mut got = Slip::behind(&figures);
            got.sort();
            prop_assert_eq!(long_way(&figures), got);
        }
    }

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
