//! Things in space as flat faces, and the few shapes they are built from.

use super::vector::{Rgb, V3, chance};
use std::ops::Range;

/// What a face shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    Plain(Rgb),
    /// A part of something round: lit at each corner by that corner's normal, brighter or darker there.
    Round {
        colour: Rgb,
        normals: [V3; 4],
        tones: [f32; 4],
    },
    /// The front of a panel, by its index.
    Panel(u32),
    /// A photo of a building's front, by its index in `Scene::fronts`.
    Front(u32),
}

/// Four corners (a triangle repeats its last), seen from the side its normal points to. Textured ones begin at the top
/// left and go round as the reader sees them.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    pub corners: [V3; 4],
    pub normal: V3,
    pub paint: Paint,
    /// The part of the texture: left, top, right, bottom.
    pub uv: [f32; 4],
}

impl Face {
    pub fn uvs(&self) -> [[f32; 2]; 4] {
        let [left, top, right, bottom] = self.uv;
        [[left, top], [right, top], [right, bottom], [left, bottom]]
    }

    pub fn faces(&self, eye: V3) -> bool {
        self.normal.dot(eye - self.corners[0]) > 0.0
    }
}

/// One thing that stands on its own; far ones have fewer faces.
#[derive(Clone, Debug)]
pub struct Body {
    /// The line it stands on: nearness is measured to it.
    pub ends: [V3; 2],
    pub centre: V3,
    pub radius: f32,
    /// Its least and its greatest coordinates.
    pub bounds: [V3; 2],
    /// Below so many pixels of its radius the few faces do.
    pub far_px: f32,
    /// Metres by which it counts as farther: walls lie behind what hangs on them.
    pub bias: f32,
    /// How far around its foot the ground is dim, in metres.
    pub contact: f32,
    pub near: Range<usize>,
    pub far: Range<usize>,
    pub panel: Option<u32>,
    pub is_person: bool,
}

/// Collects the faces of a body.
#[derive(Default)]
pub struct Maker {
    pub faces: Vec<Face>,
}

impl Maker {
    pub fn quad(&mut self, corners: [V3; 4], normal: V3, colour: Rgb) {
        self.faces.push(Face {
            corners,
            normal: normal.unit(),
            paint: Paint::Plain(colour),
            uv: [0.0, 0.0, 1.0, 1.0],
        });
    }

    /// A box around a middle, by half of each of its three sides.
    pub fn cuboid(&mut self, middle: V3, a: V3, b: V3, c: V3, colour: Rgb) {
        for (normal, side, other) in [(a, b, c), (b, c, a), (c, a, b)] {
            for sign in [1.0, -1.0] {
                let face = middle + normal * sign;
                // Nobody looks under what stands on the ground.
                if normal.z * sign < -1e-3 && face.z < 0.06 {
                    continue;
                }
                let corners = [
                    face + side + other,
                    face + side - other,
                    face - side - other,
                    face - side + other,
                ];
                self.quad(corners, normal * sign, colour);
            }
        }
    }

    /// A post of square section from one point to another.
    pub fn beam(&mut self, from: V3, to: V3, thick: f32, colour: Rgb) {
        let way = (to - from) * 0.5;
        let helper = if way.unit().z.abs() > 0.9 {
            V3 { x: 1.0, y: 0.0, z: 0.0 }
        } else {
            V3::UP
        };
        let side = way.cross(helper).unit() * (thick / 2.0);
        let other = way.cross(side).unit() * (thick / 2.0);
        self.cuboid(from + way, way, side, other, colour);
    }

    fn round(&mut self, corners: [V3; 4], normals: [V3; 4], tones: [f32; 4], colour: Rgb) {
        let middle = normals.iter().fold(V3::default(), |sum, normal| sum + *normal);
        let mut normal = (corners[1] - corners[0]).cross(corners[2] - corners[0]);
        if normal.length() < 1e-9 {
            normal = (corners[2] - corners[0]).cross(corners[3] - corners[0]);
        }
        let normal = normal * if normal.dot(middle) < 0.0 { -1.0 } else { 1.0 };
        self.faces.push(Face {
            corners,
            normal: normal.unit(),
            paint: Paint::Round { colour, normals, tones },
            uv: [0.0, 0.0, 1.0, 1.0],
        });
    }

    /// Rings of so many corners, one after the other, each with its middle and half axes.
    pub fn rings(&mut self, rings: &[(V3, V3, V3)], count: usize, colour: Rgb) {
        let circle = |at: usize| (std::f32::consts::TAU * (at % count) as f32 / count as f32).sin_cos();
        let corner = |ring: &(V3, V3, V3), at: usize| {
            let (sin, cos) = circle(at);
            ring.0 + ring.1 * cos + ring.2 * sin
        };
        let size = |ring: &(V3, V3, V3)| (ring.1.length() + ring.2.length()) / 2.0;
        // Where it narrows, it looks up a little.
        let normal = |index: usize, at: usize| {
            let ring = &rings[index];
            let (before, after) = (
                &rings[index.saturating_sub(1)],
                &rings[(index + 1).min(rings.len() - 1)],
            );
            let way = after.0 - before.0;
            let slope = (size(before) - size(after)) / way.length().max(1e-4);
            let (sin, cos) = circle(at);
            let across =
                ring.1.unit() * (cos / ring.1.length().max(1e-4)) + ring.2.unit() * (sin / ring.2.length().max(1e-4));
            (across.unit() + way.unit() * slope).unit()
        };
        for index in 0..rings.len().saturating_sub(1) {
            let (low, high) = (&rings[index], &rings[index + 1]);
            for at in 0..count {
                let corners = [
                    corner(high, at),
                    corner(high, at + 1),
                    corner(low, at + 1),
                    corner(low, at),
                ];
                let normals = [
                    normal(index + 1, at),
                    normal(index + 1, at + 1),
                    normal(index, at + 1),
                    normal(index, at),
                ];
                self.round(corners, normals, [1.0; 4], colour);
            }
        }
    }

    /// A ball of few faces, a little uneven, for crowns of trees: darker below.
    pub fn ball(&mut self, middle: V3, radius: f32, high: f32, seed: u32, colour: Rgb) {
        const ROUND: usize = 8;
        let levels = [-1.0_f32, -0.78, -0.3, 0.25, 0.74, 1.0];
        let salt = |level: usize, at: usize| (level * 31 + at % ROUND) as u32 * 977;
        let way = |level: usize, at: usize| {
            let flat = (1.0 - levels[level] * levels[level]).max(0.0).sqrt();
            let turn = std::f32::consts::TAU * (at % ROUND) as f32 / ROUND as f32 + level as f32 * 0.45;
            V3 {
                x: flat * turn.cos(),
                y: flat * turn.sin(),
                z: levels[level],
            }
        };
        let corner = |level: usize, at: usize| {
            let way = way(level, at);
            let uneven = 0.86 + 0.28 * chance(seed ^ salt(level, at));
            middle
                + V3 {
                    x: way.x * radius * uneven,
                    y: way.y * radius * uneven,
                    z: way.z * high * uneven,
                }
        };
        let tone = |level: usize, at: usize| {
            (0.86 + 0.14 * levels[level]) * (0.88 + 0.24 * chance(seed ^ salt(level, at) ^ 0x5a))
        };
        for level in 0..levels.len() - 1 {
            for at in 0..ROUND {
                let places = [(level + 1, at), (level + 1, at + 1), (level, at + 1), (level, at)];
                self.round(
                    places.map(|(level, at)| corner(level, at)),
                    places.map(|(level, at)| way(level, at).unit()),
                    places.map(|(level, at)| tone(level, at)),
                    colour,
                );
            }
        }
    }

    /// A tuft of leaves on a crown: turned any way, lit as the crown is there.
    pub fn tuft(&mut self, at: V3, outward: V3, size: f32, seed: u32, colour: Rgb) {
        let pick = |salt: u32| chance(seed ^ salt) - 0.5;
        let loose = V3 {
            x: pick(0x11),
            y: pick(0x22),
            z: pick(0x33),
        };
        let side = outward.cross(loose).unit();
        let other = (outward.cross(side) + outward * pick(0x44)).unit();
        let corners = [
            at + side * size,
            at + other * (size * (0.6 + 0.5 * chance(seed ^ 0x55))),
            at - side * (size * (0.7 + 0.4 * chance(seed ^ 0x66))),
            at - other * (size * 0.8),
        ];
        let tone = 0.88 + 0.22 * chance(seed ^ 0x77);
        self.round(corners, [outward; 4], [tone, tone * 1.06, tone, tone * 0.9], colour);
    }
}
