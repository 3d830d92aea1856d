//! The unit table held against another that nobody here wrote.

use factlint::language::Language;
use factlint::value::Number;

/// What the other table calls a unit, where it is not the name with spaces.
const NAMES: &[(&str, &str)] = &[
    ("carat", "0.2 g"),
    ("cup", "US cup"),
    ("imperial_gallon", "imperial gallon"),
    ("long_ton", "long ton"),
    ("ton", "short ton"),
    ("pound_per_square_inch", "psi"),
    ("millimetre_of_mercury", "mmHg"),
    ("british_thermal_unit", "BTU"),
    ("watt_hour", "watt hour"),
    ("degree_celsius", "K"),
    ("degree_fahrenheit", "(5/9) K"),
    ("light_year", "light year"),
    ("nautical_mile", "nautical mile"),
    ("astronomical_unit", "astronomical unit"),
    ("horsepower", "hp"),
    ("atmosphere", "atm"),
    ("pound", "lb"),
    ("ounce", "oz"),
    ("troy_ounce", "troy ounce"),
    ("fluid_ounce", "US fluid ounce"),
    ("stone", "stone"),
    ("acre_foot", "acre foot"),
    ("pound_force", "lbf"),
];

/// What each dimension's base unit is called there.
const BASES: &[(&str, &str)] = &[
    ("metre", "m"),
    ("acre", "m^2"),
    ("litre", "m^3"),
    ("gram", "kg"),
    ("second", "s"),
    ("knot", "m/s"),
    ("kelvin", "K"),
    ("joule", "J"),
    ("watt", "W"),
    ("pascal", "Pa"),
    ("newton", "N"),
    ("bit", "bit"),
    ("degree", "degree"),
];

/// How far apart the two may be: the other table prints ten digits.
fn near(one: &Number, other: &Number) -> bool {
    let millionth = other.abs() * Number::ratio(1, 1_000_000);
    (one - other).abs() <= millionth
}

#[test]
fn sizes_are_those_of_another_table() {
    let language = Language::english();
    let mut context = fend_core::Context::new();
    let mut held = 0;
    let mut differ = Vec::new();
    for unit in language.units.iter() {
        let base =
            BASES.iter().find(|(base, _)| language.units.get(base).is_some_and(|base| base.comparable(unit)));
        let Some((_, base)) = base else { continue };
        let other = NAMES.iter().find(|(name, _)| *name == unit.name);
        let name = other.map_or_else(|| unit.name.replace('_', " "), |(_, name)| (*name).to_owned());
        let Ok(result) = fend_core::evaluate(&format!("1 {name} to {base} to 30 dp"), &mut context) else {
            continue;
        };
        let text = result.get_main_result().trim_start_matches("approx. ").replace(',', "");
        let Some(size) = text.split(' ').next().and_then(Number::decimal) else { continue };
        if size.is_zero() {
            continue;
        }
        if !near(&unit.factor, &size) {
            differ.push(format!("{}: {} here, {text} there", unit.name, unit.factor));
        }
        held += 1;
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(held > 100, "only {held} units were held against the other table");
}
