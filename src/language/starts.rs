//! How a claim may begin, as a set: what the scanner asks of each word before a grammar is tried.

use super::meaning::{AgeCue, Beside, Cue, Meaning, Role, Told};
use super::sense::Slot;

/// A set of ways in which a claim may begin.
///
/// ```
/// use factlint::language::Starts;
///
/// const DATE: Starts = Starts::DIGITS.or(Starts::MONTH);
/// assert!(DATE.meets(Starts::MONTH) && !DATE.meets(Starts::HEDGE));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Starts(u64);

#[allow(missing_docs, reason = "the names are those of the meanings")]
impl Starts {
    pub const NONE: Self = Self(0);
    pub const DIGITS: Self = Self(1);
    /// A sign, apostrophe or point in front of digits; ½ and its like.
    pub const MARK: Self = Self(1 << 1);
    pub const CARDINAL: Self = Self(1 << 2);
    pub const SCALE: Self = Self(1 << 3);
    pub const GROUP: Self = Self(1 << 4);
    pub const FRACTION: Self = Self(1 << 5);
    pub const ORDINAL: Self = Self(1 << 6);
    pub const MONTH: Self = Self(1 << 7);
    pub const WEEKDAY: Self = Self(1 << 8);
    pub const PART: Self = Self(1 << 9);
    pub const TIME: Self = Self(1 << 10);
    pub const UNIT: Self = Self(1 << 11);
    pub const CURRENCY: Self = Self(1 << 12);
    pub const HEDGE: Self = Self(1 << 13);
    pub const A: Self = Self(1 << 14);
    pub const THE: Self = Self(1 << 15);
    pub const HALF: Self = Self(1 << 16);
    pub const BETWEEN: Self = Self(1 << 17);
    pub const FROM: Self = Self(1 << 18);
    pub const SEASON: Self = Self(1 << 19);
    /// “a few”, “another”.
    pub const VAGUE: Self = Self(1 << 20);
    /// “the whole”.
    pub const WHOLE: Self = Self(1 << 21);
    /// “hundreds”, “double”, “minus”.
    pub const COUNT_WORD: Self = Self(1 << 23);
    /// “aged”.
    pub const AGE: Self = Self(1 << 24);
    /// A phrase that asserts nothing: “one another”.
    pub const IDIOM: Self = Self(1 << 25);
    /// A word that opens a pattern of the language: “since”.
    pub const PATTERN: Self = Self(1 << 22);

    /// Words that begin a claim only in front of one that could begin it as well: “a” in “a dozen”,
    /// “last” in “last week”.
    pub const OPENERS: Self = Self::A
        .or(Self::THE)
        .or(Self::BETWEEN)
        .or(Self::FROM)
        .or(Self::HEDGE)
        .or(Self::PATTERN)
        .or(Self::WHICH);

    pub const DAY_WORD: Self = Self(1 << 26);
    pub const DAY_PART: Self = Self(1 << 27);
    pub const WEEKEND: Self = Self(1 << 28);
    pub const DECADE: Self = Self(1 << 29);
    pub const WHICH: Self = Self(1 << 30);
    /// The letter of Q3 and H1.
    pub const LETTER: Self = Self(1 << 31);
    pub const ERA: Self = Self(1 << 32);
    pub const HOLIDAY: Self = Self(1 << 33);
    /// “Mondays”; a word that says of a day that it comes again has the mark as well: “each”.
    pub const WEEKDAYS: Self = Self(1 << 34);

    /// “percent”, “basis points”.
    pub const PERCENT: Self = Self(1 << 35);
    /// A word of an age: “aged”, “old”, “teens”.
    pub const AGE_WORD: Self = Self(1 << 36);
    /// Four figures, or figures with a mark behind as dates have it.
    pub const YEAR: Self = Self(1 << 37);

    /// A symbol of a unit that is a common word as well: “in”.
    pub const WEAK_UNIT: Self = Self(1 << 38);

    /// The “th” of “45th”.
    pub const ORDINAL_SUFFIX: Self = Self(1 << 39);
    /// A letter that scales the figures in front of it: “m”, “bn”.
    pub const SUFFIX: Self = Self(1 << 40);
    /// “times”, “fold”.
    pub const TIMES: Self = Self(1 << 41);

    /// A function word that begins no claim: “to”, “of”.
    pub const JOINT: Self = Self(1 << 42);
    /// “or so”.
    pub const HEDGE_BEHIND: Self = Self(1 << 43);
    /// “p.m.”, which makes the number in front of it something else.
    pub const NO_CLAIM: Self = Self(1 << 44);

    /// A word or mark that patterns of dates have.
    pub const LITERAL: Self = Self(1 << 45);

    /// A word that may make a claim. What a sentence without any has, articles, hedges and units, needs a number.
    pub const CORE: Self = Self(1 << 46);

    /// A word without which some date is not there: the “christmas” of “the day before Christmas”.
    pub const DATING: Self = Self(1 << 47);

    /// The first word of a phrase that says how two numbers belong together, or one that begins a clause.
    pub const CUE: Self = Self(1 << 48);
    /// “average”.
    pub const MEAN: Self = Self(1 << 49);
    /// Another function word.
    pub const STOP: Self = Self(1 << 50);

    /// A word that may stand for what was spoken of before: “it”, the “the” of “the agreement”.
    pub const CARRIES: Self = Self(1 << 51);

    /// What checks look for: “born”, “opened”, “anniversary”, and what else tells how claims belong together.
    pub const LIFE: Self = Self(1 << 52);
    pub const EVENT: Self = Self(1 << 53);
    pub const ANNIVERSARY: Self = Self(1 << 54);
    pub const TOLD: Self = Self(1 << 55);
    /// “rose”, “fell”.
    pub const WAY: Self = Self(1 << 56);
    /// “a total of”, “the remaining”, “men”, and what else tells that numbers add up.
    pub const SUM: Self = Self(1 << 57);
    /// “or”, “that is”, and what else stands in front of the same in other words.
    pub const SAME: Self = Self(1 << 58);

    /// A word of somebody's names, or perhaps of their descriptions, for which the lexicon watches.
    pub const NAME: Self = Self(1 << 59);
    pub const DESCRIPTION: Self = Self(1 << 60);
    pub const SUBJECT: Self = Self::NAME.or(Self::DESCRIPTION);

    /// What is asked for beside times only: the “will” that says when, the “more” of “two more weeks”.
    pub const BESIDE_TIME: Self = Self(1 << 61);

    /// What makes a number behind it a name: “Boeing”.
    pub const LABEL: Self = Self(1 << 62);

    /// “to”, “or”, “plus or minus”, which join two figures.
    pub const TO: Self = Self(1 << 63);

    pub const ALL: Self = Self(u64::MAX);

    /// What only those ask for who read what claims say, or what stands beside them: no claim has a word that is good for
    /// nothing else.
    pub const OUTSIDE: Self = Self::CUE
        .or(Self::MEAN)
        .or(Self::STOP)
        .or(Self::CARRIES)
        .or(Self::LIFE)
        .or(Self::EVENT)
        .or(Self::ANNIVERSARY)
        .or(Self::TOLD)
        .or(Self::WAY)
        .or(Self::SUM)
        .or(Self::SAME)
        .or(Self::SUBJECT)
        .or(Self::LABEL);

    /// A word that can make a number in front of it or behind it a date.
    pub const DATE_WORD: Self = Self::MONTH
        .or(Self::WEEKDAY)
        .or(Self::WEEKDAYS)
        .or(Self::TIME)
        .or(Self::SEASON)
        .or(Self::DAY_WORD)
        .or(Self::DAY_PART)
        .or(Self::WEEKEND)
        .or(Self::DECADE)
        .or(Self::LETTER)
        .or(Self::ERA)
        .or(Self::HOLIDAY);

    /// A word that names a time: “yesterday”, “last”, “summer”, “Easter”.
    pub const TIME_WORD: Self = Self::SEASON
        .or(Self::DAY_WORD)
        .or(Self::DAY_PART)
        .or(Self::WEEKEND)
        .or(Self::DECADE)
        .or(Self::WHICH)
        .or(Self::LETTER)
        .or(Self::ERA)
        .or(Self::HOLIDAY);

    /// What makes a claim, by itself or with an article: a number, or a word of a date.
    const CLAIMS: Self = Self::CARDINAL
        .or(Self::SCALE)
        .or(Self::GROUP)
        .or(Self::FRACTION)
        .or(Self::COUNT_WORD)
        .or(Self::ORDINAL)
        .or(Self::DATE_WORD.without(Self::LETTER.or(Self::ERA)));

    /// How a number in figures or words may begin.
    pub const FIGURE: Self = Self::DIGITS
        .or(Self::MARK)
        .or(Self::CARDINAL)
        .or(Self::SCALE)
        .or(Self::GROUP)
        .or(Self::FRACTION)
        .or(Self::COUNT_WORD)
        .or(Self::HALF)
        .or(Self::A);

    /// How a date may begin that stands in another expression, where no hedge stands in front of it.
    pub const IN_DATE: Self = Self::DIGITS
        .or(Self::MARK)
        .or(Self::CARDINAL)
        .or(Self::SCALE)
        .or(Self::GROUP)
        .or(Self::COUNT_WORD)
        .or(Self::FRACTION)
        .or(Self::ORDINAL)
        .or(Self::IDIOM)
        .or(Self::VAGUE)
        .or(Self::HALF)
        .or(Self::A)
        .or(Self::THE)
        .or(Self::MONTH)
        .or(Self::WEEKDAY)
        .or(Self::WEEKDAYS)
        .or(Self::TIME)
        .or(Self::TIME_WORD)
        .or(Self::PART)
        .or(Self::PATTERN);

    /// What is in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether something is in both sets.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether everything in this set is in the other.
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The set as a number, a bit a way to begin.
    pub(super) const fn bits(self) -> u64 {
        self.0
    }

    /// Whether nothing is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Meaning {
    /// What the rarest word of such a phrase shows: that there may be a claim, a date, or what a check looks for.
    pub(super) fn shows(&self) -> Starts {
        let dating =
            self.marks().meets(Starts::DATE_WORD) && !matches!(self, Self::TimeLetter(_) | Self::Role(_));
        let core = if self.is_core() { Starts::CORE } else { Starts::NONE };
        // “at the age of”: no other word of it says anything.
        let age = matches!(self, Self::Age(AgeCue::Before | AgeCue::After));
        let age = if age { Starts::AGE_WORD } else { Starts::NONE };
        core.or(if dating { Starts::DATING } else { Starts::NONE }).or(age).or(self.tells())
    }

    /// Whether a phrase of this meaning may make a claim where nothing else in the sentence does.
    const fn is_core(&self) -> bool {
        match self {
            Self::Unit { sure, .. } => *sure,
            Self::Role(role) => matches!(role, Role::Half),
            Self::AgeDecade(_) => true,
            Self::Several | Self::TimeLetter(_) => false,
            _ => self.marks().meets(Starts::CLAIMS),
        }
    }

    /// What a check may look for with a phrase of this meaning.
    pub const fn tells(&self) -> Starts {
        match self {
            Self::Cue(Cue::Mean) => Starts::MEAN,
            Self::Cue(Cue::Up | Cue::Down) => Starts::WAY,
            Self::Cue(Cue::SameAs) | Self::Role(Role::Or) => Starts::SAME,
            Self::Cue(
                Cue::Total
                | Cue::Rest
                | Cue::MadeOf
                | Cue::Drawn
                | Cue::KindOfPeople
                | Cue::Children
                | Cue::KindOfChildren,
            ) => Starts::SUM,
            Self::Told(Told::Born | Told::Died) => Starts::LIFE,
            Self::Told(Told::Began | Told::Ended | Told::Happened | Told::Once) => Starts::EVENT,
            Self::Told(_) => Starts::TOLD,
            Self::Anniversary(_) => Starts::ANNIVERSARY,
            _ => Starts::NONE,
        }
    }

    /// What a claim may need a phrase of this meaning for, wherever it stands in it.
    pub const fn marks(&self) -> Starts {
        match self {
            Self::Hedge { after: true, .. } => Starts::HEDGE_BEHIND,
            Self::NotClaim => Starts::NO_CLAIM,
            Self::Cue(_) | Self::ClauseBreak => Starts::CUE,
            Self::Stop => Starts::STOP,
            Self::Beside(Beside::Pronoun | Beside::Definite) => Starts::CARRIES,
            Self::Role(role) => role.marks(),
            Self::Percent | Self::PercentagePoint | Self::BasisPoint => Starts::PERCENT,
            // “his” is everywhere, and says nothing but in front of the tens.
            Self::Age(AgeCue::Whose) => Starts::AGE,
            // The last two are asked for in front of a number only.
            Self::Tense(_)
            | Self::TimeAdjective
            | Self::Age(AgeCue::Turned | AgeCue::Once | AgeCue::Person | AgeCue::Relative) => {
                Starts::BESIDE_TIME
            }
            Self::AgeDecade(_) => Starts::AGE_WORD,
            Self::Age(_) => Starts::NONE,
            Self::TimeLetter(_) => Starts::TIME,
            Self::Era(_) => Starts::ERA,
            Self::BelowZero => Starts::UNIT,
            Self::Unit { weak: true, .. } => Starts::WEAK_UNIT,
            Self::OrdinalSuffix => Starts::ORDINAL_SUFFIX,
            Self::Suffix { .. } => Starts::SUFFIX,
            // Behind a number only.
            Self::CommonCurrency(_) => Starts::CURRENCY,
            Self::Times | Self::TimesSign | Self::RatioCue => Starts::TIMES,
            Self::Label => Starts::LABEL,
            _ => self.starts(),
        }
    }

    /// How a claim may begin with a phrase of this meaning.
    pub const fn starts(&self) -> Starts {
        match self {
            Self::Cardinal(_) => Starts::CARDINAL,
            Self::Scale(_) => Starts::SCALE,
            Self::Group(_) => Starts::GROUP,
            Self::Fraction { .. } => Starts::FRACTION,
            Self::Couple(_) | Self::Many(_) | Self::Several | Self::Multiple(_) => Starts::COUNT_WORD,
            Self::Age(AgeCue::Before | AgeCue::Whose) => Starts::AGE,
            Self::Idiom => Starts::IDIOM,
            Self::Ordinal(_) => Starts::ORDINAL,
            Self::Month(_) => Starts::MONTH,
            Self::Weekday(_) => Starts::WEEKDAY,
            Self::PartOf(_) => Starts::PART,
            Self::Time(_) => Starts::TIME,
            Self::Unit { .. } => Starts::UNIT,
            Self::Currency(_) => Starts::CURRENCY,
            Self::Hedge { after: false, .. } => Starts::HEDGE,
            Self::Season(_) | Self::Seasons(_) => Starts::SEASON,
            Self::DayWord(_) => Starts::DAY_WORD,
            Self::DayPart => Starts::DAY_PART,
            Self::Weekend => Starts::WEEKEND,
            Self::Decade(_) => Starts::DECADE,
            Self::Which { .. } => Starts::WHICH,
            Self::QuarterLetter | Self::HalfLetter => Starts::LETTER,
            Self::Era(false) => Starts::ERA,
            Self::Holiday(_) => Starts::HOLIDAY,
            Self::Weekdays(_) => Starts::WEEKDAYS,
            Self::Vague(_) => Starts::VAGUE,
            // “per cent of twenty”.
            Self::Percent | Self::RatePoints(_) => Starts::PERCENT,
            Self::Role(role) => role.starts(),
            Self::Suffix { .. }
            | Self::CommonCurrency(_)
            | Self::CodeOfMuch
            | Self::OrdinalSuffix
            | Self::PercentagePoint
            | Self::BasisPoint
            | Self::Times
            | Self::RatioCue
            | Self::Age(AgeCue::After | AgeCue::Turned | AgeCue::Once | AgeCue::Person | AgeCue::Relative)
            | Self::AgeDecade(_)
            | Self::WeightCue
            | Self::Priced
            | Self::Weighed
            | Self::Extent
            | Self::Unitless
            | Self::RateCue
            | Self::TimesSign
            | Self::Masses
            | Self::BelowZero
            | Self::ScoreCue
            | Self::Street
            | Self::Era(true)
            | Self::TimeLetter(_)
            | Self::TimeAdjective
            | Self::Lasting
            | Self::Tense(_)
            | Self::MonthCue
            | Self::DayCue
            | Self::CommonWord
            | Self::YearCue
            | Self::Hedge { after: true, .. }
            | Self::Label
            | Self::NotClaim
            | Self::Stop
            | Self::Unasserted
            | Self::ClauseBreak
            | Self::Beside(_)
            | Self::Told(_)
            | Self::Anniversary(_)
            | Self::Cue(_) => Starts::NONE,
        }
    }
}

impl Role {
    /// What a claim may need the word for, wherever it stands in it.
    #[inline]
    pub const fn marks(self) -> Starts {
        match self {
            Self::To | Self::Or | Self::PlusMinus => Starts::JOINT.or(Starts::TO),
            // It is everywhere, and asked for in front of a verb only.
            Self::Is => Starts::NONE,
            // Asked for beside a date or a hedge only.
            Self::Says
            | Self::AheadOf
            | Self::OverBehind
            | Self::OverTime
            | Self::Legs
            | Self::Odds
            | Self::Acts
            | Self::Brings
            | Self::Game
            | Self::Delivery
            | Self::HowOften
            | Self::May
            | Self::Ranging
            | Self::They => Starts::BESIDE_TIME,
            Self::Every | Self::Each | Self::EveryYear | Self::Named => Starts::JOINT.or(Starts::WEEKDAYS),
            _ if self.starts().is_empty() => Starts::JOINT,
            _ => self.starts(),
        }
    }

    /// How a claim may begin with the word.
    #[inline]
    pub const fn starts(self) -> Starts {
        match self {
            Self::Minus | Self::Point => Starts::COUNT_WORD,
            Self::Another => Starts::VAGUE,
            Self::Whole => Starts::WHOLE,
            Self::A => Starts::A,
            Self::The => Starts::THE,
            Self::Half => Starts::HALF,
            Self::Between => Starts::BETWEEN,
            Self::From => Starts::FROM,
            // Like “last”.
            Self::Final | Self::Opening => Starts::WHICH,
            _ => Starts::NONE,
        }
    }
}

impl Slot {
    /// Whether what stands in such a part has a word that may make a claim.
    pub(super) const fn is_core(self) -> bool {
        !matches!(self, Self::Which | Self::Part | Self::Dash)
    }

    /// How a part of a date may begin; it is looked for nowhere else.
    pub const fn starts(self) -> Starts {
        const PLACE: Starts = Starts::DIGITS.or(Starts::CARDINAL).or(Starts::ORDINAL);
        match self {
            Self::Weekday | Self::EndWeekday => Starts::WEEKDAY,
            Self::Weekdays => Starts::WEEKDAYS,
            Self::Day | Self::EndDay | Self::OrdinalDay | Self::Century => PLACE,
            Self::Month | Self::EndMonth => Starts::MONTH,
            Self::Year | Self::EndYear => {
                Starts::DIGITS.or(Starts::MARK).or(Starts::CARDINAL).or(Starts::ERA)
            }
            Self::Number => Starts::DIGITS.or(Starts::CARDINAL),
            Self::ShortYear | Self::EndShortYear | Self::Figures => Starts::DIGITS,
            Self::Decade => Starts::DIGITS.or(Starts::MARK).or(Starts::CARDINAL).or(Starts::DECADE),
            Self::Quarter => PLACE.or(Starts::LETTER),
            Self::Half => PLACE.or(Starts::LETTER).or(Starts::WHICH),
            Self::Season | Self::Seasons => Starts::SEASON,
            Self::Weekend => Starts::WEEKEND,
            Self::Holiday => Starts::HOLIDAY,
            Self::DayWord => Starts::DAY_WORD,
            Self::DayPart => Starts::DAY_PART,
            Self::Which => Starts::WHICH,
            Self::Part => Starts::PART,
            Self::Nth => PLACE.or(Starts::WHICH),
            Self::Unit => Starts::TIME,
            Self::Length => Starts::FIGURE.or(Starts::VAGUE),
            Self::Date | Self::EndDate => Starts::IN_DATE,
            Self::Dash => Starts::MARK,
        }
    }
}
