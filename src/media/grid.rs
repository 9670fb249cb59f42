//! A function of screen colours, reckoned at the nodes of a grid and straight between them: what a profile takes a
//! microsecond for is had for millions of pixels.

/// Nodes along each colour; the last ones stand beyond 255.
const NODES: usize = 18;
const GAP: usize = 255 / (NODES - 3);

pub struct Grid<const N: usize>(Vec<[f64; N]>);

impl<const N: usize> Grid<N> {
    pub fn new(of: impl Fn([u8; 3]) -> [f64; N]) -> Grid<N> {
        let part = |index: usize| (index % NODES * GAP).min(255) as u8;
        let node = |index: usize| of([index / (NODES * NODES), index / NODES, index].map(part));
        Grid((0..NODES.pow(3)).map(node).collect())
    }

    pub fn at(&self, rgb: [u8; 3]) -> [f64; N] {
        let node = rgb.map(|part| usize::from(part) / GAP);
        let part = rgb.map(|value| (usize::from(value) % GAP) as f64 / GAP as f64);
        let mut sum = [0.0; N];
        for corner in 0..8usize {
            let bit = [corner >> 2 & 1, corner >> 1 & 1, corner & 1];
            let weight: f64 = (0..3)
                .map(|i| if bit[i] == 1 { part[i] } else { 1.0 - part[i] })
                .product();
            if weight > 0.0 {
                let at = ((node[0] + bit[0]) * NODES + node[1] + bit[1]) * NODES + node[2] + bit[2];
                for (sum, value) in sum.iter_mut().zip(self.0[at]) {
                    *sum += weight * value;
                }
            }
        }
        sum
    }
}
