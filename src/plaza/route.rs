//! The way visitors take: in at the entrance, past every board in display sequence, around rows that stand in between.

use super::ground::{length, nearest_on, outline, sides};
use super::walk::Walk;
use super::{LEAST_AISLE, along, facing_vector};
use crate::geom::{Point, point, um};
use crate::model::{BoardId, Exhibition, Plaza, Stand, ThingKind};

/// Visitors read from so far in front of a board, in metres.
pub const READING: f64 = 2.0;

/// The way to one board, from the stop before; the first begins at the entrance.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    pub to: BoardId,
    /// At least two.
    pub points: Vec<Point>,
}

/// Where visitors come in: where people put it, else at the gate, else at the edge nearest to where the first board is
/// read.
pub fn entrance(exhibition: &Exhibition, plaza: &Plaza) -> Option<Point> {
    if let Some(at) = plaza.entrance {
        return Some(on_edge(plaza, at));
    }
    let gate = plaza.venue.things.iter().find(|thing| thing.kind == ThingKind::Gate);
    if let Some(gate) = gate.filter(|gate| !gate.points.is_empty()) {
        let (first, last) = (gate.points[0], gate.points[gate.points.len() - 1]);
        return Some(on_edge(
            plaza,
            point((first.x + last.x) / 2.0, (first.y + last.y) / 2.0),
        ));
    }
    let first = exhibition.order.iter().find_map(|id| plaza.places.get(id))?;
    Some(on_edge(plaza, reader(plaza, first)))
}

/// The nearest point on the plaza's edge.
pub fn on_edge(plaza: &Plaza, at: Point) -> Point {
    let (w, h) = (plaza.size.w, plaza.size.h);
    let at = if plaza.venue.outline.is_empty() {
        point(at.x.clamp(0.0, w), at.y.clamp(0.0, h))
    } else {
        at
    };
    // West, east, north, south: of equally near edges of a rectangle the first of these.
    let mut edges: Vec<Point> = sides(&outline(plaza)).map(|ends| nearest_on(ends, at)).collect();
    if let [north, east, south, west] = edges[..] {
        edges = vec![west, east, north, south];
    }
    let nearest = edges
        .into_iter()
        .min_by(|a, b| length(*a, at).total_cmp(&length(*b, at)));
    nearest.map_or(at, |at| point(um(at.x), um(at.y)))
}

/// The visitors' way: their tour where there is one, else the display sequence.
pub fn route(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Leg> {
    legs(exhibition, plaza, &visit(exhibition, plaza))
}

/// The boards visitors pass, in order.
pub fn visit(exhibition: &Exhibition, plaza: &Plaza) -> Vec<BoardId> {
    let tour = plaza
        .tours
        .iter()
        .find(|tour| !tour.is_leaders && !tour.stops.is_empty());
    match tour {
        Some(tour) => tour.stops.iter().map(|stop| stop.board).collect(),
        None => exhibition.order.to_vec(),
    }
}

/// From the entrance to each of these boards that stands here.
pub fn legs(exhibition: &Exhibition, plaza: &Plaza, boards: &[BoardId]) -> Vec<Leg> {
    let Some(mut here) = entrance(exhibition, plaza) else {
        return Vec::new();
    };
    let walk = Walk::new(exhibition, plaza);
    let mut legs = Vec::new();
    for id in boards {
        let Some(stand) = plaza.places.get(id) else { continue };
        let stop = reader(plaza, stand);
        legs.push(Leg {
            to: *id,
            points: walk.way(here, stop),
        });
        here = stop;
    }
    legs
}

/// Where a board is read from: [`READING`] before it; where another one looks at it from nearer than twice that, on this
/// side of the middle between both.
pub fn reader(plaza: &Plaza, stand: &Stand) -> Point {
    let (side, front) = (along(stand.facing), facing_vector(stand.facing));
    let mut far = READING;
    for other in plaza.places.values() {
        let (dx, dy) = (other.at.x - stand.at.x, other.at.y - stand.at.y);
        let (before, beside) = (dx * front.x + dy * front.y, dx * side.x + dy * side.y);
        let nearer = before / 2.0 - ASIDE;
        // Few come this far: all boards are asked for each board.
        if nearer >= far || before <= LEAST_AISLE / 2.0 || beside.abs() >= ACROSS {
            continue;
        }
        let looks = facing_vector(other.facing);
        if looks.x * front.x + looks.y * front.y < -0.7 {
            far = nearer;
        }
    }
    point(stand.at.x + front.x * far, stand.at.y + front.y * far)
}

/// So far to either side a board counts as standing opposite, in metres.
const ACROSS: f64 = 1.5;
/// Those who read this row and those who read the other one keep so far from the middle of the way.
const ASIDE: f64 = 0.05;
