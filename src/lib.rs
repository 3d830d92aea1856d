//! factlint reads an article the way a compiler reads a program.

pub mod span;

pub mod source;

pub mod error;

pub mod diagnostic;

pub mod claims;
pub mod facts;
pub mod language;
pub mod value;
