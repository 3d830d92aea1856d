//! Dates in the language's words, as messages and corrections write them.

use jiff::civil::{Date, Weekday};

use super::Language;
use crate::value::{DateUnit, PartialDate};

impl Language {
    /// The weekday's full name.
    pub fn weekday_name(&self, day: Weekday) -> &str {
        let index = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        self.weekday_names.get(index).map_or("", String::as_str)
    }

    /// The full name of a month from 1.
    pub fn month_name(&self, month: u8) -> &str {
        let index = usize::from(month).wrapping_sub(1);
        self.month_names.get(index).map_or("", String::as_str)
    }

    /// A number in one word, where there is one.
    pub fn number_name(&self, number: u8) -> Option<&str> {
        self.number_names.iter().find(|(own, _)| *own == number).map(|(_, name)| name.as_str())
    }

    /// A day in words: `29 February 2020`.
    pub fn day_in_words(&self, day: Date) -> String {
        self.date_in_words(&PartialDate::from(day))
    }

    /// A date in words, as precisely as it is known: `29 February 2020`, `February 2020`, `the 1990s`;
    /// ISO 8601 for what has no common wording.
    pub fn date_in_words(&self, date: &PartialDate) -> String {
        let year =
            |year: Option<i16>| year.map_or_else(String::new, |year| format!(" {}", year_in_words(year)));
        match date.unit {
            DateUnit::Day { year: of, month, day } => format!("{day} {}{}", self.month_name(month), year(of)),
            DateUnit::Month { year: of, month } => format!("{}{}", self.month_name(month), year(of)),
            DateUnit::Year(of) => year_in_words(of),
            DateUnit::Decade(tens) => format!("the {tens}0s"),
            _ => date.to_string(),
        }
    }
}

fn year_in_words(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i32::from(year)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_precisely_as_they_are_known() {
        let english = Language::english();
        let words = |unit: DateUnit| english.date_in_words(&unit.into());
        assert_eq!("29 February 2020", words(DateUnit::Day { year: Some(2020), month: 2, day: 29 }));
        assert_eq!("5 March", words(DateUnit::Day { year: None, month: 3, day: 5 }));
        assert_eq!("44 BC", words(DateUnit::Year(-43)));
        assert_eq!("the 1990s", words(DateUnit::Decade(199)));
        assert_eq!("2020-Q1", words(DateUnit::Quarter { year: 2020, quarter: 1 }));
        assert_eq!("Sunday", english.weekday_name(Weekday::Sunday));
    }
}
