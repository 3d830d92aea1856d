//! A fact file, from its text to subjects, facts and examples.

use rustc_hash::FxHashMap;

use super::conflict::contradictions;
use super::fact::{self, not_a_date};
use super::problem::{Problems, label};
use super::schema::{
    EXAMPLE, EXAMPLES, Entry, ExampleEntry, ONE, SEVERAL, SILENT_EXAMPLE, SUBJECT, Schema, SubjectEntry,
};
use super::yaml::{self, Data, Node};
use super::{Example, Expectation, Fact, FactBook, Subject, when};
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::source::Source;
use crate::span::Span;

impl FactBook {
    /// Adds the subjects, facts and examples of a fact file, and returns everything that is wrong with
    /// the file, by place. What is sound in a file with problems is added all the same; a file whose
    /// pack (its name without folder and ending) has been loaded before is not.
    pub fn load(&mut self, source: &Source, language: &Language) -> Vec<Diagnostic> {
        let mut problems = Problems::new(source);
        let pack = pack_of(source.path());
        if let Some(first) = self.packs.get(&pack) {
            let message = format!(
                "the pack `{pack}` is loaded already, from {}; rename one of the files",
                first.path()
            );
            problems.error(Span::default(), message).related.push(label(
                first,
                Span::default(),
                "loaded first",
            ));
            return problems.finish();
        }
        self.packs.insert(pack.clone(), source.clone());
        match yaml::read(source.text()) {
            Err(broken) => {
                problems.error(broken.span, broken.message);
            }
            Ok(None | Some(Node { data: Data::Nothing, .. })) => {
                problems
                    .error(Span::default(), "the file is empty; a fact file has a `subject` and its `facts`");
            }
            Ok(Some(root)) => {
                Loader { book: self, pack, language, problems: &mut problems, ids: FxHashMap::default() }
                    .file(&root);
            }
        }
        problems.finish()
    }
}

/// The first half of the rule ids of a file: its name without folder and ending.
fn pack_of(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    // Rule ids are listed with spaces and commas between them.
    stem.replace(|c: char| c.is_whitespace() || c == ',', "-")
}

/// One file on its way into the book.
struct Loader<'b, 's, 'p> {
    book: &'b mut FactBook,
    pack: String,
    language: &'b Language,
    problems: &'p mut Problems<'s>,
    /// The ids of the file and where each stands.
    ids: FxHashMap<String, Span>,
}

impl Loader<'_, '_, '_> {
    fn file(&mut self, root: &Node<'_>) {
        let several = matches!(&root.data, Data::Map(pairs) if pairs.iter().any(|(key, _)| key.text() == Some("subjects")));
        let schema = if several { &SEVERAL } else { &ONE };
        let Some(entry) = Entry::check(root, schema, self.problems) else { return };
        if several {
            for node in entry.items("subjects") {
                if let Some(entry) = Entry::check(node, &SUBJECT, self.problems) {
                    self.subject(&entry);
                }
            }
        } else {
            self.subject(&entry);
        }
        if let Some(examples) =
            entry.get("examples").and_then(|node| Entry::check(node, &EXAMPLES, self.problems))
        {
            self.examples(&examples);
        }
    }

    fn subject(&mut self, entry: &Entry<'_, '_>) {
        let raw: SubjectEntry = entry.decode(self.problems);
        let index = self.book.subjects.len();
        let mut facts: Vec<Option<Fact>> = Vec::new();
        for node in entry.items("facts") {
            facts.push(self.fact(node, index));
        }
        self.drop_contradictions(&mut facts);
        let Some(name) = raw.subject else { return };
        for (place, words) in raw.described.iter().enumerate() {
            if words.is_empty() {
                let span = entry.items("described").get(place).map_or(entry.span, |node| node.span);
                self.problems
                    .error(span, "`described` has an empty list of words, which every sentence would fit");
            }
        }
        self.book.subjects.push(Subject {
            name: name.trim().to_owned(),
            names: raw.names.iter().map(|name| name.trim().to_owned()).collect(),
            described: raw.described.into_iter().filter(|words| !words.is_empty()).collect(),
            called: raw.called.iter().map(|word| word.trim().to_lowercase()).collect(),
            pack: self.pack.clone(),
        });
        self.book.facts.extend(facts.into_iter().flatten());
    }

    fn fact(&mut self, node: &Node<'_>, subject: usize) -> Option<Fact> {
        let read = fact::read(node, &self.pack, self.language, self.problems);
        if let Some((id, span)) = read.id {
            if let Some(first) = self.ids.get(&id) {
                let related = label(self.problems.source, *first, "the first");
                let message = format!("the id `{id}` is given twice in this file");
                self.problems.error(span, message).related.push(related);
                return None;
            }
            self.ids.insert(id, span);
        }
        read.fact.map(|fact| Fact { subject, ..fact })
    }

    /// Of two facts that contradict each other nobody knows which is wrong, so that neither is used.
    fn drop_contradictions(&mut self, facts: &mut [Option<Fact>]) {
        let sound = facts.iter().enumerate().filter_map(|(index, fact)| Some((index, fact.as_ref()?)));
        let found = contradictions(sound);
        for &(first, second) in &found {
            if let (Some(first), Some(second)) = (&facts[first], &facts[second]) {
                let message = format!(
                    "`{}` is {} and `{}` is {}: with the same cues at the same time both cannot be true",
                    first.id, first.text, second.id, second.text
                );
                self.problems.error(second.place.span, message).related.push(first.place.clone());
            }
        }
        for index in found.into_iter().flat_map(|(first, second)| [first, second]) {
            facts[index] = None;
        }
    }

    fn examples(&mut self, examples: &Entry<'_, '_>) {
        for node in examples.items("contradicts") {
            self.example(node, &EXAMPLE, Expectation::Contradicts);
        }
        for node in examples.items("agrees") {
            self.example(node, &EXAMPLE, Expectation::Agrees);
        }
        for node in examples.items("silent") {
            if let Data::Text(text) = &node.data {
                self.keep_example(text.trim(), node.span, Expectation::Silent);
            } else {
                self.example(node, &SILENT_EXAMPLE, Expectation::Silent);
            }
        }
    }

    fn example(&mut self, node: &Node<'_>, schema: &Schema, expected: Expectation) {
        let Some(entry) = Entry::check(node, schema, self.problems) else { return };
        let raw: ExampleEntry = entry.decode(self.problems);
        let mut sound = entry.sound;
        if let Some(fact) = raw.fact.as_deref()
            && !self.ids.contains_key(fact.trim())
        {
            let mut known: Vec<&str> = self.ids.keys().map(String::as_str).collect();
            known.sort_unstable();
            self.problems.unknown(entry.span("fact"), "fact", fact, &known);
            sound = false;
        }
        let date = raw.date.as_deref().and_then(|text| {
            let days = when::days(text, self.language);
            if days.is_none() {
                self.problems.error(entry.span("date"), format!("`date` {}", not_a_date(text)));
                sound = false;
            }
            days.map(|(first, _)| first)
        });
        let (Some(text), true) = (raw.text, sound) else { return };
        self.keep_example(text.trim(), entry.span("text"), expected);
        if let Some(kept) = self.book.examples.last_mut() {
            kept.fact = raw.fact.map(|fact| fact.trim().to_owned());
            kept.date = date;
        }
    }

    fn keep_example(&mut self, text: &str, span: Span, expected: Expectation) {
        if text.is_empty() {
            self.problems.error(span, "an example without text");
            return;
        }
        self.book.examples.push(Example {
            pack: self.pack.clone(),
            text: text.to_owned(),
            fact: None,
            expected,
            date: None,
            place: label(self.problems.source, span, ""),
        });
    }
}
