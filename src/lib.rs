//! factlint reads an article the way a compiler reads a program.

pub mod span;

pub mod source;

pub mod error;

pub mod diagnostic;

pub mod value;

pub mod language;

pub mod document;

pub mod claims;

pub mod facts;

pub mod verdict;

pub mod binding;

pub mod checks;

pub mod explain;

pub mod selection;

pub mod pipeline;

pub mod examples;

pub mod report;
