//! Straight lines on which boards stand side by side, and the stretches of them that are free. Knows no boards.

use super::geometry::bounds;
use super::ground::{is_inside, sides};
use super::{along, facing_vector};
use crate::geom::{Point, Rect, point};

/// From the reader's left to the reader's right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub from: Point,
    /// As a stand's.
    pub facing: f64,
    pub length: f64,
}

impl Line {
    pub fn at(&self, along_it: f64) -> Point {
        let side = along(self.facing);
        point(self.from.x + side.x * along_it, self.from.y + side.y * along_it)
    }

    /// How far along it and how far before it a point lies.
    pub fn seen(&self, at: Point) -> Point {
        let (side, front) = (along(self.facing), facing_vector(self.facing));
        let (dx, dy) = (at.x - self.from.x, at.y - self.from.y);
        point(dx * side.x + dy * side.y, dx * front.x + dy * front.y)
    }

    /// The ground from `near` to `far` before a stretch of it.
    pub fn strip(&self, [from, to]: [f64; 2], near: f64, far: f64) -> Vec<Point> {
        let front = facing_vector(self.facing);
        let corner = |s: f64, v: f64| {
            let at = self.at(s);
            point(at.x + front.x * v, at.y + front.y * v)
        };
        vec![corner(from, near), corner(to, near), corner(to, far), corner(from, far)]
    }
}

/// Ground that is not to be used, and how far boards keep from it along their line.
#[derive(Clone, Debug)]
pub struct Bar {
    pub corners: Vec<Point>,
    pub bounds: Rect,
    pub clear: f64,
}

impl Bar {
    pub fn new(corners: Vec<Point>, clear: f64) -> Bar {
        Bar {
            bounds: bounds(&corners),
            corners,
            clear,
        }
    }
}

/// What decides where a line is free.
#[derive(Clone, Debug, Default)]
pub struct Bars {
    pub outline: Vec<Point>,
    /// Between the last board and the edge of the ground.
    pub margin: f64,
    /// No board stands there.
    pub standing: Vec<Bar>,
    /// Nobody stands there to read.
    pub reading: Vec<Bar>,
}

/// What a line needs before and behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    pub depth: f64,
    pub behind: f64,
    pub aisle: f64,
}

impl Bars {
    /// The free stretches of a line, from left to right.
    pub fn free(&self, line: &Line, need: &Need) -> Vec<[f64; 2]> {
        let half = need.depth / 2.0;
        let stand = [-half - need.behind, half];
        let read = [half, half + need.aisle];
        let whole = [stand[0], read[1]];
        let mut barred = beyond(line, &self.outline, whole, self.margin);
        let reach = bounds(&line.strip([0.0, line.length], whole[0], whole[1])).grow(1e-6);
        for (bars, band) in [(&self.standing, stand), (&self.reading, read)] {
            for bar in bars {
                if bar.bounds.grow(bar.clear).intersect(&reach).is_some() {
                    barred.extend(within(line, bar, band));
                }
            }
        }
        barred.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let mut free = Vec::new();
        let mut at = 0.0;
        for [from, to] in barred {
            if from > at {
                free.push([at, from.min(line.length)]);
            }
            at = f64::max(at, to);
        }
        if at < line.length {
            free.push([at, line.length]);
        }
        free.retain(|[from, to]| to - from > 1e-6);
        free
    }
}

/// The parts of the sides that lie in a band before the line, as stretches along it.
fn in_band(line: &Line, corners: &[Point], [near, far]: [f64; 2]) -> Vec<[f64; 2]> {
    let mut found = Vec::new();
    for [p, q] in sides(corners) {
        let (p, q) = (line.seen(p), line.seen(q));
        let (low, high) = if p.y <= q.y { (p, q) } else { (q, p) };
        if high.y <= near + 1e-9 || low.y >= far - 1e-9 {
            continue;
        }
        let at = |v: f64| {
            if high.y - low.y < 1e-12 {
                low.x
            } else {
                low.x + (v.clamp(low.y, high.y) - low.y) / (high.y - low.y) * (high.x - low.x)
            }
        };
        let ends = if high.y - low.y < 1e-12 {
            [p.x.min(q.x), p.x.max(q.x)]
        } else {
            let (one, other) = (at(near), at(far));
            [one.min(other), one.max(other)]
        };
        found.push(ends);
    }
    found
}

/// Stretches between the given ones whose middle answers to `wanted`.
fn between(line: &Line, edges: &[[f64; 2]], [near, far]: [f64; 2], wanted: impl Fn(Point) -> bool) -> Vec<[f64; 2]> {
    let mut cuts: Vec<f64> = edges.iter().flatten().copied().chain([0.0, line.length]).collect();
    cuts.retain(|cut| (-1e-9..=line.length + 1e-9).contains(cut));
    cuts.sort_by(f64::total_cmp);
    let front = facing_vector(line.facing);
    let middle = (near + far) / 2.0;
    let parts = cuts.windows(2).filter(|ends| ends[1] - ends[0] > 1e-9);
    parts
        .filter(|ends| {
            let at = line.at((ends[0] + ends[1]) / 2.0);
            wanted(point(at.x + front.x * middle, at.y + front.y * middle))
        })
        .map(|ends| [ends[0], ends[1]])
        .collect()
}

/// Where the band leaves the ground, and the margin beside it.
fn beyond(line: &Line, outline: &[Point], band: [f64; 2], margin: f64) -> Vec<[f64; 2]> {
    let edges = in_band(line, outline, band);
    let mut barred = between(line, &edges, band, |at| !is_inside(outline, at));
    barred.extend(&edges);
    // The line itself may end at the edge: the margin holds there too.
    barred.iter().map(|[from, to]| [from - margin, to + margin]).collect()
}

fn within(line: &Line, bar: &Bar, band: [f64; 2]) -> Vec<[f64; 2]> {
    let edges = in_band(line, &bar.corners, band);
    let mut barred = between(line, &edges, band, |at| is_inside(&bar.corners, at));
    barred.extend(edges);
    barred
        .iter()
        .map(|[from, to]| [from - bar.clear, to + bar.clear])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, w: f64, h: f64) -> Vec<Point> {
        vec![point(x, y), point(x + w, y), point(x + w, y + h), point(x, y + h)]
    }

    const NEED: Need = Need {
        depth: 0.1,
        behind: 0.3,
        aisle: 2.4,
    };

    #[test]
    fn a_line_is_free_between_the_margins_and_beside_what_stands_in_it_or_before_it() {
        let bars = Bars {
            outline: square(0.0, 0.0, 20.0, 10.0),
            margin: 1.5,
            standing: vec![Bar::new(square(5.0, 3.0, 1.0, 4.0), 0.5)],
            reading: vec![Bar::new(square(12.0, 6.0, 1.0, 1.0), 0.0)],
        };
        let line = Line {
            from: point(0.0, 5.0),
            facing: 0.0,
            length: 20.0,
        };
        assert_eq!(bars.free(&line, &NEED), [[1.5, 4.5], [6.5, 12.0], [13.0, 18.5]]);
        // Looking north it runs from the east, and what stands south of it is behind.
        let back = Line {
            from: point(20.0, 5.0),
            facing: 180.0,
            length: 20.0,
        };
        assert_eq!(bars.free(&back, &NEED), [[1.5, 13.5], [15.5, 18.5]]);
        let low = Line {
            from: point(0.0, 8.0),
            ..line
        };
        assert_eq!(bars.free(&low, &NEED), Vec::<[f64; 2]>::new(), "no room to read");
    }

    #[test]
    fn a_corner_that_is_cut_out_bars_the_line() {
        let angle = [
            (0.0, 0.0),
            (20.0, 0.0),
            (20.0, 4.0),
            (8.0, 4.0),
            (8.0, 20.0),
            (0.0, 20.0),
        ];
        let bars = Bars {
            outline: angle.iter().map(|(x, y)| point(*x, *y)).collect(),
            margin: 1.0,
            ..Bars::default()
        };
        let line = |y: f64| Line {
            from: point(0.0, y),
            facing: 0.0,
            length: 20.0,
        };
        assert_eq!(bars.free(&line(1.0), &NEED), [[1.0, 19.0]]);
        assert_eq!(bars.free(&line(3.0), &NEED), [[1.0, 7.0]]);
    }
}
