//! Stored pixels through their own profile into sRGB. A profile that cannot be used counts as sRGB.

use super::decode::{Kind, Stored};
use super::{Proof, grey};
use crate::base::PhotoColour;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

static DEFAULT_PROOF: OnceLock<Arc<Proof>> = OnceLock::new();

/// The profile of CMYK photos that have none. Set once at start; later calls change nothing, because pixels already
/// made would no longer fit.
pub fn set_default_proof(proof: &Arc<Proof>) {
    DEFAULT_PROOF.get_or_init(|| proof.clone());
}

/// How a shop's own profile prints, as its bytes lie in memory; without one, the usual profile. A damaged one counts as
/// none. `None` before the usual one is set.
pub fn proof_at_hand(own: Option<&Arc<[u8]>>) -> Option<Arc<Proof>> {
    own.and_then(proof_of).or_else(|| DEFAULT_PROOF.get().cloned())
}

/// `None` where it is no output profile of four inks.
pub fn proof_of(own: &Arc<[u8]>) -> Option<Arc<Proof>> {
    type Last = Option<(Arc<[u8]>, Option<Arc<Proof>>)>;
    static LAST: Mutex<Last> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if !last.as_ref().is_some_and(|(icc, _)| Arc::ptr_eq(icc, own)) {
        *last = Some((own.clone(), Proof::from_icc(own).ok().map(Arc::new)));
    }
    last.as_ref().and_then(|(_, proof)| proof.clone())
}

/// The profile can be read and speaks of this kind of colour.
pub fn fits(icc: &[u8], colour: PhotoColour) -> bool {
    let wanted = match colour {
        PhotoColour::Grey => DataColorSpace::Gray,
        PhotoColour::Rgb => DataColorSpace::Rgb,
        PhotoColour::Cmyk { .. } => DataColorSpace::Cmyk,
    };
    ColorProfile::new_from_slice(icc).is_ok_and(|profile| profile.color_space == wanted)
}

/// Straight RGBA in sRGB; as luminance where `grey`.
pub fn to_srgb(stored: Stored, icc: Option<&[u8]>, grey: bool) -> Vec<u8> {
    match stored.kind {
        Kind::Grey => from_grey(&stored.data, icc),
        Kind::Rgb => from_rgb(with_alpha(&stored.data), icc, grey),
        Kind::Rgba => from_rgb(stored.data, icc, grey),
        Kind::Ink => from_ink(&stored.data, icc, grey),
    }
}

pub fn with_alpha(rgb: &[u8]) -> Vec<u8> {
    let pixels = rgb.as_chunks::<3>().0;
    pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect()
}

fn from_grey(data: &[u8], icc: Option<&[u8]>) -> Vec<u8> {
    // 256 values: the profile is asked once for each.
    let mut table: Vec<u8> = (0..=255).collect();
    if let Some(profile) = icc.and_then(|icc| profile(icc, DataColorSpace::Gray)) {
        let values: Vec<u8> = (0..=255).collect();
        let mut rgb = vec![0; 256 * 3];
        let srgb = ColorProfile::new_srgb();
        let made = profile.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, TransformOptions::default());
        if made.is_ok_and(|transform| transform.transform(&values, &mut rgb).is_ok()) {
            table = rgb.as_chunks::<3>().0.iter().map(|pixel| pixel[1]).collect();
        }
    }
    let seen = data.iter().map(|value| table[usize::from(*value)]);
    seen.flat_map(|value| [value, value, value, 255]).collect()
}

fn from_rgb(rgba: Vec<u8>, icc: Option<&[u8]>, grey: bool) -> Vec<u8> {
    let profile = if grey {
        ColorProfile::new_from_slice(&grey::grey_profile(icc)).ok()
    } else {
        icc.and_then(|icc| profile(icc, DataColorSpace::Rgb))
    };
    let Some(profile) = profile else {
        return rgba;
    };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions {
        rendering_intent: moxcms::RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options) else {
        return rgba;
    };
    if !grey && is_near_identity(&*transform) {
        return rgba;
    }
    let mut seen = vec![0; rgba.len()];
    if transform.transform(&rgba, &mut seen).is_err() {
        return rgba;
    }
    if grey {
        // Rounding may leave the three a step apart.
        seen.as_chunks_mut::<4>()
            .0
            .iter_mut()
            .for_each(|pixel| (pixel[0], pixel[2]) = (pixel[1], pixel[1]));
    }
    seen
}

/// Most photos are tagged with some sRGB profile; they need no pass over all pixels.
fn is_near_identity(transform: &moxcms::Transform8BitExecutor) -> bool {
    let steps = [0, 37, 92, 146, 201, 255];
    let mut probe = Vec::new();
    for r in steps {
        for g in steps {
            probe.extend(steps.iter().flat_map(|b| [r, g, *b, 255]));
        }
    }
    let mut seen = vec![0; probe.len()];
    transform.transform(&probe, &mut seen).is_ok()
        && probe
            .iter()
            .zip(&seen)
            .all(|(before, after)| before.abs_diff(*after) <= 1)
}

fn from_ink(data: &[u8], icc: Option<&[u8]>, grey: bool) -> Vec<u8> {
    let own = icc.and_then(|icc| Proof::from_icc(icc).ok());
    let proof = own.as_ref().or_else(|| DEFAULT_PROOF.get().map(|proof| &**proof));
    let rgba = match proof {
        Some(proof) => proof.photo(data),
        None => data.as_chunks::<4>().0.iter().flat_map(|ink| naive(*ink)).collect(),
    };
    if grey { from_rgb(rgba, None, true) } else { rgba }
}

/// Where no profile is at hand at all.
fn naive([c, m, y, k]: [u8; 4]) -> [u8; 4] {
    let light = |ink: u8| (u32::from(255 - ink) * u32::from(255 - k) / 255) as u8;
    [light(c), light(m), light(y), 255]
}

fn profile(icc: &[u8], wanted: DataColorSpace) -> Option<ColorProfile> {
    ColorProfile::new_from_slice(icc)
        .ok()
        .filter(|profile| profile.color_space == wanted)
}
