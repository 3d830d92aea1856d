//! The reference packs that ship with factlint, inside the program.

use super::FactBook;
use crate::language::Language;
use crate::source::Source;

macro_rules! pack {
    ($name:literal) => {
        (concat!("rules/facts/", $name, ".yaml"), include_str!(concat!("../../rules/facts/", $name, ".yaml")))
    };
}

/// Every file of `rules/facts/`, with its path in the repository.
pub const SHIPPED: &[(&str, &str)] = &[
    pack!("elections"),
    pack!("geography"),
    pack!("history"),
    pack!("physics"),
    pack!("treaties"),
    pack!("us-taliban-agreement"),
];

impl FactBook {
    /// The packs that ship with factlint. They have no problems; a test sees to it.
    pub fn shipped(language: &Language) -> Self {
        let mut book = Self::default();
        for (path, text) in SHIPPED {
            book.load(&Source::new(*path, *text), language);
        }
        book
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_in_the_folder_is_in_the_table() {
        let root = env!("CARGO_MANIFEST_DIR");
        let Ok(folder) = std::fs::read_dir(format!("{root}/rules/facts")) else {
            assert!(SHIPPED.is_empty(), "the table lists files, but there is no rules/facts/");
            return;
        };
        let names = folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut expected: Vec<String> = names.map(|name| format!("rules/facts/{name}")).collect();
        expected.sort();
        let mut listed: Vec<&str> = SHIPPED.iter().map(|(path, _)| *path).collect();
        listed.sort_unstable();
        assert_eq!(expected, listed, "rules/facts/ on the left, the table on the right");
    }

    #[test]
    fn shipped_packs_have_no_problems() {
        let language = Language::english();
        let mut book = FactBook::default();
        for (path, text) in SHIPPED {
            let problems = book.load(&Source::new(*path, *text), &language);
            assert!(problems.is_empty(), "{path}: {problems:#?}");
        }
    }
}
