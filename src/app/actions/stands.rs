//! Rows of the table for boards on the plan: rows by hand, ways to arrange, the order.

use super::table::{on_plaza, plain, row, stand};
use super::{Action, Row};
use egui::Key;
use egui_material_icons::icons as i;

/// What a hand does to a row, as the panel shows it.
pub const OF_ROWS: &[Action] = &[
    Action::SelectRow,
    Action::LineUp,
    Action::SpreadRow,
    Action::SpaceRow,
    Action::TurnRow,
    Action::MirrorBoards,
    Action::SwapBoards,
];

pub const SELECT_ROW: Row = row(
    Action::SelectRow,
    ["选中整行", "選取整列", "Choose the whole row"],
    [
        "和它站成一行的展板",
        "和它站成一列的展板",
        "All boards that stand in line with it",
    ],
    i::ICON_LINEAR_SCALE,
    plain(Key::L),
    stand,
);

pub const LINE_UP: Row = row(
    Action::LineUp,
    ["排齐", "對齊成列", "Line up"],
    [
        "都站到第一块的线上，朝同一边",
        "都站到第一塊的線上，朝同一邊",
        "All on the line of the first one, looking the same way",
    ],
    i::ICON_ALIGN_VERTICAL_CENTER,
    None,
    stand,
);

pub const SPREAD_ROW: Row = row(
    Action::SpreadRow,
    ["等距", "等距", "Equal gaps"],
    [
        "两头不动，中间隔得一样远",
        "兩頭不動，中間隔得一樣遠",
        "The outer two stay; gaps become equal",
    ],
    i::ICON_HORIZONTAL_DISTRIBUTE,
    None,
    stand,
);

pub const SPACE_ROW: Row = row(
    Action::SpaceRow,
    ["按板间距离重排", "依板間距離重排", "Gaps as set"],
    [
        "左头不动，按右边设的板间距离",
        "左頭不動，依右邊設的板間距離",
        "The leftmost stays; gaps as set in the panel",
    ],
    i::ICON_TABLE_ROWS,
    None,
    stand,
);

pub const TURN_ROW: Row = row(
    Action::TurnRow,
    ["整行调头", "整列調頭", "Turn round"],
    [
        "绕自己的中点转半圈，编号跟着板走",
        "繞自己的中點轉半圈，編號跟著板走",
        "Half a turn about their middle",
    ],
    i::ICON_FLIP,
    None,
    stand,
);

pub const SWAP_BOARDS: Row = row(
    Action::SwapBoards,
    ["两块对调", "兩塊對調", "Swap two boards"],
    [
        "选两块，位置和编号一起换",
        "選兩塊，位置和編號一起換",
        "Choose two: places and numbers change hands",
    ],
    i::ICON_SWAP_HORIZ,
    None,
    stand,
);

pub const MIRROR_BOARDS: Row = row(
    Action::MirrorBoards,
    ["左右翻转", "左右翻轉", "Mirror"],
    [
        "左边的到右边，编号照旧从左到右",
        "左邊的到右邊，編號照舊從左到右",
        "Left becomes right; numbers go on from left to right",
    ],
    i::ICON_COMPARE,
    None,
    stand,
);

pub const PIN_BOARDS: Row = row(
    Action::PinBoards,
    ["固定", "固定", "Pin"],
    [
        "自动排的时候不动它；再按一次松开",
        "自動排的時候不動它；再按一次鬆開",
        "Arranging leaves it alone; once more lets go",
    ],
    i::ICON_PUSH_PIN,
    None,
    stand,
);

pub const VARIANTS: Row = row(
    Action::Variants,
    ["比一比几种摆法", "比一比幾種擺法", "Compare arrangements"],
    [
        "几张小图并排，写明走多远、晒不晒、挡不挡风",
        "幾張小圖並排，寫明走多遠、曬不曬、擋不擋風",
        "Small plans side by side with walk, sun and wind",
    ],
    i::ICON_VIEW_STREAM,
    None,
    on_plaza,
);

pub const ORDER_BOARDS: Row = row(
    Action::OrderBoards,
    ["重排次序", "重排順序", "Order anew"],
    [
        "按单位、主题、日期、笔画、拼音或位置",
        "依單位、主題、日期、筆畫、拼音或位置",
        "By units, theme, date, strokes, sound or place",
    ],
    i::ICON_SORT,
    None,
    on_plaza,
);

pub const DUPLICATE_PLAZA: Row = row(
    Action::DuplicatePlaza,
    ["复制广场", "複製廣場", "Duplicate plaza"],
    [
        "同样的场地，上面还没有展板",
        "同樣的場地，上面還沒有展板",
        "The same ground without boards",
    ],
    i::ICON_CONTENT_COPY,
    None,
    on_plaza,
);
