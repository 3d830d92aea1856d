//! What flags and a configuration say together.

use factlint::config::{Config, Holding};
use factlint::diagnostic::Severity;
use factlint::document::Fields;
use factlint::pipeline::Linter;
use factlint::policy::{Policy, Wishes};

use super::args::{CheckArgs, ClaimsArgs, ExplainArgs, FactArgs, FailOn, InputArgs, Level};
use super::files::shown;

/// What the command line says, which counts more than any configuration.
#[derive(Clone)]
pub(crate) struct Flags<'a> {
    pub(crate) facts: &'a FactArgs,
    pub(crate) wishes: Wishes,
    pub(crate) input: Option<&'a InputArgs>,
    pub(crate) min_severity: Option<Level>,
    pub(crate) fail_on: Option<FailOn>,
    pub(crate) cross_document: bool,
}

impl<'a> From<&'a CheckArgs> for Flags<'a> {
    fn from(args: &'a CheckArgs) -> Self {
        Self {
            facts: &args.facts,
            wishes: args.rules.selection().into(),
            input: Some(&args.input),
            min_severity: args.min_severity,
            fail_on: args.fail_on,
            cross_document: args.cross_document,
        }
    }
}

impl<'a> From<&'a ClaimsArgs> for Flags<'a> {
    fn from(args: &'a ClaimsArgs) -> Self {
        Self { wishes: args.rules.selection().into(), input: Some(&args.input), ..Self::of(&args.facts) }
    }
}

impl<'a> From<&'a ExplainArgs> for Flags<'a> {
    fn from(args: &'a ExplainArgs) -> Self {
        Self::of(&args.facts)
    }
}

impl<'a> Flags<'a> {
    fn of(facts: &'a FactArgs) -> Self {
        Self {
            facts,
            wishes: Wishes::default(),
            input: None,
            min_severity: None,
            fail_on: None,
            cross_document: false,
        }
    }
}

/// What the command line says of a key.
pub(crate) fn said(key: &str, flags: &Flags<'_>) -> Vec<String> {
    let selection = &flags.wishes.selection;
    let on = |flag: bool, text: &str| if flag { vec![text.to_owned()] } else { Vec::new() };
    let Some(input) = flags.input else { return Vec::new() };
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect();
    match key {
        "select" => selection.select.clone(),
        "extend-select" => selection.extend_select.clone(),
        "ignore" => selection.ignore.clone(),
        "pedantic" => on(selection.pedantic, "true"),
        "facts" => flags.facts.facts.iter().map(|path| shown(path)).collect(),
        "shipped-facts" => on(flags.facts.no_shipped_facts, "false"),
        "language" => one(flags.facts.language.as_deref()),
        "exclude" => input.exclude.clone(),
        "extend-exclude" => input.extend_exclude.clone(),
        "force-exclude" => on(input.force_exclude, "true"),
        "respect-gitignore" => on(input.no_respect_gitignore, "false"),
        "cross-document" => on(flags.cross_document, "true"),
        "min-severity" => one(flags.min_severity.map(|level| level.severity().name())),
        "fail-on" => one(flags.fail_on.map(|level| level.severity().map_or("never", |level| level.name()))),
        "id-field" => one(input.id_field.as_deref()),
        "text-field" => one(input.text_field.as_deref()),
        "date-field" => one(input.date_field.as_deref()),
        "date" => one(input.date.as_deref()),
        _ => Vec::new(),
    }
}

/// What articles are checked with.
pub(crate) struct Setup {
    pub(crate) linter: Linter,
    /// The date of articles that do not say it.
    pub(crate) date: Option<String>,
    /// The names of a corpus's fields.
    pub(crate) fields: Fields,
    pub(crate) min_severity: Severity,
    pub(crate) fail_on: FailOn,
    pub(crate) cross_document: bool,
}

impl Setup {
    /// What articles for which these overrides of a configuration hold are checked with.
    pub(crate) fn new(flags: &Flags<'_>, config: &Config, holding: &Holding, linter: &Linter) -> Self {
        let policy = Policy::new(config.wishes(holding).into_iter().chain([flags.wishes.clone()]));
        let input = flags.input;
        let field = |flag: fn(&InputArgs) -> Option<&String>, key: &str| {
            input.and_then(flag).map_or(config.text(key), String::as_str).to_owned()
        };
        let min_severity = flags.min_severity.or_else(|| Level::named(config.text("min-severity")));
        let fail_on = flags.fail_on.or_else(|| FailOn::named(config.text("fail-on")));
        Self {
            linter: linter.clone().with_policy(policy),
            date: input
                .and_then(|input| input.date.clone())
                .or_else(|| config.date(holding).map(str::to_owned)),
            fields: Fields {
                id: field(|input| input.id_field.as_ref(), "id-field"),
                text: field(|input| input.text_field.as_ref(), "text-field"),
                date: field(|input| input.date_field.as_ref(), "date-field"),
            },
            min_severity: min_severity.unwrap_or(Level::Info).severity(),
            fail_on: fail_on.unwrap_or(FailOn::Info),
            cross_document: flags.cross_document || config.flag("cross-document"),
        }
    }
}
