//! Rows of the table for what is put on a board: texts, photos, contents, what is drawn, files.

use super::table::{on_board, plain, row};
use super::{Action, Row};
use crate::app::words;
use egui::Key;
use egui_material_icons::icons as i;

pub const ADD_TEXT: Row = row(
    Action::AddText,
    words::ADD_TEXT,
    [
        "放在空处，直接输入",
        "放在空處，直接輸入",
        "Where there is room; type at once",
    ],
    i::ICON_TEXT_FIELDS,
    plain(Key::T),
    on_board,
);

pub const ADD_PHOTO_PLACE: Row = row(
    Action::AddPhotoPlace,
    words::ADD_PHOTO_PLACE,
    [
        "空着的照片位，再放照片",
        "空著的照片位，再放照片",
        "An empty place; then put a photo in",
    ],
    i::ICON_ADD_PHOTO_ALTERNATE,
    plain(Key::P),
    on_board,
);

pub const ADD_NUMBER: Row = row(
    Action::AddNumber,
    words::ADD_NUMBER,
    [
        "数字、单位、说明各一处，直接输入",
        "數字、單位、說明各一處，直接輸入",
        "A figure, its unit and what it counts; type at once",
    ],
    i::ICON_TAG,
    None,
    on_board,
);

pub const ADD_QUOTE: Row = row(
    Action::AddQuote,
    words::ADD_QUOTE,
    ["谁说的、说了什么", "誰說的、說了什麼", "What was said, and by whom"],
    i::ICON_FORMAT_QUOTE,
    None,
    on_board,
);

pub const ADD_QR: Row = row(
    Action::AddQr,
    words::ADD_QR,
    [
        "填网址或文字，扫一扫就能看",
        "填網址或文字，掃一掃就能看",
        "An address or a text to scan",
    ],
    i::ICON_QR_CODE,
    None,
    on_board,
);

pub const ADD_TABLE: Row = row(
    Action::AddTable,
    words::ADD_TABLE,
    [
        "可从表格软件粘贴",
        "可從試算表軟體貼上",
        "Or paste one from a spreadsheet",
    ],
    i::ICON_TABLE_ROWS,
    None,
    on_board,
);

pub const ADD_STEP: Row = row(
    Action::AddStep,
    words::ADD_STEP,
    [
        "小标题和一两行说明",
        "小標題和一兩行說明",
        "A short head and a line or two",
    ],
    i::ICON_FORMAT_LIST_NUMBERED,
    None,
    on_board,
);

pub const ADD_CHANGE: Row = row(
    Action::AddChange,
    words::ADD_CHANGE,
    ["从多少到多少", "從多少到多少", "From what to what"],
    i::ICON_COMPARE_ARROWS,
    None,
    on_board,
);

pub const ADD_RECT: Row = row(
    Action::AddRect,
    words::ADD_RECT,
    [
        "色块、边框、底板",
        "色塊、邊框、底板",
        "A block of colour, a frame, a plate",
    ],
    i::ICON_RECTANGLE,
    None,
    on_board,
);

pub const ADD_ELLIPSE: Row = row(
    Action::AddEllipse,
    words::ADD_ELLIPSE,
    [
        "宽高一样就是圆",
        "寬高一樣就是圓",
        "A circle where both sides are equal",
    ],
    i::ICON_CIRCLE,
    None,
    on_board,
);

pub const ADD_LINE: Row = row(
    Action::AddLine,
    words::ADD_LINE,
    ["拖动两端改方向", "拖曳兩端改方向", "Drag its ends to turn it"],
    i::ICON_DIAGONAL_LINE,
    None,
    on_board,
);

pub const ADD_ARROW: Row = row(
    Action::AddArrow,
    words::ADD_ARROW,
    ["一端或两端带箭头", "一端或兩端帶箭頭", "With a head at one end or both"],
    i::ICON_ARROW_RIGHT_ALT,
    None,
    on_board,
);

pub const ADD_ART: Row = row(
    Action::AddArt,
    words::ADD_ART,
    [
        "SVG 矢量图；也可以直接拖到展板上",
        "SVG 向量圖；也可以直接拖到展板上",
        "An SVG file; or drop it on the board",
    ],
    i::ICON_SHAPES,
    None,
    on_board,
);

pub const ADD_EMBLEM: Row = row(
    Action::AddEmblem,
    words::ADD_EMBLEM,
    [
        "主办方给的 SVG 或 PNG，保持原样",
        "主辦單位給的 SVG 或 PNG，保持原樣",
        "The organizer's SVG or PNG, kept as it is",
    ],
    i::ICON_VERIFIED,
    None,
    on_board,
);
