//! A check's rule file: what it is called, how much it matters, what it means, and examples that are run.

use serde::Deserialize;

use super::Check;
use crate::diagnostic::Severity;
use crate::error::Error;

/// The rule file of a check.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRule {
    /// The check's id, as in its file's name.
    pub id: String,
    /// How much a finding matters.
    pub severity: Severity,
    /// One sentence.
    pub summary: String,
    /// What is flagged, what is let pass, and how to mend it.
    pub explanation: String,
    /// How many of a hundred findings in clean text are mistakes, where that was measured.
    pub precision: Option<u8>,
    /// Whether it is off until somebody asks for it, however often it is right.
    #[serde(default)]
    pub on_request: bool,
    /// What was measured, and on what text, with `benches/findings.sh`.
    pub measured: String,
    /// Sentences that show it.
    pub examples: CheckExamples,
}

/// A check whose findings are less often right is off until it is asked for.
const LEAST_PRECISION: u8 = 90;

impl CheckRule {
    /// Whether the check is on unless somebody asks for it.
    ///
    /// ```
    /// use factlint::checks::CHECKS;
    ///
    /// let weekday = CHECKS.iter().find(|check| check.id == "weekday-mismatch").expect("the check");
    /// assert!(weekday.rule()?.is_on());
    /// # Ok::<(), factlint::error::Error>(())
    /// ```
    pub fn is_on(&self) -> bool {
        !self.on_request && self.precision.is_none_or(|precision| precision >= LEAST_PRECISION)
    }
}

/// Examples of a check.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckExamples {
    /// A fact file that they are held against.
    pub facts: Option<String>,
    /// What it flags.
    pub flags: Vec<CheckExample>,
    /// What it lets pass.
    pub passes: Vec<CheckExample>,
}

/// A sentence, and the date of the document that it stands in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckExample {
    /// The sentence.
    pub text: String,
    /// The document's date, as ISO 8601.
    pub date: Option<String>,
    /// The day on which it is asked what holds, as ISO 8601.
    pub today: Option<String>,
    /// Other articles that are read with it.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// What is needed of a rule file to run its check; the examples are by far its largest part.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Head {
    pub(super) severity: Severity,
    pub(super) precision: Option<u8>,
    #[serde(default)]
    pub(super) on_request: bool,
}

impl Head {
    /// Whether the check is on unless somebody asks for it.
    pub(super) fn is_on(&self) -> bool {
        !self.on_request && self.precision.is_none_or(|precision| precision >= LEAST_PRECISION)
    }
}

impl Check {
    /// What stands in front of the rule file's explanation and examples.
    pub(super) fn head(&self) -> Option<Head> {
        let (_, text) = self.file;
        let end = text.find("\nexplanation:").unwrap_or(text.len());
        serde_yaml::from_str(&text[..end]).ok()
    }

    /// The check's rule file, read.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the place in the file; never for the shipped files, which a test reads.
    pub fn rule(&self) -> Result<CheckRule, Error> {
        let (path, text) = self.file;
        let rule: CheckRule = serde_yaml::from_str(text).map_err(|error| {
            let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (line, column) = (number(line), number(column));
            Error::Invalid { path: path.to_owned(), line, column, message: error.to_string() }
        })?;
        if rule.id == self.id {
            return Ok(rule);
        }
        let message = format!("`id`: the file says {}, the check is called {}", rule.id, self.id);
        Err(Error::Invalid { path: path.to_owned(), line: 1, column: 1, message })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CHECKS;

    #[test]
    fn every_check_has_its_rule_file_with_examples() {
        for check in CHECKS {
            let rule = check.rule().unwrap_or_else(|error| panic!("{error}"));
            let least = if check.id == "number-too-long" { 5 } else { 30 };
            let enough = |examples: &[CheckExample]| examples.len() >= least;
            assert!(enough(&rule.examples.flags) && enough(&rule.examples.passes), "{}", check.id);
            let head = check.head().expect("the rule without its examples");
            assert_eq!((rule.severity, rule.is_on()), (head.severity, head.is_on()), "{}", check.id);
            // A precision is a share of findings, and says of how many.
            assert_eq!(rule.precision.is_some(), !rule.measured.starts_with("no finding"), "{}", check.id);
            assert!(check.file.0.ends_with(&format!("/{}.yaml", check.id)), "{}", check.id);
        }
    }

    #[test]
    fn every_rule_file_belongs_to_a_check() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/checks");
        for file in std::fs::read_dir(folder).expect("the folder of rules") {
            let name = file.expect("a file").file_name().into_string().expect("a name in UTF-8");
            let id = name.strip_suffix(".yaml").expect("a YAML file");
            assert!(CHECKS.iter().any(|check| check.id == id), "no check is called {id}");
        }
    }
}
