//! What a photo file is, found out from its content and header: format, size, turn, colour, profile, and whether it
//! is whole. Never goes by the file's name, never decodes the whole of a JPEG file, never panics.

use super::{art, decode, exif, jpeg};
use crate::base::{Digest, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Turn, reason};
use image::{ExtendedColorType, ImageDecoder};

/// The longest side that is taken, in pixels.
pub const MAX_SIDE: u32 = 30_000;
/// The largest area that is taken, in pixels.
pub const MAX_PIXELS: u64 = 200_000_000;

/// The facts of a file's bytes.
pub fn inspect(digest: Digest, name: &str, bytes: &[u8]) -> PhotoFacts {
    let format = sniff(bytes);
    let mut facts = PhotoFacts {
        digest,
        name: name.to_string(),
        format,
        stored_px: [0, 0],
        turn: Turn::default(),
        colour: PhotoColour::Rgb,
        has_icc: false,
        bytes: bytes.len() as u64,
        state: PhotoState::Good,
        look: None,
        credit: Default::default(),
    };
    let seen = decode::guarded(|| match format {
        PhotoFormat::Unknown => Err(reason_of_unknown(bytes)),
        PhotoFormat::Svg => of_drawing(&mut facts, bytes),
        PhotoFormat::Jpeg => of_jpeg(&mut facts, bytes),
        PhotoFormat::Png | PhotoFormat::WebP | PhotoFormat::Tiff | PhotoFormat::Bmp | PhotoFormat::Gif => {
            of_other(&mut facts, bytes)
        }
    });
    if let Err(reason) = seen {
        facts.state = PhotoState::Broken { reason };
    }
    facts
}

/// By the first bytes.
pub fn sniff(bytes: &[u8]) -> PhotoFormat {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"\xFF\xD8\xFF") {
        PhotoFormat::Jpeg
    } else if starts(b"\x89PNG\r\n\x1A\n") {
        PhotoFormat::Png
    } else if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        PhotoFormat::WebP
    } else if starts(b"II*\0") || starts(b"MM\0*") || starts(b"II+\0") || starts(b"MM\0+") {
        PhotoFormat::Tiff
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        PhotoFormat::Gif
    } else if starts(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        PhotoFormat::Bmp
    } else if is_svg(bytes) {
        PhotoFormat::Svg
    } else {
        PhotoFormat::Unknown
    }
}

/// Text whose first element is a drawing. Declarations, comments and entities of drawing programs go before it.
fn is_svg(bytes: &[u8]) -> bool {
    const HEAD: usize = 16 << 10;
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]);
    let head = head.trim_start();
    let is_text = head.starts_with('<') && !head.contains('\0');
    let is_page = || {
        let head = head.to_ascii_lowercase();
        head.starts_with("<!doctype html") || head.starts_with("<html")
    };
    is_text && (head.contains("<svg") || head.contains(":svg")) && !is_page()
}

/// The drawing itself is known from here on (`art_at_hand`).
fn of_drawing(facts: &mut PhotoFacts, bytes: &[u8]) -> Result<(), String> {
    let art = art::take_in(facts.digest, bytes)?;
    // Only the proportions count; this many steps of the longer side tell them well enough.
    let share = |side: f64| ((side / art.size.w.max(art.size.h) * 10_000.0).round() as u32).max(1);
    facts.stored_px = [share(art.size.w), share(art.size.h)];
    Ok(())
}

/// The embedded profile, whatever it is worth; `None` where there is none or its parts are missing.
pub fn icc_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    decode::guarded(|| match sniff(bytes) {
        PhotoFormat::Unknown | PhotoFormat::Svg => Ok(None),
        PhotoFormat::Jpeg => Ok(jpeg::header(bytes).and_then(|header| header.icc())),
        PhotoFormat::Png | PhotoFormat::WebP | PhotoFormat::Tiff | PhotoFormat::Bmp | PhotoFormat::Gif => {
            Ok(decode::decoder(bytes)?.icc_profile().ok().flatten())
        }
    })
    .ok()
    .flatten()
}

/// The EXIF block of anything but a JPEG, from its byte order mark on.
pub fn exif_block(bytes: &[u8]) -> Option<Vec<u8>> {
    let read = || {
        let block = decode::decoder(bytes)?.exif_metadata().ok().flatten();
        let is_tiff = sniff(bytes) == PhotoFormat::Tiff;
        Ok(block.or_else(|| is_tiff.then(|| bytes.to_vec())))
    };
    let block = decode::guarded(read).ok().flatten()?;
    Some(block.strip_prefix(b"Exif\0\0").map(<[u8]>::to_vec).unwrap_or(block))
}

pub fn is_too_large([width, height]: [u32; 2]) -> bool {
    width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS
}

fn of_jpeg(facts: &mut PhotoFacts, bytes: &[u8]) -> Result<(), String> {
    let header = jpeg::header(bytes).ok_or(reason::NO_HEADER)?;
    facts.stored_px = [header.width, header.height];
    facts.turn = header.exif.as_deref().map(exif::turn).unwrap_or_default();
    facts.colour = match header.components {
        1 => PhotoColour::Grey,
        4 => PhotoColour::Cmyk {
            inverted: header.adobe.is_some(),
        },
        _ => PhotoColour::Rgb,
    };
    facts.has_icc = header
        .icc()
        .is_some_and(|icc| super::photo_colour::fits(&icc, facts.colour));
    if header.process > 2 || header.bits != 8 || ![1, 3, 4].contains(&header.components) {
        return Err(format!(
            "{} (SOF{}, {} bits, {} components)",
            reason::RARE_JPEG,
            header.process,
            header.bits,
            header.components
        ));
    }
    if header.width == 0 || header.height == 0 {
        return Err(reason::NO_HEADER.to_string());
    }
    facts.state = if is_too_large(facts.stored_px) {
        PhotoState::TooLarge
    } else if header.is_ended_before_scan() {
        return Err(reason::NO_PIXELS.to_string());
    } else if let Err(error) = jpeg::check_head(bytes, &header) {
        return Err(error);
    } else if header.has_end {
        PhotoState::Good
    } else {
        PhotoState::Truncated
    };
    Ok(())
}

fn of_other(facts: &mut PhotoFacts, bytes: &[u8]) -> Result<(), String> {
    if let Some(size) = size_of_bomb(facts.format, bytes) {
        facts.stored_px = size;
        facts.state = PhotoState::TooLarge;
        return Ok(());
    }
    let is_cut = is_cut(facts.format, bytes);
    let mut decoder = decode::decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    facts.stored_px = [width, height];
    facts.colour = match decoder.original_color_type() {
        ExtendedColorType::A8
        | ExtendedColorType::L1
        | ExtendedColorType::L2
        | ExtendedColorType::L4
        | ExtendedColorType::L8
        | ExtendedColorType::L16
        | ExtendedColorType::La1
        | ExtendedColorType::La2
        | ExtendedColorType::La4
        | ExtendedColorType::La8
        | ExtendedColorType::La16 => PhotoColour::Grey,
        ExtendedColorType::Cmyk8 | ExtendedColorType::Cmyk16 => PhotoColour::Cmyk { inverted: false },
        _ => PhotoColour::Rgb,
    };
    facts.turn = match decoder.exif_metadata() {
        Ok(Some(block)) => exif::turn(block.strip_prefix(b"Exif\0\0").unwrap_or(&block)),
        _ if facts.format == PhotoFormat::Tiff => exif::turn(bytes),
        _ => Turn::default(),
    };
    let icc = decoder.icc_profile().ok().flatten();
    facts.has_icc = icc.is_some_and(|icc| super::photo_colour::fits(&icc, facts.colour));
    if width == 0 || height == 0 {
        return Err(reason::NO_HEADER.to_string());
    }
    if is_too_large(facts.stored_px) || decoder.total_bytes() > decode::MAX_STORED {
        facts.state = PhotoState::TooLarge;
    } else if is_cut {
        facts.state = PhotoState::Truncated;
    } else {
        drop(decoder);
        // These formats are rare as photos, and their headers say little about the rest: one real decoding tells.
        decode::stored(bytes, false)?;
    }
    Ok(())
}

/// The size where a PNG header already says that it is too large: some decoders set memory aside at once.
fn size_of_bomb(format: PhotoFormat, bytes: &[u8]) -> Option<[u32; 2]> {
    if format != PhotoFormat::Png {
        return None;
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let size = [side(16)?, side(20)?];
    is_too_large(size).then_some(size)
}

/// The file ends before its own structure does.
fn is_cut(format: PhotoFormat, bytes: &[u8]) -> bool {
    match format {
        PhotoFormat::Png => !png_has_end(bytes),
        PhotoFormat::WebP => {
            let declared = bytes.get(4..8).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
            declared.is_none_or(|length| (bytes.len() as u64) < u64::from(length) + 8)
        }
        PhotoFormat::Gif => !bytes.iter().rev().take(16).any(|byte| *byte == 0x3B),
        PhotoFormat::Bmp => {
            let declared = bytes.get(2..6).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
            declared.is_none_or(|length| (bytes.len() as u64) < u64::from(length))
        }
        PhotoFormat::Jpeg | PhotoFormat::Tiff | PhotoFormat::Svg | PhotoFormat::Unknown => false,
    }
}

fn png_has_end(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        if &head[4..] == b"IEND" {
            return true;
        }
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        at = at.saturating_add(length).saturating_add(12);
    }
    false
}

/// What the file is instead, as far as its first bytes tell.
fn reason_of_unknown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_lowercase();
    let text = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let brand = (bytes.get(4..8) == Some(b"ftyp")).then(|| bytes.get(8..12)).flatten();
    let reason = match brand {
        _ if bytes.is_empty() => reason::EMPTY,
        Some(b"avif" | b"avis") => reason::AVIF,
        Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => reason::HEIC,
        Some(_) => reason::VIDEO,
        None if text.starts_with("<!doctype") || text.starts_with("<html") => reason::WEB_PAGE,
        None if bytes.starts_with(b"%PDF") => reason::PDF,
        None if bytes.starts_with(b"\x1F\x8B") => reason::SVGZ,
        None if is_wechat_cipher(bytes) => reason::WECHAT,
        None => reason::NO_PICTURE,
    };
    reason.to_string()
}

/// WeChat's cache files are pictures with one byte XORed over all of them.
fn is_wechat_cipher(bytes: &[u8]) -> bool {
    let [first, second, third, ..] = bytes else {
        return false;
    };
    let key = first ^ 0xFF;
    key != 0 && second ^ key == 0xD8 && third ^ key == 0xFF
}
