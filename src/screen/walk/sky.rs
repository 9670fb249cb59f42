//! What lies behind all that stands in the plaza: sky with its clouds, hills and trees on the horizon.

use super::{Canvas, colour};
use crate::walk::{V3, mix, sky_place, v3};
use egui::epaint::Vertex as Corner;
use egui::{Color32, Mesh, Rect, Shape, TextureId, pos2};

impl Canvas<'_> {
    /// The row of the picture where the ground ends.
    fn horizon(&self) -> f32 {
        let [w, h] = self.camera.size;
        let (top, bottom) = (self.camera.ray(w / 2.0, 0.0).z, self.camera.ray(w / 2.0, h).z);
        h * top / (top - bottom).max(1e-6)
    }

    /// How far away the ground is that falls on a row.
    fn nearest_ground(&self, y: f32) -> f32 {
        let ray = self.camera.ray(self.camera.size[0] / 2.0, y);
        if ray.z < -1e-4 {
            self.camera.eye.z / -ray.z
        } else {
            f32::INFINITY
        }
    }

    pub fn sky(&mut self, texture: TextureId) {
        let [w, h] = self.camera.size;
        let end = self.horizon().clamp(0.0, h);
        if end > 0.0 {
            self.dome(texture, end);
        }
        if !self.light.is_indoor {
            self.skyline();
        }
        if end < h {
            // Far ground is painted on haze: the farther it is, the more of that stays.
            let fog = colour(self.fog);
            let mut rows = (0..=32).map(|step| end + (h - end) * step as f32 / 32.0);
            let low = rows.find(|y| self.haze(self.nearest_ground(*y)) <= 0.0).unwrap_or(h);
            let corners = [[0.0, end], [w, end], [w, low], [0.0, low]].map(|spot| self.flat(self.at(spot), fog));
            Self::fan(&mut self.plain, corners.into_iter());
        }
    }

    fn dome(&mut self, texture: TextureId, end: f32) {
        const ACROSS: u32 = 24;
        const DOWN: u32 = 14;
        let w = self.camera.size[0];
        let mut mesh = Mesh::with_texture(texture);
        let middle = sky_place(self.camera.ray(w / 2.0, 0.0).unit())[0];
        for row in 0..=DOWN {
            for column in 0..=ACROSS {
                let (x, y) = (w * column as f32 / ACROSS as f32, end * row as f32 / DOWN as f32);
                let [u, v] = sky_place(self.camera.ray(x, y).unit());
                // Where the picture of the sky meets itself, it goes on.
                let u = middle + (u - middle + 1.5).rem_euclid(1.0) - 0.5;
                mesh.vertices.push(Corner {
                    pos: self.at([x, y]),
                    uv: pos2(u, v),
                    color: Color32::WHITE,
                });
            }
        }
        for row in 0..DOWN {
            for column in 0..ACROSS {
                let at = row * (ACROSS + 1) + column;
                let ends = [at, at + ACROSS + 2].map(|end| mesh.vertices[end as usize].pos);
                if !self.cover.hides(Rect::from_min_max(ends[0], ends[1])) {
                    mesh.add_triangle(at, at + 1, at + ACROSS + 1);
                    mesh.add_triangle(at + 1, at + ACROSS + 2, at + ACROSS + 1);
                }
            }
        }
        self.flush();
        self.shapes.push(Shape::mesh(mesh));
    }

    fn skyline(&mut self) {
        const STEPS: i32 = 90;
        let middle = self.camera.forward.x.atan2(-self.camera.forward.y);
        let colours = self.light.skyline_colours();
        for (which, tone) in colours.into_iter().enumerate() {
            let tones = [tone, mix(self.fog, tone, 0.45 + 0.3 * which as f32)];
            let mut last: Option<u32> = None;
            for step in -STEPS..=STEPS {
                let turn = middle + step as f32 / STEPS as f32 * 1.1;
                let way = v3(turn.sin(), -turn.cos(), 0.0) * 900.0;
                let high = self.light.skyline(turn)[which] * 900.0;
                let eye = self.camera.eye;
                let ends = [eye + way + V3::UP * high, eye + way].map(|p| self.camera.project(p));
                let [Some(top), Some(low)] = ends else {
                    last = None;
                    continue;
                };
                let at = self.plain.vertices.len() as u32;
                for (end, tone) in [top, low].into_iter().zip(tones) {
                    let corner = self.flat(self.at(end), colour(tone));
                    self.plain.vertices.push(corner);
                }
                if let Some(before) = last {
                    self.plain.add_triangle(before, at, before + 1);
                    self.plain.add_triangle(at, at + 1, before + 1);
                }
                last = Some(at);
            }
        }
    }
}
