//! What a phrase of a language can mean to the grammar.

use std::sync::Arc;

use crate::value::{Code, Currency, PartOf, Season, TimeUnit, Unit, Weekday};

/// One meaning of a phrase; a phrase may have several (“second”, “May”).
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A number below a hundred.
    Cardinal(u8),
    /// A power of ten: “thousand”.
    Scale(u8),
    /// A power of ten glued to digits: “250k”.
    Suffix {
        /// The power of ten.
        power: u8,
        /// Whether it counts beside a currency only.
        money: bool,
    },
    /// So many at once: “dozen”.
    Group(u16),
    /// More than one of so many: “hundreds”, “dozens”.
    Many(u64),
    /// A count that may be one more: “a couple of”.
    Couple(u8),
    /// A few of what a scale word behind counts: “several hundred”.
    Several,
    /// One of so many equal parts: “third”.
    Fraction {
        /// How many parts make the whole.
        parts: u64,
        /// Whether several parts are named: “thirds”.
        plural: bool,
    },
    /// A place in an order.
    Ordinal(u64),
    /// The ending of an ordinal in figures: “45th”.
    OrdinalSuffix,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// Hundredths of a percentage point.
    BasisPoint,
    /// Hundredths of a point by which a rate is changed: 25 for “quarter-point”.
    RatePoints(u8),
    /// Says that rates are spoken of: “central bank”.
    RateCue,
    /// So many times as much: “twofold”, “doubled”.
    Multiple(u16),
    /// Makes a number in front of it a multiple: the “times as” of “three times as many”.
    Times,
    /// Behind a decimal it makes a multiple of it: the x of “1.3x”.
    TimesSign,
    /// Says that two numbers with a colon between are a ratio.
    RatioCue,
    /// What says that a number is somebody's age.
    Age(AgeCue),
    /// The tens of somebody's age: “sixties”.
    AgeDecade(u8),
    /// Makes a word that is a currency and a weight a weight: “weighs”.
    WeightCue,
    /// What is paid for or in, so that pounds in front of it are money: “note”, “fine”.
    Priced,
    /// What is sold by weight, so that pounds in front of it are one: “beef”.
    Weighed,
    /// What is counted in millions, so that an “m” in front of it is no metre: “voters”.
    Masses,
    /// What a number without a unit is said of: “pH”, “magnitude”.
    Unitless,
    /// Says in which way a length is measured: “across”.
    Extent,
    /// Makes a temperature in front of it negative.
    BelowZero,
    /// Makes two small numbers with a hyphen between a score: “won”.
    ScoreCue,
    /// Makes a number in front of it a house number: “Street”.
    Street,
    /// A phrase with a number that asserts none: “no one”, “second chance”.
    Idiom,
    /// A month from 1.
    Month(u8),
    /// A day of the week.
    Weekday(Weekday),
    /// A unit of time.
    Time(TimeUnit),
    /// A unit of time as a letter glued to digits.
    TimeLetter(TimeUnit),
    /// “early”, “mid”, “late”.
    PartOf(PartOf),
    /// Several days of the week: “Sundays”.
    Weekdays(Weekday),
    /// Saturday and Sunday.
    Weekend,
    /// A season.
    Season(Season),
    /// Several seasons of a name: “summers”.
    Seasons(Season),
    /// A day by its distance from today: −1 for “yesterday”.
    DayWord(i8),
    /// A part of the day, which does not change the day: “morning”.
    DayPart,
    /// The tens of a decade: 9 for “nineties”.
    Decade(u8),
    /// “last” (−1), “this” (0), “next” (1).
    Which {
        /// How many further on.
        offset: i8,
        /// Whether it is counted from the date last spoken of: “the following day”.
        spoken: bool,
    },
    /// The letter of Q3.
    QuarterLetter,
    /// The letter of H1.
    HalfLetter,
    /// A count that is no exact number: 3 for “a few”.
    Vague(u8),
    /// A holiday, by its place in the table of holidays.
    Holiday(u16),
    /// What may stand between a count and a unit of time: “two more weeks”.
    TimeAdjective,
    /// In front of “a week” it makes that a length: “took”.
    Lasting,
    /// Says whether what stands behind it has happened yet: `true` for “will”.
    Tense(bool),
    /// Years before (`true`) or after the year 1.
    Era(bool),
    /// A word in front of four figures that makes them a year.
    YearCue,
    /// A word in front of a name of a month that is a common word as well: “in May”.
    MonthCue,
    /// A word in front of a day and month in figures: “on 4/22”.
    DayCue,
    /// A name of a month that is a common word as well.
    CommonWord,
    /// A unit of measurement.
    Unit {
        /// The unit.
        unit: Arc<Unit>,
        /// Whether it is a common word as well and needs more to count: “in”.
        weak: bool,
        /// Whether it is no other word, so that an article is enough: “a kilogram”.
        sure: bool,
    },
    /// A currency, or a part of one.
    Currency(Arc<Denomination>),
    /// A currency whose name is a common word, so that only large amounts are of it: “won”.
    CommonCurrency(Code),
    /// A sign of a currency that many other names have, so that only large amounts are of it: the R of “R20 million”.
    CodeOfMuch,
    /// A hedge in front of a value, or behind it.
    Hedge {
        /// Which.
        hedge: Hedge,
        /// Whether it stands behind the value.
        after: bool,
    },
    /// A function word.
    Role(Role),
    /// What makes a number behind it a name: “Boeing”.
    Label,
    /// What makes a number in front of it no claim: “p.m.”.
    NotClaim,
    /// Ends the noun phrase behind a number.
    Stop,
    /// Makes what stands around it something else than an assertion: “not”, “if”, “anniversary”.
    Unasserted,
    /// Begins another clause: “which”, “while”.
    ClauseBreak,
    /// Says how a value beside it belongs to what is spoken of.
    Beside(Beside),
    /// What the checks of a text against itself look for.
    Told(Told),
    /// An anniversary by its number; 0 where an ordinal in front says it.
    Anniversary(u16),
    /// Says how two numbers of a text belong together.
    Cue(Cue),
}

/// What money is counted in.
#[derive(Debug, PartialEq)]
pub struct Denomination {
    /// The currency, or those that have the name: “dollar”.
    pub currency: Currency,
    /// How many make one of the main unit: 100 for cents.
    pub parts: u8,
}

/// What a word says of the value or measure beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// In front of a measure it leaves it as it is: “the total population”.
    Neutral,
    /// The value is one part’s, not the whole’s: “male 73.1”.
    Part,
    /// What follows is what the value is held against: “than”, “compared with”.
    Against,
    /// Leads from a value to the part that it is of: “77 years for women”.
    Among,
    /// What follows was the value before: “up from”.
    Origin,
    /// The value is no measure of the subject itself: “average”, “target”.
    Statistic,
    /// The value is how much something changed: “rose by”.
    Change,
    /// A verb between a subject and its value: “is”, “has”.
    Link,
    /// Several values belong to several subjects in their order: “respectively”.
    Respective,
    /// A word for people, whom a population counts: “inhabitants”.
    People,
    /// Stands for the subject spoken of before: “it”.
    Pronoun,
    /// The ending of a possessive behind its apostrophe: the s of “Kenya’s”.
    Possessive,
    /// In front of what a subject is called it means the one spoken of before: “the agreement”.
    Definite,
    /// What is said held before: “was”, “formerly”.
    Past,
    /// What somebody does with an anniversary on its day: “celebrated”.
    Marks,
    /// Between a length of time and the event that it counts from: “after”.
    After,
    /// What each party of an agreement does on a day of its own: “signed”.
    EachParty,
    /// A body of one country: “parliament”.
    Body,
    /// What is done in each country on a day of its own: “released”.
    EachPlace,
    /// Behind a length it leads to what it is a part of: “along the border”.
    Along,
    /// The value is of what is named and of nothing else: “in Norland alone”.
    Alone,
    /// In front of where a height is measured from: “above”.
    MeasuredFrom,
    /// The place that heights are measured from, if nothing else is said: “above sea level”.
    SeaLevel,
    /// Somebody beside the one who is named: “daughter”.
    Person,
    /// Behind an amount it makes it one of each year or day: “a year”.
    Rate,
    /// What is told by the year anyway: “sales”.
    Yearly,
    /// The value is what one of many has: “each”.
    Each,
    /// In front of a part of the subject, not of what it is: “has”.
    Has,
    /// In front of a value it denies the value: “not”, “wrongly”.
    Denied,
    /// Right behind a value it says that the value is wrong: “is a misprint”.
    Mistaken,
    /// The sentence tells of another world or calendar: “in the novel”.
    Elsewhere,
    /// An anniversary is kept, or spoken of, in another year than its own: “a year late”, “plan”.
    OffDate,
    /// Behind degrees it makes them a difference: “warmer”.
    Difference,
    /// Behind an amount it makes it a difference: “£2 million above”.
    Excess,
    /// The subject has not what follows: “needs”.
    Wanting,
    /// Behind an amount it makes it one of less than a year: “a day”.
    ShortRate,
    /// Is counted over a time, of which a year is meant if nothing is said: “visitors”.
    Flow,
    /// Behind an amount it leads to a time that is no year: “during”.
    During,
    /// Adds several subjects up: “combined”.
    Together,
    /// A verb that has one subject: “has”.
    Singular,
    /// In front of a height it says where something is, or how far it goes: “at”, “to”.
    Reaching,
    /// Somebody was there when it happened: “attended”.
    Attending,
    /// In front of what is spoken of: “about”.
    About,
    /// Leads from a thing to what stands beside it: “round”.
    Around,
}

/// What words tell the checks of a text against itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// A life began: “born”.
    Born,
    /// A life ended: “died”.
    Died,
    /// Something began: “founded”, “opened”.
    Began,
    /// Something ended: “dissolved”, “closed”.
    Ended,
    /// Something happened, whatever it was: “signed”, “elected”.
    Happened,
    /// People lost their lives: “killed”, “dead”.
    Killed,
    /// People were hurt: “injured”, “wounded”.
    Injured,
    /// A stretch of time by itself: “period”, “span”.
    Stretch,
    /// A sum over all: “in total”, “altogether”.
    InAll,
    /// A verb that nothing is done to: “sank”.
    Active,
    /// Happens to a thing once: “founded”.
    Once,
    /// People of any kind: “people”.
    People,
    /// Says that a number goes up: “rose”.
    Rising,
    /// By the Gregorian calendar: “New Style”.
    NewStyle,
    /// By the Julian calendar: “Old Style”.
    OldStyle,
    /// Counted back from today: “ago”.
    Ago,
    /// How large something is: “long”, “high”.
    Size,
    /// Belongs to a thing that was named before: “its”.
    Its,
    /// In front of a day: “on”.
    On,
    /// Stands for a person who was named before: “he”.
    Pronoun,
    /// Something went from one to another, so that a range may fall: “moved”, “cut”.
    Changed,
    /// Two ends are set against each other and make no range: “difference”, “choose”.
    Apart,
    /// Names of newspapers that end in a weekday: “Mail on Sunday”.
    Paper,
    /// Speaks of another year than the text's own: “last year”.
    OtherYear,
    /// Brings in a second person: “his wife”, “succeeded”, “who”.
    SecondPerson,
    /// Begins a clause about what was named right before: “that”.
    Relative,
    /// Something else of the same kind, or only some of those counted: “a second”, “himself”.
    Another,
    /// A row or column of a table that is no part of a sum: “average”, “of which”.
    Unsummed,
    /// What the sentence before spoke of: “it”, “they”.
    Them,
}

/// What says that a number is somebody's age, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeCue {
    /// In front of the number: “aged”.
    Before,
    /// Behind a unit of time: “old”.
    After,
    /// In front of tens: the “his” of “in his sixties”.
    Whose,
    /// In front of a bare number: “turned 60”.
    Turned,
    /// Tells what happens once in a life, in front of a bare number: “died at 83”.
    Once,
    /// Whose age stands behind “of” or in brackets: “a woman of 71”, “a man (34)”.
    Person,
    /// Whose age stands in brackets or between commas: “her son, 12,”, but not “a mother of three”.
    Relative,
}

/// A word or two that widen a value, or open one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it; Hedge::name gives the contract's spelling")]
pub enum Hedge {
    About,
    Over,
    Under,
    AtLeast,
    AtMost,
    Nearly,
    UpTo,
    Exactly,
}

impl Hedge {
    /// Which end the hedge leaves open; `None` for one that only widens.
    pub const fn direction(self) -> Option<std::cmp::Ordering> {
        match self {
            Self::Over | Self::AtLeast => Some(std::cmp::Ordering::Greater),
            Self::Under | Self::AtMost | Self::UpTo => Some(std::cmp::Ordering::Less),
            Self::About | Self::Nearly | Self::Exactly => None,
        }
    }

    /// The contract's spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Over => "over",
            Self::Under => "under",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Nearly => "nearly",
            Self::UpTo => "up_to",
            Self::Exactly => "exactly",
        }
    }
}

/// Function words that the grammar asks for by what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the words")]
pub enum Role {
    A,
    /// “plays Leeds on Sunday”, which is to come.
    Acts,
    /// “fell ahead of Friday's vote”, which is to come.
    AheadOf,
    And,
    /// “another hour”.
    Another,
    Between,
    /// “Sunday marks the end of it”, which is to come.
    Brings,
    But,
    /// “c. 1120”, which is a year.
    Circa,
    /// “higher than a year ago”, which is no hedge.
    Compared,
    Cubed,
    Cubic,
    /// Behind a month that is to come: “July delivery”.
    Delivery,
    DividedBy,
    /// In front of what comes again and again: “each Friday”.
    Each,
    /// “the year ended 31 March”.
    Ended,
    Every,
    /// Beside a day that has no year since it is one of each: “annually”.
    EveryYear,
    /// The last of what it stands in front of: “the final week of May”.
    Final,
    From,
    /// “a day after”, which is a length and no rate.
    FromWhen,
    /// What is done in a game, whose quarters are none of a year: “touchdown”.
    Game,
    Half,
    /// “once in a decade”, which is no date.
    HowOften,
    In,
    /// “is booked”, which says nothing about the time.
    Is,
    /// What is played or told over a few of them: “over two legs”.
    Legs,
    /// “year-long”.
    Long,
    /// “could come on Friday”, which is to come.
    May,
    Minus,
    /// “the biggest gain in a year”.
    Most,
    /// What is named by a day: “named after the 25th of April”.
    Named,
    /// Says that two figures with a slash between are odds: “the 20/1 favourite”.
    Odds,
    Of,
    /// The first of what it stands in front of: “the opening week”.
    Opening,
    Or,
    /// “every other Friday”.
    Other,
    OutOf,
    /// Behind it “over” is no hedge: “handed over 20 letters”.
    OverBehind,
    /// The same in front of a length of time: “held over three days”.
    OverTime,
    Per,
    /// “the coming years”, which are none in particular.
    Plural,
    /// “5 plus or minus 2”.
    PlusMinus,
    Point,
    /// “anywhere from six weeks to three months”, which is no change.
    Ranging,
    /// In front of “that” it makes that a conjunction: “said that July was wet”.
    Says,
    Square,
    Squared,
    /// Between tens and units: “treinta y cinco”.
    TensAnd,
    The,
    /// A clause begins with it: “on the 5th they met”.
    They,
    To,
    /// “the whole year”.
    Whole,
    /// Days on which there is work, which no calendar counts: “ten working days”.
    Working,
}

/// Words that say how two numbers belong together; checks of a text against itself ask for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// It became more: “rose”.
    Up,
    /// It became less: “fell”.
    Down,
    /// In front of what it was before: “from”, “compared with”.
    Before,
    /// In front of what it came to: “to”.
    After,
    /// Says over what time a change is counted: “year on year”.
    Aside,
    /// Makes a rate that of another base: “same-store”, “at constant currency”.
    OtherBase,
    /// Turns what it stands with round: a profit may fall to a loss.
    Loss,
    /// Rates that fall as the figure rises: yen to the dollar.
    Inverse,
    /// Names an end of a range over time, not the time before: “a low of”.
    Extreme,
    /// Begins another thought without a verb of its own: “amid”.
    Clause,
    /// In front of a part of what was said: “including”.
    Including,
    /// Names what is not among the parts that are told: “plus tax”, “one more”.
    OnTop,
    /// In front of what is left when all other parts are told: “the remaining”.
    Rest,
    /// In front of a list of all parts: “made up of”.
    MadeOf,
    /// What is counted are people, so that men and women are parts of them.
    People,
    /// Parts of people that leave none of the others over: “men”.
    KindOfPeople,
    /// What boys and girls are together.
    Children,
    /// A kind of children: “girls”.
    KindOfChildren,
    /// In front of how many games were played.
    Played,
    /// In front of how many of them were won …
    Won,
    /// … lost …
    Lost,
    /// … and drawn.
    Drawn,
    /// In front of the same in other words: “that is”.
    SameAs,
    /// Between a part and its whole: “out of”.
    OutOf,
    /// In front of “of” it leaves open how many of a number are meant: “most”.
    SomeOf,
    /// A base of its own, over which a mean is another: “career”.
    Scope,
    /// Names a mean: “an average of”.
    Mean,
    /// Names a sum: “a total of”, “Total”.
    Total,
    /// Makes two sizes of one thing: the “by” of “3 by 4 m”.
    By,
    /// A verb that says which way something went, and that is no noun: “rose”, “fell”.
    Moved,
    /// A verb of motion, behind which “up to” says where something came to, and no bound: “went”.
    Going,
    /// Counted by these, a rise is a fall: what is quoted in something else, places in a table.
    Turned,
    /// Says that a small number is a count, not a place in a table: “the number of”.
    Number,
    /// Of percentages, counts what lies between two: “points”.
    Points,
    /// Behind a mean, says that it is each one's: “apiece”.
    Each,
}
