//! Colour between paper and screen: one table made from the job's CMYK profile serves raster, swatches and checks.
//! Relative colorimetric (the paper is the screen's white) with black-point compensation, the way ICC white papers
//! and lcms2 do it; moxcms itself has none for CMYK.

use crate::base::{Colour, Digest, Spot};
use moxcms::{
    ColorProfile, DataColorSpace, Layout, ProfileClass, ProfileText, RenderingIntent, TransformF32Executor,
    TransformOptions,
};
use std::sync::{Arc, OnceLock};

#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    #[error("this is not a CMYK output profile: {0}")]
    NotCmyk(String),
}

/// The job's profile, ready to show CMYK on a screen (relative colorimetric with black-point compensation).
pub struct Proof {
    /// Of the profile's bytes.
    id: Digest,
    to_lab: Arc<TransformF32Executor>,
    from_lab: Arc<TransformF32Executor>,
    /// Luminance of the darkest print, 0..1.
    black: f64,
    /// For photos: made when the first one comes.
    table: OnceLock<Vec<[u16; 3]>>,
    /// Inks of the 256 greys: made when the first one is asked for.
    greys: OnceLock<Vec<[f32; 4]>>,
}

/// D50, the white of the profile connection space.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];

/// Steps of the photo table along each ink.
const STEPS: usize = 17;

impl Proof {
    /// From the bytes of an ICC output profile with four inks.
    pub fn from_icc(profile: &[u8]) -> Result<Proof, ProofError> {
        let read = |error: moxcms::CmsError| ProofError::NotCmyk(error.to_string());
        let id = Digest::of(profile);
        let profile = ColorProfile::new_from_slice(profile).map_err(read)?;
        if profile.color_space != DataColorSpace::Cmyk || profile.profile_class != ProfileClass::OutputDevice {
            let found = format!("{:?} {:?}", profile.profile_class, profile.color_space);
            return Err(ProofError::NotCmyk(found));
        }
        let mut lab = ColorProfile::new_lab();
        lab.pcs = DataColorSpace::Lab;
        let options = |rendering_intent| TransformOptions {
            rendering_intent,
            ..TransformOptions::default()
        };
        let to = |intent| profile.create_transform_f32(Layout::Rgba, &lab, Layout::Rgb, options(intent));
        let from = |intent| lab.create_transform_f32(Layout::Rgb, &profile, Layout::Rgba, options(intent));
        let mut proof = Proof {
            id,
            to_lab: to(RenderingIntent::RelativeColorimetric).map_err(read)?,
            from_lab: from(RenderingIntent::RelativeColorimetric).map_err(read)?,
            black: 0.0,
            table: OnceLock::new(),
            greys: OnceLock::new(),
        };
        // The darkest print is what the perceptual tables make of black.
        let perceptual = (to(RenderingIntent::Perceptual), from(RenderingIntent::Perceptual));
        if let (Ok(to_lab), Ok(from_lab)) = perceptual {
            let ink = run::<3, 4>(&from_lab, encoded([0.0, 0.0, 0.0]));
            let [lightness, ..] = decoded(run::<4, 3>(&to_lab, ink));
            proof.black = xyz_from_lab([lightness.clamp(0.0, 50.0), 0.0, 0.0])[1];
        }
        Ok(proof)
    }

    /// Which profile it shows.
    pub fn id(&self) -> Digest {
        self.id
    }

    /// What the colour looks like in print, as sRGB.
    pub fn srgb(&self, colour: Colour) -> [u8; 3] {
        match colour {
            Colour::Srgb(rgb) => rgb,
            Colour::Cmyk(ink) | Colour::Spot(Spot { cmyk: ink, .. }) => self
                .light(ink.map(|ink| ink / 100.0))
                .map(|part| (part * 255.0).round() as u8),
        }
    }

    /// The nearest print colour of an sRGB value, percent of C, M, Y, K.
    pub fn cmyk(&self, rgb: [u8; 3]) -> [f64; 4] {
        // Unprinted paper, not the trace of ink that interpolation leaves.
        if rgb == [255; 3] {
            return [0.0; 4];
        }
        let xyz = xyz_from_srgb(rgb.map(|part| f64::from(part) / 255.0));
        let scale = 1.0 - self.black;
        let compensated = std::array::from_fn(|i| xyz[i] * scale + WHITE[i] * self.black);
        let ink = run::<3, 4>(&self.from_lab, encoded(lab_from_xyz(compensated)));
        ink.map(|ink| (f64::from(ink).clamp(0.0, 1.0) * 1000.0).round() / 10.0)
    }

    /// The inks of a grey of the screen, percent of C, M, Y, K.
    pub fn grey(&self, grey: u8) -> [f32; 4] {
        let make = || {
            (0..=255)
                .map(|grey| self.cmyk([grey; 3]).map(|ink| ink as f32))
                .collect()
        };
        self.greys.get_or_init(make)[usize::from(grey)]
    }

    /// How far print stays from an sRGB value: CIE 1976 ΔE of the colour and its nearest print.
    pub fn off(&self, rgb: [u8; 3]) -> f64 {
        let lab = |rgb: [u8; 3]| lab_from_xyz(xyz_from_srgb(rgb.map(|part| f64::from(part) / 255.0)));
        let (wanted, printed) = (lab(rgb), lab(self.srgb(Colour::Cmyk(self.cmyk(rgb)))));
        let squares = wanted.iter().zip(printed).map(|(one, other)| (one - other).powi(2));
        squares.sum::<f64>().sqrt()
    }

    /// Amounts of ink (255 is full) into opaque RGBA.
    pub fn photo(&self, inks: &[u8]) -> Vec<u8> {
        let table = self.table.get_or_init(|| self.make_table());
        let mut rgba = Vec::with_capacity(inks.len());
        let mut last = ([0; 4], [255; 4]);
        for ink in inks.as_chunks::<4>().0 {
            if *ink != last.0 {
                last = (*ink, looked_up(table, *ink));
            }
            rgba.extend(last.1);
        }
        rgba
    }

    /// sRGB parts 0..=1 of inks 0..=1.
    fn light(&self, ink: [f64; 4]) -> [f64; 3] {
        let ink = ink.map(|ink| ink.clamp(0.0, 1.0) as f32);
        let xyz = xyz_from_lab(decoded(run::<4, 3>(&self.to_lab, ink)));
        let scale = 1.0 / (1.0 - self.black);
        srgb_from_xyz(std::array::from_fn(|i| (xyz[i] - WHITE[i] * self.black) * scale))
    }

    fn make_table(&self) -> Vec<[u16; 3]> {
        let step = |index: usize| (index % STEPS) as f64 / (STEPS - 1) as f64;
        (0..STEPS.pow(4))
            .map(|index| {
                let ink = [index / STEPS.pow(3), index / STEPS.pow(2), index / STEPS, index].map(step);
                self.light(ink).map(|part| (part * 65280.0).round() as u16)
            })
            .collect()
    }
}

/// The profile's own description; empty where it has none.
pub fn profile_name(profile: &[u8]) -> String {
    let read = ColorProfile::new_from_slice(profile)
        .ok()
        .and_then(|profile| profile.description);
    let description = match read {
        Some(ProfileText::PlainString(text)) => text,
        Some(ProfileText::Localizable(texts)) => texts.first().map(|text| text.value.clone()).unwrap_or_default(),
        Some(ProfileText::Description(text)) => text.ascii_string,
        None => String::new(),
    };
    description
        .trim_matches(|c: char| c.is_control() || c.is_whitespace())
        .into()
}

/// Linear between the sixteen nodes around.
fn looked_up(table: &[[u16; 3]], ink: [u8; 4]) -> [u8; 4] {
    let spread = ink.map(|ink| u32::from(ink) * (STEPS as u32 - 1));
    let node = spread.map(|at| ((at / 255) as usize).min(STEPS - 2));
    let part: [u32; 4] = std::array::from_fn(|i| spread[i] - node[i] as u32 * 255);
    let mut row = [[0u32; 3]; 8];
    let base = ((node[0] * STEPS + node[1]) * STEPS + node[2]) * STEPS + node[3];
    for (corner, value) in row.iter_mut().enumerate() {
        let at = base + (corner >> 2 & 1) * STEPS.pow(3) + (corner >> 1 & 1) * STEPS.pow(2) + (corner & 1) * STEPS;
        *value = std::array::from_fn(|i| mixed(u32::from(table[at][i]), u32::from(table[at + 1][i]), part[3]));
    }
    for (half, axis) in [(4, 0), (2, 1), (1, 2)] {
        for corner in 0..half {
            row[corner] = std::array::from_fn(|i| mixed(row[corner][i], row[corner + half][i], part[axis]));
        }
    }
    let [r, g, b] = row[0].map(|value| ((value + 128) >> 8) as u8);
    [r, g, b, 255]
}

fn mixed(from: u32, to: u32, part: u32) -> u32 {
    (from * (255 - part) + to * part + 127) / 255
}

/// One colour through a transform.
fn run<const FROM: usize, const TO: usize>(transform: &Arc<TransformF32Executor>, from: [f32; FROM]) -> [f32; TO] {
    let mut to = [0.0; TO];
    // The layouts were checked when the transform was made; nothing else can fail.
    let _ = transform.transform(&from, &mut to);
    to
}

fn encoded([l, a, b]: [f64; 3]) -> [f32; 3] {
    [l / 100.0, (a + 128.0) / 255.0, (b + 128.0) / 255.0].map(|part| part as f32)
}

fn decoded(lab: [f32; 3]) -> [f64; 3] {
    let [l, a, b] = lab.map(f64::from);
    [l * 100.0, a * 255.0 - 128.0, b * 255.0 - 128.0]
}

fn xyz_from_lab([l, a, b]: [f64; 3]) -> [f64; 3] {
    let y = (l + 16.0) / 116.0;
    let part = |f: f64| {
        if f > 6.0 / 29.0 {
            f * f * f
        } else {
            (f - 4.0 / 29.0) * 108.0 / 841.0
        }
    };
    [part(y + a / 500.0) * WHITE[0], part(y), part(y - b / 200.0) * WHITE[2]]
}

fn lab_from_xyz(xyz: [f64; 3]) -> [f64; 3] {
    let f = |part: f64| {
        if part > (6.0f64 / 29.0).powi(3) {
            part.cbrt()
        } else {
            part * 841.0 / 108.0 + 4.0 / 29.0
        }
    };
    let [x, y, z] = std::array::from_fn(|i| f(xyz[i] / WHITE[i]));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// sRGB's primaries adapted to D50 (IEC 61966-2-1 by Bradford), scaled so that white is `WHITE` exactly.
const SRGB: [[f64; 3]; 3] = [
    [0.436_029_9, 0.385_115_5, 0.143_054_6],
    [0.222_495_2, 0.716_895_1, 0.060_609_7],
    [0.013_912_8, 0.097_054_2, 0.713_933_0],
];

/// The inverse of `SRGB`.
const XYZ: [[f64; 3]; 3] = [
    [3.134_369_3, -1.617_342_9, -0.490_745_4],
    [-0.978_867_5, 1.916_221_0, 0.033_462_4],
    [0.071_989_0, -0.228_978_8, 1.405_706_2],
];

fn xyz_from_srgb(rgb: [f64; 3]) -> [f64; 3] {
    let linear = rgb.map(|part| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    SRGB.map(|row| row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])
}

fn srgb_from_xyz(xyz: [f64; 3]) -> [f64; 3] {
    XYZ.map(|row| {
        let linear = (row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]).clamp(0.0, 1.0);
        if linear <= 0.003_130_8 {
            linear * 12.92
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        }
    })
}
