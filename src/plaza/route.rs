//! The way visitors take: in at the entrance, past every board in display sequence, around rows that stand in between.

use super::geometry::{bounds, box_before};
use super::{DEPTH, facing_vector};
use crate::geom::{Point, Rect, point, um};
use crate::model::{BoardId, Exhibition, Plaza, Stand};

/// Visitors read from so far in front of a board, in metres.
pub const READING: f64 = 2.0;
/// Nobody squeezes through a gap narrower than twice this.
const ELBOW: f64 = 0.4;
/// Between a row and those who walk around it.
const CLEAR: f64 = 0.3;
/// So deep before its foot line a board is kept clear: on a plan its picture lies there.
const FOREGROUND: f64 = 1.45;

/// The way to one board, from the stop before; the first begins at the entrance.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    pub to: BoardId,
    /// At least two.
    pub points: Vec<Point>,
}

/// Where visitors come in: where people put it, else at the edge nearest to where the first board is read.
pub fn entrance(exhibition: &Exhibition, plaza: &Plaza) -> Option<Point> {
    if let Some(at) = plaza.entrance {
        return Some(on_edge(plaza, at));
    }
    let first = exhibition.order.iter().find_map(|id| plaza.places.get(id))?;
    Some(on_edge(plaza, reader(first)))
}

/// The nearest point on the plaza's edge.
pub fn on_edge(plaza: &Plaza, at: Point) -> Point {
    let (w, h) = (plaza.size.w, plaza.size.h);
    let (x, y) = (at.x.clamp(0.0, w), at.y.clamp(0.0, h));
    let edges = [
        (x, point(0.0, y)),
        (w - x, point(w, y)),
        (y, point(x, 0.0)),
        (h - y, point(x, h)),
    ];
    let nearest = edges.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map_or(at, |(_, at)| point(um(at.x), um(at.y)))
}

pub fn route(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Leg> {
    let Some(mut here) = entrance(exhibition, plaza) else {
        return Vec::new();
    };
    let rows = rows(exhibition, plaza);
    let mut legs = Vec::new();
    for id in exhibition.order.iter() {
        let Some(stand) = plaza.places.get(id) else { continue };
        let stop = reader(stand);
        legs.push(Leg {
            to: *id,
            points: way(here, stop, &rows),
        });
        here = stop;
    }
    legs
}

fn reader(stand: &Stand) -> Point {
    let front = facing_vector(stand.facing);
    point(stand.at.x + front.x * READING, stand.at.y + front.y * READING)
}

/// What cannot be walked through: boards with their foreground, those closer than two elbows grown together.
fn rows(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Rect> {
    let mut rows: Vec<Rect> = Vec::new();
    for id in exhibition.order.iter() {
        let (Some(stand), Some(board)) = (plaza.places.get(id), exhibition.board(*id)) else {
            continue;
        };
        let half = board.size.w / 2000.0;
        let one = bounds(&box_before(stand, half, -DEPTH / 2.0, FOREGROUND));
        match rows.last_mut().filter(|row| is_in_row(row, &one)) {
            Some(row) => *row = row.union(&one),
            None => rows.push(one),
        }
    }
    rows
}

/// Beside or above each other and flush, with no way between.
fn is_in_row(row: &Rect, one: &Rect) -> bool {
    let is_flush = |a: f64, b: f64, c: f64, d: f64| (a - c).abs() < 0.3 && (b - d).abs() < 0.3;
    let is_near = row.grow(2.0 * ELBOW).intersect(one).is_some();
    is_near && (is_flush(row.y, row.bottom(), one.y, one.bottom()) || is_flush(row.x, row.right(), one.x, one.right()))
}

/// Straight where nothing stands in between, else with two bends around it, along the shorter side.
fn way(from: Point, to: Point, rows: &[Rect]) -> Vec<Point> {
    // Where somebody reads close before another row, that row does not bar the way.
    let barring: Vec<&Rect> = rows
        .iter()
        .filter(|row| !row.contains(from) && !row.contains(to))
        .collect();
    let is_free = |path: &[Point]| {
        path.windows(2)
            .all(|ends| barring.iter().all(|row| !crosses(row, ends[0], ends[1])))
    };
    let straight = vec![from, to];
    if is_free(&straight) {
        return straight;
    }
    let mut detours: Vec<(f64, Vec<Point>)> = Vec::new();
    for row in &barring {
        for x in [row.x - CLEAR, row.right() + CLEAR] {
            detours.push(measured(vec![from, point(x, from.y), point(x, to.y), to]));
        }
        for y in [row.y - CLEAR, row.bottom() + CLEAR] {
            detours.push(measured(vec![from, point(from.x, y), point(to.x, y), to]));
        }
    }
    detours.sort_by(|a, b| a.0.total_cmp(&b.0));
    let found = detours.into_iter().map(|(_, path)| path).find(|path| is_free(path));
    found.unwrap_or(straight)
}

fn measured(path: Vec<Point>) -> (f64, Vec<Point>) {
    let length = path
        .windows(2)
        .map(|ends| (ends[1].x - ends[0].x).hypot(ends[1].y - ends[0].y))
        .sum();
    (length, path)
}

/// The segment enters the rectangle; touching its edge is not entering.
pub(super) fn crosses(row: &Rect, from: Point, to: Point) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (at, by, low, high) in [(from.x, dx, row.x, row.right()), (from.y, dy, row.y, row.bottom())] {
        if by.abs() < 1e-9 {
            if at <= low + 1e-9 || at >= high - 1e-9 {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - at) / by, (high - at) / by);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    enter + 1e-9 < leave
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::rect;

    #[test]
    fn a_way_goes_around_what_stands_in_between_by_the_shorter_side() {
        let wall = rect(2.0, 4.0, 8.0, 1.0);
        let path = way(point(3.0, 2.0), point(3.0, 8.0), &[wall]);
        assert_eq!(path[1..3], [point(1.7, 2.0), point(1.7, 8.0)]);
        let path = way(point(9.0, 2.0), point(9.0, 8.0), &[wall]);
        assert_eq!(path[1..3], [point(10.3, 2.0), point(10.3, 8.0)]);
        let free = way(point(1.0, 2.0), point(1.0, 8.0), &[wall]);
        assert_eq!(free, [point(1.0, 2.0), point(1.0, 8.0)]);
    }

    #[test]
    fn touching_is_not_crossing() {
        let wall = rect(2.0, 4.0, 8.0, 1.0);
        assert!(!crosses(&wall, point(0.0, 4.0), point(20.0, 4.0)));
        assert!(crosses(&wall, point(0.0, 4.5), point(20.0, 4.5)));
        assert!(crosses(&wall, point(1.0, 3.0), point(4.0, 5.0)));
        assert!(!crosses(&wall, point(0.0, 4.5), point(1.9, 4.5)));
    }
}
