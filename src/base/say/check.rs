use super::some_of;
use crate::base::{FontSlot, many, verb};
use serde::{Deserialize, Serialize};

/// Sentences of `check`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckSay {
    PhotoCoarse {
        file: String,
        dpi: u32,
        least: u32,
        printed_cm: u32,
        sharp_cm: u32,
    },
    PhotoBroken {
        file: String,
    },
    PhotoTruncated {
        file: String,
    },
    PhotoTooLarge {
        file: String,
    },
    PhotoGone {
        file: String,
    },
    CaptionMissing {
        file: String,
    },
    CaptionTwice {
        caption: String,
        first: String,
    },
    PhotoTwiceHere {
        file: String,
    },
    PhotoShared {
        file: String,
        boards: Vec<String>,
    },
    PhotoSame {
        file: String,
        like: String,
        boards: Vec<String>,
    },
    PhotoNear {
        file: String,
        like: String,
        boards: Vec<String>,
    },
    PhotoUnmasked {
        file: String,
        first: String,
    },
    PhotoFromChat {
        file: String,
    },
    TitleMissing,
    SlotEmpty {
        slot: String,
    },
    StandIn {
        text: String,
    },
    TextSmall {
        text: String,
        em_mm: f64,
    },
    TextAtEdge {
        text: String,
        margin_mm: f64,
    },
    CoupletUneven {
        first: usize,
        second: usize,
    },
    CoupletAlone,
    QrSmall {
        side_mm: u32,
        least_mm: u32,
    },
    QrEmpty,
    EmblemSmall {
        height_mm: u32,
        least_mm: u32,
    },
    EmblemAtEdge {
        margin_mm: u32,
    },
    EmblemCovered,
    EmblemCrowded,
    GroundTooNear {
        text: String,
    },
    SimplifiedInTraditional {
        characters: String,
    },
    TraditionalInSimplified {
        characters: String,
    },
    HalfWidth {
        text: String,
    },
    Doubts {
        characters: String,
        choices: String,
    },
    /// Around the first difference: as approved, as it would be converted today.
    FrozenWords {
        kept: String,
        now: String,
    },
    NoPlace {
        boards: Vec<String>,
    },
    FontMissing {
        font: String,
        slot: FontSlot,
        stand_in: FontSlot,
        text: String,
    },
    FontLacks {
        font: String,
        characters: String,
    },
    FontOnlySimplified {
        font: String,
        characters: String,
    },
    FontLocked {
        font: String,
        slot: FontSlot,
    },
    FontStandIn {
        slot: FontSlot,
        stand_in: FontSlot,
    },
}

impl CheckSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            CheckSay::PhotoCoarse { .. }
            | CheckSay::PhotoBroken { .. }
            | CheckSay::PhotoTruncated { .. }
            | CheckSay::PhotoTooLarge { .. }
            | CheckSay::PhotoGone { .. }
            | CheckSay::CaptionMissing { .. }
            | CheckSay::CaptionTwice { .. }
            | CheckSay::PhotoTwiceHere { .. }
            | CheckSay::PhotoShared { .. } => self.photo_texts(),
            CheckSay::PhotoSame { .. }
            | CheckSay::PhotoNear { .. }
            | CheckSay::PhotoUnmasked { .. }
            | CheckSay::PhotoFromChat { .. } => self.likeness_texts(),
            CheckSay::TitleMissing
            | CheckSay::SlotEmpty { .. }
            | CheckSay::StandIn { .. }
            | CheckSay::TextSmall { .. }
            | CheckSay::TextAtEdge { .. }
            | CheckSay::CoupletUneven { .. }
            | CheckSay::CoupletAlone
            | CheckSay::QrSmall { .. }
            | CheckSay::QrEmpty => self.board_texts(),
            CheckSay::EmblemSmall { .. }
            | CheckSay::EmblemAtEdge { .. }
            | CheckSay::EmblemCovered
            | CheckSay::EmblemCrowded
            | CheckSay::GroundTooNear { .. } => self.drawn_texts(),
            CheckSay::SimplifiedInTraditional { .. }
            | CheckSay::TraditionalInSimplified { .. }
            | CheckSay::HalfWidth { .. }
            | CheckSay::Doubts { .. }
            | CheckSay::FrozenWords { .. }
            | CheckSay::NoPlace { .. } => self.show_texts(),
            CheckSay::FontMissing { .. }
            | CheckSay::FontLacks { .. }
            | CheckSay::FontOnlySimplified { .. }
            | CheckSay::FontLocked { .. }
            | CheckSay::FontStandIn { .. } => self.font_texts(),
        }
    }
}

impl CheckSay {
    fn drawn_texts(&self) -> [String; 3] {
        match self {
            CheckSay::EmblemSmall { height_mm, least_mm } => [
                format!("徽标只有 {height_mm} 毫米高，印出来看不清。请放大到至少 {least_mm} 毫米。"),
                format!("標誌只有 {height_mm} 公釐高，印出來看不清。請放大到至少 {least_mm} 公釐。"),
                format!("The emblem is {height_mm} mm high and would print unclear. Make it at least {least_mm} mm."),
            ],
            CheckSay::EmblemAtEdge { margin_mm } => [
                format!("徽标离裁切边不到 {margin_mm} 毫米，可能被裁掉。请往里挪。"),
                format!("標誌離裁切邊不到 {margin_mm} 公釐，可能被裁掉。請往裡移。"),
                format!("The emblem is less than {margin_mm} mm from the cut and may lose a part. Move it inwards."),
            ],
            CheckSay::EmblemCovered => [
                "徽标上面压着别的东西。请把它挪开，徽标必须完整露出。".into(),
                "標誌上面壓著別的東西。請把它移開，標誌必須完整露出。".into(),
                "Something lies over the emblem. Move it away: an emblem must be seen whole.".into(),
            ],
            CheckSay::EmblemCrowded => [
                "徽标四周太挤。请在它四周留出短边四分之一的空白。".into(),
                "標誌四周太擠。請在它四周留出短邊四分之一的空白。".into(),
                "The emblem is crowded. Leave a quarter of its shorter side free all around it.".into(),
            ],
            CheckSay::GroundTooNear { text } => [
                format!("“{text}”和背景颜色太接近，远看读不出来。请换背景颜色、盖淡图片，或换文字颜色。"),
                format!("「{text}」和背景顏色太接近，遠看讀不出來。請換背景顏色、蓋淡圖片，或換文字顏色。"),
                format!(
                    "“{text}” hardly stands off from the background. Change the background, veil its picture, or change the text's colour."
                ),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn photo_texts(&self) -> [String; 3] {
        match self {
            CheckSay::PhotoCoarse {
                file,
                dpi,
                least,
                printed_cm,
                sharp_cm,
            } => [
                format!(
                    "照片 {file} 在这里只有 {dpi} dpi（要 {least}），印 {printed_cm} 厘米宽会发虚，最宽印 {sharp_cm} 厘米才清楚。请换大图或缩小。"
                ),
                format!(
                    "照片 {file} 在這裡只有 {dpi} dpi（要 {least}），印 {printed_cm} 公分寬會模糊，最寬印 {sharp_cm} 公分才清楚。請換大圖或縮小。"
                ),
                format!(
                    "The photo {file} has {dpi} dpi here ({least} are needed): {printed_cm} cm wide it is blurred, the largest sharp width is {sharp_cm} cm. Take a larger photo or make it smaller."
                ),
            ],
            CheckSay::PhotoBroken { file } => [
                format!("照片 {file} 打不开，不能付印。请换上原片。"),
                format!("照片 {file} 打不開，不能付印。請換上原片。"),
                format!("The photo {file} cannot be opened and cannot go to print. Put in the original."),
            ],
            CheckSay::PhotoTruncated { file } => [
                format!("照片 {file} 缺了后半截，不能付印。请换上完整的原片。"),
                format!("照片 {file} 缺了後半截，不能付印。請換上完整的原片。"),
                format!("The photo {file} ends too early and cannot go to print. Put in the whole original."),
            ],
            CheckSay::PhotoTooLarge { file } => [
                format!("照片 {file} 太大，程序不打开。请缩到边长 30000 像素以内再放入。"),
                format!("照片 {file} 太大，程式不開啟。請縮到邊長 30000 像素以內再放入。"),
                format!(
                    "The photo {file} is too large to be opened. Make it at most 30,000 pixels a side and put it in again."
                ),
            ],
            CheckSay::PhotoGone { file } => [
                format!("照片 {file} 的文件不见了。请重新放入。"),
                format!("照片 {file} 的檔案不見了。請重新放入。"),
                format!("The file of the photo {file} is gone. Put it in again."),
            ],
            CheckSay::CaptionMissing { file } => [
                format!("照片 {file} 没有说明文字。请写一句看图看不出来的话。"),
                format!("照片 {file} 沒有說明文字。請寫一句看圖看不出來的話。"),
                format!("The photo {file} has no caption. Write what the picture cannot say."),
            ],
            CheckSay::CaptionTwice { caption, first } => [
                format!("说明文字“{caption}”在 {first} 已经配了另一张照片。请各写各的。"),
                format!("說明文字「{caption}」在 {first} 已經配了另一張照片。請各寫各的。"),
                format!("The caption “{caption}” stands under another photo on {first}. Write one for each."),
            ],
            CheckSay::PhotoTwiceHere { file } => [
                format!("照片 {file} 在这块板上用了两次。请换掉一张。"),
                format!("照片 {file} 在這塊板上用了兩次。請換掉一張。"),
                format!("The photo {file} stands twice on this board. Replace one."),
            ],
            CheckSay::PhotoShared { file, boards } => {
                let (count, [list, english]) = (boards.len(), some_of(boards));
                [
                    format!("照片 {file} 用在 {count} 块板上：{list}。"),
                    format!("照片 {file} 用在 {count} 塊板上：{list}。"),
                    format!("The photo {file} stands on {count} boards: {english}."),
                ]
            }
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn likeness_texts(&self) -> [String; 3] {
        match self {
            CheckSay::PhotoSame { file, like, boards } => {
                let [list, english] = some_of(boards);
                [
                    format!("照片 {file} 和 {list} 上的 {like} 是同一张，只是重新存过。请只用一处，留像素多的那张。"),
                    format!("照片 {file} 和 {list} 上的 {like} 是同一張，只是重新存過。請只用一處，留像素多的那張。"),
                    format!(
                        "The photo {file} is {like} on {english}, saved again. Show it once, from the larger file."
                    ),
                ]
            }
            CheckSay::PhotoNear { file, like, boards } => {
                let [list, english] = some_of(boards);
                [
                    format!("照片 {file} 和 {list} 上的 {like} 很像，像是连拍的。要是重复了，请换一张。"),
                    format!("照片 {file} 和 {list} 上的 {like} 很像，像是連拍的。要是重複了，請換一張。"),
                    format!("The photo {file} looks much like {like} on {english}. If they say the same, replace one."),
                ]
            }
            CheckSay::PhotoUnmasked { file, first } => [
                format!("照片 {file} 在 {first} 上有遮挡，这里没有。请也遮上，或换一张。"),
                format!("照片 {file} 在 {first} 上有遮蔽，這裡沒有。請也遮上，或換一張。"),
                format!("The photo {file} has masks on {first} and none here. Mask it here too, or replace it."),
            ],
            CheckSay::PhotoFromChat { file } => [
                format!("照片 {file} 可能在聊天软件里被压缩过。请对方发原图，用“文件”发。"),
                format!("照片 {file} 可能在聊天軟體裡被壓縮過。請對方傳原圖，用「檔案」傳。"),
                format!("The photo {file} was probably compressed in a chat. Ask for the original, sent as a file."),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn board_texts(&self) -> [String; 3] {
        match self {
            CheckSay::TitleMissing => [
                "这块板还没有标题。请写上。".into(),
                "這塊板還沒有標題。請寫上。".into(),
                "This board has no title yet. Write one.".into(),
            ],
            CheckSay::SlotEmpty { slot } => [
                format!("版式必填的位置“{slot}”还空着。请填上，或换个版式。"),
                format!("版式必填的位置「{slot}」還空著。請填上，或換個版式。"),
                format!("The place “{slot}”, which the template needs, is empty. Fill it or take another template."),
            ],
            CheckSay::StandIn { text } => [
                format!("“{text}”像是占位的字，还没换成真的。请改好。"),
                format!("「{text}」像是佔位的字，還沒換成真的。請改好。"),
                format!("“{text}” looks like words that only keep a place. Write the real ones."),
            ],
            CheckSay::TextSmall { text, em_mm } => [
                format!("“{text}”只有 {em_mm} 毫米高，一米外看不清。请放大到 9 毫米以上。"),
                format!("「{text}」只有 {em_mm} 公釐高，一公尺外看不清。請放大到 9 公釐以上。"),
                format!("“{text}” is only {em_mm} mm high and cannot be read from one metre. Make it at least 9 mm."),
            ],
            CheckSay::TextAtEdge { text, margin_mm } => [
                format!("“{text}”离裁切边不到 {margin_mm} 毫米，可能被裁掉。请往里挪。"),
                format!("「{text}」離裁切邊不到 {margin_mm} 公釐，可能被裁掉。請往裡挪。"),
                format!("“{text}” stands less than {margin_mm} mm from the trim and may be cut off. Move it inwards."),
            ],
            CheckSay::CoupletUneven { first, second } => [
                format!("上联 {first} 个字，下联 {second} 个字，不成对。请改成一样多。"),
                format!("上聯 {first} 個字，下聯 {second} 個字，不成對。請改成一樣多。"),
                format!("The couplet's first side has {first} characters and the second {second}. Make them equal."),
            ],
            CheckSay::CoupletAlone => [
                "对联只有一边。请补上另一边。".into(),
                "對聯只有一邊。請補上另一邊。".into(),
                "The couplet has one side only. Add the other.".into(),
            ],
            CheckSay::QrSmall { side_mm, least_mm } => [
                format!("二维码只有 {side_mm} 毫米见方，手机难扫。请放大到 {least_mm} 毫米以上。"),
                format!("QR 碼只有 {side_mm} 公釐見方，手機難掃。請放大到 {least_mm} 公釐以上。"),
                format!("The QR code is only {side_mm} mm wide and hard to scan. Make it at least {least_mm} mm."),
            ],
            CheckSay::QrEmpty => [
                "二维码没有内容，扫了没有反应。请填上网址，或删掉它。".into(),
                "QR 碼沒有內容，掃了沒有反應。請填上網址，或刪掉它。".into(),
                "The QR code leads nowhere. Give it an address or remove it.".into(),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn show_texts(&self) -> [String; 3] {
        match self {
            CheckSay::SimplifiedInTraditional { characters } => [
                format!("繁体文字里夹着简体字：{characters}。请改成繁体。"),
                format!("繁體文字裡夾著簡體字：{characters}。請改成繁體。"),
                format!("Simplified characters stand in Traditional text: {characters}. Write them in Traditional."),
            ],
            CheckSay::TraditionalInSimplified { characters } => [
                format!("简体文字里夹着繁体字：{characters}。请改成简体。"),
                format!("簡體文字裡夾著繁體字：{characters}。請改成簡體。"),
                format!("Traditional characters stand in Simplified text: {characters}. Write them in Simplified."),
            ],
            CheckSay::HalfWidth { text } => [
                format!("中文里用了半角标点：“{text}”。请改成全角。"),
                format!("中文裡用了半形標點：「{text}」。請改成全形。"),
                format!("A half-width mark stands in Chinese text: “{text}”. Use the full-width one."),
            ],
            CheckSay::Doubts { characters, choices } => [
                format!("转换时拿不准的字：{characters}（如 {choices}）。请在文字栏里选定。"),
                format!("轉換時拿不準的字：{characters}（如 {choices}）。請在文字欄裡選定。"),
                format!("The conversion is unsure of {characters} (such as {choices}). Choose in the text panel."),
            ],
            CheckSay::FrozenWords { kept, now } => [
                format!("定稿时转换成“{kept}”，照现在的词表是“{now}”。要改，请先把展板退回修改。"),
                format!("定稿時轉換成「{kept}」，照現在的詞表是「{now}」。要改，請先把展板退回修改。"),
                format!(
                    "Approved as “{kept}”; the word list now gives “{now}”. To take it over, return the board first."
                ),
            ],
            CheckSay::NoPlace { boards } => {
                let (count, [list, english]) = (boards.len(), some_of(boards));
                [
                    format!("{count} 块展板在广场上还没有位置：{list}。请拖到图上，或重新排一遍。"),
                    format!("{count} 塊展板在廣場上還沒有位置：{list}。請拖到圖上，或重新排一遍。"),
                    format!(
                        "{} {} no place in the plaza yet: {english}. Drag onto the plan or arrange again.",
                        many(count, "board"),
                        verb(count, "has", "have")
                    ),
                ]
            }
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }
}

impl CheckSay {
    fn font_texts(&self) -> [String; 3] {
        match self {
            CheckSay::FontMissing {
                font,
                slot,
                stand_in,
                text,
            } => {
                let [slot_hans, slot_hant, slot_en] = slot.names();
                let [hans, hant, en] = stand_in.face_names();
                [
                    format!(
                        "本机没有{slot_hans}“{font}”，或者不是同一个文件：“{text}”改用{hans}，换行可能变了。请装上那个字体，或在“字体”里另选。"
                    ),
                    format!(
                        "本機沒有{slot_hant}「{font}」，或者不是同一個檔案：「{text}」改用{hant}，換行可能變了。請裝上那個字型，或在「字型」裡另選。"
                    ),
                    format!(
                        "The {slot_en} font “{font}” is not on this PC, or is another file: “{text}” is set in {en} and may break differently. Install that font or choose another under Fonts."
                    ),
                ]
            }
            CheckSay::FontLacks { font, characters } => [
                format!("字体“{font}”缺这些字：{characters}。它们用了别的字体，请看看是否合适，或换一个字体。"),
                format!("字型「{font}」缺這些字：{characters}。它們用了別的字型，請看看是否合適，或換一個字型。"),
                format!(
                    "The font “{font}” lacks {characters}; they come from another font. Look at them, or choose a font that has them."
                ),
            ],
            CheckSay::FontOnlySimplified { font, characters } => [
                format!("字体“{font}”只有简体字，这里是繁体，缺：{characters}。请换一个有繁体的字体。"),
                format!("字型「{font}」只有簡體字，這裡是繁體，缺：{characters}。請換一個有繁體的字型。"),
                format!(
                    "The font “{font}” has Simplified characters only and this text is Traditional; it lacks {characters}. Choose a font with Traditional ones."
                ),
            ],
            CheckSay::FontLocked { font, slot } => {
                let [hans, hant, en] = slot.names();
                [
                    format!("字体“{font}”的作者不许嵌入 PDF，这块板不能付印。请在“字体”里给{hans}换一个。"),
                    format!("字型「{font}」的作者不許嵌入 PDF，這塊板不能付印。請在「字型」裡給{hant}換一個。"),
                    format!(
                        "The maker of the font “{font}” does not allow it in a PDF; this board cannot go to print. Choose another {en} under Fonts."
                    ),
                ]
            }
            CheckSay::FontStandIn { slot, stand_in } => {
                let [slot_hans, slot_hant, slot_en] = slot.names();
                let [hans, hant, en] = stand_in.face_names();
                [
                    format!("程序不带{slot_hans}，这里用{hans}代替。要真{slot_hans}，请在“字体”里选一个装好的。"),
                    format!("程式不附{slot_hant}，這裡用{hant}代替。要真{slot_hant}，請在「字型」裡選一個裝好的。"),
                    format!(
                        "No {slot_en} comes with the program; {en} stands in. For a real one choose an installed font under Fonts."
                    ),
                ]
            }
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }
}
