use crate::claims::testing::{ignores_kind, reads};
