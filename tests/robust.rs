//! Whatever the text, nothing panics and every place that is printed is in the text.

use factlint::report::{REPORTS, Run, Style};
use factlint::source::Source;
use factlint::{FactBook, Language, Linter};
use proptest::prelude::*;

thread_local! {
    static LINTER: Linter = Linter::shipped();
}

/// Pieces of articles, put together in every way.
const PIECES: &[&str] = &[
    "The Doha agreement",
    "Treaty of Versailles",
    "was signed on",
    "January 29, 2020",
    "30 February",
    "Tuesday,",
    "March",
    "5,000",
    "prisoners",
    "−",
    "-",
    "–",
    ".",
    ",",
    "'",
    "“",
    "”",
    "(",
    ")",
    "$",
    "€",
    "%",
    "1/2",
    "½",
    "million",
    "to",
    "between",
    "and",
    "3-1",
    "10:30",
    "1.2.3",
    "°C",
    "km²",
    "5 ft 10 in",
    "a",
    "half",
    "hundred",
    "thousand",
    "é",
    "\u{301}",
    "\u{feff}",
    "\n\n",
    "\n",
    "\t",
    "# ",
    "| a | b |\n|---|---|\n",
    "**",
    "&nbsp;",
    "`5`",
    "[x](y)",
    "> ",
    "- ",
    "\u{1b}[31m",
    "٣",
    "99999999999999999999999999",
    "0",
    "00",
    "31",
    "’98",
    "BC",
    "no.",
    "No. 5",
    "up to",
    "about",
    "some",
    "²",
    "日本語",
    "🎈",
];

fn article() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![8 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"];
    prop::collection::vec((piece, prop::bool::ANY), 0..40).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| piece + if space { " " } else { "" }).collect()
    })
}

fn look(path: &str, text: &str) -> Result<(), TestCaseError> {
    let source = Source::new(path, text).with_date("2021-03-10".into());
    LINTER.with(|linter| {
        let reading = linter.read(&source);
        for claim in &reading.claims {
            let block = &reading.document.blocks[claim.block as usize];
            prop_assert!(block.text.get(claim.span.range()).is_some_and(|words| !words.trim().is_empty()));
            let place = block.text.to_source(claim.span);
            prop_assert!(text.get(place.range()).is_some(), "{place:?} in {text:?}");
        }
        for pair in reading.claims.windows(2) {
            let before = (pair[0].block, pair[0].span.end);
            prop_assert!(before <= (pair[1].block, pair[1].span.start), "claims overlap in {text:?}");
        }
        for record in linter.records(&reading) {
            let json = serde_json::to_string(&record);
            prop_assert!(json.is_ok());
        }
        let diagnostics = linter.lint(&source);
        for report in REPORTS {
            for color in [false, true] {
                let run = Run { diagnostics: &diagnostics, files: 1, failed: 0, quiet: false };
                let mut out = Vec::new();
                let style = Style { color, width: 80 };
                let written = (report.write)(&run, &style, &mut out);
                prop_assert!(written.is_ok());
                prop_assert!(String::from_utf8(out).is_ok());
            }
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        look("a.txt", &text)?;
        look("a.md", &text)?;
    }

    #[test]
    fn any_article_is_read(text in article()) {
        look("a.txt", &text)?;
        look("a.md", &text)?;
    }

    #[test]
    fn any_value_of_a_fact_is_read_or_refused(is in article()) {
        let text = format!("subject: X\nfacts:\n  - id: y\n    cues: [z]\n    source: s\n    is: {}\n", serde_json::json!(is));
        LINTER.with(|linter| {
            let mut book = FactBook::default();
            let problems = book.load(&Source::new("f.yaml", text), linter.language());
            assert!(!problems.is_empty() || book.facts.len() == 1);
        });
    }
}

#[test]
fn absurd_numbers_are_no_trouble() {
    let linter = Linter::new(Language::english(), FactBook::default());
    for text in [
        "9".repeat(100_000),
        "1,000".repeat(20_000),
        "1,".repeat(50_000),
        "one hundred ".repeat(20_000),
        "between 5 and ".repeat(20_000),
        "5 ft ".repeat(20_000),
        "March 5, ".repeat(20_000),
        "K2 is 8,000 m high and ".repeat(5_000),
    ] {
        let source = Source::new("a.txt", text);
        assert!(linter.read(&source).claims.len() < 200_000);
    }
}
