//! How a claim may begin with a phrase, and what it may need one for, by what the phrase means.

use super::super::meaning::{AgeCue, Beside, Cue, Meaning, Role, Told};
use super::super::sense::Slot;
use super::Starts;

impl Meaning {
    /// What the rarest word of such a phrase shows: that there may be a claim, a date, or what a check looks for.
    pub(in crate::language) fn shows(&self) -> Starts {
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
    pub(in crate::language) const fn is_core(self) -> bool {
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
