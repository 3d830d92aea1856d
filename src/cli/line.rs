//! `factlint explain FILE:LINE`: why a line was flagged, or was not.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use factlint::binding::Refusal;
use factlint::diagnostic::Severity;
use factlint::error::Error;
use factlint::source::Source;
use factlint::verdict::Outcome;

use super::Status;
use super::args::ExplainArgs;
use super::configs::Configs;
use super::flags::Setup;
use super::setup::Setups;
use super::terminal::Terminal;

/// “draft.md:14” is a line, if there is such a file.
pub(crate) fn place(argument: &str) -> Option<(PathBuf, u32)> {
    let (path, line) = argument.rsplit_once(':')?;
    let (path, line) = (PathBuf::from(path), line.parse().ok()?);
    path.exists().then_some((path, line))
}

/// Prints what the claims of a line were held against, and what spoke against other facts.
pub(crate) fn explain(
    path: &Path,
    line: u32,
    args: &ExplainArgs,
    terminal: &mut Terminal,
) -> Result<Status, Error> {
    let configs = Configs::new(&args.config)?;
    let (setup, loaded) = Setups::new(&configs, args.into()).one(path, terminal)?;
    let linter = &setup.linter;
    let source = dated(super::files::read_source(path)?, &setup);
    let reading = linter.read(&source);
    let refused = linter.refusals(&reading);
    let mut page = String::new();
    for (number, record) in linter.records(&reading).enumerate().filter(|(_, record)| record.line == line) {
        let value = record.value.to_string();
        let article = if record.kind.starts_with(['a', 'o']) { "an" } else { "a" };
        let _ = writeln!(
            page,
            "“{}” ({}:{}:{}) is {article} {}: {value}",
            record.text, record.path, record.line, record.column, record.kind
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
        let mut silent = true;
        for refused in own {
            let rule = &*linter.facts().facts[refused.fact].rule;
            if !bound(rule) && refused.why != Refusal::NoCue {
                let _ = writeln!(page, "  was not held against {rule}: {}", refused.why);
                silent = false;
            }
        }
        if record.compared.is_empty() && silent {
            page.push_str(
                "  was held against nothing: no fact has its subject, a cue and such a value here\n",
            );
        }
    }
    if page.is_empty() {
        let _ = writeln!(page, "No number or date was found in line {line} of {}.", path.display());
    }
    terminal.to_stdout(|out| out.write_all(page.as_bytes()))?;
    Ok(loaded)
}

fn dated(source: Source, setup: &Setup) -> Source {
    match &setup.date {
        Some(date) => source.with_date(date.clone()),
        None => source,
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
