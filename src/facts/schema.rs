//! What a fact file may say: its keys and what stands under each. The one place that lists them.

use crate::yaml::schema::{Key, Schema, Shape, key, needed};

const EXAMPLES_KEY: Key = key("examples", Shape::Mapping(&EXAMPLES), "Sentences that `factlint test` runs.");

/// A file about one subject.
pub const ONE: Schema = Schema { what: "fact file", keys: &concat(SUBJECT.keys, EXAMPLES_KEY) };

/// A file about several subjects.
pub const SEVERAL: Schema = Schema {
    what: "fact file of several subjects",
    keys: &[needed("subjects", Shape::Items(&SUBJECT), "The subjects, each with its facts."), EXAMPLES_KEY],
};

/// Whom or what facts are about.
pub const SUBJECT: Schema = Schema {
    what: "subject",
    keys: &[
        needed("subject", Shape::Text, "The name, as findings print it."),
        key("names", Shape::Texts, "Other names."),
        key("described", Shape::TextLists, "Sets of words; all of one set in one sentence mean the subject."),
        key(
            "called",
            Shape::Texts,
            "What a text calls it once it is named: `agreement` for “the agreement”.",
        ),
        key("born", Shape::Text, "The day on which somebody was born; ages follow from it."),
        key("died", Shape::Text, "The day on which somebody died."),
        key("founded", Shape::Text, "The day on which something was founded; anniversaries follow from it."),
        key("source", Shape::Text, "Who says so, for each fact without a source of its own."),
        key("checked", Shape::Text, "When somebody last looked, for each fact that does not say it."),
        key("table", Shape::Text, "A CSV or TSV file beside this one; each of its rows is a subject."),
        key("separator", Shape::Text, "What stands between several names in one cell of the table."),
        key("facts", Shape::Items(&FACT), "What is known of the subject."),
    ],
};

/// One fact.
pub const FACT: Schema = Schema {
    what: "fact",
    keys: &[
        needed("id", Shape::Text, "The second half of the rule's id; its own in the file."),
        key("cues", Shape::Texts, "Words of which one stands beside the value; inflections are matched."),
        key(
            "unless",
            Shape::Texts,
            "Words near a cue that make it another measure: `PPP` for a GDP in dollars.",
        ),
        key(
            "pattern",
            Shape::Text,
            "A regular expression over the sentence; its group `value` marks the value.",
        ),
        needed("is", Shape::Values(&ACCEPTED), "The value, written as an article writes it."),
        key("hedge", Shape::Text, "“about”, “at least”, “up to” …, when it is not in the value."),
        key("tolerance", Shape::Text, "How far off a claim may be: `5%`, `± 2 days`, `0.5 m`."),
        key("from", Shape::Text, "The first day on which the fact holds."),
        key("until", Shape::Text, "The last day on which the fact holds."),
        key("source", Shape::Text, "Who says so: an address, a book."),
        key("checked", Shape::Text, "When somebody last looked."),
        key("note", Shape::Text, "Anything a reader of a finding should know."),
        key("severity", Shape::Text, "`error`, `warning` or `info`."),
    ],
};

/// One of several values that are all accepted.
pub const ACCEPTED: Schema = Schema {
    what: "accepted value",
    keys: &[
        needed("value", Shape::Text, "The value, written as an article writes it."),
        needed("source", Shape::Text, "Who says so: an address, a book."),
    ],
};

/// The examples of a file.
pub const EXAMPLES: Schema = Schema {
    what: "set of examples",
    keys: &[
        key("contradicts", Shape::Items(&EXAMPLE), "Sentences that contradict the named fact."),
        key("agrees", Shape::Items(&EXAMPLE), "Sentences that agree with the named fact."),
        key("silent", Shape::TextsOrItems(&SILENT_EXAMPLE), "Sentences in which no fact is found."),
    ],
};

/// A sentence about a fact.
pub const EXAMPLE: Schema = Schema {
    what: "example",
    keys: &[
        needed("text", Shape::Text, "The sentence."),
        needed("fact", Shape::Text, "The fact's id."),
        key("date", Shape::Text, "The date of the document that the sentence stands in."),
    ],
};

/// A sentence about no fact.
pub const SILENT_EXAMPLE: Schema = Schema {
    what: "silent example",
    keys: &[
        needed("text", Shape::Text, "The sentence."),
        key("date", Shape::Text, "The date of the document that the sentence stands in."),
    ],
};

const fn concat(keys: &'static [Key], last: Key) -> [Key; SUBJECT.keys.len() + 1] {
    let mut all = [last; SUBJECT.keys.len() + 1];
    let mut at = 0;
    while at < keys.len() {
        all[at] = keys[at];
        at += 1;
    }
    all
}
