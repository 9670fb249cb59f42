//! What was deleted waits here, with the place it came from. Emptied by command alone: days are counted by who asks.

use super::apply::{checked_board, refuse};
use super::{Board, BoardId, BoardState, Committee, Exhibition, PlazaId, Refusal, Stand};
use crate::base::say::ModelSay;
use std::sync::Arc;

/// A deleted board.
#[derive(Clone, Debug, PartialEq)]
pub struct Binned {
    pub board: Arc<Board>,
    /// Its unit as it was, should that go too.
    pub unit: Option<Committee>,
    pub state: BoardState,
    /// 1-based place in the display sequence.
    pub number: usize,
    pub places: Vec<(PlazaId, Stand)>,
    /// When it was deleted (`base::utc`).
    pub at: String,
}

impl Binned {
    /// So many days a deleted board can come back.
    pub const DAYS: i64 = 30;

    pub fn of(show: &Exhibition, board: &Arc<Board>, at: &str) -> Binned {
        let places = show.plazas.iter();
        let places = places.filter_map(|plaza| Some((plaza.id, *plaza.places.get(&board.id)?)));
        Binned {
            board: board.clone(),
            unit: show.committee(board.committee).cloned(),
            state: show.state(board.id),
            number: show.number(board.id).unwrap_or(show.order.len() + 1),
            places: places.collect(),
            at: at.to_string(),
        }
    }
}

/// The code, or with a number behind it the first one that is free.
pub fn free_code(code: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{code}-{number}"));
    let mut codes = [code.to_string()].into_iter().chain(numbered);
    codes.find(|code| !is_taken(code)).unwrap_or_else(|| code.to_string())
}

pub(super) fn restore(show: &mut Exhibition, id: BoardId) -> Result<(), Refusal> {
    let Some(binned) = show.bin.iter().find(|binned| binned.board.id == id).cloned() else {
        return refuse(ModelSay::BoardGone);
    };
    if show.board(id).is_some() {
        return refuse(ModelSay::BoardThere);
    }
    let body = &binned.board;
    if show.committee(body.committee).is_none()
        && let Some(unit) = &binned.unit
    {
        Arc::make_mut(&mut show.committees).push(unit.clone());
    }
    let code = free_code(&body.code, |code| show.board_by_code(code).is_some());
    let body = if code == body.code {
        body.clone()
    } else {
        Arc::new(Board {
            code,
            ..Board::clone(body)
        })
    };
    let body = checked_board(show, &body)?;
    show.boards.push(body);
    let order = Arc::make_mut(&mut show.order);
    order.insert((binned.number - 1).min(order.len()), id);
    if binned.state != BoardState::Draft {
        Arc::make_mut(&mut show.states).insert(id, binned.state);
    }
    for (plaza, stand) in &binned.places {
        if let Some(plaza) = show.plazas.iter_mut().find(|other| other.id == *plaza) {
            Arc::make_mut(plaza).places.insert(id, *stand);
        }
    }
    Arc::make_mut(&mut show.bin).retain(|other| other.board.id != id);
    Ok(())
}

pub(super) fn empty(show: &mut Exhibition, boards: &[BoardId]) {
    if show.bin.iter().any(|binned| boards.contains(&binned.board.id)) {
        Arc::make_mut(&mut show.bin).retain(|binned| !boards.contains(&binned.board.id));
    }
}
