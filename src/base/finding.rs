use super::{Lang, Say};
use serde::{Deserialize, Serialize};

/// Something a person should know of: what, where, how bad. Checks, imports and exports all speak in findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub severity: Severity,
    /// Stable name of the rule, `photo-dpi`; tests and settings refer to it.
    pub rule: &'static str,
    pub place: Place,
    pub say: Say,
}

impl Finding {
    pub fn text(&self, lang: Lang) -> String {
        self.say.text(lang)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Note,
    Warning,
    /// Blocks the hand-over.
    Error,
}

/// Where a finding is. Ids are kept as text because `base` does not know the model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// `Board.code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<String>,
    /// `ElementId` in its text form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// Name of the file, relative to what was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl Place {
    pub fn board(code: impl Into<String>) -> Place {
        Place {
            board: Some(code.into()),
            ..Place::default()
        }
    }

    pub fn file(name: impl Into<String>) -> Place {
        Place {
            file: Some(name.into()),
            ..Place::default()
        }
    }

    pub fn at_element(mut self, element: impl ToString) -> Place {
        self.element = Some(element.to_string());
        self
    }
}
