//! The lines of the text with the words marked, in the manner of a compiler.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::concise::shown_path;
use super::paint::{Tone, paint, safe, safe_source};
use super::{Run, Style, summary::summary};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::span::Span;

/// Writes every finding with its lines, and the closing line.
pub fn full(run: &Run<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width).decor_style(DecorStyle::Ascii);
    for found in run.diagnostics {
        out.write_all(header(found, style).as_bytes())?;
        let text = renderer.render(&[group(found, style.width)]);
        writeln!(out, "{text}\n")?;
    }
    out.write_all(summary(run, style).as_bytes())
}

/// `path:line:col: error[rule]: message`, which terminals make a link of.
fn header(found: &Diagnostic, style: &Style) -> String {
    let position = found.primary.source.position(found.primary.span.start);
    let place = format!("{}:{}:{}:", shown_path(&found.primary.source), position.line, position.column);
    let kind = format!("{}[{}]", found.severity.name(), safe(&found.rule));
    format!(
        "{} {}: {}\n",
        paint(&place, Tone::Strong, style),
        paint(&kind, Tone::from(found.severity), style),
        paint(&safe(&found.message), Tone::Strong, style)
    )
}

fn group(found: &Diagnostic, width: usize) -> Group<'static> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group = Group::with_level(level);
    for snippet in snippets(found, width) {
        group = group.element(snippet);
    }
    let notes = found.notes.iter().map(|note| Level::NOTE.message(safe(note)));
    let help = found.suggestions.iter().map(|suggestion| Level::HELP.message(safe(&suggestion.message)));
    group.elements(notes.chain(help).map(Element::from))
}

/// The parts of the text that are shown: labels on one line and near each other share a part.
fn snippets(
    found: &Diagnostic,
    width: usize,
) -> Vec<Snippet<'static, annotate_snippets::Annotation<'static>>> {
    let mut shown: Vec<Excerpt> = vec![Excerpt::new(&found.primary, AnnotationKind::Primary)];
    for label in &found.related {
        let own = label.source.path() == found.primary.source.path()
            && label.source.doc() == found.primary.source.doc();
        let joined = own && shown[0].add(label, width);
        if !joined {
            shown.push(Excerpt::new(label, AnnotationKind::Context));
        }
    }
    shown.into_iter().enumerate().map(|(place, excerpt)| excerpt.snippet(place > 0, width)).collect()
}

/// A line of a source, and what is marked in it.
struct Excerpt {
    label: Label,
    /// The line's number, and its span in the source.
    line: u32,
    span: Span,
    marks: Vec<(AnnotationKind, Span, String)>,
}

impl Excerpt {
    fn new(label: &Label, kind: AnnotationKind) -> Self {
        let line = label.source.position(label.span.start).line;
        let span = label.source.line_span(line).unwrap_or_default();
        let mut excerpt = Self { label: label.clone(), line, span, marks: Vec::new() };
        excerpt.mark(kind, label);
        excerpt
    }

    /// Marks a label on the same line, if both can be seen at once.
    fn add(&mut self, label: &Label, width: usize) -> bool {
        let near = self.label.span.start.abs_diff(label.span.start) as usize <= width / 2;
        let fits = near && self.span.contains(Span::new(label.span.start, label.span.start));
        if fits {
            self.mark(AnnotationKind::Context, label);
        }
        fits
    }

    fn mark(&mut self, kind: AnnotationKind, label: &Label) {
        // A finding over two lines is marked to the end of the first.
        let end = label.span.end.min(self.span.end);
        self.marks.push((kind, Span::new(label.span.start.min(end), end), safe(&label.message)));
    }

    fn snippet(
        self,
        with_path: bool,
        width: usize,
    ) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
        let text = self.label.source.slice(self.span);
        let inside = |span: Span| {
            clamped(
                text,
                span.start.saturating_sub(self.span.start),
                span.end.saturating_sub(self.span.start),
            )
        };
        let all = self
            .marks
            .iter()
            .map(|(_, span, _)| inside(*span))
            .reduce(|one, other| one.start.min(other.start)..one.end.max(other.end));
        let window = window(text, &all.unwrap_or(0..0), width);
        let lead = if window.start > 0 { "… " } else { "" };
        let tail = if window.end < text.len() { " …" } else { "" };
        let line = format!("{lead}{}{tail}", safe_source(&text[window.clone()]));
        let shift = |range: Range<usize>| {
            let at = |offset: usize| offset.clamp(window.start, window.end) - window.start + lead.len();
            at(range.start)..at(range.end)
        };
        let annotations: Vec<_> = self
            .marks
            .iter()
            .map(|(kind, span, message)| {
                let annotation = kind.span(shift(inside(*span)));
                if message.is_empty() { annotation } else { annotation.label(message.clone()) }
            })
            .collect();
        let snippet = Snippet::source(line).line_start(self.line as usize).annotations(annotations);
        if with_path { snippet.path(shown_path(&self.label.source)) } else { snippet }
    }
}

/// A range of bytes on character boundaries of the text.
fn clamped(text: &str, start: u32, end: u32) -> Range<usize> {
    let start = text.floor_char_boundary(start as usize);
    let end = text.ceil_char_boundary((end as usize).min(text.len()));
    start..end.max(start)
}

/// The part of a line that is shown: what is marked and words around it, as many as there is room for.
fn window(text: &str, marked: &Range<usize>, width: usize) -> Range<usize> {
    /// Line number, bars and dots take room, too.
    const MARGIN: usize = 12;
    let room = width.saturating_sub(MARGIN).max(20);
    // A line that fits is shown whole; counting its characters is cheap only if it is short.
    if text.len() <= room || (text.len() <= 4 * room && text.chars().count() <= room) {
        return 0..text.len();
    }
    let middle = text[marked.clone()].chars().take(room).count();
    let free = room - middle;
    let before = text[..marked.start].chars().rev().take(free).count();
    let behind = text[marked.end..].chars().take(free).count();
    // What one side does not need, the other gets.
    let left = before.min((free / 2).max(free - behind.min(free)));
    let right = free - left;
    let before =
        text[..marked.start].char_indices().rev().take(left).last().map_or(marked.start, |(at, _)| at);
    let after = text[marked.end..].char_indices().nth(right).map_or(text.len(), |(at, _)| marked.end + at);
    // Whole words only; a word as long as the line is cut.
    let start = if before == 0 {
        0
    } else {
        text[before..marked.start].find(' ').map_or(before, |space| before + space + 1)
    };
    let end = if after == text.len() {
        after
    } else {
        text[marked.end..after].rfind(' ').map_or(after, |space| marked.end + space)
    };
    start..end
}
