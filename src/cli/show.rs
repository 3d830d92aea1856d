//! `factlint check --show-settings`: what holds for a path, and where that is said.

use std::fmt::Write as _;
use std::path::Path;

use factlint::config::schema::CONFIGURATION;
use factlint::config::{Config, File, Holding, Value};
use factlint::error::Error;

use super::Status;
use super::args::InputArgs;
use super::configs::Configs;
use super::files::shown;
use super::flags::{self, Flags};
use super::setup::Setups;
use super::terminal::Terminal;

/// Prints the settings of each path that is named, as a configuration could say them.
pub(crate) fn run(
    args: &InputArgs,
    configs: &Configs,
    flags: &Flags<'_>,
    terminal: &mut Terminal,
) -> Result<Status, Error> {
    let mut pages = Vec::new();
    let mut setups = Setups::new(configs, flags.clone());
    for path in &args.paths {
        let stdin = path.as_os_str() == "-";
        let path =
            if stdin { args.stdin_filename.as_deref().map_or(Path::new("<stdin>"), Path::new) } else { path };
        if !stdin && !path.exists() {
            return Err(Error::Missing { path: shown(path) });
        }
        // What holds in a folder holds for what stands in it.
        let inside = if path.is_dir() { path.join("-") } else { path.to_owned() };
        setups.one(&inside, terminal)?;
        let inside = configs.resolved(&inside);
        let config = configs.of(&inside);
        pages.push(page(&shown(path), &config, &config.holding(&inside), flags));
    }
    terminal.to_stdout(|out| out.write_all(pages.join("\n").as_bytes()))?;
    Ok(Status::Clean)
}

/// A line of the page: what is said, and where.
type Row = (String, String);

fn page(path: &str, config: &Config, holding: &Holding, flags: &Flags<'_>) -> String {
    let mut rows: Vec<Row> = Vec::new();
    for key in CONFIGURATION.keys.iter().filter(|key| !matches!(key.name, "extends" | "overrides")) {
        let of_flag = flags::said(key.name, flags);
        let said = match key.name {
            "exclude" if !of_flag.is_empty() => Vec::new(),
            "exclude" => last_list(config, key.name),
            "severity" => severities(config, holding),
            "facts" | "extend-exclude" => config.values(key.name).collect(),
            "select" | "extend-select" | "ignore" => selected(config, holding, key.name, flags),
            _ => {
                let all = config
                    .sections(holding)
                    .filter_map(|(file, section)| Some((file, section.value(key.name)?)));
                let said = all.last().map(|(file, value)| (value.text.clone(), place(file, value)));
                let default = key.default.map(|default| (default.to_owned(), "by default".to_owned()));
                let flag = of_flag.into_iter().next().map(|text| (text, FLAG.to_owned()));
                let row = flag.or(said).or(default);
                rows.extend(row.map(|(text, place)| (format!("{}: {}", key.name, scalar(&text)), place)));
                continue;
            }
        };
        let items = said.into_iter().map(|(file, value)| (item(value), place(file, value)));
        let items: Vec<Row> = items
            .chain(of_flag.into_iter().map(|text| (format!("  - {}", scalar(&text)), FLAG.to_owned())))
            .collect();
        if !items.is_empty() {
            rows.push((format!("{}:", key.name), String::new()));
            rows.extend(items);
        }
    }
    let width =
        rows.iter().filter(|(_, place)| !place.is_empty()).map(|(text, _)| text.chars().count()).max();
    let mut page = format!("# {path}: {}\n", origin(config, holding));
    for (text, place) in rows {
        let gap = width.unwrap_or(0).saturating_sub(text.chars().count()) + 2;
        let place = if place.is_empty() { place } else { format!("{:gap$}# {place}", "") };
        let _ = writeln!(page, "{text}{place}");
    }
    page
}

/// Where something is said that no file says.
const FLAG: &str = "command line";

/// Which configuration holds.
fn origin(config: &Config, holding: &Holding) -> String {
    let Some((last, extended)) = config.files.split_last() else { return "no configuration".to_owned() };
    let mut text = last.source.path().to_owned();
    if !extended.is_empty() {
        let names: Vec<&str> = extended.iter().rev().map(|file| file.source.path()).collect();
        let _ = write!(text, ", which extends {}", names.join(", "));
    }
    let overrides: Vec<String> = holding
        .iter()
        .filter_map(|(file, own)| {
            let file = config.files.get(*file)?;
            file.overrides.get(*own)?.section.value("paths").map(|value| place(file, value))
        })
        .collect();
    if !overrides.is_empty() {
        let _ = write!(text, ", with the overrides at {}", overrides.join(", "));
    }
    text
}

fn place(file: &File, value: &Value) -> String {
    let at = file.source.position(value.span.start);
    format!("{}:{}:{}", file.source.path(), at.line, at.column)
}

fn item(value: &Value) -> String {
    match value.level {
        Some(level) => format!("  {}: {}", scalar(&value.text), level.name()),
        None => format!("  - {}", scalar(&value.text)),
    }
}

/// A text as YAML writes it: in quotation marks where it would be something else without.
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let sign = text.starts_with('-') || text.is_empty();
    if text.chars().all(plain) && !sign { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

fn last_list<'c>(config: &'c Config, key: &str) -> Vec<(&'c File, &'c Value)> {
    let file = config.files.iter().rev().find(|file| file.whole.has(key));
    file.into_iter().flat_map(|file| file.whole.values(key).iter().map(|value| (&**file, value))).collect()
}

/// The last that is said of each rule.
fn severities<'c>(config: &'c Config, holding: &'c Holding) -> Vec<(&'c File, &'c Value)> {
    let mut all: Vec<(&File, &Value)> = Vec::new();
    for (file, section) in config.sections(holding) {
        let values = section.values("severity");
        let again: rustc_hash::FxHashSet<&str> = values.iter().map(|value| &*value.text).collect();
        all.retain(|(_, value)| !again.contains(&*value.text));
        all.extend(values.iter().map(|value| (file, value)));
    }
    all
}

/// What is selected or ignored since the last `select`, which begins anew.
fn selected<'c>(
    config: &'c Config,
    holding: &'c Holding,
    key: &str,
    flags: &Flags<'_>,
) -> Vec<(&'c File, &'c Value)> {
    let mut all = Vec::new();
    for (file, section) in config.sections(holding) {
        if section.has("select") {
            all.clear();
        }
        all.extend(section.values(key).iter().map(|value| (file, value)));
    }
    if flags.wishes.selection.select.is_empty() { all } else { Vec::new() }
}
