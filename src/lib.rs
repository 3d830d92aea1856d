//! factlint reads an article the way a compiler reads a program.

pub mod diagnostic;
pub mod error;
pub mod source;
pub mod span;
pub mod value;
