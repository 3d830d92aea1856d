//! Whether a rate goes with the amounts at both ends of a change.
//!
//! It is asked by products, not quotients: a slip or another reading is looked for by many tries, of which few fit, and a
//! quotient in lowest terms takes longer to find than two products to be compared.

use super::change::Rate;
use super::figure::{Side, in_common, quotient};
use crate::value::{Bound, Interval, Measure, Number, Unit};

/// One end of a change, in the unit that both ends share.
#[derive(Debug, Clone)]
struct End<'a> {
    /// As it is written.
    value: Number,
    /// All that it may mean.
    extent: Interval<Number>,
    /// The unit that it is written in, if that is not the shared one.
    unit: Option<&'a Unit>,
}

/// Both ends of a change in one unit.
#[derive(Debug, Clone)]
pub(super) struct Pair<'a> {
    after: End<'a>,
    before: End<'a>,
    /// Whether one of them is a percentage, so that the rate may be one of points.
    percents: bool,
}

/// A rate with its direction, made ready to be held against many pairs.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    rate: &'a Rate,
    up: bool,
    /// What a hundred times the quotient of the ends may be; unused for a rate of points.
    hundredfold: Interval<Number>,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(rate: &'a Rate, up: bool) -> Self {
        let hundred = Number::from(100);
        let hundredfold = match rate {
            Rate::Percent(said) => signed(said.clone(), up).map(|said| &said + &hundred),
            Rate::Times(said) => said.clone().map(|said| &said * &hundred),
            Rate::Points(said) => said.clone(),
        };
        Self { rate, up, hundredfold }
    }

    /// Whether it is the rate between two ends; `percents` says whether one of them is a percentage.
    fn is_between(&self, after: &End<'_>, before: &End<'_>, percents: bool) -> Option<bool> {
        let is_quotient = || {
            let above_zero = !after.value.is_zero()
                && !before.value.is_zero()
                && after.value.is_negative() == before.value.is_negative();
            if above_zero {
                meets_hundredfold(&self.hundredfold, &after.extent, &before.extent)
            } else {
                None
            }
        };
        match self.rate {
            Rate::Percent(said) => {
                Some(is_quotient()? || percents && self.is_difference(said, after, before))
            }
            Rate::Times(_) => is_quotient(),
            Rate::Points(said) => {
                let differences = || differences(&after.extent, &before.extent);
                percents.then(|| said.meets(&signed(differences(), self.up)))
            }
        }
    }

    /// Whether the amounts as they are written differ by so much.
    fn is_difference(&self, said: &Interval<Number>, after: &End<'_>, before: &End<'_>) -> bool {
        let (now, then) = (&after.value, &before.value);
        said.meets(&Interval::exactly(if self.up { now - then } else { then - now }))
    }
}

impl<'a> Pair<'a> {
    /// `None` if the two cannot be held against each other.
    pub(super) fn of(after: &'a Side, before: &'a Side) -> Option<Self> {
        let [now, then] = in_common(after, before)?;
        let units = match (&after.measure, &before.measure) {
            (Measure::Unit(unit), Measure::Unit(own)) if unit.name != own.name => {
                [Some(&**unit), Some(&**own)]
            }
            _ => [None, None],
        };
        let percents = [after, before].iter().any(|side| side.measure == Measure::Percent);
        let [of, by] = units;
        Some(Self { after: End::of(after, now, of)?, before: End::of(before, then, by)?, percents })
    }

    /// The same, were both amounts, which it is of, exactly what is written.
    #[must_use]
    pub(super) fn as_written(&self, after: &Side, before: &Side) -> Self {
        Self {
            after: End::exactly(&after.value, self.after.unit),
            before: End::exactly(&before.value, self.before.unit),
            percents: self.percents,
        }
    }

    /// Whether the rate is right. `None` if there is none between the two.
    pub(super) fn goes_with(&self, wanted: &Wanted<'_>) -> Option<bool> {
        wanted.is_between(&self.after, &self.before, self.percents)
    }

    /// Whether it would be right, had exactly another later amount been written.
    pub(super) fn goes_with_after(&self, value: &Number, wanted: &Wanted<'_>) -> Option<bool> {
        wanted.is_between(&End::exactly(value, self.after.unit), &self.before, self.percents)
    }

    /// Whether it would be right, had exactly another earlier amount been written.
    pub(super) fn goes_with_before(&self, value: &Number, wanted: &Wanted<'_>) -> Option<bool> {
        wanted.is_between(&self.after, &End::exactly(value, self.before.unit), self.percents)
    }

    /// Whether it would be right, were the later amount so many times as large.
    pub(super) fn goes_with_after_times(&self, scale: &Number, wanted: &Wanted<'_>) -> Option<bool> {
        wanted.is_between(&self.after.times(scale), &self.before, self.percents)
    }

    /// Whether it would be right, were the earlier amount so many times as large.
    pub(super) fn goes_with_before_times(&self, scale: &Number, wanted: &Wanted<'_>) -> Option<bool> {
        wanted.is_between(&self.after, &self.before.times(scale), self.percents)
    }

    /// The rate by the amounts as they are written; a fall is below zero.
    pub(super) fn rate(&self, like: &Rate) -> Number {
        let (now, then) = (&self.after.value, &self.before.value);
        match like {
            Rate::Percent(_) => (now - then) * Number::from(100) / then.clone(),
            Rate::Times(_) => now.clone() / then.clone(),
            Rate::Points(_) => now - then,
        }
    }

    /// The least and the greatest rate by all that the amounts may mean; `None` if one of them has no end.
    pub(super) fn rates(&self, like: &Rate) -> Option<[Number; 2]> {
        let quotient = || quotient(&self.after.extent, &self.before.extent);
        let percent = |ratio: Number| (ratio - Number::from(1)) * Number::from(100);
        let Interval { lo, hi } = match like {
            Rate::Percent(_) => quotient()?.map(percent),
            Rate::Times(_) => quotient()?,
            Rate::Points(_) => differences(&self.after.extent, &self.before.extent),
        };
        Some([lo.value()?.clone(), hi.value()?.clone()])
    }
}

impl<'a> End<'a> {
    fn of(side: &Side, extent: Interval<Number>, unit: Option<&'a Unit>) -> Option<Self> {
        let value = if unit.is_none() || extent == side.extent {
            side.value.clone()
        } else {
            (extent.lo.value()? + extent.hi.value()?) * Number::half()
        };
        Some(Self { value, extent, unit })
    }

    fn exactly(value: &Number, unit: Option<&'a Unit>) -> Self {
        let value = unit.map_or_else(|| value.clone(), |unit| unit.to_base(value));
        Self { extent: Interval::exactly(value.clone()), value, unit }
    }

    /// So many times what is written, which is not so many times the same in another unit if that has its zero elsewhere.
    fn times(&self, scale: &Number) -> Self {
        let zero = self.unit.map(|unit| &unit.offset).filter(|zero| !zero.is_zero());
        let times = |amount: Number| match zero {
            Some(zero) => &(&(&amount - zero) * scale) + zero,
            None => &amount * scale,
        };
        Self { value: times(self.value.clone()), extent: self.extent.clone().map(times), unit: self.unit }
    }
}

/// All that one amount may be more than another.
fn differences(after: &Interval<Number>, before: &Interval<Number>) -> Interval<Number> {
    let less = |one: Number, other: &Bound<Number>| match other.value() {
        Some(other) => &one - other,
        None => one,
    };
    Interval {
        lo: after.lo.clone().map(|lo| less(lo, &before.hi)),
        hi: after.hi.clone().map(|hi| less(hi, &before.lo)),
    }
}

/// What a rate means for the later amount: a fall is below zero.
fn signed(said: Interval<Number>, up: bool) -> Interval<Number> {
    if up { said } else { Interval { lo: said.hi.map(|hi| -hi), hi: said.lo.map(|lo| -lo) } }
}

/// Whether a hundred times the [`quotient`] of two intervals meets another. `None` if there is no quotient.
fn meets_hundredfold(
    wanted: &Interval<Number>,
    above: &Interval<Number>,
    below: &Interval<Number>,
) -> Option<bool> {
    let hundred = &Number::from(100);
    let long_way = || Some(wanted.meets(&quotient(above, below)?.map(|ratio| &ratio * hundred)));
    let (Some([above_lo, above_hi]), Some([below_lo, below_hi])) = (ends(above), ends(below)) else {
        return long_way();
    };
    if *below_lo <= Number::zero() {
        return long_way();
    }
    if above_lo.is_negative() {
        return None;
    }
    // Both sides of each comparison are multiplied by what the quotient is divided by, which is above zero.
    let lo = match &wanted.lo {
        Bound::Open => true,
        Bound::Included(lo) => Number::compare_products([lo, below_lo], [hundred, above_hi]).is_le(),
        Bound::Excluded(lo) => Number::compare_products([lo, below_lo], [hundred, above_hi]).is_lt(),
    };
    let hi = || match &wanted.hi {
        Bound::Open => true,
        Bound::Included(hi) => Number::compare_products([hundred, above_lo], [hi, below_hi]).is_le(),
        Bound::Excluded(hi) => Number::compare_products([hundred, above_lo], [hi, below_hi]).is_lt(),
    };
    Some(lo && hi())
}

/// Both ends, if there are two.
fn ends(interval: &Interval<Number>) -> Option<[&Number; 2]> {
    Some([interval.lo.value()?, interval.hi.value()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = Number> {
        (-20..200_i64, 1..40_i64).prop_map(|(above, below)| Number::ratio(above, below))
    }

    fn bound() -> impl Strategy<Value = fn(Number) -> Bound<Number>> {
        let open: fn(Number) -> Bound<Number> = |_| Bound::Open;
        prop_oneof![
            4 => Just(Bound::Included as fn(Number) -> Bound<Number>),
            2 => Just(Bound::Excluded as fn(Number) -> Bound<Number>),
            1 => Just(open),
        ]
    }

    fn interval() -> impl Strategy<Value = Interval<Number>> {
        (number(), number(), bound(), bound()).prop_map(|(one, other, lo, hi)| {
            let (least, most) = if one <= other { (one, other) } else { (other, one) };
            Interval { lo: lo(least), hi: hi(most) }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn products_say_the_same_as_the_quotient(above in interval(), below in interval(), said in interval()) {
            let hundred = Number::from(100);
            let said = said.map(|said| &said * &hundred);
            let long = quotient(&above, &below).map(|all| said.meets(&all.map(|ratio| &ratio * &hundred)));
            prop_assert_eq!(long, meets_hundredfold(&said, &above, &below));
        }

        #[test]
        fn a_quotient_at_its_very_end_is_met(
            above in interval(), below in interval(), lo in bound(), hi in bound(), least: bool,
        ) {
            let hundred = Number::from(100);
            if let Some(all) = quotient(&above, &below).map(|all| all.map(|ratio| &ratio * &hundred)) {
                let end = if least { &all.lo } else { &all.hi };
                if let Some(end) = end.value() {
                    let said = Interval { lo: lo(end.clone()), hi: hi(end.clone()) };
                    prop_assert_eq!(Some(said.meets(&all)), meets_hundredfold(&said, &above, &below));
                }
            }
        }
    }

    #[test]
    fn a_temperature_has_its_zero_elsewhere() {
        let unit = Unit {
            name: "degree_celsius".into(),
            dimension: crate::value::Dimension::default(),
            factor: Number::from(1),
            offset: Number::decimal("273.15").expect("a decimal"),
        };
        let end = End::exactly(&Number::from(3), Some(&unit)).times(&Number::from(1000));
        assert_eq!(unit.to_base(&Number::from(3000)), end.value);
        assert_eq!(Interval::exactly(end.value), end.extent);
    }

    #[test]
    fn the_least_rate_is_told_first_whichever_way_it_goes() {
        let linter = crate::pipeline::Linter::shipped();
        for verb in ["rose", "fell"] {
            let text = format!("Sales {verb} threefold to $4.2 million from $5.1 million.");
            let found = linter.lint(&crate::source::Source::new("draft.md", &*text));
            let mut notes = found.iter().flat_map(|found| &found.notes);
            assert!(notes.any(|note| note == "it is 0.81 to 0.84 times as much"), "{text}");
        }
    }
}
