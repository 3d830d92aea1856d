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

/// What a unit measures, as the unit table names it: `length`, `length/time`, `temperature`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dimension(pub String);

impl Unit {
    /// An amount of this unit in the dimension's base unit.
    pub fn to_base(&self, amount: &Number) -> Number {
        &(amount * &self.factor) + &self.offset
    }

    /// An amount of the dimension's base unit in this unit.
    pub fn from_base(&self, base: &Number) -> Number {
        (base - &self.offset) / self.factor.clone()
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
            dimension: Dimension("temperature".into()),
            factor: Number::ratio(5, 9),
            offset: Number::decimal("459.67").expect("a decimal") * Number::ratio(5, 9),
        };
        assert_eq!(Number::decimal("373.15").expect("boiling"), fahrenheit.to_base(&Number::from(212)));
        assert_eq!(Number::from(32), fahrenheit.from_base(&Number::decimal("273.15").expect("freezing")));
    }
}
