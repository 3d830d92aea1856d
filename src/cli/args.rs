//! The command line, as clap sees it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use factlint::diagnostic::Severity;
use factlint::selection::Selection;

use super::terminal::Color;

/// Finds the numbers and dates in articles that cannot be true.
#[derive(Debug, Parser)]
#[command(name = "factlint", version, about, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto", global = true, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check articles: what in them cannot be true?
    Check(CheckArgs),
    /// Show what was understood: every number and date, its value, and what it was compared with
    Claims(ClaimsArgs),
    /// Say what a rule means, or what was made of a line: `draft.md:14`
    Explain(ExplainArgs),
    /// Run the examples in rule files
    Test(TestArgs),
    /// Look after fact files
    Facts(FactsArgs),
    /// Print the JSON Schema of fact files or of configurations, for the completion of editors
    Schema(SchemaArgs),
}

/// Which configuration holds.
#[derive(Debug, Clone, Args)]
pub(crate) struct ConfigArgs {
    /// Use this configuration for all articles; by default it is the nearest factlint.yaml in the folders above
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration
    #[arg(long)]
    pub(crate) isolated: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Which files
    #[arg(value_name = "FILES", value_enum, default_value = "facts")]
    pub(crate) files: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Fact files
    Facts,
    /// Configurations
    Config,
}

/// Which articles are read.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files and folders to read; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read the list of paths from a file, one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// The path that standard input stands for; its ending says the format
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<String>,
    /// Leave out paths that match this pattern, as .gitignore writes it, in place of what is configured
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,
    /// Leave out paths that match this pattern, too
    #[arg(long, value_name = "GLOB")]
    pub(crate) extend_exclude: Vec<String>,
    /// Leave out excluded paths also when they are named
    #[arg(long)]
    pub(crate) force_exclude: bool,
    /// Read files that .gitignore leaves out, too
    #[arg(long)]
    pub(crate) no_respect_gitignore: bool,
    /// The date of the articles (YYYY-MM-DD), where they do not say it themselves
    #[arg(long, value_name = "DATE", value_parser = iso_day)]
    pub(crate) date: Option<String>,
    /// Name of a corpus's field for the document's id; by default “id”
    #[arg(long, value_name = "NAME")]
    pub(crate) id_field: Option<String>,
    /// Name of a corpus's field for the text; by default “text”
    #[arg(long, value_name = "NAME")]
    pub(crate) text_field: Option<String>,
    /// Name of a corpus's field for the document's date; by default “date”
    #[arg(long, value_name = "NAME")]
    pub(crate) date_field: Option<String>,
    /// Number of threads; by default one for each core
    #[arg(short = 'j', long, value_name = "N", value_parser = number)]
    pub(crate) threads: Option<usize>,
}

/// Which facts and rules articles are held against.
#[derive(Debug, Args)]
pub(crate) struct FactArgs {
    /// A fact file to use beside the shipped ones and those of the configuration
    #[arg(long, value_name = "FILE")]
    pub(crate) facts: Vec<PathBuf>,
    /// Go on with the facts that are sound when a fact file has mistakes; the exit code is 2 all the same
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// Use no shipped fact files
    #[arg(long)]
    pub(crate) no_shipped_facts: bool,
    /// The language of the texts and fact files: en (the default) or es; the shipped fact files are in English
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<String>,
    /// The day (YYYY-MM-DD) for which `outdated` asks whether what a text says still holds
    #[arg(long, value_name = "DATE", value_parser = iso_day)]
    pub(crate) today: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct RuleArgs {
    /// Use these rules only, whatever is configured: ids or names of fact files, separated by commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Use these rules as well: checks that are off by default
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) extend_select: Vec<String>,
    /// Use the checks that are off by default, too; `explain` says how often they are right
    #[arg(long)]
    pub(crate) pedantic: bool,
    /// Leave these rules out
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
}

impl RuleArgs {
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            select: self.select.clone(),
            extend_select: self.extend_select.clone(),
            ignore: self.ignore.clone(),
            pedantic: self.pedantic,
        }
    }
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    #[command(flatten)]
    pub(crate) rules: RuleArgs,
    /// Hold the articles against each other, too: which of them say something else about the same thing?
    #[arg(long)]
    pub(crate) cross_document: bool,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", env = "FACTLINT_OUTPUT_FORMAT", default_value = "full", value_parser = format_name())]
    pub(crate) output_format: String,
    /// Write findings to a file
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output_file: Option<PathBuf>,
    /// The least severity that is printed; by default info
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub(crate) min_severity: Option<Level>,
    /// The least severity that makes the exit code 1; by default info
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub(crate) fail_on: Option<FailOn>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// Print findings only, no closing line
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Print what is configured for the paths, and where, in place of checking them
    #[arg(long)]
    pub(crate) show_settings: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ClaimsArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    #[command(flatten)]
    pub(crate) rules: RuleArgs,
    /// How claims are printed
    #[arg(long, alias = "output-format", value_name = "FORMAT", value_enum, default_value = "table")]
    pub(crate) format: ClaimsFormat,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A rule (weekday-mismatch, us-taliban-agreement/signed), or a line of an article (draft.md:14)
    #[arg(value_name = "RULE|FILE:LINE")]
    pub(crate) rule: String,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Rule files of your own; without any, all shipped rules are tested
    #[arg(value_name = "RULES")]
    pub(crate) rules: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct FactsArgs {
    #[command(subcommand)]
    pub(crate) command: FactsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FactsCommand {
    /// List facts: those of the given files, without any the shipped ones
    List(ListArgs),
    /// Look for mistakes in fact files: without any, in the shipped ones
    Lint(LintArgs),
    /// Write a fact file out of a table, of published fact checks, or of items of Wikidata
    Import(ImportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Fact files
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Only facts about a subject with this in one of its names
    #[arg(long, value_name = "TEXT")]
    pub(crate) subject: Option<String>,
    /// Only these facts: ids or names of fact files, separated by commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) rule: Vec<String>,
    /// Only facts from files with this in their path
    #[arg(long, value_name = "TEXT")]
    pub(crate) file: Option<String>,
    /// How facts are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub(crate) format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// By subject, for people
    Human,
    /// One JSON array
    Json,
    /// A table with a header
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct LintArgs {
    /// Fact files
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The day (YYYY-MM-DD) on which sources are old or not; without it none is
    #[arg(long, value_name = "DATE", value_parser = iso_day)]
    pub(crate) today: Option<String>,
    /// So many years after somebody looked, a source is old
    #[arg(long, value_name = "YEARS", default_value = "2")]
    pub(crate) stale_after: i16,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// What the file holds
    #[arg(value_name = "FORM", value_parser = form_name())]
    pub(crate) form: String,
    /// The file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

fn form_name() -> clap::builder::PossibleValuesParser {
    factlint::facts::import::IMPORTERS
        .iter()
        .map(|importer| clap::builder::PossibleValue::new(importer.name).help(importer.description))
        .collect::<Vec<_>>()
        .into()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClaimsFormat {
    /// A table for people
    Table,
    /// One JSON object a claim
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Info,
    Warning,
    Error,
    Never,
}

impl Level {
    /// The level that is called so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::Info => Severity::Info,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

impl FailOn {
    /// The level that is called so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// The least severity that fails a run; `None` if none does.
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
            Self::Never => None,
        }
    }
}

fn format_name() -> clap::builder::PossibleValuesParser {
    factlint::report::REPORTS
        .iter()
        .map(|report| clap::builder::PossibleValue::new(report.name).help(report.description))
        .collect::<Vec<_>>()
        .into()
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "write a number, as in 4".to_owned())
}

fn iso_day(text: &str) -> Result<String, String> {
    factlint::document::iso_day(text)
        .map(|day| day.to_string())
        .ok_or_else(|| "write it as 2020-02-29".to_owned())
}
