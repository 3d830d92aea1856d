//! Where output goes, and whether it has colour: decided once, for each stream.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use factlint::error::Error;
use factlint::report::Style;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The two streams and what is known of them.
pub(crate) struct Terminal {
    stdout_color: bool,
    stderr_color: bool,
    width: usize,
}

const WIDTH: usize = 100;

/// So much is written at once.
const BUFFER: usize = 1 << 16;

impl Terminal {
    /// Decides by flag, then by environment, then by what the streams are.
    pub(crate) fn new(color: Color) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let wanted = |is_terminal: bool| match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if set("NO_COLOR") => false,
            Color::Auto
                if std::env::var_os("CLICOLOR_FORCE")
                    .is_some_and(|value| value != "0" && !value.is_empty()) =>
            {
                true
            }
            Color::Auto if std::env::var_os("TERM").is_some_and(|term| term == "dumb") => false,
            Color::Auto => is_terminal,
        };
        let (stdout_color, stderr_color) =
            (wanted(io::stdout().is_terminal()), wanted(io::stderr().is_terminal()));
        // `colored` looks at stdout alone; the decision above is the only one.
        colored::control::set_override(stdout_color || stderr_color);
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        Self { stdout_color, stderr_color, width: columns.unwrap_or(WIDTH).clamp(40, 400) }
    }

    /// The look of what goes to stdout.
    pub(crate) fn style(&self) -> Style {
        Style { color: self.stdout_color, width: self.width }
    }

    /// The look of what goes to stderr.
    pub(crate) fn error_style(&self) -> Style {
        Style { color: self.stderr_color, width: self.width }
    }

    /// Prints an error.
    pub(crate) fn error(&self, error: &Error) {
        let head = factlint::report::paint("error:", factlint::report::Tone::Error, &self.error_style());
        self.to_stderr(format!("{head} {error}\n").as_bytes());
    }

    /// Prints errors, one a line.
    pub(crate) fn errors(&self, errors: &[Error]) {
        for error in errors {
            self.error(error);
        }
    }

    /// Prints something that is probably wrong and stops nothing.
    pub(crate) fn warn(&self, text: &str) {
        let head = factlint::report::paint("warning:", factlint::report::Tone::Warning, &self.error_style());
        self.to_stderr(format!("{head} {text}\n").as_bytes());
    }

    /// Prints something that a user should know and that is no error.
    pub(crate) fn hint(&self, text: &str) {
        let head = factlint::report::paint("note:", factlint::report::Tone::Note, &self.error_style());
        self.to_stderr(format!("{head} {text}\n").as_bytes());
    }

    /// Writes to stderr; there is nobody to tell if that fails.
    #[allow(clippy::unused_self, reason = "the terminal owns both streams")]
    pub(crate) fn to_stderr(&self, text: &[u8]) {
        let _ = io::stderr().lock().write_all(text);
    }

    /// Runs `write` on stdout. A reader that has gone away (`| head`) is no error.
    ///
    /// # Errors
    /// What the operating system says.
    #[allow(clippy::unused_self, reason = "the terminal owns both streams")]
    pub(crate) fn to_stdout(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let mut out = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
        written("standard output", write(&mut out).and_then(|()| out.flush()))
    }
}

/// A failed write as an error of ours.
pub(crate) fn written(path: &str, result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Usage { message: format!("{path}: cannot be written: {error}") })
        }
        _ => Ok(()),
    }
}
