use serde::{Deserialize, Serialize};

/// A number among a shop's wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShopField {
    Bleed,
    WhiteEdge,
    Slug,
    LeastDpi,
    ViewDistance,
    InkLimit,
    RichBlack,
    PlainBlack,
    RollWidth,
    Overlap,
    OutputDpi,
    PhotoQuality,
    EyeletSpacing,
    EyeletInset,
    EyeletDiameter,
    Hem,
    Clamp,
}

impl ShopField {
    /// Simplified, Traditional, English.
    pub fn names(self) -> [&'static str; 3] {
        match self {
            ShopField::Bleed => ["出血", "出血", "Bleed"],
            ShopField::WhiteEdge => ["四周白边", "四周白邊", "White edge"],
            ShopField::Slug => ["裁切线外留边", "裁切線外留邊", "Room for marks"],
            ShopField::LeastDpi => ["照片最低清晰度", "照片最低清晰度", "Least photo dpi"],
            ShopField::ViewDistance => ["观看距离", "觀看距離", "Seen from"],
            ShopField::InkLimit => ["总墨量上限", "總墨量上限", "Ink limit"],
            ShopField::RichBlack => ["大面积黑的配方", "大面積黑的配方", "Rich black"],
            ShopField::PlainBlack => ["小字用单黑", "小字用單黑", "Plain black up to"],
            ShopField::RollWidth => ["卷材宽度", "捲材寬度", "Roll width"],
            ShopField::Overlap => ["拼接重叠", "拼接重疊", "Overlap of strips"],
            ShopField::OutputDpi => ["图片精度", "圖片精度", "Picture dpi"],
            ShopField::PhotoQuality => ["照片压缩质量", "照片壓縮品質", "Photo quality"],
            ShopField::EyeletSpacing => ["打扣间距", "打扣間距", "Eyelet spacing"],
            ShopField::EyeletInset => ["扣眼离边", "扣眼離邊", "Eyelet inset"],
            ShopField::EyeletDiameter => ["扣眼直径", "扣眼直徑", "Eyelet diameter"],
            ShopField::Hem => ["折边", "折邊", "Hem"],
            ShopField::Clamp => ["底部夹入", "底部夾入", "Clamped at the foot"],
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            ShopField::LeastDpi | ShopField::OutputDpi => "dpi",
            ShopField::ViewDistance => "m",
            ShopField::InkLimit | ShopField::RichBlack | ShopField::PhotoQuality => "%",
            _ => "mm",
        }
    }
}

/// What is done to a printed sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finish {
    Eyelets,
    Hem,
    Clamp,
    CutLine,
}

impl Finish {
    /// Simplified, Traditional, English.
    pub fn names(self) -> [&'static str; 3] {
        match self {
            Finish::Eyelets => ["扣眼", "扣眼", "Eyelets"],
            Finish::Hem => ["折边线", "折邊線", "Fold"],
            Finish::Clamp => ["底部夹入区", "底部夾入區", "Clamped foot"],
            Finish::CutLine => ["裁切刀线", "裁切刀線", "Cut line"],
        }
    }
}

/// What is wrong with a shop's wishes, and what is taken in their place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShopSay {
    OutOfReach {
        field: ShopField,
        is: f64,
        held: f64,
    },
    /// The artwork cannot both end at a white edge and run over it.
    BleedIntoEdge {
        bleed: f64,
    },
    MarksWithoutRoom {
        slug: f64,
    },
    RichBlackTooWet {
        sum: f64,
        limit: f64,
    },
    NamesAlike {
        pattern: String,
    },
    NameUnknown {
        word: String,
    },
    ScaleUnknown {
        scale: u32,
    },
    KeyUnknown {
        key: String,
    },
    OutputUnknown {
        word: String,
    },
    Unreadable {
        why: String,
    },
    /// On a board: text where a hole, a fold or the cassette will be.
    TextUnder {
        text: String,
        finish: Finish,
    },
}

impl ShopSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ShopSay::OutOfReach { field, is, held } => {
                let ([hans, hant, en], unit) = (field.names(), field.unit());
                [
                    format!("{hans}不能是 {is} {unit}，按 {held} {unit}。"),
                    format!("{hant}不能是 {is} {unit}，按 {held} {unit}。"),
                    format!("{en} cannot be {is} {unit}; {held} {unit} is taken."),
                ]
            }
            ShopSay::BleedIntoEdge { bleed } => [
                format!("有白边就没有出血，{bleed} mm 出血不用。"),
                format!("有白邊就沒有出血，{bleed} mm 出血不用。"),
                format!("With a white edge there is no bleed; the {bleed} mm are left out."),
            ],
            ShopSay::MarksWithoutRoom { slug } => [
                format!("要画裁切线，外面却没有留边，按 {slug} mm。"),
                format!("要畫裁切線，外面卻沒有留邊，按 {slug} mm。"),
                format!("Crop marks need room outside; {slug} mm is taken."),
            ],
            ShopSay::RichBlackTooWet { sum, limit } => [
                format!("大面积黑的墨量 {sum}% 超过上限 {limit}%，彩色墨按比例减。"),
                format!("大面積黑的墨量 {sum}% 超過上限 {limit}%，彩色墨按比例減。"),
                format!("Rich black has {sum} % of ink, over the limit of {limit} %; its colours are reduced."),
            ],
            ShopSay::NamesAlike { pattern } => [
                format!("文件名“{pattern}”里没有序号、编号或标题，每块都会同名，按“序号_编号_标题”。"),
                format!("檔名「{pattern}」裡沒有序號、編號或標題，每塊都會同名，按「序號_編號_標題」。"),
                format!(
                    "File names “{pattern}” have no number, code or title and would be alike; number_code_title is taken."
                ),
            ],
            ShopSay::NameUnknown { word } => [
                format!("文件名里的 {{{word}}} 不认识，去掉了。"),
                format!("檔名裡的 {{{word}}} 不認得，去掉了。"),
                format!("{{{word}}} in the file names is not known and is left out."),
            ],
            ShopSay::ScaleUnknown { scale } => [
                format!("比例只能是 1:1 或 1:10，不能是 1:{scale}，按 1:1。"),
                format!("比例只能是 1:1 或 1:10，不能是 1:{scale}，按 1:1。"),
                format!("The scale is 1:1 or 1:10, not 1:{scale}; 1:1 is taken."),
            ],
            ShopSay::KeyUnknown { key } => [
                format!("“{key}”不认识，没有用。"),
                format!("「{key}」不認得，沒有用。"),
                format!("“{key}” is not known and was not used."),
            ],
            ShopSay::OutputUnknown { word } => [
                format!("输出只能是 pdf、tiff 或 jpeg，不能是“{word}”，按 pdf。"),
                format!("輸出只能是 pdf、tiff 或 jpeg，不能是「{word}」，按 pdf。"),
                format!("Output is pdf, tiff or jpeg, not “{word}”; pdf is taken."),
            ],
            ShopSay::TextUnder { text, finish } => match finish {
                Finish::Eyelets => [
                    format!("“{text}”正好在扣眼上，会被打穿。请挪开，或把扣眼往外移。"),
                    format!("「{text}」正好在扣眼上，會被打穿。請挪開，或把扣眼往外移。"),
                    format!("“{text}” is where an eyelet will be punched. Move it, or the eyelets outwards."),
                ],
                Finish::Hem | Finish::CutLine => [
                    format!("“{text}”在折边里，会折到背面。请往里挪。"),
                    format!("「{text}」在折邊裡，會折到背面。請往裡挪。"),
                    format!("“{text}” is in the hem and will be folded to the back. Move it inwards."),
                ],
                Finish::Clamp => [
                    format!("“{text}”在底部夹进底座的一截里，立起来看不见。请往上挪。"),
                    format!("「{text}」在底部夾進底座的一截裡，立起來看不見。請往上挪。"),
                    format!("“{text}” is in the part that the cassette hides. Move it up."),
                ],
            },
            ShopSay::Unreadable { why } => [
                format!("这个印厂文件读不懂，没有用（{why}）。"),
                format!("這個印刷廠檔案讀不懂，沒有用（{why}）。"),
                format!("This shop's file cannot be read and was not used ({why})."),
            ],
        }
    }
}
