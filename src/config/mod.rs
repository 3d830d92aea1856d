//! Configurations: what a house wants checked, and how much each finding matters to it.
//!
//! `factlint.yaml` or `.factlint.yaml` holds for the articles of its folder and below. The nearest above an
//! article is its configuration, and the only one: what it does not say is as if there were none, unless it
//! `extends` others. Where several speak of one thing, what comes later counts: the files that are extended,
//! the file, in each of them its `overrides`, and at last the flags of the command line.
//!
//! [`find`] finds the files and follows `extends`, [`mod@file`] reads one, [`known`] names rules that do not exist.

mod file;
mod find;
mod globs;
mod known;
mod path;
pub mod schema;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::policy::Wishes;
use crate::yaml;

pub use file::{File, Override, Section, Value};
pub use find::{Disk, Finder};
pub use globs::Globs;
pub use known::{nearest_rule, no_rule, unknown_rules};
pub use path::{resolved, seen_from};

/// What configurations are called; of two in one folder the first counts.
pub const NAMES: [&str; 2] = [".factlint.yaml", "factlint.yaml"];

/// The rule id of everything that is said about configurations.
pub const RULE: &str = "configuration";

/// No configuration is larger, in bytes.
pub const MAX_BYTES: u64 = 1 << 20;

/// The JSON Schema (draft 2020-12) of configurations.
///
/// ```
/// let schema = factlint::config::json_schema();
/// let keys = &schema["$defs"]["configuration"]["properties"];
/// assert_eq!("The least severity that is printed.", keys["min-severity"]["description"]);
/// ```
pub fn json_schema() -> Json {
    yaml::json_schema("factlint configuration", &[&schema::CONFIGURATION])
}

/// A configuration with those that it extends, which come before it; nothing, if there is none.
#[derive(Debug, Default)]
pub struct Config {
    /// The files, the one that was found or named last.
    pub files: Vec<Arc<File>>,
    /// What is wrong with them.
    pub problems: Vec<Diagnostic>,
    /// Why the first could not be read.
    pub errors: Vec<Error>,
}

/// Overrides that hold for an article: the number of the file, and of the override in it.
pub type Holding = Vec<(usize, usize)>;

impl Config {
    /// Whether something is wrong with it, so that nobody knows what it means.
    pub fn is_broken(&self) -> bool {
        !(self.problems.is_empty() && self.errors.is_empty())
    }

    /// The value of a key that has one, with its file: the last that is said.
    pub fn value(&self, key: &str) -> Option<(&File, &Value)> {
        self.files.iter().rev().find_map(|file| Some((&**file, file.whole.value(key)?)))
    }

    /// The text of a key that has one: the last that is said, or that which holds by default.
    pub fn text(&self, key: &str) -> &str {
        let default = || schema::CONFIGURATION.key(key).and_then(|key| key.default).unwrap_or_default();
        self.value(key).map_or_else(default, |(_, value)| &value.text)
    }

    /// Whether a key that is `true` or `false` is true.
    pub fn flag(&self, key: &str) -> bool {
        self.text(key) == "true"
    }

    /// The values of a key to which each file adds, with their files.
    pub fn values<'c>(&'c self, key: &'static str) -> impl Iterator<Item = (&'c File, &'c Value)> {
        self.files
            .iter()
            .flat_map(move |file| file.whole.values(key).iter().map(move |value| (&**file, value)))
    }

    /// The patterns of paths to leave out: those of the last `exclude`, unless somebody else says what is
    /// excluded, and of every `extend-exclude`.
    pub fn excluded(&self, with_exclude: bool) -> impl Iterator<Item = &Globs> {
        let own = self.files.iter().rev().find(|file| file.whole.has("exclude")).filter(|_| with_exclude);
        let own = own.and_then(|file| file.exclude.as_ref());
        own.into_iter().chain(self.files.iter().filter_map(|file| file.extend_exclude.as_ref()))
    }

    /// The overrides that hold for an article, whose path is absolute and without `..`.
    pub fn holding(&self, path: &Path) -> Holding {
        let mut holding = Vec::new();
        for (number, file) in self.files.iter().enumerate() {
            let own = file.overrides.iter().enumerate().filter(|(_, own)| own.paths.has(path, false));
            holding.extend(own.map(|(own, _)| (number, own)));
        }
        holding
    }

    /// What is said where these overrides hold, in the order in which it counts.
    pub fn sections(&self, holding: &Holding) -> impl Iterator<Item = (&File, &Section)> {
        self.files.iter().enumerate().flat_map(move |(number, file)| {
            let own = holding.iter().filter(move |(of, _)| *of == number);
            let own = own.filter_map(|(_, own)| file.overrides.get(*own)).map(|own| &own.section);
            std::iter::once(&file.whole).chain(own).map(|section| (&**file, section))
        })
    }

    /// What is wished of the rules where these overrides hold.
    pub fn wishes(&self, holding: &Holding) -> Vec<Wishes> {
        self.sections(holding).map(|(_, section)| section.wishes()).collect()
    }

    /// The date of articles for which these overrides hold.
    pub fn date(&self, holding: &Holding) -> Option<&str> {
        let all = self.sections(holding).filter_map(|(_, section)| section.value("date"));
        all.last().map(|value| &*value.text)
    }
}
