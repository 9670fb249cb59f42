use serde::{Deserialize, Serialize};

/// Sentences of `export`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportSay {
    PhotoUnknown,
}

impl ExportSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ExportSay::PhotoUnknown => [
                "这个位置的照片不在展览里，已画成斜线格。请重新放一张照片。".into(),
                "這個位置的照片不在展覽裡，已畫成斜線格。請重新放一張照片。".into(),
                "The photo of this place is not in the exhibition; its place is hatched. Put a photo there again."
                    .into(),
            ],
        }
    }
}
