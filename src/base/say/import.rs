use serde::{Deserialize, Serialize};

/// Sentences of `import`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportSay {
    FolderEmpty,
}

impl ImportSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ImportSay::FolderEmpty => [
                "这个文件夹里没有 committees.csv，也没有 boards 文件夹。".into(),
                "這個資料夾裡沒有 committees.csv，也沒有 boards 資料夾。".into(),
                "This folder has neither committees.csv nor a boards folder.".into(),
            ],
        }
    }
}
