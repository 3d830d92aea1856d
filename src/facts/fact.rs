//! One fact: what its entry in the file says, and the facts that this makes, one or one for each row of a
//! table.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::is::{IsRule, IsValue};
use super::part::Part;
use super::schema::FACT;
use super::table::{Row, Table};
use super::template::Template;
use super::{Event, Fact, Pattern, Tolerance, when};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::span::Span;
use crate::value::Value;
use crate::yaml::{Entry, Node, Problems, label, nearest, write_instead};

/// What makes facts: an entry of the file, read as far as it is the same for all rows.
#[derive(Debug)]
pub(super) struct FactRule<'a> {
    /// The id, where there is one, with its place.
    pub(super) id: Option<(String, Span)>,
    /// The parts that each fact shares; `None` if something is wrong with the entry.
    shared: Option<Shared>,
    is: Option<IsRule<'a>>,
    /// The parts that each row says for itself: few, so that they are looked for one by one.
    parts: Vec<(&'static str, Template<'a>)>,
}

#[derive(Debug)]
struct Shared {
    id: Arc<str>,
    rule: Arc<str>,
    cues: Arc<[String]>,
    unless: Arc<[String]>,
    pattern: Option<Pattern>,
    severity: Severity,
    event: Option<Event>,
}

/// What the facts of a subject have in common before they are read.
pub(super) struct About<'l, 'a> {
    pub(super) pack: &'l str,
    pub(super) table: Option<&'l Table>,
    pub(super) language: &'l Language,
    /// What a fact says that does not say it itself.
    pub(super) defaults: Vec<(&'static str, Template<'a>)>,
}

/// What facts are read with.
pub(super) struct Reading<'l> {
    pub(super) language: &'l Language,
    /// Sources and notes that many facts share.
    texts: FxHashMap<String, Arc<str>>,
}

impl<'l> Reading<'l> {
    /// For one file.
    pub(super) fn new(language: &'l Language) -> Self {
        Self { language, texts: FxHashMap::default() }
    }

    fn keep(&mut self, text: &str) -> Arc<str> {
        if let Some(kept) = self.texts.get(text) {
            return Arc::clone(kept);
        }
        let kept: Arc<str> = text.into();
        self.texts.insert(text.to_owned(), Arc::clone(&kept));
        kept
    }
}

/// The keys whose text may differ from row to row.
const VARYING: [&str; 7] = ["hedge", "tolerance", "from", "until", "source", "checked", "note"];

impl<'a> FactRule<'a> {
    /// Reads the entry at a node; all that is wrong is said. `None` if it is no entry.
    pub(super) fn read<'s: 'a>(
        node: &'a Node<'_>,
        about: &About<'_, 'a>,
        problems: &mut Problems<'s>,
    ) -> Option<Self> {
        let table = about.table;
        let entry = Entry::check(node, &FACT, problems)?;
        let is_node = entry.get("is");
        let is = is_node.and_then(|node| IsRule::read(node, table, problems));
        let mut sound = entry.sound && is.is_some();
        let mut parts = Vec::with_capacity(VARYING.len());
        for name in VARYING {
            let Some(part) = entry.get(name).and_then(|node| Part::of(node, problems.source)) else {
                continue;
            };
            let template = Template::read(part, table, problems);
            sound &= template.is_some();
            parts.extend(template.map(|template| (name, template)));
        }
        let defaults = about.defaults.iter().filter(|(name, _)| !entry.has(name));
        parts.extend(defaults.cloned());
        let reader = EntryReader { entry: &entry };
        let shared = reader.shared(about.pack, problems);
        if !parts.iter().any(|(name, _)| *name == "source") {
            reader.source_is_named(is.as_ref(), problems);
        }
        sound &= reader.times_are_said_once(is.as_ref(), problems);
        let id = entry.text("id").map(|id| (id.to_owned(), entry.span("id")));
        Some(Self { id, shared: shared.filter(|_| sound), is, parts })
    }

    /// What a subject's `born`, `died` or `founded` makes.
    pub(super) fn of_life(event: Event, is: Template<'a>, span: Span, about: &About<'_, 'a>) -> Self {
        let id = event.name();
        let shared = Shared {
            id: id.into(),
            rule: format!("{}/{id}", about.pack).into(),
            cues: about.language.life.get(id).cloned().unwrap_or_default().into(),
            unless: Arc::new([]),
            pattern: None,
            severity: Severity::Error,
            event: Some(event),
        };
        let parts = about.defaults.clone();
        Self { id: Some((id.to_owned(), span)), shared: Some(shared), is: Some(IsRule::One(is)), parts }
    }

    fn template(&self, name: &str) -> Option<&Template<'a>> {
        self.parts.iter().find(|(own, _)| *own == name).map(|(_, template)| template)
    }

    /// The day of a life that the facts are, if they are one.
    pub(super) fn event(&self) -> Option<Event> {
        self.shared.as_ref()?.event
    }

    /// The fact that a row says; `None` if it says none, or something is wrong with it, which is said.
    ///
    /// Every part is read before any decides, so that all that is wrong with a fact is said at once.
    pub(super) fn fact(
        &self,
        row: Option<&Row<'_>>,
        reading: &mut Reading<'_>,
        problems: &mut Problems<'_>,
    ) -> Option<Fact> {
        let language = reading.language;
        let part = |name: &str| self.template(name).and_then(|template| template.fill(row));
        let is = self.is.as_ref()?.fill(row, part("hedge").as_ref(), language, problems);
        let day = |text: &str| when::days(text, language).ok_or_else(|| not_a_date(text));
        let tolerance = read("tolerance", part("tolerance"), problems, |text| {
            let Some(is) = &is else { return Ok(None) };
            Tolerance::read(text, &is.claim, language).map(Some)
        });
        let from = read("from", part("from"), problems, |text| day(text).map(|days| days.0));
        let until = read("until", part("until"), problems, |text| day(text).map(|days| days.1));
        let checked = read("checked", part("checked"), problems, |text| day(text).map(|days| days.0));
        let in_order = in_order((from.flatten(), part("from")), (until.flatten(), part("until")), problems);
        let (shared, is) = (self.shared.as_ref()?, is?);
        if let Some(event) = shared.event.filter(|_| !matches!(is.claim.value, Value::Date(_))) {
            let message = format!("`{}` is a date, not {}", event.name(), is.text);
            problems.error_at(&is.place.source, is.place.span, message);
            return None;
        }
        let IsValue { claim, text, place, source, dated, also } = is;
        let source = source.or_else(|| part("source").map(|source| source.text.into_owned()));
        if source.is_none()
            && let Some(template) = self.template("source").filter(|template| template.varies())
        {
            let cell = template.place(row);
            let message = format!("`{}` has no `source` in this row: say who vouches for it", shared.id);
            problems.warning_at(cell.source, cell.span, message);
        }
        if !in_order {
            return None;
        }
        Some(Fact {
            subject: 0,
            id: Arc::clone(&shared.id),
            rule: Arc::clone(&shared.rule),
            cues: Arc::clone(&shared.cues),
            unless: Arc::clone(&shared.unless),
            event: shared.event,
            pattern: shared.pattern.clone(),
            is: claim,
            text: text.into(),
            dated: dated.into(),
            also: also.into(),
            tolerance: tolerance?.flatten(),
            from: from?,
            until: until?,
            source: source.map(|source| reading.keep(&source)),
            checked: checked?,
            note: part("note").map(|note| reading.keep(&note.text)),
            severity: shared.severity,
            place,
        })
    }
}

/// Reads an optional part: `None` if it cannot be read (which is said), `Some(None)` if it is not there.
#[allow(clippy::option_option, reason = "wrong and absent are two things: the one refuses the fact")]
fn read<T>(
    name: &str,
    part: Option<Part<'_>>,
    problems: &mut Problems<'_>,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Option<Option<T>> {
    let Some(part) = part else { return Some(None) };
    match read(&part.text) {
        Ok(value) => Some(Some(value)),
        Err(message) => {
            problems.error_at(part.source, part.span, format!("`{name}` {message}"));
            None
        }
    }
}

fn in_order(
    from: (Option<Date>, Option<Part<'_>>),
    until: (Option<Date>, Option<Part<'_>>),
    problems: &mut Problems<'_>,
) -> bool {
    let ((Some(first), Some(from)), (Some(last), Some(until))) = (from, until) else { return true };
    if first > last {
        let related = label(until.source, until.span, "the end");
        let message = format!("`from` {first} is after `until` {last}");
        problems.error_at(from.source, from.span, message).related.push(related);
    }
    first <= last
}

/// Reads what is the same for all rows.
struct EntryReader<'e, 'n, 't> {
    entry: &'e Entry<'n, 't>,
}

impl EntryReader<'_, '_, '_> {
    fn shared(&self, pack: &str, problems: &mut Problems<'_>) -> Option<Shared> {
        let id = self.id(problems);
        let pattern = self.entry.text("pattern").map(|text| {
            Pattern::read(text).map_err(|message| {
                problems.error(self.entry.span("pattern"), format!("`pattern` {message}"));
            })
        });
        let severity = self.severity(problems);
        let cues: Vec<String> = self.entry.texts("cues").map(str::to_owned).collect();
        let bound = self.is_bound(&cues, problems);
        let id = id?;
        Some(Shared {
            rule: format!("{pack}/{id}").into(),
            id: id.into(),
            cues: cues.into(),
            unless: self.entry.texts("unless").map(str::to_owned).collect(),
            pattern: pattern.transpose().ok()?,
            severity: severity?,
            event: None,
        })
        .filter(|_| bound)
    }

    fn id(&self, problems: &mut Problems<'_>) -> Option<String> {
        let id = self.entry.text("id")?;
        // Ids are listed on command lines and in comments, with spaces and commas between them.
        let mendable: String = id.chars().map(|c| if is_id(c) { c } else { '-' }).collect();
        if mendable == id {
            return Some(mendable);
        }
        let span = self.entry.span("id");
        let message = format!("`id` has letters, digits, `-`, `_` and `.` only, not `{id}`");
        problems.error(span, message).suggestions.push(write_instead(span, &mendable));
        None
    }

    fn severity(&self, problems: &mut Problems<'_>) -> Option<Severity> {
        const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];
        let Some(text) = self.entry.text("severity") else { return Some(Severity::Error) };
        let found = ALL.into_iter().find(|severity| severity.name() == text);
        if found.is_none() {
            problems.unknown(self.entry.span("severity"), "severity", text, &ALL.map(Severity::name));
        }
        found
    }

    /// Whether something brings claims to the fact.
    fn is_bound(&self, cues: &[String], problems: &mut Problems<'_>) -> bool {
        if self.entry.has("cues") || self.entry.has("pattern") {
            if cues.is_empty() && self.entry.get("cues").is_some() && !self.entry.has("pattern") {
                problems.error(self.entry.span("cues"), "`cues` is empty, so that no claim finds this fact");
                return false;
            }
            return true;
        }
        // A misspelt key has been named already; the missing one would be the same mistake told twice.
        let misspelt = |name: &&str| matches!(nearest(name, &["cues", "pattern"]), Some("cues" | "pattern"));
        if !self.entry.unknown().any(|name| misspelt(&name)) {
            let message = "this fact has neither `cues` nor a `pattern` to find its claims by";
            problems.error(self.place(), message);
        }
        false
    }

    fn source_is_named(&self, is: Option<&IsRule<'_>>, problems: &mut Problems<'_>) {
        if self.entry.has("source") || is.is_some_and(IsRule::has_sources) {
            return;
        }
        let id = self.entry.text("id").map_or("this fact".to_owned(), |id| format!("`{id}`"));
        let message = format!("{id} has no `source`: say who vouches for it");
        problems.warning_at(problems.source, self.place(), message);
    }

    /// The years of values say when each holds.
    fn times_are_said_once(&self, is: Option<&IsRule<'_>>, problems: &mut Problems<'_>) -> bool {
        let twice = ["from", "until"].into_iter().filter(|name| self.entry.has(name));
        let twice: Vec<&str> = twice.filter(|_| is.is_some_and(IsRule::has_times)).collect();
        for name in &twice {
            let message = format!("`{name}` beside values by year: the years say when each value holds");
            problems.error(self.entry.span(name), message);
        }
        twice.is_empty()
    }

    fn place(&self) -> Span {
        self.entry.span(if self.entry.get("id").is_some() { "id" } else { "is" })
    }
}

/// What is said of a text that is no date.
pub(super) fn not_a_date(text: &str) -> String {
    format!("is no date that a calendar has: `{}`; write it as 2026-11-02", text.trim())
}

fn is_id(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}
