//! The ground in small squares, for ways that two bends do not find and for distances from one place to all others.

use super::geometry::bounds;
use super::ground::{is_inside, length};
use super::walk::Barrier;
use crate::geom::{Point, Rect, point};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Side of a square where the ground is not too large, in metres.
const STEP: f64 = 0.4;
/// More squares than these take longer than anybody waits.
const MOST: f64 = 40_000.0;

pub(super) struct Grid {
    around: Rect,
    step: f64,
    columns: usize,
    rows: usize,
    open: Vec<bool>,
}

impl Grid {
    pub fn new(ground: &[Point], barriers: &[Barrier]) -> Grid {
        let around = bounds(ground);
        let step = (around.w * around.h / MOST).sqrt().max(STEP);
        let count = |length: f64| (length / step).ceil().max(1.0) as usize;
        let mut grid = Grid {
            around,
            step,
            columns: count(around.w),
            rows: count(around.h),
            open: Vec::new(),
        };
        let cells = 0..grid.columns * grid.rows;
        let is_open = |cell| {
            let at = grid.middle(cell);
            is_inside(ground, at) && !barriers.iter().any(|barrier| barrier.contains(at))
        };
        let open = cells.map(is_open).collect();
        grid.open = open;
        grid
    }

    fn middle(&self, cell: usize) -> Point {
        let (column, row) = (cell % self.columns, cell / self.columns);
        point(
            self.around.x + (column as f64 + 0.5) * self.step,
            self.around.y + (row as f64 + 0.5) * self.step,
        )
    }

    /// The open square nearest to a point.
    fn cell(&self, at: Point) -> Option<usize> {
        let place = |value: f64, count: usize| ((value / self.step).floor().max(0.0) as usize).min(count - 1);
        let (column, row) = (
            place(at.x - self.around.x, self.columns),
            place(at.y - self.around.y, self.rows),
        );
        for reach in 0..=12_usize {
            let rows = row.saturating_sub(reach)..=(row + reach).min(self.rows - 1);
            let columns = column.saturating_sub(reach)..=(column + reach).min(self.columns - 1);
            let near = rows.flat_map(|row| columns.clone().map(move |column| row * self.columns + column));
            let found = near
                .filter(|cell| self.open[*cell])
                .min_by(|a, b| length(self.middle(*a), at).total_cmp(&length(self.middle(*b), at)));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn neighbours(&self, cell: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let (column, row) = ((cell % self.columns) as isize, (cell / self.columns) as isize);
        let open = move |dx: isize, dy: isize| {
            let (x, y) = (column + dx, row + dy);
            let is_in = x >= 0 && y >= 0 && (x as usize) < self.columns && (y as usize) < self.rows;
            let cell = (y.max(0) as usize) * self.columns + x.max(0) as usize;
            (is_in && self.open[cell]).then_some(cell)
        };
        let ways = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
        ways.filter(|way| *way != (0, 0)).filter_map(move |(dx, dy)| {
            // Nobody cuts a corner.
            let is_aslant = dx != 0 && dy != 0;
            if is_aslant && (open(dx, 0).is_none() || open(0, dy).is_none()) {
                return None;
            }
            let far = if is_aslant { std::f64::consts::SQRT_2 } else { 1.0 };
            Some((open(dx, dy)?, far * self.step))
        })
    }

    /// From square to square; the ends are the points themselves. `None` where there is no way.
    pub fn path(&self, from: Point, to: Point) -> Option<Vec<Point>> {
        let (start, goal) = (self.cell(from)?, self.cell(to)?);
        let (far, before) = self.search(start, Some(goal));
        if !far[goal].is_finite() {
            return None;
        }
        let mut cells = vec![goal];
        let mut at = goal;
        while at != start {
            at = before[at];
            cells.push(at);
        }
        let middles = cells.iter().rev().map(|cell| self.middle(*cell));
        Some([from].into_iter().chain(middles).chain([to]).collect())
    }

    /// How far all these points are on foot; infinite where there is no way.
    pub fn distances(&self, from: Point, to: &[Point]) -> Vec<f64> {
        let Some(start) = self.cell(from) else {
            return vec![f64::INFINITY; to.len()];
        };
        let (far, _) = self.search(start, None);
        to.iter()
            .map(|to| self.cell(*to).map_or(f64::INFINITY, |cell| far[cell]))
            .collect()
    }

    /// Dijkstra's, or towards a goal A*.
    fn search(&self, start: usize, goal: Option<usize>) -> (Vec<f64>, Vec<usize>) {
        let mut far = vec![f64::INFINITY; self.open.len()];
        let mut before = vec![start; self.open.len()];
        let aim = goal.map(|goal| self.middle(goal));
        let rest = |cell: usize| aim.map_or(0.0, |aim| length(self.middle(cell), aim));
        let mut heap = BinaryHeap::from([Step {
            cost: rest(start),
            cell: start,
        }]);
        far[start] = 0.0;
        while let Some(Step { cost, cell }) = heap.pop() {
            if Some(cell) == goal {
                break;
            }
            if cost > far[cell] + rest(cell) + 1e-9 {
                continue;
            }
            for (next, step) in self.neighbours(cell) {
                let through = far[cell] + step;
                if through + 1e-9 < far[next] {
                    far[next] = through;
                    before[next] = cell;
                    heap.push(Step {
                        cost: through + rest(next),
                        cell: next,
                    });
                }
            }
        }
        (far, before)
    }
}

/// The cheapest one comes first.
struct Step {
    cost: f64,
    cell: usize,
}

impl PartialEq for Step {
    fn eq(&self, other: &Step) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Step {}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Step) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Step {
    fn cmp(&self, other: &Step) -> Ordering {
        other.cost.total_cmp(&self.cost).then(other.cell.cmp(&self.cell))
    }
}
