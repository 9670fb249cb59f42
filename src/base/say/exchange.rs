use serde::{Deserialize, Serialize};

/// Sentences about packs and copies: why one was not read or written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExchangeSay {
    NotAPack {
        name: String,
    },
    CutShort {
        name: String,
    },
    Newer {
        name: String,
    },
    /// An entry is not what the pack's own list says.
    Damaged {
        name: String,
    },
    /// More or larger entries than any exhibition has.
    TooMuch {
        name: String,
    },
    /// Entries twice, entries nobody listed, names that point elsewhere.
    Odd {
        name: String,
    },
    CannotRead {
        name: String,
    },
    DiskFull {
        name: String,
    },
    NoRoom {
        name: String,
        needed_mb: u64,
        free_mb: u64,
    },
    /// Longer than files on this disk can be.
    TooLong {
        name: String,
    },
    Protected {
        name: String,
    },
    CannotWrite {
        name: String,
    },
    /// What was written does not read back as it was.
    NotVerified {
        name: String,
    },
    NoUnit {
        name: String,
        known: String,
    },
    NoBoards {
        name: String,
    },
    Itself,
}

impl ExchangeSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ExchangeSay::NotAPack { .. }
            | ExchangeSay::CutShort { .. }
            | ExchangeSay::Newer { .. }
            | ExchangeSay::Damaged { .. }
            | ExchangeSay::TooMuch { .. }
            | ExchangeSay::Odd { .. }
            | ExchangeSay::CannotRead { .. } => self.not_read(),
            ExchangeSay::NoUnit { name, known } => [
                format!("没有叫“{name}”的单位。现有：{known}。"),
                format!("沒有叫「{name}」的單位。現有：{known}。"),
                format!("There is no unit “{name}”. There are: {known}."),
            ],
            ExchangeSay::NoBoards { name } => [
                format!("“{name}”还没有展板，没有东西可以打包。"),
                format!("「{name}」還沒有展板，沒有東西可以打包。"),
                format!("“{name}” has no boards yet; there is nothing to pack."),
            ],
            ExchangeSay::Itself => [
                "这就是正打开的展览本身，不用收进来。".into(),
                "這就是正開啟的展覽本身，不用匯入。".into(),
                "This is the exhibition that is open; there is nothing to bring in.".into(),
            ],
            _ => self.not_written(),
        }
    }

    fn not_read(&self) -> [String; 3] {
        match self {
            ExchangeSay::CutShort { name } => [
                format!("“{name}”不完整，可能没有拷完或没有收完。请重新拷贝或请对方再发一次；这边什么也没有改。"),
                format!("「{name}」不完整，可能沒有複製完或沒有收完。請重新複製或請對方再傳一次；這邊什麼也沒有改。"),
                format!(
                    "“{name}” is cut short; it may not have been copied or received to the end. Copy it again or ask for it again; nothing was changed here."
                ),
            ],
            ExchangeSay::Newer { name } => [
                format!("“{name}”是用更新版本的程序打的包，请先更新程序再收；这边什么也没有改。"),
                format!("「{name}」是用較新版本的程式打的包，請先更新程式再匯入；這邊什麼也沒有改。"),
                format!(
                    "“{name}” was packed by a newer version of the program. Update first; nothing was changed here."
                ),
            ],
            ExchangeSay::Damaged { name } => [
                format!("“{name}”里有内容和打包时不一样，可能在路上损坏了。请对方再发一次；这边什么也没有改。"),
                format!("「{name}」裡有內容和打包時不一樣，可能在路上損壞了。請對方再傳一次；這邊什麼也沒有改。"),
                format!(
                    "Something in “{name}” is not as it was packed; it was damaged on the way. Ask for it again; nothing was changed here."
                ),
            ],
            ExchangeSay::TooMuch { name } => [
                format!("“{name}”里的东西多得不像展板包，没有打开；这边什么也没有改。请向对方核实。"),
                format!("「{name}」裡的東西多得不像展板包，沒有開啟；這邊什麼也沒有改。請向對方核實。"),
                format!(
                    "“{name}” holds more than any pack of boards does and was not opened; nothing was changed here. Ask the sender."
                ),
            ],
            ExchangeSay::Odd { name } => [
                format!("“{name}”里有来路不明的文件，为了安全没有打开；这边什么也没有改。请向对方核实。"),
                format!("「{name}」裡有來路不明的檔案，為了安全沒有開啟；這邊什麼也沒有改。請向對方核實。"),
                format!(
                    "“{name}” holds files that no pack of boards has and was not opened, for safety; nothing was changed here. Ask the sender."
                ),
            ],
            ExchangeSay::CannotRead { name } => [
                format!("“{name}”读不出来。请看U盘是否还连着、有没有权限；这边什么也没有改。"),
                format!("「{name}」讀不出來。請看隨身碟是否還連著、有沒有權限；這邊什麼也沒有改。"),
                format!(
                    "“{name}” cannot be read. Is the stick still in, and may you read it? Nothing was changed here."
                ),
            ],
            ExchangeSay::NotAPack { name } => [
                format!("“{name}”不是展板包，也不是展览文件夹。请选 .zbpack 文件或 .zhanban 文件夹。"),
                format!("「{name}」不是展板包，也不是展覽資料夾。請選 .zbpack 檔案或 .zhanban 資料夾。"),
                format!(
                    "“{name}” is neither a pack of boards nor an exhibition. Choose a .zbpack file or a .zhanban folder."
                ),
            ],
            _ => self.not_written(),
        }
    }

    fn not_written(&self) -> [String; 3] {
        match self {
            ExchangeSay::NoRoom {
                name,
                needed_mb,
                free_mb,
            } => [
                format!("放不下“{name}”：要 {needed_mb} MB，只剩 {free_mb} MB。腾出地方，或者换个磁盘。"),
                format!("放不下「{name}」：要 {needed_mb} MB，只剩 {free_mb} MB。騰出空間，或者換個磁碟。"),
                format!(
                    "There is no room for “{name}”: {needed_mb} MB needed, {free_mb} MB free. Make room or choose another disk."
                ),
            ],
            ExchangeSay::DiskFull { name } => [
                format!("磁盘满了，“{name}”没有写成，半截的已经去掉。腾出地方，或者换个磁盘。"),
                format!("磁碟滿了，「{name}」沒有寫成，半截的已經去掉。騰出空間，或者換個磁碟。"),
                format!(
                    "The disk is full: “{name}” was not written, and nothing half-done was left. Make room or choose another disk."
                ),
            ],
            ExchangeSay::TooLong { name } => [
                format!("“{name}”太长，这个U盘放不下这么长的文件（FAT32 最多 4 GB）。换一个U盘，或者按单位分开打包。"),
                format!(
                    "「{name}」太長，這個隨身碟放不下這麼長的檔案（FAT32 最多 4 GB）。換一個隨身碟，或者依單位分開打包。"
                ),
                format!(
                    "“{name}” is longer than files on this disk can be (FAT32: 4 GB). Choose another disk, or pack one unit at a time."
                ),
            ],
            ExchangeSay::Protected { name } => [
                format!("“{name}”写不进去：这个位置只能读，U盘可能上了写保护。换一个位置。"),
                format!("「{name}」寫不進去：這個位置只能讀，隨身碟可能上了防寫。換一個位置。"),
                format!(
                    "“{name}” cannot be written: the place is read-only, or the stick is write-protected. Choose another place."
                ),
            ],
            ExchangeSay::NotVerified { name } => [
                format!("“{name}”写完再读对不上，这个磁盘或U盘可能坏了。没有留下来，请换一个。"),
                format!("「{name}」寫完再讀對不上，這個磁碟或隨身碟可能壞了。沒有留下來，請換一個。"),
                format!(
                    "“{name}” did not read back as it was written; the disk or stick may be failing. It was not kept; choose another one."
                ),
            ],
            ExchangeSay::CannotWrite { name } => [
                format!("“{name}”写不进去。看看U盘是否还连着、文件夹能不能写，或者换个位置。"),
                format!("「{name}」寫不進去。看看隨身碟是否還連著、資料夾能不能寫，或者換個位置。"),
                format!(
                    "“{name}” cannot be written. Is the stick still in, and may you write there? Or choose another place."
                ),
            ],
            _ => self.texts(),
        }
    }
}
