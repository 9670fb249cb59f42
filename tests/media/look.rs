//! What is seen on a photo when it comes in: copies and bursts told apart, faces, what stands out.

use super::{exif, in_format, jpeg, library, with_segment};
use image::imageops::{FilterType, crop_imm, resize};
use image::{ImageFormat, Rgb, RgbImage};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::time::Instant;
use zhanban::base::PhotoFacts;
use zhanban::media::{Alike, Library, alike, steps_between, turned_between};
use zhanban::model::Crop;

fn photographs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/photos");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jpg"))
        .collect();
    files.sort();
    files
}

fn at_quality(image: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(image)
        .unwrap();
    bytes
}

/// A part of the picture by shares of its sides.
fn part(image: &RgbImage, [x, y, w, h]: [f64; 4]) -> RgbImage {
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    crop_imm(
        image,
        (x * width) as u32,
        (y * height) as u32,
        (w * width) as u32,
        (h * height) as u32,
    )
    .to_image()
}

/// A moment later: the light has changed a little and the sensor's noise is another.
fn a_moment_later(image: &RgbImage) -> RgbImage {
    let mut seed = 99u32;
    let mut later = image.clone();
    for pixel in later.pixels_mut() {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = i16::from((seed >> 29) as u8) - 3;
        *pixel = Rgb(pixel.0.map(|value| (i16::from(value) + 4 + noise).clamp(0, 255) as u8));
    }
    later
}

struct Versions {
    name: String,
    original: PhotoFacts,
    /// Saved again, made smaller, trimmed.
    copies: Vec<PhotoFacts>,
    /// Frames of a burst: the same scene from a hand that moved.
    burst: Vec<PhotoFacts>,
}

fn versions(library: &Library, file: &Path) -> Versions {
    let whole = image::open(file).unwrap().to_rgb8();
    let longest = whole.width().max(whole.height());
    let side = |px: u32| px * 720 / longest;
    let whole = resize(&whole, side(whole.width()), side(whole.height()), FilterType::Triangle);
    let base = part(&whole, [0.0, 0.0, 0.9, 0.9]);
    let half = resize(&base, base.width() / 2, base.height() / 2, FilterType::Triangle);
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let add = |image: &RgbImage, quality: u8| library.add_bytes(&name, &at_quality(image, quality)).unwrap();
    Versions {
        original: add(&base, 92),
        copies: vec![
            add(&base, 40),
            add(&half, 85),
            add(&part(&base, [0.015, 0.015, 0.97, 0.97]), 85),
            add(&half, 40),
        ],
        burst: [[0.03, 0.0], [0.05, 0.02], [0.02, 0.05]]
            .map(|[x, y]| add(&a_moment_later(&part(&whole, [x, y, 0.9, 0.9])), 92))
            .to_vec(),
        name,
    }
}

fn between(one: &PhotoFacts, other: &PhotoFacts) -> (f64, u32) {
    let (a, b) = (one.look.as_ref().unwrap(), other.look.as_ref().unwrap());
    ((steps_between(a, b) * 100.0).round() / 100.0, turned_between(a, b))
}

#[test]
fn copies_are_known_and_frames_of_a_burst_are_never_taken_for_one_picture() {
    let (_folder, library) = library();
    // All thirty with ZHANBAN_ALL_PHOTOS: the figures beside the limits were measured so.
    let step = if std::env::var_os("ZHANBAN_ALL_PHOTOS").is_some() {
        1
    } else {
        4
    };
    let files: Vec<PathBuf> = photographs().into_iter().step_by(step).collect();
    let all: Vec<Versions> = files.par_iter().map(|file| versions(&library, file)).collect();
    let mut faults = Vec::new();
    for Versions {
        name,
        original,
        copies,
        burst,
    } in &all
    {
        let of = |others: &[PhotoFacts]| others.iter().map(|other| between(original, other)).collect::<Vec<_>>();
        println!("{name}: copies {:?}, burst {:?}", of(copies), of(burst));
        for copy in copies {
            if alike(original, copy) != Some(Alike::Same) {
                faults.push(format!(
                    "{name}: a copy is {:?} at {:?}",
                    alike(original, copy),
                    between(original, copy).0
                ));
            }
        }
        for frame in burst {
            if alike(original, frame) == Some(Alike::Same) {
                faults.push(format!(
                    "{name}: a burst is one picture at {}",
                    between(original, frame).0
                ));
            }
        }
    }
    let near = all
        .iter()
        .flat_map(|versions| versions.burst.iter().map(|frame| alike(&versions.original, frame)))
        .filter(|found| *found == Some(Alike::Near))
        .count();
    println!("{near} of {} burst frames are near", all.len() * 3);
    let mut nearest = u32::MAX;
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            nearest = nearest.min(between(&one.original, &other.original).1);
            if let Some(found) = alike(&one.original, &other.original) {
                faults.push(format!("{} and {} are {found:?}", one.name, other.name));
            }
        }
    }
    println!("different photographs: at least {nearest}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(near * 2 > all.len() * 3, "{near}");
}

#[test]
fn white_pages_are_not_copies_of_each_other() {
    let (_folder, library) = library();
    let page = |line: u32| {
        let page = RgbImage::from_fn(300, 400, |x, y| {
            let is_ink = y % 40 == line && (30..270).contains(&x);
            Rgb([if is_ink { 30 } else { 250 }; 3])
        });
        library
            .add_bytes("scan.png", &in_format(&page, ImageFormat::Png))
            .unwrap()
    };
    assert_ne!(alike(&page(7), &page(31)), Some(Alike::Same));
}

#[test]
fn a_face_is_found_where_it_is() {
    let (_folder, library) = library();
    // An astronaut's portrait by NASA, in the public domain, made small.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/portrait.jpg");
    let begin = Instant::now();
    let facts = library.add_file(&file).unwrap();
    println!("taken in and looked at in {:?}", begin.elapsed());
    let look = facts.look.as_ref().unwrap();
    let [face] = look.faces[..] else {
        panic!("one face: {:?}", look.faces);
    };
    // By eye, on the picture of 400 × 300.
    let [x, y, w, h] = face.shares();
    let (x, y, w, h) = (x * 400.0, y * 300.0, w * 400.0, h * 300.0);
    assert!((x - 153.0).abs() < 25.0 && (y - 68.0).abs() < 25.0, "{x} {y} {w} {h}");
    assert!((75.0..135.0).contains(&w), "{w} × {h}");
    let subject = look.subject.unwrap();
    assert!(subject.x <= face.x && subject.x + subject.w >= face.x + face.w);
    assert!(subject.y <= face.y && subject.y + subject.h >= face.y + face.h);
    assert_eq!(Crop::about(&facts).keep, Some(subject));
}

#[test]
fn what_stands_out_is_found_where_there_is_such_a_thing() {
    // By eye: a fig in its bowl, hikers on a dune; nothing in a forest from above.
    let by_eye = [
        ("fig-red-bowl", Some([0.52, 0.53])),
        ("dune-hikers", Some([0.33, 0.84])),
        ("snow-forest-above", None),
        ("tea-hills", None),
    ];
    for (name, wanted) in by_eye {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/sample/photos/{name}.jpg"));
        let (_folder, library) = library();
        let look = library.add_file(&file).unwrap().look.unwrap();
        let found = look.subject.map(|part| part.shares());
        println!("{name}: {found:?}");
        assert!(look.faces.is_empty());
        let Some([x, y]) = wanted else {
            assert_eq!(found, None, "{name}");
            continue;
        };
        let [left, top, w, h] = found.unwrap();
        assert!(
            (left..left + w).contains(&x) && (top..top + h).contains(&y),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn photos_from_a_chat_are_known_by_size_name_and_the_missing_camera() {
    let (_folder, library) = library();
    let picture = |px: u32| jpeg(&RgbImage::from_fn(px, 60, |x, y| Rgb([(x % 200) as u8, y as u8, 90])));
    let small = picture(1280);
    let known = |name: &str, bytes: &[u8]| library.add_bytes(name, bytes).unwrap().is_from_chat();
    for name in [
        "mmexport1700000000000.jpg",
        "微信图片_20240501083000.jpg",
        "微信圖片_20240501.jpg",
        "IMG-20240501-WA0003.jpg",
        "wx_camera_1700000000000.jpg",
    ] {
        assert!(known(name, &small), "{name}");
    }
    for name in ["IMG_20240501_083000.jpg", "DSC00017.JPG", "渠首.jpg", "IMG-2024-WA.jpg"] {
        assert!(!known(name, &small), "{name}");
    }
    assert!(
        !known("mmexport1700000000001.jpg", &picture(2560)),
        "the original was sent"
    );
    let mut camera = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0F\0\x02\0\0\0\x04".to_vec();
    camera.extend(b"abc\0\0\0\0\0");
    assert!(!known(
        "mmexport1700000000002.jpg",
        &with_segment(&small, 0xE1, &camera)
    ));
    assert!(known(
        "mmexport1700000000003.jpg",
        &with_segment(&small, 0xE1, &exif(1))
    ));
}
