use serde::{Deserialize, Serialize};

/// Sentences of `check`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckSay {
    LineTextOverset { slot: String },
}

impl CheckSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            CheckSay::LineTextOverset { slot } => [
                format!("“{slot}”放不下，有字没有排出来。删几个字，或换大一点的版式。"),
                format!("「{slot}」放不下，有字沒有排出來。刪幾個字，或換大一點的版式。"),
                format!("“{slot}” does not fit: some text is not shown. Shorten it or take a larger template."),
            ],
        }
    }
}
