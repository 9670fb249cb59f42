use serde::{Deserialize, Serialize};

/// Sentences of `layout`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutSay {
    MissingGlyph { text: String },
}

impl LayoutSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            LayoutSay::MissingGlyph { text } => [
                format!("字体里没有“{text}”。"),
                format!("字型裡沒有「{text}」。"),
                format!("No font has “{text}”."),
            ],
        }
    }
}
