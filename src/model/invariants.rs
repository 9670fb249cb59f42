//! What holds of every exhibition, whatever happened to it. Commands refuse what would break it; `store` mends
//! what damage broke.

use super::{Board, Exhibition};
use std::collections::BTreeSet;

/// What is wrong, one line each; empty for every exhibition that only commands have changed.
pub fn invariants(exhibition: &Exhibition) -> Vec<String> {
    let mut wrong = Vec::new();
    let boards: BTreeSet<_> = exhibition.boards.iter().map(|board| board.id).collect();
    let codes: BTreeSet<_> = exhibition.boards.iter().map(|board| board.code.as_str()).collect();
    let committees: BTreeSet<_> = exhibition.committees.iter().map(|committee| committee.id).collect();
    let order: BTreeSet<_> = exhibition.order.iter().copied().collect();
    let mut must = |holds: bool, what: String| {
        if !holds {
            wrong.push(what);
        }
    };

    must(boards.len() == exhibition.boards.len(), "two boards share an id".into());
    must(codes.len() == exhibition.boards.len(), "two boards share a code".into());
    must(
        committees.len() == exhibition.committees.len(),
        "two committees share an id".into(),
    );
    must(
        order == boards && order.len() == exhibition.order.len(),
        "the order does not name every board once".into(),
    );
    for id in exhibition.states.keys() {
        must(
            boards.contains(id),
            format!("a state is kept for {id:?}, which is gone"),
        );
    }
    let plazas: BTreeSet<_> = exhibition.plazas.iter().map(|plaza| plaza.id).collect();
    must(plazas.len() == exhibition.plazas.len(), "two plazas share an id".into());
    for plaza in &exhibition.plazas {
        for id in plaza.places.keys() {
            must(boards.contains(id), format!("{id:?} has a place and is gone"));
        }
        for stop in plaza.tours.iter().flat_map(|tour| &tour.stops) {
            must(
                boards.contains(&stop.board),
                format!("{:?} is a stop and is gone", stop.board),
            );
        }
        for photo in plaza.files() {
            must(
                exhibition.photos.contains_key(&photo),
                format!("a plaza shows unknown {photo:?}"),
            );
        }
    }
    let binned: BTreeSet<_> = exhibition.bin.iter().map(|binned| binned.board.id).collect();
    must(
        binned.len() == exhibition.bin.len() && binned.is_disjoint(&boards),
        "a board is twice in the bin, or there and deleted".into(),
    );
    for board in &exhibition.boards {
        must(
            committees.contains(&board.committee),
            format!("{} belongs to no committee", board.code),
        );
        must(
            exhibition.templates.contains_key(&board.template),
            format!("the template of {} is not stored", board.code),
        );
        for photo in board.files() {
            must(
                exhibition.photos.contains_key(&photo),
                format!("{} shows unknown {photo:?}", board.code),
            );
        }
        board_invariants(board, &mut must);
    }
    wrong
}

fn board_invariants(board: &Board, must: &mut impl FnMut(bool, String)) {
    let code = &board.code;
    let ids: BTreeSet<_> = board.elements.iter().map(|element| element.id).collect();
    must(!code.trim().is_empty(), "a board has no code".into());
    must(
        ids.len() == board.elements.len(),
        format!("two elements of {code} share an id"),
    );
    must(
        board
            .elements
            .is_sorted_by(|one, next| (&one.z, one.id) <= (&next.z, next.id)),
        format!("the elements of {code} are out of order"),
    );
    must(
        super::apply::settled(board).is_ok_and(|board| board.is_none()),
        format!("{code} has a number that is not rounded or out of reach"),
    );
}
