//! How much a finding matters: what rules say of themselves, and what whoever uses them says instead.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::Severity;
use crate::selection::{Selection, names_of};

/// How much a finding may matter at most, or that it is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is no finding.
    Off,
    /// See [`Severity::Info`].
    Info,
    /// See [`Severity::Warning`].
    Warning,
    /// See [`Severity::Error`].
    Error,
}

/// What somebody says of the rules: the more special or the later of what they say counts.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Which rules are on.
    pub selection: Selection,
    /// Whether rules that are off by default are on, where that is said beside the selection.
    pub pedantic: Option<bool>,
    /// How much findings of a rule matter, by its id or its pack's name.
    pub severity: FxHashMap<String, Level>,
    /// How much a finding in a quotation matters at most.
    pub quotations: Option<Level>,
    /// How much a difference in the last figure that is written matters at most.
    pub last_figure: Option<Level>,
}

/// Which rules are on, and how much their findings matter: wishes laid over each other.
///
/// ```
/// use factlint::diagnostic::Severity;
/// use factlint::policy::{Level, Policy, Wishes};
///
/// let mut house = Wishes::default();
/// house.severity.insert("treaties".into(), Level::Warning);
/// house.selection.ignore.push("weekday-mismatch".into());
/// let policy = Policy::new([house]);
/// assert_eq!(Severity::Warning, policy.severity("treaties/versailles-signed", Severity::Error));
/// assert_eq!(Severity::Error, policy.severity("geography/everest-height", Severity::Error));
/// assert!(!policy.has("weekday-mismatch", true));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Policy {
    layers: Vec<Layer>,
}

#[derive(Debug, Clone)]
struct Layer {
    select: Names,
    extend_select: Names,
    ignore: Names,
    wishes: Wishes,
}

/// Ids and names of packs. A pack's name means all of its rules.
#[derive(Debug, Clone)]
struct Names(FxHashSet<String>);

impl Names {
    fn new(names: &[String]) -> Self {
        Self(names.iter().cloned().collect())
    }

    fn has(&self, rule: &str) -> bool {
        !self.0.is_empty() && names_of(rule).any(|name| self.0.contains(name))
    }
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Info, Self::Off];

    /// The word that is written in configurations.
    pub const fn name(self) -> &'static str {
        match self.severity() {
            Some(severity) => severity.name(),
            None => "off",
        }
    }

    /// The level that is called so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    /// The severity; `None` if it is off.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }

    /// A severity that is no higher than this one; `None` if it is off.
    pub fn limit(self, severity: Severity) -> Option<Severity> {
        self.severity().map(|most| severity.min(most))
    }
}

impl From<Selection> for Wishes {
    fn from(selection: Selection) -> Self {
        Self { selection, ..Self::default() }
    }
}

impl Policy {
    /// Lays wishes over each other; of two that speak of one rule the later counts.
    pub fn new(wishes: impl IntoIterator<Item = Wishes>) -> Self {
        let layer = |wishes: Wishes| Layer {
            select: Names::new(&wishes.selection.select),
            extend_select: Names::new(&wishes.selection.extend_select),
            ignore: Names::new(&wishes.selection.ignore),
            wishes,
        };
        Self { layers: wishes.into_iter().map(layer).collect() }
    }

    /// Whether a rule is on, which by default is or is not.
    ///
    /// A `select` begins anew, `extend_select` and `ignore` change what is selected so far, and a severity
    /// of [`Level::Off`] ignores. To give a check that is off by default a severity is to want it.
    pub fn has(&self, rule: &str, by_default: bool) -> bool {
        let own = self.layers.iter().rev().find_map(|layer| layer.wishes.severity.get(rule));
        let wanted = own.is_some_and(|level| *level != Level::Off);
        let said = |wishes: &Wishes| wishes.pedantic.or(wishes.selection.pedantic.then_some(true));
        let pedantic = self.last(said).unwrap_or(false);
        let (mut on, mut off) = (by_default || pedantic || wanted, false);
        for layer in &self.layers {
            if !layer.select.0.is_empty() {
                on = layer.select.has(rule);
                off = off && !on;
            }
            if layer.extend_select.has(rule) {
                (on, off) = (true, false);
            }
            if layer.ignore.has(rule) {
                on = false;
            }
            off = layer.level(rule).map_or(off, |level| level == Level::Off);
        }
        on && !off
    }

    /// How much findings of a rule matter, which by its own account matter so much.
    pub fn severity(&self, rule: &str, own: Severity) -> Severity {
        // A rule that is off and yet asked for by name matters as it does of itself.
        let level = self.layers.iter().rev().find_map(|layer| layer.level(rule));
        level.and_then(Level::severity).unwrap_or(own)
    }

    /// How much a finding in a quotation matters at most: an editor must not change what others said.
    pub fn quotations(&self) -> Level {
        self.last(|wishes| wishes.quotations).unwrap_or(Level::Warning)
    }

    /// How much a difference in the last figure that is written matters at most: 8,849 m for 8,848 m.
    pub fn last_figure(&self) -> Level {
        self.last(|wishes| wishes.last_figure).unwrap_or(Level::Warning)
    }

    fn last<T>(&self, said: impl Fn(&Wishes) -> Option<T>) -> Option<T> {
        self.layers.iter().rev().find_map(|layer| said(&layer.wishes))
    }
}

impl Layer {
    /// What is said of a rule: of the rule itself before its pack.
    fn level(&self, rule: &str) -> Option<Level> {
        let severity = &self.wishes.severity;
        if severity.is_empty() {
            return None;
        }
        names_of(rule).find_map(|name| severity.get(name).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(select: &[&str], extend: &[&str], ignore: &[&str], severity: &[(&str, Level)]) -> Wishes {
        let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let selection = Selection {
            select: all(select),
            extend_select: all(extend),
            ignore: all(ignore),
            pedantic: false,
        };
        let severity = severity.iter().map(|(rule, level)| ((*rule).to_owned(), *level)).collect();
        Wishes { selection, severity, ..Wishes::default() }
    }

    #[test]
    fn later_wishes_count_more() {
        let (none, off) = (|| wishes(&[], &[], &[], &[]), Level::Off);
        for (expected, layers) in [
            (true, vec![none()]),
            (false, vec![wishes(&[], &[], &["a"], &[])]),
            (true, vec![wishes(&[], &[], &["a"], &[]), wishes(&[], &["a/b"], &[], &[])]),
            (true, vec![wishes(&[], &[], &["a/b"], &[]), wishes(&["a"], &[], &[], &[])]),
            (false, vec![wishes(&["a"], &[], &[], &[]), wishes(&["c"], &[], &[], &[])]),
            (false, vec![wishes(&["a"], &[], &[], &[]), wishes(&[], &[], &["a/b"], &[])]),
            (false, vec![wishes(&["a"], &["a/b"], &["a/b"], &[])]),
            (false, vec![wishes(&[], &[], &[], &[("a", off)])]),
            (true, vec![wishes(&[], &[], &[], &[("a", off), ("a/b", Level::Info)])]),
            (false, vec![wishes(&[], &[], &[], &[("a", Level::Info), ("a/b", off)])]),
            (true, vec![wishes(&[], &[], &[], &[("a", off)]), wishes(&[], &[], &[], &[("a", Level::Error)])]),
            (false, vec![wishes(&[], &[], &["a/b"], &[]), wishes(&[], &[], &[], &[("a", Level::Error)])]),
            (true, vec![wishes(&[], &[], &[], &[("a/b", off)]), wishes(&["a/b"], &[], &[], &[])]),
            (true, vec![wishes(&[], &[], &[], &[("a/b", off)]), wishes(&[], &["a"], &[], &[])]),
        ] {
            assert_eq!(expected, Policy::new(layers.clone()).has("a/b", true), "{layers:#?}");
        }
    }

    #[test]
    fn a_rule_that_is_off_by_default_is_on_if_its_severity_is_said() {
        let said = |rule, level| Policy::new([wishes(&[], &[], &[], &[(rule, level)])]);
        assert!(said("check", Level::Info).has("check", false));
        assert!(!said("check", Level::Off).has("check", false));
        assert!(!said("other", Level::Info).has("check", false));
        let pedantic = |pedantic| Wishes { pedantic, ..Wishes::default() };
        assert!(Policy::new([pedantic(Some(true))]).has("check", false));
        assert!(Policy::new([pedantic(Some(true)), pedantic(None)]).has("check", false));
        assert!(!Policy::new([pedantic(Some(true)), pedantic(Some(false))]).has("check", false));
        assert!(!Policy::default().has("check", false));
    }

    #[test]
    fn the_nearest_name_says_the_severity() {
        let policy = Policy::new([
            wishes(&[], &[], &[], &[("a", Level::Warning), ("a/b", Level::Error)]),
            wishes(&[], &[], &[], &[("c", Level::Info)]),
        ]);
        for (expected, rule) in [
            (Severity::Error, "a/b"),
            (Severity::Warning, "a/c"),
            (Severity::Info, "c/d"),
            (Severity::Warning, "ab"),
        ] {
            assert_eq!(expected, policy.severity(rule, Severity::Warning), "{rule}");
        }
    }

    #[test]
    fn a_level_limits_a_severity() {
        assert_eq!(Some(Severity::Warning), Level::Warning.limit(Severity::Error));
        assert_eq!(Some(Severity::Info), Level::Warning.limit(Severity::Info));
        assert_eq!(None, Level::Off.limit(Severity::Error));
        for level in Level::ALL {
            assert_eq!(Some(level), Level::named(level.name()));
        }
    }
}
