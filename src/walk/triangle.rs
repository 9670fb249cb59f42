//! Filling triangles with depth: the part of the picture's software that runs for every pixel.

use super::cloth::Cloth;
use super::light::Light;
use super::scene::Scene;
use super::vector::{Rgb, mix, times};

/// What a triangle shows.
pub enum Cover<'a> {
    Plain(Rgb),
    /// A colour at each corner.
    Round([Rgb; 3]),
    /// Paint that lets the ground shine through.
    Thin(Rgb, f32),
    Cloth {
        cloth: &'a Cloth,
        lit: Rgb,
        shaded: Rgb,
        /// The panel and what may keep the sun from it.
        panel: Option<(usize, Vec<u32>)>,
    },
}

/// Three corners on the picture with what is even across it: one over the distance, and the texture by that.
pub struct Triangle {
    pub at: [[f32; 2]; 3],
    pub near: [f32; 3],
    pub uv: [[f32; 2]; 3],
    pub cover: usize,
}

impl Triangle {
    pub fn rows(&self) -> (f32, f32) {
        let ys = self.at.map(|corner| corner[1]);
        (ys[0].min(ys[1]).min(ys[2]), ys[0].max(ys[1]).max(ys[2]))
    }
}

/// Some rows of the picture.
pub struct Band {
    pub top: usize,
    pub width: usize,
    pub px: Vec<Rgb>,
    pub near: Vec<f32>,
}

pub struct World<'a> {
    pub scene: &'a Scene,
    pub light: &'a Light,
    pub fog: Rgb,
    pub covers: &'a [Cover<'a>],
}

impl Band {
    pub fn fill(&mut self, triangle: &Triangle, world: &World<'_>) {
        let [a, b, c] = triangle.at;
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if !area.is_finite() || area.abs() < 1e-6 {
            return;
        }
        let height = self.px.len() / self.width;
        let (top, bottom) = triangle.rows();
        let first = (top - 0.5).ceil().max(self.top as f32) as usize;
        let last = ((bottom - 0.5).floor() + 1.0).clamp(0.0, (self.top + height) as f32) as usize;
        let xs = triangle.at.map(|corner| corner[0]);
        let left = (xs[0].min(xs[1]).min(xs[2]) - 0.5).ceil().max(0.0) as usize;
        let right = ((xs[0].max(xs[1]).max(xs[2]) - 0.5).floor() + 1.0).clamp(0.0, self.width as f32) as usize;
        // Shares of the corners change evenly from pixel to pixel.
        let step_x = [(b[1] - c[1]) / area, (c[1] - a[1]) / area, (a[1] - b[1]) / area];
        let step_y = [(c[0] - b[0]) / area, (a[0] - c[0]) / area, (b[0] - a[0]) / area];
        let shares = |x: f32, y: f32| {
            let first = ((b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)) / area;
            let second = ((c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)) / area;
            [first, second, 1.0 - first - second]
        };
        for row in first..last {
            let start = shares(left as f32 + 0.5, row as f32 + 0.5);
            for column in left..right {
                let by = (column - left) as f32;
                let share = [0, 1, 2].map(|i| start[i] + step_x[i] * by);
                if share.iter().any(|part| *part < -1e-5) {
                    continue;
                }
                let near = even(share, triangle.near);
                let at = (row - self.top) * self.width + column;
                if near <= self.near[at] {
                    continue;
                }
                self.paint(at, triangle, share, near, [step_x, step_y], world);
            }
        }
    }

    fn paint(
        &mut self,
        at: usize,
        triangle: &Triangle,
        share: [f32; 3],
        near: f32,
        steps: [[f32; 3]; 2],
        world: &World<'_>,
    ) {
        let haze = world.light.haze(1.0 / near);
        match &world.covers[triangle.cover] {
            Cover::Plain(colour) => {
                self.px[at] = mix(*colour, world.fog, haze);
                self.near[at] = near;
            }
            Cover::Round(colours) => {
                let colour = [0, 1, 2].map(|i| even(share, colours.map(|colour| colour[i])));
                self.px[at] = mix(colour, world.fog, haze);
                self.near[at] = near;
            }
            Cover::Thin(colour, alpha) => {
                let colour = mix(*colour, world.fog, haze);
                self.px[at] = mix(self.px[at], colour, *alpha);
            }
            Cover::Cloth {
                cloth,
                lit,
                shaded,
                panel,
            } => {
                let place = |share: [f32; 3]| {
                    let near = even(share, triangle.near).max(1e-6);
                    [0, 1].map(|i| {
                        let by = [0, 1, 2].map(|k| triangle.uv[k][i] * triangle.near[k]);
                        even(share, by) / near
                    })
                };
                let [u, v] = place(share);
                let [w, h] = cloth.size();
                let span = steps.map(|step| {
                    let [u2, v2] = place([0, 1, 2].map(|i| share[i] + step[i]));
                    ((u2 - u) * w as f32).hypot((v2 - v) * h as f32)
                });
                // Between the two ways a face is foreshortened; what flickers is smoothed by the four samples a pixel.
                let step = (span[0] * span[1]).sqrt().max(span[0].max(span[1]) * 0.45);
                let colour = cloth.look(u, v, step);
                let is_lit = panel.as_ref().is_none_or(|(index, shades)| {
                    let panel = &world.scene.panels[*index];
                    shades.is_empty() || world.scene.is_lit(panel.point(u, v), world.light, shades)
                });
                let tint = if is_lit { *lit } else { *shaded };
                self.px[at] = mix(times(colour, tint), world.fog, haze);
                self.near[at] = near;
            }
        }
    }
}

fn even(share: [f32; 3], by: [f32; 3]) -> f32 {
    share[0] * by[0] + share[1] * by[1] + share[2] * by[2]
}
