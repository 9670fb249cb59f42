//! Tone and masks worked into photos: kept once, the same bytes each time, and nothing of the original where it is hidden.

use super::{four_inks, in_format, jpeg, library, proof, with_icc};
use image::{GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;
use zhanban::base::{Mask, MaskForm, MaskKind, PhotoColour, PhotoFacts, PhotoFormat, PhotoPart, Recipe, Tone};
use zhanban::media::Library;

fn toned(facts: &PhotoFacts, tone: Tone) -> Recipe {
    let full_px = facts.upright_px();
    Recipe {
        tone,
        full_px,
        part_px: [0, 0, full_px[0], full_px[1]],
        ..Recipe::default()
    }
}

fn steep() -> Tone {
    Tone {
        contrast: 40,
        saturation: 30,
        ..Tone::default()
    }
}

fn slopes(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([
            (x * 255 / width) as u8,
            (y * 255 / height) as u8,
            ((x ^ y) & 0xFF) as u8,
        ])
    })
}

#[test]
fn a_photo_is_worked_on_once_and_comes_out_alike_everywhere() {
    let (folder, library) = library();
    let facts = library.add_bytes("a.jpg", &jpeg(&slopes(320, 200))).unwrap();
    let recipe = toned(&facts, steep());
    let first = library.baked(&facts, &recipe).unwrap();
    assert!(!library.has_baked(&facts, &recipe), "there is no folder yet");
    let kept = folder.path().join("baked");
    library.keep_baked_in(&kept);
    assert_eq!(library.baked(&facts, &recipe).unwrap().bytes, first.bytes);
    assert!(library.has_baked(&facts, &recipe));
    let other = Library::open(&folder.path().join("elsewhere"));
    let again = other.add_bytes("b.jpg", &jpeg(&slopes(320, 200))).unwrap();
    assert_eq!(other.baked(&again, &recipe).unwrap().bytes, first.bytes);
    // Half a file is made anew; the folder may go at any time.
    let file = std::fs::read_dir(&kept).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&file, &first.bytes[..first.bytes.len() / 2]).unwrap();
    assert_eq!(library.baked(&facts, &recipe).unwrap().bytes, first.bytes);
    std::fs::remove_dir_all(&kept).unwrap();
    assert_eq!(library.baked(&facts, &recipe).unwrap().bytes, first.bytes);
    // Without its file there is nothing to make it of, and never the original.
    std::fs::remove_dir_all(&kept).unwrap();
    std::fs::remove_file(library.path(&facts)).unwrap();
    assert!(library.baked(&facts, &recipe).is_none());
    assert!(
        library
            .baked_pixels(&facts, &toned(&facts, Tone { warmth: 3, ..steep() }), 64, false)
            .is_none()
    );
}

#[test]
fn colours_stay_those_of_the_file() {
    let (_folder, library) = library();
    proof();
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let facts = library
        .add_bytes("p3.jpg", &with_icc(&slopes(64, 48), &profile))
        .unwrap();
    let baked = library.baked(&facts, &toned(&facts, steep())).unwrap();
    assert_eq!(zhanban::media::icc_profile(&baked.bytes), Some(profile));
    assert_eq!(baked.facts.format, PhotoFormat::Jpeg);
    // One sample of each colour a pixel: no chroma is thrown away.
    let frame = baked.bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let sampling: Vec<u8> = (0..3).map(|at| baked.bytes[frame + 11 + at * 3]).collect();
    assert_eq!(sampling, [0x11; 3]);

    let grey = image::DynamicImage::ImageRgb8(slopes(64, 48)).into_luma8();
    let mut bytes = Cursor::new(Vec::new());
    grey.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let facts = library.add_bytes("grey.jpg", &bytes.into_inner()).unwrap();
    let colour_of = |tone| library.baked(&facts, &toned(&facts, tone)).unwrap().facts.colour;
    assert_eq!(colour_of(steep()), PhotoColour::Grey);
    let warm = Tone {
        warmth: 50,
        ..Tone::default()
    };
    assert_eq!(colour_of(warm), PhotoColour::Rgb);

    let facts = library
        .add_bytes("ink.jpg", &four_inks([60, 20, 90, 10], None))
        .unwrap();
    let baked = library.baked(&facts, &toned(&facts, steep())).unwrap();
    assert_eq!((baked.facts.colour, baked.facts.has_icc), (PhotoColour::Rgb, false));
}

#[test]
fn what_is_see_through_stays_so() {
    let (_folder, library) = library();
    let picture = RgbaImage::from_fn(60, 40, |x, _| Rgba([200, 90, 30, if x < 30 { 0 } else { 255 }]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let facts = library.add_bytes("seal.png", &bytes.into_inner()).unwrap();
    let baked = library.baked(&facts, &toned(&facts, steep())).unwrap();
    assert_eq!(baked.facts.format, PhotoFormat::Png);
    let pixels = library
        .baked_pixels(&facts, &toned(&facts, steep()), 60, false)
        .unwrap();
    let alphas: Vec<u8> = pixels.rgba.as_chunks::<4>().0[..60]
        .iter()
        .map(|pixel| pixel[3])
        .collect();
    assert_eq!((alphas[3], alphas[50]), (0, 255));
}

#[test]
fn a_part_stands_upright_and_its_masks_lie_where_the_photo_shows_them() {
    let (_folder, library) = library();
    // Turned by the file: left of the upright photo is red, its right blue; a green square in its left upper corner.
    let upright = RgbImage::from_fn(200, 100, |x, y| match (x, y) {
        (0..40, 0..20) => Rgb([0, 220, 0]),
        (0..100, _) => Rgb([220, 0, 0]),
        _ => Rgb([0, 0, 220]),
    });
    let stored = image::imageops::rotate270(&upright);
    let turned = super::with_segment(&jpeg(&stored), 0xE1, &super::exif(6));
    let facts = library.add_bytes("turned.jpg", &turned).unwrap();
    assert_eq!(facts.upright_px(), [200, 100]);
    let recipe = Recipe {
        masks: vec![Mask {
            part: PhotoPart::of([0.0, 0.0, 0.2, 0.2]),
            form: MaskForm::Rect,
            kind: MaskKind::Solid,
        }],
        full_px: [200, 100],
        part_px: [10, 0, 120, 60],
        ..Recipe::default()
    };
    let baked = library.baked(&facts, &recipe).unwrap();
    let picture = image::load_from_memory(&baked.bytes).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (120, 60));
    assert!(picture.pixels().all(|pixel| pixel[1] < 120), "nothing green is left");
    let (left, right) = (picture.get_pixel(60, 40), picture.get_pixel(110, 30));
    assert!(left[0] > 190 && right[2] > 190, "{left:?} {right:?}");
    // The quick look is the same picture, smaller.
    library.pixels(&facts, 4000, false).unwrap();
    let quick = library.preview_at_hand(&facts, &recipe, 120, false).unwrap();
    assert!((quick.width as i32 - 120).abs() <= 1 && (quick.height as i32 - 60).abs() <= 1);
    let corner = quick.rgba.as_chunks::<4>().0[2];
    assert!(corner[1] < 120, "no green for a moment either: {corner:?}");
}

#[test]
fn a_large_photo_is_worked_on_within_seconds() {
    let (_folder, library) = library();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/photos/mountain-path.jpg");
    let small = image::open(&file).unwrap();
    let large = small
        .resize_exact(4000, 3000, image::imageops::FilterType::Triangle)
        .to_rgb8();
    let bytes = jpeg(&large);
    let begin = Instant::now();
    let facts = library.add_bytes("large.jpg", &bytes).unwrap();
    println!("12 megapixels taken in and looked at in {:?}", begin.elapsed());
    let mut recipe = toned(&facts, steep());
    recipe.masks.push(Mask {
        part: PhotoPart::of([0.4, 0.4, 0.1, 0.1]),
        form: MaskForm::Ellipse,
        kind: MaskKind::Blur,
    });
    let begin = Instant::now();
    let baked = library.baked(&facts, &recipe).unwrap();
    println!(
        "12 megapixels worked on in {:?}, {} bytes",
        begin.elapsed(),
        baked.bytes.len()
    );
    let begin = Instant::now();
    library.pixels(&facts, 2048, false).unwrap();
    println!("decoded for the screen in {:?}", begin.elapsed());
    let begin = Instant::now();
    let quick = library.preview_at_hand(&facts, &recipe, 2048, false).unwrap();
    println!("a quick look of {} px in {:?}", quick.width, begin.elapsed());
    let picture = image::load_from_memory(&baked.bytes).unwrap();
    assert_eq!(picture.dimensions(), (4000, 3000));
}

#[test]
fn the_bytes_do_not_depend_on_the_processor() {
    let (_folder, library) = library();
    let facts = library
        .add_bytes("p.png", &in_format(&slopes(96, 64), ImageFormat::Png))
        .unwrap();
    let mut recipe = toned(
        &facts,
        Tone {
            brightness: 20,
            contrast: -35,
            saturation: 45,
            warmth: 30,
            levels: [12, 240],
        },
    );
    recipe.masks.push(Mask {
        part: PhotoPart::of([0.3, 0.3, 0.3, 0.3]),
        form: MaskForm::Ellipse,
        kind: MaskKind::Blur,
    });
    let baked = library.baked(&facts, &recipe).unwrap();
    let hash = zhanban::base::Digest::of(&baked.bytes).hex();
    // Whoever changes what comes out also raises the version in `media/bake.rs`.
    assert_eq!(&hash[..16], "cec09ebfcf975cad");
}
