//! Moved edges jump to what is near: the trim, the safe margin, the template's columns, neighbours. Knows rectangles only.

use crate::geom::{Rect, Size};
use std::ops::RangeInclusive;

/// A line things can stand on, and how far along it there is something.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    at: f64,
    along: RangeInclusive<f64>,
}

/// Upright lines (by x) and level ones (by y).
#[derive(Clone, Debug, Default)]
pub struct Lines {
    upright: Vec<Line>,
    level: Vec<Line>,
}

/// A line something has jumped to, drawn while the hand is on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    pub is_upright: bool,
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// Which lines of the moving rectangle may jump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edges {
    /// All of it moves.
    All,
    /// -1, 0 or 1 each way: the edge the hand holds.
    One(i8, i8),
}

impl Lines {
    pub fn new(board: Size, safe: f64, columns: &[Rect], neighbours: &[Rect]) -> Lines {
        let mut lines = Lines::default();
        let whole = crate::geom::rect(0.0, 0.0, board.w, board.h);
        lines.add(whole, true);
        lines.add(whole.grow(-safe), false);
        for column in columns {
            lines.add(*column, false);
        }
        for neighbour in neighbours {
            lines.add(*neighbour, true);
        }
        lines
    }

    fn add(&mut self, area: Rect, with_centre: bool) {
        let across = area.x..=area.right();
        let down = area.y..=area.bottom();
        let mut xs = vec![area.x, area.right()];
        let mut ys = vec![area.y, area.bottom()];
        if with_centre {
            xs.push(area.centre().x);
            ys.push(area.centre().y);
        }
        self.upright.extend(xs.into_iter().map(|at| Line {
            at,
            along: down.clone(),
        }));
        self.level.extend(ys.into_iter().map(|at| Line {
            at,
            along: across.clone(),
        }));
    }

    /// A line across the whole board.
    pub fn add_line(&mut self, at: f64, is_upright: bool, board: Size) {
        let (lines, length) = if is_upright {
            (&mut self.upright, board.h)
        } else {
            (&mut self.level, board.w)
        };
        lines.push(Line {
            at,
            along: 0.0..=length,
        });
    }

    /// How far to move on so that an edge stands on a line no farther than `reach`, and the lines it then stands on.
    pub fn snap(&self, moving: Rect, edges: Edges, reach: f64) -> (f64, f64, Vec<Guide>) {
        let (xs, ys) = match edges {
            Edges::All => (
                vec![moving.x, moving.centre().x, moving.right()],
                vec![moving.y, moving.centre().y, moving.bottom()],
            ),
            Edges::One(x, y) => (held(x, moving.x, moving.right()), held(y, moving.y, moving.bottom())),
        };
        let dx = nearest(&self.upright, &xs, reach);
        let dy = nearest(&self.level, &ys, reach);
        let mut guides = Vec::new();
        let down = moving.y + dy.unwrap_or(0.0)..=moving.bottom() + dy.unwrap_or(0.0);
        let across = moving.x + dx.unwrap_or(0.0)..=moving.right() + dx.unwrap_or(0.0);
        if let Some(dx) = dx {
            guides.extend(standing(&self.upright, &xs, dx, &down, true));
        }
        if let Some(dy) = dy {
            guides.extend(standing(&self.level, &ys, dy, &across, false));
        }
        (dx.unwrap_or(0.0), dy.unwrap_or(0.0), guides)
    }
}

fn held(side: i8, low: f64, high: f64) -> Vec<f64> {
    match side {
        -1 => vec![low],
        1 => vec![high],
        _ => Vec::new(),
    }
}

fn nearest(lines: &[Line], edges: &[f64], reach: f64) -> Option<f64> {
    lines
        .iter()
        .flat_map(|line| edges.iter().map(move |edge| line.at - edge))
        .filter(|distance| distance.abs() <= reach)
        .min_by(|one, other| one.abs().total_cmp(&other.abs()))
}

/// One guide for each edge that now stands on lines, long enough to show with what.
fn standing(lines: &[Line], edges: &[f64], by: f64, own: &RangeInclusive<f64>, is_upright: bool) -> Vec<Guide> {
    let mut guides = Vec::new();
    for edge in edges.iter().map(|edge| edge + by) {
        let on: Vec<&Line> = lines.iter().filter(|line| (line.at - edge).abs() < 0.01).collect();
        let from = on.iter().map(|line| *line.along.start()).reduce(f64::min);
        let to = on.iter().map(|line| *line.along.end()).reduce(f64::max);
        if let (Some(from), Some(to)) = (from, to) {
            guides.push(Guide {
                is_upright,
                at: edge,
                from: from.min(*own.start()),
                to: to.max(*own.end()),
            });
        }
    }
    guides
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{rect, size};

    fn lines() -> Lines {
        let neighbour = rect(500.0, 300.0, 300.0, 200.0);
        Lines::new(
            size(900.0, 1200.0),
            20.0,
            &[rect(60.0, 60.0, 380.0, 1000.0)],
            &[neighbour],
        )
    }

    #[test]
    fn the_nearest_line_wins_on_each_axis_by_itself() {
        let moving = rect(63.0, 303.5, 100.0, 80.0);
        let (dx, dy, guides) = lines().snap(moving, Edges::All, 5.0);
        assert_eq!((dx, dy), (-3.0, -3.5));
        assert!(guides.iter().any(|guide| guide.is_upright && guide.at == 60.0));
        assert!(
            guides
                .iter()
                .any(|guide| !guide.is_upright && guide.at == 300.0 && guide.to == 800.0)
        );
    }

    #[test]
    fn centres_meet_the_middle_of_the_board() {
        let (dx, _, _) = lines().snap(rect(398.0, 700.0, 100.0, 70.0), Edges::All, 3.0);
        assert_eq!(dx, 2.0);
    }

    #[test]
    fn beyond_reach_nothing_jumps_and_only_the_held_edge_does() {
        let far = rect(200.0, 640.0, 111.0, 77.0);
        assert_eq!(lines().snap(far, Edges::All, 4.0), (0.0, 0.0, Vec::new()));
        let (dx, dy, _) = lines().snap(rect(62.0, 64.0, 376.0, 100.0), Edges::One(1, 0), 5.0);
        assert_eq!((dx, dy), (2.0, 0.0));
    }
}
