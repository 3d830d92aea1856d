//! Work on every document of every file, on all cores, with the results in the order of the paths.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use factlint::document;
use factlint::error::Error;
use factlint::source::Source;
use rayon::prelude::*;

use super::args::InputArgs;
use super::files;
use super::flags::Setup;
use super::setup::Articles;

/// What came of a file: a result for each of its documents, and what could not be read.
pub(crate) type FileResult<T> = (Vec<T>, Vec<Error>);

/// Does `work` on every document and gives, for each file, the documents' results and what could not be
/// read.
pub(crate) fn each<T: Send>(
    articles: &Articles,
    args: &InputArgs,
    work: impl Fn(&Source, &Setup) -> T + Sync,
) -> Result<Vec<FileResult<T>>, Error> {
    let workers = Workers::new(args)?;
    let on_source = |source: &Source, setup: &Setup| {
        let documents = files::documents(source, setup);
        split(workers.map(documents, |document| document.map(|document| work(&document, setup))))
    };
    let stdin = articles.stdin.iter().map(|(source, setup)| on_source(source, setup));
    let from_paths =
        workers.map(articles.paths.iter().collect(), |(path, setup)| match files::read_source(path) {
            Ok(source) => on_source(&source, setup),
            Err(error) => (Vec::new(), vec![error]),
        });
    Ok(stdin.chain(from_paths).collect())
}

fn split<T>(results: Vec<Result<T, Error>>) -> FileResult<T> {
    let mut wrong = Vec::new();
    let found = results.into_iter().filter_map(|result| result.map_err(|error| wrong.push(error)).ok());
    (found.collect(), wrong)
}

type HandOver<'a, T> = dyn FnMut(Vec<Result<T, Error>>) -> io::Result<()> + 'a;

/// So many documents are worked on before their results are handed over, where threads share them.
const AT_ONCE: usize = 256;

/// Does `work` on every document and hands each result to `done`; gives back what could not be read.
/// However many files there are, the results of a few only are in memory.
pub(crate) fn each_in_turn<T: Send>(
    workers: &Workers,
    articles: &Articles,
    work: impl Fn(&Source, &Arc<Setup>) -> T + Sync,
    mut done: impl FnMut(T) -> io::Result<()>,
) -> io::Result<Vec<Error>> {
    let at_once = if workers.are_one() { 1 } else { AT_ONCE };
    let mut wrong = Vec::new();
    let mut hand_over = |results: Vec<Result<T, Error>>| {
        let (found, mut unread) = split(results);
        wrong.append(&mut unread);
        found.into_iter().try_for_each(&mut done)
    };
    let work =
        |document: Result<Source, Error>, setup: &Arc<Setup>| document.map(|document| work(&document, setup));
    let one_by_one = |(source, setup): (&Source, &Arc<Setup>), hand_over: &mut HandOver<'_, T>| {
        let mut documents = files::documents(source, setup).into_iter().peekable();
        while documents.peek().is_some() {
            let some = documents.by_ref().take(at_once).collect();
            hand_over(workers.map(some, |document| work(document, setup)))?;
        }
        Ok::<(), io::Error>(())
    };
    if let Some((source, setup)) = &articles.stdin {
        one_by_one((source, setup), &mut hand_over)?;
    }
    let is_corpus = |(path, _): &(PathBuf, Arc<Setup>)| document::is_corpus(&files::shown(path));
    for paths in articles.paths.chunk_by(|one, next| !is_corpus(one) && !is_corpus(next)) {
        match paths {
            [corpus] if is_corpus(corpus) => match files::read_source(&corpus.0) {
                Ok(source) => one_by_one((&source, &corpus.1), &mut hand_over)?,
                Err(error) => hand_over(vec![Err(error)])?,
            },
            _ => {
                for paths in paths.chunks(at_once) {
                    let read = |(path, setup): &(PathBuf, Arc<Setup>)| match files::read_source(path) {
                        Ok(source) => {
                            let documents = files::documents(&source, setup).into_iter();
                            documents.map(|document| work(document, setup)).collect()
                        }
                        Err(error) => vec![Err(error)],
                    };
                    workers.map(paths.iter().collect(), read).into_iter().try_for_each(&mut hand_over)?;
                }
            }
        }
    }
    Ok(wrong)
}

/// The threads that share the work.
pub(crate) struct Workers(Option<rayon::ThreadPool>);

impl Workers {
    /// As many threads as the user wants, within reason; none beside this one if that is one.
    pub(crate) fn new(args: &InputArgs) -> Result<Self, Error> {
        /// Each takes memory and time to start, and no machine has as many cores.
        const MOST: usize = 512;
        if args.threads == Some(1) {
            return Ok(Self(None));
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads.unwrap_or(0).min(MOST)).build();
        let pool = pool.map_err(|error| Error::Usage { message: format!("--threads: {error}") })?;
        Ok(Self(Some(pool)))
    }

    /// Whether one thread does all the work.
    pub(crate) const fn are_one(&self) -> bool {
        self.0.is_none()
    }

    fn map<I: Send, T: Send>(&self, items: Vec<I>, work: impl Fn(I) -> T + Sync + Send) -> Vec<T> {
        match &self.0 {
            None => items.into_iter().map(work).collect(),
            Some(pool) => pool.install(|| items.into_par_iter().map(work).collect()),
        }
    }
}
