//! Dates in the language's words, as messages and corrections write them.

use jiff::civil::{Date, Weekday};

use super::Language;
use crate::value::{DateUnit, PartOf, PartialDate, Season};

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

    /// A date in words, as precisely as it is known: `29 February 2020`, `February 2020`, `the 1990s`, `late 1912`.
    pub fn date_in_words(&self, date: &PartialDate) -> String {
        let whole = self.unit_in_words(date);
        match (date.part, whole.strip_prefix("the ")) {
            (None, _) => whole,
            (Some(part), Some(rest)) => format!("the {} {rest}", part_in_words(part)),
            (Some(part), None) => format!("{} {whole}", part_in_words(part)),
        }
    }

    fn unit_in_words(&self, date: &PartialDate) -> String {
        let joined = |joint: &str, year: Option<i16>| {
            year.map_or_else(String::new, |year| format!("{joint}{}", year_in_words(year)))
        };
        let year = |year: Option<i16>| joined(" ", year);
        let joint = &*self.date_joint;
        match date.unit {
            DateUnit::Day { year: of, month, day } => {
                format!("{day}{joint}{}{}", self.month_name(month), joined(joint, of))
            }
            DateUnit::Month { year: of, month } => {
                format!("{}{}", self.month_name(month), joined(joint, of))
            }
            DateUnit::Year(of) => year_in_words(of),
            DateUnit::Decade(tens) => format!("the {tens}0s"),
            DateUnit::Century(hundreds) => format!("the {}", century_in_words(hundreds)),
            DateUnit::Season { year: of, season } => {
                let name = match season {
                    Season::Spring => "spring",
                    Season::Summer => "summer",
                    Season::Autumn => "autumn",
                    Season::Winter => "winter",
                };
                if of.is_some() { format!("the {name} of{}", year(of)) } else { name.to_owned() }
            }
            DateUnit::Quarter { year: of, quarter } => format!("Q{quarter}{}", year(Some(of))),
            DateUnit::Half { year: of, half } => format!("H{half}{}", year(Some(of))),
            DateUnit::Week { year: of, week } => format!("week {week} of{}", year(Some(of))),
            DateUnit::Weekend { year: of, week } => {
                format!("the weekend of week {week} of{}", year(Some(of)))
            }
            DateUnit::Unresolved => "a day that is not said".to_owned(),
        }
    }
}

const fn part_in_words(part: PartOf) -> &'static str {
    match part {
        PartOf::Early => "early",
        PartOf::Mid => "mid",
        PartOf::Late => "late",
    }
}

/// “19th century” for the years of 1800 to 1899.
pub fn century_in_words(hundreds: i16) -> String {
    let (number, era) =
        if hundreds < 0 { (i32::from(hundreds).abs(), " BC") } else { (i32::from(hundreds) + 1, "") };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending} century{era}")
}

fn year_in_words(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i32::from(year)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_joins_the_parts_of_a_date() {
        let spanish = Language::shipped("es").expect("Spanish");
        let words = |unit: DateUnit| spanish.date_in_words(&unit.into());
        assert_eq!("3 de abril de 2020", words(DateUnit::Day { year: Some(2020), month: 4, day: 3 }));
        assert_eq!("abril de 2020", words(DateUnit::Month { year: Some(2020), month: 4 }));
    }

    #[test]
    fn dates_are_written_as_precisely_as_they_are_known() {
        let english = Language::english();
        let words = |unit: DateUnit| english.date_in_words(&unit.into());
        assert_eq!("29 February 2020", words(DateUnit::Day { year: Some(2020), month: 2, day: 29 }));
        assert_eq!("5 March", words(DateUnit::Day { year: None, month: 3, day: 5 }));
        assert_eq!("44 BC", words(DateUnit::Year(-43)));
        assert_eq!("the 1990s", words(DateUnit::Decade(199)));
        assert_eq!("Q1 2020", words(DateUnit::Quarter { year: 2020, quarter: 1 }));
        assert_eq!(
            "the spring of 1991",
            words(DateUnit::Season { year: Some(1991), season: Season::Spring })
        );
        assert_eq!("the 19th century", words(DateUnit::Century(18)));
        assert_eq!("the 1st century BC", words(DateUnit::Century(-1)));
        assert_eq!("the 21st century", words(DateUnit::Century(20)));
        let late = |unit: DateUnit| PartialDate { part: Some(PartOf::Late), ..unit.into() };
        assert_eq!("late 1912", english.date_in_words(&late(DateUnit::Year(1912))));
        assert_eq!("the late 1990s", english.date_in_words(&late(DateUnit::Decade(199))));
        assert_eq!("Sunday", english.weekday_name(Weekday::Sunday));
    }
}
