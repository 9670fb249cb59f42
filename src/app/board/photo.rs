//! A photo in its frame: how sharp it prints, how it is cropped by hand, how another one comes in.

use super::Scene;
use crate::app::dialogs::{Ask, Purpose};
use crate::app::view::{Message, PhotoPlace};
use crate::geom::{Point, Rect, Transform, point};
use crate::layout::{ImageItem, Item, Laid, Placed};
use crate::model::{BoardId, Command, Crop, ElementId, ElementKind, PhotoElement};

/// The picture an element shows, as laid, and how it lies on the board.
pub struct Seen<'l> {
    pub image: &'l ImageItem,
    /// From the picture's millimetres to the board's.
    pub at: Transform,
}

pub fn image_at(laid: &Laid, element: ElementId) -> Option<Seen<'_>> {
    fn within<'l>(items: &'l [Placed], element: ElementId, outer: &Transform, is_inside: bool) -> Option<Seen<'l>> {
        items.iter().find_map(|placed| {
            let is_its = is_inside || placed.source == Some(element);
            let at = placed.at.then(outer);
            match &placed.item {
                Item::Image(image) if is_its => Some(Seen { image, at }),
                Item::Group(group) => within(&group.items, element, &at, is_its),
                _ => None,
            }
        })
    }
    within(&laid.frame.items, element, &Transform::IDENTITY, false)
}

pub fn image_of(laid: &Laid, element: ElementId) -> Option<&ImageItem> {
    image_at(laid, element).map(|seen| seen.image)
}

impl Seen<'_> {
    /// Where a point of the whole upright photo (0..=1 each way) stands on the board.
    pub fn on_board(&self, share: Point) -> Point {
        let whole = self.image.whole();
        self.at
            .apply(point(whole.x + share.x * whole.w, whole.y + share.y * whole.h))
    }

    /// The point of the photo that stands here on the board.
    pub fn share_of(&self, on_board: Point) -> Point {
        let (whole, own) = (self.image.whole(), self.own(on_board));
        point(
            (own.x - whole.x) / whole.w.max(1e-6),
            (own.y - whole.y) / whole.h.max(1e-6),
        )
    }

    /// The middle of the frame, on the board.
    pub fn middle(&self) -> Point {
        self.at.apply(self.image.clip.centre())
    }

    /// In the picture's own millimetres.
    fn own(&self, on_board: Point) -> Point {
        let back = self.at.inverse().unwrap_or_default();
        back.apply(on_board)
    }
}

/// The question for a file that goes to this place.
pub fn ask_for(board: BoardId, element: ElementId) -> Message {
    ask_at(PhotoPlace::In(board, element))
}

pub fn ask_at(place: PhotoPlace) -> Message {
    Message::Ask(Ask::Path(Purpose::Photos(Some(place))))
}

/// A hand on the photo inside its frame.
#[derive(Clone, Debug)]
pub struct CropDrag {
    element: ElementId,
    /// In the photo's own directions, like the rest.
    from: Point,
    /// As it lay at the start.
    place: Rect,
    clip: Rect,
    last: [f64; 2],
}

impl CropDrag {
    pub fn start(scene: &Scene<'_>, element: ElementId, from: Point) -> Option<CropDrag> {
        let seen = image_at(scene.laid, element)?;
        Some(CropDrag {
            element,
            from: seen.own(from),
            place: seen.image.whole(),
            clip: seen.image.clip,
            last: crop_of(scene, element)?.focus,
        })
    }

    pub fn go(&mut self, scene: &Scene<'_>, here: Point) -> Option<Command> {
        let here = image_at(scene.laid, self.element)?.own(here);
        let focus = [
            focus(
                self.clip.x,
                self.clip.w,
                self.place.x + here.x - self.from.x,
                self.place.w,
            ),
            focus(
                self.clip.y,
                self.clip.h,
                self.place.y + here.y - self.from.y,
                self.place.h,
            ),
        ];
        if focus == self.last {
            return None;
        }
        self.last = focus;
        let crop = crop_of(scene, self.element)?;
        set_crop(scene, self.element, Crop { focus, ..crop })
    }
}

/// Which share of the photo's length stands in the middle of the frame, as far as no gap opens.
fn focus(frame: f64, room: f64, start: f64, length: f64) -> f64 {
    let half = room / 2.0 / length.max(1e-6);
    let share = (frame + room / 2.0 - start) / length.max(1e-6);
    share.clamp(half.min(0.5), (1.0 - half).max(0.5))
}

pub fn crop_of(scene: &Scene<'_>, element: ElementId) -> Option<Crop> {
    match &scene.board.element(element)?.kind {
        ElementKind::Photo(photo) => Some(photo.crop),
        _ => None,
    }
}

pub fn set_crop(scene: &Scene<'_>, element: ElementId, crop: Crop) -> Option<Command> {
    let ElementKind::Photo(photo) = &scene.board.element(element)?.kind else {
        return None;
    };
    Some(Command::SetKind {
        board: scene.board.id,
        element,
        kind: ElementKind::Photo(PhotoElement { crop, ..photo.clone() }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pulled_photo_never_leaves_a_gap_in_its_frame() {
        // A frame of 100 at 50, a photo of 200.
        assert_eq!(focus(50.0, 100.0, 0.0, 200.0), 0.5);
        assert_eq!(focus(50.0, 100.0, 40.0, 200.0), 0.3);
        assert_eq!(focus(50.0, 100.0, 900.0, 200.0), 0.25);
        assert_eq!(focus(50.0, 100.0, -900.0, 200.0), 0.75);
        assert_eq!(focus(50.0, 100.0, 10.0, 100.0), 0.5);
    }
}
