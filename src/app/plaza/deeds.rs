//! Changes to the plan and the visiting order, as commands: pure, so that tests need no window.

use crate::geom::{Point, point, size, um};
use crate::model::{BoardId, Command, Exhibition, Plaza, PlazaId, Stand};
use crate::plaza::{Arrangement, Sights, fit, on_edge, stand_bounds};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Metres to a millimetre, which is how files keep them.
fn metres(p: Point) -> Point {
    point(um(p.x), um(p.y))
}

pub fn shifted(plaza: PlazaId, stands: &[(BoardId, Stand)], dx: f64, dy: f64) -> Command {
    let places = stands
        .iter()
        .map(|(id, stand)| {
            let at = metres(point(stand.at.x + dx, stand.at.y + dy));
            (*id, Some(Stand { at, ..*stand }))
        })
        .collect();
    Command::SetPlaces { plaza, places }
}

/// Clockwise about their common middle.
pub fn turned(plaza: PlazaId, stands: &[(BoardId, Stand)], degrees: f64) -> Option<Command> {
    let count = stands.len() as f64;
    if stands.is_empty() {
        return None;
    }
    let sum = stands.iter().fold(point(0.0, 0.0), |sum, (_, stand)| {
        point(sum.x + stand.at.x, sum.y + stand.at.y)
    });
    let middle = point(sum.x / count, sum.y / count);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let places = stands
        .iter()
        .map(|(id, stand)| {
            let (dx, dy) = (stand.at.x - middle.x, stand.at.y - middle.y);
            let at = metres(point(middle.x + dx * cos - dy * sin, middle.y + dx * sin + dy * cos));
            let facing = (stand.facing + degrees).rem_euclid(360.0);
            (*id, Some(Stand { at, facing, ..*stand }))
        })
        .collect();
    Some(Command::SetPlaces { plaza, places })
}

pub fn placed(plaza: PlazaId, board: BoardId, stand: Stand) -> Command {
    let at = metres(stand.at);
    Command::SetPlaces {
        plaza,
        places: vec![(board, Some(Stand { at, ..stand }))],
    }
}

/// The entrance at the edge nearest to a point.
pub fn entered(plaza: &Plaza, at: Point) -> Command {
    Command::SetPlaza(Arc::new(Plaza {
        entrance: Some(on_edge(plaza, at)),
        ..plaza.clone()
    }))
}

pub fn taken_off(plaza: PlazaId, stands: &[(BoardId, Stand)]) -> Option<Command> {
    let places: Vec<(BoardId, Option<Stand>)> = stands.iter().map(|(id, _)| (*id, None)).collect();
    (!places.is_empty()).then_some(Command::SetPlaces { plaza, places })
}

/// Rows on free ground south of all that stands; the plaza grows if it must.
pub fn all_placed(exhibition: &Exhibition, plaza: &Plaza, homeless: &[BoardId], wish: &Arrangement) -> Option<Command> {
    if homeless.is_empty() {
        return None;
    }
    let standing = plaza.places.iter().filter_map(|(id, stand)| {
        let board = exhibition.board(*id)?;
        Some(stand_bounds(board, stand).bottom())
    });
    let lowest = standing.fold(0.0_f64, f64::max);
    let mut y = if plaza.places.is_empty() {
        wish.margin
    } else {
        lowest + wish.aisle
    };
    let mut x = wish.margin;
    let mut grown = plaza.clone();
    for id in homeless {
        let Some(board) = exhibition.board(*id) else { continue };
        let width = board.size.w / 1000.0;
        if x > wish.margin && x + width > plaza.size.w - wish.margin {
            x = wish.margin;
            y += wish.aisle;
        }
        let at = metres(point(x + width / 2.0, y));
        grown.places.insert(*id, Stand::new(at, 0.0));
        x += width + wish.gap;
        grown.size.w = grown.size.w.max((x - wish.gap + wish.margin).ceil());
    }
    grown.size.h = grown.size.h.max((y + wish.margin).ceil());
    Some(Command::SetPlaza(Arc::new(grown)))
}

/// The whole show in rows; what stands in another plaza stays there.
pub fn arranged(exhibition: &Exhibition, plaza: Option<&Plaza>, wish: &Arrangement, sights: &Sights) -> Command {
    let arranged = Arc::new(fit(exhibition, plaza, wish, sights).plaza);
    if plaza.is_some() {
        Command::SetPlaza(arranged)
    } else {
        Command::AddPlaza(arranged)
    }
}

/// The order with these boards before the one that is at `at` now; `None` where nothing changes.
pub fn reordered(order: &[BoardId], moving: &[BoardId], at: usize) -> Option<Command> {
    let is_moving: BTreeMap<BoardId, ()> = moving.iter().map(|id| (*id, ())).collect();
    let moved = order.iter().filter(|id| is_moving.contains_key(id)).copied();
    let rest =
        |part: &[BoardId]| -> Vec<BoardId> { part.iter().filter(|id| !is_moving.contains_key(id)).copied().collect() };
    let (before, after) = order.split_at(at.min(order.len()));
    let mut new = rest(before);
    new.extend(moved);
    new.extend(rest(after));
    (new != order).then_some(Command::SetOrder(new))
}

/// All of them one place to the front, or to the back.
pub fn stepped(order: &[BoardId], moving: &[BoardId], is_later: bool) -> Option<Command> {
    let at = |id: &BoardId| order.iter().position(|other| other == id);
    let places = moving.iter().filter_map(at);
    let to = if is_later {
        places.max()? + 2
    } else {
        places.min()?.checked_sub(1)?
    };
    (to <= order.len()).then(|| reordered(order, moving, to)).flatten()
}

pub fn new_plaza(name: String) -> Plaza {
    Plaza::new(PlazaId::random(), name, size(40.0, 30.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(count: u128) -> Vec<BoardId> {
        (1..=count).map(BoardId).collect()
    }

    fn order(command: Option<Command>) -> Vec<u128> {
        match command {
            Some(Command::SetOrder(order)) => order.into_iter().map(|id| id.0).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn boards_go_between_others_and_keep_their_own_order() {
        let all = ids(5);
        assert_eq!(order(reordered(&all, &[all[3], all[1]], 0)), [2, 4, 1, 3, 5]);
        assert_eq!(order(reordered(&all, &[all[0]], 5)), [2, 3, 4, 5, 1]);
        assert_eq!(reordered(&all, &[all[2]], 2), None);
        assert_eq!(reordered(&all, &[all[2]], 3), None);
    }

    #[test]
    fn one_step_earlier_and_later_stop_at_the_ends() {
        let all = ids(4);
        assert_eq!(order(stepped(&all, &[all[1]], true)), [1, 3, 2, 4]);
        assert_eq!(order(stepped(&all, &[all[1]], false)), [2, 1, 3, 4]);
        assert_eq!(stepped(&all, &[all[3]], true), None);
        assert_eq!(stepped(&all, &[all[0]], false), None);
    }

    #[test]
    fn four_quarter_turns_bring_a_group_back() {
        let stand = |x: f64| Stand::new(point(x, 3.0), 0.0);
        let start = vec![(BoardId(1), stand(1.0)), (BoardId(2), stand(3.0))];
        let mut now = start.clone();
        for turn in 0..4 {
            let Some(Command::SetPlaces { places, .. }) = turned(PlazaId(1), &now, 90.0) else {
                panic!("there is something to turn");
            };
            now = places.into_iter().map(|(id, stand)| (id, stand.unwrap())).collect();
            if turn == 0 {
                assert_eq!(now[0].1.at, point(2.0, 2.0), "clockwise: the western board goes north");
                assert_eq!(now[0].1.facing, 90.0);
            }
        }
        assert_eq!(now, start);
    }
}
