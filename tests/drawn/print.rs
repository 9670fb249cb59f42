//! A board with everything drawn, as PDF/X-4, and the screen against another program's picture of it.

use super::{Bench, DRAWING, art, emblem, line, shape};
use crate::export::likeness::{compare, printed, without_intent};
use crate::export::x4;
use std::path::Path;
use std::sync::Arc;
use zhanban::base::Progress;
use zhanban::export::{Page, Press, Sources, write_pdf};
use zhanban::geom::rect;
use zhanban::layout::Frame;
use zhanban::model::*;
use zhanban::raster::{Ink, Photos, View, draw};

const DPI: f64 = 40.0;

/// Written as a shop gets it, held against the rules, then compared.
fn prints_as_seen(bench: &Bench, name: &str) {
    let frame: Arc<Frame> = Arc::new(bench.laid().frame);
    let exhibition = bench.show.exhibition();
    let sources = Sources {
        fonts: bench.home.fonts.clone(),
        library: bench.library.clone(),
        photos: exhibition.photos.clone(),
        proof: bench.home.proof.clone(),
    };
    let page = Page {
        frame: frame.clone(),
        code: name.into(),
        title: name.into(),
        ..Page::default()
    };
    let to = bench.dir.path().join(format!("{name}.pdf"));
    let press = Press::plain(bench.home.profile.clone());
    write_pdf(&[page], name, &press, &sources, &to, &Progress::default()).unwrap();
    let bytes = std::fs::read(&to).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    without_intent(&to);
    let ink = Ink {
        fonts: bench.home.fonts.clone(),
        library: bench.library.clone(),
        proof: bench.home.proof.clone(),
        photos: exhibition.photos.clone(),
        lens: None,
    };
    let screen = draw(&frame, &View::whole(&frame, DPI), &ink, Photos::Wait);
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let Some(print) = printed(&to, &profile, &screen) else {
        return;
    };
    let (mean, far) = compare(&screen, &print);
    assert!(mean < 2.0 && far < 0.005, "{name}: mean ΔE {mean}, far {far}");
}

fn everything() -> Bench {
    let mut bench = Bench::new();
    let drawing = bench.file("花.svg", DRAWING.as_bytes());
    let picture = bench.file("徽.png", &crate::export::hand::png(image::ColorType::Rgb8));
    let mut plate = shape(ShapeForm::Rect { corner: 24.0 });
    plate.shadow = Some(Shadow {
        shift: [4.0, 6.0],
        blur: 16.0,
        opacity: 0.4,
        colour: "ink".into(),
    });
    bench.add(rect(60.0, 60.0, 780.0, 420.0), ElementKind::Shape(plate.clone()));
    bench.add(rect(90.0, 90.0, 720.0, 360.0), art(drawing.digest));
    bench.add(rect(60.0, 540.0, 200.0, 200.0), emblem(drawing.digest));
    bench.add(rect(300.0, 540.0, 120.0, 80.0), emblem(picture.digest));
    let mut ring = shape(ShapeForm::Ellipse);
    ring.fill = None;
    ring.line = Some(ShapeLine {
        tint: Tint::Inks([90.0, 40.0, 0.0, 20.0]),
        width: 14.0,
        dash: Dash::Solid,
    });
    ring.shadow = plate.shadow.clone();
    bench.add(rect(480.0, 540.0, 160.0, 160.0), ElementKind::Shape(ring));
    let mut pale = shape(ShapeForm::Ellipse);
    pale.opacity = 0.45;
    bench.add(rect(580.0, 560.0, 220.0, 160.0), ElementKind::Shape(pale));
    for (row, (dash, heads)) in [
        (Dash::Solid, Heads::None),
        (Dash::Dashed, Heads::End),
        (Dash::Dotted, Heads::None),
        (Dash::Solid, Heads::Both),
    ]
    .into_iter()
    .enumerate()
    {
        let mut drawn = line(heads, 6.0);
        drawn.line.as_mut().unwrap().dash = dash;
        bench.add(
            rect(60.0, 800.0 + 50.0 * row as f64, 380.0, 24.0),
            ElementKind::Shape(drawn),
        );
    }
    let stretched = ArtElement {
        art: Some(drawing.digest),
        is_stretched: true,
    };
    bench.add(rect(500.0, 790.0, 300.0, 300.0), ElementKind::Art(stretched));
    bench
}

#[test]
fn a_board_with_everything_drawn_prints_as_it_is_seen() {
    let mut bench = everything();
    bench.ground(Ground::Fade {
        from: Tint::Inks([0.0, 2.0, 8.0, 0.0]),
        to: Tint::Inks([10.0, 20.0, 40.0, 0.0]),
        way: FadeWay::DownRight,
    });
    prints_as_seen(&bench, "everything");
}

#[test]
fn patterns_and_pictures_print_as_they_are_seen() {
    for figure in Figure::ALL {
        let mut bench = Bench::new();
        bench.ground(Ground::Pattern {
            figure,
            paper: Tint::Inks([0.0, 2.0, 8.0, 0.0]),
            ink: Tint::Inks([8.0, 16.0, 30.0, 0.0]),
            pitch: 60.0,
        });
        prints_as_seen(&bench, &format!("{figure:?}"));
    }
    let mut bench = Bench::new();
    let photo = bench.file("渠.jpg", &crate::export::hand::jpeg()).digest;
    bench.ground(Ground::Photo { photo, veil: 0.6 });
    prints_as_seen(&bench, "picture");
}

/// A shop that wants its photos in inks gets no colour in any other space.
#[test]
fn a_shop_that_takes_only_inks_gets_drawings_in_inks() {
    let mut bench = Bench::new();
    let drawing = bench.file("花.svg", DRAWING.as_bytes());
    bench.add(rect(90.0, 600.0, 720.0, 360.0), art(drawing.digest));
    let spaces = |quality: f64| {
        let mut press = Press::plain(bench.home.profile.clone());
        press.shop.photo_quality = quality;
        let sources = Sources {
            fonts: bench.home.fonts.clone(),
            library: bench.library.clone(),
            photos: bench.show.exhibition().photos.clone(),
            proof: bench.home.proof.clone(),
        };
        let page = Page {
            frame: Arc::new(bench.laid().frame),
            code: "QH001".into(),
            ..Page::default()
        };
        let to = bench.dir.path().join(format!("{quality}.pdf"));
        write_pdf(&[page], "inks", &press, &sources, &to, &Progress::default()).unwrap();
        let bytes = std::fs::read(&to).unwrap();
        assert_eq!(x4::faults(&bytes), Vec::<String>::new());
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        let id = document.get_pages()[&1];
        let content = lopdf::content::Content::decode(&document.get_page_content(id)).unwrap();
        let named = |name: &str| {
            let is_it = |op: &&lopdf::content::Operation| {
                op.operator == "cs" && op.operands[0].as_name().is_ok_and(|space| space == name.as_bytes())
            };
            content.operations.iter().filter(is_it).count()
        };
        (
            named("sRGB"),
            content.operations.iter().filter(|op| op.operator == "k").count(),
        )
    };
    let (as_given, _) = spaces(0.0);
    let (turned, inks) = spaces(92.0);
    assert!(as_given > 4, "{as_given}");
    assert_eq!(turned, 0);
    assert!(inks > 6, "{inks}");
}
