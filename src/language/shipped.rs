//! The languages that ship with factlint.

use super::Language;
use crate::error::Error;

/// A language that ships with factlint.
#[derive(Debug)]
pub struct Shipped {
    /// Path of its file.
    pub path: &'static str,
    /// The file's text.
    pub text: &'static str,
    /// The same as JSON, as the build has written it.
    json: &'static str,
}

macro_rules! shipped {
    ($code:literal) => {
        Shipped {
            path: concat!("rules/languages/", $code, ".yaml"),
            text: include_str!(concat!("../../rules/languages/", $code, ".yaml")),
            json: include_str!(concat!(env!("OUT_DIR"), "/", $code, ".json")),
        }
    };
}

/// The languages that ship with factlint.
pub const SHIPPED: &[Shipped] = &[shipped!("en"), shipped!("es")];

impl Shipped {
    /// Its ISO 639 code.
    pub fn code(&self) -> &'static str {
        self.path.split(['/', '.']).nth_back(1).unwrap_or_default()
    }

    /// The language.
    ///
    /// # Errors
    /// [`Error::Invalid`] with line and column, never for a released build: a test loads every shipped language.
    pub fn load(&self) -> Result<Language, Error> {
        match serde_json::from_str(self.json) {
            Ok(vocabulary) => Language::of(self.path, vocabulary),
            // The YAML has lines and columns to point at.
            Err(_) => Language::from_yaml(self.path, self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::vocabulary::Vocabulary;

    #[test]
    fn every_shipped_language_loads() {
        for shipped in SHIPPED {
            if let Err(error) = Language::from_yaml(shipped.path, shipped.text) {
                panic!("{error}");
            }
            // What the build has written says the same.
            let vocabulary: serde_json::Result<Vocabulary> = serde_json::from_str(shipped.json);
            assert!(vocabulary.is_ok(), "{}: {:?}", shipped.path, vocabulary.err());
            let yaml: serde_yaml::Value = serde_yaml::from_str(shipped.text).expect("YAML");
            let json: serde_yaml::Value = serde_json::from_str(shipped.json).expect("JSON");
            assert_eq!(yaml, json, "{}", shipped.path);
        }
    }

    #[test]
    fn the_shared_tables_are_read_as_the_build_has_written_them() {
        for (yaml, json) in [
            (include_str!("../../rules/units.yaml"), include_str!(concat!(env!("OUT_DIR"), "/units.json"))),
            (
                include_str!("../../rules/holidays.yaml"),
                include_str!(concat!(env!("OUT_DIR"), "/holidays.json")),
            ),
        ] {
            let yaml: serde_yaml::Value = serde_yaml::from_str(yaml).expect("YAML");
            let json: serde_yaml::Value = serde_json::from_str(json).expect("JSON");
            assert_eq!(yaml, json);
        }
        let units = include_str!(concat!(env!("OUT_DIR"), "/units.json"));
        assert!(super::super::UnitTable::from_json(units).is_ok());
        let holidays = include_str!(concat!(env!("OUT_DIR"), "/holidays.json"));
        assert!(super::super::Holidays::from_json(holidays).is_ok());
    }
}
