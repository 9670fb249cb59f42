use serde::{Deserialize, Serialize};

/// Sentences of `store`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoreSay {
    DiskFull,
    CannotSave,
    /// The project's folder is not there any more.
    PlaceGone,
    NotFound {
        name: String,
    },
    NotAProject {
        name: String,
    },
    CutShort {
        name: String,
    },
    Damaged {
        name: String,
    },
    Foreign {
        name: String,
    },
    /// Opened, and cannot be changed.
    Newer,
    NewerUnreadable {
        name: String,
    },
    ReadOnlyPlace,
    OpenElsewhere {
        who: String,
    },
    Exists {
        name: String,
    },
    CannotCreate {
        name: String,
    },
    CannotRead {
        name: String,
    },
    PartOlder {
        part: Part,
        when: String,
    },
    PartLost {
        part: Part,
    },
    FromNewer {
        part: Part,
        count: usize,
    },
    UnitRecovered {
        codes: String,
    },
    TemplateRecovered {
        name: String,
    },
    PhotoUnknown {
        code: String,
    },
    CodeChanged {
        was: String,
        now: String,
    },
    ItemsDropped {
        code: String,
        count: usize,
    },
    OrderMended {
        count: usize,
    },
}

/// A part of a show that may be damaged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Show,
    Committees,
    /// The code is empty where nobody knows it any more.
    Board {
        code: String,
    },
    Order,
    States,
    Plaza,
    Template,
    Photo,
    Words,
    Facts,
    Shops,
    Imports,
    Bin,
    Met,
    Unknown,
}

impl Part {
    /// Simplified, Traditional, English.
    fn texts(&self) -> [String; 3] {
        let [hans, hant, en] = match self {
            Part::Board { code } if !code.is_empty() => {
                return [format!("展板 {code}"), format!("展板 {code}"), format!("Board {code}")];
            }
            Part::Board { .. } => ["有一块展板", "有一塊展板", "One board"],
            Part::Show => ["展览设置", "展覽設定", "The exhibition's settings"],
            Part::Committees => ["单位名单", "單位名單", "The list of units"],
            Part::Order => ["展板顺序", "展板順序", "The order of the boards"],
            Part::States => ["各展板的状态", "各展板的狀態", "The states of the boards"],
            Part::Plaza => ["广场摆放图", "廣場擺放圖", "A plaza's plan"],
            Part::Template => ["有一个版式", "有一個版式", "One template"],
            Part::Photo => ["有一张照片的登记", "有一張照片的登記", "The record of one photo"],
            Part::Words => ["对照词表", "對照詞表", "The word list"],
            Part::Facts => ["数据登记", "數據登記", "The facts"],
            Part::Shops => ["印制厂资料", "印製廠資料", "The print shops"],
            Part::Bin => ["回收站", "回收桶", "The bin"],
            Part::Met => ["收进记录", "匯入包的記錄", "The record of what was brought in"],
            Part::Imports => ["导入记录", "匯入記錄", "The import records"],
            Part::Unknown => ["项目里有一项内容", "專案裡有一項內容", "One item of the project"],
        };
        [hans.into(), hant.into(), en.into()]
    }
}

impl StoreSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            StoreSay::DiskFull => same([
                "磁盘满了，刚才的改动还没有存下。腾出空间后会自动再存。",
                "磁碟滿了，剛才的改動還沒有存下。騰出空間後會自動再存。",
                "The disk is full; the last changes are not saved yet. Free some space and they will be.",
            ]),
            StoreSay::CannotSave => same([
                "刚才的改动还写不进磁盘，程序每两秒会再试一次。请检查磁盘或U盘是否还连着，先不要关窗口。",
                "剛才的改動還寫不進磁碟，程式每兩秒會再試一次。請檢查磁碟或隨身碟是否還連著，先不要關視窗。",
                "The last changes cannot be written to the disk yet; the program tries again every two seconds. \
                 Check that the disk or stick is still connected, and keep the window open.",
            ]),
            StoreSay::PlaceGone => same([
                "展览的文件夹不见了：U盘拔了，或者文件夹被移走、删掉了。改动都还在，先不要关窗口：插回去会自动再存，或者点“存到别处”。",
                "展覽的資料夾不見了：隨身碟拔了，或者資料夾被移走、刪掉了。改動都還在，先不要關視窗：插回去會自動再存，或者點「存到別處」。",
                "The exhibition's folder is gone: the stick was pulled, or the folder was moved or deleted. Your changes are \
                 still here; keep the window open. Put it back and they are saved, or choose “Save elsewhere”.",
            ]),
            StoreSay::ReadOnlyPlace => same([
                "这个位置不能写入，只能看，不能改。要改，请把整个项目文件夹拷到本机硬盘再打开。",
                "這個位置不能寫入，只能看，不能改。要改，請把整個專案資料夾複製到本機硬碟再開啟。",
                "This place cannot be written to: you can look but not change. To make changes, copy the whole project \
                 folder to this computer's disk and open it there.",
            ]),
            StoreSay::Newer => same([
                "这个项目是用更新版本的程序存的，这里只能看，不能改。要改，请先更新程序。",
                "這個專案是用較新版本的程式存的，這裡只能看，不能改。要改，請先更新程式。",
                "This project was saved by a newer version of the program: you can look but not change. \
                 Update the program to make changes.",
            ]),
            StoreSay::OpenElsewhere { who } => elsewhere(who),
            StoreSay::NotFound { .. }
            | StoreSay::NotAProject { .. }
            | StoreSay::CutShort { .. }
            | StoreSay::Damaged { .. }
            | StoreSay::Foreign { .. }
            | StoreSay::NewerUnreadable { .. }
            | StoreSay::Exists { .. }
            | StoreSay::CannotCreate { .. }
            | StoreSay::CannotRead { .. } => self.refused(),
            StoreSay::PartOlder { .. }
            | StoreSay::PartLost { .. }
            | StoreSay::FromNewer { .. }
            | StoreSay::UnitRecovered { .. }
            | StoreSay::TemplateRecovered { .. }
            | StoreSay::PhotoUnknown { .. }
            | StoreSay::CodeChanged { .. }
            | StoreSay::ItemsDropped { .. }
            | StoreSay::OrderMended { .. } => self.mended(),
        }
    }

    /// Why a project was not opened or made.
    fn refused(&self) -> [String; 3] {
        match self {
            StoreSay::NotFound { name } => [
                format!("找不到“{name}”。它可能改了名、挪了地方，或者U盘没有插好。"),
                format!("找不到「{name}」。它可能改了名、移了位置，或者隨身碟沒有插好。"),
                format!("“{name}” was not found. It may have been renamed or moved, or the stick is not plugged in."),
            ],
            StoreSay::NotAProject { name } => [
                format!("“{name}”不是展板项目。请选名字以 .zhanban 结尾的文件夹，里面有 project.db。"),
                format!("「{name}」不是展板專案。請選名稱以 .zhanban 結尾的資料夾，裡面有 project.db。"),
                format!(
                    "“{name}” is not a board project. Choose a folder whose name ends in .zhanban and that holds project.db."
                ),
            ],
            StoreSay::CutShort { name } => [
                format!(
                    "“{name}”里的 project.db 不完整，可能没有拷完。请从原处重新拷贝整个文件夹；{}",
                    BACKUP[0]
                ),
                format!(
                    "「{name}」裡的 project.db 不完整，可能沒有複製完。請從原處重新複製整個資料夾；{}",
                    BACKUP[1]
                ),
                format!(
                    "project.db in “{name}” is cut short; it may not have been copied to the end. \
                     Copy the whole folder again from where it came; {}",
                    BACKUP[2]
                ),
            ],
            StoreSay::Damaged { name } => [
                format!("“{name}”里的 project.db 已损坏，原样未动。{}", BACKUP[0]),
                format!("「{name}」裡的 project.db 已損壞，原樣未動。{}", BACKUP[1]),
                format!("project.db in “{name}” is damaged; it was left as it is. {}", BACKUP[2]),
            ],
            StoreSay::Foreign { name } => [
                format!("“{name}”里的 project.db 被别的程序改动过，为了安全没有打开。请向交来的人要一份原件。"),
                format!("「{name}」裡的 project.db 被別的程式改動過，為了安全沒有開啟。請向交來的人要一份原件。"),
                format!(
                    "project.db in “{name}” was altered by another program and was not opened, for safety. \
                     Ask for the original."
                ),
            ],
            StoreSay::NewerUnreadable { name } => [
                format!("“{name}”是用新得多的程序存的，这个版本读不了。请先更新程序；项目原样未动。"),
                format!("「{name}」是用新得多的程式存的，這個版本讀不了。請先更新程式；專案原樣未動。"),
                format!(
                    "“{name}” was saved by a much newer program, which this one cannot read. \
                     Update the program; the project was left as it is."
                ),
            ],
            StoreSay::Exists { name } => [
                format!("这里已经有“{name}”了，没有动它。请换一个名字。"),
                format!("這裡已經有「{name}」了，沒有動它。請換一個名稱。"),
                format!("“{name}” is already there and was not touched. Choose another name."),
            ],
            StoreSay::CannotCreate { name } => [
                format!("“{name}”建不起来：这个位置不能写入，或者磁盘满了。请换一个位置。"),
                format!("「{name}」建不起來：這個位置不能寫入，或者磁碟滿了。請換一個位置。"),
                format!(
                    "“{name}” cannot be made: the place cannot be written to, or the disk is full. Choose another place."
                ),
            ],
            StoreSay::CannotRead { name } => [
                format!("“{name}”读不出来。请检查磁盘或U盘是否还连着，以及有没有权限。"),
                format!("「{name}」讀不出來。請檢查磁碟或隨身碟是否還連著，以及有沒有權限。"),
                format!("“{name}” cannot be read. Check that the disk or stick is connected and that you may read it."),
            ],
            _ => self.mended(),
        }
    }

    /// What was found damaged in an open project, and what became of it.
    fn mended(&self) -> [String; 3] {
        match self {
            StoreSay::PartOlder { part, when } => {
                let [hans, hant, en] = part.texts();
                [
                    format!("{hans}最近的改动在磁盘上损坏了，现在用的是 {when}（世界时）的版本。请核对一遍。"),
                    format!("{hant}最近的改動在磁碟上損壞了，現在用的是 {when}（世界時）的版本。請核對一遍。"),
                    format!(
                        "{en}: the last changes were damaged on the disk; the version of {when} (UTC) is shown. Look it over."
                    ),
                ]
            }
            StoreSay::PartLost { part } => {
                let [hans, hant, en] = part.texts();
                [
                    format!("{hans}在磁盘上损坏了，读不出来；其余内容都在。可以从 backups 文件夹里的备份找回。"),
                    format!("{hant}在磁碟上損壞了，讀不出來；其餘內容都在。可以從 backups 資料夾裡的備份找回。"),
                    format!(
                        "{en}: damaged on the disk and cannot be read; everything else is there. Look in the folder backups."
                    ),
                ]
            }
            StoreSay::FromNewer { part, count } => {
                let [hans, hant, en] = part.texts();
                [
                    format!("{hans}里有 {count} 项来自更新版本的程序，这里显示不了，但都保留着。更新程序后就能看到。"),
                    format!("{hant}裡有 {count} 項來自較新版本的程式，這裡顯示不了，但都保留著。更新程式後就能看到。"),
                    format!(
                        "{en}: {count} items come from a newer program; they are kept but not shown. Update the program to see them."
                    ),
                ]
            }
            StoreSay::UnitRecovered { codes } => [
                format!("展板 {codes} 的单位不在名单里了，暂时叫“未知单位”。请改成正确的单位。"),
                format!("展板 {codes} 的單位不在名單裡了，暫時叫「未知單位」。請改成正確的單位。"),
                format!(
                    "The unit of {codes} was missing from the list and is called “Unknown unit” for now. Set the right one."
                ),
            ],
            StoreSay::TemplateRecovered { name } => [
                format!("版式“{name}”在项目里找不到了，先用空白版式代替，文字和照片都还在。请给这些展板重新选版式。"),
                format!("版式「{name}」在專案裡找不到了，先用空白版式代替，文字和照片都還在。請給這些展板重新選版式。"),
                format!(
                    "The template “{name}” is missing from the project; a blank one stands in, texts and photos are kept. \
                     Choose a template for these boards again."
                ),
            ],
            StoreSay::PhotoUnknown { code } => [
                format!("展板 {code} 有一张照片的登记丢了，先留空位。请重新放入照片。"),
                format!("展板 {code} 有一張照片的登記丟了，先留空位。請重新放入照片。"),
                format!(
                    "Board {code}: the record of a photo is lost; its place is kept empty. Put the photo in again."
                ),
            ],
            StoreSay::CodeChanged { was, now } => [
                format!("编号 {was} 用了两次或是空的，其中一块改成了 {now}。"),
                format!("編號 {was} 用了兩次或是空的，其中一塊改成了 {now}。"),
                format!("The code {was} was used twice or blank; one board is now {now}."),
            ],
            StoreSay::ItemsDropped { code, count } => [
                format!("展板 {code} 有 {count} 项内容的尺寸或位置不合理，没有显示。请核对一遍。"),
                format!("展板 {code} 有 {count} 項內容的尺寸或位置不合理，沒有顯示。請核對一遍。"),
                format!(
                    "Board {code}: {count} items have a size or place out of reach and are not shown. Look it over."
                ),
            ],
            StoreSay::OrderMended { count } => [
                format!("展板的顺序或位置里有 {count} 处对不上，已经按现有的展板理顺。"),
                format!("展板的順序或位置裡有 {count} 處對不上，已經按現有的展板理順。"),
                format!(
                    "{count} entries of the order or the plan did not fit the boards there are; they were put right."
                ),
            ],
            _ => self.texts(),
        }
    }
}

const BACKUP: [&str; 3] = [
    "或者把 backups 文件夹里最新的 project-….db 改名为 project.db，换掉坏的那个。",
    "或者把 backups 資料夾裡最新的 project-….db 改名為 project.db，換掉壞的那個。",
    "or take the newest project-….db from the folder backups, name it project.db and put it in place of the bad one.",
];

fn same(texts: [&str; 3]) -> [String; 3] {
    texts.map(str::to_string)
}

fn elsewhere(who: &str) -> [String; 3] {
    if who.is_empty() {
        return same([
            "这个展览已经在另一个窗口打开，这里只能看。关掉那个窗口再打开就能改。",
            "這個展覽已經在另一個視窗開啟，這裡只能看。關掉那個視窗再開啟就能改。",
            "This exhibition is open in another window; here you can only look. Close the other one and open it again.",
        ]);
    }
    [
        format!("这个展览正由 {who} 打开着，这里只能看。等那边关掉再打开就能改。"),
        format!("這個展覽正由 {who} 開啟著，這裡只能看。等那邊關掉再開啟就能改。"),
        format!("This exhibition is open at {who}; here you can only look. Open it again when it is closed there."),
    ]
}
