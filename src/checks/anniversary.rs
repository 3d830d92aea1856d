//! An anniversary that falls in another year: “in 2019, the 40th anniversary of the 1969 landing”.

use super::calendar::Stretch;
use super::needs::{Need, Sentences};
use super::prose::{Sentence, words};
use super::signs::Signs;
use super::{Article, Check, Run, Said, slip};
use crate::claims::{Claim, Kind};
use crate::language::{AgeCue, Beside, Meaning, Role, Starts, Told};
use crate::span::Span;
use crate::value::{Value, day_from_number};
use crate::verdict::{Finding, Outcome};

pub(super) const CHECK: Check = Check {
    id: "anniversary",
    file: ("rules/checks/anniversary.yaml", include_str!("../../rules/checks/anniversary.yaml")),
    run: Run::Sentences { needs: &[Need::of(Kind::Date).and(Signs::TWO).with(Starts::ANNIVERSARY)], run },
};

/// Further than so many words from the anniversary, a year is not the one that it falls in.
const NEAR: usize = 6;

/// An anniversary in a sentence: which, where it stands, and the claims around.
struct Anniversary {
    years: i64,
    /// The number with the word, or the word that has its number in it.
    span: Span,
    /// Its ordinal's place among the sentence's claims, if it has one.
    ordinal: Option<usize>,
}

fn run(sentences: Sentences<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in sentences.iter() {
        // The words are looked at where two dates, or an ordinal and a date, are.
        let dates = sentence.claims.iter().filter(|claim| claim.kind == Kind::Date).count();
        let ordinal = sentence.claims.iter().any(|claim| claim.kind == Kind::Ordinal);
        let year = || {
            sentence
                .claims
                .iter()
                .any(|claim| claim.kind != Kind::Date && event_year(&sentence, claim).is_some())
        };
        if dates == 1 && !ordinal && !year() {
            continue;
        }
        said.extend(find(&sentence).and_then(|anniversary| look(&sentence, &anniversary)));
    }
    said
}

/// The one anniversary of a sentence.
fn find(sentence: &Sentence<'_>) -> Option<Anniversary> {
    let article = sentence.article;
    let text = sentence.text.get(sentence.span.range())?;
    let tokens = sentence.tokens();
    let mut found = (0..tokens.len()).filter_map(|at| {
        let pick = |own: &Meaning| match own {
            Meaning::Anniversary(years) => Some(*years),
            _ => None,
        };
        let (length, years) = article.language.lexicon.find(text, &tokens[at..], pick)?;
        Some((years, Span::new(tokens[at].start, tokens[at + length - 1].end).shifted(sentence.span.start)))
    });
    let (years, word) = found.next().filter(|_| found.next().is_none())?;
    if years > 0 {
        return Some(Anniversary { years: i64::from(years), span: word, ordinal: None });
    }
    let ordinal = sentence.claims.iter().position(|claim| {
        claim.kind == Kind::Ordinal
            && claim.span.end <= word.start
            && sentence.text[claim.span.end as usize..word.start as usize].trim().is_empty()
    })?;
    let Value::Amount { low, high: None, .. } = &sentence.claims[ordinal].value else { return None };
    let span = sentence.claims[ordinal].span.to(word);
    Some(Anniversary { years: low.to_i64()?, span, ordinal: Some(ordinal) })
}

fn look(sentence: &Sentence<'_>, anniversary: &Anniversary) -> Option<Said> {
    let article = sentence.article;
    let (event, held) = event_of(sentence, anniversary).or_else(|| founded(sentence, anniversary))?;
    let (of, at) = (&sentence.claims[event], &sentence.claims[held]);
    let (from, to) = (event_year(sentence, of)?, years_of(at)?);
    let (least, most) = (to.0 - from.1, to.1 - from.0);
    if least <= 0 {
        return None;
    }
    let right = (least..=most).contains(&anniversary.years);
    let text = sentence.text.get(anniversary.span.range()).unwrap_or_default();
    let years = if least == most { least.to_string() } else { format!("{least} or {most}") };
    let at_claim = sentence.first + anniversary.ordinal.unwrap_or(event);
    // “A year late, the 50th anniversary was kept”, “they began to plan the 50th anniversary”.
    if !right && article.means(sentence.whole(), &Meaning::Beside(Beside::OffDate)) {
        return None;
    }
    if right {
        let (of, at) = (sentence.text_of(of), sentence.text_of(at));
        let message = format!("“{text}” fits “{of}” and “{at}”: it is {years} years");
        return Some(Said::agrees(at_claim, CHECK.id, Some(years), message));
    }
    let slip = || {
        let told = [anniversary.years, from.0, to.0];
        slip::hint_of_whole(&told, |place, value| {
            let mut meant = told;
            meant[place] = value;
            meant[2] - meant[1] == meant[0]
        })
    };
    let plain = least == most;
    let finding = Finding {
        rule: CHECK.id,
        expected: Some(years.clone()),
        message: format!(
            "the text says “{text}”, but from “{}” to “{}” it is {years} years",
            sentence.text_of(of),
            sentence.text_of(at)
        ),
        labels: vec![
            (anniversary.span, format!("{years} years")),
            (of.span, String::new()),
            (at.span, String::new()),
        ],
        notes: plain.then(slip).flatten().into_iter().collect(),
        ..Finding::default()
    };
    Some(Said { claim: at_claim, outcome: Outcome::Contradicts, finding })
}

/// “The 50th anniversary of the 1969 landing”, “of the attacks of 11 September 2001”, with the year that it falls in.
fn event_of(sentence: &Sentence<'_>, anniversary: &Anniversary) -> Option<(usize, usize)> {
    const FARTHEST: usize = 8;
    let article = sentence.article;
    let event = sentence.claims.iter().position(|claim| claim.span.start >= anniversary.span.end)?;
    let claim = &sentence.claims[event];
    if claim.kind == Kind::Date && !sentence.has_year(claim) || event_year(sentence, claim).is_none() {
        return None;
    }
    let between = sentence.text.get(anniversary.span.end as usize..claim.span.start as usize)?;
    let of = |word: &str| article.is(word, &Meaning::Role(Role::Of));
    let the = |word: &str| article.is(word, &Meaning::Role(Role::The)) || whose(article, word);
    let inner: Vec<&str> = words(between).collect();
    let (first, last) = (inner.first()?, inner.last()?);
    let breaks = inner.iter().any(|word| article.is(word, &Meaning::ClauseBreak));
    let plain =
        inner.len() <= FARTHEST && of(first) && !breaks && !between.contains([',', ';', ':', '(', ')', '.']);
    // In “of the landing in 2019” the year may be the one that it falls in.
    let dated = of(last)
        || the(last) && (claim.kind == Kind::Quantity || article.is_followed(sentence.behind(claim)));
    if !plain || !dated {
        return None;
    }
    let held = |number: &usize| {
        let other = &sentence.claims[*number];
        let dated = *number != event && other.kind == Kind::Date && years_of(other).is_some();
        let gap = if other.span.end <= anniversary.span.start {
            sentence.text.get(other.span.end as usize..anniversary.span.start as usize)
        } else {
            sentence.text.get(claim.span.end as usize..other.span.start as usize)
        };
        let near = gap.is_some_and(|gap| {
            words(gap).count() <= NEAR
                && !words(gap).any(|word| article.is(word, &Meaning::ClauseBreak))
                && !gap.contains([';', ':', '('])
        });
        dated && near
    };
    let mut all = (0..sentence.claims.len()).filter(held);
    let at = all.next()?;
    all.next().is_none().then_some((event, at))
}

/// “Founded in 1950, the club celebrated its 50th anniversary in 1990.”
///
/// The year of the celebration may stand at the head of the sentence, too: “In 1990 the club, founded in 1950, …”.
fn founded(sentence: &Sentence<'_>, anniversary: &Anniversary) -> Option<(usize, usize)> {
    const HEAD: u32 = 2;
    let article = sentence.article;
    let dated = |number: usize| {
        let claim = sentence.claims.get(number)?;
        (claim.kind == Kind::Date && sentence.has_year(claim)).then_some(claim)
    };
    let behind = sentence.claims.iter().position(|claim| claim.span.start >= anniversary.span.end);
    let is_stop = |text: &str| words(text).all(|word| article.is(word, &Meaning::Stop));
    let behind = behind.filter(|held| {
        let right_behind = |claim: &Claim| {
            let gap = sentence.text.get(anniversary.span.end as usize..claim.span.start as usize);
            gap.is_some_and(|gap| words(gap).count() == 1 && is_stop(gap))
        };
        *held > 0 && dated(*held).is_some_and(right_behind)
    });
    let at_head = || {
        let lead = sentence.text_before(dated(0)?.span.start);
        let plain = words(lead).count() <= 1 && is_stop(lead);
        let alone = sentence.claims.iter().all(|claim| claim.span.start < anniversary.span.end);
        // “its 20th anniversary album” is out when it is out.
        let rest = sentence.text.get(anniversary.span.end as usize..sentence.span.end as usize)?;
        let next = rest.strip_prefix(' ').and_then(|rest| words(rest).next());
        (plain && alone && next.is_none_or(|next| article.is(next, &Meaning::Stop))).then_some(0)
    };
    let (event, held) = match behind {
        Some(held) => (0, held),
        None => (1, at_head()?),
    };
    let date = dated(event)?;
    let begun = [Told::Began, Told::Born].into_iter().find_map(|told| sentence.dated_by(event, told))?;
    let own = sentence.text.get(date.span.end as usize..anniversary.span.start as usize)?;
    let its = words(own).last().is_some_and(|word| whose(article, word));
    let others = sentence.claims.iter().take_while(|claim| claim.span.start < anniversary.span.start);
    let alone = others.skip(event + 1).all(|claim| claim.kind != Kind::Date && claim.kind != Kind::DateRange);
    let subject = || {
        let before = sentence.text_before(begun.start);
        let lead = if held < event { sentence.claims[held].span.end - sentence.span.start } else { 0 };
        before.get(lead as usize..).unwrap_or_default().trim()
    };
    let same = || {
        begun.start <= sentence.span.start + HEAD && event == 0
            || apposed(article, subject(), own) && sentence.behind(date).starts_with(',')
            || event == 0 && joined(article, subject(), own)
    };
    (its && alone && same()).then_some((event, held))
}

/// A subject has so many words at most.
const FEW: usize = 6;

/// Whether some words are a subject, and no clause has come to its end in them.
fn is_subject(words_of: &str) -> bool {
    !words_of.is_empty()
        && words(words_of).count() <= FEW
        && !words_of.contains([',', ';', ':', '(', '“', '"'])
}

/// “The club, founded in 1919, celebrates its centenary in”: between commas behind what the sentence is about.
fn apposed(article: &Article<'_>, subject: &str, own: &str) -> bool {
    /// Words from the date to “its”.
    const VERB: usize = 3;
    let subject = subject.strip_prefix(',').unwrap_or(subject).trim();
    let head = subject.strip_suffix(',').or_else(|| {
        let (subject, rest) = subject.rsplit_once(',')?;
        words(rest).all(|word| article.is(word, &Meaning::Stop)).then_some(subject)
    });
    head.is_some_and(is_subject)
        && words(own).count() <= VERB
        && !own.get(1..).is_none_or(|own| own.contains([',', ';', ':', '(']))
}

/// “The club was founded in 1919 and celebrates its centenary in”: two verbs of one subject, with nothing between the
/// date and the second.
fn joined(article: &Article<'_>, subject: &str, own: &str) -> bool {
    let own: Vec<&str> =
        if own.contains([',', ';', ':', '(', '.']) { Vec::new() } else { words(own).collect() };
    let [and, verb, _] = own.as_slice() else { return false };
    let name = verb.starts_with(char::is_uppercase);
    article.is(and, &Meaning::Role(Role::And)) && !name && is_subject(subject)
}

fn whose(article: &Article<'_>, word: &str) -> bool {
    article.is(word, &Meaning::Age(AgeCue::Whose)) || article.is(word, &Meaning::Told(Told::Its))
}

/// The year of an event. In front of a noun it may have been read as a number: “the 1944 landings”.
fn event_year(sentence: &Sentence<'_>, claim: &Claim) -> Option<(i64, i64)> {
    const YEARS: std::ops::Range<i64> = 1_000..2_100;
    match claim.kind {
        Kind::Date => years_of(claim),
        Kind::Number | Kind::Quantity => {
            let text = sentence.text_of(claim);
            let figures = text.split(' ').next().filter(|figures| figures.len() == 4)?;
            let year = figures.parse().ok().filter(|year| YEARS.contains(year))?;
            Some((year, year))
        }
        _ => None,
    }
}

/// The first and the last year that a date may lie in.
fn years_of(claim: &Claim) -> Option<(i64, i64)> {
    let days = Stretch::of_value(&claim.value)?;
    let year = |day: i64| day_from_number(day).map(|day| i64::from(day.year()));
    let (first, last) = (year(days.first)?, year(days.last)?);
    (first > 0 && last - first <= 1 && claim.hedge.is_none()).then_some((first, last))
}

impl Article<'_> {
    /// Whether a noun stands right behind: “the 1969 landing”, “the 1917 Revolution”.
    fn is_followed(&self, behind: &str) -> bool {
        let word = behind.strip_prefix(' ').and_then(|rest| words(rest).next()).unwrap_or_default();
        !word.is_empty() && !self.is(word, &Meaning::Stop)
    }
}
