//! The text against itself: checks that need no reference facts.
//!
//! A check is one file here, one file in `rules/checks` and one line in [`CHECKS`].

mod age_mismatch;
mod anniversary;
mod average_mismatch;
mod calendar;
mod change;
mod chosen;
mod cross_document;
mod date_order;
mod denial;
mod direction;
mod duration_mismatch;
mod ends;
mod figure;
mod headline;
mod impossible_date;
mod items;
mod needs;
mod number_too_long;
mod outdated;
mod pair;
mod percent_change;
mod prose;
mod range_reversed;
mod relative_date;
mod results;
mod rule;
mod self_contradiction;
mod sequel;
mod share_mismatch;
mod signs;
mod slip;
mod statement;
mod sum;
mod sum_mismatch;
mod table_total;
mod total_behind;
mod two_people;
mod unit_conversion;
mod weekday_mismatch;

pub use cross_document::{Disagreement, ID as CROSS_DOCUMENT, Stated, disagreements, stated};
pub use outdated::ID as OUTDATED;
pub use rule::{CheckExample, CheckRule};
pub use statement::Statement;

use needs::{Need, Needs, Outline, Sentences, bit};

use crate::claims::{Claim, Cut};
use crate::diagnostic::Severity;
use crate::document::Document;
use crate::language::{Cue, Language, Meaning};
use crate::verdict::{Against, Finding, Outcome, Verdict};

/// A check of the text against itself.
pub struct Check {
    /// Its rule's id.
    pub id: &'static str,
    /// Path and text of its rule file.
    pub file: (&'static str, &'static str),
    /// How much of a text it must see at once.
    run: Run,
}

/// What a check is run on.
enum Run {
    /// The sentences that have one of these needs, with what stands in front of them: such a check goes along with the
    /// reading.
    Sentences { needs: &'static [Need], run: fn(Sentences<'_>) -> Vec<Said> },
    /// The whole text.
    Document(fn(&Article<'_>) -> Vec<Said>),
}

/// What a check looks at.
pub struct Article<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its claims, in order.
    pub claims: &'a [Claim],
    /// The language that it is written in.
    pub language: &'a Language,
    /// The first claim of the part of the text that is looked at.
    pub from: usize,
    /// The tokens of some sentences of that part.
    pub cut: &'a Cut,
    /// What was stated of named things, as far as the text is read.
    pub stated: &'a [Statement],
    /// Whether a finding is wanted with its notes and corrections: to make them takes longer than to find it.
    pub in_full: bool,
}

/// What a check says of a claim. Only what is wrong is marked, noted and corrected.
struct Said {
    /// The claim, as an index into the article's claims.
    claim: usize,
    outcome: Outcome,
    finding: Finding,
}

/// Every check, in the order in which they are listed to users.
pub const CHECKS: &[Check] = &[
    impossible_date::CHECK,
    weekday_mismatch::CHECK,
    range_reversed::CHECK,
    duration_mismatch::CHECK,
    age_mismatch::CHECK,
    date_order::CHECK,
    anniversary::CHECK,
    relative_date::CHECK,
    percent_change::CHECK,
    share_mismatch::CHECK,
    sum_mismatch::CHECK,
    table_total::CHECK,
    average_mismatch::CHECK,
    unit_conversion::CHECK,
    self_contradiction::CHECK,
    cross_document::CHECK,
    outdated::CHECK,
    number_too_long::CHECK,
];

/// The checks that are run, and how much each matters.
#[derive(Debug)]
pub struct Checks {
    known: Vec<(&'static str, Severity, bool)>,
}

impl Checks {
    /// All checks with the severities of their rule files; a test reads every file.
    pub fn all() -> Self {
        let known = |check: &Check| {
            let head = check.head();
            let severity = head.as_ref().map_or(Severity::Error, |head| head.severity);
            (check.id, severity, head.is_none_or(|head| head.is_on()))
        };
        Self { known: CHECKS.iter().map(known).collect() }
    }

    /// How much a finding of a check matters.
    pub fn severity(&self, id: &str) -> Severity {
        let known = self.known.iter().find(|(check, ..)| *check == id);
        known.map_or(Severity::Error, |(_, severity, _)| *severity)
    }

    /// Whether a check is on unless somebody asks for it; every other rule is.
    pub fn is_on(&self, id: &str) -> bool {
        self.known.iter().all(|(check, _, on)| *check != id || *on)
    }
}

/// The checks that are wanted, with all that they need.
#[derive(Debug)]
pub struct Asked {
    /// By their places in [`CHECKS`].
    wanted: Vec<bool>,
    needs: Needs,
}

/// What is stated has a number behind those of all checks.
const STATED: usize = CHECKS.len();

impl Asked {
    /// Those whose ids are wanted.
    pub fn of(wanted: impl Fn(&str) -> bool) -> Self {
        let wanted: Vec<bool> = CHECKS.iter().map(|check| wanted(check.id)).collect();
        let mut needs = Needs::default();
        for (number, check) in CHECKS.iter().enumerate().filter(|(number, _)| wanted[*number]) {
            if let Run::Sentences { needs: own, .. } = check.run {
                needs.add(number, own);
            }
        }
        needs.add(STATED, statement::NEEDS);
        Self { wanted, needs }
    }
}

/// Runs the checks that go along with the reading on a part of a text; gives what the part states of named things as well.
pub fn run_on_part(article: &Article<'_>, asked: &Asked) -> (Vec<Verdict>, Vec<Statement>) {
    // All sentences are looked over once; most have nothing that a check needs.
    let outlines = Outline::all(article, &asked.needs);
    let checks = Outline::checks(&outlines);
    let mut verdicts = Vec::new();
    for (number, check) in CHECKS.iter().enumerate() {
        if let Run::Sentences { needs, run } = check.run
            && checks & bit(number) != 0
        {
            let sentences = Sentences::new(article, &outlines, (number, needs));
            let said = run(sentences).into_iter();
            verdicts.extend(said.filter(|said| !said.is_denied(article)).map(Said::into_verdict));
        }
    }
    let stated = statement::statements(Sentences::new(article, &outlines, (STATED, statement::NEEDS)));
    (verdicts, stated)
}

/// Runs the checks that must see the whole text.
pub fn run_on_all(article: &Article<'_>, asked: &Asked) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for (check, wanted) in CHECKS.iter().zip(&asked.wanted) {
        if let Run::Document(run) = check.run
            && *wanted
        {
            verdicts.extend(run(article).into_iter().map(Said::into_verdict));
        }
    }
    verdicts
}

impl Said {
    /// What a check says of a claim that is right: what it goes with, and nothing that is marked or corrected.
    fn agrees(claim: usize, rule: &'static str, expected: Option<String>, message: String) -> Self {
        let finding = Finding { rule, expected, message, ..Finding::default() };
        Self { claim, outcome: Outcome::Agrees, finding }
    }

    /// Whether it finds fault with a date that the sentence itself denies.
    fn is_denied(&self, article: &Article<'_>) -> bool {
        let date = || article.claims.get(self.claim).filter(|claim| !claim.kind.is_amount());
        self.outcome == Outcome::Contradicts && date().is_some_and(|claim| article.is_denied(claim))
    }

    fn into_verdict(self) -> Verdict {
        let Self { claim, outcome, finding } = self;
        Verdict { claim, outcome, why: vec![finding.message.clone()], against: Against::Check(finding) }
    }
}

impl<'a> Article<'a> {
    fn text_of(&self, claim: &Claim) -> &'a str {
        &self.document.blocks[claim.block as usize].text[claim.span.range()]
    }

    /// The words of a claim, without the full stop that an abbreviation may share with the sentence.
    fn said(&self, claim: &Claim) -> &'a str {
        self.text_of(claim).trim_end_matches('.')
    }

    /// Whether a claim begins with words that are a cue: the “from” of “from 40 to 50”, “an average of 26”.
    fn begins_with_cue(&self, claim: usize, cue: Cue) -> bool {
        let words = self.text_of(&self.claims[claim]).split(|c: char| !c.is_alphabetic());
        let is_cue = |word: &str| self.language.lexicon.has(word, &Meaning::Cue(cue));
        words.take_while(|word| !word.is_empty()).take(3).any(is_cue)
    }

    /// Whether a word with a small letter that is no function word stands right behind a claim.
    fn noun_follows(&self, claim: &Claim) -> bool {
        let text = &self.document.blocks[claim.block as usize].text;
        let Some(rest) = text[claim.span.end as usize..].strip_prefix(' ') else { return false };
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let stop = self.language.lexicon.has(word, &Meaning::Stop);
        word.starts_with(char::is_lowercase) && !stop
    }
}
