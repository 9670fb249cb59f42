//! Bands of any height give the bytes of the picture in one piece.

use super::{Eye, Ink, Lens, Photos, View, bands};
use crate::base::{Digest, Turn};
use crate::geom::{Rect, Size, Transform, point, rect};
use crate::layout::{
    Colour, Frame, Glyph, GlyphRun, GroupItem, ImageItem, Ink as Shade, Item, Paint, Path, PathItem, Placed, Seg,
    Stroke,
};
use crate::media::{Library, Pixels, Proof};
use crate::text::{FaceId, FontSlot, Fonts};
use image::{ImageFormat, Rgba, RgbaImage};
use std::io::Cursor;
use std::path::Path as File;
use std::sync::Arc;

const CYAN: Colour = Colour::Cmyk([100.0, 20.0, 0.0, 10.0]);
const RED: Colour = Colour::Cmyk([0.0, 95.0, 90.0, 5.0]);

fn placed(at: Transform, item: Item) -> Placed {
    Placed { at, item, source: None }
}

fn shape(path: Path, fill: Option<Paint>, stroke: Option<Stroke>) -> Item {
    Item::Path(PathItem { path, fill, stroke })
}

fn shade(colour: Colour, alpha: f64) -> Shade {
    Shade { colour, alpha }
}

/// A leaf of two curves.
fn leaf(r: Rect) -> Path {
    let (top, bottom) = (point(r.x, r.y), point(r.right(), r.bottom()));
    Path::from(vec![
        Seg::Move(top),
        Seg::Cubic(point(r.right(), r.y), bottom, bottom),
        Seg::Cubic(point(r.x, r.bottom()), top, top),
        Seg::Close,
    ])
}

fn text(fonts: &Fonts, face: u16, em: f64, turns: u8, at: [f64; 2]) -> Item {
    let words = "水土青禾 Agq，。";
    let glyphs = words.char_indices().map(|(index, character)| {
        let id = fonts.font(FaceId(face)).charmap().map_unicode(character);
        Glyph {
            id: id.map_or(0, |id| id.to_u32() as u16),
            x: at[0] + index as f64 * em / 3.0,
            y: at[1] + index as f64 * em / 11.0,
            quarter_turns: turns,
            stretch: if index % 2 == 0 { 1.0 } else { 0.7 },
            cluster: index as u32..(index + character.len_utf8()) as u32,
        }
    });
    Item::Glyphs(GlyphRun {
        face: FaceId(face),
        slot: FontSlot::Hei,
        em,
        paint: Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, 95.0])),
        text: words.into(),
        glyphs: glyphs.collect(),
    })
}

fn photo(photo: Digest, place: Rect, clip: Rect, grey: bool) -> Item {
    Item::Image(ImageItem {
        photo,
        turn: Turn::default(),
        stored_px: [640, 480],
        place,
        clip,
        grey,
        recipe: None,
    })
}

fn shapes() -> Vec<Placed> {
    let stops = vec![(0.0, shade(CYAN, 1.0)), (0.4, shade(RED, 0.5)), (1.0, shade(RED, 1.0))];
    let linear = Paint::Linear {
        from: point(0.0, 0.0),
        to: point(200.0, 310.0),
        stops: stops.clone(),
    };
    let radial = Paint::Radial {
        centre: point(150.0, 200.0),
        radius: 90.0,
        stops,
    };
    let stroke = |width: f64, round, dash: &[f64]| Stroke {
        paint: Paint::flat(CYAN),
        width,
        round,
        dash: dash.to_vec(),
    };
    let tilted = Transform::rotate_about(17.0, point(100.0, 150.0));
    let faded = GroupItem {
        clip: Some(leaf(rect(20.0, 30.0, 170.0, 240.0))),
        opacity: 0.6,
        items: vec![
            placed(
                tilted,
                shape(Path::rect(rect(30.0, 60.0, 120.0, 90.0)), Some(Paint::flat(RED)), None),
            ),
            placed(
                Transform::shift(11.3, 7.7),
                shape(leaf(rect(10.0, 100.0, 150.0, 150.0)), Some(radial), None),
            ),
        ],
    };
    vec![
        placed(
            Transform::IDENTITY,
            shape(Path::rect(rect(-10.0, -10.0, 220.0, 320.0)), Some(linear), None),
        ),
        placed(
            tilted,
            shape(leaf(rect(10.0, 20.0, 180.0, 260.0)), None, Some(stroke(3.3, true, &[]))),
        ),
        placed(
            tilted,
            shape(
                leaf(rect(40.0, 20.0, 100.0, 200.0)),
                None,
                Some(stroke(1.1, false, &[7.0, 3.0])),
            ),
        ),
        placed(Transform::IDENTITY, Item::Group(faded)),
    ]
}

struct Desk {
    _folder: tempfile::TempDir,
    ink: Ink,
    frame: Frame,
}

fn desk() -> Desk {
    let root = File::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path());
    let picture = RgbaImage::from_fn(640, 480, |x, y| {
        let wave = |a: u32, b: u32| (((x * a + y * b) % 512) as i32 - 256).unsigned_abs().min(255) as u8;
        Rgba([
            wave(3, 1),
            wave(1, 5),
            wave(2, 2),
            if x < 320 { 255 } else { wave(1, 1) },
        ])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let facts = library.add_bytes("waves.png", &bytes.into_inner()).unwrap();
    let fonts = Arc::new(Fonts::open(&root.join("fonts")).unwrap());
    let icc = std::fs::read(root.join("assets/profiles/coated-fogra39.icc")).unwrap();
    let mut items = shapes();
    let upright = photo(
        facts.digest,
        rect(12.3, 31.7, 160.0, 120.0),
        rect(20.0, 31.7, 140.0, 111.1),
        false,
    );
    let tilted = photo(
        facts.digest,
        rect(0.0, 0.0, 80.0, 60.0),
        rect(0.0, 0.0, 80.0, 60.0),
        true,
    );
    items.push(placed(Transform::IDENTITY, upright));
    items.push(placed(
        Transform::rotate(-12.0).then(&Transform::shift(70.0, 200.0)),
        tilted,
    ));
    items.push(placed(
        Transform::IDENTITY,
        photo(
            Digest([7; 32]),
            rect(150.0, 10.0, 40.0, 70.0),
            rect(150.0, 10.0, 40.0, 70.0),
            false,
        ),
    ));
    for face in 0..9 {
        let em = 3.0 + f64::from(face) * 4.0;
        items.push(placed(
            Transform::IDENTITY,
            text(
                &fonts,
                face,
                em,
                (face % 4) as u8,
                [20.0 + em, 20.0 + f64::from(face) * 29.0],
            ),
        ));
    }
    let ink = Ink {
        fonts,
        library,
        proof: Arc::new(Proof::from_icc(&icc).unwrap()),
        photos: Arc::new([(facts.digest, Arc::new(facts))].into()),
        lens: None,
    };
    let frame = Frame {
        size: Size { w: 200.0, h: 300.0 },
        items,
    };
    Desk {
        _folder: folder,
        ink,
        frame,
    }
}

#[test]
fn bands_show_no_seams() {
    let desk = desk();
    let views = [
        View::whole(&desk.frame, 72.0),
        View {
            width_px: 500,
            height_px: 900,
            origin: point(-13.3, -17.1),
            px_per_mm: 2.37,
        },
        View {
            width_px: 333,
            height_px: 700,
            origin: point(60.07, 111.9),
            px_per_mm: 9.1,
        },
    ];
    for view in views {
        let draw = |rows| bands::draw(&desk.frame, &view, &desk.ink, Photos::Wait, rows);
        let whole = draw(view.height_px.next_multiple_of(64));
        for rows in [64, 192] {
            let banded = draw(rows);
            let differing = whole.rgba.iter().zip(&banded.rgba).filter(|(a, b)| a != b).count();
            let first = whole.rgba.iter().zip(&banded.rgba).position(|(a, b)| a != b);
            let place = first.map(|at| (at / 4 % view.width_px as usize, at / 4 / view.width_px as usize));
            assert_eq!(differing, 0, "{rows} rows, {view:?}: first at {place:?}");
        }
    }
}

#[test]
fn a_picture_of_ordinary_size_is_cut_for_the_cores_and_a_small_one_is_not() {
    let view = |width_px, height_px| View {
        width_px,
        height_px,
        origin: point(0.0, 0.0),
        px_per_mm: 1.0,
    };
    assert!(bands::rows(&view(300, 400)) >= 400);
    assert!(bands::rows(&view(1600, 1000)) < 500);
    // A gigapixel in pieces of a few megapixels.
    let rows = bands::rows(&view(25_000, 40_000));
    assert!(rows * 25_000 < 4_000_000);
    assert_eq!(rows % 64, 0);
    assert_eq!(bands::rows(&view(0, 0)), 64);
}

#[test]
fn a_lens_shows_what_the_inks_do() {
    let desk = desk();
    let lens = |eye| Lens::of(eye, &desk.ink.proof).unwrap();
    let photo = |rgb: [u8; 3], eye| {
        let pixels = Pixels {
            width: 1,
            height: 1,
            rgba: vec![rgb[0], rgb[1], rgb[2], 255],
        };
        let seen = lens(eye).photo(&pixels).rgba;
        [seen[0], seen[1], seen[2]]
    };
    assert!(Lens::of(Eye::Screen, &desk.ink.proof).is_none());
    let (green, grey) = ([0, 255, 0], [128, 128, 128]);
    // No press prints this green; grey it does.
    assert!(photo(green, Eye::Print)[0] > 40 && photo(grey, Eye::Print).iter().all(|part| part.abs_diff(128) < 6));
    assert_ne!(photo(green, Eye::Gamut), green);
    assert_eq!(photo(grey, Eye::Gamut), grey);
    let wet = Eye::Coverage { limit: 300.0 };
    let of = |inks| lens(wet).colour(Colour::Cmyk(inks));
    assert_eq!(of([0.0; 4]), [255; 3]);
    let (under, over) = (of([75.0; 4]), of([75.0, 75.0, 75.0, 76.0]));
    assert!(under[0] < 80 && over[0] > 200, "{under:?} {over:?}");
    assert_eq!(photo([255; 3], wet), [255; 3]);
}
