//! The ground: textures cut so finely that their lack of perspective shows nowhere, each place painted once, and the
//! shadows over it. It lies on haze, and lets more of that through the farther away it is.

use super::{Canvas, WalkPainter, colour, haze, veil};
use crate::walk::{NEAR, Scene, TILE, V3, Vertex, drift, times, v3};
use egui::epaint::Vertex as Corner;
use egui::{Color32, Mesh, Pos2, Rect, Shape, TextureId, pos2};

/// So far around the eye there is ground.
const FAR: f32 = 4000.0;
/// Even the farthest ground keeps some of its colour, or the horizon would be a white line.
const FAINTEST: f32 = 0.8;
const COLUMNS: usize = 14;

impl Canvas<'_> {
    pub fn ground(&mut self, scene: &Scene, own: &WalkPainter) {
        self.flush();
        let eye = self.camera.eye;
        let tint = self.light.tint(V3::UP, 1.0);
        // Counted from near the eye, so that places on the texture stay small numbers.
        let (x, y) = ((eye.x / TILE).floor() * TILE, (eye.y / TILE).floor() * TILE);
        let tiled = |p: V3| [(p.x - x) / TILE, (p.y - y) / TILE];
        let lit = |p: V3| {
            let tone = drift(p.x, p.y);
            colour(tint.map(|part| part * tone))
        };
        let around = [(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)].map(|(a, b)| v3(eye.x + a, eye.y + b, 0.0));
        match without(&around, &scene.outline) {
            Some(outside) => {
                for piece in outside {
                    self.spread(&piece, own.outside.id(), &lit, &tiled);
                }
                self.spread(&scene.outline, own.ground.id(), &lit, &tiled);
            }
            None => {
                self.spread(&around, own.outside.id(), &lit, &tiled);
                for triangle in &scene.floor {
                    self.spread(triangle, own.ground.id(), &lit, &tiled);
                }
            }
        }
        for mark in &scene.marks {
            let lit = times(mark.colour, self.light.tint(V3::UP, 0.8));
            let light = self.light;
            self.quad(&mark.corners, |away| veil(lit, mark.alpha * (1.0 - haze(light, away))));
        }
        self.flush();
        let [left, top, right, bottom] = own.mask_rect;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| v3(x, y, 0.0));
        let on_mask = |p: V3| [(p.x - left) / (right - left), (p.y - top) / (bottom - top)];
        self.spread(&corners, own.mask.id(), &|_| Color32::WHITE, &on_mask);
    }

    /// A flat piece of ground without dents, cut into bands of nearly one distance.
    fn spread(
        &mut self,
        corners: &[V3],
        texture: TextureId,
        tint: &dyn Fn(V3) -> Color32,
        uv: &dyn Fn(V3) -> [f32; 2],
    ) {
        let seen: Vec<Vertex> = corners
            .iter()
            .map(|p| Vertex {
                at: self.camera.view(*p),
                uv: [p.x, p.y],
            })
            .collect();
        let [across, up] = self.camera.size.map(|side| side / 2.0 / self.camera.focal);
        // What of it is on the picture.
        let mut rest = cut(&seen, |corner| corner.at.z - NEAR);
        for sign in [-1.0, 1.0] {
            rest = cut(&rest, |corner| corner.at.z * up + corner.at.y * sign);
            rest = cut(&rest, |corner| corner.at.z * across + corner.at.x * sign);
        }
        let depths = || rest.iter().map(|corner| corner.at.z);
        let mut from = depths().fold(f32::INFINITY, f32::min).max(NEAR);
        let farthest = depths().fold(0.0, f32::max);
        let mut mesh = Mesh::with_texture(texture);
        while from < farthest && rest.len() >= 3 {
            let to = from * 1.13 + 0.02;
            let mut band = cut(&rest, |corner| to - corner.at.z);
            // In columns too: across a wide band a flat texture would shear.
            for column in 1..=COLUMNS {
                let slope = across * (2.0 * column as f32 / COLUMNS as f32 - 1.0);
                let piece = cut(&band, |corner| slope * corner.at.z - corner.at.x);
                band = cut(&band, |corner| corner.at.x - slope * corner.at.z);
                let places: Vec<Pos2> = piece
                    .iter()
                    .map(|corner| self.at(self.camera.screen(corner.at)))
                    .collect();
                if piece.len() >= 3 && !self.cover.hides(Rect::from_points(&places)) {
                    let corners = piece.iter().zip(&places).map(|(corner, place)| {
                        let p = v3(corner.uv[0], corner.uv[1], 0.0);
                        let [u, v] = uv(p);
                        Corner {
                            pos: *place,
                            uv: pos2(u, v),
                            color: tint(p).gamma_multiply(1.0 - self.haze(corner.at.z).min(FAINTEST)),
                        }
                    });
                    Self::fan(&mut mesh, corners);
                }
            }
            rest = cut(&rest, |corner| corner.at.z - to);
            from = to;
        }
        if !mesh.is_empty() {
            self.shapes.push(Shape::mesh(mesh));
        }
    }
}

/// The part of a seen polygon where a measure that changes evenly is not negative.
fn cut(corners: &[Vertex], measure: impl Fn(&Vertex) -> f32) -> Vec<Vertex> {
    let mut kept = Vec::with_capacity(corners.len() + 2);
    for (index, a) in corners.iter().enumerate() {
        let b = &corners[(index + 1) % corners.len()];
        let (from, to) = (measure(a), measure(b));
        if from >= 0.0 {
            kept.push(*a);
        }
        if (from >= 0.0) != (to >= 0.0) {
            let t = from / (from - to);
            kept.push(Vertex {
                at: a.at.lerp(b.at, t),
                uv: [0, 1].map(|i| a.uv[i] + (b.uv[i] - a.uv[i]) * t),
            });
        }
    }
    kept
}

/// What of a piece of ground lies outside an outline, in pieces without dents; `None` where the outline has one.
fn without(ground: &[V3], outline: &[V3]) -> Option<Vec<Vec<V3>>> {
    let corners = |points: &[V3]| -> Vec<Vertex> { points.iter().map(|p| Vertex { at: *p, uv: [0.0; 2] }).collect() };
    let edges = || (0..outline.len()).map(|at| [outline[at], outline[(at + 1) % outline.len()]]);
    let turn = |[a, b]: [V3; 2], p: V3| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let sides = || edges().flat_map(|edge| outline.iter().map(move |p| turn(edge, *p)));
    let sign = if sides().sum::<f32>() < 0.0 { -1.0 } else { 1.0 };
    if sides().any(|side| side * sign < -1e-3) {
        return None;
    }
    let mut rest = corners(ground);
    let mut pieces = Vec::new();
    for edge in edges() {
        let outer = cut(&rest, |corner| -sign * turn(edge, corner.at));
        pieces.push(outer.iter().map(|corner| corner.at).collect());
        rest = cut(&rest, |corner| sign * turn(edge, corner.at));
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f32, f32)]) -> Vec<V3> {
        points.iter().map(|(x, y)| v3(*x, *y, 0.0)).collect()
    }

    fn area(ring: &[V3]) -> f32 {
        let next = |at: usize| ring[(at + 1) % ring.len()];
        let sum: f32 = (0..ring.len())
            .map(|at| ring[at].x * next(at).y - next(at).x * ring[at].y)
            .sum();
        (sum / 2.0).abs()
    }

    #[test]
    fn ground_around_an_outline_is_cut_into_pieces_that_leave_the_outline_free() {
        let around = ring(&[(-100.0, -100.0), (100.0, -100.0), (100.0, 100.0), (-100.0, 100.0)]);
        let mut outline = ring(&[(0.0, 0.0), (30.0, 0.0), (40.0, 20.0), (0.0, 20.0)]);
        for _ in 0..2 {
            let pieces = without(&around, &outline).unwrap();
            let sum: f32 = pieces.iter().map(|piece| area(piece)).sum();
            assert!((sum + area(&outline) - 40_000.0).abs() < 1.0, "{sum}");
            outline.reverse();
        }
        let dented = ring(&[(0.0, 0.0), (30.0, 0.0), (10.0, 10.0), (0.0, 30.0)]);
        assert!(without(&around, &dented).is_none());
    }
}
