//! Writes the language files and the tables that they share again as JSON, which every start reads several times as
//! fast as YAML.
//!
//! For a file that is no YAML an empty one is written: the program then reads the YAML and says where it is wrong.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: &str = "rules/languages";

/// What is the same in every language.
const TABLES: [&str; 2] = ["rules/units.yaml", "rules/holidays.yaml"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LANGUAGES}");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    for entry in fs::read_dir(LANGUAGES)? {
        write_as_json(&entry?.path(), &folder)?;
    }
    for table in TABLES {
        println!("cargo:rerun-if-changed={table}");
        write_as_json(Path::new(table), &folder)?;
    }
    Ok(())
}

fn write_as_json(path: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let Some(name) = path.file_stem().filter(|_| path.extension().is_some_and(|ending| ending == "yaml"))
    else {
        return Ok(());
    };
    let text = fs::read_to_string(path)?;
    let value: Option<serde_json::Value> = serde_yaml::from_str(&text).ok();
    let json = value.map(|value| value.to_string()).unwrap_or_default();
    fs::write(folder.join(name).with_extension("json"), json)?;
    Ok(())
}
