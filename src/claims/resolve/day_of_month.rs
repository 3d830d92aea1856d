//! A day of the month without its month: “on the 26th”.

use jiff::civil::Date;

use super::super::when::Tense;
use super::{Context, first_day, last_day};
use crate::value::{DateUnit, PartialDate, Weekday, day_number};

impl Context<'_> {
    /// “the 21st” of the month that is spoken of, else of this month or the nearest in which it falls on the weekday.
    pub(super) fn day_of_month(&self, day: u8, weekday: Option<Weekday>, tense: Tense) -> Option<Date> {
        let number = i8::try_from(day).ok()?;
        let fits = |day: &Date| weekday.is_none_or(|weekday| day.weekday() == weekday);
        let in_month = |month: Date| month.with().day(number).build().ok().filter(fits);
        if let Some(named) = self.month_at_hand(tense) {
            let found = first_day(named).and_then(|day| in_month(day.first_of_month()));
            return match named.unit {
                // “On 29 March it ran aground; on the 2nd” may be told of what was before, or behind.
                DateUnit::Day { day: last, .. } if weekday.is_none() && day < last => None,
                _ => found.or_else(|| self.near_today(in_month)),
            };
        }
        self.near_today(in_month)
    }

    /// The first day that is found in this month or in one of the nearest.
    fn near_today(&self, in_month: impl Fn(Date) -> Option<Date>) -> Option<Date> {
        /// A weekday falls on a day of the month at least once in so many months.
        const MONTHS: i64 = 12;
        let month = self.today?.first_of_month();
        let nearest = |offset: i64| {
            month.checked_add(jiff::Span::new().try_months(offset).ok()?).ok().and_then(&in_month)
        };
        (0..MONTHS).flat_map(|offset| [offset, -offset]).find_map(nearest)
    }

    /// The month or day that the same sentence names or one of the last few of the paragraph; what lies ahead is in none
    /// that was over long before the text was written.
    fn month_at_hand(&self, tense: Tense) -> Option<PartialDate> {
        /// “He was born on 3 May 1950, and speaks on the 26th.”
        const LONG: i64 = 62;
        /// So many sentences may stand between.
        const FEW: u32 = 3;
        let (named, _) = self.named.filter(|(_, place)| self.is_among_last(*place, FEW))?;
        let over = || {
            let last = last_day(named).map(day_number);
            last.zip(self.today).is_some_and(|(last, today)| last + LONG < day_number(today))
        };
        (tense != Tense::Future || !over()).then_some(named)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{ignores_kind, reads_among};

    #[test]
    fn a_day_alone_is_one_of_the_month_that_was_named() {
        for (text, words, expected) in [
            ("In July 1956 he took the canal, on the 26th.", "on the 26th", "date 1956-07-26"),
            ("The talks began on 3 May 1999; on the 5th they broke up.", "on the 5th", "date 1999-05-05"),
            ("It ran aground on 23 March, and on the 26th the tugs came.", "on the 26th", "date 2021-03-26"),
            (
                "On 3 May 1999 they met; on the 5th she left, and on the 9th he came.",
                "on the 9th",
                "date 1999-05-09",
            ),
            (
                "On Monday 29 March 1999 they met, and again on Wednesday the 31st.",
                "Wednesday the 31st",
                "date 1999-03-31",
            ),
            ("They will meet on 3 May and again on the 26th.", "on the 26th", "date 2021-05-26"),
            // What was before a day that was named may be of the month before or behind.
            ("On 29 March 1999 it ran aground; it was freed on the 2nd.", "on the 2nd", "date XXXX-XX-XX"),
            ("In May 1950 they met, and again on Friday the 23rd.", "Friday the 23rd", "date 2021-04-23"),
            // No month is named, or one that was over long before.
            ("The vote is on the 26th.", "on the 26th", "date 2021-04-26"),
            ("Yesterday they met, and will vote on the 26th.", "on the 26th", "date 2021-04-26"),
            ("She was born on 3 May 1950, and will speak on the 26th.", "on the 26th", "date 2021-04-26"),
        ] {
            reads_among("2021-04-02", text, words, expected);
        }
        let no_days = [
            "On the 5th floor, on the 5th day and on the 5th attempt",
            "on the 5th of the visits",
            "on the first £20,000",
            "on the 21st \"open\" day",
            "on the second they agree",
        ];
        ignores_kind("date", &no_days);
    }
}
