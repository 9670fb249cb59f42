//! Plain words that go along: what is in the package and what to do with it, and which fonts are in the files.

use super::{Earlier, Order};
use crate::base::FontSlot;
use crate::base::say::paper;
use crate::export::Boards;
use crate::layout::{Item, Placed};
use crate::workflow::{JobRow, roll_use, sums};
use std::collections::BTreeSet;

pub const READ_ME_FILE: [&str; 3] = ["请先读我.txt", "請先讀我.txt", "read-me-first.txt"];
pub const FONTS_FILE: [&str; 3] = ["字体与授权.txt", "字型與授權.txt", "fonts-and-licences.txt"];

/// With the mark and the line ends that every Windows editor knows.
pub fn as_file(text: &str) -> Vec<u8> {
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

pub fn read_me(order: &Order<'_>, rows: &[JobRow], boards: &Boards<'_>, earlier: Option<&Earlier>) -> String {
    let lang = order.lang;
    let (copies, area) = sums(rows);
    let show = &order.exhibition.show.title;
    let title = lang.of([&show.hans, &show.hant, &show.hans]);
    let date = &crate::base::utc::now()[..10];
    let about = lang.of(paper::job_about(order.shop_name, date, rows.len(), copies, area));
    let mut text = format!("{title}\n{about}\n\n{}", lang.of(contents(order)));
    for used in roll_use(rows, order.shop) {
        let line = paper::roll(
            &used.material,
            used.roll_mm,
            used.length_mm / 1000.0,
            used.pieces,
            used.waste,
        );
        text.push_str(&format!("\n{}", lang.of(line)));
    }
    if let Some(earlier) = earlier {
        text.push_str(&since(order, boards, earlier));
    }
    if !order.gate.accepted.is_empty() {
        text.push_str(&format!("\n\n{}\n", lang.of(KNOWN)));
        for (finding, why) in &order.gate.accepted {
            let place = finding.place.board.as_deref();
            let place = place.map(|code| format!("{code} ")).unwrap_or_default();
            let reason = lang.of(paper::REASON);
            text.push_str(&format!("- {place}{}\n  {reason}{why}\n", finding.text(lang)));
        }
    }
    text.push('\n');
    text
}

const KNOWN: [&str; 3] = [
    "已知并同意照此付印的地方：",
    "已知並同意照此付印的地方：",
    "Known, and to be printed as they are:",
];

fn contents(order: &Order<'_>) -> [String; 3] {
    let shop = order.shop;
    let scale = shop.scale;
    let [mut hans, mut hant, mut en] = [
        "这个文件夹里有：\n- 印刷文件：每块展板一个文件，文件名开头是序号\n- 印制工单：尺寸、材料、份数、面积，Excel 和 PDF 各一份\n- 展板小样：全部展板的缩略图，印完请逐块核对\n- 背面标签：打印后贴在展板背面，布展时按号摆放\n- 检查报告、字体与授权\n- manifest.json：每个文件的 SHA-256，收到后可以核对\n".to_string(),
        "這個資料夾裡有：\n- 印刷檔案：每塊展板一個檔案，檔名開頭是序號\n- 印製工單：尺寸、材料、份數、面積，Excel 和 PDF 各一份\n- 展板小樣：全部展板的縮圖，印完請逐塊核對\n- 背面標籤：列印後貼在展板背面，佈展時按號擺放\n- 檢查報告、字型與授權\n- manifest.json：每個檔案的 SHA-256，收到後可以核對\n".to_string(),
        "In this folder:\n- print-files: one file a board, its number first\n- Job sheet: sizes, material, copies, area, as a workbook and a PDF\n- Contact sheet: all boards small, to check against when printed\n- Labels: to be stuck on the backs\n- Preflight report, fonts and licences\n- manifest.json: the SHA-256 of every file\n".to_string(),
    ];
    if shop.is_outlined {
        hans.push_str("- 转曲文件：同样的展板，文字已转成曲线，不需要字体\n");
        hant.push_str("- 轉曲檔案：同樣的展板，文字已轉成曲線，不需要字型\n");
        en.push_str("- outlined-files: the same boards with text as outlines\n");
    }
    hans.push_str(&format!("\n文件比例 1:{scale}，出血 {} 毫米，四周白边 {} 毫米。照片保持原样，请不要再压缩。有问题请先打电话，不要自行改动文字。\n", shop.bleed, shop.white_edge));
    hant.push_str(&format!("\n檔案比例 1:{scale}，出血 {} 公釐，四周白邊 {} 公釐。照片保持原樣，請不要再壓縮。有問題請先打電話，不要自行改動文字。\n", shop.bleed, shop.white_edge));
    en.push_str(&format!("\nFiles are 1:{scale}, bleed {} mm, white edge {} mm. Photos are untouched; do not compress them. Call before changing any text.\n", shop.bleed, shop.white_edge));
    [hans, hant, en]
}

/// What a difference replaces, and what of the earlier package is still good or void.
fn since(order: &Order<'_>, boards: &Boards<'_>, earlier: &Earlier) -> String {
    let here: BTreeSet<&str> = boards.boards.iter().map(|board| board.code.as_str()).collect();
    let all: BTreeSet<&str> = order.boards.iter().map(|board| board.code.as_str()).collect();
    let before: BTreeSet<&str> = earlier.boards.iter().map(String::as_str).collect();
    let list = |codes: Vec<&str>| {
        if codes.is_empty() {
            "—".to_string()
        } else {
            codes.join("、")
        }
    };
    let replaced = list(here.intersection(&before).copied().collect());
    let added = list(here.difference(&before).copied().collect());
    let void = list(before.difference(&all).copied().collect());
    let kept = all.difference(&here).count();
    let date = earlier.made_at.get(..10).unwrap_or_default();
    order.lang.of([
        format!("\n\n这是对 {date} 那次交付的补充。\n换掉：{replaced}\n新增：{added}\n作废，不要印：{void}\n其余 {kept} 块照上次的文件印。"),
        format!("\n\n這是對 {date} 那次交付的補充。\n換掉：{replaced}\n新增：{added}\n作廢，不要印：{void}\n其餘 {kept} 塊照上次的檔案印。"),
        format!("\n\nThis completes the hand-over of {date}.\nReplaced: {replaced}\nNew: {added}\nVoid, do not print: {void}\nThe other {kept} boards are printed from the earlier files."),
    ])
}

/// Which fonts the texts stand in, and what their makers allow.
pub fn fonts(order: &Order<'_>, boards: &Boards<'_>) -> String {
    let lang = order.lang;
    let mut slots = BTreeSet::new();
    for board in boards.boards {
        let laid = order.cache.look(order.exhibition, board, None);
        slots_in(&laid.frame.items, &mut slots);
    }
    let mut text = lang.of(HEAD).to_string();
    for slot in FontSlot::ALL.into_iter().filter(|slot| slots.contains(slot)) {
        let named = order
            .exhibition
            .show
            .fonts
            .get(&slot)
            .map(Vec::as_slice)
            .unwrap_or_default();
        if named.is_empty() {
            let (style, face) = (lang.of(slot.names()), lang.of(slot.face_names()));
            text.push_str(&format!("- {style}: {face} (SIL Open Font License 1.1)\n"));
        }
        for font in named {
            text.push_str(&format!(
                "- {}: {}\n",
                lang.of(slot.names()),
                lang.of(own(&font.full_name))
            ));
        }
    }
    text
}

const HEAD: [&str; 3] = [
    "印刷文件里用到的字体（PDF 已嵌入用到的字，不用另装）：\n",
    "印刷檔案裡用到的字型（PDF 已嵌入用到的字，不用另裝）：\n",
    "Fonts in the print files (the characters used are embedded; nothing has to be installed):\n",
];

fn own(name: &str) -> [String; 3] {
    [
        format!("{name}（本单位电脑上装的字体，授权以购买时的协议为准）"),
        format!("{name}（本單位電腦上裝的字型，授權以購買時的協議為準）"),
        format!("{name} (installed at the office; its own licence applies)"),
    ]
}

fn slots_in(items: &[Placed], slots: &mut BTreeSet<FontSlot>) {
    for placed in items {
        match &placed.item {
            Item::Glyphs(run) => drop(slots.insert(run.slot)),
            Item::Group(group) => slots_in(&group.items, slots),
            Item::Image(_) | Item::Path(_) | Item::Shadow(_) => {}
        }
    }
}
