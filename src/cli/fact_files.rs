//! The fact files that a configuration names: a file, those of a folder, or those that fit a pattern.

use std::path::{Path, PathBuf};

use factlint::config::{Globs, NAMES, resolved};
use ignore::WalkBuilder;

/// Endings of fact files.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// The files that a text means that stands in a configuration of this folder, in the order of their paths.
///
/// # Errors
/// That there is none, and why.
pub(crate) fn named(folder: &Path, text: &str) -> Result<Vec<PathBuf>, String> {
    let path = resolved(folder, Path::new(text));
    if path.is_dir() {
        let found = below(&path, None, |_| true)?;
        return if found.is_empty() {
            Err(format!("no fact files (.yaml, .yml) in {text}"))
        } else {
            Ok(found)
        };
    }
    if path.exists() {
        return Ok(vec![path]);
    }
    let Some((fixed, pattern)) = split(text) else {
        return Err(format!("{text}: no such file or folder"));
    };
    let base = resolved(folder, Path::new(fixed));
    let globs = Globs::new(&base, [&*format!("/{pattern}")].into_iter())
        .map_err(|wrong| wrong.into_iter().map(|(_, message)| message).collect::<Vec<_>>().join("; "))?;
    let depth = (!pattern.contains("**")).then(|| pattern.split('/').count());
    let found = if base.is_dir() { below(&base, depth, |path| globs.has(path, false))? } else { Vec::new() };
    if found.is_empty() { Err(format!("no fact file (.yaml, .yml) fits {text}")) } else { Ok(found) }
}

/// A pattern as the folder that it is sure of and the rest; `None` if it is a path.
fn split(text: &str) -> Option<(&str, &str)> {
    let first = text.find(['*', '?', '[', '{'])?;
    Some(text[..first].rfind('/').map_or(("", text), |slash| (&text[..=slash], &text[slash + 1..])))
}

fn below(folder: &Path, depth: Option<usize>, fits: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for entry in WalkBuilder::new(folder).standard_filters(false).hidden(true).max_depth(depth).build() {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = entry.path();
        let fact_file = path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
        let configuration = path.file_name().is_some_and(|name| NAMES.iter().any(|known| name == *known));
        let is_file = entry.file_type().is_some_and(|kind| !kind.is_dir());
        if is_file && fact_file && !configuration && fits(path) {
            found.push(path.to_owned());
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_pattern_begins_at_its_first_folder_that_is_not_sure() {
        for (expected, text) in [
            (None, "facts/bridges.yaml"),
            (Some(("", "*.yaml")), "*.yaml"),
            (Some(("../facts/", "b*/*.yaml")), "../facts/b*/*.yaml"),
            (Some(("", "facts{1,2}/a.yaml")), "facts{1,2}/a.yaml"),
        ] {
            assert_eq!(expected, split(text), "{text}");
        }
    }
}
