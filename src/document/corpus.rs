//! A corpus: a `.jsonl` file with one document a line, as JSON objects.

use serde_json::{Map, Value};

use crate::error::Error;
use crate::source::Source;

/// The names of a corpus's fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// The document's id; a line without one is known by its number.
    pub id: String,
    /// The document's text.
    pub text: String,
    /// The document's date, as ISO 8601; may be missing.
    pub date: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self { id: "id".into(), text: "text".into(), date: "date".into() }
    }
}

/// Whether a path is a corpus by its ending.
pub fn is_corpus(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(&*ending.to_ascii_lowercase(), "jsonl" | "ndjson"))
}

/// The documents of a corpus, in the order of its lines; blank lines are passed over.
///
/// A line that is no document is an [`Error::Invalid`] with its place; the others are not affected.
///
/// ```
/// use factlint::document::{Fields, corpus};
/// use factlint::source::Source;
///
/// let file = Source::new("news.jsonl", "{\"id\": 7, \"text\": \"Rain.\", \"date\": \"2020-03-01\"}\n{");
/// let documents: Vec<_> = corpus(&file, &Fields::default()).collect();
/// let first = documents[0].as_ref().expect("a document");
/// assert_eq!((Some("7"), Some("2020-03-01"), "Rain."), (first.doc(), first.date(), first.text()));
/// assert!(documents[1].is_err());
/// ```
pub fn corpus<'a>(
    source: &'a Source,
    fields: &'a Fields,
) -> impl Iterator<Item = Result<Source, Error>> + 'a {
    let text = source.text().trim_start_matches('\u{feff}');
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| document(source, fields, number, line))
}

fn document(source: &Source, fields: &Fields, number: u32, line: &str) -> Result<Source, Error> {
    let invalid = |column: usize, message: String| Error::Invalid {
        path: source.path().to_owned(),
        line: number,
        column: u32::try_from(column).unwrap_or(u32::MAX),
        message,
    };
    let mut object: Map<String, Value> = serde_json::from_str(line).map_err(|error| {
        // The line that the error names is the only one it has seen.
        let reason = error.to_string();
        let reason = match reason.split(" at line ").next().unwrap_or_default() {
            "expected ident" => "a word without quotation marks, and not `true`, `false` or `null`",
            reason => reason,
        };
        invalid(error.column().max(1), format!("no JSON object on this line: {reason}"))
    })?;
    let text = match object.remove(&fields.text) {
        Some(Value::String(text)) => text,
        Some(_) => return Err(invalid(1, format!("the field `{}` is no text", fields.text))),
        None => return Err(invalid(1, format!("this document has no field `{}`", fields.text))),
    };
    let plain = |value: Value| match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let id = object.remove(&fields.id).and_then(plain).unwrap_or_else(|| number.to_string());
    let date = object.remove(&fields.date).and_then(plain);
    Ok(Source::in_corpus(source.path(), id, date, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_told_in_words() {
        let file = Source::new("a.jsonl", "{\"text\": \"x\", \"date\": nul}");
        let errors: Vec<String> = corpus(&file, &Fields::default())
            .filter_map(Result::err)
            .map(|error| error.to_string())
            .collect();
        let expected = "a.jsonl:1:26: no JSON object on this line: a word without quotation marks, and not \
                        `true`, `false` or `null`";
        assert_eq!(vec![expected.to_owned()], errors);
    }

    #[test]
    fn a_bad_line_is_named_and_the_others_are_read() {
        let file = Source::new(
            "a.jsonl",
            "{\"text\": \"x\"}\n\nnonsense\n{\"id\": 1}\n{\"text\": 5}\n{\"body\": \"y\"}",
        );
        let fields = Fields { text: "body".into(), ..Fields::default() };
        let all: Vec<String> = corpus(&file, &Fields::default())
            .map(|document| match document {
                Ok(source) => format!("{}: {}", source.doc().unwrap_or_default(), source.text()),
                Err(error) => error.to_string().split(": no JSON").next().unwrap_or_default().to_owned(),
            })
            .collect();
        let expected = [
            "1: x",
            "a.jsonl:3:",
            "a.jsonl:4:1: this document has no field `text`",
            "a.jsonl:5:1: the field `text` is no text",
            "a.jsonl:6:1: this document has no field `text`",
        ];
        assert_eq!(expected.len(), all.len());
        for (expected, got) in expected.iter().zip(&all) {
            assert!(got.starts_with(expected), "{got}");
        }
        assert_eq!(1, corpus(&file, &fields).flatten().count());
    }
}
