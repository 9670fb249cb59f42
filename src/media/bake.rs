//! Tone and masks worked into a photo's pixels, once: screen, pictures and print show this very file. The same bytes on
//! every machine, so that it may be thrown away at any time.

use super::library::Pixels;
use super::tone::Grade;
use super::{decode, facts, mask, photo_colour};
use crate::base::{Digest, PhotoColour, PhotoFacts, PhotoState, Recipe, Tone};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// Grows whenever other bytes come out for the same recipe.
const VERSION: u32 = 1;

/// 4:4:4, so that red edges stay as sharp as grey ones.
const QUALITY: u8 = 95;

/// A photo's file as a recipe has made it, and its facts.
pub struct Baked {
    pub facts: PhotoFacts,
    pub bytes: Vec<u8>,
}

/// What the result is known by.
pub fn key(photo: Digest, recipe: &Recipe) -> Digest {
    let text = serde_json::to_vec(recipe).unwrap_or_default();
    let mut bytes = format!("baked {VERSION} {photo} ").into_bytes();
    bytes.extend(text);
    Digest::of(&bytes)
}

/// What an earlier run left behind, if it is whole.
pub fn known(photo: &PhotoFacts, recipe: &Recipe, bytes: Vec<u8>) -> Option<Baked> {
    let mut found = facts::inspect(key(photo.digest, recipe), &photo.name, &bytes);
    found.look = None;
    let is_whole = found.state == PhotoState::Good && found.stored_px == [recipe.part_px[2], recipe.part_px[3]];
    is_whole.then_some(Baked { facts: found, bytes })
}

/// A JPEG in the photo's own colours; a PNG where it is see-through. `None` where the photo shows nothing.
pub fn bake(photo: &PhotoFacts, bytes: &[u8], recipe: &Recipe) -> Option<Baked> {
    if !matches!(photo.state, PhotoState::Good | PhotoState::Truncated) {
        return None;
    }
    let _share = decode::take_share(decode::need(photo));
    let made = decode::guarded(|| {
        let stored = decode::stored_plainly(bytes, photo.state == PhotoState::Truncated)?;
        let own = Own::of(stored, bytes, photo, recipe);
        let upright = decode::turned(own.pixels, photo.turn);
        let is_whole = recipe.part_px == [0, 0, upright.width, upright.height];
        let mut part = if is_whole {
            upright
        } else {
            cut(&upright, recipe.part_px).ok_or("no such part")?
        };
        work_in(&mut part, recipe);
        encoded(&part, own.icc, own.is_grey).map_err(|error| error.to_string())
    });
    known(photo, recipe, made.ok()?)
}

/// The same for a smaller copy, to look at while a hand is on a slider.
pub fn on_mip(mip: &Pixels, recipe: &Recipe) -> Option<Pixels> {
    let [full_w, full_h] = recipe.full_px.map(f64::from);
    let (across, down) = (f64::from(mip.width) / full_w, f64::from(mip.height) / full_h);
    let [x, y, w, h] = recipe.part_px.map(f64::from);
    let whole = |value: f64| (value + 0.5) as u32;
    let [left, top] = [whole(x * across), whole(y * down)];
    let right = whole((x + w) * across).min(mip.width).max(left + 1);
    let bottom = whole((y + h) * down).min(mip.height).max(top + 1);
    let mut part = cut(mip, [left, top, right - left, bottom - top])?;
    work_in(&mut part, recipe);
    Some(part)
}

fn work_in(part: &mut Pixels, recipe: &Recipe) {
    mask::burn_all(part, recipe);
    if recipe.tone != Tone::default() {
        Grade::of(&recipe.tone).work_in(&mut part.rgba);
    }
}

/// Pixels in the colours of their file, or in sRGB where those cannot be kept.
struct Own {
    pixels: Pixels,
    icc: Option<Vec<u8>>,
    is_grey: bool,
}

impl Own {
    fn of(stored: decode::Stored, bytes: &[u8], photo: &PhotoFacts, recipe: &Recipe) -> Own {
        let icc = facts::icc_profile(bytes).filter(|_| photo.has_icc);
        let (width, height) = (stored.width, stored.height);
        // Warm grey is a colour.
        let stays_grey = photo.colour == PhotoColour::Grey && recipe.tone.warmth == 0;
        let (rgba, icc, is_grey) = match stored.kind {
            decode::Kind::Rgb => (photo_colour::with_alpha(&stored.data), icc, false),
            decode::Kind::Grey if stays_grey => {
                let rgba = stored.data.iter().flat_map(|grey| [*grey, *grey, *grey, 255]);
                (rgba.collect(), icc, true)
            }
            decode::Kind::Grey | decode::Kind::Rgba | decode::Kind::Ink => {
                (photo_colour::to_srgb(stored, icc.as_deref(), false), None, false)
            }
        };
        Own {
            pixels: Pixels { width, height, rgba },
            icc,
            is_grey,
        }
    }
}

fn cut(pixels: &Pixels, [x, y, w, h]: [u32; 4]) -> Option<Pixels> {
    if w == 0 || h == 0 || x.checked_add(w)? > pixels.width || y.checked_add(h)? > pixels.height {
        return None;
    }
    let row = pixels.width as usize * 4;
    let rows = pixels.rgba.chunks_exact(row).skip(y as usize).take(h as usize);
    let columns = x as usize * 4..(x + w) as usize * 4;
    let mut rgba = Vec::with_capacity(w as usize * h as usize * 4);
    rows.for_each(|row| rgba.extend_from_slice(&row[columns.clone()]));
    Some(Pixels {
        width: w,
        height: h,
        rgba,
    })
}

fn encoded(pixels: &Pixels, icc: Option<Vec<u8>>, is_grey: bool) -> image::ImageResult<Vec<u8>> {
    let points = pixels.rgba.as_chunks::<4>().0;
    let mut bytes = Vec::new();
    let (width, height) = (pixels.width, pixels.height);
    if points.iter().any(|point| point[3] != 255) {
        PngEncoder::new(&mut bytes).write_image(&pixels.rgba, width, height, ExtendedColorType::Rgba8)?;
        return Ok(bytes);
    }
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    if let Some(icc) = icc {
        // A profile too large for a JPEG is sRGB to everybody who reads it.
        let _ = encoder.set_icc_profile(icc);
    }
    if is_grey {
        let grey: Vec<u8> = points.iter().map(|point| point[0]).collect();
        encoder.write_image(&grey, width, height, ExtendedColorType::L8)?;
    } else {
        let rgb: Vec<u8> = points.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
        encoder.write_image(&rgb, width, height, ExtendedColorType::Rgb8)?;
    }
    Ok(bytes)
}
