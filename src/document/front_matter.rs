//! What a Markdown file says of itself in YAML between `---` lines: its date and its title.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Date and title, as far as they are given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) date: Option<Date>,
    pub(super) title: Option<String>,
}

/// Keys that the usual site generators read the day of publication from.
const DATE_KEYS: [&str; 4] = ["date", "published", "pubdate", "publishdate"];

/// Reads the YAML between the lines. What cannot be read is passed over: the article is no less an
/// article for it.
pub(super) fn read(yaml: &str) -> FrontMatter {
    let Ok(keys) = serde_yaml::from_str::<BTreeMap<String, serde_yaml::Value>>(yaml) else {
        return FrontMatter::default();
    };
    let text = |wanted: &str| {
        let found = keys.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted));
        found.and_then(|(_, value)| value.as_str()).map(str::to_owned)
    };
    let date = DATE_KEYS.into_iter().find_map(|key| super::iso_day(&text(key)?));
    FrontMatter { date, title: text("title").filter(|title| !title.trim().is_empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_title_are_read() {
        let expected =
            FrontMatter { date: Some(jiff::civil::date(2020, 10, 15)), title: Some("A: B".into()) };
        assert_eq!(expected, read("title: \"A: B\"\ndate: 2020-10-15T08:00:00Z\ntags: [x]\n"));
        assert_eq!(expected.date, read("Published: 2020-10-15").date);
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        for yaml in ["", "- a\n- b", "title: [", "date: soon\ntitle: 5", "a: *b"] {
            assert_eq!(FrontMatter::default(), read(yaml), "{yaml}");
        }
    }
}
