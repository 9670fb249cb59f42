//! Sentences of the command line: Simplified, Traditional, English.

use crate::app::words as app_words;
use crate::base::{Finding, Lang, Severity};
use crate::compose::Imported;
use crate::geom::Size;
use crate::model::merge::Side;
use std::path::Path;

type Words = [&'static str; 3];

pub const WORK_SAMPLE: Words = ["做示例展览", "做範例展覽", "Making the sample"];
pub const WORK_IMPORT: Words = ["导入", "匯入", "Importing"];
pub const WORK_EXPORT: Words = ["导出展板", "匯出展板", "Exporting boards"];
pub const WORK_JOINED: Words = ["导出合订本", "匯出合訂本", "Exporting the joined file"];
pub const WORK_HANDOVER: Words = ["准备交付", "準備交付", "Putting the hand-over together"];
pub const WORK_PROOFS: Words = ["制作校样", "製作校樣", "Making proofs"];
pub const WORK_RENDER: Words = ["绘制", "繪製", "Drawing"];
pub const WORK_CHECK: Words = ["检查", "檢查", "Checking"];
pub const WORK_REPORT: Words = ["制作检查报告", "製作檢查報告", "Making the report"];
pub const WORK_MINUTES: Words = ["出会议纪要", "出會議紀要", "Writing the minutes"];
pub const WORK_SHEETS: Words = ["绘制版式样张", "繪製版式樣張", "Drawing the contact sheets"];
pub const WORK_WALK: Words = ["绘制漫步画面", "繪製漫步畫面", "Drawing the walk"];
pub const WORK_PLAN: Words = ["导出位置图", "匯出位置圖", "Exporting the plan"];
pub const WORK_PLAN_PAPERS: Words = ["出广场图纸", "出廣場圖紙", "Making the plaza's papers"];

pub const TITLE_BLANK: Words = [
    "展览要有名字：--title 后面写上。",
    "展覽要有名字：--title 後面寫上。",
    "The exhibition needs a name behind --title.",
];
pub const HOME_MISSING: Words = [
    "程序旁边找不到 assets 和 fonts 两个文件夹。请把压缩包完整解开，或用 ZHANBAN_HOME 指明位置。",
    "程式旁邊找不到 assets 和 fonts 兩個資料夾。請把壓縮檔完整解開，或用 ZHANBAN_HOME 指明位置。",
    "The folders assets and fonts are not beside the program. Unpack the whole zip, or name their place in ZHANBAN_HOME.",
];
pub const NO_DISPLAY: Words = [
    "这里没有显示器，开不了窗口。",
    "這裡沒有顯示器，開不了視窗。",
    "There is no display here to open a window on.",
];
pub const NO_GRAPHICS: Words = [
    "这台电脑的图形驱动画不出窗口。请更新显卡驱动。",
    "這台電腦的圖形驅動程式畫不出視窗。請更新顯示卡驅動程式。",
    "The graphics of this machine cannot draw the window. Update the graphics driver.",
];
pub const LEDGER_HEAD: Words = [
    "序号\t编号\t状态\t单位\t标题\t版式\t尺寸\t照片\t字数\t错误\t提醒\t位置",
    "序號\t編號\t狀態\t單位\t標題\t版式\t尺寸\t照片\t字數\t錯誤\t提醒\t位置",
    "No.\tCode\tState\tUnit\tTitle\tTemplate\tSize\tPhotos\tCharacters\tErrors\tWarnings\tPlace",
];

pub fn shots_written(lang: Lang, count: usize, folder: &Path) -> String {
    let folder = folder.display();
    lang.of([
        format!("{count} 张画面在 {folder}"),
        format!("{count} 張畫面在 {folder}"),
        format!("{count} pictures in {folder}"),
    ])
}

pub fn no_such_place(lang: Lang, number: usize) -> String {
    lang.of([
        format!("{number} 号展板没有摆在广场上。"),
        format!("{number} 號展板沒有擺在廣場上。"),
        format!("Board {number} has no place in the plaza."),
    ])
}

pub fn no_meeting(lang: Lang, number: Option<usize>, held: usize) -> String {
    let Some(number) = number else {
        return lang.of([
            "这个展览还没有开过点评会。".into(),
            "這個展覽還沒有開過點評會。".into(),
            "No comment meeting has been held for this exhibition.".into(),
        ]);
    };
    lang.of([
        format!("没有第 {number} 次点评会，一共开过 {held} 次。"),
        format!("沒有第 {number} 次點評會，一共開過 {held} 次。"),
        format!("There is no meeting {number}: {held} were held."),
    ])
}

pub fn neither_pdf_nor_xlsx(lang: Lang, file: &Path) -> String {
    let name = file.display();
    lang.of([
        format!("{name} 要以 .pdf 或 .xlsx 结尾。"),
        format!("{name} 要以 .pdf 或 .xlsx 結尾。"),
        format!("{name} must end in .pdf or .xlsx."),
    ])
}

pub fn usage(lang: Lang, detail: &str) -> String {
    lang.of([
        format!("命令写得不对（{detail}）。写法请看 zhanban --help。"),
        format!("命令寫得不對（{detail}）。寫法請看 zhanban --help。"),
        format!("This cannot be understood: {detail}. See zhanban --help."),
    ])
}

pub fn neither_show_nor_command(lang: Lang, name: &Path) -> String {
    let name = name.display();
    lang.of([
        format!("没有“{name}”这个展览，也没有这个命令。命令请看 zhanban --help。"),
        format!("沒有「{name}」這個展覽，也沒有這個命令。命令請看 zhanban --help。"),
        format!("“{name}” is neither an exhibition nor a command. See zhanban --help."),
    ])
}

pub fn value(lang: Lang, option: &str, value: &str, known: &str) -> String {
    lang.of([
        format!("{option} 不能写“{value}”，可以写：{known}。"),
        format!("{option} 不能寫「{value}」，可以寫：{known}。"),
        format!("{option} cannot be “{value}”; possible: {known}."),
    ])
}

pub fn unknown_shop(lang: Lang, name: &str, known: &[String]) -> String {
    let known = if known.is_empty() {
        lang.of(["（还没有）", "（還沒有）", "(none yet)"]).into()
    } else {
        known.join("、")
    };
    lang.of([
        format!("没有叫“{name}”的印厂。可以用的是：{known}。"),
        format!("沒有叫「{name}」的印刷廠。可以用的是：{known}。"),
        format!("There is no shop “{name}”. Known are: {known}."),
    ])
}

pub fn unknown_board(lang: Lang, code: &str) -> String {
    lang.of([
        format!("没有编号为 {code} 的展板。用 zhanban ledger 可以看到全部编号。"),
        format!("沒有編號為 {code} 的展板。用 zhanban ledger 可以看到全部編號。"),
        format!("There is no board {code}. zhanban ledger lists all of them."),
    ])
}

pub fn unknown_template(lang: Lang, name: &str) -> String {
    lang.of([
        format!("没有叫“{name}”的版式。用 zhanban templates 可以看到全部版式。"),
        format!("沒有叫「{name}」的版式。用 zhanban templates 可以看到全部版式。"),
        format!("There is no template “{name}”. zhanban templates lists all of them."),
    ])
}

pub fn fonts_missing(lang: Lang, texts: usize) -> String {
    lang.of([
        format!("{texts} 段文字的字体本机没有，已列在上面，没有导出。装上字体再来，或加 --accept-fonts 用代替的字体导出。"),
        format!("{texts} 段文字的字型本機沒有，已列在上面，沒有匯出。裝上字型再來，或加 --accept-fonts 用代替的字型匯出。"),
        format!(
            "{texts} texts name fonts that this PC lacks; they are listed above and nothing was exported. Install the fonts, or add --accept-fonts to go on with the stand-ins."
        ),
    ])
}

pub fn doubts_left(lang: Lang, texts: usize) -> String {
    lang.of([
        format!("{texts} 块展板里有转换时拿不准的字，还没有人选定。请在窗口的文字面板“多义字”里看过再付印（--json 逐条列出）。"),
        format!("{texts} 塊展板裡有轉換時拿不準的字，還沒有人選定。請在視窗的文字面板「多義字」裡看過再付印（--json 逐條列出）。"),
        format!(
            "{texts} boards hold characters whose conversion nobody has settled. Look at them under “Characters” in the text panel before printing (--json lists them)."
        ),
    ])
}

pub fn home_damaged(lang: Lang, file: &Path) -> String {
    let file = file.display();
    lang.of([
        format!("程序自己的文件坏了：{file}。请把压缩包重新完整解开。"),
        format!("程式自己的檔案壞了：{file}。請把壓縮檔重新完整解開。"),
        format!("A file of the program is damaged: {file}. Unpack the whole zip again."),
    ])
}

pub fn not_written(lang: Lang, file: &Path) -> String {
    let file = file.display();
    lang.of([
        format!("写不进 {file}。请看看文件夹在不在、能不能写，磁盘满了没有。"),
        format!("寫不進 {file}。請看看資料夾在不在、能不能寫，磁碟滿了沒有。"),
        format!("{file} cannot be written. See whether its folder is there and may be written, and whether the disk is full."),
    ])
}

pub fn unfinished(lang: Lang, file: &Path) -> String {
    let file = file.display();
    lang.of([
        format!("{file} 写好了，但等了很久仍有画面没画完。请等电脑闲一些再试。"),
        format!("{file} 寫好了，但等了很久仍有畫面沒畫完。請等電腦閒一些再試。"),
        format!("{file} is written, but after a long wait something on it was still not drawn. Try again when the machine is less busy."),
    ])
}

pub fn not_read(lang: Lang, file: &Path) -> String {
    let file = file.display();
    lang.of([
        format!("读不了 {file}。请看看它在不在，有没有权限。"),
        format!("讀不了 {file}。請看看它在不在，有沒有權限。"),
        format!("{file} cannot be read. See whether it is there and may be read."),
    ])
}

pub fn no_output_profile(lang: Lang, file: &Path) -> String {
    let file = file.display();
    lang.of([
        format!("{file} 不是 CMYK 输出用的 ICC 配置文件（可能是 RGB 的，或者坏了）。请向印厂再要一份，或不加 --profile 用自带的。"),
        format!("{file} 不是 CMYK 輸出用的 ICC 描述檔（可能是 RGB 的，或者壞了）。請向印廠再要一份，或不加 --profile 用內建的。"),
        format!("{file} is no CMYK output profile (it may be RGB, or damaged). Ask the shop for it again, or leave --profile out for the shipped one."),
    ])
}

/// "错误 QH001：…"; the sentence names the rest.
pub fn finding(lang: Lang, finding: &Finding) -> String {
    let severity = lang.of(match finding.severity {
        Severity::Error => ["错误", "錯誤", "error"],
        Severity::Warning => ["提醒", "提醒", "warning"],
        Severity::Note => ["说明", "說明", "note"],
    });
    let place = [&finding.place.board, &finding.place.file].into_iter().flatten().next();
    let place = place.map(|place| format!(" {place}")).unwrap_or_default();
    let text = finding.text(lang);
    lang.of([
        format!("{severity}{place}：{text}"),
        format!("{severity}{place}：{text}"),
        format!("{severity}{place}: {text}"),
    ])
}

pub fn sum(lang: Lang, findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    lang.of([
        format!("共 {errors} 个错误，{warnings} 个提醒，{notes} 个说明。"),
        format!("共 {errors} 個錯誤，{warnings} 個提醒，{notes} 個說明。"),
        format!("Errors: {errors}, warnings: {warnings}, notes: {notes}."),
    ])
}

pub fn mended(lang: Lang, count: usize) -> String {
    lang.of([
        format!("改好了 {count} 处只有一种改法的问题。"),
        format!("改好了 {count} 處只有一種改法的問題。"),
        format!("Mended, where only one mend was possible: {count}."),
    ])
}

pub fn registered(lang: Lang, entries: usize, skipped: usize) -> String {
    lang.of([
        format!("登记里现在有 {entries} 条；看不懂而略过 {skipped} 行。"),
        format!("登記裡現在有 {entries} 筆；看不懂而略過 {skipped} 列。"),
        format!("The register now has {entries} entries; rows that made no sense: {skipped}."),
    ])
}

pub fn made(lang: Lang, show: &Path, boards: usize) -> String {
    let show = show.display();
    lang.of([
        format!("展览已建好：{show}，共 {boards} 块展板。"),
        format!("展覽已建好：{show}，共 {boards} 塊展板。"),
        format!("The exhibition is ready: {show}, {boards} boards."),
    ])
}

pub fn imported(lang: Lang, imported: &Imported) -> String {
    let (added, updated, kept) = (imported.added, imported.updated, imported.kept);
    lang.of([
        format!("新增 {added} 块，更新 {updated} 块，两边都改过而留下原样的 {kept} 块。"),
        format!("新增 {added} 塊，更新 {updated} 塊，兩邊都改過而留下原樣的 {kept} 塊。"),
        format!("Boards added: {added}, updated: {updated}, kept as they are because both sides changed: {kept}."),
    ])
}

pub fn written(lang: Lang, count: usize, bytes: u64, to: &Path) -> String {
    let (size, to) = (app_words::bytes(bytes), to.display());
    lang.of([
        format!("写好 {count} 个文件，共 {size}：{to}"),
        format!("寫好 {count} 個檔案，共 {size}：{to}"),
        format!("Files written: {count}, {size} in all: {to}"),
    ])
}

pub fn restyled(lang: Lang, code: &str, template: &str) -> String {
    lang.of([
        format!("{code} 已换成“{template}”，照片和文字都在。"),
        format!("{code} 已換成「{template}」，照片和文字都在。"),
        format!("{code} now stands on “{template}”, with all its photos and texts."),
    ])
}

pub fn arranged(lang: Lang, boards: usize, size: Size) -> String {
    let (w, h) = (size.w, size.h);
    lang.of([
        format!("排好 {boards} 块展板，场地 {w} × {h} 米。"),
        format!("排好 {boards} 塊展板，場地 {w} × {h} 公尺。"),
        format!("Boards placed: {boards}, on {w} × {h} m."),
    ])
}

pub fn headless(lang: Lang, to: &Path, reason: Option<&str>) -> String {
    let why = match reason {
        Some(reason) => format!("{} ({reason})", lang.of(NO_GRAPHICS)),
        None => lang.of(NO_DISPLAY).into(),
    };
    let to = to.display();
    lang.of([
        format!("{why} 改为把展板、位置图和检查结果直接写进 {to}。"),
        format!("{why} 改為把展板、位置圖和檢查結果直接寫進 {to}。"),
        format!("{why} Boards, plan and findings are written to {to} instead."),
    ])
}

pub fn headless_done(lang: Lang, to: &Path, boards: usize, findings: &[Finding]) -> String {
    let (to, sum) = (to.display(), sum(lang, findings));
    lang.of([
        format!("{boards} 块展板、合订本、位置图已写进 {to}。检查：{sum}"),
        format!("{boards} 塊展板、合訂本、位置圖已寫進 {to}。檢查：{sum}"),
        format!("{boards} boards, the joined file and the plan are in {to}. {sum}"),
    ])
}

pub const WORK_PACK: Words = ["打包", "打包", "Packing"];
pub const WORK_COPY: Words = ["另存", "另存", "Copying"];
pub const WORK_BRING: Words = ["收进展板包", "匯入展板包", "Bringing in"];

pub fn conflict(lang: Lang, board: &str, field: &str, ours: &str, theirs: &str, taken: Side) -> String {
    let taken = lang.of(match taken {
        Side::Ours => ["用了这边的", "用了這邊的", "ours is kept"],
        Side::Theirs => ["用了那边的", "用了那邊的", "theirs is taken"],
    });
    let [ours, theirs] = [ours, theirs].map(|text| text.replace('\n', " / "));
    lang.of([
        format!("{board} {field}：这边“{ours}”，那边“{theirs}”；{taken}"),
        format!("{board} {field}：這邊「{ours}」，那邊「{theirs}」；{taken}"),
        format!("{board} {field}: here “{ours}”, there “{theirs}”; {taken}"),
    ])
}
