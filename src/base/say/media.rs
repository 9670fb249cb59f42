use serde::{Deserialize, Serialize};

/// Sentences of `media`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaSay {
    Truncated { name: String },
}

impl MediaSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            MediaSay::Truncated { name } => [
                format!("照片“{name}”不完整，请重新拷贝原图。"),
                format!("照片「{name}」不完整，請重新拷貝原圖。"),
                format!("The photo “{name}” is cut short. Copy the original again."),
            ],
        }
    }
}
