//! Shapes in the picture's pixels: polygons with corners on a grid of 1/256 pixel. `vello_cpu` counts in 32-bit
//! floats, which hold such corners exactly wherever the band stands, so a band gets the same edges as the whole.

use crate::geom::{Point, Transform};
use crate::layout::{Path, Seg, Stroke};
use vello_cpu::kurbo::{self, BezPath, Cap, Join, PathEl, StrokeOpts};
use vello_cpu::peniko::Fill;

/// How far a line may lie off the curve it stands for, in pixels.
pub const TOLERANCE: f64 = 0.1;

/// Bands begin at multiples of this; `vello_cpu` works in cells of 4 pixels.
pub const CELL: u32 = 64;

/// Corners further away than this are of no use to anybody and would overflow.
const FAR: f64 = 4_000_000.0;

/// Whole pixels of the picture; `x1` and `y1` are outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x0: i32,
    pub y0: i32,
    pub x1: i32,
    pub y1: i32,
}

impl Area {
    pub fn width(&self) -> u32 {
        (self.x1 - self.x0).max(0) as u32
    }

    pub fn height(&self) -> u32 {
        (self.y1 - self.y0).max(0) as u32
    }

    /// `None` where nothing is left.
    pub fn intersect(&self, other: &Area) -> Option<Area> {
        let area = Area {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        };
        (area.x0 < area.x1 && area.y0 < area.y1).then_some(area)
    }

    pub fn covers(&self, other: &Area) -> bool {
        self.intersect(other) == Some(*other)
    }

    /// The pixels that the points touch; `None` without points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Area> {
        let mut bounds = Bounds::default();
        for p in points {
            bounds.add(p.x, p.y);
        }
        bounds.area()
    }

    pub fn grow(&self, by: f64) -> Area {
        let by = by.min(FAR).ceil() as i32;
        Area {
            x0: self.x0 - by,
            y0: self.y0 - by,
            x1: self.x1 + by,
            y1: self.y1 + by,
        }
    }
}

struct Bounds([f64; 4]);

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY])
    }
}

impl Bounds {
    fn add(&mut self, x: f64, y: f64) {
        let [x0, y0, x1, y1] = self.0;
        self.0 = [x0.min(x), y0.min(y), x1.max(x), y1.max(y)];
    }

    fn area(&self) -> Option<Area> {
        let [x0, y0, x1, y1] = self.0.map(|side| side.clamp(-FAR, FAR));
        (self.0[0] <= self.0[2]).then_some(Area {
            x0: x0.floor() as i32,
            y0: y0.floor() as i32,
            x1: x1.ceil() as i32,
            y1: y1.ceil() as i32,
        })
    }
}

/// A shape being put together for one tile; made once and used again for each shape.
pub struct Polygon {
    /// In pixels of the tile.
    pub path: BezPath,
    left: f64,
    top: f64,
    bounds: Bounds,
    last: kurbo::Point,
    /// How the path's inside is told.
    pub rule: Fill,
}

impl Polygon {
    pub fn new(tile: &Area) -> Polygon {
        Polygon {
            path: BezPath::new(),
            left: f64::from(tile.x0),
            top: f64::from(tile.y0),
            bounds: Bounds::default(),
            last: kurbo::Point::ORIGIN,
            rule: Fill::NonZero,
        }
    }

    pub fn clear(&mut self) {
        self.path.truncate(0);
        self.bounds = Bounds::default();
        self.rule = Fill::NonZero;
    }

    /// The pixels of the picture that the shape touches.
    pub fn area(&self) -> Option<Area> {
        self.bounds.area()
    }

    pub fn start(&mut self, p: Point) {
        let p = self.on_grid(p);
        self.last = p;
        self.path.move_to(p);
    }

    pub fn line(&mut self, p: Point) {
        let p = self.on_grid(p);
        if p != self.last {
            self.last = p;
            self.path.line_to(p);
        }
    }

    pub fn close(&mut self) {
        self.path.close_path();
    }

    pub fn set_rect(&mut self, area: &Area) {
        let p = |x: i32, y: i32| crate::geom::point(f64::from(x), f64::from(y));
        self.clear();
        self.start(p(area.x0, area.y0));
        self.line(p(area.x1, area.y0));
        self.line(p(area.x1, area.y1));
        self.line(p(area.x0, area.y1));
        self.close();
    }

    /// The inside of a path.
    pub fn set_fill(&mut self, path: &Path, at: &Transform) {
        self.set_flat(curves(path, at));
        if path.even_odd {
            self.rule = Fill::EvenOdd;
        }
    }

    /// The line along a path.
    pub fn set_stroke(&mut self, path: &Path, stroke: &Stroke, at: &Transform) {
        let (join, cap) = if stroke.round {
            (Join::Round, Cap::Round)
        } else {
            (Join::Miter, Cap::Butt)
        };
        let mut style = kurbo::Stroke::new(stroke.width).with_join(join).with_caps(cap);
        if is_dashed(&stroke.dash, at) {
            style = style.with_dashes(0.0, stroke.dash.iter().copied());
        }
        // Widened in the item's own measure, so that a stretched item gets a stretched line.
        let along = curves(path, &Transform::IDENTITY);
        let tolerance = TOLERANCE / 2.0 / scale_of(at).max(1e-9);
        let outline = kurbo::stroke(along, &style, &StrokeOpts::default(), tolerance);
        let at = kurbo::Affine::new([at.a, at.b, at.c, at.d, at.e, at.f]);
        self.set_flat(at * outline);
    }

    fn set_flat(&mut self, path: BezPath) {
        self.clear();
        kurbo::flatten(path, TOLERANCE, |piece| match piece {
            PathEl::MoveTo(p) => self.start(crate::geom::point(p.x, p.y)),
            PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
                self.line(crate::geom::point(p.x, p.y));
            }
            PathEl::ClosePath => self.close(),
        });
    }

    fn on_grid(&mut self, p: Point) -> kurbo::Point {
        self.bounds.add(p.x, p.y);
        let grid = |value: f64| (value * 256.0).round() / 256.0;
        let (x, y) = (grid(p.x) - self.left, grid(p.y) - self.top);
        kurbo::Point::new(x.clamp(-FAR, FAR), y.clamp(-FAR, FAR))
    }
}

/// How many pixels a millimetre is, on average over the directions.
pub fn scale_of(at: &Transform) -> f64 {
    (at.a * at.d - at.b * at.c).abs().sqrt()
}

/// All points of the path, also those that curves only bend towards.
pub fn points_of<'a>(path: &'a Path, at: &'a Transform) -> impl Iterator<Item = Point> + 'a {
    path.segs
        .iter()
        .flat_map(|seg| match seg {
            Seg::Move(p) | Seg::Line(p) => [Some(*p), None, None],
            Seg::Cubic(a, b, c) => [Some(*a), Some(*b), Some(*c)],
            Seg::Close => [None; 3],
        })
        .flatten()
        .map(|p| at.apply(p))
}

fn curves(path: &Path, at: &Transform) -> BezPath {
    let to = |p: Point| {
        let p = at.apply(p);
        kurbo::Point::new(p.x, p.y)
    };
    let mut curves = BezPath::new();
    for seg in &path.segs {
        match *seg {
            Seg::Move(p) => curves.move_to(to(p)),
            // A path that begins with no move begins where its first piece ends.
            Seg::Line(p) | Seg::Cubic(_, _, p) if curves.elements().is_empty() => curves.move_to(to(p)),
            Seg::Line(p) => curves.line_to(to(p)),
            Seg::Cubic(a, b, c) => curves.curve_to(to(a), to(b), to(c)),
            Seg::Close if curves.elements().is_empty() => {}
            Seg::Close => curves.close_path(),
        }
    }
    curves
}

/// Dashes too fine to be seen are drawn as one line: they would only take time, and those of no length for ever.
fn is_dashed(dash: &[f64], at: &Transform) -> bool {
    let length: f64 = dash.iter().sum();
    dash.iter().all(|part| part.is_finite() && *part >= 0.0) && length * scale_of(at) > 0.1
}
