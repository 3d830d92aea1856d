//! Money: “$5 million”, “US$2.3bn”, “20 euros”, “EUR 300”, “50 cents”.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::Kind;
use super::amount::{Amount, Form, amount};
use super::currency::{Mark, Place, join, sign, word};
use super::draft::Draft;
use super::figure::{Figure, couple, figure, money_figure, numeral};
use super::grammar::{NO, Parsed, Tokens, digits, glued, mark, role, worded};
use crate::language::{Class, Meaning, Role, Starts};
use crate::value::{Measure, Number};

const FORM: Form<Mark> = Form {
    figure: any_figure,
    before: Some(sign),
    after: Some(word),
    // “£5m”, “120m pounds”
    marks: Starts::CURRENCY.or(Starts::SUFFIX),
    join,
};

pub(super) fn money(i: Tokens<'_>) -> Parsed<'_, Draft> {
    let signed = i.first().is_some_and(|first| first.class == Class::Mark);
    let (start, minus) = if signed { opt(minus).parse(i)? } else { (i, None) };
    if let Ok(read) = bracketed(start) {
        return Ok(read);
    }
    let (rest, mut amount) = amount(start, &FORM)?;
    let Mark { parts, power, place, .. } = amount.mark;
    let small = amount.low.value < Number::from(100);
    let letter =
        rest.before(1).is_some_and(|token| token.class == Class::Word && token.end - token.start == 1);
    let doubtful = match place {
        Place::WordInFront => rest.first().is_some_and(|next| next.class != Class::Mark || rest.sees("%")),
        Place::Weight => is_weight(i, rest, &amount),
        // “M25”, “N95 masks”.
        Place::Letter => !is_large(&amount.low),
        Place::Common => !is_bought_with(rest, &amount.low),
        _ => parts > 1 && letter && !small && !is_quoted(Tokens { at: amount.tokens.0, ..i }, rest),
    };
    if doubtful {
        return Err(NO);
    }
    if (power, parts) != (0, 1) {
        let factor = Number::power_of_ten(power.into()) / Number::from(i64::from(parts));
        for figure in [Some(&mut amount.low), amount.high.as_mut()].into_iter().flatten() {
            figure.multiply(&factor);
        }
    }
    let rest = match shillings(rest, &mut amount) {
        Ok((rest, ())) => rest,
        Err(_) => opt(|i| subunit(i, &mut amount)).parse(rest)?.0,
    };
    if minus.is_some() && amount.high.is_none() {
        amount.low.negate();
    }
    Ok((rest, Draft::of_amount(Kind::Money, amount, |mark| Measure::Money(mark.currency))))
}

/// “$(45) million”: accounts put brackets around a loss.
fn bracketed(i: Tokens<'_>) -> Parsed<'_, Draft> {
    /// “US$(45)”: a sign has so many tokens.
    const LONGEST: usize = 2;
    if !i.marks().meets(Starts::CURRENCY) || !(1..=LONGEST).any(|at| i.skip(at).sees("(")) {
        return Err(NO);
    }
    let (rest, sign) = sign(i)?;
    let (rest, ()) = glued(mark("(")).parse(rest)?;
    let (rest, mut low) = glued(numeral).parse(rest)?;
    let (rest, ()) = glued(mark(")")).parse(rest)?;
    let scale = worded(Starts::SCALE, |meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        _ => None,
    });
    let (rest, scale) = opt(scale).parse(rest)?;
    if low.too_long {
        return Err(NO);
    }
    if let Some(power) = scale {
        low.scale_by(power);
    }
    low.negate();
    let amount =
        Amount { low, high: None, open: [false; 2], hedge: None, mark: sign, tokens: (i.at, rest.at) };
    Ok((rest, Draft::of_amount(Kind::Money, amount, |mark| Measure::Money(mark.currency))))
}

/// Shares are “150p” and “1,150p”, with a word in front. “London, 1999. 250p” is a book, “1080p” a picture.
fn is_quoted(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    /// Lines of a picture, as in ITU-R BT.709 and its like.
    const PICTURES: [&str; 11] =
        ["144", "240", "288", "360", "480", "540", "576", "720", "1080", "1440", "2160"];
    let word = i.before(1).is_some_and(|before| before.class == Class::Word);
    let picture = i.first().is_some_and(|figures| PICTURES.contains(&i.text_of(figures)));
    rest.before(1).is_some_and(|letter| rest.text_of(letter) == "p") && word && !picture
}

/// “-$5 million”: the sign in front of the currency's.
fn minus(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = alt((mark("-"), mark("−"))).parse(i)?;
    let free = !i.is_glued() || i.before(1).is_some_and(|before| i.text_of(before) == "(");
    let sign = rest.first().is_some_and(|token| token.glued && token.class == Class::Mark);
    if free && sign && rest.marks().meets(Starts::CURRENCY) { Ok((rest, ())) } else { Err(NO) }
}

/// “5 dollars *and 30 cents*”, “$20 *and 43c*”, “15 dollars *50*”.
fn subunit<'a>(i: Tokens<'a>, amount: &mut Amount<Mark>) -> Parsed<'a, ()> {
    if amount.mark.parts > 1 || amount.high.is_some() || amount.low.decimal || amount.low.scale.is_some() {
        return Err(NO);
    }
    let (rest, joint) = opt(alt((role(Role::And), glued(mark(","))))).parse(i)?;
    let (rest, figure) = figure(rest)?;
    let hundredths = Number::from(100);
    if !figure.value.is_integer() || figure.value >= hundredths || figure.value.is_negative() {
        return Err(NO);
    }
    let comma = i.sees(",");
    let named = |i: Tokens<'a>| {
        let (rest, mark) = word(i)?;
        // “20 quid, 5p” are two amounts, “5 dollars, 30 cents” is one.
        let short = comma && rest.before(1).is_some_and(|name| name.end - name.start == 1);
        let fits = mark.parts > 1 && mark.currency.meets(&amount.mark.currency);
        if fits && !short { Ok((rest, ())) } else { Err(NO) }
    };
    let rest = match named(rest) {
        Ok((rest, ())) => rest,
        Err(_) if joint.is_none() || !i.is_glued() => hundredths_alone(rest, &figure)?,
        Err(error) => return Err(error),
    };
    amount.low.value = &amount.low.value + &(figure.value / hundredths.clone());
    amount.low.half = Number::ratio(1, 200);
    amount.low.round_half = amount.low.half.clone();
    Ok((rest, ()))
}

/// The “10s 6d” of “£3 10s 6d”, the money of Britain before 1971: twenty shillings a pound, twelve pence a shilling.
fn shillings<'a>(i: Tokens<'a>, amount: &mut Amount<Mark>) -> Parsed<'a, ()> {
    let pounds = amount.mark.currency.code().is_some_and(|code| &**code == "GBP")
        && amount.high.is_none()
        && amount.low.bare;
    if !pounds || !i.sees_digits() || i.is_glued() {
        return Err(NO);
    }
    let (rest, shillings) = part_of_pound(i, "s", 20)?;
    let (rest, pence) = opt(|i| part_of_pound(i, "d", 12)).parse(rest)?;
    amount.low.value = &amount.low.value + &Number::ratio(12 * shillings + pence.unwrap_or(0), 240);
    amount.low.half = Number::ratio(1, 480);
    amount.low.round_half = amount.low.half.clone();
    Ok((rest, ()))
}

fn part_of_pound<'a>(i: Tokens<'a>, letter: &'static str, below: i64) -> Parsed<'a, i64> {
    let (rest, (count, ())) = (digits, glued(mark(letter))).parse(i)?;
    let count: i64 = count.parse().map_err(|_| NO)?;
    let ends = rest.first().is_none_or(|next| !next.glued || next.class == Class::Mark);
    if count < below && ends { Ok((rest, count)) } else { Err(NO) }
}

/// The “50” of “15 dollars 50”: two figures with nothing behind that they could count; in words nothing is counted
/// in front of a function word either.
fn hundredths_alone<'a>(rest: Tokens<'a>, figure: &Figure) -> Result<Tokens<'a>, nom::Err<()>> {
    let next = rest.first();
    let function_word = |meaning: &Meaning| *meaning == Meaning::Stop;
    let of = |meaning: &Meaning| *meaning == Meaning::Role(Role::Of);
    let ends = next.is_none_or(|_| [".", ",", ";", ")", "?", "!"].iter().any(|mark| rest.sees(mark)))
        || figure.in_words && rest.means(function_word) && !rest.means(of);
    let digits_behind = rest.skip(1).is_glued() && rest.skip(1).sees_digits();
    if ends && !digits_behind && figure.value >= Number::from(10) { Ok(rest) } else { Err(NO) }
}

/// In millions, or in thousands with their mark.
fn is_large(figure: &Figure) -> bool {
    figure.scale.is_some() || !figure.bare && figure.value >= Number::from(1000)
}

/// “20 million won in fines”, “20,000 won ($15)”, but “1,200 won a prize”: the name is a common word as well.
fn is_bought_with(rest: Tokens<'_>, figure: &Figure) -> bool {
    let ends = rest.first().is_none_or(|next| next.class == Class::Mark);
    match figure.scale {
        Some(_) => ends || rest.marks().meets(Starts::JOINT),
        None => is_large(figure) && rest.sees("("),
    }
}

/// “two pounds of meat”, “weighs two pounds”, “a 30-pound dog”: what is a currency and a weight is a weight here.
fn is_weight(i: Tokens<'_>, rest: Tokens<'_>, amount: &Amount<Mark>) -> bool {
    /// Cues stand near.
    const NEAR: usize = 8;
    // “a 20-pound note”, “a 20-pound parking fine”.
    let priced = |at: usize| rest.skip(at).means(|meaning| *meaning == Meaning::Priced);
    if (0..3).any(priced) {
        return false;
    }
    if amount.low.scale.is_none() && is_sold_by_weight(rest) {
        return true;
    }
    let hyphened = rest.before(2).is_some_and(|token| matches!(rest.text_of(token), "-" | "‐" | "‑"));
    if hyphened && amount.low.scale.is_none() {
        return true;
    }
    let of = rest.means(|meaning| *meaning == Meaning::Role(Role::Of)) && amount.low.scale.is_none();
    let cue = |at: usize| Tokens { at, ..i }.means(|meaning| *meaning == Meaning::WeightCue);
    if is_behind_height(Tokens { at: amount.tokens.0, ..i }) {
        return true;
    }
    of || (i.at.saturating_sub(NEAR)..i.at).any(cue) || (rest.at..rest.at + NEAR / 2).any(cue)
}

/// “6-foot-8 and 250 pounds”, “6 feet 2 inches, 190 pounds”: what a height is told beside is a weight.
fn is_behind_height(i: Tokens<'_>) -> bool {
    /// “-foot-8”, and the joint.
    const NEAR: usize = 6;
    let joint = i.before(1).is_some_and(|joint| {
        joint.glued && i.text_of(joint) == ","
            || joint.uses.marks.meets(Starts::JOINT)
                && Tokens { at: i.at - 1, ..i }.means(|meaning| *meaning == Meaning::Role(Role::And))
    });
    let height = |meaning: &Meaning| matches!(meaning, Meaning::Unit { unit, .. } if matches!(unit.name.as_str(), "foot" | "inch"));
    joint
        && (i.at.saturating_sub(NEAR)..i.at - 1)
            .any(|at| Tokens { at, ..i }.means_marked(Starts::UNIT, height))
}

/// “3 pounds *boneless beef*”: a food, with nothing but adjectives in front.
fn is_sold_by_weight(rest: Tokens<'_>) -> bool {
    /// So many adjectives stand in front of a food.
    const ADJECTIVES: usize = 3;
    let word = |i: &Tokens<'_>| {
        i.first().is_some_and(|token| token.class == Class::Word && !token.uses.marks.meets(Starts::STOP))
    };
    let words = (0..=ADJECTIVES).map(|at| rest.skip(at)).take_while(word);
    words.into_iter().any(|i| i.means(|meaning| *meaning == Meaning::Weighed))
}

fn any_figure(i: Tokens<'_>) -> Parsed<'_, Figure> {
    // “$5m”, “USD150m”.
    let beside_sign = i.before(1).is_some_and(|token| {
        token.class == Class::Mark || token.capital && token.uses.marks.meets(Starts::CURRENCY)
    });
    let (rest, figure) = if beside_sign {
        alt((money_figure, figure)).parse(i)
    } else {
        // “120m pounds”: “m” is a scale in front of a currency alone.
        let scaled = |i| {
            let (rest, figure) = money_figure(i)?;
            word(rest)?;
            Ok((rest, figure))
        };
        alt((scaled, figure, money_figure, couple)).parse(i)
    }?;
    let (rest, figure) = decimal_comma(rest, figure);
    if figure.too_long { Err(NO) } else { Ok((rest, figure)) }
}

/// “€5,50”: a comma and two figures behind an amount are its hundredths.
fn decimal_comma(rest: Tokens<'_>, mut figure: Figure) -> (Tokens<'_>, Figure) {
    let group = rest.is_glued()
        && rest.first().is_some_and(|mark| rest.text_of(mark).starts_with(rest.sentence.language.group));
    let hundredths = rest
        .skip(1)
        .first()
        .filter(|next| next.glued && next.class == Class::Digits && next.end - next.start == 2);
    let behind = rest.skip(2);
    let goes_on = behind.is_glued()
        && (behind.sees_digits() || behind.skip(1).is_glued() && behind.skip(1).sees_digits());
    if !group || !figure.bare || goes_on {
        return (rest, figure);
    }
    let Some(count) = hundredths.and_then(|token| rest.text_of(token).parse::<i64>().ok()) else {
        return (rest, figure);
    };
    figure.value = &figure.value + &Number::ratio(count, 100);
    figure.half = Number::ratio(1, 200);
    figure.round_half = figure.half.clone();
    (figure.decimal, figure.bare) = (true, false);
    (behind, figure)
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads};

    #[test]
    fn hedged_and_changed_money_is_read() {
        reads(&[
            ("paid £34m plus £6m", "£34m", "money 34000000 GBP [33500000, 34500000)"),
            ("worth $80-odd million", "$80-odd million", "money 80000000 about"),
            ("30-some million euros", "30-some million euros", "money 30000000 EUR about"),
            ("rose by two pence to 90 pence", "two pence", "money 0.02"),
            ("rose by $2 to $12", "$2", "money 2"),
            ("fell by $2 to $3", "$2 to $3", "money 2..3"),
        ]);
    }

    #[test]
    fn money_is_read() {
        reads(&[
            ("It cost $5 million.", "$5 million", "money 5000000 [4500000, 5500000)"),
            ("It cost €1.234.567,89.", "€1.234.567,89", "money 1234567.89 EUR [1234567.885, 1234567.895)"),
            ("US$2.3bn", "US$2.3bn", "money 2300000000 USD [2250000000, 2350000000)"),
            ("for 20 euros", "20 euros", "money 20 EUR [19.5, 20.5)"),
            ("EUR 300", "EUR 300", "money 300 EUR [285, 315)"),
            ("to 120m pounds", "120m pounds", "money 120000000"),
            ("£5m", "£5m", "money 5000000 GBP [4500000, 5500000)"),
            ("$5-10 million", "$5-10 million", "money 5000000..10000000 [5000000, 10000000]"),
            ("about $40", "about $40", "money 40 about [36, 44]"),
            ("50 cents", "50 cents", "money 0.5 [0.495, 0.505)"),
            ("a 20-euro note", "20-euro", "money 20 EUR [19.5, 20.5)"),
            ("$1.50", "$1.50", "money 1.5 [1.495, 1.505)"),
            ("5 dollars and 30 cents", "5 dollars and 30 cents", "money 5.3 [5.295, 5.305)"),
            ("£5 and 20 pence", "£5 and 20 pence", "money 5.2 GBP [5.195, 5.205)"),
            ("€3, 40 cents", "€3, 40 cents", "money 3.4 EUR"),
            ("It costs 12 dollars 75.", "12 dollars 75", "money 12.75"),
            ("a fee of 45p", "45p", "money 0.45"),
            ("The shares closed at 150p.", "150p", "money 1.5"),
            ("rose to 1,150p a share", "1,150p", "money 11.5"),
            ("It cost 20 quid, 5p of it tax.", "20 quid", "money 20 GBP"),
            ("worth €5 and 30p", "€5", "money 5 EUR"),
            ("Ten pounds chicken feed the world costs.", "Ten pounds", "quantity 10 pound"),
            ("a cash flow of $(45) million", "$(45) million", "money -45000000"),
            ("earned $(0.15) a share", "$(0.15)", "money -0.15 [-0.155, -0.145)"),
            ("rose 12p to 1,250p", "12p", "money 0.12"),
            ("up $2 to $3 a share", "$2 to $3", "money 2..3"),
            ("$500 pesos", "$500 pesos", "money 500"),
            ("one dollar to 118 yen", "one dollar", "money 1"),
            ("A$3.20 a gallon", "A$3.20", "money 3.2 AUD"),
            ("Rs 200 crore", "Rs 200 crore", "money 2000000000"),
            ("paid $100 USD", "$100 USD", "money 100 USD"),
            (
                "hundreds of millions of dollars",
                "hundreds of millions of dollars",
                "money 200000000..1000000000",
            ),
            ("30 MUSD", "30 MUSD", "money 30000000 USD"),
            ("a quarter of a million euros", "a quarter of a million euros", "money 250000 EUR"),
            ("60 Canadian dollars", "60 Canadian dollars", "money 60 CAD"),
            ("$20 $35", "$20", "money 20"),
            ("from £1bn in 2012 to £2bn", "£1bn", "money 1000000000 GBP"),
            ("Malaysian ringgit 42", "Malaysian ringgit 42", "money 42 MYR"),
            ("a $30 note", "$30", "money 30"),
            ("It gave us $30.", "$30", "money 30"),
            ("US $30", "US $30", "money 30 USD"),
            ("a loss of -$4 million", "-$4 million", "money -4000000"),
            ("It fell by $-3.", "$-3", "money -3"),
            ("worth USD40m", "USD40m", "money 40000000 USD"),
            ("raised $2 B for it", "$2 B", "money 2000000000"),
            ("about $1.5 MM.", "about $1.5 MM", "money 1500000 about"),
            ("€7,25 a head", "€7,25", "money 7.25 EUR [7.245, 7.255)"),
            ("€2.340,75 a year", "€2.340,75", "money 2340.75 EUR"),
            ("Rs. 700 a month", "Rs. 700", "money 700"),
            ("20 billion guilders", "20 billion guilders", "money 20000000000 NLG"),
            ("fined four thousand (4,000) euros", "four thousand (4,000) euros", "money 4000 EUR"),
            ("half a dozen euros", "half a dozen euros", "money 6 EUR"),
            ("a $5- to $10-million fine", "$5- to $10-million", "money 5000000..10000000"),
            ("DM 60 million was lost", "DM 60 million", "money 60000000 DEM"),
            ("sold for R3.5 million", "R3.5 million", "money 3500000 ZAR"),
            ("R12,500 a month", "R12,500", "money 12500 ZAR"),
            ("N40m in fees", "N40m", "money 40000000 NGN"),
            ("a Ksh15,000 fee", "Ksh15,000", "money 15000 KES"),
            ("KSh 900 each", "KSh 900", "money 900 KES"),
            ("a fee of Shs 40,000", "Shs 40,000", "money 40000"),
            ("SFr 700 a night", "SFr 700", "money 700 CHF"),
            ("Dh300 million in loans", "Dh300 million", "money 300000000 AED"),
            ("NIS 4,500 a month", "NIS 4,500", "money 4500 ILS"),
            ("It has 40,000 Ft in it.", "40,000 Ft", "money 40000 HUF"),
            ("a GH¢12 ticket", "GH¢12", "money 12 GHS"),
            ("IR£40 million", "IR£40 million", "money 40000000 IEP"),
            ("stg£7m", "stg£7m", "money 7000000 GBP"),
            ("900 Danish crowns", "900 Danish crowns", "money 900 DKK"),
            ("40 million won in fines", "40 million won", "money 40000000 KRW"),
            ("It cost 40 million won.", "40 million won", "money 40000000 KRW"),
            ("three-quarters of a cent", "three-quarters of a cent", "money 0.0075"),
            ("a third of a euro", "a third of a euro", "money 0.333333333333 EUR"),
            ("a $US70 note", "$US70", "money 70 USD"),
            ("spent $A70 million", "$A70 million", "money 70000000 AUD"),
            ("thirty-odd pounds a week", "thirty-odd pounds", "money 30 about"),
            (
                "between three and four million euros",
                "between three and four million euros",
                "money 3000000..4000000 EUR",
            ),
            ("It cost 15,000 won ($11).", "15,000 won", "money 15000 KRW"),
            ("The $4 million won in May", "$4 million", "money 4000000"),
            ("a legacy of £7 12s 6d", "£7 12s 6d", "money 7.625 GBP"),
            ("rent of £40 10s.", "£40 10s", "money 40.5 GBP"),
            ("paid three pounds fifty for it", "three pounds fifty", "money 3.5"),
            ("a 20-pound note", "20-pound", "money 20"),
            ("a ten-pound parking fine", "ten-pound", "money 10"),
            ("a 3-million-pound house", "3-million-pound", "money 3000000"),
            ("€4,5 million in aid", "€4,5 million", "money 4500000 EUR"),
            ("india 's us $ 20 billion deal", "us $ 20 billion", "money 20000000000 USD"),
        ]);
    }

    #[test]
    fn near_misses_are_no_money() {
        ignores_kind(
            "money",
            &[
                "dollars alone",
                "5 people in dollars",
                "the $ sign",
                "5m away",
                "a low of -5C",
                "the euro in 1999",
                "against the yen 20 percent more",
                "she weighed seven pounds",
                "two pounds of flour",
                "a 1080p screen",
                "films in 720p",
                "Perth, 1998. 250p.",
                "ix, 250p",
                "3 to 4 pounds beef chuck",
                "2 pounds boneless lean pork",
                "DM me 50 times",
                "take the M25 or the N1",
                "20,000 N95 masks",
                "an R2 unit and an R4 rifle",
                "P5 members",
                "Of 12,000 cases 1,200 won.",
                "60,000 won a place",
                "5 won and 7 lost",
                "a 30-pound dog",
                "a nine-pound baby",
                "a 600-pound bomb",
                "le 20 mai",
                "the SR 71 and the LE 12",
                "the NIS 2 directive",
                "sold 20 MALL bags",
                "20 TOP shirts",
                "5 ft of snow",
            ],
        );
    }

    #[test]
    fn a_capital_that_begins_a_name_is_no_scale() {
        reads(&[("paid $9 B Corp fees", "$9", "money 9"), ("$20 M&M bags", "$20", "money 20")]);
    }
}
