//! Rows and their measures: lines through the boards' feet, lengths, ways between rows, how far the ends are from the edge
//! of the ground, and the two fixed points from which a tape reaches every end.

use super::chart::Hand;
use super::site::{Row, Site};
use crate::base::Colour;
use crate::export::papers::{INK, PAPER, Pen, Sheet, pen, plain};
use crate::geom::{Path, Point, point, rect};
use crate::plaza::ground::length;
use crate::plaza::{along, bounds, facing_vector};

pub const MEASURE: Colour = Colour::Cmyk([70.0, 45.0, 20.0, 25.0]);
const EM: f64 = 2.1;
/// Farther from the edge nobody measures from it.
const FAR: f64 = 60.0;
/// So near to the edge both ends are measured from it.
const NEAR: f64 = 8.0;

impl Hand<'_, '_> {
    /// Through the feet of each row, with its name at the left end.
    pub fn row_lines(&mut self) {
        let unit = self.unit();
        let dash = [4.0 * unit, 0.8 * unit, 0.6 * unit, 0.8 * unit];
        let line = Pen {
            width: 0.13,
            colour: MEASURE,
            dash: &dash,
        };
        let site = self.site;
        for (at, row) in site.rows.iter().enumerate() {
            let side = along(row.facing);
            let [left, right] = row.ends.map(|end| self.chart.map(end));
            let out = |p: Point, by: f64| point(p.x + side.x * by * unit, p.y + side.y * by * unit);
            self.sheet.through(&[out(left, -3.0), out(right, 3.0)], line);
            let name = out(left, -5.2);
            self.sheet
                .shape(Path::circle(name, 2.2 * unit), Some(PAPER), Some(pen(0.18, MEASURE)));
            self.word(&(at + 1).to_string(), name, 2.2, MEASURE);
            self.taken.push(bounds(&[name]).grow(2.3 * unit));
        }
    }

    /// Lengths of rows, ways, distances from the edge.
    pub fn measures(&mut self) {
        let site = self.site;
        for row in &site.rows {
            self.length_of(row);
            self.measure_to_edge(row);
        }
        for (from, to) in ways(site) {
            self.measure(from, to, 0.0);
        }
    }

    /// In front of the row, out of the readers' way.
    fn length_of(&mut self, row: &Row) {
        let front = facing_vector(row.facing);
        // The far end of the way in front is somebody else's.
        let room = nearest(self.site, row, true).map_or(f64::INFINITY, |free| free.0 * self.chart.mm * 0.4);
        let off = (8.5 * self.unit()).min(room.max(3.0 * self.unit()));
        let [left, right] = row.ends;
        let by = off / self.chart.mm;
        let away = |p: Point| point(p.x + front.x * by, p.y + front.y * by);
        self.measure(away(left), away(right), off);
    }

    /// From the nearer end of the row along its line to the edge of the ground; from the other one where that is near too.
    fn measure_to_edge(&mut self, row: &Row) {
        let side = along(row.facing);
        let site = self.site;
        let free = |(end, sign): (Point, f64)| {
            let way = point(side.x * sign, side.y * sign);
            let mut others = site.rows.iter().filter(|other| !std::ptr::eq(row, *other));
            let length = measure_to_edge(&site.outline, end, way).filter(|length| *length <= FAR)?;
            let edge = point(end.x + way.x * length, end.y + way.y * length);
            (!others.any(|other| reaches(end, way, other))).then_some((length, edge, end))
        };
        let mut ends: Vec<(f64, Point, Point)> = row.ends.into_iter().zip([-1.0, 1.0]).filter_map(free).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (at, (length, edge, end)) in ends.into_iter().enumerate() {
            if at == 0 || length <= NEAR {
                self.measure(edge, end, 0.0);
            }
        }
    }

    /// A line between two places with its length on it; from measures `off` mm beside their places a line leads back.
    pub fn measure(&mut self, from: Point, to: Point, off: f64) {
        let metres = length(from, to);
        let (a, b) = (self.chart.map(from), self.chart.map(to));
        let length = length(a, b);
        let unit = self.unit();
        if length < 1.0 * unit || metres < 0.05 {
            return;
        }
        let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        let thin = pen(0.13, MEASURE);
        self.sheet.through(&[a, b], thin);
        for end in [a, b] {
            let tick =
                [-0.9, 0.9].map(|by| point(end.x + (dx - dy) * by * unit * 0.7, end.y + (dy + dx) * by * unit * 0.7));
            self.sheet.through(&tick, pen(0.25, MEASURE));
            if off > 0.0 {
                let normal = point(-dy, dx);
                let back = point(
                    end.x - normal.x * (off - 1.2 * unit),
                    end.y - normal.y * (off - 1.2 * unit),
                );
                let over = point(end.x + normal.x * 1.0 * unit, end.y + normal.y * 1.0 * unit);
                self.sheet.through(&[back, over], pen(0.08, MEASURE));
            }
        }
        let text = format!("{metres:.2}");
        let em = EM * unit;
        let wide = self.sheet.width_of(&text, plain(em));
        let middle = if wide + 2.0 * unit <= length {
            point((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
        } else {
            // Too short for its number: that stands behind the end.
            let by = wide / 2.0 + 1.4 * unit;
            point(b.x + dx * by, b.y + dy * by)
        };
        let mut degrees = dy.atan2(dx).to_degrees();
        if !(-89.0..=91.0).contains(&degrees) {
            degrees += 180.0;
        }
        let (sin, cos) = degrees.to_radians().sin_cos();
        let lift = em * 0.62;
        let at = point(middle.x + sin * lift, middle.y - cos * lift);
        turned(self.sheet, &text, at, em, degrees);
        let reach = [cos * wide + sin.abs() * em, sin.abs() * wide + cos * em].map(|side| side.abs());
        self.taken
            .push(rect(at.x - reach[0] / 2.0, at.y - reach[1] / 2.0, reach[0], reach[1]));
    }

    /// A and B, where a tape begins.
    pub fn fixed_points(&mut self) {
        for (name, at) in ["A", "B"].into_iter().zip(self.site.fixed_points()) {
            let at = self.chart.map(at);
            let unit = self.unit();
            self.sheet
                .shape(Path::circle(at, 1.5 * unit), None, Some(pen(0.3, INK)));
            for (x, y) in [(1.0, 0.0), (0.0, 1.0)] {
                let ends = [-2.4, 2.4].map(|by| point(at.x + x * by * unit, at.y + y * by * unit));
                self.sheet.through(&ends, pen(0.2, INK));
            }
            self.word(name, point(at.x + 3.4 * unit, at.y - 3.0 * unit), 3.0, INK);
        }
    }
}

/// One line turned about its middle, in the colour of measures.
fn turned(sheet: &mut Sheet<'_>, text: &str, middle: Point, em: f64, degrees: f64) {
    let look = plain(em).in_colour(MEASURE);
    if degrees.abs() < 0.5 {
        sheet.line_about(text, point(middle.x, middle.y - em * 0.725), 60.0, look);
    } else {
        sheet.slanted(text, middle, look, 1.0, degrees);
    }
}

/// How far from here in this direction the ring is.
fn measure_to_edge(ring: &[Point], from: Point, way: Point) -> Option<f64> {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    let meets = sides.filter_map(|(a, b)| {
        let (ex, ey) = (b.x - a.x, b.y - a.y);
        let cross = way.x * ey - way.y * ex;
        if cross.abs() < 1e-9 {
            return None;
        }
        let (px, py) = (a.x - from.x, a.y - from.y);
        let (on_way, on_side) = ((px * ey - py * ex) / cross, (px * way.y - py * way.x) / cross);
        ((-1e-9..=1.0 + 1e-9).contains(&on_side) && on_way > 0.02).then_some(on_way)
    });
    meets.min_by(f64::total_cmp)
}

/// Another row stands in this direction, on the same line.
fn reaches(end: Point, way: Point, other: &Row) -> bool {
    other.ends.iter().any(|p| {
        let (dx, dy) = (p.x - end.x, p.y - end.y);
        dx * way.x + dy * way.y > 0.0 && (dx * way.y - dy * way.x).abs() < 0.6
    })
}

/// The next row in front of this one, or behind it: how far, and where the two lie beside each other.
fn nearest(site: &Site<'_>, row: &Row, is_front: bool) -> Option<(f64, usize, f64)> {
    let front = facing_vector(row.facing);
    let sign = if is_front { 1.0 } else { -1.0 };
    let side = along(row.facing);
    let [left, right] = row.ends;
    let reach = |p: Point| (p.x - left.x) * side.x + (p.y - left.y) * side.y;
    let depth = |p: Point| ((p.x - left.x) * front.x + (p.y - left.y) * front.y) * sign;
    let others = site.rows.iter().enumerate().filter_map(|(at, other)| {
        let turn = (other.facing - row.facing).rem_euclid(180.0);
        let free = depth(other.middle());
        if turn.min(180.0 - turn) > 2.0 || free <= 0.6 {
            return None;
        }
        let [a, b] = other.ends.map(reach);
        let (from, to) = (a.min(b).max(0.0), a.max(b).min(reach(right)));
        let by = gap_of(site, row, from, to).unwrap_or(from + (to - from) * 0.12);
        (to - from > 0.5).then_some((free, at, by))
    });
    others.min_by(|a, b| a.0.total_cmp(&b.0))
}

/// The middle of the widest gap between two boards of a row, counted from its left end: a line through it crosses no number.
fn gap_of(site: &Site<'_>, row: &Row, from: f64, to: f64) -> Option<f64> {
    let left = row.ends[0];
    let pairs = row.spots.windows(2);
    let gaps = pairs.map(|pair| {
        let (a, b) = (site.spots[pair[0]].feet()[1], site.spots[pair[1]].feet()[0]);
        (
            length(left, b) - length(left, a),
            (length(left, a) + length(left, b)) / 2.0,
        )
    });
    let inside = gaps.filter(|(_, at)| (from..to).contains(at));
    let widest = inside.fold(None, |best: Option<(f64, f64)>, gap| match best {
        Some(kept) if kept.0 >= gap.0 - 1e-6 => Some(kept),
        _ => Some(gap),
    });
    widest.map(|(_, at)| at)
}

/// Between rows, and from the first and last row to the edge: lines across the ways, each once.
fn ways(site: &Site<'_>) -> Vec<(Point, Point)> {
    let mut known: Vec<(usize, usize)> = Vec::new();
    let mut lines = Vec::new();
    for (at, row) in site.rows.iter().enumerate() {
        let (front, side) = (facing_vector(row.facing), along(row.facing));
        for (is_front, sign) in [(true, 1.0), (false, -1.0)] {
            let way = point(front.x * sign, front.y * sign);
            let on_row = |by: f64| {
                let left = row.ends[0];
                point(left.x + side.x * by, left.y + side.y * by)
            };
            match nearest(site, row, is_front) {
                Some((free, other, by)) => {
                    let pair = (at.min(other), at.max(other));
                    if !known.contains(&pair) {
                        known.push(pair);
                        let from = on_row(by);
                        lines.push((from, point(from.x + way.x * free, from.y + way.y * free)));
                    }
                }
                None => {
                    let from = on_row(gap_of(site, row, 0.0, row.length()).unwrap_or(row.length() * 0.12));
                    if let Some(free) = measure_to_edge(&site.outline, from, way).filter(|free| *free <= FAR) {
                        lines.push((from, point(from.x + way.x * free, from.y + way.y * free)));
                    }
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tape_meets_the_edge_where_it_is() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 8.0), (0.0, 8.0)].map(|(x, y)| point(x, y));
        assert_eq!(measure_to_edge(&square, point(4.0, 3.0), point(-1.0, 0.0)), Some(4.0));
        assert_eq!(measure_to_edge(&square, point(4.0, 3.0), point(0.0, 1.0)), Some(5.0));
        assert_eq!(measure_to_edge(&square, point(14.0, 3.0), point(1.0, 0.0)), None);
    }
}
