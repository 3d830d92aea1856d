//! The configurations on the disk.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use factlint::config::{Config, Disk, Finder, MAX_BYTES, NAMES, resolved, seen_from};
use factlint::error::Error;
use factlint::source::Source;

use super::args::ConfigArgs;
use super::files::shown;

/// Which configuration holds where.
#[derive(Clone)]
pub(crate) struct Configs {
    finder: Arc<Finder<OnDisk>>,
    /// The one for all articles, if the command line says which.
    only: Option<Arc<Config>>,
    here: Arc<Path>,
}

/// The files of the computer, seen from a folder.
struct OnDisk {
    here: Arc<Path>,
    /// The configuration that the command line names, which may be a pipe.
    named: Option<PathBuf>,
}

impl Configs {
    /// None read yet, but for one that is named.
    pub(crate) fn new(args: &ConfigArgs) -> Result<Self, Error> {
        let here = std::env::current_dir()
            .map_err(|error| Error::Unreadable { path: ".".into(), reason: error.to_string() })?;
        let here: Arc<Path> = here.into();
        let named = args.config.as_ref().map(|path| resolved(&here, path));
        let finder = Finder::new(OnDisk { here: Arc::clone(&here), named: named.clone() });
        let only = match named {
            Some(path) => Some(finder.at(&path)),
            None => args.isolated.then(|| finder.none()),
        };
        Ok(Self { finder: Arc::new(finder), only, here })
    }

    /// A path, absolute and without `..`.
    pub(crate) fn resolved(&self, path: &Path) -> PathBuf {
        resolved(&self.here, path)
    }

    /// An absolute path as it is printed and opened.
    pub(crate) fn seen(&self, path: &Path) -> PathBuf {
        seen_from(&self.here, path)
    }

    /// The configuration of a file, given by its resolved path.
    pub(crate) fn of(&self, path: &Path) -> Arc<Config> {
        self.in_folder(path.parent().unwrap_or(path))
    }

    /// The configuration of what stands in a folder, given by its resolved path.
    pub(crate) fn in_folder(&self, folder: &Path) -> Arc<Config> {
        self.only.clone().unwrap_or_else(|| self.finder.in_folder(folder))
    }

    /// A file of the working folder that was probably meant as a configuration and has not its name.
    pub(crate) fn misnamed(&self) -> Option<String> {
        let near = NAMES.iter().filter_map(|name| Some(format!("{}.yml", name.strip_suffix(".yaml")?)));
        near.into_iter().find(|name| self.only.is_none() && self.here.join(name).is_file())
    }

    /// The configuration of the working folder.
    pub(crate) fn here(&self) -> Arc<Config> {
        self.in_folder(&self.here)
    }
}

impl Disk for OnDisk {
    fn has(&self, path: &Path) -> bool {
        // A link that leads nowhere is there, and is told to lead nowhere.
        path.symlink_metadata().is_ok()
    }

    fn read(&self, path: &Path) -> Result<Source, Error> {
        let name = shown(&seen_from(&self.here, path));
        let name = if name.is_empty() { ".".to_owned() } else { name };
        let unreadable = |reason: String| Error::Unreadable { path: name.clone(), reason };
        let kind = match path.metadata() {
            Ok(known) => known,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Error::Missing { path: name });
            }
            Err(error) => return Err(unreadable(error.to_string())),
        };
        if kind.is_dir() {
            return Err(unreadable("it is a folder; a configuration is a file".into()));
        }
        // Nobody may ever write into a pipe that stands in a folder.
        if !kind.is_file() && self.named.as_deref() != Some(path) {
            return Err(unreadable("it is no regular file".into()));
        }
        let mut bytes = Vec::new();
        let read =
            std::fs::File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
        read.map_err(|error| unreadable(error.to_string()))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(unreadable(format!("a configuration has at most {} MB", MAX_BYTES >> 20)));
        }
        Source::from_bytes(name, bytes)
    }
}
