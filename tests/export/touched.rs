//! Photos that were straightened, toned and masked: print shows what the screen shows, and nothing that was hidden.

use super::called;
use super::hand::Bench;
use super::likeness::{distance, lab, without_intent};
use super::x4;
use image::{Rgb, RgbImage};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command as Tool;
use std::sync::Arc;
use zhanban::base::{Digest, Mask, MaskForm, MaskKind, PhotoFacts, PhotoPart, Progress, Tone};
use zhanban::export::{Page, Press, write_pdf};
use zhanban::geom::{Rect, Transform, point, rect, size};
use zhanban::layout::{Frame, ImageItem, Item, Placed, lay_board, layout_input};
use zhanban::model::*;
use zhanban::raster::{Ink, Photos, View, draw, is_settled};
use zhanban::script::{Region, Script};

/// A board with one photo placed by hand.
fn frame_of(bench: &Bench, photo: PhotoElement, area: Rect, angle: f64) -> Frame {
    let two = |text: &str| TwoName {
        hans: text.into(),
        hant: text.into(),
    };
    let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
    let template = bench.home.template("red-story").unwrap().clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    // Nothing but the photo on white.
    let mut bare = Template::clone(&template);
    bare.decor.clear();
    show.templates = Arc::new(BTreeMap::from([(reference.clone(), Arc::new(bare))]));
    show.photos = Arc::new(bench.photos.clone());
    let board = Arc::new(Board {
        id: BoardId::random(),
        code: "T1".into(),
        committee: CommitteeId::random(),
        template: reference,
        size: size(900.0, 1200.0),
        script: Script::Hans,
        make: Make::default(),
        arrangement: 0,
        ground: None,
        guides: Default::default(),
        elements: vec![Arc::new(Element {
            id: ElementId::random(),
            slot: None,
            area: Area::ByHand { rect: area, angle },
            group: None,
            z: "1".into(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind: ElementKind::Photo(photo),
        })],
    });
    let laid = lay_board(&layout_input(&show, &board, None), &bench.home.fonts);
    laid.frame.clone()
}

fn page_of(frame: &Frame) -> Page {
    Page {
        frame: Arc::new(frame.clone()),
        title: "照片".into(),
        code: "T1".into(),
        ..Page::default()
    }
}

fn written(bench: &Bench, frame: &Frame, press: &Press, name: &str) -> PathBuf {
    let to = bench.path(name);
    let done = write_pdf(
        &[page_of(frame)],
        "照片",
        press,
        &bench.sources(),
        &to,
        &Progress::default(),
    )
    .unwrap();
    assert!(done.findings.is_empty(), "{:?}", done.findings);
    assert_eq!(x4::faults(&std::fs::read(&to).unwrap()), Vec::<String>::new());
    to
}

fn ink(bench: &Bench) -> Ink {
    let sources = bench.sources();
    Ink {
        fonts: sources.fonts,
        library: sources.library,
        proof: sources.proof,
        photos: sources.photos,
        lens: None,
    }
}

/// The pictures inside a PDF, as they are stored.
fn pictures_in(file: &Path) -> Option<Vec<RgbImage>> {
    let folder = tempfile::tempdir().unwrap();
    called(
        Tool::new("pdfimages")
            .arg("-all")
            .arg(file)
            .arg(folder.path().join("p")),
    )?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    Some(files.iter().map(|file| image::open(file).unwrap().to_rgb8()).collect())
}

/// 600 × 400: magenta where the face is, green where no crop of these tests reaches, grey waves elsewhere.
fn secret() -> RgbImage {
    RgbImage::from_fn(600, 400, |x, y| match (x, y) {
        // Fine enough to be grey in every mean.
        (260..320, 160..240) if (x / 4 + y / 4) % 2 == 0 => Rgb([230, 0, 230]),
        (260..320, 160..240) => Rgb([0, 60, 0]),
        (0..90, _) | (510.., _) => Rgb([0, 230, 0]),
        _ => Rgb([(90 + (x * 7 + y * 3) % 90) as u8; 3]),
    })
}

fn jpeg_of(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 96)
        .encode_image(image)
        .unwrap();
    bytes
}

fn masked(facts: &PhotoFacts, kind: MaskKind, angle: f64) -> PhotoElement {
    PhotoElement {
        photo: Some(facts.digest),
        crop: Crop {
            angle,
            ..Crop::default()
        },
        masks: vec![Mask {
            part: PhotoPart::of([255.0 / 600.0, 155.0 / 400.0, 70.0 / 600.0, 90.0 / 400.0]),
            form: MaskForm::Rect,
            kind,
        }],
        ..PhotoElement::default()
    }
}

#[test]
fn of_a_masked_photo_no_pixel_under_the_mask_and_none_outside_the_crop_is_in_any_file() {
    let mut bench = Bench::new();
    let facts = bench.photo("secret.jpg", &jpeg_of(&secret()));
    // As high as the photo is: 400 of its 600 pixels across.
    let area = rect(200.0, 300.0, 400.0, 400.0);
    let is_magenta = |pixel: &Rgb<u8>| pixel[0] > 190 && pixel[2] > 190 && pixel[1] < 70;
    let is_green = |pixel: &Rgb<u8>| pixel[1] > 150 && pixel[0] < 70 && pixel[2] < 70;
    let mut inks = bench.press();
    inks.shop.photo_quality = 90.0;
    for (kind, angle, press) in [
        (MaskKind::Blur, 0.0, bench.press()),
        (MaskKind::Solid, 0.0, bench.press()),
        (MaskKind::Blur, 8.0, bench.press()),
        (MaskKind::Blur, 0.0, inks),
    ] {
        let frame = frame_of(&bench, masked(&facts, kind, angle), area, 0.0);
        let file = written(&bench, &frame, &press, "masked.pdf");
        let bytes = std::fs::read(&file).unwrap();
        let scan = &jpeg_of(&secret())[700..780];
        assert!(
            !bytes.windows(scan.len()).any(|window| window == scan),
            "the original is not there"
        );
        let screen = draw(&frame, &View::whole(&frame, 40.0), &ink(&bench), Photos::Wait);
        for quick in [Photos::AtHand, Photos::Preview] {
            let picture = draw(&frame, &View::whole(&frame, 40.0), &ink(&bench), quick);
            let pixels = picture.rgba.as_chunks::<4>().0.iter();
            assert!(
                !pixels
                    .map(|[r, g, b, _]| Rgb([*r, *g, *b]))
                    .any(|pixel| is_magenta(&pixel))
            );
        }
        let pixels = screen.rgba.as_chunks::<4>().0.iter();
        let pixels: Vec<Rgb<u8>> = pixels.map(|[r, g, b, _]| Rgb([*r, *g, *b])).collect();
        assert!(!pixels.iter().any(is_magenta), "{kind:?}");
        if press.shop.photo_quality > 0.0 {
            continue;
        }
        let Some(pictures) = pictures_in(&file) else { continue };
        assert_eq!(pictures.len(), 1);
        let across = pictures[0].width();
        assert!(
            if angle == 0.0 { across == 400 } else { across < 600 },
            "{across} pixels are kept"
        );
        assert!(!pictures[0].pixels().any(is_magenta), "{kind:?} {angle}");
        assert!(!pictures[0].pixels().any(is_green), "{kind:?} {angle}");
    }
}

#[test]
fn a_photo_that_cannot_be_worked_on_is_hatched_and_never_shown_as_it_was() {
    let mut bench = Bench::new();
    let facts = bench.photo("secret.jpg", &jpeg_of(&secret()));
    let frame = frame_of(
        &bench,
        masked(&facts, MaskKind::Blur, 0.0),
        rect(200.0, 300.0, 400.0, 400.0),
        0.0,
    );
    // The right length and no picture any more.
    std::fs::write(bench.library.path(&facts), vec![7; facts.bytes as usize]).unwrap();
    let to = bench.path("gone.pdf");
    let press = bench.press();
    let done = write_pdf(
        &[page_of(&frame)],
        "照片",
        &press,
        &bench.sources(),
        &to,
        &Progress::default(),
    )
    .unwrap();
    assert_eq!(done.findings.len(), 1);
    assert_eq!(done.findings[0].rule, "photo-not-in-pdf");
    assert_eq!(x4::faults(&std::fs::read(&to).unwrap()), Vec::<String>::new());
}

/// Mean ΔE of both pictures, and the share of pixels that are far off; both blurred over 3 × 3, as edges fall apart.
fn unlike(screen: &[[u8; 3]], print: &[[u8; 3]], width: usize) -> (f64, f64) {
    let soft = |picture: &[[u8; 3]]| -> Vec<[f64; 3]> {
        let height = picture.len() / width;
        (1..height - 1)
            .flat_map(|y| {
                (1..width - 1).map(move |x| {
                    let around = (y - 1..=y + 1).flat_map(|y| (x - 1..=x + 1).map(move |x| y * width + x));
                    let sums = around.fold([0u32; 3], |mut sums, at| {
                        sums.iter_mut()
                            .zip(picture[at])
                            .for_each(|(sum, value)| *sum += u32::from(value));
                        sums
                    });
                    lab(sums.map(|sum| (sum / 9) as u8))
                })
            })
            .collect()
    };
    let off: Vec<f64> = soft(screen)
        .iter()
        .zip(soft(print))
        .map(|(a, b)| distance(*a, b))
        .collect();
    let far = off.iter().filter(|off| **off > 10.0).count();
    (
        off.iter().sum::<f64>() / off.len() as f64,
        far as f64 / off.len() as f64,
    )
}

#[test]
fn screen_and_print_show_the_same_straightened_turned_and_toned_photo() {
    let mut bench = Bench::new();
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/photos");
    let read = |name: &str| std::fs::read(photos.join(name)).unwrap();
    let turned = bench.photo("mountain-path.jpg", &read("mountain-path.jpg"));
    let p3 = bench.photo("fig-red-bowl.jpg", &read("fig-red-bowl.jpg"));
    let area = rect(150.0, 200.0, 600.0, 500.0);
    let crop = |angle, quarters| Crop {
        angle,
        quarters,
        zoom: 1.2,
        focus: [0.4, 0.6],
        keep: None,
    };
    let of = |digest: Digest, crop: Crop, tone: Tone, shape: Option<FrameShape>| PhotoElement {
        photo: Some(digest),
        crop,
        tone,
        shape,
        ..PhotoElement::default()
    };
    let lively = Tone {
        brightness: 10,
        contrast: 25,
        saturation: 20,
        warmth: 15,
        levels: [10, 245],
    };
    let cases = [
        ("level", of(turned.digest, crop(6.5, 0), Tone::default(), None), 0.0),
        ("quarter", of(turned.digest, crop(-3.0, 1), Tone::default(), None), 0.0),
        (
            "half",
            of(p3.digest, crop(0.0, 2), Tone::default(), Some(FrameShape::Ellipse)),
            12.0,
        ),
        (
            "toned",
            of(p3.digest, crop(4.0, 0), lively, Some(FrameShape::Rounded(60.0))),
            0.0,
        ),
        ("both", of(turned.digest, crop(-12.0, 3), lively, None), -8.0),
    ];
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let keep = std::env::var_os("ZHANBAN_PICTURES").map(PathBuf::from);
    for (name, photo, angle) in cases {
        let frame = frame_of(&bench, photo, area, angle);
        let press = Press::plain(bench.home.profile.clone());
        let file = written(&bench, &frame, &press, &format!("{name}.pdf"));
        without_intent(&file);
        let screen = draw(&frame, &View::whole(&frame, 30.0), &ink(&bench), Photos::Wait);
        assert!(is_settled(&frame, &ink(&bench)));
        let to = file.with_extension("");
        let mut tool = Tool::new("pdftoppm");
        tool.args(["-r", "30", "-png", "-singlefile", "-defaultcmykprofile"]);
        let Some(_) = called(tool.args([&profile, &file, &to])) else {
            return;
        };
        let print = image::open(to.with_extension("png")).unwrap().to_rgb8();
        let (width, height) = (screen.width.min(print.width()), screen.height.min(print.height()));
        let seen: Vec<[u8; 3]> = (0..height)
            .flat_map(|y| (0..width).map(move |x| (y * screen.width + x) as usize))
            .map(|at| {
                let [r, g, b, _] = screen.rgba.as_chunks::<4>().0[at];
                [r, g, b]
            })
            .collect();
        let printed: Vec<[u8; 3]> = (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .map(|(x, y)| print.get_pixel(x, y).0)
            .collect();
        if let Some(folder) = &keep {
            let flat: Vec<u8> = seen.iter().flatten().copied().collect();
            RgbImage::from_raw(width, height, flat)
                .unwrap()
                .save(folder.join(format!("{name}-screen.png")))
                .unwrap();
            print.save(folder.join(format!("{name}-print.png"))).unwrap();
        }
        let (mean, far) = unlike(&seen, &printed, width as usize);
        println!("{name}: mean ΔE {mean:.2}, far {far:.4}");
        assert!(mean < 2.0 && far < 0.02, "{name}: {mean} {far}");
    }
}

#[test]
fn a_face_stays_in_frames_of_every_shape() {
    let mut bench = Bench::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/portrait.jpg");
    let facts = bench.photo("portrait.jpg", &std::fs::read(file).unwrap());
    let face = facts.look.as_ref().unwrap().faces[0];
    for area in [
        rect(100.0, 100.0, 700.0, 300.0),
        rect(100.0, 100.0, 340.0, 800.0),
        rect(0.0, 0.0, 900.0, 1200.0),
        rect(300.0, 300.0, 300.0, 300.0),
    ] {
        for (angle, focus) in [(0.0, [0.5, 0.5]), (0.0, [1.0, 1.0]), (4.0, [0.0, 0.9])] {
            let photo = PhotoElement {
                photo: Some(facts.digest),
                crop: Crop {
                    angle,
                    focus,
                    ..Crop::about(&facts)
                },
                ..PhotoElement::default()
            };
            let frame = frame_of(&bench, photo, area, 0.0);
            let (at, image) = only_image(&frame.items, Transform::IDENTITY).unwrap();
            let whole = image.whole();
            let [x, y, w, h] = face.shares();
            for (x, y) in [(x, y), (x + w, y), (x + w, y + h), (x, y + h)] {
                let p = at.apply(point(whole.x + x * whole.w, whole.y + y * whole.h));
                assert!(area.grow(0.01).contains(p), "{area:?} {angle} {focus:?}: {p:?}");
            }
        }
    }
}

fn only_image(items: &[Placed], outer: Transform) -> Option<(Transform, &ImageItem)> {
    items.iter().find_map(|placed| {
        let at = placed.at.then(&outer);
        match &placed.item {
            Item::Image(image) => Some((at, image)),
            Item::Group(group) => only_image(&group.items, at),
            _ => None,
        }
    })
}

#[test]
fn a_straightened_photo_keeps_its_very_pixels() {
    let mut bench = Bench::new();
    let original = jpeg_of(&secret());
    let facts = bench.photo("a.jpg", &original);
    let photo = PhotoElement {
        photo: Some(facts.digest),
        crop: Crop {
            angle: 7.0,
            quarters: 1,
            ..Crop::default()
        },
        shape: Some(FrameShape::Ellipse),
        ..PhotoElement::default()
    };
    let frame = frame_of(&bench, photo, rect(200.0, 300.0, 400.0, 300.0), 0.0);
    let file = written(&bench, &frame, &bench.press(), "level.pdf");
    let scan = &original[original.len() - 4000..original.len() - 10];
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.windows(scan.len()).any(|window| window == scan));
    fn images(items: &[Placed]) -> usize {
        let count = |placed: &Placed| match &placed.item {
            Item::Image(image) => {
                assert!(image.recipe.is_none());
                1
            }
            Item::Group(group) => images(&group.items),
            _ => 0,
        };
        items.iter().map(count).sum()
    }
    assert_eq!(images(&frame.items), 1);
}
