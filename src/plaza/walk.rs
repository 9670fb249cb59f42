//! Ways over the ground: straight where nothing bars them, with two bends around a row, else around whatever there is.

use super::depth;
use super::geometry::{bounds, box_before};
use super::ground::{bars_walking, body_of, cross, is_inside, length, outline, sides};
use super::paths::Grid;
use crate::geom::{Point, Rect, point};
use crate::model::{Exhibition, Plaza};
use std::cell::OnceCell;

/// Nobody squeezes through a gap narrower than twice this.
const ELBOW: f64 = 0.4;
/// Between a row and those who walk around it.
const CLEAR: f64 = 0.3;
/// So deep before its foot line a board is kept clear: on a plan its picture lies there.
const FOREGROUND: f64 = 1.45;

/// What cannot be walked through.
pub(super) enum Barrier {
    Upright(Rect),
    Tilted(Vec<Point>, Rect),
}

impl Barrier {
    fn bounds(&self) -> &Rect {
        match self {
            Barrier::Upright(rect) | Barrier::Tilted(_, rect) => rect,
        }
    }

    pub fn contains(&self, at: Point) -> bool {
        match self {
            Barrier::Upright(rect) => rect.contains(at),
            Barrier::Tilted(corners, rect) => rect.contains(at) && is_inside(corners, at),
        }
    }

    fn bars(&self, from: Point, to: Point) -> bool {
        match self {
            Barrier::Upright(rect) => crosses(rect, from, to),
            Barrier::Tilted(corners, rect) => {
                let middle = point((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
                crosses(rect, from, to)
                    && (sides(corners).any(|side| cross([from, to], side)) || is_inside(corners, middle))
            }
        }
    }
}

/// The ground as those who walk over it know it.
pub(super) struct Walk {
    barriers: Vec<Barrier>,
    /// Drawn corners; empty: a rectangle, which no way between two points of it leaves.
    edge: Vec<Point>,
    ground: Vec<Point>,
    grid: OnceCell<Grid>,
}

impl Walk {
    pub fn new(exhibition: &Exhibition, plaza: &Plaza) -> Walk {
        let mut barriers: Vec<Barrier> = rows(exhibition, plaza).into_iter().map(Barrier::Upright).collect();
        barriers.extend(tilted(exhibition, plaza));
        let things = plaza.venue.things.iter().filter(|thing| bars_walking(thing.kind));
        barriers.extend(things.flat_map(body_of).map(|corners| {
            let around = bounds(&corners);
            Barrier::Tilted(corners, around)
        }));
        Walk {
            barriers,
            edge: plaza.venue.outline.clone(),
            ground: outline(plaza),
            grid: OnceCell::new(),
        }
    }

    /// Straight where nothing stands in between, else with two bends around it along the shorter side, else step by step.
    pub fn way(&self, from: Point, to: Point) -> Vec<Point> {
        // Where somebody reads close before another row, that row does not bar the way.
        let barring: Vec<&Barrier> = self
            .barriers
            .iter()
            .filter(|barrier| !barrier.contains(from) && !barrier.contains(to))
            .collect();
        let is_free = |path: &[Point]| {
            path.windows(2).all(|ends| {
                !sides(&self.edge).any(|side| cross([ends[0], ends[1]], side))
                    && barring.iter().all(|barrier| !barrier.bars(ends[0], ends[1]))
            })
        };
        let straight = vec![from, to];
        if is_free(&straight) {
            return straight;
        }
        let mut detours: Vec<(f64, Vec<Point>)> = Vec::new();
        for row in barring.iter().map(|barrier| barrier.bounds()) {
            for x in [row.x - CLEAR, row.right() + CLEAR] {
                detours.push(measured(vec![from, point(x, from.y), point(x, to.y), to]));
            }
            for y in [row.y - CLEAR, row.bottom() + CLEAR] {
                detours.push(measured(vec![from, point(from.x, y), point(to.x, y), to]));
            }
        }
        detours.sort_by(|a, b| a.0.total_cmp(&b.0));
        let bent = detours.into_iter().find(|(_, path)| is_free(path));
        // A way with two bends may still lead far around: the grid may know a shorter one.
        if let Some((far, path)) = bent
            && far <= 1.6 * length(from, to) + 6.0
        {
            return path;
        }
        let found = self.grid().path(from, to).map(|steps| pulled(&steps, is_free));
        found.unwrap_or(straight)
    }

    pub fn grid(&self) -> &Grid {
        self.grid.get_or_init(|| Grid::new(&self.ground, &self.barriers))
    }
}

/// The same way with no more bends than it needs.
fn pulled(steps: &[Point], is_free: impl Fn(&[Point]) -> bool) -> Vec<Point> {
    let Some(first) = steps.first() else {
        return Vec::new();
    };
    let mut path = vec![*first];
    let mut at = 0;
    while at + 1 < steps.len() {
        let seen = (at + 2..steps.len())
            .rev()
            .find(|next| is_free(&[steps[at], steps[*next]]));
        at = seen.unwrap_or(at + 1);
        path.push(steps[at]);
    }
    path
}

/// Boards that stand square to the plan, with their foreground, those closer than two elbows grown together.
fn rows(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Rect> {
    let mut rows: Vec<Rect> = Vec::new();
    for id in exhibition.order.iter() {
        let (Some(stand), Some(board)) = (plaza.places.get(id), exhibition.board(*id)) else {
            continue;
        };
        if !is_square(stand.facing) {
            continue;
        }
        let half = board.size.w / 2000.0;
        let one = bounds(&box_before(stand, half, -depth(stand.foot) / 2.0, FOREGROUND));
        match rows.last_mut().filter(|row| is_in_row(row, &one)) {
            Some(row) => *row = row.union(&one),
            None => rows.push(one),
        }
    }
    rows
}

fn is_square(facing: f64) -> bool {
    let off = facing.rem_euclid(90.0);
    off.min(90.0 - off) < 0.5
}

/// Boards that stand aslant, each as far as the next one is no way through.
fn tilted(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Barrier> {
    let mut barriers = Vec::new();
    for (id, stand) in plaza.places.iter().filter(|(_, stand)| !is_square(stand.facing)) {
        let Some(board) = exhibition.board(*id) else { continue };
        let half = board.size.w / 2000.0 + ELBOW;
        let corners = box_before(stand, half, -depth(stand.foot) / 2.0, FOREGROUND).to_vec();
        barriers.push(Barrier::Tilted(corners.clone(), bounds(&corners)));
    }
    barriers
}

/// Beside or above each other and flush, with no way between.
fn is_in_row(row: &Rect, one: &Rect) -> bool {
    let is_flush = |a: f64, b: f64, c: f64, d: f64| (a - c).abs() < 0.3 && (b - d).abs() < 0.3;
    let is_near = row.grow(2.0 * ELBOW).intersect(one).is_some();
    is_near && (is_flush(row.y, row.bottom(), one.y, one.bottom()) || is_flush(row.x, row.right(), one.x, one.right()))
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
    use crate::geom::{rect, size};
    use crate::model::PlazaId;

    fn around(wall: Rect) -> Walk {
        Walk {
            barriers: vec![Barrier::Upright(wall)],
            edge: Vec::new(),
            ground: outline(&Plaza::new(PlazaId(1), String::new(), size(20.0, 20.0))),
            grid: OnceCell::new(),
        }
    }

    #[test]
    fn a_way_leads_out_of_a_yard_through_its_only_door() {
        let yard = [
            rect(4.0, 4.0, 10.0, 0.4),
            rect(4.0, 4.0, 0.4, 10.0),
            rect(13.6, 4.0, 0.4, 10.0),
            rect(4.0, 13.6, 4.0, 0.4),
            rect(10.0, 13.6, 4.0, 0.4),
        ];
        let mut walk = around(yard[0]);
        walk.barriers = yard.into_iter().map(Barrier::Upright).collect();
        let path = walk.way(point(9.0, 8.0), point(9.0, 1.0));
        for ends in path.windows(2) {
            assert!(yard.iter().all(|wall| !crosses(wall, ends[0], ends[1])), "{path:?}");
        }
        let far: f64 = path.windows(2).map(|ends| length(ends[0], ends[1])).sum();
        assert!((24.0..40.0).contains(&far), "{far}");
    }

    #[test]
    fn a_way_goes_around_what_stands_in_between_by_the_shorter_side() {
        let wall = rect(2.0, 4.0, 8.0, 1.0);
        let walk = around(wall);
        let path = walk.way(point(3.0, 2.0), point(3.0, 8.0));
        assert_eq!(path[1..3], [point(1.7, 2.0), point(1.7, 8.0)]);
        let path = walk.way(point(9.0, 2.0), point(9.0, 8.0));
        assert_eq!(path[1..3], [point(10.3, 2.0), point(10.3, 8.0)]);
        let free = walk.way(point(1.0, 2.0), point(1.0, 8.0));
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
