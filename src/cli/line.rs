//! `factlint explain FILE:LINE`: why a line was flagged, or was not.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use factlint::binding::Refusal;
use factlint::diagnostic::Severity;
use factlint::error::Error;
use factlint::pipeline::Reading;
use factlint::source::Source;
use factlint::verdict::{Against, Outcome, Verdict};

use super::Status;
use super::args::ExplainArgs;
use super::configs::Configs;
use super::flags::Setup;
use super::setup::Setups;
use super::terminal::Terminal;

/// “draft.md:14” is a line: no rule has a colon in its name.
pub(crate) fn place(argument: &str) -> Option<(PathBuf, u32)> {
    let (path, line) = argument.rsplit_once(':')?;
    let is_number = !path.is_empty() && !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    // No file has more lines than this.
    is_number.then(|| (PathBuf::from(path), line.parse().unwrap_or(u32::MAX)))
}

/// A line that the file has.
fn known(source: &Source, line: u32) -> Result<u32, Error> {
    let count = u32::try_from(source.text().lines().count()).unwrap_or(u32::MAX);
    if (1..=count.max(1)).contains(&line) {
        return Ok(line);
    }
    let lines = if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
    let path = source.path();
    let message = match line {
        0 => format!("{path}:0: lines are counted from 1"),
        _ => format!("{path} has {lines} only, no line {line}"),
    };
    Err(Error::Usage { message })
}

/// Prints what the claims of a line were held against, and what spoke against other facts.
pub(crate) fn explain(
    path: &Path,
    line: u32,
    args: &ExplainArgs,
    terminal: &mut Terminal,
) -> Result<Status, Error> {
    let line = known(&super::files::read_source(path)?, line)?;
    let configs = Configs::new(&args.config)?;
    let (setup, loaded) = Setups::new(&configs, args.into()).one(path, terminal)?;
    let linter = &setup.linter;
    let source = dated(super::files::read_source(path)?, &setup);
    let reading = linter.read(&source);
    let refused = linter.refusals(&reading);
    let mut page = String::new();
    for (number, record) in linter.records(&reading).enumerate().filter(|(_, record)| record.line == line) {
        let value = record.value.to_string();
        let _ = writeln!(
            page,
            "“{}” ({}:{}:{}) is {}: {value}",
            record.text,
            record.path,
            record.line,
            record.column,
            kind_in_words(record.kind)
        );
        let verdicts = reading.verdicts.iter().filter(|verdict| verdict.claim == number);
        for (against, verdict) in record.compared.iter().zip(verdicts) {
            let severity = match verdict.outcome {
                Outcome::Contradicts => linter.severity(&reading, verdict).map_or(": off", in_words),
                _ => "",
            };
            let expected =
                against.expected.map_or_else(String::new, |expected| format!(" (it says {expected})"));
            let _ = writeln!(
                page,
                "  {} {}{expected}{severity}\n    {}",
                verdict_in_words(against.verdict),
                against.rule,
                against.why
            );
        }
        let own = refused.iter().filter(|refused| refused.claim == number);
        let bound = |rule: &str| record.compared.iter().any(|against| against.rule == rule);
        let mut told: Vec<(&str, Refusal)> = Vec::new();
        for refused in own {
            let rule = &*linter.facts().facts[refused.fact].rule;
            // The rows of a table are one fact to the reader.
            let known = told.contains(&(rule, refused.why));
            if !bound(rule) && refused.why != Refusal::NoCue && !known {
                let _ = writeln!(page, "  was not held against {rule}: {}", refused.why);
                told.push((rule, refused.why));
            }
        }
        let beside = besides(&reading, number);
        for rule in &beside {
            let _ = writeln!(page, "  stands in what {rule} says of another number or date");
        }
        if record.compared.is_empty() && told.is_empty() && beside.is_empty() {
            page.push_str(
                "  was held against nothing: no fact has its subject, a cue and such a value here, and no check has \
                 anything to say of it\n",
            );
        }
    }
    if page.is_empty() {
        let _ = writeln!(page, "No number or date was found in line {line} of {}.", path.display());
    }
    terminal.to_stdout(|out| out.write_all(page.as_bytes()))?;
    Ok(loaded)
}

/// The checks that mark a claim in what they say of another.
fn besides(reading: &Reading, number: usize) -> Vec<&'static str> {
    let claim = &reading.claims[number];
    let marks = |verdict: &&Verdict| {
        let same = reading.claims[verdict.claim].block == claim.block && verdict.claim != number;
        match &verdict.against {
            Against::Check(finding) if same => finding.labels.iter().any(|(span, _)| *span == claim.span),
            _ => false,
        }
    };
    let rule = |verdict: &Verdict| match &verdict.against {
        Against::Check(finding) => Some(finding.rule),
        _ => None,
    };
    let mut rules: Vec<&str> = reading.verdicts.iter().filter(marks).filter_map(rule).collect();
    rules.dedup();
    rules
}

fn dated(source: Source, setup: &Setup) -> Source {
    match &setup.date {
        Some(date) => source.with_date(date.clone()),
        None => source,
    }
}

fn kind_in_words(kind: &str) -> &str {
    match kind {
        "number" => "a number",
        "ordinal" => "an ordinal",
        "percent" => "a percentage",
        "money" => "an amount of money",
        "quantity" => "a quantity",
        "age" => "an age",
        "date" => "a date",
        "date_range" => "a range of dates",
        "duration" => "a duration",
        "ratio" => "a ratio",
        other => other,
    }
}

fn in_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => ": error",
        Severity::Warning => ": warning",
        Severity::Info => ": info",
    }
}

fn verdict_in_words(verdict: &str) -> &'static str {
    match verdict {
        "agrees" => "agrees with",
        "contradicts" => "contradicts",
        _ => "may speak of",
    }
}
