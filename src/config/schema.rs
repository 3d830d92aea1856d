//! What a configuration may say: its keys and what stands under each. The one place that lists them.

use crate::yaml::schema::{Key, Schema, Shape, join, key, needed};

/// How much something matters, as configurations write it.
pub const LEVELS: &[&str] = &["error", "warning", "info", "off"];

/// The same where `off` makes no sense.
pub const SEVERITIES: &[&str] = &["error", "warning", "info"];

/// Where a run begins to fail.
pub const FAIL_LEVELS: &[&str] = &["error", "warning", "info", "never"];

/// What may be said for some articles as well as for all.
const RULE_KEYS: &[Key] = &[
    key("select", Shape::OneOrMore, "Use these rules only: ids of checks and facts, names of fact files."),
    key("extend-select", Shape::OneOrMore, "Use these rules as well: checks that are off by default."),
    key("ignore", Shape::OneOrMore, "Leave these rules out."),
    key("pedantic", Shape::Flag, "Use the checks that are off by default, too.").or("false"),
    key(
        "severity",
        Shape::Choices(LEVELS),
        "How much findings of a rule matter: ids or names of fact files, each with its level.",
    ),
    key("quotations", Shape::Choice(LEVELS), "How much a finding in a quotation matters at most.")
        .or("warning"),
    key(
        "last-figure",
        Shape::Choice(LEVELS),
        "How much 8,849 m for 8,848 m matters at most: off by one in the last figure.",
    )
    .or("warning"),
    key("date", Shape::Day, "The date of the articles (YYYY-MM-DD), where they do not say it themselves."),
];

/// What is said once, for all articles.
const FILE_KEYS: &[Key] = &[
    key(
        "extends",
        Shape::OneOrMore,
        "Configurations that this one adds to; what it says itself counts more.",
    ),
    key("facts", Shape::OneOrMore, "Fact files, folders of them, or patterns, beside this file."),
    key("shipped-facts", Shape::Flag, "Whether the fact files that ship with factlint are used.").or("true"),
    key("language", Shape::Text, "The language of the texts and fact files: `en` or `es`.").or("en"),
    key("exclude", Shape::OneOrMore, "Paths to leave out, as .gitignore writes them."),
    key("extend-exclude", Shape::OneOrMore, "More paths to leave out."),
    key("force-exclude", Shape::Flag, "Whether excluded paths are left out also when they are named.")
        .or("false"),
    key("respect-gitignore", Shape::Flag, "Whether files that .gitignore leaves out are left out.")
        .or("true"),
    key("cross-document", Shape::Flag, "Whether the articles are held against each other, too.").or("false"),
    key("min-severity", Shape::Choice(SEVERITIES), "The least severity that is printed.").or("info"),
    key("fail-on", Shape::Choice(FAIL_LEVELS), "The least severity that makes the exit code 1.").or("info"),
    key("id-field", Shape::Text, "The name of a corpus's field for the document's id.").or("id"),
    key("text-field", Shape::Text, "The name of a corpus's field for the text.").or("text"),
    key("date-field", Shape::Text, "The name of a corpus's field for the document's date.").or("date"),
    key("overrides", Shape::Items(&OVERRIDE), "What is said of some articles only."),
];

const ALL_KEYS: [Key; FILE_KEYS.len() + RULE_KEYS.len()] = join(RULE_KEYS, FILE_KEYS);

/// A configuration file.
pub const CONFIGURATION: Schema = Schema { what: "configuration", keys: &ALL_KEYS };

const PATHS: &[Key] =
    &[needed("paths", Shape::OneOrMore, "Which articles, as .gitignore writes paths, beside this file.")];

const OVERRIDE_KEYS: [Key; PATHS.len() + RULE_KEYS.len()] = join(PATHS, RULE_KEYS);

/// What is said of some articles.
pub const OVERRIDE: Schema = Schema { what: "override", keys: &OVERRIDE_KEYS };
