//! Boards that stand in one line: rows as people see them on the plan.

use super::{along, facing_vector};
use crate::geom::Point;
use crate::model::{BoardId, Exhibition, Plaza, Stand};

/// Wider gaps part a row, in metres: people walk through them.
const PARTED: f64 = 4.0;

/// From the reader's left to the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub boards: Vec<BoardId>,
    pub facing: f64,
    /// Its ends on the foot line.
    pub ends: [Point; 2],
}

/// All rows, single boards too, in the order in which their first boards are visited.
pub fn rows_of(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Row> {
    let mut lines: Vec<Vec<(BoardId, Stand, f64)>> = Vec::new();
    for id in exhibition.order.iter() {
        let (Some(stand), Some(board)) = (plaza.places.get(id), exhibition.board(*id)) else {
            continue;
        };
        let one = (*id, *stand, board.size.w / 1000.0);
        match lines.iter_mut().rev().find(|line| is_on_line(&line[0].1, stand)) {
            Some(line) => line.push(one),
            None => lines.push(vec![one]),
        }
    }
    let mut rows = Vec::new();
    for mut line in lines {
        let side = along(line[0].1.facing);
        let place = |stand: &Stand| stand.at.x * side.x + stand.at.y * side.y;
        line.sort_by(|a, b| place(&a.1).total_cmp(&place(&b.1)));
        let is_near = |a: &(BoardId, Stand, f64), b: &(BoardId, Stand, f64)| {
            place(&b.1) - place(&a.1) - (a.2 + b.2) / 2.0 <= PARTED
        };
        rows.extend(line.chunk_by(is_near).map(row));
    }
    let number = |row: &Row| {
        let of = |id: &BoardId| exhibition.order.iter().position(|other| other == id);
        row.boards.iter().filter_map(of).min()
    };
    rows.sort_by_cached_key(number);
    rows
}

fn row(line: &[(BoardId, Stand, f64)]) -> Row {
    let (first, last) = (&line[0], &line[line.len() - 1]);
    let end = |(_, stand, width): &(BoardId, Stand, f64), sign: f64| {
        let side = along(stand.facing);
        let half = width / 2.0 * sign;
        crate::geom::point(stand.at.x + side.x * half, stand.at.y + side.y * half)
    };
    Row {
        boards: line.iter().map(|(id, ..)| *id).collect(),
        facing: first.1.facing,
        ends: [end(first, -1.0), end(last, 1.0)],
    }
}

/// They look the same way and stand on one line, to half a metre.
pub(super) fn is_on_line(first: &Stand, second: &Stand) -> bool {
    let turn = (first.facing - second.facing).rem_euclid(360.0);
    let front = facing_vector(first.facing);
    let (dx, dy) = (second.at.x - first.at.x, second.at.y - first.at.y);
    turn.min(360.0 - turn) < 20.0 && (dx * front.x + dy * front.y).abs() <= 0.5
}
