//! Where somebody stands and looks, and what of the world falls where on the picture.

use super::vector::{V3, v3};
use crate::geom::Point;
use crate::model::Bookmark;

/// Nearer than this nothing is drawn.
pub const NEAR: f32 = 0.12;
/// Across the picture; what an eye takes in without turning the head is near it.
const FIELD: f32 = 70.0;

/// A place, the height of the eye over it, and a direction in degrees as in `Bookmark`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eye {
    pub at: V3,
    pub heading: f32,
    pub pitch: f32,
}

impl Eye {
    /// On the ground at a point; numbers that are none become the origin.
    pub fn at(place: Point, height: f32, heading: f32) -> Eye {
        let at = v3(place.x as f32, place.y as f32, height);
        Eye {
            at: if at.is_finite() { at } else { v3(0.0, 0.0, 1.5) },
            heading: if heading.is_finite() { heading } else { 0.0 },
            pitch: 0.0,
        }
    }

    pub fn of(mark: &Bookmark) -> Eye {
        let eye = Eye::at(mark.at, mark.eye as f32, mark.heading as f32);
        let pitch = if mark.pitch.is_finite() { mark.pitch as f32 } else { 0.0 };
        Eye {
            pitch: pitch.clamp(-60.0, 60.0),
            ..eye
        }
    }

    pub fn forward(&self) -> V3 {
        let (sin, cos) = self.heading.to_radians().sin_cos();
        let (up, flat) = self.pitch.to_radians().sin_cos();
        v3(sin * flat, -cos * flat, up)
    }

    /// The same way, level with the ground.
    pub fn ahead(&self) -> V3 {
        let (sin, cos) = self.heading.to_radians().sin_cos();
        v3(sin, -cos, 0.0)
    }

    pub fn right(&self) -> V3 {
        let (sin, cos) = self.heading.to_radians().sin_cos();
        v3(cos, sin, 0.0)
    }

    /// The direction in which one sees a point from here.
    pub fn looking_at(self, point: V3) -> Eye {
        let way = point - self.at;
        let flat = way.x.hypot(way.y);
        if flat < 1e-4 {
            return self;
        }
        Eye {
            heading: way.x.atan2(-way.y).to_degrees().rem_euclid(360.0),
            pitch: (way.z / flat).atan().to_degrees().clamp(-60.0, 60.0),
            ..self
        }
    }
}

/// A corner on its way to the picture: a point as the camera sees it (right, up, away) and a place on a texture.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vertex {
    pub at: V3,
    pub uv: [f32; 2],
}

#[derive(Clone, Copy, Debug)]
pub struct Camera {
    pub eye: V3,
    pub forward: V3,
    right: V3,
    up: V3,
    pub size: [f32; 2],
    /// Pixels that something of one metre takes at one metre.
    pub focal: f32,
    /// How far the edges of the picture lean outwards.
    lean: [f32; 2],
}

impl Camera {
    pub fn new(eye: &Eye, size: [f32; 2]) -> Camera {
        let size = size.map(|side| side.max(1.0));
        // A picture higher than wide would see too little across otherwise.
        let focal = size[0].min(size[1] * 1.9) / 2.0 / (FIELD / 2.0).to_radians().tan();
        let forward = eye.forward();
        let right = eye.right();
        let (sin, cos) = eye.heading.to_radians().sin_cos();
        let (pitch_sin, pitch_cos) = eye.pitch.to_radians().sin_cos();
        Camera {
            eye: eye.at,
            forward,
            right,
            up: v3(-sin * pitch_sin, cos * pitch_sin, pitch_cos),
            size,
            focal,
            lean: size.map(|side| side / 2.0 / focal),
        }
    }

    /// Right, up and away from the eye.
    pub fn view(&self, point: V3) -> V3 {
        let d = point - self.eye;
        v3(d.dot(self.right), d.dot(self.up), d.dot(self.forward))
    }

    /// Where a point that `view` gave falls; it must be before the eye.
    pub fn screen(&self, seen: V3) -> [f32; 2] {
        let by = self.focal / seen.z.max(1e-3);
        [self.size[0] / 2.0 + seen.x * by, self.size[1] / 2.0 - seen.y * by]
    }

    pub fn project(&self, point: V3) -> Option<[f32; 2]> {
        let seen = self.view(point);
        (seen.z > NEAR).then(|| self.screen(seen))
    }

    /// The direction of a pixel, not of length 1: its part along `forward` is 1.
    pub fn ray(&self, x: f32, y: f32) -> V3 {
        let across = (x - self.size[0] / 2.0) / self.focal;
        let upward = (self.size[1] / 2.0 - y) / self.focal;
        self.forward + self.right * across + self.up * upward
    }

    /// The place on the ground under a pixel.
    pub fn ground(&self, x: f32, y: f32) -> Option<V3> {
        let ray = self.ray(x, y);
        if ray.z > -1e-4 {
            return None;
        }
        let hit = self.eye + ray * (self.eye.z / -ray.z);
        Some(v3(hit.x, hit.y, 0.0))
    }

    /// Whether a ball may be on the picture.
    pub fn sees(&self, centre: V3, radius: f32) -> bool {
        let seen = self.view(centre);
        if seen.z < NEAR - radius {
            return false;
        }
        let is_within = |across: f32, lean: f32| {
            let slack = radius * (1.0 + lean * lean).sqrt();
            across.abs() <= seen.z.max(0.0) * lean + slack
        };
        is_within(seen.x, self.lean[0]) && is_within(seen.y, self.lean[1])
    }

    /// How large something of one metre appears there, in pixels.
    pub fn scale_at(&self, centre: V3) -> f32 {
        self.focal / (centre - self.eye).length().max(NEAR)
    }

    /// What of a polygon lies before the eye.
    pub fn clipped(&self, corners: &[Vertex]) -> Vec<Vertex> {
        if corners.iter().all(|corner| corner.at.z > NEAR) {
            return corners.to_vec();
        }
        let mut kept = Vec::with_capacity(corners.len() + 1);
        for (index, a) in corners.iter().enumerate() {
            let b = &corners[(index + 1) % corners.len()];
            if a.at.z > NEAR {
                kept.push(*a);
            }
            if (a.at.z > NEAR) != (b.at.z > NEAR) {
                let t = (NEAR * 1.01 - a.at.z) / (b.at.z - a.at.z);
                kept.push(Vertex {
                    at: a.at.lerp(b.at, t),
                    uv: [0, 1].map(|i| a.uv[i] + (b.uv[i] - a.uv[i]) * t),
                });
            }
        }
        kept
    }
}
