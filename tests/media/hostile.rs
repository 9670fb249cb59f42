//! Photo files cut at any place and with any bits turned over: each is told or shown, nothing panics, and nothing makes
//! the program ask for memory without measure.

use super::{exif, four_inks, in_format, library, with_icc, with_segment};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage};
use std::process::Command;
use zhanban::base::say::MediaSay;
use zhanban::base::{Digest, PhotoState};
use zhanban::media::{Library, grey_profile, inspect};

/// All the address space the spoilt files may take, the program itself included.
const MEMORY_KB: u32 = 1 << 20;
/// Set where the test runs with little memory.
const LEAN: &str = "ZHANBAN_TEST_LEAN";

/// Cuts and turned bits for each file.
const CUTS: usize = 40;
const FLIPS: usize = 300;

/// A seeded row of numbers, the same at each run.
struct Random(u32);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}

/// One sound file of each kind that is taken.
fn sound_files() -> Vec<(&'static str, Vec<u8>)> {
    let small = RgbImage::from_fn(40, 24, |x, y| Rgb([x as u8 * 6, y as u8 * 9, (x * y) as u8]));
    let tagged = with_segment(&with_icc(&small, &grey_profile(None)), 0xE1, &exif(6));
    vec![
        ("jpg", tagged),
        ("ink.jpg", four_inks([10, 200, 90, 30], Some(2))),
        ("png", in_format(&small, ImageFormat::Png)),
        ("webp", in_format(&small, ImageFormat::WebP)),
        ("tif", in_format(&small, ImageFormat::Tiff)),
        ("bmp", in_format(&small, ImageFormat::Bmp)),
        ("gif", in_format(&small, ImageFormat::Gif)),
    ]
}

/// Whether it is shown (else it must be told why it is not).
fn is_shown(library: &Library, number: u32, name: &str, bytes: &[u8]) -> bool {
    let mut digest = [0; 32];
    digest[..4].copy_from_slice(&number.to_be_bytes());
    digest[4..8].copy_from_slice(b"host");
    let facts = inspect(Digest(digest), name, bytes);
    let place = library.path(&facts);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(&place, bytes).unwrap();
    let pixels = library.pixels(&facts, 64, number.is_multiple_of(2));
    if let Some(pixels) = &pixels {
        assert_eq!(pixels.rgba.len(), (pixels.width * pixels.height * 4) as usize, "{name}");
        assert!(pixels.width.max(pixels.height) <= 256, "{name}");
    }
    let is_told = MediaSay::of(&facts).is_some();
    assert!(is_told || pixels.is_some(), "{name} {number}: {facts:?}");
    pixels.is_some()
}

/// The test runs itself again where the system gives it little memory, so that one greedy decoder ends it.
#[test]
fn files_cut_or_spoilt_anywhere_are_shown_or_told() {
    if cfg!(not(target_os = "linux")) || std::env::var_os(LEAN).is_some() {
        return spoil_all();
    }
    let limited = format!("ulimit -v {MEMORY_KB} && exec \"$0\" --exact \"$1\" --test-threads=1");
    let done = Command::new("sh")
        .args(["-c", &limited])
        .arg(std::env::current_exe().unwrap())
        .arg("media::hostile::files_cut_or_spoilt_anywhere_are_shown_or_told")
        .env(LEAN, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_small_file_cannot_ask_for_more_than_the_largest_picture_takes() {
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&[0; 8], 1, 1, ExtendedColorType::Rgba16)
        .unwrap();
    // 20,000 × 10,000 with 8 bytes each.
    png[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x27, 0x10]);
    let mut crc = flate2::Crc::new();
    crc.update(&png[12..29]);
    png[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    let facts = inspect(Digest([9; 32]), "deep.png", &png);
    assert_eq!((facts.stored_px, facts.state), ([20_000, 10_000], PhotoState::TooLarge));
}

fn spoil_all() {
    let (_folder, library) = library();
    let mut random = Random(7);
    let mut number = 0;
    for (name, sound) in sound_files() {
        assert!(is_shown(&library, number, name, &sound), "{name}");
        for round in 0..CUTS + FLIPS {
            number += 1;
            let mut bytes = sound.clone();
            if round < CUTS {
                bytes.truncate(random.below(bytes.len()));
            } else {
                for _ in 0..=round % 6 {
                    let at = random.below(bytes.len());
                    bytes[at] ^= 1 << random.below(8);
                }
            }
            is_shown(&library, number, name, &bytes);
        }
        number += 1;
    }
}
