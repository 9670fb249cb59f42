//! Words of the text panel.

use crate::app::words::Words;
use crate::base::Lang;
use crate::script::Slip;

pub const FIND: Words = ["查找替换", "尋找取代", "Find"];
pub const CLEAN: Words = ["清理", "清理", "Clean up"];
pub const OPEN: Words = ["多义字", "多義字", "Characters"];
pub const WORDS: Words = ["词表", "詞表", "Words"];
pub const STYLES: Words = ["样式", "樣式", "Styles"];
pub const STYLES_EMPTY: Words = [
    "先打开一块展板，这里列出它的版式共用的样式",
    "先打開一塊展板，這裡列出它的版式共用的樣式",
    "Open a board: the styles of its template are listed here",
];
pub const STYLES_HINT: Words = [
    "同一版式的展板共用这些样式。选中一段文字再点样式，就用上它；没有选中时，跳到用它的地方。",
    "同一版式的展板共用這些樣式。選取一段文字再點樣式，就用上它；沒有選取時，跳到用它的地方。",
    "All boards of a template share these. With a text chosen, a click gives it the style; else it leads to where it is used.",
];
pub const LINE: Words = ["行距", "行距", "line"];
pub const JUSTIFY: Words = ["两端对齐", "左右對齊", "justified"];
pub const START: Words = ["左对齐", "靠左", "left"];
pub const CENTRE: Words = ["居中", "置中", "centred"];
pub const END: Words = ["右对齐", "靠右", "right"];
pub const SPREAD: Words = ["分散对齐", "分散對齊", "spread"];

/// "3 places"; nothing where no element has it: labels may.
pub fn used(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Hans, _) => format!("用了 {count} 处"),
        (Lang::Hant, _) => format!("用了 {count} 處"),
        (Lang::En, 1) => "1 place".into(),
        (Lang::En, _) => format!("{count} places"),
    }
}

pub const FIND_WHAT: Words = ["查找文字", "尋找文字", "Find text"];
pub const REPLACE_BY: Words = ["替换成", "取代為", "Replace by"];
pub const BOTH_SCRIPTS: Words = ["简繁都找", "簡繁都找", "Both scripts"];
pub const MIND_CASE: Words = ["区分大小写", "區分大小寫", "Match case"];
pub const FIND_EMPTY: Words = [
    "输入要找的字词，所有展板的简体、繁体都会找。\n替换前先列出每一处，可以逐处勾选，也可以撤销。",
    "輸入要找的字詞，所有展板的簡體、繁體都會找。\n取代前先列出每一處，可以逐處勾選，也可以復原。",
    "Type what to find: all boards are searched, in both scripts.\nEvery place is listed first, and replacing is one step to undo.",
];
pub const NOT_FOUND: Words = [
    "所有展板里都没有这个字词",
    "所有展板裡都沒有這個字詞",
    "No board has this text",
];
pub const CLEAN_HINT: Words = [
    "粘贴和输入留下的小毛病。有把握的已勾选，拿不准的请逐条看。",
    "貼上和輸入留下的小毛病。有把握的已勾選，拿不準的請逐條看。",
    "Slips left by pasting and typing. Sure ones are ticked; please look at the others.",
];
pub const CLEAN_EMPTY: Words = ["文字都很干净", "文字都很乾淨", "The texts are clean"];
pub const OPEN_HINT: Words = [
    "这些字转换后可能是不同的字。点一下定下来，前后文相同的一起定。",
    "這些字轉換後可能是不同的字。點一下定下來，前後文相同的一起定。",
    "Each of these may become one of several characters. One click settles it, and all with the same neighbours.",
];
pub const OPEN_EMPTY: Words = ["没有需要定的字", "沒有需要定的字", "Nothing to settle"];
pub const TAKE: Words = ["用", "用", "Take"];
pub const TO_WORDS: Words = [
    "加入词表，以后都这样写",
    "加入詞表，以後都這樣寫",
    "Add to the word list",
];
pub const WORDS_HINT: Words = [
    "人名、地名、单位名和固定说法。两种写法都写明，转换时先看这里。",
    "人名、地名、單位名和固定說法。兩種寫法都寫明，轉換時先看這裡。",
    "Names and set phrases with both ways of writing. Conversion looks here first.",
];
pub const WORDS_EMPTY: Words = [
    "词表还是空的。\n在上面写一对，或从表格文件（CSV）导入。",
    "詞表還是空的。\n在上面寫一對，或從表格檔案（CSV）匯入。",
    "No words yet.\nWrite a pair above, or bring in a table (CSV).",
];
pub const ADD: Words = ["加入", "加入", "Add"];
pub const SEARCH_WORDS: Words = ["找词", "找詞", "Find words"];
pub const WORDS_IN: Words = ["导入词表（CSV）", "匯入詞表（CSV）", "Bring in words (CSV)"];
pub const WORDS_OUT: Words = ["导出词表（CSV）", "匯出詞表（CSV）", "Save words (CSV)"];

pub fn slip(slip: Slip) -> Words {
    match slip {
        Slip::Debris => ["网页残留", "網頁殘留", "Debris"],
        Slip::Mark => ["标点", "標點", "Marks"],
        Slip::Quote => ["引号", "引號", "Quotes"],
        Slip::Space => ["空格", "空格", "Spaces"],
        Slip::Wide => ["全角数字", "全形數字", "Wide figures"],
        Slip::Doubled => ["重复", "重複", "Doubled"],
    }
}

pub fn found(lang: Lang, places: usize, boards: usize) -> String {
    lang.of([
        format!("{places} 处，在 {boards} 块展板上"),
        format!("{places} 處，在 {boards} 塊展板上"),
        format!("{places} on {boards} boards"),
    ])
}

pub fn mend(lang: Lang, places: usize) -> String {
    lang.of([
        format!("改 {places} 处"),
        format!("改 {places} 處"),
        format!("Change {places}"),
    ])
}

pub fn mended(lang: Lang, places: usize, boards: usize) -> String {
    lang.of([
        format!("改了 {places} 处，在 {boards} 块展板上"),
        format!("改了 {places} 處，在 {boards} 塊展板上"),
        format!("Changed {places} on {boards} boards"),
    ])
}

pub fn alike(lang: Lang, places: usize) -> String {
    lang.of([
        format!("相同 {places} 处"),
        format!("相同 {places} 處"),
        format!("{places} alike"),
    ])
}

pub fn settled(lang: Lang, places: usize) -> String {
    lang.of([
        format!("定了 {places} 处"),
        format!("定了 {places} 處"),
        format!("Settled {places}"),
    ])
}

pub fn word_gone(lang: Lang, word: &str) -> String {
    lang.of([
        format!("词表里去掉了“{word}”"),
        format!("詞表裡去掉了「{word}」"),
        format!("“{word}” taken off the list"),
    ])
}

pub fn words_taken(lang: Lang, words: usize, skipped: usize) -> String {
    let taken = lang.of([
        format!("词表收进 {words} 对"),
        format!("詞表匯入 {words} 對"),
        format!("{words} pairs taken in"),
    ]);
    if skipped == 0 {
        return taken;
    }
    let rest = lang.of([
        format!("，{skipped} 行缺一边，没有收"),
        format!("，{skipped} 行缺一邊，沒有收"),
        format!(", {skipped} rows lacked one side and were left out"),
    ]);
    taken + &rest
}
