use serde::{Deserialize, Serialize};

/// Sentences of `export`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportSay {
    Cancelled,
}

impl ExportSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ExportSay::Cancelled => [
                "已取消，没有留下半个文件。".into(),
                "已取消，沒有留下半個檔案。".into(),
                "Cancelled; no half-written file was left.".into(),
            ],
        }
    }
}
