//! Pixels of a screen as the inks of a profile.

use crate::media::Proof;
use crate::model::within;

/// From sRGB to the profile's inks, reckoned at the nodes of a grid and straight between them.
pub struct Inks(Vec<[f64; 4]>);

const NODES: usize = 18;
const GAP: usize = 255 / (NODES - 3);

impl Inks {
    /// No node over the limit, in percent.
    pub fn of(proof: &Proof, limit: f64) -> Inks {
        let part = |index: usize| (index % NODES * GAP).min(255) as u8;
        let node = |index: usize| {
            let rgb = [index / (NODES * NODES), index / NODES, index].map(part);
            within(proof.cmyk(rgb), limit).map(|ink| ink * 2.55)
        };
        Inks((0..NODES.pow(3)).map(node).collect())
    }

    /// Amounts of ink, 255 full, of RGB pixels.
    pub fn photo(&self, rgb: &[u8]) -> Vec<u8> {
        let mut last = ([255; 3], [0; 4]);
        let mut cmyk = Vec::with_capacity(rgb.len() / 3 * 4);
        for pixel in rgb.as_chunks::<3>().0 {
            if *pixel != last.0 {
                last = (*pixel, self.at(*pixel));
            }
            cmyk.extend(last.1);
        }
        cmyk
    }

    fn at(&self, rgb: [u8; 3]) -> [u8; 4] {
        let node = rgb.map(|part| usize::from(part) / GAP);
        let part = rgb.map(|value| (usize::from(value) % GAP) as f64 / GAP as f64);
        let mut inks = [0.0; 4];
        for corner in 0..8usize {
            let bit = [corner >> 2 & 1, corner >> 1 & 1, corner & 1];
            let weight: f64 = (0..3)
                .map(|i| if bit[i] == 1 { part[i] } else { 1.0 - part[i] })
                .product();
            if weight > 0.0 {
                let at = ((node[0] + bit[0]) * NODES + node[1] + bit[1]) * NODES + node[2] + bit[2];
                for (ink, value) in inks.iter_mut().zip(self.0[at]) {
                    *ink += weight * value;
                }
            }
        }
        inks.map(|ink| ink.round().clamp(0.0, 255.0) as u8)
    }
}
