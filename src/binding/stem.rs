//! Inflection: “signed”, “signing” and “signs” are one word to a cue.

/// What is left of a word without the ending that inflection added, in lower case.
///
/// `endings` come from the language, longest first. A doubled consonant before the ending counts once
/// (“shipped”, “ship”). Two forms of a word must have one stem; that the stem is a word is not needed.
pub(super) fn stem(word: &str, endings: &[(String, String)]) -> String {
    /// “was” and “has” are no plurals.
    const SHORTEST: usize = 3;
    let mut word = word.to_lowercase();
    // “releases” loses its s and then its e, as “releasing” loses its ing.
    for _ in 0..2 {
        let cut = endings.iter().find_map(|(ending, instead)| {
            let rest = word.strip_suffix(ending.as_str())?;
            (rest.chars().count() + instead.len() >= SHORTEST && !rest.is_empty())
                .then(|| format!("{rest}{instead}"))
        });
        match cut {
            Some(cut) if cut != word => word = cut,
            _ => break,
        }
    }
    let mut letters = word.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
        && last.is_ascii_alphabetic()
        && !"aeiouls".contains(last)
    {
        word.pop();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let english = Language::english();
        for forms in [
            &["sign", "signs", "signed", "signing"][..],
            &["release", "releases", "released", "releasing"],
            &["ship", "ships", "shipped", "shipping"],
            &["carry", "carries", "carried"],
            &["open", "opened", "opening", "opens"],
            &["prisoner", "prisoners", "Prisoners"],
            &["sell", "sells", "selling"],
            &["country", "countries"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form, &english.endings)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?} {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        let english = Language::english();
        for (one, other) in [("sign", "signal"), ("has", "ha"), ("was", "wa"), ("die", "dice"), ("king", "k")]
        {
            assert_ne!(stem(one, &english.endings), stem(other, &english.endings), "{one} {other}");
        }
    }
}
