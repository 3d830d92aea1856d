//! Which files are read, and their text.

use std::io::Read;
use std::path::{Path, PathBuf};

use factlint::document::{self, READERS};
use factlint::error::Error;
use factlint::facts::MAX_BYTES;
use factlint::source::Source;
use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::args::InputArgs;
use super::configs::Configs;
use super::flags::Setup;
use super::terminal::Terminal;

/// The files to read, in the order of their paths, and what was wrong with the paths.
pub(crate) struct Files {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) errors: Vec<Error>,
    /// Standard input, which is read once and first.
    pub(crate) stdin: Option<Source>,
}

/// Follows files, folders and lists to the articles they name.
pub(crate) fn collect(args: &InputArgs, configs: &Configs, terminal: &Terminal) -> Result<Files, Error> {
    let mut named: Vec<PathBuf> = args.paths.clone();
    if let Some(list) = &args.files_from {
        let text = if list.as_os_str() == "-" { read_stdin("-")? } else { read_source(list)? };
        let listed = text.text().lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from);
        // Without paths of its own the command would read the folder that it stands in.
        let default = args.paths.len() == 1 && args.paths[0].as_os_str() == ".";
        named = if default { listed.collect() } else { named.into_iter().chain(listed).collect() };
    }
    let overrides = overrides(args)?;
    // Without this a path that is named is read whatever is excluded.
    let forced = |path: &Path, is_folder: bool| {
        let path = configs.resolved(path);
        let config = configs.of(&path);
        let force = args.force_exclude || config.flag("force-exclude");
        let by_config = || config.excluded(args.exclude.is_empty()).any(|globs| globs.has(&path, is_folder));
        force && (overrides.matched(&path, is_folder).is_ignore() || by_config())
    };
    let mut files = Files { paths: Vec::new(), errors: Vec::new(), stdin: None };
    for path in named {
        if path.as_os_str() == "-" {
            files.stdin = Some(read_stdin(args.stdin_filename.as_deref().unwrap_or("<stdin>"))?);
        } else if !path.exists() {
            files.errors.push(Error::Missing { path: shown(&path) });
        } else if path.is_dir() {
            let before = files.paths.len();
            if forced(&path, true) {
                continue;
            }
            walk(&path, args, (configs, overrides.clone()), &mut files);
            if files.paths.len() == before && files.errors.is_empty() {
                terminal.hint(&format!("{}: no articles in this folder ({})", shown(&path), endings()));
            }
        } else if !forced(&path, false) {
            files.paths.push(path);
        }
    }
    files.paths.sort();
    files.paths.dedup();
    Ok(files)
}

/// Patterns to leave out, written as `.gitignore` writes them.
fn overrides(args: &InputArgs) -> Result<Override, Error> {
    let mut builder = OverrideBuilder::new(".");
    for pattern in args.exclude.iter().chain(&args.extend_exclude) {
        let wrong = |error: ignore::Error| Error::Usage { message: format!("--exclude {pattern}: {error}") };
        builder.add(&format!("!{pattern}")).map_err(wrong)?;
    }
    builder.build().map_err(|error| Error::Usage { message: error.to_string() })
}

fn walk(folder: &Path, args: &InputArgs, (configs, overrides): (&Configs, Override), files: &mut Files) {
    let config = configs.in_folder(&configs.resolved(folder));
    let gitignore = !args.no_respect_gitignore && config.flag("respect-gitignore");
    let (configs, with_exclude) = (configs.clone(), args.exclude.is_empty());
    let wanted = move |entry: &DirEntry| {
        if entry.depth() == 0 {
            return true;
        }
        let path = configs.resolved(entry.path());
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        !configs.of(&path).excluded(with_exclude).any(|globs| globs.is(&path, is_folder))
    };
    let walk = WalkBuilder::new(folder)
        .filter_entry(wanted)
        .overrides(overrides)
        .git_ignore(gitignore)
        .git_exclude(gitignore)
        .git_global(gitignore)
        .ignore(gitignore)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && is_article(path) {
                    files.paths.push(path.to_owned());
                }
            }
            Err(error) => files.errors.push(Error::Usage { message: error.to_string() }),
        }
    }
}

/// Corpora are read when they are named: data files of a repository are no articles.
fn is_article(path: &Path) -> bool {
    document::reader_for(&shown(path)).is_some()
}

fn endings() -> String {
    let endings: Vec<String> =
        READERS.iter().flat_map(|reader| reader.extensions).map(|ending| format!(".{ending}")).collect();
    format!("looked for {}; a corpus, .jsonl, is read if it is named itself", endings.join(", "))
}

/// The documents of a file: one, or those of a corpus.
pub(crate) fn documents(source: &Source, setup: &Setup) -> Vec<Result<Source, Error>> {
    if document::is_corpus(source.path()) {
        return document::corpus(source, &setup.fields).collect();
    }
    vec![Ok(match &setup.date {
        Some(date) => source.clone().with_date(date.clone()),
        None => source.clone(),
    })]
}

/// Reads a file.
///
/// # Errors
/// A file that is missing, cannot be read, or is no text.
pub(crate) fn read_source(path: &Path) -> Result<Source, Error> {
    let name = shown(path);
    if !path.exists() {
        return Err(Error::Missing { path: name });
    }
    let unreadable =
        |error: std::io::Error| Error::Unreadable { path: name.clone(), reason: error.to_string() };
    let bytes = std::fs::read(path).map_err(unreadable)?;
    Source::from_bytes(name, bytes)
}

/// Reads a fact file or a table beside one.
///
/// # Errors
/// Those of [`read_source`], and a file that is larger than any fact file, before it fills the memory.
pub(crate) fn read_facts(path: &Path) -> Result<Source, Error> {
    let name = shown(path);
    if !path.exists() {
        return Err(Error::Missing { path: name });
    }
    let unreadable = |reason: String| Error::Unreadable { path: name.clone(), reason };
    let file = std::fs::File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let too_large = || unreadable(format!("a fact file or table has at most {} MB", MAX_BYTES >> 20));
    if file.metadata().is_ok_and(|known| known.len() > MAX_BYTES) {
        return Err(too_large());
    }
    // What says nothing of its size, such as a pipe, is read no further than that.
    let mut bytes = Vec::new();
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    if read.map_err(|error| unreadable(error.to_string()))? as u64 > MAX_BYTES {
        return Err(too_large());
    }
    Source::from_bytes(name, bytes)
}

fn read_stdin(name: &str) -> Result<Source, Error> {
    let mut bytes = Vec::new();
    let unreadable =
        |error: std::io::Error| Error::Unreadable { path: name.to_owned(), reason: error.to_string() };
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
    Source::from_bytes(name, bytes)
}

/// A path as it is printed: forward slashes, no `./`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() };
    text.strip_prefix("./").filter(|rest| !rest.is_empty()).map_or(text.clone(), str::to_owned)
}
