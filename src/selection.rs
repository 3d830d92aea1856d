//! Which rules are on: by id (`weekday-mismatch`, `us-taliban-agreement/signed`) or by a pack's name.

/// Rules that are selected and ignored; nothing selected means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these.
    pub select: Vec<String>,
    /// Not these, even if selected.
    pub ignore: Vec<String>,
}

impl Selection {
    /// Whether a rule is on.
    ///
    /// ```
    /// use factlint::selection::Selection;
    ///
    /// let selection = Selection { select: vec!["treaties".into()], ignore: vec!["treaties/nato".into()] };
    /// assert!(selection.has("treaties/versailles"));
    /// assert!(!selection.has("treaties/nato"));
    /// assert!(!selection.has("weekday-mismatch"));
    /// ```
    pub fn has(&self, rule: &str) -> bool {
        let named = |wanted: &String| {
            rule == wanted || rule.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        (self.select.is_empty() || self.select.iter().any(named)) && !self.ignore.iter().any(named)
    }
}
