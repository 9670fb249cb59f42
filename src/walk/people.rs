//! People for scale: a few quiet figures that read boards or walk the route. Always the same ones at the same places.

use super::body::{Face, Maker};
use super::scene::Panel;
use super::vector::{Rgb, V3, chance, mix, v3};

/// Quiet cloth, so that nobody looks at people instead of boards.
const COATS: [Rgb; 10] = [
    [0.25, 0.31, 0.41],
    [0.56, 0.52, 0.45],
    [0.33, 0.38, 0.33],
    [0.68, 0.67, 0.64],
    [0.39, 0.33, 0.32],
    [0.30, 0.32, 0.35],
    [0.50, 0.57, 0.63],
    [0.62, 0.55, 0.47],
    [0.38, 0.44, 0.47],
    [0.49, 0.46, 0.43],
];
const TROUSERS: [Rgb; 5] = [
    [0.22, 0.24, 0.29],
    [0.30, 0.34, 0.42],
    [0.27, 0.26, 0.26],
    [0.43, 0.40, 0.35],
    [0.20, 0.21, 0.22],
];
const SKIN: [Rgb; 3] = [[0.76, 0.61, 0.50], [0.71, 0.56, 0.45], [0.80, 0.66, 0.56]];
const HAIR: [Rgb; 6] = [
    [0.13, 0.12, 0.12],
    [0.17, 0.15, 0.14],
    [0.15, 0.14, 0.14],
    [0.14, 0.13, 0.13],
    [0.18, 0.16, 0.15],
    [0.40, 0.39, 0.38],
];
const SHOES: Rgb = [0.17, 0.17, 0.18];

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

/// How somebody looks, always the same for the same seed.
struct Look {
    coat: Rgb,
    trousers: Rgb,
    skin: Rgb,
    hair: Rgb,
    high: f32,
    /// Broader or slighter than most.
    build: f32,
    has_long_hair: bool,
    /// How far down the coat reaches, of the height.
    hem: f32,
    pose: Pose,
}

#[derive(Clone, Copy, PartialEq)]
enum Pose {
    Hanging,
    /// Hands on the back, as one reads.
    Behind,
    /// One hand holds something before the chest.
    Holding,
}

impl Look {
    fn of(person: &Person) -> Look {
        let chance = |salt: u32| chance(person.seed ^ salt);
        let pick = |list: &[Rgb], salt: u32| list[((chance(salt) * list.len() as f32) as usize).min(list.len() - 1)];
        // Children come too.
        let high = match chance(0x41) {
            child if child < 0.12 => 1.16 + child,
            grown => 1.54 + 0.23 * grown,
        };
        let has_long_hair = chance(0x61) < 0.42;
        Look {
            coat: pick(&COATS, 0x11).map(|part| part * (0.92 + 0.16 * chance(0x13))),
            trousers: pick(&TROUSERS, 0x23),
            skin: pick(&SKIN, 0x29),
            hair: pick(&HAIR, 0x2f),
            high,
            build: 0.92 + 0.2 * chance(0x37),
            has_long_hair,
            hem: if has_long_hair && chance(0x3b) < 0.4 {
                0.33
            } else {
                0.445
            },
            pose: match chance(0x43) {
                _ if person.is_walking => Pose::Hanging,
                part if part < 0.34 => Pose::Behind,
                part if part < 0.58 => Pose::Holding,
                _ => Pose::Hanging,
            },
        }
    }
}

/// Legs, coat, arms, head; a step where somebody walks, else the weight on one leg.
pub fn near(person: &Person) -> Vec<Face> {
    let mut made = Maker::default();
    let look = Look::of(person);
    let (high, build) = (look.high, look.build);
    let (ahead, side) = (person.ahead, person.ahead.cross(V3::UP).unit());
    let lean = if person.is_walking {
        0.0
    } else {
        0.012 * (chance(person.seed ^ 0x53) - 0.5).signum()
    };
    // Aside, before and up in parts of the height; what is above the feet leans a little.
    let at = |aside: f32, before: f32, up: f32| {
        let aside = aside + lean * (up * 4.0).min(1.0);
        person.at + side * (aside * high) + ahead * (before * high) + V3::UP * (up * high)
    };
    let ring = |(aside, before, up): (f32, f32, f32), wide: f32, deep: f32| {
        (at(aside, before, up), side * (wide * high), ahead * (deep * high))
    };
    let stride = if person.is_walking { 0.11 } else { 0.0 };
    for (foot, step) in [(-1.0_f32, stride), (1.0, -stride)] {
        let step = step + if person.is_walking { 0.0 } else { 0.018 * foot };
        let apart = foot * 0.05 * build;
        // The leg behind is on its toes.
        let lift = if step < -0.05 { 0.035 } else { 0.0 };
        let leg = [
            ring((apart * 1.12, step, 0.02 + lift), 0.026, 0.030),
            ring((apart * 1.1, step * 0.78, 0.15 + lift), 0.031, 0.034),
            ring((apart * 1.06, step * 0.5 + 0.008, 0.28), 0.036, 0.040),
            ring((apart, step * 0.15, 0.44), 0.048 * build, 0.055),
            ring((apart * 0.9, 0.0, 0.50), 0.045 * build, 0.058),
        ];
        made.rings(&leg, 7, look.trousers);
        let shoe = [
            (
                at(apart * 1.15, step - 0.022, 0.016 + lift),
                side * (0.021 * high),
                V3::UP * (0.016 * high),
            ),
            (
                at(apart * 1.18, step + 0.025, 0.017 + lift * 0.3),
                side * (0.026 * high),
                V3::UP * (0.018 * high),
            ),
            (
                at(apart * 1.22, step + 0.072, 0.012),
                side * (0.022 * high),
                V3::UP * (0.012 * high),
            ),
            (
                at(apart * 1.22, step + 0.086, 0.01),
                side * (0.006 * high),
                V3::UP * (0.006 * high),
            ),
        ];
        made.rings(&shoe, 6, SHOES);
        arm(&mut made, &look, foot, -step, &ring);
    }
    let flare = if look.hem < 0.4 { 1.12 } else { 1.0 };
    let body = [
        ring((0.0, 0.0, look.hem), 0.110 * build * flare, 0.084 * build * flare),
        ring((0.0, 0.0, 0.52), 0.104 * build, 0.076 * build),
        ring((0.0, 0.0, 0.61), 0.089 * build, 0.064 * build),
        ring((0.0, -0.004, 0.72), 0.104 * build, 0.068 * build),
        ring((0.0, -0.006, 0.785), 0.108 * build, 0.058),
        ring((0.0, -0.006, 0.818), 0.088 * build, 0.047),
        ring((0.0, -0.004, 0.838), 0.048, 0.038),
        ring((0.0, 0.0, 0.85), 0.033, 0.033),
    ];
    made.rings(&body, 10, look.coat);
    head(&mut made, &look, &ring);
    made.faces
}

type Ring<'a> = dyn Fn((f32, f32, f32), f32, f32) -> (V3, V3, V3) + 'a;

fn arm(made: &mut Maker, look: &Look, sign: f32, swing: f32, ring: &Ring<'_>) {
    let wide = 0.094 * look.build;
    let (elbow, wrist, hand) = match look.pose {
        Pose::Behind => ((wide + 0.03, -0.045, 0.63), (0.045, -0.085, 0.535), (0.01, -0.09, 0.52)),
        Pose::Holding if sign > 0.0 => ((wide + 0.018, 0.0, 0.625), (0.07, 0.10, 0.655), (0.05, 0.118, 0.675)),
        _ => (
            (wide + 0.022, swing * 0.3 - 0.008, 0.625),
            (wide + 0.022, swing * 0.85 + 0.02, 0.49),
            (wide + 0.018, swing + 0.028, 0.455),
        ),
    };
    let limb = |(aside, before, up): (f32, f32, f32), r: f32| ring((aside * sign, before, up), r, r * 1.1);
    let sleeve = [
        limb((wide - 0.03, -0.006, 0.80), 0.018),
        limb((wide - 0.008, -0.006, 0.785), 0.036),
        limb((wide + 0.008, -0.006, 0.73), 0.033),
        limb(elbow, 0.027),
        limb(wrist, 0.021),
    ];
    made.rings(&sleeve, 7, look.coat.map(|part| part * 0.96));
    let middle = |t: f32| {
        (
            wrist.0 + (hand.0 - wrist.0) * t,
            wrist.1 + (hand.1 - wrist.1) * t,
            wrist.2 + (hand.2 - wrist.2) * t,
        )
    };
    let palm = [
        limb(middle(0.0), 0.016),
        limb(middle(0.5), 0.019),
        limb(middle(1.0), 0.014),
        limb(middle(1.25), 0.003),
    ];
    made.rings(&palm, 6, look.skin);
}

/// A head that looks ahead: the face before, hair over and behind it.
fn head(made: &mut Maker, look: &Look, ring: &Ring<'_>) {
    let neck = [
        ring((0.0, 0.0, 0.84), 0.029, 0.030),
        ring((0.0, 0.006, 0.885), 0.028, 0.030),
    ];
    made.rings(&neck, 7, look.skin);
    let face = [
        ring((0.0, 0.016, 0.868), 0.012, 0.018),
        ring((0.0, 0.012, 0.880), 0.031, 0.036),
        ring((0.0, 0.010, 0.905), 0.041, 0.047),
        ring((0.0, 0.009, 0.935), 0.0445, 0.0505),
        ring((0.0, 0.008, 0.965), 0.041, 0.047),
        ring((0.0, 0.006, 0.985), 0.026, 0.03),
    ];
    made.rings(&face, 9, look.skin);
    let nape = if look.has_long_hair { 0.835 } else { 0.900 };
    let full = if look.has_long_hair { 1.1 } else { 1.0 };
    let hair = [
        ring((0.0, -0.022, nape), 0.020 * full, 0.018 * full),
        ring((0.0, -0.016, nape + 0.025), 0.036 * full, 0.030 * full),
        ring((0.0, -0.010, 0.935), 0.0475, 0.044),
        ring((0.0, -0.003, 0.962), 0.0475, 0.052),
        ring((0.0, 0.001, 0.985), 0.037, 0.043),
        ring((0.0, 0.0, 0.998), 0.018, 0.021),
        ring((0.0, 0.0, 1.001), 0.002, 0.002),
    ];
    made.rings(&hair, 9, look.hair);
}

/// Fewer faces for far away.
pub fn far(person: &Person) -> Vec<Face> {
    let mut made = Maker::default();
    let look = Look::of(person);
    let high = look.high;
    let (ahead, side) = (person.ahead, person.ahead.cross(V3::UP).unit());
    let ring = |up: f32, wide: f32, deep: f32| {
        (
            person.at + V3::UP * (up * high),
            side * (wide * high),
            ahead * (deep * high),
        )
    };
    made.rings(
        &[ring(0.0, 0.055, 0.045), ring(look.hem + 0.02, 0.085, 0.06)],
        5,
        look.trousers,
    );
    let body = [
        ring(look.hem, 0.10 * look.build, 0.07),
        ring(0.75, 0.128 * look.build, 0.066),
        ring(0.85, 0.035, 0.033),
    ];
    made.rings(&body, 5, look.coat);
    let head = [
        ring(0.865, 0.02, 0.02),
        ring(0.93, 0.046, 0.05),
        ring(1.0, 0.012, 0.012),
    ];
    made.rings(&head, 5, mix(look.skin, look.hair, 0.6));
    made.faces
}
