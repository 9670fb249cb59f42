//! Colours as they look in print, and gradients as pixels. A gradient is mixed in inks as soon as one of its stops
//! is given in inks, as in the PDF, and looked at through the proof in 33 steps.

use super::Lens;
use super::outline::Area;
use crate::base::Spot;
use crate::geom::{Point, Transform};
use crate::layout::{Colour, Ink};
use crate::media::Proof;
use std::collections::HashMap;
use std::sync::Arc;

/// Steps between two stops.
const STEPS: usize = 32;

/// Entries of a ramp.
const RAMP: usize = 4096;

/// All there is of a colour part, in 256ths of a screen step.
const FULL: u16 = 255 << 8;

/// What a pixel adds to 256ths before they are cut off, by its place in a square of eight: 64 even steps
/// spread as evenly as can be (Bayer 1973). Whole steps stay what they are.
const LIFTS: [[u16; 8]; 8] = [
    [2, 130, 34, 162, 10, 138, 42, 170],
    [194, 66, 226, 98, 202, 74, 234, 106],
    [50, 178, 18, 146, 58, 186, 26, 154],
    [242, 114, 210, 82, 250, 122, 218, 90],
    [14, 142, 46, 174, 6, 134, 38, 166],
    [206, 78, 238, 110, 198, 70, 230, 102],
    [62, 190, 30, 158, 54, 182, 22, 150],
    [254, 126, 222, 94, 246, 118, 214, 86],
];

/// Screen colours of a drawing; each is looked up in the proof once.
pub struct Shades {
    proof: Arc<Proof>,
    lens: Option<Arc<Lens>>,
    known: HashMap<[u64; 4], [u8; 3]>,
}

/// Premultiplied colours from position 0 to 1, in 256ths of a screen step.
pub struct Ramp(Vec<[u16; 4]>);

/// How a gradient runs over the item's millimetres.
pub enum Course {
    Linear { from: Point, to: Point },
    Radial { centre: Point, radius: f64 },
}

impl Shades {
    pub fn new(proof: &Arc<Proof>, lens: &Option<Arc<Lens>>) -> Shades {
        Shades {
            proof: proof.clone(),
            lens: lens.clone(),
            known: HashMap::new(),
        }
    }

    pub fn rgb(&mut self, colour: Colour) -> [u8; 3] {
        let colour = colour.in_process();
        match (colour, &self.lens) {
            (Colour::Srgb(rgb), None) => rgb,
            (Colour::Srgb(_), Some(lens)) => lens.colour(colour),
            (Colour::Cmyk(inks) | Colour::Spot(Spot { cmyk: inks, .. }), lens) => {
                let key = inks.map(f64::to_bits);
                let look = || {
                    lens.as_ref()
                        .map_or_else(|| self.proof.srgb(colour), |lens| lens.colour(colour))
                };
                *self.known.entry(key).or_insert_with(look)
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
        let stops = self.in_one_space(stops);
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

    /// A gradient has one kind of colour in a PDF: inks, as soon as one stop has them.
    fn in_one_space(&self, stops: &[(f64, Ink)]) -> Vec<(f64, Ink)> {
        let has_inks = stops.iter().any(|(_, ink)| !matches!(ink.colour, Colour::Srgb(_)));
        let adapted = stops.iter().map(|(position, ink)| {
            let colour = match ink.colour.in_process() {
                Colour::Srgb(rgb) if has_inks => Colour::Cmyk(self.proof.cmyk(rgb)),
                colour => colour,
            };
            let alpha = ink.alpha;
            (*position, Ink { colour, alpha })
        });
        adapted.collect()
    }

    fn colour(&mut self, ink: &Ink) -> [f64; 4] {
        let [r, g, b] = self.rgb(ink.colour).map(f64::from);
        [r, g, b, ink.alpha.clamp(0.0, 1.0)]
    }
}

impl Ramp {
    fn at(&self, t: f64) -> [u16; 4] {
        // A position that is no number becomes the first colour.
        self.0[(t.clamp(0.0, 1.0) * (RAMP - 1) as f64 + 0.5) as usize]
    }

    pub fn is_opaque(&self) -> bool {
        self.0.iter().all(|colour| colour[3] == FULL)
    }

    /// The pixels of an area. Positions are counted from the picture's corner, so every band gets the same.
    /// Colours between two screen steps are mixed from pixels of both: a long gradient would show stripes otherwise.
    pub fn paint(&self, course: &Course, at: &Transform, area: &Area) -> Vec<u8> {
        let (width, height) = (area.width() as usize, area.height() as usize);
        let mut rgba = vec![0; width * height * 4];
        let Some(back) = at.inverse() else {
            return rgba;
        };
        let slopes = course.slopes(&back);
        for (y, row) in rgba.chunks_exact_mut(width * 4).enumerate() {
            let y = area.y0 as usize + y;
            let lifts = LIFTS[y % 8];
            let starts = slopes.map(|slope| slope.down * (y as f64 + 0.5) + slope.start);
            for (x, pixel) in row.as_chunks_mut::<4>().0.iter_mut().enumerate() {
                let x = area.x0 as usize + x;
                let along = |axis: usize| slopes[axis].across * (x as f64 + 0.5) + starts[axis];
                let t = match course {
                    Course::Linear { .. } => along(0),
                    Course::Radial { .. } => (along(0) * along(0) + along(1) * along(1)).sqrt(),
                };
                *pixel = self.at(t).map(|part| ((part + lifts[x % 8]) >> 8) as u8);
            }
        }
        rgba
    }
}

/// A value that grows evenly over the picture.
#[derive(Clone, Copy)]
struct Slope {
    across: f64,
    down: f64,
    start: f64,
}

impl Course {
    /// 0 at the first stop, 1 at the last. A linear gradient needs one slope, a round one those of both axes.
    /// A gradient without length is all last stop.
    fn slopes(&self, back: &Transform) -> [Slope; 2] {
        // From millimetres relative to a point, weighted, to pixels.
        let slope = |from: &Point, x: f64, y: f64| Slope {
            across: back.a * x + back.b * y,
            down: back.c * x + back.d * y,
            start: (back.e - from.x) * x + (back.f - from.y) * y,
        };
        let last = Slope {
            across: 0.0,
            down: 0.0,
            start: 1.0,
        };
        match self {
            Course::Linear { from, to } => {
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                let length = dx * dx + dy * dy;
                if length > 0.0 {
                    [slope(from, dx / length, dy / length), last]
                } else {
                    [last; 2]
                }
            }
            Course::Radial { centre, radius } if *radius > 0.0 => {
                [slope(centre, 1.0 / radius, 0.0), slope(centre, 0.0, 1.0 / radius)]
            }
            Course::Radial { .. } => [last; 2],
        }
    }
}

fn mixed(a: [f64; 4], b: [f64; 4], part: f64) -> [f64; 4] {
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * part)
}

fn premultiplied([r, g, b, alpha]: [f64; 4]) -> [u16; 4] {
    [r, g, b, 255.0].map(|part| (part * alpha * 256.0).round() as u16)
}
