//! Which configuration an article has: the nearest in the folders above it, with those that it extends.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use super::file::{File, Value};
use super::path::resolved;
use super::{Config, NAMES};
use crate::error::Error;
use crate::source::Source;

/// Where configurations are read from: a disk, the buffers of an editor, a table in a test.
pub trait Disk: Send + Sync {
    /// Whether something has this path, be it a file or not.
    fn has(&self, path: &Path) -> bool;

    /// Reads a configuration.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &Path) -> Result<Source, Error>;
}

/// Finds configurations. Each is read once, and each folder is looked into once.
pub struct Finder<D> {
    disk: D,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    none: Arc<Config>,
    /// What holds in a folder.
    folders: FxHashMap<PathBuf, Arc<Config>>,
    configs: FxHashMap<PathBuf, Arc<Config>>,
    files: FxHashMap<PathBuf, Result<Arc<File>, Error>>,
}

impl<D: Disk> Finder<D> {
    /// A finder that has not looked anywhere yet.
    pub fn new(disk: D) -> Self {
        Self { disk, known: Mutex::default() }
    }

    /// No configuration, which is the same one each time.
    pub fn none(&self) -> Arc<Config> {
        Arc::clone(&self.lock().none)
    }

    /// The configuration that holds in a folder, given as an absolute path without `..`: that of the folder or
    /// of the nearest above it that has one.
    pub fn in_folder(&self, folder: &Path) -> Arc<Config> {
        let known = &mut *self.lock();
        let mut passed = Vec::new();
        let mut found = None;
        for above in folder.ancestors() {
            if let Some(config) = known.folders.get(above) {
                found = Some(Arc::clone(config));
                break;
            }
            passed.push(above);
            if let Some(path) = NAMES.iter().map(|name| above.join(name)).find(|path| self.disk.has(path)) {
                found = Some(known.config(&self.disk, &path));
                break;
            }
        }
        let found = found.unwrap_or_else(|| Arc::clone(&known.none));
        known.folders.extend(passed.into_iter().map(|folder| (folder.to_owned(), Arc::clone(&found))));
        found
    }

    /// A configuration by its path, absolute and without `..`.
    pub fn at(&self, path: &Path) -> Arc<Config> {
        self.lock().config(&self.disk, path)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Known> {
        // Nothing is left half done when a thread that holds it gives up.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn config(&mut self, disk: &dyn Disk, path: &Path) -> Arc<Config> {
        if let Some(config) = self.configs.get(path) {
            return Arc::clone(config);
        }
        let mut chain = Chain {
            known: self,
            disk,
            open: Vec::new(),
            done: FxHashSet::default(),
            config: Config::default(),
        };
        chain.add(path, None);
        let config = Arc::new(chain.config);
        self.configs.insert(path.to_owned(), Arc::clone(&config));
        config
    }

    fn file(&mut self, disk: &dyn Disk, path: &Path) -> Result<Arc<File>, Error> {
        let read = || disk.read(path).map(|source| Arc::new(File::read(&source, path.to_owned())));
        self.files.entry(path.to_owned()).or_insert_with(read).clone()
    }
}

/// A configuration and those that it extends, on their way into one.
struct Chain<'k> {
    known: &'k mut Known,
    disk: &'k dyn Disk,
    /// The files whose `extends` are followed, the first in front.
    open: Vec<Arc<File>>,
    done: FxHashSet<PathBuf>,
    config: Config,
}

/// More files that extend each other are a mistake, such as a linked folder that is in itself.
const MOST_OPEN: usize = 32;

impl Chain<'_> {
    /// Adds a file behind those that it extends. What two files extend is there once, before both.
    fn add(&mut self, path: &Path, named: Option<(&File, &Value)>) {
        if let Some(first) = self.open.iter().position(|open| open.path == path) {
            let again = Arc::clone(&self.open[first]);
            let round: Vec<&str> =
                self.open[first..].iter().chain([&again]).map(|file| file.source.path()).collect();
            let message = format!("`extends` goes in a circle: {}", round.join(" → "));
            self.wrong(named, message);
            return;
        }
        if self.open.len() >= MOST_OPEN {
            self.wrong(named, format!("more than {MOST_OPEN} files extend each other"));
            return;
        }
        if !self.done.insert(path.to_owned()) {
            return;
        }
        let file = match (self.known.file(self.disk, path), named) {
            (Ok(file), _) => file,
            (Err(error), None) => return self.config.errors.push(error),
            (Err(error), _) => return self.wrong(named, format!("`extends`: {error}")),
        };
        self.open.push(Arc::clone(&file));
        for value in file.whole.values("extends") {
            self.add(&resolved(file.folder(), Path::new(&value.text)), Some((&file, value)));
        }
        self.open.pop();
        self.config.problems.extend(file.problems.iter().cloned());
        self.config.files.push(file);
    }

    fn wrong(&mut self, named: Option<(&File, &Value)>, message: String) {
        let Some((file, value)) = named else { return };
        self.config.problems.push(file.problem(value, message));
    }
}
