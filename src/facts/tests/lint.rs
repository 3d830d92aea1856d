//! Books of facts that are odd.

use super::*;

#[test]
fn a_book_is_linted_across_its_files() {
    let language = Language::english();
    let mut book = FactBook::default();
    let one = "subject: A\nnames: [Alpha]\nfacts:\n- {id: a, cues: [opened], is: 5 towns, source: s}\n\
               - {id: b, cues: [opened, shut], is: 7 rooms, source: s}\n\
               examples: {agrees: [{text: A opened 5 towns., fact: a}]}\n";
    let two = "subject: B\nnames: [alpha]\nfacts: [{id: a, cues: [opened], is: 6 towns, source: s}]\n";
    let three = "subject: a\nfacts: [{id: a, cues: [opened], is: 6 towns, source: s}]\n";
    for (path, text) in [("1.yaml", one), ("2.yaml", two), ("3.yaml", three)] {
        assert_eq!("", told(&book.load(&Source::new(path, text), &language)));
    }
    let expected = "\
5:37 info: no example shows what `b` finds
5:37 info: the cue “opened” also leads to `a`, whose value is of the same kind
    4:31 a (source: s)
3:37 info: no example shows what `a` finds
3:37 warning: “alpha” names two subjects: A (1) and B (2)
    4:31 a (source: s)
2:37 info: no example shows what `a` finds
2:37 error: `1/a` is 5 towns and `3/a` is 6 towns: both cannot be true
    4:31 a (source: s)
2:37 warning: “a” names two subjects: A (1) and a (3)
    4:31 a (source: s)
";
    assert_eq!(expected, told(&book.lint()));
}
