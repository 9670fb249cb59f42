use serde::{Deserialize, Serialize};

/// Sentences of `store`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoreSay {
    DiskFull,
}

impl StoreSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            StoreSay::DiskFull => [
                "磁盘满了，刚才的改动还没有存下。腾出空间后会自动再存。".into(),
                "磁碟滿了，剛才的改動還沒有存下。騰出空間後會自動再存。".into(),
                "The disk is full; the last changes are not saved yet. Free some space and they will be.".into(),
            ],
        }
    }
}
