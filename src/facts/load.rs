//! A fact file, from its text to subjects, facts and examples.

use std::hash::BuildHasher;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::conflict::{Clash, clashes};
use super::fact::{FactRule, Reading, not_a_date};
use super::schema::{EXAMPLE, EXAMPLES, ONE, SEVERAL, SILENT_EXAMPLE, SUBJECT};
use super::subject::SubjectRule;
use super::table::{Row, Table};
use super::{Event, Example, Expectation, Fact, FactBook, RULE, Subject, when};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::Language;
use crate::source::Source;
use crate::span::Span;
use crate::value::Extent;
use crate::yaml::schema::Schema;
use crate::yaml::{self, Data, Entry, Node, Problems, label};

/// Opens a file that a fact file names: the path is the fact file's folder and what `table` says.
pub type Open<'o> = &'o dyn Fn(&str) -> Result<Source, Error>;

/// Past so many mistakes in one table the rest is not read: it is another table than the rules are for.
const MOST_PROBLEMS: usize = 1_000;

/// No fact file and no table is larger, in bytes: a million names take a tenth of it.
pub const MAX_BYTES: u64 = 512 << 20;

impl FactBook {
    /// Adds the subjects, facts and examples of a fact file, and returns everything that is wrong with
    /// the file, by place. What is sound in a file with problems is added all the same; a file whose
    /// pack (its name without folder and ending) has been loaded before is not.
    ///
    /// A file that names a table needs [`FactBook::load_with`].
    pub fn load(&mut self, source: &Source, language: &Language) -> Vec<Diagnostic> {
        let closed = |path: &str| Err(Error::Usage { message: format!("{path} cannot be opened from here") });
        self.load_with(source, language, &closed)
    }

    /// The same for a file that may name tables, which `open` opens: the library reads no files.
    ///
    /// ```
    /// use factlint::facts::FactBook;
    /// use factlint::language::Language;
    /// use factlint::source::Source;
    ///
    /// let file = "\
    /// table: towers.csv
    /// subject: '{tower}'
    /// facts:
    ///   - id: height
    ///     cues: [high, height]
    ///     is: '{height} m'
    ///     source: the architects
    /// ";
    /// let open = |path: &str| Ok(Source::new(path, "tower,height\nEast Tower,210\nWest Tower,\n"));
    /// let mut book = FactBook::default();
    /// let problems = book.load_with(&Source::new("facts/towers.yaml", file), &Language::english(), &open);
    /// assert!(problems.is_empty());
    /// assert_eq!("210 m", &*book.facts[0].text);
    /// assert_eq!("facts/towers.csv", book.facts[0].place.source.path());
    /// assert_eq!(1, book.facts.len());
    /// ```
    pub fn load_with(&mut self, source: &Source, language: &Language, open: Open<'_>) -> Vec<Diagnostic> {
        let mut problems = Problems::new(source, RULE);
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
        if source.text().len() as u64 > MAX_BYTES {
            let message = format!("a fact file has at most {} MB", MAX_BYTES >> 20);
            problems.error(Span::default(), message);
            return problems.finish();
        }
        match yaml::read(source.text()) {
            Err(broken) => {
                problems.error(broken.span, broken.message);
            }
            Ok(None | Some(Node { data: Data::Nothing, .. })) => {
                problems
                    .error(Span::default(), "the file is empty; a fact file has a `subject` and its `facts`");
            }
            Ok(Some(root)) => {
                let reading = Reading::new(language);
                let ids = FxHashMap::default();
                let pack = pack.into();
                Loader { book: self, pack, reading, open, problems: &mut problems, ids }.file(&root);
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

/// A path beside another file.
fn beside(path: &str, name: &str) -> String {
    let absolute = name.starts_with(['/', '\\']) || name.get(1..3) == Some(":\\");
    match path.rfind(['/', '\\']).filter(|_| !absolute) {
        Some(end) => format!("{}{name}", &path[..=end]),
        None => name.to_owned(),
    }
}

/// One file on its way into the book.
struct Loader<'b, 's, 'p> {
    book: &'b mut FactBook,
    pack: Arc<str>,
    reading: Reading<'b>,
    open: Open<'b>,
    problems: &'p mut Problems<'s>,
    /// The ids of the file and where each stands.
    ids: FxHashMap<String, Span>,
}

impl<'s> Loader<'_, 's, '_> {
    fn file<'n>(&mut self, root: &'n Node<'_>)
    where
        's: 'n,
    {
        let several = matches!(&root.data, Data::Map(pairs) if pairs.iter().any(|(key, _)| key.text() == Some("subjects")));
        let schema = if several { &SEVERAL } else { &ONE };
        let Some(entry) = Entry::check(root, schema, self.problems) else { return };
        let first = self.book.facts.len();
        if several {
            for node in entry.items("subjects") {
                if let Some(entry) = Entry::check(node, &SUBJECT, self.problems) {
                    self.subject(&entry);
                }
            }
        } else {
            self.subject(&entry);
        }
        self.drop_contradictions(first);
        self.remember_lives(first);
        if let Some(examples) =
            entry.get("examples").and_then(|node| Entry::check(node, &EXAMPLES, self.problems))
        {
            self.examples(&examples);
        }
    }

    fn subject<'n>(&mut self, entry: &Entry<'n, '_>)
    where
        's: 'n,
    {
        let table = entry.get("table").and_then(|node| self.table(node));
        // Without its table nothing can be said of the rules but that they stand there.
        if entry.has("table") && table.is_none() {
            self.ids.extend(entry.items("facts").iter().filter_map(id_of));
            return;
        }
        let rule =
            SubjectRule::read(entry, (&self.pack, self.reading.language), table.as_ref(), self.problems);
        // A second fact of an id is read for its mistakes alone.
        let facts: Vec<(&FactRule<'_>, bool)> =
            rule.facts.iter().map(|fact| (fact, self.is_new(fact))).collect();
        let Some(table) = table else {
            self.row(None, &rule, &facts, &mut FxHashMap::default());
            return;
        };
        let mut subjects = FxHashMap::default();
        let before = self.problems.count();
        for row in table.rows() {
            match row {
                Ok(row) => self.row(Some(&row), &rule, &facts, &mut subjects),
                Err(bad) => {
                    self.problems.error_at(&table.source, bad.span, bad.message);
                }
            }
            if self.problems.count() - before > MOST_PROBLEMS {
                let message =
                    format!("more than {MOST_PROBLEMS} mistakes in this table; the rest of it is not read");
                self.problems.error(entry.span("table"), message);
                break;
            }
        }
    }

    fn table(&mut self, node: &Node<'_>) -> Option<Table> {
        let path = beside(self.problems.source.path(), node.text()?.trim());
        let table = (self.open)(&path).map_err(|error| error.to_string());
        let table =
            table.and_then(|source| Table::read(source).map_err(|message| format!("{path} {message}")));
        table.map_err(|message| self.problems.error(node.span, format!("`table`: {message}"))).ok()
    }

    /// Whether the id of a fact is the first of its kind in the file; says so if it is not.
    fn is_new(&mut self, fact: &FactRule<'_>) -> bool {
        let Some((id, span)) = &fact.id else { return true };
        // Many may be born in one file; the events are told apart by their subjects, as the rows of a table.
        if fact.event().is_some() {
            self.ids.entry(id.clone()).or_insert(*span);
            return true;
        }
        if let Some(first) = self.ids.get(id) {
            let related = label(self.problems.source, *first, "the first");
            let message = format!("the id `{id}` is given twice in this file");
            self.problems.error(*span, message).related.push(related);
            return false;
        }
        self.ids.insert(id.clone(), *span);
        true
    }

    /// The subject and the facts that a row of the table says, or an entry without one. Rows of one name
    /// are about one subject: a table often has a row for each year.
    fn row(
        &mut self,
        row: Option<&Row<'_>>,
        rule: &SubjectRule<'_>,
        facts: &[(&FactRule<'_>, bool)],
        known: &mut FxHashMap<u64, usize>,
    ) {
        let subject = rule.subject(row, &self.pack);
        let mut said: Vec<Fact> = Vec::with_capacity(facts.len());
        for (fact, new) in facts {
            said.extend(fact.fact(row, &mut self.reading, self.problems).filter(|_| *new));
        }
        let Some(subject) = subject else { return };
        let next = self.book.subjects.len();
        // By their hashes, since the names stand in the subjects; two names of one hash are two subjects.
        let hash = FxBuildHasher.hash_one(&subject.name);
        let first = if row.is_some() { *known.entry(hash).or_insert(next) } else { next };
        let same = self.book.subjects.get(first).is_some_and(|known| known.name == subject.name);
        let number = if same { first } else { next };
        if number == next {
            self.book.subjects.push(subject);
        } else {
            add_names(&mut self.book.subjects[number], subject);
        }
        self.book.facts.extend(said.into_iter().map(|fact| Fact { subject: number, ..fact }));
    }

    /// Of two facts that contradict each other nobody knows which is wrong, so that neither is used.
    fn drop_contradictions(&mut self, first: usize) {
        let facts = &self.book.facts;
        let mut found =
            clashes(facts.iter().enumerate().skip(first).map(|(index, fact)| (index, fact.subject, fact)));
        found.retain(|(.., clash)| *clash == Clash::Contradiction);
        if found.is_empty() {
            return;
        }
        for &(one, other, _) in &found {
            let (one, other) = (&facts[one], &facts[other]);
            let message = format!(
                "`{}` is {} and `{}` is {}: with the same cues at the same time both cannot be true",
                one.id, one.text, other.id, other.text
            );
            let place = &other.place;
            self.problems.error_at(&place.source, place.span, message).related.push(one.label());
        }
        let mut wrong = vec![false; self.book.facts.len()];
        for index in found.into_iter().flat_map(|(one, other, _)| [one, other]) {
            wrong[index] = true;
        }
        let mut number = 0;
        self.book.facts.retain(|_| {
            number += 1;
            !wrong[number - 1]
        });
    }

    /// Which facts are the days of a life; a life that ends before it begins is told.
    fn remember_lives(&mut self, first: usize) {
        for index in first..self.book.facts.len() {
            let Fact { subject, event: Some(event), .. } = &self.book.facts[index] else { continue };
            let life = self.book.subjects[*subject].life.get_or_insert_default();
            life.set(*event, index);
            let (Some(born), Some(died)) = (life.fact(Event::Born), life.fact(Event::Died)) else { continue };
            let [born, died] = [born, died].map(|fact| &self.book.facts[fact]);
            if let (Some(Extent::Days(first)), Some(Extent::Days(last))) = (&born.is.extent, &died.is.extent)
                && first.lo.value() > last.hi.value()
            {
                let message = format!("`died` {} is before `born` {}", died.text, born.text);
                let place = &died.place;
                self.problems.error_at(&place.source, place.span, message).related.push(born.label());
            }
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
        let mut sound = entry.sound;
        let fact = entry.text("fact");
        if let Some(fact) = fact
            && !self.ids.contains_key(fact)
        {
            let mut known: Vec<&str> = self.ids.keys().map(String::as_str).collect();
            known.sort_unstable();
            self.problems.unknown(entry.span("fact"), "fact", fact, &known);
            sound = false;
        }
        let date = entry.text("date").and_then(|text| {
            let days = when::days(text, self.reading.language);
            if days.is_none() {
                self.problems.error(entry.span("date"), format!("`date` {}", not_a_date(text)));
                sound = false;
            }
            days.map(|(first, _)| first)
        });
        let (Some(text), true) = (entry.text("text"), sound) else { return };
        self.keep_example(text, entry.span("text"), expected);
        if let Some(kept) = self.book.examples.last_mut() {
            kept.fact = fact.map(str::to_owned);
            kept.date = date;
        }
    }

    fn keep_example(&mut self, text: &str, span: Span, expected: Expectation) {
        if text.is_empty() {
            self.problems.error(span, "an example without text");
            return;
        }
        self.book.examples.push(Example {
            pack: Arc::clone(&self.pack),
            text: text.to_owned(),
            fact: None,
            expected,
            date: None,
            place: label(self.problems.source, span, ""),
        });
    }
}

fn id_of(fact: &Node<'_>) -> Option<(String, Span)> {
    let Data::Map(pairs) = &fact.data else { return None };
    let (_, id) = pairs.iter().find(|(key, _)| key.text() == Some("id"))?;
    Some((id.text()?.trim().to_owned(), id.span))
}

fn add_names(known: &mut Subject, again: Subject) {
    known
        .names
        .extend(again.names.into_iter().filter(|name| !known.names.contains(name)).collect::<Vec<_>>());
    let new = again.described.into_iter().filter(|set| !known.described.contains(set));
    known.described.extend(new.collect::<Vec<_>>());
}
