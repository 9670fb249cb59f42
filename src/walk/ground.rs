//! What one walks on, made by code: paving with joints, grass, asphalt, the floor of a hall. Each tile meets itself.

use super::cloth::Cloth;
use super::vector::{Rgb, chance, mix, smooth};
use crate::model::Surface;

/// Metres that one tile of texture covers.
pub const TILE: f32 = 3.2;
const SIDE: usize = 512;

/// What lies around a plaza; the floor of a hall goes on to its walls.
pub fn outside(surface: Surface, is_indoor: bool) -> Surface {
    match surface {
        _ if is_indoor => surface,
        Surface::Paving | Surface::Grass | Surface::Asphalt => Surface::Grass,
        Surface::Floor => Surface::Asphalt,
    }
}

pub fn ground_cloth(surface: Surface) -> Cloth {
    let mut px = Vec::with_capacity(SIDE * SIDE);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let colour = match surface {
                Surface::Paving => paving(x, y),
                Surface::Grass => grass(x, y),
                Surface::Asphalt => asphalt(x, y),
                Surface::Floor => floor(x, y),
            };
            px.push(colour.map(|part| (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8));
        }
    }
    Cloth::new(SIDE, SIDE, px, true)
}

/// Large, faint changes of tone keep a wide ground from looking tiled.
pub fn drift(x: f32, y: f32) -> f32 {
    1.0 + 0.025 * ((x * 0.13).sin() * (y * 0.11 + 0.7).cos() + (x * 0.031 + y * 0.043).sin())
}

/// Even noise that meets itself at the edges; `cells` along a side.
fn noise(x: usize, y: usize, cells: usize, seed: u32) -> f32 {
    let scale = cells as f32 / SIDE as f32;
    let (x, y) = (x as f32 * scale, y as f32 * scale);
    let (left, top) = (x as usize, y as usize);
    let (dx, dy) = (smooth(0.0, 1.0, x - left as f32), smooth(0.0, 1.0, y - top as f32));
    let at = |a: usize, b: usize| chance(seed ^ (((left + a) % cells) * 7919 + ((top + b) % cells) * 104_729) as u32);
    let upper = at(0, 0) * (1.0 - dx) + at(1, 0) * dx;
    let lower = at(0, 1) * (1.0 - dx) + at(1, 1) * dx;
    upper * (1.0 - dy) + lower * dy
}

fn grain(x: usize, y: usize, seed: u32) -> f32 {
    chance((y * SIDE + x) as u32 ^ seed)
}

/// Slabs of 80 by 40 cm, every other row shifted by half, in three close tones of granite.
fn paving(x: usize, y: usize) -> Rgb {
    const LONG: usize = 128;
    const HIGH: usize = 64;
    let row = y / HIGH;
    let x = (x + if row % 2 == 1 { LONG / 2 } else { 0 }) % SIDE;
    let slab = (row * 17 + x / LONG) as u32;
    let tone = 0.645 + 0.06 * (chance(slab ^ 0x51) - 0.5);
    let warm = 0.012 * (chance(slab ^ 0x77) - 0.5);
    let speckle =
        0.045 * (grain(x, y, 3) - 0.5) + 0.03 * (noise(x, y, 64, 9) - 0.5) + 0.035 * (noise(x, y, 8, 5) - 0.5);
    let (dx, dy) = (x % LONG, y % HIGH);
    let edge = dx.min(LONG - 1 - dx).min(dy.min(HIGH - 1 - dy));
    let level = tone + speckle;
    let colour = [level + 0.012 + warm, level + 0.004, level - 0.018 - warm];
    match edge {
        0 => mix(colour, [0.40, 0.39, 0.37], 0.72),
        // A worn edge catches the light.
        1 => mix(colour, [0.80, 0.79, 0.76], 0.16),
        _ => colour,
    }
}

fn grass(x: usize, y: usize) -> Rgb {
    let patch = 0.5 * noise(x, y, 6, 21) + 0.3 * noise(x, y, 17, 22) + 0.2 * noise(x, y, 43, 23);
    let blade = 0.6 * grain(x, y / 3, 24) + 0.4 * noise(x, y, 128, 25);
    let level = 0.80 + 0.22 * (blade - 0.5);
    let colour = mix([0.40, 0.49, 0.27], [0.53, 0.56, 0.33], patch);
    colour.map(|part| part * level)
}

fn asphalt(x: usize, y: usize) -> Rgb {
    let stone = grain(x, y, 31);
    let level = 0.40 + 0.07 * (stone - 0.5) + 0.05 * (noise(x, y, 5, 32) - 0.5) + 0.04 * (noise(x, y, 90, 33) - 0.5);
    let bright = if stone > 0.985 { 0.12 } else { 0.0 };
    [level + bright, level + bright + 0.003, level + bright + 0.008]
}

/// Terrazzo in fields of 1.6 m.
fn floor(x: usize, y: usize) -> Rgb {
    const FIELD: usize = SIDE / 2;
    let chip = grain(x / 2, y / 2, 41);
    let level = 0.735 + 0.03 * (noise(x, y, 24, 42) - 0.5) + if chip > 0.93 { -0.09 } else { 0.0 };
    let (dx, dy) = (x % FIELD, y % FIELD);
    let colour = [level + 0.005, level, level - 0.012];
    if dx == 0 || dy == 0 {
        mix(colour, [0.55, 0.53, 0.48], 0.8)
    } else {
        colour
    }
}
