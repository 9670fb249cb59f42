//! How a photo lies in its frame: it always fills it, turned and straightened as wished, and what must be seen of it
//! stays inside as far as the shapes allow. Straightening is a turn and a clip; the pixels stay as they are.

use crate::base::{PhotoFacts, PhotoPart, Recipe, Tone};
use crate::geom::{Point, Rect, Transform, point, rect, um};
use crate::layout::{GroupItem, ImageItem, Item, Path, Placed};
use crate::model::{Crop, PhotoElement};
use std::sync::Arc;

/// The photo in its frame.
pub fn picture(facts: &PhotoFacts, photo: &PhotoElement, frame: Rect, grey: bool) -> Item {
    let lie = Lie::of(facts.upright_px(), &photo.crop, frame);
    let image = Item::Image(image(facts, photo, &lie, grey));
    if lie.is_straight() {
        return image;
    }
    Item::Group(GroupItem {
        clip: Some(Path::rect(frame)),
        opacity: 1.0,
        items: vec![Placed {
            at: lie.turn(),
            item: image,
            source: None,
        }],
    })
}

/// Everything but `frame` is in the photo's own directions: before the turn about the frame's middle.
struct Lie {
    frame: Rect,
    /// Of the turn, clockwise.
    sin: f64,
    cos: f64,
    /// What the photo must cover.
    room: Rect,
    /// Where the whole upright photo lies.
    place: Rect,
}

impl Lie {
    fn of(upright_px: [u32; 2], crop: &Crop, frame: Rect) -> Lie {
        let (sin, cos) = direction(crop);
        let mut lie = Lie {
            frame,
            sin,
            cos,
            room: frame,
            place: frame,
        };
        let middle = frame.centre();
        if !lie.is_straight() {
            let [w, h] = lie.spread(frame.w, frame.h);
            lie.room = rect(middle.x - w / 2.0, middle.y - h / 2.0, w, h);
        }
        let [w, h] = upright_px.map(|side| f64::from(side.max(1)));
        let times = (lie.room.w / w).max(lie.room.h / h) * crop.zoom.clamp(1.0, 8.0);
        let (w, h) = (w * times, h * times);
        let [x, y] = crop.focus.map(|share| share.clamp(0.0, 1.0));
        let middle = lie.room.centre();
        lie.place = rect(middle.x - w * x, middle.y - h * y, w, h);
        lie.cover();
        if let Some(keep) = crop.keep {
            lie.show(keep);
            lie.cover();
        }
        lie
    }

    fn is_straight(&self) -> bool {
        self.sin == 0.0 && self.cos == 1.0
    }

    /// Width and height of the upright box around a box that is turned as the photo is; either way round.
    fn spread(&self, w: f64, h: f64) -> [f64; 2] {
        let (sin, cos) = (self.sin.abs(), self.cos.abs());
        [w * cos + h * sin, w * sin + h * cos]
    }

    /// No gap opens.
    fn cover(&mut self) {
        let within = |at: f64, length: f64, start: f64, room: f64| at.clamp((start + room - length).min(start), start);
        let (place, room) = (self.place, self.room);
        self.place.x = within(place.x, place.w, room.x, room.w);
        self.place.y = within(place.y, place.h, room.y, room.h);
    }

    /// Moves by the least that brings the part into the frame; what is too large for it stands in its middle.
    fn show(&mut self, part: PhotoPart) {
        let [x, y, w, h] = part.shares();
        let (w, h) = (w * self.place.w, h * self.place.h);
        let middle = self.frame.centre();
        let dx = self.place.x + x * self.place.w + w / 2.0 - middle.x;
        let dy = self.place.y + y * self.place.h + h / 2.0 - middle.y;
        // As the board sees it.
        let (u, v) = (dx * self.cos - dy * self.sin, dx * self.sin + dy * self.cos);
        let [wide, high] = self.spread(w, h);
        let missing = |at: f64, room: f64| {
            let reach = (room / 2.0).max(0.0);
            at.clamp(-reach, reach) - at
        };
        let (du, dv) = (missing(u, self.frame.w - wide), missing(v, self.frame.h - high));
        self.place.x += du * self.cos + dv * self.sin;
        self.place.y += dv * self.cos - du * self.sin;
    }

    /// From the photo's directions to the board's, its numbers the same on every machine.
    fn turn(&self) -> Transform {
        let middle = self.frame.centre();
        let fine = |value: f64| (value * 1e9).round() / 1e9 + 0.0;
        let (sin, cos) = (fine(self.sin), fine(self.cos));
        Transform {
            a: cos,
            b: sin,
            c: -sin,
            d: cos,
            e: um(middle.x - cos * middle.x + sin * middle.y),
            f: um(middle.y - sin * middle.x - cos * middle.y),
        }
    }

    /// Corners of the frame in the photo's directions, in order around it.
    fn corners(&self) -> [Point; 4] {
        let (frame, middle) = (self.frame, self.frame.centre());
        [
            point(frame.x, frame.y),
            point(frame.right(), frame.y),
            point(frame.right(), frame.bottom()),
            point(frame.x, frame.bottom()),
        ]
        .map(|p| {
            let (u, v) = (p.x - middle.x, p.y - middle.y);
            point(
                middle.x + u * self.cos + v * self.sin,
                middle.y + v * self.cos - u * self.sin,
            )
        })
    }
}

/// Sine and cosine of all turns together; quarter turns are exact.
fn direction(crop: &Crop) -> (f64, f64) {
    let most = Crop::MOST_ANGLE;
    let (sin, cos) = match crop.angle.clamp(-most, most) {
        0.0 => (0.0, 1.0),
        angle => angle.to_radians().sin_cos(),
    };
    match crop.quarters % 4 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

fn image(facts: &PhotoFacts, photo: &PhotoElement, lie: &Lie, grey: bool) -> ImageItem {
    let on_board = |r: Rect| rect(um(r.x), um(r.y), um(r.w), um(r.h));
    let image = ImageItem {
        photo: facts.digest,
        turn: facts.turn,
        stored_px: facts.stored_px,
        place: on_board(lie.place),
        clip: on_board(lie.room),
        grey,
        recipe: None,
    };
    if photo.tone == Tone::default() && photo.masks.is_empty() {
        return image;
    }
    let full_px = facts.upright_px();
    let part_px = match photo.masks.is_empty() {
        // Tone alone: one picture serves every crop of the photo.
        true => [0, 0, full_px[0], full_px[1]],
        false => seen_px(full_px, lie),
    };
    let [x, y, w, h] = part_px.map(f64::from);
    let (across, down) = (lie.place.w / f64::from(full_px[0]), lie.place.h / f64::from(full_px[1]));
    let left_top = point(lie.place.x + x * across, lie.place.y + y * down);
    let is_slanted = lie.sin != 0.0 && lie.cos != 0.0;
    let seen = (is_slanted && !photo.masks.is_empty()).then(|| {
        lie.corners()
            .map(|p| [(p.x - left_top.x) / across, (p.y - left_top.y) / down].map(|px| px.round() as i32))
    });
    ImageItem {
        turn: Default::default(),
        stored_px: [part_px[2], part_px[3]],
        place: on_board(rect(left_top.x, left_top.y, w * across, h * down)),
        recipe: Some(Arc::new(Recipe {
            tone: photo.tone,
            masks: photo.masks.clone(),
            full_px,
            part_px,
            seen,
        })),
        ..image
    }
}

/// The pixels that the frame and its bleed touch.
fn seen_px([width, height]: [u32; 2], lie: &Lie) -> [u32; 4] {
    let along = |start: f64, length: f64, from: f64, to: f64, px: u32| {
        let step = length / f64::from(px);
        // A thousandth of a pixel is rounding, not picture.
        let first = ((from - start) / step + 1e-3).floor().clamp(0.0, f64::from(px - 1));
        let last = ((to - start) / step - 1e-3).ceil().clamp(first + 1.0, f64::from(px));
        (first as u32, (last - first) as u32)
    };
    let (place, room) = (lie.place, lie.room);
    let (x, w) = along(place.x, place.w, room.x, room.right(), width);
    let (y, h) = along(place.y, place.h, room.y, room.bottom(), height);
    [x, y, w, h]
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAMES: [Rect; 3] = [
        Rect {
            x: 40.0,
            y: 60.0,
            w: 300.0,
            h: 200.0,
        },
        Rect {
            x: 0.0,
            y: 0.0,
            w: 150.0,
            h: 400.0,
        },
        Rect {
            x: -10.0,
            y: -10.0,
            w: 920.0,
            h: 80.0,
        },
    ];

    fn crops() -> impl Iterator<Item = Crop> {
        let angles = [0.0, 0.1, -3.7, 15.0, -15.0];
        angles.into_iter().flat_map(|angle| {
            (0..4).flat_map(move |quarters| {
                [[0.5, 0.5], [0.0, 1.0], [0.9, 0.2]].map(|focus| Crop {
                    zoom: if focus[0] > 0.8 { 2.5 } else { 1.0 },
                    focus,
                    angle,
                    quarters,
                    keep: None,
                })
            })
        })
    }

    /// The corners of the frame as shares of the photo.
    fn shares(lie: &Lie) -> [Point; 4] {
        lie.corners()
            .map(|p| point((p.x - lie.place.x) / lie.place.w, (p.y - lie.place.y) / lie.place.h))
    }

    #[test]
    fn a_frame_is_full_however_the_photo_is_turned_and_straightened() {
        for frame in FRAMES {
            for px in [[4000, 3000], [900, 2400]] {
                for crop in crops() {
                    let lie = Lie::of(px, &crop, frame);
                    for p in shares(&lie) {
                        let inside = -1e-9..=1.0 + 1e-9;
                        assert!(
                            inside.contains(&p.x) && inside.contains(&p.y),
                            "{crop:?} {frame:?} {p:?}"
                        );
                    }
                    let shape = lie.place.w / lie.place.h * f64::from(px[1]) / f64::from(px[0]);
                    assert!((shape - 1.0).abs() < 1e-9, "it is never stretched");
                }
            }
        }
    }

    #[test]
    fn the_turn_leads_from_the_photos_directions_to_the_frame() {
        for crop in crops() {
            let lie = Lie::of([4000, 3000], &crop, FRAMES[0]);
            let turn = lie.turn();
            let corner = turn.apply(lie.corners()[0]);
            assert!(
                (corner.x - 40.0).abs() < 0.002 && (corner.y - 60.0).abs() < 0.002,
                "{crop:?} {corner:?}"
            );
        }
        // A quarter clockwise: the photo's left top stands at the right top.
        let lie = Lie::of(
            [3000, 2000],
            &Crop {
                quarters: 1,
                ..Crop::default()
            },
            rect(0.0, 0.0, 200.0, 300.0),
        );
        let corner = lie.turn().apply(point(lie.place.x, lie.place.y));
        assert!((corner.x - 200.0).abs() < 1e-6 && corner.y.abs() < 1e-6, "{corner:?}");
    }

    #[test]
    fn what_must_be_seen_stays_in_the_frame_wherever_it_can() {
        for frame in FRAMES {
            for crop in crops() {
                for keep in [[0.1, 0.1, 0.08, 0.1], [0.8, 0.05, 0.1, 0.1], [0.45, 0.85, 0.1, 0.12]] {
                    let part = PhotoPart::of(keep);
                    let crop = Crop {
                        keep: Some(part),
                        ..crop
                    };
                    let lie = Lie::of([4000, 3000], &crop, frame);
                    assert!(
                        shares(&lie).iter().all(|p| p.x > -1e-9 && p.x < 1.0 + 1e-9),
                        "no gap for it"
                    );
                    let [x, y, w, h] = part.shares();
                    let [wide, high] = lie.spread(w * lie.place.w, h * lie.place.h);
                    let fits = wide <= frame.w && high <= frame.h;
                    let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)].map(|(x, y)| {
                        let p = point(lie.place.x + x * lie.place.w, lie.place.y + y * lie.place.h);
                        lie.turn().apply(p)
                    });
                    // Straightened by much, the rims of the photo cannot be reached.
                    let reachable = crop.angle.abs() < 1.0;
                    if fits && reachable {
                        let grown = frame.grow(0.01 + crop.angle.abs().min(1.0) * 3.0);
                        assert!(
                            corners.iter().all(|p| grown.contains(*p)),
                            "{crop:?} {frame:?} {corners:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn of_a_masked_photo_only_the_pixels_of_its_frame_are_kept() {
        let facts = PhotoFacts {
            digest: crate::base::Digest([1; 32]),
            name: String::new(),
            format: crate::base::PhotoFormat::Jpeg,
            stored_px: [3000, 4000],
            turn: crate::base::Turn::from_exif(6),
            colour: crate::base::PhotoColour::Rgb,
            has_icc: false,
            bytes: 1,
            state: crate::base::PhotoState::Good,
            look: None,
            credit: Default::default(),
        };
        let mut photo = PhotoElement {
            tone: Tone {
                contrast: 20,
                ..Tone::default()
            },
            ..PhotoElement::default()
        };
        let frame = rect(0.0, 0.0, 100.0, 100.0);
        let item = |photo: &PhotoElement| image(&facts, photo, &Lie::of([4000, 3000], &photo.crop, frame), false);
        let toned = item(&photo);
        assert_eq!(toned.stored_px, [4000, 3000]);
        photo.masks = vec![crate::base::Mask {
            part: PhotoPart::of([0.4, 0.4, 0.1, 0.1]),
            form: Default::default(),
            kind: Default::default(),
        }];
        let masked = item(&photo);
        assert_eq!(masked.recipe.as_ref().unwrap().part_px, [500, 0, 3000, 3000]);
        assert_eq!(masked.place, frame);
        let (whole, place) = (masked.whole(), toned.place);
        assert!(
            (whole.x - place.x).abs() < 0.002 && (whole.w - place.w).abs() < 0.002,
            "{whole:?} {place:?}"
        );
        assert_eq!(masked.recipe.as_ref().unwrap().seen, None);
        photo.crop.angle = 10.0;
        assert!(item(&photo).recipe.as_ref().unwrap().seen.is_some());
    }
}
