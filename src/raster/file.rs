//! Pictures as PNG files, written row by row.

use super::Picture;
use ::png::{BitDepth, ColorType, Compression, Encoder, EncodingError, PixelDimensions, SrgbRenderingIntent, Unit};
use std::io::Write;

/// The picture as a PNG file with its dots an inch.
pub fn png(picture: &Picture, dpi: f64) -> Vec<u8> {
    // Memory takes every write, and a picture without pixels is the only one that PNG refuses.
    encoded(picture, dpi).unwrap_or_default()
}

fn encoded(picture: &Picture, dpi: f64) -> Result<Vec<u8>, EncodingError> {
    let pixels = picture.rgba.as_chunks::<4>().0;
    let is_opaque = pixels.iter().all(|px| px[3] == 255);
    let mut bytes = Vec::with_capacity(pixels.len() / 2);
    let mut encoder = Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if is_opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_compression(Compression::Fast);
    encoder.set_source_srgb(SrgbRenderingIntent::RelativeColorimetric);
    let per_metre = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer_with_size(1 << 16)?;
    let mut row = Vec::with_capacity(picture.width as usize * 4);
    for pixels in pixels.chunks(picture.width.max(1) as usize) {
        row.clear();
        for px in pixels {
            if is_opaque {
                row.extend_from_slice(&px[..3]);
            } else {
                row.extend_from_slice(&straight(*px));
            }
        }
        stream.write_all(&row)?;
    }
    stream.finish()?;
    writer.finish()?;
    Ok(bytes)
}

/// PNG keeps colours as they are below their transparency.
fn straight([r, g, b, alpha]: [u8; 4]) -> [u8; 4] {
    if alpha == 0 {
        return [0; 4];
    }
    let whole = u32::from(alpha);
    let part = |value: u8| ((u32::from(value) * 255 + whole / 2) / whole).min(255) as u8;
    [part(r), part(g), part(b), alpha]
}
