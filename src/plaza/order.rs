//! The display sequence that a plan shows: numbers follow where people put the boards.

use super::{along, facing_vector};
use crate::model::{BoardId, Exhibition, Plaza, Stand};

/// Boards row by row from the north, each row from the reader's left to right; boards without a place keep their
/// order after all others.
pub fn order_from_places(exhibition: &Exhibition, plaza: &Plaza) -> Vec<BoardId> {
    let mut rows: Vec<Vec<(BoardId, Stand)>> = Vec::new();
    let mut placed: Vec<(BoardId, Stand)> = exhibition
        .order
        .iter()
        .filter_map(|id| plaza.places.get(id).map(|stand| (*id, *stand)))
        .collect();
    placed.sort_by(|a, b| a.1.at.y.total_cmp(&b.1.at.y));
    for (id, stand) in placed {
        match rows.iter_mut().rev().find(|row| is_same_row(&row[0].1, &stand)) {
            Some(row) => row.push((id, stand)),
            None => rows.push(vec![(id, stand)]),
        }
    }
    for row in &mut rows {
        let side = along(row[0].1.facing);
        row.sort_by(|a, b| (a.1.at.x * side.x + a.1.at.y * side.y).total_cmp(&(b.1.at.x * side.x + b.1.at.y * side.y)));
    }
    let mut order: Vec<BoardId> = rows.into_iter().flatten().map(|(id, _)| id).collect();
    order.extend(exhibition.order.iter().filter(|id| !plaza.places.contains_key(id)));
    order
}

/// They look the same way and stand on one line, to half a metre.
fn is_same_row(first: &Stand, second: &Stand) -> bool {
    let turn = (first.facing - second.facing).rem_euclid(360.0);
    let front = facing_vector(first.facing);
    let (dx, dy) = (second.at.x - first.at.x, second.at.y - first.at.y);
    turn.min(360.0 - turn) < 20.0 && (dx * front.x + dy * front.y).abs() <= 0.5
}
