//! Text as outlines (转曲): the same page without a font in it.

use super::hand::{Bench, filled, ink, page, placed};
use super::sample::sample;
use super::{outside, x4};
use lopdf::Document;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use zhanban::base::{Colour, Progress};
use zhanban::export::{Page, Press, Sources, write_pdf};
use zhanban::geom::{Transform, point, rect};
use zhanban::layout::{GroupItem, Item, Paint, Path as Shape, Placed};

/// Pixels differ where any channel does by more than this: a letter that is lost or moved differs by up to 255, smoothed
/// edges mostly by less. poppler's cairo output draws both from the same curves; its other one (splash, `pdftoppm`) puts
/// large letters on whole pixels and shows 0.9 % where this shows 0.4 % (measured, a board full of text).
const FAR: u8 = 64;

/// At most this share of a page's pixels may differ at 100 dpi.
const SHARE: f64 = 0.005;

/// The page at 100 dpi as poppler draws it; `None` where poppler is not installed.
fn drawn(file: &Path) -> Option<image::RgbImage> {
    let to = file.with_extension("");
    let done = Command::new("pdftocairo")
        .args(["-r", "100", "-png", "-singlefile"])
        .arg(file)
        .arg(&to)
        .output();
    let Ok(done) = done else {
        assert!(std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(), "pdftocairo is missing");
        return None;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(image::open(to.with_extension("png")).unwrap().into_rgb8())
}

/// Share of pixels that differ, and the share that is not white.
fn differing(one: &image::RgbImage, other: &image::RgbImage) -> (f64, f64) {
    assert_eq!(one.dimensions(), other.dimensions());
    let is_far = |(a, b): &(&image::Rgb<u8>, &image::Rgb<u8>)| {
        let mut channels = a.0.iter().zip(b.0);
        channels.any(|(a, b)| a.abs_diff(b) > FAR)
    };
    let count = f64::from(one.width() * one.height());
    let far = one.pixels().zip(other.pixels()).filter(is_far).count();
    let inked = one.pixels().filter(|pixel| pixel.0 != [255; 3]).count();
    (far as f64 / count, inked as f64 / count)
}

/// No font object, no text, nothing against PDF/X-4.
fn is_without_fonts(file: &Path) {
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    let document = Document::load_mem(&bytes).unwrap();
    for (id, object) in &document.objects {
        let dictionary = object.as_dict().or(object.as_stream().map(|stream| &stream.dict));
        let kind = dictionary.ok().and_then(|d| d.get(b"Type").ok()?.as_name().ok());
        let is_font = matches!(kind, Some(b"Font" | b"FontDescriptor"));
        assert!(!is_font, "object {id:?} is a font");
    }
    if let Some(text) = outside("pdftotext", &[], file) {
        assert_eq!(text.trim(), "", "text comes out");
    }
    if let Ok(done) = Command::new("pdffonts").arg(file).output() {
        let listed = String::from_utf8_lossy(&done.stdout).lines().count();
        // Two lines of heading stand there in any case.
        assert!(listed <= 2, "{}", String::from_utf8_lossy(&done.stdout));
    }
}

fn both(page: &Page, press: &Press, sources: &Sources, folder: &Path) -> [std::path::PathBuf; 2] {
    [false, true].map(|is_outlined| {
        let mut press = press.clone();
        press.shop.is_outlined = is_outlined;
        let to = folder.join(if is_outlined { "outlined.pdf" } else { "live.pdf" });
        let pages = std::slice::from_ref(page);
        write_pdf(pages, "轉曲", &press, sources, &to, &Progress::default()).unwrap();
        to
    })
}

#[test]
fn every_way_of_setting_text_looks_the_same_as_outlines() {
    let bench = Bench::new();
    let red = Colour::Cmyk([10.0, 100.0, 90.0, 0.0]);
    let painted = |items: Vec<Placed>, paint: &Paint, stretch: f64| -> Vec<Placed> {
        let mut items = items;
        for placed in &mut items {
            if let Item::Glyphs(run) = &mut placed.item {
                run.paint = paint.clone();
                run.glyphs.iter_mut().for_each(|glyph| glyph.stretch = stretch);
            }
        }
        items
    };
    let ramp = Paint::Linear {
        from: point(0.0, 0.0),
        to: point(130.0, 0.0),
        stops: vec![(0.0, ink(red, 1.0)), (1.0, ink(Colour::Srgb([10, 20, 200]), 0.4))],
    };
    let turned = |items: Vec<Placed>| {
        placed(Item::Group(GroupItem {
            clip: Some(Shape::rect(rect(0.0, 0.0, 300.0, 200.0))),
            opacity: 0.5,
            items,
        }))
    };
    let words = |text: &str, vertical, at| bench.words(text, vertical, at);
    let flat = Paint::flat(red);
    let mut group = turned(words("旋转了", false, rect(0.0, 0.0, 100.0, 40.0)));
    group.at = Transform::rotate(-20.0).then(&Transform::shift(20.0, 190.0));
    let items = [
        words("石橋還在，A1 gj—“溪声”", false, rect(5.0, 5.0, 280.0, 60.0)),
        words("（他說）：「Latin第12座」", true, rect(200.0, 40.0, 90.0, 150.0)),
        painted(words("窄字宽字", false, rect(5.0, 70.0, 120.0, 30.0)), &flat, 0.6),
        painted(words("渐变的字", false, rect(5.0, 105.0, 130.0, 30.0)), &ramp, 1.0),
        painted(
            words("半透明", false, rect(5.0, 140.0, 130.0, 30.0)),
            &Paint::Flat(ink(red, 0.5)),
            1.3,
        ),
        vec![group, filled(rect(290.0, 190.0, 5.0, 5.0), flat.clone())],
    ]
    .concat();
    let [live, outlined] = both(&page("1", items), &bench.press(), &bench.sources(), bench.dir.path());
    is_without_fonts(&outlined);
    let (Some(live), Some(outlined)) = (drawn(&live), drawn(&outlined)) else {
        return;
    };
    let (far, inked) = differing(&live, &outlined);
    assert!(inked > 0.05, "hardly anything is on the page: {inked}");
    assert!(far < SHARE, "{:.3} % differ", far * 100.0);
}

#[test]
fn boards_of_the_sample_look_the_same_as_outlines() {
    let sample = sample();
    let folder = tempfile::tempdir().unwrap();
    let sources = Sources {
        fonts: sample.home.fonts.clone(),
        library: sample.library.clone(),
        photos: sample.exhibition.photos.clone(),
        proof: sample.home.proof.clone(),
    };
    let mut press = Press::plain(sample.home.profile.clone());
    (press.shop.bleed, press.shop.slug, press.shop.has_crop_marks) = (3.0, 10.0, true);
    for (code, frame, _) in [&sample.boards[0], &sample.boards[57]] {
        let page = Page {
            frame: Arc::clone(frame),
            title: code.clone(),
            code: code.clone(),
            ..Page::default()
        };
        let [live, outlined] = both(&page, &press, &sources, folder.path());
        is_without_fonts(&outlined);
        let sizes = [&live, &outlined].map(|file| std::fs::metadata(file).unwrap().len());
        let (Some(live), Some(outlined)) = (drawn(&live), drawn(&outlined)) else {
            return;
        };
        let (far, _) = differing(&live, &outlined);
        println!("{code}: {:.4} % differ, bytes {sizes:?}", far * 100.0);
        assert!(far < SHARE, "{code}: {:.3} % differ", far * 100.0);
    }
}
