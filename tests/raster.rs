//! Tests of raster through its public face: small frames, and what stands at which pixel.

mod pdf;

use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path as File;
use std::sync::{Arc, LazyLock};
use zhanban::base::{Digest, PhotoFacts, PhotoState, Turn};
use zhanban::geom::{Point, Rect, Transform, point, rect, size};
use zhanban::layout::{
    Colour, Frame, Glyph, GlyphRun, GroupItem, ImageItem, Ink as Shade, Item, Paint, Path, PathItem, Placed, Seg,
    Stroke,
};
use zhanban::media::{Library, Proof, set_default_proof};
use zhanban::raster::{Ink, Photos, Picture, View, draw, png};
use zhanban::text::{FaceId, FontSlot, Fonts};

const RED: Colour = Colour::Srgb([200, 30, 40]);
const BLUE: Colour = Colour::Srgb([20, 60, 190]);
const WHITE: [u8; 4] = [255; 4];

static FONTS: LazyLock<Arc<Fonts>> = LazyLock::new(|| Arc::new(Fonts::open(&root().join("fonts")).unwrap()));
static PROOF: LazyLock<Arc<Proof>> = LazyLock::new(|| {
    let icc = std::fs::read(root().join("assets/profiles/coated-fogra39.icc")).unwrap();
    let proof = Arc::new(Proof::from_icc(&icc).unwrap());
    set_default_proof(&proof);
    proof
});

fn root() -> &'static File {
    File::new(env!("CARGO_MANIFEST_DIR"))
}

/// A library in a folder of its own, and the ink that reads it.
struct Desk {
    _folder: tempfile::TempDir,
    ink: Ink,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let ink = Ink {
            fonts: FONTS.clone(),
            library: Library::open(&folder.path().join("media")),
            proof: PROOF.clone(),
            photos: Arc::default(),
            lens: None,
        };
        Desk { _folder: folder, ink }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> PhotoFacts {
        let facts = self.ink.library.add_bytes(name, bytes).unwrap();
        let mut photos: BTreeMap<Digest, Arc<PhotoFacts>> = (*self.ink.photos).clone();
        photos.insert(facts.digest, Arc::new(facts.clone()));
        self.ink.photos = Arc::new(photos);
        facts
    }

    /// Ten pixels a millimetre, the whole trim.
    fn draw(&self, frame: &Frame) -> Picture {
        draw(frame, &View::whole(frame, 254.0), &self.ink, Photos::Wait)
    }
}

/// A board of 20 × 10 mm: 200 × 100 pixels.
fn frame(items: Vec<Item>) -> Frame {
    Frame {
        size: size(20.0, 10.0),
        items: items
            .into_iter()
            .map(|item| placed(Transform::IDENTITY, item))
            .collect(),
    }
}

fn placed(at: Transform, item: Item) -> Placed {
    Placed { at, item, source: None }
}

fn filled(r: Rect, paint: Paint) -> Item {
    Item::Path(PathItem {
        path: Path::rect(r),
        fill: Some(paint),
        stroke: None,
    })
}

fn flat(r: Rect, colour: Colour) -> Item {
    filled(r, Paint::flat(colour))
}

fn shade(colour: Colour, alpha: f64) -> Shade {
    Shade { colour, alpha }
}

fn line(points: &[Point], stroke: Stroke) -> Item {
    let mut segs = vec![Seg::Move(points[0])];
    segs.extend(points[1..].iter().map(|p| Seg::Line(*p)));
    Item::Path(PathItem {
        path: Path::from(segs),
        fill: None,
        stroke: Some(stroke),
    })
}

fn stroke(width: f64, round: bool, dash: &[f64]) -> Stroke {
    Stroke {
        paint: Paint::flat(RED),
        width,
        round,
        dash: dash.to_vec(),
    }
}

fn at(picture: &Picture, x: u32, y: u32) -> [u8; 4] {
    let index = (y * picture.width + x) as usize * 4;
    picture.rgba[index..index + 4].try_into().unwrap()
}

fn opaque(colour: Colour) -> [u8; 4] {
    let [r, g, b] = PROOF.srgb(colour);
    [r, g, b, 255]
}

/// `part` of the colour over the other one.
fn over(colour: Colour, below: [u8; 4], part: f64) -> [u8; 4] {
    let top = opaque(colour);
    std::array::from_fn(|i| (f64::from(top[i]) * part + f64::from(below[i]) * (1.0 - part)).round() as u8)
}

#[track_caller]
fn assert_near(seen: [u8; 4], wanted: [u8; 4], tolerance: u8) {
    let is_near = seen.iter().zip(&wanted).all(|(a, b)| a.abs_diff(*b) <= tolerance);
    assert!(is_near, "{seen:?} instead of {wanted:?}");
}

/// Left, top, right, bottom (outside) of the pixels that are not white.
fn ink_box(picture: &Picture) -> Option<[u32; 4]> {
    let mut found: Option<[u32; 4]> = None;
    for y in 0..picture.height {
        for x in 0..picture.width {
            if at(picture, x, y)[..3].iter().any(|part| *part < 235) {
                let [x0, y0, x1, y1] = found.unwrap_or([x, y, x, y]);
                found = Some([x0.min(x), y0.min(y), x1.max(x + 1), y1.max(y + 1)]);
            }
        }
    }
    found
}

fn encoded(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// 96 × 64: red, green, blue, white in the four quarters.
fn quarters() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| Rgb(QUARTERS[(y / 32 * 2 + x / 48) as usize]))
}

const QUARTERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 200, 30], [30, 30, 220], [250, 250, 250]];

fn with_turn(png: &[u8], turn: u16) -> Vec<u8> {
    let mut chunk = b"eXIfMM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    chunk.extend(turn.to_be_bytes());
    chunk.extend([0; 6]);
    let mut crc = flate2::Crc::new();
    crc.update(&chunk);
    let length = (chunk.len() as u32 - 4).to_be_bytes();
    [&png[..33], &length, &chunk, &crc.sum().to_be_bytes(), &png[33..]].concat()
}

fn image_item(facts: &PhotoFacts, place: Rect, clip: Rect) -> ImageItem {
    ImageItem {
        photo: facts.digest,
        turn: facts.turn,
        stored_px: facts.stored_px,
        place,
        clip,
        grey: false,
        recipe: None,
    }
}

#[test]
fn colours_stand_where_the_frame_says_to_the_pixel() {
    let ink = Colour::Cmyk([90.0, 40.0, 10.0, 20.0]);
    let picture = Desk::new().draw(&frame(vec![
        flat(rect(1.0, 2.0, 5.0, 3.0), RED),
        flat(rect(12.0, 2.0, 5.0, 3.0), ink),
    ]));
    assert_eq!((picture.width, picture.height), (200, 100));
    for (x, y) in [(10, 20), (59, 49), (30, 30)] {
        assert_eq!(at(&picture, x, y), opaque(RED));
        assert_eq!(at(&picture, x + 110, y), opaque(ink));
    }
    for (x, y) in [(9, 30), (60, 30), (30, 19), (30, 50), (0, 0), (199, 99)] {
        assert_eq!(at(&picture, x, y), WHITE, "{x},{y}");
    }
}

#[test]
fn an_edge_within_a_pixel_covers_it_in_part() {
    let picture = Desk::new().draw(&frame(vec![flat(rect(1.05, 2.025, 5.0, 3.0), RED)]));
    assert_near(at(&picture, 10, 30), over(RED, WHITE, 0.5), 2);
    assert_near(at(&picture, 60, 30), over(RED, WHITE, 0.5), 2);
    assert_near(at(&picture, 30, 20), over(RED, WHITE, 0.75), 2);
    assert_near(at(&picture, 30, 50), over(RED, WHITE, 0.25), 2);
    assert_eq!(at(&picture, 30, 30), opaque(RED));
}

#[test]
fn a_see_through_colour_lets_the_one_below_through() {
    let veil = Paint::Flat(shade(BLUE, 0.3));
    let picture = Desk::new().draw(&frame(vec![
        flat(rect(0.0, 0.0, 10.0, 10.0), RED),
        filled(rect(5.0, 0.0, 10.0, 10.0), veil),
    ]));
    assert_near(at(&picture, 70, 50), over(BLUE, opaque(RED), 0.3), 1);
    assert_near(at(&picture, 120, 50), over(BLUE, WHITE, 0.3), 1);
    assert_eq!(at(&picture, 70, 50)[3], 255);
}

#[test]
fn a_gradient_is_mixed_in_inks_as_the_press_does() {
    let (a, b) = ([100.0, 60.0, 0.0, 0.0], [0.0, 20.0, 100.0, 0.0]);
    let gradient = |stops| Paint::Linear {
        from: point(0.0, 0.0),
        to: point(20.0, 0.0),
        stops,
    };
    let desk = Desk::new();
    let whole = rect(0.0, 0.0, 20.0, 10.0);
    let inks = gradient(vec![
        (0.0, shade(Colour::Cmyk(a), 1.0)),
        (1.0, shade(Colour::Cmyk(b), 1.0)),
    ]);
    let picture = desk.draw(&frame(vec![filled(whole, inks)]));
    for (x, part) in [(0, 0.0025), (50, 0.2525), (100, 0.5025), (199, 0.9975)] {
        let mixture = std::array::from_fn(|i| a[i] + (b[i] - a[i]) * part);
        assert_near(at(&picture, x, 7), opaque(Colour::Cmyk(mixture)), 2);
        assert_near(at(&picture, x, 92), at(&picture, x, 7), 1);
    }
    // The straight way between the screen colours is another one.
    let straight = over(Colour::Cmyk(b), opaque(Colour::Cmyk(a)), 0.5);
    assert!(
        at(&picture, 100, 7)
            .iter()
            .zip(straight)
            .any(|(a, b)| a.abs_diff(b) > 8)
    );

    let screen = gradient(vec![(0.25, shade(RED, 1.0)), (0.75, shade(BLUE, 0.0))]);
    let picture = desk.draw(&frame(vec![filled(whole, screen)]));
    assert_eq!(at(&picture, 20, 50), opaque(RED));
    assert_eq!(at(&picture, 180, 50), WHITE);
    // Half way in colour and half as opaque.
    let half: [u8; 4] = std::array::from_fn(|i| ((u32::from(opaque(RED)[i]) + u32::from(opaque(BLUE)[i])) / 2) as u8);
    let wanted = std::array::from_fn(|i| ((u32::from(half[i]) + 255) / 2) as u8);
    assert_near(at(&picture, 100, 50), wanted, 3);
}

#[test]
fn a_long_gradient_shows_no_stripes() {
    let grey = |value: u8| shade(Colour::Srgb([value; 3]), 1.0);
    let paint = Paint::Linear {
        from: point(0.0, 0.0),
        to: point(20.0, 0.0),
        stops: vec![(0.0, grey(10)), (1.0, grey(14))],
    };
    let picture = Desk::new().draw(&frame(vec![filled(rect(0.0, 0.0, 20.0, 10.0), paint)]));
    // Four steps over 200 pixels, and yet each square of eight is as bright as it should be.
    for left in (0..200).step_by(8) {
        let square: u32 = (0..64)
            .map(|i| u32::from(at(&picture, left + i % 8, 40 + i / 8)[1]))
            .sum();
        let wanted = 10.0 + 4.0 * (f64::from(left) + 4.0) / 200.0;
        assert!((f64::from(square) / 64.0 - wanted).abs() < 0.08, "{left}");
    }
}

#[test]
fn a_gradient_turns_with_its_item_and_a_round_one_runs_from_its_centre() {
    let stops = vec![(0.0, shade(RED, 1.0)), (1.0, shade(BLUE, 1.0))];
    let linear = Paint::Linear {
        from: point(0.0, 0.0),
        to: point(10.0, 0.0),
        stops: stops.clone(),
    };
    let radial = Paint::Radial {
        centre: point(15.0, 5.0),
        radius: 5.0,
        stops,
    };
    let mut frame = frame(vec![filled(rect(10.0, 0.0, 10.0, 10.0), radial)]);
    let turned = Transform::rotate(90.0).then(&Transform::shift(10.0, 0.0));
    frame
        .items
        .push(placed(turned, filled(rect(0.0, 0.0, 10.0, 10.0), linear)));
    let picture = Desk::new().draw(&frame);
    assert_near(at(&picture, 50, 0), opaque(RED), 2);
    assert_near(at(&picture, 50, 50), over(BLUE, opaque(RED), 0.505), 2);
    assert_near(at(&picture, 50, 99), opaque(BLUE), 2);
    assert_near(at(&picture, 150, 50), opaque(RED), 3);
    assert_near(at(&picture, 175, 50), over(BLUE, opaque(RED), 0.51), 3);
    assert_near(at(&picture, 199, 99), opaque(BLUE), 1);
}

#[test]
fn a_group_is_cut_and_fades_as_one() {
    let group = GroupItem {
        clip: Some(Path::rect(rect(3.0, 0.0, 10.0, 10.0))),
        opacity: 0.4,
        items: vec![
            placed(Transform::IDENTITY, flat(rect(0.0, 0.0, 8.0, 10.0), RED)),
            placed(Transform::shift(6.0, 0.0), flat(rect(0.0, 0.0, 14.0, 10.0), BLUE)),
        ],
    };
    let picture = Desk::new().draw(&frame(vec![Item::Group(group)]));
    assert_eq!(at(&picture, 29, 50), WHITE);
    assert_near(at(&picture, 40, 50), over(RED, WHITE, 0.4), 1);
    // Where both lie, only the upper one is seen.
    assert_near(at(&picture, 70, 50), over(BLUE, WHITE, 0.4), 1);
    assert_near(at(&picture, 129, 50), over(BLUE, WHITE, 0.4), 1);
    assert_eq!(at(&picture, 130, 50), WHITE);
    assert!(picture.rgba.as_chunks::<4>().0.iter().all(|px| px[3] == 255));
}

#[test]
fn groups_in_groups_stand_where_all_their_transforms_put_them() {
    let inner = GroupItem {
        clip: Some(Path::rect(rect(0.0, 0.0, 2.0, 1.0))),
        opacity: 1.0,
        items: vec![placed(Transform::scale(2.0, 2.0), flat(rect(0.0, 0.0, 5.0, 5.0), RED))],
    };
    let outer = GroupItem {
        clip: None,
        opacity: 1.0,
        items: vec![placed(Transform::rotate(90.0), Item::Group(inner))],
    };
    let mut frame = frame(Vec::new());
    frame
        .items
        .push(placed(Transform::shift(10.0, 4.0), Item::Group(outer)));
    let picture = Desk::new().draw(&frame);
    assert_eq!(ink_box(&picture), Some([90, 40, 100, 60]));
    let empty = GroupItem {
        clip: Some(Path::default()),
        opacity: 1.0,
        items: vec![placed(Transform::IDENTITY, flat(rect(0.0, 0.0, 5.0, 5.0), RED))],
    };
    assert_eq!(ink_box(&Desk::new().draw(&self::frame(vec![Item::Group(empty)]))), None);
}

#[test]
fn lines_are_as_wide_as_they_should_with_their_ends_and_dashes() {
    let ends = [point(2.0, 5.0), point(12.0, 5.0)];
    let desk = Desk::new();
    let plain = desk.draw(&frame(vec![line(&ends, stroke(1.0, false, &[]))]));
    assert_eq!(ink_box(&plain), Some([20, 45, 120, 55]));
    let round = desk.draw(&frame(vec![line(&ends, stroke(1.0, true, &[]))]));
    assert_eq!(ink_box(&round), Some([15, 45, 125, 55]));
    assert_eq!(at(&round, 15, 45), WHITE);
    let dashed = desk.draw(&frame(vec![line(&ends, stroke(1.0, false, &[2.0, 1.0]))]));
    for (x, is_on) in [
        (21, true),
        (39, true),
        (41, false),
        (49, false),
        (51, true),
        (69, true),
        (71, false),
    ] {
        assert_eq!(at(&dashed, x, 50) == opaque(RED), is_on, "{x}");
    }
    // A stretched item has a stretched line.
    let mut stretched = frame(Vec::new());
    let vertical = line(&[point(2.0, 2.0), point(2.0, 8.0)], stroke(1.0, false, &[]));
    stretched.items.push(placed(Transform::scale(3.0, 1.0), vertical));
    assert_eq!(ink_box(&desk.draw(&stretched)), Some([45, 20, 75, 80]));
}

#[test]
fn a_hole_of_the_other_direction_stays_open() {
    let mut path = Path::rect(rect(2.0, 2.0, 6.0, 6.0));
    let corners = [(4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0)].map(|(x, y)| point(x, y));
    path.segs.push(Seg::Move(corners[0]));
    path.segs.extend(corners[1..].iter().map(|p| Seg::Line(*p)));
    path.segs.push(Seg::Close);
    let item = Item::Path(PathItem {
        path,
        fill: Some(Paint::flat(RED)),
        stroke: None,
    });
    let picture = Desk::new().draw(&frame(vec![item]));
    assert_eq!(at(&picture, 30, 50), opaque(RED));
    assert_eq!(at(&picture, 50, 50), WHITE);
}

#[test]
fn photos_of_all_eight_turns_stand_upright_in_their_place() {
    let mut desk = Desk::new();
    for turn in 1..=8 {
        let facts = desk.add("t.png", &with_turn(&encoded(&quarters()), turn));
        assert_eq!(facts.turn, Turn::from_exif(u32::from(turn)));
        let [w, h] = facts.upright_px();
        let place = rect(2.0, 1.0, f64::from(w) / 12.0, f64::from(h) / 12.0);
        let item = image_item(&facts, place, place);
        let matrix = item.matrix();
        let picture = desk.draw(&frame(vec![Item::Image(item)]));
        // The middle of each stored quarter, where the frame's own matrix puts it.
        for (index, colour) in QUARTERS.iter().enumerate() {
            let p = matrix.apply(point(0.25 + 0.5 * (index % 2) as f64, 0.25 + 0.5 * (index / 2) as f64));
            let seen = at(&picture, (p.x * 10.0) as u32, (p.y * 10.0) as u32);
            assert_near(seen, [colour[0], colour[1], colour[2], 255], 2);
        }
        let wanted = [place.x, place.y, place.right(), place.bottom()].map(|mm| (mm * 10.0).round() as u32);
        let seen = ink_box(&picture).unwrap();
        // One quarter is nearly white, so two sides may be hidden in part but not the box.
        assert!(
            seen.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 1),
            "{turn}: {seen:?} {wanted:?}"
        );
    }
}

#[test]
fn a_photo_is_cut_to_its_clip_and_turns_with_its_frame() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let place = rect(0.0, 0.0, 15.0, 10.0);
    let clip = rect(1.0, 1.0, 5.0, 3.0);
    let cut = desk.draw(&frame(vec![Item::Image(image_item(&facts, place, clip))]));
    assert_eq!(ink_box(&cut), Some([10, 10, 60, 40]));
    assert_near(at(&cut, 12, 38), [220, 30, 30, 255], 1);
    for degrees in [90.0, 180.0, 270.0, 30.0] {
        let turned = Transform::rotate_about(degrees, point(10.0, 5.0));
        let place = rect(7.0, 3.0, 6.0, 4.0);
        let mut frame = frame(Vec::new());
        frame
            .items
            .push(placed(turned, Item::Image(image_item(&facts, place, place))));
        let picture = desk.draw(&frame);
        let middles = [(8.5, 4.0), (11.5, 4.0), (8.5, 6.0), (11.5, 6.0)];
        for ((x, y), colour) in middles.iter().zip(QUARTERS) {
            let p = turned.apply(point(*x, *y));
            let seen = at(&picture, (p.x * 10.0) as u32, (p.y * 10.0) as u32);
            assert_near(seen, [colour[0], colour[1], colour[2], 255], 2);
        }
    }
}

#[test]
fn a_photo_is_sharp_where_it_is_shown_as_it_is_and_smooth_where_it_is_shown_small() {
    let mut desk = Desk::new();
    let checks = RgbImage::from_fn(200, 100, |x, y| Rgb([if (x + y) % 2 == 0 { 0 } else { 255 }; 3]));
    let facts = desk.add("checks.png", &encoded(&checks));
    let place = rect(0.0, 0.0, 20.0, 10.0);
    let picture = desk.draw(&frame(vec![Item::Image(image_item(&facts, place, place))]));
    for (x, y) in [(0, 0), (1, 0), (117, 52), (199, 99)] {
        let wanted = if (x + y) % 2 == 0 { 0 } else { 255 };
        assert_eq!(at(&picture, x, y), [wanted, wanted, wanted, 255]);
    }
    let small = rect(2.0, 2.0, 5.0, 2.5);
    let picture = desk.draw(&frame(vec![Item::Image(image_item(&facts, small, small))]));
    for (x, y) in [(25, 25), (40, 33), (60, 41)] {
        assert_near(at(&picture, x, y), [128, 128, 128, 255], 12);
    }
}

#[test]
fn a_see_through_photo_shows_what_is_below() {
    let mut desk = Desk::new();
    let veil = RgbaImage::from_pixel(50, 50, Rgba([255, 0, 0, 51]));
    let mut bytes = Cursor::new(Vec::new());
    veil.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let facts = desk.add("veil.png", &bytes.into_inner());
    let place = rect(0.0, 0.0, 10.0, 10.0);
    let picture = desk.draw(&frame(vec![
        flat(rect(5.0, 0.0, 5.0, 10.0), BLUE),
        Item::Image(image_item(&facts, place, place)),
    ]));
    let red = Colour::Srgb([255, 0, 0]);
    assert_near(at(&picture, 20, 50), over(red, WHITE, 0.2), 1);
    assert_near(at(&picture, 70, 50), over(red, opaque(BLUE), 0.2), 1);
}

#[test]
fn a_grey_photo_has_no_colour_left() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let place = rect(0.0, 0.0, 15.0, 10.0);
    let mut item = image_item(&facts, place, place);
    item.grey = true;
    let picture = desk.draw(&frame(vec![Item::Image(item)]));
    let [red, green, blue, white] = [(30, 30), (110, 30), (30, 80), (110, 80)].map(|(x, y)| at(&picture, x, y));
    for [r, g, b, _] in [red, green, blue, white] {
        assert!(r.abs_diff(g) <= 1 && g.abs_diff(b) <= 1);
    }
    assert!(blue[0] < red[0] && red[0] < green[0] && green[0] < white[0]);
}

fn colours_in(picture: &Picture, [x0, y0, x1, y1]: [u32; 4]) -> std::collections::BTreeSet<[u8; 4]> {
    (y0..y1)
        .flat_map(|y| (x0..x1).map(move |x| at(picture, x, y)))
        .collect()
}

#[test]
fn a_photo_that_cannot_be_shown_leaves_a_hatched_place() {
    let mut desk = Desk::new();
    let place = rect(4.0, 2.0, 12.0, 6.0);
    let unknown = PhotoFacts {
        digest: Digest::of(b"nobody knows this one"),
        ..desk.add("q.png", &encoded(&quarters()))
    };
    let broken = desk.add("page.jpg", b"<!DOCTYPE html><title>404</title>");
    assert!(matches!(broken.state, PhotoState::Broken { .. }));
    let gone = desk.add("gone.png", &encoded(&RgbImage::from_pixel(40, 20, Rgb([9, 9, 9]))));
    std::fs::remove_file(desk.ink.library.path(&gone)).unwrap();
    let spoilt = desk.add("spoilt.png", &encoded(&RgbImage::from_pixel(41, 20, Rgb([9, 9, 9]))));
    std::fs::write(desk.ink.library.path(&spoilt), b"no picture any more").unwrap();
    for facts in [unknown, broken, gone, spoilt] {
        let picture = desk.draw(&frame(vec![Item::Image(image_item(&facts, place, place))]));
        let seen = colours_in(&picture, [40, 20, 160, 80]);
        assert!(seen.len() > 2 && !seen.contains(&WHITE), "{}: {seen:?}", facts.name);
        assert!(seen.iter().all(|[r, g, b, a]| r == g && g == b && *a == 255));
        // Lines and ground alternate along the middle.
        let row: Vec<bool> = (40..160).map(|x| at(&picture, x, 50)[0] < 215).collect();
        let changes = row.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes >= 6, "{changes}");
        assert_eq!(colours_in(&picture, [0, 0, 40, 100]).len(), 1);
    }
}

#[test]
fn the_first_picture_is_quiet_where_a_photo_is_not_decoded_yet() {
    let mut desk = Desk::new();
    // Nobody else's photo, because decoded ones are shared.
    let facts = desk.add("fresh.png", &encoded(&RgbImage::from_pixel(61, 43, Rgb([180, 20, 90]))));
    let place = rect(4.0, 2.0, 12.0, 6.0);
    let frame = frame(vec![Item::Image(image_item(&facts, place, place))]);
    let view = View::whole(&frame, 254.0);
    let first = draw(&frame, &view, &desk.ink, Photos::AtHand);
    let quiet = colours_in(&first, [40, 20, 160, 80]);
    assert_eq!(quiet.len(), 1);
    let [r, g, b, _] = quiet.first().copied().unwrap();
    assert!(r > 200 && r < 250 && r.abs_diff(g) < 8 && g.abs_diff(b) < 8);
    assert_near(at(&desk.draw(&frame), 100, 50), [180, 20, 90, 255], 1);
    let then = draw(&frame, &view, &desk.ink, Photos::AtHand);
    assert_near(at(&then, 100, 50), [180, 20, 90, 255], 1);
}

fn run(face: u16, em: f64, glyphs: Vec<Glyph>) -> Item {
    Item::Glyphs(GlyphRun {
        face: FaceId(face),
        slot: FontSlot::Hei,
        em,
        paint: Paint::flat(Colour::Srgb([0; 3])),
        text: "禾".repeat(glyphs.len()),
        glyphs,
    })
}

fn glyph_of(face: u16, character: char, [x, y]: [f64; 2], quarter_turns: u8, stretch: f64) -> Glyph {
    let id = FONTS.font(FaceId(face)).charmap().map_unicode(character).unwrap();
    Glyph {
        id: id.to_u32() as u16,
        x,
        y,
        quarter_turns,
        stretch,
        cluster: 0..3,
    }
}

/// The glyph's outline in em, y down, by the outlines of the font file alone.
fn outline_box(face: u16, id: u16) -> Rect {
    use skrifa::MetadataProvider;
    let font = skrifa::FontRef::new(FONTS.bytes(FaceId(face))).unwrap();
    let metrics = font.glyph_metrics(
        skrifa::instance::Size::new(1.0),
        skrifa::instance::LocationRef::default(),
    );
    let glyph = font.outline_glyphs().get(skrifa::GlyphId::new(u32::from(id))).unwrap();
    let mut pen = skrifa::outline::pen::ControlBoundsPen::default();
    let settings = skrifa::outline::DrawSettings::unhinted(
        skrifa::instance::Size::new(1.0),
        skrifa::instance::LocationRef::default(),
    );
    glyph.draw(settings, &mut pen).unwrap();
    assert!(metrics.advance_width(skrifa::GlyphId::new(u32::from(id))).unwrap() > 0.0);
    let bounds = pen.bounding_box().unwrap();
    let [x0, y0, x1, y1] = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(f64::from);
    rect(x0, -y1, x1 - x0, y1 - y0)
}

#[test]
fn a_glyph_lands_where_its_frame_says() {
    let desk = Desk::new();
    for face in 0..9 {
        for (character, turns, stretch) in [
            ('禾', 0, 1.0),
            ('g', 1, 1.0),
            ('国', 0, 0.5),
            ('展', 2, 1.0),
            ('A', 3, 0.8),
        ] {
            let (em, origin) = (4.0, [10.0, 5.0]);
            let glyph = glyph_of(face, character, origin, turns, stretch);
            let outline = outline_box(face, glyph.id);
            let place = Transform::scale(em * stretch, em)
                .then(&Transform::rotate(f64::from(turns) * 90.0))
                .then(&Transform::shift(origin[0], origin[1]));
            let (p, q) = (
                place.apply(point(outline.x, outline.y)),
                place.apply(point(outline.right(), outline.bottom())),
            );
            let wanted = [p.x.min(q.x), p.y.min(q.y), p.x.max(q.x), p.y.max(q.y)].map(|mm| mm * 10.0);
            let seen = ink_box(&desk.draw(&frame(vec![run(face, em, vec![glyph])]))).unwrap();
            let is_near = seen.iter().zip(wanted).all(|(a, b)| (f64::from(*a) - b).abs() <= 1.0);
            assert!(
                is_near,
                "face {face} {character} turned {turns}: {seen:?} instead of {wanted:?}"
            );
        }
    }
}

#[test]
fn text_keeps_its_weight_at_every_size() {
    let desk = Desk::new();
    let darkness = |dpi: f64| {
        let frame = frame(vec![run(2, 6.0, vec![glyph_of(2, '展', [2.0, 7.0], 0, 1.0)])]);
        let picture = draw(&frame, &View::whole(&frame, dpi), &desk.ink, Photos::Wait);
        let dark: u64 = picture
            .rgba
            .as_chunks::<4>()
            .0
            .iter()
            .map(|px| u64::from(255 - px[0]))
            .sum();
        dark as f64 / (dpi * dpi)
    };
    let large = darkness(2000.0);
    for dpi in [30.0, 80.0, 254.0, 600.0] {
        let ratio = darkness(dpi) / large;
        assert!((0.97..1.03).contains(&ratio), "{dpi}: {ratio}");
    }
}

#[test]
fn the_board_is_opaque_to_its_bleed_and_nothing_is_drawn_beyond() {
    let board = frame(vec![flat(rect(-50.0, -50.0, 120.0, 110.0), RED)]);
    let view = View {
        width_px: 100,
        height_px: 80,
        origin: point(-25.0, -20.0),
        px_per_mm: 1.5,
    };
    let picture = draw(&board, &view, &Desk::new().ink, Photos::Wait);
    // The paper is 40 × 30 mm from -10, -10.
    for y in 0..80 {
        for x in 0..100 {
            let is_paper = (23..83).contains(&x) && (15..60).contains(&y);
            let wanted = if is_paper { opaque(RED) } else { [0; 4] };
            assert_eq!(at(&picture, x, y), wanted, "{x},{y}");
        }
    }
    let empty = draw(&frame(Vec::new()), &view, &Desk::new().ink, Photos::Wait);
    assert_eq!((at(&empty, 50, 40), at(&empty, 5, 5)), (WHITE, [0; 4]));
}

/// A little of everything.
fn medley(facts: &PhotoFacts) -> Frame {
    let stops = vec![
        (0.0, shade(Colour::Cmyk([80.0, 10.0, 0.0, 0.0]), 1.0)),
        (1.0, shade(Colour::Cmyk([0.0, 90.0, 60.0, 10.0]), 0.4)),
    ];
    let radial = Paint::Radial {
        centre: point(8.0, 4.0),
        radius: 9.0,
        stops,
    };
    let place = rect(1.0, 1.0, 9.0, 6.0);
    let glyphs = "水土青禾展板".chars().enumerate();
    let glyphs = glyphs.map(|(index, character)| glyph_of(4, character, [3.0 + index as f64 * 2.1, 8.0], 0, 1.0));
    let group = GroupItem {
        clip: Some(Path::rect(rect(2.0, 2.0, 15.0, 7.0))),
        opacity: 0.7,
        items: vec![
            placed(Transform::rotate(7.0), Item::Image(image_item(facts, place, place))),
            placed(Transform::IDENTITY, run(4, 2.0, glyphs.collect())),
        ],
    };
    frame(vec![filled(rect(0.0, 0.0, 20.0, 10.0), radial), Item::Group(group)])
}

#[test]
fn the_same_frame_gives_the_same_bytes_on_every_thread() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let frame = medley(&facts);
    // Large enough for several bands.
    let view = View::whole(&frame, 2000.0);
    let first = draw(&frame, &view, &desk.ink, Photos::Wait);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let again = draw(&frame, &view, &desk.ink, Photos::Wait);
                assert!(again == first);
            });
        }
    });
}

#[test]
fn a_part_of_the_board_looks_as_in_the_whole() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let frame = medley(&facts);
    let whole = draw(&frame, &View::whole(&frame, 508.0), &desk.ink, Photos::Wait);
    let view = View {
        width_px: 120,
        height_px: 60,
        origin: point(7.0, 4.5),
        px_per_mm: 20.0,
    };
    let part = draw(&frame, &view, &desk.ink, Photos::Wait);
    for y in 0..60 {
        for x in 0..120 {
            assert_near(at(&part, x, y), at(&whole, x + 140, y + 90), 2);
        }
    }
}

#[test]
fn nonsense_in_a_frame_is_no_reason_to_fail() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let place = rect(1.0, 1.0, 9.0, 6.0);
    let nowhere = rect(3.0, 3.0, 0.0, 0.0);
    let lost = rect(f64::NAN, 0.0, 5.0, f64::INFINITY);
    let loose = Item::Path(PathItem {
        path: Path::from(vec![
            Seg::Close,
            Seg::Line(point(1.0, 1.0)),
            Seg::Cubic(point(2.0, 2.0), point(3.0, 0.0), point(4.0, 4.0)),
        ]),
        fill: Some(Paint::flat(RED)),
        stroke: Some(stroke(0.5, true, &[0.0, 0.0])),
    });
    let no_stops = Paint::Radial {
        centre: point(3.0, 3.0),
        radius: 0.0,
        stops: Vec::new(),
    };
    let one_stop = Paint::Linear {
        from: point(3.0, 3.0),
        to: point(3.0, 3.0),
        stops: vec![(0.5, shade(BLUE, f64::NAN))],
    };
    let items = vec![
        Item::Image(image_item(&facts, place, nowhere)),
        Item::Image(image_item(&facts, nowhere, place)),
        Item::Image(image_item(&facts, lost, lost)),
        flat(nowhere, RED),
        flat(lost, RED),
        flat(rect(-1e12, -1e12, 2e12, 2e12), BLUE),
        filled(place, no_stops),
        filled(place, one_stop),
        loose,
        line(&[point(0.0, 0.0), point(1e9, 1e9)], stroke(0.2, false, &[1e-6, 1e-6])),
        run(0, 0.0, vec![glyph_of(0, '禾', [3.0, 3.0], 0, 1.0)]),
        run(
            0,
            3.0,
            vec![Glyph {
                id: u16::MAX,
                ..glyph_of(0, '禾', [3.0, f64::NAN], 9, 0.0)
            }],
        ),
        Item::Group(GroupItem {
            clip: Some(Path::from(vec![Seg::Close])),
            opacity: f64::NAN,
            items: vec![placed(Transform::scale(0.0, 0.0), flat(place, RED))],
        }),
    ];
    for item in items {
        for at in [
            Transform::IDENTITY,
            Transform::scale(0.0, 0.0),
            Transform::scale(1e6, 1e-6),
            Transform::rotate(30.0),
        ] {
            let board = Frame {
                size: size(20.0, 10.0),
                items: vec![placed(at, item.clone())],
            };
            let close = View {
                width_px: 64,
                height_px: 48,
                origin: point(2.0, 2.0),
                px_per_mm: 20_000.0,
            };
            for view in [View::whole(&board, 72.0), close] {
                let picture = draw(&board, &view, &desk.ink, Photos::Wait);
                assert!(picture.rgba.as_chunks::<4>().0.iter().all(|px| px[3] == 255));
            }
        }
    }
    let none = View {
        width_px: 0,
        ..View::whole(&frame(Vec::new()), 72.0)
    };
    assert!(draw(&frame(Vec::new()), &none, &desk.ink, Photos::Wait).rgba.is_empty());
}

/// Kinds and contents of a PNG's chunks.
fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let (mut rest, mut found) = (&png[8..], Vec::new());
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let mut crc = flate2::Crc::new();
        crc.update(&rest[4..8 + length]);
        assert_eq!(crc.sum().to_be_bytes(), rest[8 + length..12 + length]);
        found.push((
            String::from_utf8(rest[4..8].to_vec()).unwrap(),
            rest[8..8 + length].to_vec(),
        ));
        rest = &rest[12 + length..];
    }
    found
}

#[test]
fn a_png_says_its_size_and_holds_the_pixels() {
    let mut desk = Desk::new();
    let facts = desk.add("q.png", &encoded(&quarters()));
    let picture = desk.draw(&medley(&facts));
    let file = png(&picture, 150.0);
    let chunks = chunks(&file);
    let of = |kind: &str| &chunks.iter().find(|(name, _)| name == kind).unwrap().1;
    assert_eq!(of("IHDR")[..], [0, 0, 0, 200, 0, 0, 0, 100, 8, 2, 0, 0, 0]);
    // 150 dots an inch are 5906 a metre.
    assert_eq!(of("pHYs")[..], [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1]);
    assert_eq!(of("sRGB").len(), 1);
    let read = image::load_from_memory(&file).unwrap();
    assert_eq!(read.color().channel_count(), 3);
    assert_eq!(read.to_rgba8().into_raw(), picture.rgba);
}

#[test]
fn a_png_keeps_what_is_transparent() {
    let picture = Picture {
        width: 3,
        height: 1,
        rgba: vec![0, 0, 0, 0, 100, 50, 0, 128, 9, 8, 7, 255],
    };
    let read = image::load_from_memory(&png(&picture, 72.0)).unwrap();
    assert_eq!(read.color().channel_count(), 4);
    assert_eq!(read.to_rgba8().into_raw(), [0, 0, 0, 0, 199, 100, 0, 128, 9, 8, 7, 255]);
    let nothing = Picture {
        width: 0,
        height: 0,
        rgba: Vec::new(),
    };
    assert!(png(&nothing, 72.0).is_empty());
}
