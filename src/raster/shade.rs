//! Colours as they look in print, and gradients as pixels. A gradient is mixed in inks where both its stops are inks,
//! as the press does, and looked at through the proof in 33 steps.

use super::outline::Area;
use crate::geom::{Point, Transform, point};
use crate::layout::{Colour, Ink};
use crate::media::Proof;
use std::collections::HashMap;
use std::sync::Arc;

/// Steps between two stops.
const STEPS: usize = 32;

/// Entries of a ramp.
const RAMP: usize = 4096;

/// Screen colours of a drawing; each is looked up in the proof once.
pub struct Shades {
    proof: Arc<Proof>,
    known: HashMap<[u64; 4], [u8; 3]>,
}

/// Premultiplied colours from position 0 to 1.
pub struct Ramp(Vec<[u8; 4]>);

/// How a gradient runs over the item's millimetres.
pub enum Course {
    Linear { from: Point, to: Point },
    Radial { centre: Point, radius: f64 },
}

impl Shades {
    pub fn new(proof: &Arc<Proof>) -> Shades {
        Shades {
            proof: proof.clone(),
            known: HashMap::new(),
        }
    }

    pub fn rgb(&mut self, colour: Colour) -> [u8; 3] {
        match colour {
            Colour::Srgb(rgb) => rgb,
            Colour::Cmyk(inks) => {
                let key = inks.map(f64::to_bits);
                *self.known.entry(key).or_insert_with(|| self.proof.srgb(colour))
            }
        }
    }

    pub fn ramp(&mut self, stops: &[(f64, Ink)]) -> Ramp {
        let samples = self.samples(stops);
        let (Some(first), Some(last)) = (samples.first(), samples.last()) else {
            return Ramp(vec![[0; 4]; RAMP]);
        };
        let mut next = 0;
        let colours = (0..RAMP).map(|index| {
            let t = index as f64 / (RAMP - 1) as f64;
            while next < samples.len() && samples[next].0 <= t {
                next += 1;
            }
            let colour = match (next.checked_sub(1).map(|at| &samples[at]), samples.get(next)) {
                (Some(a), Some(b)) => mixed(a.1, b.1, (t - a.0) / (b.0 - a.0)),
                (None, _) => first.1,
                (_, None) => last.1,
            };
            premultiplied(colour)
        });
        Ramp(colours.collect())
    }

    /// Positions with red, green, blue (0..=255) and alpha (0..=1); between them is a straight way.
    fn samples(&mut self, stops: &[(f64, Ink)]) -> Vec<(f64, [f64; 4])> {
        let mut samples = Vec::new();
        for (index, (position, ink)) in stops.iter().enumerate() {
            samples.push((*position, self.colour(ink)));
            let Some((end, next)) = stops.get(index + 1) else {
                continue;
            };
            let (Colour::Cmyk(a), Colour::Cmyk(b)) = (ink.colour, next.colour) else {
                continue;
            };
            for step in 1..STEPS {
                let part = step as f64 / STEPS as f64;
                let along = |from: f64, to: f64| from + (to - from) * part;
                let mixture = Ink {
                    colour: Colour::Cmyk(std::array::from_fn(|i| along(a[i], b[i]))),
                    alpha: along(ink.alpha, next.alpha),
                };
                samples.push((along(*position, *end), self.colour(&mixture)));
            }
        }
        samples
    }

    fn colour(&mut self, ink: &Ink) -> [f64; 4] {
        let [r, g, b] = self.rgb(ink.colour).map(f64::from);
        [r, g, b, ink.alpha.clamp(0.0, 1.0)]
    }
}

impl Ramp {
    fn at(&self, t: f64) -> [u8; 4] {
        // A position that is no number becomes the first colour.
        self.0[(t.clamp(0.0, 1.0) * (RAMP - 1) as f64 + 0.5) as usize]
    }

    pub fn is_opaque(&self) -> bool {
        self.0.iter().all(|colour| colour[3] == 255)
    }

    /// The pixels of an area. Positions are counted from the picture's corner, so every band gets the same.
    pub fn paint(&self, course: &Course, at: &Transform, area: &Area) -> Vec<u8> {
        let (width, height) = (area.width() as usize, area.height() as usize);
        let mut rgba = vec![0; width * height * 4];
        let Some(back) = at.inverse() else {
            return rgba;
        };
        let centre = |x: usize, y: usize| {
            let p = point(area.x0 as f64 + x as f64 + 0.5, area.y0 as f64 + y as f64 + 0.5);
            back.apply(p)
        };
        for (y, row) in rgba.chunks_exact_mut(width * 4).enumerate() {
            for (x, pixel) in row.as_chunks_mut::<4>().0.iter_mut().enumerate() {
                *pixel = self.at(course.position(centre(x, y)));
            }
        }
        rgba
    }
}

impl Course {
    /// 0 at the first stop, 1 at the last; a gradient without length is all last stop.
    fn position(&self, p: Point) -> f64 {
        match self {
            Course::Linear { from, to } => {
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                let length = dx * dx + dy * dy;
                if length > 0.0 {
                    ((p.x - from.x) * dx + (p.y - from.y) * dy) / length
                } else {
                    1.0
                }
            }
            Course::Radial { centre, radius } => {
                let (dx, dy) = (p.x - centre.x, p.y - centre.y);
                if *radius > 0.0 {
                    (dx * dx + dy * dy).sqrt() / radius
                } else {
                    1.0
                }
            }
        }
    }
}

fn mixed(a: [f64; 4], b: [f64; 4], part: f64) -> [f64; 4] {
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * part)
}

fn premultiplied([r, g, b, alpha]: [f64; 4]) -> [u8; 4] {
    let part = |value: f64| (value * alpha).round() as u8;
    [part(r), part(g), part(b), (alpha * 255.0).round() as u8]
}
