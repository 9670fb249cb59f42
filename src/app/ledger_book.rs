//! The ledger as a workbook: the boards with their sums, and the units by state.

use super::summary::is_late;
use super::words::{self, Words};
use crate::base::{Day, Lang};
use crate::export::{Cell, Sheet, write_xlsx};
use crate::model::{BoardState, Committee, Exhibition};
use crate::workflow::{LedgerRow, phase};
use rust_xlsxwriter::XlsxError;

const AREA: Words = ["面积 m²", "面積 m²", "Area m²"];
const MATERIAL: Words = ["材料", "材料", "Material"];
const COPIES: Words = ["份数", "份數", "Copies"];
const PLACE: Words = ["广场位置 m", "廣場位置 m", "Place in the plaza, m"];
pub const DUE: Words = ["交稿日期", "交稿日期", "Due"];
const LATE: Words = ["迟交", "遲交", "Late"];

/// The bytes of the file.
pub fn ledger_book(show: &Exhibition, rows: &[LedgerRow], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    write_xlsx(&[boards(show, rows, lang), units(show, lang)])
}

fn boards(show: &Exhibition, rows: &[LedgerRow], lang: Lang) -> Sheet {
    let head = [
        words::NUMBER,
        words::CODE,
        words::TITLE,
        words::UNIT,
        words::STATE,
        DUE,
        words::TEMPLATE,
        words::SIZE,
        AREA,
        MATERIAL,
        COPIES,
        words::PHOTOS,
        words::CHARACTERS,
        words::ERRORS,
        words::WARNINGS,
        PLACE,
    ];
    let due = |row: &LedgerRow| {
        let unit = show.board_by_code(&row.code).map(|board| board.committee)?;
        show.show.due.get(&unit).map(Day::to_string)
    };
    let cells = |row: &LedgerRow| {
        vec![
            Cell::count(row.number),
            Cell::text(&row.code),
            Cell::text(&row.title),
            Cell::text(&row.committee),
            Cell::text(lang.of(words::state(row.state))),
            due(row).map_or(Cell::Empty, Cell::Text),
            Cell::text(&row.template),
            Cell::text(words::size_cm(row.width_mm, row.height_mm)),
            Cell::Number(row.area_m2),
            Cell::text(&row.material),
            Cell::Number(f64::from(row.copies)),
            Cell::count(row.photos),
            Cell::count(row.characters),
            Cell::count(row.errors),
            Cell::count(row.warnings),
            row.place
                .map_or(Cell::Empty, |[x, y]| Cell::text(format!("{x:.1}, {y:.1}"))),
        ]
    };
    let sum = |of: fn(&LedgerRow) -> usize| Cell::count(rows.iter().map(of).sum());
    let area: f64 = rows.iter().map(|row| row.area_m2 * f64::from(row.copies)).sum();
    let mut total = vec![Cell::Empty; head.len()];
    total[0] = Cell::text(lang.of(words::TOTAL));
    total[2] = Cell::text(words::boards(lang, rows.len()));
    // Of everything that is printed: copies count.
    total[8] = Cell::Number((area * 1000.0).round() / 1000.0);
    total[10] = Cell::Number(rows.iter().map(|row| f64::from(row.copies)).sum());
    total[11] = sum(|row| row.photos);
    total[12] = sum(|row| row.characters);
    total[13] = sum(|row| row.errors);
    total[14] = sum(|row| row.warnings);
    Sheet {
        name: lang.of(words::LEDGER).into(),
        head: head.map(|name| lang.of(name).to_string()).to_vec(),
        rows: rows.iter().map(cells).collect(),
        total,
    }
}

const STATES: [BoardState; 9] = [
    BoardState::Draft,
    BoardState::SelfChecked,
    BoardState::Submitted,
    BoardState::InReview,
    BoardState::Returned,
    BoardState::Approved,
    BoardState::SentToShop,
    BoardState::Printed,
    BoardState::Standing,
];

fn units(show: &Exhibition, lang: Lang) -> Sheet {
    let today = Day::today();
    let states = STATES.map(|state| lang.of(words::state(state)).to_string());
    let mut head = vec![lang.of(words::UNIT).to_string()];
    head.extend(states);
    head.extend([words::TOTAL, DUE, LATE].map(|name| lang.of(name).to_string()));
    let count = |unit: Option<&Committee>, state: Option<BoardState>| {
        let of_unit = |board: &&std::sync::Arc<crate::model::Board>| unit.is_none_or(|unit| board.committee == unit.id);
        let boards = show.boards.iter().filter(of_unit);
        boards
            .filter(|board| state.is_none_or(|state| show.state(board.id) == state))
            .count()
    };
    let row = |unit: Option<&Committee>, name: &str| {
        let mut cells = vec![Cell::text(name)];
        cells.extend(STATES.map(|state| Cell::count(count(unit, Some(state)))));
        cells.push(Cell::count(count(unit, None)));
        cells
    };
    let of_unit = |unit: &Committee| {
        let mut cells = row(Some(unit), words::name_of(&unit.name, lang));
        let due = show.show.due.get(&unit.id).copied();
        let boards = show.boards.iter().filter(|board| board.committee == unit.id);
        let late = boards
            .filter(|board| is_late(due, phase(show.state(board.id)), today))
            .count();
        cells.push(due.map_or(Cell::Empty, |day| Cell::text(day.to_string())));
        cells.push(if late > 0 { Cell::count(late) } else { Cell::Empty });
        cells
    };
    Sheet {
        name: lang.of(words::UNITS).into(),
        head,
        rows: show.committees.iter().map(of_unit).collect(),
        total: row(None, lang.of(words::TOTAL)),
    }
}
