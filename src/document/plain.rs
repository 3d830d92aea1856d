//! Plain text: paragraphs between blank lines.

use super::map::MappedText;
use super::prose::Prose;
use super::{BlockKind, Document, Text};
use crate::language::Abbreviations;
use crate::source::Source;
use crate::span::Span;

/// Text editors and mail programs break lines at some column near here; a line that stops much earlier
/// stops on purpose.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=130;

pub(super) fn read(source: &Source, abbreviations: &Abbreviations) -> Document {
    let mut prose = Prose::new(abbreviations);
    let mut collected = MappedText::default();
    let mut lines = lines(source.text()).peekable();
    while let Some(first) = lines.next() {
        if first.is_empty() {
            continue;
        }
        let mut last = first;
        while let Some(next) = lines.next_if(|next| goes_on(source, last, *next)) {
            if last == first {
                collected.copy(source.slice(first), first.start);
            }
            collected.replace(" ", Span::new(last.end, next.start));
            collected.copy(source.slice(next), next.start);
            last = next;
        }
        let text = if last == first { Text::slice(source, first) } else { collected.finish(source) };
        prose.add(BlockKind::Paragraph, false, text);
    }
    prose.into_document(source)
}

/// The lines without white space around; an empty span is a blank line.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let end = match text.as_bytes().get(start..)? {
            [] => return None,
            // Every other line is blank.
            [b'\n', ..] => start + 1,
            // What stands behind the last break is a line as well.
            rest => memchr::memchr2(b'\n', b'\x0c', rest).map_or(text.len(), |at| start + at + 1),
        };
        let line = trimmed(text, start, end);
        start = end;
        Some(line)
    })
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    // Nearly all lines are blank, or begin and end with ASCII in front of the break.
    match text.as_bytes().get(start..end) {
        Some([b'\n']) => return Span::of(&(start..start)),
        Some([first, .., last, b'\n']) if first.is_ascii_graphic() && last.is_ascii_graphic() => {
            return Span::of(&(start..end - 1));
        }
        _ => {}
    }
    let line = &text[start..end];
    let around = |c: char| c.is_whitespace() || c == '\u{feff}';
    let kept = line.trim_end_matches(around);
    let trimmed = kept.trim_start_matches(around);
    let from = start + kept.len() - trimmed.len();
    Span::of(&(from..from + trimmed.len()))
}

/// Whether a line is broken for width only, so that the next goes on with its paragraph: it is as long as
/// a full line, and the next begins with no list mark. Where every line is a paragraph, lines are much
/// longer; headings and menus are much shorter.
fn goes_on(source: &Source, line: Span, next: Span) -> bool {
    // A character has four bytes at most.
    let near = (*WRAPPED.start()..=4 * WRAPPED.end()).contains(&line.range().len());
    let list_mark = || source.slice(next).starts_with(['-', '*', '•', '–', '—', '|']);
    !next.is_empty() && near && WRAPPED.contains(&source.slice(line).chars().count()) && !list_mark()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        let source = Source::new("a.txt", text);
        read(&source, &Abbreviations::default())
            .blocks
            .into_iter()
            .map(|block| block.text.to_string())
            .collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The two sides, who had been talking since the autumn before, signed on 29\n\
                    February 2020 in Doha.\r\n\r\nNext.";
        let expected = [
            "The two sides, who had been talking since the autumn before, signed on 29 February 2020 in Doha.",
            "Next.",
        ];
        assert_eq!(expected.to_vec(), blocks(text));
    }

    #[test]
    fn short_and_very_long_lines_stand_alone() {
        let long = "A whole paragraph on one line. ".repeat(10);
        let text = format!(
            "Decrease font\nShare\n{long}\n{long}\n\u{feff}  \n\u{c}- item of a list that is as long as a full line would be\n- item"
        );
        assert_eq!(6, blocks(&text).len(), "{:?}", blocks(&text));
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let text =
            "\u{feff}  The committee has counted every one of them, it said, and found\n   5,000 prisoners.";
        let source = Source::new("a.txt", text);
        let document = read(&source, &Abbreviations::default());
        let block = &document.blocks[0];
        let at = block.text.find("5,000").expect("the number");
        assert_eq!("5,000", source.slice(block.text.to_source(Span::of(&(at..at + 5)))));
        let all = block.text.to_source(Span::of(&(0..block.text.len())));
        assert!(source.slice(all).starts_with("The") && source.slice(all).ends_with("prisoners."));
    }
}
