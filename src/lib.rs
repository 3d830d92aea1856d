//! factlint reads an article the way a compiler reads a program: it finds every number and date the text
//! asserts, compares each with a reference fact or with the rest of the text, and points at the line that
//! cannot be true, naming the fact, its source and the value that would be right.
//!
//! ```text
//! Source ──reader──▶ Document ──claims::extract──▶ Claims ──Binder::bind──▶ Bindings ──judge──▶ Verdicts ─┐
//!                                                    └──────checks (the text against itself)───────────────┤
//!                                                                          explain::diagnose ◀─────────────┘
//!                                                                                  │
//!                                                          Diagnostics ──report──▶ terminal, JSON
//! ```
//!
//! A long document goes this way a part at a time. The road in one file is [`pipeline`]; its [`Linter`] is what
//! programs use:
//!
//! ```
//! use factlint::{Linter, Source};
//!
//! let linter = Linter::shipped();
//! let draft = Source::new("draft.md", "The Treaty of Versailles was signed on 28 June 1918.");
//! let findings = linter.lint(&draft);
//! assert_eq!("the text says 28 June 1918, the fact says 28 June 1919", findings[0].message);
//! ```
//!
//! Five ideas carry everything. A **claim** is an interval: “January 2020” is thirty-one days, “about
//! 5,000” is 4,500 to 5,500, “38 million” is written to two digits. A **fact** is a claim that somebody
//! vouched for, read by the same grammar. A **contradiction** is two intervals that do not meet. Truth has
//! a date: a fact may hold from one day and until another. And silence is the default: a finding needs a
//! subject, a cue and a comparable value that belong together.
//!
//! A house says in a [`config`] what it wants checked and how much each finding matters.
//!
//! The modules stand in the order of the layers; each uses only those before it.

pub mod span;

pub mod error;
pub mod source;

pub mod diagnostic;

pub mod yaml;

pub mod value;

pub mod language;

pub mod document;

pub mod claims;

pub mod facts;

pub mod verdict;

pub mod binding;

pub mod checks;

pub mod selection;

pub mod policy;

pub mod explain;

pub mod pipeline;

pub mod examples;

pub mod report;

pub mod config;

pub use diagnostic::{Diagnostic, Severity};
pub use facts::FactBook;
pub use language::Language;
pub use pipeline::Linter;
pub use source::Source;
