//! Things in space as flat faces, and the few shapes they are built from.

use super::vector::{Rgb, V3};
use std::ops::Range;

/// What a face shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    Plain(Rgb),
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

    /// The normal points away from `inside`.
    fn quad_around(&mut self, corners: [V3; 4], inside: V3, colour: Rgb) {
        let mut normal = (corners[1] - corners[0]).cross(corners[2] - corners[0]);
        if normal.length() < 1e-9 {
            normal = (corners[2] - corners[0]).cross(corners[3] - corners[0]);
        }
        let outward = (corners[0] + corners[2]) * 0.5 - inside;
        let normal = if normal.dot(outward) < 0.0 {
            normal * -1.0
        } else {
            normal
        };
        self.quad(corners, normal, colour);
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

    /// Rings of so many corners, one above the other, each with its middle and half axes; closed at the top.
    pub fn rings(&mut self, rings: &[(V3, V3, V3)], count: usize, colour: Rgb) {
        let corner = |ring: &(V3, V3, V3), at: usize| {
            let (sin, cos) = (std::f32::consts::TAU * at as f32 / count as f32).sin_cos();
            ring.0 + ring.1 * cos + ring.2 * sin
        };
        for pair in rings.windows(2) {
            let inside = (pair[0].0 + pair[1].0) * 0.5;
            for at in 0..count {
                let corners = [
                    corner(&pair[1], at),
                    corner(&pair[1], at + 1),
                    corner(&pair[0], at + 1),
                    corner(&pair[0], at),
                ];
                self.quad_around(corners, inside, colour);
            }
        }
    }

    /// A ball of few faces, a little uneven, for crowns of trees.
    pub fn ball(&mut self, middle: V3, radius: f32, high: f32, seed: u32, colour: Rgb) {
        const ROUND: usize = 7;
        let levels = [-0.92_f32, -0.45, 0.1, 0.6, 0.96];
        let corner = |level: usize, at: usize| {
            let flat = (1.0 - levels[level] * levels[level]).sqrt();
            let turn = std::f32::consts::TAU * (at % ROUND) as f32 / ROUND as f32 + level as f32 * 0.45;
            let uneven = 0.86 + 0.28 * super::vector::chance(seed ^ ((level * 31 + at % ROUND) as u32 * 977));
            let r = radius * flat * uneven;
            middle
                + V3 {
                    x: r * turn.cos(),
                    y: r * turn.sin(),
                    z: high * levels[level] * uneven,
                }
        };
        for level in 0..levels.len() - 1 {
            for at in 0..ROUND {
                let tone = 0.9 + 0.2 * super::vector::chance(seed ^ ((level * 57 + at) as u32 * 131));
                let corners = [
                    corner(level + 1, at),
                    corner(level + 1, at + 1),
                    corner(level, at + 1),
                    corner(level, at),
                ];
                self.quad_around(corners, middle, colour.map(|part| (part * tone).min(1.0)));
            }
        }
        let top = middle + V3::UP * high;
        for at in 0..ROUND {
            let (a, b) = (corner(levels.len() - 1, at), corner(levels.len() - 1, at + 1));
            self.quad_around([a, b, top, top], middle, colour);
        }
    }
}
