//! Words of handing in, bringing in and the bin.

use crate::app::words::Words;
use crate::base::Lang;

pub const PACK: Words = ["打包交稿…", "打包交稿…", "Pack to hand in…"];
pub const PACK_HELP: Words = [
    "把整个展览或一个单位的展板做成一个文件，照片都带上，遮住的地方不外传",
    "把整個展覽或一個單位的展板做成一個檔案，照片都帶上，遮住的地方不外傳",
    "The exhibition or one unit's boards as one file, photos and all; what masks hide stays here",
];
pub const BRING: Words = ["收进展板包…", "匯入展板包…", "Bring in a pack…"];
pub const BRING_HELP: Words = [
    "把别处交来的展板合进来，先看清哪些新、哪些改过",
    "把別處交來的展板合進來，先看清哪些新、哪些改過",
    "Merges boards handed in elsewhere; shows first what is new and what has changed",
];
pub const BRING_SHOW: Words = [
    "从另一个展览收进…",
    "從另一個展覽匯入…",
    "Bring in from another exhibition…",
];
pub const BRING_SHOW_HELP: Words = [
    "从另一个 .zhanban 文件夹收展板，那边开着也行",
    "從另一個 .zhanban 資料夾匯入展板，那邊開著也行",
    "Takes boards out of another .zhanban folder, even one that is open",
];
pub const COPY: Words = ["另存一份到…", "另存一份到…", "Save a copy to…"];
pub const COPY_HELP: Words = [
    "整个展览拷到U盘或别的文件夹，写完逐个核对",
    "整個展覽複製到隨身碟或別的資料夾，寫完逐個核對",
    "The whole exhibition to a stick or folder; every file is read back",
];
pub const LEDGER_BOOK: Words = ["台账存为 Excel…", "清冊存為 Excel…", "Ledger as Excel…"];
pub const LEDGER_BOOK_HELP: Words = [
    "展板清单和各单位进度，两张表",
    "展板清單和各單位進度，兩張表",
    "The boards, and the units by state: two sheets",
];
pub const PRINT_BOARD: Words = ["打印这一块…", "列印這一塊…", "Print this board…"];
pub const PRINT_BOARD_HELP: Words = [
    "做成 PDF，用系统的看图程序打开，从那里打印",
    "做成 PDF，用系統的閱讀程式開啟，從那裡列印",
    "Opens it as a PDF in the system's viewer, to print from there",
];
pub const LOGS: Words = ["打开日志文件夹", "開啟記錄資料夾", "Open the log folder"];
pub const LOGS_HELP: Words = [
    "出了问题时，把里面的文件交给技术人员；不含展板文字和照片",
    "出了問題時，把裡面的檔案交給技術人員；不含展板文字和照片",
    "For whoever looks into a problem; holds no texts or photos",
];
pub const RECENT: Words = ["最近打开", "最近開啟", "Recent"];
pub const NOT_THERE: Words = [
    "现在找不到：U盘没插，或者改名、移走了。插上U盘再试；不要了就点右边的叉。",
    "現在找不到：隨身碟沒插，或者改名、移走了。插上隨身碟再試；不要了就點右邊的叉。",
    "Not found now: the stick is out, or it was renamed or moved. Plug it in and try again, or take it off the list.",
];
pub const FORGET: Words = ["从最近打开里去掉", "從最近開啟裡移除", "Take off the list"];
pub const ELSEWHERE: Words = ["存到别处…", "存到別處…", "Save elsewhere…"];
pub const WHERE_PACK: Words = ["展板包存到哪个文件夹", "展板包存到哪個資料夾", "Folder for the pack"];
pub const WHICH_PACK: Words = [
    "收哪个展板包（.zbpack）",
    "匯入哪個展板包（.zbpack）",
    "Which pack (.zbpack)",
];
pub const WHICH_SHOW: Words = [
    "从哪个展览文件夹收（.zhanban）",
    "從哪個展覽資料夾匯入（.zhanban）",
    "Which exhibition folder (.zhanban)",
];
pub const WHERE_COPY: Words = ["另存到哪个文件夹", "另存到哪個資料夾", "Folder for the copy"];
pub const WHERE_LEDGER: Words = ["台账存到哪个文件夹", "清冊存到哪個資料夾", "Folder for the ledger"];
pub const PACKING: Words = ["打包", "打包", "Packing"];
pub const READING: Words = ["读展板包", "讀取展板包", "Reading the pack"];
pub const BRINGING: Words = ["收进展板", "匯入展板", "Bringing boards in"];
pub const COPYING: Words = ["另存一份", "另存一份", "Saving a copy"];
pub const VIEWING: Words = ["准备打印", "準備列印", "Making ready to print"];

pub const WHAT_TO_PACK: Words = ["打包什么", "打包什麼", "What to pack"];
pub const WHOLE: Words = ["整个展览", "整個展覽", "The whole exhibition"];
pub const ONE_UNIT: Words = ["一个单位的展板", "一個單位的展板", "One unit's boards"];
pub const PACK_HINT: Words = [
    "版式、词表和用到的照片都带上。遮住的人脸、证件已经改在照片里，原照片不会交出去。写完会逐项读回来核对。",
    "版式、詞表和用到的照片都帶上。遮住的人臉、證件已經改在照片裡，原照片不會交出去。寫完會逐項讀回來核對。",
    "Templates, words and the photos in use go along. Masked faces and papers are worked into the photos; the originals stay here. Every entry is read back.",
];
pub const GO_ON: Words = ["选文件夹…", "選擇資料夾…", "Choose folder…"];

pub const DOOR: Words = ["这是一个展板包", "這是一個展板包", "This is a pack of boards"];
pub const DOOR_HINT: Words = [
    "收进现在的展览：合到一起，先看哪些新、哪些改过。另开一个：当作单独的展览打开，两边互不相干。",
    "匯入現在的展覽：合到一起，先看哪些新、哪些改過。另開一個：當作單獨的展覽開啟，兩邊互不相干。",
    "Bring in: merged with the open exhibition, after a look at what is new. Open: an exhibition of its own.",
];
pub const OPEN_OWN: Words = ["另开一个展览", "另開一個展覽", "Open as an exhibition"];
pub const BRING_HERE: Words = ["收进现在的展览", "匯入現在的展覽", "Bring into this one"];

pub const NOTHING: Words = [
    "两边一样，没有要收的。",
    "兩邊一樣，沒有要匯入的。",
    "Both sides are the same; there is nothing to bring in.",
];
pub const BRING_HINT: Words = [
    "勾上的收进来，可以一步撤销。两边改了不同的地方会合在一起；改了同一处的列在下面，点哪边用哪边。",
    "勾選的會匯入，可以一步復原。兩邊改了不同的地方會合在一起；改了同一處的列在下面，點哪邊用哪邊。",
    "Ticked ones come in, one step of undo. Changes in different places are joined; where both changed one place, click the side to use.",
];
pub const TAKE_IN: Words = ["收进来", "匯入", "Bring in"];
pub const ALL_OF_THEM: Words = ["全收", "全部匯入", "All"];
pub const NONE_OF_THEM: Words = ["全不收", "全不匯入", "None"];
pub const HERE: Words = ["这边", "這邊", "Here"];
pub const THERE: Words = ["那边", "那邊", "There"];
pub const JOIN: Words = ["合在一起", "合在一起", "Join"];
pub const REPLACE: Words = ["换成那边的", "換成那邊的", "Replace ours"];
pub const SECOND: Words = ["另存一份", "另存一份", "As a second board"];
pub const APPROVED: Words = ["这边已通过", "這邊已核可", "Approved here"];
pub const REST: Words = ["展览设置、词表等", "展覽設定、詞表等", "Settings, words and the like"];

pub const BIN: Words = ["回收站", "回收桶", "Bin"];
pub const BIN_EMPTY: Words = [
    "回收站是空的。删掉的展板在这里放 30 天，随时可以找回。",
    "回收桶是空的。刪掉的展板在這裡放 30 天，隨時可以找回。",
    "The bin is empty. Deleted boards wait here for 30 days and can come back any time.",
];
pub const RESTORE: Words = ["放回原处", "放回原處", "Put back"];
pub const EMPTY_BIN: Words = ["清空回收站…", "清空回收桶…", "Empty the bin…"];
pub const FOR_GOOD: Words = ["彻底删除", "徹底刪除", "Delete for good"];
pub const DELETED_ON: Words = ["删除日期", "刪除日期", "Deleted"];
pub const CAME_FROM: Words = ["原来的位置", "原來的位置", "Was at"];
pub const DAYS_LEFT: Words = ["还能放", "還能放", "Kept for"];
pub const GOOD_HINT: Words = [
    "彻底删除以后只能用“撤销”找回，关掉程序就找不回来了。照片还在照片库里。",
    "徹底刪除以後只能用「復原」找回，關掉程式就找不回來了。照片還在照片庫裡。",
    "After this only Undo brings them back, and not after closing. The photos stay in the library.",
];

pub fn days(lang: Lang, count: i64) -> String {
    lang.of([format!("{count} 天"), format!("{count} 天"), format!("{count} days")])
}

/// "No. 12 · 2 plazas"
pub fn came_from(lang: Lang, number: usize, places: usize) -> String {
    let place = lang.of([
        format!("第 {number} 号"),
        format!("第 {number} 號"),
        format!("No. {number}"),
    ]);
    if places == 0 {
        return place;
    }
    format!(
        "{place} · {}",
        lang.of(["广场上有位置", "廣場上有位置", "stood in the plaza"])
    )
}

pub fn for_good(lang: Lang, count: usize) -> String {
    lang.of([
        format!("彻底删除这 {count} 块展板？"),
        format!("徹底刪除這 {count} 塊展板？"),
        format!("Delete these {count} boards for good?"),
    ])
}

pub fn put_back(lang: Lang, title: &str) -> String {
    lang.of([
        format!("“{title}”已放回原处"),
        format!("「{title}」已放回原處"),
        format!("“{title}” is back in its place"),
    ])
}

pub fn bring_from(lang: Lang, name: &str) -> String {
    lang.of([
        format!("从“{name}”收进来"),
        format!("從「{name}」匯入"),
        format!("Bring in from “{name}”"),
    ])
}

/// "By 王芳, 2026-11-28 02:10 (UTC)"
pub fn packed_by(lang: Lang, by: &str, at: &str) -> String {
    let at = at.get(..16).unwrap_or(at).replace('T', " ");
    match (by.is_empty(), at.is_empty()) {
        (true, true) => String::new(),
        (true, false) => lang.of([
            format!("{at}（世界时）打的包"),
            format!("{at}（世界時）打的包"),
            format!("Packed {at} (UTC)"),
        ]),
        (false, _) => lang.of([
            format!("{by} 于 {at}（世界时）打的包"),
            format!("{by} 於 {at}（世界時）打的包"),
            format!("Packed by {by}, {at} (UTC)"),
        ]),
    }
}
