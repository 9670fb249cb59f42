use serde::{Deserialize, Serialize};

/// Sentences of `plaza`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlazaSay {
    Overlap { first: String, second: String },
}

impl PlazaSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            PlazaSay::Overlap { first, second } => [
                format!("{first} 和 {second} 叠在一起。"),
                format!("{first} 和 {second} 疊在一起。"),
                format!("{first} and {second} overlap."),
            ],
        }
    }
}
