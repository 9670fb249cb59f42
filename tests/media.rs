//! Tests of media through its public face. Every odd file is made here.

mod hostile;
mod look;
mod recipes;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use zhanban::base::say::MediaSay;
use zhanban::base::{Colour, Lang, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Say, reason};
use zhanban::media::{Library, Proof, grey_profile, set_default_proof};

fn library() -> (tempfile::TempDir, Library) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("media"));
    (folder, library)
}

fn proof() -> Arc<Proof> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let proof = Arc::new(Proof::from_icc(&std::fs::read(file).unwrap()).unwrap());
    set_default_proof(&proof);
    proof
}

/// 48 × 32: red, green, blue, white in the four quarters.
fn quarters() -> RgbImage {
    RgbImage::from_fn(48, 32, |x, y| match (x < 24, y < 16) {
        (true, true) => Rgb([220, 30, 30]),
        (false, true) => Rgb([30, 200, 30]),
        (true, false) => Rgb([30, 30, 220]),
        (false, false) => Rgb([250, 250, 250]),
    })
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 95)
        .encode_image(image)
        .unwrap();
    bytes
}

fn in_format(image: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn with_icc(image: &RgbImage, icc: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_icc_profile(icc.to_vec()).unwrap();
    encoder.encode_image(image).unwrap();
    bytes
}

/// Puts a segment behind the start marker.
fn with_segment(jpeg: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, marker]);
    bytes.extend((data.len() as u16 + 2).to_be_bytes());
    bytes.extend(data);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn exif(turn: u16) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend(turn.to_be_bytes());
    block.extend([0; 6]);
    block
}

/// A flat baseline JPEG of four components, 16 × 16: each block is its mean and nothing else.
fn four_inks(samples: [u8; 4], adobe: Option<u8>) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, data: &[u8]| {
        bytes.extend([0xFF, marker]);
        bytes.extend((data.len() as u16 + 2).to_be_bytes());
        bytes.extend(data);
    };
    if let Some(transform) = adobe {
        let mut data = b"Adobe\0\x64\0\0\0\0".to_vec();
        data.push(transform);
        segment(0xEE, &data);
    }
    segment(0xDB, &[&[0u8][..], &[1; 64]].concat());
    let frame = [8, 0, 16, 0, 16, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0];
    segment(0xC0, &frame);
    // DC: twelve codes of four bits each, by category; AC: one code, the end of the block.
    let dc: Vec<u8> = [&[0u8, 0, 0, 0, 12][..], &[0; 12], &(0..12).collect::<Vec<u8>>()].concat();
    segment(0xC4, &dc);
    segment(0xC4, &[&[0x10u8, 1][..], &[0; 15], &[0]].concat());
    segment(0xDA, &[4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);
    let mut bits = String::new();
    let mut before = [0i32; 4];
    for _block in 0..4 {
        for (sample, before) in samples.iter().zip(&mut before) {
            let value = (i32::from(*sample) - 128) * 8;
            let difference = value - *before;
            *before = value;
            let category = 32 - difference.unsigned_abs().leading_zeros();
            bits += &format!("{category:04b}");
            if category > 0 {
                let low = if difference < 0 {
                    difference + (1 << category) - 1
                } else {
                    difference
                };
                bits += &format!("{low:0width$b}", width = category as usize);
            }
            bits.push('0');
        }
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for byte in bits.as_bytes().chunks(8) {
        let byte = u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap();
        bytes.push(byte);
        if byte == 0xFF {
            bytes.push(0);
        }
    }
    bytes.extend([0xFF, 0xD9]);
    bytes
}

fn colour_at(library: &Library, facts: &PhotoFacts, x: f64, y: f64) -> [u8; 4] {
    let pixels = library
        .pixels(facts, 64, false)
        .unwrap_or_else(|| panic!("no pixels: {facts:?}"));
    let at = |part: f64, side: u32| (part * f64::from(side)) as usize;
    let index = (at(y, pixels.height) * pixels.width as usize + at(x, pixels.width)) * 4;
    pixels.rgba[index..index + 4].try_into().unwrap()
}

#[track_caller]
fn assert_near(seen: &[u8], wanted: &[u8], tolerance: u8) {
    let is_near = seen
        .iter()
        .zip(wanted)
        .all(|(seen, wanted)| seen.abs_diff(*wanted) <= tolerance);
    assert!(is_near, "{seen:?} instead of {wanted:?}");
}

#[test]
fn a_photo_is_kept_once_under_its_hash_and_its_bytes_come_back() {
    let (folder, library) = library();
    let bytes = jpeg(&quarters());
    let file = folder.path().join("照片 1.JPG");
    std::fs::write(&file, &bytes).unwrap();
    let facts = library.add_file(&file).unwrap();
    assert_eq!(
        (facts.name.as_str(), facts.format, facts.stored_px),
        ("照片 1.JPG", PhotoFormat::Jpeg, [48, 32])
    );
    assert_eq!((facts.bytes, &facts.state), (bytes.len() as u64, &PhotoState::Good));
    let hex = facts.digest.hex();
    assert!(library.path(&facts).ends_with(format!("{}/{hex}.jpg", &hex[..2])));
    assert_eq!(library.bytes(&facts).unwrap(), bytes);
    let again = library.add_bytes("another name.png", &bytes).unwrap();
    assert_eq!(again.digest, facts.digest);
    let waiting = std::fs::read_dir(library.folder().join(".tmp")).unwrap().count();
    assert_eq!(waiting, 0);
    assert!(library.has(&facts));
}

#[test]
fn a_file_cut_by_a_full_disk_is_mended_when_the_photo_comes_again() {
    let (_folder, library) = library();
    let bytes = jpeg(&quarters());
    let facts = library.add_bytes("a.jpg", &bytes).unwrap();
    std::fs::write(library.path(&facts), &bytes[..100]).unwrap();
    assert!(!library.has(&facts));
    library.add_bytes("a.jpg", &bytes).unwrap();
    assert_eq!(library.bytes(&facts).unwrap(), bytes);
}

#[test]
fn a_photo_that_is_not_there_is_told() {
    let (folder, library) = library();
    assert!(library.add_file(&folder.path().join("none.jpg")).is_err());
}

#[test]
fn the_format_is_found_by_content_whatever_the_name_says() {
    let (_folder, library) = library();
    let formats = [
        (ImageFormat::Jpeg, PhotoFormat::Jpeg),
        (ImageFormat::Png, PhotoFormat::Png),
        (ImageFormat::WebP, PhotoFormat::WebP),
        (ImageFormat::Tiff, PhotoFormat::Tiff),
        (ImageFormat::Bmp, PhotoFormat::Bmp),
        (ImageFormat::Gif, PhotoFormat::Gif),
    ];
    for (format, wanted) in formats {
        let facts = library.add_bytes("photo.doc", &in_format(&quarters(), format)).unwrap();
        assert_eq!((facts.format, facts.stored_px), (wanted, [48, 32]));
        assert_eq!(facts.state, PhotoState::Good, "{format:?}");
        assert_near(&colour_at(&library, &facts, 0.2, 0.2), &[220, 30, 30, 255], 24);
        assert_near(&colour_at(&library, &facts, 0.8, 0.2), &[30, 200, 30, 255], 24);
    }
}

#[test]
fn what_is_no_picture_says_why() {
    let (_folder, library) = library();
    let cipher: Vec<u8> = jpeg(&quarters()).iter().map(|byte| byte ^ 0x5A).collect();
    let cases: [(&[u8], &str); 9] = [
        (b"", reason::EMPTY),
        (b"<!DOCTYPE html><title>404</title>", reason::WEB_PAGE),
        (b"\xEF\xBB\xBF\n<html>", reason::WEB_PAGE),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", reason::HEIC),
        (b"\0\0\0\x18ftypavif", reason::AVIF),
        (b"\0\0\0\x18ftypmp42", reason::VIDEO),
        (b"%PDF-1.7", reason::PDF),
        (&cipher, reason::WECHAT),
        (b"PK\x03\x04", reason::NO_PICTURE),
    ];
    for (bytes, wanted) in cases {
        let facts = library.add_bytes("photo.jpg", bytes).unwrap();
        let reason = wanted.to_string();
        assert_eq!(facts.state, PhotoState::Broken { reason });
        assert!(library.pixels(&facts, 64, false).is_none());
        assert_eq!(library.bytes(&facts).unwrap(), bytes);
        let say = Say::Media(MediaSay::of(&facts).unwrap());
        assert!(say.text(Lang::Hans).contains("photo.jpg"));
    }
}

#[test]
fn a_cut_photo_is_told_and_shows_what_there_is() {
    let (_folder, library) = library();
    let noisy = RgbImage::from_fn(400, 300, |x, y| Rgb([(x * 7 + y * 13) as u8, (x * y) as u8, 200]));
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let whole = in_format(&noisy, format);
        for share in [0.3, 0.6, 0.98] {
            let cut = &whole[..(whole.len() as f64 * share) as usize];
            let facts = library.add_bytes("cut", cut).unwrap();
            assert_eq!(facts.state, PhotoState::Truncated, "{format:?} {share}");
            let pixels = library.pixels(&facts, 1000, false).unwrap();
            assert_eq!((pixels.width, pixels.height), (400, 300));
            let last = &pixels.rgba[(400 * 299 + 200) * 4..][..3];
            assert_near(last, &[128, 128, 128], 2);
            let first = &pixels.rgba[..3];
            assert_near(first, &[0, 0, 200], 30);
        }
    }
}

#[test]
fn what_a_cut_jpeg_lacks_is_grey_and_never_guessed() {
    let (_folder, library) = library();
    let noisy = RgbImage::from_fn(400, 300, |x, y| Rgb([(x * 7 + y * 13) as u8, (x * y) as u8, 200]));
    let whole = jpeg(&noisy);
    let pixels_of = |bytes: &[u8]| {
        let facts = library.add_bytes("photo", bytes).unwrap();
        library.pixels(&facts, 1000, false).unwrap()
    };
    let good = pixels_of(&whole);
    // Only the end marker is missing: nothing of the picture is.
    assert_eq!(pixels_of(&whole[..whole.len() - 2]).rgba, good.rgba);
    for cut in [whole.len() / 3, whole.len() / 2, whole.len() * 49 / 50] {
        let seen = pixels_of(&whole[..cut]);
        let pairs = seen.rgba.as_chunks::<4>().0.iter().zip(good.rgba.as_chunks::<4>().0);
        let guessed = pairs
            .filter(|(seen, good)| seen != good && seen[..3] != [128; 3])
            .count();
        assert_eq!(guessed, 0, "cut at {cut}");
        let shown = seen
            .rgba
            .as_chunks::<4>()
            .0
            .iter()
            .filter(|pixel| pixel[..3] != [128; 3]);
        assert!(shown.count() * whole.len() > 400 * 300 * (cut - 2000), "cut at {cut}");
    }
}

#[test]
fn a_phone_trailer_or_thumbnail_does_not_look_like_a_cut() {
    let (_folder, library) = library();
    let thumbnail = jpeg(&RgbImage::new(8, 8));
    let mut block = exif(1);
    block.extend(&thumbnail);
    let mut bytes = with_segment(&jpeg(&quarters()), 0xE1, &block);
    let facts = library.add_bytes("a", &bytes).unwrap();
    assert_eq!((&facts.state, facts.stored_px), (&PhotoState::Good, [48, 32]));
    // The end of the thumbnail inside is no end of the photo.
    let cut = &bytes[..bytes.len() - 40];
    assert_eq!(library.add_bytes("b", cut).unwrap().state, PhotoState::Truncated);
    bytes.extend(b"camera data \xFF\xD8 behind the end");
    assert_eq!(library.add_bytes("c", &bytes).unwrap().state, PhotoState::Good);
}

#[test]
fn bombs_are_refused_from_the_header() {
    let (_folder, library) = library();
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&[0; 3], 1, 1, ExtendedColorType::Rgb8)
        .unwrap();
    png[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20]);
    let mut jpg = jpeg(&quarters());
    let frame = jpg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpg[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xDC, 0xFF, 0xDC]);
    let mut gif = in_format(&quarters(), ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
    let mut bmp = in_format(&quarters(), ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(&[0x40, 0x9C, 0, 0, 0x40, 0x9C, 0, 0]);
    for (name, bytes) in [("png", png), ("jpeg", jpg), ("gif", gif), ("bmp", bmp)] {
        let facts = library.add_bytes(name, &bytes).unwrap();
        assert_eq!(facts.state, PhotoState::TooLarge, "{name} {:?}", facts.stored_px);
        assert!(library.pixels(&facts, 64, false).is_none());
    }
}

#[test]
fn all_eight_turns_stand_upright() {
    let (_folder, library) = library();
    // What a camera stores for each turn so that it is seen as `quarters`.
    let upright = quarters();
    let (w, h) = (48, 32);
    for turn in 1..=8u16 {
        let stored = if turn < 5 {
            RgbImage::new(w, h)
        } else {
            RgbImage::new(h, w)
        };
        let mut stored = stored;
        let (sw, sh) = stored.dimensions();
        for (x, y, pixel) in stored.enumerate_pixels_mut() {
            // Definition of EXIF: which side of the picture the first stored row and column are.
            let (ux, uy) = match turn {
                1 => (x, y),
                2 => (sw - 1 - x, y),
                3 => (sw - 1 - x, sh - 1 - y),
                4 => (x, sh - 1 - y),
                5 => (y, x),
                6 => (sh - 1 - y, x),
                7 => (sh - 1 - y, sw - 1 - x),
                _ => (y, sw - 1 - x),
            };
            *pixel = *upright.get_pixel(ux, uy);
        }
        let facts = library
            .add_bytes("t", &with_segment(&jpeg(&stored), 0xE1, &exif(turn)))
            .unwrap();
        assert_eq!((facts.turn.exif(), facts.upright_px()), (turn as u8, [w, h]));
        let pixels = library.pixels(&facts, 64, false).unwrap();
        assert_eq!((pixels.width, pixels.height), (w, h));
        assert_near(&colour_at(&library, &facts, 0.2, 0.2), &[220, 30, 30, 255], 12);
        assert_near(&colour_at(&library, &facts, 0.8, 0.2), &[30, 200, 30, 255], 12);
        assert_near(&colour_at(&library, &facts, 0.2, 0.8), &[30, 30, 220, 255], 12);
    }
}

#[test]
fn a_broken_or_second_exif_block_does_not_turn_a_photo_over() {
    let (_folder, library) = library();
    let plain = jpeg(&quarters());
    let turn_of = |bytes: &[u8]| library.add_bytes("x", bytes).unwrap().turn.exif();
    assert_eq!(
        turn_of(&with_segment(&plain, 0xE1, b"Exif\0\0MM\0*\xFF\xFF\xFF\xFF")),
        1
    );
    assert_eq!(turn_of(&with_segment(&plain, 0xE1, &exif(77))), 1);
    assert_eq!(
        turn_of(&with_segment(&plain, 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>")),
        1
    );
    // Behind other segments, and the first of two.
    let late = with_segment(&with_segment(&plain, 0xE1, &exif(6)), 0xFE, b"comment");
    assert_eq!(turn_of(&late), 6);
    assert_eq!(turn_of(&with_segment(&late, 0xE1, &exif(3))), 3);
    // The tag's own directory ends in nothing.
    let mut cut = exif(8);
    cut.truncate(cut.len() - 5);
    assert_eq!(turn_of(&with_segment(&plain, 0xE1, &cut)), 8);
}

#[test]
fn png_and_tiff_turn_too() {
    let (_folder, library) = library();
    let png = in_format(&quarters(), ImageFormat::Png);
    let block = &exif(6)[6..];
    let mut chunk = (block.len() as u32).to_be_bytes().to_vec();
    chunk.extend(b"eXIf");
    chunk.extend(block);
    let mut crc = flate2::Crc::new();
    crc.update(&chunk[4..]);
    chunk.extend(crc.sum().to_be_bytes());
    let turned = [&png[..33], &chunk, &png[33..]].concat();
    let facts = library.add_bytes("x.png", &turned).unwrap();
    assert_eq!(
        (facts.turn.exif(), facts.upright_px(), &facts.state),
        (6, [32, 48], &PhotoState::Good)
    );
    // The blue quarter of the stored left bottom comes to the left top.
    assert_near(&colour_at(&library, &facts, 0.2, 0.2), &[30, 30, 220, 255], 3);
}

#[test]
fn ink_photos_look_as_printed_with_and_without_adobes_marker() {
    let proof = proof();
    let (_folder, library) = library();
    // A flat 20 % cyan, 80 % magenta, 60 % yellow, 10 % black, stored in the three ways there are.
    let inks = [51u8, 204, 153, 26];
    let wanted = proof.srgb(Colour::Cmyk([20.0, 80.0, 60.0, 10.2]));
    let [r, g, b] = [inks[0], inks[1], inks[2]].map(f64::from);
    let y = 0.299 * r + 0.587 * g + 0.114 * b;
    let ycck = [
        y,
        128.0 + (b - y) / 1.772,
        128.0 + (r - y) / 1.402,
        255.0 - f64::from(inks[3]),
    ]
    .map(|part| part.round() as u8);
    let cases = [
        (four_inks(inks, None), false),
        (four_inks(inks.map(|ink| 255 - ink), Some(0)), true),
        (four_inks(ycck, Some(2)), true),
    ];
    for (bytes, inverted) in cases {
        let facts = library.add_bytes("ink.jpg", &bytes).unwrap();
        assert_eq!(
            (&facts.state, facts.colour),
            (&PhotoState::Good, PhotoColour::Cmyk { inverted })
        );
        assert_near(&colour_at(&library, &facts, 0.5, 0.5)[..3], &wanted, 4);
    }
}

#[test]
fn a_progressive_photo_is_shown_and_a_cut_one_too() {
    let (_folder, library) = library();
    let bytes = include_bytes!("data/progressive.jpg");
    let facts = library.add_bytes("progressive", bytes).unwrap();
    assert_eq!((&facts.state, facts.stored_px), (&PhotoState::Good, [64, 48]));
    // What libjpeg shows at (32, 24).
    assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[137, 129, 110, 255], 4);
    let facts = library.add_bytes("cut", &bytes[..bytes.len() * 3 / 4]).unwrap();
    assert_eq!(facts.state, PhotoState::Truncated);
    // All of it is there, only coarser.
    assert_near(&colour_at(&library, &facts, 0.1, 0.1)[..2], &[58, 188], 40);
    assert_near(&colour_at(&library, &facts, 0.9, 0.9)[..2], &[211, 71], 40);
}

#[test]
fn a_jpeg_of_plain_red_green_and_blue_is_not_taken_for_luminance() {
    let (_folder, library) = library();
    // Luminance and colour differences of (200, 100, 80), declared to be red, green and blue themselves.
    let adobe = b"Adobe\0\x64\0\0\0\0\0";
    let plain = with_segment(&jpeg(&RgbImage::from_pixel(32, 32, Rgb([200, 100, 80]))), 0xEE, adobe);
    let mut named = plain.clone();
    let at = |bytes: &[u8], marker: u8| bytes.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
    let (frame, scan) = (at(&named, 0xC0), at(&named, 0xDA));
    for (index, name) in b"RGB".iter().enumerate() {
        named[frame + 10 + 3 * index] = *name;
        named[scan + 5 + 2 * index] = *name;
    }
    for bytes in [plain, named] {
        let facts = library.add_bytes("rgb", &bytes).unwrap();
        assert_eq!(facts.state, PhotoState::Good);
        assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[128, 101, 180, 255], 2);
    }
}

#[test]
fn rare_kinds_of_jpeg_are_refused_by_name() {
    let (_folder, library) = library();
    let mut bytes = jpeg(&quarters());
    let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    for marker in [0xC3, 0xC9] {
        bytes[frame + 1] = marker;
        let facts = library.add_bytes("x.jpg", &bytes).unwrap();
        assert!(
            matches!(MediaSay::of(&facts), Some(MediaSay::RareJpeg { .. })),
            "{:?}",
            facts.state
        );
    }
}

#[test]
fn a_wide_gamut_photo_is_shown_in_srgb() {
    let (_folder, library) = library();
    let flat = RgbImage::from_pixel(32, 32, Rgb([200, 100, 80]));
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let facts = library.add_bytes("p3", &with_icc(&flat, &profile)).unwrap();
    assert!(facts.has_icc);
    assert_eq!(library.icc(&facts).unwrap(), profile);
    // (200, 100, 80) of Display P3 in sRGB, by the two sets of primaries (CSS Color 4 has the matrices).
    assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[215, 93, 73, 255], 3);
    let plain = library.add_bytes("plain", &jpeg(&flat)).unwrap();
    assert!(!plain.has_icc);
    let broken = library
        .add_bytes("broken", &with_icc(&flat, b"no profile at all"))
        .unwrap();
    assert!(!broken.has_icc);
    for facts in [plain, broken] {
        assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[200, 100, 80, 255], 3);
    }
}

#[test]
fn a_profile_in_several_chunks_is_put_together_whatever_their_order() {
    let (_folder, library) = library();
    let flat = RgbImage::from_pixel(32, 32, Rgb([200, 100, 80]));
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let (first, second) = profile.split_at(profile.len() / 2);
    let chunk = |number: u8, part: &[u8]| [b"ICC_PROFILE\0", &[number, 2][..], part].concat();
    let bytes = with_segment(
        &with_segment(&jpeg(&flat), 0xE2, &chunk(1, first)),
        0xE2,
        &chunk(2, second),
    );
    let facts = library.add_bytes("x", &bytes).unwrap();
    assert!(facts.has_icc);
    assert_eq!(library.icc(&facts).unwrap(), profile);
    let half = with_segment(&jpeg(&flat), 0xE2, &chunk(2, second));
    assert!(!library.add_bytes("x", &half).unwrap().has_icc);
}

#[test]
fn grey_16_bit_palette_and_transparent_pictures_come_out_right() {
    let (_folder, library) = library();
    let mut jpg = Vec::new();
    let grey = GrayImage::from_pixel(32, 32, image::Luma([90]));
    JpegEncoder::new_with_quality(&mut jpg, 95).encode_image(&grey).unwrap();
    let facts = library.add_bytes("grey", &jpg).unwrap();
    assert_eq!(facts.colour, PhotoColour::Grey);
    assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[90, 90, 90, 255], 1);

    let deep: image::ImageBuffer<Rgb<u16>, Vec<u16>> =
        image::ImageBuffer::from_pixel(16, 16, Rgb([0x8080, 0xFFFF, 0x0101]));
    let mut png = Cursor::new(Vec::new());
    deep.write_to(&mut png, ImageFormat::Png).unwrap();
    let facts = library.add_bytes("deep", &png.into_inner()).unwrap();
    assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[128, 255, 1, 255], 0);

    let clear = RgbaImage::from_pixel(16, 16, Rgba([200, 10, 10, 77]));
    let mut png = Cursor::new(Vec::new());
    clear.write_to(&mut png, ImageFormat::Png).unwrap();
    let facts = library.add_bytes("clear", &png.into_inner()).unwrap();
    assert_near(&colour_at(&library, &facts, 0.5, 0.5), &[200, 10, 10, 77], 0);

    // A palette of two with one see-through entry; a GIF of one colour.
    let facts = library.add_bytes("palette", &palette_png()).unwrap();
    assert_eq!(facts.state, PhotoState::Good);
    assert_near(&colour_at(&library, &facts, 0.1, 0.5), &[255, 0, 0, 255], 0);
    assert_eq!(colour_at(&library, &facts, 0.9, 0.5)[3], 0);
}

/// 8 × 1, one bit a pixel: four red, four see-through.
fn palette_png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1A\n".to_vec();
    let mut chunk = |name: &[u8; 4], data: &[u8]| {
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(name);
        png.extend(data);
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(data);
        png.extend(crc.sum().to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 8, 0, 0, 0, 1, 1, 3, 0, 0, 0]);
    chunk(b"PLTE", &[255, 0, 0, 0, 0, 255]);
    chunk(b"tRNS", &[255, 0]);
    let mut data = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut data, &[0, 0x0F]).unwrap();
    chunk(b"IDAT", &data.finish().unwrap());
    chunk(b"IEND", &[]);
    png
}

#[test]
fn a_photo_shown_as_grey_keeps_its_luminance() {
    let (_folder, library) = library();
    let facts = library.add_bytes("q", &jpeg(&quarters())).unwrap();
    let pixels = library.pixels(&facts, 64, true).unwrap();
    assert!(
        pixels
            .rgba
            .as_chunks::<4>()
            .0
            .iter()
            .all(|[r, g, b, _]| r == g && g == b)
    );
    let at = |x: usize, y: usize| pixels.rgba[(y * 48 + x) * 4];
    // Luminance of (220, 30, 30), (30, 200, 30) and (30, 30, 220) through the sRGB curve. Its weights are those of the
    // profile's own primaries, adapted to D50 (0.2225, 0.7169, 0.0606): so every reader of the profile prints it.
    for (seen, wanted) in [(at(6, 6), 114u8), (at(40, 6), 173), (at(6, 26), 67), (at(40, 26), 250)] {
        assert!(seen.abs_diff(wanted) <= 3, "{seen} instead of {wanted}");
    }
    // An already grey photo stays what it is, a CMYK one loses its colour.
    let facts = library.add_bytes("k", &four_inks([51, 204, 153, 26], None)).unwrap();
    let pixels = library.pixels(&facts, 64, true).unwrap();
    assert!(
        pixels
            .rgba
            .as_chunks::<4>()
            .0
            .iter()
            .all(|[r, g, b, _]| r == g && g == b)
    );
}

#[test]
fn the_grey_profile_is_neutral_for_every_reader_of_profiles() {
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    for of in [None, Some(&p3[..]), Some(&b"rubbish"[..])] {
        let bytes = grey_profile(of);
        assert_eq!(bytes.len() as u32, u32::from_be_bytes(bytes[..4].try_into().unwrap()));
        assert_eq!(bytes, grey_profile(of));
        let mut sum = [0u32; 3];
        for name in [b"rXYZ", b"gXYZ", b"bXYZ"] {
            let entry = bytes[132..].chunks(12).find(|entry| &entry[..4] == name).unwrap();
            let at = u32::from_be_bytes(entry[4..8].try_into().unwrap()) as usize + 8;
            for (index, sum) in sum.iter_mut().enumerate() {
                *sum += u32::from_be_bytes(bytes[at + index * 4..][..4].try_into().unwrap());
            }
        }
        assert_eq!(sum, [0xF6D6, 0x10000, 0xD32D]);
    }
}

#[test]
fn mips_are_as_large_as_asked_for_and_the_same_for_all_threads() {
    let (_folder, library) = library();
    let large = RgbImage::from_fn(3000, 2000, |x, y| Rgb([(x / 12) as u8, (y / 8) as u8, 90]));
    let facts = library.add_bytes("large", &jpeg(&large)).unwrap();
    assert!(library.pixels_at_hand(facts.digest, 500, false).is_none());
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let (library, facts) = (library.clone(), facts.clone());
            std::thread::spawn(move || library.pixels(&facts, 500, false).unwrap())
        })
        .collect();
    let made: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert!(made.iter().all(|pixels| Arc::ptr_eq(pixels, &made[0])));
    assert_eq!((made[0].width, made[0].height), (512, 341));
    // A larger one is not there yet: the best at hand serves.
    assert_eq!(library.pixels_at_hand(facts.digest, 4000, false).unwrap().width, 1024);
    assert_eq!(library.pixels(&facts, 4000, false).unwrap().width, 3000);
    assert_eq!(library.pixels(&facts, 1, false).unwrap().width, 256);
    assert_eq!(library.pixels_at_hand(facts.digest, 600, false).unwrap().width, 1024);
}

#[test]
fn a_lost_file_shows_nothing_and_comes_back_when_it_does() {
    let (_folder, library) = library();
    let bytes = jpeg(&RgbImage::from_pixel(31, 17, Rgb([1, 2, 3])));
    let facts = library.add_bytes("lost", &bytes).unwrap();
    std::fs::remove_file(library.path(&facts)).unwrap();
    assert!(library.pixels(&facts, 64, false).is_none());
    assert!(!library.has(&facts));
    library.add_bytes("lost", &bytes).unwrap();
    assert!(library.pixels(&facts, 64, false).is_some());
}

#[test]
fn paper_is_white_and_print_colours_come_near_the_reference() {
    let proof = proof();
    assert_eq!(proof.srgb(Colour::Cmyk([0.0; 4])), [255; 3]);
    assert_eq!(proof.srgb(Colour::Srgb([1, 2, 3])), [1, 2, 3]);
    assert_eq!(proof.cmyk([255; 3]), [0.0; 4]);
    // From lcms2 with black-point compensation, relative colorimetric.
    let half = proof.srgb(Colour::Cmyk([50.2, 50.2, 50.2, 50.2]));
    assert_near(&half, &[92, 81, 77], 2);
    assert_near(&proof.srgb(Colour::Cmyk([100.0; 4])), &[6, 3, 0], 4);
    let [c, m, y, k] = proof.cmyk([200, 0, 0]);
    assert!(
        c < 1.0 && (m - 98.4).abs() < 2.0 && (y - 98.8).abs() < 3.0 && (k - 14.1).abs() < 2.0,
        "{c} {m} {y} {k}"
    );
    // There and back again for colours that ink can show.
    for rgb in [[120, 90, 70], [200, 180, 150], [60, 80, 60], [180, 40, 40]] {
        assert_near(&proof.srgb(Colour::Cmyk(proof.cmyk(rgb))), &rgb, 5);
    }
    assert!(Proof::from_icc(b"nothing").is_err());
    assert!(Proof::from_icc(&grey_profile(None)).is_err());
}
