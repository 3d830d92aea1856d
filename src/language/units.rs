//! The unit table, `rules/units.yaml`: names, dimensions and exact sizes, the same in every language.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::value::{Dimension, Number, Unit};

/// All units by canonical name.
#[derive(Debug)]
pub struct UnitTable {
    units: FxHashMap<String, Arc<Unit>>,
    /// Canonical unit → the prefixes that texts combine it with.
    prefixes: FxHashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    prefixes: BTreeMap<String, i32>,
    dimensions: BTreeMap<String, BTreeMap<Base, i8>>,
    units: BTreeMap<String, BTreeMap<String, RawUnit>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnit {
    size: String,
    offset: Option<String>,
    #[serde(default)]
    prefixes: Vec<String>,
}

/// The dimensions that all others are made of.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Base {
    Length,
    Mass,
    Time,
    Temperature,
    Current,
    Amount,
    Data,
    Angle,
    Sound,
    Pixels,
    Light,
}

impl UnitTable {
    /// Reads the table.
    ///
    /// # Errors
    /// The YAML reader's words, or the name of a unit whose size, prefix or dimension is not known.
    pub fn from_yaml(text: &str) -> Result<Self, String> {
        serde_yaml::from_str(text).map_err(|error| error.to_string()).and_then(|raw| Self::of(&raw))
    }

    /// The table that ships with factlint, as the build has written it.
    ///
    /// # Errors
    /// Never for a released build: a test loads it.
    pub fn shipped() -> Result<Self, String> {
        // The YAML has lines and columns to point at.
        Self::from_json(include_str!(concat!(env!("OUT_DIR"), "/units.json")))
            .or_else(|_| Self::from_yaml(include_str!("../../rules/units.yaml")))
    }

    pub(super) fn from_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string()).and_then(|raw| Self::of(&raw))
    }

    fn of(raw: &Raw) -> Result<Self, String> {
        let mut table = Self { units: FxHashMap::default(), prefixes: FxHashMap::default() };
        for (dimension, units) in &raw.units {
            let exponents = raw.dimensions.get(dimension).ok_or(format!("unknown dimension {dimension}"))?;
            let mut powers = Dimension::default();
            for (base, exponent) in exponents {
                powers.0[*base as usize] = *exponent;
            }
            for (name, unit) in units {
                table.add(name, unit, powers, &raw.prefixes)?;
            }
        }
        Ok(table)
    }

    fn add(
        &mut self,
        name: &str,
        raw: &RawUnit,
        dimension: Dimension,
        powers: &BTreeMap<String, i32>,
    ) -> Result<(), String> {
        let size = fraction(&raw.size).ok_or(format!("{name}: no size: {}", raw.size))?;
        let offset = raw.offset.as_deref().map_or(Some(Number::zero()), fraction);
        let offset = offset.ok_or(format!("{name}: no offset: {:?}", raw.offset))?;
        for prefix in &raw.prefixes {
            let power = powers.get(prefix).ok_or(format!("{name}: unknown prefix {prefix}"))?;
            let factor = &size * &Number::power_of_ten(*power);
            let name = format!("{prefix}{name}");
            let unit = Unit { name: name.clone(), dimension, factor, offset: Number::zero() };
            self.units.insert(name, Arc::new(unit));
        }
        self.prefixes.insert(name.to_owned(), raw.prefixes.clone());
        let unit = Unit { name: name.to_owned(), dimension, factor: size, offset };
        self.units.insert(name.to_owned(), Arc::new(unit));
        Ok(())
    }

    /// A unit by its canonical name, made up of others where the name says so:
    /// `square_mile`, `kilometre_per_hour`.
    pub fn get(&self, name: &str) -> Option<Arc<Unit>> {
        if let Some(unit) = self.units.get(name) {
            return Some(Arc::clone(unit));
        }
        if let Some((above, below)) = name.split_once("_per_") {
            return Some(Arc::new(self.get(above)?.per(&*self.get(below)?)));
        }
        let (power, base) = match name.split_once('_')? {
            ("square", base) => (2, base),
            ("cubic", base) => (3, base),
            _ => return None,
        };
        Some(Arc::new(self.get(base)?.to_the(power)))
    }

    /// The prefixes that texts combine a unit with.
    pub fn prefixes(&self, name: &str) -> &[String] {
        self.prefixes.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every unit with a name of its own.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Unit>> {
        self.units.values()
    }
}

/// A decimal, or a fraction of two.
fn fraction(text: &str) -> Option<Number> {
    match text.split_once('/') {
        None => Number::decimal(text),
        Some((above, below)) => Some(Number::decimal(above)? / Number::decimal(below)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> UnitTable {
        UnitTable::from_yaml(include_str!("../../rules/units.yaml")).expect("the shipped table is sound")
    }

    #[test]
    fn units_are_made_of_units() {
        let table = table();
        let convert = |amount: i64, from: &str, to: &str| {
            let (from, to) = (table.get(from).expect(from), table.get(to).expect(to));
            assert!(from.comparable(&to), "{} and {}", from.name, to.name);
            to.from_base(&from.to_base(&Number::from(amount))).rounded(4).to_string()
        };
        assert_eq!("96.5606", convert(60, "mile_per_hour", "kilometre_per_hour"));
        assert_eq!("2.5900", format!("{:0<6}", convert(1, "square_mile", "square_kilometre")));
        assert_eq!("1000", convert(1, "cubic_metre", "litre"));
        assert_eq!("37", convert(37, "degree_celsius", "degree_celsius"));
        assert_eq!("98.6", convert(37, "degree_celsius", "degree_fahrenheit"));
        assert_eq!("3.6", convert(1, "kilowatt_hour", "megajoule"));
        assert_eq!("14.5038", convert(1, "bar", "pound_per_square_inch"));
        assert!(!table.get("litre").expect("litre").comparable(&table.get("metre").expect("metre")));
        assert!(table.get("square_nonsense").is_none());
    }
}
