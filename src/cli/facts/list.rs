//! `factlint facts list`: the facts that texts are held against.

use std::io::{self, Write};

use factlint::config::{nearest_rule, no_rule};
use factlint::error::Error;
use factlint::facts::{Fact, FactBook, Place};
use factlint::selection::Selection;
use serde_json::json;

use crate::cli::Status;
use crate::cli::args::{ListArgs, ListFormat};
use crate::cli::terminal::Terminal;

/// Prints the facts that pass the filters.
pub(super) fn run(args: &ListArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    let loaded = super::load(&args.files, terminal);
    super::super::print_problems(&loaded.problems, terminal);
    let is_known = |wanted: &String| {
        let one = Selection { select: vec![wanted.clone()], ..Selection::default() };
        loaded.facts.facts.iter().any(|fact| one.has(&fact.rule, true))
    };
    if let Some(unknown) = args.rule.iter().find(|wanted| !is_known(wanted)) {
        return Err(Error::Usage { message: no_rule(unknown, nearest_rule(unknown, &loaded.facts)) });
    }
    let facts: Vec<&Fact> =
        loaded.facts.facts.iter().filter(|fact| passes(args, &loaded.facts, fact)).collect();
    terminal.to_stdout(|out| match args.format {
        ListFormat::Human => human(&loaded.facts, &facts, out),
        ListFormat::Json => json(&loaded.facts, &facts, out),
        ListFormat::Csv => csv(&loaded.facts, &facts, out),
    })?;
    Ok(if loaded.failed() { Status::Failed } else { Status::Clean })
}

fn passes(args: &ListArgs, facts: &FactBook, fact: &Fact) -> bool {
    let subject = &facts.subjects[fact.subject];
    let wanted = |wanted: &String| {
        let wanted = wanted.to_lowercase();
        std::iter::once(&subject.name).chain(&subject.names).any(|name| name.to_lowercase().contains(&wanted))
    };
    let rules = Selection { select: args.rule.clone(), ..Selection::default() };
    let in_file = args.file.as_ref().is_none_or(|file| fact.place.source.path().contains(file.as_str()));
    args.subject.as_ref().is_none_or(wanted) && rules.has(&fact.rule, true) && in_file
}

/// Where a value stands: `path:line`.
fn place(place: &Place) -> (String, u32) {
    (place.source.path().to_owned(), place.source.position(place.span.start).line)
}

/// Each value of a fact with the time for which it holds.
fn values(fact: &Fact) -> Vec<(String, String, String, &Place)> {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    if fact.dated.is_empty() {
        let also = fact.also.iter().map(|other| other.text.to_string());
        let text = std::iter::once(fact.text.to_string()).chain(also).collect::<Vec<_>>().join(" or ");
        return vec![(text, day(fact.from), day(fact.until), &fact.place)];
    }
    let each = fact
        .dated
        .iter()
        .map(|value| (value.text.to_string(), value.first.to_string(), value.last.to_string(), &value.place));
    each.collect()
}

fn human(facts: &FactBook, listed: &[&Fact], out: &mut dyn Write) -> io::Result<()> {
    let mut subject = None;
    for fact in listed {
        if subject != Some(fact.subject) {
            let gap = if subject.is_some() { "\n" } else { "" };
            let named = &facts.subjects[fact.subject];
            let also = if named.names.is_empty() {
                String::new()
            } else {
                format!(" (also {})", named.names.join(", "))
            };
            writeln!(out, "{gap}{}{also}", named.name)?;
            subject = Some(fact.subject);
        }
        for (text, from, until, at) in values(fact) {
            let time = match (from.as_str(), until.as_str()) {
                ("", "") => String::new(),
                (from, "") => format!(" from {from}"),
                ("", until) => format!(" until {until}"),
                (from, until) => format!(" {from} to {until}"),
            };
            let (path, line) = place(at);
            writeln!(out, "  {}: {text}{time}  {path}:{line}", fact.rule)?;
        }
    }
    let facts = if listed.len() == 1 { "1 fact".to_owned() } else { format!("{} facts", listed.len()) };
    let gap = if listed.is_empty() { "" } else { "\n" };
    writeln!(out, "{gap}{facts}.")
}

fn json(facts: &FactBook, listed: &[&Fact], out: &mut dyn Write) -> io::Result<()> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let each: Vec<serde_json::Value> = listed
        .iter()
        .map(|fact| {
            let subject = &facts.subjects[fact.subject];
            let (path, line) = place(&fact.place);
            let dated = fact.dated.iter().map(|value| {
                json!({"from": value.first.to_string(), "until": value.last.to_string(), "is": &*value.text})
            });
            let also = fact.also.iter().map(|other| json!({"is": &*other.text, "source": &*other.source}));
            json!({
                "rule": &*fact.rule, "subject": subject.name, "names": subject.names, "fact": &*fact.id,
                "kind": fact.is.kind.name(), "is": &*fact.text,
                "dated": dated.collect::<Vec<_>>(), "also": also.collect::<Vec<_>>(),
                "cues": &*fact.cues, "from": day(fact.from), "until": day(fact.until),
                "source": fact.source.as_deref(), "checked": day(fact.checked), "note": fact.note.as_deref(),
                "severity": fact.severity.name(), "path": path, "line": line,
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &each)?;
    writeln!(out)
}

fn csv(facts: &FactBook, listed: &[&Fact], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "rule,subject,fact,is,from,until,source,checked,path,line")?;
    for fact in listed {
        let checked = fact.checked.map_or_else(String::new, |day| day.to_string());
        for (text, from, until, at) in values(fact) {
            let (path, line) = place(at);
            let cells = [
                &*fact.rule,
                &facts.subjects[fact.subject].name,
                &fact.id,
                &text,
                &from,
                &until,
                fact.source.as_deref().unwrap_or_default(),
                &checked,
                &path,
                &line.to_string(),
            ];
            writeln!(out, "{}", cells.map(cell).join(","))?;
        }
    }
    Ok(())
}

/// A cell as RFC 4180 writes it.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
