//! Colours that a show fixes, inks of their own, soft shadows: in the file number for number, on screen and in print alike.

use super::hand::{Bench, filled, ink, placed};
use super::sample::sample;
use super::x4;
use lopdf::Document;
use lopdf::content::Content;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use zhanban::base::{Colour, Plate, Progress, Spot};
use zhanban::export::{Page, Sources, write_pdf};
use zhanban::geom::{point, rect, size};
use zhanban::layout::{Frame, Item, LayoutCache, Paint, Path as Shape, ShadowItem};
use zhanban::model::{Board, Command, Document as Show, ShowSwatch};
use zhanban::raster::{Ink as Screen, Photos, View, draw};

fn spot(name: &str, cmyk: [f64; 4]) -> Colour {
    let plate = Plate::new(name).unwrap();
    Colour::Spot(Spot { plate, cmyk })
}

/// Every `Separation` space of the file: the plate, and full ink of it.
fn plates(document: &Document) -> Vec<(String, Vec<f64>)> {
    let spaces = document.objects.values().filter_map(|object| object.as_array().ok());
    let separations = spaces.filter(|space| space.first().and_then(|kind| kind.as_name().ok()) == Some(b"Separation"));
    let mut plates: Vec<(String, Vec<f64>)> = separations
        .map(|space| {
            let name = String::from_utf8_lossy(space[1].as_name().unwrap()).into_owned();
            let tint = document.dereference(&space[3]).unwrap().1.as_dict().unwrap();
            let look = tint.get(b"C1").unwrap().as_array().unwrap();
            (name, look.iter().map(x4::real).collect())
        })
        .filter(|(name, _)| name != "All")
        .collect();
    plates.sort_by(|one, other| one.0.cmp(&other.0));
    plates
}

#[test]
fn a_spot_ink_has_one_plate_of_its_name_and_fills_text_and_lines() {
    let bench = Bench::new();
    let (gold, red) = (
        spot("专金", [20.0, 40.0, 85.0, 5.0]),
        spot("PANTONE 485 C", [0.0, 95.0, 100.0, 0.0]),
    );
    let mut words = bench.words("石橋還在", false, rect(20.0, 20.0, 200.0, 60.0));
    for placed in &mut words {
        if let Item::Glyphs(run) = &mut placed.item {
            run.paint = Paint::flat(gold);
        }
    }
    let items = [
        vec![
            filled(rect(10.0, 100.0, 40.0, 40.0), Paint::flat(red)),
            filled(rect(60.0, 100.0, 40.0, 40.0), Paint::Flat(ink(gold, 0.5))),
        ],
        words,
    ]
    .concat();
    let (file, document) = bench.good(items);
    let found = plates(&document);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["PANTONE 485 C", "专金"]);
    for ((_, look), wanted) in found.iter().zip([[0.0, 0.95, 1.0, 0.0], [0.2, 0.4, 0.85, 0.05]]) {
        let off = look.iter().zip(wanted).map(|(is, wanted)| (is - wanted).abs());
        assert!(off.fold(0.0, f64::max) < 1e-4, "{look:?}");
    }
    let id = document.get_pages()[&1];
    let content = Content::decode(&document.get_page_content(id)).unwrap();
    let tints = content.operations.iter().filter(|op| op.operator == "scn");
    assert!(tints.clone().count() >= 3);
    assert!(tints.clone().all(|op| x4::real(&op.operands[0]) == 1.0));
    // A program that prints plates finds them too.
    if let Some(names) = ghost_plates(&file) {
        assert!(names.contains("PANTONE 485 C"), "{names}");
    }
}

/// What ghostscript names as plates of the first page; `None` where it is not installed.
fn ghost_plates(file: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("plate%d.tif");
    let done = std::process::Command::new("gs")
        .args(["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r20"])
        .arg(format!("-sOutputFile={}", to.display()))
        .arg(file)
        .output();
    let Ok(done) = done else {
        assert!(std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(), "gs is not installed");
        return None;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let files = std::fs::read_dir(folder.path()).unwrap();
    let names: Vec<String> = files
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    Some(names.join(" "))
}

#[test]
fn a_show_colour_has_the_same_numbers_on_every_board_that_takes_it() {
    let sample = sample();
    let bench = Bench::new();
    let mut show = Show::new(sample.exhibition.clone());
    let red = [7.0, 93.0, 81.0, 3.0];
    let fixed = ShowSwatch {
        name: "全展红".into(),
        colour: Colour::Cmyk(red),
        stands_for: vec!["red/ground".into(), "doc/accent".into()],
    };
    show.execute(&Command::SetSwatches(vec![fixed.clone()])).unwrap();
    let exhibition = show.exhibition();
    let cache = LayoutCache::new(bench.home.fonts.clone());
    let sources = Sources {
        library: sample.library.clone(),
        photos: exhibition.photos.clone(),
        ..bench.sources()
    };
    let mut seen = BTreeMap::new();
    for family in ["red", "doc", "ink"] {
        let of_family = |board: &&Arc<Board>| exhibition.template_of(board).is_some_and(|of| of.family == family);
        for board in exhibition.in_order().into_iter().filter(of_family).take(4) {
            let template = exhibition.template_of(board).unwrap();
            let old: Vec<Colour> = ["ground", "accent"]
                .iter()
                .filter(|name| fixed.stands_for.contains(&format!("{family}/{name}")))
                .map(|name| template.swatches[*name])
                .collect();
            let page = Page {
                frame: Arc::new(cache.lay(exhibition, board, None).frame.clone()),
                ..Page::about(exhibition, board, None)
            };
            let to = bench.path("board.pdf");
            write_pdf(&[page], "x", &bench.press(), &sources, &to, &Progress::default()).unwrap();
            let bytes = std::fs::read(&to).unwrap();
            assert_eq!(x4::faults(&bytes), Vec::<String>::new());
            let inks = inks(&Document::load_mem(&bytes).unwrap());
            let has = |wanted: [f64; 4]| {
                let near = |inks: &&[f64; 4]| {
                    inks.iter()
                        .zip(wanted)
                        .all(|(is, wanted)| (is * 100.0 - wanted).abs() < 0.01)
                };
                inks.iter().filter(near).count()
            };
            *seen.entry(family).or_insert(0) += has(red);
            for old in old {
                let Colour::Cmyk(old) = old else { panic!("{old:?}") };
                assert_eq!(has(old), 0, "{} still has {old:?}", board.code);
            }
        }
    }
    assert!(seen["red"] > 8 && seen["doc"] >= 1 && seen["ink"] == 0, "{seen:?}");
    // Back to the template's own numbers.
    show.undo();
    assert!(show.exhibition().show.swatches.is_empty());
}

/// The inks of every fill and line of the first page.
fn inks(document: &Document) -> Vec<[f64; 4]> {
    let id = document.get_pages()[&1];
    let content = Content::decode(&document.get_page_content(id)).unwrap();
    let inks = content
        .operations
        .iter()
        .filter(|op| ["k", "K"].contains(&op.operator.as_str()));
    inks.map(|op| std::array::from_fn(|at| x4::real(&op.operands[at])))
        .collect()
}

fn shadow(blur: f64, alpha: f64) -> Item {
    Item::Shadow(ShadowItem {
        path: Shape::rect(rect(60.0, 60.0, 120.0, 80.0)),
        blur,
        ink: ink(Colour::Cmyk([0.0, 0.0, 0.0, 100.0]), alpha),
    })
}

/// Grey of the middle row of the page's pixels, 254 dpi, from the left.
fn printed_row(file: &Path, y: u32) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("page");
    let done = std::process::Command::new("pdftocairo")
        .args(["-png", "-singlefile", "-r", "25.4"])
        .arg(file)
        .arg(&to)
        .output();
    let Ok(done) = done else {
        assert!(
            std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(),
            "pdftocairo is not installed"
        );
        return None;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let picture = image::open(to.with_extension("png")).unwrap().to_luma8();
    Some((0..picture.width()).map(|x| picture.get_pixel(x, y)[0]).collect())
}

#[test]
fn a_shadow_fades_as_a_gaussian_on_screen_and_in_print() {
    let bench = Bench::new();
    let (blur, alpha) = (20.0, 0.6);
    let items = vec![placed(shadow(blur, alpha))];
    let (file, _) = bench.good(items.clone());
    let frame = Frame {
        size: size(300.0, 200.0),
        items,
    };
    let screen = Screen {
        fonts: bench.home.fonts.clone(),
        library: bench.library.clone(),
        proof: bench.home.proof.clone(),
        photos: Arc::default(),
        lens: None,
    };
    let picture = draw(&frame, &View::whole(&frame, 25.4), &screen, Photos::Wait);
    let black = f64::from(bench.home.proof.srgb(Colour::Cmyk([0.0, 0.0, 0.0, 100.0]))[0]);
    // One pixel a millimetre; the row through the middle of the shape.
    for x in 0..300u32 {
        let middle = f64::from(x) + 0.5;
        let edge = |at: f64| 0.5 * (1.0 + erf((middle - at) / (blur / 2.0) / std::f64::consts::SQRT_2));
        let share = (edge(60.0) - edge(180.0)) * alpha;
        let wanted = 255.0 - share * (255.0 - black);
        let seen = f64::from(picture.rgba[(100 * 300 + x as usize) * 4]);
        assert!((seen - wanted).abs() <= 2.0, "{x} mm: {seen}, not {wanted}");
    }
    // 3 mm of bleed and 10 mm of slug stand around the trim.
    let Some(row) = printed_row(&file, 113) else { return };
    let paper = row[20];
    let deepest = row[133];
    for x in [30u32, 50, 60, 70, 90, 120, 170, 180, 190, 210] {
        let middle = f64::from(x) + 0.5;
        let edge = |at: f64| 0.5 * (1.0 + erf((middle - at) / (blur / 2.0) / std::f64::consts::SQRT_2));
        let share = edge(60.0) - edge(180.0);
        let wanted = f64::from(paper) - share * (f64::from(paper) - f64::from(deepest));
        let seen = f64::from(row[x as usize + 13]);
        assert!((seen - wanted).abs() <= 5.0, "{x} mm: {seen}, not {wanted}");
    }
}

/// Abramowitz and Stegun 7.1.26: off by less than 2e-7.
fn erf(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
    let factors = [
        1.061_405_429,
        -1.453_152_027,
        1.421_413_741,
        -0.284_496_736,
        0.254_829_592,
    ];
    let sum = factors.iter().fold(0.0, |sum, factor| sum * t + factor);
    (1.0 - sum * t * (-x * x).exp()).copysign(x)
}

#[test]
fn a_shadow_with_nothing_to_cast_it_or_no_blur_is_no_trouble() {
    let bench = Bench::new();
    let of = |path: Shape, blur: f64| {
        placed(Item::Shadow(ShadowItem {
            path,
            blur,
            ink: ink(Colour::Srgb([0; 3]), 0.5),
        }))
    };
    let circle = Shape::circle(point(100.0, 100.0), 30.0);
    let items = vec![
        of(Shape::default(), 10.0),
        of(circle.clone(), 0.0),
        of(circle, 1e6),
        of(Shape::rect(rect(0.0, 0.0, 300.0, 0.0)), 5.0),
    ];
    bench.good(items);
}
