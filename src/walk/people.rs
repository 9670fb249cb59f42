//! People for scale: a few quiet figures that read boards or walk the route. Always the same ones at the same places.

use super::body::{Face, Maker};
use super::scene::Panel;
use super::vector::{Rgb, V3, chance, mix, v3};

/// Muted cloth, so that nobody looks at people instead of boards.
const CLOTHES: [Rgb; 7] = [
    [0.36, 0.40, 0.47],
    [0.48, 0.45, 0.41],
    [0.30, 0.33, 0.35],
    [0.55, 0.49, 0.43],
    [0.42, 0.47, 0.45],
    [0.52, 0.42, 0.40],
    [0.60, 0.59, 0.56],
];
const SKIN: Rgb = [0.72, 0.58, 0.48];
const HAIR: Rgb = [0.16, 0.15, 0.15];

pub struct Person {
    pub at: V3,
    /// The way the face looks.
    pub ahead: V3,
    pub is_walking: bool,
    pub seed: u32,
}

/// Before about every third board one or two, and somebody on the way now and then.
pub fn people(panels: &[Panel], ways: &[Vec<V3>]) -> Vec<Person> {
    let mut people = Vec::new();
    for (index, panel) in panels.iter().enumerate() {
        let seed = index as u32 * 13 + 5;
        if chance(seed) > 0.24 {
            continue;
        }
        let count = if chance(seed ^ 0x99) > 0.55 { 2 } else { 1 };
        for other in 0..count {
            let beside = (chance(seed ^ (0x31 + other)) - 0.5) * panel.w * 0.7 + other as f32 * 0.55 - 0.2;
            let before = 1.15 + 0.6 * chance(seed ^ (0x57 + other));
            let at = panel.foot_at + panel.side * beside + panel.front * before;
            people.push(Person {
                at: v3(at.x, at.y, 0.0),
                ahead: panel.front * -1.0,
                is_walking: false,
                seed: seed ^ (other * 7001),
            });
        }
    }
    let mut left = 4.0;
    for way in ways {
        for ends in way.windows(2) {
            let step = ends[1] - ends[0];
            let length = step.length();
            left -= length;
            if left < 0.0 && length > 1.0 {
                let seed = people.len() as u32 * 29 + 3;
                left = 13.0 + 12.0 * chance(seed);
                let aside = step.unit().cross(V3::UP) * (0.5 * (chance(seed ^ 0x17) - 0.5));
                people.push(Person {
                    at: ends[0].lerp(ends[1], 0.25 + 0.5 * chance(seed ^ 0x71)) + aside,
                    ahead: step.unit(),
                    is_walking: true,
                    seed,
                });
            }
        }
    }
    people
}

fn tones(person: &Person) -> (Rgb, Rgb, f32) {
    let pick = |salt: u32| CLOTHES[(chance(person.seed ^ salt) * 6.99) as usize];
    // Children come too.
    let high = match chance(person.seed ^ 0x41) {
        child if child < 0.13 => 1.18 + child,
        grown => 1.55 + 0.22 * grown,
    };
    (pick(0x11), mix(pick(0x23), [0.22, 0.23, 0.26], 0.55), high)
}

/// Legs, coat, arms, head; a step where somebody walks.
pub fn near(person: &Person) -> Vec<Face> {
    let mut made = Maker::default();
    let (coat, trousers, high) = tones(person);
    let (ahead, side) = (person.ahead, person.ahead.cross(V3::UP).unit());
    let at = |aside: f32, before: f32, up: f32| {
        person.at + side * (aside * high) + ahead * (before * high) + V3::UP * (up * high)
    };
    let stride = if person.is_walking { 0.10 } else { 0.012 };
    for (foot, sign) in [(-1.0_f32, 1.0_f32), (1.0, -1.0)] {
        let ring =
            |aside: f32, before: f32, up: f32, r: f32| (at(aside, before, up), side * (r * high), ahead * (r * high));
        let leg = [
            ring(foot * 0.055, stride * sign, 0.0, 0.034),
            ring(foot * 0.054, stride * sign * 0.7, 0.24, 0.036),
            ring(foot * 0.05, 0.0, 0.49, 0.054),
        ];
        made.rings(&leg, 6, trousers);
        let toe = at(foot * 0.055, stride * sign + 0.035, 0.014);
        made.cuboid(
            toe,
            side * 0.045,
            ahead * (0.07 * high),
            V3::UP * 0.022,
            [0.17, 0.17, 0.18],
        );
        let hand = at(foot * 0.135, -stride * sign * 0.9 + 0.03, 0.43);
        let elbow = at(foot * 0.145, -stride * sign * 0.3 - 0.012, 0.60);
        let shoulder = at(foot * 0.115, 0.0, 0.79);
        let limb = |p: V3, r: f32| (p, side * (r * high), ahead * (r * high));
        made.rings(
            &[limb(hand, 0.02), limb(elbow, 0.029), limb(shoulder, 0.036)],
            5,
            coat.map(|part| part * 0.93),
        );
    }
    let ring = |up: f32, wide: f32, deep: f32| (at(0.0, 0.0, up), side * (wide * high), ahead * (deep * high));
    let body = [
        ring(0.44, 0.105, 0.072),
        ring(0.56, 0.100, 0.066),
        ring(0.70, 0.118, 0.072),
        ring(0.79, 0.122, 0.064),
        ring(0.835, 0.06, 0.045),
        ring(0.845, 0.032, 0.032),
    ];
    made.rings(&body, 8, coat);
    let neck = [ring(0.835, 0.03, 0.03), ring(0.875, 0.03, 0.032)];
    made.rings(&neck, 6, SKIN);
    head(&mut made, &ring);
    made.faces
}

fn head(made: &mut Maker, ring: &dyn Fn(f32, f32, f32) -> (V3, V3, V3)) {
    let face = [
        ring(0.862, 0.026, 0.036),
        ring(0.885, 0.042, 0.050),
        ring(0.925, 0.047, 0.055),
    ];
    made.rings(&face, 8, SKIN);
    let hair = [
        ring(0.918, 0.050, 0.058),
        ring(0.955, 0.048, 0.056),
        ring(0.985, 0.032, 0.038),
        ring(1.0, 0.004, 0.004),
    ];
    made.rings(&hair, 8, HAIR);
}

/// A few boxes for far away.
pub fn far(person: &Person) -> Vec<Face> {
    let mut made = Maker::default();
    let (coat, trousers, high) = tones(person);
    let (ahead, side) = (person.ahead, person.ahead.cross(V3::UP).unit());
    for (from, to, wide, deep, colour) in [
        (0.0, 0.46, 0.08, 0.06, trousers),
        (0.46, 0.84, 0.12, 0.07, coat),
        (0.85, 1.0, 0.045, 0.05, mix(SKIN, HAIR, 0.6)),
    ] {
        let middle = person.at + V3::UP * (high * (from + to) / 2.0);
        let up = V3::UP * (high * (to - from) / 2.0);
        made.cuboid(middle, side * (wide * high), ahead * (deep * high), up, colour);
    }
    made.faces
}
