//! What each article is checked with: its configuration and the flags, made into a linter.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use factlint::config::{Config, Holding, nearest_rule, no_rule, unknown_rules};
use factlint::diagnostic::{Diagnostic, Severity};
use factlint::error::Error;
use factlint::facts::FactBook;
use factlint::pipeline::Linter;
use factlint::source::Source;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Status;
use super::configs::Configs;
use super::fact_files;
use super::files::{self, Files};
use super::flags::{Flags, Setup};
use super::terminal::Terminal;

/// The articles of a run, each with what it is checked with.
pub(crate) struct Articles {
    pub(crate) stdin: Option<(Source, Arc<Setup>)>,
    pub(crate) paths: Vec<(PathBuf, Arc<Setup>)>,
    /// How many have a configuration or facts that nobody can use.
    pub(crate) left_out: usize,
    /// [`Status::Failed`] if some have, or if facts have mistakes that are passed over.
    pub(crate) status: Status,
}

impl Articles {
    /// Whether there is one only.
    pub(crate) fn are_one(&self) -> bool {
        self.paths.len() + usize::from(self.stdin.is_some()) == 1
    }
}

/// Linters, each built once for all articles that share it.
pub(crate) struct Setups<'a> {
    configs: &'a Configs,
    flags: Flags<'a>,
    /// By language, shipped facts and files.
    linters: FxHashMap<(String, bool, Vec<PathBuf>), Option<Linter>>,
    /// By the address of the configuration, in the order in which they are met.
    states: Vec<State>,
    numbers: FxHashMap<usize, usize>,
    problems: Vec<Diagnostic>,
    errors: Vec<Error>,
    /// Whether a fact file has mistakes.
    bad_facts: bool,
}

/// What is made of a configuration.
struct State {
    config: Arc<Config>,
    /// The linter, or what has mistakes.
    linter: Result<Linter, &'static str>,
    setups: FxHashMap<Holding, Arc<Setup>>,
    left_out: usize,
}

/// What has mistakes.
const CONFIGURATION: &str = "configuration";
const FACTS: &str = "fact files";

impl<'a> Setups<'a> {
    /// None built yet.
    pub(crate) fn new(configs: &'a Configs, flags: Flags<'a>) -> Self {
        Self {
            configs,
            flags,
            linters: FxHashMap::default(),
            states: Vec::new(),
            numbers: FxHashMap::default(),
            problems: Vec::new(),
            errors: Vec::new(),
            bad_facts: false,
        }
    }

    /// Sets all articles up, and prints what is wrong with their configurations and facts.
    ///
    /// # Errors
    /// Mistakes that leave nothing to check; a rule on the command line that does not exist.
    pub(crate) fn articles(&mut self, files: &Files, terminal: &mut Terminal) -> Result<Articles, Error> {
        let stdin = files.stdin.as_ref().map(|source| (source, self.of(Path::new(source.path()))));
        let setups: Vec<_> = files.paths.iter().map(|path| (path, self.of(path))).collect();
        if self.states.is_empty() {
            // Without an article the flags are looked at all the same.
            self.state(&self.configs.here())?;
        }
        let known = self.known_rules();
        self.print(terminal);
        let left_out = self.states.iter().map(|state| state.left_out).sum();
        if self.states.iter().all(|state| state.linter.is_err()) {
            terminal.errors(&files.errors);
            return Err(self.nothing(terminal));
        }
        known?;
        if self.states.iter().any(|state| state.config.files.is_empty())
            && let Some(name) = self.configs.misnamed()
        {
            terminal.hint(&format!("{name} is not read; a configuration is called factlint.yaml"));
        }
        let mut articles = Articles {
            stdin: None,
            paths: Vec::with_capacity(setups.len()),
            left_out,
            status: Status::Clean,
        };
        articles.stdin = match stdin {
            Some((source, setup)) => setup?.map(|setup| (source.clone(), setup)),
            None => None,
        };
        for (path, setup) in setups {
            articles.paths.extend(setup?.map(|setup| (path.clone(), setup)));
        }
        self.print_left_out(terminal);
        if self.bad_facts || self.states.iter().any(|state| state.linter.is_err()) {
            articles.status = Status::Failed;
        }
        Ok(articles)
    }

    /// Sets one article up, or what would stand in a folder, and prints what is wrong.
    ///
    /// # Errors
    /// Mistakes of its configuration or facts.
    pub(crate) fn one(
        &mut self,
        path: &Path,
        terminal: &mut Terminal,
    ) -> Result<(Arc<Setup>, Status), Error> {
        let setup = self.of(path);
        self.print(terminal);
        let status = if self.bad_facts { Status::Failed } else { Status::Clean };
        setup?.map(|setup| (setup, status)).ok_or_else(|| self.nothing(terminal))
    }

    /// What an article is checked with; `None` if its configuration or facts have mistakes.
    fn of(&mut self, path: &Path) -> Result<Option<Arc<Setup>>, Error> {
        let path = self.configs.resolved(path);
        let config = self.configs.of(&path);
        let holding = config.holding(&path);
        let number = self.state(&config)?;
        let state = &mut self.states[number];
        let Ok(linter) = &state.linter else {
            state.left_out += 1;
            return Ok(None);
        };
        if let Some(setup) = state.setups.get(&holding) {
            return Ok(Some(Arc::clone(setup)));
        }
        let setup = Arc::new(Setup::new(&self.flags, &config, &holding, linter));
        state.setups.insert(holding, Arc::clone(&setup));
        Ok(Some(setup))
    }

    /// The number of a configuration's state.
    fn state(&mut self, config: &Arc<Config>) -> Result<usize, Error> {
        let address = Arc::as_ptr(config) as usize;
        if let Some(number) = self.numbers.get(&address) {
            return Ok(*number);
        }
        let linter = self.linter(config)?;
        let config = Arc::clone(config);
        self.states.push(State { config, linter, setups: FxHashMap::default(), left_out: 0 });
        self.numbers.insert(address, self.states.len() - 1);
        Ok(self.states.len() - 1)
    }

    /// The linter for a configuration.
    fn linter(&mut self, config: &Config) -> Result<Result<Linter, &'static str>, Error> {
        self.problems.extend(config.problems.iter().cloned());
        self.errors.extend(config.errors.iter().cloned());
        let paths = self.fact_paths(config);
        let (Some(paths), false) = (paths, config.is_broken()) else {
            self.problems.extend(config.misspelt_checks());
            return Ok(Err(CONFIGURATION));
        };
        let language = self.flags.facts.language.as_deref().unwrap_or(config.text("language"));
        let language = language.to_ascii_lowercase();
        // The values of the shipped facts are English words.
        let wanted = !self.flags.facts.no_shipped_facts && config.flag("shipped-facts");
        let shipped = wanted && language == "en";
        let key = (language, shipped, paths);
        if !self.linters.contains_key(&key) {
            let linter = self.build(&key)?;
            self.linters.insert(key.clone(), linter);
        }
        let Some(Some(linter)) = self.linters.get(&key) else { return Ok(Err(FACTS)) };
        let unknown = config.unknown_rules(linter.facts());
        if unknown.is_empty() {
            return Ok(Ok(linter.clone()));
        }
        self.problems.extend(unknown);
        Ok(Err(CONFIGURATION))
    }

    fn build(
        &mut self,
        (language, shipped, paths): &(String, bool, Vec<PathBuf>),
    ) -> Result<Option<Linter>, Error> {
        let language = super::language(language)?;
        let mut facts = if *shipped { FactBook::shipped(&language) } else { FactBook::default() };
        let (mut problems, mut unread) = (Vec::new(), Vec::new());
        for path in paths {
            match files::read_facts(path) {
                Ok(source) => problems.extend(super::load(&mut facts, &source, &language)),
                Err(error) => unread.push(error),
            }
        }
        let broken = problems.iter().any(|problem| problem.severity == Severity::Error);
        self.bad_facts |= broken || !unread.is_empty();
        let usable = unread.is_empty() && (!broken || self.flags.facts.keep_going);
        self.problems.extend(problems);
        self.errors.extend(unread);
        let today = self.flags.facts.today.as_deref().and_then(factlint::document::iso_day);
        Ok(usable.then(|| Linter::new(language, facts).with_today(today)))
    }

    /// The fact files that a configuration and the command line name; `None` if one is not there, which is said.
    fn fact_paths(&mut self, config: &Config) -> Option<Vec<PathBuf>> {
        let (mut paths, mut known) = (Vec::new(), FxHashSet::default());
        let mut sound = true;
        for (file, value) in config.values("facts") {
            match fact_files::named(file.folder(), &value.text) {
                Ok(found) => {
                    let new = found.into_iter().filter(|path| known.insert(path.clone()));
                    paths.extend(new.map(|path| self.configs.seen(&path)));
                }
                Err(message) => {
                    self.problems.push(file.problem(value, format!("`facts`: {message}")));
                    sound = false;
                }
            }
        }
        let flags = self.flags.facts.facts.iter();
        paths.extend(flags.filter(|path| known.insert(self.configs.resolved(path))).cloned());
        sound.then_some(paths)
    }

    /// A rule that does not exist is probably a misspelt one, and selects nothing.
    fn known_rules(&self) -> Result<(), Error> {
        let selection = &self.flags.wishes.selection;
        let names = selection.select.iter().chain(&selection.extend_select).chain(&selection.ignore);
        let mut unknown: Vec<&str> = names.map(String::as_str).collect();
        let mut last = None;
        for linter in self.states.iter().filter_map(|state| state.linter.as_ref().ok()) {
            unknown = unknown_rules(unknown.into_iter(), linter.facts());
            last = Some(linter);
        }
        let (Some(linter), Some(wanted)) = (last, unknown.first()) else { return Ok(()) };
        Err(Error::Usage { message: no_rule(wanted, nearest_rule(wanted, linter.facts())) })
    }

    /// Prints what is wrong, each thing once however many configurations share it.
    fn print(&mut self, terminal: &mut Terminal) {
        // What is found in a file later stands with the rest of it.
        self.problems.sort_by(|one, other| one.order().cmp(&other.order()));
        let mut known = FxHashSet::default();
        self.problems.retain(|found| {
            let source = &found.primary.source;
            known.insert((source.path().to_owned(), found.primary.span, found.message.clone()))
        });
        super::print_problems(&std::mem::take(&mut self.problems), terminal);
        terminal.errors(&std::mem::take(&mut self.errors));
    }

    /// Says which articles are left out since something of theirs has mistakes.
    fn print_left_out(&self, terminal: &Terminal) {
        for state in &self.states {
            let (Err(what), count @ 1..) = (&state.linter, state.left_out) else { continue };
            let files = if count == 1 { "1 file was".to_owned() } else { format!("{count} files were") };
            let message = format!("{}; {files} not checked", mistakes(what, &state.config));
            terminal.error(&Error::Usage { message });
        }
    }

    /// What is said when nothing is left to check.
    fn nothing(&self, terminal: &Terminal) -> Error {
        let message = if let [State { linter: Err(what), config, .. }] = &*self.states {
            format!("{}; nothing was checked", mistakes(what, config))
        } else {
            self.print_left_out(terminal);
            "nothing was checked".to_owned()
        };
        Error::Usage { message }
    }
}

/// “docs/factlint.yaml has mistakes”.
fn mistakes(what: &str, config: &Config) -> String {
    match config.files.last() {
        Some(file) if what == CONFIGURATION => format!("{} has mistakes", file.source.path()),
        Some(file) if file.whole.has("facts") => {
            format!("the fact files of {} have mistakes", file.source.path())
        }
        None if what == CONFIGURATION => {
            let path = config.errors.first().and_then(Error::path);
            format!("{} cannot be read", path.unwrap_or("the configuration"))
        }
        _ => "the fact files have mistakes".to_owned(),
    }
}
