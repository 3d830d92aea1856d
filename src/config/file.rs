//! One configuration file, from its text to what it says.

use std::path::{Path, PathBuf};

use super::globs::Globs;
use super::schema::{CONFIGURATION, OVERRIDE};
use super::{MAX_BYTES, RULE};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{self, Shipped};
use crate::policy::{Level, Wishes};
use crate::selection::Selection;
use crate::source::Source;
use crate::span::Span;
use crate::yaml::schema::{Schema, Shape};
use crate::yaml::{self, Data, Entry, Node, Problems, label};

/// A configuration file: what it says of all articles, and what of some.
#[derive(Debug)]
pub struct File {
    /// The file.
    pub source: Source,
    /// The file's path, absolute and without `..`.
    pub path: PathBuf,
    /// What it says of all articles.
    pub whole: Section,
    /// What it says of some, in its order.
    pub overrides: Vec<Override>,
    pub(super) exclude: Option<Globs>,
    pub(super) extend_exclude: Option<Globs>,
    pub(super) problems: Vec<Diagnostic>,
}

/// What is said of some articles.
#[derive(Debug)]
pub struct Override {
    /// Which articles.
    pub paths: Globs,
    /// What is said of them.
    pub section: Section,
}

/// What a mapping says: for each key its values, in the order of the schema.
#[derive(Debug, Default)]
pub struct Section {
    said: Vec<(&'static str, Vec<Value>)>,
}

/// A value of a configuration.
#[derive(Debug, Clone)]
pub struct Value {
    /// The text; of a severity the rule's name.
    pub text: String,
    /// The level behind a rule's name.
    pub level: Option<Level>,
    /// Where it stands.
    pub span: Span,
}

/// Past so many mistakes it is another file than a configuration.
const MOST_PROBLEMS: usize = 100;

impl File {
    /// Reads a file; what is wrong with it is in its problems.
    pub(super) fn read(source: &Source, path: PathBuf) -> Self {
        let mut file = Self {
            source: source.clone(),
            path,
            whole: Section::default(),
            overrides: Vec::new(),
            exclude: None,
            extend_exclude: None,
            problems: Vec::new(),
        };
        let mut problems = Problems::new(source, RULE);
        if source.text().len() as u64 > MAX_BYTES {
            problems.error(Span::default(), format!("a configuration has at most {} MB", MAX_BYTES >> 20));
        } else {
            match yaml::read(source.text()) {
                Err(broken) => {
                    problems.error(broken.span, broken.message);
                }
                // An empty file says nothing, and that no configuration above it is meant.
                Ok(None | Some(Node { data: Data::Nothing, .. })) => {}
                Ok(Some(root)) => file.fill(&root, &mut problems),
            }
        }
        file.problems = problems.finish();
        if let Some(next) = file.problems.get_mut(MOST_PROBLEMS) {
            next.message = format!("more than {MOST_PROBLEMS} mistakes in this file; the rest is not told");
            (next.notes, next.suggestions, next.related) = (Vec::new(), Vec::new(), Vec::new());
            file.problems.truncate(MOST_PROBLEMS + 1);
        }
        file
    }

    /// The folder from which its paths count.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Something that is wrong with a value.
    pub fn problem(&self, value: &Value, message: String) -> Diagnostic {
        yaml::diagnostic(RULE, (Severity::Error, message), label(&self.source, value.span, ""))
    }

    /// The rules that it names.
    pub(super) fn rules(&self) -> impl Iterator<Item = &Value> {
        let overrides = self.overrides.iter().map(|own| &own.section);
        std::iter::once(&self.whole).chain(overrides).flat_map(Section::rules)
    }

    fn fill(&mut self, root: &Node<'_>, problems: &mut Problems<'_>) {
        let Some(entry) = Entry::check(root, &CONFIGURATION, problems) else { return };
        self.whole = Section::read(&entry, &CONFIGURATION, problems);
        self.exclude = globs(self.folder(), "exclude", &self.whole, problems);
        self.extend_exclude = globs(self.folder(), "extend-exclude", &self.whole, problems);
        if let [code] = self.whole.values("language") {
            let codes: Vec<&str> = language::SHIPPED.iter().map(Shipped::code).collect();
            if !codes.contains(&&*code.text) {
                problems.unknown(code.span, "language", &code.text, &codes);
            }
        }
        for node in entry.items("overrides") {
            let Some(entry) = Entry::check(node, &OVERRIDE, problems) else { continue };
            let section = Section::read(&entry, &OVERRIDE, problems);
            if let Some(paths) = globs(self.folder(), "paths", &section, problems) {
                self.overrides.push(Override { paths, section });
            }
        }
    }
}

/// The code of a language, which is its file's name.
/// The patterns under a key; what is wrong with them is said.
fn globs(folder: &Path, key: &str, section: &Section, problems: &mut Problems<'_>) -> Option<Globs> {
    let values = section.values(key);
    if values.is_empty() {
        return None;
    }
    let wrong = match Globs::new(folder, values.iter().map(|value| &*value.text)) {
        Ok(globs) => return Some(globs),
        Err(wrong) => wrong,
    };
    for (number, message) in wrong {
        let value = &values[number];
        problems.error(value.span, format!("`{key}`: this is no pattern of paths: {message}"));
    }
    None
}

impl Section {
    fn read(entry: &Entry<'_, '_>, schema: &Schema, problems: &mut Problems<'_>) -> Self {
        let mut section = Self::default();
        for key in schema.keys.iter().filter(|key| entry.get(key.name).is_some()) {
            let values = match key.shape {
                Shape::Items(_) => continue,
                Shape::Choices(_) => levels(entry, key.name, problems),
                _ => entry.each(key.name).iter().filter_map(value).collect(),
            };
            // No rule and no path: nothing would be checked, and nobody would know.
            if values.is_empty() && matches!(key.name, "select" | "paths") {
                problems.error(entry.span(key.name), format!("`{}` is an empty list", key.name));
            }
            section.said.push((key.name, values));
        }
        section
    }

    /// The values of a key; none if nothing is said.
    pub fn values(&self, key: &str) -> &[Value] {
        self.said.iter().find(|(name, _)| *name == key).map_or(&[], |(_, values)| values)
    }

    /// Whether something is said, and be it an empty list.
    pub fn has(&self, key: &str) -> bool {
        self.said.iter().any(|(name, _)| *name == key)
    }

    /// The value of a key that has one.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.values(key).first()
    }

    /// What is said of the rules.
    pub fn wishes(&self) -> Wishes {
        let texts = |key| self.values(key).iter().map(|value| value.text.clone()).collect();
        let level = |key| self.value(key).and_then(|value| Level::named(&value.text));
        let severity = self.values("severity").iter();
        Wishes {
            selection: Selection {
                select: texts("select"),
                extend_select: texts("extend-select"),
                ignore: texts("ignore"),
                pedantic: false,
            },
            pedantic: self.value("pedantic").map(Value::is_true),
            severity: severity.filter_map(|value| Some((value.text.clone(), value.level?))).collect(),
            quotations: level("quotations"),
            last_figure: level("last-figure"),
        }
    }

    /// The rules that are named.
    fn rules(&self) -> impl Iterator<Item = &Value> {
        ["select", "extend-select", "ignore", "severity"].into_iter().flat_map(|key| self.values(key))
    }
}

impl Value {
    /// Whether it is `true`; the loader has let pass that and `false` only.
    pub fn is_true(&self) -> bool {
        self.text == "true"
    }
}

fn value(node: &Node<'_>) -> Option<Value> {
    Some(Value { text: node.text()?.trim().to_owned(), level: None, span: node.span })
}

/// The rules of a mapping, each with its level.
fn levels(entry: &Entry<'_, '_>, key: &str, problems: &mut Problems<'_>) -> Vec<Value> {
    let Some(Node { data: Data::Map(pairs), .. }) = entry.get(key) else { return Vec::new() };
    let mut first = rustc_hash::FxHashMap::default();
    let mut values = Vec::new();
    for (rule, level) in pairs {
        let (Some(rule), Some(level)) = (value(rule), level.text()) else { continue };
        if let Some(first) = first.insert(rule.text.clone(), rule.span) {
            let related = label(problems.source, first, "the first");
            problems.error(rule.span, format!("`{}` is given twice", rule.text)).related.push(related);
        }
        values.push(Value { level: Level::named(level.trim()), ..rule });
    }
    values
}
