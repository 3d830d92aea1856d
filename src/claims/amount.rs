//! What all amounts have in common: a hedge, one figure or a range of two, and the mark that says what
//! is counted or measured, in front of a figure or behind it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::figure::{Figure, figure_before_and, many, spaced_hyphen};
use super::frame::Frame;
use super::grammar::{NO, Parsed, Tokens, dash, glued, hyphen, mark, role, worded};
use super::no_hedge::is_no_hedge;
use super::price::complete_quote;
use crate::language::{Class, Cue, Hedge, Meaning, Role, Starts, Token};
use crate::value::Number;

/// A hedged figure or range with its mark.
#[derive(Debug, Clone)]
pub(super) struct Amount<M> {
    pub(super) low: Figure,
    pub(super) high: Option<Figure>,
    /// Whether the lower and the upper end of a range are left out of it.
    pub(super) open: [bool; 2],
    pub(super) hedge: Option<Hedge>,
    pub(super) mark: M,
    /// Tokens of the figures and marks, without the hedge: the first and the one past the last.
    pub(super) tokens: (usize, usize),
}

/// How a kind of amount is written.
pub(super) struct Form<M: 'static> {
    /// The figure.
    pub(super) figure: for<'a> fn(Tokens<'a>) -> Parsed<'a, Figure>,
    /// The mark in front of it, if the kind has one there.
    pub(super) before: Option<for<'a> fn(Tokens<'a>) -> Parsed<'a, M>>,
    /// The mark behind it, if the kind has one there.
    pub(super) after: Option<for<'a> fn(Tokens<'a>) -> Parsed<'a, M>>,
    /// How the word may be seen that the mark behind begins with: a figure without a mark in front is none of this
    /// kind in front of another word. Nothing where the kind has no mark, all where it may go without.
    pub(super) marks: Starts,
    /// What two marks of one amount come to: `None` if they cannot stand together.
    pub(super) join: fn(&M, &M) -> Option<M>,
}

/// Two marks that say the same.
pub(super) fn same<M: PartialEq + Clone>(one: &M, other: &M) -> Option<M> {
    (one == other).then(|| one.clone())
}

/// A figure with the marks around it.
struct Marked<M> {
    figure: Figure,
    before: Option<M>,
    after: Option<M>,
}

/// An amount: hedge, opening of a range, figures, marks, hedge behind.
pub(super) fn amount<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let frame = Frame::of(i);
    if !frame.may_have(form.marks) {
        return Err(NO);
    }
    let Frame { hedge, start, .. } = frame;
    let i = Tokens { at: start, ..i };
    if i.starts().meets(OPENED) {
        return hedged(opened(i, form)?, (start, hedge), form);
    }
    let (rest, first) = marked(i, form)?;
    // Nearly every amount is one figure in front of a word or mark that adds nothing to it.
    if goes_on(rest, hedge) {
        return hedged(go_on(i, rest, first, form)?, (start, hedge), form);
    }
    let (rest, amount) = single(rest, first, form)?;
    Ok((rest, Amount { hedge, tokens: (start, rest.at), ..amount }))
}

/// Whether it is not seen at a glance that nothing behind one figure belongs to it.
fn goes_on(rest: Tokens<'_>, hedge: Option<Hedge>) -> bool {
    rest.first().is_some_and(|next| match next.class {
        Class::Word => next.uses.marks.meets(Starts::JOINT.or(Starts::HEDGE_BEHIND)),
        // “more than 5, but less than 7”
        Class::Mark => match rest.text_of(next).as_bytes() {
            [b','] => hedge.is_some(),
            [byte] => matches!(byte, b'-' | b'~' | b'+') || next.uses.marks.meets(Starts::HEDGE_BEHIND),
            _ => true,
        },
        Class::Digits => false,
    })
}

/// An amount from the first token behind its hedge on, with that hedge, and with what stands behind both.
#[inline(never)]
fn hedged<'a, M: Clone>(
    (end, mut amount): (Tokens<'a>, Amount<M>),
    (start, hedge): (usize, Option<Hedge>),
    form: &Form<M>,
) -> Parsed<'a, Amount<M>> {
    amount.tokens = (start, end.at);
    let (i, behind) = if amount.high.is_some() { (end, None) } else { opt(hedge_after).parse(end)? };
    let behind = behind.or(amount.hedge);
    // “about 500 or more”: the hedge that opens an end says more than one that only widens.
    amount.hedge = match (hedge, behind) {
        (Some(hedge), Some(behind)) if hedge.direction().is_none() => Some(behind),
        (hedge, behind) => hedge.or(behind),
    };
    if amount.hedge.is_some()
        && let Ok(closed) = other_end(i, &amount, form)
    {
        return Ok(closed);
    }
    Ok((i, amount))
}

/// What begins a range by itself.
const OPENED: Starts = Starts::BETWEEN.or(Starts::FROM).or(Starts::COUNT_WORD);

fn opened<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    alt((|i| between(i, form), |i| vague(i, form), |i| one_or_range(i, form))).parse(i)
}

/// “between 4,000 and 5,000”, “from 40 to 50”.
fn between<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    if !i.marks().meets(Starts::BETWEEN.or(Starts::FROM)) {
        return Err(NO);
    }
    let opening = alt((role(Role::Between).map(|()| Role::Between), role(Role::From).map(|()| Role::From)));
    let mut opening = opening;
    let (i, opening) = opening.parse(i)?;
    let joint = |i| match opening {
        Role::Between => alt((role(Role::And), role(Role::To), dash)).parse(i),
        _ => alt((role(Role::To), dash)).parse(i),
    };
    let ends = |i, first: for<'b> fn(Tokens<'b>) -> Parsed<'b, Figure>| {
        let shorter = Form { figure: first, ..*form };
        let (i, first) = marked(i, &shorter)?;
        let (second, ()) = joint(i)?;
        let dashed = opening == Role::From && !i.marks().meets(Starts::TO);
        let (i, second) = marked(second, form)?;
        // “from 12-1 to 7-2” are odds.
        if dashed && first.figure.value > second.figure.value && !second.figure.value.is_negative() {
            return Err(NO);
        }
        range(i, first, second, form)
    };
    let read = ends(i, form.figure);
    if read.is_ok() || opening != Role::Between {
        return read;
    }
    // “between one hundred and one thousand” has an “and” that belongs to no number.
    ends(i, figure_before_and)
}

/// “hundreds of dollars”, “tens of thousands of people”.
fn vague<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let after = form.after.ok_or(NO)?;
    let (i, (low, high)) = many(i)?;
    let (i, mark) = match after(i) {
        Ok(found) => found,
        Err(_) => after(role(Role::Of).parse(i)?.0)?,
    };
    Ok((i, Amount { low, high: Some(high), open: [false; 2], hedge: None, mark, tokens: (0, 0) }))
}

/// One figure, or two with a joint between.
fn one_or_range<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let (rest, first) = marked(i, form)?;
    go_on(i, rest, first, form)
}

/// One figure, or two with a joint between: “5 to 7”, “5–7”, “5 or 6”, “5 ± 2”; the first is read.
#[inline(never)]
fn go_on<'a, M: Clone>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    mut first: Marked<M>,
    form: &Form<M>,
) -> Parsed<'a, Amount<M>> {
    if let Ok((rest, error)) = plus_minus(rest) {
        first.figure.half = error.value.abs();
        first.figure.round_half = first.figure.half.clone();
        // Counted things are meant to the unit, these are not.
        first.figure.decimal = true;
        let (behind, after) = match form.after {
            Some(after) => opt(after).parse(rest)?,
            _ => (rest, None),
        };
        // “5 kg ± 0.2 kg” has its mark twice.
        let rest = match (&first.after, after) {
            (None, after) => {
                first.after = after;
                behind
            }
            (Some(one), Some(other)) if (form.join)(one, &other).is_some() => behind,
            _ => rest,
        };
        return single(rest, first, form);
    }
    if !may_join(rest) {
        return single(rest, first, form);
    }
    if let Ok(hedged) = hedged_scale(rest, &first, form) {
        return Ok(hedged);
    }
    if let Ok(hedged) = hedged_mark(rest, &first, form) {
        return Ok(hedged);
    }
    let unmarked = first.before.is_none() && first.after.is_none();
    let second = |i| {
        // “5 - 10 %”: what is no mark of its own belongs to the second.
        let apart = |i| {
            let (rest, ()) = spaced_hyphen(i)?;
            if unmarked && !form.marks.is_empty() { Ok((rest, ())) } else { Err(NO) }
        };
        let start_of_second = alt((role(Role::To), role(Role::Or), suspended, range_dash, apart)).parse(i)?.0;
        let (i, mut second) = marked(start_of_second, form)?;
        if first.figure.decimal && start_of_second.is_glued() {
            complete_quote(&first.figure, start_of_second, &mut second.figure);
        }
        if is_year_beside(start, &first.figure, &second.figure)
            || is_change_to(start, &first, &second, form.marks.is_empty())
        {
            return Err(NO);
        }
        let (i, mut amount) = range(i, first.cloned(), second, form)?;
        let high = amount.high.as_mut().ok_or(NO)?;
        // “-5 to -10 °C” goes further down.
        if high.value.is_negative() && high.value < amount.low.value {
            std::mem::swap(&mut amount.low, high);
        }
        if amount.low.value < high.value { Ok((i, amount)) } else { Err(NO) }
    };
    match second(rest) {
        Ok(range) => Ok(range),
        Err(_) => single(rest, first, form),
    }
}

/// “30-odd miles”, “50-plus per cent”, “5+ km”, “20 or so feet”: a hedge between the figure and its mark.
fn hedged_mark<'a, M: Clone>(i: Tokens<'a>, first: &Marked<M>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let after = form.after.filter(|_| first.after.is_none() && !form.marks.is_empty()).ok_or(NO)?;
    let (rest, hedge) = hedge_after(i)?;
    let (rest, mark) = after(rest)?;
    let (rest, mut amount) = single(rest, Marked { after: Some(mark), ..first.cloned() }, form)?;
    amount.hedge = Some(hedge);
    Ok((rest, amount))
}

/// “30-odd million dollars”, “$30-odd million”, “20-plus thousand people”: a hedge between the figure and its scale.
fn hedged_scale<'a, M: Clone>(i: Tokens<'a>, first: &Marked<M>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let may_be = first.after.is_none() || form.marks.is_empty();
    let (rest, hedge) = if may_be { hedge_after(i)? } else { return Err(NO) };
    let (rest, power) = worded(Starts::SCALE, |meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        _ => None,
    })
    .parse(rest)?;
    let mut scaled = first.cloned();
    scaled.figure.scale_by(power);
    let (rest, after) = match form.after {
        Some(after) => opt(after).parse(rest)?,
        None => (rest, None),
    };
    scaled.after = after;
    let (rest, mut amount) = single(rest, scaled, form)?;
    amount.hedge = Some(hedge);
    Ok((rest, amount))
}

/// Whether it is not seen at a glance that no second figure belongs to the first.
fn may_join(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|next| match next.class {
        Class::Word => next.uses.marks.meets(Starts::TO),
        Class::Mark => next.end - next.start > 1 || matches!(i.text_of(next), "-" | "~" | "+"),
        Class::Digits => false,
    })
}

/// “48,000 in 1990 to 61,000”: bare figures behind “in” are a year where what they rose to is written otherwise.
fn is_year_beside(start: Tokens<'_>, first: &Figure, second: &Figure) -> bool {
    const YEARS: (i64, i64) = (1000, 2100);
    first.bare
        && !second.bare
        && (Number::from(YEARS.0)..=Number::from(YEARS.1)).contains(&first.value)
        && start.at.checked_sub(1).is_some_and(|at| role(Role::In).parse(Tokens { at, ..start }).is_ok())
}

/// “rose 12p to 1,250p”, “by a fifth to 310 km”, “fell by 8 to 312”, “by $2 to $12”: by how much something changed, and what
/// it came to.
fn is_change_to<M>(start: Tokens<'_>, first: &Marked<M>, second: &Marked<M>, counts: bool) -> bool {
    /// “Up 2 to 3 per cent” and “by a half to one per cent” are ranges.
    const FARTHEST: i64 = 10;
    /// Where each has its own mark: “by 5% to 10%”.
    const FAR: i64 = 3;
    let marked = !counts && [first, second].iter().all(|end| end.before.is_some() || end.after.is_some());
    let (first, second) = (&first.figure, &second.figure);
    let part = first.decimal && first.value < Number::from(1);
    let before = |places: usize| start.back(places);
    let way = |meaning: &Meaning| matches!(meaning, Meaning::Cue(Cue::Up | Cue::Down));
    let moved = || counts && before(2).is_some_and(|verb| verb.means(way));
    let by = |meaning: &Meaning| *meaning == Meaning::Cue(Cue::By);
    let times = |times: i64| second.value > &first.value * &Number::from(times);
    let led_by = |marked: bool| {
        before(1).is_some_and(|led| led.means(way) && !marked || led.means(by) && (marked || part || moved()))
    };
    times(FARTHEST) && led_by(false) || marked && times(FAR) && led_by(true)
}

impl<M: Clone> Marked<M> {
    fn cloned(&self) -> Self {
        Self { figure: self.figure.clone(), before: self.before.clone(), after: self.after.clone() }
    }
}

fn single<'a, M: Clone>(i: Tokens<'a>, only: Marked<M>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let mark = match (only.before, only.after) {
        (Some(before), Some(after)) => (form.join)(&before, &after).ok_or(NO)?,
        (before, after) => before.or(after).ok_or(NO)?,
    };
    Ok((i, Amount { low: only.figure, high: None, open: [false; 2], hedge: None, mark, tokens: (0, 0) }))
}

/// Two figures as one amount, if their marks can stand together.
fn range<'a, M: Clone>(
    i: Tokens<'a>,
    mut first: Marked<M>,
    second: Marked<M>,
    form: &Form<M>,
) -> Parsed<'a, Amount<M>> {
    // “25 % to 309,381 yen”: what has its mark behind it wants one behind the other, too.
    if first.after.is_some() && second.after.is_none() && second.before.is_none() {
        return Err(NO);
    }
    // “from £1bn in 2012 to £2bn”: a sign in front is the second's alone.
    if first.before.is_none() && first.after.is_none() && second.before.is_some() {
        return Err(NO);
    }
    share_scale(&mut first.figure, &second.figure);
    let mut marks = [first.before, first.after, second.before, second.after].into_iter().flatten();
    let mark = marks.next().ok_or(NO)?;
    let mark = marks.try_fold(mark, |one, other| (form.join)(&one, &other)).ok_or(NO)?;
    let amount = Amount {
        low: first.figure,
        high: Some(second.figure),
        open: [false; 2],
        hedge: None,
        mark,
        tokens: (0, 0),
    };
    Ok((i, amount))
}

/// A figure with its mark, in front or behind.
fn marked<'a, M: Clone>(i: Tokens<'a>, form: &Form<M>) -> Parsed<'a, Marked<M>> {
    let (i, before) = match form.before {
        Some(before) => opt(before).parse(i)?,
        None => (i, None),
    };
    let (i, figure) = (form.figure)(i)?;
    let (rest, after) = match form.after {
        Some(after) => opt(after).parse(i)?,
        None => (i, None),
    };
    match (&before, after) {
        // “$20 $30” are two amounts.
        (Some(one), Some(other)) if (form.join)(one, &other).is_none() => {
            Ok((i, Marked { figure, before, after: None }))
        }
        (_, after) => Ok((rest, Marked { figure, before, after })),
    }
}

/// “greater than 100 *and smaller than 300*”: a second hedge that closes the end which the first leaves open.
fn other_end<'a, M: Clone>(i: Tokens<'a>, amount: &Amount<M>, form: &Form<M>) -> Parsed<'a, Amount<M>> {
    let first = amount.hedge.filter(|_| amount.high.is_none()).ok_or(NO)?;
    let direction = first.direction().ok_or(NO)?;
    let (i, _) = opt(glued(mark(","))).parse(i)?;
    let (i, ()) = alt((role(Role::And), role(Role::But))).parse(i)?;
    let (i, second) = hedge_before(i)?;
    if second.direction() != Some(direction.reverse()) {
        return Err(NO);
    }
    let (i, other) = marked(i, form)?;
    let mut mark = [other.before, other.after].into_iter().flatten();
    let mark = mark.try_fold(amount.mark.clone(), |one, other| (form.join)(&one, &other)).ok_or(NO)?;
    let strict = |hedge| matches!(hedge, Hedge::Over | Hedge::Under);
    let mut closed = amount.clone();
    (closed.hedge, closed.mark) = (None, mark);
    if direction.is_gt() {
        (closed.high, closed.open) = (Some(other.figure), [strict(first), strict(second)]);
    } else {
        closed.high = Some(std::mem::replace(&mut closed.low, other.figure));
        closed.open = [strict(second), strict(first)];
    }
    let ordered = closed.high.as_ref().is_some_and(|high| closed.low.value < high.value);
    if ordered { Ok((i, closed)) } else { Err(NO) }
}

/// “± 2”, “+/- 2”, “plus or minus 2”.
pub(super) fn plus_minus(i: Tokens<'_>) -> Parsed<'_, Figure> {
    let may_be = |token: Token| match token.class {
        Class::Mark => matches!(i.text_of(token), "±" | "+"),
        _ => token.uses.marks.meets(Starts::TO),
    };
    if !i.first().is_some_and(may_be) {
        return Err(NO);
    }
    let slashed = (mark("+"), glued(mark("/")), glued(alt((mark("-"), mark("−"))))).map(|_| ());
    let (i, ()) = alt((mark("±"), slashed, role(Role::PlusMinus))).parse(i)?;
    super::figure::figure(i)
}

/// The hyphens of one compound with two figures: “a 10- to 15-year sentence”, “a five-to-ten-year plan”.
fn suspended(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (i, ()) = hyphen(i)?;
    let (i, ()) = alt((role(Role::To), role(Role::Or))).parse(i)?;
    opt(glued(hyphen)).map(|_| ()).parse(i)
}

/// A dash with no space, or one on both sides; a hyphen with one space is a minus sign or a dash of prose.
fn range_dash(i: Tokens<'_>) -> Parsed<'_, ()> {
    let glued_here = i.is_glued();
    if glued_here && (i.sees("~") || i.sees("～")) && i.skip(1).is_glued() {
        return Ok((i.skip(1), ()));
    }
    let (rest, ()) = dash(i)?;
    let hyphen_free = !i.sees("-") || glued_here;
    if rest.is_glued() == glued_here && hyphen_free { Ok((rest, ())) } else { Err(NO) }
}

/// “5-10 million”, “three to four hundred”: a scale behind the second figure belongs to both, if that keeps their
/// order.
fn share_scale(low: &mut Figure, high: &Figure) {
    /// What fell to less of the same.
    const FAR: i64 = 10;
    if high.in_words && high.scale.is_none() && low.scale.is_none() && !low.decimal {
        // “one to one hundred” has no other scale.
        let power = high.scales_in_words().find(|power| {
            let scale = Number::power_of_ten((*power).into());
            low.value < scale && &low.value * &scale < high.value
        });
        if let Some(power) = power {
            low.multiply(&Number::power_of_ten(power.into()));
        }
    }
    let grouped = !high.bare && !high.decimal && !high.in_words && high.scale.is_none();
    if low.bare && grouped && is_short_of_thousands(&low.value, &high.value) {
        low.multiply(&Number::from(1000));
        low.bare = false;
    }
    if let (None, Some(power)) = (low.scale, high.scale) {
        let scaled = &low.value * &Number::power_of_ten(power.into());
        // “from 40 to 38 million” falls, “from 900 to 1.2 million” does not.
        let falls = low.bare && scaled > high.value && scaled < &high.value * &Number::from(FAR);
        if scaled <= high.value || falls {
            low.scale_by(power);
        }
    }
}

/// “15-20,000” is in thousands, “1 to 5,000” may be from one.
fn is_short_of_thousands(low: &Number, high: &Number) -> bool {
    let (Some(low), Some(high)) = (low.to_i64(), high.to_i64()) else { return false };
    let same = |digits: std::ops::Range<i64>| digits.contains(&low) && digits.contains(&(high / 1000));
    high % 1000 == 0 && low < high / 1000 && (same(10..100) || same(100..1000))
}

/// “about”, “more than”, “up to”.
pub(super) fn hedge_before<'a>(i: Tokens<'a>) -> Parsed<'a, Hedge> {
    // “a” begins “a good”, and seldom is one.
    if !i.starts().meets(Starts::HEDGE) {
        return Err(NO);
    }
    let hedge = |i: Tokens<'a>| {
        worded(Starts::HEDGE, |meaning| match meaning {
            Meaning::Hedge { hedge, after: false } => Some(*hedge),
            _ => None,
        })
        .parse(i)
    };
    let start = i;
    let (i, first) = hedge(i)?;
    if is_no_hedge(first, start, i) {
        return Err(NO);
    }
    // “up to about 5,000”: the first hedge says which way.
    let (i, second) = opt(hedge).parse(i)?;
    let both = [Some(first), second].into_iter().flatten();
    let says_more = both.clone().find(|hedge| hedge.direction().is_some());
    // “equal to about 5” is about 5.
    Ok((i, says_more.or_else(|| both.clone().find(|hedge| *hedge != Hedge::Exactly)).unwrap_or(first)))
}

/// “or so”, “or more”, “+”.
pub(super) fn hedge_after(i: Tokens<'_>) -> Parsed<'_, Hedge> {
    let (rest, hedge) = worded(Starts::HEDGE_BEHIND, |meaning| match meaning {
        Meaning::Hedge { hedge, after: true } => Some(*hedge),
        _ => None,
    })
    .parse(i)?;
    // “5 or more than 7”: the words belong to what follows. “1 + 2” is a sum.
    let belongs_to_next = hedge_before(i.skip(1)).is_ok_and(|(end, _)| end.at > rest.at);
    let sum = i.sees("+") && (!i.is_glued() || rest.is_glued() && rest.sees_digits());
    let adds = rest.sees_digits()
        || rest.means(|meaning| matches!(meaning, Meaning::Cardinal(_)))
        // “above a quarter and below a half”.
        || rest.marks().meets(Starts::A.or(Starts::HALF)) && super::figure::figure(rest).is_ok();
    // “£34m plus £6m in add-ons”
    let adds =
        adds || rest.marks().meets(Starts::CURRENCY) && (1..=2).any(|place| rest.skip(place).sees_digits());
    let word = !i.is_glued() || i.first().is_some_and(|token| token.class == Class::Mark);
    if belongs_to_next || sum || adds || !word { Err(NO) } else { Ok((rest, hedge)) }
}

/// A space or a hyphen between a figure and its mark: “5 km”, “26-mile”, “5km”.
pub(super) fn joint<'a>(i: Tokens<'a>) -> Parsed<'a, ()> {
    let hyphenated = |i: Tokens<'a>| {
        let (rest, ()) = hyphen(i)?;
        let word_follows = rest.first().is_some_and(|token| token.glued && token.class == Class::Word);
        if word_follows { Ok((rest, ())) } else { Err(NO) }
    };
    opt(glued(hyphenated)).map(|_| ()).parse(i)
}
