//! The layers of the house: a module uses only those that stand before it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up.
const LAYERS: &[&str] = &[
    "span",
    "error",
    "source",
    "diagnostic",
    "yaml",
    "value",
    "language",
    "document",
    "claims",
    "facts",
    "verdict",
    "binding",
    "checks",
    "selection",
    "policy",
    "explain",
    "pipeline",
    "examples",
    "report",
    "config",
];

/// `report` sees only diagnostics and sources.
const REPORT_SEES: &[&str] = &["span", "error", "source", "diagnostic", "report"];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn layer_of(path: &Path, src: &Path) -> String {
    let inside = path.strip_prefix(src).expect("a file in src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// A file without its comments and its tests: what only those use does not make the house crooked.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules that a file names behind `crate::`.
fn used(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let mut all: BTreeSet<&str> = text
        .match_indices("crate::")
        .map(|(at, found)| {
            let rest = &text[at + found.len()..];
            &rest[..name(rest)]
        })
        .collect();
    // `use crate::{binding, checks};`
    for (at, found) in text.match_indices("use crate::{") {
        let rest = &text[at + found.len()..];
        let list = &rest[..rest.find("};").expect("the list ends")];
        all.extend(list.split(',').map(|part| {
            let part = part.trim();
            &part[..name(part)]
        }));
    }
    all.remove("");
    all
}

#[test]
fn a_module_uses_only_the_layers_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut checked = 0;
    let mut wrong = Vec::new();
    for path in files {
        let layer = layer_of(&path, &src);
        let Some(height) = LAYERS.iter().position(|known| *known == layer) else {
            assert!(
                ["lib", "main", "cli"].contains(&layer.as_str()),
                "{layer} is in no layer: say where it stands"
            );
            continue;
        };
        for module in used(&code(&path)) {
            checked += 1;
            let below = LAYERS[..=height].contains(&module);
            let seen = layer != "report" || REPORT_SEES.contains(&module);
            if !(below && seen) {
                wrong.push(format!("{} uses {module}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 50, "only {checked} uses were found: is the search broken?");
}

#[test]
fn lib_names_the_layers_in_their_order() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let modules: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(LAYERS, modules.as_slice());
}

#[test]
fn the_library_never_prints_and_never_exits() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    for path in files.iter().filter(|path| !["main", "cli"].contains(&layer_of(path, &src).as_str())) {
        let text = code(path);
        for forbidden in
            ["println!", "eprintln!", "print!(", "process::exit", "std::env::var", "SystemTime::now"]
        {
            assert!(!text.contains(forbidden), "{} has {forbidden}", path.display());
        }
    }
}
