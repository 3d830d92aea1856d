//! Colour for words, and text that is safe to print.

use colored::{ColoredString, Colorize};

use super::Style;
use crate::diagnostic::Severity;

/// What a word is, as far as its colour goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Something to know.
    Note,
    /// Everything is well.
    Good,
    /// A place.
    Strong,
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Note,
        }
    }
}

/// The text in the colour of its tone, if the style has colour.
///
/// `colored` asks a switch of its own for the whole process; the style is what decides here, so the
/// escape codes are put together from the style that `colored` gives.
pub fn paint(text: &str, tone: Tone, style: &Style) -> String {
    if !style.color {
        return text.to_owned();
    }
    let painted: ColoredString = match tone {
        Tone::Error => text.red().bold(),
        Tone::Warning => text.yellow().bold(),
        Tone::Note => text.cyan().bold(),
        Tone::Good => text.green().bold(),
        Tone::Strong => text.bold(),
    };
    let mut codes = vec!["1"];
    let color = painted.fgcolor.map(|color| color.to_fg_str());
    codes.extend(color.as_deref());
    format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
}

/// A text without control characters that a terminal would obey: escape codes, and marks that turn the
/// direction of writing.
pub(super) fn safe(text: &str) -> String {
    text.chars().map(|c| if is_harmless(c) { c } else { '\u{fffd}' }).collect()
}

fn is_harmless(c: char) -> bool {
    let turns =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    !(c.is_control() || turns)
}

/// The same for a line of source, byte for byte: each harmful character becomes as many harmless ones as
/// it has bytes, so that spans stay true.
pub(super) fn safe_source(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_harmless(c) {
            out.push(c);
        } else if c == '\t' {
            out.push(' ');
        } else {
            out.extend(std::iter::repeat_n('?', c.len_utf8()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_decides_about_colour() {
        let style = |color| Style { color, width: 80 };
        assert_eq!("x", paint("x", Tone::Error, &style(false)));
        assert_eq!("\u{1b}[1;31mx\u{1b}[0m", paint("x", Tone::Error, &style(true)));
    }

    #[test]
    fn what_a_terminal_would_obey_is_replaced() {
        assert_eq!("a\u{fffd}[31mb", safe("a\u{1b}[31mb"));
        let line = "a\u{1b}\t\u{202e}é";
        assert_eq!("a? ???é", safe_source(line));
        assert_eq!(line.len(), safe_source(line).len());
    }
}
