//! Which rules are on: by id (`weekday-mismatch`, `us-taliban-agreement/signed`) or by a pack's name.

/// Rules that are selected and ignored; nothing selected means all that are on by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these.
    pub select: Vec<String>,
    /// These as well.
    pub extend_select: Vec<String>,
    /// Not these, even if selected.
    pub ignore: Vec<String>,
    /// Those that are off by default, too.
    pub pedantic: bool,
}

impl Selection {
    /// Everything, also what is off by default.
    pub fn pedantic() -> Self {
        Self { pedantic: true, ..Self::default() }
    }

    /// Whether a rule is on, which by default is or is not.
    ///
    /// ```
    /// use factlint::selection::Selection;
    ///
    /// let selection = Selection {
    ///     select: vec!["treaties".into()],
    ///     ignore: vec!["treaties/nato".into()],
    ///     ..Selection::default()
    /// };
    /// assert!(selection.has("treaties/versailles", true));
    /// assert!(!selection.has("treaties/nato", true));
    /// assert!(!selection.has("weekday-mismatch", true));
    /// assert!(!Selection::default().has("self-contradiction", false));
    /// assert!(Selection::pedantic().has("self-contradiction", false));
    /// ```
    pub fn has(&self, rule: &str, by_default: bool) -> bool {
        let named = |wanted: &String| {
            rule == wanted || rule.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        let all = self.select.is_empty() && (by_default || self.pedantic);
        let asked_for = self.select.iter().chain(&self.extend_select).any(named);
        (all || asked_for) && !self.ignore.iter().any(named)
    }
}

/// What a rule may be called: its id, then the packs that it is in, the nearest first.
pub fn names_of(rule: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(rule), |name| name.rsplit_once('/').map(|(pack, _)| pack))
}
