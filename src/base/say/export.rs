use serde::{Deserialize, Serialize};

/// Sentences of `export`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportSay {
    PhotoUnknown,
    BoardFontLocked { font: String },
    BoardNotWritten { file: String },
    BoardTooLong { file: String },
    BoardNotBuilt { why: String },
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
            ExportSay::BoardFontLocked { font } => [
                format!("这块展板没有导出：字体“{font}”的作者不许嵌入 PDF。请在“字体”里给这种字换一个，再单独导出它。"),
                format!(
                    "這塊展板沒有匯出：字型「{font}」的作者不許嵌入 PDF。請在「字型」裡給這種字換一個，再單獨匯出它。"
                ),
                format!(
                    "Not exported: the maker of the font “{font}” does not allow it in a PDF. Choose another one under Fonts, then export this board alone."
                ),
            ],
            ExportSay::BoardNotWritten { file } => [
                format!("这块展板没有导出：“{file}”写不进去，它可能正被别的程序打开。关掉那个程序，再单独导出它。"),
                format!("這塊展板沒有匯出：「{file}」寫不進去，它可能正被別的程式開啟。關掉那個程式，再單獨匯出它。"),
                format!(
                    "Not exported: “{file}” cannot be written; it may be open elsewhere. Close it there, then export this board alone."
                ),
            ],
            ExportSay::BoardTooLong { file } => [
                format!(
                    "这块展板没有导出：“{file}”太长，这个磁盘放不下这么长的文件（FAT32 最多 4 GB）。换个磁盘，再单独导出它。"
                ),
                format!(
                    "這塊展板沒有匯出：「{file}」太長，這個磁碟放不下這麼長的檔案（FAT32 最多 4 GB）。換個磁碟，再單獨匯出它。"
                ),
                format!(
                    "Not exported: “{file}” is longer than files on this disk can be (FAT32: 4 GB). Choose another disk, then export this board alone."
                ),
            ],
            ExportSay::BoardNotBuilt { why } => [
                format!("这块展板没有导出：{why}。其余的已经导出。"),
                format!("這塊展板沒有匯出：{why}。其餘的已經匯出。"),
                format!("Not exported: {why}. The others were."),
            ],
        }
    }
}
