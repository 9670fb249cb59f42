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
        }
    }
}
