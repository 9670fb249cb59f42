//! What a venue has before boards come, as bodies: gates, steps, poles, trees, walls, buildings, marks on the ground.

use super::body::{Face, Maker, Paint};
use super::scene::{Mark, Scene, Shade};
use super::vector::{Rgb, V3, v3};
use crate::geom::Point;
use crate::model::{Thing, ThingKind};

const STONE: Rgb = [0.72, 0.70, 0.66];
const PLASTER: Rgb = [0.87, 0.85, 0.80];
const PLINTH: Rgb = [0.62, 0.61, 0.59];
const GLASS: Rgb = [0.40, 0.46, 0.51];
const ROOF: Rgb = [0.36, 0.37, 0.39];
const VERMILION: Rgb = [0.58, 0.22, 0.18];
const YELLOW: Rgb = [0.86, 0.70, 0.20];
/// Longer faces are cut, so that what stands before them lies before them.
const PIECE: f32 = 3.0;

pub fn flat(p: Point) -> V3 {
    v3(p.x as f32, p.y as f32, 0.0)
}

pub fn add(scene: &mut Scene, thing: &Thing, seed: u32) {
    let points: Vec<V3> = thing
        .points
        .iter()
        .map(|p| flat(*p))
        .filter(|p| p.is_finite())
        .collect();
    let Some(first) = points.first().copied() else { return };
    let (wide, high) = (measure(thing.width), measure(thing.height));
    match thing.kind {
        ThingKind::Gate => gate(scene, &points, wide, high),
        ThingKind::Steps => steps(scene, &points, or(high, 0.45)),
        ThingKind::Flagpole => pole(scene, first, or(high, 12.0)),
        ThingKind::Tree => super::trees::trees(scene, &points, or(wide, 3.6), or(high, 6.0), seed),
        ThingKind::FireLane => lane(scene, &points, or(wide, 4.0)),
        ThingKind::Power => cabinet(scene, first),
        ThingKind::KeepOut => outline(scene, &points),
        ThingKind::Wall => wall(scene, &points, or(wide, 0.24), or(high, 2.4)),
        ThingKind::Building => building(scene, thing, &points, or(high, 7.2)),
    }
}

fn measure(metres: f64) -> f32 {
    if metres.is_finite() {
        (metres as f32).clamp(0.0, 200.0)
    } else {
        0.0
    }
}

fn or(metres: f32, usual: f32) -> f32 {
    if metres > 0.04 { metres } else { usual }
}

fn pieces(from: V3, to: V3) -> Vec<[V3; 2]> {
    let count = ((to - from).length() / PIECE).ceil().clamp(1.0, 400.0) as usize;
    let at = |index: usize| from.lerp(to, index as f32 / count as f32);
    (0..count).map(|index| [at(index), at(index + 1)]).collect()
}

/// Away from the middle of what it bounds.
fn outward(from: V3, to: V3, middle: V3) -> V3 {
    let normal = (to - from).cross(V3::UP).unit();
    if normal.dot((from + to) * 0.5 - middle) < 0.0 {
        normal * -1.0
    } else {
        normal
    }
}

fn middle_of(points: &[V3]) -> V3 {
    points.iter().fold(v3(0.0, 0.0, 0.0), |sum, p| sum + *p) * (1.0 / points.len().max(1) as f32)
}

/// Top left, top right, bottom right, bottom left as seen from outside.
fn upright(from: V3, to: V3, normal: V3, low: f32, high: f32) -> [V3; 4] {
    let right = normal.cross(V3::UP);
    let (left, right) = if right.dot(to - from) > 0.0 {
        (from, to)
    } else {
        (to, from)
    };
    [
        left + V3::UP * high,
        right + V3::UP * high,
        right + V3::UP * low,
        left + V3::UP * low,
    ]
}

fn gate(scene: &mut Scene, points: &[V3], wide: f32, high: f32) {
    let high = or(high, 3.6);
    let (from, to) = match points {
        [one] => {
            let half = or(wide, 4.0) / 2.0;
            let [w, h] = scene.size;
            let beside = one.x.min(w - one.x) < one.y.min(h - one.y);
            let way = if beside { v3(0.0, half, 0.0) } else { v3(half, 0.0, 0.0) };
            (*one - way, *one + way)
        }
        [from, .., to] => (*from, *to),
        [] => return,
    };
    let side = (to - from).unit();
    let deep = side.cross(V3::UP) * 0.24;
    let mut made = Maker::default();
    for foot in [from, to] {
        made.cuboid(
            foot + V3::UP * (high / 2.0),
            side * 0.24,
            deep,
            V3::UP * (high / 2.0),
            STONE,
        );
        made.cuboid(foot + V3::UP * 0.22, side * 0.36, deep * 1.5, V3::UP * 0.22, PLINTH);
        scene.obstacles.circle(foot, 0.36);
    }
    let middle = (from + to) * 0.5;
    let half = (to - from) * 0.5 + side * 0.35;
    made.cuboid(
        middle + V3::UP * (high - 0.35),
        half,
        deep * 0.8,
        V3::UP * 0.3,
        VERMILION,
    );
    made.cuboid(
        middle + V3::UP * (high + 0.08),
        half + side * 0.15,
        deep * 2.2,
        V3::UP * 0.08,
        ROOF,
    );
    made.cuboid(middle + V3::UP * (high + 0.24), half, deep * 1.3, V3::UP * 0.08, ROOF);
    let shades = made.faces.iter().map(|face| face.corners).collect::<Vec<_>>();
    scene.body([from, to], 0.0, 0.5, made.faces, None);
    scene.shades.extend(shades.into_iter().map(Shade::quad));
}

/// Four corners rise towards the side away from the plaza's middle, others are a plinth.
fn steps(scene: &mut Scene, points: &[V3], high: f32) {
    if points.len() < 3 {
        return;
    }
    let middle = v3(scene.size[0] / 2.0, scene.size[1] / 2.0, 0.0);
    let mut made = Maker::default();
    let count = if points.len() == 4 {
        (high / 0.15).ceil().clamp(1.0, 24.0) as usize
    } else {
        1
    };
    let first = (0..points.len()).min_by(|a, b| {
        let away = |at: usize| ((points[at] + points[(at + 1) % points.len()]) * 0.5 - middle).length();
        away(*a).total_cmp(&away(*b))
    });
    let first = first.unwrap_or(0);
    for step in 0..count {
        let t = step as f32 / count as f32;
        let ring: Vec<V3> = if points.len() == 4 {
            let [a, b, c, d] = [0, 1, 2, 3].map(|at| points[(first + at) % 4]);
            vec![a.lerp(d, t), b.lerp(c, t), c, d]
        } else {
            points.to_vec()
        };
        prism(
            &mut made,
            &ring,
            high * t,
            high * (step + 1) as f32 / count as f32,
            STONE,
        );
    }
    let centre = middle_of(points);
    for at in 0..points.len() {
        scene
            .obstacles
            .segment(points[at], points[(at + 1) % points.len()], 0.02);
    }
    scene.body([centre; 2], 1.0, 0.0, made.faces, None);
}

fn prism(made: &mut Maker, ring: &[V3], low: f32, high: f32, colour: Rgb) {
    let centre = middle_of(ring);
    for at in 0..ring.len() {
        let (from, to) = (ring[at], ring[(at + 1) % ring.len()]);
        let normal = outward(from, to, centre);
        made.quad(upright(from, to, normal, low, high), normal, colour);
    }
    for [a, b, c] in super::scene::triangles(ring) {
        let up = V3::UP * high;
        made.quad([a + up, b + up, c + up, c + up], V3::UP, colour);
    }
}

fn pole(scene: &mut Scene, at: V3, high: f32) {
    let mut made = Maker::default();
    let ring = |up: f32, r: f32| (at + V3::UP * up, v3(r, 0.0, 0.0), v3(0.0, r, 0.0));
    made.cuboid(
        at + V3::UP * 0.2,
        v3(0.6, 0.0, 0.0),
        v3(0.0, 0.6, 0.0),
        V3::UP * 0.2,
        STONE,
    );
    made.rings(
        &[ring(0.4, 0.075), ring(high * 0.6, 0.06), ring(high, 0.04)],
        8,
        [0.82, 0.83, 0.84],
    );
    made.rings(
        &[ring(high, 0.07), ring(high + 0.08, 0.09), ring(high + 0.16, 0.01)],
        8,
        [0.80, 0.66, 0.30],
    );
    scene.obstacles.circle(at, 0.85);
    scene.body([at; 2], 0.0, 0.9, made.faces, None);
}

fn mark(scene: &mut Scene, from: V3, to: V3, wide: f32, colour: Rgb, alpha: f32) {
    let side = (to - from).cross(V3::UP).unit() * (wide / 2.0);
    for [a, b] in pieces(from, to) {
        let corners = [a - side, b - side, b + side, a + side];
        scene.marks.push(Mark { corners, colour, alpha });
    }
}

fn lane(scene: &mut Scene, points: &[V3], wide: f32) {
    for ends in points.windows(2) {
        let side = (ends[1] - ends[0]).cross(V3::UP).unit() * (wide / 2.0);
        for sign in [-1.0, 1.0] {
            mark(scene, ends[0] + side * sign, ends[1] + side * sign, 0.12, YELLOW, 0.8);
        }
        // Slanting bars at each end say that it is kept free.
        let way = (ends[1] - ends[0]).unit();
        for (end, along) in [(ends[0], way), (ends[1], way * -1.0)] {
            for bar in 0..4 {
                let at = end + along * (0.5 + bar as f32 * 0.7);
                mark(scene, at - side * 0.8, at + side * 0.8 + along * 0.6, 0.1, YELLOW, 0.55);
            }
        }
    }
}

fn outline(scene: &mut Scene, points: &[V3]) {
    for at in 0..points.len() {
        mark(scene, points[at], points[(at + 1) % points.len()], 0.08, YELLOW, 0.7);
    }
}

fn cabinet(scene: &mut Scene, at: V3) {
    let mut made = Maker::default();
    let (x, y) = (v3(0.28, 0.0, 0.0), v3(0.0, 0.2, 0.0));
    made.cuboid(at + V3::UP * 0.45, x, y, V3::UP * 0.45, [0.55, 0.58, 0.57]);
    made.quad(
        [
            v3(-0.1, 0.205, 0.75),
            v3(0.1, 0.205, 0.75),
            v3(0.0, 0.205, 0.56),
            v3(0.0, 0.205, 0.56),
        ]
        .map(|p| at + p),
        v3(0.0, 1.0, 0.0),
        YELLOW,
    );
    scene.obstacles.circle(at, 0.35);
    scene.body([at; 2], 0.0, 0.4, made.faces, None);
}

pub fn wall(scene: &mut Scene, points: &[V3], wide: f32, high: f32) {
    for ends in points.windows(2) {
        let side = (ends[1] - ends[0]).cross(V3::UP).unit() * (wide / 2.0);
        for [from, to] in pieces(ends[0], ends[1]) {
            let (middle, half) = ((from + to) * 0.5, (to - from) * 0.5);
            let mut made = Maker::default();
            made.cuboid(
                middle + V3::UP * (high / 2.0),
                half,
                side,
                V3::UP * (high / 2.0),
                [0.84, 0.82, 0.78],
            );
            made.cuboid(middle + V3::UP * (high + 0.04), half, side * 1.5, V3::UP * 0.05, ROOF);
            let shade = [from + V3::UP * high, to + V3::UP * high, to, from];
            scene.shades.push(Shade::quad(shade));
            scene.body([middle; 2], 0.9, wide / 2.0 + 0.5, made.faces, None);
        }
        scene.obstacles.segment(ends[0], ends[1], wide / 2.0);
    }
}

fn building(scene: &mut Scene, thing: &Thing, points: &[V3], high: f32) {
    if points.len() < 3 {
        return;
    }
    let centre = middle_of(points);
    let plaza = v3(scene.size[0] / 2.0, scene.size[1] / 2.0, 0.0);
    let edges: Vec<[V3; 2]> = (0..points.len())
        .map(|at| [points[at], points[(at + 1) % points.len()]])
        .collect();
    // The front is the long side that looks at the plaza.
    let front = (0..edges.len()).max_by(|a, b| {
        let worth = |[from, to]: [V3; 2]| outward(from, to, centre).dot((plaza - centre).unit()) * (to - from).length();
        worth(edges[*a]).total_cmp(&worth(edges[*b]))
    });
    let photo = thing.picture.map(|digest| scene.front(digest));
    for (index, [from, to]) in edges.iter().enumerate() {
        let normal = outward(*from, *to, centre);
        let photo = photo.filter(|_| Some(index) == front);
        let parts = pieces(*from, *to);
        let count = parts.len() as f32;
        let is_reversed = normal.cross(V3::UP).dot(*to - *from) < 0.0;
        for (at, [a, b]) in parts.into_iter().enumerate() {
            let corners = upright(a, b, normal, 0.0, high);
            let mut made = Maker::default();
            if let Some(front) = photo {
                let at = at as f32;
                let left = if is_reversed { count - 1.0 - at } else { at };
                made.faces.push(Face {
                    corners,
                    normal,
                    paint: Paint::Front(front),
                    uv: [left / count, 0.0, (left + 1.0) / count, 1.0],
                });
            } else {
                facade(&mut made, corners, normal, high, Some(index) == front);
            }
            scene.shades.push(Shade::quad(corners));
            scene.body([(a + b) * 0.5; 2], 1.2, 0.8, made.faces, None);
        }
        scene.obstacles.segment(*from, *to, 0.05);
    }
    let mut roof = Maker::default();
    for [a, b, c] in super::scene::triangles(points) {
        let up = V3::UP * high;
        roof.quad([a + up, b + up, c + up, c + up], V3::UP, ROOF);
    }
    scene.body([centre; 2], 1.5, 0.0, roof.faces, None);
}

/// One bay of plaster with a plinth, windows and an edge at the roof.
fn facade(made: &mut Maker, corners: [V3; 4], normal: V3, high: f32, is_front: bool) {
    made.quad(
        corners,
        normal,
        if is_front {
            PLASTER
        } else {
            PLASTER.map(|part| part * 0.96)
        },
    );
    let (left, right) = (corners[3], corners[2]);
    let mut panel = |from: f32, to: f32, low: f32, up: f32, out: f32, colour: Rgb| {
        let lift = normal * out;
        let (a, b) = (left.lerp(right, from) + lift, left.lerp(right, to) + lift);
        made.quad(
            [a + V3::UP * up, b + V3::UP * up, b + V3::UP * low, a + V3::UP * low],
            normal,
            colour,
        );
    };
    panel(0.0, 1.0, 0.0, 0.45_f32.min(high), 0.012, PLINTH);
    panel(0.0, 1.0, (high - 0.35).max(0.0), high, 0.02, STONE);
    let floors = ((high - 0.4) / 3.3).floor().max(0.0) as usize;
    for floor in 0..floors {
        let low = 1.0 + floor as f32 * 3.3;
        panel(0.25, 0.75, low - 0.08, low, 0.03, STONE);
        panel(0.27, 0.73, low, low + 1.6, 0.015, [0.78, 0.78, 0.76]);
        panel(0.295, 0.49, low + 0.06, low + 1.54, 0.02, GLASS);
        panel(0.51, 0.705, low + 0.06, low + 1.54, 0.02, GLASS);
    }
}

/// The walls of a hall around its floor.
pub fn hall(scene: &mut Scene, outline: &[V3]) {
    const HIGH: f32 = 6.0;
    let centre = middle_of(outline);
    for at in 0..outline.len() {
        let (from, to) = (outline[at], outline[(at + 1) % outline.len()]);
        let inward = outward(from, to, centre) * -1.0;
        for [a, b] in pieces(from, to) {
            let mut made = Maker::default();
            made.quad(upright(a, b, inward, 0.0, HIGH), inward, [0.86, 0.85, 0.83]);
            let lift = inward * 0.02;
            made.quad(
                upright(a + lift, b + lift, inward, 0.0, 0.16),
                inward,
                [0.55, 0.55, 0.54],
            );
            scene.body([(a + b) * 0.5; 2], 3.0, 0.9, made.faces, None);
        }
        scene.obstacles.segment(from, to, 0.05);
    }
}
