//! Pixels of a screen as the inks of a profile.

use crate::media::{Grid, Proof};
use crate::model::within;

pub struct Inks(Grid<4>);

impl Inks {
    /// No more ink than the limit, in percent.
    pub fn of(proof: &Proof, limit: f64) -> Inks {
        Inks(Grid::new(|rgb| within(proof.cmyk(rgb), limit).map(|ink| ink * 2.55)))
    }

    /// Amounts of ink, 255 full, of RGB pixels.
    pub fn photo(&self, rgb: &[u8]) -> Vec<u8> {
        let mut last = ([255; 3], [0; 4]);
        let mut cmyk = Vec::with_capacity(rgb.len() / 3 * 4);
        for pixel in rgb.as_chunks::<3>().0 {
            if *pixel != last.0 {
                let inks = self.0.at(*pixel);
                last = (*pixel, inks.map(|ink| ink.round().clamp(0.0, 255.0) as u8));
            }
            cmyk.extend(last.1);
        }
        cmyk
    }
}
