use serde::{Deserialize, Serialize};

/// Sentences of `layout`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutSay {
    MissingGlyph { text: String },
    Overset,
    NarrowBox,
    LoneCharacter { text: String },
    NoPlace,
    PhotosCrowded,
    PhotosLoose,
    PhotoWanted,
    PhotoLost { name: String },
    QrContent,
    TemplateUnknown { name: String },
    ArtWanted,
    EmblemWanted,
    ArtLost { name: String },
    ArtBroken { name: String },
    ArtTooMuch { name: String },
    ArtLeavesOut { name: String, what: Vec<LeftOut> },
    GroundLost { name: String },
}

/// What a drawing holds that vectors of a board cannot show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    Text,
    Picture,
    Filter,
    Mask,
    Pattern,
    Blend,
    Gradient,
    Clip,
}

impl LeftOut {
    /// Simplified, Traditional, English.
    fn texts(self) -> [&'static str; 3] {
        match self {
            LeftOut::Text => ["文字", "文字", "text"],
            LeftOut::Picture => ["里面的位图", "裡面的點陣圖", "pictures inside it"],
            LeftOut::Filter => [
                "模糊、阴影等滤镜",
                "模糊、陰影等濾鏡",
                "filters such as blur and shadow",
            ],
            LeftOut::Mask => ["蒙版", "遮罩", "masks"],
            LeftOut::Pattern => ["图案填充", "圖樣填充", "pattern fills"],
            LeftOut::Blend => ["混合模式", "混合模式", "blend modes"],
            LeftOut::Gradient => [
                "偏心或重复的渐变",
                "偏心或重複的漸層",
                "gradients off centre or repeated",
            ],
            LeftOut::Clip => ["多重剪切", "多重剪裁", "clips within clips"],
        }
    }
}

impl LayoutSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            LayoutSay::MissingGlyph { text } => [
                format!("字体里没有“{text}”，印出来会是空框。请换一个字，或改用常见写法。"),
                format!("字型裡沒有「{text}」，印出來會是空框。請換一個字，或改用常見寫法。"),
                format!("No font has “{text}”; it would print as an empty box. Use another character."),
            ],
            LayoutSay::Overset => [
                "文字太多，字缩到最小也放不下。请删减文字、放大文本框，或分成两块板。".into(),
                "文字太多，字縮到最小也放不下。請刪減文字、放大文字框，或分成兩塊板。".into(),
                "The text does not fit even at the smallest size. Shorten it, enlarge its box, or use a second board."
                    .into(),
            ],
            LayoutSay::NarrowBox => [
                "文本框太窄，标点只好放在行首。请把框拉宽。".into(),
                "文字框太窄，標點只好放在行首。請把框拉寬。".into(),
                "The box is so narrow that punctuation stands at line starts. Make it wider.".into(),
            ],
            LayoutSay::NoPlace => [
                "这个版式里没有它的位置，它还没有放到板上，也不会印出来。请选中它，点“放到板上”，或者换一个版式。".into(),
                "這個版式裡沒有它的位置，它還沒有放到板上，也不會印出來。請選取它，點「放到板上」，或者換一個版式。".into(),
                "The template has no place for it: it is not on the board yet and does not print. Choose it and press “Put on the board”, or change the template.".into(),
            ],
            LayoutSay::PhotosCrowded => [
                "这块板上照片太多，每张都很小。请减几张，或分成两块板。".into(),
                "這塊板上照片太多，每張都很小。請減幾張，或分成兩塊板。".into(),
                "There are so many photos on this board that each is very small. Take some away, or make two boards of it.".into(),
            ],
            LayoutSay::PhotosLoose => [
                "这一组照片的形状填不满所给的地方，四周露出底色。请换一张横竖不同的照片，或增减一张。".into(),
                "這一組照片的形狀填不滿所給的地方，四周露出底色。請換一張橫豎不同的照片，或增減一張。".into(),
                "These photos do not fill their place in any arrangement. Exchange one for an upright or wide one, or add or take one away.".into(),
            ],
            LayoutSay::LoneCharacter { text } => [
                format!("“{text}”独占最后一行。改短或加几个字，或者稍稍改变框宽。"),
                format!("「{text}」獨佔最後一行。改短或加幾個字，或者稍稍改變框寬。"),
                format!("“{text}” stands alone on a last line. Change a few words or the width of the box."),
            ],
            LayoutSay::PhotoWanted => [
                "这里还缺一张照片。把照片拖到框里即可。".into(),
                "這裡還缺一張照片。把照片拖到框裡即可。".into(),
                "A photo is still missing here. Drop one into the frame.".into(),
            ],
            LayoutSay::PhotoLost { name } if name.is_empty() => [
                "照片文件不见了，现在只显示占位框。请重新放入这张照片。".into(),
                "照片檔不見了，現在只顯示佔位框。請重新放入這張照片。".into(),
                "The photo's file is gone; a placeholder is shown. Put the photo in again.".into(),
            ],
            LayoutSay::PhotoLost { name } => [
                format!("照片“{name}”打不开，现在只显示占位框。请换一张，或重新导出后放入。"),
                format!("照片「{name}」打不開，現在只顯示佔位框。請換一張，或重新匯出後放入。"),
                format!("The photo “{name}” cannot be opened; a placeholder is shown. Replace it or export it anew."),
            ],
            LayoutSay::QrContent => [
                "二维码的内容太长，无法生成。请改用短一些的网址。".into(),
                "QR 碼的內容太長，無法產生。請改用短一些的網址。".into(),
                "The QR code's content is too long. Use a shorter address.".into(),
            ],
            LayoutSay::TemplateUnknown { name } => [
                format!("找不到模板“{name}”，内容暂时按顺序摆放。请另选一个模板。"),
                format!("找不到範本「{name}」，內容暫時依序擺放。請另選一個範本。"),
                format!("There is no template “{name}”; the content is set in plain order. Choose another template."),
            ],
            LayoutSay::ArtWanted => [
                "这里还缺一个图形。把 SVG 文件拖到框里即可。".into(),
                "這裡還缺一個圖形。把 SVG 檔案拖到框裡即可。".into(),
                "A drawing is still missing here. Drop an SVG file into the frame.".into(),
            ],
            LayoutSay::EmblemWanted => [
                "这里还缺徽标。请向主办方要 SVG 或 PNG 原文件，放进来。".into(),
                "這裡還缺標誌。請向主辦單位索取 SVG 或 PNG 原檔，放進來。".into(),
                "The emblem is still missing here. Ask the organizer for the SVG or PNG file and put it in.".into(),
            ],
            LayoutSay::ArtLost { name } if name.is_empty() => [
                "图形文件不见了，现在只显示占位框。请重新放入。".into(),
                "圖形檔不見了，現在只顯示佔位框。請重新放入。".into(),
                "The drawing's file is gone; a placeholder is shown. Put it in again.".into(),
            ],
            LayoutSay::ArtLost { name } => [
                format!("图形“{name}”的文件不见了，现在只显示占位框。请重新放入。"),
                format!("圖形「{name}」的檔案不見了，現在只顯示佔位框。請重新放入。"),
                format!("The file of the drawing “{name}” is gone; a placeholder is shown. Put it in again."),
            ],
            LayoutSay::ArtBroken { name } => [
                format!("图形“{name}”读不出来，现在只显示占位框。请在绘图软件里重新导出为 SVG。"),
                format!("圖形「{name}」讀不出來，現在只顯示佔位框。請在繪圖軟體裡重新匯出為 SVG。"),
                format!("The drawing “{name}” cannot be read; a placeholder is shown. Export it again as SVG."),
            ],
            LayoutSay::ArtTooMuch { name } => [
                format!("图形“{name}”太复杂，现在只显示占位框。请在绘图软件里合并、简化路径后再导出。"),
                format!("圖形「{name}」太複雜，現在只顯示佔位框。請在繪圖軟體裡合併、簡化路徑後再匯出。"),
                format!(
                    "The drawing “{name}” has too many parts; a placeholder is shown. Simplify its paths and export it again."
                ),
            ],
            LayoutSay::ArtLeavesOut { name, what } => left_out(name, what),
            LayoutSay::GroundLost { name } => [
                format!("背景图片“{name}”打不开，现在只有底色。请另选一张。"),
                format!("背景圖片「{name}」打不開，現在只有底色。請另選一張。"),
                format!(
                    "The background picture “{name}” cannot be opened; only the paper is shown. Choose another one."
                ),
            ],
        }
    }
}

fn left_out(name: &str, what: &[LeftOut]) -> [String; 3] {
    let listed = |lang: usize, between: &str| {
        let names: Vec<&str> = what.iter().map(|what| what.texts()[lang]).collect();
        names.join(between)
    };
    let (hans, hant, english) = (listed(0, "、"), listed(1, "、"), listed(2, ", "));
    [
        format!(
            "图形“{name}”里有印不成矢量的内容：{hans}。这些没有照样画出。请在绘图软件里把文字转曲、效果展开后重新导出。"
        ),
        format!(
            "圖形「{name}」裡有印不成向量的內容：{hant}。這些沒有照樣畫出。請在繪圖軟體裡把文字轉外框、效果展開後重新匯出。"
        ),
        format!(
            "The drawing “{name}” holds what cannot be drawn as vectors: {english}. Convert text to outlines and expand effects in the drawing program, then export it again."
        ),
    ]
}
