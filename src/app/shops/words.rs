//! Sentences of the form in which the print shop is chosen.

use crate::app::words::Words;
use crate::base::Lang;
use crate::base::say::ShopField;
use crate::model::{Output, Shop};
use crate::store::Home;

pub const SHOPS: Words = ["选印厂", "選印刷廠", "Print shop"];
pub const HINT: Words = [
    "出血、白边、清晰度、文件名都跟着印厂走。选好后检查和导出都按它的要求。",
    "出血、白邊、清晰度、檔名都跟著印刷廠走。選好後檢查和匯出都按它的要求。",
    "Bleed, edges, sharpness and file names follow the shop; checks and files are made the way it asks.",
];
pub const OWN: Words = ["自定", "自訂", "My own"];
pub const OWN_ABOUT: Words = [
    "按自己印厂的要求填，存在这个展览里",
    "按自己印刷廠的要求填，存在這個展覽裡",
    "What your own shop asks for, kept in this exhibition",
];
pub const CHANGE: Words = ["更换…", "更換…", "Change…"];
pub const EDIT: Words = ["修改…", "修改…", "Edit…"];
pub const FROM_THIS: Words = ["照此自定…", "照此自訂…", "Make my own…"];
pub const NAME: Words = ["印厂名称", "印刷廠名稱", "Name of the shop"];
pub const SHEET: Words = ["版面", "版面", "Sheet"];
pub const SHARP: Words = ["清晰度与墨色", "清晰度與墨色", "Sharpness and ink"];
pub const FILE: Words = ["文件", "檔案", "Files"];
pub const WORK: Words = ["印后加工", "印後加工", "Finishing"];
pub const MARKS: Words = ["裁切线", "裁切線", "Crop marks"];
pub const PHOTOS_CMYK: Words = ["照片转成 CMYK", "照片轉成 CMYK", "Photos as CMYK"];
pub const PROFILE: Words = ["印厂的 ICC 配置文件", "印刷廠的 ICC 描述檔", "The shop's ICC profile"];
pub const CHOOSE_PROFILE: Words = [
    "选印厂给的 ICC 配置文件",
    "選擇印刷廠給的 ICC 描述檔",
    "Choose the ICC profile that the shop gave",
];
pub const USUAL_PROFILE: Words = ["常用铜版纸", "常用銅版紙", "Coated paper, as usual"];
pub const CHOOSE_FILE: Words = ["选文件…", "選擇檔案…", "Choose file…"];
pub const AS_USUAL: Words = ["用常用的", "用常用的", "Use the usual one"];
pub const OUTLINES: Words = ["文字转曲", "文字轉外框", "Text as outlines"];
pub const RICH_BLACK: Words = ["大面积黑加彩色墨", "大面積黑加彩色墨", "Rich black for large areas"];
pub const EYELETS: Words = ["四周打扣眼", "四周打扣眼", "Eyelets all around"];
pub const CUT_LINE: Words = ["给切割机的刀线", "給切割機的刀線", "Line for the cutter"];
pub const SCALE: Words = ["文件比例", "檔案比例", "Scale of files"];
pub const OUTPUT: Words = ["交付格式", "交付格式", "Format"];
pub const FILE_NAMES: Words = ["文件名", "檔名", "File names"];
pub const ROLLS: Words = [
    "卷材宽度（mm，逗号隔开）",
    "捲材寬度（mm，逗號隔開）",
    "Roll widths (mm, by commas)",
];
pub const NAME_HELP: Words = [
    "{number} 序号　{code} 编号　{title} 标题　{committee} 单位　{size} 尺寸　{material} 材料　{copies} 份数　{scale} 比例　{shop} 印厂",
    "{number} 序號　{code} 編號　{title} 標題　{committee} 單位　{size} 尺寸　{material} 材料　{copies} 份數　{scale} 比例　{shop} 印刷廠",
    "{number} {code} {title} {committee} {size} {material} {copies} {scale} {shop}",
];
pub const ROLLS_WRONG: Words = [
    "卷材宽度要写成数字，用逗号隔开，如 1270, 1520。",
    "捲材寬度要寫成數字，用逗號隔開，如 1270, 1520。",
    "Roll widths are numbers with commas between, such as 1270, 1520.",
];
pub const MEND: Words = ["照此改正", "照此改正", "Mend it so"];
pub const NAMELESS: Words = ["请给印厂起个名字。", "請給印刷廠取個名字。", "Give the shop a name."];

/// What the shop is called in this language.
pub fn name<'s>(shop: &'s Shop, home: &'s Home, lang: Lang) -> &'s str {
    match home.shop_profile(shop) {
        Some(profile) if !shop.is_own() => profile.name(lang),
        _ if shop.name.is_empty() => lang.of(OWN),
        _ => &shop.name,
    }
}

pub fn about<'s>(shop: &'s Shop, home: &'s Home, lang: Lang) -> &'s str {
    match home.shop_profile(shop) {
        Some(profile) if !shop.is_own() => profile.about(lang),
        _ => lang.of(OWN_ABOUT),
    }
}

/// "白边 100 mm · ≥30 dpi · 转曲 · 1:10 · TIFF": what differs most between shops.
pub fn facts(shop: &Shop, lang: Lang) -> String {
    let edge = if shop.white_edge > 0.0 {
        (ShopField::WhiteEdge, shop.white_edge)
    } else {
        (ShopField::Bleed, shop.bleed)
    };
    let mut facts = vec![format!("{} {} mm", lang.of(edge.0.names()), edge.1)];
    facts.push(format!("≥ {} dpi", shop.least_dpi));
    if shop.is_outlined && shop.output == Output::Pdf {
        facts.push(lang.of(["转曲", "轉外框", "outlines"]).into());
    }
    if shop.scale != 1 {
        facts.push(format!("1:{}", shop.scale));
    }
    facts.push(
        match shop.output {
            Output::Pdf => "PDF",
            Output::Tiff => "TIFF",
            Output::Jpeg => "JPEG",
        }
        .into(),
    );
    facts.join(" · ")
}

/// An eye splits one minute of arc.
pub fn eye(lang: Lang, view_m: f64) -> String {
    let dpi = (25.4 / (view_m * 1000.0 * (1.0_f64 / 60.0).to_radians().tan())).round();
    lang.of([
        format!("{view_m} 米外人眼分得清 {dpi} dpi"),
        format!("{view_m} 公尺外人眼分得清 {dpi} dpi"),
        format!("From {view_m} m an eye tells {dpi} dpi apart"),
    ])
}

pub fn example(lang: Lang, name: &str) -> String {
    lang.of([format!("例：{name}"), format!("例：{name}"), format!("Example: {name}")])
}
