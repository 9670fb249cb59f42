//! One stand on the ground: its outline, what the pointer hits, where a dragged board comes to rest.

use crate::geom::{Point, Rect, point, rect};
use crate::model::{Board, BoardId, Exhibition, Foot, Plaza, Stand};

/// A board in its steel frame from face to back, in metres. Its two feet lie before and behind, flat on the ground:
/// people step over them, as they do over a chair's.
pub const DEPTH: f64 = 0.1;

/// From face to back of what holds a board up, in metres. Usual figures of those who rent them out; of two boards that
/// share one foot, each has its own half.
pub fn depth(foot: Foot) -> f64 {
    match foot {
        Foot::Frame | Foot::BackToBack => DEPTH,
        // A roof of two boards, 1.8 m high and 0.9 m wide at the ground.
        Foot::AFrame => 0.45,
        // Tubes 0.3 m apart on plates of 0.6 m.
        Foot::Truss => 0.6,
        // The case is 0.1 m deep, its turned-out feet 0.35 m.
        Foot::RollUp => 0.35,
        // Three legs under a board that leans back.
        Foot::Easel => 0.7,
        // The board and its battens.
        Foot::OnWall => 0.06,
    }
}

/// How high the board's lower edge hangs above the ground, in metres.
pub fn lift(foot: Foot) -> f64 {
    match foot {
        Foot::Frame | Foot::BackToBack => 0.6,
        Foot::AFrame | Foot::RollUp => 0.1,
        Foot::Truss => 0.5,
        Foot::Easel => 0.7,
        Foot::OnWall => 0.9,
    }
}

/// A line the window may draw while a board snaps to it, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    pub from: Point,
    pub to: Point,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Snapped {
    pub stand: Stand,
    pub guides: Vec<Guide>,
}

/// The way the face looks, of length 1.
pub fn facing_vector(facing: f64) -> Point {
    let (sin, cos) = facing.to_radians().sin_cos();
    point(-sin, cos)
}

/// From the reader's left to the reader's right, of length 1.
pub fn along(facing: f64) -> Point {
    let (sin, cos) = facing.to_radians().sin_cos();
    point(cos, sin)
}

/// The board's outline on the ground: reader's left front, right front, right back, left back.
pub fn footprint(board: &Board, stand: &Stand) -> [Point; 4] {
    let half = board.size.w / 2000.0;
    let deep = depth(stand.foot) / 2.0;
    box_before(stand, half, -deep, deep)
}

/// A rectangle on the ground as wide as twice `half`, from `near` to `far` in front of the foot line.
pub(super) fn box_before(stand: &Stand, half: f64, near: f64, far: f64) -> [Point; 4] {
    let (side, front) = (along(stand.facing), facing_vector(stand.facing));
    let corner = |a: f64, b: f64| {
        point(
            stand.at.x + side.x * a + front.x * b,
            stand.at.y + side.y * a + front.y * b,
        )
    };
    [
        corner(-half, far),
        corner(half, far),
        corner(half, near),
        corner(-half, near),
    ]
}

/// Smallest upright rectangle around the outline.
pub fn stand_bounds(board: &Board, stand: &Stand) -> Rect {
    bounds(&footprint(board, stand))
}

/// Smallest upright rectangle around some points; of none, nothing at the corner of the ground.
pub fn bounds(corners: &[Point]) -> Rect {
    let Some(first) = corners.first() else {
        return Rect::default();
    };
    corners.iter().fold(rect(first.x, first.y, 0.0, 0.0), |all, p| {
        all.union(&rect(p.x, p.y, 0.0, 0.0))
    })
}

/// The board under a point, the nearest one within `slack` metres of its outline.
pub fn hit(exhibition: &Exhibition, plaza: &Plaza, at: Point, slack: f64) -> Option<BoardId> {
    let mut best: Option<(f64, BoardId)> = None;
    for (id, stand) in &plaza.places {
        let Some(board) = exhibition.board(*id) else { continue };
        let distance = distance(board, stand, at);
        if distance <= slack && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, *id));
        }
    }
    best.map(|(_, id)| id)
}

/// From a point to the outline, in metres; 0 inside it.
pub fn distance(board: &Board, stand: &Stand, at: Point) -> f64 {
    let (side, front) = (along(stand.facing), facing_vector(stand.facing));
    let (dx, dy) = (at.x - stand.at.x, at.y - stand.at.y);
    let beside = ((dx * side.x + dy * side.y).abs() - board.size.w / 2000.0).max(0.0);
    let before = ((dx * front.x + dy * front.y).abs() - depth(stand.foot) / 2.0).max(0.0);
    beside.hypot(before)
}

/// Where a dragged board comes to rest: on the line of a neighbour that looks the same way, at the usual gap beside it,
/// else on a grid of 10 cm. `reach` in metres.
pub fn snap(exhibition: &Exhibition, plaza: &Plaza, id: BoardId, wish: Stand, gap: f64, reach: f64) -> Snapped {
    let free = Stand {
        at: point((wish.at.x * 10.0).round() / 10.0, (wish.at.y * 10.0).round() / 10.0),
        facing: wish.facing.rem_euclid(360.0),
        ..wish
    };
    let none = Snapped {
        stand: free,
        guides: Vec::new(),
    };
    let Some(board) = exhibition.board(id) else { return none };
    let (side, front) = (along(free.facing), facing_vector(free.facing));
    let mut best: Option<(f64, Snapped)> = None;
    for (other_id, other) in plaza.places.iter().filter(|(other, _)| **other != id) {
        let turn = (other.facing - free.facing).rem_euclid(360.0);
        let Some(neighbour) = exhibition.board(*other_id).filter(|_| turn.min(360.0 - turn) < 0.5) else {
            continue;
        };
        let (dx, dy) = (wish.at.x - other.at.x, wish.at.y - other.at.y);
        let beside = dx * side.x + dy * side.y;
        let before = dx * front.x + dy * front.y;
        if before.abs() > reach {
            continue;
        }
        let usual = (board.size.w + neighbour.size.w) / 2000.0 + gap;
        let at_usual = (beside.abs() - usual).abs() <= reach;
        let beside = if at_usual { usual * beside.signum() } else { beside };
        let at = point(other.at.x + side.x * beside, other.at.y + side.y * beside);
        let moved = (at.x - wish.at.x).hypot(at.y - wish.at.y);
        // A neighbour at the usual gap says more than a far board on the same line.
        let cost = if at_usual {
            moved
        } else {
            moved + reach + beside.abs() * 0.001
        };
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            let guide = Guide { from: other.at, to: at };
            let stand = Stand {
                at,
                facing: other.facing,
                ..wish
            };
            best = Some((
                cost,
                Snapped {
                    stand,
                    guides: vec![guide],
                },
            ));
        }
    }
    best.map_or(none, |(_, snapped)| snapped)
}

/// Two convex outlines share more than an edge: no axis of either separates them.
pub(super) fn overlap(first: &[Point; 4], second: &[Point; 4]) -> bool {
    let parted = |a: &[Point; 4], b: &[Point; 4]| {
        (0..4).any(|i| {
            let (p, q) = (a[i], a[(i + 1) % 4]);
            let normal = point(q.y - p.y, p.x - q.x);
            let length = normal.x.hypot(normal.y).max(1e-12);
            let span = |corners: &[Point; 4]| {
                let along = corners.map(|c| (c.x * normal.x + c.y * normal.y) / length);
                let low = along.iter().copied().fold(f64::INFINITY, f64::min);
                (low, along.iter().copied().fold(f64::NEG_INFINITY, f64::max))
            };
            let ((a_low, a_high), (b_low, b_high)) = (span(a), span(b));
            a_high <= b_low + 1e-6 || b_high <= a_low + 1e-6
        })
    };
    !parted(first, second) && !parted(second, first)
}
