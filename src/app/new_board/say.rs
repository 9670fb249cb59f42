//! Words of the new-board flow.

use crate::app::words::Words;
use crate::base::Lang;
use crate::compose::Outline;

pub const SIZES: Words = ["尺寸", "尺寸", "Size"];
pub const PHOTOS: Words = ["照片", "照片", "Photos"];
pub const TEXT: Words = ["文字", "文字", "Text"];
pub const ADD: Words = ["添加照片…", "加入照片…", "Add photos…"];
pub const FROM_FILE: Words = ["选文件…", "選擇檔案…", "From a file…"];
pub const FROM_FILE_HELP: Words = [
    "Word 文档（.docx）或文本（.txt）；文档里的照片一起收进来",
    "Word 文件（.docx）或文字檔（.txt）；文件裡的照片一起加入",
    "A Word document (.docx) or a text (.txt); photos in it come along",
];
pub const DROP_PHOTOS: Words = [
    "把照片拖到这里，或点此选择",
    "把照片拖到這裡，或點此選擇",
    "Drop photos here, or click to choose",
];
pub const PASTE_HERE: Words = [
    "把文字粘贴到这里：第一行是标题，之后一行一段",
    "把文字貼到這裡：第一行是標題，之後一行一段",
    "Paste the text here: the title first, then a line a paragraph",
];
pub const LET_GO: Words = [
    "松手，照片和文字就收进来",
    "放開，照片和文字就加入",
    "Let go to take photos and texts in",
];
pub const CLEAR: Words = ["清空文字", "清空文字", "Clear the text"];
pub const REMOVE: Words = ["不要这张", "不要這張", "Leave this photo out"];
pub const EARLIER: Words = ["往前挪", "往前移", "Move ahead"];
pub const CAPTION_HINT: Words = ["图说", "圖說", "Caption"];
pub const STOP: Words = ["停下", "停下", "Stop"];
pub const ALL: Words = ["全部", "全部", "All"];
pub const SUITS: Words = ["合适", "合適", "Suits"];
pub const MATERIAL: Words = ["材质", "材質", "Material"];
pub const MATERIAL_HINT: Words = ["展览常用的", "展覽常用的", "As usual"];
pub const ABOUT: Words = ["展板", "展板", "Board"];
pub const SERIES: Words = ["做成一组展板", "做成一組展板", "Make a series of boards"];
pub const SERIES_HELP: Words = [
    "按文章的段落分成几块，编好号，标题一致",
    "按文章的段落分成幾塊，編好號，標題一致",
    "Cut by the parts of the text into several boards, numbered, under one title",
];
pub const NO_SIZE: Words = [
    "这个尺寸没有版式",
    "這個尺寸沒有版式",
    "There is no template of this size",
];
pub const CODE_TAKEN: Words = [
    "这个编号已经有展板了",
    "這個編號已經有展板了",
    "Another board has this code",
];
pub const CODE_BLANK: Words = ["展板要有编号", "展板要有編號", "The board needs a code"];
pub const UNIT_BLANK: Words = ["写上单位名称", "寫上單位名稱", "Write the unit's name"];
pub const UNIT_NAME: Words = ["单位名称", "單位名稱", "Name of the unit"];
pub const ARROWS: Words = [
    "←→ 换版式 · 回车新建 · 建好后随时可以换",
    "←→ 換版式 · Enter 新增 · 建好後隨時可以換",
    "←→ another template · Enter creates · can be changed later",
];

/// "1,204 characters"
pub fn characters(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 字"),
        format!("{count} 字"),
        format!("{count} characters"),
    ])
}

pub fn photos(lang: Lang, count: usize) -> String {
    lang.of([format!("{count} 张"), format!("{count} 張"), count.to_string()])
}

/// "32 templates, all with your photos and texts in them"
pub fn filled(lang: Lang, count: usize, is_empty: bool) -> String {
    match is_empty {
        true => lang.of([
            format!("{count} 种版式"),
            format!("{count} 種版式"),
            format!("{count} templates"),
        ]),
        false => lang.of([
            format!("{count} 种版式，都已填入您的照片和文字"),
            format!("{count} 種版式，都已填入您的照片和文字"),
            format!("{count} templates, with your photos and texts in them"),
        ]),
    }
}

pub fn gathering(lang: Lang, done: u64, total: u64) -> String {
    let count = if total > 0 {
        format!(" {done} / {total}")
    } else {
        String::new()
    };
    lang.of([
        format!("正在收进来…{count}"),
        format!("正在加入…{count}"),
        format!("Taking them in…{count}"),
    ])
}

pub fn too_long(lang: Lang, count: usize) -> String {
    lang.of([
        format!("文字有 {count} 字，一块展板放不下，也没人读得完。请做成一组展板，或者删短一些。"),
        format!("文字有 {count} 字，一塊展板放不下，也沒人讀得完。請做成一組展板，或者刪短一些。"),
        format!(
            "{count} characters are more than a board holds or anyone reads. Make a series of boards, or cut the text."
        ),
    ])
}

pub fn left_out(lang: Lang, lines: usize) -> String {
    lang.of([
        format!("{lines} 行像是网页留下的（分享、来源等），没有放上去"),
        format!("{lines} 行像是網頁留下的（分享、來源等），沒有放上去"),
        format!("{lines} lines look like remains of a web page and are left out"),
    ])
}

/// What the text was taken for, a line each: its name and what stands there.
pub fn outline(lang: Lang, outline: &Outline) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut add = |name: Words, text: String| {
        if !text.is_empty() {
            lines.push((lang.of(name).to_string(), text));
        }
    };
    add(["标题", "標題", "Title"], outline.title.clone());
    add(["副题", "副題", "Subtitle"], outline.subtitle.clone());
    add(["对联", "對聯", "Couplet"], outline.couplet.clone());
    let has = |is_there: bool| if is_there { "✓".to_string() } else { String::new() };
    add(["导语", "導語", "Lead"], has(outline.has_lead));
    let some = |count: usize| if count > 0 { count.to_string() } else { String::new() };
    add(["段落", "段落", "Sections"], some(outline.sections));
    add(["图说", "圖說", "Captions"], some(outline.captions));
    add(["表格行", "表格列", "Table rows"], some(outline.rows));
    lines
}
