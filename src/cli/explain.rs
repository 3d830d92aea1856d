//! `factlint explain`: what a rule means, or what the claims of a line were held against.

use std::fmt::Write as _;

use factlint::checks::CHECKS;
use factlint::error::Error;
use factlint::facts::{Expectation, Fact, FactBook};

use super::Status;
use super::args::ExplainArgs;
use super::line;
use super::terminal::Terminal;

/// Prints a rule's page, or what is known of a line.
pub(crate) fn run(args: &ExplainArgs, terminal: &mut Terminal) -> Result<Status, Error> {
    if let Some((path, line)) = line::place(&args.rule) {
        return line::explain(&path, line, args, terminal);
    }
    let (facts, problems) = super::load_facts(&args.facts, &super::language(&args.facts.language)?)?;
    super::print_problems(&problems, terminal);
    let page = match CHECKS.iter().find(|check| check.id == args.rule) {
        Some(check) => check_page(&check.rule()?),
        None => facts_page(&facts, &args.rule).ok_or_else(|| super::unknown_rule(&facts, &args.rule))?,
    };
    terminal.to_stdout(|out| out.write_all(page.as_bytes()))?;
    Ok(Status::Clean)
}

fn check_page(rule: &factlint::checks::CheckRule) -> String {
    let mut page = format!(
        "{} ({})\n\n{}\n\n{}\n",
        rule.id,
        rule.severity.name(),
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
            let _ = writeln!(page, "  {}{date}", example.text);
        }
    }
    page
}

/// One fact, or all facts of a file.
fn facts_page(facts: &FactBook, wanted: &str) -> Option<String> {
    let selection = factlint::selection::Selection { select: vec![wanted.to_owned()], ..Default::default() };
    let pages: Vec<String> = facts
        .facts
        .iter()
        .filter(|fact| selection.has(&fact.rule, true))
        .map(|fact| fact_page(facts, fact))
        .collect();
    (!pages.is_empty()).then(|| pages.join("\n"))
}

fn fact_page(facts: &FactBook, fact: &Fact) -> String {
    let subject = &facts.subjects[fact.subject];
    let line = fact.place.source.position(fact.place.span.start).line;
    let mut page = format!("{} ({})\n\n", fact.rule, fact.severity.name());
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
