//! Words of days and months.

use super::Words;
use crate::base::Lang;

pub const DAY_BEFORE: Words = ["前一天", "前一天", "The day before"];
pub const DAY_AFTER: Words = ["后一天", "後一天", "The day after"];
pub const CALENDAR: Words = ["日历", "日曆", "Calendar"];
pub const MONTH_BEFORE: Words = ["上个月", "上個月", "The month before"];
pub const MONTH_AFTER: Words = ["下个月", "下個月", "The month after"];
pub const WEEKDAYS: [Words; 7] = [
    ["一", "一", "Mo"],
    ["二", "二", "Tu"],
    ["三", "三", "We"],
    ["四", "四", "Th"],
    ["五", "五", "Fr"],
    ["六", "六", "Sa"],
    ["日", "日", "Su"],
];
pub const NO_DAY: Words = [
    "没有这一天。写成 2026-12-01 这样",
    "沒有這一天。請寫成 2026-12-01 這樣",
    "There is no such day. Write it as 2026-12-01",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The title of a calendar's month, from 1 to 12.
pub fn month(lang: Lang, year: u16, month: u8) -> String {
    let name = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"");
    lang.of([
        format!("{year} 年 {month} 月"),
        format!("{year} 年 {month} 月"),
        format!("{name} {year}"),
    ])
}
