//! Words of the walk that nobody else needs.

use crate::app::words::Words;
use crate::base::Lang;
use crate::walk::{Dazzle, DazzleKind};

pub const WALK: Words = ["漫步", "漫步", "Walk"];
pub const TO_PLAN: Words = ["平面图", "平面圖", "To the plan"];
pub const BEFORE: Words = ["前一块展板", "前一塊展板", "Previous board"];
pub const NEXT: Words = ["后一块展板", "後一塊展板", "Next board"];
pub const GO_TO: Words = ["去几号展板", "去幾號展板", "Go to board"];
pub const NUMBER: Words = ["编号", "編號", "No."];
pub const EYE: Words = ["眼睛高度", "眼睛高度", "Height of the eye"];
pub const HEIGHTS: [Words; 3] = [
    ["大人 1.5 米", "大人 1.5 公尺", "Adult, 1.5 m"],
    ["高个子 1.7 米", "高個子 1.7 公尺", "Tall, 1.7 m"],
    ["孩子、轮椅 1.2 米", "孩子、輪椅 1.2 公尺", "Child, wheelchair, 1.2 m"],
];
pub const PEOPLE: Words = ["人", "人", "People"];
pub const PEOPLE_HELP: Words = [
    "几个参观的人，看得出大小",
    "幾個參觀的人，看得出大小",
    "A few visitors, for scale",
];
pub const HINT: Words = [
    "拖动转头 · W A S D 走，Shift 快走 · 点地面走过去，点展板打开 · 空格走路线 · B 记下这里 · Esc 回平面图",
    "拖曳轉頭 · W A S D 走，Shift 快走 · 點地面走過去，點展板開啟 · 空白鍵走路線 · B 記下這裡 · Esc 回平面圖",
    "Drag to look · W A S D to walk, Shift faster · click the ground to go there, a board to open it · Space follows the tour · B keeps this spot · Esc to the plan",
];
pub const NO_BOARDS: Words = [
    "这个广场上还没有展板",
    "這個廣場上還沒有展板",
    "No boards stand here yet",
];
pub const SMALL_PLAN: Words = [
    "小平面图，点哪里到哪里",
    "小平面圖，點哪裡到哪裡",
    "Small plan; a click goes there",
];
pub const SUN: Words = ["太阳", "太陽", "Sun"];
pub const HOUR: Words = ["时刻", "時刻", "Hour"];
pub const DAZZLES: Words = ["反光和逆光", "反光和逆光", "Glare and backlight"];
pub const NO_DAZZLES: Words = [
    "开放时间里没有反光和逆光",
    "開放時間裡沒有反光和逆光",
    "None during opening hours",
];
pub const TOUR: Words = ["跟着走", "跟著走", "Follow a tour"];
pub const WHICH_TOUR: Words = ["走哪条路线", "走哪條路線", "Which tour"];
pub const VISITORS: Words = ["按参观次序", "依參觀順序", "Visiting order"];
pub const PLAY: Words = ["开始走", "開始走", "Start walking"];
pub const PAUSE: Words = ["停一停", "停一停", "Pause"];
pub const PACE: Words = ["快慢", "快慢", "Pace"];
pub const MARKS: Words = ["记下的位置", "記下的位置", "Kept spots"];
pub const MARK_NAME: Words = ["位置名称", "位置名稱", "Name of the spot"];
pub const RENAME: Words = ["改名", "改名", "Rename"];
pub const FORGET: Words = ["不再记", "不再記", "Forget"];
pub const KEEP: Words = ["记下这里", "記下這裡", "Keep this spot"];

pub fn kind(kind: DazzleKind) -> Words {
    match kind {
        DazzleKind::Glare => ["这时板面反光", "這時板面反光", "Glare on its face at this hour"],
        DazzleKind::Backlight => ["这时逆光", "這時逆光", "The sun stands behind it at this hour"],
    }
}

pub fn dazzle(lang: Lang, dazzle: &Dazzle) -> String {
    let clock = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let (number, from, to) = (dazzle.number, clock(dazzle.from.0), clock(dazzle.to.0));
    let word = lang.of(match dazzle.kind {
        DazzleKind::Glare => ["反光", "反光", "glare"],
        DazzleKind::Backlight => ["逆光", "逆光", "backlight"],
    });
    format!("{number:03}　{from}–{to}　{word}")
}

pub fn sun(lang: Lang, day: &str, altitude: f32) -> String {
    if altitude < 0.0 {
        return lang.of([
            format!("{day}，太阳还没出来或已经落下"),
            format!("{day}，太陽還沒出來或已經落下"),
            format!("{day}, the sun is down"),
        ]);
    }
    lang.of([
        format!("{day}，太阳高 {altitude:.0}°"),
        format!("{day}，太陽高 {altitude:.0}°"),
        format!("{day}, sun {altitude:.0}° high"),
    ])
}

pub fn stop(lang: Lang, at: usize, count: usize) -> String {
    lang.of([
        format!("第 {at} 站，共 {count} 站"),
        format!("第 {at} 站，共 {count} 站"),
        format!("Stop {at} of {count}"),
    ])
}

pub fn more(lang: Lang, count: usize) -> String {
    lang.of([
        format!("还有 {count} 处"),
        format!("還有 {count} 處"),
        format!("and {count} more"),
    ])
}

pub fn place(lang: Lang, count: usize) -> String {
    lang.of([
        format!("位置 {count}"),
        format!("位置 {count}"),
        format!("Spot {count}"),
    ])
}

pub fn not_here(lang: Lang, number: usize) -> String {
    lang.of([
        format!("{number} 号展板没有摆在这个广场上"),
        format!("{number} 號展板沒有擺在這個廣場上"),
        format!("Board {number} does not stand in this plaza"),
    ])
}
