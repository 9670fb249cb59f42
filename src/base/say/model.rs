use serde::{Deserialize, Serialize};

/// Sentences of `model`: why a command was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelSay {
    BoardGone,
    ElementGone,
    PlazaGone,
    PhotoGone,
    CommitteeGone,
    TemplateMissing {
        name: String,
    },
    PhotoUnknown,
    BoardThere,
    ElementThere,
    PlazaThere,
    CodeTaken {
        code: String,
    },
    CodeBlank,
    CommitteeHasBoards {
        name: String,
        boards: usize,
    },
    CommitteeNameless,
    CommitteeTwice,
    ElementLocked,
    OrderIncomplete,
    PhotoUsed {
        name: String,
        code: String,
    },
    NumberOutOfReach,
    /// Of a ground's corners.
    OutlineCrosses,
    ShowNameless,
    ClosesBeforeItOpens,
    WordBlank,
    EntryTwice,
    SwatchNameless,
    SwatchTwice,
    /// A drawing where only photos go.
    DrawingAsPhoto,
    /// A photo where only drawings go.
    PhotoAsDrawing,
    EmblemTilted,
    EmblemReplaced,
    MergeBroken,
    /// What the board's template holds fast: the place, the look, the content of a slot.
    PlaceFixed,
    StyleFixed,
    ContentFixed,
}

impl ModelSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        let [hans, hant, en] = match self {
            ModelSay::BoardGone => [
                "这块展板已经不在了。",
                "這塊展板已經不在了。",
                "This board is no longer there.",
            ],
            ModelSay::ElementGone => [
                "这一项已经不在展板上了。",
                "這一項已經不在展板上了。",
                "This item is no longer on the board.",
            ],
            ModelSay::PlazaGone => [
                "这个广场已经不在了。",
                "這個廣場已經不在了。",
                "This plaza is no longer there.",
            ],
            ModelSay::PhotoGone => [
                "这张照片已经不在展览里了。",
                "這張照片已經不在展覽裡了。",
                "This photo is no longer in the exhibition.",
            ],
            ModelSay::CommitteeGone => [
                "这个单位不在名单里。请先把它加进名单。",
                "這個單位不在名單裡。請先把它加進名單。",
                "This unit is not on the list. Add it to the list first.",
            ],
            ModelSay::PhotoUnknown => [
                "展板上有一张照片还没有收进展览。请重新导入照片。",
                "展板上有一張照片還沒有收進展覽。請重新匯入照片。",
                "The board shows a photo that the exhibition does not have. Import the photo again.",
            ],
            ModelSay::BoardThere => [
                "展览里已经有这块展板。",
                "展覽裡已經有這塊展板。",
                "The exhibition already has this board.",
            ],
            ModelSay::ElementThere => [
                "展板上已经有这一项。",
                "展板上已經有這一項。",
                "The board already has this item.",
            ],
            ModelSay::PlazaThere => [
                "展览里已经有这个广场。",
                "展覽裡已經有這個廣場。",
                "The exhibition already has this plaza.",
            ],
            ModelSay::CodeBlank => [
                "展板要有编号。请填一个编号。",
                "展板要有編號。請填一個編號。",
                "A board needs a code. Enter one.",
            ],
            ModelSay::CommitteeNameless => [
                "单位要有名称。请填上名称。",
                "單位要有名稱。請填上名稱。",
                "A unit needs a name. Enter one.",
            ],
            ModelSay::CommitteeTwice => [
                "同一个单位在名单里出现了两次。",
                "同一個單位在名單裡出現了兩次。",
                "The same unit is on the list twice.",
            ],
            ModelSay::ElementLocked => [
                "这一项已经锁定。先解锁，再移动或删除。",
                "這一項已經鎖定。先解鎖，再移動或刪除。",
                "This item is locked. Unlock it before moving or deleting it.",
            ],
            ModelSay::OrderIncomplete => [
                "新的顺序漏了展板，或者有展板重复，所以没有改动。",
                "新的順序漏了展板，或者有展板重複，所以沒有改動。",
                "The new order leaves out a board or names one twice, so nothing was changed.",
            ],
            ModelSay::NumberOutOfReach => [
                "这个尺寸或位置不合理。请填一个正常范围内的数。",
                "這個尺寸或位置不合理。請填一個正常範圍內的數。",
                "This size or position makes no sense. Enter a number within reason.",
            ],
            ModelSay::OutlineCrosses => [
                "场地的边不能自己交叉。请按顺序走一圈，至少三个角。",
                "場地的邊不能自己交叉。請依順序走一圈，至少三個角。",
                "The edge of the ground must not cross itself. Go round it once, by three corners or more.",
            ],
            ModelSay::ShowNameless => [
                "展览要有名称。请填上名称。",
                "展覽要有名稱。請填上名稱。",
                "The exhibition needs a title. Enter one.",
            ],
            ModelSay::ClosesBeforeItOpens => [
                "闭展日期早于开展日期。请改其中一个。",
                "閉展日期早於開展日期。請改其中一個。",
                "The last day lies before the first. Change one of them.",
            ],
            ModelSay::WordBlank => [
                "对照词的两边都要填。",
                "對照詞的兩邊都要填。",
                "Both sides of a word pair must be filled in.",
            ],
            ModelSay::EntryTwice => [
                "同一条目出现了两次。",
                "同一條目出現了兩次。",
                "The same entry appears twice.",
            ],
            ModelSay::SwatchNameless => [
                "颜色要有名称。请填上名称。",
                "顏色要有名稱。請填上名稱。",
                "A colour needs a name. Enter one.",
            ],
            ModelSay::SwatchTwice => [
                "有两种颜色同名。请改其中一个的名称。",
                "有兩種顏色同名。請改其中一個的名稱。",
                "Two colours have the same name. Rename one of them.",
            ],
            ModelSay::DrawingAsPhoto => [
                "矢量图不能当照片用。请用“插入图形文件”放到展板上。",
                "向量圖不能當照片用。請用「插入圖形檔案」放到展板上。",
                "A vector drawing cannot take a photo's place. Put it on the board with “Insert a drawing”.",
            ],
            ModelSay::PhotoAsDrawing => [
                "这里只能放 SVG 矢量图。照片请放到照片位。",
                "這裡只能放 SVG 向量圖。照片請放到照片位。",
                "Only SVG drawings go here. Put photos into a photo place.",
            ],
            ModelSay::EmblemTilted => [
                "徽标必须正放，不能倾斜或旋转。",
                "標誌必須正放，不能傾斜或旋轉。",
                "An emblem stands upright: it cannot be tilted or turned.",
            ],
            ModelSay::MergeBroken => [
                "两边的内容合不到一起，什么也没有改。",
                "兩邊的內容合不到一起，什麼也沒有改。",
                "The two sides do not fit together; nothing was changed.",
            ],
            ModelSay::EmblemReplaced => [
                "徽标不能改成可以拉伸、裁切、变色的图。要换就先删掉它，再放别的。",
                "標誌不能改成可以拉伸、裁切、變色的圖。要換就先刪掉它，再放別的。",
                "An emblem cannot become something that is stretched, cropped or recoloured. Delete it and add something else.",
            ],
            ModelSay::PlaceFixed => [
                "版式规定了它的位置，不能移动、删除。",
                "版式規定了它的位置，不能移動、刪除。",
                "The template fixes its place: it cannot be moved or deleted.",
            ],
            ModelSay::StyleFixed => [
                "版式规定了它的样式，只能改内容。",
                "版式規定了它的樣式，只能改內容。",
                "The template fixes its look: only its content can be changed.",
            ],
            ModelSay::ContentFixed => [
                "版式规定了它的内容，不能改。",
                "版式規定了它的內容，不能改。",
                "The template fixes its content: it cannot be changed.",
            ],
            ModelSay::TemplateMissing { name } => {
                return [
                    format!("没有版式“{name}”。请换一个版式。"),
                    format!("沒有版式「{name}」。請換一個版式。"),
                    format!("There is no template “{name}”. Choose another one."),
                ];
            }
            ModelSay::CodeTaken { code } => {
                return [
                    format!("编号 {code} 已经用在另一块展板上。请换一个编号。"),
                    format!("編號 {code} 已經用在另一塊展板上。請換一個編號。"),
                    format!("The code {code} belongs to another board. Choose another one."),
                ];
            }
            ModelSay::CommitteeHasBoards { name, boards } => {
                return [
                    format!("{name}还有 {boards} 块展板。先把展板删掉或转给别的单位。"),
                    format!("{name}還有 {boards} 塊展板。先把展板刪掉或轉給別的單位。"),
                    format!("{name} still has boards ({boards}). Delete them or give them to another unit first."),
                ];
            }
            ModelSay::PhotoUsed { name, code } => {
                return [
                    format!("照片“{name}”还用在展板 {code} 上。先从展板上拿下来。"),
                    format!("照片「{name}」還用在展板 {code} 上。先從展板上拿下來。"),
                    format!("The photo “{name}” is still on board {code}. Take it off the board first."),
                ];
            }
        };
        [hans.into(), hant.into(), en.into()]
    }
}

/// What an undo step did, as the menu names it: "undo *move*".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    Show,
    Committees,
    AddBoard,
    ChangeBoard,
    RemoveBoard,
    RestoreBoard,
    EmptyBin,
    Due,
    Meeting,
    BringIn,
    Committee,
    Script,
    Make,
    Arrangement,
    Ground,
    AddElement,
    RemoveElement,
    Move,
    Layer,
    Guides,
    Group,
    Credit,
    Lock,
    Scripts,
    Hide,
    Content,
    Order,
    State,
    Plaza,
    Places,
    Template,
    Photos,
    Words,
    Facts,
    Shops,
    Fonts,
    Swatches,
    Names,
    Print,
    Import,
}

impl Deed {
    /// Simplified, Traditional, English.
    pub fn texts(self) -> [&'static str; 3] {
        match self {
            Deed::Show => ["展览设置", "展覽設定", "exhibition settings"],
            Deed::Committees => ["单位名单", "單位名單", "list of units"],
            Deed::AddBoard => ["新建展板", "新增展板", "new board"],
            Deed::ChangeBoard => ["修改展板", "修改展板", "change board"],
            Deed::RemoveBoard => ["删除展板", "刪除展板", "delete board"],
            Deed::RestoreBoard => ["找回展板", "找回展板", "bring back a board"],
            Deed::EmptyBin => ["清空回收站", "清空回收桶", "empty the bin"],
            Deed::Due => ["交稿日期", "交稿日期", "due date"],
            Deed::Meeting => ["点评会", "點評會", "comment meeting"],
            Deed::BringIn => ["收进展板包", "匯入展板包", "bring in boards"],
            Deed::Committee => ["更换单位", "更換單位", "change unit"],
            Deed::Script => ["更换字形", "更換字形", "change script"],
            Deed::Arrangement => ["另排照片", "另排照片", "arrange photos anew"],
            Deed::Make => ["制作要求", "製作要求", "production details"],
            Deed::Ground => ["更换背景", "更換背景", "change background"],
            Deed::AddElement => ["添加", "新增", "add item"],
            Deed::RemoveElement => ["删除", "刪除", "delete item"],
            Deed::Move => ["移动", "移動", "move"],
            Deed::Layer => ["调整层次", "調整層次", "change layer"],
            Deed::Guides => ["参考线", "參考線", "guides"],
            Deed::Group => ["编组", "群組", "group"],
            Deed::Credit => ["照片出处", "照片出處", "photo credit"],
            Deed::Lock => ["锁定", "鎖定", "lock"],
            Deed::Scripts => ["改用字", "改用字", "choose scripts"],
            Deed::Hide => ["显示或隐藏", "顯示或隱藏", "show or hide"],
            Deed::Content => ["修改内容", "修改內容", "edit content"],
            Deed::Order => ["调整顺序", "調整順序", "change order"],
            Deed::State => ["更改状态", "更改狀態", "change state"],
            Deed::Plaza => ["广场设置", "廣場設定", "plaza settings"],
            Deed::Places => ["摆放展板", "擺放展板", "place boards"],
            Deed::Template => ["添加版式", "新增版式", "add template"],
            Deed::Photos => ["照片", "照片", "photos"],
            Deed::Words => ["对照词表", "對照詞表", "word list"],
            Deed::Facts => ["数据登记", "數據登記", "facts"],
            Deed::Shops => ["印制厂", "印製廠", "print shops"],
            Deed::Fonts => ["字体", "字型", "fonts"],
            Deed::Swatches => ["展览颜色", "展覽顏色", "show colours"],
            Deed::Names => ["人名地名登记", "人名地名登記", "names"],
            Deed::Print => ["印制设定", "印製設定", "print settings"],
            Deed::Import => ["导入", "匯入", "import"],
        }
    }
}
