//! The value of a fact: what stands behind `is`, read by the grammar that reads articles.

use jiff::civil::Date;

use super::conflict::axis;
use super::fact::not_a_date;
use super::part::Part;
use super::schema::ACCEPTED;
use super::table::{Row, Table};
use super::template::Template;
use super::{Accepted, Dated, Place, when};
use crate::claims::{Claim, read_value};
use crate::language::Language;
use crate::value::Value;
use crate::yaml::{Data, Entry, Node, Problems, label};

/// What a fact file says behind `is`.
#[derive(Debug)]
pub(super) enum IsRule<'a> {
    /// One value.
    One(Template<'a>),
    /// A value for each year or date.
    Dated(Vec<(Template<'a>, Template<'a>)>),
    /// Several values, each with who says so.
    Disputed(Vec<(Template<'a>, Template<'a>)>),
}

/// The values of a fact.
#[derive(Debug)]
pub(super) struct IsValue {
    /// The value; of several the latest, or the first.
    pub(super) claim: Claim,
    /// The text, the hedge in front.
    pub(super) text: String,
    /// Where it stands.
    pub(super) place: Place,
    /// The source that stands beside the value.
    pub(super) source: Option<String>,
    /// The value for each time.
    pub(super) dated: Vec<Dated>,
    /// Other values that are accepted, too.
    pub(super) also: Vec<Accepted>,
}

/// A value with its text and place.
struct One {
    claim: Claim,
    text: String,
    place: Place,
}

/// Longer than any value that people write.
const LONGEST: usize = 1_000;

impl<'a> IsRule<'a> {
    /// Reads the node behind `is`, whose shape has been checked; `None` if something is wrong, which is said.
    pub(super) fn read<'s: 'a>(
        node: &'a Node<'_>,
        table: Option<&Table>,
        problems: &mut Problems<'s>,
    ) -> Option<Self> {
        let source = problems.source;
        let template = |node: &'a Node<'_>, problems: &mut Problems<'_>| {
            Part::of(node, source).and_then(|part| Template::read(part, table, problems))
        };
        match &node.data {
            Data::Map(pairs) => {
                let both = pairs.iter().map(|(key, value)| {
                    let (key, value) = (template(key, problems), template(value, problems));
                    key.zip(value)
                });
                both.collect::<Vec<_>>().into_iter().collect::<Option<_>>().map(Self::Dated)
            }
            Data::List(items) => {
                let both = items.iter().map(|item| {
                    let entry = Entry::check(item, &ACCEPTED, problems)?;
                    let mut part = |name| entry.get(name).and_then(|node| template(node, problems));
                    let (value, source) = (part("value"), part("source"));
                    value.zip(source).filter(|_| entry.sound)
                });
                both.collect::<Vec<_>>().into_iter().collect::<Option<_>>().map(Self::Disputed)
            }
            _ => template(node, problems).map(Self::One),
        }
    }

    /// The values for a row; `None` if there are none, or one is wrong, which is said.
    pub(super) fn fill(
        &self,
        row: Option<&Row<'_>>,
        hedge: Option<&Part<'_>>,
        language: &Language,
        problems: &mut Problems<'_>,
    ) -> Option<IsValue> {
        let reader = Reader { row, hedge, language };
        match self {
            Self::One(value) => {
                let One { claim, text, place } = reader.value(&value.fill(row)?, problems)?;
                Some(IsValue { claim, text, place, source: None, dated: Vec::new(), also: Vec::new() })
            }
            Self::Dated(pairs) => reader.dated(pairs, problems),
            Self::Disputed(pairs) => reader.disputed(pairs, problems),
        }
    }

    /// Whether the values carry their sources.
    pub(super) fn has_sources(&self) -> bool {
        matches!(self, Self::Disputed(_))
    }

    /// Whether the values carry their times.
    pub(super) fn has_times(&self) -> bool {
        matches!(self, Self::Dated(_))
    }
}

struct Reader<'r> {
    row: Option<&'r Row<'r>>,
    hedge: Option<&'r Part<'r>>,
    language: &'r Language,
}

impl Reader<'_> {
    fn dated(&self, pairs: &[(Template<'_>, Template<'_>)], problems: &mut Problems<'_>) -> Option<IsValue> {
        let mut sound = true;
        let mut dated: Vec<Dated> = Vec::with_capacity(pairs.len());
        for (time, value) in pairs {
            let (Some(time), Some(value)) = (time.fill(self.row), value.fill(self.row)) else { continue };
            let period = self.period(&time, problems);
            let value = self.value(&value, problems);
            sound &= period.is_some() && value.is_some();
            if let (Some((first, last)), Some(One { claim: is, text, place })) = (period, value) {
                dated.push(Dated { first, last, is, text: text.into(), place });
            }
        }
        dated.sort_by_key(|value| (value.last, value.first));
        for pair in dated.windows(2) {
            if (pair[0].first, pair[0].last) == (pair[1].first, pair[1].last) {
                let related = label(&pair[0].place.source, pair[0].place.span, "the first");
                let Place { source, span } = &pair[1].place;
                problems
                    .error_at(source, *span, "`is` has a second value for the same time")
                    .related
                    .push(related);
                sound = false;
            }
        }
        let latest = dated.last().filter(|_| sound)?.clone();
        let others = dated.iter().map(|value| (&value.is, &*value.text, &value.place));
        if !of_one_kind((&latest.is, &latest.text), others, problems) {
            return None;
        }
        let Dated { is: claim, text, place, .. } = latest;
        Some(IsValue { claim, text: text.into(), place, source: None, dated, also: Vec::new() })
    }

    fn disputed(
        &self,
        pairs: &[(Template<'_>, Template<'_>)],
        problems: &mut Problems<'_>,
    ) -> Option<IsValue> {
        let mut sound = true;
        let mut values: Vec<Accepted> = Vec::with_capacity(pairs.len());
        for (value, source) in pairs {
            let (Some(value), Some(source)) = (value.fill(self.row), source.fill(self.row)) else { continue };
            let value = self.value(&value, problems);
            sound &= value.is_some();
            if let Some(One { claim: is, text, place }) = value {
                values.push(Accepted { is, text: text.into(), source: source.text.into(), place });
            }
        }
        if values.is_empty() || !sound {
            return None;
        }
        let first = values.remove(0);
        let others = values.iter().map(|value| (&value.is, &*value.text, &value.place));
        if !of_one_kind((&first.is, &first.text), others, problems) {
            return None;
        }
        let Accepted { is: claim, text, source, place } = first;
        Some(IsValue {
            claim,
            text: text.into(),
            place,
            source: Some(source.into()),
            dated: Vec::new(),
            also: values,
        })
    }

    fn period(&self, time: &Part<'_>, problems: &mut Problems<'_>) -> Option<(Date, Date)> {
        let days = when::days(&time.text, self.language);
        if days.is_none() {
            let message = format!("`is`: the time of a value {}", not_a_date(&time.text));
            problems.error_at(time.source, time.span, message);
        }
        days
    }

    /// Reads one value and its hedge; what cannot be read is said.
    fn value(&self, part: &Part<'_>, problems: &mut Problems<'_>) -> Option<One> {
        let written = &*part.text;
        if written.len() > LONGEST {
            let message = format!("`is`: a value of {} bytes; none is longer than {LONGEST}", written.len());
            problems.error_at(part.source, part.span, message);
            return None;
        }
        let Some((claim, written)) = self.readable(written) else {
            let message = format!("`is`: no date, number or amount can be read from `{written}`");
            problems.error_at(part.source, part.span, message).notes.push(
                "write one value as an article writes it: 29 February 2020, 5,000 prisoners, 14 months, 8,849 m"
                    .into(),
            );
            return None;
        };
        if let Value::Date(date) = &claim.value
            && date.is_impossible()
        {
            let message = format!("`is`: no calendar has {written}");
            problems.error_at(part.source, part.span, message);
            return None;
        }
        let Some(hedge) = self.hedge else {
            return Some(One { claim, text: written, place: part.place() });
        };
        if claim.hedge.is_some() {
            let message = format!("`hedge`: the value `{written}` has one already");
            problems.error_at(hedge.source, hedge.span, message);
            return None;
        }
        // The hedge is read in the value's company, so that it has the words and the meaning that it has in
        // articles; `at_least` is the spelling of the JSON contract.
        let hedging = hedge.text.replace('_', " ");
        let text = format!("{hedging} {written}");
        let hedged = read_value(self.language, &text).filter(|claim| claim.hedge.is_some());
        if hedged.is_none() {
            let message = format!("`hedge`: `{hedging}` in front of `{written}` cannot be read");
            problems.error_at(hedge.source, hedge.span, message);
        }
        hedged.map(|claim| One { claim, text, place: part.place() })
    }

    /// The value, and its text. A table holds bare digits: long ones are read and shown as an article writes
    /// them, and four where they are no year (“2000 people”).
    fn readable(&self, written: &str) -> Option<(Claim, String)> {
        let read = |text: String| read_value(self.language, &text).map(|claim| (claim, text));
        if self.row.is_none() {
            return read(written.to_owned());
        }
        let group = self.language.group;
        read(grouped(written, group, 5)).or_else(|| read(grouped(written, group, 4)))
    }
}

/// The values of one fact lie on one axis, or none of them can be held against a claim of the other.
fn of_one_kind<'v>(
    (first, written): (&Claim, &str),
    others: impl Iterator<Item = (&'v Claim, &'v str, &'v Place)>,
    problems: &mut Problems<'_>,
) -> bool {
    let own = axis(first, written);
    let mut one = true;
    for (other, text, place) in others {
        if axis(other, text) != own {
            let message = format!("`is`: {text} is another kind of value than {written}");
            problems.error_at(&place.source, place.span, message);
            one = false;
        }
    }
    one
}

/// The text with a mark between groups of three digits, in whole numbers of so many digits and more.
pub(super) fn grouped(text: &str, group: char, least: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |length| at + length);
        let digits = &rest[at..end];
        // Digits behind a point, a comma or a letter are parts of something else.
        let alone = !out.ends_with(['.', ','])
            && !rest[..at].ends_with(|c: char| c.is_alphanumeric() || ".,".contains(c));
        out.push_str(&rest[..at]);
        for (place, digit) in digits.chars().enumerate() {
            let before_group = place > 0 && (digits.len() - place).is_multiple_of(3);
            if alone && digits.len() >= least && !digits.starts_with('0') && before_group {
                out.push(group);
            }
            out.push(digit);
        }
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn long_whole_numbers_are_grouped() {
        for (expected, text) in [
            ("20,343,461,030 US dollars", "20343461030 US dollars"),
            ("-75,649,209", "-75649209"),
            ("2020", "2020"),
            ("1619.969848 m", "1619.969848 m"),
            ("12,345.67890", "12345.67890"),
            ("1,234567", "1,234567"),
            ("00012 and é", "00012 and é"),
            ("A12345", "A12345"),
        ] {
            assert_eq!(expected, grouped(text, ',', 5), "{text}");
        }
        assert_eq!("2,000 people", grouped("2000 people", ',', 4));
    }
}
