//! What no longer holds, in words: “that was the value of 2019; the value of 2021 is 40.2 million”.

use jiff::civil::{Date, date};

use super::{Explainer, in_words};
use crate::checks::OUTDATED;
use crate::claims::Claim;
use crate::diagnostic::Diagnostic;
use crate::facts::{Dated, Fact};
use crate::language::Language;
use crate::value::{DateUnit, PartialDate};
use crate::verdict::Later;

impl Explainer<'_> {
    /// A claim that goes with what a fact was before.
    pub(super) fn outdated(&self, claim: &Claim, later: &Later, why: &[String]) -> Option<Diagnostic> {
        let block = self.block(claim);
        let said = in_words(claim, &block.text, self.language);
        let fact = &self.facts.facts[later.fact];
        let then = match (later.dated.and_then(|at| fact.dated.get(at)), fact.until) {
            (Some(dated), _) => format!("that was the value of {}", self.time(dated)),
            (None, Some(end)) => format!("that held until {}", self.language.day_in_words(end)),
            (None, None) => "that held before".to_owned(),
        };
        let now = later.now.and_then(|(now, dated)| Some((self.facts.facts.get(now)?, dated)));
        let now_is = now.map_or_else(String::new, |(now, dated)| {
            let value = self.fact_in_words(&now.at(dated));
            match (dated.and_then(|at| now.dated.get(at)), now.from) {
                (Some(dated), _) => format!("; the value of {} is {value}", self.time(dated)),
                (None, Some(from)) => format!("; since {} it is {value}", self.language.day_in_words(from)),
                (None, None) => format!("; by now it is {value}"),
            }
        });
        let related = std::iter::once(fact.at(later.dated).label())
            .chain(now.map(|(now, dated)| Fact::label(&now.at(dated))))
            .collect();
        let severity = self.policy.severity(OUTDATED, self.checks.severity(OUTDATED));
        Some(Diagnostic {
            rule: OUTDATED.to_owned(),
            severity: self.in_place(severity, block, claim.span)?,
            message: format!("the text says {said}; {then}{now_is}"),
            primary: self.label(block, claim.span, String::new()),
            related,
            notes: vec![format!("compared because {}", why.join(", "))],
            suggestions: Vec::new(),
        })
    }

    fn time(&self, dated: &Dated) -> String {
        stretch_in_words(dated.first, dated.last, self.language)
    }
}

/// “2019”, “May 2019”, “1 May 2019”, “1 May 2019 to 3 June 2020”, “2019 to 2021”.
fn stretch_in_words(first: Date, last: Date, language: &Language) -> String {
    let words = |unit: DateUnit| language.date_in_words(&PartialDate::from(unit));
    let (year, month) = (first.year(), first.month());
    let whole_years = first == date(year, 1, 1) && (last.month(), last.day()) == (12, 31);
    let whole_month = first == first.first_of_month() && last == first.last_of_month();
    match () {
        () if first == last => language.day_in_words(first),
        () if whole_years && last.year() == year => words(DateUnit::Year(year)),
        () if whole_years => {
            format!("{} to {}", words(DateUnit::Year(year)), words(DateUnit::Year(last.year())))
        }
        () if whole_month => words(DateUnit::Month { year: Some(year), month: month.unsigned_abs() }),
        () => format!("{} to {}", language.day_in_words(first), language.day_in_words(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_plainly_as_it_can_be() {
        for (expected, first, last) in [
            ("2019", (2019, 1, 1), (2019, 12, 31)),
            ("2019 to 2020", (2019, 1, 1), (2020, 12, 31)),
            ("February 2020", (2020, 2, 1), (2020, 2, 29)),
            ("3 May 2019", (2019, 5, 3), (2019, 5, 3)),
            ("3 May 2019 to 4 May 2019", (2019, 5, 3), (2019, 5, 4)),
        ] {
            let day = |(year, month, day): (i16, i8, i8)| date(year, month, day);
            assert_eq!(expected, stretch_in_words(day(first), day(last), &Language::english()));
        }
    }
}
