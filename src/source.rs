//! Bytes with a path and an index of lines.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::error::Error;
use crate::span::Span;

/// A text that is linted, or a fact file that a finding points at. Cheap to clone.
///
/// ```
/// use factlint::source::Source;
/// use factlint::span::Span;
///
/// let source = Source::new("draft.txt", "Café\nopens 3 May");
/// let position = source.position(12);
/// assert_eq!((2, 7), (position.line, position.column));
/// assert_eq!("3 May", source.slice(Span::new(12, 17)));
/// ```
#[derive(Clone)]
pub struct Source(Arc<Inner>);

struct Inner {
    path: String,
    doc: Option<String>,
    date: Option<String>,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
    /// Code points before every [`STRIDE`]-th byte: a column far into a long line costs no more than one
    /// near its beginning.
    code_points: OnceLock<Vec<u32>>,
}

/// Bytes between two counts of code points.
const STRIDE: usize = 1024;

/// A place as people count it: both from 1, the column in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode code points, from 1.
    pub column: u32,
}

impl Source {
    /// A source from text in memory. Text past 4 GiB is cut at a character boundary, since spans
    /// are 32 bits wide; [`Source::from_bytes`] refuses such a file instead.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.len() > MAX_BYTES {
            text.truncate(text.floor_char_boundary(MAX_BYTES));
        }
        Self::build(path.into(), None, None, text)
    }

    /// A source from a file's bytes. A UTF-8 byte order mark at the start is kept in the text, so
    /// that spans stay true to the file; readers pass over it.
    ///
    /// # Errors
    /// [`Error::NotText`] for what is no text in any encoding, [`Error::NotUtf8`] with line and column of the first bad
    /// byte, [`Error::TooLarge`] past 4 GiB.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Error> {
        let path = path.into();
        if bytes.len() > MAX_BYTES {
            return Err(Error::TooLarge { path });
        }
        if let Some(what) = no_text(&path, &bytes) {
            return Err(Error::NotText { path, what });
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::build(path, None, None, text)),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
                let end = u32::try_from(before.len()).unwrap_or(u32::MAX);
                let Position { line, column } = Self::new("", before).position(end);
                Err(Error::NotUtf8 { path, line, column })
            }
        }
    }

    /// One document of a corpus: `path` is the corpus, `doc` the document's id in it, `date` its
    /// date as the corpus writes it.
    pub fn in_corpus(path: &str, doc: String, date: Option<String>, text: String) -> Self {
        Self::build(path.to_owned(), Some(doc), date, text)
    }

    /// The same text with a date that somebody gives it; a date of its own stays.
    #[must_use]
    pub fn with_date(self, date: String) -> Self {
        if self.0.date.is_some() {
            return self;
        }
        let Inner { path, doc, text, .. } = &*self.0;
        Self::build(path.clone(), doc.clone(), Some(date), text.clone())
    }

    fn build(path: String, doc: Option<String>, date: Option<String>, text: String) -> Self {
        Self(Arc::new(Inner {
            path,
            doc,
            date,
            text,
            line_starts: OnceLock::new(),
            code_points: OnceLock::new(),
        }))
    }

    /// The path as it was given, with forward slashes where the caller normalised it.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The document's id inside a corpus.
    pub fn doc(&self) -> Option<&str> {
        self.0.doc.as_deref()
    }

    /// The document's date that the corpus gives beside the text.
    pub fn date(&self) -> Option<&str> {
        self.0.date.as_deref()
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The text of `span`, moved inward to character boundaries and the text's end.
    pub fn slice(&self, span: Span) -> &str {
        let text = self.text();
        let end = text.floor_char_boundary(span.end as usize);
        let start = text.floor_char_boundary(span.start as usize).min(end);
        &text[start..end]
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        self.position_on(self.line_of(offset), offset)
    }

    /// Lines and columns of many offsets, best asked for in the order of the text.
    pub fn positions(&self) -> Positions<'_> {
        let feed = feed_from(self.text(), 0);
        Positions { source: self, at: self.mark(), last: Position { line: 1, column: 1 }, feed }
    }

    /// Bytes of the byte order mark at the start, which is no character of the text.
    fn mark(&self) -> usize {
        const MARK: char = '\u{feff}';
        if self.text().starts_with(MARK) { MARK.len_utf8() } else { 0 }
    }

    fn position_on(&self, line: u32, offset: u32) -> Position {
        let start = self.line_starts()[line as usize] as usize;
        let start = if line == 0 { self.mark() } else { start };
        let end = self.text().floor_char_boundary(offset as usize).max(start);
        let column = match self.text().as_bytes().get(start..end) {
            Some(before) if before.len() <= STRIDE => code_points(before),
            _ => self.code_points_before(end).saturating_sub(self.code_points_before(start)),
        };
        Position { line: line + 1, column: column + 1 }
    }

    /// The span of a line (from 1) without its line break; `None` past the last line.
    pub fn line_span(&self, line: u32) -> Option<Span> {
        let starts = self.line_starts();
        let index = usize::try_from(line.checked_sub(1)?).ok()?;
        let start = *starts.get(index)?;
        let end =
            starts.get(index + 1).map_or_else(|| u32::try_from(self.text().len()), |&next| Ok(next)).ok()?;
        let text = self.slice(Span::new(start, end));
        let kept = text.trim_end_matches(['\n', '\r']).len();
        Some(Span::new(start, start + u32::try_from(kept).ok()?))
    }

    fn line_of(&self, offset: u32) -> u32 {
        let after = self.line_starts().partition_point(|&start| start <= offset);
        u32::try_from(after.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Code points that begin before a byte.
    fn code_points_before(&self, offset: usize) -> u32 {
        let bytes = self.text().as_bytes();
        let counts = self.0.code_points.get_or_init(|| {
            let mut sum = 0;
            let each = bytes.chunks(STRIDE).map(|chunk| {
                sum += code_points(chunk);
                sum
            });
            std::iter::once(0).chain(each).collect()
        });
        let stride = offset / STRIDE;
        counts[stride] + code_points(&bytes[stride * STRIDE..offset])
    }

    fn line_starts(&self) -> &[u32] {
        self.0.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text().as_bytes());
            std::iter::once(0).chain(ends.filter_map(|at| u32::try_from(at + 1).ok())).collect()
        })
    }
}

/// What a file is by its first bytes, if that is no text.
fn no_text(path: &str, bytes: &[u8]) -> Option<&'static str> {
    /// Git looks as far to tell a text from other files.
    const LOOK: usize = 8_000;
    let head = &bytes[..bytes.len().min(LOOK)];
    let ending = path.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    // The signature of a zip archive, in which office programs pack their files (APPNOTE.TXT, section 4.3.7).
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(match &*ending {
            "docx" | "docm" => "a Word file, which is not read",
            _ => "a packed file (Word, OpenDocument, zip), which is not read",
        });
    }
    if head.starts_with(b"%PDF-") {
        return Some("a PDF, which is not read");
    }
    let utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    (!utf16 && memchr::memchr(0, head).is_some()).then_some("not a text, since it has NUL bytes")
}

/// The lines and columns of many offsets: each is counted from the one before, and each line feed found once.
pub struct Positions<'s> {
    source: &'s Source,
    /// The last offset …
    at: usize,
    /// … and its place.
    last: Position,
    /// The next line feed behind all offsets so far, or the end of the text.
    feed: usize,
}

/// The first line feed from an offset on, or the end of the text.
fn feed_from(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        // Blank lines part paragraphs.
        Some([b'\n', ..]) => at,
        Some(rest) => memchr::memchr(b'\n', rest).map_or(text.len(), |feed| at + feed),
        None => text.len(),
    }
}

impl Positions<'_> {
    /// Line and column of a byte offset; an offset past the end is the end.
    ///
    /// ```
    /// use factlint::source::Source;
    ///
    /// let source = Source::new("draft.txt", "Café\nopens 3 May");
    /// let mut positions = source.positions();
    /// for offset in [12, 0, 6] {
    ///     assert_eq!(source.position(offset), positions.of(offset));
    /// }
    /// ```
    pub fn of(&mut self, offset: u32) -> Position {
        let text = self.source.text();
        let end = text.floor_char_boundary(offset as usize);
        if end < self.at {
            // What is counted stays counted: the next may be further on again.
            return self.source.position(offset);
        }
        while self.feed < end {
            self.at = self.feed + 1;
            self.last = Position { line: self.last.line.saturating_add(1), column: 1 };
            self.feed = feed_from(text, self.at);
        }
        self.last.column += code_points(&text.as_bytes()[self.at..end]);
        self.at = end;
        self.last
    }
}

/// Whether a text is ASCII. Many bytes at a time, and the last once more: the library goes byte by byte there, and most
/// texts that are asked for are short. How many bytes are left over cannot be foretold, so there is no loop over them.
pub(crate) fn is_ascii(text: &[u8]) -> bool {
    let word = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes);
    let words = |bytes: &[u8]| bytes.as_chunks().0.iter().fold(0, |all, bytes| all | word(bytes));
    let all = match (text.first_chunk::<16>(), text.last_chunk::<16>(), text.last_chunk::<32>()) {
        (.., Some(last)) => {
            text.as_chunks::<32>().0.iter().fold(words(last), |all, bytes| all | words(bytes))
        }
        (Some(first), Some(last), None) => words(first) | words(last),
        _ => match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) => word(first) | word(last),
            _ => return text.is_ascii(),
        },
    };
    all.to_ne_bytes().is_ascii()
}

/// Code points that begin in a run of UTF-8: bytes that continue none.
fn code_points(bytes: &[u8]) -> u32 {
    if is_ascii(bytes) {
        return u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    }
    // Sums of one byte are added many at a time; so many do not leave it.
    let few = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| u32::from(few(bytes))).sum()
}

/// Spans are 32 bits wide.
const MAX_BYTES: usize = u32::MAX as usize - 1;

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("path", &self.path()).field("bytes", &self.text().len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let source = Source::new("a.txt", "é1\r\n\nlast");
        let at = |offset| (source.position(offset).line, source.position(offset).column);
        assert_eq!((1, 1), at(0));
        assert_eq!((1, 2), at(2));
        assert_eq!((2, 1), at(5));
        assert_eq!((3, 3), at(8));
        assert_eq!((3, 5), at(400));
        assert_eq!(Some(Span::new(0, 3)), source.line_span(1));
        assert_eq!(Some(Span::new(6, 10)), source.line_span(3));
        assert_eq!(None, source.line_span(4));
        assert_eq!(None, source.line_span(0));
    }

    #[test]
    fn a_byte_order_mark_is_no_character() {
        for text in
            ["On 31 April\nOn 31 May".to_owned(), format!("On 31 April{}\nOn 31 May", "é".repeat(3_000))]
        {
            let (plain, marked) =
                (Source::new("a.txt", &*text), Source::new("a.txt", format!("\u{feff}{text}")));
            let mut positions = marked.positions();
            for offset in [0, 3, 11, u32::try_from(text.len()).expect("a short text")] {
                assert_eq!(plain.position(offset), marked.position(offset + 3));
                assert_eq!(plain.position(offset), positions.of(offset + 3));
            }
            for inside in 0..3 {
                assert_eq!(Position { line: 1, column: 1 }, marked.position(inside));
                assert_eq!(Position { line: 1, column: 1 }, positions.of(inside));
            }
        }
    }

    #[test]
    fn columns_far_into_a_long_line_are_counted_right() {
        let source = Source::new("a.txt", format!("x\n{}", "é1".repeat(5_000)));
        for at in [0, 1, 1_000, 2_500, 4_999] {
            assert_eq!(2 * at + 1, source.position(2 + 3 * at).column);
            assert_eq!(2 * at + 2, source.position(2 + 3 * at + 2).column);
        }
    }

    #[test]
    fn places_one_behind_another_are_those_of_each_alone() {
        let source = Source::new("a.txt", format!("é1\r\n\n{}\nlast", "é1 ".repeat(1_000)));
        let end = u32::try_from(source.text().len()).expect("a short text");
        let mut positions = source.positions();
        for offset in (0..end + 9).step_by(7).chain([end, 2, 3, 3, 5, 2_000, 6]) {
            assert_eq!(source.position(offset), positions.of(offset), "{offset}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_place() {
        let error = Source::from_bytes("a.txt", b"ok\nab\xff".to_vec()).expect_err("a bad byte");
        assert!(matches!(error, Error::NotUtf8 { line: 2, column: 3, .. }), "{error}");
    }

    #[test]
    fn what_is_no_text_is_told_by_what_it_is() {
        let told = |path: &str, bytes: &[u8]| {
            Source::from_bytes(path, bytes.to_vec()).map_err(|error| error.to_string()).err()
        };
        for (expected, path, bytes) in [
            (
                Some("a.docx: a Word file, which is not read; save it"),
                "a.docx",
                b"PK\x03\x04\x14\0".as_slice(),
            ),
            (Some("a.odt: a packed file (Word, OpenDocument, zip)"), "a.odt", b"PK\x03\x04mimetype"),
            (Some("a.pdf: a PDF"), "a.pdf", b"%PDF-1.7\n"),
            (Some("a.txt: not a text, since it has NUL bytes"), "a.txt", b"ab\0c"),
            // These can be saved as UTF-8.
            (Some("a.txt:1:1: not a text in UTF-8"), "a.txt", b"\xff\xfea\0b\0"),
            (None, "a.txt", b"PK was the sign of the yard."),
            (None, "a.txt", b"%PDF is how they begin."),
        ] {
            let told = told(path, bytes);
            match (expected, &told) {
                (Some(expected), Some(told)) => assert!(told.starts_with(expected), "{told}"),
                (expected, told) => assert_eq!(expected, told.as_deref(), "{path}"),
            }
        }
    }

    #[test]
    fn a_byte_that_is_not_ascii_is_found_wherever_it_stands() {
        for length in 0..100 {
            let mut text = vec![b'a'; length];
            assert!(is_ascii(&text));
            for at in 0..length {
                text[at] = 0x80;
                assert!(!is_ascii(&text), "{at} of {length}");
                text[at] = b'a';
            }
        }
    }

    #[test]
    fn a_span_inside_a_character_is_moved_to_a_boundary() {
        let source = Source::new("a.txt", "é");
        assert_eq!("", source.slice(Span::new(1, 1)));
        assert_eq!("é", source.slice(Span::new(1, 2)));
    }
}
