use serde::{Deserialize, Serialize};

/// Sentences of `model`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelSay {
    BoardGone,
}

impl ModelSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ModelSay::BoardGone => [
                "这块展板已经不在了。".into(),
                "這塊展板已經不在了。".into(),
                "This board is no longer there.".into(),
            ],
        }
    }
}
