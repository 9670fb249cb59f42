//! A board looked at as a printer would: photos too in the inks' own light, colours marked that no ink gives, or how
//! much ink lies where.

use crate::base::Colour;
use crate::media::{Grid, Pixels, Proof};
use std::sync::Arc;

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Eye {
    /// Photos in their own light, as on any screen.
    #[default]
    Screen,
    /// Photos as the profile prints them.
    Print,
    /// Colours of photos that print cannot give, marked.
    Gamut,
    /// The sum of inks, white to blue; over the limit (percent) red.
    Coverage { limit: f64 },
}

/// Further from its print than this a colour looks another (ΔE, CIE 1976).
const SEEN: f64 = 8.0;
const MARK: [u8; 3] = [255, 40, 200];
const FULL: [f64; 3] = [58.0, 74.0, 128.0];
const TOO_WET: [u8; 3] = [232, 34, 34];

/// An eye for one profile.
pub struct Lens {
    eye: Eye,
    proof: Arc<Proof>,
    table: Grid<3>,
}

impl Lens {
    /// `None` for the screen's own eye.
    pub fn of(eye: Eye, proof: &Arc<Proof>) -> Option<Lens> {
        let table = match eye {
            Eye::Screen => return None,
            Eye::Print => Grid::new(|rgb| proof.srgb(Colour::Cmyk(proof.cmyk(rgb))).map(f64::from)),
            Eye::Gamut => Grid::new(|rgb| [proof.off(rgb), 0.0, 0.0]),
            Eye::Coverage { .. } => Grid::new(|rgb| [proof.cmyk(rgb).iter().sum(), 0.0, 0.0]),
        };
        Some(Lens {
            eye,
            proof: proof.clone(),
            table,
        })
    }

    pub fn eye(&self) -> Eye {
        self.eye
    }

    pub fn colour(&self, colour: Colour) -> [u8; 3] {
        match (self.eye, colour.in_process()) {
            (Eye::Coverage { limit }, Colour::Cmyk(inks)) => covered(inks.iter().sum(), limit),
            (_, Colour::Cmyk(_) | Colour::Spot(_)) => self.proof.srgb(colour),
            (_, Colour::Srgb(rgb)) => self.pixel(rgb),
        }
    }

    /// The same photo through this eye. What was CMYK in the file is judged by its look on the screen.
    pub fn photo(&self, pixels: &Pixels) -> Pixels {
        let mut rgba = pixels.rgba.clone();
        let mut last = ([0; 3], self.pixel([0; 3]));
        for point in rgba.as_chunks_mut::<4>().0 {
            let rgb = [point[0], point[1], point[2]];
            if rgb != last.0 {
                last = (rgb, self.pixel(rgb));
            }
            point[..3].copy_from_slice(&last.1);
        }
        Pixels {
            width: pixels.width,
            height: pixels.height,
            rgba,
        }
    }

    fn pixel(&self, rgb: [u8; 3]) -> [u8; 3] {
        let value = self.table.at(rgb);
        match self.eye {
            Eye::Screen => rgb,
            Eye::Print => value.map(|part| part.round().clamp(0.0, 255.0) as u8),
            Eye::Gamut if value[0] > SEEN => MARK,
            Eye::Gamut => rgb,
            Eye::Coverage { limit } => covered(value[0], limit),
        }
    }
}

fn covered(sum: f64, limit: f64) -> [u8; 3] {
    if sum > limit + 1e-6 {
        return TOO_WET;
    }
    let part = (sum / limit.max(1.0)).clamp(0.0, 1.0);
    FULL.map(|full| (255.0 + (full - 255.0) * part).round() as u8)
}
