//! How dark the ground is: shadows of all that stands there, and the dimness around feet. One picture of the ground, so that
//! shadows that lie on each other are not darker than one.

use super::body::Body;
use super::light::Light;
use super::scene::Scene;
use super::vector::V3;

/// Pixels along the longer side at most.
const MOST: f32 = 2048.0;
/// Metres a pixel at best.
const FINEST: f32 = 0.025;
/// Shadows fall so far outside the plaza.
const MARGIN: f32 = 5.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Mask {
    /// The north-west corner in metres.
    pub at: [f32; 2],
    /// Metres a pixel.
    pub step: f32,
    pub width: usize,
    pub height: usize,
    /// 255 is black.
    pub dark: Vec<u8>,
}

impl Mask {
    pub fn of(scene: &Scene, light: &Light) -> Mask {
        let side = scene.size.map(|side| side.max(1.0) + 2.0 * MARGIN);
        let step = (side[0].max(side[1]) / MOST).max(FINEST);
        let mut mask = Mask {
            at: [-MARGIN; 2],
            step,
            width: (side[0] / step).ceil() as usize,
            height: (side[1] / step).ceil() as usize,
            dark: Vec::new(),
        };
        mask.dark = vec![0; mask.width * mask.height];
        let depth = light.shadow();
        if depth > 0.01 {
            mask.cast(scene, light, (depth * 255.0) as u8);
            let soft = (0.035 / step).round() as usize;
            if soft > 0 {
                mask.soften(soft);
            }
        }
        for body in &scene.bodies {
            mask.touch(body);
        }
        mask
    }

    pub fn is_within(&self, x: f32, y: f32) -> bool {
        let (x, y) = ((x - self.at[0]) / self.step, (y - self.at[1]) / self.step);
        x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height as f32
    }

    /// 0 to 1, between pixels evenly.
    pub fn at(&self, x: f32, y: f32) -> f32 {
        if !self.is_within(x, y) {
            return 0.0;
        }
        let (x, y) = ((x - self.at[0]) / self.step - 0.5, (y - self.at[1]) / self.step - 0.5);
        let (left, top) = (x.floor().max(0.0), y.floor().max(0.0));
        let (dx, dy) = ((x - left).clamp(0.0, 1.0), (y - top).clamp(0.0, 1.0));
        let px = |across: usize, down: usize| {
            let (x, y) = (
                (left as usize + across).min(self.width - 1),
                (top as usize + down).min(self.height - 1),
            );
            f32::from(self.dark[y * self.width + x])
        };
        let upper = px(0, 0) * (1.0 - dx) + px(1, 0) * dx;
        let lower = px(0, 1) * (1.0 - dx) + px(1, 1) * dx;
        (upper * (1.0 - dy) + lower * dy) / 255.0
    }

    fn cast(&mut self, scene: &Scene, light: &Light, dark: u8) {
        let toward = light.toward;
        // A very low sun would throw shadows over the whole county.
        let rise = toward.z.max(0.07);
        let fall = |p: V3| [p.x - toward.x * p.z / rise, p.y - toward.y * p.z / rise];
        for body in &scene.bodies {
            for face in &scene.faces[body.near.clone()] {
                self.fill(&face.corners.map(fall), dark);
            }
        }
    }

    /// A polygon without dents.
    fn fill(&mut self, corners: &[[f32; 2]; 4], dark: u8) {
        let spots = corners.map(|[x, y]| [(x - self.at[0]) / self.step, (y - self.at[1]) / self.step]);
        let top = spots.iter().map(|spot| spot[1]).fold(f32::INFINITY, f32::min);
        let bottom = spots.iter().map(|spot| spot[1]).fold(f32::NEG_INFINITY, f32::max);
        if !top.is_finite() || !bottom.is_finite() {
            return;
        }
        let first = (top - 0.5).ceil().max(0.0) as usize;
        let last = (bottom + 0.5).min(self.height as f32).max(0.0) as usize;
        for row in first..last {
            let y = row as f32 + 0.5;
            let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
            for at in 0..4 {
                let (a, b) = (spots[at], spots[(at + 1) % 4]);
                if (a[1] <= y) == (b[1] <= y) {
                    continue;
                }
                let x = a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]);
                (left, right) = (left.min(x), right.max(x));
            }
            if left > right {
                continue;
            }
            let from = (left.round().max(0.0) as usize).min(self.width);
            // What is thinner than a pixel still leaves a line.
            let to = ((right.round().max(0.0) as usize).max(from + 1)).min(self.width);
            if from < to {
                self.dark[row * self.width + from..row * self.width + to].fill(dark);
            }
        }
    }

    /// Edges as wide as the sun makes them.
    fn soften(&mut self, reach: usize) {
        let (width, height) = (self.width, self.height);
        let mut line = vec![0_u8; width.max(height)];
        let mut pass = |dark: &mut [u8], start: usize, step: usize, count: usize| {
            for at in 0..count {
                line[at] = dark[start + at * step];
            }
            let span = 2 * reach + 1;
            let mut sum: usize = line[..reach.min(count)].iter().map(|px| usize::from(*px)).sum();
            for at in 0..count {
                sum += line
                    .get(at + reach)
                    .filter(|_| at + reach < count)
                    .map_or(0, |px| usize::from(*px));
                if at > reach {
                    sum -= usize::from(line[at - reach - 1]);
                }
                dark[start + at * step] = (sum / span) as u8;
            }
        };
        for row in 0..height {
            pass(&mut self.dark, row * width, 1, width);
        }
        for column in 0..width {
            pass(&mut self.dark, column, width, height);
        }
    }

    /// Where something stands on the ground, less light comes down.
    fn touch(&mut self, body: &Body) {
        let reach = body.contact;
        let [a, b] = body.ends;
        if reach <= 0.0 || !a.is_finite() || !b.is_finite() {
            return;
        }
        let px = |metres: f32, from: f32| ((metres - from) / self.step).max(0.0) as usize;
        let (x0, x1) = (
            px(a.x.min(b.x) - reach, self.at[0]),
            px(a.x.max(b.x) + reach, self.at[0]) + 1,
        );
        let (y0, y1) = (
            px(a.y.min(b.y) - reach, self.at[1]),
            px(a.y.max(b.y) + reach, self.at[1]) + 1,
        );
        let way = [b.x - a.x, b.y - a.y];
        let length = (way[0] * way[0] + way[1] * way[1]).max(1e-6);
        for row in y0..y1.min(self.height) {
            let y = self.at[1] + (row as f32 + 0.5) * self.step - a.y;
            for column in x0..x1.min(self.width) {
                let x = self.at[0] + (column as f32 + 0.5) * self.step - a.x;
                let t = ((x * way[0] + y * way[1]) / length).clamp(0.0, 1.0);
                let away = (x - way[0] * t).hypot(y - way[1] * t) / reach;
                if away >= 1.0 {
                    continue;
                }
                let open = 1.0 - 0.42 * (1.0 - away) * (1.0 - away);
                let dark = &mut self.dark[row * self.width + column];
                *dark = 255 - ((255.0 - f32::from(*dark)) * open) as u8;
            }
        }
    }
}
