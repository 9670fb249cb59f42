//! Drawn corners for those who paint: filled as triangles, hatched with parallel lines.

use super::geometry::bounds;
use super::ground::{is_inside, sides};
use crate::geom::{Point, point};

/// Parallel lines over an outline, clipped to it; `degrees` clockwise from the top of the plan's x.
pub fn hatched(corners: &[Point], degrees: f64, spacing: f64) -> Vec<[Point; 2]> {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let turn = |p: &Point| point(p.x * cos + p.y * sin, p.y * cos - p.x * sin);
    let back = |x: f64, y: f64| point(x * cos - y * sin, x * sin + y * cos);
    let turned: Vec<Point> = corners.iter().map(turn).collect();
    let around = bounds(&turned);
    let first = (around.y / spacing).ceil() as i64;
    let last = (around.bottom() / spacing).floor() as i64;
    let mut lines = Vec::new();
    // An outline of kilometres in a fine hatch says nothing.
    for index in first..=last.min(first + 4_000) {
        // A hair beside the corners, so that each is crossed once.
        let y = index as f64 * spacing + 1e-7;
        let mut cuts: Vec<f64> = sides(&turned)
            .filter(|[p, q]| (p.y > y) != (q.y > y))
            .map(|[p, q]| p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x))
            .collect();
        cuts.sort_by(f64::total_cmp);
        lines.extend(cuts.chunks_exact(2).map(|pair| [back(pair[0], y), back(pair[1], y)]));
    }
    lines
}

/// A simple outline as triangles by cutting off its ears; corners by their index.
pub fn triangles(corners: &[Point]) -> Vec<[usize; 3]> {
    let twice: f64 = sides(corners).map(|[p, q]| p.x * q.y - q.x * p.y).sum();
    let mut rest: Vec<usize> = (0..corners.len()).collect();
    if twice < 0.0 {
        rest.reverse();
    }
    let mut found = Vec::new();
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    while rest.len() > 3 {
        let count = rest.len();
        let is_ear = |at: &usize| {
            let ids = [rest[(at + count - 1) % count], rest[*at], rest[(at + 1) % count]];
            let ear = ids.map(|id| corners[id]);
            turn(ear[0], ear[1], ear[2]) > 0.0
                && rest
                    .iter()
                    .filter(|id| !ids.contains(id))
                    .all(|id| !is_inside(&ear, corners[*id]))
        };
        let at = (0..count).find(is_ear).unwrap_or(0);
        found.push([rest[(at + count - 1) % count], rest[at], rest[(at + 1) % count]]);
        rest.remove(at);
    }
    if let [a, b, c] = rest[..] {
        found.push([a, b, c]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plaza::ground::area;

    #[test]
    fn triangles_and_hatch_cover_a_ground_with_a_corner_cut_out() {
        let angle: Vec<Point> = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 4.0),
            (4.0, 4.0),
            (4.0, 10.0),
            (0.0, 10.0),
        ]
        .map(|(x, y)| point(x, y))
        .to_vec();
        let parts = triangles(&angle);
        let whole: f64 = parts.iter().map(|ids| area(&ids.map(|id| angle[id]))).sum();
        assert_eq!((parts.len(), whole), (4, 64.0));
        let lines = hatched(&angle, 0.0, 1.0);
        let long = lines.iter().filter(|[p, q]| (q.x - p.x).abs() > 5.0).count();
        assert_eq!((lines.len(), long), (10, 4));
    }
}
