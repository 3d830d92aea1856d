//! A language is data: its words and their meanings (stand-in; the real one is merged later).
/// A language.
#[derive(Debug, Default)]
pub struct Language;
impl Language {
    /// English.
    pub fn english() -> Self {
        Self
    }
}
