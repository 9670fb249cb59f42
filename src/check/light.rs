//! How light a board is where: a coarse picture of everything but its letters, from the frame and the greys that are
//! known of each photo. Enough to tell whether letters stand out and whether a code can be read; needs no pixels.

use super::walk::{self, Found};
use crate::base::{Colour, Digest, PhotoFacts, Spot};
use crate::geom::{Path, Point, Rect, Seg, Transform, point};
use crate::layout::{ImageItem, Ink, Item, Paint};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Cells of a photo's print a side.
pub const CELLS: usize = 17;
/// Straight pieces that stand for one curve.
const PIECES: usize = 6;

/// A part of a board in square cells: which of them a path covers.
pub struct Cells {
    pub area: Rect,
    /// Cells a millimetre.
    pub scale: f64,
    pub width: usize,
    pub height: usize,
}

/// A part of a board as greys: 0 black, 1 white, as a screen mixes them.
pub struct Lights {
    cells: Cells,
    grey: Vec<f32>,
    /// Nobody has looked at the photo that is seen here.
    unknown: Vec<bool>,
}

type Photos = BTreeMap<Digest, Arc<PhotoFacts>>;

impl Lights {
    /// White paper.
    pub fn new(area: Rect, scale: f64) -> Lights {
        let cells = Cells::new(area, scale);
        Lights {
            grey: vec![1.0; cells.count()],
            unknown: vec![false; cells.count()],
            cells,
        }
    }

    pub fn size(&self) -> (usize, usize) {
        (self.cells.width, self.cells.height)
    }

    /// 0..=255 of a pixel.
    pub fn pixel(&self, x: usize, y: usize) -> u8 {
        (self.grey[y * self.cells.width + x] * 255.0).round() as u8
    }

    /// Relative luminance at a point of the board; `None` outside, and where it is not known.
    pub fn at(&self, p: Point) -> Option<f64> {
        let at = self.cells.at(p)?;
        (!self.unknown[at]).then(|| linear(f64::from(self.grey[at])))
    }

    /// Lays an item over what is there. Letters, outlines and shadows are left out.
    pub fn paint(&mut self, part: &Found<'_>, photos: &Photos) {
        match part.item {
            Item::Path(item) => {
                if let Some(paint) = &item.fill {
                    let grey = |ink: &Ink| encoded(luminance(ink.colour)) as f32;
                    let mix = Mix::of(paint, |ink| [grey(ink), (ink.alpha * part.opacity) as f32]);
                    self.fill(&item.path, part, |p| {
                        let [grey, alpha] = mix.at(p);
                        (Some(grey), alpha)
                    });
                }
            }
            Item::Image(image) => {
                let facts = photos.get(&image.photo);
                let print = facts.and_then(|facts| facts.look.as_ref()).map(|look| &look.print[..]);
                let print = print.filter(|print| print.len() == CELLS * CELLS);
                let whole = image.whole();
                self.fill(&Path::rect(image.clip), part, |p| {
                    let grey = print.map(|print| cell(print, image, whole, p));
                    (grey, part.opacity as f32)
                });
            }
            Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => {}
        }
    }

    /// `paint` answers in the item's millimetres: a grey, or none where it is not known, and how opaque it is.
    fn fill(&mut self, path: &Path, part: &Found<'_>, paint: impl Fn(Point) -> (Option<f32>, f32)) {
        let (greys, unknown) = (&mut self.grey, &mut self.unknown);
        self.cells.visit(path, part, |at, p| {
            let (grey, alpha) = paint(p);
            if let Some(grey) = grey {
                greys[at] += (grey - greys[at]) * alpha;
            }
            // What is nearly opaque is known again, whatever lies below.
            unknown[at] = match grey {
                Some(_) => unknown[at] && alpha < 0.9,
                None => true,
            };
        });
    }
}

impl Cells {
    pub fn new(area: Rect, scale: f64) -> Cells {
        let side = |mm: f64| ((mm * scale).ceil() as usize).max(1);
        Cells {
            area,
            scale,
            width: side(area.w),
            height: side(area.h),
        }
    }

    pub fn count(&self) -> usize {
        self.width * self.height
    }

    /// The cell at a point of the board; `None` outside.
    pub fn at(&self, p: Point) -> Option<usize> {
        let (x, y) = ((p.x - self.area.x) * self.scale, (p.y - self.area.y) * self.scale);
        let is_inside = x >= 0.0 && y >= 0.0 && x < self.width as f64 && y < self.height as f64;
        is_inside.then(|| y as usize * self.width + x as usize)
    }

    /// Every cell whose middle the path covers, as far as the groups around it show it: its index, and its middle in the
    /// item's millimetres.
    pub fn visit(&self, path: &Path, part: &Found<'_>, mut see: impl FnMut(usize, Point)) {
        let Some(back) = part.at.inverse() else { return };
        let edges = self.edges(path, &part.at);
        let clips: Vec<(Vec<Edge>, bool)> = part
            .clips
            .iter()
            .map(|(at, clip)| (self.edges(clip, at), clip.even_odd))
            .collect();
        let top = edges.iter().map(|edge| edge.top()).fold(f64::INFINITY, f64::min);
        let foot = edges.iter().map(|edge| edge.foot()).fold(0.0, f64::max);
        let first = top.max(0.0).floor() as usize;
        for row in first..(foot.ceil() as usize).min(self.height) {
            let y = row as f64 + 0.5;
            let mut spans = spans(&edges, y, path.even_odd);
            for (edges, even_odd) in &clips {
                spans = common(&spans, &self::spans(edges, y, *even_odd));
            }
            for (from, to) in spans {
                let columns = (from + 0.5).max(0.0) as usize..((to + 0.5).max(0.0) as usize).min(self.width);
                for column in columns {
                    let on_board = point(
                        self.area.x + (column as f64 + 0.5) / self.scale,
                        self.area.y + y / self.scale,
                    );
                    see(row * self.width + column, back.apply(on_board));
                }
            }
        }
    }

    fn edges(&self, path: &Path, at: &Transform) -> Vec<Edge> {
        let pixel = |p: Point| {
            let p = at.apply(p);
            point((p.x - self.area.x) * self.scale, (p.y - self.area.y) * self.scale)
        };
        let mut edges = Vec::new();
        let (mut start, mut last) = (point(0.0, 0.0), point(0.0, 0.0));
        for seg in &path.segs {
            match *seg {
                Seg::Move(p) => {
                    edges.push(Edge(last, start));
                    (start, last) = (pixel(p), pixel(p));
                }
                Seg::Line(p) => {
                    edges.push(Edge(last, pixel(p)));
                    last = pixel(p);
                }
                Seg::Cubic(a, b, c) => {
                    let (a, b, c) = (pixel(a), pixel(b), pixel(c));
                    let from = last;
                    for piece in 1..=PIECES {
                        let next = on_curve([from, a, b, c], piece as f64 / PIECES as f64);
                        edges.push(Edge(last, next));
                        last = next;
                    }
                }
                Seg::Close => {
                    edges.push(Edge(last, start));
                    last = start;
                }
            }
        }
        edges.push(Edge(last, start));
        edges.retain(|edge| edge.0.y != edge.1.y);
        edges
    }
}

#[derive(Clone, Copy)]
struct Edge(Point, Point);

impl Edge {
    fn top(&self) -> f64 {
        self.0.y.min(self.1.y)
    }

    fn foot(&self) -> f64 {
        self.0.y.max(self.1.y)
    }
}

fn on_curve([p, a, b, c]: [Point; 4], t: f64) -> Point {
    let s = 1.0 - t;
    let mix =
        |p: f64, a: f64, b: f64, c: f64| s * s * s * p + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * c;
    point(mix(p.x, a.x, b.x, c.x), mix(p.y, a.y, b.y, c.y))
}

/// Where a row is inside, from left to right.
fn spans(edges: &[Edge], y: f64, even_odd: bool) -> Vec<(f64, f64)> {
    let crossing = |edge: &Edge| {
        let share = (y - edge.0.y) / (edge.1.y - edge.0.y);
        let x = edge.0.x + (edge.1.x - edge.0.x) * share;
        (x, if edge.1.y > edge.0.y { 1 } else { -1 })
    };
    let crossed = edges.iter().filter(|edge| edge.top() <= y && y < edge.foot());
    let mut crossings: Vec<(f64, i32)> = crossed.map(crossing).collect();
    crossings.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut winding, mut start) = (0, 0.0);
    let mut spans = Vec::new();
    let is_inside = |winding: i32| if even_odd { winding % 2 != 0 } else { winding != 0 };
    for (x, turn) in crossings {
        let was_inside = is_inside(winding);
        winding += turn;
        match (was_inside, is_inside(winding)) {
            (false, true) => start = x,
            (true, false) => spans.push((start, x)),
            _ => {}
        }
    }
    spans
}

fn common(some: &[(f64, f64)], others: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut both = Vec::new();
    for (from, to) in some {
        let cut = others.iter().map(|(a, b)| (from.max(*a), to.min(*b)));
        both.extend(cut.filter(|(from, to)| from < to));
    }
    both
}

/// A paint as numbers: greys, inks, and how opaque it is.
pub enum Mix<const N: usize> {
    Flat([f32; N]),
    Linear(Point, Point, Vec<(f64, [f32; N])>),
    Radial(Point, f64, Vec<(f64, [f32; N])>),
}

impl<const N: usize> Mix<N> {
    pub fn of(paint: &Paint, number: impl Fn(&Ink) -> [f32; N]) -> Mix<N> {
        let each = |stops: &[(f64, Ink)]| stops.iter().map(|(at, ink)| (*at, number(ink))).collect();
        match paint {
            Paint::Flat(ink) => Mix::Flat(number(ink)),
            Paint::Linear { from, to, stops } => Mix::Linear(*from, *to, each(stops)),
            Paint::Radial { centre, radius, stops } => Mix::Radial(*centre, *radius, each(stops)),
        }
    }

    pub fn at(&self, p: Point) -> [f32; N] {
        match self {
            Mix::Flat(numbers) => *numbers,
            Mix::Linear(from, to, stops) => {
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                let length = (dx * dx + dy * dy).max(1e-9);
                between(stops, ((p.x - from.x) * dx + (p.y - from.y) * dy) / length)
            }
            Mix::Radial(centre, radius, stops) => {
                between(stops, (p.x - centre.x).hypot(p.y - centre.y) / radius.max(1e-9))
            }
        }
    }
}

fn between<const N: usize>(stops: &[(f64, [f32; N])], at: f64) -> [f32; N] {
    let next = stops.iter().position(|stop| stop.0 >= at);
    match next {
        Some(0) => stops[0].1,
        Some(next) => {
            let (one, two) = (stops[next - 1], stops[next]);
            let share = ((at - one.0) / (two.0 - one.0).max(1e-9)) as f32;
            std::array::from_fn(|i| one.1[i] + (two.1[i] - one.1[i]) * share)
        }
        None => stops.last().map_or([0.0; N], |stop| stop.1),
    }
}

/// The grey of the upright photo where this point of the board shows it.
fn cell(print: &[u8], image: &ImageItem, whole: Rect, p: Point) -> f32 {
    f32::from(print[print_cell(image, whole, p)]) / 255.0
}

/// Which cell of the upright photo's print this point of the board shows.
pub fn print_cell(image: &ImageItem, whole: Rect, p: Point) -> usize {
    let place = if image.recipe.is_some() { whole } else { image.place };
    let at = |part: f64| ((part * CELLS as f64).max(0.0) as usize).min(CELLS - 1);
    let column = at((p.x - place.x) / place.w.max(1e-9));
    let row = at((p.y - place.y) / place.h.max(1e-9));
    row * CELLS + column
}

/// Relative luminance, 0..=1. Inks as an ideal printer mixes them: near enough to tell light from dark.
pub fn luminance(colour: Colour) -> f64 {
    let rgb = match colour {
        Colour::Srgb(rgb) => rgb.map(|part| f64::from(part) / 255.0),
        Colour::Cmyk(inks) | Colour::Spot(Spot { cmyk: inks, .. }) => {
            let [c, m, y, k] = inks.map(|ink| ink / 100.0);
            [c, m, y].map(|ink| (1.0 - ink) * (1.0 - k))
        }
    };
    let [r, g, b] = rgb.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// WCAG 2.1, "contrast ratio".
pub fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// IEC 61966-2-1.
fn linear(part: f64) -> f64 {
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(light: f64) -> f64 {
    if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    }
}

/// The largest rectangle that one element draws: the plate of a code.
pub fn plate(parts: &[Found<'_>], of: crate::model::ElementId) -> Option<Rect> {
    let own = parts.iter().filter(|part| part.source == Some(of));
    let boxes = own.filter_map(|part| match part.item {
        Item::Path(item) => walk::bounds(&item.path).map(|own| part.on_board(own)),
        Item::Image(_) | Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => None,
    });
    boxes.max_by(|one, other| (one.w * one.h).total_cmp(&(other.w * other.h)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::rect;
    use crate::layout::{Frame, GroupItem, PathItem, Placed};

    fn filled(path: Path, inks: [f64; 4]) -> Placed {
        Placed {
            at: Transform::IDENTITY,
            item: Item::Path(PathItem {
                path,
                fill: Some(Paint::flat(Colour::Cmyk(inks))),
                stroke: None,
            }),
            source: None,
        }
    }

    #[test]
    fn shapes_groups_and_clips_are_painted_where_they_are() {
        let black = [0.0, 0.0, 0.0, 100.0];
        let circle = filled(Path::circle(point(50.0, 50.0), 20.0), black);
        let group = Placed {
            at: Transform::shift(0.0, 0.0),
            item: Item::Group(GroupItem {
                clip: Some(Path::rect(rect(0.0, 0.0, 50.0, 100.0))),
                opacity: 0.5,
                items: vec![circle],
            }),
            source: None,
        };
        let frame = Frame {
            size: crate::geom::size(100.0, 100.0),
            items: vec![filled(Path::rect(rect(0.0, 0.0, 100.0, 10.0)), black), group],
        };
        let mut lights = Lights::new(rect(0.0, 0.0, 100.0, 100.0), 1.0);
        for part in walk::items(&frame) {
            lights.paint(&part, &Photos::new());
        }
        let grey = |x: f64, y: f64| lights.at(point(x, y)).unwrap();
        assert!(grey(5.0, 5.0) < 0.01);
        assert!(grey(5.0, 50.0) > 0.99, "outside the circle");
        assert!(
            (0.15..0.3).contains(&grey(40.0, 50.0)),
            "half as opaque: {}",
            grey(40.0, 50.0)
        );
        assert!(grey(60.0, 50.0) > 0.99, "cut off by the clip");
        assert_eq!(lights.at(point(101.0, 5.0)), None);
    }
}
