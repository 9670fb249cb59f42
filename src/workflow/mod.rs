//! How far each board is: states with their allowed changes, ledger rows, what a shop makes, what still stands in the
//! way. Pure.

mod gate;
mod job;
mod meeting;

pub use gate::{Gate, changed_since_sent, sent, unchanged_since};
pub use job::{JobRow, RollUse, job, roll_use, sums};
pub use meeting::{called, decided, joined, steps_to};

use crate::base::{Finding, Severity};
use crate::model::{Board, BoardState, Element, ElementKind, Exhibition, TwoScript};
use serde::Serialize;

/// The states a board may go to from this one, in the order a menu shows them.
pub fn next_states(from: BoardState) -> &'static [BoardState] {
    use BoardState::*;
    match from {
        Draft => &[SelfChecked, Submitted],
        SelfChecked => &[Submitted, Draft],
        Submitted => &[InReview, Draft],
        InReview => &[Approved, Returned],
        Returned => &[Draft, Submitted],
        Approved => &[SentToShop, Returned],
        SentToShop => &[Printed, Approved],
        Printed => &[Standing, SentToShop],
        Standing => &[Printed],
    }
}

/// The five phases of the overview: 0 draft, 1 waiting for review, 2 returned, 3 approved, 4 at the shop.
pub fn phase(state: BoardState) -> usize {
    use BoardState::*;
    match state {
        Draft | SelfChecked => 0,
        Submitted | InReview => 1,
        Returned => 2,
        Approved => 3,
        SentToShop | Printed | Standing => 4,
    }
}

/// One board in the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerRow {
    pub number: usize,
    pub code: String,
    pub title: String,
    pub committee: String,
    pub state: BoardState,
    pub template: String,
    pub width_mm: f64,
    pub height_mm: f64,
    pub area_m2: f64,
    pub material: String,
    pub copies: u32,
    pub photos: usize,
    pub characters: usize,
    pub errors: usize,
    pub warnings: usize,
    /// Metres on the first plaza, if it stands there.
    pub place: Option<[f64; 2]>,
}

/// One row a board, in display sequence; `findings` are those of the whole show.
pub fn ledger(exhibition: &Exhibition, findings: &[Finding]) -> Vec<LedgerRow> {
    let boards = exhibition.in_order();
    let rows = boards.into_iter().enumerate().map(|(index, board)| LedgerRow {
        number: index + 1,
        code: board.code.clone(),
        title: board.title(),
        committee: exhibition
            .committee(board.committee)
            .map(|committee| committee.name.of(board.script).to_string())
            .unwrap_or_default(),
        state: exhibition.state(board.id),
        template: board.template.name.clone(),
        width_mm: board.size.w,
        height_mm: board.size.h,
        area_m2: (board.size.w * board.size.h / 1000.0).round() / 1000.0,
        material: board.make.material.clone(),
        copies: board.make.copies,
        photos: board.photos().count(),
        characters: characters(board),
        errors: count(findings, &board.code, Severity::Error),
        warnings: count(findings, &board.code, Severity::Warning),
        place: exhibition
            .plazas
            .iter()
            .find_map(|plaza| plaza.places.get(&board.id))
            .map(|stand| [stand.at.x, stand.at.y]),
    });
    rows.collect()
}

fn count(findings: &[Finding], code: &str, severity: Severity) -> usize {
    let of_board = |finding: &&Finding| finding.place.board.as_deref() == Some(code) && finding.severity == severity;
    findings.iter().filter(of_board).count()
}

/// Characters that a reader meets, spaces aside, in the script a board is written in.
fn characters(board: &Board) -> usize {
    let visible = |text: &TwoScript| text.source.to_plain().chars().filter(|c| !c.is_whitespace()).count();
    let of_element = |element: &Element| -> usize {
        let of_texts = element.texts().into_iter().map(visible).sum::<usize>();
        match &element.kind {
            ElementKind::Number(number) => of_texts + number.value.chars().count(),
            _ => of_texts,
        }
    };
    board.elements.iter().map(|element| of_element(element)).sum()
}
