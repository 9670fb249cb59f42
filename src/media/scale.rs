//! Smaller pictures from larger ones, before and after colour conversion.

use super::decode::{Kind, Stored};
use super::library::Pixels;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// Makes the longer side `longest_px`; what is smaller stays.
pub fn to_longest(stored: Stored, longest_px: u32) -> Result<Stored, String> {
    let Some([width, height]) = smaller([stored.width, stored.height], longest_px) else {
        return Ok(stored);
    };
    let pixel_type = match stored.kind {
        Kind::Grey => PixelType::U8,
        Kind::Rgb => PixelType::U8x3,
        Kind::Rgba | Kind::Ink => PixelType::U8x4,
    };
    let from = [stored.width, stored.height];
    let data = resized(
        &stored.data,
        from,
        [width, height],
        pixel_type,
        stored.kind == Kind::Rgba,
    )?;
    Ok(Stored {
        width,
        height,
        kind: stored.kind,
        data,
    })
}

/// A smaller copy of finished pixels; `None` where they are small enough already. Its sides come from those of the
/// whole photo, `full_px`: reckoned from one mip to the next they would drift from its proportions.
pub fn mip(pixels: &Pixels, full_px: [u32; 2], longest_px: u32) -> Option<Pixels> {
    if pixels.width.max(pixels.height) <= longest_px {
        return None;
    }
    let [width, height] = smaller(full_px, longest_px)?;
    let from = [pixels.width, pixels.height];
    let rgba = resized(&pixels.rgba, from, [width, height], PixelType::U8x4, true).ok()?;
    Some(Pixels { width, height, rgba })
}

fn smaller([width, height]: [u32; 2], longest_px: u32) -> Option<[u32; 2]> {
    let longest = width.max(height);
    if longest <= longest_px {
        return None;
    }
    let side = |px: u32| {
        ((u64::from(px) * u64::from(longest_px) * 2 + u64::from(longest)) / (2 * u64::from(longest))).max(1) as u32
    };
    Some([side(width), side(height)])
}

fn resized(
    data: &[u8],
    [from_w, from_h]: [u32; 2],
    [to_w, to_h]: [u32; 2],
    pixel_type: PixelType,
    has_alpha: bool,
) -> Result<Vec<u8>, String> {
    let from = ImageRef::new(from_w, from_h, data, pixel_type).map_err(|error| error.to_string())?;
    let mut to = Image::new(to_w, to_h, pixel_type);
    let filter = ResizeAlg::Convolution(FilterType::CatmullRom);
    let options = ResizeOptions::new().resize_alg(filter).use_alpha(has_alpha);
    Resizer::new()
        .resize(&from, &mut to, &options)
        .map_err(|error| error.to_string())?;
    Ok(to.into_vec())
}
