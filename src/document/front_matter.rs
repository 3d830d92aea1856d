//! What a Markdown file says of itself in YAML between `---` lines, or in TOML between `+++` lines: its date and its
//! title.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::source::Source;
use crate::span::Span;

/// Date and title, as far as they are given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) date: Option<Date>,
    pub(super) title: Option<String>,
}

/// Keys that the usual site generators read the day of publication from.
const DATE_KEYS: [&str; 4] = ["date", "published", "pubdate", "publishdate"];

/// How front matter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Yaml,
    Toml,
}

impl Syntax {
    /// The lines that stand in front of it and behind.
    const fn fences(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Yaml => ("---", &["---", "..."]),
            Self::Toml => ("+++", &["+++"]),
        }
    }

    /// What stands between a key and its value.
    const fn equals(self) -> char {
        match self {
            Self::Yaml => ':',
            Self::Toml => '=',
        }
    }

    /// Keys whose values are text or a date; nothing of what cannot be read.
    fn keys(self, text: &str) -> Vec<(String, String)> {
        match self {
            Self::Yaml => {
                let keys = serde_yaml::from_str::<BTreeMap<String, serde_yaml::Value>>(text);
                let plain = |value: serde_yaml::Value| value.as_str().map(str::to_owned);
                let keys = keys.unwrap_or_default().into_iter();
                keys.filter_map(|(key, value)| Some((key, plain(value)?))).collect()
            }
            Self::Toml => {
                let plain = |value: toml::Value| match value {
                    toml::Value::String(text) => Some(text),
                    toml::Value::Datetime(date) => Some(date.to_string()),
                    _ => None,
                };
                let keys = text.parse::<toml::Table>().unwrap_or_default().into_iter();
                keys.filter_map(|(key, value)| Some((key, plain(value)?))).collect()
            }
        }
    }
}

/// Reads what stands between the lines. What cannot be read is passed over: the article is no less an
/// article for it.
pub(super) fn read(text: &str, syntax: Syntax) -> FrontMatter {
    let keys = syntax.keys(text);
    let value =
        |wanted: &str| keys.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted)).map(|(_, text)| text);
    let date = DATE_KEYS.into_iter().find_map(|key| super::iso_day(value(key)?));
    FrontMatter { date, title: value("title").filter(|title| !title.trim().is_empty()).cloned() }
}

/// What a Markdown file gives as its date and nobody can read as one: where it stands, and what is wrong with it.
///
/// ```
/// use factlint::document::unread_date;
/// use factlint::source::Source;
///
/// let (span, message) = unread_date(&Source::new("a.md", "---\ndate: 2024-13-45\n---\n")).expect("no date");
/// assert_eq!((10, 20), (span.start, span.end));
/// assert!(message.starts_with("“2024-13-45” is not understood"));
/// ```
pub fn unread_date(source: &Source) -> Option<(Span, String)> {
    if !super::is_markdown(source.path()) {
        return None;
    }
    let text = source.text();
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (first, _) = text[start..].split_once('\n')?;
    let opens = |syntax: &Syntax| first.trim_end_matches('\r') == syntax.fences().0;
    let syntax = [Syntax::Yaml, Syntax::Toml].into_iter().find(opens)?;
    let mut at = start + first.len() + 1;
    let mut unread = None;
    for line in text[at..].split_inclusive('\n') {
        if syntax.fences().1.contains(&line.trim_end()) {
            return unread;
        }
        let (named, value) = line.split_once(syntax.equals()).unwrap_or((line, ""));
        // YAML has no white space in front of its colon.
        let key = if syntax == Syntax::Toml { named.trim() } else { named };
        if DATE_KEYS.iter().any(|own| own.eq_ignore_ascii_case(key)) {
            let (shown, offset) = shown(value);
            if super::iso_day(shown).is_some() {
                return None;
            }
            if unread.is_none() && !shown.is_empty() {
                let from = at + named.len() + 1 + offset;
                let span = Span::of(&(from..from + shown.len()));
                let message =
                    format!("“{shown}” is not understood as the article’s date; write it as in 2024-02-29");
                unread = Some((span, message));
            }
        }
        at += line.len();
    }
    // Without its last line it is no front matter.
    None
}

/// A value without its quotation marks and what YAML takes for a comment, and where it begins.
fn shown(value: &str) -> (&str, usize) {
    let plain = value.split_once(" #").map_or(value, |(value, _)| value);
    let inner = plain.trim().trim_matches(['"', '\'']).trim();
    (inner, plain.find(inner).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_nobody_can_read_is_told_with_its_place() {
        let told = |path: &str, text: &str| {
            let source = Source::new(path, text);
            unread_date(&source).map(|(span, message)| {
                let at = source.position(span.start);
                assert!(message.contains("2024-02-29"), "{message}");
                format!("{}:{} {}", at.line, at.column, source.slice(span))
            })
        };
        for (expected, path, text) in [
            (Some("2:7 2024-13-45"), "a.md", "---\ndate: 2024-13-45\n---\nText"),
            (Some("3:8 March 5, 2024"), "a.md", "---\ntitle: T\nDate: \"March 5, 2024\" # posted\n---\n"),
            (Some("2:7 soon"), "a.markdown", "\u{feff}---\r\ndate: soon\r\n---\r\nText"),
            (None, "a.md", "---\ndate: 2024-03-05T08:00:00Z\n---\n"),
            (None, "a.md", "---\ndate: soon\npublished: 2024-03-05\n---\n"),
            (None, "a.md", "---\ndate:\ntitle: date: soon\n---\n"),
            (None, "a.md", "---\n\ndate: soon is what they wrote.\n"),
            (None, "a.md", "Text\n---\ndate: soon\n---\n"),
            (None, "a.txt", "---\ndate: soon\n---\n"),
            (Some("2:9 May 2024"), "a.md", "+++\ndate = \"May 2024\"\n+++\nText"),
            (None, "a.md", "+++\ndate = 2024-03-05\ntitle = 'date = soon'\n+++\nText"),
            (None, "a.md", "+++\ndate = 'soon'\n---\nText"),
        ] {
            assert_eq!(expected, told(path, text).as_deref(), "{text}");
        }
    }

    #[test]
    fn date_and_title_are_read() {
        let expected =
            FrontMatter { date: Some(jiff::civil::date(2020, 10, 15)), title: Some("A: B".into()) };
        assert_eq!(expected, read("title: \"A: B\"\ndate: 2020-10-15T08:00:00Z\ntags: [x]\n", Syntax::Yaml));
        assert_eq!(expected.date, read("Published: 2020-10-15", Syntax::Yaml).date);
        for date in ["2020-10-15", "2020-10-15T08:00:00Z", "\"2020-10-15\""] {
            let toml = format!("title = 'A: B'\ndate = {date}\ntags = ['x']\n[params]\ndate = 2021-01-01\n");
            assert_eq!(expected, read(&toml, Syntax::Toml), "{date}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        for yaml in ["", "- a\n- b", "title: [", "date: soon\ntitle: 5", "a: *b"] {
            assert_eq!(FrontMatter::default(), read(yaml, Syntax::Yaml), "{yaml}");
        }
        for toml in ["", "date", "title = [", "date = 5\ntitle = ' '"] {
            assert_eq!(FrontMatter::default(), read(toml, Syntax::Toml), "{toml}");
        }
    }
}
