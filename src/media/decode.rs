//! From a file's bytes to upright sRGB pixels of a wanted size. Every decoder runs behind `catch_unwind` and within
//! one budget of bytes for all decoders at work.

use super::library::Pixels;
use super::{facts, jpeg, photo_colour, scale};
use crate::base::{PhotoFacts, PhotoFormat, PhotoState, Turn, reason};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, PoisonError};

/// What all decoders at work may hold together.
const BUDGET: u64 = 512 << 20;

/// The most a picture may take as it is stored: the largest area with four bytes a pixel.
pub const MAX_STORED: u64 = facts::MAX_PIXELS * 4;

/// Stored pixels before colour conversion and turn.
pub struct Stored {
    pub width: u32,
    pub height: u32,
    pub kind: Kind,
    pub data: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Grey,
    Rgb,
    Rgba,
    /// Amounts of cyan, magenta, yellow, black; 255 is full ink.
    Ink,
}

/// Turns a panic of somebody's decoder into a reason.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(reason::DECODER_FAILED.to_string()))
}

/// Upright sRGB pixels, the longer side `longest_px` or the full size where that is smaller; `None` where nothing
/// can be shown.
pub fn upright(facts: &PhotoFacts, bytes: &[u8], longest_px: u32, grey: bool) -> Option<Pixels> {
    if !matches!(facts.state, PhotoState::Good | PhotoState::Truncated) {
        return None;
    }
    let _share = take_share(need(facts));
    let made = guarded(|| {
        let stored = stored(bytes, facts.state == PhotoState::Truncated)?;
        let stored = scale::to_longest(stored, longest_px)?;
        let icc = facts::icc_profile(bytes);
        let (width, height) = (stored.width, stored.height);
        let rgba = photo_colour::to_srgb(stored, icc.as_deref(), grey);
        Ok(turned(Pixels { width, height, rgba }, facts.turn))
    });
    made.ok()
}

/// Decodes a file that was found within limits. A cut file gives what decodes over mid grey.
pub fn stored(bytes: &[u8], is_cut: bool) -> Result<Stored, String> {
    stored_by(bytes, is_cut, jpeg::Way::Fast)
}

/// The same without the instructions that only some processors have: their last bits may differ.
pub fn stored_plainly(bytes: &[u8], is_cut: bool) -> Result<Stored, String> {
    stored_by(bytes, is_cut, jpeg::Way::Plain)
}

fn stored_by(bytes: &[u8], is_cut: bool, way: jpeg::Way) -> Result<Stored, String> {
    if facts::sniff(bytes) == PhotoFormat::Jpeg {
        let header = jpeg::header(bytes).ok_or(reason::NO_HEADER)?;
        let samples = jpeg::decode(bytes, &header, way)?;
        let kind = match samples.channels {
            1 => Kind::Grey,
            3 => Kind::Rgb,
            _ => Kind::Ink,
        };
        return Ok(Stored {
            width: samples.width,
            height: samples.height,
            kind,
            data: samples.data,
        });
    }
    let decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    if facts::is_too_large([width, height]) {
        return Err(reason::NO_HEADER.to_string());
    }
    let colour = decoder.color_type();
    if decoder.total_bytes() > MAX_STORED {
        return Err(reason::NO_HEADER.to_string());
    }
    let length = usize::try_from(decoder.total_bytes()).map_err(|error| error.to_string())?;
    let mut buffer = vec![128; length];
    match decoder.read_image(&mut buffer) {
        Ok(()) => {}
        Err(_) if is_cut => {}
        Err(error) => return Err(error.to_string()),
    }
    let has_alpha = colour.has_alpha();
    let image = typed(width, height, colour, buffer).ok_or(reason::DECODER_FAILED)?;
    let (kind, data) = match (colour.has_color(), has_alpha) {
        (false, false) => (Kind::Grey, image.into_luma8().into_raw()),
        (true, false) => (Kind::Rgb, image.into_rgb8().into_raw()),
        (_, true) => (Kind::Rgba, image.into_rgba8().into_raw()),
    };
    Ok(Stored {
        width,
        height,
        kind,
        data,
    })
}

/// A reader of everything but JPEG, at its first picture.
pub fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, String> {
    let reader = ImageReader::new(Cursor::new(bytes));
    let mut reader = reader.with_guessed_format().map_err(|error| error.to_string())?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_STORED);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| error.to_string())
}

/// The decoder's bytes as the picture they are; 16 bits and floats come in this machine's byte order.
fn typed(width: u32, height: u32, colour: image::ColorType, bytes: Vec<u8>) -> Option<DynamicImage> {
    use image::{ColorType, ImageBuffer};
    let shorts = |bytes: &[u8]| -> Vec<u16> {
        let pairs = bytes.as_chunks::<2>().0;
        pairs.iter().map(|pair| u16::from_ne_bytes(*pair)).collect()
    };
    let floats = |bytes: &[u8]| -> Vec<f32> {
        let fours = bytes.as_chunks::<4>().0;
        fours.iter().map(|four| f32::from_ne_bytes(*four)).collect()
    };
    Some(match colour {
        ColorType::L8 => DynamicImage::ImageLuma8(ImageBuffer::from_raw(width, height, bytes)?),
        ColorType::La8 => DynamicImage::ImageLumaA8(ImageBuffer::from_raw(width, height, bytes)?),
        ColorType::Rgb8 => DynamicImage::ImageRgb8(ImageBuffer::from_raw(width, height, bytes)?),
        ColorType::Rgba8 => DynamicImage::ImageRgba8(ImageBuffer::from_raw(width, height, bytes)?),
        ColorType::L16 => DynamicImage::ImageLuma16(ImageBuffer::from_raw(width, height, shorts(&bytes))?),
        ColorType::La16 => DynamicImage::ImageLumaA16(ImageBuffer::from_raw(width, height, shorts(&bytes))?),
        ColorType::Rgb16 => DynamicImage::ImageRgb16(ImageBuffer::from_raw(width, height, shorts(&bytes))?),
        ColorType::Rgba16 => DynamicImage::ImageRgba16(ImageBuffer::from_raw(width, height, shorts(&bytes))?),
        ColorType::Rgb32F => DynamicImage::ImageRgb32F(ImageBuffer::from_raw(width, height, floats(&bytes))?),
        ColorType::Rgba32F => DynamicImage::ImageRgba32F(ImageBuffer::from_raw(width, height, floats(&bytes))?),
        _ => return None,
    })
}

/// Lays stored pixels out as a person sees them.
pub fn turned(pixels: Pixels, turn: Turn) -> Pixels {
    if turn == Turn::default() {
        return pixels;
    }
    let (from_w, from_h) = (pixels.width as usize, pixels.height as usize);
    let (to_w, to_h) = if turn.swaps_sides() {
        (from_h, from_w)
    } else {
        (from_w, from_h)
    };
    let source = pixels.rgba.as_chunks::<4>().0;
    let mut rgba = Vec::with_capacity(pixels.rgba.len());
    for y in 0..to_h {
        for x in 0..to_w {
            let (from_x, from_y) = match turn.exif() {
                2 => (from_w - 1 - x, y),
                3 => (from_w - 1 - x, from_h - 1 - y),
                4 => (x, from_h - 1 - y),
                5 => (y, x),
                6 => (y, from_h - 1 - x),
                7 => (from_w - 1 - y, from_h - 1 - x),
                8 => (from_w - 1 - y, x),
                _ => (x, y),
            };
            rgba.extend(source[from_y * from_w + from_x]);
        }
    }
    Pixels {
        width: to_w as u32,
        height: to_h as u32,
        rgba,
    }
}

/// About what decoding takes at its worst moment.
pub fn need(facts: &PhotoFacts) -> u64 {
    let pixels = u64::from(facts.stored_px[0]) * u64::from(facts.stored_px[1]);
    facts.bytes + pixels * if facts.format == PhotoFormat::Jpeg { 6 } else { 8 }
}

static IN_USE: Mutex<u64> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

pub struct Share(u64);

/// Waits until the budget has room. What needs more than the whole budget runs alone.
pub fn take_share(bytes: u64) -> Share {
    let bytes = bytes.min(BUDGET);
    let mut used = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
    while *used + bytes > BUDGET {
        used = GIVEN_BACK.wait(used).unwrap_or_else(PoisonError::into_inner);
    }
    *used += bytes;
    Share(bytes)
}

impl Drop for Share {
    fn drop(&mut self) {
        *IN_USE.lock().unwrap_or_else(PoisonError::into_inner) -= self.0;
        GIVEN_BACK.notify_all();
    }
}
