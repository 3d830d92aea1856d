//! How fast claims are found in English prose: `cargo bench --bench claims`.
//!
//! The text is made of the templates below, always the same: about one claim in every 130 bytes, as in news.
//! The same text on one line must cost no more per byte.

#![allow(missing_docs, reason = "criterion's macros write functions without docs")]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use factlint::pipeline::Linter;
use factlint::source::Source;

/// Sentences with a place for a number; those without one have no claim.
const TEMPLATES: &[&str] = &[
    "The harbour was rebuilt after the storm, and the council thanked everybody who had helped to clear it.",
    "Some {} people came to the opening, although the organisers had hoped for many more than that.",
    "She told reporters that nobody in the ministry had seen the letter before it was printed.",
    "The bridge is {} metres long and was closed to lorries in March 2014.",
    "Prices rose by {} percent over the year, the bank said, and wages hardly at all.",
    "Asked about the delay, the company pointed to its suppliers and declined to say anything further.",
    "It cost $5.{} million, more than twice as much as the engineers had told the board.",
    "The talks will go on from Monday to Thursday; the first round ended without a result.",
    "They signed the agreement on 3 May 20{} in a hotel by the lake, and left the same evening.",
    "A spokesman for the railway said that trains would run again as soon as the line was safe.",
    "The museum, which opened a century ago, has had to send away half of its guards.",
    "Between 4,000 and 5,{}00 birds winter in the marshes, according to those who count them.",
];

const BYTES: usize = 1 << 20;

/// Paragraphs of four sentences with `end` behind each.
fn text(end: &str) -> String {
    let mut text = String::with_capacity(BYTES + 1000);
    for (number, template) in (10..99).cycle().zip(TEMPLATES.iter().cycle()) {
        if text.len() > BYTES {
            break;
        }
        let sentence = template.replace("{}", &number.to_string());
        let behind = if number % 4 == 0 { end } else { " " };
        let _ = write!(text, "{sentence}{behind}");
    }
    text
}

fn claims(criterion: &mut Criterion) {
    let linter = Linter::shipped();
    let mut group = criterion.benchmark_group("claims");
    for (name, end) in [("lines", "\n"), ("one line", " ")] {
        let source = Source::new("bench.txt", text(end));
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &source, |bencher, source| {
            bencher.iter(|| {
                let reading = linter.read_for_records(black_box(source));
                let mut out = Vec::new();
                for record in linter.records(&reading) {
                    let _ = serde_json::to_writer(&mut out, &record);
                }
                out.len()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, claims);
criterion_main!(benches);
