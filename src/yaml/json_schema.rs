//! A schema as JSON Schema, for the completion of editors: made from the table that the loader uses, so that the
//! two cannot differ.

use serde_json::{Map, Value, json};

use super::schema::{Schema, Shape};

/// The JSON Schema (draft 2020-12) of files that fit one of the schemas.
pub(crate) fn json_schema(title: &str, schemas: &[&Schema]) -> Value {
    let mut definitions = Map::new();
    let files: Vec<Value> = schemas.iter().map(|schema| reference(schema, &mut definitions)).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "anyOf": files,
        "$defs": definitions,
    })
}

/// A reference to a schema, which is defined if it is not yet.
fn reference(schema: &Schema, definitions: &mut Map<String, Value>) -> Value {
    let name = schema.what.replace(' ', "-");
    if !definitions.contains_key(&name) {
        // A place is held, so that a schema within itself would end.
        definitions.insert(name.clone(), Value::Null);
        let mut properties = Map::new();
        for key in schema.keys {
            let mut property = shape(key.shape, definitions);
            property["description"] = json!(key.about);
            if let Some(default) = key.default {
                let flag = matches!(key.shape, Shape::Flag);
                property["default"] = if flag { json!(default == "true") } else { json!(default) };
            }
            properties.insert(key.name.to_owned(), property);
        }
        let needed: Vec<&str> = schema.keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
        let object = json!({
            "type": "object",
            "properties": properties,
            "required": needed,
            "additionalProperties": false,
        });
        definitions.insert(name.clone(), object);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn shape(shape: Shape, definitions: &mut Map<String, Value>) -> Value {
    // To an editor `is: 1974` is a number and `checked: 2026-11-02` a text.
    let text = || json!({ "type": ["string", "number", "boolean"] });
    let list = |items: Value| json!({ "type": "array", "items": items });
    match shape {
        Shape::Text => text(),
        Shape::Texts => list(text()),
        Shape::OneOrMore => json!({ "anyOf": [text(), list(text())] }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::Choices(words) => {
            json!({ "type": "object", "additionalProperties": { "enum": words } })
        }
        Shape::TextLists => list(list(text())),
        Shape::Mapping(schema) => json!({ "allOf": [reference(schema, definitions)] }),
        Shape::Items(schema) => list(reference(schema, definitions)),
        Shape::TextsOrItems(schema) => list(json!({ "anyOf": [text(), reference(schema, definitions)] })),
        Shape::Values(schema) => json!({ "anyOf": [
            text(),
            { "type": "object", "additionalProperties": text() },
            list(reference(schema, definitions)),
        ]}),
    }
}
