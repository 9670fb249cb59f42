//! Every rule of the preflight by its stable name, with what a settings form calls it.

/// What a rule looks at; forms list them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleField {
    Text,
    Photo,
    Colour,
    Layout,
    Show,
}

pub struct Rule {
    pub name: &'static str,
    pub field: RuleField,
    /// Simplified, Traditional, English.
    pub titles: [&'static str; 3],
}

impl RuleField {
    pub const ALL: [RuleField; 5] = [
        RuleField::Text,
        RuleField::Photo,
        RuleField::Colour,
        RuleField::Layout,
        RuleField::Show,
    ];

    pub fn titles(self) -> [&'static str; 3] {
        match self {
            RuleField::Text => ["文字", "文字", "Text"],
            RuleField::Photo => ["照片", "照片", "Photos"],
            RuleField::Colour => ["颜色和线条", "顏色和線條", "Colours and lines"],
            RuleField::Layout => ["版面", "版面", "Layout"],
            RuleField::Show => ["整个展览", "整個展覽", "The whole show"],
        }
    }
}

const fn rule(name: &'static str, field: RuleField, titles: [&'static str; 3]) -> Rule {
    Rule { name, field, titles }
}

use RuleField::{Colour, Layout, Photo, Show, Text};

/// In the order of the form.
pub const RULES: &[Rule] = &[
    rule(
        "empty",
        Text,
        ["缺标题或必填内容", "缺標題或必填內容", "Title or required text missing"],
    ),
    rule(
        "stand-in",
        Text,
        ["占位的字没换", "佔位的字沒換", "Placeholder words left"],
    ),
    rule("overset", Text, ["文字放不下", "文字放不下", "Text does not fit"]),
    rule("text-small", Text, ["字太小", "字太小", "Type too small"]),
    rule("half-width", Text, ["半角标点", "半形標點", "Half-width marks"]),
    rule("repeated", Text, ["重复的字词", "重複的字詞", "Words written twice"]),
    rule(
        "brackets",
        Text,
        ["引号括号不成对", "引號括號不成對", "Unpaired quotes or brackets"],
    ),
    rule(
        "counted",
        Text,
        ["几个什么，数目不符", "幾個什麼，數目不符", "Lists that miscount"],
    ),
    rule("date", Text, ["不存在的日期", "不存在的日期", "Impossible dates"]),
    rule("couplet", Text, ["对联字数不等", "對聯字數不等", "Uneven couplets"]),
    rule("mixed-script", Text, ["简繁混用", "簡繁混用", "Scripts mixed"]),
    rule(
        "doubts",
        Text,
        ["转换拿不准的字", "轉換拿不準的字", "Doubtful conversions"],
    ),
    rule(
        "frozen-words",
        Text,
        ["定稿后词表变了", "定稿後詞表變了", "Word list changed since approval"],
    ),
    rule(
        "other-script",
        Text,
        [
            "另一种字体缺或过时",
            "另一種字體缺或過時",
            "Other script missing or old",
        ],
    ),
    rule("missing-glyph", Text, ["缺字", "缺字", "Missing glyphs"]),
    rule(
        "font-missing",
        Text,
        ["字体不在本机", "字型不在本機", "Fonts not on this PC"],
    ),
    rule("font-lacks", Text, ["字体缺字", "字型缺字", "Fonts lacking characters"]),
    rule(
        "font-embedding",
        Text,
        ["字体不许嵌入", "字型不許嵌入", "Fonts that may not be embedded"],
    ),
    rule("font-stand-in", Text, ["代替的字体", "代替的字型", "Stand-in fonts"]),
    rule(
        "lone-character",
        Text,
        ["末行只有一字", "末行只有一字", "A lone last character"],
    ),
    rule("narrow-box", Text, ["文字框太窄", "文字框太窄", "Boxes too narrow"]),
    rule(
        "private-data",
        Text,
        ["手机号、身份证号", "手機號碼、身分證號", "Private data"],
    ),
    rule(
        "name",
        Text,
        [
            "名字、职务和登记不同",
            "名字、職務和登記不同",
            "Names unlike the register",
        ],
    ),
    rule(
        "fact",
        Text,
        ["数据和登记不同", "數據和登記不同", "Figures unlike the register"],
    ),
    rule(
        "photo-dpi",
        Photo,
        ["照片不够清晰", "照片不夠清晰", "Photos too coarse"],
    ),
    rule("photo-broken", Photo, ["照片坏了", "照片壞了", "Broken photos"]),
    rule(
        "photo-missing",
        Photo,
        ["照片位还空着", "照片位還空著", "Empty photo places"],
    ),
    rule(
        "photo-chat",
        Photo,
        ["聊天软件压缩过", "聊天軟體壓縮過", "Compressed in a chat"],
    ),
    rule(
        "caption-missing",
        Photo,
        ["缺说明文字", "缺說明文字", "Captions missing"],
    ),
    rule(
        "caption-twice",
        Photo,
        ["几张照片同一说明", "幾張照片同一說明", "One caption, several photos"],
    ),
    rule(
        "photo-twice",
        Photo,
        ["一块板上重复", "一塊板上重複", "Twice on one board"],
    ),
    rule(
        "photo-shared",
        Photo,
        ["几块板上都有", "幾塊板上都有", "On several boards"],
    ),
    rule(
        "photo-same",
        Photo,
        ["同一张存了两次", "同一張存了兩次", "One photo, two files"],
    ),
    rule(
        "photo-near",
        Photo,
        ["连拍的照片", "連拍的照片", "Photos of one moment"],
    ),
    rule(
        "photo-unmasked",
        Photo,
        ["别处遮了这里没遮", "別處遮了這裡沒遮", "Masked elsewhere, not here"],
    ),
    rule(
        "photo-consent",
        Photo,
        ["照片上的人不同意", "照片上的人不同意", "Shown without consent"],
    ),
    rule(
        "photo-credit",
        Photo,
        ["照片没写摄影者或同意", "照片沒寫攝影者或同意", "No author or consent"],
    ),
    rule("photos-crowded", Photo, ["照片太挤", "照片太擠", "Photos crowded"]),
    rule("photos-loose", Photo, ["照片太松", "照片太鬆", "Photos loose"]),
    rule("art-missing", Photo, ["图形缺了", "圖形缺了", "Drawings missing"]),
    rule("art-left-out", Photo, ["图形画不全", "圖形畫不全", "Drawings left out"]),
    rule(
        "ground-missing",
        Photo,
        ["背景图没有了", "背景圖沒有了", "Background photo gone"],
    ),
    rule("text-contrast", Colour, ["文字看不清", "文字看不清", "Faint text"]),
    rule(
        "ground-contrast",
        Colour,
        ["文字和背景太近", "文字和背景太近", "Text near its background"],
    ),
    rule("ink-limit", Colour, ["墨量超限", "墨量超限", "Too much ink"]),
    rule(
        "screen-colour",
        Colour,
        ["屏幕色印不出", "螢幕色印不出", "Screen colours beyond ink"],
    ),
    rule("plain-black", Colour, ["大面积单黑", "大面積單黑", "Large plain black"]),
    rule(
        "text-black",
        Colour,
        ["小字四色黑", "小字四色黑", "Small type in many inks"],
    ),
    rule(
        "colour-strange",
        Colour,
        ["不在色板里的颜色", "不在色板裡的顏色", "Colours off the swatches"],
    ),
    rule("hairline", Colour, ["线太细", "線太細", "Hairlines"]),
    rule("safe-area", Layout, ["文字太靠边", "文字太靠邊", "Text near the edge"]),
    rule(
        "finishing",
        Layout,
        [
            "文字在孔、折边、夹口里",
            "文字在孔、折邊、夾口裡",
            "Text under holes or folds",
        ],
    ),
    rule("off-board", Layout, ["超出板外", "超出板外", "Off the board"]),
    rule("text-overlap", Layout, ["文字压文字", "文字壓文字", "Text over text"]),
    rule("table", Layout, ["表格不齐", "表格不齊", "Ragged tables"]),
    rule(
        "qr",
        Layout,
        ["二维码太小或空着", "QR 碼太小或空著", "QR codes small or empty"],
    ),
    rule(
        "qr-content",
        Layout,
        ["二维码内容太长", "QR 碼內容太長", "QR codes too long"],
    ),
    rule(
        "qr-unreadable",
        Layout,
        ["二维码扫不出", "QR 碼掃不出", "QR codes unreadable"],
    ),
    rule(
        "qr-covered",
        Layout,
        ["二维码被压住", "QR 碼被壓住", "QR codes covered"],
    ),
    rule("qr-fine", Layout, ["二维码太密", "QR 碼太密", "QR codes too fine"]),
    rule(
        "qr-address",
        Layout,
        ["二维码网址不对", "QR 碼網址不對", "QR addresses wrong"],
    ),
    rule("emblem", Layout, ["徽标用法", "標誌用法", "Emblems"]),
    rule(
        "template-unknown",
        Layout,
        ["版式不见了", "版式不見了", "Template unknown"],
    ),
    rule(
        "title-twice",
        Show,
        ["两块板同一标题", "兩塊板同一標題", "One title, two boards"],
    ),
    rule(
        "figure",
        Show,
        ["同一数据两个数", "同一數據兩個數", "One figure, two values"],
    ),
    rule(
        "shop-profile",
        Show,
        [
            "印厂配置文件读不出",
            "印刷廠描述檔讀不出",
            "The shop's profile unreadable",
        ],
    ),
    rule("copies", Show, ["份数为零", "份數為零", "No copies"]),
    rule("not-approved", Show, ["还没审定", "還沒審定", "Not approved"]),
    rule("returned", Show, ["退回未改", "退回未改", "Returned"]),
    rule("material", Show, ["没写材料", "沒寫材料", "No material"]),
    rule("no-place", Show, ["没有位置", "沒有位置", "No place"]),
    rule("plaza-outside", Show, ["摆到场外", "擺到場外", "Outside the plaza"]),
    rule(
        "plaza-overlap",
        Show,
        ["广场上重叠", "廣場上重疊", "Overlaps in the plaza"],
    ),
    rule(
        "plaza-thing",
        Show,
        ["占了别的地方", "佔了別的地方", "Boards on what is there"],
    ),
    rule("plaza-narrow", Show, ["过道太窄", "走道太窄", "Narrow aisles"]),
    rule(
        "handover-file",
        Show,
        ["交付文件核对", "交付檔案核對", "Files of a hand-over"],
    ),
    rule("plaza-unplaced", Show, ["还没摆", "還沒擺", "Not placed"]),
];

/// Rules that say nothing until a show asks for them: an office that keeps no such record would see little else.
pub const ASKED_FOR: &[&str] = &["photo-credit"];

pub fn rule_of(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
