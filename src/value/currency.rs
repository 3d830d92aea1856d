//! Which currency an amount of money is in, as far as its sign or word says it.

use std::sync::Arc;

use super::Code;

/// The currency of an amount. “€” is one currency, “$” and “pounds” are several states'.
///
/// ```
/// use factlint::value::{Code, Currency};
///
/// let code = |text: &str| Code::try_from(text.to_owned()).expect("three capitals");
/// let dollars = Currency::of(vec![code("USD"), code("AUD")]).expect("two");
/// let [us, sterling] = ["USD", "GBP"].map(|text| Currency::One(code(text)));
/// assert!(dollars.meets(&us) && !dollars.meets(&sterling));
/// assert_eq!(Some(us.clone()), dollars.and(&us));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Currency {
    /// The one with this code.
    One(Code),
    /// One of those that are written so. The list is the language's, and shared by all amounts.
    OneOf(Arc<Vec<Code>>),
}

impl Currency {
    /// What has one of these codes; `None` without a code.
    pub fn of(codes: Vec<Code>) -> Option<Self> {
        match *codes {
            [] => None,
            [code] => Some(Self::One(code)),
            _ => Some(Self::OneOf(Arc::new(codes))),
        }
    }

    /// The code, where there is no doubt of it.
    pub const fn code(&self) -> Option<&Code> {
        match self {
            Self::One(code) => Some(code),
            Self::OneOf(_) => None,
        }
    }

    /// Whether both can be the same currency.
    pub fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::OneOf(one), Self::OneOf(other)) if Arc::ptr_eq(one, other) => true,
            _ => self.codes().iter().any(|code| other.codes().contains(code)),
        }
    }

    /// What is left where both are said of one amount: of “$5 USD” the second. `None` if they do not go together.
    pub fn and(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::OneOf(one), Self::OneOf(other)) if Arc::ptr_eq(one, other) => Some(self.clone()),
            _ => Self::of(self.codes().iter().copied().filter(|code| other.codes().contains(code)).collect()),
        }
    }

    fn codes(&self) -> &[Code] {
        match self {
            Self::One(code) => std::slice::from_ref(code),
            Self::OneOf(codes) => codes,
        }
    }
}
