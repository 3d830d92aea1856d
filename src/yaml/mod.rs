//! YAML files that people write, read strictly: every key and value has its place, and all that is wrong is
//! told.
//!
//! [`node`] makes a tree whose nodes know their places, [`entry`] holds a mapping of it against its
//! [`schema`], [`problem`] gathers what is wrong, and [`json_schema()`] tells editors what would be right.

mod entry;
mod json_schema;
mod node;
mod problem;
pub mod schema;

pub(crate) use entry::Entry;
pub(crate) use json_schema::json_schema;
pub(crate) use node::{Data, Node, read};
pub(crate) use problem::{Problems, cut, diagnostic, label, nearest, write_instead};
