//! Entries of a bibliography: “Smith, J. (2004). The Treaty of Harby signed 1998. Oxford: Harby Press.” A title and a year stand
//! side by side there, and nothing is said of one by the other.

use crate::language::{Class, Token};

/// Whether a block of text is an entry of a bibliography: it begins with a surname, a comma and initials, or with a whole name
/// turned round and ends with a year.
pub(super) fn is_reference(text: &str, tokens: &[Token]) -> bool {
    let written = |token: &Token| text.get(token.start as usize..token.end as usize).unwrap_or_default();
    let capital = |token: &&Token| token.class == Class::Word && token.capital;
    // “van der”, “De”, “Smith”.
    let surname = tokens.iter().take(3).take_while(|token| token.class == Class::Word).count();
    let Some([comma, first, stop, ..]) = tokens.get(surname..) else { return false };
    let named = surname > 0 && tokens[..surname].iter().any(|token| token.capital);
    if !named || written(comma) != "," || !capital(&first) || written(stop) != "." {
        return false;
    }
    let initial = first.end - first.start == 1;
    let last = tokens.iter().rev().find(|token| written(token) != ".");
    let year = last.is_some_and(|token| {
        let figures = written(token);
        figures.len() == 4 && figures.bytes().all(|byte| byte.is_ascii_digit())
    });
    initial || year
}

#[cfg(test)]
mod tests {
    use super::is_reference;
    use crate::language::tokenize;

    #[test]
    fn entries_of_a_bibliography_are_known() {
        for (expected, text) in [
            (true, "Smith, J. (2004). The Treaty of Harby signed 1998. Oxford: Harby Press."),
            (true, "van der Berg, A. B., and C. Lund, “The treaty of 1999”, in: Law 3 (2001)."),
            (true, "Smith, John. The Treaty of Harby. Oxford: Harby Press, 2004."),
            (false, "Smith, who signed the treaty in 1999, died. J. was there."),
            (false, "Harby, Norland. The treaty was signed in 1999 in a hall."),
            (false, "The treaty, a long one, was signed in 1999."),
            (false, "In Harby, a treaty was signed."),
            (false, ""),
        ] {
            let mut tokens = Vec::new();
            tokenize(text, |_, _| 0, &mut tokens);
            assert_eq!(expected, is_reference(text, &tokens), "{text}");
        }
    }
}
