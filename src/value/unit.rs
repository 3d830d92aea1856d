//! Units of measurement, with exact factors.

use super::Number;

/// A unit, by its canonical name (`kilometre`, `degree_celsius`): lower case, singular, British.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The canonical name.
    pub name: String,
    /// What it measures; amounts of one dimension can be compared.
    pub dimension: Dimension,
    /// How many base units of the dimension one unit is.
    pub factor: Number,
    /// Base units at the unit's zero: 273.15 for degrees Celsius, 0 for nearly all others.
    pub offset: Number,
}

/// What a unit measures, as powers of the base dimensions of the unit table: an area is length to the
/// power of 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dimension(pub [i8; 11]);

impl Unit {
    /// An amount of this unit in the dimension's base unit.
    pub fn to_base(&self, amount: &Number) -> Number {
        &(amount * &self.factor) + &self.offset
    }

    /// An amount of the dimension's base unit in this unit.
    pub fn from_base(&self, base: &Number) -> Number {
        (base - &self.offset) / self.factor.clone()
    }

    /// The rate “so many of this unit a unit of `other`”.
    #[must_use]
    pub fn per(&self, other: &Self) -> Self {
        let mut dimension = self.dimension;
        for (power, below) in dimension.0.iter_mut().zip(other.dimension.0) {
            *power = power.saturating_sub(below);
        }
        Self {
            name: format!("{}_per_{}", self.name, other.name),
            dimension,
            factor: self.factor.clone() / other.factor.clone(),
            offset: Number::zero(),
        }
    }

    /// The product of two units: newton metre.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut dimension = self.dimension;
        for (power, more) in dimension.0.iter_mut().zip(other.dimension.0) {
            *power = power.saturating_add(more);
        }
        let name = format!("{}_{}", self.name, other.name);
        Self { name, dimension, factor: &self.factor * &other.factor, offset: Number::zero() }
    }

    /// One a unit: “per second”.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut dimension = self.dimension;
        for exponent in &mut dimension.0 {
            *exponent = exponent.saturating_neg();
        }
        let factor = Number::from(1) / self.factor.clone();
        Self { name: format!("inverse_{}", self.name), dimension, factor, offset: Number::zero() }
    }

    /// The unit squared (2) or cubed (3).
    #[must_use]
    pub fn to_the(&self, power: i8) -> Self {
        let mut dimension = self.dimension;
        for exponent in &mut dimension.0 {
            *exponent = exponent.saturating_mul(power);
        }
        let factor = (1..power).fold(self.factor.clone(), |product, _| &product * &self.factor);
        let word = if power == 2 { "square" } else { "cubic" };
        Self { name: format!("{word}_{}", self.name), dimension, factor, offset: Number::zero() }
    }

    /// Whether amounts of the two can be compared.
    pub fn comparable(&self, other: &Self) -> bool {
        self.dimension == other.dimension
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fahrenheit_is_exact() {
        let fahrenheit = Unit {
            name: "degree_fahrenheit".into(),
            dimension: Dimension::default(),
            factor: Number::ratio(5, 9),
            offset: Number::decimal("459.67").expect("a decimal") * Number::ratio(5, 9),
        };
        assert_eq!(Number::decimal("373.15").expect("boiling"), fahrenheit.to_base(&Number::from(212)));
        assert_eq!(Number::from(32), fahrenheit.from_base(&Number::decimal("273.15").expect("freezing")));
    }
}
