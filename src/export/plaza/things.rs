//! What stands on the ground besides boards, drawn quietly, as site plans draw it. Signs follow common usage of such plans:
//! hatched lanes, crossed-out ground, ringed trees.

use super::chart::Chart;
use crate::base::{Colour, Lang};
use crate::export::papers::{AMBER, GREY, INK, PALE, PAPER, Pen, RED, Sheet, pen, ring};
use crate::geom::{Path, Point, Rect, point, rect};
use crate::model::{Thing, ThingKind};
use crate::plaza::ground::{length, sides};
use crate::plaza::{bounds, hatched, name_of};

const LEAF: Colour = Colour::Cmyk([22.0, 0.0, 30.0, 2.0]);
const TRUNK: Colour = Colour::Cmyk([60.0, 20.0, 70.0, 20.0]);
const STONE: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 10.0]);
const FIRE: Colour = Colour::Cmyk([0.0, 12.0, 12.0, 0.0]);

pub fn draw(sheet: &mut Sheet<'_>, chart: &Chart, thing: &Thing) {
    let points = chart.map_all(&thing.points);
    let unit = chart.unit;
    let Some(first) = points.first().copied() else { return };
    let width = (thing.width.max(0.0) * chart.mm).min(4000.0);
    let is_area = thing.kind.is_area() && points.len() >= 3;
    match thing.kind {
        ThingKind::Tree => tree(sheet, first, (width / 2.0).max(1.2 * unit)),
        ThingKind::Flagpole => flagpole(sheet, first, unit),
        ThingKind::Power => points.iter().for_each(|at| power(sheet, *at, unit)),
        ThingKind::Gate => gate(sheet, &points, unit),
        ThingKind::FireLane => {
            let lane = strip(&points, width.max(1.0));
            sheet.shape(ring(&lane), Some(FIRE), None);
            hatch(sheet, &lane, 2.6 * unit, 45.0, pen(0.25, RED));
            let dash = [2.0 * unit, 1.0 * unit];
            let edge = Pen {
                width: 0.25,
                colour: RED,
                dash: &dash,
            };
            sheet.shape(ring(&lane), None, Some(edge));
        }
        ThingKind::Wall => {
            let wall = strip(&points, width.max(0.5 * unit));
            sheet.shape(ring(&wall), Some(GREY), Some(pen(0.15, INK)));
        }
        ThingKind::Steps => {
            let area = if is_area {
                points
            } else {
                strip(&points, width.max(2.0))
            };
            sheet.shape(ring(&area), Some(PAPER), None);
            let treads = longest_side(&area);
            hatch(sheet, &area, (0.35 * chart.mm).max(1.0 * unit), treads, pen(0.12, GREY));
            sheet.shape(ring(&area), None, Some(pen(0.2, GREY)));
        }
        ThingKind::KeepOut => {
            let area = if is_area {
                points
            } else {
                strip(&points, width.max(2.0))
            };
            hatch(sheet, &area, 3.2 * unit, 45.0, pen(0.12, GREY));
            hatch(sheet, &area, 3.2 * unit, -45.0, pen(0.12, GREY));
            let dash = [1.2 * unit, 0.8 * unit];
            let edge = Pen {
                width: 0.25,
                colour: GREY,
                dash: &dash,
            };
            sheet.shape(ring(&area), None, Some(edge));
        }
        ThingKind::Building => {
            let area = if is_area {
                points
            } else {
                strip(&points, width.max(2.0))
            };
            sheet.shape(ring(&area), Some(STONE), None);
            hatch(sheet, &area, 2.0 * unit, 45.0, pen(0.1, PALE));
            sheet.shape(ring(&area), None, Some(pen(0.35 * unit, INK)));
        }
    }
}

/// A thing of this kind as large as a field of the legend.
pub fn sample(kind: ThingKind, field: Rect) -> Thing {
    let (left, right, middle) = (field.x, field.right(), field.centre());
    let points = match kind {
        ThingKind::Tree | ThingKind::Flagpole | ThingKind::Power => vec![middle],
        ThingKind::Gate | ThingKind::FireLane | ThingKind::Wall => {
            vec![point(left, middle.y), point(right, middle.y)]
        }
        ThingKind::Steps | ThingKind::KeepOut | ThingKind::Building => vec![
            point(left, field.y),
            point(right, field.y),
            point(right, field.bottom()),
            point(left, field.bottom()),
        ],
    };
    Thing {
        kind,
        points,
        width: if kind == ThingKind::Wall { 0.8 } else { field.h },
        height: 0.0,
        name: String::new(),
        picture: None,
    }
}

fn tree(sheet: &mut Sheet<'_>, at: Point, radius: f64) {
    sheet.shape(Path::circle(at, radius), Some(LEAF), Some(pen(0.15, TRUNK)));
    for turn in 0..8 {
        let (sin, cos) = (f64::from(turn) * 45.0 + 12.0).to_radians().sin_cos();
        let reach = |by: f64| point(at.x + cos * radius * by, at.y + sin * radius * by);
        sheet.through(&[reach(0.35), reach(0.8)], pen(0.1, TRUNK));
    }
    sheet.shape(Path::circle(at, (radius * 0.12).clamp(0.25, 0.8)), Some(TRUNK), None);
}

/// The pole from above; flags are never drawn.
fn flagpole(sheet: &mut Sheet<'_>, at: Point, unit: f64) {
    sheet.shape(Path::circle(at, 0.9 * unit), Some(PAPER), Some(pen(0.2, INK)));
    sheet.shape(Path::circle(at, 0.3 * unit), Some(INK), None);
}

/// A flash on a yellow field.
fn power(sheet: &mut Sheet<'_>, at: Point, unit: f64) {
    let field = rect(at.x - 1.7 * unit, at.y - 1.7 * unit, 3.4 * unit, 3.4 * unit);
    sheet.shape(Path::rounded(field, 0.5 * unit), Some(AMBER), Some(pen(0.15, INK)));
    let flash = [
        (0.3, -1.4),
        (-0.9, 0.2),
        (-0.1, 0.2),
        (-0.3, 1.4),
        (0.9, -0.3),
        (0.1, -0.3),
    ];
    let flash = flash.map(|(x, y)| point(at.x + x * unit, at.y + y * unit));
    sheet.shape(ring(&flash), Some(INK), None);
}

/// An opening: white where people pass, a post at each end.
fn gate(sheet: &mut Sheet<'_>, points: &[Point], unit: f64) {
    if let [from, .., to] = points {
        sheet.through(&[*from, *to], pen(1.6 * unit, PAPER));
        let dash = [0.8 * unit, 0.6 * unit];
        let line = Pen {
            width: 0.2,
            colour: INK,
            dash: &dash,
        };
        sheet.through(&[*from, *to], line);
    }
    let ends = [points.first(), points.last()];
    for at in ends.into_iter().flatten() {
        let post = rect(at.x - 0.8 * unit, at.y - 0.8 * unit, 1.6 * unit, 1.6 * unit);
        sheet.shape(Path::rect(post), Some(INK), None);
    }
}

/// A line of this width as a ring; one point is an upright cross-section of it.
pub fn strip(points: &[Point], width: f64) -> Vec<Point> {
    let half = width / 2.0;
    let [only] = points else {
        return strip_of(points, half);
    };
    let (x, y) = (only.x, only.y);
    [(-half, -half), (half, -half), (half, half), (-half, half)]
        .map(|(dx, dy)| point(x + dx, y + dy))
        .to_vec()
}

fn strip_of(points: &[Point], half: f64) -> Vec<Point> {
    let normal = |a: Point, b: Point| {
        let long = length(a, b).max(1e-9);
        point(-(b.y - a.y) / long, (b.x - a.x) / long)
    };
    let last = points.len() - 1;
    let side = |sign: f64| {
        (0..=last).map(move |at| {
            let before = (at > 0).then(|| normal(points[at - 1], points[at]));
            let after = (at < last).then(|| normal(points[at], points[at + 1]));
            let (a, b) = (
                before.or(after).unwrap_or_default(),
                after.or(before).unwrap_or_default(),
            );
            let sum = point(a.x + b.x, a.y + b.y);
            // The corner of a bend; a hairpin is cut rather than sent far away.
            let scale = 2.0 / (sum.x * sum.x + sum.y * sum.y).max(0.5);
            let p = points[at];
            point(p.x + sum.x * scale * half * sign, p.y + sum.y * scale * half * sign)
        })
    };
    let mut ring: Vec<Point> = side(1.0).collect();
    let mut back: Vec<Point> = side(-1.0).collect();
    back.reverse();
    ring.extend(back);
    ring
}

/// Direction of the longest side in degrees.
fn longest_side(corners: &[Point]) -> f64 {
    let longest = sides(corners).max_by(|a, b| length(a[0], a[1]).total_cmp(&length(b[0], b[1])));
    longest.map_or(0.0, |[a, b]| (b.y - a.y).atan2(b.x - a.x).to_degrees())
}

/// Lines in this direction, so far apart, inside the ring; no more of them than can be told apart.
fn hatch(sheet: &mut Sheet<'_>, corners: &[Point], gap: f64, degrees: f64, pen: Pen<'_>) {
    const MOST: f64 = 400.0;
    let around = bounds(corners);
    for line in hatched(corners, degrees, gap.max(around.w.hypot(around.h) / MOST)) {
        sheet.through(&line, pen);
    }
}

/// As a legend begins a line with it.
pub fn name(kind: ThingKind, lang: Lang) -> String {
    let name = lang.of(name_of(kind).texts());
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Cables and lanes are the crew's business.
pub fn is_for_visitors(kind: ThingKind) -> bool {
    !matches!(kind, ThingKind::FireLane | ThingKind::Power | ThingKind::KeepOut)
}
