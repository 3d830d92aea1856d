//! `factlint explain`: what a rule means, or what the claims of a line were held against.

use std::fmt::Write as _;
use std::path::Path;

use factlint::checks::CHECKS;
use factlint::config::{nearest_rule, no_rule};
use factlint::diagnostic::Severity;
use factlint::error::Error;
use factlint::facts::{Expectation, Fact, FactBook};
use factlint::policy::Policy;

use super::Status;
use super::args::ExplainArgs;
use super::configs::Configs;
use super::line;
use super::setup::Setups;
use super::terminal::Terminal;

/// Prints a rule's page, or what is known of a line.
pub(crate) fn run(args: &ExplainArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    if let Some((path, line)) = line::place(&args.rule) {
        return line::explain(&path, line, args, terminal);
    }
    let configs = Configs::new(&args.config)?;
    // A rule matters as much as it would for an article in the working folder.
    let (setup, _) = Setups::new(&configs, args.into()).one(Path::new("-"), terminal)?;
    let (facts, policy) = (setup.linter.facts(), setup.linter.policy());
    let page = match CHECKS.iter().find(|check| check.id == args.rule) {
        Some(check) => check_page(&check.rule()?, policy),
        None => facts_page((facts, policy), &args.rule).ok_or_else(|| {
            let nearest = nearest_rule(&args.rule, facts);
            // Findings name the facts of a file by its name, and the file must be there to be read.
            let is_fact = args.rule.contains('/') && nearest.is_none();
            let hint = if is_fact { "; give the fact file that has it with --facts" } else { "" };
            let message = format!("{}{hint}", no_rule(&args.rule, nearest));
            Error::Usage { message }
        })?,
    };
    terminal.to_stdout(|out| out.write_all(page.as_bytes()))?;
    Ok(Status::Clean)
}

fn check_page(rule: &factlint::checks::CheckRule, policy: &Policy) -> String {
    let mut page = format!(
        "{} ({})\n\n{}\n\n{}\n",
        rule.id,
        level(&rule.id, rule.severity, rule.is_on(), policy),
        rule.summary,
        rule.explanation.trim()
    );
    let off = if rule.is_on() { "" } else { "; it is off unless --pedantic or --extend-select asks for it" };
    let _ = write!(page, "\nMeasured: {}{off}.\n", rule.measured);
    for (title, examples) in [("It flags", &rule.examples.flags), ("It lets pass", &rule.examples.passes)] {
        let _ = write!(page, "\n{title}:\n");
        for example in examples.iter().take(5) {
            let date =
                example.date.as_ref().map_or_else(String::new, |date| format!("  (in a text of {date})"));
            let today =
                example.today.as_ref().map_or_else(String::new, |today| format!("  (with --today {today})"));
            let _ = writeln!(page, "  {}{date}{today}", example.text);
        }
    }
    page
}

/// How much a rule matters, or that it is off though it is on by default.
fn level(rule: &str, own: Severity, is_on: bool, policy: &Policy) -> &'static str {
    if is_on && !policy.has(rule, is_on) { "off" } else { policy.severity(rule, own).name() }
}

/// One fact, or all facts of a file.
fn facts_page((facts, policy): (&FactBook, &Policy), wanted: &str) -> Option<String> {
    let selection = factlint::selection::Selection { select: vec![wanted.to_owned()], ..Default::default() };
    let pages: Vec<String> = facts
        .facts
        .iter()
        .filter(|fact| selection.has(&fact.rule, true))
        .map(|fact| fact_page((facts, policy), fact))
        .collect();
    (!pages.is_empty()).then(|| pages.join("\n"))
}

fn fact_page((facts, policy): (&FactBook, &Policy), fact: &Fact) -> String {
    let subject = &facts.subjects[fact.subject];
    let line = fact.place.source.position(fact.place.span.start).line;
    let mut page = format!("{} ({})\n\n", fact.rule, level(&fact.rule, fact.severity, true, policy));
    let mut row = |name: &str, value: &str| {
        let _ = writeln!(page, "  {name:<10}{value}");
    };
    row("subject", &subject.name);
    row("names", &subject.names.join(", "));
    row("is", &fact.text);
    row("cues", &fact.cues.join(", "));
    let optional = [
        ("from", fact.from.map(|date| date.to_string())),
        ("until", fact.until.map(|date| date.to_string())),
        ("source", fact.source.as_deref().map(str::to_owned)),
        ("checked", fact.checked.map(|date| date.to_string())),
        ("note", fact.note.as_deref().map(str::to_owned)),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            row(name, &value);
        }
    }
    row("file", &format!("{}:{line}", fact.place.source.path()));
    for (title, expected) in [("contradicts", Expectation::Contradicts), ("agrees", Expectation::Agrees)] {
        let own = |example: &&factlint::facts::Example| {
            example.pack == subject.pack
                && example.fact.as_deref() == Some(&fact.id)
                && example.expected == expected
        };
        for example in facts.examples.iter().filter(own) {
            let _ = writeln!(page, "\n  {title}: {}", example.text);
        }
    }
    page
}
