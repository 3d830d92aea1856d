//! One entry about a subject: the subject that it names, or one for each row of its table.

use std::sync::Arc;

use super::fact::{About, FactRule};
use super::part::Part;
use super::table::{Row, Table};
use super::template::Template;
use super::{Event, Subject};
use crate::language::Language;
use crate::yaml::{Data, Entry, Node, Problems, nearest};

/// What makes subjects: an entry of the file, read as far as it is the same for all rows.
#[derive(Debug)]
pub(super) struct SubjectRule<'a> {
    name: Option<Template<'a>>,
    names: Vec<Template<'a>>,
    separator: Option<&'a str>,
    described: Vec<Vec<Template<'a>>>,
    called: Arc<[String]>,
    /// What is said of each subject.
    pub(super) facts: Vec<FactRule<'a>>,
}

impl<'a> SubjectRule<'a> {
    /// Reads a checked entry; all that is wrong is said.
    pub(super) fn read<'s: 'a>(
        entry: &Entry<'a, '_>,
        (pack, language): (&str, &Language),
        table: Option<&Table>,
        problems: &mut Problems<'s>,
    ) -> Self {
        let source = problems.source;
        let template = |node: &'a Node<'_>, problems: &mut Problems<'_>| {
            Part::of(node, source).and_then(|part| Template::read(part, table, problems))
        };
        let name = entry.get("subject").and_then(|node| template(node, problems));
        let names = entry.items("names").iter().filter_map(|node| template(node, problems)).collect();
        let mut described = Vec::new();
        for set in entry.items("described") {
            let Data::List(words) = &set.data else { continue };
            if words.is_empty() {
                let message = "`described` has an empty list of words, which every sentence would fit";
                problems.error(set.span, message);
            }
            let set: Vec<Template<'a>> = words.iter().filter_map(|node| template(node, problems)).collect();
            // A set without one of its words would fit more than it should.
            described.extend((set.len() == words.len() && !set.is_empty()).then_some(set));
        }
        if let (Some(node), None) = (entry.get("separator"), table) {
            problems.error(node.span, "`separator` divides the cells of a `table`, and there is none");
        }
        let called = entry.texts("called").map(str::to_lowercase).collect();
        let mut about = About { pack, table, language, defaults: Vec::new() };
        for name in ["source", "checked"] {
            let default = entry.get(name).and_then(|node| template(node, problems));
            about.defaults.extend(default.map(|default| (name, default)));
        }
        let mut facts = Vec::with_capacity(entry.items("facts").len());
        for event in Event::ALL {
            let Some(node) = entry.get(event.name()) else { continue };
            facts.extend(template(node, problems).map(|is| FactRule::of_life(event, is, node.span, &about)));
            if about.defaults.is_empty() {
                let message = format!("`{}` has no `source`: say who vouches for it", event.name());
                problems.warning_at(source, node.span, message);
            }
        }
        let misspelt = || entry.unknown().any(|name| nearest(name, &["facts"]).is_some());
        if facts.is_empty() && !entry.has("facts") && !misspelt() {
            problems.error(entry.span, "this subject has no `facts` (what is known of the subject)");
        }
        facts.extend(entry.items("facts").iter().filter_map(|node| FactRule::read(node, &about, problems)));
        Self { name, names, separator: entry.text("separator"), described, called, facts }
    }

    /// The subject that a row names; `None` if it names none.
    pub(super) fn subject(&self, row: Option<&Row<'_>>, pack: &Arc<str>) -> Option<Subject> {
        let name = self.name.as_ref()?.fill(row)?.text.into_owned();
        let mut names = Vec::with_capacity(self.names.len());
        for template in &self.names {
            let Some(part) = template.fill(row) else { continue };
            match self.separator.filter(|_| template.varies()) {
                None => names.push(part.text.into_owned()),
                Some(separator) => {
                    let each = part.text.split(separator).map(str::trim);
                    names.extend(each.filter(|name| !name.is_empty()).map(str::to_owned));
                }
            }
        }
        let described = self.described.iter().filter_map(|set| {
            set.iter().map(|word| Some(word.fill(row)?.text.into_owned())).collect::<Option<Vec<String>>>()
        });
        Some(Subject {
            name,
            names,
            described: described.collect(),
            called: Arc::clone(&self.called),
            life: None,
            pack: Arc::clone(pack),
        })
    }
}
