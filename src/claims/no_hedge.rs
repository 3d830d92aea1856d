//! What only looks like a hedge: “went up to $60 million”, “handed over 20 letters”, “200 fewer than ten years ago”.

use nom::Parser;

use super::grammar::{Tokens, role};
use crate::language::{Class, Cue, Hedge, Meaning, Role, Starts, Token, Told};

/// Whether the words of a hedge, from its first to what stands behind the last, are none here.
pub(super) fn is_no_hedge(hedge: Hedge, start: Tokens<'_>, behind: Tokens<'_>) -> bool {
    match hedge {
        Hedge::UpTo => goes_there(start, behind),
        Hedge::Over => is_across(start, behind) || is_compared(start, behind),
        Hedge::Under => is_compared(start, behind),
        _ => false,
    }
}

/// “Went up to $60 million”: a direction and no bound. “Went as high as” has no “to”.
fn goes_there(i: Tokens<'_>, end: Tokens<'_>) -> bool {
    let verb = i.back(1);
    verb.is_some_and(|verb| verb.means(|meaning| *meaning == Meaning::Cue(Cue::Going)))
        && end.at.checked_sub(1).is_some_and(|at| role(Role::To).parse(Tokens { at, ..i }).is_ok())
}

/// “200 fewer than ten years ago”, “30 per cent more than ten years ago”, “lower than ten years ago”: what is compared with a
/// time has no bound.
fn is_compared(i: Tokens<'_>, behind: Tokens<'_>) -> bool {
    /// “twenty-five and a half years ago”
    const NEAR: usize = 8;
    /// “half a million”, “3 percentage points”
    const COUNTED: usize = 3;
    const UNIT: Starts = Starts::SCALE
        .or(Starts::SUFFIX)
        .or(Starts::GROUP)
        .or(Starts::PERCENT)
        .or(Starts::CURRENCY)
        .or(Starts::UNIT);
    const NUMBER: Starts = Starts::CARDINAL.or(Starts::HALF);
    let ago = |places: &usize| {
        let time = behind.skip(*places);
        time.marks().meets(Starts::TIME)
            && time
                .skip(1)
                .means(|meaning| matches!(meaning, Meaning::Told(Told::Ago) | Meaning::Role(Role::FromWhen)))
    };
    // “in 2003 more than ten years ago”
    let digits = |token: Token| token.class == Class::Digits && token.end - token.start < 4;
    let number = |token: Token| digits(token) || token.uses.marks.meets(NUMBER);
    let unit = |token: Token| token.uses.marks.meets(UNIT);
    let counted = || {
        i.before(1).is_some_and(|last| {
            number(last) || unit(last) && (2..=COUNTED).any(|back| i.before(back).is_some_and(number))
        })
    };
    let compared =
        || i.at > 0 && i.means_marked(Starts::JOINT, |meaning| *meaning == Meaning::Role(Role::Compared));
    (1..NEAR).any(|places| ago(&places)) && (counted() || compared())
}

/// “handed over 20 letters”, “held over three days”, “over two legs”: what “over” says of a verb, or of the course of
/// something, is no hedge.
fn is_across(over: Tokens<'_>, behind: Tokens<'_>) -> bool {
    /// The figure, and the words behind it that say what is counted.
    const NEAR: usize = 4;
    /// “over forty episodes” are more than forty.
    const FEW: u8 = 5;
    let role = |word: Tokens<'_>, role: Role| {
        word.means_marked(Starts::BESIDE_TIME, |meaning| *meaning == Meaning::Role(role))
    };
    // “well over”, “above”
    if behind.at != over.at + 1 || !over.means(|meaning| *meaning == Meaning::Role(Role::DividedBy)) {
        return false;
    }
    let before = |places: usize| over.back(places);
    let verb = |wanted: Role| {
        before(1).is_some_and(|word| role(word, wanted))
            || before(2).is_some_and(|word| {
                let phrase = |meaning: &Meaning| (*meaning == Meaning::Role(wanted)).then_some(());
                word.marks().meets(Starts::BESIDE_TIME)
                    && word.find(phrase).is_some_and(|(end, ())| end.at == over.at)
            })
    };
    let few = || {
        let small = |meaning: &Meaning| matches!(meaning, Meaning::Cardinal(..=FEW));
        behind.means_marked(Starts::CARDINAL, small) && role(behind.skip(1), Role::Legs)
    };
    verb(Role::OverBehind) || few() || behind.sees_near(NEAR, Starts::TIME) && verb(Role::OverTime)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{reads, reads_among};

    #[test]
    fn over_is_no_hedge_behind_a_verb_of_its_own_or_in_the_course_of_something() {
        reads(&[
            ("He handed over 20 letters.", "20", "number 20 [20, 20]"),
            ("The work was spread over three days.", "three days", "duration P3D"),
            ("The debt is spread evenly over ten years.", "ten years", "duration P10Y"),
            ("The talks took place over three days.", "three days", "duration P3D"),
            ("The tie is played over two legs.", "two", "number 2 [2, 2]"),
            ("It was held over three days.", "three days", "duration P3D"),
            // More than so many.
            ("It held over 30 meetings.", "over 30", "number 30 over (30, ∞)"),
            ("It has over forty episodes.", "over forty", "number 40 over (40, ∞)"),
            ("He played over 30 games.", "over 30", "number 30 over (30, ∞)"),
            ("It lasted over three days.", "over three days", "duration P3D over"),
            ("He handed back over 20 letters.", "over 20", "number 20 over (20, ∞)"),
            ("It was spread by over 20 people.", "over 20", "number 20 over (20, ∞)"),
        ]);
    }

    #[test]
    fn what_is_compared_with_a_time_has_no_bound() {
        for text in [
            "It has 200 fewer than ten years ago.",
            "It has two hundred and one more than ten years ago.",
            "It costs 30 per cent more than ten years ago.",
            "It costs 20 euros less than ten years ago.",
            "It has half a million more than ten years ago.",
            "It was a third higher than ten years ago.",
        ] {
            reads_among("2024-05-14", text, "ten years ago", "date 2014");
        }
        for text in ["It sold 60% more than a year earlier.", "It lost £1.5bn more than a year earlier."] {
            reads_among("2024-05-14", text, "a year earlier", "date 2023");
        }
        reads_among(
            "2024-05-14",
            "It closed more than ten years ago.",
            "more than ten years ago",
            "date 2014 over",
        );
        reads_among(
            "2024-05-14",
            "Of its 12 more than ten have left.",
            "more than ten",
            "number 10 over (10, ∞)",
        );
    }
}
