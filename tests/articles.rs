//! Articles without an error, of the kind that an editor lints every day: nothing is found in them.

use std::fs;

use factlint::pipeline::Linter;
use factlint::source::Source;

#[test]
fn a_clean_article_has_claims_and_no_findings() {
    let linter = Linter::shipped();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/articles");
    let mut articles = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let source = Source::new(path.display().to_string(), fs::read_to_string(&path).expect("a text"));
        let found: Vec<_> = linter.lint(&source).into_iter().map(|found| found.message).collect();
        assert_eq!(Vec::<String>::new(), found, "{}", path.display());
        articles += usize::from(!linter.read(&source).claims.is_empty());
    }
    assert!(articles > 5, "{articles} articles with claims");
}
