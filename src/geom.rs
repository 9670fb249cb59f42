//! Lengths, points, rectangles, transforms and paths. Everything on a board is in millimetres, y down, from the trim's top
//! left.

use serde::{Deserialize, Serialize};

/// Rounds to 1 µm, so that one input gives one `Frame` on every machine.
pub fn um(mm: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0, which prints and hashes alike.
    (mm * 1000.0).round() / 1000.0 + 0.0
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

pub fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Size {
    pub w: f64,
    pub h: f64,
}

impl Size {
    /// The same to the millimetre: what people call one size.
    pub fn is_about(self, other: Size) -> bool {
        (self.w - other.w).abs() < 1.0 && (self.h - other.h).abs() < 1.0
    }
}

pub fn size(w: f64, h: f64) -> Size {
    Size { w, h }
}

/// An upright rectangle; width and height are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

pub fn rect(x: f64, y: f64, w: f64, h: f64) -> Rect {
    Rect { x, y, w, h }
}

impl Rect {
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    pub fn size(&self) -> Size {
        size(self.w, self.h)
    }

    pub fn centre(&self) -> Point {
        point(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    pub fn contains(&self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }

    pub fn grow(&self, by: f64) -> Rect {
        rect(
            self.x - by,
            self.y - by,
            (self.w + 2.0 * by).max(0.0),
            (self.h + 2.0 * by).max(0.0),
        )
    }

    pub fn shift(&self, dx: f64, dy: f64) -> Rect {
        rect(self.x + dx, self.y + dy, self.w, self.h)
    }

    pub fn intersect(&self, other: &Rect) -> Option<Rect> {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let w = self.right().min(other.right()) - x;
        let h = self.bottom().min(other.bottom()) - y;
        (w > 0.0 && h > 0.0).then(|| rect(x, y, w, h))
    }

    pub fn union(&self, other: &Rect) -> Rect {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        rect(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }
}

/// `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transform {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
    pub e: f64,
    pub f: f64,
}

impl Default for Transform {
    fn default() -> Transform {
        Transform::IDENTITY
    }
}

impl Transform {
    pub const IDENTITY: Transform = Transform {
        a: 1.0,
        b: 0.0,
        c: 0.0,
        d: 1.0,
        e: 0.0,
        f: 0.0,
    };

    pub fn from_array([a, b, c, d, e, f]: [f64; 6]) -> Transform {
        Transform { a, b, c, d, e, f }
    }

    pub fn shift(x: f64, y: f64) -> Transform {
        Transform {
            e: x,
            f: y,
            ..Transform::IDENTITY
        }
    }

    pub fn scale(x: f64, y: f64) -> Transform {
        Transform {
            a: x,
            d: y,
            ..Transform::IDENTITY
        }
    }

    /// Clockwise as seen on the board (y down), in degrees.
    pub fn rotate(degrees: f64) -> Transform {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Transform {
            a: cos,
            b: sin,
            c: -sin,
            d: cos,
            e: 0.0,
            f: 0.0,
        }
    }

    pub fn rotate_about(degrees: f64, centre: Point) -> Transform {
        Transform::shift(-centre.x, -centre.y)
            .then(&Transform::rotate(degrees))
            .then(&Transform::shift(centre.x, centre.y))
    }

    /// First `self`, then `next`.
    pub fn then(&self, next: &Transform) -> Transform {
        Transform {
            a: next.a * self.a + next.c * self.b,
            b: next.b * self.a + next.d * self.b,
            c: next.a * self.c + next.c * self.d,
            d: next.b * self.c + next.d * self.d,
            e: next.a * self.e + next.c * self.f + next.e,
            f: next.b * self.e + next.d * self.f + next.f,
        }
    }

    pub fn apply(&self, p: Point) -> Point {
        point(
            self.a * p.x + self.c * p.y + self.e,
            self.b * p.x + self.d * p.y + self.f,
        )
    }

    /// `None` where the transform flattens everything to a line.
    pub fn inverse(&self) -> Option<Transform> {
        let det = self.a * self.d - self.b * self.c;
        if det.abs() < 1e-12 {
            return None;
        }
        let (a, b, c, d) = (self.d / det, -self.b / det, -self.c / det, self.a / det);
        Some(Transform {
            a,
            b,
            c,
            d,
            e: -(a * self.e + c * self.f),
            f: -(b * self.e + d * self.f),
        })
    }
}

/// The outline of a shape, and which parts of the plane are inside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Path {
    pub segs: Vec<Seg>,
    /// Inside is what a ray leaves through an odd number of lines; else by the non-zero rule.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub even_odd: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Seg {
    Move(Point),
    Line(Point),
    Cubic(Point, Point, Point),
    Close,
}

/// Four cubics of this reach are off a true circle by 0.03 %.
const QUARTER: f64 = 0.552_284_749_8;

impl From<Vec<Seg>> for Path {
    fn from(segs: Vec<Seg>) -> Path {
        Path { segs, even_odd: false }
    }
}

impl Path {
    pub fn rect(r: Rect) -> Path {
        let p = point;
        Path::from(vec![
            Seg::Move(p(r.x, r.y)),
            Seg::Line(p(r.right(), r.y)),
            Seg::Line(p(r.right(), r.bottom())),
            Seg::Line(p(r.x, r.bottom())),
            Seg::Close,
        ])
    }

    pub fn circle(centre: Point, radius: f64) -> Path {
        Path::oval(centre, radius, radius)
    }

    /// The ellipse that touches the rectangle's sides.
    pub fn ellipse(r: Rect) -> Path {
        Path::oval(r.centre(), r.w / 2.0, r.h / 2.0)
    }

    fn oval(centre: Point, rx: f64, ry: f64) -> Path {
        let (kx, ky) = (rx * QUARTER, ry * QUARTER);
        let p = |x: f64, y: f64| point(um(centre.x + x), um(centre.y + y));
        Path::from(vec![
            Seg::Move(p(rx, 0.0)),
            Seg::Cubic(p(rx, ky), p(kx, ry), p(0.0, ry)),
            Seg::Cubic(p(-kx, ry), p(-rx, ky), p(-rx, 0.0)),
            Seg::Cubic(p(-rx, -ky), p(-kx, -ry), p(0.0, -ry)),
            Seg::Cubic(p(kx, -ry), p(rx, -ky), p(rx, 0.0)),
            Seg::Close,
        ])
    }

    /// A rectangle whose corners are quarters of circles.
    pub fn rounded(r: Rect, radius: f64) -> Path {
        let radius = radius.min(r.w / 2.0).min(r.h / 2.0);
        if radius <= 0.0 {
            return Path::rect(r);
        }
        let k = radius * (1.0 - QUARTER);
        let p = |x: f64, y: f64| point(um(x), um(y));
        let (x, y, right, bottom) = (r.x, r.y, r.right(), r.bottom());
        Path::from(vec![
            Seg::Move(p(x + radius, y)),
            Seg::Line(p(right - radius, y)),
            Seg::Cubic(p(right - k, y), p(right, y + k), p(right, y + radius)),
            Seg::Line(p(right, bottom - radius)),
            Seg::Cubic(p(right, bottom - k), p(right - k, bottom), p(right - radius, bottom)),
            Seg::Line(p(x + radius, bottom)),
            Seg::Cubic(p(x + k, bottom), p(x, bottom - k), p(x, bottom - radius)),
            Seg::Line(p(x, y + radius)),
            Seg::Cubic(p(x, y + k), p(x + k, y), p(x + radius, y)),
            Seg::Close,
        ])
    }

    /// Where its pieces begin and end, in order.
    pub fn ends(&self) -> Vec<Point> {
        let end = |seg: &Seg| match seg {
            Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p) => Some(*p),
            Seg::Close => None,
        };
        self.segs.iter().filter_map(end).collect()
    }

    pub fn map_points(&mut self, map: impl Fn(Point) -> Point) {
        for seg in &mut self.segs {
            match seg {
                Seg::Move(p) | Seg::Line(p) => *p = map(*p),
                Seg::Cubic(a, b, c) => (*a, *b, *c) = (map(*a), map(*b), map(*c)),
                Seg::Close => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transform_and_its_inverse_give_the_point_back() {
        let there = Transform::rotate_about(33.0, point(10.0, 20.0)).then(&Transform::scale(2.0, 3.0));
        let back = there.inverse().unwrap();
        let p = back.apply(there.apply(point(5.0, 7.0)));
        assert!((p.x - 5.0).abs() < 1e-9 && (p.y - 7.0).abs() < 1e-9);
    }
}
