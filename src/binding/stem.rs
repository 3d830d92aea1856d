//! Inflection: “signed”, “signing” and “signs” are one word to a cue.

/// “was” and “has” are no plurals.
const SHORTEST: usize = 3;

/// What is left of a word without the ending that inflection added, in lower case.
///
/// `endings` come from the language, longest first. A doubled consonant before the ending counts once
/// (“shipped”, “ship”). Two forms of a word must have one stem; that the stem is a word is not needed.
pub(crate) fn stem(word: &str, endings: &[(String, String)]) -> String {
    let mut stem = String::new();
    write_stem(word, endings, &mut stem);
    stem
}

/// Writes that in the place of another word: who looks up many has one text for all.
pub(super) fn write_stem(written: &str, endings: &[(String, String)], word: &mut String) {
    word.clear();
    if written.is_ascii() {
        word.push_str(written);
        word.make_ascii_lowercase();
    } else {
        word.push_str(&written.to_lowercase());
    }
    // “releases” loses its s and then its e, as “releasing” loses its ing.
    for _ in 0..2 {
        let last = word.as_bytes().last();
        let cut = endings.iter().find_map(|(ending, instead)| {
            // Most endings end otherwise, and that is seen without a comparison of texts.
            if ending.as_bytes().last().is_some_and(|byte| Some(byte) != last) {
                return None;
            }
            let rest = word.strip_suffix(ending.as_str())?;
            let enough = rest.chars().count() + instead.len() >= SHORTEST && !rest.is_empty();
            enough.then_some((rest.len(), ending, instead))
        });
        match cut {
            Some((kept, ending, instead)) if ending != instead => {
                word.truncate(kept);
                word.push_str(instead);
            }
            _ => break,
        }
    }
    if let [.., before, last] = word.as_bytes()
        && last == before
        && last.is_ascii_lowercase()
        && !b"aeiouls".contains(last)
    {
        word.pop();
    }
}

/// So many letters of a stem, at least, begin all its words.
pub(super) fn certain_letters(stem: &str, endings: &[(String, String)]) -> usize {
    let instead = endings.iter().map(|(_, instead)| instead.len()).max().unwrap_or(0);
    // Two endings may go, and leave other letters each. A doubled consonant is the last of three.
    let of_short = SHORTEST.saturating_sub(instead.max(1)).max(1);
    stem.len().saturating_sub(2 * instead).max(of_short).min(stem.len())
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
    #[test]
    fn the_first_letters_of_a_stem_are_those_of_the_word() {
        let english = Language::english();
        for word in ["dies", "died", "flies", "used", "ties", "added", "egged", "carries", "axes", "treaties"]
        {
            let stem = stem(word, &english.endings);
            let certain = certain_letters(&stem, &english.endings);
            assert!(certain >= 2, "{stem}");
            assert_eq!(word[..certain], stem[..certain], "{word} {stem}");
        }
        assert_eq!(7, certain_letters("agreement", &english.endings));
    }
}
