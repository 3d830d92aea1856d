//! The closing line.

use super::paint::{Tone, paint};
use super::{Run, Style};
use crate::diagnostic::Severity;

/// `Found 3 errors, 1 warning in 12 files.`, `All checks passed!` or `No file was checked.`, with its line break;
/// nothing for a quiet run.
pub(super) fn summary(run: &Run<'_>, style: &Style) -> String {
    if run.quiet {
        return String::new();
    }
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "note")];
    let parts: Vec<String> = counts
        .into_iter()
        .map(|(severity, name)| {
            (run.diagnostics.iter().filter(|found| found.severity == severity).count(), name)
        })
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| plural(count, name))
        .collect();
    let unread = match run.failed {
        0 => String::new(),
        count => format!("; {} could not be checked", plural(count, "file")),
    };
    match (parts.is_empty(), run.failed) {
        (true, 0) if run.files == 0 => format!("{}\n", paint("No file was checked.", Tone::Warning, style)),
        (true, 0) => format!("{}\n", paint("All checks passed!", Tone::Good, style)),
        (true, _) => format!("Found nothing in {}{unread}.\n", plural(run.files, "file")),
        (false, _) => format!("Found {} in {}{unread}.\n", parts.join(", "), plural(run.files, "file")),
    }
}

fn plural(count: usize, name: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {name}{ending}")
}
