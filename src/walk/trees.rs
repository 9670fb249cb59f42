//! Trees of a venue: a trunk that forks, a crown of several masses of leaves with tufts at its edge; narrow ones grow to a
//! point. No two are alike, and each is always the same.

use super::body::Maker;
use super::scene::{Scene, Shade};
use super::vector::{Rgb, V3, chance, mix, v3};
use std::f32::consts::TAU;

const TRUNK: Rgb = [0.36, 0.30, 0.25];
/// Trees smaller than this, in pixels of half their height, need no tufts.
const FAR_PX: f32 = 64.0;

pub fn trees(scene: &mut Scene, points: &[V3], wide: f32, high: f32, seed: u32) {
    let mut places = Vec::new();
    match points {
        [one] => places.push(*one),
        _ => {
            // A row: as far apart as crowns just touch.
            for ends in points.windows(2) {
                let count = ((ends[1] - ends[0]).length() / wide.max(2.5)).round().clamp(1.0, 200.0) as usize;
                places.extend((0..count).map(|at| ends[0].lerp(ends[1], at as f32 / count as f32)));
            }
            places.extend(points.last());
        }
    }
    for (index, place) in places.into_iter().enumerate() {
        let seed = seed ^ (index as u32 * 8191);
        tree(
            scene,
            place,
            wide * (0.9 + 0.2 * chance(seed ^ 0x2)),
            high * (0.88 + 0.24 * chance(seed)),
            seed,
        );
    }
}

/// A mass of leaves: its middle and half its width and height.
struct Mass {
    at: V3,
    wide: f32,
    high: f32,
}

fn tree(scene: &mut Scene, at: V3, wide: f32, high: f32, seed: u32) {
    let r = (wide * 0.042).clamp(0.07, 0.28);
    // Crowns begin over the heads of people where the tree is high enough.
    let bare = (high * 0.3).min(2.3);
    let masses = if high > wide * 2.2 {
        slender(at, wide, bare, high, seed)
    } else {
        broad(at, wide, bare, high, seed)
    };
    let green = |salt: u32| {
        let t = chance(seed ^ salt);
        mix(
            [0.30, 0.41, 0.21],
            [0.40, 0.47, 0.24],
            t * 0.6 + 0.4 * chance(seed ^ 0x9),
        )
    };
    let mut far = Maker::default();
    trunk(&mut far, at, r, bare, high, &[]);
    for (index, mass) in masses.iter().enumerate() {
        far.ball(mass.at, mass.wide, mass.high, seed ^ index as u32, green(index as u32));
    }
    let mut near = Maker::default();
    trunk(&mut near, at, r, bare, high, &masses);
    for (index, mass) in masses.iter().enumerate() {
        let index = index as u32;
        let dark = green(index).map(|part| part * 0.86);
        near.ball(mass.at, mass.wide * 0.94, mass.high * 0.94, seed ^ index, dark);
        leaves(&mut near, mass, seed ^ (index * 613), green(index));
    }
    let middle = at + V3::UP * ((bare + high) / 2.0);
    scene.obstacles.circle(at, r + 0.1);
    scene
        .shades
        .push(Shade::ball(middle, (wide / 2.0).min((high - bare) / 2.0) * 0.95));
    scene.body([at; 2], 0.0, wide * 0.22, near.faces, Some(far.faces));
    if let Some(body) = scene.bodies.last_mut() {
        body.far_px = FAR_PX;
    }
}

/// Masses around a taller one in the middle.
fn broad(at: V3, wide: f32, bare: f32, high: f32, seed: u32) -> Vec<Mass> {
    let (half, tall) = (wide / 2.0, high - bare);
    let mut masses = vec![Mass {
        at: at + V3::UP * (bare + tall * 0.66),
        wide: half * 0.68,
        high: tall * 0.36,
    }];
    const AROUND: u32 = 6;
    for part in 0..AROUND {
        let pick = |salt: u32| chance(seed ^ (part * 77 + salt));
        let turn = TAU * (part as f32 + 0.5 * pick(1)) / AROUND as f32;
        let out = half * (0.46 + 0.14 * pick(2));
        masses.push(Mass {
            at: at
                + v3(
                    out * turn.cos(),
                    out * turn.sin(),
                    bare + tall * (0.26 + 0.34 * pick(3)),
                ),
            wide: half * (0.42 + 0.14 * pick(4)),
            high: tall * (0.21 + 0.07 * pick(5)),
        });
    }
    masses
}

/// One over the other, narrower upwards.
fn slender(at: V3, wide: f32, bare: f32, high: f32, seed: u32) -> Vec<Mass> {
    const LEVELS: u32 = 5;
    let tall = high - bare;
    let levels = 0..LEVELS;
    levels
        .map(|level| {
            let t = level as f32 / (LEVELS - 1) as f32;
            let turn = TAU * chance(seed ^ (level * 31));
            let aside = wide * 0.05;
            Mass {
                at: at + v3(aside * turn.cos(), aside * turn.sin(), bare + tall * (0.16 + 0.66 * t)),
                wide: wide / 2.0 * (0.95 - 0.62 * t),
                high: tall * 0.2,
            }
        })
        .collect()
}

/// To its fork, then a bough to each mass.
fn trunk(made: &mut Maker, at: V3, r: f32, bare: f32, high: f32, masses: &[Mass]) {
    let ring = |p: V3, r: f32| (p, v3(r, 0.0, 0.0), v3(0.0, r, 0.0));
    let fork = at + V3::UP * (bare * 1.05);
    made.rings(
        &[
            ring(at, r * 1.45),
            ring(at + V3::UP * 0.25, r * 1.05),
            ring(fork, r * 0.85),
            ring(at + V3::UP * (high * 0.6), r * 0.5),
        ],
        8,
        TRUNK,
    );
    for mass in masses.iter().skip(1) {
        made.rings(&[ring(fork - V3::UP * 0.2, r * 0.6), ring(mass.at, r * 0.25)], 5, TRUNK);
    }
}

/// Tufts over the whole mass, more of them above and outside, where one sees them.
fn leaves(made: &mut Maker, mass: &Mass, seed: u32, colour: Rgb) {
    let count = (mass.wide * mass.high * 60.0).clamp(20.0, 90.0) as u32;
    for index in 0..count {
        let pick = |salt: u32| chance(seed ^ (index * 4001 + salt));
        let turn = TAU * pick(1);
        let up = 1.0 - 1.75 * pick(2);
        let flat = (1.0 - up * up).max(0.0).sqrt();
        let outward = v3(flat * turn.cos(), flat * turn.sin(), up);
        let reach = 0.92 + 0.16 * pick(3);
        let at = mass.at
            + v3(
                outward.x * mass.wide * reach,
                outward.y * mass.wide * reach,
                outward.z * mass.high * reach,
            );
        let size = (mass.wide * 0.15).clamp(0.08, 0.24) * (0.7 + 0.6 * pick(4));
        made.tuft(at, outward, size, seed ^ (index * 97), colour);
    }
}
