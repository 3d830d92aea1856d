//! What follows from the days on which somebody was born and died, or something was founded: ages,
//! anniversaries, “ten years after”.

use jiff::civil::Date;

use super::FactBook;
use crate::value::{Days, Extent, Interval, Number, day_from_number};

/// A day of a life; its name is a key of a subject, the id of its fact, and a list of cues of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Event {
    Born,
    Died,
    Founded,
}

impl Event {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Self; 3] = [Self::Born, Self::Died, Self::Founded];

    /// The key of a subject and the id of the fact.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Born => "born",
            Self::Died => "died",
            Self::Founded => "founded",
        }
    }
}

/// The days of a life that are known, as indices into [`FactBook::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Life([Option<usize>; 3]);

impl Life {
    /// The fact of an event.
    pub const fn fact(&self, event: Event) -> Option<usize> {
        self.0[event as usize]
    }

    pub(super) const fn set(&mut self, event: Event, fact: usize) {
        self.0[event as usize] = Some(fact);
    }
}

/// A number of years that follows from facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// Whole years that have passed: one number, or two neighbours where a day is not known.
    pub years: Interval<Number>,
    /// The facts that it follows from, as indices into [`FactBook::facts`].
    pub from: Vec<usize>,
}

impl FactBook {
    /// How many whole years after an event of a subject's life these days lie: an age, or the number of an
    /// anniversary. `None` if the event is not known, or lies behind them.
    ///
    /// ```
    /// use factlint::facts::{Event, FactBook};
    /// use factlint::language::Language;
    /// use factlint::source::Source;
    /// use factlint::value::{Interval, Number, day_number};
    ///
    /// let file = "subject: Ada Quill\nborn: 12 May 1960\nsource: register\n";
    /// let mut book = FactBook::default();
    /// book.load(&Source::new("people.yaml", file), &Language::english());
    /// let day = Interval::exactly(day_number(jiff::civil::date(2020, 5, 11)));
    /// let age = book.years_since(0, Event::Born, &day).expect("an age");
    /// assert_eq!(Interval::exactly(Number::from(59)), age.years);
    /// ```
    pub fn years_since(&self, subject: usize, event: Event, on: &Days) -> Option<Derived> {
        let fact = self.event(subject, event)?;
        let years = whole_years(self.days_of(fact)?, on)?;
        Some(Derived { years, from: vec![fact] })
    }

    /// The age that somebody had on these days; `None` after death, too.
    pub fn age(&self, subject: usize, on: &Days) -> Option<Derived> {
        let dead = self.event(subject, Event::Died).and_then(|fact| self.days_of(fact));
        let over = dead.is_some_and(|died| died.hi.value() < on.lo.value());
        if over { None } else { self.years_since(subject, Event::Born, on) }
    }

    /// The age that somebody reached.
    pub fn age_at_death(&self, subject: usize) -> Option<Derived> {
        let died = self.event(subject, Event::Died)?;
        let mut age = self.years_since(subject, Event::Born, self.days_of(died)?)?;
        age.from.push(died);
        Some(age)
    }

    fn event(&self, subject: usize, event: Event) -> Option<usize> {
        self.subjects.get(subject)?.life.as_ref()?.fact(event)
    }

    fn days_of(&self, fact: usize) -> Option<&Days> {
        match self.facts.get(fact)?.is.extent.as_ref()? {
            Extent::Days(days) => Some(days),
            Extent::Amount(_) => None,
        }
    }
}

/// Whole years from one stretch of days to another: the fewest and the most that it may be.
fn whole_years(from: &Days, to: &Days) -> Option<Interval<Number>> {
    let day = |number: Option<&i64>| number.and_then(|number| day_from_number(*number));
    let fewest = years(day(from.hi.value())?, day(to.lo.value())?);
    let most = years(day(from.lo.value())?, day(to.hi.value())?);
    (most >= 0).then(|| Interval::between(Number::from(fewest.max(0)), Number::from(most)))
}

/// Birthdays from one day to another; who was born on 29 February has it on 1 March in other years.
fn years(from: Date, to: Date) -> i64 {
    let before = (to.month(), to.day()) < (from.month(), from.day());
    i64::from(to.year()) - i64::from(from.year()) - i64::from(before)
}
