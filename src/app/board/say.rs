//! Words of the board workspace that nobody else needs.

use crate::app::session::Workspace;
use crate::app::words::Words;
use crate::base::{Consent, Lang, PhotoFacts, PhotoFormat};
use crate::check::Sharpness;
use crate::model::Scripts;

pub const CANVAS: Words = ["画布", "畫布", "Canvas"];
pub const LAYERS: Words = ["图层", "圖層", "Layers"];
pub const THIS_UNIT: Words = ["本单位", "本單位", "This unit"];
pub const ON_THIS_BOARD: Words = ["本板", "本板", "On this board"];
pub const NO_BOARD_FOUND: Words = ["没有这样的展板", "沒有這樣的展板", "No such board"];
pub const NO_PHOTO_FOUND: Words = ["没有这样的照片", "沒有這樣的照片", "No such photo"];
pub const IN_TRAY: Words = [
    "这个版式里没有它的位置，还没有放到板上。",
    "這個版式裡沒有它的位置，還沒有放到板上。",
    "The template has no place for it; it is not on the board yet.",
];
pub const PUT_ON_BOARD: Words = ["放到板上", "放到板上", "Put on the board"];
pub const PUT_HERE: Words = ["放在这里", "放在這裡", "Put it here"];
pub const SWAP_FOR_THIS: Words = ["换成这一张", "換成這一張", "Show this one instead"];
pub const ADD_AS_NEW: Words = ["加为新的照片", "加為新的照片", "Add as a new photo"];
pub const HINT_CROP: Words = [
    "拖动照片 · 滚轮放大 · Esc 完成",
    "拖曳照片 · 滾輪放大 · Esc 完成",
    "Drag the photo · wheel enlarges · Esc when done",
];
pub const HINT_AREAS: Words = [
    "拖动挪位 · 拖角改大小 · 空处拖出新的 · Delete 去掉 · Esc 完成",
    "拖曳移位 · 拖角改大小 · 空處拖出新的 · Delete 去掉 · Esc 完成",
    "Drag to move · corners resize · drag beside it for a new one · Delete removes · Esc when done",
];
pub const HINT_CHOSEN: Words = [
    "方向键 1 mm · Shift 10 mm · Ctrl 0.1 mm · 回车改内容 · Alt 拖动复制",
    "方向鍵 1 mm · Shift 10 mm · Ctrl 0.1 mm · Enter 改內容 · Alt 拖曳複製",
    "Arrows 1 mm · Shift 10 · Ctrl 0.1 · Enter edits · Alt-drag copies",
];
pub const HINT_MOVE: Words = [
    "Shift 走直线 · Ctrl 不吸附 · Esc 放回去",
    "Shift 走直線 · Ctrl 不吸附 · Esc 放回去",
    "Shift keeps it straight · Ctrl without snapping · Esc puts it back",
];
pub const HINT_RESIZE: Words = [
    "Shift 保持比例 · Ctrl 不吸附 · Esc 还原",
    "Shift 保持比例 · Ctrl 不吸附 · Esc 還原",
    "Shift keeps the shape · Ctrl without snapping · Esc puts it back",
];
pub const HINT_KEPT: Words = [
    "保持比例 · Shift 自由拉伸框 · Esc 还原",
    "保持比例 · Shift 自由拉伸框 · Esc 還原",
    "Keeps the shape · Shift frees the frame · Esc puts it back",
];
pub const HINT_EMBLEM: Words = [
    "徽标保持比例 · Esc 还原",
    "標誌保持比例 · Esc 還原",
    "An emblem keeps its shape · Esc puts it back",
];
pub const HINT_END: Words = [
    "拖到哪里线就到哪里 · Shift 走 45° · Ctrl 不吸附 · Esc 还原",
    "拖到哪裡線就到哪裡 · Shift 走 45° · Ctrl 不吸附 · Esc 還原",
    "The line follows · Shift in steps of 45° · Ctrl without snapping · Esc puts it back",
];
pub const HINT_TURN: Words = [
    "Shift 每 15° 一步 · Ctrl 不吸附 · Esc 还原",
    "Shift 每 15° 一步 · Ctrl 不吸附 · Esc 還原",
    "Shift in steps of 15° · Ctrl without snapping · Esc puts it back",
];
pub const HINT_GROW: Words = [
    "都按原来的比例变大变小，对角不动 · Esc 还原",
    "都按原來的比例變大變小，對角不動 · Esc 還原",
    "All of them grow in their own shape from the opposite corner · Esc puts them back",
];
pub const HINT_GUIDE: Words = [
    "拖回标尺就去掉 · Ctrl 不吸附 · Esc 还原 · 双击填准确位置",
    "拖回尺規就去掉 · Ctrl 不吸附 · Esc 還原 · 按兩下填準確位置",
    "Back on the ruler it goes away · Ctrl without snapping · double-click to type its place",
];
pub const HINT_WRITE: Words = [
    "点别处或按 Esc 收好 · Tab 到下一段文字 · Ctrl Z 撤销 · 选中几个字可以改样子",
    "點別處或按 Esc 收好 · Tab 到下一段文字 · Ctrl Z 復原 · 選取幾個字可以改樣子",
    "Click elsewhere or Esc when done · Tab: next text · Ctrl Z undoes · choose words to change their look",
];
pub const PART_BOLD: Words = ["所选字加粗", "所選字加粗", "Chosen words bold"];
pub const PART_UNDERLINE: Words = ["所选字加下划线", "所選字加底線", "Chosen words underlined"];
pub const PART_DOTS: Words = ["所选字加着重号", "所選字加著重號", "Chosen words with dots"];
pub const PART_LARGER: Words = ["所选字放大", "所選字放大", "Chosen words larger"];
pub const PART_SMALLER: Words = ["所选字缩小", "所選字縮小", "Chosen words smaller"];
pub const PART_COLOUR: Words = ["所选字的颜色", "所選字的顏色", "Colour of the chosen words"];
pub const HISTORY: Words = ["历史", "歷史", "History"];
pub const NO_HISTORY: Words = [
    "打开以后还没有改动",
    "開啟以後還沒有改動",
    "Nothing has been changed since it was opened",
];
pub const AS_OPENED: Words = ["打开时", "開啟時", "As opened"];
pub const TAB: Words = ["标签", "標籤", "Tab"];
pub const SHUT_TAB: Words = ["关上", "關上", "Close"];
pub const HINT_SWAP: Words = [
    "拖到另一张照片上就互换 · Ctrl 只挪动 · Esc 放回去",
    "拖到另一張照片上就互換 · Ctrl 只移動 · Esc 放回去",
    "On another photo the two change places · Ctrl only moves · Esc puts it back",
];
pub const SWAP_HERE: Words = ["互换两张照片", "互換兩張照片", "Swap the two photos"];
pub const SWAPPED: Words = [
    "两张照片连同说明互换了",
    "兩張照片連同圖說互換了",
    "The two photos changed places with their captions",
];
pub const FIND_FILE: Words = ["找回文件…", "找回檔案…", "Find the file…"];
pub const FIND_FILE_HELP: Words = [
    "选原来的照片文件；选了别的一张，会换上并提醒",
    "選原來的照片檔案；選了別的一張，會換上並提醒",
    "Choose the photo's file; another photo takes its place, and you are told",
];
pub const CREDIT: Words = ["出处与同意", "出處與同意", "Credit and consent"];
pub const AUTHOR: Words = ["摄影", "攝影", "Photographer"];
pub const CONSENT: Words = ["肖像同意、授权", "肖像同意、授權", "Consent or licence"];
pub const CREDIT_NOTE: Words = ["备注", "備註", "Note"];

pub fn consent(consent: Consent) -> Words {
    match consent {
        Consent::Unknown => ["没有问过", "沒有問過", "Not asked"],
        Consent::Yes => ["同意", "同意", "Given"],
        Consent::No => ["不同意", "不同意", "Refused"],
        Consent::NotNeeded => ["不需要", "不需要", "Not needed"],
    }
}

pub const VIEW: Words = ["画布上显示什么", "畫布上顯示什麼", "What the canvas shows"];
pub const RULER_ACROSS: Words = ["横标尺", "橫尺規", "Ruler across"];
pub const RULER_DOWN: Words = ["竖标尺", "直尺規", "Ruler down"];
pub const RULER_HELP: Words = [
    "单位厘米；从这里拖出参考线",
    "單位公分；從這裡拖出參考線",
    "In centimetres; drag a guide out of it",
];
pub const NEW_GUIDE: Words = ["在这里加参考线…", "在這裡加參考線…", "New guide here…"];
pub const GUIDE_PLACE: Words = ["参考线位置", "參考線位置", "Place of the guide"];
pub const DROP_GUIDE: Words = ["去掉这条参考线", "去掉這條參考線", "Take this guide away"];
pub const GUIDE_DONE: Words = ["完成", "完成", "Done"];
pub const LEAVE_FAR: Words = ["回到平时的大小", "回到平時的大小", "Back to the usual size"];
pub const CARD_SIZE: Words = ["卡片大小", "卡片大小", "Card size"];
pub const CARD_HELP: Words = [
    "把银行卡贴在屏幕上，拖动滑块，让图上的卡片和它一样大。以后 1:1 就和印出来一样大。",
    "把金融卡貼在螢幕上，拖曳滑桿，讓圖上的卡片和它一樣大。以後 1:1 就和印出來一樣大。",
    "Hold a bank card to the screen and move the slider until the drawn card is as large. Then 1:1 is as large as printed.",
];
pub const CHOOSE_SEVERAL: Words = [
    "先选中两样以上：按住 Shift 点，或者拖个框",
    "先選取兩樣以上：按住 Shift 點，或者拖個框",
    "Choose two or more first: Shift-click, or drag a frame",
];
pub const LOOK_COPIED: Words = [
    "样式记下了；选中别的，按 Ctrl Alt V 套用",
    "樣式記下了；選取別的，按 Ctrl Alt V 套用",
    "Look copied; choose others and press Ctrl Alt V",
];
pub const NO_LOOK: Words = ["还没有复制样式", "還沒有複製樣式", "No look has been copied yet"];
pub const LOOK_FITS_NONE: Words = [
    "这种样式用不到选中的东西上，或者已经一样了",
    "這種樣式用不到選取的東西上，或者已經一樣了",
    "That look does not suit what is chosen, or it looks so already",
];

/// "From 5 m: 3 places too small to read"
pub fn unreadable(lang: Lang, metres: f64, count: usize) -> String {
    match count {
        0 => lang.of([
            format!("从 {metres} 米看：文字都看得清"),
            format!("從 {metres} 公尺看：文字都看得清"),
            format!("From {metres} m: all text can be read"),
        ]),
        _ => lang.of([
            format!("从 {metres} 米看：{count} 处字太小，看不清"),
            format!("從 {metres} 公尺看：{count} 處字太小，看不清"),
            format!("From {metres} m: {count} texts are too small to read"),
        ]),
    }
}

pub fn metres(lang: Lang, metres: f64) -> String {
    lang.of([format!("{metres} 米"), format!("{metres} 公尺"), format!("{metres} m")])
}
pub const EMPTY_BOARD: Words = [
    "这块板上还没有东西。按 T 加文字，或者把照片拖上来。",
    "這塊板上還沒有東西。按 T 加文字，或者把照片拖上來。",
    "Nothing on this board yet. Press T for text, or drag photos onto it.",
];
pub const SHOWN_SCRIPT: Words = ["画布上看", "畫布上看", "Script on the canvas"];
pub const SEVERAL: Words = [
    "一起移动、复制、删除",
    "一起移動、複製、刪除",
    "Move, copy or delete them together",
];
pub const STYLE: Words = ["样式", "樣式", "Style"];
pub const TYPE_SIZE: Words = ["字号", "字級", "Type size"];
pub const WEIGHT: Words = ["加粗", "加粗", "Bold"];
pub const UNDERLINE: Words = ["下划线", "底線", "Underline"];
pub const TYPEFACE: Words = ["字体", "字體", "Typeface"];
pub const EMPHASIS: Words = ["着重号", "著重號", "Emphasis dots"];
pub const READING: Words = ["注音", "注音", "Reading"];
pub const READING_HINT: Words = [
    "拼音或注音符号，音节之间空一格，回车确定；留空则去掉。",
    "拼音或注音符號，音節之間空一格，按 Enter 確定；留空則去掉。",
    "Pinyin or bopomofo, syllables apart by spaces, then Enter; empty takes it away.",
];
pub const SCRIPTS: Words = ["用字", "用字", "Script"];

pub fn scripts(scripts: Option<Scripts>) -> Words {
    match scripts {
        None => ["随版式和展板", "隨版式和展板", "As template and board"],
        Some(Scripts::Hans) => ["只用简体", "只用簡體", "Simplified only"],
        Some(Scripts::Hant) => ["只用繁体", "只用繁體", "Traditional only"],
        Some(Scripts::Stacked) => ["两种上下排", "兩種上下排", "Both, one under the other"],
        Some(Scripts::Beside) => ["两种左右排", "兩種左右排", "Both, side by side"],
    }
}

/// "Chosen: 清水河"
pub fn chosen_words(lang: Lang, words: &str) -> String {
    let most = 12;
    let mut short: String = words.chars().take(most).collect();
    if words.chars().count() > most {
        short.push('…');
    }
    let short = short.replace('\n', " ");
    match lang {
        Lang::Hans => format!("所选文字：{short}"),
        Lang::Hant => format!("所選文字：{short}"),
        Lang::En => format!("Chosen: {short}"),
    }
}
pub const COLOUR: Words = ["颜色", "顏色", "Colour"];
pub const AS_STYLE: Words = ["按样式", "依樣式", "As the style says"];
pub const OF_TEMPLATE: Words = ["随版式", "隨版式", "As the template says"];
pub const MATERIAL: Words = ["材料", "材料", "Material"];
pub const FINISHING: Words = ["后道", "後加工", "Finishing"];
pub const COPIES: Words = ["份数", "份數", "Copies"];
pub const STAND: Words = ["架子", "架子", "Stand"];
pub const PRODUCTION: Words = ["制作要求", "製作要求", "Production"];
pub const REWRITE: Words = ["单独改写", "單獨改寫", "Edit separately"];
pub const FOLLOW: Words = ["改回随原文", "改回隨原文", "Follow the source again"];
pub const SETTLED: Words = ["已选定", "已選定", "Settled"];
pub const WHICH_CHARACTER: Words = ["写哪一个？", "寫哪一個？", "Which one is right?"];
pub const NO_TEXTS: Words = ["这块板上没有文字", "這塊板上沒有文字", "No text on this board"];
pub const SETTLE_FIRST: Words = [
    "这块板上没有存疑的字",
    "這塊板上沒有存疑的字",
    "No undecided character on this board",
];
pub const NOTHING_COPIED: Words = ["还没有拷贝东西", "還沒有拷貝東西", "Nothing has been copied yet"];
pub const LOCKED: Words = [
    "锁住了，先解锁才能挪动",
    "鎖住了，先解鎖才能移動",
    "Locked: unlock it to move it",
];
pub const PLACE_FOR_PHOTO: Words = [
    "先在展板上选一个照片位，再点照片；也可以拖过去",
    "先在展板上選一個照片位，再點照片；也可以拖過去",
    "Choose a photo place first, then click a photo; or drag it there",
];

pub fn several(lang: Lang, count: usize) -> String {
    lang.of([
        format!("选中 {count} 样"),
        format!("選取 {count} 樣"),
        format!("{count} things chosen"),
    ])
}

pub fn pixels(lang: Lang, [w, h]: [u32; 2]) -> String {
    lang.of([
        format!("{w} × {h} 像素"),
        format!("{w} × {h} 像素"),
        format!("{w} × {h} pixels"),
    ])
}

/// Pixels of a photo; a drawing has none.
pub fn measure(lang: Lang, facts: &PhotoFacts) -> String {
    match facts.format {
        PhotoFormat::Svg => lang.of(["SVG 矢量图", "SVG 向量圖", "SVG drawing"]).into(),
        _ => pixels(lang, facts.upright_px()),
    }
}

pub const FROM_CHAT: Words = [
    "可能在聊天软件里被压缩过：请对方发原图，用“文件”发。",
    "可能在聊天軟體裡被壓縮過：請對方傳原圖，用「檔案」傳。",
    "Probably compressed in a chat: ask for the original, sent as a file.",
];

/// How large a photo may be printed, in cm.
pub fn sharp_length(lang: Lang, cm: f64) -> String {
    let cm = cm.floor();
    lang.of([
        format!("长边印到 {cm} 厘米都清楚"),
        format!("長邊印到 {cm} 公分都清楚"),
        format!("Sharp up to {cm} cm along its longer side"),
    ])
}

/// A verdict in words.
pub fn sharpness(lang: Lang, sharpness: Sharpness) -> String {
    let words = match sharpness {
        Sharpness::Good => ["印出来清晰", "印出來清晰", "Prints sharp"],
        Sharpness::Fair => [
            "站着看清晰，近看略糊",
            "站著看清晰，近看略糊",
            "Sharp from the usual distance",
        ],
        Sharpness::Poor => [
            "略糊，请缩小或换大图",
            "略糊，請縮小或換大圖",
            "A little soft: make it smaller",
        ],
        Sharpness::Blurred => [
            "像素不够，印出来会糊",
            "像素不夠，印出來會糊",
            "Too few pixels: prints blurred",
        ],
    };
    lang.of(words).to_string()
}

pub fn copied(lang: Lang, count: usize) -> String {
    lang.of([
        format!("拷贝了 {count} 样"),
        format!("拷貝了 {count} 樣"),
        format!("{count} copied"),
    ])
}

/// A style of a template by its name in the file.
pub fn style(name: &str) -> Words {
    match name {
        "title" => ["标题", "標題", "Title"],
        "subtitle" => ["副题", "副題", "Subtitle"],
        "kicker" => ["眉题", "眉題", "Kicker"],
        "lead" => ["导语", "導語", "Lead"],
        "heading" => ["小标题", "小標題", "Heading"],
        "body" => ["正文", "內文", "Body text"],
        "couplet" => ["对联", "對聯", "Couplet"],
        "caption" | "caption-on" => ["说明文字", "圖說", "Caption"],
        "caption-other" | "caption-on-other" => ["说明文字（另一种字）", "圖說（另一種字）", "Caption, other script"],
        "number" | "number-dark" | "hero-number" => ["大数字", "大數字", "Big number"],
        "label" | "label-dark" | "hero-label" => ["数字说明", "數字說明", "Number label"],
        "quote" | "quote-short" => ["引语", "引言", "Quote"],
        "speaker" | "speaker-short" => ["说话人", "說話人", "Speaker"],
        "credits" => ["落款", "落款", "Credits"],
        "contact" => ["联系方式", "聯絡方式", "Contact"],
        "footer" | "footer-no" | "footer-show" => ["页脚", "頁尾", "Footer"],
        "step" | "item" => ["步骤", "步驟", "Step"],
        "qa" => ["问答", "問答", "Question"],
        "moment" => ["时间点", "時間點", "Moment"],
        "step-text" | "item-text" => ["步骤说明", "步驟說明", "Step text"],
        "tag" => ["角标", "角標", "Tag"],
        "table" => ["表格", "表格", "Table"],
        "table-head" => ["表头", "表頭", "Table head"],
        "call" => ["提示语", "提示語", "Call"],
        "change" => ["前后对比", "前後對比", "Before and after"],
        "change-label" => ["对比说明", "對比說明", "Change label"],
        "chart" => ["图表", "圖表", "Chart"],
        _ => ["文字", "文字", "Text"],
    }
}

/// The way back from a board that was opened elsewhere.
pub fn back(from: Workspace, walks: bool) -> Words {
    match from {
        Workspace::Plaza if walks => ["回到漫步", "回到漫步", "Back to the walk"],
        Workspace::Plaza => ["回到广场", "回到廣場", "Back to the plaza"],
        Workspace::Review => ["回到审阅", "回到審閱", "Back to the review"],
        Workspace::Print => ["回到印制", "回到印製", "Back to printing"],
        Workspace::Overview | Workspace::Board => ["回到总览", "回到總覽", "Back to the overview"],
    }
}

pub const QR_HINT: Words = ["网址或一段文字", "網址或一段文字", "An address or a text"];
pub const BAR: Words = ["画对比条", "畫對比條", "Draw a bar"];
pub const BAR_HELP: Words = [
    "上年和今年各多长，画在数字下面；版式有格子的数字才画",
    "上年和今年各多長，畫在數字下面；版式有格子的數字才畫",
    "Last year against this year, under the figure; drawn where the template shows figures in tiles or a chart",
];
pub const LAST_TIME: Words = ["上年", "上年", "Last"];
pub const THIS_TIME: Words = ["今年", "今年", "This"];
pub const CELLS: Words = ["表格内容", "表格內容", "Cells"];
pub const HAS_HEAD: Words = ["首行是表头", "首列是表頭", "The first row is the head"];
pub const ROW_ABOVE: Words = ["上面加一行", "上面加一列", "Row above"];
pub const ROW_BELOW: Words = ["下面加一行", "下面加一列", "Row below"];
pub const COLUMN_BEFORE: Words = ["左边加一列", "左邊加一欄", "Column before"];
pub const COLUMN_AFTER: Words = ["右边加一列", "右邊加一欄", "Column after"];
pub const DROP_ROW: Words = ["删除这一行", "刪除這一列", "Delete this row"];
pub const DROP_COLUMN: Words = ["删除这一列", "刪除這一欄", "Delete this column"];
pub const TABLE_HELP: Words = [
    "点一格再加减行列；从表格软件复制后在格里粘贴，会从这一格起填满",
    "點一格再增減列欄；從試算表複製後在格裡貼上，會從這一格起填滿",
    "Choose a cell, then add or delete; what is copied from a spreadsheet fills in from the cell it is pasted into",
];

pub fn too_many_cells(lang: Lang, most: usize) -> String {
    match lang {
        Lang::Hans => format!("格子太多，一张表最多 {most} 格。请分成几块展板，或只粘贴要展出的部分。"),
        Lang::Hant => format!("格子太多，一張表最多 {most} 格。請分成幾塊展板，或只貼上要展出的部分。"),
        Lang::En => format!(
            "Too many cells: a table has {most} at most. Paste only what is to be shown, or use several boards."
        ),
    }
}

/// "Row 2, column 3"; the head is row 0.
pub fn cell(lang: Lang, row: usize, column: usize) -> String {
    match (lang, row) {
        (Lang::Hans, 0) => format!("表头第 {} 列", column + 1),
        (Lang::Hant, 0) => format!("表頭第 {} 欄", column + 1),
        (Lang::En, 0) => format!("Head, column {}", column + 1),
        (Lang::Hans, row) => format!("第 {row} 行第 {} 列", column + 1),
        (Lang::Hant, row) => format!("第 {row} 列第 {} 欄", column + 1),
        (Lang::En, row) => format!("Row {row}, column {}", column + 1),
    }
}
