//! Phrases that differ in a word, written as one: “(greater|more) than [or equal to]”.

/// All phrases of a pattern: of words in round brackets with bars between one is taken, words in square
/// brackets may be left out. Brackets do not nest.
pub(super) fn expand(pattern: &str) -> Vec<String> {
    let Some(open) = pattern.find(['(', '[']) else {
        return vec![pattern.split_whitespace().collect::<Vec<_>>().join(" ")];
    };
    let (before, rest) = pattern.split_at(open);
    let closing = if rest.starts_with('(') { ')' } else { ']' };
    let Some(close) = rest.find(closing) else { return vec![pattern.to_owned()] };
    let (inner, after) = (&rest[1..close], &rest[close + 1..]);
    let optional = (closing == ']').then_some("");
    let choices = inner.split('|').chain(optional);
    choices.flat_map(|choice| expand(&format!("{before}{choice}{after}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn every_choice_is_a_phrase() {
        assert_eq!(vec!["about"], expand("about"));
        assert_eq!(vec!["over", "well over", "just over"], {
            let mut phrases = expand("[well|just] over");
            phrases.rotate_right(1);
            phrases
        });
        assert_eq!(
            vec![
                "greater than or equal to",
                "greater or equal to",
                "more than or equal to",
                "more or equal to"
            ],
            expand("(greater|more) (than or|or) equal to")
        );
        assert_eq!(vec!["(open"], expand("(open"));
    }
}
