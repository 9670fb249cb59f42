//! Every word of the window in Simplified, Traditional (written, Taiwan terms) and English: a missing one does not compile.

use crate::base::Lang;
use crate::compose::ImportError;
use crate::export::ExportError;
use crate::media::MediaError;
use crate::model::{BoardState, TwoName};
use std::path::Path;

pub type Words = [&'static str; 3];

pub const OVERVIEW: Words = ["总览", "總覽", "Overview"];
pub const BOARD: Words = ["展板", "展板", "Board"];
pub const PLAZA: Words = ["广场", "廣場", "Plaza"];
pub const REVIEW: Words = ["审阅", "審閱", "Review"];
pub const PRINT: Words = ["印制", "印製", "Print"];
pub const MENU: Words = ["菜单", "選單", "Menu"];
pub const SETTINGS: Words = ["设置", "設定", "Settings"];
pub const LANGUAGE: Words = ["界面文字", "介面文字", "Language"];
pub const THEME: Words = ["明暗", "明暗", "Light or dark"];
pub const THEME_SYSTEM: Words = ["随系统", "隨系統", "System"];
pub const THEME_LIGHT: Words = ["浅色", "淺色", "Light"];
pub const THEME_DARK: Words = ["深色", "深色", "Dark"];
pub const SIZE_OF_UI: Words = ["界面大小", "介面大小", "Size"];
pub const SAVED: Words = ["已保存", "已儲存", "Saved"];
pub const SAVING: Words = ["正在保存…", "正在儲存…", "Saving…"];
pub const NOT_KEPT: Words = ["没有打开展览", "沒有開啟展覽", "No exhibition open"];
pub const SEARCH: Words = ["找展板、单位、文字", "找展板、單位、文字", "Find boards, units, text"];
pub const CARDS: Words = ["卡片", "卡片", "Cards"];
pub const LEDGER: Words = ["台账", "清冊", "Ledger"];
pub const UNITS: Words = ["单位", "單位", "Units"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const PROGRESS: Words = ["各单位进度", "各單位進度", "Progress by unit"];
pub const ALL: Words = ["全部", "全部", "All"];
pub const TOTAL: Words = ["合计", "合計", "Total"];
pub const PHASES: [Words; 5] = [
    ["制作", "製作", "Draft"],
    ["待审", "待審", "Review"],
    ["退回", "退回", "Back"],
    ["通过", "通過", "OK"],
    ["送厂", "送廠", "Shop"],
];
pub const PHASES_LONG: [Words; 5] = [
    ["制作中", "製作中", "In the making"],
    ["待审", "待審", "Waiting for review"],
    ["退回未改", "退回未改", "Returned"],
    ["已通过", "已核可", "Approved"],
    ["已送厂", "已送廠", "At the shop"],
];
pub const NEW_BOARD: Words = ["新建展板", "新增展板", "New board"];
pub const DUPLICATE: Words = ["复制展板", "複製展板", "Duplicate board"];
pub const DELETE_BOARD: Words = ["删除展板", "刪除展板", "Delete board"];
pub const DELETE: Words = ["删除", "刪除", "Delete"];
pub const UNDO: Words = ["撤销", "復原", "Undo"];
pub const REDO: Words = ["重做", "重做", "Redo"];
pub const FIT: Words = ["适合窗口", "符合視窗", "Fit in window"];
pub const ZOOM_IN: Words = ["放大", "放大", "Zoom in"];
pub const ZOOM_OUT: Words = ["缩小", "縮小", "Zoom out"];
pub const REAL_SIZE: Words = ["1:1 实际大小", "1:1 實際大小", "Actual size"];
pub const OPEN: Words = ["打开展览…", "開啟展覽…", "Open exhibition…"];
pub const IMPORT: Words = ["收进内容文件夹…", "匯入內容資料夾…", "Take in a content folder…"];
pub const SHOW_BLEED: Words = ["出血与安全区", "出血與安全範圍", "Bleed and safe area"];
pub const QUIT: Words = ["退出", "結束", "Quit"];
pub const CANCEL: Words = ["取消", "取消", "Cancel"];
pub const KEEP: Words = ["再看看", "再看看", "Not now"];
pub const BOARDS: Words = ["展板", "展板", "Boards"];
pub const PHOTOS: Words = ["照片", "照片", "Photos"];
pub const ADD_PHOTOS: Words = ["添加照片", "加入照片", "Add photos"];
pub const FIND_PHOTO: Words = ["找照片", "找照片", "Find photos"];
pub const FIND_BOARD: Words = ["找展板", "找展板", "Find boards"];
pub const UNUSED: Words = ["未用", "未用", "Unused"];
pub const PROPERTIES: Words = ["属性", "屬性", "Properties"];
pub const TEXTS: Words = ["文字", "文字", "Text"];
pub const CHECK: Words = ["检查", "檢查", "Check"];
pub const POSITION: Words = ["位置与大小", "位置與大小", "Position and size"];
pub const LEFT: Words = ["左", "左", "X"];
pub const TOP: Words = ["上", "上", "Y"];
pub const WIDTH: Words = ["宽", "寬", "W"];
pub const HEIGHT: Words = ["高", "高", "H"];
pub const ANGLE: Words = ["转", "轉", "A"];
pub const BACK_TO_SLOT: Words = ["放回版式的位置", "放回版式的位置", "Back to the template's place"];
pub const PHOTO: Words = ["照片", "照片", "Photo"];
pub const CAPTION: Words = ["说明文字", "圖說", "Caption"];
pub const TAG: Words = ["角标", "角標", "Tag"];
pub const REPLACE: Words = ["换一张", "換一張", "Replace"];
pub const CROP: Words = ["裁切", "裁切", "Crop"];
pub const CROP_ZOOM: Words = ["放大", "放大", "Zoom"];
pub const CROP_X: Words = ["左右", "左右", "Across"];
pub const CROP_Y: Words = ["上下", "上下", "Down"];
pub const CROP_RESET: Words = ["复位", "重設", "Reset"];
pub const NO_PHOTO: Words = ["还没有照片", "還沒有照片", "No photo yet"];
pub const HIDE: Words = ["隐藏", "隱藏", "Hide"];
pub const SHOW: Words = ["显示", "顯示", "Show"];
pub const LOCK: Words = ["锁定", "鎖定", "Lock"];
pub const UNLOCK: Words = ["解锁", "解鎖", "Unlock"];
pub const SIMPLIFIED: Words = ["简体", "簡體", "Simplified"];
pub const TRADITIONAL: Words = ["繁体", "繁體", "Traditional"];
pub const HANS: Words = ["简", "簡", "SC"];
pub const HANT: Words = ["繁", "繁", "TC"];
pub const SOURCE: Words = ["原文", "原文", "source"];
pub const FOLLOWS: Words = ["随原文转换", "隨原文轉換", "follows the source"];
pub const REWRITTEN: Words = ["已单独改写", "已單獨改寫", "edited separately"];
pub const FROZEN: Words = ["已定稿", "已定稿", "kept as approved"];
pub const STALE: Words = [
    "原文改过，这里还是旧的",
    "原文改過，這裡還是舊的",
    "The source has changed since",
];
pub const FOLLOW_AGAIN: Words = ["采用新转换", "採用新轉換", "Take the new conversion"];
pub const KEEP_MINE: Words = ["保留", "保留", "Keep mine"];
pub const SLOT: Words = ["栏目", "欄目", "Part"];
pub const DOUBT: Words = ["存疑", "存疑", "Undecided"];
pub const BOARD_FACTS: Words = ["这块展板", "這塊展板", "This board"];
pub const CODE: Words = ["编号", "編號", "Code"];
pub const TEMPLATE: Words = ["版式", "版式", "Template"];
pub const SIZE: Words = ["尺寸", "尺寸", "Size"];
pub const STATE: Words = ["状态", "狀態", "State"];
pub const TITLE: Words = ["标题", "標題", "Title"];
pub const SCRIPT: Words = ["用字", "用字", "Script"];
pub const NUMBER: Words = ["号", "號", "No."];
pub const CREATE: Words = ["建好，开始编辑", "建立並開始編輯", "Create and edit"];
pub const CHOOSE_TEMPLATE: Words = ["挑一个版式", "挑一個版式", "Choose a template"];
pub const FOR_UNIT: Words = ["做给哪个单位", "做給哪個單位", "For which unit"];
pub const NO_BOARDS: Words = [
    "还没有展板。把照片和文字拖进来，或者从版式开始。",
    "還沒有展板。把照片和文字拖進來，或者從版式開始。",
    "No boards yet. Drop photos and text here, or start from a template.",
];
pub const NO_BOARD_OPEN: Words = [
    "左边选一块展板，或者新建一块。",
    "左邊選一塊展板，或者新增一塊。",
    "Choose a board on the left, or make a new one.",
];
pub const NO_PHOTOS: Words = ["把照片拖到窗口里。", "把照片拖到視窗裡。", "Drop photos on the window."];
pub const NOTHING_CHOSEN: Words = [
    "点展板上的一处，这里就能改它。",
    "點展板上的一處，這裡就能改它。",
    "Click something on the board to change it here.",
];
pub const NO_FINDINGS: Words = ["没有发现问题", "沒有發現問題", "No problems found"];
pub const CHECKING: Words = ["正在检查…", "正在檢查…", "Checking…"];
pub const ARRANGE: Words = ["重新排", "重新排列", "Arrange again"];
pub const PLAN_SHEET: Words = ["布展图", "佈展圖", "Set-up plan"];
pub const PLAN_PDF: Words = ["导出布展图 PDF", "匯出佈展圖 PDF", "Export plan as PDF"];
pub const PLAN_PNG: Words = ["导出布展图 PNG", "匯出佈展圖 PNG", "Export plan as PNG"];
pub const ORDER: Words = ["参观次序", "參觀順序", "Visiting order"];
pub const ORDER_HINT: Words = [
    "拖动换位，编号、标牌、台账一起改",
    "拖曳換位，編號、標牌、清冊一起改",
    "Drag to reorder; numbers, labels and ledger follow",
];
pub const VENUE: Words = ["场地", "場地", "Venue"];
pub const NO_PLAZA: Words = [
    "还没有排过。先排一次，再拖动。",
    "還沒有排過。先排一次，再拖曳。",
    "Nothing is placed yet. Arrange once, then drag.",
];
pub const PLACED: Words = ["已就位", "已就位", "Placed"];
pub const NOT_PLACED: Words = ["还没有位置", "還沒有位置", "Not placed"];
pub const OPEN_BOARD: Words = ["打开展板", "開啟展板", "Open board"];
pub const HAND_OVER: Words = ["交付印厂", "交付印刷廠", "Hand over"];
pub const SHOP: Words = ["印厂", "印刷廠", "Print shop"];
pub const BLEED: Words = ["出血", "出血", "Bleed"];
pub const CROP_MARKS: Words = ["裁切线", "裁切線", "Crop marks"];
pub const INK_LIMIT: Words = ["总墨量上限", "總墨量上限", "Ink limit"];
pub const LEAST_DPI: Words = ["照片最低清晰度", "照片最低清晰度", "Least photo sharpness"];
pub const EXPORT: Words = ["导出", "匯出", "Export"];
pub const EXPORT_ALL: Words = ["全部展板 PDF", "全部展板 PDF", "All boards as PDFs"];
pub const EXPORT_THIS: Words = ["这一块 PDF", "這一塊 PDF", "This board as PDF"];
pub const EXPORT_JOINED: Words = ["合订一本 PDF", "合訂一本 PDF", "One joined PDF"];
pub const ERRORS: Words = ["错误", "錯誤", "Errors"];
pub const WARNINGS: Words = ["提醒", "提醒", "Warnings"];
pub const NOTES: Words = ["说明", "說明", "Notes"];
pub const GO_THERE: Words = ["去修改", "去修改", "Go there"];
pub const DONE: Words = ["完成", "完成", "Done"];
pub const CANCELLED: Words = ["已取消", "已取消", "Cancelled"];
pub const FAILED: Words = ["没有做成", "沒有完成", "Did not work"];
pub const OPEN_FOLDER: Words = ["打开文件夹", "開啟資料夾", "Open folder"];
pub const CLEAR: Words = ["从列表去掉", "從清單移除", "Remove from the list"];
pub const AGAIN: Words = ["重试", "重試", "Try again"];
pub const ADD_UNIT: Words = ["添加单位", "新增單位", "Add a unit"];
pub const NAME_HANS: Words = ["简体名称", "簡體名稱", "Name, Simplified"];
pub const NAME_HANT: Words = ["繁体名称", "繁體名稱", "Name, Traditional"];
pub const UP: Words = ["上移", "上移", "Move up"];
pub const DOWN: Words = ["下移", "下移", "Move down"];
pub const REMOVE: Words = ["去掉", "移除", "Remove"];
pub const REVIEW_LIST: Words = ["按状态看展板", "依狀態看展板", "Boards by state"];
pub const CHANGE_TO: Words = ["改为", "改為", "Change to"];
pub const DROP_HERE: Words = ["松手就收进照片库", "放開就收進照片庫", "Drop to add the photos"];
pub const HINT_CANVAS: Words = [
    "拖动移动 · 拖四角缩放 · 空格拖动平移 · Ctrl 滚轮缩放",
    "拖曳移動 · 拖四角縮放 · 空白鍵拖曳平移 · Ctrl 滾輪縮放",
    "Drag to move · corners to resize · Space-drag to pan · Ctrl-wheel to zoom",
];
pub const HINT_PLAZA: Words = [
    "拖动移动 · 方向键微调 10 cm · 双击看大图",
    "拖曳移動 · 方向鍵微調 10 cm · 按兩下看大圖",
    "Drag to move · arrows nudge 10 cm · double-click opens the board",
];
pub const HINT_OVERVIEW: Words = ["双击打开展板", "按兩下開啟展板", "Double-click opens a board"];
pub const HINT_PRINT: Words = [
    "点一条就打开它说的地方",
    "點一條就開啟它說的地方",
    "Click a finding to open its place",
];
pub const HINT_TEXT: Words = [
    "点别处就收进去 · Esc 不改",
    "點別處就收進去 · Esc 不改",
    "Click elsewhere to keep · Esc to leave as it was",
];
pub const EXAMPLE_TITLE: Words = ["标题", "標題", "标题"];
pub const COPY_SUFFIX: Words = ["（副本）", "（副本）", " (copy)"];
pub const NOT_FOUND: Words = ["没有找到", "沒有找到", "Nothing found for"];
pub const SHARP_UNKNOWN: Words = ["读不出尺寸", "讀不出尺寸", "Size unknown"];
pub const NOT_SHARP: Words = ["不够清晰", "不夠清晰", "Not sharp enough"];
pub const PHOTO_MISSING: Words = ["找不到照片文件", "找不到照片檔案", "The photo file is missing"];
pub const PHOTO_BROKEN: Words = ["照片打不开", "照片打不開", "The photo cannot be read"];
pub const PHOTO_TRUNCATED: Words = ["照片不完整", "照片不完整", "The photo is cut short"];
pub const PHOTO_TOO_LARGE: Words = ["照片太大", "照片太大", "The photo is too large"];
pub const EXPAND: Words = ["展开", "展開", "Show all"];
pub const COLLAPSE: Words = ["收起", "收合", "Show fewer"];
pub const VALUE: Words = ["数字", "數字", "Figure"];
pub const UNIT_OF_NUMBER: Words = ["量词", "單位詞", "Unit"];
pub const LABEL: Words = ["说明", "說明", "Label"];
pub const QR_CONTENT: Words = ["扫码打开", "掃碼開啟", "Opens"];
pub const SPEAKER: Words = ["说话人", "說話人", "Speaker"];
pub const POST: Words = ["身份", "身分", "Who"];
pub const CALL: Words = ["提示语", "提示語", "Call"];
pub const STEP_HEAD: Words = ["小标题", "小標題", "Head"];
pub const FROM: Words = ["原来", "原來", "Before"];
pub const TO: Words = ["现在", "現在", "Now"];
pub const TABLE: Words = ["表格", "表格", "Table"];
pub const COMPLETE: Words = ["全部就位，无重叠", "全部就位，無重疊", "All placed, nothing overlaps"];
pub const DRAG_PHOTO: Words = [
    "拖到展板上的照片位，或先选中一个照片位再点",
    "拖到展板上的照片位，或先選取一個照片位再點",
    "Choose a photo place on the board, then click a photo",
];

pub const SAMPLE_TITLE: Words = ["水土青禾", "水土青禾", "Water and soil of Qinghe"];

/// The show's or unit's name for this reader.
pub fn name_of(name: &TwoName, lang: Lang) -> &str {
    let wished = lang.of([&name.hans, &name.hant, &name.hans]);
    if wished.trim().is_empty() { &name.hans } else { wished }
}

fn quoted(lang: Lang, path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    lang.of([format!("“{name}”"), format!("「{name}」"), format!("“{name}”")])
}

pub fn import_failed(lang: Lang, error: &ImportError) -> String {
    match error {
        ImportError::Cancelled => lang.of(CANCELLED).into(),
        ImportError::Read { folder, .. } => {
            let name = quoted(lang, folder);
            lang.of([
                format!("{name}读不了。看看 U 盘是不是拔了，文件夹有没有权限。"),
                format!("{name}無法讀取。看看隨身碟是不是拔了，資料夾有沒有權限。"),
                format!("{name} cannot be read. Is the stick still in, and may you open the folder?"),
            ])
        }
        ImportError::Empty { folder } => {
            let name = quoted(lang, folder);
            lang.of([
                format!("{name}里没有展板内容。要有 committees.csv 或 boards 文件夹。"),
                format!("{name}裡沒有展板內容。要有 committees.csv 或 boards 資料夾。"),
                format!("{name} holds no board content. It needs committees.csv or a boards folder."),
            ])
        }
        ImportError::Media(error) => {
            let (MediaError::Read { name, .. } | MediaError::Store { name, .. }) = error;
            lang.of([
                format!("照片“{name}”存不进照片库。看看磁盘满了没有。"),
                format!("照片「{name}」存不進照片庫。看看磁碟滿了沒有。"),
                format!("The photo “{name}” cannot be stored. Is the disk full?"),
            ])
        }
    }
}

pub fn export_failed(lang: Lang, error: &ExportError) -> String {
    match error {
        ExportError::Cancelled => lang.of(CANCELLED).into(),
        ExportError::Write { file, .. } => {
            let name = quoted(lang, file);
            lang.of([
                format!("{name}写不进去。它可能正被别的程序打开，或者文件夹不能写。换个地方再导出。"),
                format!("{name}寫不進去。它可能正被別的程式開啟，或者資料夾不能寫。換個地方再匯出。"),
                format!(
                    "{name} cannot be written. It may be open elsewhere, or the folder is locked. Try another place."
                ),
            ])
        }
        ExportError::DiskTooSmall { needed, free, .. } => {
            let (needed, free) = (bytes(*needed), bytes(*free));
            lang.of([
                format!("磁盘不够：要 {needed}，只剩 {free}。腾出地方，或者换个磁盘。"),
                format!("磁碟不夠：要 {needed}，只剩 {free}。騰出空間，或者換個磁碟。"),
                format!("The disk is too small: {needed} needed, {free} free. Make room or choose another disk."),
            ])
        }
        ExportError::Build(reason) => lang.of([
            format!("PDF 没有做成：{reason}"),
            format!("PDF 沒有做成：{reason}"),
            format!("The PDF could not be made: {reason}"),
        ]),
    }
}

/// "18.2 MB"
pub fn bytes(count: u64) -> String {
    let count = count as f64;
    match count {
        ..1e6 => format!("{:.0} KB", (count / 1e3).max(1.0)),
        ..1e9 => format!("{:.1} MB", count / 1e6),
        _ => format!("{:.1} GB", count / 1e9),
    }
}

pub fn state(state: BoardState) -> Words {
    match state {
        BoardState::Draft => ["制作中", "製作中", "Draft"],
        BoardState::SelfChecked => ["已自检", "已自檢", "Self-checked"],
        BoardState::Submitted => ["已送审", "已送審", "Submitted"],
        BoardState::InReview => ["审阅中", "審閱中", "In review"],
        BoardState::Returned => ["退回修改", "退回修改", "Returned"],
        BoardState::Approved => ["已通过", "已核可", "Approved"],
        BoardState::SentToShop => ["已送厂", "已送廠", "Sent to shop"],
        BoardState::Printed => ["已印好", "已印好", "Printed"],
        BoardState::Standing => ["已立起", "已就位", "Standing"],
    }
}

/// The name of a slot by its role: `photo.2` is a photo.
pub fn role(role: &str) -> Words {
    match role {
        "title" => ["标题", "標題", "Title"],
        "subtitle" | "sub" => ["副题", "副題", "Subtitle"],
        "couplet" => ["对联", "對聯", "Couplet"],
        "heading" | "head" => ["小标题", "小標題", "Heading"],
        "lead" => ["导语", "導語", "Lead"],
        "body" => ["正文", "內文", "Body text"],
        "quote" => ["引语", "引言", "Quote"],
        "number" => ["大数字", "大數字", "Big number"],
        "photo" => ["照片", "照片", "Photo"],
        "credits" | "credit" => ["落款", "落款", "Credits"],
        "qr" => ["二维码", "QR 碼", "QR code"],
        "table" => ["表格", "表格", "Table"],
        "step" => ["步骤", "步驟", "Step"],
        "change" => ["前后对比", "前後對比", "Before and after"],
        "slogan" => ["口号", "口號", "Slogan"],
        "seal" => ["印章", "印章", "Seal"],
        _ => ["文字", "文字", "Text"],
    }
}

pub fn boards(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 块展板"),
        format!("{count} 塊展板"),
        format!("{count} boards"),
    ])
}

pub fn boards_short(lang: Lang, count: usize) -> String {
    lang.of([format!("{count} 块"), format!("{count} 塊"), format!("{count} boards")])
}

pub fn units(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 个单位"),
        format!("{count} 個單位"),
        format!("{count} units"),
    ])
}

pub fn waiting(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 块待审"),
        format!("{count} 塊待審"),
        format!("{count} waiting"),
    ])
}

pub fn errors(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 个错误"),
        format!("{count} 個錯誤"),
        format!("{count} errors"),
    ])
}

pub fn warnings(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 个提醒"),
        format!("{count} 個提醒"),
        format!("{count} warnings"),
    ])
}

pub fn with_count(lang: Lang, words: Words, count: usize) -> String {
    format!("{} {count}", lang.of(words))
}

pub fn sharp_to(lang: Lang, cm: f64) -> String {
    lang.of([
        format!("印到 {cm:.0} cm 宽仍清晰"),
        format!("印到 {cm:.0} cm 寬仍清晰"),
        format!("Sharp up to {cm:.0} cm wide"),
    ])
}

pub fn blurry(lang: Lang, sharp_cm: f64, printed_cm: f64) -> String {
    lang.of([
        format!("清晰宽度 {sharp_cm:.0} cm，画框 {printed_cm:.0} cm"),
        format!("清晰寬度 {sharp_cm:.0} cm，相框 {printed_cm:.0} cm"),
        format!("Sharp up to {sharp_cm:.0} cm, frame {printed_cm:.0} cm"),
    ])
}

pub fn take(lang: Lang, character: char) -> String {
    lang.of([
        format!("用 {character}"),
        format!("用 {character}"),
        format!("Use {character}"),
    ])
}

pub fn in_doubt(lang: Lang, character: char) -> String {
    lang.of([
        format!("“{character}”存疑"),
        format!("「{character}」存疑"),
        format!("“{character}” is undecided"),
    ])
}

pub fn delete_question(lang: Lang, name: &str) -> String {
    lang.of([
        format!("删除“{name}”？"),
        format!("刪除「{name}」？"),
        format!("Delete “{name}”?"),
    ])
}

pub const DELETE_CONSEQUENCE: Words = [
    "它的文字、照片位置和广场上的位置一起去掉；照片文件还在照片库里。可以撤销。",
    "它的文字、照片位置和廣場上的位置一起移除；照片檔案還在照片庫裡。可以復原。",
    "Its text, its photo places and its stand in the plaza go with it; the photos stay. You can undo this.",
];

pub fn deleted(lang: Lang, name: &str) -> String {
    lang.of([
        format!("已删除“{name}”"),
        format!("已刪除「{name}」"),
        format!("Deleted “{name}”"),
    ])
}

pub fn photos_taken(lang: Lang, count: usize) -> String {
    lang.of([
        format!("收进 {count} 张照片"),
        format!("收進 {count} 張照片"),
        format!("{count} photos added"),
    ])
}

pub fn must_mend(lang: Lang, errors: usize) -> String {
    if errors == 0 {
        return lang.of(["可以交付".into(), "可以交付".into(), "Ready to hand over".into()]);
    }
    lang.of([
        format!("还有 {errors} 个错误，改好才能交付"),
        format!("還有 {errors} 個錯誤，改好才能交付"),
        format!("{errors} errors to mend before hand-over"),
    ])
}

pub fn checked(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 块已检查"),
        format!("{count} 塊已檢查"),
        format!("{count} boards checked"),
    ])
}

pub fn jobs_running(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 项进行中，可以继续做别的"),
        format!("{count} 項進行中，可以繼續做別的"),
        format!("{count} under way; you can go on working"),
    ])
}
