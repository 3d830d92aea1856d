//! The schema of fact files, for the completion of editors.

use serde_json::Value;

use super::schema::{ONE, SEVERAL};
use crate::yaml;

/// The JSON Schema (draft 2020-12) of fact files.
///
/// ```
/// let schema = factlint::facts::json_schema();
/// let fact = &schema["$defs"]["fact"]["properties"];
/// assert_eq!("When somebody last looked.", fact["checked"]["description"]);
/// ```
pub fn json_schema() -> Value {
    yaml::json_schema("factlint fact file", &[&ONE, &SEVERAL])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::SHIPPED;

    /// As much of JSON Schema as the schema uses; the place of the first thing that does not fit.
    fn misfit(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
        if let Some(name) = schema["$ref"].as_str() {
            let definition = &root["$defs"][name.strip_prefix("#/$defs/").expect("a definition")];
            return misfit(value, definition, root, at);
        }
        if let Some(any) = schema["anyOf"].as_array() {
            let misfits: Vec<_> = any.iter().map(|one| misfit(value, one, root, at)).collect();
            return misfits.iter().all(Option::is_some).then(|| format!("{misfits:?}"));
        }
        if let Some(all) = schema["allOf"].as_array() {
            return all.iter().find_map(|one| misfit(value, one, root, at));
        }
        match (value, schema["type"].as_str()) {
            (Value::Array(items), Some("array")) => items
                .iter()
                .enumerate()
                .find_map(|(index, item)| misfit(item, &schema["items"], root, &format!("{at}[{index}]"))),
            (Value::Object(pairs), Some("object")) => {
                let required = schema["required"].as_array().into_iter().flatten();
                let missing = required.filter_map(Value::as_str).find(|key| !pairs.contains_key(*key));
                missing.map(|key| format!("{at} lacks {key}")).or_else(|| {
                    pairs.iter().find_map(|(key, value)| {
                        let at = format!("{at}.{key}");
                        match (&schema["properties"][key], &schema["additionalProperties"]) {
                            (Value::Null, Value::Bool(false) | Value::Null) => {
                                Some(format!("{at} is unknown"))
                            }
                            (Value::Null, other) => misfit(value, other, root, &at),
                            (property, _) => misfit(value, property, root, &at),
                        }
                    })
                })
            }
            (Value::String(_) | Value::Number(_) | Value::Bool(_), None) if schema["type"].is_array() => None,
            _ => Some(format!("{at} is no {}", schema["type"])),
        }
    }

    fn of_yaml(text: &str) -> Value {
        serde_yaml::from_str(text).expect("YAML")
    }

    #[test]
    fn shipped_files_fit_the_schema() {
        let schema = json_schema();
        for (path, text) in SHIPPED {
            assert_eq!(None, misfit(&of_yaml(text), &schema, &schema, path));
        }
    }

    #[test]
    fn files_that_the_loader_refuses_do_not_fit() {
        let schema = json_schema();
        let sound = "subject: A\nfacts: [{id: a, cues: [b], is: {2019: 5 km, 2020: 6 km}, source: s}]\n";
        assert_eq!(None, misfit(&of_yaml(sound), &schema, &schema, ""));
        for (wrong, right) in
            [("colour", "cues"), ("[{value: 5 km}]", "{2019: 5 km, 2020: 6 km}"), ("x", "id")]
        {
            let broken = sound.replace(right, wrong);
            assert!(misfit(&of_yaml(&broken), &schema, &schema, "").is_some(), "{broken}");
        }
        let silent = "subject: A\nborn: 1960\nexamples: {silent: [A text., {text: Another., date: 2020}]}\n";
        assert_eq!(None, misfit(&of_yaml(silent), &schema, &schema, ""));
    }
}
