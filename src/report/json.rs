//! JSON and JSON Lines; see [`super::schema`] for their shape.

use std::io::{self, Write};

use super::schema::{Finding, Output};
use super::{Run, Style};

/// Writes the run as one object.
pub(super) fn json(run: &Run<'_>, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Output::new(run))?;
    writeln!(out)
}

/// Writes an object a finding, one a line.
pub(super) fn jsonl(run: &Run<'_>, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    for found in run.diagnostics {
        serde_json::to_writer(&mut *out, &Finding::from(found))?;
        writeln!(out)?;
    }
    Ok(())
}
