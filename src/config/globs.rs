//! Patterns of paths, as `.gitignore` writes them, beside the file that has them.

use std::path::{Component, Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Patterns and the folder that they count from.
#[derive(Debug, Clone)]
pub struct Globs {
    folder: PathBuf,
    patterns: Gitignore,
}

impl Globs {
    /// Patterns that count from a folder.
    ///
    /// # Errors
    /// For each pattern that is none its number and what is wrong with it.
    pub fn new<'p>(
        folder: &Path,
        patterns: impl Iterator<Item = &'p str>,
    ) -> Result<Self, Vec<(usize, String)>> {
        let mut builder = GitignoreBuilder::new("");
        builder.allow_unclosed_class(false);
        let mut wrong = Vec::new();
        for (number, pattern) in patterns.enumerate() {
            // In a list no line is a comment.
            let escape = if pattern.starts_with('#') { "\\" } else { "" };
            if let Err(error) = builder.add_line(None, &format!("{escape}{pattern}")) {
                wrong.push((number, in_words(&error)));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        // Together they may be larger than the matcher allows.
        let patterns = builder.build().map_err(|error| vec![(0, in_words(&error))])?;
        Ok(Self { folder: folder.to_owned(), patterns })
    }

    /// Whether a path, absolute and without `..`, fits, or a folder that it is in.
    pub fn has(&self, path: &Path, is_folder: bool) -> bool {
        self.patterns.matched_path_or_any_parents(self.beside(path), is_folder).is_ignore()
    }

    /// Whether a path fits itself: who walks through folders has asked of each folder already.
    pub fn is(&self, path: &Path, is_folder: bool) -> bool {
        self.patterns.matched(self.beside(path), is_folder).is_ignore()
    }

    fn beside(&self, path: &Path) -> PathBuf {
        // A path elsewhere has no place beside the file; patterns without a slash fit it all the same.
        let beside = path.strip_prefix(&self.folder).unwrap_or(path);
        beside.components().filter(|part| matches!(part, Component::Normal(_))).collect()
    }
}

fn in_words(error: &ignore::Error) -> String {
    match error {
        ignore::Error::Glob { err, .. } => err.clone(),
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithLineNumber { err, .. }
        | ignore::Error::WithDepth { err, .. } => in_words(err),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_count_from_their_folder() {
        for (expected, pattern, path) in [
            (true, "drafts/", "/site/drafts/a.md"),
            (true, "drafts", "/site/news/drafts/a.md"),
            (true, "/drafts", "/site/drafts/a.md"),
            (false, "/drafts", "/site/news/drafts/a.md"),
            (true, "news/**/*.md", "/site/news/2020/may/a.md"),
            (false, "news/*.md", "/site/news/2020/a.md"),
            (false, "news/*.md", "/elsewhere/news/a.txt"),
            (true, "*.md", "/elsewhere/a.md"),
            (false, "*.md", "/site/a.txt"),
            (true, "#1.md", "/site/#1.md"),
            (true, "a b.md", "/site/a b.md"),
            (false, "site/a.md", "/site/a.md"),
        ] {
            let globs = Globs::new(Path::new("/site"), [pattern].into_iter()).expect(pattern);
            assert_eq!(expected, globs.has(Path::new(path), false), "{pattern} {path}");
        }
    }

    #[test]
    fn a_pattern_may_take_back_what_one_before_it_said() {
        let globs = Globs::new(Path::new("/"), ["old/**", "!old/new/**"].into_iter()).expect("patterns");
        assert!(globs.has(Path::new("/old/a.md"), false));
        assert!(!globs.has(Path::new("/old/new/a.md"), false));
    }

    #[test]
    fn a_pattern_that_is_none_is_told() {
        let wrong = Globs::new(Path::new("/"), ["a", "b[", "{c"].into_iter()).expect_err("two mistakes");
        assert_eq!(vec![1, 2], wrong.into_iter().map(|(number, _)| number).collect::<Vec<_>>());
    }
}
