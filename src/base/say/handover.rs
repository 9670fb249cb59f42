//! Sentences about hand-overs: what stops one, what came of one, what a later look at it finds.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverSay {
    /// Errors that block it.
    Blocked {
        errors: usize,
    },
    /// Warnings that nobody gave a reason for.
    ReasonsMissing {
        warnings: usize,
    },
    NoBoards,
    FolderTaken {
        folder: String,
    },
    /// The earlier package named for the difference cannot be read.
    EarlierUnreadable {
        folder: String,
    },
    /// A file was not what had been written; nothing was handed over.
    NotAsWritten {
        file: String,
    },
    Ready {
        boards: usize,
        files: usize,
        folder: String,
    },
    Nothing {
        folder: String,
    },
    FileGone {
        file: String,
    },
    FileChanged {
        file: String,
    },
    FileStrange {
        file: String,
    },
    Whole {
        files: usize,
    },
}

impl HandoverSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            HandoverSay::Blocked { errors } => [
                format!("还有 {errors} 处错误，不能交付。请先改好。"),
                format!("還有 {errors} 處錯誤，不能交付。請先改好。"),
                format!("Errors left: {errors}. Nothing was handed over; mend them first."),
            ],
            HandoverSay::ReasonsMissing { warnings } => [
                format!("还有 {warnings} 处提醒没人写理由。请改好，或写明为什么照此付印。"),
                format!("還有 {warnings} 處提醒沒人寫理由。請改好，或寫明為什麼照此付印。"),
                format!("Warnings without a reason: {warnings}. Mend them, or write why they may go to print."),
            ],
            HandoverSay::NoBoards => [
                "没有要交付的展板。".into(),
                "沒有要交付的展板。".into(),
                "There are no boards to hand over.".into(),
            ],
            HandoverSay::FolderTaken { folder } => [
                format!("{folder} 里已经有东西。请换一个新文件夹，交过的不会被改动。"),
                format!("{folder} 裡已經有東西。請換一個新資料夾，交過的不會被改動。"),
                format!("{folder} is not empty. Name a new folder; what was handed over is never changed."),
            ],
            HandoverSay::EarlierUnreadable { folder } => [
                format!("{folder} 里没有读得出的交付清单，比不出差别。请指明上次交付的文件夹。"),
                format!("{folder} 裡沒有讀得出的交付清單，比不出差別。請指明上次交付的資料夾。"),
                format!("{folder} holds no list of a hand-over that can be read. Name the folder of the last one."),
            ],
            HandoverSay::NotAsWritten { file } => [
                format!("{file} 写进去和读出来不一样，磁盘可能坏了，没有交付。请换一个地方。"),
                format!("{file} 寫進去和讀出來不一樣，磁碟可能壞了，沒有交付。請換一個地方。"),
                format!("{file} does not read back as it was written; the disk may be failing. Choose another place."),
            ],
            HandoverSay::Ready { boards, files, folder } => [
                format!("可以交付：{boards} 块展板，{files} 个文件，都已逐个核对。在 {folder}"),
                format!("可以交付：{boards} 塊展板，{files} 個檔案，都已逐個核對。在 {folder}"),
                format!("Ready: {boards} boards, {files} files, each read back and compared. In {folder}"),
            ],
            HandoverSay::Nothing { folder } => [
                format!("和 {folder} 相比没有展板改过，不用再交。"),
                format!("和 {folder} 相比沒有展板改過，不用再交。"),
                format!("No board has changed since {folder}; there is nothing to hand over."),
            ],
            HandoverSay::FileGone { file } => [
                format!("少了 {file}。请重新交付。"),
                format!("少了 {file}。請重新交付。"),
                format!("{file} is missing. Hand over again."),
            ],
            HandoverSay::FileChanged { file } => [
                format!("{file} 和清单不符，已经被改动或损坏。请重新交付。"),
                format!("{file} 和清單不符，已經被改動或損壞。請重新交付。"),
                format!("{file} is not as the list has it: changed or damaged. Hand over again."),
            ],
            HandoverSay::FileStrange { file } => [
                format!("清单里没有 {file}。请看看是谁放进来的。"),
                format!("清單裡沒有 {file}。請看看是誰放進來的。"),
                format!("{file} is not in the list. See who put it there."),
            ],
            HandoverSay::Whole { files } => [
                format!("{files} 个文件都和清单一致。"),
                format!("{files} 個檔案都和清單一致。"),
                format!("All {files} files are as the list has them."),
            ],
        }
    }
}
