//! Sun, sky and haze of an hour, and what they make of a colour. Tints multiply colours as pictures store them, so that the
//! window and the picture drawn without a card agree.

use super::vector::{Rgb, V3, mix, smooth, times, v3};
use crate::base::Day;
use crate::model::{Hour, Venue};
use crate::plaza::sun;
use std::sync::OnceLock;

/// Where nobody has said where the plaza is: the middle of the country.
const USUAL_LATITUDE: f64 = 31.0;
const USUAL_LONGITUDE: f64 = 113.0;
/// Metres at which haze has taken about two thirds of a colour.
const HAZE: f32 = 190.0;

/// Light as pictures store it. Asked for each corner of each face, so it is looked up.
fn shown(level: f32) -> f32 {
    const MOST: f32 = 1.12;
    const STEPS: usize = 512;
    static CURVE: OnceLock<Vec<f32>> = OnceLock::new();
    let curve = CURVE.get_or_init(|| {
        let levels = (0..=STEPS + 1).map(|at| at as f32 / STEPS as f32 * MOST);
        levels.map(|level| level.min(MOST).powf(1.0 / 2.2)).collect()
    });
    let at = level.clamp(0.0, MOST) / MOST * STEPS as f32;
    let (low, part) = (at as usize, at.fract());
    curve[low] + (curve[low + 1] - curve[low]) * part
}

fn finite(value: Option<f64>, usual: f64) -> f64 {
    value.filter(|value| value.is_finite()).unwrap_or(usual)
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// Towards the sun, of length 1.
    pub toward: V3,
    pub altitude: f32,
    pub is_indoor: bool,
    sun: Rgb,
    sky: Rgb,
    zenith: Rgb,
    horizon: Rgb,
}

/// By the sun's altitude: zenith, horizon, sunlight, skylight.
const HOURS: [(f32, Rgb, Rgb, Rgb, Rgb); 5] = [
    (
        -9.0,
        [0.10, 0.13, 0.22],
        [0.22, 0.24, 0.32],
        [0.0; 3],
        [0.34, 0.34, 0.36],
    ),
    (
        -1.0,
        [0.30, 0.38, 0.55],
        [0.86, 0.66, 0.53],
        [0.04, 0.03, 0.02],
        [0.44, 0.42, 0.44],
    ),
    (
        6.0,
        [0.42, 0.56, 0.76],
        [0.97, 0.84, 0.68],
        [0.56, 0.42, 0.26],
        [0.48, 0.48, 0.52],
    ),
    (
        18.0,
        [0.40, 0.60, 0.83],
        [0.91, 0.90, 0.86],
        [0.72, 0.64, 0.52],
        [0.52, 0.54, 0.58],
    ),
    (
        45.0,
        [0.33, 0.56, 0.83],
        [0.83, 0.90, 0.94],
        [0.78, 0.75, 0.68],
        [0.55, 0.57, 0.60],
    ),
];

impl Light {
    pub fn of(venue: &Venue, day: Day, hour: Hour) -> Light {
        if venue.is_indoor {
            return Light::indoor();
        }
        let latitude = finite(venue.latitude, USUAL_LATITUDE);
        let longitude = finite(venue.longitude, USUAL_LONGITUDE);
        let sun = sun(latitude, longitude, day, hour);
        let north = if venue.north.is_finite() { venue.north } else { 0.0 };
        let (sin, cos) = ((north + sun.azimuth) as f32).to_radians().sin_cos();
        let (up, flat) = (sun.altitude as f32).to_radians().sin_cos();
        let altitude = sun.altitude as f32;
        let after = HOURS.iter().position(|stop| stop.0 > altitude).unwrap_or(HOURS.len());
        let (a, b) = (&HOURS[after.saturating_sub(1)], &HOURS[after.min(HOURS.len() - 1)]);
        let t = smooth(0.0, 1.0, (altitude - a.0) / (b.0 - a.0).max(1e-3));
        Light {
            toward: v3(sin * flat, -cos * flat, up),
            altitude,
            is_indoor: false,
            zenith: mix(a.1, b.1, t),
            horizon: mix(a.2, b.2, t),
            sun: mix(a.3, b.3, t),
            sky: mix(a.4, b.4, t),
        }
    }

    /// A hall: even light from above.
    fn indoor() -> Light {
        Light {
            toward: V3::UP,
            altitude: 90.0,
            is_indoor: true,
            sun: [0.0; 3],
            sky: [0.98, 0.97, 0.94],
            zenith: [0.78, 0.78, 0.77],
            horizon: [0.88, 0.88, 0.86],
        }
    }

    pub fn has_sun(&self) -> bool {
        !self.is_indoor && self.altitude > 0.5
    }

    /// By what a colour on a face is multiplied; `lit`: how much of the sun reaches it.
    pub fn tint(&self, normal: V3, lit: f32) -> Rgb {
        let open = 0.5 + 0.5 * normal.z;
        let direct = normal.dot(self.toward).max(0.0) * lit;
        // What comes back from the ground.
        let bounce = 0.62 * (1.0 - open);
        [0, 1, 2].map(|at| {
            let level = self.sky[at] * (open + bounce) + self.sun[at] * direct;
            shown(level)
        })
    }

    /// How dark the sun's shadow is on the ground, 0 to 1.
    pub fn shadow(&self) -> f32 {
        if !self.has_sun() {
            return 0.0;
        }
        let (lit, shaded) = (self.tint(V3::UP, 1.0), self.tint(V3::UP, 0.0));
        1.0 - shaded[1] / lit[1].max(1e-3)
    }

    /// How much of a colour the haze has taken at a distance.
    pub fn haze(&self, distance: f32) -> f32 {
        let far = if self.is_indoor { HAZE * 3.0 } else { HAZE };
        1.0 - (-(distance / far).max(0.0).powf(1.25)).exp()
    }

    /// What everything fades into.
    pub fn fog(&self) -> Rgb {
        mix(self.horizon, self.zenith, 0.08)
    }

    /// The sky in a direction of length 1.
    pub fn sky(&self, way: V3) -> Rgb {
        let height = way.z.max(0.0);
        let base = mix(self.fog(), self.zenith, height.powf(0.62) * 1.15);
        if self.is_indoor {
            return base;
        }
        let near = way.dot(self.toward).max(0.0);
        let glow = near.powi(6) * 0.22 + near.powi(60) * 0.45;
        let warm = mix([1.0, 0.80, 0.55], [1.0, 0.97, 0.90], (self.altitude / 35.0).max(0.0));
        mix(base, warm, glow * smooth(-6.0, 4.0, self.altitude))
    }

    /// Thin and dense cloud in a direction of length 1.
    pub fn clouds(&self, way: V3) -> [Rgb; 2] {
        let bright = self.tint(V3::UP, 0.9).map(|part| (part * 1.02).min(1.0));
        let low = smooth(20.0, 2.0, self.altitude);
        // The low sun colours what is near it.
        let glow = way.dot(self.toward).max(0.0).powi(3) * low;
        let thin = mix(bright, [1.0, 0.86, 0.72], 0.25 * low + 0.5 * glow);
        [thin, mix(times(thin, [0.88, 0.89, 0.92]), self.zenith, 0.12)]
    }

    /// Hills and trees on the horizon by the way one looks (radians): the far line's and the near line's height above it,
    /// as a slope.
    pub fn skyline(&self, turn: f32) -> [f32; 2] {
        if self.is_indoor {
            return [0.0; 2];
        }
        let far =
            0.052 + 0.020 * (turn * 3.0 + 0.7).sin() + 0.013 * (turn * 7.0 + 2.1).sin() + 0.004 * (turn * 19.0).sin();
        let near = 0.017
            + 0.004 * (turn * 5.0 + 1.3).sin()
            + 0.0022 * (turn * 31.0).sin()
            + 0.0016 * (turn * 73.0 + 0.5).sin()
            + 0.001 * (turn * 151.0).sin();
        [far, near]
    }

    /// Colours of the far and of the near line of the horizon.
    pub fn skyline_colours(&self) -> [Rgb; 2] {
        let bright = self.tint(V3::UP, 0.6)[1];
        let far = mix(self.fog(), [0.36 * bright, 0.47 * bright, 0.56 * bright], 0.42);
        let near = mix(self.fog(), [0.30 * bright, 0.38 * bright, 0.28 * bright], 0.55);
        [far, near]
    }
}
