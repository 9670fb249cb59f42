//! What lies under everything: the template's paper, or what the board has in its place. To the bleed on all sides.

use super::desk::Desk;
use super::{BLEED, GroupItem, ImageItem, Ink, Item, Paint, Path, PathItem, Placed, Seg, Stroke};
use crate::base::say::LayoutSay;
use crate::base::{Digest, PhotoState, Severity};
use crate::geom::{Point, Rect, Transform, point, rect, um};
use crate::layout::setting::{faded, filled};
use crate::model::{FadeWay, Figure, Ground};

/// The ground's items and what went wrong with them.
pub fn items(desk: &Desk<'_>) -> (Vec<Placed>, Vec<crate::base::Finding>) {
    let board = desk.input.board.size;
    let sheet = rect(-BLEED, -BLEED, board.w + 2.0 * BLEED, board.h + 2.0 * BLEED);
    let paper = || filled(Path::rect(sheet), desk.paper());
    let mut findings = Vec::new();
    let items = match &desk.input.board.ground {
        None => vec![paper()],
        Some(Ground::Flat(tint)) => vec![filled(Path::rect(sheet), desk.tint(tint))],
        Some(Ground::Fade { from, to, way }) => {
            let ink = |tint| Ink {
                colour: desk.tint(tint),
                alpha: 1.0,
            };
            let [start, end] = course(*way, rect(0.0, 0.0, board.w, board.h));
            vec![Item::Path(PathItem {
                path: Path::rect(sheet),
                fill: Some(Paint::Linear {
                    from: start,
                    to: end,
                    stops: vec![(0.0, ink(from)), (1.0, ink(to))],
                }),
                stroke: None,
            })]
        }
        Some(Ground::Photo { photo, veil }) => {
            let mut items = vec![paper()];
            match covering(desk, *photo, sheet) {
                Some(image) => items.push(image),
                None => findings.push(lost(desk, *photo)),
            }
            if *veil > 0.0 {
                items.push(faded(Path::rect(sheet), desk.paper(), um(veil.min(1.0))));
            }
            items
        }
        Some(Ground::Pattern {
            figure,
            paper,
            ink,
            pitch,
        }) => {
            let figures = pattern(*figure, sheet, spread(*pitch, sheet), desk.tint(ink));
            vec![filled(Path::rect(sheet), desk.tint(paper)), figures]
        }
    };
    let placed = |item| Placed {
        at: Transform::IDENTITY,
        item,
        source: None,
    };
    (items.into_iter().map(placed).collect(), findings)
}

fn lost(desk: &Desk<'_>, photo: Digest) -> crate::base::Finding {
    let facts = desk.input.photos.get(&photo);
    let name = facts.map(|facts| facts.name.clone()).unwrap_or_default();
    desk.finding(None, Severity::Error, "ground-missing", LayoutSay::GroundLost { name })
}

/// From edge to edge of the trim, so that both colours are seen in full.
fn course(way: FadeWay, trim: Rect) -> [Point; 2] {
    let middle = trim.centre();
    match way {
        FadeWay::Down => [point(middle.x, trim.y), point(middle.x, trim.bottom())],
        FadeWay::Right => [point(trim.x, middle.y), point(trim.right(), middle.y)],
        FadeWay::DownRight => [point(trim.x, trim.y), point(trim.right(), trim.bottom())],
        FadeWay::DownLeft => [point(trim.right(), trim.y), point(trim.x, trim.bottom())],
    }
}

/// The photo's middle, as large as just covers the sheet.
fn covering(desk: &Desk<'_>, photo: Digest, sheet: Rect) -> Option<Item> {
    let facts = desk.input.photos.get(&photo)?;
    let [w, h] = facts.upright_px().map(f64::from);
    if w < 1.0 || h < 1.0 || !matches!(facts.state, PhotoState::Good | PhotoState::Truncated) {
        return None;
    }
    let times = (sheet.w / w).max(sheet.h / h);
    let (w, h) = (w * times, h * times);
    Some(Item::Image(ImageItem {
        photo,
        turn: facts.turn,
        stored_px: facts.stored_px,
        place: rect(
            um(sheet.x + (sheet.w - w) / 2.0),
            um(sheet.y + (sheet.h - h) / 2.0),
            um(w),
            um(h),
        ),
        clip: sheet,
        grey: false,
        recipe: None,
    }))
}

/// Figures across a sheet at most; finer ones would only take time.
const MOST_ACROSS: f64 = 150.0;

fn spread(pitch: f64, sheet: Rect) -> f64 {
    pitch.max(sheet.w.max(sheet.h) / MOST_ACROSS)
}

fn pattern(figure: Figure, sheet: Rect, pitch: f64, colour: crate::base::Colour) -> Item {
    let (path, width) = match figure {
        Figure::Dots => (dots(sheet, pitch), None),
        Figure::Stripes => (stripes(sheet, pitch), Some(pitch * 0.25)),
        Figure::Grid => (grid(sheet, pitch), Some(pitch * 0.05)),
        Figure::Waves => (waves(sheet, pitch), Some(pitch * 0.035)),
    };
    let paint = Paint::flat(colour);
    let (fill, stroke) = match width {
        None => (Some(paint), None),
        Some(width) => (
            None,
            Some(Stroke {
                paint,
                width: um(width),
                round: false,
                dash: Vec::new(),
            }),
        ),
    };
    Item::Group(GroupItem {
        clip: Some(Path::rect(sheet)),
        opacity: 1.0,
        items: vec![Placed {
            at: Transform::IDENTITY,
            item: Item::Path(PathItem { path, fill, stroke }),
            source: None,
        }],
    })
}

/// From one end past the other, in steps that have one of their marks in the middle: both edges end alike.
fn steps(from: f64, length: f64, step: f64) -> impl Iterator<Item = f64> {
    let half = (length / 2.0 / step).ceil() as i32 + 1;
    (-half..=half).map(move |index| from + length / 2.0 + f64::from(index) * step)
}

/// In rows that stand half a pitch off each other.
fn dots(sheet: Rect, pitch: f64) -> Path {
    let rows = steps(sheet.y, sheet.h, pitch / 2.0).enumerate();
    let centres = rows.flat_map(|(row, y)| {
        let off = if row % 2 == 0 { 0.0 } else { pitch / 2.0 };
        steps(sheet.x, sheet.w, pitch).map(move |x| point(x + off, y))
    });
    let dots = centres.flat_map(|centre| Path::circle(centre, pitch * 0.1).segs);
    Path::from(dots.collect::<Vec<_>>())
}

fn line(from: Point, to: Point) -> [Seg; 2] {
    let fine = |p: Point| point(um(p.x), um(p.y));
    [Seg::Move(fine(from)), Seg::Line(fine(to))]
}

/// Rising to the right.
fn stripes(sheet: Rect, pitch: f64) -> Path {
    let step = pitch * std::f64::consts::SQRT_2;
    let lines = steps(sheet.x, sheet.w + sheet.h, step).flat_map(|x| {
        let (foot, head) = (point(x - sheet.h, sheet.bottom()), point(x, sheet.y));
        line(foot, head)
    });
    Path::from(lines.collect::<Vec<_>>())
}

fn grid(sheet: Rect, pitch: f64) -> Path {
    let upright = steps(sheet.x, sheet.w, pitch).flat_map(|x| line(point(x, sheet.y), point(x, sheet.bottom())));
    let level = steps(sheet.y, sheet.h, pitch).flat_map(|y| line(point(sheet.x, y), point(sheet.right(), y)));
    Path::from(upright.chain(level).collect::<Vec<_>>())
}

/// The old wave pattern: scales of three arcs, each row half a scale off and half hidden by the next.
fn waves(sheet: Rect, pitch: f64) -> Path {
    let mut segs = Vec::new();
    for (row, y) in steps(sheet.y, sheet.h, pitch / 4.0).enumerate() {
        let off = if row % 2 == 0 { 0.0 } else { pitch / 2.0 };
        for x in steps(sheet.x, sheet.w, pitch) {
            for share in [1.0, 0.68, 0.36] {
                segs.extend(arc(point(x + off, y), pitch / 2.0 * share));
            }
        }
    }
    Path::from(segs)
}

/// The part of an upper half circle that the scales in front leave to be seen: 30° from the level at both ends.
fn arc(centre: Point, radius: f64) -> [Seg; 3] {
    let at = |degrees: f64, along: f64| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (x, y) = (cos - along * sin, sin + along * cos);
        point(um(centre.x + radius * x), um(centre.y - radius * y))
    };
    // 60° a piece.
    let reach = 4.0 / 3.0 * (60.0_f64.to_radians() / 4.0).tan();
    [
        Seg::Move(at(150.0, 0.0)),
        Seg::Cubic(at(150.0, -reach), at(90.0, reach), at(90.0, 0.0)),
        Seg::Cubic(at(90.0, -reach), at(30.0, reach), at(30.0, 0.0)),
    ]
}
