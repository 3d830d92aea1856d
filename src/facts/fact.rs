//! One fact, from its entry in the file.

use jiff::civil::Date;
use regex::Regex;

use super::is::{self, IsValue};
use super::problem::{Problems, label, nearest, write_instead};
use super::schema::{Entry, FACT, FactEntry};
use super::yaml::Node;
use super::{Fact, Tolerance, when};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::span::Span;

/// A fact before it has its subject, with the place of its id.
#[derive(Debug)]
pub(super) struct Read {
    /// The id, where there is one.
    pub(super) id: Option<(String, Span)>,
    /// The fact, if nothing is wrong with it.
    pub(super) fact: Option<Fact>,
}

/// Reads the fact at a node; all that is wrong is said.
pub(super) fn read(node: &Node<'_>, pack: &str, language: &Language, problems: &mut Problems<'_>) -> Read {
    let Some(entry) = Entry::check(node, &FACT, problems) else {
        return Read { id: None, fact: None };
    };
    let raw: FactEntry = entry.decode(problems);
    let reader = Reader { entry: &entry, language };
    let id = raw.id.as_deref().map(|id| (id.trim().to_owned(), entry.span("id")));
    let fact = reader.fact(raw, pack, problems);
    Read { id, fact }
}

/// Reads the parts of one entry.
struct Reader<'n, 't> {
    entry: &'n Entry<'n, 't>,
    language: &'n Language,
}

impl Reader<'_, '_> {
    /// Every part is read before any decides, so that all that is wrong with a fact is said at once.
    fn fact(&self, raw: FactEntry, pack: &str, problems: &mut Problems<'_>) -> Option<Fact> {
        let id = self.id(raw.id.as_deref(), problems);
        let is = is::read(&raw, self.entry, self.language, problems);
        let pattern = self.part("pattern", raw.pattern.as_deref(), problems, pattern);
        let tolerance = self.part("tolerance", raw.tolerance.as_deref(), problems, |text| {
            let Some(is) = &is else { return Ok(None) };
            Tolerance::read(text, &is.claim, self.language).map(Some)
        });
        let from = self.part("from", raw.from.as_deref(), problems, |text| self.day(text).map(|days| days.0));
        let until =
            self.part("until", raw.until.as_deref(), problems, |text| self.day(text).map(|days| days.1));
        let checked = self.part("checked", raw.checked.as_deref(), problems, |text| self.day(text));
        let in_order = self.in_order(from.flatten(), until.flatten(), problems);
        let severity = self.severity(raw.severity.as_deref(), problems);
        let bound = self.is_bound(&raw.cues, problems);
        if raw.source.is_none() && !self.entry.has("source") {
            let id = raw.id.as_deref().map_or("this fact".to_owned(), |id| format!("`{id}`"));
            let place = if self.entry.get("id").is_some() { "id" } else { "is" };
            problems.warning(self.entry.span(place), format!("{id} has no `source`: say who vouches for it"));
        }
        let IsValue { claim, text } = is?;
        let id = id?;
        if !(self.entry.sound && in_order && bound) {
            return None;
        }
        let source = raw.source.map(|source| source.trim().to_owned());
        let message = place_message(&id, source.as_deref(), raw.checked.as_deref());
        Some(Fact {
            subject: 0,
            rule: format!("{pack}/{id}"),
            id,
            cues: raw.cues.iter().map(|cue| cue.trim().to_owned()).collect(),
            unless: raw.unless.iter().map(|word| word.trim().to_owned()).collect(),
            pattern: pattern?,
            is: claim,
            text,
            tolerance: tolerance?.flatten(),
            from: from?,
            until: until?,
            source,
            checked: checked?.map(|days| days.0),
            note: raw.note.map(|note| note.trim().to_owned()),
            severity: severity?,
            place: label(problems.source, self.entry.span("is"), &message),
        })
    }

    /// Reads an optional part: `None` if it cannot be read (which is said), `Some(None)` if it is not there.
    #[allow(clippy::option_option, reason = "wrong and absent are two things: the one refuses the fact")]
    fn part<T>(
        &self,
        name: &str,
        text: Option<&str>,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<Option<T>> {
        let Some(text) = text else { return Some(None) };
        match read(text) {
            Ok(value) => Some(Some(value)),
            Err(message) => {
                problems.error(self.entry.span(name), format!("`{name}` {message}"));
                None
            }
        }
    }

    fn day(&self, text: &str) -> Result<(Date, Date), String> {
        when::days(text, self.language).ok_or_else(|| not_a_date(text))
    }

    fn id(&self, id: Option<&str>, problems: &mut Problems<'_>) -> Option<String> {
        let id = id?.trim();
        // Ids are listed on command lines and in comments, with spaces and commas between them.
        let mendable: String = id.chars().map(|c| if is_id(c) { c } else { '-' }).collect();
        if mendable == id {
            return Some(id.to_owned());
        }
        let span = self.entry.span("id");
        let message = format!("`id` has letters, digits, `-`, `_` and `.` only, not `{id}`");
        problems.error(span, message).suggestions.push(write_instead(span, &mendable));
        None
    }

    fn in_order(&self, from: Option<Date>, until: Option<Date>, problems: &mut Problems<'_>) -> bool {
        let (Some(from), Some(until)) = (from, until) else { return true };
        if from > until {
            let related = label(problems.source, self.entry.span("until"), "the end");
            let message = format!("`from` {from} is after `until` {until}");
            problems.error(self.entry.span("from"), message).related.push(related);
        }
        from <= until
    }

    fn severity(&self, text: Option<&str>, problems: &mut Problems<'_>) -> Option<Severity> {
        const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];
        let Some(text) = text else { return Some(Severity::Error) };
        let found = ALL.into_iter().find(|severity| severity.name() == text.trim());
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
            let place = if self.entry.get("id").is_some() { "id" } else { "is" };
            problems.error(
                self.entry.span(place),
                "this fact has neither `cues` nor a `pattern` to find its claims by",
            );
        }
        false
    }
}

/// What is said of a text that is no date.
pub(super) fn not_a_date(text: &str) -> String {
    format!("is no date that a calendar has: `{}`; write it as 2026-11-02", text.trim())
}

fn is_id(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

fn pattern(text: &str) -> Result<Regex, String> {
    let regex = Regex::new(text).map_err(|error| {
        // The message draws the pattern over several lines; the reason is in the last.
        let message = error.to_string();
        let reason = message.lines().last().unwrap_or_default();
        format!("is no regular expression: {}", reason.trim_start_matches("error: "))
    })?;
    if regex.capture_names().flatten().any(|name| name == "value") {
        Ok(regex)
    } else {
        Err("has no group `value` around the claim: `(?<value>…)`".into())
    }
}

/// `signed (source: state.gov, checked 2026-11-02)`.
fn place_message(id: &str, source: Option<&str>, checked: Option<&str>) -> String {
    let source = source.map_or("no source".to_owned(), |source| format!("source: {}", short(source)));
    let checked = checked.map_or(String::new(), |checked| format!(", checked {}", checked.trim()));
    format!("{id} ({source}{checked})")
}

/// The host of an address; anything else as it is.
fn short(source: &str) -> &str {
    let Some((_, rest)) = source.split_once("://") else { return source };
    let host = rest.split(['/', '?', '#', ' ']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
