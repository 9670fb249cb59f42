//! The ground as polygons: outline, what stands or lies on it, what is free. Metres; knows no boards.

use super::geometry::bounds;
use crate::geom::{Point, Rect, point};
use crate::model::{Plaza, Stand, Thing, ThingKind};

/// Corners of the ground, whether drawn or the whole rectangle.
pub fn outline(plaza: &Plaza) -> Vec<Point> {
    if plaza.venue.outline.len() >= 3 {
        return plaza.venue.outline.clone();
    }
    let (w, h) = (plaza.size.w, plaza.size.h);
    vec![point(0.0, 0.0), point(w, 0.0), point(w, h), point(0.0, h)]
}

/// In square metres.
pub fn area(corners: &[Point]) -> f64 {
    let twice: f64 = sides(corners).map(|[p, q]| p.x * q.y - q.x * p.y).sum();
    twice.abs() / 2.0
}

/// Each side of a closed outline.
pub fn sides(corners: &[Point]) -> impl Iterator<Item = [Point; 2]> + '_ {
    (0..corners.len()).map(|at| [corners[at], corners[(at + 1) % corners.len()]])
}

/// Inside the outline, whichever way round its corners run.
pub fn is_inside(corners: &[Point], at: Point) -> bool {
    let mut inside = false;
    for [p, q] in sides(corners) {
        if (p.y > at.y) != (q.y > at.y) && at.x < p.x + (at.y - p.y) / (q.y - p.y) * (q.x - p.x) {
            inside = !inside;
        }
    }
    inside
}

/// On which side of the line through `p` and `q`: positive to the right of it as seen on the plan.
fn side(p: Point, q: Point, at: Point) -> f64 {
    (q.x - p.x) * (at.y - p.y) - (q.y - p.y) * (at.x - p.x)
}

/// Two stretches go through each other; touching is not crossing.
pub fn cross(a: [Point; 2], b: [Point; 2]) -> bool {
    const SLACK: f64 = 1e-9;
    let (first, second) = (side(a[0], a[1], b[0]), side(a[0], a[1], b[1]));
    let (third, fourth) = (side(b[0], b[1], a[0]), side(b[0], b[1], a[1]));
    let apart = |one: f64, other: f64| (one > SLACK && other < -SLACK) || (one < -SLACK && other > SLACK);
    apart(first, second) && apart(third, fourth)
}

pub fn length(from: Point, to: Point) -> f64 {
    (to.x - from.x).hypot(to.y - from.y)
}

/// The point of a stretch that is nearest.
pub fn nearest_on([p, q]: [Point; 2], at: Point) -> Point {
    let (dx, dy) = (q.x - p.x, q.y - p.y);
    let whole = dx * dx + dy * dy;
    let part = if whole > 0.0 {
        (((at.x - p.x) * dx + (at.y - p.y) * dy) / whole).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point(p.x + dx * part, p.y + dy * part)
}

/// From a point to the nearest side, in metres.
pub fn to_edge(corners: &[Point], at: Point) -> f64 {
    let each = sides(corners).map(|ends| length(nearest_on(ends, at), at));
    each.fold(f64::INFINITY, f64::min)
}

/// Two outlines share ground; sharing an edge is not enough.
pub fn share_ground(first: &[Point], second: &[Point]) -> bool {
    if bounds(first).grow(1e-6).intersect(&bounds(second)).is_none() {
        return false;
    }
    if sides(first).any(|one| sides(second).any(|other| cross(one, other))) {
        return true;
    }
    let holds = |outer: &[Point], inner: &[Point]| {
        let at = inside_of(inner);
        is_inside(outer, at) && to_edge(outer, at) > 1e-6
    };
    holds(first, second) || holds(second, first)
}

/// Some point within an outline.
fn inside_of(corners: &[Point]) -> Point {
    let count = corners.len().max(1) as f64;
    let middle = point(
        corners.iter().map(|p| p.x).sum::<f64>() / count,
        corners.iter().map(|p| p.y).sum::<f64>() / count,
    );
    if is_inside(corners, middle) {
        return middle;
    }
    // Between two neighbours of a convex corner, as near to it as there is nothing else.
    for at in 0..corners.len() {
        let (before, here, after) = (
            corners[(at + corners.len() - 1) % corners.len()],
            corners[at],
            corners[(at + 1) % corners.len()],
        );
        for part in [0.4, 0.1, 0.01] {
            let aim = point((before.x + after.x) / 2.0, (before.y + after.y) / 2.0);
            let found = point(here.x + (aim.x - here.x) * part, here.y + (aim.y - here.y) * part);
            if is_inside(corners, found) {
                return found;
            }
        }
    }
    middle
}

/// A whole outline lies on the ground.
pub fn holds(ground: &[Point], corners: &[Point]) -> bool {
    const SLACK: f64 = 1e-6;
    let is_in = |at: &Point| is_inside(ground, *at) || to_edge(ground, *at) <= SLACK;
    corners.iter().all(is_in) && !sides(corners).any(|one| sides(ground).any(|other| cross(one, other)))
}

/// The ground that one thing takes: a round one as a polygon, a line as a strip for each stretch.
pub fn ground_of(thing: &Thing) -> Vec<Vec<Point>> {
    let points = &thing.points;
    match points.as_slice() {
        [] => Vec::new(),
        [at] => vec![round(*at, thing.width / 2.0)],
        corners if thing.kind.is_area() && corners.len() >= 3 => vec![corners.to_vec()],
        ends => ends
            .windows(2)
            .map(|pair| strip([pair[0], pair[1]], thing.width))
            .collect(),
    }
}

fn round(at: Point, radius: f64) -> Vec<Point> {
    // Around the circle, not in it: what keeps clear of the polygon keeps clear of the circle.
    let radius = radius.max(0.05) / (std::f64::consts::PI / 16.0).cos();
    let corner = |step: u8| {
        let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / 16.0).sin_cos();
        point(at.x + radius * cos, at.y + radius * sin)
    };
    (0..16).map(corner).collect()
}

/// A stretch of some width, its ends square.
pub fn strip([p, q]: [Point; 2], width: f64) -> Vec<Point> {
    let whole = length(p, q).max(1e-9);
    let half = width.max(0.02) / 2.0;
    let (x, y) = (-(q.y - p.y) / whole * half, (q.x - p.x) / whole * half);
    vec![
        point(p.x + x, p.y + y),
        point(q.x + x, q.y + y),
        point(q.x - x, q.y - y),
        point(p.x - x, p.y - y),
    ]
}

/// A part of the ground that something has taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub corners: Vec<Point>,
    pub bounds: Rect,
    pub kind: ThingKind,
    /// Index into the things of the venue.
    pub thing: usize,
}

/// Where no board may stand. A tree keeps the ground below its crown: branches would hang into the board.
pub fn taken(plaza: &Plaza) -> Vec<Taken> {
    let things = plaza.venue.things.iter().enumerate();
    things
        .flat_map(|(at, thing)| {
            ground_of(thing).into_iter().map(move |corners| Taken {
                bounds: bounds(&corners),
                corners,
                kind: thing.kind,
                thing: at,
            })
        })
        .collect()
}

/// Nobody walks through it.
pub fn bars_walking(kind: ThingKind) -> bool {
    match kind {
        ThingKind::Flagpole
        | ThingKind::Tree
        | ThingKind::Power
        | ThingKind::KeepOut
        | ThingKind::Wall
        | ThingKind::Building => true,
        ThingKind::Gate | ThingKind::Steps | ThingKind::FireLane => false,
    }
}

/// Nobody sees through it at the height of a board.
pub fn bars_sight(kind: ThingKind) -> bool {
    matches!(
        kind,
        ThingKind::Tree | ThingKind::Flagpole | ThingKind::Wall | ThingKind::Building
    )
}

/// What people cannot walk through or see through: of a tree the trunk, not the crown.
pub fn body_of(thing: &Thing) -> Vec<Vec<Point>> {
    match (thing.kind, thing.points.as_slice()) {
        (ThingKind::Tree, [at]) => vec![round(*at, (thing.width / 2.0).min(TRUNK))],
        _ => ground_of(thing),
    }
}

/// Half of a street tree's trunk with its grate, in metres.
const TRUNK: f64 = 0.4;

/// Walls, and fronts of buildings: where a board can hang, as stretches.
pub fn hanging_lines(plaza: &Plaza) -> Vec<(usize, [Point; 2], f64)> {
    let mut lines = Vec::new();
    for (at, thing) in plaza.venue.things.iter().enumerate() {
        match thing.kind {
            ThingKind::Wall => lines.extend(
                thing
                    .points
                    .windows(2)
                    .map(|ends| (at, [ends[0], ends[1]], thing.width)),
            ),
            ThingKind::Building => lines.extend(sides(&thing.points).map(|ends| (at, ends, 0.0))),
            ThingKind::Gate
            | ThingKind::Steps
            | ThingKind::Flagpole
            | ThingKind::Tree
            | ThingKind::FireLane
            | ThingKind::Power
            | ThingKind::KeepOut => {}
        }
    }
    lines
}

/// A stand on the nearest wall within `reach` of a point, its face away from the wall and towards the point; `depth` is
/// what holds the board off the wall and the board itself.
pub fn on_wall(plaza: &Plaza, stand: Stand, depth: f64, reach: f64) -> Option<Stand> {
    let mut best: Option<(f64, Stand)> = None;
    for (_, ends, width) in hanging_lines(plaza) {
        let whole = length(ends[0], ends[1]);
        let foot = nearest_on(ends, stand.at);
        let away = length(foot, stand.at);
        if whole < 0.3 || away > reach + width / 2.0 || best.as_ref().is_some_and(|(least, _)| away >= *least) {
            continue;
        }
        let across = side(ends[0], ends[1], stand.at) / whole;
        let sign = if across >= 0.0 { 1.0 } else { -1.0 };
        let normal = point(
            -(ends[1].y - ends[0].y) / whole * sign,
            (ends[1].x - ends[0].x) / whole * sign,
        );
        let off = width.max(0.02 * f64::from(u8::from(width > 0.0))) / 2.0 + depth / 2.0 + 0.001;
        let at = point(foot.x + normal.x * off, foot.y + normal.y * off);
        let facing = (-normal.x).atan2(normal.y).to_degrees().rem_euclid(360.0);
        best = Some((away, Stand { at, facing, ..stand }));
    }
    best.map(|(_, stand)| stand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::size;
    use crate::model::PlazaId;

    fn outline_of(corners: &[(f64, f64)]) -> Vec<Point> {
        corners.iter().map(|(x, y)| point(*x, *y)).collect()
    }

    #[test]
    fn a_corner_cut_out_is_outside_and_what_reaches_into_it_is_not_held() {
        let angle = outline_of(&[
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 4.0),
            (4.0, 4.0),
            (4.0, 10.0),
            (0.0, 10.0),
        ]);
        assert_eq!(area(&angle), 64.0);
        assert!(is_inside(&angle, point(8.0, 2.0)) && !is_inside(&angle, point(8.0, 8.0)));
        let low = outline_of(&[(1.0, 1.0), (3.0, 1.0), (3.0, 9.0), (1.0, 9.0)]);
        let bent = outline_of(&[(1.0, 1.0), (9.0, 3.0), (3.0, 9.0)]);
        assert!(holds(&angle, &low) && !holds(&angle, &bent));
        let edge = outline_of(&[(10.0, 0.0), (12.0, 0.0), (12.0, 4.0), (10.0, 4.0)]);
        assert!(!share_ground(&angle, &edge) && share_ground(&angle, &bent) && share_ground(&low, &angle));
    }

    #[test]
    fn a_board_hangs_on_the_side_of_the_wall_it_came_from() {
        let mut plaza = Plaza::new(PlazaId(1), String::new(), size(20.0, 20.0));
        plaza.venue.things.push(Thing {
            kind: ThingKind::Wall,
            points: outline_of(&[(2.0, 5.0), (12.0, 5.0)]),
            width: 0.2,
            height: 3.0,
            name: String::new(),
            picture: None,
        });
        let south = on_wall(&plaza, Stand::new(point(6.0, 5.5), 90.0), 0.06, 0.8).unwrap();
        assert!((south.at.y - 5.131).abs() < 1e-9 && south.facing == 0.0, "{south:?}");
        let north = on_wall(&plaza, Stand::new(point(6.0, 4.6), 0.0), 0.06, 0.8).unwrap();
        assert!((north.at.y - 4.869).abs() < 1e-9 && north.facing == 180.0, "{north:?}");
        assert_eq!(on_wall(&plaza, Stand::new(point(6.0, 7.0), 0.0), 0.06, 0.8), None);
    }
}
