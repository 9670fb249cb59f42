//! Textures in memory with their smaller versions, and how a pixel is read from them.

use super::vector::Rgb;
use crate::layout::Frame;
use crate::raster::{Ink, Photos, View, draw};
use std::sync::Arc;

pub struct Cloth {
    levels: Vec<Level>,
    is_repeated: bool,
}

struct Level {
    width: usize,
    height: usize,
    px: Vec<[u8; 3]>,
}

/// All that a picture of a scene shows besides plain colours; `None` is paper without anything on it.
pub struct Cloths {
    pub panels: Vec<Option<Arc<Cloth>>>,
    pub fronts: Vec<Option<Arc<Cloth>>>,
    pub ground: Arc<Cloth>,
    pub outside: Arc<Cloth>,
}

/// A laid-out board about so many pixels high.
pub fn board_cloth(frame: &Frame, ink: &Ink, high_px: u32) -> Cloth {
    let dpi = f64::from(high_px) / (frame.size.h / 25.4).max(1e-3);
    let picture = draw(frame, &View::whole(frame, dpi), ink, Photos::Wait);
    let on_white = |px: &[u8]| {
        let white = 255 - px[3];
        [
            px[0].saturating_add(white),
            px[1].saturating_add(white),
            px[2].saturating_add(white),
        ]
    };
    let px = picture.rgba.chunks_exact(4).map(on_white).collect();
    Cloth::new(picture.width as usize, picture.height as usize, px, false)
}

impl Cloth {
    pub fn new(width: usize, height: usize, px: Vec<[u8; 3]>, is_repeated: bool) -> Cloth {
        let mut levels = vec![Level { width, height, px }];
        while let Some(last) = levels.last().filter(|last| last.width > 1 || last.height > 1) {
            let half = last.half();
            levels.push(half);
        }
        Cloth { levels, is_repeated }
    }

    pub fn size(&self) -> [usize; 2] {
        [self.levels[0].width, self.levels[0].height]
    }

    /// Its pixels at full size, row by row.
    pub fn pixels(&self) -> &[[u8; 3]] {
        &self.levels[0].px
    }

    /// Its colour from far away.
    pub fn mean(&self) -> Rgb {
        let px = self.levels.last().and_then(|level| level.px.first());
        px.map_or([1.0; 3], |px| px.map(|part| f32::from(part) / 255.0))
    }

    /// The colour at a place; `step`: how much of the texture a pixel of the picture spans, in its own pixels.
    pub fn look(&self, u: f32, v: f32, step: f32) -> Rgb {
        let level = step.max(1.0).log2().min((self.levels.len() - 1) as f32);
        let at = level as usize;
        let near = self.levels[at].look(u, v, self.is_repeated);
        let part = level - at as f32;
        if part < 0.02 || at + 1 >= self.levels.len() {
            return near;
        }
        let far = self.levels[at + 1].look(u, v, self.is_repeated);
        [0, 1, 2].map(|i| near[i] + (far[i] - near[i]) * part)
    }
}

impl Level {
    fn half(&self) -> Level {
        let (width, height) = (self.width.div_ceil(2).max(1), self.height.div_ceil(2).max(1));
        let mut px = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let mut sum = [0_u32; 3];
                for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                    let (x, y) = ((2 * x + dx).min(self.width - 1), (2 * y + dy).min(self.height - 1));
                    let from = self.px[y * self.width + x];
                    sum = [0, 1, 2].map(|i| sum[i] + u32::from(from[i]));
                }
                px.push(sum.map(|part| ((part + 2) / 4) as u8));
            }
        }
        Level { width, height, px }
    }

    fn look(&self, u: f32, v: f32, is_repeated: bool) -> Rgb {
        let (x, y) = (u * self.width as f32 - 0.5, v * self.height as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (dx, dy) = (x - left, y - top);
        let place = |at: f32, count: usize| {
            if is_repeated {
                (at as i64).rem_euclid(count as i64) as usize
            } else {
                (at.max(0.0) as usize).min(count - 1)
            }
        };
        let columns = [place(left, self.width), place(left + 1.0, self.width)];
        let rows = [place(top, self.height), place(top + 1.0, self.height)];
        let px = |across: usize, down: usize| self.px[rows[down] * self.width + columns[across]];
        let (a, b, c, d) = (px(0, 0), px(1, 0), px(0, 1), px(1, 1));
        [0, 1, 2].map(|i| {
            let upper = f32::from(a[i]) * (1.0 - dx) + f32::from(b[i]) * dx;
            let lower = f32::from(c[i]) * (1.0 - dx) + f32::from(d[i]) * dx;
            (upper * (1.0 - dy) + lower * dy) / 255.0
        })
    }
}
