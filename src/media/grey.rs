//! A profile that makes an RGB photo print as grey while its bytes stay untouched: the three primaries are shades
//! of the one neutral, each as bright as the photo's own.

use moxcms::{ColorProfile, ParametricCurve, ToneReprCurve};

/// D50 as the header of every profile has it, in 1/65536.
const WHITE: [u32; 3] = [0xF6D6, 0x1_0000, 0xD32D];

/// An RGB profile whose three primaries all lie on the neutral axis: pixels tagged with it print as grey while the
/// photo's bytes stay untouched. Weights and tone curve follow `of` (the photo's own profile; sRGB if `None` or odd).
pub fn grey_profile(of: Option<&[u8]>) -> Vec<u8> {
    let own = of.and_then(|icc| ColorProfile::new_from_slice(icc).ok());
    let own = own.filter(|profile| profile.is_matrix_shaper() && !has_tables(profile));
    let profile = own.unwrap_or_else(ColorProfile::new_srgb);
    let colorants = primaries([
        profile.red_colorant.y,
        profile.green_colorant.y,
        profile.blue_colorant.y,
    ]);
    let curves = [&profile.red_trc, &profile.green_trc, &profile.blue_trc].map(|curve| {
        let curve = curve.as_ref();
        curve.map_or_else(|| curve_tag(&[]), written)
    });
    let white = xyz_tag(WHITE);
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", description("Luminance of the photo")),
        (*b"cprt", text("No copyright, use freely")),
        (*b"wtpt", white),
    ];
    for (name, colorant) in [*b"rXYZ", *b"gXYZ", *b"bXYZ"].into_iter().zip(colorants) {
        tags.push((name, xyz_tag(colorant)));
    }
    for (name, curve) in [*b"rTRC", *b"gTRC", *b"bTRC"].into_iter().zip(curves) {
        tags.push((name, curve));
    }
    assembled(&tags)
}

fn has_tables(profile: &ColorProfile) -> bool {
    profile.lut_a_to_b_perceptual.is_some() || profile.lut_a_to_b_colorimetric.is_some()
}

/// Shades of white in the given proportions; their sum is white to the last digit.
fn primaries(luminances: [f64; 3]) -> [[u32; 3]; 3] {
    let parts = luminances.map(|y| if y.is_finite() { y.max(0.0) } else { 0.0 });
    let sum: f64 = parts.iter().sum();
    let parts = if sum > 0.0 {
        parts.map(|y| y / sum)
    } else {
        [0.2225, 0.7169, 0.0606]
    };
    let shade = |part: f64| WHITE.map(|white| (f64::from(white) * part).round() as u32);
    let (red, blue) = (shade(parts[0]), shade(parts[2]));
    let green = std::array::from_fn(|i| WHITE[i].saturating_sub(red[i]).saturating_sub(blue[i]));
    [red, green, blue]
}

/// A tone curve as version 2 profiles may have it: parametric ones are sampled.
fn written(curve: &ToneReprCurve) -> Vec<u8> {
    match curve {
        ToneReprCurve::Lut(values) => curve_tag(values),
        ToneReprCurve::Parametric(values) => {
            let Some(curve) = (!values.is_empty()).then(|| ParametricCurve::new(values)).flatten() else {
                return curve_tag(&[]);
            };
            let at = |index: u16| curve.eval(f32::from(index) / 1023.0).clamp(0.0, 1.0);
            let samples: Vec<u16> = (0..1024).map(|index| (at(index) * 65535.0).round() as u16).collect();
            curve_tag(&samples)
        }
    }
}

fn curve_tag(values: &[u16]) -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend((values.len() as u32).to_be_bytes());
    tag.extend(values.iter().flat_map(|value| value.to_be_bytes()));
    tag
}

fn xyz_tag(xyz: [u32; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(xyz.iter().flat_map(|value| value.to_be_bytes()));
    tag
}

fn text(text: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(text.as_bytes());
    tag.push(0);
    tag
}

fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend((text.len() as u32 + 1).to_be_bytes());
    tag.extend(text.as_bytes());
    tag.push(0);
    // No Unicode and no Macintosh version: their codes, counts and the fixed 67 bytes.
    tag.resize(tag.len() + 4 + 4 + 2 + 1 + 67, 0);
    tag
}

/// Header, table and tags; equal tags are stored once.
fn assembled(tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let start = 128 + 4 + 12 * tags.len();
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let mut placed: Vec<(&[u8], usize)> = Vec::new();
    for (name, tag) in tags {
        let known = placed
            .iter()
            .find(|(other, _)| *other == tag.as_slice())
            .map(|(_, at)| *at);
        let at = known.unwrap_or(start + data.len());
        if known.is_none() {
            placed.push((tag, at));
            data.extend(tag);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        table.extend(name);
        table.extend((at as u32).to_be_bytes());
        table.extend((tag.len() as u32).to_be_bytes());
    }
    let mut profile = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| profile[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &((start + data.len()) as u32).to_be_bytes());
    put(8, &[2, 0x10, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // A fixed date: the same photo gives the same profile.
    for (index, part) in [2026u16, 1, 1, 0, 0, 0].iter().enumerate() {
        put(24 + 2 * index, &part.to_be_bytes());
    }
    put(36, b"acsp");
    put(64, &1u32.to_be_bytes());
    for (index, part) in WHITE.iter().enumerate() {
        put(68 + 4 * index, &part.to_be_bytes());
    }
    profile.extend(table);
    profile.extend(data);
    profile
}
