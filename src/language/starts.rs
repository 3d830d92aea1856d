//! How a claim may begin, as a set: what the scanner asks of each word before a grammar is tried.

mod of_meaning;

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
