//! One line a finding: `path:line:col: error[rule] message`.

use std::io::{self, Write};

use super::paint::{Tone, paint, safe};
use super::{Run, Style, summary::summary};
use crate::source::Source;

/// Writes a line a finding, and the closing line.
pub(super) fn concise(run: &Run<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for found in run.diagnostics {
        let position = found.primary.source.position(found.primary.span.start);
        let place = format!("{}:{}:{}:", shown_path(&found.primary.source), position.line, position.column);
        let severity = paint(found.severity.name(), Tone::from(found.severity), style);
        writeln!(
            out,
            "{} {severity}[{}] {}",
            paint(&place, Tone::Strong, style),
            safe(&found.rule),
            safe(&found.message)
        )?;
    }
    out.write_all(summary(run, style).as_bytes())
}

/// The path, in a corpus with the document's id: `news.jsonl#17`.
pub(super) fn shown_path(source: &Source) -> String {
    match source.doc().filter(|doc| !doc.is_empty()) {
        Some(doc) => safe(&format!("{}#{doc}", source.path())),
        None => safe(source.path()),
    }
}
