//! The eight handles of a box, turned or not, and what a pull on one does to its rectangle.

use crate::geom::{Point, Rect, Transform, point, rect};
use crate::model::{Course, Element, ElementKind, ShapeElement, ShapeForm};

/// -1, 0 or 1 each way: which edges it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    pub x: i8,
    pub y: i8,
}

/// Smaller than this nothing becomes, in mm.
const LEAST: f64 = 5.0;

/// The handles that an element of this kind has: a line its two ends, an emblem only those that keep its shape.
pub fn of(element: &Element) -> Vec<Handle> {
    match &element.kind {
        ElementKind::Shape(shape) => match shape.form {
            ShapeForm::Line(course) => ends(course).to_vec(),
            ShapeForm::Rect { .. } | ShapeForm::Ellipse => Handle::ALL.to_vec(),
        },
        ElementKind::Emblem(_) => Handle::corners().collect(),
        _ => Handle::ALL.to_vec(),
    }
}

/// Where a line begins and ends on its rectangle.
pub fn ends(course: Course) -> [Handle; 2] {
    let end = Handle {
        x: if course.is_leftward { -1 } else { 1 },
        y: if course.is_upward { -1 } else { 1 },
    };
    [Handle { x: -end.x, y: -end.y }, end]
}

pub fn is_line(element: &Element) -> bool {
    course(element).is_some()
}

pub fn course(element: &Element) -> Option<Course> {
    match &element.kind {
        ElementKind::Shape(ShapeElement {
            form: ShapeForm::Line(course),
            ..
        }) => Some(*course),
        _ => None,
    }
}

impl Handle {
    /// Corners last, so that they are found first from the end.
    pub const ALL: [Handle; 8] = [
        Handle { x: 0, y: -1 },
        Handle { x: 1, y: 0 },
        Handle { x: 0, y: 1 },
        Handle { x: -1, y: 0 },
        Handle { x: -1, y: -1 },
        Handle { x: 1, y: -1 },
        Handle { x: 1, y: 1 },
        Handle { x: -1, y: 1 },
    ];

    pub fn corners() -> impl Iterator<Item = Handle> {
        Handle::ALL.into_iter().filter(|handle| handle.is_corner())
    }

    pub fn is_corner(self) -> bool {
        self.x != 0 && self.y != 0
    }

    /// Where it stands on a box that is turned about its centre.
    pub fn at(self, area: Rect, angle: f64) -> Point {
        let centre = area.centre();
        let upright = point(
            centre.x + f64::from(self.x) * area.w / 2.0,
            centre.y + f64::from(self.y) * area.h / 2.0,
        );
        Transform::rotate_about(angle, centre).apply(upright)
    }

    /// The box after the handle was pulled by a vector of the board; the opposite side stays where it is.
    pub fn pulled(self, area: Rect, angle: f64, by: Point, keeps_ratio: bool) -> Rect {
        let own = Transform::rotate(-angle).apply(by);
        let mut w = (area.w + f64::from(self.x) * own.x).max(LEAST);
        let mut h = (area.h + f64::from(self.y) * own.y).max(LEAST);
        if keeps_ratio && area.w > 0.0 && area.h > 0.0 {
            let times = match (self.x, self.y) {
                (0, _) => h / area.h,
                (_, 0) => w / area.w,
                _ => (w / area.w).max(h / area.h),
            };
            let times = times.max(LEAST / area.w.min(area.h));
            (w, h) = (area.w * times, area.h * times);
        }
        // The middle moves half of what the box has grown, towards the handle and in the box's own direction.
        let shift = point(
            f64::from(self.x) * (w - area.w) / 2.0,
            f64::from(self.y) * (h - area.h) / 2.0,
        );
        let shift = Transform::rotate(angle).apply(shift);
        let centre = point(area.centre().x + shift.x, area.centre().y + shift.y);
        rect(centre.x - w / 2.0, centre.y - h / 2.0, w, h)
    }

    pub fn cursor(self, angle: f64) -> egui::CursorIcon {
        let turn = (f64::from(self.y).atan2(f64::from(self.x)).to_degrees() + angle).rem_euclid(180.0);
        match ((turn + 22.5) / 45.0) as i32 % 4 {
            0 => egui::CursorIcon::ResizeHorizontal,
            1 => egui::CursorIcon::ResizeNwSe,
            2 => egui::CursorIcon::ResizeVertical,
            _ => egui::CursorIcon::ResizeNeSw,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_moves_two_edges_and_a_side_one() {
        let area = rect(100.0, 100.0, 200.0, 100.0);
        let corner = Handle { x: 1, y: 1 };
        assert_eq!(
            corner.pulled(area, 0.0, point(10.0, 20.0), false),
            rect(100.0, 100.0, 210.0, 120.0)
        );
        let left = Handle { x: -1, y: 0 };
        assert_eq!(
            left.pulled(area, 0.0, point(-10.0, 99.0), false),
            rect(90.0, 100.0, 210.0, 100.0)
        );
        let kept = corner.pulled(area, 0.0, point(20.0, 0.0), true);
        assert!((kept.w / kept.h - 2.0).abs() < 1e-9);
    }

    #[test]
    fn the_far_corner_of_a_turned_box_stays_where_it_is() {
        let area = rect(100.0, 100.0, 200.0, 100.0);
        let (held, far) = (Handle { x: 1, y: 1 }, Handle { x: -1, y: -1 });
        for angle in [0.0, 12.0, 90.0, 200.0] {
            let before = far.at(area, angle);
            let pulled = held.pulled(area, angle, point(31.0, -7.0), false);
            let after = far.at(pulled, angle);
            assert!(
                (before.x - after.x).abs() < 1e-9 && (before.y - after.y).abs() < 1e-9,
                "{angle}"
            );
        }
    }

    #[test]
    fn nothing_is_pulled_through_itself() {
        let area = rect(100.0, 100.0, 200.0, 100.0);
        let pulled = Handle { x: 1, y: 1 }.pulled(area, 0.0, point(-900.0, -900.0), false);
        assert_eq!((pulled.w, pulled.h, pulled.x, pulled.y), (LEAST, LEAST, 100.0, 100.0));
    }
}
