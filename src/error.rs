//! What stops a file, a configuration or a run. Findings are values; these are errors.

use std::fmt;

/// An error that names its file, and the place in it where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The file could not be read; `reason` is the operating system's.
    Unreadable {
        /// The file.
        path: String,
        /// The operating system's words.
        reason: String,
    },
    /// The file is not UTF-8 text.
    NotUtf8 {
        /// The file.
        path: String,
        /// Line of the first bad byte, from 1.
        line: u32,
        /// Column of the first bad byte, from 1.
        column: u32,
    },
    /// The file is no text at all.
    NotText {
        /// The file.
        path: String,
        /// What it is.
        what: &'static str,
    },
    /// The file has 4 GiB or more.
    TooLarge {
        /// The file.
        path: String,
    },
    /// A file that factlint reads for its own use (a language, a check's rule, a corpus line) is wrong.
    Invalid {
        /// The file.
        path: String,
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// A path that does not exist.
    Missing {
        /// The path as the user wrote it.
        path: String,
    },
    /// Anything else that a user can mend: an unknown rule on the command line, say.
    Usage {
        /// What is wrong, and what would be right.
        message: String,
    },
}

impl Error {
    /// The file, where it is about one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Unreadable { path, .. }
            | Self::NotUtf8 { path, .. }
            | Self::NotText { path, .. }
            | Self::TooLarge { path }
            | Self::Invalid { path, .. }
            | Self::Missing { path } => Some(path),
            Self::Usage { .. } => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, reason } => write!(f, "{path}: cannot be read: {reason}"),
            Self::NotUtf8 { path, line, column } => {
                write!(f, "{path}:{line}:{column}: not a text in UTF-8; save it as UTF-8 to have it checked")
            }
            Self::NotText { path, what } => {
                write!(f, "{path}: {what}; save it as plain text (.txt) or Markdown (.md) to have it checked")
            }
            Self::TooLarge { path } => write!(f, "{path}: larger than 4 GiB; split it to have it checked"),
            Self::Invalid { path, line, column, message } => write!(f, "{path}:{line}:{column}: {message}"),
            Self::Missing { path } => write!(f, "{path}: no such file or folder"),
            Self::Usage { message } => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
