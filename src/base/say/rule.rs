//! Sentences of the rules about wording, registers, inks and production; each says what to do.

use crate::base::many;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleSay {
    TextFaint {
        text: String,
    },
    TextOverText {
        text: String,
        other: String,
    },
    TextInManyInks {
        text: String,
        em_mm: f64,
    },
    PlainBlack {
        width_cm: u32,
        height_cm: u32,
    },
    /// Percent of ink, and on how many square centimetres.
    InkOver {
        sum: u32,
        limit: u32,
        cm2: u32,
    },
    ScreenInkOver {
        sum: u32,
        limit: u32,
        cm2: u32,
    },
    /// As drawing programs write it: #0000FF.
    ScreenColour {
        colour: String,
    },
    ColourStrange {
        inks: String,
    },
    ColourGone {
        name: String,
    },
    Hairline {
        width_mm: f64,
    },
    OffBoard {
        by_mm: u32,
    },
    OffBoardWhole,
    QrUnreadable,
    QrCovered,
    QrFine {
        module_mm: f64,
        least_mm: f64,
    },
    QrAddress {
        content: String,
    },
    Repeated {
        text: String,
    },
    Counted {
        text: String,
        said: usize,
        listed: usize,
    },
    NameSpelled {
        text: String,
        name: String,
    },
    PostWrong {
        name: String,
        is: String,
        post: String,
    },
    FactValue {
        name: String,
        is: String,
        value: String,
    },
    FigureDiffers {
        label: String,
        is: String,
        first: String,
        value: String,
    },
    PhoneNumber {
        masked: String,
    },
    IdentityNumber {
        masked: String,
    },
    TitleTwice {
        title: String,
        first: String,
    },
    OtherStale {
        text: String,
    },
    OtherMissing {
        text: String,
    },
    BracketOpen {
        mark: char,
        text: String,
    },
    TableRagged {
        row: usize,
        cells: usize,
        columns: usize,
    },
    NoCopies,
    DateImpossible {
        date: String,
    },
    NotApproved {
        boards: Vec<String>,
    },
    Returned {
        boards: Vec<String>,
    },
    MaterialMissing {
        boards: Vec<String>,
    },
    ProfileUnreadable {
        profile: String,
    },
    PhotoNoConsent {
        file: String,
    },
    PhotoNoAuthor {
        file: String,
    },
    PhotoConsentUnknown {
        file: String,
    },
    PhotoNoCredit {
        file: String,
    },
}

impl RuleSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            RuleSay::TextFaint { .. }
            | RuleSay::TextOverText { .. }
            | RuleSay::TextInManyInks { .. }
            | RuleSay::PlainBlack { .. }
            | RuleSay::InkOver { .. }
            | RuleSay::ScreenInkOver { .. }
            | RuleSay::ScreenColour { .. }
            | RuleSay::ColourStrange { .. }
            | RuleSay::ColourGone { .. }
            | RuleSay::Hairline { .. }
            | RuleSay::OffBoard { .. }
            | RuleSay::OffBoardWhole => self.drawn_texts(),
            RuleSay::QrUnreadable
            | RuleSay::QrCovered
            | RuleSay::QrFine { .. }
            | RuleSay::QrAddress { .. }
            | RuleSay::TableRagged { .. }
            | RuleSay::NoCopies
            | RuleSay::NotApproved { .. }
            | RuleSay::Returned { .. }
            | RuleSay::MaterialMissing { .. }
            | RuleSay::ProfileUnreadable { .. }
            | RuleSay::PhotoNoConsent { .. }
            | RuleSay::PhotoNoAuthor { .. }
            | RuleSay::PhotoConsentUnknown { .. }
            | RuleSay::PhotoNoCredit { .. } => self.made_texts(),
            RuleSay::Repeated { .. }
            | RuleSay::Counted { .. }
            | RuleSay::NameSpelled { .. }
            | RuleSay::PostWrong { .. }
            | RuleSay::FactValue { .. }
            | RuleSay::FigureDiffers { .. }
            | RuleSay::PhoneNumber { .. }
            | RuleSay::IdentityNumber { .. }
            | RuleSay::TitleTwice { .. }
            | RuleSay::OtherStale { .. }
            | RuleSay::OtherMissing { .. }
            | RuleSay::BracketOpen { .. }
            | RuleSay::DateImpossible { .. } => self.written_texts(),
        }
    }

    fn drawn_texts(&self) -> [String; 3] {
        match self {
            RuleSay::TextFaint { text } => [
                format!("“{text}”和底下的颜色或照片太接近，看不清。请换文字颜色，或在下面衬一块底色。"),
                format!("「{text}」和底下的顏色或照片太接近，看不清。請換文字顏色，或在下面襯一塊底色。"),
                format!(
                    "“{text}” hardly stands off from the colour or photo below it. Change its colour, or put a plate under it."
                ),
            ],
            RuleSay::TextOverText { text, other } => [
                format!("“{text}”压在“{other}”上面，两段都看不清。请挪开一段。"),
                format!("「{text}」壓在「{other}」上面，兩段都看不清。請移開一段。"),
                format!("“{text}” lies over “{other}”; neither can be read. Move one of them."),
            ],
            RuleSay::TextInManyInks { text, em_mm } => [
                format!("“{text}”只有 {em_mm} 毫米，却用四色黑，套印稍偏就发虚。请改成单黑。"),
                format!("「{text}」只有 {em_mm} 公釐，卻用四色黑，套印稍偏就發虛。請改成單黑。"),
                format!(
                    "“{text}” is {em_mm} mm and in a black of several inks; the plates never meet exactly. Use black alone."
                ),
            ],
            RuleSay::PlainBlack { width_cm, height_cm } => [
                format!("{width_cm}×{height_cm} 厘米的一大块只用单黑，印出来发灰。请在印制厂里设好大面积黑色的配方。"),
                format!("{width_cm}×{height_cm} 公分的一大塊只用單黑，印出來發灰。請在印製廠裡設好大面積黑色的配方。"),
                format!(
                    "{width_cm} × {height_cm} cm in black ink alone prints grey. Give the shop a rich black for large areas."
                ),
            ],
            RuleSay::InkOver { sum, limit, cm2 } => [
                format!(
                    "约 {cm2} 平方厘米的颜色总墨量 {sum}%，印厂上限 {limit}%：导出时会减到上限，颜色会变。请换一个浅些的颜色。"
                ),
                format!(
                    "約 {cm2} 平方公分的顏色總墨量 {sum}%，印刷廠上限 {limit}%：匯出時會減到上限，顏色會變。請換一個淺些的顏色。"
                ),
                format!(
                    "A colour takes {sum} % of ink on about {cm2} cm² and the shop {limit} %: the export lowers it and its look changes. Choose a lighter one."
                ),
            ],
            RuleSay::ScreenInkOver { sum, limit, cm2 } => [
                format!(
                    "照片或图形的暗处约 {cm2} 平方厘米总墨量到 {sum}%，印厂上限 {limit}%，可能干不透。请调亮些，或在印厂设置里选“照片转成 CMYK”。"
                ),
                format!(
                    "照片或圖形的暗處約 {cm2} 平方公分總墨量到 {sum}%，印刷廠上限 {limit}%，可能乾不透。請調亮些，或在印刷廠設定裡選「照片轉成 CMYK」。"
                ),
                format!(
                    "The dark parts of the photo or drawing, about {cm2} cm², take up to {sum} % of ink and the shop {limit} %; they may not dry. Lighten it, or choose “Photos as CMYK” for the shop."
                ),
            ],
            RuleSay::ScreenColour { colour } => [
                format!(
                    "图形里的 {colour} 是屏幕色，墨印不出这么鲜，会变暗变灰。请在绘图软件里换成印得出的颜色，或先打样看过。"
                ),
                format!(
                    "圖形裡的 {colour} 是螢幕色，墨印不出這麼鮮，會變暗變灰。請在繪圖軟體裡換成印得出的顏色，或先打樣看過。"
                ),
                format!(
                    "{colour} in the drawing is a screen colour that no ink reaches; it prints duller. Choose another in the drawing program, or see a proof first."
                ),
            ],
            RuleSay::ColourStrange { inks } => [
                format!("这里的颜色（{inks}）不在版式和展览的颜色里。请换成其中一个，或把它加进展览颜色。"),
                format!("這裡的顏色（{inks}）不在版式和展覽的顏色裡。請換成其中一個，或把它加進展覽顏色。"),
                format!(
                    "The colour {inks} is none of the template's or the show's. Take one of those, or add it to the show."
                ),
            ],
            RuleSay::ColourGone { name } => [
                format!("颜色“{name}”已经没有了，这里会印成黑色。请另选一个。"),
                format!("顏色「{name}」已經沒有了，這裡會印成黑色。請另選一個。"),
                format!("The colour “{name}” is gone and prints black here. Choose another."),
            ],
            RuleSay::Hairline { width_mm } => [
                format!("线只有 {width_mm} 毫米粗，印出来会断。请加粗到 0.25 毫米以上。"),
                format!("線只有 {width_mm} 公釐粗，印出來會斷。請加粗到 0.25 公釐以上。"),
                format!("A line of {width_mm} mm breaks up in print. Make it at least 0.25 mm."),
            ],
            RuleSay::OffBoard { by_mm } => [
                format!("这里超出板边 {by_mm} 毫米，会被裁掉一块。请挪进来。"),
                format!("這裡超出板邊 {by_mm} 公釐，會被裁掉一塊。請移進來。"),
                format!("This reaches {by_mm} mm over the edge and a part will be cut off. Move it in."),
            ],
            RuleSay::OffBoardWhole => [
                "这里整个在板外，印不出来。请挪进来，或删掉。".into(),
                "這裡整個在板外，印不出來。請移進來，或刪掉。".into(),
                "This lies wholly outside the board and will not be printed. Move it in or remove it.".into(),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn made_texts(&self) -> [String; 3] {
        match self {
            RuleSay::QrUnreadable => [
                "二维码照现在的样子扫不出来。请换成深码浅底，别让东西压住它。".into(),
                "QR 碼照現在的樣子掃不出來。請換成深碼淺底，別讓東西壓住它。".into(),
                "The QR code as it stands cannot be read. Make it dark on light, with nothing over it.".into(),
            ],
            RuleSay::QrCovered => [
                "二维码或它四周的白边被别的东西压住了。请挪开，四周留白。".into(),
                "QR 碼或它四周的白邊被別的東西壓住了。請移開，四周留白。".into(),
                "Something lies over the QR code or its white margin. Move it away.".into(),
            ],
            RuleSay::QrFine { module_mm, least_mm } => [
                format!(
                    "二维码内容太长，每格只有 {module_mm} 毫米，隔一步远扫不到。请放大，或换短网址（每格至少 {least_mm} 毫米）。"
                ),
                format!(
                    "QR 碼內容太長，每格只有 {module_mm} 公釐，隔一步遠掃不到。請放大，或換短網址（每格至少 {least_mm} 公釐）。"
                ),
                format!(
                    "The QR code holds so much that its squares are {module_mm} mm and cannot be caught from a step away. Enlarge it or shorten the address ({least_mm} mm at least)."
                ),
            ],
            RuleSay::QrAddress { content } => [
                format!("二维码里的网址“{content}”写得不对，扫了打不开。请改好。"),
                format!("QR 碼裡的網址「{content}」寫得不對，掃了打不開。請改好。"),
                format!("The address “{content}” in the QR code is not right and will not open. Mend it."),
            ],
            RuleSay::TableRagged { row, cells, columns } => [
                format!("表格第 {row} 行有 {cells} 格，表头有 {columns} 格。请补齐或删掉多的。"),
                format!("表格第 {row} 列有 {cells} 格，表頭有 {columns} 格。請補齊或刪掉多的。"),
                format!("Row {row} of the table has {cells} cells and the head {columns}. Make them equal."),
            ],
            RuleSay::NoCopies => [
                "印制份数是 0，这块板不会印。请填 1 以上，或从名单里拿掉它。".into(),
                "印製份數是 0，這塊板不會印。請填 1 以上，或從名單裡拿掉它。".into(),
                "The number of copies is 0 and the board would not be printed. Set 1 or more, or leave the board out."
                    .into(),
            ],
            RuleSay::NotApproved { boards } => {
                let (count, [list, english]) = (boards.len(), super::some_of(boards));
                [
                    format!("{count} 块展板还没有审定：{list}。请先审定，或写明理由。"),
                    format!("{count} 塊展板還沒有審定：{list}。請先審定，或寫明理由。"),
                    format!(
                        "{} not approved yet: {english}. Approve first, or give a reason.",
                        many(count, "board")
                    ),
                ]
            }
            RuleSay::Returned { boards } => {
                let (count, [list, english]) = (boards.len(), super::some_of(boards));
                [
                    format!("{count} 块展板退回修改，还没改好：{list}。请等改好审定再交。"),
                    format!("{count} 塊展板退回修改，還沒改好：{list}。請等改好審定再交。"),
                    format!(
                        "{} returned and not mended: {english}. Wait for the approval.",
                        many(count, "board")
                    ),
                ]
            }
            RuleSay::MaterialMissing { boards } => {
                let (count, [list, english]) = (boards.len(), super::some_of(boards));
                [
                    format!("{count} 块展板没写材料：{list}。请填上，或写明理由（例如全部按印厂常用的）。"),
                    format!("{count} 塊展板沒寫材料：{list}。請填上，或寫明理由（例如全部按印刷廠常用的）。"),
                    format!(
                        "{} without a material: {english}. Name it, or give a reason (such as the shop's usual).",
                        many(count, "board")
                    ),
                ]
            }
            RuleSay::ProfileUnreadable { profile } => [
                format!(
                    "印厂的 ICC 配置文件“{profile}”读不出来，颜色会按常用铜版纸做。请在印厂设置里重新选这个文件，或改用常用的。"
                ),
                format!(
                    "印刷廠的 ICC 描述檔「{profile}」讀不出來，顏色會按常用銅版紙做。請在印刷廠設定裡重新選這個檔案，或改用常用的。"
                ),
                format!(
                    "The shop's ICC profile “{profile}” cannot be read and colours are made for coated paper. Choose the file again in the shop's form, or use the usual one."
                ),
            ],
            RuleSay::PhotoNoConsent { file } => [
                format!("照片 {file} 上的人不同意展出。请换一张，或把人脸遮挡起来。"),
                format!("照片 {file} 上的人不同意展出。請換一張，或把人臉遮擋起來。"),
                format!("Those on the photo {file} did not agree to be shown. Take another, or mask their faces."),
            ],
            RuleSay::PhotoNoAuthor { file } => [
                format!("照片 {file} 没写摄影者。请在照片的“出处与同意”里补上。"),
                format!("照片 {file} 沒寫攝影者。請在照片的「出處與同意」裡補上。"),
                format!("The photo {file} names no author. Add the name under the photo's credit."),
            ],
            RuleSay::PhotoConsentUnknown { file } => [
                format!("照片 {file} 上的人是否同意展出，还没有记录。请问过后在照片的“出处与同意”里选好。"),
                format!("照片 {file} 上的人是否同意展出，還沒有記錄。請問過後在照片的「出處與同意」裡選好。"),
                format!(
                    "Nobody noted whether those on the photo {file} agree to be shown. Ask, and choose under the photo's credit."
                ),
            ],
            RuleSay::PhotoNoCredit { file } => [
                format!("照片 {file} 没写摄影者，也没记录上面的人是否同意展出。请在照片的“出处与同意”里补上。"),
                format!("照片 {file} 沒寫攝影者，也沒記錄上面的人是否同意展出。請在照片的「出處與同意」裡補上。"),
                format!(
                    "The photo {file} names no author, and nobody noted whether those on it agree to be shown. Add both under the photo's credit."
                ),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn written_texts(&self) -> [String; 3] {
        match self {
            RuleSay::Repeated { text } => [
                format!("“{text}”里有重复的字。请删掉一个。"),
                format!("「{text}」裡有重複的字。請刪掉一個。"),
                format!("Words stand twice in “{text}”. Remove one."),
            ],
            RuleSay::Counted { text, said, listed } => [
                format!("“{text}”说有 {said} 项，后面列了 {listed} 项。请核对。"),
                format!("「{text}」說有 {said} 項，後面列了 {listed} 項。請核對。"),
                format!("“{text}” speaks of {said} and {listed} are listed. Check it."),
            ],
            RuleSay::NameSpelled { text, name } => [
                format!("“{text}”和登记的“{name}”差一个字。请核对，写错了就改过来。"),
                format!("「{text}」和登記的「{name}」差一個字。請核對，寫錯了就改過來。"),
                format!("“{text}” differs from the registered “{name}” by one character. Check it."),
            ],
            RuleSay::PostWrong { name, is, post } => [
                format!("{name}的职务写成“{is}”，登记的是“{post}”。请核对。"),
                format!("{name}的職務寫成「{is}」，登記的是「{post}」。請核對。"),
                format!("{name} is called “{is}” here and is registered as “{post}”. Check it."),
            ],
            RuleSay::FactValue { name, is, value } => [
                format!("“{name}”这里写 {is}，登记的是 {value}。请改成一致。"),
                format!("「{name}」這裡寫 {is}，登記的是 {value}。請改成一致。"),
                format!("“{name}” is {is} here and {value} in the register. Make them agree."),
            ],
            RuleSay::FigureDiffers {
                label,
                is,
                first,
                value,
            } => [
                format!("“{label}”这里是 {is}，{first} 上是 {value}。请核对，改成一致。"),
                format!("「{label}」這裡是 {is}，{first} 上是 {value}。請核對，改成一致。"),
                format!("“{label}” is {is} here and {value} on {first}. Make them agree."),
            ],
            RuleSay::PhoneNumber { masked } => [
                format!("文字里有手机号 {masked}，公开展出会泄露隐私。请删掉，或换成办公电话。"),
                format!("文字裡有手機號碼 {masked}，公開展出會洩露隱私。請刪掉，或換成辦公電話。"),
                format!(
                    "The mobile number {masked} stands in the text for all to read. Remove it or give an office number."
                ),
            ],
            RuleSay::IdentityNumber { masked } => [
                format!("文字里有身份证号 {masked}，不能公开。请删掉。"),
                format!("文字裡有身分證號 {masked}，不能公開。請刪掉。"),
                format!("The identity number {masked} stands in the text and must not be shown. Remove it."),
            ],
            RuleSay::TitleTwice { title, first } => [
                format!("标题“{title}”在 {first} 已经用过。请换一个，免得观众以为是同一块。"),
                format!("標題「{title}」在 {first} 已經用過。請換一個，免得觀眾以為是同一塊。"),
                format!(
                    "The title “{title}” stands on {first} already. Choose another, so that readers tell them apart."
                ),
            ],
            RuleSay::OtherStale { text } => [
                format!("“{text}”改过了，另一种字体的文字还是旧的。请在文字栏里更新。"),
                format!("「{text}」改過了，另一種字體的文字還是舊的。請在文字欄裡更新。"),
                format!(
                    "“{text}” was changed and its text in the other script is still the old one. Renew it in the text panel."
                ),
            ],
            RuleSay::OtherMissing { text } => [
                format!("“{text}”缺另一种字体的文字。请补上，或改回自动转换。"),
                format!("「{text}」缺另一種字體的文字。請補上，或改回自動轉換。"),
                format!("“{text}” has no text in the other script. Write it, or let it be converted."),
            ],
            RuleSay::BracketOpen { mark, text } => [
                format!("{mark} 只有一半，请补上另一半或删掉它：{text}"),
                format!("{mark} 只有一半，請補上另一半或刪掉它：{text}"),
                format!("{mark} has no counterpart; add it, or remove this one: {text}"),
            ],
            RuleSay::DateImpossible { date } => [
                format!("没有“{date}”这个日子。请核对。"),
                format!("沒有「{date}」這個日子。請核對。"),
                format!("There is no such date as “{date}”. Check it."),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }
}
