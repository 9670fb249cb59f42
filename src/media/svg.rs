//! SVG files into `Art`. The reader resolves styles, `use`, units and markers; it fetches nothing and runs nothing. What
//! is no vector is left out and told.

use super::art::{Art, Fill, Line, Mark, Shape, Tone};
use super::svg_guard;
use crate::base::say::LeftOut;
use crate::base::{Digest, reason};
use crate::geom::{Path, Point, Seg, Transform, point, rect, size, um};
use std::collections::BTreeSet;
use usvg::tiny_skia_path as skia;

/// The longer side of a drawing in its own units: at a metre wide a unit is a millimetre, and a thousandth of it far
/// below what is seen.
const SIDE: f64 = 1000.0;

/// Pieces of all paths: more of them no press draws in reasonable time.
const MOST_PIECES: usize = 400_000;

/// Dashes of one line; finer ones are drawn as a whole line.
const MOST_DASHES: f64 = 5_000.0;

/// Further out than so many sides nothing of a drawing lies.
const FAR: f64 = 1_000.0;

/// No shape that a board has room for is so narrow.
const MOST_RATIO: f64 = 200.0;

/// Recursion goes as deep as a file may nest, and every step of it takes some kilobytes.
const STACK: usize = 64 << 20;

/// The drawing of a file; else the reason in words of `base::reason`.
pub fn read(digest: Digest, bytes: &[u8]) -> Result<Art, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > svg_guard::MOST_BYTES {
        return Err(reason::LARGE_DRAWING.into());
    }
    let text = std::str::from_utf8(bytes).map_err(|_error| reason::BROKEN_DRAWING.to_string())?;
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK);
        let reader = reader.spawn_scoped(scope, || read_text(digest, text));
        let read = reader.map_err(|_error| reason::DECODER_FAILED.to_string())?;
        read.join().unwrap_or_else(|_| Err(reason::DECODER_FAILED.into()))
    })
}

fn read_text(digest: Digest, text: &str) -> Result<Art, String> {
    let document = svg_guard::open(text)?;
    let options = usvg::Options {
        // Neither files beside it nor pictures inside it are opened.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_xmltree(&document, &options).map_err(|error| match error {
        usvg::Error::ElementsLimitReached => reason::LARGE_DRAWING.to_string(),
        _ => reason::BROKEN_DRAWING.to_string(),
    })?;
    let (w, h) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let longer = w.max(h);
    if !(w > 0.0 && h > 0.0 && longer.is_finite() && longer / w.min(h) < MOST_RATIO) {
        return Err(reason::BROKEN_DRAWING.into());
    }
    let scale = SIDE / longer;
    let area = rect(0.0, 0.0, um(w * scale), um(h * scale));
    let mut reader = Reader {
        to_art: Transform::scale(scale, scale),
        left_out: svg_guard::left_out(&document),
        pieces: 0,
    };
    let mut marks = reader.group(tree.root());
    if reader.pieces > MOST_PIECES {
        return Err(reason::LARGE_DRAWING.into());
    }
    let seen = tree.root().abs_stroke_bounding_box();
    let runs_over = seen.left() < -0.01 || seen.top() < -0.01 || f64::from(seen.right()) > w + 0.01;
    if runs_over || f64::from(seen.bottom()) > h + 0.01 {
        marks = vec![Mark::Group {
            clip: Some(Path::rect(area)),
            opacity: 1.0,
            marks,
        }];
    }
    Ok(Art {
        digest,
        size: size(area.w, area.h),
        marks,
        left_out: reader.left_out.into_iter().collect(),
    })
}

struct Reader {
    /// From the file's units to the drawing's.
    to_art: Transform,
    left_out: BTreeSet<LeftOut>,
    pieces: usize,
}

impl Reader {
    fn group(&mut self, group: &usvg::Group) -> Vec<Mark> {
        let mut marks = Vec::new();
        for node in group.children() {
            match node {
                usvg::Node::Group(inner) => marks.extend(self.inner_group(inner)),
                usvg::Node::Path(path) if path.is_visible() => self.path(path, &mut marks),
                usvg::Node::Path(_) => {}
                usvg::Node::Image(_) => drop(self.left_out.insert(LeftOut::Picture)),
                usvg::Node::Text(_) => drop(self.left_out.insert(LeftOut::Text)),
            }
        }
        marks
    }

    fn inner_group(&mut self, group: &usvg::Group) -> Vec<Mark> {
        if group.mask().is_some() {
            self.left_out.insert(LeftOut::Mask);
            return Vec::new();
        }
        if !group.filters().is_empty() {
            self.left_out.insert(LeftOut::Filter);
        }
        if group.blend_mode() != usvg::BlendMode::Normal {
            self.left_out.insert(LeftOut::Blend);
        }
        let mut marks = self.group(group);
        let opacity = f64::from(group.opacity().get());
        if marks.is_empty() {
            return marks;
        }
        let mut clip = group.clip_path();
        while let Some(now) = clip {
            marks = vec![Mark::Group {
                clip: Some(self.clip(now, group.abs_transform())),
                opacity: 1.0,
                marks,
            }];
            clip = now.clip_path();
        }
        if opacity < 1.0 {
            marks = vec![Mark::Group {
                clip: None,
                opacity,
                marks,
            }];
        }
        marks
    }

    /// All shapes of a clip as one path. Those that run the other way round are turned, so that where two overlap both
    /// count.
    fn clip(&mut self, clip: &usvg::ClipPath, at: usvg::Transform) -> Path {
        let at = transform(at.pre_concat(clip.transform())).then(&self.to_art);
        let mut parts = Vec::new();
        self.clip_parts(clip.root(), &at, &mut parts);
        if let [part] = parts.as_mut_slice() {
            return std::mem::take(part);
        }
        if parts.iter().any(|part| part.even_odd) {
            self.left_out.insert(LeftOut::Clip);
        }
        Path::from(parts.into_iter().flat_map(run_right).collect::<Vec<_>>())
    }

    fn clip_parts(&mut self, group: &usvg::Group, at: &Transform, parts: &mut Vec<Path>) {
        for node in group.children() {
            match node {
                usvg::Node::Path(path) if path.is_visible() => {
                    // Inside a clip the reader counts from the clip's own root.
                    let at = transform(path.abs_transform()).then(at);
                    let rule = path.fill().map_or(usvg::FillRule::NonZero, usvg::Fill::rule);
                    if let Some(part) = self.shape(path.data(), &at) {
                        parts.push(Path {
                            even_odd: rule == usvg::FillRule::EvenOdd,
                            ..part
                        });
                    }
                }
                usvg::Node::Group(inner) => {
                    if inner.clip_path().is_some() || inner.mask().is_some() {
                        self.left_out.insert(LeftOut::Clip);
                    }
                    self.clip_parts(inner, at, parts);
                }
                usvg::Node::Path(_) => {}
                usvg::Node::Image(_) | usvg::Node::Text(_) => drop(self.left_out.insert(LeftOut::Text)),
            }
        }
    }

    fn path(&mut self, path: &usvg::Path, marks: &mut Vec<Mark>) {
        let at = transform(path.abs_transform()).then(&self.to_art);
        let fill = path.fill().and_then(|fill| {
            let is_even_odd = fill.rule() == usvg::FillRule::EvenOdd;
            self.filled(path.data(), fill.paint(), fill.opacity(), is_even_odd, &at)
        });
        let line = path.stroke().and_then(|stroke| self.stroked(path.data(), stroke, &at));
        match path.paint_order() {
            usvg::PaintOrder::FillAndStroke => marks.extend(fill.into_iter().chain(line)),
            usvg::PaintOrder::StrokeAndFill => marks.extend(line.into_iter().chain(fill)),
        }
    }

    fn filled(
        &mut self,
        data: &skia::Path,
        paint: &usvg::Paint,
        opacity: usvg::Opacity,
        even_odd: bool,
        at: &Transform,
    ) -> Option<Mark> {
        let painted = self.paint(paint, opacity, at)?;
        let back = painted.at.inverse()?;
        let path = self.shape(data, &at.then(&back))?;
        Some(Mark::Shape(Shape {
            at: painted.at,
            path: Path { even_odd, ..path },
            fill: Some(painted.fill),
            line: None,
        }))
    }

    /// As a line where ours can be like it, else as the shape of one.
    fn stroked(&mut self, data: &skia::Path, stroke: &usvg::Stroke, at: &Transform) -> Option<Mark> {
        let mut pen = stroke.to_tiny_skia();
        let width = f64::from(stroke.width().get());
        if pen.dash.is_some() && dashes(data, stroke) > MOST_DASHES {
            pen.dash = None;
        }
        let is_round =
            matches!(stroke.linecap(), usvg::LineCap::Round) && matches!(stroke.linejoin(), usvg::LineJoin::Round);
        let is_plain = matches!(stroke.linecap(), usvg::LineCap::Butt)
            && matches!(stroke.linejoin(), usvg::LineJoin::Miter)
            && (stroke.miterlimit().get() - 4.0).abs() < 0.01;
        let scale = similarity(at);
        if let (usvg::Paint::Color(colour), Some(scale), true) = (stroke.paint(), scale, is_round || is_plain)
            && (pen.dash.is_none() || stroke.dashoffset() == 0.0)
        {
            let dash = stroke.dasharray().filter(|_| pen.dash.is_some()).unwrap_or_default();
            return Some(Mark::Shape(Shape {
                at: Transform::IDENTITY,
                path: self.shape(data, at)?,
                fill: None,
                line: Some(Line {
                    tone: tone(*colour, f64::from(stroke.opacity().get())),
                    width: um(width * scale).max(0.001),
                    is_round,
                    dash: dash.iter().map(|part| um(f64::from(*part) * scale)).collect(),
                }),
            }));
        }
        let resolution = (at.a.hypot(at.b).max(at.c.hypot(at.d)) as f32).clamp(0.01, 1000.0);
        let along = match &pen.dash {
            Some(dash) => data.dash(dash, resolution)?,
            None => data.clone(),
        };
        pen.dash = None;
        let outline = along.stroke(&pen, resolution)?;
        self.filled(&outline, stroke.paint(), stroke.opacity(), false, at)
    }

    fn paint(&mut self, paint: &usvg::Paint, opacity: usvg::Opacity, at: &Transform) -> Option<Painted> {
        let opacity = f64::from(opacity.get());
        match paint {
            usvg::Paint::Color(colour) => Some(Painted {
                at: Transform::IDENTITY,
                fill: Fill::Flat(tone(*colour, opacity)),
            }),
            usvg::Paint::LinearGradient(gradient) => {
                self.note_spread(gradient.spread_method());
                let own = transform(gradient.transform()).then(at);
                let from = point(f64::from(gradient.x1()), f64::from(gradient.y1()));
                let to = point(f64::from(gradient.x2()), f64::from(gradient.y2()));
                let stops = stops(gradient.stops(), opacity);
                let (from, to) = straightened(&own, from, to)?;
                Some(Painted {
                    at: Transform::IDENTITY,
                    fill: Fill::Linear { from, to, stops },
                })
            }
            usvg::Paint::RadialGradient(gradient) => {
                self.note_spread(gradient.spread_method());
                let centre = point(f64::from(gradient.cx()), f64::from(gradient.cy()));
                let radius = f64::from(gradient.r().get());
                let focus = point(f64::from(gradient.fx()), f64::from(gradient.fy()));
                if (focus.x - centre.x).hypot(focus.y - centre.y) > 0.02 * radius || gradient.fr().get() > 0.0 {
                    self.left_out.insert(LeftOut::Gradient);
                }
                let own = transform(gradient.transform()).then(at);
                Some(radial(&own, centre, radius, stops(gradient.stops(), opacity)))
            }
            usvg::Paint::Pattern(_) => {
                self.left_out.insert(LeftOut::Pattern);
                None
            }
        }
    }

    fn note_spread(&mut self, spread: usvg::SpreadMethod) {
        if spread != usvg::SpreadMethod::Pad {
            self.left_out.insert(LeftOut::Gradient);
        }
    }

    /// `None` for what lies nowhere.
    fn shape(&mut self, data: &skia::Path, at: &Transform) -> Option<Path> {
        self.pieces += data.len();
        if self.pieces > MOST_PIECES {
            return None;
        }
        let to = |p: skia::Point| {
            let p = at.apply(point(f64::from(p.x), f64::from(p.y)));
            point(um(p.x), um(p.y))
        };
        let mut segs = Vec::new();
        let mut last = Point::default();
        for segment in data.segments() {
            segs.push(match segment {
                skia::PathSegment::MoveTo(p) => Seg::Move(to(p)),
                skia::PathSegment::LineTo(p) => Seg::Line(to(p)),
                skia::PathSegment::QuadTo(control, p) => {
                    let (control, p) = (to(control), to(p));
                    let third = |from: Point| {
                        point(
                            um(from.x + (control.x - from.x) * 2.0 / 3.0),
                            um(from.y + (control.y - from.y) * 2.0 / 3.0),
                        )
                    };
                    Seg::Cubic(third(last), third(p), p)
                }
                skia::PathSegment::CubicTo(a, b, p) => Seg::Cubic(to(a), to(b), to(p)),
                skia::PathSegment::Close => Seg::Close,
            });
            if let Some(Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p)) = segs.last() {
                last = *p;
            }
        }
        let is_near = |p: &Point| p.x.abs() < SIDE * FAR && p.y.abs() < SIDE * FAR;
        let is_sound = segs.iter().all(|seg| match seg {
            Seg::Move(p) | Seg::Line(p) => is_near(p),
            Seg::Cubic(a, b, c) => [a, b, c].into_iter().all(is_near),
            Seg::Close => true,
        });
        is_sound.then(|| Path::from(segs))
    }
}

/// A paint, and the units in which it is round.
struct Painted {
    at: Transform,
    fill: Fill,
}

fn transform(t: usvg::Transform) -> Transform {
    Transform::from_array([t.sx, t.ky, t.kx, t.sy, t.tx, t.ty].map(f64::from))
}

/// How much longer everything is, where angles are kept.
fn similarity(t: &Transform) -> Option<f64> {
    let (across, down) = (t.a.hypot(t.b), t.c.hypot(t.d));
    let is_square = (t.a * t.c + t.b * t.d).abs() < 1e-4 * across * down;
    (is_square && (across - down).abs() < 1e-4 * across).then_some(across)
}

fn tone(colour: usvg::Color, alpha: f64) -> Tone {
    Tone {
        rgb: [colour.red, colour.green, colour.blue],
        alpha: um(alpha),
    }
}

fn stops(stops: &[usvg::Stop], opacity: f64) -> Vec<(f64, Tone)> {
    let stop = |stop: &usvg::Stop| {
        let alpha = f64::from(stop.opacity().get()) * opacity;
        (f64::from(stop.offset().get()), tone(stop.color(), alpha))
    };
    stops.iter().map(stop).collect()
}

/// The same gradient after a transform that may lean: its lines of one colour lean too, and it runs across them.
fn straightened(t: &Transform, from: Point, to: Point) -> Option<(Point, Point)> {
    let across = point(-(to.y - from.y), to.x - from.x);
    let level = point(t.a * across.x + t.c * across.y, t.b * across.x + t.d * across.y);
    let length = level.x.hypot(level.y);
    if length < 1e-9 {
        return None;
    }
    let normal = point(-level.y / length, level.x / length);
    let (from, to) = (t.apply(from), t.apply(to));
    let reach = (to.x - from.x) * normal.x + (to.y - from.y) * normal.y;
    let to = point(from.x + normal.x * reach, from.y + normal.y * reach);
    Some((point(um(from.x), um(from.y)), point(um(to.x), um(to.y))))
}

/// A circle where the transform keeps it one; else the shape goes to the gradient's own units, at about the drawing's
/// scale so that rounding is as fine.
fn radial(t: &Transform, centre: Point, radius: f64, stops: Vec<(f64, Tone)>) -> Painted {
    let mean = (t.a * t.d - t.b * t.c).abs().sqrt().max(1e-9);
    let (at, scale) = match similarity(t) {
        Some(_) => (Transform::IDENTITY, None),
        None => (Transform::scale(1.0 / mean, 1.0 / mean).then(t), Some(mean)),
    };
    let fine = |value: f64| (value * 1e9).round() / 1e9 + 0.0;
    let placed = match scale {
        Some(times) => point(centre.x * times, centre.y * times),
        None => t.apply(centre),
    };
    Painted {
        at: Transform::from_array([at.a, at.b, at.c, at.d, at.e, at.f].map(fine)),
        fill: Fill::Radial {
            centre: point(um(placed.x), um(placed.y)),
            radius: um(radius * mean).max(0.001),
            stops,
        },
    }
}

/// About how many dashes a line has.
fn dashes(data: &skia::Path, stroke: &usvg::Stroke) -> f64 {
    let period: f64 = stroke
        .dasharray()
        .unwrap_or_default()
        .iter()
        .map(|part| f64::from(*part))
        .sum();
    let points = data.points();
    let steps = points.windows(2).map(|pair| f64::from((pair[1] - pair[0]).length()));
    steps.sum::<f64>() / period.max(1e-9)
}

/// The pieces, turned round where they run anticlockwise on the whole.
fn run_right(path: Path) -> Vec<Seg> {
    let ends = path.ends();
    let next = ends.iter().cycle().skip(1);
    let area: f64 = ends.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if area >= 0.0 {
        return path.segs;
    }
    let starts_run = |_: &Seg, next: &Seg| !matches!(next, Seg::Move(_));
    path.segs.chunk_by(starts_run).flat_map(turned_round).collect()
}

/// One contour from its end to its start.
fn turned_round(contour: &[Seg]) -> Vec<Seg> {
    let is_closed = contour.last() == Some(&Seg::Close);
    let pieces = &contour[..contour.len() - usize::from(is_closed)];
    let end = |seg: &Seg| match seg {
        Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p) => *p,
        Seg::Close => Point::default(),
    };
    let Some(last) = pieces.last() else {
        return Vec::new();
    };
    let mut turned = vec![Seg::Move(end(last))];
    for pair in pieces.windows(2).rev() {
        let to = end(&pair[0]);
        turned.push(match pair[1] {
            Seg::Cubic(a, b, _) => Seg::Cubic(b, a, to),
            Seg::Move(_) | Seg::Line(_) | Seg::Close => Seg::Line(to),
        });
    }
    if is_closed {
        turned.push(Seg::Close);
    }
    turned
}
