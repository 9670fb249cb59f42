//! SVG path data into `Path`: all commands, absolute and relative; arcs and quadratics become cubics.

use super::{Path, Seg};
use crate::geom::{Point, point};

/// `None` where the text is no path data.
pub fn parse(data: &str) -> Option<Path> {
    let mut reader = Reader { rest: data.as_bytes() };
    let mut pen = Pen::default();
    while let Some(command) = reader.letter() {
        loop {
            pen.run(command, &mut reader)?;
            if matches!(command, b'z' | b'Z') || !reader.has_number() {
                break;
            }
            // Further pairs after a move are lines.
            if matches!(command, b'm' | b'M') {
                let line = if command == b'm' { b'l' } else { b'L' };
                while reader.has_number() {
                    pen.run(line, &mut reader)?;
                }
                break;
            }
        }
    }
    reader.is_done().then(|| Path::from(pen.segs))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn skip(&mut self) {
        while let [b' ' | b',' | b'\n' | b'\t' | b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    fn is_done(&mut self) -> bool {
        self.skip();
        self.rest.is_empty()
    }

    fn letter(&mut self) -> Option<u8> {
        self.skip();
        let (&first, rest) = self.rest.split_first()?;
        first.is_ascii_alphabetic().then(|| {
            self.rest = rest;
            first
        })
    }

    fn has_number(&mut self) -> bool {
        self.skip();
        matches!(self.rest.first(), Some(b'0'..=b'9' | b'-' | b'+' | b'.'))
    }

    fn number(&mut self) -> Option<f64> {
        self.skip();
        let mut end = 0;
        let mut has_dot = false;
        let mut has_power = false;
        while let Some(&byte) = self.rest.get(end) {
            let before = end.checked_sub(1).and_then(|at| self.rest.get(at));
            let belongs = match byte {
                b'0'..=b'9' => true,
                b'-' | b'+' => end == 0 || matches!(before, Some(b'e' | b'E')),
                b'.' => !has_dot && !has_power,
                b'e' | b'E' => end > 0 && !has_power,
                _ => false,
            };
            if !belongs {
                break;
            }
            has_dot |= byte == b'.';
            has_power |= matches!(byte, b'e' | b'E');
            end += 1;
        }
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        std::str::from_utf8(number)
            .ok()?
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
    }

    /// Flags of arcs may stand without a space: "0 01".
    fn flag(&mut self) -> Option<bool> {
        self.skip();
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        match first {
            b'0' => Some(false),
            b'1' => Some(true),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Pen {
    segs: Vec<Seg>,
    at: Point,
    start: Point,
    /// The last control point, for the smooth commands, and whether it was a cubic's.
    control: Option<(Point, bool)>,
}

impl Pen {
    fn run(&mut self, command: u8, reader: &mut Reader<'_>) -> Option<()> {
        let base = if command.is_ascii_lowercase() {
            self.at
        } else {
            Point::default()
        };
        let mut next =
            |base: Point| -> Option<Point> { Some(point(base.x + reader.number()?, base.y + reader.number()?)) };
        match command.to_ascii_uppercase() {
            b'M' => {
                self.at = next(base)?;
                self.start = self.at;
                self.segs.push(Seg::Move(self.at));
                self.control = None;
            }
            b'L' => {
                let to = next(base)?;
                self.line(to);
            }
            b'H' => {
                let x = reader.number()? + base.x;
                self.line(point(x, self.at.y));
            }
            b'V' => {
                let y = reader.number()? + base.y;
                self.line(point(self.at.x, y));
            }
            b'C' => {
                let (a, b, to) = (next(base)?, next(base)?, next(base)?);
                self.cubic(a, b, to);
            }
            b'S' => {
                let a = self.mirrored(true);
                let (b, to) = (next(base)?, next(base)?);
                self.cubic(a, b, to);
            }
            b'Q' => {
                let (control, to) = (next(base)?, next(base)?);
                self.quadratic(control, to);
            }
            b'T' => {
                let control = self.mirrored(false);
                let to = next(base)?;
                self.quadratic(control, to);
            }
            b'A' => self.arc(base, reader)?,
            b'Z' => {
                self.segs.push(Seg::Close);
                self.at = self.start;
                self.control = None;
            }
            _ => return None,
        }
        Some(())
    }

    fn line(&mut self, to: Point) {
        self.segs.push(Seg::Line(to));
        self.at = to;
        self.control = None;
    }

    fn cubic(&mut self, a: Point, b: Point, to: Point) {
        self.segs.push(Seg::Cubic(a, b, to));
        self.at = to;
        self.control = Some((b, true));
    }

    fn quadratic(&mut self, control: Point, to: Point) {
        let third = |from: Point| {
            point(
                from.x + (control.x - from.x) * 2.0 / 3.0,
                from.y + (control.y - from.y) * 2.0 / 3.0,
            )
        };
        let (a, b) = (third(self.at), third(to));
        self.cubic(a, b, to);
        self.control = Some((control, false));
    }

    fn mirrored(&self, of_cubic: bool) -> Point {
        match self.control {
            Some((control, is_cubic)) if is_cubic == of_cubic => {
                point(2.0 * self.at.x - control.x, 2.0 * self.at.y - control.y)
            }
            _ => self.at,
        }
    }

    /// From the end points to the centre, as the SVG specification's notes on implementation say (F.6.5).
    fn arc(&mut self, base: Point, reader: &mut Reader<'_>) -> Option<()> {
        let (rx, ry, turn) = (reader.number()?.abs(), reader.number()?.abs(), reader.number()?);
        let (is_large, is_sweep) = (reader.flag()?, reader.flag()?);
        let to = point(base.x + reader.number()?, base.y + reader.number()?);
        let from = self.at;
        if from == to {
            return Some(());
        }
        if rx < 1e-9 || ry < 1e-9 {
            self.line(to);
            return Some(());
        }
        let (sin, cos) = turn.to_radians().sin_cos();
        let (dx, dy) = ((from.x - to.x) / 2.0, (from.y - to.y) / 2.0);
        let (x1, y1) = (cos * dx + sin * dy, -sin * dx + cos * dy);
        let too_small = (x1 / rx).powi(2) + (y1 / ry).powi(2);
        let grow = too_small.sqrt().max(1.0);
        let (rx, ry) = (rx * grow, ry * grow);
        let inside = (rx * ry).powi(2) - (rx * y1).powi(2) - (ry * x1).powi(2);
        let root = (inside.max(0.0) / ((rx * y1).powi(2) + (ry * x1).powi(2))).sqrt();
        let root = if is_large == is_sweep { -root } else { root };
        let (cx, cy) = (root * rx * y1 / ry, -root * ry * x1 / rx);
        let centre = point(
            cos * cx - sin * cy + (from.x + to.x) / 2.0,
            sin * cx + cos * cy + (from.y + to.y) / 2.0,
        );
        let begin = ((y1 - cy) / ry).atan2((x1 - cx) / rx);
        let end = ((-y1 - cy) / ry).atan2((-x1 - cx) / rx);
        let mut span = end - begin;
        let full = std::f64::consts::TAU;
        if is_sweep && span < 0.0 {
            span += full;
        } else if !is_sweep && span > 0.0 {
            span -= full;
        }
        let parts = (span.abs() / (full / 4.0) - 1e-9).ceil().max(1.0);
        let step = span / parts;
        let reach = 4.0 / 3.0 * (step / 4.0).tan();
        let on = |angle: f64, along: f64| {
            let (s, c) = angle.sin_cos();
            let (x, y) = (rx * (c - along * s), ry * (s + along * c));
            point(centre.x + cos * x - sin * y, centre.y + sin * x + cos * y)
        };
        for part in 0..parts as usize {
            let a = begin + step * part as f64;
            let last = part + 1 == parts as usize;
            let end = if last { to } else { on(a + step, 0.0) };
            self.cubic(on(a, reach), on(a + step, -reach), end);
        }
        self.control = None;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(data: &str) -> Vec<(f64, f64)> {
        parse(data)
            .unwrap()
            .segs
            .iter()
            .filter_map(|seg| match *seg {
                Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p) => Some((p.x, p.y)),
                Seg::Close => None,
            })
            .map(|(x, y)| ((x * 1e6).round() / 1e6, (y * 1e6).round() / 1e6))
            .collect()
    }

    #[test]
    fn all_commands_end_where_they_say() {
        assert_eq!(ends("M1 2L3,4h2V0z"), [(1.0, 2.0), (3.0, 4.0), (5.0, 4.0), (5.0, 0.0)]);
        assert_eq!(ends("m1 2 3-1.5.5.5"), [(1.0, 2.0), (4.0, 0.5), (4.5, 1.0)]);
        assert_eq!(ends("M0 0q5 5 10 0t10 0"), [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0)]);
        assert_eq!(ends("M0 0C1 1 2 1 3 0S5-1 6 0"), [(0.0, 0.0), (3.0, 0.0), (6.0, 0.0)]);
        assert_eq!(ends("M0 0l1e1 0"), [(0.0, 0.0), (10.0, 0.0)]);
    }

    #[test]
    fn half_a_circle_goes_through_its_top() {
        assert_eq!(ends("M0 0A5 5 0 0 1 10 0"), [(0.0, 0.0), (5.0, -5.0), (10.0, 0.0)]);
        assert_eq!(ends("M0 0a5 5 0 01 10 0"), ends("M0 0A5 5 0 0 1 10 0"));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for bad in [
            "M",
            "L1",
            "M0 0 K1 1",
            "hello",
            "M0 0 L 1 x",
            "M0 0A1 1 0 2 0 3 3",
            "M1 1e",
        ] {
            assert!(parse(bad).is_none(), "{bad}");
        }
        assert_eq!(parse("").unwrap().segs.len(), 0);
    }
}
