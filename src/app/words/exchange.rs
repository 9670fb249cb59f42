//! Packs, bringing in and the bin, in words: what a conflict is about, and what each side has there.

use super::{Words, state};
use crate::base::{Lang, many};
use crate::model::merge::{Conflict, Field, News, Side};
use crate::model::{CommitteeId, Exhibition};
use serde_json::Value;

pub fn news(news: News) -> Words {
    match news {
        News::New => ["新的", "新的", "New"],
        News::ChangedThere => ["那边改过", "那邊改過", "Changed there"],
        News::ChangedHere => ["这边改过", "這邊改過", "Changed here"],
        News::ChangedOnBoth => ["两边都改过", "兩邊都改過", "Changed on both sides"],
        News::RemovedThere => ["那边删了", "那邊刪了", "Deleted there"],
        News::RemovedHere => [
            "这边删了，那边又改过",
            "這邊刪了，那邊又改過",
            "Deleted here, changed there",
        ],
        News::SameCode => ["编号相同的另一块", "編號相同的另一塊", "Another board, same code"],
        News::Same => ["一样", "一樣", "The same"],
    }
}

pub fn field(field: Field) -> Words {
    match field {
        Field::Board => ["整块展板", "整塊展板", "The whole board"],
        Field::State => ["状态", "狀態", "State"],
        Field::Code => ["编号", "編號", "Code"],
        Field::Unit => ["单位", "單位", "Unit"],
        Field::Template => ["版式", "版式", "Template"],
        Field::Size => ["尺寸", "尺寸", "Size"],
        Field::Make => ["制作要求", "製作要求", "Production"],
        Field::Script => ["用字", "用字", "Script"],
        Field::Ground => ["背景", "背景", "Background"],
        Field::Arrangement => ["照片排法", "照片排法", "Photo arrangement"],
        Field::Element => ["一样内容", "一項內容", "An item"],
        Field::Place => ["位置或层次", "位置或層次", "Place or layer"],
        Field::Photo => ["照片", "照片", "Photo"],
        Field::Text => ["文字", "文字", "Text"],
        Field::Settings => ["展览设置", "展覽設定", "Exhibition settings"],
        Field::Units => ["单位名单", "單位名單", "List of units"],
        Field::Words => ["对照词表", "對照詞表", "Word list"],
        Field::Facts => ["数据登记", "數據登記", "Facts"],
        Field::Shops => ["印厂", "印刷廠", "Print shop"],
        Field::Plaza => ["广场", "廣場", "Plaza"],
    }
}

/// What one side has at the place of a conflict, in one line people can compare.
pub fn side_text(lang: Lang, conflict: &Conflict, side: Side, show: &Exhibition, theirs: &Exhibition) -> String {
    let (value, own) = match side {
        Side::Ours => (&conflict.ours, show),
        Side::Theirs => (&conflict.theirs, theirs),
    };
    if value.is_null() {
        return lang.of(["（删掉）", "（刪掉）", "(deleted)"]).into();
    }
    let text = match conflict.field {
        Field::State => serde_json::from_value(value.clone())
            .ok()
            .map(|known| lang.of(state(known)).into()),
        Field::Unit => unit(lang, value, own),
        Field::Photo => photo(value, own),
        Field::Template => value.get("name").and_then(Value::as_str).map(str::to_string),
        Field::Size => size(value),
        Field::Place => value.get("by-hand").and_then(|area| place(area.get("rect")?)),
        Field::Board => value.get("code").and_then(Value::as_str).map(str::to_string),
        _ => None,
    };
    let text = text.or_else(|| plain(value)).unwrap_or_else(|| value.to_string());
    if text.chars().count() > MOST {
        return text.chars().take(MOST).chain(['…']).collect();
    }
    text
}

/// Characters of a side's text that are shown.
const MOST: usize = 400;

fn unit(lang: Lang, value: &Value, show: &Exhibition) -> Option<String> {
    let id = CommitteeId::parse(value.as_str()?)?;
    Some(super::name_of(&show.committee(id)?.name, lang).to_string())
}

fn photo(value: &Value, show: &Exhibition) -> Option<String> {
    let digest = crate::base::Digest::from_hex(value.as_str()?)?;
    Some(show.photos.get(&digest)?.name.clone())
}

fn size(value: &Value) -> Option<String> {
    Some(super::size_cm(value.get("w")?.as_f64()?, value.get("h")?.as_f64()?))
}

fn place(rect: &Value) -> Option<String> {
    let side = |name: &str| rect.get(name).and_then(Value::as_f64);
    Some(format!(
        "{:.0}, {:.0} · {:.0} × {:.0} mm",
        side("x")?,
        side("y")?,
        side("w")?,
        side("h")?
    ))
}

/// The texts in a value, in their order; `None` where it has none.
fn plain(value: &Value) -> Option<String> {
    let mut found = Vec::new();
    gather(value, &mut found);
    (!found.is_empty()).then(|| found.join(" · "))
}

fn gather(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Number(number) => found.push(number.to_string()),
        Value::Array(list) => list.iter().for_each(|entry| gather(entry, found)),
        Value::Object(map) => match map
            .get("text")
            .or_else(|| map.get("paras"))
            .or_else(|| map.get("source"))
        {
            Some(text) => gather(text, found),
            None => {
                let told = map
                    .iter()
                    .filter(|(key, _)| !matches!(key.as_str(), "id" | "style" | "marks" | "z"));
                told.for_each(|(_, entry)| gather(entry, found));
            }
        },
        Value::Null | Value::Bool(_) => {}
    }
}

pub fn packed(lang: Lang, done: &crate::store::Packed) -> String {
    let (boards, photos, size) = (done.boards, done.photos, super::bytes(done.bytes));
    let line = lang.of([
        format!("打包好了：{boards} 块展板、{photos} 张照片，{size}，已逐项核对"),
        format!("打包好了：{boards} 塊展板、{photos} 張照片，{size}，已逐項核對"),
        format!(
            "Packed: {}, {}, {size}; every entry was read back",
            many(boards, "board"),
            many(photos, "photo")
        ),
    ]);
    with_missing(lang, line, done.missing)
}

pub fn copied(lang: Lang, done: &crate::store::Copied) -> String {
    let (photos, size) = (done.photos, super::bytes(done.bytes));
    let line = lang.of([
        format!("另存好了：{photos} 张照片，{size}，已逐项核对"),
        format!("另存好了：{photos} 張照片，{size}，已逐項核對"),
        format!("Copied: {}, {size}; every file was read back", many(photos, "photo")),
    ]);
    with_missing(lang, line, done.missing)
}

fn with_missing(lang: Lang, line: String, missing: usize) -> String {
    if missing == 0 {
        return line;
    }
    let more = lang.of([
        format!("{missing} 张照片这里没有文件，没有带上"),
        format!("{missing} 張照片這裡沒有檔案，沒有帶上"),
        format!("Without a file here, left behind: {}", many(missing, "photo")),
    ]);
    format!("{line}{}{more}", lang.of(["。", "。", ". "]))
}

/// New, changed, deleted boards and conflicts of one bringing in.
pub fn brought(lang: Lang, [new, changed, removed, left]: [usize; 4], conflicts: usize) -> String {
    let mut line = lang.of([
        format!("收进 {new} 块新展板，更新 {changed} 块"),
        format!("匯入 {new} 塊新展板，更新 {changed} 塊"),
        format!("{new} new boards, {changed} brought up to date"),
    ]);
    let mut more = |count: usize, words: [String; 3]| {
        if count > 0 {
            line.push_str(lang.of(["，", "，", "; "]));
            line.push_str(&lang.of(words));
        }
    };
    more(
        removed,
        [
            format!("{removed} 块移到回收站"),
            format!("{removed} 塊移到回收桶"),
            format!("{removed} moved to the bin"),
        ],
    );
    more(
        left,
        [
            format!("{left} 块没有动"),
            format!("{left} 塊沒有動"),
            format!("{left} left as they are"),
        ],
    );
    more(
        conflicts,
        [
            format!("{conflicts} 处两边改得不一样"),
            format!("{conflicts} 處兩邊改得不一樣"),
            format!("{conflicts} places were changed differently on both sides"),
        ],
    );
    line
}
