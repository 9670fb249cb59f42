//! Sentences with a number, a name or a reason in them.

use super::{BLEED, CANCELLED, CHECKING, CROP_MARKS, HAND_OVER, ONE_FILE, OPENING, PREPARING, Words, state};
use crate::app::summary::BoardRow;
use crate::app::tasks::{Export, Work};
use crate::app::{fonts_form, registers_form, shops, show_form};
use crate::base::{Day, Lang, many};
use crate::compose::{ImportError, NoWord};
use crate::export::ExportError;
use crate::media::MediaError;
use crate::model::{BoardState, Shop, TwoName};
use std::io::ErrorKind;
use std::path::Path;

pub fn time_left(lang: Lang, seconds: u64) -> String {
    if seconds < 90 {
        return lang.of([
            format!("还要 {seconds} 秒"),
            format!("還要 {seconds} 秒"),
            format!("{seconds} s left"),
        ]);
    }
    let minutes = seconds.div_ceil(60);
    lang.of([
        format!("还要 {minutes} 分钟"),
        format!("還要 {minutes} 分鐘"),
        format!("{minutes} min left"),
    ])
}

pub fn not_read(lang: Lang, file: &Path, error: &std::io::Error) -> String {
    let name = file.display();
    match error.kind() {
        std::io::ErrorKind::FileTooLarge => lang.of([
            format!("{name} 太大，不像词表。请另选一个文件。"),
            format!("{name} 太大，不像詞表。請另選一個檔案。"),
            format!("{name} is too large for a table of words. Please choose another file."),
        ]),
        _ => lang.of([
            format!("读不了 {name}：{error}。请看文件还在不在、能不能打开。"),
            format!("讀不了 {name}：{error}。請看檔案還在不在、能不能開啟。"),
            format!("{name} cannot be read: {error}. Please see whether it is still there and may be opened."),
        ]),
    }
}

pub fn not_written(lang: Lang, folder: &Path, error: &std::io::Error) -> String {
    let name = folder.display();
    lang.of([
        format!("写不进 {name}：{error}。请换一个文件夹。"),
        format!("寫不進 {name}：{error}。請換一個資料夾。"),
        format!("Nothing can be written into {name}: {error}. Please choose another folder."),
    ])
}

pub fn no_output_profile(lang: Lang, file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    lang.of([
        format!("{name} 不是 CMYK 输出用的 ICC 配置文件（可能是 RGB 的，或者坏了）。请向印厂再要一份。"),
        format!("{name} 不是 CMYK 輸出用的 ICC 描述檔（可能是 RGB 的，或者壞了）。請向印刷廠再要一份。"),
        format!("{name} is no CMYK output profile (it may be RGB, or damaged). Ask the shop for it again."),
    ])
}

/// A file that was to give a text and gives none.
pub fn no_document(lang: Lang, file: &Path, why: NoWord) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    lang.of(match why {
        NoWord::Old => [
            format!("{name} 是旧版 Word 或 WPS 文档，读不了。请用 Word 或 WPS 打开，另存为 .docx 再拖进来。"),
            format!("{name} 是舊版 Word 或 WPS 文件，讀不了。請用 Word 或 WPS 開啟，另存為 .docx 再拖進來。"),
            format!("{name} is an old Word or WPS document. Open it there, save it as .docx, and drop that."),
        ],
        NoWord::Locked => [
            format!("{name} 有密码。请先在 Word 或 WPS 里去掉密码，再拖进来。"),
            format!("{name} 有密碼。請先在 Word 或 WPS 裡移除密碼，再拖進來。"),
            format!("{name} is locked by a password. Remove it in Word or WPS first."),
        ],
        NoWord::Other => [
            format!("{name} 里没有读得出的文字，可能坏了或不是文档。可以打开它，复制文字粘贴过来。"),
            format!("{name} 裡沒有讀得出的文字，可能壞了或不是文件。可以開啟它，複製文字貼過來。"),
            format!("{name} holds no text that can be read: it is damaged or no document. Copy the text and paste it instead."),
        ],
    })
}

/// What a family of templates is called; one that the program does not know by its own name.
pub fn family(lang: Lang, family: &str) -> String {
    let words = match family {
        "red" => ["红金", "紅金", "Red and gold"],
        "ink" => ["水墨", "水墨", "Ink"],
        "green" => ["青绿", "青綠", "Green"],
        "blue" => ["沉蓝", "沉藍", "Blue"],
        "doc" => ["纪实", "紀實", "Documentary"],
        other => return other.into(),
    };
    lang.of(words).into()
}

pub fn job_title(lang: Lang, work: &Work) -> String {
    let words = match work {
        Work::Open(_) => OPENING,
        Work::New(..) => show_form::MAKING,
        Work::Sample(_) => PREPARING,
        Work::ImportFolder(_) => ["收进内容文件夹", "匯入內容資料夾", "Taking in a content folder"],
        Work::Gather(_) => ["收进照片和文字", "加入照片和文字", "Taking in photos and texts"],
        Work::Propose(..) => ["排出版式", "排出版式", "Laying out"],
        Work::Draft(_) | Work::Series(_) => ["文章做成展板", "文章做成展板", "Boards from an article"],
        Work::TakePhotos(..) => ["收进照片", "加入照片", "Adding photos"],
        Work::TakeWords(_) => ["导入词表", "匯入詞表", "Bringing in words"],
        Work::KeepWords(_) => ["导出词表", "匯出詞表", "Saving words"],
        Work::Check { .. } => CHECKING,
        Work::Exchange(work) => return work.title(lang).into(),
        Work::Fonts(_) => fonts_form::FONTS,
        Work::TakeProfile(_) => shops::words::PROFILE,
        Work::Export(Export::Boards(list), _) => {
            return format!(
                "{} · {}",
                lang.of(["印刷 PDF", "印刷 PDF", "Print PDF"]),
                boards_short(lang, list.len())
            );
        }
        Work::Export(Export::Joined(list), _) => {
            return format!("{} · {}", lang.of(ONE_FILE), boards_short(lang, list.len()));
        }
        Work::Export(Export::Handover(list, _), _) => {
            return format!("{} · {}", lang.of(HAND_OVER), boards_short(lang, list.len()));
        }
        Work::Export(Export::Paper(kind, list), _) => {
            return format!("{} · {}", lang.of(kind.name()), boards_short(lang, list.len()));
        }
        Work::Export(Export::Registers, _) | Work::TakeRegister(..) => registers_form::REGISTERS,
        Work::Export(Export::Minutes(..), _) => crate::base::say::minutes::MINUTES,
        Work::Export(Export::PlanPdf(_), _) => ["布展图 PDF", "佈展圖 PDF", "Set-up plan PDF"],
        Work::Export(Export::PlanPapers(_), _) => ["广场图纸", "廣場圖紙", "Plaza papers"],
        Work::Export(Export::WalkPng(_), _) => ["漫步画面", "漫步畫面", "Picture of the walk"],
        Work::Export(Export::PlanPng(_), _) => ["布展图 PNG", "佈展圖 PNG", "Set-up plan PNG"],
    };
    lang.of(words).into()
}

pub fn written(lang: Lang, files: usize, size: u64, findings: usize) -> String {
    let size = bytes(size);
    let done = lang.of([
        format!("完成 · {files} 个文件 · {size}"),
        format!("完成 · {files} 個檔案 · {size}"),
        format!("Done · {files} files · {size}"),
    ]);
    if findings == 0 {
        return done;
    }
    let more = lang.of([
        format!("{findings} 处要看"),
        format!("{findings} 處要看"),
        format!("{findings} to look at"),
    ]);
    format!("{done} · {more}")
}

pub fn boards_taken(lang: Lang, added: usize, updated: usize) -> String {
    lang.of([
        format!("收进 {added} 块展板，更新 {updated} 块"),
        format!("匯入 {added} 塊展板，更新 {updated} 塊"),
        format!("{} taken in, {updated} brought up to date", many(added, "board")),
    ])
}

pub fn stepped(lang: Lang, is_undo: bool, deed: &str) -> String {
    if is_undo {
        lang.of([
            format!("已撤销：{deed}"),
            format!("已復原：{deed}"),
            format!("Undone: {deed}"),
        ])
    } else {
        lang.of([
            format!("已重做：{deed}"),
            format!("已重做：{deed}"),
            format!("Redone: {deed}"),
        ])
    }
}

pub fn duplicated(lang: Lang, name: &str) -> String {
    lang.of([
        format!("照“{name}”又做了一块"),
        format!("照「{name}」又做了一塊"),
        format!("Made a second “{name}”"),
    ])
}

pub fn state_set(lang: Lang, name: &str, to: BoardState) -> String {
    let to = lang.of(state(to));
    lang.of([
        format!("“{name}”改为{to}"),
        format!("「{name}」改為{to}"),
        format!("“{name}”: {to}"),
    ])
}

pub fn review_count(lang: Lang, count: usize) -> String {
    lang.of([
        format!("审阅 {count} 块"),
        format!("審閱 {count} 塊"),
        format!("Review {count}"),
    ])
}

pub fn more(count: usize) -> String {
    format!("+{count}")
}

pub fn pasted_too_much(lang: Lang, characters: usize) -> String {
    lang.of([
        format!("剪贴板里有 {characters} 字，一块展板放不下，没有贴上去。点“新建展板”贴进去，可以做成一组展板。"),
        format!("剪貼簿裡有 {characters} 字，一塊展板放不下，沒有貼上去。點「新增展板」貼進去，可以做成一組展板。"),
        format!(
            "{characters} characters are on the clipboard, more than a board holds; nothing was pasted. New board makes a series of them."
        ),
    ])
}

pub fn not_found(lang: Lang, text: &str) -> String {
    lang.of([
        format!("没有“{text}”"),
        format!("沒有「{text}」"),
        format!("Nothing for “{text}”"),
    ])
}

pub fn searching(lang: Lang, text: &str) -> String {
    lang.of([format!("找“{text}”"), format!("找「{text}」"), format!("“{text}”")])
}

/// How far the show is on its way: "Opens on 2026-12-01, in 3 days". `None` where nobody has said when.
pub fn countdown(lang: Lang, opens: Option<Day>, closes: Option<Day>, today: Day) -> Option<String> {
    let until = |day: Day| today.until(day);
    if let Some(closes) = closes.filter(|closes| until(*closes) < 0) {
        return Some(lang.of([
            format!("已于 {closes} 闭展"),
            format!("已於 {closes} 閉展"),
            format!("Closed on {closes}"),
        ]));
    }
    let opens = opens?;
    Some(match until(opens) {
        0 => lang.of(["今天开展", "今天開展", "Opens today"]).to_string(),
        1 => lang.of(["明天开展", "明天開展", "Opens tomorrow"]).to_string(),
        left @ 2.. => lang.of([
            format!("{opens} 开展，还有 {left} 天"),
            format!("{opens} 開展，還有 {left} 天"),
            format!("Opens on {opens}, in {left} days"),
        ]),
        past => {
            let day = 1 - past;
            match closes {
                Some(closes) => lang.of([
                    format!("展出第 {day} 天，{closes} 闭展"),
                    format!("展出第 {day} 天，{closes} 閉展"),
                    format!("Day {day}, closes on {closes}"),
                ]),
                None => lang.of([
                    format!("展出第 {day} 天"),
                    format!("展出第 {day} 天"),
                    format!("Day {day} of the exhibition"),
                ]),
            }
        }
    })
}

/// "90 × 120 cm"
pub fn size_cm(w: f64, h: f64) -> String {
    format!("{:.0} × {:.0} cm", w / 10.0, h / 10.0)
}

/// How a screen reader names a board: number, title, unit, state, findings.
pub fn board_spoken(lang: Lang, row: &BoardRow) -> String {
    let mut spoken = format!(
        "{:03} {}，{}，{}",
        row.number,
        row.title,
        row.unit,
        lang.of(state(row.state))
    );
    if row.errors > 0 {
        spoken.push_str(&format!("，{}", errors(lang, row.errors)));
    }
    if row.warnings > 0 {
        spoken.push_str(&format!("，{}", warnings(lang, row.warnings)));
    }
    spoken
}

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
        ImportError::NoText => lang
            .of([
                "这个文件里没有文字。请选一个有文章的文本文件。",
                "這個檔案裡沒有文字。請選一個有文章的文字檔。",
                "There is no text in this file. Choose one that holds an article.",
            ])
            .into(),
        ImportError::NoTemplate => lang
            .of([
                "程序里一个版式也没有，做不了展板。请把压缩包完整解开再试。",
                "程式裡一個版式也沒有，做不了展板。請把壓縮檔完整解開再試。",
                "The program has no templates, so no board can be made. Unpack the whole zip and try again.",
            ])
            .into(),
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
        ExportError::Write { file, source } if source.kind() == ErrorKind::FileTooLarge => {
            let name = quoted(lang, file);
            lang.of([
                format!("{name}太长，这个磁盘放不下这么长的文件（FAT32 最多 4 GB）。换个磁盘，或者每块展板导出一个文件。"),
                format!("{name}太長，這個磁碟放不下這麼長的檔案（FAT32 最多 4 GB）。換個磁碟，或者每塊展板匯出一個檔案。"),
                format!(
                    "{name} is longer than files on this disk can be (FAT32: 4 GB). Choose another disk, or export one file a board."
                ),
            ])
        }
        ExportError::Write { file, source }
            if matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) =>
        {
            let name = quoted(lang, file);
            lang.of([
                format!("磁盘满了：{name}没有导出，先导出的都是完整的。腾出地方，或者换个磁盘。"),
                format!("磁碟滿了：{name}沒有匯出，先匯出的都是完整的。騰出空間，或者換個磁碟。"),
                format!(
                    "The disk is full: {name} was not exported; what was exported before it is whole. Make room or choose another disk."
                ),
            ])
        }
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
        ExportError::DiskTooSmall { file, needed, free } => {
            let (name, needed, free) = (quoted(lang, file), bytes(*needed), bytes(*free));
            lang.of([
                format!("磁盘放不下{name}：要 {needed}，只剩 {free}。腾出地方，或者换个磁盘。"),
                format!("磁碟放不下{name}：要 {needed}，只剩 {free}。騰出空間，或者換個磁碟。"),
                format!("The disk is too small for {name}: {needed} needed, {free} free. Make room or choose another disk."),
            ])
        }
        ExportError::FontLocked { font } => lang.of([
            format!("字体“{font}”的作者不许嵌入 PDF，没有导出。请在“字体”里给这种字换一个，或用自带的。"),
            format!("字型「{font}」的作者不許嵌入 PDF，沒有匯出。請在「字型」裡給這種字換一個，或用內建的。"),
            format!("The maker of the font “{font}” does not allow it in a PDF; nothing was exported. Choose another one under Fonts, or the shipped one."),
        ]),
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

pub fn boards(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 块展板"),
        format!("{count} 塊展板"),
        many(count, "board"),
    ])
}

pub fn boards_short(lang: Lang, count: usize) -> String {
    lang.of([format!("{count} 块"), format!("{count} 塊"), many(count, "board")])
}

pub fn units(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 个单位"),
        format!("{count} 個單位"),
        many(count, "unit"),
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
        format!("{} added", many(count, "photo")),
    ])
}

/// `open` are warnings that nobody gave a reason for: files go out with them, a complete job does not.
pub fn must_mend(lang: Lang, errors: usize, open: usize) -> String {
    if errors == 0 && open > 0 {
        return lang.of(["可以导出", "可以匯出", "Ready to export"]).into();
    }
    if errors == 0 {
        return lang.of(["可以交付", "可以交付", "Ready to hand over"]).into();
    }
    lang.of([
        format!("还有 {errors} 个错误，改好才能交付"),
        format!("還有 {errors} 個錯誤，改好才能交付"),
        format!("{} to mend before hand-over", many(errors, "error")),
    ])
}

/// "Bleed 3 mm · crop marks"
pub fn shop_line(lang: Lang, shop: &Shop) -> String {
    let mut line = format!("{} {} mm", lang.of(BLEED), shop.bleed);
    if shop.has_crop_marks {
        line.push_str(&format!(" · {}", lang.of(CROP_MARKS)));
    }
    line
}

pub fn checked(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 块已检查"),
        format!("{count} 塊已檢查"),
        format!("{} checked", many(count, "board")),
    ])
}

pub fn jobs_running(lang: Lang, count: usize) -> String {
    lang.of([
        format!("{count} 项进行中，可以继续做别的"),
        format!("{count} 項進行中，可以繼續做別的"),
        format!("{count} under way; you can go on working"),
    ])
}

/// "2026-05-02 · 写真 · 13 块".
/// What a hand-over of this day, of so many boards, has not as it is now.
pub fn only_since(lang: Lang, day: &str, boards: usize) -> String {
    lang.of([
        format!("{day} 后改的 · {boards} 块"),
        format!("{day} 後改的 · {boards} 塊"),
        format!("New since {day} · {boards}"),
    ])
}

pub fn sent(lang: Lang, date: &str, shop: &str, boards: usize) -> String {
    format!("{date} · {shop} · {}", boards_short(lang, boards))
}

/// Numbers of boards that went out and are not as they were then.
pub fn changed_since(lang: Lang, numbers: &[usize]) -> String {
    const SHOWN: usize = 8;
    let listed: Vec<String> = numbers
        .iter()
        .take(SHOWN)
        .map(|number| format!("{number:03}"))
        .collect();
    let more = if numbers.len() > SHOWN { "…" } else { "" };
    let (count, list) = (numbers.len(), listed.join("、"));
    if numbers.is_empty() {
        return lang
            .of(["交付后没有改过。", "交付後沒有改過。", "Nothing has changed since."])
            .into();
    }
    lang.of([
        format!("交付后又改过 {count} 块：{list}{more}"),
        format!("交付後又改過 {count} 塊：{list}{more}"),
        format!("Changed since: {count} ({}{more})", listed.join(", ")),
    ])
}

pub fn quoted_otherwise(lang: Lang, name: &str, boards: usize) -> String {
    lang.of([
        format!("“{name}”在 {boards} 块展板上写的不是这个数。"),
        format!("「{name}」在 {boards} 塊展板上寫的不是這個數。"),
        format!("Boards that say another value of “{name}”: {boards}."),
    ])
}

pub fn change_boards(lang: Lang, boards: usize) -> String {
    lang.of([
        format!("连同 {boards} 块展板一起改"),
        format!("連同 {boards} 塊展板一起改"),
        format!("Change {boards} boards too"),
    ])
}

pub fn rows_taken(lang: Lang, skipped: usize) -> String {
    lang.of([
        format!("登记已更新；看不懂而略过 {skipped} 行"),
        format!("登記已更新；看不懂而略過 {skipped} 列"),
        format!("The register is renewed; rows that made no sense: {skipped}"),
    ])
}

pub fn reasons_missing(lang: Lang, count: usize) -> String {
    lang.of([
        format!("整套交付前，{count} 处要改好或写明理由"),
        format!("整套交付前，{count} 處要改好或寫明理由"),
        format!("before a complete job: {count} to mend or give a reason for"),
    ])
}

/// No way of drawing a window works here.
pub fn no_renderer(lang: Lang, reasons: &[String]) -> String {
    let reasons = reasons.join("\n");
    lang.of([
        format!("这台电脑画不出窗口。请更新显卡驱动；远程桌面或虚拟机上请改在本机打开。展览文件没有改动。\n\n{reasons}"),
        format!("這台電腦畫不出視窗。請更新顯示卡驅動程式；遠端桌面或虛擬機請改在本機開啟。展覽檔案沒有更動。\n\n{reasons}"),
        format!("This machine cannot draw the window. Update the graphics driver; on a remote desktop or a virtual machine, open it on the machine itself. No exhibition was changed.\n\n{reasons}"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_show_counts_down_to_its_first_day_and_tells_its_last() {
        let day = |text: &str| Day::parse(text);
        let today = day("2026-11-28").unwrap();
        for (opens, closes, told) in [
            (None, None, None),
            (None, day("2026-12-10"), None),
            (day("2026-12-01"), None, Some("2026-12-01 开展，还有 3 天")),
            (day("2026-11-29"), None, Some("明天开展")),
            (day("2026-11-28"), day("2026-12-10"), Some("今天开展")),
            (
                day("2026-11-26"),
                day("2026-12-10"),
                Some("展出第 3 天，2026-12-10 闭展"),
            ),
            (day("2026-11-27"), None, Some("展出第 2 天")),
            (day("2026-11-01"), day("2026-11-27"), Some("已于 2026-11-27 闭展")),
        ] {
            assert_eq!(countdown(Lang::Hans, opens, closes, today).as_deref(), told);
        }
    }
}
