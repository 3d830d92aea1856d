//! The shipped examples do what the README says of them.

#[path = "../examples/lint.rs"]
#[allow(dead_code, reason = "the example's main is its own")]
mod lint;

#[test]
fn the_library_example_finds_its_error() {
    let expected = ["1:31: the text says 14 May 1932, the fact says 14 May 1931", "  write “May 14, 1931”"]
        .map(str::to_owned);
    assert_eq!(expected.to_vec(), lint::findings("Harlow Bridge was *opened* on May 14, 1932."));
    assert!(lint::findings("Harlow Bridge was opened in 1931.").is_empty());
}
