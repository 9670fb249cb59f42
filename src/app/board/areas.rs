//! Parts of a photo under the hand: masks, and what must be seen. They lie in the photo's own coordinates, so that
//! they stay on the face whatever the crop does.

use super::photo::{self, Seen};
use super::{BoardPane, Scene};
use crate::app::theme::Tokens;
use crate::base::{Mask, MaskForm, MaskKind, PhotoPart};
use crate::geom::{Point, point};
use crate::model::{Command, Element, ElementId, ElementKind, PhotoElement};
use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Mask(usize),
    /// What every crop keeps in its frame.
    Keep,
}

/// The tool: which part is picked, and the hand on it.
#[derive(Clone, Debug)]
pub struct Areas {
    pub element: ElementId,
    pub picked: Which,
    drag: Option<Drag>,
}

#[derive(Clone, Debug)]
struct Drag {
    grip: Grip,
    /// In shares of the photo.
    from: Point,
    start: PhotoPart,
    last: PhotoPart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grip {
    Whole,
    /// Which sides follow the hand: −1 or 1 each way.
    Corner(i8, i8),
}

const CORNERS: [(i8, i8); 4] = [(-1, -1), (1, -1), (1, 1), (-1, 1)];

/// A corner is grabbed within so many points.
const GRAB: f32 = 10.0;

impl Areas {
    pub fn on(element: ElementId, picked: Which) -> Areas {
        Areas {
            element,
            picked,
            drag: None,
        }
    }

    pub fn is_dragged(&self) -> bool {
        self.drag.is_some()
    }

    /// Takes what is under the pointer; where nothing is, a new mask begins that is like the picked one. `true` where a
    /// gesture has begun; the command makes the new mask.
    pub fn start(&mut self, scene: &Scene<'_>, at: Pos2) -> (bool, Option<Command>) {
        let Some((photo, seen)) = shown(scene, self.element) else {
            return (false, None);
        };
        let from = seen.share_of(scene.stage.board(at));
        let corner = CORNERS.into_iter().find(|(x, y)| {
            part_of(photo, self.picked)
                .is_some_and(|part| scene.stage.screen(seen.on_board(corner(part, *x, *y))).distance(at) <= GRAB)
        });
        let mut command = None;
        let grip = match corner {
            Some((x, y)) => Grip::Corner(x, y),
            None => match under(photo, from) {
                Some(found) => {
                    self.picked = found;
                    Grip::Whole
                }
                None if self.picked == Which::Keep => return (false, None),
                None => {
                    let like = photo.masks.last().copied();
                    self.picked = Which::Mask(photo.masks.len());
                    let mut masks = photo.masks.clone();
                    masks.push(Mask {
                        part: PhotoPart::of([from.x, from.y, 0.0, 0.0]),
                        form: like.map_or(MaskForm::Ellipse, |mask| mask.form),
                        kind: like.map_or(MaskKind::Blur, |mask| mask.kind),
                    });
                    command = Some(set(scene, self.element, PhotoElement { masks, ..photo.clone() }));
                    Grip::Corner(1, 1)
                }
            },
        };
        let start = match &command {
            Some(_) => PhotoPart::of([from.x, from.y, 0.0, 0.0]),
            None => part_of(photo, self.picked).unwrap_or_default(),
        };
        self.drag = Some(Drag {
            grip,
            from,
            start,
            last: start,
        });
        (true, command)
    }

    /// What a click means, if it means any.
    pub fn pick(&mut self, scene: &Scene<'_>, at: Point) {
        let found = shown(scene, self.element).and_then(|(photo, seen)| under(photo, seen.share_of(at)));
        self.picked = found.unwrap_or(self.picked);
    }

    pub fn go(&mut self, scene: &Scene<'_>, here: Point) -> Option<Command> {
        let (photo, seen) = shown(scene, self.element)?;
        let drag = self.drag.as_mut()?;
        let here = seen.share_of(here);
        let by = point(here.x - drag.from.x, here.y - drag.from.y);
        let part = pulled(drag.start, drag.grip, by);
        if part == drag.last {
            return None;
        }
        drag.last = part;
        let changed = with_part(photo, self.picked, part)?;
        Some(set(scene, self.element, changed))
    }

    pub fn stop(&mut self) {
        self.drag = None;
    }

    /// Moves the picked part by millimetres of the board.
    pub fn nudged(&self, scene: &Scene<'_>, x: f64, y: f64) -> Option<Command> {
        let (photo, seen) = shown(scene, self.element)?;
        let part = part_of(photo, self.picked)?;
        let middle = seen.middle();
        let (from, to) = (seen.share_of(middle), seen.share_of(point(middle.x + x, middle.y + y)));
        let part = pulled(part, Grip::Whole, point(to.x - from.x, to.y - from.y));
        Some(set(scene, self.element, with_part(photo, self.picked, part)?))
    }
}

impl BoardPane {
    /// Whether this mask of the element is the one under the hand.
    pub fn is_picked(&self, element: &Element, mask: usize) -> bool {
        matches!(&self.tool, super::tool::Tool::Areas(areas)
            if areas.element == element.id && areas.picked == Which::Mask(mask))
    }
}

fn shown<'s>(scene: &'s Scene<'_>, element: ElementId) -> Option<(&'s PhotoElement, Seen<'s>)> {
    let ElementKind::Photo(photo) = &scene.board.element(element)?.kind else {
        return None;
    };
    Some((photo, photo::image_at(scene.laid, element)?))
}

fn set(scene: &Scene<'_>, element: ElementId, photo: PhotoElement) -> Command {
    super::inspect::set_kind(scene.board, element, ElementKind::Photo(photo))
}

fn part_of(photo: &PhotoElement, which: Which) -> Option<PhotoPart> {
    match which {
        Which::Mask(at) => photo.masks.get(at).map(|mask| mask.part),
        Which::Keep => photo.crop.keep,
    }
}

fn with_part(photo: &PhotoElement, which: Which, part: PhotoPart) -> Option<PhotoElement> {
    let mut photo = photo.clone();
    match which {
        Which::Mask(at) => photo.masks.get_mut(at)?.part = part,
        Which::Keep => photo.crop.keep = Some(part),
    }
    Some(photo)
}

/// Masks before what must be seen, the last first.
fn under(photo: &PhotoElement, at: Point) -> Option<Which> {
    let holds = |part: PhotoPart| {
        let [x, y, w, h] = part.shares();
        (x..=x + w).contains(&at.x) && (y..=y + h).contains(&at.y)
    };
    let mask = photo.masks.iter().rposition(|mask| holds(mask.part));
    mask.map(Which::Mask)
        .or_else(|| photo.crop.keep.filter(|keep| holds(*keep)).map(|_| Which::Keep))
}

fn corner(part: PhotoPart, x: i8, y: i8) -> Point {
    let [left, top, w, h] = part.shares();
    point(left + w * f64::from(x + 1) / 2.0, top + h * f64::from(y + 1) / 2.0)
}

fn pulled(start: PhotoPart, grip: Grip, by: Point) -> PhotoPart {
    let [x, y, w, h] = start.shares();
    let Grip::Corner(to_x, to_y) = grip else {
        return PhotoPart::of([x + by.x, y + by.y, w, h]);
    };
    // A side that is pulled over its opposite one takes its place.
    let along = |start: f64, length: f64, side: i8, by: f64| {
        let (from, to) = match side {
            -1 => (start + by, start + length),
            _ => (start, start + length + by),
        };
        let (from, to) = (from.min(to).clamp(0.0, 1.0), from.max(to).clamp(0.0, 1.0));
        (from, to - from)
    };
    let ((x, w), (y, h)) = (along(x, w, to_x, by.x), along(y, h, to_y, by.y));
    PhotoPart::of([x, y, w, h])
}

/// The parts over the photo, the picked one with its corners.
pub fn areas_ui(painter: &Painter, t: &Tokens, scene: &Scene<'_>, element: ElementId, picked: Option<Which>) {
    let Some((photo, seen)) = shown(scene, element) else {
        return;
    };
    if let Some(keep) = photo.crop.keep {
        let points = outline(scene, &seen, keep, MaskForm::Rect);
        let is_picked = picked == Some(Which::Keep);
        dashed(
            painter,
            points,
            if is_picked {
                t.ok.0
            } else {
                Color32::from_white_alpha(220)
            },
        );
    }
    for (at, mask) in photo.masks.iter().enumerate() {
        let points = outline(scene, &seen, mask.part, mask.form);
        let is_picked = picked == Some(Which::Mask(at));
        painter.add(Shape::closed_line(
            points.clone(),
            Stroke::new(if is_picked { 4.0 } else { 3.0 }, Color32::from_white_alpha(190)),
        ));
        let width = if is_picked { 2.0 } else { 1.0 };
        painter.add(Shape::closed_line(points, Stroke::new(width, t.select.0)));
    }
    let Some(part) = picked.and_then(|which| part_of(photo, which)) else {
        return;
    };
    for (x, y) in CORNERS {
        let at = scene.stage.screen(seen.on_board(corner(part, x, y)));
        let mark = egui::Rect::from_center_size(at, vec2(9.0, 9.0));
        painter.rect_filled(mark.expand(1.5), 2, Color32::from_white_alpha(190));
        painter.rect(
            mark,
            1,
            Color32::WHITE,
            Stroke::new(1.5, t.select.0),
            egui::StrokeKind::Inside,
        );
    }
}

fn outline(scene: &Scene<'_>, seen: &Seen<'_>, part: PhotoPart, form: MaskForm) -> Vec<Pos2> {
    let screen = |share: Point| scene.stage.screen(seen.on_board(share));
    match form {
        MaskForm::Rect => CORNERS.map(|(x, y)| screen(corner(part, x, y))).to_vec(),
        MaskForm::Ellipse => {
            let [x, y, w, h] = part.shares();
            (0..48)
                .map(|step| {
                    let (sin, cos) = (f64::from(step) / 48.0 * std::f64::consts::TAU).sin_cos();
                    screen(point(x + w / 2.0 * (1.0 + cos), y + h / 2.0 * (1.0 + sin)))
                })
                .collect()
        }
    }
}

fn dashed(painter: &Painter, mut points: Vec<Pos2>, colour: Color32) {
    points.extend(points.first().copied());
    painter.add(Shape::line(
        points.clone(),
        Stroke::new(3.0, Color32::from_black_alpha(90)),
    ));
    painter.extend(Shape::dashed_line(&points, Stroke::new(1.5, colour), 6.0, 4.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_moved_whole_and_pulled_at_its_corners_and_stays_on_the_photo() {
        let start = PhotoPart::of([0.2, 0.3, 0.1, 0.2]);
        let by = |grip, x, y| pulled(start, grip, point(x, y)).shares();
        assert_eq!(by(Grip::Whole, 0.1, -0.1), [0.3, 0.2, 0.1, 0.2]);
        assert_eq!(by(Grip::Whole, 5.0, -5.0), [0.9, 0.0, 0.1, 0.2]);
        assert_eq!(by(Grip::Corner(1, 1), 0.1, 0.1), [0.2, 0.3, 0.2, 0.3]);
        assert_eq!(by(Grip::Corner(-1, -1), -0.1, 0.1), [0.1, 0.4, 0.2, 0.1]);
        let over = by(Grip::Corner(1, 1), -0.2, 0.0);
        assert!((over[0] - 0.1).abs() < 1e-9 && (over[2] - 0.1).abs() < 1e-9, "{over:?}");
    }
}
