//! Codes of currencies.

use std::fmt;
use std::ops::Deref;

/// The code of a currency after ISO 4217. It is held in place: a text has very many amounts of money.
///
/// ```
/// use factlint::value::Code;
///
/// let code = Code::try_from("EUR".to_owned()).expect("three capitals");
/// assert_eq!("EUR", &*code);
/// assert!(Code::try_from("Euro".to_owned()).is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Code([u8; 3]);

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(format!("a currency has a code of three capital letters, not `{text}`")),
        }
    }
}

impl Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        // They are ASCII.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
